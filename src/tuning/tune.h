/* Tuning: a new lexicon from an old one (or from none) and gold.
 *
 * Entries whose precision is surely low go; words, phrases and stems that annotators mark in several texts come; every
 * weight becomes the estimated probability that a hit is marked, by logistic regression: L1 chooses, L2 weighs. `mark`
 * is the weight that gives the best F1 of words, `threshold` the sum that gives the best macro-F1 of texts, both on
 * texts that had no part in the weights. Weights are calibrated on these too, since one learnt from two hits promises too
 * much. How far evidence may move a weight (the cost of the L2 fit, one of three) is
 * what cross-validates best.
 *
 * Cross-validation leaves out whole groups of near-duplicates, and within each fold everything is done anew on the other
 * folds, mark and threshold too. Its scores are what to expect of unseen texts by the same annotators; the in-sample
 * scores are not. The same gold, lexicon, options and seed give the same bytes.
 *
 *     struct px_tuning tuning;
 *     px_tune(&lexicon, &tools, &passages, &options, &tuning, &error);
 *     px_tuning_write_lexicon(&tuning, "parallax 0.1.0", &file);
 *     px_tuning_write_scores(&tuning, &report);
 *     px_tuning_release(&tuning);
 */
#ifndef PX_TUNING_TUNE_H
#define PX_TUNING_TUNE_H

#include "base/buffer.h"
#include "tuning/evaluate.h"

struct px_learnt;

struct px_tune_options {
    uint32_t folds; /* 2 or more */
    uint32_t least; /* texts in which an added entry must be marked; from 2 on they are no near-duplicates */
};

struct px_tuning {
    struct px_arena arena;
    const struct px_lexicon *old; /* NULL: from nothing */
    struct px_learnt *learnt;
    struct px_lexicon lexicon;     /* the new one, as written */
    struct px_entry_score *scores; /* by entry of the new one, in-sample */
    double mark, threshold;
    uint32_t folds, groups, least;
    uint64_t seed;
    size_t texts, kept, added, pruned;
    char gold_sha256[PX_DIGEST_SIZE];
    struct px_confusion_scores old_words, old_labels; /* of the old lexicon on the same texts */
    struct px_confusion_scores sample_words, sample_labels;
    struct px_confusion_scores cross_words, cross_labels;
};

/* Not from two threads at once: liblinear draws from the process's own random numbers. `old` may be NULL. The passages
 * must be gold; they are grouped here. Lexicon, tools and passages are borrowed for as
 * long as the result lives. PX_ERROR_INPUT when there are fewer groups than folds, or when the gold marks nothing. */
PX_API enum px_status px_tune(const struct px_lexicon *old, const struct px_tuning_tools *tools,
                              struct px_passages *passages, const struct px_tune_options *options,
                              struct px_tuning *tuning, struct px_error *error);
PX_API void px_tuning_release(struct px_tuning *tuning);

/* The new lexicon's file: the old one's metadata and columns with the evidence beside them (weight, origin, hits,
 * precision, low, high, loss), its provenance in the head, what was pruned in comments at the end. */
PX_API void px_tuning_write_lexicon(const struct px_tuning *tuning, const char *program, struct px_buffer *out);

/* In-sample and cross-validated scores, apart, as Markdown. */
PX_API void px_tuning_write_scores(const struct px_tuning *tuning, struct px_buffer *out);

#endif
