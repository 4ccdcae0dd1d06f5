/* What the page tells of names for the same thing. */
#include "page_fixture.h"

/* How often each article uses each of the two wordings. */
static struct {
    uint32_t counts[2][2], own[2][2], unsure[2][2], disowned[2][2];
    struct px_evidence evidence[2][2];
} use;

/* The section of two articles that both speak of a body, which two wordings name. */
static void write_names(void)
{
    struct px_article a = {0}, b = {0};
    static const char *const forms[] = {"Harbour Board", "the Board"};
    struct px_variant variants[2];
    for (size_t v = 0; v < 2; v++)
        variants[v] = (struct px_variant){.form = px_slice_from(forms[v]),
                                          .counts = use.counts[v],
                                          .own = use.own[v],
                                          .unsure = use.unsure[v],
                                          .disowned = use.disowned[v],
                                          .evidence = use.evidence[v]};
    struct px_spans mentions[2] = {{.count = 1}, {.count = 1}};
    struct px_referent referent = {.name = PX_SLICE("Board"),
                                   .kind = PX_ENTITY_ORGANISATION,
                                   .mentions = mentions,
                                   .variants = variants,
                                   .variant_count = 2,
                                   .choices = 2};
    compare(&a, &b);
    LAY(comparison.referents, &referent, 1);
    px_page_names(&page);
}

static void lay(uint32_t first_a, uint32_t first_b, uint32_t second_a, uint32_t second_b)
{
    uint32_t all[2][2] = {{first_a, first_b}, {second_a, second_b}};
    memcpy(use.counts, all, sizeof all);
    memcpy(use.own, all, sizeof all);
    memset(use.unsure, 0, sizeof use.unsure);
}

/* An article that speaks of it without any of its names says nothing of how it calls it. */
static void test_each_article_has_a_name(void **state)
{
    (void)state;
    lay(3, 0, 1, 1);
    write_names();
    assert_has(&out, "| Board | Harbour Board | 3 | 0 |");
    lay(3, 0, 1, 0);
    write_names();
    assert_written(&out, "");
}

/* Where a statement may not hold the name, it may be the article's own. */
static void test_a_voice_in_doubt_is_no_other(void **state)
{
    (void)state;
    lay(3, 0, 1, 1);
    use.own[0][0] = 2;
    write_names();
    assert_has(&out, "| Board | Harbour Board | 3 (2 own) | 0 |");
    use.unsure[0][0] = 1;
    write_names();
    assert_has(&out, "| Board | Harbour Board | 3 (at least 2 own) | 0 |");
    use.own[0][0] = 0;
    write_names();
    assert_has(&out, "| Board | Harbour Board | 3 (at most 1 own) | 0 |");
    use.unsure[0][0] = 3;
    write_names();
    assert_has(&out, "| Board | Harbour Board | 3 (voice unsure) | 0 |");
}

/* Who doubts what he calls so is not of those who call it so. */
static void test_what_an_article_doubts_is_not_its_own(void **state)
{
    (void)state;
    lay(3, 0, 1, 1);
    use.own[0][0] = use.own[1][0] = 0;
    use.disowned[0][0] = 3;
    write_names();
    assert_has(&out, "| Board | Harbour Board | 3 (in words that it doubts) | 0 |");
    assert_has(&out, "the Board | 1 (0 own) | 1 |");
    use.disowned[0][0] = 0;
}

/* What one article alone names stands in a list; a table is for what both name. */
static void test_a_wording_alone_is_no_row(void **state)
{
    (void)state;
    struct px_article a = {0}, b = {0};
    struct px_span place = {0, 4};
    struct px_spans in_a[] = {{&place, 1, 1}, {NULL, 0, 0}}, in_both[] = {{&place, 1, 1}, {&place, 1, 1}};
    uint32_t one[] = {1, 0}, both[] = {1, 2}, none[] = {0, 0};
    struct px_evidence evidence[2] = {{0}, {0}};
    uint32_t no[] = {0, 0}, first[] = {1, 0}, second[] = {0, 2};
    struct px_variant coup = {.form = PX_SLICE("coup"), .counts = one, .own = one, .unsure = no, .evidence = evidence};
    struct px_variant wall = {
        .form = PX_SLICE("wall"), .counts = both, .own = none, .unsure = second, .evidence = evidence};
    coup.used_by = PX_SLICE("the losers");
    coup.connotation = -.6;
    struct px_referent referents[] = {{.name = PX_SLICE("change"),
                                       .lexical = true,
                                       .lone = true,
                                       .mentions = in_a,
                                       .variants = &coup,
                                       .variant_count = 1,
                                       .choices = 1},
                                      {.name = PX_SLICE("border"),
                                       .lexical = true,
                                       .mentions = in_both,
                                       .variants = &wall,
                                       .variant_count = 1,
                                       .choices = 2}};
    compare(&a, &b);
    LAY(comparison.referents, referents, 2);
    px_page_names(&page);
    assert_false(out.failed);
    assert_has(&out, "- **A**: “coup” for change, a word used by the losers ");
    assert_has(&out, "## Names for the same thing\n");
    assert_has(&out, "| Border | wall | 1 (0 own) | 2 (voice unsure) |");
    both[1] = 1;
    px_buffer_clear(&out);
    px_page_names(&page);
    assert_false(page_has("| Border")); /* as often in one as in the other is no difference */
    assert_false(page_has("| Change"));
    assert_has(&out, "## Names that take sides\n"); /* nothing stands beside them */
    coup.own = none;
    coup.unsure = first;
    px_buffer_clear(&out);
    px_page_names(&page);
    assert_has(&out, "- **A**: “coup” for change, a word used by the losers, perhaps not in the article's own voice ");
    uint32_t three[] = {1, 3}, last[] = {0, 2};
    wall.counts = three;
    wall.own = last;
    px_buffer_clear(&out);
    px_page_names(&page);
    assert_has(&out, "| Border | wall | 1 (0 own) | 3 (at least 2 own) |");
}

