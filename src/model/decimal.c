#include "model/decimal.h"

#include <math.h>

/* The value rounded, made from its digits as px_slice_number makes it. */
static double rounded(double value, int places)
{
    double scale = pow(10, places), digits = round(fabs(value) * scale), whole = floor(digits / scale);
    double made = whole + (digits - whole * scale) / scale;
    return value < 0 ? -made : made;
}

bool px_decimal_between(float low, float high, float *value)
{
    double middle = ((double)low + (double)high) / 2;
    for (int places = 0; places <= PX_DECIMAL_PLACES; places++) {
        *value = (float)rounded(middle, places);
        if (*value >= low && *value < high)
            return true;
    }
    return false;
}

void px_decimal_write(float value, struct px_buffer *out)
{
    int places = 0;
    while (places < PX_DECIMAL_PLACES && (float)rounded((double)value, places) != value)
        places++;
    double scale = pow(10, places), digits = round(fabs((double)value) * scale), whole = floor(digits / scale);
    px_buffer_printf(out, "%s%.0f", value < 0 ? "-" : "", whole);
    if (places > 0)
        px_buffer_printf(out, ".%0*.0f", places, digits - whole * scale);
}
