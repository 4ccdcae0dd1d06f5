/* What is quoted, as the page shows it. */
#include "report/page_statements.h"
#include "report/said_before.h"
#include "report/said_behind.h"
#include "report/said_led.h"
#include "report/said_names.h"
#include "report/statement_cue.h"
#include "report_fixture.h"

/* A statement of which the words outside of `quoted` are the article's. */
struct shown {
    const char *text;
    struct px_span cue, content, quoted;
    const char *line;   /* NULL: none */
    struct px_span who; /* empty: the first word */
    bool cut;
    struct px_span second; /* part of the content */
    struct px_span when;   /* the occasion */
    bool document, earlier, headless, hanging;
    uint8_t pointing, added, added_before;
    const char *verb;     /* among the words; NULL: "came" */
    bool asserts;         /* the verb takes a clause with "that" */
    bool titled;          /* the first word is a title before a name */
    uint32_t ends;        /* the byte of the next sentence; 0: there is one */
    const char *adverb;   /* among the words, the article's own */
    const char *body;     /* the institution that speaks, as the table names it; NULL: none */
    bool unclear;         /* nobody knows who speaks */
    uint32_t begins;      /* the byte of the second sentence, which has the statement; 0: there is one */
    struct px_span named; /* a name of the speaker's; empty: none is known */
    const char *other;    /* whose quoted words the first sentence is; NULL: the article's */
    uint32_t until;       /* up to which byte of it; 0: all of it; then the speaker's own follow */
};

static const char LETTERS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/* The words of the text as tokens, and which of them is a verb. */
static size_t cut(const struct shown *it, struct px_token *tokens, struct px_lexeme *lexemes)
{
    size_t count = 0, size = strlen(it->text);
    for (uint32_t at = 0, end; at < size; at = end + 1) {
        for (end = at; end < size && it->text[end] != ' '; end++)
            ;
        bool quoted = at >= it->quoted.start && end <= it->quoted.end;
        const char *verb = it->verb != NULL ? it->verb : "came";
        if (strncmp(it->text + at, verb, strlen(verb)) == 0)
            lexemes[count].word_class = PX_WORD_VERB;
        bool adverb = it->adverb != NULL && strncmp(it->text + at, it->adverb, strlen(it->adverb)) == 0;
        if (adverb)
            lexemes[count].word_class = PX_WORD_ADVERB;
        bool other = it->other != NULL && at < (it->until > 0 ? it->until : it->begins);
        bool word = strpbrk(it->text + at, LETTERS) < it->text + end && strpbrk(it->text + at, LETTERS) != NULL;
        tokens[count++] = (struct px_token){.start = at,
                                            .end = end,
                                            .kind = word ? PX_TOKEN_WORD : PX_TOKEN_PUNCTUATION,
                                            .sentence = it->ends > 0 && at >= it->ends,
                                            .attribution = other,
                                            .voice = adverb            ? PX_VOICE_OWN
                                                     : quoted || other ? PX_VOICE_DIRECT
                                                                       : PX_VOICE_INDIRECT};
    }
    return count;
}

