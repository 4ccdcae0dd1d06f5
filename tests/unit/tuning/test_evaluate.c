/* What a lexicon decides on gold, and what that is worth. */
#include "tuning_fixture.h"

#include "tuning/diff.h"
#include "tuning/evaluate.h"

static const char gold[] =
    "{\"id\":\"1\",\"text\":\"The regime of thugs crushed the vote.\",\"spans\":[[4,10],[14,19]],\"outlet\":\"Post\"}\n"
    "{\"id\":\"2\",\"text\":\"The regime met. A plan was made.\",\"spans\":[],\"outlet\":\"Post\"}\n"
    "{\"id\":\"3\",\"text\":\"The vile plan failed.\",\"spans\":[[4,8]],\"outlet\":\"Mail\"}\n"
    "{\"id\":\"4\",\"text\":\"“A regime of thugs,” Ms. Ode said.\",\"spans\":[],\"outlet\":\"Mail\"}\n";

static const char lexicon[] = "# mark: 0.5\n# threshold: 0.6\nentry\tcategory\tweight\n"
                              "regime\tloaded.dysphemism\t0.5\nthug*\tloaded.label\t0.9\nplan\tloaded.new\t0.3\n";

static const struct px_entry_score *score_of(const struct px_evaluation *evaluation, const char *entry)
{
    for (size_t i = 0; i < evaluation->entries.count; i++)
        if (px_slice_is(bench.lexicon.entries.items[evaluation->entries.items[i].entry].text, entry))
            return &evaluation->entries.items[i];
    fail_msg("no score of %s", entry);
    return NULL;
}

static void words_texts_and_entries_are_scored(void **state)
{
    (void)state;
    struct px_evaluation e;
    bench_passages(gold);
    bench_lexicon(lexicon);
    assert_int_equal(px_evaluate(&bench.lexicon, &bench.tools, &bench.passages, &e, &bench.error), PX_OK);
    /* marked: regime, thugs, vile; said: regime, thugs, regime; quoted words do not count */
    assert_int_equal((int)e.words.sum.right, 2);
    assert_int_equal((int)e.words.sum.wrong, 1);
    assert_int_equal((int)e.words.sum.missed, 1);
    /* text 1 flagged (1.4), text 2 not (0.5; "plan" stands in another sentence), text 3 not (0.3) */
    assert_int_equal((int)e.labels.sum.right, 1);
    assert_int_equal((int)e.labels.sum.wrong, 0);
    assert_int_equal((int)e.labels.sum.missed, 1);
    assert_int_equal(score_of(&e, "regime")->hits, 2);
    assert_int_equal(score_of(&e, "regime")->quoted, 1);
    assert_near(score_of(&e, "regime")->precision.value, 0.5, 1e-12);
    /* without "thug*": 1 right, 1 wrong, 2 missed: F1 .4 in place of 2/3 */
    assert_near(score_of(&e, "thug*")->loss, 4.0 / 6 - 0.4, 1e-12);
    assert_near(score_of(&e, "plan")->loss, 0, 0);
    assert_int_equal(e.missed.count, 1);
    assert_true(px_slice_is(e.missed.items[0].word, "vile"));
    assert_false(e.has_humans);
    assert_near(e.every_label.recall.value, 1, 0);
    assert_int_equal(e.outlets.count, 2);
    assert_true(px_slice_is(e.outlets.items[0].name, "Mail"));
    assert_int_equal(e.outlets.items[0].texts, 2);
    assert_int_equal(e.voices.items[PX_VOICE_OWN].hits, 3);
    assert_int_equal(e.categories.count, 3);
    px_evaluation_release(&e);
}

