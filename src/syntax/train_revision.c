/* Learning the second look, from trees of parsers that did not see the sentence. */
#include <stdlib.h>

#include "syntax/train_inside.h"

enum { OFTEN = 50 /* mistakes that make a tag another's rival */ };

bool px_train_rivals(const struct px_corpus *corpus, struct px_buffer *rivals)
{
    uint32_t(*counts)[PX_TAG_CLASSES] = calloc(PX_TAG_CLASSES, sizeof *counts);
    for (size_t i = 0; counts != NULL && i < corpus->samples.count; i++) {
        const struct px_sample *sample = &corpus->samples.items[i];
        for (uint32_t j = 0; j < sample->count; j++)
            counts[sample->guesses[j]][sample->tags[j]]++;
    }
    for (uint32_t tag = 0; counts != NULL && tag < PX_TAG_CLASSES; tag++) {
        for (uint32_t from = 0; from < PX_TAG_CLASSES; from += 8) {
            unsigned bits = 0;
            for (uint32_t i = 0; i < 8; i++)
                bits |= (unsigned)(from + i == tag || counts[tag][from + i] >= OFTEN) << i;
            px_buffer_byte(rivals, (char)(unsigned char)bits);
        }
    }
    bool done = counts != NULL && !rivals->failed;
    free(counts);
    return done;
}

/* Learns the word's tag, where it is the first one or a rival of it. */
static void learn_word(struct px_perceptron *perceptron, const uint8_t *rivals, const struct px_place *places,
                       uint32_t word, uint32_t right)
{
    uint32_t rows[PX_REVISION_ROWS];
    int32_t sums[PX_TAG_CLASSES];
    uint32_t first = (uint32_t)places[word].tag - 1;
    uint32_t best = first;
    size_t count = px_revision_rows(places, word, PX_ROWS_ALONE(perceptron->bits), rows);
    px_perceptron_score(perceptron, rows, count, PX_TAG_CLASSES, sums);
    for (uint32_t tag = 0; tag < PX_TAG_CLASSES; tag++)
        if (sums[tag] > sums[best] && px_rivals_allow(rivals, first, tag))
            best = tag;
    if (best != right && px_rivals_allow(rivals, first, right))
        px_perceptron_learn(perceptron, rows, count, right, best);
    perceptron->step++;
}

enum px_status px_train_revision_round(struct px_perceptron *perceptron, const struct px_syntax *syntax,
                                       const struct px_selection *selection, struct px_error *error)
{
    struct px_arena arena = {0};
    bool done = true;
    for (size_t i = 0; done && i < selection->count; i++) {
        const struct px_sample *sample = selection->items[i];
        const struct px_draft draft = {sample->words, sample->count, sample->guesses, sample->guessed_heads,
                                       sample->guessed_relations};
        px_arena_clear(&arena);
        const struct px_place *places = px_draft_places(&draft, syntax->traits, &arena);
        done = places != NULL;
        for (uint32_t j = 0; done && j < sample->count; j++)
            learn_word(perceptron, syntax->rivals, places, j, sample->tags[j]);
    }
    px_arena_release(&arena);
    return done ? PX_OK : px_no_memory(error);
}
