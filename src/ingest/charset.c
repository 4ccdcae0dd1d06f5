#include "ingest/charset.h"

#include <stdio.h>
#include <strings.h>
#include <unicode/ucnv.h>

#include "base/buffer.h"
#include "ingest/declaration.h"
#include "text/utf8.h"

enum { SAMPLE_BYTES = 1 << 16, REPLACED_PER = 50, LETTERS_PER = 2 };

/* --------------------------------------------------------------------------------------------------------- binary */

static bool is_control(unsigned char byte)
{
    return byte < 0x20 && !(byte >= '\t' && byte <= '\r') && byte != 0x1B;
}

/* Many control bytes, or more than a stray zero byte, and it is no text in any single-byte set. */
static bool is_binary(struct px_slice bytes)
{
    if (px_slice_starts(bytes, PX_SLICE("%PDF-")))
        return true;
    size_t size = bytes.size < SAMPLE_BYTES ? bytes.size : SAMPLE_BYTES, control = 0, zero = 0;
    for (size_t start = 0; start < size; start += UINT8_MAX) { /* counts of a byte each: many at a time */
        size_t end = size - start < UINT8_MAX ? size : start + UINT8_MAX;
        uint8_t controls = 0, zeros = 0;
        for (size_t i = start; i < end; i++) {
            controls = (uint8_t)(controls + is_control((unsigned char)bytes.data[i]));
            zeros = (uint8_t)(zeros + (bytes.data[i] == 0));
        }
        control += controls;
        zero += zeros;
    }
    return control * 50 > size || zero * 200 > size;
}

/* ------------------------------------------------------------------------------------------------------ converting */

/* Bytes turned into UTF-8 by ICU's converter of that name. PX_ERROR_NOT_FOUND: it knows none. */
static enum px_status convert(struct px_slice bytes, const char *name, struct px_arena *arena, struct px_slice *text,
                              struct px_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(name, &code);
    if (U_FAILURE(code))
        return px_error_set(error, PX_ERROR_NOT_FOUND, "unknown character set '%s'", name);
    enum px_status status = PX_OK;
    size_t capacity = bytes.size * 3 + 8;
    char *target = bytes.size > INT32_MAX / 4 ? NULL : px_arena_take(arena, capacity);
    int32_t size = 0;
    if (target == NULL)
        status = px_no_memory(error);
    else
        size =
            ucnv_toAlgorithmic(UCNV_UTF8, converter, target, (int32_t)capacity, bytes.data, (int32_t)bytes.size, &code);
    if (status == PX_OK && U_FAILURE(code))
        status = px_error_set(error, PX_ERROR_INPUT, "input cannot be read as %s", name);
    if (status == PX_OK)
        *text = (struct px_slice){target, (size_t)size};
    ucnv_close(converter);
    return status;
}

/* Does this read like text: half of it letters, few characters that were none? */
static bool is_plausible(struct px_slice text)
{
    size_t all = 0, letters = 0, replaced = 0;
    text.size = text.size < SAMPLE_BYTES ? text.size : SAMPLE_BYTES;
    for (size_t at = 0; at < text.size; all++) {
        uint32_t c = px_utf8_next(text, &at);
        letters += px_utf8_is_letter(c);
        replaced += c == PX_UTF8_BAD || (c >= 0xE000 && c < 0xF900) || (c < 0x20 && is_control((unsigned char)c));
    }
    return letters * LETTERS_PER >= all && replaced * REPLACED_PER <= all;
}

/* UTF-8 with zero bytes in it? In two bytes a character, other control bytes stand beside them, or half of all are zero. */
static bool is_utf8_with_zeros(struct px_slice bytes, size_t zeros)
{
    enum { CUT = 4 }; /* at the end, of a character that goes on behind */
    size_t controls = 0;
    for (size_t i = 0; i < bytes.size; i++)
        controls += is_control((unsigned char)bytes.data[i]);
    return controls == zeros && zeros * 4 < bytes.size && px_utf8_check(bytes) + CUT > bytes.size;
}

/* UTF-16 or UTF-32 without a byte order mark: zero bytes stand at the same place of each unit. */
static const char *guess_wide(struct px_slice bytes)
{
    size_t size = bytes.size < SAMPLE_BYTES ? bytes.size & ~(size_t)3 : SAMPLE_BYTES, zero[4] = {0, 0, 0, 0};
    if (memchr(bytes.data, 0, size) == NULL)
        return NULL;
    for (size_t i = 0; i < size; i++)
        zero[i & 3] += bytes.data[i] == 0;
    size_t even = zero[0] + zero[2], odd = zero[1] + zero[3];
    if (size < 16 || (even + odd) * 50 < size || is_utf8_with_zeros((struct px_slice){bytes.data, size}, even + odd))
        return NULL;
    if (zero[3] * 4 == size && zero[2] * 8 > size && zero[0] * 64 < size)
        return "UTF-32LE";
    if (zero[0] * 4 == size && zero[1] * 8 > size && zero[3] * 64 < size)
        return "UTF-32BE";
    return odd > 8 * even ? "UTF-16LE" : even > 8 * odd ? "UTF-16BE" : NULL;
}

