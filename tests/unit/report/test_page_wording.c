/* What the page tells of terms, cues, loaded wording and other figures. */
#include "page_fixture.h"
#include "report/loaded_listed.h"
#include "report/page_words.h"
#include "report/picture.h"

/* The parts of a compound are told of once; the picture shows what its section shows. What chance would bring in one of
 * twenty words, and what stands in one sentence alone, is no word of an article's own. */
static void test_parts_of_a_compound_are_one_term(void **state)
{
    (void)state;
    uint32_t counts[] = {4, 0};
    struct px_block block = {.role = PX_ROLE_PARAGRAPH, .sentence_count = 3, .number = 1};
    struct px_sentence sentences[3] = {{0}};
    uint32_t found[] = {0, 1, 2};
    struct px_evidence evidence[2] = {{found, 3}, {0}}, one[2] = {{found, 1}, {0}};
    uint32_t few[] = {2, 0};
    struct px_term terms[] = {{.term = PX_SLICE("dip"), .forms = PX_SLICE("double-dip/dip")},
                              {.term = PX_SLICE("double"), .forms = PX_SLICE("double-dip/double")},
                              {.term = PX_SLICE("eye")},
                              {.term = PX_SLICE("chance"), .p = .2},
                              {.term = PX_SLICE("breath")},
                              {.term = PX_SLICE("wave")}};
    for (size_t i = 0; i < 6; i++) {
        terms[i].counts = i == 2 ? few : counts;
        terms[i].evidence = i == 2 || i == 4 ? one : evidence;
        terms[i].log_odds_z = terms[i].q = 1;
        terms[i].log_ratio = 3;
    }
    struct px_article a = {0}, b = {0};
    lay_out(&a, &block, 1, sentences, 3);
    compare(&a, &b);
    LAY(comparison.terms, terms, 6);
    px_page_terms(&page); /* what stands out beyond chance is followed by the next; nothing by none */
    assert_written(&out, "");
    terms[5].q = .01;
    px_page_terms(&page);
    assert_has(&out, "“double-dip/dip” 4 : 0");
    terms[5].q = 1;
    px_buffer_clear(&out);
    assert_false(px_picture_shows(PX_PICTURE_TERMS, &comparison)); /* which may all be chance */
    terms[5].q = .01;
    px_picture_write_element(PX_PICTURE_TERMS, &comparison, &out);
    assert_has(&out, ">double-dip/dip</text>");
    assert_false(page_has("double-dip/double"));
    assert_false(page_has("eye"));
    assert_false(page_has("“chance"));
    assert_false(page_has("“breath"));
    comparison.terms.count = 5; /* one bar shows nothing */
    px_buffer_clear(&out);
    px_picture_write_element(PX_PICTURE_TERMS, &comparison, &out);
    assert_false(page_has(">double-dip/dip</text>"));
}

/* A cue alone, however often, tells no frame, nor do those of two sentences, nor does what both articles have nearly as
 * often, or by the same cues for the most part: it is what they are about. */
