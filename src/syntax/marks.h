/* Marks: where punctuation hangs in a tree that is there already. Private to the room.
 *
 * The parser moves punctuation along with the words; where it belongs follows from the tree of the words, so each mark
 * is hung anew when that tree is known. A mark may hang, without crossing an arc, on the words of two ways up: from the
 * nearest word on its left to the first word beyond the mark, and the same from the right. A perceptron chooses.
 */
#ifndef PX_SYNTAX_MARKS_H
#define PX_SYNTAX_MARKS_H

#include "syntax/parsing.h"

enum { PX_MARK_CANDIDATES = 24, PX_MARK_ROWS = 24 };

enum px_mark_kind { PX_MARK_NONE, PX_MARK_OTHER, PX_MARK_OPEN_QUOTE, PX_MARK_CLOSE_QUOTE, PX_MARK_OPEN, PX_MARK_CLOSE };

/* A tree whose marks are to be hung. */
struct px_marks {
    const struct px_node *nodes;
    const uint8_t *relations;
    uint32_t *heads; /* the root's word has `count` */
    uint32_t count;
    uint8_t *kinds;    /* enum px_mark_kind; a mark on which something hangs, or the root, is none */
    uint32_t *partner; /* the other mark of a pair, or PX_NONE */
};

struct px_mark_candidate {
    uint32_t node;
    uint8_t side;  /* 1 on the left way, 2 on the right one, 3 on both */
    uint8_t steps; /* up from the nearest word, 7 for more */
    bool last;     /* the last before the way crosses the mark */
    bool beyond;   /* the one behind it */
};

/* Fills kinds and partners, in the arena's memory, from the kinds of the words' tags; false when memory is out. */
bool px_marks_init(struct px_marks *marks, const uint8_t *tags, const uint8_t *kind_of, struct px_arena *arena);

/* Where the mark may hang; returns how many places there are. */
size_t px_mark_find(const struct px_marks *marks, uint32_t mark, struct px_mark_candidate *candidates);

/* The rows of a place's features, in a table of 2^bits weights; returns how many, always the same. */
size_t px_mark_rows(const struct px_marks *marks, uint32_t mark, const struct px_mark_candidate *candidate,
                    unsigned bits, uint32_t *rows);

/* Hangs every mark. Linear, but for ways up of more than a few steps, which are cut off. */
void px_marks_attach(const struct px_weights *weights, struct px_marks *marks);

#endif
