/* Offices of speakers, as all articles tell them. Private to speaker.c.
 *
 * `fold` and `other` are room for words in lower case; where memory runs out they say so. Each is linear in the articles
 * and in the words by which they introduce the referent. */
#ifndef PX_COMPARE_SPEAKER_OFFICE_H
#define PX_COMPARE_SPEAKER_OFFICE_H

#include "base/buffer.h"
#include "compare/internal.h"

/* Has somebody left an office, as one article says, and has no other now, as far as the others know? */
bool px_speaker_is_former(const struct px_compare_context *context, const struct px_referent *referent,
                          struct px_buffer *fold, struct px_buffer *other);

/* Has somebody an office of a state in one article, and in the others none but what is past: "a former senator"? */
bool px_speaker_holds_office(const struct px_compare_context *context, const struct px_referent *referent);

/* Is it sure that the speaker is of the civil society, or an expert: by a body's name, its own or one that he speaks
 * for? A role alone, "director", may be anybody's. */
bool px_speaker_is_of_body(const struct px_compare_context *context, const struct px_referent *referent, uint8_t actor);

/* The role that tells who speaks: the longest by which an article introduces the referent, or the title before the name
 * in which that ends. Of one who is `former`, that of his past. A slice of an article; empty for none. */
struct px_slice px_speaker_role(const struct px_compare_context *context, const struct px_referent *referent,
                                bool former, struct px_buffer *fold, struct px_buffer *other);

#endif
