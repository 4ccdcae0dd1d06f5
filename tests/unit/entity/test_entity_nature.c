/* Of which nature and kind a name is, by its words and by what stands beside it. */
#include "../annotate/story_fixture.h"

static const struct {
    const char *text;
    const char *key;
    const char *kind;
    const char *actor;
    int gender;
    const char *role;
} natures[] = {
    {"Prime Minister Ilse Marrant spoke.", "ilse marrant", "person", "state", 2, "Prime Minister"},
    /* who left an office speaks for no state, and the role says so */
    {"Former Kestrian President Ilse Marrant spoke.", "ilse marrant", "person", "other", 2,
     "Former Kestrian President"},
    {"Former Gov. Ilse Marrant spoke.", "ilse marrant", "person", "other", 2, ""},
    {"Ilse Marrant, who was president from 2006 to 2012, spoke.", "ilse marrant", "person", "other", 2,
     "president from 2006 to 2012"},
    {"Ilse Marrant, the mayor from 2006 to 2012, spoke.", "ilse marrant", "person", "other", 2,
     "mayor from 2006 to 2012"},
    {"Ilse Marrant, who has been president since 2006, spoke.", "ilse marrant", "person", "other", 2, ""},
    {"The GOP met.", "republican party", "organisation", "party", 0, ""},
    {"Peter Kray, a professor, spoke.", "peter kray", "person", "expert", 1, "professor"},
    {"They met in Hestrel and near Hestrel.", "hestrel", "place", "other", 0, ""},
    {"The Sovarran Press Guild protested.", "sovarran press guild", "organisation", "other", 0, ""},
    {"Britain agreed.", "united kingdom", "place", "state", 0, ""},
    {"Orrin Vane, which owns the mine, said nothing.", "orrin vane", "organisation", "other", 0, ""},
    {"An Orrin worker left. Orrin said no.", "orrin", "organisation", "other", 0, ""},
    {"The Tarn Political Report sees a loss.", "tarn political report", "organisation", "media", 0, ""},
    {"Then Reuters reported that the mine was shut.", "reuters", "organisation", "media", 0, ""},
    /* names that the list of sources has, of several words, too; a city that stands for a body stays a place */
    {"Goldman Sachs said that the mine was shut.", "goldman sachs", "organisation", "business", 0, ""},
    {"Twitter said it would look at Twitter.", "twitter", "organisation", "business", 0, ""},
    {"Varn agreed with American Crossroads, a fund.", "american crossroads", "organisation", "civil society", 0, ""},
    {"The Orrin camp left. Orrin said no.", "orrin", "person", "other", 0, ""},
    {"The Orrin worker left. Orrin said no.", "orrin", "organisation", "other", 0, ""},
    {"They talked about Social Security reform, she said.", "social security", "organisation", "state", 0, ""},
    {"They met in Brussels and near Brussels.", "brussels", "place", "international", 0, ""},
    {"Anna Keller, president of the Varn Harbour League, spoke.", "anna keller", "person", "civil society", 2,
     "president of the Varn Harbour League"},
    {"Anna Keller, president of the Varn Rights Project, spoke.", "anna keller", "person", "civil society", 2,
     "president of the Varn Rights Project"},
    {"Anna Keller, a lawyer, spoke.", "anna keller", "person", "other", 2, "lawyer"},
    {"Boris V. Halden spoke.", "boris halden", "person", "other", 1, ""},
    {"They read Orrin Stores v. Halden.", "orrin stores halden", "work", "other", 0, ""},
    {"Wen Tarn, who studies the mines, left.", "wen tarn", "person", "other", 0, ""},
    {"He led the Wen Tarn, who studies the mines.", "wen tarn", "other", "other", 0, ""},
    {"The head of Wen Tarn, who studies the mines, left.", "wen tarn", "other", "other", 0, ""},
    {"Lt. Governor Anna Keller spoke.", "anna keller", "person", "state", 2, "Lt. Governor"},
    /* who sits in a parliament's committee is no official */
    {"Rep. Anna Keller, the chairman of the Senate Harbour Committee, spoke.", "anna keller", "person", "party", 2,
     "chairman of the Senate Harbour Committee"},
    {"Anna Keller, the sister of Harbour League candidate Mira Oss, spoke.", "anna keller", "person", "citizen", 2, ""},
    /* what somebody is to others is told with whose */
    {"Anna Keller, his sister, spoke.", "anna keller", "person", "citizen", 2, ""},
    {"Anna Keller, a friend of Boris Halden, spoke.", "anna keller", "person", "citizen", 2, "friend of Boris Halden"},
    /* an office that is past, to come, or a courtesy */
    {"Boris Halden, then governor, spoke.", "boris halden", "person", "other", 1, "then governor"},
    {"But likely presidential candidate Boris Halden spoke.", "boris halden", "person", "party", 1,
     "likely presidential candidate"},
    {"Cllr Anna Keller came. “No,” Cllr Keller said.", "anna keller", "person", "party", 2, ""},
    {"Det Insp Boris Halden came to the house and spoke.", "boris halden", "person", "state", 1, ""},
    {"Anna Keller MSP came. Ms Keller spoke.", "anna keller", "person", "other", 2, ""},
    {"The campaign group Save Our Meadows said it would go to court and sue the town.", "save our meadows",
     "organisation", "other", 0, ""},
    {"“We lost,” said Light for Varn, a group of rowers.", "light for varn", "organisation", "other", 0, ""},
    {"They built Rowing for Varn, which became a parallel organization. Later Anna Keller came. “We row,” he said.",
     "rowing for varn", "organisation", "other", 0, ""},
    {"United Rowers Group said no to the town.", "united rowers group", "organisation", "other", 0, ""},
    {"Mayor Bill de Keller came. Later De Keller left. “No,” de Keller said.", "william de keller", "person", "state",
     1, "Mayor"},
    {"They fear a President Boris Halden.", "boris halden", "person", "other", 1, ""},
    {"Anna Keller came. “We thank Governor Boris Halden for his work here,” she said.", "boris halden", "person",
     "other", 1, ""},
    {"Anna Keller came. “The ‘mess’ is over, and we thank Governor Boris Halden for his work,” she said.",
     "boris halden", "person", "other", 1, ""},
    {"On Monday Scottish Conservative leader Boris Halden came to the house and spoke.", "boris halden", "person",
     "party", 1, "Scottish Conservative leader"},
    {"Boris Halden is deputy mayor", "boris halden", "person", "state", 1, "deputy mayor"},
    /* a post in any body, and a body's name, say nothing of a state, a party or a firm */
    {"Anna Keller, the chairwoman, spoke.", "anna keller", "person", "other", 2, "chairwoman"},
    {"Anna Keller, chairwoman of the Harbour Office, spoke.", "anna keller", "person", "other", 2,
     "chairwoman of the Harbour Office"},
    {"Anna Keller, leader of the strike, spoke.", "anna keller", "person", "other", 2, "leader"},
    /* of which of two lands somebody holds an office */
    {"The British leader Anna Keller spoke.", "anna keller", "person", "state", 2, "British leader"},
    {"British Prime Minister Ilse Marrant spoke.", "ilse marrant", "person", "state", 2, "British Prime Minister"},
    {"The Republican governor, Anna Keller, spoke.", "anna keller", "person", "state", 2, "Republican governor"},
    {"Anna Keller, a member of parliament, spoke.", "anna keller", "person", "other", 2, "member of parliament"},
    {"Anna Keller, a farmer, spoke.", "anna keller", "person", "citizen", 2, "farmer"},
    {"They met for the movement Open Shores. Open Shores said no.", "open shores", "organisation", "other", 0, ""},
    {"NATO agreed.", "nato", "organisation", "international", 0, ""},
    {"The rebels left. The rebels came back.", "rebels", "group", "military", 0, ""},
    {"They read the Olvane Treaty.", "olvane treaty", "work", "other", 0, ""},
};

