/* Learning tags, and what the lexicon knows of them. */
#include "syntax/train_inside.h"

void px_selection_shuffle(struct px_selection *selection, struct px_dice *dice)
{
    for (size_t i = selection->count; i > 1; i--) {
        size_t j = px_dice_roll(dice, (uint32_t)i);
        const struct px_sample *item = selection->items[i - 1];
        selection->items[i - 1] = selection->items[j];
        selection->items[j] = item;
    }
}

static size_t all_rows(const struct px_tag_place *place, unsigned bits, uint32_t *rows)
{
    size_t n = px_tag_place_rows(place, PX_ROWS_ALONE(bits), rows);
    n += px_tag_word_rows(place->words[0], PX_TAG_SELF, PX_ROWS_ALONE(bits), rows + n);
    if (place->words[1] != &px_form_edge)
        n += px_tag_word_rows(place->words[1], PX_TAG_NEXT, PX_ROWS_ALONE(bits), rows + n);
    if (place->words[-1] != &px_form_edge)
        n += px_tag_word_rows(place->words[-1], PX_TAG_PREVIOUS, PX_ROWS_ALONE(bits), rows + n);
    return n;
}

static void learn_sample(struct px_perceptron *tags, uint32_t tag_count, const struct px_sample *sample)
{
    struct px_tag_place place;
    uint32_t rows[PX_TAG_ROWS];
    int32_t sums[PX_TAG_CLASSES];
    px_tag_begin(&place, sample->words, sample->count);
    for (uint32_t i = 0; i < sample->count; i++) {
        size_t count = all_rows(&place, tags->bits, rows);
        px_perceptron_score(tags, rows, count, PX_TAG_CLASSES, sums);
        uint32_t best = 0;
        for (uint32_t tag = 1; tag < tag_count; tag++)
            if (sums[tag] > sums[best])
                best = tag;
        if (best != sample->tags[i])
            px_perceptron_learn(tags, rows, count, sample->tags[i], best);
        tags->step++;
        px_tag_advance(&place, best);
    }
}

void px_train_tagger_round(struct px_perceptron *tags, uint32_t tag_count, const struct px_selection *selection)
{
    for (size_t i = 0; i < selection->count; i++)
        learn_sample(tags, tag_count, selection->items[i]);
}
