/* The reader of model files: notes, parts, rows. */
#include <math.h>

#include "model/model.h"

enum { CELLS = 5 };

struct reader {
    struct px_model *model;
    struct px_error *error;
    const struct px_model_sink *sink; /* of linear rows; NULL: the model keeps them */
    struct px_slice line;
    size_t number;
    struct px_slice cells[CELLS];
    size_t cell_count;
    size_t part; /* the open one, by its place; SIZE_MAX: none */
    PX_VECTOR(struct px_linear_weight) weights;
    PX_VECTOR(struct px_tree_node) nodes;
    PX_VECTOR(uint32_t) roots;
    PX_VECTOR(int32_t) leaves;
};

/* Fails at the bytes that begin at `at`, in the reader's line. */
static enum px_status fail_at(const struct reader *reader, struct px_slice at, const char *message)
{
    px_error_set(reader->error, PX_ERROR_SYNTAX, "%s '%.*s'", message, PX_SLICE_SHORT(at));
    px_error_place(reader->error, reader->model->path.data, reader->number, (size_t)(at.data - reader->line.data) + 1);
    return PX_ERROR_SYNTAX;
}

/* Digits, as nearly all numbers are written, with a sign perhaps; false: it takes px_slice_number to tell. */
static bool read_digits(struct px_slice cell, int32_t *number)
{
    enum { FEW = 8 };
    size_t at = cell.size > 0 && cell.data[0] == '-';
    bool negative = at == 1;
    int32_t value = 0;
    if (cell.size == at || cell.size > FEW)
        return false;
    for (; at < cell.size; at++) {
        if (cell.data[at] < '0' || cell.data[at] > '9')
            return false;
        value = value * 10 + (cell.data[at] - '0');
    }
    *number = negative ? -value : value;
    return true;
}

/* A whole number between the two; fails at the cell otherwise. */
static enum px_status read_whole(const struct reader *reader, struct px_slice cell, double least, double most,
                                 int32_t *number)
{
    double value = 0;
    int32_t short_value;
    if (read_digits(cell, &short_value))
        value = short_value;
    else if (!px_slice_number(cell, &value) || value != floor(value))
        return fail_at(reader, cell, "not a whole number in its range:");
    if (value < least || value > most)
        return fail_at(reader, cell, "not a whole number in its range:");
    *number = (int32_t)value;
    return PX_OK;
}

static enum px_status read_feature(struct reader *reader, struct px_slice name, uint32_t *feature)
{
    struct px_model *model = reader->model;
    bool added;
    *feature = px_table_add(&model->features, name, &added);
    if (*feature == PX_NONE || (added && px_vector_push(&model->lines, &model->arena) == NULL))
        return px_no_memory(reader->error);
    if (added)
        model->lines.items[*feature] = (uint32_t)reader->number;
    return PX_OK;
}

static enum px_status give_weight(const struct reader *reader)
{
    int32_t steps;
    enum px_status status = read_whole(reader, reader->cells[1], -1e6, 1e6, &steps);
    if (status == PX_OK && !reader->sink->take(reader->sink->to, reader->part, reader->cells[0], steps))
        return fail_at(reader, reader->cells[0], "unknown feature");
    return status;
}

static enum px_status read_weight(struct reader *reader)
{
    if (reader->sink != NULL)
        return give_weight(reader);
    struct px_linear_weight *weight = px_vector_push(&reader->weights, &reader->model->arena);
    if (weight == NULL)
        return px_no_memory(reader->error);
    enum px_status status = read_feature(reader, reader->cells[0], &weight->feature);
    return status == PX_OK ? read_whole(reader, reader->cells[1], -1e6, 1e6, &weight->steps) : status;
}

/* A later node of the tree that begins at `root`, or a leaf. Children that are not there yet are checked at its end. */
static enum px_status read_child(struct reader *reader, struct px_slice cell, int32_t own, uint32_t root,
                                 int32_t *child)
{
    enum px_status status;
    if (cell.size == 0 || cell.data[0] != '=') {
        status = read_whole(reader, cell, own + 1.0, 1e6, child);
        *child += (int32_t)root;
        return status;
    }
    int32_t *leaf = px_vector_push(&reader->leaves, &reader->model->arena);
    if (leaf == NULL)
        return px_no_memory(reader->error);
    *child = ~(int32_t)(reader->leaves.count - 1);
    return read_whole(reader, px_slice_part(cell, 1, cell.size), -1e6, 1e6, leaf);
}

