/* The scene of an attribution: an article's tokens as the rules of sourcing see them, and the cues found in it.
 *
 * Private to the attribution files. Ranges are half-open and count tokens. All memory is the worker's scratch arena's.
 *
 *     attribution_scene.c    what stands at each token: punctuation, quotation, mention, sentence
 *     attribution_cue.c      hits of the cue lexicon, each with its group: "has not said"
 *     attribution_speaker.c  the noun phrase that speaks
 *     attribution_content.c  what is said: clause, object, quotation
 *     attribution_score.c    how likely the cue reports at all
 *     attribution_choose.c   which of the candidates stand, and the quotations they hold
 *     attribution_learned.c  instead of all these, where there is a model of sourcing and grammar: what it finds
 *     attribution_inserted.c clauses of speech in the middle of a sentence that it misses
 *     attribution_tagged.c   tags beside a quotation that it misses
 *     attribution_participle.c quotations that a participle brings, which it misses, too
 *     attribution_control.c  whose a verb without a subject of its own is
 *     attribution_bound.c    whose the words around what is said are
 *     attribution_mend.c     that what is said ends where it ought to
 *     attribution_stop.c     before the article takes the word again,
 *     attribution_turn.c     and before what came of it,
 *     attribution_addressee.c and begins behind whom it is told to
 *     attribution_namer.c    the phrase that names the speaker: the noun of "who"
 *     attribution_label.c    quotations that are mere names and labels
 *     attribution_source.c   who the speaker is: entity, kind, actor
 *     attribution_author.c   whose words a document is
 *     attribution_pronoun.c  whom a pronoun stands for
 *     attribution_rest.c     statements that are sure by their form
 *     attribution_occasion.c when it was said
 *     attribution_reaction.c who is named right before what he says
 *     attribution_leaning.c  whether a pronoun in it stands for another
 *     attribution_pointing.c whether quoted words point at something told before
 *     attribution_speech.c   whether anything is said at all,
 *     attribution_part.c     and whether its words stand by themselves
 *     attribution.c          the order of the steps
 */
#ifndef PX_SOURCING_ATTRIBUTION_SCENE_H
#define PX_SOURCING_ATTRIBUTION_SCENE_H

#include "reading/annotation.h"
#include "reading/grammar.h"
#include "reading/parse.h"

struct px_range {
    uint32_t first;
    uint32_t end;
};

enum px_cue_kind { PX_CUE_VERB, PX_CUE_NOUN, PX_CUE_PHRASE, PX_CUE_PREPOSITION, PX_CUE_ADVERB, PX_CUE_ADJECTIVE };

/* What whoever is told of by the cue does. */
enum px_cue_act {
    PX_ACT_SPEECH,
    PX_ACT_THOUGHT, /* has something in mind, or does something that the text tells: "knows", "wants", "bets" */
    PX_ACT_DEED,    /* does something that is no words of his: "sues" */
    PX_ACT_SILENCE, /* keeps what he has to say: "declined to comment" */
    PX_ACT_SIGN,    /* says it where he is somebody, and only tells where it is a thing: "it shows that" */
    PX_ACT_SOURCE   /* names who says it: "citing two officials" */
};

enum { PX_TAKES_THAT = 1, PX_TAKES_QUOTATION = 2, PX_TAKES_OBJECT = 4, PX_TAKES_TO = 8 };

/* What the lexicon says of one cue, read once an article for each entry that occurs. */
struct px_cue_entry {
    uint8_t kind;  /* enum px_cue_kind */
    uint8_t takes; /* PX_TAKES_… */
    uint8_t tone;  /* enum px_tone */
    uint8_t act;   /* enum px_cue_act */
    bool after;    /* position "after": the phrase adds to a cue rather than being one */
    int8_t gap;    /* word of a phrase that stands for any word ("as * said"), or -1 */
    bool placed;   /* its place in the sentence tells that it is a verb, whatever the parser makes of it */
    double weight;
    double tagged; /* the weight where the part of speech is known; `weight` holds where nothing tells it */
    struct px_slice lemma;
};

