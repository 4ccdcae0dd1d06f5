/* Tests of the tests: every keyword and every law can fail, and names the place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "laws.h"
#include "schema.h"

static struct json_object *parse(const char *text)
{
    enum json_tokener_error error;
    struct json_object *value = json_tokener_parse_verbose(text, &error);
    if (error != json_tokener_success)
        print_error("%s: %s\n", json_tokener_error_desc(error), text);
    assert_int_equal(error, json_tokener_success);
    return value;
}

static void assert_problems(struct problems *problems, const char *expected)
{
    assert_string_equal(problems->lines.data == NULL ? "" : problems->lines.data, expected);
    px_buffer_release(&problems->lines);
}

/* `text` breaks `schema` as `expected` says; "" for not at all. */
static void check(const char *schema, const char *text, const char *expected)
{
    struct json_object *rules = parse(schema);
    struct json_object *value = parse(text);
    struct problems problems = {0};
    schema_check(rules, value, &problems);
    json_object_put(value);
    json_object_put(rules);
    assert_problems(&problems, expected);
}

static void test_type(void **state)
{
    (void)state;
    check("{\"type\":\"string\"}", "\"a\"", "");
    check("{\"type\":\"string\"}", "null", "$: is null, not string\n");
    check("{\"type\":\"array\"}", "null", "$: is null, not array\n");
    check("{\"type\":\"array\"}", "{}", "$: is object, not array\n");
    check("{\"type\":\"object\"}", "[]", "$: is array, not object\n");
    check("{\"type\":\"boolean\"}", "0", "$: is integer, not boolean\n");
    check("{\"type\":\"number\"}", "3", "");
    check("{\"type\":\"number\"}", "true", "$: is boolean, not number\n");
    check("{\"type\":\"integer\"}", "3.0", "");
    check("{\"type\":\"integer\"}", "3.5", "$: is number, not integer\n");
    check("{\"type\":[\"string\",\"null\"]}", "null", "");
    check("{\"type\":[\"string\",\"null\"]}", "1", "$: is integer, not [ \"string\", \"null\" ]\n");
}

static void test_objects(void **state)
{
    (void)state;
    check("{\"required\":[\"a\",\"b\"]}", "{\"a\":null}", "$: lacks b\n");
    check("{\"required\":[\"a\"]}", "[]", "");
    check("{\"properties\":{\"a\":{\"type\":\"string\"}}}", "{\"a\":1,\"b\":2}", "$.a: is integer, not string\n");
    check("{\"properties\":{\"a\":true},\"additionalProperties\":false}", "{\"a\":1,\"b\":2}",
          "$.b: may not be there\n");
    check("{\"additionalProperties\":{\"type\":\"integer\"}}", "{\"a\":1,\"b\":\"2\"}",
          "$.b: is string, not integer\n");
    check("{\"properties\":{\"a\":true},\"additionalProperties\":true}", "{\"a\":1,\"b\":2}", "");
}

static void test_lists(void **state)
{
    (void)state;
    check("{\"items\":{\"type\":\"integer\"}}", "[1,2,\"3\"]", "$[2]: is string, not integer\n");
    check("{\"prefixItems\":[{\"type\":\"integer\"},{\"type\":\"string\"}]}", "[1,2,3]",
          "$[1]: is integer, not string\n");
    check("{\"prefixItems\":[true,true],\"items\":false}", "[1,2,3]", "$[2]: may not be there\n");
    check("{\"prefixItems\":[true,true],\"items\":false}", "[1]", "");
    check("{\"minItems\":2}", "[1]", "$: has fewer items than 2\n");
    check("{\"maxItems\":2}", "[1,2,3]", "$: has more items than 2\n");
    check("{\"minItems\":2,\"maxItems\":2}", "[1,2]", "");
}

static void test_values(void **state)
{
    (void)state;
    check("{\"enum\":[\"own\",\"direct\",null]}", "null", "");
    check("{\"enum\":[\"own\",\"direct\"]}", "\"scare\"", "$: is none of those named: \"scare\"\n");
    check("{\"enum\":[\"own\"]}", "null", "$: is none of those named: null\n");
    check("{\"const\":\"parallax.clean/1\"}", "\"parallax.clean/2\"", "$: is not \"parallax.clean\\/1\"\n");
    check("{\"minimum\":0}", "0", "");
    check("{\"minimum\":0}", "-1", "$: is below 0\n");
    check("{\"minimum\":-1}", "-1.5", "$: is below -1\n");
    check("{\"maximum\":1}", "1.01", "$: is above 1\n");
    check("{\"maximum\":1}", "\"2\"", "");
}

