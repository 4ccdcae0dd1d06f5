/* Whose words they are that stand in marks, are handed on or have somebody near who may have said them. */
#include "sourcing_fixture.h"

/* "He" is who acts last in the sentence before a quotation, in whatever clause, or whose letter it tells of. */
static void who_acts_before_a_quotation_says_it(void **state)
{
    static const struct {
        const char *text, *words, *name;
    } cases[] = {
        {"“The pit is a disgrace to the town,” said Ezra Venn.\n\nMiners began to call for Ivo Hask on Sunday, when "
         "Mayor "
         "Ono Brell, D-Tarn., closed the pit, without a word to anybody.\n\n“When the strike ends, the talks will go "
         "on,” he "
         "said.",
         "the talks will go on", "Ono Brell"},
        {"Cyrus Venn quit over the pit in 1980, a step that Mr. Venn took to be right, he said.\n\nMr. Brell’s letter "
         "did "
         "not single out any miner. Instead, it condemned the council as weak. He said the town lay “in the hands of "
         "the pit.”",
         "in the hands", "Brell"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_content(cases[i].words);
        if (it == NULL || !speaks(it, cases[i].name) || !it->high_tier)
            fail_msg("%s", cases[i].text);
    }
}

/* Marks round a word or two that describe what others said, or that a headline sets, quote nobody. */
static void a_label_is_not_quoted(void **state)
{
    static const struct {
        const char *text, *words;
        uint8_t type;
    } cases[] = {
        {"# Mara Venn calls on Mayor Brell to quit over 'theft' comments\n"
         "The mayor, Ono Brell, had said it was no theft. Mara Venn sits on the council.",
         "theft", PX_ATTRIBUTION_INDIRECT},
        {"Mara Venn called on Mayor Ono Brell to leave the race over his “theft” comments on Monday.", "theft",
         PX_ATTRIBUTION_INDIRECT},
        {"# Mara Venn calls Mayor Brell's plan 'rotten'\nThe mayor, Ono Brell, has a plan. Mara Venn was on the "
         "council.",
         "rotten", PX_ATTRIBUTION_MIXED},
        {"Mara Venn said that she had “serious” concerns about the pits.", "serious", PX_ATTRIBUTION_MIXED},
        {"Mara Venn said the mayor had a “rotten” plan for the pits.", "rotten", PX_ATTRIBUTION_MIXED},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_content(cases[i].words);
        if (it == NULL || it->type != cases[i].type)
            fail_msg("%s", cases[i].text);
    }
}

/* A name before a noun for many tells whose they are, and is not who speaks. */
static void a_name_before_many_is_not_the_speaker(void **state)
{
    static const struct {
        const char *text, *name;
        uint8_t kind;
    } cases[] = {
        {"The Tea Guild met on Monday. Tea Guild groups say there is no fraud within the movement.", NULL,
         PX_SPEAKER_GROUP},
        {"The Tea Guild met on Monday. The Tea Guild says there is no fraud within the movement.", "Tea Guild",
         PX_SPEAKER_INSTITUTION},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_content("there is no fraud");
        bool named = it != NULL && it->entity != PX_NONE;
        if (it == NULL || it->speaker_kind != cases[i].kind || named != (cases[i].name != NULL) ||
            (named && !speaks(it, cases[i].name)))
            fail_msg("%s", cases[i].text);
    }
}

/* Whether a document is research its own noun tells, and not whose it is. */
static void research_is_told_by_its_noun(void **state)
{
    static const struct {
        const char *text;
        bool research;
    } cases[] = {
        {"A new Harbour News poll found that the pit is well liked.", true},
        {"A new Harbour University survey found that the pit is well liked.", true},
        {"A new Harbour University letter states that the pit is well liked.", false},
        {"The letter, which the faculty members sent to the mayor, says that the pit is well liked.", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_content("the pit is well liked");
        if (it == NULL || it->speaker_kind != PX_SPEAKER_DOCUMENT ||
            (it->actor == PX_ACTOR_EXPERT) != cases[i].research)
            fail_msg("%s %d", cases[i].text, it == NULL ? -1 : it->actor);
    }
}

/* Words in marks of somebody who is but a pronoun, which another hands on, are not surely that other's. */
static void what_is_handed_on_is_not_sure(void **state)
{
    (void)state;
    read_story(
        "Ono Brell met the council. At one point, he said Ms. Hask should back it because she was “a good miner” "
        "and the pit is surrounded by a wall, according to one of the officials familiar with the talks.");
    assert_false(find_content("good miner")->high_tier);
    read_story("The plan was “a good one for all of the miners,” according to Ono Brell, the mayor.");
    assert_true(find_content("good one")->high_tier);
}

/* Who is named between a quotation and its verb says it, though a description stands behind the name. */
static void a_description_hides_no_speaker(void **state)
{
    (void)state;
    read_story("“Today I requested that my pay be kept until the pit is open,” Councilor-elect Mikie Venn, Democrat of "
               "New Tarn, said Wednesday on Twitter, where she read a letter to the mayor.");
    const struct px_attribution *it = find_content("Today I requested");
    assert_true(speaks(it, "Mikie Venn"));
    assert_true(it->high_tier);
    assert_int_equal(it->type, PX_ATTRIBUTION_DIRECT);
}

/* A part of those who keep their names back keeps them back, too; of one who is counted one speaks. */
static void a_part_of_the_nameless_has_no_name(void **state)
{
    static const struct {
        const char *text, *words;
        uint8_t kind;
        bool anonymous;
    } cases[] = {
        {"The pit will close in May, one of the officials said.", "in May", PX_SPEAKER_PERSON, true},
        {"The pit will close in May, two of the officials said.", "in May", PX_SPEAKER_GROUP, true},
        {"The pit will close in May, according to people familiar with the talks.", "in May", PX_SPEAKER_GROUP, true},
        {"One of the officials familiar with the talks said the pit will close in May.", "in May", PX_SPEAKER_PERSON,
         true},
        {"The pit will close in May, one of the teachers said.", "in May", PX_SPEAKER_PERSON, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_content(cases[i].words);
        if (it == NULL || it->speaker_kind != cases[i].kind || it->anonymous != cases[i].anonymous)
            fail_msg("%s", cases[i].text);
    }
}

/* Who denies what others said is heard, without a word; who turns an offer down acts. */
static void who_denies_a_claim_is_heard(void **state)
{
    (void)state;
    read_story(
        "The Kestrian government has consistently denied these accusations, pointing to a lack of evidence, yet to "
        "no avail.");
    assert_true(find_cue("denied")->high_tier);
    assert_true(find_cue("denied")->denied);
    read_story("The Brell campaign rejected the offers on Monday.");
    assert_true(find_cue("rejected") == NULL || !find_cue("rejected")->high_tier);
}

/* A clause of speech in the middle of another is told with all of that: its subject, its verb, and what leads to it. */
static void a_clause_put_in_has_all_of_the_clause(void **state)
{
    (void)state;
    read_story(
        "“That is our plan,” Mr. Brell said. The plan, Mr. Brell added, was meant to “break the ice and give the "
        "town a way out.”");
    const struct px_attribution *it = find_content("break the ice");
    assert_true(it == find_cue("added") && holds(&it->content, "The plan") && holds(&it->content, "was meant"));
    read_story(
        "“The letters were read out,” said a council spokesman, Ono Brell. By showing them, he said, the council had "
        "shown that the plan was “a good one for all of the miners.”");
    it = find_content("good one");
    assert_true(speaks(it, "Ono Brell") && holds(&it->content, "the council had shown"));
}

/* A verb that goes with a clause's subject or with the sentence's, and tells him who is but a pronoun, is not surely
 * anybody's. */
static void a_crossed_verb_is_not_sure(void **state)
{
    (void)state;
    read_story(
        "Ono Brell spoke on Monday. He later confirmed that mayoral candidate Paul Venn called him and told him to "
        "\"give some thought to leaving the pit,\" but did not tell him to get out.");
    assert_false(find_content("give some thought")->high_tier);
    read_story(
        "Ono Brell spoke on Monday. He called Paul Venn and told him to \"give some thought to leaving the pit.\"");
    assert_true(find_content("give some thought")->high_tier);
}

/* A verb that seldom reports leads to no quotation, nor does what is to be done; one that calls a thing so does. */
static void what_somebody_does_quotes_nobody(void **state)
{
    static const struct {
        const char *text, *words;
        bool sure;
    } cases[] = {
        {"Mr. Venn wanted him to stay in the council rather than risk losing his seat, so he considered “uncompensated "
         "advisory board options.”",
         "advisory board", false},
        {"Harbour officials also decided to change the phrase “the pit is closed” to “the pit rests” because the words "
         "were long.",
         "pit is closed", false},
        {"Ono Brell said the plan was “a disgrace to all of the miners.”", "disgrace", true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_content(cases[i].words);
        if ((it != NULL && it->high_tier) != cases[i].sure)
            fail_msg("%s", cases[i].text);
    }
}

static const struct px_token *token_of(const char *word)
{
    for (size_t t = 0; t < story.article.tokens.count; t++) {
        const struct px_token *token = &story.article.tokens.items[t];
        if (px_slice_is(px_slice_part(story.article.text, token->start, token->end), word))
            return token;
    }
    return NULL;
}

/* By the adjective before the noun for what somebody says the article judges that: the noun is its own. */
static void a_false_claim_is_called_so_by_the_article(void **state)
{
    (void)state;
    read_story(
        "Mr. Brell repeated his false claims about the harbour wall, including that Varn was already paying for it, "
        "as he promised in May.");
    const struct px_attribution *it = find_content("already paying");
    assert_int_equal(it->uptake, PX_UPTAKE_REBUTTED);
    assert_true(px_slice_is(px_slice_span(story.article.text, it->uptake_words), "false"));
    assert_int_equal(token_of("claims")->voice, PX_VOICE_OWN);
    assert_int_equal(token_of("paying")->voice, PX_VOICE_INDIRECT);
    read_story(
        "Mr. Brell repeated his old claims about the harbour wall, including that Varn was already paying for it.");
    assert_int_equal(find_content("already paying")->uptake, PX_UPTAKE_PLAIN);
}

/* A new statement speaks for who put it out; the words of another beside it only tell when that was. */
static void a_statement_is_of_who_put_it_out(void **state)
{
    static const char *const stories[] = {
        "Ono Brell spoke to the miners. Former mayor Ilse Varn, for example, put out a statement shortly after Brell's "
        "remarks that claimed the miners “have always been lazy and vain.”",
        "Ono Brell spoke to the miners. Ilse Varn released a statement after Brell's remarks that said the miners "
        "“have "
        "always been lazy and vain.”",
    };
    (void)state;
    for (size_t i = 0; i < sizeof stories / sizeof *stories; i++) {
        read_story(stories[i]);
        if (!speaks(find_content("have always"), "Ilse Varn"))
            fail_msg("%s", stories[i]);
    }
}

/* Whom a description has behind it by name, behind a comma, speaks by that name. */
static void who_is_named_behind_a_description_speaks(void **state)
{
    (void)state;
    read_story("Ono Brell's opponent in the race for the seat, Republican Ezra Venn, said the pit “is a disgrace.”");
    assert_true(speaks(find_content("disgrace"), "Ezra Venn"));
    read_story("A friend of the mayor, a miner, said the pit “is a disgrace” to Ezra Venn.");
    assert_false(speaks(find_content("disgrace"), "Ezra Venn"));
}

/* A body that speaks with people without names does not speak alone. */
static void a_body_with_people_is_a_group(void **state)
{
    (void)state;
    read_story("The Oak Institute and former council officials have urged Ono Brell to stop the bill.");
    const struct px_attribution *it = find_content("stop the bill");
    assert_non_null(it);
    assert_int_equal(it->speaker_kind, PX_SPEAKER_GROUP);
    assert_int_equal(it->entity, PX_NONE);
}

/* A clause right behind the name of a group tells which of them speak. */
static void some_of_a_group_are_told_by_their_clause(void **state)
{
    (void)state;
    read_story("Democrats who voted to close the pit said the vote “was a victory.”");
    assert_true(find_content("victory")->clausal);
    read_story("Democrats said the vote “was a victory.”");
    assert_false(find_content("victory")->clausal);
}

/* Two words that stand for what was told before are no statement. */
static void next_to_nothing_is_not_sure(void **state)
{
    (void)state;
    read_story("Ono Brell was asked whether he had gone to the pit. When Brell said he had, the miners left.");
    const struct px_attribution *it = find_content("he had");
    assert_true(it == NULL || !it->high_tier);
}

/* What somebody else tells that the speaker says may be that other's words. */
static void what_another_tells_is_not_sure(void **state)
{
    (void)state;
    read_story("Council Democrats have asked the harbour for “changes” to the bill, according to Ono Brell.");
    const struct px_attribution *it = find_content("changes");
    assert_true(it == NULL || !it->high_tier || speaks(it, "Ono Brell"));
    read_story(
        "A report by the council found that the pits “were never cleared”, according to a copy seen by the Courier.");
    it = find_content("never cleared");
    assert_true(it != NULL && it->high_tier && it->speaker_kind == PX_SPEAKER_DOCUMENT);
}

/* A letter reads, and its author does not. */
static void a_letter_is_a_document_of_its_author(void **state)
{
    (void)state;
    read_story("Ono Brell wrote to the council. “The harbour is lost,” the letter from Brell reads.");
    assert_true(speaks(find_content("harbour is lost"), "Ono Brell") && find_content("harbour is lost")->document);
    read_story("Ono Brell wrote to the council. “The harbour is lost,” Brell said in the letter.");
    assert_false(find_content("harbour is lost")->document);
}

/* Some of many are not all of them. */
static void a_part_does_not_speak_for_the_whole(void **state)
{
    static const struct {
        const char *text, *words, *who, *named;
    } cases[] = {
        {"Republicans met in May. The speech was milder than some other Republicans, who have said that the fees are a "
         "crime.",
         "a crime", NULL, "some other Republicans"},
        {"Republicans met in May. Some Republicans said that the fees are a crime.", "a crime", NULL, NULL},
        {"Republicans met in May. Republicans said that the fees are a crime.", "a crime", "Republicans", NULL},
        {"Republicans met in May. The Republicans said that the fees are a crime.", "a crime", "Republicans", NULL},
        {"Ono Brell and all seven Republicans on the council said that the fees are a crime.", "a crime", "Ono Brell",
         NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_content(cases[i].words);
        if (it == NULL || !speaks(it, cases[i].who) ||
            (cases[i].named != NULL && !px_slice_is(px_slice_span(story.article.text, it->named), cases[i].named)))
            fail_msg("%s", cases[i].text);
    }
}

/* Nor do several groups do what one of them does. */
static void one_of_several_is_not_the_several(void **state)
{
    (void)state;
    read_story("“It was a display of cowardice,” said the Green League, just one of several such groups bashing Peter "
               "Corvin for the delay on Monday.");
    assert_int_equal(story.article.blames.count, 1);
    assert_int_equal(story.article.blames.items[0].by.words.end, 0);
}

/* Behind a quotation stands who says it, whatever a model makes of the words round it. */
static void a_tag_names_the_speaker(void **state)
{
    static const struct expected cases[] = {
        {"“We thank you for your patience in these hard years,” the letter states. “However, we cannot wait for ever.”",
         "thank you for", "the letter", NULL},
        {"“We thank you for your patience in these hard years,” the letter states. “However, we cannot wait for ever.”",
         "cannot wait", "the letter", NULL},
        {"Ono Brell left. “Most people now know that mayors are led by their own beliefs and by what they have lived "
         "through,” said Brell, of the Varn School of Mines.",
         "Most people", "Brell", NULL},
    };
    (void)state;
    CHECK(cases);
}

/* What one is charged with stands right behind the word for it; what is not clear is so to the article, and what a year
 * saw nobody told. */
static void what_the_article_tells_is_its_own(void **state)
{
    static const char *const stories[] = {
        "Ono Brell was held early on Friday on criminal charges that include obstruction of a brutal trial, false "
        "words "
        "and theft.",
        "It was not immediately clear why the date of the brutal trial was moved up, but the town has changed since.",
        "The retreat came after the anniversary of the march, which saw thousands of miners meet in towns across the "
        "country to protest against the mayor.",
    };
    (void)state;
    for (size_t i = 0; i < sizeof stories / sizeof *stories; i++) {
        read_story(stories[i]);
        for (size_t t = 0; t < story.article.tokens.count; t++)
            if (story.article.tokens.items[t].voice != PX_VOICE_OWN)
                fail_msg("%s", stories[i]);
    }
}

/* "They" are the one plural source of the sentence before; where there is none nobody tells who is meant. */
static void they_are_the_people_before(void **state)
{
    static const struct {
        const char *text, *who;
    } cases[] = {
        {"The council had a memo. Driven by greed, they said, he “sold the mill twice.”", NULL},
        {"A memo was written by federal prosecutors in York. Driven by greed, they said, he “sold the mill twice.”",
         "federal prosecutors in York"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_content("sold the mill");
        struct px_slice who = it == NULL ? (struct px_slice){0} : px_slice_span(story.article.text, it->named);
        if (it == NULL || it->entity != PX_NONE ||
            (cases[i].who == NULL ? who.size > 0 : !px_slice_is(who, cases[i].who)))
            fail_msg("%s: %.*s", cases[i].text, PX_SLICE_ARG(who));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_acts_before_a_quotation_says_it),
        cmocka_unit_test(a_label_is_not_quoted),
        cmocka_unit_test(a_description_hides_no_speaker),
        cmocka_unit_test(a_part_of_the_nameless_has_no_name),
        cmocka_unit_test(what_the_article_tells_is_its_own),
        cmocka_unit_test(who_denies_a_claim_is_heard),
        cmocka_unit_test(a_clause_put_in_has_all_of_the_clause),
        cmocka_unit_test(a_false_claim_is_called_so_by_the_article),
        cmocka_unit_test(a_crossed_verb_is_not_sure),
        cmocka_unit_test(what_somebody_does_quotes_nobody),
        cmocka_unit_test(a_statement_is_of_who_put_it_out),
        cmocka_unit_test(who_is_named_behind_a_description_speaks),
        cmocka_unit_test(what_another_tells_is_not_sure),
        cmocka_unit_test(a_body_with_people_is_a_group),
        cmocka_unit_test(next_to_nothing_is_not_sure),
        cmocka_unit_test(some_of_a_group_are_told_by_their_clause),
        cmocka_unit_test(a_letter_is_a_document_of_its_author),
        cmocka_unit_test(a_part_does_not_speak_for_the_whole),
        cmocka_unit_test(one_of_several_is_not_the_several),
        cmocka_unit_test(a_tag_names_the_speaker),
        cmocka_unit_test(a_name_before_many_is_not_the_speaker),
        cmocka_unit_test(research_is_told_by_its_noun),
        cmocka_unit_test(what_is_handed_on_is_not_sure),
        cmocka_unit_test(they_are_the_people_before),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
