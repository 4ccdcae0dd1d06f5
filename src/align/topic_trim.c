/* What leaves a topic of several articles again: paragraphs that have hardly a word in common with what the others there
 * tell (likeness.h), which came along with one beside them. What opens an article, goes on with a paragraph that stays, or is
 * short beside one, stays. */
#include "align/likeness.h"
#include "align/topic_plan.h"

enum {
    LEADS = 3,          /* paragraphs that an article begins with */
    BEHIND_WORDS = 28,  /* a paragraph of no more behind one of the topic is of it, too, */
    BETWEEN_WORDS = 40, /* and one of no more between two */
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

/* Does the paragraph go on with the one before, which stays, or is it short beside it? */
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
        if (number >= plan->shared || (p < LEADS && px_topic_plan_is_lead(context, plan, number)) ||
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
