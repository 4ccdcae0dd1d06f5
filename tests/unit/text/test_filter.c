/* The filter of words: what it was given it lets through in every spelling, and little else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "text/filter.h"
#include "text/vocabulary.h"

static struct px_filter *filter;

static int set_up(void **state)
{
    (void)state;
    filter = calloc(1, sizeof *filter);
    return filter == NULL ? -1 : 0;
}

static int tear_down(void **state)
{
    (void)state;
    free(filter);
    return 0;
}

/* Asked of the word alone, and of the word with text around it. */
static bool wants(const char *word)
{
    char text[100] = "of ";
    struct px_slice alone = px_slice_from(word);
    memcpy(text + 3, word, alone.size);
    memset(text + 3 + alone.size, 'x', 20);
    struct px_span inside = {3, (uint32_t)(3 + alone.size)};
    bool answer = px_filter_wants(filter, alone, (struct px_span){0, (uint32_t)alone.size});
    assert_int_equal(px_filter_wants(filter, (struct px_slice){text, alone.size + 23}, inside), answer);
    return answer;
}

static void test_words(void **state)
{
    (void)state;
    assert_false(wants("regime"));
    px_filter_add_word(filter, PX_SLICE("regime"));
    px_filter_add_word(filter, PX_SLICE("responsibilities"));
    assert_true(wants("regime") && wants("Regime") && wants("REGIME"));
    assert_true(wants("responsibilities") && wants("Responsibilities"));
    assert_false(wants("regimes") || wants("regim") || wants("responsibilitie") || wants("[egime"));
}

static void test_prefixes(void **state)
{
    (void)state;
    px_filter_add_prefix(filter, PX_SLICE("gov"));
    px_filter_add_prefix(filter, PX_SLICE("revolutionar"));
    px_filter_add_prefix(filter, PX_SLICE("q"));
    assert_true(wants("gov") && wants("Government") && wants("revolutionary") && wants("Q") && wants("quite"));
    assert_false(wants("go") || wants("revolution") || wants("again"));
    px_filter_add_prefix(filter, PX_SLICE(""));
    assert_true(wants("again"));
}

/* What it cannot judge it lets through. */
static void test_others(void **state)
{
    (void)state;
    assert_true(wants("na\xC3\xAFve") && wants("ill-judged") && wants("-") && wants("intergovernmentalism"));
    assert_false(wants(",") || wants("U.S.") || wants("2017"));
}

static void test_vocabulary(void **state)
{
    (void)state;
    struct px_vocabulary *vocabulary;
    const struct px_slice text = PX_SLICE("The regime fell; the regime fell");
    const struct px_span regime = {4, 10}, fell = {11, 15};
    assert_int_equal(px_vocabulary_new("en", &vocabulary, NULL), PX_OK);
    px_filter_add_word(filter, PX_SLICE("regime"));
    assert_true(px_vocabulary_sift(vocabulary, filter));
    assert_int_equal(px_vocabulary_recall(vocabulary, text, regime), PX_NONE);
    uint32_t form = px_vocabulary_add_part(vocabulary, text, regime);
    assert_int_equal(px_vocabulary_recall(vocabulary, text, regime), form);
    uint32_t unwanted = px_vocabulary_recall(vocabulary, text, fell);
    assert_int_equal(px_vocabulary_form(vocabulary, unwanted)->text.size, 0);
    assert_int_equal(px_vocabulary_add(vocabulary, PX_SLICE("regime")), form);
    assert_int_not_equal(px_vocabulary_add(vocabulary, PX_SLICE("fell")), unwanted);
    assert_true(px_vocabulary_sift(vocabulary, NULL));
    assert_true(
        px_slice_is(px_vocabulary_form(vocabulary, px_vocabulary_add_part(vocabulary, text, fell))->text, "fell"));
    assert_int_equal(px_vocabulary_recall(vocabulary, text, fell), px_vocabulary_add(vocabulary, PX_SLICE("fell")));
    px_filter_add_word(filter, PX_SLICE("fell"));
    assert_true(px_vocabulary_sift(vocabulary, filter));
    assert_int_equal(px_vocabulary_recall(vocabulary, text, fell), PX_NONE);
    px_vocabulary_free(vocabulary);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(test_words, set_up, tear_down),
                                       cmocka_unit_test_setup_teardown(test_prefixes, set_up, tear_down),
                                       cmocka_unit_test_setup_teardown(test_others, set_up, tear_down),
                                       cmocka_unit_test_setup_teardown(test_vocabulary, set_up, tear_down)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
