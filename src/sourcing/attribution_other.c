/* Other clauses behind what is said, which the article adds in its own words:
 *
 *     "charges are near, *which his party denounces as a fraud*"            said by another
 *     "would not comply with the council, *which is at odds with the port*" told of what comes last
 *     "called it “a step for nobody else” *and summoned the envoy*"         done by the speaker
 *     "was “a step for nobody else”, *a phrase that the firm leaves out*"   told of the words
 *     "wanted “posters for friends”, *and posters were what she got*"       told of what became of it
 *     "urged them to give *and praised* the mayor"                          done by the speaker, too
 *     "rejected the plan *by blocking a vote*"                              how
 *     "agreed to cuts*: grants are to go*"                                  what it is
 *     "apologized after *others condemned it*"                              when
 *     "defended the plan *ever since the mayor had signed it*"
 *     "he told them to lie, it said, *a nod to a film*"                     told of what was said
 *     "opposes the pit, *a few hours after Mr. Venn* | said"                begun, and another's by its verb
 */
#include "reading/parse.h"
#include "reading/party.h"
#include "sourcing/attribution_bound.h"
#include "sourcing/attribution_control.h"
#include "sourcing/sourcing_view.h"

enum {
    RELATIVE_MOST = 10, /* tokens of "which his party, the League, denounces" */
    QUOTED_LEAST = 5    /* of a quotation that tells something, marks included */
};

static const double reports_least = 0.5; /* weight of a cue */

/* The verb of speech of a relative clause that begins at the token, where somebody else than its pronoun says it:
 * "which *his party denounces* as a fraud", whatever the parser makes of the verb; PX_NONE for none. */
static uint32_t verb_of_relative(const struct px_scene *scene, uint32_t token, uint32_t end)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, token);
    bool named = false;
    if (tree == NULL || !px_scene_has(scene, token, PX_CLASS_RELATIVE) ||
        !px_tree_has_xpos(tree, px_parse_word(scene->annotation, token), "WDT"))
        return PX_NONE;
    for (uint32_t t = token + 1; t < end && t <= token + RELATIVE_MOST && scene->quotations[t] == PX_NONE; t++) {
        uint32_t word = px_parse_word(scene->annotation, t);
        const struct px_cue *hit = px_scene_cue_at(scene, t);
        bool verb = px_tree_is_finite(tree, word) && !px_scene_has(scene, t, PX_CLASS_AUXILIARY);
        bool noun = px_tree_has_xpos(tree, word, "NNS");
        if (named && (verb || noun) && hit != NULL && hit->entry->kind == PX_CUE_VERB &&
            hit->entry->weight >= reports_least)
            return t;
        if (verb)
            return PX_NONE;
        named = named || scene->mentions[t] != PX_NONE || px_scene_has(scene, t, PX_CLASS_SUBJECT) ||
                px_tree_has_upos(tree, word, "NOUN");
    }
    return PX_NONE;
}

/* "charges are near, *which his party denounces as a fraud*": who says so is not who says the rest, where nothing more
 * is said. */
static void drop_relative(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    const struct px_cue *cue = b->cue;
    for (uint32_t t = cue->bounds.first; t + 3 < cue->bounds.end; t++) {
        if (b->owners[t] != b->index || scene->marks[t] != ',' || scene->quotations[t] != PX_NONE)
            continue;
        uint32_t verb = verb_of_relative(scene, t + 1, cue->bounds.end);
        if (verb == PX_NONE || px_range_holds(cue->group, verb))
            continue;
        uint32_t end = verb + 1;
        while (end < cue->bounds.end && scene->marks[end] != ',')
            end++;
        if (end == cue->bounds.end || b->owners[end] != b->index)
            px_bounding_take_out(b, (struct px_range){t, end});
    }
}

/* "would not comply with the council, *which is at odds with the port*": of who or what comes last in what is said the
 * article rather tells in its own words, up to the sentence's end. */
static void end_before_background(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    const struct px_cue *cue = b->cue;
    uint32_t comma = PX_NONE;
    for (uint32_t t = cue->group.end; t + 2 < cue->bounds.end; t++) {
        if (scene->quotations[t] != PX_NONE)
            return;
        if (scene->marks[t] == ',' && b->owners[t] == b->index)
            comma = t;
    }
    const struct px_tree *tree = comma == PX_NONE ? NULL : px_parse_tree(scene->annotation, comma + 1);
    if (tree != NULL && px_scene_has(scene, comma + 1, PX_CLASS_RELATIVE) &&
        px_slice_starts(px_syntax_xpos(tree->syntax, tree->words[px_parse_word(scene->annotation, comma + 1)].tag),
                        PX_SLICE("W")))
        px_bounding_take_out(b, (struct px_range){comma, cue->bounds.end});
}

