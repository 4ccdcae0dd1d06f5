/* Names that mean one across articles, though they are not spelled alike. */
#include "../comparison/annotated_fixture.h"

/* An entity of the article that is named once a spelling. */
static struct px_entity *name(struct px_article *article, const char *spelling, const char *key, uint8_t kind)
{
    struct px_entity *entity = add_entity(article, spelling, key, kind);
    mention(article, spelling, PX_MENTION_NAME);
    return entity;
}

static struct fixture *compared(void **state)
{
    compare_both(*state);
    return *state;
}

/* How many of the referents both articles name. */
static int common(const struct px_comparison *comparison)
{
    int count = 0;
    for (size_t r = 0; r < comparison->referents.count; r++) {
        const struct px_referent *referent = &comparison->referents.items[r];
        count += !referent->lexical && referent->entity[0] != PX_NONE && referent->entity[1] != PX_NONE;
    }
    return count;
}

static void assert_common(void **state, int expected)
{
    const struct fixture *fixture = compared(state);
    assert_int_equal(common(&fixture->ab), expected);
    assert_int_equal(common(&fixture->ba), expected);
}

static int set_up_persons(void **state)
{
    return set_up_texts(state, "James B. Holt rowed in. Ann Reed waved. Tom Reed slept. Ruth Varga Jr. sang.\n",
                        "Holt rowed in. James Holt waved. Reed slept. Ruth Varga sang.\n");
}

static void a_last_word_is_who_alone_has_it(void **state)
{
    struct fixture *fixture = *state;
    name(&fixture->a, "James B. Holt", "james b. holt", PX_ENTITY_PERSON);
    name(&fixture->b, "Holt", "holt", PX_ENTITY_PERSON);
    assert_common(state, 1);
    assert_int_equal(find_referent(&fixture->ab, "James B. Holt")->link, PX_LINK_PART);
}

static void both_ends_tell_a_full_name(void **state)
{
    struct fixture *fixture = *state;
    name(&fixture->a, "James B. Holt", "james b. holt", PX_ENTITY_PERSON);
    name(&fixture->b, "James Holt", "james holt", PX_ENTITY_PERSON);
    assert_common(state, 1);
}

static void two_who_share_a_last_word_keep_it(void **state)
{
    struct fixture *fixture = *state;
    name(&fixture->a, "Ann Reed", "ann reed", PX_ENTITY_PERSON);
    name(&fixture->a, "Tom Reed", "tom reed", PX_ENTITY_PERSON);
    name(&fixture->b, "Reed", "reed", PX_ENTITY_PERSON);
    assert_common(state, 0);
}

static void who_is_named_far_more_often_has_the_last_word(void **state)
{
    struct fixture *fixture = *state;
    name(&fixture->a, "Ann Reed", "ann reed", PX_ENTITY_PERSON)->mention_count = 9;
    name(&fixture->a, "Tom Reed", "tom reed", PX_ENTITY_PERSON);
    name(&fixture->b, "Reed", "reed", PX_ENTITY_PERSON);
    assert_common(state, 1);
    assert_int_equal(find_referent(&fixture->ab, "Ann Reed")->link, PX_LINK_PART);
}

static void a_suffix_is_no_part_of_the_name(void **state)
{
    struct fixture *fixture = *state;
    name(&fixture->a, "Ruth Varga Jr.", "ruth varga jr.", PX_ENTITY_PERSON);
    name(&fixture->b, "Ruth Varga", "ruth varga", PX_ENTITY_PERSON);
    assert_common(state, 1);
}

/* Where the junior's article names another Varga, too, that one is who is named elsewhere without the suffix. */
static void who_is_named_beside_a_junior_is_the_other(void **state)
{
    set_up_texts(state, "Varga waved. Ruth Varga Jr. sang.\n", "Ruth Varga sang.\n");
    struct fixture *fixture = *state;
    add_entity(&fixture->a, "Varga", "varga", PX_ENTITY_PERSON);
    mention(&fixture->a, "Varga waved", PX_MENTION_NAME);
    name(&fixture->a, "Ruth Varga Jr.", "ruth varga jr.", PX_ENTITY_PERSON);
    name(&fixture->b, "Ruth Varga", "ruth varga", PX_ENTITY_PERSON);
    assert_common(state, 1);
    for (size_t r = 0; r < fixture->ab.referents.count; r++)
        if (px_slice_ends(fixture->ab.referents.items[r].name, PX_SLICE("Jr.")))
            assert_int_equal(fixture->ab.referents.items[r].entity[1], PX_NONE);
}

