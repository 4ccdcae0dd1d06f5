/* Which paragraphs tell the same. */
#include "../comparison/annotated_fixture.h"

#define LEAD "About 400 dock workers walked out at Varn harbour on Monday after talks over night shifts collapsed.\n"
#define OTHER_LEAD "Varn saw a strike on Monday: some 400 dock workers left their cranes, and ships turned away.\n"
#define LOSSES "Two chip plants in the valley lose 12 million crowns a day while their containers wait on the quays.\n"
#define OTHER_LOSSES "Chip plants lose 12 million crowns a day, their owners wrote.\n"
#define RUUN "Sefa Ruun keeps goats.\n"
#define OTHER_RUUN "A judge questioned Sefa Ruun.\n"

/* The edge between the paragraphs, from 0, of the first and the second article; NULL for none. */
static const struct px_edge *edge_of(const struct fixture *fixture, uint32_t p, uint32_t q)
{
    for (size_t e = 0; e < fixture->ab.edges.count; e++) {
        const struct px_edge *edge = &fixture->ab.edges.items[e];
        if (edge->block[edge->article[0] != 0] == p && edge->block[edge->article[0] == 0] == q)
            return edge;
    }
    return NULL;
}

static int set_up_told(void **state)
{
    set_up_texts(state, LEAD LOSSES RUUN, OTHER_LEAD OTHER_RUUN OTHER_LOSSES);
    struct fixture *fixture = *state;
    mark_both(fixture, "Sefa Ruun", PX_ENTITY_PERSON);
    compare_both(fixture);
    return 0;
}

static void the_same_in_other_words_is_told(void **state)
{
    const struct px_edge *losses = edge_of(*state, 1, 2), *leads = edge_of(*state, 0, 0);
    assert_non_null(losses);
    assert_true(losses->told > 0.7 && losses->told < 1);
    assert_true(losses->tells);
    assert_non_null(leads);
    assert_true(leads->tells);
}

/* However rare it is, and though no other paragraph is nearer. */
static void a_name_is_no_matter(void **state)
{
    const struct px_edge *ruun = edge_of(*state, 2, 1);
    assert_non_null(ruun);
    assert_true(ruun->told > 0);
    assert_false(ruun->tells);
}

/* A storm that both name is a matter, as a person is not. */
static void a_thing_that_is_named_is_a_matter(void **state)
{
    double told[2];
    for (size_t thing = 0; thing < 2; thing++) {
        set_up_texts(state, LEAD LOSSES "Sefa Ruun tore roofs from the old mill.\n",
                     OTHER_LEAD "Farmers wait since Sefa Ruun.\n" OTHER_LOSSES);
        struct fixture *fixture = *state;
        mark_both(fixture, "Sefa Ruun", thing ? PX_ENTITY_OTHER : PX_ENTITY_PERSON);
        compare_both(fixture);
        const struct px_edge *edge = edge_of(fixture, 2, 1);
        assert_non_null(edge);
        told[thing] = edge->told;
        tear_down(state);
    }
    assert_true(told[1] > told[0]);
}

/* What a list of four has in both is one thing; the same words apart are four. */
static void a_list_is_one_thing(void **state)
{
#define FLOCK(with) "Wardens counted gulls" with "terns" with "auks and skuas along the northern cliff at dawn.\n"
#define NESTS(with) "Keepers lost gulls" with "terns" with "auks and skuas to a storm that broke every nest.\n"
    double told[2];
    for (size_t apart = 0; apart < 2; apart++) {
        set_up_texts(state, apart ? FLOCK(" with ") LOSSES : FLOCK(", ") LOSSES,
                     apart ? NESTS(" with ") OTHER_LEAD : NESTS(", ") OTHER_LEAD);
        struct fixture *fixture = *state;
        compare_both(fixture);
        const struct px_edge *edge = edge_of(fixture, 0, 0);
        assert_non_null(edge);
        told[apart] = edge->told;
        tear_down(state);
    }
    assert_true(told[0] < told[1] - 0.1);
}

