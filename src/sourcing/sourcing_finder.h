/* The work of finding what is said, in its parts: tokens (sourcing_words.c), cues and their arguments (sourcing_find.c),
 * over threads (sourcing_crew.c). Private to these files. */
#ifndef PX_SOURCING_SOURCING_FINDER_H
#define PX_SOURCING_SOURCING_FINDER_H

#include "sourcing/sourcing.h"

/* Memory that is used again for each block and each cue. */
struct px_finder_room {
    struct px_arena *arena;
    float *scores;
    float *shares;
    uint16_t *bounds;
    uint8_t *labels;
    double *work;
    size_t capacity;
};

/* Of each token: the probability of being a cue by both models, and of beginning or going on with one by `cue`. */
struct px_finder_shares {
    float *cue;
    float *begins;
    float *goes_on;
};

struct px_finder {
    const struct px_sourcing_model *model;
    const struct px_sourcing_view *view;
    struct px_sourcing_finds *finds;
    struct px_arena *arena;
    struct px_finder_room room;
    struct px_finder_shares shares;
    struct px_ranges blocks; /* tokens of each */
    uint32_t *owners;        /* of each token: the cue it belongs to, as far as others may see it */
    /* Before each token, and behind the last: how many have another owner than in the first reading. NULL: it is the
     * first. */
    uint32_t *changes;
};

/* Room for as many tokens. */
bool px_finder_reserve(struct px_finder *finder, size_t count);

/* scores[0, width) of a token, in log-odds. The width is a constant at each call. */
static inline __attribute__((always_inline)) void px_finder_add_up(const struct px_hashed *table, uint32_t width,
                                                                   const struct px_sourcing_features *features,
                                                                   float *scores)
{
    const struct px_hashed rows = {table->lines, table->line_count, width};
    int32_t sums[PX_HASHED_WIDTH] = {0};
    for (uint32_t i = 0; i < features->count; i++)
        __builtin_prefetch(px_hashed_line(&rows, features->items[i]));
    for (uint32_t i = 0; i < features->count; i++)
        px_hashed_add(&rows, features->items[i], sums);
    for (uint32_t i = 0; i < width; i++)
        scores[i] = (float)sums[i] / PX_HASHED_STEPS;
}

/* The shares of all tokens. False when memory is out. Linear. */
bool px_finder_read_words(struct px_finder *finder);

/* Work on one of many items, which needs nothing of the others and leaves ranges of finds alone. */
typedef bool px_finder_work(struct px_finder *finder, size_t item);

/* Does the work of each item 0 … count - 1, over the threads that share the article; what is found does not depend on
 * them. False when memory is out. */
bool px_finder_each(struct px_finder *finder, size_t count, px_finder_work *work);

#endif
