/* Lines that recur in an outlet's articles: counted before, or in a first pass over the input. */
#include <string.h>
#include <sys/stat.h>

#include "cli/context.h"

/* A pipe gives its bytes once. */
static enum px_status check_again(const char *path, struct px_error *error)
{
    struct stat info;
    if (strcmp(path, "-") != 0 && (stat(path, &info) != 0 || S_ISREG(info.st_mode)))
        return PX_OK;
    return px_error_set(error, PX_ERROR_USAGE,
                        "'%s' cannot be read twice: count its lines with 'clean --count-lines', then use --recurring",
                        path);
}

static enum px_status check_inputs(const struct px_options *options, struct px_error *error)
{
    enum px_status status = options->corpus == NULL ? PX_OK : check_again(options->corpus, error);
    for (size_t i = 0; i < options->argument_count && status == PX_OK; i++)
        status = check_again(options->arguments[i], error);
    return status;
}

static enum px_status gather(struct px_cli *context, struct px_error *error)
{
    const struct px_options *options = context->options;
    enum px_status status = options->two_pass ? check_inputs(options, error) : PX_OK;
    for (size_t i = 0; i < options->recurring_count && status == PX_OK; i++)
        status = px_recurring_read(context->counting, options->recurring[i], error);
    if (status == PX_OK && options->two_pass)
        status = px_cli_count_lines(context, false, error);
    return status == PX_OK ? px_recurring_settle(context->counting, error) : status;
}

enum px_status px_cli_know_recurring(struct px_cli *context, struct px_error *error)
{
    const struct px_options *options = context->options;
    if ((options->recurring_count == 0 && !options->two_pass) || options->count_lines)
        return PX_OK;
    enum px_status status = px_recurring_new(&context->counting, error);
    if (status == PX_OK)
        status = gather(context, error);
    if (status == PX_OK) {
        context->recurring = context->counting;
        context->counting = NULL;
    }
    return status;
}
