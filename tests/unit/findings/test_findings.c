#include "../comparison/annotated_fixture.h"

#define LANTERN                                                                                                       \
    "# Talks in Marn\n"                                                                                               \
    "The coup in Marn and the Ostrian reunification were followed by sanctions against the savage lords of Marn.\n"   \
    "Ada Brell opened the talks. Brell was cruel, mean and unjust, and Brell was late. \"We stay,\" said Brell.\n"    \
    "The guards called themselves \"river wardens\" on their coats, a savage joke.\n"                                 \
    "## Tolls on the river\n"                                                                                         \
    "Tolls on the river doubled in spring. Fishing crews pay most of them, and a boat with four hands now pays what " \
    "two boats paid before, so that many crews sail at night, when the toll house is dark and nobody counts them. "   \
    "The toll master keeps a tenth for himself, and buys timber with it.\n"
#define MAIL_OF(words)                                                                                                 \
    "# Ministers meet in Marn\n"                                                                                       \
    "Ministers met in Marn on Monday and spoke of trade. Ada Brell was kind, fair and patient, and Brell was early.\n" \
    "The river wardens stood at the door. \"" words ",\" said Cato Dunn.\n"
#define MAIL MAIL_OF("Trade will grow in every port")
#define SPOKEN "Trade will grow in every port that pays its tolls in time"

static void annotate_lantern(struct px_article *a)
{
    static const char *const harsh[] = {"-cruel", "-mean", "-unjust"};
    add_entity(a, "Marn", "marn", PX_ENTITY_PLACE);
    mention(a, "Marn", PX_MENTION_NAME);
    add_entity(a, "Ostria", "ostria", PX_ENTITY_PLACE);
    mention(a, "Ostrian", PX_MENTION_NAME);
    add_entity(a, "Ada Brell", "ada brell", PX_ENTITY_PERSON);
    mention(a, "Brell", PX_MENTION_NAME);
    evaluate(a, harsh, 3);
    load(a, "savage", "loaded.evaluative");
    attribute(a, "Brell", "say", "We stay", PX_ATTRIBUTION_DIRECT)->entity = 2;
    struct px_quotation *quotation = take_all(px_vector_push(&a->quotations, &a->arena));
    quotation->span = find_text(a, "\"river wardens\"", 0);
    quotation->first_token = token_from(a, quotation->span.start);
    quotation->token_count = 4;
    quotation->attribution = quotation->continues = PX_NONE;
    quotation->kind = PX_QUOTATION_SCARE;
    for (uint32_t t = quotation->first_token; t < quotation->first_token + 4; t++)
        a->tokens.items[t].voice = PX_VOICE_SCARE;
}

static void annotate_mail_of(struct px_article *b, const char *spoken)
{
    static const char *const mild[] = {"+kind", "+fair", "+patient"};
    add_entity(b, "Marn", "marn", PX_ENTITY_PLACE);
    mention(b, "Marn", PX_MENTION_NAME);
    add_entity(b, "Ada Brell", "ada brell", PX_ENTITY_PERSON);
    mention(b, "Brell", PX_MENTION_NAME);
    evaluate(b, mild, 3);
    add_entity(b, "Cato Dunn", "cato dunn", PX_ENTITY_PERSON);
    mention(b, "Cato Dunn", PX_MENTION_NAME);
    attribute(b, "Cato Dunn", "say", spoken, PX_ATTRIBUTION_DIRECT)->entity = 2;
}

static void annotate_mail(struct px_article *b)
{
    annotate_mail_of(b, "Trade will grow in every port");
}

static int set_up_story(void **state)
{
    set_up_texts(state, LANTERN, MAIL);
    struct fixture *fixture = *state;
    annotate_lantern(&fixture->a);
    annotate_mail(&fixture->b);
    compare_both(fixture);
    return 0;
}

static void assert_text(const struct px_finding *finding, const char *text)
{
    assert_non_null(finding);
    if (!px_slice_is(finding->text, text))
        fail_msg("%.*s", PX_SLICE_ARG(finding->text));
}

static void test_names_what_one_leaves_unnamed(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_finding *finding = find_finding(&fixture->ab, "A (The Lantern) writes of");
    assert_text(finding, "A (The Lantern) writes of “coup in Marn” (own voice) and “the Ostrian reunification” "
                         "(own voice); B (Morning Mail) names neither.");
    assert_int_equal(finding->type, PX_FINDING_CONTRAST);
    assert_true(px_slice_is(finding->section, "names"));
    assert_int_equal(finding->evidence[0].count, 1);
    assert_ptr_equal(finding, &fixture->ab.findings.items[0]);
}

/* One wording against one is told behind all that leads. */
static void test_one_wording_against_one_leads_nothing(void **state)
{
    static const char *const once = "# Marn\nThe coup in Marn came in May. Rain fell on the quay.\n";
    static const char *const twice =
        "# Marn\nThe coup in Marn came in May. Rain fell on the quay. The coup in Marn was over by June.\n";
    for (size_t i = 0; i < 2; i++) {
        set_up_texts(state, i == 0 ? once : twice, "# Marn\nThe uprising in Marn came in May. Rain fell there.\n");
        struct fixture *fixture = *state;
        add_entity(&fixture->a, "Marn", "marn", PX_ENTITY_PLACE);
        mention(&fixture->a, "Marn", PX_MENTION_NAME);
        add_entity(&fixture->b, "Marn", "marn", PX_ENTITY_PLACE);
        mention(&fixture->b, "Marn", PX_MENTION_NAME);
        compare_both(fixture);
        const struct px_finding *finding = find_finding(&fixture->ab, "Change of power");
        assert_non_null(finding);
        assert_true(i == 0 ? finding->rank < 40 : finding->rank > 90);
        tear_down(state);
    }
}

static void test_tells_scare_quotes_from_plain_use(void **state)
{
    const struct fixture *fixture = *state;
    assert_text(
        find_finding(&fixture->ab, "A (The Lantern) puts"),
        "A (The Lantern) puts quotation marks that cite nobody round “river wardens”; B (Morning Mail) uses the "
        "same words plainly in 1 sentence.");
}

/* Three judged mentions of one name on either side are too few to be told. */
static void test_keeps_untested_stance_to_the_table(void **state)
{
    const struct fixture *fixture = *state;
    assert_null(find_finding(&fixture->ab, "Mentions of “Ada Brell”"));
    assert_int_equal(fixture->ab.stances.items[0].negative[0], 3);
}

