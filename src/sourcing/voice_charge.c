/* Whose the words of a charge are: those of whoever accuses, as far as the charge goes. */
#include "reading/grammar.h"
#include "reading/parse.h"
#include "reading/party.h"
#include "sourcing/voice_behind.h"

/* Where the words of a charge end: before the purpose of a verb that makes a means of it, "used allegations of fraud |
 * *to push*". */
static uint32_t end_of_charge(const struct px_annotation *annotation, uint32_t sentence, uint32_t noun, uint32_t end)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    uint32_t verb = tree->words[noun].head;
    if (verb >= tree->count || !px_party_is_listed(annotation, px_parse_token(annotation, sentence, verb),
                                                   PX_LEXICON_AGENCY, PX_SLICE("agency.means")))
        return end;
    for (uint32_t w = noun + 1; w < end; w++)
        if ((px_parse_classes(annotation, sentence, w) & PX_CLASS_TO) != 0)
            return w;
    return end;
}

/* "accused him of the theft*, which hurt the town*": behind a comma, of what the article tells more. */
static bool begins_background(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    return word + 1 < tree->count && px_voice_is_comma(annotation, px_parse_token(annotation, sentence, word)) &&
           (px_parse_classes(annotation, sentence, word + 1) & PX_CLASS_RELATIVE) != 0;
}

/* The words of a charge behind its preposition become another's. */
static void lay_reason(const struct px_annotation *annotation, uint32_t sentence, uint32_t charge, uint32_t preposition)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    uint32_t head = tree->words[preposition].head; /* wherever the parser hangs it */
    uint32_t end = head < tree->count && head > preposition ? px_voice_end_of_clause(tree, head) : preposition;
    end = end_of_charge(annotation, sentence, charge, end);
    for (uint32_t w = preposition + 1; w < end && !begins_background(annotation, sentence, w); w++)
        px_voice_lay_word(annotation, sentence, w);
}

/* "accused the mayor and *moderate* councillors of lying": a verb joined to a charge in another tense, without a subject, is
 * an adjective that the parser does not see. */
static bool is_misread(const struct px_tree *tree, uint32_t charge, uint32_t word)
{
    return px_tree_has_xpos(tree, charge, "VBD") && px_tree_has_xpos(tree, word, "VBP") &&
           px_tree_dependent(tree, word, PX_ARC_SUBJECT) == PX_NONE;
}

/* Where the words of a charge begin: its preposition. "Accused the mayor *of* Hask, the leader, *of lying*": one that has
 * but a name behind it tells who is charged, and what with comes as a verb, past whatever describes him. PX_NONE where
 * there is none. */
static uint32_t find_reason(const struct px_annotation *annotation, uint32_t sentence, uint32_t charge,
                            struct px_slice reason)
{
    const struct px_tree *tree = &annotation->trees[sentence];
    bool named = false;
    for (uint32_t w = charge + 1; w + 1 < tree->count && (named || w <= charge + PX_VOICE_REACH); w++) {
        uint32_t form = annotation->article->tokens.items[px_parse_token(annotation, sentence, w)].form;
        if ((px_tree_is_finite(tree, w) && !is_misread(tree, charge, w)) ||
            (!named && px_tree_has_upos(tree, w, "PUNCT")))
            return PX_NONE;
        if (!px_slice_equal(px_vocabulary_form(annotation->worker->vocabulary, form)->fold_text, reason))
            continue;
        bool name = px_tree_has_xpos(tree, w + 1, "NNP");
        if (!name && (!named || px_tree_has_xpos(tree, w + 1, "VBG")))
            return w;
        named = named || name;
    }
    return PX_NONE;
}

void px_voice_lay_charge(const struct px_annotation *annotation, const struct px_hit *hit)
{
    const struct px_lexicon *blame = px_resources_lexicon(annotation->resources, PX_LEXICON_BLAME);
    const struct px_entry *entry = px_resources_entry(annotation->resources, hit);
    struct px_slice reason = px_lexicon_cell(blame, entry, px_lexicon_column(blame, "reason"));
    const struct px_tree *tree = px_parse_tree(annotation, hit->first_token);
    uint32_t sentence = annotation->article->tokens.items[hit->first_token].sentence;
    uint32_t charge = tree == NULL ? PX_NONE : px_parse_word(annotation, hit->first_token);
    bool bare = charge != PX_NONE && charge > 0 && px_tree_has_xpos(tree, charge, "NN") && /* "in charge of the pit" */
                (px_parse_classes(annotation, sentence, charge - 1) & PX_CLASS_PREPOSITION) != 0;
    if (charge == PX_NONE || bare || reason.size == 0 ||
        px_lexicon_cell(blame, entry, px_lexicon_column(blame, "charges")).size == 0)
        return;
    uint32_t preposition = find_reason(annotation, sentence, charge, reason);
    if (preposition != PX_NONE)
        lay_reason(annotation, sentence, charge, preposition);
}
