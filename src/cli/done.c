#include "cli/done.h"

#include <json-c/json.h>
#include <stdio.h>

#include "base/stream.h"

/* A file of --done in reading. */
struct reader {
    const struct px_cli *context;
    struct px_table *done;
    const char *path;
    size_t line;
    bool other; /* its comparisons were made in another way, which is told once */
    struct px_error *error;
};

static void warn(const struct reader *reader, const char *what)
{
    if (!reader->context->options->quiet)
        px_line("%s:%zu: warning: %s", reader->path, reader->line, what);
}

static struct json_object *get(struct json_object *root, const char *key)
{
    struct json_object *value = NULL;
    return json_object_object_get_ex(root, key, &value) ? value : NULL;
}

static struct px_slice text_of(struct json_object *root, const char *key)
{
    struct json_object *value = get(root, key);
    if (!json_object_is_type(value, json_type_string))
        return (struct px_slice){0};
    return (struct px_slice){json_object_get_string(value), (size_t)json_object_get_string_len(value)};
}

/* Are they the run's own, in the same order? */
static bool has_lexicons(struct json_object *list, const struct px_provenance *own)
{
    bool same = json_object_is_type(list, json_type_array) && json_object_array_length(list) == own->lexicon_count;
    for (size_t i = 0; same && i < own->lexicon_count; i++) {
        struct json_object *lexicon = json_object_array_get_idx(list, i);
        same = px_slice_equal(text_of(lexicon, "name"), own->lexicons[i].name) &&
               px_slice_equal(text_of(lexicon, "sha256"), own->lexicons[i].sha256);
    }
    return same;
}

/* In what the comparison was made otherwise than those of this run; NULL: in nothing. */
static const char *difference(struct json_object *made, const struct px_provenance *own)
{
    if (!px_slice_is(text_of(made, "version"), own->version))
        return "made by another version of the program";
    if (!px_slice_equal(text_of(made, "options"), own->options))
        return "made with other options";
    if (!has_lexicons(get(made, "lexicons"), own))
        return "made with other lexicons or models";
    return json_object_get_uint64(get(made, "seed")) == own->seed ? NULL : "made with another seed";
}

static enum px_status take_comparison(struct reader *reader, struct json_object *root, struct px_slice group)
{
    const char *other = reader->other ? NULL : difference(get(root, "provenance"), &reader->context->provenance);
    if (other != NULL)
        warn(reader, other);
    reader->other = reader->other || other != NULL;
    return px_table_add(reader->done, group, NULL) == PX_NONE ? px_no_memory(reader->error) : PX_OK;
}

/* A line that begins as a record and is none was cut off; where it goes on, another run wrote behind it. */
static enum px_status take_line(struct reader *reader, struct px_slice line)
{
    struct json_tokener *tokener = line.size > INT32_MAX ? NULL : json_tokener_new();
    if (tokener == NULL)
        return px_no_memory(reader->error);
    struct json_object *root = json_tokener_parse_ex(tokener, line.data, (int)line.size);
    enum json_tokener_error wrong = json_tokener_get_error(tokener);
    bool begins = px_slice_starts(line, PX_SLICE("{")),
         mixed = begins && root == NULL && wrong != json_tokener_continue;
    struct px_slice group = text_of(root, "group");
    enum px_status status = PX_OK;
    json_tokener_free(tokener);
    if (mixed)
        warn(reader, "cut off, with another line behind it: what they held is compared again");
    else if (group.size > 0 && px_slice_is(text_of(root, "schema"), "parallax.comparison/1"))
        status = take_comparison(reader, root, group);
    else if (wrong != json_tokener_continue && get(root, "error") == NULL)
        status = px_error_set(reader->error, PX_ERROR_SYNTAX, "is no comparison of a group, as batch writes them");
    json_object_put(root);
    return status;
}

static enum px_status take_file(struct reader *reader)
{
    struct px_lines *lines;
    struct px_slice line;
    enum px_status status = px_lines_open(reader->path, reader->context->options->limit, &lines, reader->error);
    while (status == PX_OK) {
        int got = px_lines_next(lines, &line, reader->error);
        if (got == 0)
            break;
        reader->line = px_lines_number(lines);
        status = got < 0 ? (enum px_status)got : PX_OK;
        if (status == PX_OK && px_slice_trim(line).size > 0 && (status = take_line(reader, line)) != PX_OK)
            px_error_place(reader->error, reader->path, reader->line, 1);
    }
    px_lines_close(lines);
    return status;
}

enum px_status px_done_read(const struct px_cli *context, struct px_table *done, struct px_error *error)
{
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < context->options->done_count; i++)
        status = take_file(
            &(struct reader){.context = context, .done = done, .path = context->options->done[i], .error = error});
    return status;
}
