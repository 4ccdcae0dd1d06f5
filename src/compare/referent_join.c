/* Which entities of several articles are one, and how that is known.
 *
 * Entities are linked by key. A person known by one word in one article ("johnson") is the person whose name holds it
 * in another, if only one does or one is named far more often than the others; two full names are one person when first
 * and last word agree ("james b. comey"). Groups have no names: "the rioters" of one article are "the demonstrators" of
 * another where the naming lexicon has both words for one thing. Where an article has two such groups, the paragraphs
 * that tell the same say which: the one stands here, the other there.
 */
#include "compare/referent.h"

#include <math.h>

#include "base/buffer.h"
#include "text/normalise.h"

/* How often links of a kind are right. Name and part were counted on news of four events in five outlets each, with every
 * mention marked: 278 and 27 links, of which 6 and none joined two things (one more was added to each count). No marked
 * text has enough of the others: theirs are set by judgement, in this order. */
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

/* Who has a word in the name: the set with most mentions so far, and all mentions of those who have it. */
struct owner {
    uint32_t link;
    uint32_t mentions;
    uint32_t total;
};

#define DOMINANT 0.75 /* share of mentions from which a shared last name means the one */

/* Links being joined into referents. */
struct join {
    struct px_compare_context *context;
    struct px_referent_sets *sets;
    struct px_table suffixes; /* what may stand behind a person's name: "jr." */
    struct px_table words;
    PX_VECTOR(struct owner) owners; /* [words] */
};

static uint8_t kind_of(const struct px_compare_context *context, const struct px_link *link)
{
    uint8_t kind = PX_ENTITY_OTHER;
    for (size_t a = 0; a < context->count; a++)
        if (link->entities[a] != PX_NONE && context->articles[a]->entities.items[link->entities[a]].kind < kind)
            kind = context->articles[a]->entities.items[link->entities[a]].kind;
    return kind;
}

/* A chain is as strong as its weakest link. */
static void weaken(uint8_t *how, uint8_t other)
{
    if (confidences[other] < confidences[*how])
        *how = other;
}

/* One set of two, unless an article names both: then they are two there. */
static void unite(struct join *join, uint32_t a, uint32_t b, enum px_link_kind how)
{
    size_t articles = join->context->count;
    a = px_referent_root(join->sets->parents, a);
    b = px_referent_root(join->sets->parents, b);
    uint32_t keep = a < b ? a : b;
    uint32_t lose = a < b ? b : a;
    for (size_t i = 0; i < articles; i++)
        if (a == b || (join->sets->held[a * articles + i] != PX_NONE && join->sets->held[b * articles + i] != PX_NONE))
            return;
    join->sets->parents[lose] = keep;
    weaken(&join->sets->how[keep], join->sets->how[lose]);
    weaken(&join->sets->how[keep], (uint8_t)how);
    for (size_t i = 0; i < articles; i++)
        if (join->sets->held[lose * articles + i] != PX_NONE)
            join->sets->held[keep * articles + i] = join->sets->held[lose * articles + i];
}

static size_t last_start(struct px_slice key)
{
    size_t start = key.size;
    while (start > 0 && key.data[start - 1] != ' ' && key.data[start - 1] != '-')
        start--;
    return start;
}

/* The name's first and last word; false for a name of one word. Hyphens part words; "jr." is no part of the name: where
 * it tells two persons apart, some article names both, and they stay two. */
static bool ends_of(const struct join *join, struct px_slice key, struct px_slice *first, struct px_slice *last)
{
    size_t front = 0;
    size_t back = last_start(key);
    while (back > 0 && px_table_find(&join->suffixes, px_slice_part(key, back, key.size)) != PX_NONE) {
        key.size = back - 1;
        back = last_start(key);
    }
    while (front < key.size && key.data[front] != ' ' && key.data[front] != '-')
        front++;
    *first = px_slice_part(key, 0, front);
    *last = px_slice_part(key, back, key.size);
    return front < key.size && first->size > 0 && last->size > 0;
}

