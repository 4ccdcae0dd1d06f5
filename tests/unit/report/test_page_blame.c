/* What the page tells of charges, blame and aims. */
#include "page_fixture.h"

/* A charge lies against somebody, and is one article's where no other has the like by whomever: that there was a murder,
 * which nobody is said to have done, is none. */
static void test_a_charge_has_its_doer(void **state)
{
    (void)state;
    struct px_block block = {.start = 0, .end = 30, .role = PX_ROLE_PARAGRAPH, .number = 1};
    struct px_sentence sentence = {.start = 0, .end = 30};
    struct px_article a = {.text = PX_SLICE("Ivo Hask’s murder of Ada Brell.")}, b = {0};
    struct px_act act = {.claim = PX_SLICE("murder"), .agent = 0, .patient = PX_NONE}, like = act;
    struct px_given given = {.kind = PX_GIVEN_DEFINITE, .trigger = {12, 18}, .words = {0, 32}};
    struct px_given_row row = {.article = 0, .given = 0, .about = PX_SLICE("Ivo Hask")};
    struct px_referent referent = {.name = PX_SLICE("Ivo Hask")};
    a.blocks.items = b.blocks.items = &block;
    a.sentences.items = &sentence;
    a.blocks.count = a.sentences.count = a.acts.count = a.givens.count = 1;
    a.acts.items = &act;
    a.givens.items = &given;
    b.acts.items = &like;
    compare(&a, &b);
    LAY(comparison.givens, &row, 1);
    LAY(comparison.referents, &referent, 1);
    for (size_t i = 0; i < 4; i++) {
        row.referent = i == 1 ? PX_NONE : 0;
        act.claim = i == 2 ? (struct px_slice){0} : PX_SLICE("murder");
        b.acts.count = i == 3;
        px_buffer_clear(&out);
        px_page_givens(&page);
        assert_int_equal(out.size > 0, i == 0);
    }
}

/* What stands among the aims, in a clause of its sentence, is not cut out of it once more. */
static void test_a_charge_in_an_aim_is_told_there(void **state)
{
    (void)state;
    struct px_article a = {.text = PX_SLICE("Osk sought to hide Tal's fraud.")};
    struct px_block block = {.end = 31, .role = PX_ROLE_PARAGRAPH, .number = 1};
    struct px_sentence sentence = {.end = 31};
    struct px_act act = {.claim = PX_SLICE("fraud"), .agent = 0, .patient = PX_NONE};
    struct px_given given = {.kind = PX_GIVEN_DEFINITE, .trigger = {25, 30}, .words = {19, 30}};
    struct px_given_row row = {.about = PX_SLICE("Tal")};
    struct px_referent referent = {.name = PX_SLICE("Tal")};
    struct px_motive motive = {.cue = {4, 13},
                               .purpose = {14, 30},
                               .actor.entity = PX_NONE,
                               .attribution = PX_NONE,
                               .aim = PX_AIM_SUSPICIOUS,
                               .somebody = true};
    struct px_motive_row aim = {.actor = PX_SLICE("Osk"), .referent = PX_NONE};
    lay_out(&a, &block, 1, &sentence, 1);
    LAY(a.acts, &act, 1);
    LAY(a.givens, &given, 1);
    LAY(a.motives, &motive, 1);
    compare(&a, NULL);
    LAY(comparison.givens, &row, 1);
    LAY(comparison.referents, &referent, 1);
    px_page_givens(&page);
    assert_has(&out, "Tal's fraud");
    px_buffer_clear(&out);
    LAY(comparison.motives, &aim, 1);
    px_page_givens(&page);
    assert_int_equal(out.size, 0);
}

