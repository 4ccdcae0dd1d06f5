/* WordStat's .cat: a category or an entry a line, indented by tabs; entries carry a weight in parentheses, categories
 * do not. "_" stands for a space. */
#include "lexicon/build.h"
#include "lexicon/formats.h"
#include "lexicon/rows.h"

enum { MOST_LEVELS = 64, TAB = 8 };

/* A category that is open. */
struct level {
    size_t width;  /* of its indentation */
    size_t before; /* the path's size outside of it */
    size_t line, column;
    bool filled; /* has an entry or a category in it */
};

struct wordstat {
    struct px_rows rows;
    struct px_category_path path;
    struct level levels[MOST_LEVELS];
    size_t depth;
};

/* Tabs count, and spaces only where there is no tab. */
static size_t indentation(struct px_slice line)
{
    size_t tabs = 0;
    size_t spaces = 0;
    for (size_t i = 0; i < line.size && (line.data[i] == ' ' || line.data[i] == '\t'); i++) {
        tabs += line.data[i] == '\t';
        spaces += line.data[i] == ' ';
    }
    return tabs > 0 ? tabs * TAB : spaces;
}

/* Leaves the categories that are not around an indentation. */
static enum px_status leave(struct wordstat *wordstat, size_t width)
{
    struct px_lexicon *lexicon = wordstat->rows.lexicon;
    while (wordstat->depth > 0 && wordstat->levels[wordstat->depth - 1].width >= width) {
        const struct level *level = &wordstat->levels[--wordstat->depth];
        struct px_slice category = px_buffer_slice(&wordstat->path.dotted);
        if (!level->filled && px_lexicon_warn(&lexicon->warnings, &lexicon->arena, level->line, level->column,
                                              "category '%.*s' has no entries", PX_SLICE_SHORT(category)) != PX_OK)
            return px_no_memory(wordstat->rows.error);
        px_category_path_leave(&wordstat->path, level->before);
    }
    if (wordstat->depth > 0)
        wordstat->levels[wordstat->depth - 1].filled = true;
    return PX_OK;
}

/* "WORD (2)" gives "WORD" and "2"; false when there is no weight. */
static bool split_weight(struct px_slice content, struct px_slice *words, struct px_slice *weight)
{
    double value;
    size_t open = content.size;
    if (content.size < 3 || content.data[content.size - 1] != ')')
        return false;
    while (open > 0 && content.data[open - 1] != '(')
        open--;
    if (open < 2)
        return false;
    *words = px_slice_trim(px_slice_part(content, 0, open - 1));
    *weight = px_slice_trim(px_slice_part(content, open, content.size - 1));
    return words->size > 0 && px_slice_number(*weight, &value);
}

static enum px_status add_entry(struct wordstat *wordstat, struct px_slice words, struct px_slice weight)
{
    struct px_lexicon *lexicon = wordstat->rows.lexicon;
    struct px_buffer spaced = {0};
    px_buffer_append(&spaced, words);
    for (size_t i = 0; i < spaced.size; i++)
        spaced.data[i] = (char)(spaced.data[i] == '_' ? ' ' : spaced.data[i]);
    struct px_slice cells[] = {px_format_entry_of(px_buffer_slice(&spaced), false, &lexicon->arena),
                               px_category_path_get(&wordstat->path, &lexicon->arena), weight};
    bool failed = spaced.failed || cells[0].data == NULL || cells[1].data == NULL;
    px_buffer_release(&spaced);
    if (failed)
        return px_no_memory(wordstat->rows.error);
    if (cells[0].size == 0)
        return px_rows_warn(&wordstat->rows, words.data, "'%.*s' holds no word", PX_SLICE_SHORT(words));
    return px_lexicon_add(lexicon, cells, wordstat->rows.number, px_rows_column(&wordstat->rows, words.data),
                          wordstat->rows.error);
}

