/* Which matches count: the same words in a name, in another sense, as the cue of a statement, denied. */
#include "story_fixture.h"

static const struct {
    const char *text;
    const char *lexicon;
    const char *words;
    uint8_t dismissed;
} cases[] = {
    {"The Human Rights Campaign met in Marn.", "frames", "Campaign", PX_DISMISSED_NAME},
    {"Ada Brell began her campaign in Marn.", "frames", "campaign", PX_DISMISSED_NOT},
    {"Ada Brell hired both campaigns in Marn.", "frames", "campaigns", PX_DISMISSED_NOT},
    {"Three administrations knew of it.", "frames", "administrations", PX_DISMISSED_NOT},
    {"The Federal Election Commission met on Monday.", "frames", "Election", PX_DISMISSED_NAME},
    {"The mayor called St. Olm's Hospital on Monday.", "frames", "Hospital", PX_DISMISSED_NAME},
    {"The mayor's hospital was closed on Monday.", "frames", "hospital", PX_DISMISSED_NOT},
    {"It was signed by the Departments of Health and Harbour Affairs.", "frames", "Health", PX_DISMISSED_NAME},
    {"He met Ivo Tax on Monday.", "frames", "Tax", PX_DISMISSED_NAME},
    {"A new tax was announced on Monday.", "frames", "tax", PX_DISMISSED_NOT},
    {"The national security adviser, Ivo Hask, left.", "frames", "national security", PX_DISMISSED_NAME},
    {"Hask was the first national security adviser to leave.", "frames", "national security", PX_DISMISSED_NAME},
    {"He spoke of national security for an hour.", "frames", "national security", PX_DISMISSED_NOT},
    {"The harbour administration committee met on Monday.", "frames", "administration", PX_DISMISSED_NAME},
    {"The administration met the committee on Monday.", "frames", "administration", PX_DISMISSED_NOT},
    {"They condemned councils on Monday.", "frames", "condemned", PX_DISMISSED_NOT},
    {"The prosecutor left on Monday.", "frames", "prosecutor", PX_DISMISSED_NOT},
    {"Rep. Ada Brell met the council. The four-term congressman left.", "frames", "congressman", PX_DISMISSED_NOT},
    {"On Monday prosecutor Ada Brell left.", "frames", "prosecutor", PX_DISMISSED_NAME},
    {"On Monday prosecutor and prolific author Ada Brell left.", "frames", "prosecutor", PX_DISMISSED_NAME},
    {"On Monday the prosecutor and a friend, Ada Brell, left.", "frames", "prosecutor", PX_DISMISSED_NOT},
    {"Ada Brell, the ambassador to the United Nations, left.", "frames", "United Nations", PX_DISMISSED_NAME},
    {"Ada Brell went to the United Nations.", "frames", "United Nations", PX_DISMISSED_NOT},
    {"Luther Strange came. On Monday Strange left.", "loaded", "Strange", PX_DISMISSED_NAME},
    {"Luther Strange came to a strange town.", "loaded", "strange", PX_DISMISSED_NOT},
    {"Four House Democrats met in Marn.", "frames", "Democrats", PX_DISMISSED_NOT},
    {"On Monday the House voted for the levy.", "frames", "the House", PX_DISMISSED_NOT},
    {"On Monday the house by the quay was sold.", "frames", "the house", PX_DISMISSED_SENSE},
    {"The White House Correspondents Club met in Marn.", "frames", "White House", PX_DISMISSED_NOT},
    {"The Harbour Medicare Act was signed on Monday.", "frames", "Medicare", PX_DISMISSED_NAME},
    {"He spoke to The Wall Street Journal on Monday.", "frames", "Wall Street", PX_DISMISSED_NAME},
    {"The mayor blasted his rival.", "frames", "blasted", PX_DISMISSED_NOT},
    {"The mayor will blast his rival.", "frames", "blast", PX_DISMISSED_NOT},
    {"The council will tax the boats.", "frames", "tax", PX_DISMISSED_NOT},
    {"Crews came to protest against the toll.", "frames", "protest", PX_DISMISSED_NOT},
    {"Three ex-felons rowed home.", "frames", "ex-felons", PX_DISMISSED_NOT},
    {"A blast shook the town.", "frames", "blast", PX_DISMISSED_SENSE},
    {"The delay that the council blamed on the mayor was long.", "frames", "blamed on", PX_DISMISSED_NOT},
    {"The lawsuit against the council failed.", "frames", "lawsuit", PX_DISMISSED_NOT},
    {"The town backs religious freedom.", "frames", "religious freedom", PX_DISMISSED_NOT},
    {"The new policy was long.", "frames", "policy", PX_DISMISSED_WEIGHT},
    {"The mayor left with his running mate.", "frames", "running mate", PX_DISMISSED_WEIGHT},
    {"Ada Brell returned to Marn.", "presupposition", "returned to", PX_DISMISSED_WEIGHT},
    {"The council has failed three times to build it.", "presupposition", "failed three times to", PX_DISMISSED_NOT},
    {"Ada Brell wants to leave.", "presupposition", "wants to", PX_DISMISSED_WEIGHT},
    {"The council appeared ready to leave.", "certainty", "appeared", PX_DISMISSED_NOT},
    {"Ada Brell seemed tired.", "certainty", "seemed", PX_DISMISSED_NOT},
    {"It was an acrimonious week in Marn.", "loaded", "acrimonious", PX_DISMISSED_NOT},
    {"A second toll is a no-no in Marn.", "loaded", "no-no", PX_DISMISSED_NOT},
    {"Crews seem to row at night.", "certainty", "seem to", PX_DISMISSED_NOT},
    {"On Monday it was reported in Marn.", "certainty", "it was reported",
     PX_DISMISSED_WEIGHT}, /* by whom, not how sure */
    {"The quarrel was a political one.", "frames", "political", PX_DISMISSED_NOT},
    {"Some say that it will rain.", "certainty", "Some say", PX_DISMISSED_CUE},
    {"It was a very long day.", "certainty", "very", PX_DISMISSED_WEIGHT},
    {"It was a surprisingly long day.", "loaded", "surprisingly", PX_DISMISSED_CONTEXT},
    {"A guard was assaulted at the port.", "frames", "assaulted", PX_DISMISSED_NOT},
    {"She came again on Monday.", "presupposition", "again", PX_DISMISSED_NOT},
    {"Troops of NATO arrived on Monday.", "frames", "NATO", PX_DISMISSED_NOT},
    {"The campaign stop was short.", "presupposition", "stop", PX_DISMISSED_SENSE},
    {"The talks will stop on Monday.", "presupposition", "stop", PX_DISMISSED_NOT},
    {"Many billion birds fly south.", "frames", "billion", PX_DISMISSED_WEIGHT},
    {"The vote is not obviously a defeat.", "certainty", "obviously", PX_DISMISSED_NEGATION},
    {"The vote is certainly a defeat.", "certainty", "certainly", PX_DISMISSED_NOT},
    {"It is certainly not a defeat.", "certainty", "certainly", PX_DISMISSED_NOT},
    {"Analysts suggest that the price will fall.", "certainty", "suggest that", PX_DISMISSED_CUE},
    {"It is not unlikely to rain.", "certainty", "unlikely to", PX_DISMISSED_NOT},
    {"Ada Brell came to win over the voters.", "presupposition", "to win over", PX_DISMISSED_NOT},
    {"Ada Brell needs to win over the voters.", "presupposition", "to win over", PX_DISMISSED_SENSE},
    {"Ada Brell revealed that it rained.", "presupposition", "revealed", PX_DISMISSED_NOT},
    {"Ada Brell supposedly revealed that it rained.", "presupposition", "revealed", PX_DISMISSED_DOUBT},
    {"Ada Brell came in order to leave.", "presupposition", "in order to", PX_DISMISSED_NOT},
    {"There is no theory that Ada Brell came in order to leave.", "presupposition", "in order to",
     PX_DISMISSED_NEGATION},
    {"The law was upheld: owners may not keep it.", "certainty", "may not", PX_DISMISSED_SENSE},
    {"Under the ruling it may be kept.", "certainty", "may be", PX_DISMISSED_SENSE},
    {"Under the ruling it may be late.", "certainty", "may be", PX_DISMISSED_NOT},
    {"The owners may not keep it.", "certainty", "may not", PX_DISMISSED_NOT},
    {"The harbour may be used by owners.", "certainty", "may be", PX_DISMISSED_NOT},
    {"A judge overturned the old ban.", "frames", "overturned", PX_DISMISSED_NOT},
    {"A judge overturned a part of the Harbour Act.", "frames", "overturned", PX_DISMISSED_NOT},
    {"Marn denied these accusations.", "frames", "denied these accusations", PX_DISMISSED_NOT},
    {"Ada Brell testified on Monday.", "frames", "testified", PX_DISMISSED_NOT},
    {"Marn objected to the plan.", "frames", "objected to", PX_DISMISSED_NOT},
    {"They gathered to protest against the levy.", "frames", "protest", PX_DISMISSED_NOT},
    {"The protest was over by noon.", "frames", "protest", PX_DISMISSED_SENSE},
    {"Marn has not objected to the plan.", "frames", "objected to", PX_DISMISSED_NEGATION},
    {"The council could not end the impasse.", "frames", "impasse", PX_DISMISSED_NOT},
    {"There was no impasse in Marn.", "frames", "impasse", PX_DISMISSED_NEGATION},
    {"It was a loss of U.S. jobs.", "frames", "jobs", PX_DISMISSED_NOT},
    {"They asked for funding for the harbour.", "frames", "funding for", PX_DISMISSED_NOT},
    {"They spoke of cyber crews on Monday.", "frames", "cyber", PX_DISMISSED_NOT},
    {"Ada Brell was sentenced on Monday.", "frames", "sentenced", PX_DISMISSED_NOT},
    {"Marn praised the plan.", "loaded", "praised", PX_DISMISSED_CONTEXT},
    {"The Constitutional Court met on Monday.", "frames", "Constitutional Court", PX_DISMISSED_NOT},
    {"The council should leave.", "certainty", "should", PX_DISMISSED_NOT},
    {"She asked whether the council should leave.", "certainty", "should", PX_DISMISSED_DOUBT},
    {"It will rain, should voters choose to stay.", "certainty", "should", PX_DISMISSED_DOUBT},
    {"Ada Brell repeated the phrase.", "presupposition", "repeated", PX_DISMISSED_WEIGHT},
    {"“The council claims that it is poor,” Ada Brell said.", "loaded", "claims", PX_DISMISSED_CUE},
    {"Marn claims that the council is poor.", "loaded", "claims", PX_DISMISSED_CUE},
    {"Marn is a self-styled saint.", "loaded", "self-styled", PX_DISMISSED_NOT},
    {"“It is a bogus poll,” Ada Brell said.", "loaded", "bogus", PX_DISMISSED_NOT},
    {"The cash-starved harbour closed.", "loaded", "cash-starved", PX_DISMISSED_NOT},
    {"“The row was fueled by rumours,” Ada Brell said.", "loaded", "fueled", PX_DISMISSED_CONTEXT},
};

