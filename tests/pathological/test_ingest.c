/* Pages built to hurt: each is read to its end, in time linear in its size, and keeps its one paragraph. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "ingest/html.h"
#include "ingest/ingest.h"
#include "ingest/slim.h"

#define PROSE "The council met on Monday and it was said that nobody had been asked about the plan for the river."

static struct px_ingest *ingest;
static struct px_rules *rules;

/* A page of `count` times `piece` between `head` and `tail`. */
struct hostile {
    const char *head, *piece, *tail;
    size_t count;
    bool kept; /* the paragraph can still be read */
};

static const struct hostile pages[] = {
    {"<html><body>", "<div>", "<p>" PROSE "</p>", 100000, true},
    {"<html><body>", "<div><span>", "<p>" PROSE "</p>", 50000, true},
    {"<html><body>", "<b><i>", "</u></u>" PROSE, 50000, true},
    {"<html><body>", "<div></span>", "<p>" PROSE "</p>", 50000, true},
    {"<html><body><p>", "<ul><li>", PROSE, 50000, true},
    {"<html><body>", "<table><tr><td>", PROSE, 20000, true},
    {"<html><body>", "<p a b=c>x", "<p>" PROSE "</p>", 20000, false},
    {"<html><body>", "&amp;&#x20;", "<p>" PROSE "</p>", 100000, false},
    {"<html><body>", "x<br>", "<p>" PROSE "</p>", 100000, false},
    {"<html><body><p>" PROSE "</p>", "<!-- ", "", 200000, true},
    {"<html><body><p>" PROSE "</p>", "<", "", 500000, false},
    {"<html><body><p>" PROSE "</p>", "<a ", "", 200000, false},
    {"<html><body><p>" PROSE "</p>", "<a href=\"", "", 200000, false},
    {"<html><head><title>", "a - b | ", "</title><body><p>" PROSE "</p>", 200000, true},
    {"<html><head><script type=\"application/ld+json\">", "{\"a\":[", "</script></head><body><p>" PROSE "</p>", 50000,
     true},
    {"", "\xC2\xA9 Photo/ A. Name\n", PROSE "\n", 50000, false},
    {"", "One line here\n", PROSE "\n", 50000, false},
    {"", "word ", PROSE, 500000, false},
    {"", "\xCC\x81", PROSE, 300000, false},
    {"# Title\n\n**b** [c](d)\n\n" PROSE "\n\n", "*", "", 200000, true},
    {"# Title\n\n**b** [c](d)\n\n" PROSE "\n\n", "[", "", 200000, true},
    {"# Title\n\n**b** [c](d)\n\n" PROSE "\n\n", "> ", "", 2000, true},
    {"# Title\n\n**b** [c](d)\n\n" PROSE "\n\n", "[*a]\n", "", 300000, true},
    {"---\n", "&a [*a, *a]\n", "---\n\n# Title\n\n" PROSE "\n", 100000, true},
    {"<html><body><p>" PROSE "</p>", "<!---->", "", 300000, true},
    {"<html><body><p>" PROSE "</p><!--", "- ", "", 500000, true},
    {"<html><body><p>" PROSE "</p>", "<script>", "", 300000, true},
    {"<html><body>", "</b></i></u>", "<p>" PROSE "</p>", 100000, true},
    {"<html><body>", "<b>x</b>", "<p>" PROSE "</p>", 100000, false},
    {"<html><body><p class=\"", "related ", "\">" PROSE "</p>", 300000, false},
    {"<html><body><p style=\"", "a: b; ", "\">" PROSE "</p>", 300000, true},
    {"<html><body><p>&", "a", ";</p><p>" PROSE "</p>", 1000000, true},
    {"<html><body><table><tr>", "<td>ab", "</table><p>" PROSE "</p>", 50000, false},
};

static void test_pages(void **state)
{
    (void)state;
    struct px_buffer page = {0};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct px_article article = {0};
        struct px_error error = {0};
        px_buffer_clear(&page);
        px_buffer_string(&page, pages[i].head);
        for (size_t k = 0; k < pages[i].count; k++)
            px_buffer_string(&page, pages[i].piece);
        px_buffer_string(&page, pages[i].tail);
        if (px_ingest_bytes(ingest, px_buffer_slice(&page), "page", NULL, &article, &error) != PX_OK)
            fail_msg("page %zu: %s", i, error.message);
        if (pages[i].kept && px_slice_find(article.text, PX_SLICE(PROSE), 0) == SIZE_MAX)
            fail_msg("page %zu lost its paragraph", i);
        px_article_release(&article);
    }
    px_buffer_release(&page);
}

