/* The finding on what all articles have: whom all of them hear, and how much of each stands in another word for word. */
#include <math.h>

#include "compare/findings.h"

enum { MOST_HEARD = 4 };

/* Behind what they tell apart, before figures that do not differ. */
static const double both_rank = 30;

/* The sources whom all articles hear, those with most words first; returns how many. */
static size_t list_heard(const struct px_findings *findings, const struct px_source *heard[MOST_HEARD])
{
    const struct px_sourcing *sourcing = &findings->context->comparison->sourcing;
    size_t count = 0;
    for (size_t i = 0; i < sourcing->sources.count; i++) { /* most words first */
        bool all = true;
        for (size_t a = 0; all && a < findings->context->count; a++)
            all = px_findings_hears(&sourcing->sources.items[i], a);
        if (!all)
            continue;
        if (count < MOST_HEARD)
            heard[count] = &sourcing->sources.items[i];
        count++;
    }
    return count;
}

/* The first sentence of a paragraph, for a headline may not name who speaks; else the first. */
static uint32_t told_in(const struct px_article *article, const struct px_evidence *evidence)
{
    for (size_t i = 0; i < evidence->count; i++)
        if (px_role_is_paragraph(article->blocks.items[article->sentences.items[evidence->sentences[i]].block].role))
            return evidence->sentences[i];
    return evidence->sentences[0];
}

/* "Heard in both articles: Ada Brell and Cato Dunn" */
static void write_heard(struct px_findings *findings, const struct px_source *const *heard, size_t count, size_t shown)
{
    px_buffer_printf(&findings->text, "Heard in %s articles: ", findings->context->count == 2 ? "both" : "all");
    for (size_t i = 0; i < shown; i++) {
        px_findings_separate(findings, i, count);
        px_buffer_append(&findings->text, heard[i]->shown);
    }
    if (count > shown)
        px_buffer_printf(&findings->text, " and %zu more", count - shown);
}

/* The sentences in which they are heard, and the first that stands in both. */
static enum px_status cite(struct px_findings *findings, const struct px_source *const *heard, size_t shown,
                           bool shared, struct px_error *error)
{
    const struct px_comparison *comparison = findings->context->comparison;
    enum px_status status = PX_OK;
    for (size_t a = 0; status == PX_OK && a < findings->context->count; a++) {
        const struct px_article *article = findings->context->articles[a];
        uint32_t sentences[MOST_HEARD + 1];
        size_t count = 0;
        while (count < shown) {
            sentences[count] = told_in(article, &heard[count]->evidence[a]);
            count++;
        }
        for (size_t i = 0; shared && count == shown && i < comparison->shared.count; i++)
            if (comparison->shared.items[i].spans[a].count > 0)
                sentences[count++] =
                    px_compare_sentence_at(article, comparison->shared.items[i].spans[a].items[0].start);
        status = px_compare_evidence(findings->context, sentences, count, &findings->evidence[a], error);
    }
    return status;
}

static double shared_percent(const struct px_findings *findings, size_t a)
{
    uint32_t all = findings->context->articles[a]->counts.words;
    return all == 0 ? 0 : 100.0 * findings->context->comparison->shared_words[a] / all;
}

/* "Word for word in the other: 29 % of A (The Post) and 15 % of B (The Star)" */
static void write_shared(struct px_findings *findings)
{
    size_t count = findings->context->count;
    if (findings->text.size > 0) {
        px_findings_stop(findings);
        px_buffer_byte(&findings->text, ' ');
    }
    px_buffer_printf(&findings->text, "Word for word in %s: ", count == 2 ? "the other" : "another article");
    for (size_t i = 0; i < count; i++) {
        px_findings_separate(findings, i, count);
        px_buffer_printf(&findings->text, "%.0f %% of ", shared_percent(findings, findings->order[i]));
        px_findings_article(findings, findings->order[i]);
    }
}

enum px_status px_findings_both(struct px_findings *findings, struct px_error *error)
{
    const struct px_source *heard[MOST_HEARD];
    size_t count = list_heard(findings, heard);
    size_t shown = count > MOST_HEARD ? MOST_HEARD - 1 : count; /* "and 1 more" would take the room of its name */
    bool shared = true;
    for (size_t a = 0; a < findings->context->count; a++)
        shared = shared && shared_percent(findings, a) >= 1;
    if (count == 0 && !shared)
        return PX_OK;
    enum px_status status = px_findings_begin(findings, error);
    if (status == PX_OK)
        status = cite(findings, heard, shown, shared, error);
    if (status != PX_OK)
        return status;
    if (count > 0)
        write_heard(findings, heard, count, shown);
    if (shared)
        write_shared(findings);
    px_findings_stop(findings);
    return px_findings_end(findings, PX_DRAFT_BOTH, "sourcing", both_rank, PX_VERDICT_TOO_LITTLE, PX_SLICE("both"),
                           error);
}
