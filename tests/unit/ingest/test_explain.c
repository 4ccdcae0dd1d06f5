/* Explaining: each piece of the input with its role, its place and why. */
#include "ingest_fixture.h"

#define PROSE                                                                                                        \
    "The council met on Monday and it was said that nobody had been asked about the plan for the river, which runs " \
    "through the town."

static const struct px_piece *find(const struct px_article *article, const char *text)
{
    for (size_t i = 0; i < article->pieces.count; i++)
        if (px_slice_is(article->pieces.items[i].text, text))
            return &article->pieces.items[i];
    fail_msg("no piece '%s'", text);
    return NULL;
}

static bool tells(const struct px_piece *piece, const char *words)
{
    return px_slice_find(piece->reason, px_slice_from(words), 0) != SIZE_MAX;
}

static void test_text(void **state)
{
    (void)state;
    struct px_article article;
    read_as("Home\n\nHarbour Plan Angers the Old Town\n\n" PROSE "\nREAD MORE: Old Boats\n" PROSE "\n", PX_INPUT_TEXT,
            &article);
    assert_slice(find(&article, "Home")->place, "line 1");
    assert_true(tells(find(&article, "Home"), "pattern 'home' (en, whole)"));
    assert_int_equal(find(&article, "Home")->role, PX_ROLE_NAVIGATION);
    assert_true(tells(find(&article, "READ MORE: Old Boats"), "pattern 'read more"));
    assert_slice(find(&article, "READ MORE: Old Boats")->place, "line 6");
    assert_true(tells(find(&article, PROSE), "model +"));
    assert_true(tells(find(&article, "Harbour Plan Angers the Old Town"), "is the headline"));
    px_article_release(&article);
}

static void test_html(void **state)
{
    (void)state;
    struct px_article article;
    read_as("<html><body><nav><ul class=menu><li>World</li></ul></nav><div class='story'><p>" PROSE "</p><p>" PROSE
            " And more.</p></div></body></html>",
            PX_INPUT_HTML, &article);
    assert_slice(find(&article, PROSE)->place, "html > body > div.story > p");
    assert_slice(find(&article, "World")->place, "html > body > nav > ul.menu > li");
    px_article_release(&article);
}

static void test_markdown(void **state)
{
    (void)state;
    struct px_article article;
    read_as("# Harbour Plan Angers the Old Town\n\n" PROSE "\n\n[Old Boats](https://example.org/a)\n\n" PROSE "\n",
            PX_INPUT_MARKDOWN, &article);
    assert_int_equal(find(&article, PROSE)->role, PX_ROLE_PARAGRAPH);
    assert_false(px_role_is_content(find(&article, "Old Boats")->role));
    for (size_t i = 0; i < article.pieces.count; i++)
        assert_true(article.pieces.items[i].reason.size > 0);
    px_article_release(&article);
}

static void test_silent(void **state)
{
    (void)state;
    struct px_ingest *plain = NULL;
    struct px_article article = {0};
    assert_int_equal(px_ingest_new("lexicons", &plain, NULL), PX_OK);
    assert_int_equal(px_ingest_bytes(plain, PX_SLICE(PROSE), "text", NULL, &article, NULL), PX_OK);
    assert_int_equal(article.pieces.count, 0);
    px_article_release(&article);
    px_ingest_free(plain);
}

static int set_up_explaining(void **state)
{
    return set_up(state) == 0 && px_ingest_explain(ingest, "lexicons", NULL) == PX_OK ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_text), cmocka_unit_test(test_html),
                                       cmocka_unit_test(test_markdown), cmocka_unit_test(test_silent)};
    return cmocka_run_group_tests(tests, set_up_explaining, tear_down);
}
