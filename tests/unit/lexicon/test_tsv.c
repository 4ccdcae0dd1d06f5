#include "lexicon_fixture.h"

static const struct {
    const char *file;
    const char *message; /* with its place */
} malformed[] = {
    {"", "bad.tsv:1:1: no header row with a column 'entry'"},
    {"# name: x\n\n", "bad.tsv:1:1: no header row with a column 'entry'"},
    {"word\tcategory\n", "bad.tsv:1:1: no column 'entry' in the header row 'word\tcategory'"},
    {"entry\tnote\tnote\n", "bad.tsv:1:12: column 'note' stands twice"},
    {"entry\tcategory\nwar\ta\tb\n", "bad.tsv:2:7: cell 'b' beyond the 2 columns of the header row"},
    {"entry\tcategory\n\n# c\n\ta\n", "bad.tsv:4:1: entry is empty"},
    {"category\tentry\na\t  \n", "bad.tsv:2:5: entry is empty"},
    {"entry\tweight\r\nwar\t0,5\r\n", "bad.tsv:2:5: weight '0,5' is not a number"},
    {"entry\tweight\nwar\theavy\n", "bad.tsv:2:5: weight 'heavy' is not a number"},
    {"entry\tcategory\n/war\ta\n", "bad.tsv:2:1: entry '/war' begins with / but does not end with one"},
    {"entry\tunless\nwar\tpeace; ;\n", "bad.tsv:2:12: unless entry is empty"},
    {"entry\tunless\nwar\tpeace; /x\n", "bad.tsv:2:12: unless entry '/x' begins with / but does not end with one"},
    {"entry\tcase\nwar\tEXACT\n", "bad.tsv:2:5: case 'EXACT' is neither 'exact' nor empty"},
    {"# threshold: high\nentry\n", "bad.tsv:1:14: threshold 'high' is not a number"},
    {"entry\nwar\nca\xE9\n",
     "bad.tsv:3:3: byte 0xe9 is not UTF-8 text: save the file as UTF-8 (a spreadsheet's 'CSV UTF-8')"},
    {"\xEF\xBB\xBF"
     "entry\tweight\nwar\tx\n",
     "bad.tsv:2:5: weight 'x' is not a number"},
};

static void names_the_place_of_what_is_wrong(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof malformed / sizeof *malformed; i++) {
        struct px_lexicon lexicon;
        struct px_error error = {0};
        char line[900];
        assert_true(px_lexicon_read(px_slice_from(malformed[i].file), "bad.tsv", &lexicon, &error) != PX_OK);
        assert_string_equal(px_error_format(&error, line, sizeof line), malformed[i].message);
        assert_int_equal(lexicon.entries.count, 0);
        assert_null(lexicon.entries.items);
    }
}

static void refuses_a_zero_byte(void **state)
{
    (void)state;
    struct px_lexicon lexicon;
    struct px_error error = {0};
    assert_int_equal(px_lexicon_read(PX_SLICE("entry\nw\0r\n"), "bad.tsv", &lexicon, &error), PX_ERROR_INPUT);
    assert_int_equal(error.line, 2);
    assert_int_equal(error.column, 2);
}

static void assert_slice(struct px_slice slice, const char *expected)
{
    if (!px_slice_is(slice, expected))
        fail_msg("'%.*s' is not '%s'", PX_SLICE_ARG(slice), expected);
}

static void keeps_every_column_and_line(void **state)
{
    (void)state;
    struct px_lexicon lexicon;
    struct px_error error;
    struct px_slice file =
        PX_SLICE("\xEF\xBB\xBF# name: words of war\r\n# a comment: not metadata, though it has a colon\r\n"
                 "# threshold: 0.45\r\n# mark: 0.3\r\n"
                 "category\tentry\tweight\tmine\tunless\r\n"
                 "a.b\t war \t0.5\t keep me \tworld war\r\n"
                 "# name: too late\r\n"
                 "\r\n"
                 "c\tpeace\r\n"
                 "d\tUS\t-2\t\t\t\t");
    assert_int_equal(px_lexicon_read(file, "dir/war.tsv", &lexicon, &error), PX_OK);
    assert_slice(lexicon.name, "words of war");
    assert_slice(px_lexicon_metadata(&lexicon, "mark"), "0.3");
    assert_slice(px_lexicon_metadata(&lexicon, "none"), "");
    assert_true(lexicon.threshold == 0.45);
    assert_int_equal(lexicon.metadata.count, 3);
    assert_int_equal(lexicon.columns.count, 5);
    assert_int_equal(px_lexicon_column(&lexicon, "mine"), 3);
    assert_true(px_lexicon_column(&lexicon, "yours") == PX_NO_COLUMN);
    assert_int_equal(lexicon.entries.count, 3);
    const struct px_entry *war = &lexicon.entries.items[0];
    assert_slice(war->text, "war");
    assert_slice(war->category, "a.b");
    assert_slice(war->unless, "world war");
    assert_slice(px_lexicon_cell(&lexicon, war, 3), " keep me ");
    assert_slice(px_lexicon_cell(&lexicon, war, PX_NO_COLUMN), "");
    assert_true(war->weight == 0.5);
    assert_int_equal(war->line, 6);
    assert_int_equal(lexicon.entries.items[1].line, 9);
    assert_true(lexicon.entries.items[1].weight == 1);
    assert_true(lexicon.entries.items[2].weight == -2);
    px_lexicon_release(&lexicon);
}

