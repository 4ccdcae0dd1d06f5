/* A parsed article: the words of all its sentences with tags, lemmas and heads, and the way from tokens to words.
 *
 * Made once an article, in an arena of the caller's; everything that asks for grammar reads it. Words tile the tokens:
 * a token has one word or more, and words of a sentence follow each other.
 *
 *     struct px_parsed_article parsed;
 *     px_article_parse(parser, &splitter, article, &arena, &parsed, &error);
 *     struct px_tree tree;
 *     px_parsed_tree(&parsed, sentence, &arena, &tree);
 *     uint32_t verb = parsed.word_of_token[token] - parsed.first_word[sentence];   // an index into the tree
 */
#ifndef PX_SYNTAX_PARSED_H
#define PX_SYNTAX_PARSED_H

#include "article/article.h"
#include "syntax/tree.h"
#include "syntax/words.h"

struct px_parsed_article {
    const struct px_syntax *syntax;
    struct px_syntax_words words; /* spans, in order */
    struct px_parsed_word *parse; /* by word; heads are indices into the word's sentence; lemmas are the arena's */
    uint32_t *first_word;         /* by sentence, and the number of words behind the last */
    uint32_t *word_of_token;      /* the first word of each token that stands in a sentence; PX_NONE elsewhere */
};

/* Parses every sentence of a segmented article into the arena, with the parser and those of its crew, each in its
 * own thread; what is found does not depend on how many there are. PX_ERROR_MEMORY, and `parsed` is empty then. Linear. */
PX_API enum px_status px_article_parse(struct px_parser *parser, const struct px_word_splitter *splitter,
                                       const struct px_article *article, struct px_arena *arena,
                                       struct px_parsed_article *parsed, struct px_error *error);

/* The tree of a sentence, in the arena's memory; false when memory is out. */
PX_API bool px_parsed_tree(const struct px_parsed_article *parsed, size_t sentence, struct px_arena *arena,
                           struct px_tree *tree);

#endif
