/* Sketches: how much of a text stands in another, from a few numbers a text.
 *
 * A text is the set of its runs of five words. Of their hashes the smallest are kept (bottom-k sketch): the smallest of
 * two texts' union are a random sample of it, so that the part of them that both texts have estimates the part that
 * they share. Texts of no more than PX_SKETCH_SIZE runs are kept whole, and compared exactly; of longer ones the
 * estimate of Jaccard's coefficient has a standard error of .045 at most. (Cohen and Kaplan, "Summarizing data using
 * bottom-k sketches", PODC 2007; Broder, "On the resemblance and containment of documents", 1997.)
 */
#ifndef PX_CORPUS_SKETCH_H
#define PX_CORPUS_SKETCH_H

#include "base/arena.h"

enum { PX_SKETCH_SIZE = 128, PX_SHINGLE_WORDS = 5 };

struct px_sketch {
    uint32_t *hashes; /* the smallest, ascending, no two alike */
    uint32_t count;
    uint32_t runs; /* different ones in the text */
};

/* Sketches the text: runs of letters and digits are words, ASCII's case aside. Memory of the arena holds the result;
 * `scratch` holds four bytes a byte of text for a while. False when memory is out. Linear. */
bool px_sketch_make(struct px_slice text, struct px_arena *arena, struct px_arena *scratch, struct px_sketch *sketch);

/* The share of the shorter text's runs that the other has too, 0..1. Mirrors: the order of the two does not matter. */
double px_sketch_shared(const struct px_sketch *a, const struct px_sketch *b);

#endif
