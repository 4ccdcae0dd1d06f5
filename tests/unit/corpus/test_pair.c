#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "corpus/day.h"
#include "corpus/pair.h"

static struct px_resources *resources;

struct item {
    const char *id, *outlet, *published, *title, *text;
};

#define BRIDGE_A "The Tarvel bridge fell into the river Osk at dawn. Mayor Ilse Brant said two cars were in the water."
#define BRIDGE_B \
    "Two cars plunged into the Osk when the old bridge of Tarvel gave way. Divers were sent, Ilse Brant said."
#define BRIDGE_C \
    "Divers searched the Osk after the Tarvel bridge collapsed. The mayor, Ilse Brant, closed the river road."
#define WHEAT_A \
    "Wheat farmers in Hollin want a higher price for grain. Their league will meet the minister of agriculture."
#define WHEAT_B "The minister of agriculture meets the league of Hollin wheat farmers, who demand more money for grain."

static struct px_pairing *find(const struct px_pair_options *options, const struct item *items, size_t count)
{
    struct px_pairing *pairing;
    struct px_error error = {0};
    assert_int_equal(px_pairing_new(resources, options, &pairing, &error), PX_OK);
    for (size_t i = 0; i < count; i++) {
        const struct px_article article = {.id = px_slice_from(items[i].id),
                                           .outlet = px_slice_from(items[i].outlet),
                                           .published = px_slice_from(items[i].published),
                                           .title = px_slice_from(items[i].title),
                                           .text = px_slice_from(items[i].text)};
        assert_int_equal(px_pairing_add(pairing, &article, &error), PX_OK);
    }
    assert_int_equal(px_pairing_find(pairing, &error), PX_OK);
    return pairing;
}

/* "a-b a-c": the pairs' ids. */
static const char *pairs_of(const struct px_pairing *pairing)
{
    static char line[512];
    size_t used = 0;
    line[0] = 0;
    for (size_t i = 0; i < px_pairing_count(pairing); i++) {
        const struct px_pair *pair = px_pairing_pair(pairing, i);
        struct px_slice a = px_pairing_id(pairing, pair->a), b = px_pairing_id(pairing, pair->b);
        used += (size_t)snprintf(line + used, sizeof line - used, "%s%.*s-%.*s", i == 0 ? "" : " ", PX_SLICE_ARG(a),
                                 PX_SLICE_ARG(b));
    }
    return line;
}

static void expect(const struct px_pair_options *options, const struct item *items, size_t count, const char *pairs)
{
    struct px_pairing *pairing = find(options, items, count);
    assert_string_equal(pairs_of(pairing), pairs);
    px_pairing_free(pairing);
}

static const struct px_pair_options plain = {.window = 3, .least = PX_PAIR_LEAST};

static const struct item news[] = {
    {"b1", "Courier", "2020-05-01", "Bridge falls at Tarvel", BRIDGE_A},
    {"w1", "Courier", "2020-05-01", "Farmers ask for more", WHEAT_A},
    {"b2", "Herald", "2020-05-02", "Tarvel bridge gives way", BRIDGE_B},
    {"w2", "Herald", "2020-05-03", "Wheat league meets minister", WHEAT_B},
    {"b3", "Post", "2020-05-01", "Divers search the Osk", BRIDGE_C},
};

static void test_finds_events(void **state)
{
    (void)state;
    expect(&plain, news, 5, "b1-b3 b1-b2 b3-b2 w1-w2"); /* by day of the earlier one, then id; of partners the same */
}

static void test_pairs_carry_their_evidence(void **state)
{
    (void)state;
    struct px_pairing *pairing = find(&plain, news, 5);
    struct px_slice reasons[PX_PAIR_REASONS];
    const struct px_pair *pair = px_pairing_pair(pairing, 1);
    size_t count = px_pairing_reasons(pairing, pair, reasons);
    bool named = false;
    for (size_t i = 0; i < count; i++)
        named = named || px_slice_is(reasons[i], "Ilse Brant");
    assert_in_range(count, 3, PX_PAIR_REASONS);
    assert_true(named);
    assert_true(pair->score >= PX_PAIR_LEAST && pair->score <= pair->similarity && pair->similarity < 1);
    struct px_buffer out = {0};
    px_pairing_write(pairing, 1, &out);
    assert_non_null(strstr(out.data, "\"days\":1,"));
    assert_non_null(strstr(out.data, "\"copy\":false"));
    px_buffer_release(&out);
    px_pairing_free(pairing);
}

