/* Blame and credit: who, for what, by whom. */
#include "told_fixture.h"

/* "blame peter corvin | the raid | by anna halden; …" with "attack" for the charge, "by the speaker" for no other */
static void describe(struct px_buffer *out)
{
    for (size_t i = 0; i < story.article.blames.count; i++) {
        const struct px_blame *blame = &story.article.blames.items[i];
        px_buffer_printf(out, "%s%s%s ", i > 0 ? "; " : "", blame->negated ? "negated " : "",
                         blame->credit ? "credit" : "blame");
        add_party(out, &blame->target);
        px_buffer_string(out, " | ");
        add_words(out, blame->reason);
        px_buffer_string(out, blame->others ? " | by " : " | by the speaker");
        if (blame->others)
            add_party(out, &blame->by);
        if (blame->claim.size > 0)
            px_buffer_printf(out, " (%.*s)", PX_SLICE_ARG(blame->claim));
    }
}

static const struct told cases[] = {
    {"Anna Halden blamed Peter Corvin for the delay.", "blame peter corvin | the delay | by anna halden"},
    {"Anna Halden criticized the port administration for its \"secrecy,\" according to The Hill.",
     "blame [the port administration] | its \"secrecy,\" | by anna halden"},
    {"Anna Halden accused Peter Corvin of meddling.", "blame peter corvin | meddling | by anna halden (interfere)"},
    {"Anna Halden accused Peter Corvin of meddling, which he denied.",
     "blame peter corvin | meddling | by anna halden (interfere)"},
    {"Anna Halden accused Peter Corvin of meddling, telling the council that the pits were safe.",
     "blame peter corvin | meddling | by anna halden (interfere)"},
    {"Anna Halden will use the talks to sue and accuse Peter Corvin of fraud.", ""},
    {"Anna Halden congratulated Peter Corvin on the vote.", ""},
    {"Anna Halden blamed the delay on Peter Corvin.", "blame peter corvin | the delay | by anna halden"},
    {"Anna Halden blamed it on Peter Corvin.", "blame peter corvin |  | by anna halden"},
    {"Peter Corvin was accused of fraud.", "blame peter corvin | fraud | by - (defraud)"},
    {"Peter Corvin was blamed by Anna Halden for the delay.", "blame peter corvin | the delay | by anna halden"},
    {"Peter Corvin, blamed for the delay, resigned.", "blame peter corvin | the delay | by -"},
    {"Peter Corvin is responsible for the murder.", "blame peter corvin | the murder | by the speaker (murder)"},
    {"Peter Corvin is responsible for the budget.", ""}, /* a duty */
    {"Anna Halden held Peter Corvin responsible for the delay.", "blame peter corvin | the delay | by anna halden"},
    {"Anna Halden praised Peter Corvin for his courage.", "credit peter corvin | his courage | by anna halden"},
    {"Thanks to rules of the harbour, Anna Halden will struggle.", "credit [rules of the harbour] |  | by the speaker"},
    {"The bridge was saved thanks to Peter Corvin.", "credit peter corvin |  | by the speaker"},
    {"Anna Halden accused Peter Corvin of being a liar — a charge akin to treason in the hills.",
     "blame peter corvin | being a liar | by anna halden"},
    {"Anna Halden's decision was opposed by virtually every official but lauded by President Peter Corvin.", ""},
    {"Anna Halden did not blame Peter Corvin.", "negated blame peter corvin |  | by anna halden"},
    {"Anna Halden tried to win by blaming Peter Corvin.", "blame peter corvin |  | by anna halden"},
    {"Anna Halden tried to excuse her deeds by blaming them on Peter Corvin.", ""}, /* so the article tells of her */
    {"Other aides accused Peter Corvin of fraud.", "blame peter corvin | fraud | by [aides] (defraud)"},
    {"The blame was great.", ""}, /* a noun */
    {"Anna Halden criticised Peter Corvin for the delay.", "blame peter corvin | the delay | by anna halden"},
    {"Anna Halden criticised Peter Corvin.", ""}, /* mere dislike */
    {"Leaders of the city's largest hospital group accused union organisers on Tuesday of tolerating theft.",
     "blame [union organisers] | tolerating theft | by [Leaders of the city's largest hospital group] (steal)"},
    {"The council sharply criticized Mayor Peter Corvin of Osk on Tuesday over his plans.",
     "blame peter corvin | his plans | by [The council]"},
    {"Anna Halden accused Peter Corvin of Osk, the mayor, of hiding the letters.",
     "blame peter corvin | hiding the letters | by anna halden"},
    {"Peter Corvin was criticized by the council for saying little.",
     "blame peter corvin | saying little | by [the council]"},
    {"Anna Halden condemned Peter Corvin's remarks.", "blame peter corvin | Peter Corvin's remarks | by anna halden"},
    {"Peter Corvin left after Anna Halden condemned his remarks.", "blame peter corvin | his remarks | by anna halden"},
    {"Peter Corvin left. Anna Halden condemned his remarks.", ""}, /* whose? */
    {"Anna Halden condemned Peter Corvin's lawyers.", ""},         /* people of his */
    {"The letter asked them to condemn Peter Corvin's remarks.", ""},
    {"Peter Corvin was charged with fraud.", "blame peter corvin | fraud | by - (defraud)"},
    {"Peter Corvin was charged with the budget.", ""}, /* a duty */
    {"Anna Halden charged Peter Corvin with fraud.", "blame peter corvin | fraud | by anna halden (defraud)"},
    {"Anna Halden charged Peter Corvin with the budget.", ""},
    {"Anna Halden charged Peter Corvin a fee.", ""},
    {"Anna Halden accused the lawmakers of betrayal.", "blame [the lawmakers] | betrayal | by anna halden (betray)"},
    {"Anna Halden could blame Peter Corvin for the delay.", ""}, /* supposed */
    {"Anna Halden expects Paul Lind to speak by blaming Peter Corvin for the delay.", ""},
    {"If the council blames Peter Corvin for the delay, Anna Halden will resign.", ""},
    {"Anna Halden has repeatedly accused Peter Corvin of using divisive rhetoric.",
     "blame peter corvin | using divisive rhetoric | by anna halden"},
    {"Peter Corvin had been accused of fraud by Anna Halden.", "blame peter corvin | fraud | by anna halden (defraud)"},
    {"Peter Corvin resigned after being accused of fraud.", "blame peter corvin | fraud | by - (defraud)"},
    {"Anna Halden came forward to accuse Peter Corvin of assault.",
     "blame peter corvin | assault | by anna halden (attack)"},
    {"The allegations by Anna Halden against Peter Corvin were denied.", "blame peter corvin |  | by anna halden"},
    {"The council rebutted Anna Halden's accusation that Peter Corvin misled readers.",
     "blame peter corvin | that Peter Corvin misled readers | by anna halden (deceive)"},
    {"Anna Halden charged that Peter Corvin had attacked the town.",
     "blame peter corvin | that Peter Corvin had attacked the town | by anna halden (attack)"},
    {"The charge that Peter Corvin faces is new.", ""}, /* the clause describes the charge */
    {"While serving as mayor, Anna Halden criticized the Corvin administration for its \"secrecy,\" the council said. "
     "Peter Corvin left.",
     "blame [the Corvin administration] | its \"secrecy | by anna halden"},
    {"Anna Halden praised Tuesday.", ""},
    {"Anna Halden accused Peter Corvin of \"delay,\" \"attempted silence of the towns in the hills\" and \"harmful "
     "deeds.\"",
     "blame peter corvin | \"delay,\" \"attempted silence of the towns in the hills\" and \"harmful deeds.\" | by anna "
     "halden"},
    {"Anna Halden took a swipe at Peter Corvin for hiding the letters.",
     "blame peter corvin | hiding the letters | by anna halden"},
    {"Anna Halden slammed Peter Corvin for the delay.", "blame peter corvin | the delay | by anna halden"},
    {"Anna Halden slammed Peter Corvin.", ""},
    {"The storm slammed the Corvin administration for two days.", ""}, /* a while */
    {"The letter accuses one of the journalists.", "blame [one of the journalists] |  | by [The letter]"},
};

