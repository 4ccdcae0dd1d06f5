#include "reading/bearer.h"

#include <string.h>

#include "reading/parse.h"

enum { BEARERS = 8 };

/* The words that may bear what some tokens tell, the likeliest first, as tokens. */
struct bearers {
    uint32_t tokens[BEARERS];
    size_t count;
};

/* A word in its tree, and the bearers found so far. */
struct place {
    const struct px_annotation *annotation;
    const struct px_tree *tree;
    uint32_t sentence;
    struct bearers *bearers;
};

static void add(const struct place *place, uint32_t word)
{
    if (word != PX_NONE && word < place->tree->count && place->bearers->count < BEARERS)
        place->bearers->tokens[place->bearers->count++] = px_parse_token(place->annotation, place->sentence, word);
}

static void add_below(const struct place *place, uint32_t word, unsigned arcs)
{
    uint32_t child = px_tree_dependent(place->tree, word, arcs);
    for (; child != PX_NONE; child = px_tree_next(place->tree, child, arcs))
        add(place, child);
}

/* Of a verb, or of a noun or adjective that is said of its subject. */
static void add_of_predicate(const struct place *place, uint32_t word)
{
    if (px_tree_dependent(place->tree, word, PX_ARC_COPULA) == PX_NONE)
        add(place, px_tree_object(place->tree, word));
    add(place, px_tree_subject(place->tree, word));
}

static void add_of_noun(const struct place *place, uint32_t word)
{
    add(place, word);
    if ((px_tree_arc(place->tree, word) & (PX_ARC_APPOSITION | PX_ARC_COMPOUND)) != 0)
        add(place, place->tree->words[word].head);
    add_below(place, word, PX_ARC_APPOSITION | PX_ARC_POSSESSOR);
    add_below(place, word, PX_ARC_COMPOUND | PX_ARC_MODIFIER | PX_ARC_NOMINAL);
}

static void add_of_word(const struct place *place, uint32_t word)
{
    struct px_slice tag = px_syntax_upos(place->tree->syntax, place->tree->words[word].tag);
    unsigned arc = px_tree_arc(place->tree, word);
    uint32_t head = place->tree->words[word].head;
    bool noun = px_slice_is(tag, "NOUN") || px_slice_is(tag, "PROPN");
    if ((arc & PX_ARC_ADVERB) != 0 && head < place->tree->count)
        add(place, px_tree_subject(place->tree, head));
    else if ((arc & PX_ARC_MODIFIER) != 0 && head < place->tree->count)
        add_of_noun(place, head);
    else if (noun && px_tree_dependent(place->tree, word, PX_ARC_COPULA) == PX_NONE)
        add_of_noun(place, word);
    else
        add_of_predicate(place, word);
}

static void find_bearers(const struct px_annotation *annotation, uint32_t first, uint32_t end, struct bearers *bearers)
{
    struct place place = {.annotation = annotation, .tree = px_parse_tree(annotation, first), .bearers = bearers};
    bearers->count = 0;
    if (place.tree == NULL)
        return;
    place.sentence = annotation->article->tokens.items[first].sentence;
    add_of_word(&place, px_parse_head(annotation, first, end));
}

enum px_status px_annotate_mentions(struct px_annotation *annotation, struct px_error *error)
{
    const struct px_article *article = annotation->article;
    uint32_t *mentions = px_arena_array(&annotation->worker->scratch, uint32_t, article->tokens.count + 1);
    if (mentions == NULL)
        return px_no_memory(error);
    memset(mentions, 0xFF, (article->tokens.count + 1) * sizeof *mentions); /* PX_NONE */
    for (uint32_t i = 0; i < article->mentions.count; i++) {
        const struct px_mention *mention = &article->mentions.items[i];
        for (uint32_t t = mention->first_token; t < mention->first_token + mention->token_count; t++)
            mentions[t] = i;
    }
    annotation->mentions = mentions;
    return PX_OK;
}

uint32_t px_entity_at(const struct px_annotation *annotation, uint32_t token)
{
    uint32_t mention = annotation->mentions[token];
    return mention == PX_NONE ? PX_NONE : annotation->article->mentions.items[mention].entity;
}

uint32_t px_bearer_entity(const struct px_annotation *annotation, uint32_t first, uint32_t end)
{
    struct bearers bearers;
    find_bearers(annotation, first, end, &bearers);
    for (size_t i = 0; i < bearers.count; i++)
        if (px_entity_at(annotation, bearers.tokens[i]) != PX_NONE)
            return px_entity_at(annotation, bearers.tokens[i]);
    return PX_NONE;
}