static void test_the_window_is_in_days(void **state)
{
    (void)state;
    const struct item items[] = {{"a", "Courier", "2020-02-27", "Bridge falls at Tarvel", BRIDGE_A},
                                 {"b", "Herald", "2020-03-02T23:00:00Z", "Tarvel bridge gives way", BRIDGE_B}};
    struct px_pair_options options = plain;
    expect(&options, items, 2, "");
    options.window = 4;
    expect(&options, items, 2, "a-b");
    options.window = 0;
    expect(&options, items, 2, "");
    options.no_dates = true;
    expect(&options, items, 2, "a-b");
}

static void test_without_a_date_any_day_will_do(void **state)
{
    (void)state;
    const struct item items[] = {{"a", "Courier", "", "Bridge falls at Tarvel", BRIDGE_A},
                                 {"b", "Herald", "2020-03-02", "Tarvel bridge gives way", BRIDGE_B},
                                 {"c", "Post", "2001-01-01", "Divers search the Osk", BRIDGE_C}};
    expect(&plain, items, 3, "c-a b-a");
}

static void test_one_outlet_is_no_pair(void **state)
{
    (void)state;
    const struct item items[] = {{"a", "Courier", "2020-03-01", "Bridge falls at Tarvel", BRIDGE_A},
                                 {"b", "Courier", "2020-03-01", "Tarvel bridge gives way", BRIDGE_B},
                                 {"x", "", "2020-03-01", "Farmers ask for more", WHEAT_A},
                                 {"y", "", "2020-03-01", "Wheat league meets minister", WHEAT_B}};
    struct px_pair_options options = plain;
    expect(&options, items, 4, "x-y"); /* without an outlet each stands for itself */
    options.same_outlet = true;
    expect(&options, items, 4, "a-b x-y");
}

static void test_an_outlet_has_one_partner(void **state)
{
    (void)state;
    const struct item items[] = {{"a", "Courier", "2020-03-01", "Bridge falls at Tarvel", BRIDGE_A},
                                 {"b", "Herald", "2020-03-01", "Bridge falls at Tarvel", BRIDGE_A},
                                 {"c", "Herald", "2020-03-01", "Divers search the Osk", BRIDGE_C}};
    struct px_pairing *pairing = find(&plain, items, 3);
    assert_string_equal(pairs_of(pairing), "a-b");
    const struct px_pair *pair = px_pairing_pair(pairing, 0);
    assert_true(pair->shared == 1);
    assert_true(pair->score < pair->similarity - .02); /* the crowd: c, that was passed over */
    px_pairing_free(pairing);
}

static void test_top_and_days_cut(void **state)
{
    (void)state;
    struct px_pair_options options = plain;
    options.top = 1;
    struct px_pairing *pairing = find(&options, news, 5);
    assert_int_equal(px_pairing_count(pairing), 2); /* one of the bridge, one of the wheat */
    px_pairing_free(pairing);
    options = plain;
    options.from = px_day_read(PX_SLICE("2020-05-02"));
    options.until = px_day_read(PX_SLICE("2020-05-03"));
    expect(&options, news, 5, "");
    options.from--;
    expect(&options, news, 5, "b1-b3 b1-b2 b3-b2 w1-w2");
}

static void test_ids_are_checked(void **state)
{
    (void)state;
    struct px_pairing *pairing;
    struct px_error error = {0};
    assert_int_equal(px_pairing_new(resources, &plain, &pairing, &error), PX_OK);
    struct px_article article = {.id = PX_SLICE("a"), .title = PX_SLICE("Bridge falls"), .text = PX_SLICE(BRIDGE_A)};
    assert_int_equal(px_pairing_add(pairing, &article, &error), PX_OK);
    assert_int_equal(px_pairing_add(pairing, &article, &error), PX_OK); /* the same again */
    article.title = PX_SLICE("Farmers ask for more");
    assert_int_equal(px_pairing_add(pairing, &article, &error), PX_ERROR_INPUT);
    assert_non_null(strstr(error.message, "'a'"));
    px_pairing_free(pairing);
}

