/* The same work for every article of a corpus or of the files named, of which one may hold many: taken in order, worked
 * on in parallel, written in order. Inputs go through in batches, so that memory does not grow with the corpus. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/pool.h"
#include "cli/context.h"
#include "report/report.h"

enum { BATCH_PER_THREAD = 32 };

#define HELD_BYTES ((size_t)32 << 20) /* of files that wait for their turn */

struct job {
    struct px_buffer line;    /* a record's JSON; empty for a file */
    struct px_source *source; /* the file; NULL for a record */
    size_t index;             /* of the article in it */
    size_t number;            /* line of the corpus, or which article of all it is */
    enum px_status status;
    struct px_error error;
    struct px_article article;
    struct px_buffer out;
};

struct run {
    struct px_cli *context;
    const struct px_each *each;
    struct px_lines *lines; /* NULL: files */
    size_t next_file;
    struct px_source **sources; /* open ones: a batch opens no more than it has jobs, and one may be left before it */
    size_t source_count;
    size_t next_article; /* of the last source */
    size_t articles;     /* taken from files */
    size_t held;         /* bytes of the sources that the batch opened */
    struct job *jobs;
    size_t capacity;
    size_t done;
    size_t unshown; /* of them */
    bool silent;    /* failures are left to the pass behind this one */
};

static enum px_status ingest(struct run *run, struct job *job)
{
    struct px_cli *context = run->context;
    if (run->lines != NULL)
        return px_cli_read_record(context, px_buffer_slice(&job->line), job->number, &job->article, &job->error);
    struct px_ingest_options reading = px_cli_ingest_options(context, job->number);
    return px_source_read(job->source, job->index, &reading, &job->article, &job->error);
}

/* What is said of an article in another language than the lexicons is worth little. */
static void warn_of_language(const struct px_cli *context, struct px_article *article)
{
    if (context->resources == NULL || !px_resources_foreign(context->resources, article->language))
        return;
    px_article_warn(article, "the text is in another language (%.*s) than the lexicons (%s)",
                    PX_SLICE_ARG(article->language), px_resources_language(context->resources));
}

static void work(void *argument, size_t thread, size_t item)
{
    struct run *run = argument;
    struct job *job = &run->jobs[item];
    if (job->status == PX_OK)
        job->status = ingest(run, job);
    if (job->status == PX_OK)
        warn_of_language(run->context, &job->article);
    struct px_worker *worker = run->context->worker_count > thread ? &run->context->workers[thread] : NULL;
    if (job->status == PX_OK && run->each->work != NULL)
        job->status = run->each->work(run->context, worker, &job->article, &job->out, &job->error);
}

/* Takes the next record into `job`; 1: taken, 0: the end, < 0: the corpus cannot be read on. */
static int take_record(struct run *run, struct job *job, struct px_error *error)
{
    struct px_slice line;
    for (;;) {
        int got = px_lines_next(run->lines, &line, error);
        if (got == PX_ERROR_LIMIT) {
            job->status = PX_ERROR_LIMIT;
            job->error = *error;
            return 1;
        }
        if (got <= 0)
            return got;
        if (px_slice_trim(line).size == 0)
            continue;
        px_buffer_append(&job->line, line);
        job->number = px_lines_number(run->lines);
        if (job->line.failed)
            return px_no_memory(error);
        return 1;
    }
}

static bool has_article(const struct run *run)
{
    return run->source_count > 0 && run->next_article < px_source_count(run->sources[run->source_count - 1]);
}

static void add_source(struct run *run, struct px_source *source)
{
    run->sources[run->source_count++] = source;
    run->held += px_source_size(source);
    run->next_article = 0;
}

/* Takes the next article of the last source, or opens the next file; one that cannot be opened is a job that failed. */
static int take_article(struct run *run, struct job *job)
{
    struct px_cli *context = run->context;
    job->source = NULL;
    if (!has_article(run)) {
        if (run->next_file == context->options->argument_count)
            return 0;
        job->status = px_cli_source(context, run->next_file, &job->source, &job->error);
        if (job->status == PX_OK)
            add_source(run, job->source);
        else
            job->article.id = px_slice_from(context->options->arguments[run->next_file]);
        run->next_file++;
    }
    job->number = run->articles++;
    if (job->status == PX_OK) {
        job->source = run->sources[run->source_count - 1];
        job->index = run->next_article++;
    }
    return 1;
}

/* Closes the sources that have given all their articles. */
static void close_sources(struct run *run)
{
    size_t kept = has_article(run);
    for (size_t i = 0; i + kept < run->source_count; i++)
        px_source_close(run->sources[i]);
    if (kept > 0)
        run->sources[0] = run->sources[run->source_count - 1];
    run->source_count = kept;
}

static int take(struct run *run, struct job *job, struct px_error *error)
{
    job->status = PX_OK;
    job->error = (struct px_error){0};
    px_buffer_clear(&job->line);
    px_buffer_clear(&job->out);
    if (run->lines != NULL)
        return take_record(run, job, error);
    return take_article(run, job);
}

static enum px_status finish(struct run *run, struct job *job, struct px_error *error)
{
    struct px_cli *context = run->context;
    enum px_status status = PX_OK;
    if (job->status == PX_OK && run->each->gather != NULL) {
        job->status = run->each->gather(context, &job->article, &job->error);
        if (job->status != PX_OK && run->lines != NULL)
            px_error_place(&job->error, context->options->corpus, job->number, 1);
    }
    if (job->status == PX_ERROR_MEMORY && run->each->gather != NULL) /* a gathering with a gap is none */
        status = px_no_memory(error);
    else if (job->status == PX_ERROR_USAGE) {
        *error = job->error;
        status = job->status;
    } else if (job->status != PX_OK && run->silent) {
        px_buffer_clear(&job->out);
    } else if (job->status != PX_OK) {
        px_cli_fail(context, &job->error);
        px_buffer_clear(&job->out);
        if (run->each->errors_as_records) {
            px_report_json_error(job->article.id, &job->error, &job->out);
            px_buffer_byte(&job->out, '\n');
        }
    } else {
        px_cli_warnings(context, &job->article);
    }
    if (status == PX_OK && job->out.failed)
        status = px_no_memory(error);
    else if (status == PX_OK && job->out.size > 0)
        status = px_output_write(context->output, px_buffer_slice(&job->out), error);
    px_article_release(&job->article);
    return status;
}

