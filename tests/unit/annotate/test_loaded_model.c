#include "annotate/loaded_model.h"

#include <math.h>

#include "annotate/loaded_features.h"
#include "story_fixture.h"

/* What a sink was given: the sum of values by name. */
static struct {
    struct px_table names;
    double sums[512];
} given;

static void take(void *to, struct px_slice name, double value)
{
    (void)to;
    uint32_t id = px_table_add(&given.names, name, NULL);
    assert_true(id < 512);
    given.sums[id] += value;
}

static const struct px_loaded_sink sink = {take, NULL};

static void forget(void)
{
    px_table_release(&given.names);
    memset(given.sums, 0, sizeof given.sums);
}

static double value_of(const char *name)
{
    uint32_t id = px_table_find(&given.names, px_slice_from(name));
    return id == PX_NONE ? 0 : given.sums[id];
}

static uint32_t token_of(const char *word)
{
    for (uint32_t t = 0; t < story.article.tokens.count; t++) {
        const struct px_token *token = &story.article.tokens.items[t];
        if (px_slice_is(px_slice_part(story.article.text, token->start, token->end), word))
            return t;
    }
    fail_msg("no token '%s'", word);
    return 0;
}

static void names_what_a_form_says(void **state)
{
    (void)state;
    static const char *const names[] = {"word=disastrous", "suffix=us",   "suffix=ous", "suffix=rous",
                                        "prefix=dis",      "prefix=disa", "letters=10", "lexicon=loaded.evaluative"};
    story_read("The disastrous half-hearted plan failed.");
    forget();
    px_loaded_form(&story.worker, story.article.tokens.items[token_of("disastrous")].form, PX_LOADED_WORDS, &sink);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (value_of(names[i]) != 1)
            fail_msg("%s is %g", names[i], value_of(names[i]));
    assert_true(value_of("hyphen") == 0);
    forget();
    px_loaded_form(&story.worker, story.article.tokens.items[token_of("half-hearted")].form, PX_LOADED_WORDS, &sink);
    assert_true(value_of("hyphen") == 1);
    assert_true(value_of("part=half") == 1);
    assert_true(value_of("part=hearted") == 1);
    forget();
    px_loaded_form(&story.worker, story.article.tokens.items[token_of("plan")].form, PX_LOADED_SENTENCE, &sink);
    assert_true(value_of("piece=_pl") == 1);
    assert_true(value_of("piece=plan_") == 1);
    assert_true(value_of("stem=plan") == 1);
    assert_true(value_of("piece=pl") == 0);
    forget();
}

static void names_what_a_place_says(void **state)
{
    (void)state;
    struct px_loaded_scene scene;
    story_read("Critics said the plan, so they claim, was \"a farce\".");
    assert_true(px_loaded_scene_init(&scene, &story.worker, &story.article, &story.worker.scratch));
    px_loaded_place(&scene, 0, 0, &sink);
    assert_true(value_of("shape=Aa^") == 1);
    assert_true(value_of("mark_before=<") == 1);
    assert_true(value_of("voice=own") == 1);
    assert_true(value_of("bias") == 1);
    forget();
    px_loaded_place(&scene, 0, token_of("plan"), &sink);
    assert_true(value_of("mark_after=,") == 1);
    assert_true(value_of("mark_before=-") == 1);
    assert_true(value_of("shapes=a a 0") == 1);
    forget();
}

/* Three words of .5, .9 and .1: what the last look is told. */
static void sums_up_a_sentence(void **state)
{
    (void)state;
    const double words[] = {.5, .9, .1};
    px_loaded_summary(2, words, 3, &sink);
    assert_true(fabs(value_of("sentence") - 1) < 1e-12);
    assert_true(fabs(value_of("first") - .25 * log(9)) < 1e-12);
    assert_true(fabs(value_of("second")) < 1e-12);
    assert_true(fabs(value_of("third") + .25 * log(9)) < 1e-12);
    assert_true(fabs(value_of("sum") - log(2.5)) < 1e-12);
    assert_true(fabs(value_of("some") - (1 - .5 * .1 * .9)) < 1e-12);
    assert_true(fabs(value_of("likely") - .6) < 1e-12);
    assert_true(fabs(value_of("mean") - 2.5) < 1e-12);
    forget();
}

