/* The evidence, and how the report was made. */
#include "base/digest.h"
#include "report/loaded_listed.h"
#include "report/page.h"

/* Where the words end that the section lists for the match: "radically weakens", not "radically". */
static uint32_t end_of(const struct px_article *article, const struct px_match *match)
{
    uint32_t end = match->start + (uint32_t)px_article_loaded_words(article, match, NULL).size;
    return end > match->end ? end : match->end;
}

/* The sentence with the loaded wording in bold that the section on it lists. */
static void marked_sentence(struct px_page *page, size_t number, size_t index, size_t *match)
{
    const struct px_article *article = page->comparison->articles[number];
    const struct px_sentence *sentence = &article->sentences.items[index];
    uint32_t at = sentence->start;
    while (*match < article->matches.count && article->matches.items[*match].start < sentence->start)
        (*match)++;
    for (; *match < article->matches.count && article->matches.items[*match].start < sentence->end; (*match)++) {
        const struct px_match *found = &article->matches.items[*match];
        if (found->start < at || found->end > sentence->end || !px_loaded_is_listed(page->comparison, number, found))
            continue;
        px_page_text(page, px_slice_part(article->text, at, found->start));
        if (found->start > at && article->text.data[found->start - 1] == ' ')
            px_buffer_byte(page->out, ' ');
        px_buffer_string(page->out, "**");
        at = end_of(article, found) < sentence->end ? end_of(article, found) : found->end;
        px_page_text(page, px_slice_part(article->text, found->start, at));
        px_buffer_string(page->out, "**");
    }
    px_page_text(page, px_slice_part(article->text, at, sentence->end));
}

static void evidence_of(struct px_page *page, size_t index)
{
    const struct px_article *article = page->comparison->articles[index];
    size_t match = 0;
    px_buffer_string(page->out, "### ");
    px_page_article_name(page, index);
    px_buffer_string(page->out, "\n\n");
    for (size_t i = 0; i < article->sentences.count; i++) {
        if (!page->cited[index][i])
            continue;
        px_buffer_string(page->out, "- ");
        px_page_sentence_label(page, index, i);
        px_buffer_string(page->out, ": ");
        marked_sentence(page, index, i, &match);
        px_buffer_byte(page->out, '\n');
    }
    px_buffer_byte(page->out, '\n');
}

/* Is a word in bold in what is cited? */
static bool marks_any(const struct px_page *page)
{
    for (size_t a = 0; a < page->comparison->article_count; a++) {
        const struct px_article *article = page->comparison->articles[a];
        for (size_t i = 0; i < article->matches.count; i++)
            if (page->cited[a][article->matches.items[i].sentence] &&
                px_loaded_is_listed(page->comparison, a, &article->matches.items[i]))
                return true;
    }
    return false;
}

void px_page_evidence(struct px_page *page)
{
    px_buffer_printf(page->out,
                     "## Evidence\n\nThe sentences cited above: A¶3.1 is the first sentence of the third paragraph of "
                     "article A.%s\n\n",
                     marks_any(page) ? " In bold: the words under “Loaded wording”." : "");
    for (size_t i = 0; i < page->comparison->article_count; i++)
        evidence_of(page, i);
}

/* Is a learned model among what the result was made from? */
static bool has_model(const struct px_provenance *provenance)
{
    for (size_t i = 0; i < provenance->lexicon_count; i++)
        if (px_slice_ends(provenance->lexicons[i].name, PX_SLICE(".model")))
            return true;
    return false;
}

/* All lexicons and models by one digest, of the lines "name version sha256" in their order, which the JSON has one by
 * one. */
static void lexicons(struct px_page *page)
{
    const struct px_provenance *provenance = page->provenance;
    struct px_buffer list = {0};
    char digest[PX_DIGEST_SIZE];
    for (size_t i = 0; i < provenance->lexicon_count; i++) {
        const struct px_provenance_lexicon *lexicon = &provenance->lexicons[i];
        px_buffer_printf(&list, "%.*s %.*s %.*s\n", PX_SLICE_ARG(lexicon->name), PX_SLICE_ARG(lexicon->version),
                         PX_SLICE_ARG(lexicon->sha256));
    }
    page->out->failed = page->out->failed || list.failed;
    px_digest_write(px_buffer_slice(&list), digest);
    px_buffer_printf(page->out,
                     "Lexicons and models: %zu, the list of their names, versions and digests with the sha256 %.*s; "
                     "it is in the JSON.\n\n",
                     provenance->lexicon_count, PX_DIGEST_SIZE - 1, digest);
    px_buffer_release(&list);
}

static void inputs(struct px_page *page)
{
    for (size_t i = 0; i < page->provenance->input_count; i++) {
        px_buffer_printf(page->out, "- %c: ", px_comparison_letter(i));
        px_page_text(page, page->provenance->inputs[i].path);
        px_buffer_printf(page->out, ", sha256 %.*s\n", PX_SLICE_ARG(page->provenance->inputs[i].sha256));
    }
    px_buffer_byte(page->out, '\n');
}

/* By which sentences topics are shown, as far as the page has them. */
static void topic_legend(struct px_page *page)
{
    if (page->alike)
        px_buffer_string(page->out,
                         "“Alike” are the sentences of a topic that share most words, rare ones above all.\n\n");
}

/* When two figures differ, where any could. */
static void test_legend(struct px_page *page)
{
    if (px_comparison_tests_rates(page->comparison))
        px_buffer_string(
            page->out,
            " Two figures differ when their permutation test, corrected over all figures of the report that could have "
            "shown a difference (Benjamini–Hochberg q), stays below .05 and the 95 % interval of the difference leaves "
            "out 0; intervals cover which sentences were sampled, not mistakes in finding. Where single articles were "
            "cut into random halves, and these compared, about one report in twenty told a difference.");
}

void px_page_method(struct px_page *page)
{
    px_buffer_printf(
        page->out,
        "## How this was made\n\n"
        "Rules%s found what is counted here; no figure is a judgement of either outlet. What was found and "
        "is less sure or less clear is in the JSON.",
        has_model(page->provenance) ? ", word lists and models learned from annotated texts" : " and word lists");
    test_legend(page);
    px_buffer_string(page->out, "\n\n");
    topic_legend(page);
    px_page_power(page);
    px_page_validity_table(page);
    px_buffer_printf(page->out, "Made by parallax %s, seed %llu", page->provenance->version,
                     (unsigned long long)page->provenance->seed);
    if (page->provenance->options.size > 0) {
        px_buffer_string(page->out, ", options ");
        px_page_text(page, page->provenance->options);
    }
    px_buffer_string(page->out, ".\n\n");
    lexicons(page);
    px_page_furniture(page);
    inputs(page);
    px_buffer_printf(page->out,
                     "To cite: parallax %s, comparison of the inputs above with these lexicons and this seed; the same "
                     "inputs give the same report to the byte.\n",
                     page->provenance->version);
}
