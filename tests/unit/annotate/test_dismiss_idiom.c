/* Idioms, with the model that reads word by word: which count by their entry, which only where they are said of something. */
#include "story_fixture.h"

#include "annotate/loaded_model.h"

static struct px_loaded_model *model;
static struct px_loaded_reader *reader;

static int set_up(void **state)
{
    (void)state;
    (void)story_open(NULL);
    assert_int_equal(px_loaded_model_new("lexicons", "en", NULL, &model, &story.error), PX_OK);
    assert_int_equal(px_loaded_reader_new(model, &reader, &story.error), PX_OK);
    story_parse("The crews rowed home."); /* opens the grammar */
    return 0;
}

static int tear_down(void **state)
{
    px_loaded_reader_free(reader);
    px_loaded_model_free(model);
    return story_tear_down(state);
}

/* Why the text's idiom does not count; PX_DISMISSED_NOT where it does. */
static uint8_t read_idiom(const char *text)
{
    story_parse_with(text, reader);
    for (size_t i = 0; i < story.article.matches.count; i++) {
        const struct px_match *match = &story.article.matches.items[i];
        if (match->lexicon_id == PX_LEXICON_LOADED && match->token_count > 1)
            return match->dismissed;
    }
    fail_msg("no idiom in: %s", text);
    return PX_DISMISSED_NOT;
}

/* The same words meant word for word, and said of something that is none such. */
static void check_literal(void **state)
{
    static const struct {
        const char *literal;
        const char *idiom;
    } pairs[] = {
        {"The crews folded a paper tiger.", "The council is a paper tiger."},
        {"The zoo bought a white elephant in May.", "The quay is a white elephant that nobody needs."},
        {"The shed burned in a dumpster fire.", "The campaign is a dumpster fire."},
        {"He gave the boy a slap in the face on the quay.", "The decision was a slap in the face of the crews."},
        {"The owners sold window dressing.", "The vote was mere window dressing."},
        {"The singer had a career as a prima donna at the opera.", "The mayor is a prima donna."},
    };
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (read_idiom(pairs[i].literal) != PX_DISMISSED_CONTEXT || read_idiom(pairs[i].idiom) != PX_DISMISSED_NOT)
            fail_msg("%s / %s", pairs[i].literal, pairs[i].idiom);
}

/* On the stage, on the ice, on the rails and among animals. */
static void check_literal_alone(void **state)
{
    static const char *const texts[] = {
        "Ada Brell plays the victim in the new crime drama.",
        "The children practised sleight of hand at the table.",
        "The dog stood by the door with its tail between its legs.",
        "The train came off the rails near Lund on Monday.",
        "The kitchen cooked up a stew for the crews.",
        "The tornado tore into a row of houses on Monday.",
        "The man was stabbed in the back near the quay.",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (read_idiom(texts[i]) != PX_DISMISSED_CONTEXT)
            fail_msg("%s", texts[i]);
}

/* What has no literal sense counts by its entry, unless it is denied. */
static void check_denied(void **state)
{
    static const struct {
        const char *denied;
        const char *told;
    } pairs[] = {
        {"Ada Brell did not toe the party line.", "Ada Brell toed the party line."},
        {"He did not play politics with the fund.", "He played politics with the fund."},
        {"They did not kick the can down the road.", "They kicked the can down the road."},
        {"The harbour is not mired in debt.", "The harbour is mired in debt."},
        {"The party is not clinging to power.", "The party is clinging to power."},
    };
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (read_idiom(pairs[i].denied) != PX_DISMISSED_NEGATION || read_idiom(pairs[i].told) != PX_DISMISSED_NOT)
            fail_msg("%s / %s", pairs[i].denied, pairs[i].told);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(check_literal),
        cmocka_unit_test(check_literal_alone),
        cmocka_unit_test(check_denied),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
