/* kwic: the concordance of a pattern, which is written as a lexicon entry. */
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "article/segment.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "report/report.h"
#include "text/normalise.h"
#include "text/utf8.h"

enum { LEFT_WIDTH = 48 };

/* The pattern as a lexicon of one entry, compiled; a cache a thread. Read-only once the work begins. */
static struct {
    const char *pattern;
    struct px_lexicon lexicon;
    struct px_matcher *matcher;
    struct px_match_cache *caches[64];
    bool color;
    bool csv;
    atomic_bool found; /* anything at all; threads set it */
} concordance;

/* The pattern is to be a cell of a table: UTF-8, without a tab or the end of a line. */
static enum px_status check_pattern(struct px_error *error)
{
    struct px_slice pattern = px_slice_from(concordance.pattern);
    size_t good = px_utf8_check(pattern), cell = strcspn(concordance.pattern, "\t\r\n");
    if (good == pattern.size && cell == pattern.size)
        return PX_OK;
    if (cell < good)
        px_error_set(error, PX_ERROR_SYNTAX, "a pattern holds no tab and no line break");
    else
        px_error_set(error, PX_ERROR_SYNTAX, "byte 0x%02x is not UTF-8 text", (unsigned char)pattern.data[good]);
    return px_error_place(error, "pattern", 1, (cell < good ? cell : good) + 1);
}

static enum px_status compile(struct px_cli *context, struct px_error *error)
{
    if (check_pattern(error) != PX_OK)
        return PX_ERROR_SYNTAX;
    struct px_buffer file = {0};
    px_buffer_printf(&file, "entry\tcategory\n%s\tpattern\n", concordance.pattern);
    enum px_status status = file.failed
                                ? px_no_memory(error)
                                : px_lexicon_read(px_buffer_slice(&file), "pattern", &concordance.lexicon, error);
    px_buffer_release(&file);
    if (status == PX_ERROR_SYNTAX && error->line != 0)
        error->line = 1; /* the user gave but one */
    for (size_t i = 0; i < concordance.lexicon.entries.count; i++)
        concordance.lexicon.entries.items[i].line = 1;
    const struct px_lexicon *lexicons[] = {&concordance.lexicon};
    if (status == PX_OK)
        status = px_matcher_new(lexicons, 1, px_resources_segmenter(context->resources), &concordance.matcher, error);
    for (size_t i = 0; status == PX_OK && i < context->worker_count; i++)
        status = px_match_cache_new(concordance.matcher, context->workers[i].vocabulary, &concordance.caches[i], error);
    return status;
}

/* Text from token `first` to token `last`, both included, in one line. */
static struct px_slice context_text(const struct px_article *article, size_t first, size_t last, struct px_buffer *out)
{
    px_buffer_clear(out);
    if (first <= last) {
        struct px_span span = {article->tokens.items[first].start, article->tokens.items[last].end};
        px_text_tidy(px_slice_span(article->text, span), out);
    }
    return px_buffer_slice(out);
}

/* First or last token of up to `window` words of the sentence on one side of `at`. */
static size_t window_edge(const struct px_article *article, size_t at, size_t edge, size_t window)
{
    size_t words = 0;
    while (at != edge && words < window) {
        at = at < edge ? at + 1 : at - 1;
        words += px_token_is_word(&article->tokens.items[at]);
    }
    return at;
}

/* The last LEFT_WIDTH code points, padded on the left to that width. */
static void write_left(struct px_slice left, struct px_buffer *out)
{
    size_t count = px_utf8_count(left);
    size_t at = 0;
    for (; count > LEFT_WIDTH; count--)
        px_utf8_next(left, &at);
    for (; count < LEFT_WIDTH; count++)
        px_buffer_byte(out, ' ');
    px_buffer_append(out, px_slice_part(left, at, left.size));
}

