/* Judgements: the words that judge a referent. A word goes to the referent it pulls hardest at, not to every name of its
 * sentence. */
#include <math.h>
#include <stdlib.h>

#include "contrast/contrast.h"

static int by_place(const void *left, const void *right)
{
    const struct px_stance_evidence *a = left;
    const struct px_stance_evidence *b = right;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return (a->end > b->end) - (a->end < b->end);
}

/* A judging word (by its first byte) and the stance it is read for; once collapsed, the hardest pull of the word. */
struct pull {
    uint32_t start;
    uint32_t stance;
    double weight;
};

struct pulls {
    struct pull *items;
    size_t count;
};

static int by_word(const void *left, const void *right)
{
    const struct pull *a = left;
    const struct pull *b = right;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return (a->stance > b->stance) - (a->stance < b->stance);
}

/* Leaves one item a word: how hard it pulls at the stance it pulls hardest at. */
static void collapse(struct pulls *pulls)
{
    size_t kept = 0;
    for (size_t i = 0, end; i < pulls->count; i = end) {
        double sum = 0;
        for (end = i; end < pulls->count && by_word(&pulls->items[end], &pulls->items[i]) == 0; end++)
            sum += pulls->items[end].weight;
        bool same = kept > 0 && pulls->items[kept - 1].start == pulls->items[i].start;
        if (same)
            pulls->items[kept - 1].weight = fmax(pulls->items[kept - 1].weight, fabs(sum));
        else
            pulls->items[kept++] = (struct pull){pulls->items[i].start, 0, fabs(sum)};
    }
    pulls->count = kept;
}

static bool find_pulls(struct px_compare_context *context, size_t article, struct pulls *pulls)
{
    const struct px_article *a = context->articles[article];
    size_t count = 0;
    for (size_t i = 0; i < a->stances.count; i++)
        count += a->stances.items[i].evidence_count;
    *pulls = (struct pulls){px_arena_array(&context->scratch, struct pull, count), 0};
    if (pulls->items == NULL)
        return false;
    for (uint32_t i = 0; i < a->stances.count; i++)
        for (size_t j = 0; j < a->stances.items[i].evidence_count; j++) {
            const struct px_stance_evidence *evidence = &a->stances.items[i].evidence[j];
            pulls->items[pulls->count++] = (struct pull){evidence->start, i, evidence->contribution};
        }
    if (count > 1)
        qsort(pulls->items, count, sizeof *pulls->items, by_word);
    collapse(pulls);
    return true;
}

static int by_start(const void *key, const void *item)
{
    uint32_t start = *(const uint32_t *)key;
    const struct pull *pull = item;
    return (start > pull->start) - (start < pull->start);
}

static bool pulls_hardest(const struct pulls *pulls, uint32_t start, double sum)
{
    const struct pull *pull = bsearch(&start, pulls->items, pulls->count, sizeof *pulls->items, by_start);
    return pull == NULL || fabs(sum) >= pull->weight;
}

/* Adds what a stance's words judge: each word once, however many mentions stand round it. `evidence` is reordered. */
static bool judge_words(struct px_compare_context *context, uint32_t stance, struct px_stance_evidence *evidence,
                        size_t count, const struct pulls *pulls, struct px_judgements *judgements)
{
    if (count > 1)
        qsort(evidence, count, sizeof *evidence, by_place);
    for (size_t i = 0, end; i < count; i = end) {
        struct px_stance_evidence word = evidence[i];
        for (end = i + 1; end < count && evidence[end].start == word.start; end++) {
            word.contribution += evidence[end].contribution;
            word.judge = evidence[end].judge != PX_NONE ? evidence[end].judge : word.judge;
            word.tied = word.tied || evidence[end].tied;
            word.said = word.said || evidence[end].said;
        }
        if (word.contribution == 0 || !pulls_hardest(pulls, word.start, word.contribution))
            continue;
        struct px_judgement *judgement = px_vector_push(judgements, &context->scratch);
        if (judgement == NULL)
            return false;
        *judgement = (struct px_judgement){stance, word};
    }
    return true;
}

static bool judge_article(struct px_compare_context *context, size_t article, struct px_judgements *judgements)
{
    const struct px_article *a = context->articles[article];
    struct pulls pulls;
    bool done = find_pulls(context, article, &pulls);
    for (uint32_t i = 0; done && i < a->stances.count; i++) {
        const struct px_stance *stance = &a->stances.items[i];
        struct px_stance_evidence *evidence =
            px_arena_array(&context->scratch, struct px_stance_evidence, stance->evidence_count);
        if (evidence == NULL)
            return false;
        if (stance->evidence_count > 0)
            memcpy(evidence, stance->evidence, stance->evidence_count * sizeof *evidence);
        done = judge_words(context, i, evidence, stance->evidence_count, &pulls, judgements);
    }
    return done;
}

enum px_status px_compare_judgements(struct px_compare_context *context, struct px_error *error)
{
    context->judgements = px_arena_array(&context->scratch, struct px_judgements, context->count);
    bool done = context->judgements != NULL;
    for (size_t i = 0; done && i < context->count; i++)
        done = judge_article(context, i, &context->judgements[i]);
    return done ? PX_OK : px_no_memory(error);
}
