/* What a negation covers, and whom a word tells of. */
#include "../annotate/story_fixture.h"

static int set_up(void **state)
{
    (void)state;
    return story_open("tests/unit/annotate/judgement.tsv");
}

static const struct {
    const char *text;
    const char *words;
    bool negated;
} scopes[] = {
    {"The government did not commit atrocities.", "atrocities", true},
    {"The government has committed atrocities, not crimes.", "atrocities", false},
    {"The brutal regime did not fall.", "brutal", false},
    {"There was no brutal crackdown.", "brutal", true},
    {"There was no brutal crackdown.", "crackdown", true},
    {"They did not meet the brutal ruler.", "brutal", false},
    {"He was not cruel but fair.", "cruel", true},
    {"He was not cruel but fair.", "fair", false},
    {"He was neither cruel nor corrupt.", "corrupt", true},
    {"Nobody has ever called the minister corrupt.", "corrupt", true},
    {"The minister never said that the plan was reckless.", "reckless", false},
    {"The ministers, who are not honest, pushed a reckless plan.", "reckless", false},
    {"Nobody in the council of the northern district was cruel.", "cruel", true},
};

static void check_scopes(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof scopes / sizeof *scopes; i++) {
        story_parse(scopes[i].text);
        if (story_match("judgement", scopes[i].words)->negated != scopes[i].negated)
            fail_msg("%s: %s", scopes[i].text, scopes[i].words);
    }
}

/* Without a tree, a few words before decide. */
static void check_windows(void **state)
{
    (void)state;
    story_read("He was not cruel.");
    assert_true(story_match("judgement", "cruel")->negated);
    story_read("Nobody in the council of the northern district was cruel.");
    assert_false(story_match("judgement", "cruel")->negated);
}

/* What is certain under a condition or in doubt is not. */
static void check_doubts(void **state)
{
    (void)state;
    story_parse("If the plan is indeed reckless, it will fail.");
    assert_int_equal(story_match("certainty", "indeed")->dismissed, PX_DISMISSED_DOUBT);
    story_parse("If the plan fails, it is indeed reckless.");
    assert_int_equal(story_match("certainty", "indeed")->dismissed, PX_DISMISSED_NOT);
    story_parse("She supposedly revealed that the plan was reckless.");
    assert_int_equal(story_match("presupposition", "revealed")->dismissed, PX_DISMISSED_DOUBT);
}

static const struct {
    const char *text;
    const char *words;
    const char *bearer; /* key of an entity, or NULL */
} bearers[] = {
    {"Anna Halden slammed Peter Corvin.", "slammed", "peter corvin"},
    {"Peter Corvin was slammed by Anna Halden.", "slammed", "peter corvin"},
    {"Anna Halden blustered for an hour.", "blustered", "anna halden"},
    {"Anna Halden, a bully, met Peter Corvin.", "bully", "anna halden"},
    {"Peter Corvin answered Anna Halden's tirade.", "tirade", "anna halden"},
    {"Anna Halden is reckless, Peter Corvin said.", "reckless", "anna halden"},
    {"The plan is reckless.", "reckless", NULL},
};

static void check_bearers(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bearers / sizeof *bearers; i++) {
        story_parse(bearers[i].text);
        uint32_t target = story_match("judgement", bearers[i].words)->target;
        struct px_slice key = target == PX_NONE ? PX_SLICE("") : story.article.entities.items[target].key;
        if (!px_slice_is(key, bearers[i].bearer == NULL ? "" : bearers[i].bearer))
            fail_msg("%s: %s tells of '%.*s'", bearers[i].text, bearers[i].words, PX_SLICE_ARG(key));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(check_scopes),
        cmocka_unit_test(check_windows),
        cmocka_unit_test(check_doubts),
        cmocka_unit_test(check_bearers),
    };
    return cmocka_run_group_tests(tests, set_up, story_tear_down);
}
