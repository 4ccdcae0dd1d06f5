/* Names that are no news where they stand alone: who bears them is named otherwise, in another article or beside. */
#include <strings.h>

#include "naming/family.h"
#include "omission/only_news.h"

bool px_only_is_in_caption(const struct px_article *article, struct px_slice name)
{
    for (size_t i = 0; i < article->furniture.count; i++)
        if (article->furniture.items[i].role == PX_ROLE_CAPTION &&
            px_slice_find(article->furniture.items[i].text, name, 0) != SIZE_MAX)
            return true;
    return false;
}

bool px_only_is_named_otherwise(const struct px_compare_context *context, size_t article, uint32_t byte)
{
    for (size_t r = 0; r < context->comparison->referents.count; r++) {
        const struct px_referent *referent = &context->comparison->referents.items[r];
        bool here = false, elsewhere = false;
        for (size_t a = 0; referent->lexical && a < context->count; a++)
            elsewhere = elsewhere || (a != article && referent->mentions[a].count > 0);
        for (size_t m = 0; elsewhere && !here && m < referent->mentions[article].count; m++)
            here =
                referent->mentions[article].items[m].start <= byte && byte < referent->mentions[article].items[m].end;
        if (here)
            return true;
    }
    return false;
}

/* Does "the" stand before the token, and no name behind it: "the president said"? */
static bool is_office_alone(const struct px_compare_context *context, const struct px_article *article, uint32_t token)
{
    const struct px_token *at = &article->tokens.items[token];
    if (token == 0 || !px_compare_is_class(context, article, token - 1, "grammar.definite") ||
        px_compare_form(context, at)->shape != PX_SHAPE_LOWER)
        return false;
    return token + 1 == article->tokens.count || !px_token_is_full_word(at + 1) ||
           px_compare_form(context, at + 1)->shape == PX_SHAPE_LOWER;
}

/* Is the text the office, or does it begin with it: "president of the council"? */
static bool is_office(struct px_slice text, struct px_slice office)
{
    return text.size >= office.size && strncasecmp(text.data, office.data, office.size) == 0 &&
           (text.size == office.size || text.data[office.size] == ' ');
}

static bool has_holder(const struct px_article *article, struct px_slice office)
{
    for (size_t i = 0; i < article->entities.count; i++) {
        const struct px_entity *entity = &article->entities.items[i];
        if (entity->kind == PX_ENTITY_PERSON && (is_office(entity->title, office) || is_office(entity->role, office)))
            return true;
    }
    return false;
}

static bool speaks_of(const struct px_compare_context *context, const struct px_article *article,
                      struct px_slice office)
{
    for (uint32_t t = 0; t < article->tokens.count; t++) {
        const struct px_token *token = &article->tokens.items[t];
        if (token->end - token->start == office.size && is_office_alone(context, article, t) &&
            strncasecmp(article->text.data + token->start, office.data, office.size) == 0)
            return true;
    }
    return false;
}

bool px_only_is_by_office(const struct px_compare_context *context, size_t a, const struct px_entity *entity)
{
    struct px_slice office = entity->title.size > 0 ? entity->title : entity->role;
    bool one = entity->kind == PX_ENTITY_PERSON && office.size > 0 &&
               px_slice_find(office, PX_SLICE(" "), 0) == SIZE_MAX; /* "Vice President" may be many a president's */
    for (size_t b = 0; one && b < context->count; b++)
        if (b != a && !has_holder(context->articles[b], office) && speaks_of(context, context->articles[b], office))
            return true;
    return false;
}

bool px_only_has_family(const struct px_compare_context *context, size_t a, const struct px_mention *mention)
{
    uint32_t end = mention->first_token + mention->token_count;
    if (px_compare_is_seat(context, context->articles[a], mention->first_token, end))
        return false; /* "the White House" is a name of its own */
    struct px_family family = px_family_at(context, context->articles[a], mention->first_token, end);
    for (size_t b = 0; family.name.size > 0 && b < context->count; b++)
        if (b != a && px_family_stands(context, context->articles[b], &family, PX_NONE))
            return true;
    return false;
}

/* Does the longer name begin or end with the other: "Lorient Bay", "Port Lorient"? */
static bool is_of_name(struct px_slice longer, struct px_slice name)
{
    return longer.size > name.size &&
           ((px_slice_starts(longer, name) && longer.data[name.size] == ' ') ||
            (px_slice_ends(longer, name) && longer.data[longer.size - name.size - 1] == ' '));
}

bool px_only_is_given_name(const struct px_article *article, const struct px_entity *name)
{
    for (size_t i = 0; i < article->entities.count; i++)
        if (article->entities.items[i].kind == PX_ENTITY_PERSON &&
            px_slice_starts(article->entities.items[i].name, name->name) &&
            is_of_name(article->entities.items[i].name, name->name))
            return true;
    return false;
}

/* "Norhaven" beside "Norhaven Law": a thing by the first words of a longer name. A state's body is no piece: "House", of
 * "House Ways Committee". */
static bool begins_thing(const struct px_entity *name, const struct px_entity *longer)
{
    bool things = name->kind != PX_ENTITY_PERSON && name->kind != PX_ENTITY_PLACE && longer->kind != PX_ENTITY_PERSON &&
                  longer->kind != PX_ENTITY_PLACE && !name->organ && name->actor != PX_ACTOR_STATE;
    return things && longer->mention_count >= name->mention_count && is_of_name(longer->name, name->name) &&
           px_slice_starts(longer->name, name->name);
}

bool px_only_is_of_longer(const struct px_article *article, uint32_t number)
{
    const struct px_entity *place = &article->entities.items[number];
    for (size_t i = 0; i < article->entities.count; i++) {
        const struct px_entity *other = &article->entities.items[i];
        bool longer = is_of_name(other->name, place->name), shorter = is_of_name(place->name, other->name);
        const struct px_entity *whole = longer ? other : place;
        if (begins_thing(place, other))
            return true;
        if (whole->kind == PX_ENTITY_PLACE && (longer || shorter) &&
            (other->mention_count > place->mention_count || (longer && other->mention_count == place->mention_count)))
            return true;
    }
    return false;
}
