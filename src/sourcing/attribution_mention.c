/* Which of the names in a speaker's phrase is the speaker's. */
#include "sourcing/attribution_scene.h"

enum { ROLE_MOST = 8 }; /* tokens of a role */

/* Behind a name that may be a place's, which begins at the token, and a comma; or PX_NONE. */
static uint32_t behind_place(const struct px_scene *scene, uint32_t token, bool sure)
{
    uint32_t m = token < scene->count ? scene->mentions[token] : PX_NONE;
    const struct px_mention *mention = m == PX_NONE ? NULL : &scene->article->mentions.items[m];
    if (mention == NULL || mention->first_token != token || mention->entity == PX_NONE)
        return PX_NONE;
    uint32_t end = mention->first_token + mention->token_count;
    uint8_t kind = scene->article->entities.items[mention->entity].kind;
    bool place = kind == PX_ENTITY_PLACE || (!sure && kind == PX_ENTITY_OTHER);
    return place && end < scene->count && scene->marks[end] == ',' ? end + 1 : PX_NONE;
}

uint32_t px_scene_noun_of_town(const struct px_scene *scene, uint32_t first)
{
    bool opens = first < scene->count && px_scene_has(scene, first, PX_CLASS_ARTICLE | PX_CLASS_DETERMINER);
    uint32_t state = opens ? behind_place(scene, first + 1, false) : PX_NONE;
    uint32_t noun = state == PX_NONE ? PX_NONE : behind_place(scene, state, true);
    return noun != PX_NONE && noun < scene->count && scene->classes[noun] == 0 && scene->marks[noun] == 0 &&
                   px_scene_form(scene, noun)->shape == PX_SHAPE_LOWER && !px_scene_is_cue_verb(scene, noun)
               ? noun
               : PX_NONE;
}

uint32_t px_scene_head_end(const struct px_scene *scene, struct px_range speaker)
{
    uint32_t noun = px_scene_noun_of_town(scene, speaker.first);
    for (uint32_t t = (noun == PX_NONE ? speaker.first : noun) + 1; t < speaker.end; t++)
        if (scene->marks[t] != 0 || px_scene_has(scene, t, PX_CLASS_PREPOSITION | PX_CLASS_RELATIVE))
            return t;
    return speaker.end;
}

static bool is_hit(const struct px_scene *scene, uint32_t token, uint8_t lexicon)
{
    const struct px_hits *hits = &scene->article->hits;
    for (size_t i = px_hits_from(hits, token); i < hits->count && hits->items[i].first_token == token; i++)
        if (hits->items[i].lexicon == lexicon)
            return true;
    return false;
}

uint32_t px_scene_role_before(const struct px_scene *scene, uint32_t end)
{
    const struct px_hits *hits = &scene->article->hits;
    for (size_t i = px_hits_from(hits, end); i-- > 0 && hits->items[i].first_token + ROLE_MOST > end;)
        if (hits->items[i].lexicon == PX_LEXICON_ROLES &&
            hits->items[i].first_token + hits->items[i].token_count == end)
            return hits->items[i].first_token;
    return PX_NONE;
}

/* "Secretary for Mining Safety *Ann Hask*": are all words from the title before the preposition at `head` up to the name
 * capitalised, and none of them an office? Not in "spokesman for Mayor Ann Hask". */
static bool is_field(const struct px_scene *scene, uint32_t head, uint32_t name)
{
    bool all = name > head + 1 && head > 0 && px_scene_is_capitalised(scene, head - 1) &&
               (scene->tokens[head - 1].flags & PX_TOKEN_SENTENCE_START) == 0;
    for (uint32_t t = head + 1; all && t < name; t++)
        all = scene->marks[t] == 0 && px_scene_is_capitalised(scene, t) && !is_hit(scene, t, PX_LEXICON_ROLES) &&
              !is_hit(scene, t, PX_LEXICON_TITLES);
    return all;
}

