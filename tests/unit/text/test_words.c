#include "text_fixture.h"

static struct fixture fixture;

static int set_up(void **state)
{
    (void)state;
    fixture_init(&fixture);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    fixture_release(&fixture);
    return 0;
}

/* The tokens with their kinds: words bare, numbers behind #, punctuation behind ', others behind ~, clitics behind +. */
static const char *show(struct px_slice text)
{
    fixture_segment(&fixture, text);
    px_buffer_clear(&fixture.shown);
    for (size_t i = 0; i < fixture.tokens.count; i++) {
        const struct px_token *token = &fixture.tokens.items[i];
        if (i > 0)
            px_buffer_byte(&fixture.shown, ' ');
        if ((token->flags & PX_TOKEN_CLITIC) != 0)
            px_buffer_byte(&fixture.shown, '+');
        else if (token->kind != PX_TOKEN_WORD)
            px_buffer_byte(&fixture.shown, "?#'~"[token->kind]);
        px_buffer_append(&fixture.shown, px_slice_part(text, token->start, token->end));
    }
    return fixture.shown.data == NULL ? "" : fixture.shown.data;
}

static const struct {
    const char *text;
    const char *tokens;
} cases[] = {
    {"", ""},
    {"  \n\t ", ""},
    {"one two", "one two"},
    {"One, two.", "One ', two '."},
    {"state-sponsored", "state-sponsored"},
    {"pre- and post-war", "pre '- and post-war"},
    {"Regime's", "Regime +'s"},
    {"regime’s end", "regime +’s end"},
    {"states' rights", "states '' rights"},
    {"don't can’t", "don't can’t"},
    {"I'd've they'll", "I'd +'ve they +'ll"},
    {"she'll've", "she +'ll +'ve"},
    {"O'Brien's", "O'Brien +'s"},
    {"the \"regime\"'s", "the '\" regime '\" +'s"},
    {"the U.S. said", "the U.S. said"},
    {"the U.S.", "the U.S."},
    {"U.S.-backed U.N.'s U.S", "U.S.-backed U.N. +'s U.S"},
    {"at 5 p.m. today", "at #5 p.m. today"},
    {"e.g. this, Ph.D. that", "e.g. this ', Ph.D. that"},
    {"Mr. Smith, mr. X", "Mr. Smith ', mr. X"},
    {"W.Va. and Lt.-Col. Ray", "W.Va. and Lt.-Col. Ray"},
    {"No. 10 said no.", "No. #10 said no '."},
    {"J. Smith, A. J. Ray", "J. Smith ', A. J. Ray"},
    {"Bill I. Smith, Joe A. Ray", "Bill I. Smith ', Joe A. Ray"},
    {"the I. Smith", "the I '. Smith"},
    {"So did I. Then B.", "So did I '. Then B '."},
    {"1,200.5 in 2017, 10%", "#1,200.5 in #2017 ', #10 ~%"},
    {"$5bn £1,000 €3 US$20", "#$5bn #£1,000 #€3 US #$20"},
    {"1990s 20th 10:30 9/11 2016-17", "#1990s #20th #10:30 #9/11 #2016-17"},
    {"7-year-old F-16 G7", "7-year-old F-16 G7"},
    {"It fell 5. Then", "It fell #5 '. Then"},
    {"see https://a.org/b?c=1&d=2. Then", "see ~https://a.org/b?c=1&d=2 '. Then"},
    {"(www.a.org) b.com/x.", "'( ~www.a.org ') ~b.com/x '."},
    {"Buzz.com said", "Buzz.com said"},
    {"write to j.s@a.org, please", "write to ~j.s@a.org ', please"},
    {"@name_1 and #tag!", "~@name_1 and ~#tag '!"},
    {"a @ b # c", "a ~@ b ~# c"},
    {"Mr.Smith, U.S.A", "Mr. Smith ', U.S.A"},
    {"the U.S.. end", "the U.S. '. end"},
    {"end.Then", "end '. Then"},
    {"well... no… no", "well '... no '… no"},
    {"this—that – or -- else", "this '— that '– or '-- else"},
    {"“I,” ‘he’", "'“ I ', '” '‘ he '’"},
    {"AT&T R&D a&b", "AT&T R&D a ~& b"},
    {"snake_case _emph_", "snake_case '_ emph '_"},
    {"\"!?\";:()[]", "'\" '! '? '\" '; ': '( ') '[ ']"},
    {"naïve café coöperate", "naïve café coöperate"},
    {"Он ушёл, кто-то", "Он ушёл ', кто-то"},
    {"他走了。", "他 走了 '。"},
    {"ok 👍🏽 👨‍👩‍👧 🇬🇧🇫🇷 ❤️",
     "ok ~👍🏽 ~👨‍👩‍👧 ~🇬🇧 ~🇫🇷 ~❤️"},
    {"a\xC2\xA0"
     "b\xE2\x80\x8B"
     "c",
     "a b c"},
    {"soft\xC2\xADly", "soft\xC2\xADly"},
    {"bad \xFF\xC3 end", "bad ~\xFF ~\xC3 end"},
    {"½ cup, 2½", "#½ cup ', #2½"},
    {"''quote''", "''' quote '''"},
};

