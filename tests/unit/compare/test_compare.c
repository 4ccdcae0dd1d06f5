#include "../comparison/compare_fixture.h"

static void a_comparison_takes_two(void **state)
{
    struct fixture *fixture = *state;
    const struct px_article *articles[] = {&fixture->a};
    struct px_comparison comparison;
    struct px_error error = {0};
    assert_int_equal(PX_ERROR_USAGE,
                     px_compare(articles, 1, &(struct px_compare_options){0}, &fixture->worker, &comparison, &error));
    assert_string_equal("1 article given, a comparison needs two", error.message);
}

static void empty_articles_compare(void **state)
{
    struct fixture *fixture = *state;
    struct px_article nothing = {.id = PX_SLICE("nothing"), .text = PX_SLICE("")};
    struct px_comparison comparison;
    compare_articles(fixture, &nothing, &nothing, &comparison);
    assert_same(0, comparison.similarity);
    assert_int_equal(0, comparison.topics.count);
    px_comparison_release(&comparison);
    compare_articles(fixture, &fixture->a, &nothing, &comparison);
    assert_int_equal(0, comparison.edges.count);
    px_comparison_release(&comparison);
}

static void three_articles_compare(void **state)
{
    struct fixture *fixture = *state;
    const struct px_article *articles[] = {&fixture->a, &fixture->b, &fixture->a};
    struct px_comparison comparison;
    struct px_error error = {0};
    assert_int_equal(PX_OK, px_compare(articles, 3, &(struct px_compare_options){.replicates = 100}, &fixture->worker,
                                       &comparison, &error));
    assert_int_equal(3, comparison.article_count);
    assert_true(comparison.similarity > fixture->ab.similarity);
    for (size_t i = 0; i < comparison.shared.count; i++)
        assert_int_equal(1, comparison.shared.items[i].spans[2].count);
    for (size_t i = 0; i < comparison.terms.count; i++)
        assert_int_equal(comparison.terms.items[i].counts[0], comparison.terms.items[i].counts[2]);
    px_comparison_release(&comparison);
}

static void an_article_is_like_itself(void **state)
{
    struct fixture *fixture = *state;
    struct px_comparison comparison;
    compare_articles(fixture, &fixture->a, &fixture->a, &comparison);
    assert_true(comparison.similarity > fixture->ab.similarity);
    assert_true(comparison.similarity <= 1);
    px_comparison_release(&comparison);
}

static void likeness_has_no_order(void **state)
{
    struct fixture *fixture = *state;
    assert_true(fixture->ab.similarity > 0.3);
    assert_same(fixture->ab.similarity, fixture->ba.similarity);
}

static void what_one_article_has_is_named(void **state)
{
    struct fixture *fixture = *state;
    const struct px_comparison *comparison = &fixture->ab;
    bool owner = false, toran = false, millions = false;
    for (size_t i = 0; i < comparison->only.count; i++) {
        const struct px_only *only = &comparison->only.items[i];
        owner |= only->kind == PX_ONLY_ENTITY && only->article == 0 && px_slice_is(only->text, "Sefa Ruun");
        toran |= only->kind == PX_ONLY_ENTITY && px_slice_is(only->text, "Ilka Toran");
        millions |=
            only->kind == PX_ONLY_NUMBER && only->article == 1 && px_slice_starts(only->text, PX_SLICE("12 million"));
        assert_true(i == 0 || comparison->only.items[i - 1].kind != only->kind ||
                    comparison->only.items[i - 1].weight >= only->weight);
    }
    assert_true(owner);
    assert_true(millions);
    assert_false(toran);
}

static void only_mirrors(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(fixture->ab.only.count, fixture->ba.only.count);
    for (size_t i = 0; i < fixture->ab.only.count; i++) {
        const struct px_only *x = &fixture->ab.only.items[i], *y = &fixture->ba.only.items[i];
        assert_true(px_slice_equal(x->text, y->text));
        assert_int_equal(x->article, 1 - y->article);
        assert_same(x->weight, y->weight);
        assert_int_equal(x->evidence.count, y->evidence.count);
    }
}

