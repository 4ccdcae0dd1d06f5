/* Articles built to hurt the comparison: what it costs follows their length. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "annotate/annotate.h"
#include "base/buffer.h"
#include "compare/compare.h"
#include "ingest/ingest.h"

enum { SENTENCES = 40000 };

static struct px_ingest *ingest;
static struct px_resources *resources;

static int set_up(void **state)
{
    (void)state;
    const struct px_resources_options wanted = {.language = "en"};
    return px_ingest_new(NULL, &ingest, NULL) == PX_OK && px_resources_new(&wanted, &resources, NULL) == PX_OK ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    px_ingest_free(ingest);
    px_resources_free(resources);
    return 0;
}

/* An article of one paragraph that has the sentence so often. */
static void read_article(const char *sentence, size_t count, struct px_worker *worker, struct px_article *article)
{
    const struct px_ingest_options options = {.verbatim = true};
    struct px_buffer text = {0};
    for (size_t i = 0; i < count; i++)
        px_buffer_string(&text, sentence);
    assert_int_equal(px_ingest_bytes(ingest, px_buffer_slice(&text), sentence, &options, article, NULL), PX_OK);
    assert_int_equal(px_annotate(worker, NULL, article, NULL), PX_OK);
    assert_int_equal(article->sentences.count, count);
    px_buffer_release(&text);
}

/* Two articles of one paragraph each. Not all of their sentences are held against each other, which would take minutes:
 * tests/unit/align/test_likeness.c counts those that are. */
static void one_paragraph_each(void **state)
{
    (void)state;
    struct px_worker worker;
    struct px_article a = {0}, b = {0};
    struct px_comparison comparison = {0};
    assert_int_equal(px_worker_init(&worker, resources, NULL), PX_OK);
    read_article("The harbour wall fell. ", SENTENCES, &worker, &a);
    read_article("The harbour froze. ", SENTENCES, &worker, &b);
    const struct px_article *both[] = {&a, &b};
    const struct px_compare_options options = {.seed = 1};
    assert_int_equal(px_compare(both, 2, &options, &worker, &comparison, NULL), PX_OK);
    px_comparison_release(&comparison);
    px_article_release(&a);
    px_article_release(&b);
    px_worker_release(&worker);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(one_paragraph_each)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
