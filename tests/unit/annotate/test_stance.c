#include "story_fixture.h"

/* A sentence, the mention it judges, and the sign of the judgement. */
static const struct {
    const char *text;
    const char *mention;
    int label;
} cases[] = {
    {"Halden is corrupt.", "Halden", -1},
    {"Halden was praised for his courage.", "Halden", 1},
    {"Halden is not corrupt.", "Halden", 1},
    {"Halden lied to parliament.", "Halden", -1},
    {"Critics attacked Halden.", "Halden", -1},
    {"The paper honoured Halden for her brilliant work.", "Halden", 1},
    {"Halden met the envoys on Monday.", "Halden", 0},
    {"Halden said the talks would begin on Monday.", "Halden", 0},
    {"It was a disgraceful, shameful betrayal by Halden.", "Halden", -1},
};

static struct px_target *add_target(const char *name, const char *mention)
{
    struct px_target *target = px_vector_push(&story.article.targets, &story.article.arena);
    assert_non_null(target);
    if (name != NULL)
        target->name = px_slice_from(name);
    if (mention != NULL) {
        size_t at = px_slice_find(story.article.text, px_slice_from(mention), 0);
        assert_true(at != SIZE_MAX);
        target->span = (struct px_span){(uint32_t)at, (uint32_t)(at + strlen(mention))};
    }
    return target;
}

static const struct px_target *judge(const char *text, const char *name, const char *mention)
{
    story_lay_out(text);
    add_target(name, mention);
    story_annotate();
    return &story.article.targets.items[0];
}

static void check_spans(void **state)
{
    (void)state;
    int failures = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct px_target *target = judge(cases[i].text, NULL, cases[i].mention);
        if (target->label == cases[i].label)
            continue;
        print_error("%s: expected %d, found %d (%.3f)\n", cases[i].text, cases[i].label, target->label, target->score);
        failures++;
    }
    assert_int_equal(failures, 0);
}

/* Degree strengthens, negation turns, distance weakens. */
static void check_order(void **state)
{
    (void)state;
    double plain = judge("Halden is corrupt.", NULL, "Halden")->score;
    double strong = judge("Halden is utterly corrupt.", NULL, "Halden")->score;
    double turned = judge("Halden is not corrupt.", NULL, "Halden")->score;
    double far = judge("Halden came with a group of twenty people, one of whom is corrupt.", NULL, "Halden")->score;
    assert_true(strong < plain);
    assert_true(turned > plain);
    assert_true(far > plain);
}

static void check_names(void **state)
{
    (void)state;
    const char *text = "Helene Corvin is corrupt. She lied, and Corvin was disgraced.\n"
                       "Peter Oss was praised as honest and brave. Oss is loved. He won a prize.";
    assert_int_equal(judge(text, "Helene Corvin", NULL)->label, PX_LABEL_NEGATIVE);
    assert_int_equal(judge(text, "Peter Oss", NULL)->label, PX_LABEL_POSITIVE);
    assert_int_equal(judge(text, "Oss", NULL)->label, PX_LABEL_POSITIVE);
    const struct px_target *none = judge(text, "Nobody Here", NULL);
    assert_int_equal(none->label, PX_LABEL_NEUTRAL);
    assert_int_equal(none->evidence_count, 0);
}

/* Evidence stands in the text, adds up to the sign of the score, and knows its sentence. */
static void check_evidence(void **state)
{
    (void)state;
    const struct px_target *target = judge("It rained. Halden is corrupt.", NULL, "Halden");
    assert_int_equal(target->evidence_count, 1);
    const struct px_stance_evidence *evidence = &target->evidence[0];
    struct px_slice word = px_slice_part(story.article.text, evidence->start, evidence->end);
    assert_true(px_slice_is(word, "corrupt"));
    assert_int_equal(evidence->sentence, 1);
    assert_true(evidence->contribution < 0);
}

/* What a speaker says is the speaker's: the outlet's own score does not move. */
static void check_voices(void **state)
{
    (void)state;
    story_read(
        "Peter Oss spoke. \"Helene Corvin is corrupt and dishonest,\" said Oss. \"Corvin is corrupt,\" he said.");
    const struct px_entity *corvin = story_entity("helene corvin");
    assert_non_null(corvin);
    for (size_t i = 0; i < story.article.stances.count; i++) {
        const struct px_stance *stance = &story.article.stances.items[i];
        if (&story.article.entities.items[stance->entity] != corvin)
            continue;
        assert_int_equal(stance->own.label, PX_LABEL_NEUTRAL);
        assert_true(stance->own.low <= stance->own.score && stance->own.score <= stance->own.high);
    }
}

static void check_nothing(void **state)
{
    (void)state;
    assert_int_equal(judge("...", NULL, "...")->label, PX_LABEL_NEUTRAL);
    story_lay_out("");
    add_target("Halden", NULL);
    struct px_target *target = add_target(NULL, NULL);
    target->span = (struct px_span){7, 9};
    story_annotate();
    assert_int_equal(story.article.targets.items[1].label, PX_LABEL_NEUTRAL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(check_spans),    cmocka_unit_test(check_order),  cmocka_unit_test(check_names),
        cmocka_unit_test(check_evidence), cmocka_unit_test(check_voices), cmocka_unit_test(check_nothing),
    };
    return cmocka_run_group_tests(tests, story_set_up, story_tear_down);
}
