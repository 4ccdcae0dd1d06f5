/* Families of names: a state, its people and what is theirs; a party and its members. Private to the rooms that compare. */
#ifndef PX_NAMING_FAMILY_H
#define PX_NAMING_FAMILY_H

#include "naming/naming.h"

struct px_family {
    struct px_slice name; /* "Republican Party" of "GOP" and "Republicans"; empty: of no family */
    bool party;
};

/* Of the form that the tokens [first, end) of the article are. */
struct px_family px_family_at(const struct px_compare_context *context, const struct px_article *article,
                              uint32_t first, uint32_t end);

/* Has the article any word of the family before the token `end` (PX_NONE: anywhere), be it a part of a compound, or a
 * party's letter behind an office? Linear in hits and tokens. */
bool px_family_stands(const struct px_compare_context *context, const struct px_article *article,
                      const struct px_family *family, uint32_t end);

#endif
