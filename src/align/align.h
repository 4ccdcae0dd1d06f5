/* Aligning: which passages of several articles tell the same, word for word or otherwise, and the topics that they make.
 *
 * Private to the rooms that compare. Steps fail for want of memory alone, and are linear in the articles' words, or nearly, but
 * for those that hold paragraphs or sentences of one article against those of another: O(paragraphs²), O(sentences²).
 */
#ifndef PX_ALIGN_ALIGN_H
#define PX_ALIGN_ALIGN_H

#include <math.h>

#include "align/null.h"
#include "comparison/place.h"

/* The steps, in their order; those that another takes in stand below it. Each fills its part of the context or the
 * comparison from what those before it have filled. */
/* comparison->similarity, and context->similarities. O(articles² · words) */
enum px_status px_compare_similarity(struct px_compare_context *context, struct px_error *error);
/* comparison->warnings: articles with which a comparison comes to little; comparison->apart. O(articles²) */
enum px_status px_compare_warnings(struct px_compare_context *context, struct px_error *error);
/* Runs of five words or more that articles share: comparison->shared, and context->in_runs. */
enum px_status px_compare_shared(struct px_compare_context *context, struct px_error *error);
/* Sentences shared but for small edits: comparison->reused. */
enum px_status px_compare_reuse(struct px_compare_context *context, struct px_error *error);
/* The paragraphs and what stands in them. */
enum px_status px_compare_paragraphs(struct px_compare_context *context, struct px_error *error);
/* Which paragraphs tell of the user's topics (--topics). */
enum px_status px_compare_user_topics(struct px_compare_context *context, struct px_error *error);
/* Pairs of paragraphs that tell the same: comparison->edges. O(paragraphs²). */
enum px_status px_compare_edges(struct px_compare_context *context, struct px_error *error);
/* What the edges' paragraphs tell of the same. O(sentences² · words of a sentence) of two articles */
enum px_status px_compare_told(struct px_compare_context *context, struct px_error *error);
/* Makes one of each two runs of shared text that go on, "tax" and "filing" of "tax-filing"; false when memory is out.
 * O(n log n) */
bool px_compare_shared_join(struct px_compare_context *context);

/* Cuts the runs to what a reader wants to see, once the edges are known; topics are still joined by those that are quoted
 * (cluster.c). */
enum px_status px_compare_shared_trim(struct px_compare_context *context, struct px_error *error);
/* Adds the few words that one article quotes by themselves and another, too: when the topics are known, for so few words
 * are no sign that passages tell the same. Linear for each two articles */
enum px_status px_compare_shared_quotations(struct px_compare_context *context, struct px_error *error);
/* Counts the runs' words, the longest first; comparison->shared_words, comparison->shared_quoted. */
enum px_status px_compare_shared_count(struct px_compare_context *context, struct px_error *error);
/* Terms as a reader counts them. */
enum px_status px_compare_wording(struct px_compare_context *context, struct px_error *error);
enum px_status px_compare_wording_lexemes(struct px_compare_context *context, struct px_error *error);
enum px_status px_compare_wording_kinds(struct px_compare_context *context, struct px_error *error);
/* comparison->topics, but for what px_compare_topic_terms and px_compare_lone add, and comparison->themes. */
enum px_status px_compare_topics(struct px_compare_context *context, struct px_error *error);
/* Finds the sentences by which topics are shown. O(words, times PX_LIKENESS_MOST, and topics × edges) */
enum px_status px_compare_alike(struct px_compare_context *context, struct px_error *error);
/* How sure the topics are, and which of their paragraphs are less so. O(topics × edges) */
enum px_status px_compare_doubt_topics(struct px_compare_context *context, struct px_error *error);
/* What else shows the sure ones: the most alike sentences of further paragraphs. O(edges), and the pairs of
 * sentences of those of sure topics */
enum px_status px_compare_further(struct px_compare_context *context, struct px_error *error);
/* What the topics are called by (topic_called.c), once the referents are known. O(words of a topic × places of the word) */
enum px_status px_compare_topic_terms(struct px_compare_context *context, struct px_error *error);
/* Reads the context's tellings. O(n log n) */
enum px_status px_compare_tellings(struct px_compare_context *context, struct px_error *error);

