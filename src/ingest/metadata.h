/* Metadata: what a page says of its article, and which of its voices is believed.
 *
 * The order of trust; the first that says something is believed, and what a record or an option gives goes before all:
 *
 *     title      JSON-LD headline (or name, where <title> holds that), Dublin Core, Open Graph, Twitter: the publisher's
 *                own words, as they stand; of <title> the piece that a heading prints, else without the outlet's name;
 *                then the first <h1>
 *     outlet     og:site_name, application-name, dc.publisher, JSON-LD publisher, a piece of <title>, the domain as the
 *                page writes it
 *     byline     JSON-LD author, meta author or creator, rel or itemprop author, elements whose class says so, a line by
 *                the headline that begins like a byline; a name that is only the outlet's gives way to a printed person
 *     published  JSON-LD datePublished, meta, <time> marked as published, the first other <time> from the headline on,
 *                the first printed date before the text is under way, the address
 *     modified   JSON-LD dateModified, meta, <time> marked as modified
 *     url        <link rel=canonical>, og:url, JSON-LD; absolute ones alone
 *     language   the text's own words, then <html lang>, og:locale, content-language, JSON-LD (px_language_judge)
 *     section    meta article:section and its like, JSON-LD articleSection
 *     tags       meta article:tag, news_keywords and keywords, JSON-LD keywords, links with rel=tag: the first of these
 *                that gives any
 *
 * Dates are ISO 8601 with the zone that was given, or days alone where only a day was. Relative dates ("two hours ago")
 * are none.
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

/* The name that the page's last line with "©" claims it for, as far as other lines name it too ("© 2024 The Courier
 * Company" and "for The Courier": "The Courier"); two words at least; empty when there is none. */
struct px_slice px_outlet_find_owner(const struct px_page *page);

/* A domain as the page writes its name: "themoscowtimes.com" is "The Moscow Times" where these words stand somewhere;
 * else the domain itself. */
struct px_slice px_outlet_name_domain(const struct px_page *page, struct px_slice domain);

/* Do the letters of the piece spell the domain, or the label in it that names the outlet ("The Moscow Times",
 * "Salon.com")? */
bool px_outlet_spells(struct px_slice piece, struct px_slice domain);

/* Where JSON-LD carries the article's body and the page shows less than half of it, the body's paragraphs become the
 * article, and what was kept of the page becomes furniture. After the decision. */
enum px_status px_metadata_use_body(struct px_page *page, struct px_error *error);

/* Adds what a JSON-LD script says of an article to `facts`, where that is empty. Malformed JSON says nothing. */
void px_metadata_read_data(struct px_page *page, struct px_slice json, struct px_facts *facts);

/* Adds a tag, or several between commas, that is not there yet; at most 40. */
void px_metadata_add_tags(struct px_page *page, struct px_slice text, struct px_facts *facts);

/* "example.org" of an address, without "www."; of an address in the Internet Archive the archived one's. Empty when
 * there is none. */
struct px_slice px_metadata_domain(struct px_slice url);

#endif
