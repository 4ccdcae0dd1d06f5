/* Whose statement it is, where the sentence names its source beside the speaker:
 *
 *     "Stone, *according to the indictment*, told Credico that …"    the indictment's: that he told it is its word
 *     "…, citing *two officials who said* he had lied"               the officials', by "said"
 *     "*Venn charged* that aides played down the row"                Venn's: what aides do is the charge
 */
#include "annotate/attribution_control.h"
#include "annotate/parse.h"
#include "annotate/sourcing.h"

enum { ADVERBS_MOST = 2 }; /* between "who" and its verb */

static const double reports_least = 0.5; /* weight of a cue */
static const double may_report = 0.45;   /* the same of one with "that" behind it */

struct outer {
    const struct px_cue *cue; /* NULL: none */
    struct px_range source;
    uint32_t end; /* behind it */
};

/* A cue such as "according to" with its phrase, between two commas that stand between the speaker and the verb. */
static struct outer find_aside(const struct px_scene *scene, const struct px_cue *cue)
{
    bool before = !px_range_empty(cue->speaker) && cue->speaker.first < cue->group.first;
    for (uint32_t t = cue->speaker.first + 1; before && t < cue->group.first; t++) {
        const struct px_cue *hit = px_scene_cue_at(scene, t);
        if (hit == NULL || hit->entry->kind != PX_CUE_PREPOSITION || hit->entry->weight < reports_least ||
            scene->marks[t - 1] != ',' || scene->quotations[t] != PX_NONE)
            continue;
        uint32_t end = hit->core.end;
        while (end < cue->group.first && scene->marks[end] == 0)
            end++;
        if (end > hit->core.end && end < cue->group.first && scene->marks[end] == ',')
            return (struct outer){hit, {hit->core.end, end}, end + 1};
    }
    return (struct outer){0};
}

/* Does another find stand for the cue at the token? */
static bool stands_at(const struct px_sourcing_finds *finds, const struct px_sourcing_find *own, uint32_t token)
{
    for (size_t i = own->number; i-- > 0 && finds->items[i].cue.end > token;)
        if (finds->items[i].stands && px_range_holds(finds->items[i].cue, token))
            return true;
    return false;
}

/* "citing *two officials who said*": whom a relative clause lets speak behind a cue that names its source. */
static struct outer find_cited(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t first = cue->group.end;
    uint32_t t = first;
    while (t < cue->bounds.end && scene->marks[t] == 0 && !px_scene_has(scene, t, PX_CLASS_RELATIVE))
        t++;
    struct px_range source = {first, t++};
    for (uint32_t end = t + ADVERBS_MOST; px_scene_has(scene, t, PX_CLASS_ADVERB | PX_CLASS_AUXILIARY) && t < end;)
        t++;
    const struct px_cue *hit = t < cue->bounds.end ? px_scene_cue_at(scene, t) : NULL;
    bool says = hit != NULL && hit->entry->kind == PX_CUE_VERB && hit->entry->weight >= reports_least &&
                (hit->entry->takes & PX_TAKES_THAT) != 0 && hit->core.end < cue->bounds.end;
    return !px_range_empty(source) && says ? (struct outer){hit, source, hit->core.end} : (struct outer){0};
}

/* "*Venn charged* that aides played down the row": a verb of speech right before "that" and the speaker of a verb that
 * takes nothing that is said. */
static struct outer find_charge(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t that = cue->speaker.first - 1;
    if (px_range_empty(cue->speaker) || cue->speaker.end > cue->group.first ||
        cue->speaker.first < cue->bounds.first + 3 || cue->entry->takes != PX_TAKES_OBJECT ||
        !px_scene_has(scene, that, PX_CLASS_THAT))
        return (struct outer){0};
    const struct px_cue *hit = px_scene_cue_at(scene, that - 1);
    if (hit == NULL || hit->entry->kind != PX_CUE_VERB || hit->entry->weight < may_report ||
        hit->entry->act != PX_ACT_SPEECH || px_parse_tree(scene->annotation, that) == NULL)
        return (struct outer){0};
    struct px_control control = px_scene_control(scene, hit->core.first);
    return px_range_empty(control.phrase) || control.phrase.end > hit->core.first
               ? (struct outer){0}
               : (struct outer){hit, control.phrase, that};
}

static bool take(struct px_scene *scene, struct px_cue *cue, const struct outer *outer)
{
    struct px_cue_entry *entry = px_arena_new(scene->arena, struct px_cue_entry);
    if (entry == NULL)
        return false;
    *entry = *outer->cue->entry;
    entry->gap = -1; /* the cue has its words, whatever stood between */
    cue->entry = entry;
    cue->core = outer->cue->core;
    cue->group = outer->cue->core;
    cue->negated = false;
    cue->content = (struct px_ranges){0};
    return px_sourcing_set_source(scene, cue, outer->source);
}

bool px_sourcing_pass_on(struct px_scene *scene, const struct px_sourcing_finds *finds,
                         const struct px_sourcing_find *find, struct px_cue *cue)
{
    struct outer charge = find_charge(scene, cue);
    bool cites = cue->entry->act == PX_ACT_SOURCE;
    struct outer outer = cites ? find_cited(scene, cue) : find_aside(scene, cue);
    outer = charge.cue != NULL ? charge : outer;
    if (outer.cue == NULL || (cue->entry->kind != PX_CUE_VERB && charge.cue == NULL))
        return true;
    if (stands_at(finds, find, outer.cue->core.first)) {
        cue->unsure = true;
        return true;
    }
    struct px_range told = {outer.end, cue->bounds.end};
    told.end -= scene->marks[told.end - 1] == '.';
    if (!take(scene, cue, &outer))
        return false;
    cue->unsure =
        cue->unsure || charge.cue != NULL; /* of what stands behind the charge it is hard to say whose it is */
    if (!cites && charge.cue == NULL)
        px_scene_add_content(scene, cue, (struct px_range){cue->bounds.first, outer.cue->core.first - 1});
    px_scene_add_content(scene, cue, told);
    return true;
}
