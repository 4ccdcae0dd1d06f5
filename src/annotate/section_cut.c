#include "annotate/section_cut.h"

#include <math.h>

enum { SEGMENT_WORDS_LIMIT = 2000, COMPARED_WORDS_LIMIT = 4000, KERNEL_UNITS_LIMIT = 320, MULTIPLIED = 4 };

static const double prior = 0.2;
static const double penalty = 2;
static const double alike = 0.1;
static const double spread = 2.5; /* weight of a segment's spread */

struct cutter {
    const struct px_cut_text *text;
    double *ln_count;   /* ln(c + a) */
    double *ln_total;   /* ln(t + a V) */
    uint32_t *counts;   /* by word; zero between uses */
    double *best;       /* cost of the cheapest row of segments of the first units */
    uint32_t *previous; /* where its last segment begins */
    double *idf;        /* by word */
    double *weights;    /* by word; zero between uses */
    double *likeness;   /* (units + 1)²: sums of the kernel over units before row and column; NULL where there are too
                         * many units */
};

static size_t count_words(const struct px_cut_text *text)
{
    return text->starts[text->unit_count] - text->starts[0];
}

static bool take_memory(struct cutter *c, struct px_arena *arena)
{
    size_t words = count_words(c->text);
    size_t units = c->text->unit_count;
    size_t vocabulary = c->text->vocabulary;
    c->ln_count = px_arena_array(arena, double, words + 1);
    c->ln_total = px_arena_array(arena, double, words + 1);
    c->counts = px_arena_array(arena, uint32_t, vocabulary);
    c->best = px_arena_array(arena, double, units + 1);
    c->previous = px_arena_array(arena, uint32_t, units + 1);
    c->idf = px_arena_array(arena, double, vocabulary);
    c->weights = px_arena_array(arena, double, vocabulary);
    return c->ln_count != NULL && c->ln_total != NULL && c->counts != NULL && c->best != NULL && c->previous != NULL &&
           c->idf != NULL && c->weights != NULL;
}

static void fill_logarithms(struct cutter *c)
{
    double mass = prior * (double)c->text->vocabulary;
    for (size_t i = 0; i <= count_words(c->text); i++) {
        c->ln_count[i] = log((double)i + prior);
        c->ln_total[i] = log((double)i + mass);
    }
}

/* idf = ln((units + 1) / (units with the word + 1/2)) */
static void fill_idf(struct cutter *c)
{
    const struct px_cut_text *text = c->text;
    for (size_t unit = 0; unit < text->unit_count; unit++) {
        for (uint32_t i = text->starts[unit]; i < text->starts[unit + 1]; i++)
            if (c->counts[text->words[i]] != unit + 1) {
                c->counts[text->words[i]] = (uint32_t)unit + 1;
                c->idf[text->words[i]]++;
            }
    }
    for (size_t w = 0; w < text->vocabulary; w++) {
        c->idf[w] = log(((double)text->unit_count + 1) / (c->idf[w] + 0.5));
        c->counts[w] = 0;
    }
}

/* Divides a square of products by what its diagonal holds, so that this becomes 1. */
static void normalise(double *products, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++)
            if (i != j && products[i * n + i] > 0 && products[j * n + j] > 0)
                products[i * n + j] /= sqrt(products[i * n + i] * products[j * n + j]);
    for (size_t i = 0; i < n; i++)
        products[i * n + i] = products[i * n + i] > 0;
}

/* Rows of tf-idf, each of length 1: dot products of all pairs of units into `products`. */
static void fill_products(struct cutter *c, double *products)
{
    const struct px_cut_text *text = c->text;
    size_t n = text->unit_count;
    for (size_t i = 0; i < n; i++) {
        for (uint32_t k = text->starts[i]; k < text->starts[i + 1]; k++)
            c->weights[text->words[k]] += c->idf[text->words[k]];
        for (size_t j = 0; j < n; j++)
            for (uint32_t k = text->starts[j]; k < text->starts[j + 1]; k++)
                products[i * n + j] += c->weights[text->words[k]] * c->idf[text->words[k]];
        for (uint32_t k = text->starts[i]; k < text->starts[i + 1]; k++)
            c->weights[text->words[k]] = 0;
    }
    normalise(products, n);
}

