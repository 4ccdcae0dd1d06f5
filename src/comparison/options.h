/* What the user asks of a comparison.
 */
#ifndef PX_COMPARISON_OPTIONS_H
#define PX_COMPARISON_OPTIONS_H

#include "comparison/comparison.h"
#include "lexicon/resources.h"

/* A reference frequency list: word and count a line, tab-separated. */
struct px_reference {
    const struct px_table *words;
    const uint64_t *counts;
    uint64_t total;
};

/* What passages of articles on different events reach: the bar that an edge must clear, measured as align/null.h says. */
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

#endif
