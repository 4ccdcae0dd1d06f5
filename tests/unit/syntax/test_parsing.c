/* The beam: a sequence scores its actions and the relations of its arcs, and no relation is asked for in vain. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "syntax/parsing.h"

enum { WIDE = 4, FIRST = 0, SECOND = 1, WORDS = 2, RELATION = 5 };

/* Scores of a scorer that looks at the action alone. */
struct taste {
    int32_t actions[PX_ACTION_CLASSES];
    int32_t relations[PX_ACTION_CLASSES];
};

static unsigned asked;

static void score_actions(const void *weights, const struct px_parse *parse, const struct px_state *state,
                          int32_t sums[PX_ACTION_CLASSES])
{
    (void)parse;
    (void)state;
    const struct taste *taste = weights;
    for (int i = 0; i < PX_ACTION_CLASSES; i++)
        sums[i] = taste->actions[i];
}

static struct px_label choose_relation(const void *weights, const struct px_parse *parse, const struct px_state *state,
                                       enum px_action action)
{
    const struct taste *taste = weights;
    asked++;
    bool root = px_state_head(state, action)->node == parse->count;
    return (struct px_label){RELATION, root ? 0 : taste->relations[action]};
}

static bool begin(struct px_arena *arena, struct px_parse *parse, struct px_beam *beam)
{
    static const struct px_form_facts facts = {.word = 1, .class = 1};
    static const struct px_form_facts *const words[WORDS] = {&facts, &facts};
    static const struct px_tag_traits traits[1] = {{0, PX_PASSED_NOTHING}};
    static const uint8_t tags[WORDS] = {0, 0};
    *beam = (struct px_beam){.count = 0};
    if (!px_parse_init(parse, words, tags, traits, WORDS, arena))
        return false;
    *beam = (struct px_beam){.states = {px_parse_begin(parse)}, .count = 1};
    return beam->states[0] != NULL;
}

/* The word that the root's arc leads to in the best parse of two words. */
static uint32_t top_word(const struct taste *taste)
{
    const struct px_parse_scorer scorer = {taste, score_actions, choose_relation};
    struct px_arena arena = {0};
    struct px_parse parse;
    struct px_beam beam;
    assert_true(begin(&arena, &parse, &beam));
    while (!px_state_is_done(&parse, beam.states[0]))
        assert_true(px_beam_advance(&parse, &scorer, WIDE, 1000, &beam));
    uint32_t top = beam.states[0]->front.left[0];
    px_arena_release(&arena);
    return top;
}

static void test_relations_decide_between_heads(void **state)
{
    (void)state;
    assert_int_equal(top_word(&(struct taste){.relations = {0, 2, 1}}), SECOND);
    assert_int_equal(top_word(&(struct taste){.relations = {0, 1, 2}}), FIRST);
}

static void test_actions_outweigh_relations(void **state)
{
    (void)state;
    assert_int_equal(top_word(&(struct taste){.actions = {0, 0, 9}, .relations = {0, 2, 1}}), FIRST);
}

static void test_no_relation_is_asked_for_far_behind(void **state)
{
    (void)state;
    const struct taste taste = {.actions = {100, 0, 0}};
    const struct px_parse_scorer scorer = {&taste, score_actions, choose_relation};
    struct px_arena arena = {0};
    struct px_parse parse;
    struct px_beam beam;
    asked = 0;
    assert_true(begin(&arena, &parse, &beam));
    assert_true(px_beam_advance(&parse, &scorer, WIDE, 10, &beam)); /* SHIFT is all that may be done */
    assert_true(px_beam_advance(&parse, &scorer, WIDE, 10, &beam)); /* LEFT is 100 behind SHIFT */
    assert_int_equal(asked, 0);
    assert_int_equal(beam.count, 1);
    px_arena_release(&arena);
}

/* All rows of the state, whatever is known of its stack and of the words ahead. */
static void score_anew(const void *weights, const struct px_parse *parse, const struct px_state *state,
                       int32_t sums[PX_ACTION_CLASSES])
{
    const struct px_weights *table = weights;
    uint32_t rows[PX_ACTION_ROWS];
    uint16_t added[PX_ACTION_CLASSES];
    size_t count = px_parse_action_rows(parse, state, table, rows);
    px_weights_add_four(table, rows, count, added);
    for (int i = 0; i < PX_ACTION_CLASSES; i++)
        sums[i] = added[i] - (int32_t)count * PX_WEIGHT_ZERO;
}

