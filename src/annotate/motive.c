#include "annotate/motive.h"

#include "annotate/blame_reading.h"
#include "annotate/motive_reading.h"
#include "reading/agency.h"
#include "reading/bearer.h"
#include "reading/grammar.h"
#include "reading/scope.h"
#include "text/utf8.h"

enum { FEWEST_WORDS = 4 }; /* of a purpose before a mark may end it */
enum { MOST_BYTES = 90 };  /* of a purpose that is shown whole */
enum { REST_REACH = 8 };   /* tokens behind a purpose to the mark before which they belong to it */
enum { MOST_STEPS = 3 };   /* up a tree */
enum { AIM_REACH = 2 };    /* tokens from the start of a purpose to the word that colours it */

/* How the one who has the purpose is tied to the words (column "form"). */
enum form { PHRASE, VERB, TRY, WISH, THING, NOUN, AIM, GOAL };

static const struct px_slice form_names[] = {
    [PHRASE] = PX_SLICE_STATIC("phrase"), [VERB] = PX_SLICE_STATIC("verb"),   [TRY] = PX_SLICE_STATIC("try"),
    [WISH] = PX_SLICE_STATIC("wish"),     [THING] = PX_SLICE_STATIC("thing"), [NOUN] = PX_SLICE_STATIC("noun"),
    [AIM] = PX_SLICE_STATIC("aim"),       [GOAL] = PX_SLICE_STATIC("goal"),
};

enum { FORMS = sizeof form_names / sizeof *form_names };

static uint8_t find_form(struct px_slice cell)
{
    uint8_t form = 0;
    while (form < FORMS && !px_slice_equal(cell, form_names[form]))
        form++;
    return form;
}

static void mark_hit(struct px_motive_mark *marks, const struct px_hit *hit, uint8_t form, struct px_slice object,
                     double weight)
{
    int8_t sign = (int8_t)(weight < 0 ? -1 : weight > 0 ? 1 : 0);
    struct px_motive_mark *first = &marks[hit->first_token];
    if (form == AIM) {
        first->aim = sign;
        first->needs_good = px_slice_is(object, "good");
        first->needs_people = px_slice_is(object, "people");
    } else if (form == GOAL) {
        first->goal = true;
    } else if (form < FORMS) {
        first->noun = first->noun || form == NOUN;
        first->noun_sign = form == NOUN ? sign : first->noun_sign;
        if (form != NOUN || first->hit == NULL) {
            first->hit = hit;
            first->sign = sign;
            first->form = form;
        }
        for (size_t t = 0; t < hit->token_count; t++)
            first[t].covered = true;
    }
}

static bool read_lexicon(struct px_motive_reading *reading)
{
    const struct px_annotation *annotation = reading->annotation;
    const struct px_hits *hits = &annotation->article->hits;
    const struct px_lexicon *lexicon = px_resources_lexicon(annotation->resources, PX_LEXICON_MOTIVES);
    size_t column = px_lexicon_column(lexicon, "form");
    size_t object = px_lexicon_column(lexicon, "object");
    reading->marks = px_arena_array(&annotation->worker->scratch, struct px_motive_mark,
                                    annotation->article->tokens.count + AIM_REACH);
    for (size_t i = 0; reading->marks != NULL && i < hits->count; i++) {
        const struct px_entry *entry = px_resources_entry(annotation->resources, &hits->items[i]);
        if (hits->items[i].lexicon == PX_LEXICON_VALENCE)
            reading->marks[hits->items[i].first_token].bad = entry->weight < 0;
        if (hits->items[i].lexicon == PX_LEXICON_AGENCY && px_slice_is(entry->category, "agency.means"))
            reading->marks[hits->items[i].first_token].means = true;
        if (hits->items[i].lexicon == PX_LEXICON_MOTIVES)
            mark_hit(reading->marks, &hits->items[i], find_form(px_lexicon_cell(lexicon, entry, column)),
                     px_lexicon_cell(lexicon, entry, object), entry->weight);
    }
    return reading->marks != NULL;
}

/* Whose thing it is; a thing without an owner stands for itself. */
static struct px_party owner_of(const struct px_motive_reading *reading, uint32_t thing)
{
    uint32_t owner = px_tree_dependent(reading->tree, thing, PX_ARC_POSSESSOR);
    struct px_party party = px_party_at(reading->annotation, reading->sentence, owner);
    return px_party_is_told(&party) ? party : px_party_at(reading->annotation, reading->sentence, thing);
}

