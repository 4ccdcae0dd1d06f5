/* clean: the article without its page, or why each line of it is what it is. */
#include <string.h>

#include "cli/commands.h"
#include "cli/context.h"
#include "report/report.h"

static enum px_status explain(struct px_cli *context, struct px_error *error)
{
    return context->options->explain ? px_ingest_explain(context->ingest, context->options->lexicons, error) : PX_OK;
}

static enum px_status clean_one(struct px_cli *context, struct px_worker *worker, struct px_article *article,
                                struct px_buffer *out, struct px_error *error)
{
    (void)worker;
    (void)error;
    if (strcmp(context->options->format, "json") == 0) {
        px_report_json_clean(article, out);
        px_buffer_byte(out, '\n');
    } else if (context->options->explain) {
        px_report_text_explain(article, px_cli_color(context), out);
    } else if (strcmp(context->options->format, "text") == 0) {
        px_report_text_clean(article, out);
    } else {
        px_report_markdown_clean(article, out);
    }
    return PX_OK;
}

/* The counts that --recurring names, and those of the inputs, where there are any. */
static enum px_status gather(struct px_cli *context, bool inputs, struct px_error *error)
{
    const struct px_options *options = context->options;
    enum px_status status = px_recurring_new(&context->counting, error);
    for (size_t i = 0; i < options->recurring_count && status == PX_OK; i++)
        status = px_recurring_read(context->counting, options->recurring[i], error);
    return status == PX_OK && inputs ? px_cli_count_lines(context, true, error) : status;
}

/* The first pass alone. Its result is a table of counts, not articles. */
static int count_lines(const struct px_options *options)
{
    struct px_cli context;
    struct px_error error = {0};
    int exit_status = px_cli_open(&context, options, 0);
    if (exit_status == PX_EXIT_DONE) {
        enum px_status status = gather(&context, options->corpus != NULL || options->argument_count > 0, &error);
        if (status == PX_OK)
            status = px_recurring_write(context.counting, context.output, &error);
        exit_status = px_cli_close(&context, status, &error);
    }
    px_cli_release(&context);
    return exit_status;
}

int px_command_clean(const struct px_options *options)
{
    if (options->count_lines) {
        bool merges = options->recurring_count > 0 && options->corpus == NULL && options->argument_count == 0;
        return merges || px_cli_has_input(options) ? count_lines(options) : PX_EXIT_USAGE;
    }
    struct px_each each = {
        .begin = explain, .work = clean_one, .errors_as_records = strcmp(options->format, "json") == 0};
    return px_cli_run(options, PX_NEEDS_THREADS, &each, NULL);
}
