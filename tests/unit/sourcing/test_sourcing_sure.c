/* What grammar and place say of statements that the model finds: whether anybody says anything, and how sure that is. */
#include "sourcing_fixture.h"

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

/* A clause up to the end of its sentence that grammar makes the verb's is sure, and so is that of a participle of the main
 * clause. */
static void clauses_up_to_the_end(void **state)
{
    (void)state;
    static const struct {
        const char *story, *said;
        bool sure;
    } cases[] = {
        {"Mayor Ono Brell is setting hopes high for the vote, telling the Harbour Post that the miners have a chance "
         "of "
         "winning the council.",
         "have a chance", true},
        {"Vote nears.\n\nMayor Ono Brell went to the hall to meet the miners who resist the deal, repeating that it "
         "gives away too much.\n\nMore on this later, as the town waits.",
         "gives away", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].story);
        const struct px_attribution *it = find_content(cases[i].said);
        assert_non_null(it);
        assert_int_equal(it->high_tier, cases[i].sure);
    }
}

/* "Said" takes a clause with "that", "went on" takes none. */
static void some_verbs_assert(void **state)
{
    (void)state;
    read_story("The quay, Mayor Brell said, was “too dear to keep.”");
    assert_true(find_content("too dear")->asserts);
    read_story("The quay, Mayor Brell went on, was “too dear to keep.”");
    assert_false(find_content("too dear")->asserts);
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

/* An adverb before a quotation is no verb of speech. */
static void adverbs_are_no_verbs(void **state)
{
    (void)state;
    read_story("The Carreth miners said the pits are safe. They also “know how floods begin” in the town.");
    assert_non_null(find_content("floods"));
    assert_false(px_slice_is(find_content("floods")->cue_lemma, "also"));
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

/* "claiming inaccurately" doubts what is claimed, not what the same speaker has said before it. */
static void doubt_is_of_its_own_cue(void **state)
{
    (void)state;
    read_story("“Strikes work,” he added, claiming inaccurately that the pits at the border are full of gold.");
    assert_int_equal(find_content("Strikes work")->uptake, PX_UPTAKE_PLAIN);
    assert_int_equal(find_content("full of gold")->uptake, PX_UPTAKE_REBUTTED);
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
        /* what a number of a document is called, and how a thing is declared; what is right behind the thing may be its own */
        {"A staggering 61 percent of miners say that they would not vote for Ono Brell, according to a Harbour Ledger "
         "poll.",
         "staggering", true},
        {"Mayor Ono Brell declared a bid for governor on Tuesday with island-style swagger and a smile.", "swagger",
         true},
        {"Mayor Ono Brell declared a bid for governor on Tuesday with island-style swagger and a smile.", "bid", false},
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

/* What somebody urges in the sentence that quotes him is his where it is quoted, too. */
static void a_participle_goes_with_its_quotation(void **state)
{
    (void)state;
    read_story(
        "The council met in the old town on Monday.\n“I asked that changes be made to the plan,” Mayor Ono Brell "
        "said, urging council members to “recall” the plan or to pass another.");
    assert_true(find_content("recall")->high_tier && speaks(find_content("recall"), "Ono Brell"));
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(charges_are_not_said),
        cmocka_unit_test(quoted_words_of_the_named_are_sure),
        cmocka_unit_test(what_things_are_called_is_sure),
        cmocka_unit_test(doubt_is_of_its_own_cue),
        cmocka_unit_test(silence_is_no_statement),
        cmocka_unit_test(the_high_tier_is_for_sure_statements),
        cmocka_unit_test(reactions_are_told_in_the_articles_words),
        cmocka_unit_test(deeds_are_no_statements),
        cmocka_unit_test(objects_are_no_statements),
        cmocka_unit_test(what_is_doubted_is_less_sure),
        cmocka_unit_test(a_participle_goes_with_its_quotation),
        cmocka_unit_test(a_bare_noun_is_less_sure),
        cmocka_unit_test(charges_have_two_sides),
        cmocka_unit_test(adverbs_are_no_verbs),
        cmocka_unit_test(questions_and_hearsay),
        cmocka_unit_test(names_by_others_are_not_surest),
        cmocka_unit_test(clauses_behind_that),
        cmocka_unit_test(clauses_up_to_the_end),
        cmocka_unit_test(some_verbs_assert),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
