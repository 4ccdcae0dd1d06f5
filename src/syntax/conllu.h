/* CoNLL-U: sentences of words with tags, lemmas and heads, one word a line, as treebanks have them.
 *
 * The reader keeps every line of a sentence as it stands, so that what is written again differs in the columns that
 * were filled in and nowhere else: comments, multiword tokens ("1-2") and empty nodes ("8.1") pass through. It is
 * strict about what it relies on (ten columns, ids that count up from 1) and asks nothing of the rest.
 *
 *     struct px_conllu_reader reader = {.rest = bytes, .path = "gum.conllu"};
 *     while (px_conllu_next(&reader, &arena, &sentence, &error) > 0)
 *         for (size_t i = 0; i < sentence.words.count; i++) ...
 */
#ifndef PX_SYNTAX_CONLLU_H
#define PX_SYNTAX_CONLLU_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/slice.h"
#include "base/vector.h"

enum px_conllu_column {
    PX_CONLLU_ID,
    PX_CONLLU_FORM,
    PX_CONLLU_LEMMA,
    PX_CONLLU_UPOS,
    PX_CONLLU_XPOS,
    PX_CONLLU_FEATS,
    PX_CONLLU_HEAD,
    PX_CONLLU_RELATION,
    PX_CONLLU_DEPS,
    PX_CONLLU_MISC,
    PX_CONLLU_COLUMNS
};

/* A line of a sentence: a comment, a multiword token or an empty node (`word` is PX_NONE), or a word. */
struct px_conllu_line {
    struct px_slice text; /* without its end */
    uint32_t word;        /* index among the sentence's words */
};

/* A word: its columns, slices into the input. */
struct px_conllu_word {
    struct px_slice column[PX_CONLLU_COLUMNS];
};

struct px_conllu_sentence {
    PX_VECTOR(struct px_conllu_line) lines;
    PX_VECTOR(struct px_conllu_word) words;
};

/* Goes through a file in memory. `path` names it in errors and may be NULL. */
struct px_conllu_reader {
    struct px_slice rest;
    const char *path;
    size_t line; /* lines read so far */
};

/* Reads the next sentence; its arrays are the arena's, its slices the input's. 1: a sentence, 0: the end, < 0: a
 * px_status (PX_ERROR_SYNTAX with file, line and column; PX_ERROR_MEMORY). A sentence without words (comments alone)
 * is one too. Linear. */
PX_API int px_conllu_next(struct px_conllu_reader *reader, struct px_arena *arena, struct px_conllu_sentence *sentence,
                          struct px_error *error);

/* Reads a whole file, compressed or not ("-": standard input), into the buffer, with plain line ends. PX_ERROR_IO,
 * PX_ERROR_LIMIT (a line over a megabyte), PX_ERROR_MEMORY. */
PX_API enum px_status px_conllu_read_file(const char *path, struct px_buffer *bytes, struct px_error *error);

/* The word's head as a number: 0 is the root; PX_NONE when the column is "_" or none of the sentence's words. */
PX_API uint32_t px_conllu_head(const struct px_conllu_sentence *sentence, size_t word);

/* Appends ten columns and a line end; an empty slice is written "_". */
PX_API void px_conllu_write_word(const struct px_slice column[PX_CONLLU_COLUMNS], struct px_buffer *out);

#endif
