/* Referents: entities of several articles that are one, with the wordings each article uses for them.
 *
 * Entities are linked by key. A person known by one word in one article ("johnson") is the person whose name holds it
 * in another, if only one does or one is named far more often than the others; two full names are one person when first and last word agree ("james b. comey").
 */
#include "compare/referent.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "statistics/multiple.h"
#include "text/normalise.h"

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
    uint32_t *parents;        /* [links] */
    uint32_t *held;           /* [links][articles] the entities of a set, at its root */
    struct px_table suffixes; /* what may stand behind a person's name: "jr." */
    struct px_table words;
    PX_VECTOR(struct owner) owners; /* [words] */
};

static uint8_t link_kind(const struct px_compare_context *context, const struct px_link *link)
{
    uint8_t kind = PX_ENTITY_OTHER;
    for (size_t a = 0; a < context->count; a++)
        if (link->entities[a] != PX_NONE && context->articles[a]->entities.items[link->entities[a]].kind < kind)
            kind = context->articles[a]->entities.items[link->entities[a]].kind;
    return kind;
}

/* One set of two, unless an article names both: then they are two there. */
static void unite(struct join *join, uint32_t a, uint32_t b)
{
    size_t articles = join->context->count;
    a = px_referent_root(join->parents, a);
    b = px_referent_root(join->parents, b);
    uint32_t keep = a < b ? a : b;
    uint32_t lose = a < b ? b : a;
    for (size_t i = 0; i < articles; i++)
        if (a == b || (join->held[a * articles + i] != PX_NONE && join->held[b * articles + i] != PX_NONE))
            return;
    join->parents[lose] = keep;
    for (size_t i = 0; i < articles; i++)
        if (join->held[lose * articles + i] != PX_NONE)
            join->held[keep * articles + i] = join->held[lose * articles + i];
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
    uint32_t root = px_referent_root(join->parents, link);
    if (owner == NULL)
        return false;
    owner->total += mentions;
    if (!added && px_referent_root(join->parents, owner->link) == root)
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
        if (link_kind(join->context, link) != PX_ENTITY_PERSON || !ends_of(join, link->key, &first, &last))
            continue;
        px_buffer_clear(&both);
        px_buffer_append(&both, first);
        px_buffer_byte(&both, ' ');
        px_buffer_append(&both, last);
        if (both.failed)
            break;
        uint32_t known = px_table_find(&join->words, px_buffer_slice(&both));
        if (known != PX_NONE)
            unite(join, join->owners.items[known].link, i);
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
        uint8_t kind = link_kind(join->context, link);
        if ((kind != PX_ENTITY_PERSON && kind != PX_ENTITY_OTHER) || ends_of(join, link->key, &first, &last))
            continue;
        uint32_t owner = owner_of(join, link->key);
        if (owner != PX_NONE && px_slice_ends(join->context->links.items[owner].key, link->key) == last_words)
            unite(join, owner, i);
    }
}

static enum px_status join_links(struct join *join, struct px_error *error)
{
    struct px_compare_context *context = join->context;
    size_t links = context->links.count;
    join->parents = px_arena_array(&context->scratch, uint32_t, links);
    join->held = px_arena_array(&context->scratch, uint32_t, links * context->count);
    if (join->parents == NULL || join->held == NULL)
        return px_compare_no_memory(error);
    for (uint32_t i = 0; i < links; i++) {
        join->parents[i] = i;
        memcpy(join->held + i * context->count, context->links.items[i].entities, context->count * sizeof *join->held);
    }
    enum px_status status = know_suffixes(join, error);
    if (status == PX_OK)
        status = own_names(join, error);
    if (status == PX_OK)
        give_words(join, true);
    if (status == PX_OK)
        give_words(join, false);
    return status;
}

/* The fullest name that an article gives: the longest, the first in byte order on a tie. */
static struct px_slice fullest_name(const struct px_compare_context *context, const struct px_referent *referent)
{
    struct px_slice name = {0};
    for (size_t a = 0; a < context->count; a++) {
        if (referent->entity[a] == PX_NONE)
            continue;
        struct px_slice other = context->articles[a]->entities.items[referent->entity[a]].name;
        if (other.size > name.size || (other.size == name.size && px_slice_compare(other, name) < 0))
            name = other;
    }
    return name;
}

