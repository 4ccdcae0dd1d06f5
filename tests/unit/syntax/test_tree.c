/* Questions to a tree, over trees written here. */
#include "syntax_fixture.h"

#include "syntax/tree.h"

static struct px_tree tree;

static uint8_t relation_of(const char *name)
{
    for (uint8_t i = 0; i < 255; i++)
        if (px_slice_is(px_syntax_relation(fixture.syntax, i), name))
            return i;
    fail_msg("no relation '%s'", name);
    return 0;
}

/* A tree of heads (from 1; 0: root) and relations. */
static void make(size_t count, const uint32_t *heads, const char *const *relations)
{
    for (size_t i = 0; i < count; i++) {
        fixture.words[i].head = heads[i] == 0 ? PX_NONE : heads[i] - 1;
        fixture.words[i].relation = relation_of(relations[i]);
    }
    assert_true(px_tree_init(&tree, fixture.syntax, fixture.words, count, &fixture.arena));
}

/* They told(2) him to(4) leave(5) and go(7) */
static void test_subjects_of_open_clauses_and_conjuncts(void **state)
{
    (void)state;
    make(7, (const uint32_t[]){2, 0, 2, 5, 2, 7, 5},
         (const char *const[]){"nsubj", "root", "obj", "mark", "xcomp", "cc", "conj"});
    assert_int_equal(tree.root, 1);
    assert_int_equal(px_tree_subject(&tree, 1), 0);
    assert_int_equal(px_tree_object(&tree, 1), 2);
    assert_int_equal(px_tree_subject(&tree, 4), 2);
    assert_int_equal(px_tree_subject(&tree, 6), 2);
    assert_int_equal(px_tree_object(&tree, 6), PX_NONE);
    assert_int_equal(px_tree_clause(&tree, 3), 1);
    assert_int_equal(px_tree_span(&tree, 4).start, 3);
    assert_int_equal(px_tree_span(&tree, 4).end, 7);
    assert_int_equal(px_tree_span(&tree, 1).end, 7);
}

/* Mistakes were made ; bridges were blown by rebels , she said */
static void test_passives(void **state)
{
    (void)state;
    make(12, (const uint32_t[]){3, 3, 12, 3, 7, 7, 3, 9, 7, 3, 12, 0},
         (const char *const[]){"nsubj:pass", "aux:pass", "ccomp", "punct", "nsubj:pass", "aux:pass", "parataxis",
                               "case", "obl:agent", "punct", "nsubj", "root"});
    assert_true(px_tree_is_passive(&tree, 2));
    assert_int_equal(px_tree_dependent(&tree, 2, PX_ARC_AGENT), PX_NONE);
    assert_true(px_tree_is_passive(&tree, 6));
    assert_int_equal(px_tree_dependent(&tree, 6, PX_ARC_AGENT), 8);
    assert_false(px_tree_is_passive(&tree, 11));
    assert_int_equal(px_tree_object(&tree, 2), 0);
    assert_int_equal(px_tree_clause(&tree, 8), 6);
    assert_int_equal(px_tree_clause(&tree, 0), 2);
    assert_int_equal(px_tree_clause(&tree, 10), 11);
    assert_int_equal(px_tree_span(&tree, 6).start, 4);
    assert_int_equal(px_tree_span(&tree, 6).end, 9);
}

static void test_an_empty_tree(void **state)
{
    (void)state;
    assert_true(px_tree_init(&tree, fixture.syntax, fixture.words, 0, &fixture.arena));
    assert_int_equal(tree.root, PX_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_subjects_of_open_clauses_and_conjuncts),
        cmocka_unit_test(test_passives),
        cmocka_unit_test(test_an_empty_tree),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
