/* Where a statement begins and ends. */
#include "sourcing_fixture.h"

/* Whom something is told to is no part of it. */
static void hearers_are_not_said(void **state)
{
    static const struct expected cases[] = {
        {"John Brell warned an angry audience that some were trying to close the pits.", "some were trying",
         "John Brell", "audience"},
        {"Mr. Brell asked Mr. Ostrom “how many miners would be enough for you.”", "how many miners", "Brell", "Ostrom"},
        {"John Brell told a newspaper that Carl Ostrom “had a mad plan for the miners of the north.”", "mad plan",
         "Brell", NULL},
        {"The judge also asked Mr. Sellers “how many examples of abuse of the miners need to be shown before you can "
         "say "
         "that flows from the policy rather than from bad actors?”",
         "how many examples", "judge", "Sellers"},
        {"Ono Brell, the outgoing chairman of the Harbour Council, just told a group of reporters that failure to pass "
         "a "
         "plan like the deal announced by Mayor Hask this week “would raise the risk” of a strike.",
         "would raise", "Brell", "reporters"},
        {"The criticisms were echoed by Republican leaders. Senate Majority Leader Ono Brell said Tuesday Ginsburg’s "
         "comments were “totally mad.”",
         "comments were", "Brell", "Tuesday"},
        {"The mayor Ono Brell said Wednedsay he keeps his stand against the pits.", "he keeps", "Brell", "Wednedsay"},
    };
    (void)state;
    CHECK(cases);
    read_story("John Brell told a newspaper that Carl Ostrom “had a mad plan for the miners of the north.”");
    assert_true(holds(&find_content("mad plan")->content, "Carl Ostrom"));
}

/* An inverted verb of speech in the middle leaves the subject before it to what is said. */
static void a_subject_before_is_said(void **state)
{
    static const struct expected cases[] = {
        {"Her comments, said Josh Brell, the council press secretary, are “entirely consistent with what the mayor has "
         "already said.”",
         "Her comments", "Josh Brell", NULL},
        {"Josh Brell, a lawyer for the council, said the handful of women named as plaintiffs did not speak for it.",
         "handful of women", "Josh Brell", "lawyer"},
    };
    (void)state;
    CHECK(cases);
}

/* What joins a sentence to the one before is the article's. */
static void a_conjunction_before_is_not_said(void **state)
{
    static const struct expected cases[] = {
        {"But the plan does not extend to the pits of the north, the council said.", "does not extend", "council",
         "But"},
    };
    (void)state;
    CHECK(cases);
}

/* A phrase between the verb and what is said hides neither. */
static void a_phrase_between_hides_nothing(void **state)
{
    static const struct expected cases[] = {
        {"The lawyer, David Ostrom, said after the arguments that the court seemed ready to rule against the miners.",
         "the court seemed", "David Ostrom", "arguments"},
    };
    (void)state;
    CHECK(cases);
}

/* What the article adds, and what happens meanwhile, is not said; another verb of speech says it anew. */
static void the_article_takes_the_word_again(void **state)
{
    static const struct expected cases[] = {
        {"Todd Ostrom has vowed to stay, citing a “great outpouring of help” from donors even as party heavyweights "
         "freeze "
         "him out.",
         "great outpouring", "Ostrom", "freeze"},
        {"The poll found that half of the miners wanted another council, a spread that has not changed much all year.",
         "half of the miners", "poll", "spread"},
        {"Clara Venn said miners won the vote on Tuesday — a claim with a few gaps.", "miners won", "Venn", "claim"},
        {"Ono Brell said miners expect higher pay if the council passes the plan and urged members to study the plan "
         "and "
         "“get this done.”",
         "miners expect", "Brell", "members"},
        {"Ono Brell said miners expect higher pay if the council passes the plan and urged members to study the plan "
         "and "
         "“get this done.”",
         "get this done", "Brell", "miners expect"},
        {"In 2007, Clara Venn criticized the Brell administration for its “secrecy,” according to the Courier.",
         "secrecy", "Venn", "according"},
        {"He argued against closing pits in the north, claiming such pits are uncommon in the first place.",
         "such pits are uncommon", "He", "closing"},
    };
    (void)state;
    CHECK(cases);
}