/* Two words here and none there say nothing, where there is more to say. */
static void test_leaves_out_what_does_not_differ(void **state)
{
    const struct fixture *fixture = *state;
    assert_null(find_finding(&fixture->ab, "Loaded words in own voice"));
    assert_null(find_finding(&fixture->ab, "Words in "));
}

static void test_tells_what_one_has_alone(void **state)
{
    const struct fixture *fixture = *state;
    assert_non_null(find_finding(&fixture->ab, "Least like anything in the other article, by their words: "));
}

/* Who speaks for nine words in one article alone is in its list, and leads nothing. */
static void test_leads_with_no_scrap(void **state)
{
    set_up_texts(state, LANTERN,
                 "Ministers met in Marn. \"Trade will grow in ports that pay their tolls,\" said Cato Dunn.\n");
    struct fixture *fixture = *state;
    add_entity(&fixture->b, "Cato Dunn", "cato dunn", PX_ENTITY_PERSON);
    mention(&fixture->b, "Cato Dunn", PX_MENTION_NAME);
    attribute(&fixture->b, "Cato Dunn", "say", "Trade will grow in ports that pay their tolls", PX_ATTRIBUTION_DIRECT)
        ->entity = 0;
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_SOURCE, 1, "Cato Dunn");
    assert_null(find_finding(&fixture->ab, "Named speakers"));
    tear_down(state);
}

/* Whoever speaks in one article alone stands there with what it calls him: an office before the name, else behind it. */
static void test_tells_who_speaks(void **state)
{
    static const char *const roles[] = {"Toll Master", "master of the tolls"};
    static const char *const told[] = {"in B (Morning Mail) Toll Master Cato Dunn (12 words)",
                                       "in B (Morning Mail) Cato Dunn, master of the tolls (12 words)"};
    for (size_t i = 0; i < 2; i++) {
        set_up_texts(state, LANTERN, MAIL_OF(SPOKEN));
        struct fixture *fixture = *state;
        annotate_mail_of(&fixture->b, SPOKEN);
        fixture->b.entities.items[2].role = px_slice_from(roles[i]);
        compare_both(fixture);
        const struct px_finding *speakers = find_finding(&fixture->ab, "Named speakers");
        assert_non_null(speakers);
        if (px_slice_find(speakers->text, px_slice_from(told[i]), 0) == SIZE_MAX)
            fail_msg("%.*s", PX_SLICE_ARG(speakers->text));
        tear_down(state);
    }
}

static void compare_again(struct fixture *fixture)
{
    px_comparison_release(&fixture->ab);
    px_comparison_release(&fixture->ba);
    compare_both(fixture);
}

/* The outlet of one of the articles is no source that the other has alone, and neither is a document, or a journalist of
 * whom nobody is told for whom he asks. */
