/* Names that one article alone has. */
#include "names_fixture.h"

static int set_up_names(void **state)
{
    return set_up_texts(state,
                        "Sefa Ruun owns two trawlers. Rain fell on the Varn Dunlin Trust. Sefa Ruun pays.\n"
                        "Ora Lind's boat sank.\n",
                        "The Dunlin Trust of Varn met on Monday. Everyone there knew sefa ruun well.\n"
                        "The new Varn Quellor lay still. Lindholm was calm.\n");
}

static void a_name_that_stands_nowhere_else(void **state)
{
    struct fixture *fixture = *state;
    name(&fixture->a, "Ora Lind", "ora lind", PX_ENTITY_PERSON);
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, "Ora Lind");
    assert_only(&fixture->ba, PX_ONLY_ENTITY, 1, "Ora Lind");
    assert_int_equal(fixture->ab.only.items[0].evidence.count, 1);
    assert_int_equal(fixture->ab.only.items[0].evidence.sentences[0], 3);
}

/* A row of towns does not hide who stands behind it. */
static void places_in_a_row_stand_behind_others(void **state)
{
    static const char *const names[] = {"Marn", "Tovik", "Quarl", "Ora Lind"};
    set_up_texts(state, "Boats came from Marn and from Tovik and from Quarl. Rain fell. Ora Lind stayed at sea.\n",
                 "It was dry.\n");
    struct fixture *fixture = *state;
    for (size_t i = 0; i < 4; i++)
        name(&fixture->a, names[i], i == 3 ? "ora lind" : names[i], i == 3 ? PX_ENTITY_PERSON : PX_ENTITY_PLACE);
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, "Ora Lind; Marn; Tovik; Quarl");
}

/* Its words stand there, though nobody took them for a name. */
static void words_of_the_name_elsewhere_are_enough(void **state)
{
    struct fixture *fixture = *state;
    name(&fixture->a, "Sefa Ruun", "sefa ruun", PX_ENTITY_PERSON);
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, "");
}

static void the_same_words_in_another_order_name_it_too(void **state)
{
    struct fixture *fixture = *state;
    name(&fixture->a, "Varn Dunlin Trust", "varn dunlin trust", PX_ENTITY_ORGANISATION);
    name(&fixture->b, "Dunlin Trust of Varn", "dunlin trust of varn", PX_ENTITY_ORGANISATION);
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, "");
    assert_only(&fixture->ab, PX_ONLY_ENTITY, 1, "");
}

/* One word in common is enough for a person alone, whose last word tells. */
static void a_word_in_common_is_not_the_name(void **state)
{
    struct fixture *fixture = *state;
    name(&fixture->a, "Varn Dunlin Trust", "varn dunlin trust", PX_ENTITY_ORGANISATION);
    name(&fixture->b, "Varn Quellor", "varn quellor", PX_ENTITY_ORGANISATION);
    name(&fixture->b, "Lindholm", "lindholm", PX_ENTITY_PLACE);
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, "Varn Dunlin Trust");
    assert_only(&fixture->ab, PX_ONLY_ENTITY, 1, "Varn Quellor; Lindholm");
}

static int set_up_relatives(void **state)
{
    return set_up_texts(state, "Sefa Ruun pays. Ora Ruun left.\n", "Ora Ruun met them.\n");
}

/* A relative's surname elsewhere is none of hers, where the article knows him as well. */
static void a_relative_is_another(void **state)
{
    struct fixture *fixture = *state;
    name(&fixture->a, "Sefa Ruun", "sefa ruun", PX_ENTITY_PERSON);
    name(&fixture->a, "Ora Ruun", "ora ruun", PX_ENTITY_PERSON);
    name(&fixture->b, "Ora Ruun", "ora ruun", PX_ENTITY_PERSON);
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, "Sefa Ruun");
}

