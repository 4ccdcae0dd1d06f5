/* Whose a role is, and what of its words only praises: "the *ferrymen's* lawyer", "*her* lawyer", "an *avid* reader". */
#include "entity/introduction.h"

#include "base/buffer.h"
#include "reading/grammar.h"
#include "reading/parse.h"
#include "reading/party.h"

/* The tokens of a role that is written in the article. */
struct words {
    uint32_t first, end;
};

static struct words words_of(const struct px_article *article, struct px_slice role)
{
    uint32_t start = (uint32_t)(role.data - article->text.data);
    return (struct words){px_tokens_reaching(&article->tokens, start),
                          px_tokens_reaching(&article->tokens, start + (uint32_t)role.size - 1) + 1};
}

bool px_introduction_judges(const struct px_annotation *annotation, uint32_t token)
{
    const struct px_article *article = annotation->article;
    return !px_slice_is_capital(article->text, article->tokens.items[token].start) && /* no "Democratic leader" */
           (px_party_is_listed(annotation, token, PX_LEXICON_LOADED, (struct px_slice){0}) ||
            px_party_is_listed(annotation, token, PX_LEXICON_VALENCE, (struct px_slice){0}) ||
            px_party_is_listed(annotation, token, PX_LEXICON_NAMES, PX_SLICE("name.zeal")));
}

struct px_slice px_introduction_without_judgement(const struct px_annotation *annotation, struct px_slice role)
{
    const struct px_article *article = annotation->article;
    if (!px_introduction_is_written(article, role))
        return role;
    struct words words = words_of(article, role);
    uint32_t word = px_parse_word(annotation, words.first);
    if (words.end < words.first + 2 || word == PX_NONE || !px_introduction_judges(annotation, words.first) ||
        !px_slice_is(px_party_tag(annotation, article->tokens.items[words.first].sentence, word), "ADJ"))
        return role;
    return px_slice_part(article->text, article->tokens.items[words.first + 1].start,
                         (uint32_t)(role.data - article->text.data) + (uint32_t)role.size);
}

bool px_introduction_is_genitive(const struct px_annotation *annotation, uint32_t token)
{
    return (annotation->article->tokens.items[token].flags & PX_TOKEN_CLITIC) != 0 ||
           px_parse_is_tagged(annotation, token, "POS");
}

/* Does the role begin with whose it is, "chamber*'s* president", not "president of *Ann's* List"? */
static bool has_genitive(const struct px_annotation *annotation, struct words words)
{
    for (uint32_t t = words.first + 1; t < words.end && (annotation->classes[t] & PX_CLASS_PREPOSITION) == 0; t++)
        if (px_introduction_is_genitive(annotation, t))
            return true;
    return false;
}

/* Whom the possessive pronoun at the token stands for, if it is a person other than the one introduced; else PX_NONE. The
 * phrase "her lawyer" may be a mention itself, with the pronoun's inside. */
static uint32_t owner_at(const struct px_annotation *annotation, uint32_t token, const struct px_entity *introduced)
{
    const struct px_article *article = annotation->article;
    uint32_t m = (annotation->classes[token] & PX_CLASS_POSSESSIVE) == 0 ? PX_NONE : annotation->mentions[token];
    for (; m < article->mentions.count && article->mentions.items[m].first_token <= token; m++) {
        const struct px_mention *mention = &article->mentions.items[m];
        const struct px_entity *it = &article->entities.items[mention->entity];
        if (mention->form == PX_MENTION_PRONOUN && mention->first_token == token && it != introduced &&
            it->kind == PX_ENTITY_PERSON && it->name.size > 0)
            return mention->entity;
    }
    return PX_NONE;
}

/* Makes the role of the words in a row, in the article's arena, with a small first letter if wanted; false when memory is
 * out. */
static bool join(struct px_article *article, const struct px_slice *parts, size_t count, bool small,
                 struct px_slice *role)
{
    struct px_buffer text = {0};
    for (size_t i = 0; i < count; i++)
        px_buffer_append(&text, parts[i]);
    if (small && !text.failed && text.data[0] >= 'A' && text.data[0] <= 'Z')
        text.data[0] |= 0x20;
    struct px_slice copy = text.failed ? (struct px_slice){0} : px_arena_copy(&article->arena, px_buffer_slice(&text));
    px_buffer_release(&text);
    *role = copy.data == NULL ? *role : copy;
    return copy.data != NULL;
}

bool px_introduction_is_owned(const struct px_annotation *annotation, struct px_slice role,
                              const struct px_entity *introduced)
{
    if (!px_introduction_is_written(annotation->article, role))
        return false;
    uint32_t first = words_of(annotation->article, role).first;
    return first > 0 && owner_at(annotation, first - 1, introduced) != PX_NONE;
}

