/* What grammar and place say of statements that the model finds: whose they are. */
#include "sourcing_fixture.h"

/* "He" and "she" are whom the place of the pronoun allows. */
static void pronouns_keep_out_of_their_words(void **state)
{
    (void)state;
    read_story(
        "Ono Brell, a miner, and Clara Venn, a lawyer, met on Monday. Clara Venn did not agree with Mr. Brell in "
        "an interview on Friday.\n"
        "“He did not even carry his own town for Mary Ostrom, so I do not know why he is saying that,” she said.");
    assert_true(speaks(find_content("carry his own town"), "Clara Venn"));
    read_story("Mr. Carl Ostrom and Ms. Mary Hask have been at odds with the ministry since a meeting with John Brell, "
               "when he said he would be proud to take responsibility for the strike.");
    assert_true(speaks(find_content("proud"), "John Brell"));
}

/* A day is no speaker beside a name that is an adverb, too; who is named right before a quotation speaks it. */
static void names_speak_before_days_and_quotations(void **state)
{
    (void)state;
    read_story("David Long met the council. Long on Monday also denied that a clarification of the law would be needed "
               "before this weekend.");
    assert_true(speaks(find_content("clarification"), "David Long"));
    read_story("And actor Ashton Brell recently tweeted: “Virginia are you also going to allow Christian owners to ban "
               "miners from coming in? Or Vice Versa?”");
    assert_true(speaks(find_content("Christian owners"), "Ashton Brell"));
}

/* "They" are the two who are joined before. */
static void they_are_who_is_joined(void **state)
{
    (void)state;
    read_story(
        "On Monday, Senate President David Wills and Speaker Brian Oakes, both Harbourers, held a meeting. They said "
        "they will swiftly try to \"clarify\" its language.");
    const struct px_attribution *it = find_content("swiftly");
    assert_true(speaks(it, "David Wills"));
    assert_int_equal(it->also_count, 1);
    assert_true(px_slice_is(story.article.entities.items[it->also[0]].name, "Brian Oakes"));
    read_story(
        "A friend of David Wills and Brian Oakes held a meeting. They said they will swiftly try to \"clarify\" its "
        "language.");
    assert_true(speaks(find_content("swiftly"), NULL));
}

/* "Oakes's lawyers" lead the sentence, not Oakes. */
static void a_pronoun_is_rarely_whose_people_lead(void **state)
{
    (void)state;
    read_story("Carl Brell met John Oakes in May. The rain fell. Snow fell. Ice came. The river rose. The river fell. "
               "For John Oakes's lawyers, Carl Brell said he was free.");
    const struct px_mention *he = &story.article.mentions.items[story.article.mentions.count - 1];
    assert_true(he->form == PX_MENTION_PRONOUN);
    assert_true(px_slice_is(story.article.entities.items[he->entity].name, "Carl Brell"));
}

/* Who speaks is the subject of the verb's own clause. */
static void a_clause_of_its_own_has_its_speaker(void **state)
{
    (void)state;
    read_story(
        "Several council members called on him to step aside if the claims are true – and at least one councillor, "
        "Tarn’s John Brell, said he should go regardless.");
    assert_true(speaks(find_content("regardless"), "John Brell"));
    read_story("Several council members called on him to step aside if the claims are true and said he should go.");
    const struct px_attribution *it = find_content("should go");
    assert_true(it != NULL && holds(&it->speaker, "council members"));
}

static bool is_named(const struct px_attribution *it, const char *words)
{
    return it != NULL && px_slice_is(px_slice_span(story.article.text, px_attribution_namer(it)), words);
}

/* "Who" stands for people, and for those of an earlier "who". */
static void who_stands_for_people(void **state)
{
    (void)state;
    read_story("Before the vote, the report led to a flurry of reactions by senior members of Parliament who said that "
               "the claims could be grounds for a trial.");
    assert_true(is_named(find_content("grounds"), "senior members of Parliament"));
    read_story("CARRETH — The miners re-elected Clara Venn as union leader over an Oldport lawmaker who said the union "
               "had lost its way.");
    assert_true(is_named(find_content("lost its way"), "an Oldport lawmaker"));
    read_story("The Courier interviewed three women who were teenagers at the time who claimed Brell pursued them when "
               "he was a teacher.");
    assert_true(is_named(find_content("pursued"), "three women"));
}

