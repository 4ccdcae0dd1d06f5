#include "tuning/learn.h"

#include <math.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "statistics/rate.h"

enum { HITS_TO_PRUNE = 5 };

#define ROOT_OF_NEW "unsorted"
#define PRUNED_BELOW 0.3 /* an entry goes when even the upper end of its precision's interval is below */
#define NEAR_ENOUGH 0.1  /* a word whose weight is this near to that of a wildcard over it needs no entry of its own */

/* A feature at a word: candidates come first, then the old entries. */
struct pair {
    uint32_t row;
    uint32_t feature;
};

struct learner {
    const struct px_selection *selection;
    const struct px_tuning_tools *tools;
    const struct px_reading *old; /* NULL: none */
    const struct px_learn_options *options;
    struct px_learnt *learnt;
    struct px_error *error;
    struct px_candidates candidates;
    struct px_arena arena;
    uint32_t **rows_of_token; /* by passage, by token: its row, or PX_NONE */
    struct px_weigh_row *rows;
    size_t row_count;
    PX_VECTOR(struct pair) pairs;
    size_t features, old_entries;
    double *probabilities; /* by row */
    uint32_t *rows_by_feature;
    size_t *first_row; /* by feature, of rows_by_feature; features + 1 */
    struct px_weights weights;
    double *kept_weights;           /* by feature; 0: not kept */
    struct px_slice *kept_category; /* by feature */
};

/* A row for every word in the outlet's choice of words. */
static bool make_rows(struct learner *l)
{
    const struct px_passages *passages = l->selection->passages;
    size_t tokens = 0;
    for (size_t p = 0; p < passages->items.count; p++)
        tokens += passages->items.items[p].article.tokens.count;
    l->rows = px_arena_array(&l->arena, struct px_weigh_row, tokens + 1);
    l->rows_of_token = px_arena_array(&l->arena, uint32_t *, passages->items.count + 1);
    if (l->rows == NULL || l->rows_of_token == NULL)
        return false;
    for (size_t p = 0; p < passages->items.count; p++) {
        const struct px_passage *passage = &passages->items.items[p];
        l->rows_of_token[p] = px_arena_array(&l->arena, uint32_t, passage->article.tokens.count + 1);
        if (l->rows_of_token[p] == NULL)
            return false;
        for (size_t t = 0; t < passage->article.tokens.count; t++) {
            const struct px_token *token = &passage->article.tokens.items[t];
            bool taken = px_selection_holds(l->selection, p) && token->kind == PX_TOKEN_WORD &&
                         (token->voice == PX_VOICE_OWN || token->voice == PX_VOICE_INDIRECT);
            l->rows_of_token[p][t] = taken ? (uint32_t)l->row_count : PX_NONE;
            if (taken)
                l->rows[l->row_count++].marked = passage->token_marked[t] != 0;
        }
    }
    return true;
}

static bool add_pairs(struct learner *l, const struct px_sighting *sighting, uint32_t feature)
{
    for (uint32_t t = sighting->first_token; t < sighting->first_token + sighting->token_count; t++) {
        uint32_t row = l->rows_of_token[sighting->passage][t];
        struct pair *pair = row == PX_NONE ? NULL : px_vector_push(&l->pairs, &l->arena);
        if (row != PX_NONE && pair == NULL)
            return false;
        if (pair != NULL)
            *pair = (struct pair){row, feature};
    }
    return true;
}

static double log_odds(double share)
{
    share = fmin(fmax(share, 0.02), 0.98);
    return log(share / (1 - share));
}

/* The heaviest old entry over a word is its prior. */
static void add_prior(struct learner *l, const struct px_sighting *sighting)
{
    double prior = log_odds(l->old->lexicon->entries.items[sighting->entry].weight);
    for (uint32_t t = sighting->first_token; t < sighting->first_token + sighting->token_count; t++) {
        uint32_t row = l->rows_of_token[sighting->passage][t];
        if (row == PX_NONE || (l->rows[row].covered && l->rows[row].prior >= prior))
            continue;
        l->rows[row].covered = true;
        l->rows[row].prior = prior;
    }
}

