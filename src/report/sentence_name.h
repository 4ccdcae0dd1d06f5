/* How a report names and cuts the sentences that it cites: to be read ("A¶5.2"), and as the target of a link ("a5-2").
 * Private to the room. */
#ifndef PX_REPORT_SENTENCE_NAME_H
#define PX_REPORT_SENTENCE_NAME_H

#include "base/buffer.h"
#include "comparison/comparison.h"

/* "A¶5.2": article A, paragraph 5, sentence 2; "A title.1", "A heading 2.1". Linear in the blocks. */
void px_sentence_label(const struct px_article *article, size_t number, size_t sentence, struct px_buffer *out);

/* "a5-2", "a-title-1", "a-heading2-1": an id in the page, safe in every form. */
void px_sentence_anchor(const struct px_article *article, size_t number, size_t sentence, struct px_buffer *out);

/* "strong words" of "strong words, own voice", where a heading or a key tells whose voice it is. */
struct px_slice px_indicator_subject(const struct px_indicator *indicator);

/* Worth a row among the names: a wording that takes sides, or one thing for which an article has a name several times that
 * another one never has. Linear in its names. */
bool px_referent_is_telling(const struct px_comparison *comparison, const struct px_referent *referent);

/* The words under spans, " … " between them. */
void px_spans_text(struct px_slice text, const struct px_spans *spans, struct px_buffer *out);

/* Bytes of the mark of quotation that the text begins with, or 0. */
size_t px_opening_mark(struct px_slice text);

#define PX_EXCERPT_WHOLE (SIZE_MAX / 2) /* limit of an excerpt that is all of it */

/* Where an excerpt of about `limit` code points ends: with the sentence that goes on there, if that has no more than half
 * as much to come; else with the last sentence before, in the last two thirds; else at the end of a clause in the last
 * third, or somewhat behind the limit, or at a word's where there is none. Excerpts of few words end at a word's. */
size_t px_excerpt_end(struct px_slice text, size_t limit);

/* Marks of quotation that an excerpt lacks: one that opens what it begins inside of, one that closes what it ends in;
 * "" for none. */
struct px_open_marks {
    const char *before, *behind;
};
struct px_open_marks px_excerpt_marks(struct px_slice text);

#endif
