/* Whether what is said leans on somebody or something not named in it: "Smith said *her* books showed it", of a writer. */
#include "reading/parse.h"
#include "reading/party.h"
#include "sourcing/attribution_pronoun.h"

uint8_t px_scene_gender_at(const struct px_scene *scene, uint32_t token)
{
    if (px_party_is_listed(scene->annotation, token, PX_LEXICON_PRONOUNS, PX_SLICE("pronoun.male")))
        return 1;
    return px_party_is_listed(scene->annotation, token, PX_LEXICON_PRONOUNS, PX_SLICE("pronoun.female")) ? 2 : 0;
}

uint32_t px_scene_person_at(const struct px_scene *scene, uint32_t token)
{
    const struct px_article *article = scene->article;
    uint32_t entity =
        scene->mentions[token] == PX_NONE ? PX_NONE : article->mentions.items[scene->mentions[token]].entity;
    return entity != PX_NONE && article->entities.items[entity].kind == PX_ENTITY_PERSON ? entity : PX_NONE;
}

/* "*the challenger* lost when she called": is the token one thing or person of which a clause tells, who may be meant? */
static bool is_subject(const struct px_scene *scene, uint32_t token)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, token);
    return tree != NULL && px_scene_is_tagged(scene, token, "NN") &&
           (px_tree_arc(tree, px_parse_word(scene->annotation, token)) & PX_ARC_SUBJECT) != 0;
}

/* Is a person named or told of in the range before the token for whom a pronoun of the gender may stand? */
static bool is_named_before(const struct px_scene *scene, struct px_range range, uint32_t token, uint8_t gender)
{
    for (uint32_t t = range.first; t < token; t++)
        if (px_scene_agrees(scene, px_scene_person_at(scene, t), gender) || is_subject(scene, t))
            return true;
    return false;
}

/* "his *or* her": one of two that stand for anybody. */
static bool is_paired(const struct px_scene *scene, uint32_t token)
{
    return (token > 1 && px_scene_has(scene, token - 1, PX_CLASS_COORDINATOR) &&
            px_scene_gender_at(scene, token - 2) != 0) ||
           (token + 2 < scene->count && px_scene_has(scene, token + 1, PX_CLASS_COORDINATOR) &&
            px_scene_gender_at(scene, token + 2) != 0);
}

/* The gender of a person who speaks, by name or by the pronoun that stands for him; 0 where it is not known. */
static uint8_t gender_of_speaker(const struct px_scene *scene, const struct px_cue *cue, uint32_t entity)
{
    const struct px_entity *it = entity == PX_NONE ? NULL : &scene->article->entities.items[entity];
    if (it == NULL || it->kind != PX_ENTITY_PERSON)
        return 0;
    return it->gender != 0 || cue->speaker.end != cue->speaker.first + 1
               ? it->gender
               : px_scene_gender_at(scene, cue->speaker.first);
}

bool px_scene_is_of_thing(const struct px_scene *scene, uint32_t token, uint32_t end)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, token);
    uint32_t word = tree == NULL ? PX_NONE : px_parse_word(scene->annotation, token);
    if (tree == NULL || (px_tree_arc(tree, word) & (PX_ARC_SUBJECT | PX_ARC_OBJECT)) == 0)
        return false;
    uint32_t head = tree->words[word].head;
    if (head < tree->count &&
        (px_parse_classes(scene->annotation, scene->tokens[token].sentence, head) & PX_CLASS_RAISING) != 0)
        return false;
    bool copula = px_tree_dependent(tree, head, PX_ARC_COPULA) != PX_NONE ||
                  px_tree_dependent(tree, head, PX_ARC_PASSIVE) != PX_NONE;
    for (uint32_t t = token + 1; copula && t < end; t++)
        if ((scene->quotations[token] == PX_NONE || scene->quotations[t] != PX_NONE) &&
            scene->tokens[t].sentence == scene->tokens[token].sentence &&
            (px_scene_has(scene, t, PX_CLASS_TO) ||
             (px_scene_has(scene, t, PX_CLASS_THAT) && !px_scene_is_tagged(scene, t, "RB"))))
            return false;
    return true;
}

/* "described *it* as a “trifle”": do words begin with a thing that they do not name? */
static bool leans_on_thing(const struct px_scene *scene, const struct px_cue *cue)
{
    if (cue->content.count != 1)
        return false;
    struct px_range said = cue->content.items[0];
    uint32_t first = said.first + px_scene_has(scene, said.first, PX_CLASS_THAT);
    return first < said.end && scene->quotations[first] == PX_NONE &&
           px_party_is_listed(scene->annotation, first, PX_LEXICON_PRONOUNS, PX_SLICE("pronoun.neutral")) &&
           px_scene_is_of_thing(scene, first, said.end);
}

bool px_scene_leans(const struct px_scene *scene, const struct px_cue *cue, const struct px_attribution *attribution)
{
    if (leans_on_thing(scene, cue))
        return true;
    uint8_t speaker = gender_of_speaker(scene, cue, attribution->entity);
    for (size_t i = 0; speaker != 0 && i < cue->content.count; i++)
        for (uint32_t t = cue->content.items[i].first; t < cue->content.items[i].end; t++) {
            uint8_t gender = scene->quotations[t] == PX_NONE ? px_scene_gender_at(scene, t) : 0;
            struct px_range said = {cue->content.items[0].first, t};
            if (gender != 0 && gender != speaker && !is_paired(scene, t) && !is_named_before(scene, said, t, gender))
                return true;
        }
    return false;
}
