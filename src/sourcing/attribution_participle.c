/* Quotations that a participle of speech brings and the model may have missed: "She went on, *telling the paper: “He is
 * a fake.”*" */
#include "reading/parse.h"
#include "sourcing/attribution_control.h"

enum { ADDRESSEE_MOST = 8 /* tokens of "the Harbour Courier on Monday" */ };

static const double reports_least = 0.6; /* weight of a cue */
static const double quoted = 0.9;        /* confidence of what is quoted there */

/* The quotation that begins behind the participle, whom it is told to, and a colon or comma; PX_NONE for none. */
static uint32_t quoted_behind(const struct px_scene *scene, const struct px_cue *hit, uint32_t end)
{
    for (uint32_t t = hit->core.end; t + 1 < end && t <= hit->core.end + ADDRESSEE_MOST; t++) {
        uint32_t q = scene->quotations[t + 1];
        bool mark = scene->marks[t] == ':' || scene->marks[t] == ',';
        if (mark && q != PX_NONE && scene->article->quotations.items[q].kind == PX_QUOTATION_SPEECH &&
            scene->article->quotations.items[q].first_token == t + 1)
            return q;
        if (scene->marks[t] != 0 || scene->quotations[t] != PX_NONE || px_parse_is_finite(scene->annotation, t))
            return PX_NONE;
    }
    return PX_NONE;
}

/* Has a statement words in the quotation, or its cue in the sentence from the participle on? */
static bool is_had(const struct px_scene *scene, size_t first, const struct px_cue *hit, uint32_t q)
{
    const struct px_quotation *quotation = &scene->article->quotations.items[q];
    for (size_t i = scene->cues.count; i-- > first;) {
        const struct px_cue *cue = &scene->cues.items[i];
        bool had = !cue->is_dropped && cue->core.end > hit->core.first && cue->core.first <= quotation->first_token;
        for (size_t c = 0; !cue->is_dropped && c < cue->content.count; c++)
            had = had || (cue->content.items[c].first < quotation->first_token + quotation->token_count &&
                          cue->content.items[c].end > quotation->first_token);
        if (had)
            return true;
    }
    return false;
}

static bool add(struct px_scene *scene, const struct px_cue *hit, uint32_t q, struct px_range speaker)
{
    const struct px_quotation *quotation = &scene->article->quotations.items[q];
    uint32_t sentence = scene->tokens[hit->core.first].sentence;
    const struct px_sentence *s = &scene->article->sentences.items[sentence];
    struct px_cue *cue = px_vector_push(&scene->cues, scene->arena);
    if (cue == NULL)
        return false;
    *cue = (struct px_cue){.entry = hit->entry,
                           .sentence = sentence,
                           .bounds = {s->first_token, s->first_token + s->token_count},
                           .core = hit->core,
                           .group = hit->core,
                           .speaker = speaker,
                           .form = PX_FORM_PARTICIPLE,
                           .score = quoted};
    px_scene_add_content(scene, cue,
                         (struct px_range){quotation->first_token, quotation->first_token + quotation->token_count});
    return !scene->failed;
}

bool px_scene_add_participles(struct px_scene *scene, size_t first)
{
    for (size_t i = 0; i < first; i++) {
        const struct px_cue hit = scene->cues.items[i]; /* a copy, since the cues may move */
        uint32_t verb = hit.core.first;
        const struct px_sentence *s = &scene->article->sentences.items[scene->tokens[verb].sentence];
        if (hit.entry->kind != PX_CUE_VERB || hit.entry->weight < reports_least ||
            (hit.entry->takes & PX_TAKES_QUOTATION) == 0 || !px_scene_has(scene, verb, PX_CLASS_GERUND) ||
            verb == s->first_token || scene->marks[verb - 1] != ',' || scene->quotations[verb] != PX_NONE)
            continue;
        uint32_t q = quoted_behind(scene, &hit, s->first_token + s->token_count);
        struct px_control control = px_scene_control(scene, verb);
        bool known =
            q != PX_NONE && control.lent && control.sure && !control.charged && !px_range_empty(control.phrase);
        if (known && !is_had(scene, first, &hit, q) && !add(scene, &hit, q, control.phrase))
            return false;
    }
    return true;
}
