/* Whose a verdict is: of whoever considers, finds or condemns; and what is asked for: of whoever asks. */
#include "reading/parse.h"
#include "reading/party.h"
#include "sourcing/voice_behind.h"

/* Is the word what somebody holds another to be: "considered it *reckless*", "found to be *reckless*", "condemned it as
 * *reckless*"? */
static bool is_verdict(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    uint32_t arc = px_tree_arc(tree, word);
    uint32_t start = px_tree_span(tree, word).start;
    bool adjective = px_tree_has_upos(tree, word, "ADJ"), noun = px_tree_has_upos(tree, word, "NOUN");
    bool participle = px_tree_has_xpos(tree, word, "VBN"); /* "ill-advised" */
    uint32_t first = px_parse_token(annotation, sentence, start);
    bool as = (arc & (PX_ARC_OBLIQUE | PX_ARC_ASIDE)) != 0 &&
              px_party_is_listed(annotation, first, PX_LEXICON_AGENCY, PX_SLICE("agency.role"));
    /* "as a *sham*", but not "in a *sham*" */
    return ((arc & PX_ARC_OPEN) != 0 && (adjective || participle || noun)) || (as && (adjective || noun));
}

static void pass_on(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    for (uint32_t w = px_tree_span(tree, word).start; w <= word; w++)
        annotation->article->tokens.items[px_parse_token(annotation, sentence, w)].flags |= PX_TOKEN_PASSED_ON;
}

void px_voice_pass_verdict(const struct px_annotation *annotation, const struct px_hit *hit)
{
    const struct px_lexicon *cues = px_resources_lexicon(annotation->resources, PX_LEXICON_CUES);
    const struct px_entry *entry = px_resources_entry(annotation->resources, hit);
    struct px_slice takes = px_lexicon_cell(cues, entry, px_lexicon_column(cues, "takes"));
    const struct px_tree *tree = px_parse_tree(annotation, hit->first_token);
    uint32_t verb = tree == NULL ? PX_NONE : px_parse_word(annotation, hit->first_token);
    if (verb == PX_NONE || !px_slice_is(entry->category, "cue.verb") || !px_tree_has_upos(tree, verb, "VERB") ||
        px_slice_find(takes, PX_SLICE("object"), 0) == SIZE_MAX)
        return;
    uint32_t sentence = annotation->article->tokens.items[hit->first_token].sentence;
    for (uint32_t w = verb + 1; w < tree->count; w++) {
        uint32_t head = tree->words[w].head;
        bool joined = (px_tree_arc(tree, w) & PX_ARC_CONJUNCT) != 0 && head > verb && head < tree->count &&
                      px_tree_has_upos(tree, w, "ADJ");
        uint32_t of = joined ? head : w;
        if (tree->words[of].head == verb && is_verdict(annotation, sentence, of))
            pass_on(annotation, sentence, w);
    }
}

/* "asking them *to repudiate bigots*": what somebody is asked to do is told in the words of whoever asks, be he named or
 * not. */
void px_voice_pass_request(const struct px_annotation *annotation, const struct px_hit *hit)
{
    const struct px_lexicon *cues = px_resources_lexicon(annotation->resources, PX_LEXICON_CUES);
    const struct px_entry *entry = px_resources_entry(annotation->resources, hit);
    struct px_slice takes = px_lexicon_cell(cues, entry, px_lexicon_column(cues, "takes"));
    const struct px_tree *tree = px_parse_tree(annotation, hit->first_token);
    uint32_t verb = tree == NULL ? PX_NONE : px_parse_word(annotation, hit->first_token);
    if (verb == PX_NONE || !px_slice_is(entry->category, "cue.verb") || entry->weight < PX_VOICE_LEAST_SPEECH ||
        !px_tree_has_upos(tree, verb, "VERB") || px_slice_find(takes, PX_SLICE("object"), 0) == SIZE_MAX ||
        px_slice_find(takes, PX_SLICE("to"), 0) == SIZE_MAX)
        return;
    uint32_t sentence = annotation->article->tokens.items[hit->first_token].sentence;
    uint32_t asked = px_tree_dependent(tree, verb, PX_ARC_OPEN);
    if (asked == PX_NONE || asked < verb || !px_tree_has_xpos(tree, asked, "VB") ||
        px_tree_dependent(tree, verb, PX_ARC_OBJECT) == PX_NONE)
        return;
    uint32_t end = px_voice_end_of_clause(tree, asked);
    for (uint32_t w = px_tree_span(tree, asked).start; w < end; w++)
        annotation->article->tokens.items[px_parse_token(annotation, sentence, w)].flags |= PX_TOKEN_PASSED_ON;
}