/* The numbers of the options, or the built-in ones. */
struct px_compare_null px_compare_null_of(const struct px_compare_context *context);

/* Adds the evidence of all pairs of paragraphs of the two articles to the sample. */
enum px_status px_compare_sample(struct px_compare_context *context, struct px_null_sample *sample,
                                 struct px_error *error);

/* Of two texts as `count` weights each, 0..1; 0 where one is empty. */
double px_compare_cosine(const double *a, const double *b, uint32_t count);

/* A run's words; those in direct speech; those that are no part of a name there; and of these the content words. */
struct px_plain {
    uint32_t all, quoted, words, content;
};

enum { PX_PLAIN_ALL = 2, PX_PLAIN_ONE = 3 }; /* so many content words in each article, or in one, say something */

/* Counts the token. O(1) */
void px_plain_add(const struct px_compare_context *context, const struct px_token *token, struct px_plain *plain);

/* The content words; of a long run with fewer, but any, PX_PLAIN_ONE, and PX_PLAIN_ALL of a shorter one of a quotation: no
 * stock phrase is so long. */
uint32_t px_plain_weight(const struct px_plain *plain);

/* The paragraph that the byte of the article stands in, or PX_NONE. O(log n) */
static inline uint32_t px_compare_paragraph_at(const struct px_compare_context *context, size_t article, uint32_t byte)
{
    uint32_t block = px_compare_block_at(context->articles[article], byte);
    return block == PX_NONE ? PX_NONE : context->paragraphs[article].of[block];
}

/* The paragraph on a side of the edge. */
static inline uint32_t px_edge_paragraph(const struct px_compare_context *context, const struct px_edge *edge, int side)
{
    return context->paragraphs[edge->article[side]].of[edge->block[side]];
}

/* How far the edge's score stands out, which is a logistic of z / 4. */
static inline double px_edge_z(const struct px_edge *edge)
{
    return -4 * log(1 / edge->score - 1);
}

/* Joins units to themes: their edges (of the comparison, above the null) and what holds them together in their own article
 * are strong on average. `clusters[unit]` is the cluster's number, that of its first unit. O(units²). */
enum px_status px_compare_cluster(struct px_compare_context *context, const struct px_unit *units, size_t count,
                                  uint32_t *clusters, struct px_error *error);

/* Joins them to topics: by the edges alone that tell the same. */
enum px_status px_compare_cluster_told(struct px_compare_context *context, const struct px_unit *units, size_t count,
                                       uint32_t *clusters, struct px_error *error);

/* Up to PX_LABEL_MOST terms that tell the article's paragraphs on a topic from all others, best first; their number in
 * `*count`: names, and nouns of two sentences; where there are none, the name used most there; where there is no name,
 * words used once. `topics[article][paragraph]` is the topic. */
enum px_status px_compare_label(struct px_compare_context *context, uint32_t *const *topics, uint32_t topic,
                                uint32_t article, uint32_t *terms, size_t *count, struct px_error *error);

/* Calls the topic, whose paragraphs are `topics[article][paragraph]` == `number`, as the user does, or as the heading
 * above it, if there is one. */
enum px_status px_compare_title_topic(struct px_compare_context *context, uint32_t *const *topics, uint32_t number,
                                      struct px_topic *topic, struct px_error *error);

/* The user's topic of most of the topic's paragraphs, by words, if they are a quarter or more; empty when there is
 * none. */
struct px_slice px_compare_user_topic(const struct px_compare_context *context, uint32_t *const *topics,
                                      uint32_t topic);

/* The heading of a section of which the topic covers all, and which is most of what the article has of the topic; of
 * several the one covered at most length. A heading may be of what went to another topic. Empty when there is none.
 * O(paragraphs) */
struct px_slice px_compare_heading(const struct px_compare_context *context, const struct px_topic *topic);

/* Four digits that read as a year: "2017". */
bool px_compare_is_year(struct px_slice number);

#endif
