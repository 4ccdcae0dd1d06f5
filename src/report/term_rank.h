/* Which distinctive terms a report shows, in its section and in its picture. Private to the room. */
#ifndef PX_REPORT_TERM_RANK_H
#define PX_REPORT_TERM_RANK_H

#include "comparison/comparison.h"

enum px_term_rank {
    PX_TERM_CLEAR, /* beyond chance; of more than two articles, for which there is no line of the others, all */
    PX_TERM_NEAR,  /* worth a word though it could be chance */
    PX_TERM_FAINT,
};

/* Linear in the terms before it, if it is a compound. */
enum px_term_rank px_term_rank(const struct px_comparison *comparison, size_t term);

/* The next term from `*at` on, of that rank and on that side: of A (sign 1) or of B (-1); NULL when there is none, or
 * when as many as are shown of the rank were given, which `*shown` counts. */
const struct px_term *px_term_next(const struct px_comparison *comparison, enum px_term_rank rank, double sign,
                                   size_t *at, size_t *shown);

/* "country/countries": the forms that are counted. */
struct px_slice px_term_forms(const struct px_term *term);

#endif
