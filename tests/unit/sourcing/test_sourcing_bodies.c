/* Which body speaks where a phrase does not name it. */
#include "sourcing_fixture.h"

static void a_body_named_right_before_is_the_group(void **state)
{
    static const struct {
        const char *text, *words, *name;
    } cases[] = {
        {"Mayor Ono Brell left. The Harbour Miners Foundation did not want to talk of the pit.\n“We are at work on our "
         "aims,” the group said. “We have no comment on the pit.”",
         "at work on our aims", "Harbour Miners Foundation"},
        {"The Harbour Miners Foundation met Mayor Ono Brell. She left early. Gwen Hask laughed. Ivo Lind was late, "
         "too. "
         "“We have no comment on the pit,” the foundation said.",
         "no comment", "Harbour Miners Foundation"},
        {"Almost 20 pits closed, says the Harbour Miners Association. In May, the association wrote that all was well.",
         "all was well", "Harbour Miners Association"},
        {"The Harbour Miners Foundation did not want to talk of the pit.\n“We are at work on our aims,” the well-known "
         "group said.",
         "at work on our aims", "Harbour Miners Foundation"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        assert_true(speaks(find_content(cases[i].words), cases[i].name));
        assert_int_equal(find_content(cases[i].words)->speaker_kind, PX_SPEAKER_INSTITUTION);
    }
}

/* Several bodies, one far back, one in the words of others, or the noun itself without a name leave it open. */
static void a_body_that_is_open_has_no_name(void **state)
{
    static const struct {
        const char *text, *words;
    } cases[] = {
        {"Mayor Ono Brell met people of the Harbour Council and of the Pit Association. “We have no comment,” the "
         "group said.",
         "no comment"},
        {"The Harbour Council closed the pit. Mayor Ono Brell left. Gwen Hask laughed. Ivo Lind was late. Two men sat "
         "by "
         "the door. “We have no comment,” the agency said.",
         "no comment"},
        {"It is a matter of money. Dagny Olm, its head of networks, said the pit would be sold. “We have no comment,” "
         "the "
         "company said.",
         "no comment"},
        {"The Harbour Council closed the pit. A ballot commission in the north kept still. “We have no comment,” the "
         "commission said.",
         "no comment"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        assert_int_equal(find_content(cases[i].words)->entity, PX_NONE);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_body_named_right_before_is_the_group),
        cmocka_unit_test(a_body_that_is_open_has_no_name),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
