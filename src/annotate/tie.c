#include "annotate/tie.h"

#include <math.h>
#include <string.h>

#include "reading/agency.h"
#include "reading/bearer.h"
#include "reading/parse.h"
#include "reading/party.h"
#include "reading/scope.h"

static const double least_valence = 1.5, least_of_speech = 1;

enum {
    MOST_STEPS = 4, /* up from what somebody is charged with */
    BESIDE = 2,     /* words from a verb to its adverb: "claimed, falsely"; further off it is of the whole sentence */
};

struct reading {
    const struct px_annotation *annotation;
    const uint32_t *act_at; /* by token */
    bool *loaded;           /* by token: part of a word that counts as loaded */
    double *strength;       /* by token: of the strongest word of feeling that it is part of */
    bool *felt;             /* by token: a state of whoever has it ("happy"), which judges its cause and not him */
    bool *done;             /* by token: a deed, not only words: "sued" */
    bool *charges;          /* by token: a word by which somebody says that somebody did something ("accused") */
};

/* An evaluation at its place. */
struct place {
    uint32_t first, end; /* tokens */
    uint32_t sentence;
    uint32_t head; /* word */
    uint32_t entity;
};

static bool *new_flags(const struct reading *reading)
{
    return px_arena_array(&reading->annotation->worker->scratch, bool, reading->annotation->article->tokens.count + 1);
}

static void read_loaded(struct reading *reading)
{
    const struct px_article *article = reading->annotation->article;
    for (size_t i = 0; i < article->matches.count; i++) {
        const struct px_match *match = &article->matches.items[i];
        bool loaded = match->marked && px_match_is_loaded(match) &&
                      !px_category_within(match->category, PX_SLICE("loaded.distance")); /* doubts words, not people */
        for (uint32_t t = match->first_token; loaded && t < match->first_token + match->token_count; t++)
            reading->loaded[t] = true;
    }
}

static void read_hits(struct reading *reading)
{
    const struct px_article *article = reading->annotation->article;
    const struct px_resources *resources = reading->annotation->resources;
    const struct px_lexicon *blame = px_resources_lexicon(resources, PX_LEXICON_BLAME);
    const struct px_lexicon *valence = px_resources_lexicon(resources, PX_LEXICON_VALENCE);
    size_t charges = px_lexicon_column(blame, "charges"), of = px_lexicon_column(valence, "of");
    for (size_t i = 0; i < article->hits.count; i++) {
        const struct px_hit *hit = &article->hits.items[i];
        const struct px_entry *entry = px_resources_entry(resources, hit);
        if (hit->lexicon == PX_LEXICON_BLAME && px_lexicon_cell(blame, entry, charges).size > 0)
            reading->charges[hit->first_token] = true;
        if (hit->lexicon == PX_LEXICON_EVENTS && px_category_within(entry->category, PX_SLICE("event.deed")))
            reading->done[hit->first_token] = true;
        if (hit->lexicon != PX_LEXICON_VALENCE)
            continue;
        double strength = fabs(entry->weight);
        for (uint32_t t = hit->first_token; t < hit->first_token + hit->token_count; t++) {
            reading->strength[t] = fmax(reading->strength[t], strength);
            reading->felt[t] |= px_lexicon_cell(valence, entry, of).size > 0;
        }
    }
}

static bool read_words(struct reading *reading)
{
    reading->strength =
        px_arena_array(&reading->annotation->worker->scratch, double, reading->annotation->article->tokens.count + 1);
    reading->loaded = new_flags(reading);
    reading->felt = new_flags(reading);
    reading->done = new_flags(reading);
    reading->charges = new_flags(reading);
    if (reading->loaded == NULL || reading->strength == NULL || reading->felt == NULL || reading->done == NULL ||
        reading->charges == NULL)
        return false;
    read_loaded(reading);
    read_hits(reading);
    return true;
}

static uint32_t entity_of(const struct reading *reading, const struct place *place, uint32_t word)
{
    return px_party_at(reading->annotation, place->sentence, word).entity;
}

static bool judges(const struct reading *reading, const struct place *place, double least)
{
    return reading->loaded[place->end - 1] || reading->strength[place->end - 1] >= least;
}

/* Whom a word of speech with a tone is directed at; who speaks, if it is loaded, against him, and directed at
 * nobody. */
static bool tie_cue(const struct reading *reading, const struct place *place, struct px_stance_evidence *evidence)
{
    const struct px_tree *tree = &reading->annotation->trees[place->sentence];
    uint32_t cue = reading->annotation->cues[place->end - 1];
    const struct px_attribution *attribution = &reading->annotation->article->attributions.items[cue];
    struct px_slice tag = px_party_tag(reading->annotation, place->sentence, place->head);
    bool verb = px_slice_is(tag, "VERB");
    if (attribution->entity == place->entity)
        return verb && reading->loaded[place->end - 1] && evidence->contribution < 0 &&
               px_tree_object(tree, place->head) == PX_NONE;
    if (attribution->speaker.count == 0)
        return false;
    evidence->judge = cue;
    return judges(reading, place, least_of_speech) && !reading->done[place->end - 1] &&
           attribution->tone != PX_TONE_NEUTRAL && attribution->tone != PX_TONE_CONCEDING &&
           entity_of(reading, place, px_tree_object(tree, place->head)) == place->entity;
}

