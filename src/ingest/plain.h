/* Plain text into a page: what a scraper or a copy from a browser leaves, line by line.
 *
 * A unit is a line; lines of a hard-wrapped text are joined first. What an empty line parts is a group. The shapes
 * that a dumped page has are fixed by rule before the content model is asked: credits ("© …", "Agency / Name") with the
 * caption before and the teaser behind them, "Read more" lines, lists under "Related", tags under "Tags", furniture by
 * the patterns of the language.
 */
#ifndef PX_INGEST_PLAIN_H
#define PX_INGEST_PLAIN_H

#include "ingest/page.h"

/* Reads UTF-8 text into an empty page: units with groups, fixed roles, the title line and facts. */
enum px_status px_plain_read(struct px_slice text, struct px_page *page, struct px_error *error);

/* Fixes the units that their shape tells, by rule. Part of px_plain_read. Linear. */
void px_plain_fix_shapes(struct px_page *page);

/* After the decision: takes in what stands between kept paragraphs (headings, numbered ones too, the items of a list
 * that the text announces, a line that falls short of the model's threshold by little). */
void px_plain_settle(struct px_page *page);

#endif