static void write_text(const struct px_article *article, const struct px_slice part[3], struct px_buffer *out)
{
    size_t start = out->size;
    px_buffer_append(out, article->id);
    px_make_line(out->data, start, out->size);
    px_buffer_string(out, ": ");
    write_left(part[0], out);
    px_buffer_printf(out, " %s%.*s%s%s%.*s\n", concordance.color ? "\033[1;31m" : "", PX_SLICE_ARG(part[1]),
                     concordance.color ? "\033[0m" : "", part[2].size > 0 ? " " : "", PX_SLICE_ARG(part[2]));
}

static void write_csv(const struct px_article *article, const struct px_slice part[3], struct px_buffer *out)
{
    px_report_csv_field(article->id, out);
    for (size_t i = 0; i < 3; i++) {
        px_buffer_byte(out, ',');
        px_report_csv_field(part[i], out);
    }
    px_buffer_byte(out, '\n');
}

static void write_hit(const struct px_cli *context, const struct px_article *article, const struct px_hit *hit,
                      struct px_buffer pieces[3], struct px_buffer *out)
{
    const struct px_sentence *sentence = &article->sentences.items[article->tokens.items[hit->first_token].sentence];
    size_t first = hit->first_token;
    size_t last = first + hit->token_count - 1;
    size_t left = window_edge(article, first, sentence->first_token, context->options->window);
    size_t right =
        window_edge(article, last, sentence->first_token + sentence->token_count - 1, context->options->window);
    struct px_slice part[3] = {{0}, context_text(article, first, last, &pieces[1]), {0}};
    if (left < first)
        part[0] = context_text(article, left, first - 1, &pieces[0]);
    if (right > last)
        part[2] = context_text(article, last + 1, right, &pieces[2]);
    if (concordance.csv)
        write_csv(article, part, out);
    else
        write_text(article, part, out);
}

static enum px_status find_in_one(struct px_cli *context, struct px_worker *worker, struct px_article *article,
                                  struct px_buffer *out, struct px_error *error)
{
    struct px_hits hits = {0};
    struct px_buffer pieces[3] = {{0}, {0}, {0}};
    enum px_status status =
        px_article_segment(article, px_resources_segmenter(context->resources), worker->vocabulary, error);
    if (status == PX_OK)
        status = px_matcher_find(concordance.caches[worker - context->workers], article->text, &article->tokens,
                                 &article->sentences, &article->arena, &hits, error);
    for (size_t i = 0; status == PX_OK && i < hits.count; i++)
        write_hit(context, article, &hits.items[i], pieces, out);
    if (hits.count > 0)
        concordance.found = true;
    for (size_t i = 0; i < 3; i++)
        px_buffer_release(&pieces[i]);
    return status;
}

static enum px_status begin(struct px_cli *context, struct px_error *error)
{
    struct px_buffer header = {0};
    concordance.color = px_cli_color(context);
    concordance.csv = strcmp(context->options->format, "csv") == 0;
    enum px_status status = compile(context, error);
    if (concordance.csv)
        px_buffer_string(&header, "document,left,match,right\n");
    if (status == PX_OK)
        status = px_cli_write(context, &header, error);
    px_buffer_release(&header);
    return status;
}

static void end(struct px_cli *context)
{
    for (size_t i = 0; i < context->worker_count; i++)
        px_match_cache_free(concordance.caches[i]);
    px_matcher_free(concordance.matcher);
    px_lexicon_release(&concordance.lexicon);
}

int px_command_kwic(const struct px_options *options)
{
    static const struct px_each each = {.begin = begin, .work = find_in_one};
    struct px_options files = *options;
    if (options->argument_count == 0) {
        px_message("kwic needs a pattern, and files or --corpus FILE");
        return PX_EXIT_USAGE;
    }
    concordance.pattern = options->arguments[0];
    files.arguments++;
    files.argument_count--;
    int exit_status = px_cli_run(&files, PX_NEEDS_LEXICONS | PX_NEEDS_THREADS, &each, end);
    if (exit_status == PX_EXIT_DONE && !concordance.found && !options->quiet)
        px_message("'%s' stands nowhere in the input", concordance.pattern);
    return exit_status;
}
