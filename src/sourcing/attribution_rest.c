/* Statements that are sure by their form: a source, a verb that reports, and a clause that fills the rest of the
 * sentence, "On Monday, *Smith*, of Varn, said *that costs, which he had never checked, were up*." */
#include "reading/parse.h"
#include "sourcing/attribution_control.h"

static const double rest_least = 0.7;     /* confidence of what fills the rest of its sentence */
static const double asked_least = 0.65;   /* of a request, */
static const double asks_least = 0.6;     /* and weight of its cue, "called on", */
static const double surely_reports = 0.8; /* weight of a cue that mostly does */

/* Is nothing before the source but a conjunction, and when, where or how it spoke: "But on Monday,"? "But the plan, *Smith*
 * said, has failed" has another subject. */
static bool is_lead(const struct px_scene *scene, uint32_t first, uint32_t end)
{
    const unsigned opens = PX_CLASS_PREPOSITION | PX_CLASS_ADVERB | PX_CLASS_TIME | PX_CLASS_SUBORDINATOR;
    first += first < end && px_scene_has(scene, first, PX_CLASS_COORDINATOR | PX_CLASS_CONTRAST);
    for (uint32_t t = first; t < end; t++)
        if (px_parse_is_finite(scene->annotation, t) || scene->quotations[t] != PX_NONE || scene->marks[t] == ';')
            return false;
    return first == end || px_scene_has(scene, first, opens) || px_scene_is_tagged(scene, first, "VBG") ||
           px_scene_is_tagged(scene, first, "VBN") || px_scene_is_tagged(scene, first, "RB");
}

/* Does the source stand at the front of the sentence, right before the cue but for the comma that closes an addition to
 * it? */
static bool is_front(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t first = px_scene_behind_dateline(scene, cue->bounds), behind = cue->speaker.end;
    if (cue->source.count > 1 || px_range_empty(cue->speaker) || cue->speaker.first < first ||
        !is_lead(scene, first, cue->speaker.first))
        return false;
    bool added = false;
    for (uint32_t t = cue->speaker.first; t < behind; t++)
        added = added || scene->marks[t] == ',';
    if (behind + 3 == cue->group.first && scene->marks[behind] == ',' && scene->marks[behind + 2] == ',')
        behind += 3; /* "Smith, *though*, said" */
    behind += added && behind < cue->group.first && scene->marks[behind] == ',';
    return behind == cue->group.first;
}

/* "*Smith* defended the plan, saying", "*and said*": does grammar lend the cue the sentence's first subject, to a
 * participle where no clause with another stands between? */
static bool is_surely_its(const struct px_scene *scene, const struct px_cue *cue)
{
    struct px_control control = px_scene_control(scene, cue->core.first);
    uint32_t first = px_scene_behind_dateline(scene, cue->bounds);
    if (!control.lent || !control.sure || control.charged || cue->source.count > 1 || px_range_empty(control.phrase) ||
        !px_range_holds(cue->speaker, control.head) || cue->speaker.first < first ||
        !is_lead(scene, first, cue->speaker.first))
        return false;
    bool participle = px_scene_is_tagged(scene, cue->core.first, "VBG");
    for (uint32_t t = cue->speaker.end; participle && t < cue->group.first; t++)
        if (px_scene_has(scene, t, PX_CLASS_RELATIVE | PX_CLASS_SUBORDINATOR))
            return false;
    return true;
}

/* May what begins behind the comma or dash at the token be the article's own addition: "…, *which he signed in May*"? */
static bool may_be_added(const struct px_scene *scene, uint32_t token, uint32_t end)
{
    const unsigned opens = PX_CLASS_RELATIVE | PX_CLASS_SUBORDINATOR | PX_CLASS_QUESTION | PX_CLASS_GERUND |
                           PX_CLASS_CONTRAST | PX_CLASS_PARTICIPLE;
    uint32_t t = token + 1;
    if (t >= end)
        return true;
    if (px_scene_has(scene, t, PX_CLASS_COORDINATOR)) {
        uint32_t next = t + 1;
        next += next < end && px_scene_has(scene, next, PX_CLASS_ADVERB | PX_CLASS_TIME);
        return next >= end || px_scene_opens_clause(scene, t + 1) || px_parse_is_finite(scene->annotation, next);
    }
    return px_scene_has(scene, t, opens) || px_scene_cue_at(scene, t) != NULL || px_scene_is_tagged(scene, t, "VBG") ||
           px_scene_is_tagged(scene, t, "VBN") || px_parse_adds_noun(scene->annotation, t, end);
}

