/* The steps of a comparison, in the order in which px_compare takes them; those that another takes in stand below it.
 *
 * Each fills its part of the context or the comparison from what those before it have filled; PX_ERROR_MEMORY alone.
 * Linear in the articles' words, or nearly, but for those that hold paragraphs or sentences of one article against those
 * of another: O(paragraphs²), O(sentences²). Private to the room.
 */
#ifndef PX_COMPARE_STEPS_H
#define PX_COMPARE_STEPS_H

#include "compare/context.h"

/* Where words stand in an article, whatever they are taken for there. */
enum px_status px_compare_standing(struct px_compare_context *context, struct px_error *error);
/* Which entities of several articles are one. */
enum px_status px_compare_link(struct px_compare_context *context, struct px_error *error);
/* The content words and numbers of all articles, numbered by stem. */
enum px_status px_compare_index(struct px_compare_context *context, struct px_error *error);
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
/* When nothing is aligned by shared text any more. */
enum px_status px_compare_shared_trim(struct px_compare_context *context, struct px_error *error);
/* Terms as a reader counts them. */
enum px_status px_compare_wording(struct px_compare_context *context, struct px_error *error);
enum px_status px_compare_wording_lexemes(struct px_compare_context *context, struct px_error *error);
enum px_status px_compare_wording_kinds(struct px_compare_context *context, struct px_error *error);
/* comparison->topics, but for what px_compare_topic_terms and px_compare_lone add, and comparison->themes. */
enum px_status px_compare_topics(struct px_compare_context *context, struct px_error *error);
/* Begins to draw for the tests of the indicators: no step from here on changes where themes lie. */
enum px_status px_compare_draw(struct px_compare_context *context, struct px_error *error);
/* Finds the sentences by which topics are shown. O(words, times MOST_SENTENCES of topic_alike.c) */
enum px_status px_compare_alike(struct px_compare_context *context, struct px_error *error);
/* How sure the topics are, and which of their paragraphs are less so. O(topics × edges) */
enum px_status px_compare_doubt_topics(struct px_compare_context *context, struct px_error *error);
/* comparison->referents, with the wordings of each. */
enum px_status px_compare_referents(struct px_compare_context *context, struct px_error *error);
/* Fills comparison->speakers, sourcing.doubted and echoed. Linear, but for offices: times the mentions. */
enum px_status px_compare_speakers(struct px_compare_context *context, struct px_error *error);
/* Who is quoted with words that others are quoted with, too. */
enum px_status px_compare_doubts(struct px_compare_context *context, struct px_error *error);
/* "*Mayor’s Aide* Calls …": whom a headline only describes, and nothing tells who it is, the article names or tells of
 * again: what he says counts for nobody there. */
void px_compare_doubt_titles(struct px_compare_context *context, size_t article);
/* comparison->indicators and their evidence; begins to test them. No step from here to the next reads their figures. */
enum px_status px_compare_indicators(struct px_compare_context *context, struct px_error *error);
/* What the topics are called by (topic_terms.c), once the referents are known. O(words of a topic × places of the word) */
enum px_status px_compare_topic_terms(struct px_compare_context *context, struct px_error *error);
/* comparison->terms. */
enum px_status px_compare_terms(struct px_compare_context *context, struct px_error *error);
/* Reads the context's tellings. O(n log n) */
enum px_status px_compare_tellings(struct px_compare_context *context, struct px_error *error);
/* The labels of the referents. */
enum px_status px_compare_epithets(struct px_compare_context *context, struct px_error *error);
/* comparison->sourcing, but for what px_compare_source_balance adds. */
enum px_status px_compare_sourcing(struct px_compare_context *context, struct px_error *error);
/* Fills the context's phrases, when the speakers are known. Linear, but for the first few hundred documents and unnamed
 * sources, which are held against each other. */
enum px_status px_compare_phrases(struct px_compare_context *context, struct px_error *error);
/* Fills in where each source is absent. Linear. */
enum px_status px_compare_absent_sources(struct px_compare_context *context, struct px_error *error);
/* Fills sourcing.also: which statements another article has words of, too. Linear in the words of the statements. */
enum px_status px_compare_also(struct px_compare_context *context, struct px_error *error);
/* Fills the context's judgements, which the two below read. */
enum px_status px_compare_judgements(struct px_compare_context *context, struct px_error *error);
/* comparison->stances. */
enum px_status px_compare_stances(struct px_compare_context *context, struct px_error *error);
/* comparison->evaluations. */
enum px_status px_compare_evaluations(struct px_compare_context *context, struct px_error *error);
/* comparison->agency. */
enum px_status px_compare_agency(struct px_compare_context *context, struct px_error *error);
/* comparison->motives. */
enum px_status px_compare_motives(struct px_compare_context *context, struct px_error *error);
/* comparison->blame. */
enum px_status px_compare_blame(struct px_compare_context *context, struct px_error *error);
/* comparison->givens: what is taken as given, and what others make of it. */
enum px_status px_compare_givens(struct px_compare_context *context, struct px_error *error);
/* comparison->disagreements. */
enum px_status px_compare_disagreements(struct px_compare_context *context, struct px_error *error);
/* Reads what the blocks share: context->beside. */
enum px_status px_compare_beside(struct px_compare_context *context, struct px_error *error);
/* Finds what of each topic nobody else tells. */
enum px_status px_compare_lone(struct px_compare_context *context, struct px_error *error);
/* comparison->only: topics first, then names and sources, numbers, quotations, events. */
enum px_status px_compare_only(struct px_compare_context *context, struct px_error *error);
/* The articles' long words, among which misspelt names are looked for. */
enum px_status px_compare_spellings(struct px_compare_context *context, struct px_error *error);
/* The names and sources among it. */
enum px_status px_compare_only_names(struct px_compare_context *context, struct px_error *error);
/* The numbers among it. */
enum px_status px_compare_only_numbers(struct px_compare_context *context, struct px_error *error);
/* The quotations among it. */
enum px_status px_compare_only_quotations(struct px_compare_context *context, struct px_error *error);
/* The events among it. */
enum px_status px_compare_only_events(struct px_compare_context *context, struct px_error *error);
/* Marks what is told of days after all other articles appeared. */
void px_compare_only_later(struct px_compare_context *context);
/* Marks the most central events, when all are in order. */
void px_compare_only_central(struct px_compare_context *context);
/* comparison->headlines. */
enum px_status px_compare_headlines(struct px_compare_context *context, struct px_error *error);
/* Ends the tests: figures, differences and verdicts of the indicators. */
enum px_status px_compare_verdicts(struct px_compare_context *context, struct px_error *error);
/* The diversity of sources and their shares, which are indicators, too. */
enum px_status px_compare_source_balance(struct px_compare_context *context, struct px_error *error);
/* comparison->findings, the first leads. */
enum px_status px_compare_findings(struct px_compare_context *context, struct px_error *error);

#endif