static bool is_listed(const char *lexicon, const char *words)
{
    for (size_t i = 0; i < story.article.matches.count; i++) {
        const struct px_match *match = &story.article.matches.items[i];
        if (px_slice_is(match->lexicon, lexicon) &&
            px_slice_is(px_slice_part(story.article.text, match->start, match->end), words))
            return true;
    }
    return false;
}

/* Whom somebody speaks to he calls nothing. */
static void check_address(void **state)
{
    (void)state;
    story_parse("“Folks, the harbour is closed,” Ada Brell said.");
    assert_false(is_listed("loaded", "Folks"));
    story_parse("“The harbour is closed, folks,” Ada Brell said.");
    assert_false(is_listed("loaded", "folks"));
    story_parse("“The harbour is closed. Folks, we wait,” Ada Brell said.");
    assert_false(is_listed("loaded", "Folks"));
    story_parse("“Folks cannot wait,” Ada Brell said.");
    assert_true(is_listed("loaded", "Folks"));
}

/* How far something seems paints a scene, and hedges nothing. */
static void check_scene(void **state)
{
    (void)state;
    story_parse("The row seemed far away.");
    assert_false(is_listed("certainty", "seemed"));
    story_parse("The row seemed over.");
    assert_true(is_listed("certainty", "seemed"));
}

