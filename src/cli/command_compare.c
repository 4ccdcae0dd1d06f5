/* compare and terms: a few articles against each other. */
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

#include "article/segment.h"
#include "base/crew.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "cli/forms.h"
#include "cli/lexicons.h"
#include "cli/null.h"
#include "cli/reference.h"
#include "cli/unmatched.h"
#include "compare/compare.h"
#include "report/report.h"

enum { LONG_INPUT = 128 * 1024 }; /* bytes that take a while, of which somebody at a terminal is told */

/* An article that is to be read. */
struct place {
    struct px_cli_place at; /* without a source: the file could not be opened, and that was said */
    size_t thread;          /* whose worker read it */
    enum px_status status;
    struct px_error error;
};

struct pair {
    struct px_source *sources[PX_COMPARE_MOST]; /* one a file; NULL where it could not be opened */
    size_t given;                               /* articles that the files hold */
    struct place places[PX_COMPARE_MOST];
    struct px_article articles[PX_COMPARE_MOST];
    const struct px_article *read[PX_COMPARE_MOST]; /* those that could be read */
    size_t count;
    struct px_reference_list reference;
    struct px_lexicon sides;
    struct px_compare_null null;
    struct px_comparison comparison;
    struct px_provenance provenance;
};

/* Two files of one path would share an id; the second gets a mark. */
static void tell_apart(struct pair *pair, struct px_article *article)
{
    for (size_t i = 0; i < pair->count; i++) {
        if (!px_slice_equal(pair->read[i]->id, article->id))
            continue;
        char id[4096];
        int size = snprintf(id, sizeof id, "%.*s#%zu", (int)(article->id.size < 4000 ? article->id.size : 4000),
                            article->id.data, pair->count + 1);
        struct px_slice copy = px_arena_copy(&article->arena, (struct px_slice){id, (size_t)size});
        if (copy.data != NULL)
            article->id = copy;
    }
}

/* How many articles the files hold; a file that cannot be opened is named, and counts as one. */
static void open_all(struct px_cli *context, struct pair *pair)
{
    for (size_t i = 0; i < context->options->argument_count; i++) {
        struct px_error error = {0};
        if (px_cli_source(context, i, &pair->sources[i], &error) != PX_OK)
            px_cli_fail(context, &error);
        pair->given += pair->sources[i] == NULL ? 1 : px_source_count(pair->sources[i]);
    }
}

/* Whose articles the threads read. */
struct reading {
    struct px_cli *context;
    struct pair *pair;
    atomic_size_t next;
    enum px_status tables;
    struct px_error tables_error;
};

/* One article; behind the last of them the tables' files, which take their time to make and hold nothing yet. */
static void read_one(struct reading *reading, size_t thread, size_t number)
{
    struct px_cli *context = reading->context;
    if (number == reading->pair->given) {
        if (context->tables != NULL)
            reading->tables = px_tables_begin(context->tables, &reading->tables_error);
        return;
    }
    struct place *place = &reading->pair->places[number];
    place->thread = thread;
    if (place->at.source != NULL)
        place->status = px_cli_read(context, &context->workers[thread], &place->at, &reading->pair->articles[number],
                                    &place->error);
}

/* A thread's part: articles, where it has a worker, until all are begun; then a hand for those who are not done. */
static void read_some(void *argument, size_t thread, size_t part)
{
    struct reading *reading = argument;
    struct px_crew *crew = reading->context->crew;
    bool reads = thread < reading->context->worker_count;
    (void)part;
    for (size_t i; reads && (i = atomic_fetch_add(&reading->next, 1)) <= reading->pair->given;) {
        read_one(reading, thread, i);
        if (crew != NULL)
            px_crew_done(crew);
    }
    if (crew != NULL)
        px_crew_stay(crew, thread);
}

static void list_places(const struct px_cli *context, struct pair *pair)
{
    size_t number = 0;
    for (size_t i = 0; i < context->options->argument_count; i++) {
        size_t count = pair->sources[i] == NULL ? 0 : px_source_count(pair->sources[i]);
        number += count == 0;
        for (size_t k = 0; k < count; k++, number++)
            pair->places[number] = (struct place){.at = {pair->sources[i], k, number}};
    }
}

/* Threads read the articles, each with its own worker; what is said of them is said in order. Then all are the first
 * worker's, with which they are compared. */
