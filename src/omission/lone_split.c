/* Where a long passage that an article alone tells goes over to another matter. */
#include "omission/omission.h"

#include <math.h>

enum { LEAST = 2 * PX_LONE_FEWEST }; /* words of a part: a single paragraph is seldom a matter of its own */

/* The words of the two parts by the index, as many as they are and as they are rare; and what tells how alike they are. */
struct halves {
    double *left, *right; /* [words of the index] */
    double dot, left_square, right_square;
};

/* The words of a paragraph. */
struct indexed {
    const uint32_t *words;
    uint32_t count;
};

static struct indexed indexed_words(const struct px_compare_context *context, size_t a, uint32_t paragraph)
{
    const uint32_t *first = context->index.first_word[a] + context->paragraphs[a].blocks[paragraph];
    return (struct indexed){context->index.words[a] + first[0], first[1] - first[0]};
}

static void add_right(const struct px_compare_context *context, struct halves *halves, struct indexed paragraph)
{
    for (uint32_t i = 0; i < paragraph.count; i++) {
        double *right = &halves->right[paragraph.words[i]], idf = context->index.idf[paragraph.words[i]];
        halves->right_square += (2 * *right + idf) * idf;
        *right += idf;
    }
}

/* From the right part to the left one. */
static void move_left(const struct px_compare_context *context, struct halves *halves, struct indexed paragraph)
{
    for (uint32_t i = 0; i < paragraph.count; i++) {
        uint32_t word = paragraph.words[i];
        double *left = &halves->left[word], *right = &halves->right[word], idf = context->index.idf[word];
        halves->dot -= *left * *right;
        halves->left_square += (2 * *left + idf) * idf;
        halves->right_square -= (2 * *right - idf) * idf;
        *left += idf;
        *right -= idf;
        halves->dot += *left * *right;
    }
}

enum px_status px_compare_split(struct px_compare_context *context, size_t a, uint32_t first, uint32_t end,
                                uint32_t *middle, struct px_error *error)
{
    struct halves halves = {.left = px_arena_array(&context->scratch, double, context->index.count),
                            .right = px_arena_array(&context->scratch, double, context->index.count)};
    uint32_t before = 0, behind = 0; /* words */
    double least = INFINITY;
    *middle = PX_NONE;
    if (halves.left == NULL || halves.right == NULL)
        return px_no_memory(error);
    for (uint32_t p = first; p < end; p++) {
        add_right(context, &halves, indexed_words(context, a, p));
        behind += context->paragraphs[a].words[p];
    }
    for (uint32_t p = first; p + 1 < end; p++) {
        move_left(context, &halves, indexed_words(context, a, p));
        before += context->paragraphs[a].words[p];
        behind -= context->paragraphs[a].words[p];
        double sizes = sqrt(halves.left_square * halves.right_square), alike = sizes > 0 ? halves.dot / sizes : 0;
        if (before >= LEAST && behind >= LEAST && alike < least) {
            *middle = p + 1;
            least = alike;
        }
    }
    return PX_OK;
}
