#include "tuning/write.h"

#include <math.h>

void px_write_number(double value, struct px_buffer *out)
{
    if (isnan(value))
        px_buffer_string(out, "–");
    else
        px_buffer_printf(out, "%.3f", value);
}

void px_write_estimate(struct px_estimate estimate, struct px_buffer *out)
{
    px_write_number(estimate.value, out);
    if (!isnan(estimate.value) && !isnan(estimate.low) && !isnan(estimate.high))
        px_buffer_printf(out, " (%.3f to %.3f)", estimate.low, estimate.high);
}

void px_write_cell(struct px_slice text, struct px_buffer *out)
{
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        if (c == '\n' || c == '\r' || c == '\t')
            c = ' ';
        if (strchr("\\`*_[]<>|#", c) != NULL && c != '\0')
            px_buffer_byte(out, '\\');
        px_buffer_byte(out, c);
    }
}

void px_write_lexicon(const struct px_lexicon *lexicon, struct px_buffer *out)
{
    px_write_cell(lexicon->built_in ? lexicon->name : lexicon->path, out);
}

void px_write_json_estimate(struct px_json *json, const char *key, struct px_estimate estimate)
{
    px_json_key_open(json, key, '{');
    px_json_key_number(json, "value", estimate.value);
    px_json_key_number(json, "low", estimate.low);
    px_json_key_number(json, "high", estimate.high);
    px_json_close(json, '}');
}
