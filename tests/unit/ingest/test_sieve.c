/* The sieve: never a no where the pattern matches, and a no where its letters are missing. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/buffer.h"
#include "ingest/sieve.h"
#include "ingest_fixture.h"

static uint32_t sift(const char *pattern, const char *text)
{
    static struct px_sieve sieve;
    sieve = (struct px_sieve){0};
    return px_sieve_add(&sieve, px_slice_from(pattern), 1) ? px_sieve_find(&sieve, px_slice_from(text), NULL) : 1;
}

static void test_letters(void **state)
{
    (void)state;
    assert_int_equal(sift("comment|disqus", "site-COMMENTS"), 1);
    assert_int_equal(sift("comment|disqus", "content main"), 0);
    assert_int_equal(sift("\\bads?\\b", "no-ad"), 1);
    assert_int_equal(sift("\\bads?\\b", "banner"), 0);
    assert_int_equal(sift("(?<!re)post(?!er)", "post"), 1);
    assert_int_equal(sift("(?<!re)post(?!er)", "past"), 0);
    assert_int_equal(sift("(?:a|story|text)[-_]*(?:body|copy)", "a_body"), 1);
    assert_int_equal(sift("(?:a|story|text)[-_]*(?:body|copy)", "story"), 0);
    assert_int_equal(sift("colou?r", "color"), 1);
    assert_int_equal(sift("shar(?:e|ing)x*", "sharing"), 1);
    assert_int_equal(sift("shar(?:e|ing)x*", "shoring"), 0);
    assert_int_equal(sift("a\\.b{2}c", "a.bbc"), 1);
    assert_int_equal(sift("sponsor", "Sponsoren: Müller"), 1);
    assert_int_equal(sift("sponsor", "“Müller – Söhne”"), 0);
    assert_int_equal(sift("(?:enabl|activat|without)\\w*.{0,30}\\bscript", "without it"),
                     0); /* one run says more than three */
    assert_int_equal(sift("(?:enabl|activat|without)\\w*.{0,30}\\bscript", "without script"), 1);
    assert_int_equal(sift("(?-i:Kredit)+\\p{Lu}", "kredit"), 1);
    assert_int_equal(sift("(?-i:Kredit)+\\p{Lu}", "debit"), 0);
    assert_int_equal(sift("\\p{L}{2,}(?:18|20)\\d", "May 1812"), 1);
    assert_int_equal(sift("\\p{L}{2,}(?:18|20)\\d", "May 1912"), 0);
    assert_int_equal(sift("(?:©|\\(c\\)) rights", "© rights"), 1);
    assert_int_equal(sift("(?:©|\\(c\\)).*\\d", "no sign 2"), 0);
    assert_int_equal(sift("ab\\©?c|–d", "abc"), 1);
    assert_int_equal(sift("kelvin", "\xE2\x84\xAA"
                                    "elvin"),
                     UINT32_MAX);
}

/* What is not read passes everything, and so does text that folds by more than ASCII. */
static void test_doubt(void **state)
{
    (void)state;
    static const char *const patterns[] = {"",
                                           "a",
                                           "comment|",
                                           "(?i:comment)",
                                           "\\Qcomment\\E",
                                           "\\x41bcd",
                                           "[[:alpha:]]comment",
                                           "(comment",
                                           "comment)",
                                           "(?:comment)?",
                                           ".*"};
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
        assert_int_equal(sift(patterns[i], "zz"), 1);
    assert_int_equal(sift("sponsor", "\xC5\xBFponsor"), UINT32_MAX);
}

/* Patterns and texts made of a few signs, drawn in a fixed order: wherever PCRE2 finds a match, the sieve says yes. */
static void test_agrees(void **state)
{
    (void)state;
    static const char *const parts[] = {"a",       "b",   "ab",    "ba",   "(?:",  ")",      "|",   "?",
                                        "*",       "+",   "\\b",   "[ab]", "[^a]", ".",      "(?!", "(?<!a)",
                                        "-",       "{2}", "^",     "$",    "\\.",  "(",      "{0}", "??",
                                        "(?:ab|)", "aba", "(?-i:", "©",    "\\©",  "\\p{L}", "µ",   "–"};
    static const char *const letters[] = {"a", "b", "A", "B", "-", ".", " ", "©", "–", "μ"};
    uint32_t draw = 1;
    size_t compiled = 0;
    for (int round = 0; round < 20000; round++) {
        struct px_buffer pattern = {0};
        for (int i = 0; i < 6; i++) {
            draw = draw * 1664525u + 1013904223u;
            px_buffer_string(&pattern, parts[(draw >> 16) % (sizeof parts / sizeof *parts)]);
        }
        int code;
        PCRE2_SIZE offset;
        pcre2_code *regex =
            pcre2_compile((PCRE2_SPTR)pattern.data, pattern.size, PCRE2_UTF | PCRE2_CASELESS, &code, &offset, NULL);
        if (regex == NULL) {
            px_buffer_release(&pattern);
            continue;
        }
        compiled++;
        pcre2_match_data *data = pcre2_match_data_create(1, NULL);
        for (int k = 0; k < 20; k++) {
            struct px_buffer text = {0};
            for (int i = 0; i < 8; i++) {
                draw = draw * 1664525u + 1013904223u;
                px_buffer_string(&text, letters[(draw >> 16) % (sizeof letters / sizeof *letters)]);
            }
            if (pcre2_match(regex, (PCRE2_SPTR)text.data, text.size, 0, 0, data, NULL) >= 0 &&
                sift(pattern.data, text.data) == 0)
                fail_msg("/%s/ matches '%s'", pattern.data, text.data);
            px_buffer_release(&text);
        }
        pcre2_match_data_free(data);
        pcre2_code_free(regex);
        px_buffer_release(&pattern);
    }
    assert_true(compiled > 2000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_letters), cmocka_unit_test(test_doubt),
                                       cmocka_unit_test(test_agrees)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
