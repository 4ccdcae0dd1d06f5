/* Names for the same thing: forms of the naming lexicon, gathered by what they name.
 *
 * A category of the lexicon ("change of power") is a kind of thing, not one thing: two articles may speak of two. Forms
 * name one thing when they are bound to the same entity ("the coup in Kiev", "Ukraine's revolution") or stand in
 * passages on the same topic. Forms that take sides are few enough to be taken together within a section; plain
 * words ("government", "operation") count only when bound.
 */
#include <stdlib.h>

#include "base/buffer.h"
#include "naming/referent_name.h"

/* A group's referent being built, and what it is sorted by. */
struct found {
    struct px_referent referent;
    uint32_t root;
    uint32_t weight;
    uint32_t hits;
    struct px_slice category;
};

/* The entity that most of the group's hits are bound to; the one named more often on a tie. `counts` is and stays 0. */
static uint32_t main_anchor(const struct px_names *names, uint32_t root, uint32_t *counts)
{
    uint32_t best = PX_NONE;
    for (uint32_t i = root; i != PX_NONE; i = names->next[i])
        if (names->items.items[i].anchor != PX_NONE)
            counts[names->items.items[i].anchor]++;
    for (uint32_t i = root; i != PX_NONE; i = names->next[i]) {
        uint32_t anchor = names->items.items[i].anchor;
        if (anchor == PX_NONE)
            continue;
        if (best == PX_NONE || counts[anchor] > counts[best] || (anchor < best && counts[anchor] == counts[best]))
            best = anchor;
    }
    for (uint32_t i = root; i != PX_NONE; i = names->next[i])
        if (names->items.items[i].anchor != PX_NONE)
            counts[names->items.items[i].anchor] = 0;
    return best;
}

/* What readers call the category: its label in the lexicon, else its name with spaces for hyphens. */
static void write_label(const struct px_lexicon *lexicon, struct px_slice category, struct px_buffer *name)
{
    struct px_buffer key = {0};
    px_buffer_printf(&key, "label.%.*s", PX_SLICE_ARG(category));
    struct px_slice label = px_lexicon_metadata(lexicon, key.failed ? "" : key.data);
    for (size_t i = 0; label.size == 0 && i < category.size; i++)
        px_buffer_byte(name, category.data[i] == '-' ? ' ' : category.data[i]);
    px_buffer_append(name, label);
    name->failed |= key.failed;
    px_buffer_release(&key);
}

/* "change of power (Ukraine)": the category's label and what it is bound to. */
static enum px_status name_group(struct px_names *names, struct found *found, uint32_t *counts, struct px_error *error)
{
    struct px_compare_context *context = names->context;
    struct px_buffer name = {0};
    uint32_t anchor = main_anchor(names, found->root, counts);
    write_label(names->lexicon, found->category, &name);
    if (anchor != PX_NONE)
        px_buffer_printf(&name, " (%.*s)", PX_SLICE_ARG(context->comparison->referents.items[anchor].name));
    found->referent.name =
        name.failed ? (struct px_slice){NULL, 0} : px_arena_copy(&context->comparison->arena, px_buffer_slice(&name));
    px_buffer_release(&name);
    return found->referent.name.data == NULL ? px_no_memory(error) : PX_OK;
}

/* The text without one of its words, the one with `behind` words behind it; as it is where there is none. Its data is NULL
 * when memory is out. */
static struct px_slice without_word(struct px_compare_context *context, struct px_slice text, size_t behind)
{
    size_t end = text.size, start;
    for (; behind > 0 && end > 0; behind--)
        while (end > 0 && text.data[--end] != ' ')
            ;
    for (start = end; start > 0 && text.data[start - 1] != ' '; start--)
        ;
    if (start == 0 || end >= text.size)
        return text;
    char *joined = px_arena_take(&context->comparison->arena, text.size);
    if (joined == NULL)
        return (struct px_slice){NULL, 0};
    memcpy(joined, text.data, start - 1);
    memcpy(joined + start - 1, text.data + end, text.size - end);
    return (struct px_slice){joined, start - 1 + text.size - end};
}

