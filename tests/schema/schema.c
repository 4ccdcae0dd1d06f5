#include "schema.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* The way to a value: a key of, or an index into, the value that stands before. */
struct path {
    const struct path *before;
    const char *key; /* NULL: by index */
    size_t index;
};

/* One value against one schema. */
struct check {
    struct json_object *root;   /* the whole schema, for $ref */
    struct json_object *schema; /* the part that applies here */
    struct json_object *value;
    const struct path *path;
    struct problems *problems;
};

static void apply(struct check check);

static size_t write_path(const struct path *path, char *text, size_t size)
{
    if (path == NULL)
        return (size_t)snprintf(text, size, "$");
    size_t used = write_path(path->before, text, size);
    if (used >= size)
        return used;
    if (path->key != NULL)
        return used + (size_t)snprintf(text + used, size - used, ".%s", path->key);
    return used + (size_t)snprintf(text + used, size - used, "[%zu]", path->index);
}

static void broken(const struct check *check, const char *what, const char *which)
{
    char path[512];
    write_path(check->path, path, sizeof path);
    problem(check->problems, "%s: %s%s", path, what, which);
}

static bool is_whole(struct json_object *value)
{
    double number = json_object_get_double(value);
    return json_object_is_type(value, json_type_int) ||
           (json_object_is_type(value, json_type_double) && number == floor(number));
}

static bool is_number(struct json_object *value)
{
    return json_object_is_type(value, json_type_int) || json_object_is_type(value, json_type_double);
}

static const char *type_name(struct json_object *value)
{
    switch (json_object_get_type(value)) {
    case json_type_null: return "null";
    case json_type_boolean: return "boolean";
    case json_type_int: return "integer";
    case json_type_double: return "number";
    case json_type_string: return "string";
    case json_type_array: return "array";
    case json_type_object: return "object";
    }
    return "unknown";
}

static bool is_of_type(struct json_object *value, const char *name)
{
    if (strcmp(name, "number") == 0)
        return is_number(value);
    if (strcmp(name, "integer") == 0)
        return is_whole(value);
    return strcmp(name, type_name(value)) == 0;
}

static void check_type(const struct check *check, struct json_object *wanted)
{
    bool list = json_object_is_type(wanted, json_type_array);
    size_t count = list ? json_object_array_length(wanted) : 1;
    for (size_t i = 0; i < count; i++) {
        struct json_object *name = list ? json_object_array_get_idx(wanted, i) : wanted;
        if (is_of_type(check->value, json_object_get_string(name)))
            return;
    }
    char what[64];
    snprintf(what, sizeof what, "is %s, not ", type_name(check->value));
    broken(check, what, json_object_get_string(wanted));
}

static void check_required(const struct check *check, struct json_object *wanted)
{
    if (!json_object_is_type(check->value, json_type_object))
        return;
    for (size_t i = 0; i < json_object_array_length(wanted); i++) {
        const char *key = json_object_get_string(json_object_array_get_idx(wanted, i));
        if (!json_object_object_get_ex(check->value, key, NULL))
            broken(check, "lacks ", key);
    }
}

static void apply_to(const struct check *check, struct json_object *schema, struct json_object *value, struct path path)
{
    path.before = check->path;
    apply((struct check){check->root, schema, value, &path, check->problems});
}

static void check_properties(const struct check *check, struct json_object *wanted)
{
    if (!json_object_is_type(check->value, json_type_object))
        return;
    json_object_object_foreach(check->value, key, value)
    {
        struct json_object *schema;
        if (json_object_object_get_ex(wanted, key, &schema))
            apply_to(check, schema, value, (struct path){.key = key});
    }
}

static void check_additional(const struct check *check, struct json_object *wanted)
{
    if (!json_object_is_type(check->value, json_type_object))
        return;
    struct json_object *named = json_object_object_get(check->schema, "properties");
    json_object_object_foreach(check->value, key, value)
    {
        if (named == NULL || !json_object_object_get_ex(named, key, NULL))
            apply_to(check, wanted, value, (struct path){.key = key});
    }
}

/* The items from `first` on, each against its schema: the one at its index in a list, or the same for all. */
static void check_each(const struct check *check, struct json_object *wanted, size_t first, bool list)
{
    size_t count = json_object_array_length(check->value);
    if (list && count > json_object_array_length(wanted))
        count = json_object_array_length(wanted);
    for (size_t i = first; i < count; i++)
        apply_to(check, list ? json_object_array_get_idx(wanted, i) : wanted,
                 json_object_array_get_idx(check->value, i), (struct path){.index = i});
}

