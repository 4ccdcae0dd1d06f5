#include "check.h"

#include <locale.h>
#include <math.h>

static const struct px_slice nothing;

static void compares(void **state)
{
    (void)state;
    assert_true(px_slice_equal(PX_SLICE("a"), PX_SLICE("a")));
    assert_false(px_slice_equal(PX_SLICE("a"), PX_SLICE("ab")));
    assert_true(px_slice_equal(nothing, PX_SLICE("")));
    assert_true(px_slice_compare(PX_SLICE("a"), PX_SLICE("b")) < 0);
    assert_true(px_slice_compare(PX_SLICE("ab"), PX_SLICE("a")) > 0);
    assert_true(px_slice_compare(PX_SLICE("b"), PX_SLICE("ab")) > 0);
    assert_true(px_slice_compare(PX_SLICE("\xc3"), PX_SLICE("z")) > 0);
    assert_int_equal(px_slice_compare(nothing, PX_SLICE("")), 0);
    assert_true(px_slice_is(nothing, NULL));
    assert_true(px_slice_is(px_slice_from("word"), "word"));
}

static void finds_ends_and_needles(void **state)
{
    (void)state;
    struct px_slice text = PX_SLICE("abcabc");
    assert_true(px_slice_starts(text, PX_SLICE("abc")));
    assert_false(px_slice_starts(PX_SLICE("ab"), PX_SLICE("abc")));
    assert_true(px_slice_ends(text, PX_SLICE("bc")));
    assert_false(px_slice_ends(text, PX_SLICE("ab")));
    assert_true(px_slice_starts(text, PX_SLICE("")));
    assert_int_equal(px_slice_find(text, PX_SLICE("bc"), 0), 1);
    assert_int_equal(px_slice_find(text, PX_SLICE("bc"), 2), 4);
    assert_true(px_slice_find(text, PX_SLICE("bc"), 5) == SIZE_MAX);
    assert_true(px_slice_find(text, PX_SLICE("bc"), 7) == SIZE_MAX);
    assert_true(px_slice_find(text, PX_SLICE(""), 0) == SIZE_MAX);
    assert_true(px_slice_find(PX_SLICE("ab"), PX_SLICE("abc"), 0) == SIZE_MAX);
    assert_true(px_slice_find(nothing, PX_SLICE("a"), 0) == SIZE_MAX);
    assert_true(px_slice_starts(nothing, nothing));
    assert_true(px_slice_ends(nothing, nothing));
}

static void trims_and_takes_parts(void **state)
{
    (void)state;
    assert_slice(px_slice_trim(PX_SLICE(" \t\r\nab c\v\f ")), "ab c");
    assert_slice(px_slice_trim(PX_SLICE("   ")), "");
    assert_slice(px_slice_trim(nothing), "");
    assert_slice(px_slice_trim(PX_SLICE("\xc2\xa0x")), "\xc2\xa0x");
    assert_slice(px_slice_part(PX_SLICE("abcdef"), 2, 4), "cd");
    assert_slice(px_slice_span(PX_SLICE("abcdef"), (struct px_span){4, 6}), "ef");
}

static void cuts_at_separators(void **state)
{
    (void)state;
    const char *const pieces[] = {"a", "", "b"};
    struct px_slice rest = PX_SLICE("a\t\tb");
    struct px_slice piece;
    for (int i = 0; i < 3; i++) {
        assert_true(px_slice_next(&rest, '\t', &piece));
        assert_slice(piece, pieces[i]);
    }
    assert_false(px_slice_next(&rest, '\t', &piece));
    rest = PX_SLICE("a\n");
    assert_true(px_slice_next(&rest, '\n', &piece));
    assert_slice(piece, "a");
    assert_false(px_slice_next(&rest, '\n', &piece));
    rest = nothing;
    assert_false(px_slice_next(&rest, '\n', &piece));
}