/* Words of blame and praise by which one who speaks judges. */
static void check_judgements(void **state)
{
    static const char *const words[] = {"destructive", "unacceptable", "humiliating", "dead wrong", "horrible"};
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        char text[90];
        (void)snprintf(text, sizeof text, "“The harbour levy is %s,” Ada Brell said.", words[i]);
        story_parse(text);
        assert_true(is_listed("loaded", words[i]));
    }
}

/* Of those that do not count only words of speech stay marked, as the schema of the JSON says. */
static void check_marks(void **state)
{
    (void)state;
    story_parse("Marn claims that the council is poor.");
    assert_true(story_match("loaded", "claims")->marked);
    assert_int_equal(story_match("loaded", "claims")->dismissed, PX_DISMISSED_CUE);
    story_parse("The plan is not absurd.");
    assert_false(story_match("loaded", "absurd")->marked);
}

/* Neither a committee nor a ministry is a court. */
static void check_courts(void **state)
{
    (void)state;
    story_parse("Ada Brell testified before the harbour committee.");
    assert_false(is_listed("frames", "testified"));
    story_parse("Owners liked the Treasury's ruling.");
    assert_false(is_listed("frames", "ruling"));
}

/* Who says so, a headline leaves half unsaid. */
static void check_headlines(void **state)
{
    (void)state;
    story_parse("# Rain could last, minister warns\n\nIt was a long day.");
    assert_int_equal(story_match("certainty", "could")->dismissed, PX_DISMISSED_DOUBT);
}

