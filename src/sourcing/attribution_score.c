#include "sourcing/attribution_scene.h"

#include <math.h>

/* What speaks for or against a cue, beside the word itself. The strengths add to the log-odds of the lexicon's weight
 * (a naive Bayes reading: odds = odds of the word × odds of each evidence); quarter steps, set on annotated news. */
enum evidence {
    BEFORE,           /* the content stands before the cue, and is no quotation */
    BEFORE_QUOTATION, /* a quotation stands before the cue */
    PHRASE,           /* a cue of several words */
    TITLE,            /* in the first block: headlines are full of cues */
    SHORT,            /* the content is one or two words, or none */
    NO_CONTENT,
    CAPITALISED, /* inside a sentence: rather a name */
    START,       /* begins the sentence */
    JOINED,
    INFINITIVE,
    AGENT, /* passive with "by" */
    NAME,  /* the speaker's phrase ends in a capital */
    LONG_SPEAKER,
    MODAL, /* "would say" */
    BEHIND_DETERMINER,
    BEHIND_POSSESSIVE,
    BEHIND_PREPOSITION,
    BEHIND_NUMBER,
    AHEAD_ADVERB,
    AHEAD_COORDINATOR,
    AHEAD_VERB,
    AHEAD_DETERMINER,
    AHEAD_NAME,
    AHEAD_OUTCRY, /* ! or ? */
    NOUN_AHEAD_COORDINATOR,
    NOUN_AHEAD_MODAL,
    NOUN_AHEAD_VERB,
    OWNER, /* "X's claim" */
    EVIDENCE_COUNT
};

static const double strengths[EVIDENCE_COUNT] = {
    [BEFORE] = 0.75,
    [BEFORE_QUOTATION] = 1.75,
    [PHRASE] = 0.25,
    [TITLE] = 0.75,
    [SHORT] = -0.5,
    [NO_CONTENT] = -0.5,
    [CAPITALISED] = -1.5,
    [START] = -0.25,
    [JOINED] = -0.25,
    [INFINITIVE] = -0.5,
    [AGENT] = 0.75,
    [NAME] = 0.5,
    [LONG_SPEAKER] = -0.25,
    [MODAL] = -0.5,
    [BEHIND_DETERMINER] = -0.5,
    [BEHIND_POSSESSIVE] = -0.5,
    [BEHIND_PREPOSITION] = -0.75,
    [BEHIND_NUMBER] = -0.75,
    [AHEAD_ADVERB] = 0.75,
    [AHEAD_COORDINATOR] = -1.25,
    [AHEAD_VERB] = -0.75,
    [AHEAD_DETERMINER] = 0.5,
    [AHEAD_NAME] = 0.5,
    [AHEAD_OUTCRY] = -1.75,
    [NOUN_AHEAD_COORDINATOR] = -1.75,
    [NOUN_AHEAD_MODAL] = -1,
    [NOUN_AHEAD_VERB] = -0.75,
    [OWNER] = 0.25,
};

/* What follows, by the sort of cue. */
static const double next_to_verb[PX_NEXT_COUNT] = {
    [PX_NEXT_THAT] = 0.5,          [PX_NEXT_QUOTATION] = 0.25, [PX_NEXT_QUESTION] = 0.25, [PX_NEXT_OBJECT] = -0.25,
    [PX_NEXT_PREPOSITION] = -0.25, [PX_NEXT_COLON] = -0.5,     [PX_NEXT_COMMA] = -1,      [PX_NEXT_END] = -0.25,
};

static const double next_to_noun[PX_NEXT_COUNT] = {
    [PX_NEXT_THAT] = 0.25,        [PX_NEXT_QUOTATION] = 0.25, [PX_NEXT_COLON] = 0.5,
    [PX_NEXT_PREPOSITION] = 0.25, [PX_NEXT_COMMA] = -0.75,    [PX_NEXT_END] = -1,
};

static const double next_to_adjective[PX_NEXT_COUNT] = {
    [PX_NEXT_THAT] = 0.5,        [PX_NEXT_TO] = 0.25,      [PX_NEXT_CLAUSE] = 0.25,
    [PX_NEXT_PREPOSITION] = 0.5, [PX_NEXT_OBJECT] = -0.75, [PX_NEXT_COMMA] = -1,
};

enum { SHORT_TOKENS = 3, LONG_PHRASE = 12 };

static bool is_verbal(const struct px_cue *cue)
{
    return cue->entry->kind == PX_CUE_VERB || cue->entry->kind == PX_CUE_PHRASE || cue->entry->kind == PX_CUE_ADJECTIVE;
}

static uint32_t flag(enum evidence evidence, bool holds)
{
    return holds ? (uint32_t)1 << evidence : 0;
}