/* Behind a comma: is it a noun of which a relative clause tells, "*a sentence that* the firm leaves out"? */
static bool is_apposition(const struct px_scene *scene, uint32_t first, uint32_t end)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, first);
    if (tree == NULL || first >= end ||
        !(px_scene_has(scene, first, PX_CLASS_ARTICLE) ||
          px_tree_has_upos(tree, px_parse_word(scene->annotation, first), "NOUN")))
        return false;
    for (uint32_t t = first + 1; t < end && scene->marks[t] == 0 && scene->quotations[t] == PX_NONE; t++) {
        if (px_scene_has(scene, t, PX_CLASS_RELATIVE | PX_CLASS_THAT))
            return true;
        if (px_tree_is_finite(tree, px_parse_word(scene->annotation, t)))
            return false;
    }
    return false;
}

static bool is_past(const struct px_tree *tree, uint32_t verb)
{
    return px_tree_has_xpos(tree, verb, "VBD");
}

/* Is a word of the cue in the past: "*began* by saying"? */
static bool tells_of_past(const struct px_bounding *b, const struct px_tree *tree)
{
    for (uint32_t t = b->cue->group.first; t < b->cue->group.end; t++)
        if (is_past(tree, px_parse_word(b->scene->annotation, t)))
            return true;
    return false;
}

/* Is it what the speaker did besides, a verb in the past like the cue's, which has no subject of its own: "*and called*
 * the envoy in"? */
static bool is_other_deed(const struct px_bounding *b, uint32_t first)
{
    const struct px_scene *scene = b->scene;
    uint32_t token = first + 1;
    token += token < b->cue->bounds.end && px_scene_has(scene, token, PX_CLASS_ADVERB | PX_CLASS_TIME);
    const struct px_tree *tree = px_parse_tree(scene->annotation, first);
    if (tree == NULL || token >= b->cue->bounds.end || !px_scene_has(scene, first, PX_CLASS_COORDINATOR))
        return false;
    uint32_t verb = px_parse_word(scene->annotation, token);
    return is_past(tree, verb) && tells_of_past(b, tree) && px_tree_dependent(tree, verb, PX_ARC_SUBJECT) == PX_NONE;
}

/* "called it “a step for nobody else”, *silencing those who had doubted*": a participle that is no word of speech. */
static bool is_result(const struct px_scene *scene, uint32_t token)
{
    return px_scene_has(scene, token, PX_CLASS_GERUND) && px_scene_cue_at(scene, token) == NULL &&
           px_scene_is_tagged(scene, token, "VBG");
}

/* "said it was “a step for nobody else”, *a sentence that the firm leaves out*", "called it “a step for nobody else”
 * *and left*": behind a quotation that tells something. */
static void end_with_quotation(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    const struct px_cue *cue = b->cue;
    for (uint32_t t = cue->group.end; t + 2 < cue->bounds.end; t++) {
        uint32_t q = scene->quotations[t], next = t + 1;
        if (q == PX_NONE || scene->quotations[next] == q || b->owners[t] != b->index ||
            scene->article->quotations.items[q].token_count < QUOTED_LEAST)
            continue;
        bool comma = scene->marks[t - 1] == ',' || scene->marks[next] == ',';
        next += scene->marks[next] == ',';
        if (next < cue->bounds.end &&
            ((comma && (is_apposition(scene, next, cue->bounds.end) || is_result(scene, next))) ||
             is_other_deed(b, next))) {
            px_bounding_take_out(b, (struct px_range){t + 1, cue->bounds.end});
            return;
        }
    }
}

/* "said she wanted “posters for friends”, *and posters were what she got*": a clause with a subject behind a quotation
 * that a comma ends, where nothing more is quoted. */
static void end_with_part(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    const struct px_cue *cue = b->cue;
    uint32_t comma = PX_NONE;
    for (uint32_t t = cue->group.end + 1; t + 3 < cue->bounds.end; t++) {
        uint32_t q = scene->quotations[t], next = t + 1;
        if (q != PX_NONE)
            comma = PX_NONE;
        if (q == PX_NONE || scene->quotations[next] == q || b->owners[t] != b->index ||
            scene->quotations[cue->group.end] == q)
            continue;
        bool parted = scene->marks[t - 1] == ',' || scene->marks[next] == ',';
        next += scene->marks[next] == ',';
        if (parted && px_scene_has(scene, next, PX_CLASS_COORDINATOR) && px_scene_opens_clause(scene, next + 1))
            comma = t + 1;
    }
    if (comma != PX_NONE)
        px_bounding_take_out(b, (struct px_range){comma, cue->bounds.end});
}

