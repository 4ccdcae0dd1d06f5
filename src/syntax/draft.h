/* A sentence on its way to tags and a tree, and the second look that closes it. Private to the room.
 *
 * Tags are chosen from left to right before there is a tree. When there is one, each is chosen anew among those that the
 * tag found first is often mistaken for, by a perceptron over that tag, the neighbours on both sides and the place in the
 * tree. Every word is looked at with what was found first for all others, so that the order of words does not matter.
 */
#ifndef PX_SYNTAX_DRAFT_H
#define PX_SYNTAX_DRAFT_H

#include "syntax/parsing.h"

enum { PX_REVISION_ROWS = 64, PX_RIVAL_BYTES = PX_TAG_CLASSES / 8 };

/* words[-2 .. count + 1] may be asked. */
struct px_draft {
    const struct px_form_facts *const *words;
    uint32_t count;
    uint8_t *tags;
    uint32_t *heads; /* the root's word has `count` */
    uint8_t *relations;
};

struct px_syntax;

/* Fills heads and relations from the tags: the parser's tree, its punctuation hung anew. False when memory is out.
 * Linear. */
bool px_draft_hang(const struct px_syntax *syntax, struct px_draft *draft, struct px_arena *arena);

/* What is asked of a word in a whole tree; of the root behind the last word, and of nothing behind the root, too. */
struct px_place {
    uint32_t head;
    uint32_t first; /* the outermost dependents */
    uint32_t last;
    uint64_t left; /* relations of the dependents on either side, by bits */
    uint64_t right;
    uint32_t word; /* as in px_form_facts */
    uint32_t known;
    uint32_t class;
    uint32_t shape;
    uint32_t suffix;
    uint8_t tag; /* + 1 */
    uint8_t upos;
    uint8_t relation;
    bool side; /* right of its head */
};

/* Places of the draft's words, of root and nothing, and two more on either side; NULL when memory is out. Linear. */
struct px_place *px_draft_places(const struct px_draft *draft, const struct px_tag_traits *traits,
                                 struct px_arena *arena);

/* The rows of a word's features in a table of 2^bits weights; returns how many, always the same. */
size_t px_revision_rows(const struct px_place *places, uint32_t word, const struct px_weights *weights, uint32_t *rows);

/* Which tags may take the place of which: PX_RIVAL_BYTES of bits for each tag. */
static inline bool px_rivals_allow(const uint8_t *rivals, uint32_t held, uint32_t rival)
{
    return rivals[held * PX_RIVAL_BYTES + rival / 8] >> (rival % 8) & 1;
}

/* Chooses the tags anew. False when memory is out. Linear. */
bool px_draft_revise(const struct px_syntax *syntax, struct px_draft *draft, struct px_arena *arena);

#endif