/* A first name alone is a person's only where it is somebody's. */
static void a_first_word_of_nobody_is_nobodys(void **state)
{
    for (int i = 0; i < 2; i++) {
        set_up_texts(state, "James Holt rowed in.\n", "James waved.\n");
        struct fixture *fixture = *state;
        name(&fixture->a, "James Holt", "james holt", PX_ENTITY_PERSON);
        name(&fixture->b, "James", "james", i == 0 ? PX_ENTITY_PERSON : PX_ENTITY_OTHER);
        assert_common(state, i == 0);
        tear_down(state);
    }
}

static int set_up_boards(void **state)
{
    return set_up_texts(state, "The Harbour Safety Board met. The Herring Sales Bureau met, too.\n",
                        "HSB met at noon. Hsb was late.\n");
}

static void a_short_form_means_what_another_names_in_full(void **state)
{
    struct fixture *fixture = *state;
    name(&fixture->a, "Harbour Safety Board", "harbour safety board", PX_ENTITY_ORGANISATION)->shorts =
        PX_SLICE("hsb\nsafety board");
    name(&fixture->b, "HSB", "hsb", PX_ENTITY_ORGANISATION);
    assert_common(state, 1);
}

static void a_short_form_of_two_means_neither(void **state)
{
    struct fixture *fixture = *state;
    name(&fixture->a, "Harbour Safety Board", "harbour safety board", PX_ENTITY_ORGANISATION)->shorts = PX_SLICE("hsb");
    name(&fixture->a, "Herring Sales Bureau", "herring sales bureau", PX_ENTITY_ORGANISATION)->shorts = PX_SLICE("hsb");
    name(&fixture->b, "HSB", "hsb", PX_ENTITY_ORGANISATION);
    assert_common(state, 0);
}

static void initials_have_no_small_letters(void **state)
{
    struct fixture *fixture = *state;
    name(&fixture->a, "Harbour Safety Board", "harbour safety board", PX_ENTITY_ORGANISATION)->shorts = PX_SLICE("hsb");
    name(&fixture->b, "Hsb", "hsb", PX_ENTITY_ORGANISATION);
    assert_common(state, 0);
}

/* However its words are parted, a name of the same letters is one, and no other name for the thing; where an article has
 * both they are two. */
static void a_name_may_be_parted_or_not(void **state)
{
    for (int both = 0; both < 2; both++) {
        set_up_texts(state, "Tarn-Mart paid. Tarn-Mart left.\n", "Tarnmart paid. Tarn-Mart slept.\n");
        struct fixture *fixture = *state;
        name(&fixture->a, "Tarn-Mart", "tarn-mart", PX_ENTITY_ORGANISATION);
        name(&fixture->b, "Tarnmart", "tarnmart", PX_ENTITY_PLACE);
        if (both == 1)
            name(&fixture->b, "Tarn-Mart", "tarn-mart", PX_ENTITY_ORGANISATION);
        assert_common(state, 1);
        if (both == 0)
            assert_int_equal(find_referent(&fixture->ab, "Tarn-Mart")->choices, 1);
        tear_down(state);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_last_word_is_who_alone_has_it, set_up_persons, tear_down),
        cmocka_unit_test_setup_teardown(both_ends_tell_a_full_name, set_up_persons, tear_down),
        cmocka_unit_test_setup_teardown(two_who_share_a_last_word_keep_it, set_up_persons, tear_down),
        cmocka_unit_test_setup_teardown(who_is_named_far_more_often_has_the_last_word, set_up_persons, tear_down),
        cmocka_unit_test_setup_teardown(a_suffix_is_no_part_of_the_name, set_up_persons, tear_down),
        cmocka_unit_test(a_first_word_of_nobody_is_nobodys),
        cmocka_unit_test(a_name_may_be_parted_or_not),
        cmocka_unit_test_teardown(who_is_named_beside_a_junior_is_the_other, tear_down),
        cmocka_unit_test_setup_teardown(a_short_form_means_what_another_names_in_full, set_up_boards, tear_down),
        cmocka_unit_test_setup_teardown(a_short_form_of_two_means_neither, set_up_boards, tear_down),
        cmocka_unit_test_setup_teardown(initials_have_no_small_letters, set_up_boards, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
