/* What a text attaches to a name. */
#include "story_fixture.h"

static const struct {
    const char *text;
    const char *key;
    const char *epithets; /* kind:text, "!" behind what judges */
} cases[] = {
    {"They met the embattled Anna Halden on Monday.", "anna halden", "modifier:embattled!"},
    {"Anna Halden was corrupt.", "anna halden", "predicate:corrupt!"},
    {"Anna Halden was somewhat corrupt.", "anna halden", "predicate:somewhat corrupt!"},
    {"Anna Halden was a “total fraud.”", "anna halden", "predicate:total fraud!"},
    {"Anna Halden was a beekeeper.", "anna halden", "predicate:beekeeper"},
    {"Anna Halden was not corrupt.", "anna halden", ""},
    {"They led us to believe that America, a land that was made by trade -- that trade is a disgrace.", "united states",
     "apposition:land"},
    {"Progressivism, he told the Halden Conference, is a cancer that must be cut out of the system.",
     "halden conference", ""}, /* a comma parts them */
    {"Progressivism, he told the Halden Political Action Conference, is a cancer that must be cut out of the system.",
     "halden political action conference", ""}, /* whatever the parser makes of it */
    {"He would stay even if there was proof that Anna Halden was corrupt.", "anna halden", ""},
    {"Anna Halden, a disgraced beekeeper, met the council.", "anna halden", "apposition:disgraced beekeeper!"},
    /* a role tells who somebody is, and "she" may be another */
    {"Anna Halden, a friend of the mayor, met the council.", "anna halden", "apposition:friend of the mayor"},
    {"Anna Halden met Mrs. Toran. She was corrupt.", "anna halden", ""},
    {"Anna Halden met the council. She was corrupt.", "anna halden", "predicate:corrupt!"},
    /* a word with a capital is a name, a part of an office no choice */
    {"They met the French minister Anna Halden.", "anna halden", ""},
    {"They met the prime minister on Monday, Anna Halden.", "anna halden", ""},
    /* what is only imagined, measured or asked is not said */
    {"They work as though Anna Halden was corrupt.", "anna halden", ""},
    {"Anna Halden is more corrupt than the mayor.", "anna halden", ""},
    {"Is Anna Halden corrupt?", "anna halden", ""},
    /* an adjective without an article picks a part out of many, and what is said is said of it */
    {"They know that moderate Democrats are corrupt.", "democrats", ""},
    {"They know that the Democrats are corrupt.", "democrats", "predicate:corrupt!"},
    {"They know that the corrupt Democrats left.", "democrats", "modifier:corrupt!"},
    {"They know that radical Islam is a cancer.", "islam", ""},
    {"They know that Islam is a cancer.", "islam", "predicate:cancer!"},
    /* of an office: its holder is meant, or of a higher one */
    {"He praised the very corrupt Secretary of Defense, Anna Halden.", "secretary of defense", ""},
    {"They met on a disgraceful Flood Day on Monday.", "flood day", ""}, /* of nobody */
    /* of somebody else's */
    {"They met Anna Halden's embattled brother.", "anna halden", ""},
};

static void list(struct px_buffer *out, const char *key)
{
    px_buffer_clear(out);
    px_buffer_string(out, "");
    for (size_t i = 0; i < story.article.epithets.count; i++) {
        const struct px_epithet *e = &story.article.epithets.items[i];
        if (!px_slice_is(story.article.entities.items[e->entity].key, key))
            continue;
        assert_int_equal(e->start, story.article.tokens.items[e->first_token].start);
        assert_int_equal(e->sentence, story.article.tokens.items[e->first_token].sentence);
        px_buffer_printf(out, "%s%s:%.*s%s", out->size > 0 ? " | " : "", px_epithet_kind_name(e->kind),
                         (int)(e->end - e->start), story.article.text.data + e->start, e->judges ? "!" : "");
    }
}

static void check_epithets(void **state)
{
    (void)state;
    struct px_buffer found = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        story_parse(cases[i].text);
        list(&found, cases[i].key);
        if (!px_slice_is(px_buffer_slice(&found), cases[i].epithets))
            fail_msg("%s\n  expected \"%s\", found \"%.*s\"", cases[i].text, cases[i].epithets,
                     PX_SLICE_ARG(px_buffer_slice(&found)));
    }
    px_buffer_release(&found);
}

static void check_no_grammar(void **state)
{
    (void)state;
    story_read(cases[0].text);
    assert_int_equal(story.article.epithets.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(check_epithets), cmocka_unit_test(check_no_grammar)};
    return cmocka_run_group_tests(tests, story_set_up, story_tear_down);
}
