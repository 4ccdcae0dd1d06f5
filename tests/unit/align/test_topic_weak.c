/* What leaves a topic since it hardly has a counterpart there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "align/topic_plan.h"

enum { ARTICLES = 2, PARAGRAPHS = 3 };

/* Two articles of three paragraphs each, all in one topic. */
struct fixture {
    struct px_compare_context context;
    struct px_comparison comparison;
    struct px_paragraphs paragraphs[ARTICLES];
    struct px_topic_plan plan;
    uint32_t *topics[ARTICLES];
    uint32_t of[ARTICLES][PARAGRAPHS];
};

static uint32_t numbers[PARAGRAPHS] = {0, 1, 2};

static void lay_out(struct fixture *fixture, struct px_edge *edges, size_t count)
{
    *fixture = (struct fixture){.plan = {.count = 1, .shared = 1}};
    for (size_t a = 0; a < ARTICLES; a++) {
        fixture->paragraphs[a].count = PARAGRAPHS;
        fixture->paragraphs[a].of = numbers;
        fixture->topics[a] = fixture->of[a];
    }
    fixture->comparison.edges.items = edges;
    fixture->comparison.edges.count = count;
    fixture->plan.topics = fixture->topics;
    fixture->context.comparison = &fixture->comparison;
    fixture->context.paragraphs = fixture->paragraphs;
    fixture->context.count = ARTICLES;
    struct px_error error = {0};
    assert_int_equal(px_topic_plan_drop_weak(&fixture->context, &fixture->plan, &error), PX_OK);
    px_arena_release(&fixture->context.scratch);
}

static struct px_edge edge(uint32_t p, uint32_t q, double told)
{
    return (struct px_edge){.article = {0, 1}, .block = {p, q}, .told = told};
}

/* A paragraph leaves whose best counterpart is unlikely. */
static void what_hardly_has_a_counterpart_leaves(void **state)
{
    (void)state;
    struct px_edge edges[] = {edge(0, 0, .9), edge(1, 0, .6), edge(2, 0, .4), edge(2, 1, .44), edge(1, 2, .44)};
    struct fixture fixture;
    lay_out(&fixture, edges, 5);
    const uint32_t a[] = {0, 0, PX_UNASSIGNED}, b[] = {0, PX_UNASSIGNED, PX_UNASSIGNED};
    assert_memory_equal(fixture.of[0], a, sizeof a);
    assert_memory_equal(fixture.of[1], b, sizeof b);
}

/* Of a topic without a sure pair all is told to be less sure. */
static void a_topic_that_is_not_sure_stays(void **state)
{
    (void)state;
    struct px_edge edges[] = {edge(0, 0, .7), edge(1, 0, .4)};
    struct fixture fixture;
    lay_out(&fixture, edges, 2);
    const uint32_t all[PARAGRAPHS] = {0};
    assert_memory_equal(fixture.of[0], all, sizeof all);
    assert_memory_equal(fixture.of[1], all, sizeof all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_hardly_has_a_counterpart_leaves),
        cmocka_unit_test(a_topic_that_is_not_sure_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
