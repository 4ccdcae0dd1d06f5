/* What stands round what is said and is the article's:
 *
 *     "had said he would sign *but backed off*"            what came of it
 *     "told him he could not stay*, and he left*"          the same, of somebody who has a clause of his own
 *     "at first said he would sign*, though he left*"      the same, where the verb tells that it was not the last word
 *     "*Mr. Venn?* “Strong,” he said"                       what he was asked
 *     "*the law asks it* — and they did, according to him"  what a dash parts from a clause that has its source
 *     "*a wider law which* critics said | could do harm"   the noun that a relative clause is told of
 */
#include "reading/parse.h"
#include "reading/party.h"
#include "sourcing/attribution_bound.h"
#include "sourcing/attribution_control.h"

/* Was it said before what the article tells: "*had* said"? */
static bool is_earlier(const struct px_scene *scene, const struct px_cue *cue)
{
    for (uint32_t t = cue->group.first; t < cue->core.end; t++)
        if (px_scene_has(scene, t, PX_CLASS_HAVE) && px_scene_is_tagged(scene, t, "VBD"))
            return true;
    return false;
}

/* "had said he would sign | *but backed off*": a verb in the past behind "but" that has no subject of its own, where what
 * was said was said before. */
static void end_at_turn(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    const struct px_cue *cue = b->cue;
    if (!is_earlier(scene, cue))
        return;
    for (uint32_t t = cue->group.end + 1; t + 2 < cue->bounds.end; t++) {
        uint32_t verb = t + 1 + (px_scene_has(scene, t + 1, PX_CLASS_ADVERB) ? 1 : 0);
        const struct px_tree *tree = px_parse_tree(scene->annotation, verb);
        if (b->owners[t] != b->index || tree == NULL || scene->quotations[t] != PX_NONE ||
            !px_scene_has(scene, t, PX_CLASS_CONTRAST) ||
            (!px_scene_is_tagged(scene, verb, "VBD") &&
             !px_scene_is_tagged(scene, verb, "VBN")) || /* the parser mixes them up */
            px_tree_dependent(tree, px_parse_word(scene->annotation, verb), PX_ARC_SUBJECT) != PX_NONE)
            continue;
        px_bounding_take_out(b, (struct px_range){t, cue->bounds.end});
        return;
    }
}

/* Is the verb of the clause that begins with its subject at the token in the past, and no auxiliary? A parser mixes up past
 * and participle. */
static bool is_past_clause(const struct px_scene *scene, uint32_t token, uint32_t end)
{
    for (uint32_t t = token + 1; t < end && scene->marks[t] == 0 && scene->quotations[t] == PX_NONE; t++) {
        const struct px_tree *tree = px_parse_tree(scene->annotation, t);
        uint32_t word = tree == NULL ? PX_NONE : px_parse_word(scene->annotation, t);
        if (px_scene_has(scene, t, PX_CLASS_AUXILIARY) || word == PX_NONE)
            return false;
        if (px_scene_is_tagged(scene, t, "VBD") || px_scene_is_tagged(scene, t, "VBN"))
            return px_tree_dependent(tree, word, PX_ARC_SUBJECT) != PX_NONE;
    }
    return false;
}

/* "told him he could not stay | *, and he left*": where what is said is yet to be, a clause in the past tells what followed. */
static void end_before_sequel(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    const struct px_cue *cue = b->cue;
    bool modal = false;
    if (cue->entry->kind != PX_CUE_VERB || cue->content.count != 1 || cue->content.items[0].first < cue->group.end)
        return;
    for (uint32_t t = cue->content.items[0].first; t + 3 < cue->content.items[0].end; t++) {
        bool past = px_parse_is_finite(scene->annotation, t) && px_scene_is_tagged(scene, t, "VBD");
        if (scene->quotations[t] != PX_NONE || (!modal && past))
            return;
        modal = modal || px_scene_has(scene, t, PX_CLASS_MODAL);
        if (modal && scene->marks[t] == ',' && px_scene_has(scene, t + 1, PX_CLASS_COORDINATOR) &&
            is_past_clause(scene, t + 2, cue->content.items[0].end)) {
            px_bounding_take_out(b, (struct px_range){t, cue->bounds.end});
            return;
        }
    }
}

