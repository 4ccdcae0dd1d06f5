#include "sourcing/attribution_scene.h"

enum { CLAUSE_WORDS = 3, CHAIN_LIMIT = 32 };

static struct px_range empty_at(uint32_t token)
{
    return (struct px_range){token, token};
}

/* Without punctuation at the ends that no quotation holds. */
static struct px_range trim(const struct px_scene *scene, struct px_range range)
{
    while (range.first < range.end && px_scene_is_edge(scene, range.first) && scene->quotations[range.first] == PX_NONE)
        range.first++;
    while (range.first < range.end && px_scene_is_edge(scene, range.end - 1) &&
           scene->quotations[range.end - 1] == PX_NONE)
        range.end--;
    return range;
}

void px_scene_add_content(struct px_scene *scene, struct px_cue *cue, struct px_range range)
{
    range = trim(scene, range);
    if (px_range_empty(range))
        return;
    struct px_range *part = px_vector_push(&cue->content, scene->arena);
    if (part == NULL)
        scene->failed = true;
    else
        *part = range;
}

static uint32_t skip_conjunction(const struct px_scene *scene, uint32_t first, uint32_t end)
{
    while (first < end && (scene->marks[first] == ',' || (px_scene_has(scene, first, PX_CLASS_COORDINATOR) &&
                                                          !px_scene_has(scene, first, PX_CLASS_DETERMINER))))
        first++;
    return first;
}

/* A quotation that ends right at `end`, behind an optional comma, or PX_NONE. */
static uint32_t quotation_before(const struct px_scene *scene, uint32_t end)
{
    if (end > 0 && scene->marks[end - 1] == ',')
        end--;
    return end > 0 && scene->marks[end - 1] == '"' ? scene->quotations[end - 1] : PX_NONE;
}

/* Where the words that lead to the content's end begin: the speaker, when it stands before the cue, or the cue. */
static uint32_t lead_of(const struct px_cue *cue)
{
    bool before = !px_range_empty(cue->speaker) && cue->speaker.first < cue->group.first;
    return before && (cue->form == PX_FORM_PLAIN || cue->form == PX_FORM_RELATIVE) ? cue->speaker.first
                                                                                   : cue->group.first;
}

static size_t count_words(const struct px_scene *scene, struct px_range range, bool *verb)
{
    size_t words = 0;
    for (uint32_t t = range.first; t < range.end; t++) {
        words += px_scene_is_word(scene, t);
        *verb = *verb || px_scene_has(scene, t, PX_CLASS_AUXILIARY | PX_CLASS_VERB | PX_CLASS_PARTICIPLE);
    }
    return words;
}

/* Does the quotation whose closing mark stands at the token end in a full stop? Then nothing of it is left to say. */
static bool ends_fully(const struct px_scene *scene, uint32_t close)
{
    while (close > 0 && scene->marks[close] == '"')
        close--;
    return scene->marks[close] == '.';
}

/* What stands before the speaker or the cue and can be content: a quotation, or the sentence so far. */
static struct px_range range_before(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t lead = lead_of(cue);
    uint32_t block = scene->article->sentences.items[cue->sentence].block;
    uint32_t q = quotation_before(scene, lead);
    if (lead <= cue->bounds.first && (q == PX_NONE || ends_fully(scene, lead - 1) ||
                                      scene->article->sentences.items[scene->tokens[lead - 1].sentence].block != block))
        return empty_at(lead);
    if (lead > cue->bounds.first && !px_scene_is_edge(scene, lead - 1) && q == PX_NONE)
        return empty_at(lead);
    uint32_t first = cue->bounds.first < lead ? cue->bounds.first : lead;
    if (q != PX_NONE && scene->article->quotations.items[q].first_token < first)
        first = scene->article->quotations.items[q].first_token;
    return (struct px_range){skip_conjunction(scene, first, lead), lead};
}

/* Does the quotation before `end` stand behind a colon, and so belong to the cue before it? */
static bool is_spoken_for(const struct px_scene *scene, uint32_t end)
{
    uint32_t q = quotation_before(scene, end);
    if (q == PX_NONE)
        return false;
    uint32_t first = scene->article->quotations.items[q].first_token;
    return first > 0 && scene->marks[first - 1] == ':';
}

