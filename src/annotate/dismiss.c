#include "annotate/dismiss.h"

#include "annotate/dismiss_loaded.h"
#include "annotate/dismiss_name.h"
#include "annotate/loaded.h"
#include "reading/grammar.h"
#include "reading/parse.h"
#include "reading/party.h"
#include "reading/scope.h"

/* What a lexicon's file says of all its entries. */
struct rules {
    double mark;
    struct px_slice cues, qualities, leanings;                    /* categories */
    struct px_slice negated;                                      /* categories */
    struct px_slice supposed, doubted, purposes, bodies, permits; /* categories */
};

static struct rules read_rules(const struct px_lexicon *lexicon)
{
    return (struct rules){
        .mark = px_lexicon_mark(lexicon),
        .cues = px_lexicon_metadata(lexicon, "cues"),
        .qualities = px_lexicon_metadata(lexicon, "qualities"),
        .leanings = px_lexicon_metadata(lexicon, "leanings"),
        .negated = px_lexicon_metadata(lexicon, "negated"),
        .supposed = px_lexicon_metadata(lexicon, "supposed"),
        .doubted = px_lexicon_metadata(lexicon, "doubted"),
        .purposes = px_lexicon_metadata(lexicon, "purposes"),
        .bodies = px_lexicon_metadata(lexicon, "bodies"),
        .permits = px_lexicon_metadata(lexicon, "permits"),
    };
}

/* "Shutdown Could Last, Trump Warns": a headline leaves half unsaid who says so. */
static bool is_in_headline(const struct px_article *article, const struct px_match *match)
{
    return article->blocks.items[article->sentences.items[match->sentence].block].role == PX_ROLE_TITLE;
}

static bool is_small(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    uint32_t form = annotation->article->tokens.items[px_parse_token(annotation, sentence, word)].form;
    return px_vocabulary_form(annotation->worker->vocabulary, form)->shape == PX_SHAPE_LOWER;
}

/* May the word on which the match's others hang be what the entry's `pos` lists? In a headline a noun is easily taken
 * for something else, where all words have capitals and small words are left out; one in small letters is no name, "U.S.
 * *jobs*". */
static bool is_other_sense(const struct px_annotation *annotation, const struct px_match *match)
{
    if (match->pos.size == 0 || annotation->trees == NULL ||
        (is_in_headline(annotation->article, match) && px_category_listed(PX_SLICE("NOUN"), match->pos)))
        return false;
    uint32_t head = px_parse_head(annotation, match->first_token, match->first_token + match->token_count);
    if (head == PX_NONE)
        return false;
    struct px_slice tag = px_party_tag(annotation, match->sentence, head);
    bool noun = px_slice_is(tag, "PROPN") && is_small(annotation, match->sentence, head);
    return !px_category_listed(noun ? PX_SLICE("NOUN") : tag, match->pos);
}

/* "to win over" tells a purpose where somebody does something to that end ("he came to"); not where a word of state or
 * thought asks for it ("he needs to"). */
static bool is_complement(const struct px_annotation *annotation, const struct px_match *match)
{
    const struct px_tree *tree = px_parse_tree(annotation, match->first_token);
    uint32_t word = px_parse_word(annotation, match->first_token);
    uint32_t verb = tree == NULL ? PX_NONE : tree->words[word].head;
    uint32_t head = verb == PX_NONE ? PX_NONE : tree->words[verb].head;
    return head != PX_NONE && (annotation->classes[match->first_token] & PX_CLASS_TO) != 0 &&
           (px_tree_arc(tree, verb) & PX_ARC_OPEN) != 0 &&
           px_party_is_listed(annotation, px_parse_token(annotation, match->sentence, head), PX_LEXICON_AGENCY,
                              PX_SLICE("agency.stative"));
}

/* Is it denied what the words say? A dispute that nobody could settle is one: of a noun there must be none. */
static bool is_denied(const struct px_annotation *annotation, const struct px_match *match)
{
    uint32_t head = px_parse_head(annotation, match->first_token, match->first_token + match->token_count);
    return match->negated &&
           (head == PX_NONE || !px_slice_is(px_party_tag(annotation, match->sentence, head), "NOUN") ||
            px_scope_denial(annotation, match->sentence, head) != PX_NONE);
}

/* Is what the match would do denied, or only supposed? */
static bool is_taken_back(const struct px_annotation *annotation, const struct px_match *match,
                          const struct rules *rules)
{
    uint32_t end = match->first_token + match->token_count;
    return (px_category_listed(match->category, rules->negated) && is_denied(annotation, match)) ||
           (px_category_listed(match->category, rules->supposed) &&
            px_scope_supposes(annotation, match->first_token, end));
}

/* "should lawmakers choose to": before its subject a verb asks or sets a condition. */
static bool is_inverted(const struct px_annotation *annotation, const struct px_match *match)
{
    const struct px_tree *tree = px_parse_tree(annotation, match->first_token);
    uint32_t word = tree == NULL ? PX_NONE : px_parse_word(annotation, match->first_token);
    if (word == PX_NONE || (px_tree_arc(tree, word) & PX_ARC_AUXILIARY) == 0)
        return false;
    uint32_t subject = px_tree_subject(tree, tree->words[word].head);
    return subject != PX_NONE && subject > word && subject < tree->words[word].head;
}