/* The object of the nearest verb above that has one, "cast *the plan* as"; PX_NONE for none. */
static uint32_t object_above(const struct px_tree *tree, uint32_t word)
{
    uint32_t object = PX_NONE;
    for (int steps = 0; steps < MOST_STEPS && word < tree->count && object == PX_NONE; steps++) {
        word = tree->words[word].head;
        object = word < tree->count ? px_tree_dependent(tree, word, PX_ARC_OBJECT) : PX_NONE;
    }
    return object;
}

/* "designed to": the participle's subject or noun, and whose it is. */
static struct px_party actor_of_thing(const struct px_motive_reading *reading, uint32_t participle)
{
    const struct px_tree *tree = reading->tree;
    uint32_t thing =
        px_tree_dependent(tree, participle, PX_ARC_SUBJECT); /* one of its own: "cast the plan as designed" */
    if (thing == PX_NONE && (px_tree_arc(tree, participle) & PX_ARC_ASIDE) != 0)
        thing = tree->words[participle].head;
    return thing == PX_NONE || thing >= tree->count ? (struct px_party){PX_NONE, {0, 0}} : owner_of(reading, thing);
}

/* "a ploy to": the ploy's owner, or who or what is said to be one. */
static struct px_party actor_of_noun(const struct px_motive_reading *reading, uint32_t noun)
{
    const struct px_tree *tree = reading->tree;
    bool said = px_tree_dependent(tree, noun, PX_ARC_COPULA) != PX_NONE;
    uint32_t subject = said ? px_tree_subject(tree, noun) : PX_NONE;
    struct px_party party =
        px_party_at(reading->annotation, reading->sentence, px_tree_dependent(tree, noun, PX_ARC_POSSESSOR));
    return px_party_is_told(&party) || subject == PX_NONE ? party : owner_of(reading, subject);
}

/* "visited the camp in an effort to": who does what is told before; he who is charged with it, "accused *him* of going
 * in an effort to", wherever the parser hangs the phrase. */
static struct px_party actor_of_phrase(const struct px_motive_reading *reading, uint32_t head)
{
    uint32_t verb = px_tree_clause(reading->tree, head);
    struct px_party charged = px_party_charged(reading->annotation, reading->sentence, verb, head);
    return px_party_is_told(&charged) ? charged : px_party_doer(reading->annotation, reading->sentence, verb);
}

/* "cast the plan *as* motivated by greed" */
static bool is_behind_as(const struct px_motive_reading *reading, uint32_t word)
{
    return word > 0 &&
           px_party_is_listed(reading->annotation, px_parse_token(reading->annotation, reading->sentence, word - 1),
                              PX_LEXICON_AGENCY, PX_SLICE("agency.role"));
}

static struct px_party actor_of(const struct px_motive_reading *reading, uint8_t form, uint32_t head)
{
    if ((form == THING || form == VERB) && is_behind_as(reading, head)) {
        uint32_t thing = object_above(reading->tree, head);
        return thing == PX_NONE ? (struct px_party){PX_NONE, {0, 0}} : owner_of(reading, thing);
    }
    switch (form) {
    case THING: return actor_of_thing(reading, head);
    case NOUN: return actor_of_noun(reading, head);
    case PHRASE: return actor_of_phrase(reading, head);
    default: return px_party_doer(reading->annotation, reading->sentence, head);
    }
}

/* Does the noun, a word of the sentence, tell of people? */
static bool is_people(const struct px_motive_reading *reading, uint32_t noun)
{
    const struct px_annotation *annotation = reading->annotation;
    uint32_t token = px_parse_token(annotation, reading->sentence, noun);
    const struct px_token *it = &annotation->article->tokens.items[token];
    return px_blame_names_people(annotation, (struct px_span){it->start, it->end}) ||
           px_party_is_listed(annotation, token, PX_LEXICON_QUANTITIES, PX_SLICE("quantity.person"));
}

/* Does the object of the aim at the token take its colour away? To protect what is one's own ("its reputation") or a plan
 * is not noble, and to dismantle what is bad ("barriers") not suspicious. */
