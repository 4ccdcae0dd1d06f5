/* What grammar and place say of statements that the model finds: whose they are, where they end, whether anybody says anything
 * and how sure that is. */
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

/* A question keeps its mark, and what others say that somebody said is not as sure as what he says. */
static void questions_and_hearsay(void **state)
{
    (void)state;
    read_story("“So, you have the firm that is typical of the whole region,” Justice Brell said. “Then you would say "
               "every firm is in breach of Rule 7” of the Mining Act?");
    assert_true(holds(&find_content("every firm")->content, "Mining Act?"));
    read_story("“We got beaten in the north, and we are hated in the south,” aides said Mr. Brell told his friends "
               "behind closed doors.");
    assert_false(find_content("beaten")->high_tier);
    read_story("“We got beaten in the north, and we are hated in the south,” Mr. Brell told his friends behind closed "
               "doors.");
    assert_true(find_content("beaten")->high_tier);
}

/* What stands before the main clause of what is said makes it no less sure; and a clause of speech that hangs deep is
 * found. */
static void clauses_behind_that(void **state)
{
    (void)state;
    read_story("The Carreth Department of Labour announced Thursday that when it comes to fees, it will recognize old "
               "miners even if they live in a town that does not.");
    const struct px_attribution *it = find_content("recognize");
    assert_true(it != NULL && it->high_tier);
    read_story("Mr. Venn showed similar deftness, skirting a question about why he had not picked former Mayor Ono "
               "Brell, who had asserted that he would have loved the interim post.");
    assert_true(speaks(find_content("loved"), "Ono Brell"));
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

/* What a headline tells of somebody with a verb and a noun is in its own words. */
static void headlines_tell_deeds(void **state)
{
    static const char *const deeds[] = {"Council Responds To Fraud Charges Against Ono Brell",
                                        "Ono Brell Named Mayor of Carreth"};
    (void)state;
    for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++) {
        char text[200];
        snprintf(text, sizeof text, "# %s\nMayor Ono Brell met the council on Monday.", deeds[i]);
        read_story(text);
        for (size_t a = 0; a < story.article.attributions.count; a++)
            assert_false(story.article.attributions.items[a].reported);
    }
    read_story("# Council Says Ono Brell Lied\nMayor Ono Brell met the council on Monday.");
    assert_true(find_content("Lied") != NULL && find_content("Lied")->reported);
}

/* What others call a thing is not the word of whoever points to it. */
static void names_by_others_are_not_surest(void **state)
{
    (void)state;
    read_story(
        "Mr. Brell pointed to what aides called “orphan towns” in the far north that would not be a factor in the "
        "vote.");
    const struct px_attribution *it = find_content("orphan");
    assert_true(it == NULL || !it->high_tier);
}