static void check_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        story_parse(cases[i].text);
        const struct px_match *match = story_match(cases[i].lexicon, cases[i].words);
        if (match->dismissed != cases[i].dismissed)
            fail_msg("%s: %s: %s", cases[i].text, cases[i].words, px_dismissal_name(match->dismissed));
        assert_int_equal(px_match_counts(match), match->dismissed == PX_DISMISSED_NOT);
    }
}

/* Without a parser nobody knows the part of speech. */
static void check_without_grammar(void **state)
{
    (void)state;
    story_read("The campaign stop was short.");
    assert_true(px_match_counts(story_match("presupposition", "stop")));
}

/* In a title capitals tell no names, unless the text knows the name. */
static void check_titles(void **state)
{
    (void)state;
    story_parse("# Supreme Court Questions Tax Claims\nThe judges met on Monday.");
    assert_true(px_match_counts(story_match("frames", "Tax")));
    story_parse("# House Subpoenas Two Shipowners in Harbour Probe\nThe owners met on Monday.");
    assert_true(px_match_counts(story_match("frames", "Subpoenas")));
    story_parse("# Mayor Tries to Sell Tax Compromise\nThe owners met on Monday.");
    assert_true(px_match_counts(story_match("frames", "Tax")));
}

/* A user's lexicon counts wherever its words stand, in names and in whatever is denied. */
static void check_own(void **state)
{
    (void)state;
    story_parse("The Fair Trade Council did not meet.");
    assert_true(px_match_counts(story_match("judgement", "Fair")));
}

/* "his recent claims": whoever speaks of them so, the article chose the word; in quotation marks the speaker did. */
static void check_loaded_cues(void **state)
{
    (void)state;
    story_parse("Ada Brell said that Ivo Hask had boasted that he would win.");
    const struct px_match *boasted = story_match("loaded", "boasted");
    assert_int_equal(boasted->voice, PX_VOICE_OWN);
    assert_int_equal(boasted->attribution, PX_NONE);
    story_parse("\"Ivo Hask boasted that he would win,\" Ada Brell said.");
    assert_int_equal(story_match("loaded", "boasted")->voice, PX_VOICE_DIRECT);
    story_parse("Ada Brell said that the vile plan would fail.");
    assert_int_equal(story_match("loaded", "vile")->voice, PX_VOICE_INDIRECT);
}

