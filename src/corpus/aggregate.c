/* Taking in comparisons: JSON in, cells out. */
#include "corpus/aggregate.h"

#include <json-c/json.h>
#include <math.h>
#include <stdlib.h>

#include "base/digest.h"
#include "corpus/aggregate_inside.h"

enum { MOST_ARTICLES = 64 };

/* The line at hand: its articles' outlets. */
struct line {
    struct px_aggregate *aggregate;
    const char *path;
    size_t number;
    struct json_object *root;
    struct px_slice ids[MOST_ARTICLES];
    uint32_t outlets[MOST_ARTICLES]; /* PX_NONE: left out */
    size_t articles;
    uint32_t event;
    struct px_error *error;
};

static struct json_object *get(struct json_object *object, const char *key)
{
    struct json_object *value = NULL;
    return json_object_is_type(object, json_type_object) && json_object_object_get_ex(object, key, &value) ? value
                                                                                                           : NULL;
}

static struct px_slice text_of(struct json_object *object, const char *key)
{
    struct json_object *value = get(object, key);
    if (!json_object_is_type(value, json_type_string))
        return (struct px_slice){0};
    return (struct px_slice){json_object_get_string(value), (size_t)json_object_get_string_len(value)};
}

static size_t count_of(struct json_object *list)
{
    return json_object_is_type(list, json_type_array) ? json_object_array_length(list) : 0;
}

static enum px_status fail(const struct line *line, size_t column, const char *what)
{
    px_error_set(line->error, PX_ERROR_SYNTAX, "%s", what);
    return px_error_place(line->error, line->path, line->number, column);
}

