/* How sentences that quote somebody stand by themselves. */
#include "../comparison/annotated_fixture.h"

#define CLOSED "Brell closed the Varn baths on Monday. "

/* What stands in comparison->by_itself of the sentence with the words, which are said of somebody there. */
static struct px_by_itself stand(void **state, const char *sentence, const char *words, uint8_t voice)
{
    char text[400];
    snprintf(text, sizeof text, CLOSED "%s\n", sentence);
    set_up_texts(state, text, CLOSED "\n");
    struct fixture *fixture = *state;
    struct px_article *article = &fixture->a;
    uint8_t type = voice == PX_VOICE_OWN ? PX_ATTRIBUTION_INDIRECT : PX_ATTRIBUTION_MIXED;
    uint32_t of = attribute(article, "Brell", "say", words, type)->sentence;
    compare_both(fixture);
    struct px_by_itself it = fixture->ab.by_itself[0][of];
    it.start = it.start == 0 ? 0 : it.start - article->sentences.items[of].start + 1;
    tear_down(state);
    return it;
}

/* What the sentence points at stands before it; persons are told by their names. */
static void a_sentence_points_back(void **state)
{
    static const struct {
        const char *sentence;
        bool leans;
    } cases[] = {
        {"Those two pools had cost too much, Brell said.", true},
        {"Given that, Brell said, the pools had cost too much.", true},
        {"Brell said the pools had cost too much for that town.", true},
        {"Brell said the pools had cost too much.", false},
        {"She said the pools had cost too much, Brell said.", false},
        {"However, Brell said the pools had cost too much.", false}, /* which is left out */
        {"Brell, however, said the pools had cost too much.", true},
        {"Brell and Lind praised each other and said the pools had cost too much.", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (stand(state, cases[i].sentence, "cost too much", PX_VOICE_INDIRECT).leans != cases[i].leans)
            fail_msg("%s", cases[i].sentence);
}

/* "But" goes; of what is not looked up nothing is known. */
static void a_sentence_begins_untied(void **state)
{
    assert_int_equal(stand(state, "But Brell said they cost too much.", "cost too much", PX_VOICE_INDIRECT).start, 5);
    assert_int_equal(stand(state, "Brell said they cost too much.", "cost too much", PX_VOICE_INDIRECT).start, 1);
    assert_int_equal(stand(state, "But Brell said they cost too much.", "cost too much", PX_VOICE_OWN).start, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sentence_points_back),
        cmocka_unit_test(a_sentence_begins_untied),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
