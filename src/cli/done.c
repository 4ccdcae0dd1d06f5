#include "cli/done.h"

#include <json-c/json.h>

#include "base/stream.h"

static struct px_slice text_of(struct json_object *root, const char *key)
{
    struct json_object *value = NULL;
    if (!json_object_object_get_ex(root, key, &value) || !json_object_is_type(value, json_type_string))
        return (struct px_slice){0};
    return (struct px_slice){json_object_get_string(value), (size_t)json_object_get_string_len(value)};
}

static enum px_status take_line(struct px_slice line, struct px_table *done, struct px_error *error)
{
    struct json_tokener *tokener = line.size > INT32_MAX ? NULL : json_tokener_new();
    if (tokener == NULL)
        return px_no_memory(error);
    struct json_object *root = json_tokener_parse_ex(tokener, line.data, (int)line.size);
    bool cut = json_tokener_get_error(tokener) == json_tokener_continue;
    struct px_slice group = text_of(root, "group");
    enum px_status status = PX_OK;
    json_tokener_free(tokener);
    if (group.size > 0 && px_slice_is(text_of(root, "schema"), "parallax.comparison/1"))
        status = px_table_add(done, group, NULL) == PX_NONE ? px_no_memory(error) : PX_OK;
    else if (!cut && !json_object_object_get_ex(root, "error", NULL))
        status = px_error_set(error, PX_ERROR_SYNTAX, "is no comparison of a group, as batch writes them");
    json_object_put(root);
    return status;
}

static enum px_status take_file(const struct px_cli *context, const char *path, struct px_table *done,
                                struct px_error *error)
{
    struct px_lines *lines;
    struct px_slice line;
    enum px_status status = px_lines_open(path, context->options->limit, &lines, error);
    while (status == PX_OK) {
        int got = px_lines_next(lines, &line, error);
        if (got == 0)
            break;
        status = got < 0 ? (enum px_status)got : PX_OK;
        if (status == PX_OK && px_slice_trim(line).size > 0 && (status = take_line(line, done, error)) != PX_OK)
            px_error_place(error, path, px_lines_number(lines), 1);
    }
    px_lines_close(lines);
    return status;
}

enum px_status px_done_read(const struct px_cli *context, struct px_table *done, struct px_error *error)
{
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < context->options->done_count; i++)
        status = take_file(context, context->options->done[i], done, error);
    return status;
}
