/* analyze: everything found in one article at a time, any number of them. */
#include "cli/commands.h"
#include "cli/unmatched.h"
#include "report/report.h"

static struct px_unmatched unmatched;

static enum px_status begin(struct px_cli *context, struct px_error *error)
{
    return px_unmatched_open(&unmatched, context, NULL, error);
}

static enum px_status finish(struct px_cli *context, struct px_error *error)
{
    (void)context;
    return px_unmatched_warn(&unmatched, error);
}

static void end(struct px_cli *context)
{
    (void)context;
    px_unmatched_release(&unmatched);
}

/* What one article was made from. */
static void describe(const struct px_cli *context, const struct px_article *article, struct px_provenance_input *input,
                     struct px_provenance *provenance)
{
    *input = (struct px_provenance_input){article->path, article->sha256};
    *provenance = context->provenance;
    provenance->inputs = input;
    provenance->input_count = 1;
}

static enum px_status analyze_one(struct px_cli *context, struct px_worker *worker, struct px_article *article,
                                  struct px_buffer *out, struct px_error *error)
{
    struct px_annotate_options finding = px_cli_annotate_options(context, worker);
    enum px_status status = px_annotate(worker, &finding, article, error);
    if (status != PX_OK)
        return status;
    px_unmatched_see(&unmatched, &(const struct px_article *){article}, 1);
    struct px_provenance_input input;
    struct px_provenance provenance;
    describe(context, article, &input, &provenance);
    px_report_json_article(article, &provenance, out);
    px_buffer_byte(out, '\n');
    return PX_OK;
}

int px_command_analyze(const struct px_options *options)
{
    static const struct px_each each = {
        .begin = begin, .work = analyze_one, .finish = finish, .errors_as_records = true};
    return px_cli_run(options, PX_NEEDS_LEXICONS | PX_NEEDS_MODELS | PX_NEEDS_THREADS, &each, end);
}
