#include "syntax/train.h"

#include <stdlib.h>

#include "syntax/train_inside.h"

enum {
    SEED = 20260101,
    SILVER_ROUNDS = 1 /* of the tagger */,
    MARK_ROUNDS = 5,
    MARK_BITS = 17,
    REVISION_ROUNDS = 3,
    REVISION_RUNS = 3,
    REVISION_BITS = 20,
    REVISION_CUT = 1, /* few weights decide: none is cut off */
    NEIGHBOURS = 10,
    FEWEST_FOLDS = 2
};

/* A training on its way. */
struct trainer {
    struct px_train_plan plan;
    struct px_corpus gold;
    struct px_corpus silver;
    struct px_names names;
    struct px_forms forms;
    struct px_buffer parts[PX_PARTS];
    unsigned bits[PX_PARTS];
    struct px_syntax syntax; /* the model as far as it is there */
    struct px_selection selection;
    struct px_perceptron tagger_base; /* what silver taught, where there is any */
    struct px_dice dice;
};

static void set_default(unsigned *value, unsigned usual)
{
    if (*value == 0)
        *value = usual;
}

static void fill_plan(struct px_train_plan *plan)
{
    set_default(&plan->tagger_rounds, 4);
    set_default(&plan->parser_rounds, 4);
    set_default(&plan->silver_rounds, 1);
    set_default(&plan->folds, 3);
    set_default(&plan->beam, 4);
    set_default(&plan->search, 12);
    set_default(&plan->runs, 6);
    set_default(&plan->margin, 900);
    set_default(&plan->weight, 135);
    plan->folds = plan->folds < FEWEST_FOLDS ? FEWEST_FOLDS : plan->folds;
    set_default(&plan->tag_bits, 21);
    set_default(&plan->action_bits, 21);
    set_default(&plan->relation_bits, 21);
    set_default(&plan->cut, 500);
}

static enum px_status read_files(const char *const *paths, size_t count, struct px_corpus *corpus,
                                 struct px_error *error)
{
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < count; i++)
        status = px_corpus_read(corpus, paths[i], error);
    return status;
}

/* Puts the table's bytes into the part; their scale, or 0 when memory is out. */
static int64_t keep_weights(struct trainer *trainer, enum px_model_part_kind kind,
                            const struct px_perceptron *perceptron, unsigned cut)
{
    int64_t scale = px_perceptron_scale(perceptron, cut);
    uint8_t *bytes = scale == 0 ? NULL : px_perceptron_bytes(perceptron, scale);
    if (bytes == NULL)
        return 0;
    px_buffer_clear(&trainer->parts[kind]);
    px_buffer_append(&trainer->parts[kind], (struct px_slice){(const char *)bytes, perceptron->size});
    trainer->bits[kind] = perceptron->bits;
    free(bytes);
    return trainer->parts[kind].failed ? 0 : scale;
}

static struct px_weights part_weights(const struct trainer *trainer, enum px_model_part_kind kind)
{
    return px_model_weights(kind, (const uint8_t *)trainer->parts[kind].data, trainer->bits[kind]);
}

/* The forms are looked up for this alone, without a lexicon. */
static enum px_status refine_silver(struct trainer *trainer, struct px_error *error)
{
    struct px_forms forms = {0};
    enum px_status status = PX_OK;
    if (trainer->silver.samples.count == 0)
        return PX_OK;
    for (size_t i = 0; i < trainer->silver.samples.count; i++)
        trainer->silver.samples.items[i].silver = true;
    if (!px_corpus_add_forms(&trainer->gold, &forms, NULL) || !px_corpus_add_forms(&trainer->silver, &forms, NULL) ||
        !px_corpus_look_up(&trainer->gold, &forms) || !px_corpus_look_up(&trainer->silver, &forms))
        status = px_no_memory(error);
    if (status == PX_OK)
        status = px_train_refine_silver(&trainer->gold, &trainer->silver, error);
    px_forms_release(&forms);
    return status;
}

