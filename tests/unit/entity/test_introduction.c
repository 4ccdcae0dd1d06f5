/* Roles that grammar finds: what the article calls somebody no list knows. */
#include "../annotate/story_fixture.h"

static const struct {
    const char *text;
    const char *key;
    const char *role;
} cases[] = {
    {"Anna Halden, the tuner of the ferry bell, met the council.", "anna halden", "tuner of the ferry bell"},
    {"Anna Halden, a beekeeper who lives in Olvane, met the council.", "anna halden", "beekeeper"},
    {"The ferry's bell, Peter Corvin, met the council.", "peter corvin", ""},
    {"Peter Corvin met the council on Monday.", "peter corvin", ""},
    {"Peter Corvin: A miracle.", "peter corvin", ""},
    {"During his nomination hearing this week to become attorney general, Peter B. Corvin was asked if the mayor would "
     "have broken a law.",
     "peter corvin", ""},
    {"Peter Corvin, in a letter from his lawyers, turned the council down.", "peter corvin", ""},
    {"Anna Halden, Peter Corvin and the mayor met.", "anna halden", ""},
    {"Anna Halden, the president of the court, met the council.", "anna halden", "president of the court"},
    {"The chamber's president, Anna Halden, met the council.", "anna halden", "the chamber's president"},
    {"Ono Brell was late, said the ferrymen's lawyer, Anna Halden.", "anna halden", "the ferrymen's lawyer"},
    {"Ono Brell was late, said the miners’ lawyer, Anna Halden.", "anna halden", "the miners’ lawyer"},
    {"Vivian Brell was late. The council met her lawyer, Anna Halden.", "anna halden", "Vivian Brell’s lawyer"},
    {"Florida’s Republican attorney general, Anna Halden, left.", "anna halden",
     "Florida’s Republican attorney general"},
    {"Ono Brell was late. They met Mr. Brell’s former chief of staff, Anna Halden.", "anna halden",
     "Mr. Brell’s former chief of staff"},
    {"Vivian Brell was late. The council met her sister, Anna Halden.", "anna halden", "Vivian Brell’s sister"},
    {"In turning down the ferry request, her personal lawyer, Anna Halden, met the council.", "anna halden", "lawyer"},
    {"The council met Judiciary Committee Chairman Peter Corvin.", "peter corvin", "Judiciary Committee Chairman"},
    {"The council met ranking Democrat Peter Corvin.", "peter corvin", "ranking Democrat"},
    {"Anna Halden, a vocal reader of maps, met the council.", "anna halden", "reader of maps"},
    {"Anna Halden, the bombastic rail lawyer for the miners, met the council.", "anna halden",
     "rail lawyer for the miners"},
    {"Anna Halden, a national security lawyer for the miners, met the council.", "anna halden",
     "national security lawyer for the miners"},
    {"The firebrand general secretary of the Oak Institute, Anna Halden, met the council.", "anna halden",
     "general secretary of the Oak Institute"},
    {"Anna Halden, the president of Ann's List, met the council.", "anna halden", "president of Ann's List"},
    {"Mayor Vivian Brell lost. Brell campaign manager Anna Halden said on Monday that it was over.", "anna halden",
     "Brell campaign manager"},
    {"Mayor Vivian Brell lost. Brell fired Mayor Anna Halden on Monday.", "anna halden", "Mayor"},
    {"Mayor Vivian Brell lost. “It is over,” Brell press secretary Anna Halden said on Monday.", "anna halden",
     "Brell press secretary"},
    {"Tarn State University political science professor Anna Halden said that it was over.", "anna halden",
     "Tarn State University political science professor"},
    {"Harbour rail activist Anna Halden met the council.", "anna halden", "Harbour rail activist"},
    {"Anna Halden, a bombastic lawyer for the miners, met the council.", "anna halden", "lawyer for the miners"},
    {"Anna Halden, another lawyer for the miners, met the council.", "anna halden", "lawyer for the miners"},
    {"Anna Halden, the longtime leader, met the council.", "anna halden", "leader"},
    {"Olvane Rep. Anna Halden met the council.", "anna halden", "Representative"},
    {"Boatman and state Sen. Anna Halden met the council.", "anna halden", "state Senator"},
    {"Ohio state Rep. Anna Halden met the council.", "anna halden", "Ohio state Representative"},
    {"Sen. Anna Halden, the president of the court, met the council.", "anna halden", "president of the court"},
    {"Rep. Anna Halden, a prolific fundraiser, met the council.", "anna halden", "Representative"},
    {"Representative Anna Halden of Ohio, the House Democratic leader, met the council.", "anna halden",
     "House Democratic leader"},
    {"Senator Anna Halden of Ohio, a retired admiral, met the council.", "anna halden", "Ohio Senator"},
    {"Senator Anna Halden of Ohio, the Republican chairman of the committee, met the council.", "anna halden",
     "Ohio Senator"},
    {"Ohio Gov. Anna Halden met the council.", "anna halden", "Ohio Governor"},
    {"Ohio Republican Gov. Anna Halden met the council.", "anna halden", "Ohio Governor"},
    {"Mayor Anna Halden of Boston met the council.", "anna halden", "Boston Mayor"},
    {"Boston's Mayor Anna Halden met the council.", "anna halden", "Boston's Mayor"},
    {"They met Anna Halden and the mayor of Varn.", "anna halden", ""},
    {"Sen. Anna Halden, R-Ohio, met the council.", "anna halden", "Ohio Senator"},
    {"Sen. Anna Halden (D-Ohio) met the council.", "anna halden", "Ohio Senator"},
    {"Sen. Anna Halden, Republican of Ohio, met the council.", "anna halden", "Ohio Senator"},
    {"Rep. Anna Halden, a Democrat from Ohio, met the council.", "anna halden", "Ohio Representative"},
    {"Gov. Anna Halden, a Democrat, in Ohio for a rally, met the council.", "anna halden", "Governor"},
    {"On Friday in Ohio Gov. Anna Halden of Texas met the council.", "anna halden", "Texas Governor"},
    {"Rep. Anna Halden, from Ohio, met the council.", "anna halden", "Representative"},
    {"Speaker Anna Halden of Ohio met the council.", "anna halden", "Speaker"},
    {"Gen. Anna Halden of Ohio met the council.", "anna halden", "General"},
    {"Republican Whip Anna Halden met the council.", "anna halden", "Republican Whip"},
    {"Former Sen. Anna Halden met the council.", "anna halden", "Former Senator"},
    {"The team gained former federal prosecutor and mayor Anna Halden, who met the council.", "anna halden",
     "former federal prosecutor and mayor"},
    {"The Kestrian dictator Anna Halden met the council. Halden, the dictator, left.", "anna halden", ""},
    {"Former Kestria Gov. Anna Halden met the council. Halden, a former beekeeper, left.", "anna halden",
     "Former Kestria Governor"},
    {"Former Gov. Anna Halden met the council. Halden, a former governor, left.", "anna halden", "former governor"},
    {"“We met,” Safety and Harbour Reform Committee spokesman Peter Corvin said.", "peter corvin", "spokesman"},
    {"Peter Corvin, the founder of Freedom to Sail, a rights group, met the council.", "peter corvin",
     "founder of Freedom to Sail"},
    {"Dr. Anna Halden met the council.", "anna halden", ""},
    {"Former prosecutor and Varn Mayor Anna Halden met the council.", "anna halden",
     "Former prosecutor and Varn Mayor"},
    {"The poll showed Peter Corvin leading Anna Halden among voters, 46 percent to 44 percent.", "anna halden", ""},
    {"Anna Halden: Harbour Council director acted as a judge.", "anna halden", ""},
    {"For Corvin, according to Odo Keller's former clerk Anna Halden, the talk is a test. Mr. Peter Corvin left.",
     "anna halden", "Odo Keller's former clerk"},
    {"Some say that Anna Halden, the mayor there, met the council.", "anna halden", "mayor"},
    {"Many votes went to others than Anna Halden - the plainest sign of dissent in a year.", "anna halden", ""},
    {"Odo Keller wrote of Anna Halden, a book on the harbour, and met the council. Ms. Halden left.", "anna halden",
     ""},
    {"Anna Halden, a former chief of staff to President Peter Corvin and a close ally of Mr. Brell, met the council.",
     "anna halden", "former chief of staff to President Peter Corvin"},
    {"Anna Halden of the small Oak Institute met the council.", "anna halden", "of the small Oak Institute"},
    {"Anna Halden of the Oak Institute met Peter Corvin. Anna Halden, the mayor, left.", "anna halden", "mayor"},
    {"Anna Halden of Ohio met the council.", "anna halden", ""},
    {"Anna Halden, president of the Kansas City, Mo., branch of the Oak Institute, met the council.", "anna halden",
     "president of the Kansas City, Mo., branch of the Oak Institute"},
    {"“Enough is enough,” said Anna Halden, director of immigration policy and campaigns at the Oak Institute.",
     "anna halden", "director of immigration policy and campaigns at the Oak Institute"},
    {"Lois Halden, the director of the special charities unit at the Mining Safety Board, plans to leave.",
     "lois halden", "director of the special charities unit at the Mining Safety Board"},
    {"Ivo Halden met the council with his son, Odo Keller. Keller left.", "odo keller", "Ivo Halden’s son"},
    {"Anna Halden, the mayor of Kansas City, Mo., met the council.", "anna halden", "mayor of Kansas City"},
    {"On Monday, state Senate President Pro Tem Anna Halden met the council.", "anna halden",
     "state Senate President Pro Tem"},
    {"Anna Halden of the Oak Institute's board met the council.", "anna halden", ""},
};

