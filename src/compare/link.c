/* Entities of several articles that bear the same key are one. */
#include "compare/internal.h"

#include <stdlib.h>

static int by_key(const void *a, const void *b)
{
    return px_slice_compare(((const struct px_link *)a)->key, ((const struct px_link *)b)->key);
}

/* One link a key, in order of appearance; `ids` gives their numbers. */
static enum px_status collect(struct px_compare_context *context, struct px_table *ids, struct px_error *error)
{
    for (size_t a = 0; a < context->count; a++)
        for (size_t e = 0; e < context->articles[a]->entities.count; e++) {
            bool added;
            struct px_slice key = context->articles[a]->entities.items[e].key;
            if (key.size == 0)
                continue;
            uint32_t id = px_table_add(ids, key, &added);
            struct px_link *link = id == PX_NONE || !added ? NULL : px_vector_push(&context->links, &context->scratch);
            if (link != NULL) {
                link->key = key;
                link->entities = px_arena_array(&context->scratch, uint32_t, context->count);
            }
            if (id == PX_NONE || (added && (link == NULL || link->entities == NULL)))
                return px_compare_no_memory(error);
            if (added)
                memset(link->entities, 0xff, context->count * sizeof *link->entities);
            if (context->links.items[id].entities[a] == PX_NONE)
                context->links.items[id].entities[a] = (uint32_t)e;
        }
    return PX_OK;
}

static uint32_t find(const struct px_compare_context *context, struct px_slice key)
{
    struct px_link wanted = {.key = key};
    const struct px_link *link =
        key.size == 0 || context->links.count == 0
            ? NULL
            : bsearch(&wanted, context->links.items, context->links.count, sizeof wanted, by_key);
    return link == NULL ? PX_NONE : (uint32_t)(link - context->links.items);
}

enum px_status px_compare_link(struct px_compare_context *context, struct px_error *error)
{
    struct px_table ids = {0};
    enum px_status status = collect(context, &ids, error);
    px_table_release(&ids);
    context->link_of = px_arena_array(&context->scratch, uint32_t *, context->count);
    if (status != PX_OK || context->link_of == NULL)
        return status != PX_OK ? status : px_compare_no_memory(error);
    if (context->links.count > 1)
        qsort(context->links.items, context->links.count, sizeof *context->links.items, by_key);
    for (size_t a = 0; a < context->count; a++) {
        size_t entities = context->articles[a]->entities.count;
        context->link_of[a] = px_arena_array(&context->scratch, uint32_t, entities);
        if (context->link_of[a] == NULL)
            return px_compare_no_memory(error);
        for (size_t e = 0; e < entities; e++)
            context->link_of[a][e] = find(context, context->articles[a]->entities.items[e].key);
    }
    return PX_OK;
}
