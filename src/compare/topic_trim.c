/* What leaves a topic of several articles again: paragraphs that say nothing of what the others there say. A name, a
 * place or a day in common brings paragraphs together that tell different things, and what stands beside a paragraph of
 * the topic comes along. Each has to have a sentence that is like one of another article's there (likeness.h), or to go
 * on with one that has. */
#include "compare/likeness.h"
#include "compare/topic_plan.h"

enum {
    BEHIND_WORDS = 28, /* one of no more behind one of the topic, too */
    LEADS = 3,         /* paragraphs that an article begins with: two leads tell one event, in whatever words */
    BETWEEN_WORDS = 40 /* a paragraph of no more between two of the topic is of it, too */
};
#define MATTER 0.03 /* likeness: hardly a word in common */

/* Is the paragraph like one of another article in the topic? */
static bool is_matched(const struct px_compare_context *context, const struct px_topic_plan *plan, size_t a, uint32_t p)
{
    for (size_t b = 0; b < context->count; b++)
        for (uint32_t q = 0; b != a && q < context->paragraphs[b].count; q++)
            if (plan->topics[b][q] == plan->topics[a][p] && px_likeness_of_paragraphs(context, a, p, b, q) >= MATTER)
                return true;
    return false;
}

/* Does every article of the topic have its first paragraph there, or most of them? */
static bool is_lead(const struct px_compare_context *context, const struct px_topic_plan *plan, uint32_t number)
{
    size_t articles = 0;
    for (size_t a = 0; a < context->count; a++)
        articles += context->paragraphs[a].count > 0 && plan->topics[a][0] == number;
    return articles > 1;
}

/* Does the paragraph go on with the one before, which stays, or stand between two of the topic? */
static bool comes_along(const struct px_compare_context *context, const struct px_topic_plan *plan, size_t a,
                        uint32_t p)
{
    const uint32_t *topics = plan->topics[a];
    if (p == 0 || topics[p - 1] != topics[p])
        return false;
    bool between = p + 1 < context->paragraphs[a].count && topics[p + 1] == topics[p] &&
                   context->paragraphs[a].words[p] <= BETWEEN_WORDS;
    return between || context->paragraphs[a].words[p] <= BEHIND_WORDS || px_topic_runs_on(context, a, p) ||
           px_topic_hangs(context, a, p);
}

/* Takes those out that nothing matches, first to last; whether there were any. */
static bool trim(const struct px_compare_context *context, struct px_topic_plan *plan, size_t a)
{
    bool trimmed = false;
    for (uint32_t p = 0; p < context->paragraphs[a].count; p++) {
        uint32_t number = plan->topics[a][p];
        if (number >= plan->shared || (p < LEADS && is_lead(context, plan, number)) ||
            is_matched(context, plan, a, p) || comes_along(context, plan, a, p))
            continue;
        plan->topics[a][p] = PX_UNASSIGNED;
        trimmed = true;
    }
    return trimmed;
}

/* What one article loses, another's paragraphs have nobody to match. Each pass takes one out at least. */
void px_topic_plan_trim(const struct px_compare_context *context, struct px_topic_plan *plan)
{
    bool trimmed = true;
    while (trimmed) {
        trimmed = false;
        for (size_t i = 0; i < context->count; i++)
            trimmed = trim(context, plan, context->order[i]) || trimmed;
    }
}
