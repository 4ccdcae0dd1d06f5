/* Whose statement it is, where the sentence names its source beside the speaker:
 *
 *     "Stone, *according to the indictment*, told Credico that …"    the indictment's: that he told it is its word
 *     "…, citing *two officials who said* he had lied"               the officials', by "said"
 *     "*Venn charged* that aides played down the row"                Venn's: what aides do is the charge
 *     "*According to the indictment*, Stone told aides about …"      the indictment's, and so where it stands last:
 *     "Stone told aides that …, *prosecutors said*"
 *     "“…,” *aides said* Ryan told them"            Ryan's still, at second hand
 *
 * Quoted speech stays with whoever is told to have spoken it, where his source only frames the sentence; so does what a
 * document says, "according to a copy".
 */
#include "reading/parse.h"
#include "reading/party.h"
#include "sourcing/attribution_control.h"
#include "sourcing/sourcing.h"

enum { ADVERBS_MOST = 2 }; /* between "who" and its verb */

static const double reports_least = 0.5; /* weight of a cue */
static const double may_report = 0.45;   /* the same of one with "that" behind it */

struct outer {
    const struct px_cue *cue; /* NULL: none */
    struct px_range source;
    uint32_t end; /* behind it */
};

/* A cue such as "according to" with its phrase, between two commas that stand between the speaker and the verb. */
static struct outer find_aside(const struct px_scene *scene, const struct px_cue *cue)
{
    bool before = !px_range_empty(cue->speaker) && cue->speaker.first < cue->group.first;
    for (uint32_t t = cue->speaker.first + 1; before && t < cue->group.first; t++) {
        const struct px_cue *hit = px_scene_cue_at(scene, t);
        if (hit == NULL || hit->entry->kind != PX_CUE_PREPOSITION || hit->entry->weight < reports_least ||
            scene->marks[t - 1] != ',' || scene->quotations[t] != PX_NONE)
            continue;
        uint32_t end = hit->core.end;
        while (end < cue->group.first && scene->marks[end] == 0)
            end++;
        if (end > hit->core.end && end < cue->group.first && scene->marks[end] == ',')
            return (struct outer){hit, {hit->core.end, end}, end + 1};
    }
    return (struct outer){0};
}

/* "*According to the indictment*, Stone told …": a sentence that begins with its source. */
static struct outer find_front(const struct px_scene *scene, const struct px_cue *cue)
{
    const struct px_cue *hit = px_scene_cue_at(scene, cue->bounds.first);
    if (hit == NULL || hit->entry->kind != PX_CUE_PREPOSITION || hit->entry->weight < reports_least ||
        hit->entry->act == PX_ACT_SOURCE) /* "Citing a letter, the Courier said": the Courier's */
        return (struct outer){0};
    uint32_t end = hit->core.end;
    while (end < cue->group.first && scene->marks[end] == 0)
        end++;
    return end > hit->core.end && end < cue->group.first && scene->marks[end] == ','
               ? (struct outer){hit, {hit->core.end, end}, end + 1}
               : (struct outer){0};
}

/* "…, *prosecutors said*", "…, *according to two officials*": a sentence that ends in its source, right behind what the
 * cue has. "…, *they said*" names nobody else. */
static struct outer find_last(const struct px_scene *scene, const struct px_cue *cue)
{
    struct px_sourcing_tail tail = px_sourcing_find_tail(scene, cue->sentence);
    uint32_t end = cue->bounds.end, first = tail.first + 1;
    bool reached = false;
    for (size_t i = 0; i < cue->content.count; i++)
        reached = reached || cue->content.items[i].end == tail.first;
    if (first >= end || !reached || tail.first < cue->group.end)
        return (struct outer){0};
    const struct px_cue *hit = tail.cue != NULL ? tail.cue : px_scene_cue_at(scene, first);
    if (hit == NULL || hit->entry->weight < reports_least || px_scene_has(scene, first, PX_CLASS_SUBJECT))
        return (struct outer){0};
    struct px_range source = {first, hit->core.first};
    while (tail.cue != NULL && source.end > first && px_scene_has(scene, source.end - 1, PX_CLASS_AUXILIARY))
        source.end--;
    if (tail.cue == NULL)
        source = (struct px_range){hit->core.end, end - (scene->marks[end - 1] == '.')};
    return px_range_empty(source) ? (struct outer){0} : (struct outer){hit, source, end};
}

