/* Who is described is whom the sentence before tells of, or who alone was told of. */
#include "sourcing_fixture.h"

static void an_epithet_is_of_the_theme(void **state)
{
    static const struct {
        const char *text, *words, *name;
    } cases[] = {
        {"Mr. Ono Brell visited Tarn on Saturday, holding a rally that drew miners. The retired brewer said he would "
         "win.",
         "he would win", "Ono Brell"},
        {"Dr. Ora Lind posted the clip on Thursday.\n\n“What if the pit had lessons?” the 43-year-old asked.",
         "pit had lessons", "Ora Lind"},
        {"Mrs. Ora Lind told Mr. Ono Brell that she would stay. The retired brewer said that the pit was dry.",
         "pit was dry", "Ora Lind"},
        {"Mr. Ono Brell visited Tarn. Mr. Brell was late.\n\nThe hall was full. The retired brewer said that the pit "
         "was "
         "dry.",
         "pit was dry", "Ono Brell"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        assert_true(speaks(find_content(cases[i].words), cases[i].name));
    }
}

/* Behind what somebody says, a body or two who are told of alike, and for a bare noun, a name or an aide, it is open. */
static void an_epithet_without_theme_is_open(void **state)
{
    static const char *const cases[] = {
        "“The pit is old,” said Mrs. Ora Lind. The retired brewer said that the pit was dry.",
        "The Harbour Council met aides of Mr. Ono Brell. The retired brewer said that the pit was dry.",
        "Mr. Ono Brell visited Tarn on Saturday. The man said that the pit was dry.",
        "Mr. Ono Brell visited Tarn on Saturday. The Tarn Morning Leader said that the pit was dry.",
        "Mr. Ono Brell visited Tarn on Saturday. The old mayor's spokesman said that the pit was dry.",
        "Mr. Ono Brell visited Tarn on Saturday. The loud organizer of a rally said that the pit was dry.",
        "Mr. Ono Brell met a tired brewer. Mr. Brell was late.\n\nIt rained. The tired brewer said that the pit was "
        "dry.",
        "Mr. Ono Brell visited Tarn on Saturday. For Mrs. Ora Lind, the retired brewer said, the pit was dry.",
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i]);
        const struct px_attribution *said = find_content("pit was dry");
        if (said->entity != PX_NONE && story.article.entities.items[said->entity].kind == PX_ENTITY_PERSON)
            fail_msg("%s", cases[i]);
    }
}

/* A name behind a dash, with what it is put beside, is the speaker, and who goes on. */
static void a_name_behind_a_dash_speaks(void **state)
{
    (void)state;
    read_story(
        "Brell’s running mate — Tarn Gov. Ivo Hask — has promised to help him.\n\nAnd he claims that the pit is dry.");
    assert_true(speaks(find_content("pit is dry"), "Ivo Hask"));
}

/* "She" is not what "which" stands for in the sentence before. */
static void nobody_is_a_thing(void **state)
{
    (void)state;
    read_story(
        "My father died of brain fever, which confirmed what I always knew. My mother is old, but even now she still "
        "says things such as, “We are not all meant to be equal.”");
    const struct px_attribution *said = find_content("meant to be equal");
    struct px_slice namer = px_slice_span(story.article.text, px_attribution_namer(said));
    assert_int_equal(px_slice_find(namer, PX_SLICE("fever"), 0), SIZE_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_epithet_is_of_the_theme),
        cmocka_unit_test(an_epithet_without_theme_is_open),
        cmocka_unit_test(a_name_behind_a_dash_speaks),
        cmocka_unit_test(nobody_is_a_thing),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
