/* Statements by their place, which the model may have missed; who says them is not as sure as what the model finds.
 *
 *     "Gambling, *she told the council*, is a disease"   a clause of speech between a subject and its verb
 *     "Brell *said after the hearing that* costs rose"   something between the verb and what is said
 *     "… Ann Hask, *who had asserted that* costs rose"   a verb of speech with "that", in a clause of its own
 */
#include "reading/parse.h"
#include "sourcing/attribution_control.h"
#include "sourcing/sourcing.h"

enum {
    ADDRESSEE_MOST = 10, /* tokens of "the Harbour Council" */
    PHRASE_MOST = 12     /* of "after the hearing" */
};

static const double reports_least = 0.5;  /* weight of a cue */
static const double surely_reports = 0.8; /* the same of one such as "asserted" */
static const double only_reports = 0.9;   /* and of one such as "said" */
static const double inserted = 0.7;       /* confidence */

/* Has a statement of the sentence the verb for its cue, or does one begin before it? */
static bool is_taken(const struct px_scene *scene, size_t first, uint32_t sentence, uint32_t verb)
{
    for (size_t i = scene->cues.count; i-- > first;)
        if (scene->cues.items[i].sentence == sentence && scene->cues.items[i].group.first <= verb)
            return true;
    return false;
}

/* The comma behind the verb and whom it is told to; `end` for none. */
static uint32_t comma_behind(const struct px_scene *scene, uint32_t token, uint32_t end)
{
    const unsigned stops = PX_CLASS_THAT | PX_CLASS_TO | PX_CLASS_QUESTION | PX_CLASS_SUBJECT;
    for (uint32_t t = token; t < end && t <= token + ADDRESSEE_MOST; t++) {
        if (scene->marks[t] == ',')
            return t;
        if (scene->marks[t] != 0 || px_scene_has(scene, t, stops) || px_parse_is_finite(scene->annotation, t))
            return end;
    }
    return end;
}

static bool add(struct px_scene *scene, const struct px_cue *hit, struct px_range speaker, uint32_t comma,
                struct px_range bounds)
{
    struct px_cue *cue = px_vector_push(&scene->cues, scene->arena);
    if (cue == NULL)
        return false;
    *cue = (struct px_cue){.entry = hit->entry,
                           .sentence = scene->tokens[bounds.first].sentence,
                           .bounds = bounds,
                           .core = hit->core,
                           .group = hit->core,
                           .speaker = speaker,
                           .score = inserted};
    uint32_t end = bounds.end - (scene->marks[bounds.end - 1] == '.');
    px_scene_add_content(scene, cue, (struct px_range){bounds.first, speaker.first - 1});
    px_scene_add_content(scene, cue, (struct px_range){comma + 1, end});
    return !scene->failed;
}

/* Whoever is the verb's subject by grammar, without the comma of an apposition; else empty. */
static struct px_range subject_of(const struct px_scene *scene, uint32_t verb)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, verb);
    uint32_t sentence = scene->tokens[verb].sentence;
    uint32_t subject =
        tree == NULL ? PX_NONE : px_tree_dependent(tree, px_parse_word(scene->annotation, verb), PX_ARC_SUBJECT);
    if (subject == PX_NONE)
        return (struct px_range){0, 0};
    struct px_span words = px_tree_span(tree, subject);
    struct px_range phrase = {px_parse_token(scene->annotation, sentence, words.start),
                              px_parse_token(scene->annotation, sentence, words.end - 1) + 1};
    while (phrase.end > phrase.first && scene->marks[phrase.end - 1] != 0)
        phrase.end--;
    return phrase.end <= verb ? phrase : (struct px_range){0, 0};
}

/* Does a statement of the sentence hold the verb, or say anything but what a word without a speaker of its own has
 * behind it: "the court *seemed* inclined"? */
static bool is_told(const struct px_scene *scene, size_t first, uint32_t verb, uint32_t told)
{
    for (size_t i = scene->cues.count; i-- > first;) {
        const struct px_cue *cue = &scene->cues.items[i];
        bool within = cue->core.first >= told && px_range_empty(cue->speaker);
        if (cue->sentence == scene->tokens[verb].sentence && !cue->is_dropped && !within)
            return true;
    }
    return false;
}

/* "Brell said after the hearing | that costs rose": where "that" begins a clause behind a phrase that tells when or
 * where it was said, however the parser hangs it; PX_NONE where none does. */