static void test_leaves_out_who_reports(void **state)
{
    static const struct {
        const char *outlet;
        uint8_t kind, actor;
        bool told;
    } cases[] = {
        {"hp", PX_SPEAKER_MEDIA, PX_ACTOR_MEDIA, true},    {"cd", PX_SPEAKER_MEDIA, PX_ACTOR_MEDIA, false},
        {"cato", PX_SPEAKER_MEDIA, PX_ACTOR_MEDIA, false}, {"cat", PX_SPEAKER_MEDIA, PX_ACTOR_MEDIA, true},
        {"hp", PX_SPEAKER_PERSON, PX_ACTOR_MEDIA, false},  {"hp", PX_SPEAKER_DOCUMENT, PX_ACTOR_OTHER, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        set_up_texts(state, LANTERN, MAIL_OF(SPOKEN));
        struct fixture *fixture = *state;
        annotate_mail_of(&fixture->b, SPOKEN);
        fixture->a.outlet = px_slice_from(cases[i].outlet);
        fixture->b.entities.items[2].kind = cases[i].kind == PX_SPEAKER_MEDIA      ? PX_ENTITY_ORGANISATION
                                            : cases[i].kind == PX_SPEAKER_DOCUMENT ? PX_ENTITY_OTHER
                                                                                   : PX_ENTITY_PERSON;
        fixture->b.entities.items[2].actor = cases[i].actor;
        for (size_t k = 0; k < fixture->b.attributions.count; k++) {
            fixture->b.attributions.items[k].speaker_kind = cases[i].kind;
            fixture->b.attributions.items[k].actor = cases[i].actor;
        }
        compare_articles(fixture, &fixture->a, &fixture->b, &fixture->ab);
        const struct px_finding *speakers = find_finding(&fixture->ab, "Named speakers");
        bool told = speakers != NULL && px_slice_find(speakers->text, PX_SLICE("Cato Dunn"), 0) != SIZE_MAX;
        if (told != cases[i].told)
            fail_msg("case %zu: %.*s", i, PX_SLICE_ARG(speakers == NULL ? PX_SLICE("–") : speakers->text));
        tear_down(state);
    }
}

/* Whom all hear, and what they share. */
static void test_tells_what_both_have(void **state)
{
    set_up_texts(state, LANTERN, MAIL "Brell said that tolls were old.\n");
    struct fixture *fixture = *state;
    annotate_lantern(&fixture->a);
    annotate_mail(&fixture->b);
    compare_both(fixture);
    assert_null(find_finding(&fixture->ab, "Heard in both articles"));
    attribute(&fixture->b, "Brell", "say", "tolls were old", PX_ATTRIBUTION_INDIRECT)->entity = 1;
    compare_again(fixture);
    assert_null(find_finding(&fixture->ab, "Heard in both articles")); /* of whom both tell */
    add_entity(&fixture->a, "Cato Dunn", "cato dunn", PX_ENTITY_PERSON);
    attribute(&fixture->a, "Brell", "say", "opened the talks", PX_ATTRIBUTION_INDIRECT)->entity = 3;
    compare_again(fixture);
    assert_text(find_finding(&fixture->ab, "Heard in both articles"),
                "Heard in both articles, as far as found: Cato Dunn (about 3 words in A, 6 in B) and Ada "
                "Brell (about 2 words in A, 3 in B).");
    fixture->a.entities.items[3].name = fixture->b.entities.items[2].name = PX_SLICE("Cato Dunn Jr.");
    compare_again(fixture);
    assert_text(find_finding(&fixture->ab, "Heard in both articles"),
                "Heard in both articles, as far as found: Cato Dunn Jr. (about 3 words in A, 6 in B) and "
                "Ada Brell (about 2 words in A, 3 in B).");
    tear_down(state);
}

/* An outlet is no source that its own article hears, too. */
static void test_no_outlet_hears_itself(void **state)
{
    static const char *const names[] = {"Harbour Post", "Morning Mail"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        set_up_texts(state, LANTERN, MAIL "Brell said that tolls were old.\n");
        struct fixture *fixture = *state;
        annotate_lantern(&fixture->a);
        annotate_mail(&fixture->b);
        attribute(&fixture->b, "Brell", "say", "tolls were old", PX_ATTRIBUTION_INDIRECT)->entity = 1;
        add_entity(&fixture->a, names[i], "cato dunn", PX_ENTITY_ORGANISATION);
        attribute(&fixture->a, "Brell", "say", "opened the talks", PX_ATTRIBUTION_INDIRECT)->entity = 3;
        fixture->b.entities.items[2].name = px_slice_from(names[i]);
        fixture->b.entities.items[2].kind = PX_ENTITY_ORGANISATION;
        struct px_article *articles[] = {&fixture->a, &fixture->b};
        for (size_t a = 0; a < 2; a++)
            for (size_t n = 0; n < articles[a]->attributions.count; n++)
                if (articles[a]->attributions.items[n].entity == 3 - a)
                    articles[a]->attributions.items[n].speaker_kind = PX_SPEAKER_MEDIA;
        compare_both(fixture);
        assert_int_equal(find_finding(&fixture->ab, "Heard in both articles") != NULL, i == 0);
        tear_down(state);
    }
}

/* How much each has from the other, whether speakers in common make for it, and where it stands. */
static void test_tells_what_is_word_for_word_the_same(void **state)
{
    set_up_texts(state, LANTERN, LANTERN MAIL);
    struct fixture *fixture = *state;
    compare_both(fixture);
    const struct px_finding *shared = find_finding(&fixture->ab, "Word for word");
    assert_text(shared, "Word for word the same in both: 90 % of A (The Lantern) and 66 % of B (Morning Mail), none "
                        "of it quoted.");
    assert_true(shared->evidence[0].count > 0 && shared->evidence[1].count > 0);
    for (size_t t = 0; t < fixture->a.tokens.count; t++)
        fixture->a.tokens.items[t].voice = PX_VOICE_DIRECT;
    compare_again(fixture);
    assert_non_null(find_finding(&fixture->ab, "Word for word the same in both: 90 % of A (The Lantern) and 66 % of B "
                                               "(Morning Mail), about half of it quoted."));
    tear_down(state);
}

/* A party or a people is none of the "1 more". */
static void test_counts_persons_and_bodies(void **state)
{
    set_up_texts(state, LANTERN, MAIL_OF(SPOKEN) "The Osk Crews said that fog came.\n");
    struct fixture *fixture = *state;
    annotate_lantern(&fixture->a);
    annotate_mail_of(&fixture->b, SPOKEN);
    add_entity(&fixture->b, "Osk Crews", "osk crews", PX_ENTITY_GROUP);
    mention(&fixture->b, "Osk Crews", PX_MENTION_NAME);
    struct px_attribution *crews = attribute(&fixture->b, "Osk Crews", "say", "that fog came", PX_ATTRIBUTION_INDIRECT);
    crews->entity = 3;
    crews->speaker_kind = PX_SPEAKER_GROUP;
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_SOURCE, 1, "Cato Dunn; Osk Crews");
    const struct px_finding *speakers =
        find_finding(&fixture->ab, "Named speakers whom one article alone was found to have: ");
    assert_non_null(speakers);
    assert_int_equal(px_slice_find(speakers->text, PX_SLICE("more"), 0), SIZE_MAX);
    tear_down(state);
}

/* Whoever has a few words is named beside one who has more. */
static void test_names_those_with_few_words(void **state)
{
    set_up_texts(state, LANTERN, MAIL_OF(SPOKEN) "Ora Lind said that fog came.\n");
    struct fixture *fixture = *state;
    annotate_lantern(&fixture->a);
    annotate_mail_of(&fixture->b, SPOKEN);
    add_entity(&fixture->b, "Ora Lind", "ora lind", PX_ENTITY_PERSON);
    mention(&fixture->b, "Ora Lind", PX_MENTION_NAME);
    attribute(&fixture->b, "Ora Lind", "say", "that fog came", PX_ATTRIBUTION_INDIRECT)->entity = 3;
    compare_both(fixture);
    const struct px_finding *speakers =
        find_finding(&fixture->ab, "Named speakers whom one article alone was found to have: ");
    assert_non_null(speakers);
    assert_true(px_slice_find(speakers->text, PX_SLICE(" words) and Ora Lind (3 words); in A"), 0) != SIZE_MAX);
    tear_down(state);
}

/* Who keeps the name back is no named source, whomever he is close to. */
static void test_the_nameless_are_not_named(void **state)
{
    set_up_texts(state, LANTERN, MAIL_OF(SPOKEN) "An auditor at the Osk Bank said that trade fell in every port.\n");
    struct fixture *fixture = *state;
    annotate_mail_of(&fixture->b, SPOKEN);
    attribute(&fixture->b, "An auditor at the Osk Bank", "say", "that trade fell in every port",
              PX_ATTRIBUTION_INDIRECT)
        ->anonymous = true;
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_SOURCE, 1, "Cato Dunn; an auditor at the Osk Bank");
    const struct px_finding *speakers = find_finding(&fixture->ab, "Named speakers whom one article");
    assert_non_null(speakers);
    assert_int_equal(px_slice_find(speakers->text, PX_SLICE("auditor"), 0), SIZE_MAX);
    tear_down(state);
}

/* An apostrophe makes no name. */
static void test_a_report_without_a_name_is_no_name(void **state)
{
    set_up_texts(state, LANTERN, MAIL "An auditor’s report found that trade fell in every port.\n");
    struct fixture *fixture = *state;
    annotate_mail(&fixture->b);
    attribute(&fixture->b, "An auditor’s report", "find", "that trade fell in every port", PX_ATTRIBUTION_INDIRECT)
        ->speaker_kind = PX_SPEAKER_DOCUMENT;
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_SOURCE, 1, "Cato Dunn");
    tear_down(state);
}

