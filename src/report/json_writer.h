/* A JSON writer that streams into a buffer: constant memory beyond the output, no tree.
 *
 * Commas are placed by the writer. Strings are escaped and, where malformed, repaired to U+FFFD. Numbers are written
 * with up to six significant decimals, trailing zeros cut, in the C locale whatever the process's; NaN and infinities
 * become null. (A tree library would hold the whole result in memory and costs several times the analysis itself.)
 *
 *     struct px_json json = {.out = &buffer};
 *     px_json_open(&json, '{');
 *     px_json_key_integer(&json, "words", 812);
 *     px_json_close(&json, '}');
 */
#ifndef PX_REPORT_JSON_WRITER_H
#define PX_REPORT_JSON_WRITER_H

#include "base/buffer.h"
#include "base/slice.h"

struct px_json {
    struct px_buffer *out;
    bool comma; /* a value stands before on this level */
};

/* Opens and closes an object ('{', '}') or a list ('[', ']'); writes an object's key, before its value; writes a value. A
 * buffer that has failed takes no more: ask it in the end. */
PX_API void px_json_open(struct px_json *json, char bracket);
PX_API void px_json_close(struct px_json *json, char bracket);
PX_API void px_json_key_slice(struct px_json *json, struct px_slice key);
PX_API void px_json_string(struct px_json *json, struct px_slice value);
PX_API void px_json_integer(struct px_json *json, long long value);
PX_API void px_json_number(struct px_json *json, double value);
PX_API void px_json_bool(struct px_json *json, bool value);
PX_API void px_json_null(struct px_json *json);
PX_API void px_json_name(struct px_json *json, const char *value);    /* one of the program's own: not escaped */
PX_API void px_json_raw(struct px_json *json, struct px_slice value); /* JSON text as it stands */

/* One of the program's own words between quotation marks; nothing is escaped. */
static inline void px_json_own(struct px_json *json, const char *word)
{
    struct px_buffer *out = json->out;
    size_t size = strlen(word);
    if (out->capacity - out->size <= size + 4 && !px_buffer_reserve(out, size + 4))
        return;
    char *to = out->data + out->size;
    if (json->comma)
        *to++ = ',';
    *to++ = '"';
    memcpy(to, word, size);
    to += size;
    *to++ = '"';
    *to = '\0';
    out->size = (size_t)(to - out->data);
}

/* A key, one of the program's own. In line, so that a literal's length is known when it is compiled. */
static inline void px_json_key(struct px_json *json, const char *key)
{
    px_json_own(json, key);
    px_buffer_byte(json->out, ':');
    json->comma = false;
}

/* "key":value, and "key":{ or "key":[ */
static inline void px_json_key_integer(struct px_json *json, const char *key, long long value)
{
    px_json_key(json, key);
    px_json_integer(json, value);
}

static inline void px_json_key_number(struct px_json *json, const char *key, double value)
{
    px_json_key(json, key);
    px_json_number(json, value);
}

static inline void px_json_key_bool(struct px_json *json, const char *key, bool value)
{
    px_json_key(json, key);
    px_json_bool(json, value);
}

static inline void px_json_key_name(struct px_json *json, const char *key, const char *value)
{
    px_json_key(json, key);
    px_json_name(json, value);
}

static inline void px_json_key_open(struct px_json *json, const char *key, char bracket)
{
    px_json_key(json, key);
    px_json_open(json, bracket);
}

#endif
