/* Quantities: what a figure says, counts and tells of. */
#include <math.h>

#include "story_fixture.h"

static const char *const kinds[] = {"count", "money", "share", "age", "day"};

/* "count 12 (12..inf) person, death; …" */
static void describe(struct px_buffer *out)
{
    px_buffer_clear(out);
    px_buffer_string(out, "");
    for (size_t i = 0; i < story.article.quantities.count; i++) {
        const struct px_quantity *q = &story.article.quantities.items[i];
        px_buffer_printf(out, "%s%s", i > 0 ? "; " : "", kinds[q->kind]);
        if (!isnan(q->value))
            px_buffer_printf(out, " %g", q->value);
        if (q->low != q->value || q->high != q->value)
            px_buffer_printf(out, " (%g..%g)", q->low, q->high);
        px_buffer_printf(out, " %.*s, %.*s", PX_SLICE_ARG(q->what), PX_SLICE_ARG(q->event));
    }
}

static const struct {
    const char *text;
    const char *quantities;
} cases[] = {
    {"At least 12 people were killed.", "count 12 (12..inf) person, death"},
    {"A bomb killed 12 and wounded 43 soldiers.", "count 12 person, death; count 43 soldier, injury"},
    {"Dozens of protesters were arrested.", "count (20..500) protester, arrest"},
    {"The blast left two soldiers dead.", "count 2 soldier, death"},
    {"The death toll rose to 31.", "count 31 person, death"},
    {"Some 600 officers were sent.", "count 600 (480..750) officer, send"},
    {"The police sent 612 officers.", "count 612 officer, send"},
    {"The police sent 600 officers.", "count 600 (550..650) officer, send"},
    {"The firm built three million houses.", "count 3e+06 (2.5e+06..3.5e+06) house, build"},
    {"Anna Halden, 54, resigned on Tuesday.", "age 54 Anna Halden, ; day 2 resign, resign"},
    {"The firm built \"three\" million houses.", "count 3e+06 (2.5e+06..3.5e+06) house, "},
    {"The police could arrest 12 soldiers.", ""},
    {"The police did not arrest 12 soldiers.", ""},
    {"Another 12 people were killed.", ""},
    {"In 1989 the police killed 12 people.", ""},
    {"The war lasted 12 years.", ""},
    {"The firm moved 12 metres of sand.", ""},
    {"The firm moved 12 cubic metres of sand.", "count 12 metre, move"},
    {"The station opened on June 25.", ""},
};

static void reads_what_figures_say(void **state)
{
    (void)state;
    struct px_buffer out = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        story_parse(cases[i].text);
        describe(&out);
        if (strcmp(out.data, cases[i].quantities) != 0)
            fail_msg("%s: %s, not %s", cases[i].text, out.data, cases[i].quantities);
    }
    px_buffer_release(&out);
}

static void finds_nothing_without_grammar(void **state)
{
    (void)state;
    story_read("At least 12 people were killed.");
    assert_int_equal(story.article.quantities.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_figures_say),
        cmocka_unit_test(finds_nothing_without_grammar),
    };
    return cmocka_run_group_tests(tests, story_set_up, story_tear_down);
}
