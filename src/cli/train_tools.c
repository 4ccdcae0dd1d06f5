#include "cli/train_tools.h"

enum px_status px_train_open(const struct px_train_options *options, struct px_train_tools *tools,
                             struct px_error *error)
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

void px_train_close(struct px_train_tools *tools)
{
    if (tools->worker.resources != NULL)
        px_worker_release(&tools->worker);
    px_parser_free(tools->parser);
    px_grammar_free(tools->grammar);
    px_resources_free(tools->resources);
    px_ingest_free(tools->ingest);
}
