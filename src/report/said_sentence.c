/* Statements that are shown by the sentence they stand in. */
#include "report/said_sentence.h"

enum {
    MOST_BYTES = 300,   /* of a sentence */
    HANGING_BYTES = 360 /* of one that the verb hangs on, "asked her *to reply*" */
};

bool px_said_is_in_sentence(const struct px_article *article, const struct px_attribution *attribution)
{
    const struct px_sentence *sentence = &article->sentences.items[attribution->sentence];
    const struct px_spans *content = &attribution->content;
    bool occasion = attribution->occasion.end == 0 || attribution->occasion.start >= sentence->start;
    return occasion && content->count > 0 && content->items[0].start >= sentence->start &&
           content->items[content->count - 1].end <= sentence->end;
}

bool px_said_is_mixed_sentence(const struct px_article *article, const struct px_attribution *attribution)
{
    const struct px_sentence *sentence = &article->sentences.items[attribution->sentence];
    uint32_t most = attribution->hanging ? HANGING_BYTES : MOST_BYTES;
    return attribution->type == PX_ATTRIBUTION_MIXED && sentence->end - sentence->start <= most &&
           px_said_is_in_sentence(article, attribution) && !px_sourcing_is_in_title(article, attribution) &&
           px_article_speech_at(article, sentence->start) == NULL &&
           px_article_speech_at(article, sentence->end) == NULL;
}
