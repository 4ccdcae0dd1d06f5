/* Quotations of one article alone, and what another leaves out of those that it gives. */
#include "../comparison/annotated_fixture.h"

#define SHRUG "We have waited nine months for an answer and got a shrug."
#define NETS "Our nets hang empty since the cranes stopped on Monday morning."

static void compare_quoted(void **state, const char *text)
{
    struct fixture *fixture = *state;
    quote(&fixture->a, text, PX_QUOTATION_SPEECH);
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_QUOTATION, 1, "");
}

static int set_up_alone(void **state)
{
    return set_up_texts(state, "Lind spoke. \"" SHRUG "\" She left.\n\"" NETS "\" said Hask.\n",
                        "Lind left early. Nobody came.\nMonday was quiet.\n");
}

static void a_quotation_that_nobody_else_gives(void **state)
{
    const struct fixture *fixture = *state;
    compare_quoted(state, SHRUG);
    assert_only(&fixture->ab, PX_ONLY_QUOTATION, 0, "\"" SHRUG "\"");
    assert_only(&fixture->ba, PX_ONLY_QUOTATION, 1, "\"" SHRUG "\"");
}

static void what_is_quoted_within_a_quotation_is_no_second(void **state)
{
    struct fixture *fixture = *state;
    quote(&fixture->a, SHRUG, PX_QUOTATION_SPEECH);
    fixture->a.quotations.items[0].span.end = fixture->a.blocks.items[0].end;
    compare_quoted(state, SHRUG);
    size_t count = 0;
    for (size_t i = 0; i < fixture->ab.only.count; i++)
        count += fixture->ab.only.items[i].kind == PX_ONLY_QUOTATION;
    assert_int_equal(count, 1);
}

static void scare_quotes_are_none(void **state)
{
    struct fixture *fixture = *state;
    quote(&fixture->a, SHRUG, PX_QUOTATION_SCARE);
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_QUOTATION, 0, "");
}

static int set_up_given(void **state)
{
    return set_up_texts(state, "Lind spoke. \"" SHRUG " " NETS "\" She left.\n",
                        "They have waited nine months for an answer, she says, and got a shrug.\nMonday was quiet.\n");
}

static void words_that_another_gives_without_marks(void **state)
{
    const struct fixture *fixture = *state;
    compare_quoted(state, SHRUG);
    assert_only(&fixture->ab, PX_ONLY_QUOTATION, 0, "");
}

static void a_sentence_that_another_leaves_out(void **state)
{
    const struct fixture *fixture = *state;
    compare_quoted(state, SHRUG " " NETS);
    assert_only(&fixture->ab, PX_ONLY_QUOTATION, 0, NETS "\"");
}

static int set_up_cut_short(void **state)
{
    return set_up_texts(
        state, "Lind spoke. \"Whoever rows at night will find that our cranes are over by the tide.\" She left.\n",
        "Of this \"are over by the tide\" was all that she gave, Hask told them.\nMonday was quiet.\n");
}

/* Five words in a row are enough, though only one of them is no function word. */
static void a_piece_that_another_cut_short(void **state)
{
    const struct fixture *fixture = *state;
    compare_quoted(state, "Whoever rows at night will find that our cranes are over by the tide.");
    assert_only(&fixture->ab, PX_ONLY_QUOTATION, 0, "");
}

static int set_up_matter(void **state)
{
    return set_up_texts(state, "Lind spoke. \"" SHRUG " " NETS "\" She left.\n",
                        "They have waited nine months for an answer, she says, and got a shrug.\n"
                        "Nets are dear this year, says Hask. The cranes on the quay were painted on Monday.\n");
}

/* The other's paragraph on the same matter holds a few of its words, but no sentence of it does. */
static void a_sentence_on_a_matter_that_another_tells_of(void **state)
{
    const struct fixture *fixture = *state;
    compare_quoted(state, SHRUG " " NETS);
    assert_only(&fixture->ab, PX_ONLY_QUOTATION, 0, NETS "\"");
}

static int set_up_retold(void **state)
{
    return set_up_texts(state, "Lind spoke. \"" SHRUG " " NETS "\" She left.\n",
                        "They have waited nine months for an answer, she says, and got a shrug.\n"
                        "Hask spoke, too. The nets hang empty, and no cranes move.\n");
}