/* Whom an article tells by an office may stand in the other by the office alone, if nobody there holds it by name. */
static void an_office_alone_may_be_whose_it_is(void **state)
{
    static const struct {
        const char *b, *title, *role; /* of Pia Brol */
        bool alone;
    } cases[] = {
        {"Then the president slept.\n", NULL, NULL, false},
        {"Then the President Marn slept.\n", NULL, NULL, true},
        {"Then a president slept.\n", NULL, NULL, true},
        {"Pia Brol came. Then the president slept.\n", "President", "", true},
        {"Pia Brol came. Then the president slept.\n", "", "president of the council", true},
        {"Pia Brol came. Then the president slept.\n", "", "presidential aide", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        set_up_texts(state, "Ora Ruun pays.\n", cases[i].b);
        struct fixture *fixture = *state;
        name(&fixture->a, "Ora Ruun", "ora ruun", PX_ENTITY_PERSON);
        fixture->a.entities.items[0].title = PX_SLICE("President");
        if (cases[i].role != NULL) {
            name(&fixture->b, "Pia Brol", "pia brol", PX_ENTITY_PERSON);
            fixture->b.entities.items[0].title = px_slice_from(cases[i].title);
            fixture->b.entities.items[0].role = px_slice_from(cases[i].role);
        }
        compare_both(fixture);
        assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, cases[i].alone ? "Ora Ruun" : "");
        tear_down(state);
    }
}

static int set_up_no_names(void **state)
{
    return set_up_texts(
        state,
        "DES MOINES – Rain fell. Now Ora Lind came. Two of Oversight and Reform Committee left. Two of "
        "the Ways and Means and Budget committees met. "
        "Pia Brol (Utah) saw the Children's Health Board of the 27th Quay District.\n"
        "The Nation slept. No nation woke. Then Mark Olm of Oregon left for Tarsk, Ohio.\n"
        "Lawyers of Mintz, Levin, Cohn & Popeo came. Now Jason Baron wrote of Brol's Quay House.\n"
        "The Midwest froze. Last week the FEC ruled.\n"
        "Old Jan van Quell slept. The Agency woke. He saw Peter's Club.\n"
        "Then Departments of Hygiene and Fisheries paid. A Dorn Moor-inspired song rose. "
        "Dorn Moor-Israeli ties froze.\n"
        "It was a Come-And-See moment for QXA contributions and Harbourly duties. The School of Law "
        "and School of Arts woke. A widow of October 11th Mourners wept. The Code of Rest for E.M. judges lay there. "
        "She told The Huffington Post of it in Ora Lind's Harrow.\n",
        "Rain. Brol came. The Federal Election Commission paid Midwestern farmers.\n");
}

/* Whatever has a capital and is no name by itself, or whose absence is no news. */
static void what_is_no_name_is_not_missed(void **state)
{
    static const struct {
        const char *name;
        uint8_t kind;
    } names[] = {
        {"DES MOINES", PX_ENTITY_PLACE},
        {"Ora Lind", PX_ENTITY_PERSON},
        {"Reform Committee", PX_ENTITY_ORGANISATION},
        {"Means", PX_ENTITY_ORGANISATION},
        {"Budget", PX_ENTITY_OTHER},
        {"Health Board", PX_ENTITY_ORGANISATION},
        {"Quay District", PX_ENTITY_OTHER},
        {"Mourners", PX_ENTITY_OTHER},
        {"Fisheries", PX_ENTITY_OTHER},
        {"Huffington Post", PX_ENTITY_ORGANISATION},
        {"Ora Lind's Harrow", PX_ENTITY_OTHER},
        {"Code of Rest for E.M.", PX_ENTITY_OTHER},
        {"Utah", PX_ENTITY_PLACE},
        {"Nation", PX_ENTITY_OTHER},
        {"Oregon", PX_ENTITY_PLACE},
        {"Ohio", PX_ENTITY_PLACE},
        {"Levin", PX_ENTITY_OTHER},
        {"Jason", PX_ENTITY_PERSON},
        {"Brol's Quay House", PX_ENTITY_PLACE},
        {"Midwest", PX_ENTITY_PLACE},
        {"FEC", PX_ENTITY_ORGANISATION},
        {"Quell", PX_ENTITY_PERSON},
        {"Agency", PX_ENTITY_ORGANISATION},
        {"Peter", PX_ENTITY_PERSON},
        {"Hygiene", PX_ENTITY_ORGANISATION},
        {"Dorn Moor-inspired", PX_ENTITY_OTHER},
        {"Dorn Moor-Israeli", PX_ENTITY_OTHER},
        {"Come-And-See", PX_ENTITY_OTHER},
        {"QXA", PX_ENTITY_ORGANISATION},
        {"Harbourly", PX_ENTITY_OTHER},
        {"School of Law and School of Arts", PX_ENTITY_ORGANISATION},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        name(&fixture->a, names[i].name, names[i].name, names[i].kind);
    name(&fixture->b, "Federal Election Commission", "federal election commission", PX_ENTITY_ORGANISATION);
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, "Ora Lind");
    assert_only(&fixture->ab, PX_ONLY_ENTITY, 1, "");
}