static enum px_status read_all(struct px_cli *context, struct pair *pair, struct px_error *error)
{
    struct reading reading = {.context = context, .pair = pair};
    list_places(context, pair);
    if (context->crew != NULL)
        px_crew_begin(context->crew, pair->given + 1);
    px_pool_each(context->crew_count, context->crew_count, read_some, &reading);
    if (reading.tables != PX_OK) {
        *error = reading.tables_error;
        return reading.tables;
    }
    for (size_t i = 0; i < pair->given; i++) {
        const struct place *place = &pair->places[i];
        struct px_article *article = &pair->articles[i];
        if (place->at.source == NULL)
            continue;
        px_cli_warnings(context, article);
        if (place->status != PX_OK) {
            px_cli_fail(context, &place->error);
            continue;
        }
        tell_apart(pair, article);
        enum px_status status =
            px_article_move(article, context->workers[place->thread].vocabulary, context->workers[0].vocabulary, error);
        if (status != PX_OK)
            return status;
        pair->read[pair->count++] = article;
    }
    return PX_OK;
}

/* Tells how far a comparison is that takes a while. */
static void show_progress(struct px_cli *context, const struct pair *pair, size_t count, const char *what)
{
    size_t size = 0;
    for (size_t i = 0; i < context->options->argument_count; i++)
        size += pair->sources[i] == NULL ? 0 : px_source_size(pair->sources[i]);
    if (size >= LONG_INPUT)
        px_cli_progress(context, count, what);
}

static enum px_status warn_of_unmatched(const struct px_cli *context, const struct pair *pair,
                                        const struct px_lexicon *sides, struct px_error *error)
{
    struct px_unmatched unmatched;
    enum px_status status = px_unmatched_open(&unmatched, context, sides, error);
    if (status == PX_OK) {
        px_unmatched_see(&unmatched, pair->read, pair->count);
        status = px_unmatched_warn(&unmatched, error);
    }
    px_unmatched_release(&unmatched);
    return status;
}

/* The summary has the warnings itself. */
static void warn_of_comparison(const struct px_options *options, const struct px_comparison *comparison)
{
    if (options->quiet || (options->format != NULL && strcmp(options->format, "summary") == 0))
        return;
    for (size_t i = 0; i < comparison->warnings.count; i++)
        px_message("warning: %.*s", PX_SLICE_ARG(comparison->warnings.items[i]));
}

static enum px_status compare(struct px_cli *context, struct pair *pair, bool every_term, struct px_error *error)
{
    show_progress(context, pair, pair->given, "articles to read");
    enum px_status status = px_reference_read(context->options->reference, &pair->reference, error);
    if (status == PX_OK)
        status = px_null_read(context->options->null, &pair->null, error);
    if (status == PX_OK && context->options->sides != NULL)
        status = px_cli_read_lexicon(context, context->options->sides, &pair->sides, error);
    if (status == PX_OK)
        status = read_all(context, pair, error);
    if (status != PX_OK)
        return status;
    px_cli_end_reading(context);
    px_cli_say(context, "%zu of %zu articles read and annotated", pair->count, pair->given);
    if (pair->count < 2)
        return px_error_set(error, PX_ERROR_INPUT, "nothing to compare: %zu of %zu articles could be read", pair->count,
                            pair->given);
    struct px_compare_options options = {.seed = context->options->seed,
                                         .reference =
                                             context->options->reference == NULL ? NULL : &pair->reference.list,
                                         .sides = context->options->sides == NULL ? NULL : &pair->sides,
                                         .null = &pair->null,
                                         .every_term = every_term,
                                         .threads = context->worker_count};
    show_progress(context, pair, pair->count, "articles to compare");
    status = px_compare(pair->read, pair->count, &options, &context->workers[0], &pair->comparison, error);
    px_cli_end_progress(context);
    px_cli_say(context, "articles compared");
    if (status == PX_OK)
        warn_of_comparison(context->options, &pair->comparison);
    if (status == PX_OK)
        status = warn_of_unmatched(context, pair, options.sides, error);
    if (status == PX_OK)
        status = px_cli_provenance(context, pair->read, pair->count, &pair->provenance, error);
    return status;
}

static void release(struct pair *pair)
{
    px_comparison_release(&pair->comparison);
    px_reference_release(&pair->reference);
    px_lexicon_release(&pair->sides);
    for (size_t i = 0; i < PX_COMPARE_MOST; i++) {
        px_article_release(&pair->articles[i]);
        px_source_close(pair->sources[i]);
    }
}

/* How many articles a command takes. */
struct bounds {
    size_t least;
    size_t most;
};

static int check_count(size_t given, struct bounds bounds)
{
    if (given >= bounds.least && given <= bounds.most)
        return PX_EXIT_DONE;
    const char *verb = given == 1 ? "article is" : "articles are";
    if (bounds.least == bounds.most)
        px_message("%zu %s given, %zu needed", given, verb, bounds.most);
    else
        px_message("%zu %s given, %zu to %zu needed", given, verb, bounds.least, bounds.most);
    return PX_EXIT_USAGE;
}

