#include "sourcing_fixture.h"

static void finds_who_says_what(void **state)
{
    static const struct {
        const char *cue, *speaker, *content;
    } expected[] = {
        {"said on", "Mara Venn", "the pits would close"},
        {"denied", "The minister", "he had promised new pits"},
        {"according", "two officials", "roads were closed"},
        {"reported", "The Courier", "a vote had been taken"},
        {"told", "Ono Brell", "They lied"},
    };
    (void)state;
    read_story(tale);
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        const struct px_attribution *it = find_cue(i == 0 ? "said" : expected[i].cue);
        if (it == NULL || !holds(&it->speaker, expected[i].speaker) || !holds(&it->content, expected[i].content))
            fail_msg("%s, %s, %s", expected[i].speaker, expected[i].cue, expected[i].content);
    }
    assert_true(find_cue("denied")->denied);
    assert_true(find_cue("according")->anonymous);
}

/* A quotation that goes on from paragraph to paragraph is its speaker's, whoever spoke in the paragraph before; one whose
 * sentence ends within its marks has one speaker. */
static bool headline_speaks(const char *headline)
{
    char text[512];
    snprintf(text, sizeof text, "# %s\nMara Venn met Ono Brell on Monday. It rained all day.\n", headline);
    read_story(text);
    return story.article.attributions.count > 0;
}

static void the_colon_of_a_headline_needs_a_speaker(void **state)
{
    (void)state;
    assert_true(headline_speaks("Mara Venn: The pits will close next year"));
    assert_true(headline_speaks("Police: Five dead in crash"));
    assert_false(headline_speaks("Mission Impossible: Will Mara Venn Thaw the Talks?"));
    assert_false(headline_speaks("Oskar resigns: “I will not be bullied”"));
    assert_true(headline_speaks("Venn aides: “It is over”"));
}

/* What a headline only may have said is a deed sooner. */
static void a_headline_speaks_surely_or_not(void **state)
{
    (void)state;
    assert_true(headline_speaks("Mara Venn says the pits will close next year"));
    assert_false(headline_speaks("Mara Venn Named Interim Mayor of Port Ansel"));
    assert_false(headline_speaks("Mara Venn Responds to Claims of Neglect"));
}