/* A cue alone says nothing of what for: its sentence is shown; where all that is found is unsure, the cell is not empty. */
static void test_blame_without_a_reason(void **state)
{
    (void)state;
    struct px_block block = {.start = 0, .end = 43, .role = PX_ROLE_PARAGRAPH, .number = 1};
    struct px_sentence sentence = {.start = 0, .end = 43};
    struct px_article a = {.text = PX_SLICE("Others accused Osk. Brell blamed it on Osk.")}, b = {0};
    struct px_blame blames[] = {{.cue = {7, 14}, .others = true, .by.entity = PX_NONE, .attribution = PX_NONE},
                                {.cue = {26, 38}, .others = true, .by.entity = PX_NONE, .attribution = PX_NONE}};
    struct px_blame_row rows[] = {
        {.article = 0, .blame = 1, .target = PX_SLICE("Osk"), .by = PX_SLICE("Ada Brell"), .referent = 0},
        {.article = 1, .blame = 0, .target = PX_SLICE("Osk"), .by = PX_SLICE("other staffers"), .referent = 0}};
    b.text = a.text;
    a.blocks.items = b.blocks.items = &block;
    a.sentences.items = b.sentences.items = &sentence;
    a.blocks.count = b.blocks.count = a.sentences.count = b.sentences.count = 1;
    a.blames.items = b.blames.items = blames;
    a.blames.count = b.blames.count = 2;
    compare(&a, &b);
    LAY(comparison.blame, rows, 2);
    px_page_blame(&page);
    assert_false(out.failed);
    assert_has(&out, "| Osk | by Ada Brell: “Others accused Osk. Brell blamed it on Osk” [A¶1.1](");
    assert_has(&out, "| less sure, in the JSON |");
    assert_true(px_page_tells_blame(&page, 0, 0, 0, false));
    assert_false(px_page_tells_blame(&page, 0, 0, 0, true));  /* no praise */
    assert_false(px_page_tells_blame(&page, 0, 1, 0, false)); /* another sentence, */
    assert_false(px_page_tells_blame(&page, 0, 0, 1, false)); /* another referent, */
    assert_false(px_page_tells_blame(&page, 1, 0, 0, false)); /* and one that is less sure */
    assert_true(px_page_tells_any_blame(&page, 0, 0));
    assert_false(px_page_tells_any_blame(&page, 1, 0));
    assert_false(px_page_tells_any_blame(&page, 0, PX_NONE));
    rows[0].by = PX_SLICE("other staffers");
    px_buffer_clear(&out);
    px_page_blame(&page);
    assert_int_equal(out.size, 0);
    blames[0].people = true;
    px_page_blame(&page);
    assert_has(&out, "| Osk | less sure, in the JSON | by other staffers: “Others accused Osk");
}

/* Who does it stands in the words that are shown, with whoever stands beside him; whom it is done to does not. */
static void test_the_words_tell_by_whom(void **state)
{
    (void)state;
    struct px_article a = {
        .text = PX_SLICE("Osk was criticized by Reds and some Blues for lying. Reds blamed Osk for it.")};
    struct px_blame by = {.cue = {8, 18}, .led = 42, .reason = {46, 51}, .by = {PX_NONE, {22, 26}}};
    struct px_blame of = {.cue = {58, 64}, .led = 69, .reason = {73, 75}, .by = {PX_NONE, {53, 57}}};
    compare(&a, NULL);
    px_page_blame_words(&page, 0, &by);
    assert_has(&out, "“criticized by Reds and some Blues for lying”");
    px_buffer_clear(&out);
    px_page_blame_words(&page, 0, &of);
    assert_has(&out, "“blamed … for it”");
}

/* The text, one sentence, in which Brell blames Osk, "Brell blamed on Osk", is shown so; `about`: what is blamed, or NULL. */
static void assert_blame_shown(const char *text, const char *cue, const char *about, const char *shown)
{
    uint32_t size = (uint32_t)strlen(text), first = (uint32_t)(strstr(text, cue) - text);
    uint32_t end = first + (uint32_t)strlen(cue);
    struct px_block block = {.end = size, .role = PX_ROLE_PARAGRAPH, .number = 1};
    struct px_sentence sentence = {.end = size};
    struct px_blame blame = {.cue = {first, end}, .others = true, .attribution = PX_NONE};
    blame.about = about == NULL ? 0 : (uint32_t)(strstr(text, about) - text);
    blame.by = (struct px_party){PX_NONE, {first - 6, first - 1}};
    blame.target = (struct px_party){PX_NONE, {end + 1, end + 4}};
    struct px_article a = {.text = px_slice_from(text)};
    struct px_blame_row row = {.target = PX_SLICE("Osk"), .by = PX_SLICE("Ada Brell")};
    lay_out(&a, &block, 1, &sentence, 1);
    LAY(a.blames, &blame, 1);
    compare(&a, NULL);
    LAY(comparison.blame, &row, 1);
    px_page_blame(&page);
    assert_has(&out, shown);
}

