#include "text/normalise.h"
#include "text/utf8.h"
#include "text_fixture.h"

struct pair {
    const char *text;
    const char *wanted;
};

static void check(void (*normalise)(struct px_slice, struct px_buffer *), const struct pair *pairs, size_t count)
{
    struct px_buffer out = {0};
    for (size_t i = 0; i < count; i++) {
        px_buffer_clear(&out);
        normalise(px_slice_from(pairs[i].text), &out);
        assert_false(out.failed);
        assert_string_equal(out.data == NULL ? "" : out.data, pairs[i].wanted);
    }
    px_buffer_release(&out);
}

static void test_unmark(void **state)
{
    (void)state;
    static const struct pair pairs[] = {{"", ""},
                                        {"Calder\xC3\xB3n", "Calderon"},
                                        {"\xC3\x89va \xC3\x9E", "Eva \xC3\x9E"},
                                        {"\xE4\xB8\xAD", "\xE4\xB8\xAD"}};
    check(px_text_unmark, pairs, sizeof pairs / sizeof *pairs);
}

static void test_fold(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        {"", ""},
        {"Regime's", "regime's"},
        {"REGIME\xE2\x80\x99S", "regime's"},
        {"\xE2\x80\x98tis", "'tis"},
        {"Anglo\xE2\x80\x93Irish", "anglo-irish"},
        {"non\xE2\x80\x91stop", "non-stop"},
        {"so\xC2\xADly", "soly"},
        {"ze\xE2\x80\x8Bro", "zero"},
        {"STRASSE", "strasse"},
        {"Stra\xC3\x9F"
         "e",
         "strasse"},
        {"CAF\xC3\x89", "caf\xC3\xA9"},
        {"CAFE\xCC\x81", "caf\xC3\xA9"},
        {"\xD0\x9C\xD0\x9E\xD0\xA1\xD0\x9A\xD0\x92\xD0\x90", "\xD0\xBC\xD0\xBE\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB0"},
        {"\xE4\xB8\xAD\xE6\x96\x87", "\xE4\xB8\xAD\xE6\x96\x87"},
        {"\xC2\xAD", ""},
        {"\xFF", "\xEF\xBF\xBD"},
    };
    check(px_text_fold, pairs, sizeof pairs / sizeof *pairs);
}

/* A letter folds by itself as it does beside one of a script that is left to ICU. */
static void test_fold_of_a_letter_does_not_depend_on_others(void **state)
{
    (void)state;
    for (uint32_t c = 0xA1; c < 0x2070; c = c == 0x2FF ? 0x400 : c == 0x45F ? 0x2002 : c + 1) {
        struct px_buffer alone = {0}, beside = {0}, text = {0};
        px_buffer_string(&text, "\xE4\xB8\xAD");
        px_utf8_append(&text, c);
        px_text_fold(px_buffer_slice(&text), &beside);
        px_text_fold(px_slice_part(px_buffer_slice(&text), 3, text.size), &alone);
        assert_string_equal(beside.data + 3, alone.data == NULL ? "" : alone.data);
        px_buffer_release(&text);
        px_buffer_release(&alone);
        px_buffer_release(&beside);
    }
    static const struct pair pairs[] = {{"\xD0\x98\xCC\x86", "\xD0\xB9"}};
    check(px_text_fold, pairs, 1);
}

static void test_tidy(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        {"", ""},
        {" \t\n ", ""},
        {"  One \n\t two  ", "One two"},
        {"One\xC2\xA0two\xE2\x80\xAFthree", "One two three"},
        {"so\xC2\xADly ze\xE2\x80\x8Bro \xEF\xBB\xBFmark", "soly zero mark"},
        {"be\x07ll\x7F", "bell"},
        {"Cafe\xCC\x81 \xE2\x80\x9Cx\xE2\x80\x9D", "Caf\xC3\xA9 \xE2\x80\x9Cx\xE2\x80\x9D"},
        {"next\xC2\x85line", "next line"},
        {"keep\xE2\x80\x94the dash\xE2\x80\x99s Case", "keep\xE2\x80\x94the dash\xE2\x80\x99s Case"},
        /* joiners make one picture of several, and are no more than noise between Latin letters */
        {"\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9 a\xE2\x80\x8D"
         "b",
         "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9 ab"},
        {"\xFFx", "\xEF\xBF\xBDx"},
    };
    check(px_text_tidy, pairs, sizeof pairs / sizeof *pairs);
}

static void test_appends_behind_what_is_there(void **state)
{
    (void)state;
    struct px_buffer out = {0};
    px_buffer_string(&out, "cafe ");
    px_text_tidy(PX_SLICE(" E\xCC\x81 "), &out);
    px_text_fold(PX_SLICE(" \xC3\x89T"), &out);
    px_text_fold(PX_SLICE("AT"), &out);
    assert_string_equal(out.data, "cafe \xC3\x89 \xC3\xA9tat");
    px_buffer_release(&out);
}

static void test_bytes_of_value_zero_are_characters(void **state)
{
    (void)state;
    struct px_buffer out = {0};
    px_text_fold((struct px_slice){"A\0\xC3\x89", 4}, &out);
    assert_int_equal(out.size, 4);
    assert_memory_equal(out.data, "a\0\xC3\xA9", 4);
    px_buffer_clear(&out);
    px_text_tidy((struct px_slice){"A\0B", 3}, &out);
    assert_string_equal(out.data, "AB");
    px_buffer_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fold),
        cmocka_unit_test(test_fold_of_a_letter_does_not_depend_on_others),
        cmocka_unit_test(test_unmark),
        cmocka_unit_test(test_tidy),
        cmocka_unit_test(test_appends_behind_what_is_there),
        cmocka_unit_test(test_bytes_of_value_zero_are_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