static bool is_faded(const struct px_motive_reading *reading, uint32_t token)
{
    const struct px_annotation *annotation = reading->annotation;
    const struct px_motive_mark *mark = &reading->marks[token];
    uint32_t verb = px_parse_word(annotation, token);
    uint32_t object = verb == PX_NONE ? PX_NONE : px_tree_dependent(reading->tree, verb, PX_ARC_OBJECT);
    uint32_t owner = object == PX_NONE ? PX_NONE : px_tree_dependent(reading->tree, object, PX_ARC_POSSESSOR);
    if (object == PX_NONE)
        return false;
    if (mark->aim > 0 && mark->needs_people && !is_people(reading, object))
        return true;
    if (mark->aim > 0)
        return owner != PX_NONE && (px_parse_classes(annotation, reading->sentence, owner) & PX_CLASS_POSSESSIVE) != 0;
    return mark->needs_good && reading->marks[px_parse_token(annotation, reading->sentence, object)].bad;
}

/* What the purpose's first words make of it. */
static int8_t colour(const struct px_motive_reading *reading, uint32_t token)
{
    const struct px_tokens *tokens = &reading->annotation->article->tokens;
    for (uint32_t t = token; t < token + AIM_REACH && t < tokens->count; t++)
        if (reading->marks[t].aim != 0 && tokens->items[t].sentence == reading->sentence)
            return is_faded(reading, t) ? 0 : reading->marks[t].aim;
    return 0;
}

/* A comma or a dash, not a hyphen or a full stop inside a name. */
static bool is_stop(const struct px_motive_reading *reading, uint32_t token)
{
    const struct px_article *article = reading->annotation->article;
    size_t at = article->tokens.items[token].start;
    if (article->tokens.items[token].kind != PX_TOKEN_PUNCTUATION)
        return false;
    uint32_t mark = px_utf8_next(article->text, &at);
    return mark == ',' || mark == ';' || mark == ':' || mark == 0x2013 || mark == 0x2014;
}

static bool is_verb(const struct px_motive_reading *reading, uint32_t token)
{
    uint32_t word = px_parse_word(reading->annotation, token);
    struct px_slice tag =
        word == PX_NONE || reading->annotation->article->tokens.items[token].sentence != reading->sentence
            ? PX_SLICE("")
            : px_party_tag(reading->annotation, reading->sentence, word);
    return px_slice_is(tag, "VERB") || px_slice_is(tag, "AUX");
}

static bool is_listed(const struct px_motive_reading *reading, uint32_t token, struct px_slice category)
{
    return px_party_is_listed(reading->annotation, token, PX_LEXICON_AGENCY, category);
}

/* Does a clause begin at the token that tells when or why, and not what for: "to explain herself | after he left"?
 * Where the words are too many to be shown, what looks like one is enough. */
static bool begins_circumstance(const struct px_motive_reading *reading, uint32_t token, bool many)
{
    if ((reading->annotation->classes[token] & PX_CLASS_SUBORDINATOR) == 0)
        return false;
    if (many)
        return !is_listed(reading, token, PX_SLICE("agency.role"));
    const struct px_tree *tree = reading->tree;
    uint32_t word = px_parse_word(reading->annotation, token);
    uint32_t clause = word == PX_NONE || word >= tree->count ? PX_NONE : tree->words[word].head;
    return clause < tree->count && clause > word &&
           px_slice_is(px_syntax_relation(tree->syntax, tree->words[word].relation), "mark") &&
           px_slice_starts(px_syntax_relation(tree->syntax, tree->words[clause].relation), PX_SLICE("advcl"));
}

/* Does another clause begin behind the mark at the token, "to build on it, *Lind is* late"? One behind "but" may turn it
 * round, and belongs to it. */
