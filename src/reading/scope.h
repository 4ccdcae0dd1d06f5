/* Negation scope: is what a word says denied?
 *
 * With a tree, a negation covers the word it hangs on and what hangs on that word in turn, but for the subject and for
 * clauses of their own: "did not commit atrocities" denies atrocities, "the regime did not fall" leaves the regime what
 * it is called. A definite phrase keeps its description ("did not meet the brutal ruler"), and so does what "but" sets
 * against the denied ("not cruel but fair"). A verb or noun of denial ("refused to", "lack of") covers its object and its
 * complement. Without a tree it is a negation within three words before, in the same clause.
 * After the scopes annotated in Morante and Daelemans (2012).
 *
 *     px_annotate_scope(annotation, &error);
 *     bool denied = px_scope_negates(annotation, first_token, end_token);
 */
#ifndef PX_READING_SCOPE_H
#define PX_READING_SCOPE_H

#include "reading/annotation.h"

struct px_scope {
    uint8_t *negations; /* by token: what kind of negation ends there */
    uint8_t *words;     /* by word of the parsed article: the same for the word on which the negation's others hang */
    bool *supposing;    /* by token: it makes a clause a supposition */
};

/* Finds the negations: annotation->scope, in the worker's scratch memory. Linear. */
PX_API enum px_status px_annotate_scope(struct px_annotation *annotation, struct px_error *error);

/* Is the phrase of tokens [first, end), of one sentence, denied? Constant time: what stands too deep or too
 * far for any sentence is passed over. */
PX_API bool px_scope_negates(const struct px_annotation *annotation, uint32_t first, uint32_t end);

/* Where a word of denial hangs on the sentence's word itself, as "not" does in "is *not* a harbour": that word; PX_NONE
 * elsewhere, and without a tree. Constant time. */
PX_API uint32_t px_scope_denial(const struct px_annotation *annotation, uint32_t sentence, uint32_t word);

/* Does a word of denial end at the token: "not", "no"? Constant time, with and without a tree. */
PX_API bool px_scope_is_denial(const struct px_annotation *annotation, uint32_t token);

/* Does the phrase around the noun, a word of the sentence, speak of something known, "the mayor", "its plan"? What it says
 * of it stands, whatever is denied around it. Only with a tree. Constant time. */
PX_API bool px_scope_is_definite(const struct px_annotation *annotation, uint32_t sentence, uint32_t noun);

/* Does the text only suppose what the phrase says: "could be held accountable", "if the guards attack", "even if there
 * was proof that he was guilty"? The words that do so are agency.tsv's. Only with a tree. Constant time. */
PX_API bool px_scope_supposes(const struct px_annotation *annotation, uint32_t first, uint32_t end);

/* Is what the phrase says under a condition or a question, or does its verb have an adverb of doubt: "if it is *indeed*
 * so", "asked whether it *showed* that", "supposedly *noted* that"? Only with a tree. Constant time. */
PX_API bool px_scope_doubts(const struct px_annotation *annotation, uint32_t first, uint32_t end);

#endif
