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
        {"Ono Brell has asked the Harbour Council to appoint a special prosecutor.", "special prosecutor", true},
        {"The Harbour Fund announced Tuesday that it is lowering its forecast for growth this year, and the downgrade "
         "is casting a shadow on the outlook for the town.",
         "lowering", false},
        {"On Monday, the Harbour Council passed new language explicitly stating that the law does not allow fees based "
         "on age.",
         "based on age", false},
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
        {"Ono Brell, a member of the council, voted in favor of the pit bill known by its foes as the great leak.",
         "pit bill", false},
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

/* What became of a plan that somebody had told of, and what critics tell something of, the article tells. */
static void what_stands_round_is_not_said(void **state)
{
    static const struct expected cases[] = {
        {"Mayor Brell had initially said he planned to close the pit but backed off as the town, overnight, became the "
         "scene of a brutal strike over wages.",
         "planned to close", "Brell", "backed off"},
        {"Mr. Brell pointed to the law in Varn, a slightly more expansive version which critics said could allow theft "
         "by the owners.",
         "could allow theft", "critics", "expansive"},
        {"It came after a bitter week, in which Ora Lind told the mayor he could not deliver his speech in the hall "
         "until "
         "the strike was over, and the mayor retaliated by closing a pit that was supposed to pay for the hall.",
         "he could not deliver", "Lind", "retaliated"},
        {"Asked for quick thoughts about each of the miners, Ono Brell played along.\nForeman Venn? “Strong,” he said.",
         "Strong", "he", "Venn"},
    };
    (void)state;
    CHECK(cases);
    read_story("Ono Brell met the council. “I know them all,” Mr. Brell said.\nAsked for quick thoughts about each of "
               "the miners, Mr. Brell played along.\nForeman Jon Venn? “Strong,” he said.");
    assert_true(speaks(find_content("Strong"), "Ono Brell"));
}

/* A spokesman acts for the same as whoever he speaks for. */
static void a_spokesman_acts_for_his_party(void **state)
{
    (void)state;
    read_story(
        "Senator Ono Brell (D-Ohio) left. A spokesman for Brell said that the senator would “come back in May.”");
    assert_int_equal(find_content("come back")->actor, PX_ACTOR_PARTY);
    assert_true(speaks(find_content("come back"), NULL));
    read_story("Senator Ono Brell (D-Ohio) left. Brell's former spokesman said that he would “come back in May.”");
    assert_int_not_equal(find_content("come back")->actor, PX_ACTOR_PARTY);
}

/* Of a verb and the participle that brings the words it is the participle that reports. */
static void the_participle_reports(void **state)
{
    (void)state;
    read_story(
        "Brell himself lashed out on Twitter, saying: “Judge Lind of the Harbour Court has shamed us all by making "
        "very dumb statements about me.”");
    const struct px_attribution *it = find_content("shamed us all");
    assert_true(it != NULL && px_slice_is(it->cue_lemma, "say"));
    read_story(
        "The harbour justice, Ora Lind, had kicked off the storm with comments to the Courier. “I can’t imagine what "
        "this place would be — I can’t imagine what the town would be,” she said.\nShe doubled down late Monday, "
        "telling CNN: “He is a faker.”\n\"He has no consistency about him. He says whatever comes into his head at "
        "the moment. He really has an ego,\" she said.");
    it = find_content("faker");
    assert_true(it != NULL && holds(&it->cue, "telling") && speaks(it, "Ora Lind"));
    read_story(
        "A young man, dressed in a jacket and tie, approached the mayor on a sidewalk, saying: “Hi, Mayor. How are "
        "you? Do you fully support the council plan?”");
    assert_true(holds(&find_content("fully support")->speaker, "young man"));
}

/* Whoever spoke right before speaks on, though the given name is more often a woman's; not where the text tells that it
 * is hers, too, or names somebody else. */
