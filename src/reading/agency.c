#include "reading/agency.h"

#include <string.h>

#include "reading/agency_reading.h"
#include "reading/grammar.h"
#include "reading/parse.h"
#include "reading/party.h"
#include "reading/scope.h"

enum { LONGEST_PREFIX = 2 }; /* bytes: "re-", "co-", "un-" */
enum { MOST_ACTS = 400 };    /* held against each other */

/* "Two killed in raid", "Mayor blasted by sister": headlines do without the auxiliary. */
static bool is_headline_passive(const struct px_agency_reading *reading, uint32_t word)
{
    uint32_t subject = px_tree_dependent(reading->tree, word, PX_ARC_SUBJECT);
    if (!px_agency_is_headline(reading) || word != reading->tree->root || subject == PX_NONE ||
        px_tree_dependent(reading->tree, word, PX_ARC_OBJECT | PX_ARC_AUXILIARY) != PX_NONE)
        return false;
    bool told = (px_tree_arc(reading->tree, subject) & PX_ARC_PASSIVE) != 0;
    return (px_agency_is_tagged(reading, word, "VBN") && told) ||
           ((px_agency_is_tagged(reading, word, "VBN") || px_agency_is_tagged(reading, word, "VBD")) &&
            px_agency_agent_of_verb(reading, word) != PX_NONE);
}

static bool has_coordinator(const struct px_agency_reading *reading, uint32_t word)
{
    return word != PX_NONE && px_tree_dependent(reading->tree, word, PX_ARC_COORDINATOR) != PX_NONE;
}

/* Does "and" join it to what it goes on from, or a later one: "caught, beaten and jailed", wherever the parser hangs
 * that? */
static bool is_coordinated(const struct px_agency_reading *reading, uint32_t word)
{
    uint32_t next = px_tree_next(reading->tree, word, PX_ARC_CONJUNCT);
    while (next != PX_NONE && !has_coordinator(reading, next))
        next = px_tree_next(reading->tree, next, PX_ARC_CONJUNCT);
    return next != PX_NONE || has_coordinator(reading, word) ||
           has_coordinator(reading, px_tree_dependent(reading->tree, word, PX_ARC_CONJUNCT));
}

/* Does the word go on from a passive: "were caught and jailed"? An auxiliary or an object of its own makes it active
 * again: "was invited and has voiced concern"; and what only a comma parts from it is the verb of another clause: "the
 * mayor, who has been criticised, called". */
static bool goes_on(const struct px_agency_reading *reading, uint32_t word)
{
    const unsigned own = PX_ARC_SUBJECT | PX_ARC_AUXILIARY | PX_ARC_OBJECT;
    uint32_t head = reading->tree->words[word].head;
    return (px_tree_arc(reading->tree, word) & PX_ARC_CONJUNCT) != 0 && px_agency_is_tagged(reading, word, "VBN") &&
           px_tree_dependent(reading->tree, word, own) == PX_NONE && head < reading->tree->count &&
           px_agency_is_tagged(reading, head, "VBN") && px_tree_is_passive(reading->tree, head) &&
           is_coordinated(reading, word);
}

/* A passive's auxiliary is a form of "be", or a verb that by itself tells nothing ("got"): "has, over the years, made"
 * is none. */
static bool has_auxiliary(const struct px_agency_reading *reading, uint32_t word)
{
    for (uint32_t child = px_tree_dependent(reading->tree, word, PX_ARC_PASSIVE); child != PX_NONE;
         child = px_tree_next(reading->tree, child, PX_ARC_PASSIVE)) {
        uint32_t classes = px_parse_classes(reading->annotation, reading->sentence, child);
        if ((px_tree_arc(reading->tree, child) & PX_ARC_SUBJECT) == 0 &&
            ((classes & PX_CLASS_BE) != 0 ||
             ((classes & PX_CLASS_AUXILIARY) == 0 && (px_agency_listed(reading, child) & PX_AGENCY_EMPTY) != 0)))
            return true;
    }
    return false;
}

/* "is well-established": what is said so in one word is a quality, whoever brought it about; "re-elected" is one
 * word. */
static bool is_compound(const struct px_agency_reading *reading, uint32_t word)
{
    const struct px_annotation *annotation = reading->annotation;
    const struct px_token *token =
        &annotation->article->tokens.items[px_parse_token(annotation, reading->sentence, word)];
    struct px_slice text = px_slice_part(annotation->article->text, token->start, token->end);
    return px_vocabulary_form(annotation->worker->vocabulary, token->form)->part_count > 1 &&
           px_slice_find(text, PX_SLICE("-"), 0) > LONGEST_PREFIX;
}

static bool is_passive(const struct px_agency_reading *reading, uint32_t word)
{
    if (px_agency_is_tagged(reading, word, "VBG") || is_compound(reading, word))
        return false;
    return has_auxiliary(reading, word) || is_headline_passive(reading, word) || goes_on(reading, word);
}

