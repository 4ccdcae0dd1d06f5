#include "sourcing/quotation.h"

#include "../annotate/story_fixture.h"

/* A text (a line is a paragraph) and its quotations, " | " between them; in front of each its kind: = speech, ~ scare,
 * # title; + when it goes on from the one before, ! when its closing mark is missing. */
static const struct {
    const char *text;
    const char *quotations;
} cases[] = {
    /* marks of every style */
    {"He said \"we are leaving now\" and left.", "=\"we are leaving now\""},
    {"She sat in Monday's “Hannity,” a show.", "#“Hannity,”"},
    {"He said “we are leaving now” and left.", "=“we are leaving now”"},
    {"He said: ““We are leaving now. They stay.” He left.", "=““We are leaving now. They stay.”"},
    {"He said 'we are leaving now' and left.", "='we are leaving now'"},
    {"He said ‘we are leaving now’ and left.", "=‘we are leaving now’"},
    {"He said ''we are leaving now'' and left.", "=''we are leaving now''"},
    {"He said ``we are leaving now'' and left.", "=``we are leaving now''"},
    {"He said «we are leaving now» and left.", "=«we are leaving now»"},
    {"He said „we are leaving now“ and left.", "=„we are leaving now“"},
    {"He said \"we are leaving.\" Then he left.", "=\"we are leaving.\""},
    {"(\"We are leaving,\" he said.)", "=\"We are leaving,\""},
    {"The plan—\"we leave at dawn\"—was his.", "=\"we leave at dawn\""},
    /* apostrophes are no quotation marks */
    {"The workers' union and the drivers' guild met.", ""},
    {"It's the council's plan, isn't it?", ""},
    {"He said: 'It's the workers' hall that we want.'", "='It's the workers' hall that we want.'"},
    {"It remains 'fully open' to all. Workers' groups said no.", "~'fully open'"},
    {"The ’90s weren’t kind.", ""},
    /* a quotation whose marks do not match */
    {"\"We dig,\" he said. 'They won't dig. They pay.\" It rained.", "=\"We dig,\" | ='They won't dig. They pay.\""},
    /* feet and inches neither */
    {"The board is 6'2\" wide.", ""},
    {"A 12\" pipe and a 14\" pipe burst.", ""},
    /* nested */
    {"\"He told me 'we are lost' and wept,\" she said.", "=\"He told me 'we are lost' and wept,\" | ='we are lost'"},
    {"“He told me ‘we are lost’ and wept,” she said.", "=“He told me ‘we are lost’ and wept,” | =‘we are lost’"},
    {"'He told me \"we are lost\" and wept,' she said.", "='He told me \"we are lost\" and wept,' | =\"we are lost\""},
    {"\"They dug a \"people's pit,\" and sold it,\" she said.",
     "=\"They dug a \"people's pit,\" and sold it,\" | =\"people's pit,\""},
    {"\"They dug a pit. \"We sold it,\" she said. The pit is 20' deep\" and wet.",
     "=!\"They dug a pit. | =\"We sold it,\""},
    /* several in a sentence */
    {"\"We stay,\" she said, \"and we will win.\"", "=\"We stay,\" | =\"and we will win.\""},
    /* over several paragraphs */
    {"\"We are staying.\n\"We will win.\"", "=\"We are staying. | =+\"We will win.\""},
    {"“We are staying.\n“We will win.\n“We have time.”", "=“We are staying. | =+“We will win. | =+“We have time.”"},
    {"“We are staying.\nWe will win “at last.”\nWe have time.”",
     "=“We are staying. | =+We will win “at last.” | ~“at last.” | =+We have time.”"},
    {"“We are staying.\nThe crowd left.\nHe has “time” now.", "=!“We are staying. | ~“time”"},
    {"\"We are staying.\"\n\"We will win.\"", "=\"We are staying.\" | =\"We will win.\""},
    /* a mark that is missing */
    {"\"We are staying, he said.\nThe crowd left.", "=!\"We are staying, he said."},
    {"“We are staying,” he said. “The pits are ours. Nobody will take them.\nThe crowd left.",
     "=“We are staying,” | =!“The pits are ours. Nobody will take them."},
    {"He said \"we are staying. The crowd left.", "=!\"we are staying."},
    {"It was five o'clock\" and dark.", ""},
    {"\"We stay, he said. \"We will win.\"", "=!\"We stay, he said. | =\"We will win.\""},
    /* scare quotes and titles; what is a sentence of its own is said */
    {"And the mayor? \"A friend.\"", "=\"A friend.\""},
    {"\"A friend\" came back.", "~\"A friend\""},
    {"The lone \"no\" vote was his.", "#\"no\""}, /* the word itself */
    {"They took the \"evidence\" away.", "~\"evidence\""},
    {"The \"Harbour Tales\" came out.", "#\"Harbour Tales\""},
    {"# Crews Meet \"Worst Negotiator\" After Strike", "~\"Worst Negotiator\""}, /* all have capitals there */
    {"# Crews meet \"Harbour Tales\" after strike", "#\"Harbour Tales\""},
    {"The “moderate forces” came back.", "~“moderate forces”"},
    {"", ""},
    {"\"\"", ""},
    {"\"", ""},
};

static void write_quotations(struct px_buffer *out)
{
    static const char kinds[] = {[PX_QUOTATION_SPEECH] = '=', [PX_QUOTATION_SCARE] = '~', [PX_QUOTATION_TITLE] = '#'};
    px_buffer_clear(out);
    px_buffer_string(out, "");
    for (size_t i = 0; i < story.article.quotations.count; i++) {
        const struct px_quotation *q = &story.article.quotations.items[i];
        struct px_slice part = px_slice_span(story.article.text, q->span);
        bool attributed = q->attribution != PX_NONE;
        px_buffer_printf(out, "%s%c%s%s%.*s", i > 0 ? " | " : "", attributed ? '=' : kinds[q->kind],
                         q->continues != PX_NONE ? "+" : "", q->unbalanced ? "!" : "", PX_SLICE_ARG(part));
    }
}

static void finds_quotations(void **state)
{
    (void)state;
    struct px_buffer found = {0};
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        story_read(cases[i].text);
        write_quotations(&found);
        if (px_slice_is(px_buffer_slice(&found), cases[i].quotations))
            continue;
        print_error("%s\n  wanted %s\n  found  %.*s\n", cases[i].text, cases[i].quotations,
                    PX_SLICE_ARG(px_buffer_slice(&found)));
        wrong++;
    }
    px_buffer_release(&found);
    assert_int_equal(wrong, 0);
}

/* Quotations are in order of position, hold their tokens, and nest or stand apart. */
static void keeps_the_order(void **state)
{
    (void)state;
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        story_read(cases[c].text);
        for (size_t i = 0; i < story.article.quotations.count; i++) {
            const struct px_quotation *q = &story.article.quotations.items[i];
            assert_true(q->first_token + q->token_count <= story.article.tokens.count);
            assert_int_equal(q->span.start, story.article.tokens.items[q->first_token].start);
            if (i == 0)
                continue;
            const struct px_quotation *before = q - 1;
            assert_true(before->span.start < q->span.start);
            assert_true(before->span.end <= q->span.start || before->span.end >= q->span.end);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_quotations),
        cmocka_unit_test(keeps_the_order),
    };
    return cmocka_run_group_tests(tests, story_set_up, story_tear_down);
}
