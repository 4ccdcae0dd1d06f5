/* A reading: what one lexicon finds in the passages, and what it decides, by the rules of `analyze`.
 *
 * An entry's hit counts when its words are the outlet's choice (its own voice, or reported without quotation marks) and
 * its weight is at or above the lexicon's metadata `mark`. A sentence is flagged when the weights of its chosen hits add
 * up to the metadata `threshold`, or, where the file names none, when a hit counts.
 *
 *     struct px_reading reading;
 *     px_reading_new(&lexicon, &tools, &passages, &reading, &error);
 */
#ifndef PX_TUNING_READING_H
#define PX_TUNING_READING_H

#include "lexicon/lexicon.h"
#include "statistics/confusion.h"
#include "tuning/passage.h"

struct px_sighting {
    uint32_t passage;
    uint32_t first_token;
    uint32_t token_count;
    uint32_t entry;
    uint8_t voice;
    bool chosen; /* the outlet's choice of words */
    bool heavy;  /* its weight is at or above the lexicon's mark */
    bool counts; /* chosen and heavy */
    bool right;  /* touches what the gold marks */
};

struct px_reading {
    struct px_arena arena;
    const struct px_lexicon *lexicon;
    double mark;
    PX_VECTOR(struct px_sighting) sightings; /* by passage, then position */
    size_t *first;                           /* by passage: its first sighting; passages + 1 */
    uint16_t **cover;                        /* by passage, by word: counting sightings that touch it */
    double *scores;                          /* by passage: the highest score of its sentences */
    bool *flags;                             /* by passage: is a sentence flagged? */
};

/* Lays the lexicon over the passages (both borrowed). */
PX_API enum px_status px_reading_new(const struct px_lexicon *lexicon, const struct px_tuning_tools *tools,
                                     const struct px_passages *passages, struct px_reading *reading,
                                     struct px_error *error);
PX_API void px_reading_release(struct px_reading *reading);

/* The words [*first, *end) of the passage that the sighting touches. */
PX_API void px_reading_words(const struct px_passage *passage, const struct px_sighting *sighting, size_t *first,
                             size_t *end);

/* The confusion of one passage, over its words, or over its one label. */
PX_API struct px_confusion px_reading_word_confusion(const struct px_reading *reading,
                                                     const struct px_passages *passages, size_t passage);
PX_API struct px_confusion px_reading_label_confusion(const struct px_reading *reading,
                                                      const struct px_passages *passages, size_t passage);

#endif
