#include "ingest/genre.h"
#include "ingest/inside.h"

static bool add_paragraph(struct px_article *article, size_t start, size_t end)
{
    struct px_block *block = px_vector_push(&article->blocks, &article->arena);
    if (block == NULL)
        return false;
    *block = (struct px_block){.start = (uint32_t)start,
                               .end = (uint32_t)end,
                               .role = PX_ROLE_PARAGRAPH,
                               .number = (uint32_t)article->blocks.count};
    return true;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

enum px_status px_verbatim_read(const struct px_ingest *ingest, struct px_slice text, bool judge_language,
                                struct px_article *article, struct px_error *error)
{
    size_t start = SIZE_MAX, end = 0;
    bool fine = true;
    article->verbatim = true;
    article->text = px_arena_copy(&article->arena, text);
    for (size_t at = 0; at < text.size && fine;) {
        const char *stop = memchr(text.data + at, '\n', text.size - at);
        size_t line_end = stop == NULL ? text.size : (size_t)(stop - text.data);
        size_t first = at, last = line_end;
        while (first < last && is_blank(text.data[first]))
            first++;
        while (last > first && is_blank(text.data[last - 1]))
            last--;
        if (first < last) {
            start = start == SIZE_MAX ? first : start;
            end = last;
        } else if (start != SIZE_MAX) {
            fine = add_paragraph(article, start, end);
            start = SIZE_MAX;
        }
        at = line_end + 1;
    }
    if (fine && start != SIZE_MAX)
        fine = add_paragraph(article, start, end);
    if (!fine || article->text.data == NULL)
        return px_no_memory(error);
    article->counts.paragraphs = (uint32_t)article->blocks.count;
    struct px_page page = {.rules = ingest->rules};
    if (judge_language)
        px_language_judge(&page, article);
    return PX_OK;
}
