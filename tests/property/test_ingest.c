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
    "The mayor said that the boats would be sold. \xC2\xA9 Photo / Ada Quill",
    "It was said that nobody in the town had been asked about it, and that was that.READ MORE: Old Boats",
    "He said that the long talks about the boats had come to no end at all in the hall of the govern-",
    "ment and that the pre-",
    "and post-war houses would be sold.",
    "ShareTweet",
};

static const char *const tags[] = {
    "p", "div", "h2", "li", "td", "blockquote", "figcaption", "a href=x", "b", "span class=related", "aside", "nav"};

static const char *const marks[] = {"", "", "", "# ", "## ", "- ", "> ", "1. "};

static void make_page(uint64_t *seed, enum px_input input, struct px_buffer *plain, struct px_buffer *page)
{
    px_buffer_clear(plain);
    px_buffer_clear(page);
    bool html = input == PX_INPUT_HTML;
    px_buffer_string(page, html ? "<html><body>" : "");
    size_t count = 1 + random_below(seed, LINES);
    for (size_t i = 0; i < count; i++) {
        const char *line = lines[random_below(seed, sizeof lines / sizeof *lines)];
        const char *tag = tags[random_below(seed, sizeof tags / sizeof *tags)];
        px_buffer_printf(plain, "%s\n", line);
        if (html)
            px_buffer_printf(page, "<p></p><%s>%s</%.*s>", tag, line, (int)strcspn(tag, " "), tag);
        else if (input == PX_INPUT_MARKDOWN)
            px_buffer_printf(page, "%s%s\n\n", marks[random_below(seed, sizeof marks / sizeof *marks)], line);
        else
            px_buffer_printf(page, "%s\n", line);
    }
}

static void check_pages(enum px_input input)
{
    struct px_buffer plain = {0}, page = {0};
    uint64_t seed = (uint64_t)input;
    const struct px_ingest_options options = {.input = input};
    for (size_t i = 0; i < PAGES; i++) {
        struct px_article article = {0};
        make_page(&seed, input, &plain, &page);
        if (px_ingest_bytes(ingest, px_buffer_slice(&page), "page", &options, &article, NULL) == PX_OK) {
            law_blocks(&article);
            law_pieces(px_buffer_slice(&plain), &article);
        }
        px_article_release(&article);
    }
    px_buffer_release(&plain);
    px_buffer_release(&page);
}

static void test_text(void **state)
{
    (void)state;
    check_pages(PX_INPUT_TEXT);
}

static void test_html(void **state)
{
    (void)state;
    check_pages(PX_INPUT_HTML);
}

static void test_markdown(void **state)
{
    (void)state;
    check_pages(PX_INPUT_MARKDOWN);
}

/* Random text has nothing that only a machine reads: all its letters come back. */
static void test_any_text(void **state)
{
    (void)state;
    uint64_t seed = 4;
    struct px_buffer text = {0}, tidy = {0};
    const struct px_ingest_options options = {.input = PX_INPUT_TEXT};
    for (size_t i = 0; i < PAGES; i++) {
        struct px_article article = {0};
        px_buffer_clear(&text);
        px_buffer_clear(&tidy);
        for (size_t k = random_below(&seed, 60); k > 0; k--) {
            px_buffer_append(&text, random_pieces[random_below(&seed, sizeof random_pieces / sizeof *random_pieces)]);
            px_buffer_byte(&text, "\n <>|*#[-"[random_below(&seed, 9)]);
        }
        px_text_tidy(px_buffer_slice(&text), &tidy);
        bool fine = px_utf8_check(px_buffer_slice(&text)) == text.size;
        if (px_ingest_bytes(ingest, px_buffer_slice(&text), "text", &options, &article, NULL) == PX_OK && fine)
            law_pieces(px_buffer_slice(&tidy), &article);
        px_article_release(&article);
    }
    px_buffer_release(&text);
    px_buffer_release(&tidy);
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
    return px_ingest_new(NULL, &ingest, NULL) == PX_OK && px_ingest_explain(ingest, NULL, NULL) == PX_OK ? 0 : -1;
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
                                       cmocka_unit_test(test_markdown), cmocka_unit_test(test_any_text),
                                       cmocka_unit_test(test_any_bytes)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