static void take_for_nouns(struct px_article *article, const char *noun)
{
    article->lexemes = take_all(px_arena_array(&article->arena, struct px_lexeme, article->tokens.count));
    for (size_t t = 0; t < article->tokens.count; t++) {
        struct px_slice text =
            px_slice_part(article->text, article->tokens.items[t].start, article->tokens.items[t].end);
        article->lexemes[t].lemma = article->tokens.items[t].form;
        article->lexemes[t].word_class = px_slice_is(text, noun) ? PX_WORD_NOUN : PX_WORD_OTHER;
    }
}

/* "South Dunlin crews": what only tells which crews is no name. */
static void what_stands_before_nouns_names_nobody(void **state)
{
    set_up_texts(state, "The South Dunlin crews left. It rained on North Osk crews. They saw North Osk.\n", "Rain.\n");
    struct fixture *fixture = *state;
    name(&fixture->a, "South Dunlin", "south dunlin", PX_ENTITY_OTHER);
    name(&fixture->a, "North Osk", "north osk", PX_ENTITY_OTHER);
    take_for_nouns(&fixture->a, "crews");
    take_for_nouns(&fixture->b, "crews");
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, "North Osk");
    tear_down(state);
}

/* A state in the middle of a list is named as well as the others; behind a town it only tells where that lies. */
static void states_in_a_list_are_names(void **state)
{
    set_up_texts(state, "They came from Ohio, Utah and Oregon. Rain fell in Quell, Kansas, on Monday.\n",
                 "Rain fell.\n");
    struct fixture *fixture = *state;
    name(&fixture->a, "Ohio", "ohio", PX_ENTITY_PLACE);
    name(&fixture->a, "Utah", "utah", PX_ENTITY_PLACE);
    name(&fixture->a, "Oregon", "oregon", PX_ENTITY_PLACE);
    name(&fixture->a, "Kansas", "kansas", PX_ENTITY_PLACE);
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, "Ohio; Utah; Oregon");
    tear_down(state);
}

/* What stands below a picture is there to be read, though it is none of the article's text. */
static void a_caption_names_it_too(void **state)
{
    set_up_texts(state, "Rain fell on Quell Ridge.\n", "Rain fell.\n");
    struct fixture *fixture = *state;
    name(&fixture->a, "Quell Ridge", "quell ridge", PX_ENTITY_PLACE);
    struct px_furniture *caption = take_all(px_vector_push(&fixture->b.furniture, &fixture->b.arena));
    *caption = (struct px_furniture){.role = PX_ROLE_CAPTION, .text = PX_SLICE("Gunmen near Quell Ridge")};
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, "");
    tear_down(state);
}

/* Who wants a seat in a house names the seat; the house is told of where it does something. */
static void a_house_is_named_where_it_acts(void **state)
{
    for (size_t i = 0; i < 2; i++) {
        set_up_texts(state, "Lind began a Senate bid. The Senate warned of floods.\n", "Rain fell.\n");
        struct fixture *fixture = *state;
        name(&fixture->a, "Senate", "senate", PX_ENTITY_ORGANISATION);
        fixture->a.parsed = true;
        if (i == 1)
            attribute(&fixture->a, "Senate", "warn", "floods", PX_ATTRIBUTION_INDIRECT)->entity = 0;
        compare_both(fixture);
        assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, i == 0 ? "" : "Senate");
        tear_down(state);
    }
}

/* What is in somebody's words alone, and neither a person nor a body, may be coined. */
static void a_coinage_is_no_name(void **state)
{
    for (size_t i = 0; i < 2; i++) {
        set_up_texts(state, "He spoke of Tarsk East.\n", "Rain fell.\n");
        struct fixture *fixture = *state;
        name(&fixture->a, "Tarsk East", "tarsk east", PX_ENTITY_OTHER);
        for (uint32_t t = 0; i == 0 && t < fixture->a.tokens.count; t++)
            fixture->a.tokens.items[t].voice = PX_VOICE_DIRECT;
        compare_both(fixture);
        assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, i == 0 ? "" : "Tarsk East");
        tear_down(state);
    }
}

