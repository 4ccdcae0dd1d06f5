/* Paragraphs and what stands in them: words, and the referents that may join two articles: entities, things that go
 * by several names, and runs of words that both articles share. */
#include "align/align.h"

#include <math.h>
#include <stdlib.h>

enum { MOST_PARAGRAPHS = 400 }; /* of one article: what is quadratic in them stays small; the rest is not aligned */

static enum px_status list_blocks(struct px_compare_context *context, size_t a, struct px_error *error)
{
    const struct px_article *article = context->articles[a];
    const uint32_t *first = context->index.first_word[a];
    struct px_paragraphs *paragraphs = &context->paragraphs[a];
    size_t blocks = article->blocks.count;
    paragraphs->blocks = px_arena_array(&context->scratch, uint32_t, blocks);
    paragraphs->lengths = px_arena_array(&context->scratch, uint32_t, blocks);
    paragraphs->words = px_arena_array(&context->scratch, uint32_t, blocks);
    paragraphs->of = px_arena_array(&context->scratch, uint32_t, blocks);
    if (paragraphs->blocks == NULL || paragraphs->lengths == NULL || paragraphs->words == NULL ||
        paragraphs->of == NULL)
        return px_no_memory(error);
    for (uint32_t b = 0; b < blocks; b++) {
        const struct px_block *block = &article->blocks.items[b];
        paragraphs->of[b] = PX_NONE;
        if (!px_role_is_paragraph(block->role) || block->sentence_count == 0 || paragraphs->count == MOST_PARAGRAPHS)
            continue;
        paragraphs->of[b] = paragraphs->count;
        paragraphs->blocks[paragraphs->count] = b;
        paragraphs->lengths[paragraphs->count] = first[b + 1] - first[b];
        paragraphs->words[paragraphs->count++] = px_article_block_words(article, block);
    }
    return PX_OK;
}

/* Postings from keys in order of paragraph, by counting: O(words + keys). */
static enum px_status invert(struct px_compare_context *context, size_t a, struct px_error *error)
{
    struct px_paragraphs *paragraphs = &context->paragraphs[a];
    const struct px_word_index *index = &context->index;
    uint32_t *at = px_arena_array(&context->scratch, uint32_t, (size_t)index->count + 1);
    size_t total = 0;
    if (at == NULL)
        return px_no_memory(error);
    for (uint32_t p = 0; p < paragraphs->count; p++) {
        uint32_t block = paragraphs->blocks[p];
        for (uint32_t i = index->first_word[a][block]; i < index->first_word[a][block + 1]; i++, total++)
            at[index->words[a][i] + 1]++;
    }
    for (uint32_t w = 0; w < index->count; w++)
        at[w + 1] += at[w];
    struct px_posting *items = px_arena_array(&context->scratch, struct px_posting, total);
    if (items == NULL)
        return px_no_memory(error);
    for (uint32_t p = 0; p < paragraphs->count; p++) {
        uint32_t block = paragraphs->blocks[p];
        for (uint32_t i = index->first_word[a][block]; i < index->first_word[a][block + 1]; i++)
            items[at[index->words[a][i]]++] = (struct px_posting){index->words[a][i], p, 1};
    }
    size_t kept = 0;
    for (size_t i = 0; i < total; i++) {
        if (kept > 0 && items[kept - 1].key == items[i].key && items[kept - 1].paragraph == items[i].paragraph)
            items[kept - 1].times++;
        else
            items[kept++] = items[i];
    }
    paragraphs->terms.items = items;
    paragraphs->terms.count = paragraphs->terms.capacity = kept;
    return PX_OK;
}

/* Σ x y idf² / √(Σ x² idf² Σ y² idf²) over the words of two paragraphs side by side: one pass over the postings, in
 * which they stand side by side, too. */
static enum px_status cohere(struct px_compare_context *context, size_t a, struct px_error *error)
{
    struct px_paragraphs *paragraphs = &context->paragraphs[a];
    double *squares = px_arena_array(&context->scratch, double, paragraphs->count);
    paragraphs->cohesion = px_arena_array(&context->scratch, double, paragraphs->count);
    if (squares == NULL || paragraphs->cohesion == NULL)
        return px_no_memory(error);
    for (size_t t = 0; t < paragraphs->terms.count; t++) {
        const struct px_posting *posting = &paragraphs->terms.items[t], *before = t > 0 ? posting - 1 : NULL;
        double value = posting->times * context->index.idf[posting->key];
        squares[posting->paragraph] += value * value;
        if (before != NULL && before->key == posting->key && before->paragraph + 1 == posting->paragraph)
            paragraphs->cohesion[posting->paragraph] += value * before->times * context->index.idf[posting->key];
    }
    for (uint32_t p = 1; p < paragraphs->count; p++)
        if (paragraphs->cohesion[p] > 0)
            paragraphs->cohesion[p] /= sqrt(squares[p - 1] * squares[p]);
    return PX_OK;
}