/* How the cue stands to the words around it. */
enum px_cue_form {
    PX_FORM_PLAIN,      /* "X said …" */
    PX_FORM_INVERTED,   /* "…, said X" */
    PX_FORM_RELATIVE,   /* "X, who said …" */
    PX_FORM_JOINED,     /* "X left and said …" */
    PX_FORM_PARTICIPLE, /* "…, saying …" */
    PX_FORM_INFINITIVE, /* "to say …" */
    PX_FORM_PASSIVE,    /* "it was said …" */
    PX_FORM_NOUN,       /* "X's claim that …" */
    PX_FORM_ACCORDING,  /* "according to X" */
    PX_FORM_ADVERB,     /* "reportedly" */
    PX_FORM_COUNT
};

/* What follows the cue (behind adverbs, times and addressees). */
enum px_cue_next {
    PX_NEXT_THAT,
    PX_NEXT_QUOTATION,
    PX_NEXT_COLON,
    PX_NEXT_QUESTION,
    PX_NEXT_TO,
    PX_NEXT_CLAUSE,
    PX_NEXT_OBJECT,
    PX_NEXT_PREPOSITION,
    PX_NEXT_COMMA,
    PX_NEXT_END,
    PX_NEXT_COUNT
};

struct px_ranges {
    struct px_range *items;
    size_t count;
    size_t capacity;
};

struct px_cue {
    const struct px_cue_entry *entry;
    uint32_t sentence;
    struct px_range bounds;  /* tokens of the sentence */
    struct px_range core;    /* tokens of the hit */
    struct px_range group;   /* with auxiliaries, negation, adverbs and particles */
    struct px_range speaker; /* empty when there is none */
    struct px_ranges source; /* all parts of the speaker's phrase, where there may be several; else empty */
    struct px_ranges content;
    uint8_t form; /* enum px_cue_form */
    uint8_t next; /* enum px_cue_next */
    bool content_before;
    bool negated;
    bool undergone; /* a passive whose subject is taken for the speaker: "had also been mentioned" */
    bool nominal;   /* a phrase whose head is a noun: "claims of" */
    bool is_dropped;
    bool unsure;    /* whose words they are: never of the high tier */
    uint32_t after; /* first token behind addressee and adverbs */
    double score;   /* probability that the cue reports */
};

struct px_cues {
    struct px_cue *items;
    size_t count;
    size_t capacity;
};

struct px_scene {
    struct px_annotation *annotation;
    struct px_article *article;
    struct px_arena *arena;
    const struct px_token *tokens;
    const uint32_t *classes;
    char *marks;          /* of each token: , ; : . ! ? ( ) - (any dash) " (any quotation mark), or 0 */
    uint32_t *quotations; /* of each token: the outermost quotation that holds it, marks included, or PX_NONE */
    uint32_t *mentions;   /* of each token: the first mention that covers it, or PX_NONE */
    uint32_t *starts;     /* of each token: the cue whose words begin there, or PX_NONE */
    uint32_t count;       /* of tokens */
    struct px_cues cues;
    double high_tier; /* score from which an attribution is of the high tier, */
    double
        margin; /* and by how much less is enough for a cue that hardly ever does anything but report, more for others */
    bool failed; /* memory ran out on the way */
};

PX_API enum px_status px_scene_init(struct px_scene *scene, struct px_annotation *annotation, struct px_error *error);

/* The first token of the range behind the place that a report begins with: behind the dash of "CARRETH, May 4 — The"; the
 * range's first where there is none. */
uint32_t px_scene_behind_dateline(const struct px_scene *scene, struct px_range range);

/* Is no token of the range quoted? */
bool px_scene_is_unquoted(const struct px_scene *scene, struct px_range range);

PX_API enum px_status px_scene_find_cues(struct px_scene *scene, struct px_error *error);
PX_API void px_scene_look_behind(const struct px_scene *scene, struct px_cue *cue);
PX_API void px_scene_find_speaker(const struct px_scene *scene, size_t cue);
PX_API void px_scene_find_content(struct px_scene *scene, struct px_cue *cue);
/* Is it punctuation that what is said neither begins nor ends with? */
bool px_scene_is_edge(const struct px_scene *scene, uint32_t token);
/* Where the sentence's tokens end without its final punctuation. */
uint32_t px_scene_sentence_end(const struct px_scene *scene, const struct px_cue *cue);
/* Behind the clause that begins at `first`: at the sentence's end, at a semicolon or at another voice. */
uint32_t px_scene_clause_end(const struct px_scene *scene, const struct px_cue *cue, uint32_t first);
PX_API void px_scene_add_content(struct px_scene *scene, struct px_cue *cue, struct px_range range);
PX_API void px_scene_follow(struct px_scene *scene, struct px_cue *cue, uint32_t *owners, uint32_t index);
PX_API void px_scene_bound(struct px_scene *scene, struct px_cue *cue, uint32_t *owners, uint32_t index);
PX_API void px_scene_mend(struct px_scene *scene, struct px_cue *cue, uint32_t *owners, uint32_t index);
/* "said costs rise if it passes | and *urged* calm": makes another statement of a verb of speech that the content of a
 * cue, from `first` on, holds though it has the cue's subject. */
