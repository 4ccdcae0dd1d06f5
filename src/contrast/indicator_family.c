/* Indicators: which tests count as one family, what each weighs in it, and their q. */
#include <math.h>
#include <stdlib.h>

#include "contrast/indicator.h"
#include "statistics/multiple.h"

/* What part of a report's level its figures take: names, judged mentions and terms have tests of their own, and one
 * report in twenty may err in any of them. A user's lexicon has the level for itself. */
#define PART .8

/* Do two rows count as one family of tests? All built-in figures do: a reader takes in the whole report, and one in
 * twenty reports may err, not one in twenty of its sections. Each lexicon of the user is a family of its own: many
 * categories there take nothing from the figures here. */
static bool are_family(const struct px_count_row *a, const struct px_count_row *b)
{
    return a->user == b->user && (!a->user || px_slice_equal(a->family, b->family));
}

static double level_of(const struct px_count_row *row)
{
    return PX_VERDICT_LEVEL * (row->user ? 1 : PART);
}

/* The smallest p that the figure can have, whichever side its hits are on: that of all of them on the shorter side,
 * share^n for n units with hits, which is all that the test is given. A mean has no hits; nor are those of a share that
 * most units have rare. */
static double attainable(const struct px_sheet *sheet, const struct px_count_row *row)
{
    double sides[2], units = 0;
    bool rate = row->measure == PX_MEASURE_RATE;
    for (size_t a = 0; a < 2; a++) {
        size_t sentences = sheet->context->articles[a]->sentences.count;
        sides[a] = rate ? px_sheet_sum(row->below[a], sentences) : (double)px_sheet_units(row->below[a], sentences);
        units += (double)px_sheet_units(row->above[a], sentences);
    }
    if (row->measure >= PX_MEASURE_MEAN || (!rate && 2 * units > sides[0] + sides[1]))
        return 0;
    return pow(fmin(sides[0], sides[1]) / (sides[0] + sides[1]), units);
}

/* A test on its way into the family. */
struct candidate {
    size_t row;
    double weight;
    double need; /* the smallest p that it can have, by its weight */
};

static int by_need(const void *left, const void *right)
{
    const struct candidate *a = left, *b = right;
    if (a->need != b->need)
        return a->need < b->need ? -1 : 1;
    return (a->row > b->row) - (a->row < b->row);
}

/* How many of the candidates count, those with the smallest needs: as many as can each be found where all of them are
 * tested. What could not be found whichever side its hits are on is not tested and costs the others nothing (Tarone
 * 1990; the filter does not look at the difference: Bourgon, Gentleman & Huber 2010). */
static size_t choose(struct candidate *candidates, size_t count, double level)
{
    double weights = 0;
    size_t chosen = 0;
    if (count > 1)
        qsort(candidates, count, sizeof *candidates, by_need);
    for (size_t i = 0; i < count; i++) {
        weights += candidates[i].weight;
        if (candidates[i].need * weights <= level)
            chosen = i + 1;
    }
    return chosen;
}

/* The rows of a family that are tested. */
struct chosen {
    const struct candidate *items;
    size_t count;
    double weights; /* their sum */
};

/* q of the chosen: by weighted Benjamini-Hochberg, the weights' mean being 1 (Genovese, Roeder & Wasserman 2006). */
static enum px_status weigh(const struct px_sheet *sheet, const struct chosen *chosen, double *q,
                            struct px_row_test *tests, struct px_error *error)
{
    const struct candidate *rows = chosen->items;
    size_t count = chosen->count;
    double part = count == 0 ? 1 : level_of(&sheet->rows.items[rows[0].row]) / PX_VERDICT_LEVEL;
    struct px_indicator *items = sheet->context->comparison->indicators.items;
    for (size_t i = 0; i < count; i++)
        q[i] = items[rows[i].row].p * chosen->weights / (double)count / rows[i].weight / part;
    enum px_status status = px_multiple_bh(q, count, error);
    for (size_t i = 0; status == PX_OK && i < count; i++) /* the weight buys no more than the test itself */
        tests[rows[i].row].it.q = items[rows[i].row].q = fmax(q[i], items[rows[i].row].p);
    return status;
}

static double weight_of(const struct candidate *candidates, size_t count)
{
    double weights = 0;
    for (size_t i = 0; i < count; i++)
        weights += candidates[i].weight;
    return weights;
}

/* What would be found of each row of i's family: where no other is found, its part of the level, as large as its weight
 * among those tested. */
static void tell_detectable(const struct px_sheet *sheet, size_t i, double weights, const struct px_row_test *tests)
{
    const struct px_count_row *rows = sheet->rows.items;
    double level = level_of(&rows[i]);
    for (size_t j = i; j < sheet->rows.count; j++) {
        struct px_indicator *item = &sheet->context->comparison->indicators.items[j];
        double all = isnan(item->q) ? weights + rows[j].weight : weights;
        if (are_family(&rows[i], &rows[j]))
            item->detectable = px_resample_detectable(tests[j].power, level * rows[j].weight / all);
    }
}

enum px_status px_sheet_correct(const struct px_sheet *sheet, struct px_row_test *tests, struct px_error *error)
{
    struct px_compare_context *context = sheet->context;
    const struct px_count_row *rows = sheet->rows.items;
    struct px_indicator *items = context->comparison->indicators.items;
    size_t count = sheet->rows.count;
    enum px_status status = PX_OK;
    double *q = px_arena_array(&context->scratch, double, count);
    struct candidate *candidates = px_arena_array(&context->scratch, struct candidate, count);
    bool *done = px_arena_array(&context->scratch, bool, count);
    if (q == NULL || candidates == NULL || done == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < count; i++)
        tests[i].it.q = items[i].q = NAN;
    for (size_t i = 0; status == PX_OK && i < count; i++) {
        size_t family = 0;
        if (done[i])
            continue;
        for (size_t j = i; j < count; j++) {
            if (!are_family(&rows[i], &rows[j]))
                continue;
            done[j] = true;
            if (tests[j].it.occurrences >= PX_VERDICT_FEWEST && !isnan(items[j].p))
                candidates[family++] =
                    (struct candidate){j, rows[j].weight, attainable(sheet, &rows[j]) / rows[j].weight};
        }
        struct chosen chosen = {candidates, choose(candidates, family, level_of(&rows[i])), 0};
        chosen.weights = weight_of(candidates, chosen.count);
        status = weigh(sheet, &chosen, q, tests, error);
        tell_detectable(sheet, i, chosen.weights, tests);
    }
    return status;
}
