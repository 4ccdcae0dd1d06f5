/* Tags, lemmas and heads of plain sentences: what any parser of English must get right. */
#include "syntax_fixture.h"

static const char *relation(uint32_t word)
{
    static char name[32];
    struct px_slice found = px_syntax_relation(fixture.syntax, fixture.words[word].relation);
    memcpy(name, found.data, found.size);
    name[found.size] = '\0';
    return name;
}

static void test_a_plain_sentence(void **state)
{
    (void)state;
    parse("The mayor praised the new plans .");
    uint32_t verb = find("praised");
    assert_int_equal(fixture.words[verb].head, PX_NONE);
    assert_int_equal(fixture.words[find("mayor")].head, verb);
    assert_string_equal(relation(find("mayor")), "nsubj");
    assert_int_equal(fixture.words[find("plans")].head, verb);
    assert_string_equal(relation(find("plans")), "obj");
    assert_int_equal(fixture.words[find("new")].head, find("plans"));
    assert_int_equal(fixture.words[find("The")].head, find("mayor"));
    assert_true(px_slice_is(px_syntax_xpos(fixture.syntax, fixture.words[verb].tag), "VBD"));
    assert_true(px_slice_is(px_syntax_upos(fixture.syntax, fixture.words[find("plans")].tag), "NOUN"));
}

static void test_lemmas(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {{"The", "the"},     {"women", "woman"}, {"were", "be"},
                                           {"running", "run"}, {"and", "and"},     {"cities", "city"}};
    parse("The women were running and the cities fell .");
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_true(px_slice_is(fixture.words[find(pairs[i][0])].lemma, pairs[i][1]));
    parse("Anna Roy has left");
    assert_true(px_slice_is(fixture.words[1].lemma, "Roy"));
}

/* A form seen under a third tag has a lemma too, though the parser keeps but two. */
static void test_a_form_under_many_tags(void **state)
{
    (void)state;
    static const char *const sentences[] = {"They left .", "On the left .", "The left side .", "He has left ."};
    for (size_t round = 0; round < 3; round++)
        for (size_t i = 0; i < 4; i++) {
            parse(sentences[i]);
            assert_true(fixture.words[find("left")].lemma.size > 0);
        }
}

/* A word known as a noun is no auxiliary, whatever stands beside it. */
static void test_nouns_are_of_open_classes(void **state)
{
    (void)state;
    parse("They asked 1,704 California adults taken from a list .");
    assert_true(px_slice_is(px_syntax_upos(fixture.syntax, fixture.words[find("adults")].tag), "NOUN"));
}

static void test_nothing_is_a_sentence_too(void **state)
{
    (void)state;
    assert_int_equal(px_parser_parse(fixture.parser, NULL, 0, NULL, NULL), PX_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_plain_sentence),          cmocka_unit_test(test_lemmas),
        cmocka_unit_test(test_a_form_under_many_tags),    cmocka_unit_test(test_nouns_are_of_open_classes),
        cmocka_unit_test(test_nothing_is_a_sentence_too),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