/* What leads to the speaker of a quotation that is a sentence is the article's. */
static void what_leads_to_a_speaker_is_not_said(void **state)
{
    static const struct expected cases[] = {
        {"Trying to turn the words of the miners against them, Brell said, \"Yes it is a strike -- a strike on behalf "
         "of "
         "the people.\"",
         "Yes it is", "Brell", "Trying"},
    };
    (void)state;
    CHECK(cases);
}

/* A title in quotation marks where it was said is no part of what is said. */
static void a_programme_is_not_said(void **state)
{
    static const struct expected cases[] = {
        {"\"It shows they are more worried about the council than the miners,\" Brell said Tuesday night on Varn News’ "
         "\"On the Road with Clara Van Venn.\"",
         "It shows", "Brell", "On the Road"},
    };
    (void)state;
    CHECK(cases);
}

/* What somebody is asked about is nothing that is said, nor is the rest of the sentence; and a programme's name in it
 * is no speech. */
static void a_question_in_front_says_nothing(void **state)
{
    (void)state;
    read_story(
        "Mara Venn, the mayor, met the miners on Monday.\nAsked about those remarks on the radio program “Morning "
        "Talk,” she remained firm that the pits should be closed by the council.");
    const struct px_attribution *it = find_cue("Asked");
    assert_true(it == NULL || (!it->speech && !holds(&it->content, "pits")));
    assert_int_equal(story.article.counts.words_direct, 0);
}

/* Nobody speaks who is mentioned; what somebody announces and the reader knows of is named in the article's words. */
static void what_is_named_is_not_said(void **state)
{
    (void)state;
    read_story("Peter Lind, the former mayor, and Ora Brell, the governor’s widow, had also been mentioned as possible "
               "candidates for the interim post.");
    assert_true(find_cue("mentioned") == NULL || !find_cue("mentioned")->speech);
    read_story("Ono Brell announced the council election date Wednesday. He will run in May.");
    assert_int_equal(story.article.counts.words_indirect, 0);
    read_story("Ono Brell announced a vote on the pits.");
    assert_int_equal(story.article.counts.words_indirect, 5);
    read_story("Ono Brell announced the plan to close the pits.");
    assert_int_equal(story.article.counts.words_indirect, 6);
    read_story("The company says its policies strictly bar smoking and promote safety.");
    assert_int_equal(story.article.counts.words_indirect, 8);
}

/* What somebody does beside saying something, and what the article adds to it, is not said. */
static void deeds_and_additions_end_what_is_said(void **state)
{
    static const struct expected cases[] = {
        {"Ono Brell drew attention to himself by announcing his wish to fill the seat on Varn News and giving "
         "interviews about it.",
         "wish to fill", "Brell", "giving"},
        {"Mara Venn left, saying that the union was losing members and facing ruin.", "facing ruin", "Venn", NULL},
        {"The late Mayor Mara Venn requested in a letter written before her death that the interim pick to replace her "
         "not run in the election, a request that Brell honored after Venn died by picking her longtime chief of "
         "staff, Anna Hask.",
         "not run", "Venn", "honored"},
    };
    (void)state;
    CHECK(cases);
}

/* A clause of speech in the middle tells all of its sentence, and what it says it names in the speaker's words. */
static void a_clause_in_the_middle_tells_all(void **state)
{
    (void)state;
    read_story("That world view, Ono Brell continued, suggests that man could harm the soil by taking what is in it, "
               "while relying on claims that “frankly are just not proven by anybody.”");
    const struct px_attribution *it = find_content("relying on claims");
    assert_true(it != NULL && holds(&it->content, "suggests") && holds(&it->content, "frankly"));
    assert_true(speaks(it, "Ono Brell"));
    assert_int_equal(story_match("loaded", "claims")->voice, PX_VOICE_INDIRECT);
}

