/* Statements whose cue is another word than was found: the verb behind an adverb, before a noun, or in a participle. */
#include "reading/parse.h"
#include "sourcing/attribution_bound.h"

static const double reports_least = 0.5; /* weight of a cue */

/* The colon behind which a quotation begins that is said, in the cue's sentence; PX_NONE for none. */
static uint32_t colon_of(const struct px_bounding *b)
{
    const struct px_cue *cue = b->cue;
    for (uint32_t t = cue->group.end; t + 1 < cue->bounds.end; t++)
        if (b->scene->marks[t] == ':' && b->scene->quotations[t] == PX_NONE)
            return b->scene->quotations[t + 1] != PX_NONE && b->owners[t + 1] == b->index ? t : PX_NONE;
    return PX_NONE;
}

/* "Brell *reportedly* posted on her page: “…”": it is the verb that says the quotation, and where it does is no part of
 * it. */
static void lift_adverb(const struct px_bounding *b)
{
    struct px_cue *cue = b->cue;
    const struct px_cue *verb = cue->group.end < cue->bounds.end ? px_scene_cue_at(b->scene, cue->group.end) : NULL;
    uint32_t colon = cue->entry->kind == PX_CUE_ADVERB ? colon_of(b) : PX_NONE;
    if (colon == PX_NONE || verb == NULL || verb->entry->kind != PX_CUE_VERB ||
        (verb->entry->takes & PX_TAKES_QUOTATION) == 0 || verb->core.end > colon)
        return;
    cue->entry = verb->entry;
    cue->core = verb->core;
    cue->group.end = verb->core.end;
    px_bounding_take_out(b, (struct px_range){cue->group.first, colon + 1});
}

/* "dismissed the critique, wrongly *claiming* | the letters did not speak for all": what a verb without a clause is
 * done to is not said, but what the participle of another cue behind it brings. */
static void turn_to_clause(const struct px_bounding *b)
{
    struct px_cue *cue = b->cue;
    const struct px_scene *scene = b->scene;
    if (cue->entry->kind != PX_CUE_VERB || cue->entry->takes != PX_TAKES_OBJECT)
        return;
    for (uint32_t t = cue->group.end + 1; t + 1 < cue->bounds.end && scene->quotations[t] == PX_NONE; t++) {
        const struct px_cue *verb = px_scene_cue_at(scene, t);
        bool comma =
            scene->marks[t - 1] == ',' || (scene->marks[t - 2] == ',' && px_scene_has(scene, t - 1, PX_CLASS_ADVERB));
        if (!comma || verb == NULL || verb->entry->kind != PX_CUE_VERB || verb->entry->weight < reports_least ||
            (verb->entry->takes & PX_TAKES_THAT) == 0 || !px_scene_has(scene, t, PX_CLASS_GERUND))
            continue;
        uint32_t first = verb->core.end, held = first;
        while (held < cue->bounds.end && b->owners[held] == PX_NONE && scene->marks[held] == 0)
            held++;
        if (held >= cue->bounds.end || b->owners[held] != b->index || px_range_holds(cue->speaker, t))
            return;
        cue->entry = verb->entry;
        cue->core = cue->group = verb->core;
        px_bounding_take_out(b, (struct px_range){cue->bounds.first, first});
        for (uint32_t u = first; u < held; u++)
            b->owners[u] = b->index;
        if (cue->content.count > 0)
            cue->content.items[0].first = first;
        return;
    }
}

/* "said *claims* | that miners lie were false": a noun behind the verb that the rest is said of is no part of the
 * cue. */
static void release_subject(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    struct px_cue *cue = b->cue;
    uint32_t end = cue->group.end;
    const struct px_tree *tree = px_parse_tree(scene->annotation, cue->core.first);
    if (tree == NULL || cue->content.count == 0 || cue->content.items[0].first != end || end < cue->group.first + 2 ||
        scene->tokens[end - 1].sentence != cue->sentence || px_scene_cue_at(scene, end - 2) == NULL)
        return;
    uint32_t noun = px_parse_word(scene->annotation, end - 1), verb = tree->words[noun].head;
    if ((px_tree_arc(tree, noun) & PX_ARC_SUBJECT) == 0 || verb >= tree->count || verb < noun ||
        !px_range_holds(cue->content.items[0], px_parse_token(scene->annotation, cue->sentence, verb)))
        return;
    const struct px_cue *hit = px_scene_cue_at(scene, end - 2);
    if (hit->entry->kind != PX_CUE_VERB)
        return;
    cue->group.end = end - 1;
    cue->core = hit->core;
    cue->entry = hit->entry;
    cue->content.items[0].first = end - 1;
    b->owners[end - 1] = b->index;
}

/* "lashed out on the air, *saying*: “…”": of a verb and the participle that brings the words, all of which was found as
 * one cue, it is the participle that reports. */
static void turn_to_participle(const struct px_bounding *b)
{
    struct px_cue *cue = b->cue;
    const struct px_scene *scene = b->scene;
    for (uint32_t t = cue->core.end + 1; t < cue->group.end; t++) {
        const struct px_cue *verb = px_scene_cue_at(scene, t);
        if (scene->marks[t - 1] != ',' || verb == NULL || verb->entry->kind != PX_CUE_VERB ||
            (verb->entry->takes & PX_TAKES_QUOTATION) == 0 || !px_scene_has(scene, t, PX_CLASS_GERUND))
            continue;
        cue->entry = verb->entry;
        cue->core = verb->core;
        cue->group.first = t;
        return;
    }
}

/* "“The fee is fair,” a memo detailing the plan *reads*.": behind a quotation the participle tells what the speaker is, and
 * the verb at the end of the sentence what it says. */
static void turn_to_last_verb(const struct px_bounding *b)
{
    struct px_cue *cue = b->cue;
    const struct px_scene *scene = b->scene;
    uint32_t last = cue->bounds.end;
    while (last > cue->group.end && scene->marks[last - 1] != 0)
        last--;
    const struct px_cue *verb = last > cue->group.end ? px_scene_cue_at(scene, last - 1) : NULL;
    bool behind = cue->content.count > 0 && cue->content.items[0].end <= cue->speaker.first &&
                  scene->quotations[cue->content.items[0].end - 1] != PX_NONE && cue->speaker.end == cue->group.first &&
                  !px_range_empty(cue->speaker);
    if (!behind || verb == NULL || verb->entry->kind != PX_CUE_VERB || verb->core.end != last ||
        (verb->entry->takes & PX_TAKES_QUOTATION) == 0 || !px_scene_has(scene, cue->core.first, PX_CLASS_GERUND) ||
        !px_parse_is_finite(scene->annotation, last - 1))
        return;
    px_bounding_take_out(b, (struct px_range){cue->group.first, last});
    cue->entry = verb->entry;
    cue->core = cue->group = verb->core;
}

void px_bounding_move_cue(const struct px_bounding *b)
{
    lift_adverb(b);
    release_subject(b);
    turn_to_clause(b);
    turn_to_participle(b);
    turn_to_last_verb(b);
}
