/* What the readers of blame share: where the blaming words stand, and what for. Private to blame*.c. */
#ifndef PX_ANNOTATE_BLAME_READING_H
#define PX_ANNOTATE_BLAME_READING_H

#include "annotate/blame.h"
#include "reading/grammar.h"
#include "reading/party.h"

enum { PX_BLAME_REACH = 12 }; /* tokens from the blaming words to a preposition that goes with them */

/* Words that blame, at their place. */
struct px_blame_place {
    const struct px_annotation *annotation;
    const struct px_tree *tree;
    const struct px_hit *hit;
    uint32_t sentence;
    uint32_t end;  /* token behind the words */
    uint32_t head; /* word */
};

/* The cells of the words' entry. */
struct px_blame_roles {
    struct px_slice target, toward, reason, by;
    bool harm;     /* they blame only where what for is bad */
    bool reasoned; /* they blame only where what for is told */
};

/* What lexicons find in a reason. */
struct px_blame_content {
    struct px_slice claim; /* the first */
    bool bad;              /* a charge, or a word of bad news */
};

/* Whom the words blame; where he is blamed for a thing of his, "condemned Varn's remarks", that becomes the reason. */
struct px_party px_blame_target(const struct px_blame_place *place, const struct px_blame_roles *roles,
                                struct px_span *reason);

/* Are they a noun, "accusations"? */
bool px_blame_is_noun(const struct px_blame_place *place);

/* Does a noun phrase follow a single word? Then the word is a verb, whatever the parser takes it for: "leaders of the
 * organisation accused activists of". */
bool px_blame_has_noun_behind(const struct px_blame_place *place);

/* A participle that somebody undergoes, "the militants blamed for", whatever the parser takes it for? */
bool px_blame_befalls(const struct px_blame_place *place);

/* "leaders of the group *accused* activists of": a verb between two nouns that the parser took for a participle before
 * the second. */
bool px_blame_is_misread(const struct px_blame_place *place);

/* "accusations by residents against *the mayor*": the party behind a preposition (`form`; empty: one whence a
 * deed comes), up to the end of the phrase. */
struct px_party px_blame_behind_word(const struct px_blame_place *place, struct px_slice form);

/* Does the clause want what "that" may stand for, whatever the parser takes it for? Such a one may only describe the
 * charge. */
bool px_blame_has_gap(const struct px_blame_place *place, const struct px_blame_roles *roles);

/* "charged *Varn* with fraud": a verb of a charge that has no clause, but one whom it befalls? */
bool px_blame_charges_object(const struct px_blame_place *place, const struct px_blame_roles *roles);

/* Do the words name people or a body by a common noun for those who speak: "his former aides"? A document blames
 * nobody. */
bool px_blame_names_people(const struct px_annotation *annotation, struct px_span words);

/* Is the token written like one of the words, parted by blanks? */
bool px_blame_is_form(const struct px_blame_place *place, uint32_t token, struct px_slice form);

/* The clause that says what somebody is charged with: "charged *that the mayor lied*". PX_NONE for none. */
uint32_t px_blame_clause(const struct px_blame_place *place);

/* What for, without who says it and what the article adds; empty where that is not told. */
struct px_span px_blame_reason(const struct px_blame_place *place, const struct px_blame_roles *roles);

/* What lexicons find in the reason. */
struct px_blame_content px_blame_read_reason(const struct px_blame_place *place, struct px_span reason);

#endif
