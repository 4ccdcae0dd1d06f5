/* Cues of frames that do not count wherever they stand. */
#include "../comparison/annotated_fixture.h"

#include "lexicon/resources.h"

/* The word is a cue wherever it stands, in the article's own list of matches. */
static void cue(struct px_article *article, const char *word)
{
    load(article, word, "frames.policy.legality");
    for (size_t m = 0; m < article->matches.count; m++)
        article->matches.items[m].lexicon_id = PX_LEXICON_FRAMES;
}

static bool leaves_out_first(struct fixture *fixture)
{
    bool left = px_comparison_leaves_out(&fixture->ab, 0, &fixture->a.matches.items[0]);
    assert_int_equal(px_comparison_leaves_out(&fixture->ba, 1, &fixture->a.matches.items[0]), left);
    return left;
}

/* It counts in all the articles or in none; a name, a word that is denied and one in another form are no other use. */
static void a_cue_counts_everywhere_or_nowhere(void **state)
{
    static const struct {
        const char *b;
        const char *word; /* the cue in B; NULL: B has none */
        uint8_t dismissed;
        bool left_out;
    } cases[] = {
        {"The harbour was shut.\n", NULL, PX_DISMISSED_NOT, false},
        {"The new ruling was long.\n", "ruling", PX_DISMISSED_NOT, false},
        {"The ruling party was late.\n", NULL, PX_DISMISSED_NOT, true},
        {"The ruling party was late.\n", "ruling", PX_DISMISSED_SENSE, true},
        {"He read the ruling office's paper.\n", "ruling", PX_DISMISSED_NAME, false},
        {"There was no ruling.\n", "ruling", PX_DISMISSED_NEGATION, false},
        {"They met at the Marn Ruling Club.\n", NULL, PX_DISMISSED_NOT, false},
        {"All rulings were late.\n", NULL, PX_DISMISSED_NOT, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        set_up_texts(state, "The ruling shut the harbour.\n", cases[i].b);
        struct fixture *fixture = *state;
        cue(&fixture->a, "ruling");
        if (cases[i].word != NULL) {
            cue(&fixture->b, cases[i].word);
            fixture->b.matches.items[0].dismissed = cases[i].dismissed;
        }
        compare_both(fixture);
        assert_int_equal(leaves_out_first(fixture), cases[i].left_out);
        tear_down(state);
    }
}

/* The word is a part of a cue of another frame there: it means the same. */
static void a_part_of_a_longer_cue_is_no_other_use(void **state)
{
    for (int longer = 0; longer < 2; longer++) {
        set_up_texts(state, "The ruling shut the harbour.\n", "A court ruling was late.\n");
        struct fixture *fixture = *state;
        cue(&fixture->a, "ruling");
        load(&fixture->b, longer ? "court ruling" : "court", "frames.crime");
        fixture->b.matches.items[0].lexicon_id = PX_LEXICON_FRAMES;
        fixture->b.matches.items[0].token_count = longer ? 2 : 1;
        compare_both(fixture);
        assert_int_equal(leaves_out_first(fixture), !longer);
        tear_down(state);
    }
}

/* Words of other lists keep to their own rules. */
static void a_loaded_word_is_none(void **state)
{
    set_up_texts(state, "The rotten harbour was shut.\n", "A rotten plank fell.\n");
    struct fixture *fixture = *state;
    load(&fixture->a, "rotten", "loaded.evaluative");
    fixture->a.matches.items[0].lexicon_id = PX_LEXICON_LOADED;
    compare_both(fixture);
    assert_false(leaves_out_first(fixture));
    tear_down(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_cue_counts_everywhere_or_nowhere),
                                       cmocka_unit_test(a_part_of_a_longer_cue_is_no_other_use),
                                       cmocka_unit_test(a_loaded_word_is_none)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
