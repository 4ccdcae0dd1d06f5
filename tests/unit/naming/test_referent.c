#include "referent_fixture.h"

#define LANTERN                                                                                             \
    "# Talks in Marn\n"                                                                                     \
    "The coup in Marn and the Ostrian reunification were followed by sanctions against Ostria.\n"           \
    "Ada Brell spoke first. The Harbour Secretary smiled. The current Harbour Secretary left with Brell.\n" \
    "The P.D.U. met, and the P.D.U. voted. An anti-Ostria mood was felt.\n"
#define MAIL                                                                                                \
    "# Ministers meet in Marn\n"                                                                            \
    "Ministers met in Marn on Monday. Brell left early. Brell, the Marnian Harbour Secretary, was tired.\n" \
    "The PDU met. Its members voted.\n"

static void name_people(struct fixture *fixture)
{
    add_entity(&fixture->a, "Marn", "marn", PX_ENTITY_PLACE);
    mention(&fixture->a, "Marn", PX_MENTION_NAME);
    add_entity(&fixture->a, "Ostria", "ostria", PX_ENTITY_PLACE);
    mention(&fixture->a, "Ostrian", PX_MENTION_NAME);
    mention(&fixture->a, "Ostria.", PX_MENTION_NAME);
    mention(&fixture->a, "anti-Ostria", PX_MENTION_NAME);
    add_entity(&fixture->a, "Ada Brell", "ada brell", PX_ENTITY_PERSON);
    mention(&fixture->a, "Ada Brell", PX_MENTION_NAME);
    mention(&fixture->a, "The Harbour Secretary", PX_MENTION_ROLE);
    mention(&fixture->a, "The current Harbour Secretary", PX_MENTION_ROLE);
    add_entity(&fixture->a, "P.D.U.", "pdu", PX_ENTITY_ORGANISATION);
    mention(&fixture->a, "P.D.U.", PX_MENTION_NAME);
    add_entity(&fixture->b, "Marn", "marn", PX_ENTITY_PLACE);
    mention(&fixture->b, "Marn ", PX_MENTION_NAME);
    add_entity(&fixture->b, "Brell", "brell", PX_ENTITY_PERSON);
    mention(&fixture->b, "Brell", PX_MENTION_NAME);
    mention(&fixture->b, "Marnian Harbour Secretary", PX_MENTION_ROLE);
    add_entity(&fixture->b, "PDU", "pdu", PX_ENTITY_ORGANISATION);
    mention(&fixture->b, "PDU", PX_MENTION_NAME);
    mention(&fixture->b, "Its", PX_MENTION_PRONOUN);
}

static int set_up_names(void **state)
{
    set_up_texts(state, LANTERN, MAIL);
    name_people(*state);
    compare_both(*state);
    return 0;
}

static void test_links_last_names(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_referent *brell = find_referent(&fixture->ab, "Ada Brell");
    assert_non_null(brell);
    assert_int_not_equal(brell->entity[0], PX_NONE);
    assert_int_not_equal(brell->entity[1], PX_NONE);
    assert_int_equal(brell->mentions[0].count, 3);
    assert_int_equal(brell->mentions[1].count, 3);
    assert_null(find_referent(&fixture->ab, "Brell"));
}

static void test_keeps_namesakes_apart(void **state)
{
    struct fixture *fixture = *state;
    add_entity(&fixture->a, "Ivo Brell", "ivo brell", PX_ENTITY_PERSON);
    fixture->a.entities.items[fixture->a.entities.count - 1].mention_count = 3;
    px_comparison_release(&fixture->ab);
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    const struct px_referent *brell = find_referent(&fixture->ab, "Brell");
    assert_non_null(brell);
    assert_int_equal(brell->entity[0], PX_NONE);
}

static void test_joins_spellings(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_referent *union_ = find_referent(&fixture->ab, "P.D.U.");
    assert_non_null(union_);
    assert_int_equal(union_->variant_count, 1);
    assert_true(px_slice_is(union_->variants[0].form, "P.D.U."));
    assert_int_equal(union_->variants[0].counts[0], 2);
    assert_int_equal(union_->variants[0].counts[1], 1);
    assert_int_equal(union_->mentions[1].count, 1); /* the pronoun names nothing */
}

static void test_cuts_roles_to_what_they_share(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_variant *role = find_variant(find_referent(&fixture->ab, "Ada Brell"), "Harbour Secretary");
    assert_non_null(role);
    assert_int_equal(role->counts[0], 2);
    assert_int_equal(role->counts[1], 1);
}