static void check_roles(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        story_parse(cases[i].text);
        const struct px_entity *entity = story_entity(cases[i].key);
        assert_non_null(entity);
        if (!px_slice_is(entity->role, cases[i].role))
            fail_msg("%s: role '%.*s'", cases[i].text, PX_SLICE_ARG(entity->role));
    }
}

/* Whose president it is tells whether he is an official. */
static void check_actors(void **state)
{
    static const char *const actors[][2] = {
        {"The Varn Chamber of Trade met. The chamber's president, Odo Keller, met the council.", "civil society"},
        {"Odo Keller, the president of the university, met the council.", "expert"},
        {"Odo Keller, the president of the country, met the council.", "state"},
        {"Odo Keller, the president of Kestria, met the council.", "state"},
        {"Odo Keller, president of the Kansas City, Mo., branch of the Harbour Union, met the council.",
         "civil society"},
        {"Odo Keller, the secretary of the White House, met the council.", "state"},
        {"Hask campaign deputy press secretary Odo Keller met the council.", "party"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof actors / sizeof *actors; i++) {
        story_parse(actors[i][0]);
        const struct px_entity *entity = story_entity("odo keller");
        assert_non_null(entity);
        if (strcmp(px_actor_name(entity->actor), actors[i][1]) != 0)
            fail_msg("%s: %s", actors[i][0], px_actor_name(entity->actor));
    }
}

/* A firm or a party is what the article calls it, and who is of it acts for it. */
static void check_bodies(void **state)
{
    static const char *const actors[][3] = {
        {"The men work for the telephone company Halvent, which met the council.", "halvent", "business"},
        {"Ono Brell left his party, the Harbour Alliance, on Monday.", "harbour alliance", "party"},
        {"Ono Brell left the Harbour Alliance on Monday.", "harbour alliance", "international"},
        {"Ono Brell is head of the Senate GOP. The GOP met the council.", "republican party", "party"},
        {"“There’s going to be rain,” said Nanette Odo Keller of Varnum L.L.P., a public accounting firm.",
         "nanette odo keller", "business"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof actors / sizeof *actors; i++) {
        story_parse(actors[i][0]);
        const struct px_entity *entity = story_entity(actors[i][1]);
        assert_non_null(entity);
        if (strcmp(px_actor_name(entity->actor), actors[i][2]) != 0)
            fail_msg("%s: %s", actors[i][0], px_actor_name(entity->actor));
    }
}

static void check_no_grammar(void **state)
{
    (void)state;
    story_read(cases[0].text);
    assert_int_equal(story_entity(cases[0].key)->role.size, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(check_roles), cmocka_unit_test(check_actors),
                                       cmocka_unit_test(check_bodies), cmocka_unit_test(check_no_grammar)};
    return cmocka_run_group_tests(tests, story_set_up, story_tear_down);
}
