/* Which statements of an article are shown in their own words. Private to the report room. */
#ifndef PX_REPORT_STATEMENTS_CHOSEN_H
#define PX_REPORT_STATEMENTS_CHOSEN_H

#include "report/page.h"

/* Sets `*shown` to a flag for each statement of the article, for as long as the page lives: those that are surely
 * somebody's, quote words of his, or tell what he denies, and can be understood by themselves or by the line above
 * them, each once. False when memory is out. Linear, but for statements of headlines, which are held against all
 * others. */
bool px_statements_choose(struct px_page *page, size_t index, bool **shown);

/* Does the statement tell what its speaker denies, and quotes none of his words? */
bool px_statement_is_denial(const struct px_page *page, size_t index, size_t statement);

/* Are both statements of the article by one speaker alone? */
bool px_statement_is_by_same(const struct px_page *page, size_t index, size_t one, size_t other);

#endif
