/* Measured figures against the floors that they must not fall below.
 *
 * floors.tsv holds one floor a line: what is measured (an article's outlet or an event), the measure, the floor.
 * A figure without a floor fails: nothing is measured that is not held.
 */
#ifndef PX_TEST_SCORES_H
#define PX_TEST_SCORES_H

#include <stdbool.h>
#include <stddef.h>

struct scores {
    const char *floors;  /* path of floors.tsv */
    const char *subject; /* "carreth-courier" */
    size_t failed;
};

/* A share of `of` things, or any figure from 0 to 1 that rests on them: prints it beside its floor. */
void score(struct scores *scores, const char *measure, double value, size_t of);

/* right / of, with the same print; of nothing, the share is 1. */
void score_share(struct scores *scores, const char *measure, size_t right, size_t of);

/* precision, recall and F1 as "NAME.precision" and so on. */
void score_f1(struct scores *scores, const char *name, double right, double found, double gold);

/* Prints what differs and counts it as a failure. */
void score_differs(struct scores *scores, const char *what, const char *ours, const char *gold);

#endif
