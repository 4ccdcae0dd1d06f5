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

/* The share of the article's words that nobody else tells. */
static double lone_share(const struct px_findings *findings, size_t a)
{
    const struct px_comparison *comparison = findings->context->comparison;
    uint32_t words = 0;
    for (size_t t = 0; t < comparison->topics.count; t++)
        words += comparison->topics.items[t].lone_words[a];
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
        if (share_of(findings, topic->lone_words[a], a) < NAMED_LEAST)
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

/* "“The war …” (A¶5–7, under “Syria”, 20 %)": by the sentence that shows it best, and whose words it is for the most part;
 * the share of the only one is told already. */
static void write_passage(struct px_findings *findings, const struct px_topic *topic, size_t a, bool counted)
{
    const struct px_comparison *comparison = findings->context->comparison;
    const struct px_article *article = findings->context->articles[a];
    const struct px_spans *spans = &topic->lone[a];
    const struct px_source *source = main_source(comparison, a, spans);
    struct px_span shown = topic->lone_text[a];
    px_findings_excerpt(findings, px_slice_span(article->text, shown),
                        shown.end < article->sentences.items[topic->lone_shown[a]].end);
    px_buffer_string(&findings->text, " (");
    px_comparison_paragraphs(comparison, a, spans, &findings->text);
    if (topic->titled) {
        px_buffer_string(&findings->text, ", under ");
        px_findings_topic_name(findings, topic);
    } else if (source != NULL) {
        px_buffer_printf(&findings->text, ", mostly words of %.*s", PX_SLICE_ARG(source->shown));
    }
    if (counted) {
        px_buffer_string(&findings->text, ", ");
        write_percent(findings, share_of(findings, topic->lone_words[a], a));
    }
    px_buffer_byte(&findings->text, ')');
}

/* "at least 57 % of A (The Post), with “The ferry …” (A¶4–9, 40 %) and “Nobody …” (A¶12–13, 17 %)": at least, as a passage in
 * doubt is not counted. */
static void write_alone(struct px_findings *findings, size_t a, const struct px_topic *const *best, size_t count)
{
    double named = 0, all = lone_share(findings, a);
    for (size_t i = 0; i < count; i++)
        named += share_of(findings, best[i]->lone_words[a], a);
    px_buffer_string(&findings->text, all < 1 ? "at least " : "all");
    if (all < 1)
        write_percent(findings, all);
    px_buffer_string(&findings->text, " of ");
    px_findings_article(findings, a);
    px_buffer_string(&findings->text, named + 0.005 >= all ? ", with " : ", such as ");
    for (size_t i = 0; i < count; i++) {
        px_buffer_string(&findings->text, i > 0 ? " and " : "");
        write_passage(findings, best[i], a, count > 1 || named + 0.005 < all);
    }
}

/* "; what B (The Star) has by itself is less sure": it has perhaps no less. */
static void write_doubtful(struct px_findings *findings, size_t a)
{
    px_buffer_string(&findings->text, "; what ");
    px_findings_article(findings, a);
    px_buffer_string(&findings->text, " has by itself is less sure");
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

/* How many passages of the article are told: a sentence has room for two. */
static size_t find_told(const struct px_findings *findings, size_t a, const struct px_topic *named[MOST_NAMED])
{
    size_t count = find_named(findings, a, named);
    return count > 1 && count_named(findings) > 1 ? 1 : count;
}

bool px_findings_covers(const struct px_findings *findings, size_t article, const struct px_topic *topic)
{
    const struct px_topic *named[MOST_NAMED] = {NULL};
    size_t count = find_told(findings, article, named);
    for (size_t i = 0; i < count; i++)
        if (named[i] == topic)
            return true;
    return false;
}

bool px_findings_covers_sentence(const struct px_findings *findings, size_t article, uint32_t sentence)
{
    const struct px_topic *named[MOST_NAMED] = {NULL};
    size_t count = find_told(findings, article, named);
    for (size_t i = 0; i < count; i++)
        if (px_spans_hold(&named[i]->lone[article],
                          findings->context->articles[article]->sentences.items[sentence].start))
            return true;
    return false;
}

/* The articles, those first of which most is told by them alone; of equal ones as in findings->order. NULL when memory is
 * out. */
static size_t *fullest_first(const struct px_findings *findings)
{
    size_t count = findings->context->count;
    size_t *order = px_arena_array(&findings->context->scratch, size_t, count);
    for (size_t i = 0; order != NULL && i < count; i++) {
        size_t at = i;
        for (; at > 0 && lone_share(findings, order[at - 1]) < lone_share(findings, findings->order[i]); at--)
            order[at] = order[at - 1];
        order[at] = findings->order[i];
    }
    return order;
}

/* Each article that has such passages; returns how many. */
static size_t write_each(struct px_findings *findings, const size_t *order, enum px_status *status,
                         struct px_error *error)
{
    size_t told = 0, all = count_named(findings);
    for (size_t i = 0; *status == PX_OK && i < findings->context->count; i++) {
        const struct px_topic *named[MOST_NAMED] = {NULL};
        size_t count = find_told(findings, order[i], named);
        if (count == 0)
            continue;
        px_buffer_string(&findings->text, told == 0 ? "" : told + 1 == all ? ", and " : ", ");
        write_alone(findings, order[i], named, count);
        told++;
        *status = cite(findings, named, count, order[i], error);
    }
    return told;
}

enum px_status px_findings_cover(struct px_findings *findings, struct px_error *error)
{
    enum px_status status = px_findings_begin(findings, error);
    const size_t *order = fullest_first(findings);
    if (status != PX_OK || order == NULL)
        return status != PX_OK ? status : px_no_memory(error);
    px_buffer_string(&findings->text, "Told by one article alone, as far as words show: ");
    if (write_each(findings, order, &status, error) == 0 || status != PX_OK)
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
