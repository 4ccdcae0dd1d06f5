/* What no edge reached: what hangs on the paragraph before goes with its theme; a whole section, a passage that is long
 * enough or one in which somebody speaks becomes a theme of its one article; less than that goes with its neighbours. A
 * topic is told by others, too, or is not: there any passage stands alone but a paragraph between two parts of one topic
 * that is like another article's there. Of 13 that hung on one of a topic, 5 had a counterpart there. */
#include "align/likeness.h"
#include "align/topic_plan.h"

enum {
    ONLY_WORDS = 80,     /* a one-sided passage is all of a section under a heading, or has so many words ... */
    ONLY_FEW_WORDS = 40, /* ... or so many and a person who speaks nowhere else in the article, or a quotation ... */
    QUOTATION_WORDS = 8  /* ... of so many words */
};
#define LIKE 0.09 /* likeness: of 26 paragraphs of topics below it four had a place there, by a reader */
#define ALONE 0.1 /* cosine by which what its article alone tells is nearer to a run than what others tell, too */

/* Where the unassigned paragraphs from `p` on end: at a topic, or at another section. */
static uint32_t run_end(const struct px_compare_context *context, const struct px_topic_plan *plan, size_t a,
                        uint32_t p)
{
    uint32_t end = p + 1;
    while (end < context->paragraphs[a].count && plan->topics[a][end] == PX_UNASSIGNED &&
           px_topic_section(context, a, end) == px_topic_section(context, a, p))
        end++;
    return end;
}

static uint32_t words_of(const struct px_paragraphs *paragraphs, uint32_t from, uint32_t end)
{
    uint32_t words = 0;
    for (uint32_t p = from; p < end; p++)
        words += paragraphs->words[p];
    return words;
}

/* A paragraph between two parts of one topic belongs to it, and a lead to what it leads to. */
static bool is_inside(const struct px_compare_context *context, const struct px_topic_plan *plan, size_t a, uint32_t p,
                      uint32_t end)
{
    if (end - p > 1 || end == context->paragraphs[a].count || plan->topics[a][end] == PX_UNASSIGNED)
        return false;
    return p == 0 ? px_topic_section(context, a, end) == px_topic_section(context, a, 0)
                  : plan->topics[a][p - 1] == plan->topics[a][end];
}

/* Is the paragraph like one of another article in the topic of the one behind it? Of paragraphs that topics took in so, and that
 * are like none, one in ten belongs there. */
static bool fits(const struct px_compare_context *context, const struct px_topic_plan *plan, size_t a, uint32_t p)
{
    for (size_t b = 0; b < context->count; b++)
        for (uint32_t q = 0; b != a && q < context->paragraphs[b].count; q++)
            if (plan->topics[b][q] == plan->topics[a][p + 1] && px_likeness_of_paragraphs(context, a, p, b, q) >= LIKE)
                return true;
    return false;
}

static bool lies_in(const struct px_compare_context *context, size_t a, uint32_t sentence, uint32_t p, uint32_t end)
{
    uint32_t paragraph = context->paragraphs[a].of[context->articles[a]->sentences.items[sentence].block];
    return paragraph != PX_NONE && paragraph >= p && paragraph < end;
}

/* Does a person speak in the paragraphs who is heard nowhere else in the article? */
static bool has_speaker(const struct px_compare_context *context, size_t a, uint32_t p, uint32_t end)
{
    const struct px_article *article = context->articles[a];
    for (size_t i = 0; i < article->attributions.count; i++) {
        uint32_t entity = article->attributions.items[i].entity;
        bool own = entity != PX_NONE && article->entities.items[entity].kind == PX_ENTITY_PERSON &&
                   lies_in(context, a, article->attributions.items[i].sentence, p, end);
        for (size_t j = 0; own && j < article->attributions.count; j++)
            own = article->attributions.items[j].entity != entity ||
                  lies_in(context, a, article->attributions.items[j].sentence, p, end);
        if (own)
            return true;
    }
    return false;
}

static bool has_quotation(const struct px_compare_context *context, size_t a, uint32_t p, uint32_t end)
{
    const struct px_article *article = context->articles[a];
    for (size_t i = 0; i < article->quotations.count; i++) {
        const struct px_quotation *quotation = &article->quotations.items[i];
        uint32_t words = 0;
        if (quotation->kind != PX_QUOTATION_SPEECH || quotation->token_count == 0 ||
            !lies_in(context, a, article->tokens.items[quotation->first_token].sentence, p, end))
            continue;
        for (uint32_t t = quotation->first_token; t < quotation->first_token + quotation->token_count; t++)
            words += px_token_counts(&article->tokens.items[t]);
        if (words >= QUOTATION_WORDS)
            return true;
    }
    return false;
}

