/* Which role a source has over the articles, and whom it speaks for. */
#include "speakers_fixture.h"

/* "the department" tells nobody whose spokeswoman she is; a name does. */
static void test_a_role_at_a_body_without_a_name_is_cut(void **state)
{
    static const char *const ROLES[] = {"spokeswoman for the department", "spokeswoman for the Quay Office",
                                        "head of the dock"};
    static const char *const SHOWN[] = {"", "spokeswoman for the Quay Office", "head"};
    set_up_texts(state,
                 "Ora Lind, spokeswoman for the department, said rain fell. Ben Hask, spokeswoman for the Quay Office, "
                 "said ice broke. Ada Brell, head of the dock, said wind rose.\n",
                 "The harbour froze.\n");
    struct fixture *fixture = *state;
    static const char *const NAMES[] = {"Ora Lind", "Ben Hask", "Ada Brell"}, *const SAID[] = {"rain fell", "ice broke",
                                                                                               "wind rose"};
    for (uint32_t i = 0; i < 3; i++) {
        struct px_entity *entity = add_entity(&fixture->a, NAMES[i], NAMES[i], PX_ENTITY_PERSON);
        entity->role = px_slice_span(fixture->a.text, find_text(&fixture->a, ROLES[i], 0));
        mention(&fixture->a, NAMES[i], PX_MENTION_NAME);
        attribute(&fixture->a, NAMES[i], "say", SAID[i], PX_ATTRIBUTION_INDIRECT)->entity = i;
    }
    compare_both(fixture);
    for (size_t i = 0; i < 3; i++) {
        const struct px_source *source = find_source(&fixture->ab, NAMES[i]);
        if (!px_slice_is(source->role, SHOWN[i]))
            fail_msg("%.*s", PX_SLICE_ARG(source->role));
    }
    tear_down(state);
}

/* "A former mayor" is no mayor; whom somebody acts for may be told once. */
static void test_names_keep_what_is_past(void **state)
{
    struct fixture *fixture;
    (void)state;
    set_up_texts((void **)&fixture,
                 "A former mayor said rain one. A harbour manager said rain two. The manager said rain three.\n",
                 "It is wet.\n");
    attribute(&fixture->a, "A former mayor", "say", "rain one", PX_ATTRIBUTION_INDIRECT);
    attribute(&fixture->a, "A harbour manager", "say", "rain two", PX_ATTRIBUTION_INDIRECT)->actor = PX_ACTOR_BUSINESS;
    attribute(&fixture->a, "The manager", "say", "rain three", PX_ATTRIBUTION_INDIRECT);
    compare_both(fixture);
    assert_non_null(find_source(&fixture->ab, "former mayor"));
    assert_int_equal(find_source(&fixture->ab, "harbour manager")->actor, PX_ACTOR_BUSINESS);
    tear_down((void **)&fixture);
}

/* "Mayor Lind", whom one article calls the town's first female mayor, is introduced as "Mayor". */
static void test_prefers_a_title_to_a_description(void **state)
{
    struct fixture *fixture;
    (void)state;
    set_up_texts((void **)&fixture,
                 "Lind, the town's first female mayor, and Hask, the town's chief smuggler, said rain one, rain two.\n",
                 "Mayor Lind and Mayor Hask said rain one, rain two.\n");
    struct px_article *a = &fixture->a, *b = &fixture->b;
    static const char *const names[] = {"Lind", "Hask"}, *const keys[] = {"lind", "hask"},
                             *const roles[] = {"town's first female mayor", "town's chief smuggler"},
                             *const said[] = {"rain one", "rain two"};
    for (int i = 0; i < 2; i++) {
        add_entity(a, names[i], keys[i], PX_ENTITY_PERSON)->role = px_slice_span(a->text, find_text(a, roles[i], 0));
        mention(a, names[i], PX_MENTION_NAME);
        attribute(a, names[i], "say", said[i], PX_ATTRIBUTION_DIRECT)->entity = (uint32_t)i;
        struct px_entity *entity = add_entity(b, names[i], keys[i], PX_ENTITY_PERSON);
        entity->role = entity->title = PX_SLICE("Mayor");
        mention(b, names[i], PX_MENTION_NAME);
        attribute(b, names[i], "say", said[i], PX_ATTRIBUTION_DIRECT)->entity = (uint32_t)i;
    }
    compare_both(fixture);
    assert_true(px_slice_is(find_source(&fixture->ab, "Lind")->role, "Mayor"));
    assert_true(px_slice_is(find_source(&fixture->ba, "Lind")->role, "Mayor"));
    assert_true(px_slice_is(find_source(&fixture->ab, "Hask")->role, "town's chief smuggler"));
    tear_down((void **)&fixture);
}