/* Is all behind the token, up to the sentence's end, a phrase: has it neither a verb nor a mark nor a quotation? */
static bool is_last_phrase(const struct px_bounding *b, uint32_t first)
{
    const struct px_scene *scene = b->scene;
    for (uint32_t t = first; t + 1 < b->cue->bounds.end; t++) {
        const struct px_tree *tree = px_parse_tree(scene->annotation, t);
        if (tree == NULL || scene->marks[t] != 0 || scene->quotations[t] != PX_NONE ||
            px_tree_is_finite(tree, px_parse_word(scene->annotation, t)))
            return false;
    }
    return first + 2 < b->cue->bounds.end;
}

/* "pointing to a lack of proof, *yet to no avail*": a phrase at the end that is set against what is done. */
static void end_before_contrast(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    const struct px_cue *cue = b->cue;
    for (uint32_t t = cue->group.end; t + 3 < cue->bounds.end; t++) {
        const struct px_tree *tree = px_parse_tree(scene->annotation, t);
        if (tree == NULL || b->owners[t] != b->index || scene->quotations[t] != PX_NONE ||
            px_tree_is_finite(tree, px_parse_word(scene->annotation, t)))
            return;
        if (scene->marks[t] == ',' && px_scene_has(scene, t + 1, PX_CLASS_CONTRAST) &&
            px_scene_has(scene, t + 2, PX_CLASS_PREPOSITION) && is_last_phrase(b, t + 2)) {
            px_bounding_take_out(b, (struct px_range){t, cue->bounds.end});
            return;
        }
    }
}

/* "spoke of a “draw” with his wife, *herself a lawyer*": who somebody named last is. */
static void end_before_identity(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    for (uint32_t t = b->cue->group.end; t + 3 < b->cue->bounds.end; t++)
        if (b->owners[t] == b->index && scene->marks[t] == ',' && px_scene_has(scene, t + 2, PX_CLASS_ARTICLE) &&
            px_party_is_listed(scene->annotation, t + 1, PX_LEXICON_GRAMMAR, PX_SLICE("grammar.reflexive")) &&
            is_last_phrase(b, t + 1)) {
            px_bounding_take_out(b, (struct px_range){t, b->cue->bounds.end});
            return;
        }
}

/* A semicolon in a headline parts one piece of news from another. */
static void end_with_semicolon(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    const struct px_cue *cue = b->cue;
    uint8_t role = scene->article->blocks.items[scene->article->sentences.items[cue->sentence].block].role;
    for (uint32_t t = cue->group.end; !px_role_is_paragraph(role) && t + 1 < cue->bounds.end; t++)
        if (scene->marks[t] == ';' && scene->quotations[t] == PX_NONE && b->owners[t + 1] == b->index) {
            px_bounding_take_out(b, (struct px_range){t, cue->bounds.end});
            return;
        }
}

/* "said that he would back the plan | *and echoed* the charge", "urged them to give | *and praised* the mayor": where
 * nothing that is said is in the past, a verb in the past that has no subject goes with the cue. */
static void end_before_deed(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    const struct px_cue *cue = b->cue;
    bool modal = false;
    for (uint32_t t = cue->group.end; t + 1 < cue->bounds.end; t++) {
        const struct px_tree *tree = px_parse_tree(scene->annotation, t);
        if (b->owners[t] != b->index || tree == NULL || is_past(tree, px_parse_word(scene->annotation, t)))
            return;
        modal = modal || px_scene_has(scene, t, PX_CLASS_MODAL) ||
                ((cue->entry->takes & PX_TAKES_TO) != 0 && px_scene_has(scene, t, PX_CLASS_TO));
        if (modal && cue->entry->kind == PX_CUE_VERB && is_other_deed(b, t)) {
            px_bounding_take_out(b, (struct px_range){t, cue->bounds.end});
            return;
        }
    }
}

/* "opposes the pit, *a few hours after Mr. Venn* | said": a subject whose verb another statement has is not said
 * without it; it goes with all that leads to it from the last comma. */