/* Unnamed sources say nothing one by one; that an article rests on them does. */
static void test_tells_of_unnamed_sources(void **state)
{
    static const char *const aides[] = {"One aide", "Two clerks", "Some guards"};
    static const char *const said[] = {"fog came", "tolls rose", "boats sank"};
    for (size_t count = 2; count < 4; count++) {
        set_up_texts(state, LANTERN,
                     MAIL "One aide said fog came. Two clerks said tolls rose. Some guards said boats sank.\n");
        struct fixture *fixture = *state;
        annotate_lantern(&fixture->a);
        annotate_mail(&fixture->b);
        for (size_t i = 0; i < count; i++)
            attribute(&fixture->b, aides[i], "say", said[i], PX_ATTRIBUTION_INDIRECT)->anonymous = true;
        compare_both(fixture);
        const struct px_finding *finding = find_finding(&fixture->ab, "Anonymous sources");
        assert_int_equal(finding != NULL, count == 3);
        if (finding != NULL)
            assert_text(finding,
                        "Anonymous sources (“an official”, “a person familiar with it”): 3 statements (6 words) in B "
                        "(Morning Mail), none that was found in A (The Lantern).");
        tear_down(state);
    }
}

static void test_every_finding_has_evidence(void **state)
{
    const struct fixture *fixture = *state;
    assert_in_range(fixture->ab.findings.count, 3, 8);
    for (size_t i = 0; i < fixture->ab.findings.count; i++) {
        const struct px_finding *finding = &fixture->ab.findings.items[i];
        assert_true(finding->evidence[0].count + finding->evidence[1].count > 0);
        assert_true(px_slice_ends(finding->text, PX_SLICE(".")));
    }
}

/* The text with the letters of the articles exchanged. */
static struct px_slice exchange(struct px_arena *arena, struct px_slice text)
{
    struct px_slice copy = px_arena_copy(arena, text);
    char *bytes = px_arena_take(arena, copy.size);
    memcpy(bytes, copy.data, copy.size);
    for (size_t i = 0; i + 2 < copy.size; i++)
        if (((bytes[i + 1] == ' ' && bytes[i + 2] == '(') || strncmp(bytes + i + 1, "¶", 2) == 0) &&
            (i == 0 || bytes[i - 1] == ' ' || bytes[i - 1] == '('))
            bytes[i] = bytes[i] == 'A' ? 'B' : bytes[i] == 'B' ? 'A' : bytes[i];
    return (struct px_slice){bytes, copy.size};
}

static void test_swapping_swaps_letters(void **state)
{
    const struct fixture *fixture = *state;
    struct px_arena arena = {0};
    assert_int_equal(fixture->ab.findings.count, fixture->ba.findings.count);
    for (size_t i = 0; i < fixture->ab.findings.count; i++) {
        const struct px_finding *x = &fixture->ab.findings.items[i];
        const struct px_finding *y = &fixture->ba.findings.items[i];
        assert_true(px_slice_equal(x->text, exchange(&arena, y->text)));
        assert_int_equal(x->verdict, y->verdict);
        assert_same(x->rank, y->rank);
        assert_int_equal(x->evidence[0].count, y->evidence[1].count);
        assert_int_equal(x->evidence[1].count, y->evidence[0].count);
    }
    px_arena_release(&arena);
}

static void test_compares_three(void **state)
{
    struct fixture *fixture = *state;
    struct px_error error = {0};
    struct px_article third;
    read_article(&fixture->worker, "c", "# Rain\nRain fell on Marn all day.\n", &third);
    finish(fixture, &third, "Evening Star");
    const struct px_article *articles[] = {&fixture->a, &fixture->b, &third};
    px_comparison_release(&fixture->ab);
    assert_int_equal(PX_OK, px_compare(articles, 3, &(struct px_compare_options){.seed = 7, .replicates = 200},
                                       &fixture->worker, &fixture->ab, &error));
    assert_non_null(find_finding(&fixture->ab, "A (The Lantern) writes of"));
    assert_int_not_equal(px_slice_find(find_finding(&fixture->ab, "A (The Lantern) writes of")->text,
                                       PX_SLICE("no other article names either"), 0),
                         SIZE_MAX);
    px_article_release(&third);
}

#define TARN_LEAD "Tarn council met on Tuesday and gave the flooded mill at Tarn a new turbine for the spring.\n"
#define TARN_BEES                                                                                                  \
    "Elsewhere orchards bloom early. Beekeepers moved forty hives to the southern slopes, where almond and plum "  \
    "flower together, and sold honey at fairs in three counties, more honey than in any spring they remember, at " \
    "prices that made even old hands laugh aloud and buy new frames, new smokers and a second van.\n"

static int set_up_cover(void **state)
{
    set_up_texts(state, TARN_LEAD "## The hives\n" TARN_BEES, TARN_LEAD "The flooded mill has a new turbine.\n");
    compare_both(*state);
    return 0;
}

/* How the two part over what they tell names the largest passage. */
static void test_tells_what_fills_each(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_finding *finding =
        find_finding(&fixture->ab, "Least like anything in the other article, by their words: ");
    assert_non_null(finding);
    assert_int_not_equal(px_slice_find(finding->text, PX_SLICE("in A (The Lantern) A¶2 (under “The hives”, with “"), 0),
                         SIZE_MAX);
    assert_true(px_slice_is(finding->section, "topics"));
    assert_true(finding->evidence[0].count > 0);
}

#define TARN_LONG                                                                                                     \
    "Beekeepers moved forty hives to the southern slopes, where almond and plum flower together, and sold honey at "  \
    "fairs in three counties, more honey than in any spring they remember, at prices that made even old hands laugh " \
    "aloud and buy new frames, new smokers and a second van, which the youngest of them drives down to the harbour "  \
    "each Friday.\n"