static void knows_the_last_word(void **state)
{
    (void)state;
    assert_slice(px_slice_last_word(PX_SLICE("Anna  Halden")), "Halden");
    assert_slice(px_slice_last_word(PX_SLICE("Halden")), "Halden");
    assert_slice(px_slice_last_word(PX_SLICE("Halden ")), "");
    assert_slice(px_slice_last_word((struct px_slice){NULL, 0}), "");
}

static void finds_itself_among_names(void **state)
{
    (void)state;
    const char *const names[] = {"a", "ab", "a"};
    assert_int_equal(px_slice_among(PX_SLICE("ab"), names, 3), 1);
    assert_int_equal(px_slice_among(PX_SLICE("a"), names, 3), 0);
    assert_int_equal(px_slice_among(PX_SLICE("ab"), names, 1), -1);
    assert_int_equal(px_slice_among(PX_SLICE(""), names, 3), -1);
}

static void reads_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double value; /* NaN: no number */
    } cases[] = {
        {"0", 0},     {"12", 12},   {"-3", -3},    {"+4.5", 4.5},  {".5", .5},   {"7.", 7},      {"-0.25", -.25},
        {"0010", 10}, {"", NAN},    {"-", NAN},    {".", NAN},     {"1,5", NAN}, {"1e3", 1000},  {" 1", NAN},
        {"1 ", NAN},  {"inf", NAN}, {"0x10", NAN}, {"--1", NAN},   {"nan", NAN}, {"1.2.3", NAN}, {"25e-2", .25},
        {"1e", NAN},  {"1e+", NAN}, {"e5", NAN},   {"1e999", NAN},
    };
    setlocale(LC_ALL, "de_DE.UTF-8");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double value = 77;
        if (px_slice_number(px_slice_from(cases[i].text), &value) == isnan(cases[i].value))
            fail_msg("\"%s\" is read wrongly", cases[i].text);
        if (!isnan(cases[i].value) && value != cases[i].value)
            fail_msg("\"%s\" is read as %g", cases[i].text, value);
    }
    char long_one[400];
    double value;
    memset(long_one, '9', sizeof long_one);
    assert_false(px_slice_number((struct px_slice){long_one, sizeof long_one}, &value));
}

/* The hash is part of what is the same on every machine. A byte more, a byte less or a bit turned changes it. */
static void hashes(void **state)
{
    (void)state;
    assert_true(px_slice_hash(PX_SLICE("ab")) != px_slice_hash(PX_SLICE("ba")));
    assert_true(px_slice_hash(PX_SLICE("a")) != px_slice_hash(PX_SLICE("a\0")));
    assert_true(px_slice_hash(nothing) == px_slice_hash(PX_SLICE("")));
    uint32_t low_bits[64] = {0};
    char key[] = "word-00";
    for (int i = 0; i < 6400; i++) {
        key[5] = (char)(i / 80 + 40);
        key[6] = (char)(i % 80 + 40);
        low_bits[px_slice_hash((struct px_slice){key, 7}) % 64]++;
    }
    for (int i = 0; i < 64; i++)
        assert_in_range(low_bits[i], 50, 150);
}

static void tells_capitals(void **state)
{
    (void)state;
    assert_true(px_slice_is_capital(PX_SLICE("Varn"), 0));
    assert_false(px_slice_is_capital(PX_SLICE("Varn"), 1));
    assert_false(
        px_slice_is_capital(px_slice_part(PX_SLICE("Ada Brell"), 0, 4), 4)); /* the next byte is none of its own */
    assert_false(px_slice_is_capital((struct px_slice){NULL, 0}, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compares),
        cmocka_unit_test(finds_ends_and_needles),
        cmocka_unit_test(trims_and_takes_parts),
        cmocka_unit_test(cuts_at_separators),
        cmocka_unit_test(knows_the_last_word),
        cmocka_unit_test(finds_itself_among_names),
        cmocka_unit_test(reads_numbers),
        cmocka_unit_test(hashes),
        cmocka_unit_test(tells_capitals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