static void names_are_the_contracts(void **state)
{
    (void)state;
    assert_string_equal("contrast", px_finding_type_name(PX_FINDING_CONTRAST));
    assert_string_equal("only", px_finding_type_name(PX_FINDING_ONLY));
    assert_string_equal("topic", px_only_kind_name(PX_ONLY_TOPIC));
    assert_string_equal("source", px_only_kind_name(PX_ONLY_SOURCE));
    assert_string_equal("unknown", px_only_kind_name(200));
}

static bool has_number(const struct px_comparison *comparison, uint32_t article, const char *text)
{
    for (size_t i = 0; i < comparison->only.count; i++)
        if (comparison->only.items[i].kind == PX_ONLY_NUMBER && comparison->only.items[i].article == article &&
            px_slice_is(comparison->only.items[i].text, text))
            return true;
    return false;
}

static void numbers_come_with_what_they_count(void **state)
{
    struct fixture *fixture = *state;
    assert_true(has_number(&fixture->ab, 0, "400 dock workers"));
    assert_true(has_number(&fixture->ab, 0, "90 tonnes"));
    assert_true(has_number(&fixture->ab, 1, "12 million crowns"));
}

/* Days behind their month, years, times of day and ends of a range are no news. */
static void dates_are_no_numbers(void **state)
{
    struct fixture *fixture = *state;
    struct px_comparison found;
    struct px_article one, two;
    struct px_error error = {0};
    read_article(&fixture->worker, "one",
                 "The cable of Aug. 16 told in 2021 of 1998, the 1970's, 4:30, of 300 ships and the number 12 bus.\n",
                 &one);
    read_article(&fixture->worker, "two", "Nothing was told of it at all.\n", &two);
    one.published = px_slice_from("2021-03-04");
    assert_int_equal(PX_OK, px_matcher_find(fixture->worker.cache, one.text, &one.tokens, &one.sentences, &one.arena,
                                            &one.hits, &error));
    compare_articles(fixture, &one, &two, &found);
    assert_true(has_number(&found, 0, "300 ships"));
    assert_false(has_number(&found, 0, "1998"));
    assert_false(has_number(&found, 0, "2021"));
    assert_false(has_number(&found, 0, "4:30"));
    assert_false(has_number(&found, 0, "12 bus"));
    assert_false(has_number(&found, 0, "16"));
    assert_false(has_number(&found, 0, "1970"));
    px_comparison_release(&found);
    px_article_release(&one);
    px_article_release(&two);
}

/* With grammar: the noun, how exact, no places in a row, and no parts of names; no money that is for anything, or for more
 * than can be shown, and no times. */
static void grammar_tells_what_numbers_count(void **state)
{
    struct fixture *fixture = *state;
    struct px_comparison found;
    struct px_article one, two;
    struct px_error error = {0};
    read_article(
        &fixture->worker, "one",
        "All but 10 ships left. The $5 million set aside on the 15th is gone. The 17 February Brigade and the "
        "9/12 Project came for a 13-month stay of 2 million ships. Over 19 days over 400 ships sank. A 43-year-old "
        "stay. They met 75 Republicans voting. They 90 percent stay. He had but \"$7\" billion for ships. It took "
        "$3,200 for ships and $77 for too long. It gave $88 for ships at sea. It lasted 45 days.\n",
        &one);
    read_article(&fixture->worker, "two", "Nothing was told of it at all.\n", &two);
    assert_int_equal(PX_OK, px_matcher_find(fixture->worker.cache, one.text, &one.tokens, &one.sentences, &one.arena,
                                            &one.hits, &error));
    static const char *const nouns[] = {"ships", "stay", "days", "voting"};
    static const char *const names[] = {"February", "Brigade", "Project", "Republicans"};
    one.lexemes = take_all(px_arena_array(&one.arena, struct px_lexeme, one.tokens.count));
    two.lexemes = take_all(px_arena_array(&two.arena, struct px_lexeme, two.tokens.count));
    for (size_t t = 0; t < one.tokens.count; t++) {
        struct px_slice text = px_slice_part(one.text, one.tokens.items[t].start, one.tokens.items[t].end);
        one.lexemes[t].lemma = one.tokens.items[t].form;
        one.lexemes[t].word_class = px_slice_is(text, "set") ? PX_WORD_VERB : PX_WORD_OTHER;
        one.tokens.items[t].flags |=
            t > 0 && one.text.data[one.tokens.items[t].start] == '"' && one.tokens.items[t - 1].kind == PX_TOKEN_NUMBER
                ? PX_TOKEN_QUOTE_CLOSE
                : 0;
        for (size_t i = 0; i < 4; i++)
            one.lexemes[t].word_class = px_slice_is(text, nouns[i]) ? PX_WORD_NOUN : one.lexemes[t].word_class;
        for (size_t i = 0; i < 4; i++)
            one.lexemes[t].word_class = px_slice_is(text, names[i]) ? PX_WORD_NAME : one.lexemes[t].word_class;
    }
    for (size_t t = 0; t < two.tokens.count; t++)
        two.lexemes[t].lemma = two.tokens.items[t].form;
    compare_articles(fixture, &one, &two, &found);
    assert_true(has_number(&found, 0, "All but 10 ships"));
    assert_true(has_number(&found, 0, "2 million ships"));
    assert_true(has_number(&found, 0, "over 400 ships")); /* but no "Over 19 days" */
    assert_true(has_number(&found, 0, "75 Republicans"));
    assert_true(has_number(&found, 0, "$7 billion for ships")); /* whose scale stands behind the quotation */
    assert_true(has_number(&found, 0, "$3,200 for ships"));
    assert_true(has_number(&found, 0, "$5 million")); /* a sum; "$77" is none */
    size_t numbers = 0;
    for (size_t i = 0; i < found.only.count; i++)
        numbers += found.only.items[i].kind == PX_ONLY_NUMBER;
    assert_int_equal(numbers, 7); /* and no "13-month stay": that tells what kind of stay */
    px_comparison_release(&found);
    px_article_release(&one);
    px_article_release(&two);
}

