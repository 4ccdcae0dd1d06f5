/* Whom something is told to is no part of what is said: "warned *Smith* | that the mine", "told *a group of reporters* |
 * that", "asked *Smith* | “how …”". */
#include "reading/parse.h"
#include "sourcing/attribution_scene.h"

enum {
    LEADS_MOST = 3,      /* "told *NBC’s* “Meet the Press” that" */
    ADDRESSEE_MOST = 16, /* tokens of whom something is told */
    QUOTED_LEAST = 6     /* of a quotation with words of its own, marks included */
};

/* Is the token's word an object of the cue's verb, or what no preposition leads and a parser takes for a time or a place:
 * "asked *Mr. Smith* “how …”"? */
static bool is_object_of_cue(const struct px_scene *scene, const struct px_cue *cue, uint32_t token)
{
    const struct px_annotation *annotation = scene->annotation;
    const struct px_tree *tree = px_parse_tree(annotation, token);
    uint32_t word = tree == NULL ? PX_NONE : px_parse_word(annotation, token);
    if (tree == NULL || tree->words[word].head >= tree->count)
        return false;
    bool bare =
        (px_tree_arc(tree, word) & PX_ARC_OBLIQUE) != 0 && px_tree_dependent(tree, word, PX_ARC_CASE) == PX_NONE;
    return (bare || (px_tree_arc(tree, word) & PX_ARC_OBJECT) != 0) &&
           px_range_holds(cue->group, px_parse_token(annotation, cue->sentence, tree->words[word].head));
}

/* Does a name or a title end at the token? "the notion that" tells nobody. */
static bool is_named(const struct px_scene *scene, uint32_t token)
{
    return scene->quotations[token] != PX_NONE ? scene->quotations[token + 1] == PX_NONE
                                               : scene->mentions[token] != PX_NONE;
}

/* Is the phrase the cue's object, and its noun one for people: "warned *a group of reporters* that"? */
static bool is_audience(const struct px_scene *scene, const struct px_cue *cue, struct px_range phrase)
{
    const struct px_hits *hits = &scene->article->hits;
    uint32_t head = px_scene_head(scene, phrase);
    if (head == PX_NONE || !is_object_of_cue(scene, cue, head))
        return false;
    for (size_t i = px_hits_from(hits, phrase.first); i < hits->count && hits->items[i].first_token <= head; i++)
        if (hits->items[i].first_token + hits->items[i].token_count > head &&
            (hits->items[i].lexicon == PX_LEXICON_ROLES ||
             (hits->items[i].lexicon == PX_LEXICON_SOURCES &&
              px_slice_is(px_resources_entry(scene->annotation->resources, &hits->items[i])->category, "group"))))
            return true;
    return false;
}

/* Does "that" at the token begin a clause that the cue governs? */
static bool begins_told(const struct px_scene *scene, const struct px_cue *cue, const struct px_tree *tree,
                        uint32_t token)
{
    uint32_t word = px_parse_word(scene->annotation, token);
    uint32_t verb = tree->words[word].head;
    uint32_t above = verb < tree->count ? tree->words[verb].head : PX_NONE;
    return px_scene_has(scene, token, PX_CLASS_THAT) && above < tree->count && verb > word &&
           px_range_holds(cue->group, px_parse_token(scene->annotation, cue->sentence, above));
}

/* "told *a group of reporters* | that": behind people "that" begins what they are told, unless a verb follows whose subject
 * it is. */
static bool begins_behind_audience(const struct px_scene *scene, const struct px_cue *cue, struct px_range before)
{
    return cue->entry->kind == PX_CUE_VERB && (cue->entry->takes & PX_TAKES_THAT) != 0 &&
           px_scene_has(scene, before.end, PX_CLASS_THAT) &&
           !px_scene_has(scene, before.end + 1, PX_CLASS_AUXILIARY | PX_CLASS_VERB) && is_audience(scene, cue, before);
}

/* Do words that are quoted, with a verb, begin at the token behind a name: "asked *Smith* “how …”"? "Called Smith
 * “…”" says it of him. */
static bool begins_quoted(const struct px_scene *scene, const struct px_cue *cue, uint32_t token)
{
    const struct px_cue_entry *entry = cue->entry;
    uint32_t q = scene->quotations[token];
    bool tells = (entry->takes & PX_TAKES_QUOTATION) != 0 && (entry->takes & PX_TAKES_OBJECT) != 0 &&
                 entry->tone == PX_TONE_NEUTRAL && !px_scene_has(scene, cue->core.first, PX_CLASS_NAMING);
    if (!tells || q == PX_NONE || scene->quotations[token - 1] == q || scene->mentions[token - 1] == PX_NONE ||
        !is_object_of_cue(scene, cue, px_scene_head(scene, (struct px_range){cue->group.end, token})) ||
        scene->article->quotations.items[q].token_count < QUOTED_LEAST ||
        px_parse_is_finite(scene->annotation, token + 1)) /* whose subject the name is */
        return false;
    for (uint32_t t = token + 1; t < cue->bounds.end && scene->quotations[t] == q; t++)
        if (px_parse_is_finite(scene->annotation, t))
            return true;
    return false;
}

