/* Laws of ingest, over any bytes: blocks tile the text, and nothing that a reader sees is lost. EXPECT is the user's. */
#ifndef INGEST_LAWS_H
#define INGEST_LAWS_H

#include "base/buffer.h"
#include "ingest/ingest.h"
#include "text/normalise.h"
#include "text/utf8.h"

/* Letters and digits of the text alone: what has to be somewhere, whatever is joined, split or tidied. */
static inline void law_letters(struct px_slice text, struct px_buffer *out)
{
    for (size_t at = 0; at < text.size;) {
        size_t start = at;
        uint32_t c = px_utf8_next(text, &at);
        if (px_utf8_is_letter(c) || px_utf8_is_digit(c))
            px_buffer_append(out, px_slice_part(text, start, at));
    }
}

/* Blocks lie in the text, in order, an empty line between them; roles are content here and furniture there. */
static inline void law_blocks(const struct px_article *article)
{
    uint32_t end = 0, number = 0;
    EXPECT(px_utf8_check(article->text) == article->text.size);
    for (size_t i = 0; i < article->blocks.count; i++) {
        const struct px_block *block = &article->blocks.items[i];
        EXPECT(block->start < block->end && block->end <= article->text.size);
        EXPECT(article->verbatim || block->start == (i == 0 ? 0 : end + 2));
        EXPECT(px_role_is_content(block->role));
        EXPECT(block->number == (px_role_is_paragraph(block->role) ? ++number : 0));
        end = block->end;
    }
    EXPECT(article->verbatim || end == article->text.size);
    EXPECT(number == article->counts.paragraphs);
    for (size_t i = 0; i < article->furniture.count; i++)
        EXPECT(!px_role_is_content(article->furniture.items[i].role) && article->furniture.items[i].text.size > 0);
}

/* The pieces are all of the input, in its order, and each stands in the article as its role says: content in the text,
 * furniture, one after the other, as furniture. `input` is what a reader sees of the input. */
static inline void law_pieces(struct px_slice input, const struct px_article *article)
{
    struct px_buffer seen = {0}, all = {0}, text = {0}, piece = {0};
    size_t furniture = 0;
    law_letters(input, &seen);
    law_letters(article->text, &text);
    for (size_t i = 0; i < article->pieces.count; i++) {
        const struct px_piece *p = &article->pieces.items[i];
        law_letters(p->text, &all);
        px_buffer_clear(&piece);
        law_letters(p->text, &piece);
        EXPECT(p->reason.size > 0);
        EXPECT(!px_role_is_content(p->role) || piece.size == 0 ||
               px_slice_find(px_buffer_slice(&text), px_buffer_slice(&piece), 0) != SIZE_MAX);
        if (px_role_is_content(p->role))
            continue;
        EXPECT(furniture < article->furniture.count &&
               px_slice_equal(article->furniture.items[furniture].text, p->text) &&
               article->furniture.items[furniture].role == p->role);
        furniture++;
    }
    EXPECT(furniture == article->furniture.count);
    EXPECT(px_slice_equal(px_buffer_slice(&seen), px_buffer_slice(&all)));
    px_buffer_release(&seen);
    px_buffer_release(&all);
    px_buffer_release(&text);
    px_buffer_release(&piece);
}

/* All laws for bytes read as `input`; a refusal leaves the article empty. */
static inline void law_ingest(const struct px_ingest *ingest, struct px_slice bytes, enum px_input input)
{
    const struct px_ingest_options options = {.input = input};
    struct px_article article = {0};
    struct px_error error = {0};
    if (px_ingest_bytes(ingest, bytes, "bytes", &options, &article, &error) == PX_OK) {
        law_blocks(&article);
    } else {
        EXPECT(error.message[0] != 0 && article.text.data == NULL && article.blocks.count == 0);
    }
    px_article_release(&article);
}

#endif