/* Joined verbs have one subject, in headlines too, whatever the parser makes of them. */
static void joined_verbs_share_their_subject(void **state)
{
    static const struct expected cases[] = {
        {"# Brell warns strike could last 'years,' says he has 'no choice'\nIt rained on Monday.", "no choice", "Brell",
         NULL},
        {"# Mayor warns strike could last 'years,' claims talks are 'dead' for now\nIt rained on Monday.", "dead",
         "Mayor", NULL},
        {"President Venn stood firm Friday on the road after the second council meeting with mining leaders this week "
         "broke "
         "up with no apparent deal, telling miners the talks were over and saying he could even close a \"northern "
         "pit\" to "
         "bypass the council if necessary.",
         "he could even close", "President Venn", NULL},
        {"President Venn stood firm Friday on the road after the second council meeting with mining leaders this week "
         "broke "
         "up with no apparent deal, reminding owners the strike was legal and insisting the owners had lied.",
         "strike was legal", "President Venn", NULL},
        {"The California miner spoke briefly to reporters following the vote, saying she feels “exhilarated” at being "
         "re-elected.",
         "she feels", "California miner", NULL},
    };
    (void)state;
    CHECK(cases);
}

/* Of whom the speaker's views are, and whose plans, does not speak with him. */
static void an_owner_is_no_joint_speaker(void **state)
{
    (void)state;
    read_story(
        "The council met on Monday.\nIvo Hask and Ada Brell were there. Sen. Ada Brell, whose views on Ivo Hask and "
        "her plans have changed, said that the pits are closed.");
    const struct px_attribution *it = find_content("pits are closed");
    assert_true(speaks(it, "Ada Brell"));
    assert_int_equal(it->also_count, 0);
}

/* A number before the noun does not hide who speaks. */
static void a_number_hides_no_noun(void **state)
{
    static const char *const stories[] = {
        "The council met on Monday.\nMore than a half-dozen House and Senate Democrats also have said that they will "
        "skip "
        "the feast, calling it an affront to the miners.",
        "The council met on Monday.\nA handful of Democrats said that they will skip the feast.",
    };
    (void)state;
    for (size_t i = 0; i < sizeof stories / sizeof *stories; i++) {
        read_story(stories[i]);
        const struct px_attribution *it = find_content("skip the feast");
        assert_non_null(it);
        assert_int_equal(it->speaker_kind, PX_SPEAKER_GROUP);
        assert_int_equal(it->actor, PX_ACTOR_PARTY);
    }
}

/* Of several parts of a speaker the pronoun right before the verb speaks. */
static void the_pronoun_at_the_verb_speaks(void **state)
{
    (void)state;
    read_story(
        "The council met on Monday.\nA meeting was held there.\n"
        "Following Prime Minister Clara Venn’s unusually direct message to Varn in November 2017 in which she said "
        "directly to the council: “we know what you are doing. And you will not succeed,” Brell specifically mentioned "
        "Varn's activities in the north.");
    const struct px_attribution *it = find_content("you are doing");
    assert_non_null(it);
    assert_int_equal(it->speaker.count, 1);
    assert_true(holds(&it->speaker, "she") && speaks(it, "Clara Venn"));
}

/* Who is named beside the speaker does not speak; who holds the office before a body's name does. */
static void the_head_of_the_phrase_speaks(void **state)
{
    (void)state;
    read_story("The three judges in the minority, among them Clara Venn, a miner, wrote that the law was void.");
    const struct px_attribution *it = find_content("law was void");
    assert_true(speaks(it, NULL));
    assert_int_equal(it->speaker_kind, PX_SPEAKER_GROUP);
    read_story(
        "In a letter seen by this paper the chairman of the Harbour Council, Ono Brell, wrote to the owners: “The "
        "pits will close by the end of the summer.”");
    it = find_content("pits will close");
    assert_true(speaks(it, "Ono Brell"));
    assert_false(holds(&it->content, "letter"));
}