static void check_blame(void **state)
{
    (void)state;
    check_told(cases, sizeof cases / sizeof *cases, describe);
}

static void check_voice(void **state)
{
    (void)state;
    story_parse("\"Peter Corvin is to blame,\" Anna Halden said.");
    assert_int_equal(story.article.blames.count, 1);
    assert_int_equal(story.article.blames.items[0].voice, PX_VOICE_DIRECT);
    assert_int_equal(story.article.blames.items[0].attribution, 0);
    assert_false(story.article.blames.items[0].others);
}

/* Common nouns may name people, or things. */
static void people_are_told_from_things(void **state)
{
    (void)state;
    story_parse("Anna Halden blamed both parties for the delay.");
    assert_true(story.article.blames.items[0].whom);
    story_parse("Anna Halden blamed the weather for the delay.");
    assert_false(story.article.blames.items[0].whom);
}

/* Whoever blames may not be the only one. */
static void others_stand_beside_who_blames(void **state)
{
    static const struct {
        const char *text;
        bool joined;
    } those[] = {
        {"Peter Corvin was criticized by Republicans and some Democrats for saying little.", true},
        {"Top leaders including Republican Mitch Osk have condemned Corvin's comments.", true},
        {"Anna Halden accused Peter Corvin of fraud and theft.", false},
        {"After the vote, more of his aides came forward to accuse Peter Corvin of fraud.", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof those / sizeof *those; i++) {
        story_parse(those[i].text);
        assert_int_equal(story.article.blames.count, 1);
        assert_int_equal(story.article.blames.items[0].joined, those[i].joined);
    }
}

/* Of several who do it the first is told, unless a later one has a name. */
static void the_first_of_several_blames(void **state)
{
    static const struct {
        const char *text;
        const char *by;
    } those[] = {
        {"Peter Corvin wrote to Anna Halden after several aides and a number of Corvin's likely Harbour general "
         "election rivals condemned his remarks.",
         "several aides"},
        {"Peter Corvin wrote to Anna Halden after a number of Corvin's likely Harbour general election rivals and Ivo "
         "Tarn condemned his remarks.",
         "Ivo Tarn"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof those / sizeof *those; i++) {
        story_parse(those[i].text);
        assert_int_equal(story.article.blames.count, 1);
        struct px_slice by = px_slice_span(story.article.text, story.article.blames.items[0].by.words);
        if (!px_slice_is(by, those[i].by))
            fail_msg("%.*s", PX_SLICE_ARG(by));
    }
}

/* The words and the entity of who blames are of the same one, the first. */
static void one_of_several_is_himself(void **state)
{
    static const char *const those[] = {
        "Anna Halden and Ivo Tarn blamed Peter Corvin for the delay.",
        "Anna Halden and Ivo Tarn spoke. Halden and Tarn blamed Peter Corvin for the delay.",
    };
    (void)state;
    for (size_t i = 0; i < sizeof those / sizeof *those; i++) {
        story_parse(those[i]);
        assert_int_equal(story.article.blames.count, 1);
        const struct px_blame *blame = &story.article.blames.items[0];
        assert_int_not_equal(blame->by.entity, PX_NONE);
        assert_true(px_slice_is(story.article.entities.items[blame->by.entity].key, "anna halden"));
        struct px_slice by = px_slice_span(story.article.text, blame->by.words);
        assert_true(px_slice_find(by, PX_SLICE("Tarn"), 0) == SIZE_MAX);
        assert_true(blame->joined);
    }
}

/* A phrase that is a clause read amiss names nobody who blames. */
static void a_clause_blames_nobody(void **state)
{
    (void)state;
    story_parse(
        "The decision by the council to end the strike on Monday in exchange for a promised harbour vote enraged "
        "liberals, who accused the lawmakers of betrayal.");
    assert_int_equal(story.article.blames.count, 1);
    assert_false(story.article.blames.items[0].people);
}

/* The words shown begin with what leads to the reason: "accused … of meddling", and "accused of" it goes on. */
static void a_reason_is_led_to(void **state)
{
    (void)state;
    story_parse("Anna Halden accused Peter Corvin of meddling.");
    const struct px_blame *blame = &story.article.blames.items[0];
    assert_true(px_slice_is(px_slice_part(story.article.text, blame->led, blame->reason.end), "of meddling"));
    story_parse("Peter Corvin was accused of fraud.");
    blame = &story.article.blames.items[0];
    assert_true(px_slice_is(px_slice_part(story.article.text, blame->led, blame->reason.end), "of fraud") ||
                blame->led == blame->reason.start);
}

/* What a relative clause blames on somebody begins before it; elsewhere nothing does. */
static void what_is_blamed_is_told(void **state)
{
    (void)state;
    story_parse("The town mourns a raid that Anna Halden blamed on Peter Corvin.");
    const struct px_blame *blame = &story.article.blames.items[0];
    assert_true(
        px_slice_starts(px_slice_part(story.article.text, blame->about, blame->cue.end), PX_SLICE("a raid that ")));
    story_parse("Anna Halden blamed the raid on Peter Corvin.");
    assert_int_equal(story.article.blames.items[0].about, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(check_blame),
        cmocka_unit_test(what_is_blamed_is_told),
        cmocka_unit_test(check_voice),
        cmocka_unit_test(people_are_told_from_things),
        cmocka_unit_test(others_stand_beside_who_blames),
        cmocka_unit_test(the_first_of_several_blames),
        cmocka_unit_test(one_of_several_is_himself),
        cmocka_unit_test(a_clause_blames_nobody),
        cmocka_unit_test(a_reason_is_led_to),
    };
    return cmocka_run_group_tests(tests, story_set_up, story_tear_down);
}
