#include "tuning/loaded.h"

#include <math.h>
#include <stdlib.h>

#include "annotate/loaded.h"
#include "annotate/loaded_features.h"
#include "tuning/loaded_rows.h"

enum { WORDS_FEWEST = 2, SENTENCE_FEWEST = 3, CUTS = 99 };

static const double nearly = .003; /* an F1 that is so much less than the best is as good */

struct px_loaded_fit_options px_loaded_fit_defaults(void)
{
    return (struct px_loaded_fit_options){
        .folds = 10, .sentence_cost = 1, .words_cost = .15, .verdict_cost = 10, .sentence_cut = .2, .words_cut = .05};
}

/* One word of the gold, in the order of the rows of `words`. */
struct word {
    uint32_t sentence; /* of the rows of `sentence` */
    bool chosen;       /* the outlet's choice: may count */
};

struct fit {
    const struct px_loaded_fit_options *options;
    struct px_passages *passages;
    struct px_worker *worker;
    struct px_arena arena;
    struct px_rows rows[PX_LOADED_PARTS];
    PX_VECTOR(struct word) words;
    double *scores[PX_LOADED_PARTS]; /* by row: log-odds by a fit that did not see it */
    double *weights[PX_LOADED_PARTS];
};

static uint32_t fold_of(const struct fit *fit, const struct px_passage *passage)
{
    return passage->group % (uint32_t)fit->options->folds;
}

/* Does the sentence hold a marked word? */
static bool is_marked(const struct px_passage *passage, const struct px_sentence *sentence)
{
    for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++)
        if (passage->token_marked[t])
            return true;
    return false;
}

/* The row of a sentence: what its words say, divided by the root of their number, and its figures. */
static void add_sentence(struct fit *fit, const struct px_loaded_scene *scene, const struct px_passage *passage,
                         uint32_t sentence)
{
    struct px_rows *rows = &fit->rows[PX_LOADED_SENTENCE];
    const struct px_sentence *s = &passage->article.sentences.items[sentence];
    const struct px_loaded_sink sink = {px_rows_take, rows};
    bool marked = is_marked(passage, s);
    bool alone = passage->article.sentences.count == 1;
    uint32_t words = 0;
    px_rows_begin(rows, passage->label && (marked || alone), alone || marked || !passage->label, fold_of(fit, passage));
    for (uint32_t t = s->first_token; t < s->first_token + s->token_count; t++)
        words += px_token_is_full_word(&passage->article.tokens.items[t]);
    rows->scale = words == 0 ? 1 : 1 / sqrt((double)words);
    for (uint32_t t = s->first_token; t < s->first_token + s->token_count; t++)
        if (px_token_is_full_word(&passage->article.tokens.items[t]))
            px_loaded_form(fit->worker, passage->article.tokens.items[t].form, PX_LOADED_SENTENCE, &sink);
    rows->scale = 1;
    px_loaded_figures(scene, sentence, &sink);
}

static bool add_words(struct fit *fit, const struct px_loaded_scene *scene, const struct px_passage *passage,
                      uint32_t sentence, uint32_t row)
{
    struct px_rows *rows = &fit->rows[PX_LOADED_WORDS];
    const struct px_sentence *s = &passage->article.sentences.items[sentence];
    const struct px_loaded_sink sink = {px_rows_take, rows};
    for (uint32_t t = s->first_token; t < s->first_token + s->token_count; t++) {
        const struct px_token *token = &passage->article.tokens.items[t];
        if (!px_token_is_full_word(token))
            continue;
        struct word *word = px_vector_push(&fit->words, &fit->arena);
        if (word == NULL)
            return false;
        *word = (struct word){row, px_voice_is_chosen(token->voice)};
        px_rows_begin(rows, passage->token_marked[t], true, fold_of(fit, passage));
        px_loaded_place(scene, sentence, t, &sink);
        px_loaded_form(fit->worker, token->form, PX_LOADED_WORDS, &sink);
        px_rows_take(rows, PX_SLICE("sentence"), .5 * fit->scores[PX_LOADED_SENTENCE][row]);
    }
    return true;
}

typedef bool visit(struct fit *fit, const struct px_loaded_scene *scene, const struct px_passage *passage,
                   uint32_t sentence, uint32_t row);

