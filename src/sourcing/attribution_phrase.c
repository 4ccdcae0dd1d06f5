#include "reading/party.h"
#include "sourcing/attribution_scene.h"

enum { PHRASE_LIMIT = 45, RELATIVE_LIMIT = 9, BRACKET_LIMIT = 14, NICKNAME_LIMIT = 6 };

/* Behind-to-front over a bracket that closes at `close`: the token before its opening, or `close` when none is near. */
static uint32_t skip_bracket_back(const struct px_scene *scene, uint32_t close, uint32_t limit)
{
    for (uint32_t t = close, steps = 0; t > limit && steps < BRACKET_LIMIT; t--, steps++)
        if (scene->marks[t - 1] == '(')
            return t - 2;
    return close;
}

/* A short quotation inside a name ("Joe “The Boss” Smith") whose closing mark is at `close`: the token before it. */
static uint32_t skip_nickname_back(const struct px_scene *scene, uint32_t close, uint32_t limit)
{
    uint32_t q = scene->quotations[close];
    if (q == PX_NONE)
        return close;
    const struct px_quotation *quotation = &scene->article->quotations.items[q];
    if (quotation->token_count > NICKNAME_LIMIT || quotation->first_token <= limit ||
        quotation->first_token + quotation->token_count != close + 1)
        return close;
    return quotation->first_token - 1;
}

/* A form that is a verb elsewhere is a noun behind a determiner, a genitive or a preposition. */
static bool is_noun_here(const struct px_scene *scene, uint32_t token, uint32_t limit)
{
    enum { BEFORE_NOUN = PX_CLASS_DETERMINER | PX_CLASS_POSSESSIVE | PX_CLASS_PREPOSITION | PX_CLASS_NUMBER };
    if (token <= limit || px_scene_has(scene, token, PX_CLASS_AUXILIARY))
        return false;
    return px_scene_has(scene, token - 1, BEFORE_NOUN) || px_scene_is_clitic(scene, token - 1);
}

/* The genitive "'s" looks like the clitic verb. Behind a noun and before another word it is the genitive. */
static bool is_genitive(const struct px_scene *scene, uint32_t token, uint32_t last)
{
    return px_scene_is_clitic(scene, token) && !px_scene_has(scene, token, PX_CLASS_NEGATION | PX_CLASS_MODAL) &&
           token < last;
}

/* Does "that" begin a clause rather than point at the noun behind it? */
static bool is_conjunction(const struct px_scene *scene, uint32_t token, uint32_t limit)
{
    enum {
        STARTS =
            PX_CLASS_DETERMINER | PX_CLASS_POSSESSIVE | PX_CLASS_SUBJECT | PX_CLASS_PREPOSITION | PX_CLASS_SUBORDINATOR
    };
    if (token == limit)
        return px_scene_has(scene, token + 1, STARTS);
    return px_scene_has(scene, token - 1, PX_CLASS_VERB | PX_CLASS_PARTICIPLE | PX_CLASS_GERUND | PX_CLASS_BE) ||
           px_scene_is_cue_verb(scene, token - 1) || px_scene_has(scene, token + 1, STARTS) ||
           px_scene_is_capitalised(scene, token + 1);
}

static bool breaks_phrase(const struct px_scene *scene, uint32_t token, uint32_t limit, uint32_t last)
{
    enum {
        BREAKS = PX_CLASS_AUXILIARY | PX_CLASS_VERB | PX_CLASS_SUBORDINATOR | PX_CLASS_QUESTION | PX_CLASS_NEGATION
    };
    if (scene->marks[token] != 0)
        return true;
    if (is_genitive(scene, token, last) || px_scene_is_capitalised(scene, token))
        return token < last && px_scene_has(scene, token, PX_CLASS_SUBORDINATOR) && token == limit;
    if (px_scene_has(scene, token, PX_CLASS_THAT) && token < last)
        return is_conjunction(scene, token, limit);
    if (px_scene_has(scene, token, PX_CLASS_SUBJECT) && token < last)
        return true;
    return (px_scene_has(scene, token, BREAKS) || px_scene_is_cue_verb(scene, token)) &&
           !is_noun_here(scene, token, limit);
}

/* The start of a relative clause ("people who know him") whose verb is at `verb`, or PX_NONE. */
static uint32_t find_relative(const struct px_scene *scene, uint32_t verb, uint32_t limit)
{
    for (uint32_t t = verb, steps = 0; t > limit && steps < RELATIVE_LIMIT; t--, steps++) {
        if (scene->marks[t] != 0)
            return PX_NONE;
        if (px_scene_has(scene, t, PX_CLASS_RELATIVE) && t > limit && scene->marks[t - 1] == 0)
            return t;
    }
    return PX_NONE;
}

