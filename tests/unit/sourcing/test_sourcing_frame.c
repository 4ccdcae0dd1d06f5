/* Who speaks in the frame of a deed, what is but named there, and which words only join what is said to the rest. */
#include "sourcing_fixture.h"

/* In "footage of him saying" he says it, and he is the one who did the deed told of, not the one whom he did it to. */
static void who_is_shown_speaks(void **state)
{
    static const struct {
        const char *text, *words, *speaker;
    } cases[] = {
        {"Mr. Hask apologized to Senator Paul E. Lind, Republican of Gressel, and “anyone I may have hurt” after video "
         "emerged of him warning that “a baker from Gressel” could lead the panel.",
         "baker from Gressel", "Hask"},
        {"Mayor Tom Hask apologized to Sen. Paul Lind after footage emerged of him saying that Lind was “a baker.”",
         "a baker", "Tom Hask"},
        {"The paper printed a video of Tom Hask telling donors that the pit would close.", "pit would close",
         "Tom Hask"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        if (!speaks(find_content(cases[i].words), cases[i].speaker))
            fail_msg("%s", cases[i].text);
    }
    read_story("Instead, Hask spent the first hour of it complaining about the pits and the price of bread.");
    assert_true(speaks(find_cue("complaining"), "Hask"));
}

static const struct px_token *find_token(const char *word)
{
    for (size_t t = 0; t < story.article.tokens.count; t++) {
        const struct px_token *token = &story.article.tokens.items[t];
        if (px_slice_is(px_slice_part(story.article.text, token->start, token->end), word))
            return token;
    }
    return NULL;
}

/* What joins somebody's words to the article's is no word of his: it does not count for him. */
static void what_joins_the_words_is_the_articles(void **state)
{
    (void)state;
    read_story("Ada Hask said that the pit would close by May.");
    assert_int_equal(find_token("that")->voice, PX_VOICE_OWN);
    assert_int_equal(find_token("the")->voice, PX_VOICE_INDIRECT);
    read_story("Ada Hask said both pits would close by May.");
    assert_int_equal(find_token("both")->voice, PX_VOICE_INDIRECT);
    read_story("Ada Hask worked in the pit for ten years. Hask said that qualified her to run the quarry.");
    assert_int_equal(find_token("that")->voice, PX_VOICE_INDIRECT);
    read_story("Ada Hask in the Kestrian Courier explains why, “More than any other mayor, Lind is ready to run the "
               "quarry with a firm hand.”");
    assert_int_equal(find_token("why")->voice, PX_VOICE_OWN);
    assert_int_equal(find_token("mayor")->voice, PX_VOICE_DIRECT);
}

/* A clause put in among reported words may be the article's: it counts for nobody. */
static void what_is_put_in_is_nobodys(void **state)
{
    (void)state;
    read_story("Ada Hask claimed on Monday that her plan, which slashes aid to miners, was inspired by her faith.");
    assert_int_equal(find_token("slashes")->voice, PX_VOICE_OWN);
    assert_true((find_token("slashes")->flags & PX_TOKEN_PASSED_ON) != 0);
    assert_int_equal(find_token("slashes")->attribution, PX_NONE);
    assert_int_equal(find_token("inspired")->voice, PX_VOICE_INDIRECT);
    assert_int_equal(find_token("plan")->voice, PX_VOICE_INDIRECT);
    read_story("Ada Hask claimed on Monday that the mine needs a plan which slashes aid to miners.");
    assert_int_equal(find_token("slashes")->voice, PX_VOICE_INDIRECT);
}

/* Marks round a film or a nickname among other words quote nobody; a name alone may be an answer. */
static void a_name_in_marks_is_no_speech(void **state)
{
    (void)state;
    read_story(
        "Ada Hask told the council that she had watched “The Golden Pit” with the miners, and called it “a bore of "
        "a day.”");
    assert_int_not_equal(find_token("Golden")->voice, PX_VOICE_DIRECT);
    assert_int_equal(find_token("bore")->voice, PX_VOICE_DIRECT);
    read_story("“Who will pay?” Ada Hask asks. Her fans reply, “Kestria!”");
    assert_int_equal(find_token("Kestria")->voice, PX_VOICE_DIRECT);
}

/* "Hask claimed Lind said": behind another verb of speech whoever stands there has the next one. */
static void the_last_subject_has_the_verb(void **state)
{
    static const struct expected cases[] = {
        {"Ada Hask claimed Paul Lind said she would resign.", "she would resign", "Paul Lind", NULL},
    };
    (void)state;
    check(cases, sizeof cases / sizeof *cases);
    read_story("Ada Hask claimed Paul Lind said she would resign.");
    assert_false(holds(&find_content("she would resign")->speaker, "claimed"));
}

/* The source with which a sentence ends tells all of it, over verbs of speech inside; behind a colon what stands there. */
static void the_last_source_tells_the_sentence(void **state)
{
    static const struct expected cases[] = {
        {"The miners were just as firm, according to another official who was present for the talks.",
         "The miners were just as firm", "another official", NULL},
        {"There was notable anger at Ms. Hask on a call held on Sunday, according to two aides.",
         "There was notable anger", "two aides", NULL},
        {"The town left one clue about the deed: A clerk was told by somebody to call the baker, according to the "
         "court "
         "document.",
         "A clerk", "document", "clue"},
    };
    (void)state;
    check(cases, sizeof cases / sizeof *cases);
    read_story("“The pit is a disgrace to the town,” Ada Hask said in May, according to the Courier.");
    assert_true(speaks(find_content("disgrace"), "Ada Hask"));
    read_story("The miners were just as firm, according to another official who was present for the talks.");
    assert_true(find_content("just as firm")->high_tier);
    read_story("The buyer, according to two aides, had sold the boats to pay for the new quay.");
    assert_true(find_content("had sold")->high_tier); /* subject and verb on both sides of the source */
}

/* Whom a sentence tells of is not who tells it, though but a comma stands between. */
static void what_is_said_does_not_speak(void **state)
{
    static const char *const stories[] = {
        "Mr. Brell, officials said, acted on his own and not in response to pressure from the council.",
        "Mr. Brell, aides said Monday, wrote the letter and sold the boat.",
    };
    (void)state;
    for (size_t i = 0; i < sizeof stories / sizeof *stories; i++) {
        read_story(stories[i]);
        const struct px_attribution *it = find_cue("said");
        if (it == NULL || !speaks(it, NULL) || holds(&it->speaker, "Brell") || !holds(&it->content, "Brell"))
            fail_msg("%s", stories[i]);
    }
}

/* The reason of whoever tells of a note is no part of what the note says. */
static void a_reason_behind_a_quotation_is_of_the_outer_verb(void **state)
{
    static const struct expected cases[] = {
        {"Some miners disliked that the first draft of the letter said the council “knew of the flood,” because at the "
         "time it was too early to tell.",
         "knew of the flood", "letter", "too early"},
        {"The letter said the council “knew of the flood,” because its own maps had shown it.", "knew of the flood",
         "letter", NULL},
    };
    (void)state;
    CHECK(cases);
    assert_true(holds(&find_content("knew of the flood")->content, "maps"));
}

/* A clause that begins with when it was goes on behind the comma. */
static void a_clause_goes_on_behind_its_front(void **state)
{
    static const struct expected cases[] = {
        {"Ono Brell suggested saying that on Monday, the pit was closed to all of the miners.", "the pit was closed",
         "Brell", NULL},
        {"At 6:41 p.m., Mara Venn, the spokesman for the council, suggested saying that on May 10, the mayor had "
         "“notified” the miners, not “warned” them, of a flood calling for a strike.",
         "the mayor had “notified” the miners, not", "Venn", NULL},
    };
    (void)state;
    CHECK(cases);
}

/* Whose words lean on another by a pronoun that only he can be is known. */
static void a_pronoun_of_another_leans(void **state)
{
    static const struct {
        const char *text;
        bool leans;
    } cases[] = {
        {"Mr. Ono Brell wrote to the council. Mr. Brell said her maps “showed how the pit fills.”", true},
        {"Mr. Ono Brell wrote to the council. Mr. Brell said his maps “showed how the pit fills.”", false},
        {"Mr. Ono Brell wrote to the council. Mr. Brell said Ms. Venn and her maps “showed how the pit fills.”", false},
        {"Mr. Ono Brell wrote to the council. Mr. Brell said the challenger lost when her maps “showed how the pit "
         "fills.”",
         false},
        {"Mr. Ono Brell wrote to the council. Mr. Brell said a miner and his or her maps “showed how the pit fills.”",
         false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_content("showed how");
        if (it == NULL || it->leaning != cases[i].leans)
            fail_msg("%s", cases[i].text);
    }
}

/* So do words that begin with a thing told before; "it" before "that" tells of nothing. */
static void a_thing_that_is_not_named_leans(void **state)
{
    static const struct {
        const char *text;
        bool leans;
    } cases[] = {
        {"The pit is closed for the winter, Mr. Brell said, describing it as a “rounding error.”", true},
        {"The pit is closed for the winter. Mr. Brell described the closing as a “rounding error.”", false},
        {"The pit is closed. Mr. Brell said it was a “rounding error” that nobody had seen in the books.", false},
        {"The pit is closed. Mr. Brell called it a “rounding error in the books of the council.”", true},
        {"The pit is closed. Mr. Brell said it was “highly unfit that a rounding error closes pits.”", false},
        {"The pit is closed. Mr. Brell said it was “not that simple, and no rounding error.”", true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_story(cases[i].text);
        const struct px_attribution *it = find_content("rounding error");
        if (it == NULL || it->leaning != cases[i].leans)
            fail_msg("%s", cases[i].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_is_shown_speaks),
        cmocka_unit_test(what_joins_the_words_is_the_articles),
        cmocka_unit_test(what_is_put_in_is_nobodys),
        cmocka_unit_test(the_last_source_tells_the_sentence),
        cmocka_unit_test(the_last_subject_has_the_verb),
        cmocka_unit_test(a_name_in_marks_is_no_speech),
        cmocka_unit_test(what_is_said_does_not_speak),
        cmocka_unit_test(a_reason_behind_a_quotation_is_of_the_outer_verb),
        cmocka_unit_test(a_clause_goes_on_behind_its_front),
        cmocka_unit_test(a_pronoun_of_another_leans),
        cmocka_unit_test(a_thing_that_is_not_named_leans),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
