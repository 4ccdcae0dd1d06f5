/* Where somebody holds the office that his title tells of: "*Seattle* Mayor Ann Hask", "Gov. Ann Hask of *Kestria*". */
#include "base/buffer.h"
#include "entity/introduction.h"
#include "reading/grammar.h"
#include "reading/party.h"

/* The place that the words at the token name, or NULL; what owns something, "Seattle's", tells nobody's office. */
static const struct px_mention *place_at(const struct px_annotation *annotation, uint32_t token)
{
    const struct px_article *article = annotation->article;
    uint32_t m = annotation->mentions[token];
    const struct px_mention *place = m == PX_NONE ? NULL : &article->mentions.items[m];
    if (place == NULL || place->form > PX_MENTION_ALIAS ||
        article->entities.items[place->entity].kind != PX_ENTITY_PLACE)
        return NULL;
    uint32_t behind = place->first_token + place->token_count;
    bool owns = behind < article->tokens.count && (article->tokens.items[behind].flags & PX_TOKEN_CLITIC) != 0;
    return owns ? NULL : place;
}

static bool is_party(const struct px_annotation *annotation, uint32_t token)
{
    return px_party_is_listed(annotation, token, PX_LEXICON_DEMONYMS, PX_SLICE("party")) ||
           px_party_is_listed(annotation, token, PX_LEXICON_DEMONYMS, PX_SLICE("member"));
}

/* "*Kestria* Gov. Ann Hask", "*Kestria* Republican Gov. Ann Hask" */
static const struct px_mention *place_before(const struct px_annotation *annotation, uint32_t title)
{
    const struct px_token *tokens = annotation->article->tokens.items;
    uint32_t t = title;
    if (t > 1 && tokens[t - 1].sentence == tokens[title].sentence && is_party(annotation, t - 1))
        t--;
    return t > 0 && tokens[t - 1].sentence == tokens[title].sentence ? place_at(annotation, t - 1) : NULL;
}

/* Does the word begin with the letter of a party and a hyphen, "R-Tarsk"? */
static bool has_letter(const struct px_article *article, uint32_t token)
{
    uint32_t start = article->tokens.items[token].start;
    return px_slice_is_capital(article->text, start) && start + 1 < article->text.size &&
           article->text.data[start + 1] == '-';
}

/* Does the token tie the place behind it to the name: "of", behind a party "from", or a bracket? */
static bool ties(const struct px_annotation *annotation, uint32_t token, bool party)
{
    const struct px_article *article = annotation->article;
    return px_party_is_listed(annotation, token, PX_LEXICON_AGENCY, PX_SLICE("agency.object")) ||
           (party && px_party_is_listed(annotation, token, PX_LEXICON_AGENCY, PX_SLICE("agency.source"))) ||
           article->text.data[article->tokens.items[token].start] == '(';
}

/* "Gov. Ann Hask of *Kestria*", "Sen. Hask, Republican of *Kestria*", "Sen. Hask (R-*Kestria*)" */
static const struct px_mention *place_behind(const struct px_annotation *annotation, const struct px_mention *name)
{
    enum { BETWEEN_MOST = 5 };
    const struct px_article *article = annotation->article;
    const struct px_token *tokens = article->tokens.items;
    uint32_t behind = name->first_token + name->token_count;
    bool party = false, tied = false;
    for (uint32_t t = behind; t < article->tokens.count && t <= behind + BETWEEN_MOST &&
                              tokens[t].sentence == tokens[name->first_token].sentence;
         t++) {
        const struct px_mention *place = tied || has_letter(article, t) ? place_at(annotation, t) : NULL;
        if (place != NULL)
            return place;
        bool of_party = is_party(annotation, t);
        party |= of_party;
        if (ties(annotation, t, party))
            tied = true;
        else if (!of_party && tokens[t].kind != PX_TOKEN_PUNCTUATION &&
                 (annotation->classes[t] & PX_CLASS_ARTICLE) == 0)
            return NULL;
    }
    return NULL;
}

bool px_introduction_tell_where(const struct px_annotation *annotation, const struct px_mention *mention,
                                uint32_t title)
{
    struct px_article *article = annotation->article;
    struct px_entity *entity = &article->entities.items[mention->entity];
    const struct px_mention *place = place_behind(annotation, mention);
    if (place == NULL && (place = place_before(annotation, title)) == NULL)
        return true;
    struct px_buffer text = {0};
    px_buffer_printf(&text, "%.*s %.*s", PX_SLICE_ARG(article->entities.items[place->entity].name),
                     PX_SLICE_ARG(entity->role));
    struct px_slice role = text.failed ? (struct px_slice){0} : px_arena_copy(&article->arena, px_buffer_slice(&text));
    px_buffer_release(&text);
    entity->role = role.data == NULL ? entity->role : role;
    return role.data != NULL;
}