/* What a noun is said of: "Hask is a bully", "Hask, a bully", "a bully, Hask". */
static bool tie_noun(const struct reading *reading, const struct place *place)
{
    const struct px_tree *tree = &reading->annotation->trees[place->sentence];
    uint32_t token = px_parse_token(reading->annotation, place->sentence, place->head);
    uint32_t act = reading->act_at[token];
    if (act != PX_NONE)
        return reading->annotation->article->acts.items[act].claim.size > 0 &&
               reading->annotation->article->acts.items[act].agent == place->entity;
    if (px_tree_dependent(tree, place->head, PX_ARC_COPULA) != PX_NONE)
        return entity_of(reading, place, px_tree_subject(tree, place->head)) == place->entity;
    uint32_t beside = (px_tree_arc(tree, place->head) & PX_ARC_APPOSITION) != 0
                          ? tree->words[place->head].head
                          : px_tree_dependent(tree, place->head, PX_ARC_APPOSITION);
    return beside != PX_NONE && entity_of(reading, place, beside) == place->entity;
}

/* "radical Islam", "moderate Democrats": before the bare name of no person an adjective tells which of them are
 * meant. */
static bool tells_which(const struct reading *reading, const struct px_tree *tree, const struct place *place,
                        uint32_t name)
{
    return reading->annotation->article->entities.items[place->entity].kind != PX_ENTITY_PERSON &&
           px_tree_dependent(tree, name, PX_ARC_DETERMINER | PX_ARC_POSSESSOR) == PX_NONE;
}

/* Of an adjective: the noun it modifies, or the subject of which it is said. */
static bool tie_adjective(const struct reading *reading, const struct place *place)
{
    const struct px_tree *tree = &reading->annotation->trees[place->sentence];
    bool modifies =
        (px_tree_arc(tree, place->head) & PX_ARC_MODIFIER) != 0 && tree->words[place->head].head < tree->count;
    uint32_t bearer = modifies ? tree->words[place->head].head : px_tree_subject(tree, place->head);
    return bearer != PX_NONE && entity_of(reading, place, bearer) == place->entity &&
           !(modifies && tells_which(reading, tree, place, bearer));
}

/* "Hask *falsely* claimed", "Hask left, *wrongly* claiming": who did what is told so. That the outlet itself contradicts
 * what he claims is uptake, and told as that: "his false claims" says the same. */
static bool tie_adverb(const struct reading *reading, const struct place *place,
                       const struct px_stance_evidence *evidence)
{
    const struct px_tree *tree = &reading->annotation->trees[place->sentence];
    uint32_t verb = tree->words[place->head].head;
    bool beside = verb < tree->count && (verb > place->head ? verb - place->head : place->head - verb) <= BESIDE;
    uint32_t spoken = beside ? px_parse_token(reading->annotation, place->sentence, verb) : PX_NONE;
    if (beside && evidence->attribution == PX_NONE && reading->annotation->cues[spoken] != PX_NONE)
        return false;
    return evidence->contribution < 0 && beside &&
           px_slice_is(px_party_tag(reading->annotation, place->sentence, verb), "VERB") &&
           px_party_doer(reading->annotation, place->sentence, verb).entity == place->entity;
}

/* "accused Hask of *fraud*": what the one is charged with, who is charged. What is told of others beside it ("of
 * sleeping while fires *raged*") is not his. */
static bool tie_charge(const struct reading *reading, const struct place *place, struct px_stance_evidence *evidence)
{
    const struct px_annotation *annotation = reading->annotation;
    const struct px_tree *tree = &annotation->trees[place->sentence];
    uint32_t word = place->head;
    for (int steps = 0; steps < MOST_STEPS; steps++) {
        unsigned arc = px_tree_arc(tree, word);
        bool others = px_tree_dependent(tree, word, PX_ARC_SUBJECT) != PX_NONE;
        word = tree->words[word].head;
        if (word >= tree->count || others)
            return false;
        uint32_t token = px_parse_token(annotation, place->sentence, word), cue = annotation->cues[token];
        if (reading->charges[token] && cue != PX_NONE) {
            evidence->judge = cue;
            return annotation->article->attributions.items[cue].entity != place->entity &&
                   entity_of(reading, place, px_tree_object(tree, word)) == place->entity;
        }
        if ((arc & (PX_ARC_SUBJECT | PX_ARC_ASIDE)) != 0)
            return false;
    }
    return false;
}

/* "a pact that Hask derided": a verb of speech, whether or not it gives somebody the floor here, reports what he said of
 * the pact, and says nothing of him. */
static bool reports_words(const struct px_annotation *annotation, const struct place *place)
{
    return px_party_is_listed(annotation, place->first, PX_LEXICON_CUES, PX_SLICE("cue.verb"));
}

