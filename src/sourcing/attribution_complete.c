/* What belongs to a statement although it was left out: short gaps, and the rest of a clause. */
#include "reading/parse.h"
#include "sourcing/attribution_bound.h"
#include "sourcing/attribution_control.h"

enum { GAP_MOST = 12 }; /* tokens that the model left out within a clause */

static bool is_free(const struct px_bounding *b, struct px_range range)
{
    for (uint32_t t = range.first; t < range.end; t++)
        if (b->owners[t] != PX_NONE || b->scene->marks[t] != 0 || b->scene->quotations[t] != PX_NONE ||
            px_range_holds(b->cue->speaker, t) || px_range_holds(b->cue->group, t))
            return false;
    return true;
}

/* "thanked Brell | *on Monday* | for the pits": where or when it is said. */
static bool tells_where(const struct px_scene *scene, struct px_range gap)
{
    return !px_range_empty(gap) && px_scene_has(scene, gap.first, PX_CLASS_PREPOSITION | PX_CLASS_TIME) &&
           !px_scene_has(scene, gap.first, PX_CLASS_SUBORDINATOR);
}

/* "told reporters *it failed* as he wished but he thinks *he did well*": what no mark parts from both sides is said
 * with them. */
static void fill_gaps(const struct px_bounding *b)
{
    struct px_cue *cue = b->cue;
    size_t kept = 0;
    for (size_t i = 0; i < cue->content.count; i++) {
        struct px_range part = cue->content.items[i];
        struct px_range gap = {kept == 0 ? part.first : cue->content.items[kept - 1].end, part.first};
        bool joins = kept > 0 && cue->content.items[kept - 1].first >= cue->group.end && part.end <= cue->bounds.end &&
                     gap.first <= gap.end && gap.end - gap.first <= GAP_MOST && is_free(b, gap) &&
                     !tells_where(b->scene, gap);
        for (uint32_t t = gap.first; joins && t < gap.end; t++)
            b->owners[t] = b->index;
        if (joins)
            cue->content.items[kept - 1].end = part.end;
        else
            cue->content.items[kept++] = part;
    }
    cue->content.count = kept;
}

/* Does the token hang, by any number of steps, on a word of the part? */
static bool hangs_in(const struct px_scene *scene, struct px_range part, uint32_t token)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, token);
    uint32_t word = tree == NULL ? PX_NONE : px_parse_word(scene->annotation, token);
    uint32_t sentence = scene->tokens[token].sentence;
    for (uint32_t steps = 0; tree != NULL && word < tree->count && steps < tree->count; steps++) {
        uint32_t at = px_parse_token(scene->annotation, sentence, word);
        if (px_range_holds(part, at))
            return true;
        word = tree->words[word].head;
    }
    return false;
}

/* Lengthens the last part of what is said up to the token, where what lies between is short and nobody's. */
static void lengthen(const struct px_bounding *b, uint32_t end)
{
    struct px_range *last = &b->cue->content.items[b->cue->content.count - 1], rest = {last->end, end};
    if (px_range_empty(rest) || rest.end - rest.first > GAP_MOST || !is_free(b, rest))
        return;
    for (uint32_t t = rest.first; t < rest.end; t++)
        b->owners[t] = b->index;
    last->end = end;
}

/* The other cue tells no statement: its one range of words is free. */
static void drop(const struct px_bounding *b, struct px_cue *other)
{
    struct px_range part = other->content.items[0];
    other->is_dropped = true;
    other->content.count = 0;
    for (uint32_t u = part.first; u < part.end; u++)
        b->owners[u] = PX_NONE;
}

/* "was not speaking of his faith | but of *her view of* man": what only the noun of a statement holds there is part of
 * what is said, and no statement. */
static void take_from_nouns(const struct px_bounding *b, uint32_t first, uint32_t end)
{
    for (uint32_t t = first; t < end; t++) {
        struct px_cue *other = b->owners[t] == PX_NONE ? NULL : &b->scene->cues.items[b->owners[t]];
        if (other == NULL || other == b->cue || other->entry->kind != PX_CUE_NOUN || other->content.count != 1 ||
            other->content.items[0].first < first || other->content.items[0].end > end)
            continue;
        drop(b, other);
    }
}

/* "did well of bringing trade | *to the fore*.": the rest of the sentence, where no mark parts it and all of it hangs
 * on what is said. */
static void complete_rest(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    struct px_cue *cue = b->cue;
    struct px_range *last = cue->content.count == 0 ? NULL : &cue->content.items[cue->content.count - 1];
    if (last == NULL || last->first < cue->group.end || last->end >= cue->bounds.end)
        return;
    uint32_t end = last->end;
    while (end < cue->bounds.end && end <= last->end + GAP_MOST && scene->marks[end] == 0 &&
           hangs_in(scene, *last, end))
        end++;
    if (end + 1 == cue->bounds.end && scene->marks[end] == '.') {
        take_from_nouns(b, last->end, end);
        lengthen(b, end);
    }
}

