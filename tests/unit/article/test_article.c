#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "article/article.h"

/* “moderate,” as tokens: mark, word, comma, mark. */
static struct px_token tokens[] = {{.start = 0, .end = 1, .attribution = PX_NONE},
                                   {.start = 1, .end = 9, .attribution = PX_NONE},
                                   {.start = 9, .end = 10, .attribution = PX_NONE},
                                   {.start = 10, .end = 11, .attribution = PX_NONE}};

static struct px_article article_of(const char *text)
{
    return (struct px_article){.text = px_slice_from(text), .tokens = {.items = tokens, .count = 4, .capacity = 4}};
}

static const struct px_quotation scare = {.token_count = 4, .attribution = PX_NONE, .kind = PX_QUOTATION_SCARE};

static void tells_scare_quotes(void **state)
{
    (void)state;
    struct px_article article = article_of("\"moderate!\"");
    assert_true(px_article_is_scare(&article, &scare));
    struct px_article comma = article_of("\"moderate,\""); /* what somebody says goes on like that */
    assert_false(px_article_is_scare(&comma, &scare));
    struct px_quotation broken = scare;
    broken.unbalanced = true;
    assert_false(px_article_is_scare(&article, &broken));
    struct px_quotation speech = scare;
    speech.kind = PX_QUOTATION_SPEECH;
    assert_false(px_article_is_scare(&article, &speech));
}

/* “Yell ‘Varn lost’”: Varn stands between marks inside of marks, "Yell" does not. */
static void tells_what_is_quoted_twice(void **state)
{
    (void)state;
    struct px_token words[] = {{.start = 0, .end = 1, .kind = PX_TOKEN_PUNCTUATION},
                               {.start = 1, .end = 5, .kind = PX_TOKEN_WORD},
                               {.start = 6, .end = 7, .kind = PX_TOKEN_PUNCTUATION, .flags = PX_TOKEN_SPACE_BEFORE},
                               {.start = 7, .end = 11, .kind = PX_TOKEN_WORD}};
    struct px_quotation outer = {.token_count = 4, .kind = PX_QUOTATION_SPEECH};
    struct px_article article = {.text = px_slice_from("\"Yell 'Varn"),
                                 .tokens = {.items = words, .count = 4, .capacity = 4},
                                 .quotations = {.items = &outer, .count = 1, .capacity = 1}};
    assert_true(px_article_quotes_twice(&article, 3));
    assert_false(px_article_quotes_twice(&article, 1));
    words[3].flags = PX_TOKEN_SPACE_BEFORE; /* the sailors ' union */
    assert_false(px_article_quotes_twice(&article, 3));
}

static void leaves_them_to_speakers(void **state)
{
    (void)state;
    struct px_span span = {0, 3};
    struct px_attribution said = {.sentence = 0, .speaker = {&span, 1, 1}};
    struct px_article article = article_of("\"moderate!\"");
    article.attributions.items = &said;
    article.attributions.count = 1;
    assert_false(px_article_is_scare(&article, &scare));
    said.sentence = 1;
    assert_true(px_article_is_scare(&article, &scare));
    tokens[0].attribution = 0; /* within what is said there */
    assert_false(px_article_is_scare(&article, &scare));
    tokens[0].attribution = PX_NONE;
}

/* “‘Go,’ he said” and a paragraph of its own: the outer marks hold what is behind the inner ones, too. */
static void knows_what_is_quoted(void **state)
{
    (void)state;
    struct px_token marks[8];
    for (uint32_t t = 0; t < 8; t++)
        marks[t] = (struct px_token){.start = 2 * t, .end = 2 * t + 1};
    struct px_quotation quotations[] = {{.span = {0, 11}, .first_token = 0, .token_count = 6},
                                        {.span = {2, 7}, .first_token = 1, .token_count = 3}};
    struct px_block blocks[] = {{.start = 0, .end = 11}, {.start = 12, .end = 15}};
    struct px_article article = {.tokens = {marks, 8, 8}, .quotations = {quotations, 2, 2}, .blocks = {blocks, 2, 2}};
    assert_true(px_article_quotes(&article, (struct px_span){4, 5}));
    assert_true(px_article_quotes(&article, (struct px_span){8, 9}));
    assert_true(px_article_quotes(&article, (struct px_span){0, 11}));
    assert_false(px_article_quotes(&article, (struct px_span){8, 13}));
    assert_false(px_article_quotes(&article, (struct px_span){12, 15}));
}

/* What only strengthens or labels is shown with the word that it leans on. */
static void shows_a_loaded_word_with_what_it_needs(void **state)
{
    (void)state;
    static const struct {
        const char *category;
        uint8_t word_class, behind;
        bool alone;
    } cases[] = {
        {"loaded.hyperbole", PX_WORD_ADVERB, PX_WORD_ADJECTIVE, false},
        {"loaded.label", PX_WORD_ADJECTIVE, PX_WORD_NOUN, false},
        {"loaded.evaluative", PX_WORD_ADJECTIVE, PX_WORD_NOUN, true},
        {"loaded.distance", PX_WORD_ADVERB, PX_WORD_VERB, true},
        {"loaded.hyperbole", PX_WORD_ADVERB, PX_WORD_NOUN, true},
    };
    struct px_token two[] = {{.end = 6, .kind = PX_TOKEN_WORD}, {.start = 7, .end = 11, .kind = PX_TOKEN_WORD}};
    struct px_article article = {.text = PX_SLICE("wildly late")};
    article.tokens.items = two;
    article.tokens.count = 2;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct px_lexeme lexemes[] = {{.word_class = cases[i].word_class}, {.word_class = cases[i].behind}};
        struct px_match match = {.end = 6, .token_count = 1, .category = px_slice_from(cases[i].category)};
        bool alone = false;
        article.lexemes = lexemes;
        struct px_slice words = px_article_loaded_words(&article, &match, &alone);
        assert_int_equal(alone, cases[i].alone);
        assert_true(px_slice_is(words, alone ? "wildly" : "wildly late"));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(tells_scare_quotes), cmocka_unit_test(leaves_them_to_speakers),
                                       cmocka_unit_test(tells_what_is_quoted_twice),
                                       cmocka_unit_test(knows_what_is_quoted),
                                       cmocka_unit_test(shows_a_loaded_word_with_what_it_needs)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
