/* quanteda's YAML: categories are keys, entries are items of lists; categories stand in categories to any depth, and a
 * list may hold both. Read by libyaml's events. */
#include <yaml.h>

#include "lexicon/build.h"
#include "lexicon/formats.h"
#include "lexicon/rows.h"

enum { MOST_LEVELS = 64 };

/* One level: a mapping, or a list. */
struct level {
    bool mapping;
    bool has_key;  /* a key was read, its value comes next */
    size_t before; /* the category path's size outside of the key */
};

struct yaml {
    struct px_lexicon *lexicon;
    struct px_error *error;
    struct px_category_path path;
    struct level levels[MOST_LEVELS];
    size_t depth;
    const size_t *added; /* lines that were added while mending, or NULL */
};

/* The line as the file has it: without those added before it. `added` ends with 0. */
static size_t line_of(const struct yaml *yaml, size_t line)
{
    size_t more = 0;
    for (const size_t *at = yaml->added; at != NULL && *at != 0 && *at <= line; at++)
        more++;
    return line - more;
}

static enum px_status fail_at(const struct yaml *yaml, yaml_mark_t mark)
{
    px_error_place(yaml->error, yaml->lexicon->path.data, line_of(yaml, mark.line + 1), mark.column + 1);
    return yaml->error == NULL ? PX_ERROR_SYNTAX : yaml->error->code;
}

/* The level's value is complete: a mapping waits for the next key. */
static void end_value(struct yaml *yaml)
{
    struct level *level = yaml->depth == 0 ? NULL : &yaml->levels[yaml->depth - 1];
    if (level == NULL || !level->has_key)
        return;
    level->has_key = false;
    px_category_path_leave(&yaml->path, level->before);
}

static enum px_status add_entry(struct yaml *yaml, struct px_slice words, yaml_mark_t mark)
{
    struct px_lexicon *lexicon = yaml->lexicon;
    struct px_slice cells[] = {words, px_category_path_get(&yaml->path, &lexicon->arena)};
    /* /…/ is a pattern here as in our own files */
    bool pattern = words.size >= 2 && words.data[0] == '/' && words.data[words.size - 1] == '/';
    cells[0] = pattern ? px_arena_copy(&lexicon->arena, words) : px_format_entry_of(words, false, &lexicon->arena);
    if (cells[0].data == NULL || cells[1].data == NULL)
        return px_no_memory(yaml->error);
    if (cells[0].size == 0) {
        px_error_set(yaml->error, PX_ERROR_SYNTAX, "entry is empty");
        return fail_at(yaml, mark);
    }
    return px_lexicon_add(lexicon, cells, line_of(yaml, mark.line + 1), mark.column + 1, yaml->error);
}

/* A key, an item of a list, or the only entry of a category. */
static enum px_status take_scalar(struct yaml *yaml, const yaml_event_t *event)
{
    struct level *level = yaml->depth == 0 ? NULL : &yaml->levels[yaml->depth - 1];
    struct px_slice value = {(const char *)event->data.scalar.value, event->data.scalar.length};
    bool plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    if (level == NULL && value.size > 0) {
        px_error_set(yaml->error, PX_ERROR_SYNTAX, "'%.*s' is neither a category nor a list", PX_SLICE_SHORT(value));
        return fail_at(yaml, event->start_mark);
    }
    if (level != NULL && level->mapping && !level->has_key) {
        level->has_key = true;
        level->before = px_category_path_enter(&yaml->path, value);
        return yaml->path.dotted.failed ? px_no_memory(yaml->error) : PX_OK;
    }
    bool empty = plain && (value.size == 0 || px_slice_is(value, "~"));
    enum px_status status = empty ? PX_OK : add_entry(yaml, value, event->start_mark);
    end_value(yaml);
    return status;
}

static enum px_status open_level(struct yaml *yaml, const yaml_event_t *event)
{
    struct level *outer = yaml->depth == 0 ? NULL : &yaml->levels[yaml->depth - 1];
    const char *fault = NULL;
    if (outer != NULL && outer->mapping && !outer->has_key)
        fault = "a category needs a name, not a list";
    else if (yaml->depth == MOST_LEVELS)
        fault = "more than 64 levels";
    if (fault != NULL) {
        px_error_set(yaml->error, PX_ERROR_SYNTAX, "%s", fault);
        return fail_at(yaml, event->start_mark);
    }
    yaml->levels[yaml->depth++] = (struct level){.mapping = event->type == YAML_MAPPING_START_EVENT};
    return PX_OK;
}

