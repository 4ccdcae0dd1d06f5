/* compare --aggregate: two outlets over many events, from the comparisons of batch. */
#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/context.h"
#include "corpus/aggregate.h"

/* A line that is no comparison is named and counted, and costs nothing else. */
static enum px_status take_line(struct px_cli *context, struct px_aggregate *aggregate, struct px_slice line,
                                const char *path, size_t number, struct px_error *error)
{
    enum px_status status = px_aggregate_add(aggregate, line, path, number, error);
    if (px_aggregate_remark(aggregate).size > 0 && !context->options->quiet) {
        px_cli_end_progress(context);
        for (struct px_slice left = px_aggregate_remark(aggregate), one; px_slice_next(&left, '\n', &one);)
            px_line("%.*s", PX_SLICE_ARG(one));
    }
    if (status == PX_OK || status == PX_ERROR_MEMORY)
        return status;
    px_cli_fail(context, error);
    return PX_OK;
}

static enum px_status take_file(struct px_cli *context, struct px_aggregate *aggregate, const char *path,
                                struct px_error *error)
{
    struct px_lines *lines;
    struct px_slice line;
    enum px_status status = px_lines_open(path, context->options->limit, &lines, error);
    while (status == PX_OK) {
        int got = px_lines_next(lines, &line, error);
        if (got == 0)
            break;
        if (got == PX_ERROR_LIMIT)
            px_cli_fail(context, error);
        else if (got < 0)
            status = (enum px_status)got;
        else if (px_slice_trim(line).size > 0)
            status = take_line(context, aggregate, line, path, px_lines_number(lines), error);
        px_cli_progress(context, lines == NULL ? 0 : px_lines_number(lines), "comparisons");
    }
    px_cli_end_corpus(context, path, lines, status == PX_OK);
    px_cli_say(context, "%s: read", path);
    return status;
}

static enum px_status sum_and_write(struct px_cli *context, struct px_aggregate *aggregate, struct px_error *error)
{
    const struct px_options *options = context->options;
    const struct px_aggregate_sum *sum;
    struct px_buffer out = {0};
    const char *const *outlets = options->outlets;
    enum px_status status =
        px_aggregate_sum(aggregate, options->outlet_count == 2 ? outlets[0] : NULL,
                         options->outlet_count == 2 ? outlets[1] : NULL, options->seed, &sum, error);
    if (status != PX_OK)
        return status;
    if (strcmp(options->format, "json") == 0)
        px_aggregate_write_json(sum, &context->provenance, &out);
    else if (strcmp(options->format, "csv") == 0)
        px_aggregate_write_csv(sum, &out);
    else if (strcmp(options->format, "svg") == 0)
        px_aggregate_write_svg(sum, &out);
    else
        px_aggregate_write_markdown(sum, &context->provenance, &out);
    status = px_cli_write(context, &out, error);
    px_buffer_release(&out);
    return status;
}

/* Of the forms that compare has, those that a sum over events has, too. */
static bool has_form(const char *format)
{
    return strcmp(format, "markdown") == 0 || strcmp(format, "json") == 0 || strcmp(format, "csv") == 0 ||
           strcmp(format, "svg") == 0;
}

int px_command_aggregate(const struct px_options *options)
{
    if (options->argument_count > 0 || (options->outlet_count != 0 && options->outlet_count != 2)) {
        px_message("--aggregate takes comparisons, no articles, and two outlets or none");
        return PX_EXIT_USAGE;
    }
    if (!has_form(options->format)) {
        px_message("--aggregate writes markdown, json, csv or svg");
        return PX_EXIT_USAGE;
    }
    struct px_cli context;
    struct px_error error = {0};
    struct px_aggregate *aggregate = NULL;
    int exit_status = px_cli_open(&context, options, 0);
    if (exit_status != PX_EXIT_DONE)
        goto done;
    enum px_status status = px_aggregate_new(&aggregate, &error);
    for (size_t i = 0; status == PX_OK && i < options->aggregate_count; i++)
        status = take_file(&context, aggregate, options->aggregates[i], &error);
    if (status == PX_OK)
        status = sum_and_write(&context, aggregate, &error);
    exit_status = px_cli_close(&context, status, &error);
    if (status == PX_ERROR_USAGE)
        exit_status = PX_EXIT_USAGE;
done:
    px_aggregate_free(aggregate);
    px_cli_release(&context);
    return exit_status;
}
