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

/* Each case is a text with a | where a sentence ends and the next begins; the | and one space behind it are taken out
 * before it is segmented ("| " stands for a space, "|" alone for none). */
static const char *const cases[] = {
    "One came. |Two went.",
    "Is it? |Yes! |Good.",
    "Mr. Johnson met Dr. Smith. |They spoke.",
    "Lt.-Col. Brown spoke.",
    "St. Petersburg is far.",
    "Sen. John McCain said no. |He left.",
    "He lives in the U.S. |The house is old.",
    "The U.S. Senate voted.",
    "The U.S. and Russia met.",
    "It began at 5 p.m. |He was late.",
    "It began at 5 p.m. Monday.",
    "It began at 5 p.m. |\"We were late,\" he said.",
    "It was 5 p.m.",
    "J. Smith and J. K. Rowling met George W. Bush.",
    "J.K. Rowling wrote it.",
    "It fell by 1.5 per cent. |Then 2.5.",
    "It cost 10.50. |She paid.",
    "No. 10 said so. |It was true.",
    "He said no. |Johnson left.",
    "\"Go!\" she said. |\"Why?\" he asked.",
    "\"Go,\" she said. |\"I will not.\"",
    "\"I came. |I saw,\" he said.",
    "After she said: \"I came. I saw,\" Johnson left. |It rained.",
    "After she said: \"I came. |I saw.\" |Johnson left.",
    "\"I came.\" |He left.",
    "“I came.” |He left.",
    "“I came.” |“I saw.”",
    "‘I came.’ |He left.",
    "\"Why?\" Johnson asked. |He left.",
    "\"A stupid wall!\" Mr. Hask told Varn TV. |He left.",
    "\"Is the wall safe?\" |Police visited Osk on Monday.",
    "“They should say, ‘What next?’” Mrs. Johnson said, smiling. |He left.",
    "She asked, “What next?” |Johnson said, smiling, that he left.",
    "\"Why?\" |He left at once.",
    "\"Enough!\" Mr. Brown shouted. |Nobody heard.",
    "(He left.) |Then it ended.",
    "He left (at 5 p.m.) and slept.",
    "They won [again]. |Then it ended.",
    "Well… |He left.",
    "Well… he left.",
    "Well... |He left.",
    "Well ... he left.",
    "He said [...] Nothing.",
    "What?! |No!!! |Never.",
    "We met; They left; nobody knew.",
    "No punctuation here at all",
    "Acme Inc. said so.",
    "See v. 5 of it.",
    "In Jan. 2017 it rose. |In 2018 it fell.",
    "In 2017. |The end.",
    "1. The first point.",
    "The end.|The beginning.",
    "See example.com. |It works.",
    "Read https://example.com/a.html. |It works.",
    "The iPhone fell. |Then it broke.",
    "He spoke. |2017 was bad.",
    "He was there and he spoke. |– And then left.",
    "PARIS, Texas. — The camp is gone.",
    "This is it. |@name answered.",
    "Он ушёл. |Она осталась.",
    "他走了。|她留下了。",
    "Il part. |« Non ! » dit-il.",
    "Er ging. |„Nein.“ |Sie blieb.",
    "So did I. |The end.",
    "\"He left.\" and so on.",
    "The minister said. |and so on.",
    "It was sold. |(see above) |The end.",
    "Is it so? |nobody knew.",
    "The band Wham! was there.",
    "Edgar A. Poe wrote.",
    "Then Robert A. Brown left. |It was over.",
    "Earlier the county (W.Va.) Sheriff spoke.",
    "\"He asked. |What can I do?\" Weaver said. |Then he left.",
    "\"It is in the U.S.\" |Brown left.",
    "It rose [...] |The end is near.",
    "It fell.[9] |Then it rose. [10]",
    "It fell. [9] [10] |Then it rose.",
    "The actor (b. 1951, d. 2010) was born in Rome.",
    "There are three reasons: 1. The first is this. |2. Another one.",
    "It is so: he scored 47. |Brown scored 3.",
    "Early life |The painter was born in Rome.",
    "Career |In 1947 he painted much.",
    "New laws in Rome |They were read on Sunday, May 5, 2019 |The council voted.",
    "Early life |Brown was born in Rome. |Career |Brown left.",
    "2. Methods |Brown counts words.",
    "Get in |Brown flew to Rome.",
    "Career Brown",
    "His career Brown began late.",
    "An early life Brown forgot.",
    "It is seen in Figure 3 Brown drew.",
    "Figure 3.4 |Brown draws a map.",
    "Figure 3.4 shows a map.",
    "John Brown |John Henry Brown was born in Rome.",
    "John of Rome |John of Rome was old.",
    "Rome |Rome is old.",
    "He is old. |John Brown John Henry left.",
    "Price at an Price left.",
    "A new law is read |Sunday, May 5, 2019 |Brown left Rome.",
    "The \"new law\" |Sunday, May 5, 2019 |Brown left Rome.",
    "Brown was there on Sunday, May 5, 2019 Brown said.",
    "Brown was born there Sunday, May 5, 2019 in Rome.",
    "Read https://example.com/a.html |Brown left.",
    "Read @example Brown left it.",
    "Mail john@example.com Brown left.",
    "It fell. [source needed] |Brown rose.",
    "It fell. |[the] Brown rose.",
    "It fell. |[prices] rose.",
    "He sang \"an old song\" |The band left.",
    "\"An old song,\" The band sang.",
    "The rock (see above) |He left it there.",
    "The old man read Tales In the Dark there.",
    "He read \"tales The old man told\" there.",
    "The band of The Who played; they left.",
    "Old Fort The Keep of Stone",
    "U.S. To Send Troops",
    "It shook the U.S.' Brown allies.",
    "He called it 'the U.S.' |Brown left.",
    "She lives in Rome, W.Va. |Brown left.",
    "She lives in Rome, W.Va., Brown said.",
    "The W.Va. Brown band played.",
    "He asked: \"Why?\" |Nobody knew.",
    "\"Why?\" |Nobody knew why.",
    "It was over.\" |He left.",
    "He'll go to W.Va. |The road is long.",
};

