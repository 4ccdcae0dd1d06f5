/* Lines that recur: counting, thresholds, files of counts, and what of an article must not be lost. */
#include "ingest_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "ingest/runs.h"

static void add(struct px_recurring *counts, const char *outlet, const char *line, size_t articles)
{
    const struct px_slice lines[] = {px_slice_from(line), px_slice_from(line)};
    for (size_t i = 0; i < articles; i++)
        assert_int_equal(px_recurring_add(counts, px_slice_from(outlet), lines, 2, NULL), PX_OK);
}

static uint64_t count_of(const struct px_recurring *counts, const char *outlet, const char *line, bool running)
{
    uint64_t articles;
    return px_recurring_find(counts, px_slice_from(outlet), px_slice_from(line), running, &articles);
}

static void test_thresholds(void **state)
{
    (void)state;
    struct px_recurring *counts;
    assert_int_equal(px_recurring_new(&counts, NULL), PX_OK);
    add(counts, "The Courier", "Join 12 readers!", 2);
    add(counts, "The Courier", "JOIN 7 READERS", 1);
    add(counts, "The Courier", "only two", 2);
    add(counts, "The Courier", "it was said that nobody had been asked.", 4);
    add(counts, "The Courier", "this paper is owned by all of its readers.", 91);
    add(counts, "Review", "only two", 1);
    assert_int_equal(px_recurring_settle(counts, NULL), PX_OK);
    assert_int_equal(count_of(counts, "the courier", "join 3 readers", false), 3); /* of 100: just 3 % */
    assert_int_equal(count_of(counts, "The Courier", "only two", false), 0);       /* other outlets do not count */
    assert_int_equal(count_of(counts, "The Courier", "it was said that nobody had been asked.", true), 0);
    assert_int_equal(count_of(counts, "The Courier", "this paper is owned by all of its readers.", true), 91);
    assert_int_equal(count_of(counts, "The Courier", "***", false), 0);
    px_recurring_free(counts);
}

static void test_share(void **state)
{
    (void)state;
    struct px_recurring *counts;
    assert_int_equal(px_recurring_new(&counts, NULL), PX_OK);
    add(counts, "The Courier", "what comes next", 3);
    add(counts, "The Courier", "another line", 197);
    assert_int_equal(px_recurring_settle(counts, NULL), PX_OK);
    assert_int_equal(count_of(counts, "The Courier", "what comes next", false), 0); /* 3 of 200 are below 2 % */
    px_recurring_free(counts);
}

static void write_file(char path[32], const char *text)
{
    snprintf(path, 32, "%s", "/tmp/px-counts-XXXXXX");
    int fd = mkstemp(path);
    assert_true(fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text));
    close(fd);
}

static void test_file(void **state)
{
    (void)state;
    struct px_recurring *counts;
    struct px_error error = {0};
    char good[32], bad[32];
    write_file(good, "# shard 1\noutlet\tarticles\tline\nthe courier\t4\t\nthe courier\t2\tjoin us\n");
    write_file(bad, "outlet\tarticles\tline\nthe courier\tfour\t\n");
    assert_int_equal(px_recurring_new(&counts, NULL), PX_OK);
    assert_int_equal(px_recurring_read(counts, good, &error), PX_OK);
    assert_int_equal(px_recurring_read(counts, good, &error), PX_OK);
    assert_int_equal(px_recurring_read(counts, bad, &error), PX_ERROR_SYNTAX);
    assert_int_equal(error.line, 2);
    assert_string_equal(error.file, bad);
    assert_int_equal(px_recurring_settle(counts, NULL), PX_OK);
    assert_int_equal(count_of(counts, "The Courier", "Join us", false), 4);
    px_recurring_free(counts);
    unlink(good);
    unlink(bad);
}

static enum px_status check_row(void *argument, struct px_slice key, uint64_t count, struct px_error *error)
{
    char *last = argument;
    (void)error;
    assert_true(px_slice_compare(px_slice_from(last), key) < 0);
    snprintf(last, 16, "%.*s", PX_SLICE_ARG(key));
    assert_int_equal(count, px_slice_is(key, "same") ? 3 * PX_RUNS_AT_MOST : 1);
    return PX_OK;
}

