#include "sourcing/attribution.h"

#include "../annotate/story_fixture.h"

/* A text (a line is a paragraph) and its attributions: "speaker | cue | content", "; " between them, " ... " between
 * the spans of one of them. */
static const struct {
    const char *text;
    const char *attributions;
} cases[] = {
    {"The minister said that the dam would be finished in May.",
     "The minister | said | that the dam would be finished in May"},
    {"“The dam will be finished,” the minister said.", "the minister | said | “The dam will be finished,”"},
    {"“The dam will be finished,” said Ilka Toran, a member of the council.",
     "Ilka Toran, a member of the council | said | “The dam will be finished,”"},
    {"\"The dam,\" she said, \"will be finished.\"", "she | said | \"The dam,\" ... \"will be finished.\""},
    {"\"The dam will be finished,\" Toran told reporters on Monday. \"Nobody will lose a home.\"",
     "Toran | told | \"The dam will be finished,\" ... \"Nobody will lose a home.\""},
    {"\"We have waited long enough,\" he said.\n\"And we will not wait again.\"",
     "he | said | \"We have waited long enough,\" ... \"And we will not wait again.\""},
    {"\"We have waited long enough.\n\"We will not wait again,\" said Toran.",
     "Toran | said | \"We have waited long enough. ... \"We will not wait again,\""},
    {"Toran wrote:\n\"We have waited long enough.\"", "Toran | wrote | \"We have waited long enough.\""},
    {"According to the ministry, nine officers were hurt.", "the ministry | According to | nine officers were hurt"},
    {"Nine officers were hurt, according to a report by the ministry.",
     "a report by the ministry | according to | Nine officers were hurt"},
    {"The plan, according to Toran, is dead.", "Toran | according to | The plan ... is dead"},
    {"His belief that the truce would hold was not shared in Varn.",
     "His | belief | that the truce would hold was not shared in Varn"},
    {"The union promised to strike in October.", "The union | promised | to strike in October"},
    {"The company has not said who gave the order.", "The company | has not said | who gave the order"},
    {"The general denied that his men had fired.", "The general | denied | that his men had fired"},
    {"The minister refused to answer.", "The minister | refused | to answer"},
    {"Toran called the operation “proportionate”.", "Toran | called | the operation “proportionate”"},
    {"Toran called on the council to resign.", "Toran | called on | the council to resign"},
    {"Toran accused the army of “theft” and “murder”.", "Toran | accused | the army of “theft” and “murder”"},
    {"The army was accused of theft by the union.", "the union | was accused | The army ... of theft"},
    {"The truce is expected to hold through the winter.", " | is expected | The truce ... to hold through the winter"},
    {"It was claimed that the bridge had been mined.", " | was claimed | that the bridge had been mined"},
    {"Officials say the bridge was mined.", "Officials | say | the bridge was mined"},
    {"Senior officials, who asked not to be named, said the bridge was mined.",
     "Senior officials, who asked not to be named | said | the bridge was mined"},
    {"The bridge was reportedly mined by rebels.", " | reportedly | The bridge was ... mined by rebels"},
    {"The rebels allegedly mined the bridge.", ""},
    {"Toran, the mayor of Varn, told the court she had seen nothing.",
     "Toran, the mayor of Varn | told | she had seen nothing"},
    {"Petra Lind, 44, who runs a bakery, says business is slow.",
     "Petra Lind, 44, who runs a bakery | says | business is slow"},
    {"She left the hall and said she would return.", "She | said | she would return"},
    {"She praised the police but criticised the minister for his silence.",
     "She | praised | the police; She | criticised | the minister for his silence"},
    {"When Toran said that the vote was lost, the crowd left.", "Toran | said | that the vote was lost"},
    {"Toran, who said she was tired, went home.", "who | said | she was tired"},
    {"The council met on Monday, with Toran saying that the vote was lost.", "Toran | saying | that the vote was lost"},
    {"He arrived late, adding that the road was closed.", "He | adding | that the road was closed"},
    {"The said goods were returned to the owner.", ""},
    {"The state of the road is poor.", ""},
    {"A spokeswoman for the union, Anna Keller, said the talks had failed.",
     "A spokeswoman for the union, Anna Keller | said | the talks had failed"},
    {"\"Did they lie?\" asked Toran.", "Toran | asked | \"Did they lie?\""},
    {"\"They lied!\" he shouted.", "he | shouted | \"They lied!\""},
    {"The report found that the company had hidden its losses.",
     "The report | found | that the company had hidden its losses"},
    {"A poll by the university shows that most voters want a new election.",
     "A poll by the university | shows | that most voters want a new election"},
    {"The paper reported on Friday that the bank was closed.", "The paper | reported | that the bank was closed"},
    {"In a statement, the bank said it would reopen.", "the bank | said | it would reopen"},
    {"On Tuesday Toran said the bank would reopen.", "Toran | said | the bank would reopen"},
    {"Toran said the bank would reopen; the union was silent.", "Toran | said | the bank would reopen"},
    {"Critics warn of a flood.", "Critics | warn of | a flood"},
    {"Brenmark allied itself with what it called “moderate forces,” arming them in secret.",
     "it | what ... called | “moderate forces,”"},
    {"A group called “Free Varn” took the hall.", "A group | called | “Free Varn”"},
    {"They took away the “evidence” in trucks.", ""},
    {"The so-called reform cost a million crowns.", ""},
    {"The novel “A Winter of Iron” sold well.", ""},
    {"He said: 'We've lost the writers' trust.'", "He | said | 'We've lost the writers' trust.'"},
    {"«Nous restons,» said the mayor.", "the mayor | said | «Nous restons,»"},
    {"„Wir bleiben“, said the mayor.", "the mayor | said | „Wir bleiben“"},
    {"\"He told me 'go home' and left,\" she said.", "she | said | \"He told me 'go home' and left,\""},
    {"\"This quotation was never closed. He said so.", ""},
    {"Toran hopes for peace and wants the troops withdrawn.",
     "Toran | hopes for | peace; Toran | wants | the troops withdrawn"},
    {"Neither side has commented on the claim.", "Neither side | has commented on | the claim"},
    {"The minister did not respond to a request for comment.",
     "The minister | did not respond to | a request for comment"},
    {"\"It is a lie,\" the minister's office said in a statement, adding that it would sue.",
     "the minister's office | said | \"It is a lie,\"; the minister's office | adding | that it would sue"},
    {"As Toran put it, the vote was a farce.", "Toran | As ... put it | the vote was a farce"},
    {"The vote was a farce, critics say, and should be held again.", "critics | say | The vote was a farce"},
    {"The ministry claims that nobody was hurt.", "The ministry | claims | that nobody was hurt"},
    {"Toran told the crowd: \"We will win.\" The crowd cheered.", "Toran | told | \"We will win.\""},
    {"She told me that the road was closed.", "She | told | that the road was closed"},
    {"The council urged the minister to resign.", "The council | urged | the minister to resign"},
    {"The mayor wondered whether the bridge would hold.", "The mayor | wondered | whether the bridge would hold"},
    {"The general is convinced that the war is won.", "The general | is convinced | that the war is won"},
    {"It was the mayor who warned of the flood.", "who | warned of | the flood"},
    {"Despite Varn's repeated calls for calm, the crowd grew.", "Varn | calls for | calm"},
    {"Witnesses told The Harbour Post that shots were fired.", "Witnesses | told | that shots were fired"},
    {"Toran seemed to agree.", " | seemed | Toran ... to agree"},
    {"\"No,\" Toran said. \"Never.\" The crowd left.", "Toran | said | \"No,\" ... \"Never.\""},
    {"He asked the court to free his son, and the court refused.", "He | asked | the court to free his son"},
    {"The judge ruled that the camp must go.", "The judge | ruled | that the camp must go"},
};

