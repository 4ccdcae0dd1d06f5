/* What is written of an article is valid CoNLL-U: ids and ranges count up, one root, heads in the sentence, no cycle,
 * SpaceAfter and "# text" say the same, TokenRange cuts the forms out of the article. */
#include "syntax_fixture.h"

#include "article/segment.h"
#include "syntax/conllu.h"
#include "syntax/write.h"

enum { MOST_WORDS = 256 };

static struct px_article article;
static struct px_parsed_article parsed;
static struct px_word_splitter splitter;
static struct px_resources *resources;
static struct px_worker worker;
static struct px_features *features;
static struct px_data_file table;
static struct px_buffer out;

static int open_all(void **state)
{
    const struct px_resources_options wanted = {.language = "en"};
    set_up(state);
    assert_int_equal(px_resources_bytes(NULL, "en", "features.model", &fixture.arena, &table, NULL), PX_OK);
    assert_int_equal(px_features_new(table.bytes, table.path, &features, NULL), PX_OK);
    assert_int_equal(px_word_splitter_init(NULL, "en", &splitter, NULL), PX_OK);
    assert_int_equal(px_resources_new(&wanted, &resources, NULL), PX_OK);
    return px_worker_init(&worker, resources, NULL) == PX_OK ? 0 : -1;
}

static int close_all(void **state)
{
    px_buffer_release(&out);
    px_features_free(features);
    px_word_splitter_release(&splitter);
    px_worker_release(&worker);
    px_resources_free(resources);
    return tear_down(state);
}

static void write_text(const char *id, const char *text)
{
    article = (struct px_article){.text = px_slice_from(text), .id = px_slice_from(id)};
    struct px_block *block = px_vector_push(&article.blocks, &article.arena);
    assert_non_null(block);
    *block = (struct px_block){.end = (uint32_t)article.text.size, .role = PX_ROLE_PARAGRAPH, .number = 1};
    assert_int_equal(px_article_segment(&article, px_resources_segmenter(resources), worker.vocabulary, NULL), PX_OK);
    assert_int_equal(px_article_parse(fixture.parser, &splitter, &article, &article.arena, &parsed, NULL), PX_OK);
    px_buffer_clear(&out);
    assert_true(px_syntax_write_article(&parsed, features, &article, &out));
}

/* A sentence while it is checked. */
struct check {
    unsigned words;
    unsigned range_end; /* the last word of the range at hand, 0: none */
    unsigned heads[MOST_WORDS];
    struct px_slice text;
    struct px_buffer spelled;
};

static unsigned number_of(struct px_slice text)
{
    unsigned number = 0;
    assert_true(text.size > 0 && text.size < 9);
    for (size_t i = 0; i < text.size; i++) {
        assert_in_range(text.data[i], '0', '9');
        number = number * 10 + (unsigned)(text.data[i] - '0');
    }
    return number;
}

/* The texts here are ASCII, so code points are bytes. */
static void check_place(struct px_slice form, struct px_slice misc)
{
    struct px_slice rest = misc;
    struct px_slice part;
    while (px_slice_next(&rest, '|', &part) && !px_slice_starts(part, PX_SLICE("TokenRange=")))
        ;
    part = px_slice_part(part, 11, part.size);
    struct px_slice start;
    assert_true(px_slice_next(&part, ':', &start));
    assert_true(px_slice_equal(px_slice_part(article.text, number_of(start), number_of(part)), form));
}

static void spell(struct check *check, struct px_slice form, struct px_slice misc)
{
    px_buffer_append(&check->spelled, form);
    if (!px_slice_starts(misc, PX_SLICE("SpaceAfter=No|")))
        px_buffer_byte(&check->spelled, ' ');
}