/* Reads the treebanks, numbers tags and relations, and makes the parts that are counted alone. */
static enum px_status prepare(struct trainer *trainer, struct px_error *error)
{
    const struct px_train_plan *plan = &trainer->plan;
    enum px_status status = read_files(plan->gold, plan->gold_count, &trainer->gold, error);
    if (status == PX_OK)
        status = read_files(plan->silver, plan->silver_count, &trainer->silver, error);
    if (status == PX_OK)
        status = px_names_choose(&trainer->names, &trainer->gold, error);
    if (status != PX_OK)
        return status;
    status = refine_silver(trainer, error);
    if (status != PX_OK)
        return status;
    px_names_apply(&trainer->names, &trainer->gold);
    px_names_apply(&trainer->names, &trainer->silver);
    if (!px_syntax_read_tags(px_buffer_slice(&trainer->names.tag_lines), &trainer->syntax) ||
        !px_syntax_read_relations(px_buffer_slice(&trainer->names.relation_lines), &trainer->syntax))
        return px_error_set(error, PX_ERROR_INPUT, "the treebanks have no tags or no root");
    px_buffer_append(&trainer->parts[PX_PART_TAGS], px_buffer_slice(&trainer->names.tag_lines));
    px_buffer_append(&trainer->parts[PX_PART_RELATIONS], px_buffer_slice(&trainer->names.relation_lines));
    status = px_train_lexicon(&trainer->gold, &trainer->silver, &trainer->parts[PX_PART_LEXICON],
                              &trainer->bits[PX_PART_LEXICON], error);
    if (status == PX_OK)
        status = px_train_lemmas(&trainer->gold, &trainer->parts[PX_PART_SCRIPTS], &trainer->parts[PX_PART_LEMMAS],
                                 &trainer->bits[PX_PART_LEMMAS], error);
    return status;
}

static enum px_status look_up(struct trainer *trainer, struct px_error *error)
{
    const struct px_form_lexicon lexicon = {(const uint8_t *)trainer->parts[PX_PART_LEXICON].data,
                                            ((uint32_t)1 << trainer->bits[PX_PART_LEXICON]) - 1};
    trainer->syntax.lexicon = lexicon;
    bool done = px_corpus_add_forms(&trainer->gold, &trainer->forms, &lexicon) &&
                px_corpus_add_forms(&trainer->silver, &trainer->forms, &lexicon) &&
                px_corpus_look_up(&trainer->gold, &trainer->forms) &&
                px_corpus_look_up(&trainer->silver, &trainer->forms);
    trainer->selection.items =
        calloc(trainer->gold.samples.count + trainer->silver.samples.count + 1, sizeof *trainer->selection.items);
    return done && trainer->selection.items != NULL ? PX_OK : px_no_memory(error);
}

/* The fold of a sample: neighbours, often of one text, stay together. At least two, or nothing would be learnt from. */
static uint32_t fold_of(const struct trainer *trainer, size_t sample)
{
    return (uint32_t)(sample / NEIGHBOURS % (trainer->plan.folds > FEWEST_FOLDS ? trainer->plan.folds : FEWEST_FOLDS));
}

/* Selects the corpus' samples but those of one fold of `folds` (PX_NONE: all). */
static void select_samples(struct trainer *trainer, const struct px_corpus *corpus, uint32_t but)
{
    trainer->selection.count = 0;
    for (size_t i = 0; i < corpus->samples.count; i++)
        if (fold_of(trainer, i) != but)
            trainer->selection.items[trainer->selection.count++] = &corpus->samples.items[i];
}

static void tagger_rounds(struct trainer *trainer, struct px_perceptron *tags, unsigned rounds)
{
    for (unsigned round = 0; round < rounds; round++) {
        px_selection_shuffle(&trainer->selection, &trainer->dice);
        px_train_tagger_round(tags, trainer->syntax.tag_set.count, &trainer->selection);
    }
}