static void test_combinations(void **state)
{
    (void)state;
    check("{\"anyOf\":[{\"required\":[\"a\"]},{\"required\":[\"b\"]}]}", "{\"b\":1}", "");
    check("{\"anyOf\":[{\"required\":[\"a\"]},{\"required\":[\"b\"]}]}", "{}", "$: is none of what anyOf allows\n");
    check("{\"$ref\":\"#/$defs/s\",\"$defs\":{\"s\":{\"type\":\"string\"}}}", "1", "$: is integer, not string\n");
    check("{\"$ref\":\"#/$defs/t\",\"$defs\":{}}", "1", "$: the schema refers to what is not there: #/$defs/t\n");
    check("{\"items\":{\"$ref\":\"#/$defs/s\"},\"$defs\":{\"s\":{\"items\":{\"$ref\":\"#/$defs/"
          "s\"},\"type\":\"array\"}}}",
          "[[],[[1]]]", "$[1][0][0]: is integer, not array\n");
    check("false", "1", "$: may not be there\n");
    check("true", "1", "");
}

static void test_unknown_keywords(void **state)
{
    (void)state;
    check("{\"pattern\":\"x\"}", "\"y\"", "$: the schema has a keyword that is not known: pattern\n");
    check("{\"$schema\":\"s\",\"$id\":\"i\",\"title\":\"t\",\"description\":\"d\"}", "1", "");
}

static void test_paths(void **state)
{
    (void)state;
    check("{\"properties\":{\"attributions\":{\"items\":{\"properties\":{\"cue\":{\"properties\":{\"spans\":"
          "{\"type\":\"array\"}}}}}}}}",
          "{\"attributions\":[{},{\"cue\":{\"spans\":null}}]}", "$.attributions[1].cue.spans: is null, not array\n");
}

/* An article of "Él dijo: “no”. Se fue." with one attribution; each placeholder is a value a test may spoil. */
#define ARTICLE(block_end, section, entity, mention_end, cue_text, cue_end, content, match_start, match_sentence, low) \
    "{\"text\":\"\u00c9l dijo: \u201cno\u201d. Se fue.\",\"counts\":{\"sentences\":2,\"words\":5,\"words_direct\":1,"  \
    "\"words_indirect\":0},\"blocks\":[{\"start\":0,\"end\":" block_end "}],"                                          \
    "\"sentences\":[{\"start\":0,\"end\":14,\"block\":0,\"section\":" section                                          \
    "},{\"start\":15,\"end\":22,\"block\":0,"                                                                          \
    "\"section\":null}],\"sections\":[{\"start\":0,\"end\":22}],"                                                      \
    "\"entities\":[{\"id\":0,\"mentions\":[{\"start\":0,\"end\":" mention_end "}]}],"                                  \
    "\"attributions\":[{\"id\":0,\"speaker\":{\"spans\":[[0,2]],\"text\":\"\u00c9l\",\"entity\":" entity               \
    ",\"kind\":\"person\"},"                                                                                           \
    "\"cue\":{\"spans\":[[3," cue_end "]],\"text\":\"" cue_text "\"},\"content\":" content "}],"                       \
    "\"matches\":[{\"start\":" match_start ",\"end\":12,\"sentence\":" match_sentence                                  \
    ",\"attribution\":0,\"target\":null}],"                                                                            \
    "\"acts\":[{\"start\":3,\"end\":7,\"sentence\":0,\"attribution\":null,\"agent\":" entity ",\"patient\":null}],"    \
    "\"motives\":[],\"blame\":[{\"cue\":[3," cue_end "],\"sentence\":0,\"attribution\":null,\"by\":null,\"target\":{"  \
    "\"entity\":" entity                                                                                               \
    "}}],\"presuppositions\":[{\"trigger\":[3,7],\"sentence\":0,\"attribution\":null,\"act\":0}],"                     \
    "\"stance\":[{\"entity\":0,\"score\":0.5,\"low\":" low ",\"high\":1,\"evidence\":[],"                              \
    "\"sections\":[{\"section\":" section "}],\"mentions\":[{\"start\":0,\"end\":2,\"attribution\":" entity            \
    "}]}],\"targets\":[]}"
#define CONTENT "{\"spans\":[[9,13]],\"text\":\"\u201cno\u201d\"}"

static void check_article(const char *text, const char *expected)
{
    struct json_object *article = parse(text);
    struct problems problems = {0};
    laws_check_article(article, &problems);
    json_object_put(article);
    assert_problems(&problems, expected);
}

static void test_article_laws_hold(void **state)
{
    (void)state;
    check_article(ARTICLE("22", "0", "0", "2", "dijo", "7", CONTENT, "10", "0", "0"), "");
    check_article(ARTICLE("22", "null", "null", "2", "dijo", "7",
                          "{\"spans\":[[9,13],[15,17]],\"text\":\"\u201cno\u201d … Se\"}", "10", "0", "0"),
                  "");
}

