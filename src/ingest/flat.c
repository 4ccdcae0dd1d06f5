#include "ingest/flat.h"

#include "text/utf8.h"

enum { DIGITS = 18 /* fewer than any number that does not fit */ };

struct reader {
    struct px_slice json;
    size_t at;
    struct px_arena *arena;
    char *room; /* for strings that had escapes; as long as what was left of the object at the first of them */
    size_t used;
};

static char byte_at(const struct reader *r, size_t at)
{
    return at < r->json.size ? r->json.data[at] : '\0';
}

static void skip_space(struct reader *r)
{
    char c;
    while ((c = byte_at(r, r->at)) == ' ' || c == '\t' || c == '\n' || c == '\r')
        r->at++;
}

static bool take(struct reader *r, char wanted)
{
    skip_space(r);
    bool found = byte_at(r, r->at) == wanted;
    r->at += found;
    return found;
}

/* Of eight bytes those that are a quotation mark, a backslash or a control character have their highest bit set, as far
 * as the first of them; behind it others may (Warren, Hacker's Delight). */
static uint64_t find_special(uint64_t eight)
{
    const uint64_t ones = 0x0101010101010101u, high = ones * 0x80;
    uint64_t quote = eight ^ ones * '"', backslash = eight ^ ones * '\\';
    return (((quote - ones) & ~quote) | ((backslash - ones) & ~backslash) | ((eight - ones * ' ') & ~eight)) & high;
}

/* Behind the bytes from `at` on that stand for themselves in a string. */
static size_t plain_end(struct px_slice json, size_t at)
{
    while (json.size - at >= sizeof(uint64_t)) {
        uint64_t special = find_special(px_slice_eight(json, at));
        if (special != 0)
            return at + (size_t)__builtin_ctzll(special) / 8;
        at += sizeof(uint64_t);
    }
    while (at < json.size && json.data[at] != '"' && json.data[at] != '\\' && (unsigned char)json.data[at] >= ' ')
        at++;
    return at;
}

static bool read_hex(const struct reader *r, size_t at, uint32_t *value)
{
    *value = 0;
    for (size_t i = at; i < at + 4; i++) {
        char c = byte_at(r, i);
        if (c >= '0' && c <= '9')
            *value = *value << 4 | (uint32_t)(c - '0');
        else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
            *value = *value << 4 | (uint32_t)((c | 0x20) - 'a' + 10);
        else
            return false;
    }
    return true;
}

/* The character of "u00e9" at r->at, or of two of them that are a pair; 0 when there is none, or half a pair. */
static uint32_t read_unicode(struct reader *r)
{
    uint32_t c, low;
    if (!read_hex(r, r->at + 1, &c))
        return 0;
    r->at += 5;
    if (c < 0xD800 || c > 0xDFFF)
        return c;
    if (c >= 0xDC00 || byte_at(r, r->at) != '\\' || byte_at(r, r->at + 1) != 'u' || !read_hex(r, r->at + 2, &low) ||
        low < 0xDC00 || low > 0xDFFF)
        return 0;
    r->at += 6;
    return 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
}

/* The character of the escape whose backslash stands before r->at; 0 for zero, and where there is none. */
static uint32_t read_escape(struct reader *r)
{
    static const char names[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    char c = byte_at(r, r->at);
    if (c == 'u')
        return read_unicode(r);
    const char *name = c == '\0' ? NULL : strchr(names, c);
    r->at++;
    return name == NULL ? 0 : (uint32_t)meant[name - names];
}

static void keep(struct reader *r, struct px_slice bytes)
{
    if (bytes.size > 0)
        memcpy(r->room + r->used, bytes.data, bytes.size);
    r->used += bytes.size;
}

/* The rest of a string that began at `start` and has a backslash at r->at. An escape is never shorter than its
 * character: the room is enough. */
static bool read_escaped(struct reader *r, size_t start, struct px_slice *text)
{
    if (r->room == NULL)
        r->room = px_arena_grow(r->arena, NULL, 0, r->json.size - start);
    if (r->room == NULL)
        return false;
    size_t first = r->used;
    keep(r, px_slice_part(r->json, start, r->at));
    while (byte_at(r, r->at) == '\\') {
        r->at++;
        uint32_t c = read_escape(r);
        if (c == 0)
            return false;
        char bytes[4];
        keep(r, (struct px_slice){bytes, px_utf8_write(c, bytes)});
        size_t end = plain_end(r->json, r->at);
        keep(r, px_slice_part(r->json, r->at, end));
        r->at = end;
    }
    *text = (struct px_slice){r->room + first, r->used - first};
    return true;
}

/* A string, whose first quotation mark is read. */
static bool read_string(struct reader *r, struct px_slice *text)
{
    size_t start = r->at;
    r->at = plain_end(r->json, start);
    *text = px_slice_part(r->json, start, r->at);
    if (byte_at(r, r->at) == '\\' && !read_escaped(r, start, text))
        return false;
    bool closed = byte_at(r, r->at) == '"';
    r->at++;
    return closed;
}

/* A whole number that everybody writes in one way. */
static bool is_number(struct px_slice text)
{
    size_t at = text.data[0] == '-';
    size_t digits = text.size - at;
    for (size_t i = at; i < text.size; i++)
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    return digits > 0 && digits <= DIGITS && (text.data[at] != '0' || text.size == 1);
}

static bool read_literal(struct reader *r, struct px_flat_member *member)
{
    size_t start = r->at;
    char c;
    while ((c = byte_at(r, r->at)) == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'))
        r->at++;
    member->text = px_slice_part(r->json, start, r->at);
    member->kind = px_slice_is(member->text, "null") ? PX_FLAT_NULL : PX_FLAT_LITERAL;
    return member->kind == PX_FLAT_NULL || px_slice_is(member->text, "true") || px_slice_is(member->text, "false") ||
           (member->text.size > 0 && is_number(member->text));
}

/* Of a key that stands twice, json-c knows which counts. */
static bool is_known(const struct px_flat *flat, struct px_slice key)
{
    for (size_t i = 0; i < flat->count; i++)
        if (px_slice_equal(flat->members[i].key, key))
            return true;
    return false;
}

static bool read_member(struct reader *r, struct px_flat *flat)
{
    struct px_flat_member member = {.kind = PX_FLAT_STRING};
    if (flat->count == PX_FLAT_MEMBERS || !take(r, '"') || !read_string(r, &member.key) || !take(r, ':'))
        return false;
    bool read = take(r, '"') ? read_string(r, &member.text) : read_literal(r, &member);
    if (!read || is_known(flat, member.key))
        return false;
    flat->members[flat->count++] = member;
    return true;
}

bool px_flat_read(struct px_slice json, struct px_arena *arena, struct px_flat *flat)
{
    struct reader r = {.json = json, .arena = arena};
    flat->count = 0;
    if (!take(&r, '{') || px_utf8_check(json) != json.size)
        return false;
    do {
        if (!read_member(&r, flat))
            return false;
    } while (take(&r, ','));
    bool closed = take(&r, '}');
    skip_space(&r);
    return closed && r.at == json.size;
}
