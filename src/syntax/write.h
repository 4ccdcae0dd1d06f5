/* An article's parse as CoNLL-U: sentence by sentence, with SpaceAfter and TokenRange. */
#ifndef PX_SYNTAX_WRITE_H
#define PX_SYNTAX_WRITE_H

#include "article/article.h"
#include "base/buffer.h"
#include "syntax/syntax.h"
#include "syntax/words.h"

/* Who writes: a thread's parser and what it needs. The scratch arena is cleared by each call. */
struct px_syntax_writer {
    const struct px_syntax *syntax;
    struct px_parser *parser;
    const struct px_word_splitter *splitter; /* for articles alone */
    struct px_arena *scratch;
};

/* Parses the sentences of a segmented article and appends them. Words keep the text's order and the comment "# text" is
 * what they and their spaces spell; TokenRange counts code points of the article's text. Linear. */
PX_API enum px_status px_syntax_write_article(const struct px_syntax_writer *writer, const struct px_article *article,
                                              struct px_buffer *out, struct px_error *error);

struct px_conllu_sentence;

/* Parses a sentence of a CoNLL-U file and appends it with lemma, tags, head and relation filled in; every other column
 * and line stays as it was. */
PX_API enum px_status px_syntax_write_sentence(const struct px_syntax_writer *writer,
                                               const struct px_conllu_sentence *sentence, struct px_buffer *out,
                                               struct px_error *error);

#endif
