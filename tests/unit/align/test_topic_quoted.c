/* Topics that are called by what their articles quote. */
#include "../comparison/annotated_fixture.h"

#define REST_A "Fishermen fear that their catch will rot.\nHerring went to a freezer inland by lorry.\nA nurse sang.\n"
#define REST_B "Chip makers lose crowns in the valley.\nTwo plants have cut their hours.\nSnow melted early.\n"
#define PIER "The pier at Varn must never sink into the harbour"
#define LONG_PIER                                                                                                \
    "Whatever anybody of us here may have been told by now, the pier at Varn must never sink into the harbour, " \
    "and that is that"

/* The words that both articles quote, or NULL. */
static const char *quoted_words;

static void quote_both(struct fixture *fixture)
{
    quote(&fixture->a, quoted_words, PX_QUOTATION_SPEECH);
    quote(&fixture->b, quoted_words, PX_QUOTATION_SPEECH);
}

/* The first topic of both texts is called so, and by quoted words or others; "" for by none. */
static void assert_quoting(void **state, const char *a, const char *b, const char *words, bool quoted,
                           const char *expected)
{
    set_up_texts(state, a, b);
    struct fixture *fixture = *state;
    quoted_words = words;
    if (words != NULL)
        quote_both(fixture);
    compare_both(fixture);
    const struct px_comparison *both[] = {&fixture->ab, &fixture->ba};
    for (size_t turned = 0; turned < 2; turned++) {
        const struct px_topic *topic = &both[turned]->topics.items[0];
        assert_int_equal(topic->only, PX_NONE);
        struct px_slice label = topic->label_count > 0 ? topic->label[0] : (struct px_slice){"", 0};
        if (!px_slice_is(label, expected))
            fail_msg("%.*s, not %s", PX_SLICE_ARG(label), expected);
        assert_int_equal(topic->quoted, quoted);
    }
    tear_down(state);
}

#define SAID(words) "Then he said: \"" words ".\"\n"

/* What both quote tells more than a phrase of it; not what one of them has in its own words. */
static void what_both_quote_names_a_topic(void **state)
{
    assert_quoting(state, REST_A SAID(PIER), REST_B SAID(PIER), PIER, true, PIER);
    assert_quoting(state, REST_A SAID(PIER), REST_B SAID(PIER), NULL, false, "sink into the harbour");
}

/* Of a long one those words in a row that are rarest, from behind a mark. */
static void a_long_quotation_is_cut(void **state)
{
    assert_quoting(state, REST_A SAID(LONG_PIER), REST_B SAID(LONG_PIER), LONG_PIER, true,
                   "the pier at Varn must never sink into the harbour, and that is that");
}

/* One that is too long even from behind its marks ends at a mark, if that stands in the second half of what there is room
 * for. */
static void a_cut_ends_at_a_mark(void **state)
{
#define LONG_DOCK                                                                                                     \
    "The dock at Varn must never sink into the harbour, whatever anybody of us here may have been told by now or be " \
    "told by then"
    assert_quoting(state, REST_A SAID(LONG_DOCK), REST_B SAID(LONG_DOCK), LONG_DOCK, true,
                   "The dock at Varn must never sink into the harbour …");
}

/* What goes on otherwise in each ends with no word of grammar, and says that it goes on. */
static void words_that_go_on_are_cut(void **state)
{
#define ROT "The pier at Varn must never sink into the harbour, but there is a "
    assert_quoting(state, REST_A SAID(ROT "plan"), REST_B SAID(ROT "way"), ROT, true, PIER " …");
}

/* Tells the grammar of the fixture's words: nouns, and all others. */
static void tell_nouns(struct px_article *article)
{
    article->lexemes = px_arena_array(&article->arena, struct px_lexeme, article->tokens.count + 1);
    assert_non_null(article->lexemes);
    for (size_t t = 0; t < article->tokens.count; t++) {
        struct px_slice text =
            px_slice_part(article->text, article->tokens.items[t].start, article->tokens.items[t].end);
        bool noun = px_slice_is(text, "pier") || px_slice_is(text, "harbour") || px_slice_is(text, "crane");
        article->lexemes[t] = (struct px_lexeme){.lemma = article->tokens.items[t].form,
                                                 .word_class = noun ? PX_WORD_NOUN : PX_WORD_OTHER};
    }
}

/* What both texts quote is a topic that is called by the words, where its grammar is known. */
static void assert_called(void **state, const char *a, const char *b, const char *words, const char *expected)
{
    set_up_texts(state, a, b);
    struct fixture *fixture = *state;
    quoted_words = words;
    quote_both(fixture);
    tell_nouns(&fixture->a);
    tell_nouns(&fixture->b);
    compare_both(fixture);
    struct px_slice label = fixture->ab.topics.items[0].label[0];
    if (!px_slice_is(label, expected))
        fail_msg("%.*s, not %s", PX_SLICE_ARG(label), expected);
    tear_down(state);
}

/* Words that speak of "him" before they name anything are none to call a topic by; those behind them are. Where no mark
 * parts them, those behind an "and" do, too, and tell that they are no beginning. */
static void words_that_lean_name_nothing(void **state)
{
#define LEANING(mark) "He sank into despair" mark " and the crane at Varn must never sink into the harbour"
    assert_called(state, REST_A SAID(LEANING(",")), REST_B SAID(LEANING(",")), LEANING(","),
                  "the crane at Varn must never sink into the harbour");
    assert_called(state, REST_A SAID(LEANING("")), REST_B SAID(LEANING("")), LEANING(""),
                  "… the crane at Varn must never sink into the harbour");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_both_quote_names_a_topic), cmocka_unit_test(a_long_quotation_is_cut),
        cmocka_unit_test(a_cut_ends_at_a_mark),          cmocka_unit_test(words_that_go_on_are_cut),
        cmocka_unit_test(words_that_lean_name_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