/* More runs than may be open at once come out as one sorted stream all the same. */
static void test_runs(void **state)
{
    (void)state;
    struct px_runs runs = {0};
    char last[16] = "";
    for (size_t i = 0; i < 3 * PX_RUNS_AT_MOST; i++) {
        char own[16];
        snprintf(own, sizeof own, "a%03zu", i);
        const struct px_row rows[] = {{px_slice_from(own), 1}, {PX_SLICE("same"), 1}};
        assert_int_equal(px_runs_add(&runs, rows, 2, NULL), PX_OK);
    }
    assert_true(runs.count <= PX_RUNS_AT_MOST);
    assert_int_equal(px_runs_merge(&runs, check_row, last, NULL), PX_OK);
    assert_string_equal(last, "same");
    px_runs_release(&runs);
}

#define PROSE "The council met on Monday and it was said that nobody had been asked about the plan for the river. "

/* Ten articles of one outlet: a slogan in all of them, a headline that is a teaser elsewhere, a quotation in two. */
static void write_article(size_t i, char *text, size_t size)
{
    static const char quotation[] = "\"We will not sell the boats,\" said the mayor.";
    snprintf(text, size, "%s\n\n" PROSE "It was day %zu of the talks.\n\n%s\n\n" PROSE "\n\n%s\n\n%s",
             i == 0 ? "Old Boats Drift Off the Cape" : "Harbour Plan Angers the Old Town", i,
             i < 2 ? quotation : "Nobody came.", "Truth Is Worth More Than Gold to Us",
             i > 0 ? "Old Boats Drift Off the Cape" : "The ferry was late");
}

static void read_article(size_t i, struct px_recurring *counting, const struct px_recurring *recurring,
                         struct px_article *article)
{
    char text[2048];
    const struct px_ingest_options options = {
        .input = PX_INPUT_TEXT, .outlet = "The Courier", .counting = counting, .recurring = recurring};
    *article = (struct px_article){0};
    write_article(i, text, sizeof text);
    assert_int_equal(px_ingest_bytes(ingest, px_slice_from(text), "text", &options, article, NULL), PX_OK);
}

static void test_articles(void **state)
{
    (void)state;
    struct px_recurring *counts;
    struct px_article article;
    assert_int_equal(px_recurring_new(&counts, NULL), PX_OK);
    for (size_t i = 0; i < 10; i++) {
        read_article(i, counts, NULL, &article);
        assert_int_equal(article.blocks.count, 0);
        px_article_release(&article);
    }
    assert_int_equal(px_recurring_settle(counts, NULL), PX_OK);
    read_article(0, NULL, counts, &article);
    assert_slice(article.title, "Old Boats Drift Off the Cape");
    assert_true(has_block(&article, PX_ROLE_PARAGRAPH, "\"We will not sell the boats,\" said the mayor."));
    assert_true(has_furniture(&article, PX_ROLE_OTHER, "Truth Is Worth More Than Gold to Us"));
    px_article_release(&article);
    px_recurring_free(counts);
}

/* Ten updates of one story: what they say ten times is what they say. */
static void test_copies(void **state)
{
    (void)state;
    struct px_recurring *counts;
    struct px_article article;
    const struct px_ingest_options options = {.input = PX_INPUT_TEXT, .outlet = "The Courier"};
    struct px_ingest_options counting = options, cleaning = options;
    const struct px_slice text =
        PX_SLICE("Harbour Plan Angers the Old Town\n\n" PROSE "\n\nNobody was told of the boats, "
                 "and it was said that it would be so to the end of the winter.\n");
    assert_int_equal(px_recurring_new(&counts, NULL), PX_OK);
    counting.counting = counts;
    cleaning.recurring = counts;
    for (size_t i = 0; i < 10; i++) {
        article = (struct px_article){0};
        assert_int_equal(px_ingest_bytes(ingest, text, "text", &counting, &article, NULL), PX_OK);
        px_article_release(&article);
    }
    assert_int_equal(px_recurring_settle(counts, NULL), PX_OK);
    article = (struct px_article){0};
    assert_int_equal(px_ingest_bytes(ingest, text, "text", &cleaning, &article, NULL), PX_OK);
    assert_int_equal(article.counts.paragraphs, 2);
    px_article_release(&article);
    px_recurring_free(counts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_thresholds), cmocka_unit_test(test_share),
                                       cmocka_unit_test(test_file),       cmocka_unit_test(test_runs),
                                       cmocka_unit_test(test_articles),   cmocka_unit_test(test_copies)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
