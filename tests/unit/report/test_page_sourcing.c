/* What the page tells of speakers and of what they say. */
#include "page_fixture.h"
#include "report/page_statements.h"

#include <stdio.h>

static uint32_t once[] = {1, 0}, in_both[] = {1, 1}, never[] = {0, 0};
static bool no[2], of_b[] = {false, true};
static uint8_t none[2], *no_witness[] = {none, none};
static struct px_slice no_cues[2];
static struct px_evidence nowhere[2];

/* Who makes one statement, in the first article. */
static const struct px_source ann_hask = {.name = PX_SLICE_STATIC("Ann Hask"),
                                          .referent = PX_NONE,
                                          .statements = once,
                                          .words = once,
                                          .traces = never,
                                          .absent = no,
                                          .outlet = of_b,
                                          .cues = no_cues,
                                          .evidence = nowhere};

/* Who makes one in both. */
static const struct px_source ada_brell = {.name = PX_SLICE_STATIC("Ada Brell"),
                                           .shown = PX_SLICE_STATIC("Ada Brell"),
                                           .kind = PX_SPEAKER_PERSON,
                                           .statements = in_both,
                                           .words = in_both,
                                           .traces = never,
                                           .absent = no,
                                           .cues = no_cues,
                                           .evidence = nowhere};

/* One speaker has a row; whose each statement is, `speakers` tells, NULL where the articles have none. */
static void hear(struct px_source *source, struct px_speaker **speakers)
{
    comparison.speakers = speakers;
    comparison.sourcing.witness = no_witness;
    comparison.sourcing.unclear.statements = never;
    LAY(comparison.sourcing.sources, source, 1);
}

/* By what description a speaker of two articles is introduced in one alone, is told of that one. */
static void test_a_role_is_of_its_article(void **state)
{
    (void)state;
    struct px_entity here = {.role = PX_SLICE("former aide"), .kind = PX_ENTITY_PERSON}, there = here;
    struct px_article a = {0}, b = {0};
    a.entities.items = &here;
    b.entities.items = &there;
    a.entities.count = b.entities.count = 1;
    uint32_t entity[] = {0, 0};
    struct px_referent referent = {.name = PX_SLICE("Ada Brell"), .kind = PX_ENTITY_PERSON, .entity = entity};
    struct px_source source = ada_brell;
    source.role = PX_SLICE("former aide");
    compare(&a, &b);
    LAY(comparison.referents, &referent, 1);
    hear(&source, NULL);
    static const char *const roles[] = {
        "harbour director", "director", "aide", "", "Director", "Former A.I.D.E. of the town", "Former’s aide’s"};
    static const char *const written[] = {"| Ada Brell, former aide (A), harbour director (B) |",
                                          "| Ada Brell, former aide (A) |",
                                          "| Ada Brell, former aide |",
                                          "| Ada Brell, former aide |",
                                          "| Ada Brell, former aide (A), Director (B) |",
                                          "| Ada Brell, former aide |",
                                          "| Ada Brell, former aide |"};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        begin_page();
        there.role = px_slice_from(roles[i]);
        px_page_sourcing(&page);
        assert_has(&out, written[i]);
    }
    /* it has the other's role as well, beside her name; what somebody else is says nothing of her */
    static const char *const texts[] = {"A former aide, Ada Brell, spoke.", "Ada Brell spoke. So did a former aide."};
    struct px_mention name = {.form = PX_MENTION_NAME};
    LAY(b.mentions, &name, 1);
    for (size_t i = 0; i < 2; i++) {
        begin_page();
        there.role = PX_SLICE("harbour director");
        b.text = px_slice_from(texts[i]);
        name.start = (uint32_t)px_slice_find(b.text, PX_SLICE("Ada"), 0);
        name.end = name.start + 9;
        px_page_sourcing(&page);
        assert_has(&out,
                   i == 0 ? "| Ada Brell, former aide |" : "| Ada Brell, former aide (A), harbour director (B) |");
    }
}