/* What somebody is charged with is no statement of whoever charges him. */
static void charges_are_not_said(void **state)
{
    (void)state;
    read_story("Other staffers accused Ono Brell of routinely commenting on the miners and making jokes about being on "
               "“coal patrol” because he liked the pits.");
    for (size_t i = 0; i < story.article.attributions.count; i++)
        if (holds(&story.article.attributions.items[i].content, "coal patrol") &&
            story.article.attributions.items[i].cue_lemma.size > 0 &&
            !px_slice_is(story.article.attributions.items[i].cue_lemma, "accuse"))
            assert_false(story.article.attributions.items[i].high_tier);
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

/* What is said ends with its clause and its quotation. */
static void contents_end_with_their_clause(void **state)
{
    static const struct expected cases[] = {
        {"Despite Brell saying talks had \"come a long way,\" miners were more dour in their assessment.",
         "come a long way", "Brell", "miners were"},
        {"After Ono Brell said that the pits would close, the council met in Carreth.", "pits would close", "Ono Brell",
         "the council met"},
        {"Brell later confirmed in the garden, \"Absolutely I said that,\" while clarifying he hopes the strike ends "
         "soon.",
         "Absolutely I said that", "Brell", "clarifying"},
        {"Ono Brell argued on Carreth News' “Mara Venn Tonight” that the terms of the talks were clear.",
         "terms of the talks", "Ono Brell", "Mara Venn Tonight"},
        {"Ono Brell, who announced his bid for the council on Jan. 15 on \"The Late Show with Mara Venn,\" called the "
         "offer a "
         "\"bad deal.\"",
         "his bid", NULL, "Late Show"},
        {"Ono Brell told the owners that before he could sign, he needed a “public reassurance” that the council would "
         "pay, "
         "one person close to the talks said, speaking on the condition of anonymity to describe sensitive "
         "discussions.",
         "public reassurance", "one person close to the talks", "close to the talks"},
        {"Ono Brell said the owners should back it because it was “a good one” and the town is surrounded by pits, "
         "according "
         "to one of the officials familiar with the discussion.",
         "owners should back", "one of the officials", "officials"},
        {"The council met on Monday.\nA meeting was held there.\n"
         "“It is an enormous moment,” said Ono Brell, a miner from Carreth who worked for the owners in May. Unless "
         "further rivals quit "
         "the race, “it is very difficult to see how he is stopped on his way to the hall.”",
         "enormous moment", "Ono Brell", "rivals"},
        {"But on Friday, after Ono Brell said the pits would close, the office took the extraordinary step of closing "
         "the shops.",
         "the pits would close", "Ono Brell", "the office"},
        {"On Friday, after Ono Brell had hinted at a strike, the office took the extraordinary step of closing the "
         "pits.",
         "a strike", "Ono Brell", "the office"},
        {"The Carreth Times reported Tuesday that he was \"leaning strongly\" towards a strike and would likely "
         "announce "
         "his plan early next week.",
         "leaning strongly", NULL, "strike and"},
        {"Ono Brell said he would close the northern pits on Wednesday, the Carreth Times reported in May.",
         "close the northern pits", "Ono Brell", "Carreth Times"},
    };
    (void)state;
    CHECK(cases);
    read_story("Ono Brell plans to close the northern pits on Wednesday, the Carreth Times reports.");
    assert_true(holds(&find_cue("reports")->speaker, "Carreth Times"));
    assert_true(holds(&find_cue("reports")->content, "Ono Brell plans to close the northern pits"));
}

/* What the article adds behind a part quotation or sets against what is done is its own; the subject of what is said is not the cue. */
static void the_article_has_the_last_word(void **state)
{
    static const struct expected cases[] = {
        {"Ono Brell, a miner, said he wanted \"posters for his friends\", and posters were what he got.",
         "posters for his friends", "Ono Brell", "what he got"},
        {"The council met on Monday. The former mayor said claims that coal council activists \"judge people by the "
         "length of their beard\" were false and appalling.",
         "claims that coal council", "The former mayor", NULL},
        {"The government has denied these charges, pointing to a complete lack of proof, yet to no avail.",
         "complete lack of proof", "The government", "avail"},
    };
    (void)state;
    CHECK(cases);
}

/* Whoever is charged does what the charge says, and whoever brings it says so. */
static void charges_have_two_sides(void **state)
{
    (void)state;
    read_story("Other staffers accused Brell of routinely commenting on the size of the pits and making jokes about "
               "being on “coal patrol” because he was fond of the town.");
    const struct px_attribution *joke = find_content("coal patrol");
    assert_true(joke == NULL || (!joke->high_tier && !holds(&joke->speaker, "staffers")));
    read_story("Venn denied all. Ostrom was sued by a former clerk, alleging theft and fraud in the pit.");
    assert_non_null(find_cue("alleging"));
    assert_true(holds(&find_cue("alleging")->speaker, "a former clerk"));
}

/* What is dismissed is not said, but what is claimed against it; a title that somebody is given is said by nobody. */
static void what_is_named_is_not_said(void **state)
{
    static const struct expected cases[] = {
        {"Brell dismissed the miners' critique, wrongly claiming the letters didn't represent \"all the miners.\"",
         "the letters didn't", "Brell", "critique"},
    };
    (void)state;
    CHECK(cases);
    read_story("The scholars gave the mayor a reading list: “The History of the Harbour and the Pit”.");
    const struct px_attribution *title = find_content("History");
    assert_true(title == NULL || !title->speech);
}

/* A clause of speech between a subject and its verb tells the whole sentence. */
static void inserted_clauses_speak(void **state)
{
    (void)state;
    read_story("Gambling, she told the Venn Harbour Council, is a disease that must be cut out of the town.");
    const struct px_attribution *told = find_cue("told");
    assert_non_null(told);
    assert_true(holds(&told->speaker, "she") && holds(&told->content, "Gambling") &&
                holds(&told->content, "is a disease"));
    assert_false(told->high_tier);
}

/* What a thing dictates is the article's own view, and what judges hold goes on behind "as". */
static void whose_the_views_are(void **state)
{
    (void)state;
    read_story("The judges met. They held that a period of two weeks could be justified, as could longer periods for "
               "towns where a flood was near.");
    assert_int_equal(story.article.counts.words_indirect, 19);
    read_story("There are pay slips, which suggest that twelve people were trained in May.");
    assert_int_equal(story.article.counts.words_indirect, 6);
    read_story("Tradition dictates that parties out of power do what they can to stop the others.");
    assert_int_equal(story.article.counts.words_indirect, 0);
}

/* An adverb before a quotation is no verb of speech. */
static void adverbs_are_no_verbs(void **state)
{
    (void)state;
    read_story("The Carreth miners said the pits are safe. They also “know how floods begin” in the town.");
    assert_non_null(find_content("floods"));
    assert_false(px_slice_is(find_content("floods")->cue_lemma, "also"));
}

/* A relative pronoun alone goes on behind the verb where a subject stands there, and nowhere else. */
static void relative_contents_are_whole(void **state)
{
    (void)state;
    read_story("It was a reference to the “Ono Five Angels” character from “The Miner: Part II,” whom the indictment "
               "alleges Brell and Venn had previously discussed.");
    assert_non_null(find_cue("alleges"));
    assert_true(holds(&find_cue("alleges")->content, "Brell and Venn had previously discussed"));
    read_story("The bill, which the council endorsed in a vote last month, would close the pits.");
    assert_non_null(find_cue("endorsed"));
    assert_false(holds(&find_cue("endorsed")->content, "last month"));
}

/* Quoted words with a verb of speech and a speaker who is known by name are sure. */
static void quoted_words_of_the_named_are_sure(void **state)
{
    (void)state;
    read_story("The council met on Monday.\nA meeting was held there.\n"
               "The mayor praised the miners, with Ono Brell only saying that he was breathing a “sigh of relief” at "
               "the numbers.");
    assert_true(speaks(find_content("sigh"), "Ono Brell"));
    assert_true(find_content("sigh")->high_tier);
}

/* What somebody calls a thing in quotation marks is surely his word; where other words go on, that is less sure. */
static void what_things_are_called_is_sure(void **state)
{
    (void)state;
    read_story("The council met on Monday.\nOno Brell spoke there. Brell called the quarry plan “a bridge too far.”");
    const struct px_attribution *it = find_content("bridge");
    assert_true(speaks(it, "Ono Brell"));
    assert_true(it->high_tier);
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

/* "claiming inaccurately" doubts what is claimed, not what the same speaker has said before it. */
static void doubt_is_of_its_own_cue(void **state)
{
    (void)state;
    read_story("“Strikes work,” he added, claiming inaccurately that the pits at the border are full of gold.");
    assert_int_equal(find_content("Strikes work")->uptake, PX_UPTAKE_PLAIN);
    assert_int_equal(find_content("full of gold")->uptake, PX_UPTAKE_REBUTTED);
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
}

/* What a medium tells at the end of a sentence, or in front, is told by it, though a parser sees "Times reports" there
 * or another verb could report. */
static void media_tell_whole_sentences(void **state)
{
    static const struct expected cases[] = {
        {"Ada Brell, the younger sister of the senator, criticized her sister's opposition to the dam in a Friday "
         "post, "
         "the Carreth Times reports.",
         "criticized her sister", "the Carreth Times", "Carreth Times"},
        {"The mayor met with three builders in May and took their gifts, the Varn Courier reports.",
         "met with three builders", "the Varn Courier", "Varn Courier"},
        {"Ada Brell has taken to the radio to blast her older sibling, The Carreth Times is reporting.",
         "taken to the radio", "The Carreth Times", "Carreth Times"},
        {"According to The Varn Courier, Brell sought to clarify her position after a poll in Varn said she \"supports "
         "the dam.\"",
         "sought to clarify", "The Varn Courier", "Varn Courier"},
        {"According to The Varn Courier, Brell sought to clarify her position after a poll in Varn said she \"supports "
         "the dam.\"",
         "supports the dam", "poll", NULL},
        {"According to the Varn Courier, Brell tried to buy the pit and refused to pay the miners.", "refused to pay",
         "the Varn Courier", "Varn Courier"},
        {"According to Ada Venn, the union leader, Brell tried to buy the pit and refused to pay.", "tried to buy",
         "Ada Venn", "leader"},
        {"According to two aides, Brell wanted to leave the panel in May.", "leave the panel", "two aides", NULL},
    };
    (void)state;
    CHECK(cases);
}

/* Plea, picture and reaction leave the article its words; a clause that is said does not. */
static void reactions_are_told_in_the_articles_words(void **state)
{
    static const struct {
        const char *text, *word;
        bool own;
    } cases[] = {
        {"The council disputed the explosive report.", "explosive", true},
        {"The council said that the report was explosive.", "explosive", false},
        {"Ono Brell pleaded guilty to making false statements in May.", "false", true},
        {"The regime signed a ceasefire with the Front in June and has since let some gunmen stay as “local guards” "
         "there.",
         "gunmen", true},
        /* what a verb of speech or of the mind governs, found as a statement or not, up to a comma; what is known or shown is given */
        {"They held that a period of rest could be justified.", "could", false},
        {"They held that a period of rest could be justified, a brutal mistake.", "brutal", true},
        {"They knew that a period of rest could be justified.", "could", true},
        {"The plan highlights that a period of rest could be justified.", "could", true},
        {"Mr. Brell told Ms. Venn he should lie, the Courier said, a brutal nod to a film.", "brutal", true},
        {"The owners accused miners of the theft, which was part of the owners' brutal campaign.", "brutal", true},
        {"The owners accused miners of brutal theft.", "brutal", false},
        {"The indictment that was unsealed on Friday in the town detailed how he relied on several brutal friends to "
         "get "
         "the letters.",
         "brutal", false},
        {"After the owners had called for talks, the council took the extraordinary step of closing the pits.",
         "extraordinary", true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        size_t at = px_slice_find(story.article.text, px_slice_from(cases[i].word), 0);
        const struct px_token *token =
            &story.article.tokens.items[px_tokens_reaching(&story.article.tokens, (uint32_t)at)];
        if ((token->voice == PX_VOICE_OWN) != cases[i].own)
            fail_msg("%s", cases[i].text);
    }
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

/* Who keeps silent, does a deed or stands for a thing makes no statement. */
static void silence_is_no_statement(void **state)
{
    (void)state;
    static const struct told cases[] = {
        {"Mr. Brell has repeatedly refused to comment on the details of the strike while it is going on.", "details",
         false},
        {"Mr. Brell declined to say whether the pits would close.", "pits", false},
        {"Mr. Brell offered no indication that work with the miners would be a priority.", "priority", false},
        {"Mr. Brell suggested few ideas for the pits.", "ideas", false},
        {"Mr. Brell suggested that few ideas would help the pits.", "few ideas", true},
        {"The vote was close. But it reveals that dozens of miners voted against her.", "dozens", false},
        {"The council reveals that dozens of miners voted against her.", "dozens", true},
        {"Ono Brell plans to close the pits on Wednesday.", "close", false},
        {"Mr. Brell said no one had closed the pits.", "no one", true},
        {"The report was long. It also highlighted the danger of the pits in which miners work.", "danger", false},
    };
    CHECK_SPEECH(cases, find_content);
}

static bool is_sure(const char *text, const char *content)
{
    read_story(text);
    const struct px_attribution *it = find_content(content);
    if (it == NULL)
        fail_msg("%s", text);
    return it->high_tier;
}

/* The high tier is for statements whose speaker is one and known; what goes on with a quotation goes with it. */
static void the_high_tier_is_for_sure_statements(void **state)
{
    (void)state;
    assert_true(is_sure("Ono Brell said that the pits would close.", "pits"));
    assert_false(is_sure("Mr. Brell has repeatedly refused to comment on the details of the strike.", "details"));
    assert_true(is_sure("“We have waited long enough,” the mayor said. Nothing but a road, she added.", "a road"));
    assert_false(is_sure("It rained. Nothing but a road, she added.", "a road"));
}

/* A title behind a preposition is nobody's words. */
static void titles_are_no_words(void **state)
{
    (void)state;
    read_story("Ono Brell announced his bid for the council in May on \"The Late Show with Mara Venn.\"");
    assert_non_null(find_cue("announced"));
    assert_int_equal(story.article.quotations.count, 1);
    assert_int_equal(story.article.quotations.items[0].attribution, PX_NONE);
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

static bool is_cut(const char *text, const char *cue)
{
    read_story(text);
    const struct px_attribution *it = find_cue(cue);
    if (it == NULL)
        fail_msg("nothing is said: %s", text);
    return it->cut;
}

/* Words that begin inside a phrase say another thing by themselves. */
static void words_are_cut_inside_a_phrase(void **state)
{
    (void)state;
    assert_true(is_cut("Mayor Ono Brell called him “egocentric” on Monday.", "called"));
    assert_true(is_cut("Mr. Brell, at another stop on Monday, called the idea of roads being built by the council "
                       "“outdated.”",
                       "called"));
    assert_true(
        is_cut("Finally, Mr. Brell blamed the fees on the League, which he named the \"greatest threat to the pits of "
               "Carreth.\"",
               "named"));
    assert_true(is_cut("Mara Venn on Sunday tried to clarify her comment that Mr. Brell subscribed to a “phony "
                       "science,” saying she was referring to his view of man.",
                       "clarify"));
    assert_false(is_cut("Mara Venn reiterated her belief that the pits “will never close.”", "reiterated"));
    assert_false(is_cut("Mayor Ono Brell said he was “egocentric” on Monday.", "said"));
    assert_false(is_cut("Mayor Ono Brell called the plan “egocentric” on Monday.", "called"));
    assert_false(is_cut("“In the end we will pay,” Mayor Ono Brell said.", "said"));
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

/* A question that hangs on a word of the speaker's phrase stands with it whole. */
static void a_question_ends_with_its_phrase(void **state)
{
    (void)state;
    read_story(
        "Mr. Brell wrote the plan in August along with Ada Hask, his lawyer at the time, according to people familiar "
        "with how the plan was put together.");
    const struct px_attribution *it = find_cue("according");
    assert_non_null(it);
    uint32_t number = (uint32_t)(it - story.article.attributions.items);
    assert_true(px_slice_is(px_slice_span(story.article.text, px_article_describer(&story.article, number)),
                            "people familiar with how the plan was put together"));
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

/* What the article adds to somebody's words stays its own. */
static void additions_are_the_articles(void **state)
{
    static const struct expected cases[] = {
        {"Mayor Brell said that the trial “did not allow any conclusions”, a phrase that the leaflets leave out.",
         "any conclusions", "Brell", "leaflets"},
        {"Mr. Brell said over the weekend that the pits were safe after an “honest check,” comments that have been "
         "widely "
         "condemned.",
         "pits were safe", "Brell", "comments"},
        {"Senator Ono Brell, Republican of Carreth, began his questions by saying, “It’s wonderful to see you in good "
         "health,” and then proceeded to complain that she had failed to answer.",
         "good health", "Brell", "proceeded"},
        {"Mayor Brell called the strike “a gift for the rich owners” and summoned the envoy of Carreth.",
         "a gift for the rich", "Brell", "envoy"},
        {"“Nobody has to pay for the pits,” Mayor Brell said as he read out the plan in a hall so full that miners "
         "stood "
         "outside. “We are glad.”",
         "Nobody has to pay", "Brell", "hall"},
        {"Officials have said that they are preparing charges of fraud, which his party, the Mining League, denounces "
         "as "
         "political.",
         "preparing charges", "Officials", "denounces"},
        {"By the time Mayor Brell said he would vote for the pits, his support had turned into a joke.",
         "he would vote for the pits", "Brell", "joke"},
        {"Mayor Brell said that he would not comply with the order of the Mining Council, which is holding an inquiry "
         "of "
         "its own into the pits.",
         "would not comply with the order", "Brell", "inquiry"},
        {"In a letter seen by this paper the chairman of the Venn Council, Henrik Brell, wrote to the mayor in "
         "January: "
         "“The charter promises our people consent. So far we have been given none.”",
         "charter promises our people consent", NULL, "In a letter"},
        {"# Mayor Brell says that the pits are 'closed for ever'; the council has until June to answer\nIt rained on "
         "Monday.",
         "closed for ever", "Brell", "June"},
    };
    (void)state;
    CHECK(cases);
}

/* What is said is all of its clause, whatever stands in the middle or at the end. */
static void contents_are_whole_clauses(void **state)
{
    static const struct expected cases[] = {
        {"All pits are to be inspected by the end of June, the mines minister, Ono Brell, announced.",
         "inspected by the end of June", "Brell", NULL},
        {"The Torrick Guild of Trade puts the damage at 35 million marks a day and warns that one small shop in ten "
         "may "
         "not reopen after the summer.",
         "may not reopen", "Guild", NULL},
    };
    (void)state;
    CHECK(cases);
    read_story("The company wanted to go on through the night, the mediator, Hendry Venn, confirmed.");
    const struct px_attribution *it = find_content("wanted to go on");
    assert_true(it != NULL && it->speech);
    assert_true(speaks(it, "Hendry Venn"));
}

/* Behind a semicolon or the name of the source another clause may begin, which nobody says. */
static void other_clauses_are_the_articles(void **state)
{
    static const struct expected cases[] = {
        {"Eighty-seven people were arrested, the ministry said; most were released by the evening.",
         "Eighty-seven people were arrested", "ministry", "most were"},
        {"Fewer than ten people were hurt, according to the ministry, and by noon the last of the wooden huts built in "
         "the "
         "trees had been taken down.",
         "ten people were hurt", "ministry", "trees had been"},
        {"Minister Ono Brell on Wednesday reiterated that he opposes the northern mine, two days after President Hask "
         "said "
         "for the first time that he backs it.",
         "opposes the northern mine", NULL, "Hask"},
        {"Mayor Ono Brell said that he would back the plan and echoed the charge of the miners that the owners had "
         "lied.",
         "would back the plan", "Brell", "echoed"},
        /* when somebody spoke, and what is added to what was said */
        {"The council has been defending and trying to explain the Mining Freedom Act ever since the governor signed "
         "it "
         "into law on Thursday.",
         "Mining Freedom Act", "The council", "ever"},
        {"Ono Brell told Clara Venn she should “do as Corleone did” before the council, the indictment said, a nod to "
         "a "
         "film character who lies to the owners about his ties.",
         "do as Corleone did", "the indictment", "character"},
        {"Ono Brell asked the miners if they lied in the strike.", "if they lied", "Ono Brell", NULL},
        {"Ono Brell said the new fees would be kept, meaning that miners who might pay would not owe back taxes.",
         "would be kept", "Ono Brell", "would not owe"},
    };
    (void)state;
    CHECK(cases);
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

/* A label ends with what tells who speaks. */
static void a_label_is_short(void **state)
{
    (void)state;
    read_story("The letter released on Tuesday by the faculty says that the plan is dead.");
    assert_true(px_slice_is(px_article_speaker(&story.article, 0), "The letter"));
    read_story("In May people close to him said that the plan is dead.");
    assert_true(px_slice_is(px_article_speaker(&story.article, 0), "people close to him"));
    read_story("A senior official, who had seen the plan, said that it was dead.");
    assert_true(px_slice_is(px_article_speaker(&story.article, 0), "A senior official"));
}

/* What is told of the hour or the means of a deed, of another deed of the speaker, or of what is described, nobody says. */
static void deeds_are_no_statements(void **state)
{
    static const struct expected cases[] = {
        {"Ona Brell urged the miners present to give to her campaign and contrasted her record with Clara Venn's.",
         "give to her campaign", "Ona Brell", "contrasted"},
        {"The mission found voting “calm and well run”, silencing those who had prophesied chaos.", "calm and well run",
         "The mission", "silencing"},
    };
    static const struct {
        const char *text, *word;
    } own[] = {
        {"Ona Brell apologized to Clara Venn in person on Tuesday after angry leaders of the union condemned her "
         "remarks.",
         "angry"},
        {"Council Democrats rejected the mayor's savage pit agenda on Friday by blocking a measure to help the miners.",
         "blocking"},
        {"Ona Brell refrained from mentioning the savage strike in her first major speech on Saturday.", "savage"},
        {"The Brell government has shown how little patience it has with its own brutal miners.", "brutal"},
        {"Ona Brell has used unproven allegations of Venn-sponsored hacks and council meddling to press for a dramatic "
         "growth.",
         "dramatic"},
        {"The council has agreed to savage cuts: fuel grants are to be scrapped.", "savage"},
    };
    (void)state;
    CHECK(cases);
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        read_story(own[i].text);
        for (size_t t = 0; t < story.article.tokens.count; t++) {
            const struct px_token *token = &story.article.tokens.items[t];
            if (px_slice_is(px_slice_part(story.article.text, token->start, token->end), own[i].word) &&
                token->voice != PX_VOICE_OWN)
                fail_msg("%s", own[i].text);
        }
    }
}

/* What a verb takes a stand on is described by the article; a charge is said. */
static void objects_are_no_statements(void **state)
{
    (void)state;
    static const struct told cases[] = {
        {"Mayor's spokesman Ono Brell downplayed the weight of the mayor getting such a strong rebuke from the "
         "council, "
         "including from his own leaders.",
         "downplayed", false},
        {"The council overwhelmingly rejected Mayor Hask’s veto of a bill letting families of the dead miners sue the "
         "firm.",
         "rejected", false},
        {"Outside the hall, miners demanding the end of a council they decry as violent and racist went on with their "
         "strike.",
         "decry", true},
        {"Mr. Brell pointedly rejected the notion that he was part of the so-called council establishment.", "rejected",
         true},
        {"Ono Brell accused the council of hiding the truth about the pits.", "accused", true},
        {"Ono Brell dismissed the mayor's concerns about the pits as “wholly unconvincing and mad.”", "dismissed",
         true},
    };
    CHECK_SPEECH(cases, find_cue);
}

/* "Supposedly noted": the article doubts that it was said at all. */
static void what_is_doubted_is_less_sure(void **state)
{
    (void)state;
    read_story("Clara Venn supposedly noted that the pits would close in the spring.");
    assert_false(find_content("pits would close")->high_tier);
    read_story("Clara Venn reportedly said, “The pits have to close in the spring.”");
    assert_true(find_content("have to close")->high_tier);
    read_story("In return the council has agreed to savage cuts: fuel grants are to be scrapped.");
    assert_true(find_cue("agreed") == NULL || !find_cue("agreed")->high_tier);
    read_story("Clara Venn noted that the pits would close in the spring.");
    assert_true(find_content("pits would close")->high_tier);
}

/* One noun without an article that no list has for somebody who speaks is hardly a speaker. */
static void a_bare_noun_is_less_sure(void **state)
{
    (void)state;
    read_story("He met them in coat and tie, tie said: “We close the pits for good.”");
    assert_false(find_content("close the pits")->high_tier);
    read_story("On Monday management said: “We close the pits for good.”");
    assert_true(find_content("close the pits")->high_tier);
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
        cmocka_unit_test(charges_are_not_said),
        cmocka_unit_test(joined_verbs_share_their_subject),
        cmocka_unit_test(contents_end_with_their_clause),
        cmocka_unit_test(relative_contents_are_whole),
        cmocka_unit_test(quoted_words_of_the_named_are_sure),
        cmocka_unit_test(what_things_are_called_is_sure),
        cmocka_unit_test(an_owner_is_no_joint_speaker),
        cmocka_unit_test(a_short_name_is_a_mediums),
        cmocka_unit_test(who_holds_the_office_of_a_field_speaks),
        cmocka_unit_test(a_number_hides_no_noun),
        cmocka_unit_test(doubt_is_of_its_own_cue),
        cmocka_unit_test(the_pronoun_at_the_verb_speaks),
        cmocka_unit_test(speakers_are_of_their_kind),
        cmocka_unit_test(the_head_of_the_phrase_speaks),
        cmocka_unit_test(nobody_is_taken_for_another),
        cmocka_unit_test(actors_are_told_by_clear_words),
        cmocka_unit_test(the_inner_speaker_is_quoted),
        cmocka_unit_test(silence_is_no_statement),
        cmocka_unit_test(the_high_tier_is_for_sure_statements),
        cmocka_unit_test(titles_are_no_words),
        cmocka_unit_test(two_phrases_are_no_speaker),
        cmocka_unit_test(words_are_cut_inside_a_phrase),
        cmocka_unit_test(a_place_in_front_is_no_speaker),
        cmocka_unit_test(a_question_ends_with_its_phrase),
        cmocka_unit_test(a_town_before_a_noun_is_no_speaker),
        cmocka_unit_test(who_is_introduced_speaks),
        cmocka_unit_test(officials_are_of_whom_they_belong_to),
        cmocka_unit_test(the_source_beside_the_speaker_tells),
        cmocka_unit_test(nobody_speaks_in_a_relative_clause),
        cmocka_unit_test(media_tell_whole_sentences),
        cmocka_unit_test(reactions_are_told_in_the_articles_words),
        cmocka_unit_test(a_label_is_short),
        cmocka_unit_test(additions_are_the_articles),
        cmocka_unit_test(contents_are_whole_clauses),
        cmocka_unit_test(other_clauses_are_the_articles),
        cmocka_unit_test(who_is_told_does_not_speak),
        cmocka_unit_test(deeds_are_no_statements),
        cmocka_unit_test(objects_are_no_statements),
        cmocka_unit_test(what_is_doubted_is_less_sure),
        cmocka_unit_test(a_bare_noun_is_less_sure),
        cmocka_unit_test(a_name_beside_an_office_speaks_last),
        cmocka_unit_test(deeds_tell_trades_alone),
        cmocka_unit_test(who_stands_for_people),
        cmocka_unit_test(an_object_of_a_headline_does_not_speak),
        cmocka_unit_test(bodies_and_members_speak),
        cmocka_unit_test(the_article_has_the_last_word),
        cmocka_unit_test(charges_have_two_sides),
        cmocka_unit_test(what_is_named_is_not_said),
        cmocka_unit_test(inserted_clauses_speak),
        cmocka_unit_test(adverbs_are_no_verbs),
        cmocka_unit_test(whose_the_views_are),
        cmocka_unit_test(a_clause_of_its_own_has_its_speaker),
        cmocka_unit_test(questions_and_hearsay),
        cmocka_unit_test(descriptions_stand_for_one_person),
        cmocka_unit_test(names_by_others_are_not_surest),
        cmocka_unit_test(headlines_tell_deeds),
        cmocka_unit_test(titles_go_to_all_of_a_list),
        cmocka_unit_test(clauses_behind_that),
        cmocka_unit_test(who_stands_for_the_right_people),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
