#include "tuning/stance.h"

#include <math.h>

#include "annotate/stance_model.h"
#include "model/linear.h"

enum { FEWEST = 2 };

struct fit {
    struct px_stance_gold *gold;
    const struct px_stance_fit_options *options;
    struct px_arena arena;
    double *weights[PX_STANCE_LABELS];
    double (*odds)[PX_STANCE_LABELS]; /* by row, by a fit that did not see it */
};

struct px_stance_fit_options px_stance_fit_defaults(void)
{
    return (struct px_stance_fit_options){.folds = 5, .cost = .2, .cut = .09, .judged = .235};
}

/* Fits the label against the others, without a fold. */
static enum px_status fit_label(struct fit *fit, uint8_t label, uint32_t without, struct px_error *error)
{
    const struct px_rows_how how = {fit->options->cost, FEWEST};
    struct px_rows *rows = &fit->gold->rows;
    for (size_t i = 0; i < rows->rows.count; i++)
        rows->rows.items[i].label = fit->gold->labels.items[i] == label;
    return px_rows_fit(rows, &how, without, fit->weights[label], error);
}

/* What is left of a weight in the file. */
static void round_weights(const struct fit *fit, uint8_t label)
{
    for (size_t i = 0; i < fit->gold->rows.names.keys.count; i++) {
        double *weight = &fit->weights[label][i];
        *weight = fabs(*weight) < fit->options->cut ? 0 : (double)lround(*weight * PX_LINEAR_STEPS) / PX_LINEAR_STEPS;
    }
}

static enum px_status fit_all(struct fit *fit, uint32_t without, struct px_error *error)
{
    enum px_status status = PX_OK;
    for (uint8_t label = 0; label < PX_STANCE_LABELS && status == PX_OK; label++) {
        status = fit_label(fit, label, without, error);
        if (status == PX_OK)
            round_weights(fit, label);
    }
    return status;
}

/* Gives each row the odds of a fit without its fold. */
static enum px_status cross_validate(struct fit *fit, struct px_error *error)
{
    struct px_rows *rows = &fit->gold->rows;
    enum px_status status = PX_OK;
    for (uint32_t fold = 0; fold < fit->options->folds && status == PX_OK; fold++) {
        status = fit_all(fit, fold, error);
        for (size_t i = 0; i < rows->rows.count && status == PX_OK; i++)
            for (size_t label = 0; label < PX_STANCE_LABELS && rows->rows.items[i].fold == fold; label++)
                fit->odds[i][label] = px_rows_score(rows, i, fit->weights[label]);
    }
    return status;
}

static double f1_of(double counts[PX_STANCE_LABELS][PX_STANCE_LABELS], size_t label)
{
    double others = 0;
    for (size_t i = 0; i < PX_STANCE_LABELS; i++)
        others += i == label ? 0 : counts[label][i] + counts[i][label];
    return counts[label][label] == 0 ? 0 : 2 * counts[label][label] / (2 * counts[label][label] + others);
}

enum { BINS = 5 };

/* How often the likeliest label is right, by how likely it was thought to be: from 1/3 to 1 in steps. */
static void write_calibration(const double right[BINS], const double expected[BINS], const double seen[BINS],
                              struct px_buffer *scores)
{
    px_buffer_string(scores, "thought / right:");
    for (size_t i = 0; i < BINS; i++)
        if (seen[i] > 0)
            px_buffer_printf(scores, " %.2f / %.2f (%.0f)", expected[i] / seen[i], right[i] / seen[i], seen[i]);
    px_buffer_string(scores, "\n");
}

/* The share of neutral mentions that are judged when neutral counts for so much. */
static double share_judged(const struct fit *fit, double neutral)
{
    double mentions = 0, judged = 0;
    for (size_t i = 0; i < fit->gold->rows.rows.count; i++) {
        double probability[PX_STANCE_LABELS];
        if (fit->gold->labels.items[i] != PX_STANCE_NEUTRAL)
            continue;
        px_stance_shares(fit->odds[i], probability);
        mentions++;
        judged += px_stance_likeliest(probability, neutral) != PX_STANCE_NEUTRAL;
    }
    return judged / fmax(1, mentions);
}