static void check_line(struct check *check, struct px_slice line)
{
    struct px_slice column[PX_CONLLU_COLUMNS];
    for (size_t i = 0; i < PX_CONLLU_COLUMNS; i++)
        assert_true(px_slice_next(&line, '\t', &column[i]) && column[i].size > 0);
    assert_int_equal(line.size, 0);
    check_place(column[PX_CONLLU_FORM], column[PX_CONLLU_MISC]);
    struct px_slice id = column[PX_CONLLU_ID];
    struct px_slice first;
    if (memchr(id.data, '-', id.size) != NULL) {
        assert_true(px_slice_next(&id, '-', &first));
        assert_int_equal(number_of(first), check->words + 1);
        assert_true(check->range_end <= check->words && number_of(id) > number_of(first));
        check->range_end = number_of(id);
        for (size_t i = PX_CONLLU_LEMMA; i < PX_CONLLU_MISC; i++)
            assert_true(px_slice_is(column[i], "_"));
        spell(check, column[PX_CONLLU_FORM], column[PX_CONLLU_MISC]);
        return;
    }
    assert_int_equal(number_of(id), ++check->words);
    assert_true(check->words < MOST_WORDS);
    check->heads[check->words] = number_of(column[PX_CONLLU_HEAD]);
    assert_int_equal(check->heads[check->words] == 0, px_slice_is(column[PX_CONLLU_RELATION], "root"));
    if (check->words > check->range_end)
        spell(check, column[PX_CONLLU_FORM], column[PX_CONLLU_MISC]);
    else
        assert_false(px_slice_starts(column[PX_CONLLU_MISC], PX_SLICE("SpaceAfter")));
}

static void check_tree(const struct check *check)
{
    unsigned roots = 0;
    for (unsigned i = 1; i <= check->words; i++) {
        unsigned steps = 0;
        roots += check->heads[i] == 0;
        for (unsigned at = i; at != 0; at = check->heads[at]) {
            assert_true(at <= check->words);
            assert_true(steps++ < check->words);
        }
    }
    assert_int_equal(roots, 1);
    assert_true(check->range_end <= check->words);
}

/* The number of sentences. */
static size_t check_output(void)
{
    struct px_slice rest = px_buffer_slice(&out);
    struct px_slice line;
    struct check check = {0};
    size_t sentences = 0;
    while (px_slice_next(&rest, '\n', &line)) {
        if (px_slice_starts(line, PX_SLICE("# text = ")))
            check.text = px_slice_part(line, 9, line.size);
        if (px_slice_starts(line, PX_SLICE("# sent_id = ")))
            for (size_t i = 12; i < line.size; i++)
                assert_true(line.data[i] > ' ' && line.data[i] != '/');
        if (line.size > 0 && line.data[0] != '#')
            check_line(&check, line);
        if (line.size > 0)
            continue;
        check_tree(&check);
        assert_true(px_slice_equal(px_slice_trim(px_buffer_slice(&check.spelled)), check.text));
        px_buffer_release(&check.spelled);
        check = (struct check){0};
        sentences++;
    }
    assert_int_equal(check.words, 0);
    return sentences;
}

static bool has_line(const char *line)
{
    return px_slice_find(px_buffer_slice(&out), px_slice_from(line), 0) != SIZE_MAX;
}

static void test_output_is_valid(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t sentences;
    } cases[] = {
        {"The mayor doesn't like the workers' plan. It cannot cost $5m!", 2},
        {"\"It's over,\" she said.  They're gonna win (again)...", 2},
        {"The eye-witness's U.S.'s end.The rock 'n' roll of the '90s rose 10%.", 2},
        {"See https://example.com/a?b=c or x@example.com. A/B - tests; 3-4.", 2},
        {"---\n***\n", 1},
        {"", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        write_text("a folder/b c", cases[i].text);
        assert_int_equal(check_output(), cases[i].sentences);
        px_article_release(&article);
    }
}

static void test_ranges_stand_over_what_was_one_spelling(void **state)
{
    (void)state;
    write_text("a", "She doesn't like the workers' pre-war eye-witness. It cannot cost $5m.");
    assert_true(has_line("\n2-3\tdoesn't\t_\t"));
    assert_true(has_line("\n6-7\tworkers'\t_\t"));
    assert_true(has_line("\n2-3\tcannot\t_\t"));
    struct px_slice rest = px_buffer_slice(&out);
    struct px_slice line;
    size_t ranges = 0;
    while (px_slice_next(&rest, '\n', &line))
        ranges += line.size > 2 && line.data[0] != '#' && line.data[1] == '-';
    assert_int_equal(ranges, 3);
    px_article_release(&article);
}

static void test_features_are_written(void **state)
{
    (void)state;
    write_text("a", "The mayors were seen.");
    assert_true(has_line("\tNOUN\tNNS\tNumber=Plur\t"));
    assert_true(has_line("\tTense=Past|VerbForm=Part|Voice=Pass\t"));
    px_article_release(&article);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_output_is_valid),
        cmocka_unit_test(test_ranges_stand_over_what_was_one_spelling),
        cmocka_unit_test(test_features_are_written),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
