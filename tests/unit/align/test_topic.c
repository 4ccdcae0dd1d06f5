#include "../comparison/compare_fixture.h"

/* In how many topics does the block stand? */
static int topics_of(const struct px_comparison *comparison, uint32_t article, uint32_t block)
{
    const struct px_block *wanted = &comparison->articles[article]->blocks.items[block];
    int found = 0;
    for (size_t t = 0; t < comparison->topics.count; t++) {
        const struct px_spans *spans = &comparison->topics.items[t].spans[article];
        for (size_t s = 0; s < spans->count; s++)
            found += spans->items[s].start <= wanted->start && wanted->end <= spans->items[s].end;
    }
    return found;
}

static void every_paragraph_has_one_topic(void **state)
{
    struct fixture *fixture = *state;
    for (uint32_t a = 0; a < 2; a++)
        for (uint32_t b = 0; b < fixture->ab.articles[a]->blocks.count; b++)
            if (px_role_is_paragraph(fixture->ab.articles[a]->blocks.items[b].role))
                assert_int_equal(1, topics_of(&fixture->ab, a, b));
}

static const struct px_topic *holding(const struct px_comparison *comparison, const struct px_topics *topics,
                                      uint32_t article, uint32_t block)
{
    uint32_t start = comparison->articles[article]->blocks.items[block].start;
    for (size_t t = 0; t < topics->count; t++)
        if (px_topic_holds(&topics->items[t], article, start))
            return &topics->items[t];
    return NULL;
}

static const struct px_topic *topic_at(const struct px_comparison *comparison, uint32_t article, uint32_t block)
{
    return holding(comparison, &comparison->topics, article, block);
}

static const struct px_topic *theme_at(const struct px_comparison *comparison, uint32_t article, uint32_t block)
{
    return holding(comparison, &comparison->themes, article, block);
}

static void what_both_tell_is_shared(void **state)
{
    struct fixture *fixture = *state;
    const struct px_topic *union_leader = topic_at(&fixture->ab, 0, 2);
    assert_ptr_equal(union_leader, topic_at(&fixture->ab, 1, 3));
    assert_int_equal(PX_NONE, union_leader->only);
    assert_true(union_leader->similarity > 0);
    assert_true(union_leader->label_count > 0);
}

static void what_one_tells_is_not(void **state)
{
    struct fixture *fixture = *state;
    const struct px_topic *herring = topic_at(&fixture->ab, 0, 8), *chips = topic_at(&fixture->ab, 1, 6);
    assert_int_equal(0, herring->only);
    assert_int_equal(1, chips->only);
    assert_same(0, herring->similarity);
    assert_int_equal(0, herring->words[1]);
    assert_int_equal(PX_NONE, herring->first_sentence[1]);
}

/* What stands in paragraphs that nobody comes near is a topic's own, and no more than that. */
static void lone_words_lie_in_the_topic(void **state)
{
    struct fixture *fixture = *state;
    for (size_t t = 0; t < fixture->ab.topics.count; t++) {
        const struct px_topic *topic = &fixture->ab.topics.items[t];
        for (size_t a = 0; a < 2; a++) {
            assert_true(topic->lone_words[a] <= topic->words[a]);
            assert_int_equal(topic->lone[a].count == 0, topic->lone_words[a] == 0);
            for (size_t s = 0; s < topic->lone[a].count; s++)
                assert_true(px_topic_holds(topic, a, topic->lone[a].items[s].span.start));
        }
    }
    /* The herring has 16 words and 20: too few to be named, though nobody comes near them. */
    const struct px_topic *herring = topic_at(&fixture->ab, 0, 8);
    assert_int_equal(herring->words[0], 36);
    assert_true(herring->words[0] < PX_LONE_FEWEST && herring->lone_words[0] == 0);
}

static void headings_are_labels(void **state)
{
    struct fixture *fixture = *state;
    const struct px_topic *herring = topic_at(&fixture->ab, 0, 8);
    assert_int_equal(1, herring->label_count);
    assert_true(px_slice_is(herring->label[0], "The fishing fleet"));
}

