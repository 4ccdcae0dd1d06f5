/* Records of the corpus that --corpus names. */
#include "cli/context.h"
#include "cli/paths.h"

enum px_status px_cli_read_record(const struct px_cli *context, struct px_slice line, size_t number,
                                  struct px_article *article, struct px_error *error)
{
    const struct px_options *options = context->options;
    const struct px_ingest_options reading = px_cli_ingest_options(context, SIZE_MAX);
    enum px_status status = px_ingest_record(context->ingest, line, options->corpus, number, &reading, article, error);
    if (status != PX_OK || options->output == NULL || article->path.size == 0 ||
        !px_cli_is_same_file(options->output, article->path.data))
        return status;
    px_error_set(error, PX_ERROR_USAGE, "the record's path is '%.120s', and -o would write over it: name another file",
                 options->output);
    return px_error_place(error, options->corpus, number, 1);
}
