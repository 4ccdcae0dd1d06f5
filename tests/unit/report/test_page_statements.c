/* What is quoted, as the page shows it. */
#include "report/page_statements.h"
#include "report_fixture.h"

/* A statement of which the words outside of `quoted` are the article's. */
struct shown {
    const char *text;
    struct px_span cue, content, quoted;
    const char *line;
};

/* The words of the text as tokens. */
static size_t cut(const struct shown *it, struct px_token *tokens)
{
    size_t count = 0, size = strlen(it->text);
    for (uint32_t at = 0, end; at < size; at = end + 1) {
        for (end = at; end < size && it->text[end] != ' '; end++)
            ;
        bool quoted = at >= it->quoted.start && end <= it->quoted.end;
        tokens[count++] =
            (struct px_token){.start = at, .end = end, .voice = quoted ? PX_VOICE_DIRECT : PX_VOICE_INDIRECT};
    }
    return count;
}

static void assert_shown(const struct shown *it)
{
    enum { WORDS = 24 };
    struct px_token tokens[WORDS];
    struct px_span who = {0, 3}, cue = it->cue, content = it->content;
    struct px_block block = {.role = PX_ROLE_PARAGRAPH, .number = 1, .sentence_count = 1};
    struct px_sentence sentence = {0};
    struct px_speaker speaker = {.referent = PX_NONE}, *speakers[] = {&speaker};
    bool none[1] = {false}, *doubted[] = {none}, cited[1] = {false}, *all_cited[] = {cited};
    struct px_attribution said = {.type = PX_ATTRIBUTION_MIXED,
                                  .high_tier = true,
                                  .entity = PX_NONE,
                                  .cue_lemma = PX_SLICE("tell"),
                                  .speaker = {&who, 1, 1},
                                  .cue = {&cue, 1, 1},
                                  .content = {&content, 1, 1}};
    struct px_article a = {.text = px_slice_from(it->text)};
    a.tokens.items = tokens;
    a.tokens.count = cut(it, tokens);
    a.attributions.items = &said;
    a.blocks.items = &block;
    a.sentences.items = &sentence;
    a.attributions.count = a.blocks.count = a.sentences.count = 1;
    const struct px_article *articles[] = {&a};
    struct px_comparison comparison = {.articles = articles, .article_count = 1, .speakers = speakers};
    comparison.sourcing.doubted = doubted;
    struct px_provenance provenance = {0};
    struct px_buffer out = {0};
    struct px_page page = {.out = &out, .comparison = &comparison, .provenance = &provenance, .cited = all_cited};
    px_page_statements(&page, 0);
    assert_has(&out, it->line);
    px_buffer_release(&out);
}

/* What goes on from its verb stands behind it as in the article, though it begins with a mark and with a few words
 * between; more words are left out. */
static void test_words_go_on_from_their_verb(void **state)
{
    (void)state;
    static const struct shown cases[] = {
        {"Ann told us that “nobody” came.", {4, 8}, {12, 34}, {17, 29}, "- Ann: told us that “nobody” came ["},
        {"Ann told both “old men” to go.", {4, 8}, {14, 33}, {14, 27}, "- Ann: told both “old men” to go ["},
        {"Ann told the men of the harbour and the yard to “go” home.",
         {4, 8},
         {45, 61},
         {48, 56},
         "- Ann: told … to “go” home ["},
        {"Ann told us, “nobody came.”", {4, 8}, {13, 31}, {13, 31}, "- Ann (tell): “nobody came.” ["},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_shown(&cases[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_go_on_from_their_verb),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
