/* The four formats of gold, and what is wrong with them where. */
#include "tuning_fixture.h"

static const struct px_gold_coding *coding(size_t text, size_t index)
{
    assert_true(text < bench.gold.texts.count && index < bench.gold.texts.items[text].codings.count);
    return &bench.gold.texts.items[text].codings.items[index];
}

static void assert_span(const struct px_gold_coding *c, size_t index, uint32_t start, uint32_t end)
{
    assert_true(index < c->spans.count);
    assert_int_equal(c->spans.items[index].start, start);
    assert_int_equal(c->spans.items[index].end, end);
}

static void own_records(void **state)
{
    (void)state;
    assert_int_equal(bench_gold("a.ndjson",
                                "{\"id\":\"1\",\"text\":\"Élan of a mob\",\"label\":true,\"spans\":[[10,13],[0,4]],"
                                "\"annotator\":\"anna\",\"outlet\":\"Post\",\"topic\":\"dam\"}\n\n"
                                "{\"id\":2,\"text\":\"Quiet.\",\"label\":false,\"spans\":[]}\n"),
                     PX_OK);
    assert_int_equal(bench.gold.texts.count, 2);
    assert_span(coding(0, 0), 0, 0, 5); /* É has two bytes */
    assert_span(coding(0, 0), 1, 11, 14);
    assert_true(px_slice_is(coding(0, 0)->annotator, "anna"));
    assert_true(px_slice_is(bench.gold.texts.items[0].outlet, "Post"));
    assert_true(px_slice_is(bench.gold.texts.items[0].topic, "dam"));
    assert_true(px_slice_is(bench.gold.texts.items[1].id, "2"));
    assert_false(coding(1, 0)->label);
}

static void spans_are_put_in_order_and_joined(void **state)
{
    (void)state;
    assert_int_equal(bench_gold("a.ndjson", "{\"id\":\"1\",\"text\":\"one two three\",\"spans\":[[4,9],[8,13],[0,3]]}"),
                     PX_OK);
    assert_int_equal(coding(0, 0)->spans.count, 2);
    assert_span(coding(0, 0), 1, 4, 13);
    assert_true(coding(0, 0)->label); /* no label given: there are spans */
}

static void a_second_file_is_a_second_annotator(void **state)
{
    (void)state;
    assert_int_equal(bench_gold("a.ndjson", "{\"id\":\"1\",\"text\":\"a mob\",\"spans\":[[2,5]]}"), PX_OK);
    assert_int_equal(bench_gold("b.ndjson", "{\"id\":\"1\",\"text\":\"a mob\",\"spans\":[]}"), PX_OK);
    assert_int_equal(bench.gold.texts.count, 1);
    assert_int_equal(bench.gold.texts.items[0].codings.count, 2);
}

static void doccano_in_both_forms(void **state)
{
    (void)state;
    assert_int_equal(
        bench_gold("d.jsonl",
                   "{\"id\":1,\"text\":\"a mob came\",\"label\":[[2,5,\"Loaded\"]]}\n"
                   "{\"id\":2,\"text\":\"a thug\",\"entities\":[{\"id\":9,\"label\":\"L\",\"start_offset\":2,"
                   "\"end_offset\":6}],\"relations\":[]}\n"),
        PX_OK);
    assert_span(coding(0, 0), 0, 2, 5);
    assert_span(coding(1, 0), 0, 2, 6);
}

static void label_studio(void **state)
{
    (void)state;
    assert_int_equal(
        bench_gold("s.json",
                   "[\n {\"id\": 7, \"data\": {\"text\": \"a mob came\", \"outlet\": \"Post\"}, \"annotations\": [\n"
                   "  {\"completed_by\": 3, \"result\": [{\"type\": \"labels\", \"value\": {\"start\": 2, \"end\": 5,"
                   " \"text\": \"mob\", \"labels\": [\"Loaded\"]}}, {\"type\": \"choices\", \"value\": {\"choices\":"
                   " [\"x\"]}}]},\n  {\"completed_by\": {\"email\": \"b@x\"}, \"result\": []}]}\n]\n"),
        PX_OK);
    assert_span(coding(0, 0), 0, 2, 5);
    assert_true(px_slice_is(coding(0, 0)->annotator, "3"));
    assert_true(px_slice_is(coding(0, 1)->annotator, "b@x"));
    assert_false(coding(0, 1)->label);
}

