/* By which sentences a topic is shown. */
#include "../comparison/annotated_fixture.h"

#define REST_A "Fishermen fear that their catch will rot.\nHerring went to a freezer inland by lorry.\nA nurse sang.\n"
#define REST_B "Chip makers lose crowns in the valley.\nTwo plants have cut their hours.\nSnow melted early.\n"

#define WALK_OUT                \
    "# Dock workers walk out\n" \
    "Rain fell all day. The dock workers walked out at Varn harbour over the night shifts.\n" REST_A
#define STRIKE           \
    "# Strike at Varn\n" \
    "Dock workers of Varn harbour walked out over night shifts. It was cold at sea.\n" REST_B

static int set_up_strike(void **state)
{
    set_up_texts(state, WALK_OUT, STRIKE);
    compare_both(*state);
    return 0;
}

/* The words of the sentence by which the topic that both begin with is shown. */
static struct px_slice shown(const struct px_comparison *comparison, size_t article)
{
    const struct px_article *of = comparison->articles[article];
    for (size_t t = 0; t < comparison->topics.count; t++) {
        const struct px_topic *topic = &comparison->topics.items[t];
        if (topic->only != PX_NONE)
            continue;
        const struct px_sentence *sentence = &of->sentences.items[topic->alike[article]];
        return px_slice_part(of->text, sentence->start, sentence->end);
    }
    return (struct px_slice){"", 0};
}

static void assert_shown(void **state, const char *a, const char *b, const char *of_a, const char *of_b)
{
    set_up_texts(state, a, b);
    struct fixture *fixture = *state;
    compare_both(fixture);
    const struct px_comparison *both[] = {&fixture->ab, &fixture->ba};
    for (size_t turned = 0; turned < 2; turned++) {
        assert_true(px_slice_is(shown(both[turned], turned), of_a));
        assert_true(px_slice_is(shown(both[turned], 1 - turned), of_b));
    }
    tear_down(state);
}

static void passages_are_shown_by_what_is_alike(void **state)
{
    assert_shown(state, WALK_OUT, STRIKE, "The dock workers walked out at Varn harbour over the night shifts.",
                 "Dock workers of Varn harbour walked out over night shifts.");
}

/* A topic is sure where two of its paragraphs are likely to tell the same, and two sentences are alike. */
static void what_is_likely_and_alike_is_sure(void **state)
{
    const struct fixture *fixture = *state;
    struct px_topic topic = fixture->ab.topics.items[0];
    assert_true(topic.only == PX_NONE && topic.told >= PX_TOPIC_TOLD && topic.likeness >= PX_TOPIC_ALIKE);
    assert_true(px_topic_is_sure(&topic));
    topic.told = PX_TOPIC_TOLD - 0.01;
    assert_false(px_topic_is_sure(&topic));
    topic.told = 1;
    topic.likeness = PX_TOPIC_ALIKE - 0.01;
    assert_false(px_topic_is_sure(&topic));
    topic.only = 0;
    assert_true(px_topic_is_sure(&topic));
}

/* A topic is as likely as its likeliest paragraphs; what one article alone has is told by no other. */
static void a_topic_is_as_likely_as_its_paragraphs(void **state)
{
    const struct fixture *fixture = *state;
    double most = 0;
    for (size_t e = 0; e < fixture->ab.edges.count; e++)
        most = fmax(most, fixture->ab.edges.items[e].told);
    assert_true(most > 0);
    assert_same(fixture->ab.topics.items[0].told, most);
    for (size_t t = 0; t < fixture->ab.topics.count; t++)
        if (fixture->ab.topics.items[t].only != PX_NONE)
            assert_same(fixture->ab.topics.items[t].told, 0);
}

/* All of two words is less than most of ten. */
static void a_short_sentence_is_not_most_alike(void **state)
{
    assert_shown(
        state,
        "# Dock workers walk out\n"
        "It was calm. Workers walked. The dock workers of Varn harbour walked out over the long night shifts.\n" REST_A,
        "# Strike at Varn\n"
        "Snow fell. Workers walked. Dock workers at Varn harbour walked out over short night shifts.\n" REST_B,
        "The dock workers of Varn harbour walked out over the long night shifts.",
        "Dock workers at Varn harbour walked out over short night shifts.");
}

/* Of the paragraphs with the most alike sentences those are shown that share most, not "Workers walked". */
static void the_sentences_that_share_most_are_shown(void **state)
{
#define SAME " Nobody slept there. "
#define OUT "The dock workers of Varn harbour walked out over the "
    assert_shown(state, REST_A OUT "long night shifts." SAME "\n", REST_B OUT "short night shifts, and sang." SAME "\n",
                 OUT "long night shifts.", OUT "short night shifts, and sang.");
}

/* Where the articles begin with the same matter, their first sentences are held side by side; not where one of these
 * tells of the weather. */
static void beginnings_come_first(void **state)
{
    assert_shown(
        state,
        "# Dock workers walk out\n"
        "Dock workers in the north stopped work at Varn harbour on Monday. The dock workers walked out over the "
        "long night shifts there.\n" REST_A,
        "# Strike at Varn\n"
        "A strike began at Varn harbour on Monday. The dock workers walked out over the long night "
        "shifts.\n" REST_B,
        "Dock workers in the north stopped work at Varn harbour on Monday.",
        "A strike began at Varn harbour on Monday.");
}

/* A sentence that only tells who said the one before it is not most alike, however much of it both have. */
static void who_said_it_is_not_what_was_said(void **state)
{
#define TOLD(words) "He stood up. \"" words "\" Lind told reporters in an interview for a Varn paper on Monday.\n"
#define KEPT "The pier must stay where it is."
    set_up_texts(state, REST_A TOLD(KEPT), REST_B TOLD(KEPT));
    struct fixture *fixture = *state;
    struct px_article *of[] = {&fixture->a, &fixture->b};
    for (size_t i = 0; i < 2; i++) {
        quote(of[i], KEPT, PX_QUOTATION_SPEECH);
        attribute(of[i], "Lind", "tell", KEPT, PX_ATTRIBUTION_DIRECT);
        of[i]->quotations.items[0].attribution = 0;
        of[i]->attributions.items[0].sentence = px_article_sentence_at(of[i], find_text(of[i], "told", 0).start);
    }
    compare_both(fixture);
    assert_true(px_slice_find(shown(&fixture->ab, 0), PX_SLICE("The pier must stay"), 0) != SIZE_MAX);
    tear_down(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(passages_are_shown_by_what_is_alike),
        cmocka_unit_test_setup_teardown(what_is_likely_and_alike_is_sure, set_up_strike, tear_down),
        cmocka_unit_test_setup_teardown(a_topic_is_as_likely_as_its_paragraphs, set_up_strike, tear_down),
        cmocka_unit_test(the_sentences_that_share_most_are_shown),
        cmocka_unit_test(beginnings_come_first),
        cmocka_unit_test(a_short_sentence_is_not_most_alike),
        cmocka_unit_test(who_said_it_is_not_what_was_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
