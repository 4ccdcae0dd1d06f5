/* Clues: the pieces of metadata that were met on the page, asked for by kind and key. */
#ifndef PX_INGEST_CLUES_H
#define PX_INGEST_CLUES_H

#include "ingest/page.h"

/* Tidy text of the page's arena, with entities that a page escaped twice ("&amp;#8217;") resolved; of what is longer
 * than any headline or name, the beginning. */
struct px_slice px_clues_tidy(struct px_page *page, struct px_slice text);

/* The value of the first meta property that has one of the keys (NULL ends them; earlier keys first); may be empty. */
struct px_slice px_clues_meta(const struct px_page *page, const char *const *keys);

#define PX_CLUES_META(page, ...) px_clues_meta(page, (const char *const[]){__VA_ARGS__, NULL})

/* Is it a meta property of that name, in any case? */
bool px_clues_is_meta(const struct px_clue *clue, const char *key);

/* The first clue of a kind, or NULL. */
const struct px_clue *px_clues_find(const struct px_page *page, enum px_clue_kind kind);

/* Its value, or the text of its element; empty for NULL. */
struct px_slice px_clues_text(const struct px_page *page, const struct px_clue *clue);

/* Where on the page an element stands: what is said there is said of this article, or may be (asides and footers, which
 * articles have too), or is not (forms, comments, menus, boxes of related articles). Cost: the element's depth. */
enum px_clue_place { PX_PLACE_OPEN, PX_PLACE_BOXED, PX_PLACE_FOREIGN };
enum px_clue_place px_clues_place(const struct px_page *page, const struct px_clue *clue);

/* Same words in the same order, whatever the case and punctuation? */
bool px_clues_same(struct px_slice a, struct px_slice b);

/* Is one longer than the other by so much that they cannot be the same words? */
static inline bool px_clues_sizes_differ(struct px_slice a, struct px_slice b)
{
    return a.size > b.size + b.size / 2 + 8 || b.size > a.size + a.size / 2 + 8;
}

/* Do the words of `part` stand in `whole` in one piece? */
bool px_clues_contain(struct px_slice whole, struct px_slice part);

/* One more than its spaces; 0 for no text. */
size_t px_clues_count_words(struct px_slice text);

static inline struct px_slice px_clues_first(struct px_slice a, struct px_slice b)
{
    return a.size > 0 ? a : b;
}

#endif
