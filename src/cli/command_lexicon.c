/* lexicon check and lexicon show. */
#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/context.h"
#include "lexicon/check.h"

static void list(const struct px_cli *context, struct px_buffer *out)
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

static enum px_status show_one(struct px_cli *context, const char *name, struct px_buffer *out, struct px_error *error)
{
    for (size_t i = 0; i < px_resources_count(context->resources); i++) {
        const struct px_lexicon *lexicon = px_resources_lexicon(context->resources, i);
        if (lexicon->entries.count > 0 && px_slice_is(lexicon->name, name)) {
            write_lexicon(lexicon, out);
            return PX_OK;
        }
    }
    return px_error_set(error, PX_ERROR_NOT_FOUND, "no lexicon '%s' for language '%s'", name,
                        context->options->language);
}

static int show(const struct px_options *options)
{
    struct px_cli context;
    struct px_error error = {0};
    struct px_buffer out = {0};
    enum px_status status = PX_OK;
    int exit_status = px_cli_open(&context, options, PX_NEEDS_LEXICONS);
    if (exit_status != PX_EXIT_DONE)
        goto done;
    if (options->argument_count == 1)
        list(&context, &out);
    for (size_t i = 1; i < options->argument_count && status == PX_OK; i++)
        status = show_one(&context, options->arguments[i], &out, &error);
    if (status == PX_OK)
        status = px_cli_write(&context, &out, &error);
    if (status != PX_OK)
        px_message_error(&error);
    exit_status = status == PX_OK ? px_cli_close(&context) : PX_EXIT_COULD_NOT_RUN;
done:
    px_buffer_release(&out);
    px_cli_release(&context);
    return exit_status;
}

static void write_findings(const char *path, const struct px_lexicon_findings *findings, struct px_buffer *out)
{
    for (size_t i = 0; i < findings->count; i++) {
        const struct px_lexicon_finding *finding = &findings->items[i];
        px_buffer_printf(out, "%s:%zu:%zu: %.*s", path, finding->line, finding->column, PX_SLICE_ARG(finding->message));
        if (finding->suggestion.size > 0)
            px_buffer_printf(out, ": %.*s", PX_SLICE_ARG(finding->suggestion));
        px_buffer_byte(out, '\n');
    }
}

/* Reads one file, compiles it as matching would (a broken pattern shows there), and looks it over. */
static enum px_status check_one(struct px_cli *context, const char *path, struct px_buffer *out, struct px_error *error)
{
    struct px_slice bytes;
    struct px_lexicon lexicon = {0};
    struct px_matcher *matcher = NULL;
    struct px_lexicon_findings findings = {0};
    enum px_status status = px_file_read(path, context->options->limit, &context->arena, &bytes, error);
    if (status == PX_OK)
        status = px_lexicon_read(bytes, path, &lexicon, error);
    if (status == PX_OK)
        status = px_matcher_new((const struct px_lexicon *const[]){&lexicon}, 1,
                                px_resources_segmenter(context->resources), &matcher, error);
    if (status == PX_OK)
        status = px_lexicon_check(&lexicon, &context->arena, &findings, error);
    write_findings(path, &findings, out);
    if (status == PX_OK && !context->options->quiet)
        px_message("%s: %zu entries, %zu findings", path, lexicon.entries.count, findings.count);
    px_matcher_free(matcher);
    px_lexicon_release(&lexicon);
    return status;
}

static int check(const struct px_options *options)
{
    struct px_cli context;
    struct px_error error = {0};
    struct px_buffer out = {0};
    enum px_status status = PX_OK;
    if (options->argument_count < 2) {
        px_message("lexicon check needs files");
        return PX_EXIT_USAGE;
    }
    int exit_status = px_cli_open(&context, options, PX_NEEDS_LEXICONS);
    for (size_t i = 1; exit_status == PX_EXIT_DONE && status == PX_OK && i < options->argument_count; i++) {
        if (check_one(&context, options->arguments[i], &out, &error) != PX_OK)
            px_cli_fail(&context, &error);
        status = px_cli_write(&context, &out, &error);
    }
    if (status != PX_OK)
        px_message_error(&error);
    if (exit_status == PX_EXIT_DONE)
        exit_status = status == PX_OK ? px_cli_close(&context) : PX_EXIT_COULD_NOT_RUN;
    px_buffer_release(&out);
    px_cli_release(&context);
    return exit_status;
}

int px_command_lexicon(const struct px_options *options)
{
    const char *word = options->argument_count > 0 ? options->arguments[0] : "";
    if (strcmp(word, "show") == 0)
        return show(options);
    if (strcmp(word, "check") == 0)
        return check(options);
    px_message("lexicon takes check or show, not '%s'", word);
    return PX_EXIT_USAGE;
}
