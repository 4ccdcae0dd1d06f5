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

/* Do words of degree of the category end at `end` that begin at `from` or behind it? */
static bool has_degree(const struct px_annotation *annotation, uint32_t from, uint32_t end, struct px_slice category)
{
    const struct px_hits *hits = &annotation->article->hits;
    for (size_t i = px_hits_from(hits, from); i < hits->count && hits->items[i].first_token < end; i++)
        if (hits->items[i].lexicon == PX_LEXICON_DEGREE &&
            hits->items[i].first_token + hits->items[i].token_count == end &&
            px_category_within(px_resources_entry(annotation->resources, &hits->items[i])->category, category))
            return true;
    return false;
}

/* "*somewhat* awkward", "*less* toxic": who says so takes back a part of it. */
static bool is_softened(const struct px_annotation *annotation, const struct px_match *match)
{
    enum { LONGEST = 3 };
    uint32_t end = match->first_token, start = annotation->article->sentences.items[match->sentence].first_token;
    uint32_t from = end > start + LONGEST ? end - LONGEST : start;
    return has_degree(annotation, from, end, PX_SLICE("degree.down.little"));
}

/* What says of something that it has the quality: the word itself, or the noun that it stands with ("a crazy *idea*");
 * PX_NONE where nothing is said to be so. */
static uint32_t predicate_of(const struct px_tree *tree, uint32_t word)
{
    uint32_t predicate = (px_tree_arc(tree, word) & PX_ARC_MODIFIER) != 0 ? tree->words[word].head : word;
    return px_tree_dependent(tree, predicate, PX_ARC_COPULA) == PX_NONE ? PX_NONE : predicate;
}

/* Is there more of it, "more *awkward*", "*nastier*", "the most *awkward*"? */
static bool is_raised(const struct px_tree *tree, uint32_t word)
{
    uint32_t child = px_tree_dependent(tree, word, PX_ARC_ADVERB);
    while (child != PX_NONE && !px_tree_has_xpos(tree, child, "RBR") && !px_tree_has_xpos(tree, child, "RBS"))
        child = px_tree_next(tree, child, PX_ARC_ADVERB);
    return child != PX_NONE || px_tree_has_xpos(tree, word, "JJR");
}

/* Is it denied that something is so, "is not a *crazy* idea"? Not by what asks ("isn't it *crazy*?"), nor where there is
 * more of it ("could not be more *awkward*"), or it is not all ("not only *crazy*"). */
static bool is_denied(const struct px_annotation *annotation, const struct px_match *match)
{
    const struct px_tree *tree = px_parse_tree(annotation, match->first_token);
    uint32_t end = match->first_token + match->token_count;
    uint32_t word = tree == NULL ? PX_NONE : px_parse_head(annotation, match->first_token, end);
    uint32_t predicate = word == PX_NONE ? PX_NONE : predicate_of(tree, word);
    uint32_t denial = predicate == PX_NONE ? PX_NONE : px_scope_denial(annotation, match->sentence, predicate);
    uint32_t subject = denial == PX_NONE ? PX_NONE : px_tree_dependent(tree, predicate, PX_ARC_SUBJECT);
    if (denial == PX_NONE || denial > word || subject == PX_NONE || subject > denial || is_raised(tree, word))
        return false;
    uint32_t token = px_parse_token(annotation, match->sentence, denial);
    return !has_degree(annotation, token - (token > 0), token + 1, PX_SLICE("degree.down")) &&
           !has_degree(annotation, token + 1, token + 2, PX_SLICE("degree.down"));
}

/* A word that the model marks though its entry is wrong more often than right is wrong more often than right there,
 * too. */
uint8_t px_dismiss_judge_loaded(const struct px_annotation *annotation, const struct px_match *match, double mark,
                                struct px_slice qualities)
{
    if (!match->by_model && match->weight < mark)
        return PX_DISMISSED_CONTEXT;
    bool own = match->voice == PX_VOICE_OWN;
    if (own && !match->marked && !is_idiom(annotation, match))
        return PX_DISMISSED_CONTEXT;
    if (own && !match->marked && match->negated)
        return PX_DISMISSED_NEGATION;
    if (!px_category_listed(match->category, qualities))
        return PX_DISMISSED_NOT;
    if (is_denied(annotation, match))
        return PX_DISMISSED_NEGATION;
    return px_voice_is_chosen(match->voice) && is_softened(annotation, match) ? PX_DISMISSED_CONTEXT : PX_DISMISSED_NOT;
}
