/* Motives: who is said to have which purpose. */
#include "told_fixture.h"

/* "suspicious anna halden | sought to | silence critics; …", "bare" and "negated" in front */
static void describe(struct px_buffer *out)
{
    for (size_t i = 0; i < story.article.motives.count; i++) {
        const struct px_motive *motive = &story.article.motives.items[i];
        px_buffer_printf(out, "%s%s%s%s%s ", i > 0 ? "; " : "", motive->bare ? "bare " : "",
                         motive->points ? "pointing " : "", motive->negated ? "negated " : "",
                         px_aim_name(motive->aim));
        add_party(out, &motive->actor);
        px_buffer_string(out, " | ");
        add_words(out, motive->cue);
        px_buffer_string(out, " | ");
        add_words(out, motive->purpose);
    }
}

static const struct told cases[] = {
    {"Anna Halden sought to silence her critics.", "suspicious anna halden | sought to | silence her critics"},
    {"Anna Halden used her office for the purpose of interfering with, or affecting, the vote.", ""},
    {"Peter Corvin spoke of the things that Anna Halden wants to win.", ""},
    {"Even if Anna Halden sought to silence her critics, they would win.", ""},
    {"While Anna Halden hopes to win it, Peter Corvin is far less calm.",
     "pointing plain anna halden | hopes to | win it"},
    {"“I think that Anna Halden hopes to deflect it,” said Peter Corvin, a miner in the town.",
     "pointing plain anna halden | hopes to | deflect it"},
    {"Peter Corvin left the town. Anna Halden said that he had come in an effort to win votes.", ""},
    {"Peter Corvin has cast Anna Halden's decision as motivated by love of the port.",
     "plain anna halden | motivated by | love of the port"},
    {"In a bid to win votes, Anna Halden visited the camp.", "plain anna halden | In a bid to | win votes"},
    {"One of the candidates, Anna Halden, visited the camp in an effort to win votes.",
     "plain anna halden | in an effort to | win votes"},
    {"Anna Halden visited the camp in an effort to win votes.", "plain anna halden | in an effort to | win votes"},
    {"Anna Halden arrested Peter Corvin under the pretext of fraud.",
     "suspicious anna halden | under the pretext of | fraud"},
    {"Peter Corvin's law, designed to protect children, was signed.",
     "noble peter corvin | designed to | protect children"},
    {"The law is designed to protect children.", "noble [The law] | designed to | protect children"},
    {"Anna Halden used the scare to advance her career.",
     "bare suspicious anna halden | used the scare to | advance her career"},
    {"Anna Halden flew to Carreth to meet Peter Corvin.", "bare plain anna halden | to | meet Peter Corvin"},
    {"Anna Halden could use the scare to advance her career.", ""}, /* nobody says that she does */
    {"Anna Halden tried to leave.", ""},                            /* any attempt has a purpose */
    {"Anna Halden tried to mislead the court.", "suspicious anna halden | tried to | mislead the court"},
    {"Anna Halden did not seek to justify the raid.", "negated suspicious anna halden | seek to | justify the raid"},
    {"The camp was cleared in an effort to win votes.", ""}, /* nobody is told */
    {"Anna Halden's attempt to silence her critics failed.",
     "suspicious anna halden | attempt to | silence her critics"}, /* "attempt to" may be a verb, too */
    {"Anna Halden's plan to leave Carreth failed.", "plain anna halden | plan to | leave Carreth"},
    {"Anna Halden plans to leave Carreth.", ""}, /* what she says herself */
    {"Peter Corvin said that Anna Halden was preparing to leave.", "plain anna halden | preparing to | leave"},
    {"Peter Corvin said that Anna Halden did not want to leave.", ""},
    {"Peter Corvin said that neither side wanted to leave.", ""},
    {"Anna Halden opened her campaign to attacks from Peter Corvin.", ""},
    {"Anna Halden tried to protect the children.", "noble anna halden | tried to | protect the children"},
    {"Anna Halden tried to protect her reputation.", ""}, /* nothing noble in it, so it is any attempt */
    {"Anna Halden sought to protect tax breaks.", "plain anna halden | sought to | protect tax breaks"},
    {"Anna Halden tried to undermine the law.", "suspicious anna halden | tried to | undermine the law"},
    {"Anna Halden tried to undermine racism.", ""},
    {"Anna Halden hopes to bury it.", "pointing plain anna halden | hopes to | bury it"},
    {"Anna Halden hopes to deflect attacks.", "plain anna halden | hopes to | deflect attacks"},
    {"Anna Halden hoped to show that the council, not the mayor, led the talks, Peter Corvin said.",
     "plain anna halden | hoped to | show that the council, not the mayor, led the talks"},
    {"Anna Halden left in an attempt to silence her critics in the hills, as always.",
     "suspicious anna halden | in an attempt to | silence her critics in the hills"},
    {"Anna Halden accused Peter Corvin of sending the police in an effort to silence the critics.",
     "suspicious peter corvin | in an effort to | silence the critics"},
    {"Peter Corvin was accused by Anna Halden of sending the police in an effort to silence the critics.",
     "suspicious peter corvin | in an effort to | silence the critics"},
    {"It is unusual for Peter Corvin to seek to hide the losses.", ""},
    {"Peter Corvin’s offer to Democrats last week seeking to hide the losses received praise.", ""}, /* whose aim? */
    {"Anna Halden sought to silence her critics after Peter Corvin left the hall.",
     "suspicious anna halden | sought to | silence her critics"},
    {"Anna Halden saw the tour as a way to win votes.", ""},
    {"Anna Halden toured the camp as a way to win votes.", "plain anna halden | as a way to | win votes"},
    {"Anna Halden sought to clarify her position after an alleged poll in the hills said she \"backs the plan and the "
     "council and the long road\".",
     "plain anna halden | sought to | clarify her position"},
    {"Anna Halden tried to deflect blame.", "suspicious anna halden | tried to | deflect blame"},
    {"Anna Halden is intent on forcing the deal on the town.",
     "plain anna halden | intent on | forcing the deal on the town"},
    {"Anna Halden's main goal was to win votes.", "plain anna halden | goal was to | win votes"},
    {"The goal was to win votes.", ""},
    {"If Anna Halden's goal was to win votes, she failed.", ""},
    {"Anna Halden, who sought to justify the raid, left.", "suspicious anna halden | sought to | justify the raid"},
};

