/* Small gold files and lexicons, measured with the project's own resources. */
#ifndef PX_TEST_TUNING_FIXTURE_H
#define PX_TEST_TUNING_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../statistics/near.h"
#include "annotate/loaded.h"
#include "tuning/passage.h"

struct bench {
    struct px_resources *resources;
    struct px_ingest *ingest;
    struct px_worker worker;
    struct px_tuning_tools tools;
    struct px_gold gold;
    struct px_passages passages;
    struct px_lexicon lexicon;
    struct px_error error;
    char folder[64];
    char path[128];
};

static struct bench bench;

static inline int bench_set_up(void **state)
{
    (void)state;
    struct px_resources_options options = {.language = "en", .directory = "lexicons"};
    assert_int_equal(px_resources_new(&options, &bench.resources, &bench.error), PX_OK);
    assert_int_equal(px_ingest_new("lexicons", &bench.ingest, &bench.error), PX_OK);
    assert_int_equal(px_worker_init(&bench.worker, bench.resources, &bench.error), PX_OK);
    bench.tools = (struct px_tuning_tools){bench.ingest, bench.resources, &bench.worker, 1};
    snprintf(bench.folder, sizeof bench.folder, "/tmp/parallax-tuning-XXXXXX");
    assert_non_null(mkdtemp(bench.folder));
    return 0;
}

static inline int bench_tear_down(void **state)
{
    (void)state;
    px_worker_release(&bench.worker);
    px_ingest_free(bench.ingest);
    px_resources_free(bench.resources);
    return rmdir(bench.folder);
}

/* After each test: gold and passages away. */
static inline int bench_clear(void **state)
{
    (void)state;
    px_passages_release(&bench.passages);
    px_gold_release(&bench.gold);
    px_lexicon_release(&bench.lexicon);
    bench.lexicon = (struct px_lexicon){0};
    return 0;
}

/* Writes a file into the test's folder; its path stays in bench.path until the next one. */
static inline void bench_write(const char *name, const char *content)
{
    snprintf(bench.path, sizeof bench.path, "%s/%s", bench.folder, name);
    FILE *file = fopen(bench.path, "wb");
    assert_non_null(file);
    assert_int_equal(fputs(content, file) >= 0, 1);
    assert_int_equal(fclose(file), 0);
}

/* Reads gold from a file of this name and content, and takes the file away. */
static inline enum px_status bench_gold(const char *name, const char *content)
{
    bench_write(name, content);
    enum px_status status = px_gold_read(bench.path, PX_INGEST_LIMIT, &bench.gold, &bench.error);
    assert_int_equal(remove(bench.path), 0);
    return status;
}

static inline void bench_passages(const char *content)
{
    assert_int_equal(bench_gold("gold.ndjson", content), PX_OK);
    assert_int_equal(px_passages_add_gold(&bench.passages, &bench.tools, &bench.gold, &bench.error), PX_OK);
}

static inline void bench_lexicon(const char *content)
{
    assert_int_equal(px_lexicon_read(px_slice_from(content), "test.tsv", &bench.lexicon, &bench.error), PX_OK);
}

#endif
