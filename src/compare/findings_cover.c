/* The finding on what fills each article: the share of its words that stands in paragraphs of which no other article has
 * anything like (lone.c), the largest passages of them, and of what both tell the topic on which they part most. */
#include <math.h>

#include "compare/findings.h"

enum { MOST_NAMED = 2, OPENING_WORDS = 6 };
#define ALONE_LEAST 0.2 /* of an article's words, so that what it has by itself is worth saying */
#define APART_LEAST 0.1 /* by so much the shares of a topic that several tell have to differ */
#define NAMED_LEAST 0.05

/* Behind what stands in the words themselves, before all else; shares of a common topic alone say less. */
static const double cover_rank = 89, apart_rank = 44;

static double share_of(const struct px_findings *findings, const struct px_topic *topic, size_t a)
{
    uint32_t all = findings->context->articles[a]->counts.words;
    return all == 0 ? 0 : (double)topic->words[a] / all;
}

/* The share of the article's words that nobody else tells, in the topic or, for NULL, in all of them. */
static double lone_share(const struct px_findings *findings, const struct px_topic *topic, size_t a)
{
    const struct px_comparison *comparison = findings->context->comparison;
    uint32_t words = 0, all = findings->context->articles[a]->counts.words;
    for (size_t t = 0; t < comparison->topics.count; t++) {
        const struct px_topic *other = &comparison->topics.items[t];
        words += other->only == a && (topic == NULL || topic == other) ? other->lone.words : 0;
    }
    return all == 0 ? 0 : (double)words / all;
}

/* "“Syria: Shifting Tides”", "“Carly Fiorina, Jeb Bush”", else the first words from the sentence on. */
static void write_name(struct px_findings *findings, const struct px_topic *topic, size_t a, uint32_t sentence)
{
    const struct px_article *article = findings->context->articles[a];
    size_t count = topic->only == PX_NONE ? topic->told : topic->clear;
    px_buffer_string(&findings->text, "“");
    for (size_t i = 0; i < count; i++)
        px_buffer_printf(&findings->text, "%s%.*s", i > 0 ? ", " : "", PX_SLICE_ARG(topic->label[i]));
    if (count == 0) {
        struct px_span opening = px_compare_opening(article, sentence, OPENING_WORDS);
        px_findings_words(findings, px_slice_span(article->text, opening));
        px_buffer_string(&findings->text, opening.end >= article->sentences.items[sentence].end ? "" : " …");
    }
    px_buffer_string(&findings->text, "”");
}

static enum px_status cite(struct px_findings *findings, const struct px_topic *const *topics, size_t count, size_t a,
                           struct px_error *error)
{
    uint32_t sentences[MOST_NAMED + 1];
    size_t cited = 0;
    for (size_t i = 0; i < count; i++)
        if (topics[i] != NULL && topics[i]->first_sentence[a] != PX_NONE)
            sentences[cited++] = topics[i]->only == a ? topics[i]->lone.first_sentence : topics[i]->first_sentence[a];
    return px_compare_evidence(findings->context, sentences, cited, &findings->evidence[a], error);
}

/* The topics of which most is told by the article alone; returns how many are worth a name. */
static size_t largest_alone(const struct px_findings *findings, size_t a, const struct px_topic *best[MOST_NAMED])
{
    size_t count = 0;
    for (size_t t = 0; t < findings->context->comparison->topics.count; t++) {
        const struct px_topic *topic = &findings->context->comparison->topics.items[t];
        if (topic->only != a || topic->lone.run_words < PX_LONE_FEWEST || lone_share(findings, topic, a) < NAMED_LEAST)
            continue;
        size_t at = count < MOST_NAMED ? count++ : MOST_NAMED;
        for (; at > 0 && best[at - 1]->lone.words < topic->lone.words; at--)
            if (at < MOST_NAMED)
                best[at] = best[at - 1];
        if (at < MOST_NAMED)
            best[at] = topic;
    }
    return count;
}