/* A pronoun for what is named is no part of the name. */
static void what_is_named_is_no_name(void **state)
{
    static const struct expected cases[] = {
        {"Finally, Mr. Brell blamed the fees on the League, which he named the \"greatest threat to the pits of "
         "Carreth.\"",
         "greatest threat", "he", "which"},
        {"The village was hit by what Ono Brell called “a total disgrace to the miners.”", "disgrace", "Ono Brell",
         "what"},
    };
    (void)state;
    CHECK(cases);
}

/* What a noun has in the words of a verb is said with them. */
static void a_noun_does_not_tear_what_is_said(void **state)
{
    static const struct expected cases[] = {
        {"Mara Venn on Sunday tried to clarify her comment that Mr. Brell subscribed to a “phony science,” saying she "
         "was referring not to his faith but to his view of man.",
         "his faith but to his view of man", "Venn", NULL},
    };
    (void)state;
    CHECK(cases);
    assert_null(find_cue("view"));
}

/* The main clause before a conjunction is no part of what somebody tells behind it. */
static void the_clause_in_front_is_not_told(void **state)
{
    static const struct expected cases[] = {
        {"The only possible heir he confirmed meeting with was former Mayor Ono Brell, and then only after Brell told "
         "reporters he'd met with Mara Venn.",
         "met with Mara", "Brell", "heir"},
        {"The vote was put off, but only after Ono Brell told reporters that he would sue.", "would sue", "Ono Brell",
         "put off"},
    };
    (void)state;
    CHECK(cases);
    read_story("The only possible heir he confirmed meeting with was former Mayor Ono Brell, and then only after Brell "
               "told reporters he'd met with Mara Venn.");
    assert_false(holds(&find_cue("told")->content, "reporters"));
}

/* A clause in the present behind what is told in the past is the article's; what others claim is not the words of whoever
 * fights it. */
static void the_present_is_the_articles(void **state)
{
    static const struct expected cases[] = {
        {"The union said that Ono Brell mocked two miners in May, although the row has no weight in the vote.",
         "mocked two miners", "union", "row has no"},
        {"The union said that Ono Brell mocked two miners in May and no proof has come up of a brawl.",
         "mocked two miners", "union", "no proof"},
        {"The union said that Ono Brell mocked two miners in May and that no proof has come up of a brawl.", "no proof",
         "union", NULL},
    };
    (void)state;
    CHECK(cases);
    read_story("Union members have challenged claims that their clerks mocked two miners in May.");
    assert_true(find_content("mocked")->denied);
    read_story("Union members have brushed aside accusations that their clerks mocked two miners in May.");
    assert_true(find_content("mocked")->denied);
    read_story("Union members have voiced claims that the clerks mocked two miners in May.");
    assert_false(find_content("mocked")->denied);
}