static void test_one_cue_is_no_frame(void **state)
{
    (void)state;
    struct px_value values[2] = {{.value = 3, .low = 1, .high = 5, .count = 3}, {.count = 0}};
    struct px_evidence evidence[2] = {{0}, {0}};
    struct px_indicator indicator = {.name = PX_SLICE("frames.crime"),
                                     .family = PX_SLICE("frames"),
                                     .label = PX_SLICE("crime"),
                                     .unit = PX_SLICE("per 1,000 words"),
                                     .topic = PX_NONE,
                                     .voice = PX_VOICE_ALL,
                                     .values = values,
                                     .evidence = evidence,
                                     .verdict = PX_VERDICT_TOO_LITTLE};
    struct px_match matches[4] = {{0}};
    for (uint32_t i = 0; i < 4; i++)
        matches[i] = (struct px_match){.end = 4,
                                       .category = PX_SLICE("frames.crime"),
                                       .entry = i == 3 ? PX_SLICE("thief") : PX_SLICE("raid"),
                                       .sentence = i};
    struct px_block block = {.role = PX_ROLE_PARAGRAPH, .sentence_count = 4, .number = 1};
    struct px_sentence sentences[4] = {{0}};
    struct px_article a = {.text = PX_SLICE("raid"), .counts.words = 500}, b;
    lay_out(&a, &block, 1, sentences, 4);
    a.matches.items = matches;
    struct px_headline headlines[2] = {{0}};
    compare(&a, &b);
    comparison.headlines = headlines;
    LAY(comparison.indicators, &indicator, 1);
    b = a;
    for (size_t count = 3; count < 10; count++) {
        begin_page();
        b.matches.count = count == 8;
        matches[2].sentence = count == 9 ? 1 : 2;
        matches[3].sentence = count == 9 ? 1 : 3;
        values[0].count = count == 6 ? 10 : 8; /* as often as that in each, it is the subject */
        values[1].count = count == 6 ? 5 : count == 7 ? 3 : 1;
        values[1].value = count == 7 ? 2 : 1;
        matches[2].entry = count >= 5 ? PX_SLICE("gang") : PX_SLICE("raid");
        a.matches.count = count < 4 ? count : 4;
        px_page_certainty(&page);
        assert_int_equal(page_has("**crime**"), count == 5);
    }
    /* seven words may be chance: a dispute has them in any telling */
    matches[2].sentence = 2;
    matches[3].sentence = 3;
    b.matches.count = 0;
    for (uint32_t count = 7; count < 9; count++) {
        begin_page();
        values[0].count = count;
        px_page_certainty(&page);
        assert_int_equal(page_has("**crime**"), count == 8);
    }
    /* nor does it where the other article has a third of them, or has them by words that do not count everywhere */
    bool uneven[2][4] = {{false}, {true, true, true}}, *marks[2] = {uneven[0], uneven[1]};
    struct px_match others[2] = {matches[0], matches[1]};
    others[0].entry = others[1].entry = PX_SLICE("crook");
    comparison.uneven = marks;
    b.matches.items = others;
    for (uint32_t has = 1; has < 4; has++) {
        begin_page();
        b.matches.count = has == 2 ? 2 : 0;
        values[1].count = has == 3 ? 3 : 1;
        px_page_certainty(&page);
        assert_int_equal(page_has("**crime**"), has == 1);
    }
    /* what is left out is shown nowhere: one other cue that counts is too few */
    b.matches.count = 0;
    for (uint32_t has = 0; has < 2; has++) {
        begin_page();
        values[1].count = 1;
        uneven[0][3] = has == 1;
        px_page_certainty(&page);
        assert_int_equal(page_has("**crime**"), has == 0);
    }
    comparison.uneven = NULL;
    /* nor do four words tell what one takes as given, or how sure it is */
    matches[2].sentence = 2;
    for (uint32_t i = 0; i < 4; i++) {
        uint32_t count = 4 + i % 2;
        indicator.family = i < 2 ? PX_SLICE("presupposition") : PX_SLICE("certainty");
        begin_page();
        values[0].count = count;
        values[1].count = 1;
        values[1].value = 1;
        px_page_certainty(&page);
        assert_int_equal(page_has("**crime**"), count == 5);
    }
    /* a difference that was tested needs no line below it */
    indicator.verdict = PX_VERDICT_DIFFERS;
    values[0].count = 4;
    begin_page();
    px_page_certainty(&page);
    assert_has(&out, "| differs by more than chance |");
}

/* The words of a voice stand once: in a line where all of them are of one category, or each under its own. Of one word of
 * the articles' own nothing is said. */
