/* What the line of a statement has of the sentence round it: the occasion, its clause, what its words point at. */
#include "statements_fixture.h"

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
         .line = "- Ann: said then, “nobody came.” [A¶1.2](#a1-2); before it, in the article: “They lost.” [A¶1.1]("},
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
         .line = "- Ann: said, That hurts us all [A¶1.2](#a1-2); before it, in the article: “Fees rose by half.” ["},
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
         .line = "- Ann: said, That hurts us all [A¶1.2](#a1-2); before it, in the article: “Fees rose by half.” ["},
        {.text = "Fees rose by half. “That hurts us all,” Ann said.",
         .cue = {48, 52},
         .content = {22, 39},
         .quoted = {19, 43},
         .who = {44, 47},
         .begins = 19,
         .pointing = 1,
         .leads = true,
         .line = "- Ann: said, That hurts us all [A¶1.2](#a1-2)\n"},
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_clause_that_is_added_is_left_out),
        cmocka_unit_test(test_an_occasion_stands_before_what_was_said),
        cmocka_unit_test(test_words_without_their_subject_have_their_sentence),
        cmocka_unit_test(test_a_bare_answer_is_left_out),
        cmocka_unit_test(test_what_words_point_at_stands_behind_them),
        cmocka_unit_test(test_also_is_left_out),
        cmocka_unit_test(test_what_hangs_has_its_clause),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