/* The parser looks at attributes pair by pair: it must not see the many that nobody reads. */
static void test_attributes(void **state)
{
    (void)state;
    struct px_buffer page = {0};
    struct px_article article = {0};
    px_buffer_string(&page, "<html><body><p ");
    for (size_t i = 0; i < 300000; i++)
        px_buffer_printf(&page, "a%zu=\"%zu\" ", i, i);
    px_buffer_string(&page, ">" PROSE "</p>");
    assert_int_equal(px_ingest_bytes(ingest, px_buffer_slice(&page), "page", NULL, &article, NULL), PX_OK);
    assert_true(px_slice_find(article.text, PX_SLICE(PROSE), 0) != SIZE_MAX);
    px_article_release(&article);
    px_buffer_release(&page);
}

/* What reading a page costs, counted. */
struct work {
    size_t bytes, units, elements, clues, parsed;
};

static struct work count_work(const struct hostile *hostile, size_t count)
{
    struct px_buffer text = {0};
    struct px_page page = {.rules = rules};
    px_buffer_string(&text, hostile->head);
    for (size_t i = 0; i < count; i++)
        px_buffer_string(&text, hostile->piece);
    px_buffer_string(&text, hostile->tail);
    assert_int_equal(px_html_read(px_buffer_slice(&text), &page, NULL), PX_OK);
    struct px_slim slim = {.html = px_buffer_slice(&text)};
    char bytes[4096];
    size_t parsed = 0;
    for (size_t size; (size = px_slim_read(&slim, bytes, sizeof bytes)) > 0;)
        parsed += size;
    struct work work = {page.arena.total + page.folded.total + page.running.capacity, page.units.count,
                        page.elements.count, page.found.count, parsed};
    assert_true(parsed <= text.size + text.size / 8);
    px_page_release(&page);
    px_buffer_release(&text);
    px_slim_release(&slim);
    return work;
}

/* Twice the page is at most twice the units, elements and clues made and the text parsed. The bytes taken may be a little
 * more, since vectors and blocks of memory double. */
static void test_work(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        if (pages[i].head[0] != '<')
            continue;
        struct work one = count_work(&pages[i], 2000), two = count_work(&pages[i], 4000);
        if (two.units > 2 * one.units + 256 || two.elements > 2 * one.elements + 256 ||
            two.clues > 2 * one.clues + 256 || two.parsed > 2 * one.parsed + 256 ||
            two.bytes > 3 * one.bytes + (1 << 20))
            fail_msg("page %zu at twice its length: %zu bytes for %zu, %zu units for %zu, %zu elements for %zu, %zu "
                     "parsed for %zu",
                     i, two.bytes, one.bytes, two.units, one.units, two.elements, one.elements, two.parsed, one.parsed);
    }
}

/* A bracket's line is looked for from the beginning of its paragraph: long ones are cut. */
static void test_long_paragraph(void **state)
{
    (void)state;
    struct px_buffer page = {0};
    struct px_article article = {0};
    const struct px_ingest_options options = {.input = PX_INPUT_MARKDOWN};
    for (size_t i = 0; i < 2500; i++)
        px_buffer_printf(&page, "The council [met] on day %zu.\n", i);
    assert_int_equal(px_ingest_bytes(ingest, px_buffer_slice(&page), "page", &options, &article, NULL), PX_OK);
    assert_int_equal(article.blocks.count, 3);
    px_article_release(&article);
    px_buffer_release(&page);
}

static void test_too_many_elements(void **state)
{
    (void)state;
    struct px_buffer page = {0};
    struct px_article article = {0};
    struct px_error error = {0};
    px_buffer_string(&page, "<html><body>");
    for (size_t i = 0; i < PX_PAGE_ELEMENTS; i++)
        px_buffer_string(&page, "<p>");
    assert_int_equal(px_ingest_bytes(ingest, px_buffer_slice(&page), "page", NULL, &article, &error), PX_ERROR_LIMIT);
    assert_string_equal(error.message, "a page has over 2000000 elements");
    px_buffer_release(&page);
}

static void test_too_many_lines(void **state)
{
    (void)state;
    struct px_buffer page = {0};
    struct px_article article = {0};
    struct px_error error = {0};
    for (size_t i = 0; i < 500001; i++)
        px_buffer_string(&page, "a\n\n");
    assert_int_equal(px_ingest_bytes(ingest, px_buffer_slice(&page), "page", NULL, &article, &error), PX_ERROR_LIMIT);
    assert_string_equal(error.message, "a page has over 500000 lines");
    px_buffer_release(&page);
}

static int set_up(void **state)
{
    (void)state;
    bool fine =
        px_ingest_new("lexicons", &ingest, NULL) == PX_OK && px_rules_new("lexicons", NULL, &rules, NULL) == PX_OK;
    return fine ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    px_ingest_free(ingest);
    px_rules_free(rules);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pages),          cmocka_unit_test(test_attributes),
        cmocka_unit_test(test_work),           cmocka_unit_test(test_long_paragraph),
        cmocka_unit_test(test_too_many_lines), cmocka_unit_test(test_too_many_elements),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
