#include "annotate/introduction.h"

#include "annotate/nominal.h"

enum { MOST_WORDS = 12 };

/* A mention in its tree. */
struct place {
    struct px_nominal at;
    const uint8_t *people; /* by token: 1 where a listed noun for people ends */
};

static uint32_t token_of(const struct place *place, uint32_t word)
{
    return px_nominal_token(&place->at, word);
}

/* A common noun that is no predicate. */
static bool is_noun(const struct place *place, uint32_t word)
{
    return px_nominal_is(&place->at, word, "NOUN") &&
           px_tree_dependent(place->at.tree, word, PX_ARC_COPULA | PX_ARC_SUBJECT) == PX_NONE;
}

static bool is_people(const struct place *place, uint32_t word)
{
    return is_noun(place, word) && place->people[token_of(place, word)];
}

static struct px_slice text_of(const struct place *place, uint32_t start, uint32_t end)
{
    return px_nominal_text(&place->at, start, end, MOST_WORDS);
}

static struct px_slice role_behind(const struct place *place, uint32_t name)
{
    uint32_t apposition = px_tree_dependent(place->at.tree, name, PX_ARC_APPOSITION);
    if (apposition == PX_NONE || apposition < name || !is_noun(place, apposition))
        return (struct px_slice){0};
    if (px_tree_dependent(place->at.tree, apposition, PX_ARC_CASE) != PX_NONE)
        return (struct px_slice){0}; /* "Flynn, in a letter, …" */
    bool told = px_tree_dependent(place->at.tree, apposition, PX_ARC_DETERMINER | PX_ARC_POSSESSOR) != PX_NONE;
    if (!told && !is_people(place, apposition))
        return (struct px_slice){0};
    return text_of(place, px_nominal_start(&place->at, apposition), px_nominal_end(&place->at, apposition));
}

static struct px_slice role_above(const struct place *place, uint32_t name)
{
    uint32_t head = place->at.tree->words[name].head;
    if ((px_tree_arc(place->at.tree, name) & PX_ARC_APPOSITION) == 0 || head > name || !is_people(place, head))
        return (struct px_slice){0};
    uint32_t end = px_nominal_end(&place->at, head);
    uint32_t start = px_tree_span(place->at.tree, name).start;
    return text_of(place, px_nominal_start(&place->at, head), end < start ? end : start);
}

/* Common nouns in the name's own phrase, before the name. */
static struct px_slice role_before(const struct place *place, uint32_t name, uint32_t first)
{
    uint32_t start = px_nominal_start(&place->at, name);
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
    struct place place = {.people = people};
    bool person = annotation->article->entities.items[mention->entity].kind == PX_ENTITY_PERSON;
    if (!px_nominal_at(annotation, mention->first_token, &place.at) || mention->form == PX_MENTION_PRONOUN ||
        mention->form == PX_MENTION_ROLE)
        return (struct px_slice){0};
    uint32_t name = px_parse_head(annotation, mention->first_token, mention->first_token + mention->token_count);
    struct px_slice role = role_behind(&place, name);
    if (role.size == 0 && person)
        role = role_above(&place, name);
    return role.size > 0 || !person ? role : role_before(&place, name, mention->first_token);
}

/* Is the hit a role, or a noun for people who speak? Documents and media speak too. */
static bool names_people(const struct px_annotation *annotation, const struct px_hit *hit)
{
    if (hit->lexicon != PX_LEXICON_SOURCES)
        return hit->lexicon == PX_LEXICON_ROLES;
    int kind = px_speaker_kind_find(px_resources_entry(annotation->resources, hit)->category);
    return kind == PX_SPEAKER_PERSON || kind == PX_SPEAKER_GROUP;
}

static uint8_t *find_people(const struct px_annotation *annotation)
{
    const struct px_hits *hits = &annotation->article->hits;
    uint8_t *people = px_arena_array(&annotation->worker->scratch, uint8_t, annotation->article->tokens.count + 1);
    for (size_t i = 0; people != NULL && i < hits->count; i++)
        if (names_people(annotation, &hits->items[i]))
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
