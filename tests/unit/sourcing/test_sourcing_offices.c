/* Who speaks by an office, a trade or a body, and which names and places do not. */
#include "sourcing_fixture.h"

/* A description stands for the only person whom the article tells to be that; where another one may be meant, for
 * nobody surely. */
static void descriptions_stand_for_one_person(void **state)
{
    (void)state;
    read_story("Ann Hask (D-Calif.) and John Brell (D-Ohio) met. If Brell had replaced her, it would be late.\nThe "
               "California Democrat said she feels “exhilarated” at the vote.");
    assert_true(speaks(find_content("exhilarated"), "Ann Hask"));
    read_story(
        "Talk show host Ann Hask met the council. All we have heard, the Varn News host complained, is “we need a "
        "big tent. We need a bigger tent.”");
    assert_true(speaks(find_content("bigger tent"), "Ann Hask"));
    read_story("John Ramil met the council. Mr. Ramil later took his questions. “He tried to silence me,” the "
               "Kestrian-born reporter told the Courier.");
    assert_true(speaks(find_content("silence"), NULL));
    assert_false(find_content("silence")->high_tier);
    read_story(
        "Senator Ono Brell met Mayor Hask on Monday.\nMr. Brell bluntly accused Mayor Hask of forcing “a pointless "
        "strike” to pay for the wall.\n“This is about more than pay. This is not about rest. Miners are no chips. "
        "It is wrong that she offers so little.”\nThe Harbour senator also said “a fair talk” can begin in May.");
    assert_true(speaks(find_content("fair talk"), "Ono Brell"));
    assert_true(find_content("fair talk")->high_tier); /* by his office */
    read_story(
        "Senator Ono Brell met Mayor Hask on Monday.\nMr. Brell bluntly accused Mayor Hask of forcing “a pointless "
        "strike” to pay for the wall.\n“This is about more than pay. This is not about rest. Miners are no chips. "
        "It is wrong that she offers so little.”\nThe Harbour nominee also said “a fair talk” can begin in May.");
    assert_true(speaks(find_content("fair talk"), "Ono Brell"));
    assert_false(find_content("fair talk")->high_tier);
    read_story("The case against KMB is old. KMB calls that evidence weak. The company says its policies bar bias.");
    assert_true(speaks(find_content("policies"), "KMB"));
}

/* The title of several goes to all of a list. */
static void titles_go_to_all_of_a_list(void **state)
{
    size_t titled = 0;
    (void)state;
    read_story(
        "Several went to bat for the mayor. Reps. Adam Brell (Calif.), Gwen Hask (Wis.) and Ono Venn spoke for her. "
        "Later Carl Ostrom left.");
    for (size_t i = 0; i < story.article.entities.count; i++) {
        const struct px_entity *it = &story.article.entities.items[i];
        bool last = px_slice_is(it->name, "Carl Ostrom");
        titled += px_slice_is(it->role, "Representative") || px_slice_is(it->title, "Representative");
        assert_false(last && it->title.size > 0);
    }
    assert_int_equal(titled, 3);
}

/* Behind the field of an office stands its holder's name. */
static void who_holds_the_office_of_a_field_speaks(void **state)
{
    (void)state;
    read_story(
        "The council met on Monday.\nAda Brell was there. But Assistant Secretary for Mining Safety Ada Brell said "
        "that the pits are closed.");
    assert_true(speaks(find_content("pits are closed"), "Ada Brell"));
    read_story(
        "The council met on Monday.\nAda Brell was there. A spokesperson for Vice President Ada Brell said that the "
        "pits are closed.");
    assert_true(speaks(find_content("pits are closed"), NULL));
}

/* A newspaper is a medium by its short name, too. */
static void a_short_name_is_a_mediums(void **state)
{
    (void)state;
    read_story("The council met on Monday, The Washington Post wrote.\nThe pits are closed, according to the Post.");
    const struct px_attribution *it = find_content("pits are closed");
    assert_true(speaks(it, "Washington Post"));
    assert_int_equal(it->speaker_kind, PX_SPEAKER_MEDIA);
}

