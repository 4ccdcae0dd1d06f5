/* Where a statement begins and ends, and whom "he" is when others are named near. */
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
    read_story("Peter Venn has led the revolt in the council.\n"
               "“I am not for it,” Mr. Venn said.\n"
               "“I could not support the plan made by John Brell,” he told a newspaper on Monday.");
    assert_true(speaks(find_content("could not support"), "Peter Venn"));
}

/* Whom something is told to is no part of it. */
static void hearers_are_not_said(void **state)
{
    static const struct expected cases[] = {
        {"John Brell warned an angry audience that some were trying to close the pits.", "some were trying",
         "John Brell", "audience"},
        {"Mr. Brell asked Mr. Ostrom “how many miners would be enough for you.”", "how many miners", "Brell", "Ostrom"},
        {"John Brell told a newspaper that Carl Ostrom “had a mad plan for the miners of the north.”", "mad plan",
         "Brell", NULL},
    };
    (void)state;
    CHECK(cases);
    assert_true(holds(&find_content("mad plan")->content, "Carl Ostrom"));
}

/* A phrase between the verb and what is said hides neither. */
static void a_phrase_between_hides_nothing(void **state)
{
    static const struct expected cases[] = {
        {"The lawyer, David Ostrom, said after the arguments that the court seemed ready to rule against the miners.",
         "the court seemed", "David Ostrom", "arguments"},
    };
    (void)state;
    CHECK(cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(he_is_who_reacts),
        cmocka_unit_test(hearers_are_not_said),
        cmocka_unit_test(a_phrase_between_hides_nothing),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