static bool visit_sentence(struct fit *fit, const struct px_loaded_scene *scene, const struct px_passage *passage,
                           uint32_t sentence, uint32_t row)
{
    (void)row;
    add_sentence(fit, scene, passage, sentence);
    return true;
}

/* Calls `each` for every sentence, in order; `row` counts them. */
static bool for_sentences(struct fit *fit, visit *each)
{
    uint32_t row = 0;
    bool fine = true;
    for (size_t i = 0; i < fit->passages->items.count && fine; i++) {
        const struct px_passage *passage = &fit->passages->items.items[i];
        struct px_arena arena = {0};
        struct px_loaded_scene scene;
        fine = px_loaded_scene_init(&scene, fit->worker, &passage->article, &arena);
        for (uint32_t s = 0; s < passage->article.sentences.count && fine; s++)
            fine = each(fit, &scene, passage, s, row++);
        px_arena_release(&arena);
    }
    return fine;
}

/* The rows of `verdict`, from the strangers' scores of sentences and words. */
static bool add_verdicts(struct fit *fit)
{
    struct px_rows *rows = &fit->rows[PX_LOADED_VERDICT];
    const struct px_loaded_sink sink = {px_rows_take, rows};
    double *words = px_arena_array(&fit->arena, double, fit->words.count + 1);
    size_t at = 0;
    if (words == NULL)
        return false;
    for (uint32_t row = 0; row < fit->rows[PX_LOADED_SENTENCE].rows.count; row++) {
        const struct px_row *sentence = &fit->rows[PX_LOADED_SENTENCE].rows.items[row];
        size_t count = 0;
        for (; at < fit->words.count && fit->words.items[at].sentence == row; at++)
            words[count++] = 1 / (1 + exp(-fit->scores[PX_LOADED_WORDS][at]));
        px_rows_begin(rows, sentence->label, sentence->teaches, sentence->fold);
        px_loaded_summary(fit->scores[PX_LOADED_SENTENCE][row], words, count, &sink);
    }
    return true;
}

/* Fits the part with each fold left out, for the scores of its rows, and with all, for the weights. */
static enum px_status fit_part(struct fit *fit, enum px_loaded_part part, const struct px_rows_how *how,
                               struct px_error *error)
{
    struct px_rows *rows = &fit->rows[part];
    fit->weights[part] = px_arena_array(&fit->arena, double, rows->names.keys.count + 1);
    fit->scores[part] = px_arena_array(&fit->arena, double, rows->rows.count + 1);
    if (rows->failed || fit->weights[part] == NULL || fit->scores[part] == NULL)
        return px_no_memory(error);
    enum px_status status = PX_OK;
    for (uint32_t fold = 0; fold < fit->options->folds && status == PX_OK; fold++) {
        status = px_rows_fit(rows, how, fold, fit->weights[part], error);
        for (size_t i = 0; i < rows->rows.count && status == PX_OK; i++)
            if (rows->rows.items[i].fold == fold)
                fit->scores[part][i] = px_rows_score(rows, i, fit->weights[part]);
    }
    return status == PX_OK ? px_rows_fit(rows, how, PX_NONE, fit->weights[part], error) : status;
}

struct cut {
    double probability, f1, macro, precision, recall;
};

static double f1_of(double right, double false_alarms, double missed)
{
    return right == 0 ? 0 : 2 * right / (2 * right + false_alarms + missed);
}

/* What flagging the rows from the cut on would score. Words that cannot count are never flagged. */
static struct cut try_cut(const struct fit *fit, enum px_loaded_part part, double probability)
{
    const struct px_rows *rows = &fit->rows[part];
    double limit = log(probability / (1 - probability));
    double counts[2][2] = {{0, 0}, {0, 0}}; /* [label][flagged] */
    for (size_t i = 0; i < rows->rows.count; i++) {
        bool may = part != PX_LOADED_WORDS || fit->words.items[i].chosen;
        if (rows->rows.items[i].teaches)
            counts[rows->rows.items[i].label][may && fit->scores[part][i] >= limit]++;
    }
    double f1 = f1_of(counts[1][1], counts[0][1], counts[1][0]);
    double other = f1_of(counts[0][0], counts[1][0], counts[0][1]);
    return (struct cut){probability, f1, (f1 + other) / 2, counts[1][1] / fmax(1, counts[1][1] + counts[0][1]),
                        counts[1][1] / fmax(1, counts[1][1] + counts[1][0])};
}