/* A passage whose sentence is too long is told by how that begins, not by a number alone. */
static void test_no_passage_is_a_bare_number(void **state)
{
    set_up_texts(state, TARN_LEAD TARN_LONG, TARN_LEAD "The flooded mill has a new turbine.\n");
    struct fixture *fixture = *state;
    compare_both(fixture);
    const struct px_finding *finding =
        find_finding(&fixture->ab, "Least like anything in the other article, by their words: ");
    assert_non_null(finding);
    assert_true(px_slice_find(finding->text, PX_SLICE("A¶2 (“Beekeepers moved forty hives"), 0) != SIZE_MAX);
    assert_true(px_slice_find(finding->text, PX_SLICE(" …”)"), 0) != SIZE_MAX);
    tear_down(state);
}

#define BEES_SAID                                                                                                    \
    "Beekeepers moved forty hives to the southern slopes, where almond and plum flower together, and sold honey at " \
    "fairs in three counties, more honey than in any spring they remember, at prices that made even old hands laugh"

/* A passage is called by who says more than half of it, and by nobody who says less; what is mostly words of somebody whom
 * no other article has is told with who speaks there. */
static void test_tells_whose_words_fill_a_passage(void **state)
{
    static const struct {
        const char *said;
        bool both, told, whose;
    } cases[] = {{BEES_SAID, true, true, true},
                 {"almond and plum flower together, and sold", true, true, false},
                 {BEES_SAID, false, false, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        set_up_texts(state, TARN_LEAD "Ada Brell spoke of it.\n" TARN_BEES,
                     TARN_LEAD "The flooded mill has a new turbine.\nAda Brell spoke of it.\n");
        struct fixture *fixture = *state;
        mark_both(fixture, "Ada Brell", PX_ENTITY_PERSON);
        attribute(&fixture->a, "Ada Brell", "say", cases[i].said, PX_ATTRIBUTION_INDIRECT)->entity = 0;
        if (cases[i].both)
            attribute(&fixture->b, "Ada Brell", "say", "The flooded mill has a new turbine", PX_ATTRIBUTION_INDIRECT)
                ->entity = 0;
        compare_both(fixture);
        const struct px_finding *finding =
            find_finding(&fixture->ab, "Least like anything in the other article, by their words: ");
        assert_int_equal(finding != NULL, cases[i].told);
        if (finding != NULL)
            assert_int_equal(
                px_slice_find(finding->text, PX_SLICE("”; the passage is mostly words of Ada Brell)"), 0) != SIZE_MAX,
                cases[i].whose);
        assert_true(cases[i].both || find_finding(&fixture->ab, "Named speakers") != NULL);
        tear_down(state);
    }
}

/* What is in doubt, as it quotes words of the other, is not told. */
static void test_does_not_tell_what_is_in_doubt(void **state)
{
#define TARN_CHAPEL                                                                                                   \
    "The chapel has a new roof. Carpenters raised beams of larch over the nave while a choir sang, the sexton wept, " \
    "and pigeons that had slept in the belfry for a century settled on the hands of the clock, which stopped. They "  \
    "brewed at a \"flooded mill\" a beer of nettles, hops and malt that nobody praised but everybody drank.\n"
    set_up_texts(state, TARN_LEAD "## The hives\n" TARN_BEES, TARN_LEAD "## The chapel\n" TARN_CHAPEL);
    struct fixture *fixture = *state;
    quote(&fixture->b, "\"flooded mill\"", PX_QUOTATION_SPEECH);
    compare_both(fixture);
    const struct px_finding *finding =
        find_finding(&fixture->ab, "Least like anything in the other article, by their words: ");
    assert_non_null(finding);
    assert_int_equal(px_slice_find(finding->text, PX_SLICE("B (Morning Mail)"), 0), SIZE_MAX);
    tear_down(state);
#undef TARN_CHAPEL
}

/* Two passages of the three that the section lists have room. */
static void test_tells_that_there_are_more(void **state)
{
#define TARN_NAVE                                                                                                     \
    "Carpenters raised beams of larch over the nave while a choir sang, the sexton wept, and pigeons that had slept " \
    "in the belfry for a century settled on the hands of the clock, which stopped, and nobody minded, for the bell "  \
    "rang on, a third lower than before, until Sunday.\n"
#define TARN_KILNS                                                                                                    \
    "Potters fired cups, bowls, jugs, tiles and a bust of their grandmother in kilns of red clay, with ash from "     \
    "vines "                                                                                                          \
    "and pears, glazed them green, cracked half, and sold the rest to an inn whose cook throws plates at guests who " \
    "ask for vinegar or for bread.\n"
    for (int more = 0; more < 2; more++) {
        set_up_texts(state,
                     more == 1 ? TARN_LEAD "## The hives\n" TARN_BEES "## The chapel\n" TARN_NAVE
                                           "## The kilns\n" TARN_KILNS
                               : TARN_LEAD "## The hives\n" TARN_BEES "## The chapel\n" TARN_NAVE,
                     TARN_LEAD "The flooded mill has a new turbine.\n");
        struct fixture *fixture = *state;
        compare_both(fixture);
        assert_int_equal(find_finding(&fixture->ab, "Among the passages least like anything in the other article") !=
                             NULL,
                         more == 1);
        assert_int_equal(find_finding(&fixture->ab, "Least like anything in the other article") != NULL, more == 0);
        tear_down(state);
    }
#undef TARN_NAVE
#undef TARN_KILNS
}

static int set_up_short(void **state)
{
    set_up_texts(state, "It rained.\n", "It was dry.\n");
    compare_both(*state);
    return 0;
}

static void test_says_when_texts_are_too_short(void **state)
{
    const struct fixture *fixture = *state;
    assert_true(fixture->ab.findings.count > 0);
    assert_text(&fixture->ab.findings.items[0], "No loaded words in own voice were found in either article. "
                                                "The texts are too short to compare rates.");
}

#define GRIM "The savage raid went on. "
#define PLAIN "The small boat came in. "
#define EIGHT(s) s s s s s s s s

#define RAIDS "The savage raid went on. The brutal raid went on. The vicious raid went on. "
#define FOURTH "The cruel raid went on. "

/* So many words, each in a sentence, which a model of sentences flags too, or not. */
static int set_up_words(void **state, size_t count, bool flagged)
{
    static const char *const words[] = {"savage", "brutal", "vicious", "cruel"};
    set_up_texts(state, EIGHT(PLAIN) "\n", RAIDS FOURTH PLAIN PLAIN PLAIN PLAIN "\n");
    struct fixture *fixture = *state;
    for (size_t i = 0; i < count; i++) {
        load(&fixture->b, words[i], "loaded.evaluative");
        fixture->b.sentences.items[i].loaded = flagged;
    }
    compare_both(fixture);
    return 0;
}

static int set_up_few(void **state)
{
    return set_up_words(state, 4, true);
}

static int set_up_unflagged(void **state)
{
    return set_up_words(state, 4, false);
}

/* Too few for a test, and yet many times what the other has. */
static void test_counts_loaded_words_with_few_hits(void **state)
{
    const struct fixture *fixture = *state;
    assert_text(
        find_finding(&fixture->ab, "Loaded words in own voice: "),
        "Loaded words in own voice: 4 in B (Morning Mail): “savage”, “brutal”, “vicious” and “cruel”; 0 in A (The "
        "Lantern); too few to test for chance.");
}

/* Three are told only where nothing else is: two in five words of the lists judge nothing. */
static void test_three_loaded_words_are_no_finding(void **state)
{
    set_up_words(state, 3, true);
    struct fixture *fixture = *state;
    const struct px_finding *finding = find_finding(&fixture->ab, "Loaded words in own voice: ");
    assert_non_null(finding);
    assert_true(px_slice_find(finding->text, PX_SLICE("The texts are too short"), 0) != SIZE_MAX);
    tear_down(state);
}

/* Where whole sentences do not look more loaded, the count may be the list's. */
static void test_sentences_must_point_the_same_way(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_finding *finding = find_finding(&fixture->ab, "Loaded words in own voice: ");
    assert_true(finding == NULL || px_slice_find(finding->text, PX_SLICE("The texts are too short"), 0) != SIZE_MAX);
}

/* "savage" four times is one word by which the article judges. */
static void test_a_word_is_one_however_often(void **state)
{
    set_up_texts(state, EIGHT(PLAIN) "\n", GRIM GRIM GRIM GRIM PLAIN PLAIN PLAIN PLAIN "\n");
    struct fixture *fixture = *state;
    load(&fixture->b, "savage", "loaded.evaluative");
    for (size_t i = 0; i < 4; i++)
        fixture->b.sentences.items[i].loaded = true;
    compare_both(fixture);
    const struct px_finding *finding = find_finding(&fixture->ab, "Loaded words in own voice: ");
    assert_true(finding == NULL || px_slice_find(finding->text, PX_SLICE("The texts are too short"), 0) != SIZE_MAX);
    tear_down(state);
}

/* Forms of one word are one wording, with all of its forms. */
static void test_forms_of_a_word_are_one(void **state)
{
    set_up_texts(state, EIGHT(PLAIN) "\n", "Ilka mocks rain. Ilka sat mocking fog. " EIGHT(PLAIN) "\n");
    struct fixture *fixture = *state;
    fixture->b.lexemes = px_arena_array(&fixture->b.arena, struct px_lexeme, fixture->b.tokens.count);
    fixture->a.lexemes = px_arena_array(&fixture->a.arena, struct px_lexeme, fixture->a.tokens.count);
    assert_true(fixture->a.lexemes != NULL && fixture->b.lexemes != NULL);
    for (size_t t = 0; t < fixture->b.tokens.count; t++)
        fixture->b.lexemes[t].lemma = fixture->b.tokens.items[t == 6 ? 1 : t].form;
    for (size_t t = 0; t < fixture->a.tokens.count; t++)
        fixture->a.lexemes[t].lemma = fixture->a.tokens.items[t].form;
    load(&fixture->b, "mocks", "loaded.emotive");
    load(&fixture->b, "mocking", "loaded.emotive");
    compare_both(fixture);
    const struct px_finding *finding = find_finding(&fixture->ab, "Loaded words in own voice: 2 in B (Morning Mail): ");
    assert_non_null(finding);
    assert_int_not_equal(px_slice_find(finding->text, PX_SLICE(": “mocks/mocking” 2 times; "), 0), SIZE_MAX);
    tear_down(state);
}

#define TOWNS "Boats left Marn. Rain hit Tovik. Wind tore Orrin. Ice broke Sund. Hail hit Brenn. Fog hid Ulm. "

/* Five towns that one article names three times each. */
static int set_up_towns(void **state)
{
    static const char *const towns[] = {"Marn", "Tovik", "Orrin", "Sund", "Brenn", "Ulm"};
    set_up_texts(state, TOWNS TOWNS TOWNS TOWNS TOWNS "\n", EIGHT(PLAIN) "\n");
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof towns / sizeof *towns; i++) {
        add_entity(&fixture->a, towns[i], towns[i], PX_ENTITY_PLACE);
        mention(&fixture->a, towns[i], PX_MENTION_NAME);
    }
    compare_both(fixture);
    return 0;
}