static void read_case(const char *line, struct px_buffer *text, size_t *cuts, size_t *cut_count)
{
    px_buffer_clear(text);
    *cut_count = 0;
    for (; *line != '\0'; line++) {
        if (*line == '|')
            cuts[(*cut_count)++] = text->size;
        else
            px_buffer_byte(text, *line);
    }
}

static void test_cases(void **state)
{
    (void)state;
    struct px_buffer text = {0};
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t cuts[8];
        size_t cut_count;
        read_case(cases[i], &text, cuts, &cut_count);
        fixture_segment(&fixture, px_buffer_slice(&text));
        bool same = fixture.sentences.count == cut_count + 1;
        for (size_t k = 0; same && k < cut_count; k++)
            same = fixture.sentences.items[k + 1].start == cuts[k];
        if (same)
            continue;
        wrong++;
        print_error("case %zu: %s\n", i, cases[i]);
        for (size_t k = 0; k < fixture.sentences.count; k++)
            print_error("    [%.*s]\n", (int)(fixture.sentences.items[k].end - fixture.sentences.items[k].start),
                        text.data + fixture.sentences.items[k].start);
    }
    px_buffer_release(&text);
    assert_int_equal(wrong, 0);
}

/* Whatever the vocabulary holds first, an initial is one. */
static void test_initials_in_a_new_vocabulary(void **state)
{
    (void)state;
    static const char *const texts[] = {"of Robert A. Brown.", "Robert A. Brown left.", "1 of Robert A. Brown."};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct fixture fresh;
        fixture_init(&fresh);
        fixture_segment(&fresh, px_slice_from(texts[i]));
        assert_int_equal(fresh.sentences.count, 1);
        fixture_release(&fresh);
    }
}

/* A text without stops is cut at a space, at a word where it has none; no token is lost. */
static void test_long(void **state)
{
    (void)state;
    struct px_buffer text = {0};
    static const char *const words[] = {"tall ", "("};
    static const size_t most[] = {PX_SENTENCE_MOST, 2 * PX_SENTENCE_MOST};
    for (size_t k = 0; k < 2; k++) {
        px_buffer_clear(&text);
        for (size_t i = 0; i < 5 * (size_t)PX_SENTENCE_MOST; i++)
            px_buffer_string(&text, words[k]);
        fixture_segment(&fixture, px_buffer_slice(&text));
        size_t tokens = 0;
        for (size_t i = 0; i < fixture.sentences.count; i++) {
            assert_true(fixture.sentences.items[i].token_count <= most[k]);
            tokens += fixture.sentences.items[i].token_count;
        }
        assert_int_equal(tokens, fixture.tokens.count);
    }
    assert_true(fixture.sentences.count > 1);
    px_buffer_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_initials_in_a_new_vocabulary),
        cmocka_unit_test(test_long),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
