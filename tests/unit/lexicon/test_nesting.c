/* What quanteda's manual says of tokens_lookup() and dictionary(): globs, case, phrases before their words, and
 * nested_scope "dictionary" (ours: the longest match wins inside a lexicon) against "key" (inside each category). */
#include "lexicon_fixture.h"

static struct fixture fixture;

static int set_up(void **state)
{
    (void)state;
    fixture_init(&fixture);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    fixture_release(&fixture);
    return 0;
}

/* rows: entry, category; text; what is found inside a lexicon; what is found inside each category, NULL: the same. */
static const struct {
    const char *rows;
    const char *text;
    const char *in_lexicon;
    const char *in_category;
} cases[] = {
    /* nested_scope, the manual's own case */
    {"New York Times\tpaper\nNew York\tcity\n", "The New York Times is a New York paper.",
     "paper:New York Times | city:New York", "paper:New York Times | city:New York | city:New York"},
    /* a phrase goes before its words in the same category, in either scope */
    {"united states\tcountry\nstates\tcountry\n", "The United States and its states",
     "country:United States | country:states", NULL},
    {"a b c\tx\na b\tx\nb c\tx\nb\tx\n", "a b c", "x:a b c", NULL},
    /* words of two categories are in both */
    {"free*\tfreedom\nfreedom\tvirtue\n", "freedom", "freedom:freedom | virtue:freedom", NULL},
    /* one category twice on the same words is once */
    {"free*\ta\nfreedom\ta\n", "freedom", "a:freedom", NULL},
    /* three levels of nesting */
    {"a b c\tx\na b\ty\na\tz\n", "a b c a b a", "x:a b c | y:a b | z:a", "x:a b c | y:a b | z:a | y:a b | z:a | z:a"},
    /* overlap without nesting: from left to right inside the scope */
    {"a b\tx\nb c\ty\n", "a b c", "x:a b", "x:a b | y:b c"},
    {"a b\tx\nb c\tx\n", "a b c", "x:a b", NULL},
    {"a b\tx\nb c d\ty\n", "a b c d", "x:a b", "x:a b | y:b c d"},
    /* categories in categories are categories of their own */
    {"new york\tplace.city\nnew york times\tplace.paper\n", "New York Times", "place.paper:New York Times",
     "place.city:New York | place.paper:New York Times"},
    /* valuetype "glob": * is any number of letters and none, ? is one */
    {"tax*\ta\n", "tax taxes taxation retax", "a:tax | a:taxes | a:taxation", NULL},
    {"*tax\ta\n", "tax surtax taxes", "a:tax | a:surtax", NULL},
    {"*tax*\ta\n", "tax surtaxes ax", "a:tax | a:surtaxes", NULL},
    {"t?x\ta\n", "tax tox tx taax", "a:tax | a:tox", NULL},
    {"??x\ta\n", "tax ox", "a:tax", NULL},
    {"tax *\ta\n", "tax cuts and tax", "a:tax cuts", "a:tax cuts"},
    /* no regular expression hides in a glob */
    {"t.x\ta\n", "tax t.x", "a:t.x", NULL},
    {"ta+x\ta\n", "tax taax", "", NULL},
    /* case_insensitive = TRUE */
    {"Tax\ta\n", "TAX tax Tax", "a:TAX | a:tax | a:Tax", NULL},
    /* phrases do not cross the end of a sentence */
    {"united states\ta\n", "They were united. States differ.", "", NULL},
};

static void load(const char *rows, bool in_category)
{
    if (fixture_load(&fixture, rows) != PX_OK)
        fail_msg("%s", fixture.error.message);
    if (!in_category)
        return;
    px_match_cache_free(fixture.cache);
    px_matcher_nest_in_categories(fixture.matcher);
    assert_int_equal(px_match_cache_new(fixture.matcher, fixture.vocabulary, &fixture.cache, NULL), PX_OK);
}

static void matches_as_quanteda_documents(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        for (int in_category = 0; in_category < 2; in_category++) {
            const char *wanted =
                in_category && cases[i].in_category != NULL ? cases[i].in_category : cases[i].in_lexicon;
            load(cases[i].rows, in_category);
            const char *found = fixture_show(&fixture, cases[i].text);
            if (strcmp(found, wanted) != 0)
                fail_msg("case %zu, %s: '%s', not '%s'", i, in_category ? "category" : "lexicon", found, wanted);
        }
    }
}

/* LIWC's conditions, as the reader of .dic writes them: the word alone is covered, so that its neighbour counts too. */
static void matches_conditions(void **state)
{
    (void)state;
    static const char rows[] =
        "/\\bkind(?=\\s+of\\b)/\tsort\nkind\tkin\t/\\bkind(?=\\s+of\\b)/\nof\tprep\n"
        "/\\b(?:i|we\\w*)\\s+\\Klike\\b/\tlove\nlike\tfill\t/\\b(?:i|we\\w*)\\s+\\Klike\\b/\ni\tself\n";
    load(rows, false);
    assert_string_equal(fixture_show(&fixture, "A kind of kind man."), "sort:kind | prep:of | kin:kind");
    assert_string_equal(fixture_show(&fixture, "I like it, like, a lot. Like I like you?"),
                        "self:I | love:like | fill:like | fill:Like | self:I | love:like");
    assert_string_equal(fixture_show(&fixture, "The west likes what they like."), "fill:like");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(matches_as_quanteda_documents, set_up, tear_down),
        cmocka_unit_test_setup_teardown(matches_conditions, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