static void test_loaded_words_stand_once(void **state)
{
    (void)state;
    struct px_value values[2] = {{.value = 3, .low = 1, .high = 5, .count = 1}, {.count = 0}};
    struct px_evidence evidence[2] = {{0}, {0}};
    struct px_indicator own = {.name = PX_SLICE("loaded.own"),
                               .family = PX_SLICE("loaded"),
                               .label = PX_SLICE("loaded wording, own voice"),
                               .unit = PX_SLICE("per 1,000 words"),
                               .topic = PX_NONE,
                               .voice = PX_VOICE_OWN,
                               .values = values,
                               .evidence = evidence,
                               .verdict = PX_VERDICT_TOO_LITTLE};
    struct px_indicator indicators[] = {own, own, own};
    indicators[1].name = PX_SLICE("loaded.emotive");
    indicators[1].label = PX_SLICE("strong words, own voice");
    indicators[2].name = PX_SLICE("loaded.distance");
    indicators[2].label = PX_SLICE("doubt, own voice");
    struct px_match match = {.end = 5, .category = PX_SLICE("loaded.emotive"), .voice = PX_VOICE_OWN};
    struct px_block block = {.role = PX_ROLE_PARAGRAPH, .sentence_count = 1, .number = 1};
    struct px_sentence sentence = {0};
    struct px_article a = {.text = PX_SLICE("slams")}, b = {0};
    lay_out(&a, &block, 1, &sentence, 1);
    LAY(a.matches, &match, 1);
    compare(&a, &b);
    LAY(comparison.indicators, indicators, 2);
    px_page_loaded(&page);
    assert_false(page_has("slams"));
    values[0].count = 2;
    px_buffer_clear(&out);
    px_page_loaded(&page);
    assert_has(&out, "- **loaded wording, own voice**: A 2 (“slams” [A¶1.1](");
    comparison.indicators.count = 3;
    px_buffer_clear(&out);
    px_page_loaded(&page);
    assert_has(&out, "- **loaded wording, own voice**: A 2; B 0, by category:\n  - **strong words**: A 2 (“slams” [");
    /* in scare quotes what stands between the marks is shown */
    struct px_token tokens[] = {
        {.start = 0, .end = 1}, {.start = 1, .end = 6}, {.start = 7, .end = 11}, {.start = 11, .end = 12}};
    struct px_quotation quotation = {.span = {0, 12}, .token_count = 4, .kind = PX_QUOTATION_SCARE};
    a.text = PX_SLICE("\"slams hope\"");
    LAY(a.tokens, tokens, 4);
    LAY(a.quotations, &quotation, 1);
    match.start = 1;
    match.end = 6;
    match.voice = indicators[0].voice = PX_VOICE_SCARE;
    comparison.indicators.count = 1;
    px_buffer_clear(&out);
    px_page_loaded(&page);
    assert_has(&out, "A 2 (“slams hope” [A¶1.1](");
}

/* Forms of the words of a cue are one wording, with or without words of grammar. */
static void test_forms_of_a_cue_are_one(void **state)
{
    (void)state;
    struct px_value values[2] = {{.count = 4}, {.count = 0}};
    struct px_indicator indicator = {.name = PX_SLICE("frames.money"), .family = PX_SLICE("frames"), .values = values};
    struct px_token tokens[] = {{.end = 7},
                                {.start = 8, .end = 11},
                                {.start = 12, .end = 19},
                                {.start = 20, .end = 24},
                                {.start = 25, .end = 29},
                                {.start = 30, .end = 35},
                                {.start = 36, .end = 40}};
    struct px_lexeme lexemes[] = {{.lemma = 1, .word_class = PX_WORD_NOUN}, {.lemma = 2, .word_class = PX_WORD_OTHER},
                                  {.lemma = 1, .word_class = PX_WORD_NOUN}, {.lemma = 3, .word_class = PX_WORD_VERB},
                                  {.lemma = 4, .word_class = PX_WORD_NOUN}, {.lemma = 3, .word_class = PX_WORD_VERB},
                                  {.lemma = 4, .word_class = PX_WORD_NOUN}};
    struct px_match cue = {.category = PX_SLICE("frames.money")};
    struct px_match matches[] = {cue, cue, cue, cue};
    const uint32_t first[] = {0, 2, 3, 5}, count[] = {2, 1, 2, 2};
    for (size_t i = 0; i < 4; i++) {
        matches[i].first_token = first[i];
        matches[i].token_count = count[i];
        matches[i].start = tokens[first[i]].start;
        matches[i].end = tokens[first[i] + count[i] - 1].end;
    }
    struct px_block block = {.role = PX_ROLE_PARAGRAPH, .sentence_count = 1, .number = 1};
    struct px_sentence sentence = {0};
    struct px_article a = {.text = PX_SLICE("Funding for funding cost jobs costs jobs"), .lexemes = lexemes}, b = {0};
    lay_out(&a, &block, 1, &sentence, 1);
    LAY(a.tokens, tokens, 7);
    LAY(a.matches, matches, 4);
    compare(&a, &b);
    px_page_word_line(&page, &indicator, PX_SLICE("money"), px_cue_counts, 6);
    assert_has(&out, "A 4 (“funding” 2 ");
    assert_has(&out, "“cost jobs/costs jobs” 2 ");
}

