#include "lexicon_fixture.h"

#include "lexicon/check.h"

static const struct {
    const char *rows;     /* entry, category, weight, part, case, unless */
    const char *findings; /* "line:column fault", " | " between */
} cases[] = {
    {"war\ta\npeace\ta\ntruce\ta\n", ""},
    {"war\ta\npeace\ta\nWar\ta\n", "4:1 duplicate"},
    {"so-called\ta\npeace\ta\nSo Called\ta\n", "4:1 duplicate"},
    {"it's\ta\npeace\ta\nit’s\ta\n", "4:1 duplicate"},
    {"war\ta\nwar\tb\nx\ta\ny\ta\nz\tb\nw\tb\n", ""},
    {"war\ta\t0.5\npeace\ta\nwar\ta\t0.7\n", "4:1 conflicting_weight"},
    {"her\ta\t\tobject\nher\ta\t\tpossessive\nhis\ta\n", ""},
    {"US\ta\t\t\texact\nus\ta\nUs\ta\t\t\texact\n", ""},
    {"war*\ta\nwarfare\ta\npeace\ta\n", "3:1 shadowed"},
    {"warfare\ta\nwar*\ta\nwarf*\ta\n", "2:1 shadowed | 4:1 shadowed"},
    {"war*\ta\nwarfare\tb\nx\ta\ny\ta\nz\tb\nw\tb\n", ""},
    {"puppet *\ta\npuppet regime\ta\npuppet regime fell\ta\n", "3:1 shadowed"},
    {"war\ta\npeace\tb\n", "2:1 small_category | 3:1 small_category"},
    {"war\t\npeace\ta\nx\ta\ny\ta\n", "2:1 no_category"},
    {"/war/\ta\n/war/\ta\nx\ta\n", "3:1 duplicate"},
    {"*\ta\nx ?*\ta\n* *\ta\n", "2:1 everything | 3:1 shadowed | 4:1 everything"},
    {"/.*/\ta\n/\\w+/\ta\n/\\w+ing/\ta\n", "2:1 everything | 3:1 everything"},
    {"/(a+)+b/\ta\n/(x|y|xy)*z/\ta\n/(\\w+\\s?)*end here/\ta\n", "2:1 slow | 3:1 slow | 4:1 slow"},
    {"war\ta\t\t\t\tcold war*;cold war;the cold war;war game;/war \\d/\nx\ta\ny\ta\n", "2:1 shadowed | 2:1 shadowed"},
    {"war\ta\t\t\t\twar game;War Game;war * of;at war;war\nx\ta\ny\ta\n",
     "2:1 shadowed | 2:1 shadowed | 2:1 shadowed | 2:1 shadowed"},
    {"war\ta\t\t\t\tcold war;war game;trade * war\npeace\ta\t\t\t\tcold war\ny\ta\n", ""},
    {"/over(reach|kill)\\w*/\ta\n/(un)?fair(ly)?/\ta\n/so [a-z]+ly/\ta\n", ""},
};

static void finds_what_is_odd(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct px_buffer file = {0};
        struct px_buffer shown = {0};
        struct px_arena arena = {0};
        struct px_lexicon lexicon;
        struct px_lexicon_findings findings = {0};
        struct px_error error;
        px_buffer_printf(&file, "entry\tcategory\tweight\tpart\tcase\tunless\n%s", cases[i].rows);
        assert_int_equal(px_lexicon_read(px_buffer_slice(&file), "x.tsv", &lexicon, &error), PX_OK);
        assert_int_equal(px_lexicon_check(&lexicon, NULL, &arena, &findings, &error), PX_OK);
        for (size_t f = 0; f < findings.count; f++) {
            const struct px_lexicon_finding *finding = &findings.items[f];
            px_buffer_printf(&shown, "%s%zu:%zu %s", f == 0 ? "" : " | ", finding->line, finding->column,
                             px_lexicon_fault_name(finding->fault));
            assert_true(finding->message.size > 0 && finding->suggestion.size > 0);
        }
        if (strcmp(shown.data == NULL ? "" : shown.data, cases[i].findings) != 0)
            fail_msg("%s: found '%s', not '%s'", cases[i].rows, shown.data, cases[i].findings);
        px_lexicon_release(&lexicon);
        px_arena_release(&arena);
        px_buffer_release(&shown);
        px_buffer_release(&file);
    }
}

/* The words of a corpus: what counts nowhere, what is everywhere, and what may be a slip of a frequent word. */
static void compares_with_a_corpus(void **state)
{
    (void)state;
    static const char rows[] =
        "entry\tcategory\nregime\ta\ngovernmnet\ta\nministre\ta\nsoldeirs\ta\npuppet\ta\nr*\ta\n";
    static const struct {
        const char *word;
        unsigned times;
    } words[] = {{"regime", 950}, {"government", 5}, {"minister", 4}, {"soldiers", 7}, {"soldier", 9}, {"muppet", 50}};
    struct px_lexicon lexicon;
    struct px_lexicon_usage *usage;
    struct px_vocabulary *vocabulary;
    struct px_arena arena = {0};
    struct px_tokens tokens = {0};
    struct px_hits hits = {0};
    struct px_lexicon_findings findings = {0};
    struct px_buffer shown = {0};
    assert_int_equal(px_lexicon_read(px_slice_from(rows), "x.tsv", &lexicon, NULL), PX_OK);
    assert_int_equal(px_lexicon_usage_new(&lexicon, &usage, NULL), PX_OK);
    assert_int_equal(px_vocabulary_new("en", &vocabulary, NULL), PX_OK);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        for (unsigned n = 0; n < words[i].times; n++) {
            struct px_token *token = px_vector_push(&tokens, &arena);
            token->kind = PX_TOKEN_WORD;
            token->form = px_vocabulary_add(vocabulary, px_slice_from(words[i].word));
        }
    }
    for (uint32_t n = 0; n < 900; n++)
        *(struct px_hit *)px_vector_push(&hits, &arena) =
            (struct px_hit){.first_token = n, .token_count = 1, .entry = n % 2 == 0 ? 0 : 5};
    assert_int_equal(px_lexicon_usage_add(usage, &tokens, vocabulary, &hits, NULL), PX_OK);
    assert_int_equal(px_lexicon_check(&lexicon, usage, &arena, &findings, NULL), PX_OK);
    for (size_t f = 0; f < findings.count; f++)
        px_buffer_printf(&shown, "%zu %s|", findings.items[f].line, px_lexicon_fault_name(findings.items[f].fault));
    assert_string_equal(shown.data, "2 shadowed|3 typo|4 unused|5 typo|6 unused|7 everything|");
    px_buffer_release(&shown);
    px_lexicon_usage_free(usage);
    px_vocabulary_free(vocabulary);
    px_lexicon_release(&lexicon);
    px_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(finds_what_is_odd), cmocka_unit_test(compares_with_a_corpus)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
