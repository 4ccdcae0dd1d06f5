/* Who else speaks in a statement: names joined to the one that stands for the phrase, and members of a group. */
#include "reading/bearer.h"
#include "reading/parse.h"
#include "reading/party.h"
#include "sourcing/attribution_scene.h"

/* Does a party's letter begin the token, which says where somebody is from: "Ann Hask, *R-Kestria*"? */
static bool is_seat(const struct px_scene *scene, uint32_t token)
{
    return px_slice_find(px_scene_form(scene, token)->text, PX_SLICE("-"), 0) == 1;
}

/* "Ann Hask, head *of Kestria and Halden Veterans*": does a body behind a preposition tell what the person is? */
static bool is_of_office(const struct px_scene *scene, struct px_range phrase, uint32_t token, uint32_t entity,
                         const struct px_attribution *attribution)
{
    const struct px_entity *entities = scene->article->entities.items;
    bool governed = false;
    for (uint32_t t = phrase.first; t < token; t++)
        governed = governed || px_scene_has(scene, t, PX_CLASS_PREPOSITION);
    return governed && attribution->entity != PX_NONE && entities[attribution->entity].kind == PX_ENTITY_PERSON &&
           entities[entity].kind != PX_ENTITY_PERSON;
}

static void add_other(const struct px_scene *scene, struct px_range phrase, uint32_t token,
                      struct px_attribution *attribution)
{
    enum { STOPS = PX_CLASS_COORDINATOR | PX_CLASS_PREPOSITION };
    uint32_t entity = PX_NONE;
    for (; token < phrase.end && entity == PX_NONE && scene->marks[token] == 0 && !px_scene_has(scene, token, STOPS);
         token++)
        entity = is_seat(scene, token) ? PX_NONE : px_entity_at(scene->annotation, token);
    uint32_t at = token - 1; /* "Hask and Brell, *both Republicans*": no third */
    bool apposed = entity != PX_NONE && at >= phrase.first + 2 && scene->marks[at - 2] == ',' &&
                   px_scene_has(scene, at - 1, PX_CLASS_DETERMINER);
    bool known = entity == PX_NONE || entity == attribution->entity || apposed ||
                 is_of_office(scene, phrase, at, entity, attribution);
    for (uint32_t i = 0; i < attribution->also_count; i++)
        known = known || attribution->also[i] == entity;
    if (!known && attribution->also_count < PX_ALSO_MOST)
        attribution->also[attribution->also_count++] = entity;
}

/* "Hask *and* Brell said", by their words alone: one of the two is the speaker, and the other is, too; not in "Hask,
 * whose views on Brell *and her* plans have changed". */
static void add_beside(const struct px_scene *scene, struct px_range phrase, uint32_t at,
                       struct px_attribution *attribution)
{
    uint32_t before = px_entity_at(scene->annotation, at - 1), behind = px_entity_at(scene->annotation, at + 1);
    bool owner = px_scene_has(scene, at + 1, PX_CLASS_POSSESSIVE) ||
                 (at + 2 < scene->count && px_scene_is_clitic(scene, at + 2));
    if (owner || before == PX_NONE || behind == PX_NONE ||
        (before != attribution->entity && behind != attribution->entity) ||
        !px_party_is_listed(scene->annotation, at, PX_LEXICON_NAMES, PX_SLICE("name.and")))
        return;
    add_other(scene, phrase, at - 1, attribution);
    add_other(scene, phrase, at + 1, attribution);
}

/* "Ann Hask, *Ivo Brell* and Venn said": adds the person between the comma and the next, or "and", where nothing but a name
 * stands there; not in "Hask, Brell's deputy, and Venn". */
static void add_listed(const struct px_scene *scene, struct px_range phrase, uint32_t comma,
                       struct px_attribution *attribution)
{
    uint32_t end = comma + 1;
    while (end < phrase.end && scene->marks[end] == 0 && px_scene_is_capitalised(scene, end))
        end++;
    uint32_t entity = end > comma + 1 && end < phrase.end ? px_entity_at(scene->annotation, end - 1) : PX_NONE;
    const struct px_entity *entities = scene->article->entities.items;
    bool person = entity != PX_NONE && entities[entity].kind == PX_ENTITY_PERSON && attribution->entity != PX_NONE &&
                  entities[attribution->entity].kind == PX_ENTITY_PERSON;
    if (person && (scene->marks[end] == ',' || px_scene_has(scene, end, PX_CLASS_COORDINATOR)))
        add_other(scene, phrase, end - 1, attribution);
}

