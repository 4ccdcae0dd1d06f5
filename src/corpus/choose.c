/* From what was met to pairs: mutual best of two outlets, the crowd taken off. */
#include <stdlib.h>

#include "corpus/inside.h"

/* A story that was passed over: its score takes its place among the best of those. */
static void pass_over(uint32_t passed[PX_CROWD], uint32_t score)
{
    for (size_t i = 0; i < PX_CROWD; i++) {
        if (score > passed[i]) {
            uint32_t next = passed[i];
            passed[i] = score;
            score = next;
        }
    }
}

/* Better: more alike, or as much and of a smaller number. */
static bool is_better(uint32_t score, uint32_t other, const struct px_choice *than)
{
    return score > than->score || (score == than->score && other < than->other);
}

/* The worst choice of an outlet, or of all (PX_NONE); their number in `*count`. */
static struct px_choice *find_worst(struct px_meetings *meetings, uint32_t outlet, size_t *count)
{
    struct px_choice *worst = NULL;
    *count = 0;
    for (size_t i = 0; i < meetings->choices.count; i++) {
        struct px_choice *choice = &meetings->choices.items[i];
        if (outlet != PX_NONE && choice->outlet != outlet)
            continue;
        worst = worst == NULL || is_better(worst->score, worst->other, choice) ? choice : worst;
        ++*count;
    }
    return worst;
}

static enum px_status note(struct px_pairing *pairing, uint32_t number, uint32_t other, uint32_t score,
                           struct px_error *error)
{
    struct px_meetings *meetings = &pairing->meetings[number];
    uint32_t outlet = pairing->stories.items[other].outlet;
    size_t of_outlet, all = meetings->choices.count;
    struct px_choice *worst = find_worst(meetings, outlet, &of_outlet), *place = NULL;
    if (of_outlet == PX_CHOICES) {
        bool better = is_better(score, other, worst);
        pass_over(meetings->passed, better ? worst->score : score);
        place = better ? worst : NULL;
    } else if (all < PX_CHOICES * PX_PAIR_OUTLETS) {
        place = px_vector_push(&meetings->choices, &pairing->arena);
        if (place == NULL)
            return px_no_memory(error);
    } else {
        worst = find_worst(meetings, PX_NONE, &all);
        place = is_better(score, other, worst) ? worst : NULL;
    }
    if (place != NULL)
        *place = (struct px_choice){outlet, other, score};
    return PX_OK;
}

enum px_status px_choose_note(struct px_pairing *pairing, uint32_t a, uint32_t b, uint32_t score,
                              struct px_error *error)
{
    enum px_status status = note(pairing, a, b, score, error);
    return status == PX_OK ? note(pairing, b, a, score, error) : status;
}

/* The crowd of a story: of the stories it has met, the best that are not the best of their outlet. */
static void settle_crowd(struct px_meetings *meetings)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < meetings->choices.count; i++) {
        const struct px_choice *choice = &meetings->choices.items[i];
        size_t better = 0;
        for (size_t j = 0; j < meetings->choices.count; j++) {
            const struct px_choice *other = &meetings->choices.items[j];
            better += other->outlet == choice->outlet && is_better(other->score, other->other, choice);
        }
        if (better > 0)
            pass_over(meetings->passed, choice->score);
    }
    for (size_t i = 0; i < PX_CROWD; i++)
        sum += meetings->passed[i];
    meetings->crowd = (uint32_t)(sum / PX_CROWD);
}

/* Similarity less three quarters of the mean of the two crowds; may be below 0. */
static int64_t score_of(const struct px_pairing *pairing, uint32_t number, const struct px_choice *choice)
{
    int64_t crowds = (int64_t)pairing->meetings[number].crowd + pairing->meetings[choice->other].crowd;
    return choice->score - crowds * 3 / 8;
}

/* The choice of the outlet with the best score, or NULL; of two that are equal the one of the smaller number. */
static const struct px_choice *find_best(const struct px_pairing *pairing, uint32_t number, uint32_t outlet)
{
    const struct px_meetings *meetings = &pairing->meetings[number];
    const struct px_choice *best = NULL;
    int64_t most = 0;
    for (size_t i = 0; i < meetings->choices.count; i++) {
        const struct px_choice *choice = &meetings->choices.items[i];
        int64_t score = choice->outlet == outlet ? score_of(pairing, number, choice) : 0;
        if (choice->outlet == outlet &&
            (best == NULL || score > most || (score == most && choice->other < best->other))) {
            best = choice;
            most = score;
        }
    }
    return best;
}

