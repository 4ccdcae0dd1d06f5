#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/edits.h"

static size_t edits(const char *a, const char *b)
{
    return px_text_edits(px_slice_from(a), px_slice_from(b));
}

static void test_counts(void **state)
{
    (void)state;
    assert_int_equal(edits("", ""), 0);
    assert_int_equal(edits("oar", ""), 3);
    assert_int_equal(edits("harbour", "harbor"), 1);
    assert_int_equal(edits("Halden", "Haldon"), 1);
    assert_int_equal(edits("Thrusday", "Thursday"), 1);
    assert_int_equal(edits("Tarsk", "Trask"), 1);
    assert_int_equal(edits("kitten", "sitting"), 3);
    assert_int_equal(edits("ab", "ba"), 1);
}

static void test_long_words_are_far(void **state)
{
    (void)state;
    char word[PX_EDITS_MOST + 2] = {0};
    for (size_t i = 0; i <= PX_EDITS_MOST; i++)
        word[i] = 'a';
    assert_int_equal(edits(word, word), PX_EDITS_MOST);
    word[PX_EDITS_MOST] = '\0';
    assert_int_equal(edits(word, word), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_counts), cmocka_unit_test(test_long_words_are_far)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