/* "Hask, *whose views on the president and his policies* …": does a relative clause of the phrase hold the token? */
static bool is_in_relative(const struct px_scene *scene, struct px_range phrase, uint32_t token)
{
    for (uint32_t t = token; t > phrase.first && scene->marks[t] != ','; t--)
        if (px_scene_has(scene, t, PX_CLASS_RELATIVE))
            return true;
    return false;
}

/* "*The Harbour Guild and former mayors* have urged": is the body that the phrase was taken for but one of two, with people
 * without names? */
static bool is_body_with_people(const struct px_scene *scene, struct px_range phrase, uint32_t entity)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, phrase.first);
    if (tree == NULL || scene->article->entities.items[entity].kind != PX_ENTITY_ORGANISATION)
        return false;
    for (uint32_t t = phrase.first + 1; t < phrase.end; t++) {
        uint32_t word = px_parse_word(scene->annotation, t), head = tree->words[word].head;
        if ((px_tree_arc(tree, word) & PX_ARC_CONJUNCT) == 0 || head >= tree->count ||
            !px_tree_has_xpos(tree, word, "NNS"))
            continue;
        uint32_t first = px_parse_token(scene->annotation, scene->tokens[t].sentence, head);
        if (px_range_holds(phrase, first) && px_entity_at(scene->annotation, first) == entity &&
            px_entity_at(scene->annotation, t) == PX_NONE)
            return true;
    }
    return false;
}

void px_scene_resolve_others(const struct px_scene *scene, struct px_range phrase, struct px_attribution *attribution)
{
    const struct px_annotation *annotation = scene->annotation;
    const struct px_tree *tree = px_parse_tree(annotation, phrase.first);
    uint32_t sentence = scene->tokens[phrase.first].sentence;
    for (uint32_t t = phrase.first; tree != NULL && t < phrase.end; t++) {
        uint32_t word = px_parse_word(annotation, t);
        uint32_t head = tree->words[word].head;
        if ((px_tree_arc(tree, word) & PX_ARC_CONJUNCT) == 0 || head >= tree->count || is_in_relative(scene, phrase, t))
            continue;
        uint32_t first = px_parse_token(annotation, sentence, head), above = tree->words[head].head;
        bool inside = above < tree->count && px_range_holds(phrase, px_parse_token(annotation, sentence, above));
        if (!px_range_holds(phrase, first) || inside)
            continue;
        add_other(scene, phrase, first, attribution);
        add_other(scene, phrase, t, attribution);
    }
    for (uint32_t t = phrase.first + 1; t + 1 < phrase.end; t++)
        if (!is_in_relative(scene, phrase, t))
            add_beside(scene, phrase, t, attribution);
    for (uint32_t t = phrase.first + 1; attribution->also_count > 0 && t + 1 < phrase.end; t++)
        if (scene->marks[t] == ',' && !is_in_relative(scene, phrase, t))
            add_listed(scene, phrase, t, attribution);
    if (attribution->also_count == 0 && is_body_with_people(scene, phrase, attribution->entity)) {
        attribution->entity = PX_NONE;
        attribution->speaker_kind = PX_SPEAKER_GROUP;
        attribution->delegate = false;
    }
}

/* May the token stand in a list of names and offices? */
static bool is_listed(const struct px_scene *scene, uint32_t token)
{
    return scene->marks[token] == ',' || scene->marks[token] == ';' || px_scene_is_capitalised(scene, token) ||
           px_scene_has(scene, token, PX_CLASS_COORDINATOR);
}

/* The list of names and offices with which the speaker's phrase ends. */
static struct px_range list_of(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t first = scene->article->sentences.items[cue->sentence].first_token;
    struct px_range list = {cue->speaker.end, cue->speaker.end};
    for (size_t i = 0; i < cue->source.count; i++)
        list.end = cue->source.items[i].end > list.end ? cue->source.items[i].end : list.end;
    for (list.first = list.end; list.first > first && is_listed(scene, list.first - 1);)
        list.first--;
    return list;
}

/* Does the list begin the sentence, with no "But" or "Unlike" before it, or tell whose the speaker's document is? */
static bool begins_right(const struct px_scene *scene, const struct px_cue *cue, struct px_range list)
{
    enum { NO_NAME = PX_CLASS_COORDINATOR | PX_CLASS_PREPOSITION | PX_CLASS_SUBORDINATOR };
    if (list.first == scene->article->sentences.items[cue->sentence].first_token)
        return list.first < list.end && !px_scene_has(scene, list.first, NO_NAME);
    return px_party_is_listed(scene->annotation, list.first - 1, PX_LEXICON_GRAMMAR, PX_SLICE("grammar.author"));
}

