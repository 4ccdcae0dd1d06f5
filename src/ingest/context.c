#include <math.h>
#include <stdlib.h>

#include "ingest/features.h"

enum {
    NO_TITLE_BYTES = 300,
    FAR = 60,
    RUN_WORDS = 4,
    BODY_BYTES = 250,
    BODY_BYTES_AT_MOST = 1 << 18,
    WRAPPED_BYTES = 500,
    WRAPPED_SHARE = 80,
    HIDDEN_SHARE = 80
};

/* Running text as a container may count it: long with function words, or a sentence. */
static bool is_good(const struct px_unit *unit)
{
    const struct px_measure *m = &unit->measure;
    size_t size = unit->text.size;
    if (m->characters > 80 && unit->link_bytes * 5 < size * 2 && m->stop_words * 5 > m->words)
        return true;
    return m->characters > 25 && m->ends_sentence && unit->link_bytes * 10 < size * 3;
}

/* The worth of a paragraph to the container it lies in. */
static double unit_worth(const struct px_unit *unit)
{
    const struct px_measure *m = &unit->measure;
    if (m->characters < 25 || unit->link_bytes * 2 > unit->text.size)
        return 0;
    if (!m->ends_sentence && m->commas == 0 && m->characters <= 100)
        return 0;
    return 1 + fmin(m->commas, 10) + fmin(3, m->characters / 100.0);
}

static void spread_worth(struct px_page *page, const struct px_unit *unit)
{
    static const double share[] = {1, .5, .25, .16};
    double worth = unit_worth(unit);
    struct px_element *elements = page->elements.items;
    uint32_t at = unit->element;
    uint8_t tag = elements[at].tag;
    if (worth == 0)
        return;
    if (tag != PX_TAG_DIV && tag != PX_TAG_SECTION && tag != PX_TAG_ARTICLE && tag != PX_TAG_OTHER)
        at = elements[at].parent;
    for (size_t i = 0; i < 4 && at != 0; i++, at = elements[at].parent)
        elements[at].worth += worth * share[i];
}

static void sum_elements(struct px_context *context)
{
    struct px_page *page = context->page;
    struct px_element *elements = page->elements.items;
    for (size_t i = 0; i < page->units.count; i++) {
        const struct px_unit *unit = &page->units.items[i];
        struct px_element *element = &elements[unit->element];
        struct px_signature *signature = &context->by_signature[element->signature];
        element->text_bytes += (uint32_t)unit->text.size;
        element->link_bytes += unit->link_bytes;
        element->good_bytes += is_good(unit) ? (uint32_t)unit->text.size : 0;
        element->units++;
        signature->bytes += unit->text.size;
        signature->link_bytes += unit->link_bytes;
        signature->units++;
        spread_worth(page, unit);
    }
    for (size_t i = page->elements.count; i-- > 1;) {
        struct px_element *parent = &elements[elements[i].parent];
        parent->text_bytes += elements[i].text_bytes;
        parent->link_bytes += elements[i].link_bytes;
        parent->good_bytes += elements[i].good_bytes;
        parent->units += elements[i].units;
    }
}

/* The container that holds most running text and few links; hints tip the scales. */
static uint32_t find_best(struct px_context *context)
{
    const uint32_t bad = 1u << PX_HINT_COMMENT | 1u << PX_HINT_FOOTER | 1u << PX_HINT_SIDE | 1u << PX_HINT_RELATED |
                         1u << PX_HINT_SHARE | 1u << PX_HINT_FORM;
    const uint32_t good = 1u << PX_HINT_CONTENT | 1u << PX_HINT_BODY;
    const struct px_element *elements = context->page->elements.items;
    uint32_t best = 0;
    context->best_worth = 0;
    for (size_t i = 1; i < context->page->elements.count; i++) {
        const struct px_element *e = &elements[i];
        if (e->worth == 0 || e->text_bytes == 0)
            continue;
        double worth = e->worth + ((e->hints & good) ? 8 : 0) - ((e->hints & bad) ? 8 : 0);
        worth *= 1 - fmin(1, (double)e->link_bytes / (double)e->text_bytes);
        if (worth > context->best_worth) {
            context->best_worth = worth;
            best = (uint32_t)i;
        }
    }
    return best;
}

/* An element that holds nearly all running text tells nothing of its parts: that it stands in a form, or that the page
 * may be commented. Nor is what it hides hidden: a script will show it. */
