#include "sourcing/attribution_scene.h"

enum { INSERT_LIMIT = 40, AGENT_LIMIT = 8, CLAUSE_REACH = 40 };

static bool is_relative(const struct px_scene *scene, uint32_t token)
{
    return px_scene_has(scene, token, PX_CLASS_RELATIVE) && !px_scene_has(scene, token, PX_CLASS_SUBORDINATOR);
}

static struct px_range one(uint32_t token)
{
    return (struct px_range){token, token + 1};
}

/* The comma that opens what a comma at `close` closes, or PX_NONE. Quotations between are no insertions. */
static uint32_t find_opening_comma(const struct px_scene *scene, uint32_t close, uint32_t limit)
{
    char wanted = scene->marks[close];
    for (uint32_t t = close, steps = 0; t > limit && steps < INSERT_LIMIT; t--, steps++) {
        char mark = scene->marks[t - 1];
        if (mark == '"' || mark == ';' || mark == ':')
            return PX_NONE;
        if (mark == wanted)
            return t - 1;
    }
    return PX_NONE;
}

/* Joins a phrase that is itself an apposition ("Smith, a baker from Hull") to the name before it. */
static struct px_range join_name(const struct px_scene *scene, struct px_range phrase, struct px_range bounds)
{
    enum { STARTS = PX_CLASS_DETERMINER | PX_CLASS_NUMBER | PX_CLASS_RELATIVE };
    for (int i = 0; i < 3; i++) {
        uint32_t first = phrase.first;
        if (first < bounds.first + 2 || scene->marks[first - 1] != ',')
            break;
        if (scene->classes[first] != 0 && !px_scene_has(scene, first, STARTS) &&
            scene->tokens[first].kind != PX_TOKEN_NUMBER)
            break;
        struct px_range name = px_scene_phrase_before(scene, first - 2, bounds);
        if (px_range_empty(name) || !px_scene_is_capitalised(scene, name.end - 1) ||
            px_scene_has(scene, name.end - 1, PX_CLASS_TIME) || px_scene_has(scene, name.first, PX_CLASS_PREPOSITION))
            break;
        phrase.first = name.first;
    }
    return phrase;
}

/* "Smith, the mayor, said", "Smith, however, said": the name with its apposition, or the name alone. */
static struct px_range before_comma(const struct px_scene *scene, uint32_t comma, struct px_range bounds)
{
    enum { LOOSE = PX_CLASS_PREPOSITION | PX_CLASS_ADVERB | PX_CLASS_SUBORDINATOR | PX_CLASS_COORDINATOR };
    struct px_range none = {comma, comma};
    uint32_t open = find_opening_comma(scene, comma, bounds.first);
    if (open == PX_NONE || open == bounds.first || open + 1 >= comma)
        return none;
    struct px_range phrase = px_scene_phrase_before(scene, open - 1, bounds);
    if (px_range_empty(phrase)) {
        uint32_t earlier = find_opening_comma(scene, open, bounds.first);
        if (earlier == PX_NONE || earlier == bounds.first)
            return none;
        phrase = px_scene_phrase_before(scene, earlier - 1, bounds);
        if (px_range_empty(phrase))
            return none;
    }
    phrase = join_name(scene, phrase, bounds);
    bool loose = px_scene_has(scene, open + 1, LOOSE) && !px_scene_has(scene, open + 1, PX_CLASS_DETERMINER);
    if (!loose)
        phrase.end = comma;
    return phrase;
}

/* The speaker of the nearest cue before this one in the sentence that has one of its own. */
static struct px_range shared_speaker(const struct px_scene *scene, size_t index)
{
    const struct px_cue *cue = &scene->cues.items[index];
    for (size_t i = index; i-- > 0;) {
        const struct px_cue *other = &scene->cues.items[i];
        if (other->sentence != cue->sentence)
            break;
        bool usable = other->form == PX_FORM_PLAIN || other->form == PX_FORM_JOINED ||
                      other->form == PX_FORM_INVERTED || other->form == PX_FORM_PASSIVE;
        if (usable && !px_range_empty(other->speaker))
            return other->speaker;
    }
    return one(PX_NONE);
}

