/* Stance: how the mentions of each referent are judged, counted by sign and by whose voice they stand in, and the
 * judging words (judgement.c). */
#include <math.h>
#include <stdlib.h>

#include "base/table.h"
#include "contrast/contrast.h"
#include "statistics/contingency.h"

enum { FEWEST_EVALUATIONS = 5 };

static bool new_row(struct px_compare_context *context, struct px_stance_row *row)
{
    *row = (struct px_stance_row){
        .referent = PX_NONE,
        .found = px_compare_each(context, const struct px_stance *),
        .named = px_compare_each(context, uint32_t),
        .own = px_compare_each(context, uint32_t),
        .positive = px_compare_each(context, uint32_t),
        .negative = px_compare_each(context, uint32_t),
        .quoted_positive = px_compare_each(context, uint32_t),
        .quoted_negative = px_compare_each(context, uint32_t),
        .words = px_compare_each(context, struct px_stance_words),
        .score = px_compare_each(context, struct px_value),
        .evidence = px_compare_each(context, struct px_evidence),
    };
    for (size_t a = 0; row->score != NULL && a < context->count; a++)
        row->score[a] = (struct px_value){NAN, NAN, NAN, 0};
    return row->found != NULL && row->named != NULL && row->own != NULL && row->positive != NULL &&
           row->negative != NULL && row->quoted_positive != NULL && row->quoted_negative != NULL &&
           row->words != NULL && row->score != NULL && row->evidence != NULL;
}

/* Counts the mentions that are clearly judged, by label and voice; their sentences go to `sentences`. A role beside a
 * name is no mention of its own. */
static size_t count_labels(const struct px_article *article, size_t index, const struct px_stance *stance,
                           struct px_stance_row *row, uint32_t *sentences)
{
    size_t count = 0;
    for (size_t i = 0; i < stance->mention_count; i++) {
        const struct px_stance_mention *mention = &stance->mentions[i];
        uint32_t token = article->mentions.items[mention->mention].first_token;
        bool own = px_article_judges(article, mention);
        if (article->mentions.items[mention->mention].beside)
            continue;
        row->own[index] += px_token_is_own(&article->tokens.items[token]);
        if (!mention->clear)
            continue;
        uint32_t *counts = mention->label > 0 ? (own ? row->positive : row->quoted_positive)
                                              : (own ? row->negative : row->quoted_negative);
        counts[index]++;
        sentences[count++] = article->tokens.items[token].sentence;
    }
    return count;
}

/* Adds the judgements of the stance that was found, which stand one after the other. */
static enum px_status fill_article(struct px_compare_context *context, size_t article,
                                   const struct px_judgement *judgements, size_t count, struct px_stance_row *row,
                                   struct px_error *error)
{
    const struct px_stance *stance = row->found[article];
    uint32_t *sentences = px_arena_array(&context->scratch, uint32_t, stance->mention_count);
    struct px_stance_words *words = &row->words[article];
    words->items = px_arena_array(&context->comparison->arena, struct px_stance_evidence, count);
    if (sentences == NULL || words->items == NULL)
        return px_no_memory(error);
    for (; words->count < count; words->count++)
        words->items[words->count] = judgements[words->count].word;
    size_t judged = count_labels(context->articles[article], article, stance, row, sentences);
    row->score[article] = (struct px_value){stance->own.score, stance->own.low, stance->own.high,
                                            row->positive[article] + row->negative[article]};
    if (row->score[article].count == 0)
        row->score[article] = (struct px_value){NAN, NAN, NAN, 0};
    return px_compare_evidence(context, sentences, judged, &row->evidence[article], error);
}

/* The referent's row, made when it is new; NULL when memory is out. */
static struct px_stance_row *row_for(struct px_compare_context *context, uint32_t referent, uint32_t *row_of)
{
    struct px_comparison *comparison = context->comparison;
    if (row_of[referent] == PX_NONE) {
        struct px_stance_row *row = px_vector_push(&comparison->stances, &comparison->arena);
        if (row == NULL || !new_row(context, row))
            return NULL;
        row->name = comparison->referents.items[referent].name;
        row->referent = referent;
        row_of[referent] = (uint32_t)(comparison->stances.count - 1);
    }
    return &comparison->stances.items[row_of[referent]];
}

/* A row for a name that was asked for: that of the referent whom the articles mean by it, or one of its own. An article
 * may mean somebody else by it; the first that names anybody tells. */