#define DELEGATES "Hask of Marn slept. Boats left Tovik. "

static int by_place(const void *left, const void *right)
{
    const struct px_mention *a = left, *b = right;
    return (a->start > b->start) - (a->start < b->start);
}

/* Two towns, five times each; of one of them somebody is, and no more. */
static int set_up_delegates(void **state)
{
    set_up_texts(state, DELEGATES DELEGATES DELEGATES DELEGATES DELEGATES "\n", EIGHT(PLAIN) "\n");
    struct fixture *fixture = *state;
    add_entity(&fixture->a, "Hask", "hask", PX_ENTITY_PERSON);
    mention(&fixture->a, "Hask", PX_MENTION_NAME);
    for (int i = 0; i < 2; i++) {
        add_entity(&fixture->a, i == 0 ? "Marn" : "Tovik", i == 0 ? "marn" : "tovik", PX_ENTITY_PLACE);
        mention(&fixture->a, i == 0 ? "Marn" : "Tovik", PX_MENTION_NAME);
    }
    qsort(fixture->a.mentions.items, fixture->a.mentions.count, sizeof *fixture->a.mentions.items, by_place);
    compare_both(fixture);
    return 0;
}

static void test_where_somebody_is_from_is_no_naming(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_finding *finding = find_finding(&fixture->ab, "Often named in one article, and in no other: in A ");
    assert_non_null(finding);
    if (px_slice_find(finding->text, PX_SLICE("Tovik"), 0) == SIZE_MAX)
        fail_msg("%.*s", PX_SLICE_ARG(finding->text));
    assert_true(px_slice_find(finding->text, PX_SLICE("Marn"), 0) == SIZE_MAX);
}