/* The least that neutral must count for, in steps, so that few enough neutral mentions are judged. */
static double find_neutral(const struct fit *fit)
{
    enum { STEP = 20, MOST = 60 };
    int step = STEP;
    while (step < MOST && share_judged(fit, (double)step / STEP) > fit->options->judged)
        step++;
    return (double)step / STEP;
}

static double write_scores(const struct fit *fit, double neutral, struct px_buffer *scores)
{
    double counts[PX_STANCE_LABELS][PX_STANCE_LABELS] = {{0}}, right[BINS] = {0}, expected[BINS] = {0},
           seen[BINS] = {0};
    double macro = 0;
    size_t count = fit->gold->rows.rows.count;
    for (size_t i = 0; i < count; i++) {
        double probability[PX_STANCE_LABELS];
        px_stance_shares(fit->odds[i], probability);
        size_t best = px_stance_likeliest(probability, neutral), label = fit->gold->labels.items[i];
        size_t bin = (size_t)fmin(BINS - 1, fmax(0, (probability[best] - 1. / 3) * 1.5 * BINS));
        counts[label][best]++;
        seen[bin]++;
        expected[bin] += probability[best];
        right[bin] += best == label;
    }
    for (size_t label = 0; label < PX_STANCE_LABELS; label++)
        macro += f1_of(counts, label) / PX_STANCE_LABELS;
    px_buffer_printf(scores, "cross-validated over %zu folds, %zu mentions: F1 %.3f %.3f %.3f, macro-F1 %.3f; ",
                     fit->options->folds, count, f1_of(counts, 0), f1_of(counts, 1), f1_of(counts, 2), macro);
    px_buffer_printf(scores, "of neutral ones %.3f are judged, when neutral counts %.2f\n", share_judged(fit, neutral),
                     neutral);
    write_calibration(right, expected, seen, scores);
    return macro;
}

static enum px_status fit_and_write(struct fit *fit, struct px_buffer *model, struct px_buffer *scores,
                                    struct px_error *error)
{
    enum px_status status = fit->options->folds < 2 ? PX_OK : cross_validate(fit, error);
    if (status == PX_OK && fit->options->folds >= 2) {
        double neutral = find_neutral(fit);
        px_buffer_printf(model, "# neutral: %.2f\n# scores: cross-validated, macro-F1 %.3f\n", neutral,
                         write_scores(fit, neutral, scores));
    }
    if (status == PX_OK)
        status = fit_all(fit, PX_NONE, error);
    for (uint8_t label = 0; label < PX_STANCE_LABELS && status == PX_OK; label++)
        status = px_rows_write(&fit->gold->rows, fit->weights[label], 0,
                               px_stance_label_name((enum px_stance_label)label), model, error);
    return status;
}

enum px_status px_stance_fit(struct px_stance_gold *gold, const struct px_stance_fit_options *options,
                             struct px_buffer *model, struct px_buffer *scores, struct px_error *error)
{
    struct fit fit = {.gold = gold, .options = options};
    size_t count = gold->rows.rows.count;
    bool fine = (fit.odds = px_arena_take(&fit.arena, (count + 1) * sizeof *fit.odds)) != NULL;
    for (size_t label = 0; label < PX_STANCE_LABELS; label++) {
        fit.weights[label] = px_arena_array(&fit.arena, double, gold->rows.names.keys.count + 1);
        fine = fine && fit.weights[label] != NULL;
    }
    for (size_t i = 0; i < count && options->folds > 1; i++)
        gold->rows.rows.items[i].fold = (uint32_t)(i * options->folds / count);
    enum px_status status = fine ? fit_and_write(&fit, model, scores, error) : px_no_memory(error);
    px_arena_release(&fit.arena);
    return status;
}
