/* The finding on what fills each article: the share of its words that stands in passages that no other article comes
 * near (lone.c), and the largest of them. */
#include <math.h>

#include "compare/findings.h"

enum { MOST_NAMED = 2 };
#define ALONE_LEAST 0.1 /* of an article's words, so that what it has by itself is worth saying */
#define NAMED_LEAST 0.05

/* Behind what stands in the words themselves, before all else. */
static const double cover_rank = 89;

static double share_of(const struct px_findings *findings, uint32_t words, size_t a)
{
    uint32_t all = findings->context->articles[a]->counts.words;
    return all == 0 ? 0 : (double)words / all;
}

/* The words of the topic that nobody else tells: none where that of part of them is less sure. */
static uint32_t alone_words(const struct px_topic *topic, size_t a)
{
    return topic->lone_clear[a] < topic->lone_words[a] ? 0 : topic->lone_words[a];
}

/* The share of the article's words that nobody else tells. */
static double lone_share(const struct px_findings *findings, size_t a)
{
    const struct px_comparison *comparison = findings->context->comparison;
    uint32_t words = 0;
    for (size_t t = 0; t < comparison->topics.count; t++)
        words += alone_words(&comparison->topics.items[t], a);
    return share_of(findings, words, a);
}

/* The share of the article's words in topics that no other article has, in doubt or not. */
static double own_share(const struct px_findings *findings, size_t a)
{
    const struct px_comparison *comparison = findings->context->comparison;
    uint32_t words = 0;
    for (size_t t = 0; t < comparison->topics.count; t++)
        words += comparison->topics.items[t].only == a ? comparison->topics.items[t].words[a] : 0;
    return share_of(findings, words, a);
}

static enum px_status cite(struct px_findings *findings, const struct px_topic *const *topics, size_t count, size_t a,
                           struct px_error *error)
{
    uint32_t sentences[MOST_NAMED];
    for (size_t i = 0; i < count; i++)
        sentences[i] = topics[i]->lone_shown[a];
    return px_compare_evidence(findings->context, sentences, count, &findings->evidence[a], error);
}

/* The topics of which most is told by the article alone; returns how many are worth a name. */
static size_t largest_alone(const struct px_findings *findings, size_t a, const struct px_topic *best[MOST_NAMED])
{
    size_t count = 0;
    for (size_t t = 0; t < findings->context->comparison->topics.count; t++) {
        const struct px_topic *topic = &findings->context->comparison->topics.items[t];
        if (share_of(findings, alone_words(topic, a), a) < NAMED_LEAST)
            continue;
        size_t at = count < MOST_NAMED ? count++ : MOST_NAMED;
        for (; at > 0 && best[at - 1]->lone_words[a] < topic->lone_words[a]; at--)
            if (at < MOST_NAMED)
                best[at] = best[at - 1];
        if (at < MOST_NAMED)
            best[at] = topic;
    }
    return count;
}

/* Rounded as in all tables; 99.6 % are not all. */
static void write_percent(struct px_findings *findings, double share)
{
    px_buffer_printf(&findings->text, "%.0f %%", share < 1 ? fmin(99, 100 * share) : 100);
}

/* The source that says most of the words in the spans, or NULL: what stands between two sentences of somebody's is not
 * his. Whoever has more than half of all is left when every other takes one of his away (Boyer and Moore 1981). */
static const struct px_source *main_source(const struct px_comparison *comparison, size_t a,
                                           const struct px_spans *spans)
{
    const struct px_article *article = comparison->articles[a];
    uint32_t most = PX_NONE, left = 0, words = 0, theirs = 0;
    for (int pass = 0; pass < 2; pass++)
        for (size_t t = 0; t < article->tokens.count; t++) {
            const struct px_token *token = &article->tokens.items[t];
            if (!px_compare_is_word(token) || !px_spans_hold(spans, token->start))
                continue;
            uint32_t speaker = px_compare_speaker_of(comparison, a, token);
            most = pass == 0 && left == 0 ? speaker : most;
            if (pass == 0)
                left = speaker == most ? left + 1 : left - 1;
            words += pass;
            theirs += pass == 1 && speaker == most;
        }
    for (size_t s = 0; most != PX_NONE && 2 * theirs > words && s < comparison->sourcing.sources.count; s++) {
        const struct px_source *source = &comparison->sourcing.sources.items[s];
        if (source->referent == most && !source->anonymous)
            return source;
    }
    return NULL;
}