/* Of relations that weigh nothing. */
static struct px_label one_relation(const void *weights, const struct px_parse *parse, const struct px_state *state,
                                    enum px_action action)
{
    struct px_label label = {px_state_head(state, action)->node == parse->count, 0};
    (void)weights;
    return label;
}

enum { BITS = 12, CROWD = 24, KINDS = 5, MARGIN = 400 };

static uint32_t draw(uint32_t *seed)
{
    return (*seed = *seed * 1664525u + 1013904223u) >> 24;
}

/* A sentence of few words, drawn. */
static void begin_crowd(struct px_arena *arena, uint32_t seed, struct px_parse *parse)
{
    static struct px_form_facts facts[KINDS];
    static struct px_tag_traits traits[KINDS];
    const struct px_form_facts *words[CROWD];
    uint8_t tags[CROWD];
    for (uint8_t i = 0; i < KINDS; i++) {
        facts[i] = (struct px_form_facts){.word = 10u + i, .class = i % 3u};
        traits[i] = (struct px_tag_traits){i, i == 2 ? PX_PASSED_COMMA : PX_PASSED_NOTHING};
    }
    for (size_t i = 0; i < CROWD; i++) {
        tags[i] = (uint8_t)(draw(&seed) % KINDS);
        words[i] = &facts[draw(&seed) % KINDS];
    }
    assert_true(px_parse_init(parse, words, tags, traits, CROWD, arena));
}

/* What is added up once scores as what is added up with every state. */
static void test_what_is_kept_is_what_is_asked_anew(void **state)
{
    (void)state;
    static uint8_t bytes[(1 << BITS) + PX_ROW_PADDING];
    uint32_t seed = 1;
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (uint8_t)draw(&seed);
    struct px_parse_weights weights = {.actions = {bytes, BITS, PX_ACTION_CLASSES},
                                       .relations = {bytes, BITS, PX_RELATION_CLASSES},
                                       .relation_count = 2,
                                       .root = 1,
                                       .beam = WIDE,
                                       .margin = MARGIN};
    const struct px_parse_scorer scorer = {&weights.actions, score_anew, one_relation};
    struct px_arena arena = {0};
    struct px_parse kept, anew;
    begin_crowd(&arena, seed, &kept);
    begin_crowd(&arena, seed, &anew);
    struct px_beam beam = {.states = {px_parse_begin(&anew)}, .count = 1};
    while (!px_state_is_done(&anew, beam.states[0]))
        assert_true(px_beam_advance(&anew, &scorer, WIDE, MARGIN, &beam));
    const struct px_state *best = px_parse_run(&weights, &kept), *other = beam.states[0];
    for (; best != NULL && other != NULL; best = best->previous, other = other->previous) {
        assert_int_equal(best->score, other->score);
        assert_int_equal(best->action, other->action);
    }
    assert_true(best == NULL && other == NULL);
    px_arena_release(&arena);
}

static void test_what_lies_before_a_word_is_counted(void **state)
{
    (void)state;
    static const struct px_form_facts facts = {.word = 1};
    static const struct px_form_facts *const words[] = {&facts, &facts, &facts};
    static const struct px_tag_traits traits[] = {{0, PX_PASSED_NOTHING}, {1, PX_PASSED_COMMA}};
    static const uint8_t tags[] = {1, 0, 1};
    static const uint64_t commas[] = {0, 1, 1, 2, 2};
    struct px_arena arena = {0};
    struct px_parse parse;
    assert_true(px_parse_init(&parse, words, tags, traits, 3, &arena));
    for (size_t i = 0; i < sizeof commas / sizeof *commas; i++)
        assert_int_equal(parse.nodes[i].passed, commas[i] << (PX_PASSED_BITS * PX_PASSED_COMMA));
    px_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_relations_decide_between_heads),
        cmocka_unit_test(test_actions_outweigh_relations),
        cmocka_unit_test(test_what_is_kept_is_what_is_asked_anew),
        cmocka_unit_test(test_what_lies_before_a_word_is_counted),
        cmocka_unit_test(test_no_relation_is_asked_for_far_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
