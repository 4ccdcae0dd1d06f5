/* A user's list that has categories of the program's own. */
#include "story_fixture.h"

/* Matches of the word, of that category or of any. */
static size_t count(const char *category)
{
    size_t found = 0;
    for (size_t i = 0; i < story.article.matches.count; i++) {
        const struct px_match *match = &story.article.matches.items[i];
        found += px_slice_is(match->entry, "brutal") && !match->by_model &&
                 (category == NULL || px_slice_is(match->category, category));
    }
    return found;
}

/* The word stands in both lists under one category: that is one match, and the user's. Under another it is another. */
static void nothing_counts_twice(void **state)
{
    (void)state;
    story_lay_out("It was a brutal attack on the port.");
    story_annotate();
    assert_int_equal(count("loaded.evaluative"), 1);
    assert_int_equal(count("loaded.mine"), 1);
    assert_int_equal(count(NULL), 2);
    for (size_t i = 0; i < story.article.matches.count; i++)
        if (px_slice_is(story.article.matches.items[i].category, "loaded.evaluative"))
            assert_true(px_slice_is(story.article.matches.items[i].lexicon, "mine"));
}

static int set_up(void **state)
{
    (void)state;
    return story_open("tests/unit/annotate/own_loaded.tsv");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(nothing_counts_twice)};
    return cmocka_run_group_tests(tests, set_up, story_tear_down);
}
