/* The tail of a sentence that says who tells it: "…, a suit that she had filed in 2014, *the Courier reported in May*".
 * Whoever stands before its verb speaks, however near others stand, and all that the sentence tells is said. */
#include "reading/parse.h"
#include "sourcing/sourcing.h"

enum {
    SPEAKER_MOST = 14, /* tokens */
    WHEN_MOST = 10     /* of when and where it was said, behind the cue */
};

static const double reports_least = 0.5; /* weight of a cue */
static const double weakly_reports = 0.6;
static const double surely_reports = 0.8;
static const double missed = 0.7;      /* confidence of what the model missed */
static const double may_report = 0.25; /* the same where its place says so too: "the Courier *reports*" may be a noun */

/* Does nothing follow the cue that could be said: is it the end, a time and place, or ", describing it as"? */
static bool ends_sentence(const struct px_scene *scene, const struct px_cue *cue)
{
    const unsigned more = PX_CLASS_THAT | PX_CLASS_AUXILIARY | PX_CLASS_VERB | PX_CLASS_RELATIVE | PX_CLASS_QUESTION;
    const unsigned added = PX_CLASS_PREPOSITION | PX_CLASS_TIME | PX_CLASS_ADVERB;
    uint32_t first = cue->group.end;
    for (size_t i = 0; i < cue->content.count; i++) /* a quotation may go on with it in the next sentence */
        if (cue->content.items[i].end > first && cue->content.items[i].first < cue->bounds.end)
            return false;
    if (first < cue->bounds.end && scene->marks[first] != '.' && scene->marks[first] != ',' &&
        !px_scene_has(scene, first, added))
        return false;
    for (uint32_t t = first; t < cue->bounds.end; t++) {
        if (scene->marks[t] == ',' && t + 1 < cue->bounds.end && px_scene_has(scene, t + 1, PX_CLASS_GERUND))
            return true;
        if (scene->quotations[t] != PX_NONE || px_scene_has(scene, t, more) ||
            (scene->marks[t] != 0 && scene->marks[t] != '.'))
            return false;
    }
    return true;
}

/* Does an apposition end right before the cue: "the mediator, *Ono Brell*, confirmed"? Gives its comma, or `first` for
 * none. */
static uint32_t skip_apposition(const struct px_scene *scene, uint32_t opens, uint32_t first)
{
    uint32_t t = first;
    if (t < opens + 2 || scene->marks[t - 1] != ',' || scene->quotations[t - 1] != PX_NONE)
        return first;
    for (t--; t > opens && scene->marks[t - 1] == 0 && first - t < SPEAKER_MOST; t--)
        if (scene->mentions[t - 1] == PX_NONE)
            return first;
    return t + 1 < first && t > opens && scene->marks[t - 1] == ',' ? t - 1 : first;
}

/* Does the phrase of the noun at `last` begin at the token: not "a claim *the council's lawyer* made"? */
static bool begins_at(const struct px_scene *scene, const struct px_tree *tree, uint32_t first, uint32_t last)
{
    uint32_t start = px_tree_span(tree, px_parse_word(scene->annotation, last)).start;
    start += px_tree_has_upos(tree, start, "PUNCT") ? 1 : 0;
    return start == px_parse_word(scene->annotation, first);
}

/* What stands between a comma and the cue, where that is somebody; else empty. */
static struct px_range speaker_before(const struct px_scene *scene, const struct px_tree *tree,
                                      const struct px_cue *cue)
{
    const unsigned none = PX_CLASS_RELATIVE | PX_CLASS_QUESTION | PX_CLASS_SUBORDINATOR | PX_CLASS_AUXILIARY;
    const struct px_range nobody = {cue->group.first, cue->group.first};
    bool named = false, owned = false;
    uint32_t last = skip_apposition(scene, cue->bounds.first, cue->group.first), t = last;
    for (; t > cue->bounds.first && scene->marks[t - 1] == 0; t--) {
        uint32_t word = px_parse_word(scene->annotation, t - 1);
        struct px_slice tag = px_syntax_upos(tree->syntax, tree->words[word].tag);
        named = named || px_slice_is(tag, "NOUN") || px_slice_is(tag, "PROPN") || px_slice_is(tag, "PRON");
        bool owner = px_scene_is_tagged(scene, t - 1, "POS"); /* "the council*'s* clerk" */
        owned = owned || owner;
        bool beside = t < last && px_scene_has(scene, t, PX_CLASS_SUBJECT); /* "a fact *that* he mentions" */
        if (beside || last - t >= SPEAKER_MOST || px_tree_is_finite(tree, word) ||
            scene->quotations[t - 1] != PX_NONE ||
            (px_scene_has(scene, t - 1, none) && !px_scene_has(scene, t - 1, PX_CLASS_DETERMINER) && !owner))
            return nobody;
    }
    bool opens = t < last && !px_scene_has(scene, t, PX_CLASS_PREPOSITION | PX_CLASS_ADVERB | PX_CLASS_COORDINATOR);
    bool behind = t > cue->bounds.first && scene->marks[t - 1] == ',' && scene->quotations[t - 1] == PX_NONE;
    bool whole = !owned || begins_at(scene, tree, t, last - 1);
    return named && opens && behind && whole ? (struct px_range){t, cue->group.first - (last < cue->group.first)}
                                             : nobody;
}

