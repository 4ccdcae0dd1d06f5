/* What the page tells of headlines. */
#include "page_fixture.h"

/* Whom all headlines name is no news, nor whom the body names most: a headline may speak of him by what he is. */
static void test_a_headline_that_names_is_no_row(void **state)
{
    (void)state;
    uint32_t bodies[] = {3, 3}, words[] = {3, 3};
    bool heads[] = {true, true};
    struct px_headline_name name = {0, {0, 14}, bodies, words, heads, false};
    struct px_article articles[2] = {{.text = PX_SLICE("Norhaven Falls")}, {.text = PX_SLICE("Norhaven Falls")}};
    struct px_headline headlines[2] = {
        {.end = 1, .topic = PX_NONE, .largest = PX_NONE, .names = {&name, 1, 1}, .unnamed = 1, .unnamed_times = 7},
        {.end = 1, .topic = PX_NONE, .largest = PX_NONE, .names = {&name, 1, 1}, .unnamed = PX_NONE}};
    struct px_referent referents[] = {{.name = PX_SLICE("Norhaven Falls"), .kind = PX_ENTITY_PLACE},
                                      {.name = PX_SLICE("Ada Brell"), .kind = PX_ENTITY_PERSON}};
    compare(&articles[0], &articles[1]);
    comparison.headlines = headlines;
    LAY(comparison.referents, referents, 2);
    px_page_headlines(&page);
    assert_written(&out, "");
}

/* Where one article alone has a standfirst, headlines are held against each other. Of a place nothing is told. */
static void test_a_standfirst_is_held_against_a_standfirst(void **state)
{
    (void)state;
    for (size_t i = 0; i < 4; i++) {
        uint32_t bodies[] = {1, 3}, words[] = {1, 3};
        bool heads[] = {true, false};
        struct px_headline_name name = {0, {7, 21}, bodies, words, heads, false};
        struct px_block first[] = {{.start = 0, .end = 6, .role = PX_ROLE_TITLE},
                                   {.start = 7, .end = 21, .role = i >= 2 ? PX_ROLE_TITLE : PX_ROLE_STANDFIRST}};
        struct px_block second[] = {{.role = PX_ROLE_TITLE}, {.role = PX_ROLE_STANDFIRST}};
        struct px_article articles[2] = {{.text = PX_SLICE("# Rain\nNorhaven Falls")}, {.text = PX_SLICE("Rain")}};
        LAY(articles[0].blocks, first, 2);
        articles[1].blocks.items = second;
        articles[1].blocks.count = i == 1 ? 2 : 1;
        struct px_headline headlines[2] = {
            {.end = 1, .topic = PX_NONE, .largest = PX_NONE, .names = {&name, 1, 1}, .unnamed = PX_NONE},
            {.end = 1, .topic = PX_NONE, .largest = PX_NONE, .unnamed = PX_NONE}};
        struct px_referent referent = {.name = PX_SLICE("Norhaven Falls"),
                                       .kind = i == 3 ? PX_ENTITY_PLACE : PX_ENTITY_ORGANISATION};
        compare(&articles[0], &articles[1]);
        comparison.headlines = headlines;
        LAY(comparison.referents, &referent, 1);
        px_page_headlines(&page);
        if (i == 0 || i == 3)
            assert_false(page_has("Named in"));
        else
            assert_has(
                &out,
                i == 1
                    ? "Named in headline or standfirst of A, and in B only below its third paragraph: Norhaven Falls\n"
                    : "Named in the headline of A, and in B only below its third paragraph: Norhaven Falls\n");
    }
}

