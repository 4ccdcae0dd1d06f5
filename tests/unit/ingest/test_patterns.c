/* Line patterns: words and expressions, whole, at the start, inside. */
#include "base/buffer.h"
#include "ingest/expressions.h"
#include "ingest/patterns.h"
#include "ingest_fixture.h"
#include "lexicon/resources.h"

static const char data[] = "# name: sample\nentry\tcategory\twhere\n"
                           "related\t1\twhole\n"
                           "read more\t2\tstart\n"
                           "all rights reserved\t3\tany\n"
                           "by:\t4\tstart\n"
                           "\xC2\xA9\t5\tstart\n"
                           "/^\\d+ shares$/\t6\twhole\n"
                           "/^by [A-Z]\\w+/\t7\tstart\n";

static struct px_patterns *compile(const char *bytes, struct px_error *error)
{
    struct px_lexicon lexicon;
    struct px_patterns *patterns = NULL;
    assert_int_equal(px_lexicon_read(px_slice_from(bytes), "sample.tsv", &lexicon, NULL), PX_OK);
    assert_int_equal(px_patterns_new(&patterns, NULL), PX_OK);
    enum px_status status = PX_OK;
    for (size_t i = 0; i < lexicon.entries.count && status == PX_OK; i++)
        status = px_patterns_add(patterns, &lexicon, &lexicon.entries.items[i],
                                 (uint8_t)(lexicon.entries.items[i].category.data[0] - '0'), error);
    if (status == PX_OK)
        status = px_patterns_compile(patterns, error);
    px_lexicon_release(&lexicon);
    if (status == PX_OK)
        return patterns;
    px_patterns_free(patterns);
    return NULL;
}

static int find(const struct px_patterns *patterns, const char *line)
{
    struct px_buffer words = {0};
    px_patterns_fold(px_slice_from(line), &words);
    struct px_pattern_hits hits = px_patterns_find(patterns, px_slice_from(line), px_buffer_slice(&words));
    px_buffer_release(&words);
    return hits.where == PX_PATTERN_NOWHERE ? 0 : hits.value;
}

static void test_find(void **state)
{
    (void)state;
    struct px_error error = {0};
    struct px_patterns *patterns = compile(data, &error);
    assert_non_null(patterns);
    assert_int_equal(find(patterns, "Related:"), 1);
    assert_int_equal(find(patterns, "Related words"), 0);
    assert_int_equal(find(patterns, "READ MORE: the coup"), 2);
    assert_int_equal(find(patterns, "To read more"), 0);
    assert_int_equal(find(patterns, "2025 A. All Rights Reserved."), 3);
    assert_int_equal(find(patterns, "By: A"), 4);
    assert_int_equal(find(patterns, "by the sea"), 0);
    assert_int_equal(find(patterns, "\xC2\xA9 A"), 5);
    assert_int_equal(find(patterns, "17 shares"), 6);
    assert_int_equal(find(patterns, "by Ada"), 7);
    assert_int_equal(find(patterns, ""), 0);
    px_patterns_free(patterns);
}

static void test_bad_pattern(void **state)
{
    (void)state;
    struct px_error error = {0};
    assert_null(compile("entry\tcategory\n/a(b/\t1\n", &error));
    assert_string_equal(error.file, "sample.tsv");
    assert_int_equal(error.line, 2);
    assert_int_equal(error.column, 5);
}

static void try_patterns(const char *language, const char *file)
{
    struct px_lexicon lexicon = {0};
    enum px_status status = px_resources_read(NULL, language, file, &lexicon, NULL);
    assert_true(status == PX_OK || status == PX_ERROR_NOT_FOUND);
    for (size_t i = 0; i < lexicon.entries.count; i++) {
        struct px_slice text = lexicon.entries.items[i].text;
        if (text.size > 2 && text.data[0] == '/' && text.data[text.size - 1] == '/' &&
            px_expression_try(px_slice_part(text, 1, text.size - 1), NULL) != PX_OK)
            fail_msg("%s/%s: %.*s", language, file, PX_SLICE_ARG(text));
    }
    px_lexicon_release(&lexicon);
}

/* They are compiled when a line first asks for them: too late for an error. */
static void test_built_in_patterns_compile(void **state)
{
    (void)state;
    static const char *const languages[] = {"any", "de", "en", "es", "fr", "ru"};
    static const char *const files[] = {"furniture.tsv", "furniture_roles.tsv", "genre.tsv"};
    for (size_t l = 0; l < sizeof languages / sizeof *languages; l++)
        for (size_t f = 0; f < sizeof files / sizeof *files; f++)
            try_patterns(languages[l], files[f]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_find), cmocka_unit_test(test_bad_pattern),
                                       cmocka_unit_test(test_built_in_patterns_compile)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
