/* Which paragraphs are less surely of their topic. */
#include "../comparison/annotated_fixture.h"

#define WALK_OUT                                                                \
    "# Dock workers walk out\n"                                                 \
    "The dock workers walked out at Varn harbour over the long night shifts.\n" \
    "Fishermen fear that their catch will rot on the quay.\n"                   \
    "A nurse sang in the old chapel of the town.\n"
#define FERRIES "Night ferries from Varn sail as before, the dock company said.\n"
#define STRIKE                                                     \
    "# Strike at Varn\n"                                           \
    "Dock workers of Varn harbour walked out over night shifts.\n" \
    "Chip makers lose crowns in the valley.\n"                     \
    "Snow melted early in the hills.\n"

/* The topic that both articles tell. */
static const struct px_topic *shared(const struct px_comparison *comparison)
{
    for (size_t t = 0; t < comparison->topics.count; t++)
        if (comparison->topics.items[t].only == PX_NONE)
            return &comparison->topics.items[t];
    fail_msg("nothing is shared");
    return NULL;
}

static bool begins(const struct px_comparison *comparison, size_t article, struct px_span span, const char *text)
{
    return px_slice_starts(px_slice_span(comparison->articles[article]->text, span),
                           (struct px_slice){text, strlen(text)});
}

static int set_up_ferries(void **state)
{
    set_up_texts(state, WALK_OUT FERRIES, STRIKE);
    compare_both(*state);
    return 0;
}

/* A few of its words are in the other's: less than what the topic is sure by. */
static void what_shares_little_is_less_sure(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_comparison *both[] = {&fixture->ab, &fixture->ba};
    for (size_t turned = 0; turned < 2; turned++) {
        const struct px_topic *topic = shared(both[turned]);
        assert_true(px_topic_is_sure(topic));
        assert_int_equal(topic->doubtful[turned].count, 1);
        assert_true(begins(both[turned], turned, topic->doubtful[turned].items[0], "Night ferries"));
        assert_int_equal(topic->surely[turned].count, 1);
        assert_true(begins(both[turned], turned, topic->surely[turned].items[0], "The dock workers"));
        assert_int_equal(topic->doubtful[1 - turned].count, 0);
        assert_int_equal(topic->surely[1 - turned].count, 1);
    }
}

/* What is told by one article alone has no part that is less so. */
static void what_nobody_else_tells_is_not_doubted(void **state)
{
    const struct fixture *fixture = *state;
    for (size_t t = 0; t < fixture->ab.topics.count; t++) {
        const struct px_topic *topic = &fixture->ab.topics.items[t];
        for (size_t a = 0; topic->only != PX_NONE && a < 2; a++) {
            assert_int_equal(topic->doubtful[a].count, 0);
            assert_int_equal(topic->surely[a].count > 0, topic->only == a);
        }
    }
}

#define LEAD_OF_A                                                               \
    "# Dock workers walk out\n"                                                 \
    "The dock workers walked out at Varn harbour over the long night shifts.\n" \
    "A nurse sang in the old chapel of the town.\n"
#define LEADS_OF_B                                                                                 \
    "# Mayor of Varn to meet dockers\n"                                                            \
    "The mayor of Varn will meet dock managers on Friday, a clerk announced, to hear of shifts.\n" \
    "The dock workers had walked out at Varn harbour over the long night shifts at dawn.\n"        \
    "Snow melted early in the hills.\n"

/* What is most alike is surely of the topic, and shown; what both begin with is not, where one is less surely of it. */
static void a_lead_is_surely_of_it_only_where_it_is_likely(void **state)
{
    set_up_texts(state, LEAD_OF_A, LEADS_OF_B);
    struct fixture *fixture = *state;
    compare_both(fixture);
    const struct px_topic *topic = shared(&fixture->ab);
    assert_int_not_equal(topic->alike[1], topic->first_sentence[1]);
    assert_int_equal(topic->alike[1], topic->likest[1]);
    assert_int_equal(topic->surely[1].count, 1);
    assert_true(begins(&fixture->ab, 1, topic->surely[1].items[0], "The dock workers"));
    assert_int_equal(topic->doubtful[1].count, 1);
    assert_true(begins(&fixture->ab, 1, topic->doubtful[1].items[0], "The mayor of Varn"));
    tear_down(state);
}

#define HOME "All went home over the long night shifts and the raw fish tax, "
#define HOME_A                                                                                                     \
    "# At sea\n" HOME "while jugglers, drummers and pipers crossed meadows, canals, quarries and heaths toward a " \
    "carnival with lanterns, ribbons, kites and candles.\n"                                                        \
    "Some say of the fish tax that orchards bloom, beekeepers count hives, plums flower and pears ripen by the "   \
    "shifts.\n"                                                                                                    \
    "A nurse sang in the old chapel of the town.\n"
#define HOME_B                                                                                                       \
    "# At sea\n" HOME "past weirs, tunnels, viaducts, breweries, foundries, chapels, windmills, stables, orchards, " \
    "kennels, sawmills and belfries.\n"                                                                              \
    "Chip makers lose crowns in the valley.\nSnow melted early in the hills.\n"

/* What is not sure as a whole is shown by what is likeliest in it. */
static void what_is_hardly_of_it_is_doubted(void **state)
{
    set_up_texts(state, HOME_A, HOME_B);
    struct fixture *fixture = *state;
    compare_both(fixture);
    const struct px_topic *topic = shared(&fixture->ab);
    assert_false(px_topic_is_sure(topic));
    assert_int_equal(topic->surely[0].count, 1);
    assert_true(begins(&fixture->ab, 0, topic->surely[0].items[0], "All went home"));
    assert_int_equal(topic->doubtful[0].count, 1);
    assert_true(begins(&fixture->ab, 0, topic->doubtful[0].items[0], "Some say"));
    tear_down(state);
}

static size_t count_shared(const struct px_comparison *comparison)
{
    size_t count = 0;
    for (size_t t = 0; t < comparison->topics.count; t++)
        count += comparison->topics.items[t].only == PX_NONE;
    return count;
}

#define DRY                                                                                                      \
    WALK_OUT "Farmers wait for rain, and wells run dry in the upper valley, where hungry goats starve and boys " \
             "fetch water.\n"

/* Three words in common: a topic, less sure; two, and none. */
static void what_hardly_tells_the_same_is_no_topic(void **state)
{
    static const struct {
        const char *a, *b;
        size_t topics;
    } cases[] = {
        {DRY,
         STRIKE "Schools in the upper valley closed early, and wells are guarded at night by old pilots with lamps.\n",
         2},
        {DRY, STRIKE "Schools in the valley closed early, and wells are guarded at night by old pilots with lamps.\n",
         1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        set_up_texts(state, cases[i].a, cases[i].b);
        struct fixture *fixture = *state;
        compare_both(fixture);
        assert_int_equal(count_shared(&fixture->ab), cases[i].topics);
        assert_int_equal(count_shared(&fixture->ba), cases[i].topics);
        tear_down(state);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_shares_little_is_less_sure, set_up_ferries, tear_down),
        cmocka_unit_test(a_lead_is_surely_of_it_only_where_it_is_likely),
        cmocka_unit_test(what_is_hardly_of_it_is_doubted),
        cmocka_unit_test(what_hardly_tells_the_same_is_no_topic),
        cmocka_unit_test_setup_teardown(what_nobody_else_tells_is_not_doubted, set_up_ferries, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