/* One JSON value and nothing else. */
static enum px_status parse(struct line *line, struct px_slice json)
{
    struct json_tokener *tokener = json_tokener_new();
    if (tokener == NULL)
        return px_no_memory(line->error);
    enum px_status status = PX_OK;
    json_tokener_set_flags(tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
    line->root = json.size > INT32_MAX ? NULL : json_tokener_parse_ex(tokener, json.data, (int)json.size);
    enum json_tokener_error wrong = json_tokener_get_error(tokener);
    size_t end = json_tokener_get_parse_end(tokener);
    if (wrong == json_tokener_continue)
        status = fail(line, json.size + 1, "the line ends inside a JSON value");
    else if (wrong != json_tokener_success || end != json.size)
        status =
            fail(line, end + 1,
                 wrong == json_tokener_success ? "more than one JSON value on a line" : json_tokener_error_desc(wrong));
    json_tokener_free(tokener);
    return status;
}

/* Is it a comparison? An error record of `batch`, of a group or of one of its records, says what was wrong there. */
static enum px_status check(const struct line *line)
{
    struct json_object *error = get(line->root, "error");
    if (error != NULL) {
        struct px_slice id = text_of(line->root, "id"), message = text_of(error, "message");
        px_error_set(line->error, PX_ERROR_INPUT, "'%.*s' was not compared: %.*s", PX_SLICE_SHORT(id),
                     PX_SLICE_SHORT(message));
        return px_error_place(line->error, line->path, line->number, 1);
    }
    if (!px_slice_is(text_of(line->root, "schema"), "parallax.comparison/1"))
        return fail(line, 1, "is no comparison (parallax.comparison/1)");
    size_t articles = count_of(get(line->root, "articles"));
    if (articles < 2 || articles > MOST_ARTICLES || count_of(get(line->root, "indicators")) == 0)
        return fail(line, 1, "comparison has no articles or no figures");
    return PX_OK;
}

static void remark(const struct line *line, struct px_slice id)
{
    struct px_aggregate *aggregate = line->aggregate;
    aggregate->sum.nameless++;
    px_buffer_printf(&aggregate->remark, "%s%s:%zu: article '%.*s' has no outlet: left out",
                     aggregate->remark.size > 0 ? "\n" : "", line->path, line->number, PX_SLICE_SHORT(id));
}

static enum px_status read_articles(struct line *line)
{
    struct json_object *articles = get(line->root, "articles");
    line->articles = count_of(articles);
    for (size_t i = 0; i < line->articles; i++) {
        struct json_object *article = json_object_array_get_idx(articles, i);
        struct px_slice outlet = text_of(article, "outlet");
        line->ids[i] = text_of(article, "id");
        line->outlets[i] = PX_NONE;
        if (outlet.size == 0)
            remark(line, line->ids[i]);
        else if ((line->outlets[i] = px_table_add(&line->aggregate->outlets, outlet, NULL)) == PX_NONE)
            return px_no_memory(line->error);
    }
    return line->aggregate->remark.failed ? px_no_memory(line->error) : PX_OK;
}

/* The group is the event; a comparison without one is known by its articles. */
static enum px_status read_event(struct line *line)
{
    struct px_aggregate *aggregate = line->aggregate;
    struct px_buffer name = {0};
    bool added = false;
    struct px_slice group = text_of(line->root, "group");
    px_buffer_append(&name, group);
    for (size_t i = 0; group.size == 0 && i < line->articles; i++) {
        px_buffer_append(&name, line->ids[i]);
        px_buffer_byte(&name, '\n');
    }
    line->event = name.failed ? PX_NONE : px_table_add(&aggregate->events, px_buffer_slice(&name), &added);
    px_buffer_release(&name);
    if (line->event == PX_NONE || (added && px_vector_push(&aggregate->event_list, &aggregate->arena) == NULL))
        return px_no_memory(line->error);
    if (added)
        return PX_OK;
    struct px_aggregate_event *event = &aggregate->event_list.items[line->event];
    aggregate->sum.repeated += !event->repeated;
    event->repeated = true;
    struct px_slice key = px_table_key(&aggregate->events, line->event);
    px_error_set(line->error, PX_ERROR_INPUT, "group '%.*s' was given before: all of it is left out",
                 PX_SLICE_SHORT(key));
    return px_error_place(line->error, line->path, line->number, 1);
}

/* What the comparison was made with, so that unlike ones are noticed. */
static enum px_status read_provenance(const struct line *line)
{
    struct json_object *provenance = get(line->root, "provenance");
    struct px_buffer made = {0};
    px_buffer_append(&made, text_of(provenance, "version"));
    px_buffer_append(&made, text_of(provenance, "options"));
    struct json_object *lexicons = get(provenance, "lexicons");
    if (lexicons != NULL)
        px_buffer_string(&made, json_object_to_json_string_ext(lexicons, JSON_C_TO_STRING_PLAIN));
    bool ready = !made.failed && px_table_add(&line->aggregate->made_by, px_buffer_slice(&made), NULL) != PX_NONE;
    px_buffer_release(&made);
    return ready ? PX_OK : px_no_memory(line->error);
}

static enum px_status find_figure(const struct line *line, struct json_object *indicator, uint32_t *figure)
{
    struct px_aggregate *aggregate = line->aggregate;
    bool added;
    *figure = px_table_add(&aggregate->figures, text_of(indicator, "name"), &added);
    struct px_aggregate_figure *new =
        *figure == PX_NONE || !added ? NULL : px_vector_push(&aggregate->figure_list, &aggregate->arena);
    if (*figure == PX_NONE || (added && new == NULL))
        return px_no_memory(line->error);
    if (new == NULL)
        return PX_OK;
    new->label = px_arena_copy(&aggregate->arena, text_of(indicator, "label"));
    new->unit = px_arena_copy(&aggregate->arena, text_of(indicator, "unit"));
    new->voice = px_arena_copy(&aggregate->arena, text_of(indicator, "voice"));
    return new->label.data == NULL || new->unit.data == NULL || new->voice.data == NULL ? px_no_memory(line->error)
                                                                                        : PX_OK;
}

/* The article's value, NaN where there is none. */
static double value_of(struct json_object *values, const struct line *line, size_t article)
{
    struct json_object *each = NULL;
    char id[4096];
    if (line->ids[article].size >= sizeof id)
        return NAN;
    memcpy(id, line->ids[article].data, line->ids[article].size);
    id[line->ids[article].size] = '\0';
    if (!json_object_object_get_ex(values, id, &each))
        return NAN;
    struct json_object *value = get(each, "value");
    bool number = json_object_is_type(value, json_type_double) || json_object_is_type(value, json_type_int);
    return number ? json_object_get_double(value) : NAN;
}

/* A cell an outlet: the mean over its articles. */
static enum px_status read_indicator(const struct line *line, struct json_object *indicator)
{
    struct px_aggregate *aggregate = line->aggregate;
    struct json_object *values = get(indicator, "values");
    uint32_t figure;
    if (values == NULL || get(indicator, "topic") != NULL || text_of(indicator, "name").size == 0)
        return PX_OK;
    enum px_status status = find_figure(line, indicator, &figure);
    for (size_t i = 0; status == PX_OK && i < line->articles; i++) {
        double sum = 0;
        size_t count = 0;
        bool met = line->outlets[i] == PX_NONE;
        for (size_t j = 0; j < i; j++)
            met = met || line->outlets[j] == line->outlets[i];
        for (size_t j = i; !met && j < line->articles; j++) {
            double value = line->outlets[j] == line->outlets[i] ? value_of(values, line, j) : NAN;
            sum += isnan(value) ? 0 : value;
            count += !isnan(value);
        }
        if (count == 0)
            continue;
        struct px_aggregate_cell *cell = px_vector_push(&aggregate->cells, &aggregate->arena);
        if (cell == NULL)
            return px_no_memory(line->error);
        *cell = (struct px_aggregate_cell){line->event, figure, line->outlets[i], sum / (double)count};
    }
    return status;
}

static enum px_status read_line(struct line *line, struct px_slice json)
{
    enum px_status status = parse(line, json);
    if (status == PX_OK)
        status = check(line);
    if (status == PX_OK)
        status = read_articles(line);
    if (status == PX_OK)
        status = read_provenance(line);
    if (status == PX_OK)
        status = read_event(line);
    struct json_object *indicators = get(line->root, "indicators");
    for (size_t i = 0; status == PX_OK && i < count_of(indicators); i++)
        status = read_indicator(line, json_object_array_get_idx(indicators, i));
    return status;
}

enum px_status px_aggregate_add(struct px_aggregate *aggregate, struct px_slice json, const char *path, size_t number,
                                struct px_error *error)
{
    struct line line = {.aggregate = aggregate, .path = path, .number = number, .error = error};
    char digest[PX_DIGEST_SIZE];
    px_buffer_clear(&aggregate->remark);
    px_digest_write(json, digest);
    if (px_table_find(&aggregate->lines, px_slice_from(digest)) !=
        PX_NONE) { /* a shard given twice tells nothing new */
        aggregate->sum.same++;
        return PX_OK;
    }
    enum px_status status = read_line(&line, json);
    if (status == PX_OK && px_table_add(&aggregate->lines, px_slice_from(digest), NULL) == PX_NONE)
        status = px_no_memory(error);
    aggregate->sum.failed += status != PX_OK && line.articles == 0;
    json_object_put(line.root);
    return status;
}

struct px_slice px_aggregate_remark(const struct px_aggregate *aggregate)
{
    return px_buffer_slice(&aggregate->remark);
}

enum px_status px_aggregate_new(struct px_aggregate **aggregate, struct px_error *error)
{
    *aggregate = calloc(1, sizeof **aggregate);
    return *aggregate == NULL ? px_no_memory(error) : PX_OK;
}

void px_aggregate_free(struct px_aggregate *aggregate)
{
    if (aggregate == NULL)
        return;
    px_table_release(&aggregate->lines);
    px_table_release(&aggregate->events);
    px_table_release(&aggregate->figures);
    px_table_release(&aggregate->outlets);
    px_table_release(&aggregate->made_by);
    px_buffer_release(&aggregate->remark);
    px_arena_release(&aggregate->arena);
    free(aggregate);
}
