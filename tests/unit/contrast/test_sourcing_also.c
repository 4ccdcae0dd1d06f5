/* Which statements another article has words of, too. */
#include "../comparison/annotated_fixture.h"

struct pair {
    const char *a, *said_a; /* a text, and what Ora Lind says in it */
    const char *b, *said_b;
    const char *speaker_b;
    bool direct;
    bool also;
};

static void say(struct px_article *article, const char *name, const char *said, bool direct)
{
    char *key = take_all(px_arena_array(&article->arena, char, strlen(name) + 1));
    for (size_t i = 0; name[i] != '\0'; i++)
        key[i] = (char)(name[i] | 0x20);
    bool body = strstr(name, "League") != NULL;
    add_entity(article, name, key, body ? PX_ENTITY_ORGANISATION : PX_ENTITY_PERSON);
    mention(article, name, PX_MENTION_NAME);
    struct px_attribution *it =
        attribute(article, name, "say", said, direct ? PX_ATTRIBUTION_DIRECT : PX_ATTRIBUTION_INDIRECT);
    it->entity = 0;
    it->speaker_kind = body ? PX_SPEAKER_INSTITUTION : PX_SPEAKER_PERSON;
}

/* The words stand between marks of nobody known. */
static void mark(struct px_article *article, const char *words)
{
    size_t at = px_slice_find(article->text, px_slice_from(words), 0);
    for (size_t t = 0; at != SIZE_MAX && t < article->tokens.count; t++)
        if (article->tokens.items[t].start >= at && article->tokens.items[t].end <= at + strlen(words))
            article->tokens.items[t].voice = PX_VOICE_SCARE;
}

static void assert_also(const struct pair *pair)
{
    struct fixture *fixture;
    set_up_texts((void **)&fixture, pair->a, pair->b);
    say(&fixture->a, "Ora Lind", pair->said_a, pair->direct);
    if (pair->direct && pair->said_b == NULL)
        mark(&fixture->b, pair->said_a);
    if (pair->said_b != NULL)
        say(&fixture->b, pair->speaker_b, pair->said_b, true);
    compare_both(fixture);
    assert_int_equal(fixture->ab.sourcing.also[0][1] != PX_ALSO_NONE, pair->also);
    assert_int_equal(fixture->ba.sourcing.also[1][0], fixture->ab.sourcing.also[0][1]);
    assert_int_equal(fixture->ab.sourcing.also[0][0], PX_ALSO_NONE);
    if (pair->said_b != NULL)
        assert_int_equal(fixture->ab.sourcing.also[1][0] != PX_ALSO_NONE, pair->also);
    for (size_t i = 0; pair->also && i < fixture->ab.sourcing.sources.count; i++) /* whose words are there is heard */
        assert_false(fixture->ab.sourcing.sources.items[i].absent[1]);
    tear_down((void **)&fixture);
}

/* A few quoted words are enough, be they all that one of the two quotes. */
static void a_few_quoted_words_are_shared(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        {"Ora Lind called it \"rotten and mouldy\".\n", "rotten and mouldy",
         "\"The herring is rotten and mouldy,\" said Ora Lind.\n", "The herring is rotten and mouldy", "Ora Lind", true,
         true},
        {"Ora Lind called it \"all that rotten\".\n", "all that rotten",
         "\"The quay is not all that rotten yet,\" said Ora Lind.\n", "The quay is not all that rotten yet", "Ora Lind",
         true, true},
        {"Ora Lind called it \"so very, very rotten\".\n", "so very, very rotten",
         "\"They are all that rotten yet,\" said Ora Lind.\n", "They are all that rotten yet", "Ora Lind", true, false},
        {"Ora Lind called it \"rotten and mouldy\".\n", "rotten and mouldy",
         "\"The herring is rotten and mouldy,\" said Ben Hask.\n", "The herring is rotten and mouldy", "Ben Hask", true,
         false},
        {"Ora Lind called it \"rotten and mouldy\".\n", "rotten and mouldy",
         "Nobody wants \"rotten and mouldy\" herring.\n", NULL, NULL, true, false}, /* anybody's words */
        {"Ora Lind asked, \"Who is it then?\"\n", "Who is it then?",
         "\"They are rotten. Who is it then?\" said Ora Lind.\n", "They are rotten. Who is it then?", "Ora Lind", true,
         true},
        {"Ora Lind asked, \"Who is it then?\"\n", "Who is it then?",
         "\"They are rotten. Who is it then?\" said Ben Hask.\n", "They are rotten. Who is it then?", "Ben Hask", true,
         false},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_also(&pairs[i]);
}

