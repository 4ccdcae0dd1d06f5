/* What the page tells of one article alone. */
#include "page_fixture.h"
#include "report/clause_round.h"

/* The section holds `expected` where the first of two articles alone has these. */
static void assert_only(struct px_only *items, size_t count, const char *expected)
{
    struct px_article a = {0}, b = {0};
    compare(&a, &b);
    LAY(comparison.only, items, count);
    px_page_only(&page);
    assert_has(&out, expected);
}

/* Of one event alone nothing is the most central. */
static void test_events_of_one_article(void **state)
{
    (void)state;
    struct px_only only[] = {{.kind = PX_ONLY_EVENT, .central = true, .text = PX_SLICE("the pier burned")},
                             {.kind = PX_ONLY_EVENT, .text = PX_SLICE("a mason left")}};
    assert_only(only, 2, "alone, as far as words can show:\n\n- the pier burned");
    only[1].central = true;
    assert_only(only, 2, "the most central first:\n\n- the pier burned");
    only[1].speaker = PX_SLICE("(unnamed)"); /* what somebody tells whom nobody names is none */
    assert_only(only, 2, "alone, as far as words can show:\n\n- the pier burned");
}

/* An event whose sentence shows a passage stands above already. */
static void test_an_event_that_shows_a_passage_is_told(void **state)
{
    (void)state;
    for (uint32_t shown = 3; shown < 7; shown++) {
        uint32_t sentence = 4;
        struct px_only only = {
            .kind = PX_ONLY_EVENT, .central = true, .text = PX_SLICE("the pier burned"), .evidence = {&sentence, 1}};
        struct px_lone lone = {.shown = shown, .also = {4}, .also_count = shown == 5, .words = shown == 6 ? 9 : 100};
        lone.span.end = 1; /* a short one is shown whole */
        struct px_lones lones[] = {{&lone, 1, 1}, {0}};
        struct px_topic topic = {.lone = lones};
        struct px_sentence sentences[5] = {0};
        struct px_block block = {.role = PX_ROLE_PARAGRAPH, .number = 1, .sentence_count = 5};
        struct px_article a = {0}, b = {0};
        lay_out(&a, &block, 1, sentences, 5);
        compare(&a, &b);
        LAY(comparison.only, &only, 1);
        LAY(comparison.topics, &topic, 1);
        px_page_only(&page);
        assert_int_equal(page_has("pier"), shown == 3);
    }
}

