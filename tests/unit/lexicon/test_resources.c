#include "lexicon_fixture.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/stream.h"
#include "lexicon/resources.h"

/* A folder of our own with one lexicon of English and one of a language that does not exist. */
struct folder {
    char root[200];
    char path[300];
};

static void write_file(struct folder *folder, const char *name, const char *content)
{
    snprintf(folder->path, sizeof folder->path, "%s/%s", folder->root, name);
    FILE *file = fopen(folder->path, "w");
    assert_non_null(file);
    assert_true(fputs(content, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void make_folder(struct folder *folder, const char *language)
{
    const char *temporary = getenv("TMPDIR");
    snprintf(folder->root, sizeof folder->root, "%s/lexicons-XXXXXX", temporary == NULL ? "/tmp" : temporary);
    assert_non_null(mkdtemp(folder->root));
    snprintf(folder->path, sizeof folder->path, "%s/%s", folder->root, language);
    assert_int_equal(mkdir(folder->path, 0700), 0);
}

static void remove_folder(struct folder *folder, const char *language, const char *file)
{
    snprintf(folder->path, sizeof folder->path, "%s/%s/%s", folder->root, language, file);
    assert_int_equal(unlink(folder->path), 0);
    snprintf(folder->path, sizeof folder->path, "%s/%s", folder->root, language);
    assert_int_equal(rmdir(folder->path), 0);
    assert_int_equal(rmdir(folder->root), 0);
}

static void the_bare_program_knows_english(void **state)
{
    (void)state;
    struct px_resources *resources;
    struct px_error error;
    assert_int_equal(px_resources_new(&(struct px_resources_options){.language = "en"}, &resources, &error), PX_OK);
    assert_int_equal(px_resources_count(resources), PX_LEXICON_OWN);
    const struct px_lexicon *loaded = px_resources_lexicon(resources, PX_LEXICON_LOADED);
    assert_true(loaded->entries.count > 1000);
    assert_true(px_slice_is(loaded->name, "loaded"));
    assert_true(px_resources_shown(resources, PX_LEXICON_LOADED));
    assert_false(px_resources_shown(resources, PX_LEXICON_CUES));
    assert_string_equal(px_resources_language(resources), "en");
    const struct px_segmenter *segmenter = px_resources_segmenter(resources);
    uint32_t mister = px_table_find(&segmenter->abbreviations, PX_SLICE("Mr."));
    uint32_t hour = px_table_find(&segmenter->abbreviations, PX_SLICE("p.m."));
    assert_true(mister != PX_NONE && segmenter->abbreviation_kinds[mister] == 1);
    assert_true(hour != PX_NONE && segmenter->abbreviation_kinds[hour] == 0);
    assert_true(px_table_find(&segmenter->clitics, PX_SLICE("'s")) != PX_NONE);
    assert_true(px_table_find(&segmenter->headings, PX_SLICE("Early life")) != PX_NONE);
    assert_true(px_table_find(&segmenter->headings, PX_SLICE("early life")) == PX_NONE);
    assert_true(px_table_find(&segmenter->numbered, PX_SLICE("figure")) != PX_NONE);
    assert_true(px_table_find(&segmenter->days, PX_SLICE("monday")) != PX_NONE);
    assert_true(px_table_find(&segmenter->beginnings, PX_SLICE("monday")) == PX_NONE);
    px_resources_free(resources);
}

/* The checksum that the build wrote is that of the bytes. */
static void the_checksums_hold(void **state)
{
    (void)state;
    struct px_lexicon embedded;
    struct px_lexicon read;
    struct px_error error;
    struct px_arena arena = {0};
    struct px_slice bytes;
    assert_int_equal(px_resources_read(NULL, "en", "loaded.tsv", &embedded, &error), PX_OK);
    assert_int_equal(px_file_read("lexicons/en/loaded.tsv", 1 << 24, &arena, &bytes, &error), PX_OK);
    assert_int_equal(px_lexicon_read(bytes, "loaded.tsv", &read, &error), PX_OK);
    assert_string_equal(embedded.sha256, read.sha256);
    assert_int_equal(embedded.entries.count, read.entries.count);
    px_lexicon_release(&embedded);
    px_lexicon_release(&read);
    px_arena_release(&arena);
}

static void an_unknown_language_is_an_error(void **state)
{
    (void)state;
    const char *const unknown[] = {"xx", "", "EN", "../en", "de", NULL};
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++) {
        struct px_resources *resources;
        struct px_error error;
        struct px_resources_options options = {.language = unknown[i]};
        assert_int_equal(px_resources_new(&options, &resources, &error), PX_ERROR_NOT_FOUND);
        assert_null(resources);
        assert_non_null(strstr(error.message, "no lexicons for language '"));
    }
}

static void a_folder_goes_before_the_program(void **state)
{
    (void)state;
    struct folder folder;
    struct px_resources *resources;
    struct px_error error;
    make_folder(&folder, "en");
    write_file(&folder, "en/loaded.tsv", "entry\tcategory\nwar\tloaded.own\n");
    struct px_resources_options options = {.language = "en", .directory = folder.root};
    assert_int_equal(px_resources_new(&options, &resources, &error), PX_OK);
    assert_int_equal(px_resources_lexicon(resources, PX_LEXICON_LOADED)->entries.count, 1);
    assert_true(px_resources_lexicon(resources, PX_LEXICON_CUES)->entries.count > 100); /* still the program's */
    px_resources_free(resources);

    write_file(&folder, "en/loaded.tsv", "entry\tcategory\n/war\tloaded.own\n");
    assert_int_equal(px_resources_new(&options, &resources, &error), PX_ERROR_SYNTAX);
    assert_int_equal(error.line, 2);
    assert_non_null(strstr(error.file, "/en/loaded.tsv"));

    assert_int_equal(setenv("PARALLAX_LEXICONS", folder.root, 1), 0);
    options.directory = NULL;
    assert_int_equal(px_resources_new(&options, &resources, &error), PX_ERROR_SYNTAX);
    assert_int_equal(unsetenv("PARALLAX_LEXICONS"), 0);
    remove_folder(&folder, "en", "loaded.tsv");
}

static void a_language_is_a_folder(void **state)
{
    (void)state;
    struct folder folder;
    struct px_resources *resources;
    struct px_worker worker;
    struct px_error error;
    make_folder(&folder, "xx");
    write_file(&folder, "xx/loaded.tsv", "entry\tcategory\nzorp\tloaded.own\n");
    struct px_resources_options options = {.language = "xx", .directory = folder.root};
    assert_int_equal(px_resources_new(&options, &resources, &error), PX_OK);
    assert_int_equal(px_worker_init(&worker, resources, &error), PX_OK);
    const uint32_t *entries;
    uint32_t form = px_vocabulary_add(worker.vocabulary, PX_SLICE("Zorp"));
    assert_int_equal(px_match_form(worker.cache, form, PX_LEXICON_LOADED, &entries), 1);
    px_worker_release(&worker);
    px_resources_free(resources);
    remove_folder(&folder, "xx", "loaded.tsv");
}

/* First names are found by form, stop words by the vocabulary, neither in running text; the user's lexicons are. */
static void lexicons_are_used_as_the_table_says(void **state)
{
    (void)state;
    struct folder folder;
    struct px_resources *resources;
    struct px_worker worker;
    struct px_error error;
    make_folder(&folder, "en");
    write_file(&folder, "en/own.tsv", "entry\tcategory\nsaid\tmine\n");
    const char *files[] = {folder.path};
    struct px_resources_options options = {.language = "en", .files = files, .file_count = 1, .for_counting = true};
    assert_int_equal(px_resources_new(&options, &resources, &error), PX_OK);
    assert_int_equal(px_worker_init(&worker, resources, &error), PX_OK);
    struct px_slice text = PX_SLICE("Mary said the regime fell.");
    struct px_tokens tokens = {0};
    struct px_hits hits = {0};
    assert_int_equal(px_words_find(text, (struct px_span){0, (uint32_t)text.size}, px_resources_segmenter(resources),
                                   worker.vocabulary, &worker.scratch, &tokens, &error),
                     PX_OK);
    assert_int_equal(px_matcher_find(worker.cache, text, &tokens, NULL, &worker.scratch, &hits, &error), PX_OK);
    assert_int_equal(hits.count, 1);
    assert_int_equal(hits.items[0].lexicon, PX_LEXICON_OWN);
    assert_int_equal(hits.items[0].first_token, 1);
    assert_true(px_slice_is(px_resources_entry(resources, &hits.items[0])->category, "mine"));
    assert_true(px_vocabulary_form(worker.vocabulary, tokens.items[2].form)->stop);
    assert_true(px_resources_shown(resources, PX_LEXICON_OWN));
    px_worker_release(&worker);
    px_resources_free(resources);

    options.for_counting = false;
    assert_int_equal(px_resources_new(&options, &resources, &error), PX_OK);
    assert_int_equal(px_worker_init(&worker, resources, &error), PX_OK);
    tokens = (struct px_tokens){0};
    hits = (struct px_hits){0};
    px_words_find(text, (struct px_span){0, (uint32_t)text.size}, px_resources_segmenter(resources), worker.vocabulary,
                  &worker.scratch, &tokens, &error);
    assert_int_equal(px_matcher_find(worker.cache, text, &tokens, NULL, &worker.scratch, &hits, &error), PX_OK);
    bool cue = false;
    for (size_t i = 0; i < hits.count; i++) {
        assert_true(hits.items[i].lexicon != PX_LEXICON_FIRSTNAMES && hits.items[i].lexicon != PX_LEXICON_STOPWORDS);
        cue = cue || hits.items[i].lexicon == PX_LEXICON_CUES;
    }
    assert_true(cue);
    const uint32_t *entries;
    assert_true(px_match_form(worker.cache, tokens.items[0].form, PX_LEXICON_FIRSTNAMES, &entries) > 0);
    px_worker_release(&worker);
    px_resources_free(resources);
    remove_folder(&folder, "en", "own.tsv");
}

static void cleaning_reads_other_languages(void **state)
{
    (void)state;
    struct px_lexicon lexicon;
    struct px_error error;
    assert_int_equal(px_resources_read(NULL, "de", "stopwords.tsv", &lexicon, &error), PX_OK);
    assert_true(lexicon.entries.count > 100);
    px_lexicon_release(&lexicon);
    assert_int_equal(px_resources_read(NULL, "de", "none.tsv", &lexicon, &error), PX_ERROR_NOT_FOUND);
    assert_int_equal(px_resources_read(NULL, "..", "none.tsv", &lexicon, &error), PX_ERROR_NOT_FOUND);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_bare_program_knows_english),  cmocka_unit_test(the_checksums_hold),
        cmocka_unit_test(an_unknown_language_is_an_error), cmocka_unit_test(a_folder_goes_before_the_program),
        cmocka_unit_test(a_language_is_a_folder),          cmocka_unit_test(lexicons_are_used_as_the_table_says),
        cmocka_unit_test(cleaning_reads_other_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
