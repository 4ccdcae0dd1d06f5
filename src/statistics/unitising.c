#include "statistics/unitising.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "statistics/percentile.h"
#include "statistics/random.h"

enum { REPLICATES = 1000 };

/* Work space of one computation. */
struct work {
    const struct px_unitising *unitising;
    size_t *first;    /* by text: its first unit; texts + 1 */
    double *observed; /* by text: Σ δ² over ordered pairs of coders */
    double *open_gap; /* by coder: the length of the gap that has not ended yet */
    double *gaps;     /* lengths of the gaps that have ended */
    double *behind;   /* behind[k]: Σ of gaps k, k + 1 ... in order of length */
    double *lengths;  /* of the units */
    size_t gap_count;
    size_t unit_count;
    size_t room; /* for so many units; draws that hold more do not occur in practice */
};

/* δ² of a unit against all that another coder has in the same text, over both orders of the pair: units that intersect
 * are met from the other side too, a gap is not. */
static double against(const struct px_unit *unit, const struct px_unit *others, size_t count)
{
    double sum = 0;
    bool met = false;
    for (size_t i = 0; i < count; i++) {
        const struct px_unit *other = &others[i];
        if (other->start >= unit->start + unit->length || unit->start >= other->start + other->length)
            continue;
        double begins = (double)unit->start - (double)other->start;
        double ends = begins + (double)unit->length - (double)other->length;
        sum += begins * begins + ends * ends;
        met = true;
    }
    return met ? sum : 2 * (double)unit->length * (double)unit->length;
}

/* The units of one coder in text [from, end): sets *first and returns their number. */
static size_t units_of(const struct px_unitising *u, size_t coder, size_t from, size_t end, size_t *first)
{
    while (from < end && u->units[from].coder < coder)
        from++;
    *first = from;
    while (from < end && u->units[from].coder == coder)
        from++;
    return from - *first;
}

static double observe_text(const struct work *work, size_t text)
{
    const struct px_unitising *u = work->unitising;
    size_t from = work->first[text];
    size_t end = work->first[text + 1];
    double sum = 0;
    for (size_t i = from; i < end; i++) {
        for (size_t coder = 0; coder < u->coders; coder++) {
            size_t first;
            size_t count = units_of(u, coder, from, end, &first);
            if (coder != u->units[i].coder)
                sum += against(&u->units[i], &u->units[first], count);
        }
    }
    return sum;
}

static bool check(struct work *work)
{
    const struct px_unitising *u = work->unitising;
    size_t text = 0;
    for (size_t i = 0; i < u->count; i++) {
        const struct px_unit *unit = &u->units[i];
        const struct px_unit *last = i > 0 ? unit - 1 : NULL;
        if (unit->text >= u->texts || unit->coder >= u->coders || unit->length == 0 ||
            unit->start > u->lengths[unit->text] || unit->length > u->lengths[unit->text] - unit->start)
            return false;
        if (last != NULL && (unit->text < last->text || (unit->text == last->text && unit->coder < last->coder)))
            return false;
        if (last != NULL && unit->text == last->text && unit->coder == last->coder &&
            unit->start < last->start + last->length)
            return false;
        while (text <= unit->text)
            work->first[text++] = i;
    }
    while (text <= u->texts)
        work->first[text++] = u->count;
    return true;
}

/* Lays one more text at the end of the continuum. */
static void lay_text(struct work *work, size_t text)
{
    const struct px_unitising *u = work->unitising;
    size_t from = work->first[text];
    size_t end = work->first[text + 1];
    for (size_t coder = 0; coder < u->coders; coder++) {
        size_t first;
        size_t count = units_of(u, coder, from, end, &first);
        size_t at = 0;
        for (size_t i = first; i < first + count; i++) {
            work->gaps[work->gap_count++] = work->open_gap[coder] + (double)(u->units[i].start - at);
            work->lengths[work->unit_count++] = (double)u->units[i].length;
            work->open_gap[coder] = 0;
            at = u->units[i].start + u->units[i].length;
        }
        work->open_gap[coder] += (double)(u->lengths[text] - at);
    }
}

static int by_value(const void *left, const void *right)
{
    double a = *(const double *)left;
    double b = *(const double *)right;
    return (a > b) - (a < b);
}