/* What kind of speaker it is: "the three" are several, what describes a noun is not that noun, who has seen a paper is not it. */
static void speakers_are_of_their_kind(void **state)
{
    (void)state;
    read_story("Three judges left the court on Monday. The three wrote that the law was void.");
    assert_int_equal(find_content("law was void")->speaker_kind, PX_SPEAKER_GROUP);
    read_story(
        "And more than a half-dozen House and Senate Democrats also have said they will skip the vote on the pits.");
    assert_int_equal(find_content("skip the vote")->speaker_kind, PX_SPEAKER_GROUP);
    read_story("Local politicians and newspaper editorial writers said that the toll was unfair.");
    assert_int_equal(find_content("toll was unfair")->speaker_kind, PX_SPEAKER_GROUP);
    read_story("Two newspapers said that the toll was unfair.");
    assert_int_equal(find_content("toll was unfair")->speaker_kind, PX_SPEAKER_MEDIA);
    read_story("The Data Supervisor, who checked the plan, said that the owners had lied.");
    assert_int_equal(find_content("owners had lied")->speaker_kind, PX_SPEAKER_PERSON);
    read_story("The council has seven letters, obtained by the Chronicle, which suggest that the owners lied.");
    const struct px_attribution *it = find_content("owners lied");
    assert_true(speaks(it, NULL));
    assert_true(px_slice_is(px_slice_span(story.article.text, it->named), "seven letters"));
    read_story("Tempers were frayed further by pay slips, seen by the Chronicle, which suggest that the owners lied.");
    assert_true(speaks(find_content("owners lied"), NULL));
    read_story("The Harbour Mission, with thirty people in the valley, found the vote “calm and well run” on Monday.");
    assert_int_equal(find_content("calm and well run")->speaker_kind, PX_SPEAKER_INSTITUTION);
    read_story("The gendarmerie said that the pits were closed.");
    assert_int_equal(find_content("pits were closed")->speaker_kind, PX_SPEAKER_INSTITUTION);
}

/* Outside of quotation marks "I" is the author; nobody speaks surely by a noun that two bodies bear, or by a pronoun that stood
 * there for somebody before. */
static void nobody_is_taken_for_another(void **state)
{
    (void)state;
    read_story(
        "Clara Venn has promised to publish every page. I believe her, as I believe in May.\nBut I would ask that "
        "the first page be the one from October.");
    assert_true(speaks(find_content("first page be"), NULL));
    assert_false(find_content("first page be")->high_tier);
    read_story("The Interior Ministry closed the pits. The Energy Ministry opened a road.\nIt rained on Monday. It "
               "snowed on Friday. It stopped on Sunday.\nThe ministry said that the talks were over.");
    assert_true(speaks(find_content("talks were over"), NULL));
    assert_false(find_content("talks were over")->high_tier);
    read_story(
        "The miner Carol Ostrom mocked the trip as “a picture in search of a frame.”\nAsked on the road whether she "
        "had liked the talks with Mary Venn, she smiled. “It was needed,” she said.");
    assert_false(find_content("It was needed")->high_tier);
}

/* Whom a speaker acts for is told by his own words alone; who would not be named stays so. */
static void actors_are_told_by_clear_words(void **state)
{
    (void)state;
    read_story("A Labour minister said that the pits would close.");
    assert_int_equal(find_content("pits would close")->actor, PX_ACTOR_STATE);
    read_story("A British journalist said that the pits would close.");
    assert_int_equal(find_content("pits would close")->actor, PX_ACTOR_MEDIA);
    read_story("British officials said that the pits would close.");
    assert_int_equal(find_content("pits would close")->actor, PX_ACTOR_STATE);
    read_story("Ono Brell, who had kept the parties in separate rooms, said that the pits would close.");
    assert_int_equal(find_content("pits would close")->actor, PX_ACTOR_OTHER);
    read_story("The Harbour Council said that the pits would close.");
    assert_int_equal(find_content("pits would close")->actor, PX_ACTOR_OTHER);
    read_story(
        "A manager at the Halden Corp., who asked me to leave out his name, said that the pits would close. “There "
        "is no other way to pay for it,” the manager said.");
    assert_true(find_content("pits would close")->anonymous);
    assert_true(find_content("no other way")->anonymous);
    assert_int_equal(find_content("no other way")->actor, PX_ACTOR_BUSINESS);
}

