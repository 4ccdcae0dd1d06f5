/* What is told of the passages that share few words with the other article. */
#include "findings_fixture.h"

static const char beginning[] = "Passages that share few words with the other article: ";

static void test_tells_what_one_has_alone(void **state)
{
    const struct fixture *fixture = *state;
    assert_non_null(find_finding(&fixture->ab, beginning));
}

#define TARN_LEAD "Tarn council met on Tuesday and gave the flooded mill at Tarn a new turbine for the spring.\n"
#define TARN_BEES                                                                                                  \
    "Elsewhere orchards bloom early. Beekeepers moved forty hives to the southern slopes, where almond and plum "  \
    "flower together, and sold honey at fairs in three counties, more honey than in any spring they remember, at " \
    "prices that made even old hands laugh aloud and buy new frames, new smokers and a second van.\n"

static int set_up_cover(void **state)
{
    set_up_texts(state, TARN_LEAD "## The hives\n" TARN_BEES, TARN_LEAD "The flooded mill has a new turbine.\n");
    compare_both(*state);
    return 0;
}

/* How the two part over what they tell names the largest passage. */
static void test_tells_what_fills_each(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_finding *finding = find_finding(&fixture->ab, beginning);
    assert_non_null(finding);
    const struct px_comparison *ab = &fixture->ab;
    uint32_t words = 0;
    for (size_t t = 0; t < ab->topics.count; t++)
        words += ab->topics.items[t].lone_words[0];
    char expected[200];
    snprintf(expected, sizeof expected, "%s%u words in A (The Lantern), %.0f %%, at ¶2 (under “The hives”, with “",
             beginning, words, 100.0 * words / fixture->a.counts.words);
    assert_true(words > 0 && px_slice_starts(finding->text, px_slice_from(expected)));
    assert_true(px_slice_is(finding->section, "topics"));
    assert_true(finding->evidence[0].count > 0);
}

#define TARN_LONG                                                                                                     \
    "Beekeepers moved forty hives to the southern slopes, where almond and plum flower together, and sold honey at "  \
    "fairs in three counties, more honey than in any spring they remember, at prices that made even old hands laugh " \
    "aloud and buy new frames, new smokers and a second van, which the youngest of them drives down to the harbour "  \
    "each Friday.\n"

/* A passage whose sentence is too long is told by how that begins, not by a number alone. */
static void test_no_passage_is_a_bare_number(void **state)
{
    set_up_texts(state, TARN_LEAD TARN_LONG, TARN_LEAD "The flooded mill has a new turbine.\n");
    struct fixture *fixture = *state;
    compare_both(fixture);
    const struct px_finding *finding = find_finding(&fixture->ab, beginning);
    assert_non_null(finding);
    assert_true(px_slice_find(finding->text, PX_SLICE("¶2 (“Beekeepers moved forty hives"), 0) != SIZE_MAX);
    assert_true(px_slice_find(finding->text, PX_SLICE(" …”)"), 0) != SIZE_MAX);
    tear_down(state);
}

/* A passage that points at what stands before makes no finding. */
static void test_no_passage_points_back(void **state)
{
    set_up_texts(state,
                 TARN_LEAD "They moved forty hives to the southern slopes, where almond and plum flower together, and "
                           "sold honey at fairs in three counties, more honey than in any spring, at prices that made "
                           "even old hands laugh aloud.\n",
                 TARN_LEAD "The mill has a new turbine.\n");
    struct fixture *fixture = *state;
    compare_both(fixture);
    assert_null(find_finding(&fixture->ab, beginning));
    tear_down(state);
}

#define BEES_SAID                                                                                                    \
    "Beekeepers moved forty hives to the southern slopes, where almond and plum flower together, and sold honey at " \
    "fairs in three counties, more honey than in any spring they remember, at prices that made even old hands laugh"

/* A passage is called by who says more than half of it, and by nobody who says less; what is mostly words of somebody whom
 * no other article has is told with who speaks there. */
