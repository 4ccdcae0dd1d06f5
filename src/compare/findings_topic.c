/* Findings on passages that one article has alone (lone.c). A passage under a heading is told by the heading, any other by
 * its opening words: a heading is the outlet's own name for it, and opening words are true whatever the passage is about. */
#include "compare/findings.h"

enum { OPENING_WORDS = 9 };
#define LONE_LEAST 0.5   /* of a passage under a heading that nobody else is to tell */
#define LEAST_SHARE 0.05 /* of the article's words that a passage must take */
#define MOST_SHARE 0.6   /* a passage without a heading that takes more is no part among others */

/* The person, place or organisation that the heading names, the longest name of several: what can be looked for in the
 * other article. */
static const struct px_referent *subject_of(const struct px_compare_context *context, const struct px_topic *topic,
                                            struct px_slice heading)
{
    const struct px_referent *best = NULL;
    for (size_t i = 0; i < context->comparison->referents.count; i++) {
        const struct px_referent *referent = &context->comparison->referents.items[i];
        if (!referent->lexical && referent->mentions[topic->only].count > 0 &&
            px_slice_find(heading, referent->name, 0) != SIZE_MAX &&
            referent->name.size > (best == NULL ? 0 : best->name.size))
            best = referent;
    }
    return best;
}

/* The heading over the passage, where nobody else tells most of it. */
static struct px_slice heading_of(const struct px_compare_context *context, const struct px_topic *topic)
{
    return topic->lone.words >= LONE_LEAST * topic->words[topic->only] ? px_compare_heading(context, topic)
                                                                       : (struct px_slice){0};
}

/* The words that nobody else tells, of all that is spoken of: under the heading, or in the run. */
static uint32_t lone_words(const struct px_topic *topic, struct px_slice heading)
{
    return heading.size > 0 ? topic->lone.words : topic->lone.run_words;
}

static enum px_status cite_mentions(struct px_findings *findings, const struct px_referent *referent, size_t article,
                                    struct px_error *error)
{
    struct px_compare_context *context = findings->context;
    const struct px_spans *mentions = &referent->mentions[article];
    uint32_t *sentences = px_arena_array(&context->scratch, uint32_t, mentions->count);
    if (sentences == NULL)
        return px_compare_no_memory(error);
    for (size_t i = 0; i < mentions->count; i++)
        sentences[i] = px_compare_sentence_at(context->articles[article], mentions->items[i].start);
    return px_compare_evidence(context, sentences, mentions->count, &findings->evidence[article], error);
}

/* The first words of the passage, up to the sentence's end. */
static void write_opening(struct px_findings *findings, const struct px_article *article, uint32_t sentence)
{
    struct px_span span = px_compare_opening(article, sentence, OPENING_WORDS);
    px_findings_words(findings, px_slice_span(article->text, span));
    px_buffer_string(&findings->text, span.end < article->sentences.items[sentence].end ? " …" : "");
}

static void write_passage(struct px_findings *findings, const struct px_topic *topic, struct px_slice heading)
{
    const struct px_article *article = findings->context->articles[topic->only];
    px_findings_article(findings, topic->only);
    px_buffer_printf(&findings->text, " spends %u words on ",
                     heading.size > 0 ? topic->words[topic->only] : topic->lone.run_words);
    if (heading.size > 0) {
        px_findings_quote(findings, heading);
        return;
    }
    px_buffer_string(&findings->text, "a passage that begins “");
    write_opening(findings, article, topic->lone.first_sentence);
    px_buffer_string(&findings->text, "”");
}

/* "; B has nothing like it, though it names Syria in 1 sentence." */
static enum px_status write_rest(struct px_findings *findings, const struct px_topic *topic, struct px_slice heading,
                                 struct px_error *error)
{
    const struct px_referent *subject = subject_of(findings->context, topic, heading);
    bool pair = findings->context->count == 2;
    size_t other = 1 - topic->only;
    px_buffer_string(&findings->text, "; ");
    if (pair)
        px_findings_article(findings, other);
    else
        px_buffer_string(&findings->text, "no other article");
    bool part = heading.size > 0 && topic->lone.words < topic->words[topic->only];
    px_buffer_string(&findings->text, pair ? " has nothing like " : " has anything like ");
    px_buffer_string(&findings->text, part ? "most of it" : "it");
    if (!pair) {
        px_buffer_byte(&findings->text, '.');
        return PX_OK;
    }
    enum px_status status = subject == NULL ? PX_OK : cite_mentions(findings, subject, other, error);
    size_t sentences = findings->evidence[other].count;
    if (subject != NULL && sentences > 0)
        px_buffer_printf(&findings->text,
                         part ? " and names %.*s in %zu sentence%s" : ", though it names %.*s in %zu sentence%s",
                         PX_SLICE_ARG(subject->name), sentences, sentences == 1 ? "" : "s");
    px_buffer_byte(&findings->text, '.');
    return status;
}

static enum px_status add_passage(struct px_findings *findings, const struct px_topic *topic, struct px_error *error)
{
    const struct px_article *article = findings->context->articles[topic->only];
    struct px_slice heading = heading_of(findings->context, topic);
    double share = (double)lone_words(topic, heading) / (article->counts.words + 1.0);
    uint32_t first = heading.size > 0 ? topic->first_sentence[topic->only] : topic->lone.first_sentence;
    enum px_status status = px_findings_begin(findings, error);
    if (status != PX_OK)
        return status;
    write_passage(findings, topic, heading);
    status = write_rest(findings, topic, heading, error);
    if (status == PX_OK)
        status = px_compare_evidence(findings->context, &first, 1, &findings->evidence[topic->only], error);
    if (status != PX_OK)
        return status;
    const struct px_sentence *sentence = &article->sentences.items[first];
    return px_findings_end(findings, heading.size > 0 ? PX_DRAFT_TOPIC : PX_DRAFT_PASSAGE, "topics",
                           (heading.size > 0 ? 43 : 35) + 10 * share, PX_VERDICT_TOO_LITTLE,
                           px_slice_part(article->text, sentence->start, sentence->end), error);
}

static bool is_worthy(const struct px_compare_context *context, const struct px_topic *topic)
{
    const struct px_article *article = context->articles[topic->only];
    struct px_slice heading = heading_of(context, topic);
    double share = (double)lone_words(topic, heading) / (article->counts.words + 1.0);
    return topic->lone.run_words >= PX_LONE_FEWEST && share >= LEAST_SHARE && (heading.size > 0 || share <= MOST_SHARE);
}

enum px_status px_findings_topics(struct px_findings *findings, struct px_error *error)
{
    const struct px_comparison *comparison = findings->context->comparison;
    enum px_status status = PX_OK;
    for (size_t a = 0; a < comparison->article_count; a++)
        for (size_t i = 0; status == PX_OK && i < comparison->topics.count; i++) {
            const struct px_topic *topic = &comparison->topics.items[i];
            if (topic->only == findings->order[a] && is_worthy(findings->context, topic))
                status = add_passage(findings, topic, error);
        }
    return status;
}
