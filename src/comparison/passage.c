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

uint32_t px_compare_behind_tie(const struct px_compare_context *context, const struct px_article *article,
                               const struct px_sentence *sentence)
{
    uint32_t first = sentence->first_token;
    bool tied = sentence->token_count > 1 && px_compare_is_class(context, article, first, "grammar.coordinator") &&
                px_compare_form(context, &article->tokens.items[first + 1])->shape == PX_SHAPE_CAPITALISED;
    return first + tied;
}

/* Behind the "For instance," that begins the sentence, if a name can begin it instead; else its first token. */
static uint32_t behind_connective(const struct px_compare_context *context, const struct px_article *article,
                                  const struct px_sentence *sentence)
{
    uint32_t first = sentence->first_token;
    const struct px_hit *hit = px_compare_hit(context, article, first, false, PX_LEXICON_GRAMMAR, "grammar.pointing");
    uint32_t comma = first + (hit == NULL ? 0 : hit->token_count);
    return hit != NULL && comma + 1 < first + sentence->token_count &&
                   article->text.data[article->tokens.items[comma].start] == ',' &&
                   px_compare_form(context, &article->tokens.items[comma + 1])->shape != PX_SHAPE_LOWER
               ? comma + 1
               : first;
}

struct px_span px_compare_untied(const struct px_compare_context *context, size_t a, uint32_t index)
{
    const struct px_article *article = context->articles[a];
    const struct px_sentence *sentence = &article->sentences.items[index];
    uint32_t first = behind_connective(context, article, sentence);
    if (first == sentence->first_token)
        first = px_compare_behind_tie(context, article, sentence);
    return (struct px_span){article->tokens.items[first].start, sentence->end};
}
