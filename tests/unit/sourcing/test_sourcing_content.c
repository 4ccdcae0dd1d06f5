/* What grammar and place say of statements that the model finds: what is said in them, and where it ends. */
#include "sourcing_fixture.h"

/* What a headline tells of somebody with a verb and a noun is in its own words. */
static void headlines_tell_deeds(void **state)
{
    static const char *const deeds[] = {"Council Responds To Fraud Charges Against Ono Brell",
                                        "Ono Brell Named Mayor of Carreth"};
    (void)state;
    for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++) {
        char text[200];
        snprintf(text, sizeof text, "# %s\nMayor Ono Brell met the council on Monday.", deeds[i]);
        read_story(text);
        for (size_t a = 0; a < story.article.attributions.count; a++)
            assert_false(story.article.attributions.items[a].reported);
    }
    read_story("# Council Says Ono Brell Lied\nMayor Ono Brell met the council on Monday.");
    assert_true(find_content("Lied") != NULL && find_content("Lied")->reported);
}

/* What is said ends with its clause and its quotation. */
static void contents_end_with_their_clause(void **state)
{
    static const struct expected cases[] = {
        {"Despite Brell saying talks had \"come a long way,\" miners were more dour in their assessment.",
         "come a long way", "Brell", "miners were"},
        {"After Ono Brell said that the pits would close, the council met in Carreth.", "pits would close", "Ono Brell",
         "the council met"},
        {"Brell later confirmed in the garden, \"Absolutely I said that,\" while clarifying he hopes the strike ends "
         "soon.",
         "Absolutely I said that", "Brell", "clarifying"},
        {"Ono Brell argued on Carreth News' “Mara Venn Tonight” that the terms of the talks were clear.",
         "terms of the talks", "Ono Brell", "Mara Venn Tonight"},
        {"Ono Brell, who announced his bid for the council on Jan. 15 on \"The Late Show with Mara Venn,\" called the "
         "offer a "
         "\"bad deal.\"",
         "his bid", NULL, "Late Show"},
        {"Ono Brell told the owners that before he could sign, he needed a “public reassurance” that the council would "
         "pay, "
         "one person close to the talks said, speaking on the condition of anonymity to describe sensitive "
         "discussions.",
         "public reassurance", "one person close to the talks", "close to the talks"},
        {"Ono Brell said the owners should back it because it was “a good one” and the town is surrounded by pits, "
         "according "
         "to one of the officials familiar with the discussion.",
         "owners should back", "one of the officials", "officials"},
        {"The council met on Monday.\nA meeting was held there.\n"
         "“It is an enormous moment,” said Ono Brell, a miner from Carreth who worked for the owners in May. Unless "
         "further rivals quit "
         "the race, “it is very difficult to see how he is stopped on his way to the hall.”",
         "enormous moment", "Ono Brell", "rivals"},
        {"But on Friday, after Ono Brell said the pits would close, the office took the extraordinary step of closing "
         "the shops.",
         "the pits would close", "Ono Brell", "the office"},
        {"On Friday, after Ono Brell had hinted at a strike, the office took the extraordinary step of closing the "
         "pits.",
         "a strike", "Ono Brell", "the office"},
        {"The Carreth Times reported Tuesday that he was \"leaning strongly\" towards a strike and would likely "
         "announce "
         "his plan early next week.",
         "leaning strongly", NULL, "strike and"},
        {"Ono Brell said he would close the northern pits on Wednesday, the Carreth Times reported in May.",
         "close the northern pits", "Ono Brell", "Carreth Times"},
    };
    (void)state;
    CHECK(cases);
    read_story("Ono Brell plans to close the northern pits on Wednesday, the Carreth Times reports.");
    assert_true(holds(&find_cue("reports")->speaker, "Carreth Times"));
    assert_true(holds(&find_cue("reports")->content, "Ono Brell plans to close the northern pits"));
}