static bool collect_pairs(struct learner *l)
{
    bool fine = true;
    for (size_t which = 0; which < 2; which++) {
        const struct px_reading *reading = &l->candidates.readings[which];
        for (size_t i = 0; fine && i < reading->sightings.count; i++)
            fine = add_pairs(l, &reading->sightings.items[i],
                             px_candidate_of(&l->candidates, which, reading->sightings.items[i].entry));
    }
    for (size_t i = 0; fine && l->old != NULL && i < l->old->sightings.count; i++) {
        const struct px_sighting *sighting = &l->old->sightings.items[i];
        fine = add_pairs(l, sighting, (uint32_t)l->candidates.items.count + sighting->entry);
        add_prior(l, sighting);
    }
    return fine;
}

static int by_row(const void *left, const void *right)
{
    const struct pair *a = left;
    const struct pair *b = right;
    return a->row != b->row ? (a->row > b->row) - (a->row < b->row)
                            : (a->feature > b->feature) - (a->feature < b->feature);
}

/* Gives each row its features, and each feature its rows. */
static bool join_pairs(struct learner *l)
{
    uint32_t *features = px_arena_array(&l->arena, uint32_t, l->pairs.count + 1);
    size_t *next = px_arena_array(&l->arena, size_t, l->features + 1);
    l->rows_by_feature = px_arena_array(&l->arena, uint32_t, l->pairs.count + 1);
    l->first_row = px_arena_array(&l->arena, size_t, l->features + 2);
    if (features == NULL || next == NULL || l->rows_by_feature == NULL || l->first_row == NULL)
        return false;
    if (l->pairs.count > 1)
        qsort(l->pairs.items, l->pairs.count, sizeof *l->pairs.items, by_row);
    for (size_t i = 0; i < l->pairs.count; i++) {
        struct px_weigh_row *row = &l->rows[l->pairs.items[i].row];
        features[i] = l->pairs.items[i].feature;
        if (row->count++ == 0)
            row->features = &features[i];
        l->first_row[l->pairs.items[i].feature + 1]++;
    }
    for (size_t f = 0; f < l->features; f++) {
        l->first_row[f + 1] += l->first_row[f];
        next[f] = l->first_row[f];
    }
    for (size_t i = 0; i < l->pairs.count; i++)
        l->rows_by_feature[next[l->pairs.items[i].feature]++] = l->pairs.items[i].row;
    return true;
}

static enum px_status weigh(struct learner *l)
{
    l->probabilities = px_arena_array(&l->arena, double, l->row_count + 1);
    l->kept_weights = px_arena_array(&l->arena, double, l->features + 1);
    l->kept_category = px_arena_array(&l->arena, struct px_slice, l->features + 1);
    if (l->probabilities == NULL || l->kept_weights == NULL || l->kept_category == NULL)
        return px_no_memory(l->error);
    enum px_status status =
        px_weigh(l->rows, l->row_count, l->features, &l->options->weigh, &l->arena, &l->weights, l->error);
    for (size_t i = 0; status == PX_OK && i < l->row_count; i++)
        l->probabilities[i] = px_weigh_probability(&l->weights, &l->rows[i]);
    return status;
}

static double rounded(double weight)
{
    return floor(weight * 100 + 0.5) / 100;
}

/* Does a kept candidate of one word stand at this row? */
static bool has_word(const struct learner *l, const struct px_weigh_row *row)
{
    for (size_t i = 0; i < row->count && row->features[i] < l->candidates.items.count; i++)
        if (l->candidates.items.items[row->features[i]].kind == PX_CANDIDATE_WORD &&
            l->kept_weights[row->features[i]] > 0)
            return true;
    return false;
}

/* The mean probability of the words that a feature covers; those with an entry of their own can be left out. NaN for
 * none. */
static double mean_probability(const struct learner *l, uint32_t feature, bool without_own)
{
    double sum = 0;
    size_t count = 0;
    for (size_t i = l->first_row[feature]; i < l->first_row[feature + 1]; i++) {
        uint32_t row = l->rows_by_feature[i];
        if (without_own && has_word(l, &l->rows[row]))
            continue;
        sum += l->probabilities[row];
        count++;
    }
    return count == 0 ? NAN : sum / (double)count;
}

