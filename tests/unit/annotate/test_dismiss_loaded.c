/* Loaded words that do not judge where they stand: denied, of a small degree, in a plain sense. Each beside a text in which
 * the same words, or others of their kind, do; plain senses by the list alone and with the model. */
#include "annotate/loaded_model.h"
#include "story_fixture.h"

struct pair {
    const char *plain;
    const char *loaded;
};

static size_t count_loaded(const char *text, struct px_loaded_reader *reader)
{
    size_t count = 0;
    story_parse_with(text, reader);
    for (size_t i = 0; i < story.article.matches.count; i++)
        count +=
            px_match_is_loaded(&story.article.matches.items[i]) && px_match_counts(&story.article.matches.items[i]);
    return count;
}

static void check(const struct pair *pairs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (count_loaded(pairs[i].plain, NULL) != 0 || count_loaded(pairs[i].loaded, NULL) == 0)
            fail_msg("%s / %s", pairs[i].plain, pairs[i].loaded);
}

/* Of qualities, in every voice; verbs and insults stay what they are. */
static void check_denied(void **state)
{
    static const struct pair pairs[] = {
        {"The plan is not a crazy idea.", "The plan is a crazy idea."},
        {"The fear was not completely unfounded.", "The fear was completely unfounded."},
        {"“Our plan is not radical,” Ada Brell said.", "“Their plan is radical,” Ada Brell said."},
        {"The letter was not onerous.", "The letter could not have been more onerous."},
        {"The plan is not reckless.", "The plan is not only reckless but late."},
        {"The plan is not absurd.", "Isn't the plan absurd?"},
        {"The plan is not absurd.", "If this plan is not absurd, nothing is."},
        {"The plan is not very absurd.", "The plan is not simply absurd."},
        {"The plan is not so absurd.", "The plan is not so absurd as the levy."},
        {"The plan isn’t absurd.", "The plan isn’t as absurd as the levy."},
        {"The plan is not absurd.", "The plan is not a little absurd."},
        {"He is not a reckless mayor.", "He is not the reckless mayor that they see."},
        {"The plan is neither absurd nor reckless.", "The plan is not absurd but reckless."},
        {"The plan is not absurd or reckless.", "The plan is not absurd and is reckless."},
        {"The mayor is not racist.", "The mayor is not a racist."},
        {"They are not racist.", "They are not racists."},
        {"The mayor is not foolish.", "The mayor is not a clown."},
        {"The mayor is not foolish.", "The mayor is not kowtowing to the crews."},
    };
    (void)state;
    check(pairs, sizeof pairs / sizeof *pairs);
}

/* In the article's own voice and in what it reports; who is quoted chose the word himself. */
static void check_softened(void **state)
{
    static const struct pair pairs[] = {
        {"It was a somewhat awkward answer.", "It was an awkward answer."},
        {"She won with relatively tepid support.", "She won with tepid support."},
        {"The crews are less hostile now.", "The crews sent hostile letters."},
        {"The answer was less absurd.", "The answer was no less absurd."},
        {"It was a less awkward answer.", "It was a no less awkward answer."},
        {"The plan is not a bit absurd.", "The plan is not a little absurd."},
        {"It was somewhat absurd.", "It was none the less absurd."},
        {"It was a somewhat awkward answer.", "It was a rather awkward answer."},
        {"It was a somewhat awkward answer.", "“It was a somewhat awkward answer,” Ada Brell said."},
    };
    (void)state;
    check(pairs, sizeof pairs / sizeof *pairs);
}

