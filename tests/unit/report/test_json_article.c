#include "report/report.h"
#include "report_fixture.h"

/* The record of a short article with nothing found in it, but `extras`. */
static struct px_buffer write(struct px_extra *extras, size_t count)
{
    struct px_provenance provenance = {.version = "1"};
    struct px_article article = {.id = PX_SLICE("a"), .text = PX_SLICE("No.")};
    struct px_buffer out = {0};
    article.extras.items = extras;
    article.extras.count = count;
    px_report_json_article(&article, &provenance, &out);
    return out;
}

static void test_empty_lists_are_lists(void **state)
{
    (void)state;
    struct px_buffer out = write(NULL, 0);
    assert_written(
        &out, "{\"schema\":\"parallax.article/1\",\"id\":\"a\",\"path\":null,\"title\":null,\"outlet\":null,"
              "\"byline\":null,\"published\":null,\"url\":null,\"language\":null,\"modified\":null,\"section\":null,"
              "\"tags\":[],\"genre\":\"unknown\","
              "\"author_note\":null,\"text\":\"No.\",\"counts\":{\"words\":0,\"sentences\":0,\"paragraphs\":0,"
              "\"words_direct\":0,\"words_indirect\":0},\"blocks\":[],\"sentences\":[],\"sections\":[],"
              "\"entities\":[],\"attributions\":[],\"matches\":[],\"acts\":[],\"motives\":[],\"blame\":[],"
              "\"presuppositions\":[],\"stance\":[],\"targets\":[],"
              "\"furniture\":[],\"warnings\":[],\"provenance\":{\"version\":\"1\",\"lexicons\":[],"
              "\"options\":\"\",\"seed\":0,\"inputs\":[]}}");
}

static void test_other_keys_are_carried_through(void **state)
{
    (void)state;
    struct px_extra extras[] = {{PX_SLICE("note"), PX_SLICE("{\"x\":[1,null]}")}, {PX_SLICE("wave"), PX_SLICE("3")}};
    struct px_buffer out = write(extras, 2);
    assert_non_null(strstr(out.data, ",\"note\":{\"x\":[1,null]},\"wave\":3}"));
    px_buffer_release(&out);
}

static void test_no_key_comes_twice(void **state)
{
    (void)state;
    struct px_extra extras[] = {{PX_SLICE("counts"), PX_SLICE("\"many\"")}, {PX_SLICE("wave"), PX_SLICE("3")}};
    struct px_buffer out = write(extras, 2);
    assert_null(strstr(out.data, "many"));
    assert_non_null(strstr(out.data, ",\"wave\":3}"));
    px_buffer_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty_lists_are_lists),
        cmocka_unit_test(test_other_keys_are_carried_through),
        cmocka_unit_test(test_no_key_comes_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
