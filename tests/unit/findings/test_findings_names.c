/* What is told of names: those often named in one article alone, and what the other calls otherwise or leaves unnamed. */
#include "findings_fixture.h"

static void test_names_what_one_leaves_unnamed(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_finding *finding = find_finding(&fixture->ab, "A (The Lantern) writes of");
    assert_text(finding, "A (The Lantern) writes of “coup in Marn” (own voice) and “the Ostrian reunification” "
                         "(own voice); B (Morning Mail) names neither.");
    assert_int_equal(finding->type, PX_FINDING_CONTRAST);
    assert_true(px_slice_is(finding->section, "names"));
    assert_int_equal(finding->evidence[0].count, 1);
    assert_ptr_equal(finding, &fixture->ab.findings.items[0]);
}

/* One wording against one is told behind all that leads. */
static void test_one_wording_against_one_leads_nothing(void **state)
{
    static const char *const once = "# Marn\nThe coup in Marn came in May. Rain fell on the quay.\n";
    static const char *const twice =
        "# Marn\nThe coup in Marn came in May. Rain fell on the quay. The coup in Marn was over by June.\n";
    for (size_t i = 0; i < 2; i++) {
        set_up_texts(state, i == 0 ? once : twice, "# Marn\nThe uprising in Marn came in May. Rain fell there.\n");
        struct fixture *fixture = *state;
        add_entity(&fixture->a, "Marn", "marn", PX_ENTITY_PLACE);
        mention(&fixture->a, "Marn", PX_MENTION_NAME);
        add_entity(&fixture->b, "Marn", "marn", PX_ENTITY_PLACE);
        mention(&fixture->b, "Marn", PX_MENTION_NAME);
        compare_both(fixture);
        const struct px_finding *finding = find_finding(&fixture->ab, "Change of power");
        assert_non_null(finding);
        assert_true(i == 0 ? finding->rank < 40 : finding->rank > 90);
        tear_down(state);
    }
}

#define TOWNS "Boats left Marn. Rain hit Tovik. Wind tore Orrin. Ice broke Sund. Hail hit Brenn. Fog hid Ulm. "

/* Five towns that one article names three times each. */
static int set_up_towns(void **state)
{
    static const char *const towns[] = {"Marn", "Tovik", "Orrin", "Sund", "Brenn", "Ulm"};
    set_up_texts(state, TOWNS TOWNS TOWNS TOWNS TOWNS "\n", EIGHT(PLAIN) "\n");
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof towns / sizeof *towns; i++) {
        add_entity(&fixture->a, towns[i], towns[i], PX_ENTITY_PLACE);
        mention(&fixture->a, towns[i], PX_MENTION_NAME);
    }
    compare_both(fixture);
    return 0;
}

#define DELEGATES "Hask of Marn slept. Boats left Tovik. "

static int by_place(const void *left, const void *right)
{
    const struct px_mention *a = left, *b = right;
    return (a->start > b->start) - (a->start < b->start);
}

/* Two towns, five times each; of one of them somebody is, and no more. */
static int set_up_delegates(void **state)
{
    set_up_texts(state, DELEGATES DELEGATES DELEGATES DELEGATES DELEGATES "\n", EIGHT(PLAIN) "\n");
    struct fixture *fixture = *state;
    add_entity(&fixture->a, "Hask", "hask", PX_ENTITY_PERSON);
    mention(&fixture->a, "Hask", PX_MENTION_NAME);
    for (int i = 0; i < 2; i++) {
        add_entity(&fixture->a, i == 0 ? "Marn" : "Tovik", i == 0 ? "marn" : "tovik", PX_ENTITY_PLACE);
        mention(&fixture->a, i == 0 ? "Marn" : "Tovik", PX_MENTION_NAME);
    }
    qsort(fixture->a.mentions.items, fixture->a.mentions.count, sizeof *fixture->a.mentions.items, by_place);
    compare_both(fixture);
    return 0;
}

