/* Are the words of a statement a part of a clause alone: do they begin inside of one, or go on from what leads to them?
 * "The bill, *which he said* is weak", "complained about *him*". */
#include "reading/parse.h"
#include "sourcing/attribution_scene.h"

/* Is it the object of a verb: "him", "her" that owns nothing, and "it" where it is the subject of nothing? */
static bool is_object(const struct px_scene *scene, uint32_t token)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, token);
    if (!px_scene_has(scene, token, PX_CLASS_OBJECT))
        return false;
    return tree == NULL ? !px_scene_has(scene, token, PX_CLASS_SUBJECT)
                        : (px_tree_arc(tree, px_parse_word(scene->annotation, token)) &
                           (PX_ARC_SUBJECT | PX_ARC_POSSESSOR)) == 0;
}

/* "tried to clarify *his comment that* she lied": what a verb without an object of its own is about was said before. */
static bool is_of_before(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t first = cue->content.items[0].first;
    const struct px_cue *noun = first + 2 < scene->count ? px_scene_cue_at(scene, first + 1) : NULL;
    return cue->entry->kind == PX_CUE_VERB && (cue->entry->takes & PX_TAKES_OBJECT) == 0 && first == cue->group.end &&
           px_scene_has(scene, first, PX_CLASS_POSSESSIVE) && noun != NULL && noun->entry->kind == PX_CUE_NOUN &&
           px_scene_has(scene, first + 2, PX_CLASS_THAT);
}

/* Is the token a verb with a small letter that makes a clause, or a form of "be": the middle of one? */
static bool is_inner_verb(const struct px_scene *scene, uint32_t token)
{
    return !px_scene_is_capitalised(scene, token) && px_parse_is_finite(scene->annotation, token) &&
           !px_scene_has(scene, token, PX_CLASS_QUESTION | PX_CLASS_SUBORDINATOR);
}

/* "the bill, *which he said* is weak", "people *she says* “have had enough”": does the cue stand in a relative clause, of
 * which the noun is part of what is said? */
static bool is_in_relative(const struct px_scene *scene, const struct px_cue *cue)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, cue->core.first);
    uint32_t before = cue->speaker.first;
    if (tree == NULL || px_range_empty(cue->speaker) || before <= cue->bounds.first || before >= cue->core.first)
        return false;
    before--;
    if (before > cue->bounds.first && px_scene_has(scene, before - 1, PX_CLASS_PREPOSITION | PX_CLASS_TO))
        return false; /* "*to which* he replied" */
    return px_scene_is_tagged(scene, before, "WDT") || px_scene_is_tagged(scene, before, "WP");
}

/* Does a preposition lead the clause, "*In that letter* he argued"? The noun is no part of what is said then. */
static bool leads_clause(const struct px_scene *scene, const struct px_cue *cue, uint32_t token)
{
    return px_scene_has(scene, token, PX_CLASS_PREPOSITION) &&
           (token == cue->bounds.first || scene->marks[token - 1] != 0 ||
            px_scene_has(scene, token - 1, PX_CLASS_COORDINATOR | PX_CLASS_ADVERB));
}

/* "the “calamity” *he said* he inherited", "the wall *she said* would fall": does a speaker stand right behind a noun, and
 * what is said right behind the cue, without "that"? The noun is part of what is said. */
static bool is_bare_relative(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t noun = cue->speaker.first, said = cue->content.items[0].first;
    bool tight = !px_range_empty(cue->speaker) && cue->speaker.end == cue->group.first && said == cue->group.end;
    if (!tight || noun < cue->bounds.first + 2 || px_scene_has(scene, said, PX_CLASS_THAT) || scene->marks[said] != 0)
        return false;
    noun -= scene->marks[noun - 1] == '"' ? 2 : 1;
    if (!px_scene_is_tagged(scene, noun, "NN") && !px_scene_is_tagged(scene, noun, "NNS"))
        return false;
    uint32_t first = noun;
    while (first > cue->bounds.first &&
           (scene->marks[first] == '"' || px_scene_is_tagged(scene, first, "NN") ||
            px_scene_is_tagged(scene, first, "NNS") || px_scene_is_tagged(scene, first, "JJ")))
        first--;
    bool phrase = px_scene_has(scene, first, PX_CLASS_DETERMINER | PX_CLASS_POSSESSIVE);
    return phrase && (first == cue->bounds.first || !leads_clause(scene, cue, first - 1));
}