static bool begins_clause(const struct px_motive_reading *reading, uint32_t token)
{
    enum { SUBJECT_REACH = 5 };
    uint32_t word = px_parse_word(reading->annotation, token);
    if (token + 1 >= reading->annotation->article->tokens.count || !is_stop(reading, token) ||
        (reading->annotation->classes[token + 1] & (PX_CLASS_COORDINATOR | PX_CLASS_SUBORDINATOR)) != 0)
        return false;
    for (uint32_t w = word + 1; w < reading->tree->count && w <= word + SUBJECT_REACH; w++) {
        uint32_t verb = reading->tree->words[w].head;
        if ((px_tree_arc(reading->tree, w) & PX_ARC_SUBJECT) == 0 || verb < w || verb >= reading->tree->count)
            continue;
        bool finite = px_tree_is_finite(reading->tree, verb) ||
                      px_tree_dependent(reading->tree, verb, PX_ARC_AUXILIARY | PX_ARC_COPULA) != PX_NONE;
        return finite && (px_parse_classes(reading->annotation, reading->sentence, w) & PX_CLASS_RELATIVE) == 0;
    }
    return false;
}

/* Has the sentence nothing more to tell of the purpose that ends at the byte: does a quotation end there, another clause
 * begin, or the verb stand whose subject the purpose is part of, "reforms that she wants to see *include*"? */
static bool is_closed(const struct px_motive_reading *reading, uint32_t byte)
{
    const struct px_tokens *tokens = &reading->annotation->article->tokens;
    uint32_t t = px_tokens_reaching(tokens, byte), next = t + (t < tokens->count && is_stop(reading, t));
    if (next >= tokens->count || tokens->items[next].sentence != reading->sentence)
        return false;
    return (tokens->items[next].flags & PX_TOKEN_QUOTE_CLOSE) != 0 || begins_clause(reading, t) ||
           (next == t && px_parse_is_finite(reading->annotation, t));
}

/* Does a pronoun in the words stand for something, or for several, of which nobody knows what they are? */
static bool points_away(const struct px_motive_reading *reading, struct px_span words)
{
    const struct px_article *article = reading->annotation->article;
    for (uint32_t t = px_tokens_reaching(&article->tokens, words.start);
         t < article->tokens.count && article->tokens.items[t].start < words.end; t++)
        if (px_entity_at(reading->annotation, t) == PX_NONE &&
            (reading->annotation->classes[t] & PX_CLASS_POSSESSIVE) == 0 &&
            !px_party_is_listed(reading->annotation, t, PX_LEXICON_GRAMMAR, PX_SLICE("grammar.reflexive")) &&
            (px_party_is_listed(reading->annotation, t, PX_LEXICON_PRONOUNS, PX_SLICE("pronoun.neutral")) ||
             px_party_is_listed(reading->annotation, t, PX_LEXICON_PRONOUNS, PX_SLICE("pronoun.plural"))))
            return true;
    return false;
}

/* The purpose that begins with `token`, up to the end of the quotation that it stands in, or to the first mark behind a few
 * words or before another clause, or to a clause that tells when: what stands there is often no part of it, but for a
 * clause with "that", of which half is none. What follows up to a mark nearby belongs to it, too: parsers hang a phrase on
 * the verb above ("to ready himself | for a run"). */
static struct px_span purpose_from(const struct px_motive_reading *reading, uint32_t token, uint32_t word)
{
    const struct px_tokens *tokens = &reading->annotation->article->tokens;
    struct px_span span = px_party_span(reading->annotation, reading->sentence, word,
                                        px_party_phrase(reading->annotation, reading->sentence, word));
    bool clause = false, many = span.end - span.start > MOST_BYTES;
    int quoted = 0;
    uint32_t t = token;
    for (; t < tokens->count && tokens->items[t].start < span.end; t++) {
        clause = clause || (reading->annotation->classes[t] & PX_CLASS_THAT) != 0;
        quoted -= (tokens->items[t].flags & PX_TOKEN_QUOTE_CLOSE) != 0;
        if (quoted < 0 && t > token) {
            span.end = tokens->items[t - 1 - is_stop(reading, t - 1)].end;
            return span;
        }
        quoted += (tokens->items[t].flags & PX_TOKEN_QUOTE_OPEN) != 0;
        bool stops = (is_stop(reading, t) && t >= token + FEWEST_WORDS) || begins_clause(reading, t) ||
                     (t > token + 1 && begins_circumstance(reading, t, many && t + 1 >= token + FEWEST_WORDS));
        if (!clause && stops) {
            span.end = tokens->items[t - 1].end;
            return span;
        }
    }
    bool phrase = t < tokens->count && (reading->annotation->classes[t] & PX_CLASS_PREPOSITION) != 0;
    for (uint32_t rest = t; phrase && rest < tokens->count && rest <= t + REST_REACH && !is_verb(reading, rest); rest++)
        if (tokens->items[rest].sentence != reading->sentence || tokens->items[rest].kind == PX_TOKEN_PUNCTUATION) {
            span.end = tokens->items[rest - 1].end;
            break;
        }
    return span;
}

