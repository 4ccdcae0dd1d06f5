/* Referents across articles: how they are linked, and what is attached to them. */
#include "../comparison/annotated_fixture.h"

/* The words judge the entity in the article's own voice. */
static void judge(struct px_article *article, const char *words, uint32_t entity)
{
    struct px_epithet *epithet = take_all(px_vector_push(&article->epithets, &article->arena));
    struct px_span span = find_text(article, words, 0);
    uint32_t first = token_from(article, span.start);
    *epithet = (struct px_epithet){.entity = entity,
                                   .start = span.start,
                                   .end = span.end,
                                   .first_token = first,
                                   .token_count = token_from(article, span.end) - first,
                                   .judges = true,
                                   .valence = -2};
    epithet->sentence = article->tokens.items[first].sentence;
}

static int set_up_links(void **state)
{
    set_up_texts(state,
                 "# Rioters and guards in Varn\n"
                 "The rioters burned cars in Varn on Monday, and the rioters threw stones at the harbour gate.\n"
                 "The embattled Ada Brell watched. Brell left early. BoHal stayed.\n",
                 "# Demonstrators in Varn\n"
                 "The demonstrators marched to the harbour gate of Varn on Monday, and the demonstrators sang.\n"
                 "Ada Brell watched, Brell said. The Ostrian minister smiled. Boris Halden stayed.\n");
    struct fixture *fixture = *state;
    add_entity(&fixture->a, "rioters", "rioters", PX_ENTITY_GROUP);
    mention(&fixture->a, "The rioters", PX_MENTION_ROLE);
    mention(&fixture->a, "the rioters", PX_MENTION_ROLE);
    add_entity(&fixture->a, "Ada Brell", "ada brell", PX_ENTITY_PERSON)->office = PX_SLICE("ostria minister");
    mention(&fixture->a, "Ada Brell", PX_MENTION_NAME);
    mention(&fixture->a, "Brell left", PX_MENTION_ALIAS);
    judge(&fixture->a, "embattled", 1);
    add_entity(&fixture->a, "Boris Halden", "boris halden", PX_ENTITY_PERSON)->listed = true;
    mention(&fixture->a, "BoHal", PX_MENTION_ALIAS);
    add_entity(&fixture->b, "demonstrators", "demonstrators", PX_ENTITY_GROUP);
    mention(&fixture->b, "The demonstrators", PX_MENTION_ROLE);
    mention(&fixture->b, "the demonstrators", PX_MENTION_ROLE);
    add_entity(&fixture->b, "Brell", "brell", PX_ENTITY_PERSON);
    mention(&fixture->b, "Ada Brell", PX_MENTION_NAME);
    mention(&fixture->b, "Brell said", PX_MENTION_ALIAS);
    add_entity(&fixture->b, "Boris Halden", "boris halden", PX_ENTITY_PERSON);
    mention(&fixture->b, "Boris Halden", PX_MENTION_NAME);
    struct px_office *office = take_all(px_vector_push(&fixture->b.offices, &fixture->b.arena));
    struct px_span span = find_text(&fixture->b, "The Ostrian minister", 0);
    *office = (struct px_office){.office = PX_SLICE("ostria minister"),
                                 .start = span.start,
                                 .end = span.end,
                                 .first_token = token_from(&fixture->b, span.start),
                                 .token_count = 3};
    compare_both(fixture);
    return 0;
}

static void test_joins_groups_by_the_lexicon(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_referent *group = find_referent(&fixture->ab, "demonstrators");
    assert_non_null(group);
    assert_int_equal(group->mentions[0].count, 2);
    assert_int_equal(group->mentions[1].count, 2);
    assert_int_equal(group->link, PX_LINK_LEXICON);
    assert_true(group->confidence > 0 && group->confidence < .9);
    assert_null(find_referent(&fixture->ab, "rioters"));
}

static void test_tells_how_it_is_sure(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_referent *halden = find_referent(&fixture->ab, "Boris Halden");
    const struct px_referent *brell = find_referent(&fixture->ab, "Ada Brell");
    assert_int_equal(halden->link, PX_LINK_ALIAS);
    assert_true(halden->confidence == 1);
    assert_int_equal(brell->link, PX_LINK_PART);
    assert_true(brell->confidence > .9 && brell->confidence < 1);
}

