/* What grammar and place say of statements that the model finds: whose they are. */
#include "sourcing_fixture.h"

/* "He" and "she" are whom the place of the pronoun allows. */
static void pronouns_keep_out_of_their_words(void **state)
{
    (void)state;
    read_story(
        "Ono Brell, a miner, and Clara Venn, a lawyer, met on Monday. Clara Venn did not agree with Mr. Brell in "
        "an interview on Friday.\n"
        "“He did not even carry his own town for Mary Ostrom, so I do not know why he is saying that,” she said.");
    assert_true(speaks(find_content("carry his own town"), "Clara Venn"));
    read_story("Mr. Carl Ostrom and Ms. Mary Hask have been at odds with the ministry since a meeting with John Brell, "
               "when he said he would be proud to take responsibility for the strike.");
    assert_true(speaks(find_content("proud"), "John Brell"));
}

/* A day is no speaker beside a name that is an adverb, too; who is named right before a quotation speaks it. */
static void names_speak_before_days_and_quotations(void **state)
{
    (void)state;
    read_story("David Long met the council. Long on Monday also denied that a clarification of the law would be needed "
               "before this weekend.");
    assert_true(speaks(find_content("clarification"), "David Long"));
    read_story("And actor Ashton Brell recently tweeted: “Virginia are you also going to allow Christian owners to ban "
               "miners from coming in? Or Vice Versa?”");
    assert_true(speaks(find_content("Christian owners"), "Ashton Brell"));
}

/* "They" are the two who are joined before. */
static void they_are_who_is_joined(void **state)
{
    (void)state;
    read_story(
        "On Monday, Senate President David Wills and Speaker Brian Oakes, both Harbourers, held a meeting. They said "
        "they will swiftly try to \"clarify\" its language.");
    const struct px_attribution *it = find_content("swiftly");
    assert_true(speaks(it, "David Wills"));
    assert_int_equal(it->also_count, 1);
    assert_true(px_slice_is(story.article.entities.items[it->also[0]].name, "Brian Oakes"));
    read_story(
        "A friend of David Wills and Brian Oakes held a meeting. They said they will swiftly try to \"clarify\" its "
        "language.");
    assert_true(speaks(find_content("swiftly"), NULL));
}

/* "Oakes's lawyers" lead the sentence, not Oakes. */
static void a_pronoun_is_rarely_whose_people_lead(void **state)
{
    (void)state;
    read_story("Carl Brell met John Oakes in May. The rain fell. Snow fell. Ice came. The river rose. The river fell. "
               "For John Oakes's lawyers, Carl Brell said he was free.");
    const struct px_mention *he = &story.article.mentions.items[story.article.mentions.count - 1];
    assert_true(he->form == PX_MENTION_PRONOUN);
    assert_true(px_slice_is(story.article.entities.items[he->entity].name, "Carl Brell"));
}

/* Who speaks is the subject of the verb's own clause. */
static void a_clause_of_its_own_has_its_speaker(void **state)
{
    (void)state;
    read_story(
        "Several council members called on him to step aside if the claims are true – and at least one councillor, "
        "Tarn’s John Brell, said he should go regardless.");
    assert_true(speaks(find_content("regardless"), "John Brell"));
    read_story("Several council members called on him to step aside if the claims are true and said he should go.");
    const struct px_attribution *it = find_content("should go");
    assert_true(it != NULL && holds(&it->speaker, "council members"));
}

static bool is_named(const struct px_attribution *it, const char *words)
{
    return it != NULL && px_slice_is(px_slice_span(story.article.text, px_attribution_namer(it)), words);
}

/* "Who" stands for people, and for those of an earlier "who". */
static void who_stands_for_people(void **state)
{
    (void)state;
    read_story("Before the vote, the report led to a flurry of reactions by senior members of Parliament who said that "
               "the claims could be grounds for a trial.");
    assert_true(is_named(find_content("grounds"), "senior members of Parliament"));
    read_story("CARRETH — The miners re-elected Clara Venn as union leader over an Oldport lawmaker who said the union "
               "had lost its way.");
    assert_true(is_named(find_content("lost its way"), "an Oldport lawmaker"));
    read_story("The Courier interviewed three women who were teenagers at the time who claimed Brell pursued them when "
               "he was a teacher.");
    assert_true(is_named(find_content("pursued"), "three women"));
}

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