static enum px_status add(struct px_compare_context *context, size_t a, uint32_t key, uint32_t byte,
                          struct px_error *error)
{
    uint32_t paragraph = px_compare_paragraph_at(context, a, byte);
    if (paragraph == PX_NONE || key == PX_NONE)
        return PX_OK;
    struct px_posting *posting = px_vector_push(&context->paragraphs[a].referents, &context->scratch);
    if (posting == NULL)
        return px_no_memory(error);
    *posting = (struct px_posting){key, paragraph, 1};
    return PX_OK;
}

static enum px_status add_mentions(struct px_compare_context *context, size_t a, struct px_error *error)
{
    const struct px_article *article = context->articles[a];
    enum px_status status = PX_OK;
    for (size_t m = 0; status == PX_OK && m < article->mentions.count; m++) {
        const struct px_mention *mention = &article->mentions.items[m];
        if (mention->form != PX_MENTION_PRONOUN)
            status = add(context, a, context->link_of[a][mention->entity], mention->start, error);
    }
    return status;
}

/* Things that go by several names: a category of the naming lexicon is one referent. */
static enum px_status add_names(struct px_compare_context *context, size_t a, struct px_table *categories,
                                struct px_error *error)
{
    const struct px_article *article = context->articles[a];
    enum px_status status = PX_OK;
    for (size_t h = 0; status == PX_OK && h < article->hits.count; h++) {
        const struct px_hit *hit = &article->hits.items[h];
        if (hit->lexicon != PX_LEXICON_NAMING)
            continue;
        uint32_t id = px_table_add(categories, px_resources_entry(context->worker->resources, hit)->category, NULL);
        if (id == PX_NONE)
            return px_no_memory(error);
        status =
            add(context, a, (uint32_t)context->links.count + id, article->tokens.items[hit->first_token].start, error);
    }
    return status;
}

static enum px_status add_shared(struct px_compare_context *context, size_t a, uint32_t first, struct px_error *error)
{
    enum px_status status = PX_OK;
    for (size_t s = 0; s < context->comparison->shared.count; s++) {
        const struct px_spans *spans = &context->comparison->shared.items[s].spans[a];
        for (size_t i = 0; status == PX_OK && i < spans->count; i++)
            status = add(context, a, first + (uint32_t)s, spans->items[i].start, error);
    }
    return status;
}

static int by_key(const void *a, const void *b)
{
    const struct px_posting *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->paragraph > y->paragraph) - (x->paragraph < y->paragraph);
}

static void merge(struct px_paragraphs *paragraphs)
{
    struct px_posting *items = paragraphs->referents.items;
    size_t count = paragraphs->referents.count, kept = 0;
    if (count > 1)
        qsort(items, count, sizeof *items, by_key);
    for (size_t i = 0; i < count; i++) {
        if (kept > 0 && by_key(&items[kept - 1], &items[i]) == 0)
            items[kept - 1].times++;
        else
            items[kept++] = items[i];
    }
    paragraphs->referents.count = kept;
}

enum px_status px_compare_paragraphs(struct px_compare_context *context, struct px_error *error)
{
    struct px_table categories = {0};
    enum px_status status = PX_OK;
    context->paragraphs = px_arena_array(&context->scratch, struct px_paragraphs, context->count);
    if (context->paragraphs == NULL)
        return px_no_memory(error);
    for (size_t i = 0; status == PX_OK && i < context->count; i++) {
        status = list_blocks(context, context->order[i], error);
        if (status == PX_OK)
            status = invert(context, context->order[i], error);
        if (status == PX_OK)
            status = cohere(context, context->order[i], error);
        if (status == PX_OK)
            status = add_mentions(context, context->order[i], error);
        if (status == PX_OK)
            status = add_names(context, context->order[i], &categories, error);
    }
    uint32_t first = (uint32_t)(context->links.count + categories.keys.count);
    for (size_t a = 0; status == PX_OK && a < context->count; a++) {
        status = add_shared(context, a, first, error);
        merge(&context->paragraphs[a]);
    }
    px_table_release(&categories);
    return status;
}
