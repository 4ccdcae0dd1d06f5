#include "lexicon_fixture.h"

#include "lexicon/check.h"

static const struct {
    const char *rows;     /* entry, category, weight, part, case */
    const char *findings; /* "line:column fault", " | " between */
} cases[] = {
    {"war\ta\npeace\ta\ntruce\ta\n", ""},
    {"war\ta\npeace\ta\nWar\ta\n", "4:1 duplicate"},
    {"so-called\ta\npeace\ta\nSo Called\ta\n", "4:1 duplicate"},
    {"it's\ta\npeace\ta\nit’s\ta\n", "4:1 duplicate"},
    {"war\ta\nwar\tb\nx\ta\ny\ta\nz\tb\nw\tb\n", ""},
    {"war\ta\t0.5\npeace\ta\nwar\ta\t0.7\n", "4:1 conflicting_weight"},
    {"her\ta\t\tobject\nher\ta\t\tpossessive\nhis\ta\n", ""},
    {"US\ta\t\t\texact\nus\ta\nUs\ta\t\t\texact\n", ""},
    {"war*\ta\nwarfare\ta\npeace\ta\n", "3:1 shadowed"},
    {"warfare\ta\nwar*\ta\nwarf*\ta\n", "2:1 shadowed | 4:1 shadowed"},
    {"war*\ta\nwarfare\tb\nx\ta\ny\ta\nz\tb\nw\tb\n", ""},
    {"puppet *\ta\npuppet regime\ta\npuppet regime fell\ta\n", "3:1 shadowed"},
    {"war\ta\npeace\tb\n", "2:1 small_category | 3:1 small_category"},
    {"war\t\npeace\ta\nx\ta\ny\ta\n", "2:1 no_category"},
    {"/war/\ta\n/war/\ta\nx\ta\n", "3:1 duplicate"},
};

static void finds_what_is_odd(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct px_buffer file = {0};
        struct px_buffer shown = {0};
        struct px_arena arena = {0};
        struct px_lexicon lexicon;
        struct px_lexicon_findings findings = {0};
        struct px_error error;
        px_buffer_printf(&file, "entry\tcategory\tweight\tpart\tcase\n%s", cases[i].rows);
        assert_int_equal(px_lexicon_read(px_buffer_slice(&file), "x.tsv", &lexicon, &error), PX_OK);
        assert_int_equal(px_lexicon_check(&lexicon, NULL, &arena, &findings, &error), PX_OK);
        for (size_t f = 0; f < findings.count; f++) {
            const struct px_lexicon_finding *finding = &findings.items[f];
            px_buffer_printf(&shown, "%s%zu:%zu %s", f == 0 ? "" : " | ", finding->line, finding->column,
                             px_lexicon_fault_name(finding->fault));
            assert_true(finding->message.size > 0 && finding->suggestion.size > 0);
        }
        if (strcmp(shown.data == NULL ? "" : shown.data, cases[i].findings) != 0)
            fail_msg("%s: found '%s', not '%s'", cases[i].rows, shown.data, cases[i].findings);
        px_lexicon_release(&lexicon);
        px_arena_release(&arena);
        px_buffer_release(&shown);
        px_buffer_release(&file);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(finds_what_is_odd)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
