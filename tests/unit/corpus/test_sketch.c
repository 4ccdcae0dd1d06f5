#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "corpus/sketch.h"

static struct px_arena arena, scratch;

static struct px_sketch sketch(const char *text)
{
    struct px_sketch made;
    assert_true(px_sketch_make(px_slice_from(text), &arena, &scratch, &made));
    return made;
}

static double shared(const char *a, const char *b)
{
    const struct px_sketch x = sketch(a), y = sketch(b);
    double one = px_sketch_shared(&x, &y);
    assert_true(one == px_sketch_shared(&y, &x));
    return one;
}

/* Words "w<from>" … "w<to - 1>". */
static void number_words(struct px_buffer *text, int from, int to)
{
    for (int i = from; i < to; i++)
        px_buffer_printf(text, "w%d ", i);
}

static void test_short_texts_are_compared_exactly(void **state)
{
    (void)state;
    assert_true(shared("a b c d e f g h", "a b c d e f g h") == 1);
    assert_true(shared("a b c d e f g h", "i j k l m n o p") == 0);
    /* two of four runs */
    assert_true(fabs(shared("a b c d e f g h", "x a b c d e f y z q r s") - .5) < 1e-9);
    /* all four of them stand in the longer text */
    assert_true(fabs(shared("a b c d e f g h", "x y a b c d e f g h z v") - 1) < 1e-9);
}

static void test_case_and_punctuation_do_not_matter(void **state)
{
    (void)state;
    assert_true(shared("The “old” bridge—it fell – in 1912.", "the old Bridge, it fell in 1912") == 1);
}

static void test_texts_without_a_run_share_nothing(void **state)
{
    (void)state;
    assert_true(shared("", "") == 0);
    assert_true(shared("a b c d", "a b c d") == 0);
    assert_true(shared("a b c d", "a b c d e f") == 0);
}

static void test_runs_are_counted_once(void **state)
{
    (void)state;
    assert_int_equal(sketch("a b c d e a b c d e").runs, 5);
    assert_int_equal(sketch("a a a a a a a a").runs, 1);
}

static void test_long_texts_are_estimated(void **state)
{
    (void)state;
    struct px_buffer a = {0}, b = {0};
    number_words(&a, 0, 3000);
    number_words(&b, 1500, 4500);
    assert_true(fabs(shared(a.data, b.data) - .5) < .12);
    px_buffer_clear(&b);
    number_words(&b, 0, 1000); /* the whole of the shorter one */
    assert_true(shared(a.data, b.data) > .75);
    px_buffer_release(&a);
    px_buffer_release(&b);
}

static int release(void **state)
{
    (void)state;
    px_arena_release(&arena);
    px_arena_release(&scratch);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_short_texts_are_compared_exactly),
        cmocka_unit_test(test_case_and_punctuation_do_not_matter),
        cmocka_unit_test(test_texts_without_a_run_share_nothing),
        cmocka_unit_test(test_runs_are_counted_once),
        cmocka_unit_test(test_long_texts_are_estimated),
    };
    return cmocka_run_group_tests(tests, NULL, release);
}