static void test_nothing_has_no_pairs(void **state)
{
    (void)state;
    struct px_error error = {0};
    struct px_pairing *pairing = find(&plain, NULL, 0);
    assert_int_equal(px_pairing_count(pairing), 0);
    assert_int_equal(px_pairing_group(pairing, &error), PX_OK);
    assert_int_equal(px_pairing_group_count(pairing), 0);
    px_pairing_free(pairing);
    const struct item empty[] = {{"a", "Courier", "", "", ""}, {"b", "Herald", "2020-01-01", "", "The of and."}};
    expect(&plain, empty, 2, "");
}

static void test_groups(void **state)
{
    (void)state;
    struct px_error error = {0};
    struct px_pairing *pairing = find(&plain, news, 5);
    assert_int_equal(px_pairing_group(pairing, &error), PX_OK);
    assert_int_equal(px_pairing_group_count(pairing), 2);
    assert_int_equal(px_pairing_group_at(pairing, 0)->count, 3);
    assert_int_equal(px_pairing_group_at(pairing, 1)->count, 2);
    assert_true(px_slice_is(px_pairing_group_of(pairing, PX_SLICE("b2")), "b1"));
    assert_true(px_slice_is(px_pairing_group_of(pairing, PX_SLICE("w2")), "w1"));
    assert_int_equal(px_pairing_group_of(pairing, PX_SLICE("none")).size, 0);
    struct px_buffer out = {0};
    px_pairing_write_group(pairing, 1, &out);
    assert_non_null(strstr(out.data, "{\"group\":\"w1\",\"articles\":[\"w1\",\"w2\"],\"score\":0."));
    px_buffer_release(&out);
    px_pairing_free(pairing);
}

/* a is like b, b like c, c like d, and none like any other: two groups of two, not one of four. */
static void test_a_chain_is_no_group(void **state)
{
    (void)state;
    struct px_error error = {0};
    const struct item chain[] = {
        {"a", "One", "2020-01-01", "", "Tarvel bridge mayor divers anglers. Osk ferries barges cables lanterns."},
        {"b", "Two", "2020-01-02", "", "Tarvel bridge mayor divers anglers. Hollin wheat grain sickles barns."},
        {"c", "Three", "2020-01-03", "", "Hollin wheat grain sickles. Maravel opera tenor curtain velvet chorus."},
        {"d", "Four", "2020-01-04", "", "Maravel opera tenor curtain velvet chorus. Quarry granite chisels masons."},
    };
    struct px_pairing *pairing = find(&plain, chain, 4);
    assert_string_equal(pairs_of(pairing), "a-b b-c c-d");
    assert_int_equal(px_pairing_group(pairing, &error), PX_OK);
    assert_int_equal(px_pairing_group_count(pairing), 2);
    assert_int_equal(px_pairing_group_at(pairing, 0)->count, 2);
    px_pairing_free(pairing);
}

static int open_resources(void **state)
{
    (void)state;
    struct px_error error = {0};
    return px_resources_new(&(struct px_resources_options){.language = "en"}, &resources, &error);
}

static int close_resources(void **state)
{
    (void)state;
    px_resources_free(resources);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_finds_events),          cmocka_unit_test(test_pairs_carry_their_evidence),
        cmocka_unit_test(test_the_window_is_in_days), cmocka_unit_test(test_without_a_date_any_day_will_do),
        cmocka_unit_test(test_one_outlet_is_no_pair), cmocka_unit_test(test_an_outlet_has_one_partner),
        cmocka_unit_test(test_top_and_days_cut),      cmocka_unit_test(test_ids_are_checked),
        cmocka_unit_test(test_nothing_has_no_pairs),  cmocka_unit_test(test_groups),
        cmocka_unit_test(test_a_chain_is_no_group),
    };
    return cmocka_run_group_tests(tests, open_resources, close_resources);
}