static void topics_mirror(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(fixture->ab.topics.count, fixture->ba.topics.count);
    for (size_t t = 0; t < fixture->ab.topics.count; t++) {
        const struct px_topic *x = &fixture->ab.topics.items[t];
        uint32_t article = x->only == 1;
        uint32_t block = 0;
        while (fixture->ab.articles[article]->blocks.items[block].start != x->spans[article].items[0].start)
            block++;
        const struct px_topic *y = topic_at(&fixture->ba, 1 - article, block);
        assert_same(x->similarity, y->similarity);
        assert_same(x->position, y->position);
        assert_int_equal(x->label_count, y->label_count);
        for (size_t i = 0; i < x->label_count; i++)
            assert_true(px_slice_equal(x->label[i], y->label[i]));
        for (uint32_t a = 0; a < 2; a++) {
            assert_int_equal(x->words[a], y->words[1 - a]);
            assert_int_equal(x->alike[a], y->alike[1 - a]);
            assert_int_equal(x->spans[a].count, y->spans[1 - a].count);
        }
    }
}

#define OREST_TIMES                                                                                          \
    "The mayor of Orest opened talks on Monday with the town of Lunn about the bridge and the ferry.\n"      \
    "The bridge across the Orr will cost nine million crowns, and Lunn has promised to pay a third of it.\n" \
    "## The quarry\n"                                                                                        \
    "The quarry above Orest has shed stones on the road since spring, and the road has been shut twice.\n"   \
    "Engineers say that the quarry face is cracked and that blasting must stop before winter.\n"             \
    "The quarry's owner denies that his blasting loosened the stones and blames the rain.\n"

#define LUNN_GAZETTE                                                                                      \
    "The mayor of Orest came to Lunn on Monday for talks about the bridge, the ferry and the quarry.\n"   \
    "Lunn will pay a third of the bridge, which is to cost nine million crowns, the council decided.\n"   \
    "The ferry stops in May. Its crew of six has been told to look for work at the harbour downstream.\n" \
    "A pension for the oldest ferryman was put to the vote and passed by a single voice.\n"

static int set_up_mention(void **state)
{
    set_up_texts(state, OREST_TIMES, LUNN_GAZETTE);
    struct fixture *fixture = *state;
    mark_both(fixture, "Orest", PX_ENTITY_PLACE);
    mark_both(fixture, "Lunn", PX_ENTITY_PLACE);
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    return 0;
}

/* The other article names the quarry once, among other things. */
static void a_mention_in_passing_is_no_cover(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(0, topic_at(&fixture->ab, 0, 3)->only);
    assert_int_equal(PX_NONE, topic_at(&fixture->ab, 0, 1)->only);
    assert_ptr_equal(topic_at(&fixture->ab, 0, 1), topic_at(&fixture->ab, 1, 1));
}

/* A few words that nobody speaks go with what stands beside them in a theme, but tell nothing of what both do. */
static void the_rest_joins_its_neighbour(void **state)
{
    struct fixture *fixture = *state;
    assert_ptr_equal(theme_at(&fixture->ab, 1, 1), theme_at(&fixture->ab, 1, 2));
    assert_ptr_equal(theme_at(&fixture->ab, 1, 1), theme_at(&fixture->ab, 1, 3));
    assert_int_equal(PX_NONE, topic_at(&fixture->ab, 1, 1)->only);
    assert_int_equal(1, topic_at(&fixture->ab, 1, 2)->only);
    assert_ptr_equal(topic_at(&fixture->ab, 1, 2), topic_at(&fixture->ab, 1, 3));
}

#define TARN_HERALD                                                                                                   \
    "Tarn council met on Tuesday over the mill, the school and the swimming pool.\n"                                  \
    "## The flooded mill\n"                                                                                           \
    "The flooded mill at Tarn lost its turbine, and divers recovered the turbine from the weir on Sunday.\n"          \
    "Nine millers wait for wages. NO DELAY, said the banner over the weir, NO DELAY; NO DELAY, sang the millers, as " \
    "delay "                                                                                                          \
    "hurts and no turbine turns.\n"                                                                                   \
    "Elsewhere orchards bloom early. Beekeepers moved forty hives to the southern slopes, where almond and plum "     \
    "flower together, and sold honey at fairs in three counties, more honey than in any spring they remember, at "    \
    "prices that made even old hands laugh aloud and buy new frames, new smokers and a second van.\n"                 \
    "Grandchildren paint labels for the jars. Schools send classes to watch queens being marked, and a poet from "    \
    "abroad has taken a room above the honey shop to write a libretto on swarms, wax and winter sleep, which an "     \
    "orchestra of amateurs means to perform outdoors before autumn arrives.\n"

