/* Runs of one to three words, counted in a focus and in the rest. Internal to the room. */
#ifndef PX_TUNING_GRAM_H
#define PX_TUNING_GRAM_H

#include "tuning/reading.h"
#include "tuning/suggest.h"

enum { PX_GRAM_WORDS = 3 };

struct px_gram_place {
    uint32_t passage;
    uint32_t token;
    uint32_t next; /* the place before it, or PX_NONE */
};

struct px_gram {
    struct px_slice text;
    uint32_t words;
    uint32_t focus, rest;
    uint32_t capitals; /* hits with a capital inside a sentence */
    uint32_t texts;    /* with a hit in the focus */
    uint32_t last_text, in_last, most_in_one;
    uint32_t group;
    struct px_slice topic;
    bool several_groups, several_topics;
    uint32_t places; /* in the focus, last first: into px_grams.places */
};

struct px_grams {
    struct px_arena arena;
    struct px_table texts;
    PX_VECTOR(struct px_gram) items;
    PX_VECTOR(struct px_gram_place) places;
    uint8_t **in_focus;   /* by passage, by token */
    uint8_t **covered;    /* by passage, by token: by an entry of the lexicon */
    uint64_t focus, rest; /* words counted */
};

/* Marks the focus and what is covered, and counts. */
enum px_status px_grams_count(const struct px_reading *reading, const struct px_tuning_tools *tools,
                              const struct px_passages *passages, const struct px_suggest_options *options,
                              struct px_grams *grams, struct px_error *error);
void px_grams_release(struct px_grams *grams);

#endif