/* Lays out a text of one sentence whose tokens stand between blanks. */
static void lay_tokens(struct px_article *article, struct px_token *tokens, const char *text)
{
    *article = (struct px_article){.text = px_slice_from(text), .tokens = {.items = tokens}};
    struct px_slice rest = article->text, word;
    while (px_slice_next(&rest, ' ', &word)) {
        uint32_t start = (uint32_t)(word.data - text);
        char first = word.data[0];
        tokens[article->tokens.count++] = (struct px_token){
            .start = start,
            .end = start + (uint32_t)word.size,
            .kind = first >= '0' && first <= '9'                                       ? PX_TOKEN_NUMBER
                    : (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') ? PX_TOKEN_WORD
                                                                                       : PX_TOKEN_PUNCTUATION,
        };
    }
}

static void assert_round(const char *text, const char *at, const char *expected, bool cut)
{
    struct px_token tokens[80];
    struct px_article article;
    lay_tokens(&article, tokens, text);
    struct px_sentence sentence = {.end = (uint32_t)article.text.size, .token_count = (uint32_t)article.tokens.count};
    LAY(article.sentences, &sentence, 1);
    struct px_clause_round clause = px_clause_round(&article, (uint32_t)(strstr(text, at) - text));
    struct px_slice words = px_slice_span(article.text, clause.span);
    assert_int_equal(words.size, strlen(expected));
    assert_memory_equal(words.data, expected, words.size);
    assert_int_equal(clause.cut, cut);
}

#define TEN "a b c d e f g h i j "

/* A sentence stands whole, one of many words up to the mark behind the number; that it goes on is told. Of one whose clause
 * is too long nothing stands. */
static void test_the_clause_round_a_number(void **state)
{
    (void)state;
    assert_round("On Monday , the board hired 19 crews , it said .", "19",
                 "On Monday , the board hired 19 crews , it said .", false);
    assert_round("On Monday , the board hired 19 crews , " TEN TEN TEN TEN, "19",
                 "On Monday , the board hired 19 crews", true);
    assert_round("On Monday , " TEN TEN TEN TEN ", the board hired 19 crews , it said .", "19", "", false);
    assert_round("19", "19", "19", false);
    struct px_article none = {0};
    assert_int_equal(px_clause_round(&none, 3).span.end, 0);
}

/* No half of a quotation stands there: a mark within one ends no clause, and a sentence in the midst of one tells nobody
 * who says it. */
static void test_no_half_of_a_quotation(void **state)
{
    (void)state;
    static const char TEXT[] = "\" We had 88 boats , and sank , \" he said , " TEN TEN TEN TEN;
    struct px_token tokens[80];
    struct px_article article;
    lay_tokens(&article, tokens, TEXT);
    struct px_sentence sentence = {.end = sizeof TEXT - 1, .token_count = (uint32_t)article.tokens.count};
    struct px_quotation quotation = {.span = {0, 31}};
    LAY(article.sentences, &sentence, 1);
    LAY(article.quotations, &quotation, 1);
    assert_int_equal(px_clause_round(&article, 9).span.end, strstr(TEXT, " , " TEN) - TEXT);
    quotation.span.end = sizeof TEXT;
    assert_int_equal(px_clause_round(&article, 9).span.end, 0);
}

/* What leads on to what is cut off is left out, too. */
static void test_a_clause_ends_firmly(void **state)
{
    (void)state;
    static const char TEXT[] = "The board gave 19 crews of the old pier a new boat and , " TEN TEN TEN TEN;
    struct px_token tokens[80];
    struct px_lexeme lexemes[80] = {0};
    struct px_article article;
    lay_tokens(&article, tokens, TEXT);
    struct px_sentence sentence = {.end = sizeof TEXT - 1, .token_count = (uint32_t)article.tokens.count};
    LAY(article.sentences, &sentence, 1);
    for (size_t t = 0; t < article.tokens.count; t++)
        lexemes[t].word_class = PX_WORD_NOUN;
    lexemes[12].word_class = PX_WORD_OTHER; /* "and" */
    article.lexemes = lexemes;
    struct px_clause_round clause = px_clause_round(&article, 15);
    assert_int_equal(clause.span.end, strstr(TEXT, " and") - TEXT);
    assert_true(clause.cut);
}

/* A number by itself tells nothing: it stands before its sentence, with others there once, in the order of the text. What the
 * other article has but for the number is not told, nor what points at something before it. */
static void test_numbers_stand_in_their_sentences(void **state)
{
    (void)state;
    static const char TEXT[] = "On board of new boats crews of today now earn 900 crowns , and in the harbour each "
                               "of the 19 crews has some 40 boats to look after ; so it was told , and told again "
                               "by all of them in the old town beyond the quay by the river there";
    struct px_token tokens[60];
    struct px_sentence sentence = {.end = sizeof TEXT - 1};
    struct px_article a, b = {0};
    struct px_only only[12] = {{.kind = PX_ONLY_NUMBER, .text = PX_SLICE("40 boats"), .span = {108, 110}},
                               {.kind = PX_ONLY_NUMBER, .text = PX_SLICE("19 crews"), .span = {90, 92}},
                               {.kind = PX_ONLY_NUMBER, .text = PX_SLICE("900 crowns"), .span = {46, 49}}};
    lay_tokens(&a, tokens, TEXT);
    sentence.token_count = (uint32_t)a.tokens.count;
    LAY(a.sentences, &sentence, 1);
    compare(&a, &b);
    LAY(comparison.only, only, 3);
    px_page_only(&page);
    assert_has(&out,
               "- **numbers**:\n"
               "  - **900 crowns**; **19 crews**; **40 boats**: “On board of new boats crews of today now earn 900 "
               "crowns , and in the harbour each of the 19 crews has some 40 boats to look after …” –\n\n");
    only[0].held = only[1].leans = true;
    px_buffer_clear(&out);
    LAY(comparison.only, only, 4);
    only[3] = (struct px_only){.kind = PX_ONLY_EVENT, .text = PX_SLICE("Boats sank"), .central = true};
    px_page_only(&page);
    assert_has(&out, "  - **900 crowns**: “On board of new boats crews of today now earn 900 crowns …” –\n");
    only[0].held = only[1].leans = false;
    struct px_block block = {.end = sizeof TEXT - 1, .role = PX_ROLE_PARAGRAPH, .number = 1, .sentence_count = 1};
    LAY(a.blocks, &block, 1);
    uint32_t first = 0;
    only[2].evidence = only[3].evidence = (struct px_evidence){&first, 1}; /* it tells an event's sentence */
    for (int told = 0; told < 2; told++) {                                 /* with all that the sentence tells */
        sentence.token_count = told ? 28 : (uint32_t)a.tokens.count;
        px_buffer_clear(&out);
        px_page_only(&page);
        assert_true(page_has("earn 900 crowns"));
        assert_int_equal(page_has("Boats sank"), !told);
    }
    only[2].evidence.count = 0;
    sentence.token_count = (uint32_t)a.tokens.count;
    for (size_t i = 3; i < 12; i++)
        only[i] = only[2];
    compare(&a, &b);
    LAY(comparison.only, only, 12);
    px_page_only(&page);
    assert_has(&out, "\n  - and 4 more, in the JSON\n");
}

/* A sentence out of a quotation has no marks of its own. */
static void test_pieces_of_quotations_stand_in_marks(void **state)
{
    (void)state;
    struct px_slice ada = PX_SLICE("Ada Brell");
    struct px_only only[] = {{.kind = PX_ONLY_QUOTATION, .text = PX_SLICE("We shall sail."), .speaker = ada},
                             {.kind = PX_ONLY_QUOTATION, .text = PX_SLICE("“Rain fell.”"), .speaker = ada},
                             {.kind = PX_ONLY_QUOTATION, .text = PX_SLICE("Fog came.”"), .speaker = ada},
                             {.kind = PX_ONLY_ENTITY, .text = PX_SLICE("Tarsk"), .sentences = 3}};
    assert_only(only, 4,
                "- **quotations not shown above**: Ada Brell: “We shall sail.” –; “Rain fell.” –; “Fog came.” –\n");
    assert_only(only, 4, "- **names**: Tarsk");
}

/* Each stands by its words behind its speaker, who is named once for those in a row. Words of nobody known are left out:
 * they may be the name of a law; and so is the end of a clause. */
static void test_quotations_stand_by_their_words(void **state)
{
    (void)state;
    struct px_only only[] = {
        {.kind = PX_ONLY_QUOTATION, .text = PX_SLICE("“Rain.”"), .speaker = PX_SLICE("Ada Brell"), .span = {0, 7}},
        {.kind = PX_ONLY_QUOTATION, .text = PX_SLICE("“Fog.”"), .speaker = PX_SLICE("Ada Brell"), .span = {8, 14}},
        {.kind = PX_ONLY_QUOTATION, .text = PX_SLICE("“fell.”"), .speaker = PX_SLICE("Ada Brell"), .span = {22, 29}},
        {.kind = PX_ONLY_QUOTATION, .text = PX_SLICE("“Sun.”"), .span = {15, 21}}};
    assert_only(only, 4, "- **quotations not shown above**: Ada Brell: “Rain.” –; “Fog.” –\n");
}

/* Of many the weightiest alone stand there, in the order of the text. */
static void test_the_weightiest_quotations_stand(void **state)
{
    (void)state;
    struct px_only only[12];
    static const char *const texts[] = {"“A.”", "“B.”", "“C.”", "“D.”", "“E.”", "“F.”",
                                        "“G.”", "“H.”", "“I.”", "“J.”", "“K.”", "“L.”"};
    for (uint32_t i = 0; i < 12; i++)
        only[i] = (struct px_only){.kind = PX_ONLY_QUOTATION,
                                   .text = px_slice_from(texts[i]),
                                   .speaker = PX_SLICE("Ada Brell"),
                                   .span = {200 - 10 * i, 202 - 10 * i}};
    assert_only(only, 12, "Ada Brell: “H.” –; “G.” –; “F.” –; “E.” –; “D.” –; “C.” –; “B.” –; “A.” –; and 4 more\n");
}

/* Whoever speaks stands in the table of speakers, and is not told of again. */
static void test_a_speaker_is_no_other_name(void **state)
{
    (void)state;
    struct px_only only[] = {{.kind = PX_ONLY_SOURCE, .text = PX_SLICE("Ada Brell")},
                             {.kind = PX_ONLY_ENTITY, .text = PX_SLICE("Ada Brell")},
                             {.kind = PX_ONLY_ENTITY, .text = PX_SLICE("Tarsk"), .sentences = 3},
                             {.kind = PX_ONLY_ENTITY, .text = PX_SLICE("Quarl"), .sentences = 3}};
    assert_only(only, 4, "- **names**: Tarsk –; Quarl –\n");
    struct px_article a = {0}, b = {0};
    compare(&a, &b);
    LAY(comparison.only, only, 3); /* one name is no list */
    px_page_only(&page);
    assert_int_equal(out.size, 0);
}

/* What stands in a sentence or two is named by the way; a house of government, or what nothing tells the kind of, is no
 * news, either. Who somebody is stands behind his name. */
static void test_a_name_in_passing_is_not_listed(void **state)
{
    (void)state;
    struct px_only only[] = {
        {.kind = PX_ONLY_ENTITY, .text = PX_SLICE("Tarsk"), .broad = true, .place = true, .sentences = 2},
        {.kind = PX_ONLY_ENTITY, .text = PX_SLICE("Ora Lind"), .sentences = 2},
        {.kind = PX_ONLY_ENTITY, .text = PX_SLICE("Quarl"), .broad = true, .place = true, .sentences = 3},
        {.kind = PX_ONLY_ENTITY, .text = PX_SLICE("Senate"), .broad = true, .sentences = 5},
        {.kind = PX_ONLY_ENTITY, .text = PX_SLICE("Pia Olm"), .sentences = 3, .role = PX_SLICE("harbour clerk")}};
    assert_only(only, 5, "- **names**: Quarl –; Pia Olm, harbour clerk –\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_events_of_one_article),
        cmocka_unit_test(test_an_event_that_shows_a_passage_is_told),
        cmocka_unit_test(test_the_clause_round_a_number),
        cmocka_unit_test(test_a_clause_ends_firmly),
        cmocka_unit_test(test_no_half_of_a_quotation),
        cmocka_unit_test(test_numbers_stand_in_their_sentences),
        cmocka_unit_test(test_pieces_of_quotations_stand_in_marks),
        cmocka_unit_test(test_quotations_stand_by_their_words),
        cmocka_unit_test(test_the_weightiest_quotations_stand),
        cmocka_unit_test(test_a_speaker_is_no_other_name),
        cmocka_unit_test(test_a_name_in_passing_is_not_listed),
    };
    return cmocka_run_group_tests(tests, NULL, release);
}
