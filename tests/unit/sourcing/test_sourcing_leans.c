/* What a statement leans on: its occasion, what it points at, what it adds to, what it lacks and what it hangs on. */
#include "sourcing_fixture.h"

/* Of a statement: what leads its sentence tells when it was made, and no other clause of the sentence does. */
static void an_occasion_leads_its_sentence(void **state)
{
    static const struct {
        const char *text, *words, *occasion;
    } cases[] = {
        {"During his campaign for the council in 1994, Ono Brell vowed to seek “full fees” for the miners.",
         "full fees", "During his campaign for the council in 1994"},
        {"When asked how long the strike would last, Ono Brell replied, “As long as it takes.”", "As long",
         "When asked how long the strike would last"},
        {"In 2007 Ono Brell said, “The harbour is lost.”", "harbour is lost", "In 2007"},
        {"Last year, Ono Brell defended the fees. “The harbour is lost,” he said.", "harbour is lost", "Last year"},
        {"When the last draft was sent to him, Ono Brell dismissed it, saying “We would rather not use it.”",
         "rather not use", "When the last draft was sent to him, Ono Brell dismissed it"},
        {"When the last draft was sent to the miners, Ono Brell left. “The harbour is lost,” Brell said.",
         "harbour is lost", NULL},
        {"When asked if the fees were high, Ono Brell laughed. “The harbour is lost,” Brell said.", "harbour is lost",
         "When asked if the fees were high"},
        {"The day after the primary, Ono Brell wrote in support of the miners, calling them “really great.”",
         "really great", "The day after the primary, Ono Brell wrote in support of the miners"},
        {"Ten minutes later, Ono Brell offered his first comments, saying, “The harbour is lost.”", "harbour is lost",
         "Ten minutes later, Ono Brell offered his first comments"},
        {"Two weeks later, Ono Brell said, “The harbour is lost.”", "harbour is lost", "Two weeks later"},
        {"Two weeks later Ono Brell said, “The harbour is lost.”", "harbour is lost", "Two weeks later"},
        {"Last week Ono Brell warned, “The harbour is lost.”", "harbour is lost", "Last week"},
        {"In a statement, Ono Brell said, “The harbour is lost.”", "harbour is lost", NULL},
        {"In 1994, Ono Brell left the council, and on Monday he said, “The harbour is lost.”", "harbour is lost", NULL},
        {"On Monday, Ono Brell said, “The harbour is lost.”", "harbour is lost", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_content(cases[i].words);
        const char *occasion = cases[i].occasion == NULL ? "" : cases[i].occasion;
        if (it == NULL || !px_slice_is(px_slice_span(story.article.text, it->occasion), occasion))
            fail_msg("%s", cases[i].text);
    }
    read_story("Ono Brell spoke last month. “The harbour is lost,” Brell said then, “and the pits are, too.”");
    assert_true(find_content("harbour is lost")->earlier);
    read_story("Ono Brell lost the vote. “The harbour is lost,” Brell told the Ledger at the time.");
    assert_true(find_content("harbour is lost")->earlier);
    read_story("Ono Brell spoke. “The harbour was open at the time,” Brell said.");
    assert_false(find_content("open at the time")->earlier);
}

/* A verb of saying begins a statement, though a quotation of the same speaker stands before it. */
static void what_is_added_is_another_statement(void **state)
{
    (void)state;
    read_story(
        "“Most harbour fees begin with the federal fees as the starting point,” Ono Brell, a lawyer at Greenhaven "
        "Trask, said in an e-mail. “These harbour masters will have to find out how to deal with a couple who "
        "file a joint claim for the fees.” He added, “We will need to see guidance from each harbour to see how "
        "this will be handled.”");
    const struct px_attribution *added = find_content("We will need");
    assert_non_null(added);
    assert_true(px_slice_is(px_slice_span(story.article.text, added->cue.items[0]), "added"));
    assert_true(speaks(added, "Ono Brell"));
    assert_int_equal(added->content.count, 1);
}

/* A pronoun at the beginning of what is quoted, and no noun before it, is of what was told before. */
static void quoted_words_that_point_are_known(void **state)
{
    static const struct {
        const char *text, *words;
        int points;
    } cases[] = {
        {"The council closed the pool. “That is a disgrace,” Ono Brell said.", "disgrace", 1},
        {"The council closed the pool. “We cannot accept this,” Ono Brell said.", "accept", 1},
        {"The council raised the fees. “I will never pay those fees,” Ono Brell said.", "never pay", 1},
        {"The council closed the pool. “It will cost us dear,” Ono Brell said.", "cost us", 3},
        {"Ono Brell would keep the pool. “It will cost us dear,” Brell said.", "cost us", 1},
        {"Is the pool to close? “It will cost us dear,” Ono Brell said.", "cost us", 1},
        {"The council closed the pool. “The pool is old, and it leaks,” Ono Brell said.", "leaks", 0},
        {"The council closed the pool. “I know that we need help,” Ono Brell said.", "need help", 0},
        {"The council closed the pool. “It seems that nobody swims,” Ono Brell said.", "nobody swims", 0},
        {"The council closed the pool. “This town needs help,” Ono Brell said.", "needs help", 0},
        {"The council closed the pool. “This kind of thrift kills,” Ono Brell said.", "thrift kills", 1},
        {"The council closed the pool. “These cuts must end,” Ono Brell said.", "must end", 1},
        {"The council closed the pool. Ono Brell said that it was a disgrace.", "disgrace", 0},
        {"The council closed the pool. Ono Brell said she was “shocked and appalled” by that.", "appalled", 1},
        {"The council asked what she would miss. “The races with my kids,” Ono Brell said.", "races", 1},
        {"The council met. “Thrift,” Ono Brell said, “is eating the town.”", "eating", 0},
        {"The council met. “Is it true,” Ono Brell asked, “that nobody swims?”", "nobody swims", 0},
        {"The council met. “It would be overstated to hold that the pool was old,” Ono Brell said.", "old", 0},
        {"The council met. “That is a disgrace,” Ono Brell said in a letter.", "disgrace", 0},
        {"The council met. “That is a disgrace,” Ono Brell said after the vote.", "disgrace", 0},
        {"The council met. “That is a disgrace,” Ono Brell said on the radio.", "disgrace", 1},
        {"The council closed the pool. “As a result, nobody swims,” Ono Brell wrote in a letter.", "nobody swims", 1},
        {"The council closed the pool. “Instead of talks, nobody swims,” Ono Brell wrote in a letter.", "nobody swims",
         0},
        {"The council closed the pool. “As a result of the flood, nobody swims,” Ono Brell wrote in a letter.",
         "nobody swims", 0},
        {"The council closed the pool. “In our town, nobody swims,” Ono Brell wrote in a letter.", "nobody swims", 0},
        {"Older hands had the worst jobs. “It showed me a wrong,” Ono Brell said, adding that she left when she could.",
         "showed me", 3},
        {"The council closed the pool. Ono Brell said such a plan “will cost us dear.”", "cost us", 1},
        {"The council closed the pool. Ono Brell said that they who back such plans “will pay dear.”", "pay dear", 1},
        {"The council closed the pool. Ono Brell said that such a foul plan “will cost us dear.”", "cost us", 0},
        {"The council closed the pool. Ono Brell said that plans such as baths “will cost us dear.”", "cost us", 0},
        {"The party met its voters. “Most of them will stay,” Ono Brell said.", "will stay", 3},
        {"Ono Brell met the voters. “Most of them will stay,” Brell said.", "will stay", 1},
        {"The council dismissed Mayor John Lind. “He has no plan,” Ono Brell said.", "no plan", 1},
        {"The council dismissed Mayor John Lind and hired Adam Hask. “He has no plan,” Ono Brell said.", "no plan", 3},
        {"Ono Brell met John Lind. The fees were high. “He has no plan,” Ono Brell said.", "no plan", 2},
        {"Ono Brell met the board. The fees were high. “He has no plan,” Ono Brell said.", "no plan", 3},
        {"The council met. “He has no plan,” Ono Brell said of Mayor John Lind.", "no plan", 0},
        {"The council met. “He has no plan, and John Lind must go,” Ono Brell said.", "no plan", 0},
        {"The council dismissed Mayor John Lind. “He has no plan,” Ono Brell said, adding that Lind must go.",
         "no plan", 1},
        {"The council closed the pool. “It will cost us dear,” Ono Brell said of the plan.", "cost us", 0},
        {"Two guilds wrote a paper. They accused the board. “They are late,” Ono Brell said.", "are late", 3},
        {"Mara Venn drew a plan. The plan was old. “That is a disgrace,” Ono Brell said.", "disgrace", 2},
        {"Mara Venn drew a plan. The pool was old. “That is a disgrace,” Ono Brell said.", "disgrace", 1},
        {"Mara Venn told them that the pits would close. Ono Brell confirmed in the square, “Absolutely I said that,” "
         "while he hoped that they would not.",
         "Absolutely", 1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_content(cases[i].words);
        if (it == NULL || it->pointing != cases[i].points)
            fail_msg("%s", cases[i].text);
    }
}

/* "Also" before a verb is known by its bytes, and no other adverb. */
static void words_of_adding_are_known(void **state)
{
    static const struct {
        const char *text, *words;
        int added;
    } cases[] = {
        {"Ono Brell also said the pool was “a disgrace.”", "disgrace", 5},
        {"Ono Brell then said the pool was “a disgrace.”", "disgrace", 5},
        {"Ono Brell again said the pool was “a disgrace.”", "disgrace", 0},
        {"Ono Brell said the pool was “a disgrace.”", "disgrace", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_content(cases[i].words);
        if (it == NULL || it->added != cases[i].added)
            fail_msg("%s", cases[i].text);
    }
    char wide[400]; /* with more blanks than its byte can count */
    read_story("Ono Brell scolded the mayor, but also called the pool “a disgrace.”");
    const struct px_attribution *called = find_content("disgrace");
    assert_non_null(called);
    assert_int_equal(5, called->added + called->added_before);
    snprintf(wide, sizeof wide, "Ono Brell also%300ssaid the pool was “a disgrace.”", "");
    read_story(wide);
    const struct px_attribution *it = find_content("disgrace");
    assert_non_null(it);
    assert_int_equal(0, it->added);
}

/* What stands before the cue as the subject of what is said is missed there. */
static void words_without_their_subject_are_known(void **state)
{
    static const struct {
        const char *text, *words;
        bool headless;
    } cases[] = {
        {"Ono Brell asked the mayor to stop the bill, which he said “threatens the miners of the town.”", "threatens",
         true},
        {"He speaks to miners who he says “don't feel that anybody knows who they are.”", "feel", true},
        {"Ono Brell said the bill “threatens the miners of the town.”", "threatens", false},
        {"Ono Brell spoke of the “reckless waste” he said he inherited in 2010 and the “flood of the century” in the "
         "pits.",
         "flood", true},
        {"The miners' letter calls for talks. From personal experience, they also “know how cuts in fees will make it "
         "difficult for poor families to stay in the town.”",
         "know how", true},
        {"In that letter he said he inherited “reckless waste” in 2010.", "reckless", false},
        {"The mayor called it an attack. To which Ono Brell replied, “It was a strike.”", "a strike", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_content(cases[i].words);
        if (it == NULL || it->headless != cases[i].headless)
            fail_msg("%s", cases[i].text);
    }
}

/* A participle hangs on a clause that tells more; "was saying" and "according to" do not. */
static void a_participle_hangs(void **state)
{
    static const char *const texts[] = {"Ono Brell left the hall, saying the bill “threatens the miners of the town.”",
                                        "Ono Brell said the bill “threatens the miners of the town.”",
                                        "According to Ono Brell, the bill “threatens the miners of the town.”"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        read_story(texts[i]);
        assert_int_equal(find_content("threatens")->hanging, i == 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_occasion_leads_its_sentence),        cmocka_unit_test(what_is_added_is_another_statement),
        cmocka_unit_test(quoted_words_that_point_are_known),     cmocka_unit_test(words_of_adding_are_known),
        cmocka_unit_test(words_without_their_subject_are_known), cmocka_unit_test(a_participle_hangs),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
