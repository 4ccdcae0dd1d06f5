/* Events: what is told as having happened, in which words. */
#include "told_fixture.h"

/* "[The police] detained 14 protesters; …", the told ones. */
static void describe(struct px_buffer *out)
{
    for (size_t i = 0; i < story.article.events.count; i++) {
        const struct px_event *event = &story.article.events.items[i];
        if (!event->told)
            continue;
        px_buffer_string(out, out->size > 0 ? "; " : "");
        add_party(out, &event->subject);
        px_buffer_byte(out, ' ');
        add_words(out, event->predicate);
    }
}

static void describe_clear(struct px_buffer *out)
{
    for (size_t i = 0; i < story.article.events.count; i++)
        if (story.article.events.items[i].clear) {
            px_buffer_string(out, out->size > 0 ? "; " : "");
            add_words(out, story.article.events.items[i].predicate);
        }
}

/* What its words speak of is known from them. */
static const struct told clear[] = {
    {"Anna Halden sold her house in June.", "sold her house in June"},
    {"Anna Halden resigned on Friday. Her staff burned the letters.", "resigned on Friday; burned the letters"},
    {"Anna Halden resigned on Friday. Her staff burned her letters.", "resigned on Friday; burned her letters"},
    {"Guards burned the tents of their captain.", "burned the tents of their captain"},
    {"The Halden Council closed the bridge on Friday.", "closed the bridge on Friday"},
    {"The president closed the bridge on Friday.", "closed the bridge on Friday"},
    {"The death of Anna Halden ended the strike.", "ended the strike"},
    {"Her staff burned the letters.", ""},
    {"The project closed the bridge on Friday.", ""},
    {"The end of the project closed the bridge on Friday.", ""},
    {"Anna Halden resigned on Friday. The strike left her without a house.", "resigned on Friday"},
    {"The Halden Council closed the bridge this year.", "closed the bridge this year"},
    {"The Halden Council closed the bridge that year.", ""},
    {"Guards burned it on Friday.", ""},
    {"Anna Halden closed those bridges on Friday.", ""},
    {"The Halden Council rejected that offer.", ""},
    /* little or nothing was done */
    {"The Halden Council sent few signals on Friday.", ""},
    {"The Halden Council took no vote on Friday.", ""},
};

static void tells_what_is_clear_by_itself(void **state)
{
    (void)state;
    check_told(clear, sizeof clear / sizeof *clear, describe_clear);
}

static const struct told cases[] = {
    {"The guards detained 14 protesters on Friday.", "[The guards] detained 14 protesters on Friday"},
    {"The guards and the police closed the bridge on Friday.",
     "[The guards and the police] closed the bridge on Friday"},
    {"The council and large firms including the Bank of Halden, Toran Line and Varn Ferries signed the letter.", ""},
    {"The guards detained 14 protesters and burned the tents.",
     "[The guards] detained 14 protesters; [The guards] burned the tents"},
    {"The guards leaned on Anna Halden of the Harbour Board to drop out of this year's race, which she eventually did "
     "under a cloud of scandal.",
     "[The guards] leaned on Anna Halden of the Harbour Board to drop out of this year's race"},
    {"Fishing has been banned in the bay.", "[Fishing] has been banned in the bay"},
    {"The camp was, however, closed by the guards.", "[The camp] was, however, closed by the guards"},
    {"More than 40 workers have signed the letter.", "[More than 40 workers] have signed the letter"},
    {"An engineer who left the company in May wrote a letter.", "[An engineer] left the company in May"},
    {"The union said the guards had detained 14 protesters.", "[the guards] had detained 14 protesters"},
    {"Anna Halden resigned. She sold the house in June.", "anna halden resigned; anna halden sold the house in June"},
    /* what may be, is not, or is somebody's alone */
    {"The guards could detain 14 protesters.", ""},
    {"The guards did not detain 14 protesters.", ""},
    {"If the guards detained 14 protesters, the union would march.", ""},
    {"The paper has pay slips, seen by its reporter, which suggest that 14 guards have burned the tents.", ""},
    {"Who detained the protesters?", ""},
    {"The union feared that the guards had detained 14 protesters.", ""},
    {"“The guards detained 14 protesters,” Anna Halden said.", ""},
    {"The guards detain protesters.", ""},
    {"The guards knew the protesters.", ""},
    /* whose clause is not clear */
    {"He detained 14 protesters.", ""},
    {"The boxes that the guards sealed were heavy.", ""},
    {"The budget plan the mayor signed into force in March gave two million crowns to the harbour.", ""},
    {"The union spoke of a man with a temper who burned the tents.", ""},
    {"The guards spoke of the valley that flooded the camp.", ""},
    {"The union drove out of the valley, which was closed by the guards.", "[The union] drove out of the valley"},
};

static void reads_what_is_told(void **state)
{
    (void)state;
    check_told(cases, sizeof cases / sizeof *cases, describe);
}

static void headlines_tell_nothing_of_their_own(void **state)
{
    (void)state;
    struct px_buffer out = {0};
    story_parse("# Guards detained 14 protesters\nThe tents were burned.");
    describe(&out);
    assert_true(px_slice_is(px_buffer_slice(&out), "[The tents] were burned"));
    px_buffer_release(&out);
}

static void finds_nothing_without_grammar(void **state)
{
    (void)state;
    story_read("The guards detained 14 protesters.");
    assert_int_equal(story.article.events.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_is_told),
        cmocka_unit_test(tells_what_is_clear_by_itself),
        cmocka_unit_test(headlines_tell_nothing_of_their_own),
        cmocka_unit_test(finds_nothing_without_grammar),
    };
    return cmocka_run_group_tests(tests, story_set_up, story_tear_down);
}
