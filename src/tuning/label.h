/* Labels: which units of a page the annotation wants, and how sure that is. */
#ifndef PX_TUNING_LABEL_H
#define PX_TUNING_LABEL_H

#include "ingest/page.h"
#include "tuning/pages.h"

struct px_unit_label {
    double weight; /* 0: nothing is known of the unit */
    bool wanted;
};

/* Labels for every unit of a page. Where the whole text is given, a unit is wanted when half of its words stand there
 * in their place (trace.h), and weighs the log of its words. Where segments are given, the
 * units that a segment touches are labelled, unwanted before wanted; one that stands in several places weighs .3. All
 * weights of a page sum to 1. Of the arena; NULL when memory is out. */
struct px_unit_label *px_labels_find(const struct px_gold_page *gold, const struct px_page *page,
                                     struct px_arena *arena);

#endif
