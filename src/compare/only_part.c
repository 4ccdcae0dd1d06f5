/* What part a name has in its article: does its bearer do or say anything there, or does it stand there by the way? */
#include "compare/only_news.h"

/* Does the entity do anything that the article tells of, or speak? Where grammar is not known, it may. */
bool px_only_does(const struct px_article *article, uint32_t entity)
{
    for (size_t i = 0; i < article->acts.count; i++)
        if (article->acts.items[i].agent == entity)
            return true;
    for (size_t i = 0; i < article->events.count; i++)
        if (article->events.items[i].subject.entity == entity)
            return true;
    for (size_t i = 0; i < article->attributions.count; i++)
        if (article->attributions.items[i].entity == entity)
            return true;
    return !article->parsed;
}

/* Does anything that the article tells of happen by the entity or to it, or does it speak? */
bool px_only_has_part(const struct px_article *article, uint32_t entity)
{
    for (size_t i = 0; i < article->acts.count; i++)
        if (article->acts.items[i].patient == entity)
            return true;
    return px_only_does(article, entity);
}

/* A house of government, "the Senate". */
bool px_only_is_house(const struct px_compare_context *context, const struct px_article *article,
                      const struct px_mention *mention)
{
    const struct px_hit *hit =
        context->worker->resources == NULL
            ? NULL
            : px_compare_hit(context, article, mention->first_token, false, PX_LEXICON_DEMONYMS, "institution");
    return hit != NULL && hit->token_count == mention->token_count;
}

/* Somebody whom the article knows by a given name alone, "[his daughter] Pia": the other may tell of him without it. */
static bool has_given_name_alone(const struct px_compare_context *context, const struct px_article *article,
                                 const struct px_mention *mention)
{
    const uint32_t *entries;
    return context->worker->resources != NULL && mention->token_count == 1 &&
           article->entities.items[mention->entity].kind == PX_ENTITY_PERSON &&
           px_slice_find(article->entities.items[mention->entity].name, PX_SLICE(" "), 0) == SIZE_MAX &&
           px_match_form(context->worker->cache, article->tokens.items[mention->first_token].form,
                         PX_LEXICON_FIRSTNAMES, &entries) > 0;
}

/* A place, a house of government ("the Senate") or a party, which texts name by the way, or what nothing tells the kind
 * of: a field, a nickname. Or somebody of whom no more than a given name is known. */
bool px_only_is_broad(const struct px_compare_context *context, const struct px_article *article,
                      const struct px_mention *mention)
{
    uint8_t kind = article->entities.items[mention->entity].kind;
    return px_only_is_house(context, article, mention) || kind == PX_ENTITY_PLACE || kind == PX_ENTITY_OTHER ||
           kind == PX_ENTITY_GROUP || has_given_name_alone(context, article, mention);
}
