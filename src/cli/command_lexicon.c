/* lexicon check and lexicon show, and lexicon without a second word. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

int px_command_lexicon_show(const struct px_options *options)
{
    struct px_cli context;
    struct px_error error = {0};
    struct px_buffer out = {0};
    enum px_status status = PX_OK;
    int exit_status = px_cli_open(&context, options, PX_NEEDS_LEXICONS);
    if (exit_status != PX_EXIT_DONE)
        goto done;
    if (options->argument_count == 0)
        list(&context, &out);
    for (size_t i = 0; i < options->argument_count && status == PX_OK; i++)
        status = px_lexicon_write_named(&context, options->arguments[i], &out, &error);
    if (status == PX_OK)
        status = px_cli_write(&context, &out, &error);
    exit_status = px_cli_close(&context, status, &error);
done:
    px_buffer_release(&out);
    px_cli_release(&context);
    return exit_status;
}

static void write_findings(const char *path, const struct px_lexicon_findings *findings, struct px_buffer *out)
{
    for (size_t i = 0; i < findings->count; i++) {
        const struct px_lexicon_finding *finding = &findings->items[i];
        size_t start = out->size;
        px_buffer_printf(out, "%s:%zu:%zu: %.*s", path, finding->line, finding->column, PX_SLICE_ARG(finding->message));
        if (finding->suggestion.size > 0)
            px_buffer_printf(out, ": %.*s", PX_SLICE_ARG(finding->suggestion));
        px_make_line(out->data, start, out->size);
        px_buffer_byte(out, '\n');
    }
}

/* A lexicon under the eye: as it was read, and compiled as matching would (a broken pattern shows there). */
struct checked {
    struct px_lexicon lexicon;
    struct px_matcher *matcher;
};

static void release(struct checked *it)
{
    px_matcher_free(it->matcher);
    px_lexicon_release(&it->lexicon);
    *it = (struct checked){0};
}

static enum px_status compile(const struct px_cli *context, const struct px_lexicon *lexicon,
                              struct px_matcher **matcher, struct px_error *error)
{
    return px_matcher_new((const struct px_lexicon *const[]){lexicon}, 1, px_resources_segmenter(context->resources),
                          matcher, error);
}

static enum px_status read_and_compile(const struct px_cli *context, struct px_slice bytes, const char *path,
                                       struct checked *it, struct px_error *error)
{
    *it = (struct checked){0};
    enum px_status status = px_lexicon_read(bytes, path, &it->lexicon, error);
    if (status == PX_OK)
        status = compile(context, &it->lexicon, &it->matcher, error);
    if (status != PX_OK)
        release(it);
    return status;
}

/* Makes a comment of a row of the table, so that what stands below it can be read. False for the header row and what
 * stands before it: without these nothing can. */
static bool pass_over(struct px_buffer *bytes, size_t line)
{
    bool header = false;
    char *at = bytes->data, *end = bytes->data + bytes->size;
    for (size_t number = 1; at < end && number < line; number++) {
        header |= *at != '#' && *at != '\n' && *at != '\r';
        char *newline = memchr(at, '\n', (size_t)(end - at));
        at = newline == NULL ? end : newline + 1;
    }
    if (line == 0 || !header || at == end)
        return false;
    *at = '#';
    return true;
}

static int by_place(const void *a, const void *b)
{
    const struct px_error *one = a, *two = b;
    return one->line != two->line ? (one->line > two->line) - (one->line < two->line)
                                  : (one->column > two->column) - (one->column < two->column);
}

/* Names the rows of a table that cannot be read, up to a hundred, and reads the others anew each time. Other formats
 * end at their first fault: what stands below hangs on it. */