/* A name too many is an option misplaced, or names for the wrong articles. */
static int check_outlets(const struct px_options *options, size_t given)
{
    if (options->outlet_count <= given)
        return PX_EXIT_DONE;
    px_message("--outlet is given %zu times for %zu articles", options->outlet_count, given);
    return PX_EXIT_USAGE;
}

/* What a command does besides comparing. */
struct job {
    struct bounds bounds;
    int (*open)(struct px_cli *context, const struct px_options *options, unsigned needs);
    enum px_status (*write)(struct px_cli *context, const struct pair *pair, struct px_error *error);
    bool every_term; /* see px_compare_options */
};

static int compare_and_write(const struct px_options *options, const struct job *job)
{
    struct bounds bounds = job->bounds;
    size_t files = options->argument_count;
    if (files == 0 || files > bounds.most) /* one file may hold enough */
        return check_count(files, bounds);
    static struct pair pair;
    struct px_cli context = {0};
    struct px_error error = {0};
    int exit_status =
        job->open(&context, options, PX_NEEDS_LEXICONS | PX_NEEDS_MODELS | PX_NEEDS_THREADS | PX_SHARES_ARTICLES);
    if (exit_status != PX_EXIT_DONE)
        goto done;
    open_all(&context, &pair);
    exit_status = check_count(pair.given, bounds);
    if (exit_status == PX_EXIT_DONE)
        exit_status = check_outlets(options, pair.given);
    if (exit_status != PX_EXIT_DONE)
        goto done;
    enum px_status status = compare(&context, &pair, job->every_term, &error);
    if (status == PX_OK)
        status = job->write(&context, &pair, &error);
    exit_status = px_cli_close(&context, status, &error);
done:
    release(&pair);
    px_cli_release(&context);
    return exit_status;
}

static enum px_status write_report(struct px_cli *context, const struct pair *pair, struct px_error *error)
{
    return px_forms_write(context, &pair->comparison, &pair->provenance, error);
}

int px_command_compare(const struct px_options *options)
{
    if (options->aggregate_count > 0)
        return px_command_aggregate(options);
    if (strcmp(options->format, "svg") == 0) {
        px_message("--format svg is for --aggregate");
        return PX_EXIT_USAGE;
    }
    static const struct job job = {{2, PX_COMPARE_MOST}, px_forms_open, write_report, false};
    struct px_options own = *options;
    if (px_forms_on_terminal(options))
        own.format = "summary";
    return compare_and_write(&own, &job);
}

static void terms_as_csv(const struct px_comparison *comparison, struct px_buffer *out)
{
    px_buffer_string(out, "term,count_a,count_b,log_odds_z,log_ratio,low,high,g2,p,q\n");
    for (size_t i = 0; i < comparison->terms.count; i++) {
        const struct px_term *term = &comparison->terms.items[i];
        px_report_csv_field(term->term, out);
        px_buffer_printf(out, ",%u,%u,%.4f,%.4f,%.4f,%.4f,%.4f,%.6g,%.6g\n", term->counts[0], term->counts[1],
                         term->log_odds_z, term->log_ratio, term->low, term->high, term->g2, term->p, term->q);
    }
}

static void terms_as_text(const struct px_comparison *comparison, struct px_buffer *out)
{
    px_buffer_printf(out, "A = %.*s\nB = %.*s\n\n", PX_SLICE_ARG(comparison->articles[0]->id),
                     PX_SLICE_ARG(comparison->articles[1]->id));
    px_buffer_printf(out, "%-28s %5s %5s %7s %7s  %-16s %8s %8s\n", "term", "A", "B", "z", "log2", "95 % interval", "p",
                     "q");
    for (size_t i = 0; i < comparison->terms.count; i++) {
        const struct px_term *term = &comparison->terms.items[i];
        char interval[40];
        snprintf(interval, sizeof interval, "%.1f to %.1f", term->low, term->high);
        px_buffer_printf(out, "%-28.*s %5u %5u %7.2f %7.2f  %-16s %8.3g %8.3g\n", PX_SLICE_ARG(term->term),
                         term->counts[0], term->counts[1], term->log_odds_z, term->log_ratio, interval, term->p,
                         term->q);
    }
}

static enum px_status write_terms(struct px_cli *context, const struct pair *pair, struct px_error *error)
{
    struct px_buffer out = {0};
    if (strcmp(context->options->format, "csv") == 0)
        terms_as_csv(&pair->comparison, &out);
    else
        terms_as_text(&pair->comparison, &out);
    enum px_status status = px_cli_write(context, &out, error);
    px_buffer_release(&out);
    return status;
}

int px_command_terms(const struct px_options *options)
{
    static const struct job job = {{2, 2}, px_cli_open, write_terms, true};
    return compare_and_write(options, &job);
}
