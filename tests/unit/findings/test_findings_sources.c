/* What is told of who speaks: named or not, in one article alone or in both. */
#include "findings_fixture.h"

#define HEARD                                                                                                          \
    "Heard by name in one article alone, media and documents apart, as far as found (in brackets: how many words are " \
    "reported of each): "
#define SPOKEN "Trade will grow in every port that pays its tolls in time"

/* Who speaks for nine words in one article alone is in its list, and leads nothing. */
static void test_leads_with_no_scrap(void **state)
{
    set_up_texts(state, LANTERN,
                 "Ministers met in Marn. \"Trade will grow in ports that pay their tolls,\" said Cato Dunn.\n");
    struct fixture *fixture = *state;
    add_entity(&fixture->b, "Cato Dunn", "cato dunn", PX_ENTITY_PERSON);
    mention(&fixture->b, "Cato Dunn", PX_MENTION_NAME);
    attribute(&fixture->b, "Cato Dunn", "say", "Trade will grow in ports that pay their tolls", PX_ATTRIBUTION_DIRECT)
        ->entity = 0;
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_SOURCE, 1, "Cato Dunn");
    assert_null(find_finding(&fixture->ab, "Heard by name"));
    tear_down(state);
}

/* Whoever speaks in one article alone stands there with what it calls him: an office before the name, else behind it. */
static void test_tells_who_speaks(void **state)
{
    static const char *const roles[] = {"Toll Master", "master of the tolls"};
    static const char *const told[] = {"in B (Morning Mail) Toll Master Cato Dunn (12 words)",
                                       "in B (Morning Mail) Cato Dunn, master of the tolls (12 words)"};
    for (size_t i = 0; i < 2; i++) {
        set_up_texts(state, LANTERN, MAIL_OF(SPOKEN));
        struct fixture *fixture = *state;
        annotate_mail_of(&fixture->b, SPOKEN);
        fixture->b.entities.items[2].role = px_slice_from(roles[i]);
        compare_both(fixture);
        const struct px_finding *speakers = find_finding(&fixture->ab, "Heard by name");
        assert_non_null(speakers);
        if (px_slice_find(speakers->text, px_slice_from(told[i]), 0) == SIZE_MAX)
            fail_msg("%.*s", PX_SLICE_ARG(speakers->text));
        tear_down(state);
    }
}

/* That the article only supposes that he said it is told, unless it is sure of other words of his. */
static void test_tells_of_what_is_supposed(void **state)
{
    for (int sure = 0; sure < 2; sure++) {
        set_up_texts(state, LANTERN, MAIL_OF(SPOKEN ". Tolls will double again before the year is out"));
        struct fixture *fixture = *state;
        annotate_mail_of(&fixture->b, SPOKEN);
        attribute(&fixture->b, "Cato Dunn", "say", "Tolls will double again before the year is out",
                  PX_ATTRIBUTION_DIRECT)
            ->entity = 2;
        fixture->b.attributions.items[0].supposed = true;
        fixture->b.attributions.items[1].supposed = !sure;
        compare_both(fixture);
        const struct px_finding *speakers = find_finding(&fixture->ab, "Heard by name");
        assert_non_null(speakers);
        const char *words = sure ? "Cato Dunn (21 words)" : "Cato Dunn (21 words, reported with a word of doubt)";
        assert_true(px_slice_find(speakers->text, px_slice_from(words), 0) != SIZE_MAX);
        tear_down(state);
    }
}

/* The outlet of one of the articles is no source that the other has alone, and neither is a document, or a journalist of
 * whom nobody is told for whom he asks. */