static void brat_pair(void **state)
{
    (void)state;
    bench_write("one.txt", "Élan of a mob came.\n");
    assert_int_equal(bench_gold("one.ann", "T1\tLoaded 10 13\tmob\nR1\tX Arg1:T1 Arg2:T1\n#1\tAnnotatorNotes T1\tn\n"
                                           "T2\tLoaded 0 4;14 18\tÉlan came\n"),
                     PX_OK);
    bench_write("one.txt", "");
    assert_int_equal(remove(bench.path), 0);
    assert_true(px_slice_is(bench.gold.texts.items[0].id, "one"));
    assert_int_equal(coding(0, 0)->spans.count, 3);
    assert_span(coding(0, 0), 1, 11, 14);
}

static void errors_name_their_place(void **state)
{
    (void)state;
    static const struct {
        const char *content;
        size_t line;
        const char *message;
    } cases[] = {
        {"{\"id\":\"1\",\"text\":\"ab\",\"spans\":[]}\n{\"id\":\"2\",\"text\":\"ab\",\"spans\":[[1,3]]}\n", 2,
         "span 1 to 3 is not inside its text of 2 code points"},
        {"{\"id\":\"1\",\"text\":\"ab\",\"spans\":[]}\n{\"id\":\"1\",\"text\":\"ac\",\"spans\":[]}\n", 2,
         "id '1' stands for two different texts"},
        {"{\"id\":\"1\",\"text\":\"ab\",\"spans\":[],\"annotator\":\"a\"}\n"
         "{\"id\":\"1\",\"text\":\"ab\",\"spans\":[],\"annotator\":\"a\"}\n",
         2, "annotator 'a' codes text '1' twice"},
        {"{\"id\":\"1\",\"text\":\"ab\"}", 1, "record has neither label nor spans"},
        {"{\"id\":\"1\",\"spans\":[]}", 1, "record has no id or no text"},
        {"{\"id\":\"1\",\"text\":\"ab\",\"label\":\"yes\"}", 1, "label is neither true nor false"},
        {"{\"id\":\"1\",\"text\":\"ab\",\"spans\":[{\"start\":0,\"end\":1}]}", 1,
         "span 1 is no pair of offsets, as [17, 23]"},
        {"\n\n{\"id\":", 3, "record ends too early"},
        {"id,text,label\n", 1,
         "record is malformed JSON: unexpected character: gold is NDJSON, brat, doccano or Label Studio, no table"},
        {"[{\"id\":1,\"data\":{\"text\":\"ab\"},\n\"annotations\":[{\"result\":[{\"value\":{\"start\":0,\"end\":1,"
         "\"text\":\"b\"}}]}]}]",
         1, "span 0 to 1 is 'a' in the text, not 'b'"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(bench_gold("bad.ndjson", cases[i].content), PX_ERROR_SYNTAX);
        assert_string_equal(bench.error.message, cases[i].message);
        assert_int_equal(bench.error.line, cases[i].line);
        px_gold_release(&bench.gold);
    }
}

static void a_file_without_texts_is_no_gold(void **state)
{
    (void)state;
    assert_int_equal(bench_gold("empty.ndjson", "\n"), PX_ERROR_INPUT);
    assert_int_equal(bench_gold("empty.json", "[]"), PX_ERROR_INPUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(own_records, bench_clear),
        cmocka_unit_test_teardown(spans_are_put_in_order_and_joined, bench_clear),
        cmocka_unit_test_teardown(a_second_file_is_a_second_annotator, bench_clear),
        cmocka_unit_test_teardown(doccano_in_both_forms, bench_clear),
        cmocka_unit_test_teardown(label_studio, bench_clear),
        cmocka_unit_test_teardown(brat_pair, bench_clear),
        cmocka_unit_test_teardown(errors_name_their_place, bench_clear),
        cmocka_unit_test_teardown(a_file_without_texts_is_no_gold, bench_clear),
    };
    return cmocka_run_group_tests(tests, bench_set_up, bench_tear_down);
}
