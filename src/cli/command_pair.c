/* pair: which articles of a corpus tell of the same event. */
#include <json-c/json.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/commands.h"
#include "cli/context.h"
#include "corpus/day.h"
#include "corpus/pair.h"

/* The run's own; px_cli_run passes the context alone. */
static struct {
    struct px_pair_options options;
    struct px_pairing *pairing;
    size_t ambiguous; /* dates of which nobody knows whether the day or the month stands first */
    char example[64]; /* the first of them */
} run;

static void show(void *context, size_t done)
{
    px_cli_progress(context, done, "articles compared");
}

static enum px_status begin(struct px_cli *context, struct px_error *error)
{
    run.options.progress = show;
    run.options.context = context;
    return px_pairing_new(context->resources, &run.options, &run.pairing, error);
}

/* Records give dates as they please. */
static enum px_status gather(struct px_cli *context, struct px_article *article, struct px_error *error)
{
    char iso[PX_INGEST_DATE_SIZE];
    bool ambiguous;
    px_ingest_date(context->ingest, article->published, iso, &ambiguous);
    if (ambiguous && run.ambiguous++ == 0)
        snprintf(run.example, sizeof run.example, "%.*s", PX_SLICE_SHORT(article->published));
    article->published = px_slice_from(iso);
    enum px_status status = px_pairing_add(run.pairing, article, error);
    article->published = (struct px_slice){0};
    return status;
}

/* Writes each of `count` pairs or groups on a line of its own. */
static enum px_status write_each(struct px_cli *context, size_t count,
                                 void (*write)(const struct px_pairing *pairing, size_t index, struct px_buffer *out),
                                 struct px_error *error)
{
    struct px_buffer out = {0};
    enum px_status status = PX_OK;
    for (size_t i = 0; i < count && status == PX_OK; i++) {
        write(run.pairing, i, &out);
        px_buffer_byte(&out, '\n');
        status = px_cli_write(context, &out, error);
    }
    px_buffer_release(&out);
    return status;
}

/* The record once more, with its group; nothing where it is in none, or was not read. */
static enum px_status annotate(struct px_slice line, struct px_buffer *out)
{
    struct json_tokener *tokener = line.size > INT_MAX ? NULL : json_tokener_new();
    if (tokener == NULL)
        return line.size > INT_MAX ? PX_OK : PX_ERROR_MEMORY;
    json_tokener_set_flags(tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
    struct json_object *record = json_tokener_parse_ex(tokener, line.data, (int)line.size), *id;
    json_tokener_free(tokener);
    struct px_slice group = {0};
    enum px_status status = PX_OK;
    if (json_object_is_type(record, json_type_object) && json_object_object_get_ex(record, "id", &id))
        group = px_pairing_group_of(run.pairing, px_slice_from(json_object_get_string(id)));
    if (group.size > 0) {
        struct json_object *name = json_object_new_string_len(group.data, (int)group.size);
        const char *text = NULL;
        if (name != NULL && json_object_object_add(record, "group", name) != 0)
            json_object_put(name);
        else if (name != NULL)
            text = json_object_to_json_string_ext(record, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE);
        px_buffer_string(out, text == NULL ? "" : text);
        px_buffer_byte(out, '\n');
        status = text == NULL ? PX_ERROR_MEMORY : PX_OK;
    }
    json_object_put(record);
    return status;
}

static enum px_status write_records(struct px_cli *context, struct px_error *error)
{
    struct px_lines *lines;
    struct px_slice line;
    struct px_buffer out = {0};
    enum px_status status = px_lines_open(context->options->corpus, context->options->limit, &lines, error);
    while (status == PX_OK) {
        int got = px_lines_next(lines, &line, error);
        if (got == 0)
            break;
        if (got == PX_ERROR_LIMIT) /* told of in the first pass */
            continue;
        status = got < 0 ? (enum px_status)got : annotate(line, &out);
        if (status == PX_ERROR_MEMORY)
            px_no_memory(error);
        if (status == PX_OK && out.size > 0)
            status = px_cli_write(context, &out, error);
    }
    px_lines_close(lines);
    px_buffer_release(&out);
    return status;
}

static void warn_of_dates(const struct px_cli *context)
{
    if (run.ambiguous > 0 && !context->options->quiet && !context->options->no_dates)
        px_message("warning: %zu date%s such as '%s' %s read as the day first: write 2021-03-12 where that is wrong",
                   run.ambiguous, run.ambiguous == 1 ? "" : "s", run.example, run.ambiguous == 1 ? "is" : "are");
}

static enum px_status finish(struct px_cli *context, struct px_error *error)
{
    const struct px_options *options = context->options;
    warn_of_dates(context);
    enum px_status status = px_pairing_find(run.pairing, error);
    px_cli_say(context, "%zu pairs found", status == PX_OK ? px_pairing_count(run.pairing) : 0);
    if (status == PX_OK && (options->groups || options->annotate))
        status = px_pairing_group(run.pairing, error);
    if (status != PX_OK)
        return status;
    if (options->annotate)
        return write_records(context, error);
    return options->groups ? write_each(context, px_pairing_group_count(run.pairing), px_pairing_write_group, error)
                           : write_each(context, px_pairing_count(run.pairing), px_pairing_write, error);
}

static void end(struct px_cli *context)
{
    (void)context;
    px_pairing_free(run.pairing);
    run.pairing = NULL;
}

/* A day that the user names; false, with a message, when it is none. */
static bool read_day(const char *name, const char *value, int32_t none, int32_t *day)
{
    *day = value == NULL ? none : px_day_read(px_slice_from(value));
    if (value == NULL || *day != PX_DAY_NONE)
        return true;
    px_message("option '--%s' takes a day such as 2017-12-21, not '%s'", name, value);
    return false;
}

static bool read_options(const struct px_options *options)
{
    struct stat info;
    bool cut = options->from != NULL || options->until != NULL;
    run.options = (struct px_pair_options){.window = options->days,
                                           .least = options->score,
                                           .top = options->most,
                                           .same_outlet = options->same_outlet,
                                           .no_dates = options->no_dates,
                                           .threads = options->threads};
    if (cut && (!read_day("from", options->from, INT32_MIN, &run.options.from) ||
                !read_day("until", options->until, INT32_MAX, &run.options.until)))
        return false;
    if (cut && run.options.from >= run.options.until) {
        px_message("--until %s must be later than --from %s", options->until, options->from);
        return false;
    }
    if (options->annotate && options->corpus != NULL &&
        (strcmp(options->corpus, "-") == 0 || (stat(options->corpus, &info) == 0 && !S_ISREG(info.st_mode)))) {
        px_message("'%s' cannot be read twice, as --annotate does: give it a file", options->corpus);
        return false;
    }
    return true;
}

int px_command_pair(const struct px_options *options)
{
    const struct px_each each = {.begin = begin,
                                 .gather = gather,
                                 .finish = finish,
                                 .errors_as_records = !options->annotate}; /* the next command reads records alone */
    if (options->corpus == NULL || options->argument_count > 0) {
        px_message("pair takes --corpus FILE, and no other files");
        return PX_EXIT_USAGE;
    }
    if (!read_options(options))
        return PX_EXIT_USAGE;
    return px_cli_run(options, PX_NEEDS_LEXICONS | PX_NEEDS_THREADS, &each, end);
}
