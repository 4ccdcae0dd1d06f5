/* Laws of counting recurring lines: order, sharding and repetition of the reading change no byte of the counts, and
 * none of what is then taken for furniture. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "ingest/ingest.h"
#include "random_text.h"

enum { ARTICLES = 60, LINES = 12, ROUNDS = 12, PATH = 40 };

static struct px_ingest *ingest;
static struct px_buffer articles[ARTICLES];

static const char *const outlets[] = {"The Courier", "Review", ""};

static const char *const common[] = {"Home", "Truth Is Worth More Than Gold", "12 people read this", "By the river",
                                     "This paper is owned by all of those who read it and by nobody else."};

static void make_articles(void)
{
    uint64_t seed = 7;
    for (size_t i = 0; i < ARTICLES; i++) {
        px_buffer_clear(&articles[i]);
        for (size_t k = 0; k < LINES; k++) {
            if (random_below(&seed, 3) == 0)
                px_buffer_string(&articles[i], common[random_below(&seed, sizeof common / sizeof *common)]);
            else
                px_buffer_printf(&articles[i],
                                 "The council met on day %zu and it was said that nobody had been asked of plan %zu.",
                                 random_below(&seed, 5), random_below(&seed, 9));
            px_buffer_string(&articles[i], "\n\n");
        }
    }
}

static void count(struct px_recurring *counts, size_t i)
{
    struct px_article article = {0};
    const struct px_ingest_options options = {
        .input = PX_INPUT_TEXT, .counting = counts, .outlet = outlets[i % (sizeof outlets / sizeof *outlets)]};
    assert_int_equal(px_ingest_bytes(ingest, px_buffer_slice(&articles[i]), "text", &options, &article, NULL), PX_OK);
    px_article_release(&article);
}

/* Any permutation of the articles. */
static void shuffle(uint64_t *seed, size_t order[ARTICLES])
{
    for (size_t i = 0; i < ARTICLES; i++)
        order[i] = i;
    for (size_t i = ARTICLES; i-- > 1;) {
        size_t k = random_below(seed, i + 1), held = order[i];
        order[i] = order[k];
        order[k] = held;
    }
}

static void write_counts(struct px_recurring *counts, const char *path)
{
    struct px_output *output;
    assert_int_equal(px_output_open(path, &output, NULL), PX_OK);
    assert_int_equal(px_recurring_write(counts, output, NULL), PX_OK);
    assert_int_equal(px_output_commit(output, NULL), PX_OK);
}

static struct px_slice read_counts(const char *path, struct px_arena *arena)
{
    struct px_slice bytes;
    assert_int_equal(px_file_read(path, 1 << 24, arena, &bytes, NULL), PX_OK);
    return bytes;
}

/* Counts in that order, cut into shards whose files are read together. */
static void count_sharded(const size_t order[ARTICLES], size_t shards, const char *folder, const char *path)
{
    struct px_recurring *whole, *part;
    char shard_path[PATH * 2];
    snprintf(shard_path, sizeof shard_path, "%s/shard", folder);
    assert_int_equal(px_recurring_new(&whole, NULL), PX_OK);
    for (size_t shard = 0; shard < shards; shard++) {
        assert_int_equal(px_recurring_new(&part, NULL), PX_OK);
        for (size_t i = ARTICLES * shard / shards; i < ARTICLES * (shard + 1) / shards; i++)
            count(part, order[i]);
        write_counts(part, shard_path);
        px_recurring_free(part);
        assert_int_equal(px_recurring_read(whole, shard_path, NULL), PX_OK);
    }
    unlink(shard_path);
    write_counts(whole, path);
    px_recurring_free(whole);
}

static void test_any_order_and_shards(void **state)
{
    (void)state;
    char folder[PATH] = "/tmp/px-recurring-XXXXXX", path[PATH * 2];
    size_t order[ARTICLES];
    uint64_t seed = 11;
    struct px_arena arena = {0};
    struct px_slice first = {0};
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/counts", folder);
    make_articles();
    for (size_t round = 0; round < ROUNDS; round++) {
        shuffle(&seed, order);
        count_sharded(order, 1 + random_below(&seed, 7), folder, path);
        struct px_slice bytes = read_counts(path, &arena);
        first = round == 0 ? bytes : first;
        assert_true(px_slice_equal(first, bytes) && bytes.size > 100);
    }
    unlink(path);
    rmdir(folder);
    px_arena_release(&arena);
}

/* The second pass loses no piece of the input, and a slogan of every page stands in no article. */
static void test_slogan_goes(void **state)
{
    (void)state;
    struct px_recurring *counts;
    assert_int_equal(px_recurring_new(&counts, NULL), PX_OK);
    make_articles();
    for (size_t i = 0; i < ARTICLES; i++)
        count(counts, i);
    assert_int_equal(px_recurring_settle(counts, NULL), PX_OK);
    for (size_t i = 0; i < ARTICLES; i++) {
        struct px_article with = {0}, without = {0};
        struct px_ingest_options options = {.input = PX_INPUT_TEXT, .outlet = outlets[i % 3]};
        assert_int_equal(px_ingest_bytes(ingest, px_buffer_slice(&articles[i]), "a", &options, &without, NULL), PX_OK);
        options.recurring = counts;
        assert_int_equal(px_ingest_bytes(ingest, px_buffer_slice(&articles[i]), "a", &options, &with, NULL), PX_OK);
        assert_int_equal(with.pieces.count, without.pieces.count);
        for (size_t k = 0; k < with.furniture.count; k++)
            assert_true(with.furniture.items[k].text.size > 0);
        assert_true(px_slice_find(with.text, PX_SLICE("Truth Is Worth"), 0) == SIZE_MAX ||
                    px_slice_is(with.title, "Truth Is Worth More Than Gold"));
        px_article_release(&with);
        px_article_release(&without);
    }
    px_recurring_free(counts);
}

static int set_up(void **state)
{
    (void)state;
    return px_ingest_new(NULL, &ingest, NULL) == PX_OK && px_ingest_explain(ingest, NULL, NULL) == PX_OK ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    px_ingest_free(ingest);
    for (size_t i = 0; i < ARTICLES; i++)
        px_buffer_release(&articles[i]);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_any_order_and_shards), cmocka_unit_test(test_slogan_goes)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