/* Whom one article knows by an office alone is who holds it in the other. */
static void test_finds_holders_of_offices(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_referent *brell = find_referent(&fixture->ab, "Ada Brell");
    assert_int_equal(brell->mentions[1].count, 3);
    assert_non_null(find_variant(brell, "Ostrian minister"));
}

static void test_gathers_labels(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_referent *brell = find_referent(&fixture->ab, "Ada Brell");
    assert_int_equal(brell->label_count, 1);
    assert_true(px_slice_is(brell->labels[0].text, "embattled"));
    assert_int_equal(brell->labels[0].counts[0], 1);
    assert_int_equal(brell->labels[0].own[0], 1);
    assert_int_equal(brell->labels[0].within[0], PX_NONE);
    assert_int_equal(brell->labels[0].counts[1], 0);
    assert_int_equal(brell->labels[0].evidence[0].count, 1);
    const struct px_finding *told = find_finding(
        &fixture->ab, "In its own voice A (The Lantern) judges Ada Brell: “The embattled Ada Brell watched”.");
    assert_non_null(told);
}

/* A judgement is told once, though longer words have it, too. */
static void test_tells_a_judgement_once(void **state)
{
    set_up_texts(state, "# A walk\nThe embattled Ada Brell watched. Brell, an embattled keeper, left.\n",
                 "# A walk\nAda Brell watched. Brell left.\n");
    struct fixture *fixture = *state;
    struct px_article *articles[] = {&fixture->a, &fixture->b};
    for (size_t i = 0; i < 2; i++) {
        add_entity(articles[i], "Ada Brell", "ada brell", PX_ENTITY_PERSON);
        mention(articles[i], "Ada Brell", PX_MENTION_NAME);
        mention(articles[i], i == 0 ? "Brell, an" : "Brell left", PX_MENTION_ALIAS);
    }
    judge(&fixture->a, "embattled", 0);
    judge(&fixture->a, "embattled keeper", 0);
    compare_both(fixture);
    assert_non_null(find_finding(
        &fixture->ab, "In its own voice A (The Lantern) judges Ada Brell: “The embattled Ada Brell watched”."));
    tear_down(state);
}

static int set_up_names(void **state)
{
    set_up_texts(state, "# A walk\nThe walls of Londonderry stood. They saw Londonderry at night.\n",
                 "# A walk\nThe walls of Derry stood. They saw Derry at night.\n");
    struct fixture *fixture = *state;
    add_entity(&fixture->a, "Londonderry", "londonderry", PX_ENTITY_PLACE);
    mention(&fixture->a, "Londonderry", PX_MENTION_NAME);
    add_entity(&fixture->b, "Derry", "derry", PX_ENTITY_PLACE);
    mention(&fixture->b, "Derry", PX_MENTION_NAME);
    compare_both(fixture);
    return 0;
}

/* Names by which one tells a side are shown with their users, and have no sign. */
static void test_sets_positional_names_side_by_side(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_referent *city = find_referent(&fixture->ab, "city of Derry");
    assert_non_null(city);
    const struct px_variant *name = find_variant(city, "Londonderry");
    assert_non_null(name);
    assert_true(name->positional && name->connotation == 0 && name->used_by.size > 0);
    assert_int_equal(name->counts[0], 2);
    assert_int_equal(name->counts[1], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_joins_groups_by_the_lexicon, set_up_links, tear_down),
        cmocka_unit_test_setup_teardown(test_tells_how_it_is_sure, set_up_links, tear_down),
        cmocka_unit_test_setup_teardown(test_finds_holders_of_offices, set_up_links, tear_down),
        cmocka_unit_test_setup_teardown(test_gathers_labels, set_up_links, tear_down),
        cmocka_unit_test(test_tells_a_judgement_once),
        cmocka_unit_test_setup_teardown(test_sets_positional_names_side_by_side, set_up_names, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