/* Every child of the last tree must be one of its nodes. */
static enum px_status check_tree(const struct reader *reader)
{
    size_t root = reader->roots.count == 0 ? 0 : reader->roots.items[reader->roots.count - 1];
    for (size_t i = root; i < reader->nodes.count; i++) {
        const struct px_tree_node *node = &reader->nodes.items[i];
        int32_t end = (int32_t)reader->nodes.count;
        if (node->child[0] < end && node->child[1] < end)
            continue;
        px_error_set(reader->error, PX_ERROR_SYNTAX, "the tree has no node %d",
                     (int)(node->child[0] < end ? node->child[1] : node->child[0]) - (int)root);
        px_error_place(reader->error, reader->model->path.data, reader->number, 1);
        return PX_ERROR_SYNTAX;
    }
    return PX_OK;
}

static enum px_status read_limit(const struct reader *reader, struct px_slice cell, float *limit)
{
    double value = 0;
    if (!px_slice_number(cell, &value) || fabs(value) > 1e30)
        return fail_at(reader, cell, "not a number:");
    *limit = (float)value;
    return PX_OK;
}

/* The node's number must follow that of the row before, or be 0. */
static enum px_status begin_node(struct reader *reader, int32_t *own)
{
    enum px_status status = read_whole(reader, reader->cells[0], 0, 1e6, own);
    if (status != PX_OK)
        return status;
    if (*own == 0) {
        status = check_tree(reader);
        uint32_t *root = status == PX_OK ? px_vector_push(&reader->roots, &reader->model->arena) : NULL;
        if (status == PX_OK && root == NULL)
            return px_no_memory(reader->error);
        if (root != NULL)
            *root = (uint32_t)reader->nodes.count;
        return status;
    }
    size_t next = reader->roots.count == 0 ? 0 : reader->nodes.count - reader->roots.items[reader->roots.count - 1];
    return (size_t)*own == next ? PX_OK : fail_at(reader, reader->cells[0], "node out of order:");
}

static enum px_status read_node(struct reader *reader)
{
    struct px_tree_node node = {0};
    int32_t own;
    enum px_status status = begin_node(reader, &own);
    uint32_t root = status == PX_OK ? reader->roots.items[reader->roots.count - 1] : 0;
    if (status == PX_OK)
        status = read_feature(reader, reader->cells[1], &node.feature);
    if (status == PX_OK)
        status = read_limit(reader, reader->cells[2], &node.limit);
    if (status == PX_OK)
        status = read_child(reader, reader->cells[3], own, root, &node.child[0]);
    if (status == PX_OK)
        status = read_child(reader, reader->cells[4], own, root, &node.child[1]);
    if (status != PX_OK)
        return status;
    struct px_tree_node *place = px_vector_push(&reader->nodes, &reader->model->arena);
    if (place == NULL)
        return px_no_memory(reader->error);
    *place = node;
    return PX_OK;
}

/* Hands the rows read to the part that is open. */
static enum px_status end_part(struct reader *reader)
{
    if (reader->part == SIZE_MAX)
        return PX_OK;
    struct px_model_part *part = &reader->model->parts.items[reader->part];
    enum px_status status = check_tree(reader);
    part->linear = (struct px_linear){reader->weights.items, reader->weights.count};
    part->trees = (struct px_trees){
        .nodes = reader->nodes.items,
        .roots = reader->roots.items,
        .leaves = reader->leaves.items,
        .node_count = reader->nodes.count,
        .root_count = reader->roots.count,
        .leaf_count = reader->leaves.count,
    };
    memset(&reader->weights, 0, sizeof reader->weights);
    memset(&reader->nodes, 0, sizeof reader->nodes);
    memset(&reader->roots, 0, sizeof reader->roots);
    memset(&reader->leaves, 0, sizeof reader->leaves);
    return status;
}

