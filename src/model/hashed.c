#include "model/hashed.h"

#include <math.h>

static int8_t round_weight(float weight)
{
    float steps = roundf(weight * PX_HASHED_STEPS);
    return (int8_t)(steps > 127 ? 127 : steps < -127 ? -127 : steps);
}

bool px_hashed_put(uint8_t *lines, uint32_t line_count, uint32_t width, uint32_t feature, const float *weights)
{
    uint8_t *line = lines + ((uint64_t)feature * line_count >> 32) * PX_HASHED_LINE;
    uint32_t slots = px_hashed_slots(width);
    uint32_t check = px_hashed_check(feature);
    int8_t row[PX_HASHED_WIDTH];
    bool any = false;
    for (uint32_t i = 0; i < width; i++) {
        row[i] = round_weight(weights[i]);
        any = any || row[i] != 0;
    }
    for (uint32_t s = 0; any && s < slots; s++) {
        if ((line[2 * s] | line[2 * s + 1]) != 0)
            continue;
        line[2 * s] = (uint8_t)check;
        line[2 * s + 1] = (uint8_t)(check >> 8);
        for (uint32_t i = 0; i < width; i++)
            line[2 * slots + s * width + i] = (uint8_t)row[i];
        return true;
    }
    return false;
}