static void test_article_laws_fail(void **state)
{
    (void)state;
    check_article(ARTICLE("23", "0", "0", "2", "dijo", "7", CONTENT, "10", "0", "0"),
                  "$.blocks[0]: [0,23) is no span of a text of 22\n");
    check_article(ARTICLE("13", "0", "0", "2", "dijo", "7", CONTENT, "10", "0", "0"),
                  "$.sentences[0]: is not in its block\n$.sentences[1]: is not in its block\n");
    check_article(ARTICLE("22", "1", "0", "2", "dijo", "7", CONTENT, "10", "0", "0"),
                  "$.sentences[0].section: there are 1 sections, none is 1\n"
                  "$.stance[0].section: there are 1 sections, none is 1\n");
    check_article(ARTICLE("22", "0", "1", "2", "dijo", "7", CONTENT, "10", "0", "0"),
                  "$.attributions[0].entity: there are 1 entities, none is 1\n"
                  "$.acts[0].agent: there are 1 entities, none is 1\n"
                  "$.blame[0].entity: there are 1 entities, none is 1\n"
                  "$.stance[0].attribution: there are 1 attributions, none is 1\n");
    check_article(ARTICLE("22", "0", "0", "2", "dijo: no", "16", CONTENT, "10", "0", "0"),
                  "$.attributions[0].cue: its text is not what stands under its spans\n"
                  "$.blame[0].cue: is not in its sentence\n");
    check_article(ARTICLE("22", "0", "0", "0", "dijo", "7", CONTENT, "10", "0", "0"),
                  "$.entities[0]: [0,0) is no span of a text of 22\n");
    check_article(ARTICLE("22", "0", "0", "2", "dijo", "8", CONTENT, "10", "0", "0"),
                  "$.attributions[0].cue: its text is not what stands under its spans\n");
    check_article(ARTICLE("22", "0", "0", "2", "dice", "7", CONTENT, "10", "0", "0"),
                  "$.attributions[0].cue: its text is not what stands under its spans\n");
    check_article(ARTICLE("22", "0", "0", "2", "dijo", "7",
                          "{\"spans\":[[9,13],[15,17]],\"text\":\"\u201cno\u201d Se\"}", "10", "0", "0"),
                  "$.attributions[0].content: its text is not what stands under its spans\n");
    check_article(ARTICLE("22", "0", "0", "2", "dijo", "7", CONTENT, "12", "0", "0"),
                  "$.matches[0]: [12,12) is no span of a text of 22\n");
    check_article(ARTICLE("22", "0", "0", "2", "dijo", "7", CONTENT, "10", "1", "0"),
                  "$.matches[0]: does not start in its sentence\n");
    check_article(ARTICLE("22", "0", "0", "2", "dijo", "7", CONTENT, "10", "2", "0"),
                  "$.matches[0].sentence: there are 2 sentences, none is 2\n");
    check_article(ARTICLE("22", "0", "0", "2", "dijo", "7", CONTENT, "10", "0", "0.6"),
                  "$.stance[0]: its score is not in its interval\n");
}

#define COMPARISON(second, edge, score, topic_only, evidence, topic, low, in)                                        \
    "{\"articles\":[{\"id\":\"a\",\"sentences\":[[0,9],[10,20]]},{\"id\":\"" second "\",\"sentences\":[[0,5]]}],"    \
    "\"alignment\":[{\"spans\":" edge ",\"score\":" score "}],\"topics\":[{\"spans\":{\"a\":[[0,20]],\"b\":[]},"     \
    "\"only\":" topic_only "}],\"themes\":[{\"only\":" topic_only "}],\"indicators\":[{\"topic\":" topic             \
    ",\"values\":{\"a\":{\"value\":1,\"low\":" low ",\"high\":2},"                                                   \
    "\"b\":{\"value\":null,\"low\":null,\"high\":null}},\"difference\":{\"value\":null,\"low\":null,\"high\":null}," \
    "\"evidence\":" evidence                                                                                         \
    "}],\"terms\":[],\"referents\":[],\"stance\":[],\"agency\":[],\"motives\":[],\"findings\":[{\"evidence\":{}}],"  \
    "\"evaluations\":[{\"article\":\"" in "\",\"referent\":null,\"evidence\":[0]}],\"blame\":[],"                    \
    "\"presuppositions\":[{\"article\":\"a\",\"sentence\":1,\"referent\":null,\"against\":[{\"article\":\"b\","      \
    "\"sentence\":0}]}],\"shared_text\":[],\"only\":[{\"in\":\"" in                                                  \
    "\",\"evidence\":[0]}],\"sourcing\":{\"sources\":[],\"balance\":{"                                               \
    "\"diversity\":{\"a\":{},\"b\":{}},\"anonymous_share\":{\"a\":{},\"b\":{}},\"state_share\":{\"a\":{},\"b\":{}}," \
    "\"unsourced_share\":{\"a\":{},\"b\":{}}}}}"
