/* The page as a whole: how text, excerpts, figures and references are written on it, and what stands first and last. */
#include "page_fixture.h"
#include "report/said.h"

static void assert_text(const char *text, const char *expected)
{
    begin_page();
    px_page_text(&page, px_slice_from(text));
    assert_written(&out, expected);
}

static void test_marks_are_escaped(void **state)
{
    (void)state;
    assert_text("a *b* _c_ <d> [e](f) | g", "a \\*b\\* \\_c\\_ \\<d> [e\\](f) | g");
    assert_text("[and] > he [said] # so", "\\[and] > he [said] # so");
}

static void test_references_are_text(void **state)
{
    (void)state;
    assert_text("&lt;b&gt; &#60; AT&T; R&D", "\\&lt;b\\&gt; \\&#60; AT\\&T; R&D");
}

/* What would begin a list where it stands first in a line or an item. */
static void test_a_beginning_is_no_list(void **state)
{
    (void)state;
    assert_text("1. Who won?", "1\\. Who won?");
    assert_text("- Putin slammed", "\\- Putin slammed");
    assert_text("+ 3 more", "\\+ 3 more");
    assert_text("---", "\\---");
    assert_text("2017 ended. 1. Not here", "2017 ended. 1. Not here");
    assert_text("-9 degrees, 3.5 more", "-9 degrees, 3.5 more");
}