/* What the article adds behind a part quotation or sets against what is done is its own; the subject of what is said is not the cue. */
static void the_article_has_the_last_word(void **state)
{
    static const struct expected cases[] = {
        {"Ono Brell, a miner, said he wanted \"posters for his friends\", and posters were what he got.",
         "posters for his friends", "Ono Brell", "what he got"},
        {"The council met on Monday. The former mayor said claims that coal council activists \"judge people by the "
         "length of their beard\" were false and appalling.",
         "claims that coal council", "The former mayor", NULL},
        {"The government has denied these charges, pointing to a complete lack of proof, yet to no avail.",
         "complete lack of proof", "The government", "avail"},
    };
    (void)state;
    CHECK(cases);
}

/* What is dismissed is not said, but what is claimed against it; a title that somebody is given is said by nobody. */
static void what_is_named_is_not_said(void **state)
{
    static const struct expected cases[] = {
        {"Brell dismissed the miners' critique, wrongly claiming the letters didn't represent \"all the miners.\"",
         "the letters didn't", "Brell", "critique"},
    };
    (void)state;
    CHECK(cases);
    read_story("The scholars gave the mayor a reading list: “The History of the Harbour and the Pit”.");
    const struct px_attribution *title = find_content("History");
    assert_true(title == NULL || !title->speech);
}

/* A clause of speech between a subject and its verb tells the whole sentence. */
static void inserted_clauses_speak(void **state)
{
    (void)state;
    read_story("Gambling, she told the Venn Harbour Council, is a disease that must be cut out of the town.");
    const struct px_attribution *told = find_cue("told");
    assert_non_null(told);
    assert_true(holds(&told->speaker, "she") && holds(&told->content, "Gambling") &&
                holds(&told->content, "is a disease"));
    assert_false(told->high_tier);
}

/* What a thing dictates is the article's own view, and what judges hold goes on behind "as". */
static void whose_the_views_are(void **state)
{
    (void)state;
    read_story("The judges met. They held that a period of two weeks could be justified, as could longer periods for "
               "towns where a flood was near.");
    assert_int_equal(story.article.counts.words_indirect, 19);
    read_story("There are pay slips, which suggest that twelve people were trained in May.");
    assert_int_equal(story.article.counts.words_indirect, 6);
    read_story("Tradition dictates that parties out of power do what they can to stop the others.");
    assert_int_equal(story.article.counts.words_indirect, 0);
}

/* A relative pronoun alone goes on behind the verb where a subject stands there, and nowhere else. */
static void relative_contents_are_whole(void **state)
{
    (void)state;
    read_story("It was a reference to the “Ono Five Angels” character from “The Miner: Part II,” whom the indictment "
               "alleges Brell and Venn had previously discussed.");
    assert_non_null(find_cue("alleges"));
    assert_true(holds(&find_cue("alleges")->content, "Brell and Venn had previously discussed"));
    read_story("The bill, which the council endorsed in a vote last month, would close the pits.");
    assert_non_null(find_cue("endorsed"));
    assert_false(holds(&find_cue("endorsed")->content, "last month"));
}

/* What a medium tells at the end of a sentence, or in front, is told by it, though a parser sees "Times reports" there
 * or another verb could report. */
static void media_tell_whole_sentences(void **state)
{
    static const struct expected cases[] = {
        {"Ada Brell, the younger sister of the senator, criticized her sister's opposition to the dam in a Friday "
         "post, "
         "the Carreth Times reports.",
         "criticized her sister", "the Carreth Times", "Carreth Times"},
        {"The mayor met with three builders in May and took their gifts, the Varn Courier reports.",
         "met with three builders", "the Varn Courier", "Varn Courier"},
        {"Ada Brell has taken to the radio to blast her older sibling, The Carreth Times is reporting.",
         "taken to the radio", "The Carreth Times", "Carreth Times"},
        {"According to The Varn Courier, Brell sought to clarify her position after a poll in Varn said she \"supports "
         "the dam.\"",
         "sought to clarify", "The Varn Courier", "Varn Courier"},
        {"According to The Varn Courier, Brell sought to clarify her position after a poll in Varn said she \"supports "
         "the dam.\"",
         "supports the dam", "poll", NULL},
        {"According to the Varn Courier, Brell tried to buy the pit and refused to pay the miners.", "refused to pay",
         "the Varn Courier", "Varn Courier"},
        {"According to Ada Venn, the union leader, Brell tried to buy the pit and refused to pay.", "tried to buy",
         "Ada Venn", "leader"},
        {"According to two aides, Brell wanted to leave the panel in May.", "leave the panel", "two aides", NULL},
    };
    (void)state;
    CHECK(cases);
}

