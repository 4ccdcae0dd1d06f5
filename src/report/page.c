#include "report/page.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "text/utf8.h"

char px_page_letter(size_t article)
{
    return article < 26 ? (char)('A' + article) : '?';
}

static void write_escaped(struct px_buffer *out, struct px_slice text)
{
    bool space = false;
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        if (c == '\n' || c == '\r' || c == '\t' || c == ' ') {
            space = true;
            continue;
        }
        if (space)
            px_buffer_byte(out, ' ');
        space = false;
        if (strchr("\\`*_[]<>|#~", c) != NULL && c != '\0')
            px_buffer_byte(out, '\\');
        px_buffer_byte(out, c);
    }
}

void px_page_text(struct px_page *page, struct px_slice text)
{
    write_escaped(page->out, text);
}

void px_page_excerpt(struct px_page *page, struct px_slice text, size_t limit)
{
    size_t at = 0;
    size_t end = 0;
    size_t count = 0;
    while (at < text.size && count < limit) {
        size_t before = at;
        if (px_utf8_is_space(px_utf8_next(text, &at)))
            end = before;
        count++;
    }
    if (at >= text.size || end == 0)
        end = at;
    write_escaped(page->out, px_slice_part(text, 0, end));
    if (end < text.size)
        px_buffer_string(page->out, " …");
}

void px_page_article_name(struct px_page *page, size_t article)
{
    struct px_slice outlet = page->comparison->articles[article]->outlet;
    px_buffer_byte(page->out, px_page_letter(article));
    if (outlet.size == 0)
        return;
    px_buffer_string(page->out, " (");
    px_page_text(page, outlet);
    px_buffer_byte(page->out, ')');
}

void px_page_table(struct px_page *page, const char *const *before, const char *const *after)
{
    size_t columns = 0;
    px_buffer_byte(page->out, '|');
    for (; *before != NULL; before++, columns++)
        px_buffer_printf(page->out, " %s |", *before);
    for (size_t i = 0; i < page->comparison->article_count; i++, columns++)
        px_buffer_printf(page->out, " %c |", px_page_letter(i));
    for (; *after != NULL; after++, columns++)
        px_buffer_printf(page->out, " %s |", *after);
    px_buffer_string(page->out, "\n|");
    for (size_t i = 0; i < columns; i++)
        px_buffer_string(page->out, " --- |");
    px_buffer_byte(page->out, '\n');
}

/* Number of a heading among the article's headings, from 1. */
static size_t heading_number(const struct px_article *article, size_t block)
{
    size_t number = 0;
    for (size_t i = 0; i <= block; i++)
        number += article->blocks.items[i].role == PX_ROLE_HEADING;
    return number;
}

/* What stands for the sentence, in a link's target ("a5-2") or to be read ("A¶5.2"). */
static void write_label(struct px_page *page, size_t article, size_t index, bool anchor)
{
    const struct px_article *a = page->comparison->articles[article];
    const struct px_sentence *sentence = &a->sentences.items[index];
    const struct px_block *block = &a->blocks.items[sentence->block];
    size_t within = index - block->first_sentence + 1;
    char letter = (char)(px_page_letter(article) + (anchor ? 'a' - 'A' : 0));
    const char *part = block->role == PX_ROLE_TITLE        ? "title"
                       : block->role == PX_ROLE_STANDFIRST ? "standfirst"
                                                           : "heading";
    if (px_role_is_paragraph(block->role))
        px_buffer_printf(page->out, anchor ? "%c%u-%zu" : "%c¶%u.%zu", letter, block->number, within);
    else if (block->role == PX_ROLE_HEADING)
        px_buffer_printf(page->out, anchor ? "%c-%s%zu-%zu" : "%c %s %zu.%zu", letter, part,
                         heading_number(a, sentence->block), within);
    else
        px_buffer_printf(page->out, anchor ? "%c-%s-%zu" : "%c %s.%zu", letter, part, within);
}

void px_page_sentence_label(struct px_page *page, size_t article, size_t sentence)
{
    px_buffer_string(page->out, "<a id=\"");
    write_label(page, article, sentence, true);
    px_buffer_string(page->out, "\"></a>");
    write_label(page, article, sentence, false);
}

void px_page_cite(struct px_page *page, size_t article, const struct px_evidence *evidence, size_t most)
{
    if (evidence->count == 0) {
        px_buffer_string(page->out, "–");
        return;
    }
    for (size_t i = 0; i < evidence->count && i < most; i++) {
        page->cited[article][evidence->sentences[i]] = true;
        px_buffer_string(page->out, i == 0 ? "[" : " [");
        write_label(page, article, evidence->sentences[i], false);
        px_buffer_string(page->out, "](#");
        write_label(page, article, evidence->sentences[i], true);
        px_buffer_byte(page->out, ')');
    }
    if (evidence->count > most)
        px_buffer_printf(page->out, " + %zu", evidence->count - most);
}

void px_page_cite_all(struct px_page *page, const struct px_evidence *evidence, size_t most)
{
    bool any = false;
    for (size_t i = 0; evidence != NULL && i < page->comparison->article_count; i++) {
        if (evidence[i].count == 0)
            continue;
        if (any)
            px_buffer_byte(page->out, ' ');
        px_page_cite(page, i, &evidence[i], most);
        any = true;
    }
    if (!any)
        px_buffer_string(page->out, "–");
}