static void test_where_somebody_is_from_is_no_naming(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_finding *finding =
        find_finding(&fixture->ab, "Often named in one article alone, speakers aside: in A ");
    assert_non_null(finding);
    if (px_slice_find(finding->text, PX_SLICE("Tovik"), 0) == SIZE_MAX)
        fail_msg("%.*s", PX_SLICE_ARG(finding->text));
    assert_true(px_slice_find(finding->text, PX_SLICE("Marn"), 0) == SIZE_MAX);
}

/* "Quarl" stands three times in two sentences: that is little for the beginning of a report. */
static void test_name_of_two_sentences_leads_nothing(void **state)
{
    set_up_texts(state, TOWNS TOWNS TOWNS TOWNS TOWNS "Quarl saw Quarl burn. Quarl slept.\n", EIGHT(PLAIN) "\n");
    struct fixture *fixture = *state;
    static const char *const names[] = {"Marn", "Quarl"};
    for (size_t i = 0; i < 2; i++) {
        add_entity(&fixture->a, names[i], i == 0 ? "marn" : "quarl", PX_ENTITY_PLACE);
        mention(&fixture->a, names[i], PX_MENTION_NAME);
    }
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, "Marn; Quarl");
    assert_text(find_finding(&fixture->ab, "Often named in one article alone, speakers aside: "),
                "Often named in one article alone, speakers aside: in A (The Lantern) Marn (5 sentences).");
    tear_down(state);
}

/* Of what nothing tells the kind, however often, nor what stands in few sentences of many. */
static void test_a_slight_name_leads_nothing(void **state)
{
    for (int body = 0; body < 3; body++) {
        set_up_texts(state, body < 2 ? TOWNS TOWNS TOWNS TOWNS "\n" : TOWNS TOWNS TOWNS TOWNS EIGHT(EIGHT(PLAIN)) "\n",
                     EIGHT(PLAIN) "\n");
        struct fixture *fixture = *state;
        add_entity(&fixture->a, "Marn", "marn", body > 0 ? PX_ENTITY_ORGANISATION : PX_ENTITY_OTHER);
        mention(&fixture->a, "Marn", PX_MENTION_NAME);
        compare_both(fixture);
        assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, "Marn");
        assert_int_equal(body == 1, find_finding(&fixture->ab, "Often named in one article alone") != NULL);
        tear_down(state);
    }
}

/* A party stands in any article on politics, however often, and so does a body of a state. */
static void test_a_party_by_name_leads_nothing(void **state)
{
    for (size_t i = 0; i < 3; i++) {
        set_up_texts(state, "Osk Crews saw fog. Osk Crews slept. Osk Crews rose. Osk Crews left. " EIGHT(PLAIN) "\n",
                     EIGHT(PLAIN) "\n");
        struct fixture *fixture = *state;
        add_entity(&fixture->a, "Osk Crews", "osk crews", i != 1 ? PX_ENTITY_ORGANISATION : PX_ENTITY_GROUP)->organ =
            i == 2;
        mention(&fixture->a, "Osk Crews", PX_MENTION_NAME);
        compare_both(fixture);
        assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, "Osk Crews");
        assert_int_equal(find_finding(&fixture->ab, "Often named in one article alone") != NULL, i == 0);
        tear_down(state);
    }
}

/* How often somebody must be named, and that there are more, stands beside who is. */
static void test_names_of_one_article_are_not_all(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_finding *finding =
        find_finding(&fixture->ab, "Often named in one article alone, speakers aside: in A ");
    assert_non_null(finding);
    assert_true(px_slice_ends(finding->text, PX_SLICE(" (5 sentences) and 3 more.")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_party_by_name_leads_nothing),
        cmocka_unit_test_setup_teardown(test_names_what_one_leaves_unnamed, set_up_story, tear_down),
        cmocka_unit_test_setup_teardown(test_where_somebody_is_from_is_no_naming, set_up_delegates, tear_down),
        cmocka_unit_test_setup_teardown(test_names_of_one_article_are_not_all, set_up_towns, tear_down),
        cmocka_unit_test(test_one_wording_against_one_leads_nothing),
        cmocka_unit_test(test_name_of_two_sentences_leads_nothing),
        cmocka_unit_test(test_a_slight_name_leads_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
