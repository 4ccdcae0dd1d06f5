/* How alike sentences of different articles are. Private to the room. */
#ifndef PX_ALIGN_LIKENESS_H
#define PX_ALIGN_LIKENESS_H

#include "align/align.h"

enum {
    PX_LIKENESS_MOST = 200
}; /* sentences that are held against each other, of a passage: the first of longer ones */

/* The words of all sentences with what they weigh, in the context's scratch; NULL when memory is out. Linear in the
 * words. */
struct px_likeness *px_likeness_new(struct px_compare_context *context);

/* 0..1: of sentence `one` of article `a` and sentence `other` of article `b`. Linear in the words of the other; of the
 * first, too, unless the call before had it. */
double px_likeness_of(struct px_likeness *likeness, size_t a, uint32_t one, size_t b, uint32_t other);

/* The same, where how much they share counts for more: "We have work to do" says less than half of a long sentence. */
double px_likeness_telling(struct px_likeness *likeness, size_t a, uint32_t one, size_t b, uint32_t other);

/* How alike the most alike sentences of paragraph `one` of article `a` and paragraph `other` of `b` are, of the first
 * PX_LIKENESS_MOST of each. */
double px_likeness_of_paragraphs(const struct px_compare_context *context, size_t a, uint32_t one, size_t b,
                                 uint32_t other);

/* What two paragraphs have in common. */
struct px_common {
    double weight; /* of the words that both have, each once */
    double least;  /* of all words of the lighter one */
    bool matter;   /* both have a word that stands in no name and is no title or office */
};

/* Of paragraph `one` of article `a` and paragraph `other` of `b`. Linear in the words of both. */
struct px_common px_likeness_common(const struct px_compare_context *context, size_t a, uint32_t one, size_t b,
                                    uint32_t other);

#endif