static void ignore_wrappers(struct px_page *page)
{
    const uint32_t kept_hints = 1u << PX_HINT_CONTENT | 1u << PX_HINT_BODY;
    const uint32_t kept_above = ~(1u << PX_ABOVE_NAV | 1u << PX_ABOVE_HEADER | 1u << PX_ABOVE_FOOTER |
                                  1u << PX_ABOVE_ASIDE | 1u << PX_ABOVE_FORM);
    struct px_element *elements = page->elements.items;
    const uint64_t all = elements[0].good_bytes;
    for (size_t i = 1; i < page->elements.count; i++) {
        struct px_element *e = &elements[i];
        const struct px_element *parent = &elements[e->parent];
        uint32_t above = e->above;
        if (all >= WRAPPED_BYTES && e->good_bytes * UINT64_C(100) >= all * WRAPPED_SHARE) {
            e->hints &= kept_hints;
            e->hides = false;
            above &= kept_above;
        }
        e->ancestors = parent->ancestors | above;
        e->hidden = parent->hidden || e->hides;
    }
}

/* How many of each element and all above hint at each kind: at most three, two bits a kind. */
static void count_hints(struct px_context *context)
{
    const struct px_element *elements = context->page->elements.items;
    for (size_t i = 1; i < context->page->elements.count; i++) {
        uint64_t counts = context->hint_counts[elements[i].parent];
        for (uint32_t hints = elements[i].hints; hints != 0; hints &= hints - 1) {
            int hint = __builtin_ctz(hints);
            counts += (uint64_t)(px_context_hints(counts, hint) < 3) << 2 * hint;
        }
        context->hint_counts[i] = counts;
    }
}

/* Where nearly all of the best container is hidden (all slides of a show but the first), a script will show it. */
static void show_best(struct px_context *context, uint32_t best)
{
    struct px_page *page = context->page;
    const struct px_element *elements = page->elements.items;
    uint64_t hidden = 0;
    for (size_t i = 0; i < page->units.count; i++) {
        const struct px_unit *unit = &page->units.items[i];
        const struct px_element *e = &elements[unit->element];
        hidden += e->hidden && e->best_distance >= 0 && is_good(unit) ? unit->text.size : 0;
    }
    if (hidden < WRAPPED_BYTES || hidden * 100 < (uint64_t)elements[best].good_bytes * HIDDEN_SHARE)
        return;
    for (size_t i = 1; i < page->elements.count; i++)
        page->elements.items[i].hidden = elements[i].hidden && elements[i].best_distance < 0;
}

static void measure_elements(struct px_context *context)
{
    struct px_element *elements = context->page->elements.items;
    sum_elements(context);
    ignore_wrappers(context->page);
    uint32_t best = find_best(context);
    elements[0].best_distance = best == 0 ? 0 : -1;
    for (size_t i = 1; i < context->page->elements.count; i++) {
        const struct px_element *parent = &elements[elements[i].parent];
        elements[i].best_distance = i == best ? 0 : parent->best_distance < 0 ? -1 : parent->best_distance + 1;
    }
    show_best(context, best);
    count_hints(context);
}