bool px_sourcing_can_speak(const struct px_scene *scene, struct px_range phrase)
{
    const struct px_hits *hits = &scene->article->hits;
    for (uint32_t t = phrase.first; t < phrase.end; t++)
        if (scene->mentions[t] != PX_NONE)
            return true;
    for (size_t i = px_hits_from(hits, phrase.first); i < hits->count && hits->items[i].first_token < phrase.end; i++)
        if (hits->items[i].lexicon == PX_LEXICON_SOURCES || hits->items[i].lexicon == PX_LEXICON_ROLES)
            return true;
    return phrase.end == phrase.first + 1 && px_scene_has(scene, phrase.first, PX_CLASS_SUBJECT);
}

/* "the Courier *is reporting*" */
static bool is_progressive(const struct px_scene *scene, const struct px_cue *cue)
{
    return px_scene_has(scene, cue->core.first, PX_CLASS_GERUND) && cue->group.first < cue->core.first &&
           px_scene_has(scene, cue->core.first - 1, PX_CLASS_BE);
}

/* May the cue tell a sentence before it? */
static bool can_tell(const struct px_scene *scene, const struct px_cue *cue)
{
    const struct px_cue_entry *entry = cue->entry;
    bool goes_on = is_progressive(scene, cue);
    return entry->kind == PX_CUE_VERB && (goes_on ? entry->tagged : entry->weight) >= may_report &&
           (entry->takes & PX_TAKES_THAT) != 0 && !px_scene_has(scene, cue->core.first, PX_CLASS_RAISING) &&
           (goes_on || !px_scene_has(scene, cue->core.first, PX_CLASS_GERUND));
}

/* The tail whose cue ends at the token; one that begins with `none` where no such cue can tell a sentence. */
static struct px_sourcing_tail tail_at(const struct px_scene *scene, uint32_t stop, uint32_t none)
{
    const struct px_cue *cue = px_scene_cue_at(scene, stop - 1);
    const struct px_tree *tree = px_parse_tree(scene->annotation, stop - 1);
    if (cue == NULL || tree == NULL || cue->core.end != stop || !can_tell(scene, cue))
        return (struct px_sourcing_tail){.first = none};
    struct px_range speaker = speaker_before(scene, tree, cue);
    bool speaks = !px_range_empty(speaker) && px_sourcing_can_speak(scene, speaker);
    return speaks ? (struct px_sourcing_tail){cue, speaker.first - 1} : (struct px_sourcing_tail){.first = none};
}

/* Does the token end what tells when and where something was said, "in a report released on Friday"? */
static bool ends_when(const struct px_scene *scene, uint32_t token)
{
    const unsigned none = PX_CLASS_THAT | PX_CLASS_RELATIVE | PX_CLASS_QUESTION | PX_CLASS_SUBJECT | PX_CLASS_AUXILIARY;
    return scene->marks[token] != 0 || scene->quotations[token] != PX_NONE ||
           (px_scene_has(scene, token, none) && !px_scene_has(scene, token, PX_CLASS_DETERMINER)) ||
           px_parse_is_finite(scene->annotation, token);
}

/* The tail that ends before the token, but for when and where it was said: "…, *the council said* in a statement on
 * Friday". */
static struct px_sourcing_tail tail_before(const struct px_scene *scene, uint32_t first, uint32_t last, uint32_t none)
{
    const unsigned added = PX_CLASS_PREPOSITION | PX_CLASS_TIME | PX_CLASS_ADVERB | PX_CLASS_NUMBER;
    uint32_t end = last;
    for (uint32_t steps = 0; steps <= WHEN_MOST && last > first + 1; steps++, last--) {
        struct px_sourcing_tail tail = tail_at(scene, last, none);
        bool placed = last == end || scene->tokens[last].kind == PX_TOKEN_NUMBER ||
                      (px_scene_has(scene, last, added) && !px_scene_has(scene, last, PX_CLASS_TO));
        if (tail.cue != NULL && placed)
            return tail;
        if (ends_when(scene, last - 1))
            break;
    }
    return (struct px_sourcing_tail){.first = none};
}

