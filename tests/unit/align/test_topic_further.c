/* Further sentences by which a topic is shown. */
#include "../comparison/annotated_fixture.h"

#define REST_A "Fishermen fear that their catch will rot.\nHerring went to a freezer inland by lorry.\nA nurse sang.\n"
#define REST_B "Chip makers lose crowns in the valley.\nTwo plants have cut their hours.\nSnow melted early.\n"
#define WALK_OUT "The dock workers of Varn harbour walked out over the long night shifts.\n"
#define STRIKE "Dock workers of Varn harbour walked out over night shifts.\n"
#define WAGES_A "Rain fell. The harbour company will cut the wages of the dock workers who walked out by ten crowns.\n"
#define WAGES_B_AND "Wages of dock workers who walked out will be cut by the harbour company. "

static struct px_slice sentence_text(const struct px_comparison *comparison, size_t article, uint32_t sentence)
{
    const struct px_article *of = comparison->articles[article];
    return px_slice_part(of->text, of->sentences.items[sentence].start, of->sentences.items[sentence].end);
}

/* The topic that both tell, of texts `a` and `b`, has so many further pairs in either order; of one these sentences. */
static void assert_further(void **state, const char *a, const char *b, size_t count, const char *of_a, const char *of_b)
{
    set_up_texts(state, a, b);
    struct fixture *fixture = *state;
    compare_both(fixture);
    const struct px_comparison *both[] = {&fixture->ab, &fixture->ba};
    for (size_t turned = 0; turned < 2; turned++) {
        const struct px_topic *topic = &both[turned]->topics.items[0];
        assert_int_equal(topic->only, PX_NONE);
        assert_int_equal(topic->further_count, count);
        for (size_t i = 0; i < count; i++)
            for (size_t article = 0; article < 2; article++) {
                struct px_slice text = sentence_text(both[turned], article, topic->further[i][article]);
                assert_true(px_slice_is(text, article == turned ? of_a : of_b));
            }
    }
    tear_down(state);
}

/* Another paragraph that surely tells the same as one of the other article shows the topic, too, by what is alike. */
static void further_paragraphs_show_a_topic(void **state)
{
    assert_further(state, "# Walk-out\n" WALK_OUT WAGES_A REST_A,
                   "# Strike\n" STRIKE WAGES_B_AND "It was cold.\n" REST_B, 1,
                   "The harbour company will cut the wages of the dock workers who walked out by ten crowns.",
                   "Wages of dock workers who walked out will be cut by the harbour company.");
}

/* What is shown already is not shown again, nor a paragraph that nothing is like. */
static void what_is_shown_is_not_shown_again(void **state)
{
    assert_further(state, "# Walk-out\n" WALK_OUT REST_A, "# Strike\n" STRIKE REST_B, 0, NULL, NULL);
    assert_further(state, "# Walk-out\n" WALK_OUT WAGES_A REST_A, "# Strike\n" STRIKE REST_B, 0, NULL, NULL);
}

#define SUIT_B \
    "The union of the dock workers will sue the harbour company at the court of Lund for breach of contract.\n"
#define SUIT_C "At the court of Lund the dock workers’ union will sue the harbour company for breach of its contract.\n"

/* A paragraph that tells two matters, each with another article, shows one in a row. */
static void a_row_of_three_articles_tells_one_matter(void **state)
{
    set_up_texts(state, "# Walk-out\n" WALK_OUT WAGES_A REST_A, "# Strike\n" STRIKE WAGES_B_AND SUIT_B REST_B);
    struct fixture *fixture = *state;
    struct px_article third;
    struct px_comparison of_three;
    struct px_error error = {0};
    struct px_compare_options options = {.seed = 7, .replicates = 200};
    const struct px_article *articles[] = {&fixture->a, &fixture->b, &third};
    read_article(&fixture->worker, "c",
                 "# Docks\nThe workers of the Varn harbour docks walked out over long night shifts.\n" SUIT_C
                 "Bakers sold less bread.\nA choir toured the islands.\nOwls nest in the tower.\n",
                 &third);
    compare_both(fixture);
    finish(fixture, &third, "Dock Times");
    assert_int_equal(PX_OK, px_compare(articles, 3, &options, &fixture->worker, &of_three, &error));
    const struct px_topic *topic = &of_three.topics.items[0];
    assert_true(topic->further_count > 0);
    for (size_t i = 0; i < topic->further_count; i++) {
        size_t shown = 0, wages = 0;
        for (size_t article = 0; article < 3; article++)
            if (topic->further[i][article] != PX_NONE) {
                struct px_slice sentence = sentence_text(&of_three, article, topic->further[i][article]);
                shown++;
                wages += px_slice_find(sentence, PX_SLICE("ages"), 0) != SIZE_MAX;
            }
        assert_true(shown > 1 && (wages == 0 || wages == shown));
    }
    px_comparison_release(&of_three);
    px_article_release(&third);
    tear_down(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(further_paragraphs_show_a_topic),
        cmocka_unit_test(what_is_shown_is_not_shown_again),
        cmocka_unit_test(a_row_of_three_articles_tells_one_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