/* ", with “The first boats came on Monday …”": by the sentence that shows it best. */
static void write_shown(struct px_findings *findings, const struct px_topic *topic, size_t a)
{
    const struct px_article *article = findings->context->articles[a];
    struct px_span shown = topic->lone_text[a];
    const struct px_sentence *sentence = &article->sentences.items[topic->lone_shown[a]];
    px_buffer_string(&findings->text, ", with ");
    px_findings_excerpt(findings, px_slice_span(article->text, shown), shown.end < sentence->end);
}

/* "A¶5–7, under “Syria”, with “The war …” (20 %)": who speaks there is not what it is about. The share of the only one is
 * told already. */
static void write_passage(struct px_findings *findings, const struct px_topic *topic, size_t a, bool counted)
{
    const struct px_comparison *comparison = findings->context->comparison;
    const struct px_spans *spans = &topic->lone[a];
    const struct px_source *source = main_source(comparison, a, spans);
    px_comparison_paragraphs(comparison, a, spans, &findings->text);
    if (topic->titled) {
        px_buffer_string(&findings->text, ", under ");
        px_findings_topic_name(findings, topic);
    } else if (source != NULL) {
        px_buffer_printf(&findings->text, ", mostly words of %.*s", PX_SLICE_ARG(source->shown));
    }
    write_shown(findings, topic, a);
    if (!counted)
        return;
    px_buffer_string(&findings->text, " (");
    write_percent(findings, share_of(findings, topic->lone_words[a], a));
    px_buffer_byte(&findings->text, ')');
}

/* "What A (The Post) alone tells, as far as words can show, fills 57 % of it or more: A¶4–9, with “The ferry …” (40
 * %) and A¶12–13, with “Nobody …” (17 %)": or more, as a passage in doubt is not counted. */
static void write_alone(struct px_findings *findings, size_t a, const struct px_topic *const *best, size_t count,
                        bool first)
{
    double named = 0, all = lone_share(findings, a);
    for (size_t i = 0; i < count; i++)
        named += share_of(findings, best[i]->lone_words[a], a);
    px_buffer_string(&findings->text, first ? "What " : "what ");
    px_findings_article(findings, a);
    px_buffer_string(&findings->text, first ? " alone tells, as far as words can show, fills " : " alone tells, ");
    if (all < 1)
        write_percent(findings, all);
    px_buffer_string(&findings->text, all < 1 ? " of it or more" : "all of it");
    px_buffer_string(&findings->text, named + 0.005 >= all ? ": " : ", among others ");
    for (size_t i = 0; i < count; i++) {
        px_buffer_string(&findings->text, i > 0 ? " and " : "");
        write_passage(findings, best[i], a, count > 1 || named + 0.005 < all);
    }
}

/* "; how much B (The Star) alone tells words cannot show": who is not named has perhaps no less. */
static void write_doubtful(struct px_findings *findings, size_t a)
{
    px_buffer_string(&findings->text, "; how much ");
    px_findings_article(findings, a);
    px_buffer_string(&findings->text, " alone tells, words cannot show");
}

/* The passages that are large enough to be named, of an article that has enough by itself; returns how many. */
static size_t find_named(const struct px_findings *findings, size_t a, const struct px_topic *named[MOST_NAMED])
{
    return lone_share(findings, a) >= ALONE_LEAST ? largest_alone(findings, a, named) : 0;
}

/* How many articles have such passages. */
static size_t count_named(const struct px_findings *findings)
{
    const struct px_topic *named[MOST_NAMED];
    size_t count = 0;
    for (size_t a = 0; a < findings->context->count; a++)
        count += find_named(findings, a, named) > 0;
    return count;
}

enum px_status px_findings_cover(struct px_findings *findings, struct px_error *error)
{
    enum px_status status = px_findings_begin(findings, error);
    bool any = false, several = count_named(findings) > 1;
    for (size_t i = 0; status == PX_OK && i < findings->context->count; i++) {
        size_t a = findings->order[i];
        const struct px_topic *named[MOST_NAMED] = {NULL};
        size_t count = find_named(findings, a, named);
        if (count == 0)
            continue;
        count = several ? 1 : count; /* a sentence has room for two */
        px_buffer_string(&findings->text, any ? "; " : "");
        write_alone(findings, a, named, count, !any);
        any = true;
        status = cite(findings, named, count, a, error);
    }
    if (status != PX_OK || !any)
        return status;
    for (size_t i = 0; i < findings->context->count; i++) {
        const struct px_topic *named[MOST_NAMED] = {NULL};
        size_t a = findings->order[i];
        if (find_named(findings, a, named) == 0 && own_share(findings, a) >= ALONE_LEAST)
            write_doubtful(findings, a);
    }
    px_findings_stop(findings);
    return px_findings_end(findings, PX_DRAFT_COVER, "topics", cover_rank, PX_VERDICT_TOO_LITTLE, PX_SLICE("cover"),
                           error);
}
