#include "text/edits.h"

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* The rows of a table: in cell j of row i, how far the first i letters of `a` are from the first j of `b`. Two rows
 * back stands what a swap costs ("optimal string alignment", Boytsov 2011). */
size_t px_text_edits(struct px_slice a, struct px_slice b)
{
    size_t rows[3][PX_EDITS_MOST + 1];
    if (a.size > PX_EDITS_MOST || b.size > PX_EDITS_MOST)
        return PX_EDITS_MOST;
    for (size_t j = 0; j <= b.size; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a.size; i++) {
        size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *swapped = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= b.size; j++) {
            row[j] = least(above[j - 1] + (a.data[i - 1] != b.data[j - 1]), least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a.data[i - 1] == b.data[j - 2] && a.data[i - 2] == b.data[j - 1])
                row[j] = least(row[j], swapped[j - 2] + 1);
        }
    }
    return rows[a.size % 3][b.size];
}
