#include "report/page.h"

#include <math.h>
#include <string.h>

#include "report/topic_name.h"
#include "text/utf8.h"

/* Would Markdown read what begins with this & as a reference to a character: "&lt;", "&#60;"? */
static bool is_reference(struct px_slice rest)
{
    size_t end = 1;
    while (end < rest.size && (rest.data[end] == '#' || px_utf8_is_letter((unsigned char)rest.data[end]) ||
                               px_utf8_is_digit((unsigned char)rest.data[end])))
        end++;
    return end > 1 && end < rest.size && rest.data[end] == ';';
}

/* Length of what would begin a list or a rule at the start of a line, up to its mark: "12." gives 2, "-" and "---" 0;
 * SIZE_MAX: none. */
static size_t list_mark(struct px_slice text)
{
    size_t at = 0;
    while (at < text.size && at < 9 && text.data[at] >= '0' && text.data[at] <= '9')
        at++;
    bool marked = at < text.size && (at > 0 ? text.data[at] == '.' || text.data[at] == ')'
                                            : text.data[at] == '-' || text.data[at] == '+');
    bool alone = at + 1 >= text.size || strchr(" -\t\n", text.data[at + 1]) != NULL;
    return marked && alone ? at : SIZE_MAX;
}

static void write_escaped(struct px_buffer *out, struct px_slice text)
{
    bool space = false;
    size_t mark = list_mark(text);
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        if (c == '\n' || c == '\r' || c == '\t' || c == ' ') {
            space = true;
            continue;
        }
        if (space)
            px_buffer_byte(out, ' ');
        space = false;
        if ((c != '\0' && strchr("\\`*_[]<>|#~", c) != NULL) || i == mark ||
            (c == '&' && is_reference(px_slice_part(text, i, text.size))))
            px_buffer_byte(out, '\\');
        px_buffer_byte(out, c);
    }
}

void px_page_picture(struct px_page *page, enum px_picture picture)
{
    if (page->pictures == NULL || !px_picture_shows(picture, page->comparison))
        return;
    px_buffer_printf(page->out, "![%s](", px_picture_title(picture));
    for (const char *c = page->pictures; *c != '\0'; c++) {
        bool plain = px_utf8_is_letter((unsigned char)*c & 0x7f) || px_utf8_is_digit((unsigned char)*c & 0x7f) ||
                     strchr("-._", *c) != NULL;
        px_buffer_printf(page->out, plain && (unsigned char)*c < 0x80 ? "%c" : "%%%02X", (unsigned char)*c);
    }
    px_buffer_printf(page->out, "%s.svg)\n\n", px_picture_name(picture));
}

void px_page_text(struct px_page *page, struct px_slice text)
{
    write_escaped(page->out, text);
}

