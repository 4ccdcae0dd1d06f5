/* What the files of pairing share and nobody else sees: the pairing, and its steps in the order in which they run. */
#ifndef PX_CORPUS_INSIDE_H
#define PX_CORPUS_INSIDE_H

#include "base/table.h"
#include "corpus/pair.h"
#include "corpus/story.h"

/* Weights of a story's words are whole numbers: its vector has the length PX_WEIGHT_ONE, a cosine of 1 is
 * PX_SCORE_ONE. Sums of whole numbers do not depend on the order of what is summed. */
#define PX_WEIGHT_ONE ((uint32_t)1 << 15)
#define PX_SCORE_ONE ((uint32_t)1 << 30)

enum { PX_CROWD = 3, PX_CHOICES = 2 };

/* One of the stories of an outlet that are most like a given one. */
struct px_choice {
    uint32_t outlet;
    uint32_t other;
    uint32_t score;
};

/* What a story has met: the best stories of each outlet, PX_CHOICES at most, in no order, and the best scores of those
 * that were passed over, falling. */
struct px_meetings {
    PX_VECTOR(struct px_choice) choices;
    uint32_t passed[PX_CROWD];
    uint32_t crowd; /* once all is met: the mean of the best PX_CROWD that are not the best of their outlet */
};

/* Stories [first, end) that are at hand, by their words. */
struct px_window {
    uint32_t first, end;
    uint32_t *held;    /* [stems] in how many of stories [held_first, held_end) the stem stands */
    float *background; /* [stems] in how many articles of the background */
    double background_size;
    uint32_t held_first, held_end;
    uint32_t *begin; /* [stems] where the postings of a stem begin, of those that are in the index */
    uint32_t *count; /* [stems] how many there are; 0 for every other stem */
    uint32_t *stems; /* [stem_count] that are in the index */
    uint32_t stem_count;
    struct px_pair_posting *postings;
    size_t posting_capacity;
    float *rest; /* [end - first] length of what a story's vector has in words that are too common to bring together */
};

struct px_pair_posting {
    uint32_t story;
    uint32_t weight;
};

struct px_pairing {
    const struct px_pair_options *options;
    struct px_worker worker;
    struct px_arena arena;
    struct px_table ids;
    struct px_table outlets;
    PX_VECTOR(struct px_story) stories; /* once found: by day and id */
    uint32_t *numbers;                  /* [stories] of the one that was added as the i-th */
    uint32_t *stem_of;                  /* [forms] */
    size_t stem_count;
    struct px_window window;
    struct px_meetings *meetings; /* [stories] */
    PX_VECTOR(struct px_pair) pairs;
    PX_VECTOR(struct px_pair_group) groups;
    uint32_t *group_of; /* [stories] index into groups, or PX_NONE */
};

/* window.c: room for the window's arrays, which the caller frees; sums up which stems stories [first, end) hold;
 * weighs a story after them; indexes stories [first, end), which are weighed. */
enum px_status px_window_init(struct px_pairing *pairing, struct px_error *error);
void px_window_release(struct px_window *window);
void px_window_hold(struct px_pairing *pairing, uint32_t first, uint32_t end);
void px_window_weigh(const struct px_pairing *pairing, struct px_story *story);
enum px_status px_window_index(struct px_pairing *pairing, uint32_t first, uint32_t end, struct px_error *error);

/* search.c: stories [first, end) meet those of the window that have smaller numbers. */
struct px_search;
enum px_status px_search_new(struct px_pairing *pairing, struct px_search **search, struct px_error *error);
void px_search_free(struct px_search *search);
enum px_status px_search_run(struct px_search *search, uint32_t first, uint32_t end, struct px_error *error);

/* choose.c: takes note of a meeting, for both; and in the end makes the pairs of what was met. */
enum px_status px_choose_note(struct px_pairing *pairing, uint32_t a, uint32_t b, uint32_t score,
                              struct px_error *error);
enum px_status px_choose_pairs(struct px_pairing *pairing, struct px_error *error);

/* For qsort over pairs: the best first, what is equal by the stories' numbers. */
int px_pair_by_score(const void *a, const void *b);

/* Scores below this are not noted. */
static inline uint32_t px_choose_floor(const struct px_pairing *pairing)
{
    return (uint32_t)(pairing->options->least / 2 * PX_SCORE_ONE);
}

#endif