#define EDGE "{\"a\":[0,9],\"b\":[0,5]}"
#define EVIDENCE "{\"a\":[0,1],\"b\":[0]}"

static void check_comparison(const char *text, const char *expected)
{
    struct json_object *comparison = parse(text);
    struct problems problems = {0};
    laws_check_comparison(comparison, NULL, &problems);
    json_object_put(comparison);
    assert_problems(&problems, expected);
}

static void test_comparison_laws(void **state)
{
    (void)state;
    check_comparison(COMPARISON("b", EDGE, "0.5", "\"a\"", EVIDENCE, "0", "0", "b"), "");
    check_comparison(COMPARISON("b", EDGE, "0.5", "null", "{}", "null", "0", "b"), "");
    check_comparison(COMPARISON("b", "{\"a\":[0,9],\"b\":[0,6]}", "0.5", "null", EVIDENCE, "0", "0", "b"),
                     "$.alignment[0].spans: has a span that is none of its article's text\n");
    check_comparison(COMPARISON("b", "{\"a\":[0,9]}", "0.5", "null", EVIDENCE, "0", "0", "b"),
                     "$.alignment[0].spans: is not of two articles\n");
    check_comparison(COMPARISON("b", EDGE, "0", "null", EVIDENCE, "0", "0", "b"),
                     "$.alignment[0].score: is not above 0, best first\n");
    check_comparison(COMPARISON("b", EDGE, "0.5", "\"c\"", EVIDENCE, "0", "0", "b"),
                     "$.topics[0].only: is no article\n$.themes[0].only: is no article\n");
    check_comparison(COMPARISON("b", EDGE, "0.5", "null", "{\"a\":[2],\"b\":[]}", "0", "0", "b"),
                     "$.indicators[0].evidence: has a sentence that the article lacks\n");
    check_comparison(COMPARISON("b", EDGE, "0.5", "null", "{\"a\":[1,0],\"b\":[]}", "0", "0", "b"),
                     "$.indicators[0].evidence: has sentences out of order\n");
    check_comparison(COMPARISON("b", EDGE, "0.5", "null", "{\"a\":[0]}", "0", "0", "b"),
                     "$.indicators[0].evidence: lacks an article\n");
    check_comparison(COMPARISON("b", EDGE, "0.5", "null", EVIDENCE, "1", "0", "b"),
                     "$.indicators[0].topic: is no index\n");
    check_comparison(COMPARISON("b", EDGE, "0.5", "null", EVIDENCE, "0", "1.5", "b"),
                     "$.indicators[0].values: has a value outside its interval\n");
    check_comparison(COMPARISON("b", EDGE, "0.5", "null", EVIDENCE, "0", "0", "c"),
                     "$.evaluations[0].article: is no article\n$.only[0].in: is no article\n");
}

static void test_comparison_ids_are_unique(void **state)
{
    (void)state;
    struct json_object *comparison = parse(COMPARISON("a", EDGE, "0.5", "null", EVIDENCE, "0", "0", "a"));
    struct problems problems = {0};
    laws_check_comparison(comparison, NULL, &problems);
    json_object_put(comparison);
    assert_non_null(strstr(problems.lines.data, "$.articles[1].id: is an id that stands before\n"));
    px_buffer_release(&problems.lines);
}

static void test_clean_laws(void **state)
{
    (void)state;
    struct json_object *analysed =
        parse("{\"a\":{\"path\":\"p\",\"text\":\"\u00c9l. No.\",\"blocks\":[{\"role\":\"title\","
              "\"start\":0,\"end\":3},{\"role\":\"paragraph\",\"start\":4,\"end\":7}]}}");
    struct json_object *clean = parse("{\"path\":\"p\",\"blocks\":[{\"role\":\"title\",\"text\":\"\u00c9l.\"},"
                                      "{\"role\":\"heading\",\"text\":\"No.\"}]}");
    struct json_object *other = parse("{\"path\":\"q\",\"blocks\":[]}");
    struct problems problems = {0};
    laws_check_clean(clean, analysed, &problems);
    laws_check_clean(other, analysed, &problems);
    json_object_put(analysed);
    json_object_put(clean);
    json_object_put(other);
    assert_problems(&problems,
                    "$.blocks[1]: is another block when analysed\n$.path: is of no article that was analysed\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_type),
        cmocka_unit_test(test_objects),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_combinations),
        cmocka_unit_test(test_unknown_keywords),
        cmocka_unit_test(test_paths),
        cmocka_unit_test(test_article_laws_hold),
        cmocka_unit_test(test_article_laws_fail),
        cmocka_unit_test(test_comparison_laws),
        cmocka_unit_test(test_comparison_ids_are_unique),
        cmocka_unit_test(test_clean_laws),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