bool px_scene_split_joined(struct px_scene *scene, size_t first);
/* "said they would use a test | for *determining* who is ill": gives back what the content of a cue, from `first` on,
 * goes on with, though a gerund in it could report. The cues are in order; linear in those of a sentence each. */
void px_scene_join_gerunds(struct px_scene *scene, size_t first);
/* Where the article takes the word again behind the cue, before the token at which what is said ends; or PX_NONE. */
uint32_t px_scene_find_stop(const struct px_scene *scene, const struct px_cue *cue, uint32_t end);
/* Ends what is said behind the cue in its sentence where another clause, a gloss or another saying begins, or the article
 * takes the word again; `owners` let go of the rest. Linear in the sentence. */
void px_scene_end_content(const struct px_scene *scene, struct px_cue *cue, uint32_t *owners);
/* Takes from a part of the content, at its front, whom it is told to. */
void px_scene_skip_addressee(const struct px_scene *scene, const struct px_cue *cue, uint32_t *owners,
                             struct px_range *part);
/* Adds statements told by a clause between a subject and its verb, in sentences that have none among the cues from
 * `first` on. */
bool px_scene_add_inserted(struct px_scene *scene, size_t first);
/* "*“It is very odd. We wait,”* Mayor Ann Hask, of York, told the paper.": adds a statement for a quotation behind which
 * somebody is named with a verb of speech that none of the cues from `first` on has. */
bool px_scene_add_tagged(struct px_scene *scene, size_t first);
/* "… Ann Hask, *who had asserted that* costs rose": adds a statement for a verb that hardly does anything but report, with
 * a clause behind "that", where none of the cues from `first` on has the verb or what it tells. */
bool px_scene_add_clauses(struct px_scene *scene, size_t first);
/* "She went on, *telling the paper: “He is a fake.”*": adds a statement for a quotation that none of the cues from `first`
 * on has, and that a participle behind a comma brings. */
bool px_scene_add_participles(struct px_scene *scene, size_t first);
/* Takes the tokens of the part from the cue's content. */
void px_scene_cut_content(struct px_scene *scene, struct px_cue *cue, struct px_range part);
PX_API void px_scene_score(const struct px_scene *scene, struct px_cue *cue);
PX_API enum px_status px_scene_read(struct px_scene *scene,
                                    struct px_error *error); /* drops the cues there are, adds its own */
PX_API enum px_status px_scene_choose(struct px_scene *scene, struct px_error *error);
PX_API void px_scene_resolve(const struct px_scene *scene, const struct px_cue *cue,
                             struct px_attribution *attribution);

/* "*three women* who said": the phrase before a relative pronoun, which says who speaks; any other phrase does itself.
 * Linear in the sentence. */
struct px_range px_scene_namer(const struct px_scene *scene, const struct px_cue *cue);

/* "people familiar *with how* it was built": does a question hang on a preposition of that phrase, before a mark, or a
 * clause right on a group's name, "Democrats *who* left"? Cut within it the phrase would make no sense, or be of all of
 * them. Linear in the phrase. */
bool px_scene_is_clausal(const struct px_scene *scene, const struct px_cue *cue);

/* "the Dayton, Ohio, *branch*", with an article at `first`: the noun to which a town with its state belongs, or PX_NONE.
 * It speaks, neither the town nor the state. */
uint32_t px_scene_noun_of_town(const struct px_scene *scene, uint32_t first);

/* "Kennedy and Alito said": adds the names joined to one that stands for the phrase. "The Harbour Guild and former mayors"
 * are a group, and not the body alone. */
PX_API void px_scene_resolve_others(const struct px_scene *scene, struct px_range phrase,
                                    struct px_attribution *attribution);

/* "Ann Hask, R-Kestria; Ivo Brell; and Jo Venn said": adds all persons of a list of names and offices with which the speaker's
 * phrase ends, and that begins a sentence, or tells whose it is, "a letter *from* Hask, Brell and Venn". */