static enum px_status add_referent(struct join *join, uint32_t root, struct px_error *error)
{
    struct px_compare_context *context = join->context;
    struct px_comparison *comparison = context->comparison;
    struct px_referent *referent = px_vector_push(&comparison->referents, &comparison->arena);
    if (referent == NULL || px_referent_init(context, referent, error) != PX_OK)
        return px_compare_no_memory(error);
    memcpy(referent->entity, join->held + root * context->count, context->count * sizeof *referent->entity);
    referent->kind = PX_ENTITY_OTHER;
    for (size_t a = 0; a < context->count; a++)
        if (referent->entity[a] != PX_NONE &&
            context->articles[a]->entities.items[referent->entity[a]].kind < referent->kind)
            referent->kind = context->articles[a]->entities.items[referent->entity[a]].kind;
    referent->name = px_arena_copy(&comparison->arena, fullest_name(context, referent));
    return referent->name.data == NULL ? px_compare_no_memory(error) : PX_OK;
}

static enum px_status add_entities(struct px_compare_context *context, struct px_error *error)
{
    struct join join = {.context = context};
    enum px_status status = join_links(&join, error);
    for (uint32_t i = 0; status == PX_OK && i < context->links.count; i++)
        if (join.parents[i] == i)
            status = add_referent(&join, i, error);
    px_table_release(&join.suffixes);
    px_table_release(&join.words);
    return status;
}

static size_t total_mentions(const struct px_referent *referent, const struct px_compare_context *context)
{
    size_t total = 0;
    for (size_t a = 0; a < context->count; a++)
        if (referent->entity[a] != PX_NONE)
            total += context->articles[a]->entities.items[referent->entity[a]].mention_count;
    return total;
}

/* A referent and what it is sorted by: most mentions first, then by key, since links come by key. */
struct ranked {
    struct px_referent referent;
    size_t total;
    size_t place;
};

static int by_mentions(const void *left, const void *right)
{
    const struct ranked *a = left;
    const struct ranked *b = right;
    if (a->total != b->total)
        return a->total < b->total ? 1 : -1;
    return (a->place > b->place) - (a->place < b->place);
}

static enum px_status sort_entities(struct px_compare_context *context, struct px_error *error)
{
    size_t count = context->comparison->referents.count;
    struct px_referent *referents = context->comparison->referents.items;
    struct ranked *ranked = px_arena_array(&context->scratch, struct ranked, count);
    if (ranked == NULL)
        return px_compare_no_memory(error);
    for (size_t i = 0; i < count; i++)
        ranked[i] = (struct ranked){referents[i], total_mentions(&referents[i], context), i};
    if (count > 1)
        qsort(ranked, count, sizeof *ranked, by_mentions);
    for (size_t i = 0; i < count; i++)
        referents[i] = ranked[i].referent;
    return PX_OK;
}

/* context->referent_of: the referent of every entity. */
static enum px_status index_entities(struct px_compare_context *context, struct px_error *error)
{
    if (context->referent_of == NULL)
        context->referent_of = px_arena_array(&context->scratch, uint32_t *, context->count);
    for (size_t a = 0; context->referent_of != NULL && a < context->count; a++) {
        size_t entities = context->articles[a]->entities.count;
        if (context->referent_of[a] == NULL)
            context->referent_of[a] = px_arena_array(&context->scratch, uint32_t, entities);
        if (context->referent_of[a] == NULL)
            return px_compare_no_memory(error);
        memset(context->referent_of[a], 0xff, entities * sizeof **context->referent_of);
    }
    if (context->referent_of == NULL)
        return px_compare_no_memory(error);
    for (size_t i = 0; i < context->comparison->referents.count; i++)
        for (size_t a = 0; a < context->count; a++)
            if (context->comparison->referents.items[i].entity[a] != PX_NONE)
                context->referent_of[a][context->comparison->referents.items[i].entity[a]] = (uint32_t)i;
    return PX_OK;
}

