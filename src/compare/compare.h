/* Comparing: two or more annotated articles in, one comparison out.
 *
 *     struct px_comparison comparison;
 *     px_compare(articles, 2, &(struct px_compare_options){.seed = 1}, &worker, &comparison, &error);
 *     ...
 *     px_comparison_release(&comparison);
 *
 * All articles must have been annotated by the same worker, since words are compared by its vocabulary's ids. Random
 * draws are seeded from options.seed and the articles' texts, whatever their order.
 */
#ifndef PX_COMPARE_COMPARE_H
#define PX_COMPARE_COMPARE_H

#include "comparison/comparison.h"
#include "comparison/options.h"

/* Fills `comparison`; the articles are borrowed and must outlive it. */
PX_API enum px_status px_compare(const struct px_article *const *articles, size_t count,
                                 const struct px_compare_options *options, const struct px_worker *worker,
                                 struct px_comparison *comparison, struct px_error *error);

#endif
