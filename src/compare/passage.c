#include "compare/internal.h"

#define VOICE_LEAST 0.2 /* of the words of a topic in each article, so that it is known by who says them */

char px_comparison_letter(size_t article)
{
    return article < 26 ? (char)('A' + article) : '?';
}

void px_comparison_article_name(const struct px_comparison *comparison, size_t article, struct px_buffer *out)
{
    struct px_slice outlet = comparison->articles[article]->outlet;
    px_buffer_byte(out, px_comparison_letter(article));
    if (outlet.size > 0)
        px_buffer_printf(out, " (%.*s)", PX_SLICE_ARG(outlet));
}

/* The first paragraph from block `from` on that begins in the spans, or the count of blocks. */
static size_t next_paragraph(const struct px_article *article, const struct px_spans *spans, size_t from)
{
    const struct px_block *blocks = article->blocks.items;
    while (from < article->blocks.count &&
           !(px_role_is_paragraph(blocks[from].role) && px_spans_hold(spans, blocks[from].start)))
        from++;
    return from;
}

void px_comparison_paragraphs(const struct px_comparison *comparison, size_t article, const struct px_spans *spans,
                              struct px_buffer *out)
{
    const struct px_article *of = comparison->articles[article];
    const struct px_block *blocks = of->blocks.items;
    size_t first = next_paragraph(of, spans, 0), last, next;
    px_buffer_printf(out, "%c¶", px_comparison_letter(article));
    for (bool opened = false; first < of->blocks.count; first = next, opened = true) {
        for (last = first; (next = next_paragraph(of, spans, last + 1)) < of->blocks.count &&
                           blocks[next].number == blocks[last].number + 1;
             last = next)
            ;
        px_buffer_printf(out, opened ? ", %u" : "%u", blocks[first].number);
        if (last > first)
            px_buffer_printf(out, "–%u", blocks[last].number);
    }
}

uint32_t px_comparison_said_by(const struct px_comparison *comparison, size_t article, size_t attribution,
                               uint32_t number)
{
    const struct px_attribution *it = &comparison->articles[article]->attributions.items[attribution];
    if (number == 0 || number > it->also_count)
        return number == 0 ? comparison->speakers[article][attribution].referent : PX_NONE;
    for (uint32_t r = 0; r < comparison->referents.count; r++)
        if (comparison->referents.items[r].entity[article] == it->also[number - 1])
            return r;
    return PX_NONE;
}

struct px_slice px_comparison_speaker_name(const struct px_comparison *comparison, size_t article, size_t attribution)
{
    const struct px_speaker *speaker = &comparison->speakers[article][attribution];
    if (speaker->shown.size > 0)
        return speaker->shown;
    if (speaker->referent != PX_NONE)
        return comparison->referents.items[speaker->referent].name;
    return speaker->unclear ? (struct px_slice){NULL, 0}
                            : px_article_speaker(comparison->articles[article], (uint32_t)attribution);
}

static bool overlap(const struct px_spans *some, const struct px_spans *others)
{
    for (size_t i = 0; i < some->count; i++)
        if (px_spans_meet(others, some->items[i].start, some->items[i].end))
            return true;
    return false;
}

/* Does a statement of the referent that counts go on inside the spans: a quotation over paragraphs? */
static bool goes_on_in(const struct px_comparison *comparison, size_t article, const struct px_spans *spans,
                       uint32_t referent)
{
    const struct px_article *of = comparison->articles[article];
    for (size_t i = 0; referent != PX_NONE && i < of->attributions.count; i++) {
        if (comparison->speakers[article][i].referent == referent &&
            px_sourcing_counts(&comparison->sourcing, comparison->articles, article, i) &&
            overlap(&of->attributions.items[i].content, spans))
            return true;
    }
    return false;
}

size_t px_comparison_speaker(const struct px_comparison *comparison, size_t article, const struct px_spans *spans,
                             size_t from)
{
    const struct px_article *of = comparison->articles[article];
    size_t j = from;
    for (; j < comparison->sourcing.sources.count; j++) {
        const struct px_source *source = &comparison->sourcing.sources.items[j];
        for (size_t k = 0; k < source->evidence[article].count; k++)
            if (px_spans_hold(spans, of->sentences.items[source->evidence[article].sentences[k]].start))
                return j;
        if (goes_on_in(comparison, article, spans, source->referent))
            return j;
    }
    return j;
}

