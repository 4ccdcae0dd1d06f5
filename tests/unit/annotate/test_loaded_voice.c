/* Whose a loaded word is where the model of statements finds one that may be none. */
#include "sourcing/sourcing_model.h"
#include "story_fixture.h"

static struct px_sourcing_model *model;

static int set_up(void **state)
{
    story_set_up(state);
    assert_int_equal(px_grammar_new("lexicons", "en", &story.grammar, &story.error), PX_OK);
    assert_int_equal(px_parser_new(story.grammar->syntax, &story.parser, &story.error), PX_OK);
    assert_int_equal(px_sourcing_model_new("lexicons", "en", &model, &story.error), PX_OK);
    return 0;
}

static int tear_down(void **state)
{
    px_sourcing_model_free(model);
    return story_tear_down(state);
}

static uint8_t voice_of(const char *text, const char *word)
{
    const struct px_annotate_options options = {
        .parser = story.parser, .splitter = &story.grammar->splitter, .sourcing = model};
    story_lay_out(text);
    assert_int_equal(px_annotate(&story.worker, &options, &story.article, &story.error), PX_OK);
    return story_match("loaded", word)->voice;
}

/* With no clause between the word and the cue of what may be no statement, the article calls it so. */
static void is_own_in_the_phrase_of_a_cue(void **state)
{
    (void)state;
    assert_int_equal(voice_of("The inquiry documented numerous vile acts against the crews.", "vile"), PX_VOICE_OWN);
    assert_int_equal(voice_of("The inquiry documented that the crews did vile acts.", "vile"), PX_VOICE_INDIRECT);
}

/* What is reportedly so is passed on with all that hangs on its verb; what is joined to that is told again. */
static void passes_on_what_is_reportedly_so(void **state)
{
    (void)state;
    assert_int_equal(voice_of("The board reportedly sued the crews for their attempts to do vile acts.", "vile"),
                     PX_VOICE_INDIRECT);
    assert_int_equal(voice_of("Once rumored to be dead, the board sued the crews for their vile acts.", "vile"),
                     PX_VOICE_OWN);
    assert_int_equal(voice_of("The board reportedly sued the crews and went on with its vile acts.", "vile"),
                     PX_VOICE_OWN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(is_own_in_the_phrase_of_a_cue, set_up, tear_down),
        cmocka_unit_test_setup_teardown(passes_on_what_is_reportedly_so, set_up, tear_down)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