static void check_natures(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof natures / sizeof *natures; i++) {
        story_read(natures[i].text);
        const struct px_entity *entity = story_entity(natures[i].key);
        if (entity == NULL)
            fail_msg("no %s", natures[i].key);
        assert_string_equal(px_entity_kind_name(entity->kind), natures[i].kind);
        if (entity->kind != PX_ENTITY_GROUP && entity->kind != PX_ENTITY_ORGANISATION)
            assert_string_equal(px_actor_name(entity->actor), natures[i].actor);
        assert_int_equal(entity->gender, natures[i].gender);
        if (!px_slice_is(entity->role, natures[i].role))
            fail_msg("%s: role \"%.*s\"", natures[i].text, PX_SLICE_ARG(entity->role));
    }
}

/* Spans are tokens and bytes of the same words; counts and first mentions agree with the list. */
static void check_consistency(void **state)
{
    (void)state;
    story_read("Sanna Holvik of the Meadow Accord met Mr. Hask. She left Varn, Holvik's home.\nHolvik said no.");
    const struct px_article *article = &story.article;
    assert_true(article->mentions.count > 4);
    uint32_t last = 0;
    for (size_t i = 0; i < article->mentions.count; i++) {
        const struct px_mention *m = &article->mentions.items[i];
        assert_true(m->start >= last && m->end > m->start);
        assert_int_equal(m->start, article->tokens.items[m->first_token].start);
        assert_int_equal(m->end, article->tokens.items[m->first_token + m->token_count - 1].end);
        assert_true(m->entity < article->entities.count);
        last = m->start;
    }
    for (size_t e = 0; e < article->entities.count; e++) {
        uint32_t count = 0;
        for (size_t i = 0; i < article->mentions.count; i++)
            count += article->mentions.items[i].entity == e;
        assert_int_equal(count, article->entities.items[e].mention_count);
        assert_int_equal(article->mentions.items[article->entities.items[e].first_mention].entity, e);
    }
}

