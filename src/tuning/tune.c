#include "tuning/tune.h"

#include <math.h>

#include "base/digest.h"
#include "tuning/learn.h"

#define FIRST_COST 20.0
#define RIDGE 5.0
#define FLOOR 0.25 /* the least weight of an added entry */

enum { NEWTON_STEPS = 20, MARKS = 60, THRESHOLDS = 60, THRESHOLD_STEP = 5 };

/* How far evidence may move a weight: the more an old lexicon knows, the less it should. Cross-validation decides. */
static const double second_costs[] = {0.5, 2, 10};

/* What the lexicons of the folds say of passages that had no part in them. */
struct unseen_hit {
    uint32_t sentence;
    double weight;
};

struct unseen {
    double **words; /* by passage, by word: the heaviest chosen hit over it, or 0 */
    struct unseen_hit **hits;
    size_t *hit_counts;
    double *scores; /* by passage: of its heaviest sentence */
    uint32_t *folds;
};

struct calibration {
    double slope, shift;
};

struct tuner {
    struct px_tuning *tuning;
    const struct px_tuning_tools *tools;
    const struct px_passages *passages;
    struct px_learn_options learn;
    struct px_reading old_reading;
    struct px_arena scratch;
    struct unseen unseen;
    struct calibration calibration; /* of the best cost */
    struct px_error *error;
};

/* The learnt entries as a lexicon without mark and threshold, to be laid over texts. */
static enum px_status read_learnt(const struct tuner *t, const struct px_learnt *learnt, struct px_lexicon *lexicon)
{
    struct px_buffer file = {0};
    px_buffer_string(&file, "entry\tcategory\tweight\tunless\tcase\n");
    for (size_t i = 0; i < learnt->entries.count; i++) {
        const struct px_learnt_entry *entry = &learnt->entries.items[i];
        if (entry->pruned)
            continue;
        px_buffer_printf(&file, "%.*s\t%.*s\t%.2f\t%.*s\t%s\n", PX_SLICE_ARG(entry->text),
                         PX_SLICE_ARG(entry->category), entry->weight,
                         entry->old == NULL ? 0 : (int)entry->old->unless.size,
                         entry->old == NULL ? "" : entry->old->unless.data,
                         entry->old != NULL && entry->old->exact_case ? "exact" : "");
    }
    enum px_status status =
        file.failed ? px_no_memory(t->error) : px_lexicon_read(px_buffer_slice(&file), "tuned", lexicon, t->error);
    px_buffer_release(&file);
    return status;
}

/* Keeps what the fold's lexicon says of one passage. */
static enum px_status keep_passage(struct tuner *t, const struct px_reading *reading, size_t p)
{
    const struct px_passage *passage = &t->passages->items.items[p];
    double *words = px_arena_array(&t->scratch, double, passage->words.count + 1);
    struct unseen_hit *hits =
        px_arena_array(&t->scratch, struct unseen_hit, reading->first[p + 1] - reading->first[p] + 1);
    if (words == NULL || hits == NULL)
        return px_no_memory(t->error);
    t->unseen.words[p] = words;
    t->unseen.hits[p] = hits;
    t->unseen.hit_counts[p] = 0;
    for (size_t i = reading->first[p]; i < reading->first[p + 1]; i++) {
        const struct px_sighting *sighting = &reading->sightings.items[i];
        double weight = reading->lexicon->entries.items[sighting->entry].weight;
        size_t first, end;
        if (!sighting->chosen)
            continue;
        hits[t->unseen.hit_counts[p]++] =
            (struct unseen_hit){passage->article.tokens.items[sighting->first_token].sentence, weight};
        px_reading_words(passage, sighting, &first, &end);
        for (size_t w = first; w < end; w++)
            words[w] = weight > words[w] ? weight : words[w];
    }
    return PX_OK;
}

/* Keeps what the fold's lexicon says of the passages it was not learnt from. */
static enum px_status keep_unseen(struct tuner *t, const struct px_selection *selection,
                                  const struct px_reading *reading)
{
    enum px_status status = PX_OK;
    for (size_t p = 0; status == PX_OK && p < t->passages->items.count; p++) {
        if (px_selection_holds(selection, p))
            continue;
        t->unseen.folds[p] = selection->left_out;
        status = keep_passage(t, reading, p);
    }
    return status;
}

