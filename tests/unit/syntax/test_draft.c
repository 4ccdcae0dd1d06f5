/* The second look: what a word's place in the tree says, and which tags may take the place of which. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "syntax/model.h"

enum { WORDS = 4, EDGE = 2, ROOT = 0, SUBJECT = 1, OBJECT = 2, BITS = 12, NOUN = 1, VERB = 2 };

/* "a b c d": b is the root's word, a and d hang on it, c on d. */
static uint32_t heads[WORDS] = {1, WORDS, 3, 1};
static uint8_t relations[WORDS] = {SUBJECT, ROOT, SUBJECT, OBJECT};

static const struct px_form_facts *words[WORDS + 2 * EDGE];
static struct px_form_facts facts[WORDS];

/* NOLINTNEXTLINE(readability-non-const-parameter): the tags are changed through the draft */
static void make(struct px_draft *draft, uint8_t *tags)
{
    for (size_t i = 0; i < WORDS + 2 * EDGE; i++)
        words[i] = &px_form_edge;
    for (uint32_t i = 0; i < WORDS; i++) {
        facts[i] = (struct px_form_facts){.word = 10 + i, .class = 1};
        words[EDGE + i] = &facts[i];
    }
    *draft = (struct px_draft){words + EDGE, WORDS, tags, heads, relations};
}

static void test_a_place_knows_its_dependents(void **state)
{
    (void)state;
    static const struct px_tag_traits traits[3] = {{0, 0}, {1, 0}, {2, 0}};
    uint8_t tags[WORDS] = {NOUN, VERB, NOUN, NOUN};
    struct px_arena arena = {0};
    struct px_draft draft;
    make(&draft, tags);
    const struct px_place *places = px_draft_places(&draft, traits, &arena);
    assert_non_null(places);
    assert_int_equal(places[1].first, 0);
    assert_int_equal(places[1].last, 3);
    assert_int_equal(places[1].left, 1 << SUBJECT);
    assert_int_equal(places[1].right, 1 << OBJECT);
    assert_int_equal(places[3].left, 1 << SUBJECT);
    assert_int_equal(places[3].right, 0);
    assert_int_equal(places[0].first, WORDS + 1);
    assert_true(places[3].side);
    assert_false(places[0].side);
    assert_int_equal(places[WORDS].first, 1);
    px_arena_release(&arena);
}

/* Weights that speak for VERB wherever the second word's features are: its tag gives way once VERB is a rival. */
static void test_only_rivals_take_a_tags_place(void **state)
{
    (void)state;
    static uint8_t bytes[(1 << BITS) + PX_ROW_PADDING];
    uint8_t rivals[PX_TAG_CLASSES * PX_RIVAL_BYTES] = {0};
    uint8_t tags[WORDS] = {NOUN, NOUN, NOUN, NOUN};
    uint32_t rows[PX_REVISION_ROWS];
    struct px_syntax syntax = {.tag_set = {.count = 3}, .revision = {bytes, BITS}, .rivals = rivals};
    struct px_arena arena = {0};
    struct px_draft draft;
    make(&draft, tags);
    const struct px_place *places = px_draft_places(&draft, syntax.traits, &arena);
    assert_non_null(places);
    size_t count = px_revision_rows(places, 1, PX_ROWS_ALONE(BITS), rows);
    assert_true(count <= PX_REVISION_ROWS);
    for (size_t i = 0; i < count; i++)
        bytes[rows[i] + VERB]++;
    assert_true(px_draft_revise(&syntax, &draft, &arena));
    assert_int_equal(tags[1], NOUN);
    rivals[NOUN * PX_RIVAL_BYTES] = 1 << VERB;
    assert_true(px_draft_revise(&syntax, &draft, &arena));
    assert_int_equal(tags[1], VERB);
    px_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_place_knows_its_dependents),
        cmocka_unit_test(test_only_rivals_take_a_tags_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