/* The auxiliary that makes a passive, or the word itself. */
static uint32_t first_word(const struct px_agency_reading *reading, uint32_t word)
{
    uint32_t child = px_tree_dependent(reading->tree, word, PX_ARC_PASSIVE);
    while (child != PX_NONE && (px_tree_arc(reading->tree, child) & PX_ARC_SUBJECT) != 0)
        child = px_tree_next(reading->tree, child, PX_ARC_PASSIVE);
    return child < word ? child : word;
}

/* "was closed", "has been closed", "is being closed"; "are won when", which tells what always is, and "risk being
 * blamed", which tells what may be, are none that happened. */
static bool has_happened(const struct px_agency_reading *reading, uint32_t word)
{
    uint32_t first = first_word(reading, word);
    if (first == word || px_agency_is_tagged(reading, first, "VBD") || px_agency_is_tagged(reading, first, "VBN"))
        return true;
    return px_agency_is_tagged(reading, first, "VBG") &&
           px_tree_dependent(reading->tree, word, PX_ARC_AUXILIARY) != PX_NONE;
}

/* The lemma of the noun that the word is or stands for; empty where it is none. */
static struct px_slice thing_of(const struct px_agency_reading *reading, uint32_t word)
{
    if (word == PX_NONE)
        return (struct px_slice){NULL, 0};
    uint32_t noun = px_party_stands_for(reading->annotation, reading->sentence, word);
    bool is = px_slice_is(px_party_tag(reading->annotation, reading->sentence, noun), "NOUN");
    return is ? reading->tree->words[noun].lemma : (struct px_slice){NULL, 0};
}

/* "wanted to ensure that it was closed", "knew how it was closed": does a verb have the deed as what it is about, so
 * that the clause itself tells of none? */
static bool is_content(const struct px_agency_reading *reading, uint32_t word)
{
    const struct px_tree *tree = reading->tree;
    unsigned arc = px_tree_arc(tree, word);
    uint32_t first = px_tree_span(tree, word).start;
    uint32_t classes = first < word ? px_parse_classes(reading->annotation, reading->sentence, first) : 0;
    bool asked = (classes & PX_CLASS_QUESTION) != 0 && (classes & (PX_CLASS_SUBORDINATOR | PX_CLASS_RELATIVE)) == 0;
    return asked || ((arc & PX_ARC_CLAUSE) != 0 && (arc & (PX_ARC_ASIDE | PX_ARC_SUBJECT)) == 0 &&
                     tree->words[word].head < tree->count);
}

static void fill_passive(const struct px_agency_reading *reading, uint32_t word, struct px_act *act)
{
    uint32_t agent = px_agency_agent_of_passive(reading, word);
    act->kind = PX_ACT_PASSIVE;
    act->agent_given = agent != PX_NONE || px_agency_has_by_behind(reading, word);
    act->agent = px_agency_doer(reading, agent);
    act->thing = thing_of(reading, px_agency_subject(reading, word));
    act->patient = px_agency_party(reading, px_agency_subject(reading, word));
    act->agent = act->agent == act->patient ? PX_NONE : act->agent;
    act->phrase = px_agency_passive_phrase(reading, word, first_word(reading, word));
}

/* "took over": with a particle, what tells no deed by itself does. */
static bool has_particle(const struct px_agency_reading *reading, uint32_t word)
{
    uint32_t child = px_tree_dependent(reading->tree, word, PX_ARC_COMPOUND);
    while (child != PX_NONE && child < word)
        child = px_tree_next(reading->tree, child, PX_ARC_COMPOUND);
    return child == word + 1;
}

static void fill_active(const struct px_agency_reading *reading, uint32_t word, struct px_act *act)
{
    uint32_t subject = px_agency_subject(reading, word);
    uint32_t token = px_parse_token(reading->annotation, reading->sentence, word);
    uint32_t cue = reading->annotation->cues[token];
    bool said = cue != PX_NONE && reading->annotation->article->attributions.items[cue].speech;
    act->kind = PX_ACT_ACTIVE;
    uint32_t listed = px_agency_listed(reading, word);
    bool empty = (listed & PX_AGENCY_EMPTY) != 0 && !has_particle(reading, word);
    act->deed = !said && !empty && px_agency_is_told(reading, word) && !px_agency_is_in_speech(reading, word) &&
                (listed & (PX_AGENCY_STATIVE | PX_AGENCY_SPEECH)) == 0 &&
                !px_agency_is_to_be(reading->annotation, reading->sentence, word);
    act->agent_given = subject != PX_NONE;
    act->agent = px_agency_doer(reading, subject);
    act->thing = thing_of(reading, px_tree_object(reading->tree, word));
    act->patient = px_agency_patient(reading, word, act->agent);
    act->phrase = px_agency_phrase(reading, word);
    bool alone = act->phrase.end == reading->annotation->article->tokens.items[token].end;
    act->deed = act->deed && !alone &&
                px_agency_is_whole(reading, word, act); /* "worked", "voted": what, the reader would ask */
}

