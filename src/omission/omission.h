/* Omission: what one article alone tells: passages, names, sources, numbers, quotations, events.
 *
 * Private to the rooms that compare. Steps fail for want of memory alone. Of what an article lacks, nothing may stand in it by
 * another name.
 */
#ifndef PX_OMISSION_OMISSION_H
#define PX_OMISSION_OMISSION_H

#include "comparison/place.h"

/* The steps, in their order; those that another takes in stand below it. Each fills its part of the context or the
 * comparison from what those before it have filled. */
/* Reads what the blocks share: context->beside. */
enum px_status px_compare_beside(struct px_compare_context *context, struct px_error *error);
/* Finds what of each topic nobody else tells. */
enum px_status px_compare_lone(struct px_compare_context *context, struct px_error *error);
/* comparison->by_itself. */
enum px_status px_compare_by_itself(struct px_compare_context *context, struct px_error *error);
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

/* Does a sentence of another article come near this one? Of texts too long to hold each against each one may. */
bool px_compare_is_near(const struct px_compare_context *context, size_t article, uint32_t sentence);

/* Does a sentence of another article hold much of what the sentence says by its words? Of texts too long to hold each against
 * each none is found. O(sentences of the others) */
bool px_compare_is_held(const struct px_compare_context *context, size_t article, uint32_t sentence);

/* Does the sentence point at something that stands before it: does it begin with a pronoun, or tell of "these accusations"?
 * O(words of the sentence) */
bool px_compare_leans(const struct px_compare_context *context, size_t article, uint32_t sentence);

/* Has the sentence a noun that is given: "work on *the project* goes on", by itself behind "the", told of before, but neither
 * in the headline nor in the sentence that the article begins with, which stand at the top of a page, nor known to every
 * reader, nor who speaks? O(words × places of the noun). */
bool px_compare_has_given(const struct px_compare_context *context, size_t article, uint32_t sentence);

/* Is such a noun behind the token, "the", and in the sentence right before? O(places of the noun) */
bool px_compare_is_given_before(const struct px_compare_context *context, size_t article, uint32_t sentence,
                                uint32_t token);

/* Is the token in the phrase of who or what speaks in its sentence; with `known` of one who is known by an entity?
 * O(attributions) */
bool px_compare_is_speaker(const struct px_article *article, uint32_t token, bool known);

/* Does it point at something else than a person: "Those two fees", "Given that, she said", "Hask rejected it"? Who somebody
 * is can be told by a name. O(words of the sentence × attributions and places of its nouns) */
bool px_compare_points_back(const struct px_compare_context *context, size_t article, uint32_t sentence);

/* Adds something that an article alone has; NULL when memory is out. */
struct px_only *px_compare_only_push(struct px_compare_context *context, enum px_only_kind kind, size_t article,
                                     struct px_slice text);

/* How central a place is: 1 for the first byte of the article, towards ½ for the last; doubled in the headline. */
double px_compare_early(const struct px_article *article, uint32_t byte);

/* The sentence by which the passage of the article, one or more, is shown: one that points to nothing before it, no
 * quotation if there is another; of several the first that no other article comes near, or the first, as news tells what
 * matters first. `*open`: it points back all the same, as all do. O(sentences of the passage × those of the others) */
uint32_t px_compare_shown(const struct px_compare_context *context, size_t article, const struct px_span *span,
                          bool *open);

/* Sets `*middle` to the paragraph, of [first, end), at which two parts, of 80 words or more, share least; PX_NONE where
 * there are no such two. O(words of the paragraphs and of the index) */
enum px_status px_compare_split(struct px_compare_context *context, size_t article, uint32_t first, uint32_t end,
                                uint32_t *middle, struct px_error *error);

/* The first sentence of the passage before `shown` that does not lean (px_compare_leans), or that one. */
uint32_t px_compare_firm(const struct px_compare_context *context, size_t article, const struct px_span *span,
                         uint32_t shown);

/* Adds the sentences of other paragraphs of the passage that say something by themselves and that no other article comes near,
 * one of a paragraph, in their order: of what it holds beside what it is shown by. The same cost. */
void px_compare_shown_also(const struct px_compare_context *context, size_t article, struct px_lone *lone);

#endif