/* Of a long sentence the clause about the cue is shown, from mark to mark, and not the middle of another. */
static void test_blame_in_its_clause(void **state)
{
    (void)state;
    assert_blame_shown("After the second slide of the year had closed the road to the pit, Brell blamed it on Osk, "
                       "whose men had left the valley in May.",
                       "blamed it on", NULL,
                       "by Ada Brell: “… Brell blamed it on Osk, whose men had left the valley in May” [A¶1.1](");
}

/* Whom alone the words would tell is told with the rest: what for. */
static void test_blame_is_shown_with_what_for(void **state)
{
    (void)state;
    assert_blame_shown(
        "After the slide in March, Brell accused Osk, the head of the mine by the old port of the northern "
        "league and of the quarry above the harbour, of lying to the crews about how the road would hold.",
        "accused", NULL, "of lying to the crews about how the road would hold” [A¶1.1](");
}

/* Where the clause is too long, what stands right before the cue may be what is blamed on somebody. */
static void test_blame_in_a_long_clause(void **state)
{
    (void)state;
    assert_blame_shown("Hask had to put off her first long journey to the old port of the northern league in March "
                       "because of a slide that Brell blamed on Osk.",
                       "blamed on", NULL, " because of a slide that Brell blamed on Osk” [A¶1.1](");
}

/* What a relative clause blames on somebody stands before it, and what was done because of it does not. */
static void test_blame_begins_with_what_is_blamed(void **state)
{
    (void)state;
    assert_blame_shown("Hask put off her journey in March because of a slide that Brell blamed on Osk.", "blamed on",
                       "a slide", "by Ada Brell: “… a slide that Brell blamed on Osk” [A¶1.1](");
}

/* Of the sentence about such a cue its clause is shown, not a window that ends anywhere. */
static void test_blame_is_shown_with_its_clause(void **state)
{
    (void)state;
    struct px_article a = {.text = PX_SLICE(
                               "On Monday, Brell met crews whose losses he blamed on Osk, who had left the town.")},
                      b = {0};
    struct px_block block = {.end = 80, .role = PX_ROLE_PARAGRAPH, .number = 1};
    struct px_sentence sentence = {.end = 80};
    struct px_blame blame = {.cue = {43, 52},
                             .target = {.entity = PX_NONE, .words = {53, 56}},
                             .others = true,
                             .by.entity = PX_NONE,
                             .attribution = PX_NONE};
    struct px_blame_row row = {.target = PX_SLICE("Osk"), .by = PX_SLICE("Ada Brell"), .referent = 0};
    lay_out(&a, &block, 1, &sentence, 1);
    LAY(a.blames, &blame, 1);
    compare(&a, &b);
    LAY(comparison.blame, &row, 1);
    px_page_blame(&page);
    assert_has(&out, "by Ada Brell: “… Brell met crews whose losses he blamed on Osk, who had left the town” [A¶1.1](");
}

