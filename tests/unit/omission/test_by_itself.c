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
    it.end = article->sentences.items[of].end - it.end;
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

/* What the article adds of itself in a relative clause at the end goes, but none that others follow, or that is said. */
static void a_sentence_ends_before_what_is_added(void **state)
{
#define END(words) stand(state, "Brell said they cost too much" words, "cost too much", PX_VOICE_INDIRECT).end
    assert_int_equal(END(", which is a pity."), sizeof ", which is a pity." - 1);
    assert_int_equal(END(", which is a pity, and left."), 0);
    assert_int_equal(END(" which is a pity."), 0);
    assert_int_equal(END("."), 0);
    assert_int_equal(stand(state, "Brell said they, which is a pity.", "which is a pity", PX_VOICE_INDIRECT).end, 0);
}

/* The word is a noun wherever it stands, and all others are none. */
static void make_noun(struct px_article *article, const char *word)
{
    struct px_lexeme *lexemes = px_arena_array(&article->arena, struct px_lexeme, article->tokens.count);
    assert_non_null(lexemes);
    for (size_t t = 0; t < article->tokens.count; t++) {
        const struct px_token *token = &article->tokens.items[t];
        bool noun = px_slice_is(px_slice_part(article->text, token->start, token->end), word);
        lexemes[t] = (struct px_lexeme){.lemma = PX_NONE, .word_class = noun ? PX_WORD_NOUN : PX_WORD_OTHER};
    }
    article->lexemes = lexemes;
}

/* "The policy" is what the sentence before told of; not where the lead has it, nor where more stands behind it. */
static void a_given_noun_points_back(void **state)
{
    static const struct {
        const char *text;
        bool leans;
    } cases[] = {
        {CLOSED "A policy was made. Brell said the policy cost too much.", true},
        {CLOSED "A rule was made. Brell said the policy cost too much.", false},
        {CLOSED "A policy was made. Brell said the policy of Varn cost too much.", false},
        {CLOSED "A policy was made. Brell said a policy cost too much.", false},
        {"Brell made a policy. A policy was made. Brell said the policy cost too much.", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        set_up_texts(state, cases[i].text, CLOSED "\n");
        struct fixture *fixture = *state;
        make_noun(&fixture->a, "policy");
        uint32_t of = attribute(&fixture->a, "Brell", "say", "cost too much", PX_ATTRIBUTION_MIXED)->sentence;
        compare_both(fixture);
        if (fixture->ab.by_itself[0][of].leans != cases[i].leans)
            fail_msg("%s", cases[i].text);
        tear_down(state);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sentence_points_back),
        cmocka_unit_test(a_sentence_begins_untied),
        cmocka_unit_test(a_sentence_ends_before_what_is_added),
        cmocka_unit_test(a_given_noun_points_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
