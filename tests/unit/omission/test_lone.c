/* What of a one-sided topic nobody else tells. */
#include "../comparison/annotated_fixture.h"

/* A run of fewer words than forty is not counted. */
#define IDLE                                                                                                           \
    "Gulls cried hoarsely. Ropes creaked softly. And so painters, cooks, barbers, coopers, bakers, weavers, tailors, " \
    "cobblers, saddlers, glaziers, potters, masons, joiners, tinkers, brewers, millers, grocers, drapers, jewellers, " \
    "ushers, porters, and all."
#define TITLE "# Dock workers walk out at Varn harbour\n"
#define LEAD "About 400 dock workers walked out at Varn harbour on Monday after talks over night shifts collapsed.\n"
#define OWNED                                                                                                      \
    "Sefa Ruun paints barnacled trawlers. \"Salted herring\" went to a freezer inland by lorry, the trawlers lie " \
    "idle. "
#define FISHED               \
    "## The fishing fleet\n" \
    "Fishermen fear that their catch will rot. The fleet landed its own 90 tonnes of herring last week. " IDLE "\n"
#define SECTION FISHED OWNED IDLE "\n"
#define FLEET TITLE LEAD SECTION
#define PORT                                                                                         \
    "# Strike shuts Varn port\n"                                                                     \
    "Dock workers walked out at Varn port on Monday, after talks over the night shifts collapsed.\n" \
    "Chip makers in the valley lose 12 million crowns a day. Two plants have cut their hours.\n"

/* The paragraphs about the fleet, counted by hand: IDLE has 3 + 3 + 25 words, the sentences before it 7 + 11 in the first
 * paragraph ("90" is one) and 5 + 13 in the second. */
enum { FIRST_WORDS = 49, SECOND_WORDS = 49 };

/* Words of the first article that are nobody else's: in runs that are long enough. */
static uint32_t count_lone(const struct px_comparison *comparison)
{
    uint32_t words = 0;
    for (size_t t = 0; t < comparison->topics.count; t++)
        words += comparison->topics.items[t].lone_words[0];
    return words;
}

/* Words of nobody else's in what is told of the fleet, where `b` is the second text. */
static uint32_t lone_words(void **state, const char *b)
{
    set_up_texts(state, FLEET, b);
    struct fixture *fixture = *state;
    quote(&fixture->a, "Salted herring", PX_QUOTATION_SPEECH);
    compare_both(fixture);
    return count_lone(&fixture->ab);
}

static void all_of_it_is_lone_when_nobody_tells_it(void **state)
{
    assert_int_equal(lone_words(state, PORT), FIRST_WORDS + SECOND_WORDS);
}

static void half_a_sentence_elsewhere_tells_it(void **state)
{
    uint32_t words =
        lone_words(state, PORT "Plants close, and fishermen fear that their catch will rot, said managers.\n");
    assert_int_equal(words, SECOND_WORDS);
}

/* Too little of a sentence to be near, were the two words not a quotation. */
static void a_quotation_of_two_words_tells_it(void **state)
{
    uint32_t words = lone_words(state, PORT "Salted herring was on the menu of the managers, with wine and bread.\n");
    assert_int_equal(words, FIRST_WORDS);
}

/* What makes a sentence so long that no paragraph is taken to tell the same, whatever of it is near. */
#define AWAY                                                                                                         \
    "while brass bands, jugglers, drummers and pipers crossed meadows, vineyards, orchards, bogs, canals, quarries " \
    "and heaths toward a carnival with puppets, acrobats, lanterns, torches and cinnamon pastry, past chimneys, "    \
    "kilns, weirs, tunnels, viaducts, breweries, foundries, chapels, windmills, granaries, stables, smithies, "      \
    "tanneries, belfries, almshouses, cloisters, observatories, greenhouses, aqueducts, gazebos, turnstiles, "       \
    "lighthouses and pavilions"