static enum px_status add_pair(struct px_pairing *pairing, uint32_t a, const struct px_choice *choice,
                               struct px_error *error)
{
    double score = (double)score_of(pairing, a, choice) / PX_SCORE_ONE;
    if (score < pairing->options->least)
        return PX_OK;
    struct px_pair *pair = px_vector_push(&pairing->pairs, &pairing->arena);
    if (pair == NULL)
        return px_no_memory(error);
    *pair = (struct px_pair){
        .a = a, .b = choice->other, .score = score, .similarity = (double)choice->score / PX_SCORE_ONE};
    return PX_OK;
}

int px_pair_by_score(const void *a, const void *b)
{
    const struct px_pair *x = a, *y = b;
    if (x->score != y->score)
        return x->score < y->score ? 1 : -1;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return x->b < y->b ? -1 : x->b > y->b;
}

static int by_number(const void *a, const void *b)
{
    const struct px_pair *x = a, *y = b;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return x->b < y->b ? -1 : x->b > y->b;
}

/* Keeps the pairs that are among the `top` best of both their stories. */
static enum px_status cut(struct px_pairing *pairing, struct px_error *error)
{
    size_t kept = 0, top = pairing->options->top;
    uint32_t *ranks = calloc(pairing->stories.count + 1, sizeof *ranks);
    if (ranks == NULL)
        return px_no_memory(error);
    qsort(pairing->pairs.items, pairing->pairs.count, sizeof *pairing->pairs.items, px_pair_by_score);
    for (size_t i = 0; i < pairing->pairs.count; i++) {
        struct px_pair pair = pairing->pairs.items[i];
        uint32_t a = ranks[pair.a]++, b = ranks[pair.b]++;
        if (a < top && b < top)
            pairing->pairs.items[kept++] = pair;
    }
    pairing->pairs.count = kept;
    free(ranks);
    return PX_OK;
}

/* Keeps the pairs whose earlier story is of the days asked for. */
static void cut_days(struct px_pairing *pairing)
{
    size_t kept = 0;
    for (size_t i = 0; i < pairing->pairs.count; i++) {
        int32_t day = pairing->stories.items[pairing->pairs.items[i].a].day;
        if (day >= pairing->options->from && day < pairing->options->until)
            pairing->pairs.items[kept++] = pairing->pairs.items[i];
    }
    pairing->pairs.count = kept;
}

/* Of each two outlets the stories that choose each other. */
static enum px_status make_pairs(struct px_pairing *pairing, uint32_t a, struct px_error *error)
{
    const struct px_meetings *meetings = &pairing->meetings[a];
    enum px_status status = PX_OK;
    for (size_t i = 0; i < meetings->choices.count && status == PX_OK; i++) {
        const struct px_choice *choice = &meetings->choices.items[i];
        if (choice->other <= a || find_best(pairing, a, choice->outlet) != choice)
            continue;
        const struct px_choice *back = find_best(pairing, choice->other, pairing->stories.items[a].outlet);
        if (back != NULL && back->other == a)
            status = add_pair(pairing, a, choice, error);
    }
    return status;
}

enum px_status px_choose_pairs(struct px_pairing *pairing, struct px_error *error)
{
    enum px_status status = PX_OK;
    for (uint32_t a = 0; a < pairing->stories.count; a++)
        settle_crowd(&pairing->meetings[a]);
    for (uint32_t a = 0; a < pairing->stories.count && status == PX_OK; a++)
        status = make_pairs(pairing, a, error);
    if (status == PX_OK && pairing->options->top > 0 && pairing->pairs.count > 0)
        status = cut(pairing, error);
    if (pairing->options->from != 0 || pairing->options->until != 0)
        cut_days(pairing);
    if (pairing->pairs.count > 0)
        qsort(pairing->pairs.items, pairing->pairs.count, sizeof *pairing->pairs.items, by_number);
    for (size_t i = 0; i < pairing->pairs.count; i++) {
        struct px_pair *pair = &pairing->pairs.items[i];
        pair->shared =
            px_sketch_shared(&pairing->stories.items[pair->a].sketch, &pairing->stories.items[pair->b].sketch);
    }
    return status;
}
