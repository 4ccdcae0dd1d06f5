/* What topics are called by. */
#include "annotated_fixture.h"

#define REST_A "Fishermen fear that their catch will rot.\nHerring went to a freezer inland by lorry.\nA nurse sang.\n"
#define REST_B "Chip makers lose crowns in the valley.\nTwo plants have cut their hours.\nSnow melted early.\n"
#define WALK_OUT \
    "# A walk\n" \
    "Rain fell all day. The dock workers walked out at Varn harbour over the long night shifts.\n"
#define STRIKE   \
    "# At sea\n" \
    "Dock workers of Varn harbour walked out over long night shifts. It was cold at sea.\n"

/* The terms of the topic, with ", " between. */
static void assert_called(const struct px_topic *topic, const char *expected)
{
    struct px_buffer out = {0};
    for (size_t i = 0; i < topic->label_count; i++)
        px_buffer_printf(&out, "%s%.*s", i > 0 ? ", " : "", PX_SLICE_ARG(topic->label[i]));
    if (!px_slice_is(px_buffer_slice(&out), expected))
        fail_msg("%.*s", PX_SLICE_ARG(px_buffer_slice(&out)));
    px_buffer_release(&out);
}

static void mark_both(struct fixture *fixture, const char *name, uint8_t kind)
{
    mark_name(&fixture->a, name, kind);
    mark_name(&fixture->b, name, kind);
}

/* The first topic of both texts, whatever their order; `change` is done before they are compared, if there is one. */
static void assert_common(void **state, const char *a, const char *b, void (*change)(struct fixture *fixture),
                          const char *expected)
{
    set_up_texts(state, a, b);
    struct fixture *fixture = *state;
    if (change != NULL)
        change(fixture);
    compare_both(fixture);
    const struct px_comparison *both[] = {&fixture->ab, &fixture->ba};
    for (size_t turned = 0; turned < 2; turned++) {
        assert_int_equal(both[turned]->topics.items[0].only, PX_NONE);
        assert_called(&both[turned]->topics.items[0], expected);
    }
    tear_down(state);
}

/* Phrases as long as both have them, and no words that stand together in one article alone. */
static void passages_share_terms(void **state)
{
    assert_common(state, WALK_OUT REST_A, STRIKE REST_B, NULL, "long night shifts");
    assert_common(
        state, WALK_OUT REST_A,
        "# At sea\nOver shifts at night the workers of Varn walked out; at dock and harbour it is long.\n" REST_B, NULL,
        "");
}

/* What stands all over tells no topic, and what stands elsewhere, too, tells less of it. */
static void terms_are_of_the_topic(void **state)
{
#define WALK "# At sea\nAll went home over the long night shifts and the old fish tax.\n"
#define TAX(else) "Under old fish tax, and with old fish tax to come, " else " beyond the valley by spring.\n"
#define TAXES TAX("orchards bloom, beekeepers count hives, plums flower and pears ripen")
#define MORE TAX("choirs sing, tailors sew, smiths forge ploughs and a tinker mends kettles")
    assert_common(state, WALK REST_A, WALK REST_B, NULL, "old fish tax, long night shifts");
    assert_common(state, WALK TAXES REST_A, WALK REST_B, NULL, "long night shifts, old fish tax");
    assert_common(state, WALK TAXES MORE MORE MORE REST_A, WALK REST_B, NULL, "long night shifts");
}

static void name_harbour(struct fixture *fixture)
{
    mark_both(fixture, "Varn", PX_ENTITY_ORGANISATION);
}

static void name_outlet(struct fixture *fixture)
{
    name_harbour(fixture);
    fixture->a.entities.items[0].actor = PX_ACTOR_MEDIA;
}

/* Names that both have there; who asked or reported is none. */
static void names_are_terms(void **state)
{
    assert_common(state, WALK_OUT REST_A, STRIKE REST_B, name_harbour, "Varn, long night shifts");
    assert_common(state, WALK_OUT REST_A, STRIKE REST_B, name_outlet, "long night shifts");
}

#define HONEY                                                                                                    \
    "moved forty hives to the southern slopes, where almond and plum flower together, and sold wax at fairs in " \
    "three counties, more of it than in any spring that anybody remembers."

/* What one article alone tells is called by what comes back in it, most of it there. */
static void what_one_tells_comes_back(void **state)
{
    set_up_texts(state,
                 "Tarn met on Tuesday.\nThe Ashen Guild spoke, and beekeepers " HONEY "\nIn the Ashen Guild beekeepers "
                 "keep a book of swarms.\n",
                 "Buses to the coast were full, and drivers asked passengers to stand.\n");
    struct fixture *fixture = *state;
    mark_name(&fixture->a, "Ashen Guild", PX_ENTITY_ORGANISATION);
    compare_both(fixture);
    const struct px_topic *topic = &fixture->ab.topics.items[0];
    while (topic->only != 0 || !px_topic_holds(topic, 0, find_text(&fixture->a, "Ashen", 0).start))
        topic++;
    bool guild = false, wax = false;
    for (size_t i = 0; i < topic->label_count; i++) {
        guild |= px_slice_is(topic->label[i], "Ashen Guild");
        wax |= px_slice_is(topic->label[i], "wax");
    }
    assert_true(guild);
    assert_false(wax);
    tear_down(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(passages_share_terms),
        cmocka_unit_test(terms_are_of_the_topic),
        cmocka_unit_test(names_are_terms),
        cmocka_unit_test(what_one_tells_comes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