/* Is the content what stands before the cue? */
static bool is_before(const struct px_scene *scene, const struct px_cue *cue, struct px_range before)
{
    bool verb = false;
    if (px_range_empty(before) || (cue->entry->takes & (PX_TAKES_THAT | PX_TAKES_QUOTATION)) == 0)
        return false;
    if (cue->form != PX_FORM_PLAIN && cue->form != PX_FORM_INVERTED)
        return false;
    bool last = cue->next == PX_NEXT_END || cue->next == PX_NEXT_COMMA;
    if (cue->next == PX_NEXT_THAT || (!last && is_spoken_for(scene, before.end)))
        return false;
    if (quotation_before(scene, before.end) != PX_NONE || cue->form == PX_FORM_INVERTED)
        return true;
    if (cue->next != PX_NEXT_END && cue->next != PX_NEXT_COMMA && cue->next != PX_NEXT_PREPOSITION)
        return false;
    return count_words(scene, before, &verb) >= CLAUSE_WORDS && verb &&
           !px_scene_has(scene, before.first, PX_CLASS_SUBORDINATOR);
}

/* The quotation that opens at the token, or nothing. */
static struct px_range quotation_at(const struct px_scene *scene, uint32_t token)
{
    if (token >= scene->count || scene->quotations[token] == PX_NONE)
        return empty_at(token);
    const struct px_quotation *quotation = &scene->article->quotations.items[scene->quotations[token]];
    if (quotation->first_token != token)
        return empty_at(token);
    return (struct px_range){token, token + quotation->token_count};
}

/* A quotation that runs over the sentence's end belongs to the content whole. */
static uint32_t whole_quotation(const struct px_scene *scene, uint32_t end)
{
    uint32_t q = end > 0 ? scene->quotations[end - 1] : PX_NONE;
    if (q == PX_NONE)
        return end;
    uint32_t close = scene->article->quotations.items[q].first_token + scene->article->quotations.items[q].token_count;
    return close > end ? close : end;
}

/* Content behind the cue, or behind the comma there. */
static struct px_range range_behind(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t first = cue->after;
    uint32_t end = px_scene_sentence_end(scene, cue);
    bool names = cue->entry->gap > 0 || px_scene_has(scene, cue->core.first, PX_CLASS_NAMING);
    if (names && cue->next == PX_NEXT_QUOTATION && scene->quotations[first] != PX_NONE)
        return quotation_at(scene, first);
    while (first < end && (scene->marks[first] == ',' || scene->marks[first] == ':' || scene->marks[first] == '-'))
        first++;
    if (first >= end)
        return empty_at(first);
    return (struct px_range){first, whole_quotation(scene, px_scene_clause_end(scene, cue, first))};
}

/* "“…,” he said, “…”": the second half of a quotation that the cue splits. */
static bool goes_on_behind(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t first = cue->after;
    if (first < cue->bounds.end && scene->marks[first] == ',')
        first++;
    return first < cue->bounds.end && scene->marks[first] == '"' &&
           (scene->tokens[first].flags & PX_TOKEN_QUOTE_OPEN) != 0;
}

/* "He stated:" and a quotation that begins behind it, mostly in the next paragraph. */
static bool ends_in_colon(const struct px_scene *scene, const struct px_cue *cue)
{
    return cue->bounds.end > cue->group.end && scene->marks[cue->bounds.end - 1] == ':' && cue->content.count == 0;
}

/* Is the quotation a whole paragraph? */
static bool fills_block(const struct px_scene *scene, struct px_range range)
{
    if (range.end >= scene->count)
        return true;
    return scene->article->sentences.items[scene->tokens[range.end].sentence].block !=
           scene->article->sentences.items[scene->tokens[range.first].sentence].block;
}

/* "The board will not act, *Brell said*. “…”": does the cue end its sentence, so that a quotation right behind it goes on? */
static bool ends_sentence(const struct px_scene *scene, const struct px_cue *cue)
{
    return cue->entry->kind == PX_CUE_VERB && (cue->entry->takes & PX_TAKES_QUOTATION) != 0 &&
           !px_range_empty(cue->speaker) && cue->speaker.end <= cue->group.first &&
           cue->group.end + 1 == cue->bounds.end && scene->marks[cue->group.end] == '.';
}