static void sums_the_bytes(void **state)
{
    (void)state;
    struct px_lexicon lexicon;
    struct px_error error;
    assert_int_equal(px_lexicon_read(PX_SLICE("entry\nwar\n"), "a/b.tsv", &lexicon, &error), PX_OK);
    assert_string_equal(lexicon.sha256, "0c1aac22bdda54aeac96a28deef6f4d012a72ccdbf56725517359d5393c4a8fe");
    assert_slice(lexicon.name, "b");
    px_lexicon_release(&lexicon);
}

static void knows_what_stands_below_a_category(void **state)
{
    (void)state;
    assert_true(px_category_within(PX_SLICE("loaded.excess"), PX_SLICE("loaded")));
    assert_true(px_category_within(PX_SLICE("loaded"), PX_SLICE("loaded")));
    assert_true(px_category_within(PX_SLICE("loaded"), PX_SLICE("")));
    assert_false(px_category_within(PX_SLICE("loadeds"), PX_SLICE("loaded")));
    assert_false(px_category_within(PX_SLICE("loaded"), PX_SLICE("loaded.excess")));
}

static void takes_columns_in_capitals(void **state)
{
    (void)state;
    struct px_lexicon lexicon;
    struct px_error error;
    assert_int_equal(
        px_lexicon_read(PX_SLICE("Entry\tCATEGORY\tWeight\nlamp\tlight\t0.5\n"), "a.tsv", &lexicon, &error), PX_OK);
    assert_slice(lexicon.entries.items[0].category, "light");
    assert_true(lexicon.entries.items[0].weight == .5);
    assert_int_equal(lexicon.warnings.count, 0);
    px_lexicon_release(&lexicon);
}

static void says_that_no_column_has_categories(void **state)
{
    (void)state;
    struct px_lexicon lexicon;
    struct px_error error;
    assert_int_equal(px_lexicon_read(PX_SLICE("# name: x\nentry\tcategry\nlamp\tlight\n"), "a.tsv", &lexicon, &error),
                     PX_OK);
    assert_int_equal(lexicon.warnings.count, 1);
    assert_int_equal(lexicon.warnings.items[0].line, 2);
    assert_slice(lexicon.warnings.items[0].message,
                 "no column 'category' in the header row 'entry\tcategry': no entry is in a category");
    px_lexicon_release(&lexicon);
}

/* A spreadsheet's marks round a cell are not looked over: who means them is told once, and nobody searches in vain. */
static void says_that_marks_are_looked_for(void **state)
{
    (void)state;
    struct px_lexicon lexicon;
    struct px_error error;
    assert_int_equal(px_lexicon_read(PX_SLICE("entry\tcategory\tunless\tnote\nthe \"vile\" lamp\tlight\n"
                                              " \"well, then\"\tlight\nwick\t\"light, low\"\n"
                                              "oil\tlight\t\"oil, crude\"\noil lamp\tlight\t\t\"of Varn\"\n"),
                                     "a.tsv", &lexicon, &error),
                     PX_OK);
    assert_int_equal(lexicon.warnings.count, 3);
    assert_int_equal(lexicon.warnings.items[0].line, 3);
    assert_int_equal(lexicon.warnings.items[0].column, 2);
    assert_slice(lexicon.warnings.items[0].message,
                 "\"well, then\" is looked for with its quotation marks: take them off, cells need none");
    assert_int_equal(lexicon.warnings.items[1].column, 6);
    assert_slice(lexicon.warnings.items[1].message,
                 "\"light, low\" is a category with its quotation marks: take them off, cells need none");
    assert_slice(lexicon.warnings.items[2].message,
                 "\"oil, crude\" is an exception with its quotation marks: take them off, cells need none");
    px_lexicon_release(&lexicon);
}

static void says_that_marks_hide_a_column(void **state)
{
    (void)state;
    struct px_lexicon lexicon;
    struct px_error error;
    assert_int_equal(px_lexicon_read(PX_SLICE("\"entry\"\t\"category\"\nlamp\tlight\n"), "a.tsv", &lexicon, &error),
                     PX_ERROR_SYNTAX);
    assert_string_equal(error.message, "no column 'entry' in the header row '\"entry\"\t\"category\"': take the "
                                       "quotation marks off, cells need none");
    assert_int_equal(px_lexicon_read(PX_SLICE("entry\t\"category\"\nlamp\tlight\n"), "a.tsv", &lexicon, &error), PX_OK);
    assert_slice(lexicon.warnings.items[0].message,
                 "no column 'category' in the header row 'entry\t\"category\"': no entry is in a category: take the "
                 "quotation marks off, cells need none");
    px_lexicon_release(&lexicon);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_the_place_of_what_is_wrong),   cmocka_unit_test(refuses_a_zero_byte),
        cmocka_unit_test(keeps_every_column_and_line),        cmocka_unit_test(sums_the_bytes),
        cmocka_unit_test(knows_what_stands_below_a_category), cmocka_unit_test(takes_columns_in_capitals),
        cmocka_unit_test(says_that_no_column_has_categories), cmocka_unit_test(says_that_marks_are_looked_for),
        cmocka_unit_test(says_that_marks_hide_a_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