static enum px_status add_target(struct px_compare_context *context, struct px_slice name, uint32_t *row_of,
                                 struct px_error *error)
{
    uint32_t referent = PX_NONE;
    for (size_t i = 0; referent == PX_NONE && i < context->count; i++) {
        const struct px_article *a = context->articles[context->order[i]];
        for (size_t t = 0; referent == PX_NONE && t < a->targets.count; t++)
            if (px_slice_equal(a->targets.items[t].name, name) && a->targets.items[t].entity != PX_NONE)
                referent = context->referent_of[context->order[i]][a->targets.items[t].entity];
    }
    struct px_stance_row *row;
    if (referent != PX_NONE) {
        row = row_for(context, referent, row_of);
    } else {
        row = px_vector_push(&context->comparison->stances, &context->comparison->arena);
        row = row == NULL || !new_row(context, row) ? NULL : row;
    }
    if (row == NULL)
        return px_no_memory(error);
    row->name = name;
    row->asked = true;
    return PX_OK;
}

/* The names that were asked for, in the order of asking, each once. */
static enum px_status add_targets(struct px_compare_context *context, uint32_t *row_of, struct px_error *error)
{
    struct px_table known = {0};
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < context->count; i++) {
        const struct px_article *a = context->articles[context->order[i]];
        for (size_t t = 0; status == PX_OK && t < a->targets.count; t++) {
            bool added = false;
            struct px_slice name = a->targets.items[t].name;
            if (name.size > 0 && px_table_add(&known, name, &added) == PX_NONE)
                status = px_no_memory(error);
            if (added)
                status = add_target(context, name, row_of, error);
        }
    }
    px_table_release(&known);
    return status;
}

/* In own voice, of the referent's mentions by name: where no mention is judged, nobody has counted them. */
static uint32_t count_own(const struct px_article *article, const struct px_spans *mentions)
{
    uint32_t count = 0;
    for (size_t i = 0; i < mentions->count; i++) {
        uint32_t token = px_compare_token_at(article, mentions->items[i].start);
        count += token < article->tokens.count && px_token_is_own(&article->tokens.items[token]);
    }
    return count;
}

/* Takes roles beside names from the counts. */
static void leave_out_roles(const struct px_compare_context *context, size_t a, struct px_stance_row *row)
{
    const struct px_article *article = context->articles[a];
    for (size_t i = 0; i < article->mentions.count; i++) {
        const struct px_mention *mention = &article->mentions.items[i];
        if (!mention->beside || mention->entity == PX_NONE || mention->form == PX_MENTION_PRONOUN ||
            mention->token_count == 0 || context->referent_of[a][mention->entity] != row->referent)
            continue;
        row->named[a]--;
        if (row->found[a] == NULL)
            row->own[a] -= px_token_is_own(&article->tokens.items[mention->first_token]);
    }
}

static void count_mentions(struct px_compare_context *context)
{
    for (size_t i = 0; i < context->comparison->stances.count; i++) {
        struct px_stance_row *row = &context->comparison->stances.items[i];
        for (size_t a = 0; row->referent != PX_NONE && a < context->count; a++) {
            const struct px_spans *mentions = &context->comparison->referents.items[row->referent].mentions[a];
            row->named[a] = (uint32_t)mentions->count;
            if (row->found[a] == NULL)
                row->own[a] = count_own(context->articles[a], mentions);
            leave_out_roles(context, a, row);
        }
    }
}

/* Rows by referent, as far as anything was found. `row_of[referent]` is the row, or PX_NONE. */
static enum px_status collect(struct px_compare_context *context, size_t article, uint32_t *row_of,
                              struct px_error *error)
{
    const struct px_article *a = context->articles[article];
    const struct px_judgements *judgements = &context->judgements[article];
    enum px_status status = PX_OK;
    for (size_t i = 0, first = 0, end; status == PX_OK && i < a->stances.count; i++, first = end) {
        const struct px_stance *stance = &a->stances.items[i];
        for (end = first; end < judgements->count && judgements->items[end].stance == i; end++)
            ;
        uint32_t referent = stance->entity == PX_NONE ? PX_NONE : context->referent_of[article][stance->entity];
        if (referent == PX_NONE || stance->evidence_count == 0)
            continue;
        struct px_stance_row *row = row_for(context, referent, row_of);
        if (row == NULL)
            return px_no_memory(error);
        row->found[article] = stance;
        status = fill_article(context, article, judgements->items + first, end - first, row, error);
    }
    return status;
}

static bool has_words(const struct px_compare_context *context, const struct px_stance_row *row)
{
    for (size_t a = 0; a < context->count; a++)
        for (size_t i = 0; i < row->words[a].count; i++)
            if (row->words[a].items[i].tied)
                return true;
    return false;
}

static uint32_t total(const struct px_compare_context *context, const struct px_stance_row *row)
{
    uint32_t sum = 0;
    for (size_t a = 0; a < context->count; a++)
        sum += row->positive[a] + row->negative[a] + row->quoted_positive[a] + row->quoted_negative[a];
    return sum;
}

