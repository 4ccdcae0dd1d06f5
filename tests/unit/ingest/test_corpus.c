/* Articles of the corpus against their gold annotation: every block kept in order, nothing of the page. Those that do
 * not come out whole yet are measured by tests/gold. */
#include <json-c/json.h>

#include "ingest_fixture.h"

static const char *const articles[][2] = {
    {"corpus/olvane-valley-camp/carreth-courier.html", "corpus/olvane-valley-camp/carreth-courier.gold.json"},
    {"corpus/olvane-valley-camp/sovarran-review.md", "corpus/olvane-valley-camp/sovarran-review.gold.json"},
    {"corpus/port-ansel-visit/kestria-today.txt", "corpus/port-ansel-visit/kestria-today.gold.json"},
    {"corpus/port-ansel-visit/brenmark-ledger.html", "corpus/port-ansel-visit/brenmark-ledger.gold.json"},
    {"corpus/tyrrena-runoff/lodestone.txt", "corpus/tyrrena-runoff/lodestone.gold.json"},
};

static const char *string_at(struct json_object *object, const char *key)
{
    struct json_object *value;
    return json_object_object_get_ex(object, key, &value) && value != NULL ? json_object_get_string(value) : "";
}

static void check_blocks(const char *path, const struct px_article *article, struct json_object *gold)
{
    struct json_object *blocks;
    assert_true(json_object_object_get_ex(gold, "blocks", &blocks));
    size_t count = json_object_array_length(blocks);
    for (size_t i = 0; i < count || i < article->blocks.count; i++) {
        struct json_object *block = i < count ? json_object_array_get_idx(blocks, i) : NULL;
        const char *role = block == NULL ? "nothing" : string_at(block, "role"),
                   *text = block == NULL ? "" : string_at(block, "text");
        const char *given = i < article->blocks.count ? px_role_name(article->blocks.items[i].role) : "nothing";
        struct px_slice slice = i < article->blocks.count ? block_text(article, i) : PX_SLICE("");
        if (strcmp(role, given) != 0 || !px_slice_is(slice, text))
            fail_msg("%s: block %zu is %s '%.*s', not %s '%s'", path, i, given, PX_SLICE_ARG(slice), role, text);
    }
}

static void test_corpus(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
        struct px_article article = {0};
        struct px_error error = {0};
        struct json_object *gold = json_object_from_file(articles[i][1]);
        assert_non_null(gold);
        assert_int_equal(px_ingest_file(ingest, articles[i][0], NULL, &article, &error), PX_OK);
        check_blocks(articles[i][0], &article, gold);
        assert_slice(article.title, string_at(gold, "title"));
        assert_slice(article.outlet, string_at(gold, "outlet"));
        assert_slice(article.language, string_at(gold, "language"));
        assert_string_equal(px_genre_name(article.genre), string_at(gold, "genre"));
        assert_slice(article.author_note, string_at(gold, "author_note"));
        assert_memory_equal(article.published.data, string_at(gold, "published"), 10);
        px_article_release(&article);
        json_object_put(gold);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_corpus)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
