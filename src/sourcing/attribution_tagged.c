/* Statements by a tag beside a quotation, which the model may have missed; who says them is not as sure as what the model
 * finds.
 *
 *     "“It is odd. We wait,” *Ann Hask told the paper*." somebody with a name behind a quotation
 *     "*She added*, “We wait.”"                          somebody before one
 */
#include <string.h>

#include "reading/parse.h"
#include "sourcing/attribution_scene.h"
#include "sourcing/sourcing.h"

enum {
    NAME_MOST = 12 /* tokens of "Mayor Ann Hask, of York," */
};

static const double reports_least = 0.5; /* weight of a cue */
static const double may_report = 0.3;    /* the same of one whose place tells that it does */
static const double tagged = 0.9;        /* confidence */

/* The statements that have their cue in a sentence, so that no hit looks through those of the whole article. */
struct statements {
    uint32_t *last;   /* by sentence: the last of its statements, as an index of the cues; PX_NONE for none */
    uint32_t *before; /* by cue: the one before it in its sentence; PX_NONE for none */
};

static void note(const struct px_scene *scene, struct statements *statements, uint32_t i)
{
    uint32_t *last = &statements->last[scene->tokens[scene->cues.items[i].core.first].sentence];
    statements->before[i] = *last;
    *last = i;
}

/* The cues from `first` on, and room for one more for each hit before them. False when memory is out. */
static bool find_statements(const struct px_scene *scene, size_t first, struct statements *statements)
{
    size_t sentences = scene->article->sentences.count;
    statements->last = px_arena_array(scene->arena, uint32_t, sentences + 1);
    statements->before = px_arena_array(scene->arena, uint32_t, scene->cues.count + first + 1);
    if (statements->last == NULL || statements->before == NULL)
        return false;
    memset(statements->last, 0xFF, (sentences + 1) * sizeof *statements->last); /* PX_NONE */
    for (size_t i = first; i < scene->cues.count; i++)
        note(scene, statements, (uint32_t)i);
    return true;
}

/* Is it a noun for who or what speaks, of which the reader knows: "the letter"? */
static bool is_known(const struct px_scene *scene, struct px_range phrase)
{
    return phrase.end == phrase.first + 2 && px_scene_has(scene, phrase.first, PX_CLASS_DEFINITE) &&
           px_sourcing_can_speak(scene, phrase);
}

/* "“…,” the letter *states*.": may the word before a mark be a verb by its place, whatever the parser takes it for? */
static bool ends_clause(const struct px_scene *scene, const struct px_cue *hit)
{
    uint32_t end = hit->core.end;
    return hit->entry->tagged >= may_report && end < scene->count &&
           (scene->marks[end] == '.' || scene->marks[end] == ',');
}

/* Does the quotation begin its sentence? */
static bool opens(const struct px_scene *scene, uint32_t q)
{
    uint32_t first = scene->article->quotations.items[q].first_token;
    return first == scene->article->sentences.items[scene->tokens[first].sentence].first_token;
}

/* Who stands between the quotation that ends at `close` and the verb, where it is a name, its office and what is
 * apposed; else empty. */
static struct px_range named_before(const struct px_scene *scene, uint32_t close, uint32_t verb)
{
    const unsigned joins = PX_CLASS_RELATIVE | PX_CLASS_COORDINATOR | PX_CLASS_PREPOSITION | PX_CLASS_SUBORDINATOR |
                           PX_CLASS_SUBJECT | PX_CLASS_GERUND;
    struct px_range none = {0, 0}, phrase = {close + 1, verb};
    bool named = false;
    if (px_range_empty(phrase) || phrase.end > phrase.first + NAME_MOST || px_scene_has(scene, phrase.first, joins) ||
        scene->marks[phrase.first] != 0)
        return none;
    for (uint32_t t = phrase.first; t < phrase.end; t++) {
        if (px_parse_is_finite(scene->annotation, t) || scene->quotations[t] != PX_NONE ||
            (scene->marks[t] != 0 && scene->marks[t] != ','))
            return none;
        named = named || scene->mentions[t] != PX_NONE;
    }
    phrase.end -= scene->marks[phrase.end - 1] == ',';
    return named || is_known(scene, phrase) ? phrase : none;
}

/* Who stands behind the verb that follows the quotation, "said *Hask*, of York", where it is a name; else empty. */
static struct px_range named_behind(const struct px_scene *scene, uint32_t first, struct px_range bounds)
{
    struct px_range none = {0, 0};
    struct px_range phrase = first < bounds.end ? px_scene_phrase_behind(scene, first, bounds) : none;
    uint32_t head = px_range_empty(phrase) || phrase.first != first ? PX_NONE : scene->mentions[first];
    if (head == PX_NONE)
        return none;
    uint8_t kind = scene->article->entities.items[scene->article->mentions.items[head].entity].kind;
    return kind == PX_ENTITY_PERSON && scene->article->mentions.items[head].form != PX_MENTION_PRONOUN ? phrase : none;
}

/* The quotation behind which, before the verb or behind it, somebody is named; PX_NONE where none is. */
static uint32_t quoted_before(const struct px_scene *scene, struct px_range cue, struct px_range *speaker)
{
    const struct px_sentence *s = &scene->article->sentences.items[scene->tokens[cue.first].sentence];
    uint32_t sentence = s->first_token, t = cue.first;
    while (t > sentence && scene->quotations[t - 1] == PX_NONE)
        t--;
    uint32_t q = t > sentence + 1 ? scene->quotations[t - 1] : PX_NONE;
    if (q == PX_NONE || scene->article->quotations.items[q].kind != PX_QUOTATION_SPEECH || scene->marks[t - 1] != '"' ||
        (scene->marks[t - 2] != ',' && scene->marks[t - 2] != '?' && scene->marks[t - 2] != '!'))
        return PX_NONE;
    *speaker = t < cue.first ? named_before(scene, t - 1, cue.first)
                             : named_behind(scene, cue.end, (struct px_range){sentence, sentence + s->token_count});
    return px_range_empty(*speaker) ? PX_NONE : q;
}