/* One of several is the same wording, and so is what stands for any word inside of an entry: "gay couple" and "gay *married*
 * couples". False when memory is out. */
static bool unite_forms(struct px_compare_context *context, const struct px_entry *entry, struct px_naming *use)
{
    enum { LETTERS_LEAST = 4 };
    size_t any = px_slice_find(entry->text, PX_SLICE(" * "), 0), behind = 0;
    for (size_t i = any; any != SIZE_MAX && i + 2 < entry->text.size; i++)
        behind += entry->text.data[i + 2] == ' ';
    if (any != SIZE_MAX) {
        use->fold = without_word(context, use->fold, behind);
        use->spelling = without_word(context, use->spelling, behind);
    }
    use->fold.size -= use->fold.size > LETTERS_LEAST && use->fold.data[use->fold.size - 1] == 's';
    return use->fold.data != NULL && use->spelling.data != NULL;
}

static enum px_status add_use(struct px_names *names, struct found *found, const struct px_name_hit *naming,
                              struct px_namings *uses, struct px_error *error)
{
    struct px_compare_context *context = names->context;
    const struct px_token *tokens = context->articles[naming->article]->tokens.items + naming->first;
    struct px_span *span = px_vector_push(&found->referent.mentions[naming->article], &context->comparison->arena);
    struct px_naming *use = span == NULL ? NULL : px_vector_push(uses, &context->scratch);
    if (use == NULL)
        return px_no_memory(error);
    *span = (struct px_span){tokens[0].start, tokens[naming->count - 1].end};
    use->span = *span;
    use->connotation = naming->entry->weight;
    use->used_by = px_lexicon_cell(names->lexicon, naming->entry, px_lexicon_column(names->lexicon, "used_by"));
    char first = naming->entry->text.size == 0 ? ' ' : naming->entry->text.data[0];
    use->positional = use->connotation == 0 && use->used_by.size > 0 && first >= 'A' && first <= 'Z';
    enum px_status status = px_referent_wording(context, naming->article, naming->first, naming->count, use, error);
    use->own = use->own && !names->quoted[naming->article][naming->first];
    if (status == PX_OK && use->used_by.size > 0 && !unite_forms(context, naming->entry, use))
        return px_no_memory(error);
    return status;
}

/* Do several articles hold wordings of the category, in any voice and of whatever they name? */
static bool is_shared(const struct px_compare_context *context, struct px_slice category)
{
    size_t holders = 0;
    for (size_t a = 0; a < context->count; a++) {
        const struct px_hits *hits = &context->articles[a]->hits;
        bool held = false;
        for (size_t i = 0; !held && i < hits->count; i++)
            held = hits->items[i].lexicon == PX_LEXICON_NAMING &&
                   px_slice_equal(px_resources_entry(context->worker->resources, &hits->items[i])->category, category);
        holders += held;
    }
    return holders > 1;
}

static enum px_status build(struct px_names *names, struct found *found, uint32_t *counts, struct px_error *error)
{
    struct px_namings uses = {0};
    enum px_status status = px_referent_init(names->context, &found->referent, error);
    found->referent.kind = PX_ENTITY_OTHER;
    found->referent.lexical = true;
    found->hits = names->groups[found->root].hits;
    found->category = names->items.items[found->root].entry->category;
    found->referent.lone = !is_shared(names->context, found->category);
    for (uint32_t i = found->root; status == PX_OK && i != PX_NONE; i = names->next[i])
        status = add_use(names, found, &names->items.items[i], &uses, error);
    px_referent_sort_namings(&uses);
    if (status == PX_OK)
        status = px_referent_variants(names->context, uses.items, uses.count, &found->referent, error);
    bool held = names->groups[found->root].bound || names->groups[found->root].proper;
    px_referent_link(names->context, &found->referent, held ? PX_LINK_LEXICON : PX_LINK_CONTEXT);
    found->weight = px_referent_weigh(names->context, &found->referent);
    return status == PX_OK ? name_group(names, found, counts, error) : status;
}

