/* Acts: who does what to whom, and what is told without a doer. */
#include "../annotate/story_fixture.h"

static const char *const kinds[] = {"active", "passive", "nominal"};

static void add_entity(struct px_buffer *out, uint32_t entity)
{
    if (entity == PX_NONE)
        px_buffer_string(out, "?");
    else
        px_buffer_append(out, story.article.entities.items[entity].key);
}

/* "passive beat(?, he) agentless; …" */
static void describe(struct px_buffer *out)
{
    px_buffer_clear(out);
    px_buffer_string(out, "");
    for (size_t i = 0; i < story.article.acts.count; i++) {
        const struct px_act *act = &story.article.acts.items[i];
        px_buffer_printf(out, "%s%s %.*s(", i > 0 ? "; " : "", kinds[act->kind], PX_SLICE_ARG(act->lemma));
        add_entity(out, act->agent);
        px_buffer_string(out, ", ");
        add_entity(out, act->patient);
        px_buffer_printf(out, ")%s%s%s", act->deed ? "" : " no deed", act->said ? " said" : "",
                         px_act_is_agentless(act) ? " agentless" : "");
    }
}

static const struct {
    const char *text;
    const char *acts;
} cases[] = {
    {"Anna Halden sacked Peter Corvin.", "active sack(anna halden, peter corvin)"},
    {"Mistakes were made.", "passive make(?, ?) agentless"},
    {"Peter Corvin was sacked by Anna Halden.", "passive sack(anna halden, peter corvin)"},
    {"Peter Corvin was sacked by Friday.", "passive sack(?, peter corvin) agentless"},
    {"Two men were caught and jailed by the guards.", "passive catch(?, ?); passive jail(?, ?)"},
    {"The village is based in the north.", ""},
    {"Anna Halden's attack on Peter Corvin was loud.", "nominal attack(anna halden, peter corvin)"},
    {"Peter Corvin's arrest was loud.", "nominal arrest(?, peter corvin) agentless"},
    {"Anna Halden opposed the Corvin assault. Peter Corvin left.",
     "active oppose(anna halden, ?) no deed; nominal assault(?, ?); active leave(peter corvin, ?) no deed"},
    {"Anna Halden's seizure of the port from Peter Corvin was loud.", "nominal seizure(anna halden, ?)"},
    {"The arrest of Peter Corvin by Anna Halden was loud.", "nominal arrest(anna halden, peter corvin)"},
    {"It rained in the hills.", ""},
    {"Anna Halden sacked Peter Corvin. Peter Corvin was sacked on Monday.",
     "active sack(anna halden, peter corvin); passive sack(?, peter corvin)"},
    {"The announcement was made hours later.", "passive make(?, ?) no deed"},
    {"The film was sold. The film, which was seized by Anna Halden, is long.",
     "passive sell(?, ?); passive seize(anna halden, ?)"},
    {"The film was sold. The song was seized by Anna Halden.",
     "passive sell(?, ?) agentless; passive seize(anna halden, ?)"},
    {"Anna Halden hoped that the film was sold.", "active hope(anna halden, ?) no deed; passive sell(?, ?) no deed"},
    /* hedged, of two, with others' pronoun, taken back, asked */
    {"Anna Halden reportedly sacked Peter Corvin.", "active sack(anna halden, peter corvin) no deed"},
    {"Both Anna Halden and Peter Corvin closed the port.", "active close(anna halden, ?) no deed"},
    {"Anna Halden closed the port for their sake.", "active close(anna halden, ?)"},
    {"Anna Halden met Peter Corvin. She sued him.",
     "active meet(anna halden, peter corvin); active sue(anna halden, ?)"},
    {"Anna Halden closed their port.", "active close(anna halden, ?) no deed"},
    {"Anna Halden closed her port.", "active close(anna halden, ?)"},
    {"Anna Halden closed the port, except for two piers.", "active close(anna halden, ?) no deed"},
    {"Anna Halden closed the port last spring, other than two piers.", "active close(anna halden, ?) no deed"},
    {"Anna Halden pressed Peter Corvin on whether he had left.",
     "active press(anna halden, peter corvin) no deed; active leave(peter corvin, ?) no deed"},
    {"# Anna Halden sacked by Peter Corvin\nAnna Halden met Peter Corvin.",
     "passive sack(peter corvin, anna halden); active meet(anna halden, peter corvin)"},
    {"Peter Corvin was invited by the guards and has left the house.",
     "passive invite(?, peter corvin); active leave(peter corvin, ?)"},
    {"Peter Corvin was invited for help by Anna Halden.", "passive invite(anna halden, peter corvin)"},
    {"The plan drew criticism from Peter Corvin.", "nominal criticism(peter corvin, ?) said"},
    {"The report was met with criticism from Peter Corvin.", "nominal criticism(peter corvin, ?) said"},
    {"The trial heard the allegations made by Anna Halden.", "nominal allegation(?, ?) said"},
    {"The rebels launched an attack at dawn.", "active launch(rebels, ?); nominal attack(?, ?)"},
    {"An attack at dawn killed nobody.", "nominal attack(?, ?) agentless"},
    {"Anna Halden has a house and owns Peter Corvin nothing.",
     "active have(anna halden, ?) no deed; active own(anna halden, peter corvin) no deed"},
    {"Anna Halden said that it rained.", "active say(anna halden, ?) no deed"},
    {"Peter Corvin is expected to come.",
     "passive expect(?, peter corvin) no deed; active come(peter corvin, ?) no deed"},
    {"Mistakes were not made.", "passive make(?, ?)"},
    {"Anna Halden could sack Peter Corvin.", "active sack(anna halden, peter corvin) no deed"},
    {"If mistakes were made, Anna Halden paid.", "passive make(?, ?) no deed; active pay(anna halden, ?) no deed"},
    {"Anna Halden's arrest of Peter Corvin was loud.", "nominal arrest(anna halden, peter corvin)"},
    {"The council wants an arrest law.", ""},
    {"Anna Halden answered the plan with a threat.",
     "active answer(anna halden, ?) no deed; nominal threat(anna halden, ?) said"},
    {"The men accused of the attack are old.", "nominal attack(?, ?)"},
    {"Anna Halden asked Peter Corvin to leave.",
     "active ask(anna halden, peter corvin) no deed; active leave(peter corvin, ?) no deed"},
    {"The custom is well-established in the hills.", ""},
    {"The Russian attack was loud.", "nominal attack(russia, ?)"},
    {"The Russian-Turkish attack was loud.", "nominal attack(?, ?)"},
    {"Government intrusion was feared in the hills.", "nominal intrusion(?, ?); passive fear(?, ?) no deed"},
    {"An air intrusion was loud.", "nominal intrusion(?, ?) agentless"},
    {"The failure of the council was loud.", "nominal failure(?, ?)"},
    {"The failure of Anna Halden was loud.", "nominal failure(anna halden, ?)"},
    {"The annexation of the port was loud.", "nominal annexation(?, ?) agentless"},
    {"The council saw the plan as an intrusion.", "nominal intrusion(?, ?) no deed"},
    {"Critics were calling it an intrusion.", "nominal intrusion(?, ?) no deed"},
    {"The plan was an intrusion.", "nominal intrusion(?, ?) no deed"},
    {"Mr. Halden, who has been criticized for his long speeches, called on Mr. Corvin to leave.",
     "passive criticize(?, ?) agentless"},
    {"Two men were caught, jailed and killed.", "passive catch(?, ?) agentless; passive jail(?, ?) agentless"},
    {"Anna Halden took a swipe at Peter Corvin.", "active take(anna halden, ?) no deed"},
    {"Anna Halden put down the revolt.", "active put(anna halden, ?)"},
    {"HASK — Peter Corvin was re-elected to the council.", "passive re-elect(?, peter corvin) agentless"},
    {"The council sent Peter Corvin a letter.", ""},
    {"Anna Halden accused herself.", "active accuse(anna halden, ?) no deed"},
    {"Anna Halden grabbed Peter Corvin.", "active grab(anna halden, peter corvin)"},
    {"Anna Halden charged that Peter Corvin stole the money.",
     "active charge(anna halden, ?) no deed; active steal(peter corvin, ?)"},
    {"Anna Halden began taking the money.",
     "active begin(anna halden, ?) no deed; active take(anna halden, ?) no deed"},
    {"Anna Halden affirmed the claims.", "active affirm(anna halden, ?) no deed; nominal claim(?, ?) said"},
    {"The bill passed the Rebels.", ""},
    {"Anna Halden suggested few ideas.", "active suggest(anna halden, ?) no deed"},
    {"Anna Halden had spoken out against the plan.", "active speak(anna halden, ?) no deed"},
    {"Peter Corvin was respected among the guards.", ""},
    {"Peter Corvin came from a district anchored in the north.", "active come(peter corvin, ?) no deed"},
    {"The council had criticised Anna Halden's rival, Peter Corvin.", "active criticise(?, peter corvin) no deed"},
    {"Elections are won in the north.", "passive win(?, ?) no deed"},
    {"They risk being blamed.", "passive blame(?, ?) no deed"},
    {"Anna Halden said that mistakes were made.", "active say(anna halden, ?) no deed; passive make(?, ?) no deed"},
    {"Any boycott would hurt the council.", "nominal boycott(?, ?) no deed"},
    {"The disclosure was loud.", "nominal disclosure(?, ?)"},
    {"Anna Halden forced the shutdown.", "active force(anna halden, ?); nominal shutdown(?, ?)"},
    {"Meetings were held in an attempt to end the strike.",
     "passive hold(?, ?) agentless; nominal attempt(?, ?); nominal strike(?, ?)"},
    {"The rare attack on the council by one of its members was loud.", "nominal attack(?, ?)"},
    {"The Corvin killing was loud.", "nominal killing(?, ?)"},
    {"# Anna Halden re-elected mayor\nThe hall was full.", ""},
    {"# Talks to end shutdown fail\nThe hall was full.", ""},
    {"Anna Halden claimed that he left; took the money; and ran to the hills.",
     "active claim(anna halden, ?) no deed; active run(anna halden, ?) no deed"},
    {"But none of the Halden associates linked to Halden were fined.", "passive fine(?, ?)"},
    {"Peter Corvin was held after being accused by the guards.",
     "passive hold(?, peter corvin) agentless; passive accuse(?, ?) no deed"},
    {"Harbour Council agents arrested Peter Corvin. The Harbour Council met.",
     "active arrest(harbour council, peter corvin); active meet(harbour council, ?) no deed"},
    {"Peter Corvin was arrested by Harbour Council agents. The Harbour Council met.",
     "passive arrest(harbour council, peter corvin); active meet(harbour council, ?) no deed"},
    {"Harbour Council workers arrested Peter Corvin. The Harbour Council met.",
     "active arrest(?, peter corvin); active meet(harbour council, ?) no deed"},
    {"Anna Halden asked for places where a bridge had been closed.",
     "active ask(anna halden, ?) no deed; passive close(?, ?) no deed"},
    {"Anna Halden went to the square, where a bridge had been closed.",
     "active go(anna halden, ?) no deed; passive close(?, ?) agentless"},
    {"Anna Halden attacked the port. An attack on the port was loud.",
     "active attack(anna halden, ?) no deed; nominal attack(?, ?)"},
};