static void test_tells_whose_words_fill_a_passage(void **state)
{
    static const struct {
        const char *said;
        bool both, told, whose;
    } cases[] = {{BEES_SAID, true, true, true},
                 {"almond and plum flower together, and sold", true, true, false},
                 {BEES_SAID, false, false, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        set_up_texts(state, TARN_LEAD "Ada Brell spoke of it.\n" TARN_BEES,
                     TARN_LEAD "The flooded mill has a new turbine.\nAda Brell spoke of it.\n");
        struct fixture *fixture = *state;
        mark_both(fixture, "Ada Brell", PX_ENTITY_PERSON);
        attribute(&fixture->a, "Ada Brell", "say", cases[i].said, PX_ATTRIBUTION_INDIRECT)->entity = 0;
        if (cases[i].both)
            attribute(&fixture->b, "Ada Brell", "say", "The flooded mill has a new turbine", PX_ATTRIBUTION_INDIRECT)
                ->entity = 0;
        compare_both(fixture);
        const struct px_finding *finding = find_finding(&fixture->ab, beginning);
        assert_int_equal(finding != NULL, cases[i].told);
        if (finding != NULL)
            assert_int_equal(px_slice_find(finding->text, PX_SLICE("mostly words of Ada Brell)"), 0) != SIZE_MAX,
                             cases[i].whose);
        assert_true(cases[i].both || find_finding(&fixture->ab, "Heard by name") != NULL);
        tear_down(state);
    }
}

/* What is in doubt, as it quotes words of the other, is not told. */
static void test_does_not_tell_what_is_in_doubt(void **state)
{
#define TARN_CHAPEL                                                                                                   \
    "The chapel has a new roof. Carpenters raised beams of larch over the nave while a choir sang, the sexton wept, " \
    "and pigeons that had slept in the belfry for a century settled on the hands of the clock, which stopped. They "  \
    "brewed at a \"flooded mill\" a beer of nettles, hops and malt that nobody praised but everybody drank.\n"
    set_up_texts(state, TARN_LEAD "## The hives\n" TARN_BEES, TARN_LEAD "## The chapel\n" TARN_CHAPEL);
    struct fixture *fixture = *state;
    quote(&fixture->b, "\"flooded mill\"", PX_QUOTATION_SPEECH);
    compare_both(fixture);
    const struct px_finding *finding = find_finding(&fixture->ab, beginning);
    assert_non_null(finding);
    assert_int_equal(px_slice_find(finding->text, PX_SLICE("B (Morning Mail)"), 0), SIZE_MAX);
    tear_down(state);
#undef TARN_CHAPEL
}

/* Two passages of the three that the section lists have room. */
static void test_tells_that_there_are_more(void **state)
{
#define TARN_NAVE                                                                                                     \
    "Carpenters raised beams of larch over the nave while a choir sang, the sexton wept, and pigeons that had slept " \
    "in the belfry for a century settled on the hands of the clock, which stopped, and nobody minded, for the bell "  \
    "rang on, a third lower than before, until Sunday.\n"
#define TARN_KILNS                                                                                                    \
    "Potters fired cups, bowls, jugs, tiles and a bust of their grandmother in kilns of red clay, with ash from "     \
    "vines "                                                                                                          \
    "and pears, glazed them green, cracked half, and sold the rest to an inn whose cook throws plates at guests who " \
    "ask for vinegar or for bread.\n"
    for (int more = 0; more < 2; more++) {
        set_up_texts(state,
                     more == 1 ? TARN_LEAD "## The hives\n" TARN_BEES "## The chapel\n" TARN_NAVE
                                           "## The kilns\n" TARN_KILNS
                               : TARN_LEAD "## The hives\n" TARN_BEES "## The chapel\n" TARN_NAVE,
                     TARN_LEAD "The flooded mill has a new turbine.\n");
        struct fixture *fixture = *state;
        compare_both(fixture);
        const struct px_finding *finding = find_finding(&fixture->ab, beginning);
        assert_non_null(finding);
        assert_int_equal(px_slice_find(finding->text, PX_SLICE("among them ¶"), 0) != SIZE_MAX, more == 1);
        assert_int_equal(px_slice_find(finding->text, PX_SLICE("at ¶"), 0) != SIZE_MAX, more == 0);
        tear_down(state);
    }
#undef TARN_NAVE
#undef TARN_KILNS
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_tells_what_fills_each, set_up_cover, tear_down),
        cmocka_unit_test(test_does_not_tell_what_is_in_doubt),
        cmocka_unit_test(test_tells_that_there_are_more),
        cmocka_unit_test(test_no_passage_is_a_bare_number),
        cmocka_unit_test(test_no_passage_points_back),
        cmocka_unit_test(test_tells_whose_words_fill_a_passage),
        cmocka_unit_test_setup_teardown(test_tells_what_one_has_alone, set_up_story, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