static void write_spans(const struct px_spans *spans, struct px_buffer *out)
{
    for (size_t i = 0; i < spans->count; i++) {
        struct px_slice part = px_slice_span(story.article.text, spans->items[i]);
        px_buffer_printf(out, "%s%.*s", i > 0 ? " ... " : "", PX_SLICE_ARG(part));
    }
}

static void write_attributions(struct px_buffer *out)
{
    px_buffer_clear(out);
    px_buffer_string(out, "");
    for (size_t i = 0; i < story.article.attributions.count; i++) {
        const struct px_attribution *attribution = &story.article.attributions.items[i];
        px_buffer_string(out, i > 0 ? "; " : "");
        write_spans(&attribution->speaker, out);
        px_buffer_string(out, " | ");
        write_spans(&attribution->cue, out);
        px_buffer_string(out, " | ");
        write_spans(&attribution->content, out);
    }
}

static void finds_speaker_cue_and_content(void **state)
{
    (void)state;
    struct px_buffer found = {0};
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        story_read(cases[i].text);
        write_attributions(&found);
        if (px_slice_is(px_buffer_slice(&found), cases[i].attributions))
            continue;
        print_error("%s\n  wanted %s\n  found  %.*s\n", cases[i].text, cases[i].attributions,
                    PX_SLICE_ARG(px_buffer_slice(&found)));
        wrong++;
    }
    px_buffer_release(&found);
    assert_int_equal(wrong, 0);
}

