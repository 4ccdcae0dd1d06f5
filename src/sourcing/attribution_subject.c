/* Whom sentences and clauses tell of: their subjects, for pronouns to take up. */
#include "reading/bearer.h"
#include "reading/parse.h"
#include "reading/party.h"
#include "sourcing/attribution_pronoun.h"

uint32_t px_scene_front_name(const struct px_scene *scene, uint32_t sentence, uint32_t verb, bool person)
{
    const struct px_sentence *s = &scene->article->sentences.items[sentence];
    for (uint32_t t = s->first_token; t < verb && t + 1 < s->first_token + s->token_count; t++) {
        uint32_t entity = px_entity_at(scene->annotation, t);
        if (entity == PX_NONE || (person && scene->article->entities.items[entity].kind != PX_ENTITY_PERSON))
            continue;
        uint32_t m = scene->mentions[t];
        uint32_t end = m == PX_NONE ? t + 1
                                    : scene->article->mentions.items[m].first_token +
                                          scene->article->mentions.items[m].token_count;
        bool behind = t > s->first_token && px_scene_has(scene, t - 1, PX_CLASS_PREPOSITION | PX_CLASS_TO);
        return behind || scene->quotations[t] != PX_NONE || px_scene_is_clitic(scene, end) ? PX_NONE : entity;
    }
    return PX_NONE;
}

/* The subject of the clause that the word heads; of the main clause also the name that it begins with. */
static uint32_t subject_at(const struct px_scene *scene, const struct px_tree *tree, uint32_t sentence, uint32_t word)
{
    uint32_t subject = px_tree_subject(tree, word);
    if (subject != PX_NONE)
        return px_party_at(scene->annotation, sentence, subject).entity;
    return tree->words[word].head < tree->count
               ? PX_NONE
               : px_scene_front_name(scene, sentence, px_parse_token(scene->annotation, sentence, word), false);
}

bool px_scene_agrees(const struct px_scene *scene, uint32_t entity, uint32_t gender)
{
    const struct px_entity *it = entity == PX_NONE ? NULL : &scene->article->entities.items[entity];
    if (it == NULL || gender == PX_NONE)
        return it != NULL && it->kind != PX_ENTITY_PERSON;
    return it->kind == PX_ENTITY_PERSON && (it->gender == 0 || it->gender == gender);
}

uint32_t px_scene_subject_above(const struct px_scene *scene, uint32_t token, uint32_t gender)
{
    const struct px_annotation *annotation = scene->annotation;
    const struct px_tree *tree = px_parse_tree(annotation, token);
    uint32_t word = tree == NULL ? PX_NONE : px_parse_word(annotation, token);
    for (uint32_t steps = 0; tree != NULL && steps < tree->count; steps++) {
        word = tree->words[px_tree_clause(tree, word)].head;
        if (word >= tree->count)
            break;
        uint32_t clause = px_tree_clause(tree, word);
        uint32_t entity = subject_at(scene, tree, scene->tokens[token].sentence, clause);
        if (entity == PX_NONE && px_tree_subject(tree, clause) == PX_NONE)
            continue;
        return px_scene_agrees(scene, entity, gender) ? entity : PX_NONE;
    }
    return PX_NONE;
}

uint32_t px_scene_subject_of(const struct px_scene *scene, uint32_t sentence, uint32_t gender)
{
    const struct px_tree *tree =
        px_parse_tree(scene->annotation, scene->article->sentences.items[sentence].first_token);
    for (uint32_t w = 0; tree != NULL && w < tree->count; w++) {
        uint32_t entity = tree->words[w].head < tree->count ? PX_NONE : subject_at(scene, tree, sentence, w);
        if (px_scene_agrees(scene, entity, gender))
            return entity;
    }
    return PX_NONE;
}