static size_t hits_of(const struct learner *l, uint32_t entry, size_t *right)
{
    uint32_t feature = (uint32_t)l->candidates.items.count + entry;
    *right = 0;
    for (size_t i = l->first_row[feature]; i < l->first_row[feature + 1]; i++)
        *right += l->rows[l->rows_by_feature[i]].marked;
    return l->first_row[feature + 1] - l->first_row[feature];
}

/* Old entries: the weight that the evidence leaves them, unless it speaks against them. */
static bool decide_old(struct learner *l)
{
    for (uint32_t e = 0; e < l->old_entries; e++) {
        const struct px_entry *entry = &l->old->lexicon->entries.items[e];
        struct px_learnt_entry *learnt = px_vector_push(&l->learnt->entries, &l->learnt->arena);
        uint32_t feature = (uint32_t)l->candidates.items.count + e;
        size_t right;
        size_t hits = hits_of(l, e, &right);
        double weight = mean_probability(l, feature, false);
        if (learnt == NULL)
            return false;
        if (isnan(weight))
            weight = 1 / (1 + exp(-l->weights.bias - l->weights.covered - l->weights.prior * log_odds(entry->weight)));
        *learnt = (struct px_learnt_entry){entry, entry->text, entry->category, rounded(weight), false};
        learnt->pruned = hits >= HITS_TO_PRUNE && px_rate_wilson((double)right, (double)hits).high < PRUNED_BELOW;
        l->kept_weights[feature] = learnt->pruned ? 0 : learnt->weight;
        l->kept_category[feature] = entry->category;
    }
    return true;
}

/* The category that kept entries over the same words have: one that agrees, empty for none; false when they differ. Two
 * entries of different categories over one word would count it twice. */
static bool category_there(const struct learner *l, uint32_t candidate, struct px_slice *category)
{
    *category = (struct px_slice){0};
    for (size_t i = l->first_row[candidate]; i < l->first_row[candidate + 1]; i++) {
        const struct px_weigh_row *row = &l->rows[l->rows_by_feature[i]];
        for (size_t k = 0; k < row->count; k++) {
            uint32_t feature = row->features[k];
            if (feature == candidate || l->kept_weights[feature] == 0)
                continue;
            if (category->size > 0 && !px_slice_equal(*category, l->kept_category[feature]))
                return false;
            *category = l->kept_category[feature];
        }
    }
    return true;
}

/* Is every word of the candidate covered by a kept entry of nearly its weight? */
static bool is_spare(const struct learner *l, uint32_t candidate, double weight)
{
    for (size_t i = l->first_row[candidate]; i < l->first_row[candidate + 1]; i++) {
        const struct px_weigh_row *row = &l->rows[l->rows_by_feature[i]];
        bool covered = false;
        for (size_t k = 0; k < row->count && !covered; k++)
            covered = row->features[k] != candidate && l->kept_weights[row->features[k]] > 0 &&
                      fabs(l->kept_weights[row->features[k]] - weight) < NEAR_ENOUGH;
        if (!covered)
            return false;
    }
    return true;
}

/* "loaded.emotive" has the root "loaded"; new words stand below it until somebody sorts them. */
static struct px_slice new_category(struct learner *l)
{
    struct px_slice root = PX_SLICE("loaded");
    struct px_buffer text = {0};
    if (l->old_entries > 0)
        root = l->old->lexicon->entries.items[0].category;
    const char *dot = root.size == 0 ? NULL : memchr(root.data, '.', root.size);
    if (dot != NULL)
        root.size = (size_t)(dot - root.data);
    px_buffer_printf(&text, "%.*s%s" ROOT_OF_NEW, PX_SLICE_ARG(root), root.size > 0 ? "." : "");
    struct px_slice copy = {0};
    if (!text.failed)
        copy = px_arena_copy(&l->learnt->arena, px_buffer_slice(&text));
    px_buffer_release(&text);
    return copy;
}

