#define _GNU_SOURCE /* memmem */
#include "base/slice.h"

#include <math.h>

/* Up to here a look for the first byte alone is faster than memmem. */
enum { SHORT_NEEDLE = 8 };

int px_slice_among(struct px_slice slice, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (px_slice_is(slice, names[i]))
            return (int)i;
    return -1;
}

int px_slice_compare(struct px_slice a, struct px_slice b)
{
    size_t common = a.size < b.size ? a.size : b.size;
    int order = common == 0 ? 0 : memcmp(a.data, b.data, common);
    if (order != 0)
        return order;
    return (a.size > b.size) - (a.size < b.size);
}

bool px_slice_starts(struct px_slice slice, struct px_slice prefix)
{
    return prefix.size == 0 || (slice.size >= prefix.size && memcmp(slice.data, prefix.data, prefix.size) == 0);
}

bool px_slice_ends(struct px_slice slice, struct px_slice suffix)
{
    return suffix.size == 0 ||
           (slice.size >= suffix.size && memcmp(slice.data + slice.size - suffix.size, suffix.data, suffix.size) == 0);
}

size_t px_slice_find(struct px_slice slice, struct px_slice needle, size_t from)
{
    if (from > slice.size || needle.size == 0 || slice.size - from < needle.size)
        return SIZE_MAX;
    if (needle.size > SHORT_NEEDLE) {
        const char *found = memmem(slice.data + from, slice.size - from, needle.data, needle.size);
        return found == NULL ? SIZE_MAX : (size_t)(found - slice.data);
    }
    for (size_t last = slice.size - needle.size; from <= last; from++) {
        const char *found = memchr(slice.data + from, needle.data[0], last + 1 - from);
        if (found == NULL)
            return SIZE_MAX;
        from = (size_t)(found - slice.data);
        if (memcmp(found, needle.data, needle.size) == 0)
            return from;
    }
    return SIZE_MAX;
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct px_slice px_slice_trim(struct px_slice slice)
{
    while (slice.size > 0 && is_space(slice.data[0])) {
        slice.data++;
        slice.size--;
    }
    while (slice.size > 0 && is_space(slice.data[slice.size - 1]))
        slice.size--;
    return slice;
}

bool px_slice_next(struct px_slice *rest, char separator, struct px_slice *piece)
{
    if (rest->data == NULL || rest->size == 0)
        return false;
    const char *at = memchr(rest->data, separator, rest->size);
    if (at == NULL) {
        *piece = *rest;
        rest->data += rest->size;
        rest->size = 0;
        return true;
    }
    size_t size = (size_t)(at - rest->data);
    *piece = (struct px_slice){rest->data, size};
    rest->data += size + 1;
    rest->size -= size + 1;
    return true;
}

/* Reads digits from `at` on, adding them to `*value`; returns how many there were. */
static size_t read_digits(struct px_slice slice, size_t at, double *value)
{
    size_t start = at;
    while (at < slice.size && slice.data[at] >= '0' && slice.data[at] <= '9')
        *value = *value * 10 + (slice.data[at++] - '0');
    return at - start;
}

/* 10 to the power of a number of places; up to 22 of them a double holds it exactly. */
static double power_of_ten(size_t places)
{
    static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    return places < sizeof powers / sizeof *powers ? powers[places] : pow(10, (double)places);
}

/* Reads "e-05" at `at`; gives where it ends, or `at` when there is none. */
static size_t read_exponent(struct px_slice slice, size_t at, double *exponent)
{
    if (at >= slice.size || (slice.data[at] != 'e' && slice.data[at] != 'E'))
        return at;
    size_t digits = at + 1;
    bool negative = digits < slice.size && slice.data[digits] == '-';
    if (digits < slice.size && (slice.data[digits] == '-' || slice.data[digits] == '+'))
        digits++;
    size_t count = read_digits(slice, digits, exponent);
    *exponent = negative ? -*exponent : *exponent;
    return count == 0 ? at : digits + count;
}

struct px_slice px_slice_last_word(struct px_slice slice)
{
    size_t start = slice.size;
    while (start > 0 && slice.data[start - 1] != ' ')
        start--;
    return px_slice_part(slice, start, slice.size);
}

bool px_slice_number(struct px_slice slice, double *value)
{
    size_t at = 0;
    bool negative = slice.size > 0 && slice.data[0] == '-';
    if (slice.size > 0 && (slice.data[0] == '-' || slice.data[0] == '+'))
        at++;
    double whole = 0;
    double fraction = 0;
    double exponent = 0;
    size_t digits = read_digits(slice, at, &whole);
    at += digits;
    if (at < slice.size && slice.data[at] == '.') {
        size_t places = read_digits(slice, at + 1, &fraction);
        at += 1 + places;
        digits += places;
        fraction /= power_of_ten(places);
    }
    at = read_exponent(slice, at, &exponent);
    if (digits == 0 || at != slice.size)
        return false;
    if (exponent != 0) {
        whole *= pow(10, exponent);
        fraction *= pow(10, exponent);
    }
    *value = negative ? -(whole + fraction) : whole + fraction;
    return isfinite(*value);
}

uint64_t px_slice_hash(struct px_slice slice)
{
    uint64_t hash = 0xcbf29ce484222325u;
    for (size_t i = 0; i < slice.size; i++)
        hash = (hash ^ (unsigned char)slice.data[i]) * 0x100000001b3u;
    hash ^= hash >> 32;
    hash *= 0x9e3779b97f4a7c15u;
    return hash ^ (hash >> 29);
}
