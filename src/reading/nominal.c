#include "reading/nominal.h"

#include "reading/grammar.h"
#include "reading/party.h"

bool px_nominal_at(const struct px_annotation *annotation, uint32_t token, struct px_nominal *nominal)
{
    *nominal = (struct px_nominal){.annotation = annotation, .tree = px_parse_tree(annotation, token)};
    if (nominal->tree == NULL)
        return false;
    nominal->sentence = annotation->article->tokens.items[token].sentence;
    return true;
}

bool px_nominal_is(const struct px_nominal *nominal, uint32_t word, const char *upos)
{
    return px_tree_has_upos(nominal->tree, word, upos);
}

/* "In opposing the request, *her* personal lawyer": where the head's own article or possessive stands, in front of which
 * nothing is of the phrase, whatever the parser takes for it, but for a "then"; else `start`. */
static uint32_t own_start(const struct px_nominal *nominal, uint32_t head, uint32_t start)
{
    const unsigned arcs = PX_ARC_DETERMINER | PX_ARC_POSSESSOR;
    const uint32_t own = PX_CLASS_ARTICLE | PX_CLASS_DEFINITE | PX_CLASS_POSSESSIVE;
    for (uint32_t child = px_tree_dependent(nominal->tree, head, arcs); child != PX_NONE && child < head;
         child = px_tree_next(nominal->tree, child, arcs))
        if (child > start && (nominal->annotation->classes[px_nominal_token(nominal, child)] & own) != 0)
            start = child - px_party_is_listed(nominal->annotation, px_nominal_token(nominal, child - 1),
                                               PX_LEXICON_NAMES, PX_SLICE("name.then"));
    return start;
}

uint32_t px_nominal_start(const struct px_nominal *nominal, uint32_t head)
{
    const uint32_t skipped =
        PX_CLASS_ARTICLE | PX_CLASS_DEFINITE | PX_CLASS_PREPOSITION | PX_CLASS_COORDINATOR | PX_CLASS_POSSESSIVE;
    uint32_t start = own_start(nominal, head, px_tree_span(nominal->tree, head).start);
    while (start < head) {
        uint32_t token = px_nominal_token(nominal, start);
        bool mark = nominal->annotation->article->tokens.items[token].kind == PX_TOKEN_PUNCTUATION;
        uint32_t classes = nominal->annotation->classes[token];
        bool another = (classes & PX_CLASS_DETERMINER) != 0 && (classes & PX_CLASS_NEGATION) == 0 &&
                       (px_tree_arc(nominal->tree, start) & PX_ARC_DETERMINER) != 0;
        if (!mark && !another && (classes & skipped) == 0)
            break;
        start++;
    }
    return start;
}

/* Is the word, which a parser takes for a clause, a noun behind a preposition: "of the exempt *unit*"? */
static bool is_phrase(const struct px_nominal *nominal, uint32_t word)
{
    return (px_tree_arc(nominal->tree, word) & PX_ARC_ASIDE) != 0 && px_nominal_is(nominal, word, "NOUN") &&
           px_tree_dependent(nominal->tree, word, PX_ARC_CASE) != PX_NONE;
}

uint32_t px_nominal_end(const struct px_nominal *nominal, uint32_t head)
{
    const unsigned added = PX_ARC_ASIDE | PX_ARC_APPOSITION | PX_ARC_CONJUNCT;
    const struct px_token *tokens = nominal->annotation->article->tokens.items;
    uint32_t end = px_tree_span(nominal->tree, head).end;
    uint32_t clause = px_tree_dependent(nominal->tree, head, added);
    while (clause != PX_NONE && is_phrase(nominal, clause))
        clause = px_tree_next(nominal->tree, clause, added);
    if (clause != PX_NONE && clause > head && px_tree_span(nominal->tree, clause).start < end)
        end = px_tree_span(nominal->tree, clause).start;
    for (uint32_t word = head + 1; word < end; word++)
        if (tokens[px_nominal_token(nominal, word)].kind == PX_TOKEN_PUNCTUATION)
            return word;
    return end;
}

struct px_slice px_nominal_text(const struct px_nominal *nominal, uint32_t start, uint32_t end, uint32_t most)
{
    const struct px_article *article = nominal->annotation->article;
    if (start >= end || end - start > most)
        return (struct px_slice){0};
    return px_slice_part(article->text, article->tokens.items[px_nominal_token(nominal, start)].start,
                         article->tokens.items[px_nominal_token(nominal, end - 1)].end);
}
