/* What the mentions of an entity get together: their mean, with its interval. Private to stance*.c. */
#ifndef PX_ANNOTATE_STANCE_TALLY_H
#define PX_ANNOTATE_STANCE_TALLY_H

#include "annotate/stance_judge.h"

/* Mentions by entity: those of entity e are order[starts[e]] up to order[starts[e + 1]]. */
struct px_stance_grouping {
    uint32_t *starts;
    uint32_t *order;
};

/* False when memory (the worker's scratch) is out. */
bool px_stance_group(const struct px_annotation *annotation, struct px_stance_grouping *grouping);

/* The mean over an entity's mentions of what each gets, in whatever voice, by the judge; evidence is appended. False
 * when memory is out. */
bool px_stance_mean(const struct px_stance_judge *judge, const struct px_stance_grouping *grouping, uint32_t entity,
                    struct px_evidence_list *evidence, double *mean);

/* Adds the entity's stance to the article, in the outlet's own voice, in all and by section, when there is any
 * evidence. False when memory is out. */
bool px_stance_judge_entity(const struct px_stance_judge *judge, const struct px_stance_grouping *grouping,
                            uint32_t entity);

#endif
