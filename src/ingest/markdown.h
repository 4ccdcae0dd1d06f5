/* Markdown into a page: md4c reads the text, libyaml the front matter.
 *
 * Emphasis and links become text; paragraphs that are nothing but links, "Related article: [...]" and the like are
 * furniture; italic paragraphs behind the text are notes. Image texts are captions.
 */
#ifndef PX_INGEST_MARKDOWN_H
#define PX_INGEST_MARKDOWN_H

#include "ingest/page.h"

/* Reads UTF-8 Markdown into an empty page: units with fixed furniture, the title, facts of the front matter. */
enum px_status px_markdown_read(struct px_slice text, struct px_page *page, struct px_error *error);

/* Gives every unit that is not fixed its role: what stands behind the title and is no furniture is the article. */
void px_markdown_decide(struct px_page *page);

/* Facts of a front matter (YAML between lines "---", TOML between lines "+++") into the page's, where these are empty;
 * its tags are furniture. One that is never closed, but holds keys and values alone, reaches to the first empty line.
 * What cannot be read is told in the page's warnings. Gives its size in bytes, 0 when there is none. */
size_t px_frontmatter_read(struct px_slice text, struct px_page *page);

#endif
