/* Whom "he" means in what somebody says. */
#include "sourcing_fixture.h"

/* Whom the pronoun at the words stands for that begin with it; NULL for nobody. */
static const struct px_entity *meant_by(const char *words)
{
    const struct px_article *article = &story.article;
    size_t at = px_slice_find(article->text, px_slice_from(words), 0);
    assert_int_not_equal(at, SIZE_MAX);
    for (size_t m = 0; m < article->mentions.count; m++)
        if (article->mentions.items[m].start == at)
            return &article->entities.items[article->mentions.items[m].entity];
    return NULL;
}

#define ABOUT "Mayor Ono Brell closed the pit on Sunday.\n\n"

static void who_speaks_means_another(void **state)
{
    static const struct {
        const char *text, *words, *name;
    } cases[] = {
        /* the only one told of before */
        {ABOUT "“He has lost his mind,” said Ezra Venn.", "He has", "Ono Brell"},
        {ABOUT "“We all know that his plan is rotten,” Ezra Venn said.", "his plan", "Ono Brell"},
        /* who is listening is "you" */
        {ABOUT "Ezra Venn told Ivo Hask: “He has lost his mind.”", "He has", "Ono Brell"},
        /* of two that may be meant nobody is */
        {"Mayor Ivo Hask met Mayor Ono Brell. Ezra Venn spoke at length.\n\n“He has lost his mind,” said Ezra Venn.",
         "He has", NULL},
        /* nor where the words speak of somebody without a name */
        {ABOUT "“You do not punish a child for what his father did,” said Ezra Venn.", "his father", NULL},
        /* a document of his tells of himself */
        {"Ezra Venn left town.\n\n“He has lost his mind,” said a spokesman for Ezra Venn.", "He has", "Ezra Venn"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        const struct px_entity *it = meant_by(cases[i].words);
        bool right = it == NULL ? cases[i].name == NULL : cases[i].name != NULL && px_slice_is(it->name, cases[i].name);
        if (!right)
            fail_msg("%s: %.*s", cases[i].text, it == NULL ? 6 : (int)it->name.size,
                     it == NULL ? "nobody" : it->name.data);
    }
}

/* The mentions stay in order, and every entity's are counted with the first of them. */
static void mentions_stay_in_order(void **state)
{
    (void)state;
    read_story(ABOUT "“He has lost his mind,” said Ezra Venn. Ezra Venn has a pit. “He knows that,” Ezra Venn said.");
    const struct px_article *article = &story.article;
    for (size_t m = 1; m < article->mentions.count; m++)
        assert_true(article->mentions.items[m - 1].start <= article->mentions.items[m].start);
    for (size_t e = 0; e < article->entities.count; e++) {
        const struct px_entity *entity = &article->entities.items[e];
        size_t count = 0, first = article->mentions.count;
        for (size_t m = article->mentions.count; m-- > 0;)
            if (article->mentions.items[m].entity == e) {
                count++;
                first = m;
            }
        assert_int_equal(entity->mention_count, count);
        assert_int_equal(entity->first_mention, first);
    }
}

/* "his mind" owns, "He" does not. */
static void a_possessive_owns(void **state)
{
    (void)state;
    read_story(ABOUT "“He has lost his mind, and we saw her,” said Ezra Venn. Ona Tarn fed her cat. They "
                     "told her yesterday that the pit is shut.");
    const struct px_article *article = &story.article;
    size_t owners = 0;
    for (size_t m = 0; m < article->mentions.count; m++)
        if (article->mentions.items[m].owns) {
            struct px_slice text =
                px_slice_part(article->text, article->mentions.items[m].start, article->mentions.items[m].end);
            owners++;
            assert_true(px_slice_is(text, "his") || px_slice_is(text, "her"));
        }
    assert_int_equal(owners, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_speaks_means_another),
        cmocka_unit_test(mentions_stay_in_order),
        cmocka_unit_test(a_possessive_owns),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
