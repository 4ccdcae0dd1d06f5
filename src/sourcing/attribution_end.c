/* Where what is said ends in its sentence: before the main clause, a gloss, another saying, or where the article takes the
 * word again. */
#include "reading/parse.h"
#include "sourcing/attribution_control.h"

enum { QUOTED_LEAST = 6 }; /* tokens of a quotation that tells something by itself, marks included */

/* Lets go of all of the content in the cue's sentence from the token on. */
static void end_at(struct px_cue *cue, uint32_t *owners, uint32_t token)
{
    struct px_ranges *content = &cue->content;
    size_t kept = 0;
    for (size_t i = 0; i < content->count; i++) {
        struct px_range part = content->items[i];
        bool cut = part.end > token && part.first < cue->bounds.end;
        for (uint32_t t = part.first > token ? part.first : token; cut && t < part.end; t++)
            owners[t] = PX_NONE;
        part.end = cut ? token : part.end;
        if (!px_range_empty(part))
            content->items[kept++] = part;
    }
    content->count = kept;
}

/* Where what is said ends in the cue's sentence, behind the cue. */
static uint32_t last_end(const struct px_cue *cue)
{
    uint32_t end = cue->group.end;
    for (size_t i = 0; i < cue->content.count; i++)
        if (cue->content.items[i].first < cue->bounds.end && cue->content.items[i].end > end)
            end = cue->content.items[i].end;
    return end < cue->bounds.end ? end : cue->bounds.end;
}

/* "*Despite* Smith saying", "But on Friday, *after* Smith said", "Behind a note in *which* he said": does the sentence
 * begin with the cue's clause, or with a phrase that holds it, which only leads to another? */
static bool leads_on(const struct px_scene *scene, const struct px_cue *cue)
{
    const unsigned leads = PX_CLASS_PREPOSITION | PX_CLASS_SUBORDINATOR | PX_CLASS_RELATIVE;
    uint32_t first = cue->bounds.first;
    const struct px_tree *tree = px_parse_tree(scene->annotation, first);
    if (px_range_empty(cue->speaker) || cue->speaker.end > cue->group.first || cue->speaker.first <= first)
        return false;
    for (uint32_t t = first; tree != NULL && t < cue->speaker.first; t++)
        if (scene->quotations[t] != PX_NONE || px_tree_is_finite(tree, px_parse_word(scene->annotation, t)))
            return false;
    return px_scene_has(scene, cue->speaker.first - 1, leads) &&
           !px_scene_has(scene, cue->speaker.first - 1, PX_CLASS_THAT);
}

/* "Despite Smith saying they had “come a long way,” | others were more dour": ends with the comma behind which the main
 * clause begins, be the comma within the marks. */
static void end_with_clause(const struct px_scene *scene, struct px_cue *cue, uint32_t *owners)
{
    if (!leads_on(scene, cue) || cue->group.end >= cue->bounds.end)
        return;
    bool added = px_scene_has(scene, cue->group.end, PX_CLASS_SUBORDINATOR); /* "said if it rained, he …" */
    for (uint32_t t = cue->group.end + 1, end = last_end(cue); t + 1 < end; t++) {
        uint32_t q = scene->quotations[t], next = t + 1;
        if (scene->marks[t] != ',' || (q != PX_NONE && scene->quotations[t + 2] == q))
            continue;
        next += q != PX_NONE; /* the mark that closes */
        if (!added && next < cue->bounds.end && px_scene_opens_clause(scene, next)) {
            end_at(cue, owners, q != PX_NONE ? next : t);
            return;
        }
        added = false;
    }
}

/* "while *clarifying*", "adding": does the participle of another cue begin at the token? */
static bool begins_other(const struct px_scene *scene, uint32_t token, uint32_t end)
{
    token += token < end && px_scene_has(scene, token, PX_CLASS_SUBORDINATOR | PX_CLASS_COORDINATOR);
    return token < end && px_scene_cue_at(scene, token) != NULL && px_scene_has(scene, token, PX_CLASS_GERUND);
}

/* "“…, is inadequate,” *instead, hoping for a wider talk*": words without a clause that no conjunction joins to what is
 * quoted. */
static bool is_gloss(const struct px_scene *scene, uint32_t first, uint32_t end)
{
    const unsigned joins = PX_CLASS_COORDINATOR | PX_CLASS_SUBORDINATOR | PX_CLASS_PREPOSITION | PX_CLASS_THAT |
                           PX_CLASS_TO | PX_CLASS_RELATIVE;
    bool participle = false;
    if (px_scene_has(scene, first, joins))
        return false;
    for (uint32_t t = first; t < end; t++) {
        const struct px_tree *tree = px_parse_tree(scene->annotation, t);
        if (tree == NULL || scene->quotations[t] != PX_NONE ||
            px_tree_is_finite(tree, px_parse_word(scene->annotation, t)))
            return false;
        participle = participle || px_scene_has(scene, t, PX_CLASS_GERUND);
    }
    return participle;
}

/* "“Absolutely I said that,” | while clarifying": behind a quotation that ends, the participle of another cue begins
 * what is said there, and a gloss what is not said. */
static void end_with_quotation(const struct px_scene *scene, struct px_cue *cue, uint32_t *owners)
{
    for (uint32_t t = cue->group.end, end = last_end(cue); t + 1 < end; t++) {
        uint32_t q = scene->quotations[t], next = t + 1;
        if (q == PX_NONE || scene->quotations[next] == q ||
            scene->article->quotations.items[q].token_count < QUOTED_LEAST)
            continue;
        bool gloss = scene->marks[t - 1] == ',' && is_gloss(scene, next, end);
        next += scene->marks[next] == ',';
        if (gloss || begins_other(scene, next, cue->bounds.end)) {
            end_at(cue, owners, t + 1);
            return;
        }
    }
}

void px_scene_end_content(const struct px_scene *scene, struct px_cue *cue, uint32_t *owners)
{
    end_with_clause(scene, cue, owners);
    end_with_quotation(scene, cue, owners);
    uint32_t stop = px_scene_find_stop(scene, cue, last_end(cue));
    if (stop != PX_NONE)
        end_at(cue, owners, stop);
}
