/* The source with which a sentence ends, "*…, according to two of the officials*": whoever stands there tells all of the
 * sentence before it, whatever verb of speech stands in that, but what is quoted there of another; behind a colon or a
 * dash only what stands behind that. */
#include "reading/parse.h"
#include "sourcing/sourcing.h"

static const double missed = 0.7;         /* confidence of what the model missed */
static const double surely_reports = 0.8; /* confidence, from which a statement stands */

/* The cue from `first` on that stands at the token, or NULL. */
static struct px_cue *standing_at(const struct px_scene *scene, size_t first, uint32_t token)
{
    for (size_t i = first; i < scene->cues.count; i++)
        if (!scene->cues.items[i].is_dropped && px_range_holds(scene->cues.items[i].group, token))
            return &scene->cues.items[i];
    return NULL;
}

/* What the sentence tells before the comma: from its beginning, or from behind its last colon or dash; behind
 * what joins it to the sentence before. */
static struct px_range told_before(const struct px_scene *scene, const struct px_sentence *s, uint32_t comma)
{
    struct px_range told = {s->first_token, comma};
    told.first = px_scene_behind_dateline(scene, told);
    for (uint32_t t = told.first; t < comma; t++)
        if (scene->quotations[t] == PX_NONE && (scene->marks[t] == ':' || scene->marks[t] == '-'))
            told.first = t + 1;
    if (told.first + 1 < comma && px_scene_has(scene, told.first, PX_CLASS_COORDINATOR) &&
        !px_scene_has(scene, told.first, PX_CLASS_DETERMINER))
        told.first++;
    return told;
}

/* Has another statement quoted words in the range? */
static bool is_quoted_of_another(const struct px_scene *scene, size_t first, struct px_range range,
                                 const struct px_cue *own)
{
    for (size_t i = first; i < scene->cues.count; i++) {
        const struct px_cue *cue = &scene->cues.items[i];
        for (size_t p = 0; cue != own && !cue->is_dropped && p < cue->content.count; p++)
            for (uint32_t t = cue->content.items[p].first; t < cue->content.items[p].end; t++)
                if (px_range_holds(range, t) && scene->quotations[t] != PX_NONE)
                    return true;
    }
    return false;
}

/* Does the cue have all of the range, or does a statement that surely stands begin between the range's first token and
 * where the cue's own words begin? */
static bool stands_before(const struct px_scene *scene, size_t first, struct px_range range, const struct px_cue *own)
{
    uint32_t begins = own->content.count > 0 ? own->content.items[0].first : range.end;
    if (begins <= range.first)
        return true;
    for (size_t i = first; i < scene->cues.count; i++) {
        const struct px_cue *cue = &scene->cues.items[i];
        if (cue != own && !cue->is_dropped && cue->score >= surely_reports && cue->core.first >= range.first &&
            cue->core.first < begins)
            return true;
    }
    return false;
}

static bool add(struct px_scene *scene, const struct px_cue *hit, const struct px_sentence *s, struct px_range told)
{
    struct px_range source = {hit->core.end, s->first_token + s->token_count};
    while (source.end > source.first && scene->marks[source.end - 1] != 0)
        source.end--;
    struct px_cue cue = {.entry = hit->entry,
                         .sentence = hit->sentence,
                         .bounds = {s->first_token, s->first_token + s->token_count},
                         .core = hit->core,
                         .group = hit->group,
                         .speaker = source,
                         .score = missed};
    if (px_range_empty(source) || !px_sourcing_can_speak(scene, source))
        return true;
    px_scene_add_content(scene, &cue, told);
    struct px_cue *kept = px_vector_push(&scene->cues, scene->arena);
    if (kept == NULL)
        return false;
    *kept = cue;
    return !scene->failed;
}

bool px_sourcing_add_sources(struct px_scene *scene, size_t first)
{
    for (size_t i = 0; i < first; i++) {
        const struct px_cue hit = scene->cues.items[i]; /* a copy, since the cues may move */
        const struct px_sentence *s = &scene->article->sentences.items[hit.sentence];
        if (hit.entry->kind != PX_CUE_PREPOSITION || px_parse_tree(scene->annotation, hit.core.first) == NULL ||
            hit.entry->act == PX_ACT_SOURCE)
            continue;
        struct px_sourcing_tail tail = px_sourcing_find_tail(scene, hit.sentence);
        if (tail.cue != NULL || tail.first + 1 != hit.core.first)
            continue;
        struct px_range told = told_before(scene, s, tail.first);
        struct px_cue *own = standing_at(scene, first, hit.core.first);
        if (!px_sourcing_holds_finite(scene, told) || is_quoted_of_another(scene, first, told, own))
            continue;
        if (own == NULL && !add(scene, &hit, s, told))
            return false;
        if (own != NULL && own->entry->kind == PX_CUE_PREPOSITION && !stands_before(scene, first, told, own)) {
            own->content = (struct px_ranges){0};
            px_scene_add_content(scene, own, told);
        }
    }
    return !scene->failed;
}
