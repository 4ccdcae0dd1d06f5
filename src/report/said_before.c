/* What quoted words point at: the sentence before them. */
#include "report/said_before.h"

#include "base/vector.h"
#include "report/said_parts.h"
#include "report/said_whole.h"

static uint32_t start_of(const struct px_attribution *attribution)
{
    uint32_t start = attribution->content.items[0].start;
    for (size_t i = 0; i < attribution->cue.count; i++)
        start = attribution->cue.items[i].start < start ? attribution->cue.items[i].start : start;
    for (size_t i = 0; i < attribution->speaker.count; i++)
        start = attribution->speaker.items[i].start < start ? attribution->speaker.items[i].start : start;
    return start;
}

/* Does the line itself tell on what it was said, or show more than the words? */
static bool is_told(const struct px_attribution *attribution)
{
    return attribution->hanging || attribution->occasion.end > 0 || px_said_needs_more(attribution);
}

/* Do the words point at what is told before, or the verb at the time, and stand by themselves? */
static bool points(const struct px_article *article, const struct px_attribution *attribution)
{
    return attribution->content.count > 0 && !is_told(attribution) &&
           (attribution->pointing ||
            (attribution->earlier && !px_said_begins_reported(article, &attribution->content.items[0])));
}

uint32_t px_said_before(const struct px_article *article, const struct px_attribution *attribution,
                        const struct px_attribution *shown)
{
    if (!points(article, attribution))
        return PX_NONE;
    size_t next = px_vector_from(&article->sentences, start, start_of(attribution) + 1);
    if (next < 2)
        return PX_NONE;
    const struct px_sentence *before = &article->sentences.items[next - 2];
    bool seen = shown != NULL && shown->content.items[shown->content.count - 1].end > before->start &&
                shown->content.items[0].start < before->end;
    bool runs = px_role_is_paragraph(article->blocks.items[before->block].role);
    return runs && !seen && before->end - before->start <= PX_SAID_PART_LENGTH ? (uint32_t)next - 2 : PX_NONE;
}