/* A title behind a preposition is nobody's words. */
static void titles_are_no_words(void **state)
{
    (void)state;
    read_story("Ono Brell announced his bid for the council in May on \"The Late Show with Mara Venn.\"");
    assert_non_null(find_cue("announced"));
    assert_int_equal(story.article.quotations.count, 1);
    assert_int_equal(story.article.quotations.items[0].attribution, PX_NONE);
}

static bool is_cut(const char *text, const char *cue)
{
    read_story(text);
    const struct px_attribution *it = find_cue(cue);
    if (it == NULL)
        fail_msg("nothing is said: %s", text);
    return it->cut;
}

/* Words that begin inside a phrase say another thing by themselves. */
static void words_are_cut_inside_a_phrase(void **state)
{
    (void)state;
    assert_true(is_cut("Mayor Ono Brell called him “egocentric” on Monday.", "called"));
    assert_true(is_cut("Mr. Brell, at another stop on Monday, called the idea of roads being built by the council "
                       "“outdated.”",
                       "called"));
    assert_true(
        is_cut("Finally, Mr. Brell blamed the fees on the League, which he named the \"greatest threat to the pits of "
               "Carreth.\"",
               "named"));
    assert_true(is_cut("Mara Venn on Sunday tried to clarify her comment that Mr. Brell subscribed to a “phony "
                       "science,” saying she was referring to his view of man.",
                       "clarify"));
    assert_false(is_cut("Mara Venn reiterated her belief that the pits “will never close.”", "reiterated"));
    assert_false(is_cut("Mayor Ono Brell said he was “egocentric” on Monday.", "said"));
    assert_false(is_cut("According to the indictment, between June and July Mr. Brell told “senior miners” about the "
                        "fire in the pit.",
                        "According"));
    assert_false(is_cut("Mayor Ono Brell called the plan “egocentric” on Monday.", "called"));
    assert_false(is_cut("“In the end we will pay,” Mayor Ono Brell said.", "said"));
}

/* A question that hangs on a word of the speaker's phrase stands with it whole. */
static void a_question_ends_with_its_phrase(void **state)
{
    (void)state;
    read_story(
        "Mr. Brell wrote the plan in August along with Ada Hask, his lawyer at the time, according to people familiar "
        "with how the plan was put together.");
    const struct px_attribution *it = find_cue("according");
    assert_non_null(it);
    uint32_t number = (uint32_t)(it - story.article.attributions.items);
    assert_true(px_slice_is(px_slice_span(story.article.text, px_article_describer(&story.article, number)),
                            "people familiar with how the plan was put together"));
}