PX_API void px_scene_resolve_listed(const struct px_scene *scene, const struct px_cue *cue,
                                    struct px_attribution *attribution);

/* "three judges, among them *Ann Smith*, said": adds who is named as one of those who speak; he is heard, too. */
PX_API void px_scene_resolve_members(const struct px_scene *scene, const struct px_cue *cue, struct px_range namer,
                                     struct px_attribution *attribution);

/* "*Kennedy and Alito* met. They said": the persons joined before the verb of the sentence before speak. False where there
 * are none. */
bool px_scene_resolve_joint(const struct px_scene *scene, const struct px_cue *cue, struct px_attribution *attribution);

/* "on *“Morning Talk”*", "in Varn's *“The Pits”*": is the quotation a name that only says where something stands among
 * other words? */
bool px_scene_is_place(const struct px_scene *scene, uint32_t quotation);

/* "calls on Hask to quit over *'fraud'* comments": do the marks stand round a word or two that describe a noun behind them,
 * in what a headline tells, or of what is said elsewhere? They may be the article's own, or of somebody else's words. */
bool px_scene_is_label(const struct px_scene *scene, const struct px_cue *cue, uint32_t quotation);

/* Is the token a noun for what somebody said, "comments", and not for what he asks for or is to do, "plan"? */
bool px_scene_is_speech_noun(const struct px_scene *scene, uint32_t token);

/* The noun on which the phrase hangs, as a token; PX_NONE without grammar. */
uint32_t px_scene_head(const struct px_scene *scene, struct px_range phrase);

/* Where the office that ends before the token begins, "U.S. attorney"; PX_NONE where none does. */
uint32_t px_scene_role_before(const struct px_scene *scene, uint32_t end);

/* Where the phrase's first name or noun ends: its head stands before a comma, a bracket or a preposition. */
uint32_t px_scene_head_end(const struct px_scene *scene, struct px_range speaker);

/* "Chairman of the Harbour Council *Rep. Ann Hask*": right behind an office of a body, which has its own article, or of
 * a field, the name, with a title or none, is its holder's. */
bool px_scene_holds_office(const struct px_scene *scene, struct px_range speaker, const struct px_mention *mention);

/* Is the noun that ends before the token one for words that are somebody's own: "letter", "apology"? `person`: a person's.
 * Logarithmic. */
bool px_scene_is_own_words(const struct px_scene *scene, uint32_t end, bool person);

/* "*Smith*'s letter", "a statement from *the Harbour Council*": does the mention in the phrase, whose noun is one for
 * words that are somebody's own, name whose they are? Linear in the phrase. */
bool px_scene_is_author(const struct px_scene *scene, struct px_range phrase, const struct px_mention *mention);

/* The mention that names the speaker: best at the phrase's head, persons before organisations; PX_NONE for none. */
uint32_t px_scene_find_mention(const struct px_scene *scene, struct px_range speaker);

/* "*Democrats* and some Republicans": of those who speak the first who is named as a whole, for a part of many that the
 * mention names. Where a part speaks `alone`, "some other Republicans", the phrase begins with its limit. */
uint32_t px_scene_whole(const struct px_scene *scene, struct px_range *namer, uint32_t mention, bool *alone);

/* "officials", "several of whom", "a few of his colleagues", "the three": more than one. */
bool px_scene_is_plural(const struct px_scene *scene, struct px_range phrase);

/* "politicians and editorial writers": does the phrase name several, of kinds of their own? */
bool px_scene_is_joint(const struct px_scene *scene, struct px_range phrase);

/* Is the speaker a thing or a person of whom no word list, no name and no pronoun knows that it speaks: "the
 * wedding"? */
PX_API bool px_scene_is_stranger(const struct px_scene *scene, const struct px_cue *cue);

/* "gave the mayor a reading list: *“The Rules of the Pit”*": is the content the title of a work that somebody is
 * given? */
bool px_scene_is_given_title(const struct px_scene *scene, const struct px_cue *cue);

/* Is it a statement (article.h), once who speaks and what is said are known? */
PX_API bool px_scene_is_speech(const struct px_scene *scene, const struct px_cue *cue,
                               const struct px_attribution *attribution);

/* Are its words the speaker's and not the article's own? What somebody reacts to ("disputed the explosive report") is
 * the article's to name, and so is what only a cue that is hardly one has for its content. */
PX_API bool px_scene_is_reported(const struct px_scene *scene, const struct px_cue *cue,
                                 const struct px_attribution *attribution);