static void check_acts(void **state)
{
    struct px_buffer got = {0};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        story_parse(cases[i].text);
        describe(&got);
        if (!px_slice_is(px_buffer_slice(&got), cases[i].acts))
            fail_msg("%s\n  got  %.*s\n  want %s", cases[i].text, PX_SLICE_ARG(px_buffer_slice(&got)), cases[i].acts);
    }
    px_buffer_release(&got);
}

static void check_spans_and_voice(void **state)
{
    (void)state;
    story_parse("\"The bridge was being closed,\" Anna Halden said.");
    const struct px_act *act = &story.article.acts.items[0];
    assert_int_equal(act->kind, PX_ACT_PASSIVE);
    assert_true(px_slice_is(px_slice_part(story.article.text, act->start, act->end), "was being closed"));
    assert_int_equal(act->voice, PX_VOICE_DIRECT);
    assert_int_equal(act->attribution, 0);
}

static void check_no_grammar(void **state)
{
    (void)state;
    story_read("Mistakes were made.");
    assert_int_equal(story.article.acts.count, 0);
    assert_false(story.article.parsed);
    const struct px_annotate_options without = {
        .parser = story.parser, .splitter = &story.grammar->splitter, .no_syntax = true};
    assert_int_equal(px_annotate(&story.worker, &without, &story.article, &story.error), PX_OK);
    assert_int_equal(story.article.acts.count, 0);
}

