/* Statements that are shown from what leads to their words. */
#include "report/said_torn.h"

#include <string.h>

#include "report/said_parts.h"
#include "text/utf8.h"

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

/* The statement whose cue leads to the words in their sentence, of the same speaker: "disagreed, *saying* that “it …”"; NULL
 * for none. */
static const struct px_attribution *leading(const struct px_article *article, const struct px_attribution *attribution,
                                            const struct px_sentence *sentence, uint32_t words)
{
    enum { NEAR = 3 }; /* statements back */
    size_t number = (size_t)(attribution - article->attributions.items);
    for (size_t i = number, steps = 0; i-- > 0 && steps < NEAR; steps++) {
        const struct px_attribution *other = &article->attributions.items[i];
        bool same = other->entity == attribution->entity && other->also_count == attribution->also_count;
        if (same && other->entity != PX_NONE && other->cue.count > 0 && other->cue.items[0].start >= sentence->start &&
            other->cue.items[0].start < words)
            return other;
    }
    return NULL;
}

bool px_said_with_beginning(struct px_page *page, const struct px_article *article,
                            const struct px_attribution *attribution, struct px_attribution *line)
{
    const struct px_sentence *sentence = px_said_torn_from(article, attribution);
    size_t first = px_said_next_part(article, attribution, NULL, 0), count = attribution->content.count - first;
    struct px_span *parts = sentence == NULL ? NULL : px_arena_array(&page->arena, struct px_span, count);
    page->out->failed = page->out->failed || (sentence != NULL && parts == NULL);
    if (parts == NULL)
        return false;
    memcpy(parts, attribution->content.items + first, count * sizeof *parts);
    const struct px_attribution *lead = leading(article, attribution, sentence, parts[0].start);
    parts[0].start = lead != NULL ? lead->cue.items[0].start : sentence->start;
    *line = *attribution;
    line->hanging = lead != NULL && lead->hanging;
    line->content = (struct px_spans){parts, count, count};
    return true;
}
