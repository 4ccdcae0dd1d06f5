/* lexicon convert: a lexicon in another format. */
#include "cli/commands.h"
#include "cli/lexicons.h"

static enum px_status convert(struct px_cli *context, const char *name, struct px_error *error)
{
    struct px_buffer out = {0};
    enum px_status status = px_lexicon_write_named(context, name, &out, error);
    if (status == PX_OK)
        status = px_cli_write(context, &out, error);
    px_buffer_release(&out);
    return status;
}

int px_command_lexicon_convert(const struct px_options *options)
{
    struct px_cli context;
    struct px_error error = {0};
    if (options->argument_count != 1 || options->to == NULL) {
        px_message("lexicon convert needs a file or a name, and --to FORMAT");
        return PX_EXIT_USAGE;
    }
    int exit_status = px_cli_open(&context, options, PX_NEEDS_LEXICONS);
    if (exit_status == PX_EXIT_DONE)
        exit_status = px_cli_close(&context, convert(&context, options->arguments[0], &error), &error);
    px_cli_release(&context);
    return exit_status;
}