static bool is_tied(const struct reading *reading, const struct place *place, struct px_stance_evidence *evidence)
{
    const struct px_annotation *annotation = reading->annotation;
    struct px_slice tag = px_party_tag(annotation, place->sentence, place->head);
    bool verb = px_slice_is(tag, "VERB");
    if ((verb && px_agency_is_to_be(annotation, place->sentence, place->head)) ||
        px_scope_supposes(annotation, place->first, place->end))
        return false;
    if (annotation->cues[place->end - 1] != PX_NONE && !px_slice_is(tag, "ADV"))
        return tie_cue(reading, place, evidence);
    if (!judges(reading, place, least_valence) || (!verb && reading->felt[place->end - 1]))
        return false;
    if (tie_charge(reading, place, evidence))
        return true;
    if (verb)
        return (reading->loaded[place->end - 1] || evidence->attribution != PX_NONE) && evidence->contribution < 0 &&
               !reports_words(annotation, place) &&
               px_agency_agent(annotation, place->sentence, place->head) == PX_NONE &&
               px_party_doer(annotation, place->sentence, place->head).entity == place->entity;
    return px_slice_is(tag, "NOUN")  ? tie_noun(reading, place)
           : px_slice_is(tag, "ADJ") ? tie_adjective(reading, place)
           : px_slice_is(tag, "ADV") ? tie_adverb(reading, place, evidence)
                                     : false;
}

static void tie(const struct reading *reading, uint32_t entity, struct px_stance_evidence *evidence)
{
    const struct px_tokens *tokens = &reading->annotation->article->tokens;
    struct place place = {.first = px_tokens_reaching(tokens, evidence->start),
                          .end = px_tokens_reaching(tokens, evidence->end - 1) + 1,
                          .entity = entity};
    place.sentence = tokens->items[place.first].sentence;
    place.head = px_parse_head(reading->annotation, place.first, place.end);
    evidence->judge = evidence->attribution;
    bool itself = px_entity_at(reading->annotation, place.end - 1) == entity; /* a word of his name */
    evidence->tied = place.head != PX_NONE && !itself && is_tied(reading, &place, evidence);
}

/* "accused Hask of fraud" judges once, and by "fraud" where that is a word of judgement. */
static void prefer_content(const struct reading *reading, struct px_stance *stance)
{
    const struct px_tokens *tokens = &reading->annotation->article->tokens;
    for (size_t i = 0; i < stance->evidence_count; i++) {
        struct px_stance_evidence *charge = &stance->evidence[i];
        if (!charge->tied || !reading->charges[px_tokens_reaching(tokens, charge->start)])
            continue;
        size_t j = i;
        while (j > 0 && stance->evidence[j - 1].sentence == charge->sentence)
            j--;
        for (; charge->tied && j < stance->evidence_count && stance->evidence[j].sentence == charge->sentence; j++)
            charge->tied = !stance->evidence[j].tied || stance->evidence[j].judge != charge->judge ||
                           reading->charges[px_tokens_reaching(tokens, stance->evidence[j].start)];
    }
}

/* "Hask mocked Varn": that Hask judges is told by a word that counts as loaded, and that word is the outlet's. Whose
 * judgement it is does not come out of it. */
static bool is_outlets_for_another(const struct reading *reading, const struct px_stance_evidence *word)
{
    return word->judge != word->attribution &&
           reading->loaded[px_tokens_reaching(&reading->annotation->article->tokens, word->start)];
}

/* A mention is clearly judged where a word of its sentence is tied that speaks for the verdict; that word is said of
 * it, and by somebody's word it is his judgement, not the outlet's. */
static void settle(const struct reading *reading, struct px_stance *stance)
{
    const struct px_article *article = reading->annotation->article;
    for (size_t m = 0; m < stance->mention_count; m++) {
        struct px_stance_mention *mention = &stance->mentions[m];
        uint32_t first = article->mentions.items[mention->mention].first_token;
        bool clear = false;
        for (size_t i = 0; mention->clear && i < stance->evidence_count; i++) {
            struct px_stance_evidence *word = &stance->evidence[i];
            if (word->sentence != article->tokens.items[first].sentence || !word->tied ||
                word->contribution * mention->label <= 0 || is_outlets_for_another(reading, word))
                continue;
            clear = word->said = true;
            mention->others = mention->others || word->judge != PX_NONE;
        }
        mention->clear = clear;
    }
}

enum px_status px_annotate_ties(struct px_annotation *annotation, struct px_error *error)
{
    struct px_article *article = annotation->article;
    struct reading reading = {.annotation = annotation};
    if (annotation->trees == NULL)
        return PX_OK;
    reading.act_at = px_agency_index(annotation);
    if (reading.act_at == NULL || !read_words(&reading))
        return px_no_memory(error);
    for (size_t i = 0; i < article->stances.count; i++) {
        struct px_stance *stance = &article->stances.items[i];
        for (size_t j = 0; j < stance->evidence_count; j++)
            tie(&reading, stance->entity, &stance->evidence[j]);
        prefer_content(&reading, stance);
        settle(&reading, stance);
    }
    return PX_OK;
}
