/* How alike sentences and paragraphs are, of articles whose sentences have one word each. */
#include "align/likeness.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { ARTICLES = 2, SENTENCES = PX_LIKENESS_MOST + 1, WORDS = 2 * SENTENCES };

struct fixture {
    struct px_article articles[ARTICLES];
    const struct px_article *list[ARTICLES];
    struct px_block blocks[ARTICLES];
    char text[2 * SENTENCES]; /* of both */
    struct px_token tokens[ARTICLES][SENTENCES];
    struct px_sentence sentences[ARTICLES][SENTENCES];
    uint32_t words[ARTICLES][SENTENCES]; /* one a sentence */
    uint32_t *of[ARTICLES];
    double idf[WORDS];
    uint32_t paragraph[1];
    struct px_paragraphs paragraphs[ARTICLES];
};

static void lay_out_article(struct fixture *it, size_t a)
{
    for (uint32_t s = 0; s < SENTENCES; s++) {
        it->tokens[a][s] = (struct px_token){.start = 2 * s, .end = 2 * s + 1, .sentence = s};
        it->sentences[a][s] =
            (struct px_sentence){.start = 2 * s, .end = 2 * s + 1, .first_token = s, .token_count = 1};
        it->words[a][s] = (uint32_t)a * SENTENCES + s;
        it->idf[it->words[a][s]] = 8;
    }
    it->of[a] = it->words[a];
    it->blocks[a] = (struct px_block){.end = 2 * SENTENCES, .sentence_count = SENTENCES};
    it->paragraphs[a] = (struct px_paragraphs){.count = 1, .blocks = it->paragraph};
    struct px_article *article = &it->articles[a];
    article->text = (struct px_slice){it->text, sizeof it->text};
    article->blocks.items = &it->blocks[a];
    article->tokens.items = it->tokens[a];
    article->sentences.items = it->sentences[a];
    article->blocks.count = 1;
    article->tokens.count = article->sentences.count = SENTENCES;
    it->list[a] = article;
}

/* How alike the only paragraphs are, where sentence `one` of the first and `other` of the second alone have the same word;
 * `turned`: the articles change places. */
static double likeness_of(uint32_t one, uint32_t other, size_t turned)
{
    static struct fixture it;
    it = (struct fixture){.paragraph = {0}};
    for (size_t a = 0; a < ARTICLES; a++)
        lay_out_article(&it, a);
    it.words[1][other] = it.words[0][one];
    struct px_compare_context context = {.articles = it.list, .count = ARTICLES, .paragraphs = it.paragraphs};
    context.index = (struct px_word_index){.count = WORDS, .idf = it.idf, .of = it.of};
    context.likeness = px_likeness_new(&context);
    assert_non_null(context.likeness);
    double likeness = px_likeness_of_paragraphs(&context, turned, 0, 1 - turned, 0);
    px_arena_release(&context.scratch);
    return likeness;
}

/* No sentence behind the first PX_LIKENESS_MOST is held against any: the work has an end, however long they are. */
static void the_first_sentences_alone_are_held(void **state)
{
    (void)state;
    for (size_t turned = 0; turned < ARTICLES; turned++) {
        assert_true(likeness_of(0, PX_LIKENESS_MOST - 1, turned) > 0.5);
        assert_true(likeness_of(PX_LIKENESS_MOST - 1, 0, turned) > 0.5);
        assert_true(likeness_of(0, PX_LIKENESS_MOST, turned) < 0.01);
        assert_true(likeness_of(PX_LIKENESS_MOST, 0, turned) < 0.01);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_first_sentences_alone_are_held)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
