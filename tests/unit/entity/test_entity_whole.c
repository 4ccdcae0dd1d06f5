#include "../annotate/story_fixture.h"

/* Names that are one as a whole, whatever their words are by themselves: an article's text, the key of an entity, and the
 * mentions it must have, in order ("" for no such entity). */
static const struct {
    const char *text;
    const char *key;
    const char *mentions;
} cases[] = {
    /* "for", inside a name where a body is told of around it */
    {"They heard the lobby group Dockers for Fair Pay. On Monday Dockers for Fair Pay left.", "dockers for fair pay",
     "Dockers for Fair Pay | Dockers for Fair Pay"},
    {"They met Anna Tarn of Swedes for Open Harbours.", "swedes for open harbours", "Swedes for Open Harbours"},
    {"Anna Tarn, director of Sailors for Shipping, came.", "sailors for shipping", "Sailors for Shipping"},
    {"They cut the Fight for Fairways campaign.", "fight for fairways", "Fight for Fairways"},
    {"She works at the Varn Centre for a Dry Quay.", "varn centre for dry quay", "Varn Centre for a Dry Quay"},
    {"She works at the Tarn Center for Justice.", "tarn center for justice", "Tarn Center for Justice"},
    /* … or its first letters stand for it */
    {"They ended Deferred Dues for Harbour Arrivals, or DDHA, on Monday.", "deferred dues for harbour arrivals",
     "Deferred Dues for Harbour Arrivals | DDHA"},
    {"They ended Deferred Dues for Harbour Arrivals on Monday.", "harbour arrivals", "Harbour Arrivals"},
    {"He left Orrin for Varn on Monday. The group met.", "orrin", "Orrin"},
    {"He blamed Democrats for Harbourgate.", "democrats", "Democrats"},
    {"The Anna Tarn for Mayor campaign waits.", "anna tarn", "Anna Tarn"},
    /* an owner inside a name */
    {"He leads the lobby Sweden's Voice. On Monday Sweden's Voice met.", "sweden voice",
     "Sweden's Voice | Sweden's Voice"},
    {"He heard Sweden's Voice.", "sweden", "Sweden"},
};

static void check_mentions(void **state)
{
    (void)state;
    struct px_buffer found = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        story_read(cases[i].text);
        found.size = 0;
        story_mentions(cases[i].key, &found);
        if (!px_slice_is(px_buffer_slice(&found), cases[i].mentions))
            fail_msg("%s: \"%.*s\" for %s", cases[i].text, PX_SLICE_ARG(px_buffer_slice(&found)), cases[i].key);
    }
    px_buffer_release(&found);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(check_mentions)};
    return cmocka_run_group_tests(tests, story_set_up, story_tear_down);
}
