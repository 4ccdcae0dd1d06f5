/* Expressions in groups find what one expression of all of them would find. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/buffer.h"
#include "base/pool.h"
#include "ingest/expressions.h"
#include "ingest_fixture.h"

struct sample {
    const char *source;
    uint8_t where;
};

/* Enough for groups of several, with some that the sieve cannot read. */
static const struct sample samples[] = {
    {"comes? second", PX_PATTERN_INSIDE}, {"first of all", PX_PATTERN_INSIDE},
    {"all", PX_PATTERN_INSIDE},           {"of (?:all|none)", PX_PATTERN_INSIDE},
    {"\\d", PX_PATTERN_INSIDE},           {"photo|image", PX_PATTERN_INSIDE},
    {"[A-Z]ewsroom", PX_PATTERN_INSIDE},  {"read more", PX_PATTERN_INSIDE},
    {"more", PX_PATTERN_INSIDE},          {"click here", PX_PATTERN_INSIDE},
    {"here", PX_PATTERN_INSIDE},          {"sign up", PX_PATTERN_INSIDE},
    {"newsletter", PX_PATTERN_INSIDE},    {"photo", PX_PATTERN_START},
    {"photo: .*", PX_PATTERN_START},      {"read", PX_PATTERN_START},
    {"read more", PX_PATTERN_WHOLE},      {"more?", PX_PATTERN_WHOLE},
    {"\\d+ photos?", PX_PATTERN_WHOLE},   {"(?:photo|image): \\w+", PX_PATTERN_WHOLE},
};
enum { SAMPLES = sizeof samples / sizeof *samples };

static struct px_expressions *make(size_t count)
{
    struct px_expressions *expressions;
    assert_int_equal(px_expressions_new(&expressions, NULL), PX_OK);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(
            px_expressions_add(expressions, px_slice_from(samples[i].source), samples[i].where, (uint8_t)i, NULL),
            PX_OK);
    assert_int_equal(px_expressions_ready(expressions, NULL), PX_OK);
    return expressions;
}

/* What all samples of a place as the alternatives of one expression find: the number of one, or -1. */
static int find_joined(uint8_t where, size_t count, struct px_slice line)
{
    struct px_buffer source = {0};
    for (size_t i = 0; i < count; i++)
        if (samples[i].where == where)
            px_buffer_printf(&source, "%s(?%s:%s)%s(*MARK:%zu)", source.size == 0 ? "" : "|",
                             strstr(samples[i].source, "[A-Z") != NULL ? "-i" : "", samples[i].source,
                             where == PX_PATTERN_WHOLE ? "$" : "", i);
    int fault, found = -1;
    PCRE2_SIZE offset;
    uint32_t options = PCRE2_UTF | PCRE2_CASELESS | (where == PX_PATTERN_INSIDE ? 0 : PCRE2_ANCHORED);
    pcre2_code *code =
        source.size == 0 ? NULL : pcre2_compile((PCRE2_SPTR)source.data, source.size, options, &fault, &offset, NULL);
    pcre2_match_data *data = pcre2_match_data_create(1, NULL);
    if (code != NULL && pcre2_match(code, (PCRE2_SPTR)line.data, line.size, 0, 0, data, NULL) >= 0)
        found = (int)strtol((const char *)pcre2_get_mark(data), NULL, 10);
    pcre2_match_data_free(data);
    pcre2_code_free(code);
    px_buffer_release(&source);
    return found;
}

static void check(size_t count, struct px_slice line)
{
    struct px_expressions *expressions = make(count);
    int values[PX_PATTERN_WHOLE + 1];
    px_expressions_find(expressions, line, values);
    for (uint8_t where = PX_PATTERN_INSIDE; where <= PX_PATTERN_WHOLE; where++)
        assert_int_equal(values[where], find_joined(where, count, line));
    px_expressions_free(expressions);
}

static void test_as_if_they_were_one(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "",
        "nothing of that kind",
        "what comes second is first of all",
        "first of all it comes second",
        "photo: Reuters",
        "Photo",
        "read more",
        "Read more here",
        "MORE",
        "12 photos",
        "here is more, click here to read more",
        "newsroom",
        "Newsroom and newsletter",
        "of none of all",
        "\xC5\xBFign up", /* the long s: the sieve passes everything */
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        check(SAMPLES, px_slice_from(lines[i]));
        check(5, px_slice_from(lines[i])); /* too few for a sieve */
    }
    check(0, PX_SLICE("read more"));
}

