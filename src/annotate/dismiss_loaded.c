/* Words of speech, words below the list's mark, what the model does not mark and is no idiom, and qualities that are denied
 * or of a small degree. */
#include "annotate/dismiss_loaded.h"

#include "annotate/loaded.h"
#include "reading/parse.h"
#include "reading/scope.h"

#define REPORTS_LEAST 0.2 /* the share of a cue's places that report, above which it is a word of speech */
#define IDIOM_LEAST 0.5   /* the weight of an idiom that is loaded at least as often as not */

/* Is it a verb or noun that mostly reports, "claims", and no "so-called" or "myth"? */
static bool reports(const struct px_annotation *annotation, const struct px_match *match)
{
    const struct px_hits *hits = &annotation->article->hits;
    for (size_t i = px_hits_from(hits, match->first_token);
         i < hits->count && hits->items[i].first_token == match->first_token; i++) {
        const struct px_entry *entry = hits->items[i].lexicon == PX_LEXICON_CUES
                                           ? px_resources_entry(annotation->resources, &hits->items[i])
                                           : NULL;
        if (entry != NULL && entry->weight > REPORTS_LEAST &&
            (px_category_within(entry->category, PX_SLICE("cue.verb")) ||
             px_category_within(entry->category, PX_SLICE("cue.noun"))))
            return true;
    }
    return false;
}

bool px_dismiss_is_cue(const struct px_annotation *annotation, const struct px_match *match, struct px_slice cues)
{
    return px_category_listed(match->category, cues) && px_match_is_cue(annotation->article, match) &&
           (match->voice != PX_VOICE_OWN || reports(annotation, match));
}

/* Is it a noun that something is said to be, "the quay is a white elephant"? Few things are what such words mean by
 * themselves. */
static bool is_predicate(const struct px_annotation *annotation, const struct px_match *match)
{
    const struct px_tree *tree = px_parse_tree(annotation, match->first_token);
    if (tree == NULL)
        return false;
    uint32_t head = px_parse_head(annotation, match->first_token, match->first_token + match->token_count);
    return head != PX_NONE && px_tree_has_upos(tree, head, "NOUN") &&
           px_tree_dependent(tree, head, PX_ARC_COPULA) != PX_NONE;
}

/* The model reads word by word, and none of an idiom's words is loaded by itself: "toed the party line". One that may be
 * meant word for word, "off the rails", weighs less. */
static bool is_idiom(const struct px_annotation *annotation, const struct px_match *match)
{
    return match->token_count > 1 && (match->weight >= IDIOM_LEAST || is_predicate(annotation, match));
}

/* Is the hit one of words of degree of the category? */
static bool is_degree(const struct px_annotation *annotation, const struct px_hit *hit, struct px_slice category)
{
    return hit->lexicon == PX_LEXICON_DEGREE &&
           px_category_within(px_resources_entry(annotation->resources, hit)->category, category);
}

/* Do words of degree of the category stand on tokens [first, end)? */
static bool has_degree(const struct px_annotation *annotation, uint32_t first, uint32_t end, struct px_slice category)
{
    const struct px_hits *hits = &annotation->article->hits;
    for (size_t i = px_hits_from(hits, first); i < hits->count && hits->items[i].first_token == first; i++)
        if (first + hits->items[i].token_count == end && is_degree(annotation, &hits->items[i], category))
            return true;
    return false;
}

/* "*somewhat* awkward", "*less* toxic": who says so takes back a part of it. Not where that is denied, "no *less* toxic". */
static bool is_softened(const struct px_annotation *annotation, const struct px_match *match)
{
    enum { LONGEST = 3 };
    uint32_t end = match->first_token, start = annotation->article->sentences.items[match->sentence].first_token;
    for (uint32_t first = end > start + LONGEST ? end - LONGEST : start; first < end; first++)
        if (has_degree(annotation, first, end, PX_SLICE("degree.down.little")))
            return first == start || !px_scope_is_denial(annotation, first - 1);
    return false;
}

/* What says of something that it has the quality: the word itself, what it stands with ("a crazy *idea*"), or the first of
 * several ("is *absurd*, crazy and late"); PX_NONE where nothing is said to be so. */