static void test_leaves_out_who_reports(void **state)
{
    static const struct {
        const char *outlet;
        uint8_t kind, actor;
        bool told;
    } cases[] = {
        {"hp", PX_SPEAKER_PERSON, PX_ACTOR_OTHER, true},         {"hp", PX_SPEAKER_INSTITUTION, PX_ACTOR_OTHER, true},
        {"cato", PX_SPEAKER_INSTITUTION, PX_ACTOR_OTHER, false}, {"hp", PX_SPEAKER_MEDIA, PX_ACTOR_MEDIA, false},
        {"hp", PX_SPEAKER_PERSON, PX_ACTOR_MEDIA, false},        {"hp", PX_SPEAKER_DOCUMENT, PX_ACTOR_OTHER, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        set_up_texts(state, LANTERN, MAIL_OF(SPOKEN));
        struct fixture *fixture = *state;
        annotate_mail_of(&fixture->b, SPOKEN);
        fixture->a.outlet = px_slice_from(cases[i].outlet);
        fixture->b.entities.items[2].kind = cases[i].kind == PX_SPEAKER_DOCUMENT ? PX_ENTITY_OTHER
                                            : cases[i].kind == PX_SPEAKER_PERSON ? PX_ENTITY_PERSON
                                                                                 : PX_ENTITY_ORGANISATION;
        fixture->b.entities.items[2].actor = cases[i].actor;
        for (size_t k = 0; k < fixture->b.attributions.count; k++) {
            fixture->b.attributions.items[k].speaker_kind = cases[i].kind;
            fixture->b.attributions.items[k].actor = cases[i].actor;
        }
        compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
        const struct px_finding *speakers = find_finding(&fixture->ab, "Heard by name");
        bool told = speakers != NULL && px_slice_find(speakers->text, PX_SLICE("Cato Dunn"), 0) != SIZE_MAX;
        if (told != cases[i].told)
            fail_msg("case %zu: %.*s", i, PX_SLICE_ARG(speakers == NULL ? PX_SLICE("–") : speakers->text));
        tear_down(state);
    }
}

/* Whom all hear, and what they share. */
static void test_tells_what_both_have(void **state)
{
    set_up_texts(state, LANTERN, MAIL "Brell said that tolls were old.\n");
    struct fixture *fixture = *state;
    annotate_lantern(&fixture->a);
    annotate_mail(&fixture->b);
    compare_both(fixture);
    assert_null(find_finding(&fixture->ab, "Heard in both articles"));
    attribute(&fixture->b, "Brell", "say", "tolls were old", PX_ATTRIBUTION_INDIRECT)->entity = 1;
    compare_again(fixture);
    assert_null(find_finding(&fixture->ab, "Heard in both articles")); /* of whom both tell */
    add_entity(&fixture->a, "Cato Dunn", "cato dunn", PX_ENTITY_PERSON);
    attribute(&fixture->a, "Brell", "say", "opened the talks", PX_ATTRIBUTION_INDIRECT)->entity = 3;
    compare_again(fixture);
    assert_text(find_finding(&fixture->ab, "Heard in both articles"),
                "Heard in both articles, as far as found: Cato Dunn and Ada Brell.");
    fixture->a.entities.items[3].name = fixture->b.entities.items[2].name = PX_SLICE("Cato Dunn Jr.");
    compare_again(fixture);
    assert_text(find_finding(&fixture->ab, "Heard in both articles"),
                "Heard in both articles, as far as found: Cato Dunn Jr. and Ada Brell.");
    tear_down(state);
}

#define TOLLS                                                                                                      \
    "tolls were old, and dear, and paid in salt by all who came with carts over the hills, and in eggs, in cloth " \
    "and in copper by some who came on foot, in rain or snow, with nobody to help them"

/* By how many words, where one article has many more of somebody's; who has such figures stands first. */
static void test_tells_who_has_many_more_words(void **state)
{
    enum { BRELL = 2, DUNN };
    static const char *const told[] = {"Cato Dunn (about 41 words in A, 6 in B) and Ada Brell.",
                                       "Ada Brell (about 43 words in A, 3 in B) and Cato Dunn."};
    for (size_t i = 0; i < 2; i++) {
        set_up_texts(state, LANTERN "Brell said that " TOLLS ". Dunn said the road was open.\n",
                     MAIL "Brell said that tolls were old.\n");
        struct fixture *fixture = *state;
        annotate_lantern(&fixture->a);
        annotate_mail(&fixture->b);
        add_entity(&fixture->a, "Cato Dunn", "cato dunn", PX_ENTITY_PERSON);
        attribute(&fixture->a, "Brell", "say", TOLLS, PX_ATTRIBUTION_INDIRECT)->entity = i == 0 ? DUNN : BRELL;
        if (i > 0)
            attribute(&fixture->a, "Dunn", "say", "the road was open", PX_ATTRIBUTION_INDIRECT)->entity = DUNN;
        attribute(&fixture->b, "Brell", "say", "tolls were old", PX_ATTRIBUTION_INDIRECT)->entity = 1;
        compare_both(fixture);
        char expected[200];
        snprintf(expected, sizeof expected, "Heard in both articles, as far as found: %s", told[i]);
        assert_text(find_finding(&fixture->ab, "Heard in both articles"), expected);
        tear_down(state);
    }
}

/* An outlet is no source that its own article hears, too. */
static void test_no_outlet_hears_itself(void **state)
{
    static const char *const names[] = {"Harbour Post", "Morning Mail"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        set_up_texts(state, LANTERN, MAIL "Brell said that tolls were old.\n");
        struct fixture *fixture = *state;
        annotate_lantern(&fixture->a);
        annotate_mail(&fixture->b);
        attribute(&fixture->b, "Brell", "say", "tolls were old", PX_ATTRIBUTION_INDIRECT)->entity = 1;
        add_entity(&fixture->a, names[i], "cato dunn", PX_ENTITY_ORGANISATION);
        attribute(&fixture->a, "Brell", "say", "opened the talks", PX_ATTRIBUTION_INDIRECT)->entity = 3;
        fixture->b.entities.items[2].name = px_slice_from(names[i]);
        fixture->b.entities.items[2].kind = PX_ENTITY_ORGANISATION;
        struct px_article *articles[] = {&fixture->a, &fixture->b};
        for (size_t a = 0; a < 2; a++)
            for (size_t n = 0; n < articles[a]->attributions.count; n++)
                if (articles[a]->attributions.items[n].entity == 3 - a)
                    articles[a]->attributions.items[n].speaker_kind = PX_SPEAKER_MEDIA;
        compare_both(fixture);
        assert_int_equal(find_finding(&fixture->ab, "Heard in both articles") != NULL, i == 0);
        tear_down(state);
    }
}

/* A party or a people is none of the "1 more". */
static void test_counts_persons_and_bodies(void **state)
{
    set_up_texts(state, LANTERN, MAIL_OF(SPOKEN) "The Osk Crews said that fog came.\n");
    struct fixture *fixture = *state;
    annotate_lantern(&fixture->a);
    annotate_mail_of(&fixture->b, SPOKEN);
    add_entity(&fixture->b, "Osk Crews", "osk crews", PX_ENTITY_GROUP);
    mention(&fixture->b, "Osk Crews", PX_MENTION_NAME);
    struct px_attribution *crews = attribute(&fixture->b, "Osk Crews", "say", "that fog came", PX_ATTRIBUTION_INDIRECT);
    crews->entity = 3;
    crews->speaker_kind = PX_SPEAKER_GROUP;
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_SOURCE, 1, "Cato Dunn; Osk Crews");
    const struct px_finding *speakers = find_finding(&fixture->ab, HEARD);
    assert_non_null(speakers);
    assert_int_equal(px_slice_find(speakers->text, PX_SLICE("more"), 0), SIZE_MAX);
    tear_down(state);
}

