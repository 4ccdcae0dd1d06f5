#include "cli/train.h"
#include "tuning/loaded.h"

/* The gold's texts, read by what the program has without the model. */
static enum px_status fit_gold(const struct px_gold *gold, const struct px_tuning_tools *tools,
                               const struct px_loaded_fit_options *how, struct px_buffer *model,
                               struct px_buffer *scores, struct px_error *error)
{
    struct px_passages passages = {0};
    enum px_status status = px_passages_add_gold(&passages, tools, gold, error);
    if (status == PX_OK)
        status = px_loaded_fit(&passages, tools->worker, how, model, scores, error);
    px_passages_release(&passages);
    return status;
}

static enum px_status open_and_fit(const struct px_gold *gold, const struct px_train_options *options,
                                   const struct px_loaded_fit_options *how, struct px_buffer *model,
                                   struct px_buffer *scores, struct px_error *error)
{
    const struct px_resources_options wanted = {.language = "en", .directory = options->lexicons};
    struct px_ingest *ingest = NULL;
    struct px_resources *resources = NULL;
    struct px_worker worker = {0};
    enum px_status status = px_ingest_new(options->lexicons, &ingest, error);
    if (status == PX_OK)
        status = px_resources_new(&wanted, &resources, error);
    if (status == PX_OK)
        status = px_worker_init(&worker, resources, error);
    if (status == PX_OK) {
        const struct px_tuning_tools tools = {ingest, resources, &worker, 1};
        status = fit_gold(gold, &tools, how, model, scores, error);
        px_worker_release(&worker);
    }
    px_resources_free(resources);
    px_ingest_free(ingest);
    return status;
}

enum px_status px_train_loaded(const struct px_train_options *options, struct px_buffer *model,
                               struct px_buffer *scores, struct px_error *error)
{
    struct px_gold gold = {0};
    struct px_loaded_fit_options how = px_loaded_fit_defaults();
    how.folds = options->folds == SIZE_MAX || options->folds < 2 ? how.folds : options->folds;
    enum px_status status = PX_OK;
    px_buffer_string(model, "# name: loaded\n# language: en\n# licence: CC0-1.0\n"
                            "# description: loaded wording in its context: sentence, words, verdict\n");
    for (size_t i = 0; i < options->file_count && status == PX_OK; i++)
        status = px_gold_read(options->files[i], PX_INGEST_LIMIT, &gold, error);
    if (status == PX_OK)
        status = open_and_fit(&gold, options, &how, model, scores, error);
    px_gold_release(&gold);
    return status;
}