static enum px_status learn_silver_tags(struct trainer *trainer, struct px_error *error)
{
    if (trainer->silver.samples.count == 0)
        return PX_OK;
    enum px_status status = px_perceptron_init(&trainer->tagger_base, trainer->plan.tag_bits, error);
    if (status == PX_OK) {
        select_samples(trainer, &trainer->silver, PX_NONE);
        tagger_rounds(trainer, &trainer->tagger_base, SILVER_ROUNDS);
    }
    return status;
}

/* Learns tags from all samples but those of a fold, and leaves the weights in the part. */
static enum px_status train_tagger(struct trainer *trainer, uint32_t but, unsigned runs, struct px_error *error)
{
    struct px_perceptron tags;
    const struct px_perceptron *base = trainer->tagger_base.weights == NULL ? NULL : &trainer->tagger_base;
    enum px_status status = px_perceptron_init(&tags, trainer->plan.tag_bits, error);
    if (status != PX_OK)
        return status;
    if (base != NULL)
        memcpy(tags.weights, base->weights, tags.size * sizeof *tags.weights);
    for (unsigned run = 0; run < runs; run++) {
        select_samples(trainer, &trainer->gold, but);
        tagger_rounds(trainer, &tags, trainer->plan.tagger_rounds);
        px_perceptron_settle(&tags, base);
    }
    if (keep_weights(trainer, PX_PART_TAG_WEIGHTS, &tags, trainer->plan.cut) == 0)
        status = px_no_memory(error);
    px_perceptron_release(&tags);
    trainer->syntax.tags = part_weights(trainer, PX_PART_TAG_WEIGHTS);
    return status;
}

/* Fills the guesses of the samples of a fold (PX_NONE: all). */
static enum px_status guess(struct trainer *trainer, struct px_corpus *corpus, uint32_t fold, struct px_error *error)
{
    struct px_parser *parser = NULL;
    enum px_status status = px_parser_new(&trainer->syntax, &parser, error);
    for (size_t i = 0; status == PX_OK && i < corpus->samples.count; i++) {
        struct px_sample *sample = &corpus->samples.items[i];
        if (fold == PX_NONE || fold_of(trainer, i) == fold)
            status = px_parser_tag(parser, sample->forms, sample->count, sample->guesses, error);
    }
    px_parser_free(parser);
    return status;
}

static enum px_status learn_tags(struct trainer *trainer, struct px_error *error)
{
    enum px_status status = learn_silver_tags(trainer, error);
    for (uint32_t fold = 0; status == PX_OK && fold < trainer->plan.folds; fold++) {
        status = train_tagger(trainer, fold, 1, error);
        if (status == PX_OK)
            status = guess(trainer, &trainer->gold, fold, error);
    }
    if (status == PX_OK)
        status = train_tagger(trainer, PX_NONE, trainer->plan.runs, error);
    if (status == PX_OK)
        status = guess(trainer, &trainer->silver, PX_NONE, error);
    return status;
}

static enum px_status parser_rounds(struct trainer *trainer, struct px_parser_learner *learner, unsigned rounds,
                                    struct px_error *error)
{
    enum px_status status = PX_OK;
    for (unsigned round = 0; status == PX_OK && round < rounds && trainer->selection.count > 0; round++) {
        px_selection_shuffle(&trainer->selection, &trainer->dice);
        status = px_train_parser_round(learner, &trainer->selection, error);
    }
    return status;
}

static enum px_status start_learner(const struct trainer *trainer, struct px_parser_learner *learner,
                                    struct px_error *error)
{
    *learner = (struct px_parser_learner){.syntax = &trainer->syntax, .beam = trainer->plan.beam};
    enum px_status status = px_perceptron_init(&learner->actions, trainer->plan.action_bits, error);
    if (status == PX_OK)
        status = px_perceptron_init(&learner->relations, trainer->plan.relation_bits, error);
    return status;
}

static void release_learner(struct px_parser_learner *learner)
{
    px_perceptron_release(&learner->actions);
    px_perceptron_release(&learner->relations);
    px_arena_release(&learner->arena);
}

