/* check_tables FOLDER [JSON]: the tables in FOLDER are what their dictionary says, and they join.
 *
 *     every file has the dictionary's columns in its order, rows as long as its head, and fields of the columns' types;
 *     articles, sentences, referents and topics that a row names exist, and labels are those of sentences;
 *     the keys of its datapackage.json hold;
 *     with JSON, the comparison the tables were written with: as many rows as it has items, and the same numbers.
 *
 * Writes what is wrong to standard error and exits 1 then. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <json-c/json.h>

#include "base/buffer.h"
#include "base/stream.h"
#include "base/table.h"
#include "base/vector.h"
#include "text/utf8.h"

static struct px_arena arena;
static struct px_table keys; /* "articles" and what names an article, and so on */
static const char *folder;
static int bad;

struct csv {
    struct px_slice *fields;
    size_t columns;
    size_t rows; /* with the head */
};

static void complain(const char *table, size_t row, const char *what)
{
    bad = 1;
    fprintf(stderr, "%s.csv:%zu: %s\n", table, row + 1, what);
}

static void stop(const char *what)
{
    fprintf(stderr, "%s\n", what);
    exit(1);
}

/* Takes the field at `*at`, unquoted, and moves to the mark behind it. */
static struct px_slice take_field(struct px_slice bytes, size_t *at)
{
    struct px_buffer field = {0};
    bool quoted = *at < bytes.size && bytes.data[*at] == '"';
    *at += quoted;
    for (; *at < bytes.size; ++*at) {
        char c = bytes.data[*at];
        if (quoted && c == '"') {
            if (*at + 1 == bytes.size || bytes.data[*at + 1] != '"')
                break;
            ++*at;
        } else if (!quoted && (c == ',' || c == '\n')) {
            break;
        } else if (!quoted && (c == '"' || c == '\r')) {
            stop("a quotation mark or a carriage return stands in a field without quotation marks");
        }
        px_buffer_byte(&field, c);
    }
    *at += quoted;
    struct px_slice copy = px_arena_copy(&arena, px_buffer_slice(&field));
    px_buffer_release(&field);
    return copy;
}

static struct px_slice field(const struct csv *csv, size_t row, size_t column)
{
    return csv->fields[row * csv->columns + column];
}

static struct csv read_csv(const char *name)
{
    char path[1024];
    struct px_slice bytes;
    struct px_error error = {0};
    struct csv csv = {0};
    PX_VECTOR(struct px_slice) fields = {0};
    snprintf(path, sizeof path, "%s/%s.csv", folder, name);
    if (px_file_read(path, 1 << 28, &arena, &bytes, &error) != PX_OK)
        stop(path);
    if (px_utf8_check(bytes) != bytes.size || bytes.size == 0 || bytes.data[bytes.size - 1] != '\n')
        complain(name, 0, "is not UTF-8, or does not end with a line's end");
    for (size_t at = 0, columns = 0; at < bytes.size; at++) {
        struct px_slice *slot = px_vector_push(&fields, &arena);
        if (slot == NULL)
            stop("out of memory");
        *slot = take_field(bytes, &at);
        columns++;
        if (at < bytes.size && bytes.data[at] == ',')
            continue;
        if (csv.rows++ == 0)
            csv.columns = columns;
        if (columns != csv.columns)
            stop(path);
        columns = 0;
    }
    csv.fields = fields.items;
    return csv;
}

/* The column's index, or the number of columns. */
static size_t column(const struct csv *csv, const char *name)
{
    size_t i = 0;
    while (i < csv->columns && !px_slice_is(field(csv, 0, i), name))
        i++;
    return i;
}

static const char *key(const char *kind, struct px_slice group, struct px_slice a, struct px_slice b)
{
    static char text[4096];
    snprintf(text, sizeof text, "%s\n%.*s\n%.*s\n%.*s", kind, PX_SLICE_ARG(group), PX_SLICE_ARG(a), PX_SLICE_ARG(b));
    return text;
}

static bool known(const char *name)
{
    return px_table_find(&keys, px_slice_from(name)) != PX_NONE;
}

/* Fills `keys` with what the rows of a table are known by; twice the same is wrong. */
static void know(const char *table, const char *second, const char *third)
{
    struct csv csv = read_csv(table);
    size_t a = column(&csv, second), b = third == NULL ? 0 : column(&csv, third);
    for (size_t row = 1; row < csv.rows; row++) {
        bool added;
        struct px_slice last = third == NULL ? (struct px_slice){0} : field(&csv, row, b);
        px_table_add(&keys, px_slice_from(key(table, field(&csv, row, 0), field(&csv, row, a), last)), &added);
        if (!added)
            complain(table, row, "is known by the same as a row before");
    }
}

static bool is_of_type(struct px_slice text, struct px_slice type)
{
    char copy[64], *end;
    if (text.size == 0 || px_slice_is(type, "string"))
        return true;
    if (px_slice_is(type, "boolean"))
        return px_slice_is(text, "true") || px_slice_is(text, "false");
    snprintf(copy, sizeof copy, "%.*s", PX_SLICE_ARG(text));
    if (px_slice_is(type, "integer"))
        return strspn(copy, "0123456789") == text.size;
    double value = strtod(copy, &end);
    return *end == '\0' && !isnan(value);
}

