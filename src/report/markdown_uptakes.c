/* What an article makes of statements in its own words: bears them out, doubts them, says that they are wrong. */
#include "report/page_statements.h"

enum { LONGEST = 320 }; /* code points of a statement */

/* Where the words that are said begin is not sure: the sentence of the judgement. */
static void taken_text(struct px_page *page, size_t index, const struct px_attribution *attribution)
{
    const struct px_article *article = page->comparison->articles[index];
    size_t at = px_vector_from(&article->sentences, start, attribution->uptake_words.start + 1) - 1;
    const struct px_sentence *sentence = &article->sentences.items[at];
    px_buffer_string(page->out, "“");
    px_page_quoted(page, (uint32_t)index, (struct px_span){sentence->start, sentence->end}, LONGEST);
    px_buffer_string(page->out, "”");
}

/* "borne out by “has a point”: " */
static void judgement(struct px_page *page, const struct px_article *article, const struct px_attribution *attribution)
{
    static const char *const DONE[] = {"", "borne out", "doubted", "contradicted"};
    px_buffer_printf(page->out, "%s by “", DONE[attribution->uptake]);
    px_page_text(page, px_slice_span(article->text, attribution->uptake_words));
    px_buffer_string(page->out, "”: ");
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
        px_buffer_string(page->out, "- ");
        if (sure || attribution->high_tier) {
            px_page_speaker(page, article, attribution);
            px_buffer_string(page->out, sure ? ", " : ", it seems, ");
        }
        judgement(page, article, attribution);
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
