/* Contrast: how each article tells it. Whom it quotes, by what figures its wording differs, how it judges, whom it blames,
 * what it takes as given, what its headline makes of it.
 *
 * Private to the rooms that compare. Steps fail for want of memory alone, and are linear in the articles' words, or nearly.
 */
#ifndef PX_CONTRAST_CONTRAST_H
#define PX_CONTRAST_CONTRAST_H

#include "comparison/place.h"

/* The steps, in their order; those that another takes in stand below it. Each fills its part of the context or the
 * comparison from what those before it have filled. */
/* Begins to draw for the tests of the indicators: no step from here on changes where themes lie. */
enum px_status px_compare_draw(struct px_compare_context *context, struct px_error *error);
/* Fills comparison->speakers, sourcing.witness and echoed. Linear, but for offices: times the mentions. */
enum px_status px_compare_speakers(struct px_compare_context *context, struct px_error *error);
/* Who is quoted with words that others are quoted with, too. */
enum px_status px_compare_doubts(struct px_compare_context *context, struct px_error *error);
/* "*Mayor’s Aide* Calls …": whom a headline only describes, and nothing tells who it is, the article names or tells of
 * again: what he says counts for nobody there. */
void px_compare_doubt_titles(struct px_compare_context *context, size_t article);
/* comparison->indicators and their evidence; begins to test them. No step from here to the next reads their figures. */
enum px_status px_compare_indicators(struct px_compare_context *context, struct px_error *error);
/* comparison->terms. */
enum px_status px_compare_terms(struct px_compare_context *context, struct px_error *error);
/* comparison->sourcing, but for what px_compare_source_balance adds. */
enum px_status px_compare_sourcing(struct px_compare_context *context, struct px_error *error);
/* Fills the context's phrases, when the speakers are known. Linear, but for the first few hundred documents and unnamed
 * sources, which are held against each other. */
enum px_status px_compare_phrases(struct px_compare_context *context, struct px_error *error);
/* Fills in where each source is absent. Linear in the articles and sources, and in the sources times those who speak
 * without a name. */
enum px_status px_compare_absent_sources(struct px_compare_context *context, struct px_error *error);
/* Fills sourcing.also: which statements another article has words of, too. Linear in the words of the statements, times
 * the places where the other article has the same three words; for a quotation of fewer, times those where one of the
 * two has its first word. */
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
/* comparison->headlines. */
enum px_status px_compare_headlines(struct px_compare_context *context, struct px_error *error);
/* Ends the tests: figures, differences and verdicts of the indicators. */
enum px_status px_compare_verdicts(struct px_compare_context *context, struct px_error *error);
/* The diversity of sources and their shares, which are indicators, too. */
enum px_status px_compare_source_balance(struct px_compare_context *context, struct px_error *error);

/* Of the numbers [first, count) the one with most votes, the smallest on a tie: what most statements take a speaker
 * for. */
uint8_t px_compare_most_voted(const uint32_t *votes, size_t first, size_t count);

/* The name of a source as it stands in the text, or with a small letter where its noun, "Backers" or "Officials", is
 * large only because a sentence begins with it; in the arena. A pronoun in it gives way to the name of whom it stands
 * for, "her office" to "Ora Lind’s office". */
struct px_slice px_compare_small_name(const struct px_compare_context *context, struct px_slice name,
                                      struct px_arena *arena);

/* Which attributions of the article tell what their speaker denies or dismisses; a statement that another denies is no
 * denial. NULL when memory is out. Linear. */
bool *px_compare_denials(struct px_arena *arena, const struct px_article *article);

/* Of two figures of one article: do they count the same in one event, and cannot both be so? */
bool px_compare_figures_clash(const struct px_quantity *x, const struct px_quantity *y);

/* Do they count the same in one event, whatever they say of it? */
bool px_compare_figures_meet(const struct px_quantity *x, const struct px_quantity *y);

/* The word "a", "an" or "the" right before the description, a part of the article's text; empty where there is none, and
 * for a name. */
struct px_slice px_compare_article_before(const struct px_compare_context *context, size_t article,
                                          struct px_slice wording);

/* Fills source->shown from its name and the articles that stand before it in its `count` statements. */
enum px_status px_source_show(struct px_compare_context *context, const struct px_slice *before, size_t count,
                              struct px_source *source, struct px_error *error);

#endif