/* "*He added*, “…”": the quotation that a sentence leads into by a pronoun and the verb alone; PX_NONE for none. */
static uint32_t quoted_behind(const struct px_scene *scene, struct px_range cue, struct px_range *speaker)
{
    const struct px_sentence *s = &scene->article->sentences.items[scene->tokens[cue.first].sentence];
    uint32_t open = cue.end + 1, q = open < scene->count ? scene->quotations[open] : PX_NONE;
    *speaker = (struct px_range){s->first_token, cue.first};
    bool led = q != PX_NONE && scene->article->quotations.items[q].first_token == open &&
               cue.first == s->first_token + 1 && px_scene_has(scene, s->first_token, PX_CLASS_SUBJECT);
    return led && (scene->marks[cue.end] == ',' || scene->marks[cue.end] == ':') ? q : PX_NONE;
}

/* Has a statement its cue between the tokens of a sentence? */
static bool is_cued(const struct px_scene *scene, const struct statements *statements, struct px_range tag)
{
    uint32_t i = statements->last[scene->tokens[tag.first].sentence];
    for (; i != PX_NONE; i = statements->before[i])
        if (!scene->cues.items[i].is_dropped && scene->cues.items[i].core.first < tag.end &&
            scene->cues.items[i].core.end > tag.first)
            return true;
    return false;
}

static bool add_tag(struct px_scene *scene, const struct px_cue *hit, size_t first, uint32_t q, struct px_range speaker)
{
    const struct px_quotation *quotation = &scene->article->quotations.items[q];
    struct px_range part = {quotation->first_token, quotation->first_token + quotation->token_count};
    const struct px_sentence *s = &scene->article->sentences.items[scene->tokens[hit->core.first].sentence];
    for (size_t i = scene->cues.count; i-- > first;)
        if (scene->cues.items[i].core.end <= part.first || scene->cues.items[i].core.first >= part.end)
            px_scene_cut_content(scene, &scene->cues.items[i], part);
    struct px_cue *cue = px_vector_push(&scene->cues, scene->arena);
    if (cue == NULL)
        return false;
    *cue = (struct px_cue){.entry = hit->entry,
                           .sentence = scene->tokens[hit->core.first].sentence,
                           .bounds = {s->first_token, s->first_token + s->token_count},
                           .core = hit->core,
                           .group = hit->core,
                           .speaker = speaker,
                           .score = tagged};
    px_scene_add_content(scene, cue, part);
    return !scene->failed;
}

/* "“We wait,” *Mayor-elect Ann Hask, a miner*, said on air, where she sang": gives a statement of the verb that has no
 * speaker the one between, and lets go of what is told round the quotation. Is there such a statement? */
static bool tag_untold(struct px_scene *scene, const struct statements *statements, const struct px_cue *hit,
                       struct px_range speaker)
{
    uint32_t i = statements->last[scene->tokens[hit->core.first].sentence];
    for (; i != PX_NONE; i = statements->before[i]) {
        struct px_cue *cue = &scene->cues.items[i];
        if (cue->is_dropped || !px_range_holds(cue->core, hit->core.first) || !px_range_empty(cue->speaker) ||
            cue->source.count > 0)
            continue;
        uint32_t end = cue->group.end;
        while (end < cue->bounds.end && scene->quotations[end] == PX_NONE)
            end++;
        px_scene_cut_content(scene, cue, (struct px_range){speaker.first, end});
        cue->speaker = speaker;
        return true;
    }
    return false;
}

/* The verb and who stands beside it, with the word behind. */
static struct px_range around(struct px_range verb, struct px_range speaker)
{
    bool behind = speaker.first > verb.first;
    return (struct px_range){behind ? verb.first : speaker.first, behind ? speaker.end + 1 : verb.end};
}

bool px_scene_add_tagged(struct px_scene *scene, size_t first)
{
    struct statements statements;
    if (!find_statements(scene, first, &statements))
        return false;
    for (size_t i = 0; i < first; i++) {
        const struct px_cue hit = scene->cues.items[i]; /* a copy, since the cues may move */
        struct px_range speaker = {0, 0};
        if (hit.entry->kind != PX_CUE_VERB || (hit.entry->takes & PX_TAKES_QUOTATION) == 0)
            continue;
        bool surely = hit.entry->weight >= reports_least && px_parse_is_finite(scene->annotation, hit.core.first);
        uint32_t q = surely || ends_clause(scene, &hit) ? quoted_before(scene, hit.core, &speaker) : PX_NONE;
        q = q == PX_NONE && surely ? quoted_behind(scene, hit.core, &speaker) : q;
        if (q != PX_NONE && !surely && (!is_known(scene, speaker) || !opens(scene, q)))
            continue;
        if (q == PX_NONE || tag_untold(scene, &statements, &hit, speaker) ||
            is_cued(scene, &statements, around(hit.core, speaker)))
            continue;
        if (!add_tag(scene, &hit, first, q, speaker))
            return false;
        note(scene, &statements, (uint32_t)scene->cues.count - 1);
    }
    return true;
}