static void drop_bare_subject(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    struct px_cue *cue = b->cue;
    struct px_range part =
        cue->content.count == 0 ? (struct px_range){0, 0} : cue->content.items[cue->content.count - 1];
    uint32_t t = part.end;
    if (part.first < cue->group.end || t >= cue->bounds.end || scene->quotations[t] != PX_NONE ||
        scene->quotations[t - 1] != PX_NONE || px_scene_cue_at(scene, t) == NULL)
        return;
    const struct px_tree *tree = px_parse_tree(scene->annotation, t);
    uint32_t verb = tree == NULL ? PX_NONE : px_parse_word(scene->annotation, t);
    uint32_t subject = tree == NULL ? PX_NONE : px_tree_dependent(tree, verb, PX_ARC_SUBJECT);
    if (subject == PX_NONE || !px_tree_is_finite(tree, verb))
        return;
    uint32_t first = px_parse_token(scene->annotation, cue->sentence, px_tree_span(tree, subject).start);
    if (px_tree_span(tree, subject).end != verb || !px_range_holds(part, first))
        return;
    while (first > part.first && !(scene->marks[first] == ',' && scene->quotations[first] == PX_NONE))
        first--;
    if (first > part.first)
        px_bounding_take_out(b, (struct px_range){first, t});
    else
        cue->unsure = true;
}

/* "rejected the agenda | *by blocking a measure*": by what deed somebody does what a verb without a clause tells. */
static void end_before_means(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    const struct px_cue *cue = b->cue;
    if (cue->entry->kind != PX_CUE_VERB || cue->entry->takes != PX_TAKES_OBJECT)
        return;
    for (uint32_t t = cue->group.end; t + 1 < cue->bounds.end; t++) {
        const struct px_tree *tree = px_parse_tree(scene->annotation, t + 1);
        if (tree == NULL || b->owners[t] != b->index || scene->quotations[t] != PX_NONE ||
            !px_scene_has(scene, t, PX_CLASS_AGENT) || !px_scene_has(scene, t + 1, PX_CLASS_GERUND) ||
            px_scene_cue_at(scene, t + 1) != NULL)
            continue;
        uint32_t verb = tree->words[px_parse_word(scene->annotation, t + 1)].head;
        if (verb < tree->count && px_range_holds(cue->group, px_parse_token(scene->annotation, cue->sentence, verb))) {
            px_bounding_take_out(b, (struct px_range){t, cue->bounds.end});
            return;
        }
    }
}

/* "agreed to savage cuts | *: grants are to go*": a verb that only says yes to something does not tell what that is,
 * and may be no more than a deed. */
static void end_with_colon(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    struct px_cue *cue = b->cue;
    uint32_t colon = PX_NONE;
    if (cue->entry->kind != PX_CUE_VERB || cue->entry->tone != PX_TONE_AFFIRMING ||
        (cue->entry->takes & PX_TAKES_QUOTATION) != 0)
        return;
    for (uint32_t t = cue->group.end + 1; t + 1 < cue->bounds.end; t++) {
        if (scene->quotations[t] != PX_NONE)
            return;
        if (colon == PX_NONE && scene->marks[t] == ':' && b->owners[t] == b->index &&
            !px_scene_has(scene, t + 1, PX_CLASS_THAT))
            colon = t;
    }
    if (colon == PX_NONE)
        return;
    px_bounding_take_out(b, (struct px_range){colon, cue->bounds.end});
    cue->unsure = true;
}

/* Has the clause that the word opens a verb, be it one that the parser takes for a participle, "after *others condemned
 * it*"? */
static bool opens_clause(const struct px_tree *tree, uint32_t opens)
{
    uint32_t head = tree->words[opens].head;
    if (head >= tree->count || head < opens || px_tree_span(tree, head).start != opens)
        return false;
    if (px_tree_is_finite(tree, head))
        return px_tree_dependent(tree, head, PX_ARC_SUBJECT) != PX_NONE;
    uint32_t verb = px_tree_dependent(tree, head, PX_ARC_ASIDE);
    return verb != PX_NONE && px_tree_has_xpos(tree, verb, "VBN") &&
           px_tree_dependent(tree, verb, PX_ARC_OBJECT) != PX_NONE;
}