/* Whoever has a few words is named beside one who has more. */
static void test_names_those_with_few_words(void **state)
{
    set_up_texts(state, LANTERN, MAIL_OF(SPOKEN) "Ora Lind said that fog came.\n");
    struct fixture *fixture = *state;
    annotate_lantern(&fixture->a);
    annotate_mail_of(&fixture->b, SPOKEN);
    add_entity(&fixture->b, "Ora Lind", "ora lind", PX_ENTITY_PERSON);
    mention(&fixture->b, "Ora Lind", PX_MENTION_NAME);
    attribute(&fixture->b, "Ora Lind", "say", "that fog came", PX_ATTRIBUTION_INDIRECT)->entity = 3;
    compare_both(fixture);
    const struct px_finding *speakers = find_finding(&fixture->ab, HEARD);
    assert_non_null(speakers);
    assert_true(px_slice_find(speakers->text, PX_SLICE(" words) and Ora Lind (3 words); in A"), 0) != SIZE_MAX);
    tear_down(state);
}

/* Who keeps the name back is no named source, whomever he is close to. */
static void test_the_nameless_are_not_named(void **state)
{
    set_up_texts(state, LANTERN, MAIL_OF(SPOKEN) "An auditor at the Osk Bank said that trade fell in every port.\n");
    struct fixture *fixture = *state;
    annotate_mail_of(&fixture->b, SPOKEN);
    attribute(&fixture->b, "An auditor at the Osk Bank", "say", "that trade fell in every port",
              PX_ATTRIBUTION_INDIRECT)
        ->anonymous = true;
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_SOURCE, 1, "Cato Dunn; an auditor at the Osk Bank");
    const struct px_finding *speakers = find_finding(&fixture->ab, "Heard by name in one");
    assert_non_null(speakers);
    assert_int_equal(px_slice_find(speakers->text, PX_SLICE("auditor"), 0), SIZE_MAX);
    tear_down(state);
}