/* What stands beside a word tells its sense, and where the list calls a word off the model does not bring it back. */
static void check_senses(void **state)
{
    static const struct pair pairs[] = {
        {"She won the race outright.", "It was an outright lie."},
        {"The harbour boasts a long quay.", "The mayor boasts about the quay."},
        {"The council faces stiff opposition.", "The mayor is a stiff speaker."},
        {"The most obvious issue is the quay.", "It was an obvious trick."},
        {"They asked for more aggressive action.", "He gave an aggressive answer."},
        {"It was a devastating hurricane.", "It was a devastating answer."},
        {"The guards besieged towns.", "The mayor is besieged by critics."},
        {"It is a dangerous world.", "It is a dangerous plan."},
        {"The town pays decent wages.", "He is a decent man."},
        {"The army wants to destroy documents.", "The mayor wants to destroy his rivals."},
        {"The fire spun out of control.", "The council is out of control."},
        {"They called the clause a poison pill.", "They poison the talks."},
        {"The politicization of courts is old.", "The mayor politicized the courts."},
        {"Views of the mayor are polarized.", "The mayor is a polarizing figure."},
        {"Guards looked for terrorists.", "He said that the crews are terrorists."},
        {"They watched “House of Cards” at home.", "The plan is a house of cards."},
        {"The tugs carried benchmark crude.", "The mayor made crude remarks."},
        {"The boy was clinging to the roof.", "The party is clinging to power."},
        {"The bill is dead on arrival.", "The bill is dead in the water."},
        {"The mayor told her clerk to lie about the quay.", "They lie about the quay."},
        {"The inquiry found that he misled investigators.", "The mayor misled the town."},
        {"The panel looks into foreign meddling.", "The mayor is meddling again."},
        {"They spoke about illegal immigration.", "They spoke about illegal immigrants."},
        {"The vote does not brand the crews as racist.", "The vote brands the crews as racist."},
        {"There is no proof of racist remarks.", "There is proof of racist remarks."},
        {"There are winners and losers.", "The crews are losers."},
        {"They held a mock trial.", "They mock the mayor."},
        {"It is the lesser of two evils.", "It is an evil plan."},
        {"It was a horrible accident.", "It was a horrible plan."},
        {"Rents soared by a third.", "The mayor soared above the rest."},
        {"It was a report.", "It was an explosive report."},
        {"Police fired back at the gunman.", "The mayor fired back on Monday."},
        {"She lied under oath.", "She lied to the town."},
        {"They live in a dangerous part of the town.", "It is a dangerous partisan stunt."},
        {"The tugs carried crude and gas.", "The mayor made crude and cruel remarks."},
        {"He got up stiff and sore.", "She was stiff and awkward."},
        {"He was pretending to be a police officer.", "He was pretending to be poor."},
        {"The harbour boasts a long quay.", "The mayor boasts a lot."},
        {"He was poisoned by a nerve agent.", "The talks are poisoned by hate."},
    };
    struct px_loaded_model *model;
    struct px_loaded_reader *reader;
    (void)state;
    check(pairs, sizeof pairs / sizeof *pairs);
    assert_int_equal(px_loaded_model_new("lexicons", "en", NULL, &model, &story.error), PX_OK);
    assert_int_equal(px_loaded_reader_new(model, &reader, &story.error), PX_OK);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (count_loaded(pairs[i].plain, reader) != 0)
            fail_msg("with the model: %s", pairs[i].plain);
    px_loaded_reader_free(reader);
    px_loaded_model_free(model);
}

/* Nouns and adjectives that report more often than they judge leave the count. */
static void check_plain(void **state)
{
    static const char *const texts[] = {
        "Islamist groups held the port.",      "The plan may backfire.",   "The fund gave money to special interests.",
        "The vote could jeopardize the levy.", "He had a lucrative job.",  "The Nazis took the town in the war.",
        "The bank works against extremism.",   "The form was cumbersome.", "Ada Brell bemoaned the levy.",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (count_loaded(texts[i], NULL) != 0)
            fail_msg("%s", texts[i]);
}

/* Quarrels, tempers and sly praise. */
static void check_heated(void **state)
{
    static const char *const texts[] = {
        "She took a jab at the council.", "The party is in disarray.", "The crews were livid.",
        "The Twitter kerfuffle went on.", "He has a folksy style.",    "The bill would gut the levy.",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (count_loaded(texts[i], NULL) == 0)
            fail_msg("%s", texts[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(check_denied), cmocka_unit_test(check_softened), cmocka_unit_test(check_senses),
        cmocka_unit_test(check_plain),  cmocka_unit_test(check_heated),
    };
    return cmocka_run_group_tests(tests, story_set_up, story_tear_down);
}
