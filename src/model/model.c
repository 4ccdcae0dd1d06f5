#include "model/model.h"

#include "model/decimal.h"

void px_model_release(struct px_model *model)
{
    px_table_release(&model->features);
    px_arena_release(&model->arena);
    *model = (struct px_model){0};
}

/* By id of the model's features: their columns. */
static enum px_status find_columns(const struct px_model *model, const struct px_slice *names, size_t count,
                                   uint32_t *columns, struct px_error *error)
{
    for (size_t i = 0; i < model->features.keys.count; i++)
        columns[i] = PX_NONE;
    for (size_t column = 0; column < count; column++) {
        uint32_t id = px_table_find(&model->features, names[column]);
        if (id != PX_NONE)
            columns[id] = (uint32_t)column;
    }
    for (uint32_t id = 0; id < model->features.keys.count; id++) {
        if (columns[id] != PX_NONE)
            continue;
        struct px_slice key = px_table_key(&model->features, id);
        px_error_set(error, PX_ERROR_NOT_FOUND, "unknown feature '%.*s'", PX_SLICE_SHORT(key));
        px_error_place(error, model->path.data, model->lines.items[id], 0);
        return PX_ERROR_NOT_FOUND;
    }
    return PX_OK;
}

static void bind_part(struct px_model_part *part, const uint32_t *columns)
{
    for (size_t i = 0; i < part->linear.count; i++)
        part->linear.weights[i].feature = columns[part->linear.weights[i].feature];
    for (size_t i = 0; i < part->trees.node_count; i++)
        part->trees.nodes[i].feature = columns[part->trees.nodes[i].feature];
}

enum px_status px_model_bind(struct px_model *model, const struct px_slice *names, size_t count, struct px_error *error)
{
    if (model->bound)
        return px_error_set(error, PX_ERROR_USAGE, "the model is bound already");
    uint32_t *columns = px_arena_array(&model->arena, uint32_t, model->features.keys.count + 1);
    if (columns == NULL)
        return px_no_memory(error);
    enum px_status status = find_columns(model, names, count, columns, error);
    if (status != PX_OK)
        return status;
    for (size_t i = 0; i < model->parts.count; i++)
        bind_part(&model->parts.items[i], columns);
    model->bound = true;
    return PX_OK;
}

const struct px_model_part *px_model_find(const struct px_model *model, enum px_model_kind kind, struct px_slice name)
{
    for (size_t i = 0; i < model->parts.count; i++) {
        const struct px_model_part *part = &model->parts.items[i];
        if (part->kind == kind && px_slice_equal(part->name, name))
            return part;
    }
    return NULL;
}

struct px_slice px_model_note(const struct px_model *model, const char *key)
{
    for (size_t i = 0; i < model->notes.count; i++)
        if (px_slice_is(model->notes.items[i].key, key))
            return model->notes.items[i].value;
    return (struct px_slice){0};
}

void px_linear_write(const struct px_linear *linear, struct px_slice name, const struct px_slice *names,
                     struct px_buffer *out)
{
    px_buffer_printf(out, "[linear %.*s]\n", PX_SLICE_ARG(name));
    for (size_t i = 0; i < linear->count; i++)
        px_buffer_printf(out, "%.*s\t%d\n", PX_SLICE_ARG(names[linear->weights[i].feature]),
                         (int)linear->weights[i].steps);
}

static void write_child(const struct px_trees *trees, uint32_t root, int32_t child, struct px_buffer *out)
{
    if (child >= 0)
        px_buffer_printf(out, "\t%d", (int)child - (int)root);
    else
        px_buffer_printf(out, "\t=%d", (int)trees->leaves[~child]);
}

void px_trees_write(const struct px_trees *trees, struct px_slice name, const struct px_slice *names,
                    struct px_buffer *out)
{
    px_buffer_printf(out, "[trees %.*s]\n", PX_SLICE_ARG(name));
    size_t tree = 0;
    for (size_t i = 0; i < trees->node_count; i++) {
        if (tree + 1 < trees->root_count && i >= trees->roots[tree + 1])
            tree++;
        const struct px_tree_node *node = &trees->nodes[i];
        uint32_t root = trees->roots[tree];
        px_buffer_printf(out, "%zu\t%.*s\t", i - root, PX_SLICE_ARG(names[node->feature]));
        px_decimal_write(node->limit, out);
        write_child(trees, root, node->child[0], out);
        write_child(trees, root, node->child[1], out);
        px_buffer_byte(out, '\n');
    }
}