/* "…, *one of them said* on Monday, speaking on condition of …": with a participle behind that tells of the saying, or a
 * noun that the article adds: "…, *the charge said*, a nod to a film". */
static struct px_sourcing_tail tail_before_addition(const struct px_scene *scene, uint32_t first, uint32_t end)
{
    struct px_sourcing_tail tail = {.first = end};
    for (uint32_t t = first + 1; tail.cue == NULL && t + 1 < end; t++)
        if (scene->marks[t] == ',' && scene->quotations[t] == PX_NONE &&
            (px_scene_has(scene, t + 1, PX_CLASS_GERUND) || px_parse_adds_noun(scene->annotation, t + 1, end)))
            tail = tail_before(scene, first, t, end);
    return tail;
}

/* "…, *according to an official*.": where such a phrase begins that ends the sentence; the sentence's end where none
 * does. */
static uint32_t find_source_phrase(const struct px_scene *scene, const struct px_sentence *s)
{
    uint32_t end = s->first_token + s->token_count, t = end;
    while (t > s->first_token + 1 && (t == end || scene->marks[t - 1] == 0) && scene->quotations[t - 1] == PX_NONE) {
        const struct px_cue *cue = px_scene_cue_at(scene, --t);
        if (cue != NULL && cue->entry->kind == PX_CUE_PREPOSITION && cue->entry->weight >= reports_least &&
            scene->marks[t - 1] == ',' && scene->quotations[t - 1] == PX_NONE)
            return t - 1;
    }
    return end;
}

struct px_sourcing_tail px_sourcing_find_tail(const struct px_scene *scene, uint32_t sentence)
{
    const struct px_sentence *s = &scene->article->sentences.items[sentence];
    uint32_t end = s->first_token + s->token_count, last = end;
    if (!px_role_is_paragraph(scene->article->blocks.items[s->block].role) || s->token_count == 0)
        return (struct px_sourcing_tail){.first = end};
    last -= scene->marks[last - 1] == '.';
    struct px_sourcing_tail tail = tail_before_addition(scene, s->first_token, end);
    if (tail.cue == NULL)
        tail = tail_before(scene, s->first_token, last, end);
    if (tail.cue == NULL)
        tail.first = find_source_phrase(scene, s);
    return tail;
}

/* Is the phrase one name of somebody or of a body, with its article at most? */
static bool is_name(const struct px_scene *scene, struct px_range phrase)
{
    uint32_t first = phrase.first + (px_scene_has(scene, phrase.first, PX_CLASS_ARTICLE) ? 1 : 0);
    if (first >= phrase.end || scene->mentions[first] == PX_NONE)
        return false;
    const struct px_mention *mention = &scene->article->mentions.items[scene->mentions[first]];
    uint8_t kind = mention->entity == PX_NONE ? PX_ENTITY_OTHER : scene->article->entities.items[mention->entity].kind;
    return mention->form <= PX_MENTION_ALIAS && (kind == PX_ENTITY_PERSON || kind == PX_ENTITY_ORGANISATION) &&
           mention->first_token + mention->token_count == phrase.end;
}

bool px_sourcing_place_tail(struct px_scene *scene, const struct px_sourcing_tail *tail)
{
    if (tail->cue == NULL || tail->cue->entry->act != PX_ACT_SPEECH ||
        !is_name(scene, (struct px_range){tail->first + 1, tail->cue->group.first}))
        return true;
    struct px_cue_entry *entry = px_arena_new(scene->arena, struct px_cue_entry);
    if (entry == NULL)
        return false;
    *entry = *tail->cue->entry;
    entry->placed = true;
    entry->weight = entry->tagged > entry->weight ? entry->tagged : entry->weight;
    entry->weight = entry->weight > reports_least ? entry->weight : reports_least;
    scene->cues.items[tail->cue - scene->cues.items].entry = entry;
    return true;
}

static bool is_verb(const struct px_scene *scene, const struct px_tree *tree, const struct px_cue *cue)
{
    return cue->entry->placed || px_tree_is_finite(tree, px_parse_word(scene->annotation, cue->core.first));
}

