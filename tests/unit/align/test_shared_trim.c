/* Shared text as it is shown: cut at quotation marks and at dangling function words, left out where it is short. */
#include "../comparison/annotated_fixture.h"

/* The runs of the first article, "; " between them, whichever article comes first. */
static void assert_shared(void **state, const char *expected)
{
    struct fixture *fixture = *state;
    compare_both(fixture);
    for (size_t side = 0; side < 2; side++) {
        const struct px_comparison *comparison = side == 0 ? &fixture->ab : &fixture->ba;
        char found[500] = "";
        size_t used = 0;
        for (size_t i = 0; i < comparison->shared.count; i++) {
            struct px_slice text = px_slice_span(fixture->a.text, comparison->shared.items[i].spans[side].items[0]);
            used +=
                (size_t)snprintf(found + used, sizeof found - used, "%s%.*s", i > 0 ? "; " : "", PX_SLICE_ARG(text));
            assert_true(used < sizeof found);
        }
        assert_string_equal(found, expected);
    }
}

static int set_up_dangling(void **state)
{
    return set_up_texts(state, "Heavy rain flooded seven cellars near the old harbour of the town of Varn.\n",
                        "Heavy rain flooded seven cellars near the old harbour of the lake.\n");
}

static void function_words_do_not_dangle(void **state)
{
    assert_shared(state, "Heavy rain flooded seven cellars near the old harbour");
}

static int set_up_many(void **state)
{
    return set_up_texts(state, "Heavy rain made seven old cellars as wet as they can be before dawn.\n",
                        "Heavy rain made seven old cellars as wet as they can be after noon.\n");
}

/* So many of them say something. */
static void many_function_words_stay(void **state)
{
    assert_shared(state, "Heavy rain made seven old cellars as wet as they can be");
}

static int set_up_ended(void **state)
{
    return set_up_texts(state, "Heavy rain flooded seven cellars the crews had looked into. Then came wind.\n",
                        "Heavy rain flooded seven cellars the crews had looked into. Boats sank.\n");
}

static void what_ends_a_sentence_stays(void **state)
{
    assert_shared(state, "Heavy rain flooded seven cellars the crews had looked into");
}

static int set_up_scraps(void **state)
{
    return set_up_texts(state, "Heavy rain flooded seven cellars near Varn. Nobody slept before dawn came.\n",
                        "Heavy rain flooded seven cellars near Varn. Nobody slept through thunder.\n");
}

/* Two words of the next sentence are too few to stand for it. */
static void the_next_sentence_leaves_no_scraps(void **state)
{
    assert_shared(state, "Heavy rain flooded seven cellars near Varn");
}

static int set_up_quoted(void **state)
{
    return set_up_texts(
        state,
        "Lind shook her head. \"Heavy rain flooded seven old cellars.\" Nobody slept until morning came, she said.\n",
        "Hask nodded. \"Heavy rain flooded seven old cellars.\" Nobody slept until noon.\n");
}

/* The longer side of the mark is left. */
static void a_mark_of_quotation_cuts(void **state)
{
    assert_shared(state, "Heavy rain flooded seven old cellars");
}

static int set_up_both_sides(void **state)
{
    return set_up_texts(
        state, "\"Heavy rain flooded seven old cellars.\" Nobody slept until the grey morning came, she said.\n",
        "\"Heavy rain flooded seven old cellars.\" Nobody slept until the grey morning came to Varn.\n");
}

/* So is the other side where it is long enough. */
static void both_sides_of_a_mark_are_told(void **state)
{
    const struct fixture *fixture = *state;
    assert_shared(state, "Heavy rain flooded seven old cellars.\" Nobody slept until the grey morning");
    assert_int_equal(fixture->ab.shared_words[0], 13); /* as many as are shown, "came" with the edits */
    assert_int_equal(fixture->ab.shared_words[1], 13);
}

static int set_up_short(void **state)
{
    return set_up_texts(state, "Lind dried \"old cellars.\" Varn Harbour Trust Board Dunlin met.\n",
                        "Hask filled \"old cellars.\" Varn Harbour Trust Board Dunlin slept.\n");
}

/* What is left without the plain words says nothing that another could have told otherwise. */
static void names_are_not_shown(void **state)
{
    const struct fixture *fixture = *state;
    assert_shared(state, "");
    assert_int_equal(fixture->ab.shared_words[0], 0); /* nor counted */
}

static int set_up_counted(void **state)
{
    return set_up_texts(state, "Rain wet the dyke-master's seven old cellars.\n",
                        "Hail hit the dyke-master's seven old cellars.\n");
}

/* Words are counted as a reader does, whatever the search took for one. */
static void words_are_counted_anew(void **state)
{
    struct fixture *fixture = *state;
    assert_shared(state, "the dyke-master's seven old cellars");
    assert_int_equal(fixture->ab.shared.items[0].words, 5);
}

static int set_up_five(void **state)
{
    return set_up_texts(state, "Lind drew seven wet harbour cellars and a pier.\n",
                        "Hask saw seven wet harbour cellars and went.\n");
}

