#include "ingest/entity.h"

#include <libxml/HTMLparser.h>
#include <stdlib.h>

#include "ingest/charset.h"
#include "text/utf8.h"

static uint32_t number_value(const char *digits)
{
    bool hexadecimal = digits[0] == 'x' || digits[0] == 'X';
    unsigned long code = strtoul(digits + hexadecimal, NULL, hexadecimal ? 16 : 10);
    if (code >= 0x80 && code < 0xA0)
        return px_charset_windows((unsigned char)code);
    return code > 0 && code < 0x110000 && (code < 0xD800 || code > 0xDFFF) ? (uint32_t)code : PX_UTF8_BAD;
}

uint32_t px_entity_value(struct px_slice reference)
{
    char name[PX_ENTITY_BYTES];
    if (reference.size < 4 || reference.size > sizeof name)
        return 0;
    memcpy(name, reference.data + 1, reference.size - 2);
    name[reference.size - 2] = 0;
    if (name[0] == '#')
        return number_value(name + 1);
    if (strcmp(name, "apos") == 0) /* XML's, which HTML's table does not have */
        return '\'';
    const htmlEntityDesc *known = htmlEntityLookup((const xmlChar *)name);
    return known == NULL ? 0 : known->value;
}

static bool is_name_byte(char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* Length of the reference that begins at `at` (a "&"), with its ";"; 0 when none does. */
static size_t size_at(struct px_slice text, size_t at)
{
    size_t end = at + 1, limit = text.size - at < PX_ENTITY_BYTES ? text.size : at + PX_ENTITY_BYTES;
    if (end < limit && text.data[end] == '#') {
        end++;
        if (end >= limit || !(is_name_byte(text.data[end])))
            return 0;
        bool hexadecimal = (text.data[end] | 0x20) == 'x';
        for (size_t i = end + hexadecimal; i < limit && text.data[i] != ';'; i++)
            if (!is_name_byte(text.data[i]) || (!hexadecimal && text.data[i] > '9') || (text.data[i] | 0x20) > 'f')
                return 0;
    }
    while (end < limit && is_name_byte(text.data[end]))
        end++;
    if (end >= limit || text.data[end] != ';' || end - at < 3)
        return 0;
    return px_entity_value(px_slice_part(text, at, end + 1)) == 0 ? 0 : end + 1 - at;
}

void px_entity_decode(struct px_slice text, struct px_buffer *out)
{
    size_t done = 0;
    for (size_t at = px_slice_find(text, PX_SLICE("&"), 0); at != SIZE_MAX;
         at = px_slice_find(text, PX_SLICE("&"), at)) {
        size_t size = size_at(text, at);
        px_buffer_append(out, px_slice_part(text, done, size == 0 ? at + 1 : at));
        if (size > 0)
            px_utf8_append(out, px_entity_value(px_slice_part(text, at, at + size)));
        at = done = at + (size == 0 ? 1 : size);
    }
    px_buffer_append(out, px_slice_part(text, done, text.size));
}

/* Is the "&" at `at` an escaped one that begins a reference? Then where the rest of the reference stands, else 0. */
static size_t doubled_at(struct px_slice text, size_t at)
{
    size_t rest = at + 4; /* the ";" stands in for the "&" of what follows */
    char inner[PX_ENTITY_BYTES + 1] = "&";
    size_t size = rest + 1 > text.size ? 0 : text.size - rest - 1;
    size = size < sizeof inner - 2 ? size : sizeof inner - 2;
    if (size == 0)
        return 0;
    memcpy(inner + 1, text.data + rest + 1, size);
    return size_at((struct px_slice){inner, size + 1}, 0) == 0 ? 0 : rest + 1;
}

bool px_entity_is_doubled(struct px_slice text)
{
    static const struct px_slice escaped = {"&amp;", 5};
    for (size_t at = px_slice_find(text, escaped, 0); at != SIZE_MAX; at = px_slice_find(text, escaped, at + 1))
        if (doubled_at(text, at) > 0)
            return true;
    return false;
}

size_t px_entity_single(struct px_slice text, struct px_buffer *out)
{
    static const struct px_slice escaped = {"&amp;", 5};
    size_t done = 0, count = 0;
    for (size_t at = px_slice_find(text, escaped, 0); at != SIZE_MAX; at = px_slice_find(text, escaped, done)) {
        size_t rest = doubled_at(text, at);
        px_buffer_append(out, px_slice_part(text, done, at + 1));
        if (rest == 0)
            px_buffer_append(out, px_slice_part(text, at + 1, at + escaped.size));
        count += rest > 0;
        done = at + escaped.size;
    }
    px_buffer_append(out, px_slice_part(text, done, text.size));
    return count;
}
