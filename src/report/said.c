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
    memmove(&cited->sentences[at + 1], &cited->sentences[at], (cited->count - at) * sizeof sentence);
    cited->sentences[at] = sentence;
    cited->count++;
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

void px_said_end(struct px_buffer *said)
{
    static const struct px_slice MARKS[] = {PX_SLICE_STATIC(",”"), PX_SLICE_STATIC(",\""), PX_SLICE_STATIC(",’"),
                                            PX_SLICE_STATIC(",'")};
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS && !said->failed; i++) {
        if (!px_slice_ends(px_buffer_slice(said), MARKS[i]))
            continue;
        said->size -= MARKS[i].size;
        px_buffer_append(said, px_slice_part(MARKS[i], 1, MARKS[i].size));
        return;
    }
}