/* ----------------------------------------------------------------------------------------------------- windows-1252 */

/* Code points at 0x80..0x9F; 0 where it has none. */
static const uint16_t windows[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

uint32_t px_charset_windows(unsigned char byte)
{
    return byte < 0x80 || byte >= 0xA0 ? byte : windows[byte - 0x80] == 0 ? PX_UTF8_BAD : windows[byte - 0x80];
}

int px_charset_windows_byte(uint32_t c)
{
    if (c < 0x80 || (c >= 0xA0 && c < 0x100))
        return (int)c;
    for (int i = 0; i < 32; i++)
        if (windows[i] == c || (windows[i] == 0 && c == 0x80u + (uint32_t)i))
            return 0x80 + i;
    return -1;
}

/* ------------------------------------------------------------------------------------------------- UTF-8 and nearly */

/* A surrogate in three bytes, as careless programs write them; 0 when there is none at `at`. */
static uint32_t surrogate_at(struct px_slice bytes, size_t at)
{
    if (at + 3 > bytes.size || (unsigned char)bytes.data[at] != 0xED)
        return 0;
    unsigned char second = (unsigned char)bytes.data[at + 1], third = (unsigned char)bytes.data[at + 2];
    bool is = second >= 0xA0 && second <= 0xBF && (third & 0xC0) == 0x80;
    return is ? 0xD000u | (uint32_t)(second & 0x3F) << 6 | (third & 0x3Fu) : 0;
}

/* A character of broken UTF-8 that is not simply one: a pair of surrogates is the character it stands for, a lone one
 * and an overlong zero are none. Gives its bytes; 0: nothing of that kind is there. */
static size_t broken_at(struct px_slice bytes, size_t at, uint32_t *c)
{
    uint32_t high = surrogate_at(bytes, at), low = high == 0 ? 0 : surrogate_at(bytes, at + 3);
    bool zero =
        at + 2 <= bytes.size && (unsigned char)bytes.data[at] == 0xC0 && (unsigned char)bytes.data[at + 1] == 0x80;
    if (zero) {
        *c = ' ';
        return 2;
    }
    if (high == 0)
        return 0;
    bool pair = high < 0xDC00 && low >= 0xDC00;
    *c = pair ? 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00) : PX_UTF8_BAD;
    return pair ? 6 : 3;
}

/* Is this UTF-8 but for a few bytes? Sequences of it hardly come about by chance: a declaration may add to that. */
static bool is_nearly_utf8(struct px_slice bytes, bool declared)
{
    size_t good = 0, bad = 0, limit = bytes.size < SAMPLE_BYTES * 16 ? bytes.size : SAMPLE_BYTES * 16;
    for (size_t at = 0; at < limit;) {
        size_t start = at;
        uint32_t c;
        size_t broken = (unsigned char)bytes.data[at] < 0x80 ? 0 : broken_at(bytes, at, &c);
        if (broken > 0)
            at += broken;
        else
            px_utf8_next(bytes, &at);
        good += at - start > 1;
        bad += at - start == 1 && (unsigned char)bytes.data[start] >= 0x80;
    }
    return good > bad || (good > 3 && good * 2 >= bad) || (declared && good * 4 >= bad);
}

/* UTF-8 where it is whole (when `utf8` is set), windows-1252 for every other byte. */
static enum px_status read_bytes(struct px_slice bytes, bool utf8, struct px_arena *arena, struct px_slice *text,
                                 size_t *stray, struct px_error *error)
{
    struct px_buffer out = {0};
    px_buffer_reserve(&out, bytes.size + bytes.size / 8);
    for (size_t at = 0; at < bytes.size;) {
        size_t start = at;
        uint32_t c = 0;
        bool ascii = (unsigned char)bytes.data[at] < 0x80;
        size_t broken = ascii || !utf8 ? 0 : broken_at(bytes, at, &c);
        if (utf8 && broken == 0)
            px_utf8_next(bytes, &at);
        else
            at += broken > 0 ? broken : 1;
        if (broken > 0)
            px_utf8_append(&out, c);
        else if (at - start > 1 || ascii)
            px_buffer_append(&out, px_slice_part(bytes, start, at));
        else
            px_utf8_append(&out, px_charset_windows((unsigned char)bytes.data[start]));
        *stray += broken == 0 && at - start == 1 && !ascii;
    }
    *text = px_buffer_keep(&out, arena);
    return text->data == NULL ? px_no_memory(error) : PX_OK;
}