/* Who would not be named is looked for so many statements back, and no further. */
static void the_nameless_are_near(void **state)
{
    char text[32768];
    (void)state;
    for (int between = 10; between < 400; between += 380) {
        size_t end = (size_t)snprintf(text, sizeof text,
                                      "A manager at the Halden Corp., who asked me to leave out his name, said that "
                                      "the pits would close.");
        for (int i = 0; i < between; i++)
            end += (size_t)snprintf(text + end, sizeof text - end, " The Harbour Council said it was late.");
        snprintf(text + end, sizeof text - end, " “There is no other way to pay for it,” the manager said.");
        read_story(text);
        assert_int_equal(find_content("no other way")->anonymous, between < 200);
    }
}

/* A place in front is no part of who speaks. */
static void a_place_in_front_is_no_speaker(void **state)
{
    (void)state;
    read_story("In the House, Democratic lawmakers said Monday morning that the anger at the mayor remained strong.");
    const struct px_attribution *it = find_cue("said");
    assert_non_null(it);
    assert_true(px_slice_is(px_slice_span(story.article.text, px_attribution_namer(it)), "Democratic lawmakers"));
    read_story("As Sen. Ono Brell, R-Ky., put it, “The pits are the hottest of all.”");
    it = find_cue("put");
    assert_true(it == NULL ||
                px_slice_starts(px_slice_span(story.article.text, px_attribution_namer(it)), PX_SLICE("Sen.")));
}

/* Nor is a town with its state that tells where somebody is from. */
static void a_town_before_a_noun_is_no_speaker(void **state)
{
    (void)state;
    static const char *const speakers[][2] = {
        {"“We stand with them,” tweeted the Dayton, Ohio, branch of the Harbour League, a leader in the movement.",
         "the Dayton, Ohio, branch of the Harbour League"},
        {"The Dayton, Ohio, branch of the Harbour League said that it would march on Monday.",
         "The Dayton, Ohio, branch of the Harbour League"},
        {"The Albany, N.Y., chapter of the Harbour League said that it would march on Monday.",
         "The Albany, N.Y., chapter of the Harbour League"},
        {"A Dayton, Ohio, woman said that she would march on Monday.", "A Dayton, Ohio, woman"},
    };
    for (size_t i = 0; i < sizeof speakers / sizeof *speakers; i++) {
        read_story(speakers[i][0]);
        assert_true(story.article.attributions.count > 0);
        const struct px_attribution *it = &story.article.attributions.items[0];
        assert_true(px_slice_starts(px_article_speaker(&story.article, 0), px_slice_from(speakers[i][1])));
        assert_true(
            px_slice_is(px_slice_span(story.article.text, px_article_describer(&story.article, 0)), speakers[i][1]));
        assert_int_equal(it->entity, PX_NONE);
        assert_int_equal(it->also_count, 0);
        bool woman = i + 1 == sizeof speakers / sizeof *speakers;
        assert_int_equal(it->speaker_kind, woman ? PX_SPEAKER_PERSON : PX_SPEAKER_INSTITUTION);
    }
}

/* Who is named for the first time right before what is quoted says it; one beside a subject that has no name may not. */
static void who_is_introduced_speaks(void **state)
{
    (void)state;
    read_story(
        "“The pits must close,” Tom Varn said.\n\nAsked whether it would rain if the council waited, Rob Brell, a "
        "former miner and a friend of the plan, offered a calmer view.\n\n“The wait would not hurt anybody,” he "
        "said.\n");
    const struct px_attribution *it = &story.article.attributions.items[story.article.attributions.count - 1];
    assert_true(
        px_slice_is(px_article_speaker(&story.article, (uint32_t)story.article.attributions.count - 1), "Rob Brell"));
    assert_int_not_equal(it->entity, PX_NONE);
    read_story("Mr. Varn met voters.\n\n“The pits must close,” Mr. Varn told them.\n\nThe former Ohio senator has a "
               "new deputy, Bella, with a rare illness, and he said that doctors often recommend rest.\n");
    it = find_cue("said");
    assert_true(it != NULL && !it->high_tier);
    read_story("Mr. Varn met voters.\n\n“The pits must close,” Mr. Varn told them.\n\nThe former Ohio senator has a "
               "3-year-old daughter, Bella, with a rare illness, and he said that doctors often recommend rest.\n");
    assert_true(speaks(find_cue("said"), "Varn"));
}

