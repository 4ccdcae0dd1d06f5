#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "article/article.h"

static void test_names_as_the_output_writes_them(void **state)
{
    (void)state;
    assert_string_equal(px_role_name(PX_ROLE_LIST_ITEM), "list_item");
    assert_string_equal(px_role_name(PX_ROLE_TITLE), "title");
    assert_string_equal(px_role_name(PX_ROLE_OTHER), "other");
    assert_string_equal(px_genre_name(PX_GENRE_INTERVIEW), "interview");
    assert_string_equal(px_voice_name(PX_VOICE_SCARE), "scare");
    assert_string_equal(px_attribution_type_name(PX_ATTRIBUTION_MIXED), "mixed");
    assert_string_equal(px_speaker_kind_name(PX_SPEAKER_MEDIA), "media");
    assert_string_equal(px_actor_name(PX_ACTOR_CIVIL_SOCIETY), "civil society");
    assert_string_equal(px_actor_name(PX_ACTOR_OTHER), "other");
    assert_string_equal(px_tone_name(PX_TONE_CONFRONTATIONAL), "confrontational");
    assert_string_equal(px_uptake_name(PX_UPTAKE_REBUTTED), "rebutted");
    assert_string_equal(px_entity_kind_name(PX_ENTITY_WORK), "work");
    assert_string_equal(px_mention_form_name(PX_MENTION_PRONOUN), "pronoun");
    assert_string_equal(px_label_name(PX_LABEL_NEGATIVE), "negative");
    assert_string_equal(px_label_name(PX_LABEL_NEUTRAL), "neutral");
    assert_string_equal(px_label_name(PX_LABEL_POSITIVE), "positive");
}

static void test_names_are_found_again(void **state)
{
    (void)state;
    for (uint8_t role = 0; role < PX_ROLE_COUNT; role++)
        assert_int_equal(px_role_find(px_slice_from(px_role_name(role))), role);
    for (uint8_t actor = 0; actor < PX_ACTOR_COUNT; actor++)
        assert_int_equal(px_actor_find(px_slice_from(px_actor_name(actor))), actor);
    for (uint8_t i = 0; i < 5; i++) {
        assert_int_equal(px_genre_find(px_slice_from(px_genre_name(i))), i);
        assert_int_equal(px_speaker_kind_find(px_slice_from(px_speaker_kind_name(i))), i);
        assert_int_equal(px_tone_find(px_slice_from(px_tone_name(i))), i);
    }
}

static void test_what_has_no_name(void **state)
{
    (void)state;
    assert_int_equal(px_role_find(PX_SLICE("Title")), -1);
    assert_int_equal(px_role_find(PX_SLICE("")), -1);
    assert_int_equal(px_genre_find(PX_SLICE("poem")), -1);
    assert_int_equal(px_actor_find(PX_SLICE("civil_society")), -1);
    assert_int_equal(px_tone_find(PX_SLICE("x")), -1);
    assert_int_equal(px_speaker_kind_find(PX_SLICE("x")), -1);
    assert_string_equal(px_role_name(200), "unknown");
    assert_string_equal(px_voice_name(200), "unknown");
}

static void test_roles_by_kind(void **state)
{
    (void)state;
    assert_true(px_role_is_content(PX_ROLE_TITLE) && px_role_is_content(PX_ROLE_TABLE));
    assert_false(px_role_is_content(PX_ROLE_NAVIGATION));
    assert_true(px_role_is_paragraph(PX_ROLE_PARAGRAPH) && px_role_is_paragraph(PX_ROLE_TABLE));
    assert_false(px_role_is_paragraph(PX_ROLE_HEADING) || px_role_is_paragraph(PX_ROLE_CAPTION));
}

static void test_warnings(void **state)
{
    (void)state;
    struct px_article article = {0};
    px_article_warn(&article, "%d of %s", 3, "four");
    px_article_warn(&article, "plain");
    assert_int_equal(article.warnings.count, 2);
    assert_true(px_slice_is(article.warnings.items[0], "3 of four"));
    assert_true(px_slice_is(article.warnings.items[1], "plain"));
    px_article_release(&article);
    assert_int_equal(article.warnings.count, 0);
    px_article_release(&article);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_as_the_output_writes_them),
        cmocka_unit_test(test_names_are_found_again),
        cmocka_unit_test(test_what_has_no_name),
        cmocka_unit_test(test_roles_by_kind),
        cmocka_unit_test(test_warnings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