/* The subject of the first finite verb of the clause that ends at `end`. */
static struct px_range first_subject(const struct px_scene *scene, struct px_range bounds, uint32_t end)
{
    enum { FINITE = PX_CLASS_AUXILIARY | PX_CLASS_VERB | PX_CLASS_PARTICIPLE };
    struct px_range none = {bounds.first, bounds.first};
    for (uint32_t t = bounds.first + 1; t < end; t++) {
        if (scene->quotations[t] != PX_NONE || !px_scene_has(scene, t, FINITE) || px_scene_is_clitic(scene, t))
            continue;
        if (scene->marks[t - 1] == ',') {
            struct px_range phrase = before_comma(scene, t - 1, bounds);
            if (!px_range_empty(phrase))
                return phrase;
        }
        struct px_range phrase = px_scene_phrase_before(scene, t - 1, bounds);
        if (!px_range_empty(phrase) && !is_relative(scene, phrase.first))
            return phrase;
    }
    return none;
}

/* The subject of the verb before the conjunction: the nearest one whose phrase begins its clause. */
static struct px_range nearest_subject(const struct px_scene *scene, struct px_range bounds, uint32_t end)
{
    enum { FINITE = PX_CLASS_AUXILIARY | PX_CLASS_VERB | PX_CLASS_PARTICIPLE };
    enum { OPENS = PX_CLASS_SUBORDINATOR | PX_CLASS_COORDINATOR | PX_CLASS_THAT };
    struct px_range none = {bounds.first, bounds.first};
    for (uint32_t t = end, steps = 0; t > bounds.first + 1 && steps < CLAUSE_REACH; t--, steps++) {
        uint32_t verb = t - 1;
        if (scene->quotations[verb] != PX_NONE || px_scene_is_clitic(scene, verb) ||
            !(px_scene_has(scene, verb, FINITE) || px_scene_is_cue_verb(scene, verb)))
            continue;
        struct px_range phrase = px_scene_phrase_before(scene, verb - 1, bounds);
        if (px_range_empty(phrase) || is_relative(scene, phrase.first))
            continue;
        uint32_t first = phrase.first;
        if (first == bounds.first || scene->marks[first - 1] != 0 || px_scene_has(scene, first - 1, OPENS))
            return phrase;
    }
    return none;
}

static struct px_range inherited(const struct px_scene *scene, size_t index)
{
    const struct px_cue *cue = &scene->cues.items[index];
    struct px_range shared = shared_speaker(scene, index);
    if (shared.first != PX_NONE)
        return shared;
    if (cue->form == PX_FORM_JOINED) {
        struct px_range nearest = nearest_subject(scene, cue->bounds, cue->group.first);
        if (!px_range_empty(nearest))
            return nearest;
    }
    return first_subject(scene, cue->bounds, cue->group.first);
}

/* "was told by X": the agent behind the cue. English marks it with one preposition, the lexicon's grammar.agent. */
static struct px_range find_agent(const struct px_scene *scene, const struct px_cue *cue)
{
    for (uint32_t t = cue->core.end; t < cue->bounds.end && t < cue->core.end + AGENT_LIMIT; t++) {
        if (scene->marks[t] != 0)
            break;
        if (px_scene_has(scene, t, PX_CLASS_AGENT) && t + 1 < cue->bounds.end)
            return px_scene_phrase_behind(scene, t + 1, cue->bounds);
    }
    return (struct px_range){cue->core.end, cue->core.end};
}

/* A phrase that is no verb form ("skeptical of", "is worried") makes no passive with "be": it is its own lemma. */
static bool is_adjectival(const struct px_scene *scene, const struct px_cue *cue)
{
    if (cue->entry->kind != PX_CUE_PHRASE)
        return false;
    if (!px_scene_has(scene, cue->core.first, PX_CLASS_PARTICIPLE | PX_CLASS_VERB | PX_CLASS_BE))
        return true;
    return px_slice_equal(px_scene_form(scene, cue->core.end - 1)->fold_text, cue->entry->lemma);
}

