/* Referents: entities of several articles that are one, with the wordings each article uses for them.
 */
#include "naming/referent.h"

#include <stdlib.h>

/* "Foreign Ministry (Kestria)" is put together, "Kestria's Foreign Ministry" is what an article writes. */
static bool is_made(struct px_slice name)
{
    return px_slice_ends(name, PX_SLICE(")"));
}

/* "Roy Tarn" beside "Roy S. Tarn": the same words at both ends, and the longer one has more between. Both articles have
 * what the shorter one says. */
static bool is_without_middle(struct px_slice shorter, struct px_slice longer)
{
    size_t first = px_slice_find(shorter, PX_SLICE(" "), 0);
    if (first == SIZE_MAX || longer.size <= shorter.size ||
        px_slice_find(shorter, PX_SLICE(" "), first + 1) != SIZE_MAX)
        return false;
    return px_slice_starts(longer, px_slice_part(shorter, 0, first + 1)) &&
           px_slice_ends(longer, px_slice_part(shorter, first, shorter.size));
}

/* Is the first of several words a given name that the lexicon knows? */
static bool begins_given(const struct px_compare_context *context, struct px_slice name)
{
    struct px_slice rest = name, first;
    const uint32_t *entries;
    uint32_t form = context->worker->resources != NULL && px_slice_next(&rest, ' ', &first) && rest.size > 0
                        ? px_vocabulary_add(context->worker->vocabulary, first)
                        : PX_NONE;
    return form != PX_NONE && px_match_form(context->worker->cache, form, PX_LEXICON_FIRSTNAMES, &entries) > 0;
}

/* Of two spellings of a person's name, "Marck Tarn" and "Mark Tarn", the likelier has the given name that is known. */
static bool is_likelier(const struct px_compare_context *context, const struct px_entity *it,
                        const struct px_entity *other)
{
    return px_link_is_respelling(it->key, other->key) && begins_given(context, it->name) &&
           !begins_given(context, other->name);
}

/* The fullest name that an article gives: the longest that it writes so, the first in byte order on a tie; of a person's
 * the one that all have, and of two spellings the likelier. */
static struct px_slice fullest_name(const struct px_compare_context *context, const struct px_referent *referent)
{
    struct px_slice name = {0};
    const struct px_entity *named = NULL;
    bool person = referent->kind == PX_ENTITY_PERSON;
    for (size_t a = 0; a < context->count; a++) {
        if (referent->entity[a] == PX_NONE)
            continue;
        const struct px_entity *it = &context->articles[a]->entities.items[referent->entity[a]];
        struct px_slice other = it->name;
        if (person && name.size > 0 && is_without_middle(name, other))
            continue;
        bool fuller = (person && is_without_middle(other, name)) || other.size > name.size ||
                      (other.size == name.size && px_slice_compare(other, name) < 0);
        bool better = is_made(name) == is_made(other) ? fuller : !is_made(other);
        if (person && named != NULL && is_likelier(context, named, it))
            continue;
        if (name.size == 0 || better || (person && is_likelier(context, it, named))) {
            name = other;
            named = it;
        }
    }
    return name;
}

static enum px_status add_referent(struct px_compare_context *context, const struct px_referent_sets *sets,
                                   uint32_t root, struct px_error *error)
{
    struct px_comparison *comparison = context->comparison;
    struct px_referent *referent = px_vector_push(&comparison->referents, &comparison->arena);
    if (referent == NULL || px_referent_init(context, referent, error) != PX_OK)
        return px_no_memory(error);
    memcpy(referent->entity, sets->held + root * context->count, context->count * sizeof *referent->entity);
    referent->kind = px_link_kind(context, referent->entity);
    px_referent_link(context, referent, (enum px_link_kind)sets->how[root]);
    referent->name = px_arena_copy(&comparison->arena, fullest_name(context, referent));
    return referent->name.data == NULL ? px_no_memory(error) : PX_OK;
}

static enum px_status add_entities(struct px_compare_context *context, struct px_error *error)
{
    struct px_referent_sets sets;
    enum px_status status = px_referent_join(context, &sets, error);
    for (uint32_t i = 0; status == PX_OK && i < context->links.count; i++)
        if (sets.parents[i] == i)
            status = add_referent(context, &sets, i, error);
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
        return px_no_memory(error);
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
            return px_no_memory(error);
        memset(context->referent_of[a], 0xff, entities * sizeof **context->referent_of);
    }
    if (context->referent_of == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < context->comparison->referents.count; i++)
        for (size_t a = 0; a < context->count; a++)
            if (context->comparison->referents.items[i].entity[a] != PX_NONE)
                context->referent_of[a][context->comparison->referents.items[i].entity[a]] = (uint32_t)i;
    return PX_OK;
}

bool px_compare_is_seat(const struct px_compare_context *context, const struct px_article *article, uint32_t first,
                        uint32_t end)
{
    const struct px_hits *hits = &article->hits;
    for (size_t i = px_hits_from(hits, first); i < hits->count && hits->items[i].first_token < end; i++) {
        const struct px_hit *hit = &hits->items[i];
        if (hit->lexicon != PX_LEXICON_DEMONYMS || hit->first_token + hit->token_count < end)
            continue;
        struct px_slice category = px_resources_entry(context->worker->resources, hit)->category;
        return px_slice_is(category, "capital") || px_slice_is(category, "institution");
    }
    return false;
}

