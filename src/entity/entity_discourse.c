/* Discourse: in reading order, who "the minister", "the country" and "she" are. */
#include "entity/entity_pronoun.h"
#include "reading/grammar.h"

#include <stdlib.h>

enum { REACH = 2, OTHER_REACH = 5 }; /* sentences */

struct discourse {
    struct px_cast *cast;
    struct px_traces traces;
    uint32_t land; /* the country named last, and in which sentence */
    uint32_t land_sentence;
    uint32_t other_land_sentence; /* in which sentence another one was named last */
    uint32_t firm;                /* the firm named so far */
    bool firms;                   /* more than one is */
};

static int compare_drafts(const void *a, const void *b)
{
    const struct px_draft *left = a;
    const struct px_draft *right = b;
    if (left->first != right->first)
        return left->first < right->first ? -1 : 1;
    if (left->count != right->count)
        return left->count > right->count ? -1 : 1;
    if (left->type != right->type)
        return left->type < right->type ? -1 : 1;
    if (left->name != right->name)
        return left->name < right->name ? -1 : 1;
    return left->part.start < right->part.start ? -1 : left->part.start > right->part.start;
}

static bool may_be_person(const struct px_cast *cast, const struct px_figure *figure)
{
    return figure->person ||
           (figure->country == PX_NONE && figure->head == PX_HEAD_NONE && !figure->acronym && figure->words > 1 &&
            figure->in_places == 0 && figure->with_article == 0 && !px_cast_is_for_something(cast, figure));
}

static void add_pronouns(struct px_cast *cast)
{
    for (uint32_t t = 0; t < cast->article->tokens.count && !cast->failed; t++) {
        uint32_t hit = cast->clues[t].pronoun;
        if (hit == PX_NONE || px_cast_hit(cast, hit)->first_token != t || cast->owners[t] != 0)
            continue;
        uint8_t gender = px_cast_gender(px_cast_entry(cast, hit)->category);
        struct px_draft *draft =
            gender == 0 ? NULL : px_cast_draft(cast, PX_DRAFT_PRONOUN, t, px_cast_hit_end(cast, hit));
        if (draft == NULL)
            continue;
        draft->gender = gender;
        draft->form = PX_MENTION_PRONOUN;
    }
}

/* "the ministry" is whose name ends so; "the country" and "the government" are the only country's named just before. */
static void resolve_noun(struct discourse *d, struct px_draft *noun)
{
    const uint32_t bits = d->cast->clues[noun->name].bits;
    uint32_t sentence = d->cast->article->tokens.items[noun->first].sentence;
    noun->figure = px_cast_find_noun(d->cast, noun);
    if (noun->figure == PX_NONE && (bits & (PX_NAME_LAND | PX_NAME_RULE)) != 0 && d->land != PX_NONE &&
        sentence - d->land_sentence < REACH &&
        (d->other_land_sentence == PX_NONE || d->cast->figures.items[d->land].names > 1) &&
        (d->other_land_sentence == PX_NONE || sentence - d->other_land_sentence >= OTHER_REACH))
        noun->figure = d->land;
    if (noun->figure == PX_NONE && (bits & PX_NAME_FIRM) != 0 && !d->firms)
        noun->figure = d->firm;
}

/* Does the head of the name say that it is a firm's: "Halden Motors Inc."? */
static bool is_firm(const struct px_cast *cast, const struct px_draft *name)
{
    uint32_t token;
    bool head = name->name_count > 1 && px_cast_head(cast, name, &token) == PX_HEAD_ORGANISATION;
    return head && px_actor_find(px_cast_cell(cast, cast->clues[token].head, cast->head_actor)) == PX_ACTOR_BUSINESS;
}

static void remember_firm(struct discourse *d, const struct px_draft *draft)
{
    if (draft->type != PX_DRAFT_NAME || draft->figure == d->firm || !is_firm(d->cast, draft))
        return;
    d->firms = d->firm != PX_NONE;
    d->firm = draft->figure;
}

static void remember_name(struct discourse *d, const struct px_draft *draft)
{
    const struct px_figure *figure = &d->cast->figures.items[draft->figure];
    px_cast_remember_noun(d->cast, draft);
    remember_firm(d, draft);
    if (figure->country == PX_NONE || draft->type != PX_DRAFT_NAME || px_cast_is_alliance(d->cast, figure) ||
        px_cast_is_people(d->cast, figure->country) || px_cast_is_part(d->cast, figure->country))
        return;
    if (d->land != PX_NONE && d->land != draft->figure)
        d->other_land_sentence = d->land_sentence;
    d->land = draft->figure;
    d->land_sentence = d->cast->article->tokens.items[draft->first].sentence;
}

