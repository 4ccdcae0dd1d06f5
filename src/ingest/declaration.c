#include "ingest/declaration.h"

#include <strings.h>

enum { DECLARATION_BYTES = 1 << 16, HEADER_BYTES = 1 << 10 };

static bool is_name_byte(char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c != 0 && strchr("._:-", c) != NULL);
}

/* The value of `key` = "…" in a piece of text. */
static bool read_value(struct px_slice text, const char *key, char name[PX_CHARSET_NAME])
{
    size_t length = strlen(key), count = 0;
    for (size_t i = 0; i + length < text.size; i++) {
        size_t at = i + length;
        if (strncasecmp(text.data + i, key, length) != 0)
            continue;
        while (at < text.size && text.data[at] == ' ')
            at++;
        if (at == text.size || text.data[at++] != '=')
            continue;
        while (at < text.size && (text.data[at] == ' ' || text.data[at] == '"' || text.data[at] == '\''))
            at++;
        while (at < text.size && count + 1 < PX_CHARSET_NAME && is_name_byte(text.data[at]))
            name[count++] = text.data[at++];
        name[count] = 0;
        return count > 1;
    }
    return false;
}

static void take(struct px_slice text, const char *key, struct px_declaration *declaration)
{
    char name[PX_CHARSET_NAME];
    if (!read_value(text, key, name))
        return;
    if (strncasecmp(name, "utf", 3) == 0)
        declaration->utf8 = declaration->utf8 || strcasecmp(name, "utf-8") == 0 || strcasecmp(name, "utf8") == 0;
    else if (declaration->name[0] == 0)
        memcpy(declaration->name, name, sizeof name);
}

void px_declaration_find(struct px_slice bytes, struct px_declaration *declaration)
{
    static const char *const tags[][2] = {{"<meta", "charset"}, {"<?xml", "encoding"}};
    *declaration = (struct px_declaration){.name = ""};
    struct px_slice start = px_slice_part(bytes, 0, bytes.size < DECLARATION_BYTES ? bytes.size : DECLARATION_BYTES);
    for (size_t at = px_slice_find(start, PX_SLICE("<"), 0); at != SIZE_MAX;
         at = px_slice_find(start, PX_SLICE("<"), at + 1)) {
        struct px_slice tag = px_slice_part(start, at, start.size);
        for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
            size_t size = strlen(tags[i][0]);
            if (tag.size <= size || strncasecmp(tag.data, tags[i][0], size) != 0)
                continue;
            size_t end = px_slice_find(tag, PX_SLICE(">"), size);
            take(px_slice_part(tag, 0, end == SIZE_MAX ? tag.size : end), tags[i][1], declaration);
        }
    }
    struct px_slice header = px_slice_part(start, 0, start.size < HEADER_BYTES ? start.size : HEADER_BYTES), line;
    while (px_slice_next(&header, '\n', &line) && px_slice_trim(line).size > 0)
        if (line.size > 13 && strncasecmp(line.data, "content-type:", 13) == 0)
            take(line, "charset", declaration);
}

bool px_declaration_is_latin(const char *name)
{
    static const char *const names[] = {"iso-8859-1", "iso8859-1",    "iso_8859-1", "latin1",   "latin-1", "us-ascii",
                                        "ascii",      "windows-1252", "cp1252",     "x-cp1252", "l1",      "8859-1"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcasecmp(name, names[i]) == 0)
            return true;
    return false;
}

/* Bytes that ISO 8859 leaves to control characters, and windows' sets use for letters. */
static bool has_windows_bytes(struct px_slice bytes)
{
    for (size_t i = 0; i < bytes.size; i++)
        if ((unsigned char)bytes.data[i] >= 0x80 && (unsigned char)bytes.data[i] < 0xA0)
            return true;
    return false;
}

const char *px_declaration_charset(const char *name, struct px_slice bytes)
{
    static const char *const larger[][2] = {{"gb2312", "gb18030"},
                                            {"gbk", "gb18030"},
                                            {"x-gbk", "gb18030"},
                                            {"euc-kr", "windows-949"},
                                            {"ks_c_5601-1987", "windows-949"},
                                            {"iso-8859-9", "windows-1254"},
                                            {"tis-620", "windows-874"},
                                            {"iso-8859-11", "windows-874"},
                                            {"win-1251", "windows-1251"},
                                            {"win1251", "windows-1251"},
                                            {"x-mac-roman", "macintosh"},
                                            {"koi8", "koi8-r"},
                                            {"shift-jis", "shift_jis"},
                                            {"unicode-1-1-utf-8", "utf-8"}};
    for (size_t i = 0; i < sizeof larger / sizeof *larger; i++)
        if (strcasecmp(name, larger[i][0]) == 0)
            return larger[i][1];
    static const char *const twins[][2] = {{"iso-8859-2", "windows-1250"},
                                           {"iso-8859-7", "windows-1253"},
                                           {"iso-8859-8", "windows-1255"},
                                           {"iso-8859-8-i", "windows-1255"}};
    for (size_t i = 0; i < sizeof twins / sizeof *twins; i++)
        if (strcasecmp(name, twins[i][0]) == 0 && has_windows_bytes(bytes))
            return twins[i][1];
    return name;
}