/* Quotations that go on with nobody else named: sentences of the paragraph that open with a quotation behind the
 * content, and the next paragraphs of a quotation that was left open. */
void px_scene_follow(struct px_scene *scene, struct px_cue *cue, uint32_t *owners, uint32_t index)
{
    uint32_t end = cue->bounds.end;
    uint32_t last = PX_NONE;
    for (size_t i = 0; i < cue->content.count; i++) {
        uint32_t t = cue->content.items[i].end - 1;
        end = t >= end ? t + 1 : end;
        last = scene->quotations[t] != PX_NONE ? scene->quotations[t] : last;
    }
    bool tail = last == PX_NONE && ends_sentence(scene, cue);
    for (; (last != PX_NONE || tail) && end < scene->count; tail = false) {
        struct px_range next = quotation_at(scene, end);
        if (tail && px_range_empty(next))
            break;
        const struct px_quotation *quotation =
            &scene->article->quotations.items[px_range_empty(next) ? last : scene->quotations[end]];
        bool same_block = scene->article->sentences.items[scene->tokens[end].sentence].block ==
                          scene->article->sentences.items[scene->tokens[end - 1].sentence].block;
        if (px_range_empty(next) || owners[next.first] != PX_NONE ||
            (!same_block && (tail || quotation->continues != last) &&
             (tail || !fills_block(scene, next) ||
              px_scene_is_personal(scene, next.first + 1)))) /* "“*His* conduct”": whose? */
            break;
        px_scene_add_content(scene, cue, next);
        for (uint32_t t = next.first; t < next.end; t++)
            owners[t] = index;
        last = scene->quotations[end];
        end = next.end;
    }
}

/* "talked about", "leery of": the preposition that leads to the object belongs to the cue. */
static void take_preposition(const struct px_scene *scene, struct px_cue *cue)
{
    if (cue->next != PX_NEXT_PREPOSITION || cue->after != cue->group.end || cue->form == PX_FORM_INVERTED ||
        px_scene_has(scene, cue->after, PX_CLASS_AGENT | PX_CLASS_SUBORDINATOR))
        return;
    cue->group.end++;
    cue->after++;
}

/* The paragraphs before, when the quotation goes on from them: the first one first. */
static void add_earlier(struct px_scene *scene, struct px_cue *cue, uint32_t quotation)
{
    const struct px_quotation *items = scene->article->quotations.items;
    uint32_t first = quotation;
    for (int steps = 0; first != PX_NONE && items[first].continues != PX_NONE && steps < CHAIN_LIMIT; steps++)
        first = items[first].continues;
    for (uint32_t q = first; first != PX_NONE && q < quotation; q++)
        if (q == first || items[q].continues != PX_NONE)
            px_scene_add_content(scene, cue,
                                 (struct px_range){items[q].first_token, items[q].first_token + items[q].token_count});
}

static void find_verb_content(struct px_scene *scene, struct px_cue *cue)
{
    struct px_range before = range_before(scene, cue);
    cue->content_before = is_before(scene, cue, before);
    if (cue->content_before) {
        add_earlier(scene, cue, scene->quotations[before.first]);
        px_scene_add_content(scene, cue, before);
    } else if (cue->form != PX_FORM_INVERTED)
        px_scene_look_behind(scene, cue);
    if (!cue->content_before)
        take_preposition(scene, cue);
    if (!cue->content_before || goes_on_behind(scene, cue))
        px_scene_add_content(scene, cue, range_behind(scene, cue));
    if (ends_in_colon(scene, cue))
        px_scene_add_content(scene, cue, quotation_at(scene, cue->bounds.end));
}

/* The subject of the verb group at `first` (auxiliaries left out of it). */
static struct px_range subject_of(const struct px_scene *scene, const struct px_cue *cue, uint32_t first)
{
    while (first > cue->bounds.first && px_scene_has(scene, first - 1, PX_CLASS_AUXILIARY | PX_CLASS_ADVERB) &&
           scene->marks[first - 1] == 0 && !px_scene_is_capitalised(scene, first - 1))
        first--;
    if (first == cue->bounds.first)
        return empty_at(first);
    return px_scene_phrase_before(scene, first - 1, cue->bounds);
}

