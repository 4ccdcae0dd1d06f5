/* What a statement holds, and where it ends. */
#include "sourcing_fixture.h"

/* What describes a speaker ends before a bracket that would stay open. */
static void no_bracket_stays_open(void **state)
{
    (void)state;
    read_story("A miner (a union member, since June) said that the pits would close.\n");
    assert_true(px_slice_is(px_article_speaker(&story.article, 0), "A miner"));
}

/* Nobody says anything where there is but praise, knowledge or what might be said. */
static void deeds_are_no_statements(void **state)
{
    static const struct {
        const char *text, *content;
        bool speech;
    } cases[] = {
        {"Mara Venn praised the ruling.", "ruling", false},
        {"Russia knows that this is not manageable for the mine now.", "manageable", false},
        {"Mara Venn expressed concern about the ruling.", "ruling", true},
        {"Mara Venn said that the ruling was wrong.", "wrong", true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_content(cases[i].content);
        if ((it != NULL && it->speech) != cases[i].speech)
            fail_msg("%s", cases[i].text);
        enum px_voice voice = cases[i].speech ? PX_VOICE_INDIRECT : PX_VOICE_OWN;
        assert_int_equal(story.article.tokens.items[story.article.tokens.count - 2].voice, voice);
    }
}

/* What is said of the speaker or of the saying is not said by anybody. */
static void narration_is_no_content(void **state)
{
    static const struct {
        const char *text, *said, *narrated;
    } cases[] = {
        {"“My view is the ministry should call Nancy and a few other of the miners to say, ‘What would it take to get "
         "an "
         "agreement that would be better and not worse for the workers?’” Mrs. Venn said, aligning herself with a "
         "potential "
         "future ally (Ms. Brell) over a lame-duck minister.",
         "What would it take", "aligning"},
        {"The letter warned Mara Venn that the minister had “ten new pits and two old roads” in the north.",
         "the minister had", "Mara Venn"},
        {"“Absolutely not,” Mara Venn said, adding later: “I signed the bill, and we are going to explain it.”",
         "Absolutely not", "adding"},
        {"The plan saves as much as the law does, even though Mara Venn and Ono Brell have said those cuts would be "
         "ruinous for old miners.",
         "ruinous", "The plan saves"},
        {"Mara Venn said that the plan — broadly praised by Ono Brell — “would end the pits as we know them” and shift "
         "costs to miners.",
         "shift costs", "broadly praised"},
        {"But when Carreth passed a slightly broader version which critics said could allow theft by businesses, "
         "Carreth "
         "lawmakers and Gov. Ono Brell later vowed to “clarify” the language in response to complaints.",
         "could allow", "later vowed"},
        {"Ono Brell said the plan was safe, as Mara Venn said.", "was safe", "as Mara Venn"},
        {"Ono Brell noted that “picking talks on matters of interest for the council is inadequate,” instead, hoping "
         "for a broader meeting.",
         "inadequate", "hoping"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_content(cases[i].said);
        if (it == NULL || holds(&it->content, cases[i].narrated))
            fail_msg("%s", cases[i].text);
    }
}

/* What no mark parts from both sides, or from the end of the sentence, is said with them. */
static void clauses_have_no_holes(void **state)
{
    (void)state;
    read_story(
        "Separately, Ono Brell told reporters the vote didn’t turn out as he wanted but he thinks he did “a pretty "
        "good job” of bringing coal issues to the forefront.");
    const struct px_attribution *it = find_content("turn out");
    assert_non_null(it);
    assert_true(holds(&it->content, "as he wanted but he thinks he did"));
    assert_true(holds(&it->content, "coal issues to the forefront"));
}

/* Where indirect speech ends is doubtful without marks: the model must be the surer, or grammar agree with it. */
static void unmarked_ends_must_be_sure(void **state)
{
    (void)state;
    read_story(
        "The plan saves as much as the law does, even though Mara Venn and Ono Brell have said those cuts would be "
        "ruinous for old miners and the pits closed in spring. “The pits must stay open for good,” Mara Venn said.");
    assert_non_null(find_content("ruinous"));
    assert_false(find_content("ruinous")->high_tier);
    assert_true(find_content("open for good")->high_tier);
    read_story("The plan saves as much as the law does, even though Mara Venn and Ono Brell have said those cuts "
               "would be ruinous for old miners.");
    assert_true(find_content("ruinous")->high_tier);
}

static uint8_t voice_of(const char *word)
{
    const struct px_tokens *tokens = &story.article.tokens;
    size_t at = px_slice_find(story.article.text, px_slice_from(word), 0);
    assert_true(at != SIZE_MAX);
    return tokens->items[px_tokens_reaching(tokens, (uint32_t)at)].voice;
}

/* A source that begins or ends a sentence has all of it. */
static void the_source_has_the_sentence(void **state)
{
    (void)state;
    read_story("According to The Courier, Mara Venn sought to mend her outrageous plan after a vote in Carreth.");
    assert_int_equal(voice_of("outrageous"), PX_VOICE_INDIRECT);
    read_story("Mara Venn has taken to the network to blast her brother, Ono Brell, The Courier is reporting.");
    assert_int_equal(voice_of("blast"), PX_VOICE_INDIRECT);
    read_story("Mara Venn sought to mend her outrageous plan after a vote in Carreth.");
    assert_int_equal(voice_of("outrageous"), PX_VOICE_OWN);
}

/* What is said goes on with a verb of its own behind a comma or a quotation; what is done does not. */
static void reports_go_on(void **state)
{
    static const struct {
        const char *text, *word;
        bool own;
    } cases[] = {
        {"Union candidate Ono Brell said Sunday he wasn't questioning whether the mayor believes in the town's need to "
         "take care of the harbour, but was in fact challenging plans that put the harbour above the people living on "
         "it.",
         "fact", false},
        {"He took calls from listeners who said they had misgivings about Mrs. Venn, but could not bear to insult Mr. "
         "Brell.",
         "insult", false},
        {"Former Sen. Ono Brell (R-Carr.) has not said what he will do, but the Associated Press reported Tuesday that "
         "he was \"leaning strongly\" towards a run and would likely announce his candidacy early next week.",
         "likely", false},
        {"Venn said afterward that she was \"thrilled\" by the strong support and reminded the outrageous crowd that "
         "she "
         "had won.",
         "outrageous", true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        if ((voice_of(cases[i].word) == PX_VOICE_OWN) != cases[i].own)
            fail_msg("%s: %s", cases[i].text, cases[i].word);
    }
}

/* Words in quotation marks that nobody says. */
static void marks_alone_say_nothing(void **state)
{
    (void)state;
    read_story("Mara Venn doesn’t use the word “cuts” on Monday.\n"
               "Ono Brell appeared to agree with the minister that “there are some things that should be changed.”");
    for (size_t i = 0; i < story.article.attributions.count; i++)
        assert_false(story.article.attributions.items[i].speech);
}

/* What is said ends neither within a quotation nor within a clause. */
static void contents_are_whole(void **state)
{
    (void)state;
    read_story("Mara Venn, a miner, stood before the court on Monday and said, “The mine may be big.\n"
               "But nobody is too big to be challenged.”\nIt rained all day.");
    assert_true(holds(&find_content("may be big")->content, "too big to be challenged"));
    assert_int_equal(story.article.quotations.count, 2);
    assert_int_equal(story.article.quotations.items[1].continues, 0);
}

static void a_statement_is_speech(void **state)
{
    (void)state;
    read_story("Mara Venn said that the pits would close.");
    assert_true(find_cue("said")->speech);
}

static void follows_speech_over_paragraphs(void **state)
{
    (void)state;
    read_story("# Bridge closed\n"
               "“We will fight. We have waited for nine months in the cold.\n"
               "“We will win,” said Ono Brell.\n"
               "“The bridge was never safe. Everybody in the council knew it, and nobody told us so.\n"
               "“I warned them twice,” Mara Venn said. “They did not listen.”\n");
    const struct px_attribution *brell = find_cue("said");
    const struct px_attribution *venn = &story.article.attributions.items[story.article.attributions.count - 1];
    assert_int_equal(story.article.attributions.count, 2);
    assert_true(holds(&brell->speaker, "Ono Brell"));
    assert_true(holds(&brell->content, "We will fight"));
    assert_false(holds(&brell->content, "never safe"));
    assert_true(holds(&venn->speaker, "Mara Venn"));
    assert_true(holds(&venn->content, "never safe"));
    assert_true(holds(&venn->content, "warned them twice"));
    assert_true(holds(&venn->content, "did not listen"));
}

static void the_tail_owns_the_sentence(void **state)
{
    (void)state;
    read_story("Corvin used public money to settle a lawsuit his former aide, Mara Venn, had filed in 2014, the "
               "Courier reported "
               "in May.\n");
    const struct px_attribution *it = find_cue("reported");
    assert_non_null(it);
    assert_int_equal(it->speaker.count, 1);
    assert_true(holds(&it->speaker, "Courier"));
    assert_true(holds(&it->content,
                      "Corvin used public money to settle a lawsuit his former aide, Mara Venn, had filed in 2014"));
}

static void attributes_are_no_cues(void **state)
{
    (void)state;
    read_story("The poll was a promising sign for the union, which had lost the vote in May.\n");
    assert_null(find_cue("promising"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_bracket_stays_open),
        cmocka_unit_test(reports_go_on),
        cmocka_unit_test(follows_speech_over_paragraphs),
        cmocka_unit_test(deeds_are_no_statements),
        cmocka_unit_test(contents_are_whole),
        cmocka_unit_test(narration_is_no_content),
        cmocka_unit_test(clauses_have_no_holes),
        cmocka_unit_test(the_source_has_the_sentence),
        cmocka_unit_test(unmarked_ends_must_be_sure),
        cmocka_unit_test(marks_alone_say_nothing),
        cmocka_unit_test(a_statement_is_speech),
        cmocka_unit_test(the_tail_owns_the_sentence),
        cmocka_unit_test(attributes_are_no_cues),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
