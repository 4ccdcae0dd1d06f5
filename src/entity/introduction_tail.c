/* Where a role goes on that a parser ends too soon. */
#include "entity/introduction.h"

#include "reading/grammar.h"
#include "reading/parse.h"
#include "reading/party.h"

static bool is_common_noun(const struct px_annotation *annotation, uint32_t token)
{
    uint32_t word = px_parse_word(annotation, token);
    return word != PX_NONE &&
           px_slice_is(px_party_tag(annotation, annotation->article->tokens.items[token].sentence, word), "NOUN");
}

/* Where the noun ends that a town and its state stand before, "of the Sorrel, Kes., *branch*", with the body that it is
 * of, "of the League": the token behind it; PX_NONE where the comma at `comma` is none of such a name. */
static uint32_t behind_town(const struct px_annotation *annotation, uint32_t comma)
{
    enum { STATE_MOST = 4 };
    const struct px_article *article = annotation->article;
    const struct px_token *tokens = article->tokens.items;
    uint32_t town = comma == 0 ? PX_NONE : annotation->mentions[comma - 1], t = comma + 1;
    if (town == PX_NONE || article->text.data[tokens[comma].start] != ',' ||
        article->entities.items[article->mentions.items[town].entity].kind != PX_ENTITY_PLACE ||
        article->mentions.items[town].first_token == 0 ||
        (annotation->classes[article->mentions.items[town].first_token - 1] & PX_CLASS_ARTICLE) == 0)
        return PX_NONE;
    while (t < article->tokens.count && t <= comma + STATE_MOST && article->text.data[tokens[t].start] != ',')
        t++;
    uint32_t noun = t + 1;
    bool named = t > comma + 1 && t <= comma + STATE_MOST && noun < article->tokens.count &&
                 tokens[noun].sentence == tokens[comma].sentence;
    return named && is_common_noun(annotation, noun) ? noun + 1 : PX_NONE;
}

/* Where the second of two fields ends that the role is of, "director of safety and *training*": the token behind it;
 * PX_NONE where none follows at `at`. */
static uint32_t behind_field(const struct px_annotation *annotation, uint32_t at)
{
    const struct px_tokens *tokens = &annotation->article->tokens;
    bool joined = at + 3 < tokens->count && (annotation->classes[at] & PX_CLASS_COORDINATOR) != 0 &&
                  tokens->items[at + 2].sentence == tokens->items[at].sentence;
    return joined && is_common_noun(annotation, at + 1) && annotation->mentions[at + 1] == PX_NONE &&
                   (annotation->classes[at + 2] & PX_CLASS_PREPOSITION) != 0
               ? at + 2
               : PX_NONE;
}

/* The organisation that the words at the token name behind a preposition: its mention, or NULL. */
static const struct px_mention *body_at(const struct px_annotation *annotation, uint32_t token)
{
    const struct px_article *article = annotation->article;
    if (token + 2 >= article->tokens.count || (annotation->classes[token] & PX_CLASS_PREPOSITION) == 0)
        return NULL;
    token += 1 + ((annotation->classes[token + 1] & PX_CLASS_ARTICLE) != 0);
    uint32_t m = annotation->mentions[token];
    const struct px_mention *body = m == PX_NONE ? NULL : &article->mentions.items[m];
    return body != NULL && article->entities.items[body->entity].kind == PX_ENTITY_ORGANISATION ? body : NULL;
}

bool px_introduction_is_written(const struct px_article *article, struct px_slice role)
{
    return role.size > 0 && role.data >= article->text.data &&
           role.data + role.size < article->text.data + article->text.size;
}

struct px_slice px_introduction_whole_name(const struct px_annotation *annotation, struct px_slice role)
{
    const struct px_article *article = annotation->article;
    if (!px_introduction_is_written(article, role))
        return role;
    uint32_t start = (uint32_t)(role.data - article->text.data);
    uint32_t last = px_tokens_reaching(&article->tokens, start + (uint32_t)role.size - 1);
    const struct px_mention *name =
        annotation->mentions[last] == PX_NONE ? NULL : &article->mentions.items[annotation->mentions[last]];
    uint32_t end = name == NULL ? 0 : article->tokens.items[name->first_token + name->token_count - 1].end;
    return end > start + role.size ? px_slice_part(article->text, start, end) : role;
}

/* Where the words begin that tell what somebody is: behind a comma that a person's name is before it, and behind what leads
 * to them there, "For *Lind*, according to | the council's clerk Ora Hask". */