/* Is the word an act, and of what kind? An active verb is one where somebody that the article knows acts or is acted
 * on. */
static bool read_word(const struct px_agency_reading *reading, uint32_t word, struct px_act *act)
{
    struct px_slice tag = px_syntax_upos(reading->tree->syntax, reading->tree->words[word].tag);
    uint32_t listed = px_agency_listed(reading, word);
    *act = (struct px_act){.agent = PX_NONE, .patient = PX_NONE};
    if (px_slice_is(tag, "NOUN"))
        return px_agency_read_noun(reading, word, act);
    if (!px_slice_is(tag, "VERB") ||
        (px_parse_classes(reading->annotation, reading->sentence, word) & PX_CLASS_PREPOSITION) != 0)
        return false;
    if (is_passive(reading, word)) {
        fill_passive(reading, word, act);
        bool alone = act->phrase.start == px_agency_token(reading, first_word(reading, word))->start;
        bool open = px_tree_dependent(reading->tree, word, PX_ARC_OPEN) != PX_NONE; /* "the mails were made | public" */
        bool empty = (alone || open) && (listed & PX_AGENCY_EMPTY) != 0 && !has_particle(reading, word);
        uint32_t subject = px_agency_subject(reading, word);
        bool said = (listed & PX_AGENCY_EMPTY) != 0 && subject != PX_NONE &&
                    (px_agency_listed(reading, subject) & PX_AGENCY_SAID) != 0; /* "the claim was made again" */
        act->deed = (listed & PX_AGENCY_REPORT) == 0 && !empty && !said && !is_content(reading, word) &&
                    has_happened(reading, word) && !px_agency_is_in_speech(reading, word) &&
                    !px_agency_is_to_be(reading->annotation, reading->sentence, word);
        return (listed & PX_AGENCY_STATE) == 0;
    }
    if (px_agency_is_bare_participle(reading, word) || has_auxiliary(reading, word))
        return false;
    fill_active(reading, word, act);
    return act->agent != PX_NONE || act->patient != PX_NONE;
}

/* "*None of* the aides were charged": what is denied of its subject is not done. Where the parser finds none, the
 * subject may be anything before the verb up to a mark. */
static bool is_of_nobody(const struct px_agency_reading *reading, uint32_t word)
{
    uint32_t subject = px_tree_subject(reading->tree, word);
    bool told = subject != PX_NONE && subject < word;
    uint32_t least = told ? px_tree_span(reading->tree, subject).start : 0;
    for (uint32_t at = told ? subject + 1 : word; at-- > least;) {
        if (!told && px_agency_token(reading, at)->kind == PX_TOKEN_PUNCTUATION)
            return false;
        if (px_party_is_listed(reading->annotation, px_parse_token(reading->annotation, reading->sentence, at),
                               PX_LEXICON_NEGATION, PX_SLICE("negation")))
            return true;
    }
    return false;
}

/* "places *where* a crime had been committed": whichever they are, nobody says that one was. */
static bool is_of_any(const struct px_agency_reading *reading, uint32_t word)
{
    const unsigned own = PX_ARC_DETERMINER | PX_ARC_POSSESSOR;
    uint32_t start = px_tree_span(reading->tree, word).start;
    return start > 0 && start < word && px_agency_is_tagged(reading, start, "WRB") &&
           px_agency_is_tagged(reading, start - 1, "NNS") &&
           px_tree_dependent(reading->tree, start - 1, own) == PX_NONE;
}

static bool add_act(const struct px_agency_reading *reading, uint32_t word, const struct px_act *found)
{
    struct px_article *article = reading->annotation->article;
    uint32_t token = px_parse_token(reading->annotation, reading->sentence, word);
    struct px_act *act = px_vector_push(&article->acts, &article->arena);
    if (act == NULL)
        return false;
    *act = *found;
    uint32_t first = first_word(reading, word);
    first = act->kind == PX_ACT_PASSIVE ? px_agency_first_auxiliary(reading, word, first) : first;
    act->start = px_agency_token(reading, first)->start;
    act->end = article->tokens.items[token].end;
    act->sentence = reading->sentence;
    act->voice = article->tokens.items[token].voice;
    act->attribution = article->tokens.items[token].attribution;
    act->negated = px_scope_negates(reading->annotation, token, token + 1) ||
                   (act->kind != PX_ACT_NOMINAL && is_of_nobody(reading, word));
    act->deed = act->deed && !px_scope_supposes(reading->annotation, token, token + 1) && !is_of_any(reading, word);
    act->lemma = px_arena_copy(&article->arena, reading->tree->words[word].lemma);
    act->verb = act->kind == PX_ACT_NOMINAL ? reading->words.verbs[token] : act->lemma;
    act->claim = reading->words.claims[token];
    if (act->thing.size > 0) /* the tree's words die before the article */
        act->thing = px_arena_copy(&article->arena, act->thing);
    return act->lemma.data != NULL && (act->thing.size == 0 || act->thing.data != NULL);
}

