/* Roles that are of some body: who has one is told with that, or without it. */
#include "../comparison/annotated_fixture.h"

/* Somebody of the role, who says the words. */
static void add_speaker(struct px_article *article, const char *name, const char *role, const char *said)
{
    uint32_t number = (uint32_t)article->entities.count;
    add_entity(article, name, name, PX_ENTITY_PERSON)->role = px_slice_span(article->text, find_text(article, role, 0));
    mention(article, name, PX_MENTION_NAME);
    attribute(article, name, "say", said, PX_ATTRIBUTION_INDIRECT)->entity = number;
}

static void add_body(struct px_article *article, const char *name, uint8_t actor)
{
    add_entity(article, name, name, PX_ENTITY_ORGANISATION)->actor = actor;
    mention(article, name, PX_MENTION_NAME);
}

static void assert_role(const struct fixture *fixture, const char *name, const char *role)
{
    const struct px_source *source = NULL;
    for (size_t i = 0; i < fixture->ab.sourcing.sources.count; i++)
        if (px_slice_is(fixture->ab.sourcing.sources.items[i].name, name))
            source = &fixture->ab.sourcing.sources.items[i];
    assert_non_null(source);
    if (!px_slice_is(source->role, role))
        fail_msg("%s: %.*s", name, PX_SLICE_ARG(source->role));
}

/* The sentence before names the body, or none does. */
static void test_a_role_has_its_body(void **state)
{
    set_up_texts(state,
                 "Quarry Works mines salt by the lake. CEO Ora Lind said rain fell.\n\n"
                 "The Harbour Office was shut. Ben Hask, a spokeswoman for the department, said ice broke.\n\n"
                 "Executive Director Ada Brell said wind rose. At noon Pier Watch Action Executive Director Sefa Ruun "
                 "said hail fell. Cato Dunn, a student, said fog came.\n\n"
                 "The letter drew in the Toll Department at last. Ilka Toran, a spokeswoman for the department, said "
                 "snow lay.\n",
                 "The harbour froze.\n");
    struct fixture *fixture = *state;
    struct px_article *a = &fixture->a;
    struct px_error error = {0};
    add_body(a, "Quarry Works", PX_ACTOR_OTHER);
    add_speaker(a, "Ora Lind", "CEO", "rain fell");
    add_body(a, "Harbour Office", PX_ACTOR_STATE);
    add_speaker(a, "Ben Hask", "spokeswoman for the department", "ice broke");
    add_speaker(a, "Ada Brell", "Executive Director", "wind rose");
    add_entity(a, "Sefa Ruun", "sefa ruun", PX_ENTITY_PERSON)->role =
        px_slice_span(a->text, find_text(a, "Executive Director", find_text(a, "Action", 0).end));
    mention(a, "Sefa Ruun", PX_MENTION_NAME);
    attribute(a, "Sefa Ruun", "say", "hail fell", PX_ATTRIBUTION_INDIRECT)->entity = 5;
    add_speaker(a, "Cato Dunn", "student", "fog came");
    add_body(a, "Toll Department", PX_ACTOR_STATE);
    struct px_entity *toran = add_entity(a, "Ilka Toran", "ilka toran", PX_ENTITY_PERSON);
    uint32_t behind = find_text(a, "Ilka Toran", 0).end;
    toran->role = px_slice_span(a->text, find_text(a, "spokeswoman for the department", behind));
    mention(a, "Ilka Toran", PX_MENTION_NAME);
    attribute(a, "Ilka Toran", "say", "snow lay", PX_ATTRIBUTION_INDIRECT)->entity = 8;
    assert_int_equal(
        PX_OK, px_matcher_find(fixture->worker.cache, a->text, &a->tokens, &a->sentences, &a->arena, &a->hits, &error));
    compare_both(fixture);
    assert_role(fixture, "Ora Lind", "Quarry Works CEO");
    assert_role(fixture, "Ben Hask", "");  /* whose spokeswoman? */
    assert_role(fixture, "Ada Brell", ""); /* of what is she one? */
    assert_role(fixture, "Sefa Ruun", "Pier Watch Action Executive Director");
    assert_role(fixture, "Cato Dunn", "student");
    assert_role(fixture, "Ilka Toran", "spokeswoman for the Toll Department");
    tear_down(state);
}

