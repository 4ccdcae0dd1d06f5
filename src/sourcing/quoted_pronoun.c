/* Whom "he" means in what somebody says. */
#include "sourcing/quoted_pronoun.h"

#include "base/vector.h"
#include "reading/bearer.h"
#include "reading/grammar.h"
#include "reading/parse.h"
#include "reading/party.h"

enum {
    REACH = 3,          /* sentences before the quotation */
    LONGEST = 200,      /* tokens from whom he mentions to his pronoun */
    ADDRESSEE_REACH = 8 /* tokens behind the verb */
};

/* The statement that has the pronoun between its marks, by whoever speaks for himself there: not by a spokesman's, nor in a
 * document, which tell of "him" too. NULL for none. */
static const struct px_attribution *said_in(const struct px_article *article, uint32_t pronoun)
{
    const struct px_token *token = &article->tokens.items[pronoun];
    if (token->voice != PX_VOICE_DIRECT || token->attribution >= article->attributions.count)
        return NULL;
    const struct px_attribution *it = &article->attributions.items[token->attribution];
    bool put_in = token->start > 0 && article->text.data[token->start - 1] == '['; /* "[he] lied" */
    return it->delegate || it->document || put_in ? NULL : it;
}

/* To whom it is said, as the object of its verb, "told *Una Tarn*", and so is "you" there; PX_NONE where the verb says more of
 * an object, "called *Una Tarn* “weak”". */
static uint32_t addressee(const struct px_annotation *annotation, const struct px_attribution *attribution)
{
    const struct px_article *article = annotation->article;
    if (annotation->trees == NULL || attribution->cue.count == 0 || attribution->tone != PX_TONE_NEUTRAL)
        return PX_NONE;
    uint32_t behind = px_tokens_reaching(&article->tokens, attribution->cue.items[0].end);
    if (behind == 0 || (annotation->classes[behind - 1] & PX_CLASS_NAMING) != 0)
        return PX_NONE;
    for (uint32_t t = behind; t < article->tokens.count && t < behind + ADDRESSEE_REACH; t++) {
        uint32_t m = annotation->mentions[t];
        const struct px_tree *tree = px_parse_tree(annotation, t);
        if (m == PX_NONE || tree == NULL ||
            article->tokens.items[t].sentence != article->tokens.items[behind - 1].sentence)
            continue;
        uint32_t word = px_parse_word(annotation, t), head = tree->words[word].head;
        if ((px_tree_arc(tree, word) & PX_ARC_OBJECT) != 0 && head < tree->count &&
            px_parse_token(annotation, attribution->sentence, head) < behind)
            return article->mentions.items[m].entity;
    }
    return PX_NONE;
}

/* Can the mention be of whom a pronoun of the gender means that does not mean the other? */
static bool may_mean(const struct px_article *article, const struct px_mention *mention,
                     const struct px_attribution *attribution, uint32_t other, uint8_t gender)
{
    const struct px_entity *entity = &article->entities.items[mention->entity];
    return entity->kind == PX_ENTITY_PERSON && mention->entity != other &&
           !px_attribution_is_by(attribution, mention->entity) &&
           (entity->gender == gender || entity->gender == PX_GENDER_UNKNOWN);
}

/* Do the words speak of a person without a name, "punish *a child* for something *his* parents did"? */
static bool tells_of_anybody(const struct px_annotation *annotation, uint32_t first, uint32_t end)
{
    bool told = false;
    for (uint32_t t = first; t < end && !told; t++)
        told = annotation->mentions[t] == PX_NONE &&
               (px_party_is_listed(annotation, t, PX_LEXICON_ROLES, PX_SLICE("")) ||
                px_party_is_listed(annotation, t, PX_LEXICON_SOURCES, PX_SLICE("person")));
    return told;
}

/* Whom the speaker means by the pronoun at the token, who is not himself, nor whom he talks to: whom he mentioned last, or
 * else the one person who was mentioned shortly before his words. PX_NONE where there are several, or none. */
