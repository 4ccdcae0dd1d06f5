/* Loaded words that all articles quote of the same speaker. */
#include "../comparison/annotated_fixture.h"

/* Ora Lind's, or whosever they are in the second article. */
static void say(struct px_article *article, const char *name, const char *said, uint8_t type)
{
    char *key = take_all(px_arena_array(&article->arena, char, strlen(name) + 1));
    for (size_t i = 0; name[i] != '\0'; i++)
        key[i] = (char)(name[i] | 0x20);
    add_entity(article, name, key, PX_ENTITY_PERSON);
    mention(article, name, PX_MENTION_NAME);
    attribute(article, name, "say", said, type)->entity = 0;
    load(article, "rotten", "loaded.evaluative");
    for (size_t m = 0; m < article->matches.count; m++) /* "rotten deal", "rotten trick": an entry of two words */
        article->matches.items[m].token_count = px_slice_find(article->text, PX_SLICE("trick"), 0) != SIZE_MAX ? 2 : 1;
}

/* The word is left out of both articles, however each goes on, only where both quote it of one person. */
static void what_each_quotes_of_one_speaker_is_alike(void **state)
{
    static const struct {
        const char *a, *said_a, *b, *said_b, *speaker;
        uint8_t type;
        bool alike;
    } cases[] = {
        {"Ora Lind called it \"a rotten deal\".\n", "a rotten deal", "\"How rotten this is,\" said Ora Lind.\n",
         "How rotten this is", "Ora Lind", PX_ATTRIBUTION_DIRECT, true},
        {"Ora Lind called it \"a rotten deal\".\n", "a rotten deal", "\"How rotten this is,\" said Cato Dunn.\n",
         "How rotten this is", "Cato Dunn", PX_ATTRIBUTION_DIRECT, false},
        {"Ora Lind called it \"a rotten trick\".\n", "a rotten trick",
         "\"What a rotten deal, no trick,\" said Ora Lind.\n", "What a rotten deal, no trick", "Ora Lind",
         PX_ATTRIBUTION_DIRECT, false},
        {"Ora Lind called it \"a rotten deal\".\n", "a rotten deal", "Ora Lind said that it was rotten to them.\n",
         "it was rotten to them", "Ora Lind", PX_ATTRIBUTION_INDIRECT, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        set_up_texts(state, cases[i].a, cases[i].b);
        struct fixture *fixture = *state;
        say(&fixture->a, "Ora Lind", cases[i].said_a, PX_ATTRIBUTION_DIRECT);
        say(&fixture->b, cases[i].speaker, cases[i].said_b, cases[i].type);
        compare_both(fixture);
        const struct px_comparison *both[] = {&fixture->ab, &fixture->ba};
        for (size_t turned = 0; turned < 2; turned++)
            for (size_t a = 0; a < 2; a++)
                assert_int_equal(
                    px_comparison_shares_word(both[turned], a, &both[turned]->articles[a]->matches.items[0]),
                    cases[i].alike);
        tear_down(state);
    }
}

/* What a headline quotes again is left out, too; what it says itself, or quotes alone, is not. */
static void a_headline_quotes_it_again(void **state)
{
#define CALLED "\nOra Lind called it \"a rotten deal\".\n"
    static const struct {
        const char *a, *headed;
        bool alike;
    } cases[] = {{"# \"So rotten\"\n" CALLED, "So rotten", true},
                 {"# So rotten\n" CALLED, NULL, false},
                 {"# \"So rotten\"\n\nOra Lind called it \"a rotten trick\".\n", "So rotten", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool trick = px_slice_find(px_slice_from(cases[i].a), PX_SLICE("trick"), 0) != SIZE_MAX;
        set_up_texts(state, cases[i].a, "\"How rotten this is,\" said Ora Lind.\n");
        struct fixture *fixture = *state;
        say(&fixture->a, "Ora Lind", trick ? "a rotten trick" : "a rotten deal", PX_ATTRIBUTION_DIRECT);
        say(&fixture->b, "Ora Lind", "How rotten this is", PX_ATTRIBUTION_DIRECT);
        fixture->a.matches.items[0].token_count = 1;
        for (size_t t = 0; cases[i].headed != NULL && fixture->a.tokens.items[t].sentence == 0; t++)
            fixture->a.tokens.items[t].voice = PX_VOICE_DIRECT;
        compare_both(fixture);
        assert_int_equal(px_comparison_shares_word(&fixture->ab, 0, &fixture->a.matches.items[0]), cases[i].alike);
        tear_down(state);
    }
}

/* A phrase that each has between marks is one's, though an article does not tell whose; not where each tells another. */
static void a_phrase_that_each_quotes_is_alike(void **state)
{
    static const struct {
        const char *b, *quoted, *speaker;
        bool alike;
    } cases[] = {
        {"The \"rotten deal\" was off.\n", "rotten deal", NULL, true},
        {"The \"rotten\" deal was off.\n", "rotten", NULL, false},
        {"Cato Dunn saw a \"rotten deal\".\n", "rotten deal", "Cato Dunn", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        set_up_texts(state, "Ora Lind called it a \"rotten deal\".\n", cases[i].b);
        struct fixture *fixture = *state;
        say(&fixture->a, "Ora Lind", "rotten deal", PX_ATTRIBUTION_DIRECT);
        quote(&fixture->a, "rotten deal", PX_QUOTATION_SPEECH);
        quote(&fixture->b, cases[i].quoted, PX_QUOTATION_SPEECH);
        if (cases[i].speaker != NULL)
            say(&fixture->b, cases[i].speaker, cases[i].quoted, PX_ATTRIBUTION_DIRECT);
        else
            load(&fixture->b, "rotten", "loaded.evaluative");
        compare_both(fixture);
        for (size_t a = 0; a < 2; a++)
            assert_int_equal(px_comparison_shares_word(&fixture->ab, a, &fixture->ab.articles[a]->matches.items[0]),
                             cases[i].alike);
        tear_down(state);
    }
}

/* The text is a quotation wherever it stands, and so is the part of it, if any. */
static void quote_all(struct px_article *article, const char *text, const char *part)
{
    for (size_t at = 0; (at = px_slice_find(article->text, px_slice_from(text), at)) != SIZE_MAX; at++)
        for (const char *quoted = text; quoted != NULL; quoted = quoted == text ? part : NULL) {
            struct px_span span = find_text(article, quoted, at);
            quote(article, quoted, PX_QUOTATION_SPEECH);
            struct px_quotation *added = &article->quotations.items[article->quotations.count - 1];
            added->span = (struct px_span){span.start - 1, span.end + 1};
            added->first_token = token_from(article, added->span.start);
        }
}

/* A word that stands in a quotation in a quotation is in both phrases, however many of its kind do. */
static void a_phrase_in_a_phrase_is_alike(void **state)
{
    static const char sentence[] = "It was \"a 'rotten deal' then\". ";
    enum { TIMES = 40, LENGTH = sizeof sentence - 1 };
    static const struct {
        const char *b, *quoted, *part;
    } cases[] = {{"\"A 'rotten deal' then\" it was.\n", "A 'rotten deal' then", "rotten deal"},
                 {"The \"rotten deal\" was off.\n", "rotten deal", NULL}};
    char text[TIMES * LENGTH + 2] = "";
    for (size_t i = 0; i < TIMES; i++)
        memcpy(text + i * LENGTH, sentence, LENGTH);
    text[TIMES * LENGTH] = '\n';
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        set_up_texts(state, text, cases[i].b);
        struct fixture *fixture = *state;
        quote_all(&fixture->a, "a 'rotten deal' then", "rotten deal");
        quote_all(&fixture->b, cases[i].quoted, cases[i].part);
        load(&fixture->a, "rotten", "loaded.evaluative");
        load(&fixture->b, "rotten", "loaded.evaluative");
        assert_int_equal(fixture->a.matches.count, TIMES);
        assert_int_equal(fixture->a.quotations.count, 2 * TIMES);
        compare_both(fixture);
        for (size_t m = 0; m < TIMES; m++)
            assert_true(px_comparison_shares_word(&fixture->ab, 0, &fixture->a.matches.items[m]));
        assert_true(px_comparison_shares_word(&fixture->ab, 1, &fixture->b.matches.items[0]));
        tear_down(state);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_each_quotes_of_one_speaker_is_alike), cmocka_unit_test(a_headline_quotes_it_again),
        cmocka_unit_test(a_phrase_that_each_quotes_is_alike), cmocka_unit_test(a_phrase_in_a_phrase_is_alike)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
