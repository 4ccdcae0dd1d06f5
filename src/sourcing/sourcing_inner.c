/* Who speaks, where one who speaks only passes on what another said. Quoted words are the inner speaker's:
 *
 *     "“We lost,” *aides* said Mr. Doe told his colleagues"         Doe's, by "told"
 *     "“No comment,” the letter reads, according to *the Courier*"  the letter's, by "reads"
 *
 * What remains of the outer one is no statement with words of its own, and goes.
 */
#include "reading/parse.h"
#include "sourcing/attribution_control.h"
#include "sourcing/sourcing.h"

static const double may_report = 0.3; /* weight of a cue */

struct inner {
    const struct px_cue *cue; /* NULL: none */
    struct px_range speaker;
};

static bool takes_quotation(const struct px_cue *cue)
{
    return cue != NULL && cue->entry->kind == PX_CUE_VERB && cue->entry->weight >= may_report &&
           (cue->entry->takes & PX_TAKES_QUOTATION) != 0 && !cue->negated;
}

/* The last cue of the range that has a subject in it and could take a quotation. */
static struct inner find_inner(const struct px_scene *scene, struct px_range range)
{
    struct inner found = {0};
    for (uint32_t t = range.first; t < range.end; t++) {
        const struct px_cue *cue = px_scene_cue_at(scene, t);
        const struct px_tree *tree = px_parse_tree(scene->annotation, t);
        if (tree == NULL || !takes_quotation(cue) || !px_tree_is_finite(tree, px_parse_word(scene->annotation, t)))
            continue;
        struct px_control control = px_scene_control(scene, t);
        if (!px_range_empty(control.phrase) && px_range_holds(range, control.head) && control.head < t)
            found = (struct inner){cue, control.phrase};
    }
    return found;
}

/* "“…,” *the letter to Doe reads*": a cue that ends the range, whatever the parser takes it for, and the phrase that
 * begins it. */
static struct inner find_last(const struct px_scene *scene, struct px_range range)
{
    const struct px_cue *cue = px_scene_cue_at(scene, range.end - 1);
    struct px_range phrase = px_scene_phrase_behind(scene, range.first, range);
    bool apart = takes_quotation(cue) && !px_range_empty(phrase) && phrase.first < range.end - 1;
    phrase.end = phrase.end < range.end ? phrase.end : range.end - 1;
    return apart ? (struct inner){cue, phrase} : (struct inner){0};
}

/* Does a clause, a quotation or "to" follow: does the inner cue say something besides? */
static bool says_more(const struct px_scene *scene, uint32_t first, uint32_t end)
{
    for (uint32_t t = first; t < end; t++) {
        const struct px_tree *tree = px_parse_tree(scene->annotation, t);
        if (scene->quotations[t] != PX_NONE || px_scene_has(scene, t, PX_CLASS_THAT | PX_CLASS_TO) ||
            (tree != NULL && px_tree_is_finite(tree, px_parse_word(scene->annotation, t))))
            return true;
    }
    return false;
}

/* The end of the last quotation in the content that ends before the token, in the cue's sentence; or 0. */
static uint32_t quoted_end(const struct px_scene *scene, const struct px_cue *cue, uint32_t token)
{
    uint32_t end = 0;
    for (size_t i = 0; i < cue->content.count; i++)
        for (uint32_t t = cue->content.items[i].first; t < cue->content.items[i].end && t < token; t++) {
            uint32_t q = scene->quotations[t];
            bool speech = q != PX_NONE && scene->article->quotations.items[q].kind == PX_QUOTATION_SPEECH;
            if (speech && t >= cue->bounds.first && scene->quotations[t + 1] != q)
                end = t + 1;
        }
    return end;
}

/* Up to the first mark. */
static uint32_t stretch_end(const struct px_scene *scene, uint32_t first, uint32_t end)
{
    while (first < end && scene->marks[first] == 0)
        first++;
    return first;
}

/* The words between which an inner speaker may stand: directly behind a cue whose quotation stands before it, or
 * between a quotation and "according to". Empty where none may. */
static struct px_range find_place(const struct px_scene *scene, const struct px_cue *cue)
{
    const struct px_range none = {0, 0};
    uint32_t lead = cue->group.first;
    if (cue->entry->kind == PX_CUE_PREPOSITION) {
        uint32_t first = quoted_end(scene, cue, lead);
        uint32_t end = lead > first && scene->marks[lead - 1] == ',' ? lead - 1 : lead;
        return first == 0 ? none : (struct px_range){first, end};
    }
    if (cue->entry->kind != PX_CUE_VERB || px_range_empty(cue->speaker) || cue->group.end >= cue->bounds.end)
        return none;
    lead = cue->speaker.first < lead ? cue->speaker.first : lead;
    uint32_t first = cue->group.end + px_scene_has(scene, cue->group.end, PX_CLASS_THAT);
    if (lead == 0 || quoted_end(scene, cue, lead) != lead || !px_scene_opens_clause(scene, first))
        return none;
    return (struct px_range){first, stretch_end(scene, first, cue->bounds.end)};
}

/* Keeps what stands outside of the range, and of the cue's sentence what is quoted. */
static void drop_unquoted(const struct px_scene *scene, struct px_cue *cue)
{
    size_t kept = 0;
    for (size_t i = 0; i < cue->content.count; i++) {
        struct px_range part = cue->content.items[i];
        while (part.end > part.first && scene->quotations[part.end - 1] == PX_NONE)
            part.end--;
        if (!px_range_empty(part))
            cue->content.items[kept++] = part;
    }
    cue->content.count = kept;
}

bool px_sourcing_yield(struct px_scene *scene, struct px_cue *cue)
{
    struct px_range place = find_place(scene, cue);
    if (px_range_empty(place) || px_parse_tree(scene->annotation, place.first) == NULL)
        return true;
    struct inner inner = find_inner(scene, place);
    if (inner.cue == NULL && cue->entry->kind == PX_CUE_PREPOSITION)
        inner = find_last(scene, place);
    if (inner.cue == NULL || says_more(scene, inner.cue->core.end, place.end))
        return true;
    struct px_cue_entry *entry = px_arena_new(scene->arena, struct px_cue_entry);
    if (entry == NULL)
        return false;
    *entry = *inner.cue->entry;
    entry->gap = -1; /* the cue has its words, whatever stood between */
    cue->entry = entry;
    cue->core = inner.cue->core;
    cue->group = inner.cue->group;
    cue->negated = false;
    drop_unquoted(scene, cue);
    return px_sourcing_set_source(scene, cue, inner.speaker);
}
