/* Records of the corpus that --corpus names. */
#include "cli/context.h"
#include "cli/paths.h"
#include "cli/tables.h"

/* Would -o write over the file that the record's path names, or over it in the folder of tables? */
static bool is_written_over(const struct px_cli *context, const char *path)
{
    const char *output = context->options->output;
    return output != NULL &&
           (px_cli_is_same_file(output, path) || (context->tables != NULL && px_tables_hold(output, path)));
}

enum px_status px_cli_read_record(const struct px_cli *context, struct px_slice line, size_t number,
                                  struct px_article *article, struct px_error *error)
{
    const struct px_options *options = context->options;
    const struct px_ingest_options reading = px_cli_ingest_options(context, SIZE_MAX);
    enum px_status status = px_ingest_record(context->ingest, line, options->corpus, number, &reading, article, error);
    if (status != PX_OK || article->path.size == 0 || !is_written_over(context, article->path.data))
        return status;
    px_error_set(error, PX_ERROR_USAGE, "the record's path is '%.120s', and -o would write over it: name another %s",
                 article->path.data, context->tables != NULL ? "place" : "file");
    return px_error_place(error, options->corpus, number, 1);
}