/* Joined verbs have one subject, in headlines too, whatever the parser makes of them. */
static void joined_verbs_share_their_subject(void **state)
{
    static const struct expected cases[] = {
        {"# Brell warns strike could last 'years,' says he has 'no choice'\nIt rained on Monday.", "no choice", "Brell",
         NULL},
        {"# Mayor warns strike could last 'years,' claims talks are 'dead' for now\nIt rained on Monday.", "dead",
         "Mayor", NULL},
        {"President Venn stood firm Friday on the road after the second council meeting with mining leaders this week "
         "broke "
         "up with no apparent deal, telling miners the talks were over and saying he could even close a \"northern "
         "pit\" to "
         "bypass the council if necessary.",
         "he could even close", "President Venn", NULL},
        {"President Venn stood firm Friday on the road after the second council meeting with mining leaders this week "
         "broke "
         "up with no apparent deal, reminding owners the strike was legal and insisting the owners had lied.",
         "strike was legal", "President Venn", NULL},
        {"The California miner spoke briefly to reporters following the vote, saying she feels “exhilarated” at being "
         "re-elected.",
         "she feels", "California miner", NULL},
    };
    (void)state;
    CHECK(cases);
}

/* Of whom the speaker's views are, and whose plans, does not speak with him. */
static void an_owner_is_no_joint_speaker(void **state)
{
    (void)state;
    read_story(
        "The council met on Monday.\nIvo Hask and Ada Brell were there. Sen. Ada Brell, whose views on Ivo Hask and "
        "her plans have changed, said that the pits are closed.");
    const struct px_attribution *it = find_content("pits are closed");
    assert_true(speaks(it, "Ada Brell"));
    assert_int_equal(it->also_count, 0);
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

/* A number before the noun does not hide who speaks. */
static void a_number_hides_no_noun(void **state)
{
    static const char *const stories[] = {
        "The council met on Monday.\nMore than a half-dozen House and Senate Democrats also have said that they will "
        "skip "
        "the feast, calling it an affront to the miners.",
        "The council met on Monday.\nA handful of Democrats said that they will skip the feast.",
    };
    (void)state;
    for (size_t i = 0; i < sizeof stories / sizeof *stories; i++) {
        read_story(stories[i]);
        const struct px_attribution *it = find_content("skip the feast");
        assert_non_null(it);
        assert_int_equal(it->speaker_kind, PX_SPEAKER_GROUP);
        assert_int_equal(it->actor, PX_ACTOR_PARTY);
    }
}

/* Of several parts of a speaker the pronoun right before the verb speaks. */
static void the_pronoun_at_the_verb_speaks(void **state)
{
    (void)state;
    read_story(
        "The council met on Monday.\nA meeting was held there.\n"
        "Following Prime Minister Clara Venn’s unusually direct message to Varn in November 2017 in which she said "
        "directly to the council: “we know what you are doing. And you will not succeed,” Brell specifically mentioned "
        "Varn's activities in the north.");
    const struct px_attribution *it = find_content("you are doing");
    assert_non_null(it);
    assert_int_equal(it->speaker.count, 1);
    assert_true(holds(&it->speaker, "she") && speaks(it, "Clara Venn"));
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

/* Who is named beside the speaker does not speak; who holds the office before a body's name does. */
static void the_head_of_the_phrase_speaks(void **state)
{
    (void)state;
    read_story("The three judges in the minority, among them Clara Venn, a miner, wrote that the law was void.");
    const struct px_attribution *it = find_content("law was void");
    assert_true(speaks(it, NULL));
    assert_int_equal(it->speaker_kind, PX_SPEAKER_GROUP);
    read_story(
        "In a letter seen by this paper the chairman of the Harbour Council, Ono Brell, wrote to the owners: “The "
        "pits will close by the end of the summer.”");
    it = find_content("pits will close");
    assert_true(speaks(it, "Ono Brell"));
    assert_false(holds(&it->content, "letter"));
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

/* What stands beside the speaker may be the source: according to whom it is so, and whom a report cites. */
static void the_source_beside_the_speaker_tells(void **state)
{
    static const struct expected cases[] = {
        {"Ono Brell, according to the indictment, told Clara Venn that he should “do as the owners do” in the pits.",
         "do as the owners do", "the indictment", NULL},
        {"The Courier published the story on Thursday, citing two council officials who said Ono Brell had closed the "
         "pits.",
         "had closed", "two council officials", "officials"},
        /* the source frames the sentence, in front and behind; quoted speech stays with who spoke it */
        {"According to the indictment, Mr. Brell told “senior council officials” about the stolen letters that could "
         "be "
         "damaging to Mrs. Hask.",
         "about the stolen letters", "the indictment", NULL},
        {"Three senior aides told Mr. Brell that he should quit, according to people familiar with the talks.",
         "he should quit", "people familiar with the talks", NULL},
        {"Mr. Brell told Clara Venn that the mine was safe, the indictment said.", "the mine was safe",
         "the indictment", NULL},
        {"“We cannot open the mine this year,” Ono Brell said, according to the Courier.", "cannot open the mine",
         "Ono Brell", NULL},
        {"A survey by the engineers last October recommended that blocked drains be cleared soon, according to a copy "
         "seen by the Courier.",
         "drains be cleared", "A survey", NULL},
    };
    (void)state;
    CHECK(cases);
}

/* Who is named in a clause about the speaker does not speak with him. */
static void nobody_speaks_in_a_relative_clause(void **state)
{
    (void)state;
    read_story("Mayor Ada Venn met Ono Brell in May. Senator Clara Hask, whose views on Brell and his policies have "
               "changed, said the dam was safe.");
    const struct px_attribution *it = find_content("dam was safe");
    assert_non_null(it);
    assert_int_equal(it->also_count, 0);
    read_story("Senator Clara Hask and Mayor Ada Venn said the dam was safe.");
    assert_int_equal(find_content("dam was safe")->also_count, 1);
    read_story("Ann Hask, Ivo Brell and Ono Venn said that the mine was closed."); /* all of a list */
    assert_int_equal(find_content("mine was closed")->also_count, 2);
    read_story("Ann Hask, Ivo Brell’s deputy, and Ono Venn said that the mine was closed.");
    assert_int_equal(find_content("mine was closed")->also_count, 1);
}

/* Quoted words that one passes on are another's. */
static void the_inner_speaker_is_quoted(void **state)
{
    static const struct expected cases[] = {
        {"“We got wiped out in the north, and we are toxic in the towns,” aides said Mr. Brell told his miners behind "
         "closed "
         "doors before the vote.",
         "We got wiped out", "Mr. Brell", "behind closed doors"},
        {"\"She has not committed any crime but she has no choice but to take this course,\" the letter addressed to "
         "Ono "
         "Brell reads, according to the Carreth Times.",
         "not committed any crime", "the letter", "reads"},
        {"“We got wiped out in the north, and we are toxic in the towns,” aides said on Monday before the vote.",
         "We got wiped out", "aides", NULL},
    };
    (void)state;
    CHECK(cases);
}

/* The scene as a fit sees it. */
static void look(void *to, const struct px_scene *scene)
{
    bool *doubts = to;
    for (uint32_t t = 0; t < scene->count; t++)
        assert_true(scene->starts[t] == PX_NONE || scene->starts[t] < scene->cues.count);
    assert_true(scene->cues.count > 0);
    for (int wide = 0; wide < 2; wide++) {
        struct px_cue cue = {.speaker = {wide ? 3 : 0, wide ? 9 : 2}};
        px_sourcing_doubt_phrase(scene, &cue);
        doubts[wide] = cue.unsure;
    }
}

/* "The council members a long report", each of which hangs elsewhere, are no speaker; a fit sees the cues. */
static void two_phrases_are_no_speaker(void **state)
{
    bool doubts[2] = {false, false};
    const struct px_scene_watch watch = {look, doubts};
    const struct px_annotate_options options = {.parser = parser, .splitter = &grammar->splitter, .watch = &watch};
    (void)state;
    story_lay_out("The minister gave the council members a long report that said nothing.");
    assert_int_equal(px_annotate(&story.worker, &options, &story.article, &story.error), PX_OK);
    assert_false(doubts[0]);
    assert_true(doubts[1]);
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

/* Whoever is told something in the passive does not say it. */
static void who_is_told_does_not_speak(void **state)
{
    (void)state;
    read_story(
        "A senior Carreth diplomat, who spoke on condition of anonymity, said the minister had handed over a list "
        "of 26 names and had been assured that “a number of them” would be freed by the end of the month.");
    const struct px_attribution *it = find_cue("assured");
    assert_true(it == NULL || !it->high_tier);
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

static void assert_namer(const char *text, const char *cue, const char *namer)
{
    read_story(text);
    const struct px_attribution *it = find_cue(cue);
    assert_non_null(it);
    struct px_slice name = px_slice_span(story.article.text, px_attribution_namer(it));
    if (!px_slice_starts(name, px_slice_from(namer)))
        fail_msg("%.*s, not %s", PX_SLICE_ARG(name), namer);
}

/* "Who" is somebody, and of several where its verb is a plural's; else nobody is named. */
static void who_stands_for_the_right_people(void **state)
{
    (void)state;
    assert_namer(
        "But at home she faces rivals for the 2016 nomination like Mayor Ono Brell of Carreth who flatly oppose "
        "the pact with Kestria.",
        "oppose", "rivals for");
    assert_namer("Mrs. Hask faces critics of the plan who say that the pact is dead.", "say", "critics");
    assert_namer("The paper spoke to three other miners who were boys at the time who claimed Mr. Brell had lied to "
                 "them.",
                 "claimed", "three other miners");
}

/* Whose object the name before the colon is, of him the words are said. */
static void an_object_of_a_headline_does_not_speak(void **state)
{
    (void)state;
    read_story(
        "# Carreth Miners Defend Ono Brell: ‘It Was Long Ago’\nMayor Ono Brell left on Monday. Mr. Brell is out.");
    assert_null(find_content("Long Ago"));
    read_story("# Ono Brell: ‘It Was Long Ago’\nMayor Ono Brell left on Monday. Mr. Brell is out.");
    assert_true(speaks(find_content("Long Ago"), "Ono Brell"));
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
        cmocka_unit_test(pronouns_keep_out_of_their_words),
        cmocka_unit_test(names_speak_before_days_and_quotations),
        cmocka_unit_test(they_are_who_is_joined),
        cmocka_unit_test(a_pronoun_is_rarely_whose_people_lead),
        cmocka_unit_test(joined_verbs_share_their_subject),
        cmocka_unit_test(an_owner_is_no_joint_speaker),
        cmocka_unit_test(a_short_name_is_a_mediums),
        cmocka_unit_test(who_holds_the_office_of_a_field_speaks),
        cmocka_unit_test(a_number_hides_no_noun),
        cmocka_unit_test(the_pronoun_at_the_verb_speaks),
        cmocka_unit_test(speakers_are_of_their_kind),
        cmocka_unit_test(the_head_of_the_phrase_speaks),
        cmocka_unit_test(nobody_is_taken_for_another),
        cmocka_unit_test(actors_are_told_by_clear_words),
        cmocka_unit_test(the_inner_speaker_is_quoted),
        cmocka_unit_test(two_phrases_are_no_speaker),
        cmocka_unit_test(a_place_in_front_is_no_speaker),
        cmocka_unit_test(a_town_before_a_noun_is_no_speaker),
        cmocka_unit_test(who_is_introduced_speaks),
        cmocka_unit_test(officials_are_of_whom_they_belong_to),
        cmocka_unit_test(the_nameless_are_near),
        cmocka_unit_test(the_source_beside_the_speaker_tells),
        cmocka_unit_test(nobody_speaks_in_a_relative_clause),
        cmocka_unit_test(who_is_told_does_not_speak),
        cmocka_unit_test(a_name_beside_an_office_speaks_last),
        cmocka_unit_test(deeds_tell_trades_alone),
        cmocka_unit_test(who_stands_for_people),
        cmocka_unit_test(an_object_of_a_headline_does_not_speak),
        cmocka_unit_test(bodies_and_members_speak),
        cmocka_unit_test(a_clause_of_its_own_has_its_speaker),
        cmocka_unit_test(descriptions_stand_for_one_person),
        cmocka_unit_test(titles_go_to_all_of_a_list),
        cmocka_unit_test(who_stands_for_the_right_people),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