/* People without a name are blamed like others, not things; the thanks they get are small talk. */
static void test_people_without_a_name_are_blamed(void **state)
{
    (void)state;
    struct px_article a = {.text = PX_SLICE("Brell blamed crews for it.")};
    struct px_block block = {.end = 26, .role = PX_ROLE_PARAGRAPH, .number = 1};
    struct px_sentence sentence = {.end = 26};
    struct px_blame blame = {.cue = {6, 12},
                             .led = 19,
                             .reason = {23, 25},
                             .target = {.entity = PX_NONE, .words = {13, 18}},
                             .others = true,
                             .by.entity = PX_NONE,
                             .attribution = PX_NONE};
    struct px_blame_row row = {.target = PX_SLICE("the crews"), .by = PX_SLICE("Ada Brell"), .referent = PX_NONE};
    lay_out(&a, &block, 1, &sentence, 1);
    LAY(a.blames, &blame, 1);
    compare(&a, NULL);
    LAY(comparison.blame, &row, 1);
    px_page_blame(&page);
    assert_int_equal(out.size, 0);
    blame.whom = true;
    px_page_blame(&page);
    assert_has(&out, "the crews, in A: by Ada Brell: “blamed … for it” [A¶1.1](");
    blame.joined = true; /* others do so, too */
    px_buffer_clear(&out);
    px_page_blame(&page);
    assert_has(&out, "by Ada Brell and others: “blamed … for it”");
    blame.credit = true;
    px_buffer_clear(&out);
    px_page_blame(&page);
    assert_int_equal(out.size, 0);
}

/* The text, a sentence on an aim that begins with the cue, is shown so. */
static void assert_aim_shown(const char *text, const char *cue, const char *purpose, const char *shown)
{
    struct px_article a = {.text = px_slice_from(text)};
    uint32_t start = (uint32_t)(strstr(text, cue) - text), aim = (uint32_t)(strstr(text, purpose) - text);
    struct px_block block = {.end = (uint32_t)strlen(text), .role = PX_ROLE_PARAGRAPH, .number = 1};
    struct px_sentence sentence = {.end = block.end};
    struct px_token verb = {.start = start, .end = start + 6, .attribution = PX_NONE};
    struct px_lexeme lexeme = {.word_class = PX_WORD_VERB};
    struct px_motive motive = {.cue = {start, start + (uint32_t)strlen(cue)},
                               .purpose = {aim, aim + (uint32_t)strlen(purpose)},
                               .actor.entity = PX_NONE,
                               .attribution = PX_NONE,
                               .aim = PX_AIM_SUSPICIOUS,
                               .somebody = true};
    struct px_motive_row row = {.actor = PX_SLICE("Osk"), .referent = PX_NONE};
    lay_out(&a, &block, 1, &sentence, 1);
    LAY(a.tokens, &verb, 1);
    LAY(a.motives, &motive, 1);
    a.lexemes = &lexeme;
    compare(&a, NULL);
    LAY(comparison.motives, &row, 1);
    px_page_motives(&page);
    assert_has(&out, shown);
}

/* What goes on behind an aim may turn it round, and is shown with it, but for half of a quotation. */
static void test_an_aim_is_shown_whole(void **state)
{
    (void)state;
    assert_aim_shown("Osk sought to part from Hask, as well as from the hill towns.", "sought to", "part from Hask",
                     ": “sought to part from Hask, as well as from the hill towns” (in disparaging words) [A¶1.1](");
    assert_aim_shown("Osk sought to shift the blame to Varn, which he called \"a nest.\"", "sought to",
                     "shift the blame to Varn", "“sought to shift the blame to Varn, which he called ‘a nest.’” (");
    assert_aim_shown("Osk sought to shift the blame, saying, \"Varn was late.", "sought to", "shift the blame",
                     "“sought to shift the blame …” (");
}

