/* Learning a lexicon from the gold of a selection: which entries stay, which are added, and what each weighs. Internal
 * to the room.
 */
#ifndef PX_TUNING_LEARN_H
#define PX_TUNING_LEARN_H

#include "tuning/candidate.h"
#include "tuning/weigh.h"

struct px_learn_options {
    struct px_weigh_options weigh;
    double floor;   /* the least weight of an added entry */
    uint32_t least; /* the texts in which it must be marked */
};

struct px_learnt_entry {
    const struct px_entry *old; /* NULL: added */
    struct px_slice text, category;
    double weight;
    bool pruned;
};

struct px_learnt {
    struct px_arena arena;
    PX_VECTOR(struct px_learnt_entry) entries; /* the old ones in order, then the added, by text */
};

/* `old` may be NULL; `old_reading` is its reading of the passages. */
enum px_status px_learn(const struct px_selection *selection, const struct px_tuning_tools *tools,
                        const struct px_reading *old_reading, const struct px_learn_options *options,
                        struct px_learnt *learnt, struct px_error *error);
void px_learnt_release(struct px_learnt *learnt);

#endif