/* A weight learnt from few hits promises too much. Two numbers, fitted on unseen words, set that right for all:
 * σ(slope · logit(weight) + shift). */
static double calibrated(const struct calibration *calibration, double weight)
{
    double odds = log(fmin(fmax(weight, 0.01), 0.99) / (1 - fmin(fmax(weight, 0.01), 0.99)));
    double share = 1 / (1 + exp(-calibration->slope * odds - calibration->shift));
    return floor(share * 100 + 0.5) / 100;
}

/* One step of Newton's method on Σ log loss + RIDGE / 2 ((slope - 1)² + shift²). */
static void improve(const struct tuner *t, struct calibration *c)
{
    double gradient[2] = {RIDGE * (c->slope - 1), RIDGE * c->shift};
    double curve[3] = {RIDGE, 0, RIDGE};
    for (size_t p = 0; p < t->passages->items.count; p++) {
        const struct px_passage *passage = &t->passages->items.items[p];
        for (size_t w = 0; w < passage->words.count; w++) {
            double weight = fmin(t->unseen.words[p][w], 0.99);
            if (weight < 0.01)
                continue;
            double odds = log(weight / (1 - weight));
            double share = 1 / (1 + exp(-c->slope * odds - c->shift));
            double miss = share - (passage->word_marked[w] != 0);
            gradient[0] += miss * odds;
            gradient[1] += miss;
            curve[0] += share * (1 - share) * odds * odds;
            curve[1] += share * (1 - share) * odds;
            curve[2] += share * (1 - share);
        }
    }
    double determinant = curve[0] * curve[2] - curve[1] * curve[1];
    c->slope = fmax(0.1, c->slope - (curve[2] * gradient[0] - curve[1] * gradient[1]) / determinant);
    c->shift -= (curve[0] * gradient[1] - curve[1] * gradient[0]) / determinant;
}

/* Fits the calibration, puts it to all that was kept, and adds up sentences. */
static enum px_status calibrate(struct tuner *t, struct calibration *calibration)
{
    *calibration = (struct calibration){1, 0};
    for (size_t i = 0; i < NEWTON_STEPS; i++)
        improve(t, calibration);
    for (size_t p = 0; p < t->passages->items.count; p++) {
        const struct px_passage *passage = &t->passages->items.items[p];
        double *sums = px_arena_array(&t->scratch, double, passage->article.sentences.count + 1);
        if (sums == NULL)
            return px_no_memory(t->error);
        for (size_t w = 0; w < passage->words.count; w++)
            if (t->unseen.words[p][w] > 0)
                t->unseen.words[p][w] = calibrated(calibration, t->unseen.words[p][w]);
        t->unseen.scores[p] = 0;
        for (size_t i = 0; i < t->unseen.hit_counts[p]; i++) {
            const struct unseen_hit *hit = &t->unseen.hits[p][i];
            sums[hit->sentence] += calibrated(calibration, hit->weight);
            t->unseen.scores[p] = fmax(t->unseen.scores[p], sums[hit->sentence]);
        }
    }
    return PX_OK;
}

static enum px_status run_fold(struct tuner *t, uint32_t fold)
{
    struct px_selection selection = {t->passages, t->tuning->folds, fold, t->tools->seed};
    struct px_learnt learnt = {0};
    struct px_lexicon lexicon = {0};
    struct px_reading reading = {0};
    enum px_status status =
        px_learn(&selection, t->tools, t->tuning->old == NULL ? NULL : &t->old_reading, &t->learn, &learnt, t->error);
    if (status == PX_OK)
        status = read_learnt(t, &learnt, &lexicon);
    if (status == PX_OK)
        status = px_reading_new(&lexicon, t->tools, t->passages, &reading, t->error);
    if (status == PX_OK)
        status = keep_unseen(t, &selection, &reading);
    px_reading_release(&reading);
    px_lexicon_release(&lexicon);
    px_learnt_release(&learnt);
    return status;
}