static uint32_t told_behind_phrase(const struct px_scene *scene, const struct px_cue *hit, struct px_range bounds)
{
    uint32_t lead = hit->core.end, that = lead;
    const struct px_tree *tree = lead < bounds.end ? px_parse_tree(scene->annotation, lead) : NULL;
    if (tree == NULL || hit->entry->kind != PX_CUE_VERB || hit->entry->weight < only_reports ||
        !px_parse_is_finite(scene->annotation, hit->core.first) ||
        !px_tree_has_upos(tree, px_parse_word(scene->annotation, lead), "ADP"))
        return PX_NONE;
    while (that < bounds.end && that < lead + PHRASE_MOST && !px_scene_has(scene, that, PX_CLASS_THAT)) {
        if (scene->marks[that] != 0 || px_parse_is_finite(scene->annotation, that))
            return PX_NONE;
        that++;
    }
    if (that == bounds.end || !px_scene_has(scene, that, PX_CLASS_THAT) || !px_scene_opens_clause(scene, that + 1))
        return PX_NONE;
    return px_scene_is_unquoted(scene, bounds) ? that : PX_NONE;
}

static bool add_behind_phrase(struct px_scene *scene, const struct px_cue *hit, size_t first, struct px_range bounds)
{
    uint32_t told = told_behind_phrase(scene, hit, bounds);
    struct px_range speaker = told == PX_NONE ? (struct px_range){0, 0} : subject_of(scene, hit->core.first);
    if (px_range_empty(speaker) || is_told(scene, first, hit->core.first, told))
        return true;
    for (size_t i = scene->cues.count; i-- > first;)
        if (scene->cues.items[i].sentence == scene->tokens[told].sentence)
            scene->cues.items[i].is_dropped = true;
    struct px_cue *cue = px_vector_push(&scene->cues, scene->arena);
    if (cue == NULL)
        return false;
    *cue = (struct px_cue){.entry = hit->entry,
                           .sentence = scene->tokens[told].sentence,
                           .bounds = bounds,
                           .core = hit->core,
                           .group = hit->core,
                           .speaker = speaker,
                           .score = inserted};
    uint32_t end = told;
    while (end < bounds.end && scene->marks[end] != ';' && scene->marks[end] != '.')
        end++;
    px_scene_add_content(scene, cue, (struct px_range){told, end});
    return !scene->failed;
}

/* The statement that has the verb for its cue, where nobody but its speaker says anything in the sentence; else NULL. */
static struct px_cue *only_statement(const struct px_scene *scene, size_t first, uint32_t verb, struct px_range speaker)
{
    struct px_cue *found = NULL;
    for (size_t i = scene->cues.count; i-- > first;) {
        struct px_cue *cue = &scene->cues.items[i];
        if (cue->is_dropped || cue->sentence != scene->tokens[verb].sentence)
            continue;
        if (cue->speaker.first != speaker.first || cue->speaker.end != speaker.end)
            return NULL;
        found = px_range_holds(cue->core, verb) ? cue : found;
    }
    return found;
}

/* "*The plan*, she added, *was meant to help*": a statement in the middle of a clause has all of the clause, though the
 * model may take its verb for another statement of hers. */
static void tell_all(struct px_scene *scene, size_t first, const struct px_cue *hit, struct px_range speaker,
                     uint32_t comma)
{
    struct px_cue *cue = only_statement(scene, first, hit->core.first, speaker);
    struct px_range front = {cue == NULL ? 0 : cue->bounds.first, speaker.first - 1};
    if (cue == NULL || !px_scene_is_unquoted(scene, front))
        return;
    uint32_t end = cue->bounds.end - (scene->marks[cue->bounds.end - 1] == '.');
    struct px_ranges old = cue->content;
    for (size_t i = scene->cues.count; i-- > first;)
        scene->cues.items[i].is_dropped |=
            scene->cues.items[i].sentence == cue->sentence && &scene->cues.items[i] != cue;
    cue->group = cue->core = hit->core;
    cue->content = (struct px_ranges){0};
    px_scene_add_content(scene, cue, front);
    px_scene_add_content(scene, cue, (struct px_range){comma + 1, end});
    for (size_t c = 0; c < old.count; c++)
        if (old.items[c].first >= cue->bounds.end)
            px_scene_add_content(scene, cue, old.items[c]);
}

bool px_scene_add_inserted(struct px_scene *scene, size_t first)
{
    for (size_t i = 0; i < first; i++) {
        const struct px_cue hit = scene->cues.items[i]; /* a copy, since the cues may move */
        uint32_t verb = hit.core.first, sentence = scene->tokens[verb].sentence;
        const struct px_sentence *s = &scene->article->sentences.items[sentence];
        struct px_range bounds = {s->first_token, s->first_token + s->token_count};
        if (!add_behind_phrase(scene, &hit, first, bounds))
            return false;
        if (hit.entry->kind != PX_CUE_VERB || hit.entry->weight < reports_least || verb < bounds.first + 3 ||
            (hit.entry->takes & PX_TAKES_THAT) == 0 || !px_parse_is_finite(scene->annotation, verb) ||
            scene->quotations[verb] != PX_NONE || scene->quotations[bounds.first] != PX_NONE)
            continue;
        struct px_range speaker = px_scene_phrase_before(scene, verb - 1, bounds);
        uint32_t comma = comma_behind(scene, hit.core.end, bounds.end);
        if (px_range_empty(speaker) || speaker.end != verb || speaker.first < bounds.first + 2 ||
            scene->marks[speaker.first - 1] != ',' || comma + 2 >= bounds.end)
            continue;
        bool split = px_parse_is_finite(scene->annotation, comma + 1);
        if (split)
            tell_all(scene, first, &hit, speaker, comma);
        bool told = split || (hit.entry->weight >= only_reports && px_scene_opens_clause(scene, comma + 1));
        if (!told || is_taken(scene, first, sentence, verb))
            continue;
        for (size_t j = scene->cues.count; j-- > first;)
            scene->cues.items[j].is_dropped |= scene->cues.items[j].sentence == sentence;
        if (!add(scene, &hit, speaker, comma, bounds))
            return false;
    }
    return true;
}