static bool is_negated(const struct px_annotation *annotation, uint32_t sentence, uint32_t verb)
{
    uint32_t token = px_parse_token(annotation, sentence, verb);
    return px_scope_negates(annotation, token, token + 1);
}

/* "may not be kept", "may be used" where the sentence speaks of the law: allows or forbids, and hedges nothing. */
static bool is_permission(const struct px_annotation *annotation, const struct px_match *match)
{
    const struct px_article *article = annotation->article;
    const struct px_tree *tree = px_parse_tree(annotation, match->first_token);
    uint32_t word = tree == NULL ? PX_NONE : px_parse_word(annotation, match->first_token);
    uint32_t verb = word == PX_NONE ? PX_NONE : tree->words[word].head;
    if (verb >= (tree == NULL ? 0 : tree->count) ||
        (!px_tree_is_passive(tree, verb) && !is_negated(annotation, match->sentence, verb)))
        return false;
    const struct px_sentence *sentence = &article->sentences.items[match->sentence];
    for (size_t i = px_hits_from(&article->hits, sentence->first_token);
         i < article->hits.count && article->hits.items[i].first_token < sentence->first_token + sentence->token_count;
         i++)
        if (article->hits.items[i].lexicon == PX_LEXICON_FRAMES &&
            px_slice_is(px_resources_entry(annotation->resources, &article->hits.items[i])->category,
                        "frames.policy.legality"))
            return true;
    return false;
}

static bool gives_floor(const struct px_annotation *annotation, const struct px_match *match)
{
    for (uint32_t t = match->first_token; t < match->first_token + match->token_count; t++) {
        uint32_t cue = annotation->cues[t];
        if (cue != PX_NONE && annotation->article->attributions.items[cue].speaker.count > 0)
            return true;
    }
    return false;
}

/* Does the loaded word say how something is? A word for a group or leaning does where it names nobody: "is not *racist*",
 * but "is not a *racist*", "are not *racists*". */
static bool is_quality(const struct px_annotation *annotation, const struct px_match *match, const struct rules *rules)
{
    if (!px_category_listed(match->category, rules->leanings))
        return px_category_listed(match->category, rules->qualities);
    const struct px_tree *tree = px_parse_tree(annotation, match->first_token);
    if (tree == NULL)
        return false;
    uint32_t head = px_parse_head(annotation, match->first_token, match->first_token + match->token_count);
    return head != PX_NONE && !px_tree_has_xpos(tree, head, "NNS") &&
           px_tree_dependent(tree, head, PX_ARC_DETERMINER) == PX_NONE;
}

static uint8_t judge(struct px_dismissing *reading, const struct px_match *match, const struct rules *rules)
{
    const struct px_annotation *annotation = reading->annotation;
    if (px_dismiss_is_name(reading, match))
        return PX_DISMISSED_NAME;
    if (px_match_is_loaded(match))
        return px_dismiss_is_cue(annotation, match, rules->cues)
                   ? PX_DISMISSED_CUE
                   : px_dismiss_judge_loaded(annotation, match, rules->mark, is_quality(annotation, match, rules));
    if (match->weight < rules->mark)
        return PX_DISMISSED_WEIGHT;
    if (is_other_sense(annotation, match) ||
        (px_category_listed(match->category, rules->purposes) && is_complement(annotation, match)) ||
        (px_category_listed(match->category, rules->permits) && is_permission(annotation, match)))
        return PX_DISMISSED_SENSE;
    if (px_category_listed(match->category, rules->cues) && gives_floor(annotation, match))
        return PX_DISMISSED_CUE;
    if (is_taken_back(annotation, match, rules))
        return PX_DISMISSED_NEGATION;
    if (px_category_listed(match->category, rules->bodies) && is_in_headline(annotation->article, match))
        return PX_DISMISSED_DOUBT;
    if (px_category_listed(match->category, rules->doubted) &&
        (is_inverted(annotation, match) ||
         px_scope_doubts(annotation, match->first_token, match->first_token + match->token_count)))
        return PX_DISMISSED_DOUBT;
    return PX_DISMISSED_NOT;
}

enum px_status px_annotate_dismissals(struct px_annotation *annotation, struct px_error *error)
{
    struct px_article *article = annotation->article;
    struct rules rules[PX_LEXICON_OWN];
    struct px_dismissing reading = {.annotation = annotation, .sentence = PX_NONE};
    (void)error;
    for (size_t i = 0; i < PX_LEXICON_OWN; i++)
        rules[i] = read_rules(px_resources_lexicon(annotation->resources, i));
    for (size_t i = 0; i < article->matches.count; i++) {
        struct px_match *match = &article->matches.items[i];
        bool users = match->lexicon_id >= PX_LEXICON_OWN && !match->by_model;
        const struct rules *these = &rules[users || match->by_model ? PX_LEXICON_LOADED : match->lexicon_id];
        if (!users) {
            match->dismissed = judge(&reading, match, these);
        } else if (px_match_is_loaded(match)) {
            const struct px_lexicon *list = px_resources_lexicon(annotation->resources, match->lexicon_id);
            match->dismissed = px_dismiss_judge_loaded(annotation, match, px_lexicon_mark(list), false);
        }
        match->marked = match->marked && (match->dismissed == PX_DISMISSED_NOT || match->dismissed == PX_DISMISSED_CUE);
    }
    return PX_OK;
}
