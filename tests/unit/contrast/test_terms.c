#include "../comparison/annotated_fixture.h"

static const struct px_term *find(const struct px_comparison *comparison, const char *text)
{
    for (size_t i = 0; i < comparison->terms.count; i++)
        if (px_slice_is(comparison->terms.items[i].term, text))
            return &comparison->terms.items[i];
    return NULL;
}

static void the_most_distinctive_come_first(void **state)
{
    struct fixture *fixture = *state;
    const struct px_term *herring = take_all((void *)(uintptr_t)find(&fixture->ab, "herring"));
    assert_int_equal(2, herring->counts[0]);
    assert_int_equal(0, herring->counts[1]);
    assert_true(herring->log_odds_z > 0);
    assert_true(herring->log_ratio > 0 && herring->low <= herring->log_ratio && isinf(herring->high));
    assert_true(herring->q >= herring->p && herring->q <= 1);
    assert_int_equal(2, herring->evidence[0].count);
    assert_true(isnan(herring->dispersion[1]));
    for (size_t i = 1; i < fixture->ab.terms.count; i++)
        assert_true(fabs(fixture->ab.terms.items[i - 1].log_odds_z) >= fabs(fixture->ab.terms.items[i].log_odds_z));
}

static void names_are_terms_as_wholes(void **state)
{
    struct fixture *fixture = *state;
    assert_non_null(find(&fixture->ab, "Ilka Toran"));
    assert_null(find(&fixture->ab, "Toran"));
    assert_null(find(&fixture->ab, "the"));
}

/* One article only ever says "Toran", the other introduces her: the surname is hers where no second Toran is, and no
 * article keeps the two apart. */
static int set_up_surnames(void **state)
{
    set_up_texts(state, "Toran spoke. Toran left. Osk came. Osk left.\n",
                 "Ilka Toran spoke. Ilka Toran left. Bren Osk and Anna Osk came. Bren Osk left. Anna Osk left.\n");
    struct fixture *fixture = *state;
    mark_name(&fixture->a, "Toran", PX_ENTITY_PERSON);
    mark_name(&fixture->a, "Osk", PX_ENTITY_PERSON);
    mark_name(&fixture->b, "Ilka Toran", PX_ENTITY_PERSON);
    mark_name(&fixture->b, "Bren Osk", PX_ENTITY_PERSON);
    mark_name(&fixture->b, "Anna Osk", PX_ENTITY_PERSON);
    compare_turned(fixture);
    return 0;
}

static void a_surname_is_its_bearers(void **state)
{
    struct fixture *fixture = *state;
    const struct px_term *toran = take_all((void *)(uintptr_t)find(&fixture->ab, "Ilka Toran"));
    assert_int_equal(2, toran->counts[0]);
    assert_int_equal(2, toran->counts[1]);
    assert_null(find(&fixture->ab, "Toran"));
    assert_null(find(&fixture->ab, "Osk")); /* the other article has it, in two names */
    assert_int_equal(0, find(&fixture->ab, "Bren Osk")->counts[0]);
    assert_true(px_slice_is(toran->forms, "Toran"));
    assert_int_equal(0, find(&fixture->ab, "Bren Osk")->forms.size); /* an "Osk" is another's, too */
}

/* Each article introduces an Osk of its own and goes on with "Osk": whose name that is, they know, and the words are the
 * same. */
static void share_name(void **state, const char *first, const char *second)
{
    static const char *const names[] = {"Bren Osk", "Anna Osk"};
    set_up_texts(state, first, second);
    struct fixture *fixture = *state;
    struct px_article *both[] = {&fixture->a, &fixture->b};
    for (size_t a = 0; a < 2; a++) {
        mark_name(both[a], names[a], PX_ENTITY_PERSON);
        mark_name(both[a], "Osk", PX_ENTITY_PERSON);
        for (size_t m = 0; m < both[a]->mentions.count; m++) {
            struct px_mention *mention = &both[a]->mentions.items[m];
            mention->entity = 0;
            if (a == 0 && m + 1 == both[a]->mentions.count) { /* with its title */
                mention->first_token--;
                mention->token_count++;
            }
        }
        both[a]->entities.count = 1;
    }
    compare_turned(fixture);
}

