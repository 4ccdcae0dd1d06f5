#include "ingest/slim.h"

#include <strings.h>

#include "ingest/markup.h"

enum { NAME_BYTES = 32, TEXT_BYTES = 1 << 14 };

/* A start tag on its way. */
struct tag {
    const struct px_markup *markup;
    size_t start; /* its "<" */
    struct px_slice name;
    bool closed;      /* its ">" was found */
    bool self_closed; /* ... behind a "/" */
};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_name(char c)
{
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.';
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/* The character at the place of reading, 0 behind the end. */
static char here(const struct px_slim *slim)
{
    return slim->at < slim->html.size ? slim->html.data[slim->at] : 0;
}

static bool at_end(const struct px_slim *slim)
{
    return slim->at >= slim->html.size;
}

static void skip_blanks(struct px_slim *slim)
{
    while (is_blank(here(slim)))
        slim->at++;
}

/* Where `c` stands from `from` on, or the end. */
static size_t find_byte(const struct px_slim *slim, size_t from, char c)
{
    const char *found = from < slim->html.size ? memchr(slim->html.data + from, c, slim->html.size - from) : NULL;
    return found == NULL ? slim->html.size : (size_t)(found - slim->html.data);
}

static bool starts(const struct px_slim *slim, size_t at, const char *text)
{
    size_t size = strlen(text);
    return slim->html.size - at >= size && strncasecmp(slim->html.data + at, text, size) == 0;
}

static void append(struct px_slim *slim, size_t start, size_t end)
{
    px_buffer_append(&slim->ready, px_slice_part(slim->html, start, end));
}

/* A comment ends at "-->" or "--!>", an empty one at "<!-->" or "<!--->". */
static void skip_comment(struct px_slim *slim)
{
    size_t at = slim->at + 4;
    if (starts(slim, at, ">") || starts(slim, at, "->")) {
        slim->at = find_byte(slim, at, '>') + 1;
        return;
    }
    for (; (at = find_byte(slim, at, '-')) < slim->html.size; at++) {
        if (starts(slim, at, "-->") || starts(slim, at, "--!>"))
            break;
    }
    at = find_byte(slim, at, '>');
    slim->at = at < slim->html.size ? at + 1 : at;
}

/* Does the reader look at this attribute? */
static bool is_wanted(const struct tag *tag, struct px_slice name)
{
    static const struct {
        const char *name;
        int tag;
    } wanted[] = {
#define PX_NAME(field, text, only) {text, only},
        PX_MARKUP_ATTRIBUTES(PX_NAME)
#undef PX_NAME
    };
    bool mute =
        (tag->markup->flags & PX_MARKUP_VOID) && tag->markup->tag != PX_TAG_META && tag->markup->tag != PX_TAG_LINK;
    for (size_t i = 0; !mute && i < sizeof wanted / sizeof *wanted; i++)
        if (strlen(wanted[i].name) == name.size && strncasecmp(wanted[i].name, name.data, name.size) == 0)
            return wanted[i].tag < 0 || wanted[i].tag == tag->markup->tag ||
                   (wanted[i].tag == PX_TAG_A && tag->markup->tag == PX_TAG_LINK);
    return false;
}

/* Of styles, only those count that hide. */
static bool is_mute_style(struct px_slice name, struct px_slice attribute)
{
    if (name.size != strlen("style") || strncasecmp(name.data, "style", name.size) != 0)
        return false;
    for (size_t i = name.size; i + strlen("none") <= attribute.size; i++) {
        char first = (char)(attribute.data[i] | 0x20);
        if ((first == 'n' && strncasecmp(attribute.data + i, "none", 4) == 0) ||
            (first == 'h' && strncasecmp(attribute.data + i, "hidd", 4) == 0))
            return false;
    }
    return true;
}

/* Steps over the value behind a "=", if there is one. */
static void skip_value(struct px_slim *slim)
{
    size_t name_end = slim->at;
    skip_blanks(slim);
    if (here(slim) != '=') {
        slim->at = name_end;
        return;
    }
    slim->at++;
    skip_blanks(slim);
    char quote = here(slim);
    if (quote == '"' || quote == '\'') {
        slim->at = find_byte(slim, slim->at + 1, quote);
        slim->at += !at_end(slim);
        return;
    }
    while (!at_end(slim) && !is_blank(here(slim)) && here(slim) != '>')
        slim->at++;
}

static void read_attribute(struct px_slim *slim, const struct tag *tag)
{
    size_t start = slim->at++;
    while (!at_end(slim) && !is_blank(here(slim)) && here(slim) != '=' && here(slim) != '>' && here(slim) != '/')
        slim->at++;
    size_t name_end = slim->at;
    struct px_slice name = px_slice_part(slim->html, start, name_end);
    skip_value(slim);
    if (!is_wanted(tag, name) || is_mute_style(name, px_slice_part(slim->html, start, slim->at)))
        return;
    px_buffer_byte(&slim->ready, ' '); /* of links, only that they lead somewhere */
    append(slim, start, tag->markup->tag == PX_TAG_A && px_slice_is(name, "href") ? name_end : slim->at);
}

/* From behind the tag's name to behind its ">". */
static void read_attributes(struct px_slim *slim, struct tag *tag)
{
    bool slash = false;
    while (!at_end(slim) && here(slim) != '>') {
        if (is_blank(here(slim)) || here(slim) == '/') {
            slash = here(slim) == '/';
            slim->at++;
            continue;
        }
        slash = false;
        read_attribute(slim, tag);
    }
    tag->closed = !at_end(slim);
    tag->self_closed = tag->closed && slash;
    slim->at += tag->closed;
}

static const struct px_markup *find_markup(struct px_slice name)
{
    char lower[NAME_BYTES] = "";
    for (size_t i = 0; i < name.size && name.size < NAME_BYTES; i++)
        lower[i] = (char)(name.data[i] >= 'A' && name.data[i] <= 'Z' ? name.data[i] + 32 : name.data[i]);
    return px_markup_find(lower);
}

/* Is the script one whose content is read: data or a template? */
static bool holds_text(struct px_slice tag)
{
    for (size_t i = 0; i + 5 <= tag.size; i++)
        if (strncasecmp(tag.data + i, "json", 4) == 0 || strncasecmp(tag.data + i, "templ", 5) == 0)
            return true;
    return false;
}

/* The code of a script or style, up to "</" and its name. */
static void read_code(struct px_slim *slim, const struct tag *tag)
{
    size_t start = slim->at, at = start;
    bool keep = holds_text(px_slice_part(slim->html, tag->start, start));
    for (; (at = find_byte(slim, at, '<')) < slim->html.size; at++) {
        if (at + 2 + tag->name.size <= slim->html.size && slim->html.data[at + 1] == '/' &&
            strncasecmp(slim->html.data + at + 2, tag->name.data, tag->name.size) == 0)
            break;
    }
    if (keep)
        append(slim, start, at);
    slim->at = at;
}

static void read_tag(struct px_slim *slim)
{
    struct tag tag = {.start = slim->at++};
    while (is_name(here(slim)))
        slim->at++;
    tag.name = px_slice_part(slim->html, tag.start + 1, slim->at);
    tag.markup = find_markup(tag.name);
    append(slim, tag.start, slim->at);
    read_attributes(slim, &tag);
    if (tag.closed)
        px_buffer_string(&slim->ready, tag.self_closed ? " />" : ">");
    if (tag.closed && !tag.self_closed && (tag.markup->flags & PX_MARKUP_CODE))
        read_code(slim, &tag);
}

/* Text up to a "<", or a piece of it; of white space at its beginning and its end one character each. */
static void read_text(struct px_slim *slim)
{
    struct px_slice piece = px_slice_part(slim->html, slim->at, slim->html.size);
    piece.size = piece.size < TEXT_BYTES ? piece.size : TEXT_BYTES;
    const char *tag = memchr(piece.data, '<', piece.size);
    piece.size = tag == NULL ? piece.size : (size_t)(tag - piece.data);
    slim->at += piece.size;
    while (piece.size > 1 && is_blank(piece.data[0]) && is_blank(piece.data[1]))
        piece = px_slice_part(piece, 1, piece.size);
    while (piece.size > 1 && is_blank(piece.data[piece.size - 1]) && is_blank(piece.data[piece.size - 2]))
        piece.size--;
    px_buffer_append(&slim->ready, piece);
}

/* One text, comment or tag more. */
static void read_piece(struct px_slim *slim)
{
    if (here(slim) != '<') {
        read_text(slim);
    } else if (starts(slim, slim->at, "<!--")) {
        skip_comment(slim);
    } else if (slim->at + 1 < slim->html.size && is_letter(slim->html.data[slim->at + 1])) {
        read_tag(slim);
    } else {
        px_buffer_byte(&slim->ready, '<');
        slim->at++;
    }
}

size_t px_slim_read(struct px_slim *slim, char *bytes, size_t size)
{
    if (slim->given == slim->ready.size) {
        px_buffer_clear(&slim->ready);
        slim->given = 0;
        while (!at_end(slim) && slim->ready.size < size && !slim->ready.failed)
            read_piece(slim);
    }
    size_t left = slim->ready.failed ? 0 : slim->ready.size - slim->given, count = left < size ? left : size;
    if (count > 0)
        memcpy(bytes, slim->ready.data + slim->given, count);
    slim->given += count;
    return count;
}

void px_slim_release(struct px_slim *slim)
{
    px_buffer_release(&slim->ready);
}

size_t px_slim_count_tags(struct px_slice html)
{
    size_t count = 0;
    const char *at = html.data, *end = html.data + html.size;
    while (at < end && (at = memchr(at, '<', (size_t)(end - at))) != NULL) {
        at++;
        count += at < end && is_letter(*at);
    }
    return count;
}