/* Officials in a party are not of the government. */
static void officials_are_of_whom_they_belong_to(void **state)
{
    (void)state;
    read_story("Two officials in the Republican Party said that the plan was dead.");
    const struct px_attribution *it = find_cue("said");
    assert_non_null(it);
    assert_int_equal(it->actor, PX_ACTOR_PARTY);
    assert_true(it->anonymous);
}

/* Whoever stands last in a sentence speaks, with a name between commas too. */
static void a_name_beside_an_office_speaks_last(void **state)
{
    (void)state;
    read_story("The miners are to come back to work by the end of June, the mediator, Hendry Oakes, announced.");
    const struct px_attribution *it = find_content("come back to work");
    assert_non_null(it);
    assert_true(holds(&it->speaker, "the mediator, Hendry Oakes"));
    assert_int_not_equal(it->entity, PX_NONE);
}

/* What somebody does may tell his trade, not a government; and whose the union is tells more than who is in it. */
static void deeds_tell_trades_alone(void **state)
{
    static const struct {
        const char *text;
        uint8_t actor;
    } cases[] = {
        {"Ona Brell, who teaches law at the University of Marn, said that the pits are closed.", PX_ACTOR_EXPERT},
        {"Ed Whelan, president of the Ethics and Public Policy Center, said the judge had “gone too far.”",
         PX_ACTOR_EXPERT},
        {"Ona Brell, who led the president's campaign, said that the pits are closed.", PX_ACTOR_OTHER},
        {"Ona Brell of the mine workers' union said that the pits are closed.", PX_ACTOR_CIVIL_SOCIETY},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        if (story.article.attributions.items[0].actor != cases[i].actor)
            fail_msg("%s: %u", cases[i].text, story.article.attributions.items[0].actor);
    }
}

/* What a body puts out it says; a member of those who speak is heard; who audits for a state is of it. */
static void bodies_and_members_speak(void **state)
{
    (void)state;
    read_story("The Carreth Council's statement says that the pits are closed.");
    assert_true(speaks(&story.article.attributions.items[0], "Carreth Council"));
    assert_int_equal(story.article.attributions.items[0].speaker_kind, PX_SPEAKER_INSTITUTION);
    read_story("The three judges in the minority, among them Ono Brell, a former prosecutor, wrote that the court had "
               "gone too far.");
    const struct px_attribution *it = &story.article.attributions.items[0];
    assert_int_equal(it->also_count, 1);
    assert_true(px_slice_is(story.article.entities.items[it->also[0]].name, "Ono Brell"));
    assert_int_equal(it->speaker_kind, PX_SPEAKER_GROUP);
    read_story("Jim Brell, the state auditor, said that the pits are closed.");
    assert_int_equal(story.article.attributions.items[0].actor, PX_ACTOR_STATE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_short_name_is_a_mediums),
        cmocka_unit_test(who_holds_the_office_of_a_field_speaks),
        cmocka_unit_test(speakers_are_of_their_kind),
        cmocka_unit_test(nobody_is_taken_for_another),
        cmocka_unit_test(actors_are_told_by_clear_words),
        cmocka_unit_test(a_place_in_front_is_no_speaker),
        cmocka_unit_test(a_town_before_a_noun_is_no_speaker),
        cmocka_unit_test(who_is_introduced_speaks),
        cmocka_unit_test(officials_are_of_whom_they_belong_to),
        cmocka_unit_test(the_nameless_are_near),
        cmocka_unit_test(a_name_beside_an_office_speaks_last),
        cmocka_unit_test(deeds_tell_trades_alone),
        cmocka_unit_test(bodies_and_members_speak),
        cmocka_unit_test(descriptions_stand_for_one_person),
        cmocka_unit_test(titles_go_to_all_of_a_list),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