/* Of the content: its place and length. */
static uint32_t weigh_content(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t tokens = 0;
    bool quoted = false;
    for (size_t i = 0; i < cue->content.count; i++) {
        struct px_range part = cue->content.items[i];
        tokens += part.end - part.first;
        quoted = quoted || scene->quotations[part.first] != PX_NONE || scene->quotations[part.end - 1] != PX_NONE;
    }
    return flag(BEFORE, cue->content_before && !quoted) | flag(BEFORE_QUOTATION, cue->content_before && quoted) |
           flag(SHORT, tokens < SHORT_TOKENS) | flag(NO_CONTENT, tokens == 0);
}

/* Of the word before the group, and of the speaker. */
static uint32_t weigh_front(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t first = cue->group.first;
    bool starts = first == cue->bounds.first;
    uint32_t length = cue->speaker.end - cue->speaker.first;
    uint32_t found =
        flag(START, starts) | flag(CAPITALISED, !starts && px_scene_is_capitalised(scene, cue->core.first));
    if (!is_verbal(cue))
        return found;
    if (!px_range_empty(cue->speaker) && cue->form != PX_FORM_INVERTED && cue->form != PX_FORM_PASSIVE)
        found |=
            flag(NAME, px_scene_is_capitalised(scene, cue->speaker.end - 1)) | flag(LONG_SPEAKER, length > LONG_PHRASE);
    found |= flag(MODAL, first < cue->core.first && px_scene_has(scene, first, PX_CLASS_MODAL));
    if (starts)
        return found;
    uint32_t before = first - 1;
    bool to = px_scene_has(scene, before, PX_CLASS_TO);
    return found | flag(BEHIND_DETERMINER, px_scene_has(scene, before, PX_CLASS_DETERMINER)) |
           flag(BEHIND_POSSESSIVE, px_scene_has(scene, before, PX_CLASS_POSSESSIVE)) |
           flag(BEHIND_NUMBER, px_scene_has(scene, before, PX_CLASS_NUMBER)) |
           flag(BEHIND_PREPOSITION, !to && px_scene_has(scene, before, PX_CLASS_PREPOSITION));
}

/* Of the word behind the cue. */
static uint32_t weigh_back(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t next = cue->core.end;
    if (next >= cue->bounds.end)
        return 0;
    if (cue->entry->kind == PX_CUE_NOUN)
        return flag(NOUN_AHEAD_COORDINATOR, px_scene_has(scene, next, PX_CLASS_COORDINATOR)) |
               flag(NOUN_AHEAD_MODAL, px_scene_has(scene, next, PX_CLASS_MODAL)) |
               flag(NOUN_AHEAD_VERB, px_scene_has(scene, next, PX_CLASS_VERB | PX_CLASS_SUBORDINATOR));
    if (!is_verbal(cue))
        return 0;
    return flag(AHEAD_ADVERB, px_scene_has(scene, next, PX_CLASS_ADVERB)) |
           flag(AHEAD_COORDINATOR, px_scene_has(scene, next, PX_CLASS_COORDINATOR)) |
           flag(AHEAD_VERB, px_scene_has(scene, next, PX_CLASS_VERB | PX_CLASS_AUXILIARY)) |
           flag(AHEAD_DETERMINER, px_scene_has(scene, next, PX_CLASS_DETERMINER | PX_CLASS_POSSESSIVE)) |
           flag(AHEAD_NAME, px_scene_is_capitalised(scene, next)) |
           flag(AHEAD_OUTCRY, scene->marks[next] == '!' || scene->marks[next] == '?');
}

static uint32_t weigh_form(const struct px_scene *scene, const struct px_cue *cue)
{
    bool title = scene->article->sentences.items[cue->sentence].block == 0;
    return flag(PHRASE, cue->entry->kind == PX_CUE_PHRASE) | flag(TITLE, title) |
           flag(JOINED, cue->form == PX_FORM_JOINED) | flag(INFINITIVE, cue->form == PX_FORM_INFINITIVE) |
           flag(AGENT, cue->form == PX_FORM_PASSIVE && !px_range_empty(cue->speaker)) |
           flag(OWNER, cue->form == PX_FORM_NOUN && !px_range_empty(cue->speaker));
}

static double weigh_next(const struct px_cue *cue)
{
    switch (cue->entry->kind) {
    case PX_CUE_VERB:
    case PX_CUE_PHRASE: return next_to_verb[cue->next];
    case PX_CUE_NOUN: return next_to_noun[cue->next];
    case PX_CUE_ADJECTIVE: return next_to_adjective[cue->next];
    default: return 0;
    }
}

/* Log-odds of the share, kept away from certainty, drawn a little towards even. */
static double log_odds(double share)
{
    share = share < 0.02 ? 0.02 : share > 0.97 ? 0.97 : share;
    return 0.8 * log(share / (1 - share));
}

void px_scene_score(const struct px_scene *scene, struct px_cue *cue)
{
    uint32_t found =
        weigh_content(scene, cue) | weigh_front(scene, cue) | weigh_back(scene, cue) | weigh_form(scene, cue);
    double sum = log_odds(cue->entry->weight) + weigh_next(cue);
    for (int i = 0; i < EVIDENCE_COUNT; i++)
        if (found & (uint32_t)1 << i)
            sum += strengths[i];
    cue->score = 1 / (1 + exp(-sum));
}