/* "[linear html]" */
static enum px_status begin_part(struct reader *reader)
{
    struct px_slice line = reader->line, kind, name;
    if (line.data[line.size - 1] != ']')
        return fail_at(reader, line, "no ] at the end of");
    struct px_slice inside = px_slice_part(line, 1, line.size - 1);
    if (!px_slice_next(&inside, ' ', &kind) || inside.size == 0)
        return fail_at(reader, line, "not a kind and a name:");
    name = inside;
    bool linear = px_slice_is(kind, "linear");
    if (!linear && !px_slice_is(kind, "trees"))
        return fail_at(reader, kind, "unknown kind");
    enum px_model_kind known = linear ? PX_MODEL_LINEAR : PX_MODEL_TREES;
    if (px_model_find(reader->model, known, name) != NULL)
        return fail_at(reader, name, "a second part named");
    struct px_model_part *part = px_vector_push(&reader->model->parts, &reader->model->arena);
    if (part == NULL)
        return px_no_memory(reader->error);
    reader->part = reader->model->parts.count - 1;
    *part = (struct px_model_part){.name = px_arena_copy(&reader->model->arena, name), .kind = known};
    return part->name.data == NULL ? px_no_memory(reader->error) : PX_OK;
}

static enum px_status read_note(struct reader *reader)
{
    struct px_slice rest = px_slice_part(reader->line, 1, reader->line.size), key;
    if (reader->part != SIZE_MAX || px_slice_find(rest, PX_SLICE(":"), 0) == SIZE_MAX)
        return PX_OK;
    px_slice_next(&rest, ':', &key);
    struct px_arena *arena = &reader->model->arena;
    struct px_model_note *note = px_vector_push(&reader->model->notes, arena);
    if (note == NULL)
        return px_no_memory(reader->error);
    *note = (struct px_model_note){px_arena_copy(arena, px_slice_trim(key)), px_arena_copy(arena, px_slice_trim(rest))};
    return note->key.data == NULL || note->value.data == NULL ? px_no_memory(reader->error) : PX_OK;
}

static enum px_status read_row(struct reader *reader)
{
    if (reader->part == SIZE_MAX)
        return fail_at(reader, reader->line, "a row before the first part:");
    bool linear = reader->model->parts.items[reader->part].kind == PX_MODEL_LINEAR;
    struct px_slice rest = reader->line, cell;
    for (reader->cell_count = 0; px_slice_next(&rest, '\t', &cell); reader->cell_count++) {
        if (reader->cell_count == (linear ? 2 : CELLS))
            return fail_at(reader, cell, "a cell too many:");
        reader->cells[reader->cell_count] = cell;
    }
    if (reader->cell_count != (linear ? 2 : CELLS))
        return fail_at(reader, reader->line, linear ? "not a feature and a weight:" : "not the five cells of a node:");
    return linear ? read_weight(reader) : read_node(reader);
}

static enum px_status read_line(struct reader *reader)
{
    if (reader->line.size > 0 && reader->line.data[reader->line.size - 1] == '\r')
        reader->line.size--;
    if (reader->line.size == 0)
        return PX_OK;
    if (reader->line.data[0] == '#')
        return read_note(reader);
    if (reader->line.data[0] != '[')
        return read_row(reader);
    enum px_status status = end_part(reader);
    return status == PX_OK ? begin_part(reader) : status;
}

enum px_status px_model_read(struct px_slice bytes, const char *path, struct px_model *model, struct px_error *error)
{
    return px_model_read_rows(bytes, path, NULL, model, error);
}

enum px_status px_model_read_rows(struct px_slice bytes, const char *path, const struct px_model_sink *sink,
                                  struct px_model *model, struct px_error *error)
{
    struct reader reader = {.model = model, .error = error, .sink = sink, .part = SIZE_MAX};
    *model = (struct px_model){0};
    model->path = px_arena_copy(&model->arena, px_slice_from(path == NULL ? "" : path));
    enum px_status status = model->path.data == NULL ? px_no_memory(reader.error) : PX_OK;
    while (status == PX_OK && px_slice_next(&bytes, '\n', &reader.line)) {
        reader.number++;
        status = read_line(&reader);
    }
    if (status == PX_OK)
        status = end_part(&reader);
    if (status != PX_OK)
        px_model_release(model);
    return status;
}
