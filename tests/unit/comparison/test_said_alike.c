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

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_each_quotes_of_one_speaker_is_alike),
                                       cmocka_unit_test(a_phrase_that_each_quotes_is_alike)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
