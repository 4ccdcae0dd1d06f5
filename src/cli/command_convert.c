/* lexicon convert: a lexicon file in another format. */
#include <stdio.h>

#include "cli/lexicons.h"

void px_cli_lexicon_warnings(const struct px_cli *context, const char *path, const struct px_lexicon_warnings *warnings)
{
    for (size_t i = 0; !context->options->quiet && i < warnings->count; i++) {
        const struct px_lexicon_warning *warning = &warnings->items[i];
        fputs(path, stderr);
        if (warning->line > 0)
            fprintf(stderr, ":%zu", warning->line);
        if (warning->line > 0 && warning->column > 0)
            fprintf(stderr, ":%zu", warning->column);
        fprintf(stderr, ": warning: %.*s\n", PX_SLICE_ARG(warning->message));
    }
}

enum px_status px_cli_read_lexicon(const struct px_cli *context, const char *path, struct px_lexicon *lexicon,
                                   struct px_error *error)
{
    struct px_arena arena = {0};
    struct px_slice bytes;
    *lexicon = (struct px_lexicon){0};
    enum px_status status = px_file_read(path, context->options->limit, &arena, &bytes, error);
    if (status == PX_OK)
        status = px_lexicon_read(bytes, path, lexicon, error);
    if (status == PX_OK)
        px_cli_lexicon_warnings(context, path, &lexicon->warnings);
    px_arena_release(&arena);
    return status;
}

static enum px_status convert_file(struct px_cli *context, const char *path, struct px_error *error)
{
    struct px_lexicon lexicon;
    struct px_buffer out = {0};
    struct px_lexicon_warnings warnings = {0};
    int format = px_lexicon_format_find(context->options->to);
    enum px_status status = px_cli_read_lexicon(context, path, &lexicon, error);
    if (status == PX_OK)
        status = px_lexicon_write((enum px_lexicon_format)format, &lexicon, &out, &context->arena, &warnings, error);
    if (status == PX_OK)
        px_cli_lexicon_warnings(context, path, &warnings);
    if (status == PX_OK)
        status = px_cli_write(context, &out, error);
    px_buffer_release(&out);
    px_lexicon_release(&lexicon);
    return status;
}

int px_lexicon_convert(const struct px_options *options)
{
    struct px_cli context;
    struct px_error error = {0};
    if (options->argument_count != 2 || options->to == NULL) {
        px_message("lexicon convert needs a file and --to FORMAT");
        return PX_EXIT_USAGE;
    }
    int exit_status = px_cli_open(&context, options, 0);
    if (exit_status == PX_EXIT_DONE)
        exit_status = px_cli_close(&context, convert_file(&context, options->arguments[1], &error), &error);
    px_cli_release(&context);
    return exit_status;
}