static enum px_status read_rows(struct px_cli *context, const char *path, struct checked *it, struct px_error *error)
{
    enum { FAULTS_MOST = 100 };
    struct px_error faults[FAULTS_MOST];
    struct px_arena arena = {0};
    struct px_buffer copy = {0};
    struct px_slice bytes = {0};
    size_t count = 0;
    enum px_status status = px_cli_file_is_there(path)
                                ? px_file_read(path, context->options->limit, &arena, &bytes, error)
                                : px_cli_no_lexicon(context, path, error);
    bool table = status == PX_OK && px_lexicon_format_guess(bytes, path) == PX_FORMAT_TSV;
    if (status == PX_OK)
        px_buffer_append(&copy, bytes);
    if (copy.failed)
        status = px_no_memory(error);
    while (status == PX_OK) {
        status = read_and_compile(context, px_buffer_slice(&copy), path, it, error);
        if (status == PX_ERROR_SYNTAX)
            faults[count++] = *error;
        if (status != PX_ERROR_SYNTAX || !table || count == FAULTS_MOST || !pass_over(&copy, error->line))
            break;
        status = PX_OK;
    }
    if (count > 1)
        qsort(faults, count, sizeof *faults, by_place); /* patterns are compiled when all rows are read */
    if (status == PX_ERROR_SYNTAX)
        *error = faults[--count]; /* is told as that of a file of another kind */
    for (size_t i = 0; i < count; i++)
        px_cli_fail(context, &faults[i]);
    if (status == PX_OK)
        px_cli_lexicon_warnings(context, path, &it->lexicon.warnings);
    px_buffer_release(&copy);
    px_arena_release(&arena);
    return status;
}

/* Looks over a lexicon of the language, or a file. */
static enum px_status check_one(struct px_cli *context, const char *path, struct px_buffer *out, struct px_error *error)
{
    struct checked it = {0};
    struct px_lexicon_usage *usage = NULL;
    struct px_lexicon_findings findings = {0};
    const struct px_lexicon *lexicon = px_cli_find_lexicon(context, path);
    enum px_status status =
        lexicon == NULL ? read_rows(context, path, &it, error) : compile(context, lexicon, &it.matcher, error);
    lexicon = lexicon == NULL ? &it.lexicon : lexicon;
    if (status == PX_OK && context->options->corpus != NULL)
        status = px_cli_lexicon_usage(context, lexicon, it.matcher, &usage, error);
    if (status == PX_OK)
        status = px_lexicon_check(lexicon, usage, &context->arena, &findings, error);
    write_findings(path, &findings, out);
    if (status == PX_OK && !context->options->quiet)
        px_message("%s: %zu %s, %zu %s", path, lexicon->entries.count,
                   lexicon->entries.count == 1 ? "entry" : "entries", findings.count,
                   findings.count == 1 ? "finding" : "findings");
    px_lexicon_usage_free(usage);
    release(&it);
    return status;
}

int px_command_lexicon_check(const struct px_options *options)
{
    struct px_cli context;
    struct px_error error = {0};
    struct px_buffer out = {0};
    enum px_status status = PX_OK;
    if (options->argument_count == 0) {
        px_message("lexicon check needs files or names");
        return PX_EXIT_USAGE;
    }
    int exit_status = px_cli_open(&context, options, PX_NEEDS_LEXICONS);
    for (size_t i = 0; exit_status == PX_EXIT_DONE && status == PX_OK && i < options->argument_count; i++) {
        if (check_one(&context, options->arguments[i], &out, &error) != PX_OK)
            px_cli_fail(&context, &error);
        status = px_cli_write(&context, &out, &error);
    }
    if (exit_status == PX_EXIT_DONE)
        exit_status = px_cli_close(&context, status, &error);
    px_buffer_release(&out);
    px_cli_release(&context);
    return exit_status;
}

int px_command_lexicon(const struct px_options *options)
{
    bool given = options->argument_count > 0;
    px_message("lexicon takes %s%s%s%s", px_command_find("lexicon")->arguments, given ? ", not '" : "",
               given ? options->arguments[0] : "", given ? "'" : "");
    return PX_EXIT_USAGE;
}
