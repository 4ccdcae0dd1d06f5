/* Findings on passages under a heading that one article has alone (lone.c): the heading is the outlet's own name for
 * it. Others are told together (findings_cover.c). */
#include "align/align.h"
#include "findings/findings.h"

enum { NAMED_MOST = 2 }; /* sentences elsewhere that name what the heading names */
#define LONE_LEAST 0.5   /* of a passage under a heading that none of several others is to tell */
#define LEAST_SHARE 0.05 /* of the article's words that a passage must take */

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

/* Is it sure that nobody else tells most of the passage? */
static bool is_clear(const struct px_topic *topic)
{
    return topic->lone_words[topic->only] >= LONE_LEAST * topic->words[topic->only];
}

/* The most sentences of another article that name the referent. */
static uint32_t most_named(const struct px_compare_context *context, size_t only, const struct px_referent *subject)
{
    uint32_t most = 0;
    for (size_t a = 0; a < context->count; a++) {
        uint32_t named = a == only ? 0 : px_compare_count_named(context->articles[a], &subject->mentions[a], true);
        most = named > most ? named : most;
    }
    return most;
}

bool px_findings_heads(const struct px_findings *findings, const struct px_topic *topic)
{
    if (topic->only == PX_NONE)
        return false;
    const struct px_compare_context *context = findings->context;
    struct px_slice heading = px_compare_heading(context, topic);
    double share = (double)topic->words[topic->only] / (context->articles[topic->only]->counts.words + 1.0);
    if (heading.size == 0 || share < LEAST_SHARE)
        return false;
    const struct px_referent *subject = subject_of(context, topic, heading);
    return subject != NULL &&
           (context->count != 2 ? is_clear(topic) : most_named(context, topic->only, subject) <= NAMED_MOST);
}

static enum px_status cite_mentions(struct px_findings *findings, const struct px_referent *referent, size_t article,
                                    struct px_error *error)
{
    struct px_compare_context *context = findings->context;
    const struct px_spans *mentions = &referent->mentions[article];
    uint32_t *sentences = px_arena_array(&context->scratch, uint32_t, mentions->count);
    if (sentences == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < mentions->count; i++)
        sentences[i] = px_article_sentence_at(context->articles[article], mentions->items[i].start);
    return px_compare_evidence(context, sentences, mentions->count, &findings->evidence[article], error);
}

/* "A has 243 words under the heading “Syria: Shifting Tides”; B names Syria in 1 sentence." */
static enum px_status write_passage(struct px_findings *findings, const struct px_topic *topic, struct px_slice heading,
                                    struct px_error *error)
{
    const struct px_referent *subject = subject_of(findings->context, topic, heading);
    bool pair = findings->context->count == 2;
    size_t other = 1 - topic->only;
    px_findings_article(findings, topic->only);
    px_buffer_printf(&findings->text, " has %u words under the heading ", topic->words[topic->only]);
    px_findings_quote(findings, heading);
    px_buffer_string(&findings->text, "; ");
    if (pair)
        px_findings_article(findings, other);
    else
        px_buffer_string(&findings->text, "no other article");
    enum px_status status = pair ? cite_mentions(findings, subject, other, error) : PX_OK;
    size_t sentences = pair ? findings->evidence[other].count : 0;
    if (!pair)
        px_buffer_string(&findings->text, " has a passage of its own on it");
    else if (sentences == 0)
        px_buffer_printf(&findings->text, " does not name %.*s, as far as found", PX_SLICE_ARG(subject->name));
    else
        px_buffer_printf(&findings->text, " names %.*s in %zu sentence%s", PX_SLICE_ARG(subject->name), sentences,
                         sentences == 1 ? "" : "s");
    return status;
}

static enum px_status add_passage(struct px_findings *findings, const struct px_topic *topic, struct px_error *error)
{
    const struct px_article *article = findings->context->articles[topic->only];
    struct px_slice heading = px_compare_heading(findings->context, topic);
    double share = (double)topic->words[topic->only] / (article->counts.words + 1.0);
    uint32_t first = topic->first_sentence[topic->only];
    enum px_status status = px_findings_begin(findings, error);
    if (status == PX_OK)
        status = write_passage(findings, topic, heading, error);
    if (status == PX_OK)
        status = px_compare_evidence(findings->context, &first, 1, &findings->evidence[topic->only], error);
    if (status != PX_OK)
        return status;
    const struct px_sentence *sentence = &article->sentences.items[first];
    return px_findings_end(findings, PX_DRAFT_TOPIC, 43 + 10 * share,
                           px_slice_part(article->text, sentence->start, sentence->end), error);
}

enum px_status px_findings_topics(struct px_findings *findings, struct px_error *error)
{
    const struct px_comparison *comparison = findings->context->comparison;
    enum px_status status = PX_OK;
    for (size_t a = 0; a < comparison->article_count; a++)
        for (size_t i = 0; status == PX_OK && i < comparison->topics.count; i++) {
            const struct px_topic *topic = &comparison->topics.items[i];
            if (topic->only == findings->order[a] && px_findings_heads(findings, topic))
                status = add_passage(findings, topic, error);
        }
    return status;
}
