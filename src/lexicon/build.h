/* Building a lexicon in memory, column by column and entry by entry.
 *
 * Columns come first and stay; "entry" must be among them. Cells are slices that live as long as the lexicon: in its
 * arena, or for ever. What px_lexicon_write gives as TSV and reads again is the same lexicon.
 *
 *     struct px_lexicon lexicon;
 *     const char *const columns[] = {"entry", "category", "weight", "hits"};
 *     px_lexicon_begin(&lexicon, "tuned.tsv", columns, 4, &error);
 *     px_lexicon_add_metadata(&lexicon, PX_SLICE("name"), PX_SLICE("tuned"), &error);
 *     px_lexicon_add(&lexicon, (const struct px_slice[]){text, category, weight, hits}, 0, 0, &error);
 *     px_lexicon_release(&lexicon);
 */
#ifndef PX_LEXICON_BUILD_H
#define PX_LEXICON_BUILD_H

#include "lexicon/lexicon.h"

/* An empty lexicon with these columns, named after the path. On failure it holds nothing. */
PX_API enum px_status px_lexicon_begin(struct px_lexicon *lexicon, const char *path, const char *const *columns,
                                       size_t count, struct px_error *error);

/* Adds a column behind the others; only while there are no entries. */
PX_API enum px_status px_lexicon_add_column(struct px_lexicon *lexicon, struct px_slice name, struct px_error *error);

/* Sets the field of the lexicon that the metadata names, where there is one: its name, language, version and so on. */
void px_lexicon_set_known(struct px_lexicon *lexicon, const struct px_metadata *metadata);

/* Copies key and value; the known keys (name, language, version …) are set too. */
PX_API enum px_status px_lexicon_add_metadata(struct px_lexicon *lexicon, struct px_slice key, struct px_slice value,
                                              struct px_error *error);

/* Adds an entry with one cell a column (the slices are copied, their bytes are not). `line` and `column` say where it
 * stands in its file; 0 when nowhere. PX_ERROR_SYNTAX when there is no entry, a /pattern/ does not end, or a weight is
 * no number. */
PX_API enum px_status px_lexicon_add(struct px_lexicon *lexicon, const struct px_slice *cells, size_t line,
                                     size_t column, struct px_error *error);

/* The name of a column as its header row has it, or ours where they differ by capitals alone: "Entry" is "entry". */
PX_API struct px_slice px_lexicon_column_of(struct px_slice name);

/* Appends a warning, its text in `arena`. */
PX_API enum px_status px_lexicon_warn(struct px_lexicon_warnings *warnings, struct px_arena *arena, size_t line,
                                      size_t column, const char *format, ...) __attribute__((format(printf, 5, 6)));

/* The name of a file without its folder and the ending of a lexicon's format. */
PX_API struct px_slice px_lexicon_name_of(struct px_slice path);

#endif
