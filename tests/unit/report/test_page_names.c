/* What the page tells of names for the same thing. */
#include "report/page.h"
#include "report_fixture.h"

static uint32_t counts[2][2], own[2][2], disowned[2][2];
static bool unsure[2][2];
static struct px_evidence evidence[2][2];

/* The section of two articles that both speak of a body, which two wordings name. */
static struct px_buffer names(void)
{
    struct px_article a = {0}, b = {0};
    const struct px_article *articles[] = {&a, &b};
    struct px_comparison comparison = {.articles = articles, .article_count = 2};
    static const char *const forms[] = {"Harbour Board", "the Board"};
    struct px_variant variants[2];
    for (size_t v = 0; v < 2; v++)
        variants[v] = (struct px_variant){.form = px_slice_from(forms[v]),
                                          .counts = counts[v],
                                          .own = own[v],
                                          .unsure = unsure[v],
                                          .disowned = disowned[v],
                                          .evidence = evidence[v]};
    struct px_spans mentions[2] = {{.count = 1}, {.count = 1}};
    struct px_referent referent = {.name = PX_SLICE("Board"),
                                   .kind = PX_ENTITY_ORGANISATION,
                                   .mentions = mentions,
                                   .variants = variants,
                                   .variant_count = 2,
                                   .choices = 2};
    comparison.referents.items = &referent;
    comparison.referents.count = 1;
    struct px_buffer out = {0};
    struct px_provenance provenance = {0};
    struct px_page page = {.out = &out, .comparison = &comparison, .provenance = &provenance};
    px_page_names(&page);
    return out;
}

static void lay(uint32_t first_a, uint32_t first_b, uint32_t second_a, uint32_t second_b)
{
    uint32_t all[2][2] = {{first_a, first_b}, {second_a, second_b}};
    memcpy(counts, all, sizeof all);
    memcpy(own, all, sizeof all);
    memset(unsure, 0, sizeof unsure);
}

/* An article that speaks of it without any of its names says nothing of how it calls it. */
static void test_each_article_has_a_name(void **state)
{
    (void)state;
    lay(3, 0, 1, 1);
    struct px_buffer out = names();
    assert_has(&out, "| Board | Harbour Board | 3 | 0 |");
    px_buffer_release(&out);
    lay(3, 0, 1, 0);
    out = names();
    assert_written(&out, "");
}

/* Where a statement may not hold the name, it may be the article's own. */
static void test_a_voice_in_doubt_is_no_other(void **state)
{
    (void)state;
    lay(3, 0, 1, 1);
    own[0][0] = 2;
    struct px_buffer out = names();
    assert_has(&out, "| Board | Harbour Board | 3 (2 own) | 0 |");
    px_buffer_release(&out);
    unsure[0][0] = true;
    out = names();
    assert_has(&out, "| Board | Harbour Board | 3 (at least 2 own) | 0 |");
    px_buffer_release(&out);
}

/* Who doubts what he calls so is not of those who call it so. */
static void test_what_an_article_doubts_is_not_its_own(void **state)
{
    (void)state;
    lay(3, 0, 1, 1);
    own[0][0] = own[1][0] = 0;
    disowned[0][0] = 3;
    struct px_buffer out = names();
    assert_has(&out, "| Board | Harbour Board | 3 (in words that it doubts) | 0 |");
    assert_has(&out, "the Board | 1 (0 own) | 1 |");
    px_buffer_release(&out);
    disowned[0][0] = 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_article_has_a_name),
        cmocka_unit_test(test_a_voice_in_doubt_is_no_other),
        cmocka_unit_test(test_what_an_article_doubts_is_not_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
