/* What the article does with a statement, and whether a denial is reported. */
#include "../annotate/story_fixture.h"

static const struct {
    const char *text;
    uint8_t uptake; /* of the first attribution */
    const char *words;
} cases[] = {
    {"Anna Halden said the bridge was safe. It opened in May.", PX_UPTAKE_PLAIN, ""},
    {"Anna Halden falsely claimed that the bridge was safe.", PX_UPTAKE_REBUTTED, "falsely"},
    {"Anna Halden claimed, falsely, that the bridge was safe.", PX_UPTAKE_REBUTTED, "falsely"},
    {"Anna Halden said that the bridge was safe. That is not true.", PX_UPTAKE_REBUTTED, "is not true"},
    {"Anna Halden said that the bridge was safe. She has a point.", PX_UPTAKE_ENDORSED, "has a point"},
    {"Anna Halden said, without offering evidence, that the bridge was safe.", PX_UPTAKE_UNDERCUT,
     "without offering evidence"},
    {"Anna Halden said that the bridge was safe. But it opened in May.", PX_UPTAKE_PLAIN, ""},
    {"Anna Halden said that the bridge was safe.\nThere is no evidence for it.", PX_UPTAKE_UNDERCUT,
     "There is no evidence"},
    /* a speaker's own argument is no verdict of the article */
    {"Anna Halden denied the charges, pointing to a lack of evidence.", PX_UPTAKE_PLAIN, ""},
    /* what doubts only that it was said is no verdict of what was said; an adjective before its noun is one */
    {"Anna Halden supposedly said that the bridge was safe.", PX_UPTAKE_PLAIN, ""},
    {"Anna Halden made false claims that the bridge was safe.", PX_UPTAKE_REBUTTED, "false"},
    {"Anna Halden repeated her false claims that the bridge was safe.", PX_UPTAKE_REBUTTED, "false"},
    /* the name of an offence is no verdict */
    {"Anna Halden repeated her false statements that the bridge was safe.", PX_UPTAKE_PLAIN, ""},
    {"Anna Halden said that false teeth were safe.", PX_UPTAKE_PLAIN, ""},
    {"Anna Halden said that false claims were made.", PX_UPTAKE_PLAIN, ""},
    {"Anna Halden said his false claims were made.", PX_UPTAKE_PLAIN, ""},
    /* how a new paragraph begins speaks of what is told before it */
    {"Anna Halden said that the bridge was safe. In reality it had cracks.", PX_UPTAKE_REBUTTED, "In reality"},
    {"Anna Halden said that the bridge was safe.\nIn reality it had cracks.", PX_UPTAKE_PLAIN, ""},
    {"\"He falsely claimed that the bridge was safe,\" Anna Halden said.", PX_UPTAKE_PLAIN, ""},
};

static void check_uptake(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        story_read(cases[i].text);
        assert_true(story.article.attributions.count > 0);
        const struct px_attribution *first = &story.article.attributions.items[0];
        struct px_slice words = px_slice_span(story.article.text, first->uptake_words);
        if (first->uptake != cases[i].uptake || !px_slice_is(words, cases[i].words))
            fail_msg("%s: %s by '%.*s'", cases[i].text, px_uptake_name(first->uptake), PX_SLICE_ARG(words));
    }
}

/* By grammar: what is only supposed is no verdict. */
static void check_supposed(void **state)
{
    (void)state;
    story_parse("Anna Halden said that the bridge was safe. They will act if she has a point.");
    assert_int_equal(story.article.attributions.items[0].uptake, PX_UPTAKE_PLAIN);
    story_parse("Anna Halden said that the bridge was safe. They will act as she has a point.");
    assert_int_equal(story.article.attributions.items[0].uptake, PX_UPTAKE_ENDORSED);
}

static void check_denial(void **state)
{
    (void)state;
    story_read("Anna Halden said that Peter Corvin took the money. Peter Corvin denied that he took it.");
    assert_int_equal(story.article.attributions.count, 2);
    assert_true(story.article.attributions.items[0].denied);
    assert_true(story.article.attributions.items[1].denied);
    assert_int_equal(story.article.attributions.items[0].replies_to, PX_NONE);
    assert_int_equal(story.article.attributions.items[1].replies_to, 0);
    story_read("Anna Halden said that the bridge was safe. Peter Corvin said that the road was long.");
    assert_false(story.article.attributions.items[0].denied);
    assert_int_equal(story.article.attributions.items[1].replies_to, PX_NONE);
    story_read("Anna Halden said that the bridge was safe. \"The road is longer,\" Peter Corvin replied.");
    assert_int_equal(story.article.attributions.items[1].replies_to, 0);
    assert_false(story.article.attributions.items[0].denied);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(check_uptake), cmocka_unit_test(check_supposed),
                                       cmocka_unit_test(check_denial)};
    return cmocka_run_group_tests(tests, story_set_up, story_tear_down);
}