bool px_scene_lacks_subject(const struct px_scene *scene, const struct px_cue *cue)
{
    if (cue->content.count == 0 || px_scene_has(scene, cue->core.first, PX_CLASS_NAMING))
        return false;
    uint32_t first = cue->content.items[0].first;
    while (first + 1 < cue->content.items[0].end && scene->marks[first] == '"')
        first++;
    bool predicate = cue->entry->lemma.size == 0 && first == cue->group.end + 1 && scene->marks[first - 1] == '"' &&
                     !px_scene_is_capitalised(scene, first); /* "miners also *“know how cuts hurt”*" */
    return predicate || (first > cue->bounds.first + 1 && is_inner_verb(scene, first)) || is_in_relative(scene, cue) ||
           is_bare_relative(scene, cue);
}

bool px_scene_is_cut(const struct px_scene *scene, const struct px_cue *cue)
{
    enum {
        JOINS = PX_CLASS_PREPOSITION | PX_CLASS_COORDINATOR,
        OPENS = PX_CLASS_THAT | PX_CLASS_TO | PX_CLASS_QUESTION
    };
    uint32_t first = cue->content.count > 0 ? cue->content.items[0].first : 0;
    bool named = cue->speaker.first > cue->bounds.first && cue->speaker.end <= cue->group.first &&
                 px_scene_has(scene, cue->speaker.first - 1, PX_CLASS_RELATIVE) &&
                 px_scene_has(scene, cue->core.first, PX_CLASS_NAMING);
    if (first <= cue->core.first || named) /* the sentence begins with what is said, or the clause with what is named */
        return named;
    if (cue->entry->kind == PX_CUE_PREPOSITION) /* "according to Brell, *in May* the pit was shut" */
        return false;
    bool joined = px_scene_has(scene, first, JOINS) && !px_scene_has(scene, first, OPENS);
    bool behind = px_scene_has(scene, first - 1, PX_CLASS_PREPOSITION) && !px_scene_has(scene, first - 1, OPENS);
    return joined || behind || is_object(scene, first) || is_of_before(scene, cue);
}

/* "Given *that*, she said, the pits …": a word by itself, with a small letter, stands for what is told elsewhere. */
static bool is_stray(const struct px_scene *scene, struct px_range part)
{
    return part.end == part.first + 1 && !px_scene_is_capitalised(scene, part.first);
}

/* The first word of what is said but adverbs, "*never* close it": of its first part behind the occasion; PX_NONE for none. */
static uint32_t first_said(const struct px_scene *scene, const struct px_cue *cue, struct px_span occasion)
{
    for (size_t i = 0; i < cue->content.count; i++) {
        struct px_range part = cue->content.items[i];
        uint32_t start = scene->tokens[part.first].start;
        if ((start >= occasion.start && start < occasion.end) || is_stray(scene, part))
            continue;
        while (part.first < part.end && (!px_scene_is_word(scene, part.first) ||
                                         px_scene_has(scene, part.first, PX_CLASS_ADVERB | PX_CLASS_NEGATION)))
            part.first++;
        return px_range_empty(part) ? PX_NONE : part.first;
    }
    return PX_NONE;
}

bool px_scene_follows_that(const struct px_scene *scene, const struct px_cue *cue, struct px_span occasion)
{
    uint32_t first = first_said(scene, cue, occasion);
    if (first == PX_NONE || px_scene_has(scene, first, PX_CLASS_THAT | PX_CLASS_AUXILIARY))
        return false;
    uint32_t end = cue->content.items[cue->content.count - 1].end;
    bool asks = px_scene_has(scene, first, PX_CLASS_QUESTION) && !px_scene_has(scene, first, PX_CLASS_SUBORDINATOR);
    bool asked = scene->marks[end - 1] == '?' || (end < scene->count && scene->marks[end] == '?');
    return !asks && !asked && !px_scene_is_tagged(scene, first, "VB");
}