/* "18-month" is a year and a half; two years are something else. "$5.7 billion" and "$5.6 billion" may be one sum, as two
 * sides tell it. */
static void figures_are_told_in_many_words(void **state)
{
    static const struct {
        const char *first, *second;
        bool only;
    } cases[] = {
        {"The law lets it keep them 18 months.\n", "It kept them for a year and a half.\n", false},
        {"The law lets it keep them 18 months.\n", "It kept them for a year.\n", true},
        {"The law lets it keep an 18-month store.\n", "It kept them for a year.\n", false},
        {"The wall stood 40 years there.\n", "It stood for four decades.\n", false},
        {"The wall stood 40 years there.\n", "It stood for three decades.\n", true},
        {"Hask asked for $5.7 billion.\n", "Hask wanted $5.6 billion for gates.\n", false},
        {"Hask asked for $5.7 billion.\n", "Hask wanted more than $5 billion for gates.\n", false},
        {"Hask asked for $5.7 billion.\n", "Hask wanted $9 billion for gates.\n", true},
        {"Hask counted more than 60 gulls.\n", "Hask counted 20 terns, 63 crows and 90 rooks.\n", false},
        {"Hask counted more than 60 gulls.\n", "Hask counted 20 terns, 80 crows and 90 rooks.\n", true},
        {"Hask counted 60 gulls.\n", "Hask counted 20 terns, 63 crows and 90 rooks.\n", true},
        {"Hask counted 60 gulls.\n", "Hask counted 20 terns, at least 57 crows and 90 rooks.\n", false},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct px_comparison found;
        struct px_article pair[2];
        struct px_error error = {0};
        for (size_t a = 0; a < 2; a++) {
            struct px_article *one = &pair[a];
            read_article(&fixture->worker, a == 0 ? "one" : "two", a == 0 ? cases[i].first : cases[i].second, one);
            assert_int_equal(PX_OK, px_matcher_find(fixture->worker.cache, one->text, &one->tokens, &one->sentences,
                                                    &one->arena, &one->hits, &error));
        }
        compare_articles(fixture, &pair[0], &pair[1], &found);
        size_t numbers = 0;
        for (size_t n = 0; n < found.only.count; n++)
            numbers += found.only.items[n].kind == PX_ONLY_NUMBER && found.only.items[n].article == 0;
        if ((numbers > 0) != cases[i].only)
            fail_msg("%s %s", cases[i].first, cases[i].second);
        px_comparison_release(&found);
        px_article_release(&pair[0]);
        px_article_release(&pair[1]);
    }
}

