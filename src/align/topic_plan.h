/* Which paragraphs make a topic: the steps from units to a number for every paragraph. Private to topic*.c and cluster.c.
 *
 *     px_topic_plan_share(context, &plan, weights, &error);   // what several articles tell
 *     px_topic_plan_rest(context, &plan, a);                  // what is left of each article
 *
 * A plan's memory is the context's scratch.
 */
#ifndef PX_ALIGN_TOPIC_PLAN_H
#define PX_ALIGN_TOPIC_PLAN_H

#include "align/align.h"

#define PX_UNASSIGNED UINT32_MAX

struct px_topic_plan {
    bool told; /* topics, not themes */
    struct px_unit *units;
    size_t unit_count;
    uint32_t **topics; /* [articles][paragraphs] number of the topic, or PX_UNASSIGNED */
    uint32_t count;
    uint32_t shared; /* topics below this number were made of several articles */
};

/* Joins paragraphs of several articles to topics, or themes; all others stay unassigned. `weights` is room for two texts,
 * each of index.count words. */
enum px_status px_topic_plan_share(struct px_compare_context *context, struct px_topic_plan *plan, double *weights,
                                   struct px_error *error);

/* Do articles of the topic begin with it? Two leads tell one event, in whatever words. */
bool px_topic_plan_is_lead(const struct px_compare_context *context, const struct px_topic_plan *plan, uint32_t number);

/* Takes out of the shared themes the paragraphs that have hardly a word in common with what another article tells there.
 * Quadratic in the sentences of a topic, for each paragraph that leaves it. */
void px_topic_plan_trim(const struct px_compare_context *context, struct px_topic_plan *plan);

/* Takes out of the shared topics that tell the same the paragraphs that hardly have a counterpart there.
 * O(edges) */
enum px_status px_topic_plan_drop_weak(struct px_compare_context *context, struct px_topic_plan *plan,
                                       struct px_error *error);

/* Gives every paragraph of the article that is left a topic. */
void px_topic_plan_rest(const struct px_compare_context *context, struct px_topic_plan *plan, size_t article);

/* The words of a topic's paragraphs in one article, weighed by idf, into `weights`. */
void px_topic_plan_weigh(const struct px_compare_context *context, const struct px_topic_plan *plan, uint32_t number,
                         size_t article, double *weights);

/* Does the paragraph say nothing without the one before it: a quotation whose "he" points back to it, or no name and a
 * pronoun to begin with? False for the first of an article, and below a heading. O(hits and mentions of the
 * paragraph) */
bool px_topic_hangs(const struct px_compare_context *context, size_t article, uint32_t paragraph);

/* Does the paragraph go on with a quotation of the one before, or open with words of somebody who spoke last there or
 * whom it introduces? False below a heading. O(quotations, attributions and mentions of the article) */
bool px_topic_runs_on(const struct px_compare_context *context, size_t article, uint32_t paragraph);

/* The section that the paragraph begins in: that of the last heading above it, however many parts were found below; the part
 * that it is in where none is. O(parts between them) */
static inline uint32_t px_topic_section(const struct px_compare_context *context, size_t article, uint32_t paragraph)
{
    const struct px_article *of = context->articles[article];
    const struct px_block *block = &of->blocks.items[context->paragraphs[article].blocks[paragraph]];
    uint32_t part = of->sentences.items[block->first_sentence].section;
    for (uint32_t section = part; section < of->sections.count; section--)
        if (of->sections.items[section].heading.size > 0)
            return section;
    return part;
}

/* Does a heading stand above the paragraph? */
static inline bool px_topic_is_headed(const struct px_compare_context *context, size_t article, uint32_t paragraph)
{
    const struct px_article *of = context->articles[article];
    uint32_t section = px_topic_section(context, article, paragraph);
    return section < of->sections.count && of->sections.items[section].heading.size > 0;
}

/* Does the sentence only tell who said what stands before it in the paragraph: "“We will stay.” Hask told a paper."? */
bool px_topic_is_tag(const struct px_article *article, uint32_t sentence);

#endif