/* Hands what is done to the reader of the output, and tells how far a long run is. */
static enum px_status show(struct run *run, struct px_error *error)
{
    run->unshown = 0;
    if (run->done > BATCH_PER_THREAD)
        px_cli_progress(run->context, run->done, "articles");
    return run->context->output == NULL ? PX_OK : px_output_flush(run->context->output, error);
}

/* One batch: take, work, finish. Returns how many inputs it had, or a status. */
static int batch(struct run *run, struct px_error *error)
{
    size_t count = 0;
    int got = 1;
    run->held = 0;
    while (count < run->capacity && run->held < HELD_BYTES && (got = take(run, &run->jobs[count], error)) > 0)
        count++;
    px_pool_each(run->context->worker_count == 0 ? run->context->options->threads : run->context->worker_count, count,
                 work, run);
    for (size_t i = 0; i < count; i++) {
        enum px_status status = finish(run, &run->jobs[i], error);
        if (status != PX_OK)
            return status;
    }
    close_sources(run);
    run->done += count;
    run->unshown += count;
    bool due = run->unshown >= BATCH_PER_THREAD || got <= 0;
    enum px_status status = due ? show(run, error) : PX_OK;
    if (status != PX_OK)
        return status;
    return got < 0 ? got : (int)count;
}

static void release_jobs(struct run *run)
{
    for (size_t i = 0; i < run->source_count; i++)
        px_source_close(run->sources[i]);
    free(run->sources);
    for (size_t i = 0; run->jobs != NULL && i < run->capacity; i++) {
        px_buffer_release(&run->jobs[i].line);
        px_buffer_release(&run->jobs[i].out);
        px_article_release(&run->jobs[i].article);
    }
    free(run->jobs);
}

/* A name too many is an option misplaced, or names for the wrong articles. */
static void check_outlets(const struct run *run)
{
    const struct px_options *options = run->context->options;
    if (run->lines == NULL && !options->quiet && !run->silent && options->outlet_count > run->articles)
        px_message("warning: --outlet is given %zu times for %zu articles", options->outlet_count, run->articles);
}

static enum px_status go_through(struct px_cli *context, const struct px_each *each, bool silent,
                                 struct px_error *error)
{
    size_t threads = context->options->threads;
    struct run run = {.context = context,
                      .each = each,
                      .capacity = threads == 1 ? 1 : BATCH_PER_THREAD * threads, /* alone, one stays in the caches */
                      .silent = silent};
    enum px_status status = PX_OK;
    if (context->options->corpus != NULL)
        status = px_lines_open(context->options->corpus, context->options->limit, &run.lines, error);
    run.jobs = calloc(run.capacity, sizeof *run.jobs);
    run.sources = calloc(run.capacity + 1, sizeof *run.sources);
    if (run.jobs == NULL || run.sources == NULL)
        status = px_no_memory(error);
    int got = 1;
    while (status == PX_OK && got > 0) {
        got = batch(&run, error);
        if (got < 0)
            status = (enum px_status)got;
    }
    check_outlets(&run);
    px_cli_say(context, "%zu article%s done", run.done, run.done == 1 ? "" : "s");
    release_jobs(&run);
    px_cli_end_corpus(context, context->options->corpus, run.lines, status == PX_OK && !silent);
    return status;
}

enum px_status px_cli_count_lines(struct px_cli *context, bool report, struct px_error *error)
{
    static const struct px_each each = {0}; /* reading counts */
    return go_through(context, &each, !report, error);
}

static int close_or_fail(struct px_cli *context, enum px_status status, const struct px_error *error)
{
    int exit_status = px_cli_close(context, status, error);
    return status == PX_ERROR_SYNTAX ? PX_EXIT_USAGE : exit_status;
}

bool px_cli_has_input(const struct px_options *options)
{
    bool corpus = options->corpus != NULL;
    if (options->argument_count == 0 && !corpus)
        px_message("no input: name files, - for standard input, or --corpus FILE");
    else if (options->argument_count > 0 && corpus)
        px_message("both --corpus and files are given: name '%s' or the corpus", options->arguments[0]);
    if (corpus && options->outlet_count > 0) {
        px_message("--outlet names the outlets of files: a corpus has them in its records");
        return false;
    }
    return corpus != (options->argument_count > 0);
}

int px_cli_run(const struct px_options *options, unsigned needs, const struct px_each *each,
               void (*end)(struct px_cli *context))
{
    if (!px_cli_has_input(options))
        return PX_EXIT_USAGE;
    struct px_cli context;
    struct px_error error = {0};
    int exit_status = px_cli_open(&context, options, needs);
    if (exit_status == PX_EXIT_DONE) {
        enum px_status status = each->begin == NULL ? PX_OK : each->begin(&context, &error);
        if (status == PX_OK)
            status = go_through(&context, each, false, &error);
        if (status == PX_OK && each->finish != NULL)
            status = each->finish(&context, &error);
        exit_status = close_or_fail(&context, status, &error);
    }
    if (end != NULL)
        end(&context);
    px_cli_release(&context);
    return exit_status;
}