/* Zero bytes end strings in other people's code: they become spaces. */
static enum px_status clear_zeros(struct px_arena *arena, struct px_slice *text, struct px_error *error)
{
    if (memchr(text->data, 0, text->size) == NULL)
        return PX_OK;
    char *copy = px_arena_take(arena, text->size + 1);
    if (copy == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < text->size; i++)
        copy[i] = text->data[i] == 0 ? ' ' : text->data[i];
    text->data = copy;
    return PX_OK;
}

/* ------------------------------------------------------------------------------------------------------- deciding */

/* Bytes that are no UTF-8: as declared, as guessed, as windows-1252. */
static enum px_status decode_legacy(struct px_slice bytes, const char *declared, struct px_arena *arena,
                                    struct px_slice *text, struct px_charset_notes *notes, struct px_error *error)
{
    bool latin = declared[0] == 0 || px_declaration_is_latin(declared);
    size_t ignored = 0;
    if (!latin) {
        enum px_status status = convert(bytes, px_declaration_charset(declared, bytes), arena, text, NULL);
        if (status == PX_OK || status == PX_ERROR_MEMORY)
            return status == PX_OK ? PX_OK : px_no_memory(error);
        snprintf(notes->unknown, sizeof notes->unknown, "%s", declared);
    }
    const char *guess = px_charset_guess(bytes, declared[0] != 0 && latin);
    if (guess != NULL)
        guess = px_declaration_charset(guess, bytes);
    if (guess != NULL && convert(bytes, guess, arena, text, NULL) == PX_OK) {
        snprintf(notes->guessed, sizeof notes->guessed, "%s", guess);
        return PX_OK;
    }
    return read_bytes(bytes, false, arena, text, &ignored, error);
}

static enum px_status decode_bytes(struct px_slice bytes, const char *transport, struct px_arena *arena,
                                   struct px_slice *text, struct px_charset_notes *notes, struct px_error *error)
{
    struct px_declaration declaration = {.name = ""};
    if (px_slice_find(bytes, PX_SLICE("\x1B$"), 0) != SIZE_MAX &&
        convert(bytes, "ISO-2022-JP", arena, text, NULL) == PX_OK)
        return PX_OK;
    if (px_utf8_check(bytes) == bytes.size) {
        *text = bytes;
        return PX_OK;
    }
    px_declaration_find(bytes, &declaration);
    if (transport != NULL)
        snprintf(declaration.name, sizeof declaration.name, "%s", transport);
    if (is_nearly_utf8(bytes, declaration.utf8))
        return read_bytes(bytes, true, arena, text, &notes->stray, error);
    return decode_legacy(bytes, declaration.name, arena, text, notes, error);
}

