#include "cli/train_tools.h"
#include "sourcing/sourcing_model.h"
#include "tuning/stance.h"

/* Sentences are read as the program reads them: who says what by its model. */
static enum px_status read_and_fit(const struct px_train_options *options, struct px_train_tools *tools,
                                   const struct px_sourcing_model *sourcing, struct px_buffer *model,
                                   struct px_buffer *scores, struct px_error *error)
{
    const struct px_tuning_tools reading = {tools->ingest, tools->resources, &tools->worker, 1};
    const struct px_annotate_options finding = {
        .parser = tools->parser, .splitter = &tools->grammar->splitter, .sourcing = sourcing};
    struct px_stance_fit_options how = px_stance_fit_defaults();
    struct px_stance_gold gold = {0};
    enum px_status status = PX_OK;
    how.folds = options->folds == SIZE_MAX ? how.folds : options->folds;
    for (size_t i = 0; status == PX_OK && i < options->file_count; i++)
        status = px_stance_gold_read(options->files[i], &reading, &finding, &gold, error);
    if (status == PX_OK)
        status = px_stance_fit(&gold, &how, model, scores, error);
    px_stance_gold_release(&gold);
    return status;
}

enum px_status px_train_stance(const struct px_train_options *options, struct px_buffer *model,
                               struct px_buffer *scores, struct px_error *error)
{
    struct px_train_tools tools = {0};
    struct px_sourcing_model *sourcing = NULL;
    px_buffer_string(model, "# name: stance\n# language: en\n# licence: CC0-1.0\n"
                            "# description: is a mention judged ill, well, or not at all, where it stands\n");
    enum px_status status = px_train_open(options, &tools, error);
    if (status == PX_OK)
        status = px_sourcing_model_new(options->lexicons, "en", &sourcing, error);
    if (status == PX_OK)
        status = read_and_fit(options, &tools, sourcing, model, scores, error);
    px_sourcing_model_free(sourcing);
    px_train_close(&tools);
    return status;
}
