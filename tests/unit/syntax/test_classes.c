/* Classes of words: what stands in alike company goes together, what is rare stays alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "syntax/train_inside.h"

enum { CLASSES = 3, MOST_WORDS = 32 };

static const char *const nouns[] = {"mayor", "council", "party", "critics"};
static const char *const verbs[] = {"spoke", "voted", "resigned", "agreed"};

static struct px_corpus corpus;
static struct px_names names;
static struct px_forms forms;
static struct px_table digests;

static void write_sentence(FILE *file, const char *noun, const char *verb)
{
    fprintf(file, "1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_\n");
    fprintf(file, "2\t%s\t%s\tNOUN\tNN\t_\t3\tnsubj\t_\t_\n", noun, noun);
    fprintf(file, "3\t%s\t%s\tVERB\tVBD\t_\t0\troot\t_\t_\n\n", verb, verb);
}

/* Every noun with every verb, three times, and once "The hapax spoke". */
static void read_corpus(void)
{
    char path[] = "/tmp/parallax-classes-XXXXXX";
    int handle = mkstemp(path);
    FILE *file = handle < 0 ? NULL : fdopen(handle, "w");
    assert_non_null(file);
    for (size_t i = 0; i < 48; i++)
        write_sentence(file, nouns[i % 4], verbs[i / 4 % 4]);
    write_sentence(file, "hapax", "spoke");
    assert_int_equal(fclose(file), 0);
    assert_int_equal(px_corpus_read(&corpus, path, NULL), PX_OK);
    unlink(path);
}

static int set_up(void **state)
{
    (void)state;
    read_corpus();
    assert_int_equal(px_names_choose(&names, &corpus, NULL), PX_OK);
    px_names_apply(&names, &corpus);
    assert_true(px_corpus_add_forms(&corpus, &forms, NULL));
    for (size_t i = 0; i < forms.facts.count; i++) {
        uint32_t digest = forms.facts.items[i].word;
        assert_true(px_table_add(&digests, (struct px_slice){(const char *)&digest, sizeof digest}, NULL) < MOST_WORDS);
    }
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    px_table_release(&digests);
    px_forms_release(&forms);
    px_names_release(&names);
    px_corpus_release(&corpus);
    return 0;
}

static void find_classes(uint8_t classes[MOST_WORDS])
{
    const struct px_corpus *corpora[] = {&corpus};
    const struct px_train_text text = {corpora, 1, &forms, &digests};
    assert_int_equal(px_train_classes(&text, CLASSES, classes, NULL), PX_OK);
}

static uint8_t class_of(const uint8_t *classes, const char *form)
{
    uint32_t id = px_table_find(&forms.table, px_slice_from(form));
    assert_true(id != PX_NONE);
    uint32_t digest = forms.facts.items[id].word;
    return classes[px_table_find(&digests, (struct px_slice){(const char *)&digest, sizeof digest})];
}

static void test_alike_company_is_one_class(void **state)
{
    (void)state;
    uint8_t classes[MOST_WORDS] = {0};
    find_classes(classes);
    for (size_t i = 1; i < 4; i++) {
        assert_int_equal(class_of(classes, nouns[i]), class_of(classes, nouns[0]));
        assert_int_equal(class_of(classes, verbs[i]), class_of(classes, verbs[0]));
    }
    assert_int_not_equal(class_of(classes, nouns[0]), class_of(classes, verbs[0]));
    assert_int_not_equal(class_of(classes, nouns[0]), 0);
}

static void test_a_rare_word_has_no_class(void **state)
{
    (void)state;
    uint8_t classes[MOST_WORDS] = {0};
    find_classes(classes);
    assert_int_equal(class_of(classes, "hapax"), 0);
}

static void test_classes_are_the_same_again(void **state)
{
    (void)state;
    uint8_t classes[2][MOST_WORDS] = {{0}};
    find_classes(classes[0]);
    find_classes(classes[1]);
    assert_memory_equal(classes[0], classes[1], MOST_WORDS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_alike_company_is_one_class),
        cmocka_unit_test(test_a_rare_word_has_no_class),
        cmocka_unit_test(test_classes_are_the_same_again),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
