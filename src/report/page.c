#include "report/page.h"

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

/* Is what is written a row of a table, where a bar would begin a cell? */
static bool is_row(const struct px_buffer *out)
{
    size_t line = out->size;
    while (line > 0 && out->data[line - 1] != '\n')
        line--;
    return line < out->size && out->data[line] == '|';
}

/* Would the mark mean something where it stands? A bracket that closes only before what it could link to, marks of a
 * heading or of a quotation only where they may begin a line: a reader of the plain text is to see as few backslashes
 * as can be. */
static bool is_mark(struct px_slice text, size_t at, bool row)
{
    char c = text.data[at], next = at + 1 < text.size ? text.data[at + 1] : ']';
    switch (c) {
    case '\\':
    case '`':
    case '*':
    case '_':
    case '<':
    case '~': return true;
    case '|': return row;
    case '[':
    case '#':
    case '>': return at == 0;
    case ']': return next == '(' || next == '[' || next == ':' || next == ']';
    case '&': return is_reference(px_slice_part(text, at, text.size));
    default: return false;
    }
}

static void write_escaped(struct px_buffer *out, struct px_slice text)
{
    bool space = false, row = is_row(out);
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
        if (i == mark || is_mark(text, i, row))
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
    struct px_slice shown = px_slice_part(text, 0, px_excerpt_end(text, limit));
    struct px_open_marks open = px_excerpt_marks(shown);
    px_buffer_string(page->out, open.before);
    write_escaped(page->out, shown);
    px_buffer_string(page->out, shown.size < text.size ? " …" : "");
    px_buffer_string(page->out, open.behind);
}

void px_page_article_name(struct px_page *page, size_t article)
{
    struct px_slice outlet = page->comparison->articles[article]->outlet;
    px_buffer_byte(page->out, px_comparison_letter(article));
    if (outlet.size == 0)
        return;
    px_buffer_string(page->out, " (");
    px_page_text(page, outlet);
    px_buffer_byte(page->out, ')');
}

void px_page_day(struct px_page *page, const struct px_article *article)
{
    struct px_slice date = article->published;
    px_page_text(page, px_slice_part(date, 0, date.size > 10 ? 10 : date.size));
}

void px_page_table(struct px_page *page, const char *const *before, const char *const *after)
{
    size_t columns = 0;
    px_buffer_byte(page->out, '|');
    for (; *before != NULL; before++, columns++)
        px_buffer_printf(page->out, " %s |", *before);
    for (size_t i = 0; i < page->comparison->article_count; i++, columns++)
        px_buffer_printf(page->out, " %c |", px_comparison_letter(i));
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
    size_t shown = 0, more = 0, all = 0;
    for (size_t i = 0; i < evidence->count; i++)
        all += i == 0 || evidence->sentences[i] != evidence->sentences[i - 1];
    most = px_listed(all, most);
    for (size_t i = 0; i < evidence->count; i++) {
        if (i > 0 && evidence->sentences[i] == evidence->sentences[i - 1])
            continue; /* two finds in one sentence are one link */
        if (shown == most) {
            more++;
            continue;
        }
        page->cited[article][evidence->sentences[i]] = true;
        px_buffer_string(page->out, shown++ == 0 ? "[" : " [");
        px_sentence_label(a, article, evidence->sentences[i], page->out);
        px_buffer_string(page->out, "](#");
        px_sentence_anchor(a, article, evidence->sentences[i], page->out);
        px_buffer_byte(page->out, ')');
    }
    if (more > 0)
        px_buffer_printf(page->out, " and %zu more", more);
}

/* ".3" of "A¶5.3": where the sentence stands in its paragraph; empty without a point. */
static struct px_slice place_of(struct px_slice label)
{
    size_t at = label.size;
    while (at > 0 && label.data[at - 1] != '.')
        at--;
    return px_slice_part(label, at, at == 0 ? 0 : label.size);
}

void px_page_cite_run(struct px_page *page, size_t article, const struct px_evidence *evidence)
{
    const struct px_article *a = page->comparison->articles[article];
    for (size_t i = 0, next; i < evidence->count; i = next) {
        uint32_t first = evidence->sentences[i], last = first;
        for (next = i + 1; next < evidence->count && evidence->sentences[next] <= last + 1 &&
                           a->sentences.items[evidence->sentences[next]].block == a->sentences.items[first].block;
             next++)
            last = evidence->sentences[next];
        struct px_buffer label = {0};
        px_sentence_label(a, article, last, &label);
        for (uint32_t sentence = first; sentence <= last; sentence++)
            page->cited[article][sentence] = true; /* who says it may stand in any of them */
        px_buffer_string(page->out, i == 0 ? "[" : " [");
        px_sentence_label(a, article, first, page->out);
        if (last > first)
            px_buffer_printf(page->out, "–%.*s", PX_SLICE_ARG(place_of(px_buffer_slice(&label))));
        px_buffer_string(page->out, "](#");
        px_sentence_anchor(a, article, first, page->out);
        px_buffer_byte(page->out, ')');
        page->out->failed = page->out->failed || label.failed;
        px_buffer_release(&label);
    }
}

void px_page_cite_all(struct px_page *page, const struct px_evidence *evidence, size_t most)
{
    bool any = false;
    for (size_t i = 0; evidence != NULL && i < page->comparison->article_count; i++) {
        if (evidence[i].count == 0)
            continue;
        if (any)
            px_buffer_string(page->out, px_slice_ends(px_buffer_slice(page->out), PX_SLICE(" more")) ? ", " : " ");
        px_page_cite(page, i, &evidence[i], most);
        any = true;
    }
    if (!any)
        px_buffer_string(page->out, "–");
}

void px_page_drop(struct px_page *page, size_t start)
{
    if (!page->out->failed && page->out->data != NULL)
        page->out->data[page->out->size = start] = '\0';
}

void px_page_more(struct px_page *page, size_t count, size_t most)
{
    if (count > most)
        px_buffer_printf(page->out, "\nAnd %zu more, in the JSON.\n", count - most);
}

void px_page_topic(struct px_page *page, const struct px_topic *topic)
{
    struct px_buffer name = {0};
    px_topic_name(page->comparison, topic, &name);
    page->out->failed = page->out->failed || name.failed;
    px_page_text(page, px_buffer_slice(&name));
    px_buffer_release(&name);
}

void px_page_joint(struct px_page *page, const struct px_article *article, const struct px_attribution *attribution)
{
    enum { NAMED_MOST = 2, LONGEST = 60 };
    if (attribution->also_count > NAMED_MOST) {
        px_buffer_string(page->out, " and others");
        return;
    }
    for (uint32_t i = 0; i < attribution->also_count; i++) {
        px_buffer_string(page->out, i + 1 < attribution->also_count ? ", " : " and ");
        px_page_excerpt(page, article->entities.items[attribution->also[i]].name, LONGEST);
    }
}