static int compare_sizes(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* Where the strong paragraphs are, seen from each unit, and their median length. */
static bool measure_strong(struct px_context *context)
{
    const struct px_page *page = context->page;
    size_t count = page->units.count;
    uint32_t *sizes = malloc((count + 1) * sizeof *sizes);
    if (sizes == NULL)
        return false;
    uint32_t last = FAR;
    for (size_t i = 0; i < count; i++) {
        const struct px_unit *unit = &page->units.items[i];
        context->strong_before[i] = context->strong_count;
        context->last_strong[i] = last < FAR ? ++last : FAR;
        if (px_unit_is_strong(unit)) {
            sizes[context->strong_count++] = unit->measure.characters;
            last = 0;
        }
    }
    last = FAR;
    for (size_t i = count; i-- > 0;) {
        context->next_strong[i] = last < FAR ? ++last : FAR;
        if (px_unit_is_strong(&page->units.items[i]))
            last = 0;
    }
    qsort(sizes, context->strong_count, sizeof *sizes, compare_sizes);
    context->median_strong = context->strong_count == 0 ? 0 : sizes[context->strong_count / 2];
    free(sizes);
    return true;
}

static bool is_short(const struct px_unit *unit)
{
    return unit->measure.characters < 60 && !unit->measure.ends_sentence;
}

static void measure_runs(struct px_context *context)
{
    const struct px_page *page = context->page;
    size_t count = page->units.count;
    for (size_t start = 0, end; start < count; start = end) {
        for (end = start + 1; end < count && is_short(&page->units.items[end]) == is_short(&page->units.items[start]);)
            end++;
        for (size_t i = start; i < end; i++) {
            context->run_start[i] = (uint32_t)start;
            context->run_end[i] = (uint32_t)end;
        }
    }
}

static bool count_copies(struct px_context *context)
{
    const struct px_page *page = context->page;
    context->bytes = 0;
    for (size_t i = 0; i < page->units.count; i++) {
        uint32_t id = px_table_borrow(&context->texts, page->units.items[i].text, NULL);
        if (id == PX_NONE)
            return false;
        context->text_ids[i] = id;
        context->copies[id]++;
        context->bytes_before[i] = context->bytes;
        context->bytes += page->units.items[i].text.size;
    }
    return true;
}

/* Words of five letters or more that stand in strong paragraphs: what the page is about. */
static bool collect_strong_words(struct px_context *context)
{
    const struct px_page *page = context->page;
    struct px_word_set *set = &context->strong_words;
    for (size_t i = 0; i < page->units.count; i++) {
        if (!px_unit_is_strong(&page->units.items[i]))
            continue;
        if (!px_word_set_add(set, page->units.items[i].words, 5))
            return false;
    }
    return true;
}

/* The next run of RUN_WORDS words, one further each time; false at the end. A shorter text is one run. */
static bool next_run(struct px_slice *rest, struct px_slice *run)
{
    size_t end = 0, words = 0;
    if (rest->size == 0)
        return false;
    while (end < rest->size && (rest->data[end] != ' ' || ++words < RUN_WORDS))
        end++;
    *run = px_slice_part(*rest, 0, end);
    size_t next = px_slice_find(*rest, PX_SLICE(" "), 0);
    *rest = end == rest->size ? PX_SLICE("") : px_slice_part(*rest, next + 1, rest->size);
    return true;
}

/* The body that the page gives as data (JSON-LD), as runs of words. */
static bool collect_body(struct px_context *context)
{
    struct px_slice body = context->page->facts.body, run;
    struct px_buffer words = {0};
    bool fine = true;
    if (body.size < BODY_BYTES)
        return true;
    px_patterns_fold(body.size > BODY_BYTES_AT_MOST ? px_slice_part(body, 0, BODY_BYTES_AT_MOST) : body, &words);
    struct px_slice rest = px_buffer_slice(&words);
    while (fine && next_run(&rest, &run))
        fine = px_table_add(&context->body, run, NULL) != PX_NONE;
    fine = fine && !words.failed;
    px_buffer_release(&words);
    return fine;
}

float px_context_body_share(const struct px_context *context, struct px_slice words)
{
    struct px_slice run;
    size_t runs = 0, common = 0;
    if (context->body.keys.count == 0)
        return -1;
    for (; next_run(&words, &run); runs++)
        common += px_table_find(&context->body, run) != PX_NONE;
    return runs == 0 ? 0 : (float)common / (float)runs;
}

static void find_title(struct px_context *context)
{
    const struct px_page *page = context->page;
    context->title_unit = PX_NONE;
    for (size_t i = 0; i * 5 < page->units.count * 3 && context->title_unit == PX_NONE; i++) {
        const struct px_unit *unit = &page->units.items[i];
        if (unit->text.size > NO_TITLE_BYTES || unit->measure.characters <= 12 || context->title.words.keys.count == 0)
            continue;
        uint32_t words, common = px_word_set_common(&context->title, unit->words, &words);
        double either = words + (double)context->title.words.keys.count - common;
        if (common > 0.6 * either)
            context->title_unit = (uint32_t)i;
    }
}

static bool take_arrays(struct px_context *context)
{
    struct px_arena *arena = &context->page->arena;
    size_t count = context->page->units.count + 1;
    uint32_t **arrays[] = {&context->copies,      &context->text_ids,  &context->strong_before, &context->last_strong,
                           &context->next_strong, &context->run_start, &context->run_end};
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
        if ((*arrays[i] = px_arena_array(arena, uint32_t, count)) == NULL)
            return false;
    context->bytes_before = px_arena_array(arena, uint64_t, count);
    context->by_signature = px_arena_array(arena, struct px_signature, context->page->signatures.keys.count + 1);
    context->hint_counts = px_arena_array(arena, uint64_t, context->page->elements.count + 1);
    return context->bytes_before != NULL && context->by_signature != NULL && context->hint_counts != NULL;
}

enum px_status px_context_init(struct px_context *context, struct px_page *page, struct px_slice title,
                               struct px_slice description, struct px_error *error)
{
    *context = (struct px_context){.page = page};
    bool fine = px_word_set_init(&context->title, title) && px_word_set_init(&context->description, description) &&
                take_arrays(context) && count_copies(context) && measure_strong(context) &&
                collect_strong_words(context) && collect_body(context);
    if (!fine) {
        px_context_release(context);
        return px_no_memory(error);
    }
    measure_runs(context);
    find_title(context);
    if (page->elements.count > 0)
        measure_elements(context);
    return PX_OK;
}

void px_context_release(struct px_context *context)
{
    px_word_set_release(&context->title);
    px_word_set_release(&context->description);
    px_word_set_release(&context->strong_words);
    px_table_release(&context->texts);
    px_table_release(&context->body);
}
