/* A lexicon: entries with categories, weights and further columns, as a researcher wrote them.
 *
 * A lexicon is read once and never changes; every slice points into its arena. Entries keep the order and the line of
 * their file. Every column is kept, known or not.
 *
 *     struct px_lexicon lexicon;
 *     px_lexicon_read(bytes, "loaded.tsv", &lexicon, &error);
 *     size_t tone = px_lexicon_column(&lexicon, "tone");           // PX_NO_COLUMN when there is none
 *     struct px_slice value = px_lexicon_cell(&lexicon, entry, tone);
 */
#ifndef PX_LEXICON_LEXICON_H
#define PX_LEXICON_LEXICON_H

#include "base/arena.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/slice.h"
#include "base/vector.h"

#define PX_NO_COLUMN ((size_t)-1)

struct px_metadata {
    struct px_slice key;
    struct px_slice value;
};

struct px_entry {
    struct px_slice text;     /* as written: words, wildcards or /pattern/ */
    struct px_slice category; /* dotted */
    struct px_slice unless;   /* as written: entries, ";" between them */
    double weight;            /* 1 when the file gives none */
    bool exact_case;
    const struct px_slice *cells; /* one a column of the lexicon */
    size_t line;
    size_t column; /* where the text stands in the line, from 1; 0: see px_lexicon_place */
};

/* What a format could not take or hold: lower case, no full stop. `line` is 0 for what concerns the whole file. */
struct px_lexicon_warning {
    size_t line;
    size_t column;
    struct px_slice message;
};

struct px_lexicon_warnings {
    struct px_lexicon_warning *items;
    size_t count;
    size_t capacity;
};

struct px_lexicon {
    struct px_arena arena;
    struct px_slice path, name, language, version, licence, description;
    char sha256[PX_DIGEST_SIZE];
    double threshold; /* sentence score from which a sentence is flagged; 0 when not given */
    bool lookup_only; /* set by the owner: px_matcher_find passes its entries over, px_match_form finds them */
    bool built_in;    /* the program's own copy, which is not what a user may have got wrong */
    PX_VECTOR(struct px_metadata) metadata;
    PX_VECTOR(struct px_slice) columns;
    PX_VECTOR(struct px_entry) entries;
    struct px_lexicon_warnings warnings; /* of reading */
};

/* Reads a lexicon of any format (lexicon/format.h), told by content first and by the path second. An entry in several
 * categories is several entries here, and categories in categories are dotted. Columns of other formats than the TSV
 * are "entry", "category" and, where the format has them, "weight" and others. A line that is malformed fails with its
 * line and column; the lexicon stays empty then. */
PX_API enum px_status px_lexicon_read(struct px_slice bytes, const char *path, struct px_lexicon *lexicon,
                                      struct px_error *error);
PX_API void px_lexicon_release(struct px_lexicon *lexicon);

/* The index of a column, or PX_NO_COLUMN; the cell of an entry in it, and what stands behind a key of the metadata,
 * both empty where there is none and as long as the lexicon lives. */
PX_API size_t px_lexicon_column(const struct px_lexicon *lexicon, const char *name);
PX_API struct px_slice px_lexicon_cell(const struct px_lexicon *lexicon, const struct px_entry *entry, size_t column);
PX_API struct px_slice px_lexicon_metadata(const struct px_lexicon *lexicon, const char *key);

/* The weight from which a match counts: the metadata "mark", or 0. */
PX_API double px_lexicon_mark(const struct px_lexicon *lexicon);

/* The column, from 1, at which a cell of the entry (its text, or a piece of its `unless`) stands in the entry's
 * line. */
PX_API size_t px_lexicon_place(const struct px_entry *entry, struct px_slice cell);

/* Is `category` the dotted category `parent` or below it? */
PX_API bool px_category_within(struct px_slice category, struct px_slice parent);

/* Does the list of categories, parted by spaces, as metadata give it, hold the category or one above it? */
PX_API bool px_category_listed(struct px_slice category, struct px_slice list);

#endif