/* "that one small shop | *in ten may not reopen*": a clause that "that" begins is none without a verb, which it takes
 * from the words up to the next mark. */
static void complete_clause(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    struct px_cue *cue = b->cue;
    struct px_range *last = cue->content.count == 0 ? NULL : &cue->content.items[cue->content.count - 1];
    const struct px_tree *tree = last == NULL ? NULL : px_parse_tree(scene->annotation, last->first);
    if (tree == NULL || cue->entry->kind != PX_CUE_VERB || (cue->entry->takes & PX_TAKES_THAT) == 0 ||
        last->first < cue->group.end || !px_scene_has(scene, last->first, PX_CLASS_THAT))
        return;
    bool verb = false;
    uint32_t end = last->first + 1;
    for (; end < cue->bounds.end && scene->marks[end] == 0 && scene->quotations[end] == PX_NONE; end++) {
        bool finite = px_tree_is_finite(tree, px_parse_word(scene->annotation, end));
        if (finite && end < last->end)
            return;
        verb = verb || finite;
    }
    if (verb && end > last->end)
        lengthen(b, end);
}

/* Is the part but what a clause begins with, "*that on Monday* | , the pit …": "that" and a phrase without a verb up to a
 * comma? */
static bool is_mere_front(const struct px_scene *scene, struct px_range part)
{
    const unsigned leads = PX_CLASS_PREPOSITION | PX_CLASS_TIME;
    if (part.first + 1 >= part.end || !px_scene_has(scene, part.first, PX_CLASS_THAT) ||
        !px_scene_has(scene, part.first + 1, leads) || scene->marks[part.end] != ',')
        return false;
    for (uint32_t t = part.first; t < part.end; t++)
        if (scene->marks[t] != 0 || scene->quotations[t] != PX_NONE || px_parse_is_finite(scene->annotation, t))
            return false;
    return true;
}

/* "of posts *calling for a strike*": a participle that only describes something which is said tells no statement. */
static void take_from_participles(const struct px_bounding *b, uint32_t first, uint32_t end)
{
    for (uint32_t t = first; t < end; t++) {
        struct px_cue *other = b->owners[t] == PX_NONE ? NULL : &b->scene->cues.items[b->owners[t]];
        if (other == NULL || other == b->cue || other->group.first < first || other->group.first > t ||
            !px_scene_has(b->scene, other->group.first, PX_CLASS_GERUND) || other->content.count != 1 ||
            b->scene->marks[other->group.first - 1] != 0 || other->content.items[0].end > end)
            continue;
        drop(b, other);
    }
}

/* How far what stands behind the token may be said with it, up to the end: to what another says, his verb included. */
static uint32_t free_end(const struct px_bounding *b, uint32_t first, uint32_t end)
{
    for (uint32_t t = first; t < end; t++) {
        bool others = b->owners[t] != PX_NONE && b->owners[t] != b->index;
        uint32_t verb = others ? b->scene->cues.items[b->owners[t]].group.first : t;
        if (others || px_range_holds(b->cue->speaker, t) || px_range_holds(b->cue->group, t))
            return verb > first && verb < t ? verb : t;
    }
    return end;
}

/* "said *that on Monday* | , the pit had “closed” its gates, not “locked” *them*": where only the front of a clause was
 * found behind the verb, and maybe scraps of the rest, all of the clause is said. */
static void complete_front(const struct px_bounding *b)
{
    struct px_cue *cue = b->cue;
    const struct px_range front = cue->content.count == 0 ? (struct px_range){0, 0} : cue->content.items[0];
    if (cue->entry->kind != PX_CUE_VERB || (cue->entry->takes & PX_TAKES_THAT) == 0 || front.first != cue->group.end ||
        front.end + 1 >= cue->bounds.end || !is_mere_front(b->scene, front) ||
        !px_scene_opens_clause(b->scene, front.end + 1))
        return;
    uint32_t end = px_scene_clause_end(b->scene, cue, front.end + 1);
    take_from_participles(b, front.end, end);
    end = free_end(b, front.end, end);
    struct px_ranges old = cue->content;
    cue->content = (struct px_ranges){0};
    px_scene_add_content(b->scene, cue, (struct px_range){front.first, end});
    for (size_t i = 1; i < old.count; i++)
        px_scene_add_content(b->scene, cue,
                             (struct px_range){old.items[i].first > end ? old.items[i].first : end, old.items[i].end});
    for (uint32_t t = front.end; t < end; t++)
        b->owners[t] = b->index;
}

void px_bounding_complete(const struct px_bounding *b)
{
    complete_front(b);
    fill_gaps(b);
    complete_clause(b);
    complete_rest(b);
}