static int set_up_shared_name(void **state)
{
    share_name(state, "Bren Osk came. Bren Osk left. Osk spoke. Mrs. Osk sang.\n",
               "Anna Osk came. Anna Osk left. Osk spoke. Osk sang.\n");
    return 0;
}

static void a_bare_name_that_several_bear_is_a_word(void **state)
{
    struct fixture *fixture = *state;
    const struct px_term *osk = take_all((void *)(uintptr_t)find(&fixture->ab, "Osk"));
    const struct px_term *bren = take_all((void *)(uintptr_t)find(&fixture->ab, "Bren Osk"));
    assert_int_equal(2, osk->counts[0]);
    assert_int_equal(2, osk->counts[1]);
    assert_int_equal(2, bren->counts[0]);
    assert_int_equal(0, bren->counts[1]);
}

/* What the other article writes in one word is no term by its half, nor what the outlet calls itself by. */
static void spellings_and_the_outlet_are_no_terms(void **state)
{
    set_up_texts(state, "Prices rose 3 per cent. Wages fell 2 per cent. Varn slept. Varn woke. Told to Varn Post.\n",
                 "Prices rose 3 percent. Rain fell. Herring came.\n");
    struct fixture *fixture = *state;
    fixture->a.outlet = PX_SLICE("Varn Post");
    compare_turned(fixture);
    assert_null(find(&fixture->ab, "cent"));
    assert_null(find(&fixture->ba, "cent"));
    assert_null(find(&fixture->ab, "varn"));
    assert_null(find(&fixture->ab, "Varn"));
}

/* The word that several names share is no term where it stands in small letters, too: "the court" beside "Court". */
static void a_shared_word_in_small_letters_is_no_term(void **state)
{
    share_name(state, "Bren Osk came. Bren Osk left. Osk spoke. Mrs. Osk sang.\n",
               "Anna Osk came. Anna Osk left. The osk grew.\n");
    assert_null(find(&((struct fixture *)*state)->ab, "Osk"));
}

/* Of the form everywhere in the article. */
static void mark_lexeme(struct fixture *fixture, struct px_article *article, const char *form, const char *lemma,
                        uint8_t word_class)
{
    struct px_vocabulary *vocabulary = fixture->worker.vocabulary;
    if (article->lexemes == NULL) {
        article->lexemes = take_all(px_arena_array(&article->arena, struct px_lexeme, article->tokens.count));
        for (size_t t = 0; t < article->tokens.count; t++)
            article->lexemes[t].lemma = article->tokens.items[t].form;
    }
    for (size_t t = 0; t < article->tokens.count; t++)
        if (article->tokens.items[t].form == px_vocabulary_add(vocabulary, px_slice_from(form))) {
            article->lexemes[t].lemma = px_vocabulary_add(vocabulary, px_slice_from(lemma));
            article->lexemes[t].word_class = word_class;
        }
}

static int set_up_hidden(void **state)
{
    set_up_texts(state,
                 "The intelligence grew. The intelligence paid. The herring came. The herring left. The arrest was "
                 "long, the arrest was loud.\n",
                 "The Varn Intelligence Committee met. Ilka was arrested.\n");
    struct fixture *fixture = *state;
    mark_lexeme(fixture, &fixture->a, "arrest", "arrest", PX_WORD_NOUN);
    mark_lexeme(fixture, &fixture->b, "arrested", "arrest", PX_WORD_VERB);
    mark_name(&fixture->b, "Varn Intelligence Committee", PX_ENTITY_ORGANISATION);
    compare_turned(fixture);
    return 0;
}

/* A word that stands in the other article inside a name is not missing there. */
static void a_word_hidden_in_a_name_is_no_term(void **state)
{
    struct fixture *fixture = *state;
    assert_non_null(find(&fixture->ab, "herring"));
    assert_null(find(&fixture->ab, "intelligence"));
    assert_null(find(&fixture->ba, "intelligence"));
}

