/* Pages built to hurt: each is read to its end, in time linear in its size, and keeps its one paragraph. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "ingest/ingest.h"

#define PROSE "The council met on Monday and it was said that nobody had been asked about the plan for the river."

static struct px_ingest *ingest;

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

/* Attributes are looked at pair by pair by the parser, unless there are too many of them. */
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
    return px_ingest_new("lexicons", &ingest, NULL) == PX_OK ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    px_ingest_free(ingest);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_pages), cmocka_unit_test(test_attributes),
                                       cmocka_unit_test(test_too_many_lines)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
