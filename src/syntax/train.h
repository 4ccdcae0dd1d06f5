/* The trainer: from treebanks to the model's file. The program parallax-train is a thin user of it.
 *
 * Everything is in whole numbers and drawn from a fixed seed: the same treebanks and plan give the same bytes.
 *
 *     px_syntax_train(&(struct px_train_plan){.gold = files, .gold_count = 2}, &model, &scores, &error);
 */
#ifndef PX_SYNTAX_TRAIN_H
#define PX_SYNTAX_TRAIN_H

#include "base/buffer.h"
#include "base/error.h"

/* What to learn from and how; 0 for the usual. Files are CoNLL-U, plain or compressed. */
struct px_train_plan {
    const char *const *gold; /* treebanks to learn from */
    size_t gold_count;
    const char *const *silver; /* automatic parses to begin with; their names of relations may be those of UD 1 */
    size_t silver_count;
    const char *const *score; /* treebanks to score the model on, never learnt from */
    size_t score_count;
    unsigned tagger_rounds; /* passes over the gold treebanks */
    unsigned parser_rounds;
    unsigned silver_rounds;
    unsigned folds;    /* the parser learns from tags of taggers that did not see the sentence */
    unsigned beam;     /* sequences the parser learns to tell apart */
    unsigned search;   /* sequences the finished parser keeps */
    unsigned margin;   /* how far behind the best a sequence may fall, in steps of the finished weights */
    unsigned weight;   /* of a relation's score beside an action's, in per cent of what it was in training */
    unsigned runs;     /* trainings, each in its own order, whose weights are added up */
    unsigned tag_bits; /* 2^bits weights each */
    unsigned action_bits;
    unsigned relation_bits;
    unsigned cut; /* share in a million of the weights cut off at the ends of the scale */
};

/* Writes the model's bytes to `model` and a table of scores, a line a treebank and measure, to `scores`. PX_ERROR_IO
 * and PX_ERROR_SYNTAX name the treebank. */
PX_API enum px_status px_syntax_train(const struct px_train_plan *plan, struct px_buffer *model,
                                      struct px_buffer *scores, struct px_error *error);

#endif
