/* Loaded words that do not judge where they stand: denied, of a small degree, in a plain sense. By the list alone, without a
 * model, each beside a text in which the same words, or others of their kind, do. */
#include "story_fixture.h"

struct pair {
    const char *plain;
    const char *loaded;
};

static size_t count_loaded(const char *text)
{
    size_t count = 0;
    story_parse(text);
    for (size_t i = 0; i < story.article.matches.count; i++)
        count +=
            px_match_is_loaded(&story.article.matches.items[i]) && px_match_counts(&story.article.matches.items[i]);
    return count;
}

static void check(const struct pair *pairs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (count_loaded(pairs[i].plain) != 0 || count_loaded(pairs[i].loaded) == 0)
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
        {"It was a somewhat awkward answer.", "It was a rather awkward answer."},
        {"It was a somewhat awkward answer.", "“It was a somewhat awkward answer,” Ada Brell said."},
    };
    (void)state;
    check(pairs, sizeof pairs / sizeof *pairs);
}

/* What stands beside a word tells its sense. */
static void check_senses(void **state)
{
    static const struct pair pairs[] = {
        {"She won the race outright.", "It was an outright lie."},
        {"The harbour boasts a long quay.", "The mayor boasts about the quay."},
        {"The council faces stiff opposition.", "The mayor is a stiff speaker."},
        {"The most obvious issue is the quay.", "It was an obvious trick."},
        {"They asked for more aggressive action.", "He gave an aggressive answer."},
        {"It is a dangerous world.", "It is a dangerous plan."},
        {"The town pays decent wages.", "He is a decent man."},
        {"The army wants to destroy documents.", "The mayor wants to destroy his rivals."},
        {"The fire spun out of control.", "The council is out of control."},
        {"They called the clause a poison pill.", "They poison the talks."},
        {"The politicization of courts is old.", "The mayor politicized the courts."},
        {"Views of the mayor are polarized.", "The mayor is a polarizing figure."},
        {"Guards watched for terrorists.", "He said that the crews are terrorists."},
        {"They watched “House of Cards” at home.", "The plan is a house of cards."},
        {"The tugs carried benchmark crude.", "The mayor made crude remarks."},
        {"The boy was clinging to the roof.", "The party is clinging to power."},
        {"The man was dead on arrival at the hospital.", "The bill is dead on arrival."},
        {"Police fired back at the gunman.", "The mayor fired back on Monday."},
        {"She lied under oath.", "She lied to the town."},
    };
    (void)state;
    check(pairs, sizeof pairs / sizeof *pairs);
}

/* Nouns and adjectives that report more often than they judge leave the count. */
static void check_plain(void **state)
{
    static const char *const texts[] = {
        "Islamist groups held the port.",      "The plan may backfire.",  "The fund gave money to special interests.",
        "The vote could jeopardize the levy.", "He had a lucrative job.", "The Nazis took the town in the war.",
        "The bank works against extremism.",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (count_loaded(texts[i]) != 0)
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
        if (count_loaded(texts[i]) == 0)
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