/* Leaves weights and settings in the parts. The weight of relations makes up for the scales of the two tables. */
static enum px_status keep_parser(struct trainer *trainer, const struct px_parser_learner *learner,
                                  struct px_error *error)
{
    struct px_buffer *settings = &trainer->parts[PX_PART_SETTINGS];
    struct px_parse_weights *parse = &trainer->syntax.parse;
    int64_t actions = keep_weights(trainer, PX_PART_ACTION_WEIGHTS, &learner->actions, trainer->plan.cut);
    int64_t relations = keep_weights(trainer, PX_PART_RELATION_WEIGHTS, &learner->relations, trainer->plan.cut);
    if (actions == 0 || relations == 0)
        return px_no_memory(error);
    parse->actions = part_weights(trainer, PX_PART_ACTION_WEIGHTS);
    parse->relations = part_weights(trainer, PX_PART_RELATION_WEIGHTS);
    parse->beam = trainer->plan.search;
    parse->margin = trainer->plan.margin;
    parse->weight = (uint32_t)(relations * PX_RELATION_UNIT * trainer->plan.weight / 100 / actions);
    px_buffer_clear(settings);
    px_train_number(settings, parse->beam);
    px_train_number(settings, parse->margin);
    px_train_number(settings, parse->weight);
    return settings->failed ? px_no_memory(error) : PX_OK;
}

/* Trains on gold but a fold, several times, beginning each time with what silver taught; leaves the weights in the
 * parts. */
static enum px_status train_parser(struct trainer *trainer, const struct px_parser_learner *base, uint32_t but,
                                   unsigned runs, struct px_error *error)
{
    struct px_parser_learner learner = {0};
    enum px_status status = start_learner(trainer, &learner, error);
    if (status == PX_OK) {
        memcpy(learner.actions.weights, base->actions.weights, base->actions.size * sizeof *base->actions.weights);
        memcpy(learner.relations.weights, base->relations.weights,
               base->relations.size * sizeof *base->relations.weights);
    }
    for (unsigned run = 0; status == PX_OK && run < runs; run++) {
        select_samples(trainer, &trainer->gold, but);
        status = parser_rounds(trainer, &learner, trainer->plan.parser_rounds, error);
        px_perceptron_settle(&learner.actions, &base->actions);
        px_perceptron_settle(&learner.relations, &base->relations);
    }
    if (status == PX_OK)
        status = keep_parser(trainer, &learner, error);
    release_learner(&learner);
    return status;
}

/* Fills the guessed trees of a fold's samples. */
static enum px_status guess_trees(struct trainer *trainer, uint32_t fold, struct px_error *error)
{
    struct px_arena scratch = {0};
    bool done = true;
    for (size_t i = 0; done && i < trainer->gold.samples.count; i++) {
        const struct px_sample *sample = &trainer->gold.samples.items[i];
        struct px_draft draft = {sample->words, sample->count, sample->guesses, sample->guessed_heads,
                                 sample->guessed_relations};
        px_arena_clear(&scratch);
        if (fold_of(trainer, i) == fold)
            done = px_draft_hang(&trainer->syntax, &draft, &scratch);
    }
    px_arena_release(&scratch);
    return done ? PX_OK : px_no_memory(error);
}

static enum px_status learn_heads(struct trainer *trainer, struct px_error *error)
{
    struct px_parser_learner base = {0};
    enum px_status status = start_learner(trainer, &base, error);
    select_samples(trainer, &trainer->silver, PX_NONE);
    if (status == PX_OK)
        status = parser_rounds(trainer, &base, trainer->plan.silver_rounds, error);
    for (uint32_t fold = 0; status == PX_OK && fold < trainer->plan.folds; fold++) {
        status = train_parser(trainer, &base, fold, 1, error);
        if (status == PX_OK)
            status = guess_trees(trainer, fold, error);
    }
    if (status == PX_OK)
        status = train_parser(trainer, &base, PX_NONE, trainer->plan.runs, error);
    release_learner(&base);
    return status;
}