void px_page_excerpt(struct px_page *page, struct px_slice text, size_t limit)
{
    size_t end = px_excerpt_end(text, limit);
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

void px_page_sentence_label(struct px_page *page, size_t article, size_t sentence)
{
    const struct px_article *a = page->comparison->articles[article];
    px_buffer_string(page->out, "<a id=\"");
    px_sentence_anchor(a, article, sentence, page->out);
    px_buffer_string(page->out, "\"></a>");
    px_sentence_label(a, article, sentence, page->out);
}

void px_page_cite(struct px_page *page, size_t article, const struct px_evidence *evidence, size_t most)
{
    const struct px_article *a = page->comparison->articles[article];
    if (evidence->count == 0) {
        px_buffer_string(page->out, "–");
        return;
    }
    for (size_t i = 0; i < evidence->count && i < most; i++) {
        page->cited[article][evidence->sentences[i]] = true;
        px_buffer_string(page->out, i == 0 ? "[" : " [");
        px_sentence_label(a, article, evidence->sentences[i], page->out);
        px_buffer_string(page->out, "](#");
        px_sentence_anchor(a, article, evidence->sentences[i], page->out);
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
    if (isnan(p)) {
        px_buffer_string(page->out, "–");
    } else if (p < 0.001) {
        px_buffer_string(page->out, "< .001");
    } else if (p >= 0.995) {
        px_buffer_byte(page->out, '1');
    } else {
        struct px_buffer text = {0};
        px_buffer_printf(&text, p < 0.1 ? "%.3f" : "%.2f", p);
        if (text.size > 0)
            px_buffer_append(page->out, px_slice_part(px_buffer_slice(&text), 1, text.size));
        px_buffer_release(&text);
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

/* Of a rate the count, of other figures the figure and its interval. */
static void untested_value(struct px_page *page, const struct px_value *value, struct px_slice unit)
{
    if (px_slice_is(unit, "per 1,000 words")) {
        px_buffer_printf(page->out, "%u", value->count);
        return;
    }
    px_page_figure(page, value->value, unit);
    if (!isnan(value->value) && !isnan(value->low) && value->count > 0) {
        px_buffer_string(page->out, " (");
        px_page_interval(page, value->low, value->high, unit);
        px_buffer_byte(page->out, ')');
    }
}

/* "conflict A 1, B 0 [A¶13.1]": the counts alone, with the sentences. */
static void untested_item(struct px_page *page, const struct px_indicator *indicator, bool first)
{
    px_buffer_string(page->out, first ? "Too little text to test: " : "; ");
    px_page_text(page, indicator->label);
    for (size_t i = 0; i < page->comparison->article_count; i++) {
        px_buffer_printf(page->out, "%s %c ", i == 0 ? "" : ",", px_page_letter(i));
        untested_value(page, &indicator->values[i], indicator->unit);
    }
    px_buffer_byte(page->out, ' ');
    px_page_cite_all(page, indicator->evidence, 4);
}

bool px_page_has_indicator(const struct px_page *page, const struct px_indicator *indicator, const char *family)
{
    return px_slice_is(indicator->family, family) && indicator->topic == PX_NONE && indicator_counts(page, indicator);
}

/* Does the figure have a row? Those that no verdict was possible of have none, but for the one that leads its report. */
static bool has_row(const struct px_indicator *indicator)
{
    return indicator->verdict != PX_VERDICT_TOO_LITTLE || px_slice_is(indicator->name, "loaded.own");
}

size_t px_page_tested(struct px_page *page, const char *family)
{
    size_t rows = 0;
    for (size_t i = 0; i < page->comparison->indicators.count; i++) {
        const struct px_indicator *indicator = &page->comparison->indicators.items[i];
        if (!px_page_has_indicator(page, indicator, family) || !has_row(indicator))
            continue;
        if (rows++ == 0)
            px_page_table(page, (const char *const[]){"measure", NULL},
                          (const char *const[]){"A − B (95 % interval)", "q", "verdict", "sentences", NULL});
        indicator_row(page, indicator);
    }
    if (rows > 0)
        px_buffer_byte(page->out, '\n');
    return rows;
}

static size_t untested(struct px_page *page, const char *family)
{
    size_t items = 0;
    for (size_t i = 0; i < page->comparison->indicators.count; i++) {
        const struct px_indicator *indicator = &page->comparison->indicators.items[i];
        if (px_page_has_indicator(page, indicator, family) && !has_row(indicator))
            untested_item(page, indicator, items++ == 0);
    }
    if (items > 0)
        px_buffer_string(page->out, ".\n\n");
    return items;
}

size_t px_page_indicators(struct px_page *page, const char *family, const char *heading)
{
    size_t start = page->out->size;
    px_buffer_string(page->out, heading);
    size_t rows = px_page_tested(page, family);
    rows += untested(page, family);
    if (rows == 0)
        page->out->size = start;
    return rows;
}

/* What a pair like this one could have shown, in the first figure of every family that says so. */
void px_page_power(struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    struct px_slice family = {0};
    size_t shown = 0;
    for (size_t i = 0; i < comparison->indicators.count; i++) {
        const struct px_indicator *indicator = &comparison->indicators.items[i];
        if (!(indicator->detectable > 0) || indicator->topic != PX_NONE || px_slice_equal(indicator->family, family) ||
            px_slice_is(indicator->family, "valence")) /* no section shows it */
            continue;
        family = indicator->family;
        px_buffer_string(page->out, shown++ == 0 ? "How large a difference must be to be found in four of five pairs "
                                                   "of this length: "
                                                 : "; ");
        px_page_text(page, indicator->label);
        px_buffer_byte(page->out, ' ');
        if (px_slice_is(indicator->unit, "share"))
            px_buffer_printf(page->out, "%.0f percentage points", 100 * indicator->detectable);
        else
            px_page_figure(page, indicator->detectable, indicator->unit);
        if (px_slice_is(indicator->unit, "per 1,000 words"))
            px_buffer_string(page->out, " per 1,000 words");
    }
    if (shown > 0)
        px_buffer_string(page->out, ".\n\n");
}

void px_page_topic(struct px_page *page, const struct px_topic *topic)
{
    struct px_buffer name = {0};
    px_topic_name(page->comparison, topic, &name);
    page->out->failed = page->out->failed || name.failed;
    px_page_text(page, px_buffer_slice(&name));
    px_buffer_release(&name);
}
