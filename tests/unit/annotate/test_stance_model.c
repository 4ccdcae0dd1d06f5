#include "annotate/stance_model.h"

#include <math.h>
#include <sys/stat.h>
#include <unistd.h>

#include "annotate/stance.h"
#include "annotate/stance_features.h"
#include "story_fixture.h"

static struct px_stance_model *model;
static struct px_stance_reader *reader;

/* What a sink was given: the names that px_stance_feature_parse reads, in one text. */
static struct px_buffer given;

static void take(void *to, const struct px_stance_feature *feature, double value, uint32_t token)
{
    (void)to;
    (void)token;
    assert_true(value > 0);
    struct px_slice kind = px_stance_kind_name((enum px_stance_kind)feature->kind);
    px_buffer_printf(&given, "\n%.*s.%.*s=%.*s %.*s\n", PX_SLICE_ARG(kind), PX_STANCE_CODE, feature->code,
                     PX_SLICE_ARG(feature->words[0].text), PX_SLICE_ARG(feature->words[1].text));
}

static void see(void *to, const struct px_stance_scene *scene)
{
    struct px_stance_forms forms = {0};
    struct px_stance_view view;
    struct px_span mention = px_stance_tokens(scene->annotation->article, *(struct px_span *)to);
    assert_true(px_stance_view_init(&view, scene, &forms));
    px_stance_features(&view, mention.start, mention.end, &(struct px_stance_sink){take, NULL});
    px_stance_forms_release(&forms);
}

static struct px_span span_of(const char *words)
{
    size_t at = px_slice_find(story.article.text, px_slice_from(words), 0);
    assert_true(at != SIZE_MAX);
    return (struct px_span){(uint32_t)at, (uint32_t)(at + strlen(words))};
}

static void annotate(const char *text, const char *mention, const struct px_stance_watch *watch)
{
    story_parse("It rained."); /* opens the grammar */
    const struct px_annotate_options options = {
        .parser = story.parser, .splitter = &story.grammar->splitter, .stance = reader, .watch_stance = watch};
    story_lay_out(text);
    struct px_target *target = px_vector_push(&story.article.targets, &story.article.arena);
    assert_non_null(target);
    target->span = span_of(mention);
    if (watch != NULL)
        *(struct px_span *)watch->to = target->span;
    assert_int_equal(px_annotate(&story.worker, &options, &story.article, &story.error), PX_OK);
}

static void list_features(const char *text, const char *mention)
{
    struct px_span span;
    px_buffer_clear(&given);
    annotate(text, mention, &(struct px_stance_watch){see, &span});
}

static bool has(const char *name)
{
    char line[128];
    snprintf(line, sizeof line, "\n%s\n", name);
    return px_slice_find(px_buffer_slice(&given), px_slice_from(line), 0) != SIZE_MAX;
}

static void names_words_by_place(void **state)
{
    (void)state;
    list_features("Critics never praised Halden, a corrupt minister.", "Halden");
    assert_true(has("bag.=corrupt "));
    assert_true(has("side.R=corrupt "));
    assert_true(has("side.L!=prais "));
    assert_true(has("near.L3=prais "));
    assert_true(has("pair.=corrupt minist"));
    assert_true(has("beside.R=, "));
    assert_false(has("bag.=halden "));
    assert_true(has("own.=halden "));
    px_buffer_release(&given);
}

/* A passive turns subject and object round, and "by" brings back who does it. */
static void names_what_verbs_say(void **state)
{
    (void)state;
    list_features("Voters praised Halden.", "Halden");
    assert_true(has("connotation.o+= "));
    assert_true(has("governor.=obj praise"));
    list_features("Halden was praised by voters.", "Halden");
    assert_true(has("connotation.o+= "));
    list_features("She robbed the bank.", "She");
    assert_true(has("connotation.s-= "));
    list_features("The bank was robbed by Halden.", "Halden");
    assert_true(has("connotation.s-= "));
    px_buffer_release(&given);
}

static void reads_its_own_names(void **state)
{
    (void)state;
    struct px_stance_feature feature = {0}, other = {.kind = PX_STANCE_PATH};
    assert_true(px_stance_feature_parse(PX_SLICE("pair=corrupt minist"), &feature));
    assert_int_equal(feature.kind, PX_STANCE_PAIR);
    assert_true(px_slice_is(feature.words[1].text, "minist"));
    assert_true(px_stance_feature_parse(PX_SLICE("below_sign.+=amod"), &other));
    assert_int_equal(other.kind, PX_STANCE_BELOW_SIGN);
    assert_int_not_equal(px_stance_feature_key(&feature), px_stance_feature_key(&other));
    assert_false(px_stance_feature_parse(PX_SLICE("nothing=corrupt"), &feature));
    assert_false(px_stance_feature_parse(PX_SLICE("bags=corrupt"), &feature));
    assert_false(px_stance_feature_parse(PX_SLICE("side.toolongacode=x"), &feature));
}

static const struct {
    const char *text;
    int label;
} cases[] = {
    {"Halden is a corrupt liar, and his shameful failure was condemned by everyone.", -1},
    {"Critics slammed Halden over the disgraceful scandal.", -1},
    {"Friends praised Halden as a brilliant and honest leader.", 1},
    {"On Monday Halden met the envoys in the capital.", 0},
};

