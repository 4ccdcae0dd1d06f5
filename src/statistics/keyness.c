#include "statistics/keyness.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdbool.h>

#include "statistics/quiet.h"
#include "statistics/rate.h"

static const struct px_test untested = {NAN, NAN};

static bool is_count(double count, double total)
{
    return isfinite(count) && isfinite(total) && count >= 0 && total > 0 && count <= total;
}

static bool are_counts(struct px_keyness_counts counts)
{
    return is_count(counts.a, counts.total_a) && is_count(counts.b, counts.total_b);
}

static struct px_keyness_counts swapped(struct px_keyness_counts counts)
{
    return (struct px_keyness_counts){counts.b, counts.a, counts.total_b, counts.total_a};
}

/* Whether the two texts stand in the order in which everything is computed, so that swapping them changes no bit. */
static bool in_order(struct px_keyness_counts counts)
{
    if (counts.total_a != counts.total_b)
        return counts.total_a < counts.total_b;
    return counts.a <= counts.b;
}

static struct px_test against_chi_squared(double statistic)
{
    px_quiet_gsl();
    return (struct px_test){statistic, gsl_cdf_chisq_Q(statistic, 1)};
}

struct px_log_odds px_keyness_log_odds(struct px_keyness_counts counts, double alpha, double alpha_total,
                                       enum px_variance variance)
{
    if (!are_counts(counts) || !(alpha > 0) || !(alpha_total > alpha) || !isfinite(alpha_total))
        return (struct px_log_odds){NAN, NAN, NAN};
    double a = counts.a + alpha;
    double b = counts.b + alpha;
    double rest_a = counts.total_a - counts.a + (alpha_total - alpha);
    double rest_b = counts.total_b - counts.b + (alpha_total - alpha);
    double sum = 1 / a + 1 / b;
    if (variance == PX_VARIANCE_FOUR_TERMS)
        sum += 1 / rest_a + 1 / rest_b;
    double delta = log(a / rest_a) - log(b / rest_b);
    double z = delta / sqrt(sum);
    px_quiet_gsl();
    return (struct px_log_odds){delta, z, 2 * gsl_cdf_ugaussian_Q(fabs(z))};
}

/* O ln(O / E), which is 0 at O = 0. */
static double surprise(double observed, double expected)
{
    return observed > 0 ? observed * log(observed / expected) : 0;
}

struct px_test px_keyness_g2(struct px_keyness_counts counts, enum px_g2_cells cells)
{
    if (!are_counts(counts))
        return untested;
    double word = counts.a + counts.b;
    double total = counts.total_a + counts.total_b;
    double share_a = counts.total_a / total;
    double share_b = counts.total_b / total;
    double sum = surprise(counts.a, word * share_a) + surprise(counts.b, word * share_b);
    if (cells == PX_G2_FOUR_CELLS)
        sum += surprise(counts.total_a - counts.a, (total - word) * share_a) +
               surprise(counts.total_b - counts.b, (total - word) * share_b);
    return against_chi_squared(sum > 0 ? 2 * sum : 0);
}

/* The hypergeometric distribution of the first text's count, given all margins. */
struct margins {
    unsigned int word;
    unsigned int others;
    unsigned int drawn;
};

static double probability(const struct margins *m, unsigned int count)
{
    return gsl_ran_hypergeometric_pdf(count, m->word, m->others, m->drawn);
}

/* From `inside`, likelier than `limit`, to `outside`, which is not: the first count on the way that is not.
 * Probabilities fall from the mode outwards, so halving finds it. */
static unsigned int find_tail(const struct margins *m, unsigned int inside, unsigned int outside, double limit)
{
    while (inside + 1 != outside && outside + 1 != inside) {
        unsigned int middle = inside / 2 + outside / 2 + (inside & outside & 1);
        if (probability(m, middle) <= limit)
            outside = middle;
        else
            inside = middle;
    }
    return outside;
}

/* Two-sided by the size of the probabilities, with a tolerance of 1e-7 for ties: the sum of both tails. */
static double fisher_probability(const struct margins *m, unsigned int count)
{
    double limit = probability(m, count) * (1 + 1e-7);
    unsigned int most = m->drawn < m->word ? m->drawn : m->word;
    unsigned int least = m->drawn > m->others ? m->drawn - m->others : 0;
    double size = (double)m->word + m->others + 2;
    unsigned int mode = (unsigned int)(((double)m->drawn + 1) * ((double)m->word + 1) / size);
    double sum = 0;
    /* So unlikely that the tails would be summed term by term out of nothing: as good as impossible. */
    if (limit < 1e-290)
        return 0;
    if (mode > most)
        mode = most;
    if (probability(m, mode) <= limit)
        return 1;
    if (least < mode && probability(m, least) <= limit)
        sum += gsl_cdf_hypergeometric_P(find_tail(m, mode, least, limit), m->word, m->others, m->drawn);
    if (most > mode && probability(m, most) <= limit)
        sum += gsl_cdf_hypergeometric_Q(find_tail(m, mode, most, limit) - 1, m->word, m->others, m->drawn);
    /* Where GSL takes a tail as 1 less the other, rounding may leave less than the table's own probability. */
    return fmin(1, fmax(sum, probability(m, count)));
}

struct px_test px_keyness_fisher(struct px_keyness_counts counts)
{
    if (!are_counts(counts) || counts.total_a >= 2147483648.0 || counts.total_b >= 2147483648.0)
        return untested;
    if (!in_order(counts))
        counts = swapped(counts);
    px_quiet_gsl();
    double word = round(counts.a) + round(counts.b);
    double drawn = round(counts.total_a);
    struct margins margins = {
        (unsigned int)word,
        (unsigned int)(drawn + round(counts.total_b) - word),
        (unsigned int)drawn,
    };
    unsigned int count = (unsigned int)round(counts.a);
    return (struct px_test){probability(&margins, count), fisher_probability(&margins, count)};
}

struct px_test px_keyness_test(struct px_keyness_counts counts)
{
    if (!are_counts(counts))
        return untested;
    double word = counts.a + counts.b;
    double total = counts.total_a + counts.total_b;
    double smaller_text = counts.total_a < counts.total_b ? counts.total_a : counts.total_b;
    double smaller_row = word < total - word ? word : total - word;
    bool small = smaller_row * smaller_text / total < 5;
    return small ? px_keyness_fisher(counts) : px_keyness_g2(counts, PX_G2_FOUR_CELLS);
}

/* log₂ of the ratio that goes with a share π of all occurrences: π / (1 - π) · total_b / total_a. */
static double ratio_of_share(double share, struct px_keyness_counts counts)
{
    return log2(share) - log2(1 - share) - (log2(counts.total_a) - log2(counts.total_b));
}

struct px_estimate px_keyness_log_ratio(struct px_keyness_counts counts)
{
    if (!are_counts(counts))
        return (struct px_estimate){NAN, NAN, NAN};
    if (!in_order(counts))
        return px_estimate_negated(px_keyness_log_ratio(swapped(counts)));
    if (counts.a + counts.b == 0)
        return (struct px_estimate){0, -INFINITY, INFINITY};
    double a = counts.a > 0 ? counts.a : 0.5;
    double b = counts.b > 0 ? counts.b : 0.5;
    struct px_estimate share = px_rate_exact(counts.a, counts.a + counts.b);
    return (struct px_estimate){
        .value = log2(a) - log2(b) - (log2(counts.total_a) - log2(counts.total_b)),
        .low = ratio_of_share(share.low, counts),
        .high = ratio_of_share(share.high, counts),
    };
}
