/* Words of an article that a figure counts, gathered for the Markdown page. Private to the report room. */
#ifndef PX_REPORT_PAGE_WORDS_H
#define PX_REPORT_PAGE_WORDS_H

#include "report/page.h"

typedef bool px_page_word_test(const struct px_match *match, const void *argument);

/* "- **conflict**: A 2 (“hostile” [A¶6.1]; “confrontation” [A¶5.1]); B 0": the indicator's counts, under the label, with
 * the words that pass the test, whose argument is the indicator. */
void px_page_word_line(struct px_page *page, const struct px_indicator *indicator, struct px_slice label,
                       px_page_word_test *test, size_t most);

#endif