static void check_names(const char *table, const struct csv *csv, size_t row, size_t at)
{
    static const struct {
        const char *column, *kind;
    } joins[] = {
        {"article", "articles"}, {"article_a", "articles"}, {"article_b", "articles"}, {"referent", "referents"}};
    for (size_t i = 0; i < sizeof joins / sizeof *joins; i++) {
        struct px_slice value = field(csv, row, at), none = {0};
        if (px_slice_is(field(csv, 0, at), joins[i].column) && value.size > 0 &&
            !known(key(joins[i].kind, field(csv, row, 0), value, none)))
            complain(table, row, joins[i].column);
    }
    size_t article = column(csv, "article");
    struct px_slice value = field(csv, row, at);
    if (px_slice_ends(field(csv, 0, at), PX_SLICE("sentence")) && article < csv->columns && value.size > 0 &&
        !known(key("sentences", field(csv, row, 0), field(csv, row, article), value)))
        complain(table, row, "names a sentence that is not there");
    if (px_slice_is(field(csv, 0, at), "topic") && value.size > 0 &&
        !known(key("topics of", field(csv, row, 0), value, (struct px_slice){0})))
        complain(table, row, "names a topic that is not there");
}

/* Every label of the list is a sentence's; with one sentence in the row, it is that one's. */
static void check_labels(const char *table, const struct csv *csv, size_t row, size_t at)
{
    struct px_slice rest = field(csv, row, at), label;
    while (px_slice_next(&rest, ';', &label))
        if (!known(key("labels", field(csv, row, 0), px_slice_trim(label), (struct px_slice){0})))
            complain(table, row, "has a label that is no sentence's");
    size_t article = column(csv, "article"), sentence = column(csv, "sentence");
    if (article < csv->columns && sentence < csv->columns &&
        !known(key("places", field(csv, row, article), field(csv, row, sentence), field(csv, row, at))))
        complain(table, row, "has another label than its sentence");
}

/* Labels, and the places they stand for; the empty label is that of no sentence. */
static void know_labels(void)
{
    struct csv csv = read_csv("sentences");
    struct px_slice none = {0};
    for (size_t row = 1; row < csv.rows; row++) {
        struct px_slice label = field(&csv, row, 3), group = field(&csv, row, 0), article = field(&csv, row, 1);
        px_table_add(&keys, px_slice_from(key("labels", group, label, none)), NULL);
        px_table_add(&keys, px_slice_from(key("places", article, field(&csv, row, 2), label)), NULL);
    }
    csv = read_csv("articles");
    for (size_t row = 1; row < csv.rows; row++)
        px_table_add(&keys, px_slice_from(key("places", field(&csv, row, 1), none, none)), NULL);
    csv = read_csv("topics");
    for (size_t row = 1; row < csv.rows; row++)
        px_table_add(&keys, px_slice_from(key("topics of", field(&csv, row, 0), field(&csv, row, 2), none)), NULL);
}

/* The rows [first, end) of the dictionary speak of one table. */
static void check_table(const struct csv *dictionary, size_t first, size_t end)
{
    char table[64];
    snprintf(table, sizeof table, "%.*s", PX_SLICE_ARG(field(dictionary, first, 0)));
    struct csv csv = read_csv(table);
    if (csv.columns != end - first)
        stop(table);
    for (size_t at = 0; at < csv.columns; at++) {
        if (!px_slice_equal(field(&csv, 0, at), field(dictionary, first + at, 1)))
            complain(table, 0, "has other columns than the dictionary");
        for (size_t row = 1; row < csv.rows; row++) {
            if (!is_of_type(field(&csv, row, at), field(dictionary, first + at, 2)))
                complain(table, row, "has a field of another type");
            check_names(table, &csv, row, at);
            if (px_slice_is(field(&csv, 0, at), "evidence"))
                check_labels(table, &csv, row, at);
        }
    }
}

static void check_count(struct json_object *comparison, const char *member, const char *table)
{
    struct json_object *items = json_object_object_get(comparison, member);
    if (read_csv(table).rows != json_object_array_length(items) + 1)
        complain(table, 0, "has not as many rows as the JSON has items");
}

static void check_number(const char *table, const struct csv *csv, size_t row, const char *name,
                         struct json_object *value)
{
    char text[64];
    snprintf(text, sizeof text, "%.*s", PX_SLICE_ARG(field(csv, row, column(csv, name))));
    bool none = text[0] == '\0' || strstr(text, "INF") != NULL;
    if (value == NULL ? !none : none || strtod(text, NULL) != json_object_get_double(value))
        complain(table, row, name);
}