/* Of a pair the topic of both on whose share they differ most, if that is much; else NULL. */
static const struct px_topic *most_apart(const struct px_findings *findings)
{
    const struct px_topic *best = NULL;
    double most = APART_LEAST;
    for (size_t t = 0; findings->context->count == 2 && t < findings->context->comparison->topics.count; t++) {
        const struct px_topic *topic = &findings->context->comparison->topics.items[t];
        double apart = fabs(share_of(findings, topic, 0) - share_of(findings, topic, 1));
        if (topic->only == PX_NONE && apart > most) {
            most = apart;
            best = topic;
        }
    }
    return best;
}

static void write_percent(struct px_findings *findings, double share)
{
    px_buffer_printf(&findings->text, "%.0f %%", 100 * share);
}

/* "A (The Post) gives 57 % of its words to paragraphs that B (The Star) has nothing like, the most in “X” (19 %)" */
static void write_alone(struct px_findings *findings, size_t a, const struct px_topic *const *best, size_t count)
{
    bool pair = findings->context->count == 2;
    px_findings_article(findings, a);
    px_buffer_string(&findings->text, " gives ");
    write_percent(findings, lone_share(findings, NULL, a));
    px_buffer_string(&findings->text, " of its words to paragraphs that ");
    if (pair)
        px_findings_article(findings, 1 - a);
    else
        px_buffer_string(&findings->text, "no other article");
    px_buffer_string(&findings->text, pair ? " has nothing like, the most in " : " has anything like, the most in ");
    for (size_t i = 0; i < count; i++) {
        px_buffer_string(&findings->text, i > 0 ? " and " : "");
        write_name(findings, best[i], a, best[i]->lone.first_sentence);
        px_buffer_string(&findings->text, " (");
        write_percent(findings, lone_share(findings, best[i], a));
        px_buffer_byte(&findings->text, ')');
    }
}

/* "“X” fills 24 % of B and 15 % of A." */
static void write_apart(struct px_findings *findings, const struct px_topic *topic)
{
    size_t lead = share_of(findings, topic, 1) > share_of(findings, topic, 0);
    write_name(findings, topic, lead, topic->first_sentence[lead]);
    px_buffer_string(&findings->text, " fills ");
    for (size_t i = 0; i < 2; i++) {
        size_t a = i == 0 ? lead : 1 - lead;
        write_percent(findings, share_of(findings, topic, a));
        px_buffer_string(&findings->text, " of ");
        px_findings_article(findings, a);
        px_buffer_string(&findings->text, i == 0 ? " and " : ".");
    }
}

enum px_status px_findings_cover(struct px_findings *findings, struct px_error *error)
{
    const struct px_topic *apart = most_apart(findings);
    enum px_status status = px_findings_begin(findings, error);
    bool any = false;
    for (size_t i = 0; status == PX_OK && i < findings->context->count; i++) {
        size_t a = findings->order[i];
        const struct px_topic *named[MOST_NAMED + 1] = {NULL};
        size_t count = lone_share(findings, NULL, a) >= ALONE_LEAST ? largest_alone(findings, a, named) : 0;
        if (count > 0) {
            px_buffer_string(&findings->text, any ? "; " : "");
            write_alone(findings, a, named, count);
            any = true;
        }
        named[count++] = apart;
        status = cite(findings, named, count, a, error);
    }
    if (status != PX_OK || (!any && apart == NULL))
        return status;
    px_buffer_string(&findings->text, any ? "." : "");
    if (apart != NULL) {
        px_buffer_string(&findings->text, any ? " Of what both tell, " : "Of the topics of both, ");
        write_apart(findings, apart);
    }
    return px_findings_end(findings, any ? PX_DRAFT_COVER : PX_DRAFT_APART, "topics", any ? cover_rank : apart_rank,
                           PX_VERDICT_TOO_LITTLE, PX_SLICE("cover"), error);
}
