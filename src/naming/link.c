/* Entities of several articles that bear the same key are one, and so are those whose names say so. */
#include "naming/referent.h"

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
                return px_no_memory(error);
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

/* By name, or by the user's list of aliases. */
static void tell_how(struct px_compare_context *context)
{
    for (size_t l = 0; l < context->links.count; l++) {
        struct px_link *link = &context->links.items[l];
        link->how = PX_LINK_NAME;
        for (size_t a = 0; a < context->count; a++)
            if (link->entities[a] != PX_NONE && context->articles[a]->entities.items[link->entities[a]].listed)
                link->how = PX_LINK_ALIAS;
    }
}

/* context->link_of, by key. */
static enum px_status index_links(struct px_compare_context *context, struct px_error *error)
{
    context->link_of = px_arena_array(&context->scratch, uint32_t *, context->count);
    for (size_t a = 0; context->link_of != NULL && a < context->count; a++) {
        size_t entities = context->articles[a]->entities.count;
        context->link_of[a] = px_arena_array(&context->scratch, uint32_t, entities);
        if (context->link_of[a] == NULL)
            return px_no_memory(error);
        for (size_t e = 0; e < entities; e++)
            context->link_of[a][e] = find(context, context->articles[a]->entities.items[e].key);
    }
    return context->link_of == NULL ? px_no_memory(error) : PX_OK;
}

/* Leaves one link of each set, in the order of keys. */
static enum px_status keep_roots(struct px_compare_context *context, const struct px_referent_sets *sets,
                                 struct px_error *error)
{
    struct px_link *links = context->links.items;
    uint32_t *places = px_arena_array(&context->scratch, uint32_t, context->links.count);
    uint32_t kept = 0;
    if (places == NULL)
        return px_no_memory(error);
    for (uint32_t l = 0; l < context->links.count; l++) {
        uint32_t root = px_referent_root(sets->parents, l);
        places[l] = root == l ? kept : places[root];
        if (root != l)
            continue;
        links[kept] = links[l];
        links[kept].how = sets->how[l];
        memcpy(links[kept++].entities, sets->held + l * context->count, context->count * sizeof *sets->held);
    }
    context->links.count = kept;
    for (size_t a = 0; a < context->count; a++)
        for (size_t e = 0; e < context->articles[a]->entities.count; e++)
            if (context->link_of[a][e] != PX_NONE)
                context->link_of[a][e] = places[context->link_of[a][e]];
    return PX_OK;
}

enum px_status px_compare_link(struct px_compare_context *context, struct px_error *error)
{
    struct px_table ids = {0};
    struct px_referent_sets sets;
    enum px_status status = collect(context, &ids, error);
    px_table_release(&ids);
    if (context->links.count > 1)
        qsort(context->links.items, context->links.count, sizeof *context->links.items, by_key);
    tell_how(context);
    if (status == PX_OK)
        status = index_links(context, error);
    if (status == PX_OK)
        status = px_referent_sets_init(context, &sets) ? px_link_join(context, &sets, error) : px_no_memory(error);
    return status == PX_OK ? keep_roots(context, &sets, error) : status;
}