static int by_weight(const void *left, const void *right)
{
    const struct found *a = left;
    const struct found *b = right;
    if (a->weight != b->weight)
        return a->weight < b->weight ? 1 : -1;
    if (a->hits != b->hits)
        return a->hits < b->hits ? 1 : -1;
    int order = px_slice_compare(a->referent.name, b->referent.name);
    return order != 0 ? order : px_slice_compare(a->referent.variants[0].form, b->referent.variants[0].form);
}

/* Puts what was found in front of the entities. */
static enum px_status put_first(struct px_compare_context *context, struct found *found, size_t count,
                                struct px_error *error)
{
    struct px_comparison *comparison = context->comparison;
    size_t entities = comparison->referents.count;
    struct px_referent *all = px_arena_array(&comparison->arena, struct px_referent, count + entities);
    if (all == NULL)
        return px_no_memory(error);
    if (count > 1)
        qsort(found, count, sizeof *found, by_weight);
    for (size_t i = 0; i < count; i++)
        all[i] = found[i].referent;
    if (entities > 0)
        memcpy(all + count, comparison->referents.items, entities * sizeof *all);
    comparison->referents.items = all;
    comparison->referents.count = comparison->referents.capacity = count + entities;
    return PX_OK;
}

/* A form under several categories ("extremists") makes a group in each: the one found first tells all that a later one
 * of the same hits would. */
static bool is_told(struct px_names *names, uint32_t root)
{
    struct px_buffer key = {0};
    bool added = true;
    for (uint32_t i = root; i != PX_NONE; i = names->next[i])
        px_buffer_printf(&key, "%u %u ", names->items.items[i].article, names->items.items[i].first);
    bool told = !key.failed && px_table_add(&names->keys, px_buffer_slice(&key), &added) != PX_NONE && !added;
    px_buffer_release(&key);
    return told;
}

/* May the group stand by itself? A government or an opposition is that of somebody: of nobody known it tells
 * nothing. */
static bool stands_alone(const struct px_names *names, uint32_t root)
{
    const struct px_name_group *group = &names->groups[root];
    struct px_slice rest = px_lexicon_metadata(names->lexicon, "bound"), category;
    while (!group->bound && px_slice_next(&rest, ' ', &category))
        if (px_slice_equal(category, names->items.items[root].entry->category))
            return false;
    return px_name_group_is_solid(group) || group->strong > 0;
}

static enum px_status emit(struct px_names *names, struct px_error *error)
{
    struct px_compare_context *context = names->context;
    PX_VECTOR(struct found) all = {0};
    uint32_t *counts = px_arena_array(&context->scratch, uint32_t, context->comparison->referents.count);
    enum px_status status = counts == NULL ? px_no_memory(error) : PX_OK;
    for (uint32_t i = 0; status == PX_OK && i < names->items.count; i++) {
        if (names->parents[i] != i || !stands_alone(names, i))
            continue;
        struct found *found = px_vector_push(&all, &context->scratch);
        if (found == NULL)
            return px_no_memory(error);
        found->root = i;
        status = build(names, found, counts, error);
        if (status == PX_OK && (!px_referent_takes_sides(names->lexicon, &found->referent) || is_told(names, i)))
            all.count--;
    }
    return status != PX_OK ? status : put_first(context, all.items, all.count, error);
}

enum px_status px_compare_names(struct px_compare_context *context, struct px_error *error)
{
    struct px_names names = {.context = context};
    if (context->worker->resources == NULL)
        return PX_OK;
    names.lexicon = px_resources_lexicon(context->worker->resources, PX_LEXICON_NAMING);
    enum px_status status = px_names_gather(&names, error);
    if (status == PX_OK && names.items.count > 0)
        status = px_names_unite(&names, error);
    if (status == PX_OK && names.items.count > 0)
        status = emit(&names, error);
    px_table_release(&names.categories);
    px_table_release(&names.keys);
    return status;
}