/* "apologized on Tuesday after | *others condemned it*": when somebody spoke, not what was said. */
static void drop_time(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    const struct px_cue *cue = b->cue;
    bool clausal = (cue->entry->takes & (PX_TAKES_THAT | PX_TAKES_QUOTATION)) != 0; /* "asked if | he had" */
    for (size_t i = cue->content.count; !clausal && i-- > 0;) {
        struct px_range part = cue->content.items[i];
        const struct px_tree *tree = px_parse_tree(scene->annotation, part.first);
        if (tree != NULL && part.first > cue->group.end && part.end <= cue->bounds.end &&
            scene->quotations[part.first] == PX_NONE && px_scene_has(scene, part.first - 1, PX_CLASS_SUBORDINATOR) &&
            opens_clause(tree, px_parse_word(scene->annotation, part.first - 1)))
            px_bounding_take_out(b, part);
    }
}

/* The verb on which the clause hangs that the conjunction at the token opens, as a token; PX_NONE where it opens
 * none in the past. */
static uint32_t verb_above(const struct px_scene *scene, uint32_t token)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, token);
    uint32_t opens = tree == NULL ? PX_NONE : px_parse_word(scene->annotation, token);
    if (opens == PX_NONE || !px_scene_has(scene, token, PX_CLASS_SUBORDINATOR) || !opens_clause(tree, opens))
        return PX_NONE;
    uint32_t verb = tree->words[opens].head, above = tree->words[verb].head;
    return is_past(tree, verb) && above < verb && (px_tree_arc(tree, verb) & PX_ARC_ASIDE) != 0
               ? px_parse_token(scene->annotation, scene->tokens[token].sentence, above)
               : PX_NONE;
}

/* "defended the plan | *ever since the mayor had signed it*": when somebody speaks of what is no clause. */
static void end_before_time(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    const struct px_cue *cue = b->cue;
    bool asks = (cue->entry->takes & (PX_TAKES_THAT | PX_TAKES_QUOTATION)) == PX_TAKES_QUOTATION; /* "asked if" */
    for (uint32_t t = cue->group.end + 1; t + 2 < cue->bounds.end; t++) {
        const struct px_tree *tree = px_parse_tree(scene->annotation, t);
        if (tree == NULL || scene->quotations[t] != PX_NONE || px_scene_has(scene, t, PX_CLASS_THAT | PX_CLASS_TO) ||
            px_tree_is_finite(tree, px_parse_word(scene->annotation, t)))
            return;
        bool asked = asks && px_scene_has(scene, t, PX_CLASS_QUESTION);
        uint32_t verb = b->owners[t] == b->index && !asked ? verb_above(scene, t) : PX_NONE;
        if (verb != PX_NONE && px_range_holds(cue->group, verb)) {
            uint32_t before = px_parse_word(scene->annotation, t - 1); /* "ever" */
            t -= px_tree_has_upos(tree, before, "ADV");
            px_bounding_take_out(b, (struct px_range){t, cue->bounds.end});
            return;
        }
    }
}

/* "he told them to lie, it said, | *a nod to a film*": behind whoever tells what stands before. */
static void drop_addition(const struct px_bounding *b)
{
    struct px_sourcing_tail tail = px_sourcing_find_tail(b->scene, b->cue->sentence);
    if (tail.cue != NULL && px_parse_adds_noun(b->scene->annotation, tail.cue->core.end + 1, b->cue->bounds.end))
        px_bounding_take_out(b, (struct px_range){tail.cue->core.end, b->cue->bounds.end});
}

/* "he need not pay, they said, | *meaning that he owes nothing*": what follows from it is rather the article's to say. */
static void drop_inference(const struct px_bounding *b)
{
    const struct px_scene *scene = b->scene;
    uint32_t comma = PX_NONE;
    for (uint32_t t = b->cue->group.end; t + 2 < b->cue->bounds.end; t++) {
        if (scene->quotations[t] != PX_NONE)
            comma = PX_NONE;
        else if (comma == PX_NONE && scene->marks[t] == ',' && px_party_infers(scene->annotation, t + 1))
            comma = t;
    }
    if (comma != PX_NONE)
        px_bounding_take_out(b, (struct px_range){comma, b->cue->bounds.end});
}

void px_scene_end_at_others(const struct px_bounding *b)
{
    drop_relative(b);
    end_before_background(b);
    end_with_quotation(b);
    end_with_part(b);
    end_before_contrast(b);
    end_before_identity(b);
    end_before_deed(b);
    end_before_means(b);
    end_with_colon(b);
    drop_time(b);
    end_before_time(b);
    drop_addition(b);
    drop_inference(b);
    end_with_semicolon(b);
    px_bounding_end_at_turn(b);
    drop_bare_subject(b);
}