/* "Quarl" stands three times in two sentences: that is little for the beginning of a report. */
static void test_name_of_two_sentences_leads_nothing(void **state)
{
    set_up_texts(state, TOWNS TOWNS TOWNS TOWNS TOWNS "Quarl saw Quarl burn. Quarl slept.\n", EIGHT(PLAIN) "\n");
    struct fixture *fixture = *state;
    static const char *const names[] = {"Marn", "Quarl"};
    for (size_t i = 0; i < 2; i++) {
        add_entity(&fixture->a, names[i], i == 0 ? "marn" : "quarl", PX_ENTITY_PLACE);
        mention(&fixture->a, names[i], PX_MENTION_NAME);
    }
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, "Marn; Quarl");
    assert_text(find_finding(&fixture->ab, "Often named in one article, and in no other: "),
                "Often named in one article, and in no other: in A (The Lantern) Marn (5 sentences).");
    tear_down(state);
}

/* Of what nothing tells the kind, however often, nor what stands in few sentences of many. */
static void test_a_slight_name_leads_nothing(void **state)
{
    for (int body = 0; body < 3; body++) {
        set_up_texts(state, body < 2 ? TOWNS TOWNS TOWNS TOWNS "\n" : TOWNS TOWNS TOWNS TOWNS EIGHT(EIGHT(PLAIN)) "\n",
                     EIGHT(PLAIN) "\n");
        struct fixture *fixture = *state;
        add_entity(&fixture->a, "Marn", "marn", body > 0 ? PX_ENTITY_ORGANISATION : PX_ENTITY_OTHER);
        mention(&fixture->a, "Marn", PX_MENTION_NAME);
        compare_both(fixture);
        assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, "Marn");
        assert_int_equal(body == 1, find_finding(&fixture->ab, "Often named in one article") != NULL);
        tear_down(state);
    }
}

/* A party stands in any article on politics, however often, and so does a body of a state. */
static void test_a_party_by_name_leads_nothing(void **state)
{
    for (size_t i = 0; i < 3; i++) {
        set_up_texts(state, "Osk Crews saw fog. Osk Crews slept. Osk Crews rose. Osk Crews left. " EIGHT(PLAIN) "\n",
                     EIGHT(PLAIN) "\n");
        struct fixture *fixture = *state;
        add_entity(&fixture->a, "Osk Crews", "osk crews", i != 1 ? PX_ENTITY_ORGANISATION : PX_ENTITY_GROUP)->organ =
            i == 2;
        mention(&fixture->a, "Osk Crews", PX_MENTION_NAME);
        compare_both(fixture);
        assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, "Osk Crews");
        assert_int_equal(find_finding(&fixture->ab, "Often named in one article") != NULL, i == 0);
        tear_down(state);
    }
}

/* How often somebody must be named, and that there are more, stands beside who is. */
static void test_names_of_one_article_are_not_all(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_finding *finding = find_finding(&fixture->ab, "Often named in one article, and in no other: in A ");
    assert_non_null(finding);
    assert_true(px_slice_ends(finding->text, PX_SLICE(" (5 sentences) and 3 more.")));
}

static int set_up_degree(void **state)
{
    set_up_texts(state, EIGHT(PLAIN) "\n", "A myriad of boats left. The savage wind rose. " EIGHT(PLAIN) "\n");
    struct fixture *fixture = *state;
    load(&fixture->b, "myriad", "loaded.hyperbole");
    load(&fixture->b, "savage", "loaded.evaluative");
    compare_both(fixture);
    return 0;
}

/* Words stand in the order of the text, as they are cited. */
static void test_examples_stand_in_order(void **state)
{
    const struct fixture *fixture = *state;
    assert_text(
        find_finding(&fixture->ab, "Loaded words in own voice: "),
        "Loaded words in own voice: 2 in B (Morning Mail): “myriad” and “savage”; 0 in A (The Lantern); too few "
        "to test for chance. The texts are too short to compare rates.");
}

/* A word that stands several times is one, where it stands first. */
static void test_an_example_stands_once(void **state)
{
    set_up_texts(state, EIGHT(PLAIN) "\n",
                 "Ilka feigns rain. Bren feigns fog. The savage wind rose. " EIGHT(PLAIN) "\n");
    struct fixture *fixture = *state;
    fixture->b.lexemes = px_arena_array(&fixture->b.arena, struct px_lexeme, fixture->b.tokens.count);
    fixture->a.lexemes = px_arena_array(&fixture->a.arena, struct px_lexeme, fixture->a.tokens.count);
    assert_true(fixture->a.lexemes != NULL && fixture->b.lexemes != NULL);
    for (size_t t = 0; t < fixture->b.tokens.count; t++)
        fixture->b.lexemes[t].lemma = fixture->b.tokens.items[t].form;
    for (size_t t = 0; t < fixture->a.tokens.count; t++)
        fixture->a.lexemes[t].lemma = fixture->a.tokens.items[t].form;
    load(&fixture->b, "feigns", "loaded.distance");
    load(&fixture->b, "savage", "loaded.evaluative");
    compare_both(fixture);
    const struct px_finding *finding = find_finding(&fixture->ab, "Loaded words in own voice: 3 in B (Morning Mail): ");
    assert_non_null(finding);
    assert_int_not_equal(px_slice_find(finding->text, PX_SLICE(": “feigns” 2 times and “savage”; "), 0), SIZE_MAX);
    tear_down(state);
}

static int set_up_rates(void **state)
{
    set_up_texts(state, EIGHT(PLAIN) EIGHT(PLAIN) "\n", EIGHT(GRIM) EIGHT(PLAIN) "\n");
    struct fixture *fixture = *state;
    load(&fixture->b, "savage", "loaded.evaluative");
    compare_both(fixture);
    return 0;
}

static void test_gives_counts_before_rates(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_finding *finding = find_finding(
        &fixture->ab, "Loaded words in own voice: 8 in B (Morning Mail): “savage” 8 times; 0 in A (The Lantern); "
                      "100.0 and 0.0 per 1,000 words: more than chance would have it (q ");
    assert_non_null(finding);
    assert_int_equal(finding->verdict, PX_VERDICT_DIFFERS);
    assert_int_equal(finding->type, PX_FINDING_DIFFERENCE);
}

