#include "text/vocabulary.h"

#include <stdio.h>

#include "text_fixture.h"

static struct px_vocabulary *vocabulary;

static int set_up(void **state)
{
    (void)state;
    assert_int_equal(px_vocabulary_new("en", &vocabulary, NULL), PX_OK);
    assert_int_equal(px_vocabulary_stop(vocabulary, PX_SLICE("The")), PX_OK);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    px_vocabulary_free(vocabulary);
    return 0;
}

static const struct px_form *form(const char *word)
{
    uint32_t id = px_vocabulary_add(vocabulary, px_slice_from(word));
    assert_int_not_equal(id, PX_NONE);
    return px_vocabulary_form(vocabulary, id);
}

static void test_a_form_has_one_id(void **state)
{
    (void)state;
    static const char *const words[] = {"a", "ab", "abc", "abcd", "abcdefgh", "abcdefghi", "Abc", "cba", ""};
    uint32_t ids[9];
    for (uint32_t i = 0; i < 9; i++) {
        ids[i] = px_vocabulary_add(vocabulary, px_slice_from(words[i]));
        assert_int_equal(ids[i], i);
    }
    for (size_t i = 0; i < 9; i++) {
        assert_int_equal(px_vocabulary_add(vocabulary, px_slice_from(words[i])), ids[i]);
        assert_true(px_slice_is(px_vocabulary_form(vocabulary, ids[i])->text, words[i]));
    }
    assert_int_equal(px_vocabulary_size(vocabulary), 9);
}

/* Short words are told apart by size too: zero bytes and repeats must not make two into one. */
static void test_short_forms_stay_apart(void **state)
{
    (void)state;
    const struct px_slice words[] = {PX_SLICE("a"),   PX_SLICE("aa"),    PX_SLICE("aaa"), PX_SLICE("aaaa"),
                                     PX_SLICE("a\0"), PX_SLICE("a\0\0"), PX_SLICE("\0"),  PX_SLICE("aaaaa")};
    for (uint32_t i = 0; i < 8; i++)
        assert_int_equal(px_vocabulary_add(vocabulary, words[i]), i);
    for (uint32_t i = 0; i < 8; i++)
        assert_int_equal(px_vocabulary_add(vocabulary, words[i]), i);
}

static void test_folds_and_stems_are_shared(void **state)
{
    (void)state;
    const struct px_form *one = form("Regimes");
    const struct px_form *two = form("REGIMES");
    const struct px_form *three = form("regime");
    assert_int_equal(one->fold, two->fold);
    assert_int_not_equal(one->fold, three->fold);
    assert_int_equal(one->stem, three->stem);
    assert_true(px_slice_is(one->fold_text, "regimes"));
    assert_true(px_slice_is(px_vocabulary_fold_text(vocabulary, one->fold), "regimes"));
    assert_true(px_slice_is(px_vocabulary_stem_text(vocabulary, one->stem), "regim"));
    assert_int_equal(px_vocabulary_fold_count(vocabulary), 2);
    assert_int_equal(px_vocabulary_stem_count(vocabulary), 1);
}

static void test_parts(void **state)
{
    (void)state;
    const struct px_form *joined = form("State-Sponsored");
    assert_int_equal(joined->part_count, 2);
    assert_int_equal(joined->parts[0], form("state")->fold);
    assert_int_equal(joined->parts[1], form("sponsored")->fold);
    assert_int_equal(form("non\xE2\x80\x90stop")->part_count, 2);
    assert_int_equal(form("mother-in-law")->part_count, 3);
    static const char *const whole[] = {"state", "-", "--", "-a", "a-", "a--b", ""};
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
        assert_int_equal(form(whole[i])->part_count, 1);
        assert_int_equal(form(whole[i])->parts[0], form(whole[i])->fold);
    }
}

static void test_shapes(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        enum px_shape shape;
    } cases[] = {
        {"regime", PX_SHAPE_LOWER},
        {"Regime", PX_SHAPE_CAPITALISED},
        {"BBC", PX_SHAPE_UPPER},
        {"I", PX_SHAPE_CAPITALISED},
        {"McKay", PX_SHAPE_MIXED},
        {"iPhone", PX_SHAPE_MIXED},
        {"O'Brien", PX_SHAPE_CAPITALISED},
        {"Anglo-Irish", PX_SHAPE_CAPITALISED},
        {"Trump-backed", PX_SHAPE_CAPITALISED},
        {"U.S.", PX_SHAPE_UPPER},
        {"2017", PX_SHAPE_NONE},
        {"5bn", PX_SHAPE_LOWER},
        {"\xE4\xB8\xAD", PX_SHAPE_NONE},
        {"\xD0\x9E\xD0\xBD", PX_SHAPE_CAPITALISED},
        {",", PX_SHAPE_NONE},
        {"anti-Trump", PX_SHAPE_MIXED},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(form(cases[i].word)->shape, cases[i].shape);
}

static void test_stops_and_digits(void **state)
{
    (void)state;
    assert_true(form("the")->stop && form("THE")->stop && !form("then")->stop);
    assert_true(form("G7")->digits && !form("seven")->digits);
}

static void test_pointers_stay_good(void **state)
{
    (void)state;
    const struct px_form *first = form("first");
    char word[16];
    for (int i = 0; i < 5000; i++) {
        snprintf(word, sizeof word, "w%d", i);
        assert_true(px_slice_is(form(word)->text, word));
    }
    assert_ptr_equal(first, form("first"));
    assert_true(px_slice_is(first->text, "first"));
}

static void test_language_without_stemmer(void **state)
{
    (void)state;
    struct px_vocabulary *other;
    assert_int_equal(px_vocabulary_new("xx", &other, NULL), PX_OK);
    uint32_t id = px_vocabulary_add(other, PX_SLICE("Regimes"));
    uint32_t stem = px_vocabulary_form(other, id)->stem;
    assert_true(px_slice_is(px_vocabulary_stem_text(other, stem), "regimes"));
    px_vocabulary_free(other);
    px_vocabulary_free(NULL);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_a_form_has_one_id),
        TEST(test_short_forms_stay_apart),
        TEST(test_folds_and_stems_are_shared),
        TEST(test_parts),
        TEST(test_shapes),
        TEST(test_stops_and_digits),
        TEST(test_pointers_stay_good),
        TEST(test_language_without_stemmer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
