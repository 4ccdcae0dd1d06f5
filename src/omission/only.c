/* What one article has and no other does: topics, and more in only_name.c, only_number.c, only_quotation.c and
 * only_event.c. The more central where it stands, the higher: early, repeated, in the headline. */
#include "omission/omission.h"

#include <stdlib.h>

enum {
    MOST_OF_A_KIND = 30,
    ROW_FEWEST = 3 /* places in a row */
};

struct px_only *px_compare_only_push(struct px_compare_context *context, enum px_only_kind kind, size_t a,
                                     struct px_slice text)
{
    struct px_only *only = px_vector_push(&context->comparison->only, &context->comparison->arena);
    if (only == NULL)
        return NULL;
    only->kind = (uint8_t)kind;
    only->article = (uint32_t)a;
    only->text = px_arena_copy(&context->comparison->arena, text);
    return only->text.data == NULL ? NULL : only;
}

double px_compare_early(const struct px_article *article, uint32_t byte)
{
    uint32_t block = article->blocks.count > 0 ? article->blocks.items[0].end : 0;
    bool headline = article->blocks.count > 0 && article->blocks.items[0].role == PX_ROLE_TITLE && byte < block;
    double place = article->text.size > 0 ? (double)byte / (double)article->text.size : 0;
    return headline ? 2 : 1 - place / 2;
}

/* What a passage is called: the heading above it, or the sentence that shows it; words chosen by us may stand in the other
 * article, too. */
static struct px_slice call(const struct px_compare_context *context, size_t a, const struct px_lone *lone)
{
    const struct px_article *article = context->articles[a];
    const struct px_sentence *shown = &article->sentences.items[lone->shown];
    return lone->under.size > 0 ? lone->under : px_slice_part(article->text, shown->start, shown->end);
}

static enum px_status add_lone(struct px_compare_context *context, size_t a, const struct px_lone *lone,
                               struct px_error *error)
{
    struct px_only *only = px_compare_only_push(context, PX_ONLY_TOPIC, a, call(context, a, lone));
    if (only == NULL)
        return px_no_memory(error);
    only->weight = (double)lone->words / context->articles[a]->counts.words;
    uint32_t shown = lone->shown;
    return px_compare_evidence(context, &shown, 1, &only->evidence, error);
}

static enum px_status add_topics(struct px_compare_context *context, struct px_error *error)
{
    enum px_status status = PX_OK;
    for (size_t i = 0; i < context->comparison->topics.count * context->count; i++) {
        const struct px_topic *topic = &context->comparison->topics.items[i / context->count];
        size_t a = i % context->count;
        for (size_t l = 0; status == PX_OK && l < topic->lone[a].count; l++)
            status = add_lone(context, a, &topic->lone[a].items[l], error);
    }
    return status;
}

/* Places that stand in one sentence and nowhere else are one piece of news, "the mayors of Marn, Tovik, Olm and Quarl":
 * each weighs its part of it, so that they do not hide all other names. */
static enum px_status part_rows(struct px_compare_context *context, struct px_error *error)
{
    for (size_t a = 0; a < context->count; a++) {
        uint32_t *places = px_arena_array(&context->scratch, uint32_t, context->articles[a]->sentences.count);
        if (places == NULL)
            return px_no_memory(error);
        for (int pass = 0; pass < 2; pass++)
            for (size_t i = 0; i < context->comparison->only.count; i++) {
                struct px_only *only = &context->comparison->only.items[i];
                if (only->article != a || !only->place || only->evidence.count != 1)
                    continue;
                uint32_t *here = &places[only->evidence.sentences[0]];
                *here += pass == 0;
                only->weight /= pass == 1 && *here >= ROW_FEWEST ? *here : 1;
            }
    }
    return PX_OK;
}

static int by_weight(const void *a, const void *b)
{
    const struct px_only *x = a, *y = b;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    int text = px_slice_compare(x->text, y->text);
    return text != 0 ? text : (x->article > y->article) - (x->article < y->article);
}

/* Best first; of each article no more than the reader can take of a kind. */
static enum px_status rank(struct px_compare_context *context, struct px_error *error)
{
    struct px_only *items = context->comparison->only.items;
    size_t count = context->comparison->only.count, kept = 0;
    uint32_t *taken = px_arena_array(&context->scratch, uint32_t, PX_ONLY_KINDS * context->count);
    if (taken == NULL)
        return px_no_memory(error);
    if (count > 1)
        qsort(items, count, sizeof *items, by_weight);
    for (size_t i = 0; i < count; i++)
        if (taken[items[i].kind * context->count + items[i].article]++ < MOST_OF_A_KIND ||
            items[i].kind == PX_ONLY_EVENT)
            items[kept++] = items[i];
    context->comparison->only.count = kept;
    return PX_OK;
}

enum px_status px_compare_only(struct px_compare_context *context, struct px_error *error)
{
    enum px_status status = add_topics(context, error);
    if (status == PX_OK)
        status = px_compare_spellings(context, error);
    if (status == PX_OK)
        status = px_compare_only_names(context, error);
    if (status == PX_OK)
        status = px_compare_only_quotations(context, error);
    if (status == PX_OK)
        status = px_compare_only_numbers(context, error);
    if (status == PX_OK)
        status = px_compare_only_events(context, error);
    if (status == PX_OK)
        status = part_rows(context, error);
    if (status == PX_OK)
        status = rank(context, error);
    if (status == PX_OK)
        px_compare_only_later(context);
    px_compare_only_central(context);
    return status;
}
