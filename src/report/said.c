#include "report/said.h"

#include <string.h>

#include "base/vector.h"
#include "report/sentence_name.h"

void px_said_cite(const struct px_article *article, uint32_t byte, struct px_said_cited *cited)
{
    size_t next = px_vector_from(&article->sentences, start, byte + 1), at = cited->count;
    uint32_t sentence = next == 0 ? 0 : (uint32_t)next - 1;
    while (at > 0 && cited->sentences[at - 1] > sentence)
        at--;
    if (at > 0 && cited->sentences[at - 1] == sentence)
        return;
    if (cited->count == PX_SAID_SENTENCES)
        return;
    memmove(&cited->sentences[at + 1], &cited->sentences[at], (cited->count - at) * sizeof sentence);
    cited->sentences[at] = sentence;
    cited->count++;
}

void px_said_cite_all(const struct px_article *article, struct px_span words, struct px_said_cited *cited)
{
    px_said_cite(article, words.start, cited);
    for (size_t s = px_vector_from(&article->sentences, start, words.start + 1);
         s < article->sentences.count && article->sentences.items[s].start < words.end; s++)
        px_said_cite(article, article->sentences.items[s].start, cited);
}

void px_said_append(struct px_slice text, struct px_buffer *out)
{
    size_t start = 0, at;
    while ((at = px_slice_find(text, PX_SLICE("\n"), start)) != SIZE_MAX) {
        while (at < text.size && text.data[at] == '\n')
            at++;
        px_buffer_append(out, px_slice_part(text, start, at));
        bool open = px_excerpt_marks(px_buffer_slice(out)).behind[0] != '\0';
        start = at + (open ? px_opening_mark(px_slice_part(text, at, text.size)) : 0);
    }
    px_buffer_append(out, px_slice_part(text, start, text.size));
}

/* The bytes of the comma's closing mark, where nothing or an ellipsis follows it; 0 where that is otherwise. */
static size_t mark_behind(struct px_slice said, size_t comma)
{
    static const char *const marks[] = {"”", "\"", "’", "'"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        struct px_slice mark = px_slice_from(marks[i]);
        struct px_slice rest = px_slice_part(said, comma + 1, said.size);
        if (!px_slice_starts(rest, mark))
            continue;
        rest = px_slice_part(rest, mark.size, rest.size);
        return rest.size == 0 || px_slice_starts(rest, PX_SLICE(" …")) ? mark.size : 0;
    }
    return 0;
}

void px_said_append_bare(struct px_slice said, struct px_buffer *out)
{
    size_t start = 0;
    for (size_t at = 0; at < said.size; at++) {
        if (said.data[at] != ',' || (mark_behind(said, at) == 0 && at + 1 < said.size))
            continue;
        px_buffer_append(out, px_slice_part(said, start, at));
        start = at + 1;
    }
    px_buffer_append(out, px_slice_part(said, start, said.size));
}