/* What says nothing, or may be written in digits, is no term. */
static void words_that_say_nothing_are_no_terms(void **state)
{
    set_up_texts(state,
                 "It is a one-in-three boat. A one-in-three boat is able to sink. Nets are able to tear.\nNets move "
                 "right now. To do the right thing they move up.\n",
                 "Rain fell. Herring came.\n");
    struct fixture *fixture = *state;
    finish(fixture, &fixture->a, "");
    finish(fixture, &fixture->b, "");
    compare_turned(fixture);
    assert_non_null(find(&fixture->ab, "boat"));
    assert_null(find(&fixture->ab, "one-in-three"));
    assert_null(find(&fixture->ab, "able"));
    assert_null(find(&fixture->ab, "right"));
    assert_null(find(&fixture->ab, "move"));
}

/* "Cable" cues speech where it is a verb; the cables of an embassy are a topic. */
static void a_noun_cues_no_speech(void **state)
{
    for (int noun = 0; noun < 2; noun++) {
        set_up_texts(state, "Toran read the cable. The cable was old. Osk saw the cable.\n",
                     "Rain fell. Herring came.\n");
        struct fixture *fixture = *state;
        mark_lexeme(fixture, &fixture->a, "cable", "cable", noun ? PX_WORD_NOUN : PX_WORD_VERB);
        mark_lexeme(fixture, &fixture->b, "Rain", "rain", PX_WORD_NOUN);
        finish(fixture, &fixture->a, "");
        finish(fixture, &fixture->b, "");
        compare_turned(fixture);
        assert_int_equal(noun, find(&fixture->ab, "cable") != NULL);
        assert_int_equal(noun, find(&fixture->ba, "cable") != NULL);
        tear_down(state);
    }
}

/* Who reads of somebody arrested does not miss the arrest. */
static void a_word_met_by_its_stem_is_no_term(void **state)
{
    struct fixture *fixture = *state;
    assert_null(find(&fixture->ab, "arrest"));
    assert_null(find(&fixture->ba, "arrest"));
}

static void every_term_is_listed_when_asked_for(void **state)
{
    struct fixture *fixture = *state;
    const struct px_article *articles[] = {&fixture->a, &fixture->b};
    struct px_comparison comparison;
    struct px_error error = {0};
    assert_int_equal(PX_OK, px_compare(articles, 2, &(struct px_compare_options){.every_term = true, .replicates = 100},
                                       &fixture->worker, &comparison, &error));
    const char *const terms[] = {"herring", "intelligence", "arrest"};
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
        assert_int_equal(2,
                         ((const struct px_term *)take_all((void *)(uintptr_t)find(&comparison, terms[i])))->counts[0]);
    px_comparison_release(&comparison);
}

static void terms_mirror(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(fixture->ab.terms.count, fixture->ba.terms.count);
    for (size_t i = 0; i < fixture->ab.terms.count; i++) {
        const struct px_term *x = &fixture->ab.terms.items[i], *y = &fixture->ba.terms.items[i];
        assert_true(px_slice_equal(x->term, y->term));
        assert_same(x->log_odds_z, -y->log_odds_z);
        assert_same(x->p, y->p);
        assert_same(x->q, y->q);
        assert_int_equal(x->counts[0], y->counts[1]);
        assert_same(x->dispersion[0], y->dispersion[1]);
    }
}

static void a_reference_list_is_the_prior(void **state)
{
    struct fixture *fixture = *state;
    const struct px_article *articles[] = {&fixture->a, &fixture->b};
    struct px_table words = {0};
    uint64_t counts[] = {900000};
    px_table_add(&words, PX_SLICE("herring"), NULL);
    struct px_reference reference = {&words, counts, 1000000};
    struct px_comparison comparison;
    struct px_error error = {0};
    assert_int_equal(PX_OK,
                     px_compare(articles, 2, &(struct px_compare_options){.reference = &reference, .replicates = 100},
                                &fixture->worker, &comparison, &error));
    assert_true(find(&comparison, "herring")->log_odds_z < find(&fixture->ab, "herring")->log_odds_z);
    px_comparison_release(&comparison);
    px_table_release(&words);
}

