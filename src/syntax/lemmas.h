/* Lemmas: from a form and its tag, by rules over the form's end, whole forms being the longest ends. Private to the
 * room.
 *
 * A script says how a lemma is made: whether the form is folded first, how many bytes are cut off its end, and what is
 * put there. The rules lie in an open-addressing table over digests of tag and end; that of the longest end decides.
 */
#ifndef PX_SYNTAX_LEMMAS_H
#define PX_SYNTAX_LEMMAS_H

#include "syntax/forms.h"

enum { PX_LEMMA_ENDS = 7, PX_LEMMA_SLOT = 6, PX_SCRIPT_ALL = 255, PX_SCRIPT_LIMIT = 4096 };

struct px_script {
    bool fold;
    uint8_t cut; /* bytes; PX_SCRIPT_ALL: the whole form */
    struct px_slice append;
};

struct px_lemma_rules {
    const uint8_t *slots; /* digest, script (16 bits) */
    uint32_t mask;
    const struct px_script *scripts;
    uint32_t script_count;
};

/* The digest of a rule: the tag, and the last `size` bytes of the folded form, which may be all of it. */
uint32_t px_lemma_digest(uint32_t tag, struct px_slice end, bool whole);

/* Fills ends[0, PX_LEMMA_ENDS] with where the last 0 to PX_LEMMA_ENDS characters of the form begin; returns how many
 * there are. */
size_t px_lemma_ends(struct px_slice fold, size_t ends[PX_LEMMA_ENDS + 1]);

/* The lemma of the form, in the arena's memory; `.data` is NULL when memory is out. Never empty for a form that is
 * not. */
struct px_slice px_lemma_find(const struct px_lemma_rules *rules, struct px_slice form, uint32_t tag,
                              struct px_buffer *folded, struct px_arena *arena);

#endif