static struct px_confusion words_at(const struct tuner *t, size_t p, double mark)
{
    const struct px_passage *passage = &t->passages->items.items[p];
    struct px_confusion confusion = {0};
    for (size_t w = 0; w < passage->words.count; w++) {
        bool said = t->unseen.words[p][w] > 0 && t->unseen.words[p][w] >= mark;
        bool marked = passage->word_marked[w] != 0;
        confusion.right += said && marked;
        confusion.wrong += said && !marked;
        confusion.missed += !said && marked;
        confusion.left += !said && !marked;
    }
    return confusion;
}

static struct px_confusion label_at(const struct tuner *t, size_t p, double threshold)
{
    bool said = t->unseen.scores[p] > 0 && t->unseen.scores[p] >= threshold;
    bool label = t->passages->items.items[p].label;
    return (struct px_confusion){said && label, said && !label, !said && label, !said && !label};
}

static double mark_step(size_t i)
{
    return (double)(i + 10) / 100;
}

static double threshold_step(size_t i)
{
    return (double)((i + 1) * THRESHOLD_STEP) / 100;
}

/* The mark with the best F1 of words, over all passages but those of `fold` (PX_NONE: over all). */
static double choose_mark(const struct tuner *t, uint32_t fold)
{
    struct px_confusion sums[MARKS] = {{0}};
    size_t best = 0;
    for (size_t p = 0; p < t->passages->items.count; p++) {
        for (size_t i = 0; t->unseen.folds[p] != fold && i < MARKS; i++) {
            struct px_confusion one = words_at(t, p, mark_step(i));
            px_confusion_add(&sums[i], &one);
        }
    }
    for (size_t i = 1; i < MARKS; i++)
        if (px_confusion_f1(&sums[i]) > px_confusion_f1(&sums[best]))
            best = i;
    return mark_step(best);
}

/* The threshold with the best macro-F1 of texts. */
static double choose_threshold(const struct tuner *t, uint32_t fold)
{
    struct px_confusion sums[THRESHOLDS] = {{0}};
    size_t best = 0;
    for (size_t p = 0; p < t->passages->items.count; p++) {
        for (size_t i = 0; t->unseen.folds[p] != fold && i < THRESHOLDS; i++) {
            struct px_confusion one = label_at(t, p, threshold_step(i));
            px_confusion_add(&sums[i], &one);
        }
    }
    for (size_t i = 1; i < THRESHOLDS; i++)
        if (px_confusion_macro_f1(&sums[i]) > px_confusion_macro_f1(&sums[best]))
            best = i;
    return threshold_step(best);
}

/* Each passage by the lexicon, mark and threshold of the other folds; kept when better than what came before. */
static enum px_status score_unseen(struct tuner *t, double *best)
{
    struct px_confusion_scores by_word, by_label;
    struct calibration calibration;
    enum px_status status = calibrate(t, &calibration);
    size_t count = t->passages->items.count;
    struct px_confusion *words = px_arena_array(&t->scratch, struct px_confusion, count + 1);
    struct px_confusion *labels = px_arena_array(&t->scratch, struct px_confusion, count + 1);
    if (status != PX_OK || words == NULL || labels == NULL)
        return px_no_memory(t->error);
    for (uint32_t fold = 0; fold < t->tuning->folds; fold++) {
        double mark = choose_mark(t, fold);
        double threshold = choose_threshold(t, fold);
        for (size_t p = 0; p < count; p++) {
            if (t->unseen.folds[p] != fold)
                continue;
            words[p] = words_at(t, p, mark);
            labels[p] = label_at(t, p, threshold);
        }
    }
    status = px_confusion_scores(words, count, t->tools->seed, &by_word, t->error);
    if (status == PX_OK)
        status = px_confusion_scores(labels, count, t->tools->seed, &by_label, t->error);
    if (status != PX_OK || (*best > 0 && by_word.f1.value <= t->tuning->cross_words.f1.value))
        return status;
    *best = t->learn.weigh.second_cost;
    t->calibration = calibration;
    t->tuning->cross_words = by_word;
    t->tuning->cross_labels = by_label;
    t->tuning->mark = choose_mark(t, PX_NONE);
    t->tuning->threshold = choose_threshold(t, PX_NONE);
    return PX_OK;
}

