/* Evaluation: how well a lexicon does against gold, and what each entry of it is worth.
 *
 * Words are scored as marked or not, texts as flagged or not (reading.h has the rules). Every share has its interval:
 * bootstrap over texts for precision, recall and F1, Wilson's for an entry's precision. Two lines stand beside the
 * lexicon's own: what flagging everything scores, and, where several people annotated the same texts, what they score
 * against each other.
 *
 *     struct px_evaluation evaluation;
 *     px_evaluate(&lexicon, &tools, &passages, &evaluation, &error);
 *     px_evaluation_write(&evaluation, PX_EVALUATION_MARKDOWN, &buffer);
 *     px_evaluation_release(&evaluation);
 */
#ifndef PX_TUNING_EVALUATE_H
#define PX_TUNING_EVALUATE_H

#include "base/buffer.h"
#include "statistics/confusion.h"
#include "tuning/reading.h"

/* One part of the whole: an outlet, a voice, a category. What does not apply is NaN or 0. */
struct px_evaluation_part {
    struct px_slice name;
    size_t texts;
    size_t hits;                  /* that count; for a voice, that would count in a chosen one */
    struct px_estimate precision; /* of hits: the share that touches gold, with Wilson's interval */
    double loss;                  /* what F1 of words loses without it */
    struct px_confusion_scores words;
    struct px_confusion_scores labels;
};

struct px_evaluation_parts {
    struct px_evaluation_part *items;
    size_t count;
    size_t capacity;
};

struct px_entry_score {
    uint32_t entry;
    size_t hits;   /* chosen ones, whether or not they are heavy enough to count */
    size_t quoted; /* hits in quotation marks, which never count */
    size_t right;  /* of `hits` */
    struct px_estimate precision;
    double loss; /* what F1 of words loses without it; shorter entries that it hides are not called in */
};

struct px_missed_word {
    struct px_slice word; /* folded */
    size_t missed;        /* times marked and not found */
    size_t seen;          /* times it stands in the texts at all */
};

struct px_evaluation {
    struct px_arena arena;
    const struct px_lexicon *lexicon;
    size_t texts, annotators;
    struct px_confusion_scores words, labels;
    struct px_confusion_scores every_word, every_label;   /* all marked, all flagged */
    struct px_confusion_scores human_words, human_labels; /* annotators against each other, every pair */
    bool has_humans;
    struct px_evaluation_parts categories, voices, outlets;
    PX_VECTOR(struct px_entry_score) entries; /* with a hit, by loss, then hits, then place in the file */
    PX_VECTOR(struct px_missed_word) missed;  /* content words, by times missed, then word */
};

enum px_evaluation_format { PX_EVALUATION_MARKDOWN, PX_EVALUATION_CSV, PX_EVALUATION_JSON };

/* Fails with PX_ERROR_MEMORY, or as reading fails. The lexicon and the passages are borrowed. */
PX_API enum px_status px_evaluate(const struct px_lexicon *lexicon, const struct px_tuning_tools *tools,
                                  const struct px_passages *passages, struct px_evaluation *evaluation,
                                  struct px_error *error);
PX_API void px_evaluation_release(struct px_evaluation *evaluation);

/* Markdown shows the first 25 entries at either end and 40 missed words; CSV (a figure a line) and JSON hold all. */
PX_API void px_evaluation_write(const struct px_evaluation *evaluation, enum px_evaluation_format format,
                                struct px_buffer *out);

/* Sets the losses of entries alone: loss[entry], an array as long as the lexicon. */
PX_API enum px_status px_evaluation_entries(const struct px_reading *reading, const struct px_passages *passages,
                                            struct px_entry_score *scores, struct px_error *error);

#endif