/* The words that tell each act. */
static void check_phrases(void **state)
{
    static const char *const phrases[][2] = {
        {"At least 14 people were killed that night.", "At least 14 people were killed"},
        {"On Monday more than 14 people were killed.", "more than 14 people were killed"},
        {"On Monday nearly 900 ferry workers were dismissed without pay.", "nearly 900 ferry workers were dismissed"},
        {"Anna Halden grabbed the wrist of the man.", "grabbed the wrist of the man"},
        {"Anna Halden voted against the plan.", "voted against the plan"},
        {"The video was released.", "The video was released"},
        {"The order was carried out.", "The order was carried out"},
        {"The report, at last, has been published.", "has been published"},
        {"The thoroughly disillusioned northern representatives have been caught.", "have been caught"},
        {"The annexation of the port was loud.", "The annexation of the port"},
        {"The mayor was taken into custody on Monday.", "The mayor was taken into custody"},
        {"The computers were taken into the yard.", "The computers were taken"},
        {"In 2019 a couple were killed.", "a couple were killed"},
        {"In 2019 a couple and their sons were killed.", "were killed"},
        {"Once men were caught, it rained.", "men were caught"},
        {"Fourteen men were caught.", "Fourteen men were caught"},
        {"On Monday Mr. Halden was charged with fraud.", "Mr. Halden was charged"},
        {"On Monday forty men were caught.", "forty men were caught"},
        {"On Monday 2 million doors were sealed.", "2 million doors were sealed"},
        {"She was away when the law was voted in.", "the law was voted in"},
        {"The miner, whose moves over 14 days were read out, left.", "were read out"},
        {"Anna Halden captured the nomination of a party whose old members remained suspicious of it.",
         "captured the nomination of a party"},
        {"Nearly 2 million miners were caught.", "Nearly 2 million miners were caught"},
        {"Two young miners were caught on Monday.", "Two young miners were caught"},
        {"In 2020 a miner was caught.", "a miner was caught"},
        {"She was caught on Monday.", "She was caught"},
        {"They left when the plan was voted in.", "the plan was voted in"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        story_parse(phrases[i][0]);
        struct px_slice got = px_slice_span(story.article.text, story.article.acts.items[0].phrase);
        if (!px_slice_is(got, phrases[i][1]))
            fail_msg("got  %.*s\n  want %s", PX_SLICE_ARG(got), phrases[i][1]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(check_acts),
        cmocka_unit_test(check_phrases),
        cmocka_unit_test(check_spans_and_voice),
        cmocka_unit_test(check_no_grammar),
    };
    return cmocka_run_group_tests(tests, story_set_up, story_tear_down);
}