/* A spokesman is the body's that stands right before the word, or behind it in the sentence before; and no other's. */
static void test_a_spokesman_is_of_who_is_named_beside(void **state)
{
    static const char *const texts[][2] = {
        {"On Monday Quarry Works spokesman Ora Lind said rain fell.\n", "Quarry Works spokesman"},
        {"On Monday Pits and Quarry Works spokesman Ora Lind said rain fell.\n", "Pits and Quarry Works spokesman"},
        {"Pits and Quarry Works spokesman Ora Lind said rain fell.\n",
         "Quarry Works spokesman"}, /* any word may begin it */
        {"A spokesman for the Quarry Works was asked. The spokesman , Ora Lind, said rain fell.\n",
         "Quarry Works spokesman"},
        {"The Quarry Works was blamed at noon. A spokesman , Ora Lind, said rain fell.\n", ""},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        set_up_texts(state, texts[i][0], "The harbour froze.\n");
        struct fixture *fixture = *state;
        struct px_article *a = &fixture->a;
        struct px_error error = {0};
        add_body(a, "Quarry Works", PX_ACTOR_OTHER);
        struct px_entity *lind = add_entity(a, "Ora Lind", "ora lind", PX_ENTITY_PERSON);
        uint32_t name = find_text(a, "Ora Lind", 0).start, at = 0;
        for (struct px_span s = find_text(a, "spokesman", 0); s.start < name; s = find_text(a, "spokesman", s.end)) {
            at = s.start;
            if (px_slice_find(a->text, PX_SLICE("spokesman"), s.end) == SIZE_MAX)
                break;
        }
        lind->role = px_slice_part(a->text, at, at + 9);
        mention(a, "Ora Lind", PX_MENTION_NAME);
        attribute(a, "Ora Lind", "say", "rain fell", PX_ATTRIBUTION_INDIRECT)->entity = 1;
        assert_int_equal(PX_OK, px_matcher_find(fixture->worker.cache, a->text, &a->tokens, &a->sentences, &a->arena,
                                                &a->hits, &error));
        compare_both(fixture);
        assert_role(fixture, "Ora Lind", texts[i][1]);
        tear_down(state);
    }
}

/* The office of one article, shorter than the title of the other; and the title where the office lacks its body. */
static void test_an_office_is_more_than_a_title(void **state)
{
    static const char *const roles[][2] = {{"GOP leader", "GOP leader"}, {"Chairman", "Representative"}};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        set_up_texts(state, "Representative Ora Lind said rain fell.\n",
                     "Ora Lind, GOP leader, Chairman, said rain fell.\n");
        struct fixture *fixture = *state;
        struct px_error error = {0};
        add_speaker(&fixture->a, "Ora Lind", "Representative", "rain fell");
        add_speaker(&fixture->b, "Ora Lind", roles[i][0], "rain fell");
        fixture->a.entities.items[0].actor = fixture->b.entities.items[0].actor = PX_ACTOR_PARTY;
        for (int n = 0; n < 2; n++) {
            struct px_article *it = n == 0 ? &fixture->a : &fixture->b;
            assert_int_equal(PX_OK, px_matcher_find(fixture->worker.cache, it->text, &it->tokens, &it->sentences,
                                                    &it->arena, &it->hits, &error));
        }
        compare_both(fixture);
        assert_role(fixture, "Ora Lind", roles[i][1]);
        tear_down(state);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_office_is_more_than_a_title),
        cmocka_unit_test(test_a_role_has_its_body),
        cmocka_unit_test(test_a_spokesman_is_of_who_is_named_beside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