/* Is any of what the cue has quoted speech? */
static bool quotes_speech(const struct px_scene *scene, const struct px_cue *cue)
{
    for (size_t i = 0; i < cue->content.count; i++)
        for (uint32_t t = cue->content.items[i].first; t < cue->content.items[i].end; t++) {
            uint32_t q = scene->quotations[t];
            if (q != PX_NONE && scene->article->quotations.items[q].kind == PX_QUOTATION_SPEECH)
                return true;
        }
    return false;
}

static bool names_document(const struct px_scene *scene, struct px_range phrase)
{
    for (uint32_t t = phrase.first; t < phrase.end; t++)
        if (px_party_is_listed(scene->annotation, t, PX_LEXICON_SOURCES, PX_SLICE("document")))
            return true;
    return false;
}

/* What frames the whole sentence round a cue that is its main verb or stands below that; none where the cue has quoted
 * speech. */
static struct outer find_frame(const struct px_scene *scene, const struct px_cue *cue)
{
    if (cue->entry->kind != PX_CUE_VERB || px_range_empty(cue->speaker) || quotes_speech(scene, cue))
        return (struct outer){0};
    struct outer front = find_front(scene, cue);
    struct outer frame = front.cue != NULL ? front : find_last(scene, cue);
    bool copies = names_document(scene, cue->speaker) && names_document(scene, frame.source);
    return copies ? (struct outer){0} : frame;
}

static bool is_main(const struct px_scene *scene, const struct px_cue *cue)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, cue->core.first);
    uint32_t word = tree == NULL ? PX_NONE : px_parse_word(scene->annotation, cue->core.first);
    return word != PX_NONE && tree->words[word].head >= tree->count;
}

/* Does another find stand for the cue at the token? */
static bool stands_at(const struct px_sourcing_finds *finds, const struct px_sourcing_find *own, uint32_t token)
{
    size_t i = own->number;
    while (i > 0 && finds->items[i - 1].cue.end > token)
        i--;
    for (; i < finds->count && finds->items[i].cue.first <= token; i++)
        if (&finds->items[i] != own && finds->items[i].stands && px_range_holds(finds->items[i].cue, token))
            return true;
    return false;
}

/* "citing *two officials who said*": whom a relative clause lets speak behind a cue that names its source. */
static struct outer find_cited(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t first = cue->group.end;
    uint32_t t = first;
    while (t < cue->bounds.end && scene->marks[t] == 0 && !px_scene_has(scene, t, PX_CLASS_RELATIVE))
        t++;
    struct px_range source = {first, t++};
    for (uint32_t end = t + ADVERBS_MOST; px_scene_has(scene, t, PX_CLASS_ADVERB | PX_CLASS_AUXILIARY) && t < end;)
        t++;
    const struct px_cue *hit = t < cue->bounds.end ? px_scene_cue_at(scene, t) : NULL;
    bool says = hit != NULL && hit->entry->kind == PX_CUE_VERB && hit->entry->weight >= reports_least &&
                (hit->entry->takes & PX_TAKES_THAT) != 0 && hit->core.end < cue->bounds.end;
    return !px_range_empty(source) && says ? (struct outer){hit, source, hit->core.end} : (struct outer){0};
}

/* "*Venn charged* that aides played down the row": a verb of speech right before "that" and the speaker of a verb that
 * takes nothing that is said. */
static struct outer find_charge(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t that = cue->speaker.first - 1;
    if (px_range_empty(cue->speaker) || cue->speaker.end > cue->group.first ||
        cue->speaker.first < cue->bounds.first + 3 || cue->entry->takes != PX_TAKES_OBJECT ||
        !px_scene_has(scene, that, PX_CLASS_THAT))
        return (struct outer){0};
    const struct px_cue *hit = px_scene_cue_at(scene, that - 1);
    if (hit == NULL || hit->entry->kind != PX_CUE_VERB || hit->entry->weight < may_report ||
        hit->entry->act != PX_ACT_SPEECH || px_parse_tree(scene->annotation, that) == NULL)
        return (struct outer){0};
    struct px_control control = px_scene_control(scene, hit->core.first);
    return px_range_empty(control.phrase) || control.phrase.end > hit->core.first
               ? (struct outer){0}
               : (struct outer){hit, control.phrase, that};
}

