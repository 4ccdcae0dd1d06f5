#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "article/segment.h"

static const struct {
    const char *text;
    uint8_t role;
} pieces[] = {
    {"Regime falls", PX_ROLE_TITLE},
    {"One came. Two went on 5 May.", PX_ROLE_PARAGRAPH},
    {"Read more. Share this.", PX_ROLE_RELATED},
    {"", PX_ROLE_PARAGRAPH},
    {"...", PX_ROLE_PARAGRAPH},
    {"The rebel's flag.", PX_ROLE_QUOTATION},
};

enum { PIECES = sizeof pieces / sizeof *pieces };

static struct px_article article;
static struct px_vocabulary *vocabulary;
static struct px_segmenter segmenter;

static int set_up(void **state)
{
    (void)state;
    char *text = px_arena_take(&article.arena, 1000);
    size_t size = 0;
    for (size_t i = 0; i < PIECES; i++) {
        struct px_block *block = px_vector_push(&article.blocks, &article.arena);
        assert_non_null(block);
        block->role = pieces[i].role;
        block->number = (uint32_t)i * 10;
        block->start = (uint32_t)size;
        size_t length = strlen(pieces[i].text);
        memcpy(text + size, pieces[i].text, length);
        size += length;
        block->end = (uint32_t)size;
        memcpy(text + size, "\n\n", 2);
        size += 2;
    }
    article.text = (struct px_slice){text, size};
    px_table_add(&segmenter.clitics, PX_SLICE("'s"), NULL);
    return px_vocabulary_new("en", &vocabulary, NULL);
}

static int tear_down(void **state)
{
    (void)state;
    px_article_release(&article);
    px_vocabulary_free(vocabulary);
    px_segmenter_release(&segmenter);
    return 0;
}

static void check(void)
{
    static const uint32_t firsts[PIECES] = {0, 1, 3, 3, 3, 4};
    static const uint32_t counts[PIECES] = {1, 2, 0, 0, 1, 1};
    assert_int_equal(px_article_segment(&article, &segmenter, vocabulary, NULL), PX_OK);
    for (size_t i = 0; i < PIECES; i++) {
        assert_int_equal(article.blocks.items[i].first_sentence, firsts[i]);
        assert_int_equal(article.blocks.items[i].sentence_count, counts[i]);
        assert_int_equal(article.blocks.items[i].number, i * 10);
    }
    assert_int_equal(article.counts.sentences, 5);
    assert_int_equal(article.counts.paragraphs, 4);
    assert_int_equal(article.counts.words, 2 + 2 + 5 + 0 + 3);
    assert_int_equal(article.sentences.items[4].words, 3);
    assert_int_equal(article.sentences.items[4].block, 5);
    assert_int_equal(article.tokens.count, 2 + 3 + 6 + 1 + 5);
    assert_int_equal(article.tokens.items[16].sentence, 4);
    assert_int_equal(article.tokens.items[16].attribution, PX_NONE);
}

static void test_content_blocks_alone_are_segmented(void **state)
{
    (void)state;
    check();
}

static void test_segmenting_twice_is_segmenting_once(void **state)
{
    (void)state;
    check();
    check();
}

static void test_blocks_left_whole(void **state)
{
    (void)state;
    static const uint32_t counts[PIECES] = {1, 1, 0, 0, 1, 1};
    assert_int_equal(px_article_segment_blocks(&article, &segmenter, NULL, vocabulary, NULL), PX_OK);
    for (size_t i = 0; i < PIECES; i++)
        assert_int_equal(article.blocks.items[i].sentence_count, counts[i]);
    assert_int_equal(article.counts.sentences, 4);
    assert_int_equal(article.counts.words, 2 + 2 + 5 + 0 + 3);
    assert_int_equal(article.tokens.items[16].sentence, 3);
    check();
}

static void test_a_block_outside_the_text(void **state)
{
    (void)state;
    struct px_error error = {0};
    article.blocks.items[1].end = 100000;
    assert_int_equal(px_article_segment(&article, &segmenter, vocabulary, &error), PX_ERROR_USAGE);
    assert_string_equal(error.message, "span [14, 100000) is outside the text");
    assert_int_equal(article.tokens.count, 0);
    assert_int_equal(article.sentences.count, 0);
    assert_int_equal(article.counts.words, 0);
}

/* Every token has the form that segmenting with the vocabulary gives it. */
static void test_moved_to_another_vocabulary(void **state)
{
    (void)state;
    struct px_vocabulary *other;
    assert_int_equal(px_vocabulary_new("en", &other, NULL), PX_OK);
    px_vocabulary_add(other, PX_SLICE("flag"));
    assert_int_equal(px_article_segment(&article, &segmenter, vocabulary, NULL), PX_OK);
    size_t count = article.tokens.count;
    assert_int_equal(px_article_move(&article, vocabulary, other, NULL), PX_OK);
    assert_int_equal(article.tokens.count, count);
    bool flag = false;
    for (size_t i = 0; i < count; i++) {
        const struct px_token *token = &article.tokens.items[i];
        struct px_slice text = px_slice_part(article.text, token->start, token->end);
        assert_true(px_slice_equal(px_vocabulary_form(other, token->form)->text, text));
        assert_int_equal(token->form, px_vocabulary_add(other, text));
        flag = flag || token->form == 0;
    }
    assert_true(flag);
    px_vocabulary_free(other);
}

static void test_moved_to_its_own_vocabulary(void **state)
{
    (void)state;
    assert_int_equal(px_article_segment(&article, &segmenter, vocabulary, NULL), PX_OK);
    size_t known = px_vocabulary_size(vocabulary);
    uint32_t form = article.tokens.items[1].form;
    assert_int_equal(px_article_move(&article, vocabulary, vocabulary, NULL), PX_OK);
    assert_int_equal(article.tokens.items[1].form, form);
    assert_int_equal(px_vocabulary_size(vocabulary), known);
}

static void test_an_empty_article(void **state)
{
    (void)state;
    struct px_article empty = {0};
    assert_int_equal(px_article_segment(&empty, NULL, vocabulary, NULL), PX_OK);
    assert_int_equal(empty.counts.sentences, 0);
    px_article_release(&empty);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_content_blocks_alone_are_segmented),
        TEST(test_segmenting_twice_is_segmenting_once),
        TEST(test_blocks_left_whole),
        TEST(test_a_block_outside_the_text),
        TEST(test_moved_to_another_vocabulary),
        TEST(test_moved_to_its_own_vocabulary),
        TEST(test_an_empty_article),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
