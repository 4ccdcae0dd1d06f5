#include "tuning/label.h"

#include <math.h>

#include "base/buffer.h"
#include "tuning/trace.h"

enum { PLACES_AT_MOST = 50 };

static const double unsure_weight = .3;

static bool label_by_text(const struct px_gold_page *gold, const struct px_page *page, struct px_unit_label *labels,
                          struct px_arena *arena)
{
    const struct px_trace *traces = px_trace_units(page, gold->text, arena);
    for (size_t i = 0; traces != NULL && i < page->units.count; i++) {
        labels[i].weight = log1p((double)traces[i].words);
        labels[i].wanted = traces[i].words > 0 && traces[i].found * 2 >= traces[i].words;
    }
    return traces != NULL;
}

/* Where each unit begins in the text of all, one space between units. */
struct joined {
    struct px_buffer text;
    size_t *starts;
};

static bool join(const struct px_page *page, struct joined *joined, struct px_arena *arena)
{
    joined->starts = px_arena_array(arena, size_t, page->units.count + 1);
    for (size_t i = 0; joined->starts != NULL && i < page->units.count; i++) {
        joined->starts[i] = joined->text.size;
        px_buffer_append(&joined->text, page->units.items[i].text);
        px_buffer_byte(&joined->text, ' ');
    }
    return joined->starts != NULL && !joined->text.failed;
}

static void label_place(const struct px_page *page, const struct joined *joined, size_t start, size_t end,
                        struct px_unit_label *labels, struct px_unit_label label)
{
    for (size_t i = 0; i < page->units.count && joined->starts[i] < end; i++) {
        if (joined->starts[i] + page->units.items[i].text.size <= start)
            continue;
        if (label.weight >= 1 || labels[i].weight == 0)
            labels[i] = label;
    }
}

static void label_segment(const struct px_page *page, const struct joined *joined, struct px_slice segment, bool wanted,
                          struct px_unit_label *labels)
{
    size_t places[PLACES_AT_MOST], count = 0, at = 0;
    struct px_slice text = px_buffer_slice(&joined->text);
    while (segment.size > 0 && count < PLACES_AT_MOST && (at = px_slice_find(text, segment, at)) != SIZE_MAX)
        places[count++] = at++;
    struct px_unit_label label = {.weight = wanted && count > 1 ? unsure_weight : 1, .wanted = wanted};
    for (size_t i = 0; i < count; i++)
        label_place(page, joined, places[i], places[i] + segment.size, labels, label);
}

static bool label_by_segments(const struct px_gold_page *gold, const struct px_page *page, struct px_unit_label *labels,
                              struct px_arena *arena)
{
    struct joined joined = {0};
    bool fine = join(page, &joined, arena);
    for (size_t i = 0; fine && i < gold->unwanted.count; i++)
        label_segment(page, &joined, gold->unwanted.items[i], false, labels);
    for (size_t i = 0; fine && i < gold->wanted.count; i++)
        label_segment(page, &joined, gold->wanted.items[i], true, labels);
    px_buffer_release(&joined.text);
    return fine;
}

struct px_unit_label *px_labels_find(const struct px_gold_page *gold, const struct px_page *page,
                                     struct px_arena *arena)
{
    struct px_unit_label *labels = px_arena_array(arena, struct px_unit_label, page->units.count + 1);
    bool fine = labels != NULL && (gold->gold == PX_GOLD_TEXT ? label_by_text(gold, page, labels, arena)
                                                              : label_by_segments(gold, page, labels, arena));
    double sum = 0;
    for (size_t i = 0; fine && i < page->units.count; i++) {
        if (page->units.items[i].fixed)
            labels[i].weight = 0; /* the model is not asked */
        sum += labels[i].weight;
    }
    for (size_t i = 0; fine && i < page->units.count && sum > 0; i++)
        labels[i].weight /= sum;
    return fine ? labels : NULL;
}
