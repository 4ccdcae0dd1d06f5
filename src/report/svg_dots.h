/* Paired dots with intervals on one common axis: what the pictures of indicators and of stance share. Private. */
#ifndef PX_REPORT_SVG_DOTS_H
#define PX_REPORT_SVG_DOTS_H

#include "report/svg.h"

struct px_dot_row {
    struct px_slice label;
    const struct px_value *values;      /* [articles]; a value that is no number has no dot */
    const struct px_evidence *evidence; /* [articles], or NULL; a dot leads to its first sentence */
    struct px_slice group;              /* a line above the first row of each; may be empty */
    bool differs;
};

/* Rows of one unit below a line that says it; between `low` and `high`, widened to what the rows hold where those are
 * equal. Gives the y below the axis. Without rows nothing is drawn. */
struct px_dot_panel {
    const struct px_dot_row *rows;
    size_t count;
    struct px_slice heading;
    struct px_slice unit; /* "share" shows percent */
    double low, high;
};
double px_svg_dots(struct px_svg *svg, const struct px_dot_panel *panel, double y);

#endif
