/* A figure of one article, and the sentences behind it. */
#ifndef PX_COMPARISON_VALUE_H
#define PX_COMPARISON_VALUE_H

#include <stddef.h>
#include <stdint.h>

/* Sentences of one article that stand behind a figure, in order of position. */
struct px_evidence {
    uint32_t *sentences;
    size_t count;
};

/* A figure with its interval, and the count beside it; NaN where there is none. */
struct px_value {
    double value;
    double low;
    double high;
    uint32_t count;
};

#endif