/* Inside of marks of quotation: single ones, that keep their partner; none that stand round all of the words, or alone. */
static void test_quotations_inside(void **state)
{
    static const struct {
        const char *text;
        uint32_t end; /* of the words that are shown */
        const char *written;
    } cases[] = {
        {"plain words", 11, "plain words"},
        {"“all of it”", 15, "all of it"},
        {"“one” and “two” then", 23, "‘one’ and ‘two’"},
        {"\"one\" and \"two", 14, "‘one’ and two"},
        {"playing \"cards.\" Now", 14, "playing ‘cards.’"},
        {"as a 'toy box' now", 13, "as a 'toy box'"},
        {"the workers' pay", 11, "the workers"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct px_article article = {.text = px_slice_from(cases[i].text)};
        compare(&article, NULL);
        uint32_t end = cases[i].end < article.text.size ? cases[i].end : (uint32_t)article.text.size;
        px_page_quoted(&page, 0, (struct px_span){0, end}, 90);
        assert_written(&out, cases[i].written);
    }
}

/* Half of a pair of brackets goes where it stands at an end. */
static void test_a_lone_bracket_goes(void **state)
{
    static const struct {
        const char *text, *left;
    } cases[] = {{"“No,” he said.)", "“No,” he said."},
                 {"(He said no.", "He said no."},
                 {"(He said no.)", "(He said no.)"},
                 {"He said no (twice)", "He said no (twice)"},
                 {"a) He said no.", "a) He said no."}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct px_slice text = px_slice_from(cases[i].text);
        struct px_span left = px_page_unbracketed(text, (struct px_span){0, (uint32_t)text.size});
        assert_true(px_slice_is(px_slice_span(text, left), cases[i].left));
    }
}

static void assert_excerpt(const char *text, size_t limit, const char *expected)
{
    begin_page();
    px_page_excerpt(&page, px_slice_from(text), limit);
    assert_written(&out, expected);
}

/* Cut at the end of a sentence or a clause, and not for a word or two. */
static void test_where_an_excerpt_ends(void **state)
{
    (void)state;
#define CLAUSE "The ferry came in on the morning tide and the council met in the hall by the quay"
    assert_excerpt(CLAUSE ", though nobody had asked the captain whether he would not keep his post for one more "
                          "winter and see the new crane through its first year.",
                   120, CLAUSE " …");
    assert_excerpt(CLAUSE ", though nobody had asked the captain whether he would not keep his post.", 120,
                   CLAUSE ", though nobody had asked the captain whether he would not keep his post.");
    assert_excerpt("“" CLAUSE " after the bell of nine.” Nobody asked. He went home.", 100,
                   "“" CLAUSE " after the bell of nine.” …");
    assert_excerpt(CLAUSE " by ten. Nobody asked the captain who had come late, and stood by the door in a wet coat.",
                   100, CLAUSE " by ten. …");
    assert_excerpt(CLAUSE " with Capt. Toran of the Inner Harbour Authority by her side and a long list in hand.", 90,
                   CLAUSE " with …");
    assert_excerpt(CLAUSE " after the old ones had gone home, and nobody had asked the captain what he thought.", 100,
                   CLAUSE " after the old ones had gone home …");
    assert_excerpt(CLAUSE " after all of the old ones had gone home.", 100,
                   CLAUSE " after all of the old ones had gone home.");
    assert_excerpt(CLAUSE " to say, ‘So it is and so it will be as long as the tide comes in and goes.’", 100,
                   CLAUSE " to say, ‘So it is and so it will be as long as the tide comes in and goes.’");
    assert_excerpt(CLAUSE " by ten.", 84, CLAUSE " by ten.");
    assert_excerpt("Port of Varn, Inner Harbour Authority", 20, "Port of Varn, Inner …");
#undef CLAUSE
}

/* A quotation that is cut is closed, one that begins outside opened; an inch is no mark. */
static void test_an_excerpt_closes_its_quotations(void **state)
{
    (void)state;
    assert_excerpt("He said “the quay is ours and will be”", 22, "He said “the quay is …”");
    assert_excerpt("\"It burns. It burns", 90, "\"It burns. It burns\"");
    assert_excerpt("It burns,\" she said", 90, "\"It burns,\" she said");
    assert_excerpt("\"It burns,\" she said, \"again.\"", 90, "\"It burns,\" she said, \"again.\"");
    assert_excerpt("“It burns,\" she said, \"again.\"", 90, "“It burns,\" she said, \"again.\"");
    assert_excerpt("“It burns,\" she said", 90, "“It burns,\" she said");
    assert_excerpt("“A \"toy\" quay", 90, "“A \"toy\" quay”");
    assert_excerpt("a pipe of 12\" and more", 90, "a pipe of 12\" and more");
}

static void test_probability(void **state)
{
    (void)state;
    const struct {
        double p;
        const char *text;
    } cases[] = {{0.0004, "< .001"}, {0.032, ".032"}, {0.35, ".35"}, {0.996, "1"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        begin_page();
        px_page_probability(&page, cases[i].p);
        assert_written(&out, cases[i].text);
    }
}

static void test_nothing_has_no_sign(void **state)
{
    (void)state;
    begin_page();
    px_page_interval(&page, -.004, .2, PX_SLICE("share"));
    assert_written(&out, "0 % to 20 %");
}

/* Two finds in one sentence are one link; two links are no more than what would tell that there are two more. */
static void test_a_sentence_is_cited_once(void **state)
{
    (void)state;
    struct px_block block = {.role = PX_ROLE_PARAGRAPH, .sentence_count = 5, .number = 1};
    struct px_sentence sentences[5] = {{0}};
    struct px_article article = {0};
    lay_out(&article, &block, 1, sentences, 5);
    compare(&article, NULL);
    uint32_t found[] = {0, 0, 1, 1, 2, 2, 3, 4};
    struct px_evidence evidence = {found, 7};
    px_page_cite(&page, 0, &evidence, 2);
    assert_written(&out, "[A¶1.1](#a1-1) [A¶1.2](#a1-2) [A¶1.3](#a1-3) [A¶1.4](#a1-4)");
    evidence.count = 8;
    px_buffer_clear(&out);
    px_page_cite(&page, 0, &evidence, 2);
    assert_written(&out, "[A¶1.1](#a1-1) [A¶1.2](#a1-2) and 3 more");
    px_buffer_clear(&out);
    memset(is_cited, 0, sizeof is_cited);
    px_page_cite_run(&page, 0, &(struct px_evidence){found + 2, 4}); /* all of a run is evidence */
    assert_written(&out, "[A¶1.2–3](#a1-2)");
    assert_true(!is_cited[0][0] && is_cited[0][1] && is_cited[0][2] && !is_cited[0][3]);
}

/* A quotation that goes on is opened once; where its words stand is cited beside its speaker. */
static void test_what_is_said(void **state)
{
    (void)state;
    begin_page();
    px_said_append(PX_SLICE("“It burns.\n\n“And it\nburns.”\n“So I ran.”"), &out);
    assert_written(&out, "“It burns.\n\nAnd it\nburns.”\n“So I ran.”");
    px_buffer_clear(&out);
    px_said_append_bare(PX_SLICE("“It burns,” … “and I,” she says, “ran,” — “far,”"), &out);
    assert_written(&out, "“It burns” … “and I,” she says, “ran,” — “far”");
    px_buffer_clear(&out);
    px_said_append_bare(PX_SLICE("it is not “all of them,"), &out); /* the mark behind it is the article's */
    assert_written(&out, "it is not “all of them");
    struct px_sentence sentences[] = {{.start = 0, .end = 9}, {.start = 10, .end = 19}, {.start = 20, .end = 29}};
    struct px_article article = {0};
    LAY(article.sentences, sentences, 3);
    struct px_said_cited cited = {{1}, 1};
    px_said_cite(&article, 21, &cited);
    px_said_cite(&article, 0, &cited);
    px_said_cite(&article, 12, &cited);
    assert_int_equal(cited.count, 3);
    for (uint32_t i = 0; i < 3; i++)
        assert_int_equal(cited.sentences[i], i);
    struct px_said_cited all = {{0}, 0};
    px_said_cite_all(&article, (struct px_span){12, 25}, &all);
    assert_int_equal(all.count, 2);
    assert_int_equal(all.sentences[0], 1);
    assert_int_equal(all.sentences[1], 2);
}

/* What may be wrong stands before what was found: of the comparison, then of the reading of each article. */
static void test_warnings_come_first(void **state)
{
    (void)state;
    struct px_slice of_both[] = {PX_SLICE("A and B are one")}, of_b[] = {PX_SLICE("no text of an *article* was found")};
    struct px_article a = {0}, b = {.outlet = PX_SLICE("Tide"), .warnings = {of_b, 1, 1}};
    struct px_finding finding = {.text = PX_SLICE("Nothing differs.")};
    struct px_evidence evidence[2] = {{0}};
    finding.evidence = evidence;
    compare(&a, &b);
    LAY(comparison.findings, &finding, 1);
    LAY(comparison.warnings, of_both, 1);
    px_page_brief(&page);
    px_buffer_byte(&out, '\0');
    assert_non_null(strstr(out.data, "## In brief\n\n> A and B are one\n\n> B (Tide): no text of an \\*article\\* was "
                                     "found\n\n- Nothing differs."));
}

/* That no rate differs is said, and where texts are too short to tell; of one that does its finding tells. */
static void test_brief_says_whether_rates_differ(void **state)
{
    (void)state;
    static const struct {
        uint8_t verdict;
        uint32_t words;
        double q; /* of a term */
        const char *says;
    } cases[] = {{PX_VERDICT_TOO_LITTLE, 100, 1, "too short to compare rates.\n"},
                 {PX_VERDICT_NO_CLEAR_DIFFERENCE, 900, 1, "Chance is not ruled out as the reason"},
                 {PX_VERDICT_NO_CLEAR_DIFFERENCE, 9000, 1, "none differs by more than chance can explain.\n"},
                 {PX_VERDICT_NO_CLEAR_DIFFERENCE, 900, .001, "Single words differ, under “Distinctive terms”.\n"},
                 {PX_VERDICT_DIFFERS, 900, 1, NULL}};
    struct px_article a = {0}, b = {0};
    struct px_indicator indicator = {.topic = PX_NONE};
    struct px_term term = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        a.counts.words = b.counts.words = cases[i].words;
        term.q = cases[i].q;
        compare(&a, &b);
        LAY(comparison.terms, &term, 1);
        LAY(comparison.indicators, &indicator, 1);
        indicator.verdict = cases[i].verdict;
        px_page_brief(&page);
        px_buffer_byte(&out, '\0');
        assert_true(cases[i].says == NULL ? strstr(out.data, "rates") == NULL
                                          : strstr(out.data, cases[i].says) != NULL);
    }
}

/* When two figures differ is told where any could. */
static void test_method_tells_of_tests(void **state)
{
    (void)state;
    struct px_article a = {0}, b = {0};
    struct px_indicator indicator = {.topic = PX_NONE};
    for (int tested = 0; tested < 2; tested++) {
        compare(&a, &b);
        LAY(comparison.indicators, &indicator, 1);
        indicator.verdict = tested ? PX_VERDICT_NO_CLEAR_DIFFERENCE : PX_VERDICT_TOO_LITTLE;
        px_page_method(&page);
        assert_has(&out, "less clear is in the JSON.");
        assert_int_equal(page_has("Two figures differ when"), tested);
    }
}

/* Sections without a find are told in one line, and of what is measured the steps alone that are shown. */
static void test_what_is_empty_is_not_told(void **state)
{
    (void)state;
    struct px_article a = {0}, b = {0};
    struct px_headline headlines[2] = {{0}};
    compare(&a, &b);
    comparison.headlines = headlines;
    uint32_t none[2] = {0};
    comparison.sourcing.unclear.statements = none;
    struct px_provenance_validity rows[] = {
        {.section = PX_SLICE("frames"), .step = PX_SLICE("cues"), .plain = PX_SLICE("9 of 10 were right")},
        {.section = PX_SLICE("stance"), .step = PX_SLICE("judgements")}};
    provenance.validity = rows;
    provenance.validity_count = 2;
    assert_true(px_page_begin(&page, &comparison, &provenance, &out));
    px_page_names(&page);
    px_page_sourcing(&page);
    px_page_stance(&page);
    assert_int_equal(out.size, 0);
    px_page_validity(&page, "frames");
    assert_has(&out, "*As measured, 9 of 10 were right ([more](#how-this-was-made)).*");
    px_page_validity_table(&page);
    assert_has(&out, "| frames | cues |");
    assert_false(page_has("judgements"));
    px_page_end(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks_are_escaped),
        cmocka_unit_test(test_references_are_text),
        cmocka_unit_test(test_a_beginning_is_no_list),
        cmocka_unit_test(test_quotations_inside),
        cmocka_unit_test(test_a_lone_bracket_goes),
        cmocka_unit_test(test_where_an_excerpt_ends),
        cmocka_unit_test(test_an_excerpt_closes_its_quotations),
        cmocka_unit_test(test_probability),
        cmocka_unit_test(test_nothing_has_no_sign),
        cmocka_unit_test(test_a_sentence_is_cited_once),
        cmocka_unit_test(test_what_is_said),
        cmocka_unit_test(test_warnings_come_first),
        cmocka_unit_test(test_brief_says_whether_rates_differ),
        cmocka_unit_test(test_method_tells_of_tests),
        cmocka_unit_test(test_what_is_empty_is_not_told),
    };
    return cmocka_run_group_tests(tests, NULL, release);
}