/* The same number is told beside a word, however long the paragraph is. */
static void the_same_number_tells_it(void **state)
{
#define COUNTED                                                                                              \
    "Sefa Ruun sold 70 barrels of salted herring to a freezer inland by night. Gulls cried hoarsely. Ropes " \
    "creaked softly. "
    static const char *const numbers[] = {"70", "80", "70-to-9"};
    for (size_t i = 0; i < 3; i++) {
        char b[2048];
        snprintf(b, sizeof b, "%sSome %s barrels of wine were drunk, %s.\n", PORT, numbers[i], AWAY);
        set_up_texts(state, TITLE LEAD FISHED COUNTED IDLE "\n", b);
        struct fixture *fixture = *state;
        compare_both(fixture);
        assert_int_equal(count_lone(&fixture->ab), FIRST_WORDS + (i == 1 ? 20 + 31 : 0));
        tear_down(state);
    }
}

/* No sentence is near, but two paragraphs share so much that they may well tell the same. */
static void what_may_well_be_told_is_not_lone(void **state)
{
    set_up_texts(state, FLEET,
                 PORT "Ruun spoke. Each lorry was late, and a freezer broke down in the valley, " AWAY ".\n");
    struct fixture *fixture = *state;
    add_entity(&fixture->a, "Sefa Ruun", "sefa ruun", PX_ENTITY_PERSON);
    mention(&fixture->a, "Sefa Ruun", PX_MENTION_NAME);
    add_entity(&fixture->b, "Ruun", "ruun", PX_ENTITY_PERSON);
    mention(&fixture->b, "Ruun", PX_MENTION_NAME);
    compare_both(fixture);
    assert_int_equal(count_lone(&fixture->ab), FIRST_WORDS);
    tear_down(state);
}

/* Two more paragraphs, so that one that names somebody is less than a quarter of the article. */
#define MORE "Rain fell.\nIt was so.\n"

static void name_ruun(struct px_article *article)
{
    add_entity(article, "Sefa Ruun", "sefa ruun", PX_ENTITY_PERSON);
    mention(article, "Sefa Ruun", PX_MENTION_NAME);
}

/* What is one article's alone of the fleet, where the other names its owner in these words. */
static uint32_t count_named(void **state, const char *a, const char *b)
{
    set_up_texts(state, a, b);
    struct fixture *fixture = *state;
    name_ruun(&fixture->a);
    name_ruun(&fixture->b);
    compare_both(fixture);
    uint32_t words = count_lone(&fixture->ab);
    tear_down(state);
    return words;
}

#define ONCE PORT "Sefa Ruun smiled, " AWAY ".\nIt was late, " AWAY ".\n"
#define TWICE PORT "Sefa Ruun smiled, " AWAY ".\nSefa Ruun left, " AWAY ".\n"

/* Less likely told is enough where the paragraph names whom the other article comes back to. */
static void less_is_enough_of_what_the_other_comes_back_to(void **state)
{
    static const char a[] = TITLE MORE LEAD SECTION;
    assert_int_equal(count_named(state, a, ONCE), FIRST_WORDS + SECOND_WORDS);
    assert_int_equal(count_named(state, a, TWICE), FIRST_WORDS);
}