/* May the actor have a purpose: a person, a group or a body? What a law or an effort is for is no motive. */
static bool is_somebody(const struct px_annotation *annotation, const struct px_party *actor)
{
    const struct px_article *article = annotation->article;
    if (actor->entity != PX_NONE)
        return article->entities.items[actor->entity].kind != PX_ENTITY_WORK;
    for (uint32_t t = px_tokens_reaching(&article->tokens, actor->words.start);
         t < article->tokens.count && article->tokens.items[t].start < actor->words.end; t++)
        if (article->lexemes != NULL && article->lexemes[t].word_class == PX_WORD_VERB)
            return false; /* what was read amiss: a clause */
    for (size_t i = px_hits_from(&article->hits, px_tokens_reaching(&article->tokens, actor->words.start));
         i < article->hits.count && article->tokens.items[article->hits.items[i].first_token].start < actor->words.end;
         i++) {
        const struct px_hit *hit = &article->hits.items[i];
        int kind = hit->lexicon == PX_LEXICON_SOURCES
                       ? px_speaker_kind_find(px_resources_entry(annotation->resources, hit)->category)
                       : -1;
        if (hit->lexicon == PX_LEXICON_ROLES || (kind >= 0 && kind != PX_SPEAKER_DOCUMENT))
            return true;
    }
    return false;
}

/* A wish that stands in somebody else's statement: "he believes that the government wanted to". */
static bool is_said_by_another(const struct px_motive_reading *reading, uint32_t token, const struct px_party *actor)
{
    const struct px_article *article = reading->annotation->article;
    uint32_t attribution = article->tokens.items[token].attribution;
    if (attribution == PX_NONE)
        return false;
    uint32_t speaker = article->attributions.items[attribution].entity;
    return speaker != PX_NONE && speaker != actor->entity;
}

/* "Hask said that he would stay in an effort to": a pronoun in an indirect statement is most often the speaker; where
 * it was taken for another, nobody knows. */
static bool is_doubtful(const struct px_motive_reading *reading, uint32_t token, const struct px_party *actor)
{
    const struct px_annotation *annotation = reading->annotation;
    const struct px_article *article = annotation->article;
    uint32_t index = annotation->mentions[px_tokens_reaching(&article->tokens, actor->words.start)];
    const struct px_mention *mention = index == PX_NONE ? NULL : &article->mentions.items[index];
    bool alone = mention != NULL && mention->form == PX_MENTION_PRONOUN &&
                 article->tokens.items[mention->first_token + mention->token_count - 1].end >= actor->words.end;
    return alone && article->tokens.items[token].voice == PX_VOICE_INDIRECT &&
           is_said_by_another(reading, token, actor);
}

/* "the things that she hopes *to win*": does a clause tell of a noun, and is one word all of its purpose, whose object
 * stands before it? */
static bool lacks_object(const struct px_motive_reading *reading, uint32_t head, uint32_t word)
{
    uint32_t clause = head == PX_NONE ? PX_NONE : px_tree_clause(reading->tree, head);
    return clause != PX_NONE && (px_tree_arc(reading->tree, clause) & PX_ARC_ASIDE) != 0 &&
           reading->tree->words[clause].head < clause && px_tree_span(reading->tree, word).end <= word + 1 &&
           px_tree_dependent(reading->tree, clause, PX_ARC_SUBJECT) != PX_NONE;
}

/* Does the purpose break off before what it is about, "of interfering with, …"? */
static bool is_cut(const struct px_motive_reading *reading, struct px_span purpose)
{
    uint32_t end = px_tokens_reaching(&reading->annotation->article->tokens, purpose.end);
    return end > 0 && (reading->annotation->classes[end - 1] & PX_CLASS_PREPOSITION) != 0;
}

