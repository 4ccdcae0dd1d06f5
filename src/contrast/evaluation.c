/* Who speaks how of whom: the judgements of each article by speaker and referent, as far as grammar ties them to it.
 * The outlet's own voice is a speaker too; what somebody says of himself is left out. */
#include <stdlib.h>

#include "contrast/contrast.h"

/* A judgement with its two ends. */
struct item {
    uint32_t article;
    struct px_slice speaker; /* empty: the outlet */
    uint32_t speaker_referent;
    uint32_t referent;
    uint32_t sentence;
    bool positive;
    bool clear;
};

struct items {
    struct item *items;
    size_t count;
    size_t capacity;
};

static bool add_judgement(struct px_compare_context *context, size_t article, const struct px_judgement *judgement,
                          struct items *items)
{
    const struct px_article *a = context->articles[article];
    uint32_t referent = px_compare_referent(context, article, a->stances.items[judgement->stance].entity);
    uint32_t speaker = judgement->word.judge == PX_NONE
                           ? PX_NONE
                           : px_compare_referent(context, article, a->attributions.items[judgement->word.judge].entity);
    if (!judgement->word.tied || referent == PX_NONE || referent == speaker)
        return true;
    struct item *item = px_vector_push(items, &context->scratch);
    if (item == NULL)
        return false;
    *item = (struct item){(uint32_t)article,
                          px_compare_speaker(context, article, judgement->word.judge),
                          speaker,
                          referent,
                          judgement->word.sentence,
                          judgement->word.contribution > 0,
                          judgement->word.said};
    return true;
}

static bool gather(struct px_compare_context *context, struct items *items)
{
    bool done = true;
    for (size_t a = 0; done && a < context->count; a++) {
        const struct px_judgements *judgements = &context->judgements[a];
        for (size_t i = 0; done && i < judgements->count; i++)
            done = add_judgement(context, a, &judgements->items[i], items);
    }
    return done;
}

/* By article, speaker, referent. */
static int by_ends(const void *left, const void *right)
{
    const struct item *a = left;
    const struct item *b = right;
    if (a->article != b->article)
        return a->article < b->article ? -1 : 1;
    int speaker = px_slice_compare(a->speaker, b->speaker);
    if (speaker != 0)
        return speaker;
    if (a->referent != b->referent)
        return a->referent < b->referent ? -1 : 1;
    return (a->sentence > b->sentence) - (a->sentence < b->sentence);
}

static bool is_same(const struct item *a, const struct item *b)
{
    return a->article == b->article && a->referent == b->referent && px_slice_equal(a->speaker, b->speaker);
}

static enum px_status add_row(struct px_compare_context *context, const struct item *items, size_t count,
                              struct px_error *error)
{
    struct px_comparison *comparison = context->comparison;
    struct px_evaluations *row = px_vector_push(&comparison->evaluations, &comparison->arena);
    uint32_t *sentences = px_arena_array(&context->scratch, uint32_t, count);
    if (row == NULL || sentences == NULL)
        return px_no_memory(error);
    *row = (struct px_evaluations){.article = items[0].article,
                                   .speaker = items[0].speaker,
                                   .speaker_referent = items[0].speaker_referent,
                                   .target = comparison->referents.items[items[0].referent].name,
                                   .referent = items[0].referent};
    for (size_t i = 0; i < count; i++) {
        row->positive += items[i].positive;
        row->negative += !items[i].positive;
        row->clear += items[i].clear;
        sentences[i] = items[i].sentence;
    }
    return px_compare_evidence(context, sentences, count, &row->evidence, error);
}

/* By article, the outlet's own voice first, then most judgements first. */
static int by_weight(const void *left, const void *right)
{
    const struct px_evaluations *a = left;
    const struct px_evaluations *b = right;
    if (a->article != b->article)
        return a->article < b->article ? -1 : 1;
    if ((a->speaker.size == 0) != (b->speaker.size == 0))
        return a->speaker.size == 0 ? -1 : 1;
    uint32_t x = a->positive + a->negative, y = b->positive + b->negative;
    if (x != y)
        return x < y ? 1 : -1;
    int speaker = px_slice_compare(a->speaker, b->speaker);
    return speaker != 0 ? speaker : (a->referent > b->referent) - (a->referent < b->referent);
}

enum px_status px_compare_evaluations(struct px_compare_context *context, struct px_error *error)
{
    struct items items = {0};
    if (!gather(context, &items))
        return px_no_memory(error);
    if (items.count > 1)
        qsort(items.items, items.count, sizeof *items.items, by_ends);
    enum px_status status = PX_OK;
    for (size_t i = 0, end; status == PX_OK && i < items.count; i = end) {
        for (end = i; end < items.count && is_same(&items.items[end], &items.items[i]); end++)
            ;
        status = add_row(context, items.items + i, end - i, error);
    }
    struct px_comparison *comparison = context->comparison;
    if (status == PX_OK && comparison->evaluations.count > 1)
        qsort(comparison->evaluations.items, comparison->evaluations.count, sizeof *comparison->evaluations.items,
              by_weight);
    return status;
}