static uint32_t behind_name(const struct px_annotation *annotation, uint32_t first, uint32_t noun)
{
    const struct px_article *article = annotation->article;
    uint32_t begin = first;
    for (uint32_t t = first + 1; t < noun; t++) {
        uint32_t m = annotation->mentions[t - 1];
        if (m != PX_NONE && article->entities.items[article->mentions.items[m].entity].kind == PX_ENTITY_PERSON &&
            article->text.data[article->tokens.items[t].start] == ',')
            begin = t + 1;
    }
    for (uint32_t t = begin; begin > first && t < noun; t++)
        if ((annotation->classes[t] & PX_CLASS_PREPOSITION) != 0)
            begin = t + 1;
    return begin;
}

struct px_slice px_introduction_itself(const struct px_annotation *annotation, struct px_slice role, uint32_t noun)
{
    const struct px_article *article = annotation->article;
    if (!px_introduction_is_written(article, role))
        return role;
    uint32_t start = (uint32_t)(role.data - article->text.data), stop = start + (uint32_t)role.size;
    uint32_t first = behind_name(annotation, px_tokens_reaching(&article->tokens, start), noun);
    uint32_t last = px_tokens_reaching(&article->tokens, stop - 1);
    last -= last == noun + 1 && px_parse_is_tagged(annotation, last, "RB"); /* "the mayor *there*" */
    return px_slice_part(article->text, article->tokens.items[first].start, article->tokens.items[last].end);
}

static bool has_capital(const struct px_article *article, uint32_t token)
{
    char first = article->text.data[article->tokens.items[token].start];
    return article->tokens.items[token].kind == PX_TOKEN_WORD && first >= 'A' && first <= 'Z';
}

/* Does the token end the name of a person or of people, "*Democrats* and Harbour Council spokesman Hask"? */
static bool names_people(const struct px_annotation *annotation, uint32_t token)
{
    uint32_t m = annotation->mentions[token];
    uint8_t kind = m == PX_NONE
                       ? PX_ENTITY_OTHER
                       : annotation->article->entities.items[annotation->article->mentions.items[m].entity].kind;
    return kind == PX_ENTITY_PERSON || kind == PX_ENTITY_GROUP;
}

void px_introduction_drop_half_name(const struct px_annotation *annotation, struct px_entity *entity)
{
    const struct px_article *article = annotation->article;
    const struct px_token *tokens = article->tokens.items;
    if (entity->kind != PX_ENTITY_PERSON || !px_introduction_is_written(article, entity->role))
        return;
    uint32_t start = (uint32_t)(entity->role.data - article->text.data), end = start + (uint32_t)entity->role.size;
    uint32_t first = px_tokens_reaching(&article->tokens, start);
    bool joined = first > 1 && tokens[first - 2].sentence == tokens[first].sentence && has_capital(article, first) &&
                  (annotation->classes[first - 1] & PX_CLASS_COORDINATOR) != 0 && has_capital(article, first - 2) &&
                  !names_people(annotation, first - 2);
    if (!joined)
        return;
    while (tokens[first].start < end && has_capital(article, first))
        first++;
    entity->role =
        tokens[first].start < end ? px_slice_part(article->text, tokens[first].start, end) : (struct px_slice){0};
}

void px_introduction_go_on(const struct px_annotation *annotation, struct px_entity *entity)
{
    const struct px_article *article = annotation->article;
    const struct px_token *tokens = article->tokens.items;
    if (!px_introduction_is_written(article, entity->role))
        return;
    uint32_t start = (uint32_t)(entity->role.data - article->text.data);
    uint32_t stop = start + (uint32_t)entity->role.size;
    uint32_t at = px_tokens_reaching(&article->tokens, stop);
    if (at >= article->tokens.count)
        return;
    uint32_t town = tokens[at].start == stop ? behind_town(annotation, at) : PX_NONE;
    uint32_t end = town != PX_NONE ? town : behind_field(annotation, at);
    const struct px_mention *body = end == PX_NONE ? NULL : body_at(annotation, end);
    if (end == PX_NONE || (town == PX_NONE && body == NULL))
        return;
    if (town != PX_NONE)
        entity->actor = body == NULL ? PX_ACTOR_OTHER : article->entities.items[body->entity].actor;
    end = body == NULL ? end : body->first_token + body->token_count;
    entity->role = px_slice_part(article->text, start, tokens[end - 1].end);
}