static void read_with_model(const char *text)
{
    struct px_loaded_model *model;
    struct px_loaded_reader *reader;
    assert_int_equal(px_loaded_model_new("lexicons", "en", NULL, &model, &story.error), PX_OK);
    assert_non_null(model);
    assert_int_equal(px_loaded_reader_new(model, &reader, &story.error), PX_OK);
    const struct px_annotate_options options = {.loaded = reader};
    story_lay_out(text);
    assert_int_equal(px_annotate(&story.worker, &options, &story.article, &story.error), PX_OK);
    px_loaded_reader_free(reader);
    px_loaded_model_free(model);
}

static const struct px_match *match_of(const char *word)
{
    for (size_t i = 0; i < story.article.matches.count; i++) {
        const struct px_match *match = &story.article.matches.items[i];
        if (px_category_within(match->category, PX_SLICE("loaded")) &&
            px_slice_is(px_slice_part(story.article.text, match->start, match->end), word))
            return match;
    }
    return NULL;
}

/* A judging sentence and a plain one: flags, probabilities, and order. */
static void reads_words_in_their_context(void **state)
{
    (void)state;
    read_with_model("The shameless minister bragged about his disastrous, hare-brained scheme.\n"
                    "The council meets again on Tuesday to vote on the budget.");
    assert_int_equal(story.article.sentences.count, 2);
    assert_true(story.article.sentences.items[0].loaded);
    assert_false(story.article.sentences.items[1].loaded);
    assert_true(story.article.sentences.items[0].loaded_score > story.article.sentences.items[1].loaded_score);
    const struct px_match *match = match_of("disastrous");
    assert_non_null(match);
    assert_true(match->marked);
    assert_false(match->by_model);
    assert_true(match->probability > .5 && match->probability < 1);
    for (size_t i = 1; i < story.article.matches.count; i++)
        assert_true(story.article.matches.items[i - 1].first_token <= story.article.matches.items[i].first_token);
}

/* The same word, somebody else's: it has a probability, and does not count. */
static void marks_no_word_of_others(void **state)
{
    (void)state;
    read_with_model("\"The scheme is disastrous,\" she said.");
    const struct px_match *match = match_of("disastrous");
    assert_non_null(match);
    assert_int_equal(match->voice, PX_VOICE_DIRECT);
    assert_false(match->marked);
    for (size_t i = 0; i < story.article.matches.count; i++)
        assert_false(story.article.matches.items[i].by_model);
}

/* What its list exempts, the model does not propose again. */
static void keeps_to_exemptions(void **state)
{
    (void)state;
    read_with_model(
        "Halden has faced pressure from the top employers, including retail giant Marn, which complained that "
        "the measure was discriminatory and would stifle development.");
    assert_null(match_of("giant"));
}

static void does_without_a_file(void **state)
{
    (void)state;
    struct px_loaded_model *model;
    assert_int_equal(px_loaded_model_new("lexicons", "xx", NULL, &model, &story.error), PX_OK);
    assert_null(model);
    px_loaded_model_free(NULL);
    px_loaded_reader_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_what_a_form_says),  cmocka_unit_test(names_what_a_place_says),
        cmocka_unit_test(sums_up_a_sentence),      cmocka_unit_test(reads_words_in_their_context),
        cmocka_unit_test(marks_no_word_of_others), cmocka_unit_test(keeps_to_exemptions),
        cmocka_unit_test(does_without_a_file),
    };
    return cmocka_run_group_tests_name("annotate/loaded_model", tests, story_set_up, story_tear_down);
}
