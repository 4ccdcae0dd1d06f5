/* Statements in their own words: below the table of speakers. */
#ifndef PX_REPORT_PAGE_STATEMENTS_H
#define PX_REPORT_PAGE_STATEMENTS_H

#include "report/page.h"

/* "Quoted in A": who, what, in which sentence; nothing where nobody is quoted. Linear in the statements. */
void px_page_statements(struct px_page *page, size_t index);

/* Do the words of a quotation in the article stand among those that it is "Quoted" with? Linear in the statements. */
bool px_page_shows_quotation(const struct px_page *page, size_t index, struct px_span words);

/* What the article itself does with statements, beyond giving them: takes them up, doubts them, says that they are
 * wrong. */
void px_page_uptakes(struct px_page *page, size_t index);

#endif
