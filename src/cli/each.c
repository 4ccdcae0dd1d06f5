/* The same work for every article of a corpus or of the files named: read in order, worked on in parallel, written in
 * order. Inputs go through in batches, so that memory does not grow with the corpus. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/pool.h"
#include "cli/context.h"
#include "report/report.h"

enum { BATCH_PER_THREAD = 32 };

struct job {
    struct px_buffer line; /* a record's JSON; empty for a file */
    size_t number;         /* line of the corpus, or index of the file */
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
    struct job *jobs;
    size_t capacity;
    size_t done;
};

static enum px_status ingest(struct run *run, struct job *job)
{
    struct px_cli *context = run->context;
    if (run->lines != NULL) {
        struct px_ingest_options reading = px_cli_ingest_options(context, SIZE_MAX);
        return px_ingest_record(context->ingest, px_buffer_slice(&job->line), context->options->corpus, job->number,
                                &reading, &job->article, &job->error);
    }
    struct px_ingest_options reading = px_cli_ingest_options(context, job->number);
    const char *path = context->options->arguments[job->number];
    enum px_status status = px_ingest_file(context->ingest, path, &reading, &job->article, &job->error);
    if (status != PX_OK && job->article.id.data == NULL)
        job->article.id = px_slice_from(path);
    return status;
}

static void work(void *argument, size_t thread, size_t item)
{
    struct run *run = argument;
    struct job *job = &run->jobs[item];
    if (job->status == PX_OK)
        job->status = ingest(run, job);
    struct px_worker *worker = run->context->worker_count > thread ? &run->context->workers[thread] : NULL;
    if (job->status == PX_OK)
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
            return px_error_set(error, PX_ERROR_MEMORY, "out of memory");
        return 1;
    }
}

static int take(struct run *run, struct job *job, struct px_error *error)
{
    job->status = PX_OK;
    job->error = (struct px_error){0};
    px_buffer_clear(&job->line);
    px_buffer_clear(&job->out);
    if (run->lines != NULL)
        return take_record(run, job, error);
    if (run->next_file == run->context->options->argument_count)
        return 0;
    job->number = run->next_file++;
    return 1;
}

static enum px_status finish(struct run *run, struct job *job, struct px_error *error)
{
    struct px_cli *context = run->context;
    enum px_status status = PX_OK;
    if (job->status != PX_OK) {
        px_cli_fail(context, &job->error);
        px_buffer_clear(&job->out);
        if (run->each->errors_as_records) {
            px_report_json_error(job->article.id, &job->error, &job->out);
            px_buffer_byte(&job->out, '\n');
        }
    } else {
        px_cli_warnings(context, &job->article);
    }
    status = px_cli_write(context, &job->out, error);
    px_article_release(&job->article);
    return status;
}

/* One batch: take, work, finish. Returns how many inputs it had, or a status. */
static int batch(struct run *run, struct px_error *error)
{
    size_t count = 0;
    int got = 1;
    while (count < run->capacity && (got = take(run, &run->jobs[count], error)) > 0)
        count++;
    px_pool_each(run->context->worker_count == 0 ? run->context->options->threads : run->context->worker_count, count,
                 work, run);
    for (size_t i = 0; i < count; i++) {
        enum px_status status = finish(run, &run->jobs[i], error);
        if (status != PX_OK)
            return status;
    }
    run->done += count;
    if (run->done > count || count == run->capacity)
        px_cli_progress(run->context, run->done, "articles");
    return got < 0 ? got : (int)count;
}

static void release_jobs(struct run *run)
{
    for (size_t i = 0; run->jobs != NULL && i < run->capacity; i++) {
        px_buffer_release(&run->jobs[i].line);
        px_buffer_release(&run->jobs[i].out);
        px_article_release(&run->jobs[i].article);
    }
    free(run->jobs);
}

static enum px_status go_through(struct px_cli *context, const struct px_each *each, struct px_error *error)
{
    struct run run = {.context = context, .each = each, .capacity = BATCH_PER_THREAD * context->options->threads};
    enum px_status status = PX_OK;
    if (context->options->corpus != NULL)
        status = px_lines_open(context->options->corpus, context->options->limit, &run.lines, error);
    run.jobs = calloc(run.capacity, sizeof *run.jobs);
    if (run.jobs == NULL)
        status = px_error_set(error, PX_ERROR_MEMORY, "out of memory");
    int got = 1;
    while (status == PX_OK && got > 0) {
        got = batch(&run, error);
        if (got < 0)
            status = (enum px_status)got;
    }
    release_jobs(&run);
    px_lines_close(run.lines);
    return status;
}

static int close_or_fail(struct px_cli *context, enum px_status status, const struct px_error *error)
{
    if (status == PX_OK)
        return px_cli_close(context);
    px_message_error(error);
    return status == PX_ERROR_SYNTAX || status == PX_ERROR_USAGE ? PX_EXIT_USAGE : PX_EXIT_COULD_NOT_RUN;
}

int px_cli_run(const struct px_options *options, unsigned needs, const struct px_each *each,
               void (*end)(struct px_cli *context))
{
    if (options->argument_count == 0 && options->corpus == NULL) {
        px_message("no input: name files, - for standard input, or --corpus FILE");
        return PX_EXIT_USAGE;
    }
    if (options->argument_count > 0 && options->corpus != NULL) {
        px_message("both --corpus and files are given: name '%s' or the corpus", options->arguments[0]);
        return PX_EXIT_USAGE;
    }
    struct px_cli context;
    struct px_error error = {0};
    int exit_status = px_cli_open(&context, options, needs);
    if (exit_status == PX_EXIT_DONE) {
        enum px_status status = each->begin == NULL ? PX_OK : each->begin(&context, &error);
        if (status == PX_OK)
            status = go_through(&context, each, &error);
        exit_status = close_or_fail(&context, status, &error);
    }
    if (end != NULL)
        end(&context);
    px_cli_release(&context);
    return exit_status;
}