/* What the article adds to somebody's words stays its own. */
static void additions_are_the_articles(void **state)
{
    static const struct expected cases[] = {
        {"Mayor Brell said that the trial “did not allow any conclusions”, a phrase that the leaflets leave out.",
         "any conclusions", "Brell", "leaflets"},
        {"Mr. Brell said over the weekend that the pits were safe after an “honest check,” comments that have been "
         "widely "
         "condemned.",
         "pits were safe", "Brell", "comments"},
        {"Senator Ono Brell, Republican of Carreth, began his questions by saying, “It’s wonderful to see you in good "
         "health,” and then proceeded to complain that she had failed to answer.",
         "good health", "Brell", "proceeded"},
        {"Mayor Brell called the strike “a gift for the rich owners” and summoned the envoy of Carreth.",
         "a gift for the rich", "Brell", "envoy"},
        {"“Nobody has to pay for the pits,” Mayor Brell said as he read out the plan in a hall so full that miners "
         "stood "
         "outside. “We are glad.”",
         "Nobody has to pay", "Brell", "hall"},
        {"Officials have said that they are preparing charges of fraud, which his party, the Mining League, denounces "
         "as "
         "political.",
         "preparing charges", "Officials", "denounces"},
        {"By the time Mayor Brell said he would vote for the pits, his support had turned into a joke.",
         "he would vote for the pits", "Brell", "joke"},
        {"Mayor Brell said that he would not comply with the order of the Mining Council, which is holding an inquiry "
         "of "
         "its own into the pits.",
         "would not comply with the order", "Brell", "inquiry"},
        {"In a letter seen by this paper the chairman of the Venn Council, Henrik Brell, wrote to the mayor in "
         "January: "
         "“The charter promises our people consent. So far we have been given none.”",
         "charter promises our people consent", NULL, "In a letter"},
        /* whoever is named last, and what became of what was said */
        {"Mayor Brell described the vote as a “coin toss” between him and his wife, Anna Hask, herself a shrewd judge "
         "of men.",
         "coin toss", "Mayor Brell", "shrewd"},
        {"The resolution initially said the council would “name the owners of the pits,” though the wording was "
         "changed to spare the mayor.",
         "name the owners", "The resolution", "wording"},
        {"The resolution said the council would “name the owners of the pits,” though the wording was “none of its "
         "own.”",
         "the wording was", "The resolution", NULL},
        {"# Mayor Brell says that the pits are 'closed for ever'; the council has until June to answer\nIt rained on "
         "Monday.",
         "closed for ever", "Brell", "June"},
    };
    (void)state;
    CHECK(cases);
}

/* What is said is all of its clause, whatever stands in the middle or at the end. */
static void contents_are_whole_clauses(void **state)
{
    static const struct expected cases[] = {
        {"All pits are to be inspected by the end of June, the mines minister, Ono Brell, announced.",
         "inspected by the end of June", "Brell", NULL},
        {"The Torrick Guild of Trade puts the damage at 35 million marks a day and warns that one small shop in ten "
         "may "
         "not reopen after the summer.",
         "may not reopen", "Guild", NULL},
    };
    (void)state;
    CHECK(cases);
    read_story("The company wanted to go on through the night, the mediator, Hendry Venn, confirmed.");
    const struct px_attribution *it = find_content("wanted to go on");
    assert_true(it != NULL && it->speech);
    assert_true(speaks(it, "Hendry Venn"));
}

/* Behind a semicolon or the name of the source another clause may begin, which nobody says. */
static void other_clauses_are_the_articles(void **state)
{
    static const struct expected cases[] = {
        {"Eighty-seven people were arrested, the ministry said; most were released by the evening.",
         "Eighty-seven people were arrested", "ministry", "most were"},
        {"Fewer than ten people were hurt, according to the ministry, and by noon the last of the wooden huts built in "
         "the "
         "trees had been taken down.",
         "ten people were hurt", "ministry", "trees had been"},
        {"By law, judges must step aside from cases where their “fairness might be asked about” – and they did so in "
         "80 cases last year, according to a new study by the Court Watch, a group that counts them.",
         "they did so", "Court Watch", "step aside"},
        {"Minister Ono Brell on Wednesday reiterated that he opposes the northern mine, two days after President Hask "
         "said "
         "for the first time that he backs it.",
         "opposes the northern mine", NULL, "Hask"},
        {"Mayor Ono Brell said that he would back the plan and echoed the charge of the miners that the owners had "
         "lied.",
         "would back the plan", "Brell", "echoed"},
        /* when somebody spoke, and what is added to what was said */
        {"The council has been defending and trying to explain the Mining Freedom Act ever since the governor signed "
         "it "
         "into law on Thursday.",
         "Mining Freedom Act", "The council", "ever"},
        {"Ono Brell told Clara Venn she should “do as Corleone did” before the council, the indictment said, a nod to "
         "a "
         "film character who lies to the owners about his ties.",
         "do as Corleone did", "the indictment", "character"},
        /* in what it was said, but not whose letter is called so */
        {"Mayor Clara Hask called Brell's plan \"a cheap and sorry trick\" in a statement earlier this month.",
         "sorry trick", "Hask", "statement"},
        {"Mayor Clara Hask referred to the plan as “the worst that I have seen in my life” in a Facebook post.",
         "worst that", "Hask", "Facebook"},
        {"Mayor Clara Hask called the plan “a cheap and sorry trick of the law” in a letter from Brell.", "sorry trick",
         "Hask", NULL},
        {"Ono Brell asked the miners if they lied in the strike.", "if they lied", "Ono Brell", NULL},
        {"Ono Brell said the new fees would be kept, meaning that miners who might pay would not owe back taxes.",
         "would be kept", "Ono Brell", "would not owe"},
    };
    (void)state;
    CHECK(cases);
}