static void check_json(const char *path)
{
    struct json_object *comparison = json_object_from_file(path);
    static const char *const same[][2] = {{"findings", "findings"},
                                          {"indicators", "differences"},
                                          {"terms", "keyness"},
                                          {"referents", "referents"},
                                          {"only", "only"},
                                          {"alignment", "alignment"},
                                          {"evaluations", "evaluations"},
                                          {"motives", "motives"},
                                          {"blame", "blame"},
                                          {"presuppositions", "presuppositions"}};
    if (comparison == NULL)
        stop(path);
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        check_count(comparison, same[i][0], same[i][1]);
    struct csv keyness = read_csv("keyness"), differences = read_csv("differences");
    struct json_object *terms = json_object_object_get(comparison, "terms");
    static const char *const numbers[] = {"log_odds_z", "log_ratio", "low", "high", "g2", "p", "q"};
    for (size_t row = 1; row < keyness.rows; row++)
        for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
            check_number("keyness", &keyness, row, numbers[i],
                         json_object_object_get(json_object_array_get_idx(terms, row - 1), numbers[i]));
    struct json_object *indicators = json_object_object_get(comparison, "indicators");
    for (size_t row = 1; row < differences.rows; row++) {
        struct json_object *of = json_object_object_get(json_object_array_get_idx(indicators, row - 1), "difference");
        check_number("differences", &differences, row, "difference", json_object_object_get(of, "value"));
        check_number("differences", &differences, row, "high", json_object_object_get(of, "high"));
        check_number("differences", &differences, row, "q", json_object_object_get(of, "q"));
    }
    json_object_put(comparison);
}

/* The row's cells in the named columns, as one text; empty when one of them is. */
static struct px_slice cells_of(const struct csv *csv, size_t row, struct json_object *names)
{
    struct px_buffer text = {0};
    for (size_t i = 0; i < json_object_array_length(names); i++) {
        size_t at = column(csv, json_object_get_string(json_object_array_get_idx(names, i)));
        if (at == csv->columns)
            stop("a key has a column that its table has not");
        if (field(csv, row, at).size == 0)
            px_buffer_clear(&text);
        if (field(csv, row, at).size == 0)
            break;
        px_buffer_append(&text, field(csv, row, at));
        px_buffer_byte(&text, '\n');
    }
    struct px_slice copy = px_arena_copy(&arena, px_buffer_slice(&text));
    px_buffer_release(&text);
    return copy;
}

/* The primary key of every row is there, and once. */
static void check_key(const char *table, struct json_object *names, struct px_table *found)
{
    struct csv csv = read_csv(table);
    for (size_t row = 1; row < csv.rows; row++) {
        bool added = false;
        struct px_slice cells = cells_of(&csv, row, names);
        if (cells.size > 0)
            px_table_add(found, cells, &added);
        if (!added)
            complain(table, row, "has no key, or that of a row before");
    }
}

/* What the foreign key refers to is there. */
static void check_foreign(const char *table, struct json_object *foreign)
{
    struct px_table found = {0};
    struct json_object *reference = json_object_object_get(foreign, "reference");
    const char *other = json_object_get_string(json_object_object_get(reference, "resource"));
    check_key(other, json_object_object_get(reference, "fields"), &found);
    struct csv csv = read_csv(table);
    for (size_t row = 1; row < csv.rows; row++)
        if (px_table_find(&found, cells_of(&csv, row, json_object_object_get(foreign, "fields"))) == PX_NONE)
            complain(table, row, other);
    px_table_release(&found);
}

static void check_keys(void)
{
    char path[1024];
    snprintf(path, sizeof path, "%s/datapackage.json", folder);
    struct json_object *package = json_object_from_file(path);
    struct json_object *resources = package == NULL ? NULL : json_object_object_get(package, "resources");
    if (resources == NULL)
        stop(path);
    size_t keyed = 0;
    for (size_t i = 0; i < json_object_array_length(resources); i++) {
        struct json_object *resource = json_object_array_get_idx(resources, i);
        struct json_object *schema = json_object_object_get(resource, "schema"), *key, *foreign;
        const char *table = json_object_get_string(json_object_object_get(resource, "name"));
        struct px_table found = {0};
        bool has_key = json_object_object_get_ex(schema, "primaryKey", &key);
        keyed += has_key;
        if (has_key)
            check_key(table, key, &found);
        px_table_release(&found);
        if (json_object_object_get_ex(schema, "foreignKeys", &foreign))
            for (size_t k = 0; k < json_object_array_length(foreign); k++)
                check_foreign(table, json_object_array_get_idx(foreign, k));
    }
    if (keyed == 0)
        stop("no table has a key");
    json_object_put(package);
}

int main(int argc, char **argv)
{
    if (argc < 2)
        stop("usage: check_tables FOLDER [JSON]");
    folder = argv[1];
    know("articles", "article", NULL);
    know("sentences", "article", "sentence");
    know("referents", "referent", NULL);
    know("topics", "article", "topic");
    know_labels();
    struct csv dictionary = read_csv("dictionary");
    for (size_t first = 1, end; first < dictionary.rows; first = end) {
        end = first;
        while (end < dictionary.rows && px_slice_equal(field(&dictionary, end, 0), field(&dictionary, first, 0)))
            end++;
        check_table(&dictionary, first, end);
    }
    check_keys();
    if (argc > 2)
        check_json(argv[2]);
    px_table_release(&keys);
    px_arena_release(&arena);
    return bad;
}