/* Σ (gap - length + 1) over the gaps that are not shorter; gaps are in order. */
static double room_for(const struct work *work, double length)
{
    size_t low = 0;
    size_t high = work->gap_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (work->gaps[middle] < length)
            low = middle + 1;
        else
            high = middle;
    }
    return work->behind[low] - (double)(work->gap_count - low) * (length - 1);
}

/* alpha of the continuum that has been laid, of total length L. */
static double alpha_of(struct work *work, double observed, double length)
{
    double m = (double)work->unitising->coders;
    double n = (double)work->unit_count;
    double expected = 0;
    double within = 0;
    for (size_t coder = 0; coder < work->unitising->coders; coder++)
        work->gaps[work->gap_count++] = work->open_gap[coder];
    qsort(work->gaps, work->gap_count, sizeof *work->gaps, by_value);
    work->behind[work->gap_count] = 0;
    for (size_t i = work->gap_count; i > 0; i--)
        work->behind[i - 1] = work->behind[i] + work->gaps[i - 1];
    for (size_t i = 0; i < work->unit_count; i++) {
        double l = work->lengths[i];
        expected += (n - 1) / 3 * (2 * l * l * l - 3 * l * l + l) + l * l * room_for(work, l);
        within += l * (l - 1);
    }
    expected *= 2 / length / (m * length * (m * length - 1) - within);
    observed /= m * (m - 1) * length * length;
    return expected > 0 ? 1 - observed / expected : NAN;
}

/* Of the texts themselves, or of as many drawn with replacement; false when those hold more than the room. */
static bool lay_all(struct work *work, struct px_random *random, double *alpha)
{
    const struct px_unitising *u = work->unitising;
    double observed = 0;
    double length = 0;
    work->gap_count = 0;
    work->unit_count = 0;
    for (size_t coder = 0; coder < u->coders; coder++)
        work->open_gap[coder] = 0;
    for (size_t i = 0; i < u->texts; i++) {
        size_t text = random == NULL ? i : px_random_below(random, (uint32_t)u->texts);
        if (work->unit_count + work->first[text + 1] - work->first[text] > work->room)
            return false;
        lay_text(work, text);
        observed += work->observed[text];
        length += (double)u->lengths[text];
    }
    *alpha = alpha_of(work, observed, length);
    return true;
}

static double draw_alpha(void *of, struct px_random *random)
{
    struct work *work = of;
    double drawn;
    return lay_all(work, random, &drawn) ? drawn : NAN;
}

static bool take_memory(struct work *work)
{
    size_t room = work->room;
    const struct px_unitising *u = work->unitising;
    work->first = calloc(u->texts + 1, sizeof *work->first);
    work->observed = calloc(u->texts + 1, sizeof *work->observed);
    work->open_gap = calloc(u->coders + 1, sizeof *work->open_gap);
    work->gaps = calloc(room + u->coders + 1, sizeof *work->gaps);
    work->behind = calloc(room + u->coders + 2, sizeof *work->behind);
    work->lengths = calloc(room + 1, sizeof *work->lengths);
    return work->first != NULL && work->observed != NULL && work->open_gap != NULL && work->gaps != NULL &&
           work->behind != NULL && work->lengths != NULL;
}

static void release(struct work *work)
{
    free(work->first);
    free(work->observed);
    free(work->open_gap);
    free(work->gaps);
    free(work->behind);
    free(work->lengths);
}

enum px_status px_unitising_alpha(const struct px_unitising *unitising, uint64_t seed, struct px_estimate *alpha,
                                  struct px_error *error)
{
    struct work work = {.unitising = unitising, .room = 4 * unitising->count + 64};
    enum px_status status = PX_OK;
    *alpha = (struct px_estimate){NAN, NAN, NAN};
    if (unitising->count == 0 || unitising->coders < 2)
        return PX_OK;
    if (unitising->count > UINT32_MAX || unitising->texts > UINT32_MAX || !take_memory(&work)) {
        status = px_no_memory(error);
        goto done;
    }
    if (!check(&work)) {
        status = px_error_set(error, PX_ERROR_INPUT, "units are out of order or leave their text");
        goto done;
    }
    for (size_t text = 0; text < unitising->texts; text++)
        work.observed[text] = observe_text(&work, text);
    lay_all(&work, NULL, &alpha->value);
    if (!isnan(alpha->value) && unitising->texts > 1)
        status = px_percentile_bootstrap(draw_alpha, &work,
                                         px_percentile_replicates(REPLICATES, unitising->count + unitising->texts),
                                         seed, alpha, error);
done:
    release(&work);
    return status;
}
