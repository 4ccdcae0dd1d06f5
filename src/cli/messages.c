/* What is said on standard error, and whether in colour. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/context.h"

void px_make_line(char *text, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (((unsigned char)text[i] < ' ' && text[i] != '\t') || text[i] == 127)
            text[i] = '?';
}

enum { LONGEST = 4096 }; /* what is longer is cut */

static void write_line(const char *before, char *line)
{
    px_make_line(line, 0, strlen(line));
    fprintf(stderr, "%s%s\n", before, line);
}

void px_message(const char *format, ...)
{
    char line[LONGEST];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    write_line("parallax: ", line);
}

void px_line(const char *format, ...)
{
    char line[LONGEST];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    write_line("", line);
}

void px_message_error(const struct px_error *error)
{
    char line[1024];
    if (error->code == PX_ERROR_CLOSED)
        return;
    px_error_format(error, line, sizeof line);
    if (error->file[0] != '\0')
        px_line("%s", line);
    else
        px_message("%s", line);
}

void px_cli_show_error(const struct px_cli *context, const struct px_error *error)
{
    struct px_error shown = *error;
    size_t size = strlen(shown.message);
    if (error->limit > 0 && error->limit == context->options->limit)
        snprintf(shown.message + size, sizeof shown.message - size, ": --max-input sets another");
    px_message_error(&shown);
}

void px_cli_fail(struct px_cli *context, const struct px_error *error)
{
    context->failures++;
    px_cli_end_progress(context);
    if (context->failures <= PX_CLI_SHOWN || context->options->verbose)
        px_cli_show_error(context, error);
}

void px_cli_count_unshown(const struct px_cli *context)
{
    size_t more = context->failures > PX_CLI_SHOWN ? context->failures - PX_CLI_SHOWN : 0;
    if (more > 0 && !context->options->verbose)
        px_message("and %zu more error%s: --verbose shows all", more, more == 1 ? "" : "s");
}

void px_cli_warnings(struct px_cli *context, const struct px_article *article)
{
    if (context->options->quiet || article->warnings.count == 0)
        return;
    px_cli_end_progress(context);
    struct px_slice name = article->path.size > 0 ? article->path : article->id; /* a record has no file of its own */
    for (size_t i = 0; i < article->warnings.count; i++)
        px_line("%.*s: warning: %.*s", PX_SLICE_ARG(name), PX_SLICE_ARG(article->warnings.items[i]));
}

void px_cli_end_corpus(const struct px_cli *context, const char *path, struct px_lines *lines, bool whole)
{
    if (lines != NULL && whole && px_lines_number(lines) == 0 && !context->options->quiet)
        px_line("%s: warning: the input is empty", path);
    px_lines_close(lines);
}

bool px_cli_color(const struct px_cli *context)
{
    const char *when = context->options->color;
    const char *no_color = getenv("NO_COLOR");
    if (strcmp(when, "auto") != 0)
        return strcmp(when, "always") == 0;
    const char *terminal = getenv("TERM");
    bool dumb = terminal != NULL && strcmp(terminal, "dumb") == 0;
    return context->options->output == NULL && isatty(STDOUT_FILENO) && !dumb &&
           (no_color == NULL || *no_color == '\0');
}

void px_cli_progress(struct px_cli *context, size_t done, const char *what)
{
    if (context->options->quiet || !isatty(STDERR_FILENO))
        return;
    fprintf(stderr, "\r%zu %s", done, what);
    context->progress = true;
}

void px_cli_end_progress(struct px_cli *context)
{
    if (context->progress)
        fputs("\r\033[K", stderr);
    context->progress = false;
}

void px_cli_begin_saying(struct px_cli *context)
{
    clock_gettime(CLOCK_MONOTONIC, &context->begun);
}

void px_cli_say(const struct px_cli *context, const char *format, ...)
{
    struct timespec now;
    va_list arguments;
    if (!context->options->verbose)
        return;
    clock_gettime(CLOCK_MONOTONIC, &now);
    double seconds =
        (double)(now.tv_sec - context->begun.tv_sec) + (double)(now.tv_nsec - context->begun.tv_nsec) / 1e9;
    char before[64], line[LONGEST];
    snprintf(before, sizeof before, "parallax: %.3f s: ", seconds);
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    write_line(before, line);
}

/* The program's own lexicons in one line, every other with its file. */
static void say_lexicons(const struct px_cli *context)
{
    size_t own = 0;
    for (size_t i = 0; i < px_resources_count(context->resources); i++) {
        const struct px_lexicon *lexicon = px_resources_lexicon(context->resources, i);
        own += lexicon->built_in && lexicon->entries.count > 0;
        if (!lexicon->built_in && lexicon->entries.count > 0)
            px_cli_say(context, "lexicon %.*s: %zu entries of %.*s", PX_SLICE_ARG(lexicon->name),
                       lexicon->entries.count, PX_SLICE_ARG(lexicon->path));
    }
    px_cli_say(context, "language %s: %zu lexicons of the program's own", px_resources_language(context->resources),
               own);
}

void px_cli_say_what_is_known(const struct px_cli *context)
{
    const struct {
        const char *name;
        bool there;
    } weights[] = {{"loaded", context->loaded != NULL},
                   {"sourcing", context->sourcing != NULL},
                   {"stance", context->stance != NULL},
                   {"grammar", context->grammar != NULL}};
    if (context->resources != NULL)
        say_lexicons(context);
    for (size_t i = 0; i < sizeof weights / sizeof *weights; i++)
        if (weights[i].there)
            px_cli_say(context, "learned weights: %s", weights[i].name);
    px_cli_say(context, "threads: %zu", context->worker_count == 0 ? context->options->threads : context->worker_count);
}
