#include "model/chain.h"

#include <math.h>

/* Below this a label is as good as impossible; it keeps sums away from the smallest numbers. */
static const double least = -60;

static const double small = 1e-100;

static double exponential(double x)
{
    return exp(x < least ? least : x);
}

void px_chain_refresh(struct px_chain *chain, uint32_t class)
{
    size_t first = px_chain_row(chain, class, 0);
    size_t end = px_chain_row(chain, class + 1, 0);
    for (size_t i = first; i < end; i++)
        chain->factors[i] = exponential(chain->weights[i]);
}

bool px_chain_init(struct px_chain *chain, uint32_t labels, uint32_t classes, const float *weights,
                   struct px_arena *arena)
{
    *chain =
        (struct px_chain){labels, classes, weights, px_arena_array(arena, double, px_chain_size(labels, classes) + 1)};
    for (uint32_t class = 0; class < classes && chain->factors != NULL; class ++)
        px_chain_refresh(chain, class);
    return chain->factors != NULL;
}

size_t px_chain_room(const struct px_chain *chain, size_t count)
{
    return count * (3 * (size_t)chain->labels + 1) + 1;
}

/* Fills the item's emissions and returns its highest score. */
static double emit(const struct px_chain *chain, const float *scores, double *emission)
{
    double highest = scores[0];
    for (uint32_t l = 1; l < chain->labels; l++)
        highest = scores[l] > highest ? scores[l] : highest;
    for (uint32_t l = 0; l < chain->labels; l++)
        emission[l] = exponential(scores[l] - highest);
    return highest;
}

/* Divides by the sum, which is returned. */
static double scale_row(double *row, uint32_t labels)
{
    double sum = 0;
    for (uint32_t l = 0; l < labels; l++)
        sum += row[l];
    for (uint32_t l = 0; l < labels; l++)
        row[l] /= sum;
    return sum;
}

/* ahead[i][l] = emission[i][l] * sum over p of ahead[i - 1][p] * factor(p, l) */
static void step_ahead(const struct px_chain *chain, uint32_t class, const double *before, const double *emission,
                       double *ahead)
{
    uint32_t labels = chain->labels;
    const double *factors = chain->factors + px_chain_row(chain, class, 0);
    for (uint32_t l = 0; l < labels; l++)
        ahead[l] = 0;
    for (uint32_t p = 0; p < labels; p++)
        for (uint32_t l = 0; l < labels; l++)
            ahead[l] += before[p] * factors[p * labels + l];
    for (uint32_t l = 0; l < labels; l++)
        ahead[l] *= emission[l];
}

/* behind[i - 1][p] = sum over l of factor(p, l) * emission[i][l] * behind[i][l] / scale[i] */
static void step_behind(const struct px_chain *chain, uint32_t class, const double *emission, const double *behind,
                        double scale, double *out)
{
    uint32_t labels = chain->labels;
    const double *factors = chain->factors + px_chain_row(chain, class, 0);
    double weighted[PX_CHAIN_LABELS];
    for (uint32_t l = 0; l < labels; l++)
        weighted[l] = emission[l] * behind[l] / scale;
    for (uint32_t p = 0; p < labels; p++) {
        out[p] = 0;
        for (uint32_t l = 0; l < labels; l++)
            out[p] += factors[p * labels + l] * weighted[l];
    }
}

double px_chain_sum(const struct px_chain *chain, const float *scores, const uint16_t *bounds, size_t count,
                    double *work, struct px_chain_sums *sums)
{
    uint32_t labels = chain->labels;
    double *emission = work;
    double *ahead = emission + count * labels;
    double *behind = ahead + count * labels;
    double *scale = behind + count * labels;
    double total = 0, product = 1; /* of scales, so that few logarithms are taken */
    *sums = (struct px_chain_sums){emission, ahead, behind, scale};
    for (size_t i = 0; i < count; i++) {
        total += emit(chain, scores + i * labels, emission + i * labels);
        if (i == 0)
            for (uint32_t l = 0; l < labels; l++)
                ahead[l] = emission[l] * chain->factors[px_chain_row(chain, bounds[0], labels) + l];
        else
            step_ahead(chain, bounds[i], ahead + (i - 1) * labels, emission + i * labels, ahead + i * labels);
        scale[i] = scale_row(ahead + i * labels, labels);
        product *= scale[i];
        if (product < small || product > 1 / small) {
            total += log(product);
            product = 1;
        }
    }
    total += log(product);
    for (uint32_t l = 0; count > 0 && l < labels; l++)
        behind[(count - 1) * labels + l] = 1;
    for (size_t i = count; i-- > 1;)
        step_behind(chain, bounds[i], emission + i * labels, behind + i * labels, scale[i], behind + (i - 1) * labels);
    return total;
}

void px_chain_marginals(const struct px_chain *chain, const float *scores, const uint16_t *bounds, size_t count,
                        double *work, float *shares)
{
    struct px_chain_sums sums;
    px_chain_sum(chain, scores, bounds, count, work, &sums);
    for (size_t i = 0; i < count * chain->labels; i++)
        shares[i] = (float)(sums.ahead[i] * sums.behind[i]);
}

/* The best way to each label of the item; `from` says over which label. */
static void step_best(const struct px_chain *chain, uint32_t class, const double *before, const float *scores,
                      double *best, double *from)
{
    uint32_t labels = chain->labels;
    const float *weights = chain->weights + px_chain_row(chain, class, 0);
    for (uint32_t l = 0; l < labels; l++) {
        uint32_t over = 0;
        for (uint32_t p = 1; p < labels; p++)
            if (before[p] + weights[p * labels + l] > before[over] + weights[over * labels + l])
                over = p;
        best[l] = before[over] + weights[over * labels + l] + scores[l];
        from[l] = over;
    }
}

void px_chain_decode(const struct px_chain *chain, const float *scores, const uint16_t *bounds, size_t count,
                     double *work, uint8_t *best)
{
    uint32_t labels = chain->labels;
    double *sums = work;
    double *from = work + count * labels;
    if (count == 0)
        return;
    for (uint32_t l = 0; l < labels; l++)
        sums[l] = (double)scores[l] + chain->weights[px_chain_row(chain, bounds[0], labels) + l];
    for (size_t i = 1; i < count; i++)
        step_best(chain, bounds[i], sums + (i - 1) * labels, scores + i * labels, sums + i * labels, from + i * labels);
    uint32_t at = 0;
    for (uint32_t l = 1; l < labels; l++)
        if (sums[(count - 1) * labels + l] > sums[(count - 1) * labels + at])
            at = l;
    for (size_t i = count; i-- > 0;) {
        best[i] = (uint8_t)at;
        if (i > 0)
            at = (uint32_t)from[i * labels + at];
    }
}