static const struct px_attribution *first(const char *text)
{
    story_read(text);
    assert_true(story.article.attributions.count > 0);
    return &story.article.attributions.items[0];
}

static void tells_the_types_apart(void **state)
{
    (void)state;
    assert_int_equal(first("\"We stay,\" said Anna Keller.")->type, PX_ATTRIBUTION_DIRECT);
    assert_int_equal(first("Anna Keller said they would stay.")->type, PX_ATTRIBUTION_INDIRECT);
    assert_int_equal(first("Anna Keller said they would stay \"for years\" in Varn.")->type, PX_ATTRIBUTION_MIXED);
}

static void reports_denials(void **state)
{
    (void)state;
    assert_true(first("The general denied that his men had fired.")->denied);
    assert_false(first("The general did not deny that his men had fired.")->denied);
    assert_false(first("The company has not said who gave the order.")->denied);
}

static void tells_who_speaks(void **state)
{
    (void)state;
    assert_int_equal(first("The ministry said nobody was hurt.")->speaker_kind, PX_SPEAKER_INSTITUTION);
    assert_int_equal(first("The ministry said nobody was hurt.")->actor, PX_ACTOR_STATE);
    assert_int_equal(first("The report said nobody was hurt.")->speaker_kind, PX_SPEAKER_DOCUMENT);
    assert_int_equal(first("The report to the ministry said nobody was hurt.")->actor, PX_ACTOR_OTHER);
    assert_true(first("Officials said nobody was hurt.")->anonymous);
    assert_false(first("The minister said nobody was hurt.")->anonymous);
    assert_false(first("Scholars said nobody was hurt.")->anonymous); /* who may have signed */
    assert_false(first("Other colleagues said nobody was hurt.")->anonymous);
    assert_false(first("Interior Minister Dorian Hask said nobody was hurt.")->anonymous);
    assert_int_equal(first("The OSCE said nobody was hurt.")->actor, PX_ACTOR_INTERNATIONAL);
    assert_int_equal(first("A warden who was shovelling trout said nobody was hurt.")->actor, PX_ACTOR_OTHER);
}

static void names_the_entity(void **state)
{
    (void)state;
    const struct px_attribution *attribution =
        first("Anna Keller teaches law.\nShe said the court was wrong. Keller left.");
    assert_int_not_equal(attribution->entity, PX_NONE);
    assert_true(px_slice_is(story.article.entities.items[attribution->entity].name, "Anna Keller"));
}

static void takes_set_off_quotations(void **state)
{
    (void)state;
    story_lay_out("Anna Keller wrote:\nThe law is dead.\nWe buried it.\nThe court sat.");
    story.article.blocks.items[1].role = PX_ROLE_QUOTATION;
    story.article.blocks.items[2].role = PX_ROLE_QUOTATION;
    story_annotate();
    struct px_buffer found = {0};
    write_attributions(&found);
    assert_true(px_slice_is(px_buffer_slice(&found), "Anna Keller | wrote | The law is dead. ... We buried it."));
    px_buffer_release(&found);
}

static void scores_are_shares(void **state)
{
    (void)state;
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        story_read(cases[c].text);
        for (size_t i = 0; i < story.article.attributions.count; i++) {
            double confidence = story.article.attributions.items[i].confidence;
            assert_true(confidence >= 0 && confidence <= 1);
        }
    }
}

/* Strictly, what is of the low tier is not told; the rest is as it was. */
static void keeps_the_high_tier(void **state)
{
    (void)state;
    const struct px_annotate_options strict = {.strict = true};
    size_t low = 0;
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        size_t high = 0;
        story_read(cases[c].text);
        for (size_t i = 0; i < story.article.attributions.count; i++)
            high += story.article.attributions.items[i].high_tier;
        low += story.article.attributions.count - high;
        assert_int_equal(px_annotate(&story.worker, &strict, &story.article, &story.error), PX_OK);
        assert_int_equal(story.article.attributions.count, high);
    }
    assert_true(low > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_speaker_cue_and_content),
        cmocka_unit_test(tells_the_types_apart),
        cmocka_unit_test(reports_denials),
        cmocka_unit_test(tells_who_speaks),
        cmocka_unit_test(names_the_entity),
        cmocka_unit_test(takes_set_off_quotations),
        cmocka_unit_test(scores_are_shares),
        cmocka_unit_test(keeps_the_high_tier),
    };
    return cmocka_run_group_tests(tests, story_set_up, story_tear_down);
}
