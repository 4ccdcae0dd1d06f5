/* What is set beside a statement's words: names for pronouns, its clause, its neighbours, and who else has them. */
#include "report/said_before.h"
#include "report/said_behind.h"
#include "report/said_led.h"
#include "report/said_names.h"
#include "report/said_parts.h"
#include "report/statement_cue.h"
#include "report_fixture.h"

/* Whom a pronoun means stands behind it, where the line does not name him and nobody else can be meant. */
static void test_a_pronoun_has_its_name(void **state)
{
    (void)state;
    struct px_token tokens[] = {{.start = 0, .end = 3},   {.start = 4, .end = 10},  {.start = 11, .end = 14},
                                {.start = 16, .end = 20}, {.start = 21, .end = 26}, {.start = 27, .end = 30}};
    struct px_entity people[] = {{.name = PX_SLICE("Ann Hask"), .kind = PX_ENTITY_PERSON, .gender = 2},
                                 {.name = PX_SLICE("Ben Lind"), .kind = PX_ENTITY_PERSON, .gender = 1}};
    struct px_mention named[] = {{.start = 0, .end = 3, .entity = 0},
                                 {.start = 11, .end = 14, .entity = 1},
                                 {.start = 21, .end = 24, .entity = 1, .form = PX_MENTION_PRONOUN}};
    struct px_sentence sentence = {0};
    struct px_span cue = {16, 20}, said = {21, 30};
    struct px_attribution it = {.entity = PX_NONE, .cue = {&cue, 1, 1}, .content = {&said, 1, 1}};
    struct px_article a = {.text = PX_SLICE("Ann phoned Ben, says his son “ran”")};
    LAY(a.tokens, tokens, 6);
    LAY(a.entities, people, 2);
    LAY(a.mentions, named, 3);
    LAY(a.sentences, &sentence, 1);
    struct px_comparison comparison = {0};
    struct px_said_line line = {&comparison, &a, &it};
    struct px_slice words = px_slice_part(a.text, 16, 28);
    struct px_buffer out = {0};
    px_said_append_named(&line, words, &out);
    assert_written(&out, "says his [Ben Lind] son");
    assert_false(px_said_leans(&line));
    out = (struct px_buffer){0};
    people[0].gender = 1; /* "Ann" may be meant, too */
    px_said_append_named(&line, words, &out);
    assert_written(&out, "says his son");
    it.speaker_kind = PX_SPEAKER_DOCUMENT;
    assert_true(px_said_leans(&line));
    it.speaker_kind = PX_SPEAKER_PERSON;
    it.entity = 1; /* of himself */
    assert_false(px_said_leans(&line));
    it.leaning = true;
    assert_true(px_said_leans(&line));
}

/* Words of the article have the name, too, where they do not tell it and name nobody else who could be meant; who speaks is
 * known by the statement, and only where it counts. */