/* "The visit was billed as a success by X": what the verb is said of, and what is said of it. */
static void find_passive_content(struct px_scene *scene, struct px_cue *cue)
{
    struct px_range subject = subject_of(scene, cue, cue->group.first);
    bool dummy = subject.end == subject.first + 1 && px_scene_has(scene, subject.first, PX_CLASS_SUBJECT) &&
                 px_scene_has(scene, subject.first, PX_CLASS_OBJECT);
    if (!px_range_empty(subject) && !(dummy && cue->next == PX_NEXT_THAT))
        px_scene_add_content(scene, cue, subject);
    struct px_range behind = range_behind(scene, cue);
    if (!px_range_empty(cue->speaker) && cue->speaker.first > behind.first + 1)
        behind.end = cue->speaker.first - 1;
    else if (!px_range_empty(cue->speaker))
        behind.first = cue->speaker.end < behind.end ? cue->speaker.end : behind.end;
    px_scene_add_content(scene, cue, behind);
}

static void find_adverb_content(struct px_scene *scene, struct px_cue *cue)
{
    uint32_t first = cue->group.first;
    struct px_range subject = subject_of(scene, cue, first);
    if (!px_range_empty(subject))
        px_scene_add_content(scene, cue, (struct px_range){subject.first, first});
    px_scene_add_content(scene, cue, range_behind(scene, cue));
}

/* "According to X, …", "…, according to X", "The plan, according to X, is …". */
static void find_according_content(struct px_scene *scene, struct px_cue *cue)
{
    uint32_t first = skip_conjunction(scene, cue->bounds.first, cue->group.first);
    struct px_range before = trim(scene, (struct px_range){first, cue->group.first});
    bool verb = false;
    size_t words = count_words(scene, before, &verb);
    uint32_t end = cue->speaker.end;
    bool comma = end < cue->bounds.end && scene->marks[end] == ',';
    if (words > 0)
        px_scene_add_content(scene, cue, before);
    if (words < CLAUSE_WORDS || (comma && !verb))
        px_scene_add_content(scene, cue, (struct px_range){end, px_scene_clause_end(scene, cue, end)});
    cue->content_before = words > 0;
}

/* The object of a noun ("warning of a strike") ends at a comma or at the verb of the sentence. */
static uint32_t noun_end(const struct px_scene *scene, struct px_range range)
{
    for (uint32_t t = range.first; t < range.end; t++) {
        if (scene->quotations[t] != PX_NONE || px_scene_is_clitic(scene, t))
            continue;
        if (scene->marks[t] == ',' || px_scene_has(scene, t, PX_CLASS_AUXILIARY | PX_CLASS_RELATIVE))
            return t;
        if (t > range.first && px_scene_has(scene, t, PX_CLASS_VERB) &&
            !px_scene_has(scene, t - 1, PX_CLASS_DETERMINER | PX_CLASS_POSSESSIVE | PX_CLASS_TO))
            return t;
    }
    return range.end;
}

static void find_noun_content(struct px_scene *scene, struct px_cue *cue)
{
    bool clause = cue->next == PX_NEXT_THAT || cue->next == PX_NEXT_TO || cue->next == PX_NEXT_COLON;
    bool of = cue->next == PX_NEXT_PREPOSITION;
    if (!clause && !of && !cue->nominal)
        return;
    if (of && !cue->nominal) {
        cue->group.end = cue->after + 1;
        cue->after++;
    }
    if (!px_range_empty(cue->speaker) && cue->speaker.first >= cue->after && cue->speaker.end > cue->after)
        cue->after = cue->speaker.end;
    struct px_range behind = range_behind(scene, cue);
    if (!clause)
        behind.end = noun_end(scene, behind);
    px_scene_add_content(scene, cue, behind);
}

void px_scene_find_content(struct px_scene *scene, struct px_cue *cue)
{
    switch (cue->form) {
    case PX_FORM_NOUN: find_noun_content(scene, cue); break;
    case PX_FORM_ACCORDING: find_according_content(scene, cue); break;
    case PX_FORM_ADVERB: find_adverb_content(scene, cue); break;
    case PX_FORM_PASSIVE: find_passive_content(scene, cue); break;
    default: find_verb_content(scene, cue);
    }
}