static enum px_status cross_validate(struct tuner *t)
{
    size_t count = t->passages->items.count;
    enum px_status status = PX_OK;
    double best = 0;
    t->unseen.words = px_arena_array(&t->scratch, double *, count + 1);
    t->unseen.hits = px_arena_array(&t->scratch, struct unseen_hit *, count + 1);
    t->unseen.hit_counts = px_arena_array(&t->scratch, size_t, count + 1);
    t->unseen.scores = px_arena_array(&t->scratch, double, count + 1);
    t->unseen.folds = px_arena_array(&t->scratch, uint32_t, count + 1);
    if (t->unseen.words == NULL || t->unseen.hits == NULL || t->unseen.hit_counts == NULL || t->unseen.scores == NULL ||
        t->unseen.folds == NULL)
        return px_no_memory(t->error);
    for (size_t i = 0; status == PX_OK && i < sizeof second_costs / sizeof *second_costs; i++) {
        t->learn.weigh.second_cost = second_costs[i];
        for (uint32_t fold = 0; status == PX_OK && fold < t->tuning->folds; fold++)
            status = run_fold(t, fold);
        if (status == PX_OK)
            status = score_unseen(t, &best);
    }
    t->learn.weigh.second_cost = best;
    return status;
}

static enum px_status score_reading(const struct tuner *t, const struct px_reading *reading,
                                    struct px_confusion_scores *words, struct px_confusion_scores *labels)
{
    struct px_arena scratch = {0};
    size_t count = t->passages->items.count;
    struct px_confusion *by_word = px_arena_array(&scratch, struct px_confusion, count + 1);
    struct px_confusion *by_label = px_arena_array(&scratch, struct px_confusion, count + 1);
    enum px_status status = by_word == NULL || by_label == NULL ? px_no_memory(t->error) : PX_OK;
    for (size_t p = 0; status == PX_OK && p < count; p++) {
        by_word[p] = px_reading_word_confusion(reading, t->passages, p);
        by_label[p] = px_reading_label_confusion(reading, t->passages, p);
    }
    if (status == PX_OK)
        status = px_confusion_scores(by_word, count, t->tools->seed, words, t->error);
    if (status == PX_OK)
        status = px_confusion_scores(by_label, count, t->tools->seed, labels, t->error);
    px_arena_release(&scratch);
    return status;
}

/* Added entries that never mark are no help to a reader. */
static void drop_light(struct px_tuning *tuning)
{
    size_t kept = 0;
    for (size_t i = 0; i < tuning->learnt->entries.count; i++) {
        const struct px_learnt_entry entry = tuning->learnt->entries.items[i];
        if (entry.old == NULL && entry.weight < tuning->mark)
            continue;
        tuning->learnt->entries.items[kept++] = entry;
        tuning->pruned += entry.pruned;
        tuning->kept += entry.old != NULL && !entry.pruned;
        tuning->added += entry.old == NULL;
    }
    tuning->learnt->entries.count = kept;
}

