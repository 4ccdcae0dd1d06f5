/* Laws of ingest over pages made at random from lines that pages have. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define EXPECT(condition) assert_true(condition)

#include "ingest_laws.h"
#include "random_text.h"

enum { PAGES = 400, LINES = 30 };

static struct px_ingest *ingest;

static const char *const lines[] = {
    "",
    "",
    "",
    "Home",
    "Related:",
    "Tags:",
    "coup, regime, sanctions, trade",
    "READ MORE: What the Council Said",
    "\xC2\xA9 Photo/ A. Name",
    "Soldiers stand at the gate, March 2025",
    "By Ada Quill",
    "March 13, 2025",
    "Share",
    "\xE2\x80\xA2 one point;",
    "Old Boats, New Money",
    "Captain of the Last Ferry Tells His Story",
    "https://example.org/a/b",
    "17",
    "***",
    "The council met on Monday and it was said that nobody had been asked about the plan for the river, which runs "
    "through the town.",
    "He had been told that the money was gone and that the boats would be sold, but the letter of the mayor said "
    "nothing of this to the",
    "people of the island, who had waited for an answer since the spring.",
    "\xD0\x9C\xD0\xBE\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB0 \xD0\xB8 \xD0\x9B\xD0\xBE\xD0\xBD\xD0\xB4\xD0\xBE\xD0\xBD",
    "A line\xC2\xA0with odd\xE2\x80\x8B spaces",
    "Comments (3)",
};

static const char *const tags[] = {
    "p", "div", "h2", "li", "td", "blockquote", "figcaption", "a href=x", "b", "span class=related", "aside", "nav"};

static void make_page(uint64_t *seed, bool html, struct px_buffer *plain, struct px_buffer *page)
{
    px_buffer_clear(plain);
    px_buffer_clear(page);
    px_buffer_string(page, html ? "<html><body>" : "");
    size_t count = 1 + random_below(seed, LINES);
    for (size_t i = 0; i < count; i++) {
        const char *line = lines[random_below(seed, sizeof lines / sizeof *lines)];
        const char *tag = tags[random_below(seed, sizeof tags / sizeof *tags)];
        px_buffer_printf(plain, "%s\n", line);
        if (html)
            px_buffer_printf(page, "<p></p><%s>%s</%.*s>", tag, line, (int)strcspn(tag, " "), tag);
        else
            px_buffer_printf(page, "%s\n", line);
    }
}

static void check_pages(bool html)
{
    struct px_buffer plain = {0}, page = {0};
    uint64_t seed = html ? 1 : 2;
    const struct px_ingest_options options = {.input = html ? PX_INPUT_HTML : PX_INPUT_TEXT};
    for (size_t i = 0; i < PAGES; i++) {
        struct px_article article = {0};
        make_page(&seed, html, &plain, &page);
        if (px_ingest_bytes(ingest, px_buffer_slice(&page), "page", &options, &article, NULL) == PX_OK) {
            law_blocks(&article);
            law_nothing_lost(px_buffer_slice(&plain), &article);
        }
        px_article_release(&article);
    }
    px_buffer_release(&plain);
    px_buffer_release(&page);
}

static void test_text(void **state)
{
    (void)state;
    check_pages(false);
}

static void test_html(void **state)
{
    (void)state;
    check_pages(true);
}

static void test_any_bytes(void **state)
{
    (void)state;
    uint64_t seed = 3;
    struct px_buffer text = {0};
    for (size_t i = 0; i < PAGES; i++) {
        px_buffer_clear(&text);
        for (size_t k = random_below(&seed, 60); k > 0; k--) {
            px_buffer_append(&text, random_pieces[random_below(&seed, sizeof random_pieces / sizeof *random_pieces)]);
            px_buffer_byte(&text, "\n <>|*#[-"[random_below(&seed, 9)]);
        }
        for (int input = PX_INPUT_AUTO; input <= PX_INPUT_NDJSON; input++)
            law_ingest(ingest, px_buffer_slice(&text), (enum px_input)input);
    }
    px_buffer_release(&text);
}

static int set_up(void **state)
{
    (void)state;
    return px_ingest_new(NULL, &ingest, NULL) == PX_OK ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    px_ingest_free(ingest);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_text), cmocka_unit_test(test_html),
                                       cmocka_unit_test(test_any_bytes)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
