/* Presuppositions: which deeds the text takes as given, and which it puts forward. */
#include "told_fixture.h"

/* "definite interfere: Sorvia's interference in the vote; …" by charge or lemma */
static void describe(struct px_buffer *out)
{
    for (size_t i = 0; i < story.article.givens.count; i++) {
        const struct px_given *given = &story.article.givens.items[i];
        const struct px_act *act = &story.article.acts.items[given->act];
        px_buffer_printf(out, "%s%s %.*s: ", i > 0 ? "; " : "", px_given_kind_name(given->kind),
                         PX_SLICE_ARG(act->claim.size > 0 ? act->claim : act->lemma));
        add_words(out, given->words);
    }
}

static const struct told cases[] = {
    {"Peter Corvin's meddling in the vote hurt trade.", "definite interfere: Peter Corvin's meddling in the vote"},
    {"The annexation of Crimea hurt trade.", "definite annex: The annexation of Crimea"},
    {"The March 18 annexation of Crimea hurt trade.", ""}, /* all know of it */
    {"The 2014 annexation of Crimea hurt trade.", ""},
    {"The March annexation of Crimea hurt trade.", "definite annex: The March annexation of Crimea"},
    {"The alleged annexation of Crimea hurt trade.", ""},
    {"An annexation of Crimea would hurt trade.", ""},
    {"The murder trial began.", ""},
    {"Anna Halden denied the murder of Peter Corvin.", ""},
    {"Anna Halden admitted the murder of Peter Corvin.", "definite murder: the murder of Peter Corvin"},
    {"Anna Halden knew of the murder of Peter Corvin.", "definite murder: the murder of Peter Corvin"},
    {"Anna Halden left two weeks after the murder of Peter Corvin.", "definite murder: the murder of Peter Corvin"},
    {"Anna Halden regretted that Peter Corvin had left.", "factive leave: that Peter Corvin had left"},
    {"Anna Halden did not regret that Peter Corvin had left.", ""},
    {"Anna Halden is glad that Peter Corvin left.", "factive leave: that Peter Corvin left"},
    {"Anna Halden is glad that Peter Corvin will leave.", ""},
    {"Anna Halden is worried that Peter Corvin left.", ""},
    {"Anna Halden regretted to leave Peter Corvin.", ""},
    {"Anna Halden admitted that Peter Corvin had left.", "factive leave: that Peter Corvin had left"},
    {"Anna Halden did not reveal whether Peter Corvin had left.", ""},
    {"Anna Halden supposedly revealed that Peter Corvin had left.", ""},
    {"If the letters reveal that Peter Corvin had left, Anna Halden will resign.", ""},
    {"Anna Halden continued to attack Peter Corvin.", "change attack: to attack Peter Corvin"},
    {"Anna Halden attacked Peter Corvin.", ""},
    {"Anna Halden noted that Peter Corvin had attacked the port.", ""},
};

static void check_givens(void **state)
{
    (void)state;
    check_told(cases, sizeof cases / sizeof *cases, describe);
}

/* By the first act that charges. */
static bool is_put_forward(const char *text)
{
    story_parse(text);
    for (size_t i = 0; i < story.article.acts.count; i++)
        if (story.article.acts.items[i].claim.size > 0)
            return story.article.acts.items[i].put_forward;
    fail_msg("no charge in: %s", text);
    return false;
}

static void check_put_forward(void **state)
{
    (void)state;
    assert_true(is_put_forward("Anna Halden said that Peter Corvin had attacked the town."));
    assert_true(is_put_forward("Anna Halden denied the attack by Peter Corvin."));
    assert_false(is_put_forward("The attack by Peter Corvin was loud."));
    assert_false(is_put_forward("Anna Halden met the men whom Peter Corvin had attacked."));
}

static bool is_kept_open(const char *text)
{
    story_parse(text);
    for (size_t i = 0; i < story.article.acts.count; i++)
        if (story.article.acts.items[i].claim.size > 0)
            return story.article.acts.items[i].kept_open;
    fail_msg("no charge in: %s", text);
    return false;
}

/* Who is said to be charged with it, or what is looked into, nobody has said that it was so. */
static void check_kept_open(void **state)
{
    (void)state;
    assert_true(is_kept_open("Anna Halden said that she was indicted in the inquiry into the Sorvian attack."));
    assert_false(is_kept_open("Anna Halden denied the attack by Peter Corvin."));
    assert_false(is_kept_open("The attack by Peter Corvin was loud."));
}

static void check_voice(void **state)
{
    (void)state;
    story_parse("Anna Halden said that the annexation of Crimea hurt trade.");
    assert_int_equal(story.article.givens.count, 1);
    assert_int_equal(story.article.givens.items[0].attribution, 0);
    story_parse("Anna Halden admitted that Peter Corvin had left.");
    assert_int_equal(story.article.givens.items[0].attribution, PX_NONE); /* "admitted" is the outlet's */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(check_givens),
        cmocka_unit_test(check_put_forward),
        cmocka_unit_test(check_kept_open),
        cmocka_unit_test(check_voice),
    };
    return cmocka_run_group_tests(tests, story_set_up, story_tear_down);
}
