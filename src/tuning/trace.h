/* Trace: which words of a page's units stand in the annotated text, each place of it found once and in its order.
 *
 * A teaser that repeats a sentence of the article elsewhere on the page is not found, and a heading of one word is,
 * when its neighbours are. Runs of four words that both texts have are chained to the longest sequence that ascends in
 * both (patience sorting, as for the longest ascending subsequence: Hunt and Szymanski 1977); a unit that lies in a gap
 * of the chain is looked for as a whole in the gap of the text.
 */
#ifndef PX_TUNING_TRACE_H
#define PX_TUNING_TRACE_H

#include "ingest/page.h"

struct px_trace {
    uint32_t words; /* of the unit */
    uint32_t found; /* of these, in the text */
};

/* A trace for each unit of the page, of the arena; NULL when memory is out. N log N in the words of both. */
struct px_trace *px_trace_units(const struct px_page *page, struct px_slice text, struct px_arena *arena);

#endif
