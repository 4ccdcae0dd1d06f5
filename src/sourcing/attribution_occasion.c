/* When and on what occasion something was said, where that is told at the front of its sentence: "*In 1994*, Smith vowed …",
 * "*When asked about the fees*, she said: “No.”". What is quoted without it is taken for the day's own. */
#include "reading/parse.h"
#include "reading/party.h"
#include "sourcing/attribution_pronoun.h"
#include "sourcing/sourcing.h"

enum { OCCASION_TOKENS = 16, YEAR_DIGITS = 4, THEN_TOKENS = 4 };

static bool is_listed(const struct px_scene *scene, uint32_t token, const char *category)
{
    return px_party_is_listed(scene->annotation, token, PX_LEXICON_GRAMMAR, px_slice_from(category));
}

/* Is the token a year: four digits that begin a century of news? */
static bool is_year(const struct px_scene *scene, uint32_t token)
{
    const double first = 1700, end = 2100;
    struct px_slice text = px_slice_part(scene->article->text, scene->tokens[token].start, scene->tokens[token].end);
    double value;
    return text.size == YEAR_DIGITS && px_slice_number(text, &value) && value >= first && value < end;
}

/* Does the token tell of a time that is not the article's day: a year, a month, "last", "ago"? */
static bool is_past(const struct px_scene *scene, uint32_t token)
{
    bool month = px_scene_is_capitalised(scene, token) &&
                 px_party_is_listed(scene->annotation, token, PX_LEXICON_QUANTITIES, PX_SLICE("quantity.month"));
    return month || is_year(scene, token) || is_listed(scene, token, "grammar.past");
}

/* Where the sentence's own words begin: behind a dateline, behind the last colon or semicolon before the token, and behind
 * "and" or "but". */
static uint32_t clause_first(const struct px_scene *scene, struct px_range bounds, uint32_t before)
{
    uint32_t first = px_scene_behind_dateline(scene, bounds);
    for (uint32_t t = first; t < before; t++)
        if ((scene->marks[t] == ':' || scene->marks[t] == ';') && t + 1 < before)
            first = t + 1;
    while (first < before && (px_scene_has(scene, first, PX_CLASS_COORDINATOR) || scene->marks[first] == ','))
        first++;
    return first;
}

/* Does the phrase that ends with the token need no comma behind it: "In *1994* Brell said", "Two weeks *later*", "Last
 * *week*"? */
static bool ends_time(const struct px_scene *scene, uint32_t first, uint32_t last)
{
    return (is_year(scene, last) && px_scene_has(scene, first, PX_CLASS_PREPOSITION)) ||
           (last > first && is_listed(scene, last, "grammar.past")) ||
           (px_scene_has(scene, last, PX_CLASS_TIME) && is_listed(scene, first, "grammar.past"));
}

/* The end of the phrase that leads the clause: its first comma, or behind a time that ends it without one; the phrase's
 * first token where it is too long, or others' words stand in it. */
static uint32_t lead_end(const struct px_scene *scene, uint32_t first, uint32_t before)
{
    for (uint32_t t = first; t < before && t <= first + OCCASION_TOKENS; t++) {
        if (scene->marks[t] == ',')
            return t;
        if (scene->marks[t] != 0 || scene->quotations[t] != PX_NONE)
            return first;
        if (t + 1 == before && ends_time(scene, first, t))
            return before;
    }
    return first;
}

/* Does the phrase tell an occasion: by its first word, or a time that is past? */
static bool tells_occasion(const struct px_scene *scene, struct px_range lead)
{
    bool past = false;
    for (uint32_t t = lead.first; t < lead.end; t++)
        past = past || is_past(scene, t);
    bool finite = px_sourcing_holds_finite(scene, lead);
    bool leads = px_scene_has(scene, lead.first, PX_CLASS_PREPOSITION | PX_CLASS_SUBORDINATOR) ||
                 is_past(scene, lead.first) || is_past(scene, lead.end - 1); /* "ten minutes *later*" */
    return is_listed(scene, lead.first, "grammar.occasion") || (past && leads && !finite);
}

