#include "tuning/sourcing.h"

#include <stdlib.h>
#include <string.h>

#include "tuning/sourcing_inside.h"

struct px_sourcing_fit_options px_sourcing_fit_defaults(void)
{
    return (struct px_sourcing_fit_options){
        .cue = {.passes = 6, .rate = .2, .decay = .9, .penalty = 2e-3, .seed = 1},
        .document = {.passes = 5, .rate = .2, .decay = .9, .penalty = 2e-3, .seed = 1},
        .argument = {.passes = 5, .rate = .2, .decay = .9, .penalty = 2e-3, .seed = 1},
        .words_fewest = 4,
        .arguments_fewest = 4,
        .words_lines = 56000,
        .arguments_lines = 36000,
        .candidate = .2,
        .context = .4,
        .document_weight = .4,
        .precision = .91,
        .folds = 3,
    };
}

struct fit {
    const struct px_sourcing_gold *gold;
    const struct px_sourcing_fit_options *options;
    struct px_sourcing_lesson lesson;
    struct px_buffer *scores;
};

static void release_weights(struct px_sourcing_weights *weights)
{
    free(weights->cue);
    free(weights->document);
    free(weights->argument);
    free(weights->cue_steps);
    free(weights->document_steps);
    free(weights->argument_steps);
    *weights = (struct px_sourcing_weights){0};
}

/* The sequences of records that are not held out, or all. */
static struct px_span *select_sequences(const struct fit *fit, const struct px_sourcing_rows *rows, bool all,
                                        size_t *count)
{
    struct px_span *sequences = malloc((rows->sequence_count + 1) * sizeof *sequences);
    *count = 0;
    for (size_t i = 0; sequences != NULL && i < rows->sequence_count; i++)
        if (all || !px_sourcing_held_out(fit->options, rows->records[i]))
            sequences[(*count)++] = rows->sequences[i];
    return sequences;
}

/* A chain to fit. */
struct task {
    const struct px_sourcing_rows *rows;
    size_t labels; /* of the rows' */
    const struct px_chain_fit_options *how;
    uint32_t label_count, class_count;
    float **weights, **steps;
};

static enum px_status fit_chain(struct fit *fit, const struct task *task, bool all, struct px_error *error)
{
    const struct px_sourcing_rows *rows = task->rows;
    struct px_chain_samples samples = {
        .features = rows->features,
        .first = rows->first,
        .labels = rows->labels[task->labels],
        .bounds = rows->bounds,
        .columns = rows->columns,
        .label_count = task->label_count,
        .class_count = task->class_count,
    };
    double likelihood = 0;
    struct px_span *sequences = select_sequences(fit, rows, all, &samples.sequence_count);
    samples.sequences = sequences;
    *task->weights = calloc((size_t)rows->columns * task->label_count + 1, sizeof(float));
    *task->steps = calloc(px_chain_size(task->label_count, task->class_count), sizeof(float));
    enum px_status status = sequences == NULL || *task->weights == NULL || *task->steps == NULL
                                ? px_no_memory(error)
                                : px_fit_chain(&samples, task->how, *task->weights, *task->steps, &likelihood, error);
    free(sequences);
    px_buffer_printf(fit->scores, "%u labels, %u columns: log-likelihood %.5f an item\n", task->label_count,
                     rows->columns, likelihood);
    return status;
}

static enum px_status fit_chains(struct fit *fit, bool all, struct px_error *error)
{
    struct px_sourcing_lesson *lesson = &fit->lesson;
    struct px_sourcing_weights *weights = &lesson->weights;
    const struct px_sourcing_fit_options *how = fit->options;
    const struct task tasks[] = {
        {&lesson->words, 0, &how->cue, PX_CUE_LABELS, PX_SOURCING_BOUNDS, &weights->cue, &weights->cue_steps},
        {&lesson->words, 1, &how->document, PX_DOCUMENT_LABELS, PX_SOURCING_BOUNDS, &weights->document,
         &weights->document_steps},
        {&lesson->arguments, 0, &how->argument, PX_ARGUMENT_LABELS, 2 * PX_SOURCING_BOUNDS, &weights->argument,
         &weights->argument_steps},
    };
    enum px_status status = PX_OK;
    release_weights(weights);
    for (size_t i = 0; status == PX_OK && i < sizeof tasks / sizeof *tasks; i++)
        status = fit_chain(fit, &tasks[i], all, error);
    return status;
}

static enum px_status collect(struct fit *fit, struct px_error *error)
{
    struct px_sourcing_rows *words = &fit->lesson.words, *arguments = &fit->lesson.arguments;
    enum px_status status = px_sourcing_collect_words(fit->gold, words, error);
    if (status == PX_OK)
        status = px_sourcing_rows_index(words, fit->options->words_fewest, error);
    if (status == PX_OK)
        status = px_sourcing_collect_arguments(fit->gold, arguments, error);
    if (status == PX_OK)
        status = px_sourcing_rows_index(arguments, fit->options->arguments_fewest, error);
    px_buffer_printf(fit->scores, "%zu articles, %zu tokens, %zu arguments' tokens\n", fit->gold->records.count,
                     words->item_count, arguments->item_count);
    return status;
}

/* Without the held-out records, to learn acceptance on those; then with all. */
static enum px_status fit_all(struct fit *fit, struct px_buffer *model, struct px_error *error)
{
    const struct px_sourcing_fit_options *how = fit->options;
    struct px_sourcing_lesson *lesson = &fit->lesson;
    struct px_buffer first = {0};
    struct px_linear_weight none = {0, 0};
    lesson->notes = (struct px_sourcing_notes){
        .candidate = how->candidate, .context = how->context, .document = how->document_weight, .accept = {&none, 1}};
    enum px_status status = collect(fit, error);
    if (status == PX_OK)
        status = fit_chains(fit, false, error);
    if (status == PX_OK)
        status = px_sourcing_write(how, lesson, &first, error);
    if (status == PX_OK)
        status = px_sourcing_learn_notes(fit->gold, how, px_buffer_slice(&first), &lesson->notes, fit->scores, error);
    if (status == PX_OK)
        status = fit_chains(fit, true, error);
    if (status == PX_OK)
        status = px_sourcing_write(how, lesson, model, error);
    px_buffer_release(&first);
    return status;
}

enum px_status px_sourcing_fit(const struct px_sourcing_gold *gold, const struct px_sourcing_fit_options *options,
                               struct px_buffer *model, struct px_buffer *scores, struct px_error *error)
{
    struct fit fit = {.gold = gold, .options = options, .scores = scores};
    enum px_status status = fit_all(&fit, model, error);
    release_weights(&fit.lesson.weights);
    px_sourcing_rows_release(&fit.lesson.words);
    px_sourcing_rows_release(&fit.lesson.arguments);
    px_arena_release(&fit.lesson.notes.arena);
    return status;
}
