#include "statistics/verdict.h"

#include <math.h>
#include <stdbool.h>

enum px_verdict px_verdict_of(const struct px_verdict_case *it)
{
    const struct px_estimate *difference = &it->difference;
    double width = difference->high - difference->low;
    if (!(it->occurrences >= PX_VERDICT_FEWEST) || isnan(difference->value) || isnan(width) || isnan(it->q) ||
        isnan(it->range))
        return PX_VERDICT_TOO_LITTLE;
    if (it->q <= PX_VERDICT_LEVEL && (difference->low > 0 || difference->high < 0))
        return PX_VERDICT_DIFFERS;
    bool open = (difference->low <= 0 && difference->high >= 0) || isinf(width);
    return open && width > 2 * it->range ? PX_VERDICT_TOO_LITTLE : PX_VERDICT_NO_CLEAR_DIFFERENCE;
}

const char *px_verdict_name(enum px_verdict verdict)
{
    switch (verdict) {
    case PX_VERDICT_TOO_LITTLE: return "too little text";
    case PX_VERDICT_NO_CLEAR_DIFFERENCE: return "no clear difference";
    case PX_VERDICT_DIFFERS: return "differs";
    }
    return "unknown";
}