static enum px_status know_suffixes(struct join *join, struct px_error *error)
{
    const struct px_resources *resources = join->context->worker->resources;
    const struct px_lexicon *names = resources == NULL ? NULL : px_resources_lexicon(resources, PX_LEXICON_NAMES);
    struct px_buffer fold = {0};
    bool kept = true;
    for (size_t i = 0; kept && names != NULL && i < names->entries.count; i++) {
        const struct px_entry *entry = &names->entries.items[i];
        if (!px_slice_is(entry->category, "name.suffix") && !px_slice_is(entry->category, "name.junior"))
            continue;
        px_buffer_clear(&fold);
        px_text_fold(entry->text, &fold);
        kept = !fold.failed && px_table_add(&join->suffixes, px_buffer_slice(&fold), NULL) != PX_NONE;
    }
    px_buffer_release(&fold);
    return kept ? PX_OK : px_compare_no_memory(error);
}

static uint32_t mentions_of(const struct px_compare_context *context, const struct px_link *link)
{
    uint32_t mentions = 0;
    for (size_t a = 0; a < context->count; a++)
        if (link->entities[a] != PX_NONE)
            mentions += context->articles[a]->entities.items[link->entities[a]].mention_count;
    return mentions;
}

static bool own_word(struct join *join, struct px_slice word, uint32_t link)
{
    bool added;
    uint32_t id = px_table_add(&join->words, word, &added);
    struct owner *owner = id == PX_NONE ? NULL
                          : added       ? px_vector_push(&join->owners, &join->context->scratch)
                                        : &join->owners.items[id];
    uint32_t mentions = mentions_of(join->context, &join->context->links.items[link]);
    uint32_t root = px_referent_root(join->sets->parents, link);
    if (owner == NULL)
        return false;
    owner->total += mentions;
    if (!added && px_referent_root(join->sets->parents, owner->link) == root)
        owner->mentions += mentions;
    else if (added || mentions > owner->mentions)
        *owner = (struct owner){root, mentions, owner->total};
    return true;
}

/* The set that the word means, or PX_NONE. */
static uint32_t owner_of(const struct join *join, struct px_slice word)
{
    uint32_t id = px_table_find(&join->words, word);
    const struct owner *owner = id == PX_NONE ? NULL : &join->owners.items[id];
    return owner == NULL || owner->mentions < DOMINANT * owner->total ? PX_NONE : owner->link;
}

/* Full names of persons: those that agree in both ends are united, and all own their ends. */
static enum px_status own_names(struct join *join, struct px_error *error)
{
    struct px_buffer both = {0};
    struct px_slice first, last;
    bool kept = true;
    for (uint32_t i = 0; kept && i < join->context->links.count; i++) {
        const struct px_link *link = &join->context->links.items[i];
        if (kind_of(join->context, link) != PX_ENTITY_PERSON || !ends_of(join, link->key, &first, &last))
            continue;
        px_buffer_clear(&both);
        px_buffer_append(&both, first);
        px_buffer_byte(&both, ' ');
        px_buffer_append(&both, last);
        if (both.failed)
            break;
        uint32_t known = px_table_find(&join->words, px_buffer_slice(&both));
        if (known != PX_NONE)
            unite(join, join->owners.items[known].link, i, PX_LINK_PART);
        kept = own_word(join, px_buffer_slice(&both), i) && own_word(join, first, i) && own_word(join, last, i);
    }
    kept = kept && !both.failed;
    px_buffer_release(&both);
    return kept ? PX_OK : px_compare_no_memory(error);
}