/* What somebody fears, asks or has commented, found as a statement or not, is not the article's own word. */
static void views_are_not_the_articles(void **state)
{
    static const struct {
        const char *text, *word;
        bool own;
    } cases[] = {
        {"Party leaders who are nervous the strike could imperil their chances met on Monday.", "imperil", false},
        {"Democrats contend that, like Mr. Venn’s views, Mr. Hask’s feelings about gay rights have evolved.", "evolved",
         false},
        {"Members of the council are calling her evasive, and question why she did not reveal the plan.", "reveal",
         false},
        {"Much of the talk concerned the first comments from Ms. Hask that the fire might have been set.", "might",
         false},
        {"William \"Mo\" Cowan was named to the seat on Wednesday.", "Mo", true},
        {"His likely rival Carl Ostrom met the miners on Monday.", "met", true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        size_t at = px_slice_find(story.article.text, px_slice_from(cases[i].word), 0);
        const struct px_token *token =
            &story.article.tokens.items[px_tokens_reaching(&story.article.tokens, (uint32_t)at)];
        if ((token->voice == PX_VOICE_OWN) != cases[i].own)
            fail_msg("%s: %s", cases[i].text, cases[i].word);
    }
}

/* What describes the first words of a sentence is said with them. */
static void a_clause_on_the_first_words_is_said_with_them(void **state)
{
    (void)state;
    read_story(
        "Former Mayor Ono Brell said miners would prefer to talk about fares. The Hask-era program that protected "
        "young unregistered islanders — Deferred Duty for Island Arrivals, or DDIA — is an important issue, he "
        "said, but “it isn’t the bread and butter of successful Harbour politics.”");
    const struct px_attribution *it = find_content("bread and butter");
    assert_true(it != NULL && holds(&it->content, "islanders") && holds(&it->content, "is an important issue"));
}

/* A mark parts nothing of what is said. */
static void a_mark_before_a_quotation_parts_nothing(void **state)
{
    (void)state;
    read_story(
        "Rights Campaign President Chad Brell said that, because of today’s ruling, “committed and loving miners "
        "will now be treated equally under the laws of this harbour, regardless of what island they call home.”");
    const struct px_attribution *it = find_content("committed");
    assert_true(it != NULL && it->content.count == 1);
}

/* An object that a verb is all told with is the article's word; a deed or silence is no statement. */
static void what_is_described_is_not_said(void **state)
{
    (void)state;
    static const struct told cases[] = {
        {"“Pure nonsense.” That is how Ono Brell, the mayor, characterized the claims, speaking to the Courier.",
         "claims", false},
        {"Mr. Brell laid out a far more cautious position on the pit than many members have taken.", "position", false},
        {"The envoy, Ono Brell, revealed on Monday the most direct link yet between the pit and the council.", "link",
         false},
        {"Mr. Brell called the claims a sham.", "sham", true},
        {"Officials denied him access to the pit.", "pit", false},
        {"The judge denied bail for the miner.", "miner", false},
        {"The mayor denied that he had seen the pit.", "pit", true},
        {"Mr. Brell has said little about the fees.", "fees", false},
        {"Mr. Brell said little had changed in the fees.", "fees", true},
        {"She said she backed the pit for the town, but otherwise did not delve into details.", "details", false},
        {"Legal experts were torn over the remarks, with some suggesting she might have to leave the council.", "might",
         true},
        {"She said she backed the pit for the town, but otherwise did not delve into details.", "backed", true},
    };
    CHECK_SPEECH(cases, find_content);
}

/* Words in quotation marks are surely the speaker's, even where the article doubts that they were said: its doubt is the
 * cue's tone. */
static void doubted_quotations_keep_the_doubt(void **state)
{
    (void)state;
    read_story(
        "Ono Brell, the spokesman for the Carreth Council, supposedly noted that “the pits are closed for all the "
        "summer and no miner will go down,” and the council left.");
    const struct px_attribution *it = find_content("no miner");
    assert_true(speaks(it, "Ono Brell"));
    assert_true(it->high_tier);
    assert_int_equal(it->tone, PX_TONE_DOUBTING);
}

/* A word that is written somewhere is all that is said. */
static void where_a_word_is_written_is_not_said(void **state)
{
    (void)state;
    read_story("Ono Brell wrote “Shame” on the wall to show what he thought of the pits.");
    const struct px_attribution *it = find_cue("wrote");
    assert_non_null(it);
    assert_true(holds(&it->content, "Shame"));
    assert_false(holds(&it->content, "wall"));
    assert_false(holds(&it->content, "pits"));
}

/* A second verb of speech of one subject begins another statement. */
static void a_verb_said_twice_is_two_statements(void **state)
{
    (void)state;
    read_story("Ms. Hask wrote a letter saying the pit was safe and noting that the fees were low.");
    assert_ptr_not_equal(find_content("pit"), find_content("fees"));
    assert_false(holds(&find_content("pit")->content, "noting"));
    read_story("Ms. Hask said the fees also should be lowered and said Brell’s firm replied to her call.");
    assert_ptr_not_equal(find_content("lowered"), find_content("replied"));
    read_story("Ms. Hask said the firm was closing the pit and said it. “That is all.”");
    assert_true(find_content("closing") != NULL && holds(&find_content("closing")->content, "pit"));
    read_story("Hask said she has written “endlessly” to Brell about reaching northern miners, and said she gets it. "
               "“Mayor Brell always helped and she always understood.”");
    assert_ptr_not_equal(find_content("endlessly"), find_content("gets it"));
    assert_false(holds(&find_content("endlessly")->content, "said"));
    assert_ptr_equal(find_content("gets it"), find_content("always helped"));
}

/* A participle behind what is said may be the article's own word: whose it is stays open. */
static void a_loose_participle_leaves_the_surest(void **state)
{
    (void)state;
    read_story("The ministry said that the pits of Carreth would close in May, sparing the rest.");
    const struct px_attribution *it = find_content("close in May");
    assert_true(it != NULL && !it->high_tier);
    read_story("The ministry said that the pits of Carreth would close in May.");
    it = find_content("close in May");
    assert_true(it != NULL && it->high_tier);
}

/* A comparison has two halves. */
static void a_comparison_is_said_whole(void **state)
{
    (void)state;
    read_story(
        "In the end, Ms. Hask called Mr. Brell “as strong a supporter” as Mr. Varn has in the council, and left.");
    assert_true(holds(&find_content("supporter")->content, "“as strong a supporter” as Mr. Varn has in the council"));
    assert_false(holds(&find_content("supporter")->content, "left"));
}

/* A gerund inside what is said is said. */
static void a_gerund_in_a_clause_is_said(void **state)
{
    (void)state;
    read_story(
        "Port officials have said they would use a “place of rest” standard for determining whether old miners are "
        "eligible for benefits. The council has pushed to ensure that the ruling is carried out.");
    assert_true(holds(&find_cue("said")->content, "for determining whether old miners are eligible for benefits"));
    assert_null(find_cue("determining"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hearers_are_not_said),
        cmocka_unit_test(a_subject_before_is_said),
        cmocka_unit_test(a_conjunction_before_is_not_said),
        cmocka_unit_test(a_phrase_between_hides_nothing),
        cmocka_unit_test(the_article_takes_the_word_again),
        cmocka_unit_test(what_leads_to_a_speaker_is_not_said),
        cmocka_unit_test(a_programme_is_not_said),
        cmocka_unit_test(a_question_in_front_says_nothing),
        cmocka_unit_test(what_is_named_is_not_said),
        cmocka_unit_test(deeds_and_additions_end_what_is_said),
        cmocka_unit_test(a_noun_does_not_tear_what_is_said),
        cmocka_unit_test(the_clause_in_front_is_not_told),
        cmocka_unit_test(what_is_named_is_no_name),
        cmocka_unit_test(a_clause_in_the_middle_tells_all),
        cmocka_unit_test(the_present_is_the_articles),
        cmocka_unit_test(a_clause_on_the_first_words_is_said_with_them),
        cmocka_unit_test(a_mark_before_a_quotation_parts_nothing),
        cmocka_unit_test(views_are_not_the_articles),
        cmocka_unit_test(what_is_described_is_not_said),
        cmocka_unit_test(a_verb_said_twice_is_two_statements),
        cmocka_unit_test(a_loose_participle_leaves_the_surest),
        cmocka_unit_test(a_gerund_in_a_clause_is_said),
        cmocka_unit_test(a_comparison_is_said_whole),
        cmocka_unit_test(doubted_quotations_keep_the_doubt),
        cmocka_unit_test(where_a_word_is_written_is_not_said),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
