/* What the finder and the trainer of features share. Private to the room. */
#ifndef PX_SYNTAX_FEATURES_INSIDE_H
#define PX_SYNTAX_FEATURES_INSIDE_H

#include "syntax/features.h"

enum { PX_FEATURE_LEVELS = 8 };

/* A model begins with this line. */
extern const struct px_slice px_features_heading;

/* A sentence with what its verbs are asked for. */
struct px_feature_scene {
    const struct px_feature_word *words;
    uint32_t *subjects; /* by head: its subject, or PX_NONE */
    uint8_t *supports;  /* by head: enum support */
};

/* Looks at a sentence; the arrays are the arena's. False when memory is out. */
bool px_feature_scene_init(struct px_feature_scene *scene, const struct px_feature_word *words, size_t count,
                           struct px_arena *arena);

/* Writes the word's five columns of that level (0 asks for the tag alone) into `key`, with tabs between; false when the
 * word has no subject and the level asks for one. `key->failed` when memory is out. */
bool px_feature_key(const struct px_feature_scene *scene, size_t word, size_t level, struct px_buffer *key);

#endif
