/* Who holds a role: the table of roles by their words and by whose they are, and the best of a role's holders. */
#include "entity/entity_role.h"
#include "text/normalise.h"

enum { HOLDERS_LIMIT = 32 };

struct px_slice px_role_key(struct px_cast *cast, uint32_t country, bool former, char kind, struct px_slice words)
{
    cast->buffer.size = 0;
    px_buffer_printf(&cast->buffer, "%c%u%c", kind, country, former ? '-' : '+');
    px_text_fold(words, &cast->buffer);
    return px_buffer_slice(&cast->buffer);
}

void px_role_add_holder(struct px_cast *cast, struct px_slice key, uint32_t figure)
{
    bool added;
    uint32_t id = px_table_add(&cast->roles, key, &added);
    if (id != PX_NONE && !added && cast->holders.items[cast->role_heads.items[id]].figure == figure)
        return;
    uint32_t *head = id == PX_NONE ? NULL
                     : added       ? px_vector_push(&cast->role_heads, cast->arena)
                                   : &cast->role_heads.items[id];
    struct px_holder *holder = head == NULL ? NULL : px_vector_push(&cast->holders, cast->arena);
    if (holder == NULL) {
        cast->failed = true;
        return;
    }
    *holder = (struct px_holder){figure, added ? PX_NONE : *head};
    *head = (uint32_t)cast->holders.count - 1;
}

struct px_slice px_role_words(const struct px_cast *cast, const struct px_draft *draft)
{
    const struct px_token *tokens = cast->article->tokens.items;
    uint32_t last = draft->name + draft->name_count - 1;
    return px_slice_part(cast->article->text, tokens[draft->name].start, tokens[last].end);
}

struct px_slice px_cast_naming_class(const struct px_cast *cast, uint32_t token)
{
    const struct px_lexicon *naming = px_resources_lexicon(cast->annotation->resources, PX_LEXICON_NAMING);
    const uint32_t *entries;
    uint32_t form = px_cast_form(cast, token)->fold;
    struct px_slice fold = px_vocabulary_fold_text(cast->vocabulary, form);
    form = px_vocabulary_add(cast->vocabulary, fold);
    size_t count =
        form == PX_NONE ? 0 : px_match_form(cast->annotation->worker->cache, form, PX_LEXICON_NAMING, &entries);
    return count == 0 ? PX_SLICE("") : naming->entries.items[entries[0]].category;
}

uint32_t px_role_head(const struct px_cast *cast, const struct px_draft *draft)
{
    uint32_t end = draft->name + draft->name_count;
    for (uint32_t t = draft->name + 1; t < end; t++)
        if (px_cast_has(cast, t, PX_NAME_OF))
            return t - 1;
    return end - 1;
}

struct px_slice px_role_class(const struct px_cast *cast, const struct px_draft *draft)
{
    uint32_t role = cast->clues[px_role_head(cast, draft)].role;
    struct px_slice class = role == PX_NONE ? (struct px_slice){0} : px_cast_cell(cast, role, cast->role_class);
    return class.size > 0 ? class : px_cast_naming_class(cast, px_role_head(cast, draft));
}

struct px_slice px_role_office(struct px_cast *cast, const struct px_draft *draft)
{
    uint32_t role = cast->clues[px_role_head(cast, draft)].role;
    struct px_slice class = role == PX_NONE ? (struct px_slice){0} : px_cast_cell(cast, role, cast->role_class);
    cast->buffer.size = 0;
    if (draft->country == PX_NONE || draft->former || cast->figures.items[draft->country].country == PX_NONE)
        return (struct px_slice){0};
    px_buffer_append(&cast->buffer, cast->figures.items[draft->country].key);
    px_buffer_byte(&cast->buffer, ' ');
    px_text_fold(class.size > 0 ? class : px_role_words(cast, draft), &cast->buffer);
    return px_buffer_slice(&cast->buffer);
}

/* Is the one named so much more often than the other that a role both have is rather its? */
static bool dominates(const struct px_figure *a, const struct px_figure *b)
{
    enum { DOMINANCE = 3 };
    return a->names >= DOMINANCE * b->names;
}

/* In which sentence the figure was seen last, when the token is in reach of it; PX_NONE when it is not. */
static uint32_t near_sentence(const struct px_cast *cast, const struct px_figure *figure, uint32_t token)
{
    enum { REACH = 1 };
    const struct px_token *tokens = cast->article->tokens.items;
    uint32_t seen = tokens[figure->last_seen].sentence;
    return tokens[token].sentence - seen <= REACH ? seen : PX_NONE;
}