/* All paragraphs of their section? */
static bool is_whole(const struct px_compare_context *context, size_t a, uint32_t p, uint32_t end)
{
    uint32_t section = px_topic_section(context, a, p);
    return (p == 0 || px_topic_section(context, a, p - 1) != section) &&
           (end == context->paragraphs[a].count || px_topic_section(context, a, end) != section);
}

/* A section, long enough, or told by a voice of its own. */
static bool stands_alone(const struct px_compare_context *context, size_t a, uint32_t p, uint32_t end)
{
    uint32_t words = words_of(&context->paragraphs[a], p, end);
    bool section = px_topic_is_headed(context, a, p) && is_whole(context, a, p, end);
    return words >= ONLY_WORDS || section ||
           (words >= ONLY_FEW_WORDS && (has_speaker(context, a, p, end) || has_quotation(context, a, p, end)));
}

static void assign_only(const struct px_compare_context *context, struct px_topic_plan *plan, size_t a)
{
    const struct px_paragraphs *paragraphs = &context->paragraphs[a];
    for (uint32_t p = 0, end; p < paragraphs->count; p = end) {
        end = p + 1;
        if (plan->topics[a][p] != PX_UNASSIGNED)
            continue;
        end = run_end(context, plan, a, p);
        if (is_inside(context, plan, a, p, end) ? !plan->told || fits(context, plan, a, p)
                                                : !(plan->told || stands_alone(context, a, p, end)))
            continue;
        for (uint32_t q = p; q < end; q++)
            plan->topics[a][q] = plan->count;
        plan->count++;
    }
}

/* The topic of the neighbour that a run too short to stand by itself goes with: both, where two parts of a topic
 * enclose it; else the one that it is more like, of its own section before another's, of what the article alone tells
 * before what others tell, too; on a tie the one before. PX_UNASSIGNED where neither has a topic. */
static uint32_t topic_beside(const struct px_compare_context *context, const struct px_topic_plan *plan, size_t a,
                             uint32_t p, uint32_t end)
{
    const uint32_t *topics = plan->topics[a];
    const double *cohesion = context->paragraphs[a].cohesion;
    uint32_t before = p > 0 ? topics[p - 1] : PX_UNASSIGNED;
    uint32_t behind = end < context->paragraphs[a].count ? topics[end] : PX_UNASSIGNED;
    if (before == PX_UNASSIGNED || behind == PX_UNASSIGNED || before == behind)
        return before != PX_UNASSIGNED ? before : behind;
    uint32_t section = px_topic_section(context, a, p);
    bool inside_before = px_topic_section(context, a, p - 1) == section;
    bool inside_behind = px_topic_section(context, a, end) == section;
    if (inside_before != inside_behind)
        return inside_before ? before : behind;
    double like_before = cohesion[p] + (before >= plan->shared ? ALONE : 0);
    double like_behind = cohesion[end] + (behind >= plan->shared ? ALONE : 0);
    return like_behind > like_before ? behind : before;
}

/* Gives every run that is left a neighbour's topic, or one of its own. */
static void assign_rest(const struct px_compare_context *context, struct px_topic_plan *plan, size_t a)
{
    uint32_t count = context->paragraphs[a].count, *topics = plan->topics[a];
    for (uint32_t p = 0, end; p < count; p = end) {
        end = p + 1;
        if (topics[p] != PX_UNASSIGNED)
            continue;
        end = run_end(context, plan, a, p);
        uint32_t topic = topic_beside(context, plan, a, p, end);
        if (topic == PX_UNASSIGNED)
            topic = plan->count++;
        for (uint32_t q = p; q < end; q++)
            topics[q] = topic;
    }
}

/* What hangs on a paragraph of a topic, and is of none, is of it, too. */
static void assign_hanging(const struct px_compare_context *context, struct px_topic_plan *plan, size_t a)
{
    uint32_t *topics = plan->topics[a];
    for (uint32_t p = 1; p < context->paragraphs[a].count; p++)
        if (topics[p] == PX_UNASSIGNED && topics[p - 1] != PX_UNASSIGNED && px_topic_hangs(context, a, p))
            topics[p] = topics[p - 1];
}

void px_topic_plan_rest(const struct px_compare_context *context, struct px_topic_plan *plan, size_t article)
{
    if (!plan->told)
        assign_hanging(context, plan, article);
    assign_only(context, plan, article);
    assign_rest(context, plan, article);
}
