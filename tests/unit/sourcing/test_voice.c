#include "sourcing/voice.h"

#include "../annotate/story_fixture.h"
#include "annotate/loaded.h"

/* A text, a word in it, and the voice and distance that word has. */
static const struct {
    const char *text;
    const char *word;
    enum px_voice voice;
    bool distanced;
} cases[] = {
    {"The crowd left the hall.", "crowd", PX_VOICE_OWN, false},
    {"\"The crowd is angry,\" she said.", "angry", PX_VOICE_DIRECT, false},
    {"\"The crowd is angry,\" she said.", "she", PX_VOICE_OWN, false},
    {"\"The crowd is angry,\" she said.", "said", PX_VOICE_OWN, false},
    {"She said that the crowd was angry.", "angry", PX_VOICE_INDIRECT, false},
    {"She said that the crowd was \"angry and tired\" again.", "tired", PX_VOICE_DIRECT, false},
    {"She said that the crowd was \"angry and tired\" again.", "again", PX_VOICE_INDIRECT, false},
    {"They took the \"evidence\" away.", "evidence", PX_VOICE_SCARE, true},
    {"They took the \"evidence\" away.", "took", PX_VOICE_OWN, false},
    {"Hask said that she lost. She took the \"evidence\" away.", "evidence", PX_VOICE_DIRECT, true},
    {"\"They took the 'evidence' away from a crowd,\" she said.", "evidence", PX_VOICE_DIRECT, true},
    {"The so-called reform cost a million crowns.", "reform", PX_VOICE_OWN, true},
    {"The so-called reform cost a million crowns.", "crowns", PX_VOICE_OWN, false},
    {"A self-described brutal liar, Brell left.", "liar", PX_VOICE_INDIRECT, true},
    {"The alleged theft was never proved.", "theft", PX_VOICE_OWN, true},
    {"Varn armed what it called \"moderate forces\" in secret.", "moderate", PX_VOICE_DIRECT, true},
    {"Varn armed what it called \"moderate forces\" in secret.", "secret", PX_VOICE_OWN, false},
    {"The talks failed, the union said. The rain fell.", "rain", PX_VOICE_OWN, false},
    /* a headline quotes what somebody says below; in marks that nobody's words stand in it keeps its distance */
    {"# Brell faces 'deeply unfair' tolls\n\n\"The tolls are deeply unfair to crews,\" Ann Hask said.", "unfair",
     PX_VOICE_DIRECT, true},
    {"# Brell faces 'deeply unfair' tolls\n\n\"The tolls are unfair to crews,\" Ann Hask said.", "deeply",
     PX_VOICE_SCARE, true},
    {"# Brell faces 'unfair' tolls\n\n\"The tolls are unfair to crews,\" Ann Hask said.", "unfair", PX_VOICE_SCARE,
     true},
    /* a term for which nobody is found who says it */
    {"Half of the crews were deemed \"vital\" and had to work.", "vital", PX_VOICE_SCARE, true},
    {"Ann Hask deemed half of the crews \"vital\" at last.", "vital", PX_VOICE_DIRECT, true},
    /* more words than a term has, behind a verb by which somebody asks for something, are his */
    {"The union issued a statement demanding the council withdraw its \"cruel, false and hateful\" levy.", "hateful",
     PX_VOICE_DIRECT, false},
    {"The council will raise its \"cruel, false and hateful\" levy.", "hateful", PX_VOICE_SCARE, true},
};

static const struct px_token *find_word(const char *word)
{
    for (size_t t = 0; t < story.article.tokens.count; t++) {
        const struct px_token *token = &story.article.tokens.items[t];
        if (px_slice_is(px_slice_part(story.article.text, token->start, token->end), word))
            return token;
    }
    return NULL;
}