/* Whom the other article names in one of its first three paragraphs it tells of early, too. */
static void test_a_name_of_the_first_paragraphs_is_told_by_both(void **state)
{
    (void)state;
    uint32_t bodies[] = {2, 1}, words[] = {2, 1};
    bool heads[] = {true, false};
    struct px_headline_name name = {0, {0, 9}, bodies, words, heads, false};
    struct px_block blocks[] = {{.start = 0, .end = 5, .role = PX_ROLE_PARAGRAPH, .sentence_count = 1},
                                {.start = 6, .end = 11, .role = PX_ROLE_PARAGRAPH, .sentence_count = 1},
                                {.start = 12, .end = 17, .role = PX_ROLE_PARAGRAPH, .sentence_count = 1},
                                {.start = 18, .end = 32, .role = PX_ROLE_PARAGRAPH, .sentence_count = 1}};
    struct px_sentence sentences[] = {{.end = 5},
                                      {.start = 6, .end = 11, .block = 1},
                                      {.start = 12, .end = 17, .block = 2},
                                      {.start = 18, .end = 32, .block = 3}};
    struct px_article articles[2] = {{.text = PX_SLICE("Ada Brell")},
                                     {.text = PX_SLICE("Rain.\nSnow.\nHail.\nAda Brell won")}};
    lay_out(&articles[1], blocks, 4, sentences, 4);
    struct px_headline headlines[2] = {
        {.end = 1, .topic = PX_NONE, .largest = PX_NONE, .names = {&name, 1, 1}, .unnamed = PX_NONE},
        {.end = 1, .topic = PX_NONE, .largest = PX_NONE, .unnamed = PX_NONE}};
    struct px_span mention = {18, 27};
    struct px_spans mentions[] = {{NULL, 0, 0}, {&mention, 1, 1}};
    struct px_referent referent = {.name = PX_SLICE("Ada Brell"), .mentions = mentions};
    compare(&articles[0], &articles[1]);
    comparison.headlines = headlines;
    LAY(comparison.referents, &referent, 1);
    px_page_headlines(&page);
    assert_has(&out, "in B only below its third paragraph: Ada Brell");
    px_buffer_clear(&out);
    blocks[2].end = 32;
    px_page_headlines(&page);
    assert_false(page_has("Ada Brell"));
}

/* Whom one headline names and the other article does not name at all stands with all that one article alone has. */
static void test_a_name_of_one_article_alone_stands_elsewhere(void **state)
{
    (void)state;
    uint32_t bodies[] = {2, 0}, words[] = {2, 0}, entities[] = {0, PX_NONE};
    bool heads[] = {true, false};
    struct px_headline_name name = {0, {0, 9}, bodies, words, heads, false};
    struct px_article articles[2] = {{.text = PX_SLICE("Ada Brell")}, {.text = PX_SLICE("Rain")}};
    struct px_headline headlines[2] = {
        {.end = 1, .topic = PX_NONE, .largest = PX_NONE, .names = {&name, 1, 1}, .unnamed = PX_NONE},
        {.end = 1, .topic = PX_NONE, .largest = PX_NONE, .unnamed = PX_NONE}};
    struct px_referent referent = {.name = PX_SLICE("Ada Brell"), .entity = entities};
    compare(&articles[0], &articles[1]);
    comparison.headlines = headlines;
    LAY(comparison.referents, &referent, 1);
    px_page_headlines(&page);
    assert_false(page_has("Ada Brell"));
    bodies[1] = 1;
    px_page_headlines(&page);
    assert_has(
        &out,
        "Names of one headline that another article has only later:\n\n- Named in the headline of A, and in B only "
        "below its third paragraph: Ada Brell\n");
}

/* A loaded word that the body has in other words, or not at all, is no line; one that a speaker has there is. */
static void test_a_loaded_headline_is_held_against_speakers(void **state)
{
    (void)state;
    struct px_headline_point point = {.kind = PX_HEADLINE_ALONE, .span = {0, 5}, .body_sentence = PX_NONE};
    struct px_article articles[2] = {{.text = PX_SLICE("Wrath")}, {.text = PX_SLICE("Rain")}};
    LAY(articles[0].blocks, &((struct px_block){.end = 5, .role = PX_ROLE_TITLE, .sentence_count = 1}), 1);
    LAY(articles[0].sentences, &((struct px_sentence){.end = 5}), 1);
    struct px_headline headlines[2] = {
        {.end = 1, .topic = PX_NONE, .largest = PX_NONE, .points = {&point, 1, 1}, .unnamed = PX_NONE},
        {.end = 1, .topic = PX_NONE, .largest = PX_NONE, .unnamed = PX_NONE}};
    compare(&articles[0], &articles[1]);
    comparison.headlines = headlines;
    px_page_headlines(&page);
    assert_int_equal(out.size, 0);
    point.kind = PX_HEADLINE_SPOKEN;
    px_page_headlines(&page);
    assert_true(page_has("- A: “Wrath”, a loaded word, stands in the body in the words of speakers alone"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_headline_that_names_is_no_row),
        cmocka_unit_test(test_a_standfirst_is_held_against_a_standfirst),
        cmocka_unit_test(test_a_loaded_headline_is_held_against_speakers),
        cmocka_unit_test(test_a_name_of_the_first_paragraphs_is_told_by_both),
        cmocka_unit_test(test_a_name_of_one_article_alone_stands_elsewhere),
    };
    return cmocka_run_group_tests(tests, NULL, release);
}
