/* What the reader of flat records takes, json-c takes too and understands in the same way: over records made at random,
 * most of them well-formed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>
#include <json-c/json.h>

#include "ingest/flat.h"
#include "random_text.h"

enum { ROUNDS = 20000 };

static const struct px_slice insides[] = {
    RANDOM_PIECE("a"),        RANDOM_PIECE("words of a longer text, "),
    RANDOM_PIECE("\xC3\xA9"), RANDOM_PIECE("\\n"),
    RANDOM_PIECE("\\\""),     RANDOM_PIECE("\\\\"),
    RANDOM_PIECE("\\/"),      RANDOM_PIECE("/"),
    RANDOM_PIECE("\\u00e9"),  RANDOM_PIECE("\\uD83D\\uDE00"),
    RANDOM_PIECE("\\u2019"),  RANDOM_PIECE("\\b\\f\\r\\t"),
    RANDOM_PIECE("id"),       RANDOM_PIECE("{"),
    RANDOM_PIECE("'"),        RANDOM_PIECE(","),
};
static const struct px_slice faults[] = {
    RANDOM_PIECE("\\uD83D"), RANDOM_PIECE("\\u0000"), RANDOM_PIECE("\\u00"), RANDOM_PIECE("\\x"),
    RANDOM_PIECE("\x01"),    RANDOM_PIECE("\t"),      RANDOM_PIECE("\xFF"),  RANDOM_PIECE("\""),
    RANDOM_PIECE("\x7F"),    RANDOM_PIECE("\\uDE00"),
};
static const char *const literals[] = {"null", "true",      "false", "0",    "17",  "-3",  "123456789012345678",
                                       "-0",   "1.5",       "01",    "1e3",  "-",   "nul", "12345678901234567890",
                                       "[1]",  "{\"a\":1}", "",      "TRUE", "NaN", "1 2", "null "};
static const char *const spaces[] = {"", "", "", "", " ", "\n", "\t ", "\r\n"};

#define PICK(seed, list) (list)[random_below((seed), sizeof(list) / sizeof *(list))]

static void add_string(uint64_t *seed, struct px_buffer *out)
{
    px_buffer_byte(out, '"');
    for (size_t count = random_below(seed, 12); count > 0; count--)
        px_buffer_append(out, random_below(seed, 150) == 0 ? PICK(seed, faults) : PICK(seed, insides));
    px_buffer_byte(out, '"');
}

static void add_record(uint64_t *seed, struct px_buffer *out)
{
    px_buffer_string(out, PICK(seed, spaces));
    px_buffer_byte(out, '{');
    for (size_t i = 0, count = 1 + random_below(seed, 5); i < count; i++) {
        px_buffer_string(out, i == 0 || random_below(seed, 60) == 0 ? "" : ",");
        px_buffer_string(out, PICK(seed, spaces));
        add_string(seed, out);
        px_buffer_string(out, random_below(seed, 60) == 0 ? "" : ":");
        px_buffer_string(out, PICK(seed, spaces));
        if (random_below(seed, 10) == 0)
            px_buffer_string(out, PICK(seed, literals));
        else
            add_string(seed, out);
        px_buffer_string(out, PICK(seed, spaces));
    }
    px_buffer_string(out, random_below(seed, 60) == 0 ? "" : "}");
    px_buffer_string(out, random_below(seed, 60) == 0 ? "\f" : PICK(seed, spaces));
}

static struct json_object *parse(struct px_slice json)
{
    struct json_tokener *tokener = json_tokener_new();
    assert_non_null(tokener);
    json_tokener_set_flags(tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
    struct json_object *value = json_tokener_parse_ex(tokener, json.data, (int)json.size);
    enum json_tokener_error code = json_tokener_get_error(tokener);
    json_tokener_free(tokener);
    assert_int_equal(code, json_tokener_success);
    return value;
}

static void compare_member(const struct px_flat_member *member, const char *key, struct json_object *value)
{
    assert_true(px_slice_is(member->key, key));
    assert_int_equal(member->kind == PX_FLAT_NULL, value == NULL);
    assert_int_equal(member->kind == PX_FLAT_STRING, json_object_is_type(value, json_type_string));
    if (member->kind == PX_FLAT_STRING)
        assert_true(px_slice_equal(
            member->text, (struct px_slice){json_object_get_string(value), (size_t)json_object_get_string_len(value)}));
    else
        assert_true(px_slice_is(member->text, json_object_to_json_string_ext(value, JSON_C_TO_STRING_PLAIN)));
}

static void compare(const struct px_flat *flat, struct px_slice json)
{
    struct json_object *tree = parse(json);
    assert_true(json_object_is_type(tree, json_type_object));
    assert_int_equal(json_object_object_length(tree), flat->count);
    size_t i = 0;
    json_object_object_foreach(tree, key, value)
    {
        compare_member(&flat->members[i++], key, value);
    }
    json_object_put(tree);
}

static void test_as_json_c(void **state)
{
    (void)state;
    struct px_buffer json = {0};
    struct px_arena arena = {0};
    struct px_flat flat;
    uint64_t seed = 20190817;
    size_t taken = 0;
    for (int round = 0; round < ROUNDS; round++) {
        px_buffer_clear(&json);
        px_arena_clear(&arena);
        add_record(&seed, &json);
        if (!px_flat_read(px_buffer_slice(&json), &arena, &flat))
            continue;
        taken++;
        compare(&flat, px_buffer_slice(&json));
    }
    assert_true(taken > ROUNDS / 4);
    px_arena_release(&arena);
    px_buffer_release(&json);
}

static void test_left_alone(void **state)
{
    (void)state;
    static const char *const others[] = {"",
                                         "{",
                                         "{}",
                                         "[]",
                                         "{\"a\"}",
                                         "{\"a\":\"b\"} x",
                                         "{\"a\":[1]}",
                                         "{,}",
                                         "{\"a\":}",
                                         "{\"a\":1.5}",
                                         "{\"a\":\"b\",}",
                                         "{\"a\":1,\"a\":2}"};
    struct px_arena arena = {0};
    struct px_flat flat;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(px_flat_read(px_slice_from(others[i]), &arena, &flat));
    px_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_as_json_c), cmocka_unit_test(test_left_alone)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