/* A title before a name and an apposition behind it tell of who is named already. */
static void test_a_role_beside_a_name_is_none(void **state)
{
    struct fixture *fixture = *state;
    for (size_t m = 0; m < fixture->b.mentions.count; m++)
        fixture->b.mentions.items[m].beside = fixture->b.mentions.items[m].form == PX_MENTION_ROLE;
    px_comparison_release(&fixture->ab);
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    const struct px_variant *role = find_variant(find_referent(&fixture->ab, "Ada Brell"), "Harbour Secretary");
    assert_non_null(role);
    assert_int_equal(role->counts[0], 2);
    assert_int_equal(role->counts[1], 0);
}

static void test_leaves_compounds_out(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_referent *ostria = find_referent(&fixture->ab, "Ostria");
    assert_non_null(ostria);
    assert_int_equal(ostria->mentions[0].count, 3);
    assert_null(find_variant(ostria, "anti-Ostria"));
}

static void test_binds_forms_to_names(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_referent *power = find_referent(&fixture->ab, "change of power (Marn)");
    const struct px_referent *land = find_referent(&fixture->ab, "territory change (Ostria)");
    assert_non_null(power);
    assert_non_null(land);
    assert_true(power->lexical);
    const struct px_variant *coup = find_variant(power, "coup");
    assert_non_null(coup);
    assert_int_equal(coup->counts[0], 1);
    assert_int_equal(coup->own[0], 1);
    assert_int_equal(coup->counts[1], 0);
    assert_true(coup->connotation < 0);
    assert_true(coup->used_by.size > 0);
    assert_int_equal(coup->evidence[0].count, 1);
    assert_int_equal(power->verdict, PX_VERDICT_TOO_LITTLE);
}

static void test_swapping_swaps(void **state)
{
    const struct fixture *fixture = *state;
    assert_int_equal(fixture->ab.referents.count, fixture->ba.referents.count);
    for (size_t i = 0; i < fixture->ab.referents.count; i++) {
        const struct px_referent *x = &fixture->ab.referents.items[i];
        const struct px_referent *y = &fixture->ba.referents.items[i];
        assert_true(px_slice_equal(x->name, y->name));
        assert_same(x->p, y->p);
        assert_int_equal(x->mentions[0].count, y->mentions[1].count);
        assert_int_equal(x->variant_count, y->variant_count);
        for (size_t v = 0; v < x->variant_count; v++) {
            assert_true(px_slice_equal(x->variants[v].form, y->variants[v].form));
            assert_int_equal(x->variants[v].counts[0], y->variants[v].counts[1]);
            assert_int_equal(x->variants[v].own[1], y->variants[v].own[0]);
        }
    }
}

/* A form with an owner and without one are one thing. */
static void test_an_owner_makes_no_second_thing(void **state)
{
    const struct fixture *fixture = *state;
    assert_int_equal(count_lexical(&fixture->ab, "regime"), 1);
    const struct px_referent *regime = find_referent(&fixture->ab, "state government (Marn)");
    assert_non_null(regime);
    assert_int_equal(regime->mentions[0].count, 1);
    assert_int_equal(regime->mentions[1].count, 1);
}

/* Whose government it is, nobody knows; and a category may be called otherwise for readers. */
static void test_what_is_nobodys_is_not_told(void **state)
{
    const struct fixture *fixture = *state;
    assert_int_equal(count_lexical(&fixture->ab, "junta"), 0);
    const struct px_referent *state_of = find_referent(&fixture->ab, "Islamic State");
    assert_non_null(state_of);
    assert_true(state_of->lexical);
}

static int set_up_nobodys(void **state)
{
    set_up_texts(state, "A junta ruled there. Daesh came.\n", "It rained on the hill. Islamic State came.\n");
    compare_both(*state);
    return 0;
}

static int set_up_spelt(void **state)
{
    set_up_texts(state, "The O.R.N. met. The O.R.N. left.\n", "The ORN met on Monday.\n");
    struct fixture *fixture = *state;
    add_entity(&fixture->a, "O.R.N.", "orn", PX_ENTITY_ORGANISATION);
    mention(&fixture->a, "O.R.N.", PX_MENTION_NAME);
    add_entity(&fixture->b, "ORN", "orn", PX_ENTITY_ORGANISATION);
    mention(&fixture->b, "ORN", PX_MENTION_NAME);
    compare_both(fixture);
    return 0;
}

