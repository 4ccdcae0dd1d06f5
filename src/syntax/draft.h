/* A sentence on its way to tags and a tree, and the second look that closes it. Private to the room.
 *
 * Tags are chosen from left to right before there is a tree, relations before the tree is whole. When it is, both are
 * chosen anew, each by a perceptron over what was found first, the neighbours and the place in the tree. Every word is
 * looked at with what was found first for all others, so that the order of words does not matter.
 */
#ifndef PX_SYNTAX_DRAFT_H
#define PX_SYNTAX_DRAFT_H

#include "syntax/parsing.h"

enum { PX_REVISION_ROWS = 96 };

/* words[-2 .. count + 1] may be asked. */
struct px_draft {
    const struct px_form_facts *const *words;
    uint32_t count;
    uint8_t *tags;
    uint32_t *heads; /* the root's word has `count` */
    uint8_t *relations;
};

struct px_syntax;

/* Fills heads and relations from the tags: the parser's tree, its punctuation hung anew. False when memory is out. Linear. */
bool px_draft_hang(const struct px_syntax *syntax, struct px_draft *draft, struct px_arena *arena);

/* What is asked of a word in a whole tree. Of the root behind the last word, and of nothing behind the root, too. */
struct px_place {
    uint32_t head;
    uint32_t first, last;     /* the outermost dependents */
    uint32_t before, behind;  /* the neighbours among the head's dependents */
    uint64_t left, right;     /* relations of the dependents on either side, by bits */
    uint32_t word, known, class, shape, suffix;
    uint8_t tag; /* + 1 */
    uint8_t upos;
    uint8_t relation;
    bool side; /* right of its head */
};

/* Places of the draft's words, count + 2, PLACE_EDGE more on either side; NULL when memory is out. Linear. */
struct px_place *px_draft_places(const struct px_draft *draft, const struct px_tag_traits *traits, struct px_arena *arena);

/* The rows of a word's features in a table of 2^bits weights: for its tag, for its relation. Return how many, always the
 * same. */
size_t px_revision_tag_rows(const struct px_place *places, uint32_t word, unsigned bits, uint32_t *rows);
size_t px_revision_relation_rows(const struct px_place *places, uint32_t word, unsigned bits, uint32_t *rows);

/* Chooses tags and relations anew. False when memory is out. Linear. */
bool px_draft_revise(const struct px_syntax *syntax, struct px_draft *draft, struct px_arena *arena);

#endif
