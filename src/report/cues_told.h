/* Which figures of cues a report tells, in its sections and its pictures: certainty, presupposition and frames. Private to
 * the room. */
#ifndef PX_REPORT_CUES_TOLD_H
#define PX_REPORT_CUES_TOLD_H

#include "base/arena.h"
#include "comparison/comparison.h"

/* Is it a match that the figure, a struct px_indicator, counts? */
bool px_cue_counts(const struct px_match *match, const void *indicator);

/* Are the cues of the figure enough to be told? True for figures of other families. Linear in the matches; `arena` is
 * scratch, and `failed` is set when memory is out. */
bool px_cues_are_told(const struct px_comparison *comparison, const struct px_indicator *indicator,
                      struct px_arena *arena, bool *failed);

#endif