/* An aim that somebody tells of who is not known is left out; that of the article and of a known speaker are shown. */
static void test_an_aim_has_who_tells_it(void **state)
{
    (void)state;
    struct px_article a = {.text = PX_SLICE("Aides said Osk left in a bid to hide.")};
    struct px_block block = {.end = 37, .role = PX_ROLE_PARAGRAPH, .number = 1};
    struct px_sentence sentence = {.end = 37};
    struct px_motive motive = {.cue = {20, 31},
                               .purpose = {32, 36},
                               .actor.entity = PX_NONE,
                               .attribution = PX_NONE,
                               .aim = PX_AIM_SUSPICIOUS,
                               .somebody = true};
    struct px_motive_row row = {.actor = PX_SLICE("Osk"), .referent = PX_NONE};
    struct px_span said = {11, 36};
    struct px_attribution statement = {.content = {&said, 1, 1}};
    lay_out(&a, &block, 1, &sentence, 1);
    LAY(a.motives, &motive, 1);
    LAY(a.attributions, &statement, 1);
    compare(&a, NULL);
    LAY(comparison.motives, &row, 1);
    px_page_motives(&page);
    assert_int_equal(out.size, 0);
    row.speaker = PX_SLICE("Ada Brell");
    px_page_motives(&page);
    assert_has(&out, "“in a bid to hide” (in disparaging words; says Ada Brell) [A¶1.1](");
    px_buffer_clear(&out);
    row.speaker.size = 0;
    a.attributions.count = 0;
    px_page_motives(&page);
    assert_has(&out, "“in a bid to hide” (in disparaging words) [A¶1.1](");
}

/* An aim alone, "in a bid to hide", does not tell what was done; the verb "sought" does. */
static void test_an_aim_has_the_deed(void **state)
{
    (void)state;
    struct px_article a = {.text = PX_SLICE("Osk left in a bid to hide.")};
    struct px_token tokens[] = {{.end = 3}, {.start = 4, .end = 8}, {.start = 9, .end = 11}, {.start = 12, .end = 13}};
    struct px_lexeme lexemes[4] = {{0}};
    struct px_block block = {.end = 26, .role = PX_ROLE_PARAGRAPH, .number = 1};
    struct px_sentence sentence = {.end = 26};
    struct px_motive motive = {.cue = {9, 20},
                               .purpose = {21, 25},
                               .actor.entity = PX_NONE,
                               .attribution = PX_NONE,
                               .aim = PX_AIM_SUSPICIOUS,
                               .somebody = true};
    struct px_motive_row row = {.actor = PX_SLICE("Osk"), .referent = PX_NONE};
    lay_out(&a, &block, 1, &sentence, 1);
    LAY(a.tokens, tokens, 4);
    a.lexemes = lexemes;
    LAY(a.motives, &motive, 1);
    compare(&a, NULL);
    LAY(comparison.motives, &row, 1);
    px_page_motives(&page);
    assert_has(&out, "“Osk left in a bid to hide.” (in disparaging words) [A¶1.1](");
    px_buffer_clear(&out);
    lexemes[2].word_class = PX_WORD_VERB;
    px_page_motives(&page);
    assert_has(&out, "“in a bid to hide” (in disparaging words) [A¶1.1](");
    a.text = PX_SLICE("Osk left in a bid to hide it.");
    sentence.end = block.end = 29;
    px_buffer_clear(&out);
    px_page_motives(&page);
    assert_has(&out, "“in a bid to hide it” (in disparaging words) [A¶1.1]("); /* it goes on */
    motive.points = true;
    px_buffer_clear(&out);
    px_page_motives(&page);
    assert_has(&out, "“Osk left in a bid to hide it.” (in disparaging words) [A¶1.1]("); /* "it" may be told there */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_charge_has_its_doer),
        cmocka_unit_test(test_a_charge_in_an_aim_is_told_there),
        cmocka_unit_test(test_blame_without_a_reason),
        cmocka_unit_test(test_the_words_tell_by_whom),
        cmocka_unit_test(test_blame_in_its_clause),
        cmocka_unit_test(test_blame_is_shown_with_what_for),
        cmocka_unit_test(test_blame_in_a_long_clause),
        cmocka_unit_test(test_blame_begins_with_what_is_blamed),
        cmocka_unit_test(test_blame_is_shown_with_its_clause),
        cmocka_unit_test(test_an_aim_is_shown_whole),
        cmocka_unit_test(test_people_without_a_name_are_blamed),
        cmocka_unit_test(test_an_aim_has_who_tells_it),
        cmocka_unit_test(test_an_aim_has_the_deed),
    };
    return cmocka_run_group_tests(tests, NULL, release);
}
