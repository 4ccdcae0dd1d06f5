/* How the sentences that quote somebody stand by themselves. */
#include "omission/omission.h"

/* Does a relative clause of the article's own follow the comma, and end the sentence: "*, which* may be a mistake."? */
static bool adds_own(const struct px_compare_context *context, const struct px_article *article, uint32_t comma,
                     uint32_t end)
{
    const struct px_token *tokens = article->tokens.items;
    if (article->text.data[tokens[comma].start] != ',' || comma + 1 >= end || tokens[comma].voice != PX_VOICE_OWN ||
        !px_compare_is_class(context, article, comma + 1, "grammar.relative"))
        return false;
    for (uint32_t t = comma + 1; t < end; t++)
        if (tokens[t].voice != PX_VOICE_OWN || article->text.data[tokens[t].start] == ',')
            return false;
    return true;
}

/* Where the sentence ends without such a clause. */
static uint32_t end_of(const struct px_compare_context *context, const struct px_article *article, uint32_t index)
{
    const struct px_sentence *sentence = &article->sentences.items[index];
    uint32_t end = sentence->first_token + sentence->token_count;
    bool said = false;
    for (uint32_t t = sentence->first_token; t < end; t++) {
        said = said || article->tokens.items[t].voice != PX_VOICE_OWN;
        if (said && adds_own(context, article, t, end))
            return article->tokens.items[t].start;
    }
    return sentence->end;
}

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
                                                        .end = end_of(context, article, it->sentence),
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