#define TARN_POST                                                                                                 \
    "Buses to the coast were full on Tuesday, and drivers asked passengers to stand.\n"                           \
    "Divers recovered the turbine of the flooded mill at Tarn from the weir on Sunday, the millers said.\n"       \
    "Wages for the nine millers come from a fund, and a banner with NO DELAY on it hung over the weir again: NO " \
    "DELAY, NO DELAY.\n"                                                                                          \
    "Tickets for the ferry cost more since May, and ferry crews expect a quiet summer at the pier.\n"

static int set_up_ends(void **state)
{
    set_up_texts(state, TARN_HERALD, TARN_POST);
    struct fixture *fixture = *state;
    mark_both(fixture, "Tarn", PX_ENTITY_PLACE);
    mark_both(fixture, "NO DELAY", PX_ENTITY_OTHER);
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    return 0;
}

/* The mill is told by both; that its section goes on to bees is the one article's alone. */
static void the_end_of_a_section_may_leave(void **state)
{
    struct fixture *fixture = *state;
    const struct px_topic *mill = topic_at(&fixture->ab, 0, 2), *bees = topic_at(&fixture->ab, 0, 4);
    assert_ptr_equal(mill, topic_at(&fixture->ab, 1, 1));
    assert_int_equal(PX_NONE, mill->only);
    assert_ptr_equal(topic_at(&fixture->ab, 0, 3), topic_at(&fixture->ab, 1, 2));
    assert_ptr_equal(theme_at(&fixture->ab, 0, 2), theme_at(&fixture->ab, 0, 3));
    assert_ptr_not_equal(theme_at(&fixture->ab, 0, 2), theme_at(&fixture->ab, 0, 4));
    assert_int_equal(0, bees->only);
    assert_ptr_equal(bees, topic_at(&fixture->ab, 0, 5));
}

static void what_is_shouted_is_no_label(void **state)
{
    struct fixture *fixture = *state;
    const struct px_topic *mill = topic_at(&fixture->ab, 0, 2);
    assert_true(mill->label_count > 0);
    for (size_t i = 0; i < mill->label_count; i++)
        assert_false(px_slice_is(mill->label[i], "NO DELAY"));
}

#define SKERRY_NEWS                                                                                         \
    "Skerry voted on Sunday, and of 900 votes 612 were for the plans of the mayor, said the clerk.\n"       \
    "The keeper polished the lens, ground in 1871 by Voss of Lunn, one last time before the museum came.\n" \
    "Choirs sang at the fair, and nobody spoke of money; the band went home early and slept.\n"             \
    "Pumps will drain the lake by March; two divers drowned in its quarry tunnel when lamps failed.\n"

#define SKERRY_MIRROR                                                                                        \
    "Rain fell when Skerry voted, and the mayor had his plans passed while a baker handed out rolls.\n"      \
    "Voss of Lunn ground the lighthouse lens in 1871; its keeper polished it and waved to the museum van.\n" \
    "Hens, geese and a pony won ribbons, and children chased a greased pig over three fields.\n"             \
    "Pumps drain the quarry lake from March, a year after two divers drowned in a tunnel with failing lamps.\n"

static int set_up_lead(void **state)
{
    static const char *const names[] = {"lighthouse lens", "Voss", "quarry lake", "Pumps"};
    set_up_texts(state, SKERRY_NEWS, SKERRY_MIRROR);
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        mark_both(fixture, names[i], PX_ENTITY_OTHER);
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    return 0;
}