static void assert_shown(const struct shown *it)
{
    enum { WORDS = 32 };
    struct px_token tokens[WORDS];
    struct px_lexeme lexemes[WORDS] = {{0}};
    struct px_span who = it->who.end > 0 ? it->who : (struct px_span){0, 3}, cue = it->cue,
                   content[] = {it->content, it->second};
    struct px_block block = {.role = PX_ROLE_PARAGRAPH, .number = 1, .sentence_count = 1};
    uint32_t size = (uint32_t)strlen(it->text);
    struct px_sentence sentences[] = {{.end = it->begins > 0 ? it->begins - 1 : size, .token_count = 1},
                                      {.start = it->begins, .end = size}};
    struct px_speaker pair[] = {
        {.referent = PX_NONE,
         .unclear = it->unclear,
         .shown = it->body != NULL ? px_slice_from(it->body) : (struct px_slice){NULL, 0}},
        {.referent = PX_NONE, .shown = it->other != NULL ? px_slice_from(it->other) : (struct px_slice){NULL, 0}}};
    struct px_speaker *speakers[] = {pair};
    uint8_t none[2] = {PX_WITNESS_NONE, PX_WITNESS_NONE}, *witness[] = {none};
    bool cited[2] = {false}, *all_cited[] = {cited};
    struct px_mention name = {.start = it->named.start, .end = it->named.end};
    struct px_entity named = {.name = px_slice_part(px_slice_from(it->text), name.start, name.end)};
    struct px_attribution said[2] = {{0},
                                     {.high_tier = true, .speech = true, .entity = PX_NONE, .speaker = {&who, 1, 1}}};
    said[0] = (struct px_attribution){.type = PX_ATTRIBUTION_MIXED,
                                      .sentence = it->begins > 0,
                                      .high_tier = true,
                                      .entity = name.end > 0 ? 0 : PX_NONE,
                                      .cue_lemma = PX_SLICE("tell"),
                                      .speaker_kind = it->body != NULL ? PX_SPEAKER_INSTITUTION : PX_SPEAKER_PERSON,
                                      .cut = it->cut,
                                      .occasion = it->when,
                                      .document = it->document,
                                      .earlier = it->earlier,
                                      .headless = it->headless,
                                      .asserts = it->asserts,
                                      .hanging = it->hanging,
                                      .pointing = it->pointing,
                                      .added = it->added,
                                      .added_before = it->added_before,
                                      .speaker = {&who, 1, 1},
                                      .cue = {&cue, 1, 1},
                                      .content = {content, it->second.end > 0 ? 2 : 1, 2}};
    struct px_article a = {.text = px_slice_from(it->text)};
    a.tokens.items = tokens;
    a.tokens.count = cut(it, tokens, lexemes);
    if (it->titled) {
        lexemes[0].word_class = PX_WORD_NOUN;
        lexemes[1].word_class = PX_WORD_NAME;
    }
    a.lexemes = lexemes;
    a.attributions.items = said;
    a.blocks.items = &block;
    a.sentences.items = sentences;
    a.mentions.items = &name;
    a.entities.items = &named;
    a.entities.count = a.mentions.count = name.end > 0;
    a.attributions.count = it->other != NULL ? 2 : 1;
    a.blocks.count = 1;
    a.sentences.count = it->begins > 0 ? 2 : 1;
    const struct px_article *articles[] = {&a};
    struct px_comparison comparison = {.articles = articles, .article_count = 1, .speakers = speakers};
    comparison.sourcing.witness = witness;
    struct px_provenance provenance = {0};
    struct px_buffer out = {0};
    struct px_page page = {.out = &out, .comparison = &comparison, .provenance = &provenance, .cited = all_cited};
    px_page_statements(&page, 0);
    if (it->line != NULL)
        assert_has(&out, it->line);
    else
        assert_int_equal(out.size, 0);
    px_arena_release(&page.arena);
    px_buffer_release(&out);
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

/* A word or two without a verb mean nothing, but where it is told what was asked. */
static void test_a_bare_answer_is_left_out(void **state)
{
    (void)state;
    struct shown answer = {
        .text = "Asked about the old quay, Ann said, “Exactly.”",
        .cue = {30, 34},
        .content = {36, 50},
        .quoted = {36, 50},
        .who = {26, 29},
    };
    assert_shown(&answer);
    answer.when = (struct px_span){0, 24};
    answer.line = "- Ann: asked about the old quay, said “Exactly.” [";
    assert_shown(&answer);
    answer.verb = "Asked"; /* a participle would be taken for hers */
    answer.line = "- Ann: when asked about the old quay, said “Exactly.” [";
    assert_shown(&answer);
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
         .line = "- Ann: told us that wine … “would go” on [",
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

/* A clause that is added to what it tells of says nothing without it. */
static void test_a_clause_that_is_added_is_left_out(void **state)
{
    (void)state;
    static const struct shown cases[] = {
        {.text = "They met what he called a “wall”.",
         .cue = {17, 23},
         .content = {24, 36},
         .quoted = {26, 37},
         .line = "- he: what he called a “wall” [",
         .who = {14, 16},
         .cut = true},
        {.text = "The fees, which he called a “wall”.",
         .cue = {19, 25},
         .content = {26, 38},
         .quoted = {28, 39},
         .who = {16, 18},
         .cut = true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_shown(&cases[i]);
}

/* When it was said stands before it, and the document that says it for its author; what is of another occasion, and what
 * lacks its subject, is left out. */
static void test_an_occasion_stands_before_what_was_said(void **state)
{
    (void)state;
    static const struct shown cases[] = {
        {.text = "In 1994, Ann said “nobody” came.",
         .cue = {13, 17},
         .content = {18, 36},
         .quoted = {18, 30},
         .who = {9, 12},
         .when = {0, 7},
         .line = "- Ann: in 1994 said “nobody” came"},
        {.text = "A month ago, Ann said “nobody” came.",
         .cue = {17, 21},
         .content = {22, 40},
         .quoted = {22, 34},
         .who = {13, 16},
         .when = {0, 11},
         .line = "- Ann: a month ago said “nobody” came"},
        {.text =
             "Last week Ann shut the old quay, wrongly saying “nobody” came.", /* no comma parts the adverb from its verb */
         .cue = {41, 47},
         .content = {48, 66},
         .quoted = {48, 60},
         .who = {10, 13},
         .when = {0, 40},
         .adverb = "wrongly",
         .line = "- Ann: last week Ann shut the old quay, wrongly saying “nobody” came. ["},
        {.text = "The letter, sent Monday, said “nobody” came.",
         .cue = {25, 29},
         .content = {30, 48},
         .quoted = {30, 42},
         .who = {0, 23},
         .document = true,
         .line = "the letter said “nobody” came"},
        {.text = "The Board’s letter, sent Monday, said “nobody” came.", /* whose it is stands before it */
         .cue = {35, 39},
         .content = {40, 58},
         .quoted = {40, 52},
         .who = {0, 33},
         .document = true,
         .body = "Board",
         .named = {4, 9},
         .line = "Board: its letter said “nobody” came"},
        {.text = "Hask’s letter, sent Monday, said “nobody” came.",
         .cue = {30, 34},
         .content = {35, 53},
         .quoted = {35, 47},
         .who = {0, 15},
         .document = true,
         .named = {0, 4},
         .line = "- Hask: the letter said “nobody” came"},
        {.text = "Ann said then, “nobody came.”",
         .cue = {4, 8},
         .content = {15, 33},
         .quoted = {15, 33},
         .earlier = true},
        {.text = "They lost. Ann said then, “nobody came.”", /* the time stands in the sentence before */
         .cue = {15, 19},
         .content = {26, 44},
         .quoted = {26, 44},
         .who = {11, 14},
         .begins = 11,
         .earlier = true,
         .line = "- Ann: said then, “nobody came.” [A¶1.2](#a1-2); before it: “They lost.” [A¶1.1]("},
        {.text = "The letter still lists “nobody” who came.", /* and no more is told of it */
         .cue = {17, 22},
         .content = {23, 45},
         .quoted = {23, 35},
         .who = {0, 10},
         .adverb = "still",
         .document = true,
         .line = "the letter still lists “nobody” who came"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_shown(&cases[i]);
}

/* Words that lack their subject stand with their sentence, where that begins outside of marks and goes on to them; who is
 * not known is not quoted. */
static void test_words_without_their_subject_have_their_sentence(void **state)
{
    (void)state;
    static const struct shown cases[] = {
        {.text = "Ann met Lind, who she said “is weak.”",
         .cue = {22, 26},
         .content = {27, 41},
         .quoted = {27, 41},
         .headless = true,
         .line = "- Ann: Ann met Lind, who she said “is weak.” [A¶1.1]("},
        {.text = "Mayor Ann met Lind, who she said “is weak.”", /* her name stands in front of it */
         .cue = {28, 32},
         .content = {33, 47},
         .quoted = {33, 47},
         .headless = true,
         .titled = true,
         .verb = "met",
         .named = {6, 9},
         .line = "- Ann: met Lind, who she said “is weak.” [A¶1.1]("},
        {.text = "“Is Lind,” who she said “is weak.”",
         .cue = {19, 23},
         .content = {24, 38},
         .quoted = {24, 38},
         .who = {15, 18},
         .headless = true},
        {.text = "Ann met “the weak,” she said of Lind.",
         .cue = {28, 32},
         .content = {8, 23},
         .quoted = {8, 23},
         .headless = true},
        {.text = "She said “nobody came.”", .cue = {4, 8}, .content = {9, 27}, .quoted = {9, 27}, .unclear = true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_shown(&cases[i]);
}

/* A headline's words stand once, where the body quotes them too. */
static void test_a_headline_repeats_nothing(void **state)
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
    both[1].high_tier = false; /* then the headline's is all there is */
    px_page_statements(&page, 0);
    assert_has(&out, "title");
    px_buffer_clear(&out);
    blocks[0].role = PX_ROLE_PARAGRAPH; /* two lines of one speaker stand below her name */
    both[1].high_tier = true;
    px_page_statements(&page, 0);
    assert_has(&out, "- Ann:\n  - too dear [A¶");
    px_buffer_release(&out);
    px_arena_release(&page.arena);
}

/* Whoever speaks again has all lines below one name; a headline gives short what is quoted below it. */
static void test_a_speaker_has_one_place(void **state)
{
    (void)state;
    enum { COUNT = 4, EACH = 8 }; /* bytes of a sentence */
    struct px_token tokens[COUNT];
    struct px_span who[COUNT], said[COUNT];
    struct px_attribution all[COUNT];
    struct px_block blocks[COUNT];
    struct px_sentence sentences[COUNT];
    for (uint32_t i = 0; i < COUNT; i++) {
        uint32_t at = i * EACH;
        tokens[i] = (struct px_token){.start = at + 5, .end = at + 7, .voice = PX_VOICE_DIRECT, .sentence = i};
        who[i] = (struct px_span){at, at + 3};
        said[i] = (struct px_span){at + 5, at + 7};
        all[i] = (struct px_attribution){.type = PX_ATTRIBUTION_DIRECT,
                                         .high_tier = true,
                                         .entity = PX_NONE,
                                         .sentence = i,
                                         .speaker = {&who[i], 1, 1},
                                         .content = {&said[i], 1, 1}};
        blocks[i] = (struct px_block){.start = at,
                                      .end = at + 7,
                                      .role = i == 0 ? PX_ROLE_TITLE : PX_ROLE_PARAGRAPH,
                                      .number = i,
                                      .first_sentence = i,
                                      .sentence_count = 1};
        sentences[i] = (struct px_sentence){.start = at, .end = at + 7, .block = i};
    }
    struct px_article a = {.text = PX_SLICE("Ann: no\nAnn: ay\nBen: so\nAnn: on")};
    a.tokens.items = tokens;
    a.attributions.items = all;
    a.blocks.items = blocks;
    a.sentences.items = sentences;
    a.tokens.count = a.attributions.count = a.blocks.count = a.sentences.count = COUNT;
    const struct px_article *articles[] = {&a};
    struct px_speaker speaker[COUNT], *speakers[] = {speaker};
    for (size_t i = 0; i < COUNT; i++)
        speaker[i] = (struct px_speaker){.referent = PX_NONE};
    uint8_t none[COUNT] = {PX_WITNESS_NONE}, *witness[] = {none};
    bool cited[COUNT] = {false}, *all_cited[] = {cited};
    struct px_comparison comparison = {.articles = articles, .article_count = 1, .speakers = speakers};
    comparison.sourcing.witness = witness;
    struct px_buffer out = {0};
    struct px_page page = {.out = &out, .comparison = &comparison, .cited = all_cited};
    px_page_statements(&page, 0);
    assert_has(&out, ":\n\n- Ann:\n  - ay [A¶1.1](#a1-1)\n  - on [A¶3.1](#a3-1)\n- Ben: so [A¶2.1](#a2-1)\n");
    all[3].high_tier = false;
    all[2].pointing = 1; /* at what the line above has */
    px_page_statements(&page, 0);
    assert_has(&out, ":\n\n- Ann: ay [A¶1.1](#a1-1)\n- Ben: so [A¶2.1](#a2-1)\n");
    all[0].high_tier = all[1].high_tier = false;
    px_page_statements(&page, 0);
    assert_has(&out, ":\n\n- Ben: so [A¶2.1](#a2-1); before it: “Ann: ay” [A¶1.1](#a1-1)\n");
    px_buffer_release(&out);
    px_arena_release(&page.arena);
}

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
    a.tokens.items = tokens;
    a.tokens.count = 6;
    a.entities.items = people;
    a.entities.count = 2;
    a.mentions.items = named;
    a.mentions.count = 3;
    a.sentences.items = &sentence;
    a.sentences.count = 1;
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
    a.tokens.items = tokens;
    a.tokens.count = 7;
    a.entities.items = people;
    a.entities.count = 2;
    a.mentions.items = named;
    a.mentions.count = 3;
    a.sentences.items = &sentence;
    a.sentences.count = 1;
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

/* Behind quoted words that point at what was told before them stands that sentence, but where the line tells of it. */
static void test_what_words_point_at_stands_behind_them(void **state)
{
    (void)state;
    static const struct shown cases[] = {
        {.text = "Fees rose by half. “That hurts us all,” Ann said.",
         .cue = {48, 52},
         .content = {22, 39},
         .quoted = {19, 43},
         .who = {44, 47},
         .begins = 19,
         .pointing = 1,
         .line = "- Ann: said, That hurts us all [A¶1.2](#a1-2); before it: “Fees rose by half.” ["},
        {.text = "Fees rose by half. “That hurts us all,” Ann said.",
         .cue = {48, 52},
         .content = {22, 39},
         .quoted = {19, 43},
         .who = {44, 47},
         .begins = 19,
         .pointing = 1,
         .other = "Ben Lind",
         .line = "- Ann: said, That hurts us all [A¶1.2](#a1-2); before it, by Ben Lind: “Fees rose by half.” ["},
        {.text = "Fees rose by half. “That hurts us all,” Ann said.", /* of two it is nobody's by name */
         .cue = {48, 52},
         .content = {22, 39},
         .quoted = {10, 43},
         .who = {44, 47},
         .begins = 19,
         .pointing = 1,
         .other = "Ben Lind",
         .until = 10,
         .line = "- Ann: said, That hurts us all [A¶1.2](#a1-2); before it: “Fees rose by half.” ["},
        {.text = "Fees rose by half. When asked, Ann said “that hurts us all.”",
         .cue = {35, 39},
         .content = {43, 60},
         .quoted = {40, 64},
         .who = {31, 34},
         .when = {19, 29},
         .begins = 19,
         .pointing = 1,
         .line = "- Ann: when asked said that hurts us all [A¶1.2](#a1-2)\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_shown(&cases[i]);
}

/* "Also" says that something was said before, which may not be shown. */
static void test_also_is_left_out(void **state)
{
    (void)state;
    static const struct shown it = {.text = "Ann also said “that hurts us all.”",
                                    .cue = {4, 13},
                                    .content = {17, 34},
                                    .quoted = {14, 38},
                                    .who = {0, 3},
                                    .added = 5,
                                    .line = "- Ann: said"};
    assert_shown(&it);
    static const struct shown outside = {.text = "Ann then said “that hurts us all.”",
                                         .cue = {9, 13},
                                         .content = {17, 34},
                                         .quoted = {14, 38},
                                         .who = {0, 3},
                                         .added_before = 5,
                                         .adverb = "then",
                                         .line = "- Ann: said"};
    assert_shown(&outside);
}

/* What hangs on a clause has its words in front, unless the line above tells of them, or they are no more than who says it. */
static void test_what_hangs_has_its_clause(void **state)
{
    (void)state;
    static const struct shown cases[] = {
        {.text = "Ann came by boat, telling us “nobody” left.",
         .cue = {18, 25},
         .content = {29, 47},
         .quoted = {29, 41},
         .hanging = true,
         .line = "- Ann: came by boat, telling us “nobody” left"},
        {.text = "Ann , the new mayor , telling us “nobody” left.", /* no verb */
         .cue = {22, 29},
         .content = {33, 51},
         .quoted = {33, 45},
         .hanging = true,
         .line = "- Ann: … telling us “nobody” left"},
        {.text = "Ann , the mayor’s aide , who came by boat, telling us “nobody” left.",
         .who = {0, 24},
         .cue = {45, 52},
         .content = {56, 74},
         .quoted = {56, 68},
         .hanging = true,
         .line = "who came by boat, telling us “nobody” left"},
        {.text = "Ann came, telling us “nobody” left.",
         .cue = {10, 17},
         .content = {21, 39},
         .quoted = {21, 33},
         .hanging = true,
         .line = "- Ann: … telling us “nobody” left"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_shown(&cases[i]);
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
    a.tokens.items = tokens;
    a.tokens.count = 4;
    a.lexemes = lexemes;
    a.sentences.items = sentences;
    a.sentences.count = 1;
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
    a.mentions.items = &first;
    a.mentions.count = 1;
    assert_int_equal(px_said_led(&a, &it, NULL, &wide).cue.items[0].start, 4);
    said = (struct px_span){31, 35};
    who = (struct px_span){0, 3};
    assert_int_equal(px_said_led(&a, &it, &above, &wide).cue.items[0].start, 4);
    struct px_epithet sullen = {.start = 9, .end = 13, .kind = PX_EPITHET_PREDICATE}; /* what she is like */
    a.epithets.items = &sullen;
    a.epithets.count = 1;
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
    struct px_attribution statements[2] = {{0}, {0}};
    struct px_article a = {.attributions = {statements, 2, 2}};
    const struct px_article *articles[] = {&a, &a, &a};
    uint8_t here[] = {0, 0, 0, 0, PX_ALSO_PART, PX_ALSO_WHOLE}, *also[] = {here, here, here};
    struct px_comparison comparison = {.articles = articles, .article_count = 3};
    comparison.sourcing.also = also;
    struct px_buffer out = {0};
    px_statement_also(&comparison, 0, &statements[0], &out);
    assert_int_equal(out.size, 0);
    px_statement_also(&comparison, 0, &statements[1], &out);
    assert_written(&out, " (words also in C; some words also in B)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_go_on_from_their_verb),
        cmocka_unit_test(test_reported_words_are_no_quotation),
        cmocka_unit_test(test_words_alone_are_no_quotation),
        cmocka_unit_test(test_what_is_put_in_parts_nothing),
        cmocka_unit_test(test_a_clause_that_is_added_is_left_out),
        cmocka_unit_test(test_an_occasion_stands_before_what_was_said),
        cmocka_unit_test(test_words_without_their_subject_have_their_sentence),
        cmocka_unit_test(test_a_bare_answer_is_left_out),
        cmocka_unit_test(test_a_pronoun_has_its_name),
        cmocka_unit_test(test_a_pronoun_before_marks_is_not_the_speaker),
        cmocka_unit_test(test_a_headline_repeats_nothing),
        cmocka_unit_test(test_a_speaker_has_one_place),
        cmocka_unit_test(test_what_words_point_at_stands_behind_them),
        cmocka_unit_test(test_also_is_left_out),
        cmocka_unit_test(test_what_hangs_has_its_clause),
        cmocka_unit_test(test_a_clause_is_not_told_twice),
        cmocka_unit_test(test_what_is_shown_is_not_shown_again),
        cmocka_unit_test(test_what_is_added_stands_behind_it),
        cmocka_unit_test(test_what_another_has_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
