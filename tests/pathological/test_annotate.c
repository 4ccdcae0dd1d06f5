/* Articles built to hurt the reading: every one is annotated whole, in time that follows its length. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "annotate/annotate.h"
#include "base/buffer.h"
#include "ingest/ingest.h"

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

/* opening, `count` times piece, ending. */
static const struct {
    const char *opening, *piece, *ending;
    size_t count;
} cases[] = {
    {"The mayor spoke calmly of ", "a", ". Nobody answered.", 3000000},
    {"The mayor of ", "so-called-", "friend said nothing.", 100000},
    {"", "\"", " he said.", 200000},
    {"", "“the mayor said ", "that it was over.", 10000},
    {"The mayor said that ", "the council that met the ", "mayor was wrong.", 10000},
    {"", "Mayor Anna Roy of the City Council ", "spoke.", 5000},
    {"", "The mayor said. ", "", 20000},
    {"", "Yes.\n\n", "", 3000},
    {"", "He said he said ", "so.", 20000},
    {"", "the vile fox jumps over the lazy dog ", "", 10000},
};

static void reads_in_time(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct px_buffer text = {0};
        px_buffer_string(&text, cases[i].opening);
        for (size_t j = 0; j < cases[i].count; j++)
            px_buffer_string(&text, cases[i].piece);
        px_buffer_string(&text, cases[i].ending);
        const struct px_ingest_options options = {.verbatim = true};
        struct px_worker worker;
        struct px_article article = {0};
        struct px_error error = {0};
        assert_int_equal(px_worker_init(&worker, resources, &error), PX_OK);
        assert_int_equal(px_ingest_bytes(ingest, px_buffer_slice(&text), "hurt", &options, &article, &error), PX_OK);
        if (px_annotate(&worker, NULL, &article, &error) != PX_OK)
            fail_msg("case %zu: %s", i, error.message);
        assert_true(article.sentences.count > 0);
        px_article_release(&article);
        px_worker_release(&worker);
        px_buffer_release(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(reads_in_time)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
