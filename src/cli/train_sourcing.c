#include "cli/train.h"
#include "syntax/grammar.h"
#include "tuning/sourcing.h"

struct tools {
    struct px_ingest *ingest;
    struct px_resources *resources;
    struct px_grammar *grammar;
    struct px_parser *parser;
    struct px_worker worker;
};

static enum px_status open_tools(const struct px_train_options *options, struct tools *tools, struct px_error *error)
{
    const struct px_resources_options wanted = {.language = "en", .directory = options->lexicons};
    enum px_status status = px_ingest_new(options->lexicons, &tools->ingest, error);
    if (status == PX_OK)
        status = px_resources_new(&wanted, &tools->resources, error);
    if (status == PX_OK)
        status = px_grammar_new(options->lexicons, "en", &tools->grammar, error);
    if (status == PX_OK && tools->grammar == NULL)
        status = px_error_set(error, PX_ERROR_NOT_FOUND, "no syntax model");
    if (status == PX_OK)
        status = px_parser_new(tools->grammar->syntax, &tools->parser, error);
    return status == PX_OK ? px_worker_init(&tools->worker, tools->resources, error) : status;
}

static void close_tools(struct tools *tools)
{
    if (tools->worker.resources != NULL)
        px_worker_release(&tools->worker);
    px_parser_free(tools->parser);
    px_grammar_free(tools->grammar);
    px_resources_free(tools->resources);
    px_ingest_free(tools->ingest);
}

static enum px_status read_and_fit(const struct px_train_options *options, struct tools *tools, struct px_buffer *model,
                                   struct px_buffer *scores, struct px_error *error)
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
    struct tools tools = {0};
    enum px_status status = open_tools(options, &tools, error);
    if (status == PX_OK)
        status = read_and_fit(options, &tools, model, scores, error);
    close_tools(&tools);
    return status;
}
