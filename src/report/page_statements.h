/* Statements in their own words: below the table of speakers. */
#ifndef PX_REPORT_PAGE_STATEMENTS_H
#define PX_REPORT_PAGE_STATEMENTS_H

#include "report/page.h"

/* "Quoted in A": who, what, in which sentence; nothing where nobody is quoted. Linear in the statements. */
void px_page_statements(struct px_page *page, size_t index);

/* ", Ben Osk and Ora Lind": by name, who speaks beside the first whom an attribution names; nothing where nobody does. */
void px_page_beside(struct px_page *page, const struct px_article *article, const struct px_attribution *attribution);

/* What the article itself does with statements, beyond giving them: takes them up, doubts them, says that they are
 * wrong. */
void px_page_uptakes(struct px_page *page, size_t index);

#endif