/* Front of the run of words that can belong to one noun phrase. */
static uint32_t walk_back(const struct px_scene *scene, uint32_t last, uint32_t limit)
{
    uint32_t first = last + 1;
    uint32_t at = last;
    for (uint32_t steps = 0; steps < PHRASE_LIMIT; steps++) {
        uint32_t next;
        if (scene->marks[at] == ')')
            next = skip_bracket_back(scene, at, limit);
        else if (scene->marks[at] == '"')
            next = skip_nickname_back(scene, at, limit);
        else if (breaks_phrase(scene, at, limit, last)) {
            bool verb = px_scene_has(scene, at, PX_CLASS_AUXILIARY | PX_CLASS_VERB) || px_scene_is_cue_verb(scene, at);
            uint32_t relative = at < last && verb ? find_relative(scene, at, limit) : PX_NONE;
            next = relative == PX_NONE ? at : relative - 1;
        } else {
            first = at;
            if (at == limit)
                break;
            at--;
            continue;
        }
        if (next == at || next < limit || next == PX_NONE)
            break;
        at = next;
    }
    return first;
}

/* Behind what leads a clause without belonging to its subject: "But", "on Monday", "in Iowa" before a new phrase. */
static uint32_t strip_front(const struct px_scene *scene, uint32_t first, uint32_t end)
{
    enum { LEADS = PX_CLASS_COORDINATOR | PX_CLASS_ADVERB | PX_CLASS_SUBORDINATOR };
    enum { STARTS = PX_CLASS_DETERMINER | PX_CLASS_POSSESSIVE | PX_CLASS_SUBJECT };
    while (first + 1 < end && px_scene_has(scene, first, LEADS) &&
           !px_scene_has(scene, first, PX_CLASS_DETERMINER | PX_CLASS_SUBJECT | PX_CLASS_PREPOSITION))
        first++;
    if (first + 1 >= end || !px_scene_has(scene, first, PX_CLASS_PREPOSITION))
        return first;
    uint32_t at = first + 1;
    if (px_scene_has(scene, at, PX_CLASS_TIME | PX_CLASS_NUMBER | PX_CLASS_DETERMINER | PX_CLASS_POSSESSIVE))
        at++;
    while (at < end && px_scene_has(scene, at, PX_CLASS_TIME))
        at++;
    for (uint32_t t = at; t < end; t++)
        if (px_scene_has(scene, t, STARTS) || (t > at && scene->mentions[t] != PX_NONE &&
                                               scene->article->mentions.items[scene->mentions[t]].first_token == t))
            return t;
    return at < end ? at : first;
}

/* Keeps the last of what looks like two phrases in one ("told the court Mr Smith"): behind a verb at the front. */
struct px_range px_scene_phrase_before(const struct px_scene *scene, uint32_t last, struct px_range bounds)
{
    struct px_range none = {last, last};
    if (last < bounds.first || last >= bounds.end)
        return none;
    uint32_t first = walk_back(scene, last, bounds.first);
    first = strip_front(scene, first, last + 1);
    if (first > last)
        return none;
    if (px_scene_has(scene, last, PX_CLASS_PREPOSITION | PX_CLASS_COORDINATOR | PX_CLASS_ARTICLE) &&
        !px_scene_is_capitalised(scene, last))
        return none;
    if (first == last && px_scene_has(scene, first, PX_CLASS_ADVERB | PX_CLASS_SUBORDINATOR))
        return none;
    return (struct px_range){first, last + 1};
}

/* Is there a cue before the next mark? */
static bool holds_cue(const struct px_scene *scene, uint32_t token, uint32_t end)
{
    for (; token < end && scene->marks[token] == 0; token++)
        if (px_scene_is_cue_verb(scene, token))
            return true;
    return false;
}

/* Does the phrase go on behind the comma: an apposition or a relative clause? "Smith, a baker", "Smith, who bakes" */
static bool is_apposition(const struct px_scene *scene, uint32_t token, uint32_t end)
{
    if (token >= end || scene->marks[token] != 0)
        return false;
    if (px_scene_has(scene, token, PX_CLASS_RELATIVE) &&
        !px_scene_has(scene, token, PX_CLASS_THAT | PX_CLASS_SUBORDINATOR))
        return !holds_cue(scene, token, end);
    if (scene->classes[token] != 0 && !px_scene_has(scene, token, PX_CLASS_DETERMINER | PX_CLASS_NUMBER))
        return false;
    for (uint32_t t = token; t < end && scene->marks[t] == 0; t++) {
        if (px_scene_has(scene, t, PX_CLASS_RELATIVE))
            return true;
        if (px_scene_is_cue_verb(scene, t) && !is_noun_here(scene, t, token))
            return false;
        if (px_scene_has(scene, t, PX_CLASS_AUXILIARY | PX_CLASS_VERB) && !px_scene_is_clitic(scene, t) &&
            !is_noun_here(scene, t, token))
            return false;
    }
    return true;
}

