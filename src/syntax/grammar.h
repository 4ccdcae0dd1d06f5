/* The grammar of a language: its syntax model and the way its words are parted, found, opened and held together.
 *
 * Read-only once it is there, and shared by threads; a parser (syntax.h) is a thread's own.
 *
 *     struct px_grammar *grammar;
 *     px_grammar_new(NULL, "en", &grammar, &error);
 *     if (grammar != NULL)
 *         px_parser_new(grammar->syntax, &parser, &error);
 *     px_grammar_free(grammar);
 */
#ifndef PX_SYNTAX_GRAMMAR_H
#define PX_SYNTAX_GRAMMAR_H

#include "syntax/syntax.h"
#include "syntax/words.h"

struct px_grammar {
    struct px_syntax *syntax;
    struct px_word_splitter splitter;
    const char *sha256; /* of the model, in hexadecimal, for provenance */
    struct px_arena arena;
};

/* Finds syntax.model by the search of lexicons (px_resources_bytes); *grammar is NULL, and all is well, where there is
 * none. PX_ERROR_INPUT with the file when it is no model, PX_ERROR_IO, PX_ERROR_MEMORY. */
PX_API enum px_status px_grammar_new(const char *directory, const char *language, struct px_grammar **grammar,
                                     struct px_error *error);
PX_API void px_grammar_free(struct px_grammar *grammar);

#endif
