#include "../comparison/annotated_fixture.h"

#define LANTERN                                                                                  \
    "\"We gave all we had,\" said Ora Lind, the mayor. She warned that the bridge would fall.\n" \
    "The officials said the road was shut. The officials said the shops were open.\n"            \
    "The plan is said to have failed.\n"
#define MAIL "Ora Lind said rain would come. Lake engineers said the dam would hold for a hundred years.\n"

static void speak(struct fixture *fixture)
{
    struct px_article *a = &fixture->a;
    struct px_article *b = &fixture->b;
    add_entity(a, "Ora Lind", "ora lind", PX_ENTITY_PERSON)->role = PX_SLICE("mayor");
    mention(a, "Ora Lind", PX_MENTION_NAME);
    mention(a, "She", PX_MENTION_PRONOUN);
    add_entity(b, "Ora Lind", "ora lind", PX_ENTITY_PERSON);
    mention(b, "Ora Lind", PX_MENTION_NAME);
    struct px_attribution *said = attribute(a, "Ora Lind", "say", "We gave all we had", PX_ATTRIBUTION_DIRECT);
    said->entity = 0;
    said->actor = PX_ACTOR_STATE;
    struct px_attribution *warned = attribute(a, "She", "warn", "the bridge would fall", PX_ATTRIBUTION_INDIRECT);
    warned->entity = 0;
    warned->actor = PX_ACTOR_STATE;
    warned->tone = PX_TONE_CONFRONTATIONAL;
    attribute(a, "The officials", "say", "the road was shut", PX_ATTRIBUTION_INDIRECT)->anonymous = true;
    attribute(a, "The officials", "say", "the shops were open", PX_ATTRIBUTION_INDIRECT)->anonymous = true;
    attribute(a, "", "say", "have failed", PX_ATTRIBUTION_INDIRECT);
    attribute(b, "Ora Lind", "say", "rain would come", PX_ATTRIBUTION_INDIRECT)->entity = 0;
    attribute(b, "Lake engineers", "say", "the dam would hold for a hundred years", PX_ATTRIBUTION_INDIRECT);
}

static int set_up_speakers(void **state)
{
    set_up_texts(state, LANTERN, MAIL);
    speak(*state);
    compare_both(*state);
    return 0;
}

static const struct px_source *find_source(const struct px_comparison *comparison, const char *name)
{
    for (size_t i = 0; i < comparison->sourcing.sources.count; i++)
        if (px_slice_is(comparison->sourcing.sources.items[i].name, name))
            return &comparison->sourcing.sources.items[i];
    fail_msg("no source %s", name);
    return NULL;
}

/* Who only knows something in an article may have no words there, though he is not absent from it. */
static void test_what_somebody_knows_leaves_no_trace(void **state)
{
    for (int minded = 0; minded < 2; minded++) {
        set_up_texts(state, "Ora Lind said rain would come.\n", "Ora Lind knows that the dam is old.\n");
        struct fixture *fixture = *state;
        for (int i = 0; i < 2; i++) {
            struct px_article *article = i == 0 ? &fixture->a : &fixture->b;
            add_entity(article, "Ora Lind", "ora lind", PX_ENTITY_PERSON);
            mention(article, "Ora Lind", PX_MENTION_NAME);
        }
        attribute(&fixture->a, "Ora Lind", "say", "rain would come", PX_ATTRIBUTION_INDIRECT)->entity = 0;
        struct px_attribution *knows =
            attribute(&fixture->b, "Ora Lind", "know", "the dam is old", PX_ATTRIBUTION_INDIRECT);
        knows->entity = 0;
        knows->speech = knows->high_tier = false;
        knows->minded = minded == 1;
        compare_both(*state);
        const struct px_source *lind = find_source(&fixture->ab, "Ora Lind");
        assert_int_equal(lind->traces[1], 1 - minded);
        assert_false(lind->absent[1]);
        tear_down(state);
    }
}

/* "people close to him", or at what is his, are close to somebody whom a reader knows. */
static void test_a_description_names_whom_it_points_to(void **state)
{
    set_up_texts(state, "Ora Lind left. People close to him said rain fell. People at his quay said ice broke.\n",
                 "The harbour froze.\n");
    struct fixture *fixture = *state;
    add_entity(&fixture->a, "Ora Lind", "ora lind", PX_ENTITY_PERSON);
    mention(&fixture->a, "Ora Lind", PX_MENTION_NAME);
    mention(&fixture->a, "him", PX_MENTION_PRONOUN);
    mention(&fixture->a, "his", PX_MENTION_PRONOUN);
    attribute(&fixture->a, "People close to him", "say", "rain fell", PX_ATTRIBUTION_INDIRECT);
    attribute(&fixture->a, "People at his quay", "say", "ice broke", PX_ATTRIBUTION_INDIRECT);
    for (size_t i = 0; i < 2; i++)
        fixture->a.attributions.items[i].speaker_kind = PX_SPEAKER_GROUP;
    compare_both(fixture);
    assert_int_equal(fixture->ab.sourcing.sources.count, 2);
    assert_non_null(find_source(&fixture->ab, "people close to Ora Lind"));
    assert_non_null(find_source(&fixture->ab, "people at Ora Lind’s quay"));
    tear_down(state);
}

/* "angry campaigners" are not the article's other ones. */
static void test_some_of_a_group_are_not_the_group(void **state)
{
    set_up_texts(state, "Campaigners said rain fell. Angry campaigners said ice broke.\n", "The harbour froze.\n");
    struct fixture *fixture = *state;
    add_entity(&fixture->a, "Campaigners", "campaigners", PX_ENTITY_GROUP);
    mention(&fixture->a, "Campaigners", PX_MENTION_NAME);
    mention(&fixture->a, "Angry campaigners", PX_MENTION_NAME);
    attribute(&fixture->a, "Campaigners", "say", "rain fell", PX_ATTRIBUTION_INDIRECT)->entity = 0;
    attribute(&fixture->a, "Angry campaigners", "say", "ice broke", PX_ATTRIBUTION_INDIRECT)->entity = 0;
    for (size_t i = 0; i < 2; i++)
        fixture->a.attributions.items[i].speaker_kind = PX_SPEAKER_GROUP;
    compare_both(fixture);
    assert_int_equal(fixture->ab.sourcing.sources.count, 2);
    fixture->a.attributions.items[0].clausal = true; /* "Campaigners who left" */
    px_comparison_release(&fixture->ab);
    px_comparison_release(&fixture->ba);
    compare_both(fixture);
    assert_int_equal(fixture->ab.sourcing.sources.items[0].referent, PX_NONE);
    assert_int_equal(fixture->ab.sourcing.sources.items[1].referent, PX_NONE);
    tear_down(state);
}

