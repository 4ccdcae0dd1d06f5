#include "annotate/uptake.h"

#include "story_fixture.h"

static void reads_what_the_text_does(void **state)
{
    static const struct {
        const char *text;
        uint8_t uptake;
    } cases[] = {
        {"Mara Venn said that the bridge was safe.", PX_UPTAKE_PLAIN},
        {"Mara Venn falsely claimed that the bridge was safe.", PX_UPTAKE_REBUTTED},
        {"Mara Venn rightly said that the bridge was safe.", PX_UPTAKE_ENDORSED},
        {"Mara Venn said, without evidence, that the bridge was safe.", PX_UPTAKE_UNDERCUT},
        {"Mara Venn said that the bridge was safe. That is not true.", PX_UPTAKE_REBUTTED},
        {"Mara Venn said that the bridge was safe. But two pillars have cracks.", PX_UPTAKE_UNDERCUT},
        {"Mara Venn said that the bridge was safe. Indeed it stands to this day.", PX_UPTAKE_ENDORSED},
        {"Mara Venn said that the bridge was safe. There is no evidence, but it was open.", PX_UPTAKE_UNDERCUT},
        {"Mara Venn said that the bridge was safe, but narrow. It was closed.", PX_UPTAKE_PLAIN},
        {"Mara Venn said that the bridge was safe. It rained. But two pillars have cracks.", PX_UPTAKE_PLAIN},
        {"Mara Venn said that the bridge was safe. But Ono Brell said that it had cracks.", PX_UPTAKE_PLAIN},
        {"Mara Venn said: “They falsely built it.”", PX_UPTAKE_PLAIN},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        story_read(cases[i].text);
        if (story.article.attributions.count == 0 || story.article.attributions.items[0].uptake != cases[i].uptake)
            fail_msg("%s", cases[i].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_the_text_does),
    };
    return cmocka_run_group_tests(tests, story_set_up, story_tear_down);
}
