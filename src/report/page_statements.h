/* Statements in their own words: below the table of speakers. */
#ifndef PX_REPORT_PAGE_STATEMENTS_H
#define PX_REPORT_PAGE_STATEMENTS_H

#include "report/page.h"
#include "report/said.h"

/* "From the statements in A": who, what, in which sentence, of what is quoted or denied and not told by the list of blame;
 * nothing where there is none. Linear in the statements. */
void px_page_statements(struct px_page *page, size_t index);

/* The name of the statement's speaker, with those who make it with him; "speaker not found" where nobody has one. */
void px_page_speaker(struct px_page *page, const struct px_article *article, const struct px_attribution *attribution);

/* What is said, its parts with an ellipsis between; its sentences are added to `cited`. */
void px_page_said(struct px_page *page, const struct px_article *article, const struct px_attribution *attribution,
                  struct px_said_cited *cited);

/* Do the words of a quotation in the article stand among those that it is "Quoted" with? Linear in the statements. */
bool px_page_shows_quotation(const struct px_page *page, size_t index, struct px_span words);

/* What the article itself does with statements, beyond giving them: takes them up, doubts them, says that they are
 * wrong. */
void px_page_uptakes(struct px_page *page, size_t index);

#endif
