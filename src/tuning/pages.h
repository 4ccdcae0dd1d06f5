/* Annotated pages: what the content model is fitted on and measured with.
 *
 * An NDJSON file with one page a line: {"id", "path" (seen from the folder of the pages), "url", "lang", "part"} and
 * what people say of it, in one of two ways:
 *
 * - "with" and "without": pieces of text that the article has, and pieces of the page that it must not have;
 * - "gold_text": the whole text of the article.
 */
#ifndef PX_TUNING_PAGES_H
#define PX_TUNING_PAGES_H

#include "base/error.h"
#include "base/vector.h"

enum px_page_gold { PX_GOLD_SEGMENTS, PX_GOLD_TEXT };

struct px_gold_page {
    struct px_slice id;
    struct px_slice path;
    struct px_slice site; /* pages of one site are never parted over folds */
    struct px_slice language;
    enum px_page_gold gold;
    PX_VECTOR(struct px_slice) wanted; /* segments, tidy */
    PX_VECTOR(struct px_slice) unwanted;
    struct px_slice text; /* the whole text, where it is given */
};

struct px_gold_pages {
    struct px_arena arena;
    PX_VECTOR(struct px_gold_page) items;
};

/* Adds the pages of an NDJSON file whose "part" is `part` (NULL: all of them) in their order. PX_ERROR_SYNTAX with
 * the line, PX_ERROR_IO, PX_ERROR_MEMORY. Release in every case. */
PX_API enum px_status px_gold_pages_read(const char *path, const char *part, struct px_gold_pages *pages,
                                         struct px_error *error);
PX_API void px_gold_pages_release(struct px_gold_pages *pages);

#endif
