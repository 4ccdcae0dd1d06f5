/* Candidates: everything that matches in a sentence, before the longest are chosen. Internal to the room. */
#ifndef PX_LEXICON_CANDIDATES_H
#define PX_LEXICON_CANDIDATES_H

#include "lexicon/matcher.h"

/* Rule `rule` matches tokens [first, first + count). */
struct px_candidate {
    uint32_t first;
    uint32_t count;
    uint32_t rule;
    uint32_t reach; /* of cancelling ones: how far those of the same entry up to here reach */
    uint64_t major; /* what it is ordered by at the moment */
    uint64_t minor;
};

/* All zero is empty; the memory is kept from sentence to sentence. */
struct px_candidates {
    struct px_arena arena;
    struct {
        struct px_candidate *items;
        size_t count;
        size_t capacity;
    } found, cancelling;
    uint32_t *ends; /* by lexicon, or by category: where its newest match ends */
};

/* Adds a match of the rule; false when memory is out. */
bool px_candidates_add(struct px_candidates *candidates, const struct px_matcher *matcher, uint32_t rule,
                       uint32_t first, uint32_t count);

/* Drops what `unless` entries cover, and leaves `found` in order of position, lexicon, length, rank and entry. Linear
 * where candidates came in order of position, as all but those of sentence patterns do. */
void px_candidates_settle(struct px_candidates *candidates, const struct px_matcher *matcher);

/* Of settled candidates keeps, in each lexicon (or category) from left to right, the longest that do not overlap; of
 * equal ones, one a category. Leaves them in order of position, lexicon and entry. */
void px_candidates_choose(struct px_candidates *candidates, const struct px_matcher *matcher);

#endif
