/* Agreement of annotators, from several codings of the same texts. */
#include "tuning_fixture.h"

#include <math.h>

#include "tuning/agree.h"

static void pairs_and_all(void **state)
{
    (void)state;
    struct px_agreement agreement;
    static const char *const names[] = {"a", "b", "c"};
    for (size_t i = 0; i < 3; i++) {
        char content[512];
        snprintf(content, sizeof content,
                 "{\"id\":\"1\",\"text\":\"A mob of thugs came here.\",\"spans\":[[2,5]],\"annotator\":\"%s\"}\n"
                 "{\"id\":\"2\",\"text\":\"A plan was made in haste.\",\"spans\":%s,\"annotator\":\"%s\"}\n",
                 names[i], i == 2 ? "[[2,6]]" : "[]", names[i]);
        assert_int_equal(bench_gold("x.ndjson", content), PX_OK);
    }
    assert_int_equal(px_agree(&bench.gold, 1, &agreement, &bench.error), PX_OK);
    assert_int_equal(agreement.annotators, 3);
    assert_int_equal(agreement.rows.count, 4); /* all, ab, ac, bc */
    assert_int_equal(agreement.rows.items[0].first.size, 0);
    assert_true(px_slice_is(agreement.rows.items[1].second, "b"));
    assert_near(agreement.rows.items[1].labels.value, 1, 0);
    assert_near(agreement.rows.items[1].words.value, 1, 0);
    assert_near(agreement.rows.items[1].spans.value, 1, 0);
    assert_true(agreement.rows.items[2].words.value < 1);
    assert_true(agreement.rows.items[2].spans.value < 1);
    /* labels of a and c: 1 1 and 0 1. D_o = 2/4, D_e = 2 · 1 · 3 / (4 · 3) */
    assert_near(agreement.rows.items[2].labels.value, 0, 1e-12);
    px_agreement_release(&agreement);
}

static void one_coding_is_no_agreement(void **state)
{
    (void)state;
    struct px_agreement agreement;
    assert_int_equal(bench_gold("x.ndjson", "{\"id\":\"1\",\"text\":\"A mob.\",\"spans\":[]}"), PX_OK);
    assert_int_equal(px_agree(&bench.gold, 1, &agreement, &bench.error), PX_ERROR_INPUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(pairs_and_all, bench_clear),
        cmocka_unit_test_teardown(one_coding_is_no_agreement, bench_clear),
    };
    return cmocka_run_group_tests(tests, bench_set_up, bench_tear_down);
}
