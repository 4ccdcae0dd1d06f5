/* Categories in categories: the path while reading, the tree and the table while writing. */
#include "lexicon/formats.h"
#include "text/normalise.h"

enum { MOST_LEVELS = 32 };

size_t px_category_path_enter(struct px_category_path *path, struct px_slice name)
{
    size_t before = path->dotted.size;
    if (before > 0)
        px_buffer_byte(&path->dotted, '.');
    size_t start = path->dotted.size;
    px_text_tidy(name, &path->dotted);
    if (path->dotted.size == start)
        px_category_path_leave(path, before);
    path->is_kept = false;
    return before;
}

void px_category_path_leave(struct px_category_path *path, size_t size)
{
    if (size < path->dotted.size) {
        path->dotted.size = size;
        path->dotted.data[size] = '\0';
    }
    path->is_kept = false;
}

struct px_slice px_category_path_get(struct px_category_path *path, struct px_arena *arena)
{
    if (!path->is_kept) {
        path->kept = (struct px_slice){0};
        if (!path->dotted.failed)
            path->kept = px_arena_copy(arena, px_buffer_slice(&path->dotted));
        path->is_kept = path->kept.data != NULL;
    }
    return path->kept;
}

/* Where level `level` of the category ends; its size behind the last. */
static size_t end_of_level(struct px_slice category, size_t from, size_t level)
{
    const char *dot = from >= category.size || level + 1 >= MOST_LEVELS
                          ? NULL
                          : memchr(category.data + from, '.', category.size - from);
    return dot == NULL ? category.size : (size_t)(dot - category.data);
}

static size_t add_child(struct px_category_tree *tree, size_t parent, struct px_slice name)
{
    size_t child = tree->count++;
    struct px_category_node *node = &tree->nodes[parent];
    tree->nodes[child] =
        (struct px_category_node){name, PX_NO_COLUMN, PX_NO_COLUMN, PX_NO_COLUMN, PX_NO_COLUMN, PX_NO_COLUMN};
    if (node->first_child == PX_NO_COLUMN)
        node->first_child = child;
    else
        tree->nodes[node->last_child].next = child;
    node->last_child = child;
    return child;
}

/* The node of the category, made with those above it; `known` maps dotted names to nodes less the root. */
static size_t node_of(struct px_category_tree *tree, struct px_table *known, struct px_slice category)
{
    size_t node = 0;
    size_t start = 0;
    for (size_t level = 0; start < category.size; level++) {
        size_t end = end_of_level(category, start, level);
        bool added;
        uint32_t id = px_table_add(known, px_slice_part(category, 0, end), &added);
        if (id == PX_NONE)
            return PX_NO_COLUMN;
        if (added)
            add_child(tree, node, px_slice_part(category, start, end));
        node = (size_t)id + 1;
        start = end + 1;
    }
    return node;
}

static void add_entry(struct px_category_tree *tree, size_t node, size_t entry)
{
    if (tree->nodes[node].first_entry == PX_NO_COLUMN)
        tree->nodes[node].first_entry = entry;
    else
        tree->next_entry[tree->nodes[node].last_entry] = entry;
    tree->nodes[node].last_entry = entry;
    tree->next_entry[entry] = PX_NO_COLUMN;
}

/* No more nodes than levels of all categories that change from one entry to the next. */
static size_t count_levels(const struct px_lexicon *lexicon)
{
    size_t levels = 1;
    for (size_t i = 0; i < lexicon->entries.count; i++) {
        struct px_slice category = lexicon->entries.items[i].category;
        if (i > 0 && px_slice_equal(category, lexicon->entries.items[i - 1].category))
            continue;
        size_t mine = 1;
        for (size_t at = 0; at < category.size && mine < MOST_LEVELS; at++)
            mine += category.data[at] == '.';
        levels += mine;
    }
    return levels;
}

enum px_status px_category_tree_make(struct px_writer *writer, const struct px_slice *texts,
                                     struct px_category_tree *tree)
{
    const struct px_lexicon *lexicon = writer->lexicon;
    struct px_table known = {0};
    enum px_status status = PX_OK;
    tree->nodes = px_arena_array(writer->arena, struct px_category_node, count_levels(lexicon));
    tree->next_entry = px_arena_array(writer->arena, size_t, lexicon->entries.count);
    if (tree->nodes == NULL || tree->next_entry == NULL)
        return px_no_memory(writer->error);
    tree->count = 1;
    tree->nodes[0] =
        (struct px_category_node){{0}, PX_NO_COLUMN, PX_NO_COLUMN, PX_NO_COLUMN, PX_NO_COLUMN, PX_NO_COLUMN};
    for (size_t i = 0; status == PX_OK && i < lexicon->entries.count; i++) {
        if (texts[i].data == NULL)
            continue;
        size_t node = node_of(tree, &known, lexicon->entries.items[i].category);
        if (node == PX_NO_COLUMN)
            status = px_no_memory(writer->error);
        else
            add_entry(tree, node, i);
    }
    px_table_release(&known);
    return status;
}

enum px_status px_entry_groups_make(struct px_writer *writer, const struct px_slice *texts,
                                    struct px_entry_groups *groups)
{
    size_t count = writer->lexicon->entries.count;
    *groups = (struct px_entry_groups){0};
    groups->first_entry = px_arena_array(writer->arena, size_t, count);
    groups->next_entry = px_arena_array(writer->arena, size_t, count);
    groups->category = px_arena_array(writer->arena, uint32_t, count);
    size_t *last = px_arena_array(writer->arena, size_t, count);
    if (last == NULL || groups->category == NULL || groups->next_entry == NULL || groups->first_entry == NULL)
        return px_no_memory(writer->error);
    for (size_t i = 0; i < count; i++) {
        if (texts[i].data == NULL)
            continue;
        bool added;
        uint32_t group = px_table_add(&groups->texts, texts[i], &added);
        groups->category[i] = px_table_add(&groups->categories, writer->lexicon->entries.items[i].category, NULL);
        if (group == PX_NONE || groups->category[i] == PX_NONE)
            return px_no_memory(writer->error);
        if (added)
            groups->first_entry[group] = i;
        else
            groups->next_entry[last[group]] = i;
        last[group] = i;
        groups->next_entry[i] = PX_NO_COLUMN;
    }
    return PX_OK;
}

void px_entry_groups_release(struct px_entry_groups *groups)
{
    px_table_release(&groups->texts);
    px_table_release(&groups->categories);
}
