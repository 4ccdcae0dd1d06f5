/* Passages of an article as a reader finds them: its letter, its paragraphs, its words as they run. */
#include "comparison/place.h"

char px_comparison_letter(size_t article)
{
    return article < PX_COMPARE_MOST ? (char)('A' + article) : '?';
}

void px_comparison_article_name(const struct px_comparison *comparison, size_t article, struct px_buffer *out)
{
    struct px_slice outlet = comparison->articles[article]->outlet;
    px_buffer_byte(out, px_comparison_letter(article));
    if (outlet.size > 0)
        px_buffer_printf(out, " (%.*s)", PX_SLICE_ARG(outlet));
}

/* The first paragraph from block `from` on that begins in the spans, or the count of blocks. */
static size_t next_paragraph(const struct px_article *article, const struct px_spans *spans, size_t from)
{
    const struct px_block *blocks = article->blocks.items;
    while (from < article->blocks.count &&
           !(px_role_is_paragraph(blocks[from].role) && px_spans_hold(spans, blocks[from].start)))
        from++;
    return from;
}

void px_comparison_paragraphs(const struct px_comparison *comparison, size_t article, const struct px_spans *spans,
                              struct px_buffer *out)
{
    const struct px_article *of = comparison->articles[article];
    const struct px_block *blocks = of->blocks.items;
    size_t first = next_paragraph(of, spans, 0), last, next;
    px_buffer_printf(out, "%c¶", px_comparison_letter(article));
    for (bool opened = false; first < of->blocks.count; first = next, opened = true) {
        for (last = first; (next = next_paragraph(of, spans, last + 1)) < of->blocks.count &&
                           blocks[next].number == blocks[last].number + 1;
             last = next)
            ;
        px_buffer_printf(out, opened ? ", %u" : "%u", blocks[first].number);
        if (last > first)
            px_buffer_printf(out, "–%u", blocks[last].number);
    }
}

struct px_slice px_compare_running(const struct px_compare_context *context, size_t article, struct px_span span)
{
    const struct px_article *a = context->articles[article];
    struct px_slice words = px_slice_span(a->text, span);
    uint32_t first = px_compare_token_at(a, span.start);
    bool small = first < a->tokens.count && px_compare_form(context, &a->tokens.items[first])->stop && words.size > 1 &&
                 px_slice_is_capital(words, 0) && !px_slice_is_capital(words, 1);
    char *copy = small ? px_arena_take(&context->comparison->arena, words.size) : NULL;
    if (copy == NULL)
        return words;
    memcpy(copy, words.data, words.size);
    copy[0] = (char)(words.data[0] - 'A' + 'a');
    return (struct px_slice){copy, words.size};
}
