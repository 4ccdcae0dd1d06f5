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

#include "compare/comparison.h"
#include "lexicon/resources.h"

/* A reference frequency list: word and count a line, tab-separated. */
struct px_reference {
    const struct px_table *words;
    const uint64_t *counts;
    uint64_t total;
};

/* What passages of articles on different events reach: the bar that an edge must clear, measured as null.h says. */
struct px_compare_null {
    double
        evidence;  /* BM25 and referents of a pair of paragraphs, each by what one shared word or referent can weigh at
                      * most in articles of that length: two in a hundred pairs reach it */
    double rest;   /* the same without the strongest of either: one in a hundred */
    double z;      /* how far a pair stands out among those of its own two articles */
    double unlike; /* cosine of two passages */
};

struct px_compare_options {
    uint64_t seed;
    size_t replicates; /* of the permutation; 0 is the default, 1000; ten times as many for the smallest p */
    const struct px_reference *reference; /* may be NULL */
    const struct px_lexicon *sides;       /* names of speakers, by side (category); may be NULL */
    const struct px_compare_null *null;   /* NULL: the built-in numbers */
    struct px_slice group;
    bool every_term; /* terms: all that stand twice, also those that tell no reader what an article talks of */
    size_t threads;  /* that may work on it; 0 and 1: the caller's. What is found is the same */
};

/* Fills `comparison`; the articles are borrowed and must outlive it. */
PX_API enum px_status px_compare(const struct px_article *const *articles, size_t count,
                                 const struct px_compare_options *options, const struct px_worker *worker,
                                 struct px_comparison *comparison, struct px_error *error);

/* Is a speaker of the article one whom the entry of `sides` names? The scratch is the caller's. False when memory is out. */
PX_API bool px_compare_speaks(const struct px_article *article, struct px_slice name, struct px_arena *scratch);

PX_API void px_comparison_release(struct px_comparison *comparison);

#endif
