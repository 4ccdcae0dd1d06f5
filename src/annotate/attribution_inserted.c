/* "Gambling, *she told the council*, is a disease": a clause of speech between a subject and its verb, which the model
 * may have missed. All the rest of the sentence is said; who says it is not as sure as what the model finds. */
#include "annotate/attribution_scene.h"
#include "annotate/parse.h"

enum { ADDRESSEE_MOST = 10 /* tokens of "the Harbour Council" */ };

static const double reports_least = 0.5; /* weight of a cue */
static const double inserted = 0.7;      /* confidence */

static bool is_finite(const struct px_scene *scene, uint32_t token)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, token);
    return tree != NULL && px_tree_is_finite(tree, px_parse_word(scene->annotation, token));
}

/* Does a statement of the sentence stand already, or is anything in it quoted? */
static bool is_taken(const struct px_scene *scene, size_t first, uint32_t sentence, struct px_range bounds)
{
    for (size_t i = scene->cues.count; i-- > first;)
        if (scene->cues.items[i].sentence == sentence)
            return true;
    for (uint32_t t = bounds.first; t < bounds.end; t++)
        if (scene->quotations[t] != PX_NONE)
            return true;
    return false;
}

/* The comma behind the verb and whom it is told to; `end` for none. */
static uint32_t comma_behind(const struct px_scene *scene, uint32_t token, uint32_t end)
{
    const unsigned stops = PX_CLASS_THAT | PX_CLASS_TO | PX_CLASS_QUESTION | PX_CLASS_SUBJECT;
    for (uint32_t t = token; t < end && t <= token + ADDRESSEE_MOST; t++) {
        if (scene->marks[t] == ',')
            return t;
        if (scene->marks[t] != 0 || px_scene_has(scene, t, stops) || is_finite(scene, t))
            return end;
    }
    return end;
}

static bool add(struct px_scene *scene, const struct px_cue *hit, struct px_range speaker, uint32_t comma,
                struct px_range bounds)
{
    struct px_cue *cue = px_vector_push(&scene->cues, scene->arena);
    if (cue == NULL)
        return false;
    *cue = (struct px_cue){.entry = hit->entry,
                           .sentence = scene->tokens[bounds.first].sentence,
                           .bounds = bounds,
                           .core = hit->core,
                           .group = hit->core,
                           .speaker = speaker,
                           .score = inserted};
    uint32_t end = bounds.end - (scene->marks[bounds.end - 1] == '.');
    px_scene_add_content(scene, cue, (struct px_range){bounds.first, speaker.first - 1});
    px_scene_add_content(scene, cue, (struct px_range){comma + 1, end});
    return !scene->failed;
}

bool px_scene_add_inserted(struct px_scene *scene, size_t first)
{
    for (size_t i = 0; i < first; i++) {
        const struct px_cue hit = scene->cues.items[i]; /* a copy, since the cues may move */
        uint32_t verb = hit.core.first, sentence = scene->tokens[verb].sentence;
        const struct px_sentence *s = &scene->article->sentences.items[sentence];
        struct px_range bounds = {s->first_token, s->first_token + s->token_count};
        if (hit.entry->kind != PX_CUE_VERB || hit.entry->weight < reports_least || verb < bounds.first + 3 ||
            (hit.entry->takes & PX_TAKES_THAT) == 0 || !is_finite(scene, verb))
            continue;
        struct px_range speaker = px_scene_phrase_before(scene, verb - 1, bounds);
        uint32_t comma = comma_behind(scene, hit.core.end, bounds.end);
        if (px_range_empty(speaker) || speaker.end != verb || speaker.first < bounds.first + 2 ||
            scene->marks[speaker.first - 1] != ',' || comma + 2 >= bounds.end || !is_finite(scene, comma + 1) ||
            is_taken(scene, first, sentence, bounds))
            continue;
        if (!add(scene, &hit, speaker, comma, bounds))
            return false;
    }
    return true;
}