bool px_scene_holds_office(const struct px_scene *scene, struct px_range speaker, const struct px_mention *mention)
{
    uint32_t name = mention->first_token, head = px_scene_head_end(scene, speaker);
    name -= name > head && is_hit(scene, name - 1, PX_LEXICON_TITLES);
    if (head < 1 || name < head + 2 || px_scene_role_before(scene, head) == PX_NONE)
        return false;
    if (is_field(scene, head, name) && mention->token_count > 1)
        return true;
    if (name < head + 3 || scene->mentions[name - 1] == PX_NONE)
        return false;
    const struct px_mention *body = &scene->article->mentions.items[scene->mentions[name - 1]];
    return body->first_token > head && px_scene_has(scene, body->first_token - 1, PX_CLASS_ARTICLE) &&
           body->entity != PX_NONE && scene->article->entities.items[body->entity].kind != PX_ENTITY_PERSON;
}

/* "the mediator, *Ono Brell*": a name, of whatever kind, that alone follows a noun with its own article or owner. */
static bool is_apposed(const struct px_scene *scene, struct px_range speaker, const struct px_mention *mention)
{
    uint32_t first = mention->first_token, comma = px_scene_head_end(scene, speaker);
    return first == comma + 1 && first + mention->token_count == speaker.end && scene->marks[comma] == ',' &&
           scene->mentions[comma - 1] == PX_NONE && mention->form == PX_MENTION_NAME &&
           px_scene_has(scene, speaker.first, PX_CLASS_DEFINITE | PX_CLASS_POSSESSIVE);
}

/* "a spokesman for the developer, *Calder Homes*": the body's name beside the noun that the phrase's head is of. */
static bool names_owner(const struct px_scene *scene, struct px_range speaker, const struct px_mention *mention)
{
    uint32_t comma = mention->first_token - 1, of = px_scene_head_end(scene, speaker);
    if (of >= comma || scene->marks[comma] != ',' || mention->first_token + mention->token_count != speaker.end ||
        !px_scene_has(scene, of, PX_CLASS_PREPOSITION))
        return false;
    for (uint32_t t = of; t < comma; t++)
        if (scene->mentions[t] != PX_NONE)
            return false;
    return scene->article->entities.items[mention->entity].kind == PX_ENTITY_ORGANISATION;
}

static int rate_mention(const struct px_scene *scene, struct px_range speaker, const struct px_mention *mention,
                        uint32_t head)
{
    uint32_t end = mention->first_token + mention->token_count;
    const struct px_entity *entity = &scene->article->entities.items[mention->entity];
    int rate = 1;
    rate += 2 * (entity->kind == PX_ENTITY_PERSON) + (entity->kind == PX_ENTITY_ORGANISATION);
    rate += 3 * (end == head);
    if (mention->first_token >= head && !is_apposed(scene, speaker, mention) && !names_owner(scene, speaker, mention))
        rate += (entity->kind == PX_ENTITY_PERSON && px_scene_holds_office(scene, speaker, mention)) ||
                        px_scene_is_author(scene, speaker, mention)
                    ? 3
                    : -3;
    rate -= 2 * (end < scene->count && px_scene_is_clitic(scene, end));
    return rate;
}

uint32_t px_scene_find_mention(const struct px_scene *scene, struct px_range speaker)
{
    uint32_t head = px_scene_head_end(scene, speaker);
    uint32_t best = PX_NONE;
    int best_rate = -1;
    uint32_t noun = px_scene_noun_of_town(scene, speaker.first);
    for (uint32_t t = noun == PX_NONE ? speaker.first : noun; t < speaker.end; t++) {
        uint32_t m = scene->mentions[t];
        if (m == PX_NONE || m == best)
            continue;
        const struct px_mention *mention = &scene->article->mentions.items[m];
        int rate = mention->entity == PX_NONE ? -1 : rate_mention(scene, speaker, mention, head);
        if (rate > best_rate) {
            best = m;
            best_rate = rate;
        }
    }
    return best;
}
