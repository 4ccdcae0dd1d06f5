#include "annotate/bearer.h"

#include "annotate/parse.h"

uint32_t *px_mentions_by_token(const struct px_annotation *annotation)
{
    const struct px_article *article = annotation->article;
    uint32_t *mentions = px_arena_array(&annotation->worker->scratch, uint32_t, article->tokens.count + 1);
    for (size_t t = 0; mentions != NULL && t < article->tokens.count; t++)
        mentions[t] = PX_NONE;
    for (uint32_t i = 0; mentions != NULL && i < article->mentions.count; i++) {
        const struct px_mention *mention = &article->mentions.items[i];
        for (uint32_t t = mention->first_token; t < mention->first_token + mention->token_count; t++)
            mentions[t] = i;
    }
    return mentions;
}

uint32_t px_entity_at(const struct px_annotation *annotation, const uint32_t *mentions, uint32_t sentence, uint32_t word)
{
    if (word == PX_NONE)
        return PX_NONE;
    uint32_t mention = mentions[px_parse_token(annotation, sentence, word)];
    return mention == PX_NONE ? PX_NONE : annotation->article->mentions.items[mention].entity;
}

/* A word in its tree, with what is known of the article. */
struct place {
    const struct px_annotation *annotation;
    const uint32_t *mentions;
    const struct px_tree *tree;
    uint32_t sentence;
};

static uint32_t entity_at(const struct place *place, uint32_t word)
{
    return px_entity_at(place->annotation, place->mentions, place->sentence, word);
}

/* The entity at the first dependent with such an arc. */
static uint32_t entity_below(const struct place *place, uint32_t word, unsigned arcs)
{
    uint32_t child = px_tree_dependent(place->tree, word, arcs);
    for (; child != PX_NONE; child = px_tree_next(place->tree, child, arcs))
        if (entity_at(place, child) != PX_NONE)
            return entity_at(place, child);
    return PX_NONE;
}

static uint32_t first_known(uint32_t a, uint32_t b)
{
    return a != PX_NONE ? a : b;
}

/* Of a verb, or of a noun or adjective that is said of its subject. */
static uint32_t bearer_of_predicate(const struct place *place, uint32_t word)
{
    uint32_t subject = entity_at(place, px_tree_subject(place->tree, word));
    if (px_tree_dependent(place->tree, word, PX_ARC_COPULA) != PX_NONE)
        return subject;
    return first_known(entity_at(place, px_tree_object(place->tree, word)), subject);
}

static uint32_t bearer_of_noun(const struct place *place, uint32_t word)
{
    uint32_t head = place->tree->words[word].head;
    unsigned arc = px_tree_arc(place->tree, word);
    uint32_t found = entity_at(place, word);
    if (found == PX_NONE && (arc & (PX_ARC_APPOSITION | PX_ARC_COMPOUND)) != 0)
        found = entity_at(place, head);
    found = first_known(found, entity_below(place, word, PX_ARC_APPOSITION | PX_ARC_POSSESSOR));
    return first_known(found, entity_below(place, word, PX_ARC_COMPOUND | PX_ARC_MODIFIER | PX_ARC_NOMINAL));
}

static uint32_t find_bearer(const struct place *place, uint32_t word)
{
    struct px_slice tag = px_syntax_upos(place->tree->syntax, place->tree->words[word].tag);
    unsigned arc = px_tree_arc(place->tree, word);
    uint32_t head = place->tree->words[word].head;
    if ((arc & PX_ARC_ADVERB) != 0 && head < place->tree->count)
        return entity_at(place, px_tree_subject(place->tree, head));
    if ((arc & PX_ARC_MODIFIER) != 0 && head < place->tree->count)
        return bearer_of_noun(place, head);
    bool noun = px_slice_is(tag, "NOUN") || px_slice_is(tag, "PROPN");
    if (noun && px_tree_dependent(place->tree, word, PX_ARC_COPULA) == PX_NONE)
        return bearer_of_noun(place, word);
    return bearer_of_predicate(place, word);
}

uint32_t px_bearer_find(const struct px_annotation *annotation, const uint32_t *mentions, uint32_t first, uint32_t end)
{
    struct place place = {.annotation = annotation, .mentions = mentions, .tree = px_parse_tree(annotation, first)};
    if (place.tree == NULL)
        return PX_NONE;
    place.sentence = annotation->article->tokens.items[first].sentence;
    return find_bearer(&place, px_parse_head(annotation, first, end));
}