static void judges_mentions(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        annotate(cases[i].text, "Halden", NULL);
        const struct px_target *target = &story.article.targets.items[0];
        if (target->label != cases[i].label)
            fail_msg("%s: %d (%.3f)", cases[i].text, target->label, target->score);
        assert_true(target->label == 0 || (target->score > 0) == (target->label > 0));
        for (size_t k = 0; k < target->evidence_count; k++)
            assert_true(target->evidence[k].contribution * target->label > 0);
    }
}

/* Mentions, sections and the whole agree; a mention in a speaker's mouth is not the outlet's. */
static void scores_by_mention_and_section(void **state)
{
    (void)state;
    annotate("# Storm\nHalden is a corrupt liar. It was shameful, and Halden failed.\n"
             "\"Halden is a brilliant and honest leader,\" said Oss.",
             "Halden", NULL);
    const struct px_stance *stance = NULL;
    for (size_t i = 0; i < story.article.stances.count; i++)
        if (px_slice_is(story.article.entities.items[story.article.stances.items[i].entity].key, "halden"))
            stance = &story.article.stances.items[i];
    assert_non_null(stance);
    assert_int_equal(stance->mention_count, 3);
    assert_int_equal(stance->own.mentions, 2);
    assert_true(fabs(stance->own.score - (stance->mentions[0].score + stance->mentions[1].score) / 2) < 1e-9);
    assert_true(stance->own.low <= stance->own.score && stance->own.score <= stance->own.high);
    assert_int_not_equal(stance->mentions[2].attribution, PX_NONE);
    assert_true(stance->mentions[2].score > 0);
    assert_int_equal(stance->section_count, 1);
    assert_true(fabs(stance->sections[0].own.score - stance->own.score) < 1e-9);
}

/* Clear: named, subject or object of what judges, by somebody else. What merely stands beside is not. */
static const struct {
    const char *text;
    bool clear;
} clear_cases[] = {
    {"Critics slammed Halden over the disgraceful scandal.", false}, /* in the outlet's word for it */
    {"Friends praised Halden as a brilliant and honest leader.", true},
    {"Halden suffered a dreadful and disgraceful collapse.", false}, /* no word of judgement is tied to the name */
    {"Have critics slammed Halden over the disgraceful scandal?", false},
    {"Critics slammed Oss, whom Halden met, over the disgraceful scandal.", false},
    {"\"Critics slammed Halden over the disgraceful scandal,\" Halden said.", false},
    {"Mr. Oss left over the plan for hostages that Mr. Halden considered ill-advised and that ended in tragedy.",
     false},
    {"It is said that Halden betrayed the disgraceful town.", false}, /* by nobody sure */
};

static void tells_what_is_clear(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof clear_cases / sizeof *clear_cases; i++) {
        bool clear = false;
        annotate(clear_cases[i].text, "Halden", NULL);
        for (size_t s = 0; s < story.article.stances.count; s++) {
            const struct px_stance *stance = &story.article.stances.items[s];
            if (px_slice_is(story.article.entities.items[stance->entity].key, "halden"))
                clear = clear || stance->mentions[0].clear;
            bool said = false;
            for (size_t e = 0; e < stance->evidence_count; e++)
                said = said || stance->evidence[e].said;
            assert_int_equal(said, stance->mentions[0].clear); /* each has its word */
        }
        if (clear != clear_cases[i].clear)
            fail_msg("%s: %s", clear_cases[i].text, clear ? "clear" : "not clear");
    }
}

static void refuses_a_broken_file(void **state)
{
    (void)state;
    struct px_stance_model *broken = NULL;
    struct px_error error = {0};
    char folder[] = "/tmp/px-stance-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/en", folder);
    assert_int_equal(mkdir(path, 0700), 0);
    snprintf(path, sizeof path, "%s/en/stance.model", folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("# name: stance\n[linear negative]\nbag=ill\t3\nbags=ill\t3\n", file);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(px_stance_model_new(folder, "en", NULL, &broken, &error), PX_ERROR_SYNTAX);
    assert_null(broken);
    assert_int_equal(error.line, 4);
    assert_int_equal(unlink(path), 0);
    path[strlen(path) - strlen("/stance.model")] = '\0';
    assert_int_equal(rmdir(path), 0);
    assert_int_equal(rmdir(folder), 0);
}

static int set_up(void **state)
{
    struct px_error error = {0};
    assert_int_equal(px_stance_model_new("lexicons", "en", NULL, &model, &error), PX_OK);
    assert_non_null(model);
    assert_int_equal(px_stance_reader_new(model, &reader, &error), PX_OK);
    return story_set_up(state);
}

static int tear_down(void **state)
{
    story_tear_down(state);
    px_stance_reader_free(reader);
    px_stance_model_free(model);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_words_by_place),  cmocka_unit_test(names_what_verbs_say),
        cmocka_unit_test(reads_its_own_names),   cmocka_unit_test(judges_mentions),
        cmocka_unit_test(refuses_a_broken_file), cmocka_unit_test(scores_by_mention_and_section),
        cmocka_unit_test(tells_what_is_clear),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
