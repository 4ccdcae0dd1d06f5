#include "report/said.h"

#include <string.h>

#include "report/sentence_name.h"

void px_said_cite(const struct px_article *article, uint32_t byte, struct px_said_cited *cited)
{
    uint32_t sentence = 0;
    size_t at = cited->count;
    while (sentence + 1 < article->sentences.count && article->sentences.items[sentence + 1].start <= byte)
        sentence++;
    while (at > 0 && cited->sentences[at - 1] > sentence)
        at--;
    if (at > 0 && cited->sentences[at - 1] == sentence)
        return;
    memmove(&cited->sentences[at + 1], &cited->sentences[at], (cited->count - at) * sizeof sentence);
    cited->sentences[at] = sentence;
    cited->count++;
}

/* Bytes of the mark of quotation that the text begins with, or 0. */
static size_t opening_mark(struct px_slice text)
{
    static const char *const MARKS[] = {"\"", "“", "'", "‘"};
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        if (px_slice_starts(text, px_slice_from(MARKS[i])))
            return strlen(MARKS[i]);
    return 0;
}

void px_said_append(struct px_slice text, struct px_buffer *out)
{
    size_t start = 0, at;
    while ((at = px_slice_find(text, PX_SLICE("\n"), start)) != SIZE_MAX) {
        while (at < text.size && text.data[at] == '\n')
            at++;
        px_buffer_append(out, px_slice_part(text, start, at));
        bool open = px_excerpt_marks(px_buffer_slice(out)).behind[0] != '\0';
        start = at + (open ? opening_mark(px_slice_part(text, at, text.size)) : 0);
    }
    px_buffer_append(out, px_slice_part(text, start, text.size));
}