/* Products of rows of a square of products, made to have 1 on the diagonal. Units³, which are few. */
static bool multiply(double **products, size_t n, struct px_arena *arena)
{
    const double *from = *products;
    double *to = px_arena_array(arena, double, n *n);
    for (size_t i = 0; to != NULL && i < n; i++)
        for (size_t k = 0; k < n; k++)
            for (size_t j = 0; from[i * n + k] > 0 && j < n; j++)
                to[i * n + j] += from[i * n + k] * from[k * n + j];
    if (to != NULL)
        normalise(to, n);
    *products = to;
    return to != NULL;
}

/* A unit's vector is its row of products with all units, of length 1: two units are alike when they are like the same
 * others, though they share no word. Taking products of products a few times leaves little but the largest singular
 * vectors, as latent semantic analysis has it (Choi, Wiemer-Hastings & Moore 2001), without taking them apart. */
static bool fill_likeness(struct cutter *c, struct px_arena *arena)
{
    size_t n = c->text->unit_count, side = n + 1;
    if (n > KERNEL_UNITS_LIMIT)
        return true;
    double *products = px_arena_array(arena, double, n *n);
    c->likeness = px_arena_array(arena, double, side *side);
    if (products == NULL || c->likeness == NULL)
        return false;
    fill_products(c, products);
    for (int i = 0; i < MULTIPLIED; i++)
        if (!multiply(&products, n, arena))
            return false;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++)
            c->likeness[(i + 1) * side + j + 1] = products[i * n + j] + c->likeness[i * side + j + 1] +
                                                  c->likeness[(i + 1) * side + j] - c->likeness[i * side + j];
    return true;
}

/* L - |sum x|² / L over the vectors x of the segment's L units [first, end): 0 when all are alike. */
static double spread_of(const struct cutter *c, size_t first, size_t end)
{
    size_t side = c->text->unit_count + 1, length = end - first;
    if (c->likeness == NULL)
        return 0;
    double sum =
        c->likeness[end * side + end] - 2 * c->likeness[first * side + end] + c->likeness[first * side + first];
    return (double)length - sum / (double)length;
}

/* Tries every segment that begins at `first`. */
static void extend_segments(struct cutter *c, size_t first, double cut_cost)
{
    const struct px_cut_text *text = c->text;
    double cost = c->best[first] + cut_cost;
    uint32_t total = 0;
    size_t unit = first;
    for (; unit < text->unit_count && (unit == first || total <= SEGMENT_WORDS_LIMIT); unit++) {
        for (uint32_t i = text->starts[unit]; i < text->starts[unit + 1]; i++)
            cost += c->ln_total[total++] - c->ln_count[c->counts[text->words[i]]++];
        bool open = unit + 1 == text->unit_count || text->barred == NULL || !text->barred[unit + 1];
        double whole = open ? cost + spread * spread_of(c, first, unit + 1) : HUGE_VAL;
        if (whole < c->best[unit + 1]) {
            c->best[unit + 1] = whole;
            c->previous[unit + 1] = (uint32_t)first;
        }
    }
    for (uint32_t i = text->starts[first]; i < text->starts[unit]; i++)
        c->counts[text->words[i]] = 0;
}

