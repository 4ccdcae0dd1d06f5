#include <math.h>

#include "report/markup.h"
#include "report/picture.h"
#include "report/speech.h"
#include "report/svg_dots.h"
#include "report_fixture.h"

static void assert_escaped(struct px_slice text, const char *expected)
{
    struct px_buffer out = {0};
    px_markup_text(&out, text);
    assert_written(&out, expected);
}

static void test_text_is_character_data(void **state)
{
    (void)state;
    assert_escaped(PX_SLICE("<a href=\"x\">'&'</a>"), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
    assert_escaped(PX_SLICE("a\x01"
                            "b\xff"
                            "c"),
                   "a\xef\xbf\xbd"
                   "b\xef\xbf\xbd"
                   "c");
    assert_escaped(PX_SLICE("Kyïv – 5 €"), "Kyïv – 5 €");
}

static void test_lengths_have_one_decimal_at_most(void **state)
{
    (void)state;
    struct px_buffer out = {0};
    const double lengths[] = {12, 12.25, -0.04, -3.5, 0.96};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        px_markup_length(&out, lengths[i]);
        px_buffer_byte(&out, ' ');
    }
    assert_written(&out, "12 12.3 0 -3.5 1 ");
}

static void test_long_text_is_cut_and_kept_whole(void **state)
{
    (void)state;
    struct px_svg svg = {0};
    px_svg_text(&svg, "ink", (struct px_place){.x = 1, .y = 2, .room = 60}, PX_SLICE("Foreign & Commonwealth Office"));
    assert_written(&svg.body, "<text class=\"ink\" x=\"1\" y=\"2\" font-size=\"12\"><title>Foreign &amp; Commonwealth "
                              "Office</title>Foreign…</text>\n");
    px_svg_text(&svg, "ink", (struct px_place){.x = 1, .y = 2, .room = 60}, PX_SLICE("Foreign"));
    assert_written(&svg.body, "<text class=\"ink\" x=\"1\" y=\"2\" font-size=\"12\">Foreign</text>\n");
}

static void test_nothing_to_show_is_not_drawn(void **state)
{
    (void)state;
    static struct px_article articles[2];
    const struct px_article *const both[] = {&articles[0], &articles[1]};
    const struct px_comparison empty = {.articles = both, .article_count = 2};
    for (enum px_picture i = 0; i < PX_PICTURE_COUNT; i++)
        assert_false(px_picture_shows(i, &empty));
}

/* Of texts too short for any rate to be tested no picture compares rates. */
static void test_rates_are_drawn_where_they_can_be_tested(void **state)
{
    (void)state;
    static struct px_article articles[2];
    const struct px_article *const both[] = {&articles[0], &articles[1]};
    struct px_value values[] = {{.value = 2, .low = 1, .high = 3, .count = 4}, {.value = 1, .low = 0, .high = 2}};
    struct px_indicator rate = {
        .label = PX_SLICE("rain"), .unit = PX_SLICE("share"), .topic = PX_NONE, .values = values};
    struct px_comparison comparison = {.articles = both, .article_count = 2};
    comparison.indicators.items = &rate;
    comparison.indicators.count = 1;
    for (uint8_t verdict = PX_VERDICT_TOO_LITTLE; verdict <= PX_VERDICT_DIFFERS; verdict++) {
        rate.verdict = verdict;
        assert_int_equal(px_picture_shows(PX_PICTURE_INDICATORS, &comparison), verdict != PX_VERDICT_TOO_LITTLE);
    }
}

/* One pair of passages that is less sure makes no map. */
static void test_a_map_needs_more_than_one_less_sure_topic(void **state)
{
    (void)state;
    static struct px_article articles[2];
    const struct px_article *const both[] = {&articles[0], &articles[1]};
    struct px_spans spans[2][2] = {{{0}}}, none[2] = {{0}};
    uint32_t nowhere[] = {PX_NONE, PX_NONE};
    struct px_topic topics[] = {
        {.spans = spans[0], .surely = none, .doubtful = none, .alike = nowhere, .only = PX_NONE},
        {.spans = spans[1], .surely = none, .doubtful = none, .alike = nowhere, .only = PX_NONE},
    };
    struct px_comparison comparison = {.articles = both, .article_count = 2, .topics = {topics, 1, 1}};
    topics[0].told = topics[1].told = .75;
    topics[0].likeness = topics[1].likeness = .2;
    assert_false(px_picture_shows(PX_PICTURE_MAP, &comparison));
    comparison.topics.count = 2;
    assert_true(px_picture_shows(PX_PICTURE_MAP, &comparison));
    comparison.topics.count = 1;
    topics[0].told = topics[0].likeness = 1;
    assert_true(px_picture_shows(PX_PICTURE_MAP, &comparison));
}

static void test_pictures_are_found_by_name(void **state)
{
    (void)state;
    for (enum px_picture i = 0; i < PX_PICTURE_COUNT; i++)
        assert_int_equal(i, px_picture_find(px_slice_from(px_picture_name(i))));
    assert_int_equal(PX_PICTURE_COUNT, px_picture_find(PX_SLICE("../map")));
}

