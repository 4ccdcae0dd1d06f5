/* Differences: which decisions on gold two lexicons take differently, for better and for worse.
 *
 *     struct px_lexicon_diff diff;
 *     px_lexicon_diff(&old, &new, &tools, &passages, &diff, &error);
 */
#ifndef PX_TUNING_DIFF_H
#define PX_TUNING_DIFF_H

#include "base/buffer.h"
#include "tuning/reading.h"

/* A word that one lexicon marks and the other does not. */
struct px_changed_word {
    uint32_t passage, word;
    bool marked_now; /* by the new lexicon */
    bool better;     /* the gold agrees with the new one */
};

struct px_lexicon_diff {
    struct px_arena arena;
    const struct px_passages *passages;
    const struct px_lexicon *old, *new_one;
    struct px_confusion_scores old_words, new_words, old_labels, new_labels;
    PX_VECTOR(struct px_changed_word) words; /* in order of the texts */
    size_t labels_better, labels_worse;
    PX_VECTOR(uint32_t) labels; /* passages whose flag changed */
    bool *new_flags;            /* by passage */
};

/* Lexicons, tools and passages (of gold) are borrowed as long as the result lives. */
PX_API enum px_status px_lexicon_diff(const struct px_lexicon *old, const struct px_lexicon *new_one,
                                      const struct px_tuning_tools *tools, const struct px_passages *passages,
                                      struct px_lexicon_diff *diff, struct px_error *error);
PX_API void px_lexicon_diff_release(struct px_lexicon_diff *diff);

/* Markdown with at most `top` examples of each kind, or JSON with all. */
PX_API void px_lexicon_diff_write(const struct px_lexicon_diff *diff, const char *format, size_t top,
                                  struct px_buffer *out);

#endif
