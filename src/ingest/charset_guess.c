/* Guessing the character set of bytes that declare nothing: ICU's detector looks at the text that is not all ASCII. */
#include <unicode/ucsdet.h>

#include "base/buffer.h"
#include "ingest/charset.h"

enum { SAMPLE_BYTES = 1 << 14, SEARCH_BYTES = 1 << 20, LEAST_BYTES = 4, LEAST_SURE = 10 };

/* Pieces of text with a byte beyond ASCII, between tags and line ends; `*high` counts these bytes. */
static void sample(struct px_slice bytes, struct px_buffer *out, size_t *high)
{
    size_t limit = bytes.size < SEARCH_BYTES ? bytes.size : SEARCH_BYTES, start = 0, found = 0;
    for (size_t i = 0; i <= limit && out->size < SAMPLE_BYTES; i++) {
        char c = i == limit ? '\n' : bytes.data[i];
        if (c == '\n' || c == '\r' || c == '<' || c == '>') {
            if (found > 0 && c != '>') {
                px_buffer_append(out, px_slice_part(bytes, start, i));
                px_buffer_byte(out, ' ');
                *high += found;
            }
            start = i + 1;
            found = 0;
        }
        found += (unsigned char)c >= 0x80;
    }
}

static bool is_western(const char *name)
{
    return strcmp(name, "ISO-8859-1") == 0 || strcmp(name, "windows-1252") == 0 || strncmp(name, "UTF", 3) == 0;
}

/* ICU's names live as long as the program. */
static const char *ask(struct px_slice words)
{
    UErrorCode code = U_ZERO_ERROR;
    const char *name = NULL;
    UCharsetDetector *detector = ucsdet_open(&code);
    if (U_FAILURE(code))
        return NULL;
    ucsdet_setText(detector, words.data, (int32_t)words.size, &code);
    const UCharsetMatch *match = ucsdet_detect(detector, &code);
    if (U_SUCCESS(code) && match != NULL && ucsdet_getConfidence(match, &code) >= LEAST_SURE)
        name = ucsdet_getName(match, &code);
    ucsdet_close(detector);
    return U_FAILURE(code) || name == NULL || is_western(name) ? NULL : name;
}

/* ISO-8859-2 and windows-1250 share most letters, and ICU tells them apart by bytes that only the latter has. Polish
 * may do without these: there, 0xB9 is "ą" in the one and "š" in the other, which no text with "ł", "ż", "ę", "ń" and
 * without "ě", "ř", "č", "ů" has. */
static bool is_polish_windows(struct px_slice words)
{
    size_t counts[256] = {0};
    for (size_t i = 0; i < words.size; i++)
        counts[(unsigned char)words.data[i]]++;
    size_t polish = counts[0xB3] + counts[0xBF] + counts[0xEA] + counts[0xF1];
    size_t czech = counts[0xEC] + counts[0xF8] + counts[0xE8] + counts[0xF9];
    return polish > czech && counts[0xB9] > counts[0xB1];
}

/* DOS Russian, which ICU does not look for: "а" to "п" stand where other sets have signs. */
static bool is_dos_russian(struct px_slice words)
{
    size_t high = 0, letters = 0, signs = 0;
    for (size_t i = 0; i < words.size; i++) {
        unsigned char c = (unsigned char)words.data[i];
        high += c >= 0x80;
        signs += c >= 0xA0 && c < 0xB0;
        letters += (c >= 0x80 && c < 0xB0) || (c >= 0xE0 && c < 0xF2);
    }
    return high > 8 && signs * 10 >= high * 4 && letters * 10 >= high * 9;
}

static const char *tell_apart(const char *name, struct px_slice words)
{
    if (name == NULL && is_dos_russian(words))
        return "IBM866";
    if (name == NULL || strcmp(name, "ISO-8859-2") != 0)
        return name;
    return is_polish_windows(words) ? "windows-1250" : name;
}

static bool is_latin_script(const char *name)
{
    static const char *const names[] = {"ISO-8859-2", "windows-1250", "ISO-8859-9", "windows-1254"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

/* Do most bytes beyond ASCII stand side by side, as the letters of a script of its own do? What Latin text has of them, accents,
 * marks and no-break spaces, stands by itself. */
static bool are_words(struct px_slice words)
{
    size_t high = 0, beside = 0;
    bool before = false;
    for (size_t i = 0; i < words.size; i++) {
        bool here = (unsigned char)words.data[i] >= 0x80;
        bool behind = i + 1 < words.size && (unsigned char)words.data[i + 1] >= 0x80;
        high += here;
        beside += here && (before || behind);
        before = here;
    }
    return beside * 2 >= high;
}

const char *px_charset_guess(struct px_slice bytes, bool latin)
{
    struct px_buffer words = {0};
    size_t high = 0;
    sample(bytes, &words, &high);
    const char *name =
        words.failed || high < LEAST_BYTES ? NULL : tell_apart(ask(px_buffer_slice(&words)), px_buffer_slice(&words));
    if (name != NULL && !is_latin_script(name) && !are_words(px_buffer_slice(&words)))
        name = NULL;
    px_buffer_release(&words);
    return name != NULL && latin && is_latin_script(name) ? NULL : name;
}
