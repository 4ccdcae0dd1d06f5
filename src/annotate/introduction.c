#include "annotate/introduction.h"

#include "annotate/grammar.h"
#include "annotate/parse.h"

enum { MOST_WORDS = 12 };

/* A mention in its tree. */
struct place {
    const struct px_annotation *annotation;
    const uint8_t *people; /* by token: 1 where a listed noun for people ends */
    const struct px_tree *tree;
    uint32_t sentence;
};

static uint32_t token_of(const struct place *place, uint32_t word)
{
    return px_parse_token(place->annotation, place->sentence, word);
}

/* A common noun that is no predicate. */
static bool is_noun(const struct place *place, uint32_t word)
{
    return px_slice_is(px_syntax_upos(place->tree->syntax, place->tree->words[word].tag), "NOUN") &&
           px_tree_dependent(place->tree, word, PX_ARC_COPULA | PX_ARC_SUBJECT) == PX_NONE;
}

static bool is_people(const struct place *place, uint32_t word)
{
    return is_noun(place, word) && place->people[token_of(place, word)];
}

/* Where a phrase with this head begins: behind its preposition, conjunction, marks and article. */
static uint32_t phrase_start(const struct place *place, uint32_t head)
{
    const uint32_t skipped =
        PX_CLASS_ARTICLE | PX_CLASS_DEFINITE | PX_CLASS_PREPOSITION | PX_CLASS_COORDINATOR | PX_CLASS_POSSESSIVE;
    uint32_t start = px_tree_span(place->tree, head).start;
    while (start < head) {
        uint32_t token = token_of(place, start);
        bool mark = place->annotation->article->tokens.items[token].kind == PX_TOKEN_PUNCTUATION;
        if (!mark && (place->annotation->classes[token] & skipped) == 0)
            break;
        start++;
    }
    return start;
}

/* Where what belongs to the head ends: before a mark, or a clause that is added to it. */
static uint32_t phrase_end(const struct place *place, uint32_t head)
{
    uint32_t end = px_tree_span(place->tree, head).end;
    uint32_t clause = px_tree_dependent(place->tree, head, PX_ARC_ASIDE | PX_ARC_APPOSITION | PX_ARC_CONJUNCT);
    if (clause != PX_NONE && clause > head && px_tree_span(place->tree, clause).start < end)
        end = px_tree_span(place->tree, clause).start;
    for (uint32_t word = head + 1; word < end; word++)
        if (place->annotation->article->tokens.items[token_of(place, word)].kind == PX_TOKEN_PUNCTUATION)
            return word;
    return end;
}

/* The text of words [start, end); empty where there are none, or too many for a role. */
static struct px_slice text_of(const struct place *place, uint32_t start, uint32_t end)
{
    const struct px_article *article = place->annotation->article;
    if (start >= end || end - start > MOST_WORDS)
        return (struct px_slice){0};
    return px_slice_part(article->text, article->tokens.items[token_of(place, start)].start,
                         article->tokens.items[token_of(place, end - 1)].end);
}

static struct px_slice role_behind(const struct place *place, uint32_t name)
{
    uint32_t apposition = px_tree_dependent(place->tree, name, PX_ARC_APPOSITION);
    if (apposition == PX_NONE || apposition < name || !is_noun(place, apposition))
        return (struct px_slice){0};
    bool told = px_tree_dependent(place->tree, apposition, PX_ARC_DETERMINER | PX_ARC_POSSESSOR) != PX_NONE;
    if (!told && !is_people(place, apposition))
        return (struct px_slice){0};
    return text_of(place, phrase_start(place, apposition), phrase_end(place, apposition));
}

static struct px_slice role_above(const struct place *place, uint32_t name)
{
    uint32_t head = place->tree->words[name].head;
    if ((px_tree_arc(place->tree, name) & PX_ARC_APPOSITION) == 0 || head > name || !is_people(place, head))
        return (struct px_slice){0};
    uint32_t end = phrase_end(place, head);
    uint32_t start = px_tree_span(place->tree, name).start;
    return text_of(place, phrase_start(place, head), end < start ? end : start);
}

/* Common nouns in the name's own phrase, before the name. */
static struct px_slice role_before(const struct place *place, uint32_t name, uint32_t first)
{
    uint32_t start = phrase_start(place, name);
    uint32_t end = start;
    while (end < name && token_of(place, end) < first)
        end++;
    if (end == start || !is_people(place, end - 1))
        return (struct px_slice){0};
    return text_of(place, start, end);
}

static struct px_slice find_role(const struct px_annotation *annotation, const uint8_t *people,
                                 const struct px_mention *mention)
{
    struct place place = {
        .annotation = annotation, .people = people, .tree = px_parse_tree(annotation, mention->first_token)};
    bool person = annotation->article->entities.items[mention->entity].kind == PX_ENTITY_PERSON;
    if (place.tree == NULL || mention->form == PX_MENTION_PRONOUN || mention->form == PX_MENTION_ROLE)
        return (struct px_slice){0};
    place.sentence = annotation->article->tokens.items[mention->first_token].sentence;
    uint32_t name = px_parse_head(annotation, mention->first_token, mention->first_token + mention->token_count);
    struct px_slice role = role_behind(&place, name);
    if (role.size == 0 && person)
        role = role_above(&place, name);
    return role.size > 0 || !person ? role : role_before(&place, name, mention->first_token);
}

static uint8_t *find_people(const struct px_annotation *annotation)
{
    const struct px_hits *hits = &annotation->article->hits;
    uint8_t *people = px_arena_array(&annotation->worker->scratch, uint8_t, annotation->article->tokens.count + 1);
    for (size_t i = 0; people != NULL && i < hits->count; i++)
        if (hits->items[i].lexicon == PX_LEXICON_ROLES || hits->items[i].lexicon == PX_LEXICON_SOURCES)
            people[hits->items[i].first_token + hits->items[i].token_count - 1] = 1;
    return people;
}

enum px_status px_annotate_introductions(struct px_annotation *annotation, struct px_error *error)
{
    struct px_article *article = annotation->article;
    if (annotation->trees == NULL)
        return PX_OK;
    const uint8_t *people = find_people(annotation);
    if (people == NULL)
        return px_error_set(error, PX_ERROR_MEMORY, "out of memory");
    for (size_t i = 0; i < article->mentions.count; i++) {
        struct px_entity *entity = &article->entities.items[article->mentions.items[i].entity];
        bool takes = entity->kind == PX_ENTITY_PERSON || entity->kind == PX_ENTITY_ORGANISATION ||
                     entity->kind == PX_ENTITY_OTHER;
        if (takes && entity->role.size == 0)
            entity->role = find_role(annotation, people, &article->mentions.items[i]);
    }
    return PX_OK;
}