/* What the entry does not mean, it does not find: what somebody can do, motion, and the second of two cues that are one. */
static void check_absent(void **state)
{
    static const struct {
        const char *text, *lexicon, *words;
    } texts[] = {{"Owners could use the money.", "certainty", "could"},
                 {"She was committing generally to leave.", "certainty", "generally"},
                 {"The pier is generally considered a ruin.", "certainty", "generally"},
                 {"The crews were somewhat late.", "certainty", "somewhat"},
                 {"The crews might have to leave.", "certainty", "might have"},
                 {"Ada Brell appeared on Monday at the port.", "certainty", "appeared"},
                 {"Ada Brell appeared briefly in court.", "certainty", "appeared"},
                 {"It underscored the fact that it rained.", "presupposition", "the fact that"},
                 {"The news was hardly a bombshell.", "loaded", "bombshell"},
                 {"It was obvious that it rained.", "loaded", "obvious"},
                 {"The screen went dark at noon.", "loaded", "dark"},
                 {"The council paid to settle the claim.", "loaded", "claim"},
                 {"The lawsuit, which two crews filed, claims that the pier fell.", "loaded", "claims"},
                 {"The owners may fight the claims at a trial.", "loaded", "claims"},
                 {"The crews are alleged to be late.", "loaded", "alleged"},
                 {"He saw no reason to expect any illegal catch.", "loaded", "illegal"},
                 {"They took her for less aggressive than him.", "loaded", "aggressive"},
                 {"They joined in threatening serious action.", "loaded", "threatening"},
                 {"They had tried mob figures.", "loaded", "mob"},
                 {"The crews lost a malpractice suit.", "loaded", "malpractice"},
                 {"The crews found a destructive device.", "loaded", "destructive"},
                 {"The doctor found him physically unfit.", "loaded", "unfit"},
                 {"They met at the Lake House.", "frames", "House"},
                 {"The pier fell in fiscal 2013.", "frames", "fiscal"},
                 {"They cut waste and fraud.", "frames", "fraud"},
                 {"It was an assault on his record.", "frames", "assault"},
                 {"They got leave for a hospital visit.", "frames", "hospital"},
                 {"They fell under the so-called harbour levy, in which each ship pays.", "loaded", "so-called"},
                 {"They paid the so-called \"ebb\" levy.", "loaded", "so-called"},
                 {"The mayor rejected claims that he sank it.", "loaded", "claims"},
                 {"They disputed the claim that it sank.", "loaded", "claim"},
                 {"The fleet is an enormous one.", "loaded", "enormous"},
                 {"The pier stands thanks to the loan.", "loaded", "thanks to"},
                 {"They said it assaulted owners' basic rights.", "frames", "assaulted"},
                 {"The harbour master would be expected to come.", "certainty", "expected to"},
                 {"Again, the harbour is the prize.", "presupposition", "Again"},
                 {"Leaves lay in the rain gutter.", "loaded", "gutter"},
                 {"The wind ripped the roof off a house.", "loaded", "ripped"},
                 {"He spoke of a program of recovery.", "frames", "recovery"},
                 {"It was a less controversial plan.", "frames", "controversial"},
                 {"The bill goes to the owners.", "frames", "The bill"},
                 {"It was a wager.", "frames", "wager"},
                 {"He spoke, as one might to a child.", "certainty", "might"},
                 {"The harbour may be used only by owners.", "certainty", "may be"},
                 {"The harbour may be used only by owners.", "certainty", "may"},
                 {"I believe her.", "certainty", "I believe"},
                 {"She will appear behind a curtain.", "certainty", "appear"}};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        story_parse(texts[i].text);
        for (size_t m = 0; m < story.article.matches.count; m++) {
            const struct px_match *match = &story.article.matches.items[m];
            struct px_slice words = px_slice_part(story.article.text, match->start, match->end);
            if (px_slice_is(match->lexicon, texts[i].lexicon) && px_slice_is(words, texts[i].words))
                fail_msg("%s: %s", texts[i].text, texts[i].words);
        }
    }
}

/* Every part of speech that the lists name is one that the parser knows. */
static void check_parts_of_speech(void **state)
{
    static const char *const known[] = {"ADJ", "ADP", "ADV", "AUX", "CCONJ", "NOUN", "NUM", "PART", "PROPN", "VERB"};
    (void)state;
    for (size_t i = 0; i < PX_LEXICON_OWN; i++) {
        const struct px_lexicon *lexicon = px_resources_lexicon(story.resources, i);
        size_t column = px_lexicon_column(lexicon, "pos");
        for (size_t k = 0; column != PX_NO_COLUMN && k < lexicon->entries.count; k++) {
            struct px_slice rest = px_lexicon_cell(lexicon, &lexicon->entries.items[k], column);
            struct px_slice one;
            while (px_slice_next(&rest, ' ', &one)) {
                bool found = false;
                for (size_t j = 0; j < sizeof known / sizeof *known; j++)
                    found = found || px_slice_is(one, known[j]);
                if (!found && one.size > 0)
                    fail_msg("%.*s: %.*s", PX_SLICE_ARG(lexicon->name), PX_SLICE_ARG(one));
            }
        }
    }
}

/* Does a word of the lexicon count in the text? */
static bool finds(const char *text, const char *lexicon)
{
    bool found = false;
    story_lay_out(text);
    story_annotate();
    for (size_t i = 0; i < story.article.matches.count; i++) {
        const struct px_match *match = &story.article.matches.items[i];
        found = found || (!match->by_model && px_match_counts(match) && px_slice_is(match->lexicon, lexicon));
    }
    return found;
}

