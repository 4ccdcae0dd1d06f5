/* Findings on passages that one article has alone. A passage under a heading is told by the heading, any other by its
 * opening words: a heading is the outlet's own name for it, and opening words are true whatever the passage is about. */
#include "compare/findings.h"

enum { FEWEST_WORDS = 40, OPENING_WORDS = 9 };
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

/* The first words of the passage, up to the sentence's end; line breaks become spaces. */
static void write_opening(struct px_findings *findings, const struct px_article *article, uint32_t sentence)
{
    const struct px_sentence *s = &article->sentences.items[sentence];
    size_t words = 0;
    uint32_t start = s->start;
    uint32_t end = s->start;
    for (uint32_t t = s->first_token; t < s->first_token + s->token_count && words < OPENING_WORDS; t++) {
        words += px_compare_is_word(&article->tokens.items[t]);
        if (words == 0)
            start = article->tokens.items[t].end; /* an opening quotation mark */
        end = article->tokens.items[t].end;
    }
    while (start < end && article->text.data[start] == ' ')
        start++;
    for (uint32_t i = start; i < end; i++)
        px_buffer_byte(&findings->text, article->text.data[i] == '\n' ? ' ' : article->text.data[i]);
    px_buffer_string(&findings->text, end < s->end ? " …" : "");
}

static void write_passage(struct px_findings *findings, const struct px_topic *topic, struct px_slice heading)
{
    const struct px_article *article = findings->context->articles[topic->only];
    px_findings_article(findings, topic->only);
    px_buffer_printf(&findings->text, " spends %u words on ", topic->words[topic->only]);
    if (heading.size > 0) {
        px_findings_quote(findings, heading);
        return;
    }
    px_buffer_string(&findings->text, "a passage that begins “");
    write_opening(findings, article, topic->first_sentence[topic->only]);
    px_buffer_string(&findings->text, "”");
}

/* "; B has no matching passage and names Syria in 1 sentence." */
static enum px_status write_rest(struct px_findings *findings, const struct px_topic *topic,
                                 const struct px_referent *subject, struct px_error *error)
{
    size_t other = 1 - topic->only;
    if (findings->context->count != 2) {
        px_buffer_string(&findings->text, "; no other article has a matching passage.");
        return PX_OK;
    }
    px_buffer_string(&findings->text, "; ");
    px_findings_article(findings, other);
    px_buffer_string(&findings->text, " has no matching passage");
    enum px_status status = subject == NULL ? PX_OK : cite_mentions(findings, subject, other, error);
    size_t sentences = findings->evidence[other].count;
    if (subject != NULL && sentences > 0)
        px_buffer_printf(&findings->text, " and names %.*s in %zu sentence%s", PX_SLICE_ARG(subject->name), sentences,
                         sentences == 1 ? "" : "s");
    px_buffer_byte(&findings->text, '.');
    return status;
}

static enum px_status add_passage(struct px_findings *findings, const struct px_topic *topic, struct px_error *error)
{
    const struct px_article *article = findings->context->articles[topic->only];
    struct px_slice heading = px_compare_heading(findings->context, topic);
    double share = (double)topic->words[topic->only] / (article->counts.words + 1.0);
    uint32_t first = topic->first_sentence[topic->only];
    enum px_status status = px_findings_begin(findings, error);
    if (status != PX_OK)
        return status;
    write_passage(findings, topic, heading);
    status = write_rest(findings, topic, subject_of(findings->context, topic, heading), error);
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
    double share = (double)topic->words[topic->only] / (article->counts.words + 1.0);
    bool headed = px_compare_heading(context, topic).size > 0;
    return topic->first_sentence[topic->only] != PX_NONE && topic->words[topic->only] >= FEWEST_WORDS &&
           share >= LEAST_SHARE && (headed || share <= MOST_SHARE);
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
