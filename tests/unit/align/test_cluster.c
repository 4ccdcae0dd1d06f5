/* Which paragraphs that tell the same make one topic, and which make two. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "align/topic_plan.h"

enum { ARTICLES = 2, PARAGRAPHS = 4, UNITS = ARTICLES * PARAGRAPHS };

static uint32_t numbers[PARAGRAPHS] = {0, 1, 2, 3};

/* Two articles of four paragraphs each, all units of their own: those of the second from PARAGRAPHS on. */
static void cluster(struct px_edge *edges, size_t count, uint32_t *clusters)
{
    struct px_paragraphs paragraphs[ARTICLES] = {{.count = PARAGRAPHS, .of = numbers},
                                                 {.count = PARAGRAPHS, .of = numbers}};
    struct px_comparison comparison = {.edges = {edges, count, count}};
    struct px_compare_context context = {.comparison = &comparison, .paragraphs = paragraphs, .count = ARTICLES};
    struct px_unit units[UNITS];
    struct px_error error = {0};
    for (uint32_t u = 0; u < UNITS; u++)
        units[u] = (struct px_unit){u / PARAGRAPHS, u % PARAGRAPHS, 1, 0};
    assert_int_equal(px_compare_cluster_told(&context, units, UNITS, clusters, &error), PX_OK);
    px_arena_release(&context.scratch);
}

static struct px_edge pair(uint32_t p, uint32_t q, double told)
{
    return (struct px_edge){.article = {0, 1}, .block = {p, q}, .told = told, .best = true, .tells = true};
}

static struct px_edge weaker(uint32_t p, uint32_t q, double told)
{
    return (struct px_edge){.article = {0, 1}, .block = {p, q}, .told = told, .tells = true};
}

/* Each of two pairs tells a thing of its own: a weak edge between them is too little. */
static void a_weak_edge_joins_no_two_pairs(void **state)
{
    (void)state;
    struct px_edge edges[] = {pair(1, 1, .95), pair(2, 2, .95), weaker(1, 2, .55)};
    uint32_t clusters[UNITS];
    cluster(edges, 3, clusters);
    assert_int_equal(clusters[1], clusters[PARAGRAPHS + 1]);
    assert_int_equal(clusters[2], clusters[PARAGRAPHS + 2]);
    assert_int_not_equal(clusters[1], clusters[2]);
}

static void a_strong_edge_joins_them(void **state)
{
    (void)state;
    struct px_edge edges[] = {pair(1, 1, .95), pair(2, 2, .95), weaker(1, 2, .9)};
    uint32_t clusters[UNITS];
    cluster(edges, 3, clusters);
    assert_int_equal(clusters[1], clusters[2]);
    assert_int_equal(clusters[1], clusters[PARAGRAPHS + 2]);
}

/* A lead sums up all of its article, and is somewhat like what it tells. */
static void a_lead_joins_less(void **state)
{
    (void)state;
    struct px_edge edges[] = {pair(0, 0, .95), pair(2, 2, .95), weaker(0, 2, .9)};
    uint32_t clusters[UNITS];
    cluster(edges, 3, clusters);
    assert_int_equal(clusters[0], clusters[PARAGRAPHS]);
    assert_int_equal(clusters[2], clusters[PARAGRAPHS + 2]);
    assert_int_not_equal(clusters[0], clusters[2]);
}

/* What is hardly likely to tell the same is no pair of its own. */
static void a_faint_pair_comes_along(void **state)
{
    (void)state;
    struct px_edge edges[] = {pair(1, 1, .95), pair(2, 2, .6), weaker(1, 2, .55)};
    uint32_t clusters[UNITS];
    cluster(edges, 3, clusters);
    assert_int_equal(clusters[1], clusters[2]);
}

/* Nor do paragraphs of one article need an edge between them where both are like one of the other. */
static void one_counterpart_joins_two(void **state)
{
    (void)state;
    struct px_edge edges[] = {pair(1, 1, .95), weaker(2, 1, .55)};
    uint32_t clusters[UNITS];
    cluster(edges, 2, clusters);
    assert_int_equal(clusters[1], clusters[2]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_weak_edge_joins_no_two_pairs),
        cmocka_unit_test(a_strong_edge_joins_them),
        cmocka_unit_test(a_lead_joins_less),
        cmocka_unit_test(a_faint_pair_comes_along),
        cmocka_unit_test(one_counterpart_joins_two),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
