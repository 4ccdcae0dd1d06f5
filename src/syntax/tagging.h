/* Tagging: a tag for each word from left to right, by a perceptron over the word, its neighbours and the tags before.
 * Private to the room; the trainer walks the same way with weights of its own.
 *
 * A tag is a pair of UPOS and XPOS as the treebanks have them ("AUX VBZ"). Features fall in three: those of a word
 * alone, of the word behind alone and of the word before alone are summed once a form; the rest is looked up a word.
 */
#ifndef PX_SYNTAX_TAGGING_H
#define PX_SYNTAX_TAGGING_H

#include "syntax/forms.h"

enum { PX_TAG_EDGE = PX_TAG_CLASSES, PX_TAG_ROWS = 96, PX_TAG_ROLES = 3 };

enum px_tag_role { PX_TAG_SELF, PX_TAG_NEXT, PX_TAG_PREVIOUS };

/* Where the tagger stands: words[0] is the word to be tagged, words[-2 .. 2] may be asked. */
struct px_tag_place {
    const struct px_form_facts *const *words;
    uint32_t previous; /* tags before, PX_TAG_EDGE at the beginning */
    uint32_t before_previous;
    bool first;    /* no word stands before */
    bool capitals; /* the sentence has no small letter */
    uint32_t last; /* digest of the sentence's last word */
};

/* Stands for what is outside the sentence. */
extern const struct px_form_facts px_form_edge;

/* The rows of the word's own features in the role; returns how many. */
size_t px_tag_word_rows(const struct px_form_facts *word, enum px_tag_role role, const struct px_weights *weights,
                        uint32_t *rows);

/* The rows of the place's other features. */
size_t px_tag_place_rows(const struct px_tag_place *place, const struct px_weights *weights, uint32_t *rows);

/* Fills word->scores, PX_TAG_ROLES times PX_TAG_CLASSES sums in the arena's memory; false when memory is out. */
bool px_tag_learn_word(const struct px_weights *weights, struct px_arena *arena, struct px_form_facts *word);

/* The tags there are: `closed` tells which are of classes that gain no new words (articles, pronouns, auxiliaries). */
struct px_tag_set {
    uint32_t count;
    bool closed[PX_TAG_CLASSES];
};

/* Tags words[0, count); words[-2], [-1], [count], [count + 1] are px_form_edge, and all are learnt. A word that the
 * lexicon knows with tags of open classes alone gets none of a closed one. Linear. */
void px_tag_words(const struct px_weights *weights, const struct px_tag_set *set,
                  const struct px_form_facts *const *words, size_t count, uint8_t *tags);

/* Fills what holds for the whole sentence. */
void px_tag_begin(struct px_tag_place *place, const struct px_form_facts *const *words, size_t count);

/* Moves on behind a word tagged so. */
static inline void px_tag_advance(struct px_tag_place *place, uint32_t tag)
{
    place->before_previous = place->previous;
    place->previous = tag;
    place->words++;
    place->first = false;
}

#endif
