/* Under whom a statement is counted, where its speaker's words are another noun than his name. */
#include "sourcing_fixture.h"

/* A story, words of a statement, and the entity that is to have it; NULL: none. */
struct heard {
    const char *text, *words, *name;
};

static void check_heard(const struct heard *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_content(cases[i].words);
        if (it == NULL || !speaks(it, cases[i].name))
            fail_msg("%s", cases[i].text);
    }
}

#define CHECK_HEARD(cases) check_heard(cases, sizeof(cases) / sizeof *(cases))

/* What somebody's letter or apology says he says, and what a letter from him; a verdict on him is not his. */
static void own_words_are_their_authors(void **state)
{
    static const struct heard cases[] = {
        {"Ono Brell spoke on Monday. Mr. Brell’s apology noted that his family had worked “in the pits for a century.”",
         "in the pits", "Ono Brell"},
        {"Ono Brell spoke on Monday. Brell's letter to the council said that the pit would “never be safe again.”",
         "never be safe", "Ono Brell"},
        {"Ono Brell spoke on Monday. The letter from Brell said that the pit would “never be safe again.”",
         "never be safe", "Ono Brell"},
        {"The Harbour Council met on Monday. A statement from the Harbour Council said that the pit would “never be "
         "safe again.”",
         "never be safe", "Harbour Council"},
        {"Ono Brell spoke on Monday. Brell's indictment said that the pit was “never safe at any time.”", "never safe",
         NULL},
        {"Ono Brell spoke on Monday. The letter to Brell said that the pit would “never be safe again.”",
         "never be safe", NULL},
        {"The report, by council engineer Ono Brell, concluded that the pit was “not safe for anybody.” The report "
         "also "
         "said that the shaft was “too old to mend.”",
         "too old", "Ono Brell"},
        {"“The pit will never be safe again,” the letter says. Ono Brell spoke on Monday. Brell's letter to the "
         "council "
         "said that the shaft was “too old to mend.”",
         "never be safe", "Ono Brell"},
        {"The report, by council engineer Ono Brell, concluded that the pit was “not safe for anybody.” A report of "
         "the "
         "miners found that it was safe. The report said that the shaft was “as good as new.”",
         "as good", NULL},
    };
    (void)state;
    CHECK_HEARD(cases);
}

/* A story, words of a statement, and whether it is of the high tier. */
struct rest {
    const char *text, *words;
    bool sure;
};

/* Whoever is named at the front of a sentence and says the rest of it surely says it, however long that is; what may be
 * the article's own addition, or another's, leaves it open. */
static void the_rest_of_a_sentence_is_surely_said(void **state)
{
    static const struct rest cases[] = {
        {"Mayor Ono Brell of Varn said on Monday that the pit had a one-in-three chance of closing in May, a rather "
         "gloomy view from a mayor who until now had voiced no fears.",
         "one-in-three", true},
        {"The Harbour Fund announced Tuesday that it is lowering its forecast for growth this year, and the downgrade "
         "is casting a shadow on the outlook for the town.",
         "lowering", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_content(cases[i].words);
        if (it == NULL || it->high_tier != cases[i].sure)
            fail_msg("%s", cases[i].text);
    }
}

/* Whom somebody attacks, and for what deed, is told in the article's words; what he charges him with he says. */
static void an_attack_says_nothing(void **state)
{
    static const struct told cases[] = {
        {"Mayor Brell assailed Judge Ora Lind of the Harbour Court for speaking out on the pit.", "speaking out",
         false},
        {"Mayor Brell criticized the council for potentially closing the radical pit.", "closing", false},
        {"Mayor Ono Brell accused the town council of lying about the deep pit on Monday.", "lying", true},
    };
    (void)state;
    CHECK_SPEECH(cases, find_content);
    read_story("Mayor Brell criticized the council for potentially closing the radical pit.");
    for (size_t t = 0; t < story.article.tokens.count; t++) {
        const struct px_token *it = &story.article.tokens.items[t];
        if (px_slice_is(px_slice_part(story.article.text, it->start, it->end), "radical"))
            assert_true((it->flags & PX_TOKEN_PASSED_ON) != 0 || it->voice != PX_VOICE_OWN);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(own_words_are_their_authors),
        cmocka_unit_test(the_rest_of_a_sentence_is_surely_said),
        cmocka_unit_test(an_attack_says_nothing),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
