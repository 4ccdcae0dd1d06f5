/* Where a long passage that an article alone tells goes over to another matter. */
#include "align/align.h"
#include "omission/omission.h"

/* The words of paragraphs [first, end) by the index, as many as they are and as they are rare. Linear in the article's words. */
static void weigh(const struct px_compare_context *context, size_t a, uint32_t first, uint32_t end, double *weights)
{
    const struct px_paragraphs *paragraphs = &context->paragraphs[a];
    memset(weights, 0, context->index.count * sizeof *weights);
    for (size_t i = 0; i < paragraphs->terms.count; i++) {
        const struct px_posting *posting = &paragraphs->terms.items[i];
        if (posting->paragraph >= first && posting->paragraph < end)
            weights[posting->key] += posting->times * context->index.idf[posting->key];
    }
}

enum { LEAST = 2 * PX_LONE_FEWEST }; /* words of a part: a single paragraph is seldom a matter of its own */

uint32_t px_compare_split(struct px_compare_context *context, size_t a, uint32_t first, uint32_t end, uint32_t words)
{
    double *left = px_arena_array(&context->scratch, double, context->index.count);
    double *right = px_arena_array(&context->scratch, double, context->index.count);
    uint32_t before = 0, best = PX_NONE;
    double least = 0;
    for (uint32_t p = first; left != NULL && right != NULL && p + 1 < end; p++) {
        before += context->paragraphs[a].words[p];
        if (before < LEAST || words - before < LEAST)
            continue;
        weigh(context, a, first, p + 1, left);
        weigh(context, a, p + 1, end, right);
        double alike = px_compare_cosine(left, right, context->index.count);
        if (best == PX_NONE || alike < least) {
            best = p + 1;
            least = alike;
        }
    }
    return best;
}