static bool is_passive(const struct px_scene *scene, const struct px_cue *cue)
{
    if (cue->entry->kind == PX_CUE_ADJECTIVE || is_adjectival(scene, cue) ||
        px_scene_has(scene, cue->core.first, PX_CLASS_GERUND | PX_CLASS_ADVERB))
        return false;
    uint32_t last = cue->core.first;
    while (last > cue->group.first && px_scene_has(scene, last - 1, PX_CLASS_ADVERB | PX_CLASS_NEGATION) &&
           !px_scene_has(scene, last - 1, PX_CLASS_AUXILIARY))
        last--;
    bool be_inside = cue->entry->kind == PX_CUE_PHRASE && px_scene_has(scene, cue->core.first, PX_CLASS_BE) &&
                     cue->core.end - cue->core.first > 1 &&
                     px_scene_has(scene, cue->core.first + 1, PX_CLASS_PARTICIPLE | PX_CLASS_VERB);
    return be_inside || (last > cue->group.first && px_scene_has(scene, last - 1, PX_CLASS_BE));
}

/* Does the phrase behind the cue stand alone up to the next mark, as the speaker of "…, said Smith." does? */
static bool is_inverted(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t first = cue->core.end;
    if ((cue->entry->takes & (PX_TAKES_QUOTATION | PX_TAKES_THAT)) == 0 || cue->core.first != cue->group.first)
        return false;
    if (first >= cue->bounds.end || scene->marks[first] != 0 || px_scene_has(scene, cue->core.first, PX_CLASS_GERUND))
        return false;
    enum {
        NEVER = PX_CLASS_THAT | PX_CLASS_OBJECT | PX_CLASS_TO | PX_CLASS_PREPOSITION | PX_CLASS_TIME | PX_CLASS_ADVERB
    };
    if (px_scene_has(scene, first, NEVER) && !px_scene_is_capitalised(scene, first) &&
        !px_scene_has(scene, first, PX_CLASS_SUBJECT))
        return false;
    uint32_t before = cue->group.first;
    if (before == cue->bounds.first)
        return px_scene_is_capitalised(scene, first);
    char mark = scene->marks[before - 1];
    if (mark != ',' && mark != '"' && mark != '-' && mark != '?' && mark != '!')
        return false;
    struct px_range phrase = px_scene_phrase_behind(scene, first, cue->bounds);
    if (px_range_empty(phrase))
        return false;
    if (mark == '"' && px_scene_is_capitalised(scene, first))
        return true;
    if (mark != '"' && (cue->entry->takes & PX_TAKES_OBJECT) != 0)
        return false;
    uint32_t end = phrase.end;
    if (end >= cue->bounds.end || scene->marks[end] != 0)
        return true;
    if (px_scene_has(scene, end, PX_CLASS_THAT))
        return false;
    return px_scene_has(scene, end,
                        PX_CLASS_PREPOSITION | PX_CLASS_TIME | PX_CLASS_RELATIVE | PX_CLASS_SUBORDINATOR |
                            PX_CLASS_COORDINATOR | PX_CLASS_GERUND);
}

/* The words that may speak before the verb at the group's start. */
static void find_before(const struct px_scene *scene, size_t index, struct px_cue *cue)
{
    uint32_t first = cue->group.first;
    cue->form = PX_FORM_PLAIN;
    if (first == cue->bounds.first)
        return;
    uint32_t before = first - 1;
    bool gerund = px_scene_hangs(scene, cue);
    bool preposition = px_scene_has(scene, before, PX_CLASS_PREPOSITION | PX_CLASS_SUBORDINATOR);
    if (gerund && (scene->marks[before] != 0 || preposition)) {
        cue->form = PX_FORM_PARTICIPLE;
        cue->speaker = inherited(scene, index);
    } else if (scene->marks[before] == ',' || scene->marks[before] == '-') {
        cue->speaker = before_comma(scene, before, cue->bounds);
        if (px_range_empty(cue->speaker)) {
            cue->form = PX_FORM_JOINED;
            cue->speaker = inherited(scene, index);
        }
    } else if (px_scene_has(scene, before, PX_CLASS_TO)) {
        cue->form = PX_FORM_INFINITIVE;
        cue->speaker = inherited(scene, index);
    } else if (px_scene_has(scene, before, PX_CLASS_COORDINATOR)) {
        cue->form = PX_FORM_JOINED;
        cue->speaker = inherited(scene, index);
    } else if (is_relative(scene, before) ||
               (px_scene_has(scene, before, PX_CLASS_THAT) && before > cue->bounds.first)) {
        cue->form = PX_FORM_RELATIVE;
        cue->speaker = one(before);
    } else if (px_scene_has(scene, before, PX_CLASS_SUBJECT)) {
        cue->speaker = one(before);
    } else {
        cue->speaker = px_scene_phrase_before(scene, before, cue->bounds);
        if (gerund)
            cue->form = PX_FORM_PARTICIPLE;
        if (px_range_empty(cue->speaker) && cue->form == PX_FORM_PARTICIPLE)
            cue->speaker = inherited(scene, index);
    }
}

