/* What an article's blocks share with the others, wherever it stands there: read before lone passages are looked for
 * (lone.c). */
#include "align/telling.h"
#include "omission/omission.h"

enum { MATTER_LEAST = 2 }; /* sentences that name what an article comes back to */
#define THROUGHOUT 0.25    /* of an article's paragraphs */

/* Do both paragraphs stand in one topic, for they tell the same? */
static bool is_paired(const struct px_compare_context *context, const struct px_edge *edge)
{
    for (size_t t = 0; edge->tells && t < context->comparison->topics.count; t++) {
        const struct px_topic *topic = &context->comparison->topics.items[t];
        size_t held = 0;
        for (size_t side = 0; side < 2; side++) {
            const struct px_article *article = context->articles[edge->article[side]];
            held += px_topic_holds(topic, edge->article[side], article->blocks.items[edge->block[side]].start);
        }
        if (held == 2)
            return true;
    }
    return false;
}

/* Notes the paragraphs that share more than one thing, and those that the topics set side by side. */
static void note_edges(struct px_compare_context *context)
{
    for (size_t e = 0; e < context->comparison->edges.count; e++) {
        const struct px_edge *edge = &context->comparison->edges.items[e];
        bool paired = is_paired(context, edge);
        for (size_t side = 0; side < 2; side++) {
            size_t cell = edge->block[side] * context->count + edge->article[!side];
            context->beside[edge->article[side]].shares[cell] |= context->firm.items[e];
            context->beside[edge->article[side]].paired[cell] |= paired;
            double *told = &context->beside[edge->article[side]].told[cell];
            *told = fmax(*told, edge->told);
        }
    }
}

/* Does the block hold the words as they are? */
static bool holds_text(const struct px_article *article, const struct px_block *block, struct px_slice text)
{
    const struct px_token *tokens = article->tokens.items;
    for (uint32_t t = px_compare_token_at(article, block->start);
         t < article->tokens.count && tokens[t].start + text.size <= block->end; t++) {
        uint32_t end = tokens[t].start + (uint32_t)text.size, behind = px_compare_token_at(article, end);
        if (behind > t && tokens[behind - 1].end == end &&
            px_slice_starts(px_slice_part(article->text, tokens[t].start, block->end), text))
            return true;
    }
    return false;
}

/* Notes the blocks with a figure, a name or a day that another article gives differently: both tell of it. The claim is
 * cited where it stands first, which may be a headline. */
static void note_disagreement(struct px_compare_context *context, const struct px_claim *claims, size_t a, size_t b)
{
    const struct px_article *article = context->articles[a];
    if (a == b || claims[a].span.end == claims[a].span.start || claims[b].span.end == claims[b].span.start)
        return;
    for (size_t i = 0; i < article->blocks.count; i++)
        context->beside[a].paired[i * context->count + b] |=
            holds_text(article, &article->blocks.items[i], px_slice_span(article->text, claims[a].span));
}

/* Notes the blocks with words that another article has, too. */
static void note_shared(struct px_compare_context *context, const struct px_spans *spans, size_t a, size_t b)
{
    for (size_t i = 0; a != b && spans[b].count > 0 && i < spans[a].count; i++) {
        uint32_t block = px_compare_block_at(context->articles[a], spans[a].items[i].start);
        if (block != PX_NONE)
            context->beside[a].paired[block * context->count + b] = true;
    }
}

static void note_pair(struct px_compare_context *context, size_t a, size_t b)
{
    const struct px_comparison *comparison = context->comparison;
    for (size_t d = 0; d < comparison->disagreements.count; d++)
        note_disagreement(context, comparison->disagreements.items[d].claims, a, b);
    for (size_t s = 0; s < comparison->shared.count; s++)
        note_shared(context, comparison->shared.items[s].spans, a, b);
}

/* Notes the blocks in which somebody speaks whose words another article gives, too. `speak` is room for a mark a
 * referent and article. */
static void note_speakers(struct px_compare_context *context, bool *speak)
{
    for (size_t a = 0; a < context->count; a++)
        for (size_t i = 0; i < context->articles[a]->attributions.count; i++) {
            uint32_t referent = px_compare_referent(context, a, context->articles[a]->attributions.items[i].entity);
            if (referent != PX_NONE)
                speak[referent * context->count + a] = true;
        }
    for (size_t a = 0; a < context->count; a++)
        for (size_t i = 0; i < context->articles[a]->attributions.count; i++) {
            const struct px_attribution *attribution = &context->articles[a]->attributions.items[i];
            uint32_t referent = px_compare_referent(context, a, attribution->entity);
            uint32_t block = context->articles[a]->sentences.items[attribution->sentence].block;
            for (size_t b = 0; referent != PX_NONE && b < context->count; b++)
                context->beside[a].shares[block * context->count + b] |= b != a && speak[referent * context->count + b];
        }
}

