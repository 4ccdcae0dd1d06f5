/* Whose words they are, where others are named near or none is named. */
#include "sourcing_fixture.h"

/* "He" is the only person whom the short sentence before his words names, as an object, too; and nobody whom his own
 * words name. */
static void he_is_who_reacts(void **state)
{
    (void)state;
    read_story(
        "Judge Carl Ostrom asked about the pits on Monday.\n"
        "“The managers had a choice,” Mr. Brell said. “They closed the pits.”\n"
        "That did not satisfy Judge Ostrom. “If somebody tells you how to choose,” he said, “you have no choice.”");
    assert_true(speaks(find_content("If somebody tells you"), "Carl Ostrom"));
    read_story(
        "Peter Venn led the council. The mayor was not there.\n"
        "“No place has been hurt more by John Brell than the north. Mr. Brell stands for the same old plan,” he said "
        "on Monday.");
    assert_false(speaks(find_content("hurt more"), "John Brell"));
}

/* Who is named with a verb of speech behind a quotation says it, whoever spoke before; and a paragraph without marks that
 * a verb of speech and a colon announce is said. */
static void each_quotation_is_of_whoever_is_named_with_it(void **state)
{
    static const char mayor[] =
        "“We all know that the judges have political views. I’m not sure we are helped by it,” Sen. Carl Mott, "
        "D-Conn., "
        "told Herald.\n“She may have gone out too far and been more frank and political than she should have been. "
        "It’s very unusual,” Senate Minority Whip Ned Darrow, D-Ill., told the outlet.\n"
        "The mayor Ono Brell himself lashed out on Chirper, saying:\n"
        "Judge Hollis has embarrassed all by making very dumb political statements about me. Her mind is shot - "
        "resign!\nThe judge did not reply.";
    (void)state;
    read_story(mayor);
    assert_true(speaks(find_content("political views"), "Carl Mott"));
    assert_true(speaks(find_content("very unusual"), "Ned Darrow"));
    assert_true(speaks(find_content("gone out too far"), "Ned Darrow"));
    assert_true(speaks(find_content("very dumb"), "Ono Brell"));
    assert_true(speaks(find_content("mind is shot"), "Ono Brell"));
    assert_null(find_content("did not reply"));
}

/* Who is described right behind what somebody said is likely the same, and surely no other. */
static void the_described_is_likely_the_last(void **state)
{
    (void)state;
    read_story("The council met on Monday. Ono Brell told The Courier on Monday that it was “highly wrong that a judge "
               "gets into a campaign.”\n“I think it’s a disgrace to the court and I think she should apologize to the "
               "court,” the presumptive Republican nominee said.");
    const struct px_attribution *it = find_content("a disgrace");
    assert_true(speaks(it, "Ono Brell"));
    assert_false(it->high_tier);
}

