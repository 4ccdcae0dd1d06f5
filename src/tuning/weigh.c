#include "tuning/weigh.h"

#include <limits.h>
#include <linear.h>
#include <math.h>
#include <stdlib.h>

/* liblinear counts features from 1: two of our own stand before the caller's. */
enum { PRIOR = 1, COVERED, FIRST_FEATURE };

static void say_nothing(const char *text)
{
    (void)text;
}

/* One row as liblinear's nodes, without the features that `kept` (may be NULL) leaves out; the constant stands last. */
static struct feature_node *fill_row(const struct px_weigh_row *row, const bool *kept, int constant,
                                     struct feature_node *node)
{
    if (row->covered) {
        *node++ = (struct feature_node){PRIOR, row->prior};
        *node++ = (struct feature_node){COVERED, 1};
    }
    for (size_t i = 0; i < row->count; i++)
        if (kept == NULL || kept[row->features[i]])
            *node++ = (struct feature_node){(int)row->features[i] + FIRST_FEATURE, 1};
    *node++ = (struct feature_node){constant, 1};
    *node++ = (struct feature_node){-1, 0};
    return node;
}

static bool fill_problem(const struct px_weigh_row *rows, size_t count, const bool *kept, struct px_arena *arena,
                         struct problem *problem)
{
    size_t nodes = 0;
    for (size_t i = 0; i < count; i++)
        nodes += rows[i].count + 4;
    struct feature_node *node = px_arena_array(arena, struct feature_node, nodes + 1);
    problem->x = px_arena_array(arena, struct feature_node *, count + 1);
    problem->y = px_arena_array(arena, double, count + 1);
    if (node == NULL || problem->x == NULL || problem->y == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        problem->x[i] = node;
        problem->y[i] = rows[i].marked ? 1 : -1;
        node = fill_row(&rows[i], kept, problem->n, node);
    }
    return true;
}

static void take_weights(const struct model *model, size_t features, struct px_weights *weights)
{
    double sign = model->label[0] == 1 ? 1 : -1; /* the weights are those of the first label met */
    weights->prior = sign * model->w[PRIOR - 1];
    weights->covered = sign * model->w[COVERED - 1];
    for (size_t i = 0; i < features; i++)
        weights->features[i] = sign * model->w[i + FIRST_FEATURE - 1];
    weights->bias = sign * model->w[model->nr_feature];
}

static enum px_status fit(const struct problem *problem, int solver, double cost, size_t features,
                          struct px_weights *weights, struct px_error *error)
{
    struct parameter parameter = {.solver_type = solver, .eps = solver == L1R_LR ? 0.001 : 0.0001, .C = cost};
    const char *wrong = check_parameter(problem, &parameter);
    if (wrong != NULL)
        return px_error_set(error, PX_ERROR_USAGE, "%s", wrong);
    set_print_string_function(say_nothing);
    srand(1); /* the solver's order of features is drawn by rand */
    struct model *model = train(problem, &parameter);
    if (model == NULL)
        return px_no_memory(error);
    take_weights(model, features, weights);
    free_and_destroy_model(&model);
    return PX_OK;
}

/* Both labels must be there. */
static enum px_status check_rows(const struct px_weigh_row *rows, size_t count, size_t features, struct px_error *error)
{
    size_t marked = 0;
    for (size_t i = 0; i < count; i++)
        marked += rows[i].marked;
    if (marked == 0 || marked == count)
        return px_error_set(error, PX_ERROR_INPUT, "the gold marks %s of the words that could teach",
                            marked == 0 ? "none" : "all");
    if (count > INT_MAX / 2 || features > INT_MAX / 2)
        return px_error_set(error, PX_ERROR_LIMIT, "too many words or candidates to fit");
    return PX_OK;
}

/* NOLINTNEXTLINE(readability-function-size): what is read, how, and what is written */
enum px_status px_weigh(const struct px_weigh_row *rows, size_t count, size_t features,
                        const struct px_weigh_options *options, struct px_arena *arena, struct px_weights *weights,
                        struct px_error *error)
{
    struct px_arena scratch = {0};
    struct problem problem = {.l = (int)count, .n = (int)features + FIRST_FEATURE, .bias = 1};
    enum px_status status = check_rows(rows, count, features, error);
    if (status != PX_OK)
        return status;
    weights->features = px_arena_array(arena, double, features + 1);
    bool *kept = px_arena_array(&scratch, bool, features + 1);
    bool fine = weights->features != NULL && kept != NULL && fill_problem(rows, count, NULL, &scratch, &problem);
    if (fine) {
        status = fit(&problem, L1R_LR, options->first_cost, features, weights, error);
        for (size_t i = 0; i < features; i++)
            kept[i] = weights->features[i] != 0;
        fine = fill_problem(rows, count, kept, &scratch, &problem);
    }
    if (fine && status == PX_OK)
        status = fit(&problem, L2R_LR, options->second_cost, features, weights, error);
    px_arena_release(&scratch);
    return fine ? status : px_no_memory(error);
}

double px_weigh_probability(const struct px_weights *weights, const struct px_weigh_row *row)
{
    double score = weights->bias;
    if (row->covered)
        score += weights->prior * row->prior + weights->covered;
    for (size_t i = 0; i < row->count; i++)
        score += weights->features[row->features[i]];
    return 1 / (1 + exp(-score));
}