/* What a sentence tells of a speaker and of nobody else, by the role's noun and half of its words, is no contrast. */
static void test_a_role_is_told_in_a_sentence(void **state)
{
#define GOVERNOR "former governor of Norhaven"
    (void)state;
    static const struct {
        const char *role, *text;
        bool told;
    } cases[] = {
        {"former chief HBC lawyer", "Ada Brell, the former chief of the lawyers, spoke.", false},
        {"former chief HBC lawyer", "Ada Brell, the former HBC lawyer, spoke.", true},
        {GOVERNOR, "Ada Brell, who became governor in Norhaven, spoke.", true},
        {GOVERNOR, "Ada Brell, who became governor in Norhaven, spoke to Ivo Hask.", false},
        {GOVERNOR, "Ada Brell, who sued the Norhaven lords, spoke.", false},
        {GOVERNOR, "Ada Brell, who became governor at last, spoke.", false},
        {GOVERNOR, "She spoke. Norhaven has its governor.", false},
    };
    struct px_entity ada = {.kind = PX_ENTITY_PERSON};
    struct px_entity there[] = {{.role = PX_SLICE("harbour director"), .kind = PX_ENTITY_PERSON},
                                {.name = PX_SLICE("Ivo Hask"), .kind = PX_ENTITY_PERSON}};
    uint32_t entity[] = {0, 0};
    struct px_referent referent = {.name = PX_SLICE("Ada Brell"), .kind = PX_ENTITY_PERSON, .entity = entity};
    struct px_source source = ada_brell;
    struct px_article a = {0}, b = {0};
    struct px_sentence sentences[2];
    struct px_mention mentions[2];
    LAY(a.entities, &ada, 1);
    LAY(b.entities, there, 2);
    compare(&a, &b);
    LAY(comparison.referents, &referent, 1);
    hear(&source, NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        source.role = ada.role = px_slice_from(cases[i].role);
        b.text = px_slice_from(cases[i].text);
        size_t stop = px_slice_find(b.text, PX_SLICE(". "), 0), end = stop == SIZE_MAX ? b.text.size : stop + 1;
        size_t hask = px_slice_find(b.text, PX_SLICE("Ivo Hask"), 0);
        sentences[0] = (struct px_sentence){.end = (uint32_t)end};
        sentences[1] = (struct px_sentence){.start = (uint32_t)end + 1, .end = (uint32_t)b.text.size};
        mentions[0] = (struct px_mention){.end = 3, .form = PX_MENTION_NAME};
        mentions[1] = (struct px_mention){.start = (uint32_t)hask, .end = (uint32_t)hask + 8, .entity = 1};
        LAY(b.sentences, sentences, stop == SIZE_MAX ? 1 : 2);
        LAY(b.mentions, mentions, hask == SIZE_MAX ? 1 : 2);
        begin_page();
        px_page_sourcing(&page);
        char row[128];
        snprintf(row, sizeof row, "| Ada Brell, %s%s |", cases[i].role,
                 cases[i].told ? "" : " (A), harbour director (B)");
        assert_has(&out, row);
    }
}

/* Words of whom nobody tells who says them have no row, and do not count. */
static void test_nobodys_words_have_no_row(void **state)
{
    (void)state;
    struct px_span who = {0, 2};
    struct px_attribution said = {.speech = true, .high_tier = true, .speaker = {&who, 1, 1}};
    struct px_article a = {0}, b = {0};
    struct px_referent referent = {.name = PX_SLICE("Ann Hask"), .kind = PX_ENTITY_PERSON};
    struct px_speaker speaker = {.unclear = true}, *speakers[] = {&speaker, NULL};
    struct px_source source = ann_hask;
    uint32_t words[] = {30, 0};
    LAY(a.attributions, &said, 1);
    for (int known = 0; known < 2; known++) {
        compare(&a, &b);
        LAY(comparison.referents, &referent, 1);
        hear(&source, speakers);
        speaker.referent = known ? 0 : PX_NONE;
        comparison.sourcing.unclear = (struct px_source){.statements = once, .words = words, .evidence = nowhere};
        px_page_sourcing(&page);
        assert_false(page_has("not found |"));
        assert_has(&out, known ? ": 1 of 1 statements in A," : ": 0 of 1 statements in A,");
        comparison.sourcing.unclear = (struct px_source){.statements = never};
    }
}