/* Does somebody of the name speak in the topic? */
static bool speaks(const struct px_comparison *comparison, const struct px_topic *topic, struct px_slice name)
{
    const struct px_sourcing *sourcing = &comparison->sourcing;
    for (size_t a = 0; a < comparison->article_count; a++)
        for (size_t s = px_comparison_speaker(comparison, a, &topic->spans[a], 0); s < sourcing->sources.count;
             s = px_comparison_speaker(comparison, a, &topic->spans[a], s + 1))
            if (px_slice_equal(sourcing->sources.items[s].name, name))
                return true;
    return false;
}

uint32_t px_compare_speaker_of(const struct px_comparison *comparison, size_t article, const struct px_token *token)
{
    bool said = token->attribution != PX_NONE &&
                px_sourcing_counts(&comparison->sourcing, comparison->articles, article, token->attribution);
    return said ? comparison->speakers[article][token->attribution].referent : PX_NONE;
}

/* Does the source say a good part of what the article tells there? */
static bool fills(const struct px_comparison *comparison, size_t article, const struct px_topic *topic, size_t source)
{
    const struct px_article *of = comparison->articles[article];
    uint32_t referent = comparison->sourcing.sources.items[source].referent, words = 0;
    for (size_t t = 0; referent != PX_NONE && t < of->tokens.count; t++) {
        const struct px_token *token = &of->tokens.items[t];
        words += px_compare_is_word(token) && px_topic_holds(topic, article, token->start) &&
                 px_compare_speaker_of(comparison, article, token) == referent;
    }
    return words >= VOICE_LEAST * topic->words[article];
}

static bool speaks_in_all(const struct px_comparison *comparison, const struct px_topic *topic, size_t source)
{
    for (size_t a = 0; a < comparison->article_count; a++)
        if (topic->spans[a].count > 0 && (px_comparison_speaker(comparison, a, &topic->spans[a], source) != source ||
                                          !fills(comparison, a, topic, source)))
            return false;
    return true;
}

/* The one source of some article there; the count of sources where each has several, or none. */
static size_t only_source(const struct px_comparison *comparison, const struct px_topic *topic)
{
    size_t sources = comparison->sourcing.sources.count;
    for (size_t a = 0; a < comparison->article_count; a++) {
        size_t first = px_comparison_speaker(comparison, a, &topic->spans[a], 0);
        if (first < sources && px_comparison_speaker(comparison, a, &topic->spans[a], first + 1) == sources &&
            speaks_in_all(comparison, topic, first))
            return first;
    }
    return sources;
}

bool px_topic_is_named(const struct px_comparison *comparison, const struct px_topic *topic)
{
    return topic->titled || topic->clear > 1 || (topic->clear == 1 && !speaks(comparison, topic, topic->label[0]));
}

/* The one who speaks there alone, in one of the articles at least; of a label that is a speaker's name, him alone. */
static struct px_slice voice_of(const struct px_comparison *comparison, const struct px_topic *topic)
{
    const struct px_slice nobody = {NULL, 0};
    if (px_topic_is_named(comparison, topic) || (topic->only != PX_NONE && topic->clear == 0))
        return nobody;
    size_t source = only_source(comparison, topic);
    if (source == comparison->sourcing.sources.count)
        return nobody;
    struct px_slice name = comparison->sourcing.sources.items[source].name;
    return topic->clear == 0 || px_slice_equal(name, topic->label[0]) ? name : nobody;
}

struct px_slice px_topic_voice(const struct px_comparison *comparison, const struct px_topic *topic)
{
    struct px_slice voice = voice_of(comparison, topic);
    for (size_t t = 0; voice.size > 0 && t < comparison->topics.count; t++) {
        const struct px_topic *other = &comparison->topics.items[t];
        if (other != topic && px_slice_equal(voice_of(comparison, other), voice))
            return (struct px_slice){NULL, 0}; /* it tells neither from the other */
    }
    return voice;
}