static enum px_status take_event(struct yaml *yaml, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT: return take_scalar(yaml, event);
    case YAML_MAPPING_START_EVENT:
    case YAML_SEQUENCE_START_EVENT: return open_level(yaml, event);
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
        yaml->depth--;
        end_value(yaml);
        return PX_OK;
    case YAML_ALIAS_EVENT:
        px_error_set(yaml->error, PX_ERROR_SYNTAX, "*%.100s is a reference in YAML: write wildcards in quotation marks",
                     (const char *)event->data.alias.anchor);
        return fail_at(yaml, event->start_mark);
    default: return PX_OK;
    }
}

static enum px_status read_events(struct yaml *yaml, struct px_slice text)
{
    yaml_parser_t parser;
    yaml_event_t event;
    enum px_status status = PX_OK;
    bool ended = false;
    if (!yaml_parser_initialize(&parser))
        return px_no_memory(yaml->error);
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)text.data, text.size);
    while (status == PX_OK && !ended) {
        if (!yaml_parser_parse(&parser, &event)) {
            px_error_set(yaml->error, PX_ERROR_SYNTAX, "malformed YAML: %s",
                         parser.problem == NULL ? "out of memory" : parser.problem);
            status = fail_at(yaml, parser.problem_mark);
            break;
        }
        ended = event.type == YAML_STREAM_END_EVENT;
        status = take_event(yaml, &event);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return status;
}

/* Comments of the form "# key: value" above everything else. */
static enum px_status read_metadata(struct px_lexicon *lexicon, struct px_slice text, struct px_error *error)
{
    struct px_slice line;
    struct px_metadata metadata;
    enum px_status status = PX_OK;
    while (status == PX_OK && px_rows_cut(&text, &line)) {
        line = px_slice_trim(line);
        if (line.size > 0 && line.data[0] != '#')
            break;
        if (line.size > 0 && px_metadata_split(px_slice_part(line, 1, line.size), &metadata))
            status = px_lexicon_add_metadata(lexicon, metadata.key, metadata.value, error);
    }
    return status;
}

static enum px_status read_text(struct px_slice text, const char *path, const size_t *added, struct px_lexicon *lexicon,
                                struct px_error *error)
{
    static const char *const columns[] = {"entry", "category"};
    enum px_status status = px_lexicon_begin(lexicon, path, columns, 2, error);
    struct yaml yaml = {.lexicon = lexicon, .error = error, .added = added};
    if (status == PX_OK)
        status = read_metadata(lexicon, text, error);
    if (status == PX_OK)
        status = read_events(&yaml, text);
    px_buffer_release(&yaml.path.dotted);
    return status;
}

/* Where a line's content stands. */
static size_t indentation(struct px_slice line)
{
    size_t spaces = 0;
    while (spaces < line.size && line.data[spaces] == ' ')
        spaces++;
    return spaces;
}

/* Some programs write the entries that a category has beside its subcategories as items of a list that nothing opens:
 *
 *     culture:
 *       sport: [race]
 *       - people
 *
 * That is no YAML, but its meaning is plain. A key without a name is put above such items. True when there are any;
 * `added` gets the numbers of the new lines, and a 0 behind the last. */
