/* Who speaks is the subject of the cue's own clause, and not of the clause before it, where the model reached too far:
 *
 *     "Some senators urged him to go – and *the mayor, Ann Hask*, said he should"
 *     "All we have heard, *the host* complained, is “…”"     or saw nobody
 */
#include "reading/parse.h"
#include "sourcing/attribution_control.h"
#include "sourcing/sourcing.h"

static const double reports_least = 0.5; /* weight of a cue */

enum { SUBJECT_MOST = 14 /* tokens */ };

/* Does a verb stand in the range, by its form where the parser may err? */
static bool holds_verb(const struct px_scene *scene, struct px_range range)
{
    for (uint32_t t = range.first; t < range.end; t++)
        if (px_parse_is_finite(scene->annotation, t) || px_scene_has(scene, t, PX_CLASS_VERB | PX_CLASS_PARTICIPLE) ||
            px_scene_is_cue_verb(scene, t))
            return true;
    return false;
}

/* The conjunction, behind a comma or a dash, that begins the cue's clause; the cue's first token for none. */
static uint32_t joint_before(const struct px_scene *scene, const struct px_cue *cue)
{
    for (uint32_t t = cue->group.first; t-- > cue->speaker.end + 1 && cue->group.first - t <= SUBJECT_MOST;) {
        if (scene->quotations[t] != PX_NONE || px_parse_is_finite(scene->annotation, t))
            return cue->group.first;
        if (px_scene_has(scene, t, PX_CLASS_COORDINATOR) && (scene->marks[t - 1] == ',' || scene->marks[t - 1] == '-'))
            return t;
    }
    return cue->group.first;
}

/* Is the token a verb with a subject, or has a participle's form, which is mostly the same? */
static bool may_be_finite(const struct px_scene *scene, uint32_t token)
{
    return px_parse_is_finite(scene->annotation, token) || px_scene_is_tagged(scene, token, "VBN");
}

/* "All we have heard, *the host* complained, is “…”": whoever stands between a comma and the verb of an aside speaks. */
static struct px_range speaker_of_aside(const struct px_scene *scene, const struct px_cue *cue)
{
    struct px_range phrase = {cue->group.first, cue->group.first};
    if (cue->group.end >= cue->bounds.end || scene->marks[cue->group.end] != ',' || cue->entry->kind != PX_CUE_VERB ||
        cue->group.first < cue->bounds.first + 3 || cue->entry->weight < reports_least ||
        !may_be_finite(scene, cue->core.first))
        return phrase;
    phrase = px_scene_phrase_before(scene, cue->group.first - 1, cue->bounds);
    bool aside = !px_range_empty(phrase) && phrase.end == cue->group.first && phrase.first > cue->bounds.first &&
                 scene->marks[phrase.first - 1] == ',' &&
                 !px_scene_has(scene, phrase.first, PX_CLASS_RELATIVE | PX_CLASS_COORDINATOR);
    return aside ? phrase : (struct px_range){cue->group.first, cue->group.first};
}

/* "*Brell* told reporters that he has not asked": whoever begins the sentence right before a verb that has what it tells
 * behind it speaks, whatever the parser makes of his name. */
static struct px_range speaker_in_front(const struct px_scene *scene, const struct px_cue *cue)
{
    struct px_range nobody = {cue->group.first, cue->group.first};
    uint32_t first = px_scene_behind_dateline(scene, cue->bounds);
    uint32_t told = cue->content.count > 0 ? cue->content.items[0].first : 0;
    if (cue->entry->kind != PX_CUE_VERB || cue->entry->weight < reports_least || told < cue->group.end ||
        !may_be_finite(scene, cue->core.first) || cue->group.first == first ||
        px_scene_has(scene, told, PX_CLASS_AGENT))
        return nobody;
    for (uint32_t t = cue->group.first; t < cue->core.first; t++)
        if (px_scene_has(scene, t, PX_CLASS_BE)) /* "Brell *was* asked" */
            return nobody;
    first += px_scene_has(scene, first, PX_CLASS_COORDINATOR) ? 1 : 0;
    struct px_range phrase = px_scene_phrase_before(scene, cue->group.first - 1, cue->bounds);
    struct px_control control = px_scene_control(scene, cue->core.first);
    if (phrase.first != first && !control.lent && !control.charged)
        phrase = control.phrase; /* "several of the members" */
    return phrase.first == first && phrase.end == cue->group.first && px_sourcing_can_speak(scene, phrase) ? phrase
                                                                                                           : nobody;
}

bool px_sourcing_keep_clause(struct px_scene *scene, struct px_cue *cue)
{
    struct px_range aside = px_range_empty(cue->speaker) ? speaker_of_aside(scene, cue) : cue->speaker;
    if (px_range_empty(aside))
        aside = speaker_in_front(scene, cue);
    if (px_range_empty(cue->speaker) && !px_range_empty(aside))
        return px_sourcing_set_source(scene, cue, aside);
    if (px_range_empty(cue->speaker) || cue->speaker.end >= cue->group.first ||
        cue->speaker.first < cue->bounds.first || cue->entry->kind != PX_CUE_VERB ||
        !px_parse_is_finite(scene->annotation, cue->core.first) || scene->marks[cue->speaker.end] != 0 ||
        px_scene_has(scene, cue->speaker.end, PX_CLASS_RELATIVE | PX_CLASS_COORDINATOR))
        return true;
    uint32_t joint = joint_before(scene, cue);
    struct px_range subject = {joint + 1, cue->group.first};
    struct px_range between = {cue->speaker.end, joint};
    if (px_range_empty(subject) || !holds_verb(scene, between))
        return true;
    subject.end -= scene->marks[subject.end - 1] == ',';
    return px_range_empty(subject) || !px_sourcing_can_speak(scene, subject) ||
           px_sourcing_set_source(scene, cue, subject);
}
