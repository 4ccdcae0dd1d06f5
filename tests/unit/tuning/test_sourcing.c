#include "tuning/sourcing.h"

#include "sourcing/sourcing_model.h"
#include "syntax/grammar.h"
#include "tuning/sourcing_rows.h"
#include "tuning_fixture.h"

static void rare_features_lose_their_columns(void **state)
{
    struct px_sourcing_rows rows = {0};
    (void)state;
    px_sourcing_rows_begin(&rows, 7);
    for (uint32_t i = 0; i < 6; i++) {
        const struct px_sourcing_features features = {{11, 22 + i, i % 2 == 0 ? 33 : 44}, 3};
        px_sourcing_rows_add(&rows, &features, (uint16_t)i, (const uint8_t[]){(uint8_t)i, 1});
    }
    assert_int_equal(px_sourcing_rows_index(&rows, 3, NULL), PX_OK);
    assert_int_equal(rows.columns, 3); /* 11, 33, 44 */
    assert_int_equal(rows.item_count, 6);
    assert_int_equal(rows.feature_count, 12);
    assert_int_equal(rows.counts[rows.features[rows.first[0]]], 6);
    assert_int_equal(rows.hashes[rows.features[rows.first[5] + 1]], 44);
    assert_int_equal(rows.records[0], 7);
    assert_int_equal(rows.sequences[0].end, 6);
    assert_int_equal(rows.labels[0][4], 4);
    px_sourcing_rows_release(&rows);
}

enum { RECORDS = 36, SPEAKERS = 6 };

/* Invented articles, one a line. In every fifth the annotator was asleep. */
static void write_gold(void)
{
    static const char *const speakers[] = {"Mara", "Ono", "She", "The union", "He", "Officials"};
    static const char *const cues[] = {" said", " said", " denied", " claimed", " said", " told us"};
    static const char *const contents[] = {" the pits would close", " the vote was lost", " that it rained",
                                           " that nobody came",     " the mine was safe", " a strike was near"};
    FILE *file;
    snprintf(bench.path, sizeof bench.path, "%s/gold.ndjson", bench.folder);
    assert_non_null(file = fopen(bench.path, "w"));
    for (size_t i = 0; i < RECORDS; i++) {
        const char *speaker = speakers[i % SPEAKERS], *cue = cues[(i + i / SPEAKERS) % SPEAKERS];
        const char *content = contents[i / SPEAKERS];
        size_t a = strlen(speaker), b = a + strlen(cue), c = b + strlen(content);
        fprintf(file, "{\"id\": \"t%zu\", \"text\": \"%s%s%s. The day was long.\", \"relations\": [", i, speaker, cue,
                content);
        if (i % 5 != 4)
            fprintf(file, "{\"source\": [[0, %zu]], \"cue\": [[%zu, %zu]], \"content\": [[%zu, %zu]]}", a, a + 1, b,
                    b + 1, c);
        fputs("]}\n", file);
    }
    assert_int_equal(fclose(file), 0);
}

static void fit_once(struct px_parser *parser, const struct px_grammar *grammar, struct px_buffer *model)
{
    const struct px_annotate_options options = {.parser = parser, .splitter = &grammar->splitter};
    struct px_sourcing_fit_options how = px_sourcing_fit_defaults();
    struct px_sourcing_gold gold = {0};
    struct px_buffer scores = {0};
    how.words_fewest = how.arguments_fewest = 1;
    how.words_lines = how.arguments_lines = 500;
    assert_int_equal(px_sourcing_gold_read(bench.path, &bench.tools, &options, &gold, &bench.error), PX_OK);
    assert_int_equal(gold.records.count, RECORDS);
    assert_int_equal(gold.records.items[0]->relations.items[0].content.count, 4);
    assert_int_equal(px_sourcing_fit(&gold, &how, model, &scores, &bench.error), PX_OK);
    px_buffer_release(&scores);
    px_sourcing_gold_release(&gold);
}

static void the_same_gold_gives_the_same_model(void **state)
{
    struct px_grammar *grammar = NULL;
    struct px_parser *parser = NULL;
    struct px_sourcing_model *opened = NULL;
    struct px_buffer models[2] = {{0}, {0}};
    (void)state;
    write_gold();
    assert_int_equal(px_grammar_new("lexicons", "en", &grammar, &bench.error), PX_OK);
    for (int run = 0; run < 2; run++) { /* a parser remembers forms: a new one each time */
        assert_int_equal(px_parser_new(grammar->syntax, &parser, &bench.error), PX_OK);
        fit_once(parser, grammar, &models[run]);
        px_parser_free(parser);
    }
    assert_int_equal(models[0].size, models[1].size);
    assert_memory_equal(models[0].data, models[1].data, models[0].size);
    assert_int_equal(px_sourcing_model_open(px_buffer_slice(&models[0]), "m", &opened, &bench.error), PX_OK);
    px_sourcing_model_free(opened);
    px_buffer_release(&models[0]);
    px_buffer_release(&models[1]);
    px_grammar_free(grammar);
    assert_int_equal(remove(bench.path), 0);
}

static void gold_without_relations_is_refused(void **state)
{
    const struct px_annotate_options options = {.parser = NULL};
    struct px_sourcing_gold gold = {0};
    (void)state;
    bench_write("broken.ndjson", "\n{\"id\": \"a\", \"text\": \"Words.\"}\n");
    assert_int_equal(px_sourcing_gold_read(bench.path, &bench.tools, &options, &gold, &bench.error), PX_ERROR_SYNTAX);
    assert_int_equal(bench.error.line, 2);
    assert_int_equal(remove(bench.path), 0);
    px_sourcing_gold_release(&gold);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rare_features_lose_their_columns),
        cmocka_unit_test(the_same_gold_gives_the_same_model),
        cmocka_unit_test(gold_without_relations_is_refused),
    };
    return cmocka_run_group_tests(tests, bench_set_up, bench_tear_down);
}