/* A loaded word that all articles quote word for word sets none apart. */
static void test_what_all_quote_is_left_out(void **state)
{
    (void)state;
    struct px_value values[2] = {{.count = 2}, {.count = 0}};
    struct px_evidence evidence[2] = {{0}, {0}};
    struct px_indicator indicator = {.name = PX_SLICE("loaded.direct"),
                                     .family = PX_SLICE("loaded"),
                                     .label = PX_SLICE("loaded wording in direct speech"),
                                     .unit = PX_SLICE("per 1,000 words"),
                                     .topic = PX_NONE,
                                     .voice = PX_VOICE_DIRECT,
                                     .values = values,
                                     .evidence = evidence,
                                     .verdict = PX_VERDICT_TOO_LITTLE};
    struct px_match vile = {.end = 4, .category = PX_SLICE("loaded.emotive"), .voice = PX_VOICE_DIRECT}, weak = vile;
    weak.start = weak.first_token = 5;
    weak.end = 9;
    weak.attribution = vile.attribution = PX_NONE;
    struct px_match matches[] = {vile, weak};
    struct px_block block = {.role = PX_ROLE_PARAGRAPH, .sentence_count = 1, .number = 1};
    struct px_sentence sentence = {.end = 9};
    struct px_token tokens[6] = {{.end = 4}, [5] = {.start = 5, .end = 9}};
    struct px_article a = {.text = PX_SLICE("Vile weak")}, b = {.text = PX_SLICE("weak")};
    bool alike[] = {false, true}, none[] = {false}, *said_alike[] = {alike, none};
    lay_out(&a, &block, 1, &sentence, 1);
    LAY(a.tokens, tokens, 6);
    LAY(a.matches, matches, 2);
    compare(&a, &b);
    LAY(comparison.indicators, &indicator, 1);
    assert_false(px_comparison_shares_word(&comparison, 0, &matches[1]));
    comparison.said_alike = said_alike;
    assert_true(px_comparison_shares_word(&comparison, 0, &matches[1]));
    assert_false(px_comparison_shares_word(&comparison, 0, &matches[0]));
    assert_false(px_loaded_is_listed(&comparison, 0, &matches[1]));
    px_page_loaded(&page);
    assert_has(&out, "; one that all the articles quote from a speaker whom each names is not counted.");
    assert_has(&out, "A 2 (“Vile” [A¶1.1](");
    values[0].count = 1; /* one word alone tells nothing */
    px_buffer_clear(&out);
    px_page_loaded(&page);
    assert_false(page_has("Vile"));
    assert_false(page_has("weak"));
    comparison.said_alike = NULL;
}

/* All of the user's own lexicons is told: what is found with its words, the rest by name. */
static void test_own_lexicons_are_told_whole(void **state)
{
    (void)state;
    struct px_value found[2] = {{.count = 1}, {.count = 0}}, none[2] = {{.count = 0}, {.count = 0}};
    struct px_evidence evidence[2] = {{0}, {0}};
    struct px_indicator port = {.name = PX_SLICE("place.port"),
                                .family = PX_SLICE("codebook"),
                                .label = PX_SLICE("place: port"),
                                .unit = PX_SLICE("per 1,000 words"),
                                .topic = PX_NONE,
                                .voice = PX_VOICE_ALL,
                                .user = true,
                                .values = found,
                                .evidence = evidence,
                                .verdict = PX_VERDICT_TOO_LITTLE};
    struct px_indicator indicators[] = {port, port, port};
    indicators[1].label = indicators[1].name = PX_SLICE("crew");
    indicators[1].values = none;
    indicators[2].family = PX_SLICE("frames");
    indicators[2].user = false;
    struct px_match match = {
        .end = 4, .lexicon = PX_SLICE("codebook"), .category = PX_SLICE("place.port"), .voice = PX_VOICE_OWN};
    struct px_block block = {.role = PX_ROLE_PARAGRAPH, .sentence_count = 1, .number = 1};
    struct px_sentence sentence = {0};
    struct px_article a = {.text = PX_SLICE("quay")}, b = {0};
    lay_out(&a, &block, 1, &sentence, 1);
    LAY(a.matches, &match, 1);
    compare(&a, &b);
    px_page_own(&page);
    assert_false(page_has("##"));
    LAY(comparison.indicators, indicators, 3);
    px_page_own(&page);
    assert_has(&out, "## Your own lexicons");
    assert_has(&out, "### codebook");
    assert_has(&out, "- **place: port**: A 1 (“quay” [A¶1.1](");
    assert_has(&out, "Nothing was found of: crew.");
    assert_false(page_has("frames"));
    /* a second list of the user's has the word; a list of the program's has the name, and a figure that differs */
    match.lexicon = PX_SLICE("notes");
    found[1].count = 2;
    indicators[2].family = PX_SLICE("codebook");
    indicators[2].verdict = PX_VERDICT_DIFFERS;
    px_buffer_clear(&out);
    px_page_own(&page);
    assert_has(&out, "- **place: port**: A 1 (“quay” [A¶1.1](");
    assert_false(page_has("differs by more"));
}