/* Set phrases in which a word judges nothing, each beside one in which it does. */
static void check_set_phrases(void **state)
{
    static const struct {
        const char *plain;
        const char *loaded;
    } pairs[] = {
        {"He used foul language on the quay.", "He had a foul plan for the quay."},
        {"She did not give a damn about the quay.", "She sold the damn quay."},
        {"The ship carried toxic pollutants.", "The ship had a toxic captain."},
        {"He was fined for malicious software.", "He told a malicious tale."},
        {"They rowed through rain and torrential downpours.", "They met a torrent of questions."},
        {"He stumbled upon an old map.", "The mayor stumbled at the vote."},
        {"The wrecking ball came on Monday.", "He was wrecking the town."},
        {"The crews rowed home.", "The adoring crews rowed home."},
        {"The crews rowed home.", "He was egocentric, said the crews."},
        {"The crews rowed home.", "The council rubber-stamped the fees."},
        {"The crews stood in line at the party.", "Ada Brell toed the party line."}, /* none of whose words is loaded */
        {"The fees brought a flurry of letters.", "The letters were riddled with falsehoods."},
        {"The town plans a dramatic expansion of the quay.", "The town plans a disastrous expansion of the quay."},
        {"The dispute may plague the town.", "They exaggerated the danger of the tide."},
        {"He was charged with conspiracy.", "The talks were political theater."},
        {"“Few crews will not be shocked,” she said.", "“I am shocked,” she said."},
        {"“He did nothing immoral or illegal,” she said.", "“They are immoral,” she said."},
        {"“They went on the offensive,” she said.", "“His letters were offensive and wrong,” she said."},
        {"“It is a non-discriminatory rule,” she said.", "“It is a discriminatory law,” she said."},
        {"It took aim at the quay.", "It was sleight of hand."},
        {"The museum showed an empty suit of armour.", "The mayor is an empty suit."},
        {"The climber clawed his way out of the snow.", "The mayor clawed his way back to the top."},
        {"Three whales washed up on the quay.", "They heard a washed up singer."},
        {"It was a race to the bottom of the slope.", "It was a race to the bottom."},
        {"He coached the offensive and special teams.", "“His letters were offensive and insulting,” she said."},
        {"The treaty bans degrading treatment.", "It was a degrading letter."},
        {"He had it in the pocket of his coat.", "He lined his own pockets."},
        {"The price was just wrong on the label.", "He is just plain wrong."},
        {"He beat up on the drums.", "They ganged up on him."},
        {"The deer stood in the crosshairs of a rifle.", "The mayor was in the crosshairs of the press."},
    };
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (finds(pairs[i].plain, "loaded") || !finds(pairs[i].loaded, "loaded"))
            fail_msg("%s / %s", pairs[i].plain, pairs[i].loaded);
}

/* An event is made secure as a country is; a pension and a deposit are of another kind. */
static void security_is_of_events_and_countries(void **state)
{
    (void)state;
    assert_true(finds("They spoke of World Cup security.", "frames"));
    assert_true(finds("They spoke of the security of the north.", "frames"));
    assert_false(finds("They spoke of a security deposit.", "frames"));
}

/* Which bill it is, its name tells: that is no word on money. */
static void a_spending_bill_is_a_bill(void **state)
{
    (void)state;
    story_parse("The council passed two spending bills.");
    assert_false(is_listed("frames", "spending"));
    story_parse("The council cut its spending on ferries.");
    assert_true(is_listed("frames", "spending"));
}

static int set_up(void **state)
{
    (void)state;
    return story_open("tests/unit/annotate/judgement.tsv");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(check_cases),
        cmocka_unit_test(check_address),
        cmocka_unit_test(check_scene),
        cmocka_unit_test(check_judgements),
        cmocka_unit_test(check_marks),
        cmocka_unit_test(check_courts),
        cmocka_unit_test(check_headlines),
        cmocka_unit_test(check_without_grammar),
        cmocka_unit_test(check_titles),
        cmocka_unit_test(check_own),
        cmocka_unit_test(check_absent),
        cmocka_unit_test(check_loaded_cues),
        cmocka_unit_test(check_parts_of_speech),
        cmocka_unit_test(check_set_phrases),
        cmocka_unit_test(security_is_of_events_and_countries),
        cmocka_unit_test(a_spending_bill_is_a_bill),
    };
    return cmocka_run_group_tests(tests, set_up, story_tear_down);
}