/* How much rather the second holds a role that both have, asked at the token: above 0 when it does, 0 when that is
 * open. The nearer one, if it is in reach; else the one met last, or the one named most often. */
static int weigh_holders(const struct px_cast *cast, const struct px_figure *a, const struct px_figure *b, bool latest,
                         uint32_t token)
{
    uint32_t near_a = near_sentence(cast, a, token), near_b = near_sentence(cast, b, token);
    if ((near_a != PX_NONE || near_b != PX_NONE) && !dominates(a, b) && !dominates(b, a))
        return near_a == near_b ? 0 : near_b != PX_NONE && (near_a == PX_NONE || near_b > near_a) ? 1 : -1;
    if (latest)
        return b->last_seen > a->last_seen ? 1 : -1;
    return b->names >= a->names ? 1 : -1;
}

/* The best of a role's holders met before the token; PX_NONE where the two best are as good. */
static uint32_t choose(struct px_cast *cast, struct px_slice key, bool latest, uint32_t token)
{
    uint32_t id = px_table_find(&cast->roles, key);
    uint32_t best = PX_NONE;
    bool level = false;
    uint32_t h = id == PX_NONE ? PX_NONE : cast->role_heads.items[id];
    for (int i = 0; h != PX_NONE && i < HOLDERS_LIMIT; i++, h = cast->holders.items[h].next) {
        uint32_t figure = cast->holders.items[h].figure;
        const struct px_figure *figures = cast->figures.items;
        if (figures[figure].last_seen == PX_NONE || figure == best)
            continue; /* who is named only later is not meant */
        int order = best == PX_NONE ? 1 : weigh_holders(cast, &figures[best], &figures[figure], latest, token);
        level = order == 0 || (level && order < 0);
        best = order > 0 ? figure : best;
    }
    return level ? PX_NONE : best;
}

/* The only holder of the role in the article, whether met or not; PX_NONE when there are two. */
static uint32_t find_only(const struct px_cast *cast, struct px_slice key)
{
    uint32_t id = px_table_find(&cast->roles, key);
    uint32_t only = PX_NONE;
    for (uint32_t h = id == PX_NONE ? PX_NONE : cast->role_heads.items[id]; h != PX_NONE;
         h = cast->holders.items[h].next) {
        if (only != PX_NONE && only != cast->holders.items[h].figure)
            return PX_NONE;
        only = cast->holders.items[h].figure;
    }
    return only;
}

uint32_t px_cast_find_holder(struct px_cast *cast, const struct px_draft *draft)
{
    struct px_slice words = px_role_words(cast, draft);
    uint32_t country = draft->country;
    uint32_t found = choose(cast, px_role_key(cast, country, draft->former, 'r', words), false, draft->first);
    if (found == PX_NONE && draft->former && country != PX_NONE)
        found = find_only(cast, px_role_key(cast, country, true, 'r', words));
    if (found != PX_NONE || draft->former)
        return found;
    struct px_slice class = px_role_class(cast, draft);
    if (class.size > 0 && country != PX_NONE)
        found = choose(cast, px_role_key(cast, country, false, 'c', class), false, draft->first);
    if (found == PX_NONE && draft->name_count == 1)
        found = choose(cast, px_role_key(cast, country, false, 'w', words), true, draft->first);
    /* "Kestria's governor" may come before his name: in a headline, or in the sentence that leads to it */
    if (found == PX_NONE && country != PX_NONE)
        found = find_only(cast, px_role_key(cast, country, false, 'r', words));
    return found;
}

void px_cast_keep_office(struct px_cast *cast, const struct px_draft *draft)
{
    struct px_article *article = cast->annotation->article;
    struct px_slice office = px_role_office(cast, draft);
    if (office.size == 0 || !draft->definite || px_cast_has(cast, draft->first, PX_NAME_INDEFINITE))
        return;
    struct px_office *kept = px_vector_push(&article->offices, &article->arena);
    if (kept != NULL)
        *kept = (struct px_office){.office = px_arena_copy(&article->arena, office),
                                   .start = article->tokens.items[draft->first].start,
                                   .end = article->tokens.items[draft->first + draft->count - 1].end,
                                   .first_token = draft->first,
                                   .token_count = draft->count};
    cast->failed = cast->failed || kept == NULL || kept->office.data == NULL;
}