/* The cheapest cuts, in rising order. */
static size_t find_cheapest(struct cutter *c, uint32_t *cuts)
{
    size_t units = c->text->unit_count;
    size_t words = count_words(c->text);
    double cut_cost = penalty * log((double)(words < 3 ? 3 : words));
    for (size_t i = 1; i <= units; i++)
        c->best[i] = HUGE_VAL;
    for (size_t i = 0; i < units; i++)
        if (c->best[i] < HUGE_VAL)
            extend_segments(c, i, cut_cost);
    size_t count = 0;
    for (size_t at = units; at > 0 && c->previous[at] > 0; at = c->previous[at])
        cuts[count++] = c->previous[at];
    for (size_t i = 0; i < count / 2; i++) {
        uint32_t swap = cuts[i];
        cuts[i] = cuts[count - 1 - i];
        cuts[count - 1 - i] = swap;
    }
    return count;
}

/* Cosine of units [a, b) and [b, e), of what is near to b in long ones: the dot product is summed word by word of the
 * second against the counts of the first, the norms each over a segment's words against its own counts. */
static double compare_segments(struct cutter *c, size_t a, size_t b, size_t e)
{
    const uint32_t *words = c->text->words;
    uint32_t start = c->text->starts[a];
    uint32_t middle = c->text->starts[b];
    uint32_t end = c->text->starts[e];
    start = middle - start > COMPARED_WORDS_LIMIT ? middle - COMPARED_WORDS_LIMIT : start;
    end = end - middle > COMPARED_WORDS_LIMIT ? middle + COMPARED_WORDS_LIMIT : end;
    double dot = 0;
    double left = 0;
    double right = 0;
    for (uint32_t i = start; i < middle; i++)
        c->weights[words[i]] += c->idf[words[i]];
    for (uint32_t i = start; i < middle; i++)
        left += c->weights[words[i]] * c->idf[words[i]];
    for (uint32_t i = middle; i < end; i++)
        dot += c->weights[words[i]] * c->idf[words[i]];
    for (uint32_t i = start; i < middle; i++)
        c->weights[words[i]] = 0;
    for (uint32_t i = middle; i < end; i++)
        c->weights[words[i]] += c->idf[words[i]];
    for (uint32_t i = middle; i < end; i++)
        right += c->weights[words[i]] * c->idf[words[i]];
    for (uint32_t i = middle; i < end; i++)
        c->weights[words[i]] = 0;
    return left > 0 && right > 0 ? dot / sqrt(left * right) : 0;
}

static double compare_at(struct cutter *c, const uint32_t *cuts, size_t count, size_t i)
{
    size_t a = i == 0 ? 0 : cuts[i - 1];
    size_t e = i + 1 == count ? c->text->unit_count : cuts[i + 1];
    return compare_segments(c, a, cuts[i], e);
}

/* Removes the cut between the two most similar neighbours, again and again. `likeness` has room for every cut. */
static size_t join_alike(struct cutter *c, uint32_t *cuts, size_t count, double *likeness)
{
    for (size_t i = 0; i < count; i++)
        likeness[i] = compare_at(c, cuts, count, i);
    while (count > 0) {
        size_t best = 0;
        for (size_t i = 1; i < count; i++)
            best = likeness[i] > likeness[best] ? i : best;
        if (likeness[best] < alike)
            break;
        for (size_t i = best; i + 1 < count; i++) {
            cuts[i] = cuts[i + 1];
            likeness[i] = likeness[i + 1];
        }
        count--;
        if (best > 0)
            likeness[best - 1] = compare_at(c, cuts, count, best - 1);
        if (best < count)
            likeness[best] = compare_at(c, cuts, count, best);
    }
    return count;
}

bool px_cut_find(const struct px_cut_text *text, struct px_arena *arena, uint32_t *cuts, size_t *cut_count)
{
    struct cutter c = {.text = text};
    *cut_count = 0;
    if (text->unit_count < 2)
        return true;
    if (!take_memory(&c, arena))
        return false;
    fill_logarithms(&c);
    fill_idf(&c);
    if (!fill_likeness(&c, arena))
        return false;
    size_t count = find_cheapest(&c, cuts);
    *cut_count = join_alike(&c, cuts, count, c.best);
    return true;
}