/* Who makes a statement with another stands beside him by name. */
static void test_joint_speakers_are_named(void **state)
{
    (void)state;
    struct px_entity entities[] = {{.name = PX_SLICE("Ada Brell")}, {.name = PX_SLICE("Ivo Hask")}};
    struct px_article article = {0};
    LAY(article.entities, entities, 2);
    struct px_attribution statement = {.also = {1, 0, 1}};
    static const char *const written[] = {"", " and Ivo Hask", ", Ivo Hask and Ada Brell", " and others"};
    for (statement.also_count = 0; statement.also_count < 4; statement.also_count++) {
        begin_page();
        px_page_joint(&page, &article, &statement);
        assert_written(&out, written[statement.also_count]);
    }
}

/* Whose statements are all less sure is in the JSON alone: half of such lines would be wrong of somebody. */
static void test_less_sure_speakers_are_left_out(void **state)
{
    (void)state;
    struct px_article a = {.text = PX_SLICE("Kestria says no")}, b = {0};
    struct px_span span = {0, 7};
    struct px_attribution said = {.speech = true, .speaker = {&span, 1, 1}, .confidence = .9, .entity = 0};
    struct px_referent referent = {.name = PX_SLICE("Kestria"), .kind = PX_ENTITY_PERSON};
    struct px_speaker speaker = {.referent = 0}, *speakers[] = {&speaker, NULL};
    struct px_source source = ann_hask;
    compare(&a, &b);
    LAY(a.attributions, &said, 1);
    LAY(comparison.referents, &referent, 1);
    hear(&source, speakers);
    struct px_mention pronoun = {.start = 0, .end = 2, .form = PX_MENTION_PRONOUN};
    a.mentions.items = &pronoun;
    struct px_block block = {.start = 0, .end = 15, .role = PX_ROLE_PARAGRAPH, .number = 1};
    struct px_sentence sentence = {.start = 0, .end = 15};
    lay_out(&a, &block, 1, &sentence, 1);
    for (int i = 0; i < 4; i++) {
        begin_page();
        said.confidence = i == 1 ? .5 : .9;
        a.mentions.count = i == 3; /* "he" is who is likeliest, hardly surely */
        source.referent = i == 2 ? 0 : 7;
        px_page_sourcing(&page);
        assert_false(page_has("Kestria"));
        assert_true(page_has(" (the outlet of B) | 1; 1 word | ? |"));
        assert_has(&out, "“?”: none were found, but some may stand there under another name or none.");
    }
    /* that there is none is said of whom nobody there may be */
    begin_page();
    bool absent[] = {false, true};
    source.absent = absent;
    px_page_sourcing(&page);
    assert_true(page_has(" (the outlet of B) | 1; 1 word | – |"));
    assert_has(&out, "“–”: none were found.");
    /* who only denies what others say has a row, without words */
    begin_page();
    source.words = never;
    px_page_sourcing(&page);
    assert_true(page_has(" (the outlet of B) | 1 | – |"));
    source.words = once;
    /* by name where a description stands for him */
    begin_page();
    said.type = PX_ATTRIBUTION_DIRECT;
    said.entity = PX_NONE;
    said.high_tier = true;
    LAY(said.content, &span, 1);
    referent.name = PX_SLICE("Ora Lind");
    px_page_sourcing(&page);
    assert_has(&out, "- Ora Lind: Kestria");
    /* what doubts a statement by its own verb or noun is told, however less sure its words are */
    struct px_span cue = {8, 15};
    said.high_tier = false;
    a.mentions.count = 0;
    said.uptake = PX_UPTAKE_UNDERCUT;
    LAY(said.cue, &cue, 1);
    for (uint32_t start = 0; start < 9; start += 8) {
        px_buffer_clear(&out);
        said.uptake_words = (struct px_span){start, start + 4};
        px_page_sourcing(&page);
        assert_int_equal(page_has("- doubted by “says”: “Kestria says no” ["), start == 8);
    }
}