/* "the" stands before the names of some, wherever they stand. */
static void check_articles(void **state)
{
    static const struct {
        const char *text;
        const char *key;
        bool definite;
    } names[] = {{"The Harbour Council met. Then the Harbour Council left.", "harbour council", true},
                 {"Halden Rail met. Then the Halden Rail plan failed.", "halden rail", false},
                 {"They met the Anna Halden of the films.", "anna halden", false}};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        story_read(names[i].text);
        assert_non_null(story_entity(names[i].key));
        if (story_entity(names[i].key)->definite != names[i].definite)
            fail_msg("%s", names[i].text);
    }
    const struct px_entity *first = &story.article.entities.items[0];
    story.article.entities.items[0].definite = true;
    assert_true(px_article_takes_the(&story.article, 0, first->name));
    assert_false(px_article_takes_the(&story.article, 0, PX_SLICE("Halden")));
    assert_false(px_article_takes_the(&story.article, PX_NONE, first->name));
}

static void check_nothing(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "\n", "...", "\"", "A", "'s", "the the the", "Mr.", "of of of", "- -- -"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        story_read(texts[i]);
}

/* Capitals in a figure of speech name nobody. */
static void check_figures_of_speech(void **state)
{
    (void)state;
    story_read("It was their last Hail Mary. The plan is a Trojan Horse for the town. Anna Halden left.");
    assert_int_equal(story.article.entities.count, 1);
    assert_non_null(story_entity("anna halden"));
}

/* A worker that has read other articles before finds the same. */
static void check_memory(void **state)
{
    (void)state;
    struct px_buffer first = {0};
    struct px_buffer second = {0};
    const char *text = "Boris Halden met Helene Corvin. She and Halden spoke of Varn.";
    story_read(text);
    story_mentions("helene corvin", &first);
    story_read("Petra Halden and Corvin Tarn of Varn met Helene. Mr. Varn waved.");
    story_read(text);
    story_mentions("helene corvin", &second);
    assert_string_equal(first.data, second.data);
    px_buffer_release(&first);
    px_buffer_release(&second);
}

/* Whoever does something to him is another, by grammar; she may do it to herself. */
static void check_doers(void **state)
{
    static const struct {
        const char *text, *key, *mentions;
    } told[] = {
        {"Boris Halden was clear in his opposition to Mr. Oss, calling him proud of nothing.", "oss",
         "Mr. Oss | [him]"},
        {"Boris Halden was clear in his opposition to Mr. Oss, calling him proud of nothing.", "boris halden",
         "Boris Halden | [his]"},
        {"Boris Halden confirmed it. Peter Oss called him.", "peter oss", "Peter Oss"},
        {"Boris Halden smiled. He made himself seen.", "boris halden", "Boris Halden | [He] | [himself]"},
        {"Helene Corvin spoke. She sternly told her questioners that it was over.", "helene corvin",
         "Helene Corvin | [She] | [her]"},
    };
    (void)state;
    struct px_buffer found = {0};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        story_parse(told[i].text);
        story_mentions(told[i].key, &found);
        if (!px_slice_is(px_buffer_slice(&found), told[i].mentions))
            fail_msg("%s: \"%s\" for %s", told[i].text, found.data, told[i].key);
    }
    px_buffer_release(&found);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(check_natures), cmocka_unit_test(check_consistency),
        cmocka_unit_test(check_nothing), cmocka_unit_test(check_figures_of_speech),
        cmocka_unit_test(check_memory),  cmocka_unit_test(check_articles),
        cmocka_unit_test(check_doers),
    };
    return cmocka_run_group_tests(tests, story_set_up, story_tear_down);
}
