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
           (attribution->pointing > 0 ||
            (attribution->earlier && !px_said_begins_reported(article, &attribution->content.items[0])));
}

/* The number of sentences that begin before the statement's own. */
static size_t sentences_before(const struct px_article *article, const struct px_attribution *attribution)
{
    size_t next = px_vector_from(&article->sentences, start, start_of(attribution) + 1);
    return next > 0 ? next - 1 : 0;
}

/* The words before the statement that tell what it points at; empty where there are none in the running text. */
static struct px_span words_before(const struct px_article *article, const struct px_attribution *attribution)
{
    const struct px_sentence *sentences = article->sentences.items;
    size_t end = sentences_before(article, attribution), many = attribution->pointing > 1 ? attribution->pointing : 1;
    if (end < many || many > PX_POINTING_MOST)
        return (struct px_span){0, 0};
    for (size_t s = end - many; s < end; s++)
        if (!px_role_is_paragraph(article->blocks.items[sentences[s].block].role))
            return (struct px_span){0, 0};
    return (struct px_span){sentences[end - many].start, sentences[end - 1].end};
}

/* Do the words of the one that is shown before it, or NULL, go as far as the sentence before the statement? */
static bool runs_on(const struct px_article *article, const struct px_attribution *attribution,
                    const struct px_attribution *shown)
{
    size_t end = sentences_before(article, attribution);
    const struct px_sentence *before = end == 0 ? NULL : &article->sentences.items[end - 1];
    return shown != NULL && before != NULL && shown->content.items[shown->content.count - 1].end > before->start &&
           shown->content.items[0].start < before->end;
}

struct px_span px_said_before(const struct px_article *article, const struct px_attribution *attribution,
                              const struct px_attribution *shown)
{
    return points(article, attribution) ? px_said_sentence_before(article, attribution, shown) : (struct px_span){0, 0};
}

struct px_span px_said_sentence_before(const struct px_article *article, const struct px_attribution *attribution,
                                       const struct px_attribution *shown)
{
    const struct px_span none = {0, 0};
    if (runs_on(article, attribution, shown))
        return none;
    struct px_span words = words_before(article, attribution);
    return words.end - words.start <= PX_POINTING_BYTES ? words : none;
}

bool px_said_hangs(const struct px_article *article, const struct px_attribution *attribution,
                   const struct px_attribution *shown)
{
    return points(article, attribution) && !runs_on(article, attribution, shown) &&
           px_said_before(article, attribution, shown).end == 0;
}