/* A spelling that one article alone has is not put on the other. */
static void test_each_article_keeps_its_spelling(void **state)
{
    const struct fixture *fixture = *state;
    for (int side = 0; side < 2; side++) {
        const struct px_comparison *comparison = side == 0 ? &fixture->ab : &fixture->ba;
        const struct px_variant *variant = find_variant(&comparison->referents.items[0], "O.R.N.");
        assert_non_null(variant);
        assert_true(px_slice_is(variant->other, "ORN"));
    }
}

static int set_up_initial(void **state)
{
    set_up_texts(state, "Roy Tarn left. The Harbour Rights Council met.\n",
                 "Roy S. Tarn left. The Harbour Council met.\n");
    struct fixture *fixture = *state;
    add_entity(&fixture->a, "Roy Tarn", "roy tarn", PX_ENTITY_PERSON);
    mention(&fixture->a, "Roy Tarn", PX_MENTION_NAME);
    add_entity(&fixture->b, "Roy S. Tarn", "roy tarn", PX_ENTITY_PERSON);
    mention(&fixture->b, "Roy S. Tarn", PX_MENTION_NAME);
    add_entity(&fixture->a, "Harbour Rights Council", "harbour council", PX_ENTITY_ORGANISATION);
    mention(&fixture->a, "Harbour Rights Council", PX_MENTION_NAME);
    add_entity(&fixture->b, "Harbour Council", "harbour council", PX_ENTITY_ORGANISATION);
    mention(&fixture->b, "Harbour Council", PX_MENTION_NAME);
    compare_both(fixture);
    return 0;
}

/* An initial that one article alone writes is not put on both; of a body the full name is. */
static void test_a_person_is_called_as_both_call_him(void **state)
{
    const struct fixture *fixture = *state;
    assert_non_null(find_referent(&fixture->ab, "Roy Tarn"));
    assert_non_null(find_referent(&fixture->ba, "Roy Tarn"));
    assert_non_null(find_referent(&fixture->ab, "Harbour Rights Council"));
}

static int set_up_whole(void **state)
{
    set_up_texts(state, "A gay couple came on Monday. It rained.\n",
                 "Same sex couples left. The homosexual couple sang. Wind rose.\n");
    compare_both(*state);
    return 0;
}

/* A kind that is but one thing is it wherever it stands, and its wordings keep their first word. */
static void test_a_kind_may_be_one_thing(void **state)
{
    const struct fixture *fixture = *state;
    assert_int_equal(count_lexical(&fixture->ab, "gay couple"), 1);
    assert_int_equal(count_lexical(&fixture->ab, "Same sex couples"), 1);
    const struct px_referent *couples = find_referent(&fixture->ab, "same-sex couples");
    assert_non_null(couples);
    assert_int_equal(couples->mentions[0].count, 1);
    assert_int_equal(couples->mentions[1].count, 2);
}

/* Words under two kinds are told under one. */
static void test_one_hit_is_told_once(void **state)
{
    const struct fixture *fixture = *state;
    assert_int_equal(count_lexical(&fixture->ab, "terrorists"), 1);
}

/* One of several, and another word inside, make no other wording. */
static void test_forms_of_a_wording_are_one(void **state)
{
    set_up_texts(state, "Two gay couples came. A gay married couple rowed. He met gay older couples.\n",
                 "A homosexual couple left.\n");
    struct fixture *fixture = *state;
    compare_both(fixture);
    const struct px_referent *couples = find_referent(&fixture->ab, "same-sex couples");
    assert_non_null(couples);
    assert_int_equal(couples->variant_count, 2);
    assert_int_equal(find_variant(couples, "gay couples")->counts[0], 3);
    tear_down(state);
}

/* "al Sidra" in one article and "Al Sidra" in another is one spelling. */
static void test_a_particle_is_part_of_the_name(void **state)
{
    set_up_texts(state, "Men of al Sidra came. Rain fell.\n", "Al Sidra was there. Wind rose.\n");
    struct fixture *fixture = *state;
    add_entity(&fixture->a, "Al Sidra", "al sidra", PX_ENTITY_ORGANISATION);
    mention(&fixture->a, "Sidra", PX_MENTION_NAME);
    add_entity(&fixture->b, "Al Sidra", "al sidra", PX_ENTITY_ORGANISATION);
    mention(&fixture->b, "Al Sidra", PX_MENTION_NAME);
    compare_both(fixture);
    assert_int_equal(find_referent(&fixture->ab, "Al Sidra")->variant_count, 1);
    tear_down(state);
}