/* "the department" tells nobody whose spokeswoman she is; a name does. */
static void test_a_role_at_a_body_without_a_name_is_cut(void **state)
{
    static const char *const ROLES[] = {"spokeswoman for the department", "spokeswoman for the Quay Office",
                                        "head of the dock"};
    static const char *const SHOWN[] = {"spokeswoman", "spokeswoman for the Quay Office", "head"};
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

static void test_merges_by_entity(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_source *lind = find_source(&fixture->ab, "Ora Lind");
    assert_int_equal(lind->statements[0], 2);
    assert_int_equal(lind->statements[1], 1);
    assert_int_equal(lind->words[0], 9);
    assert_int_equal(lind->direct_words[0], 5);
    assert_int_equal(lind->words[1], 3);
    assert_int_equal(lind->actor, PX_ACTOR_STATE);
    assert_true(px_slice_is(lind->role, "mayor"));
    assert_true(px_slice_is(lind->cues[0], "say 1, warn 1"));
    assert_int_equal(lind->tones[0][PX_TONE_CONFRONTATIONAL], 1);
    assert_int_equal(lind->uptakes[0][PX_UPTAKE_PLAIN], 2);
    assert_int_equal(lind->evidence[0].count, 2);
    assert_true(lind->first[0] < lind->first[1] + 1);
    assert_false(lind->anonymous);
}

/* What somebody denies are not his words; what another denies are. */
static void test_denials_give_no_words(void **state)
{
    struct fixture *fixture = *state;
    const struct px_article *articles[] = {&fixture->a, &fixture->b};
    struct px_comparison comparison;
    const struct px_compare_options options = {.seed = 7, .replicates = 200};
    struct px_error error = {0};
    struct px_attribution *warned = &fixture->a.attributions.items[1];
    for (int answered = 0; answered < 2; answered++) {
        warned->denied = true;
        fixture->a.attributions.items[2].replies_to = answered ? 1 : PX_NONE;
        assert_int_equal(px_compare(articles, 2, &options, &fixture->worker, &comparison, &error), PX_OK);
        assert_int_equal(find_source(&comparison, "Ora Lind")->words[0], answered ? 9 : 5);
        px_comparison_release(&comparison);
    }
}

static void test_groups_anonymous_by_text(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_source *officials = find_source(&fixture->ab, "officials");
    assert_int_equal(officials->statements[0], 2);
    assert_int_equal(officials->words[0], 8);
    assert_true(officials->anonymous);
    assert_true(isnan(officials->first[1]));
}

static void test_sorts_by_words(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_sourcing *sourcing = &fixture->ab.sourcing;
    assert_int_equal(sourcing->sources.count, 3);
    assert_true(px_slice_is(sourcing->sources.items[0].name, "Ora Lind"));
    assert_int_equal(sourcing->sources.items[0].rank[0], 1);
    assert_int_equal(sourcing->sources.items[0].rank[1], 2); /* the engineers are given more words there */
    assert_int_equal(find_source(&fixture->ab, "Lake engineers")->rank[0], 0);
    assert_true(px_slice_is(sourcing->sources.items[1].name, "Lake engineers") ||
                px_slice_is(sourcing->sources.items[1].name, "officials"));
}

static void test_balances(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_sourcing *sourcing = &fixture->ab.sourcing;
    assert_true(fabs(sourcing->state_share[0].value - 9.0 / 17) < 1e-12);
    assert_true(fabs(sourcing->anonymous_share[0].value - 8.0 / 17) < 1e-12);
    assert_true(fabs(sourcing->unsourced_share[0].value - 1.0 / 5) < 1e-12);
    assert_true(fabs(find_indicator(&fixture->ab, "sourcing.named_share")->values[0].value - 9.0 / 17) < 1e-12);
    assert_int_equal(find_indicator(&fixture->ab, "sourcing.institution_share")->values[0].count, 0);
    assert_true(fabs(sourcing->diversity[0].value - 1) < 1e-12); /* two speakers, two statements each */
    assert_true(sourcing->diversity[0].low <= 1 && sourcing->diversity[0].high >= 1);
}

/* How evenly statements are spread is told from five in each article on. */
static void test_evenness_needs_five_statements(void **state)
{
    static const char *const said[] = {"rain one", "rain two", "rain three", "rain four", "rain five"};
    struct fixture *fixture;
    (void)state;
    for (size_t count = 4; count <= 5; count++) {
        size_t found = 0;
        set_up_texts((void **)&fixture,
                     "Ora said rain one, rain two, rain three. Bel said rain four, rain five. It is wet.\n",
                     "Ora said rain one, rain two, rain three. Bel said rain four, rain five. It is cold.\n");
        for (size_t a = 0; a < 2; a++) {
            struct px_article *article = a == 0 ? &fixture->a : &fixture->b;
            add_entity(article, "Ora", "ora", PX_ENTITY_PERSON);
            mention(article, "Ora", PX_MENTION_NAME);
            add_entity(article, "Bel", "bel", PX_ENTITY_PERSON);
            mention(article, "Bel", PX_MENTION_NAME);
            for (size_t i = 0; i < (a == 0 ? 5 : count); i++)
                attribute(article, i < 3 ? "Ora" : "Bel", "say", said[i], PX_ATTRIBUTION_INDIRECT)->entity = i >= 3;
        }
        compare_both(fixture);
        for (size_t i = 0; i < fixture->ab.indicators.count; i++)
            found += px_slice_is(fixture->ab.indicators.items[i].name, "sourcing.diversity");
        assert_int_equal(found, count == 5);
        tear_down((void **)&fixture);
    }
}

/* "The manager" is the one manager who would not be named; who is withheld once is withheld. */
static void test_one_nameless_by_all_his_words(void **state)
{
    struct fixture *fixture;
    (void)state;
    set_up_texts((void **)&fixture, "A harbour manager said rain one. The manager said rain two.\n", "It is wet.\n");
    attribute(&fixture->a, "A harbour manager", "say", "rain one", PX_ATTRIBUTION_INDIRECT)->anonymous = true;
    attribute(&fixture->a, "The manager", "say", "rain two", PX_ATTRIBUTION_INDIRECT);
    compare_both(fixture);
    assert_int_equal(fixture->ab.sourcing.sources.count, 1);
    assert_true(px_slice_is(fixture->ab.sourcing.sources.items[0].name, "harbour manager"));
    assert_int_equal(fixture->ab.sourcing.sources.items[0].statements[0], 2);
    assert_true(fixture->ab.sourcing.sources.items[0].anonymous);
    tear_down((void **)&fixture);
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

/* A role alone may be anybody's; the body in it tells whom somebody speaks for, or a title, unless that is past. */
static void test_knows_whom_somebody_speaks_for_by_a_body(void **state)
{
    static const struct {
        const char *role, *body;
        uint8_t of, actor;
        bool sure;
    } roles[] = {
        {"director of the Harbour Union", "Harbour Union", PX_ACTOR_CIVIL_SOCIETY, PX_ACTOR_CIVIL_SOCIETY, true},
        {"director of Clean Quays", "Clean Quays", PX_ACTOR_OTHER, PX_ACTOR_CIVIL_SOCIETY, true},
        {"director of Quaywatch", "Quaywatch", PX_ACTOR_OTHER, PX_ACTOR_CIVIL_SOCIETY, false},
        {"director of Port Metals", "Port Metals", PX_ACTOR_BUSINESS, PX_ACTOR_CIVIL_SOCIETY, false},
        {"analyst at the Port Institute", "Port Institute", PX_ACTOR_EXPERT, PX_ACTOR_EXPERT, true},
        {"lawyer of Clean Quays", "Clean Quays", PX_ACTOR_OTHER, PX_ACTOR_EXPERT, false},
        {"Judge", "Quay Court", PX_ACTOR_OTHER, PX_ACTOR_COURT, true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        struct fixture *fixture;
        char text[200];
        snprintf(text, sizeof text, "Lind, %s, said rain one. %s met.\n", roles[i].role, roles[i].body);
        set_up_texts((void **)&fixture, text, "It rained.\n");
        struct px_article *a = &fixture->a;
        struct px_entity *lind = add_entity(a, "Lind", "lind", PX_ENTITY_PERSON);
        lind->role = px_slice_span(a->text, find_text(a, roles[i].role, 0));
        lind->title = roles[i].actor == PX_ACTOR_COURT ? lind->role : lind->title;
        lind->actor = roles[i].actor;
        mention(a, "Lind", PX_MENTION_NAME);
        add_entity(a, roles[i].body, roles[i].body, PX_ENTITY_ORGANISATION)->actor = roles[i].of;
        mention(a, roles[i].body, PX_MENTION_NAME);
        attribute(a, "Lind", "say", "rain one", PX_ATTRIBUTION_DIRECT)->entity = 0;
        a->attributions.items[0].actor = roles[i].actor;
        compare_both(fixture);
        if (find_source(&fixture->ab, "Lind")->known_part != roles[i].sure)
            fail_msg("%s", roles[i].role);
        tear_down((void **)&fixture);
    }
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

static void test_swapping_swaps(void **state)
{
    const struct fixture *fixture = *state;
    for (size_t i = 0; i < fixture->ab.sourcing.sources.count; i++) {
        const struct px_source *x = &fixture->ab.sourcing.sources.items[i];
        const struct px_source *y = &fixture->ba.sourcing.sources.items[i];
        assert_true(px_slice_equal(x->name, y->name));
        assert_int_equal(x->words[0], y->words[1]);
        assert_same(x->first[0], y->first[1]);
    }
    assert_same(fixture->ab.sourcing.diversity[0].low, fixture->ba.sourcing.diversity[1].low);
}

static double share_of(const struct px_comparison *comparison, const char *name, size_t article, uint32_t *count)
{
    const struct px_indicator *indicator = find_indicator(comparison, name);
    *count = indicator->values[article].count;
    return indicator->values[article].value;
}

/* The sides are the user's; "Ora" alone is no name of Ora Lind's side. */
static void test_sides(void **state)
{
    struct fixture *fixture = *state;
    const struct px_article *articles[] = {&fixture->a, &fixture->b};
    struct px_comparison comparison;
    struct px_lexicon sides;
    struct px_error error = {0};
    uint32_t count;
    assert_int_equal(px_lexicon_read(PX_SLICE("entry\tcategory\nOra Lind\tmayors\nengineers\tlake\nofficial\tlake\n"),
                                     "sides.tsv", &sides, &error),
                     PX_OK);
    struct px_compare_options options = {.seed = 7, .replicates = 200, .sides = &sides};
    assert_int_equal(px_compare(articles, 2, &options, &fixture->worker, &comparison, &error), PX_OK);
    assert_true(fabs(share_of(&comparison, "sourcing.side.mayors_share", 0, &count) - 1) < 1e-12);
    assert_int_equal(count, 9);
    assert_true(fabs(share_of(&comparison, "sourcing.side.lake_share", 1, &count) - 8. / 11) < 1e-12);
    assert_int_equal(count, 8);
    px_comparison_release(&comparison);
    px_lexicon_release(&sides);
}

/* "Asked about it, she said": a statement without a speaker beside one that has one is not without a source. */
static void test_a_speaker_beside(void **state)
{
    struct fixture *fixture = *state;
    uint32_t count;
    size_t last = fixture->a.attributions.count - 1;
    assert_int_equal(fixture->a.attributions.items[last].speaker.count, 0);
    assert_true(share_of(&fixture->ab, "sourcing.unsourced_share", 0, &count) > 0);
    fixture->a.attributions.items[last].sentence = fixture->a.attributions.items[last - 1].sentence;
    px_comparison_release(&fixture->ab);
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    assert_true(share_of(&fixture->ab, "sourcing.unsourced_share", 0, &count) < 1e-12);
}

/* An attitude or a deed that a model took for a statement is in the article's list, and is none of its speaker's. */
static void test_a_deed_is_no_statement(void **state)
{
    struct fixture *fixture = *state;
    for (size_t i = 0; i < fixture->a.attributions.count; i++)
        fixture->a.attributions.items[i].speech = fixture->a.attributions.items[i].type != PX_ATTRIBUTION_INDIRECT;
    px_comparison_release(&fixture->ab);
    compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
    assert_int_equal(find_source(&fixture->ab, "Ora Lind")->statements[0], 1);
    for (size_t i = 0; i < fixture->ab.sourcing.sources.count; i++)
        assert_false(px_slice_is(fixture->ab.sourcing.sources.items[i].name, "officials"));
}

static int set_up_offices(void **state)
{
    set_up_texts(state, "Ora Lind said the road was shut.\nHe said the shops were open.\nThe heir said no.\n",
                 "Ora Lind said rain would come.\n");
    struct fixture *fixture = *state;
    struct px_article *articles[] = {&fixture->a, &fixture->b};
    for (size_t i = 0; i < 2; i++) {
        struct px_entity *entity = add_entity(articles[i], "Ora Lind", "ora lind", PX_ENTITY_PERSON);
        entity->role = i == 0 ? PX_SLICE("former mayor") : PX_SLICE("Mayor");
        entity->former = i == 0;
        entity->actor = i == 0 ? PX_ACTOR_OTHER : PX_ACTOR_STATE;
        mention(articles[i], "Ora Lind", PX_MENTION_NAME);
        struct px_attribution *said = attribute(
            articles[i], "Ora Lind", "say", i == 0 ? "the road was shut" : "rain would come", PX_ATTRIBUTION_INDIRECT);
        said->entity = 0;
        said->actor = entity->actor;
    }
    attribute(&fixture->a, "He", "say", "the shops were open", PX_ATTRIBUTION_INDIRECT);
    attribute(&fixture->a, "The heir", "say", "no", PX_ATTRIBUTION_INDIRECT);
    compare_both(fixture);
    return 0;
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

static void test_unclear_and_described(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_source *heir = find_source(&fixture->ab, "heir");
    assert_int_equal(fixture->ab.sourcing.sources.count, 2);
    assert_int_equal(fixture->ab.sourcing.unclear.statements[0], 1);
    assert_int_equal(fixture->ab.sourcing.unclear.words[0], 4);
    assert_int_equal(fixture->ab.sourcing.unclear.statements[1], 0);
    assert_true(heir->described);
    /* of the words that all have, the pronoun's among them */
    assert_true(fabs(find_indicator(&fixture->ab, "sourcing.named_share")->values[0].value - 4. / 9) < 1e-12);
    assert_false(heir->absent[1]);
    assert_int_equal(fixture->ab.sourcing.diversity[0].count, 1);
    for (size_t i = 0; i < fixture->ab.indicators.count; i++) /* of one statement nobody can tell */
        assert_false(px_slice_is(fixture->ab.indicators.items[i].name, "sourcing.diversity"));
}

/* One document by whatever words, one source that is called more at first; two reports stay two. */
static int set_up_phrases(void **state)
{
    static const char *const first[] = {"The 24-page charge sheet", "One harbour source", "The source",
                                        "The council report", "The mayor report"};
    static const char *const second[] = {"The sheet", "The source", "The report"};
    set_up_texts(
        state,
        "The 24-page charge sheet said rain one. One harbour source said rain two. The source said rain three. "
        "The council report said rain four. The mayor report said rain five.\n",
        "The sheet said snow one. The source said snow two. The report said snow three.\n");
    struct fixture *fixture = *state;
    static const char *const rain[] = {"rain one", "rain two", "rain three", "rain four", "rain five"};
    static const char *const snow[] = {"snow one", "snow two", "snow three"};
    for (size_t i = 0; i < 5; i++) {
        struct px_attribution *said = attribute(&fixture->a, first[i], "say", rain[i], PX_ATTRIBUTION_INDIRECT);
        bool source = i == 1 || i == 2;
        said->speaker_kind = source ? PX_SPEAKER_PERSON : PX_SPEAKER_DOCUMENT;
        said->anonymous = source;
    }
    for (size_t i = 0; i < 3; i++) {
        struct px_attribution *said = attribute(&fixture->b, second[i], "say", snow[i], PX_ATTRIBUTION_INDIRECT);
        said->speaker_kind = i == 1 ? PX_SPEAKER_PERSON : PX_SPEAKER_DOCUMENT;
        said->anonymous = i == 1;
    }
    compare_both(fixture);
    return 0;
}

static void test_one_document_by_all_its_words(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_sourcing *sourcing = &fixture->ab.sourcing;
    uint32_t alone = 0;
    for (size_t i = 0; i < sourcing->sources.count; i++)
        alone += sourcing->sources.items[i].statements[0] + sourcing->sources.items[i].statements[1] == 1;
    assert_int_equal(find_source(&fixture->ab, "24-page charge sheet")->statements[0], 1);
    assert_int_equal(find_source(&fixture->ab, "24-page charge sheet")->statements[1], 1);
    assert_int_equal(find_source(&fixture->ab, "source")->statements[1], 1); /* another article's may be another */
    assert_int_equal(find_source(&fixture->ab, "report")->statements[1], 1);
    assert_int_equal(find_source(&fixture->ab, "council report")->statements[0], 1);
    assert_int_equal(alone, sourcing->sources.count - 1 -
                                (find_source(&fixture->ab, "one harbour source")->statements[0] == 2));
}

/* Who holds an office with somebody acts for whom he does. */
static void test_staff_acts_for_whom_it_serves(void **state)
{
    struct fixture *fixture;
    (void)state;
    set_up_texts((void **)&fixture, "Lind ’s chief of staff , Brell , said rain one.\n", "It is wet.\n");
    add_entity(&fixture->a, "Lind", "lind", PX_ENTITY_PERSON)->actor = PX_ACTOR_PARTY;
    mention(&fixture->a, "Lind", PX_MENTION_NAME);
    struct px_entity *brell = add_entity(&fixture->a, "Brell", "brell", PX_ENTITY_PERSON);
    mention(&fixture->a, "Brell", PX_MENTION_NAME);
    brell->actor = PX_ACTOR_STATE;
    brell->role = px_slice_span(fixture->a.text, find_text(&fixture->a, "Lind ’s chief of staff", 0));
    attribute(&fixture->a, "Brell", "say", "rain one", PX_ATTRIBUTION_INDIRECT)->entity = 1;
    compare_both(fixture);
    assert_int_equal(find_source(&fixture->ab, "Brell")->actor, PX_ACTOR_PARTY);
    tear_down((void **)&fixture);
}

/* A headline gives short what somebody says below; of whom it alone has words it has a statement. */
static void test_a_headline_is_no_further_statement(void **state)
{
    struct fixture *fixture;
    (void)state;
    set_up_texts((void **)&fixture, "Lind: rain one\nBrell: rain two\nLind said rain three.\n", "It is wet.\n");
    fixture->a.blocks.items[0].role = fixture->a.blocks.items[1].role = PX_ROLE_TITLE;
    static const char *const names[] = {"Lind", "Brell"}, *const said[] = {"rain one", "rain two", "rain three"};
    for (size_t i = 0; i < 2; i++) {
        add_entity(&fixture->a, names[i], names[i], PX_ENTITY_PERSON);
        mention(&fixture->a, names[i], PX_MENTION_NAME);
    }
    for (uint32_t i = 0; i < 3; i++)
        attribute(&fixture->a, names[i % 2], "say", said[i], PX_ATTRIBUTION_INDIRECT)->entity = i % 2;
    compare_both(fixture);
    assert_int_equal(find_source(&fixture->ab, "Lind")->statements[0], 1);
    assert_int_equal(find_source(&fixture->ab, "Lind")->words[0], 2);
    assert_int_equal(find_source(&fixture->ab, "Brell")->statements[0], 1);
    assert_true(px_sourcing_repeats(&fixture->ab.sourcing, fixture->ab.articles, 0, 0));
    assert_false(px_sourcing_repeats(&fixture->ab.sourcing, fixture->ab.articles, 0, 1));
    assert_false(px_sourcing_repeats(&fixture->ab.sourcing, fixture->ab.articles, 0, 2));
    tear_down((void **)&fixture);
}

/* "That memo" is the one that was told of before, by all its words. */
static void test_a_document_is_pointed_at(void **state)
{
    struct fixture *fixture;
    (void)state;
    set_up_texts((void **)&fixture, "It rests on a June harbour memo. That memo said rain one.\n", "It is wet.\n");
    attribute(&fixture->a, "That memo", "say", "rain one", PX_ATTRIBUTION_INDIRECT)->speaker_kind = PX_SPEAKER_DOCUMENT;
    compare_both(fixture);
    assert_int_equal(find_source(&fixture->ab, "June harbour memo")->statements[0], 1);
    tear_down((void **)&fixture);
}

/* A newspaper is no letter, nor an institution beside others that are media; what a pronoun says is somebody's has the owner's name, and is nobody's where none is told. */
static void assert_tells_whose_a_source_is(uint8_t kind)
{
    struct fixture *fixture;
    set_up_texts(
        (void **)&fixture,
        "The Harbour Post said rain one. Ora Lind left. Her office said rain two. His lawyer said rain three.\n",
        "It is wet.\n");
    add_entity(&fixture->a, "Harbour Post", "harbour post", PX_ENTITY_OTHER);
    mention(&fixture->a, "Harbour Post", PX_MENTION_NAME);
    add_entity(&fixture->a, "Ora Lind", "ora lind", PX_ENTITY_PERSON);
    mention(&fixture->a, "Ora Lind", PX_MENTION_NAME);
    mention(&fixture->a, "Her", PX_MENTION_PRONOUN);
    struct px_attribution *post = attribute(&fixture->a, "Harbour Post", "say", "rain one", PX_ATTRIBUTION_INDIRECT);
    post->entity = 0;
    post->speaker_kind = kind;
    post->actor = PX_ACTOR_MEDIA;
    attribute(&fixture->a, "Her office", "say", "rain two", PX_ATTRIBUTION_INDIRECT)->speaker_kind =
        PX_SPEAKER_INSTITUTION;
    attribute(&fixture->a, "His lawyer", "say", "rain three", PX_ATTRIBUTION_INDIRECT);
    compare_both(fixture);
    assert_int_equal(find_source(&fixture->ab, "Harbour Post")->kind, PX_SPEAKER_MEDIA);
    assert_int_equal(find_source(&fixture->ab, "Ora Lind’s office")->statements[0], 1);
    assert_int_equal(fixture->ab.sourcing.unclear.statements[0], 1);
    tear_down((void **)&fixture);
}

/* A medium that an article cites may be the outlet of another. */
static void test_a_medium_may_be_an_outlet(void **state)
{
    struct fixture *fixture;
    set_up_texts(state, "The Morning Mail said rain one. The Harbour Post said rain two.\n", "It is wet.\n");
    fixture = *state;
    attribute(&fixture->a, "Morning Mail", "say", "rain one", PX_ATTRIBUTION_INDIRECT)->speaker_kind = PX_SPEAKER_MEDIA;
    attribute(&fixture->a, "Harbour Post", "say", "rain two", PX_ATTRIBUTION_INDIRECT)->speaker_kind = PX_SPEAKER_MEDIA;
    compare_both(fixture);
    assert_true(find_source(&fixture->ab, "Morning Mail")->outlet[1]);
    assert_true(find_source(&fixture->ba, "Morning Mail")->outlet[0]);
    assert_false(find_source(&fixture->ab, "Morning Mail")->outlet[0]);
    assert_false(find_source(&fixture->ab, "Harbour Post")->outlet[1]);
    tear_down(state);
}

static void test_tells_whose_a_source_is(void **state)
{
    (void)state;
    assert_tells_whose_a_source_is(PX_SPEAKER_DOCUMENT);
    assert_tells_whose_a_source_is(PX_SPEAKER_INSTITUTION);
}

/* "The aide" goes on with what the one spokesman said. */
static void test_one_spokesman_by_two_nouns(void **state)
{
    struct fixture *fixture;
    (void)state;
    set_up_texts((void **)&fixture, "A harbour spokesperson said rain one. The aide said rain two.\n", "It is wet.\n");
    attribute(&fixture->a, "A harbour spokesperson", "say", "rain one", PX_ATTRIBUTION_INDIRECT);
    attribute(&fixture->a, "The aide", "say", "rain two", PX_ATTRIBUTION_INDIRECT)->anonymous = true;
    compare_both(fixture);
    assert_int_equal(find_source(&fixture->ab, "harbour spokesperson")->statements[0], 2);
    tear_down((void **)&fixture);
}

/* A noun is large only where its sentence begins. */
static void test_nouns_are_small(void **state)
{
    struct fixture *fixture;
    (void)state;
    set_up_texts((void **)&fixture, "Critics said rain one. Republicans said rain two.\n", "It is wet.\n");
    attribute(&fixture->a, "Critics", "say", "rain one", PX_ATTRIBUTION_INDIRECT);
    attribute(&fixture->a, "Republicans", "say", "rain two", PX_ATTRIBUTION_INDIRECT);
    compare_both(fixture);
    assert_int_equal(find_source(&fixture->ab, "critics")->statements[0], 1);
    assert_int_equal(find_source(&fixture->ab, "Republicans")->statements[0], 1);
    tear_down((void **)&fixture);
}

static void test_nobody_speaks(void **state)
{
    const struct fixture *fixture = *state;
    assert_int_equal(fixture->ab.sourcing.sources.count, 0);
    assert_true(isnan(fixture->ab.sourcing.diversity[0].value));
    assert_true(isnan(fixture->ab.sourcing.state_share[1].value));
}

static int set_up_silence(void **state)
{
    set_up_texts(state, "The road is long.\n", "The road is wet.\n");
    compare_both(*state);
    return 0;
}

static int set_up_past(void **state)
{
    set_up_texts(
        state,
        "Gov. Ora Lind, a former judge, said no. Former Secretary of State Ben Hask said yes. Uta Brell, a "
        "former aide to President Orrin, said maybe. Una Tarn, mayor of Kestria from 2000 to 2006, said never. "
        "Eva Oss, president of the club from 2000 to 2006, said often. Ada Quay, president of Arts Orle, said "
        "rarely.\n",
        "Nothing was said.\n");
    struct fixture *fixture = *state;
    struct px_article *a = &fixture->a;
    static const char *const names[] = {"Ora Lind", "Ben Hask", "Uta Brell", "Una Tarn", "Eva Oss", "Ada Quay"};
    static const char *const keys[] = {"ora lind", "ben hask", "uta brell", "una tarn", "eva oss", "ada quay"};
    static const char *const said[] = {"no", "yes", "maybe", "never", "often", "rarely"};
    static const char *const roles[] = {"former judge",
                                        "Former Secretary of State",
                                        "former aide to President Orrin",
                                        "mayor of Kestria from 2000 to 2006",
                                        "president of the club from 2000 to 2006",
                                        "president of Arts"};
    for (size_t i = 0; i < 6; i++) {
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
    add_entity(a, "Orle", "orle", PX_ENTITY_PLACE);
    mention(a, "Orle", PX_MENTION_NAME);
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
    assert_int_equal(find_source(&fixture->ab, "Eva Oss")->actor, PX_ACTOR_OTHER);  /* of a club */
    assert_int_equal(find_source(&fixture->ab, "Ada Quay")->actor, PX_ACTOR_OTHER); /* the place is no part of it */
}

/* One of several is called so: "the officials" are not he. */
static void test_one_of_several_stays_one(void **state)
{
    struct fixture *fixture;
    struct px_error error = {0};
    (void)state;
    set_up_texts((void **)&fixture, "One of the harbour officials said no. One harbour mason said yes.\n",
                 "Nothing was said.\n");
    struct px_article *a = &fixture->a;
    attribute(a, "One of the harbour officials", "say", "no", PX_ATTRIBUTION_INDIRECT);
    attribute(a, "One harbour mason", "say", "yes", PX_ATTRIBUTION_INDIRECT);
    assert_int_equal(
        PX_OK, px_matcher_find(fixture->worker.cache, a->text, &a->tokens, &a->sentences, &a->arena, &a->hits, &error));
    for (size_t i = 0; i < 2; i++)
        a->attributions.items[i].speaker_kind = PX_SPEAKER_PERSON;
    compare_both(fixture);
    assert_non_null(find_source(&fixture->ab, "one of the harbour officials"));
    assert_non_null(find_source(&fixture->ab, "one harbour mason"));
    tear_down((void **)&fixture);
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

static int set_up_absent(void **state)
{
    set_up_texts(state,
                 "Two officials said no. The lawsuit claims so. The Harbour League said yes. Critics groaned aloud.\n",
                 "An official slept. The Harbour League has a lawsuit.\n");
    struct fixture *fixture = *state;
    struct px_article *articles[] = {&fixture->a, &fixture->b};
    for (size_t i = 0; i < 2; i++) {
        add_entity(articles[i], "Harbour League", "harbour league", PX_ENTITY_ORGANISATION);
        mention(articles[i], "Harbour League", PX_MENTION_NAME);
    }
    attribute(&fixture->a, "Two officials", "say", "no", PX_ATTRIBUTION_INDIRECT)->anonymous = true;
    attribute(&fixture->a, "The lawsuit", "claim", "so", PX_ATTRIBUTION_INDIRECT)->speaker_kind = PX_SPEAKER_DOCUMENT;
    struct px_attribution *league = attribute(&fixture->a, "The Harbour League", "say", "yes", PX_ATTRIBUTION_INDIRECT);
    league->entity = 0;
    league->speaker_kind = PX_SPEAKER_INSTITUTION;
    attribute(&fixture->a, "Critics", "groan", "aloud", PX_ATTRIBUTION_INDIRECT)->anonymous = true;
    compare_both(fixture);
    return 0;
}

/* Absent is who is neither heard nor named, and by whose noun nobody is called. */
static void test_absence_needs_ground(void **state)
{
    const struct fixture *fixture = *state;
    assert_false(find_source(&fixture->ab, "two officials")->absent[1]);
    assert_false(find_source(&fixture->ab, "lawsuit")->absent[1]);
    assert_false(find_source(&fixture->ab, "Harbour League")->absent[1]);
    assert_true(find_source(&fixture->ab, "critics")->absent[1]);
}

/* Nor is absent who is called by a name that speaks there, or whose words are quoted there. */
static void test_echoes_are_heard(void **state)
{
    struct fixture *fixture;
    (void)state;
    set_up_texts(
        (void **)&fixture,
        "Pellard scholars said no. \"We will not see the poor go cold\", Ora Lind said. Ben Hask said maybe.\n",
        "The letter by the faculty at Pellard reads: \"We will not see the poor go cold\".\n");
    static const char *const names[] = {"Ora Lind", "Ben Hask"}, *const keys[] = {"ora lind", "ben hask"};
    static const char *const said[] = {"We will not see the poor go cold", "maybe"};
    attribute(&fixture->a, "Pellard scholars", "say", "no", PX_ATTRIBUTION_INDIRECT)->speaker_kind = PX_SPEAKER_GROUP;
    for (uint32_t i = 0; i < 2; i++) {
        add_entity(&fixture->a, names[i], keys[i], PX_ENTITY_PERSON);
        mention(&fixture->a, names[i], PX_MENTION_NAME);
        attribute(&fixture->a, names[i], "say", said[i], i == 0 ? PX_ATTRIBUTION_DIRECT : PX_ATTRIBUTION_INDIRECT)
            ->entity = i;
    }
    attribute(&fixture->b, "The letter by the faculty at Pellard", "read", said[0], PX_ATTRIBUTION_DIRECT)
        ->speaker_kind = PX_SPEAKER_DOCUMENT;
    compare_both(fixture);
    assert_false(find_source(&fixture->ab, "Pellard scholars")->absent[1]);
    assert_false(find_source(&fixture->ab, "Ora Lind")->absent[1]);
    assert_true(find_source(&fixture->ab, "Ben Hask")->absent[1]);
    tear_down((void **)&fixture);
}

/* Nor is absent by name who may be heard there by his role alone. */
static void test_who_is_called_by_his_role_may_speak(void **state)
{
    static const char *const callings[] = {"Lind's lawyer", "Brell's lawyer", "A lawyer"};
    (void)state;
    for (int i = 0; i < 3; i++) {
        struct fixture *fixture;
        char text[80];
        snprintf(text, sizeof text, "%s said no.\n", callings[i]);
        set_up_texts((void **)&fixture, "Ben Hask said maybe.\n", text);
        add_entity(&fixture->a, "Ben Hask", "ben hask", PX_ENTITY_PERSON)->role = PX_SLICE("Ora Lind's lawyer");
        mention(&fixture->a, "Ben Hask", PX_MENTION_NAME);
        attribute(&fixture->a, "Ben Hask", "say", "maybe", PX_ATTRIBUTION_INDIRECT)->entity = 0;
        attribute(&fixture->b, callings[i], "say", "no", PX_ATTRIBUTION_INDIRECT);
        compare_both(fixture);
        if (find_source(&fixture->ab, "Ben Hask")->absent[1] != (i > 0))
            fail_msg("%s", callings[i]);
        tear_down((void **)&fixture);
    }
}

/* A body stands in the table by a form of the article in which it speaks; where two that call it otherwise hear it, by the
 * fuller one. */
static void test_a_body_has_the_name_of_its_article(void **state)
{
    (void)state;
    for (int both = 0; both < 2; both++) {
        struct fixture *fixture;
        set_up_texts((void **)&fixture, "Halden said maybe.\n",
                     "Halden Rail Inc. said no. Halden Rail Inc. is late.\n");
        add_entity(&fixture->a, "Halden", "halden rail", PX_ENTITY_ORGANISATION);
        mention(&fixture->a, "Halden", PX_MENTION_NAME);
        add_entity(&fixture->b, "Halden Rail Inc.", "halden rail", PX_ENTITY_ORGANISATION);
        mention(&fixture->b, "Halden Rail Inc.", PX_MENTION_NAME);
        mention(&fixture->b, "Halden Rail Inc.", PX_MENTION_NAME);
        attribute(&fixture->a, "Halden", "say", "maybe", PX_ATTRIBUTION_INDIRECT)->entity = 0;
        if (both == 1)
            attribute(&fixture->b, "Halden Rail Inc.", "say", "no", PX_ATTRIBUTION_INDIRECT)->entity = 0;
        compare_both(fixture);
        assert_int_equal(find_source(&fixture->ab, both == 1 ? "Halden Rail Inc." : "Halden")->statements[0], 1);
        tear_down((void **)&fixture);
    }
}

/* Nor is a body's officer absent where the body speaks itself; who but works for it is, and whose own words are quoted. */
static void test_officers_are_of_their_body(void **state)
{
    static const struct {
        const char *role;
        uint8_t actor, type;
        bool absent;
    } cases[] = {{"Halden Rail chairman", PX_ACTOR_BUSINESS, PX_ATTRIBUTION_INDIRECT, false},
                 {"Halden Rail spokesman", PX_ACTOR_OTHER, PX_ATTRIBUTION_INDIRECT, false},
                 {"Halden Railways chairman", PX_ACTOR_BUSINESS, PX_ATTRIBUTION_INDIRECT, true},
                 {"Halden Rail worker", PX_ACTOR_CITIZEN, PX_ATTRIBUTION_INDIRECT, true},
                 {"Halden Rail chairman", PX_ACTOR_BUSINESS, PX_ATTRIBUTION_DIRECT, true}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture *fixture;
        set_up_texts((void **)&fixture, "Ora Lind said maybe.\n", "Halden Rail said no.\n");
        struct px_entity *lind = add_entity(&fixture->a, "Ora Lind", "ora lind", PX_ENTITY_PERSON);
        lind->role = px_slice_from(cases[i].role);
        lind->actor = cases[i].actor;
        mention(&fixture->a, "Ora Lind", PX_MENTION_NAME);
        struct px_attribution *it = attribute(&fixture->a, "Ora Lind", "say", "maybe", cases[i].type);
        it->entity = 0;
        it->actor = cases[i].actor;
        it->speaker_kind = PX_SPEAKER_PERSON;
        add_entity(&fixture->b, "Halden Rail", "halden rail", PX_ENTITY_ORGANISATION);
        mention(&fixture->b, "Halden Rail", PX_MENTION_NAME);
        it = attribute(&fixture->b, "Halden Rail", "say", "no", PX_ATTRIBUTION_INDIRECT);
        it->entity = 0;
        it->speaker_kind = PX_SPEAKER_INSTITUTION;
        compare_both(fixture);
        if (find_source(&fixture->ab, "Ora Lind")->absent[1] != cases[i].absent)
            fail_msg("%s", cases[i].role);
        tear_down((void **)&fixture);
    }
}

/* "Its Foreign Ministry", whosever, is no row and no institution; who speaks along is told of. */
static void test_unowned_bodies_are_unclear(void **state)
{
    struct fixture *fixture;
    (void)state;
    set_up_texts((void **)&fixture, "Its Foreign Ministry said rain one. Ora Lind and Ben Hask said rain two.\n",
                 "It is wet.\n");
    add_entity(&fixture->a, "Foreign Ministry", "foreign ministry", PX_ENTITY_ORGANISATION)->organ = true;
    mention(&fixture->a, "Foreign Ministry", PX_MENTION_NAME);
    add_entity(&fixture->a, "Ora Lind", "ora lind", PX_ENTITY_PERSON);
    mention(&fixture->a, "Ora Lind", PX_MENTION_NAME);
    add_entity(&fixture->a, "Ben Hask", "ben hask", PX_ENTITY_PERSON);
    mention(&fixture->a, "Ben Hask", PX_MENTION_NAME);
    struct px_attribution *it =
        attribute(&fixture->a, "Its Foreign Ministry", "say", "rain one", PX_ATTRIBUTION_INDIRECT);
    it->entity = 0;
    it->speaker_kind = PX_SPEAKER_INSTITUTION;
    it = attribute(&fixture->a, "Ora Lind and Ben Hask", "say", "rain two", PX_ATTRIBUTION_INDIRECT);
    it->entity = 1;
    it->also[it->also_count++] = 2;
    compare_both(fixture);
    const struct px_comparison *ab = &fixture->ab;
    assert_int_equal(ab->sourcing.unclear.statements[0], 1);
    assert_int_equal(ab->sourcing.sources.count, 2);
    for (size_t i = 0; i < ab->indicators.count; i++)
        if (px_slice_is(ab->indicators.items[i].name, "sourcing.institution_share"))
            assert_true(ab->indicators.items[i].values[0].value == 0 && ab->indicators.items[i].unlisted);
    assert_true(px_slice_is(ab->referents.items[px_comparison_said_by(ab, 0, 1, 0)].name, "Ora Lind"));
    assert_true(px_slice_is(ab->referents.items[px_comparison_said_by(ab, 0, 1, 1)].name, "Ben Hask"));
    assert_int_equal(px_comparison_said_by(ab, 0, 1, 2), PX_NONE);
    tear_down((void **)&fixture);
}

/* A body is called as an article writes it, not as its owner's name was added elsewhere. */
static void test_written_names_stand_first(void **state)
{
    struct fixture *fixture;
    (void)state;
    set_up_texts((void **)&fixture, "Its Foreign Ministry said rain one.\n",
                 "Varn's Foreign Ministry said rain two.\n");
    static const char *const names[] = {"Foreign Ministry (Varn)", "Varn's Foreign Ministry"};
    struct px_article *both[] = {&fixture->a, &fixture->b};
    for (size_t i = 0; i < 2; i++) {
        add_entity(both[i], names[i], "varn foreign ministry", PX_ENTITY_ORGANISATION)->organ = true;
        mention(both[i], "Foreign Ministry", PX_MENTION_NAME);
        attribute(both[i], "Foreign Ministry", "say", i == 0 ? "rain one" : "rain two", PX_ATTRIBUTION_INDIRECT)
            ->entity = 0;
    }
    compare_both(fixture);
    const struct px_source *ministry = find_source(&fixture->ab, "Varn's Foreign Ministry");
    assert_true(ministry->statements[0] == 1 && ministry->statements[1] == 1);
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

/* One of several is not all of them, and what the article doubts is no fact. */
static void test_keeps_what_limits_a_source(void **state)
{
    (void)state;
    struct fixture *fixture = NULL;
    set_up_texts((void **)&fixture,
                 "One of the officials said rain one. An alleged poll said rain two. Officials said rain three.\n",
                 "The poll said snow one. More than a dozen miners said snow two. Some other miners said snow three. "
                 "Another cook "
                 "said snow four. Other Brenmarkers said snow five.\n");
    attribute(&fixture->a, "One of the officials", "say", "rain one", PX_ATTRIBUTION_INDIRECT);
    attribute(&fixture->a, "poll", "say", "rain two", PX_ATTRIBUTION_INDIRECT)->speaker_kind = PX_SPEAKER_DOCUMENT;
    attribute(&fixture->a, "Officials", "say", "rain three", PX_ATTRIBUTION_INDIRECT)->speaker_kind = PX_SPEAKER_GROUP;
    attribute(&fixture->b, "The poll", "say", "snow one", PX_ATTRIBUTION_INDIRECT)->speaker_kind = PX_SPEAKER_DOCUMENT;
    attribute(&fixture->b, "More than a dozen miners", "say", "snow two", PX_ATTRIBUTION_INDIRECT);
    attribute(&fixture->b, "Some other miners", "say", "snow three", PX_ATTRIBUTION_INDIRECT)->speaker_kind =
        PX_SPEAKER_GROUP;
    attribute(&fixture->b, "Another cook", "say", "snow four", PX_ATTRIBUTION_INDIRECT);
    attribute(&fixture->b, "Other Brenmarkers", "say", "snow five", PX_ATTRIBUTION_INDIRECT)->speaker_kind =
        PX_SPEAKER_GROUP;
    struct px_error error = {0};
    struct px_article *articles[] = {&fixture->a, &fixture->b};
    for (size_t i = 0; i < 2; i++)
        assert_int_equal(PX_OK,
                         px_matcher_find(fixture->worker.cache, articles[i]->text, &articles[i]->tokens,
                                         &articles[i]->sentences, &articles[i]->arena, &articles[i]->hits, &error));
    compare_both(fixture);
    assert_int_equal(find_source(&fixture->ab, "one of the officials")->statements[0], 1);
    assert_int_equal(find_source(&fixture->ab, "officials")->statements[0], 1);
    assert_int_equal(find_source(&fixture->ab, "alleged poll")->statements[1], 0);
    assert_int_equal(find_source(&fixture->ab, "poll")->statements[1], 1);
    /* whoever is described is shown with the article, a quantity needs none */
    assert_true(px_slice_is(find_source(&fixture->ab, "poll")->shown, "the poll"));
    assert_true(px_slice_is(find_source(&fixture->ab, "alleged poll")->shown, "an alleged poll"));
    assert_true(px_slice_is(find_source(&fixture->ab, "one of the officials")->shown, "one of the officials"));
    assert_int_equal(find_source(&fixture->ab, "more than a dozen miners")->statements[1], 1);
    /* other than whom a row does not tell; but for one, and of those whose name alone would be all of them */
    assert_true(px_slice_is(find_source(&fixture->ab, "some other miners")->shown, "some miners"));
    assert_true(px_slice_is(find_source(&fixture->ab, "another cook")->shown, "another cook"));
    assert_true(px_slice_is(find_source(&fixture->ab, "other Brenmarkers")->shown, "other Brenmarkers"));
    tear_down((void **)&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_somebody_knows_leaves_no_trace),
        cmocka_unit_test(test_a_description_names_whom_it_points_to),
        cmocka_unit_test(test_a_role_at_a_body_without_a_name_is_cut),
        cmocka_unit_test(test_some_of_a_group_are_not_the_group),
        cmocka_unit_test_setup_teardown(test_merges_by_entity, set_up_speakers, tear_down),
        cmocka_unit_test_setup_teardown(test_denials_give_no_words, set_up_speakers, tear_down),
        cmocka_unit_test_setup_teardown(test_groups_anonymous_by_text, set_up_speakers, tear_down),
        cmocka_unit_test_setup_teardown(test_sorts_by_words, set_up_speakers, tear_down),
        cmocka_unit_test_setup_teardown(test_balances, set_up_speakers, tear_down),
        cmocka_unit_test(test_evenness_needs_five_statements),
        cmocka_unit_test(test_one_nameless_by_all_his_words),
        cmocka_unit_test(test_names_keep_what_is_past),
        cmocka_unit_test(test_knows_whom_somebody_speaks_for_by_a_body),
        cmocka_unit_test(test_prefers_a_title_to_a_description),
        cmocka_unit_test(test_prefers_the_longer_title),
        cmocka_unit_test(test_takes_the_role_that_lasts),
        cmocka_unit_test(test_takes_nobody_at_a_jibe),
        cmocka_unit_test(test_keeps_what_limits_a_source),
        cmocka_unit_test_setup_teardown(test_swapping_swaps, set_up_speakers, tear_down),
        cmocka_unit_test_setup_teardown(test_sides, set_up_speakers, tear_down),
        cmocka_unit_test_setup_teardown(test_a_speaker_beside, set_up_speakers, tear_down),
        cmocka_unit_test_setup_teardown(test_a_deed_is_no_statement, set_up_speakers, tear_down),
        cmocka_unit_test_setup_teardown(test_settles_over_articles, set_up_offices, tear_down),
        cmocka_unit_test_setup_teardown(test_keeps_another_office, set_up_offices, tear_down),
        cmocka_unit_test_setup_teardown(test_unclear_and_described, set_up_offices, tear_down),
        cmocka_unit_test(test_tells_whose_a_source_is),
        cmocka_unit_test(test_a_medium_may_be_an_outlet),
        cmocka_unit_test(test_one_spokesman_by_two_nouns),
        cmocka_unit_test(test_nouns_are_small),
        cmocka_unit_test(test_echoes_are_heard),
        cmocka_unit_test(test_unowned_bodies_are_unclear),
        cmocka_unit_test(test_written_names_stand_first),
        cmocka_unit_test(test_bare_offices_are_no_roles),
        cmocka_unit_test_setup_teardown(test_one_document_by_all_its_words, set_up_phrases, tear_down),
        cmocka_unit_test(test_a_document_is_pointed_at),
        cmocka_unit_test(test_a_headline_is_no_further_statement),
        cmocka_unit_test(test_staff_acts_for_whom_it_serves),
        cmocka_unit_test_setup_teardown(test_nobody_speaks, set_up_silence, tear_down),
        cmocka_unit_test(test_a_body_has_the_name_of_its_article),
        cmocka_unit_test(test_who_is_called_by_his_role_may_speak),
        cmocka_unit_test(test_officers_are_of_their_body),
        cmocka_unit_test_setup_teardown(test_absence_needs_ground, set_up_absent, tear_down),
        cmocka_unit_test_setup_teardown(test_past_offices, set_up_past, tear_down),
        cmocka_unit_test(test_an_office_outlasts_a_past_one),
        cmocka_unit_test(test_one_of_several_stays_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
