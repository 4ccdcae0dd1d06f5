/* What is told of figures that differ. */
#include "../comparison/annotated_fixture.h"

#define PLAIN "The old road to the harbour is long and wet today. "
#define FOUR PLAIN PLAIN PLAIN PLAIN

/* All of A is quoted; B is reported otherwise, but for its last fourth, or all of it is in its own voice. */
static void speak(struct fixture *fixture, bool reported)
{
    for (size_t t = 0; t < fixture->a.tokens.count; t++)
        fixture->a.tokens.items[t].voice = PX_VOICE_DIRECT;
    for (size_t t = 0; reported && t < fixture->b.tokens.count * 3 / 4; t++)
        fixture->b.tokens.items[t].voice = PX_VOICE_INDIRECT;
}

static const struct px_finding *find(const struct px_comparison *comparison, const char *part)
{
    for (size_t i = 0; i < comparison->findings.count; i++)
        if (px_slice_find(comparison->findings.items[i].text, px_slice_from(part), 0) != SIZE_MAX)
            return &comparison->findings.items[i];
    return NULL;
}

static int set_up_voices(void **state)
{
    return set_up_texts(state, FOUR FOUR FOUR FOUR "\n", FOUR FOUR FOUR FOUR "\n");
}

/* Where one article quotes what the other reports, both together are told, once. */
static void test_quoted_and_reported_are_told_together(void **state)
{
    struct fixture *fixture = *state;
    speak(fixture, true);
    compare_both(fixture);
    assert_non_null(find(&fixture->ab, "Words in direct speech: "));
    assert_non_null(find(&fixture->ab, "; quoted and reported together, 100 % in A (The Lantern), 75 % in B"));
    assert_non_null(find(&fixture->ba, "; quoted and reported together, 100 % in B (The Lantern), 75 % in A"));
    size_t told = 0;
    for (size_t i = 0; i < fixture->ab.findings.count; i++)
        told += px_slice_find(fixture->ab.findings.items[i].text, PX_SLICE("together"), 0) != SIZE_MAX;
    assert_int_equal(told, 1);
}

static void test_a_share_alone_is_told_alone(void **state)
{
    struct fixture *fixture = *state;
    speak(fixture, false);
    compare_both(fixture);
    assert_non_null(find(&fixture->ab, "Words in direct speech: "));
    assert_null(find(&fixture->ab, "together"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_quoted_and_reported_are_told_together, set_up_voices, tear_down),
        cmocka_unit_test_setup_teardown(test_a_share_alone_is_told_alone, set_up_voices, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