/* A label ends with what tells who speaks. */
static void a_label_is_short(void **state)
{
    (void)state;
    read_story("The letter released on Tuesday by the faculty says that the plan is dead.");
    assert_true(px_slice_is(px_article_speaker(&story.article, 0), "The letter"));
    read_story("In May people close to him said that the plan is dead.");
    assert_true(px_slice_is(px_article_speaker(&story.article, 0), "people close to him"));
    read_story("But people briefed on the move said that the plan is dead.");
    assert_true(px_slice_is(px_article_speaker(&story.article, 0), "people briefed on the move"));
    read_story("A senior official, who had seen the plan, said that it was dead.");
    assert_true(px_slice_is(px_article_speaker(&story.article, 0), "A senior official"));
}

/* "That" stands before no word that is one, and before no order or question; only where the verb takes it. */
static void what_can_stand_behind_that(void **state)
{
    static const struct {
        const char *text, *words;
        bool follows;
    } cases[] = {
        {"The plan is a “dear” one, Ada Brell said.", "plan is", true},
        {"If the pits close, the town is “dead,” Ada Brell said.", "If the pits", true},
        {"That’s a “dear” plan, Ada Brell said.", "a “dear” plan", false},
        {"That is a “dear” plan, Ada Brell said.", "is a “dear” plan", false},
        {"Close the quay now, Ada Brell said, or it “will be the end of us all.”", "Close the quay", false},
        {"Never close the quay, Ada Brell said, or it “will be the end of us all.”", "close the quay", false},
        {"Is the plan a “dear” one, Ada Brell said.", "plan a", false},
        {"Why make the “dear” plan, Ada Brell said.", "make the", false},
        {"Given that, Ada Brell said, the plan was “dear” to the town.", "plan was", true},
        {"The plan is a “dear” one, Ada Brell went on.", "plan is", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_content(cases[i].words);
        if (it == NULL || it->asserts != cases[i].follows)
            fail_msg("%s", cases[i].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_can_stand_behind_that),
        cmocka_unit_test(contents_end_with_their_clause),
        cmocka_unit_test(relative_contents_are_whole),
        cmocka_unit_test(titles_are_no_words),
        cmocka_unit_test(words_are_cut_inside_a_phrase),
        cmocka_unit_test(a_question_ends_with_its_phrase),
        cmocka_unit_test(media_tell_whole_sentences),
        cmocka_unit_test(a_label_is_short),
        cmocka_unit_test(additions_are_the_articles),
        cmocka_unit_test(contents_are_whole_clauses),
        cmocka_unit_test(other_clauses_are_the_articles),
        cmocka_unit_test(the_article_has_the_last_word),
        cmocka_unit_test(what_is_named_is_not_said),
        cmocka_unit_test(inserted_clauses_speak),
        cmocka_unit_test(whose_the_views_are),
        cmocka_unit_test(headlines_tell_deeds),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