/* "a wider law *which critics said* could do harm": the noun before the relative word of a clause that goes on behind the
 * verb. */
static void drop_antecedent(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    struct px_cue *cue = b->cue;
    if (cue->content.count < 2 || px_range_empty(cue->speaker) || cue->speaker.end != cue->group.first)
        return;
    struct px_range part = cue->content.items[0], rest = cue->content.items[1];
    uint32_t relative = part.end - 1;
    if (part.end != cue->speaker.first || part.first == relative || rest.first != cue->group.end ||
        !px_scene_has(scene, relative, PX_CLASS_RELATIVE) || !px_parse_is_finite(scene->annotation, rest.first) ||
        !px_scene_is_unquoted(scene, part))
        return;
    px_bounding_take_out(b, (struct px_range){part.first, relative});
}

static bool is_listed(const struct px_scene *scene, uint32_t token, const char *category)
{
    return px_party_is_listed(scene->annotation, token, PX_LEXICON_GRAMMAR, px_slice_from(category));
}

/* "*initially* said the town would pay | *, though the wording was changed*": behind what was said at first, what is set
 * against it in the past. */
static void end_before_change(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    const struct px_cue *cue = b->cue;
    uint32_t first = cue->group.first - (cue->group.first > cue->bounds.first), t = first;
    while (t < cue->core.end && !is_listed(scene, t, "grammar.first"))
        t++;
    if (t == cue->core.end || cue->entry->kind != PX_CUE_VERB)
        return;
    for (t = cue->group.end + 1; t + 2 < cue->bounds.end; t++) {
        bool set = px_scene_has(scene, t, PX_CLASS_CONTRAST) || is_listed(scene, t, "grammar.concession");
        uint32_t verb = t + 1;
        if (!set || scene->quotations[t] != PX_NONE || b->owners[t] != b->index || scene->marks[t - 1] == 0)
            continue;
        while (verb < cue->bounds.end && scene->marks[verb] == 0 && !px_parse_is_finite(scene->annotation, verb))
            verb++;
        if (verb < cue->bounds.end && px_scene_is_tagged(scene, verb, "VBD")) {
            px_bounding_take_out(b, (struct px_range){t, cue->bounds.end});
            return;
        }
    }
}

/* "*Mr. Venn?* | “Strong,” he said": a question outside the marks right before what is quoted is whoever's asks it. */
static void drop_question(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    struct px_range part = b->cue->content.count > 0 ? b->cue->content.items[0] : (struct px_range){0, 0};
    uint32_t t = part.first;
    while (t < part.end && scene->quotations[t] == PX_NONE)
        t++;
    if (t > part.first && t < part.end && scene->marks[t - 1] == '?' && part.end <= b->cue->group.first)
        px_bounding_take_out(b, (struct px_range){part.first, t});
}

/* "*the law asks for it* — and | they did so twice, according to a count": the source tells no more than what "and" joins to
 * the rest behind a dash. */
static void drop_before_dash(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    const struct px_cue *cue = b->cue;
    for (uint32_t t = cue->group.first; cue->entry->kind == PX_CUE_PREPOSITION && t > cue->bounds.first + 1; t--)
        if (b->owners[t - 1] == b->index && px_scene_has(scene, t - 1, PX_CLASS_COORDINATOR) &&
            scene->quotations[t - 1] == PX_NONE && scene->marks[t - 2] == '-' && px_scene_opens_clause(scene, t)) {
            px_bounding_take_out(b, (struct px_range){cue->bounds.first, t});
            return;
        }
}

void px_bounding_end_at_turn(const struct px_bounding *b)
{
    end_at_turn(b);
    end_before_sequel(b);
    end_before_change(b);
    drop_antecedent(b);
    drop_question(b);
    drop_before_dash(b);
}
