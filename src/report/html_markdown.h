/* The report's own Markdown as HTML, so that both forms say the same: nothing of it is trusted to be anything but text,
 * tables, lists, emphasis, links within the page, and the pictures by their names. Private to the room.
 *
 * Raw HTML is shown as text. Headings of the second level open a <section> each and are kept for the list of contents.
 * Citations (links within the page) get ids r1, r2 … and are kept by their target, for the way back.
 */
#ifndef PX_REPORT_HTML_MARKDOWN_H
#define PX_REPORT_HTML_MARKDOWN_H

#include "base/buffer.h"
#include "base/table.h"
#include "comparison/comparison.h"

struct px_html_heading {
    struct px_slice id;   /* of its section */
    struct px_slice html; /* escaped */
};

/* Where a sentence is cited: the first citation of each section. */
struct px_html_citation {
    uint32_t number;
    uint32_t section; /* index of its heading */
};
struct px_html_citations {
    PX_VECTOR(struct px_html_citation) items;
};

struct px_html {
    const struct px_comparison *comparison;
    struct px_buffer *out;
    struct px_arena arena;
    PX_VECTOR(struct px_html_heading) headings;
    struct px_table targets;                       /* "a5-2" */
    PX_VECTOR(struct px_html_citations) citations; /* by id of the target */
    uint32_t citation_count;
    bool section; /* one is open */
};

void px_html_release(struct px_html *html);

/* Appends the Markdown as HTML. Linear. */
void px_html_markdown(struct px_html *html, struct px_slice markdown);

/* Opens a section, closing the one before: its heading is `title`, its id made from it as code hosts do. */
void px_html_section(struct px_html *html, struct px_slice title);
void px_html_section_end(struct px_html *html);

#endif