static void decide_candidate(struct learner *l, uint32_t c, struct px_slice fallback)
{
    const struct px_candidate *candidate = &l->candidates.items.items[c];
    struct px_slice category;
    double weight = mean_probability(l, c, false);
    if (!px_candidate_holds(candidate, l->options->least) || l->weights.features[c] == 0 ||
        !(weight >= l->options->floor))
        return;
    if (!category_there(l, c, &category) || is_spare(l, c, weight))
        return;
    l->kept_weights[c] = weight;
    l->kept_category[c] = category.size > 0 ? category : fallback;
}

/* Wildcards first, so that a word under one needs a reason; phrases last. */
static enum px_status decide_new(struct learner *l)
{
    static const uint8_t order[] = {PX_CANDIDATE_STEM, PX_CANDIDATE_WORD, PX_CANDIDATE_PHRASE};
    struct px_slice fallback = new_category(l);
    if (fallback.data == NULL)
        return px_no_memory(l->error);
    for (size_t i = 0; i < sizeof order; i++)
        for (uint32_t c = 0; c < l->candidates.items.count; c++)
            if (l->candidates.items.items[c].kind == order[i])
                decide_candidate(l, c, fallback);
    return PX_OK;
}

static int by_text(const void *left, const void *right)
{
    return px_slice_compare(((const struct px_learnt_entry *)left)->text,
                            ((const struct px_learnt_entry *)right)->text);
}

static enum px_status write_new(struct learner *l)
{
    struct px_arena *arena = &l->learnt->arena;
    for (uint32_t c = 0; c < l->candidates.items.count; c++) {
        const struct px_candidate *candidate = &l->candidates.items.items[c];
        double weight = candidate->kind == PX_CANDIDATE_STEM ? mean_probability(l, c, true) : l->kept_weights[c];
        if (l->kept_weights[c] == 0 || !(weight >= l->options->floor))
            continue;
        struct px_learnt_entry *entry = px_vector_push(&l->learnt->entries, arena);
        if (entry == NULL)
            return px_no_memory(l->error);
        *entry = (struct px_learnt_entry){NULL, px_arena_copy(arena, candidate->text),
                                          px_arena_copy(arena, l->kept_category[c]), rounded(weight), false};
        if (entry->text.data == NULL || entry->category.data == NULL)
            return px_no_memory(l->error);
    }
    if (l->learnt->entries.count > l->old_entries + 1)
        qsort(l->learnt->entries.items + l->old_entries, l->learnt->entries.count - l->old_entries,
              sizeof *l->learnt->entries.items, by_text);
    return PX_OK;
}

enum px_status px_learn(const struct px_selection *selection, const struct px_tuning_tools *tools,
                        const struct px_reading *old_reading, const struct px_learn_options *options,
                        struct px_learnt *learnt, struct px_error *error)
{
    struct learner l = {.selection = selection,
                        .tools = tools,
                        .old = old_reading,
                        .options = options,
                        .learnt = learnt,
                        .error = error};
    *learnt = (struct px_learnt){0};
    enum px_status status = px_candidates_from_gold(selection, tools, &l.candidates, error);
    l.old_entries = old_reading == NULL ? 0 : old_reading->lexicon->entries.count;
    l.features = l.candidates.items.count + l.old_entries;
    if (status == PX_OK && (!make_rows(&l) || !collect_pairs(&l) || !join_pairs(&l)))
        status = px_no_memory(l.error);
    if (status == PX_OK)
        status = weigh(&l);
    if (status == PX_OK && !decide_old(&l))
        status = px_no_memory(l.error);
    if (status == PX_OK)
        status = decide_new(&l);
    if (status == PX_OK)
        status = write_new(&l);
    px_candidates_release(&l.candidates);
    px_arena_release(&l.arena);
    if (status != PX_OK)
        px_learnt_release(learnt);
    return status;
}

void px_learnt_release(struct px_learnt *learnt)
{
    px_arena_release(&learnt->arena);
    *learnt = (struct px_learnt){0};
}