/* The phrase that leads the clause of the token, and tells an occasion; else empty. */
static struct px_range occasion_before(const struct px_scene *scene, struct px_range bounds, uint32_t before)
{
    struct px_range lead = {clause_first(scene, bounds, before), 0};
    lead.end = lead_end(scene, lead.first, before);
    return lead.end > lead.first + 1 && tells_occasion(scene, lead) ? lead : (struct px_range){0, 0};
}

/* How many verbs between the phrase and the cue make a clause of their own, outside of the speaker's phrase? */
static size_t verbs_between(const struct px_scene *scene, const struct px_cue *cue, uint32_t from)
{
    size_t count = 0;
    for (uint32_t t = from; t < cue->group.first; t++)
        count += !px_range_holds(cue->speaker, t) && px_parse_is_finite(scene->annotation, t) &&
                 !(t + 1 == cue->group.first && px_scene_has(scene, t, PX_CLASS_BE)); /* "*was* quoted as saying" */
    return count;
}

/* The sentence before the cue's, where the same person is its subject: the quotation goes on with what that tells; PX_NONE
 * where it is not so. */
static uint32_t sentence_before(const struct px_scene *scene, const struct px_cue *cue,
                                const struct px_attribution *attribution)
{
    uint32_t first = scene->quotations[cue->bounds.first] == PX_NONE ? PX_NONE : cue->bounds.first;
    if (attribution->entity == PX_NONE || first == PX_NONE || cue->content.count == 0)
        return PX_NONE;
    uint32_t sentence = scene->tokens[cue->content.items[0].first].sentence;
    const struct px_entity *who = &scene->article->entities.items[attribution->entity];
    if (sentence == 0 || who->kind != PX_ENTITY_PERSON)
        return PX_NONE;
    return px_scene_subject_of(scene, sentence - 1, who->gender) == attribution->entity ? sentence - 1 : PX_NONE;
}

/* Does a participle stand there, "*asked* about the fees"? */
static bool is_participle(const struct px_scene *scene, uint32_t token)
{
    return px_scene_is_tagged(scene, token, "VBN") || px_scene_is_tagged(scene, token, "VBD");
}

/* Does the sentence tell of what had happened before: "Two weeks later, Brell wrote that Hask *had* called him"? The time
 * may be that of the call. */
static bool looks_back(const struct px_scene *scene, struct px_range sentence)
{
    for (uint32_t t = sentence.first; t < sentence.end; t++)
        if (px_scene_has(scene, t, PX_CLASS_HAVE) && scene->quotations[t] == PX_NONE &&
            (px_scene_is_tagged(scene, t, "VBD") || px_scene_is_tagged(scene, t, "VBG")))
            return true;
    return false;
}

/* The phrase of the sentence before, where it leads this statement, too: a time, or a question that was put. What happened
 * when something else did is told of that sentence's own verb. */
static struct px_range occasion_of_before(const struct px_scene *scene, const struct px_cue *cue,
                                          const struct px_attribution *attribution)
{
    const struct px_range none = {0, 0};
    uint32_t sentence = sentence_before(scene, cue, attribution);
    if (sentence == PX_NONE)
        return none;
    const struct px_sentence *s = &scene->article->sentences.items[sentence];
    struct px_range bounds = {s->first_token, s->first_token + s->token_count};
    struct px_range occasion = occasion_before(scene, bounds, bounds.end);
    bool asked = !px_range_empty(occasion) &&
                 is_participle(scene, occasion.first + px_scene_has(scene, occasion.first, PX_CLASS_SUBORDINATOR));
    bool then = !px_sourcing_holds_finite(scene, occasion) && !looks_back(scene, bounds);
    return asked || then ? occasion : none;
}

/* "Asked about the fees, *he stood by them,* saying “…”": with the clause that the participle hangs on, of which the
 * phrase tells; empty where that is long, or others' words stand in it. */
