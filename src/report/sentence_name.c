#include "report/sentence_name.h"

#include "text/utf8.h"

char px_page_letter(size_t article)
{
    return article < 26 ? (char)('A' + article) : '?';
}

void px_article_name(const struct px_comparison *comparison, size_t article, struct px_buffer *out)
{
    struct px_slice outlet = comparison->articles[article]->outlet;
    px_buffer_byte(out, px_page_letter(article));
    if (outlet.size > 0)
        px_buffer_printf(out, " (%.*s)", PX_SLICE_ARG(outlet));
}

/* Number of a heading among the article's headings, from 1. */
static size_t heading_number(const struct px_article *article, size_t block)
{
    size_t number = 0;
    for (size_t i = 0; i <= block; i++)
        number += article->blocks.items[i].role == PX_ROLE_HEADING;
    return number;
}

static void write(const struct px_article *article, size_t number, size_t index, bool anchor, struct px_buffer *out)
{
    const struct px_sentence *sentence = &article->sentences.items[index];
    const struct px_block *block = &article->blocks.items[sentence->block];
    size_t within = index - block->first_sentence + 1;
    char letter = (char)(px_page_letter(number) + (anchor ? 'a' - 'A' : 0));
    px_buffer_byte(out, letter);
    if (px_role_is_paragraph(block->role)) {
        px_buffer_string(out, anchor ? "" : "¶");
        px_buffer_unsigned(out, block->number);
    } else {
        px_buffer_byte(out, anchor ? '-' : ' ');
        px_buffer_string(out, block->role == PX_ROLE_TITLE        ? "title"
                              : block->role == PX_ROLE_STANDFIRST ? "standfirst"
                                                                  : "heading");
    }
    if (block->role == PX_ROLE_HEADING) {
        px_buffer_string(out, anchor ? "" : " ");
        px_buffer_unsigned(out, heading_number(article, sentence->block));
    }
    px_buffer_byte(out, anchor ? '-' : '.');
    px_buffer_unsigned(out, within);
}

void px_sentence_label(const struct px_article *article, size_t number, size_t sentence, struct px_buffer *out)
{
    write(article, number, sentence, false, out);
}

void px_sentence_anchor(const struct px_article *article, size_t number, size_t sentence, struct px_buffer *out)
{
    write(article, number, sentence, true, out);
}

bool px_referent_is_telling(const struct px_comparison *comparison, const struct px_referent *referent)
{
    uint32_t articles = 0;
    for (size_t i = 0; i < comparison->article_count; i++)
        articles += referent->mentions[i].count > 0;
    return referent->lexical ? referent->choices > 0 : referent->choices > 1 && articles > 1;
}

void px_spans_text(struct px_slice text, const struct px_spans *spans, struct px_buffer *out)
{
    for (size_t i = 0; i < spans->count; i++) {
        if (i > 0)
            px_buffer_string(out, " … ");
        px_buffer_append(out, px_slice_span(text, spans->items[i]));
    }
}

size_t px_excerpt_end(struct px_slice text, size_t limit)
{
    size_t at = 0, end = 0, count = 0;
    while (at < text.size && count < limit) {
        size_t before = at;
        if (px_utf8_is_space(px_utf8_next(text, &at)))
            end = before;
        count++;
    }
    return at >= text.size || end == 0 ? at : end;
}