/* Is there a clause of its own, which no conjunction puts below the tail? */
static bool holds_clause(const struct px_scene *scene, struct px_range range)
{
    const unsigned below = PX_CLASS_RELATIVE | PX_CLASS_QUESTION | PX_CLASS_SUBORDINATOR | PX_CLASS_THAT;
    const struct px_tree *tree = px_parse_tree(scene->annotation, range.first);
    bool open = tree != NULL;
    bool subject = false;
    for (uint32_t t = range.first; tree != NULL && t < range.end; t++) {
        uint32_t word = px_parse_word(scene->annotation, t);
        if (scene->marks[t] == ',')
            open = true;
        if (px_scene_has(scene, t, below) && !px_scene_has(scene, t, PX_CLASS_PREPOSITION | PX_CLASS_DETERMINER))
            open = false;
        subject = subject || (px_tree_arc(tree, word) & PX_ARC_SUBJECT) != 0;
        if (open && subject && px_tree_is_finite(tree, word))
            return true;
    }
    return false;
}

bool px_sourcing_holds_finite(const struct px_scene *scene, struct px_range range)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, range.first);
    for (uint32_t t = range.first; tree != NULL && t < range.end; t++)
        if (px_tree_is_finite(tree, px_parse_word(scene->annotation, t)))
            return true;
    return false;
}

/* Is the range a clause that the cue may tell? Where the cue's place is sure, a finite verb is enough. */
static bool is_told(const struct px_scene *scene, const struct px_cue *cue, struct px_range range)
{
    return cue->entry->placed ? px_sourcing_holds_finite(scene, range) : holds_clause(scene, range);
}

static bool holds(const struct px_range *parts, size_t count, struct px_range range)
{
    for (size_t i = 0; i < count; i++)
        if (parts[i].first < range.end && parts[i].end > range.first)
            return true;
    return false;
}

/* Does another statement stand in the range? Those of cues too far away to reach it are not asked. */
static bool is_shared(const struct px_sourcing_finds *finds, const struct px_sourcing_find *own, struct px_range range)
{
    size_t first = own->number, end = own->number;
    while (first > 0 && finds->items[first - 1].cue.first + PX_SOURCING_AHEAD >= range.first)
        first--;
    while (end < finds->count && finds->items[end].cue.first <= range.end + PX_SOURCING_BACK)
        end++;
    for (size_t i = first; i < end; i++) {
        const struct px_sourcing_find *find = &finds->items[i];
        if (find != own && find->stands &&
            (holds(&find->cue, 1, range) || holds(find->content.items, find->content.count, range)))
            return true;
    }
    return false;
}

/* Makes all of the range content, beside what stands elsewhere. */
static void cover(struct px_scene *scene, struct px_cue *cue, struct px_range told)
{
    struct px_ranges old = cue->content;
    cue->content = (struct px_ranges){0};
    for (size_t i = 0; i < old.count; i++)
        if (old.items[i].first < told.first)
            px_scene_add_content(
                scene, cue,
                (struct px_range){old.items[i].first, old.items[i].end < told.first ? old.items[i].end : told.first});
    px_scene_add_content(scene, cue, told);
    for (size_t i = 0; i < old.count; i++)
        if (old.items[i].first >= cue->group.end)
            px_scene_add_content(scene, cue, old.items[i]);
}

bool px_sourcing_read_tail(struct px_scene *scene, const struct px_sourcing_finds *finds,
                           const struct px_sourcing_find *find, struct px_cue *cue)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, find->head);
    uint8_t role = scene->article->blocks.items[scene->article->sentences.items[cue->sentence].block].role;
    bool tells = cue->entry->kind == PX_CUE_VERB && cue->entry->weight >= reports_least &&
                 (cue->entry->takes & PX_TAKES_THAT) != 0 && !px_scene_has(scene, cue->core.first, PX_CLASS_RAISING);
    if (tree == NULL || !tells || !px_role_is_paragraph(role) || scene->quotations[find->head] != PX_NONE ||
        !is_verb(scene, tree, cue) || !ends_sentence(scene, cue))
        return true;
    struct px_range speaker = speaker_before(scene, tree, cue);
    if (px_range_empty(speaker))
        return true;
    struct px_range told = {cue->bounds.first, speaker.first - 1};
    if (!is_told(scene, cue, told))
        return true;
    bool own = cue->source.count == 1 && cue->source.items[0].first >= speaker.first &&
               cue->source.items[0].end <= speaker.end && scene->marks[cue->source.items[0].first] == 0;
    if (!own && !px_sourcing_set_source(scene, cue, speaker))
        return false;
    told.first = px_scene_behind_dateline(scene, told);
    if (!is_shared(finds, find, told))
        cover(scene, cue, told);
    return true;
}