/* Of two titles in which the description ends the longer is taken, in whichever order the articles stand. */
static void test_prefers_the_longer_title(void **state)
{
    struct fixture *fixture;
    (void)state;
    set_up_texts((void **)&fixture, "Secretary Lind, the town's first harbour secretary, said rain one.\n",
                 "Harbour Secretary Lind said rain one.\n");
    struct px_article *articles[] = {&fixture->a, &fixture->b};
    static const char *const titles[] = {"Secretary", "Harbour Secretary"}, *const roles[] = {
                                                                                "town's first harbour secretary",
                                                                                "Harbour Secretary"};
    for (size_t i = 0; i < 2; i++) {
        struct px_entity *entity = add_entity(articles[i], "Lind", "lind", PX_ENTITY_PERSON);
        entity->title = px_slice_from(titles[i]);
        entity->role = px_slice_span(articles[i]->text, find_text(articles[i], roles[i], 0));
        mention(articles[i], "Lind", PX_MENTION_NAME);
        attribute(articles[i], "Lind", "say", "rain one", PX_ATTRIBUTION_DIRECT)->entity = 0;
    }
    compare_both(fixture);
    assert_true(px_slice_is(find_source(&fixture->ab, "Lind")->role, "Harbour Secretary"));
    assert_true(px_slice_is(find_source(&fixture->ba, "Lind")->role, "Harbour Secretary"));
    tear_down((void **)&fixture);
}

/* A role of one day only, "Speaker-to-be", gives way to the one it adds to. */
static void test_takes_the_role_that_lasts(void **state)
{
    struct fixture *fixture;
    (void)state;
    set_up_texts((void **)&fixture, "Ora Lind, the Council Speaker-to-be, said rain one.\n",
                 "Ora Lind, the Council Speaker, said rain two.\n");
    struct px_article *articles[] = {&fixture->a, &fixture->b};
    static const char *const roles[] = {"Council Speaker-to-be", "Council Speaker"}, *const said[] = {"rain one",
                                                                                                      "rain two"};
    for (size_t i = 0; i < 2; i++) {
        add_entity(articles[i], "Ora Lind", "ora lind", PX_ENTITY_PERSON)->role =
            px_slice_span(articles[i]->text, find_text(articles[i], roles[i], 0));
        mention(articles[i], "Ora Lind", PX_MENTION_NAME);
        attribute(articles[i], "Ora Lind", "say", said[i], PX_ATTRIBUTION_INDIRECT)->entity = 0;
    }
    compare_both(fixture);
    assert_true(px_slice_is(find_source(&fixture->ab, "Ora Lind")->role, "Council Speaker"));
    assert_true(px_slice_is(find_source(&fixture->ba, "Ora Lind")->role, "Council Speaker"));
    tear_down((void **)&fixture);
}

/* What is kept at a distance describes nobody, and a document acts for no government. */
static void test_takes_nobody_at_a_jibe(void **state)
{
    struct fixture *fixture;
    (void)state;
    set_up_texts((void **)&fixture, "Ora Lind, the so-called mayor, said rain one. The harbour report said rain two.\n",
                 "It is wet.\n");
    add_entity(&fixture->a, "Ora Lind", "ora lind", PX_ENTITY_PERSON);
    mention(&fixture->a, "Ora Lind", PX_MENTION_NAME);
    struct px_span words = find_text(&fixture->a, "so-called mayor", 0);
    fixture->a.entities.items[0].role = px_slice_span(fixture->a.text, words);
    fixture->a.tokens.items[token_from(&fixture->a, words.start)].flags |= PX_TOKEN_DISTANCED;
    attribute(&fixture->a, "Ora Lind", "say", "rain one", PX_ATTRIBUTION_INDIRECT)->entity = 0;
    struct px_attribution *report =
        attribute(&fixture->a, "The harbour report", "say", "rain two", PX_ATTRIBUTION_INDIRECT);
    report->speaker_kind = PX_SPEAKER_DOCUMENT;
    report->actor = PX_ACTOR_STATE;
    compare_both(fixture);
    assert_int_equal(find_source(&fixture->ab, "Ora Lind")->role.size, 0);
    assert_true(find_indicator(&fixture->ab, "sourcing.state_share")->values[0].value == 0);
    tear_down((void **)&fixture);
}

