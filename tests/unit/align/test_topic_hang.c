/* Paragraphs that hang on the one before, and quotations that both have. */
#include "../comparison/annotated_fixture.h"

#define WORDS                                                                                                     \
    "They are held by rope, and she who ties them is tired, for each night of frost the knots swell and the oak " \
    "splits a finger more, and nobody on the bank has come to lend a hand, a lamp, a horse or so much as a word " \
    "since autumn,"
#define KELD_POST                                                                                                    \
    "Keld council met on Monday over the weir, the price of bread and the bells of the chapel tower.\n"              \
    "Ansa Brill, who keeps the weir, warned the council that the weir gates will not last the winter.\n"             \
    "\"" WORDS "\" the clerk read from a letter.\n"                                                                  \
    "## The market\n"                                                                                                \
    "They sell bread at nine crowns, or a bit less, since spring, and ovens are cold by noon.\n"                     \
    "The square is paved with slate, and stalls pay a fee by the yard, which nobody has raised since the flood, so " \
    "that the clerk keeps no book of it and takes what is given him, be it eggs, cheese or a brace of ducks.\n"

#define KELD_STAR                                                                                                 \
    "At Keld the council met on Monday: the weir, bread, and bells for the chapel tower.\n"                       \
    "The weir gates will not last the winter, Ansa Brill, who keeps the weir, warned the council.\n"              \
    "Elsewhere orchards bloom early. Beekeepers moved forty hives to the southern slopes, where almond and plum " \
    "flower together, and sold honey at fairs in three counties, more honey than in any spring they remember.\n"

static int set_up_hanging(void **state)
{
    set_up_texts(state, KELD_POST, KELD_STAR);
    struct fixture *fixture = *state;
    add_entity(&fixture->a, "Ansa Brill", "ansa brill", PX_ENTITY_PERSON);
    mention(&fixture->a, "Ansa Brill", PX_MENTION_NAME);
    add_entity(&fixture->b, "Ansa Brill", "ansa brill", PX_ENTITY_PERSON);
    mention(&fixture->b, "Ansa Brill", PX_MENTION_NAME);
    quote(&fixture->a, WORDS, PX_QUOTATION_SPEECH);
    compare_both(fixture);
    return 0;
}

/* The topic that holds the text. */
static const struct px_topic *holding(const struct px_comparison *comparison, const struct px_topics *topics,
                                      size_t article, const char *text)
{
    uint32_t at = find_text(comparison->articles[article], text, 0).start;
    for (size_t t = 0; t < topics->count; t++)
        if (px_topic_holds(&topics->items[t], article, at))
            return &topics->items[t];
    fail_msg("no topic holds %s", text);
    return NULL;
}

static const struct px_topic *theme_of(const struct px_comparison *comparison, size_t article, const char *text)
{
    return holding(comparison, &comparison->themes, article, text);
}

static const struct px_topic *topic_of(const struct px_comparison *comparison, size_t article, const char *text)
{
    return holding(comparison, &comparison->topics, article, text);
}

/* "She" is whom the paragraph before names: of the theme, but no topic, which the other article does not tell so far. */
static void a_quotation_hangs_on_its_lead(void **state)
{
    struct fixture *fixture = *state;
    const struct px_topic *weir = topic_of(&fixture->ab, 0, "Ansa Brill");
    assert_int_equal(PX_NONE, weir->only);
    assert_ptr_equal(weir, topic_of(&fixture->ab, 1, "The weir gates"));
    assert_int_equal(0, topic_of(&fixture->ab, 0, "\"They are held")->only);
    assert_ptr_equal(theme_of(&fixture->ab, 0, "Ansa Brill"), theme_of(&fixture->ab, 0, "\"They are held"));
}

static void nothing_hangs_over_a_heading(void **state)
{
    struct fixture *fixture = *state;
    assert_ptr_not_equal(topic_of(&fixture->ab, 0, "\"They are held"), topic_of(&fixture->ab, 0, "They sell bread"));
    assert_int_equal(topic_of(&fixture->ab, 0, "They sell bread")->only, 0);
}

/* More than eighty words, of which a few are of the weir, and no "he" that points back. */
#define TOLL                                                                                                           \
    "Whoever keeps weir gates in winter wants coal, a dry roof and a dog that barks at strangers. A lamp burns all "   \
    "night in the "                                                                                                    \
    "toll house, and moths drown in its oil; a boy counts the dead for pennies. Carters stop for soup and sing until " \
    "the landlord throws everybody out, one after another, into snow. A goat eats the ribbons of passing brides. "     \
    "When "                                                                                                            \
    "thaw comes, geese follow the ploughs, and a tinker mends kettles for a bed of straw and a plate of beans, "       \
    "which nobody has refused a tinker since the great flood."
#define KELD_LEAD "Keld council met on Monday over the weir, the price of bread and the bells of the chapel tower.\n"
#define KELD_WEIR "The weir gates will not last the winter, warned Ansa Brill, who keeps the weir for the council.\n"

/* Nobody else tells of the toll house; whoever speaks of the weir may go on to do so. */
static bool is_kept_together(void **state, bool spoken)
{
    set_up_texts(state, KELD_LEAD KELD_WEIR "\"" TOLL "\"\n",
                 KELD_LEAD KELD_WEIR "Rain fell on the market, and a juggler dropped nine plates before noon.\n");
    struct fixture *fixture = *state;
    if (spoken) {
        attribute(&fixture->a, "Ansa Brill", "warn", "The weir gates will not last the winter",
                  PX_ATTRIBUTION_INDIRECT);
        quote(&fixture->a, TOLL, PX_QUOTATION_SPEECH);
    }
    compare_both(fixture);
    const struct px_topics *themes = &fixture->ab.themes;
    bool together = holding(&fixture->ab, themes, 0, "The weir gates") == holding(&fixture->ab, themes, 0, TOLL);
    tear_down(state);
    return together;
}

static void somebody_goes_on_to_speak(void **state)
{
    assert_false(is_kept_together(state, false));
    assert_true(is_kept_together(state, true));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_quotation_hangs_on_its_lead, set_up_hanging, tear_down),
        cmocka_unit_test_setup_teardown(nothing_hangs_over_a_heading, set_up_hanging, tear_down),
        cmocka_unit_test(somebody_goes_on_to_speak),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
