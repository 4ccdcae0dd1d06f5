/* lexicon check and lexicon show. */
#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/context.h"

static void list(const struct px_context *context, struct px_buffer *out)
{
    for (size_t i = 0; i < px_resources_count(context->resources); i++) {
        const struct px_lexicon *lexicon = px_resources_lexicon(context->resources, i);
        if (lexicon->entries.count > 0)
            px_buffer_printf(out, "%-16.*s %6zu entries  %.*s\n", PX_SLICE_ARG(lexicon->name), lexicon->entries.count,
                             PX_SLICE_ARG(lexicon->description));
    }
}

/* A lexicon as its file would have it: metadata, header, entries with every column. */
static void write_lexicon(const struct px_lexicon *lexicon, struct px_buffer *out)
{
    for (size_t i = 0; i < lexicon->metadata.count; i++)
        px_buffer_printf(out, "# %.*s: %.*s\n", PX_SLICE_ARG(lexicon->metadata.items[i].key),
                         PX_SLICE_ARG(lexicon->metadata.items[i].value));
    for (size_t i = 0; i < lexicon->columns.count; i++)
        px_buffer_printf(out, "%s%.*s", i == 0 ? "" : "\t", PX_SLICE_ARG(lexicon->columns.items[i]));
    px_buffer_byte(out, '\n');
    for (size_t i = 0; i < lexicon->entries.count; i++) {
        for (size_t j = 0; j < lexicon->columns.count; j++) {
            struct px_slice cell = px_lexicon_cell(lexicon, &lexicon->entries.items[i], j);
            px_buffer_printf(out, "%s%.*s", j == 0 ? "" : "\t", PX_SLICE_ARG(cell));
        }
        px_buffer_byte(out, '\n');
    }
}

static enum px_status show_one(struct px_context *context, const char *name, struct px_buffer *out,
                               struct px_error *error)
{
    for (size_t i = 0; i < px_resources_count(context->resources); i++) {
        const struct px_lexicon *lexicon = px_resources_lexicon(context->resources, i);
        if (lexicon->entries.count > 0 && px_slice_is(lexicon->name, name)) {
            write_lexicon(lexicon, out);
            return PX_OK;
        }
    }
    return px_error_set(error, PX_ERROR_NOT_FOUND, "no lexicon '%s' for language '%s'", name, context->options->language);
}

static int show(const struct px_options *options)
{
    struct px_context context;
    struct px_error error = {0};
    struct px_buffer out = {0};
    enum px_status status = PX_OK;
    int exit_status = px_context_open(&context, options, PX_NEEDS_LEXICONS);
    if (exit_status != PX_EXIT_DONE)
        goto done;
    if (options->argument_count == 1)
        list(&context, &out);
    for (size_t i = 1; i < options->argument_count && status == PX_OK; i++)
        status = show_one(&context, options->arguments[i], &out, &error);
    if (status == PX_OK)
        status = px_context_write(&context, &out, &error);
    if (status != PX_OK)
        px_message_error(&error);
    exit_status = status == PX_OK ? px_context_close(&context) : PX_EXIT_COULD_NOT_RUN;
done:
    px_buffer_release(&out);
    px_context_release(&context);
    return exit_status;
}

int px_command_lexicon(const struct px_options *options)
{
    const char *word = options->argument_count > 0 ? options->arguments[0] : "";
    if (strcmp(word, "show") == 0)
        return show(options);
    px_message("lexicon takes check or show, not '%s'", word);
    return PX_EXIT_USAGE;
}