/* Behind a short quotation that opens at the token, or PX_NONE. */
static uint32_t skip_nickname(const struct px_scene *scene, uint32_t open)
{
    uint32_t q = scene->quotations[open];
    if (q == PX_NONE)
        return PX_NONE;
    const struct px_quotation *quotation = &scene->article->quotations.items[q];
    if (quotation->first_token != open || quotation->token_count > NICKNAME_LIMIT)
        return PX_NONE;
    return open + quotation->token_count;
}

/* Where a phrase that begins at `first` ends: at a mark, a verb, a time or a clause. */
static uint32_t walk_ahead(const struct px_scene *scene, uint32_t first, uint32_t end)
{
    enum {
        BREAKS = PX_CLASS_AUXILIARY | PX_CLASS_SUBORDINATOR | PX_CLASS_THAT | PX_CLASS_QUESTION | PX_CLASS_SUBJECT |
                 PX_CLASS_ADVERB | PX_CLASS_GERUND | PX_CLASS_TO
    };
    uint32_t at = first;
    if (first < end && px_scene_has(scene, first, PX_CLASS_SUBJECT))
        return first + 1;
    while (at < end && at < first + PHRASE_LIMIT) {
        if (scene->marks[at] == '"' && skip_nickname(scene, at) < end) {
            at = skip_nickname(scene, at);
            continue;
        }
        if (scene->marks[at] != 0)
            break;
        bool genitive = px_scene_is_clitic(scene, at) && at > first;
        bool leading = at == first || px_scene_is_capitalised(scene, at);
        if (!genitive && !leading && px_scene_has(scene, at, BREAKS) && !px_scene_has(scene, at, PX_CLASS_DETERMINER))
            break;
        if (at > first && px_scene_has(scene, at, PX_CLASS_VERB) && !is_noun_here(scene, at, first) &&
            !px_scene_is_capitalised(scene, at))
            break;
        if (at > first && px_scene_has(scene, at, PX_CLASS_TIME))
            break;
        at++;
    }
    while (at > first &&
           px_scene_has(scene, at - 1,
                        PX_CLASS_PREPOSITION | PX_CLASS_COORDINATOR | PX_CLASS_DETERMINER | PX_CLASS_ADVERB))
        at--;
    return at;
}

/* "said Smith in a statement": the adjunct is no part of the name; "of", "for", "from" and the like are. */
struct px_range px_scene_phrase_behind(const struct px_scene *scene, uint32_t first, struct px_range bounds)
{
    struct px_range phrase = {first, walk_ahead(scene, first, bounds.end)};
    for (int parts = 0; parts < 3; parts++) {
        uint32_t end = phrase.end;
        if (px_range_empty(phrase) || end >= bounds.end)
            break;
        if (scene->marks[end] == '(') {
            uint32_t t = end;
            while (t < bounds.end && scene->marks[t] != ')' && t < end + BRACKET_LIMIT)
                t++;
            if (t >= bounds.end || scene->marks[t] != ')')
                break;
            phrase.end = t + 1;
            continue;
        }
        if (scene->marks[end] != ',' || !is_apposition(scene, end + 1, bounds.end))
            break;
        uint32_t t = end + 1;
        while (t < bounds.end && scene->marks[t] == 0)
            t++;
        phrase.end = t;
    }
    return phrase;
}

uint32_t px_scene_whole(const struct px_scene *scene, struct px_range *namer, uint32_t m, bool *alone)
{
    const struct px_mention *mentions = scene->article->mentions.items;
    uint32_t part = m == PX_NONE ? PX_NONE : px_party_part(scene->annotation, &mentions[m]);
    *alone = false;
    if (part == PX_NONE || part < namer->first)
        return m;
    for (uint32_t t = part; t > namer->first + 1; t--) {
        if (!px_scene_has(scene, t - 1, PX_CLASS_COORDINATOR))
            continue;
        uint32_t other = px_scene_find_mention(scene, (struct px_range){namer->first, t - 1});
        bool whole = other != PX_NONE && px_party_part(scene->annotation, &mentions[other]) == PX_NONE;
        return whole ? other : m;
    }
    namer->first = part;
    *alone = true;
    return m;
}
