#include "text/normalise.h"

#include <stdlib.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "text/characters.h"
#include "text/utf8.h"

/* UTF-16 as ICU wants it, on the heap. `size` may grow by the factor 3 in folding and composing. */
struct wide {
    UChar *units;
    int32_t size;
    int32_t capacity;
};

static bool wide_init(struct wide *wide, size_t capacity)
{
    *wide = (struct wide){0};
    if (capacity > INT32_MAX / 4 / sizeof *wide->units)
        return false;
    wide->units = malloc((capacity + 1) * sizeof *wide->units);
    wide->capacity = (int32_t)capacity + 1;
    return wide->units != NULL;
}

static bool wide_read(struct wide *wide, struct px_slice text)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t size = 0;
    if (!wide_init(wide, text.size))
        return false;
    u_strFromUTF8WithSub(wide->units, wide->capacity, &size, text.data, (int32_t)text.size, 0xFFFD, NULL, &status);
    wide->size = size;
    return U_SUCCESS(status);
}

/* to = NFC(from) */
static bool wide_compose(const struct wide *from, struct wide *to)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    if (U_FAILURE(status) || !wide_init(to, (size_t)from->size * 3))
        return false;
    to->size = unorm2_normalize(nfc, from->units, from->size, to->units, to->capacity, &status);
    return U_SUCCESS(status);
}

/* to = full case folding of from */
static bool wide_fold(const struct wide *from, struct wide *to)
{
    UErrorCode status = U_ZERO_ERROR;
    if (!wide_init(to, (size_t)from->size * 3))
        return false;
    to->size = u_strFoldCase(to->units, to->capacity, from->units, from->size, U_FOLD_CASE_DEFAULT, &status);
    return U_SUCCESS(status);
}

/* Plain apostrophes and hyphens, nothing invisible. All of these are single units. */
static void wide_plain(struct wide *wide)
{
    int32_t kept = 0;
    for (int32_t i = 0; i < wide->size; i++) {
        UChar unit = wide->units[i];
        if (px_text_is_invisible(unit))
            continue;
        wide->units[kept++] = px_text_is_apostrophe(unit) ? '\'' : px_text_is_hyphen(unit) ? '-' : unit;
    }
    wide->size = kept;
}

static bool wide_write(const struct wide *wide, struct px_buffer *out)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t size = 0;
    if (!px_buffer_reserve(out, (size_t)wide->size * 3 + 1))
        return false;
    u_strToUTF8WithSub(out->data + out->size, wide->size * 3 + 1, &size, wide->units, wide->size, 0xFFFD, NULL,
                       &status);
    if (U_FAILURE(status))
        return false;
    out->size += (size_t)size;
    out->data[out->size] = '\0';
    return true;
}

enum { STEPS = 4 };

/* NFC before folding, so that canonically equal words fold alike, and after it, since folding decomposes. */
static bool fold_in_steps(struct px_slice text, struct wide steps[STEPS], struct px_buffer *out)
{
    if (!wide_read(&steps[0], text))
        return false;
    wide_plain(&steps[0]);
    if (!wide_compose(&steps[0], &steps[1]) || !wide_fold(&steps[1], &steps[2]))
        return false;
    wide_plain(&steps[2]);
    return wide_compose(&steps[2], &steps[3]) && wide_write(&steps[3], out);
}

/* Letters of Latin and of the Slavic languages' Cyrillic, and general punctuation, which folding maps one by one and
 * composing leaves alone: most of what is not ASCII in a newspaper. Their few folds of several letters (and the two
 * spaces that NFC replaces) are left to ICU. */
static bool folds_alone(uint32_t c)
{
    if (c >= 0x300)
        return (c >= 0x400 && c <= 0x45F) || (c >= 0x2002 && c <= 0x206F);
    return c != 0xDF && c != 0x130 && c != 0x149 && c != 0x1F0;
}

/* Folds text of ASCII. */
static void fold_ascii(struct px_slice text, struct px_buffer *out)
{
    if (!px_buffer_reserve(out, text.size + 1))
        return;
    char *to = out->data + out->size;
    for (size_t i = 0; i < text.size; i++)
        to[i] = (char)(text.data[i] >= 'A' && text.data[i] <= 'Z' ? text.data[i] | 0x20 : text.data[i]);
    out->size += text.size;
    out->data[out->size] = '\0';
}

/* Folds one character after the other; false, with nothing written, when one needs to see its neighbours. */
static bool fold_alone(struct px_slice text, struct px_buffer *out)
{
    size_t start = out->size;
    for (size_t at = 0; at < text.size;) {
        size_t end = px_text_ascii_end(text, at);
        if (end > at) {
            fold_ascii(px_slice_part(text, at, end), out);
            at = end;
            continue;
        }
        uint32_t c = px_utf8_next(text, &at);
        if (px_text_is_apostrophe(c)) {
            px_buffer_byte(out, '\'');
        } else if (px_text_is_hyphen(c)) {
            px_buffer_byte(out, '-');
        } else if (!folds_alone(c)) {
            out->size = start;
            return false;
        } else if (!px_text_is_invisible(c)) {
            px_utf8_append(out, (uint32_t)u_foldCase((UChar32)c, U_FOLD_CASE_DEFAULT));
        }
    }
    return true;
}

