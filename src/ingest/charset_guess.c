/* Guessing the character set of bytes that declare nothing: ICU's detector looks at the words that are not ASCII. */
#include <unicode/ucsdet.h>

#include "base/buffer.h"
#include "ingest/charset.h"

enum { SAMPLE_BYTES = 1 << 14, SEARCH_BYTES = 1 << 20, LEAST_BYTES = 4, LEAST_SURE = 10 };

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Words with a byte beyond ASCII, outside of tags; `*high` counts these bytes. */
static void sample(struct px_slice bytes, struct px_buffer *out, size_t *high)
{
    size_t limit = bytes.size < SEARCH_BYTES ? bytes.size : SEARCH_BYTES, start = 0, found = 0;
    for (size_t i = 0; i < limit && out->size < SAMPLE_BYTES; i++) {
        char c = bytes.data[i];
        if (is_blank(c) || c == '<' || c == '>') {
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
    if (found > 0)
        px_buffer_append(out, px_slice_part(bytes, start, limit));
    *high += found;
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

static bool is_latin_script(const char *name)
{
    static const char *const names[] = {"ISO-8859-2", "windows-1250", "ISO-8859-9", "windows-1254"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

const char *px_charset_guess(struct px_slice bytes, bool latin)
{
    struct px_buffer words = {0};
    size_t high = 0;
    sample(bytes, &words, &high);
    const char *name = words.failed || high < LEAST_BYTES ? NULL : ask(px_buffer_slice(&words));
    px_buffer_release(&words);
    return name != NULL && latin && is_latin_script(name) ? NULL : name;
}
