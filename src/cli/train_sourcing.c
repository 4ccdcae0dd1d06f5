#include "cli/train_tools.h"
#include "tuning/sourcing.h"

static enum px_status read_and_fit(const struct px_train_options *options, struct px_train_tools *tools,
                                   struct px_buffer *model, struct px_buffer *scores, struct px_error *error)
{
    const struct px_tuning_tools reading = {tools->ingest, tools->resources, &tools->worker, 1};
    const struct px_annotate_options finding = {.parser = tools->parser, .splitter = &tools->grammar->splitter};
    struct px_sourcing_fit_options how = px_sourcing_fit_defaults();
    struct px_sourcing_gold gold = {0};
    enum px_status status = PX_OK;
    how.folds = options->folds == SIZE_MAX || options->folds < 2 ? how.folds : options->folds;
    for (size_t i = 0; status == PX_OK && i < options->file_count; i++)
        status = px_sourcing_gold_read(options->files[i], &reading, &finding, &gold, error);
    if (status == PX_OK)
        status = px_sourcing_fit(&gold, &how, model, scores, error);
    px_sourcing_gold_release(&gold);
    return status;
}

enum px_status px_train_sourcing(const struct px_train_options *options, struct px_buffer *model,
                                 struct px_buffer *scores, struct px_error *error)
{
    struct px_train_tools tools = {0};
    enum px_status status = px_train_open(options, &tools, error);
    if (status == PX_OK)
        status = read_and_fit(options, &tools, model, scores, error);
    px_train_close(&tools);
    return status;
}
