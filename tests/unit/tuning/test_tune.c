/* Tuning: what is added, pruned and kept, and that nothing leaks between folds. */
#include "tuning_fixture.h"

#include "tuning/suggest.h"
#include "tuning/tune.h"

/* Forty texts: "foul" is always marked, "grim" never (though the old lexicon has it), the rest is filling. The words of
 * each text are its own, so that no two are near-duplicates. */
static void write_gold(struct px_buffer *out)
{
    static const char *const things[] = {"bridge", "harbour", "budget", "school", "river", "court", "market", "road"};
    static const char *const acts[] = {"opened", "closed", "moved", "failed", "grew"};
    for (size_t i = 0; i < 40; i++) {
        bool foul = i % 2 == 0;
        px_buffer_printf(out,
                         "{\"id\":\"%zu\",\"text\":\"The %s %s %s near the %s %s town %c%c again.\",\"spans\":%s,"
                         "\"topic\":\"%s\"}\n",
                         i, foul ? "foul" : "grim", things[i % 8], acts[i % 5], things[(i / 5) % 8], acts[(i / 8) % 5],
                         (char)('a' + i % 26), (char)('a' + i / 26), foul ? "[[4,8]]" : "[]", things[i % 8]);
    }
    assert_false(out->failed);
}

static void load(void)
{
    struct px_buffer file = {0};
    write_gold(&file);
    bench_passages(file.data);
    px_buffer_release(&file);
    bench_lexicon(
        "# name: own\n# mark: 0.9\nentry\tcategory\tnote\ngrim\tloaded.tone\tmine\nvast\tloaded.size\tkept too\n");
}

static void tune(struct px_tuning *tuning, struct px_buffer *file)
{
    const struct px_tune_options options = {5, 2};
    assert_int_equal(px_tune(&bench.lexicon, &bench.tools, &bench.passages, &options, tuning, &bench.error), PX_OK);
    px_tuning_write_lexicon(tuning, "parallax", file);
    assert_false(file->failed);
}

static void adds_prunes_and_keeps(void **state)
{
    (void)state;
    struct px_tuning tuning;
    struct px_buffer file = {0};
    load();
    tune(&tuning, &file);
    assert_int_equal(tuning.pruned, 1);
    assert_int_equal(tuning.kept, 1);
    assert_int_equal(tuning.added, 1);
    assert_near(tuning.cross_words.f1.value, 1, 0);
    assert_near(tuning.cross_labels.f1.value, 1, 0);
    assert_non_null(strstr(file.data, "# pruned\tgrim\tloaded.tone\n"));
    assert_non_null(strstr(file.data, "\nvast\tloaded.size\tkept too\t"));
    assert_non_null(strstr(file.data, "\nfoul*\tloaded.unsorted\t\t"));
    assert_non_null(strstr(file.data, "\tadded\t20\t1.00\t"));
    assert_non_null(strstr(file.data, "# name: own\n"));
    assert_non_null(strstr(file.data, "entry\tcategory\tnote\tweight\torigin\thits\tprecision\tlow\thigh\tloss\n"));
    px_buffer_release(&file);
    px_tuning_release(&tuning);
}

static void the_same_gold_gives_the_same_bytes(void **state)
{
    (void)state;
    struct px_tuning one, two;
    struct px_buffer first = {0}, second = {0};
    load();
    tune(&one, &first);
    tune(&two, &second);
    assert_true(px_slice_equal(px_buffer_slice(&first), px_buffer_slice(&second)));
    px_buffer_release(&first);
    px_buffer_release(&second);
    px_tuning_release(&one);
    px_tuning_release(&two);
}