static uint32_t predicate_of(const struct px_tree *tree, uint32_t word)
{
    enum { MOST_STEPS = 8 };
    for (int steps = 0; steps < MOST_STEPS && word < tree->count; steps++) {
        if (px_tree_dependent(tree, word, PX_ARC_COPULA) != PX_NONE)
            return word;
        if ((px_tree_arc(tree, word) & (PX_ARC_MODIFIER | PX_ARC_CONJUNCT)) == 0)
            return PX_NONE;
        word = tree->words[word].head;
    }
    return PX_NONE;
}

/* Is there more of it, "more *awkward*", "*nastier*", "the most *awkward*"? */
static bool is_raised(const struct px_tree *tree, uint32_t word)
{
    uint32_t child = px_tree_dependent(tree, word, PX_ARC_ADVERB);
    while (child != PX_NONE && !px_tree_has_xpos(tree, child, "RBR") && !px_tree_has_xpos(tree, child, "RBS"))
        child = px_tree_next(tree, child, PX_ARC_ADVERB);
    return child != PX_NONE || px_tree_has_xpos(tree, word, "JJR");
}

/* Does the denial leave a part of it, or more than that: "*hardly* crazy", "a *little* crazy", "*not only* crazy", "*not so*
 * crazy *as*", "*not a little* crazy"? */
static bool is_partial(const struct px_annotation *annotation, uint32_t denial)
{
    const struct px_hits *hits = &annotation->article->hits;
    for (size_t i = px_hits_from(hits, denial); i < hits->count && hits->items[i].first_token == denial; i++)
        if (is_degree(annotation, &hits->items[i], PX_SLICE("degree.partial")))
            return true;
    static const struct px_slice down = PX_SLICE_STATIC("degree.down");
    return has_degree(annotation, denial, denial + 1, down) || has_degree(annotation, denial + 1, denial + 2, down) ||
           (denial > 0 && has_degree(annotation, denial - 1, denial + 1, down));
}

/* Is it denied that something is so, "is not a *crazy* idea"? Not by what asks ("isn't it *crazy*?") or under a condition,
 * nor where there is more of it ("could not be more *awkward*"), or where somebody is called so ("not the *reckless* mayor
 * that they see"). */
static bool is_denied(const struct px_annotation *annotation, const struct px_match *match)
{
    const struct px_tree *tree = px_parse_tree(annotation, match->first_token);
    uint32_t end = match->first_token + match->token_count;
    if (tree == NULL || !match->negated)
        return false;
    uint32_t word = px_parse_head(annotation, match->first_token, end);
    uint32_t predicate = predicate_of(tree, word);
    uint32_t denial = predicate == PX_NONE ? PX_NONE : px_scope_denial(annotation, match->sentence, predicate);
    uint32_t subject = denial == PX_NONE ? PX_NONE : px_tree_dependent(tree, predicate, PX_ARC_SUBJECT);
    return denial != PX_NONE && denial < word && subject != PX_NONE && subject <= denial && !is_raised(tree, word) &&
           (match->token_count > 1 || !px_scope_is_definite(annotation, match->sentence, predicate)) &&
           !px_scope_doubts(annotation, match->first_token, end) &&
           !is_partial(annotation, px_parse_token(annotation, match->sentence, denial));
}

/* A word that the model marks though its entry is wrong more often than right is wrong more often than right there,
 * too. */
uint8_t px_dismiss_judge_loaded(const struct px_annotation *annotation, const struct px_match *match, double mark,
                                bool quality)
{
    if (!match->by_model && match->weight < mark)
        return PX_DISMISSED_CONTEXT;
    bool own = match->voice == PX_VOICE_OWN;
    if (own && !match->marked && !is_idiom(annotation, match))
        return PX_DISMISSED_CONTEXT;
    if (own && !match->marked && match->negated)
        return PX_DISMISSED_NEGATION;
    if (!quality)
        return PX_DISMISSED_NOT;
    if (is_denied(annotation, match))
        return PX_DISMISSED_NEGATION;
    return px_voice_is_chosen(match->voice) && is_softened(annotation, match) ? PX_DISMISSED_CONTEXT : PX_DISMISSED_NOT;
}