/* Reads the quotations, and strings those of each block together. */
static void list_quotations(const struct px_compare_context *context, size_t a, struct px_beside *beside)
{
    const struct px_article *article = context->articles[a];
    for (size_t i = 0; i < article->blocks.count; i++)
        beside->first_quotation[i] = PX_NONE;
    for (uint32_t i = 0; i < article->quotations.count; i++) {
        const struct px_span *span = &article->quotations.items[i].span;
        uint32_t block = px_compare_block_at(article, span->start);
        px_clause_read(context, a, span, 1, NULL, &beside->quoted[i]);
        if (block == PX_NONE)
            continue;
        beside->next_quotation[i] = beside->first_quotation[block];
        beside->first_quotation[block] = i;
    }
}

/* What one of the headlines names, or both articles name in so many paragraphs, is what all of them is about. */
static bool runs_through(const struct px_compare_context *context, const struct px_referent *referent, size_t a,
                         size_t b)
{
    return px_compare_in_title(context->articles[a], &referent->mentions[a]) ||
           px_compare_in_title(context->articles[b], &referent->mentions[b]) ||
           (px_compare_count_named(context->articles[a], &referent->mentions[a], false) >
                THROUGHOUT * context->paragraphs[a].count &&
            px_compare_count_named(context->articles[b], &referent->mentions[b], false) >
                THROUGHOUT * context->paragraphs[b].count);
}

/* Marks the block, or all below it if it is a heading, as one that names what article b comes back to. */
static void mark_named(struct px_compare_context *context, size_t a, size_t b, uint32_t block)
{
    const struct px_article *article = context->articles[a];
    if (block == PX_NONE)
        return;
    bool heading = article->blocks.items[block].role == PX_ROLE_HEADING;
    do
        context->beside[a].names[block * context->count + b] = true;
    while (heading && ++block < article->blocks.count && article->blocks.items[block].role != PX_ROLE_HEADING);
}

/* Notes the paragraphs that name what another article comes back to, too, unless it runs through both: that one may
 * tell the same of it in words of its own. */
static void note_names(struct px_compare_context *context)
{
    for (size_t r = 0; r < context->comparison->referents.count; r++)
        for (size_t pair = 0; pair < context->count * context->count; pair++) {
            const struct px_referent *referent = &context->comparison->referents.items[r];
            size_t a = pair / context->count, b = pair % context->count;
            if (a == b || px_compare_count_named(context->articles[b], &referent->mentions[b], true) < MATTER_LEAST ||
                runs_through(context, referent, a, b))
                continue;
            for (size_t m = 0; m < referent->mentions[a].count; m++)
                mark_named(context, a, b,
                           px_compare_block_at(context->articles[a], referent->mentions[a].items[m].start));
        }
}

enum px_status px_compare_beside(struct px_compare_context *context, struct px_error *error)
{
    struct px_arena *scratch = &context->scratch;
    bool *speak = px_arena_array(scratch, bool, context->comparison->referents.count * context->count);
    context->beside = px_arena_array(scratch, struct px_beside, context->count);
    if (speak == NULL || context->beside == NULL)
        return px_no_memory(error);
    for (size_t a = 0; a < context->count; a++) {
        const struct px_article *article = context->articles[a];
        struct px_beside *beside = &context->beside[a];
        beside->shares = px_arena_array(scratch, bool, article->blocks.count * context->count);
        beside->names = px_arena_array(scratch, bool, article->blocks.count * context->count);
        beside->paired = px_arena_array(scratch, bool, article->blocks.count * context->count);
        beside->told = px_arena_array(scratch, double, article->blocks.count * context->count);
        beside->first_quotation = px_arena_array(scratch, uint32_t, article->blocks.count);
        beside->next_quotation = px_arena_array(scratch, uint32_t, article->quotations.count);
        beside->quoted = px_arena_array(scratch, struct px_clause, article->quotations.count);
        if (beside->shares == NULL || beside->names == NULL || beside->paired == NULL || beside->told == NULL ||
            beside->first_quotation == NULL || beside->next_quotation == NULL || beside->quoted == NULL)
            return px_no_memory(error);
        list_quotations(context, a, beside);
    }
    note_edges(context);
    for (size_t a = 0; a < context->count; a++)
        for (size_t b = 0; b < context->count; b++)
            note_pair(context, a, b);
    note_speakers(context, speak);
    note_names(context);
    return PX_OK;
}
