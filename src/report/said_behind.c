/* What a speaker adds to quoted words: the short sentence behind them. */
#include "report/said_behind.h"

#include "base/vector.h"

enum { WORDS_MOST = 12 };

/* The last sentence that has words of the statement. */
static uint32_t last_sentence(const struct px_article *article, const struct px_attribution *attribution)
{
    uint32_t end = attribution->content.items[attribution->content.count - 1].end;
    uint32_t last = (uint32_t)px_vector_from(&article->sentences, start, end);
    return last > attribution->sentence + 1 ? last - 1 : attribution->sentence;
}

/* Is the sentence one of a few words? */
static bool is_short(const struct px_article *article, const struct px_sentence *sentence)
{
    size_t words = 0;
    for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++)
        words += px_token_counts(&article->tokens.items[t]);
    return words <= WORDS_MOST;
}

struct px_span px_said_behind(const struct px_article *article, const struct px_attribution *attribution)
{
    const struct px_span none = {0, 0};
    if (attribution->content.count == 0 || attribution->entity == PX_NONE)
        return none;
    uint32_t last = last_sentence(article, attribution);
    const struct px_sentence *behind = &article->sentences.items[last] + 1;
    if (last + 1 >= article->sentences.count || behind->block != behind[-1].block || !is_short(article, behind))
        return none;
    for (size_t i = 0; i < article->attributions.count; i++) {
        const struct px_attribution *it = &article->attributions.items[i];
        if (it->sentence == last + 1 && it->entity == attribution->entity && it->type == PX_ATTRIBUTION_INDIRECT &&
            px_attribution_counts(it))
            return (struct px_span){behind->start, behind->end};
    }
    return none;
}