struct ranked {
    struct px_stance_row row;
    uint32_t total;
    size_t place; /* in the order in which rows were made */
};

/* What was asked for first, in its order; then most evaluations, then by referent. */
static int by_total(const void *left, const void *right)
{
    const struct ranked *a = left;
    const struct ranked *b = right;
    if (a->row.asked != b->row.asked)
        return a->row.asked ? -1 : 1;
    if (a->row.asked)
        return (a->place > b->place) - (a->place < b->place);
    if (a->total != b->total)
        return a->total < b->total ? 1 : -1;
    return (a->row.referent > b->row.referent) - (a->row.referent < b->row.referent);
}

static enum px_status sort_rows(struct px_compare_context *context, struct px_error *error)
{
    struct px_stance_row *rows = context->comparison->stances.items;
    size_t count = context->comparison->stances.count;
    struct ranked *ranked = px_arena_array(&context->scratch, struct ranked, count);
    size_t kept = 0;
    if (ranked == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < count; i++) {
        ranked[kept] = (struct ranked){rows[i], total(context, &rows[i]), i};
        kept += ranked[kept].total > 0 || rows[i].asked || has_words(context, &rows[i]);
    }
    if (kept > 1)
        qsort(ranked, kept, sizeof *ranked, by_total);
    for (size_t i = 0; i < kept; i++)
        rows[i] = ranked[i].row;
    context->comparison->stances.count = kept;
    return PX_OK;
}

/* The judged mentions of the row in the outlet's own voice, as choices of a side, paragraph by paragraph. */
static size_t add_choices(const struct px_compare_context *context, const struct px_stance_row *row, size_t a,
                          struct px_choice *choices)
{
    const struct px_article *article = context->articles[a];
    const struct px_stance *stance = row->found[a];
    size_t count = 0;
    for (size_t i = 0; stance != NULL && i < stance->mention_count; i++) {
        const struct px_stance_mention *mention = &stance->mentions[i];
        const struct px_token *token = &article->tokens.items[article->mentions.items[mention->mention].first_token];
        if (mention->clear && px_article_judges(article, mention))
            choices[count++] = (struct px_choice){.unit = px_compare_passage(context, a, token->sentence),
                                                  .column = mention->label > 0,
                                                  .second = a == 1};
    }
    return count;
}

/* Are praise and blame in the outlets' own voice spread alike over the first two articles? One thought judges several
 * mentions: paragraphs change sides. NaN where there are too few. */
static enum px_status test_row(struct px_compare_context *context, const struct px_stance_row *row, double *p,
                               struct px_error *error)
{
    size_t count = 0;
    for (size_t a = 0; a < 2; a++)
        count += row->found[a] == NULL ? 0 : row->found[a]->mention_count;
    struct px_choice *choices = px_arena_array(&context->scratch, struct px_choice, count);
    *p = NAN;
    if (choices == NULL)
        return px_no_memory(error);
    count = add_choices(context, row, 0, choices);
    count += add_choices(context, row, 1, choices + count);
    if (count < FEWEST_EVALUATIONS)
        return PX_OK;
    *p = px_contingency_test(choices, count, 2, context->seed).p;
    return PX_OK;
}

/* q over all rows, and the verdicts. */
static enum px_status judge(struct px_compare_context *context, struct px_error *error)
{
    struct px_stance_row *rows = context->comparison->stances.items;
    size_t count = context->comparison->stances.count;
    enum px_status status = PX_OK;
    double *q = px_arena_array(&context->scratch, double, count);
    if (q == NULL)
        return px_no_memory(error);
    for (size_t i = 0; status == PX_OK && i < count; i++)
        status = test_row(context, &rows[i], &q[i], error);
    if (status == PX_OK)
        status = px_compare_lesser_q(q, count, error);
    for (size_t i = 0; status == PX_OK && i < count; i++)
        rows[i].verdict = q[i] <= PX_VERDICT_LEVEL  ? PX_VERDICT_DIFFERS
                          : q[i] > PX_VERDICT_LEVEL ? PX_VERDICT_NO_CLEAR_DIFFERENCE
                                                    : PX_VERDICT_TOO_LITTLE; /* NaN: not tested */
    return status;
}

enum px_status px_compare_stances(struct px_compare_context *context, struct px_error *error)
{
    size_t referents = context->comparison->referents.count;
    uint32_t *row_of = px_arena_array(&context->scratch, uint32_t, referents);
    if (row_of == NULL)
        return px_no_memory(error);
    memset(row_of, 0xff, referents * sizeof *row_of);
    enum px_status status = add_targets(context, row_of, error);
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status = collect(context, a, row_of, error);
    count_mentions(context);
    if (status == PX_OK)
        status = sort_rows(context, error);
    return status != PX_OK ? status : judge(context, error);
}
