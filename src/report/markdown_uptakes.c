/* What an article makes of statements in its own words: bears them out, doubts them, says that they are wrong. */
#include "report/page_statements.h"

enum { LONGEST = 320 }; /* code points of a statement */

/* Where the statement ends behind the judgement, in its sentence; else the sentence's end. */
static uint32_t end_of(const struct px_article *article, const struct px_attribution *attribution)
{
    size_t at = px_vector_from(&article->sentences, start, attribution->uptake_words.start + 1) - 1;
    uint32_t end = article->sentences.items[at].end;
    uint32_t said =
        attribution->content.count == 0 ? 0 : attribution->content.items[attribution->content.count - 1].end;
    return said > attribution->uptake_words.end && said < end ? said : end;
}

/* Where the words that are said begin is not sure: the article's own, from the judgement on. */
static void taken_text(struct px_page *page, size_t index, const struct px_attribution *attribution)
{
    const struct px_article *article = page->comparison->articles[index];
    px_buffer_string(page->out, "“");
    px_page_quoted(page, (uint32_t)index,
                   (struct px_span){attribution->uptake_words.start, end_of(article, attribution)}, LONGEST);
    px_buffer_string(page->out, "”");
}

void px_page_uptakes(struct px_page *page, size_t index)
{
    const struct px_article *article = page->comparison->articles[index];
    size_t shown = 0;
    uint32_t last = PX_NONE;
    for (size_t i = 0; i < article->attributions.count; i++) {
        const struct px_attribution *attribution = &article->attributions.items[i];
        if (!px_comparison_takes_up(page->comparison, index, i) || attribution->uptake_words.start == last)
            continue;
        last = attribution->uptake_words.start;
        if (shown++ == 0) {
            px_buffer_string(page->out, "What ");
            px_page_article_name(page, index);
            px_buffer_string(page->out, " makes of statements, in its own words:\n\n");
        }
        bool sure = px_sourcing_counts(&page->comparison->sourcing, page->comparison->articles, index, i);
        bool known = sure || attribution->high_tier;
        px_buffer_string(page->out, known ? "- " : "- in a sentence on ");
        px_page_speaker(page, article, attribution);
        if (known) {
            px_buffer_printf(page->out, "%s, %s by “", sure ? "" : ", it seems", px_uptake_name(attribution->uptake));
            px_page_text(page, px_slice_span(article->text, attribution->uptake_words));
            px_buffer_string(page->out, "”: ");
        } else {
            px_buffer_string(page->out, ": ");
        }
        if (attribution->high_tier)
            px_page_said(page, article, attribution, &(struct px_said_cited){{0}, 0});
        else
            taken_text(page, index, attribution);
        px_buffer_byte(page->out, ' ');
        size_t behind = px_vector_from(&article->sentences, start, attribution->uptake_words.start + 1);
        uint32_t sentences[] = {attribution->sentence, (uint32_t)behind - 1}; /* of the statement and of the words */
        px_page_cite(page, index, &(struct px_evidence){sentences, sentences[0] == sentences[1] ? 1 : 2}, 2);
        px_buffer_byte(page->out, '\n');
    }
    if (shown > 0)
        px_buffer_byte(page->out, '\n');
}