/* The final lexicon, from all passages, and its scores on them. */
static enum px_status learn_all(struct tuner *t)
{
    struct px_tuning *tuning = t->tuning;
    struct px_selection selection = {.passages = t->passages};
    struct px_reading reading = {0};
    tuning->learnt = px_arena_new(&tuning->arena, struct px_learnt);
    if (tuning->learnt == NULL)
        return px_no_memory(t->error);
    enum px_status status = px_learn(&selection, t->tools, tuning->old == NULL ? NULL : &t->old_reading, &t->learn,
                                     tuning->learnt, t->error);
    if (status != PX_OK)
        return status;
    for (size_t i = 0; i < tuning->learnt->entries.count; i++)
        tuning->learnt->entries.items[i].weight = calibrated(&t->calibration, tuning->learnt->entries.items[i].weight);
    drop_light(tuning);
    struct px_buffer file = {0};
    px_tuning_write_lexicon(tuning, "", &file);
    status = file.failed ? px_no_memory(t->error)
                         : px_lexicon_read(px_buffer_slice(&file), "tuned", &tuning->lexicon, t->error);
    px_buffer_release(&file);
    if (status == PX_OK)
        status = px_reading_new(&tuning->lexicon, t->tools, t->passages, &reading, t->error);
    if (status == PX_OK)
        status = score_reading(t, &reading, &tuning->sample_words, &tuning->sample_labels);
    tuning->scores = px_arena_array(&tuning->arena, struct px_entry_score, tuning->lexicon.entries.count + 1);
    if (status == PX_OK && tuning->scores == NULL)
        status = px_no_memory(t->error);
    if (status == PX_OK)
        status = px_evaluation_entries(&reading, t->passages, tuning->scores, t->error);
    px_reading_release(&reading);
    return status;
}

/* A digest of what the gold says, whatever its format: id, text, label and spans of every coding. */
static enum px_status digest_gold(struct tuner *t)
{
    struct px_buffer all = {0};
    for (size_t p = 0; p < t->passages->items.count; p++) {
        const struct px_gold_text *text = t->passages->items.items[p].source;
        px_buffer_printf(&all, "%.*s\t%.*s\n", PX_SLICE_ARG(text->id), PX_SLICE_ARG(text->text));
        for (size_t i = 0; i < text->codings.count; i++) {
            const struct px_gold_coding *coding = &text->codings.items[i];
            px_buffer_printf(&all, "%d", coding->label);
            for (size_t k = 0; k < coding->spans.count; k++)
                px_buffer_printf(&all, "\t%u-%u", coding->spans.items[k].start, coding->spans.items[k].end);
            px_buffer_byte(&all, '\n');
        }
    }
    if (!all.failed)
        px_digest_write(px_buffer_slice(&all), t->tuning->gold_sha256);
    bool failed = all.failed;
    px_buffer_release(&all);
    return failed ? px_no_memory(t->error) : PX_OK;
}

static enum px_status read_old(struct tuner *t)
{
    if (t->tuning->old == NULL)
        return PX_OK;
    enum px_status status = px_reading_new(t->tuning->old, t->tools, t->passages, &t->old_reading, t->error);
    return status == PX_OK ? score_reading(t, &t->old_reading, &t->tuning->old_words, &t->tuning->old_labels) : status;
}

typedef enum px_status tuning_step(struct tuner *t);

enum px_status px_tune(const struct px_lexicon *old, const struct px_tuning_tools *tools, struct px_passages *passages,
                       const struct px_tune_options *options, struct px_tuning *tuning, struct px_error *error)
{
    struct tuner t = {.tuning = tuning,
                      .tools = tools,
                      .passages = passages,
                      .learn = {{FIRST_COST, second_costs[0]}, FLOOR, options->least},
                      .error = error};
    *tuning = (struct px_tuning){.old = old,
                                 .folds = options->folds,
                                 .least = options->least,
                                 .seed = tools->seed,
                                 .texts = passages->items.count};
    enum px_status status = px_passages_group(passages, error);
    tuning->groups = passages->groups;
    if (status == PX_OK && passages->groups < 2 * options->folds)
        status = px_error_set(error, PX_ERROR_INPUT, "%u texts that are no near-duplicates are too few for %u folds",
                              passages->groups, options->folds);
    static tuning_step *const steps[] = {digest_gold, read_old, cross_validate, learn_all};
    for (size_t i = 0; status == PX_OK && i < sizeof steps / sizeof *steps; i++)
        status = steps[i](&t);
    px_reading_release(&t.old_reading);
    px_arena_release(&t.scratch);
    if (status != PX_OK)
        px_tuning_release(tuning);
    return status;
}

void px_tuning_release(struct px_tuning *tuning)
{
    if (tuning->learnt != NULL)
        px_learnt_release(tuning->learnt);
    px_lexicon_release(&tuning->lexicon);
    px_arena_release(&tuning->arena);
    *tuning = (struct px_tuning){0};
}
