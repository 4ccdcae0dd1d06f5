/* Who meets whom: of each story, the earlier ones of its window that are like it. */
#include <stdlib.h>

#include "base/pool.h"
#include "corpus/inside.h"

enum { AT_ONCE = 1024 }; /* stories whose meetings wait to be noted */

struct meeting {
    uint32_t other;
    uint32_t score;
};

/* What a story found. */
struct found {
    struct meeting *items;
    size_t count, capacity;
    bool failed;
};

/* A thread's own. */
struct desk {
    uint32_t *sums;    /* [stories] by number in the window; all 0 between searches */
    uint32_t *touched; /* [stories] */
    uint16_t *weights; /* [stems] of the story at work; all 0 between searches */
};

struct px_search {
    struct px_pairing *pairing;
    struct desk *desks;
    size_t desk_count;
    struct found *found; /* [AT_ONCE] */
    uint32_t first;      /* story of found[0] */
    size_t done;
};

enum px_status px_search_new(struct px_pairing *pairing, struct px_search **search, struct px_error *error)
{
    struct px_search *made = *search = calloc(1, sizeof *made);
    size_t threads = pairing->options->threads < 1 ? 1 : pairing->options->threads;
    if (made == NULL)
        return px_no_memory(error);
    made->pairing = pairing;
    made->desk_count = threads > PX_POOL_MOST_THREADS ? PX_POOL_MOST_THREADS : threads;
    made->desks = calloc(made->desk_count, sizeof *made->desks);
    made->found = calloc(AT_ONCE, sizeof *made->found);
    if (made->desks == NULL || made->found == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < made->desk_count; i++) {
        struct desk *desk = &made->desks[i];
        desk->sums = calloc(pairing->stories.count + 1, sizeof *desk->sums);
        desk->touched = calloc(pairing->stories.count + 1, sizeof *desk->touched);
        desk->weights = calloc(pairing->stem_count + 1, sizeof *desk->weights);
        if (desk->sums == NULL || desk->touched == NULL || desk->weights == NULL)
            return px_no_memory(error);
    }
    return PX_OK;
}

void px_search_free(struct px_search *search)
{
    if (search == NULL)
        return;
    for (size_t i = 0; search->desks != NULL && i < search->desk_count; i++) {
        free(search->desks[i].sums);
        free(search->desks[i].touched);
        free(search->desks[i].weights);
    }
    for (size_t i = 0; search->found != NULL && i < AT_ONCE; i++)
        free(search->found[i].items);
    free(search->desks);
    free(search->found);
    free(search);
}

static void keep(struct found *found, uint32_t other, uint32_t score)
{
    if (found->count == found->capacity) {
        size_t capacity = found->capacity == 0 ? 16 : 2 * found->capacity;
        struct meeting *grown = realloc(found->items, capacity * sizeof *grown);
        found->failed = found->failed || grown == NULL;
        if (grown == NULL)
            return;
        found->items = grown;
        found->capacity = capacity;
    }
    found->items[found->count++] = (struct meeting){other, score};
}

/* Sums up, over the words of the story that are not too common, what it has in common with earlier stories; gives how
 * many it touched. */
static uint32_t sum_up(const struct px_pairing *pairing, uint32_t number, struct desk *desk)
{
    const struct px_window *window = &pairing->window;
    const struct px_story *story = &pairing->stories.items[number];
    uint32_t touched = 0;
    for (size_t t = 0; t < story->term_count; t++) {
        if ((story->forms[t] & PX_STORY_NAME) != 0)
            continue;
        uint32_t stem = pairing->stem_of[story->forms[t]], weight = story->values[t];
        desk->weights[stem] = story->values[t];
        if (window->count[stem] > PX_PAIR_COMMON)
            continue;
        const struct px_pair_posting *posting = &window->postings[window->begin[stem]];
        const struct px_pair_posting *end = posting + window->count[stem];
        for (; posting < end && posting->story < number; posting++) {
            uint32_t *sum = &desk->sums[posting->story - window->first];
            if (*sum == 0)
                desk->touched[touched++] = posting->story;
            *sum += weight * posting->weight + 1; /* never 0 once touched */
        }
    }
    return touched;
}

static uint32_t cosine(const struct px_pairing *pairing, uint32_t other, const struct desk *desk)
{
    const struct px_story *story = &pairing->stories.items[other];
    uint32_t sum = 0;
    for (size_t t = 0; t < story->term_count; t++)
        if ((story->forms[t] & PX_STORY_NAME) == 0)
            sum += (uint32_t)desk->weights[pairing->stem_of[story->forms[t]]] * story->values[t];
    return sum < PX_SCORE_ONE ? sum : PX_SCORE_ONE;
}

/* The whole cosine is computed where it can reach the floor: what the common words add is at most the product of the
 * lengths that the two vectors have in them (Cauchy and Schwarz). Common words alone make no event: half of the floor
 * must come from the others. */
static void meet(void *argument, size_t thread, size_t item)
{
    struct px_search *search = argument;
    const struct px_pairing *pairing = search->pairing;
    const struct px_window *window = &pairing->window;
    uint32_t number = search->first + (uint32_t)item, floor = px_choose_floor(pairing);
    struct desk *desk = &search->desks[thread];
    struct found *found = &search->found[item];
    const struct px_story *story = &pairing->stories.items[number];
    uint32_t touched = sum_up(pairing, number, desk);
    double rest = window->rest[number - window->first];
    found->count = 0;
    for (uint32_t i = 0; i < touched; i++) {
        uint32_t other = desk->touched[i], sum = desk->sums[other - window->first];
        desk->sums[other - window->first] = 0;
        bool apart = pairing->stories.items[other].outlet != story->outlet || pairing->options->same_outlet;
        if (!apart || sum < floor / 2 || sum + rest * (double)window->rest[other - window->first] < floor)
            continue;
        uint32_t score = cosine(pairing, other, desk);
        if (score >= floor)
            keep(found, other, score);
    }
    for (size_t t = 0; t < story->term_count; t++)
        if ((story->forms[t] & PX_STORY_NAME) == 0)
            desk->weights[pairing->stem_of[story->forms[t]]] = 0;
}

static enum px_status note(struct px_search *search, size_t count, struct px_error *error)
{
    enum px_status status = PX_OK;
    for (size_t i = 0; i < count && status == PX_OK; i++) {
        const struct found *found = &search->found[i];
        if (found->failed)
            return px_no_memory(error);
        for (size_t m = 0; m < found->count && status == PX_OK; m++)
            status = px_choose_note(search->pairing, search->first + (uint32_t)i, found->items[m].other,
                                    found->items[m].score, error);
    }
    return status;
}

enum px_status px_search_run(struct px_search *search, uint32_t first, uint32_t end, struct px_error *error)
{
    const struct px_pair_options *options = search->pairing->options;
    enum px_status status = PX_OK;
    for (search->first = first; search->first < end && status == PX_OK; search->first += AT_ONCE) {
        size_t count = end - search->first < AT_ONCE ? end - search->first : AT_ONCE;
        px_pool_each(count < 32 ? 1 : search->desk_count, count, meet,
                     search); /* threads cost more than a few stories */
        status = note(search, count, error);
        search->done += count;
        if (options->progress != NULL)
            options->progress(options->context, search->done);
    }
    return status;
}
