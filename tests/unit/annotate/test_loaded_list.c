/* The list of loaded words itself: outlets of British and of American spelling are measured alike. */
#include "base/table.h"
#include "story_fixture.h"

enum { LONGEST = 128 };

static const struct px_lexicon *list(void)
{
    return px_resources_lexicon(story.resources, PX_LEXICON_LOADED);
}

/* The text with `new` in place of the bytes of `old` at `at`. */
static struct px_slice respell(struct px_slice text, size_t at, const char *old, const char *new, char *room)
{
    int size = snprintf(room, LONGEST, "%.*s%s%.*s", (int)at, text.data, new, (int)(text.size - at - strlen(old)),
                        text.data + at + strlen(old));
    return (struct px_slice){room, (size_t)size};
}

/* Entries of two spellings have one weight. */
static void weighs_spellings_alike(void **state)
{
    static const char *const pairs[][2] = {{"iz", "is"}, {"yz", "ys"}, {"or", "our"}, {"l", "ll"},
                                           {"e", "ae"},  {"er", "re"}, {"z", "s"},    {"se", "ce"}};
    const struct px_lexicon *lexicon = list();
    struct px_table texts = {0};
    char room[LONGEST];
    (void)state;
    for (size_t i = 0; i < lexicon->entries.count; i++) /* ids are indices: no entry stands twice */
        assert_int_equal(px_table_add(&texts, lexicon->entries.items[i].text, NULL), i);
    for (size_t i = 0; i < lexicon->entries.count; i++) {
        const struct px_entry *entry = &lexicon->entries.items[i];
        for (size_t p = 0; p < sizeof pairs / sizeof *pairs; p++)
            for (size_t at = 0; at < entry->text.size; at++) {
                if (!px_slice_starts(px_slice_part(entry->text, at, entry->text.size), px_slice_from(pairs[p][0])))
                    continue;
                uint32_t other = px_table_find(&texts, respell(entry->text, at, pairs[p][0], pairs[p][1], room));
                if (other != PX_NONE && lexicon->entries.items[other].weight != entry->weight)
                    fail_msg("%.*s / %.*s", PX_SLICE_ARG(entry->text),
                             PX_SLICE_ARG(lexicon->entries.items[other].text));
            }
    }
    px_table_release(&texts);
}

/* Words that are told apart by nothing but their spelling: both are there. */
static void has_both_spellings(void **state)
{
    static const char *const pairs[][2] = {
        {"polarizing", "polarising"},   {"polarized", "polarised"},
        {"radicalized", "radicalised"}, {"politicized", "politicised"},
        {"galvanized", "galvanised"},   {"idolizes", "idolises"},
        {"terrorizing", "terrorising"}, {"racialized", "racialised"},
        {"militarized", "militarised"}, {"sexualization", "sexualisation"},
        {"weaponize", "weaponise"},     {"rancor", "rancour"},
        {"savior", "saviour"},          {"anemic", "anaemic"},
        {"grueling", "gruelling"},      {"fueled", "fuelled"},
        {"fueling", "fuelling"},        {"untrammeled", "untrammelled"},
        {"lackluster", "lacklustre"},   {"glamorize", "glamourise"},
        {"moralizing", "moralising"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        double weights[2] = {0, 0};
        for (size_t k = 0; k < 2; k++) {
            story_read(pairs[i][k]);
            for (size_t m = 0; m < story.article.matches.count; m++)
                if (px_match_is_loaded(&story.article.matches.items[m]))
                    weights[k] = story.article.matches.items[m].weight;
        }
        if (weights[0] != weights[1])
            fail_msg("%s %g, %s %g", pairs[i][0], weights[0], pairs[i][1], weights[1]);
    }
}

/* Who is said to exaggerate or to make something up is doubted; what he does to others is a strong word. */
static void charges_of_exaggeration_doubt(void **state)
{
    static const char *const told[][2] = {
        {"The council inflated the dangers of the mine.", "loaded.distance"},
        {"The council exaggerated the danger of the mine.", "loaded.distance"},
        {"The council blew it out of proportion.", "loaded.distance"},
        {"The council fabricated the letter.", "loaded.distance"},
        {"The council twisted the truth.", "loaded.distance"},
        {"The council bullied the miners.", "loaded.emotive"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        bool found = false;
        story_read(told[i][0]);
        for (size_t m = 0; m < story.article.matches.count; m++)
            found |= px_slice_is(story.article.matches.items[m].category, told[i][1]);
        if (!found)
            fail_msg("%s", told[i][0]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weighs_spellings_alike),
        cmocka_unit_test(has_both_spellings),
        cmocka_unit_test(charges_of_exaggeration_doubt),
    };
    return cmocka_run_group_tests(tests, story_set_up, story_tear_down);
}
