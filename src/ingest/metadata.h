/* Metadata: what a page says of its article, and which of its voices is believed.
 *
 * In order of trust: title JSON-LD headline, Open Graph and Dublin Core, <title> without the site's name, the
 * printed headline; byline JSON-LD, meta, rel or itemprop author, elements named so, a line that begins with "By";
 * date JSON-LD, meta, <time>, the first printed date before the text; outlet Open Graph, JSON-LD publisher, domain.
 */
#ifndef PX_INGEST_METADATA_H
#define PX_INGEST_METADATA_H

#include "ingest/page.h"

/* Judges the page's clues into page->facts; everything is tidy text of the page's arena. */
enum px_status px_metadata_judge(struct px_page *page, struct px_error *error);

/* The same for pages without markup, from their lines; what `facts` already has stays. */
enum px_status px_metadata_judge_text(struct px_page *page, struct px_error *error);

/* The domain that the page's addresses name most; empty when there is none. */
struct px_slice px_outlet_find_domain(const struct px_page *page);

/* A domain as the page writes its name: "themoscowtimes.com" is "The Moscow Times" where these words stand somewhere;
 * else the domain itself. */
struct px_slice px_outlet_name_domain(const struct px_page *page, struct px_slice domain);

/* Where JSON-LD carries the article's body and the page shows less than half of it, the body's paragraphs become the
 * article, and what was kept of the page becomes furniture. After the decision. */
enum px_status px_metadata_use_body(struct px_page *page, struct px_error *error);

/* Adds what a JSON-LD script says of an article to `facts`, where that is empty. Malformed JSON says nothing. */
void px_metadata_read_data(struct px_page *page, struct px_slice json, struct px_facts *facts);

/* The name without "By", dates and what follows a bullet; empty when it does not look like a name. Of the arena. */
struct px_slice px_metadata_byline(struct px_page *page, struct px_slice text);

/* The title without the site's name at either end. `outlet` and `headline` (the page's first <h1>) may be empty. */
struct px_slice px_metadata_title(struct px_slice title, struct px_slice outlet, struct px_slice headline);

/* "example.org" of an address, without "www."; empty when there is none. */
struct px_slice px_metadata_domain(struct px_slice url);

/* Same words in the same order, whatever the case and punctuation? */
bool px_metadata_same(struct px_slice a, struct px_slice b);

/* Do the words of `part` stand in `whole` in one piece? */
bool px_metadata_contains(struct px_slice whole, struct px_slice part);

#endif