static enum px_status enter(struct wordstat *wordstat, struct px_slice name, size_t width)
{
    if (wordstat->depth == MOST_LEVELS) {
        px_error_set(wordstat->rows.error, PX_ERROR_LIMIT, "more than %d levels", MOST_LEVELS);
        px_rows_fail(&wordstat->rows, name.data);
        return PX_ERROR_LIMIT;
    }
    wordstat->levels[wordstat->depth++] = (struct level){.width = width,
                                                         .before = px_category_path_enter(&wordstat->path, name),
                                                         .line = wordstat->rows.number,
                                                         .column = px_rows_column(&wordstat->rows, name.data)};
    return wordstat->path.dotted.failed ? px_no_memory(wordstat->rows.error) : PX_OK;
}

static enum px_status read_line(struct wordstat *wordstat)
{
    struct px_slice content = px_slice_trim(wordstat->rows.line);
    struct px_slice words;
    struct px_slice weight;
    if (content.size == 0)
        return PX_OK;
    size_t width = indentation(wordstat->rows.line);
    enum px_status status = leave(wordstat, width);
    if (status != PX_OK)
        return status;
    if (content.data[0] == '@')
        return px_rows_warn(&wordstat->rows, content.data, "rule '%.*s' is left out: only words and phrases are read",
                            PX_SLICE_SHORT(content));
    return split_weight(content, &words, &weight) ? add_entry(wordstat, words, weight)
                                                  : enter(wordstat, content, width);
}

enum px_status px_format_read_cat(struct px_slice bytes, const char *path, struct px_lexicon *lexicon,
                                  struct px_error *error)
{
    static const char *const columns[] = {"entry", "category", "weight"};
    struct wordstat wordstat = {.depth = 0};
    enum px_status status = px_lexicon_begin(lexicon, path, columns, 3, error);
    if (status == PX_OK)
        status = px_rows_open(&wordstat.rows, bytes, lexicon, error);
    while (status == PX_OK && px_rows_next(&wordstat.rows))
        status = read_line(&wordstat);
    if (status == PX_OK)
        status = leave(&wordstat, 0);
    px_buffer_release(&wordstat.path.dotted);
    if (status != PX_OK)
        px_lexicon_release(lexicon);
    return status;
}

static void indent(const struct px_writer *writer, size_t depth)
{
    for (size_t i = 0; i < depth; i++)
        px_buffer_byte(writer->out, '\t');
}

static void write_node(const struct px_writer *writer, const struct px_category_tree *tree,
                       const struct px_slice *texts, size_t index, size_t depth)
{
    const struct px_category_node *node = &tree->nodes[index];
    for (size_t i = node->first_child; i != PX_NO_COLUMN; i = tree->nodes[i].next) {
        indent(writer, depth);
        px_buffer_append(writer->out, tree->nodes[i].name);
        px_buffer_string(writer->out, "\r\n");
        write_node(writer, tree, texts, i, depth + 1);
    }
    for (size_t i = node->first_entry; i != PX_NO_COLUMN; i = tree->next_entry[i]) {
        indent(writer, depth);
        px_buffer_append(writer->out, texts[i]);
        px_buffer_string(writer->out, " (");
        px_writer_number(writer->lexicon->entries.items[i].weight, writer->out);
        px_buffer_string(writer->out, ")\r\n");
    }
}

/* An entry with "_" is not read back as it was. */
static enum px_status warn_underscores(struct px_writer *writer, const struct px_slice *texts)
{
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < writer->lexicon->entries.count; i++)
        if (texts[i].size > 0 && memchr(texts[i].data, '_', texts[i].size) != NULL)
            status = px_writer_warn(writer, &writer->lexicon->entries.items[i],
                                    "is left with spaces for its _, which is what they mean in cat");
    return status;
}

enum px_status px_format_write_cat(struct px_writer *writer)
{
    struct px_category_tree tree;
    struct px_slice *texts;
    enum px_status status = px_writer_take_all(writer, &texts);
    if (status == PX_OK)
        status = warn_underscores(writer, texts);
    if (status == PX_OK)
        status = px_category_tree_make(writer, texts, &tree);
    if (status == PX_OK)
        write_node(writer, &tree, texts, 0, 0);
    return status;
}
