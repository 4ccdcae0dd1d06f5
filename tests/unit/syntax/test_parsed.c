/* A parsed article: words tile the tokens, heads stay in their sentence, questions to its trees are answered. */
#include "syntax_fixture.h"

#include "crew_fixture.h"

#include "article/segment.h"
#include "syntax/parsed.h"

static struct px_article article;
static struct px_parsed_article parsed;
static struct px_word_splitter splitter;
static struct px_resources *resources;
static struct px_worker worker;

static int open_all(void **state)
{
    const struct px_resources_options wanted = {.language = "en"};
    set_up(state);
    assert_int_equal(px_word_splitter_init(NULL, "en", &splitter, NULL), PX_OK);
    assert_int_equal(px_resources_new(&wanted, &resources, NULL), PX_OK);
    return px_worker_init(&worker, resources, NULL) == PX_OK ? 0 : -1;
}

static int close_all(void **state)
{
    px_word_splitter_release(&splitter);
    px_worker_release(&worker);
    px_resources_free(resources);
    return tear_down(state);
}

static void read_text(const char *text)
{
    article = (struct px_article){.text = px_slice_from(text)};
    struct px_block *block = px_vector_push(&article.blocks, &article.arena);
    assert_non_null(block);
    *block = (struct px_block){.end = (uint32_t)article.text.size, .role = PX_ROLE_PARAGRAPH, .number = 1};
    assert_int_equal(px_article_segment(&article, px_resources_segmenter(resources), worker.vocabulary, NULL), PX_OK);
    assert_int_equal(px_article_parse(fixture.parser, &splitter, &article, &article.arena, &parsed, NULL), PX_OK);
}

static void test_words_tile_the_tokens(void **state)
{
    (void)state;
    read_text("They don't like the pre-war eye-witness. It cannot cost $5m!");
    assert_int_equal(article.sentences.count, 2);
    for (size_t i = 0; i < article.tokens.count; i++) {
        uint32_t word = parsed.word_of_token[i];
        uint32_t at = article.tokens.items[i].start;
        assert_int_not_equal(word, PX_NONE);
        for (; word < parsed.words.count && parsed.words.items[word].token == i; word++) {
            assert_int_equal(parsed.words.items[word].start, at);
            at = parsed.words.items[word].end;
        }
        assert_int_equal(at, article.tokens.items[i].end);
    }
    for (size_t i = 0; i < article.sentences.count; i++)
        for (uint32_t j = parsed.first_word[i]; j < parsed.first_word[i + 1]; j++) {
            uint32_t size = parsed.first_word[i + 1] - parsed.first_word[i];
            assert_true(parsed.parse[j].head == PX_NONE || parsed.parse[j].head < size);
            assert_true(parsed.parse[j].lemma.size > 0);
        }
    px_article_release(&article);
}

/* A crew shares the sentences of an article; what is found is the same. */
static void test_a_crew_changes_nothing(void **state)
{
    (void)state;
    static const char tale[] = "The mayor of Carreth praised the ferries. Critics who had seen the plan weren't told. "
                               "It sails on Monday, officials said. ";
    char text[12 * sizeof tale] = "";
    for (size_t i = 0; i < 12; i++)
        memcpy(text + i * (sizeof tale - 1), tale, sizeof tale);
    read_text(text);
    struct px_parsed_article alone = parsed;
    struct px_article first = article;
    assert_int_equal(first.sentences.count, 36);
    struct px_parser *lone = fixture.parser;
    struct together crew = {0};
    set_up_together(&crew, fixture.syntax);
    fixture.parser = crew.parsers[0];
    assert_int_equal(px_parser_members(lone), 1);
    assert_int_equal(px_parser_members(fixture.parser), CREW_MEMBERS);
    assert_ptr_equal(px_parser_at(fixture.parser, 3), crew.parsers[3]);
    read_together(&crew, read_text, text);
    assert_int_equal(parsed.words.count, alone.words.count);
    for (size_t i = 0; i < parsed.words.count; i++) {
        assert_int_equal(parsed.parse[i].head, alone.parse[i].head);
        assert_int_equal(parsed.parse[i].relation, alone.parse[i].relation);
        assert_int_equal(parsed.parse[i].tag, alone.parse[i].tag);
        assert_true(px_slice_equal(parsed.parse[i].lemma, alone.parse[i].lemma));
    }
    tear_down_together(&crew);
    fixture.parser = lone;
    px_article_release(&first);
    px_article_release(&article);
}

/* The place and agency that open a report stand outside of its grammar; what only looks like them does not. */
static void test_date_lines_are_no_grammar(void **state)
{
    static const struct {
        const char *text;
        uint32_t line; /* words */
    } cases[] = {
        {"CARRETH \xE2\x80\x94 The mayor praised the plan.", 2},
        {"CARRETH (AP) - The mayor praised the plan.", 5},
        {"CARRETH, Varnia, May 2 -- The mayor praised the plan.", 7},
        {"The mayor praised the plan.", 0},
        {"UNION - a small one - praised the plan.", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct px_tree tree;
        read_text(cases[i].text);
        assert_true(px_parsed_tree(&parsed, 0, &article.arena, &tree));
        uint32_t line = cases[i].line;
        assert_true(tree.root >= line);
        for (uint32_t w = 0; w < tree.count; w++)
            if (tree.words[w].head != PX_NONE && (w < line) != (tree.words[w].head < line))
                assert_true(tree.words[w].head == tree.root && px_tree_arc(&tree, w) == 0);
        if (i + 1 < sizeof cases / sizeof *cases) {
            assert_int_equal(tree.root, line + 2);
            assert_int_equal(px_tree_subject(&tree, tree.root), line + 1);
        }
        px_article_release(&article);
    }
}

static void test_trees_answer(void **state)
{
    (void)state;
    struct px_tree tree;
    read_text("The mayor praised the plan. Mistakes were made.");
    assert_true(px_parsed_tree(&parsed, 0, &article.arena, &tree));
    assert_int_equal(tree.root, 2);
    assert_int_equal(px_tree_subject(&tree, tree.root), 1);
    assert_int_equal(px_tree_object(&tree, tree.root), 4);
    assert_false(px_tree_is_passive(&tree, tree.root));
    assert_true(px_parsed_tree(&parsed, 1, &article.arena, &tree));
    assert_true(px_tree_is_passive(&tree, tree.root));
    assert_int_equal(px_tree_dependent(&tree, tree.root, PX_ARC_AGENT), PX_NONE);
    assert_int_equal(px_tree_object(&tree, tree.root), 0);
    px_article_release(&article);
}

static void test_an_article_without_words(void **state)
{
    (void)state;
    read_text("");
    assert_int_equal(parsed.words.count, 0);
    px_article_release(&article);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_tile_the_tokens),     cmocka_unit_test(test_a_crew_changes_nothing),
        cmocka_unit_test(test_date_lines_are_no_grammar), cmocka_unit_test(test_trees_answer),
        cmocka_unit_test(test_an_article_without_words),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