bool px_motive_add(const struct px_motive_reading *reading, uint32_t first, uint32_t end, struct px_party actor,
                   int8_t sign, bool noun)
{
    struct px_article *article = reading->annotation->article;
    const struct px_token *tokens = article->tokens.items;
    if (end >= article->tokens.count || tokens[end].sentence != reading->sentence ||
        tokens[end].kind == PX_TOKEN_PUNCTUATION || !px_party_is_told(&actor) ||
        (reading->marks[first].hit == NULL &&
         px_scope_supposes(reading->annotation, first, end))) /* "could use it to" */
        return true;
    uint32_t word = px_parse_word(reading->annotation, end);
    struct px_span purpose = purpose_from(reading, end, word);
    if (is_cut(reading, purpose) || is_doubtful(reading, first, &actor) ||
        lacks_object(reading, px_parse_head(reading->annotation, first, end), word))
        return true;
    struct px_motive *motive = px_vector_push(&article->motives, &article->arena);
    if (motive == NULL)
        return false;
    sign = sign != 0 ? sign : colour(reading, end);
    *motive = (struct px_motive){
        .cue = {tokens[first].start, tokens[end - 1].end},
        .purpose = purpose,
        .actor = actor,
        .sentence = reading->sentence,
        .attribution = tokens[first].attribution,
        .voice = tokens[first].voice,
        .noun = noun,
        .somebody = is_somebody(reading->annotation, &actor),
        .bare = reading->marks[first].hit == NULL && !reading->marks[first].goal,
        .aim = sign < 0   ? PX_AIM_SUSPICIOUS
               : sign > 0 ? PX_AIM_NOBLE
                          : PX_AIM_PLAIN,
        .negated = px_scope_negates(reading->annotation, first, end),
        .closed = is_closed(reading, purpose.end),
        .points = points_away(reading, purpose),
    };
    return true;
}

static bool is_noun(const struct px_motive_reading *reading, uint32_t head)
{
    struct px_slice tag = px_party_tag(reading->annotation, reading->sentence, head);
    return px_slice_is(tag, "NOUN") || px_slice_is(tag, "PROPN");
}

/* "is intent on", where the parser may take the adjective for a noun */
static bool is_predicate(const struct px_tree *tree, uint32_t word)
{
    return px_tree_dependent(tree, word, PX_ARC_COPULA) != PX_NONE;
}

/* Any attempt has a purpose: only what is said of it by its aim is worth telling. So with a wish, which by itself is a
 * statement of who has it; but not when another says so. What somebody did not try or wish is no purpose of his, nor is
 * what "neither side" wants. */
static bool is_worth_telling(const struct px_motive_reading *reading, uint32_t token, uint8_t form,
                             const struct px_party *actor)
{
    uint32_t end = token + reading->marks[token].hit->token_count;
    if (form != TRY && form != WISH)
        return true;
    const struct px_tokens *tokens = &reading->annotation->article->tokens;
    uint32_t actor_end = px_tokens_reaching(tokens, actor->words.end);
    if (px_scope_negates(reading->annotation, token, end) ||
        (px_party_is_told(actor) &&
         px_scope_negates(reading->annotation, px_tokens_reaching(tokens, actor->words.start), actor_end)))
        return false;
    return colour(reading, end) != 0 || (form == WISH && is_said_by_another(reading, token, actor));
}

/* Do the words end in a "to" that is no infinitive's: "opened his campaign to attacks"? */
static bool leads_to_noun(const struct px_motive_reading *reading, uint32_t last)
{
    uint32_t word = px_parse_word(reading->annotation, last);
    return word != PX_NONE && (reading->annotation->classes[last] & PX_CLASS_TO) != 0 &&
           (px_tree_arc(reading->tree, word) & PX_ARC_CASE) != 0;
}

/* "Trump's offer to Democrats, seeking to trade": a participle beside a phrase may be of who stands above, which
 * parsers do not tell. */
static bool hangs_on_phrase(const struct px_motive_reading *reading, uint32_t head)
{
    unsigned arc = px_tree_arc(reading->tree, head);
    uint32_t above = reading->tree->words[head].head;
    return (arc & PX_ARC_ASIDE) != 0 && (arc & PX_ARC_CLAUSE) == 0 && above != PX_NONE &&
           (px_tree_arc(reading->tree, above) & (PX_ARC_NOMINAL | PX_ARC_OBLIQUE)) != 0;
}