/* Marks the tokens that are part of the statement: of its cue, or of what is said by a verb of speech. What a model
 * gives "a question about" may run on into another's clause. */
static void mark_statement(const struct px_cue *cue, bool *stated)
{
    bool speech =
        cue->entry->kind == PX_CUE_VERB && cue->entry->act == PX_ACT_SPEECH && cue->entry->weight >= reports_least;
    for (uint32_t t = cue->group.first; !cue->is_dropped && t < cue->group.end; t++)
        stated[t] = true;
    for (size_t c = 0; !cue->is_dropped && speech && c < cue->content.count; c++)
        for (uint32_t t = cue->content.items[c].first; t < cue->content.items[c].end; t++)
            stated[t] = true;
}

/* "*asserted that* costs rose": where "that" begins what the verb, which hardly does anything but report, tells; PX_NONE
 * for none. */
static uint32_t told_with_that(const struct px_scene *scene, const struct px_cue *hit, uint32_t end)
{
    const struct px_cue_entry *entry = hit->entry;
    const struct px_tree *tree = px_parse_tree(scene->annotation, hit->core.first);
    uint32_t that = hit->core.end;
    if (tree == NULL || entry->kind != PX_CUE_VERB || entry->act != PX_ACT_SPEECH || entry->weight < surely_reports ||
        (entry->takes & PX_TAKES_THAT) == 0 || scene->quotations[hit->core.first] != PX_NONE ||
        px_tree_is_passive(tree, px_parse_word(scene->annotation, hit->core.first)))
        return PX_NONE;
    that += that < end && px_scene_has(scene, that, PX_CLASS_TIME) ? 1 : 0;
    return that + 1 < end && px_scene_has(scene, that, PX_CLASS_THAT) && px_scene_opens_clause(scene, that + 1)
               ? that
               : PX_NONE;
}

/* Whoever says it by grammar: somebody, or "who". */
static struct px_range teller_of(const struct px_scene *scene, uint32_t verb)
{
    struct px_range speaker = subject_of(scene, verb);
    bool relative = speaker.end == speaker.first + 1 && px_scene_has(scene, speaker.first, PX_CLASS_RELATIVE);
    return !px_range_empty(speaker) && (relative || px_sourcing_can_speak(scene, speaker)) ? speaker
                                                                                           : (struct px_range){0, 0};
}

bool px_scene_add_clauses(struct px_scene *scene, size_t first)
{
    bool *stated =
        px_arena_array(scene->arena, bool, scene->count + 1); /* by the cues from `first` on, of each token */
    if (stated == NULL)
        return false;
    for (size_t i = first; i < scene->cues.count; i++)
        mark_statement(&scene->cues.items[i], stated);
    for (size_t i = 0; i < first; i++) {
        const struct px_cue hit = scene->cues.items[i]; /* a copy, since the cues may move */
        const struct px_sentence *s = &scene->article->sentences.items[scene->tokens[hit.core.first].sentence];
        struct px_range bounds = {s->first_token, s->first_token + s->token_count};
        uint32_t told = told_with_that(scene, &hit, bounds.end), end = told;
        struct px_range speaker = told == PX_NONE ? (struct px_range){0, 0} : teller_of(scene, hit.core.first);
        if (px_range_empty(speaker) || stated[hit.core.first] || stated[told])
            continue;
        struct px_cue *cue = px_vector_push(&scene->cues, scene->arena);
        if (cue == NULL)
            return false;
        bool relative = px_scene_has(scene, speaker.first, PX_CLASS_RELATIVE) && speaker.end == speaker.first + 1;
        *cue = (struct px_cue){.entry = hit.entry,
                               .sentence = scene->tokens[told].sentence,
                               .bounds = bounds,
                               .core = hit.core,
                               .group = hit.core,
                               .speaker = speaker,
                               .form = relative ? PX_FORM_RELATIVE : PX_FORM_PLAIN,
                               .unsure = true,
                               .score = inserted};
        while (end < bounds.end &&
               (scene->marks[end] == 0 || scene->marks[end] == '"' || scene->quotations[end] != PX_NONE))
            end++;
        px_scene_add_content(scene, cue, (struct px_range){told, end});
        if (scene->failed)
            return false;
        mark_statement(cue, stated);
    }
    return true;
}
