/* Cutting lines and fields and reading numbers: pieces lie inside the input and rebuild it; numbers survive being printed. */
#include <math.h>

#include "base/slice.h"
#include "target.h"

static void check_number(struct px_slice field)
{
    double value;
    if (!px_slice_number(field, &value))
        return;
    PX_EXPECT(isfinite(value));
    char text[400];
    snprintf(text, sizeof text, "%.9f", value);
    double again;
    PX_EXPECT(px_slice_number(px_slice_from(text), &again));
    PX_EXPECT(fabs(again - value) <= 1e-8 + 1e-9 * fabs(value));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct px_slice input = {(const char *)data, size};
    struct px_slice rest = input;
    struct px_slice piece;
    size_t total = 0;
    while (px_slice_next(&rest, '\t', &piece)) {
        PX_EXPECT(piece.data >= input.data && piece.data + piece.size <= input.data + input.size);
        total += piece.size + 1;
        struct px_slice trimmed = px_slice_trim(piece);
        PX_EXPECT(trimmed.size <= piece.size);
        PX_EXPECT(px_slice_equal(px_slice_trim(trimmed), trimmed));
        PX_EXPECT(trimmed.size == 0 || px_slice_find(piece, trimmed, 0) != SIZE_MAX);
        check_number(trimmed);
    }
    PX_EXPECT(total == size || total == size + 1);
    return 0;
}