/* "saw the tour *as a way to* win": whatever the phrase is for, he who sees it so does not do it. */
static bool is_only_called(const struct px_motive_reading *reading, uint32_t token, uint32_t head)
{
    uint32_t verb = px_parse_token(reading->annotation, reading->sentence, px_tree_clause(reading->tree, head));
    return is_listed(reading, token, PX_SLICE("agency.role")) &&
           (is_listed(reading, verb, PX_SLICE("agency.stative")) ||
            (reading->annotation->classes[verb] & PX_CLASS_NAMING) != 0);
}

/* "Hask *could* also be trying to stall": a guess is no aim that anybody is said to have. */
static bool is_guessed(const struct px_motive_reading *reading, uint32_t token)
{
    enum { REACH = 3 };
    const struct px_annotation *annotation = reading->annotation;
    for (uint32_t t = token;
         t > 0 && token - t < REACH && annotation->article->tokens.items[t - 1].sentence == reading->sentence; t--)
        if ((annotation->classes[t - 1] & PX_CLASS_MODAL) != 0 &&
            px_party_is_listed(annotation, t - 1, PX_LEXICON_CERTAINTY, PX_SLICE("certainty.hedge")))
            return true;
    return false;
}

/* "it is unusual *for Hask to seek* talks": what may be or ought to be is no aim that anybody has. */
static bool is_of_nobody(const struct px_motive_reading *reading, uint32_t head)
{
    return px_agency_is_to_be(reading->annotation, reading->sentence, head) &&
           px_tree_dependent(reading->tree, head, PX_ARC_SUBJECT) != PX_NONE;
}

/* "*if* Hask wants to stay": what is only supposed. */
static bool is_condition(const struct px_motive_reading *reading, uint32_t head)
{
    uint32_t clause = px_tree_clause(reading->tree, head);
    for (uint32_t w = 0; w < clause; w++)
        if (reading->tree->words[w].head == clause &&
            px_party_is_listed(reading->annotation, px_parse_token(reading->annotation, reading->sentence, w),
                               PX_LEXICON_EVENTS, PX_SLICE("event.condition")))
            return true;
    return false;
}

static bool read_cue(const struct px_motive_reading *reading, uint32_t token)
{
    const struct px_motive_mark *mark = &reading->marks[token];
    uint32_t end = token + mark->hit->token_count;
    uint32_t head = px_parse_head(reading->annotation, token, end);
    if (head == PX_NONE || leads_to_noun(reading, end - 1) || is_of_nobody(reading, head) ||
        is_guessed(reading, token) || is_condition(reading, head) ||
        (mark->form == PHRASE && is_only_called(reading, token, head)))
        return true;
    bool noun = is_noun(reading, head) && (mark->noun || !is_predicate(reading->tree, head));
    uint8_t form = noun && mark->noun ? NOUN : mark->form;
    if (form != PHRASE && ((form == NOUN) != noun || (!noun && hangs_on_phrase(reading, head))))
        return true;
    struct px_party actor = actor_of(reading, form, head);
    return !is_worth_telling(reading, token, form, &actor) ||
           px_motive_add(reading, token, end, actor, form == NOUN ? mark->noun_sign : mark->sign, form == NOUN);
}

static bool read_token(struct px_motive_reading *reading, uint32_t token)
{
    const struct px_annotation *annotation = reading->annotation;
    reading->sentence = annotation->article->tokens.items[token].sentence;
    if (reading->sentence == PX_NONE)
        return true;
    reading->tree = &annotation->trees[reading->sentence];
    if (reading->marks[token].hit != NULL)
        return read_cue(reading, token);
    bool infinitive = (annotation->classes[token] & PX_CLASS_TO) != 0 && !reading->marks[token].covered;
    return !infinitive || px_motive_read_infinitive(reading, token);
}

enum px_status px_annotate_motives(struct px_annotation *annotation, struct px_error *error)
{
    struct px_motive_reading reading = {.annotation = annotation};
    if (annotation->trees == NULL)
        return PX_OK;
    bool done = read_lexicon(&reading);
    for (uint32_t t = 0; done && t < annotation->article->tokens.count; t++)
        done = read_token(&reading, t);
    return done ? PX_OK : px_no_memory(error);
}
