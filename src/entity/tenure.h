/* Tenure: does the text say that whoever holds a role has left it?
 *
 *     by a word before the role        "the *former* Kestrian minister"
 *     by the years behind it           "was minister of Kestria *from 2006 to 2012*", "mayor *until 2012*"
 *
 * Words are of the lexicon "names": `name.former` before, `name.since` and `name.until` behind. A year that the article
 * has not reached ends nothing.
 *
 *     struct px_tenure tenure = px_tenure_read(annotation, first, end);
 *     if (tenure.over) ...
 */
#ifndef PX_ENTITY_TENURE_H
#define PX_ENTITY_TENURE_H

#include "reading/annotation.h"

struct px_tenure {
    bool over;
    uint32_t first; /* token of the word that says so, or the role's first */
    uint32_t end;   /* behind the years that say so, or behind the role */
};

/* Of the role whose own words are tokens [first, end) of one sentence. Looks at a dozen tokens on either side. */
PX_API struct px_tenure px_tenure_read(const struct px_annotation *annotation, uint32_t first, uint32_t end);

/* "he *sacked* Minister Hask", and not "the *sacked* minister": does the word tell what somebody did, as far as grammar
 * knows? */
bool px_tenure_is_deed(const struct px_annotation *annotation, uint32_t token);

/* Whom somebody acts for (enum px_actor) whom a hit of the lexicons "roles" or "sources" names; -1 where it tells
 * nothing. Whoever had an office of a state and left it acts for nobody in particular. */
PX_API int px_tenure_actor(const struct px_annotation *annotation, const struct px_hit *hit);

#endif
