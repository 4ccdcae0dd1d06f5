/* Quotations among the words of a statement that are names and labels of things, and nothing that somebody says. */
#include "reading/parse.h"
#include "sourcing/attribution_scene.h"

/* "on the radio *programme* “Morning Talk”": does the quotation name the noun right before it, in a phrase behind a
 * preposition? */
static bool names_noun(const struct px_scene *scene, const struct px_quotation *quotation)
{
    uint32_t first = quotation->first_token, end = first + quotation->token_count;
    const struct px_tree *tree = px_parse_tree(scene->annotation, first - 1);
    if (tree == NULL || scene->marks[first - 1] != 0)
        return false;
    uint32_t name = px_parse_head(scene->annotation, first, end), noun = px_parse_word(scene->annotation, first - 1);
    return name != PX_NONE && px_tree_has_xpos(tree, noun, "NN") &&
           (px_tree_dependent(tree, noun, PX_ARC_CASE) != PX_NONE ||
            px_tree_dependent(tree, name, PX_ARC_CASE) != PX_NONE) &&
           (tree->words[name].head == noun || tree->words[noun].head == name);
}

bool px_scene_is_place(const struct px_scene *scene, uint32_t q)
{
    const struct px_quotation *quotation = &scene->article->quotations.items[q];
    uint32_t before = quotation->first_token - 1;
    if (quotation->kind != PX_QUOTATION_TITLE || quotation->first_token == 0)
        return false;
    bool behind =
        px_scene_has(scene, before, PX_CLASS_PREPOSITION) && !px_scene_has(scene, before, PX_CLASS_SUBORDINATOR);
    bool owned = px_scene_is_clitic(scene, before) && !px_scene_has(scene, before, PX_CLASS_NEGATION | PX_CLASS_MODAL);
    return behind || owned || names_noun(scene, quotation);
}

bool px_scene_is_given_title(const struct px_scene *scene, const struct px_cue *cue)
{
    uint32_t first = cue->content.count > 0 ? cue->content.items[0].first : 0;
    uint32_t q = first < 2 ? PX_NONE : scene->quotations[first];
    if (q == PX_NONE || scene->article->quotations.items[q].kind != PX_QUOTATION_TITLE ||
        scene->marks[first - 1] != ':')
        return false;
    const struct px_tree *tree = px_parse_tree(scene->annotation, first - 2);
    uint32_t noun = tree == NULL ? PX_NONE : px_parse_word(scene->annotation, first - 2);
    uint32_t verb = tree == NULL ? PX_NONE : tree->words[noun].head;
    if (tree == NULL || verb >= tree->count || (px_tree_arc(tree, noun) & PX_ARC_OBJECT) == 0)
        return false;
    uint32_t receiver = px_tree_dependent(tree, verb, PX_ARC_OBJECT);
    return receiver != PX_NONE && receiver > verb && receiver < noun;
}

static bool is_noun(const struct px_tree *tree, uint32_t word)
{
    return px_tree_has_upos(tree, word, "NOUN") || px_tree_has_upos(tree, word, "PROPN");
}

/* "the *“theft”* comments": the noun right behind a quotation that is a noun and goes with it, as a token; or PX_NONE. An
 * adjective may be the speaker's judgement. */
static uint32_t labelled_noun(const struct px_scene *scene, const struct px_quotation *quotation)
{
    uint32_t first = quotation->first_token, end = first + quotation->token_count;
    uint32_t sentence = scene->tokens[first].sentence;
    const struct px_tree *tree = end < scene->count ? px_parse_tree(scene->annotation, end) : NULL;
    if (tree == NULL || scene->marks[end] != 0 || scene->tokens[end].sentence != sentence)
        return PX_NONE;
    uint32_t noun = px_parse_word(scene->annotation, end);
    uint32_t label = px_parse_head(scene->annotation, first + 1, end - 1);
    uint32_t above = label == PX_NONE ? PX_NONE : tree->words[label].head;
    bool goes_with = above < tree->count && px_parse_token(scene->annotation, sentence, above) >= end;
    return goes_with && is_noun(tree, noun) && is_noun(tree, label) ? end : PX_NONE;
}

bool px_scene_is_speech_noun(const struct px_scene *scene, uint32_t token)
{
    const struct px_annotation *annotation = scene->annotation;
    const struct px_hits *hits = &annotation->article->hits;
    const struct px_lexicon *cues = px_resources_lexicon(annotation->resources, PX_LEXICON_CUES);
    for (size_t i = px_hits_from(hits, token); i < hits->count && hits->items[i].first_token == token; i++) {
        const struct px_entry *entry = px_resources_entry(annotation->resources, &hits->items[i]);
        if (hits->items[i].lexicon == PX_LEXICON_CUES && px_slice_is(entry->category, "cue.noun") &&
            px_slice_is(px_lexicon_cell(cues, entry, px_lexicon_column(cues, "takes")), "that") &&
            px_lexicon_cell(cues, entry, px_lexicon_column(cues, "act")).size == 0)
            return true;
    }
    return false;
}

bool px_scene_is_label(const struct px_scene *scene, const struct px_cue *cue, uint32_t q)
{
    enum { LABEL_TOKENS = 4 }; /* two words and the marks */
    const struct px_article *article = scene->article;
    const struct px_quotation *quotation = &article->quotations.items[q];
    if (quotation->token_count > LABEL_TOKENS || quotation->unbalanced || cue->content.count == 0 ||
        cue->content.items[0].first >= quotation->first_token)
        return false;
    uint32_t noun = labelled_noun(scene, quotation);
    if (noun == PX_NONE)
        return false;
    return !px_role_is_paragraph(article->blocks.items[article->sentences.items[cue->sentence].block].role) ||
           px_scene_is_speech_noun(scene, noun);
}