/* Of what begins at one place the first that was added counts, in whichever group it is. */
static void test_the_first_counts(void **state)
{
    (void)state;
    struct px_expressions *expressions = make(SAMPLES);
    int values[PX_PATTERN_WHOLE + 1];
    px_expressions_find(expressions, PX_SLICE("Photo: Reuters"), values);
    assert_int_equal(values[PX_PATTERN_INSIDE], 5);
    assert_int_equal(values[PX_PATTERN_START], 13);
    assert_int_equal(values[PX_PATTERN_WHOLE], 19);
    px_expressions_find(expressions, PX_SLICE("all of none"), values);
    assert_int_equal(values[PX_PATTERN_INSIDE], 2);
    px_expressions_free(expressions);
}

enum { THREADS = 4, TURNS = 8 * THREADS, ROUNDS = 50 };

static const char *const lines[] = {"all of none", "Photo: Reuters", "read more", "12 photos", "Click here, sign up"};
enum { LINES = sizeof lines / sizeof *lines };

struct sharing {
    struct px_expressions *expressions;
    int values[TURNS][PX_PATTERN_WHOLE + 1];
};

static void find_in_turn(void *context, size_t thread, size_t turn)
{
    struct sharing *sharing = context;
    (void)thread;
    px_expressions_find(sharing->expressions, px_slice_from(lines[turn % LINES]), sharing->values[turn]);
}

/* Whoever comes first makes the machine code of a group; all find the same. */
static void test_threads_share(void **state)
{
    (void)state;
    struct sharing alone = {.expressions = make(SAMPLES)}, shared;
    px_pool_each(1, TURNS, find_in_turn, &alone);
    for (size_t round = 0; round < ROUNDS; round++) {
        memset(&shared, 0, sizeof shared);
        shared.expressions = make(SAMPLES);
        px_pool_each(THREADS, TURNS, find_in_turn, &shared);
        assert_memory_equal(shared.values, alone.values, sizeof alone.values);
        px_expressions_free(shared.expressions);
    }
    px_expressions_free(alone.expressions);
}

/* Tried often enough for machine code, they find what they found before. */
static void test_often(void **state)
{
    (void)state;
    struct px_expressions *expressions = make(SAMPLES);
    const struct px_slice line = PX_SLICE("read more: first of all it comes second, 12 photos");
    int before[PX_PATTERN_WHOLE + 1], values[PX_PATTERN_WHOLE + 1];
    px_expressions_find(expressions, line, before);
    for (int i = 0; i < 600; i++) {
        px_expressions_find(expressions, line, values);
        assert_memory_equal(values + 1, before + 1, PX_PATTERN_WHOLE * sizeof *values);
    }
    px_expressions_free(expressions);
}

/* The limits on work are met without machine code first; it has the last word at every try. */
static void test_hard_lines(void **state)
{
    (void)state;
    struct px_expressions *expressions;
    struct px_slice line = PX_SLICE("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab");
    int before[PX_PATTERN_WHOLE + 1], values[PX_PATTERN_WHOLE + 1];
    assert_int_equal(px_expressions_new(&expressions, NULL), PX_OK);
    assert_int_equal(px_expressions_add(expressions, PX_SLICE("(?:a+a+)+c|b"), PX_PATTERN_INSIDE, 1, NULL), PX_OK);
    assert_int_equal(px_expressions_ready(expressions, NULL), PX_OK);
    px_expressions_find(expressions, line, before);
    for (int i = 0; i < 300; i++) {
        px_expressions_find(expressions, line, values);
        assert_int_equal(values[PX_PATTERN_INSIDE], before[PX_PATTERN_INSIDE]);
    }
    px_expressions_free(expressions);
}

static void test_what_does_not_compile(void **state)
{
    (void)state;
    struct px_error error = {0};
    assert_int_equal(px_expression_try(PX_SLICE("fine"), &error), PX_OK);
    assert_int_equal(px_expression_try(PX_SLICE("a("), &error), PX_ERROR_SYNTAX);
    assert_int_equal(error.column, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_as_if_they_were_one), cmocka_unit_test(test_the_first_counts),
        cmocka_unit_test(test_threads_share),       cmocka_unit_test(test_often),
        cmocka_unit_test(test_hard_lines),          cmocka_unit_test(test_what_does_not_compile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
