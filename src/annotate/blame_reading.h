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
    bool harm; /* they blame only where what for is bad */
};

/* What lexicons find in a reason. */
struct px_blame_content {
    struct px_slice claim; /* the first */
    bool bad;              /* a charge, or a word of bad news */
};

/* Is the token written like this? */
bool px_blame_is_form(const struct px_blame_place *place, uint32_t token, struct px_slice form);

/* The clause that says what somebody is charged with: "charged *that the mayor lied*". PX_NONE for none. */
uint32_t px_blame_clause(const struct px_blame_place *place);

/* What for, without who says it and what the article adds; empty where that is not told. */
struct px_span px_blame_reason(const struct px_blame_place *place, const struct px_blame_roles *roles);

/* What lexicons find in the reason. */
struct px_blame_content px_blame_read_reason(const struct px_blame_place *place, struct px_span reason);

#endif