/* The middle one of the cuts that score nearly best: the curve is flat there, and where its peak lies is chance. */
static struct cut best_cut(const struct fit *fit, enum px_loaded_part part, bool macro)
{
    struct cut cuts[CUTS];
    size_t near[CUTS] = {0};
    size_t count = 0;
    double best = 0;
    for (size_t i = 0; i < CUTS; i++) {
        cuts[i] = try_cut(fit, part, (double)(i + 1) / (CUTS + 1));
        best = fmax(best, macro ? cuts[i].macro : cuts[i].f1);
    }
    for (size_t i = 0; i < CUTS; i++)
        if ((macro ? cuts[i].macro : cuts[i].f1) >= best - nearly)
            near[count++] = i;
    return cuts[near[count / 2]];
}

static enum px_status write_model(const struct fit *fit, struct px_buffer *model, struct px_buffer *scores,
                                  struct px_error *error)
{
    struct cut words = best_cut(fit, PX_LOADED_WORDS, false);
    struct cut sentences = best_cut(fit, PX_LOADED_VERDICT, true);
    struct cut first = best_cut(fit, PX_LOADED_SENTENCE, true);
    const double cuts[PX_LOADED_PARTS] = {fit->options->sentence_cut, fit->options->words_cut, 0};
    px_buffer_printf(scores, "cross-validated over %zu folds, %zu sentences, %zu words\n", fit->options->folds,
                     fit->rows[PX_LOADED_SENTENCE].rows.count, fit->words.count);
    px_buffer_printf(scores, "words: P %.3f R %.3f F1 %.3f from %.2f on\n", words.precision, words.recall, words.f1,
                     words.probability);
    px_buffer_printf(scores, "sentences, first look: F1 %.3f macro-F1 %.3f\n", first.f1, first.macro);
    px_buffer_printf(scores, "sentences: F1 %.3f macro-F1 %.3f from %.2f on\n", sentences.f1, sentences.macro,
                     sentences.probability);
    px_buffer_printf(model, "# mark: %.2f\n# threshold: %.2f\n", words.probability, sentences.probability);
    px_buffer_printf(model, "# scores: cross-validated, words F1 %.3f, sentences F1 %.3f and macro-F1 %.3f\n", words.f1,
                     sentences.f1, sentences.macro);
    enum px_status status = PX_OK;
    for (int part = 0; part < PX_LOADED_PARTS && status == PX_OK; part++)
        status = px_rows_write(&fit->rows[part], fit->weights[part], cuts[part],
                               px_loaded_part_name((enum px_loaded_part)part), model, error);
    return status;
}

static enum px_status fit_all(struct fit *fit, struct px_error *error)
{
    const struct px_rows_how sentence = {fit->options->sentence_cost, SENTENCE_FEWEST};
    const struct px_rows_how words = {fit->options->words_cost, WORDS_FEWEST};
    const struct px_rows_how verdict = {fit->options->verdict_cost, 1};
    if (!for_sentences(fit, visit_sentence))
        return px_no_memory(error);
    enum px_status status = fit_part(fit, PX_LOADED_SENTENCE, &sentence, error);
    if (status == PX_OK && !for_sentences(fit, add_words))
        status = px_no_memory(error);
    if (status == PX_OK)
        status = fit_part(fit, PX_LOADED_WORDS, &words, error);
    if (status == PX_OK && !add_verdicts(fit))
        status = px_no_memory(error);
    return status == PX_OK ? fit_part(fit, PX_LOADED_VERDICT, &verdict, error) : status;
}

enum px_status px_loaded_fit(struct px_passages *passages, struct px_worker *worker,
                             const struct px_loaded_fit_options *options, struct px_buffer *model,
                             struct px_buffer *scores, struct px_error *error)
{
    struct fit fit = {.options = options, .passages = passages, .worker = worker};
    enum px_status status = px_passages_group(passages, error);
    if (status == PX_OK)
        status = fit_all(&fit, error);
    if (status == PX_OK)
        status = write_model(&fit, model, scores, error);
    for (int part = 0; part < PX_LOADED_PARTS; part++)
        px_rows_release(&fit.rows[part]);
    px_arena_release(&fit.arena);
    return status;
}