static void test_cases(void **state)
{
    (void)state;
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *shown = show(px_slice_from(cases[i].text));
        if (strcmp(shown, cases[i].tokens) == 0)
            continue;
        wrong++;
        print_error("%s\n  gives %s\n  wants %s\n", cases[i].text, shown, cases[i].tokens);
    }
    assert_int_equal(wrong, 0);
}

static void test_without_a_segmenter(void **state)
{
    (void)state;
    fixture.tokens.count = 0;
    const struct px_slice text = PX_SLICE("Mr. Smith's");
    assert_int_equal(
        px_words_find(text, (struct px_span){0, 11}, NULL, fixture.vocabulary, &fixture.arena, &fixture.tokens, NULL),
        PX_OK);
    assert_int_equal(fixture.tokens.count, 3);
    assert_int_equal(fixture.tokens.items[0].end, 2);
    assert_int_equal(fixture.tokens.items[2].end, 11);
}

static void test_a_part_of_the_text(void **state)
{
    (void)state;
    struct px_error error = {0};
    const struct px_slice text = PX_SLICE("one two three");
    fixture.tokens.count = 0;
    assert_int_equal(
        px_words_find(text, (struct px_span){4, 9}, NULL, fixture.vocabulary, &fixture.arena, &fixture.tokens, &error),
        PX_OK);
    assert_int_equal(fixture.tokens.count, 2);
    assert_int_equal(fixture.tokens.items[0].start, 4);
    assert_int_equal(fixture.tokens.items[0].flags, 0);
    assert_int_equal(fixture.tokens.items[1].end, 9);
    assert_int_equal(fixture.tokens.items[1].flags, PX_TOKEN_SPACE_BEFORE);
    assert_int_equal(fixture.tokens.items[1].attribution, PX_NONE);
    assert_int_equal(
        px_words_find(text, (struct px_span){4, 99}, NULL, fixture.vocabulary, &fixture.arena, &fixture.tokens, &error),
        PX_ERROR_USAGE);
    assert_string_equal(error.message, "span [4, 99) is outside the text");
}

static void test_bytes_of_value_zero_part_words(void **state)
{
    (void)state;
    fixture_segment(&fixture, PX_SLICE("one\0two\0"));
    assert_int_equal(fixture.tokens.count, 2);
    assert_int_equal(fixture.tokens.items[1].start, 4);
}

static void test_a_line_of_many_words(void **state)
{
    (void)state;
    struct px_buffer text = {0};
    for (int i = 0; i < 5000; i++)
        px_buffer_printf(&text, "word%d ", i);
    fixture_segment(&fixture, px_buffer_slice(&text));
    assert_int_equal(fixture.tokens.count, 5000);
    assert_int_equal(fixture.sentences.count, 2); /* none is longer than PX_SENTENCE_MOST */
    px_buffer_release(&text);
}

/* Endless words of joints: the scanner must not look at them again and again. */
static void test_words_built_to_hurt(void **state)
{
    (void)state;
    static const char *const units[] = {"a",  "a.", "a'",   "a's",           "a-",          "A.", "A. ",
                                        "a@", "1,", "www.", "a\xE2\x80\x99", "\xE4\xB8\xAD"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        struct px_buffer text = {0};
        for (int k = 0; k < 20000; k++)
            px_buffer_string(&text, units[i]);
        fixture_segment(&fixture, px_buffer_slice(&text));
        assert_int_equal(fixture.tokens.items[fixture.tokens.count - 1].end,
                         px_slice_trim(px_buffer_slice(&text)).size);
        px_buffer_release(&text);
    }
}

static void test_genitives(void **state)
{
    (void)state;
    assert_int_equal(px_words_genitive(PX_SLICE("Hask's office"), 4), 3);
    assert_int_equal(px_words_genitive(PX_SLICE("Hask’s office"), 4), 5);
    assert_int_equal(px_words_genitive(PX_SLICE("Hask's office"), 3), 0);
    assert_int_equal(px_words_genitive(PX_SLICE("Hask's"), 4), 0); /* owns nothing there */
    assert_int_equal(px_words_genitive(PX_SLICE("Hask"), 4), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_without_a_segmenter),
        cmocka_unit_test(test_a_part_of_the_text),
        cmocka_unit_test(test_bytes_of_value_zero_part_words),
        cmocka_unit_test(test_a_line_of_many_words),
        cmocka_unit_test(test_words_built_to_hurt),
        cmocka_unit_test(test_genitives),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
