#include <ctype.h>
#include <locale.h>
#include <string.h>

#include "../comparison/annotated_fixture.h"
#include "base/digest.h"
#include "report/picture.h"
#include "report/report.h"

#define HOSTILE                                                                                             \
    "# <script>alert(1)</script> at Varn harbour\n"                                                         \
    "The port authority of Varn called the walkout </style><script>alert(2)</script> unlawful on Monday.\n" \
    "Ilka Toran said <img src=x onerror=alert(3)> that the cranes stand still & \"that is it\".\n"

static const struct px_provenance provenance = {.version = "1", .seed = 7};

static int set_up_page(void **state)
{
    set_up(state);
    struct fixture *fixture = *state;
    fixture->a.title = PX_SLICE("Dock workers walk out at Varn harbour");
    return 0;
}

static int set_up_hostile(void **state)
{
    set_up_texts(state, HOSTILE, MERCANTILE_POST);
    struct fixture *fixture = *state;
    fixture->a.title = PX_SLICE("<script>alert(1)</script> at Varn harbour");
    fixture->a.outlet = PX_SLICE("\"><script>alert(4)</script>");
    add_entity(&fixture->a, "Ilka Toran", "ilka toran", PX_ENTITY_PERSON);
    mention(&fixture->a, "Ilka Toran", PX_MENTION_NAME);
    load(&fixture->a, "unlawful", "loaded.\"><script>alert(5)</script>");
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    return 0;
}

static struct px_buffer html_of(const struct px_comparison *comparison)
{
    struct px_buffer out = {0};
    px_report_html(comparison, &provenance, &out);
    assert_false(out.failed);
    return out;
}

static size_t occurrences(const char *text, const char *what)
{
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, what)) != NULL; at++)
        count++;
    return count;
}

static void test_markup_of_an_article_is_shown_never_run(void **state)
{
    struct fixture *fixture = *state;
    struct px_buffer page = html_of(&fixture->ab);
    assert_int_equal(occurrences(page.data, "<script"), 1);
    assert_int_equal(occurrences(page.data, "</style"), 1);
    assert_int_equal(occurrences(page.data, "<img"), 0);
    assert_non_null(strstr(page.data, "<title>&lt;script&gt;alert(1)&lt;/script&gt; at Varn harbour"));
    assert_non_null(strstr(page.data, "&lt;img src=x onerror=alert(3)&gt;"));
    px_buffer_release(&page);
    for (size_t i = 0; i < px_report_picture_count(); i++) {
        px_report_picture(i, &fixture->ab, &page);
        assert_null(page.data == NULL ? NULL : strstr(page.data, "<script"));
        px_buffer_release(&page);
    }
}

/* What stands between the first `open` and the next `close`. */
static struct px_slice between(const struct px_buffer *page, const char *open, const char *close)
{
    size_t start = px_slice_find(px_buffer_slice(page), px_slice_from(open), 0);
    assert_int_not_equal(start, SIZE_MAX);
    start += strlen(open);
    size_t end = px_slice_find(px_buffer_slice(page), px_slice_from(close), start);
    assert_int_not_equal(end, SIZE_MAX);
    return px_slice_part(px_buffer_slice(page), start, end);
}

static void test_policy_lets_our_style_and_script_through_and_no_more(void **state)
{
    struct fixture *fixture = *state;
    struct px_buffer page = html_of(&fixture->ab), policy = {0};
    char style[PX_DIGEST_BASE64_SIZE], script[PX_DIGEST_BASE64_SIZE];
    px_digest_write_base64(between(&page, "<style>", "</style>"), style);
    px_digest_write_base64(between(&page, "<script>", "</script>"), script);
    px_buffer_printf(&policy,
                     "default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; "
                     "form-action 'none'",
                     style, script);
    assert_true(px_slice_equal(px_buffer_slice(&policy),
                               between(&page, "http-equiv=\"Content-Security-Policy\" content=\"", "\"")));
    assert_int_equal(occurrences(page.data, " style=\""), 0);
    px_buffer_release(&policy);
    px_buffer_release(&page);
}

