/* The laws of text over texts made at random: pieces of prose, marks, scripts, joints and broken bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#define EXPECT(condition) assert_true(condition)

#include "random_text.h"
#include "text_laws.h"

enum { ROUNDS = 3000, PIECES = 60 };

static void test_laws(void **state)
{
    (void)state;
    struct px_segmenter segmenter = {0};
    struct px_vocabulary *vocabulary;
    struct px_buffer text = {0};
    uint64_t seed = 20170523;
    px_table_add(&segmenter.abbreviations, PX_SLICE("mr."), NULL);
    px_table_add(&segmenter.abbreviations, PX_SLICE("w.va."), NULL);
    px_table_add(&segmenter.clitics, PX_SLICE("'s"), NULL);
    segmenter.abbreviation_kinds = calloc(2, 1);
    assert_non_null(segmenter.abbreviation_kinds);
    segmenter.abbreviation_kinds[0] = 1;
    assert_int_equal(px_vocabulary_new("en", &vocabulary, NULL), PX_OK);
    assert_int_equal(px_vocabulary_stop(vocabulary, PX_SLICE("the")), PX_OK);
    for (int round = 0; round < ROUNDS; round++) {
        px_buffer_clear(&text);
        random_text(&seed, PIECES, &text);
        law_text(px_buffer_slice(&text), round % 2 == 0 ? &segmenter : NULL, vocabulary);
    }
    px_buffer_release(&text);
    px_vocabulary_free(vocabulary);
    px_segmenter_release(&segmenter);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_laws)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