static void check_items(const struct check *check, struct json_object *wanted)
{
    struct json_object *before = json_object_object_get(check->schema, "prefixItems");
    if (json_object_is_type(check->value, json_type_array))
        check_each(check, wanted, before == NULL ? 0 : json_object_array_length(before), false);
}

static void check_prefix(const struct check *check, struct json_object *wanted)
{
    if (json_object_is_type(check->value, json_type_array))
        check_each(check, wanted, 0, true);
}

static void check_least(const struct check *check, struct json_object *wanted)
{
    if (json_object_is_type(check->value, json_type_array) &&
        json_object_array_length(check->value) < (size_t)json_object_get_int64(wanted))
        broken(check, "has fewer items than ", json_object_get_string(wanted));
}

static void check_most(const struct check *check, struct json_object *wanted)
{
    if (json_object_is_type(check->value, json_type_array) &&
        json_object_array_length(check->value) > (size_t)json_object_get_int64(wanted))
        broken(check, "has more items than ", json_object_get_string(wanted));
}

static void check_enum(const struct check *check, struct json_object *wanted)
{
    for (size_t i = 0; i < json_object_array_length(wanted); i++) {
        if (json_object_equal(json_object_array_get_idx(wanted, i), check->value))
            return;
    }
    broken(check, "is none of those named: ", json_object_to_json_string(check->value));
}

static void check_const(const struct check *check, struct json_object *wanted)
{
    if (!json_object_equal(wanted, check->value))
        broken(check, "is not ", json_object_to_json_string(wanted));
}

static void check_minimum(const struct check *check, struct json_object *wanted)
{
    if (is_number(check->value) && !(json_object_get_double(check->value) >= json_object_get_double(wanted)))
        broken(check, "is below ", json_object_get_string(wanted));
}

static void check_maximum(const struct check *check, struct json_object *wanted)
{
    if (is_number(check->value) && !(json_object_get_double(check->value) <= json_object_get_double(wanted)))
        broken(check, "is above ", json_object_get_string(wanted));
}

static void check_any(const struct check *check, struct json_object *wanted)
{
    bool any = false;
    for (size_t i = 0; i < json_object_array_length(wanted) && !any; i++) {
        struct problems aside = {0};
        struct check one = *check;
        one.schema = json_object_array_get_idx(wanted, i);
        one.problems = &aside;
        apply(one);
        any = aside.count == 0;
        px_buffer_release(&aside.lines);
    }
    if (!any)
        broken(check, "is none of what anyOf allows", "");
}

static void check_reference(const struct check *check, struct json_object *wanted)
{
    static const char start[] = "#/$defs/";
    const char *name = json_object_get_string(wanted);
    struct check there = *check;
    struct json_object *parts = json_object_object_get(check->root, "$defs");
    if (strncmp(name, start, sizeof start - 1) != 0 ||
        !json_object_object_get_ex(parts, name + sizeof start - 1, &there.schema))
        broken(check, "the schema refers to what is not there: ", name);
    else
        apply(there);
}

/* For keywords that check nothing. */
static void check_nothing(const struct check *check, struct json_object *wanted)
{
    (void)check;
    (void)wanted;
}

static const struct keyword {
    const char *name;
    void (*check)(const struct check *check, struct json_object *wanted);
} keywords[] = {
    {"type", check_type},
    {"required", check_required},
    {"properties", check_properties},
    {"additionalProperties", check_additional},
    {"items", check_items},
    {"prefixItems", check_prefix},
    {"minItems", check_least},
    {"maxItems", check_most},
    {"enum", check_enum},
    {"const", check_const},
    {"minimum", check_minimum},
    {"maximum", check_maximum},
    {"anyOf", check_any},
    {"$ref", check_reference},
    {"$schema", check_nothing},
    {"$id", check_nothing},
    {"$defs", check_nothing},
    {"title", check_nothing},
    {"description", check_nothing},
};

static void check_keyword(const struct check *check, const char *name, struct json_object *wanted)
{
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        if (strcmp(keywords[i].name, name) == 0) {
            keywords[i].check(check, wanted);
            return;
        }
    }
    broken(check, "the schema has a keyword that is not known: ", name);
}

static void apply(struct check check)
{
    if (json_object_is_type(check.schema, json_type_boolean)) {
        if (!json_object_get_boolean(check.schema))
            broken(&check, "may not be there", "");
        return;
    }
    json_object_object_foreach(check.schema, name, wanted)
    {
        check_keyword(&check, name, wanted);
    }
}

void schema_check(struct json_object *schema, struct json_object *value, struct problems *problems)
{
    apply((struct check){.root = schema, .schema = schema, .value = value, .problems = problems});
}