/* Every link within the page has its target, and every target stands once. */
static void test_links_have_their_targets(void **state)
{
    struct fixture *fixture = *state;
    struct px_buffer page = html_of(&fixture->ab);
    size_t links = 0;
    for (const char *at = page.data; (at = strstr(at, "href=\"#")) != NULL; links++) {
        at += strlen("href=\"#");
        char id[80];
        snprintf(id, sizeof id, " id=\"%.*s\"", (int)strcspn(at, "\""), at);
        if (occurrences(page.data, id) != 1)
            fail_msg("%zu times%s", occurrences(page.data, id), id);
    }
    assert_true(links > 20);
    assert_null(strstr(page.data, "<a>"));
    px_buffer_release(&page);
}

/* The article with its ids of the other letter, and without the ways back, whose order is the page's. */
static struct px_buffer mirrored(struct px_slice article, char from, char to)
{
    struct px_buffer out = {0};
    struct px_slice id = {(char[]){'i', 'd', '=', '"', from}, 5}, back = PX_SLICE("<sup class=\"back\">");
    for (size_t i = 0; i < article.size; i++) {
        struct px_slice rest = px_slice_part(article, i, article.size);
        if (px_slice_starts(rest, back)) {
            i = px_slice_find(article, PX_SLICE("</sup>"), i) + strlen("</sup>") - 1;
        } else if (px_slice_starts(rest, id)) {
            px_buffer_printf(&out, "id=\"%c", to);
            i += id.size - 1;
        } else {
            px_buffer_byte(&out, article.data[i]);
        }
    }
    return out;
}

static void test_swapping_the_articles_swaps_the_columns(void **state)
{
    struct fixture *fixture = *state;
    struct px_buffer ab = html_of(&fixture->ab), ba = html_of(&fixture->ba);
    struct px_slice first =
        between(&ab, "<article class=\"c0\" aria-label=\"A\">\n<p class=\"outlet\">A", "</article>");
    struct px_slice second =
        between(&ba, "<article class=\"c1\" aria-label=\"B\">\n<p class=\"outlet\">B", "</article>");
    struct px_buffer expected = mirrored(first, 'a', 'a'), found = mirrored(second, 'b', 'a');
    assert_string_equal(expected.data, found.data);
    for (size_t i = 0; i < px_report_picture_count(); i++) {
        struct px_buffer left = {0}, right = {0};
        px_report_picture(i, &fixture->ab, &left);
        px_report_picture(i, &fixture->ba, &right);
        assert_int_equal(left.size == 0, right.size == 0);
        if (left.size > 0) {
            assert_int_equal(occurrences(left.data, "class=\"f0\""), occurrences(right.data, "class=\"f1\""));
            assert_int_equal(occurrences(left.data, "class=\"f1\""), occurrences(right.data, "class=\"f0\""));
        }
        px_buffer_release(&left);
        px_buffer_release(&right);
    }
    px_buffer_release(&expected);
    px_buffer_release(&found);
    px_buffer_release(&ab);
    px_buffer_release(&ba);
}

static int set_up_marks(void **state)
{
    set_up_texts(state, HARBOUR_HERALD, MERCANTILE_POST);
    struct fixture *fixture = *state;
    add_entity(&fixture->a, "Sefa Ruun", "sefa ruun", PX_ENTITY_PERSON);
    mention(&fixture->a, "Sefa Ruun", PX_MENTION_NAME);
    attribute(&fixture->a, "Ilka Toran", "say", "\"We have waited nine months for an answer and got a shrug,\"",
              PX_ATTRIBUTION_DIRECT);
    load(&fixture->a, "shrug", "loaded.ridicule");
    fixture->a.matches.items[0].dismissed = PX_DISMISSED_CONTEXT;
    load(&fixture->a, "collapsed", "loaded.emotive"); /* of one word alone no section tells, and no mark */
    load(&fixture->a, "rot", "loaded.emotive");
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    return 0;
}

/* What is found is marked where it stands, inside the words of who speaks; what is not counted is not marked. */
static void test_marks_stand_in_the_text(void **state)
{
    struct fixture *fixture = *state;
    struct px_buffer page = html_of(&fixture->ab);
    assert_non_null(strstr(page.data, "will <span class=\"l\" title=\"loaded.emotive\">rot</span>."));
    assert_non_null(strstr(page.data, "<span class=\"n\">Sefa Ruun</span>, who"));
    assert_non_null(strstr(page.data, "<span class=\"q q0\" title=\"Ilka Toran, quoted\">&quot;We have waited nine "
                                      "months for an answer and got a shrug,&quot;</span> said"));
    px_buffer_release(&page);
}