/* What stands beside the speaker may be the source: according to whom it is so, and whom a report cites. */
static void the_source_beside_the_speaker_tells(void **state)
{
    static const struct expected cases[] = {
        {"Ono Brell, according to the indictment, told Clara Venn that he should “do as the owners do” in the pits.",
         "do as the owners do", "the indictment", NULL},
        {"The Courier published the story on Thursday, citing two council officials who said Ono Brell had closed the "
         "pits.",
         "had closed", "two council officials", "officials"},
        /* the source frames the sentence, in front and behind; quoted speech stays with who spoke it */
        {"According to the indictment, Mr. Brell told “senior council officials” about the stolen letters that could "
         "be "
         "damaging to Mrs. Hask.",
         "about the stolen letters", "the indictment", NULL},
        {"Three senior aides told Mr. Brell that he should quit, according to people familiar with the talks.",
         "he should quit", "people familiar with the talks", NULL},
        {"Mr. Brell told Clara Venn that the mine was safe, the indictment said.", "the mine was safe",
         "the indictment", NULL},
        {"“We cannot open the mine this year,” Ono Brell said, according to the Courier.", "cannot open the mine",
         "Ono Brell", NULL},
        {"A survey by the engineers last October recommended that blocked drains be cleared soon, according to a copy "
         "seen by the Courier.",
         "drains be cleared", "A survey", NULL},
    };
    (void)state;
    CHECK(cases);
}

/* Who is named in a clause about the speaker does not speak with him. */
static void nobody_speaks_in_a_relative_clause(void **state)
{
    (void)state;
    read_story("Mayor Ada Venn met Ono Brell in May. Senator Clara Hask, whose views on Brell and his policies have "
               "changed, said the dam was safe.");
    const struct px_attribution *it = find_content("dam was safe");
    assert_non_null(it);
    assert_int_equal(it->also_count, 0);
    read_story("Senator Clara Hask and Mayor Ada Venn said the dam was safe.");
    assert_int_equal(find_content("dam was safe")->also_count, 1);
    read_story("Ann Hask, Ivo Brell and Ono Venn said that the mine was closed."); /* all of a list */
    assert_int_equal(find_content("mine was closed")->also_count, 2);
    read_story("Ann Hask, Ivo Brell’s deputy, and Ono Venn said that the mine was closed.");
    assert_int_equal(find_content("mine was closed")->also_count, 1);
}

/* Quoted words that one passes on are another's. */
static void the_inner_speaker_is_quoted(void **state)
{
    static const struct expected cases[] = {
        {"“We got wiped out in the north, and we are toxic in the towns,” aides said Mr. Brell told his miners behind "
         "closed "
         "doors before the vote.",
         "We got wiped out", "Mr. Brell", "behind closed doors"},
        {"\"She has not committed any crime but she has no choice but to take this course,\" the letter addressed to "
         "Ono "
         "Brell reads, according to the Carreth Times.",
         "not committed any crime", "the letter", "reads"},
        {"“We got wiped out in the north, and we are toxic in the towns,” aides said on Monday before the vote.",
         "We got wiped out", "aides", NULL},
    };
    (void)state;
    CHECK(cases);
}

/* The scene as a fit sees it. */
static void look(void *to, const struct px_scene *scene)
{
    bool *doubts = to;
    for (uint32_t t = 0; t < scene->count; t++)
        assert_true(scene->starts[t] == PX_NONE || scene->starts[t] < scene->cues.count);
    assert_true(scene->cues.count > 0);
    for (int wide = 0; wide < 2; wide++) {
        struct px_cue cue = {.speaker = {wide ? 3 : 0, wide ? 9 : 2}};
        px_sourcing_doubt_phrase(scene, &cue);
        doubts[wide] = cue.unsure;
    }
}