/* A tuned file is a lexicon; tuning it again fills the same columns anew. */
static void a_tuned_lexicon_can_be_tuned_again(void **state)
{
    (void)state;
    struct px_tuning one, two;
    struct px_buffer first = {0}, second = {0};
    const struct px_tune_options options = {5, 2};
    struct px_lexicon again;
    load();
    tune(&one, &first);
    assert_int_equal(px_lexicon_read(px_buffer_slice(&first), "again.tsv", &again, &bench.error), PX_OK);
    assert_int_equal(px_tune(&again, &bench.tools, &bench.passages, &options, &two, &bench.error), PX_OK);
    px_tuning_write_lexicon(&two, "parallax", &second);
    assert_non_null(strstr(second.data, "entry\tcategory\tnote\tweight\torigin\thits\tprecision\tlow\thigh\tloss\n"));
    assert_int_equal(two.added, 0);
    px_buffer_release(&first);
    px_buffer_release(&second);
    px_tuning_release(&one);
    px_tuning_release(&two);
    px_lexicon_release(&again);
}

static void near_duplicates_share_a_fold(void **state)
{
    (void)state;
    bench_passages(
        "{\"id\":\"1\",\"text\":\"The old bridge over the river was closed for good on Monday.\",\"spans\":[]}\n"
        "{\"id\":\"2\",\"text\":\"A wholly different story about a school that moved to another town.\","
        "\"spans\":[]}\n"
        "{\"id\":\"3\",\"text\":\"On Friday: The old bridge over the river was closed for good.\","
        "\"spans\":[]}\n");
    assert_int_equal(px_passages_group(&bench.passages, &bench.error), PX_OK);
    assert_int_equal(bench.passages.groups, 2);
    assert_int_equal(bench.passages.items.items[0].group, bench.passages.items.items[2].group);
    assert_int_not_equal(bench.passages.items.items[0].group, bench.passages.items.items[1].group);
}

static void too_few_texts_are_refused(void **state)
{
    (void)state;
    struct px_tuning tuning;
    const struct px_tune_options options = {5, 1};
    bench_passages("{\"id\":\"1\",\"text\":\"A foul bridge.\",\"spans\":[[2,6]]}\n");
    assert_int_equal(px_tune(NULL, &bench.tools, &bench.passages, &options, &tuning, &bench.error), PX_ERROR_INPUT);
}

/* "foul" holds over topics; the name and the word of one topic do not. */
static void suggestions_hold_across_topics(void **state)
{
    (void)state;
    struct px_suggestions suggestions;
    const struct px_suggest_options options = {.focus = PX_SUGGEST_GOLD, .top = 10};
    bench_passages("{\"id\":\"1\",\"text\":\"The foul bridge of Carreth fell into "
                   "sleaze.\",\"spans\":[[4,8],[19,26],[37,43]],\"topic\":\"x\"}\n"
                   "{\"id\":\"2\",\"text\":\"A foul wind and Carreth and its "
                   "sleaze.\",\"spans\":[[2,6],[16,23],[32,38]],\"topic\":\"x\"}\n"
                   "{\"id\":\"3\",\"text\":\"They met in Carreth under foul "
                   "skies.\",\"spans\":[[12,19],[26,30]],\"topic\":\"y\"}\n");
    bench_lexicon("entry\tcategory\nvast\tloaded\n");
    assert_int_equal(px_suggest(&bench.lexicon, &bench.tools, &bench.passages, &options, &suggestions, &bench.error),
                     PX_OK);
    assert_int_equal(suggestions.items.count, 1);
    assert_true(px_slice_is(suggestions.items.items[0].text, "foul"));
    assert_int_equal(suggestions.items.items[0].focus, 3);
    assert_int_equal(suggestions.items.items[0].line_count, 3);
    assert_true(suggestions.items.items[0].gain > 0);
    px_suggestions_release(&suggestions);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(adds_prunes_and_keeps, bench_clear),
        cmocka_unit_test_teardown(the_same_gold_gives_the_same_bytes, bench_clear),
        cmocka_unit_test_teardown(a_tuned_lexicon_can_be_tuned_again, bench_clear),
        cmocka_unit_test_teardown(near_duplicates_share_a_fold, bench_clear),
        cmocka_unit_test_teardown(too_few_texts_are_refused, bench_clear),
        cmocka_unit_test_teardown(suggestions_hold_across_topics, bench_clear),
    };
    return cmocka_run_group_tests(tests, bench_set_up, bench_tear_down);
}