/* "Hask asked Brell whether *his* deputy, Jo Venn, knew": does the sentence name somebody else before the pronoun, who may
 * own as well? */
static bool is_contested(const struct px_annotation *annotation, uint32_t token, uint32_t owner,
                         const struct px_entity *introduced)
{
    const struct px_article *article = annotation->article;
    uint8_t gender = article->entities.items[owner].gender;
    for (uint32_t t = article->sentences.items[article->tokens.items[token].sentence].first_token; t < token; t++) {
        uint32_t m = annotation->mentions[t];
        const struct px_mention *mention = m == PX_NONE ? NULL : &article->mentions.items[m];
        const struct px_entity *it = mention == NULL ? NULL : &article->entities.items[mention->entity];
        if (it != NULL && it != introduced && mention->entity != owner && it->kind == PX_ENTITY_PERSON &&
            (it->gender == PX_GENDER_UNKNOWN || gender == PX_GENDER_UNKNOWN || it->gender == gender))
            return true;
    }
    return false;
}

bool px_introduction_tell_owner(const struct px_annotation *annotation, struct px_entity *entity)
{
    struct px_article *article = annotation->article;
    if (entity->kind != PX_ENTITY_PERSON || !px_introduction_is_written(article, entity->role))
        return true;
    struct words words = words_of(article, entity->role);
    const struct px_token *tokens = article->tokens.items;
    if (words.first == 0 || tokens[words.first - 1].sentence != tokens[words.first].sentence)
        return true;
    uint32_t owner = owner_at(annotation, words.first - 1, entity);
    if (owner != PX_NONE && is_contested(annotation, words.first - 1, owner, entity))
        return true;
    struct px_span article_before = {tokens[words.first - 1].start, tokens[words.first].start};
    if (owner != PX_NONE)
        return join(article, (struct px_slice[]){article->entities.items[owner].name, PX_SLICE("’s "), entity->role}, 3,
                    false, &entity->role);
    if ((annotation->classes[words.first - 1] & PX_CLASS_DEFINITE) != 0 && has_genitive(annotation, words))
        return join(article, (struct px_slice[]){px_slice_span(article->text, article_before), entity->role}, 2, true,
                    &entity->role);
    return true;
}

/* Does a verb stand in the mention, "Hask *fired* Secretary"? Then it is two. */
static bool holds_verb(const struct px_annotation *annotation, const struct px_mention *mention)
{
    const struct px_article *article = annotation->article;
    for (uint32_t t = mention->first_token; t < mention->first_token + mention->token_count; t++) {
        uint32_t word = px_parse_word(annotation, t);
        if (word == PX_NONE || (article->tokens.items[t].flags & PX_TOKEN_CLITIC) != 0)
            continue;
        if (px_slice_is(px_party_tag(annotation, article->tokens.items[t].sentence, word), "VERB"))
            return true;
    }
    return false;
}

/* Does the name of another person or of a body begin the mention, "*Hask* spokesman", "*Harbour Council* chairman", or
 * that of a place which owns, "*Tarn*'s Republican mayor"? */
static bool begins_with_owner(const struct px_annotation *annotation, const struct px_mention *role)
{
    const struct px_article *article = annotation->article;
    for (size_t m = px_vector_from(&article->mentions, start, role->start);
         m < article->mentions.count && article->mentions.items[m].start == role->start; m++) {
        const struct px_mention *it = &article->mentions.items[m];
        uint8_t kind = article->entities.items[it->entity].kind;
        if (it->entity != role->entity && it->form <= PX_MENTION_ALIAS && it->end < role->end &&
            (kind == PX_ENTITY_PERSON || kind == PX_ENTITY_ORGANISATION ||
             (kind == PX_ENTITY_PLACE &&
              (article->tokens.items[it->first_token + it->token_count].flags & PX_TOKEN_CLITIC) != 0)))
            return true;
    }
    return false;
}

void px_introduction_name_owner(const struct px_annotation *annotation, const struct px_mention *mention)
{
    const struct px_article *article = annotation->article;
    struct px_entity *entity = &annotation->article->entities.items[mention->entity];
    struct px_slice whole = px_slice_part(article->text, mention->start, mention->end);
    uint32_t behind = mention->first_token + mention->token_count;
    behind += behind < article->tokens.count && article->text.data[article->tokens.items[behind].start] == ',';
    bool titled = mention->form == PX_MENTION_ROLE && entity->kind == PX_ENTITY_PERSON &&
                  behind < article->tokens.count && annotation->mentions[behind] != PX_NONE &&
                  article->mentions.items[annotation->mentions[behind]].entity == mention->entity;
    if (titled && entity->role.size > 0 && whole.size > entity->role.size && px_slice_ends(whole, entity->role) &&
        begins_with_owner(annotation, mention) && !holds_verb(annotation, mention))
        entity->role = whole;
}
