/* What tells more of somebody than a seat in a parliament does: "Senator Hask of Tarn, *the majority leader*". */
#include "entity/introduction.h"
#include "reading/bearer.h"
#include "reading/grammar.h"
#include "reading/party.h"

/* Is the role a mere title of a house's members, "Senator"? */
static bool is_seat(const struct px_annotation *annotation, struct px_slice role)
{
    const struct px_lexicon *titles = px_resources_lexicon(annotation->resources, PX_LEXICON_TITLES);
    const struct px_article *article = annotation->article;
    const struct px_hits *hits = &article->hits;
    if (!px_introduction_is_written(article, role))
        return false;
    uint32_t token = px_tokens_reaching(&article->tokens, (uint32_t)(role.data - article->text.data));
    for (size_t i = px_hits_from(hits, token); i < hits->count && hits->items[i].first_token == token; i++) {
        const struct px_entry *entry = px_resources_entry(annotation->resources, &hits->items[i]);
        if (hits->items[i].lexicon == PX_LEXICON_TITLES && px_slice_equal(entry->text, role) &&
            px_actor_find(px_lexicon_cell(titles, entry, px_lexicon_column(titles, "actor"))) == PX_ACTOR_PARTY)
            return true;
    }
    return false;
}

/* Do the tokens name an office that needs no more, or one of some body with the body's name: "chairman of the *Harbour
 * Committee*", not "chairman of the committee"? */
static bool names_whole_office(const struct px_annotation *annotation, uint32_t first, uint32_t end)
{
    const struct px_article *article = annotation->article;
    const struct px_lexicon *roles = px_resources_lexicon(annotation->resources, PX_LEXICON_ROLES);
    bool office = false, of_body = false, body = false;
    for (size_t i = px_hits_from(&article->hits, first);
         i < article->hits.count && article->hits.items[i].first_token < end; i++) {
        if (article->hits.items[i].lexicon != PX_LEXICON_ROLES)
            continue;
        const struct px_entry *entry = px_resources_entry(annotation->resources, &article->hits.items[i]);
        office = true;
        of_body = of_body || px_lexicon_cell(roles, entry, px_lexicon_column(roles, "of")).size > 0;
    }
    for (uint32_t t = first; t < end; t++) {
        uint32_t entity = px_entity_at(annotation, t);
        body = body || (entity != PX_NONE && article->entities.items[entity].kind == PX_ENTITY_ORGANISATION);
    }
    return office && (body || !of_body);
}

bool px_introduction_is_above_seat(const struct px_annotation *annotation, struct px_slice role, struct px_slice seat)
{
    const struct px_article *article = annotation->article;
    if (!px_introduction_is_written(article, role) || !is_seat(annotation, seat))
        return false;
    uint32_t start = (uint32_t)(role.data - article->text.data);
    uint32_t first = px_tokens_reaching(&article->tokens, start);
    uint32_t end = px_tokens_reaching(&article->tokens, start + (uint32_t)role.size);
    return first > 0 && (annotation->classes[first - 1] & PX_CLASS_DEFINITE) != 0 &&
           names_whole_office(annotation, first, end);
}
