#include "sourcing/attribution_scene.h"

#include <stdlib.h>

static const double threshold = 0.40;

/* Candidates by falling score, ties by position. */
struct rank {
    double score;
    uint32_t cue;
};

static int compare_ranks(const void *a, const void *b)
{
    const struct rank *x = a;
    const struct rank *y = b;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    return x->cue < y->cue ? -1 : x->cue > y->cue;
}

/* Does the cue's content hold the first word of an accepted cue? `owners` says which tokens begin one. */
static bool holds_accepted(const struct px_cue *cue, const uint32_t *heads)
{
    for (size_t i = 0; i < cue->content.count; i++)
        for (uint32_t t = cue->content.items[i].first; t < cue->content.items[i].end; t++)
            if (heads[t] != PX_NONE)
                return true;
    return false;
}

static void take(const struct px_cue *cue, uint32_t index, uint32_t *owners, uint32_t *heads)
{
    heads[cue->core.first] = index;
    for (size_t i = 0; i < cue->content.count; i++)
        for (uint32_t t = cue->content.items[i].first; t < cue->content.items[i].end; t++)
            if (owners[t] == PX_NONE)
                owners[t] = index;
}

/* Words that an accepted cue already holds leave the content; what is left of the parts stays. */
static void cut_taken(struct px_cue *cue, const uint32_t *owners)
{
    size_t kept = 0;
    for (size_t i = 0; i < cue->content.count; i++) {
        struct px_range part = cue->content.items[i];
        while (part.first < part.end && owners[part.first] != PX_NONE)
            part.first++;
        uint32_t t = part.first;
        while (t < part.end && owners[t] == PX_NONE)
            t++;
        part.end = t;
        if (!px_range_empty(part))
            cue->content.items[kept++] = part;
    }
    cue->content.count = kept;
}

/* A cue that no one speaks: a noun with a plain object ("allegations of theft"), or a verb whose subject was not found.
 * What it says is the text's own. */
static bool is_voiceless(const struct px_cue *cue)
{
    if (!px_range_empty(cue->speaker))
        return false;
    if (cue->form == PX_FORM_NOUN)
        return cue->next != PX_NEXT_THAT;
    return cue->form == PX_FORM_PLAIN && cue->next != PX_NEXT_QUOTATION && cue->next != PX_NEXT_COLON &&
           !cue->content_before;
}

enum px_status px_scene_choose(struct px_scene *scene, struct px_error *error)
{
    size_t count = scene->cues.count;
    struct rank *ranks = px_arena_array(scene->arena, struct rank, count + 1);
    uint32_t *owners = px_arena_array(scene->arena, uint32_t, scene->count + 1);
    uint32_t *heads = px_arena_array(scene->arena, uint32_t, scene->count + 1);
    if (ranks == NULL || owners == NULL || heads == NULL)
        return px_no_memory(error);
    memset(owners, 0xFF, (scene->count + 1) * sizeof *owners);
    memset(heads, 0xFF, (scene->count + 1) * sizeof *heads);
    for (size_t i = 0; i < count; i++)
        ranks[i] = (struct rank){scene->cues.items[i].score, (uint32_t)i};
    qsort(ranks, count, sizeof *ranks, compare_ranks);
    for (size_t i = 0; i < count; i++) {
        struct px_cue *cue = &scene->cues.items[ranks[i].cue];
        cue->is_dropped = true;
        if (cue->score < threshold || is_voiceless(cue) || cue->content.count == 0 || cue->entry->after ||
            owners[cue->core.first] != PX_NONE)
            continue;
        if (holds_accepted(cue, heads) && cue->content.count == 0)
            continue;
        cut_taken(cue, owners);
        if (cue->content.count == 0)
            continue;
        cue->is_dropped = false;
        take(cue, ranks[i].cue, owners, heads);
    }
    for (size_t i = 0; i < count; i++)
        if (!scene->cues.items[i].is_dropped)
            px_scene_follow(scene, &scene->cues.items[i], owners, (uint32_t)i);
    return scene->failed ? px_no_memory(error) : PX_OK;
}