static bool mend(struct px_slice text, struct px_buffer *mended, struct px_arena *arena, size_t **added)
{
    enum { MOST_COLUMNS = 256 };
    enum { NO_KEY, OPEN_KEY, CLOSED_KEY } keys[MOST_COLUMNS] = {NO_KEY}; /* by indentation: the newest line there */
    PX_VECTOR(size_t) lines = {0};
    struct px_slice line;
    size_t number = 0;
    size_t last = 0;
    while (px_rows_cut(&text, &line)) {
        size_t at = indentation(line);
        bool blank = px_slice_trim(line).size == 0 || line.data[at] == '#' || at >= MOST_COLUMNS;
        bool item = !blank && px_slice_starts(px_slice_part(line, at, line.size), PX_SLICE("- "));
        if (!blank && at > last && keys[last] == OPEN_KEY)
            keys[last] = CLOSED_KEY;
        for (size_t i = at + 1; !blank && i <= last; i++)
            keys[i] = NO_KEY;
        number++;
        if (item && keys[at] == CLOSED_KEY) {
            size_t *new = px_vector_push(&lines, arena);
            if (new == NULL)
                return false;
            *new = number++;
            px_buffer_printf(mended, "%*s\"\":\n", (int)at, "");
        }
        px_buffer_append(mended, line);
        px_buffer_byte(mended, '\n');
        if (!blank) {
            bool open = px_slice_ends(px_slice_trim(line), PX_SLICE(":"));
            keys[at] = item ? NO_KEY : open ? OPEN_KEY : CLOSED_KEY;
            last = at;
        }
    }
    *added = lines.count == 0 ? NULL : px_vector_push(&lines, arena);
    if (*added != NULL)
        *added = lines.items;
    return *added != NULL && !mended->failed;
}

/* Reads the bytes once more, mended; the first error stays when that does not help. */
static enum px_status read_mended(struct px_slice bytes, const char *path, struct px_lexicon *lexicon,
                                  struct px_error *error)
{
    struct px_buffer mended = {0};
    struct px_arena arena = {0};
    struct px_error again = {0};
    size_t *added = NULL;
    enum px_status status = PX_ERROR_SYNTAX;
    if (mend(bytes, &mended, &arena, &added))
        status = read_text(px_buffer_slice(&mended), path, added, lexicon, &again);
    px_buffer_release(&mended);
    px_arena_release(&arena);
    if (status != PX_OK)
        px_lexicon_release(lexicon);
    return status == PX_OK || error == NULL ? status : error->code;
}

enum px_status px_format_read_yaml(struct px_slice bytes, const char *path, struct px_lexicon *lexicon,
                                   struct px_error *error)
{
    struct px_error own = {0};
    struct px_error *first = error == NULL ? &own : error;
    enum px_status status = read_text(bytes, path, NULL, lexicon, first);
    if (status == PX_OK)
        return PX_OK;
    px_lexicon_release(lexicon);
    return status == PX_ERROR_SYNTAX ? read_mended(bytes, path, lexicon, first) : status;
}

static void write_string(struct px_slice string, struct px_buffer *out)
{
    px_buffer_byte(out, '"');
    for (size_t i = 0; i < string.size; i++) {
        unsigned char c = (unsigned char)string.data[i];
        if (c == '"' || c == '\\')
            px_buffer_byte(out, '\\');
        if (c < 0x20)
            px_buffer_printf(out, "\\x%02x", c);
        else
            px_buffer_byte(out, (char)c);
    }
    px_buffer_byte(out, '"');
}

/* The entries of a category, then its subcategories: as items of one list where there are both. */
static void write_node(const struct px_writer *writer, const struct px_category_tree *tree,
                       const struct px_slice *texts, size_t index, int depth)
{
    const struct px_category_node *node = &tree->nodes[index];
    bool mixed = node->first_entry != PX_NO_COLUMN && node->first_child != PX_NO_COLUMN;
    for (size_t i = node->first_entry; i != PX_NO_COLUMN; i = tree->next_entry[i]) {
        px_buffer_printf(writer->out, "%*s- ", depth * 2, "");
        write_string(texts[i], writer->out);
        px_buffer_byte(writer->out, '\n');
    }
    for (size_t i = node->first_child; i != PX_NO_COLUMN; i = tree->nodes[i].next) {
        px_buffer_printf(writer->out, "%*s%s", depth * 2, "", mixed ? "- " : "");
        write_string(tree->nodes[i].name, writer->out);
        px_buffer_string(writer->out, ":\n");
        write_node(writer, tree, texts, i, depth + 1 + mixed);
    }
}

enum px_status px_format_write_yaml(struct px_writer *writer)
{
    struct px_category_tree tree;
    struct px_slice *texts;
    enum px_status status = px_writer_take_all(writer, &texts);
    if (status == PX_OK)
        status = px_category_tree_make(writer, texts, &tree);
    if (status != PX_OK)
        return status;
    px_writer_metadata(writer);
    write_node(writer, &tree, texts, 0, 0);
    return PX_OK;
}