/* What binary files that people take for articles begin with, and what to do with them. */
static enum px_status refuse_binary(struct px_slice bytes, struct px_error *error)
{
    static const struct {
        struct px_slice mark;
        const char *advice;
    } kinds[] = {{{"%PDF-", 5}, "a PDF: take its text out first, as pdftotext does"},
                 {{"PK\3\4", 4}, "a zip file, as office documents are: save the article as text or HTML"},
                 {{"\xD0\xCF\x11\xE0", 4}, "an office document: save the article as text or HTML"},
                 {{"\x1F\x8B", 2}, "compressed: unpack it first, or give it as a corpus (--corpus)"},
                 {{"\xFF\xD8\xFF", 3}, "a picture: take its text out first, as tesseract does"},
                 {{"\x89PNG", 4}, "a picture: take its text out first, as tesseract does"},
                 {{"bplist00", 8}, "a web archive, or another list of a Mac: save the page as its source, in HTML"}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (px_slice_starts(bytes, kinds[i].mark))
            return px_error_set(error, PX_ERROR_INPUT, "input is binary, not text: %s", kinds[i].advice);
    return px_error_set(error, PX_ERROR_INPUT, "input is binary, not text: save the article as text or HTML");
}

/* Is it a page that a browser saved in one file with its pictures, as a mail with attachments? */
static bool is_mail_of_parts(struct px_slice bytes)
{
    struct px_slice head = px_slice_part(bytes, 0, bytes.size < 4096 ? bytes.size : 4096);
    size_t end = px_slice_find(head, PX_SLICE("\n\n"), 0), crlf = px_slice_find(head, PX_SLICE("\r\n\r\n"), 0);
    head.size = end < head.size ? end : head.size;
    head.size = crlf < head.size ? crlf : head.size;
    return (px_slice_starts(head, PX_SLICE("From: ")) || px_slice_starts(head, PX_SLICE("MIME-Version: "))) &&
           px_slice_find(head, PX_SLICE("multipart/related"), 0) != SIZE_MAX;
}

/* Is its first line that is no remark a word of CoNLL-U: ten columns, of which the first is its number? */
static bool is_conllu(struct px_slice bytes)
{
    struct px_slice line;
    size_t tabs = 0;
    while (px_slice_next(&bytes, '\n', &line) && (px_slice_trim(line).size == 0 || line.data[0] == '#'))
        continue;
    for (size_t i = 0; i < line.size; i++)
        tabs += line.data[i] == '\t';
    return tabs == 9 && line.data[0] == '1' && strchr("\t-.", line.data[1]) != NULL;
}

/* Text that has an article in a wrapping of its own, and what to do with it. */
static enum px_status refuse_wrapped(struct px_slice bytes, struct px_error *error)
{
    if (is_mail_of_parts(bytes))
        return px_error_set(error, PX_ERROR_INPUT,
                            "input is a page with its pictures in one file (MHTML): save the page as HTML alone");
    if (px_slice_starts(bytes, PX_SLICE("{\\rtf")))
        return px_error_set(error, PX_ERROR_INPUT, "input is rich text (RTF): save the article as text or HTML");
    if (is_conllu(bytes))
        return px_error_set(error, PX_ERROR_INPUT,
                            "input is CoNLL-U, not an article: 'parse --input conllu' reads it as such");
    if (px_slice_starts(bytes, PX_SLICE("[InternetShortcut]")))
        return px_error_set(error, PX_ERROR_INPUT, "input is a link to a page, not the page: save the page itself");
    return PX_OK;
}

static enum px_status decode_marked(struct px_slice bytes, const char *transport, struct px_arena *arena,
                                    struct px_slice *text, struct px_charset_notes *notes, struct px_error *error)
{
    static const struct {
        struct px_slice mark;
        const char *name;
    } marks[] = {{{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                 {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
                 {{"\xFF\xFE", 2}, "UTF-16LE"},
                 {{"\xFE\xFF", 2}, "UTF-16BE"},
                 {{"\x84\x31\x95\x33", 4}, "GB18030"}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (px_slice_starts(bytes, marks[i].mark))
            return convert(px_slice_part(bytes, marks[i].mark.size, bytes.size), marks[i].name, arena, text, error);
    if (px_slice_starts(bytes, PX_SLICE("\xEF\xBB\xBF")))
        bytes = px_slice_part(bytes, 3, bytes.size);
    const char *wide = guess_wide(bytes);
    if (wide != NULL && convert(bytes, wide, arena, text, NULL) == PX_OK && is_plausible(*text) && !is_binary(*text))
        return PX_OK;
    if (is_binary(bytes))
        return refuse_binary(bytes, error);
    return decode_bytes(bytes, transport, arena, text, notes, error);
}

enum px_status px_charset_accept(struct px_slice bytes, struct px_arena *arena, struct px_slice *text,
                                 struct px_error *error)
{
    *text = bytes;
    if (px_slice_trim(bytes).size == 0)
        return px_error_set(error, PX_ERROR_INPUT, "input is empty");
    return clear_zeros(arena, text, error);
}

enum px_status px_charset_decode(struct px_slice bytes, const char *declared, struct px_arena *arena,
                                 struct px_slice *text, struct px_charset_notes *notes, struct px_error *error)
{
    struct px_charset_notes unused = {.stray = 0};
    *text = (struct px_slice){0};
    if (notes == NULL)
        notes = &unused;
    if (bytes.size == 0)
        return px_error_set(error, PX_ERROR_INPUT, "input is empty");
    enum px_status status = decode_marked(bytes, declared, arena, text, notes, error);
    if (status == PX_OK)
        status = refuse_wrapped(*text, error);
    if (status == PX_OK)
        status = px_charset_accept(*text, arena, text, error);
    if (status != PX_OK)
        *text = (struct px_slice){0};
    return status;
}

void px_charset_warn(const struct px_charset_notes *notes, struct px_article *article)
{
    if (notes->unknown[0] != 0)
        px_article_warn(article, "unknown character set '%s'", notes->unknown);
    if (notes->guessed[0] != 0)
        px_article_warn(article, "the character set was guessed: %s", notes->guessed);
    if (notes->stray > 0)
        px_article_warn(article, "%zu byte%s no UTF-8: read as windows-1252", notes->stray,
                        notes->stray == 1 ? " is" : "s are");
    if (notes->repaired > 0)
        px_article_warn(article, "%zu character%s encoded twice: repaired", notes->repaired,
                        notes->repaired == 1 ? " was" : "s were");
}
