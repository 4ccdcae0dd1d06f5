#include "report/json_writer.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "text/utf8.h"

static void separate(struct px_json *json)
{
    if (json->comma)
        px_buffer_byte(json->out, ',');
    json->comma = true;
}

void px_json_open(struct px_json *json, char bracket)
{
    separate(json);
    px_buffer_byte(json->out, bracket);
    json->comma = false;
}

void px_json_close(struct px_json *json, char bracket)
{
    px_buffer_byte(json->out, bracket);
    json->comma = true;
}

/* One code point that cannot stand in a JSON string as it is; malformed bytes become U+FFFD. */
static void escape(uint32_t c, struct px_buffer *out)
{
    switch (c) {
    case '"': px_buffer_string(out, "\\\""); break;
    case '\\': px_buffer_string(out, "\\\\"); break;
    case '\n': px_buffer_string(out, "\\n"); break;
    case '\r': px_buffer_string(out, "\\r"); break;
    case '\t': px_buffer_string(out, "\\t"); break;
    default:
        if (c < 0x20 || c == 0x7f)
            px_buffer_printf(out, "\\u%04x", c);
        else
            px_utf8_append(out, c);
    }
}

static bool plain(unsigned char byte)
{
    return byte >= 0x20 && byte != 0x7f && byte != '"' && byte != '\\';
}

/* Has a high bit set where one of the eight bytes is zero or above 127 (Mycroft's test). */
static uint64_t zero_or_high(uint64_t eight)
{
    return (eight - 0x0101010101010101u) | eight;
}

/* Are these eight bytes ASCII that stands in a string as it is? */
static bool plain_eight(const char *bytes)
{
    const uint64_t ones = 0x0101010101010101u;
    uint64_t eight;
    memcpy(&eight, bytes, sizeof eight);
    uint64_t control = (eight - ones * 0x20) & ~eight;
    return ((control | zero_or_high(eight ^ ones * '"') | zero_or_high(eight ^ ones * '\\') |
             zero_or_high(eight ^ ones * 0x7f)) &
            0x8080808080808080u) == 0;
}

/* The end of the run from `at` on that stands in a string as it is. */
static size_t plain_end(struct px_slice value, size_t at)
{
    for (size_t next = at; at < value.size; at = next) {
        next = at + 8;
        if (next <= value.size && plain_eight(value.data + at))
            continue;
        next = at;
        if (!plain((unsigned char)value.data[at]) || px_utf8_next(value, &next) == PX_UTF8_BAD)
            break;
    }
    return at;
}

static void write_string(struct px_slice value, struct px_buffer *out)
{
    px_buffer_byte(out, '"');
    for (size_t at = 0; at < value.size;) {
        size_t end = plain_end(value, at);
        px_buffer_append(out, px_slice_part(value, at, end));
        at = end;
        if (at < value.size)
            escape(px_utf8_next(value, &at), out);
    }
    px_buffer_byte(out, '"');
}

void px_json_key_slice(struct px_json *json, struct px_slice key)
{
    separate(json);
    write_string(key, json->out);
    px_buffer_byte(json->out, ':');
    json->comma = false;
}

void px_json_string(struct px_json *json, struct px_slice value)
{
    separate(json);
    write_string(value, json->out);
}

void px_json_name(struct px_json *json, const char *value)
{
    px_json_own(json, value);
    json->comma = true;
}

void px_json_integer(struct px_json *json, long long value)
{
    char digits[24];
    size_t at = sizeof digits;
    unsigned long long rest = value < 0 ? 0ull - (unsigned long long)value : (unsigned long long)value;
    separate(json);
    do
        digits[--at] = (char)('0' + rest % 10);
    while ((rest /= 10) != 0);
    if (value < 0)
        digits[--at] = '-';
    px_buffer_append(json->out, (struct px_slice){digits + at, sizeof digits - at});
}

/* Puts a point where the locale's decimal separator stands, which may be several bytes; returns the new length. */
static size_t point_decimals(char *text)
{
    size_t size = 0;
    for (const char *at = text; *at != '\0'; at++) {
        bool number = strchr("+-0123456789e", *at) != NULL;
        if (number || text[size - 1] != '.')
            text[size++] = number ? *at : '.';
    }
    return size;
}

/* Writes value / 10^6, of which not all decimals are zeros, with no more decimals than it needs. */
static void write_millionths(struct px_json *json, uint64_t value, bool negative)
{
    char digits[24];
    size_t end = sizeof digits;
    size_t at = sizeof digits;
    for (size_t place = 0; place <= 6 || value > 0; place++, value /= 10) {
        if (place == 6)
            digits[--at] = '.';
        digits[--at] = (char)('0' + value % 10);
    }
    while (digits[end - 1] == '0')
        end--;
    if (digits[end - 1] == '.') /* rounded to a whole number: "1." is no JSON */
        end--;
    separate(json);
    if (negative)
        px_buffer_byte(json->out, '-');
    px_buffer_append(json->out, (struct px_slice){digits + at, end - at});
}

/* |value| · 10^6 rounded to the nearest whole number, ties to even, as printf rounds: `fma` gives what the product
 * lost, and the product's fraction is exact below 2^52. */
static uint64_t round_millionths(double value)
{
    double product = fabs(value) * 1e6;
    double lost = fma(fabs(value), 1e6, -product);
    double whole = floor(product);
    double fraction = product - whole;
    uint64_t rounded = (uint64_t)whole;
    bool odd = (rounded & 1) != 0;
    return rounded + (fraction > .5 || (fraction == .5 && (lost > 0 || (lost == 0 && odd))));
}

/* What millionths cannot show: the very small and the very large. */
static void write_extreme(struct px_json *json, double value)
{
    char text[40];
    snprintf(text, sizeof text, fabs(value) < 1e-4 || fabs(value) >= 1e15 ? "%.6e" : "%.6f", value);
    size_t size = point_decimals(text);
    while (memchr(text, 'e', size) == NULL && (text[size - 1] == '0' || text[size - 1] == '.'))
        if (text[--size] == '.') /* rounded to a whole number: "1." is no JSON */
            break;
    separate(json);
    px_buffer_append(json->out, (struct px_slice){text, size});
}

void px_json_number(struct px_json *json, double value)
{
    if (!isfinite(value))
        px_json_null(json);
    else if (value == floor(value) && fabs(value) < 1e15)
        px_json_integer(json, (long long)value);
    else if (fabs(value) < 1e-4 || fabs(value) >= 1e9)
        write_extreme(json, value);
    else
        write_millionths(json, round_millionths(value), value < 0);
}

void px_json_bool(struct px_json *json, bool value)
{
    separate(json);
    px_buffer_string(json->out, value ? "true" : "false");
}

void px_json_null(struct px_json *json)
{
    separate(json);
    px_buffer_string(json->out, "null");
}

void px_json_raw(struct px_json *json, struct px_slice value)
{
    separate(json);
    px_buffer_append(json->out, value);
}
