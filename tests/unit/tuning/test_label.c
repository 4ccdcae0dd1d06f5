#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tuning/label.h"
#include "tuning/shingles.h"
#include "tuning/trace.h"

static struct px_unit units[5];

static void set_page(struct px_page *page, const char *const *texts, size_t count)
{
    *page = (struct px_page){0};
    for (size_t i = 0; i < count; i++)
        units[i] = (struct px_unit){.text = px_slice_from(texts[i])};
    page->units.items = units;
    page->units.count = count;
}

static void counts_shared_runs(void **state)
{
    struct px_arena arena = {0};
    (void)state;
    struct px_shingles a = px_shingles_find(PX_SLICE("one two three four five"), &arena);
    struct px_shingles b = px_shingles_find(PX_SLICE("zero, one two three four; one two three four"), &arena);
    assert_int_equal(a.count, 2);
    assert_int_equal(a.words, 5);
    assert_int_equal(px_shingles_common(&a, &b, true), 1);
    assert_int_equal(px_shingles_common(&b, &a, true), 1);
    assert_int_equal(px_shingles_common(&b, &a, false), 2);
    assert_int_equal(px_shingles_find(PX_SLICE("one"), &arena).count, 1);
    assert_int_equal(px_shingles_find(PX_SLICE(" ."), &arena).count, 0);
    px_arena_release(&arena);
}

/* Scripts without spaces are taken a character at a time: four of them are a run. */
static void takes_unspaced_scripts_by_character(void **state)
{
    struct px_arena arena = {0};
    (void)state;
    assert_int_equal(px_shingles_find(PX_SLICE("\xE5\x85\x83\xE6\x97\xA6\xE3\x81\xAE ab \xE6\x97\xA6"), &arena).words,
                     5);
    assert_int_equal(px_shingles_find(PX_SLICE("a\xE5\x85\x83"
                                               "b"),
                                      &arena)
                         .words,
                     3);
    px_arena_release(&arena);
}

static void labels_by_the_whole_text(void **state)
{
    static const char *const texts[] = {"Menu", "The mill", "The old mill stood by the river",
                                        "Sign up for our daily letter now", "The old mill stood by the river"};
    struct px_gold_page gold = {.gold = PX_GOLD_TEXT,
                                .text = PX_SLICE("The mill\n\nThe old mill stood by the river for long.\n")};
    struct px_page page;
    struct px_arena arena = {0};
    double sum = 0;
    (void)state;
    set_page(&page, texts, 5);
    const struct px_unit_label *labels = px_labels_find(&gold, &page, &arena);
    for (size_t i = 0; i < 5; i++)
        sum += labels[i].weight;
    assert_false(labels[0].wanted);
    assert_true(labels[1].wanted); /* short, but between what stands there */
    assert_true(labels[2].wanted);
    assert_false(labels[3].wanted);
    assert_false(labels[4].wanted); /* the text says it once */
    assert_float_equal(sum, 1, 1e-9);
    px_arena_release(&arena);
}

/* A heading that the page tears from its text is looked for in the gap; one that the text has elsewhere is not. */
static void traces_in_order(void **state)
{
    static const char *const texts[] = {"River", "By the sea they built a mill", "Advertisement", "River",
                                        "It stood there for forty years"};
    struct px_page page;
    struct px_arena arena = {0};
    (void)state;
    set_page(&page, texts, 5);
    const struct px_trace *traces =
        px_trace_units(&page, PX_SLICE("By the sea they built a mill. River. It stood there for forty years."), &arena);
    assert_non_null(traces);
    assert_int_equal(traces[0].found, 0);
    assert_int_equal(traces[1].found, 7);
    assert_int_equal(traces[2].found, 0);
    assert_int_equal(traces[3].found, 1);
    assert_int_equal(traces[4].found, 6);
    assert_int_equal(traces[4].words, 6);
    px_arena_release(&arena);
}

static void labels_by_segments(void **state)
{
    static const char *const texts[] = {"Read also", "The mill burnt", "down at night", "The mill again"};
    static struct px_slice wanted[] = {{"burnt down", 10}, {"mill", 4}}, unwanted[] = {{"also", 4}};
    struct px_gold_page gold = {.gold = PX_GOLD_SEGMENTS};
    struct px_page page;
    struct px_arena arena = {0};
    (void)state;
    gold.wanted.items = wanted;
    gold.wanted.count = 2;
    gold.unwanted.items = unwanted;
    gold.unwanted.count = 1;
    set_page(&page, texts, 4);
    units[2].fixed = true; /* what a rule has decided teaches the model nothing */
    const struct px_unit_label *labels = px_labels_find(&gold, &page, &arena);
    assert_true(labels[1].wanted && labels[3].wanted && !labels[0].wanted);
    assert_float_equal(labels[0].weight, 1 / 2.3, 1e-9);
    assert_float_equal(labels[1].weight, 1 / 2.3, 1e-9);
    assert_float_equal(labels[2].weight, 0, 1e-9);
    assert_float_equal(labels[3].weight, .3 / 2.3, 1e-9); /* the word stands in two places */
    px_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_shared_runs),       cmocka_unit_test(takes_unspaced_scripts_by_character),
        cmocka_unit_test(labels_by_the_whole_text), cmocka_unit_test(traces_in_order),
        cmocka_unit_test(labels_by_segments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
