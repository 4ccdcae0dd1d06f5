/* Lexemes: what the parser says of each word by itself, kept in the article for steps that see no trees.
 *
 *     px_annotate_lexemes(annotation, &error);
 *     if (article->lexemes != NULL && article->lexemes[token].word_class == PX_WORD_NOUN) ...
 */
#ifndef PX_READING_LEXEME_H
#define PX_READING_LEXEME_H

#include "reading/annotation.h"

/* Fills article->lexemes, one a token, in the article's memory; leaves it NULL without a parser. A token of several
 * words has the lexeme of the first. PX_ERROR_MEMORY alone. Linear. */
PX_API enum px_status px_annotate_lexemes(struct px_annotation *annotation, struct px_error *error);

#endif