/* Words are in bold where the section on loaded wording lists them: one alone in the articles' own voice it does not. */
static void test_what_is_listed_is_bold(void **state)
{
    (void)state;
    struct px_value values[2] = {{.count = 1}, {.count = 0}};
    struct px_indicator indicator = {.name = PX_SLICE("loaded.own"),
                                     .family = PX_SLICE("loaded"),
                                     .label = PX_SLICE("loaded wording, own voice"),
                                     .unit = PX_SLICE("per 1,000 words"),
                                     .topic = PX_NONE,
                                     .voice = PX_VOICE_OWN,
                                     .values = values,
                                     .verdict = PX_VERDICT_TOO_LITTLE};
    struct px_match match = {.end = 4, .category = PX_SLICE("loaded.emotive"), .voice = PX_VOICE_OWN, .marked = true};
    struct px_article a = {.text = PX_SLICE("Rage.")}, b = {0};
    match.attribution = PX_NONE;
    LAY(a.matches, &match, 1);
    compare(&a, &b);
    LAY(comparison.indicators, &indicator, 1);
    assert_false(px_loaded_is_listed(&comparison, 0, &match));
    values[0].count = 2;
    assert_true(px_loaded_is_listed(&comparison, 0, &match));
    match.by_model = true;
    assert_false(px_loaded_is_listed(&comparison, 0, &match));
    comparison = (struct px_comparison){0};
}

/* An index whose interval is as wide as what texts differ by says nothing; nor what is told to be for no page. */
static void test_a_rough_index_is_not_shown(void **state)
{
    (void)state;
    struct px_value values[2] = {{.value = .7, .low = .4, .high = 1, .count = 1},
                                 {.value = .7, .low = .65, .high = .75, .count = 5}};
    struct px_indicator indicator = {
        .family = PX_SLICE("style"), .unit = PX_SLICE("index"), .values = values, .topic = PX_NONE};
    struct px_article a = {0}, b = {0};
    compare(&a, &b);
    assert_false(px_page_has_indicator(&page, &indicator, "style"));
    values[0].low = .65;
    values[0].high = .75;
    assert_true(px_page_has_indicator(&page, &indicator, "style"));
    indicator.unlisted = true;
    assert_false(px_page_has_indicator(&page, &indicator, "style"));
}

/* Figures in which the articles differ by the test stand on the page, and no other. */
static void test_only_what_differs_is_a_row(void **state)
{
    (void)state;
    struct px_value values[2] = {{.value = 9, .low = 8, .high = 10, .count = 3},
                                 {.value = 7, .low = 6, .high = 8, .count = 3}};
    struct px_evidence evidence[2] = {{0}, {0}};
    struct px_indicator indicator = {.name = PX_SLICE("style.words"),
                                     .family = PX_SLICE("style"),
                                     .topic = PX_NONE,
                                     .label = PX_SLICE("words"),
                                     .unit = PX_SLICE("words"),
                                     .values = values,
                                     .difference = 2,
                                     .low = 1,
                                     .high = 3,
                                     .evidence = evidence,
                                     .verdict = PX_VERDICT_NO_CLEAR_DIFFERENCE};
    struct px_article a = {0}, b = {0};
    compare(&a, &b);
    LAY(comparison.indicators, &indicator, 1);
    for (int i = 0; i < 2; i++) {
        begin_page();
        indicator.verdict = i == 0 ? PX_VERDICT_NO_CLEAR_DIFFERENCE : PX_VERDICT_DIFFERS;
        indicator.q = .02;
        assert_int_equal(px_page_differing(&page, "style", "Style:\n\n"), i);
        if (i == 1)
            assert_has(&out, "| words | 9.0 (8.0 to 10.0) | 7.0 (6.0 to 8.0) | 2.0 (1.0 to 3.0) | .020 | – |");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts_of_a_compound_are_one_term), cmocka_unit_test(test_one_cue_is_no_frame),
        cmocka_unit_test(test_loaded_words_stand_once),          cmocka_unit_test(test_own_lexicons_are_told_whole),
        cmocka_unit_test(test_what_is_listed_is_bold),           cmocka_unit_test(test_a_rough_index_is_not_shown),
        cmocka_unit_test(test_only_what_differs_is_a_row),       cmocka_unit_test(test_what_all_quote_is_left_out),
        cmocka_unit_test(test_forms_of_a_cue_are_one),
    };
    return cmocka_run_group_tests(tests, NULL, release);
}