/* The first paragraphs share too little to clear the null, but both tell the event. */
static void leads_go_together(void **state)
{
    struct fixture *fixture = *state;
    const struct px_topic *lens = topic_at(&fixture->ab, 0, 1), *lake = topic_at(&fixture->ab, 0, 3);
    assert_int_equal(PX_NONE, topic_at(&fixture->ab, 0, 0)->only);
    assert_ptr_equal(topic_at(&fixture->ab, 0, 0), topic_at(&fixture->ab, 1, 0));
    assert_ptr_not_equal(topic_at(&fixture->ab, 0, 0), lens);
    assert_int_equal(PX_NONE, lens->only);
    assert_ptr_not_equal(lens, lake);
    assert_ptr_equal(lens, topic_at(&fixture->ab, 1, 1));
    assert_ptr_equal(lake, topic_at(&fixture->ab, 1, 3));
}

#define MOOR_POST                                                                                                  \
    "The council of Moor met on Tuesday to count what the storm broke, and Orla Finch asked for patience.\n"       \
    "## After the storm\n"                                                                                         \
    "The footbridge over the Ashen lost its middle arch, and masons from Tolm will rebuild the arch in granite.\n" \
    "Pupils of the drowned school sit in the tithe barn, where forty desks and two stoves were carried on Monday.\n"

#define MOOR_STAR                                                                                                    \
    "Pictures of the week.\n"                                                                                        \
    "Orla Finch asked for patience when the council of Moor met on Tuesday over what the storm broke.\n"             \
    "Forty desks and two stoves stand in the tithe barn, and the pupils of the drowned school moved in on Monday.\n" \
    "At the fair the brewers drew lots for the best pitch. Nobody would say who had won, though a cooper smiled.\n"  \
    "The miller and his aunt had come down from the hills with cheese, honey, wool and a goat that ate a ribbon.\n"  \
    "A juggler dropped nine plates before noon and was paid for ten, which he called the fairest wage in years.\n"   \
    "Rain kept away until the last cart had left, and the constable never once had to blow his borrowed whistle.\n"  \
    "A choir of farriers sang until the lamps went out, and two fiddlers played for whoever would not go home.\n"    \
    "Masons from Tolm will rebuild the footbridge over the Ashen: its lost middle arch will be of granite.\n"

static int set_up_storm(void **state)
{
    static const char *const names[] = {"Ashen", "Tolm", "tithe barn", "drowned school", "desks", "Moor", "Orla Finch"};
    set_up_texts(state, MOOR_POST, MOOR_STAR);
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        mark_both(fixture, names[i], PX_ENTITY_OTHER);
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    return 0;
}

/* Under one heading stand two things of which the other article tells in two places. */
static void a_heading_does_not_tie(void **state)
{
    struct fixture *fixture = *state;
    assert_ptr_equal(topic_at(&fixture->ab, 0, 2), topic_at(&fixture->ab, 1, 8));
    assert_ptr_equal(topic_at(&fixture->ab, 0, 3), topic_at(&fixture->ab, 1, 2));
    assert_ptr_not_equal(topic_at(&fixture->ab, 0, 2), topic_at(&fixture->ab, 0, 3));
}

/* The other article has a line above its lead. */
static void a_lead_may_come_second(void **state)
{
    struct fixture *fixture = *state;
    assert_ptr_equal(topic_at(&fixture->ab, 0, 0), topic_at(&fixture->ab, 1, 1));
}

#define QUARRY_A                                                                                                       \
    "The Quarry Trust signed the lease for Lower Dale on Monday. The quarry feeds forty families, and the lease runs " \
    "for nine years. Ostrik Ferran came late. Ostrik Ferran sang. Ostrik Ferran left, and nobody missed Ostrik "       \
    "Ferran.\n"
#define FAIR                                                                                              \
    "## The fair\n"                                                                                       \
    "At the fair a brass band played to hens, geese and a pony that won three ribbons for its owner.\n"   \
    "Children chased a greased pig over the fields while their parents queued for cider and plum cake.\n" \
    "The night ended with fireworks over the mill, a raffle for a wheelbarrow and a song about the weather.\n"
