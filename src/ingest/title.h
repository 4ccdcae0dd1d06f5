/* The headline, without what <title> puts round it.
 *
 * Titles are written "Headline | Section - The Site": pieces between separators that stand between spaces. Which run
 * of pieces is the headline is told by the page itself: a heading that prints it, the outlet's name, the domain; where
 * nothing tells, pieces behind a bar are cut while three words remain, and dashes, which headlines hold too, stay.
 */
#ifndef PX_INGEST_TITLE_H
#define PX_INGEST_TITLE_H

#include "ingest/page.h"

/* Judges facts->title and page->heading out of JSON-LD (in `facts` already), meta properties, <title> and <h1>, and
 * facts->outlet where it is still empty. */
void px_title_judge(struct px_page *page, struct px_facts *facts);

/* A title without the outlet's name at either end, set off by a sign between spaces (" | The Courier", "The Courier -
 * "), where the name is known or spells the domain of `url`, or without a few words behind a last "|"; nothing else is cut.
 * A slice of the title. */
struct px_slice px_title_strip(struct px_slice title, struct px_slice outlet, struct px_slice url);

/* Makes page->heading the same of page->facts.title, in every kind of input. In text without markup the fact and the
 * line that prints it follow; what a page's own data call its title stays the fact. */
void px_title_settle(struct px_page *page);

/* A title of a text without markup: pieces behind a bar are cut as above. */
struct px_slice px_title_cut(struct px_slice title);

/* Of a site's name with its motto ("The Ledger | News of the north") the name: the piece that spells the domain of
 * `url`, else the first. */
struct px_slice px_title_site(struct px_slice site, struct px_slice url);

/* Of such a name what stands beside the headline; empty when that is all of it. */
struct px_slice px_title_rest(struct px_slice site, struct px_slice headline);

#endif