/* "The council members a long report", each of which hangs elsewhere, are no speaker; a fit sees the cues. */
static void two_phrases_are_no_speaker(void **state)
{
    bool doubts[2] = {false, false};
    const struct px_scene_watch watch = {look, doubts};
    const struct px_annotate_options options = {.parser = parser, .splitter = &grammar->splitter, .watch = &watch};
    (void)state;
    story_lay_out("The minister gave the council members a long report that said nothing.");
    assert_int_equal(px_annotate(&story.worker, &options, &story.article, &story.error), PX_OK);
    assert_false(doubts[0]);
    assert_true(doubts[1]);
}

/* Whoever is told something in the passive does not say it. */
static void who_is_told_does_not_speak(void **state)
{
    (void)state;
    read_story(
        "A senior Carreth diplomat, who spoke on condition of anonymity, said the minister had handed over a list "
        "of 26 names and had been assured that “a number of them” would be freed by the end of the month.");
    const struct px_attribution *it = find_cue("assured");
    assert_true(it == NULL || !it->high_tier);
}

static void assert_namer(const char *text, const char *cue, const char *namer)
{
    read_story(text);
    const struct px_attribution *it = find_cue(cue);
    assert_non_null(it);
    struct px_slice name = px_slice_span(story.article.text, px_attribution_namer(it));
    if (!px_slice_starts(name, px_slice_from(namer)))
        fail_msg("%.*s, not %s", PX_SLICE_ARG(name), namer);
}

/* "Who" is somebody, and of several where its verb is a plural's; else nobody is named. */
static void who_stands_for_the_right_people(void **state)
{
    (void)state;
    assert_namer(
        "But at home she faces rivals for the 2016 nomination like Mayor Ono Brell of Carreth who flatly oppose "
        "the pact with Kestria.",
        "oppose", "rivals for");
    assert_namer("Mrs. Hask faces critics of the plan who say that the pact is dead.", "say", "critics");
    assert_namer("The paper spoke to three other miners who were boys at the time who claimed Mr. Brell had lied to "
                 "them.",
                 "claimed", "three other miners");
}

/* Whose object the name before the colon is, of him the words are said. */
static void an_object_of_a_headline_does_not_speak(void **state)
{
    (void)state;
    read_story(
        "# Carreth Miners Defend Ono Brell: ‘It Was Long Ago’\nMayor Ono Brell left on Monday. Mr. Brell is out.");
    assert_null(find_content("Long Ago"));
    read_story("# Ono Brell: ‘It Was Long Ago’\nMayor Ono Brell left on Monday. Mr. Brell is out.");
    assert_true(speaks(find_content("Long Ago"), "Ono Brell"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pronouns_keep_out_of_their_words),
        cmocka_unit_test(names_speak_before_days_and_quotations),
        cmocka_unit_test(they_are_who_is_joined),
        cmocka_unit_test(a_pronoun_is_rarely_whose_people_lead),
        cmocka_unit_test(joined_verbs_share_their_subject),
        cmocka_unit_test(an_owner_is_no_joint_speaker),
        cmocka_unit_test(a_number_hides_no_noun),
        cmocka_unit_test(the_pronoun_at_the_verb_speaks),
        cmocka_unit_test(the_head_of_the_phrase_speaks),
        cmocka_unit_test(the_inner_speaker_is_quoted),
        cmocka_unit_test(two_phrases_are_no_speaker),
        cmocka_unit_test(the_source_beside_the_speaker_tells),
        cmocka_unit_test(nobody_speaks_in_a_relative_clause),
        cmocka_unit_test(who_is_told_does_not_speak),
        cmocka_unit_test(who_stands_for_people),
        cmocka_unit_test(an_object_of_a_headline_does_not_speak),
        cmocka_unit_test(a_clause_of_its_own_has_its_speaker),
        cmocka_unit_test(who_stands_for_the_right_people),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