/* "Chancellor": an office is no matter either, where the paragraphs are not much alike. */
static void an_office_is_no_matter(void **state)
{
    static const char *const others[] = {
        OTHER_LEAD "A judge questioned Chancellor Sefa Ruun for an hour on Friday.\n" OTHER_LOSSES,
        OTHER_LEAD "A judge questioned Foreman Sefa Ruun for an hour on Friday.\n" OTHER_LOSSES};
    static const char *const texts[] = {LEAD LOSSES "Chancellor Sefa Ruun keeps goats and bees.\n",
                                        LEAD LOSSES "Foreman Sefa Ruun keeps goats and bees.\n"};
    for (int matter = 0; matter < 2; matter++) {
        set_up_texts(state, texts[matter], others[matter]);
        struct fixture *fixture = *state;
        mark_both(fixture, "Sefa Ruun", PX_ENTITY_PERSON);
        compare_both(fixture);
        const struct px_edge *edge = edge_of(fixture, 2, 1);
        assert_non_null(edge);
        assert_true(edge->told < 0.75);
        assert_int_equal(edge->tells, matter);
        tear_down(state);
    }
}

/* Paragraphs that quote the same tell the same, in however many other words; the same words without marks do not. */
static void quoting_the_same_tells_the_same(void **state)
{
    for (int quoted = 0; quoted < 2; quoted++) {
        set_up_texts(state,
                     LEAD LOSSES "Far off in the hills a goat keeper had bees, a well and \"a barn that leans to the "
                                 "left\" to look after.\n",
                     OTHER_LEAD "A judge with a wig asked late on Friday whether \"a barn that leans to the left\" had "
                                "a door.\n" OTHER_LOSSES);
        struct fixture *fixture = *state;
        for (size_t i = 0; quoted && i < 2; i++)
            quote(i == 0 ? &fixture->a : &fixture->b, "a barn that leans to the left", PX_QUOTATION_SPEECH);
        compare_both(fixture);
        const struct px_edge *edge = edge_of(fixture, 2, 1);
        assert_non_null(edge);
        assert_int_equal(edge->told >= 0.8, quoted);
        tear_down(state);
    }
}

static void probabilities_mirror(void **state)
{
    const struct fixture *fixture = *state;
    assert_int_equal(fixture->ab.edges.count, fixture->ba.edges.count);
    for (size_t e = 0; e < fixture->ab.edges.count; e++) {
        assert_same(fixture->ab.edges.items[e].told, fixture->ba.edges.items[e].told);
        assert_int_equal(fixture->ab.edges.items[e].tells, fixture->ba.edges.items[e].tells);
    }
}

/* Whoever speaks in both paragraphs makes it likelier. */
static void a_speaker_of_both_counts(void **state)
{
    double told[2] = {0};
    for (int spoken = 0; spoken < 2; spoken++) {
        set_up_texts(state, LEAD "Sefa Ruun said the goats of the valley would starve.\n",
                     OTHER_LEAD "Goats need hay, Sefa Ruun said on Sunday at the chapel.\n");
        struct fixture *fixture = *state;
        for (size_t a = 0; a < 2; a++) {
            struct px_article *article = a == 0 ? &fixture->a : &fixture->b;
            mark_name(article, "Sefa Ruun", PX_ENTITY_PERSON);
            if (spoken)
                attribute(article, "Sefa Ruun", "said", a == 0 ? "the goats" : "Goats need hay",
                          PX_ATTRIBUTION_INDIRECT)
                    ->entity = 0;
        }
        compare_both(fixture);
        const struct px_edge *edge = edge_of(fixture, 1, 1);
        assert_non_null(edge);
        told[spoken] = edge->told;
        tear_down(state);
    }
    assert_true(told[1] > told[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_same_in_other_words_is_told, set_up_told, tear_down),
        cmocka_unit_test_setup_teardown(a_name_is_no_matter, set_up_told, tear_down),
        cmocka_unit_test(a_thing_that_is_named_is_a_matter),
        cmocka_unit_test(a_list_is_one_thing),
        cmocka_unit_test(an_office_is_no_matter),
        cmocka_unit_test(quoting_the_same_tells_the_same),
        cmocka_unit_test_setup_teardown(probabilities_mirror, set_up_told, tear_down),
        cmocka_unit_test(a_speaker_of_both_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