/* Names of one word go to the person who has it as the last word of the name, or else as the first. */
static void give_words(struct join *join, bool last_words)
{
    struct px_slice first, last;
    for (uint32_t i = 0; i < join->context->links.count; i++) {
        const struct px_link *link = &join->context->links.items[i];
        uint8_t kind = kind_of(join->context, link);
        if ((kind != PX_ENTITY_PERSON && kind != PX_ENTITY_OTHER) || ends_of(join, link->key, &first, &last))
            continue;
        uint32_t owner = owner_of(join, link->key);
        if (owner != PX_NONE && px_slice_ends(join->context->links.items[owner].key, link->key) == last_words)
            unite(join, owner, i, PX_LINK_PART);
    }
}

/* Groups that no name binds. */
struct groups {
    struct join *join;
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
    uint32_t form = px_vocabulary_add(worker->vocabulary, px_slice_part(key, last_start(key), key.size));
    size_t count = form == PX_NONE ? 0 : px_match_form(worker->cache, form, PX_LEXICON_NAMING, &entries);
    return count == 0 ? PX_SLICE("")
                      : px_resources_lexicon(worker->resources, PX_LEXICON_NAMING)->entries.items[entries[0]].category;
}

/* Which groups stand in which block of an article. */
static void mark_blocks(struct groups *groups, size_t article)
{
    const struct px_article *a = groups->join->context->articles[article];
    for (size_t m = 0; m < a->mentions.count; m++) {
        uint32_t group = groups->of[article][a->mentions.items[m].entity];
        if (group != PX_NONE)
            groups->blocks[article][px_compare_block_at(a, a->mentions.items[m].start) * groups->count + group] = true;
    }
}

/* Room for what is known of the groups, and where they stand. */
static bool survey(struct groups *groups)
{
    struct px_compare_context *context = groups->join->context;
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
    struct px_compare_context *context = groups->join->context;
    groups->links = px_arena_array(&context->scratch, uint32_t, MOST_GROUPS);
    for (uint32_t i = 0; groups->links != NULL && i < context->links.count && groups->count < MOST_GROUPS; i++)
        if (kind_of(context, &context->links.items[i]) == PX_ENTITY_GROUP)
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
    return groups->join->context->links.items[groups->links[group]].entities[article];
}

/* Does an article name two of the category? Then there are two, or who is meant is not told by the words. */
static bool is_contested(const struct groups *groups, struct px_slice category)
{
    for (size_t a = 0; a < groups->join->context->count; a++) {
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
                unite(groups->join, groups->links[g], groups->links[h], PX_LINK_LEXICON);
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
    const struct px_compare_context *context = groups->join->context;
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
            unite(groups->join, groups->links[g], groups->links[partner], PX_LINK_CONTEXT);
    }
}

static enum px_status join_groups(struct join *join, struct px_error *error)
{
    struct groups groups = {.join = join};
    if (!find_groups(&groups))
        return px_compare_no_memory(error);
    join_categories(&groups);
    join_neighbours(&groups);
    return PX_OK;
}

/* Each link a set of its own: named alike, or by the user's list. */
static bool make_sets(struct px_compare_context *context, struct px_referent_sets *sets)
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
        sets->how[i] = PX_LINK_NAME;
        memcpy(sets->held + i * context->count, link->entities, context->count * sizeof *sets->held);
        for (size_t a = 0; a < context->count; a++)
            if (link->entities[a] != PX_NONE && context->articles[a]->entities.items[link->entities[a]].listed)
                sets->how[i] = PX_LINK_ALIAS;
    }
    return true;
}

enum px_status px_referent_join(struct px_compare_context *context, struct px_referent_sets *sets,
                                struct px_error *error)
{
    struct join join = {.context = context, .sets = sets};
    enum px_status status = make_sets(context, sets) ? know_suffixes(&join, error) : px_compare_no_memory(error);
    if (status == PX_OK)
        status = own_names(&join, error);
    if (status == PX_OK) {
        give_words(&join, true);
        give_words(&join, false);
        status = join_groups(&join, error);
    }
    px_table_release(&join.suffixes);
    px_table_release(&join.words);
    return status;
}