/* The decisions are those of the annotation itself. */
static void decisions_are_those_of_analyze(void **state)
{
    (void)state;
    struct px_reading reading;
    const struct px_lexicon *loaded = px_resources_lexicon(bench.resources, PX_LEXICON_LOADED);
    bench_passages("{\"id\":\"1\",\"text\":\"The bizarre mob slammed a so-called plan. “Vicious thugs,” she said. They "
                   "boasted of a brutal crusade.\",\"spans\":[]}\n");
    assert_int_equal(px_reading_new(loaded, &bench.tools, &bench.passages, &reading, &bench.error), PX_OK);
    const struct px_article *article = &bench.passages.items.items[0].article;
    size_t marked = 0, counted = 0;
    bool flagged = false;
    for (size_t i = 0; i < article->matches.count; i++)
        marked += article->matches.items[i].marked;
    for (size_t i = 0; i < article->sentences.count; i++)
        flagged = flagged || article->sentences.items[i].loaded;
    for (size_t i = 0; i < reading.sightings.count; i++)
        counted += reading.sightings.items[i].counts;
    assert_true(marked >= 4);
    assert_int_equal(counted, marked);
    assert_int_equal(reading.flags[0], flagged);
    px_reading_release(&reading);
}

static void several_annotators_are_compared(void **state)
{
    (void)state;
    struct px_evaluation e;
    bench_passages("{\"id\":\"1\",\"text\":\"A mob of thugs came.\",\"spans\":[[2,5],[9,14]],\"annotator\":\"a\"}\n"
                   "{\"id\":\"1\",\"text\":\"A mob of thugs came.\",\"spans\":[[9,14]],\"annotator\":\"b\"}\n"
                   "{\"id\":\"1\",\"text\":\"A mob of thugs came.\",\"spans\":[],\"annotator\":\"c\"}\n");
    bench_lexicon("entry\tcategory\nmob\tloaded\nthugs\tloaded\n");
    assert_int_equal(px_evaluate(&bench.lexicon, &bench.tools, &bench.passages, &e, &bench.error), PX_OK);
    /* two of three mark "thugs", one of three "mob" */
    assert_int_equal((int)e.words.sum.right, 1);
    assert_int_equal((int)e.words.sum.wrong, 1);
    assert_true(e.has_humans);
    assert_int_equal(e.annotators, 3);
    /* a-b: 1 both, 1 one; a-c: 2 one; b-c: 1 one */
    assert_near(e.human_words.f1.value, 2.0 / 6, 1e-12);
    px_evaluation_release(&e);
}

static void changes_are_better_or_worse(void **state)
{
    (void)state;
    struct px_lexicon_diff diff;
    struct px_lexicon newer;
    bench_passages(gold);
    bench_lexicon(lexicon);
    assert_int_equal(
        px_lexicon_read(PX_SLICE("entry\tcategory\nvile\tx\nthug*\tx\nplan\tx\n"), "new.tsv", &newer, &bench.error),
        PX_OK);
    assert_int_equal(px_lexicon_diff(&bench.lexicon, &newer, &bench.tools, &bench.passages, &diff, &bench.error),
                     PX_OK);
    size_t better = 0, worse = 0;
    for (size_t i = 0; i < diff.words.count; i++) {
        better += diff.words.items[i].better;
        worse += !diff.words.items[i].better;
    }
    assert_int_equal(better, 2); /* vile now, the second regime no longer */
    assert_int_equal(worse, 3);  /* the first regime no longer, plan twice */
    assert_int_equal(diff.labels_better, 1);
    assert_int_equal(diff.labels_worse, 1);
    px_lexicon_diff_release(&diff);
    px_lexicon_release(&newer);
}

static void words_are_the_scorers(void **state)
{
    (void)state;
    struct px_spans words = {0};
    struct px_arena arena = {0};
    struct px_slice text = PX_SLICE("The U.S.-led “anti-war” bloc's 1,000 men; e-mail_x - it’s.");
    static const char *const expected[] = {"The", "U.S", "led", "anti-war", "bloc's",
                                           "1",   "000", "men", "e-mail_x", "it’s"};
    assert_true(px_passage_find_words(text, &arena, &words));
    assert_int_equal(words.count, sizeof expected / sizeof *expected);
    for (size_t i = 0; i < words.count; i++)
        assert_true(px_slice_is(px_slice_span(text, words.items[i]), expected[i]));
    px_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(words_texts_and_entries_are_scored, bench_clear),
        cmocka_unit_test_teardown(decisions_are_those_of_analyze, bench_clear),
        cmocka_unit_test_teardown(several_annotators_are_compared, bench_clear),
        cmocka_unit_test_teardown(changes_are_better_or_worse, bench_clear),
        cmocka_unit_test(words_are_the_scorers),
    };
    return cmocka_run_group_tests(tests, bench_set_up, bench_tear_down);
}
