/* Which entities of several articles are one beyond their names, and how that is known.
 *
 * Groups have no names: "the rioters" of one article are "the demonstrators" of
 * another where the naming lexicon has both words for one thing. Where an article has two such groups, the paragraphs
 * that tell the same say which: the one stands here, the other there.
 */
#include "naming/referent.h"

#include <math.h>

/* How often links of a kind are right. Name and part were counted on news of four events in five outlets each, with
 * every mention marked: 278 and 27 links, of which 6 and none joined two things (one more was added to each count). No
 * marked text has enough of the others: theirs are set by judgement, in this order. */
static const double confidences[] = {
    [PX_LINK_NONE] = 1,  [PX_LINK_ALIAS] = 1,    [PX_LINK_NAME] = .98,   [PX_LINK_PART] = .96,
    [PX_LINK_ROLE] = .8, [PX_LINK_LEXICON] = .6, [PX_LINK_CONTEXT] = .4,
};

void px_referent_link(const struct px_compare_context *context, struct px_referent *referent, enum px_link_kind how)
{
    size_t articles = 0;
    for (size_t a = 0; a < context->count; a++)
        articles += referent->entity[a] != PX_NONE || referent->mentions[a].count > 0;
    referent->link = (uint8_t)(articles > 1 ? how : PX_LINK_NONE);
    referent->confidence = articles > 1 ? confidences[how] : NAN;
}

uint8_t px_link_kind(const struct px_compare_context *context, const uint32_t *entities)
{
    uint8_t least = PX_ENTITY_OTHER, fullest = PX_ENTITY_OTHER;
    size_t longest = 0;
    for (size_t a = 0; a < context->count; a++) {
        if (entities[a] == PX_NONE)
            continue;
        const struct px_entity *entity = &context->articles[a]->entities.items[entities[a]];
        if (entity->name.size > longest || (entity->name.size == longest && entity->kind < fullest))
            fullest = entity->kind;
        longest = entity->name.size > longest ? entity->name.size : longest;
        least = entity->kind < least ? entity->kind : least;
    }
    return fullest == PX_ENTITY_OTHER ? least : fullest;
}

size_t px_link_last_start(struct px_slice key)
{
    size_t start = key.size;
    while (start > 0 && key.data[start - 1] != ' ' && key.data[start - 1] != '-')
        start--;
    return start;
}

/* A chain is as strong as its weakest link. */
static void weaken(uint8_t *how, uint8_t other)
{
    if (confidences[other] < confidences[*how])
        *how = other;
}

void px_referent_unite(const struct px_compare_context *context, struct px_referent_sets *sets, uint32_t a, uint32_t b,
                       enum px_link_kind how)
{
    size_t articles = context->count;
    a = px_referent_root(sets->parents, a);
    b = px_referent_root(sets->parents, b);
    uint32_t keep = a < b ? a : b;
    uint32_t lose = a < b ? b : a;
    for (size_t i = 0; i < articles; i++)
        if (a == b || (sets->held[a * articles + i] != PX_NONE && sets->held[b * articles + i] != PX_NONE))
            return;
    sets->parents[lose] = keep;
    weaken(&sets->how[keep], sets->how[lose]);
    weaken(&sets->how[keep], (uint8_t)how);
    for (size_t i = 0; i < articles; i++)
        if (sets->held[lose * articles + i] != PX_NONE)
            sets->held[keep * articles + i] = sets->held[lose * articles + i];
}

bool px_referent_sets_init(struct px_compare_context *context, struct px_referent_sets *sets)
{
    size_t links = context->links.count;
    sets->parents = px_arena_array(&context->scratch, uint32_t, links);
    sets->held = px_arena_array(&context->scratch, uint32_t, links * context->count);
    sets->how = px_arena_array(&context->scratch, uint8_t, links);
    if (sets->parents == NULL || sets->held == NULL || sets->how == NULL)
        return false;
    for (uint32_t i = 0; i < links; i++) {
        const struct px_link *link = &context->links.items[i];
        sets->parents[i] = i;
        sets->how[i] = link->how;
        memcpy(sets->held + i * context->count, link->entities, context->count * sizeof *sets->held);
    }
    return true;
}

/* Groups that no name binds. */
struct groups {
    struct px_compare_context *context;
    struct px_referent_sets *sets;
    uint32_t *links; /* [count] */
    size_t count;
    struct px_slice *categories; /* [count] of the naming lexicon, empty: none */
    uint32_t *edges;             /* [count][count] paragraphs that tell the same, with the one here, the other there */
    bool **blocks;               /* [articles][blocks][count] */
    uint32_t **of;               /* [articles][entities] the group, or PX_NONE */
};

/* What the naming lexicon says that the last word of the key names, or "". */
static struct px_slice category_of(const struct px_compare_context *context, struct px_slice key)
{
    const struct px_worker *worker = context->worker;
    const uint32_t *entries;
    if (worker->resources == NULL)
        return PX_SLICE("");
    uint32_t form = px_vocabulary_add(worker->vocabulary, px_slice_part(key, px_link_last_start(key), key.size));
    size_t count = form == PX_NONE ? 0 : px_match_form(worker->cache, form, PX_LEXICON_NAMING, &entries);
    return count == 0 ? PX_SLICE("")
                      : px_resources_lexicon(worker->resources, PX_LEXICON_NAMING)->entries.items[entries[0]].category;
}

/* Which groups stand in which block of an article. */
static void mark_blocks(struct groups *groups, size_t article)
{
    const struct px_article *a = groups->context->articles[article];
    for (size_t m = 0; m < a->mentions.count; m++) {
        uint32_t group = groups->of[article][a->mentions.items[m].entity];
        if (group != PX_NONE)
            groups->blocks[article][px_compare_block_at(a, a->mentions.items[m].start) * groups->count + group] = true;
    }
}

