/* Any text of an article comes through the report's Markdown and its HTML as it is: nothing in it is taken for markup.
 * On a terminal it stays within its columns and steers nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "random_text.h"
#include "report/html_markdown.h"
#include "report/markup.h"
#include "report/page.h"
#include "report/screen.h"
#include "text/utf8.h"

enum { ROUNDS = 20000, MOST_PIECES = 12 };

/* Pieces that mean something to Markdown or to HTML, among words. */
static void nasty_text(uint64_t *seed, struct px_buffer *out)
{
    static const char *const pieces[] = {
        "word",       " ",      " ",     "*",     "**", "_",     "`",    "```",       "<",    ">",    "[",
        "](",         ")",      "|",     "#",     "# ", "-",     "- ",   "+ ",        "1. ",  "12) ", "~~",
        "\\",         "&",      "&amp;", "&#60;", "!",  "![",    "<b>",  "</script>", "<!--", "]]>",  "=",
        "http://a.b", "a@b.cd", ":",     "---",   "'",  "\"",    "\n",   "é",         "¶",    "$",    "%",
        "&lt;",       "^",      "{",     "}",     ";",  "n = 3", "17 %", "  ",
    };
    size_t count = 1 + random_below(seed, MOST_PIECES);
    for (size_t i = 0; i < count; i++)
        px_buffer_string(out, pieces[random_below(seed, sizeof pieces / sizeof *pieces)]);
}

/* The text with runs of white space as one space, and none at the ends: how it is read. */
static void collapse(struct px_slice text, struct px_buffer *out)
{
    bool space = false;
    for (size_t i = 0; i < text.size; i++) {
        bool blank = text.data[i] == ' ' || text.data[i] == '\n';
        if (!blank && space && out->size > 0)
            px_buffer_byte(out, ' ');
        if (!blank)
            px_buffer_byte(out, text.data[i]);
        space = blank;
    }
}

static void replace(struct px_buffer *text, const char *what, const char *with)
{
    struct px_buffer out = {0};
    struct px_slice all = px_buffer_slice(text);
    for (size_t i = 0; i < all.size; i++) {
        if (px_slice_starts(px_slice_part(all, i, all.size), px_slice_from(what))) {
            px_buffer_string(&out, with);
            i += strlen(what) - 1;
        } else {
            px_buffer_byte(&out, all.data[i]);
        }
    }
    px_buffer_release(text);
    *text = out;
}

/* Writes the text between `before` and `after` as Markdown, reads it back as HTML, and compares. */
static void check(struct px_slice text, const char *before, const char *after, const char *html_before,
                  const char *html_after)
{
    static const struct px_comparison none;
    struct px_buffer markdown = {0}, html_out = {0}, collapsed = {0}, expected = {0};
    struct px_page page = {.out = &markdown};
    struct px_html html = {.comparison = &none, .out = &html_out};
    px_buffer_string(&markdown, before);
    px_page_text(&page, text);
    px_buffer_string(&markdown, after);
    px_html_markdown(&html, px_buffer_slice(&markdown));
    replace(&html_out, "&nbsp;", " ");
    collapse(text, &collapsed);
    px_buffer_string(&expected, html_before);
    px_markup_text(&expected, px_buffer_slice(&collapsed));
    px_buffer_string(&expected, html_after);
    if (strcmp(expected.data, html_out.data == NULL ? "" : html_out.data) != 0)
        fail_msg("of: %.*s\nMarkdown: %s\nHTML: %s\nnot: %s", PX_SLICE_ARG(text), markdown.data, html_out.data,
                 expected.data);
    px_html_release(&html);
    px_buffer_release(&markdown);
    px_buffer_release(&html_out);
    px_buffer_release(&collapsed);
    px_buffer_release(&expected);
}

static void test_text_comes_through(void **state)
{
    (void)state;
    uint64_t seed = 20260;
    for (size_t i = 0; i < ROUNDS; i++) {
        struct px_buffer text = {0};
        nasty_text(&seed, &text);
        struct px_slice all = px_slice_trim(px_buffer_slice(&text));
        if (all.size > 0) {
            check(all, "", "\n", "<p>", "</p>\n");
            check(all, "- ", "\n", "<ul>\n<li>", "</li>\n</ul>\n");
            check(all, "> ", "\n\n", "<blockquote>\n<p>", "</p>\n</blockquote>\n");
            check(
                all, "| k | v |\n| --- | --- |\n| x | ", " |\n",
                "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"table\"><table>\n<thead>\n<tr>"
                "<th scope=\"col\">k</th><th scope=\"col\">v</th></tr>\n</thead>\n<tbody>\n<tr><th scope=\"row\">x</th>"
                "<td>",
                "</td></tr>\n</tbody>\n</table></div>\n");
            check(all, "“", "”\n", "<p>“", "”</p>\n");
        }
        px_buffer_release(&text);
    }
}

/* Pieces that mean something to a terminal, or have another width than one column a code point, among words. */
static void steering_text(uint64_t *seed, struct px_buffer *out)
{
    static const char *const pieces[] = {
        "word",
        " ",
        "  ",
        "\n",
        "\t",
        "\r",
        "\033[2J",
        "\033]0;x\a",
        "\xc2\x9b",
        "\u202eword\u202c",
        "\u2066é\u2069",
        "\u200b",
        "\u0301",
        "e\u0301",
        "新聞",
        "é",
        "\xff",
        "\xc3",
        "\xf0\x9f",
        "…",
        "\x7f",
        "\xc2\xa0word",
        "unreasonable",
        "\b",
    };
    size_t count = 1 + random_below(seed, MOST_PIECES);
    for (size_t i = 0; i < count; i++)
        px_buffer_string(out, pieces[random_below(seed, sizeof pieces / sizeof *pieces)]);
}

static void check_screen(struct px_slice text, size_t columns, size_t lines, bool wrapped)
{
    struct px_buffer out = {0};
    struct px_screen screen = {.out = &out, .columns = columns};
    if (wrapped)
        px_screen_wrap(&screen, text, lines);
    else
        px_screen_text(&screen, text, lines);
    size_t wide = 0, count = 1, limit = wrapped || lines > columns ? columns : lines;
    assert_int_equal(px_utf8_check(px_buffer_slice(&out)), out.size);
    for (size_t at = 0; at < out.size;) {
        uint32_t c = px_utf8_next(px_buffer_slice(&out), &at);
        assert_true(c == '\n' || !px_utf8_is_control(c));
        wide = c == '\n' ? 0 : wide + px_utf8_columns(c);
        count += c == '\n';
        if (wide > limit)
            fail_msg("%zu columns, not %zu: %s", wide, limit, out.data);
    }
    assert_true(count <= (wrapped ? lines : 1));
    px_buffer_release(&out);
}

static void test_a_screen_stays_itself(void **state)
{
    (void)state;
    uint64_t seed = 7;
    for (size_t i = 0; i < ROUNDS; i++) {
        struct px_buffer text = {0};
        steering_text(&seed, &text);
        check_screen(px_buffer_slice(&text), 1 + random_below(&seed, 30), 1 + random_below(&seed, 5), true);
        check_screen(px_buffer_slice(&text), 1 + random_below(&seed, 30), random_below(&seed, 30), false);
        px_buffer_release(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_comes_through),
        cmocka_unit_test(test_a_screen_stays_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