#define QUARRY_B                                                                                                    \
    "The Quarry Trust signed the lease for Lower Dale after a year of talks. The lease keeps the quarry open, and " \
    "forty families keep their bread.\n"
#define POOL                                                                                                     \
    "## The pool\n"                                                                                              \
    "The swimming pool stays shut. A new pump for the pool costs ninety crowns, and no plumber wants the job.\n" \
    "Swimmers walk nine miles to the sea instead, with towels round their necks and sandwiches in a tin.\n"      \
    "A lifeguard who lost her post now sells ice from a cart and teaches toddlers to float in a tub.\n"

static void compare_labels(void **state, const char *b)
{
    set_up_texts(state, "# Tarn council meets\n" QUARRY_A FAIR, b);
    struct fixture *fixture = *state;
    mark_both(fixture, "Quarry Trust", PX_ENTITY_OTHER);
    mark_both(fixture, "Lower Dale", PX_ENTITY_OTHER);
    mark_name(&fixture->a, "Ostrik Ferran", PX_ENTITY_PERSON);
    compare_turned(fixture);
}

/* What an article begins with leads to what comes next in its themes, however long it is; a topic is of those alone who tell
 * it. */
static void a_lead_is_no_theme_of_its_own(void **state)
{
    set_up_texts(
        state,
        "# Tarn council meets\n"
        "Elsewhere orchards bloom early. Beekeepers moved forty hives to the southern slopes, where almond and "
        "plum flower together, and sold honey at fairs in three counties, more honey than in any spring they "
        "remember, at prices that made even old hands laugh aloud and buy new frames, new smokers and a second "
        "van, in which they drove to the sea, swam, sang, and ate ices until the tide went out and the gulls "
        "came for the crumbs of their picnic.\n" QUARRY_A FAIR,
        "# Tarn council votes\n" POOL "## The lease\n" QUARRY_B);
    struct fixture *fixture = *state;
    compare_turned(fixture);
    assert_ptr_equal(theme_at(&fixture->ab, 0, 1), theme_at(&fixture->ab, 0, 2));
    assert_int_equal(topic_at(&fixture->ab, 0, 1)->only, 0);
    assert_int_equal(topic_at(&fixture->ab, 0, 2)->only, PX_NONE);
}

static int set_up_label(void **state)
{
    compare_labels(state, "# Tarn council votes\n" POOL "## The lease\n" QUARRY_B);
    return 0;
}

/* What only one article names is no label of what both tell, however often it does. */
static void a_label_is_for_all(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_topic *topic = topic_at(&fixture->ab, 0, 1);
    assert_ptr_equal(topic, topic_at(&fixture->ab, 1, 6));
    assert_true(topic->label_count >= 2);
    for (size_t i = 0; i < topic->label_count; i++)
        assert_false(px_slice_is(topic->label[i], "Ostrik Ferran"));
}

#define BRIDGE_TIMES                                                                                             \
    "The mayor of Orest opened talks on Monday with the town of Lunn about the bridge over the Orr and what it " \
    "will cost the two towns.\n"                                                                                 \
    "The bridge will cost nine million crowns, and Lunn has promised to pay a third of it within four years, "   \
    "the mayor said after the first round of talks.\n"                                                           \
    "Hetty Quill, the harbour master, has kept the tide tables of the estuary for thirty years and taught a "    \
    "generation of pilots to read them. A street by the old fish market bears her name, and  sailors still "     \
    "send her postcards from distant ports, with stamps that her niece collects in albums on a shelf of the "    \
    "kitchen.\n"                                                                                                 \
    "The quarry above Orest has shed stones on the road since spring, and the road to the valley has been shut " \
    "twice for repairs.\n"

#define BRIDGE_GAZETTE                                                                                           \
    "The mayor of Orest came to Lunn on Monday for talks about the bridge over the Orr, and both towns hope to " \
    "begin building in May.\n"                                                                                   \
    "Lunn will pay a third of the bridge, which is to cost nine million crowns, the council decided after the "  \
    "first round of talks.\n"                                                                                    \
    "Three boats were lost in the storm of last week, and the insurers want to know who let them sail. Hetty "   \
    "Quill, the harbour master, says that nobody asked her, and an inquiry by the coast guard will open in "     \
    "autumn with a hearing of the crews and their families. The ministry has asked for papers, logs, radio "     \
    "tapes and weather charts.\n"                                                                                \
    "A pension for the oldest ferryman was put to the vote in the town hall and passed by a single voice.\n"