/* "Rain on Every Hill …" in somebody's mouth is no title. */
static void a_long_title_in_speech_is_no_name(void **state)
{
    static const char LONG[] = "Greatest Rain Since the Fall of Tarsk";
    for (size_t i = 0; i < 2; i++) {
        set_up_texts(state, "He wrote Greatest Rain Since the Fall of Tarsk.\n", "Rain fell.\n");
        struct fixture *fixture = *state;
        name(&fixture->a, LONG, "greatest rain", PX_ENTITY_WORK);
        for (uint32_t t = 0; i == 0 && t < fixture->a.tokens.count; t++)
            fixture->a.tokens.items[t].voice = PX_VOICE_DIRECT;
        compare_both(fixture);
        assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, i == 0 ? "" : LONG);
        tear_down(state);
    }
}

/* He branded it the "Rain Protection Act": that is his name for what has another. */
static void a_name_that_is_all_of_a_quotation_is_coined(void **state)
{
    for (size_t i = 0; i < 2; i++) {
        set_up_texts(state, "He branded it the \"Rain Protection Act\" twice in that year.\n", "Rain fell.\n");
        struct fixture *fixture = *state;
        name(&fixture->a, "Rain Protection Act", "rain protection act", PX_ENTITY_WORK);
        const struct px_mention *act = &fixture->a.mentions.items[0];
        struct px_quotation *quotation = take_all(px_vector_push(&fixture->a.quotations, &fixture->a.arena));
        *quotation = (struct px_quotation){.first_token = act->first_token - 1,
                                           .token_count = act->token_count + (i == 0 ? 2 : 6),
                                           .attribution = PX_NONE};
        for (uint32_t t = 0; t < act->token_count; t++)
            fixture->a.tokens.items[act->first_token + t].voice = PX_VOICE_DIRECT;
        compare_both(fixture);
        assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, i == 0 ? "" : "Rain Protection Act");
        tear_down(state);
    }
}

/* Whose hospital it is, is a part of its name; and no outlet is news in its own article. */
static void an_owner_and_the_outlet_are_no_names(void **state)
{
    set_up_texts(state, "Nurses at Quell's Hospital spoke to the Lantern. Tor Vald came.\n", "Rain fell.\n");
    struct fixture *fixture = *state;
    fixture->a.outlet = PX_SLICE("The Lantern");
    name(&fixture->a, "Quell", "quell", PX_ENTITY_PERSON);
    name(&fixture->a, "Lantern", "lantern", PX_ENTITY_ORGANISATION);
    name(&fixture->a, "Tor Vald", "tor vald", PX_ENTITY_PERSON);
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, "Tor Vald");
}

/* What calls a body by a noun alone may be another: the evidence is where a name stands. */
static void evidence_is_of_names(void **state)
{
    set_up_texts(state, "The Quell Court met. Rain fell. The court left.\n", "Rain fell.\n");
    struct fixture *fixture = *state;
    name(&fixture->a, "Quell Court", "quell court", PX_ENTITY_ORGANISATION);
    mention(&fixture->a, "The court", PX_MENTION_ROLE);
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, "Quell Court");
    for (size_t i = 0; i < fixture->ab.only.count; i++)
        if (fixture->ab.only.items[i].kind == PX_ONLY_ENTITY)
            assert_int_equal(fixture->ab.only.items[i].evidence.count, 1);
}

/* All of its places are evidence, those in an address, too: "Quell, Ohio". These tell no more than where a town is, and
 * do not count as sentences that name it. */
static void evidence_is_of_addresses_too(void **state)
{
    set_up_texts(
        state, "Ohio slept. Rain fell in Quell, Ohio. Ohio woke. Ohio sang. Ohio ate. Ohio drank. Ohio slept again.\n",
        "Rain fell.\n");
    struct fixture *fixture = *state;
    name(&fixture->a, "Ohio", "ohio", PX_ENTITY_PLACE);
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, "Ohio");
    for (size_t i = 0; i < fixture->ab.only.count; i++)
        if (fixture->ab.only.items[i].kind == PX_ONLY_ENTITY) {
            assert_int_equal(fixture->ab.only.items[i].evidence.count, 7);
            assert_int_equal(fixture->ab.only.items[i].sentences, 6);
        }
}