void px_page_figure(struct px_page *page, double value, struct px_slice unit)
{
    if (isnan(value))
        px_buffer_string(page->out, "–");
    else if (px_slice_is(unit, "share"))
        px_buffer_printf(page->out, "%.0f %%", 100 * value);
    else if (px_slice_is(unit, "index"))
        px_buffer_printf(page->out, "%.2f", value);
    else
        px_buffer_printf(page->out, "%.1f", value == 0 ? 0 : value);
}

void px_page_interval(struct px_page *page, double low, double high, struct px_slice unit)
{
    if (isnan(low) || isnan(high)) {
        px_buffer_string(page->out, "–");
    } else if (isinf(high) && isinf(low)) {
        px_buffer_string(page->out, "any");
    } else if (isinf(high)) {
        px_page_figure(page, low, unit);
        px_buffer_string(page->out, " or more");
    } else if (isinf(low)) {
        px_page_figure(page, high, unit);
        px_buffer_string(page->out, " or less");
    } else {
        px_page_figure(page, low, unit);
        px_buffer_string(page->out, " to ");
        px_page_figure(page, high, unit);
    }
}

void px_page_probability(struct px_page *page, double p)
{
    char text[16];
    if (isnan(p)) {
        px_buffer_string(page->out, "–");
    } else if (p < 0.001) {
        px_buffer_string(page->out, "< .001");
    } else {
        snprintf(text, sizeof text, p < 0.1 ? "%.3f" : "%.2f", p);
        px_buffer_string(page->out, p >= 0.995 ? "1" : text + 1);
    }
}

const char *px_page_verdict(uint8_t verdict)
{
    switch (verdict) {
    case PX_VERDICT_DIFFERS: return "**differs**";
    case PX_VERDICT_NO_CLEAR_DIFFERENCE: return "no clear difference";
    default: return "too little text";
    }
}

/* "14.2 (9.8 to 19.1), 12": the figure, its interval, and the count behind it. */
static void value_cell(struct px_page *page, const struct px_value *value, struct px_slice unit)
{
    px_buffer_byte(page->out, ' ');
    px_page_figure(page, value->value, unit);
    if (!isnan(value->low) && value->count > 0) {
        px_buffer_string(page->out, " (");
        px_page_interval(page, value->low, value->high, unit);
        px_buffer_byte(page->out, ')');
    }
    if (!px_slice_is(unit, "index"))
        px_buffer_printf(page->out, "; n = %u", value->count);
    px_buffer_string(page->out, " |");
}

static void indicator_row(struct px_page *page, const struct px_indicator *indicator)
{
    px_buffer_string(page->out, "| ");
    px_page_text(page, indicator->label);
    px_buffer_string(page->out, " |");
    for (size_t i = 0; i < page->comparison->article_count; i++)
        value_cell(page, &indicator->values[i], indicator->unit);
    px_buffer_byte(page->out, ' ');
    px_page_figure(page, indicator->difference, indicator->unit);
    if (!isnan(indicator->low)) {
        px_buffer_string(page->out, " (");
        px_page_interval(page, indicator->low, indicator->high, indicator->unit);
        px_buffer_byte(page->out, ')');
    }
    px_buffer_string(page->out, " | ");
    px_page_probability(page, indicator->q);
    px_buffer_printf(page->out, " | %s | ", px_page_verdict(indicator->verdict));
    px_page_cite_all(page, indicator->evidence, 4);
    px_buffer_string(page->out, " |\n");
}

/* Has any article anything to count here? */
static bool indicator_counts(const struct px_page *page, const struct px_indicator *indicator)
{
    for (size_t i = 0; i < page->comparison->article_count; i++) {
        if (indicator->values[i].count > 0)
            return true;
    }
    return false;
}

/* What a pair like this one could have shown, by the first figure of the table that says so. */
static void detectable_line(struct px_page *page, const struct px_indicator *indicator)
{
    if (indicator == NULL)
        return;
    px_buffer_string(page->out, "\nA pair like this shows, in four of five cases, differences of ");
    if (px_slice_is(indicator->unit, "share"))
        px_buffer_printf(page->out, "%.0f percentage points", 100 * indicator->detectable);
    else
        px_page_figure(page, indicator->detectable, indicator->unit);
    px_buffer_string(page->out,
                     px_slice_is(indicator->unit, "per 1,000 words") ? " per 1,000 words or more (" : " or more (");
    px_page_text(page, indicator->label);
    px_buffer_string(page->out, ").\n");
}

size_t px_page_indicators(struct px_page *page, const char *family, const char *heading)
{
    const struct px_indicator *telling = NULL;
    size_t rows = 0;
    for (size_t i = 0; i < page->comparison->indicators.count; i++) {
        const struct px_indicator *indicator = &page->comparison->indicators.items[i];
        if (!px_slice_is(indicator->family, family) || indicator->topic != PX_NONE ||
            !indicator_counts(page, indicator))
            continue;
        if (rows++ == 0) {
            px_buffer_string(page->out, heading);
            px_page_table(page, (const char *const[]){"measure", NULL},
                          (const char *const[]){"A − B (95 % interval)", "q", "verdict", "sentences", NULL});
        }
        indicator_row(page, indicator);
        if (telling == NULL && indicator->detectable > 0)
            telling = indicator;
    }
    detectable_line(page, telling);
    if (rows > 0)
        px_buffer_byte(page->out, '\n');
    return rows;
}
