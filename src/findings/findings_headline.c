/* Findings on headlines: what one asserts, judges or puts first that the body below it does not. */
#include "align/align.h"
#include "findings/findings.h"

static const double claim_rank = 69, number_rank = 71, loaded_rank = 51, topic_rank = 47;
#define LARGE_SHARE 0.45 /* of the body: a topic that a headline might be expected to speak of */

static struct px_slice words(const struct px_article *article, struct px_span span)
{
    return px_slice_span(article->text, span);
}

/* The block's own word for it. */
static const char *place_of(const struct px_article *article, uint32_t sentence)
{
    bool title = article->blocks.items[article->sentences.items[sentence].block].role == PX_ROLE_TITLE;
    return title ? "headline" : "standfirst";
}

static enum px_status begin(struct px_findings *findings, size_t a, const struct px_headline_point *point,
                            struct px_error *error)
{
    enum px_status status = px_findings_begin(findings, error);
    uint32_t sentences[] = {point->sentence, point->body_sentence};
    if (status == PX_OK)
        status = px_compare_evidence(findings->context, sentences, point->body_sentence == PX_NONE ? 1 : 2,
                                     &findings->evidence[a], error);
    px_buffer_printf(&findings->text, "The %s of ", place_of(findings->context->articles[a], point->sentence));
    px_findings_article(findings, a);
    return status;
}

static enum px_status end(struct px_findings *findings, double rank, struct px_slice key, struct px_error *error)
{
    return px_findings_end(findings, PX_DRAFT_HEADLINE, rank, key, error);
}

static bool is_loaded(const struct px_headline_point *point)
{
    return point->kind != PX_HEADLINE_CLAIM && point->kind != PX_HEADLINE_NUMBER;
}

/* Has the headline or standfirst of another article a loaded word of its own, too? Then it sets none of them apart. */
static bool is_shared(const struct px_findings *findings, size_t a)
{
    const struct px_headline *headlines = findings->context->comparison->headlines;
    for (size_t b = 0; b < findings->context->count; b++)
        for (size_t p = 0; b != a && p < headlines[b].points.count; p++)
            if (is_loaded(&headlines[b].points.items[p]))
                return true;
    return false;
}

/* A loaded word that the body does not repeat is told of in two sections; the body may bear it out in other words. */
static bool is_news(const struct px_findings *findings, size_t a, const struct px_headline_point *point)
{
    return point->kind != PX_HEADLINE_ALONE && (!is_loaded(point) || !is_shared(findings, a));
}

static enum px_status add_point(struct px_findings *findings, size_t a, const struct px_headline_point *point,
                                struct px_error *error)
{
    const struct px_article *article = findings->context->articles[a];
    struct px_slice said = words(article, point->span);
    enum px_status status = begin(findings, a, point, error);
    if (status != PX_OK)
        return status;
    switch (point->kind) {
    case PX_HEADLINE_CLAIM:
        px_buffer_string(&findings->text, " asserts ");
        px_findings_quote(findings, said);
        px_buffer_printf(&findings->text, "; its body has this from %.*s alone.", PX_SLICE_ARG(point->speaker));
        return end(findings, claim_rank, said, error);
    case PX_HEADLINE_NUMBER:
        px_buffer_string(&findings->text, " gives ");
        px_findings_quote(findings, said);
        px_buffer_string(&findings->text,
                         point->body_sentence == PX_NONE ? ", which its body has nowhere" : ", its body ");
        if (point->body_sentence != PX_NONE)
            px_findings_quote(findings, words(article, point->body));
        return end(findings, number_rank, said, error);
    default:
        px_buffer_string(&findings->text, " has the loaded word ");
        px_findings_quote(findings, said);
        px_buffer_string(&findings->text, ", which its body has in the words of speakers alone.");
        return end(findings, loaded_rank, said, error);
    }
}

/* "The headline of B is about “X” (12 % of its words); its largest topic, “Y” (41 %), is not named in it." */
static enum px_status add_topic(struct px_findings *findings, size_t a, struct px_error *error)
{
    const struct px_comparison *comparison = findings->context->comparison;
    const struct px_headline *headline = &comparison->headlines[a];
    const struct px_topic *largest = &comparison->topics.items[headline->largest];
    struct px_headline_point point = {.sentence = 0, .body_sentence = largest->first_sentence[a]};
    enum px_status status = begin(findings, a, &point, error);
    if (status != PX_OK)
        return status;
    if (headline->topic != PX_NONE) {
        px_buffer_string(&findings->text, " is about ");
        px_findings_topic_name(findings, &comparison->topics.items[headline->topic]);
        px_buffer_printf(&findings->text, " (%.0f %% of its words);", 100 * headline->topic_share);
    }
    px_buffer_printf(&findings->text, "%s largest topic, ",
                     headline->topic != PX_NONE ? " its" : " does not name the article's");
    px_findings_topic_name(findings, largest);
    px_buffer_printf(&findings->text, " (%.0f %%%s)%s", 100 * headline->largest_share,
                     headline->topic != PX_NONE ? "" : " of its words",
                     headline->topic != PX_NONE ? ", is not named in it." : ".");
    return end(findings, topic_rank, largest->label[0], error);
}

/* Is the article's largest topic a large one, and left out of the headline, as far as a heading lets that be said? A
 * topic that is known by some of its words alone may be spoken of in others. */
static bool is_left_out(const struct px_findings *findings, const struct px_headline *headline)
{
    return headline->largest != PX_NONE && headline->largest_share >= LARGE_SHARE && !headline->largest_named &&
           headline->largest != headline->topic &&
           px_compare_heading(findings->context, &findings->context->comparison->topics.items[headline->largest]).size >
               0;
}

enum px_status px_findings_headlines(struct px_findings *findings, struct px_error *error)
{
    const struct px_comparison *comparison = findings->context->comparison;
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < findings->context->count; i++) {
        size_t a = findings->order[i];
        const struct px_headline *headline = &comparison->headlines[a];
        for (size_t p = 0; status == PX_OK && p < headline->points.count; p++)
            if (is_news(findings, a, &headline->points.items[p]))
                status = add_point(findings, a, &headline->points.items[p], error);
        if (status == PX_OK && is_left_out(findings, headline))
            status = add_topic(findings, a, error);
    }
    return status;
}
