/* A slice: a pointer and a length into bytes that somebody else owns. Never NUL-terminated, never freed.
 *
 *     struct px_slice word = PX_SLICE("regime");
 *     if (px_slice_equal(word, other)) ...
 */
#ifndef PX_BASE_SLICE_H
#define PX_BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/export.h"

struct px_slice {
    const char *data;
    size_t size;
};

/* A half-open byte range [start, end) into an article's text. */
struct px_span {
    uint32_t start;
    uint32_t end;
};

#define PX_SLICE(literal) ((struct px_slice){(literal), sizeof(literal) - 1})
#define PX_SLICE_STATIC(literal)       \
    {                                  \
        (literal), sizeof(literal) - 1 \
    }                                                       /* the same in a table that is static */
#define PX_SLICE_ARG(slice) (int)(slice).size, (slice).data /* for "%.*s" */
#define PX_SLICE_SHORT(slice) (int)((slice).size < 100 ? (slice).size : 100), (slice).data /* the same, for messages */

static inline struct px_slice px_slice_from(const char *string)
{
    return (struct px_slice){string, string == NULL ? 0 : strlen(string)};
}

static inline struct px_slice px_slice_part(struct px_slice slice, size_t start, size_t end)
{
    return (struct px_slice){slice.data == NULL ? NULL : slice.data + start, end - start};
}

static inline struct px_slice px_slice_span(struct px_slice text, struct px_span span)
{
    return px_slice_part(text, span.start, span.end);
}

/* Eight bytes of the slice, from `at` on, as one number, the first of them lowest. */
static inline uint64_t px_slice_eight(struct px_slice slice, size_t at)
{
    uint64_t eight;
    memcpy(&eight, slice.data + at, sizeof eight);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    eight = __builtin_bswap64(eight);
#endif
    return eight;
}

static inline bool px_slice_equal(struct px_slice a, struct px_slice b)
{
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

static inline bool px_slice_is(struct px_slice slice, const char *string)
{
    return px_slice_equal(slice, px_slice_from(string));
}

/* Is byte `at` a capital of ASCII? False behind the end. */
static inline bool px_slice_is_capital(struct px_slice slice, size_t at)
{
    return at < slice.size && slice.data[at] >= 'A' && slice.data[at] <= 'Z';
}

/* The index of the first of `count` names that the slice is, or -1. Linear in the names. */
PX_API int px_slice_among(struct px_slice slice, const char *const *names, size_t count);

/* Byte order, shorter first on a tie: negative, 0 or positive like memcmp. */
PX_API int px_slice_compare(struct px_slice a, struct px_slice b);

/* Does the slice begin, or end, with those bytes? With none it does. */
PX_API bool px_slice_starts(struct px_slice slice, struct px_slice prefix);
PX_API bool px_slice_ends(struct px_slice slice, struct px_slice suffix);

/* Offset of the first `needle` at or after `from`, or SIZE_MAX. Linear (memmem). */
PX_API size_t px_slice_find(struct px_slice slice, struct px_slice needle, size_t from);

/* Without ASCII white space at both ends. */
PX_API struct px_slice px_slice_trim(struct px_slice slice);

/* Cuts the next piece up to `separator` off the front of `*rest`; false when nothing is left. The last piece needs no
 * separator. "a\tb" gives "a", "b"; "" gives nothing. */
PX_API bool px_slice_next(struct px_slice *rest, char separator, struct px_slice *piece);

/* What stands behind the last space; all of it where there is none, nothing where it ends in one. */
PX_API struct px_slice px_slice_last_word(struct px_slice slice);

/* Strictly parses the whole slice as a decimal number, with an exponent or without, whatever the locale; false when it
 * is none. */
PX_API bool px_slice_number(struct px_slice slice, double *value);

/* 64-bit hash (FNV-1a with a final mix); the same on every machine. */
PX_API uint64_t px_slice_hash(struct px_slice slice);

#endif