/* An apostrophe makes no name. */
static void test_a_report_without_a_name_is_no_name(void **state)
{
    set_up_texts(state, LANTERN, MAIL "An auditor’s report found that trade fell in every port.\n");
    struct fixture *fixture = *state;
    annotate_mail(&fixture->b);
    attribute(&fixture->b, "An auditor’s report", "find", "that trade fell in every port", PX_ATTRIBUTION_INDIRECT)
        ->speaker_kind = PX_SPEAKER_DOCUMENT;
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_SOURCE, 1, "Cato Dunn");
    tear_down(state);
}

/* Unnamed sources say nothing one by one; that an article rests on them does. */
static void test_tells_of_unnamed_sources(void **state)
{
    static const char *const aides[] = {"One aide", "Two clerks", "Some guards"};
    static const char *const said[] = {"fog came", "tolls rose", "boats sank"};
    for (size_t count = 2; count < 4; count++) {
        set_up_texts(state, LANTERN,
                     MAIL "One aide said fog came. Two clerks said tolls rose. Some guards said boats sank.\n");
        struct fixture *fixture = *state;
        annotate_lantern(&fixture->a);
        annotate_mail(&fixture->b);
        for (size_t i = 0; i < count; i++)
            attribute(&fixture->b, aides[i], "say", said[i], PX_ATTRIBUTION_INDIRECT)->anonymous = true;
        compare_both(fixture);
        const struct px_finding *finding = find_finding(&fixture->ab, "Anonymous sources");
        assert_int_equal(finding != NULL, count == 3);
        if (finding != NULL)
            assert_text(finding,
                        "Anonymous sources (“an official”, “a person familiar with it”): 3 statements (6 words) in B "
                        "(Morning Mail), none that was found in A (The Lantern).");
        tear_down(state);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tells_who_speaks),
        cmocka_unit_test(test_tells_of_what_is_supposed),
        cmocka_unit_test(test_leaves_out_who_reports),
        cmocka_unit_test(test_tells_what_both_have),
        cmocka_unit_test(test_tells_who_has_many_more_words),
        cmocka_unit_test(test_no_outlet_hears_itself),
        cmocka_unit_test(test_leads_with_no_scrap),
        cmocka_unit_test(test_a_report_without_a_name_is_no_name),
        cmocka_unit_test(test_the_nameless_are_not_named),
        cmocka_unit_test(test_names_those_with_few_words),
        cmocka_unit_test(test_counts_persons_and_bodies),
        cmocka_unit_test(test_tells_of_unnamed_sources),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