/* Who neither does anything nor has it done to him is named by the way, "the seat of Tovik Lind". */
static void who_has_no_part_is_slight(void **state)
{
    set_up_texts(state, "Ada Brell left the seat of Tovik Lind.\n", "It rained.\n");
    struct fixture *fixture = *state;
    mark_name(&fixture->a, "Ada Brell", PX_ENTITY_PERSON);
    mark_name(&fixture->a, "Tovik Lind", PX_ENTITY_PERSON);
    struct px_act *act = take_all(px_vector_push(&fixture->a.acts, &fixture->a.arena));
    *act = (struct px_act){.agent = 0, .patient = PX_NONE, .attribution = PX_NONE};
    fixture->a.parsed = true;
    compare_both(fixture);
    assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, "Ada Brell; Tovik Lind");
    for (size_t i = 0; i < fixture->ab.only.count; i++)
        if (fixture->ab.only.items[i].kind == PX_ONLY_ENTITY)
            assert_int_equal(fixture->ab.only.items[i].slight,
                             px_slice_is(fixture->ab.only.items[i].text, "Tovik Lind"));
    tear_down(state);
}

/* "granted rights to her" is done with regard to her; "have ties to her" tells of no deed. */
static void who_is_given_something_has_a_part(void **state)
{
    static const char *const verbs[] = {"granted", "have"};
    for (size_t i = 0; i < 2; i++) {
        char text[64];
        snprintf(text, sizeof text, "They %s harbour rights to Tovik Lind.\n", verbs[i]);
        set_up_texts(state, text, "It rained.\n");
        struct fixture *fixture = *state;
        mark_name(&fixture->a, "Tovik Lind", PX_ENTITY_PERSON);
        fixture->a.parsed = true;
        take_for_nouns(&fixture->a, "rights");
        fixture->a.lexemes[1].word_class = PX_WORD_VERB;
        fixture->a.lexemes[2].word_class = PX_WORD_NOUN;
        compare_both(fixture);
        assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, "Tovik Lind");
        assert_int_equal(fixture->ab.only.items[0].slight, i == 1);
        tear_down(state);
    }
}

/* A place, a law, which may go by another name, and of whom nothing but a given name is known. */
static void what_is_named_by_the_way_is_broad(void **state)
{
    set_up_texts(state, "Ada Brell left Tarsk. She met Peter. Brell read the Harbour Act.\n", "It rained.\n");
    struct fixture *fixture = *state;
    mark_name(&fixture->a, "Ada Brell", PX_ENTITY_PERSON);
    mark_name(&fixture->a, "Tarsk", PX_ENTITY_PLACE);
    mark_name(&fixture->a, "Peter", PX_ENTITY_PERSON);
    mark_name(&fixture->a, "Harbour Act", PX_ENTITY_WORK);
    compare_both(fixture);
    for (size_t i = 0; i < fixture->ab.only.count; i++)
        if (fixture->ab.only.items[i].kind == PX_ONLY_ENTITY)
            assert_int_equal(fixture->ab.only.items[i].broad,
                             !px_slice_is(fixture->ab.only.items[i].text, "Ada Brell"));
    assert_only(&fixture->ab, PX_ONLY_ENTITY, 0, "Ada Brell; Tarsk; Peter; Harbour Act");
    tear_down(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_name_that_stands_nowhere_else, set_up_names, tear_down),
        cmocka_unit_test_setup_teardown(words_of_the_name_elsewhere_are_enough, set_up_names, tear_down),
        cmocka_unit_test_setup_teardown(the_same_words_in_another_order_name_it_too, set_up_names, tear_down),
        cmocka_unit_test_setup_teardown(a_word_in_common_is_not_the_name, set_up_names, tear_down),
        cmocka_unit_test_setup_teardown(a_relative_is_another, set_up_relatives, tear_down),
        cmocka_unit_test(an_office_alone_may_be_whose_it_is),
        cmocka_unit_test_setup_teardown(what_is_no_name_is_not_missed, set_up_no_names, tear_down),
        cmocka_unit_test(who_has_no_part_is_slight),
        cmocka_unit_test(who_is_given_something_has_a_part),
        cmocka_unit_test(what_is_named_by_the_way_is_broad),
        cmocka_unit_test(what_stands_before_nouns_names_nobody),
        cmocka_unit_test(states_in_a_list_are_names),
        cmocka_unit_test(a_caption_names_it_too),
        cmocka_unit_test(a_house_is_named_where_it_acts),
        cmocka_unit_test(a_coinage_is_no_name),
        cmocka_unit_test(a_long_title_in_speech_is_no_name),
        cmocka_unit_test(a_name_that_is_all_of_a_quotation_is_coined),
        cmocka_unit_test_teardown(places_in_a_row_stand_behind_others, tear_down),
        cmocka_unit_test_teardown(an_owner_and_the_outlet_are_no_names, tear_down),
        cmocka_unit_test_teardown(evidence_is_of_names, tear_down),
        cmocka_unit_test_teardown(evidence_is_of_addresses_too, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
