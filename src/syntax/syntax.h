/* Syntax: tags, lemmas and dependency heads for the words of a sentence (basic Universal Dependencies).
 *
 * The model is one read-only file that is used where it lies: opening it reads the names and checks that each part is
 * as large as it says, and no weight is looked at before it is asked for. It never changes and is shared by threads; a
 * parser is a thread's own and remembers what it learnt of word forms. Scores are sums of bytes, so that a sentence
 * gets the same tree on every machine. The tree is always one: a single root, no cycle, whatever the words. Linear in
 * the words.
 *
 *     struct px_syntax *syntax;
 *     struct px_parser *parser;
 *     px_syntax_new(bytes, "syntax.model", &syntax, &error);
 *     px_parser_new(syntax, &parser, &error);
 *     px_parser_parse(parser, forms, count, words, &error);     // words[i].head, .relation, .tag, .lemma
 *     px_parser_free(parser);
 *     px_syntax_free(syntax);
 */
#ifndef PX_SYNTAX_SYNTAX_H
#define PX_SYNTAX_SYNTAX_H

#include <stdint.h>

#include "base/crew.h"
#include "base/error.h"
#include "base/slice.h"
#include "base/table.h"

struct px_syntax;
struct px_parser;

/* What is found of a word. */
struct px_parsed_word {
    uint32_t head;         /* index of the sentence's word that it depends on; PX_NONE for the root's */
    uint8_t tag;           /* px_syntax_upos, px_syntax_xpos */
    uint8_t relation;      /* px_syntax_relation */
    struct px_slice lemma; /* the parser's, until the next call */
};

/* Opens a model whose bytes stay the caller's and outlive it. `path` names it in errors. PX_ERROR_INPUT when it is no
 * model of this version or cut short, PX_ERROR_MEMORY. */
PX_API enum px_status px_syntax_new(struct px_slice bytes, const char *path, struct px_syntax **syntax,
                                    struct px_error *error);
PX_API void px_syntax_free(struct px_syntax *syntax);

/* A parser of one thread's own; the model outlives it. Free it with px_parser_free, which takes NULL. PX_ERROR_MEMORY. */
PX_API enum px_status px_parser_new(const struct px_syntax *syntax, struct px_parser **parser, struct px_error *error);
PX_API void px_parser_free(struct px_parser *parser);

/* The parsers become members of the crew, by their places in the list: the crew shares work on the article that one of
 * them parses. For few articles; where there are many, they are what threads share. The list outlives the parsers. */
PX_API void px_parsers_share(struct px_parser *const *parsers, size_t count, struct px_crew *crew);

/* How many members the parser's crew has, 1 where it has none; its own place; and who stands at a place. Without a
 * parser there is one member. */
PX_API size_t px_parser_members(const struct px_parser *parser);
PX_API size_t px_parser_place(const struct px_parser *parser);
PX_API struct px_parser *px_parser_at(struct px_parser *parser, size_t place);

/* px_crew_each over the parser's crew; alone where it has none, or without a parser. */
PX_API void px_parser_each(const struct px_parser *parser, size_t count, px_pool_function *function, void *context);

/* The model that the parser works with. */
PX_API const struct px_syntax *px_parser_syntax(const struct px_parser *parser);

/* Fills words[0, count) for the sentence of these forms. PX_ERROR_MEMORY alone. */
PX_API enum px_status px_parser_parse(struct px_parser *parser, const struct px_slice *forms, size_t count,
                                      struct px_parsed_word *words, struct px_error *error);

/* The names of tags and relations, as the treebanks have them ("VERB", "VBD", "nsubj:pass"). */
PX_API struct px_slice px_syntax_upos(const struct px_syntax *syntax, uint8_t tag);
PX_API struct px_slice px_syntax_xpos(const struct px_syntax *syntax, uint8_t tag);
PX_API struct px_slice px_syntax_relation(const struct px_syntax *syntax, uint8_t relation);

/* What the relation is to questions: bits of enum px_arc_kind (tree.h). */
PX_API unsigned px_syntax_arc(const struct px_syntax *syntax, uint8_t relation);

#endif