/* What one article says of a speaker holds in the other: the mayor has left. */
static void test_settles_over_articles(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_source *lind = find_source(&fixture->ab, "Ora Lind");
    assert_int_equal(lind->actor, PX_ACTOR_OTHER);
    assert_true(px_slice_is(lind->role, "former mayor"));
    assert_int_equal(fixture->ab.speakers[1][0].actor, PX_ACTOR_OTHER);
    assert_int_equal(fixture->ba.speakers[0][0].actor, PX_ACTOR_OTHER);
}

/* One who holds another office now has it. */
static void test_keeps_another_office(void **state)
{
    struct fixture *fixture = *state;
    fixture->b.entities.items[0].role = PX_SLICE("Governor");
    px_comparison_release(&fixture->ab);
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    assert_int_equal(find_source(&fixture->ab, "Ora Lind")->actor, PX_ACTOR_STATE);
}

static int set_up_past(void **state)
{
    set_up_texts(
        state,
        "Gov. Ora Lind, a former judge, said no. Former Secretary of State Ben Hask said yes. Uta Brell, a "
        "former aide to President Orrin, said maybe. Una Tarn, mayor of Kestria from 2000 to 2006, said never. "
        "Eva Oss, president of the Kestria club from 2000 to 2006, said often.\n",
        "Nothing was said.\n");
    struct fixture *fixture = *state;
    struct px_article *a = &fixture->a;
    static const char *const names[] = {"Ora Lind", "Ben Hask", "Uta Brell", "Una Tarn", "Eva Oss"};
    static const char *const keys[] = {"ora lind", "ben hask", "uta brell", "una tarn", "eva oss"};
    static const char *const said[] = {"no", "yes", "maybe", "never", "often"};
    static const char *const roles[] = {"former judge", "Former Secretary of State", "former aide to President Orrin",
                                        "mayor of Kestria from 2000 to 2006",
                                        "president of the Kestria club from 2000 to 2006"};
    for (size_t i = 0; i < 5; i++) {
        struct px_entity *entity = add_entity(a, names[i], keys[i], PX_ENTITY_PERSON);
        entity->role = px_slice_span(a->text, find_text(a, roles[i], 0));
        entity->actor = i < 2 ? PX_ACTOR_STATE : PX_ACTOR_OTHER;
        entity->former = i > 2;
        mention(a, names[i], PX_MENTION_NAME);
        attribute(a, names[i], "say", said[i], PX_ATTRIBUTION_INDIRECT)->entity = (uint32_t)a->entities.count - 1;
        if (i == 3) {
            add_entity(a, "Kestria", "kestria", PX_ENTITY_PLACE);
            mention(a, "Kestria", PX_MENTION_NAME);
        }
    }
    a->lexemes = take_all(px_arena_array(&a->arena, struct px_lexeme, a->tokens.count));
    for (size_t t = 0; t < a->tokens.count; t++)
        if (px_slice_is(px_slice_part(a->text, a->tokens.items[t].start, a->tokens.items[t].end), "club"))
            a->lexemes[t].word_class = PX_WORD_NOUN;
    struct px_error error = {0};
    assert_int_equal(
        PX_OK, px_matcher_find(fixture->worker.cache, a->text, &a->tokens, &a->sentences, &a->arena, &a->hits, &error));
    compare_both(fixture);
    return 0;
}

/* Who has an office is not called by one that is past; who is called by a title that is past has none, but is known for
 * politics. */
static void test_past_offices(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_source *lind = find_source(&fixture->ab, "Ora Lind"), *hask = find_source(&fixture->ab, "Ben Hask");
    assert_int_equal(lind->role.size, 0);
    assert_int_equal(lind->actor, PX_ACTOR_STATE);
    assert_true(px_slice_is(hask->role, "Former Secretary of State"));
    assert_int_equal(hask->actor, PX_ACTOR_PARTY);
    const struct px_source *brell = find_source(&fixture->ab, "Uta Brell");
    assert_true(px_slice_is(brell->role, "former aide to President Orrin"));
    assert_int_equal(brell->actor, PX_ACTOR_OTHER); /* she led nothing herself */
    assert_int_equal(find_source(&fixture->ab, "Una Tarn")->actor, PX_ACTOR_PARTY);
    assert_int_equal(find_source(&fixture->ab, "Eva Oss")->actor, PX_ACTOR_OTHER); /* of a club */
}