static bool read_sentence(struct px_agency_reading *reading, uint32_t sentence)
{
    struct px_act act;
    reading->sentence = sentence;
    reading->tree = &reading->annotation->trees[sentence];
    for (uint32_t word = 0; word < reading->tree->count; word++)
        if (read_word(reading, word, &act) && !add_act(reading, word, &act))
            return false;
    return true;
}

/* Does the other act tell who did the passive's deed: the same to the same entity or to a thing of the same name; or
 * anything to that thing, in a passive that names its doer ("the video was *released*", "the video, *posted* by Corvin")? */
static bool tells_doer(const struct px_act *passive, const struct px_act *other)
{
    bool same = px_slice_equal(other->verb, passive->verb);
    if (same && passive->patient != PX_NONE && other->patient == passive->patient && other->agent != PX_NONE)
        return true;
    return other->agent_given && passive->thing.size > 0 && px_slice_equal(other->thing, passive->thing) &&
           (same || other->kind == PX_ACT_PASSIVE);
}

/* A noun leaves its doer out only if the article names him nowhere for what the noun or its verb tells; a passive, if
 * nowhere for what befalls the same. */
static void look_elsewhere(struct px_article *article)
{
    for (size_t i = 0; i < article->acts.count && i < MOST_ACTS; i++) {
        struct px_act *act = &article->acts.items[i];
        bool passive = act->kind == PX_ACT_PASSIVE && (act->patient != PX_NONE || act->thing.size > 0);
        bool looks = (act->kind == PX_ACT_NOMINAL || passive) && !act->agent_given;
        bool told = false;
        for (size_t j = 0; looks && !told && j < article->acts.count && j < MOST_ACTS; j++) {
            const struct px_act *other = &article->acts.items[j];
            told = passive ? j != i && tells_doer(act, other)
                           : other->agent != PX_NONE && px_slice_equal(other->verb, act->verb);
        }
        act->agent_given = act->agent_given || told;
    }
}

/* Acts end at their verb's or noun's token. */
const uint32_t *px_agency_index(const struct px_annotation *annotation)
{
    const struct px_article *article = annotation->article;
    uint32_t *act_at = px_arena_array(&annotation->worker->scratch, uint32_t, article->tokens.count + 1);
    if (act_at == NULL)
        return NULL;
    memset(act_at, 0xFF, (article->tokens.count + 1) * sizeof *act_at); /* PX_NONE */
    uint32_t token = 0;
    for (uint32_t i = 0; i < article->acts.count; i++) {
        uint32_t first = article->sentences.items[article->acts.items[i].sentence].first_token;
        token = token < first ? first : token;
        while (token < article->tokens.count && article->tokens.items[token].end < article->acts.items[i].end)
            token++;
        if (token < article->tokens.count && article->tokens.items[token].end == article->acts.items[i].end)
            act_at[token] = i;
    }
    return act_at;
}

bool px_agency_is_to_be(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    bool bare = px_tree_has_xpos(tree, word, "VB");
    if (bare && (px_tree_arc(tree, word) & PX_ARC_CONJUNCT) != 0 &&
        px_tree_dependent(tree, word, PX_ARC_SUBJECT | PX_ARC_AUXILIARY) == PX_NONE) {
        word = tree->words[word].head;
        bare = px_tree_has_xpos(tree, word, "VB");
    }
    if (bare && (px_tree_arc(tree, word) & PX_ARC_OPEN) != 0)
        return true;
    for (uint32_t child = tree->first_child[word]; child != PX_NONE && child < word; child = tree->next_child[child])
        if ((px_parse_classes(annotation, sentence, child) & PX_CLASS_TO) != 0)
            return true;
    return false;
}

uint32_t px_agency_agent(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    const struct px_agency_reading reading = {
        .annotation = annotation, .tree = &annotation->trees[sentence], .sentence = sentence};
    return px_agency_agent_of_passive(&reading, word);
}

enum px_status px_annotate_agency(struct px_annotation *annotation, struct px_error *error)
{
    struct px_agency_reading reading = {.annotation = annotation};
    if (annotation->trees == NULL)
        return PX_OK;
    bool done = px_agency_read_words(annotation, &reading.words);
    for (uint32_t s = 0; done && s < annotation->article->sentences.count; s++)
        done = read_sentence(&reading, s);
    look_elsewhere(annotation->article);
    return done ? PX_OK : px_no_memory(error);
}
