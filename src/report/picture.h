/* The pictures of a report, each drawn from the comparison alone. Private to the room.
 *
 * A picture with nothing to show is not drawn. To add one: its drawing in a file svg_NAME.c, its line in the table of
 * picture.c, and px_page_picture where it belongs on the page.
 */
#ifndef PX_REPORT_PICTURE_H
#define PX_REPORT_PICTURE_H

#include "report/svg.h"

enum px_picture {
    PX_PICTURE_MAP,
    PX_PICTURE_STRIPS,
    PX_PICTURE_INDICATORS,
    PX_PICTURE_SOURCES,
    PX_PICTURE_STANCE,
    PX_PICTURE_TERMS,
    PX_PICTURE_COUNT
};

/* "map": the picture's name in the names of files. */
const char *px_picture_name(enum px_picture picture);

/* Title and description for who cannot see it. */
const char *px_picture_title(enum px_picture picture);

/* The picture of that name, or PX_PICTURE_COUNT. */
enum px_picture px_picture_find(struct px_slice name);

/* Is there something to show? Costs a drawing. */
bool px_picture_shows(enum px_picture picture, const struct px_comparison *comparison);

/* The <svg> element for an HTML page that holds picture.css and whose sentences have ids. */
void px_picture_write_element(enum px_picture picture, const struct px_comparison *comparison, struct px_buffer *out);

/* Draw into svg->body and set svg->height; leave the body empty where there is nothing to show. */
void px_svg_map(struct px_svg *svg);
void px_svg_strips(struct px_svg *svg);
void px_svg_indicators(struct px_svg *svg);
void px_svg_sources(struct px_svg *svg);
void px_svg_stance(struct px_svg *svg);
void px_svg_terms(struct px_svg *svg);

#endif