static void a_given_name_may_mislead(void **state)
{
    (void)state;
    static const char words[] = "the harbour will need", before[] = "The fees were kept, John Brell said.\n";
    static const struct {
        const char *middle, *speaker;
    } cases[] = {
        {"The pits “will close,” said Hilary Ostrom, head of the league.\n", "Hilary Ostrom"},
        {"The pits “will close,” said Hilary Ostrom, head of the league, beside Peter Venn.\n", NULL},
        {"The pits “will close,” said Mrs. Hilary Ostrom, head of the league.\n", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[512];
        snprintf(text, sizeof text, "%s%s“I hope %s us,” he said.\n", before, cases[i].middle, words);
        read_story(text);
        const struct px_attribution *it = find_content(words);
        assert_non_null(it);
        if (speaks(it, "Hilary Ostrom") != (cases[i].speaker != NULL))
            fail_msg("%s", text);
    }
}

/* "They" are the people whom the sentence before is about, and not whoever spoke before that. */
static void people_of_the_sentence_before(void **state)
{
    static const struct {
        const char *text, *words, *named;
    } cases[] = {
        {"Democrats said the plan would cost too much.\nLawyers for the miners asked the court for a delay. “The harm "
         "would be great for the town,” they wrote.",
         "harm", "Lawyers for the miners"},
        {"Democrats said the plan would cost too much.\nMara Venn asked the court for a delay. “The harm would be "
         "great "
         "for the town,” they wrote.",
         "harm", "Democrats"},
        {"Democrats said the plan would cost too much. More lawyers work in the pits. Within the town, they said, the "
         "harm would be great.",
         "harm", "Democrats"},
        {"Lawyers for the miners wrote to the court on Monday. The guards waited at the gate, and they said that the "
         "harm would be great.",
         "harm", ""},
        {"Lawyers for the miners wrote to the court on Monday. As the protesters left the square, they said that the "
         "harm would be great.",
         "harm", ""},
        {"Senators met the mayor. The crews waited, and they said that the harm would be great.", "harm", ""},
        {"Lawyers for the miners wrote to the court on Monday. The harm to the guards would be great, they said.",
         "harm", "Lawyers for the miners"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_content(cases[i].words);
        assert_non_null(it);
        struct px_slice named = px_slice_span(story.article.text, it->named);
        if (!px_slice_is(named, cases[i].named))
            fail_msg("%s: %.*s", cases[i].text, PX_SLICE_ARG(named));
    }
}

/* A share of people are many, "one of them" and "the 43-year-old" are not. */
static void shares_are_of_people(void **state)
{
    static const struct {
        const char *text;
        int kind;
    } cases[] = {
        {"The vote is near. Six in 10 Varn voters said that they would leave the town.", PX_SPEAKER_GROUP},
        {"The vote is near. Half of the Varn voters said that they would leave the town.", PX_SPEAKER_GROUP},
        {"The vote is near. Sixty-six percent said that they would leave the town.", PX_SPEAKER_GROUP},
        {"The vote is near. One of Brell's aides said that she would leave the town.", PX_SPEAKER_PERSON},
        {"The vote is near. The 43-year-old said that she would leave the town.", PX_SPEAKER_PERSON},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_content("leave the town");
        if (it == NULL || it->speaker_kind != cases[i].kind)
            fail_msg("%s", cases[i].text);
    }
}

/* Some of a body are not the body. */
static void some_are_not_all(void **state)
{
    static const char *const texts[] = {
        "The Harbour Council met on Monday. Many in the Harbour Council said that they would leave the room.",
        "Mayor Brell spoke on Monday. Some in the party said that they would leave the room.",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        read_story(texts[i]);
        const struct px_attribution *it = find_content("leave the room");
        assert_true(it != NULL && it->entity == PX_NONE);
        assert_int_equal(it->speaker_kind, PX_SPEAKER_GROUP);
    }
    read_story("The Harbour Council met on Monday. The Harbour Council said that it would leave the room.");
    assert_true(speaks(find_content("leave the room"), "Harbour Council"));
}

/* For whom a share of others acts they tell, and not the word for it; who is all of a body is the body. */
static void a_share_is_of_others(void **state)
{
    static const struct {
        const char *who;
        uint8_t kind, actor;
        bool council;
    } cases[] = {
        {"Ten percent of lawmakers", PX_SPEAKER_GROUP, PX_ACTOR_PARTY, false},
        {"Half of Republicans", PX_SPEAKER_GROUP, PX_ACTOR_PARTY, false},
        {"Half of the senators", PX_SPEAKER_GROUP, PX_ACTOR_PARTY, false},
        {"Half of voters", PX_SPEAKER_GROUP, PX_ACTOR_CITIZEN, false},
        {"Sixty-six percent", PX_SPEAKER_GROUP, PX_ACTOR_OTHER, false},
        {"Half of the Harbour Council", PX_SPEAKER_GROUP, PX_ACTOR_OTHER, false},
        {"Some 40 per cent of the Harbour Council", PX_SPEAKER_GROUP, PX_ACTOR_OTHER, false},
        {"All of the Harbour Council", PX_SPEAKER_INSTITUTION, PX_ACTOR_OTHER, true},
        {"Both of the mayors", PX_SPEAKER_GROUP, PX_ACTOR_STATE, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[200];
        snprintf(text, sizeof text,
                 "The Harbour Council met on Monday. %s said that the quay was closed for the whole of the week.",
                 cases[i].who);
        read_story(text);
        const struct px_attribution *it = find_content("quay was closed");
        if (it == NULL || it->speaker_kind != cases[i].kind || it->actor != cases[i].actor ||
            speaks(it, "Harbour Council") != cases[i].council)
            fail_msg("%s: kind %d, actor %d", text, it == NULL ? -1 : it->speaker_kind, it == NULL ? -1 : it->actor);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(own_words_are_their_authors),
        cmocka_unit_test(the_rest_of_a_sentence_is_surely_said),
        cmocka_unit_test(an_attack_says_nothing),
        cmocka_unit_test(what_stands_round_is_not_said),
        cmocka_unit_test(a_spokesman_acts_for_his_party),
        cmocka_unit_test(the_participle_reports),
        cmocka_unit_test(a_given_name_may_mislead),
        cmocka_unit_test(people_of_the_sentence_before),
        cmocka_unit_test(some_are_not_all),
        cmocka_unit_test(shares_are_of_people),
        cmocka_unit_test(a_share_is_of_others),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
