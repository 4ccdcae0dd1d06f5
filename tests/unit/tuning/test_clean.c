/* A whole fit on a handful of made-up pages: the model tells their text from their menus, twice with the same bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "tuning/clean.h"

enum { PAGES = 12 };

static char folder[] = "/tmp/parallax-clean-XXXXXX";

static void write_file(const char *name, const char *text)
{
    char path[200];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void write_page(int number)
{
    char name[20], text[2000];
    snprintf(name, sizeof name, "%d.html", number);
    snprintf(text, sizeof text,
             "<html><body><ul class=menu><li><a href=/>Page %d</a><li><a href=/>About us</a></ul><div class=text>"
             "<p>On day %d the council met in the hall by the river, and it was said that the bridge would be closed "
             "for the whole of the winter.</p><p>People of the %d streets on the other side were not asked, as they "
             "told the paper, and they will have to walk.</p></div><div class=foot>Write to us</div></body></html>",
             number, number, number);
    write_file(name, text);
}

static int set_up(void **state)
{
    struct px_buffer lines = {0};
    (void)state;
    if (mkdtemp(folder) == NULL)
        return -1;
    for (int i = 0; i < PAGES; i++) {
        write_page(i);
        px_buffer_printf(
            &lines,
            "{\"id\":\"%d\",\"path\":\"%d.html\",\"url\":\"http://www.s%d.test/a\",\"part\":\"%s\","
            "\"with\":[\"the council met\",\"have to walk\"],\"without\":[\"About us\",\"Write to us\"]}\n",
            i, i, i, i < 2 ? "dev" : "train");
    }
    write_file("pages.ndjson", lines.data);
    px_buffer_release(&lines);
    return 0;
}

static int tear_down(void **state)
{
    char path[200];
    (void)state;
    for (int i = 0; i < PAGES; i++) {
        snprintf(path, sizeof path, "%s/%d.html", folder, i);
        unlink(path);
    }
    snprintf(path, sizeof path, "%s/pages.ndjson", folder);
    unlink(path);
    return rmdir(folder);
}

static void fit(struct px_buffer *model, struct px_buffer *scores)
{
    char path[200];
    struct px_gold_pages pages = {0};
    struct px_error error = {0};
    struct px_clean_options options = px_clean_defaults();
    options.folder = folder;
    options.lexicons = "lexicons";
    options.folds = 2;
    options.trees.trees = 5;
    options.trees.least_rows = 2;
    options.trees.rate = .5;
    snprintf(path, sizeof path, "%s/pages.ndjson", folder);
    assert_int_equal(px_gold_pages_read(path, "train", &pages, &error), PX_OK);
    assert_int_equal(pages.items.count, PAGES - 2);
    assert_true(px_slice_is(pages.items.items[0].site, "s2.test"));
    if (px_clean_fit(&pages, &options, model, scores, &error) != PX_OK)
        fail_msg("%s", error.message);
    px_gold_pages_release(&pages);
}

static void fits_pages(void **state)
{
    struct px_buffer models[2] = {{0}, {0}}, scores = {0};
    (void)state;
    fit(&models[0], &scores);
    assert_non_null(strstr(scores.data, "html segments: P 1.000 R 1.000 F1 1.000"));
    assert_non_null(strstr(models[0].data, "[trees html]"));
    assert_non_null(strstr(models[0].data, "[linear text]"));
    px_buffer_clear(&scores);
    fit(&models[1], &scores);
    assert_string_equal(models[0].data, models[1].data);
    px_buffer_release(&models[0]);
    px_buffer_release(&models[1]);
    px_buffer_release(&scores);
}

static void names_a_bad_line(void **state)
{
    char path[200];
    struct px_gold_pages pages = {0};
    struct px_error error = {0};
    (void)state;
    write_file("pages.ndjson", "{\"path\":\"0.html\",\"with\":[]}\n{\"path\":\"1.html\"}\n");
    snprintf(path, sizeof path, "%s/pages.ndjson", folder);
    assert_int_equal(px_gold_pages_read(path, NULL, &pages, &error), PX_ERROR_SYNTAX);
    assert_string_equal(error.message, "a page has neither segments nor a text");
    assert_int_equal(error.line, 2);
    px_gold_pages_release(&pages);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fits_pages),
        cmocka_unit_test(names_a_bad_line),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
