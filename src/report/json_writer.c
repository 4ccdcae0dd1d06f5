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
    return byte >= 0x20 && byte < 0x7f && byte != '"' && byte != '\\';
}

static void write_string(struct px_slice value, struct px_buffer *out)
{
    px_buffer_byte(out, '"');
    for (size_t at = 0; at < value.size;) {
        size_t run = at;
        while (run < value.size && plain((unsigned char)value.data[run]))
            run++;
        px_buffer_append(out, px_slice_part(value, at, run));
        at = run;
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

void px_json_key(struct px_json *json, const char *key)
{
    px_json_key_slice(json, px_slice_from(key));
}

void px_json_string(struct px_json *json, struct px_slice value)
{
    separate(json);
    write_string(value, json->out);
}

void px_json_name(struct px_json *json, const char *value)
{
    px_json_string(json, px_slice_from(value));
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

void px_json_number(struct px_json *json, double value)
{
    char text[40];
    if (!isfinite(value)) {
        px_json_null(json);
        return;
    }
    if (value == floor(value) && fabs(value) < 1e15) {
        px_json_integer(json, (long long)value);
        return;
    }
    snprintf(text, sizeof text, fabs(value) < 1e-4 || fabs(value) >= 1e15 ? "%.6e" : "%.6f", value);
    size_t size = point_decimals(text);
    if (memchr(text, 'e', size) == NULL) {
        while (text[size - 1] == '0')
            size--;
        if (text[size - 1] == '.') /* rounded to a whole number: "1." is no JSON */
            size--;
    }
    separate(json);
    px_buffer_append(json->out, (struct px_slice){text, size});
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
