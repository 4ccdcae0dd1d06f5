/* Dates as pages write them. */
#include "ingest/dates.h"
#include "ingest_fixture.h"

static void test_dates(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"2017-12-21", "2017-12-21"},
        {"date 2017-12-21 Register", "2017-12-21"},
        {"2024-05-06T07:08:00+02:00", "2024-05-06T07:08:00+02:00"},
        {"2024-05-06 07:08", "2024-05-06T07:08"},
        {"December 23, 2017", "2017-12-23"},
        {"Tuesday, March 11, 2025, 7:42 p.m.", "2025-03-11"},
        {"21 December 2017", "2017-12-21"},
        {"10:18 GMT +3, 21 Dec. 2017", "2017-12-21"},
        {"21.12.2017", "2017-12-21"},
        {"12/21/2017", "2017-12-21"},
        {"5. M\xC3\xA4rz 2019", "2019-03-05"},
        {"1er mai 2020", "2020-05-01"},
        {"3 de mayo de 2020", "2020-05-03"},
        {"7 \xD0\xBC\xD0\xB0\xD1\x8F 2021", "2021-05-07"},
        {"https://a.example/2017/12/23/slug", "2017-12-23"},
        {"2020-02-19T19:32:07+0200", "2020-02-19T19:32:07+02:00"},
        {"2019-12-30T05:03-0500", "2019-12-30T05:03-05:00"},
        {"2020-02-19T12:00:10.372Z", "2020-02-19T12:00:10Z"},
        {"2019-04-28 06:01:07 +03", "2019-04-28T06:01:07+03:00"},
        {"2019-04-28 25:01", "2019-04-28"},
        {"20200115", "2020-01-15"},
        {"20200115T0830", "2020-01-15"},
        {"order 20200115", ""},
        {"le 3 f\xC3\xA9vrier 2021 \xC3\xA0 10h", "2021-02-03"},
        {"Mi\xC3\xA9rcoles, 24 de setiembre del 2014", "2014-09-24"},
        {"29 \xD1\x84\xD0\xB5\xD0\xB2\xD1\x80\xD0\xB0\xD0\xBB\xD1\x8F 2020 \xD0\xB3.", "2020-02-29"},
        {"24. J\xC3\xA4nner 2018", "2018-01-24"},
        {"29 February 2021", ""},
        {"31.04.2019", ""},
        {"3 hours ago", ""},
        {"Yesterday, 10:42", ""},
        {"31.12.1899", ""},
        {"40 December 2017", ""},
        {"", ""},
        {"about 1,200 words", ""},
    };
    struct px_rules *rules;
    assert_int_equal(px_rules_new("lexicons", NULL, &rules, NULL), PX_OK);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct px_date date;
        bool found = px_date_find(rules, px_slice_from(cases[i][0]), &date);
        assert_string_equal(found ? date.iso : "", cases[i][1]);
    }
    px_rules_free(rules);
}

static void test_ambiguous_dates(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool ambiguous;
    } cases[] = {{"12/03/2021", true},
                 {"12/21/2017", false},
                 {"03/03/2021", false},
                 {"12.03.2021", false},
                 {"2021/12/03", false}};
    struct px_rules *rules;
    assert_int_equal(px_rules_new("lexicons", NULL, &rules, NULL), PX_OK);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct px_date date;
        assert_true(px_date_find(rules, px_slice_from(cases[i].text), &date));
        assert_int_equal(date.ambiguous, cases[i].ambiguous);
    }
    px_rules_free(rules);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_dates), cmocka_unit_test(test_ambiguous_dates)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
