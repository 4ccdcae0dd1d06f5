#include "tuning/trace.h"

#include <stdlib.h>

#include "tuning/shingles.h"

enum { RUN = PX_SHINGLE_WORDS, PLACES_AT_MOST = 8, GAP_AT_MOST = 5000 };

/* Where a run of the text begins. */
struct place {
    uint64_t hash;
    uint32_t at;
};

/* A run that both have, in a chain of such. */
struct link {
    uint32_t page, text;
    uint32_t before; /* the link before it, or PX_NONE */
};

struct tracer {
    struct px_arena *arena;
    struct px_words page, text;
    uint32_t *starts; /* by unit: its first word; one more behind the last */
    size_t units;
    struct place *places;
    size_t place_count;
    PX_VECTOR(struct link) links;
    uint32_t *ends; /* by length of chain: the link that ends it earliest in the text */
    size_t longest;
    uint32_t *found; /* by word of the page: its place in the text, or PX_NONE */
};

static int by_hash(const void *left, const void *right)
{
    const struct place *a = left, *b = right;
    return a->hash != b->hash ? (a->hash > b->hash) - (a->hash < b->hash) : (a->at > b->at) - (a->at < b->at);
}

static size_t run_count(const struct px_words *words)
{
    return words->hashes.count < RUN ? 0 : words->hashes.count - RUN + 1;
}

static bool read_page(struct tracer *tracer, const struct px_page *page)
{
    tracer->units = page->units.count;
    tracer->starts = px_arena_array(tracer->arena, uint32_t, tracer->units + 1);
    for (size_t i = 0; tracer->starts != NULL && i < tracer->units; i++) {
        tracer->starts[i] = (uint32_t)tracer->page.hashes.count;
        if (!px_words_add(&tracer->page, page->units.items[i].text, tracer->arena))
            return false;
    }
    if (tracer->starts != NULL)
        tracer->starts[tracer->units] = (uint32_t)tracer->page.hashes.count;
    tracer->found = px_arena_array(tracer->arena, uint32_t, tracer->page.hashes.count + 1);
    for (size_t i = 0; tracer->found != NULL && i < tracer->page.hashes.count; i++)
        tracer->found[i] = PX_NONE;
    return tracer->starts != NULL && tracer->found != NULL;
}

static bool read_text(struct tracer *tracer, struct px_slice text)
{
    if (!px_words_add(&tracer->text, text, tracer->arena))
        return false;
    tracer->place_count = run_count(&tracer->text);
    tracer->places = px_arena_array(tracer->arena, struct place, tracer->place_count + 1);
    tracer->ends = px_arena_array(tracer->arena, uint32_t, tracer->place_count + 1);
    if (tracer->places == NULL || tracer->ends == NULL)
        return false;
    for (size_t i = 0; i < tracer->place_count; i++)
        tracer->places[i] = (struct place){px_words_hash(&tracer->text, i, RUN), (uint32_t)i};
    if (tracer->place_count > 1)
        qsort(tracer->places, tracer->place_count, sizeof *tracer->places, by_hash);
    return true;
}

/* The first place with that hash; place_count when there is none. */
static size_t first_place(const struct tracer *tracer, uint64_t hash)
{
    size_t low = 0, high = tracer->place_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (tracer->places[middle].hash < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low < tracer->place_count && tracer->places[low].hash == hash ? low : tracer->place_count;
}

/* Puts a run behind the longest chain that ends before it in the text; of two that end alike the first stays. */
static bool add_link(struct tracer *tracer, uint32_t page, uint32_t text)
{
    size_t low = 0, high = tracer->longest;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (tracer->links.items[tracer->ends[middle]].text < text)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < tracer->longest && tracer->links.items[tracer->ends[low]].text == text)
        return true;
    struct link *link = px_vector_push(&tracer->links, tracer->arena);
    if (link == NULL)
        return false;
    *link = (struct link){page, text, low == 0 ? PX_NONE : tracer->ends[low - 1]};
    tracer->ends[low] = (uint32_t)(tracer->links.count - 1);
    tracer->longest += low == tracer->longest;
    return true;
}

/* Later places first, so that no two of one run come into one chain. */
static bool chain(struct tracer *tracer)
{
    for (size_t i = 0; i < run_count(&tracer->page); i++) {
        uint64_t hash = px_words_hash(&tracer->page, i, RUN);
        size_t first = first_place(tracer, hash), end = first;
        while (end < tracer->place_count && tracer->places[end].hash == hash)
            end++;
        if (end - first > PLACES_AT_MOST)
            continue;
        while (end-- > first)
            if (!add_link(tracer, (uint32_t)i, tracer->places[end].at))
                return false;
    }
    for (uint32_t at = tracer->longest == 0 ? PX_NONE : tracer->ends[tracer->longest - 1]; at != PX_NONE;) {
        const struct link *link = &tracer->links.items[at];
        for (uint32_t k = 0; k < RUN; k++)
            tracer->found[link->page + k] = link->text + k;
        at = link->before;
    }
    return true;
}

/* Looks for the words [start, end) of the page, as a whole, in the text from `from` to `to`. */
static void find_whole(struct tracer *tracer, uint32_t start, uint32_t end, uint32_t from, uint32_t to)
{
    const uint64_t *page = tracer->page.hashes.items, *text = tracer->text.hashes.items;
    uint32_t size = end - start;
    for (uint32_t at = from; at + size <= to && at < from + GAP_AT_MOST; at++) {
        if (memcmp(text + at, page + start, size * sizeof *text) != 0)
            continue;
        for (uint32_t k = 0; k < size; k++)
            tracer->found[start + k] = at + k;
        return;
    }
}

static void fill_gaps(struct tracer *tracer)
{
    uint32_t from = 0, next = 0; /* the gap of the text that the page is in, and the word of the page that ends it */
    for (size_t i = 0; i < tracer->units; i++) {
        uint32_t start = tracer->starts[i], end = tracer->starts[i + 1];
        bool any = start == end;
        for (uint32_t k = start; k < end && !any; k++)
            any = tracer->found[k] != PX_NONE;
        if (!any) {
            next = next < end ? end : next;
            while (next < tracer->page.hashes.count && tracer->found[next] == PX_NONE)
                next++;
            find_whole(tracer, start, end, from,
                       next < tracer->page.hashes.count ? tracer->found[next] : (uint32_t)tracer->text.hashes.count);
        }
        for (uint32_t k = start; k < end; k++)
            from = tracer->found[k] != PX_NONE ? tracer->found[k] + 1 : from;
    }
}

struct px_trace *px_trace_units(const struct px_page *page, struct px_slice text, struct px_arena *arena)
{
    struct tracer tracer = {.arena = arena};
    struct px_trace *traces = px_arena_array(arena, struct px_trace, page->units.count + 1);
    if (traces == NULL || !read_page(&tracer, page) || !read_text(&tracer, text) || !chain(&tracer))
        return NULL;
    fill_gaps(&tracer);
    for (size_t i = 0; i < tracer.units; i++) {
        traces[i].words = tracer.starts[i + 1] - tracer.starts[i];
        for (uint32_t k = tracer.starts[i]; k < tracer.starts[i + 1]; k++)
            traces[i].found += tracer.found[k] != PX_NONE;
    }
    return traces;
}