/* A run loses its last function word also where four others are left. */
static void short_runs_lose_a_word_too(void **state)
{
    assert_shared(state, "seven wet harbour cellars");
}

static int set_up_title(void **state)
{
    return set_up_texts(state, "Lind said a keeper may climb from ladder to higher tower.\n",
                        "Hask wrote a book, \"From Ladder to Higher Tower\", on lighthouses.\n");
}

/* What is a title in one article are plain words in the other. */
static void a_title_is_shared(void **state)
{
    assert_shared(state, "from ladder to higher tower");
}

static int set_up_two(void **state)
{
    return set_up_texts(
        state, "Crews dried seven cellars near harbour walls. Yet nobody slept until the grey morning came.\n",
        "Hail struck seven cellars near harbour walls. Then nobody slept until the grey morning came.\n");
}

static void the_longest_run_stands_first(void **state)
{
    assert_shared(state, "nobody slept until the grey morning came; seven cellars near harbour walls");
}

static int set_up_phrase(void **state)
{
    return set_up_texts(
        state, "Lind met the clerk of the flooded harbour court, who had slept ill on a bench of the upper town.\n",
        "Hask knew the clerk of the flooded harbour court. They sang.\n");
}

/* Whoever writes of him calls him so; where one quotes it, the other has it from there. */
static void a_phrase_is_no_text_of_another(void **state)
{
    struct fixture *fixture = *state;
    assert_shared(state, "the clerk of the flooded harbour court");
    assert_true(fixture->ab.shared.items[0].phrase);
    assert_int_equal(fixture->ab.shared_words[0], 0);
    struct px_quotation *quotation = take_all(px_vector_push(&fixture->b.quotations, &fixture->b.arena));
    *quotation = (struct px_quotation){.first_token = 2, .token_count = 7};
    px_comparison_release(&fixture->ab);
    px_comparison_release(&fixture->ba);
    assert_shared(state, "the clerk of the flooded harbour court");
    assert_false(fixture->ab.shared.items[0].phrase);
    assert_int_equal(fixture->ab.shared_words[0], 7);
}

static int set_up_edited(void **state)
{
    return set_up_texts(state, "Hello, my name is the Harbour Board, and I got a leak.\n",
                        "Hello, my name is the Harbour Board and I have a leak!\n");
}

/* What a sentence shares round an edit counts, too; a long run of small words and a name is no stock phrase. */
static void words_round_an_edit_are_counted(void **state)
{
    struct fixture *fixture = *state;
    compare_both(fixture);
    assert_int_equal(fixture->ab.reused.count, 1);
    assert_true(fixture->ab.reused.items[0].edited);
    assert_int_equal(fixture->ab.shared_words[0], 11);
    assert_int_equal(fixture->ab.shared_words[1], 11);
    assert_int_equal(fixture->ba.shared_words[0], 11);
}

static int set_up_parted(void **state)
{
    return set_up_texts(
        state,
        "Lind wrote. Crews dried seven cellars near harbour-wall gates that nobody had closed before sun-rise while "
        "grey gulls slept outside.\n",
        "Crews dried seven cellars near harbour wall gates that nobody had closed before sun rise while grey gulls "
        "slept outside. "
        "Hask wrote.\n");
}

/* Runs that a hyphen parts are one, however many. */
static void a_hyphen_parts_no_run(void **state)
{
    assert_shared(state,
                  "Crews dried seven cellars near harbour-wall gates that nobody had closed before sun-rise while "
                  "grey gulls slept outside");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(function_words_do_not_dangle, set_up_dangling, tear_down),
        cmocka_unit_test_setup_teardown(many_function_words_stay, set_up_many, tear_down),
        cmocka_unit_test_setup_teardown(what_ends_a_sentence_stays, set_up_ended, tear_down),
        cmocka_unit_test_setup_teardown(the_next_sentence_leaves_no_scraps, set_up_scraps, tear_down),
        cmocka_unit_test_setup_teardown(a_mark_of_quotation_cuts, set_up_quoted, tear_down),
        cmocka_unit_test_setup_teardown(both_sides_of_a_mark_are_told, set_up_both_sides, tear_down),
        cmocka_unit_test_setup_teardown(names_are_not_shown, set_up_short, tear_down),
        cmocka_unit_test_setup_teardown(words_are_counted_anew, set_up_counted, tear_down),
        cmocka_unit_test_setup_teardown(short_runs_lose_a_word_too, set_up_five, tear_down),
        cmocka_unit_test_setup_teardown(a_title_is_shared, set_up_title, tear_down),
        cmocka_unit_test_setup_teardown(a_phrase_is_no_text_of_another, set_up_phrase, tear_down),
        cmocka_unit_test_setup_teardown(words_round_an_edit_are_counted, set_up_edited, tear_down),
        cmocka_unit_test_setup_teardown(a_hyphen_parts_no_run, set_up_parted, tear_down),
        cmocka_unit_test_setup_teardown(the_longest_run_stands_first, set_up_two, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