static int set_up_lexemes(void **state)
{
    set_up_texts(state, "The ads ran. Ilka added an ad. It pointed at women. Emails of a double-dip came.\n",
                 "The points of a double dip were added. A point on e-mails. The woman added more.\n");
    struct fixture *fixture = *state;
    struct px_article *both[] = {&fixture->a, &fixture->b};
    for (size_t a = 0; a < 2; a++) {
        mark_lexeme(fixture, both[a], "ads", "ad", PX_WORD_NOUN);
        mark_lexeme(fixture, both[a], "added", "add", PX_WORD_VERB);
        mark_lexeme(fixture, both[a], "pointed", "point", PX_WORD_VERB);
        mark_lexeme(fixture, both[a], "points", "point", PX_WORD_NOUN);
        mark_lexeme(fixture, both[a], "women", "woman", PX_WORD_NOUN);
    }
    compare_turned(fixture);
    return 0;
}

static void check_counts(const struct px_comparison *comparison, const char *term, uint32_t a, uint32_t b)
{
    const struct px_term *found = find(comparison, term);
    if (found == NULL || found->counts[0] != a || found->counts[1] != b)
        fail_msg("%s: %u %u", term, found == NULL ? 0 : found->counts[0], found == NULL ? 0 : found->counts[1]);
}

/* Stems would count "added" with "ad", and "pointed" with "points"; and neither word of "double-dip". */
static void words_are_counted_by_lemma(void **state)
{
    struct fixture *fixture = *state;
    check_counts(&fixture->ab, "ads", 2, 0);
    check_counts(&fixture->ab, "added", 1, 2);
    check_counts(&fixture->ab, "points", 0, 2);
    check_counts(&fixture->ab, "women", 1, 1);
    check_counts(&fixture->ab, "double", 1, 1);
    check_counts(&fixture->ab, "dip", 1, 1);
    assert_null(find(&fixture->ab, "double-dip"));
    assert_true(px_slice_is(find(&fixture->ab, "ads")->forms, "ad/ads"));
    assert_int_equal(find(&fixture->ab, "women")->forms.size > 0, true);
}

/* "Lies" are told, and she lies: a reader would count both. */
static int set_up_senses(void **state)
{
    set_up_texts(state, "Ilka may lie. Ilka may lie. She lies. Lies ran. The points ran. A point won. A point lost.\n",
                 "Rain fell.\n");
    struct fixture *fixture = *state;
    mark_lexeme(fixture, &fixture->a, "lie", "lie", PX_WORD_VERB);
    mark_lexeme(fixture, &fixture->a, "lies", "lie", PX_WORD_VERB);
    mark_lexeme(fixture, &fixture->a, "Lies", "lie", PX_WORD_NOUN);
    mark_lexeme(fixture, &fixture->a, "points", "point", PX_WORD_NOUN);
    mark_lexeme(fixture, &fixture->a, "point", "point", PX_WORD_NOUN);
    mark_lexeme(fixture, &fixture->b, "Rain", "rain", PX_WORD_NOUN);
    compare_turned(fixture);
    return 0;
}

static void forms_of_two_words_tell_which(void **state)
{
    struct fixture *fixture = *state;
    assert_true(px_slice_is(find(&fixture->ab, "lie")->forms, "lie/lies (verb)"));
    assert_true(px_slice_is(find(&fixture->ba, "lie")->forms, "lie/lies (verb)"));
    assert_true(px_slice_is(find(&fixture->ab, "point")->forms, "point/points"));
}

static int set_up_twice(void **state)
{
    set_up_texts(state, "It went door-to-door. A door fell.\n", "Rain fell.\n");
    struct fixture *fixture = *state;
    mark_lexeme(fixture, &fixture->a, "door", "door", PX_WORD_NOUN);
    mark_lexeme(fixture, &fixture->b, "Rain", "rain", PX_WORD_NOUN);
    compare_turned(fixture);
    return 0;
}