/* A compound ("Russia-UK", "anti-Russian") holds the name and is none, unless the name has a hyphen itself. */
static bool is_compound(const struct px_compare_context *context, size_t article, const struct px_mention *mention)
{
    const struct px_article *a = context->articles[article];
    const struct px_form *form = px_compare_form(context, &a->tokens.items[mention->first_token]);
    return mention->token_count == 1 && form->part_count > 1 &&
           px_slice_find(a->entities.items[mention->entity].name, PX_SLICE("-"), 0) == SIZE_MAX;
}

/* One mention that has words of its own: a span of the referent, and a naming. Pronouns name nothing. */
static enum px_status add_mention(struct px_compare_context *context, size_t article, const struct px_mention *mention,
                                  struct px_namings *uses, struct px_error *error)
{
    struct px_comparison *comparison = context->comparison;
    uint32_t index = mention->entity == PX_NONE ? PX_NONE : context->referent_of[article][mention->entity];
    if (index == PX_NONE || mention->form == PX_MENTION_PRONOUN || mention->token_count == 0)
        return PX_OK;
    struct px_span *span = px_vector_push(&comparison->referents.items[index].mentions[article], &comparison->arena);
    if (span == NULL)
        return px_compare_no_memory(error);
    *span = (struct px_span){mention->start, mention->end};
    if (is_compound(context, article, mention))
        return PX_OK;
    struct px_naming *use = px_vector_push(uses, &context->scratch);
    if (use == NULL)
        return px_compare_no_memory(error);
    use->referent = index;
    use->span = *span;
    use->role = mention->form == PX_MENTION_ROLE;
    return px_referent_wording(context, article, mention->first_token, mention->token_count, use, error);
}

static enum px_status add_mentions(struct px_compare_context *context, struct px_error *error)
{
    struct px_namings uses = {0};
    enum px_status status = PX_OK;
    for (size_t a = 0; a < context->count; a++)
        for (size_t i = 0; status == PX_OK && i < context->articles[a]->mentions.count; i++)
            status = add_mention(context, a, &context->articles[a]->mentions.items[i], &uses, error);
    px_referent_sort_namings(&uses);
    for (size_t i = 0, end; status == PX_OK && i < uses.count; i = end) {
        for (end = i + 1; end < uses.count && uses.items[end].referent == uses.items[i].referent; end++)
            ;
        status = px_referent_variants(context, uses.items + i, end - i,
                                      &context->comparison->referents.items[uses.items[i].referent], error);
    }
    return status;
}

/* q over all referents, and the verdicts. */
static enum px_status judge(struct px_compare_context *context, struct px_error *error)
{
    size_t count = context->comparison->referents.count;
    struct px_referent *referents = context->comparison->referents.items;
    double *q = px_arena_array(&context->scratch, double, count);
    if (q == NULL)
        return px_compare_no_memory(error);
    for (size_t i = 0; i < count; i++)
        q[i] = referents[i].p;
    enum px_status status = px_multiple_bh(q, count, error);
    for (size_t i = 0; status == PX_OK && i < count; i++) {
        referents[i].q = q[i];
        referents[i].verdict = q[i] <= PX_VERDICT_LEVEL  ? PX_VERDICT_DIFFERS
                               : q[i] > PX_VERDICT_LEVEL ? PX_VERDICT_NO_CLEAR_DIFFERENCE
                                                         : PX_VERDICT_TOO_LITTLE; /* NaN: not tested */
    }
    return status;
}

enum px_status px_compare_referents(struct px_compare_context *context, struct px_error *error)
{
    enum px_status status = add_entities(context, error);
    if (status == PX_OK)
        status = sort_entities(context, error);
    if (status == PX_OK)
        status = index_entities(context, error);
    if (status == PX_OK)
        status = add_mentions(context, error);
    if (status == PX_OK)
        status = px_compare_names(context, error);
    if (status == PX_OK)
        status = index_entities(context, error);
    return status != PX_OK ? status : judge(context, error);
}