static int set_up_one_name(void **state)
{
    set_up_texts(state, BRIDGE_TIMES, BRIDGE_GAZETTE);
    struct fixture *fixture = *state;
    mark_both(fixture, "Hetty Quill", PX_ENTITY_PERSON);
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    return 0;
}

/* Tide tables and lost boats: a person's name is all that the two have in common. With the office behind it, it joins
 * the paragraphs, but nobody is sure that they tell the same. */
static void one_name_is_no_topic(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(PX_NONE, theme_at(&fixture->ab, 0, 0)->only);
    assert_int_equal(0, theme_at(&fixture->ab, 0, 2)->only);
    assert_int_equal(1, theme_at(&fixture->ab, 1, 2)->only);
    assert_true(px_topic_is_sure(topic_at(&fixture->ab, 0, 1)));
    assert_false(px_topic_is_sure(topic_at(&fixture->ab, 0, 2)));
}

#define PARTED_A                                                                                                   \
    "The old ferry sank off the quay of Skerry on Monday with forty sheep on board, and divers saved the crew.\n"  \
    "The grammar school of Skerry will shut its boarding house in June, for want of boys, since the ferry sank.\n" \
    "Herring went to a freezer inland by lorry.\nA nurse sang.\n"
#define PARTED_B                                                                                                 \
    "Divers saved the crew of the old ferry, which sank off Skerry with forty sheep on board on Monday.\n"       \
    "For want of boys the grammar school of Skerry shuts its boarding house in June, the council told divers.\n" \
    "Chip makers lose crowns in the valley.\nSnow melted early.\n"

/* What both tell of two matters, the one with a word on the other, makes two topics. */
static void two_matters_are_two_topics(void **state)
{
    set_up_texts(state, PARTED_A, PARTED_B);
    struct fixture *fixture = *state;
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    const struct px_topic *ferry = topic_at(&fixture->ab, 0, 0), *school = topic_at(&fixture->ab, 0, 1);
    assert_int_equal(ferry->only, PX_NONE);
    assert_int_equal(school->only, PX_NONE);
    assert_ptr_not_equal(ferry, school);
    assert_ptr_equal(ferry, topic_at(&fixture->ab, 1, 0));
    assert_ptr_equal(school, topic_at(&fixture->ab, 1, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_paragraph_has_one_topic, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_both_tell_is_shared, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_one_tells_is_not, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lone_words_lie_in_the_topic, set_up, tear_down),
        cmocka_unit_test_setup_teardown(headings_are_labels, set_up, tear_down),
        cmocka_unit_test_setup_teardown(topics_mirror, set_up, tear_down),
        cmocka_unit_test_setup_teardown(one_name_is_no_topic, set_up_one_name, tear_down),
        cmocka_unit_test_setup_teardown(a_mention_in_passing_is_no_cover, set_up_mention, tear_down),
        cmocka_unit_test_setup_teardown(the_rest_joins_its_neighbour, set_up_mention, tear_down),
        cmocka_unit_test_setup_teardown(the_end_of_a_section_may_leave, set_up_ends, tear_down),
        cmocka_unit_test_setup_teardown(a_label_is_for_all, set_up_label, tear_down),
        cmocka_unit_test_teardown(a_lead_is_no_theme_of_its_own, tear_down),
        cmocka_unit_test_setup_teardown(a_heading_does_not_tie, set_up_storm, tear_down),
        cmocka_unit_test_setup_teardown(a_lead_may_come_second, set_up_storm, tear_down),
        cmocka_unit_test_setup_teardown(leads_go_together, set_up_lead, tear_down),
        cmocka_unit_test_setup_teardown(what_is_shouted_is_no_label, set_up_ends, tear_down),
        cmocka_unit_test_teardown(two_matters_are_two_topics, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