static void a_word_counts_once_in_a_compound(void **state)
{
    struct fixture *fixture = *state;
    check_counts(&fixture->ab, "door", 2, 0);
    assert_true(px_slice_is(find(&fixture->ab, "door")->forms, "door/door-to-door"));
}

/* Three wordings of one land, one of them with another's name. */
static int set_up_joined(void **state)
{
    set_up_texts(state, "Tarsk slept. Norland left. The Bren-Lorn boats froze.\n", "Rain fell.\n");
    struct fixture *fixture = *state;
    static const char *const names[] = {"Norland", "Tarsk", "Bren-Lorn"};
    for (size_t i = 0; i < 3; i++)
        mark_name(&fixture->a, names[i], PX_ENTITY_PLACE);
    for (size_t m = 0; m < fixture->a.mentions.count; m++)
        fixture->a.mentions.items[m].entity = 0;
    fixture->a.entities.count = 1;
    compare_turned(fixture);
    return 0;
}

static void a_word_of_two_names_is_no_form(void **state)
{
    struct fixture *fixture = *state;
    check_counts(&fixture->ab, "Norland", 3, 0);
    assert_true(px_slice_is(find(&fixture->ab, "Norland")->forms, "Norland/Tarsk"));
}

/* "D-Tarsk" tells of whoever was named, and of Tarsk nothing. */
static int set_up_tags(void **state)
{
    set_up_texts(state, "Osk, D-Tarsk, slept. Bren (D-Tarsk) left. The D-Lorn boats froze near D-Lorn ships.\n",
                 "Rain fell.\n");
    struct fixture *fixture = *state;
    mark_name(&fixture->a, "D-Tarsk", PX_ENTITY_PLACE);
    mark_name(&fixture->a, "D-Lorn", PX_ENTITY_PLACE);
    compare_turned(fixture);
    return 0;
}

static void a_party_tag_is_no_word(void **state)
{
    struct fixture *fixture = *state;
    assert_null(find(&fixture->ab, "D-Tarsk"));
    check_counts(&fixture->ab, "D-Lorn", 2, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_most_distinctive_come_first, set_up, tear_down),
        cmocka_unit_test_setup_teardown(names_are_terms_as_wholes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_surname_is_its_bearers, set_up_surnames, tear_down),
        cmocka_unit_test_setup_teardown(a_bare_name_that_several_bear_is_a_word, set_up_shared_name, tear_down),
        cmocka_unit_test_teardown(a_shared_word_in_small_letters_is_no_term, tear_down),
        cmocka_unit_test(a_noun_cues_no_speech),
        cmocka_unit_test_teardown(words_that_say_nothing_are_no_terms, tear_down),
        cmocka_unit_test_teardown(spellings_and_the_outlet_are_no_terms, tear_down),
        cmocka_unit_test_setup_teardown(words_are_counted_by_lemma, set_up_lexemes, tear_down),
        cmocka_unit_test_setup_teardown(forms_of_two_words_tell_which, set_up_senses, tear_down),
        cmocka_unit_test_setup_teardown(a_word_counts_once_in_a_compound, set_up_twice, tear_down),
        cmocka_unit_test_setup_teardown(a_word_of_two_names_is_no_form, set_up_joined, tear_down),
        cmocka_unit_test_setup_teardown(a_party_tag_is_no_word, set_up_tags, tear_down),
        cmocka_unit_test_setup_teardown(a_word_hidden_in_a_name_is_no_term, set_up_hidden, tear_down),
        cmocka_unit_test_setup_teardown(a_word_met_by_its_stem_is_no_term, set_up_hidden, tear_down),
        cmocka_unit_test_setup_teardown(every_term_is_listed_when_asked_for, set_up_hidden, tear_down),
        cmocka_unit_test_setup_teardown(terms_mirror, set_up_lexemes, tear_down),
        cmocka_unit_test_setup_teardown(terms_mirror, set_up_shared_name, tear_down),
        cmocka_unit_test_setup_teardown(terms_mirror, set_up_surnames, tear_down),
        cmocka_unit_test_setup_teardown(terms_mirror, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_reference_list_is_the_prior, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
