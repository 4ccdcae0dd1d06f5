/* What grammar and place say of statements that the model finds: whose they are, where they end, whether anybody says anything
 * and how sure that is. */
#include "sourcing_fixture.h"

struct expected {
    const char *text, *content; /* words of the statement, */
    const char *speaker;        /* of whoever says it, */
    const char *outside;        /* and what it must not hold; NULL: anything */
};

static void check(const struct expected *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_content(cases[i].content);
        if (it == NULL || (cases[i].speaker != NULL && !holds(&it->speaker, cases[i].speaker)) ||
            (cases[i].outside != NULL && holds(&it->content, cases[i].outside)))
            fail_msg("%s", cases[i].text);
    }
}

#define CHECK(cases) check(cases, sizeof(cases) / sizeof *(cases))

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
         "public reassurance", "Ono Brell", "close to the talks"},
        {"Ono Brell said the owners should back it because it was “a good one” and the town is surrounded by pits, "
         "according "
         "to one of the officials familiar with the discussion.",
         "owners should back", "Ono Brell", "officials"},
        {"Ono Brell said he would close the northern pits on Wednesday, the Carreth Times reported in May.",
         "close the northern pits", "Ono Brell", "Carreth Times"},
    };
    (void)state;
    CHECK(cases);
    read_story("Ono Brell plans to close the northern pits on Wednesday, the Carreth Times reports.");
    assert_true(holds(&find_cue("reports")->speaker, "Carreth Times"));
    assert_true(holds(&find_cue("reports")->content, "Ono Brell plans to close the northern pits"));
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

/* Who keeps silent, does a deed or stands for a thing makes no statement. */
static void silence_is_no_statement(void **state)
{
    static const struct {
        const char *text, *content;
        bool speech;
    } cases[] = {
        {"Mr. Brell has repeatedly refused to comment on the details of the strike while it is going on.", "details",
         false},
        {"Mr. Brell declined to say whether the pits would close.", "pits", false},
        {"Mr. Brell offered no indication that work with the miners would be a priority.", "priority", false},
        {"Mr. Brell suggested few ideas for the pits.", "ideas", false},
        {"Mr. Brell suggested that few ideas would help the pits.", "few ideas", true},
        {"The vote was close. But it reveals that dozens of miners voted against her.", "dozens", false},
        {"The council reveals that dozens of miners voted against her.", "dozens", true},
        {"Ono Brell plans to close the pits on Wednesday.", "close", false},
        {"Mr. Brell said no one had closed the pits.", "no one", true},
        {"The report was long. It also highlighted the danger of the pits in which miners work.", "danger", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_content(cases[i].content);
        if ((it != NULL && it->speech) != cases[i].speech)
            fail_msg("%s", cases[i].text);
    }
}

static bool is_sure(const char *text, const char *content)
{
    read_story(text);
    const struct px_attribution *it = find_content(content);
    if (it == NULL)
        fail_msg("%s", text);
    return it->high_tier;
}

/* The high tier is for statements whose speaker is one and known; what goes on with a quotation goes with it. */
static void the_high_tier_is_for_sure_statements(void **state)
{
    (void)state;
    assert_true(is_sure("Ono Brell said that the pits would close.", "pits"));
    assert_false(is_sure("Mr. Brell has repeatedly refused to comment on the details of the strike.", "details"));
    assert_true(is_sure("“We have waited long enough,” the mayor said. Nothing but a road, she added.", "a road"));
    assert_false(is_sure("It rained. Nothing but a road, she added.", "a road"));
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pronouns_keep_out_of_their_words),
        cmocka_unit_test(joined_verbs_share_their_subject),
        cmocka_unit_test(contents_end_with_their_clause),
        cmocka_unit_test(the_inner_speaker_is_quoted),
        cmocka_unit_test(silence_is_no_statement),
        cmocka_unit_test(the_high_tier_is_for_sure_statements),
        cmocka_unit_test(titles_are_no_words),
        cmocka_unit_test(two_phrases_are_no_speaker),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
