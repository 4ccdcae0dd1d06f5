/* Statements that are shown by the sentence they stand in. */
#include "report/said_sentence.h"

#include "report/said_parts.h"
#include "text/utf8.h"

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

/* Does the part begin with a small letter behind an opening mark? */
static bool goes_on(struct px_slice part)
{
    size_t at = px_opening_mark(part);
    return at > 0 && at < part.size && px_utf8_is_lower(px_utf8_next(part, &at));
}

const struct px_sentence *px_said_torn_from(const struct px_article *article, const struct px_attribution *attribution)
{
    size_t first = px_said_next_part(article, attribution, NULL, 0);
    if (first == attribution->content.count || px_sourcing_is_in_title(article, attribution))
        return NULL;
    struct px_span part = attribution->content.items[first];
    uint32_t number = px_article_sentence_at(article, part.start);
    const struct px_sentence *sentence = number == PX_NONE ? NULL : &article->sentences.items[number];
    if (sentence == NULL || !goes_on(px_slice_span(article->text, part)) || part.start <= sentence->start ||
        px_article_speech_at(article, sentence->start) != NULL)
        return NULL;
    for (size_t i = 0; i < attribution->cue.count; i++)
        if (attribution->cue.items[i].start >= sentence->start && attribution->cue.items[i].start < part.start)
            return NULL;
    return sentence;
}
