/* The edits of sentences that are shared but for them: what of their words each is, and where it would stand. */
#include "../comparison/compare_fixture.h"

/* What stands between marks is direct speech. */
static void quote(struct px_article *article)
{
    bool inside = false;
    uint32_t at = 0;
    for (size_t t = 0; t < article->tokens.count; t++) {
        struct px_token *token = &article->tokens.items[t];
        for (; at < token->start; at++)
            inside = inside != (article->text.data[at] == '"');
        token->voice = inside ? PX_VOICE_DIRECT : PX_VOICE_OWN;
    }
}

struct edited {
    const char *a, *b;       /* sentences with one edit, */
    const char *in_a, *in_b; /* its words, */
    const char *before_in_a; /* and what stands before them in the first, */
    const char *before_in_b; /* and in the second */
};

/* Whichever comes first. */
static void assert_edit(const struct edited *edited)
{
    struct fixture *fixture;
    set_up_texts((void **)&fixture, edited->a, edited->b);
    quote(&fixture->a);
    quote(&fixture->b);
    compare_turned(fixture);
    const struct px_comparison *both[] = {&fixture->ab, &fixture->ba};
    for (size_t turned = 0; turned < 2; turned++) {
        const struct px_edit *edit = NULL;
        assert_int_equal(1, both[turned]->reused.count);
        for (size_t i = 0; i < both[turned]->reused.items[0].edits.count; i++)
            if (!both[turned]->reused.items[0].edits.items[i].who_says) {
                assert_null(edit);
                edit = &both[turned]->reused.items[0].edits.items[i];
            }
        assert_non_null(edit);
        struct px_span in_a = edit->spans[turned], in_b = edit->spans[!turned];
        assert_true(px_slice_is(px_slice_span(fixture->a.text, in_a), edited->in_a));
        assert_true(px_slice_is(px_slice_span(fixture->b.text, in_b), edited->in_b));
        assert_true(px_slice_ends(px_slice_part(fixture->a.text, 0, in_a.start), px_slice_from(edited->before_in_a)));
        assert_true(px_slice_ends(px_slice_part(fixture->b.text, 0, in_b.start), px_slice_from(edited->before_in_b)));
    }
    tear_down((void **)&fixture);
}

#define OLD_HALL "the council must open the old hall to every family in Varn"

/* What begins like who says it in the one, and like the quotation in the other, is the quotation's. */
static void the_quotation_keeps_its_words(void **state)
{
    struct fixture *fixture;
    (void)state;
    set_up_texts((void **)&fixture, "The guild added, \"" OLD_HALL "\".\n", "\"" OLD_HALL ",\" the note ended.\n");
    quote(&fixture->a);
    quote(&fixture->b);
    compare_turned(fixture);
    for (size_t i = 0; i < fixture->ab.reused.count; i++)
        assert_false(fixture->ab.reused.items[i].edited);
    tear_down((void **)&fixture);
}

/* Words that only one has stand on the same side of a mark in the other. */
static void marks_stay_where_they_are(void **state)
{
    (void)state;
    assert_edit(&(struct edited){"\"Ask whether " OLD_HALL " as I am,\" Ora Lind said.\n",
                                 "\"Ask whether " OLD_HALL " as I,\" Ora Lind said.\n", "am", "", "as I ", "as I"});
    assert_edit(&(struct edited){"In Bruk today, Ora Lind said \"" OLD_HALL "\".\n",
                                 "In Bruk, Ora Lind said \"" OLD_HALL "\".\n", "today", "", "Bruk ", "Bruk"});
    assert_edit(&(struct edited){"Ora Lind said \"once more " OLD_HALL "\".\n", "Ora Lind said \"" OLD_HALL "\".\n",
                                 "once more", "", "said \"", "said \""});
    assert_edit(&(struct edited){"In Bruk today, at last, Ora Lind said \"" OLD_HALL "\".\n",
                                 "In Bruk, Ora Lind said \"" OLD_HALL "\".\n", "today, at last", "", "Bruk ", "Bruk"});
    assert_edit(&(struct edited){"In Bruk today, Ora Lind said \"" OLD_HALL "\".\n",
                                 "In Bruk, once, Ora Lind said \"" OLD_HALL "\".\n", "today", "once", "Bruk ",
                                 "Bruk, "});
    assert_edit(&(struct edited){"Ora Lind said that \"" OLD_HALL "\".\n", "Ora Lind said \"" OLD_HALL "\".\n", "that",
                                 "", "said ", "said"});
}

/* Who says it is none of the quoted words that only one has. */
static void who_says_it_is_parted_from_the_edit(void **state)
{
    (void)state;
    assert_edit(&(struct edited){"\"" OLD_HALL " before winter,\" she said.\n", "\"" OLD_HALL ".\"\n", "before winter",
                                 "", "Varn ", "Varn"});
    assert_edit(&(struct edited){"Her letter says, \"" OLD_HALL "\".\n", "\"However, " OLD_HALL ".\"\n", "", "However",
                                 "says, \"", "\""});
}

/* A word is not cut, and brackets stay with what is in them. */
static void words_stay_whole(void **state)
{
    (void)state;
    assert_edit(&(struct edited){"It's said in Bruk that " OLD_HALL ".\n", "It is said in Bruk that " OLD_HALL ".\n",
                                 "It's", "It is", "", ""});
    assert_edit(&(struct edited){"In Bruk it's said that " OLD_HALL ".\n",
                                 "In Bruk but it is said that " OLD_HALL ".\n", "it's", "but it is", "Bruk ", "Bruk "});
    assert_edit(&(struct edited){"In Bruk they say " OLD_HALL " (this time) and stay.\n",
                                 "In Bruk they say " OLD_HALL " and stay.\n", "(this time)", "", "Varn ", "Varn "});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_quotation_keeps_its_words),
        cmocka_unit_test(marks_stay_where_they_are),
        cmocka_unit_test(who_says_it_is_parted_from_the_edit),
        cmocka_unit_test(words_stay_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