/* "said *Tuesday* | the plan was dead": does a phrase with a verb behind it begin behind nothing but a day? */
static bool begins_behind_day(const struct px_scene *scene, struct px_range before, uint32_t end)
{
    const unsigned opens = PX_CLASS_DETERMINER | PX_CLASS_ARTICLE | PX_CLASS_POSSESSIVE | PX_CLASS_SUBJECT;
    for (uint32_t t = before.first; t < before.end; t++)
        if (!px_scene_is_capitalised(scene, t) || !px_scene_has(scene, t, PX_CLASS_TIME) ||
            scene->mentions[t] != PX_NONE)
            return false;
    bool phrase = scene->mentions[before.end] != PX_NONE || px_scene_has(scene, before.end, opens);
    for (uint32_t t = before.end; phrase && t < end; t++)
        if (px_parse_is_finite(scene->annotation, t))
            return true;
    return false;
}

/* Does a clause begin at the token with its pronoun, behind nothing but a name or a day: "told *Smith* | he would",
 * "said *Wednedsay* | he maintains"? */
static bool begins_clause(const struct px_scene *scene, struct px_range before)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, before.end);
    if (!px_scene_has(scene, before.end, PX_CLASS_SUBJECT) || before.end > before.first + LEADS_MOST ||
        px_scene_has(scene, before.end, PX_CLASS_RELATIVE | PX_CLASS_THAT | PX_CLASS_POSSESSIVE) ||
        (px_tree_arc(tree, px_parse_word(scene->annotation, before.end)) & PX_ARC_SUBJECT) == 0)
        return false;
    for (uint32_t t = before.first; t < before.end; t++)
        if (!px_scene_is_capitalised(scene, t) || (scene->classes[t] & ~(uint32_t)PX_CLASS_TIME) != 0 ||
            scene->marks[t] != 0 || scene->quotations[t] != PX_NONE)
            return false;
    return true;
}

/* "told *the president* | he could not": does a clause begin at the token with its pronoun, behind people? */
static bool begins_behind_people(const struct px_scene *scene, const struct px_cue *cue, struct px_range before)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, before.end);
    return before.end > before.first && before.end <= before.first + LEADS_MOST &&
           (cue->entry->takes & PX_TAKES_THAT) != 0 && px_scene_has(scene, before.end, PX_CLASS_SUBJECT) &&
           !px_scene_has(scene, before.end, PX_CLASS_RELATIVE | PX_CLASS_THAT | PX_CLASS_POSSESSIVE) &&
           (px_tree_arc(tree, px_parse_word(scene->annotation, before.end)) & PX_ARC_SUBJECT) != 0 &&
           is_audience(scene, cue, before);
}

void px_scene_skip_addressee(const struct px_scene *scene, const struct px_cue *cue, uint32_t *owners,
                             struct px_range *part)
{
    const struct px_tree *tree = px_parse_tree(scene->annotation, part->first);
    if (tree == NULL || part->first < cue->group.end || part->first > cue->group.end + LEADS_MOST ||
        part->first >= cue->bounds.end)
        return;
    uint32_t end = part->end < cue->bounds.end ? part->end : cue->bounds.end;
    for (uint32_t t = part->first; t < end && t < part->first + ADDRESSEE_MOST; t++) {
        struct px_range before = {part->first, t};
        bool said = t > part->first && (begins_told(scene, cue, tree, t) || begins_quoted(scene, cue, t));
        bool told = (said && (is_named(scene, t - 1) || is_audience(scene, cue, before))) ||
                    (t > part->first &&
                     (begins_behind_audience(scene, cue, before) || begins_behind_people(scene, cue, before)));
        bool verb = px_slice_starts(px_syntax_xpos(tree->syntax, tree->words[px_parse_word(scene->annotation, t)].tag),
                                    PX_SLICE("VB"));
        if (!said && !told && (verb || scene->marks[t] == ','))
            return;
        if (!told && (t == part->first || !(begins_clause(scene, before) || begins_behind_day(scene, before, end))))
            continue;
        for (uint32_t u = part->first; u < t; u++)
            owners[u] = PX_NONE;
        part->first = t;
        return;
    }
}
