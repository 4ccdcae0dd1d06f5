/* A statement whose words are being bounded by grammar. Private to the files that do so. */
#ifndef PX_SOURCING_ATTRIBUTION_BOUND_H
#define PX_SOURCING_ATTRIBUTION_BOUND_H

#include "sourcing/attribution_scene.h"

struct px_bounding {
    struct px_scene *scene;
    struct px_cue *cue;
    uint32_t *owners; /* of each token: who holds it, or PX_NONE */
    uint32_t index;
};

/* Lets go of what of the content stands in the range. */
void px_bounding_take_out(const struct px_bounding *b, struct px_range away);

/* Moves the cue to the word that says what is said (attribution_recue.c). Linear in the sentence. */
void px_bounding_move_cue(const struct px_bounding *b);

/* Adds to the content what was left out of its clause (attribution_complete.c). Linear in the sentence, times its
 * depth. */
void px_bounding_complete(const struct px_bounding *b);

/* Ends the content before what came of it, and begins it behind the noun that it is told of (attribution_turn.c). Linear in
 * the sentence. */
void px_bounding_end_at_turn(const struct px_bounding *b);

/* Ends the content where another clause begins that is the article's own (attribution_other.c). Linear in the
 * sentence. */
void px_scene_end_at_others(const struct px_bounding *b);

#endif
