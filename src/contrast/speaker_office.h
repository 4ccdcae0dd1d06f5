/* Offices of speakers, as all articles tell them. Private to speaker*.c.
 *
 * `fold` and `other` are room for words in lower case; where memory runs out they say so. Each is linear in the articles
 * and in the words by which they introduce the referent. */
#ifndef PX_CONTRAST_SPEAKER_OFFICE_H
#define PX_CONTRAST_SPEAKER_OFFICE_H

#include "base/buffer.h"
#include "contrast/contrast.h"

/* Has somebody left an office, as one article says, and has no other now, as far as the others know? */
bool px_speaker_is_former(const struct px_compare_context *context, const struct px_referent *referent,
                          struct px_buffer *fold, struct px_buffer *other);

/* Had somebody who has left it an office by whose title he led a state, or a part of one: "former Governor Lind",
 * "president of Kestria until 2006"? He is still known for politics; who was a "former commissioner" need not be. */
bool px_speaker_governed(const struct px_compare_context *context, const struct px_referent *referent,
                         struct px_buffer *fold, struct px_buffer *other);

/* Has somebody an office of a state in one article, and in the others none but what is past: "a former senator"? */
bool px_speaker_holds_office(const struct px_compare_context *context, const struct px_referent *referent);

/* Whom the person acts for in whose name the referent is introduced, "Ora Lind’s chief of staff"; PX_ACTOR_OTHER where that
 * is not known, or there is none. */
uint8_t px_speaker_served(const struct px_compare_context *context, const struct px_referent *referent);

/* The role that tells who speaks: the longest by which an article introduces the referent, or the title before the name
 * in which that ends, with the body that it is of. Of one who is `former`, that of his past. A slice of an article or of
 * the comparison's arena; empty for none. */
struct px_slice px_speaker_role(const struct px_compare_context *context, const struct px_referent *referent,
                                bool former, struct px_buffer *fold, struct px_buffer *other);

/* The role with the body that it is of, where the article tells which in the sentence or in the one before: "spokeswoman
 * for the Harbour Office" of "the department", "Quarry Works CEO" of "CEO". Empty where such a role stands without one:
 * "host", "spokeswoman" tell little of who he is. Other roles stay. */
struct px_slice px_speaker_role_of_body(const struct px_compare_context *context, struct px_slice role,
                                        struct px_buffer *fold);

#endif