/* Two words that are in all news say nothing, though they are much of a short sentence; with a rare one they do. */
static void common_words_are_not_near(void **state)
{
    static const char fleet[] = TITLE LEAD "## The fishing fleet\nSkippers work by night for money. " IDLE IDLE "\n";
    static const struct {
        const char *b;
        uint32_t words;
    } cases[] = {{PORT "They work by night.\n", 6 + 2 * 31}, {PORT "Skippers work.\n", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        set_up_texts(state, fleet, cases[i].b);
        struct fixture *fixture = *state;
        compare_both(fixture);
        assert_int_equal(count_lone(&fixture->ab), cases[i].words);
        tear_down(state);
    }
}

/* Whoever stands in a headline is what all of the article is about. */
static void who_runs_through_says_nothing(void **state)
{
    static const char a[] = "# Sefa Ruun watches\n" MORE LEAD SECTION;
    assert_int_equal(count_named(state, a, TWICE), FIRST_WORDS + SECOND_WORDS);
}

/* The other article quotes words of a sentence that this one tells in its own voice. */
static void what_the_other_quotes_is_told(void **state)
{
    static const char port[] = PORT "Managers wrote that \"trawlers lie\" and left, " AWAY ".\n";
    for (int quoted = 0; quoted < 2; quoted++) {
        set_up_texts(state, FLEET, port);
        struct fixture *fixture = *state;
        if (quoted)
            quote(&fixture->b, "trawlers lie", PX_QUOTATION_SPEECH);
        compare_both(fixture);
        assert_int_equal(count_lone(&fixture->ab), quoted ? FIRST_WORDS : FIRST_WORDS + SECOND_WORDS);
        tear_down(state);
    }
}

/* Some rare words are near, however little of a long sentence they are. */
static void a_few_rare_words_are_near(void **state)
{
#define HAUL                                                                                                     \
    "## The fishing fleet\n"                                                                                     \
    "Skippers hauled haddock, mackerel and sprats from nets, ropes, buoys and winches onto quays where cooks, "  \
    "boys, priests, clerks, tailors, widows, brewers and monks bought fish, bread, salt, soap, candles, lamps, " \
    "wool and honey before sunset. It was so. It is so.\n"
    enum { HAUL_WORDS = 36 + 6 }; /* as counted by hand */
    static const struct {
        const char *b;
        uint32_t words;
    } cases[] = {
        {PORT "Haddock was cheap, and all was gone.\n", HAUL_WORDS},
        {PORT "Haddock, soap, sprats and candles were gone.\n", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        set_up_texts(state, TITLE LEAD HAUL, cases[i].b);
        struct fixture *fixture = *state;
        compare_both(fixture);
        assert_int_equal(count_lone(&fixture->ab), cases[i].words);
        tear_down(state);
    }
}

/* Is the passage told of by its heading, where the second text is `b` and the heading names somebody? */
static bool is_told_by_heading(void **state, const char *b)
{
    set_up_texts(state, FLEET, b);
    struct fixture *fixture = *state;
    quote(&fixture->a, "Salted herring", PX_QUOTATION_SPEECH);
    quote(&fixture->b, "Fishermen fear", PX_QUOTATION_SPEECH);
    mark_name(&fixture->a, "fishing fleet", PX_ENTITY_ORGANISATION);
    compare_both(fixture);
    bool told = false;
    for (size_t i = 0; i < fixture->ab.findings.count; i++)
        told |= px_slice_find(fixture->ab.findings.items[i].text,
                              PX_SLICE(" words under the heading “The fishing fleet”"), 0) != SIZE_MAX;
    tear_down(state);
    return told;
}

/* Each sentence is near to one elsewhere, but nobody has a passage on it, and its subject is hardly named. */
static void a_heading_tells_what_no_sentence_does(void **state)
{
    static const char told[] = PORT "Salted herring was on the menu of the managers, with wine and bread, " AWAY ".\n"
                                    "Plants close, and managers wrote that \"Fishermen fear\" and left, " AWAY ".\n";
    assert_true(is_told_by_heading(state, told));
}

/* Two names that stand once in each, and a word, set the paragraphs side by side, however little else they share: then
 * neither is lone. */
static void what_a_topic_pairs_is_not_lone(void **state)
{
    set_up_texts(
        state,
        TITLE LEAD HAUL
        "Sefa Ruun and Ostrik Weld hauled timber, gravel, bricks, slate, copper and tar by sledge, barge, mule and "
        "cart over moors, fords, dunes and marshes until dusk, when owls, bats, foxes and hares came out of barns, "
        "hedges, ditches and burrows.\n",
        PORT MORE "Sefa Ruun and Ostrik Weld hauled. It was late.\n");
    struct fixture *fixture = *state;
    for (size_t a = 0; a < 2; a++) {
        struct px_article *article = a == 0 ? &fixture->a : &fixture->b;
        mark_name(article, "Sefa Ruun", PX_ENTITY_PERSON);
        mark_name(article, "Ostrik Weld", PX_ENTITY_PERSON);
    }
    compare_both(fixture);
    size_t paired = 0;
    uint32_t here = fixture->a.blocks.items[fixture->a.blocks.count - 1].start;
    uint32_t there = fixture->b.blocks.items[fixture->b.blocks.count - 1].start;
    for (size_t t = 0; t < fixture->ab.topics.count; t++) {
        const struct px_topic *topic = &fixture->ab.topics.items[t];
        paired += px_topic_holds(topic, 0, here) && px_topic_holds(topic, 1, there);
        for (size_t l = 0; l < topic->lone[0].count; l++)
            assert_true(here < topic->lone[0].items[l].span.start || here >= topic->lone[0].items[l].span.end);
    }
    assert_int_equal(paired, 1);
    tear_down(state);
}

/* The sentence that shows what stands in the fishermen's paragraph, with what is left of it. */
static void assert_shown(void **state, const char *paragraph, const char *shown)
{
    char article[2048];
    snprintf(article, sizeof article, "%s%s%s%s\n", TITLE, LEAD, "## The fishing fleet\n", paragraph);
    set_up_texts(state, article, PORT);
    struct fixture *fixture = *state;
    if (strstr(paragraph, "Sefa Ruun") != NULL)
        mark_name(&fixture->a, "Sefa Ruun", PX_ENTITY_PERSON);
    if (strstr(paragraph, "Mr. Sefa Ruun") != NULL)
        fixture->a.entities.items[fixture->a.entities.count - 1].gender = PX_GENDER_MALE;
    compare_both(fixture);
    for (size_t t = 0; t < fixture->ab.topics.count; t++) {
        const struct px_topic *topic = &fixture->ab.topics.items[t];
        for (size_t l = 0; l < topic->lone[0].count; l++) {
            struct px_slice text = px_slice_span(fixture->a.text, topic->lone[0].items[l].text);
            if (!px_slice_is(text, shown))
                fail_msg("%.*s", PX_SLICE_ARG(text));
            assert_true(px_slice_is(topic->lone[0].items[l].under, "The fishing fleet"));
            if (topic->lone[0].items[l].first == topic->lone[0].items[l].shown)
                assert_int_equal(topic->lone[0].items[l].start, topic->lone[0].items[l].text.start);
        }
    }
    assert_true(count_lone(&fixture->ab) > 0);
    tear_down(state);
}

/* What waits for more, or says little, shows nothing; a quotation does where nothing else does. */
static void a_passage_is_shown_by_what_stands_by_itself(void **state)
{
#define LANDED "The fleet landed its own 90 tonnes of herring last week."
#define SALT "\"We salt what we can before it rots on the quay,\" she said."
#define THEY " They dry what is left of it, and they smoke the rest of it in sheds. "
    assert_shown(state, LANDED " " SALT " " IDLE IDLE, LANDED);
    assert_shown(state, LANDED " Sefa Ruun mended forty barrels in the upper town for a day. " IDLE IDLE, LANDED);
    assert_shown(state, "Of the catch an owner wrote in her paper on the quay:\n" LANDED " " IDLE IDLE, LANDED);
    assert_shown(state, SALT " " LANDED " " IDLE IDLE, LANDED);
    assert_shown(state, THEY SALT THEY THEY, SALT);
    assert_shown(state, "It rots. " THEY THEY THEY,
                 "They dry what is left of it, and they smoke the rest of it in sheds."); /* instead of a scrap */
    assert_shown(state, "The grounds of Ruun could not be reached by any fisherman in a boat. " LANDED " " IDLE IDLE,
                 "The grounds of Ruun could not be reached by any fisherman in a boat.");
#define JANUARY "This January, Sefa Ruun held that an old way was blocked by ice floes."
    assert_shown(state, JANUARY " " LANDED " " IDLE IDLE, JANUARY);
#define HIS "Mr. Sefa Ruun tried twice on the quay to change what stood in his head."
    assert_shown(state, HIS " " LANDED " " IDLE IDLE, HIS);
    assert_shown(state, "But Sefa Ruun landed some 90 tonnes of herring on the quay. " IDLE IDLE,
                 "Sefa Ruun landed some 90 tonnes of herring on the quay.");
    assert_shown(state, "For instance, Sefa Ruun landed some 90 tonnes of herring on the quay. " IDLE IDLE,
                 "Sefa Ruun landed some 90 tonnes of herring on the quay.");
    assert_shown(state, "For instance, fishermen landed some 90 tonnes of herring on the quay. " IDLE IDLE,
                 "For instance, fishermen landed some 90 tonnes of herring on the quay.");
    assert_shown(state, "But fishermen landed some 90 tonnes of herring on the quay. " IDLE IDLE,
                 "But fishermen landed some 90 tonnes of herring on the quay.");
}

/* What leans on the sentence before it shows nothing. */
static void what_leans_is_not_shown(void **state)
{
    static const char *const leaning[] = {
        "It rots.",
        "Who will buy what the trawlers brought from the sea that week?",
        "Skippers told of similar losses on the quays of the sea that week.",
        "Skippers had, however, less of it on the quays of the sea that week.",
        "Skippers know that this is hardly the season of the sea for them.",
        "Skippers know in fact of losses on the quays of the sea that week.",
        "Given that, skippers fear losses on the quays of the sea in spring.",
        "Skippers held that the way to that haul was blocked by ice floes.",
        "Ten minutes later, skippers held that the way out was blocked by ice.",
        "Sefa Ruun did not respond to the calls of our newspaper that morning.",
        "Sefa Ruun was asked whether the quay had frozen over in the long winter.",
        "Those years, Sefa Ruun held that an old way was blocked by ice floes.",
        "But Sefa Ruun said that she had not seen it on the quay that week.",
        "And she told of losses like that on the quays of the sea.",
        "Mr. Sefa Ruun tried twice on the quay to change what stood in her head.",
        "That morning, Sefa Ruun held that an old way was blocked by ice floes.",
    };
    for (size_t i = 0; i < sizeof leaning / sizeof *leaning; i++) {
        char paragraph[1024];
        snprintf(paragraph, sizeof paragraph, "%s %s", leaning[i], LANDED " " IDLE IDLE);
        assert_shown(state, paragraph, LANDED);
    }
}

/* A long sentence is shown whole, for a piece of it may say another thing; where a shorter one stands by itself, that is. */
static void a_sentence_is_shown_whole(void **state)
{
#define LONG_ONE                                                                                                \
    "Fishermen with trawlers and nets and salt and lorries and freezers fear that herring and cod will rot on " \
    "quays beside barrels of brine, which nobody bought before, beside crates of ice and beside the long rows " \
    "of boats that lie idle."
#define SHORT_ONE "Fishermen with trawlers and nets fear that cod will rot on the quays."
    assert_shown(state, LONG_ONE, LONG_ONE);
    assert_shown(state, LONG_ONE " " SHORT_ONE, SHORT_ONE);
}

/* What another paragraph of the passage says by itself is shown, too; what points back is not. */
static void a_passage_shows_more_of_its_paragraphs(void **state)
{
    static const char *const second[] = {"Skippers sold two of the trawlers to an island in the north that week.\n",
                                         "They sold two of the trawlers to an island in the north that week.\n"};
    for (size_t i = 0; i < 2; i++) {
        char article[2048];
        snprintf(article, sizeof article, "%s%s%s%s\n%s", TITLE, LEAD, "## The fishing fleet\n", LANDED " " IDLE IDLE,
                 second[i]);
        set_up_texts(state, article, PORT);
        struct fixture *fixture = *state;
        compare_both(fixture);
        size_t shown = 0;
        for (size_t t = 0; t < fixture->ab.topics.count; t++)
            for (size_t l = 0; l < fixture->ab.topics.items[t].lone[0].count; l++)
                shown += fixture->ab.topics.items[t].lone[0].items[l].also_count;
        assert_int_equal(shown, i == 0);
        tear_down(state);
    }
}

/* A passage can be understood from its first sentence on that points at nothing; who speaks there is told behind it. */
static void a_speaker_points_at_nothing(void **state)
{
#define SALTED "We salt all the herring that we can before it rots."
    for (size_t known = 0; known < 2; known++) {
        char article[2048];
        snprintf(article, sizeof article, "%s%s%s\"%s\" he said. %s %s%s\n", TITLE, LEAD, "## The fishing fleet\n",
                 SALTED, LANDED, IDLE, IDLE);
        set_up_texts(state, article, PORT);
        struct fixture *fixture = *state;
        if (known == 1) {
            mark_name(&fixture->a, "fleet", PX_ENTITY_PERSON);
            attribute(&fixture->a, "he said", "say", SALTED, PX_ATTRIBUTION_DIRECT)->entity = 0;
        }
        compare_both(fixture);
        uint32_t salted = px_article_sentence_at(&fixture->a, find_text(&fixture->a, SALTED, 0).start);
        uint32_t landed = px_article_sentence_at(&fixture->a, find_text(&fixture->a, LANDED, 0).start);
        for (size_t t = 0; t < fixture->ab.topics.count; t++)
            for (size_t l = 0; l < fixture->ab.topics.items[t].lone[0].count; l++)
                assert_int_equal(fixture->ab.topics.items[t].lone[0].items[l].first, known == 1 ? salted : landed);
        assert_true(count_lone(&fixture->ab) > 0);
        tear_down(state);
    }
}

static void weigh_catch(struct px_article *article, const char *words, double value)
{
    struct px_quantity *quantity = add_figure(article, words, value, value);
    quantity->what = PX_SLICE("tonne");
    quantity->event = PX_SLICE("catch");
}

/* Both tell of the catch, if they do not agree on it. */
static void what_is_given_differently_is_told(void **state)
{
    set_up_texts(state, FLEET, PORT "Chips were dear, and 70 tonnes of them left.\n");
    struct fixture *fixture = *state;
    weigh_catch(&fixture->a, "90 tonnes", 90);
    weigh_catch(&fixture->b, "70 tonnes", 70);
    compare_both(fixture);
    assert_int_equal(fixture->ab.disagreements.count, 1);
    assert_int_equal(count_lone(&fixture->ab), SECOND_WORDS);
    tear_down(state);
}

#define BAKED                                                                                                       \
    "Bakers knead dough for rye loaves, and bakers bake rye loaves in ovens of brick, while apprentices of bakers " \
    "carry loaves to markets where rye loaves cost six crowns and dough costs four, said bakers of loaves.\n"
#define SAILED                                                                                                     \
    "Sailors hoist canvas on masts of larch, and sailors steer ketches past reefs, while pilots of ketches sound " \
    "channels where reefs tear keels and masts snap in squalls, said sailors who mend canvas in harbours.\n"

/* A passage of more than 200 words is two, where its halves share least. */
static void a_long_passage_is_cut_where_its_matter_changes(void **state)
{
    set_up_texts(state, TITLE LEAD "## Elsewhere\n" BAKED BAKED BAKED SAILED SAILED SAILED, PORT);
    struct fixture *fixture = *state;
    compare_both(fixture);
    size_t count = 0;
    for (size_t t = 0; t < fixture->ab.topics.count; t++) {
        const struct px_lones *lone = &fixture->ab.topics.items[t].lone[0];
        for (size_t i = 0; i < lone->count; i++, count++)
            assert_true(px_slice_starts(px_slice_span(fixture->a.text, lone->items[i].span),
                                        count == 0 ? PX_SLICE("Bakers") : PX_SLICE("Sailors")));
    }
    assert_int_equal(count, 2);
    tear_down(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(all_of_it_is_lone_when_nobody_tells_it, tear_down),
        cmocka_unit_test_teardown(half_a_sentence_elsewhere_tells_it, tear_down),
        cmocka_unit_test_teardown(a_quotation_of_two_words_tells_it, tear_down),
        cmocka_unit_test(less_is_enough_of_what_the_other_comes_back_to),
        cmocka_unit_test(common_words_are_not_near),
        cmocka_unit_test(who_runs_through_says_nothing),
        cmocka_unit_test(what_the_other_quotes_is_told),
        cmocka_unit_test(a_few_rare_words_are_near),
        cmocka_unit_test(what_may_well_be_told_is_not_lone),
        cmocka_unit_test(a_passage_shows_more_of_its_paragraphs),
        cmocka_unit_test(a_speaker_points_at_nothing),
        cmocka_unit_test(the_same_number_tells_it),
        cmocka_unit_test(what_a_topic_pairs_is_not_lone),
        cmocka_unit_test(what_is_given_differently_is_told),
        cmocka_unit_test(a_passage_is_shown_by_what_stands_by_itself),
        cmocka_unit_test(what_leans_is_not_shown),
        cmocka_unit_test(a_sentence_is_shown_whole),
        cmocka_unit_test(a_heading_tells_what_no_sentence_does),
        cmocka_unit_test(a_long_passage_is_cut_where_its_matter_changes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
