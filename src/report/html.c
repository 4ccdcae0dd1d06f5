/* The report as one HTML file: the Markdown page's own sections, the pictures, and the articles in full. */
#include "base/digest.h"
#include "report/assets.h"
#include "report/html_articles.h"
#include "report/html_markdown.h"
#include "report/markup.h"
#include "report/page.h"
#include "report/report.h"

/* Nothing is loaded, nothing is sent, and no script but ours runs, whatever an article holds. */
static void write_head(const struct px_comparison *comparison, struct px_slice style, struct px_buffer *out)
{
    char style_digest[PX_DIGEST_BASE64_SIZE], script_digest[PX_DIGEST_BASE64_SIZE];
    px_digest_write_base64(style, style_digest);
    px_digest_write_base64(px_slice_from(px_asset_report_js), script_digest);
    px_buffer_string(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    px_buffer_printf(out,
                     "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                     "style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; form-action 'none'\">\n",
                     style_digest, script_digest);
    px_buffer_string(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                          "<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
    for (size_t i = 0; i < comparison->article_count; i++) {
        const struct px_article *article = comparison->articles[i];
        px_buffer_string(out, i == 0 ? "" : " / ");
        px_markup_text(out, article->title.size > 0 ? article->title : article->id);
    }
    px_buffer_string(out, " – parallax</title>\n<style>");
    px_buffer_append(out, style);
    px_buffer_string(out, "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the findings</a>\n");
}

static void write_contents(const struct px_html *html, struct px_buffer *out)
{
    px_buffer_string(out, "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ol>\n");
    for (size_t i = 0; i < html->headings.count; i++)
        px_buffer_printf(out, "<li><a href=\"#%.*s\">%.*s</a></li>\n", PX_SLICE_ARG(html->headings.items[i].id),
                         PX_SLICE_ARG(html->headings.items[i].html));
    px_buffer_string(out, "</ol>\n</nav>\n");
}

/* One section; the evidence is the articles themselves, which Markdown has not the room for. */
static void write_section(struct px_page *page, px_page_section *section, struct px_html *html)
{
    if (section == px_page_evidence) {
        px_html_section(html, PX_SLICE("Evidence"));
        px_buffer_string(
            html->out,
            "<p>The articles in full. A citation above leads to its sentence; the numbers "
            "behind ↑ are those of the sections that cite it, and lead back. A¶3.1 is the "
            "first sentence of the third paragraph of article A. Point at a mark to read its category, or who "
            "speaks.</p>\n");
        px_html_articles(html);
        return;
    }
    px_buffer_clear(page->out);
    section(page);
    if (page->out->failed)
        html->out->failed = true;
    else
        px_html_markdown(html, px_buffer_slice(page->out));
}

static void write_body(struct px_page *page, const struct px_comparison *comparison, struct px_buffer *out)
{
    struct px_buffer sections = {0};
    struct px_html html = {.comparison = comparison, .out = out};
    px_buffer_string(out, "<header>\n");
    write_section(page, px_page_sections[0], &html);
    px_buffer_string(out, "</header>\n");
    html.out = &sections; /* behind the contents, which are known when all is written */
    for (size_t i = 1; !sections.failed && px_page_sections[i] != NULL; i++)
        write_section(page, px_page_sections[i], &html);
    px_html_section_end(&html);
    write_contents(&html, out);
    px_buffer_string(out, "<main id=\"main\">\n");
    px_buffer_append(out, px_buffer_slice(&sections));
    px_buffer_string(out, "</main>\n");
    out->failed |= sections.failed;
    px_html_release(&html);
    px_buffer_release(&sections);
}

void px_report_html(const struct px_comparison *comparison, const struct px_provenance *provenance,
                    struct px_buffer *out)
{
    struct px_buffer style = {0}, markdown = {0};
    struct px_page page;
    bool ready = px_page_begin(&page, comparison, provenance, &markdown);
    page.pictures = "";
    px_buffer_string(&style, px_asset_picture_css);
    px_buffer_string(&style, px_asset_report_css);
    if (ready && !style.failed) {
        write_head(comparison, px_buffer_slice(&style), out);
        write_body(&page, comparison, out);
        px_buffer_string(out, "<script>");
        px_buffer_string(out, px_asset_report_js);
        px_buffer_string(out, "</script>\n</body>\n</html>\n");
    } else {
        out->failed = true;
    }
    px_page_end(&page);
    px_buffer_release(&markdown);
    px_buffer_release(&style);
}