/* Room for what is known of the groups, and where they stand. */
static bool survey(struct groups *groups)
{
    struct px_compare_context *context = groups->context;
    groups->categories = px_arena_array(&context->scratch, struct px_slice, groups->count);
    groups->edges = px_arena_array(&context->scratch, uint32_t, groups->count * groups->count);
    groups->blocks = px_arena_array(&context->scratch, bool *, context->count);
    groups->of = px_arena_array(&context->scratch, uint32_t *, context->count);
    if (groups->categories == NULL || groups->edges == NULL || groups->blocks == NULL || groups->of == NULL)
        return false;
    for (size_t a = 0; a < context->count; a++) {
        const struct px_article *article = context->articles[a];
        groups->blocks[a] = px_arena_array(&context->scratch, bool, article->blocks.count * groups->count);
        groups->of[a] = px_arena_array(&context->scratch, uint32_t, article->entities.count);
        if (groups->blocks[a] == NULL || groups->of[a] == NULL)
            return false;
        memset(groups->of[a], 0xff, article->entities.count * sizeof **groups->of);
    }
    return true;
}

static bool find_groups(struct groups *groups)
{
    enum { MOST_GROUPS = 64 };
    struct px_compare_context *context = groups->context;
    groups->links = px_arena_array(&context->scratch, uint32_t, MOST_GROUPS);
    for (uint32_t i = 0; groups->links != NULL && i < context->links.count && groups->count < MOST_GROUPS; i++)
        if (px_link_kind(context, context->links.items[i].entities) == PX_ENTITY_GROUP)
            groups->links[groups->count++] = i;
    if (groups->links == NULL || !survey(groups))
        return false;
    for (uint32_t g = 0; g < groups->count; g++) {
        const struct px_link *link = &context->links.items[groups->links[g]];
        groups->categories[g] = category_of(context, link->key);
        for (size_t a = 0; a < context->count; a++)
            if (link->entities[a] != PX_NONE)
                groups->of[a][link->entities[a]] = g;
    }
    for (size_t a = 0; a < context->count; a++)
        mark_blocks(groups, a);
    return true;
}

static uint32_t entity_of(const struct groups *groups, size_t group, size_t article)
{
    return groups->context->links.items[groups->links[group]].entities[article];
}

/* Does an article name two of the category? Then there are two, or who is meant is not told by the words. */
static bool is_contested(const struct groups *groups, struct px_slice category)
{
    for (size_t a = 0; a < groups->context->count; a++) {
        size_t named = 0;
        for (size_t g = 0; g < groups->count; g++)
            named += entity_of(groups, g, a) != PX_NONE && px_slice_equal(groups->categories[g], category);
        if (named > 1)
            return true;
    }
    return false;
}

static void join_categories(struct groups *groups)
{
    for (size_t g = 0; g < groups->count; g++) {
        if (groups->categories[g].size == 0 || is_contested(groups, groups->categories[g]))
            continue;
        for (size_t h = g + 1; h < groups->count; h++)
            if (px_slice_equal(groups->categories[g], groups->categories[h]))
                px_referent_unite(groups->context, groups->sets, groups->links[g], groups->links[h], PX_LINK_LEXICON);
    }
}

/* Does the group stand at this end of the edge, and not in the other article at all? */
static bool is_at_end(const struct groups *groups, size_t group, const struct px_edge *edge, int end)
{
    return entity_of(groups, group, edge->article[1 - end]) == PX_NONE &&
           groups->blocks[edge->article[end]][edge->block[end] * groups->count + group];
}

static void count_edges(struct groups *groups)
{
    const struct px_compare_context *context = groups->context;
    for (size_t e = 0; e < context->comparison->edges.count; e++) {
        const struct px_edge *edge = &context->comparison->edges.items[e];
        for (size_t g = 0; context->firm.items[e] && g < groups->count; g++)
            for (size_t h = 0; is_at_end(groups, g, edge, 0) && h < groups->count; h++)
                if (is_at_end(groups, h, edge, 1)) {
                    groups->edges[g * groups->count + h]++;
                    groups->edges[h * groups->count + g]++;
                }
    }
}

/* The group that shares more edges with this one than any other does, if any; PX_NONE when there is none. */
static uint32_t best_partner(const struct groups *groups, size_t group)
{
    const uint32_t *edges = groups->edges + group * groups->count;
    uint32_t best = PX_NONE;
    uint32_t most = 0;
    for (uint32_t h = 0; h < groups->count; h++) {
        if (edges[h] >= most && best != PX_NONE)
            best = edges[h] == most ? PX_NONE : h;
        else if (edges[h] > most)
            best = h;
        most = edges[h] > most ? edges[h] : most;
    }
    return best;
}

static void join_neighbours(struct groups *groups)
{
    count_edges(groups);
    for (uint32_t g = 0; g < groups->count; g++) {
        uint32_t partner = best_partner(groups, g);
        bool mutual = partner != PX_NONE && partner > g && best_partner(groups, partner) == g;
        if (mutual && groups->categories[g].size > 0 &&
            px_slice_equal(groups->categories[g], groups->categories[partner]))
            px_referent_unite(groups->context, groups->sets, groups->links[g], groups->links[partner], PX_LINK_CONTEXT);
    }
}

enum px_status px_referent_join(struct px_compare_context *context, struct px_referent_sets *sets,
                                struct px_error *error)
{
    struct groups groups = {.context = context, .sets = sets};
    if (!px_referent_sets_init(context, sets) || !find_groups(&groups))
        return px_no_memory(error);
    join_categories(&groups);
    join_neighbours(&groups);
    return PX_OK;
}
