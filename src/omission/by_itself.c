/* How the sentences that quote somebody stand by themselves. */
#include "omission/omission.h"

/* Of a sentence without such a statement nothing is looked up: no page shows it for that. */
static bool fill_article(struct px_compare_context *context, size_t a)
{
    const struct px_article *article = context->articles[a];
    struct px_by_itself *sentences =
        px_arena_array(&context->comparison->arena, struct px_by_itself, article->sentences.count);
    context->comparison->by_itself[a] = sentences;
    for (size_t i = 0; sentences != NULL && i < article->attributions.count; i++) {
        const struct px_attribution *it = &article->attributions.items[i];
        if (it->type != PX_ATTRIBUTION_MIXED || it->sentence >= article->sentences.count ||
            sentences[it->sentence].start > 0)
            continue;
        sentences[it->sentence] = (struct px_by_itself){.start = px_compare_untied(context, a, it->sentence).start,
                                                        .leans = px_compare_points_back(context, a, it->sentence)};
    }
    return sentences != NULL;
}

enum px_status px_compare_by_itself(struct px_compare_context *context, struct px_error *error)
{
    context->comparison->by_itself = px_compare_each(context, struct px_by_itself *);
    bool done = context->comparison->by_itself != NULL;
    for (size_t a = 0; done && a < context->count; a++)
        done = fill_article(context, a);
    return done ? PX_OK : px_no_memory(error);
}