static void a_sentence_that_another_retells(void **state)
{
    const struct fixture *fixture = *state;
    compare_quoted(state, SHRUG " " NETS);
    assert_only(&fixture->ab, PX_ONLY_QUOTATION, 0, "");
}

#define SHORT "Nets rot. Cranes stand still. Boats sink."

static int set_up_short(void **state)
{
    return set_up_texts(state, "Lind spoke. \"" SHORT "\" She left.\n",
                        "Nets rot, cranes stand still and boats sink, if one listens to her.\nMonday was quiet.\n");
}

/* Its sentences are too short to be looked for by themselves. */
static void the_whole_is_looked_for(void **state)
{
    const struct fixture *fixture = *state;
    compare_quoted(state, SHORT);
    assert_only(&fixture->ab, PX_ONLY_QUOTATION, 0, "");
}

static int set_up_piece(void **state)
{
    return set_up_texts(state, "Lind spoke. \"" SHRUG " But who is he?\" She left.\n",
                        "Lind lost her patience with Hask and asked: \"But who is he?\"\nMonday was quiet.\n");
}

/* Who quotes three words of it tells of it, whatever else it leaves out. */
static void a_piece_that_another_quotes(void **state)
{
    struct fixture *fixture = *state;
    quote(&fixture->b, "But who is he?", PX_QUOTATION_SPEECH);
    compare_quoted(state, SHRUG " But who is he?");
    assert_only(&fixture->ab, PX_ONLY_QUOTATION, 0, "");
}

static void assert_spoken_by(const struct px_comparison *comparison, const char *speaker)
{
    for (size_t i = 0; i < comparison->only.count; i++)
        if (comparison->only.items[i].kind == PX_ONLY_QUOTATION)
            assert_true(px_slice_is(comparison->only.items[i].speaker, speaker));
}

/* Whose words they are is told where it is sure. */
static void a_quotation_has_its_speaker(void **state)
{
    struct fixture *fixture = *state;
    quote(&fixture->a, NETS, PX_QUOTATION_SPEECH);
    attribute(&fixture->a, "Hask", "say", NETS, PX_ATTRIBUTION_DIRECT);
    fixture->a.quotations.items[0].attribution = 0;
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_QUOTATION, 0, "\"" NETS "\"");
    assert_spoken_by(&fixture->ab, "Hask");
}

static void an_unsure_speaker_is_none_of_a_quotation(void **state)
{
    struct fixture *fixture = *state;
    quote(&fixture->a, NETS, PX_QUOTATION_SPEECH);
    attribute(&fixture->a, "Hask", "say", NETS, PX_ATTRIBUTION_DIRECT)->high_tier = false;
    fixture->a.quotations.items[0].attribution = 0;
    compare_both(fixture);
    assert_spoken_by(&fixture->ab, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_quotation_that_nobody_else_gives, set_up_alone, tear_down),
        cmocka_unit_test_setup_teardown(what_is_quoted_within_a_quotation_is_no_second, set_up_alone, tear_down),
        cmocka_unit_test_setup_teardown(scare_quotes_are_none, set_up_alone, tear_down),
        cmocka_unit_test_setup_teardown(words_that_another_gives_without_marks, set_up_given, tear_down),
        cmocka_unit_test_setup_teardown(a_piece_that_another_cut_short, set_up_cut_short, tear_down),
        cmocka_unit_test_setup_teardown(a_sentence_that_another_leaves_out, set_up_given, tear_down),
        cmocka_unit_test_setup_teardown(a_sentence_on_a_matter_that_another_tells_of, set_up_matter, tear_down),
        cmocka_unit_test_setup_teardown(a_sentence_that_another_retells, set_up_retold, tear_down),
        cmocka_unit_test_setup_teardown(the_whole_is_looked_for, set_up_short, tear_down),
        cmocka_unit_test_setup_teardown(a_piece_that_another_quotes, set_up_piece, tear_down),
        cmocka_unit_test_setup_teardown(a_quotation_has_its_speaker, set_up_alone, tear_down),
        cmocka_unit_test_setup_teardown(an_unsure_speaker_is_none_of_a_quotation, set_up_alone, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