/* Who is named right behind by the noun that he is described by is the same. */
static void the_described_is_named_behind(void **state)
{
    static const struct {
        const char *text;
        bool named;
    } cases[] = {
        {"On Monday a spokeswoman for the Harbour Board said that the fees would rise again. The spokeswoman, Anna "
         "Halden, left the hall at noon.",
         true},
        {"On Monday a spokeswoman for the Harbour Board said that the fees would rise again. The mayor, Anna Halden, "
         "left the hall at noon.",
         false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_content("fees would rise");
        assert_non_null(it);
        assert_int_equal(speaks(it, "Anna Halden"), cases[i].named);
    }
}

/* A verb joined to others ends what is said where it goes with the speaker alone. */
static void a_joined_verb_goes_with_its_subject(void **state)
{
    static const struct expected cases[] = {
        {"Miners believe that the new plan is popular and intend to vote on pieces of it next week.", "plan is popular",
         "Miners", "vote"},
        {"Mrs. Ora Lind, head of the Senate GOP campaign arm, called the allegations “deeply troubling” and said: “Mr. "
         "Brell must drop out.”",
         "must drop out", "Lind", "deeply"},
    };
    (void)state;
    CHECK(cases);
}

/* A quotation right before its speaker is said, whatever stands around the two. */
static void a_quotation_before_its_speaker_is_said(void **state)
{
    static const struct expected cases[] = {
        {"Mr. Brell’s decision to travel to Varn to deliver the speech two weeks before the northern elections has "
         "“injected a degree of anger, which is not only unfortunate, I think it’s destructive of the fabric of the "
         "council,” Ms. Hask said in an interview on the VBS television program “Anna Venn.”",
         "degree of anger", "Hask", "Anna Venn"},
    };
    (void)state;
    CHECK(cases);
}

/* Who is asked, or looked into, says nothing by that; who is quoted as saying does. */
static void the_subject_of_a_passive_does_not_speak(void **state)
{
    (void)state;
    read_story("During his hearing this week to become harbor master, Olin B. Venn was asked if the mayor would have "
               "broken the law if he had paid a clerk to lie.\n"
               "Hask is also being investigated over whether he was open about his ties with the mine.\n"
               "Judge Ada Brell was quoted as saying she was afraid of what the town would look like.");
    for (size_t i = 0; i < story.article.attributions.count; i++) {
        assert_false(holds(&story.article.attributions.items[i].speaker, "Venn"));
        assert_false(holds(&story.article.attributions.items[i].speaker, "Hask"));
    }
    assert_true(speaks(find_content("she was afraid"), "Ada Brell"));
    assert_true(find_content("she was afraid")->speech);
}

/* An adjective without a clause sums up what somebody holds. */
static void outspoken_is_not_said(void **state)
{
    (void)state;
    read_story("As mayor, Brell signed a ban on the pits, and he has been outspoken in his opposition against towns "
               "opening new mines.");
    const struct px_attribution *it = find_content("his opposition");
    assert_false(it != NULL && it->speech);
}

/* What others do by a charge is no statement of theirs. */
static void the_charged_do_not_speak(void **state)
{
    static const struct expected cases[] = {
        {"Republicans have repeatedly charged that Brell administration officials deliberately played down the attack.",
         "the attack", "Republicans", NULL},
    };
    (void)state;
    CHECK(cases);
    assert_false(find_content("the attack")->high_tier);
}

/* A feeling and a pointing at something are told of somebody, who says nothing by them. */
static void feelings_are_not_said(void **state)
{
    (void)state;
    read_story("Some Democrats are unhappy that the mayor agreed to the cuts.");
    assert_true(find_cue("unhappy") == NULL || !find_cue("unhappy")->speech);
    read_story("Mr. Brell pointed to the new pits in the north, which would not be a factor in the vote.");
    assert_true(find_cue("pointed") == NULL || !find_cue("pointed")->speech);
}

/* An adjective that is joined to another is part of who speaks. */
static void joined_adjectives_speak(void **state)
{
    static const struct expected cases[] = {
        {"Ono Brell added his voice after five past and present Missouri Republican senators urged Akin to step aside.",
         "to step aside", "five past and present", NULL},
    };
    (void)state;
    CHECK(cases);
}

/* Where a source and what it says are all of a sentence, nothing is left to err about. */
static void a_sentence_with_its_source_is_sure(void **state)
{
    (void)state;
    read_story("The council will not take up the plan, according to Majority Leader Carl Ostrom (R-Varn).");
    assert_true(find_content("will not take up")->high_tier);
    read_story("According to Mayor Ann Hask, the council will not take up the plan.");
    const struct px_attribution *it = find_content("the council will");
    assert_true(it == NULL || holds(&it->content, "the plan") || !it->high_tier);
    read_story("CARRETH — All islanders who are registered will be treated as residents for tax purposes, even if the "
               "island where they live has no office, the Harbour Office said Thursday.");
    assert_true(find_content("All islanders")->high_tier);
    read_story("In his letter to the board, Hask has acknowledged that he can come off brash and confrontational.");
    assert_true(find_content("come off brash")->high_tier); /* where grammar reads the same */
}

/* Who tells a sentence stands at its end, whatever the model takes for a report within it. */
static void a_tail_that_the_model_missed_tells_the_sentence(void **state)
{
    static const char *const cases[] = {
        "The deputy used a former minister as a go-between, the council said on Friday.",
        "CARRETH — Ferry passengers on all islands will now be allowed to travel at half the fare, the Harbour Office "
        "and the Transport Ministry announced Thursday.",
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i]);
        assert_int_equal(story.article.attributions.count, 1);
        const struct px_attribution *it = &story.article.attributions.items[0];
        assert_true(it->high_tier && (holds(&it->content, "The deputy used") || holds(&it->content, "will now be")));
        assert_true(holds(&it->speaker, "council") || holds(&it->speaker, "Ministry"));
    }
}