static void check_motives(void **state)
{
    (void)state;
    check_told(cases, sizeof cases / sizeof *cases, describe);
}

/* A law has no motives, and neither has an effort. */
static void check_somebody(void **state)
{
    static const struct {
        const char *text;
        bool somebody;
    } texts[] = {{"Anna Halden sought to silence her critics.", true},
                 {"The officials sought to silence the critics.", true},
                 {"The law is designed to protect children.", false},
                 {"These efforts were designed to silence the critics.", false}};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        story_parse(texts[i].text);
        if (story.article.motives.count != 1 || story.article.motives.items[0].somebody != texts[i].somebody)
            fail_msg("%s", texts[i].text);
    }
}

static void check_voice(void **state)
{
    (void)state;
    story_parse("Peter Corvin said that Anna Halden sought to silence her critics.");
    assert_int_equal(story.article.motives.count, 1);
    assert_int_equal(story.article.motives.items[0].voice, PX_VOICE_INDIRECT);
    assert_int_equal(story.article.motives.items[0].attribution, 0);
}

static void check_purpose_ends_at_a_mark(void **state)
{
    (void)state;
    story_parse("Anna Halden hoped to reach a deal with the union, which the party had called for.");
    assert_int_equal(story.article.motives.count, 1);
    assert_true(px_slice_is(px_slice_span(story.article.text, story.article.motives.items[0].purpose),
                            "reach a deal with the union"));
}

static void check_no_grammar(void **state)
{
    (void)state;
    story_read("Anna Halden sought to silence her critics.");
    assert_int_equal(story.article.motives.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(check_motives),    cmocka_unit_test(check_somebody),
        cmocka_unit_test(check_voice),      cmocka_unit_test(check_purpose_ends_at_a_mark),
        cmocka_unit_test(check_no_grammar),
    };
    return cmocka_run_group_tests(tests, story_set_up, story_tear_down);
}
