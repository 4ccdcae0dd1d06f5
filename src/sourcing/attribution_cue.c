#include "base/map.h"
#include "sourcing/attribution_scene.h"

enum { GROUP_LIMIT = 6, ADDRESSEE_LIMIT = 9, ADJUNCT_LIMIT = 12, NOUN_REACH = 3 };

/* Columns of the cue lexicon, and its entries as far as they were needed. */
struct cue_lexicon {
    const struct px_lexicon *lexicon;
    struct px_map places;         /* by entry: its place among `entries` + 1 */
    struct px_cue_entry *entries; /* in order of first use */
    uint32_t count;
    size_t tone;
    size_t position;
    size_t takes;
    size_t lemma;
    size_t untagged;
    size_t act;
};

static uint8_t read_kind(struct px_slice category)
{
    static const char *const names[] = {"cue.verb",        "cue.noun",   "cue.phrase",
                                        "cue.preposition", "cue.adverb", "cue.adjective"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (px_slice_is(category, names[i]))
            return (uint8_t)i;
    return PX_CUE_PHRASE;
}

static uint8_t read_takes(struct px_slice cell)
{
    static const char *const names[] = {"that", "quotation", "object", "to"};
    struct px_slice piece;
    uint8_t takes = 0;
    while (px_slice_next(&cell, '|', &piece))
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            if (px_slice_is(piece, names[i]))
                takes |= (uint8_t)(1 << i);
    return takes;
}

static uint8_t read_act(struct px_slice cell)
{
    static const char *const names[] = {
        [PX_ACT_SPEECH] = "",         [PX_ACT_THOUGHT] = "thought", [PX_ACT_DEED] = "deed",
        [PX_ACT_SILENCE] = "silence", [PX_ACT_SIGN] = "sign",       [PX_ACT_SOURCE] = "source"};
    for (uint8_t i = 0; i < sizeof names / sizeof *names; i++)
        if (px_slice_is(cell, names[i]))
            return i;
    return PX_ACT_SPEECH;
}

/* The place of "*" among the words of the phrase, or -1. */
static int8_t read_gap(struct px_slice text)
{
    struct px_slice word;
    for (int8_t i = 0; i < INT8_MAX && px_slice_next(&text, ' ', &word); i++)
        if (px_slice_is(word, "*"))
            return i;
    return -1;
}

static const struct px_cue_entry *read_entry(struct cue_lexicon *cues, uint32_t index)
{
    uint32_t *place = px_map_at(&cues->places, index);
    if (*place != 0)
        return &cues->entries[*place - 1];
    *place = ++cues->count;
    struct px_cue_entry *entry = &cues->entries[*place - 1];
    const struct px_lexicon *lexicon = cues->lexicon;
    const struct px_entry *source = &lexicon->entries.items[index];
    int tone = px_tone_find(px_lexicon_cell(lexicon, source, cues->tone));
    double weight = source->weight;
    px_slice_number(px_lexicon_cell(lexicon, source, cues->untagged), &weight);
    *entry = (struct px_cue_entry){
        .kind = read_kind(source->category),
        .takes = read_takes(px_lexicon_cell(lexicon, source, cues->takes)),
        .tone = tone < 0 ? PX_TONE_NEUTRAL : (uint8_t)tone,
        .after = px_slice_is(px_lexicon_cell(lexicon, source, cues->position), "after"),
        .act = read_act(px_lexicon_cell(lexicon, source, cues->act)),
        .gap = read_gap(source->text),
        .weight = weight,
        .tagged = source->weight,
        .lemma = px_lexicon_cell(lexicon, source, cues->lemma),
    };
    return entry;
}

/* Takes in what leads up to the verb: auxiliaries, negation and adverbs between. */
static uint32_t extend_left(const struct px_scene *scene, uint32_t first, uint32_t limit)
{
    enum { LEADS = PX_CLASS_AUXILIARY | PX_CLASS_NEGATION | PX_CLASS_ADVERB };
    uint32_t at = first;
    for (uint32_t steps = 0; at > limit && steps < GROUP_LIMIT; steps++) {
        uint32_t before = at - 1;
        bool possessive = px_scene_has(scene, before, PX_CLASS_POSSESSIVE | PX_CLASS_TIME | PX_CLASS_DETERMINER);
        if (scene->marks[before] != 0 || !px_scene_has(scene, before, LEADS) || possessive)
            break;
        at = before;
    }
    return at;
}

/* A clitic "'s" behind a name is a genitive where the verb is a plain past or present form. */
static bool is_genitive(const struct px_scene *scene, const struct px_cue *cue, uint32_t token)
{
    return px_scene_is_clitic(scene, token) && px_scene_has(scene, token, PX_CLASS_BE) &&
           !px_scene_has(scene, token, PX_CLASS_NEGATION) && token > cue->bounds.first &&
           !px_scene_has(scene, token - 1, PX_CLASS_SUBJECT) && token + 1 == cue->core.first;
}

static void set_group(const struct px_scene *scene, struct px_cue *cue)
{
    enum { NOT_AT_EDGE = PX_CLASS_AUXILIARY | PX_CLASS_NEGATION };
    cue->group = cue->core;
    if (cue->entry->kind != PX_CUE_VERB && cue->entry->kind != PX_CUE_PHRASE && cue->entry->kind != PX_CUE_ADJECTIVE)
        return;
    cue->group.first = extend_left(scene, cue->core.first, cue->bounds.first);
    while (cue->group.first < cue->core.first && is_genitive(scene, cue, cue->group.first))
        cue->group.first++;
    for (uint32_t t = cue->group.first; t < cue->core.end; t++)
        cue->negated = cue->negated || px_scene_has(scene, t, PX_CLASS_NEGATION);
}

/* Where a quotation opens at the token, in front of it, or behind a comma or colon there. */
static bool opens_quotation(const struct px_scene *scene, uint32_t token, uint32_t end)
{
    if (token < end && (scene->marks[token] == ',' || scene->marks[token] == ':'))
        token++;
    return token < end && scene->marks[token] == '"' && (scene->tokens[token].flags & PX_TOKEN_QUOTE_OPEN) != 0;
}

static bool starts_clause(const struct px_scene *scene, uint32_t token)
{
    return px_scene_has(scene, token, PX_CLASS_SUBJECT) && !px_scene_has(scene, token, PX_CLASS_RELATIVE);
}

/* "told reporters that …": behind the addressee, when "that", a quotation or a clause follows it soon; else `from`. */
static uint32_t skip_addressee(const struct px_scene *scene, uint32_t from, uint32_t end)
{
    enum { STOPS = PX_CLASS_AUXILIARY | PX_CLASS_VERB | PX_CLASS_SUBORDINATOR };
    enum { CONTENT = PX_CLASS_THAT | PX_CLASS_TO | PX_CLASS_QUESTION };
    if (from < end && (px_scene_has(scene, from, CONTENT) ||
                       (starts_clause(scene, from) && !px_scene_has(scene, from, PX_CLASS_OBJECT))))
        return from;
    for (uint32_t t = from; t < end && t < from + ADDRESSEE_LIMIT; t++) {
        if (opens_quotation(scene, t, end) || (t > from && px_scene_has(scene, t, PX_CLASS_THAT)))
            return t;
        if (t > from && starts_clause(scene, t) &&
            (px_scene_has(scene, t - 1, PX_CLASS_OBJECT) || scene->classes[t - 1] == 0))
            return t;
        if (scene->marks[t] != 0 || px_scene_has(scene, t, STOPS))
            break;
    }
    return from;
}

/* "said on Monday that", "said in a statement, “": behind times, adverbs and prepositional phrases that lead to "that",
 * to a quotation or to the end of the clause; else `from`. */
static uint32_t skip_adjunct(const struct px_scene *scene, uint32_t from, uint32_t end, bool takes_to)
{
    enum { STOPS = PX_CLASS_AUXILIARY | PX_CLASS_SUBORDINATOR };
    uint32_t at = from;
    while (at < end && px_scene_has(scene, at, PX_CLASS_ADVERB | PX_CLASS_TIME) && !px_scene_has(scene, at, STOPS))
        at++;
    if (at >= end || !px_scene_has(scene, at, PX_CLASS_PREPOSITION) ||
        (takes_to && px_scene_has(scene, at, PX_CLASS_TO)))
        return at;
    for (uint32_t t = at + 1; t < end && t < at + ADJUNCT_LIMIT; t++) {
        if (opens_quotation(scene, t, end) || px_scene_has(scene, t, PX_CLASS_THAT))
            return t;
        if (scene->marks[t] == ',' || scene->marks[t] == '.' || scene->marks[t] == ':')
            return t;
        if (starts_clause(scene, t) && px_scene_has(scene, t - 1, PX_CLASS_TIME))
            return t;
        if (scene->marks[t] != 0 || px_scene_has(scene, t, STOPS))
            break;
    }
    return at;
}

static uint8_t next_at(const struct px_scene *scene, const struct px_cue *cue, uint32_t token)
{
    uint32_t end = cue->bounds.end;
    if (token >= end || scene->marks[token] == '.' || scene->marks[token] == ';' || scene->marks[token] == '!' ||
        scene->marks[token] == '?' || scene->marks[token] == ')')
        return PX_NEXT_END;
    if (opens_quotation(scene, token, end))
        return PX_NEXT_QUOTATION;
    if (scene->marks[token] == ':')
        return PX_NEXT_COLON;
    if (scene->marks[token] != 0)
        return scene->marks[token] == '"' ? PX_NEXT_END : PX_NEXT_COMMA;
    if (px_scene_has(scene, token, PX_CLASS_THAT))
        return PX_NEXT_THAT;
    if (px_scene_has(scene, token, PX_CLASS_TO))
        return PX_NEXT_TO;
    if (starts_clause(scene, token))
        return PX_NEXT_CLAUSE;
    if (px_scene_has(scene, token, PX_CLASS_QUESTION))
        return PX_NEXT_QUESTION;
    if (px_scene_has(scene, token, PX_CLASS_PREPOSITION))
        return PX_NEXT_PREPOSITION;
    return PX_NEXT_OBJECT;
}

static void set_next(const struct px_scene *scene, struct px_cue *cue)
{
    uint32_t at = cue->group.end;
    bool speech = (cue->entry->takes & (PX_TAKES_THAT | PX_TAKES_QUOTATION)) != 0;
    if (cue->entry->kind != PX_CUE_NOUN && speech) {
        uint32_t behind = skip_adjunct(scene, at, cue->bounds.end, (cue->entry->takes & PX_TAKES_TO) != 0);
        if (behind == at && (cue->entry->takes & PX_TAKES_OBJECT) != 0)
            behind = skip_addressee(scene, at, cue->bounds.end);
        at = behind;
    }
    cue->after = at;
    cue->next = next_at(scene, cue, at);
}

/* What follows directly, when the content does not stand before the cue after all: "said at the rally." */
void px_scene_look_behind(const struct px_scene *scene, struct px_cue *cue)
{
    if (cue->next != PX_NEXT_COMMA && cue->next != PX_NEXT_END)
        return;
    cue->after = cue->group.end;
    cue->next = next_at(scene, cue, cue->after);
}

static bool is_genitive_clitic(const struct px_scene *scene, uint32_t token)
{
    return px_scene_is_clitic(scene, token) && !px_scene_has(scene, token, PX_CLASS_NEGATION | PX_CLASS_MODAL);
}

enum reading { READS_VERB, READS_EITHER, READS_NOUN };

/* Does the form, at this place, look like a noun? Behind a genitive or directly behind an article it does ("the claim",
 * "Moscow's continued claim"); with a word between, it may be the verb of that word ("the ministry claims"). */
static enum reading read_place(const struct px_scene *scene, uint32_t token, uint32_t limit)
{
    enum { NOT_OBJECT = PX_CLASS_OBJECT | PX_CLASS_SUBJECT | PX_CLASS_RELATIVE };
    for (uint32_t t = token; t > limit && t + NOUN_REACH > token; t--) {
        uint32_t before = t - 1;
        if (px_scene_has(scene, before, PX_CLASS_ARTICLE))
            return t == token ? READS_NOUN : READS_EITHER;
        if (px_scene_has(scene, before, PX_CLASS_POSSESSIVE))
            return t == token || !px_scene_has(scene, before, NOT_OBJECT) ? READS_NOUN : READS_EITHER;
        if (is_genitive_clitic(scene, before))
            return t == token || !px_scene_has(scene, token, PX_CLASS_GERUND) ? READS_NOUN : READS_VERB;
        if (scene->marks[before] != 0 || px_scene_is_capitalised(scene, before) ||
            (scene->classes[before] & ~(uint32_t)PX_CLASS_PARTICIPLE) != 0)
            return READS_VERB;
    }
    return READS_VERB;
}

/* What stands behind decides where the place leaves both open: a noun takes no clause without "that". */
static bool reads_as_noun(const struct px_scene *scene, const struct px_cue *cue)
{
    switch (read_place(scene, cue->core.first, cue->bounds.first)) {
    case READS_NOUN: return true;
    case READS_EITHER:
        return cue->next == PX_NEXT_PREPOSITION || cue->next == PX_NEXT_COMMA || cue->next == PX_NEXT_END;
    default: return false;
    }
}

/* Directly behind an article or genitive no verb can stand. */
static bool cannot_be_verb(const struct px_scene *scene, uint32_t token, uint32_t limit)
{
    return token > limit && px_scene_has(scene, token - 1, PX_CLASS_ARTICLE);
}

/* Is the phrase's first word a noun by itself, by the lexicon, and no verb? "allegations of" */
static bool begins_with_noun(const struct px_scene *scene, const struct px_cue *cue)
{
    const struct px_annotation *annotation = scene->annotation;
    const struct px_lexicon *lexicon = px_resources_lexicon(annotation->resources, PX_LEXICON_CUES);
    const uint32_t *entries;
    bool noun = false;
    size_t count =
        px_match_form(annotation->worker->cache, scene->tokens[cue->core.first].form, PX_LEXICON_CUES, &entries);
    for (size_t i = 0; i < count; i++) {
        uint8_t kind = read_kind(lexicon->entries.items[entries[i]].category);
        if (kind == PX_CUE_VERB)
            return false;
        noun = noun || kind == PX_CUE_NOUN;
    }
    return noun;
}

/* Does the phrase stand where a noun stands? "Varn's calls for calm", "claims of theft" */
static bool is_nominal(const struct px_scene *scene, const struct px_cue *cue)
{
    enum { BEFORE_NOUN = PX_CLASS_PREPOSITION | PX_CLASS_ARTICLE };
    uint32_t first = cue->core.first;
    if (cue->entry->kind != PX_CUE_PHRASE || cue->group.first != first)
        return false;
    if (begins_with_noun(scene, cue) || read_place(scene, first, cue->bounds.first) == READS_NOUN)
        return true;
    return first > cue->bounds.first && px_scene_has(scene, first - 1, BEFORE_NOUN) &&
           !px_scene_has(scene, first, PX_CLASS_GERUND) && !px_scene_has(scene, first - 1, PX_CLASS_TO);
}

static enum px_status add_cue(struct px_scene *scene, const struct px_hit *hit, const struct px_cue_entry *entry,
                              struct px_error *error)
{
    uint32_t sentence = scene->tokens[hit->first_token].sentence;
    const struct px_sentence *s = &scene->article->sentences.items[sentence];
    struct px_cue *cue = px_vector_push(&scene->cues, scene->arena);
    if (cue == NULL)
        return px_no_memory(error);
    *cue = (struct px_cue){
        .entry = entry,
        .sentence = sentence,
        .bounds = {s->first_token, s->first_token + s->token_count},
        .core = {hit->first_token, hit->first_token + hit->token_count},
    };
    scene->starts[hit->first_token] = (uint32_t)(scene->cues.count - 1);
    set_group(scene, cue);
    cue->nominal = is_nominal(scene, cue);
    set_next(scene, cue);
    return PX_OK;
}

/* One of several entries for the same tokens: the verb unless the place asks for a noun. */
static bool is_better(const struct px_scene *scene, const struct px_cue *cue, const struct px_cue_entry *entry)
{
    bool noun = reads_as_noun(scene, cue);
    return noun ? entry->kind == PX_CUE_NOUN : entry->kind != PX_CUE_NOUN && cue->entry->kind == PX_CUE_NOUN;
}

static size_t count_cues(const struct px_hits *hits)
{
    size_t count = 0;
    for (size_t i = 0; i < hits->count; i++)
        count += hits->items[i].lexicon == PX_LEXICON_CUES;
    return count;
}

enum px_status px_scene_find_cues(struct px_scene *scene, struct px_error *error)
{
    const struct px_hits *hits = &scene->article->hits;
    const struct px_lexicon *lexicon = px_resources_lexicon(scene->annotation->resources, PX_LEXICON_CUES);
    struct cue_lexicon cues = {
        .lexicon = lexicon,
        .entries = px_arena_array(scene->arena, struct px_cue_entry, count_cues(hits)),
        .tone = px_lexicon_column(lexicon, "tone"),
        .position = px_lexicon_column(lexicon, "position"),
        .takes = px_lexicon_column(lexicon, "takes"),
        .lemma = px_lexicon_column(lexicon, "lemma"),
        .untagged = px_lexicon_column(lexicon, "untagged"),
        .act = px_lexicon_column(lexicon, "act"),
    };
    if (cues.entries == NULL || !px_map_init(&cues.places, count_cues(hits), scene->arena))
        return px_no_memory(error);
    for (size_t i = 0; i < hits->count; i++) {
        const struct px_hit *hit = &hits->items[i];
        if (hit->lexicon != PX_LEXICON_CUES || scene->quotations[hit->first_token] != PX_NONE)
            continue;
        const struct px_cue_entry *entry = read_entry(&cues, hit->entry);
        if (entry->after || (entry->kind == PX_CUE_VERB && cannot_be_verb(scene, hit->first_token, 0)))
            continue;
        struct px_cue *last = scene->cues.count == 0 ? NULL : &scene->cues.items[scene->cues.count - 1];
        if (last != NULL && last->core.first == hit->first_token) {
            if (is_better(scene, last, entry)) {
                scene->cues.count--;
                last = NULL;
            }
        } else {
            last = NULL;
        }
        if (last == NULL && add_cue(scene, hit, entry, error) != PX_OK)
            return PX_ERROR_MEMORY;
    }
    return PX_OK;
}
