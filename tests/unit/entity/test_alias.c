/* The user's list of who is who: what is wrong with it, and what it joins. */
#include "../annotate/story_fixture.h"

#include "entity/alias.h"

static const char list[] = "tests/unit/entity/aliases.tsv";

static int set_up(void **state)
{
    (void)state;
    return story_open_with(&(struct px_resources_options){.language = "en", .directory = "lexicons", .aliases = list});
}

static const struct {
    const char *text;
    const char *key;
    const char *mentions;
} cases[] = {
    /* beside the name, its parts and titles */
    {"Boris Halden came. BoHal smiled. Later Halden and Mr. Halden left.", "boris halden",
     "Boris Halden | BoHal | Halden | Mr. Halden"},
    /* before the name, and without it */
    {"BoHal smiled. Then Halden left.", "boris halden", "BoHal | Halden"},
    {"Some said that BoHal smiled.", "boris halden", "BoHal"},
    /* words that are no name by their capitals */
    {"They feared the iron clerk. The Iron Clerk laughed.", "boris halden", "iron clerk | Iron Clerk"},
    {"# BoHal Courts The Old Regime Again In Varn\nIt rained.", "boris halden", "BoHal"},
    /* a part of a longer name is none */
    {"They crossed BoHal Bridge on Monday.", "boris halden", ""},
    /* whom the rules would take for somebody else */
    {"The Kremlin was silent.", "palace staff", "Kremlin"},
    {"The Kremlin was silent.", "russia", ""},
    {"The bear sleeps, and Russia waits.", "russia", "bear | Russia"},
};

static void check_joins(void **state)
{
    (void)state;
    struct px_buffer found = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        story_read(cases[i].text);
        story_mentions(cases[i].key, &found);
        if (!px_slice_is(px_buffer_slice(&found), cases[i].mentions))
            fail_msg("%s\n  %s: expected \"%s\", found \"%s\"", cases[i].text, cases[i].key, cases[i].mentions,
                     found.data);
    }
    px_buffer_release(&found);
}

static void check_kinds(void **state)
{
    (void)state;
    story_read("BoHal smiled. The Kremlin was silent. The bear sleeps.");
    const struct px_entity *halden = story_entity("boris halden");
    assert_int_equal(halden->kind, PX_ENTITY_PERSON);
    assert_true(halden->listed);
    assert_true(px_slice_is(halden->name, "Boris Halden"));
    assert_int_equal(story_entity("palace staff")->kind, PX_ENTITY_GROUP);
    assert_int_equal(story_entity("russia")->kind, PX_ENTITY_PLACE);
}

static const struct {
    const char *file;
    size_t line;
    size_t column;
    const char *message;
} faults[] = {
    {"entry\tcategory\nA B\t\n", 2, 1, "'A B' is an alias of nobody: column category holds the name"},
    {"entry\tcategory\tkind\nA\tB\tperso\n", 2, 5,
     "'perso' is no kind: person, organisation, place, group, work or other"},
    {"entry\tcategory\nA b\tB\nC\tB\na B\tD\n", 4, 1, "'a B' is already an alias of another name in line 2"},
    {"entry\tcategory\tkind\nA\tD\tplace\nB\tD\tperson\n", 3, 5,
     "'person' is another kind than the same name has in line 2"},
};

static void check_faults(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        struct px_lexicon aliases;
        struct px_error error = {0};
        assert_int_equal(px_lexicon_read(px_slice_from(faults[i].file), "x.tsv", &aliases, &error), PX_OK);
        assert_int_equal(px_alias_check(&aliases, &error), PX_ERROR_SYNTAX);
        assert_string_equal(error.message, faults[i].message);
        assert_string_equal(error.file, "x.tsv");
        assert_int_equal(error.line, faults[i].line);
        assert_int_equal(error.column, faults[i].column);
        px_lexicon_release(&aliases);
    }
    struct px_error error = {0};
    assert_int_equal(px_alias_check(px_resources_lexicon(story.resources, PX_LEXICON_ALIASES), &error), PX_OK);
}

/* A target may be named by an alias, too. */
static void check_target(void **state)
{
    (void)state;
    const char *const wanted[] = {"BoHal", "Nobody Here"};
    const struct px_annotate_options options = {.targets = wanted, .target_count = 2};
    story_lay_out("Halden is corrupt. Boris Halden lied.");
    assert_int_equal(px_annotate(&story.worker, &options, &story.article, &story.error), PX_OK);
    assert_int_equal(story.article.targets.count, 2);
    const struct px_target *target = &story.article.targets.items[0];
    assert_ptr_equal(&story.article.entities.items[target->entity], story_entity("boris halden"));
    assert_int_equal(target->label, PX_LABEL_NEGATIVE);
    assert_true(target->evidence_count > 0);
    assert_int_equal(story.article.targets.items[1].entity, PX_NONE);
    assert_int_equal(story.article.targets.items[1].evidence_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(check_joins), cmocka_unit_test(check_kinds),
                                       cmocka_unit_test(check_faults), cmocka_unit_test(check_target)};
    return cmocka_run_group_tests(tests, set_up, story_tear_down);
}
