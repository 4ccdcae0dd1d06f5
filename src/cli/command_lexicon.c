/* lexicon check and lexicon show. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/context.h"
#include "cli/lexicons.h"
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

/* A file of any format, or an error when there is none of that name either. */
static enum px_status show_file(struct px_cli *context, const char *path, struct px_buffer *out, struct px_error *error)
{
    struct px_lexicon lexicon;
    struct px_lexicon_warnings warnings = {0};
    enum px_status status = px_cli_read_lexicon(context, path, &lexicon, error);
    if (status == PX_OK)
        status = px_lexicon_write(PX_FORMAT_TSV, &lexicon, out, &context->arena, &warnings, error);
    if (status == PX_OK)
        px_cli_lexicon_warnings(context, path, &warnings);
    px_lexicon_release(&lexicon);
    return status;
}

static enum px_status show_one(struct px_cli *context, const char *name, struct px_buffer *out, struct px_error *error)
{
    struct px_lexicon_warnings warnings = {0};
    for (size_t i = 0; i < px_resources_count(context->resources); i++) {
        const struct px_lexicon *lexicon = px_resources_lexicon(context->resources, i);
        if (lexicon->entries.count > 0 && px_slice_is(lexicon->name, name))
            return px_lexicon_write(PX_FORMAT_TSV, lexicon, out, &context->arena, &warnings, error);
    }
    if (access(name, F_OK) == 0 || strcmp(name, "-") == 0)
        return show_file(context, name, out, error);
    return px_error_set(error, PX_ERROR_NOT_FOUND, "no lexicon '%s' for language '%s', and no such file", name,
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
    struct px_lexicon lexicon;
    struct px_matcher *matcher = NULL;
    struct px_lexicon_usage *usage = NULL;
    struct px_lexicon_findings findings = {0};
    enum px_status status = px_cli_read_lexicon(context, path, &lexicon, error);
    if (status == PX_OK)
        status = px_matcher_new((const struct px_lexicon *const[]){&lexicon}, 1,
                                px_resources_segmenter(context->resources), &matcher, error);
    if (status == PX_OK && context->options->corpus != NULL)
        status = px_cli_lexicon_usage(context, &lexicon, matcher, &usage, error);
    if (status == PX_OK)
        status = px_lexicon_check(&lexicon, usage, &context->arena, &findings, error);
    write_findings(path, &findings, out);
    if (status == PX_OK && !context->options->quiet)
        px_message("%s: %zu entries, %zu findings", path, lexicon.entries.count, findings.count);
    px_lexicon_usage_free(usage);
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
    static const struct {
        const char *name;
        int (*run)(const struct px_options *options);
    } commands[] = {{"show", show}, {"check", check}, {"convert", px_lexicon_convert}};
    const char *word = options->argument_count > 0 ? options->arguments[0] : "";
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (strcmp(word, commands[i].name) == 0)
            return commands[i].run(options);
    px_message("lexicon takes check, show, convert, evaluate, suggest, tune, diff or agree, not '%s'", word);
    return PX_EXIT_USAGE;
}