/* Whose name the speaker's phrase holds is not always who speaks. */
static void a_name_beside_does_not_speak(void **state)
{
    static const struct {
        const char *text, *name;
    } cases[] = {
        {"Ono Brell said that the pits would close.", "Ono Brell"},
        {"Ono Brell's lawyer said that the pits would close.", NULL},
        {"The lawyer, Ono Brell, said that the pits would close.", "Ono Brell"},
        {"On Monday miner Ono Brell said that the pits would close.", "Ono Brell"},
        {"The Russian government said that the pits would close.", "Russia"},
        {"A former Russian official said that the pits would close.", NULL},
        {"Ono Brell, who was mayor of Carreth from 2006 to 2012, on Monday said that the pits would close.",
         "Ono Brell"},
        {"The chairman of the Harbour Council Rep. Ono Brell said that the pits would close.", "Ono Brell"},
        {"The former attorney for the District of Columbia Anna Brell said that the pits would close.", "Anna Brell"},
        {"An adviser to the Harbour Council said that the pits would close.", NULL},
        {"CARRETH -- Ono Brell said that the pits would close.", "Ono Brell"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_cue("said");
        const struct px_entity *entity =
            it == NULL || it->entity == PX_NONE ? NULL : &story.article.entities.items[it->entity];
        if (it == NULL || (entity == NULL) != (cases[i].name == NULL) ||
            (entity != NULL && !px_slice_is(entity->name, cases[i].name)))
            fail_msg("%s: %.*s", cases[i].text, entity == NULL ? 0 : (int)entity->name.size,
                     entity == NULL ? "" : entity->name.data);
    }
}

/* "He" that nobody else is known by is the subject of the sentence, or of the one before a description spoke. */
static void a_pronoun_is_the_subject_above(void **state)
{
    static const struct {
        const char *text, *cue;
    } cases[] = {
        {"Boris Brell met Peter Venn on Monday. Finally, Mayor Boris Brell, who followed Peter Venn as chief, sought "
         "to "
         "excuse the failures by blaming them on the union, which he called the \"single greatest threat to peace.\"",
         "called"},
        {"Boris Brell met Peter Venn on Monday. (The real estate mogul said that the price was high.)\nBoris Brell, "
         "however, isn't worried that Peter Venn will actually win.\n\"The town cannot pick such people,\" he added.",
         "added"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_cue(cases[i].cue);
        if (it == NULL || it->entity == PX_NONE ||
            !px_slice_is(story.article.entities.items[it->entity].name, "Boris Brell"))
            fail_msg("%s", cases[i].text);
    }
}

/* "Brell, according to the report, told": another says that he did. */
static void what_is_told_of_a_speaker_is_less_sure(void **state)
{
    (void)state;
    read_story("Ono Brell told the miners that the pits would close.\n");
    assert_true(find_cue("told")->high_tier);
    read_story("Ono Brell, according to the report, told the miners that the pits would close.\n");
    const struct px_attribution *it = find_cue("told");
    assert_true(it == NULL || !it->high_tier || !holds(&it->speaker, "according"));
}

/* What is said is no person. */
static void an_apology_is_no_person(void **state)
{
    (void)state;
    read_story("Ono Brell's apology said that the pits would close.\n");
    assert_int_equal(find_cue("said")->speaker_kind, PX_SPEAKER_DOCUMENT);
    read_story("Ono Brell's lawyer said that the pits would close.\n");
    assert_int_equal(find_cue("said")->speaker_kind, PX_SPEAKER_PERSON);
}

/* Several of them are a group, one of them is not. */
static void a_few_are_a_group(void **state)
{
    (void)state;
    read_story("A few of her rivals said that the pits would close.\n");
    assert_int_equal(find_cue("said")->speaker_kind, PX_SPEAKER_GROUP);
    read_story("One of her rivals said that the pits would close.\n");
    assert_int_equal(find_cue("said")->speaker_kind, PX_SPEAKER_PERSON);
}

/* A spokesman without a name stands for his council; a name of his own is his. */
static void a_spokesman_is_a_delegate(void **state)
{
    (void)state;
    read_story("A Harbour Council spokesman said that the pits would close. The Harbour Council met.\n");
    const struct px_attribution *it = find_cue("said");
    assert_true(speaks(it, "Harbour Council"));
    assert_true(it->delegate);
    assert_true(px_slice_is(px_article_speaker(&story.article, 0), "A Harbour Council spokesman"));
    read_story("Harbour Council spokesman Ono Brell said that the pits would close.\n");
    assert_true(speaks(find_cue("said"), "Ono Brell"));
    assert_false(find_cue("said")->delegate);
    read_story("A spokesman for the developer, Carreth Homes, said that the pits would close. It rained.\n");
    assert_true(speaks(find_cue("said"), "Carreth Homes"));
}

/* What stands between name and verb in a headline speaks: the aide, not whom he serves. */
static void an_aide_speaks_in_a_headline(void **state)
{
    (void)state;
    read_story("# Brell Aide Accuses Mara Venn of Fraud\nOno Brell met Mara Venn on Monday. Ono Brell was late.\n");
    const struct px_attribution *it = find_cue("Accuses");
    assert_non_null(it);
    assert_int_equal(it->entity, PX_NONE);
    assert_true(holds(&it->speaker, "Brell Aide"));
}

/* A verb without a subject of its own has that of the clause it hangs on. */
static void grammar_tells_whose_words(void **state)
{
    static const struct {
        const char *text, *content, *name;
    } cases[] = {
        {"Mara Venn tried to clarify her comment that Ono Brell believed in “phony pits,” saying that she was talking "
         "of the roads.",
         "talking of the roads", "Mara Venn"},
        {"Mara Venn walked out of the courthouse saying that she feels no anger toward her bosses.", "no anger",
         "Mara Venn"},
        {"Asked by Ono Brell about her claims that pits lead to more strikes, Mara Venn insisted that this was “a fact "
         "of life.”",
         "fact of life", "Mara Venn"},
        {"Asked whether Ono Brell lacked sympathy for miners, Mara Venn did not back down, saying, “I think that he "
         "has a "
         "very bad record.”",
         "bad record", "Mara Venn"},
        {"Mara Venn met Ono Brell. The ruling drew the ire of Justice Carl Ostrom, who said that the claims "
         "were weak.",
         "weak", "Carl Ostrom"},
        {"Ono Brell, a lawyer for the mine, said the handful of women named as plaintiffs did not have typical "
         "experiences.",
         "typical", "Ono Brell"},
        {"Ono Brell told The Courier that he would wait. But he also said that Mr. Ostrom was not guilty of “theft.”\n"
         "“I know that miners make good decisions,” he said.\nCarl Ostrom mines coal.",
         "good decisions", "Ono Brell"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        if (!speaks(find_content(cases[i].content), cases[i].name))
            fail_msg("%s", cases[i].text);
    }
}

/* Of several phrases that the model marks the verb's own subject speaks; where two may have spoken, nobody is named. */
static void only_the_subject_speaks(void **state)
{
    (void)state;
    read_story("Miners have argued that cutting jobs should be part of a broad reform, but owners have pushed for "
               "immediate action while a broader overhaul of the law is worked out.");
    const struct px_attribution *owners = find_cue("pushed");
    assert_true(holds(&owners->speaker, "owners"));
    assert_false(holds(&owners->speaker, "Miners"));
    read_story("Carl Ostrom, in his interview with the Courier, told the council that the pits would close.");
    assert_int_equal(find_cue("told")->speaker.count, 1);
    assert_true(speaks(find_cue("told"), "Carl Ostrom"));
    read_story(
        "Carl Brell met Peter Venn. “It was cold,” Mr. Brell said. Asked about Mr. Venn and John Ostrom, he said "
        "it was warm.");
    const struct px_attribution *he = find_content("warm");
    assert_true(speaks(he, NULL));
    assert_false(he->high_tier);
    assert_true(speaks(find_content("cold"), "Carl Brell"));
    read_story(
        "Mr. Brell said on Monday that he was fine.\nOn Friday, the day that Mr. Ostrom stood on the steps of a "
        "courthouse and pledged his loyalty to the council, Mr. Brell bashed the inquiry that had led armed agents "
        "to his friend’s house.\n“Greatest hunt in the history of the north!” he wrote on Monday.");
    assert_true(speaks(find_content("Greatest hunt"), "Brell"));
    read_story("“It was cold,” Carl Brell said.\nMiners had met John Ostrom on the quay.\n“The pits close,” he said.");
    assert_false(find_content("close")->high_tier && speaks(find_content("close"), "Carl Brell"));
}

/* "it", "they" and "the company" stand for who spoke before, or for nobody. */
static void pronouns_speak_for_their_kind(void **state)
{
    (void)state;
    read_story("The lawsuit alleges that the mine is unsafe. It also claims that its managers knew of this for years.");
    assert_int_equal(find_content("managers")->speaker_kind, PX_SPEAKER_DOCUMENT);
    read_story("Ono Brell said that the pits would close. They said that the roads would be closed as well.");
    assert_int_equal(find_content("roads")->entity, PX_NONE);
    assert_int_equal(find_content("roads")->speaker_kind, PX_SPEAKER_GROUP);
    read_story(
        "Six newspapers in the valley said that the mayor was not fit. They said that the pits had been closed.");
    assert_int_equal(find_content("pits")->speaker_kind, PX_SPEAKER_MEDIA);
    read_story("The group said that the roads were closed. It also said that the pits had been closed.");
    assert_int_equal(find_content("pits")->speaker_kind, PX_SPEAKER_GROUP);
    read_story(
        "The Harbour Board urged members to reject the bill.\nThe bill would close the pits, and there is more.\nIt "
        "would tax the roads, and it stipulates that the miners must pay for all of that.");
    assert_false(find_content("miners must pay")->high_tier && speaks(find_content("miners must"), "Harbour Board"));
    read_story("The Harbour Board said that the pits would close. It also claimed that the miners must pay.");
    assert_true(find_content("miners must pay")->high_tier && speaks(find_content("miners must"), "Harbour Board"));
    read_story("Several justices said that the case was weak.");
    assert_int_equal(find_content("weak")->speaker_kind, PX_SPEAKER_GROUP);
    read_story(
        "“We welcome your readiness to talk about how the old rules of the harbour can help the town in these hard "
        "times,” the letter states.");
    assert_int_equal(find_content("readiness")->speaker_kind, PX_SPEAKER_DOCUMENT);
}

/* Whoever is sacked in the sentence is not "sacked minister". */
static void a_deed_is_no_part_of_an_office(void **state)
{
    (void)state;
    read_story("President Ono Brell on Thursday sacked Finance Minister Mara Venn in a reshuffle of the cabinet.");
    assert_true(px_slice_is(story_entity("mara venn")->role, "Finance Minister"));
    read_story("The sacked finance minister Mara Venn said on Thursday that the reshuffle of the cabinet was wrong.");
    assert_true(px_slice_is(story_entity("mara venn")->role, "sacked finance minister"));
}

static void several_speak_at_once(void **state)
{
    (void)state;
    read_story("Mara Venn and Ono Brell met. On Monday Mara Venn and Ono Brell said that the pits would close.");
    const struct px_attribution *it = find_content("pits");
    assert_non_null(it);
    assert_int_equal(it->also_count, 1);
    assert_true(it->entity != it->also[0]);
    read_story(
        "On Monday Mara Venn and Ono Brell, both Republicans, said that the pits would close. Venn and Brell met.");
    assert_int_equal(find_content("pits")->also_count, 1);
}

/* A parser takes "Long" for no name; a day does not speak for that. */
static void a_day_does_not_speak(void **state)
{
    (void)state;
    read_story(
        "Long on Monday also denied that a clarification of the law would be needed before this weekend’s games.");
    const struct px_attribution *it = find_content("clarification");
    assert_non_null(it);
    assert_false(holds(&it->speaker, "Monday") && it->high_tier);
    read_story("A Harbour News/Carreth Ledger poll last week found that voters favored a council of miners over one of "
               "owners by 46 percent.");
    it = find_content("favored a council"); /* nor is it part of a name */
    assert_true(it != NULL && holds(&it->speaker, "poll") && !holds(&it->speaker, "week"));
}

static void names_are_withheld(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool withheld;
    } cases[] = {
        {"A miner who spoke on condition of anonymity said that the pits would close.", true},
        {"Mara Venn said that a miner who spoke on condition of anonymity was wrong.", false},
        {"Two officials, including the spokeswoman Mara Venn, said that the pits would close.", false},
        {"Two officials, including Harbour Secretary Mara Venn, said that the pits would close.", false},
        {"Two officials, including Norhaven’s mayor Mara Venn, said that the pits would close.", false},
        {"Two officials, including Mara Venn’s aide, said that the pits would close.", true},
        {"Two officials, including an aide to Mara Venn, said that the pits would close.", true},
        {"Two officials, including the spokeswoman, said that the pits would close.", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        assert_int_equal(find_cue("said")->anonymous, cases[i].withheld);
    }
}

static void the_relative_clause_tells_whose(void **state)
{
    (void)state;
    read_story("The council met angry miners, who said that the pits would close.");
    const struct px_attribution *it = find_cue("said");
    assert_true(px_slice_is(px_slice_span(story.article.text, px_attribution_namer(it)), "angry miners"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_who_says_what),
        cmocka_unit_test(what_is_told_of_a_speaker_is_less_sure),
        cmocka_unit_test(an_apology_is_no_person),
        cmocka_unit_test(a_few_are_a_group),
        cmocka_unit_test(a_spokesman_is_a_delegate),
        cmocka_unit_test(the_colon_of_a_headline_needs_a_speaker),
        cmocka_unit_test(a_headline_speaks_surely_or_not),
        cmocka_unit_test(a_name_beside_does_not_speak),
        cmocka_unit_test(a_pronoun_is_the_subject_above),
        cmocka_unit_test(an_aide_speaks_in_a_headline),
        cmocka_unit_test(grammar_tells_whose_words),
        cmocka_unit_test(only_the_subject_speaks),
        cmocka_unit_test(pronouns_speak_for_their_kind),
        cmocka_unit_test(a_deed_is_no_part_of_an_office),
        cmocka_unit_test(several_speak_at_once),
        cmocka_unit_test(a_day_does_not_speak),
        cmocka_unit_test(names_are_withheld),
        cmocka_unit_test(the_relative_clause_tells_whose),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