/* When and where it was said may stand behind it, and a thought, a quotation or an owner before. */
static void a_tail_may_have_a_time_and_a_place(void **state)
{
    static const struct {
        const char *text, *content, *speaker;
    } cases[] = {
        {"The harbour board asked the former mayor Ann Hask to talk to Ono Brell about a seat on the ferry commission "
         "if "
         "he would leave the race, the council said in a report released Friday morning.",
         "The harbour board asked", "the council"},
        {"Mayor Ono Brell thinks the deputy “will do the right thing and step aside” if the charges against her are "
         "true, "
         "the council said in a statement Thursday.",
         "Mayor Ono Brell thinks", "the council"},
        {"CARRETH — The Harbour Committee will send a summons to Ono Brell, the first mayor of Tarn, the council’s "
         "senior "
         "lawyer said on Wednesday, escalating his troubles.",
         "will send a summons", "the council’s senior lawyer"},
        {"They argued that by speaking to the board she had lost her right to be silent, a contention Ann Hask’s "
         "lawyer "
         "disputed.",
         "she had lost", "They"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_content(cases[i].content);
        assert_true(it != NULL && holds(&it->speaker, cases[i].speaker));
        assert_false(holds(&it->content, "said"));
    }
}

/* A name is one right before its verb, though its form is an adverb's. */
static void who_begins_the_sentence_speaks(void **state)
{
    (void)state;
    read_story(
        "Mayor Carl Overidge met the council on Monday.\nOveridge told reporters that he has not apologized to the "
        "young men involved because \"I do not know who they are.\"");
    const struct px_attribution *it = find_content("has not apologized");
    assert_true(speaks(it, "Carl Overidge") && it->high_tier);
}

/* A paragraph that is all quoted and begins with "his" may be of another than the one who was quoted before. */
static void his_words_may_be_of_another(void **state)
{
    (void)state;
    read_story(
        "Mayor Ono Brell met the council on Monday.\n\"I have been threatened before but that is no excuse,\" he "
        "added, saying that it came after a \"long day.\"\n\"His conduct is unbecoming of a member of the council. "
        "It is bad enough that he has joined the miners.\"\nCarl Ostrom, a miner, wrote that it was over.");
    assert_true(speaks(find_content("no excuse"), "Ono Brell"));
    assert_null(find_content("unbecoming"));
}

/* What the article's own sentence leads into does not go on with the quotation before. */
static void what_a_sentence_leads_into_is_of_another(void **state)
{
    (void)state;
    read_story(
        "\"We must be resolute about the pit and its people,\" Mayor Ono Brell wrote in the letter. Workers were "
        "withdrawn despite the concern by many Harbourers that \"leaving would strengthen the hand of the "
        "miners.\"");
    const struct px_attribution *it = find_content("resolute");
    assert_true(speaks(it, "Ono Brell") && !holds(&it->content, "strengthen"));
}

/* Whom a speaker acts for is told by his office; where he is from, and "political" alone, tell less. */
static void an_office_tells_whom_one_acts_for(void **state)
{
    static const struct {
        const char *text, *content;
        uint8_t actor;
    } cases[] = {
        {"Five past and present Missouri senators urged Akin to step aside on Monday.", "step aside", PX_ACTOR_PARTY},
        {"John Brell, the president’s top political adviser, said that the plan was safe.", "plan was safe",
         PX_ACTOR_OTHER},
        {"John Brell, former chief of staff to President Hask, said that the plan was safe.", "plan was safe",
         PX_ACTOR_OTHER},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_content(cases[i].content);
        if (it == NULL || it->actor != cases[i].actor)
            fail_msg("%s: %d", cases[i].text, it == NULL ? -1 : it->actor);
    }
}

/* When somebody spoke is no part of who did. */
static void a_time_in_front_does_not_speak(void **state)
{
    (void)state;
    read_story(
        "This January, the Foreign Secretary indicated that the Carreth council is \"open-minded\" about the miners "
        "taking part in the talks, noting that \"the old policy\" of keeping them out \"does not command much "
        "trust.\"");
    const struct px_attribution *it = find_content("much trust");
    assert_true(px_slice_is(px_slice_span(story.article.text, it->speaker.items[0]), "the Foreign Secretary"));
    assert_true(it->high_tier);
}

/* A paragraph of nothing but a quotation is of whoever the one before has speak last, and makes a plain sentence of his no
 * less sure; not where "his" may be another's. */
static void a_quoted_paragraph_is_of_the_last(void **state)
{
    (void)state;
    read_story("Mayor Ono Brell said the talks can go on after the vote.\n“With the harbour open, we can agree on fees "
               "that both sides can live with.”\nThe council met on Monday.");
    const struct px_attribution *it = find_content("can live with");
    assert_non_null(it);
    assert_true(speaks(it, "Ono Brell"));
    assert_true(holds(&it->content, "the talks can go on"));
    assert_true(it->high_tier);
    read_story("Mayor Ono Brell said the talks can go on after the vote.\n“His offer is a fraud, and nobody at the "
               "harbour will live with it.”\nThe council met on Monday.");
    it = find_content("live with it");
    assert_true(it == NULL || !holds(&it->content, "the talks can go on"));
}

/* What goes on in a paragraph with a cue of its own stays in one piece there. */
static void halves_of_a_sentence_stay_together(void **state)
{
    (void)state;
    read_story(
        "“I will not ascribe motives to the mayor,” Ana Venn told the Harbour Post. “We want the harbour to be strong, "
        "whoever is in charge of it.\n“We have worked very hard to have that,” she said, “and we will work very "
        "hard to keep it.”");
    const struct px_attribution *it = find_content("to keep it");
    assert_true(it != NULL && holds(&it->content, "to have that") && !holds(&it->content, "to be strong"));
}

/* Behind a quotation a participle tells what the paper is, and the last verb that it has the words. */
static void the_last_verb_says_it(void **state)
{
    (void)state;
    read_story("“The fee was fair to all,” a paper explaining the plan reads.");
    const struct px_attribution *it = find_content("fair to all");
    assert_non_null(it);
    assert_true(holds(&it->cue, "reads") && !holds(&it->cue, "explaining") && it->content.count == 1);
}

/* All of a list of names speak, with offices and seats among them; a seat does not. */
static void all_of_a_list_speak(void **state)
{
    static const char *const texts[] = {
        "Harbour Committee Chairman Ono Brell, R-Va.; Mining Committee Chairman Carl Mott, R-S.C.; and Budget "
        "Committee Chairman Ned Darrow, R-Calif., said in a joint statement that the memos “show the mayor was wrong.”",
        "Ono Brell, Carl Mott and Ned Darrow led the council. Brell, Mott and Darrow said that the memos “show the "
        "mayor was wrong.”",
        "A statement from Harbour Chairman Ono Brell, Mining Chairman Carl Mott and Budget Chairman Ned Darrow said "
        "that the memos “show the mayor was wrong.”",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        read_story(texts[i]);
        const struct px_attribution *it = find_content("wrong");
        assert_non_null(it);
        assert_int_equal(it->also_count, 2);
    }
}

/* Who is named before the speaker, and no part of a list with him, does not speak. */
static void who_stands_before_the_speaker_is_silent(void **state)
{
    static const char *const texts[] = {
        "In a letter to Carl Mott and Ned Darrow, Brell warned that the bill could cause chaos in the harbour.",
        "But Mott, Brell said, had never read the report on the chaos in the harbour.",
        "Lee Brell, a lawyer for Mott and Darrow, said that the chaos in the harbour was over.",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char text[400];
        snprintf(text, sizeof text, "Carl Mott, Ned Darrow and Lee Brell met on Monday.\n%s", texts[i]);
        read_story(text);
        const struct px_attribution *it = find_content("chaos");
        assert_true(it == NULL || it->also_count == 0);
    }
}

/* The plural of an office is those who said something together and all hold it; another plural is not. */
static void holders_of_an_office_are_known(void **state)
{
    static const char brell[] =
        "Harbour Committee Chairman Ono Brell and Mining Committee Chairman Carl Mott said that the pits "
        "“must be shut.”\n";
    static const struct {
        const char *more;
        bool known;
    } cases[] = {{"“They are old,” the chairmen said.", true},
                 {"“They are old,” the miners said.", false},
                 {"“They are old,” the committees said.", false}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[400];
        snprintf(text, sizeof text, "%s%s", brell, cases[i].more);
        read_story(text);
        assert_int_equal(find_content("They are old")->also_count, cases[i].known);
    }
}

/* Who challenges somebody named behind is not he. */
static void he_is_not_whom_he_turns_to(void **state)
{
    (void)state;
    read_story(
        "Carl Mott met Mayor Ono Brell.\nMott also told how he had crossed Brell when he disputed the mayor’s claims "
        "that “all pits are safe.”");
    const struct px_attribution *it = find_cue("disputed");
    assert_true(it == NULL || !speaks(it, "Ono Brell"));
}

/* Who speaks stands behind a programme's name between marks, and before what he is told by. */
static void a_person_speaks_and_no_programme(void **state)
{
    (void)state;
    read_story("In an interview on Harbour Hour’s \"Face the Town,\" House Speaker Ono Brell (R-Va.) said the recent "
               "strikes in the pits demand that all “listen more.”");
    assert_true(speaks(find_content("listen more"), "Ono Brell"));
    read_story("Ann Hask, head of Kestria and Halden Veterans, said that the pits “must be shut.”");
    assert_int_equal(find_content("must be shut")->also_count, 0);
}

/* "He" behind a quotation of several sentences is whoever spoke right before it. */
static void he_spoke_before_the_quotation(void **state)
{
    (void)state;
    read_story(
        "Carl Mott told reporters on Monday that the talks are on.\nThough the Harbour Board did not comment on the "
        "reports, Mott confirmed the meeting, saying it went well.\n“Ono Brell met the owners in Halden last week. "
        "The meeting went very smoothly and a good relationship was formed. Details are being worked out now. It "
        "will be a great thing for the harbour!” he tweeted.");
    assert_true(speaks(find_content("smoothly"), "Carl Mott"));
}

/* The time of what somebody wrote of is not when he said the next thing. */
static void the_time_of_a_report_is_its_own(void **state)
{
    (void)state;
    read_story(
        "Two months later, Carl Mott wrote that the mayor had called him.\n“I told him that the pits were shut,” Mott "
        "wrote.");
    assert_int_equal(find_content("pits were shut")->occasion.end, 0);
    read_story("Two months later, Carl Mott went to see the mayor.\n“I told him that the pits were shut,” Mott wrote.");
    assert_true(find_content("pits were shut")->occasion.end > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(he_is_who_reacts),
        cmocka_unit_test(each_quotation_is_of_whoever_is_named_with_it),
        cmocka_unit_test(the_described_is_likely_the_last),
        cmocka_unit_test(the_described_is_named_behind),
        cmocka_unit_test(a_joined_verb_goes_with_its_subject),
        cmocka_unit_test(a_quotation_before_its_speaker_is_said),
        cmocka_unit_test(the_subject_of_a_passive_does_not_speak),
        cmocka_unit_test(outspoken_is_not_said),
        cmocka_unit_test(the_charged_do_not_speak),
        cmocka_unit_test(feelings_are_not_said),
        cmocka_unit_test(joined_adjectives_speak),
        cmocka_unit_test(a_sentence_with_its_source_is_sure),
        cmocka_unit_test(a_tail_that_the_model_missed_tells_the_sentence),
        cmocka_unit_test(a_tail_may_have_a_time_and_a_place),
        cmocka_unit_test(who_begins_the_sentence_speaks),
        cmocka_unit_test(his_words_may_be_of_another),
        cmocka_unit_test(what_a_sentence_leads_into_is_of_another),
        cmocka_unit_test(an_office_tells_whom_one_acts_for),
        cmocka_unit_test(a_time_in_front_does_not_speak),
        cmocka_unit_test(a_quoted_paragraph_is_of_the_last),
        cmocka_unit_test(halves_of_a_sentence_stay_together),
        cmocka_unit_test(the_last_verb_says_it),
        cmocka_unit_test(all_of_a_list_speak),
        cmocka_unit_test(a_person_speaks_and_no_programme),
        cmocka_unit_test(who_stands_before_the_speaker_is_silent),
        cmocka_unit_test(holders_of_an_office_are_known),
        cmocka_unit_test(he_is_not_whom_he_turns_to),
        cmocka_unit_test(he_spoke_before_the_quotation),
        cmocka_unit_test(the_time_of_a_report_is_its_own),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