static bool take(struct px_scene *scene, struct px_cue *cue, const struct outer *outer)
{
    struct px_cue_entry *entry = px_arena_new(scene->arena, struct px_cue_entry);
    if (entry == NULL)
        return false;
    *entry = *outer->cue->entry;
    entry->gap = -1; /* the cue has its words, whatever stood between */
    cue->entry = entry;
    cue->core = outer->cue->core;
    cue->group = outer->cue->core;
    cue->negated = false;
    cue->content = (struct px_ranges){0};
    return px_sourcing_set_source(scene, cue, outer->source);
}

/* Gives the outer source what the sentence says before and behind it. */
static bool give(struct px_scene *scene, struct px_cue *cue, const struct outer *outer, bool around)
{
    uint32_t lead = outer->cue->core.first < outer->source.first ? outer->cue->core.first : outer->source.first;
    struct px_range before = {cue->bounds.first, lead > cue->bounds.first ? lead - 1 : lead};
    struct px_range behind = {outer->end, cue->bounds.end};
    behind.end -= scene->marks[behind.end - 1] == '.';
    if (!take(scene, cue, outer))
        return false;
    if (around)
        px_scene_add_content(scene, cue, before);
    px_scene_add_content(scene, cue, behind);
    return true;
}

/* "“…,” *aides said* Hask told them": a verb of speech with somebody else for its subject stands right before the speaker,
 * who is quoted at second hand. */
static bool is_retold(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t first = cue->speaker.first;
    if (px_range_empty(cue->speaker) || cue->speaker.end > cue->group.first || cue->entry->kind != PX_CUE_VERB ||
        first < cue->bounds.first + 3)
        return false;
    first -= px_scene_has(scene, first - 1, PX_CLASS_THAT);
    const struct px_cue *hit = px_scene_cue_at(scene, first - 1);
    if (hit == NULL || hit->entry->kind != PX_CUE_VERB || hit->entry->weight < reports_least ||
        hit->entry->act != PX_ACT_SPEECH || (hit->entry->takes & PX_TAKES_THAT) == 0 ||
        scene->quotations[first - 1] != PX_NONE || !px_parse_is_finite(scene->annotation, first - 1))
        return false;
    struct px_control control = px_scene_control(scene, first - 1);
    return !px_range_empty(control.phrase) && control.phrase.end <= hit->core.first &&
           !px_scene_has(scene, control.head, PX_CLASS_SUBJECT);
}

bool px_sourcing_pass_on(struct px_scene *scene, const struct px_sourcing_finds *finds,
                         const struct px_sourcing_find *find, struct px_cue *cue)
{
    cue->unsure = cue->unsure || is_retold(scene, cue);
    struct outer charge = find_charge(scene, cue);
    bool cites = cue->entry->act == PX_ACT_SOURCE;
    struct outer outer = cites ? find_cited(scene, cue) : find_aside(scene, cue);
    struct outer frame = find_frame(scene, cue);
    bool frames = charge.cue == NULL && outer.cue == NULL && frame.cue != NULL;
    outer = charge.cue != NULL ? charge : frames ? frame : outer;
    if (outer.cue == NULL || (cue->entry->kind != PX_CUE_VERB && charge.cue == NULL))
        return true;
    bool apart = frames && (cue->entry->act != PX_ACT_SPEECH || !is_main(scene, cue));
    if (stands_at(finds, find, outer.cue->core.first) || apart) {
        cue->unsure = true;
        return true;
    }
    cue->unsure =
        cue->unsure || charge.cue != NULL; /* of what stands behind the charge it is hard to say whose it is */
    return give(scene, cue, &outer, frames || (!cites && charge.cue == NULL));
}
