#include "lexicon_fixture.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lexicon/resources.h"

extern const struct px_resources px_ready_resources;

static struct px_resources *open_with(const char *directory, const struct px_resources *ready)
{
    struct px_resources *resources;
    struct px_resources_options options = {.language = "en", .directory = directory, .ready = ready};
    assert_int_equal(px_resources_new(&options, &resources, NULL), PX_OK);
    return resources;
}

/* Are the lexicons those that are ready, or others? */
static bool is_ready(const struct px_resources *resources)
{
    return px_resources_lexicon(resources, PX_LEXICON_LOADED) ==
           px_resources_lexicon(&px_ready_resources, PX_LEXICON_LOADED);
}

static void assert_same_entries(const struct px_lexicon *a, const struct px_lexicon *b)
{
    assert_int_equal(a->entries.count, b->entries.count);
    assert_int_equal(a->columns.count, b->columns.count);
    for (size_t i = 0; i < a->entries.count; i++) {
        const struct px_entry *x = &a->entries.items[i], *y = &b->entries.items[i];
        assert_true(px_slice_equal(x->text, y->text) && px_slice_equal(x->category, y->category));
        assert_true(px_slice_equal(x->unless, y->unless) && x->weight == y->weight && x->line == y->line);
        assert_int_equal(px_lexicon_place(x, x->text), px_lexicon_place(y, y->text));
        for (size_t column = 0; column < a->columns.count; column++)
            assert_true(px_slice_equal(px_lexicon_cell(a, x, column), px_lexicon_cell(b, y, column)));
    }
}

static void ready_lexicons_are_those_that_are_read(void **state)
{
    (void)state;
    struct px_resources *read = open_with("", NULL), *ready = open_with("", &px_ready_resources);
    assert_false(is_ready(read));
    assert_true(is_ready(ready));
    assert_int_equal(px_resources_count(read), px_resources_count(ready));
    for (size_t i = 0; i < px_resources_count(read); i++) {
        const struct px_lexicon *a = px_resources_lexicon(read, i), *b = px_resources_lexicon(ready, i);
        assert_true(px_slice_equal(a->name, b->name) && px_slice_equal(a->version, b->version));
        assert_true(px_slice_equal(a->path, b->path) && a->lookup_only == b->lookup_only);
        assert_string_equal(a->sha256, b->sha256);
        assert_same_entries(a, b);
    }
    px_resources_free(read);
    px_resources_free(ready);
}

static void find(const struct px_resources *resources, struct px_worker *worker, struct px_hits *hits)
{
    struct px_slice text = PX_SLICE("Mr. Ferry's so-called \"deal\", officials claimed on Monday, wasn't a massacre; "
                                    "it is the worst crisis in Kirkuk's history, the U.S. envoy said.");
    struct px_tokens tokens = {0};
    assert_int_equal(px_worker_init(worker, resources, NULL), PX_OK);
    assert_int_equal(px_words_find(text, (struct px_span){0, (uint32_t)text.size}, px_resources_segmenter(resources),
                                   worker->vocabulary, &worker->scratch, &tokens, NULL),
                     PX_OK);
    assert_int_equal(px_matcher_find(worker->cache, text, &tokens, NULL, &worker->scratch, hits, NULL), PX_OK);
}

static void they_match_alike(void **state)
{
    (void)state;
    struct px_resources *read = open_with("", NULL), *ready = open_with("", &px_ready_resources);
    struct px_worker workers[2];
    struct px_hits a = {0}, b = {0};
    find(read, &workers[0], &a);
    find(ready, &workers[1], &b);
    assert_true(a.count > 10);
    assert_int_equal(a.count, b.count);
    for (size_t i = 0; i < a.count; i++) {
        assert_int_equal(a.items[i].lexicon, b.items[i].lexicon);
        assert_int_equal(a.items[i].entry, b.items[i].entry);
        assert_int_equal(a.items[i].first_token, b.items[i].first_token);
    }
    px_worker_release(&workers[0]);
    px_worker_release(&workers[1]);
    px_resources_free(read);
    px_resources_free(ready);
}

/* A folder's file counts where it says something else, and only there. */
static void another_file_is_not_ready(void **state)
{
    (void)state;
    char root[200], folder[220], file[240];
    const struct px_lexicon *months = px_resources_lexicon(&px_ready_resources, PX_LEXICON_MONTHS);
    const char *temporary = getenv("TMPDIR");
    snprintf(root, sizeof root, "%s/lexicons-XXXXXX", temporary == NULL ? "/tmp" : temporary);
    assert_non_null(mkdtemp(root));
    snprintf(folder, sizeof folder, "%s/en", root);
    snprintf(file, sizeof file, "%s/months.tsv", folder);
    assert_int_equal(mkdir(folder, 0700), 0);
    char command[600];
    snprintf(command, sizeof command, "cp lexicons/en/months.tsv %s", file);
    assert_int_equal(system(command), 0);
    struct px_resources *same = open_with(root, &px_ready_resources);
    assert_true(is_ready(same));
    px_resources_free(same);
    snprintf(command, sizeof command, "printf 'entry\\tcategory\\nmay\\tmonth\\n' > %s", file);
    assert_int_equal(system(command), 0);
    struct px_resources *other = open_with(root, &px_ready_resources);
    assert_false(is_ready(other));
    assert_int_equal(px_resources_lexicon(other, PX_LEXICON_MONTHS)->entries.count, 1);
    assert_true(months->entries.count > 1);
    px_resources_free(other);
    assert_int_equal(unlink(file) | rmdir(folder) | rmdir(root), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ready_lexicons_are_those_that_are_read),
        cmocka_unit_test(they_match_alike),
        cmocka_unit_test(another_file_is_not_ready),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
