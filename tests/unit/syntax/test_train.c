/* Training on a treebank of a few sentences made here: the same bytes twice, and a model that knows them by heart. */
#include "syntax_fixture.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "syntax/train.h"

static const char *const verbs[] = {"praised", "blamed", "backed", "joined"};
static const char *const nouns[] = {"mayor", "council", "plan", "party", "critics"};

static void write_word(FILE *file, int id, const char *form, const char *lemma, const char *tags, const char *arc)
{
    fprintf(file, "%d\t%s\t%s\t%s\t_\t%s\t_\t_\n", id, form, lemma, tags, arc);
}

/* "The NOUN VERBed the NOUN ." for every pair of nouns. */
static void write_treebank(const char *path)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    for (size_t i = 0; i < 25; i++) {
        char lemma[16];
        const char *verb = verbs[i % 4];
        snprintf(lemma, sizeof lemma, "%.*s", (int)strlen(verb) - (verb[strlen(verb) - 3] == 'k' ? 2 : 1), verb);
        write_word(file, 1, "The", "the", "DET\tDT", "2\tdet");
        write_word(file, 2, nouns[i % 5], nouns[i % 5], "NOUN\tNN", "3\tnsubj");
        write_word(file, 3, verb, lemma, "VERB\tVBD", "0\troot");
        write_word(file, 4, "the", "the", "DET\tDT", "5\tdet");
        write_word(file, 5, nouns[i / 5], nouns[i / 5], "NOUN\tNN", "3\tobj");
        write_word(file, 6, ".", ".", "PUNCT\t.", "3\tpunct");
        fputc('\n', file);
    }
    assert_int_equal(fclose(file), 0);
}

static void test_training_is_reproducible_and_learns(void **state)
{
    (void)state;
    char path[] = "/tmp/parallax-treebank-XXXXXX";
    int handle = mkstemp(path);
    assert_true(handle >= 0);
    close(handle);
    write_treebank(path);
    const char *files[] = {path};
    const struct px_train_plan plan = {.gold = files,
                                       .gold_count = 1,
                                       .silver = files,
                                       .silver_count = 1,
                                       .score = files,
                                       .score_count = 1,
                                       .tag_bits = 14,
                                       .action_bits = 14,
                                       .relation_bits = 14,
                                       .folds = 2};
    struct px_buffer models[2] = {{0}, {0}};
    struct px_buffer scores = {0};
    for (size_t i = 0; i < 2; i++) {
        px_buffer_clear(&scores);
        assert_int_equal(px_syntax_train(&plan, &models[i], &scores, NULL), PX_OK);
    }
    assert_true(px_slice_equal(px_buffer_slice(&models[0]), px_buffer_slice(&models[1])));
    assert_non_null(strstr(scores.data, "150 words, UPOS 1.0000 XPOS 1.0000 lemma 1.0000 UAS 1.0000 LAS 1.0000"));
    for (size_t i = 0; i < 2; i++)
        px_buffer_release(&models[i]);
    px_buffer_release(&scores);
    unlink(path);
}

static void test_a_missing_treebank_is_named(void **state)
{
    (void)state;
    const char *files[] = {"no/such/treebank.conllu"};
    struct px_buffer model = {0};
    struct px_buffer scores = {0};
    struct px_error error = {0};
    assert_int_equal(px_syntax_train(&(struct px_train_plan){.gold = files, .gold_count = 1}, &model, &scores, &error),
                     PX_ERROR_IO);
    assert_non_null(strstr(error.file, "treebank.conllu"));
    px_buffer_release(&model);
    px_buffer_release(&scores);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_training_is_reproducible_and_learns),
        cmocka_unit_test(test_a_missing_treebank_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
