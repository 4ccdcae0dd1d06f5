#include "corpus/pair.h"

#include <stdlib.h>

#include "corpus/inside.h"

enum px_status px_pairing_new(const struct px_resources *resources, const struct px_pair_options *options,
                              struct px_pairing **pairing, struct px_error *error)
{
    *pairing = NULL;
    struct px_pairing *made = calloc(1, sizeof *made);
    if (made == NULL)
        return px_no_memory(error);
    made->options = options;
    enum px_status status = px_worker_init(&made->worker, resources, error);
    if (status == PX_OK)
        *pairing = made;
    else
        px_pairing_free(made);
    return status;
}

void px_pairing_free(struct px_pairing *pairing)
{
    if (pairing == NULL)
        return;
    px_window_release(&pairing->window);
    free(pairing->stem_of);
    free(pairing->meetings);
    free(pairing->numbers);
    px_table_release(&pairing->ids);
    px_table_release(&pairing->outlets);
    px_worker_release(&pairing->worker);
    px_arena_release(&pairing->arena);
    free(pairing);
}

/* Outlets with a name have even numbers, those of one story without a name odd ones. */
static bool set_outlet(struct px_pairing *pairing, struct px_slice name, uint32_t number, struct px_story *story)
{
    name = px_slice_trim(name);
    uint32_t outlet = name.size == 0 ? number : px_table_add(&pairing->outlets, name, NULL);
    story->outlet = 2 * outlet + (name.size == 0);
    return outlet != PX_NONE;
}

/* An id that has been there: which of the two stories stays does not depend on which came first. */
static enum px_status meet_again(struct px_pairing *pairing, uint32_t number, const struct px_story *again,
                                 struct px_error *error)
{
    struct px_story *known = &pairing->stories.items[number];
    if (again->digest == known->digest)
        return PX_OK;
    if (again->day < known->day || (again->day == known->day && again->digest < known->digest))
        *known = *again;
    return px_error_set(error, PX_ERROR_INPUT, "id '%.*s' belongs to another record too: the earlier one is taken",
                        PX_SLICE_SHORT(again->id));
}

enum px_status px_pairing_add(struct px_pairing *pairing, const struct px_article *article, struct px_error *error)
{
    bool added;
    uint32_t number = px_table_add(&pairing->ids, article->id, &added);
    struct px_story story = {.added = number, .day = px_day_read(article->published)};
    if (number == PX_NONE || !set_outlet(pairing, article->outlet, number, &story) ||
        !px_story_read(article, &pairing->worker, &pairing->arena, &story))
        return px_no_memory(error);
    if (!added)
        return meet_again(pairing, number, &story, error);
    struct px_story *place = px_vector_push(&pairing->stories, &pairing->arena);
    if (place == NULL)
        return px_no_memory(error);
    *place = story;
    return PX_OK;
}

static int by_day(const void *a, const void *b)
{
    const struct px_story *x = a, *y = b;
    if (x->day != y->day)
        return x->day < y->day ? -1 : 1;
    return px_slice_compare(x->id, y->id);
}

/* Numbers stories by day and id, and forms by stem. */
static enum px_status settle(struct px_pairing *pairing, struct px_error *error)
{
    const struct px_vocabulary *vocabulary = pairing->worker.vocabulary;
    size_t forms = px_vocabulary_size(vocabulary), stories = pairing->stories.count;
    pairing->stem_count = px_vocabulary_stem_count(vocabulary);
    pairing->stem_of = calloc(forms + 1, sizeof *pairing->stem_of);
    pairing->numbers = calloc(stories + 1, sizeof *pairing->numbers);
    pairing->meetings = calloc(stories + 1, sizeof *pairing->meetings);
    if (pairing->stem_of == NULL || pairing->numbers == NULL || pairing->meetings == NULL)
        return px_no_memory(error);
    for (uint32_t form = 0; form < forms; form++)
        pairing->stem_of[form] = px_vocabulary_form(vocabulary, form)->stem;
    if (stories > 1)
        qsort(pairing->stories.items, stories, sizeof *pairing->stories.items, by_day);
    for (uint32_t i = 0; i < stories; i++)
        pairing->numbers[pairing->stories.items[i].added] = i;
    return px_window_init(pairing, error);
}

/* Stories [first, end) meet each other and the earlier ones from `from` on; what they hold is compared with what those
 * up to `until` hold. */
static enum px_status find_among(struct px_pairing *pairing, struct px_search *search, const uint32_t range[4],
                                 struct px_error *error)
{
    uint32_t from = range[0], first = range[1], end = range[2], until = range[3];
    px_window_hold(pairing, from, until);
    for (uint32_t i = first; i < end; i++)
        px_window_weigh(pairing, &pairing->stories.items[i]);
    enum px_status status = px_window_index(pairing, from, end, error);
    return status == PX_OK ? px_search_run(search, first, end, error) : status;
}

/* Day by day; then what has no date, with everything. */
static enum px_status find(struct px_pairing *pairing, struct px_search *search, struct px_error *error)
{
    const struct px_pair_options *options = pairing->options;
    const struct px_story *stories = pairing->stories.items;
    uint32_t count = (uint32_t)pairing->stories.count, from = 0, until = 0, first = 0;
    int64_t window = options->window > INT32_MAX ? INT32_MAX : (int64_t)options->window;
    enum px_status status = PX_OK;
    while (first < count && status == PX_OK) {
        uint32_t end = first;
        int64_t day = options->no_dates ? PX_DAY_NONE : stories[first].day;
        while (day != PX_DAY_NONE && end < count && stories[end].day == day)
            end++;
        while (day != PX_DAY_NONE && stories[from].day < day - window)
            from++;
        while (day != PX_DAY_NONE && until < count && stories[until].day != PX_DAY_NONE &&
               stories[until].day <= day + window)
            until++;
        const uint32_t dated[] = {from, first, end, until}, all[] = {0, first, count, count};
        status = find_among(pairing, search, day == PX_DAY_NONE ? all : dated, error);
        first = day == PX_DAY_NONE ? count : end;
    }
    return status;
}

enum px_status px_pairing_find(struct px_pairing *pairing, struct px_error *error)
{
    struct px_search *search = NULL;
    enum px_status status = settle(pairing, error);
    if (status == PX_OK)
        status = px_search_new(pairing, &search, error);
    if (status == PX_OK)
        status = find(pairing, search, error);
    if (status == PX_OK)
        status = px_choose_pairs(pairing, error);
    px_search_free(search);
    px_window_release(&pairing->window);
    return status;
}

size_t px_pairing_count(const struct px_pairing *pairing)
{
    return pairing->pairs.count;
}

const struct px_pair *px_pairing_pair(const struct px_pairing *pairing, size_t index)
{
    return &pairing->pairs.items[index];
}

struct px_slice px_pairing_id(const struct px_pairing *pairing, uint32_t story)
{
    return pairing->stories.items[story].id;
}