static void fold_with_icu(struct px_slice text, struct px_buffer *out)
{
    struct wide steps[STEPS] = {{0}};
    if (!fold_in_steps(text, steps, out))
        out->failed = true;
    free(steps[0].units);
    free(steps[1].units);
    free(steps[2].units);
    free(steps[3].units);
}

void px_text_fold(struct px_slice text, struct px_buffer *out)
{
    if (text.size == 0)
        return;
    if (px_text_ascii_end(text, 0) < text.size) {
        if (!fold_alone(text, out))
            fold_with_icu(text, out);
        return;
    }
    fold_ascii(text, out);
}

/* The letter under the marks; the code point itself where it has none. */
static uint32_t base_letter(const UNormalizer2 *nfd, uint32_t c)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar parts[8];
    int32_t size = c < 0x80 || nfd == NULL ? -1 : unorm2_getDecomposition(nfd, (UChar32)c, parts, 8, &status);
    return U_SUCCESS(status) && size > 1 && u_isalpha(parts[0]) && !U16_IS_SURROGATE(parts[0]) ? parts[0] : c;
}

void px_text_unmark(struct px_slice text, struct px_buffer *out)
{
    if (px_text_ascii_end(text, 0) == text.size) {
        px_buffer_append(out, text);
        return;
    }
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
    for (size_t at = 0; at < text.size;)
        px_utf8_append(out, base_letter(U_SUCCESS(status) ? nfd : NULL, px_utf8_next(text, &at)));
}

/* Composes what stands in `out` from `start` on. */
static void compose_tail(struct px_buffer *out, size_t start)
{
    struct wide read = {0};
    struct wide composed = {0};
    struct px_slice tail = {out->data + start, out->size - start};
    bool done = wide_read(&read, tail) && wide_compose(&read, &composed);
    if (done) {
        out->size = start;
        done = wide_write(&composed, out);
    }
    if (!done)
        out->failed = true;
    free(read.units);
    free(composed.units);
}

void px_text_compose(struct px_slice text, struct px_buffer *out)
{
    size_t start = out->size;
    px_buffer_append(out, text);
    if (!out->failed)
        compose_tail(out, start);
}

/* Could composing change this character? Below U+0300 nothing can. */
static bool may_compose(uint32_t c)
{
    return c >= 0x300 && (c < 0x2000 || c > 0x206F) && c != PX_UTF8_BAD &&
           (u_getCombiningClass((UChar32)c) != 0 ||
            u_getIntPropertyValue((UChar32)c, UCHAR_NFC_QUICK_CHECK) != UNORM_YES);
}

static bool is_dropped(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || px_text_is_invisible(c);
}

/* The joiners are letters' business outside ASCII (Persian, Indic, emoji): there they stay between two characters. */
static bool joins(uint32_t joiner, uint32_t before, struct px_slice text, size_t at)
{
    if ((joiner != 0x200C && joiner != 0x200D) || before < 0x80 || at >= text.size)
        return false;
    uint32_t after = px_utf8_next(text, &at);
    return after >= 0x80 && after != PX_UTF8_BAD && !px_utf8_is_space(after) && !is_dropped(after);
}

/* The end of the run of visible ASCII from `at` on: nothing that tidying changes. */
static size_t visible_end(struct px_slice text, size_t at)
{
    while (at < text.size && text.data[at] > ' ' && text.data[at] <= '~')
        at++;
    return at;
}

void px_text_tidy(struct px_slice text, struct px_buffer *out)
{
    size_t start = out->size;
    bool space = false;
    bool composes = false;
    uint32_t before = 0;
    for (size_t at = 0; at < text.size;) {
        size_t from = at;
        uint32_t c = px_utf8_next(text, &at);
        if (px_utf8_is_space(c) && !px_text_is_invisible(c)) {
            space = true;
            continue;
        }
        if (c != 0x85 && is_dropped(c) && !joins(c, space ? 0 : before, text, at))
            continue;
        if (space && out->size > start)
            px_buffer_byte(out, ' ');
        if (c < 0x80) { /* with what goes on like it */
            at = visible_end(text, at);
            px_buffer_append(out, px_slice_part(text, from, at));
        } else {
            px_utf8_append(out, c);
        }
        composes = composes || may_compose(c);
        before = c;
        space = false;
    }
    if (composes && !out->failed)
        compose_tail(out, start);
}