static uint32_t find_holder(struct px_cast *cast, const struct px_draft *draft)
{
    uint32_t holder = px_cast_find_holder(cast, draft);
    if (holder == PX_NONE)
        px_cast_keep_office(cast, draft);
    return holder;
}

/* Is the role one of many, whom parties send: "the senator", "the candidate"? */
static bool is_of_many(const struct px_cast *cast, const struct px_draft *draft)
{
    uint32_t role = cast->clues[draft->name].role;
    return role != PX_NONE && draft->country == PX_NONE &&
           px_actor_find(px_cast_cell(cast, role, cast->role_actor)) == PX_ACTOR_PARTY;
}

/* "Hask sought support. Walking in, *the senator* said": who leads the sentence before is called so, rather than a senator
 * of whom nothing is said there; where she is known as something else, nobody knows who is. */
static uint32_t overtake(const struct discourse *d, const struct px_draft *draft, uint32_t holder)
{
    const struct px_cast *cast = d->cast;
    if (holder == PX_NONE || !is_of_many(cast, draft))
        return holder;
    const struct px_token *tokens = cast->article->tokens.items;
    const struct px_figure *figures = cast->figures.items;
    uint32_t leader = px_traces_leader(&d->traces, cast, draft->first);
    bool near = figures[holder].last_seen != PX_NONE &&
                tokens[draft->first].sentence - tokens[figures[holder].last_seen].sentence <= 1;
    if (leader == PX_NONE || leader == holder || near)
        return holder;
    return figures[leader].role_draft == PX_NONE && figures[leader].title == PX_NONE ? leader : PX_NONE;
}

/* "a British foreign secretary": whoever holds the office. */
static bool is_any(const struct px_cast *cast, uint32_t first)
{
    const uint32_t *classes = cast->annotation->classes;
    if ((cast->clues[first].bits & PX_NAME_INDEFINITE) != 0)
        return true;
    if (first > 0 && cast->clues[first - 1].country != PX_NONE)
        first--;
    return first > 0 && px_cast_together(cast, first - 1, first) && (classes[first - 1] & PX_CLASS_ARTICLE) != 0 &&
           (classes[first - 1] & PX_CLASS_DEFINITE) == 0;
}

static void read_draft(struct discourse *d, struct px_draft *draft)
{
    bool quoted = d->cast->quoted[draft->first];
    if (draft->type == PX_DRAFT_PRONOUN)
        px_traces_resolve(&d->traces, d->cast, draft, quoted);
    else if (draft->type == PX_DRAFT_ROLE && draft->figure == PX_NONE && !is_any(d->cast, draft->first))
        draft->figure = overtake(d, draft, find_holder(d->cast, draft));
    else if (draft->type == PX_DRAFT_NOUN)
        resolve_noun(d, draft);
    if (draft->figure == PX_NONE || draft->count == 0)
        return;
    struct px_figure *figure = &d->cast->figures.items[draft->figure];
    figure->last_seen = draft->first;
    remember_name(d, draft);
    if (may_be_person(d->cast, figure))
        px_traces_add(&d->traces, d->cast, draft, quoted);
}

void px_cast_read_discourse(struct px_cast *cast)
{
    struct discourse d = {.cast = cast, .land = PX_NONE, .firm = PX_NONE, .other_land_sentence = PX_NONE};
    add_pronouns(cast);
    if (cast->failed)
        return;
    for (size_t i = 0; i < cast->figures.count; i++)
        cast->figures.items[i].last_seen = PX_NONE;
    /* figures point at drafts by index: sort a copy, then read it */
    struct px_draft *sorted = px_arena_array(cast->arena, struct px_draft, cast->drafts.count);
    if (sorted == NULL) {
        cast->failed = true;
        return;
    }
    if (cast->drafts.count > 0)
        memcpy(sorted, cast->drafts.items, cast->drafts.count * sizeof *sorted);
    qsort(sorted, cast->drafts.count, sizeof *sorted, compare_drafts);
    for (size_t i = 0; i < cast->drafts.count; i++)
        read_draft(&d, &sorted[i]);
    cast->sorted = sorted;
}
