/* Header blocks: lines "Headline: …", "Byline: …", "Date: …" before a text.
 *
 * The names are data (lexicons/any/fields.tsv). Order and case do not matter, marks of Markdown around a name are
 * passed over, an empty line may stand between two of them or be missing before the text, a value may stand on the
 * line below, and a line without a name may open the block: it is the headline then. A block has at least two known
 * names, and one of them is the headline's, the byline's, the date's or the outlet's.
 */
#ifndef PX_INGEST_HEADER_H
#define PX_INGEST_HEADER_H

#include "ingest/page.h"

/* Reads the block at the beginning of `text`: facts where page->facts is empty, a unit with its role for each line.
 * Gives its size in bytes; 0: there is none, and the page is as it was. */
size_t px_header_read(struct px_slice text, struct px_page *page);

/* Puts one named value into the page's facts, where they are empty; several names of a list are joined by commas.
 * Fields that are no fact change nothing. */
void px_header_set(struct px_page *page, uint8_t field, struct px_slice value);

#endif