/* An owner is the last phrase alone: "in spite of Moscow" gives "Moscow". */
static struct px_range behind_preposition(const struct px_scene *scene, struct px_range phrase)
{
    for (uint32_t t = phrase.end; t > phrase.first + 1; t--)
        if (px_scene_has(scene, t - 2, PX_CLASS_PREPOSITION))
            return (struct px_range){t - 1, phrase.end};
    return phrase;
}

/* "X's claim", "his belief", "a claim by X". */
static void find_owner(const struct px_scene *scene, struct px_cue *cue)
{
    uint32_t first = cue->core.first;
    cue->form = PX_FORM_NOUN;
    if (first == cue->bounds.first)
        return;
    uint32_t at = first;
    while (at > cue->bounds.first && first - at < 4 && scene->marks[at - 1] == 0 &&
           !px_scene_has(scene, at - 1, PX_CLASS_POSSESSIVE) && !px_scene_is_clitic(scene, at - 1) &&
           (scene->classes[at - 1] &
            ~(uint32_t)(PX_CLASS_PARTICIPLE | PX_CLASS_ADVERB | PX_CLASS_NUMBER | PX_CLASS_GERUND)) == 0)
        at--;
    if (at == cue->bounds.first)
        return;
    if (px_scene_has(scene, at - 1, PX_CLASS_POSSESSIVE)) {
        cue->speaker = one(at - 1);
    } else if (px_scene_is_clitic(scene, at - 1) && at - 1 > cue->bounds.first) {
        cue->speaker = behind_preposition(scene, px_scene_phrase_before(scene, at - 2, cue->bounds));
    } else {
        cue->speaker = find_agent(scene, cue);
    }
}

static void find_verb_speaker(const struct px_scene *scene, size_t index, struct px_cue *cue)
{
    if (is_inverted(scene, cue)) {
        cue->form = PX_FORM_INVERTED;
        cue->speaker = px_scene_phrase_behind(scene, cue->core.end, cue->bounds);
        cue->after = cue->speaker.end;
        return;
    }
    find_before(scene, index, cue);
    if (is_passive(scene, cue) || px_scene_has(scene, cue->core.first, PX_CLASS_RAISING)) {
        cue->form = PX_FORM_PASSIVE;
        cue->speaker = find_agent(scene, cue);
    }
}

void px_scene_find_speaker(const struct px_scene *scene, size_t index)
{
    struct px_cue *cue = &scene->cues.items[index];
    cue->speaker = (struct px_range){cue->core.first, cue->core.first};
    switch (cue->nominal ? PX_CUE_NOUN : cue->entry->kind) {
    case PX_CUE_PREPOSITION:
        cue->form = PX_FORM_ACCORDING;
        cue->speaker = px_scene_phrase_behind(scene, cue->core.end, cue->bounds);
        cue->after = cue->speaker.end;
        break;
    case PX_CUE_NOUN: find_owner(scene, cue); break;
    case PX_CUE_ADVERB: cue->form = PX_FORM_ADVERB; break;
    default: find_verb_speaker(scene, index, cue);
    }
    if (cue->entry->gap > 0)
        cue->speaker = one(cue->core.first + (uint32_t)cue->entry->gap);
}