/* A statement in parts: a dash that the article has is no gap, and a part that is cut has one ellipsis behind it. */
static void test_parts_of_a_statement(void **state)
{
    (void)state;
#define WORDS "and the boats that lay in the old harbour over the long winter without their crews were sold there, "
    static const struct {
        const char *text, *written;
        struct px_span parts[2];
    } cases[] = {
        {"no harbour — or none here — is safe", "no harbour — or none here [", {{0, 10}, {15, 27}}},
        {"\"No harbour is safe.” It rains.", "\"No harbour is safe.” [", {{0, 23}, {24, 33}}},
        {"\"No “harbour” is safe. It rains.", "\"No “harbour” is safe.\" [", {{0, 26}, {27, 36}}},
        {"no harbour, said Hask, is safe", "no harbour … is safe [", {{0, 10}, {23, 30}}},
        {"“First " WORDS WORDS WORDS WORDS WORDS WORDS "all.” She left. “So it is.”",
         "sold there …” “So it is.” [",
         {{0, 616}, {627, 642}}},
    };
    struct px_source source = ann_hask;
    struct px_block block = {.role = PX_ROLE_PARAGRAPH, .number = 1, .sentence_count = 1};
    struct px_sentence sentence = {0};
    struct px_speaker speaker = {.referent = PX_NONE}, *speakers[] = {&speaker};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct px_span who = {0, 2}, parts[2] = {cases[i].parts[0], cases[i].parts[1]};
        struct px_attribution said = {.type = PX_ATTRIBUTION_DIRECT,
                                      .high_tier = true,
                                      .entity = PX_NONE,
                                      .speaker = {&who, 1, 1},
                                      .content = {parts, 2, 2}};
        struct px_article a = {.text = px_slice_from(cases[i].text)};
        compare(&a, NULL);
        LAY(a.attributions, &said, 1);
        lay_out(&a, &block, 1, &sentence, 1);
        hear(&source, speakers);
        px_page_sourcing(&page);
        assert_has(&out, cases[i].written);
    }
#undef WORDS
}

/* What hangs on a verb between the parts is left out, and is not if that is the cue. */
static void test_parts_that_hang_on_a_verb(void **state)
{
    (void)state;
    struct px_token tokens[] = {{.start = 3, .end = 7},
                                {.start = 11, .end = 17},
                                {.start = 18, .end = 21},
                                {.start = 25, .end = 27, .voice = PX_VOICE_DIRECT}};
    struct px_lexeme lexemes[] = {{0}, {.word_class = PX_WORD_VERB}, {0}, {0}};
    struct px_span who = {0, 1}, cue = {11, 17}, parts[] = {{0, 10}, {22, 35}};
    struct px_article a = {.text = PX_SLICE("“more” pushed for “to last”"), .lexemes = lexemes};
    struct px_attribution said = {.type = PX_ATTRIBUTION_DIRECT,
                                  .high_tier = true,
                                  .entity = PX_NONE,
                                  .speaker = {&who, 1, 1},
                                  .content = {parts, 2, 2}};
    struct px_block block = {.role = PX_ROLE_PARAGRAPH, .number = 1, .sentence_count = 1};
    struct px_sentence sentence = {0};
    struct px_speaker speaker = {.referent = PX_NONE}, *speakers[] = {&speaker};
    struct px_source source = ann_hask;
    compare(&a, NULL);
    LAY(a.tokens, tokens, 4);
    LAY(a.attributions, &said, 1);
    lay_out(&a, &block, 1, &sentence, 1);
    hear(&source, speakers);
    for (size_t cued = 0; cued < 2; cued++) {
        begin_page();
        LAY(said.cue, &cue, cued);
        px_page_sourcing(&page);
        assert_int_equal(page_has("last"), cued == 1);
    }
    /* what goes on from its verb stands behind it, and a quotation of its own behind the words between */
    struct px_span goes_on = {18, 35};
    said.content = (struct px_spans){&goes_on, 1, 1};
    said.cue_lemma = PX_SLICE("push");
    for (uint32_t start = 18; start <= 22; start += 4) {
        begin_page();
        goes_on.start = start;
        px_page_sourcing(&page);
        assert_has(&out, ": pushed for “to last” [");
    }
    /* and words that say another thing by themselves stand with their verb */
    for (uint32_t end = 35; end <= 36; end++) {
        begin_page();
        said.cut = true;
        cue.start = end == 35 ? 11 : 30; /* not where the verb comes behind them */
        px_page_sourcing(&page);
        assert_int_equal(page_has(": pushed for “to last” ["), end == 35);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_role_is_of_its_article),        cmocka_unit_test(test_a_role_is_told_in_a_sentence),
        cmocka_unit_test(test_nobodys_words_have_no_row),       cmocka_unit_test(test_joint_speakers_are_named),
        cmocka_unit_test(test_less_sure_speakers_are_left_out), cmocka_unit_test(test_parts_of_a_statement),
        cmocka_unit_test(test_parts_that_hang_on_a_verb),
    };
    return cmocka_run_group_tests(tests, NULL, release);
}