/* There is a switch for what is marked, and none for what the articles do not have. */
static void test_switches_are_of_what_is_marked(void **state)
{
    struct fixture *fixture = *state;
    struct px_buffer page = html_of(&fixture->ab);
    assert_non_null(strstr(page.data, "id=\"show-l\" checked>"));
    assert_non_null(strstr(page.data, "id=\"show-n\">"));
    assert_non_null(strstr(page.data, "id=\"show-q0\" checked>"));
    assert_null(strstr(page.data, "id=\"show-w\""));
    assert_null(strstr(page.data, "id=\"show-d\""));
    assert_null(strstr(page.data, "id=\"show-q2\""));
    px_buffer_release(&page);
}

/* The key of a picture tells of what it shows, and of nothing else. */
static void test_the_key_tells_what_is_drawn(void **state)
{
    struct fixture *fixture = *state;
    struct px_buffer strips = {0};
    px_picture_write_element(PX_PICTURE_STRIPS, &fixture->ab, &strips);
    assert_non_null(strstr(strips.data, "Dots above the bar: headings."));
    assert_non_null(strstr(strips.data, "Ticks: loaded words"));
    assert_null(strstr(strips.data, ">document<"));
    assert_null(strstr(strips.data, ">media<"));
    px_buffer_release(&strips);
}

/* A locale that is here and writes a comma in its numbers. */
static bool set_comma_locale(void)
{
    const char *const names[] = {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "ru_RU.UTF-8", "de_DE"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (setlocale(LC_ALL, names[i]) != NULL && localeconv()->decimal_point[0] == ',')
            return true;
    return false;
}

static void test_every_locale_gives_the_same_bytes(void **state)
{
    struct fixture *fixture = *state;
    if (!set_comma_locale())
        skip();
    struct px_buffer local = html_of(&fixture->ab);
    setlocale(LC_ALL, "C");
    struct px_buffer plain = html_of(&fixture->ab);
    assert_string_equal(plain.data, local.data);
    px_buffer_release(&plain);
    px_buffer_release(&local);
}

/* Both forms show the same findings: each line of the Markdown's list stands in the page. */
static void test_both_forms_show_the_same_findings(void **state)
{
    struct fixture *fixture = *state;
    struct px_buffer page = html_of(&fixture->ab), markdown = {0};
    px_report_markdown(&fixture->ab, &provenance, NULL, &markdown);
    for (size_t i = 0; i < fixture->ab.findings.count; i++) {
        struct px_slice text = fixture->ab.findings.items[i].text;
        text.size = text.size > 30 ? 30 : text.size;
        assert_int_not_equal(px_slice_find(px_buffer_slice(&page), text, 0), SIZE_MAX);
        assert_int_not_equal(px_slice_find(px_buffer_slice(&markdown), text, 0), SIZE_MAX);
    }
    assert_true(fixture->ab.findings.count > 0);
    assert_null(strstr(markdown.data, ".svg"));
    px_buffer_clear(&markdown);
    px_report_markdown(&fixture->ab, &provenance, "my pair-", &markdown);
    assert_non_null(strstr(markdown.data, "](my%20pair-map.svg)"));
    px_buffer_release(&page);
    px_buffer_release(&markdown);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_markup_of_an_article_is_shown_never_run, set_up_hostile, tear_down),
        cmocka_unit_test_setup_teardown(test_policy_lets_our_style_and_script_through_and_no_more, set_up_page,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_links_have_their_targets, set_up_page, tear_down),
        cmocka_unit_test_setup_teardown(test_swapping_the_articles_swaps_the_columns, set_up_page, tear_down),
        cmocka_unit_test_setup_teardown(test_marks_stand_in_the_text, set_up_marks, tear_down),
        cmocka_unit_test_setup_teardown(test_switches_are_of_what_is_marked, set_up_marks, tear_down),
        cmocka_unit_test_setup_teardown(test_the_key_tells_what_is_drawn, set_up_marks, tear_down),
        cmocka_unit_test_setup_teardown(test_every_locale_gives_the_same_bytes, set_up_page, tear_down),
        cmocka_unit_test_setup_teardown(test_both_forms_show_the_same_findings, set_up_page, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
