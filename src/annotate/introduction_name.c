/* What introduces somebody at his name: its title, or the body behind it. */
#include "annotate/grammar.h"
#include "annotate/introduction.h"
#include "annotate/party.h"

/* Do the words name an office or a calling: "president of the court", not "prolific fundraiser"? */
static bool names_office(const struct px_article *article, struct px_slice role)
{
    const struct px_hits *hits = &article->hits;
    uint32_t start = role.size == 0 ? 0 : (uint32_t)(role.data - article->text.data), end = start + (uint32_t)role.size;
    for (size_t i = px_hits_from(hits, px_tokens_reaching(&article->tokens, start)); i < hits->count; i++) {
        if (article->tokens.items[hits->items[i].first_token].start >= end)
            return false;
        if (hits->items[i].lexicon == PX_LEXICON_ROLES)
            return true;
    }
    return false;
}

/* "Sen. Hask": where no office introduces somebody, the title does. */
static void introduce_by_title(struct px_article *article)
{
    for (size_t i = 0; i < article->entities.count; i++) {
        struct px_entity *it = &article->entities.items[i];
        if (it->title.size > 0 && !names_office(article, it->role))
            it->role = it->title;
    }
}

/* "Ann Hask *of the small Oak Institute*": the body right behind the name, with what tells of it, from the
 * preposition; and whom it acts for. */
static struct px_slice body_behind(const struct px_annotation *annotation, const struct px_mention *mention,
                                   uint8_t *actor)
{
    enum { BETWEEN_MOST = 4 };
    const struct px_article *article = annotation->article;
    const struct px_token *tokens = article->tokens.items;
    uint32_t first = mention->first_token + mention->token_count;
    if (first >= article->tokens.count ||
        !px_party_is_listed(annotation, first, PX_LEXICON_AGENCY, PX_SLICE("agency.object")))
        return (struct px_slice){0};
    for (uint32_t t = first + 1; t < article->tokens.count && t <= first + BETWEEN_MOST; t++) {
        uint32_t m = annotation->mentions[t];
        const struct px_mention *body = m == PX_NONE ? NULL : &article->mentions.items[m];
        if (tokens[t].sentence != tokens[first].sentence || tokens[t].kind == PX_TOKEN_PUNCTUATION ||
            (annotation->classes[t] & (PX_CLASS_PREPOSITION | PX_CLASS_COORDINATOR | PX_CLASS_VERB)) != 0)
            break;
        uint32_t end = body == NULL ? 0 : body->first_token + body->token_count;
        if (body != NULL && (article->entities.items[body->entity].kind != PX_ENTITY_ORGANISATION ||
                             end >= article->tokens.count || (tokens[end].flags & PX_TOKEN_CLITIC) != 0))
            break;
        if (body == NULL)
            continue;
        *actor = article->entities.items[body->entity].actor;
        return px_slice_part(article->text, tokens[first].start, tokens[end - 1].end);
    }
    return (struct px_slice){0};
}

/* Where nothing else introduces somebody, the body does behind whose name he first has it. */
static void introduce_by_body(const struct px_annotation *annotation)
{
    const struct px_article *article = annotation->article;
    for (size_t i = 0; i < article->mentions.count; i++) {
        const struct px_mention *mention = &article->mentions.items[i];
        struct px_entity *entity = &article->entities.items[mention->entity];
        uint32_t block = article->sentences.items[article->tokens.items[mention->first_token].sentence].block;
        if (entity->role.size > 0 || entity->kind != PX_ENTITY_PERSON || mention->form != PX_MENTION_NAME ||
            !px_role_is_paragraph(article->blocks.items[block].role))
            continue;
        uint8_t actor = PX_ACTOR_OTHER;
        entity->role = body_behind(annotation, mention, &actor);
        if (entity->actor == PX_ACTOR_OTHER && actor != PX_ACTOR_STATE) /* "Ann Hask of Kestria" may be anybody there */
            entity->actor = actor;
    }
}

void px_introduction_by_name(const struct px_annotation *annotation)
{
    introduce_by_title(annotation->article);
    introduce_by_body(annotation);
}
