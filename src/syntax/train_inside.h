/* What the trainer's files share. Private to the room. */
#ifndef PX_SYNTAX_TRAIN_INSIDE_H
#define PX_SYNTAX_TRAIN_INSIDE_H

#include "syntax/corpus.h"
#include "syntax/perceptron.h"
#include "syntax/train.h"

/* A generator of the trainer's own: xorshift64*, the same everywhere. */
struct px_dice {
    uint64_t state;
};

static inline uint32_t px_dice_roll(struct px_dice *dice, uint32_t sides)
{
    dice->state ^= dice->state >> 12;
    dice->state ^= dice->state << 25;
    dice->state ^= dice->state >> 27;
    return (uint32_t)((dice->state * 0x2545F4914F6CDD1Du) >> 32) % sides;
}

/* Which samples a learner sees, in which order. */
struct px_selection {
    const struct px_sample **items;
    size_t count;
};

void px_selection_shuffle(struct px_selection *selection, struct px_dice *dice);

/* One pass of the tagger's learning. */
void px_train_tagger_round(struct px_perceptron *tags, uint32_t tag_count, const struct px_selection *selection);

struct px_parser_learner {
    struct px_perceptron actions;
    struct px_perceptron relations;
    const struct px_syntax *syntax; /* of it the names alone */
    struct px_arena arena;
    uint32_t beam;
};

/* One pass of the parser's learning, from the samples' guesses. */
enum px_status px_train_parser_round(struct px_parser_learner *learner, const struct px_selection *selection,
                                     struct px_error *error);

/* One pass of learning where punctuation hangs. */
enum px_status px_train_marks_round(struct px_perceptron *perceptron, const struct px_syntax *syntax,
                                    const struct px_selection *selection, struct px_error *error);

/* Which tags are often guessed in the place of which (px_rivals_allow); false when memory is out. */
bool px_train_rivals(const struct px_corpus *corpus, struct px_buffer *rivals);

/* One pass of learning the second look, from the samples' guesses of tags and trees. */
enum px_status px_train_revision_round(struct px_perceptron *perceptron, const struct px_syntax *syntax,
                                       const struct px_selection *selection, struct px_error *error);

/* The lexicon's slots (a part of the model): what tags each frequent form has. */
enum px_status px_train_lexicon(const struct px_corpus *gold, const struct px_corpus *silver, struct px_buffer *slots,
                                unsigned *bits, struct px_error *error);

/* Texts, all forms in them, and the digests of the forms' keys, which number the words. */
struct px_train_text {
    const struct px_corpus *const *corpora;
    size_t count;
    const struct px_forms *forms;
    const struct px_table *digests;
};

enum { PX_CLASS_LIMIT = 255 };

/* Fills the class of each word (1 ... class_count, PX_CLASS_LIMIT at most; 0 where it is too rare), from its company in
 * the text. Heads and relations must be there. Costs a look at every class for each word and each of its contexts. */
enum px_status px_train_classes(const struct px_train_text *text, uint32_t class_count, uint8_t *classes,
                                struct px_error *error);

/* The lemma rules: scripts and slots. */
enum px_status px_train_lemmas(const struct px_corpus *corpus, struct px_buffer *scripts, struct px_buffer *slots,
                               unsigned *bits, struct px_error *error);

/* Makes automatic parses alike the treebanks: relations, heads, UPOS. Both corpora have been looked up. */
enum px_status px_train_refine_silver(const struct px_corpus *gold, struct px_corpus *silver, struct px_error *error);

/* Appends a number, little-endian. */
void px_train_number(struct px_buffer *out, uint32_t number);

struct px_model_piece {
    struct px_slice bytes;
    unsigned bits;
};

/* Writes the model's file. */
void px_train_write(const struct px_model_piece pieces[PX_PARTS], struct px_buffer *model);

/* Scores the model on a treebank and appends a line. */
enum px_status px_train_score(const struct px_syntax *syntax, const char *path, struct px_buffer *scores,
                              struct px_error *error);

#endif