/* What the statement has outside of marks is no quotation that the other has, too, but the matter that both tell of. */
static void the_matter_is_not_what_is_said(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        {"Ora Lind said the cod was rotten and mouldy.\n", "the cod was rotten and mouldy",
         "\"The herring is rotten and mouldy,\" said Ora Lind.\n", "The herring is rotten and mouldy", "Ora Lind",
         false, false},
        {"Ora Lind said they fear a rise of harbour fees in spring.\n", "they fear a rise of harbour fees in spring",
         "The council planned a rise of harbour fees.\n", NULL, NULL, false, false},
        {"Ora Lind said they fear a rise of harbour fees in spring.\n", "they fear a rise of harbour fees in spring",
         "\"We fear a rise of harbour fees,\" said Ora Lind.\n", "We fear a rise of harbour fees", "Ora Lind", false,
         true},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_also(&pairs[i]);
}

/* A rare word by itself between marks is enough, unless others have it, too. */
static void a_telling_word_is_shared(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        {"Ora Lind called it \"rotten\".\n", "rotten", "\"The herring is rotten again,\" said Ora Lind.\n",
         "The herring is rotten again", "Ora Lind", true, true},
        {"\"The herring is rotten again,\" said Ora Lind.\n", "The herring is rotten again",
         "Ora Lind called it \"rotten\".\n", "rotten", "Ora Lind", true, true},
        {"Ora Lind called it \"rotten\".\n", "rotten", "\"The herring is rotten again,\" said Ben Hask.\n",
         "The herring is rotten again", "Ben Hask", true, false},
        {"Ora Lind called it \"rotten\".\n", "rotten",
         "\"The herring is rotten again,\" said Ora Lind. The council loathes rotten fish.\n",
         "The herring is rotten again", "Ora Lind", true, false},
        {"Ora Lind called it \"rotten\".\n\n\"And so it was\", they say.\n", "rotten\".\n\n\"And so it was",
         "\"The herring is rotten again,\" said Ora Lind.\n", "The herring is rotten again", "Ora Lind", true, true},
        {"Ora Lind called it \"new\".\n", "new", "\"The herring is new again,\" said Ora Lind.\n",
         "The herring is new again", "Ora Lind", true, false},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_also(&pairs[i]);
}

/* A few words that are part of longer sentences in both tell nothing if they are common. */
static void common_words_are_no_saying(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        {"\"I saw that a man and a woman left,\" said Ora Lind.\n", "I saw that a man and a woman left",
         "\"On the quay we ask every year for a man and a woman who may speak for us,\" said Ora Lind.\n",
         "On the quay we ask every year for a man and a woman who may speak for us", "Ora Lind", true, false},
        {"\"I saw that a herring and a trawler left,\" said Ora Lind.\n", "I saw that a herring and a trawler left",
         "\"On the quay we ask every year for a herring and a trawler which may speak for us,\" said Ora Lind.\n",
         "On the quay we ask every year for a herring and a trawler which may speak for us", "Ora Lind", true, true},
        {"\"For us a man and a woman left,\" said Ora Lind.\n", "For us a man and a woman left",
         "\"On the quay we ask every year why a man and a woman never left,\" said Ora Lind.\n",
         "On the quay we ask every year why a man and a woman never left", "Ora Lind", true, true},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_also(&pairs[i]);
}

/* All that one article quotes may be taken for another's words: a spokesman speaks for others. */
static void a_quotation_may_be_of_another(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        {"Ora Lind wrote it \"would end fishing in the north\".\n", "would end fishing in the north",
         "\"I say this would end fishing in the north and all of the coast,\" said the League.\n",
         "I say this would end fishing in the north and all of the coast", "League", true, true},
        {"Ora Lind wrote it \"would end fishing in the north\".\n", "would end fishing in the north",
         "\"I say this would end fishing in the north and all of the coast,\" said Ben Hask.\n",
         "I say this would end fishing in the north and all of the coast", "Ben Hask", true, false},
        {"Ora Lind wrote it \"would sadly end fishing in the north\".\n", "would sadly end fishing in the north",
         "\"I say this would end fishing in the north and all of the coast,\" said the League.\n",
         "I say this would end fishing in the north and all of the coast", "League", true, false},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_also(&pairs[i]);
}

