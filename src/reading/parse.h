/* The article's grammar: its words with tags, lemmas and heads, and the way from tokens to them.
 *
 * Made only where the options bring a parser; annotation->trees is NULL elsewhere, and every function here answers
 * PX_NONE then, so that a caller asks and falls back in one step. A word is an index into the tree of its sentence.
 *
 *     uint32_t verb = px_parse_word(annotation, token);
 *     const struct px_tree *tree = px_parse_tree(annotation, token);
 *     if (verb != PX_NONE && px_tree_is_passive(tree, verb)) ...
 */
#ifndef PX_READING_PARSE_H
#define PX_READING_PARSE_H

#include "reading/annotation.h"
#include "syntax/parsed.h"

/* Parses the sentences into the worker's scratch memory. Linear. */
PX_API enum px_status px_annotate_parse(struct px_annotation *annotation, struct px_error *error);

/* The tree of the token's sentence; NULL without a parser, and for a token outside of every sentence. */
PX_API const struct px_tree *px_parse_tree(const struct px_annotation *annotation, uint32_t token);

/* The first word of the token. */
PX_API uint32_t px_parse_word(const struct px_annotation *annotation, uint32_t token);

/* Is the token's word a verb that makes a clause, or a modal; is it tagged so ("VBG")? False without a parser. */
PX_API bool px_parse_is_finite(const struct px_annotation *annotation, uint32_t token);
PX_API bool px_parse_is_tagged(const struct px_annotation *annotation, uint32_t token, const char *xpos);

/* Among the words of tokens [first, end), the one on which the others hang: its head stands outside. The first of them
 * where there are several; the tokens stand in one sentence. */
PX_API uint32_t px_parse_head(const struct px_annotation *annotation, uint32_t first, uint32_t end);

/* The token that the word of this sentence is part of, and that token's classes (grammar.h). */
PX_API uint32_t px_parse_token(const struct px_annotation *annotation, uint32_t sentence, uint32_t word);

/* Behind a comma, from `first` to `end`: is there only an indefinite noun with what is said of it, which the text adds to
 * what stands before: "…, he said, *a nod to a man who lies*"? Linear. */
PX_API bool px_parse_adds_noun(const struct px_annotation *annotation, uint32_t first, uint32_t end);

static inline uint32_t px_parse_classes(const struct px_annotation *annotation, uint32_t sentence, uint32_t word)
{
    return annotation->classes[px_parse_token(annotation, sentence, word)];
}

#endif
