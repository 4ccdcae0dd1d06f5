/* Features: the row that asks for most decides; broken models are told by line; training finds rows that help. */
#include "syntax_fixture.h"

#include <stdio.h>
#include <unistd.h>

#include "syntax/features.h"

#define HEADING "# parallax features 1\n"

static const struct px_feature_word words[] = {
    {PX_SLICE_STATIC("They"), PX_SLICE_STATIC("PRON"), PX_SLICE_STATIC("PRP"), PX_SLICE_STATIC("nsubj:pass"), 2},
    {PX_SLICE_STATIC("Were"), PX_SLICE_STATIC("AUX"), PX_SLICE_STATIC("VBD"), PX_SLICE_STATIC("aux:pass"), 2},
    {PX_SLICE_STATIC("seen"), PX_SLICE_STATIC("VERB"), PX_SLICE_STATIC("VBN"), PX_SLICE_STATIC("root"), PX_NONE},
};

enum { WORDS = sizeof words / sizeof *words };

static void find_all(const char *model, struct px_slice found[WORDS])
{
    struct px_features *features = NULL;
    struct px_arena arena = {0};
    assert_int_equal(px_features_new(px_slice_from(model), "features.model", &features, NULL), PX_OK);
    assert_true(px_features_find(features, words, WORDS, &arena, found));
    px_features_free(features);
    px_arena_release(&arena);
}

static void test_the_row_that_asks_for_most_decides(void **state)
{
    (void)state;
    struct px_slice found[WORDS];
    find_all(HEADING "# a comment\nAUX\tVBD\t*\t*\t*\tTense=Past\nAUX\tVBD\twere\t*\t*\tNumber=Plur\n"
                     "AUX\tVBD\twere\t*\tthey\tPerson=3\nVERB\tVBN\t*\t*\t*\tVerbForm=Part\n"
                     "VERB\tVBN\t*\troot/passive\t*\tVoice=Pass\n",
             found);
    assert_int_equal(found[0].size, 0);
    assert_true(px_slice_is(found[1], "Person=3"));
    assert_true(px_slice_is(found[2], "Voice=Pass"));
    find_all(HEADING "AUX\tVBD\t*\t*\t*\tTense=Past\nAUX\tVBD\twere\t*\t*\t_\n", found);
    assert_int_equal(found[1].size, 0);
}

static void test_broken_models_are_told_by_line(void **state)
{
    (void)state;
    static const struct {
        const char *model;
        size_t line;
    } cases[] = {
        {"", 1},
        {"# parallax features 2\n", 1},
        {HEADING "AUX\tVBD\t*\t*\tTense=Past\n", 2},
        {HEADING "\nAUX\tVBD\t*\t*\t*\tTense=Past\t\n", 3},
        {HEADING "AUX\t\t*\t*\t*\tTense=Past\n", 2},
        {HEADING "AUX\tVBD\t*\t*\t*\tA=b\nAUX\tVBD\t*\t*\t*\tA=c\n", 3},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct px_features *features = NULL;
        struct px_error error = {0};
        assert_int_equal(px_features_new(px_slice_from(cases[i].model), "a.model", &features, &error), PX_ERROR_SYNTAX);
        assert_null(features);
        assert_int_equal(error.line, cases[i].line);
    }
}

static void test_training_finds_rows_that_help(void **state)
{
    (void)state;
    char path[] = "/tmp/parallax-features-XXXXXX";
    int handle = mkstemp(path);
    assert_true(handle >= 0);
    FILE *file = fdopen(handle, "w");
    assert_non_null(file);
    for (int i = 0; i < 4; i++)
        fputs(
            "1\tdogs\t_\tNOUN\tNNS\tNumber=Plur\t2\tnsubj\t_\t_\n2\tran\t_\tVERB\tVBD\tTense=Past\t0\troot\t_\t_\n"
            "3\tpeople\t_\tNOUN\tNNS\tNumber=Coll\t2\tobj\t_\t_\n4\tcats\t_\tNOUN\tNNS\tNumber=Plur\t2\tobj\t_\t_\n\n",
            file);
    assert_int_equal(fclose(file), 0);
    char *paths[] = {path};
    struct px_buffer model = {0};
    struct px_buffer scores = {0};
    assert_int_equal(px_features_train(paths, 1, &model, &scores, NULL), PX_OK);
    assert_true(px_slice_equal(px_buffer_slice(&model),
                               PX_SLICE(HEADING "# UPOS\tXPOS\tform\tsituation\tsubject\tfeatures\n"
                                                "NOUN\tNNS\t*\t*\t*\tNumber=Plur\nVERB\tVBD\t*\t*\t*\tTense=Past\n"
                                                "NOUN\tNNS\tpeople\t*\t*\tNumber=Coll\n")));
    assert_true(px_slice_equal(px_buffer_slice(&scores), PX_SLICE("features: 3 rows, right for 16 of 16 words\n")));
    px_buffer_release(&model);
    px_buffer_release(&scores);
    unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_row_that_asks_for_most_decides),
        cmocka_unit_test(test_broken_models_are_told_by_line),
        cmocka_unit_test(test_training_finds_rows_that_help),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