/* "Seven hundred" are 700, "fourteen" 14. */
static void words_are_numbers(void **state)
{
    struct fixture *fixture = *state;
    struct px_comparison found;
    struct px_article one, two;
    struct px_error error = {0};
    read_article(&fixture->worker, "one", "The port has 700 ships, 14 cranes and 31 docks.\n", &one);
    read_article(&fixture->worker, "two", "Seven hundred ships and fourteen cranes stood there.\n", &two);
    assert_int_equal(PX_OK, px_matcher_find(fixture->worker.cache, two.text, &two.tokens, &two.sentences, &two.arena,
                                            &two.hits, &error));
    compare_articles(fixture, &one, &two, &found);
    assert_false(has_number(&found, 0, "700 ships"));
    assert_false(has_number(&found, 0, "14 cranes"));
    assert_true(has_number(&found, 0, "31 docks"));
    px_comparison_release(&found);
    px_article_release(&one);
    px_article_release(&two);
}

/* "More than 60 votes" are no news beside 63, and paragraphs of a law count nothing. */
static void rough_numbers_are_told_by_near_ones(void **state)
{
    struct fixture *fixture = *state;
    struct px_comparison found;
    struct px_article one, two;
    struct px_error error = {0};
    read_article(&fixture->worker, "one",
                 "At least 60 votes and 90 shouts came of 501 c3,4,5 clubs in 1,204.5 hours.\n", &one);
    read_article(&fixture->worker, "two", "Of the votes 63 went to her, and 94 shouts.\n", &two);
    assert_int_equal(PX_OK, px_matcher_find(fixture->worker.cache, one.text, &one.tokens, &one.sentences, &one.arena,
                                            &one.hits, &error));
    compare_articles(fixture, &one, &two, &found);
    assert_false(has_number(&found, 0, "60 votes"));
    assert_true(has_number(&found, 0, "90 shouts"));
    assert_false(has_number(&found, 0, "501"));
    assert_false(has_number(&found, 0, "4,5 clubs"));
    assert_true(has_number(&found, 0, "1,204.5 hours"));
    px_comparison_release(&found);
    px_article_release(&one);
    px_article_release(&two);
}

/* A quotation that the other article cuts short is known to both; what it leaves out is a sentence of its own. */
static void half_a_quotation_is_known(void **state)
{
    struct fixture *fixture = *state;
    struct px_comparison found;
    struct px_article one, two;
    const char *text =
        "\"We want the old bridge to stay open for carts, whatever taxes, schools, roads, wells, mills and "
        "barns may cost the valley.\"\n";
    read_article(&fixture->worker, "one", text, &one);
    read_article(&fixture->worker, "two", "The mayor said \"we want the old bridge to stay open\" and left.\n", &two);
    struct px_quotation *quotation = take_all(px_vector_push(&one.quotations, &one.arena));
    *quotation = (struct px_quotation){.span = {0, one.blocks.items[0].end},
                                       .token_count = (uint32_t)one.tokens.count,
                                       .attribution = PX_NONE,
                                       .continues = PX_NONE};
    compare_articles(fixture, &one, &two, &found);
    for (size_t i = 0; i < found.only.count; i++)
        assert_int_not_equal(found.only.items[i].kind, PX_ONLY_QUOTATION);
    px_comparison_release(&found);
    px_article_release(&one);
    px_article_release(&two);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(numbers_come_with_what_they_count, set_up, tear_down),
        cmocka_unit_test_setup_teardown(words_are_numbers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(figures_are_told_in_many_words, set_up, tear_down),
        cmocka_unit_test_setup_teardown(rough_numbers_are_told_by_near_ones, set_up, tear_down),
        cmocka_unit_test_setup_teardown(dates_are_no_numbers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(grammar_tells_what_numbers_count, set_up, tear_down),
        cmocka_unit_test_setup_teardown(half_a_quotation_is_known, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_comparison_takes_two, set_up, tear_down),
        cmocka_unit_test_setup_teardown(empty_articles_compare, set_up, tear_down),
        cmocka_unit_test_setup_teardown(three_articles_compare, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_article_is_like_itself, set_up, tear_down),
        cmocka_unit_test_setup_teardown(likeness_has_no_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_one_article_has_is_named, set_up, tear_down),
        cmocka_unit_test_setup_teardown(only_mirrors, set_up, tear_down),
        cmocka_unit_test(names_are_the_contracts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