/* "PDU", "P.D.U." and what the letters stand for, the first words of a name, its last: all one name; a role is none. */
static void test_spellings_are_one_choice(void **state)
{
    set_up_texts(state, "The Port Dock Union met. CBV slept. Ada Brell, a minister, came. Ivo Tarneck Jr. left.\n",
                 "The P.D.U. met. CBV News slept. Brell came. Tarneck left.\n");
    struct fixture *fixture = *state;
    static const char *const names[][2] = {
        {"Port Dock Union", "P.D.U."}, {"CBV", "CBV News"}, {"Ada Brell", "Brell"}, {"Ivo Tarneck Jr.", "Tarneck"}};
    for (size_t n = 0; n < 4; n++) {
        add_entity(&fixture->a, names[n][0], names[n][0], n >= 2 ? PX_ENTITY_PERSON : PX_ENTITY_ORGANISATION);
        mention(&fixture->a, names[n][0], PX_MENTION_NAME);
        if (n == 2)
            mention(&fixture->a, "minister", PX_MENTION_ROLE);
        add_entity(&fixture->b, names[n][0], names[n][0], n >= 2 ? PX_ENTITY_PERSON : PX_ENTITY_ORGANISATION);
        mention(&fixture->b, names[n][1], PX_MENTION_NAME);
    }
    compare_both(fixture);
    assert_int_equal(find_referent(&fixture->ab, "Port Dock Union")->choices, 1);
    assert_int_equal(find_referent(&fixture->ab, "CBV")->choices, 1);
    assert_int_equal(find_referent(&fixture->ab, "Ada Brell")->choices, 2);
    assert_int_equal(find_referent(&fixture->ab, "Ivo Tarneck Jr.")->choices, 1);
}

/* Of two spellings of a name the one shows whose given name is known, be the other longer. */
static void test_the_likelier_spelling_is_the_name(void **state)
{
    set_up_texts(state, "Vincente Lorn left on Monday.\n", "Vicente Lorn left on Monday.\n");
    struct fixture *fixture = *state;
    add_entity(&fixture->a, "Vincente Lorn", "vincente lorn", PX_ENTITY_PERSON);
    mention(&fixture->a, "Vincente Lorn", PX_MENTION_NAME);
    add_entity(&fixture->b, "Vicente Lorn", "vicente lorn", PX_ENTITY_PERSON);
    mention(&fixture->b, "Vicente Lorn", PX_MENTION_NAME);
    compare_both(fixture);
    assert_non_null(find_referent(&fixture->ab, "Vicente Lorn"));
    assert_non_null(find_referent(&fixture->ba, "Vicente Lorn"));
    assert_null(find_referent(&fixture->ab, "Vincente Lorn"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_links_last_names, set_up_names, tear_down),
        cmocka_unit_test_setup_teardown(test_keeps_namesakes_apart, set_up_names, tear_down),
        cmocka_unit_test_teardown(test_the_likelier_spelling_is_the_name, tear_down),
        cmocka_unit_test_setup_teardown(test_joins_spellings, set_up_names, tear_down),
        cmocka_unit_test_setup_teardown(test_cuts_roles_to_what_they_share, set_up_names, tear_down),
        cmocka_unit_test_setup_teardown(test_a_role_beside_a_name_is_none, set_up_names, tear_down),
        cmocka_unit_test_setup_teardown(test_leaves_compounds_out, set_up_names, tear_down),
        cmocka_unit_test_setup_teardown(test_binds_forms_to_names, set_up_names, tear_down),
        cmocka_unit_test_setup_teardown(test_swapping_swaps, set_up_names, tear_down),
        cmocka_unit_test_setup_teardown(test_an_owner_makes_no_second_thing, set_up_forms, tear_down),
        cmocka_unit_test_setup_teardown(test_each_article_keeps_its_spelling, set_up_spelt, tear_down),
        cmocka_unit_test_setup_teardown(test_a_person_is_called_as_both_call_him, set_up_initial, tear_down),
        cmocka_unit_test_setup_teardown(test_a_kind_may_be_one_thing, set_up_whole, tear_down),
        cmocka_unit_test_setup_teardown(test_one_hit_is_told_once, set_up_forms, tear_down),
        cmocka_unit_test_setup_teardown(test_what_is_nobodys_is_not_told, set_up_nobodys, tear_down),
        cmocka_unit_test_teardown(test_spellings_are_one_choice, tear_down),
        cmocka_unit_test(test_forms_of_a_wording_are_one),
        cmocka_unit_test(test_a_particle_is_part_of_the_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
