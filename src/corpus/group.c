/* From pairs to groups: the best pair first, two groups become one where most of their stories are pairs. */
#include <stdlib.h>

#include "corpus/inside.h"

struct cluster {
    PX_VECTOR(uint32_t) members;
};

struct clustering {
    struct px_arena arena;
    struct px_pair *pairs; /* best first */
    size_t pair_count;
    size_t story_count;
    uint32_t *begin;          /* [stories + 1] where a story's partners begin */
    uint32_t *partners;       /* [2 · pairs] */
    uint32_t *of;             /* [stories] cluster, which bears the number of one of its stories */
    struct cluster *clusters; /* [stories] */
};

static bool set_up(struct clustering *work, const struct px_pairing *pairing)
{
    size_t stories = work->story_count = pairing->stories.count, pairs = work->pair_count = pairing->pairs.count;
    work->pairs = px_arena_array(&work->arena, struct px_pair, pairs);
    work->begin = px_arena_array(&work->arena, uint32_t, stories + 2);
    work->partners = px_arena_array(&work->arena, uint32_t, 2 * pairs);
    work->of = px_arena_array(&work->arena, uint32_t, stories);
    work->clusters = px_arena_array(&work->arena, struct cluster, stories);
    if (work->pairs == NULL || work->begin == NULL || work->partners == NULL || work->of == NULL ||
        work->clusters == NULL)
        return false;
    if (pairs > 0)
        memcpy(work->pairs, pairing->pairs.items, pairs * sizeof *work->pairs);
    for (size_t i = 0; i < pairs; i++) {
        work->begin[work->pairs[i].a + 2]++;
        work->begin[work->pairs[i].b + 2]++;
    }
    for (size_t i = 2; i < stories + 2; i++)
        work->begin[i] += work->begin[i - 1];
    for (size_t i = 0; i < pairs; i++) { /* filling moves begin[n + 1] from where n's begin to where they end */
        work->partners[work->begin[work->pairs[i].a + 1]++] = work->pairs[i].b;
        work->partners[work->begin[work->pairs[i].b + 1]++] = work->pairs[i].a;
    }
    if (pairs > 1)
        qsort(work->pairs, pairs, sizeof *work->pairs, px_pair_by_score);
    for (uint32_t i = 0; i < stories; i++) {
        uint32_t *member = px_vector_push(&work->clusters[i].members, &work->arena);
        if (member == NULL)
            return false;
        *member = work->of[i] = i;
    }
    return true;
}

/* Are at least half of the pairs between the two clusters among those found? */
static bool are_close(const struct clustering *work, uint32_t from, uint32_t to)
{
    const struct cluster *cluster = &work->clusters[from];
    size_t found = 0;
    for (size_t m = 0; m < cluster->members.count; m++) {
        uint32_t story = cluster->members.items[m];
        for (uint32_t p = work->begin[story]; p < work->begin[story + 1]; p++)
            found += work->of[work->partners[p]] == to;
    }
    return 2 * found >= cluster->members.count * work->clusters[to].members.count;
}

static bool join(struct clustering *work, uint32_t from, uint32_t to)
{
    for (size_t m = 0; m < work->clusters[from].members.count; m++) {
        uint32_t *member = px_vector_push(&work->clusters[to].members, &work->arena);
        if (member == NULL)
            return false;
        *member = work->clusters[from].members.items[m];
        work->of[*member] = to;
    }
    work->clusters[from].members.count = 0;
    return true;
}

static bool cluster(struct clustering *work)
{
    for (size_t i = 0; i < work->pair_count; i++) {
        uint32_t a = work->of[work->pairs[i].a], b = work->of[work->pairs[i].b];
        bool smaller = work->clusters[a].members.count < work->clusters[b].members.count;
        uint32_t from = smaller ? a : b, to = smaller ? b : a;
        if (a != b && are_close(work, from, to) && !join(work, from, to))
            return false;
    }
    return true;
}

/* A group for each cluster of two stories or more, in the order of their first stories. */
static bool keep(const struct clustering *work, struct px_pairing *pairing)
{
    uint32_t *group_of = pairing->group_of = px_arena_array(&pairing->arena, uint32_t, work->story_count);
    uint32_t *numbers = px_arena_array(&pairing->arena, uint32_t, work->story_count); /* of clusters, + 1 */
    if (group_of == NULL || numbers == NULL)
        return false;
    for (uint32_t story = 0; story < work->story_count; story++) {
        uint32_t of = work->of[story];
        size_t size = work->clusters[of].members.count;
        group_of[story] = PX_NONE;
        if (size < 2)
            continue;
        if (numbers[of] == 0) {
            struct px_pair_group *group = px_vector_push(&pairing->groups, &pairing->arena);
            if (group == NULL || (group->stories = px_arena_array(&pairing->arena, uint32_t, size)) == NULL)
                return false;
            numbers[of] = (uint32_t)pairing->groups.count;
        }
        group_of[story] = numbers[of] - 1;
        struct px_pair_group *group = &pairing->groups.items[group_of[story]];
        group->stories[group->count++] = story;
    }
    return true;
}

/* The mean of the pairs inside each group, summed up in the order of the pairs. */
static bool score(struct px_pairing *pairing, struct px_arena *arena)
{
    uint32_t *counts = px_arena_array(arena, uint32_t, pairing->groups.count);
    if (counts == NULL)
        return false;
    for (size_t i = 0; i < pairing->pairs.count; i++) {
        const struct px_pair *pair = &pairing->pairs.items[i];
        uint32_t group = pairing->group_of[pair->a];
        if (group == PX_NONE || group != pairing->group_of[pair->b])
            continue;
        pairing->groups.items[group].score += pair->score;
        counts[group]++;
    }
    for (size_t g = 0; g < pairing->groups.count; g++)
        pairing->groups.items[g].score /= counts[g];
    return true;
}

enum px_status px_pairing_group(struct px_pairing *pairing, struct px_error *error)
{
    struct clustering work = {0};
    bool done = set_up(&work, pairing) && cluster(&work) && keep(&work, pairing) && score(pairing, &work.arena);
    px_arena_release(&work.arena);
    return done ? PX_OK : px_no_memory(error);
}

size_t px_pairing_group_count(const struct px_pairing *pairing)
{
    return pairing->groups.count;
}

const struct px_pair_group *px_pairing_group_at(const struct px_pairing *pairing, size_t index)
{
    return &pairing->groups.items[index];
}

struct px_slice px_pairing_group_of(const struct px_pairing *pairing, struct px_slice id)
{
    uint32_t added = px_table_find(&pairing->ids, id);
    struct px_slice none = {0};
    if (added == PX_NONE || pairing->group_of == NULL || pairing->group_of[pairing->numbers[added]] == PX_NONE)
        return none;
    const struct px_pair_group *group = &pairing->groups.items[pairing->group_of[pairing->numbers[added]]];
    return px_pairing_id(pairing, group->stories[0]);
}
