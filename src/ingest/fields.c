#include "ingest/fields.h"

#include <stdio.h>
#include <stdlib.h>

#include "article/article.h"
#include "base/image.h"

enum { MARKUP_BYTES = 1 << 14, TEXT_BYTES = 1 << 18, LABEL_BYTES = 60, LINE_BYTES = 200, MARK_COUNT = 3 };

struct px_fields {
    struct px_arena arena;
    struct px_table names; /* layout's number, then the folded name */
    PX_VECTOR(struct px_field_name) labels;
    struct px_patterns *lines;
    PX_VECTOR(struct px_slice) marks[MARK_COUNT];
    bool ready; /* all but the lines are an image's */
};

static const char *const layout_names[PX_LAYOUT_COUNT] = {
    [PX_LAYOUT_KEY] = "key", [PX_LAYOUT_NEXIS] = "nexis", [PX_LAYOUT_FACTIVA] = "factiva"};

static const struct {
    const char *name;
    uint8_t role;
} fields_known[PX_FIELD_COUNT] = {
    [PX_FIELD_TITLE] = {"title", PX_ROLE_TITLE},
    [PX_FIELD_BYLINE] = {"byline", PX_ROLE_BYLINE},
    [PX_FIELD_OUTLET] = {"outlet", PX_ROLE_OTHER},
    [PX_FIELD_PUBLISHED] = {"published", PX_ROLE_DATELINE},
    [PX_FIELD_TIME] = {"time", PX_ROLE_DATELINE},
    [PX_FIELD_MODIFIED] = {"modified", PX_ROLE_DATELINE},
    [PX_FIELD_URL] = {"url", PX_ROLE_OTHER},
    [PX_FIELD_LANGUAGE] = {"language", PX_ROLE_OTHER},
    [PX_FIELD_STANDFIRST] = {"standfirst", PX_ROLE_STANDFIRST},
    [PX_FIELD_SECTION] = {"section", PX_ROLE_OTHER},
    [PX_FIELD_TAGS] = {"tags", PX_ROLE_TAGS},
    [PX_FIELD_NUMBER] = {"number", PX_ROLE_OTHER},
    [PX_FIELD_LENGTH] = {"length", PX_ROLE_OTHER},
    [PX_FIELD_PLACE] = {"place", PX_ROLE_DATELINE},
    [PX_FIELD_BODY] = {"body", PX_ROLE_OTHER},
    [PX_FIELD_TAIL] = {"tail", PX_ROLE_OTHER},
    [PX_FIELD_CAPTION] = {"caption", PX_ROLE_CAPTION},
    [PX_FIELD_CREDIT] = {"credit", PX_ROLE_CREDIT},
    [PX_FIELD_NOTICE] = {"notice", PX_ROLE_NOTICE},
    [PX_FIELD_OTHER] = {"other", PX_ROLE_OTHER},
};

static const char *const line_names[PX_LINE_COUNT] = {
    [PX_LINE_PLAIN] = "plain",       [PX_LINE_BEGIN] = "begin",   [PX_LINE_END] = "end",
    [PX_LINE_DOCUMENT] = "document", [PX_LINE_LENGTH] = "length", [PX_LINE_RIGHTS] = "rights"};

enum mark { MARK_TEXT, MARK_MARKUP, MARK_BOUNDARY };

static const char *const mark_names[MARK_COUNT] = {
    [MARK_TEXT] = "text", [MARK_MARKUP] = "markup", [MARK_BOUNDARY] = "boundary"};

uint8_t px_field_role(uint8_t field)
{
    return fields_known[field].role;
}

enum px_status px_fields_new(struct px_fields **fields, struct px_error *error)
{
    *fields = calloc(1, sizeof **fields);
    if (*fields == NULL)
        return px_no_memory(error);
    enum px_status status = px_patterns_new(&(*fields)->lines, error);
    if (status != PX_OK) {
        free(*fields);
        *fields = NULL;
    }
    return status;
}

void px_fields_free(struct px_fields *fields)
{
    if (fields == NULL)
        return;
    px_patterns_free(fields->lines);
    if (!fields->ready) {
        px_table_release(&fields->names);
        px_arena_release(&fields->arena);
    }
    free(fields);
}

/* Splits "nexis.title" at its full stop. */
static struct px_slice cut_category(struct px_slice category, struct px_slice *rest)
{
    struct px_slice first = {0};
    *rest = category;
    px_slice_next(rest, '.', &first);
    return first;
}

static int find_field(struct px_slice name)
{
    for (int i = 0; i < PX_FIELD_COUNT; i++)
        if (px_slice_is(name, fields_known[i].name))
            return i;
    return -1;
}

static void write_key(enum px_layout layout, struct px_slice name, struct px_buffer *key)
{
    px_buffer_byte(key, (char)('0' + layout));
    px_patterns_fold(name, key);
}

static enum px_status add_label(struct px_fields *fields, const struct px_entry *entry, enum px_layout layout,
                                struct px_field_name label, struct px_error *error)
{
    struct px_buffer key = {0};
    bool added = false;
    write_key(layout, entry->text, &key);
    uint32_t id = key.failed ? PX_NONE : px_table_add(&fields->names, px_buffer_slice(&key), &added);
    px_buffer_release(&key);
    if (id == PX_NONE)
        return px_no_memory(error);
    if (!added)
        return PX_OK;
    struct px_field_name *slot = px_vector_push(&fields->labels, &fields->arena);
    if (slot == NULL)
        return px_no_memory(error);
    *slot = label;
    return PX_OK;
}

static enum px_status add_mark(struct px_fields *fields, const struct px_entry *entry, int kind, struct px_error *error)
{
    struct px_slice *mark = px_vector_push(&fields->marks[kind], &fields->arena);
    if (mark == NULL)
        return px_no_memory(error);
    *mark = px_arena_copy(&fields->arena, entry->text);
    return mark->data == NULL ? px_no_memory(error) : PX_OK;
}

