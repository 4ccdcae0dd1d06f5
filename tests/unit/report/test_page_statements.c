/* What is quoted, as the page shows it: the words of a line, and how lines stand below a speaker. */
#include "statements_fixture.h"

/* A denial is told by its clause, though none of its words are quoted; an adverb of whoever denies is none of it. */
static void test_a_denial_is_told(void **state)
{
    (void)state;
    static const struct shown cases[] = {
        {.text = "Ann has denied that nobody came.",
         .cue = {4, 14},
         .content = {15, 31},
         .denial = true,
         .line = "From the statements in A; outside of quotation marks the words are the article's:\n\n- Ann: "
                 "has denied that nobody came ["},
        {.text = "Ann has denied that nobody came.", .cue = {4, 14}, .content = {15, 31}},
        {.text = "Ann has denied the old account.", .cue = {4, 14}, .content = {15, 30}, .denial = true}, /* which? */
        {.text = "Men and boys alike denied that nobody came.",
         .who = {0, 18},
         .cue = {19, 25},
         .content = {26, 42},
         .adverb = "alike",
         .denial = true,
         .line = ": denied that nobody came ["},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_shown(&cases[i]);
}

/* What quotes a part of what it reports stands as the article's sentence; not one that is a denial, is long, goes over to another
 * sentence, or lacks the mark that begins it. */
static void test_a_mixed_statement_is_its_sentence(void **state)
{
    (void)state;
    struct shown it = {.text = "On Monday, Ann told us that “nobody” came.",
                       .cue = {15, 19},
                       .content = {23, 45},
                       .quoted = {28, 40},
                       .who = {11, 14},
                       .brief = true,
                       .line = "- Ann: On Monday, Ann told us that “nobody” came. ["};
    assert_shown(&it);
    it.brief = false;
    it.line = "- Ann: told us that “nobody” came [";
    assert_shown(&it);
    it.brief = true;
    it.begins = 11; /* its words begin before its sentence */
    it.content.start = 3;
    it.line = "- Ann: ";
    assert_shown(&it);
}

/* Words that begin inside of a sentence which leads to them, before the one of their verb, stand with all of it. */
static void test_torn_words_have_their_sentence(void **state)
{
    (void)state;
    static const struct shown it = {.text = "Ann wept that “nobody came.” “So we left,” Ann said.",
                                    .begins = 33,
                                    .cue = {55, 59},
                                    .content = {14, 32},
                                    .second = {33, 50},
                                    .quoted = {14, 50},
                                    .who = {51, 54},
                                    .line = "- Ann: ann wept that “nobody came.” “So we left” ["};
    assert_shown(&it);
}

/* Words behind the verb that a comma cuts off before their noun tell nothing. */
static void test_a_torn_phrase_is_left_out(void **state)
{
    (void)state;
    static const struct shown it = {.text = "“Nobody came ,” Ann said in full , nobody knew of talks.",
                                    .cue = {24, 28},
                                    .content = {0, 19},
                                    .quoted = {0, 19},
                                    .who = {20, 23},
                                    .adverb = "full",
                                    .line = ": said, “Nobody came"};
    assert_shown(&it);
}

/* What goes on from its verb stands behind it as in the article, though it begins with a mark and with a few words
 * between, marks of quotation among them; more words are left out. */
static void test_words_go_on_from_their_verb(void **state)
{
    (void)state;
    static const struct shown cases[] = {
        {.text = "Ann told us that “nobody” came.",
         .cue = {4, 8},
         .content = {12, 34},
         .quoted = {17, 29},
         .line = "- Ann: told us that “nobody” came ["},
        {.text = "Ann left telling us “nobody” came.", /* a clause of another */
         .cue = {9, 16},
         .content = {20, 37},
         .quoted = {20, 32},
         .hanging = true,
         .line = "- Ann: … telling us “nobody” came ["},
        {.text = "Going by Ann nobody “came” there.", /* she stands in front */
         .cue = {0, 8},
         .content = {13, 36},
         .quoted = {20, 30},
         .who = {9, 12},
         .line = "- Ann: nobody “came” there ["},
        {.text = "Ann left saying, “Nobody came.”", /* they stand by themselves */
         .cue = {9, 15},
         .content = {17, 35},
         .quoted = {17, 35},
         .hanging = true,
         .line = "- Ann: “Nobody came.” ["},
        {.text = "“Nobody came,” Ann said, adding later: “Nobody left.”", /* not all of it was added */
         .cue = {29, 42},
         .content = {0, 18},
         .second = {43, 61},
         .quoted = {0, 61},
         .who = {19, 22},
         .hanging = true,
         .line = "- Ann: “Nobody came” … “Nobody left.” ["},
        {.text = "Ann told both “old men” to go.",
         .cue = {4, 8},
         .content = {14, 33},
         .quoted = {14, 27},
         .line = "- Ann: told both “old men” to go ["},
        {.text = "Ann told the men of the harbour and the yard to “go” home.",
         .cue = {4, 8},
         .content = {45, 61},
         .quoted = {48, 56},
         .line = "- Ann: told the men of the harbour and the yard to “go” home ["},
        {.text = "Ann told the men of the harbour and those of the yard behind the old mill to “go” home.",
         .cue = {4, 8},
         .content = {74, 90},
         .quoted = {77, 85},
         .line = "- Ann: told … to “go” home ["},
        {.text = "Ann told us, “boats leave” in time.", /* nothing is left out */
         .cue = {4, 11},
         .content = {13, 38},
         .quoted = {13, 30},
         .line = "- Ann: told us, “boats leave” in time ["},
        {.text = "Ann told us, “nobody came.”",
         .cue = {4, 8},
         .content = {13, 31},
         .quoted = {13, 31},
         .line = "- Ann: told us, “nobody came.” ["},
        {.text = "“Nobody came,” said Ann .",
         .cue = {19, 23},
         .content = {0, 18},
         .quoted = {0, 18},
         .who = {24, 27},
         .line = "- Ann: said, “Nobody came” ["},
        {.text = "“Nobody came,” Ann wrote to the men of the harbour and of the yard and to all the women who had come "
                 "with them to the old quay .",
         .cue = {23, 28},
         .content = {0, 18},
         .quoted = {0, 18},
         .who = {19, 22},
         .line = "- Ann: wrote …, “Nobody came” ["},
        {.text = "“Nobody came,” Ann wrote Boats sank .",
         .cue = {23, 28},
         .content = {0, 18},
         .quoted = {0, 18},
         .who = {19, 22},
         .ends = 29,
         .line = "- Ann: wrote, “Nobody came” ["},
        {.text = "“Nobody came,” Ann said on the “ Harbour Hour ” .",
         .cue = {23, 27},
         .content = {0, 18},
         .quoted = {0, 18},
         .who = {19, 22},
         .line = "- Ann: said on the “ Harbour Hour”, “Nobody came” ["},
        {.text = "“Nobody came,” Ann said on the '' Harbour Hour '' .",
         .cue = {23, 27},
         .content = {0, 18},
         .quoted = {0, 18},
         .who = {19, 22},
         .line = "- Ann: said on the '' Harbour Hour'', “Nobody came” ["},
        {.text = "“Nobody came,” Ann told the sailors ’ union .",
         .cue = {23, 27},
         .content = {0, 18},
         .quoted = {0, 18},
         .who = {19, 22},
         .line = "- Ann: told the sailors ’ union, “Nobody came” ["},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_shown(&cases[i]);
}

/* Words of the article stand behind "that", or a colon where the verb takes none, without the capital of its sentence, and go on over who says them. */
static void test_reported_words_are_no_quotation(void **state)
{
    (void)state;
    static const struct shown cases[] = {
        {.text = "Wine was “dear” said Ann .",
         .cue = {20, 24},
         .content = {0, 19},
         .quoted = {9, 19},
         .who = {25, 28},
         .asserts = true,
         .line = "- Ann: said that wine was “dear” ["},
        {.text = "That was “dear” said Ann .",
         .cue = {20, 24},
         .content = {0, 19},
         .quoted = {9, 19},
         .who = {25, 28},
         .line = "- Ann: said: that was “dear” ["},
        {.text = "After rain, Ann said, “wine is” dear.",
         .cue = {16, 20},
         .content = {0, 10},
         .quoted = {22, 35},
         .who = {12, 15},
         .when = {0, 10},
         .second = {22, 35},
         .asserts = true,
         .line = "- Ann: after rain said “wine is” ["},
        {.text = "After rain, Ann said, wine.", /* a word by itself is all that is left */
         .cue = {16, 20},
         .content = {0, 10},
         .who = {12, 15},
         .when = {0, 10},
         .second = {22, 26},
         .quoted = {22, 27},
         .line = "- Ann: after rain said wine ["},
        {.text = "After rain, Ann said.", /* nothing is */
         .cue = {16, 20},
         .content = {0, 10},
         .who = {12, 15},
         .when = {0, 10},
         .quoted = {0, 11},
         .line = "- Ann: after rain said, After rain ["},
        {.text = "After rain “wine is” dear, Ann said.", /* more than the occasion */
         .cue = {35, 39},
         .content = {0, 29},
         .quoted = {11, 24},
         .who = {31, 34},
         .when = {0, 10},
         .line = "- Ann: after rain said: after rain “wine is” dear ["},
        {.text = "Mayor Hask was “dear” told Ann .",
         .cue = {26, 30},
         .content = {0, 25},
         .quoted = {15, 25},
         .who = {31, 34},
         .titled = true,
         .line = "- Ann: told: Mayor Hask was “dear” ["},
        {.text = "Wine, Ann said, shut “the dock” down.",
         .cue = {10, 14},
         .content = {0, 4},
         .quoted = {21, 35},
         .who = {6, 9},
         .second = {16, 40},
         .verb = "shut",
         .line = "- Ann: said wine shut “the dock” down ["},
        {.text = "Wine, Ann said, was shut “for good” now.",
         .cue = {10, 14},
         .content = {0, 4},
         .quoted = {25, 39},
         .who = {6, 9},
         .second = {16, 43},
         .verb = "shut",
         .line = "- Ann: said wine was shut “for good” now ["},
        {.text = "Wine, Ann said, in “the dock” sank.",
         .cue = {10, 14},
         .content = {0, 4},
         .quoted = {19, 33},
         .who = {6, 9},
         .second = {16, 38},
         .line = "- Ann: said wine in “the dock” sank ["},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_shown(&cases[i]);
}

/* Without a word between marks nothing is quoted. */
static void test_words_alone_are_no_quotation(void **state)
{
    (void)state;
    static const struct shown plain = {.text = "Ann told us that nobody came.", .cue = {4, 8}, .content = {12, 28}};
    assert_shown(&plain);
}

/* What is put in between dashes takes nothing with it, as a verb of the sentence does. */
static void test_what_is_put_in_parts_nothing(void **state)
{
    (void)state;
    static const struct shown cases[] = {
        {.text = "Ann told us that wine – liked by all – “would go” on.",
         .cue = {4, 8},
         .content = {12, 21},
         .quoted = {43, 57},
         .line = "- Ann: told us that wine – liked by all – “would go” on [", /* a few words are told with it */
         .second = {43, 60},
         .verb = "liked"},
        {.text = "Ann told us that “wine” then liked to see it “would go” on.",
         .cue = {4, 8},
         .content = {12, 27},
         .quoted = {17, 27},
         .line = "- Ann: told us that “wine” [",
         .second = {49, 66},
         .verb = "liked"},
        {.text = "“Wine,” said Ann – “to help” you.",
         .cue = {12, 16},
         .content = {0, 11},
         .quoted = {0, 38},
         .line = "- Ann: said, “Wine” [",
         .who = {17, 20},
         .second = {25, 38}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_shown(&cases[i]);
}

/* A headline tells too short whose its words are: they stand where the body has them, or not at all. */
static void test_a_headline_is_no_statement(void **state)
{
    (void)state;
    struct px_slice text = PX_SLICE("Ann: too dear\nAnn said too dear");
    struct px_token tokens[] = {{.start = 5, .end = 8, .voice = PX_VOICE_DIRECT},
                                {.start = 9, .end = 13, .voice = PX_VOICE_DIRECT},
                                {.start = 23, .end = 26, .voice = PX_VOICE_DIRECT},
                                {.start = 27, .end = 31, .voice = PX_VOICE_DIRECT}};
    struct px_span who[] = {{0, 3}, {14, 17}}, said[] = {{5, 13}, {23, 31}};
    struct px_attribution both[2] = {{0}};
    for (uint32_t i = 0; i < 2; i++)
        both[i] = (struct px_attribution){.type = PX_ATTRIBUTION_DIRECT,
                                          .high_tier = true,
                                          .entity = PX_NONE,
                                          .sentence = i,
                                          .speaker = {&who[i], 1, 1},
                                          .content = {&said[i], 1, 1}};
    struct px_block blocks[] = {{.end = 13, .role = PX_ROLE_TITLE, .sentence_count = 1},
                                {.start = 14, .end = 31, .role = PX_ROLE_PARAGRAPH, .number = 1, .sentence_count = 1}};
    struct px_sentence sentences[] = {{.end = 13}, {.start = 14, .end = 31, .block = 1}};
    blocks[1].first_sentence = 1;
    struct px_article a = {.text = text};
    a.tokens.items = tokens;
    a.attributions.items = both;
    a.blocks.items = blocks;
    a.sentences.items = sentences;
    a.tokens.count = 4;
    a.attributions.count = a.blocks.count = a.sentences.count = 2;
    const struct px_article *articles[] = {&a};
    struct px_speaker speaker[2] = {{.referent = PX_NONE}, {.referent = PX_NONE}}, *speakers[] = {speaker};
    uint8_t none[2] = {PX_WITNESS_NONE}, *witness[] = {none};
    bool cited[2] = {false}, *all_cited[] = {cited};
    struct px_comparison comparison = {.articles = articles, .article_count = 1, .speakers = speakers};
    comparison.sourcing.witness = witness;
    struct px_buffer out = {0};
    struct px_page page = {.out = &out, .comparison = &comparison, .cited = all_cited};
    px_page_statements(&page, 0);
    assert_has(&out, "A¶1.1");
    assert_null(strstr(out.data, "title"));
    px_buffer_clear(&out);
    both[1].high_tier = false;
    px_page_statements(&page, 0);
    assert_int_equal(out.size, 0);
    px_buffer_clear(&out);
    blocks[0].role = PX_ROLE_PARAGRAPH; /* two lines of one speaker stand below her name */
    both[1].high_tier = true;
    px_page_statements(&page, 0);
    assert_has(&out, "- Ann:\n  - too dear [A¶");
    px_buffer_release(&out);
    px_arena_release(&page.arena);
}

enum { SPEECHES = 7, EACH = 8 }; /* bytes of a sentence */

/* An article of paragraphs "Ann: no", each a statement. */
static struct {
    struct px_token tokens[SPEECHES];
    struct px_span who[SPEECHES], said[SPEECHES];
    struct px_attribution all[SPEECHES];
    struct px_block blocks[SPEECHES];
    struct px_sentence sentences[SPEECHES];
    struct px_speaker speaker[SPEECHES], *speakers[1];
    struct px_article article;
    const struct px_article *articles[1];
    uint8_t none[SPEECHES], *witness[1];
    bool cited[SPEECHES], *all_cited[1];
    struct px_comparison comparison;
    struct px_buffer out;
    struct px_page page;
} speech;

static void lay_out_statement(uint32_t i, uint32_t end)
{
    uint32_t at = i * EACH;
    speech.tokens[i] = (struct px_token){.start = at + 5, .end = end, .voice = PX_VOICE_DIRECT, .sentence = i};
    speech.who[i] = (struct px_span){at, at + 3};
    speech.said[i] = (struct px_span){at + 5, end};
    speech.all[i] = (struct px_attribution){.type = PX_ATTRIBUTION_DIRECT,
                                            .high_tier = true,
                                            .entity = PX_NONE,
                                            .sentence = i,
                                            .speaker = {&speech.who[i], 1, 1},
                                            .content = {&speech.said[i], 1, 1}};
    speech.blocks[i] = (struct px_block){.start = at,
                                         .end = at + 7,
                                         .role = PX_ROLE_PARAGRAPH,
                                         .number = i + 1,
                                         .first_sentence = i,
                                         .sentence_count = 1};
    speech.sentences[i] = (struct px_sentence){.start = at, .end = at + 7, .block = i};
    speech.speaker[i] = (struct px_speaker){.referent = PX_NONE};
    speech.none[i] = PX_WITNESS_NONE;
}

/* The text is of lines of seven bytes; a statement ends with the line, or before a space. */
static void lay_out_speech(struct px_slice text)
{
    memset(&speech, 0, sizeof speech);
    struct px_article *a = &speech.article;
    uint32_t count = (uint32_t)((text.size + 1) / EACH);
    assert_true(count <= SPEECHES);
    for (uint32_t i = 0; i < count; i++)
        lay_out_statement(i, i * EACH + (text.data[i * EACH + 6] == ' ' ? 6 : 7));
    a->text = text;
    a->tokens.items = speech.tokens;
    a->attributions.items = speech.all;
    a->blocks.items = speech.blocks;
    a->sentences.items = speech.sentences;
    a->tokens.count = a->attributions.count = a->blocks.count = a->sentences.count = count;
    speech.articles[0] = a;
    speech.speakers[0] = speech.speaker;
    speech.witness[0] = speech.none;
    speech.all_cited[0] = speech.cited;
    speech.comparison =
        (struct px_comparison){.articles = speech.articles, .article_count = 1, .speakers = speech.speakers};
    speech.comparison.sourcing.witness = speech.witness;
    speech.page = (struct px_page){.out = &speech.out, .comparison = &speech.comparison, .cited = speech.all_cited};
}

static const struct px_buffer *speech_page(void)
{
    px_buffer_clear(&speech.out);
    px_page_statements(&speech.page, 0);
    return &speech.out;
}

static void release_speech(void)
{
    px_buffer_release(&speech.out);
    px_arena_release(&speech.page.arena);
}

/* Whoever speaks again has all lines below one name. */
static void test_a_speaker_has_one_place(void **state)
{
    (void)state;
    lay_out_speech(PX_SLICE("Ann: no\nAnn: ay\nBen: so\nAnn: on"));
    struct px_attribution *all = speech.all;
    speech.blocks[0].role = PX_ROLE_TITLE;
    for (uint32_t i = 0; i < 4; i++)
        speech.blocks[i].number = i;
    assert_has(speech_page(), ":\n\n- Ann:\n  - ay [A¶1.1](#a1-1)\n  - on [A¶3.1](#a3-1)\n- Ben: so [A¶2.1](#a2-1)\n");
    all[3].high_tier = false;
    all[2].pointing = 1; /* at what the line above has */
    assert_has(speech_page(), ":\n\n- Ann: ay [A¶1.1](#a1-1)\n- Ben: so [A¶2.1](#a2-1)\n");
    all[0].high_tier = all[1].high_tier = false;
    speech.blocks[1].sentence_count = 0; /* it is not what the article begins with */
    assert_has(speech_page(), ":\n\n- Ben: so [A¶2.1](#a2-1); before it, in the article: “Ann: ay” [A¶1.1](#a1-1)\n");
    struct px_span cue = {19, 20}; /* what the list of blame tells in its words stands there */
    all[2].cue = (struct px_spans){&cue, 1, 1};
    struct px_blame blame = {.cue = cue, .reason = {21, 23}, .led = 21, .sentence = 2, .attribution = PX_NONE};
    struct px_blame_row row = {.by = PX_SLICE("Ben"), .target = PX_SLICE("Osk")};
    blame.by.entity = PX_NONE;
    blame.others = blame.people = true;
    speech.article.blames.items = &blame;
    speech.article.blames.count = 1;
    struct px_blame_row rows[] = {row, row, row, row, row};
    speech.comparison.blame.items = rows;
    for (size_t told = 1; told < 3; told++) { /* one by itself it may leave out */
        speech.comparison.blame.count = told;
        assert_int_equal(speech_page()->size > 0, told == 1);
    }
    speech.comparison.blame.count = 5; /* of so many the list tells the first */
    assert_has(speech_page(), "- Ben: so [");
    release_speech();
}

/* Of one speaker five are shown: the first, however short, what he denies, and the longest of the others. */
static void test_of_one_speaker_five_are_shown(void **state)
{
    (void)state;
    lay_out_speech(PX_SLICE("Ann: a \nAnn: be\nAnn: ce\nAnn: d \nAnn: ef\nAnn: fy\nAnn: g "));
    assert_has(speech_page(), "- Ann:\n  - a [A¶1.1](#a1-1)\n  - be [A¶2.1](#a2-1)\n  - ce [A¶3.1](#a3-1)\n"
                              "  - ef [A¶5.1](#a5-1)\n  - fy [A¶6.1](#a6-1)\n");
    assert_null(strstr(speech.out.data, "A¶4.1"));
    assert_null(strstr(speech.out.data, "A¶7.1"));
    bool denials[SPEECHES] = {[3] = true, [6] = true}, *all_denials[] = {denials};
    speech.comparison.sourcing.denials = all_denials;
    assert_has(speech_page(), "[A¶4.1]");
    assert_has(&speech.out, "[A¶7.1]");
    assert_null(strstr(speech.out.data, "A¶2.1"));
    assert_null(strstr(speech.out.data, "A¶3.1"));
    release_speech();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_denial_is_told),
        cmocka_unit_test(test_a_mixed_statement_is_its_sentence),
        cmocka_unit_test(test_torn_words_have_their_sentence),
        cmocka_unit_test(test_a_torn_phrase_is_left_out),
        cmocka_unit_test(test_words_go_on_from_their_verb),
        cmocka_unit_test(test_reported_words_are_no_quotation),
        cmocka_unit_test(test_words_alone_are_no_quotation),
        cmocka_unit_test(test_what_is_put_in_parts_nothing),
        cmocka_unit_test(test_a_headline_is_no_statement),
        cmocka_unit_test(test_a_speaker_has_one_place),
        cmocka_unit_test(test_of_one_speaker_five_are_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
