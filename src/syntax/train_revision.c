/* Learning the second look, from trees of parsers that did not see the sentence. */
#include "syntax/train_inside.h"

/* Learns which class is right. */
static void learn(struct px_perceptron *perceptron, const uint32_t *rows, size_t count, size_t classes, uint32_t right)
{
    int32_t sums[PX_TAG_CLASSES];
    px_perceptron_score(perceptron, rows, count, classes, sums);
    uint32_t best = 0;
    for (uint32_t i = 1; i < classes; i++)
        if (sums[i] > sums[best])
            best = i;
    if (best != right)
        px_perceptron_learn(perceptron, rows, count, right, best);
}

static bool learn_sample(struct px_perceptron *perceptron, const struct px_syntax *syntax,
                         const struct px_sample *sample, struct px_arena *arena)
{
    const struct px_draft draft = {sample->words, sample->count, sample->guesses, sample->guessed_heads,
                                   sample->guessed_relations};
    const struct px_place *places = px_draft_places(&draft, syntax->traits, arena);
    uint32_t rows[PX_REVISION_ROWS];
    for (uint32_t i = 0; places != NULL && i < sample->count; i++) {
        size_t count = px_revision_tag_rows(places, i, perceptron->bits, rows);
        learn(perceptron, rows, count, PX_TAG_CLASSES, sample->tags[i]);
        if (draft.heads[i] == sample->heads[i] && draft.heads[i] < sample->count) {
            count = px_revision_relation_rows(places, i, perceptron->bits, rows);
            learn(perceptron, rows, count, PX_RELATION_CLASSES, sample->relations[i]);
        }
        perceptron->step++;
    }
    return places != NULL;
}

enum px_status px_train_revision_round(struct px_perceptron *perceptron, const struct px_syntax *syntax,
                                       const struct px_selection *selection, struct px_error *error)
{
    struct px_arena arena = {0};
    bool done = true;
    for (size_t i = 0; done && i < selection->count; i++) {
        px_arena_clear(&arena);
        done = learn_sample(perceptron, syntax, selection->items[i], &arena);
    }
    px_arena_release(&arena);
    return done ? PX_OK : px_error_set(error, PX_ERROR_MEMORY, "out of memory");
}