/* A compound ("Russia-UK", "anti-Russian") holds the name and is none, unless the name has a hyphen itself. */
static bool is_compound(const struct px_compare_context *context, size_t article, const struct px_mention *mention)
{
    const struct px_article *a = context->articles[article];
    const struct px_form *form = px_compare_form(context, &a->tokens.items[mention->first_token]);
    return mention->token_count == 1 && form->part_count > 1 &&
           px_slice_find(a->entities.items[mention->entity].name, PX_SLICE("-"), 0) == SIZE_MAX;
}

/* One mention that has words of its own: a span of the referent, and a naming. Pronouns name nothing, and a role beside
 * a name tells of who is named already. */
static enum px_status add_mention(struct px_compare_context *context, size_t article, const struct px_mention *mention,
                                  struct px_namings *uses, struct px_error *error)
{
    struct px_comparison *comparison = context->comparison;
    uint32_t index = mention->entity == PX_NONE ? PX_NONE : context->referent_of[article][mention->entity];
    if (index == PX_NONE || mention->form == PX_MENTION_PRONOUN || mention->token_count == 0)
        return PX_OK;
    struct px_span *span = px_vector_push(&comparison->referents.items[index].mentions[article], &comparison->arena);
    if (span == NULL)
        return px_no_memory(error);
    *span = (struct px_span){mention->start, mention->end};
    if (mention->beside || is_compound(context, article, mention))
        return PX_OK;
    struct px_naming *use = px_vector_push(uses, &context->scratch);
    if (use == NULL)
        return px_no_memory(error);
    use->referent = index;
    use->span = *span;
    use->role = mention->form == PX_MENTION_ROLE;
    return px_referent_wording(context, article, mention->first_token, mention->token_count, use, error);
}

/* The referents that hold a country's office by name; the second of an office makes it nobody's. */
struct offices {
    struct px_table offices;
    uint32_t *holders; /* [offices] referent, PX_NONE when several hold it */
};

static enum px_status find_holders(struct px_compare_context *context, struct offices *found, struct px_error *error)
{
    size_t entities = 0;
    for (size_t a = 0; a < context->count; a++)
        entities += context->articles[a]->entities.count;
    found->holders = px_arena_array(&context->scratch, uint32_t, entities);
    if (found->holders == NULL)
        return px_no_memory(error);
    for (size_t a = 0; a < context->count; a++)
        for (size_t e = 0; e < context->articles[a]->entities.count; e++) {
            bool added;
            struct px_slice office = context->articles[a]->entities.items[e].office;
            uint32_t referent = context->referent_of[a][e];
            if (office.size == 0 || referent == PX_NONE)
                continue;
            uint32_t id = px_table_add(&found->offices, office, &added);
            if (id == PX_NONE)
                return px_no_memory(error);
            found->holders[id] = added || found->holders[id] == referent ? referent : PX_NONE;
        }
    return PX_OK;
}

/* Whom an article knows by an office alone is who holds it by name in another. */
static enum px_status add_office(struct px_compare_context *context, size_t article, const struct px_office *office,
                                 const struct offices *known, struct px_namings *uses, struct px_error *error)
{
    struct px_comparison *comparison = context->comparison;
    uint32_t id = px_table_find(&known->offices, office->office);
    uint32_t index = id == PX_NONE ? PX_NONE : known->holders[id];
    if (index == PX_NONE)
        return PX_OK;
    struct px_referent *referent = &comparison->referents.items[index];
    struct px_span *span = px_vector_push(&referent->mentions[article], &comparison->arena);
    struct px_naming *use = span == NULL ? NULL : px_vector_push(uses, &context->scratch);
    if (use == NULL)
        return px_no_memory(error);
    *span = use->span = (struct px_span){office->start, office->end};
    use->referent = index;
    use->role = true;
    if (referent->entity[article] == PX_NONE)
        px_referent_link(context, referent, PX_LINK_ROLE);
    return px_referent_wording(context, article, office->first_token, office->token_count, use, error);
}

static int by_place(const void *left, const void *right)
{
    const struct px_span *a = left;
    const struct px_span *b = right;
    return (a->start > b->start) - (a->start < b->start);
}

static enum px_status add_offices(struct px_compare_context *context, struct px_namings *uses, struct px_error *error)
{
    struct offices known = {0};
    enum px_status status = find_holders(context, &known, error);
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        for (size_t i = 0; status == PX_OK && i < context->articles[a]->offices.count; i++)
            status = add_office(context, a, &context->articles[a]->offices.items[i], &known, uses, error);
    for (size_t i = 0; status == PX_OK && i < context->comparison->referents.count; i++)
        for (size_t a = 0; a < context->count; a++) {
            struct px_spans *spans = &context->comparison->referents.items[i].mentions[a];
            if (spans->count > 1)
                qsort(spans->items, spans->count, sizeof *spans->items, by_place);
        }
    px_table_release(&known.offices);
    return status;
}

static enum px_status add_mentions(struct px_compare_context *context, struct px_error *error)
{
    struct px_namings uses = {0};
    enum px_status status = PX_OK;
    for (size_t a = 0; a < context->count; a++)
        for (size_t i = 0; status == PX_OK && i < context->articles[a]->mentions.count; i++)
            status = add_mention(context, a, &context->articles[a]->mentions.items[i], &uses, error);
    if (status == PX_OK)
        status = add_offices(context, &uses, error);
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
        return px_no_memory(error);
    for (size_t i = 0; i < count; i++)
        q[i] = referents[i].p;
    enum px_status status = px_compare_lesser_q(q, count, error);
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
    enum px_status status = px_referent_read_statements(context) ? add_entities(context, error) : px_no_memory(error);
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
    if (status == PX_OK)
        status = px_referent_doubt(context, error);
    return status != PX_OK ? status : judge(context, error);
}