/* A value without a number has no dot; an interval without an end reaches the edge. */
static void test_dots(void **state)
{
    (void)state;
    static struct px_article articles[2];
    const struct px_article *const both[] = {&articles[0], &articles[1]};
    const struct px_comparison comparison = {.articles = both, .article_count = 2};
    struct px_svg svg = {.comparison = &comparison};
    const struct px_value values[] = {{.value = 2, .low = 1, .high = INFINITY, .count = 3}, {.value = NAN}};
    const struct px_dot_row row = {.label = PX_SLICE("hedges"), .values = values};
    const struct px_dot_panel panel = {&row, 1, PX_SLICE("Per 1,000 words"), PX_SLICE("per 1,000 words"), 0, 4};
    assert_true(px_svg_dots(&svg, &panel, 0) > 0);
    assert_non_null(strstr(svg.body.data, "<circle class=\"f0\""));
    assert_null(strstr(svg.body.data, "<circle class=\"f1\""));
    assert_non_null(strstr(svg.body.data, "x2=\"572\" y2"));
    assert_null(strstr(svg.body.data, "nan"));
    assert_null(strstr(svg.body.data, "inf"));
    px_buffer_release(&svg.body);
}

/* A label too long for one line stands whole on two, and its row is higher. */
static void test_a_long_label_takes_two_lines(void **state)
{
    (void)state;
    static struct px_article article;
    const struct px_article *const one[] = {&article};
    const struct px_comparison comparison = {.articles = one, .article_count = 1};
    struct px_svg svg = {.comparison = &comparison};
    const struct px_value value = {.value = 2, .low = 1, .high = 3, .count = 3};
    const struct px_dot_row rows[] = {
        {.label = PX_SLICE("hedges"), .values = &value},
        {.label = PX_SLICE("anonymous sources, of words that are surely attributed"), .values = &value}};
    struct px_dot_panel panel = {rows, 1, PX_SLICE("Words"), PX_SLICE("words"), 0, 4};
    double low = px_svg_dots(&svg, &panel, 0);
    panel.rows = &rows[1];
    assert_true(px_svg_dots(&svg, &panel, 0) > low);
    assert_non_null(strstr(svg.body.data, ">anonymous sources, of words"));
    assert_non_null(strstr(svg.body.data, "attributed</text>"));
    assert_null(strstr(svg.body.data, "…"));
    px_buffer_release(&svg.body);
}

/* Who speaks is told by the name of the table, and where no table counts it, not at all. */
static void test_tips_say_how_sure_they_are(void **state)
{
    (void)state;
    struct px_span name = {0, 8};
    struct px_attribution said = {.speaker = {&name, 1, 1}, .entity = PX_NONE, .speech = true, .confidence = 1};
    struct px_article article = {.text = PX_SLICE("Ann Hask said no.")};
    article.attributions.items = &said;
    article.attributions.count = 1;
    const struct px_article *const one[] = {&article};
    struct px_speaker speaker = {.referent = PX_NONE}, *speakers[] = {&speaker};
    uint8_t no = PX_WITNESS_NONE, *witness[] = {&no};
    struct px_comparison comparison = {.articles = one, .article_count = 1, .speakers = speakers};
    comparison.sourcing.witness = witness;
    struct px_buffer out = {0};
    px_speech_tip(&comparison, 0, 0, PX_VOICE_INDIRECT, &out);
    assert_string_equal(out.data, "speaker not sure, reported");
    assert_string_equal(px_speech_class(&comparison, 0, 0), px_speech_kind_class(PX_SPEAKER_MEDIA + 1));
    px_buffer_clear(&out);
    said.high_tier = true;
    px_speech_tip(&comparison, 0, 0, PX_VOICE_DIRECT, &out);
    assert_string_equal(out.data, "Ann Hask, quoted");
    px_buffer_clear(&out);
    speaker.shown = PX_SLICE("Ann Hask Jr."); /* as the table has it */
    px_speech_tip(&comparison, 0, 0, PX_VOICE_DIRECT, &out);
    assert_string_equal(out.data, "Ann Hask Jr., quoted");
    px_buffer_release(&out);
}

/* A bar by itself shows nothing beside the table. */
static void test_one_speaker_makes_no_picture(void **state)
{
    (void)state;
    struct px_article a = {0}, b = {0};
    const struct px_article *articles[] = {&a, &b};
    uint32_t words[] = {9, 4}, statements[] = {1, 1};
    struct px_evidence evidence[2] = {{0}, {0}};
    struct px_source source = {
        .shown = PX_SLICE("Ann Hask"), .words = words, .statements = statements, .evidence = evidence};
    struct px_source sources[] = {source, source};
    struct px_comparison comparison = {.articles = articles, .article_count = 2};
    comparison.sourcing.sources.items = sources;
    for (size_t count = 1; count <= 2; count++) {
        comparison.sourcing.sources.count = count;
        assert_int_equal(px_picture_shows(PX_PICTURE_SOURCES, &comparison), count == 2);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_is_character_data),
        cmocka_unit_test(test_lengths_have_one_decimal_at_most),
        cmocka_unit_test(test_long_text_is_cut_and_kept_whole),
        cmocka_unit_test(test_nothing_to_show_is_not_drawn),
        cmocka_unit_test(test_rates_are_drawn_where_they_can_be_tested),
        cmocka_unit_test(test_a_map_needs_more_than_one_less_sure_topic),
        cmocka_unit_test(test_pictures_are_found_by_name),
        cmocka_unit_test(test_dots),
        cmocka_unit_test(test_a_long_label_takes_two_lines),
        cmocka_unit_test(test_tips_say_how_sure_they_are),
        cmocka_unit_test(test_one_speaker_makes_no_picture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