static enum px_status refuse(const struct px_lexicon *lexicon, const struct px_entry *entry, struct px_error *error)
{
    char path[512];
    snprintf(path, sizeof path, "%.*s", PX_SLICE_ARG(lexicon->path));
    px_error_set(error, PX_ERROR_SYNTAX, "unknown category '%.*s'", PX_SLICE_SHORT(entry->category));
    return px_error_place(error, path, entry->line, 0);
}

static enum px_status add_entry(struct px_fields *fields, const struct px_lexicon *lexicon,
                                const struct px_entry *entry, size_t where, struct px_error *error)
{
    struct px_slice rest, first = cut_category(entry->category, &rest);
    int layout = px_slice_among(first, layout_names, PX_LAYOUT_COUNT), field = find_field(rest);
    if (layout >= 0 && field >= 0) {
        bool alone = px_slice_is(px_lexicon_cell(lexicon, entry, where), "whole");
        return add_label(fields, entry, (enum px_layout)layout,
                         (struct px_field_name){(uint8_t)field, alone, (uint32_t)entry->line}, error);
    }
    int line = px_slice_among(rest, line_names, PX_LINE_COUNT);
    if (px_slice_is(first, "line") && line > PX_LINE_PLAIN)
        return px_patterns_add(fields->lines, lexicon, entry, (uint8_t)line, error);
    int mark = px_slice_among(rest, mark_names, MARK_COUNT);
    if (px_slice_is(first, "mark") && mark >= 0)
        return add_mark(fields, entry, mark, error);
    return refuse(lexicon, entry, error);
}

enum px_status px_fields_add(struct px_fields *fields, const struct px_lexicon *lexicon, struct px_error *error)
{
    size_t where = px_lexicon_column(lexicon, "where");
    enum px_status status = PX_OK;
    for (size_t i = 0; i < lexicon->entries.count && status == PX_OK; i++)
        status = add_entry(fields, lexicon, &lexicon->entries.items[i], where, error);
    return status;
}

enum px_status px_fields_compile(struct px_fields *fields, struct px_error *error)
{
    return px_patterns_compile(fields->lines, error);
}

void px_fields_put(struct px_image *image, size_t at, const struct px_fields *fields)
{
    struct px_fields bare = *fields;
    bare.ready = true;
    size_t place = px_image_put_array(image, at, &bare, sizeof bare);
    px_image_clear(image, place + offsetof(struct px_fields, arena), sizeof bare.arena);
    px_image_put_table(image, place + offsetof(struct px_fields, names), &fields->names);
    PX_IMAGE_PUT_ITEMS(image, place + offsetof(struct px_fields, labels), &fields->labels);
    px_patterns_put(image, place + offsetof(struct px_fields, lines), fields->lines);
    for (size_t kind = 0; kind < MARK_COUNT; kind++) {
        size_t vector = place + offsetof(struct px_fields, marks) + kind * sizeof *fields->marks;
        size_t marks = PX_IMAGE_PUT_ITEMS(image, vector, &fields->marks[kind]);
        for (size_t i = 0; i < fields->marks[kind].count; i++)
            px_image_put_text(image, marks + i * sizeof(struct px_slice), fields->marks[kind].items[i]);
    }
}

struct px_fields *px_fields_open(const struct px_fields *ready)
{
    struct px_fields *made = malloc(sizeof *made);
    if (made == NULL)
        return NULL;
    *made = *ready;
    made->lines = px_patterns_open(ready->lines);
    if (made->lines != NULL)
        return made;
    free(made);
    return NULL;
}

const struct px_field_name *px_fields_find(const struct px_fields *fields, enum px_layout layout, struct px_slice name)
{
    struct px_buffer key = {0};
    if (name.size == 0 || name.size > LABEL_BYTES)
        return NULL;
    write_key(layout, name, &key);
    uint32_t id = key.size < 2 ? PX_NONE : px_table_find(&fields->names, px_buffer_slice(&key));
    px_buffer_release(&key);
    return id == PX_NONE ? NULL : &fields->labels.items[id];
}

int px_fields_line(const struct px_fields *fields, struct px_slice line)
{
    struct px_buffer words = {0};
    if (line.size == 0 || line.size > LINE_BYTES)
        return PX_LINE_PLAIN;
    px_patterns_fold(line, &words);
    struct px_pattern_hits hits = px_patterns_find(fields->lines, line, px_buffer_slice(&words));
    px_buffer_release(&words);
    return hits.where == PX_PATTERN_NOWHERE ? PX_LINE_PLAIN : hits.value;
}

bool px_fields_suspect(const struct px_fields *fields, struct px_slice text, bool markup)
{
    size_t most = markup ? MARKUP_BYTES : TEXT_BYTES;
    if (text.size > most)
        text.size = most;
    int kind = markup ? MARK_MARKUP : MARK_TEXT;
    for (size_t i = 0; i < fields->marks[kind].count; i++)
        if (px_slice_find(text, fields->marks[kind].items[i], 0) != SIZE_MAX)
            return true;
    return false;
}

bool px_fields_is_boundary(const struct px_fields *fields, struct px_slice tag)
{
    for (size_t i = 0; i < fields->marks[MARK_BOUNDARY].count; i++) {
        struct px_slice mark = fields->marks[MARK_BOUNDARY].items[i];
        size_t at = px_slice_find(tag, mark, 0), end = at == SIZE_MAX ? SIZE_MAX : at + mark.size;
        if (end < tag.size && strchr("\"' ", tag.data[end]) != NULL)
            return true;
    }
    return false;
}
