/* The side-by-side report as Markdown: its order, its head, and its findings. */
#include "report/page.h"
#include "report/report.h"
#include "report/topic_name.h"

px_page_section *const px_page_sections[] = {
    px_page_head,      px_page_brief,  px_page_articles, px_page_topics,      px_page_facts,
    px_page_own,       px_page_loaded, px_page_names,    px_page_sourcing,    px_page_stance,
    px_page_certainty, px_page_terms,  px_page_only,     px_page_shared_text, px_page_evidence,
    px_page_method,    NULL,
};

bool px_page_begin(struct px_page *page, const struct px_comparison *comparison, const struct px_provenance *provenance,
                   struct px_buffer *out)
{
    *page = (struct px_page){.out = out, .comparison = comparison, .provenance = provenance};
    page->cited = px_arena_array(&page->arena, bool *, comparison->article_count);
    page->measured = px_arena_array(&page->arena, bool, provenance->validity_count);
    bool ready = page->cited != NULL && page->measured != NULL;
    for (size_t i = 0; ready && i < comparison->article_count; i++) {
        page->cited[i] = px_arena_array(&page->arena, bool, comparison->articles[i]->sentences.count);
        ready = page->cited[i] != NULL;
    }
    return ready;
}

void px_page_end(struct px_page *page)
{
    px_arena_release(&page->arena);
}

void px_report_markdown(const struct px_comparison *comparison, const struct px_provenance *provenance,
                        const char *pictures, struct px_buffer *out)
{
    struct px_page page;
    if (!px_page_begin(&page, comparison, provenance, out))
        out->failed = true;
    page.pictures = pictures;
    for (size_t i = 0; !out->failed && px_page_sections[i] != NULL; i++)
        px_page_sections[i](&page);
    px_page_end(&page);
}

/* The headline as the text has it: what a page's data call its title may hold the site's name, too. */
static struct px_slice title_of(const struct px_article *article)
{
    const struct px_block *first = article->blocks.count > 0 ? &article->blocks.items[0] : NULL;
    return first != NULL && first->role == PX_ROLE_TITLE ? px_slice_part(article->text, first->start, first->end)
                                                         : article->title;
}

static void headline(struct px_page *page, const struct px_article *article)
{
    if (title_of(article).size == 0) {
        px_buffer_string(page->out, "an article without a headline");
        return;
    }
    px_buffer_string(page->out, "“");
    px_page_text(page, title_of(article));
    px_buffer_string(page->out, "”");
}

/* "; it begins: “The harbour wall broke …” [A¶1.1]": what each article's news is. */
static void lead(struct px_page *page, size_t index)
{
    uint32_t first = px_topic_lead(page->comparison->articles[index]);
    if (first == PX_NONE)
        return;
    const struct px_sentence *sentence = &page->comparison->articles[index]->sentences.items[first];
    px_buffer_string(page->out, "; it begins: “");
    px_page_quoted(page, (uint32_t)index, (struct px_span){sentence->start, sentence->end}, PX_EXCERPT_WHOLE);
    px_buffer_string(page->out, "” ");
    px_page_cite(page, index, &(struct px_evidence){&first, 1}, 1);
}

void px_page_head(struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    px_buffer_string(page->out, "# ");
    for (size_t i = 0; i < comparison->article_count; i++) {
        if (i > 0)
            px_buffer_string(page->out, i + 1 == comparison->article_count ? " and " : ", ");
        headline(page, comparison->articles[i]);
    }
    px_buffer_string(page->out, "\n\n");
    for (size_t i = 0; i < comparison->article_count; i++) {
        const struct px_article *article = comparison->articles[i];
        px_buffer_string(page->out, "- **");
        px_page_article_name(page, i);
        px_buffer_string(page->out, "**: ");
        headline(page, article);
        if (article->published.size > 0) {
            px_buffer_string(page->out, ", ");
            px_page_day(page, article);
        }
        px_buffer_printf(page->out, ", %u words", article->counts.words);
        lead(page, i);
        px_buffer_byte(page->out, '\n');
    }
    px_buffer_printf(
        page->out,
        "\nThe figures speak of these %zu articles, not of their outlets. They count what the program found: it "
        "misses some, and where a count is 0 there may be one all the same "
        "([how much](#how-this-was-made)).\n\n",
        comparison->article_count);
}

/* What may be wrong with the comparison and with the reading of its articles goes before all that is said of them. */
static void warnings(struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    for (size_t i = 0; i < comparison->warnings.count; i++) {
        px_buffer_string(page->out, "> ");
        px_page_text(page, comparison->warnings.items[i]);
        px_buffer_string(page->out, "\n\n");
    }
    for (size_t i = 0; i < comparison->article_count; i++) {
        const struct px_article *article = comparison->articles[i];
        for (size_t k = 0; k < article->warnings.count; k++) {
            px_buffer_string(page->out, "> ");
            px_page_article_name(page, i);
            px_buffer_string(page->out, ": ");
            px_page_text(page, article->warnings.items[k]);
            px_buffer_string(page->out, "\n\n");
        }
    }
}

/* Is one of the articles as short as news mostly is? */
static bool has_short_one(const struct px_comparison *comparison)
{
    enum { SHORT = 2000 }; /* words */
    bool short_one = false;
    for (size_t a = 0; a < comparison->article_count; a++)
        short_one |= comparison->articles[a]->counts.words < SHORT;
    return short_one;
}

/* Where no rate or share differs: that none does, or that the texts are too short to tell. What differs stands
 * in its section, if it can be told there. */
static void rates_line(struct px_page *page)
{
    bool differs = false, told = false; /* `told`: another figure does, in its section */
    for (size_t i = 0; i < page->comparison->indicators.count; i++) {
        const struct px_indicator *indicator = &page->comparison->indicators.items[i];
        bool differing = indicator->verdict == PX_VERDICT_DIFFERS;
        differs |= differing && px_indicator_is_rate(indicator);
        told |= differing && px_page_has_indicator(page, indicator, "style");
    }
    if (differs || page->comparison->article_count != 2)
        return;
    if (!px_comparison_tests_rates(page->comparison))
        px_buffer_string(page->out, "The texts are too short to compare rates.");
    else if (has_short_one(page->comparison))
        px_buffer_string(page->out, "Chance is not ruled out as the reason for any difference of the rates and shares "
                                    "below: in articles this short they rest on few words and quotations.");
    else
        px_buffer_string(page->out, "Of the rates and shares below none differs by more than chance can explain.");
    px_buffer_string(page->out, told ? " What differs in style stands under “Style”." : "");
    px_buffer_string(page->out, px_page_has_terms(page->comparison)
                                    ? " Single words differ, under “Distinctive terms”.\n\n"
                                    : "\n\n");
}

void px_page_brief(struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    px_buffer_string(page->out, "## In brief\n\n");
    warnings(page);
    for (size_t i = 0; i < comparison->findings.count; i++) {
        const struct px_finding *finding = &comparison->findings.items[i];
        px_buffer_string(page->out, "- ");
        px_page_text(page, finding->text);
        px_buffer_string(page->out, " (");
        px_page_cite_all(page, finding->evidence, 4);
        px_buffer_string(page->out, ")\n");
    }
    px_buffer_byte(page->out, '\n');
    rates_line(page);
    px_page_picture(page, PX_PICTURE_INDICATORS);
}