/* What everybody says is no reason to tell who else does, nor whom the thing divides; beside what some say it is said. */
static void test_nobody_says_what_everybody_does(void **state)
{
    (void)state;
    struct px_article a = {0}, b = {0};
    struct px_span place = {0, 4};
    struct px_spans in_both[] = {{&place, 1, 1}, {&place, 1, 1}};
    uint32_t counts[] = {1, 2}, none[] = {0, 0};
    struct px_evidence evidence[2] = {{0}, {0}};
    struct px_variant wall = {
        .form = PX_SLICE("wall"), .counts = counts, .own = counts, .unsure = none, .evidence = evidence};
    struct px_variant variants[] = {wall, wall, wall};
    variants[0].used_by = PX_SLICE("anybody, supporters");
    variants[0].common = true;
    struct px_referent border = {.name = PX_SLICE("border"),
                                 .lexical = true,
                                 .mentions = in_both,
                                 .variants = variants,
                                 .variant_count = 1,
                                 .choices = 2};
    compare(&a, &b);
    LAY(comparison.referents, &border, 1);
    px_page_names(&page);
    assert_has(&out, "| Border | wall | 1 | 2 |");
    assert_false(page_has("anybody"));
    assert_false(page_has("who else says so"));
    variants[1].form = PX_SLICE("rampart");
    variants[1].used_by = PX_SLICE("builders");
    variants[2].form = PX_SLICE("fence");
    border.variant_count = 3;
    px_buffer_clear(&out);
    px_page_names(&page);
    assert_has(&out, "| Border | wall | 1 | 2 | any side |");
    assert_has(&out, "|  | rampart | 1 | 2 | builders |");
    assert_has(&out, "|  | fence | 1 | 2 | not known |");
    assert_false(page_has("supporters"));
    variants[1].used_by = PX_SLICE("opponents");
    px_buffer_clear(&out);
    px_page_names(&page);
    assert_has(&out, ", supporters and opponents of the thing named:");
}

/* Where nobody is known to use any of the wordings, what they say of the thing is told alone. */
static void test_what_a_wording_says_of_the_thing(void **state)
{
    (void)state;
    struct px_article a = {0}, b = {0};
    struct px_span place = {0, 4};
    struct px_spans in_both[] = {{&place, 1, 1}, {&place, 1, 1}};
    uint32_t counts[] = {1, 2}, none[] = {0, 0};
    struct px_evidence evidence[2] = {{0}, {0}};
    struct px_variant wall = {
        .form = PX_SLICE("wall"), .counts = counts, .own = counts, .unsure = none, .evidence = evidence};
    struct px_variant variants[] = {wall, wall, wall};
    variants[0].connotation = -.5;
    variants[1].used_by = PX_SLICE("anybody");
    variants[1].common = true;
    variants[1].connotation = .2;
    struct px_referent border = {.name = PX_SLICE("border"),
                                 .lexical = true,
                                 .mentions = in_both,
                                 .variants = variants,
                                 .variant_count = 3,
                                 .choices = 2};
    compare(&a, &b);
    LAY(comparison.referents, &border, 1);
    px_page_names(&page);
    assert_has(&out, "| what it says of the thing |");
    assert_has(&out, "| Border | wall | 1 | 2 | negative (-0.5) |");
    assert_has(&out, "|  | wall | 1 | 2 | positive (+0.2) |");
    assert_has(&out, "|  | wall | 1 | 2 | – |");
}

/* Spellings of one name are no row, however many; nor is a name in full beside the surname, or what both use. */
static void test_spellings_are_no_row(void **state)
{
    (void)state;
    struct px_article a = {0}, b = {0};
    struct px_span place = {0, 4};
    struct px_spans mentions[] = {{&place, 1, 1}, {&place, 1, 1}};
    uint32_t both[] = {3, 1}, one[] = {0, 3};
    struct px_variant variants[] = {{.form = PX_SLICE("Ada Brell"), .counts = both},
                                    {.form = PX_SLICE("Brell"), .counts = one}};
    struct px_referent referent = {.mentions = mentions, .variants = variants, .variant_count = 2, .choices = 1};
    compare(&a, &b);
    assert_false(px_referent_is_telling(&comparison, &referent));
    referent.choices = 2;
    referent.kind = PX_ENTITY_PERSON;
    assert_false(px_referent_is_telling(&comparison, &referent));
    variants[1].role = true;
    assert_true(px_referent_is_telling(&comparison, &referent));
    one[0] = 1;
    assert_false(px_referent_is_telling(&comparison, &referent));
    referent.verdict = PX_VERDICT_DIFFERS;
    assert_true(px_referent_is_telling(&comparison, &referent));
    referent.lexical = true;
    assert_true(px_referent_is_telling(&comparison, &referent));
    referent.choices = 1;
    assert_false(px_referent_is_telling(&comparison, &referent)); /* all say the same */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_article_has_a_name),
        cmocka_unit_test(test_a_voice_in_doubt_is_no_other),
        cmocka_unit_test(test_what_an_article_doubts_is_not_its_own),
        cmocka_unit_test(test_a_wording_alone_is_no_row),
        cmocka_unit_test(test_nobody_says_what_everybody_does),
        cmocka_unit_test(test_what_a_wording_says_of_the_thing),
        cmocka_unit_test(test_spellings_are_no_row),
    };
    return cmocka_run_group_tests(tests, NULL, release);
}
