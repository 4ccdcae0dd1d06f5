/* Which mentions name something, so that their absence from another article is news. Private to only*.c. */
#ifndef PX_COMPARE_ONLY_NEWS_H
#define PX_COMPARE_ONLY_NEWS_H

#include "compare/internal.h"

/* Is it a name, and no piece of several that share a noun ("the Ways and Means and Budget committees"), no common word with
 * a capital ("the Nation"), no mere head ("Departments")? */
bool px_only_is_name(const struct px_compare_context *context, size_t a, const struct px_mention *mention);

/* Does it only tell where somebody comes from or a town lies: "Schumer of New York", "Florida Gov. Bush", "Tampa, Fla."? */
bool px_only_is_address(const struct px_compare_context *context, const struct px_article *article,
                        const struct px_mention *mention);

#endif
