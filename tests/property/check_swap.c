/* check_swap AB BA: what two comparisons of the same articles, in either order, must have in common. Values, tests and
 * verdicts are the same; differences have the other sign, and their intervals the other end first. */
#include <stdio.h>
#include <string.h>

#include <json-c/json.h>

static int bad;

static void complain(const char *what, struct json_object *a, struct json_object *b)
{
    bad = 1;
    fprintf(stderr, "%s: %s", what, json_object_to_json_string(a));
    fprintf(stderr, " against %s\n", json_object_to_json_string(b));
}

static struct json_object *get(struct json_object *object, const char *key)
{
    return json_object_object_get(object, key);
}

static void expect_same(struct json_object *a, struct json_object *b, const char *key)
{
    if (!json_object_equal(get(a, key), get(b, key)))
        complain(key, a, b);
}

/* a[key] is minus b[other]; an end that is not known is null in both. */
static void expect_minus(struct json_object *a, struct json_object *b, const char *key, const char *other)
{
    struct json_object *x = get(a, key);
    struct json_object *y = get(b, other);
    if ((x == NULL) != (y == NULL) || json_object_get_double(x) != -json_object_get_double(y))
        complain(key, a, b);
}

static int is_same_indicator(struct json_object *a, struct json_object *b)
{
    return json_object_equal(get(a, "name"), get(b, "name")) && json_object_equal(get(a, "topic"), get(b, "topic")) &&
           json_object_equal(get(a, "voice"), get(b, "voice"));
}

static void check_indicator(struct json_object *a, struct json_object *b)
{
    static const char *const same[] = {"values", "unit", "verdict", "evidence"};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        expect_same(a, b, same[i]);
    a = get(a, "difference");
    b = get(b, "difference");
    expect_minus(a, b, "value", "value");
    expect_minus(a, b, "low", "high");
    expect_minus(a, b, "high", "low");
    expect_same(a, b, "p");
    expect_same(a, b, "q");
}

static int is_same_term(struct json_object *a, struct json_object *b)
{
    return json_object_equal(get(a, "term"), get(b, "term"));
}

static void check_term(struct json_object *a, struct json_object *b)
{
    static const char *const same[] = {"counts", "g2", "p", "q", "dispersion", "evidence"};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        expect_same(a, b, same[i]);
    expect_minus(a, b, "log_odds_z", "log_odds_z");
    expect_minus(a, b, "log_ratio", "log_ratio");
    expect_minus(a, b, "low", "high");
    expect_minus(a, b, "high", "low");
}

static void check_nothing(struct json_object *a, struct json_object *b)
{
    (void)a;
    (void)b;
}

/* The lists hold the same items, in whatever order. */
static void check_list(struct json_object *ab, struct json_object *ba, const char *key,
                       int (*is_same)(struct json_object *, struct json_object *),
                       void (*check)(struct json_object *, struct json_object *))
{
    struct json_object *a = get(ab, key);
    struct json_object *b = get(ba, key);
    size_t count = json_object_array_length(a);
    if (json_object_array_length(b) != count)
        complain(key, json_object_array_get_idx(a, 0), json_object_array_get_idx(b, 0));
    for (size_t i = 0; i < count; i++) {
        struct json_object *item = json_object_array_get_idx(a, i);
        struct json_object *twin = NULL;
        for (size_t j = 0; j < json_object_array_length(b) && twin == NULL; j++)
            if (is_same(item, json_object_array_get_idx(b, j)))
                twin = json_object_array_get_idx(b, j);
        if (twin == NULL)
            complain(key, item, NULL);
        else
            check(item, twin);
    }
}

static int is_equal(struct json_object *a, struct json_object *b)
{
    return json_object_equal(a, b);
}

/* A finding's text names A before B, and so differs. */
static int is_same_finding(struct json_object *a, struct json_object *b)
{
    return json_object_equal(get(a, "type"), get(b, "type")) &&
           json_object_equal(get(a, "section"), get(b, "section")) &&
           json_object_equal(get(a, "verdict"), get(b, "verdict")) &&
           json_object_equal(get(a, "evidence"), get(b, "evidence"));
}

int main(int argc, char **argv)
{
    static const char *const equal[] = {"topics", "themes", "alignment", "referents", "only", "shared_text", "stance"};
    struct json_object *ab = argc == 3 ? json_object_from_file(argv[1]) : NULL;
    struct json_object *ba = argc == 3 ? json_object_from_file(argv[2]) : NULL;
    if (ab == NULL || ba == NULL) {
        fputs("usage: check_swap AB BA\n", stderr);
        return 2;
    }
    expect_same(ab, ba, "similarity");
    check_list(ab, ba, "indicators", is_same_indicator, check_indicator);
    check_list(ab, ba, "terms", is_same_term, check_term);
    check_list(ab, ba, "findings", is_same_finding, check_nothing);
    check_list(get(ab, "sourcing"), get(ba, "sourcing"), "sources", is_equal, check_nothing);
    for (size_t i = 0; i < sizeof equal / sizeof *equal; i++)
        check_list(ab, ba, equal[i], is_equal, check_nothing);
    json_object_put(ab);
    json_object_put(ba);
    return bad;
}