/* A turn of phrase that one speaker has in two sayings makes them no one; one saying may be quoted with other words. */
static void a_turn_of_phrase_is_no_saying(void **state)
{
    (void)state;
    static const char *const quay = "The quay has no room for rotten herring while the council sleeps at night";
    static const char *const boats = "We fishermen of the north have no room for rotten herring on our boats in winter";
    static const struct pair pairs[] = {
        {"\"The quay has no room for rotten herring while the council sleeps at night,\" said Ora Lind.\n", quay,
         "\"We fishermen of the north have no room for rotten herring on our boats in winter,\" said Ora Lind.\n",
         boats, "Ora Lind", true, false},
        {"Ora Lind saw \"no room for rotten herring\" at the quay.\n", "no room for rotten herring",
         "\"We fishermen of the north have no room for rotten herring on our boats in winter,\" said Ora Lind.\n",
         boats, "Ora Lind", true, true},
        {"\"The quay has no room for rotten herring while the council sleeps at night,\" said Ora Lind.\n", quay,
         "\"Our quay has no room for mouldy herring while the council sleeps,\" said Ora Lind.\n",
         "Our quay has no room for mouldy herring while the council sleeps", "Ora Lind", true, true},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_also(&pairs[i]);
}

/* Where all that a statement has between marks stands between marks there, it is there as a whole. */
static void what_is_quoted_may_be_there_whole(void **state)
{
    static const char quoted[] = "The herring is rotten and mouldy";
    static const struct {
        const char *b, *said_b;
        uint8_t here, there;
    } cases[] = {
        {"Ora Lind said: \"The herring is rotten and mouldy\".\n", quoted, PX_ALSO_WHOLE, PX_ALSO_WHOLE},
        {"Ora Lind said: \"The herring is rotten and mouldy today\".\n", "The herring is rotten and mouldy today",
         PX_ALSO_WHOLE, PX_ALSO_MOSTLY},
        {"Ora Lind called it \"rotten and mouldy\".\n", "rotten and mouldy", PX_ALSO_PART, PX_ALSO_WHOLE},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture *fixture;
        set_up_texts((void **)&fixture, "\"The herring is rotten and mouldy,\" said Ora Lind.\n", cases[i].b);
        say(&fixture->a, "Ora Lind", quoted, true);
        say(&fixture->b, "Ora Lind", cases[i].said_b, true);
        compare_both(fixture);
        assert_int_equal(fixture->ab.sourcing.also[0][1], cases[i].here);
        assert_int_equal(fixture->ab.sourcing.also[1][0], cases[i].there);
        tear_down((void **)&fixture);
    }
}

/* Where one word is another there, or a small one more, it is nearly there; where the changed word is one of three that
 * tell something, it is not. */
static void what_is_quoted_may_nearly_be_there(void **state)
{
    static const struct {
        const char *a, *said_a, *b, *said_b;
        uint8_t here;
    } cases[] = {
        {"\"The herring is rotten, the boats leak and the quay sinks,\" said Ora Lind.\n",
         "The herring is rotten, the boats leak and the quay sinks",
         "\"That herring is rotten, the boats leak and the quay sinks,\" said Ora Lind.\n",
         "That herring is rotten, the boats leak and the quay sinks", PX_ALSO_MOSTLY},
        {"\"The herring is rotten and the quay has sunk,\" said Ora Lind.\n",
         "The herring is rotten and the quay has sunk",
         "\"The herring is rotten, our boats leak, and the quay has sunk,\" said Ora Lind.\n",
         "The herring is rotten, our boats leak, and the quay has sunk", PX_ALSO_MOSTLY}, /* in pieces */
        {"\"The herring is rotten and mouldy,\" said Ora Lind.\n", "The herring is rotten and mouldy",
         "\"The cod is rotten and mouldy,\" said Ora Lind.\n", "The cod is rotten and mouldy", PX_ALSO_PART},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture *fixture;
        set_up_texts((void **)&fixture, cases[i].a, cases[i].b);
        say(&fixture->a, "Ora Lind", cases[i].said_a, true);
        say(&fixture->b, "Ora Lind", cases[i].said_b, true);
        compare_both(fixture);
        assert_int_equal(fixture->ab.sourcing.also[0][1], cases[i].here);
        tear_down((void **)&fixture);
    }
}

/* What is one statement here may be two there: each of them has some of its words. */
static void a_statement_may_be_two_there(void **state)
{
    (void)state;
    struct fixture *fixture;
    set_up_texts((void **)&fixture, "\"The herring is rotten and mouldy,\" said Ora Lind.\n",
                 "\"The herring.\" \"Is rotten and mouldy.\" So said Ora Lind.\n");
    say(&fixture->a, "Ora Lind", "The herring is rotten and mouldy", true);
    say(&fixture->b, "Ora Lind", "The herring", true);
    struct px_attribution *more =
        attribute(&fixture->b, "Ora Lind", "say", "Is rotten and mouldy", PX_ATTRIBUTION_DIRECT);
    more->entity = 0;
    more->speaker_kind = PX_SPEAKER_PERSON;
    compare_both(fixture);
    const uint8_t *also = fixture->ab.sourcing.also[1]; /* of two articles: the first is at 0, and at 2 */
    assert_int_not_equal(fixture->ab.sourcing.also[0][1], PX_ALSO_NONE);
    assert_int_not_equal(also[0], PX_ALSO_NONE);
    assert_int_not_equal(also[2], PX_ALSO_NONE);
    assert_int_equal(fixture->ba.sourcing.also[0][1], also[0]);
    assert_int_equal(fixture->ba.sourcing.also[0][3], also[2]);
    tear_down((void **)&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_few_quoted_words_are_shared),     cmocka_unit_test(the_matter_is_not_what_is_said),
        cmocka_unit_test(a_telling_word_is_shared),          cmocka_unit_test(common_words_are_no_saying),
        cmocka_unit_test(a_quotation_may_be_of_another),     cmocka_unit_test(a_turn_of_phrase_is_no_saying),
        cmocka_unit_test(what_is_quoted_may_be_there_whole), cmocka_unit_test(what_is_quoted_may_nearly_be_there),
        cmocka_unit_test(a_statement_may_be_two_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
