/* Ties: which words of judgement are said of whom, and who judges. */
#include "told_fixture.h"

static bool is_told_before(const struct px_stance *stance, size_t index)
{
    for (size_t j = 0; j < index; j++)
        if (stance->evidence[j].tied && stance->evidence[j].start == stance->evidence[index].start)
            return true;
    return false;
}

/* "− anna halden: cruel; + …, by peter corvin" of what is tied, each word once */
static void describe(struct px_buffer *out)
{
    for (size_t i = 0; i < story.article.stances.count; i++) {
        const struct px_stance *stance = &story.article.stances.items[i];
        for (size_t j = 0; j < stance->evidence_count; j++) {
            const struct px_stance_evidence *evidence = &stance->evidence[j];
            if (!evidence->tied || is_told_before(stance, j))
                continue;
            px_buffer_printf(out, "%s%s ", out->size > 0 ? "; " : "", evidence->contribution < 0 ? "-" : "+");
            px_buffer_append(out, story.article.entities.items[stance->entity].key);
            px_buffer_string(out, ": ");
            add_words(out, (struct px_span){evidence->start, evidence->end});
            if (evidence->judge == PX_NONE)
                continue;
            uint32_t speaker = story.article.attributions.items[evidence->judge].entity;
            px_buffer_string(out, ", by ");
            px_buffer_append(out, speaker == PX_NONE ? PX_SLICE("?") : story.article.entities.items[speaker].key);
        }
    }
}

static const struct told cases[] = {
    {"Peter Corvin was cruel.", "- peter corvin: cruel"},
    {"Cruel Harbour Democrats attacked the council.", ""}, /* some of them */
    {"Peter Corvin, a hero, left the town.", "+ peter corvin: hero"},
    {"Anna Halden said that Peter Corvin was cruel.", "- peter corvin: cruel, by anna halden"},
    {"Anna Halden praised Peter Corvin.", "+ peter corvin: praised, by anna halden"},
    {"Anna Halden accused Peter Corvin of fraud.", "- peter corvin: fraud, by anna halden"},
    {"Anna Halden accused Peter Corvin of sleeping.", "- peter corvin: accused, by anna halden"},
    {"Anna Halden accused Peter Corvin of sleeping when the miners were hurt.",
     "- peter corvin: accused, by anna halden"},
    {"The police terrorized Peter Corvin.", "- police: terrorized"},
    {"The police would terrorize Peter Corvin.", ""},
    {"The police were equipped to terrorize Peter Corvin.", ""},
    {"Anna Halden would smear Peter Corvin.", ""},
    {"A cruel storm killed the friends of Peter Corvin.", ""}, /* near him, not of him */
    {"Peter Corvin was killed in the town.", ""},              /* what befalls somebody does not judge him */
    {"Peter Corvin was furious.", ""},                         /* nor does what he feels */
    {"The police sued Peter Corvin.", ""},                     /* a deed, no words */
    {"Anna Halden asked whether Peter Corvin was cruel.", ""},
    {"Anna Halden said that Peter Corvin failed.", "- peter corvin: failed, by anna halden"},
    {"Peter Corvin falsely took the prize.", "- peter corvin: falsely"},
    {"Peter Corvin falsely said that the mine was safe.", ""}, /* uptake of what he says */
    {"Anna Halden rebuked Peter Corvin for smearing the council.", "- peter corvin: rebuked, by anna halden"},
    {"The council left a pact that Peter Corvin slammed.", ""}, /* his words, of the pact */
};

static void check_ties(void **state)
{
    (void)state;
    check_told(cases, sizeof cases / sizeof *cases, describe);
}

static void check_no_grammar(void **state)
{
    (void)state;
    story_read("Peter Corvin was cruel.");
    for (size_t i = 0; i < story.article.stances.count; i++)
        for (size_t j = 0; j < story.article.stances.items[i].evidence_count; j++)
            assert_false(story.article.stances.items[i].evidence[j].tied);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(check_ties),
        cmocka_unit_test(check_no_grammar),
    };
    return cmocka_run_group_tests(tests, story_set_up, story_tear_down);
}