/* The person whom the token names; PX_NONE for none. */
static uint32_t person_at(const struct px_scene *scene, uint32_t token)
{
    uint32_t entity =
        scene->marks[token] != 0 || is_seat(scene, token) ? PX_NONE : px_entity_at(scene->annotation, token);
    bool person = entity != PX_NONE && scene->article->entities.items[entity].kind == PX_ENTITY_PERSON;
    return person ? entity : PX_NONE;
}

/* Does "and" join one more person to the list, and no two: "*Hask and Mott*, Brell said" is no list of three? */
static bool ends_right(const struct px_scene *scene, struct px_range list)
{
    uint32_t last = PX_NONE;
    for (uint32_t t = list.end; t-- > list.first;) {
        uint32_t person = person_at(scene, t);
        if (px_scene_has(scene, t, PX_CLASS_COORDINATOR))
            return last != PX_NONE;
        if (person != PX_NONE && last != PX_NONE && person != last)
            return false;
        last = person != PX_NONE ? person : last;
    }
    return false;
}

void px_scene_resolve_listed(const struct px_scene *scene, const struct px_cue *cue, struct px_attribution *attribution)
{
    struct px_range list = list_of(scene, cue);
    if (!begins_right(scene, cue, list) || !ends_right(scene, list))
        return;
    for (uint32_t t = list.first; t < list.end; t++)
        if (person_at(scene, t) != PX_NONE)
            add_other(scene, list, t, attribution);
}

void px_scene_resolve_members(const struct px_scene *scene, const struct px_cue *cue, struct px_range namer,
                              struct px_attribution *attribution)
{
    uint32_t reach = cue->group.first > namer.end ? cue->group.first : namer.end;
    for (uint32_t t = namer.first + 2; t + 1 < reach && scene->tokens[t].sentence == cue->sentence; t++) {
        if (scene->marks[t - 2] != ',' || !px_scene_has(scene, t - 1, PX_CLASS_PREPOSITION) ||
            !px_scene_has(scene, t, PX_CLASS_OBJECT) || px_scene_has(scene, t, PX_CLASS_RELATIVE))
            continue;
        uint32_t entity = px_entity_at(scene->annotation, t + 1);
        if (entity == PX_NONE) /* "among them Judge Smith" */
            entity = t + 2 < reach ? px_entity_at(scene->annotation, t + 2) : PX_NONE;
        if (entity != PX_NONE && scene->article->entities.items[entity].kind == PX_ENTITY_PERSON &&
            attribution->also_count < PX_ALSO_MOST)
            attribution->also[attribution->also_count++] = entity;
        return;
    }
}

/* The persons before the first verb of the sentence, where "and" joins them and nothing governs them: "On Monday *Hask
 * and Brell*, both miners, met". Fewer than two where that is not so. */
static uint32_t find_joint(const struct px_scene *scene, const struct px_sentence *sentence, uint32_t *persons)
{
    uint32_t count = 0;
    bool governed = false, joined = false;
    for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++) {
        const struct px_tree *tree = px_parse_tree(scene->annotation, t);
        uint32_t entity = px_entity_at(scene->annotation, t);
        bool verb = tree == NULL || px_tree_is_finite(tree, px_parse_word(scene->annotation, t));
        if (verb && entity == PX_NONE)
            break;
        governed = scene->marks[t] != ',' && (governed || px_scene_has(scene, t, PX_CLASS_PREPOSITION));
        joined =
            joined || (count > 0 && px_party_is_listed(scene->annotation, t, PX_LEXICON_NAMES, PX_SLICE("name.and")));
        if (entity == PX_NONE || scene->article->entities.items[entity].kind != PX_ENTITY_PERSON)
            continue;
        if (governed || px_scene_is_clitic(scene, t + 1) || scene->quotations[t] != PX_NONE)
            return 0;
        bool known = false;
        for (uint32_t i = 0; i < count; i++)
            known = known || persons[i] == entity;
        if (!known && count <= PX_ALSO_MOST)
            persons[count++] = entity;
    }
    return joined ? count : 0;
}

bool px_scene_resolve_joint(const struct px_scene *scene, const struct px_cue *cue, struct px_attribution *attribution)
{
    const struct px_sentence *here = &scene->article->sentences.items[cue->sentence];
    uint32_t persons[PX_ALSO_MOST + 1];
    if (cue->sentence == 0 || cue->speaker.first != here->first_token || here[-1].block != here->block)
        return false;
    uint32_t count = find_joint(scene, here - 1, persons);
    if (count < 2)
        return false;
    attribution->entity = persons[0];
    attribution->speaker_kind = PX_SPEAKER_PERSON;
    attribution->actor = scene->article->entities.items[persons[0]].actor;
    attribution->also_count = (uint8_t)(count - 1);
    memcpy(attribution->also, persons + 1, (count - 1) * sizeof *persons);
    return true;
}