/* Do the words that are said begin inside a phrase, so that they say another thing by themselves: "criticised attacks
 * on *“character”*", "called the idea *of schools* outdated", "calling *him* a liar", "the fees, *which* he
 * named “a threat”"; or were they said before, "clarified *her comment that*"? */
PX_API bool px_scene_is_cut(const struct px_scene *scene, const struct px_cue *cue);

/* "the bill, which he said *is weak*": do the words that are said lack their subject, which stands before the cue? They
 * say nothing by themselves. */
bool px_scene_lacks_subject(const struct px_scene *scene, const struct px_cue *cue);

/* Can what is said, behind the occasion, stand behind "that"? Not what begins with it, *that’s dear*, and no question and
 * no order, "*close the quay*". Linear in what is said. */
bool px_scene_follows_that(const struct px_scene *scene, const struct px_cue *cue, struct px_span occasion);

/* "said *her* books showed it": does a pronoun in what is said, outside of marks, stand for somebody who is not the speaker
 * and not named there, by its gender? Linear in what is said. */
bool px_scene_leans(const struct px_scene *scene, const struct px_cue *cue, const struct px_attribution *attribution);

/* The gender of a pronoun of one person, as an entity's; 0 for every other word. */
uint8_t px_scene_gender_at(const struct px_scene *scene, uint32_t token);

/* Whose the mention at the token is, if it is a person; or PX_NONE. */
uint32_t px_scene_person_at(const struct px_scene *scene, uint32_t token);

/* Does the pronoun stand for a thing told before, by grammar: the subject or the object of a verb, and no "it was clear
 * *that* it rained"? Linear in the tokens up to `end`. */
bool px_scene_is_of_thing(const struct px_scene *scene, uint32_t token, uint32_t end);

/* "“*That* burns,” she said", "“We wanted *it* over”", "said she was appalled by *that*", "“The races with my kids”": does
 * what is said point, in its first sentence, at something or somebody that it does not name before, or is it tied to that,
 * "*As a result,* we", or does what is quoted tell nothing for want of a verb? Returns by how many sentences before it that
 * is told (px_attribution.pointing). `speaker` is the entity that speaks, or PX_NONE. Linear in those sentences. */
uint8_t px_scene_points(const struct px_scene *scene, const struct px_cue *cue, uint32_t speaker);

/* When it was said: the phrase that leads the statement's sentence, or the one before of the same speaker ("*In 1994*,
 * Smith vowed", "*When asked about fees*, she said"); and whether it was on an occasion told elsewhere, "said then". After
 * its speaker is resolved. Linear in the sentences. */
void px_scene_find_occasion(const struct px_scene *scene, const struct px_cue *cue, struct px_attribution *attribution);

/* "*also* said": the bytes by which the verb's words begin with one that only says that something else was said before it,
 * with the blanks behind it; 0 where they do not, or where these are more than UINT8_MAX. */
uint8_t px_scene_added(const struct px_scene *scene, const struct px_cue *cue);

/* The same, of such words right before the verb's: "refused, but *also* said". */
uint8_t px_scene_added_before(const struct px_scene *scene, const struct px_cue *cue);

/* Does what is said end with the sentence or before what is plainly added, and is nothing added within? Linear in the
 * sentence. */
bool px_scene_is_rest(const struct px_scene *scene, const struct px_cue *cue, struct px_range said);

/* "On Monday *Smith* said *that costs, and fees, were up*.": do a source, a verb that reports and a clause fill the
 * sentence, and is nothing in it added by the article? Linear in the sentence. */
bool px_scene_fills_rest(const struct px_scene *scene, const struct px_cue *cue,
                         const struct px_attribution *attribution);

/* Does grammar make what is said the clause of the cue's verb, and the speaker the verb's subject? Linear in the sentence. */
bool px_scene_is_parsed_so(const struct px_scene *scene, const struct px_cue *cue);

/* Is the statement, whose speaker is resolved, of the high tier: by the model's score, because its words are quoted,
 * because it fills its sentence, or because grammar reads it in the same way? Linear in the sentence. */
bool px_scene_is_sure(const struct px_scene *scene, const struct px_cue *cue, const struct px_attribution *attribution);

/* "considered *“other options”*", "decided *to change the phrase “the pit”*": does a verb that seldom reports, and never
 * leads to a quotation, have one right behind it, or in what is to be done? The marks may be anybody's: the statement is
 * not of the high tier, though it may be reported. */
