/* An article's parse as CoNLL-U: sentence by sentence, with features, multiword tokens, SpaceAfter and TokenRange. */
#ifndef PX_SYNTAX_WRITE_H
#define PX_SYNTAX_WRITE_H

#include "article/article.h"
#include "base/buffer.h"
#include "syntax/features.h"
#include "syntax/parsed.h"

/* Appends a parsed article; `features` may be NULL. Words keep the text's order and the comment "# text" is what they
 * and their spaces spell; words that a clitic or a spelling joins without a sign between ("don't", "cannot") stand
 * under a multiword token. TokenRange counts code points of the article's text. False when memory is out. Linear. */
PX_API bool px_syntax_write_article(const struct px_parsed_article *parsed, const struct px_features *features,
                                    const struct px_article *article, struct px_buffer *out);

struct px_conllu_sentence;

/* Parses a sentence of a CoNLL-U file and appends it with lemma, tags, head, relation and, unless `features` is NULL,
 * features filled in; every other column and line stays as it was. The scratch arena is cleared. */
PX_API enum px_status px_syntax_write_sentence(struct px_parser *parser, const struct px_features *features,
                                               const struct px_conllu_sentence *sentence, struct px_arena *scratch,
                                               struct px_buffer *out, struct px_error *error);

#endif
