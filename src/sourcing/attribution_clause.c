/* Where a clause of what is said ends: before another voice, or what the article joins to it. */
#include "sourcing/attribution_scene.h"

enum { CLAUSE_LIMIT = 400, LEAD_LIMIT = 4, SUBJECT_LIMIT = 8 };

bool px_scene_is_edge(const struct px_scene *scene, uint32_t token)
{
    char mark = scene->marks[token];
    return mark == ',' || mark == ':' || mark == ';' || mark == '-' || mark == '.' || mark == '!' || mark == '?';
}

/* The cue whose group (with adverbs and auxiliaries) begins at the token, or NULL. */
static const struct px_cue *cue_from(const struct px_scene *scene, uint32_t token, uint32_t end)
{
    enum { LEADS = PX_CLASS_AUXILIARY | PX_CLASS_NEGATION | PX_CLASS_ADVERB };
    uint32_t t = token;
    while (t < end && t < token + LEAD_LIMIT && scene->starts[t] == PX_NONE && px_scene_has(scene, t, LEADS))
        t++;
    return t < end ? px_scene_cue_at(scene, t) : NULL;
}

uint32_t px_scene_sentence_end(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t end = cue->bounds.end;
    while (end > cue->bounds.first && px_scene_is_edge(scene, end - 1))
        end--;
    return end;
}

/* A finite verb without a subject of its own at the token, behind adverbs: "and left", ", mocked". */
static bool starts_predicate(const struct px_scene *scene, uint32_t token, uint32_t end)
{
    enum { FINITE = PX_CLASS_AUXILIARY | PX_CLASS_VERB | PX_CLASS_PARTICIPLE };
    while (token < end && px_scene_has(scene, token, PX_CLASS_ADVERB) && !px_scene_has(scene, token, FINITE))
        token++;
    return token < end && scene->marks[token] == 0 && px_scene_has(scene, token, FINITE) &&
           !px_scene_has(scene, token, PX_CLASS_DETERMINER | PX_CLASS_PREPOSITION);
}

/* Does another cue of the same speaker, or "according to", take over behind the comma or conjunction? */
static bool starts_other(const struct px_scene *scene, const struct px_cue *cue, uint32_t token, uint32_t end)
{
    const struct px_cue *next = cue_from(scene, token, end);
    if (next == NULL)
        return false;
    if (next->entry->kind == PX_CUE_PREPOSITION)
        return true;
    if (next->entry->kind != PX_CUE_VERB && next->entry->kind != PX_CUE_PHRASE)
        return false;
    bool participle = px_scene_has(scene, next->core.first, PX_CLASS_GERUND);
    if (scene->marks[token - 1] == ',' || scene->marks[token - 1] == '"')
        return participle || next->entry->weight >= 0.4;
    return participle == px_scene_has(scene, cue->core.first, PX_CLASS_GERUND) && next->entry->weight >= 0.4;
}

/* Is the cue's own clause an insertion that the next comma closes: ", who said …," or "When X said …,"? */
static bool is_inserted(const struct px_scene *scene, const struct px_cue *cue)
{
    if (px_range_empty(cue->speaker) || cue->speaker.first > cue->group.first ||
        cue->speaker.first <= cue->bounds.first)
        return false;
    uint32_t before = cue->speaker.first - 1;
    if (cue->form == PX_FORM_RELATIVE)
        return scene->marks[before] == ',' || scene->marks[before] == '-';
    return px_scene_has(scene, before, PX_CLASS_SUBORDINATOR) && before < cue->bounds.first + LEAD_LIMIT;
}

/* ", which he named …": a relative clause with a cue of its own. */
static bool starts_relative_cue(const struct px_scene *scene, uint32_t token, uint32_t end)
{
    if (!px_scene_has(scene, token, PX_CLASS_RELATIVE))
        return false;
    for (uint32_t t = token + 2; t < end && t < token + LEAD_LIMIT && scene->marks[t] == 0; t++)
        if (px_scene_is_cue_verb(scene, t))
            return true;
    return false;
}

/* Is the content an object or an infinitive, no clause? */
static bool has_object(const struct px_cue *cue)
{
    switch (cue->next) {
    case PX_NEXT_TO:
    case PX_NEXT_PREPOSITION:
    case PX_NEXT_QUOTATION: return true;
    case PX_NEXT_OBJECT: return (cue->entry->takes & PX_TAKES_OBJECT) != 0 || (cue->entry->takes & PX_TAKES_THAT) == 0;
    default: return false;
    }
}

/* A subject and its verb before the next mark: "and the court refused". */
static bool starts_sentence(const struct px_scene *scene, uint32_t token, uint32_t end)
{
    if (token < end && px_scene_has(scene, token, PX_CLASS_SUBJECT))
        return true;
    for (uint32_t t = token + 1; t < end && t < token + SUBJECT_LIMIT && scene->marks[t] == 0; t++)
        if (px_scene_has(scene, t, PX_CLASS_AUXILIARY | PX_CLASS_VERB) || px_scene_is_cue_verb(scene, t))
            return true;
    return false;
}

/* Does the clause end at the comma or conjunction? */
static bool ends_clause(const struct px_scene *scene, const struct px_cue *cue, uint32_t token, uint32_t end)
{
    bool object = has_object(cue);
    bool comma = scene->marks[token] == ',' || scene->marks[token] == '"';
    uint32_t next = token + 1;
    if (next >= end)
        return false;
    if (comma && (is_inserted(scene, cue) || starts_relative_cue(scene, next, end)))
        return true;
    if (comma && px_scene_has(scene, next, PX_CLASS_COORDINATOR)) {
        if (starts_other(scene, cue, next + 1, end))
            return true;
        return object && (starts_predicate(scene, next + 1, end) || starts_sentence(scene, next + 1, end));
    }
    if (starts_other(scene, cue, next, end))
        return true;
    return object && starts_predicate(scene, next, end) &&
           (comma || !px_scene_has(scene, cue->core.first, PX_CLASS_GERUND));
}

uint32_t px_scene_clause_end(const struct px_scene *scene, const struct px_cue *cue, uint32_t first)
{
    uint32_t end = px_scene_sentence_end(scene, cue);
    uint32_t depth = 0;
    end = end > first + CLAUSE_LIMIT ? first + CLAUSE_LIMIT : end;
    for (uint32_t t = first; t < end; t++) {
        uint32_t quotation = scene->quotations[t];
        if (quotation != PX_NONE) {
            const struct px_quotation *q = &scene->article->quotations.items[quotation];
            t = q->first_token + q->token_count - 1;
            if (t + 1 < end && scene->marks[t - 1] == ',' && ends_clause(scene, cue, t, end))
                return t + 1;
            continue;
        }
        char mark = scene->marks[t];
        depth += mark == '(';
        if (mark == ';' || (mark == ')' && depth-- == 0))
            return t;
        if (t == first || depth > 0)
            continue;
        if ((mark == ',' || px_scene_has(scene, t, PX_CLASS_COORDINATOR)) && ends_clause(scene, cue, t, end))
            return t;
        if (cue->next == PX_NEXT_OBJECT && has_object(cue) && px_scene_has(scene, t, PX_CLASS_SUBORDINATOR) &&
            !px_scene_has(scene, t, PX_CLASS_PREPOSITION | PX_CLASS_QUESTION))
            return t;
        const struct px_cue *other = mark == 0 ? px_scene_cue_at(scene, t) : NULL;
        if (other != NULL && other->entry->kind == PX_CUE_PREPOSITION)
            return t;
    }
    return end;
}
