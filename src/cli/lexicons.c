/* Lexicons as commands find them: by their name, or in a file. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/lexicons.h"

void px_cli_lexicon_warnings(const struct px_cli *context, const char *path, const struct px_lexicon_warnings *warnings)
{
    for (size_t i = 0; !context->options->quiet && i < warnings->count; i++) {
        const struct px_lexicon_warning *warning = &warnings->items[i];
        char place[64] = "";
        if (warning->line > 0 && warning->column > 0)
            snprintf(place, sizeof place, ":%zu:%zu", warning->line, warning->column);
        else if (warning->line > 0)
            snprintf(place, sizeof place, ":%zu", warning->line);
        px_line("%s%s: warning: %.*s", path, place, PX_SLICE_ARG(warning->message));
    }
}

void px_cli_first_lexicon_warnings(const struct px_cli *context, const char *path,
                                   const struct px_lexicon_warnings *warnings)
{
    struct px_lexicon_warnings shown = *warnings;
    if (shown.count > PX_CLI_SHOWN && !context->options->verbose)
        shown.count = PX_CLI_SHOWN;
    px_cli_lexicon_warnings(context, path, &shown);
    size_t more = warnings->count - shown.count;
    if (more > 0 && !context->options->quiet)
        px_line("%s: and %zu more warning%s: --verbose shows all", path, more, more == 1 ? "" : "s");
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

const struct px_lexicon *px_cli_find_lexicon(const struct px_cli *context, const char *name)
{
    for (size_t i = 0; i < PX_LEXICON_OWN && i < px_resources_count(context->resources); i++) {
        const struct px_lexicon *lexicon = px_resources_lexicon(context->resources, i);
        if (lexicon->entries.count > 0 && px_slice_is(lexicon->name, name))
            return lexicon;
    }
    return NULL;
}

bool px_cli_file_is_there(const char *path)
{
    return strcmp(path, "-") == 0 || access(path, F_OK) == 0;
}

enum px_status px_cli_no_lexicon(const struct px_cli *context, const char *name, struct px_error *error)
{
    return px_error_set(error, PX_ERROR_NOT_FOUND, "no lexicon '%s' for language '%s', and no such file", name,
                        context->options->language);
}

enum px_status px_cli_read_named(const struct px_cli *context, const char *name, struct px_lexicon *lexicon,
                                 struct px_error *error)
{
    if (px_cli_file_is_there(name))
        return px_cli_read_lexicon(context, name, lexicon, error);
    *lexicon = (struct px_lexicon){0};
    return px_cli_no_lexicon(context, name, error);
}

enum px_status px_lexicon_write_named(struct px_cli *context, const char *name, struct px_buffer *out,
                                      struct px_error *error)
{
    struct px_lexicon file = {0};
    struct px_lexicon_warnings warnings = {0};
    int format = px_lexicon_format_find(context->options->to == NULL ? "tsv" : context->options->to);
    enum px_status status = PX_OK;
    const struct px_lexicon *lexicon = px_cli_find_lexicon(context, name);
    if (lexicon == NULL) {
        status = px_cli_read_named(context, name, &file, error);
        lexicon = &file;
    }
    if (status == PX_OK)
        status = px_lexicon_write((enum px_lexicon_format)format, lexicon, out, &context->arena, &warnings, error);
    if (status == PX_OK)
        px_cli_lexicon_warnings(context, name, &warnings);
    px_lexicon_release(&file);
    return status;
}
