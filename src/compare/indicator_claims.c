/* The sheet's row of claims without a source: sentences in the outlet's own voice that give a number or name a deed to
 * answer for, and report nobody. */
#include "compare/indicator.h"

/* "March 9", "9 March", "2014": a date, not a claim. */
static bool is_date(const struct px_compare_context *context, const struct px_article *article, uint32_t t)
{
    const struct px_token *tokens = article->tokens.items;
    if (px_compare_is_year(px_slice_part(article->text, tokens[t].start, tokens[t].end)))
        return true;
    bool before = t > 0 && tokens[t - 1].kind == PX_TOKEN_WORD &&
                  px_compare_form(context, &tokens[t - 1])->shape == PX_SHAPE_CAPITALISED;
    bool behind = t + 1 < article->tokens.count && tokens[t + 1].kind == PX_TOKEN_WORD &&
                  px_compare_form(context, &tokens[t + 1])->shape == PX_SHAPE_CAPITALISED;
    return before || behind;
}

static void mark_claims(const struct px_compare_context *context, const struct px_article *article, double *above)
{
    for (uint32_t t = 0; t < article->tokens.count; t++) {
        const struct px_token *token = &article->tokens.items[t];
        if (token->kind == PX_TOKEN_NUMBER && token->sentence < article->sentences.count &&
            !is_date(context, article, t))
            above[token->sentence] = 1;
    }
    for (size_t i = 0; i < article->hits.count; i++) {
        const struct px_hit *hit = &article->hits.items[i];
        if (hit->lexicon == PX_LEXICON_AGENCY &&
            px_slice_is(px_resources_entry(context->worker->resources, hit)->category, "agency.deed"))
            above[article->tokens.items[hit->first_token].sentence] = 1;
    }
}

/* What anybody is said to say, and what stands outside of paragraphs, is no claim of the outlet's. */
static void drop_sourced(const struct px_article *article, double *above)
{
    for (size_t i = 0; i < article->attributions.count; i++)
        if (article->attributions.items[i].sentence < article->sentences.count)
            above[article->attributions.items[i].sentence] = 0;
    for (size_t t = 0; t < article->tokens.count; t++)
        if (article->tokens.items[t].voice != PX_VOICE_OWN &&
            article->tokens.items[t].sentence < article->sentences.count)
            above[article->tokens.items[t].sentence] = 0;
    for (size_t s = 0; s < article->sentences.count; s++)
        if (!px_role_is_paragraph(article->blocks.items[article->sentences.items[s].block].role))
            above[s] = 0;
}

enum px_status px_sheet_claims(struct px_sheet *sheet, struct px_error *error)
{
    double **sentences = px_sheet_numbers(sheet);
    struct px_count_row *row = px_sheet_row(sheet, "sourcing", "sourcing.unsourced_claims_share",
                                            "sentences with a number or a deed and no source");
    if (sentences == NULL || row == NULL)
        return px_compare_no_memory(error);
    row->measure = PX_MEASURE_SHARE;
    row->voice = PX_VOICE_OWN;
    row->below = sentences;
    for (size_t a = 0; a < sheet->context->count; a++) {
        const struct px_article *article = sheet->context->articles[a];
        mark_claims(sheet->context, article, row->above[a]);
        drop_sourced(article, row->above[a]);
        for (size_t s = 0; s < article->sentences.count; s++)
            sentences[a][s] = px_role_is_paragraph(article->blocks.items[article->sentences.items[s].block].role);
    }
    return PX_OK;
}