static struct px_range with_clause(const struct px_scene *scene, const struct px_cue *cue, struct px_range occasion)
{
    uint32_t end = cue->group.first;
    end -= end > occasion.end && scene->marks[end - 1] == ',';
    for (uint32_t t = occasion.end; t < end; t++)
        if (t > occasion.end + OCCASION_TOKENS || scene->quotations[t] != PX_NONE ||
            (scene->marks[t] != 0 && scene->marks[t] != ',' && scene->marks[t] != '\''))
            return (struct px_range){0, 0};
    return (struct px_range){occasion.first, end};
}

/* The phrase that leads the statement's own sentence, if it tells of the statement. */
static struct px_range own_occasion(const struct px_scene *scene, const struct px_cue *cue, struct px_range lead)
{
    size_t verbs = verbs_between(scene, cue, lead.end);
    if (verbs == 1 && px_scene_is_tagged(scene, cue->core.first, "VBG"))
        return with_clause(scene, cue, lead);
    return verbs == 0 ? lead : (struct px_range){0, 0};
}

/* "told the Ledger *at the time*": is there, by the verb or close behind it, a word that points at a time told before? */
static bool tells_then(const struct px_scene *scene, const struct px_cue *cue)
{
    for (uint32_t t = cue->core.first + 1; t < cue->bounds.end && t <= cue->group.end + THEN_TOKENS; t++) {
        bool behind = t >= cue->group.end;
        if (behind && (scene->marks[t] != 0 || scene->quotations[t] != PX_NONE))
            return false;
        for (size_t c = 0; behind && c < cue->content.count; c++)
            if (px_range_holds(cue->content.items[c], t))
                return false;
        if (is_listed(scene, t, "grammar.then"))
            return true;
    }
    return false;
}

/* The first token of what is said: behind a phrase in the article's words that the model took for some of it, "*Two weeks
 * later*, Brell said, “…”". */
static uint32_t first_said(const struct px_scene *scene, const struct px_cue *cue)
{
    const struct px_range *parts = cue->content.items;
    bool led = cue->content.count > 1 && parts[0].end <= cue->group.first && px_scene_is_unquoted(scene, parts[0]) &&
               scene->quotations[parts[1].first] != PX_NONE;
    return cue->content.count == 0 ? scene->count : parts[led].first;
}

void px_scene_find_occasion(const struct px_scene *scene, const struct px_cue *cue, struct px_attribution *attribution)
{
    uint32_t before = cue->group.first;
    if (!px_range_empty(cue->speaker) && cue->speaker.first < before)
        before = cue->speaker.first;
    before = first_said(scene, cue) < before ? first_said(scene, cue) : before;
    struct px_range lead =
        before > cue->bounds.first ? occasion_before(scene, cue->bounds, before) : (struct px_range){0, 0};
    struct px_range occasion =
        px_range_empty(lead) ? occasion_of_before(scene, cue, attribution) : own_occasion(scene, cue, lead);
    if (!px_range_empty(lead) && px_range_empty(occasion))
        return;
    if (!px_range_empty(occasion))
        attribution->occasion =
            (struct px_span){scene->tokens[occasion.first].start, scene->tokens[occasion.end - 1].end};
    attribution->earlier = px_range_empty(occasion) && tells_then(scene, cue);
}

/* The bytes from one token to a later one; 0 where they are more than stand between words. */
static uint8_t bytes_to(const struct px_scene *scene, uint32_t first, uint32_t next)
{
    uint32_t bytes = scene->tokens[next].start - scene->tokens[first].start;
    return bytes <= UINT8_MAX ? (uint8_t)bytes : 0;
}

uint8_t px_scene_added(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t first = cue->group.first;
    bool added = first < cue->core.first && is_listed(scene, first, "grammar.adding");
    return added ? bytes_to(scene, first, first + 1) : 0;
}

uint8_t px_scene_added_before(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t first = cue->group.first;
    while (first > cue->bounds.first && scene->quotations[first - 1] == PX_NONE &&
           is_listed(scene, first - 1, "grammar.adding"))
        first--;
    return bytes_to(scene, first, cue->group.first);
}