static void test_words_tell_whom_they_mean(void **state)
{
    (void)state;
    struct px_token tokens[] = {{.start = 0, .end = 2},   {.start = 3, .end = 6},
                                {.start = 7, .end = 11},  {.start = 11, .end = 12, .kind = PX_TOKEN_PUNCTUATION},
                                {.start = 13, .end = 16}, {.start = 17, .end = 21}};
    struct px_entity people[] = {{.name = PX_SLICE("Ann Hask"), .kind = PX_ENTITY_PERSON, .gender = 2},
                                 {.name = PX_SLICE("Ben Lind"), .kind = PX_ENTITY_PERSON, .gender = 1}};
    struct px_mention named[] = {{.start = 3, .end = 6, .entity = 0, .form = PX_MENTION_PRONOUN, .owns = true},
                                 {.start = 13, .end = 16, .entity = 1}};
    struct px_sentence sentence = {0};
    struct px_span speaker = {3, 6};
    struct px_attribution it = {.entity = 0, .speech = true, .speaker = {&speaker, 0, 1}};
    struct px_article a = {.text = PX_SLICE("In her town, Ben left")};
    const struct px_article *articles[] = {&a};
    LAY(a.tokens, tokens, 6);
    LAY(a.entities, people, 2);
    LAY(a.mentions, named, 2);
    LAY(a.sentences, &sentence, 1);
    LAY(a.attributions, &it, 1);
    uint8_t witness = PX_WITNESS_NONE, *witnesses[] = {&witness};
    struct px_comparison of = {.articles = articles, .article_count = 1};
    of.sourcing.witness = witnesses;
    struct px_speaker known = {.shown = people[0].name}, *speakers[] = {&known};
    of.speakers = speakers;
    static const struct {
        uint8_t gender; /* of Ben Lind */
        uint32_t start, of;
        bool said, sure;
        const char *expected;
    } cases[] = {
        {1, 0, 0, false, false, "In her [Ann Hask’s] town, Ben left"},
        {2, 0, 0, false, false, "In her town, Ben left"},           /* Ben's? */
        {2, 3, 0, false, false, "her [Ann Hask’s] town, Ben left"}, /* as from the beginning on */
        {1, 0, 1, false, false, "In her town, Ben left"},           /* they name him */
        {1, 0, 0, true, false, "In her town, Ben left"},            /* who is not sure */
        {2, 0, 0, true, true, "In her [Ann Hask’s] town, Ben left"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct px_buffer out = {0};
        struct px_span words = {cases[i].start, (uint32_t)a.text.size};
        people[1].gender = cases[i].gender;
        named[1].entity = cases[i].of == 1 ? 0 : 1;
        it.speaker.count = cases[i].said;
        it.high_tier = cases[i].sure;
        px_said_append_told(&of, &a, words, &out);
        assert_written(&out, cases[i].expected);
        assert_int_equal(px_said_tells(&of, &a, words, people[0].name), strchr(cases[i].expected, '[') != NULL);
    }
}

/* Beside a quotation the article's words are left out, but for the object of a verb that makes no sense without one. */
static void test_an_object_is_not_left_out(void **state)
{
    (void)state;
    struct px_span cue = {3, 12}, parts[] = {{13, 25}, {27, 38}};
    struct px_attribution it = {.entity = PX_NONE, .cue = {&cue, 1, 1}, .content = {parts, 2, 2}};
    struct px_article a = {.text = PX_SLICE("He played up its strength: \"Who wins?\"")};
    assert_true(px_said_part_is_shown(&a, &it, px_slice_span(a.text, parts[0])));
    assert_true(px_said_part_is_shown(&a, &it, px_slice_span(a.text, parts[1])));
    it.asserts = true;
    assert_false(px_said_part_is_shown(&a, &it, px_slice_span(a.text, parts[0])));
}

/* A quotation has the name, too, whoever else speaks it, but not one that it has itself. */
static void test_a_quoted_pronoun_has_its_name(void **state)
{
    (void)state;
    struct px_token tokens[] = {{.start = 0, .end = 3},
                                {.start = 3, .end = 4, .kind = PX_TOKEN_PUNCTUATION},
                                {.start = 5, .end = 8},
                                {.start = 10, .end = 12, .voice = PX_VOICE_DIRECT},
                                {.start = 12, .end = 14, .voice = PX_VOICE_DIRECT},
                                {.start = 15, .end = 18, .voice = PX_VOICE_DIRECT}};
    struct px_entity people[] = {{.name = PX_SLICE("Tom Hask"), .kind = PX_ENTITY_PERSON, .gender = 1},
                                 {.name = PX_SLICE("Ben Lind"), .kind = PX_ENTITY_PERSON, .gender = 1},
                                 {.name = PX_SLICE("Ivo Tarn"), .kind = PX_ENTITY_PERSON, .gender = 1}};
    struct px_mention named[] = {{.start = 0, .end = 3, .entity = 1},
                                 {.start = 5, .end = 8, .entity = 0},
                                 {.start = 10, .end = 12, .entity = 1, .form = PX_MENTION_PRONOUN},
                                 {.start = 15, .end = 18, .entity = 1}};
    struct px_sentence sentence = {0};
    struct px_span said = {9, 19};
    struct px_attribution it = {.entity = 0, .content = {&said, 1, 1}};
    struct px_article a = {.text = PX_SLICE("Ben. Tom \"he's out\"")};
    LAY(a.tokens, tokens, 6);
    LAY(a.entities, people, 3);
    LAY(a.mentions, named, 3);
    LAY(a.sentences, &sentence, 1);
    struct px_comparison comparison = {0};
    struct px_said_line line = {&comparison, &a, &it};
    struct px_slice words = px_slice_part(a.text, 9, 19);
    struct px_buffer out = {0};
    px_said_append_named(&line, words, &out);
    assert_written(&out, "\"he's [Ben Lind] out\"");
    out = (struct px_buffer){0};
    named[2].owns = true;
    px_said_append_named(&line, words, &out);
    assert_written(&out, "\"he's [Ben Lind’s] out\"");
    out = (struct px_buffer){0};
    struct px_mention both[] = {{.start = 0, .end = 3, .entity = 1},
                                {.start = 5, .end = 8, .entity = 2},
                                {.start = 10, .end = 12, .entity = 1, .form = PX_MENTION_PRONOUN}};
    a.mentions.items = both;
    px_said_append_named(&line, words, &out);
    assert_written(&out, "\"he's out\""); /* of another who is named */
    out = (struct px_buffer){0};
    struct px_span cue = {2, 4};
    it.cue = (struct px_spans){&cue, 1, 1};
    px_said_append_named(&line, words, &out);
    assert_written(&out, "\"he's [Ben Lind] out\""); /* who is told so is "you" */
    out = (struct px_buffer){0};
    struct px_attribution talk[] = {{.entity = 1, .type = PX_ATTRIBUTION_DIRECT}, it};
    LAY(a.attributions, talk, 2);
    line.attribution = &talk[1];
    px_said_append_named(&line, words, &out);
    assert_written(&out, "\"he's out\""); /* who is quoted right before may talk of another */
    a.attributions.count = 0;
    out = (struct px_buffer){0};
    LAY(a.mentions, named, 4);
    px_said_append_named(&line, words, &out);
    assert_written(&out, "\"he's out\"");
}

/* "calling him “proud”": whoever speaks of him is another, and no reason to leave the name out. */
static void test_a_pronoun_before_marks_is_not_the_speaker(void **state)
{
    (void)state;
    struct px_token tokens[] = {{.start = 0, .end = 3},
                                {.start = 4, .end = 10},
                                {.start = 11, .end = 14},
                                {.start = 14, .end = 15, .kind = PX_TOKEN_PUNCTUATION},
                                {.start = 16, .end = 23},
                                {.start = 24, .end = 27},
                                {.start = 28, .end = 29, .kind = PX_TOKEN_PUNCTUATION}};
    struct px_entity people[] = {{.name = PX_SLICE("Tom Hask"), .kind = PX_ENTITY_PERSON, .gender = 1},
                                 {.name = PX_SLICE("Ben Lind"), .kind = PX_ENTITY_PERSON, .gender = 1}};
    struct px_mention named[] = {{.start = 0, .end = 3, .entity = 0},
                                 {.start = 11, .end = 14, .entity = 1},
                                 {.start = 24, .end = 27, .entity = 1, .form = PX_MENTION_PRONOUN}};
    struct px_sentence sentence = {0};
    struct px_span cue = {16, 23}, said = {24, 34};
    struct px_attribution it = {.entity = 0, .cue = {&cue, 1, 1}, .content = {&said, 1, 1}};
    struct px_article a = {.text = PX_SLICE("Tom phoned Ben, calling him \"proud\"")};
    LAY(a.tokens, tokens, 7);
    LAY(a.entities, people, 2);
    LAY(a.mentions, named, 3);
    LAY(a.sentences, &sentence, 1);
    struct px_comparison comparison = {0};
    struct px_said_line line = {&comparison, &a, &it};
    struct px_buffer out = {0};
    px_said_append_named(&line, px_slice_part(a.text, 16, 27), &out);
    assert_written(&out, "calling him [Ben Lind]");
    out = (struct px_buffer){0};
    tokens[6].kind = PX_TOKEN_WORD; /* "calling him …" may go on as "his" does */
    px_said_append_named(&line, px_slice_part(a.text, 16, 27), &out);
    assert_written(&out, "calling him");
}

/* The line above tells of the clause where its statement stands in that, and so do the statement's own first words. */
static void test_a_clause_is_not_told_twice(void **state)
{
    (void)state;
    struct px_token tokens[] = {{.start = 0, .end = 3, .kind = PX_TOKEN_WORD},
                                {.start = 4, .end = 8, .kind = PX_TOKEN_WORD},
                                {.start = 9, .end = 13, .kind = PX_TOKEN_WORD},
                                {.start = 14, .end = 20, .kind = PX_TOKEN_WORD}};
    struct px_lexeme lexemes[] = {{0}, {.word_class = PX_WORD_VERB}, {0}, {0}};
    struct px_sentence sentences[] = {{.end = 30}};
    struct px_span who = {0, 3}, cue = {14, 20}, content[] = {{21, 30}, {21, 30}}, said = {4, 8}, wide;
    struct px_article a = {.text = PX_SLICE("Ann said this adding something")};
    LAY(a.tokens, tokens, 4);
    a.lexemes = lexemes;
    LAY(a.sentences, sentences, 1);
    struct px_attribution above = {.cue = {&said, 1, 1}}, it = {.hanging = true,
                                                                .speaker = {&who, 1, 1},
                                                                .cue = {&cue, 1, 1},
                                                                .content = {content, 1, 2}};
    assert_int_equal(px_said_led(&a, &it, NULL, &wide).cue.items[0].start, 4);
    assert_false(px_said_led(&a, &it, NULL, &wide).hanging);
    assert_int_equal(px_said_led(&a, &it, &above, &wide).cue.items[0].start, 14);
    who = (struct px_span){4, 8}; /* inside of a clause, "Ann told what she said" */
    lexemes[2].word_class = PX_WORD_VERB;
    it.speaker.items = &who;
    assert_int_equal(px_said_led(&a, &it, NULL, &wide).cue.items[0].start, 14);
    struct px_mention first = {.end = 3};
    LAY(a.mentions, &first, 1);
    assert_int_equal(px_said_led(&a, &it, NULL, &wide).cue.items[0].start, 4);
    said = (struct px_span){31, 35};
    who = (struct px_span){0, 3};
    assert_int_equal(px_said_led(&a, &it, &above, &wide).cue.items[0].start, 4);
    struct px_epithet sullen = {.start = 9, .end = 13, .kind = PX_EPITHET_PREDICATE}; /* what she is like */
    LAY(a.epithets, &sullen, 1);
    assert_int_equal(px_said_led(&a, &it, &above, &wide).cue.items[0].start, 14);
    sullen.entity = 1; /* another */
    assert_int_equal(px_said_led(&a, &it, &above, &wide).cue.items[0].start, 4);
    it.content.count = 2;
    content[0] = (struct px_span){4, 8};
    assert_int_equal(px_said_led(&a, &it, NULL, &wide).cue.items[0].start, 14);
}

/* It is not told twice, where the line above it has the sentence. */
static void test_what_is_shown_is_not_shown_again(void **state)
{
    (void)state;
    struct px_span before = {0, 18}, said = {20, 30};
    struct px_block blocks[] = {{.role = PX_ROLE_PARAGRAPH}, {.role = PX_ROLE_TITLE}};
    struct px_sentence sentences[] = {{.start = 0, .end = 18}, {.start = 19, .end = 40}};
    struct px_attribution shown = {.content = {&before, 1, 1}}, it = {.pointing = 1, .content = {&said, 1, 1}};
    struct px_article a = {.blocks = {blocks, 2, 2}, .sentences = {sentences, 2, 2}};
    assert_int_equal(px_said_before(&a, &it, NULL).end, 18);
    assert_false(px_said_hangs(&a, &it, NULL));
    assert_int_equal(px_said_before(&a, &it, &shown).end, 0);
    assert_false(px_said_hangs(&a, &it, &shown));
    sentences[0].block = 1; /* a heading tells nothing of it */
    assert_int_equal(px_said_before(&a, &it, NULL).end, 0);
    assert_true(px_said_hangs(&a, &it, NULL));
    sentences[0].block = 0;
    it.pointing = 2; /* nothing stands two sentences before it */
    assert_true(px_said_hangs(&a, &it, NULL));
    it.pointing = 0;
    assert_int_equal(px_said_before(&a, &it, NULL).end, 0);
    assert_false(px_said_hangs(&a, &it, NULL));
}

/* The short sentence in which a speaker goes on right behind what is quoted is shown, and nobody else's, nor another
 * paragraph's. */
static void test_what_is_added_stands_behind_it(void **state)
{
    (void)state;
    struct px_span said = {0, 18}, added = {25, 33}, who = {20, 22};
    struct px_token tokens[14] = {{.kind = PX_TOKEN_WORD}};
    struct px_sentence sentences[] = {{.start = 0, .end = 24, .token_count = 1},
                                      {.start = 25, .end = 40, .first_token = 1, .token_count = 3}};
    struct px_attribution it[] = {{.content = {&said, 1, 1}, .entity = 0},
                                  {.sentence = 1,
                                   .type = PX_ATTRIBUTION_INDIRECT,
                                   .entity = 0,
                                   .speech = true,
                                   .high_tier = true,
                                   .speaker = {&who, 1, 1},
                                   .content = {&added, 1, 1}}};
    struct px_article a = {.attributions = {it, 2, 2}, .sentences = {sentences, 2, 2}, .tokens = {tokens, 14, 14}};
    assert_int_equal(px_said_behind(&a, &it[0]).start, 25);
    assert_int_equal(px_said_behind(&a, &it[1]).end, 0); /* nothing stands behind the last */
    it[1].entity = 1;
    assert_int_equal(px_said_behind(&a, &it[0]).end, 0);
    it[1].entity = 0;
    it[1].high_tier = false;
    assert_int_equal(px_said_behind(&a, &it[0]).end, 0);
    it[1].high_tier = true;
    sentences[1].block = 1;
    assert_int_equal(px_said_behind(&a, &it[0]).end, 0);
    sentences[1].block = 0;
    sentences[1].token_count = 13; /* too long */
    for (size_t t = 0; t < 14; t++)
        tokens[t].kind = PX_TOKEN_WORD;
    assert_int_equal(px_said_behind(&a, &it[0]).end, 0);
}

/* Of a statement that others have some words of it is said which. */
static void test_what_another_has_too(void **state)
{
    (void)state;
    struct px_attribution statements[3] = {{0}, {0}, {0}};
    struct px_article a = {.attributions = {statements, 3, 3}};
    const struct px_article *articles[] = {&a, &a, &a};
    uint8_t here[] = {0, 0, 0, 0, PX_ALSO_PART, PX_ALSO_WHOLE, 0, PX_ALSO_MOSTLY, 0}, *also[] = {here, here, here};
    struct px_comparison comparison = {.articles = articles, .article_count = 3};
    comparison.sourcing.also = also;
    struct px_buffer out = {0};
    px_statement_also(&comparison, 0, &statements[0], &out);
    assert_int_equal(out.size, 0);
    px_statement_also(&comparison, 0, &statements[1], &out);
    assert_written(&out, " (quoted words also in C; some quoted words also in B)");
    px_statement_also(&comparison, 0, &statements[2], &out);
    assert_written(&out, " (most quoted words also in B)");
    struct px_token words[] = {{.start = 0, .end = 3, .kind = PX_TOKEN_WORD, .voice = PX_VOICE_DIRECT},
                               {.start = 4, .end = 7, .kind = PX_TOKEN_WORD, .voice = PX_VOICE_DIRECT},
                               {.start = 8, .end = 9, .kind = PX_TOKEN_WORD, .voice = PX_VOICE_DIRECT}};
    struct px_span said = {0, 7};
    LAY(a.tokens, words, 3);
    statements[2].content.items = &said;
    statements[2].content.count = 1;
    struct px_buffer few = {0};
    px_statement_also(&comparison, 0, &statements[2], &few); /* two words may be anybody's */
    assert_int_equal(few.size, 0);
    said.end = 9;
    px_statement_also(&comparison, 0, &statements[2], &few);
    assert_written(&few, " (most quoted words also in B)");
}

/* The words behind a verb end at a comma, unless that only breaks up their clause. */
static void test_a_clause_is_not_broken_up(void **state)
{
    (void)state;
    struct px_token tokens[] = {{.start = 0, .end = 3},   {.start = 4, .end = 8},   {.start = 9, .end = 14},
                                {.start = 15, .end = 18}, {.start = 18, .end = 19}, {.start = 20, .end = 23},
                                {.start = 24, .end = 29}, {.start = 29, .end = 30}, {.start = 31, .end = 36}};
    struct px_lexeme lexemes[9] = {[1] = {.word_class = PX_WORD_VERB}, [8] = {.word_class = PX_WORD_VERB}};
    struct px_sentence sentence = {.token_count = 9, .end = 36};
    struct px_span cue = {4, 8};
    struct px_attribution it = {.cue = {&cue, 1, 1}};
    struct px_article a = {.text = PX_SLICE("Ann said after Ben, the mayor, spoke")};
    tokens[4].kind = tokens[7].kind = PX_TOKEN_PUNCTUATION;
    LAY(a.tokens, tokens, 9);
    LAY(a.sentences, &sentence, 1);
    a.lexemes = lexemes;
    struct px_buffer written = {0};
    px_statement_cue(&a, &it, &written);
    assert_written(&written, "said …");
    written = (struct px_buffer){0};
    cue.end = 14;
    px_statement_cue(&a, &it, &written);
    assert_written(&written, "said …"); /* and not "said after …" */
    cue.end = 8;
    written = (struct px_buffer){0};
    lexemes[8].word_class = PX_WORD_NOUN;
    px_statement_cue(&a, &it, &written);
    assert_written(&written, "said after Ben");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_clause_is_not_broken_up),
        cmocka_unit_test(test_a_pronoun_has_its_name),
        cmocka_unit_test(test_words_tell_whom_they_mean),
        cmocka_unit_test(test_an_object_is_not_left_out),
        cmocka_unit_test(test_a_quoted_pronoun_has_its_name),
        cmocka_unit_test(test_a_pronoun_before_marks_is_not_the_speaker),
        cmocka_unit_test(test_a_clause_is_not_told_twice),
        cmocka_unit_test(test_what_is_shown_is_not_shown_again),
        cmocka_unit_test(test_what_is_added_stands_behind_it),
        cmocka_unit_test(test_what_another_has_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
