/* check_records SCHEMAS KIND FILE [--errors N] [--articles FILE]: every line of FILE is a record of KIND (clean, article
 * or comparison), or an error record: it fits its schema in the folder SCHEMAS and the laws beyond it. There are N error
 * records (none, unless said; `any` for any number). With --articles, the articles are those of a file of article records.
 *
 * Writes what is wrong as `FILE:LINE: path: message` to standard error; exits 1 then, and 2 when it cannot run. */
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "laws.h"
#include "schema.h"

struct run {
    const char *schemas, *kind, *file, *articles;
    long errors; /* expected; -1: any */
    struct json_object *schema;
    struct json_object *error_schema;
    struct json_object *analysed; /* by id, or NULL */
    size_t lines, failed, bad;
};

static bool read_options(struct run *run, int count, char **arguments)
{
    if (count < 4 || count % 2 != 0)
        return false;
    run->schemas = arguments[1];
    run->kind = arguments[2];
    run->file = arguments[3];
    for (int i = 4; i < count; i += 2) {
        if (strcmp(arguments[i], "--errors") == 0)
            run->errors = strcmp(arguments[i + 1], "any") == 0 ? -1 : strtol(arguments[i + 1], NULL, 10);
        else if (strcmp(arguments[i], "--articles") == 0)
            run->articles = arguments[i + 1];
        else
            return false;
    }
    return true;
}

static struct json_object *read_schema(const char *folder, const char *name)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s.schema.json", folder, name);
    struct json_object *schema = json_object_from_file(path);
    if (schema == NULL)
        fprintf(stderr, "%s\n", json_util_get_last_err());
    return schema;
}

/* A whole line that is one JSON value and nothing else; NULL when it is not. */
static struct json_object *parse(const char *line, size_t size)
{
    struct json_tokener *tokener = json_tokener_new();
    if (tokener == NULL)
        return NULL;
    json_tokener_set_flags(tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
    struct json_object *value = json_tokener_parse_ex(tokener, line, (int)size);
    bool whole = json_tokener_get_error(tokener) == json_tokener_success && json_tokener_get_parse_end(tokener) == size;
    json_tokener_free(tokener);
    if (!whole) {
        json_object_put(value);
        value = NULL;
    }
    return value;
}

static void check_record(struct run *run, struct json_object *record, struct problems *problems)
{
    bool error = !json_object_object_get_ex(record, "schema", NULL) && json_object_object_get_ex(record, "error", NULL);
    run->failed += error;
    schema_check(error ? run->error_schema : run->schema, record, problems);
    if (error || problems->count > 0)
        return;
    if (strcmp(run->kind, "article") == 0)
        laws_check_article(record, problems);
    else if (strcmp(run->kind, "comparison") == 0)
        laws_check_comparison(record, run->analysed, problems);
    else if (strcmp(run->kind, "clean") == 0)
        laws_check_clean(record, run->analysed, problems);
}

/* Writes the first problems of a line; a broken list can have thousands. */
static void show(const struct run *run, const struct problems *problems)
{
    const char *at = problems->lines.data;
    for (size_t i = 0; i < problems->count && i < 20; i++) {
        int size = (int)strcspn(at, "\n");
        fprintf(stderr, "%s:%zu: %.*s\n", run->file, run->lines, size, at);
        at += size + 1;
    }
    if (problems->count > 20)
        fprintf(stderr, "%s:%zu: and %zu more\n", run->file, run->lines, problems->count - 20);
}

static void check_line(struct run *run, const char *line, size_t size)
{
    struct problems problems = {0};
    struct json_object *record = parse(line, size);
    if (json_object_is_type(record, json_type_object))
        check_record(run, record, &problems);
    else
        problem(&problems, "$: is no JSON object");
    show(run, &problems);
    run->bad += problems.count > 0;
    px_buffer_release(&problems.lines);
    json_object_put(record);
}

/* Calls `take` for every line of a file, without its end; false when it cannot be read. */
static bool each_line(struct run *run, const char *path, void (*take)(struct run *run, const char *line, size_t size))
{
    char *line = NULL;
    size_t capacity = 0;
    ssize_t size;
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        fprintf(stderr, "%s: %s\n", path, strerror(errno));
        return false;
    }
    for (run->lines = 0; (size = getline(&line, &capacity, file)) > 0;) {
        run->lines++;
        if (line[size - 1] == '\n')
            size--;
        take(run, line, (size_t)size);
    }
    bool read = feof(file) != 0;
    free(line);
    fclose(file);
    return read;
}

static void keep_article(struct run *run, const char *line, size_t size)
{
    struct json_object *article = parse(line, size);
    if (json_object_object_get_ex(article, "text", NULL))
        json_object_object_add(run->analysed, laws_text(article, "id"), article);
    else
        json_object_put(article);
}

static int check_file(struct run *run)
{
    if (run->articles != NULL) {
        run->analysed = json_object_new_object();
        if (!each_line(run, run->articles, keep_article))
            return 2;
    }
    if (!each_line(run, run->file, check_line))
        return 2;
    if (run->lines == 0)
        fprintf(stderr, "%s: no records\n", run->file);
    if (run->errors >= 0 && run->failed != (size_t)run->errors)
        fprintf(stderr, "%s: %zu error records, not %ld\n", run->file, run->failed, run->errors);
    bool expected = run->lines > 0 && (run->errors < 0 || run->failed == (size_t)run->errors);
    return run->bad == 0 && expected ? 0 : 1;
}

int main(int count, char **arguments)
{
    struct run run = {0};
    if (!read_options(&run, count, arguments)) {
        fputs("usage: check_records SCHEMAS KIND FILE [--errors N] [--articles FILE]\n", stderr);
        return 2;
    }
    run.schema = read_schema(run.schemas, run.kind);
    run.error_schema = read_schema(run.schemas, "error");
    int status = run.schema == NULL || run.error_schema == NULL ? 2 : check_file(&run);
    json_object_put(run.analysed);
    json_object_put(run.schema);
    json_object_put(run.error_schema);
    return status;
}
