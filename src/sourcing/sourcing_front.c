/* The front of a sentence that says who tells it: "*According to the Courier*, Brell tried to buy the pit and refused to
 * pay". All that the sentence tells is the source's, but for what somebody in it is told to have said. */
#include "reading/parse.h"
#include "sourcing/sourcing.h"

enum {
    SOURCE_MOST = 20, /* tokens */
    TOLD_LEAST = 3
};

static const double surely_reports = 0.9; /* weight of a preposition such as "according to" */
static const double reports_least = 0.5;  /* weight of a verb of speech */
static const double missed = 0.7;         /* confidence of what the model missed */

struct front {
    struct px_range source;
    struct px_range told; /* to the sentence's end */
};

/* Behind "However," and the like. */
static uint32_t skip_adverb(const struct px_scene *scene, uint32_t first, uint32_t end)
{
    bool adverb = first + 2 < end && px_scene_has(scene, first, PX_CLASS_ADVERB) && scene->marks[first + 1] == ',';
    return adverb ? first + 2 : first;
}

static bool ends_in_person(const struct px_scene *scene, uint32_t end)
{
    uint32_t m = scene->mentions[end - 1];
    uint32_t entity = m == PX_NONE ? PX_NONE : scene->article->mentions.items[m].entity;
    return entity != PX_NONE && scene->article->entities.items[entity].kind == PX_ENTITY_PERSON;
}

/* "according to Ono Brell, *the union leader*, nobody came": the comma behind what is added to the source that ends at
 * the comma; that comma itself where nothing is. */
static uint32_t skip_addition(const struct px_scene *scene, uint32_t comma, uint32_t last)
{
    uint32_t first = comma + 1, t = first;
    bool clause = false;
    for (; t < last && scene->marks[t] == 0 && scene->quotations[t] == PX_NONE; t++)
        clause = clause || px_tree_is_finite(px_parse_tree(scene->annotation, t), px_parse_word(scene->annotation, t));
    if (t == first || t >= last || scene->marks[t] != ',')
        return comma;
    uint32_t m = scene->mentions[first];
    bool named = m != PX_NONE && scene->article->mentions.items[m].form <= PX_MENTION_ALIAS;
    bool noun = !clause && !named && !px_scene_has(scene, first, PX_CLASS_PREPOSITION);
    return (t > first + 1 && px_scene_has(scene, first, PX_CLASS_RELATIVE)) || (noun && ends_in_person(scene, comma))
               ? t
               : comma;
}

/* The source that begins the hit's sentence, and what it tells; empty where there is none. */
static struct front find_front(const struct px_scene *scene, const struct px_cue *hit)
{
    const struct px_cue_entry *entry = hit->entry;
    uint32_t opens = hit->bounds.first + (px_scene_has(scene, hit->bounds.first, PX_CLASS_COORDINATOR) ? 1 : 0);
    uint32_t last = hit->bounds.end, end = hit->core.end;
    if (entry->kind != PX_CUE_PREPOSITION || entry->act == PX_ACT_SOURCE || entry->weight < surely_reports ||
        hit->core.first != opens || px_parse_tree(scene->annotation, opens) == NULL)
        return (struct front){0};
    while (end < last && end - hit->core.end < SOURCE_MOST && scene->marks[end] == 0 &&
           scene->quotations[end] == PX_NONE)
        end++;
    last -= scene->marks[last - 1] == '.';
    if (end == hit->core.end || end >= last || scene->marks[end] != ',')
        return (struct front){0};
    uint32_t behind = skip_addition(scene, end, last);
    return (struct front){{hit->core.end, end}, {skip_adverb(scene, behind + 1, last), last}};
}

static bool is_quoted(const struct px_scene *scene, const struct px_cue *cue)
{
    for (size_t i = 0; i < cue->content.count; i++)
        for (uint32_t t = cue->content.items[i].first; t < cue->content.items[i].end; t++)
            if (scene->quotations[t] != PX_NONE)
                return true;
    return false;
}

