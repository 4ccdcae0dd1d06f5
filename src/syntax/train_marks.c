/* Learning where marks hang, on the treebanks' trees. */
#include "syntax/train_inside.h"

static void learn_mark(struct px_perceptron *perceptron, const struct px_marks *marks, uint32_t mark)
{
    struct px_mark_candidate candidates[PX_MARK_CANDIDATES];
    uint32_t rows[PX_MARK_ROWS];
    size_t count = px_mark_find(marks, mark, candidates);
    size_t right = count;
    size_t best = 0;
    int32_t most = 0;
    for (size_t i = 0; i < count; i++) {
        int32_t sum;
        size_t n = px_mark_rows(marks, mark, &candidates[i], perceptron->bits, rows);
        px_perceptron_score(perceptron, rows, n, 1, &sum);
        if (i == 0 || sum > most) {
            best = i;
            most = sum;
        }
        if (candidates[i].node == marks->heads[mark])
            right = i;
    }
    if (right < count && right != best) {
        size_t n = px_mark_rows(marks, mark, &candidates[right], perceptron->bits, rows);
        px_perceptron_change(perceptron, rows, n, 0, 1);
        n = px_mark_rows(marks, mark, &candidates[best], perceptron->bits, rows);
        px_perceptron_change(perceptron, rows, n, 0, -1);
    }
    perceptron->step++;
}

enum px_status px_train_marks_round(struct px_perceptron *perceptron, const struct px_syntax *syntax,
                                    const struct px_selection *selection, struct px_error *error)
{
    struct px_arena arena = {0};
    bool done = true;
    for (size_t i = 0; done && i < selection->count; i++) {
        const struct px_sample *sample = selection->items[i];
        struct px_parse parse;
        px_arena_clear(&arena);
        done = px_parse_init(&parse, sample->words, sample->guesses, syntax->traits, sample->count, &arena);
        struct px_marks marks = {
            .nodes = parse.nodes, .relations = sample->relations, .heads = sample->heads, .count = sample->count};
        done = done && px_marks_init(&marks, sample->tags, syntax->mark_of, &arena);
        for (uint32_t j = 0; done && j < marks.count; j++)
            if (marks.kinds[j] != PX_MARK_NONE)
                learn_mark(perceptron, &marks, j);
    }
    px_arena_release(&arena);
    return done ? PX_OK : px_no_memory(error);
}