/* "The mayor *thinks* it “odd”, the council said": what somebody has in mind is told by whoever ends the sentence. */
static bool is_weak(const struct px_cue *cue)
{
    const struct px_cue_entry *entry = cue->entry;
    return entry->act == PX_ACT_THOUGHT ||
           (entry->kind == PX_CUE_VERB && (entry->takes & PX_TAKES_QUOTATION) == 0 && entry->weight < weakly_reports);
}

/* Does the cue have what is quoted in the range, by a word that reports? */
static bool quotes_there(const struct px_scene *scene, const struct px_cue *cue, struct px_range range)
{
    if (cue->is_dropped || is_weak(cue))
        return false;
    for (size_t i = 0; i < cue->content.count; i++)
        for (uint32_t t = cue->content.items[i].first; t < cue->content.items[i].end; t++)
            if (px_range_holds(range, t) && scene->quotations[t] != PX_NONE)
                return true;
    return false;
}

/* Does the range begin or end in a quotation, which is told in its own way; does a statement stand in it surely, or with
 * quoted words, be it no mere thought; or does one have its cue at the verb? */
static bool is_taken(const struct px_scene *scene, size_t first, struct px_range range, const struct px_cue *hit)
{
    if (scene->quotations[range.first] != PX_NONE || scene->quotations[range.end - 1] != PX_NONE)
        return true;
    for (size_t i = first; i < scene->cues.count; i++) {
        const struct px_cue *cue = &scene->cues.items[i];
        bool speaks = cue->score >= surely_reports && !is_weak(cue) &&
                      (!hit->entry->placed || px_sourcing_tells_speech(scene, cue));
        if (px_range_holds(cue->group, hit->core.first) || quotes_there(scene, cue, range) ||
            (px_range_holds(range, cue->core.first) && !cue->is_dropped && speaks))
            return true;
    }
    return false;
}

/* What the tail's sentence tells before it, behind a dateline; empty where that is no clause. */
static struct px_range told_before(const struct px_scene *scene, const struct px_sentence *s, const struct px_cue *cue,
                                   uint32_t comma)
{
    struct px_range told = {s->first_token, comma};
    told.first = px_scene_behind_dateline(scene, told);
    return is_told(scene, cue, told) ? told : (struct px_range){comma, comma};
}

static bool add_tail(struct px_scene *scene, const struct px_cue *hit, struct px_range speaker, struct px_range told,
                     size_t first)
{
    for (size_t i = first; i < scene->cues.count; i++)
        scene->cues.items[i].is_dropped |= px_range_holds(told, scene->cues.items[i].core.first);
    struct px_cue *cue = px_vector_push(&scene->cues, scene->arena);
    if (cue == NULL)
        return false;
    const struct px_sentence *s = &scene->article->sentences.items[hit->sentence];
    *cue = (struct px_cue){.entry = hit->entry,
                           .sentence = hit->sentence,
                           .bounds = {s->first_token, s->first_token + s->token_count},
                           .core = hit->core,
                           .group = hit->group,
                           .speaker = speaker,
                           .score = missed};
    px_scene_add_content(scene, cue, told);
    return !scene->failed;
}

bool px_sourcing_add_tails(struct px_scene *scene, size_t first)
{
    for (size_t i = 0; i < first; i++) {
        const struct px_cue hit = scene->cues.items[i]; /* a copy, since the cues may move */
        const struct px_tree *tree = px_parse_tree(scene->annotation, hit.core.first);
        if (tree == NULL || hit.entry->kind != PX_CUE_VERB ||
            (hit.entry->weight < surely_reports && !hit.entry->placed) || !is_verb(scene, tree, &hit))
            continue;
        struct px_sourcing_tail tail = px_sourcing_find_tail(scene, hit.sentence);
        if (tail.cue != &scene->cues.items[i])
            continue;
        const struct px_sentence *s = &scene->article->sentences.items[hit.sentence];
        struct px_range told = told_before(scene, s, &hit, tail.first);
        if (px_range_empty(told) || is_taken(scene, first, told, &hit))
            continue;
        if (!add_tail(scene, &hit, (struct px_range){tail.first + 1, hit.group.first}, told, first))
            return false;
    }
    return true;
}