/* Who is a minister here speaks as one, though called a former senator there. */
static void test_an_office_outlasts_a_past_one(void **state)
{
    struct fixture *fixture;
    (void)state;
    set_up_texts((void **)&fixture, "Ora Lind, a former senator, said no. Ora Lind said yes.\n",
                 "Minister Ora Lind said maybe.\n");
    static const char *const said[] = {"no", "yes", "maybe"}, *const roles[] = {"former senator", "Minister"};
    for (size_t i = 0; i < 3; i++) {
        struct px_article *article = i < 2 ? &fixture->a : &fixture->b;
        if (i != 1) {
            struct px_entity *lind = add_entity(article, "Ora Lind", "ora lind", PX_ENTITY_PERSON);
            lind->role = px_slice_span(article->text, find_text(article, roles[i / 2], 0));
            lind->actor = i == 0 ? PX_ACTOR_PARTY : PX_ACTOR_STATE;
            mention(article, "Ora Lind", PX_MENTION_NAME);
        }
        struct px_attribution *it = attribute(article, "Ora Lind", "say", said[i], PX_ATTRIBUTION_INDIRECT);
        it->entity = 0;
        it->actor = i < 2 ? PX_ACTOR_PARTY : PX_ACTOR_STATE;
    }
    struct px_error error = {0};
    assert_int_equal(PX_OK, px_matcher_find(fixture->worker.cache, fixture->a.text, &fixture->a.tokens,
                                            &fixture->a.sentences, &fixture->a.arena, &fixture->a.hits, &error));
    compare_both(fixture);
    assert_int_equal(find_source(&fixture->ab, "Ora Lind")->actor, PX_ACTOR_STATE);
    tear_down((void **)&fixture);
}

/* "President" alone may be anybody's; whoever is a judge here is not called by what he was, as there. */
static void test_bare_offices_are_no_roles(void **state)
{
    struct fixture *fixture;
    (void)state;
    set_up_texts((void **)&fixture, "Ora Lind, the president, said rain one. Judge Ben Hask said rain two.\n",
                 "Ben Hask, a former prosecutor, said rain three.\n");
    struct px_article *a = &fixture->a, *b = &fixture->b;
    add_entity(a, "Ora Lind", "ora lind", PX_ENTITY_PERSON)->role =
        px_slice_span(a->text, find_text(a, "president", 0));
    mention(a, "Ora Lind", PX_MENTION_NAME);
    struct px_entity *hask = add_entity(a, "Ben Hask", "ben hask", PX_ENTITY_PERSON);
    hask->role = px_slice_span(a->text, find_text(a, "Judge", 0));
    hask->actor = PX_ACTOR_COURT;
    mention(a, "Ben Hask", PX_MENTION_NAME);
    hask = add_entity(b, "Ben Hask", "ben hask", PX_ENTITY_PERSON);
    hask->role = px_slice_span(b->text, find_text(b, "former prosecutor", 0));
    hask->former = true;
    mention(b, "Ben Hask", PX_MENTION_NAME);
    attribute(a, "Ora Lind", "say", "rain one", PX_ATTRIBUTION_INDIRECT)->entity = 0;
    attribute(a, "Ben Hask", "say", "rain two", PX_ATTRIBUTION_INDIRECT)->entity = 1;
    attribute(b, "Ben Hask", "say", "rain three", PX_ATTRIBUTION_INDIRECT)->entity = 0;
    struct px_error error = {0};
    for (size_t i = 0; i < 2; i++) {
        struct px_article *it = i == 0 ? a : b;
        assert_int_equal(PX_OK, px_matcher_find(fixture->worker.cache, it->text, &it->tokens, &it->sentences,
                                                &it->arena, &it->hits, &error));
    }
    compare_both(fixture);
    assert_int_equal(find_source(&fixture->ab, "Ora Lind")->role.size, 0);
    assert_true(px_slice_is(find_source(&fixture->ab, "Ben Hask")->role, "Judge"));
    tear_down((void **)&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_role_at_a_body_without_a_name_is_cut),
        cmocka_unit_test(test_names_keep_what_is_past),
        cmocka_unit_test(test_prefers_a_title_to_a_description),
        cmocka_unit_test(test_prefers_the_longer_title),
        cmocka_unit_test(test_takes_the_role_that_lasts),
        cmocka_unit_test(test_takes_nobody_at_a_jibe),
        cmocka_unit_test_setup_teardown(test_settles_over_articles, set_up_offices, tear_down),
        cmocka_unit_test_setup_teardown(test_keeps_another_office, set_up_offices, tear_down),
        cmocka_unit_test(test_bare_offices_are_no_roles),
        cmocka_unit_test_setup_teardown(test_past_offices, set_up_past, tear_down),
        cmocka_unit_test(test_an_office_outlasts_a_past_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