static uint32_t meant(const struct px_annotation *annotation, uint32_t pronoun, uint8_t gender,
                      const struct px_attribution *attribution)
{
    const struct px_article *article = annotation->article;
    const struct px_mention *mentions = article->mentions.items;
    uint32_t opening = px_tokens_reaching(&article->tokens, attribution->content.items[0].start);
    uint32_t sentence = article->tokens.items[opening].sentence, found = PX_NONE;
    uint32_t first = article->sentences.items[sentence > REACH ? sentence - REACH : 0].first_token;
    uint32_t other = addressee(annotation, attribution), near = pronoun > LONGEST ? pronoun - LONGEST : 0;
    if (tells_of_anybody(annotation, opening > near ? opening : near, pronoun))
        return PX_NONE;
    first = first > near ? first : near;
    for (size_t m = px_vector_from(&article->mentions, first_token, pronoun);
         m-- > 0 && mentions[m].first_token >= first;) {
        if (!may_mean(article, &mentions[m], attribution, other, gender))
            continue;
        if (mentions[m].first_token >= opening)
            return mentions[m].entity;
        if (found != PX_NONE && found != mentions[m].entity)
            return PX_NONE;
        found = mentions[m].entity;
    }
    return found;
}

/* The gender of the pronoun of the third person; unknown for every other. */
static uint8_t gender_of(const struct px_annotation *annotation, const struct px_hit *pronoun)
{
    struct px_slice category = px_resources_entry(annotation->resources, pronoun)->category;
    return px_slice_is(category, "pronoun.male")     ? PX_GENDER_MALE
           : px_slice_is(category, "pronoun.female") ? PX_GENDER_FEMALE
                                                     : PX_GENDER_UNKNOWN;
}

/* The article's mentions, made anew. */
struct linked {
    struct px_mention *items;
    size_t count;
    size_t next; /* of the article's, that are not among them yet */
};

/* Keeps the article's mentions up to the number. */
static void keep_until(struct linked *linked, const struct px_article *article, size_t end)
{
    while (linked->next < end)
        linked->items[linked->count++] = article->mentions.items[linked->next++];
}

/* Links the pronoun at the token anew where it is quoted, and open or taken for its speaker. */
static void link_at(const struct px_annotation *annotation, uint32_t token, uint8_t gender, struct linked *linked)
{
    const struct px_article *article = annotation->article;
    const struct px_token *it = &article->tokens.items[token];
    const struct px_attribution *said = said_in(article, token);
    uint32_t m = annotation->mentions[token];
    const struct px_mention *before = m == PX_NONE ? NULL : &article->mentions.items[m];
    if (said == NULL ||
        (before != NULL && (before->form != PX_MENTION_PRONOUN || !px_attribution_is_by(said, before->entity))))
        return;
    uint32_t entity = meant(annotation, token, gender, said);
    keep_until(linked, article, before != NULL ? m : px_vector_from(&article->mentions, first_token, token));
    linked->next += before != NULL;
    if (entity != PX_NONE)
        linked->items[linked->count++] = (struct px_mention){.start = it->start,
                                                             .end = it->end,
                                                             .first_token = token,
                                                             .token_count = 1,
                                                             .entity = entity,
                                                             .form = PX_MENTION_PRONOUN,
                                                             .owns = px_grammar_owns(annotation, token)};
}

/* Takes the new mentions for the article's, and counts each entity's. */
static void take(struct px_article *article, const struct linked *linked)
{
    for (size_t e = 0; e < article->entities.count; e++)
        article->entities.items[e].mention_count = 0;
    for (size_t m = 0; m < linked->count; m++) {
        struct px_entity *entity = &article->entities.items[linked->items[m].entity];
        if (entity->mention_count++ == 0)
            entity->first_mention = (uint32_t)m;
    }
    article->mentions.items = linked->items;
    article->mentions.count = article->mentions.capacity = linked->count;
}

enum px_status px_annotate_quoted_pronouns(struct px_annotation *annotation, struct px_error *error)
{
    struct px_article *article = annotation->article;
    const struct px_hits *hits = &article->hits;
    size_t pronouns = 0;
    for (size_t h = 0; h < hits->count; h++)
        pronouns += hits->items[h].lexicon == PX_LEXICON_PRONOUNS;
    struct linked linked = {
        .items = px_arena_array(&article->arena, struct px_mention, article->mentions.count + pronouns + 1)};
    if (linked.items == NULL)
        return px_no_memory(error);
    for (size_t h = 0; h < hits->count; h++) {
        uint8_t gender =
            hits->items[h].lexicon == PX_LEXICON_PRONOUNS ? gender_of(annotation, &hits->items[h]) : PX_GENDER_UNKNOWN;
        if (gender != PX_GENDER_UNKNOWN)
            link_at(annotation, hits->items[h].first_token, gender, &linked);
    }
    if (linked.next == 0 && linked.count == 0) /* no pronoun was looked at */
        return PX_OK;
    keep_until(&linked, article, article->mentions.count);
    take(article, &linked);
    return px_annotate_mentions(annotation, error);
}
