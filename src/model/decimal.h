/* Limits as decimals of few digits, the same in every locale. Internal to the room. */
#ifndef PX_MODEL_DECIMAL_H
#define PX_MODEL_DECIMAL_H

#include <stdbool.h>

#include "base/buffer.h"

enum { PX_DECIMAL_PLACES = 9 };

/* The float with the fewest decimal places in [low, high); false when PX_DECIMAL_PLACES do not part the two. */
bool px_decimal_between(float low, float high, float *value);

/* Writes the value with the fewest decimal places that read back as the same float, PX_DECIMAL_PLACES at most. */
void px_decimal_write(float value, struct px_buffer *out);

#endif
