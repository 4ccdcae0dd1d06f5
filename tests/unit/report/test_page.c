#include "report/page.h"
#include "report/topic_name.h"
#include "report_fixture.h"

static void assert_text(const char *text, const char *expected)
{
    struct px_buffer out = {0};
    struct px_page page = {.out = &out};
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

static void test_probability(void **state)
{
    (void)state;
    const struct {
        double p;
        const char *text;
    } cases[] = {{0.0004, "< .001"}, {0.032, ".032"}, {0.35, ".35"}, {0.996, "1"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct px_buffer out = {0};
        struct px_page page = {.out = &out};
        px_page_probability(&page, cases[i].p);
        assert_written(&out, cases[i].text);
    }
}

/* A topic is called by its heading, else by its paragraphs, with words that each article has there. */
static void test_a_topic_has_a_name(void **state)
{
    (void)state;
    struct px_block here[] = {{.start = 0, .end = 9, .role = PX_ROLE_PARAGRAPH, .number = 1},
                              {.start = 10, .end = 19, .role = PX_ROLE_PARAGRAPH, .number = 2},
                              {.start = 20, .end = 29, .role = PX_ROLE_PARAGRAPH, .number = 3},
                              {.start = 30, .end = 39, .role = PX_ROLE_PARAGRAPH, .number = 4}};
    struct px_article a = {.blocks = {here, 4, 4}}, b = {.blocks = {here, 1, 1}};
    const struct px_article *articles[] = {&a, &b};
    struct px_slice labels[] = {PX_SLICE("flood"), PX_SLICE("dam")};
    struct px_span of_a[] = {{0, 19}, {30, 39}}, of_b[] = {{0, 9}};
    struct px_spans spans[] = {{of_a, 2, 2}, {of_b, 1, 1}};
    struct px_comparison comparison = {.articles = articles, .article_count = 2};
    struct px_topic topic = {
        .label = labels, .label_count = 2, .clear = 1, .titled = true, .only = PX_NONE, .spans = spans};
    struct px_buffer out = {0};
    px_topic_name(&comparison, &topic, &out);
    assert_written(&out, "flood");
    topic.titled = false;
    topic.clear = 2;
    px_buffer_clear(&out);
    px_topic_name(&comparison, &topic, &out);
    assert_written(&out, "flood, dam: A¶1–2, 4 and B¶1");
    spans[1].count = 0;
    topic.only = 0;
    topic.clear = 1;
    px_buffer_clear(&out);
    px_topic_name(&comparison, &topic, &out);
    assert_written(&out, "flood: A¶1–2, 4");
    topic.part_of = PX_SLICE("After the rain");
    px_buffer_clear(&out);
    px_topic_name(&comparison, &topic, &out);
    assert_written(&out, "flood, in part of “After the rain”: A¶1–2, 4");
}

/* Without a label, where it stands; of one article, with its first words. */
static void test_a_topic_has_first_words(void **state)
{
    (void)state;
    struct px_block block = {.start = 0, .end = 27, .role = PX_ROLE_PARAGRAPH, .number = 1};
    struct px_sentence sentence = {.start = 0, .end = 27};
    struct px_article a = {.text = PX_SLICE("The dam broke at nine today."), .blocks = {&block, 1, 1}};
    a.sentences.items = &sentence;
    a.sentences.count = 1;
    struct px_article b = a;
    const struct px_article *articles[] = {&a, &b};
    struct px_span all = {0, 27}, opening[] = {{0, 13}, {0, 27}};
    struct px_spans spans[] = {{&all, 1, 1}, {&all, 1, 1}};
    uint32_t first[] = {0, 0};
    struct px_comparison comparison = {.articles = articles, .article_count = 2};
    struct px_topic topic = {.only = PX_NONE, .spans = spans, .opening = opening, .first_sentence = first};
    struct px_buffer out = {0};
    px_topic_name(&comparison, &topic, &out);
    assert_written(&out, "A¶1 and B¶1");
    spans[1].count = 0;
    topic.only = 0;
    px_buffer_clear(&out);
    px_topic_name(&comparison, &topic, &out);
    assert_written(&out, "A¶1, from “The dam broke …” on");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks_are_escaped),      cmocka_unit_test(test_references_are_text),
        cmocka_unit_test(test_a_beginning_is_no_list), cmocka_unit_test(test_probability),
        cmocka_unit_test(test_a_topic_has_a_name),     cmocka_unit_test(test_a_topic_has_first_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