static void tells_whose_words_they_are(void **state)
{
    (void)state;
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        story_read(cases[i].text);
        const struct px_token *token = find_word(cases[i].word);
        assert_non_null(token);
        bool distanced = (token->flags & PX_TOKEN_DISTANCED) != 0;
        if (token->voice == cases[i].voice && distanced == cases[i].distanced)
            continue;
        print_error("%s\n  \"%s\" is %s%s\n", cases[i].text, cases[i].word, px_voice_name(token->voice),
                    distanced ? ", distanced" : "");
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

/* What is only passed on is nobody's statement, but not the article's own word. */
static void hearsay_is_passed_on(void **state)
{
    (void)state;
    story_read("Brell allegedly scoffed at the crowd.");
    assert_int_equal(find_word("scoffed")->voice, PX_VOICE_OWN);
    assert_int_equal(px_token_voice(find_word("scoffed")), PX_VOICE_INDIRECT);
    assert_int_equal(px_token_voice(find_word("allegedly")), PX_VOICE_OWN);
    assert_int_equal(find_word("crowd")->flags & PX_TOKEN_PASSED_ON, 0);
    story_read("\"Brell allegedly scoffed,\" she said.");
    assert_int_equal(px_token_voice(find_word("scoffed")), PX_VOICE_DIRECT);
}

/* What somebody speaks against is told in the article's words or in his; what he agrees to, in the article's. */
static void what_is_railed_against_is_passed_on(void **state)
{
    (void)state;
    story_parse("Brell railed against lavish handouts on Friday.");
    assert_int_not_equal(find_word("lavish")->flags & PX_TOKEN_PASSED_ON, 0);
    assert_int_equal(find_word("railed")->flags & PX_TOKEN_PASSED_ON, 0);
    story_parse("Brell left over a plan for the pits that Mr. Hask considered ill-advised.");
    assert_int_not_equal(find_word("ill-advised")->flags & PX_TOKEN_PASSED_ON, 0);
    story_parse("The council has agreed to lavish handouts.");
    assert_int_equal(find_word("lavish")->flags & PX_TOKEN_PASSED_ON, 0);
}

/* What others are asked to do is told in the words of whoever asks; what they are allowed to do, in the article's. */
static void what_is_asked_for_is_passed_on(void **state)
{
    (void)state;
    story_parse("The wording was amended on Friday while asking them to repudiate bigots in their ranks.");
    assert_int_not_equal(find_word("bigots")->flags & PX_TOKEN_PASSED_ON, 0);
    assert_int_equal(px_token_voice(find_word("bigots")), PX_VOICE_INDIRECT);
    assert_int_equal(find_word("asking")->flags & PX_TOKEN_PASSED_ON, 0);
    story_parse("The wording was amended on Friday while allowing them to repudiate bigots in their ranks.");
    assert_int_equal(find_word("bigots")->flags & PX_TOKEN_PASSED_ON, 0);
}

/* Whom words name may refuse the name; a prejudice is what is charged, and so is a kind of deed. */
static void a_prejudice_is_no_label(void **state)
{
    (void)state;
    story_read("There is no place here for homophobia, bigotry or a racist attack, and bigots must leave.");
    size_t loaded = 0;
    for (size_t i = 0; i < story.article.matches.count; i++)
        loaded += px_match_is_loaded(&story.article.matches.items[i]) && !story.article.matches.items[i].by_model;
    assert_int_equal(loaded, 1);
    assert_non_null(story_match("loaded", "bigots"));
}

/* A loaded word behind "so-called" is as little the article's own as one in marks. */
static void a_loaded_word_at_a_distance_is_not_own(void **state)
{
    (void)state;
    story_read("They passed the so-called draconian levy.");
    assert_int_equal(px_match_voice(story_match("loaded", "draconian")), PX_VOICE_SCARE);
    assert_false(px_match_is_own_loaded(story_match("loaded", "draconian")));
    story_read("They passed the draconian levy.");
    assert_int_equal(px_match_voice(story_match("loaded", "draconian")), PX_VOICE_OWN);
}

static void counts_words_by_voice(void **state)
{
    (void)state;
    story_read("\"We will stay here,\" she said. The union said that the talks failed.");
    assert_int_equal(story.article.counts.words_direct, 4);
    assert_int_equal(story.article.counts.words_indirect, 4);
}

/* Behind a noun of the mind; only with a tree. */
static void views_are_not_the_articles(void **state)
{
    (void)state;
    story_parse("There was a fear among allies that the regime was brutal.");
    assert_int_equal(find_word("brutal")->voice, PX_VOICE_INDIRECT);
    story_parse("There was a chance that the regime was brutal.");
    assert_int_equal(find_word("brutal")->voice, PX_VOICE_OWN);
}

/* What nobody has said yet is not the article's own either. */
static void what_is_foreseen_is_passed_on(void **state)
{
    (void)state;
    story_parse("The plan will open her to attacks from rivals that she is brutal.");
    assert_int_equal(px_token_voice(find_word("brutal")), PX_VOICE_INDIRECT);
}

/* What somebody holds a thing to be is not the article's verdict; what it was made, is. */
static void a_verdict_is_passed_on(void **state)
{
    static const struct {
        const char *text;
        enum px_voice voice;
        bool passed_on;
    } told[] = {
        {"Many miners considered the plan brutal.", PX_VOICE_INDIRECT, true},
        {"The mine was found to be brutal.", PX_VOICE_INDIRECT, true},
        {"The union condemned the raid as brutal.", PX_VOICE_INDIRECT, true},
        {"The union described the raid as a brutal sham.", PX_VOICE_INDIRECT, true},
        {"The union condemned the raid in a brutal sham.", PX_VOICE_INDIRECT, false},
        {"The union described the miners from calm to brutal.", PX_VOICE_INDIRECT, false},
        {"The new owners made the mine brutal.", PX_VOICE_OWN, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        story_parse(told[i].text);
        bool passed_on = (find_word("brutal")->flags & PX_TOKEN_PASSED_ON) != 0;
        if (px_token_voice(find_word("brutal")) != told[i].voice || passed_on != told[i].passed_on)
            fail_msg("%s", told[i].text);
    }
}

/* However unsure it is where a statement ends, the clause right behind its word of speech is not the article's, up to what
 * may join another. Of an object without a clause the article may tell. */
static void the_clause_behind_a_word_of_speech_is_surely_reported(void **state)
{
    static const struct {
        const char *text, *word;
        bool passed_on, doubted;
    } told[] = {
        {"Ann Brell and Mr. Hask have said those raids would be brutal to miners.", "brutal", true, false},
        {"Ann Brell left the hall on Friday, saying those raids would be brutal to miners.", "brutal", true, false},
        {"Mr. Hask claimed the raids were short while the brutal rain fell.", "brutal", false, true},
        {"The report detailed brutal raids in the town.", "brutal", false, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        story_parse(told[i].text);
        const struct px_token *word = find_word(told[i].word);
        bool passed_on = (word->flags & PX_TOKEN_PASSED_ON) != 0;
        if (passed_on != told[i].passed_on)
            fail_msg("%s", told[i].text);
        uint32_t token = (uint32_t)(word - story.article.tokens.items);
        for (size_t a = 0; a < story.article.attributions.count; a++)
            story.article.attributions.items[a].high_tier = false;
        if (px_article_doubts_voice(&story.article, token) != told[i].doubted)
            fail_msg("doubted: %s", told[i].text);
    }
}

/* Quotation marks of nobody: not in what somebody does, whose words they may be, nor in a heading. */
static void marks_of_nobody(void **state)
{
    static const struct {
        const char *text;
        bool scare;
    } marks[] = {
        {"The “reform” was weak on Monday.", true},
        {"The “moderate” forces took the town on Monday.", true},
        {"The ministry has updated this to “total neglect” on Monday.", false},
        {"The council smashed the “evidence” on Monday.", false},
        {"The words were “next year” and nothing else.", false},
        {"# The “reform” was weak on Monday", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        story_parse(marks[i].text);
        assert_true(story.article.quotations.count == 1);
        if (px_article_is_scare(&story.article, &story.article.quotations.items[0]) != marks[i].scare)
            fail_msg("%s", marks[i].text);
    }
}

/* Words that belong to whoever charges, speaks aside or asks; and what the text itself takes for a fact. Only with a tree. */
static void gives_words_to_who_says_them(void **state)
{
    (void)state;
    static const struct {
        const char *text, *word;
        enum px_voice voice;
    } told[] = {
        {"The union accused the owners of a brutal lie.", "brutal", PX_VOICE_INDIRECT},
        {"They accused Mayor Ono Brell of Kestria, the council leader, and moderate miners of telling brutal lies.",
         "brutal", PX_VOICE_INDIRECT},
        {"They accused Mayor Ono Brell of Kestria, and left the hall of the brutal miners.", "brutal", PX_VOICE_OWN},
        {"The court indicted the owners for brutal games.", "brutal", PX_VOICE_INDIRECT},
        {"The union hurt the owners of a brutal mine.", "brutal", PX_VOICE_OWN},
        {"The fear is that the regime is brutal.", "brutal", PX_VOICE_INDIRECT},
        {"The rebels ended their calls to end the brutal regime.", "brutal", PX_VOICE_INDIRECT},
        {"It was to bring the council position to the town – that the mine pays, but also that it is brutal.", "brutal",
         PX_VOICE_INDIRECT},
        {"It was to bring the council mine to the town – that the mine pays, but also that it is brutal.", "brutal",
         PX_VOICE_OWN},
        {"The rebels fought the decision to end the brutal regime.", "brutal", PX_VOICE_OWN},
        {"It was revealed that the regime had misled the people.", "misled", PX_VOICE_OWN},
        {"Anna Halden revealed that the regime had misled the people.", "misled", PX_VOICE_INDIRECT},
        {"Progress, Anna Halden told the Red Cross, is a brutal lie.", "brutal", PX_VOICE_INDIRECT},
        {"Progress, Anna Halden knew the Red Cross, is a brutal lie.", "brutal", PX_VOICE_OWN},
        {"The bilateral dialogue will help determine where the brutal row goes on.", "brutal", PX_VOICE_OWN},
        {"They held that a period of brutal rest could be justified.", "could", PX_VOICE_INDIRECT},
        {"There were last-ditch warnings from the old mayor that the plan to help the miners was “badly brutal.”",
         "brutal", PX_VOICE_DIRECT},
        {"Despite last-ditch warnings from the Brell administration that the pact could hurt the north and was “badly "
         "brutal,” lawmakers left.",
         "brutal", PX_VOICE_DIRECT},
        {"Playing brutal games, Anna Halden said, \"The rain fell.\"", "brutal", PX_VOICE_OWN},
        {"They broadened their appeal to the brutal miners.", "brutal", PX_VOICE_OWN},
        {"She is in charge of the brutal mine.", "brutal", PX_VOICE_OWN},
        {"“They heard the claims that the rain fell and hurt us all,” Anna Halden said at a brutal rally.", "rally",
         PX_VOICE_OWN},
        {"The plan will open her to attacks from rivals that she is brutal.", "brutal", PX_VOICE_OWN},
        {"The plan led to attacks from rivals that she is brutal.", "brutal", PX_VOICE_INDIRECT},
    };
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        story_parse(told[i].text);
        if (find_word(told[i].word)->voice != told[i].voice)
            fail_msg("%s: %s", told[i].text, px_voice_name(find_word(told[i].word)->voice));
    }
}

static const struct px_match *find_match(const char *word)
{
    for (size_t i = 0; i < story.article.matches.count; i++) {
        const struct px_match *match = &story.article.matches.items[i];
        if (px_slice_is(px_slice_part(story.article.text, match->start, match->end), word))
            return match;
    }
    return NULL;
}

static void marks_what_the_outlet_chose(void **state)
{
    (void)state;
    story_read("The brutal raid lasted a night.");
    assert_non_null(find_match("brutal"));
    assert_true(find_match("brutal")->marked);
    assert_true(story.article.sentences.items[0].loaded);
    story_read("\"The brutal raid lasted a night,\" she said.");
    assert_false(find_match("brutal")->marked);
    assert_int_equal(find_match("brutal")->voice, PX_VOICE_DIRECT);
    assert_int_equal(find_match("brutal")->attribution, 0);
    assert_false(story.article.sentences.items[0].loaded);
    story_read("She said that the brutal raid lasted a night.");
    assert_true(find_match("brutal")->marked);
}

static void flags_negation_in_reach(void **state)
{
    (void)state;
    story_read("It was not a brutal raid.");
    assert_true(find_match("brutal")->negated);
    story_read("He did not come, and the brutal raid went on.");
    assert_false(find_match("brutal")->negated);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_whose_words_they_are),
        cmocka_unit_test(views_are_not_the_articles),

        cmocka_unit_test(what_is_foreseen_is_passed_on),
        cmocka_unit_test(a_verdict_is_passed_on),
        cmocka_unit_test(the_clause_behind_a_word_of_speech_is_surely_reported),
        cmocka_unit_test(marks_of_nobody),
        cmocka_unit_test(hearsay_is_passed_on),
        cmocka_unit_test(what_is_railed_against_is_passed_on),
        cmocka_unit_test(what_is_asked_for_is_passed_on),
        cmocka_unit_test(a_prejudice_is_no_label),
        cmocka_unit_test(a_loaded_word_at_a_distance_is_not_own),
        cmocka_unit_test(counts_words_by_voice),
        cmocka_unit_test(marks_what_the_outlet_chose),
        cmocka_unit_test(flags_negation_in_reach),
        cmocka_unit_test(gives_words_to_who_says_them),
    };
    return cmocka_run_group_tests(tests, story_set_up, story_tear_down);
}