static bool is_break(const struct px_scene *scene, uint32_t token)
{
    return scene->marks[token] == ',' || scene->marks[token] == '-';
}

/* The comma that closes the addition begun at the token, before the verb of the clause, "the mayor, *who left*, will";
 * the token itself where none does. */
static uint32_t closing(const struct px_scene *scene, uint32_t token, uint32_t end)
{
    uint32_t t = token + 1;
    while (t < end && !is_break(scene, t))
        t++;
    return t + 1 < end && px_parse_is_finite(scene->annotation, t + 1) &&
                   !px_scene_has(scene, token + 1, PX_CLASS_COORDINATOR)
               ? t
               : token;
}

static bool has_clause(const struct px_scene *scene, struct px_range said)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, said.first);
    uint32_t head = tree == NULL ? PX_NONE : px_parse_head(scene->annotation, said.first, said.end);
    uint32_t first = said.first + (px_scene_has(scene, said.first, PX_CLASS_THAT) ? 1 : 0);
    return (head != PX_NONE && px_tree_dependent(tree, head, PX_ARC_SUBJECT) != PX_NONE) ||
           (tree != NULL && first < said.end && px_scene_opens_clause(scene, first));
}

bool px_scene_is_rest(const struct px_scene *scene, const struct px_cue *cue, struct px_range said)
{
    uint32_t end = cue->bounds.end;
    while (end > said.first && scene->marks[end - 1] == '.')
        end--;
    bool added = said.end + 1 < end && is_break(scene, said.end) && may_be_added(scene, said.end, end) &&
                 !px_parse_is_finite(scene->annotation, said.end + 1);
    if (said.end > end || (said.end < end && !added))
        return false;
    for (uint32_t t = said.first; t < said.end; t++) {
        if (scene->marks[t] == ';' || scene->marks[t] == '(')
            return false;
        if (is_break(scene, t) && may_be_added(scene, t, said.end)) {
            uint32_t closes = closing(scene, t, said.end);
            if (closes == t)
                return false;
            t = closes;
        }
    }
    return true;
}

/* Does what is said stand right behind the cue, or behind the time and whom it was said to, "told the Post on Monday
 * *that*"? */
static bool follows(const struct px_scene *scene, const struct px_cue *cue, struct px_range said)
{
    for (uint32_t t = cue->group.end; t < said.first; t++)
        if (scene->marks[t] != 0 || px_parse_is_finite(scene->annotation, t))
            return false;
    return said.first == cue->group.end ||
           (said.first > cue->group.end && px_scene_has(scene, said.first, PX_CLASS_THAT));
}

/* "called on *the council to act*": is it whom somebody asks, and to do what? */
static bool is_request(const struct px_scene *scene, const struct px_cue *cue, struct px_range said)
{
    if ((cue->entry->takes & (PX_TAKES_TO | PX_TAKES_THAT)) != PX_TAKES_TO || cue->entry->weight < asks_least ||
        cue->score < asked_least)
        return false;
    for (uint32_t t = said.first + 1; t + 1 < said.end; t++) {
        if (px_parse_is_finite(scene->annotation, t))
            return false;
        if (px_scene_has(scene, t, PX_CLASS_TO))
            return px_scene_is_tagged(scene, t + 1, "VB");
    }
    return false;
}

bool px_scene_fills_rest(const struct px_scene *scene, const struct px_cue *cue,
                         const struct px_attribution *attribution)
{
    const struct px_cue_entry *entry = cue->entry;
    bool known = attribution->entity != PX_NONE || attribution->speaker_kind != PX_SPEAKER_PERSON;
    if (scene->margin == 0 || cue->unsure || cue->negated || cue->content.count != 1 || !known ||
        attribution->type != PX_ATTRIBUTION_INDIRECT)
        return false;
    bool told = entry->kind == PX_CUE_VERB && entry->weight >= surely_reports && (entry->takes & PX_TAKES_THAT) != 0 &&
                cue->score >= rest_least && cue->core.end == cue->core.first + 1 &&
                has_clause(scene, cue->content.items[0]);
    if (!told && !is_request(scene, cue, cue->content.items[0]))
        return false;
    return (is_front(scene, cue) || is_surely_its(scene, cue)) && follows(scene, cue, cue->content.items[0]) &&
           px_scene_is_rest(scene, cue, cue->content.items[0]);
}