static void add_act(struct px_article *article, uint8_t kind, const char *words, uint32_t agent, uint32_t patient)
{
    struct px_span span = find_text(article, words, 0);
    struct px_act *act = take_all(px_vector_push(&article->acts, &article->arena));
    *act = (struct px_act){.kind = kind,
                           .start = span.start,
                           .end = span.end,
                           .verb = PX_SLICE("sack"),
                           .agent = agent,
                           .patient = patient,
                           .agent_given = agent != PX_NONE,
                           .deed = true,
                           .sentence = article->tokens.items[token_from(article, span.start)].sentence};
}

static int set_up_acts(void **state)
{
    set_up_texts(state, "Ada Brell was sacked on Monday. The road is long.\n",
                 "The road is long. The council sacked Ada Brell.\n");
    struct fixture *fixture = *state;
    add_entity(&fixture->a, "Ada Brell", "ada brell", PX_ENTITY_PERSON);
    mention(&fixture->a, "Ada Brell", PX_MENTION_NAME);
    add_act(&fixture->a, PX_ACT_PASSIVE, "was sacked", PX_NONE, 0);
    add_entity(&fixture->b, "Ada Brell", "ada brell", PX_ENTITY_PERSON);
    mention(&fixture->b, "Ada Brell", PX_MENTION_NAME);
    add_entity(&fixture->b, "council", "council", PX_ENTITY_ORGANISATION);
    add_act(&fixture->b, PX_ACT_ACTIVE, "sacked", 1, 0);
    compare_both(fixture);
    return 0;
}

static void test_tells_who_did_what_the_other_leaves_open(void **state)
{
    const struct fixture *fixture = *state;
    const struct px_agency_row *brell = &fixture->ab.agency.items[0];
    const struct px_agency_row *council = &fixture->ab.agency.items[1];
    assert_int_equal(fixture->ab.agency.count, 2);
    assert_true(px_slice_is(brell->name, "Ada Brell"));
    assert_int_equal(brell->acts[0].count + brell->acts[1].count, 0);
    assert_int_equal(brell->acted_on[0].count, 1);
    assert_int_equal(brell->acted_on[1].count, 1);
    assert_int_equal(council->acts[1].count, 1);
    assert_int_equal(council->evidence[1].count, 1);
    assert_true(brell->acted_on[0].items[0].shared); /* both have a word for it */
    assert_true(council->acts[1].items[0].shared);
    assert_text(find_finding(&fixture->ab, "Of “Ada Brell”"),
                "Of “Ada Brell”: “was sacked” in A (The Lantern), without a doer; “sacked” in B (Morning Mail), by "
                "“council”.");
    assert_text(find_finding(&fixture->ba, "Of “Ada Brell”"),
                "Of “Ada Brell”: “was sacked” in B (The Lantern), without a doer; “sacked” in A (Morning Mail), by "
                "“council”.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tells_who_speaks),
        cmocka_unit_test(test_leaves_out_who_reports),
        cmocka_unit_test(test_a_party_by_name_leads_nothing),
        cmocka_unit_test(test_tells_what_both_have),
        cmocka_unit_test(test_no_outlet_hears_itself),
        cmocka_unit_test(test_tells_what_is_word_for_word_the_same),
        cmocka_unit_test_setup_teardown(test_names_what_one_leaves_unnamed, set_up_story, tear_down),
        cmocka_unit_test_setup_teardown(test_tells_scare_quotes_from_plain_use, set_up_story, tear_down),
        cmocka_unit_test_setup_teardown(test_keeps_untested_stance_to_the_table, set_up_story, tear_down),
        cmocka_unit_test_setup_teardown(test_counts_loaded_words_with_few_hits, set_up_few, tear_down),
        cmocka_unit_test_setup_teardown(test_sentences_must_point_the_same_way, set_up_unflagged, tear_down),
        cmocka_unit_test(test_three_loaded_words_are_no_finding),
        cmocka_unit_test(test_a_word_is_one_however_often),
        cmocka_unit_test(test_forms_of_a_word_are_one),
        cmocka_unit_test_setup_teardown(test_where_somebody_is_from_is_no_naming, set_up_delegates, tear_down),
        cmocka_unit_test_setup_teardown(test_names_of_one_article_are_not_all, set_up_towns, tear_down),
        cmocka_unit_test_setup_teardown(test_examples_stand_in_order, set_up_degree, tear_down),
        cmocka_unit_test(test_an_example_stands_once),
        cmocka_unit_test_setup_teardown(test_leaves_out_what_does_not_differ, set_up_story, tear_down),
        cmocka_unit_test_setup_teardown(test_tells_what_fills_each, set_up_cover, tear_down),
        cmocka_unit_test(test_does_not_tell_what_is_in_doubt),
        cmocka_unit_test(test_tells_that_there_are_more),
        cmocka_unit_test(test_no_passage_is_a_bare_number),
        cmocka_unit_test(test_tells_whose_words_fill_a_passage),
        cmocka_unit_test_setup_teardown(test_tells_what_one_has_alone, set_up_story, tear_down),
        cmocka_unit_test(test_leads_with_no_scrap),
        cmocka_unit_test(test_a_report_without_a_name_is_no_name),
        cmocka_unit_test(test_the_nameless_are_not_named),
        cmocka_unit_test(test_names_those_with_few_words),
        cmocka_unit_test(test_counts_persons_and_bodies),
        cmocka_unit_test(test_tells_of_unnamed_sources),
        cmocka_unit_test(test_one_wording_against_one_leads_nothing),
        cmocka_unit_test(test_name_of_two_sentences_leads_nothing),
        cmocka_unit_test(test_a_slight_name_leads_nothing),
        cmocka_unit_test_setup_teardown(test_every_finding_has_evidence, set_up_story, tear_down),
        cmocka_unit_test_setup_teardown(test_swapping_swaps_letters, set_up_story, tear_down),
        cmocka_unit_test_setup_teardown(test_compares_three, set_up_story, tear_down),
        cmocka_unit_test_setup_teardown(test_says_when_texts_are_too_short, set_up_short, tear_down),
        cmocka_unit_test_setup_teardown(test_tells_who_did_what_the_other_leaves_open, set_up_acts, tear_down),
        cmocka_unit_test_setup_teardown(test_gives_counts_before_rates, set_up_rates, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