bool px_scene_hardly_quotes(const struct px_scene *scene, const struct px_cue *cue,
                            const struct px_attribution *attribution);

/* "*supposedly* noted": does the article itself doubt that it was said, by an adverb inside the cue or before it? */
bool px_scene_doubts(const struct px_scene *scene, const struct px_cue *cue);

/* Does the last of the article's attributions go on with the quotation of the one before, and is so as sure as that? */
bool px_scene_goes_on(const struct px_scene *scene, const struct px_cue *cue, const struct px_attribution *attribution);

/* After that: whom a pronoun, or "the company", stands for among the speakers of the article's last statements. */
PX_API void px_scene_resolve_pronoun(const struct px_scene *scene, const struct px_cue *cue,
                                     struct px_attribution *attribution);

/* Is a pronoun of one person at the token, "he" or "her", for whom somebody named earlier may be meant? */
bool px_scene_is_personal(const struct px_scene *scene, uint32_t token);

/* "That did not satisfy Justice *Scarn*. “Which is it?” *he* asked.": the only person in a short sentence before what
 * is quoted, in its paragraph, where a pronoun of the gender may stand for that person; or PX_NONE. */
uint32_t px_scene_reacting(const struct px_scene *scene, const struct px_cue *cue, uint8_t gender);

/* Noun phrases that end at, or begin with, a token, inside `bounds`; empty when none does. */
PX_API struct px_range px_scene_phrase_before(const struct px_scene *scene, uint32_t last, struct px_range bounds);
PX_API struct px_range px_scene_phrase_behind(const struct px_scene *scene, uint32_t first, struct px_range bounds);

static inline bool px_range_empty(struct px_range range)
{
    return range.end <= range.first;
}

static inline bool px_range_holds(struct px_range range, uint32_t token)
{
    return token >= range.first && token < range.end;
}

static inline bool px_scene_has(const struct px_scene *scene, uint32_t token, uint32_t classes)
{
    return (scene->classes[token] & classes) != 0;
}

/* Is the token a word, a number or a symbol, not punctuation? */
static inline bool px_scene_is_word(const struct px_scene *scene, uint32_t token)
{
    return scene->tokens[token].kind != PX_TOKEN_PUNCTUATION;
}

static inline const struct px_form *px_scene_form(const struct px_scene *scene, uint32_t token)
{
    return px_vocabulary_form(scene->annotation->worker->vocabulary, scene->tokens[token].form);
}

static inline bool px_scene_is_capitalised(const struct px_scene *scene, uint32_t token)
{
    uint8_t shape = px_scene_form(scene, token)->shape;
    return shape == PX_SHAPE_CAPITALISED || shape == PX_SHAPE_UPPER || shape == PX_SHAPE_MIXED;
}

/* Is the token's word tagged so ("VBG")? False without a parser. */
static inline bool px_scene_is_tagged(const struct px_scene *scene, uint32_t token, const char *xpos)
{
    return px_parse_is_tagged(scene->annotation, token, xpos);
}

/* The cue whose words begin at the token, or NULL. */
static inline const struct px_cue *px_scene_cue_at(const struct px_scene *scene, uint32_t token)
{
    return scene->starts[token] == PX_NONE ? NULL : &scene->cues.items[scene->starts[token]];
}

/* Does the cue hang on a clause as a participle in -ing: "she left, *calling* it weak"? */
static inline bool px_scene_hangs(const struct px_scene *scene, const struct px_cue *cue)
{
    return cue->entry->kind != PX_CUE_PREPOSITION && cue->group.first == cue->core.first &&
           px_scene_has(scene, cue->core.first, PX_CLASS_GERUND);
}

/* Is the token the first of a verb that reports, not of a participle in -ing? */
static inline bool px_scene_is_cue_verb(const struct px_scene *scene, uint32_t token)
{
    const struct px_cue *cue = px_scene_cue_at(scene, token);
    return cue != NULL && (cue->entry->kind == PX_CUE_VERB || cue->entry->kind == PX_CUE_PHRASE) &&
           cue->entry->weight >= 0.3 && !px_scene_has(scene, token, PX_CLASS_GERUND);
}

static inline bool px_scene_is_clitic(const struct px_scene *scene, uint32_t token)
{
    return (scene->tokens[token].flags & PX_TOKEN_CLITIC) != 0;
}

#endif