static enum px_status learn_marks(struct trainer *trainer, struct px_error *error)
{
    struct px_perceptron marks;
    enum px_status status = px_perceptron_init(&marks, MARK_BITS, error);
    if (status != PX_OK)
        return status;
    select_samples(trainer, &trainer->gold, PX_NONE);
    for (unsigned round = 0; status == PX_OK && round < MARK_ROUNDS; round++) {
        px_selection_shuffle(&trainer->selection, &trainer->dice);
        status = px_train_marks_round(&marks, &trainer->syntax, &trainer->selection, error);
    }
    px_perceptron_settle(&marks, NULL);
    if (status == PX_OK && keep_weights(trainer, PX_PART_MARK_WEIGHTS, &marks, trainer->plan.cut) == 0)
        status = px_no_memory(error);
    px_perceptron_release(&marks);
    trainer->syntax.marks = part_weights(trainer, PX_PART_MARK_WEIGHTS);
    return status;
}

static enum px_status learn_revision(struct trainer *trainer, struct px_error *error)
{
    struct px_perceptron revision;
    enum px_status status = px_perceptron_init(&revision, REVISION_BITS, error);
    if (status != PX_OK)
        return status;
    if (!px_train_rivals(&trainer->gold, &trainer->parts[PX_PART_RIVALS]))
        status = px_no_memory(error);
    trainer->syntax.rivals = (const uint8_t *)trainer->parts[PX_PART_RIVALS].data;
    select_samples(trainer, &trainer->gold, PX_NONE);
    for (unsigned run = 0; status == PX_OK && run < REVISION_RUNS; run++) {
        for (unsigned round = 0; status == PX_OK && round < REVISION_ROUNDS; round++) {
            px_selection_shuffle(&trainer->selection, &trainer->dice);
            status = px_train_revision_round(&revision, &trainer->syntax, &trainer->selection, error);
        }
        px_perceptron_settle(&revision, NULL);
    }
    if (status == PX_OK && keep_weights(trainer, PX_PART_REVISION_WEIGHTS, &revision, REVISION_CUT) == 0)
        status = px_no_memory(error);
    px_perceptron_release(&revision);
    return status;
}

/* Writes the file, opens it as the program does, and scores it. */
static enum px_status finish(const struct trainer *trainer, struct px_buffer *model, struct px_buffer *scores,
                             struct px_error *error)
{
    struct px_model_piece pieces[PX_PARTS];
    for (uint32_t i = 0; i < PX_PARTS; i++)
        pieces[i] = (struct px_model_piece){px_buffer_slice(&trainer->parts[i]), trainer->bits[i]};
    px_train_write(pieces, model);
    if (model->failed)
        return px_no_memory(error);
    struct px_syntax *syntax = NULL;
    enum px_status status = px_syntax_new(px_buffer_slice(model), "the model", &syntax, error);
    for (size_t i = 0; status == PX_OK && i < trainer->plan.score_count; i++)
        status = px_train_score(syntax, trainer->plan.score[i], scores, error);
    px_syntax_free(syntax);
    return status;
}

static void release(struct trainer *trainer)
{
    px_corpus_release(&trainer->gold);
    px_corpus_release(&trainer->silver);
    px_names_release(&trainer->names);
    px_forms_release(&trainer->forms);
    for (uint32_t i = 0; i < PX_PARTS; i++)
        px_buffer_release(&trainer->parts[i]);
    px_perceptron_release(&trainer->tagger_base);
    free(trainer->selection.items);
}

enum px_status px_syntax_train(const struct px_train_plan *plan, struct px_buffer *model, struct px_buffer *scores,
                               struct px_error *error)
{
    struct trainer trainer = {.plan = *plan, .dice = {SEED}};
    fill_plan(&trainer.plan);
    enum px_status status = prepare(&trainer, error);
    if (status == PX_OK)
        status = look_up(&trainer, error);
    if (status == PX_OK)
        status = learn_tags(&trainer, error);
    if (status == PX_OK)
        status = learn_marks(&trainer, error);
    if (status == PX_OK)
        status = learn_heads(&trainer, error);
    if (status == PX_OK)
        status = learn_revision(&trainer, error);
    if (status == PX_OK)
        status = finish(&trainer, model, scores, error);
    release(&trainer);
    return status;
}
