/* How a comparison begins and ends, and the order of the articles that does not depend on how they were given. */
#include "comparison/context.h"

#include "statistics/random.h"

/* The texts' hashes are added up, so that their order does not matter. */
static uint64_t seed_of(const struct px_article *const *articles, size_t count, uint64_t seed)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += px_slice_hash(articles[i]->text);
    return px_random_mix(seed, sum);
}

/* Does article a come before article b, whatever their places in the list? By what they say, then by who they are. */
static bool comes_before(const struct px_article *a, const struct px_article *b)
{
    uint64_t x = px_slice_hash(a->text), y = px_slice_hash(b->text);
    if (x != y)
        return x < y;
    int text = px_slice_compare(a->text, b->text);
    return text != 0 ? text < 0 : px_slice_compare(a->id, b->id) < 0;
}

/* Insertion sort: articles are few. */
static void sort_articles(struct px_compare_context *context)
{
    for (size_t i = 0; i < context->count; i++) {
        size_t at = i;
        for (; at > 0 && comes_before(context->articles[i], context->articles[context->order[at - 1]]); at--)
            context->order[at] = context->order[at - 1];
        context->order[at] = i;
    }
}

uint32_t px_compare_passage(const struct px_compare_context *context, size_t article, uint32_t sentence)
{
    size_t i = 0;
    while (context->order[i] > 1)
        i++;
    return 2 * context->articles[article]->sentences.items[sentence].block + (article != context->order[i]);
}

enum px_status px_compare_open(struct px_compare_context *context, const struct px_article *const *articles,
                               size_t count, struct px_comparison *comparison, struct px_error *error)
{
    const struct px_compare_options *options = context->options;
    *comparison = (struct px_comparison){.article_count = count};
    context->comparison = comparison;
    context->count = count;
    context->seed = seed_of(articles, count, options->seed);
    const struct px_article **copy = px_arena_array(&comparison->arena, const struct px_article *, count);
    comparison->group = px_arena_copy(&comparison->arena, options->group);
    context->order = px_arena_array(&context->scratch, size_t, count);
    if (copy == NULL || context->order == NULL || comparison->group.data == NULL)
        return px_no_memory(error);
    memcpy(copy, articles, count * sizeof *copy);
    comparison->articles = context->articles = copy;
    sort_articles(context);
    return PX_OK;
}

void px_comparison_release(struct px_comparison *comparison)
{
    px_arena_release(&comparison->arena);
    *comparison = (struct px_comparison){0};
}