bool px_sourcing_tells_speech(const struct px_scene *scene, const struct px_cue *cue)
{
    const struct px_cue_entry *entry = cue->entry;
    bool infinitive = cue->content.count > 0 && px_scene_has(scene, cue->content.items[0].first, PX_CLASS_TO);
    return is_quoted(scene, cue) || (!infinitive && entry->act == PX_ACT_SPEECH && entry->weight >= reports_least &&
                                     (entry->takes & PX_TAKES_THAT) != 0);
}

/* Where the clause begins in which the cue's speaker stands: behind a mark, or at a word that opens a clause. */
static uint32_t clause_of(const struct px_scene *scene, const struct px_cue *cue, uint32_t limit)
{
    const unsigned opens = PX_CLASS_SUBORDINATOR | PX_CLASS_COORDINATOR | PX_CLASS_RELATIVE;
    bool before = !px_range_empty(cue->speaker) && cue->speaker.first < cue->core.first;
    uint32_t first = before ? cue->speaker.first : cue->group.first;
    while (first > limit && scene->marks[first - 1] == 0 && !px_scene_has(scene, first, opens))
        first--;
    return first > limit && scene->marks[first - 1] == ',' ? first - 1 : first;
}

/* The part of the sentence before what others in it are told to have said. */
static struct px_range keep_own(const struct px_scene *scene, size_t first, struct px_range told)
{
    for (size_t i = first; i < scene->cues.count; i++) {
        const struct px_cue *cue = &scene->cues.items[i];
        if (cue->is_dropped || !px_range_holds(told, cue->core.first) || !px_sourcing_tells_speech(scene, cue))
            continue;
        uint32_t end = clause_of(scene, cue, told.first);
        told.end = end < told.end ? end : told.end;
    }
    return told;
}

/* The cue that stands for the front already; PX_NONE for none. */
static size_t standing_at(const struct px_scene *scene, size_t first, uint32_t token)
{
    for (size_t i = first; i < scene->cues.count; i++)
        if (!scene->cues.items[i].is_dropped && px_range_holds(scene->cues.items[i].group, token))
            return i;
    return PX_NONE;
}

static struct px_cue *begin(struct px_scene *scene, const struct px_cue *hit, struct px_range source)
{
    struct px_cue *cue = px_vector_push(&scene->cues, scene->arena);
    if (cue != NULL)
        *cue = (struct px_cue){.entry = hit->entry,
                               .sentence = hit->sentence,
                               .bounds = hit->bounds,
                               .core = hit->core,
                               .group = hit->core,
                               .speaker = source,
                               .score = missed};
    return cue;
}

/* Makes what the source tells its content, in place of whatever it had of the sentence, and lets fall what only does
 * something there. */
static bool give(struct px_scene *scene, size_t first, const struct px_cue *hit, const struct front *front)
{
    size_t place = standing_at(scene, first, hit->core.first);
    struct px_cue *cue = place == PX_NONE ? begin(scene, hit, front->source) : &scene->cues.items[place];
    if (cue == NULL)
        return false;
    for (size_t i = first; i < scene->cues.count; i++) {
        struct px_cue *other = &scene->cues.items[i];
        if (other != cue && px_range_holds(front->told, other->core.first) && !px_sourcing_tells_speech(scene, other))
            other->is_dropped = true;
    }
    px_scene_cut_content(scene, cue, hit->bounds);
    struct px_ranges behind = cue->content;
    cue->content = (struct px_ranges){0};
    px_scene_add_content(scene, cue, front->told);
    for (size_t i = 0; i < behind.count; i++)
        px_scene_add_content(scene, cue, behind.items[i]);
    return !scene->failed;
}

bool px_sourcing_add_fronts(struct px_scene *scene, size_t first)
{
    for (size_t i = 0; i < first; i++) {
        const struct px_cue hit = scene->cues.items[i]; /* a copy, since the cues may move */
        struct front front = find_front(scene, &hit);
        if (px_range_empty(front.source) || !px_sourcing_can_speak(scene, front.source))
            continue;
        front.told = keep_own(scene, first, front.told);
        if (front.told.end >= front.told.first + TOLD_LEAST && px_sourcing_holds_finite(scene, front.told) &&
            !give(scene, first, &hit, &front))
            return false;
    }
    return true;
}
