#include "tuning/records.h"

#include "base/stream.h"

enum { LINE_LIMIT = 64 << 20 };

enum px_status px_records_fail(const struct px_records *records, const char *message)
{
    px_error_set(records->error, PX_ERROR_SYNTAX, "%s", message);
    px_error_place(records->error, records->path, records->line, 1);
    return PX_ERROR_SYNTAX;
}

static enum px_status read_line(const struct px_records *records, struct px_slice line,
                                enum px_status (*take)(void *to, struct json_object *record), void *to)
{
    struct json_tokener *tokener = json_tokener_new();
    if (tokener == NULL)
        return px_no_memory(records->error);
    struct json_object *json = json_tokener_parse_ex(tokener, line.data, (int)line.size);
    enum px_status status =
        json_object_is_type(json, json_type_object) ? take(to, json) : px_records_fail(records, "not a JSON object");
    json_object_put(json);
    json_tokener_free(tokener);
    return status;
}

enum px_status px_records_each(struct px_records *records, enum px_status (*take)(void *to, struct json_object *record),
                               void *to)
{
    struct px_lines *lines = NULL;
    struct px_slice line;
    int got = 1;
    enum px_status status = px_lines_open(records->path, LINE_LIMIT, &lines, records->error);
    while (status == PX_OK && (got = px_lines_next(lines, &line, records->error)) > 0) {
        records->line = px_lines_number(lines);
        if (px_slice_trim(line).size > 0)
            status = read_line(records, line, take, to);
    }
    px_lines_close(lines);
    return status == PX_OK && got < 0 ? (enum px_status)got : status;
}
