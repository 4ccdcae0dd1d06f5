#include "tuning/loaded_rows.h"

#include <limits.h>
#include <linear.h>
#include <math.h>
#include <stdlib.h>

#include "model/model.h"

void px_rows_begin(struct px_rows *rows, bool label, bool teaches, uint32_t fold)
{
    struct px_row *row = px_vector_push(&rows->rows, &rows->arena);
    rows->scale = 1;
    if (row == NULL)
        rows->failed = true;
    else
        *row = (struct px_row){rows->values.count, 0, fold, label, teaches};
}

static bool note_feature(struct px_rows *rows, uint32_t feature, bool added)
{
    if (added &&
        (px_vector_push(&rows->seen, &rows->arena) == NULL || px_vector_push(&rows->last, &rows->arena) == NULL))
        return false;
    uint32_t row = (uint32_t)rows->rows.count;
    rows->seen.items[feature] += rows->last.items[feature] != row;
    rows->last.items[feature] = row;
    return true;
}

void px_rows_take(void *to, struct px_slice name, double value)
{
    struct px_rows *rows = to;
    bool added = false;
    if (value == 0 || rows->failed)
        return;
    uint32_t feature = px_table_add(&rows->names, name, &added);
    struct px_row_value *item = feature == PX_NONE ? NULL : px_vector_push(&rows->values, &rows->arena);
    if (item == NULL || !note_feature(rows, feature, added)) {
        rows->failed = true;
        return;
    }
    *item = (struct px_row_value){feature, value * rows->scale};
    rows->rows.items[rows->rows.count - 1].count++;
}

void px_rows_release(struct px_rows *rows)
{
    px_table_release(&rows->names);
    px_arena_release(&rows->arena);
    *rows = (struct px_rows){0};
}

static void say_nothing(const char *text)
{
    (void)text;
}

static bool is_taken(const struct px_row *row, uint32_t without)
{
    return row->teaches && row->fold != without;
}

/* liblinear counts features from 1 and ends a row with -1. */
static bool fill_problem(const struct px_rows *rows, const struct px_rows_how *how, uint32_t without,
                         struct px_arena *arena, struct problem *problem)
{
    struct feature_node *node = px_arena_array(arena, struct feature_node, rows->values.count + rows->rows.count + 1);
    problem->x = px_arena_array(arena, struct feature_node *, rows->rows.count + 1);
    problem->y = px_arena_array(arena, double, rows->rows.count + 1);
    if (node == NULL || problem->x == NULL || problem->y == NULL)
        return false;
    for (size_t i = 0; i < rows->rows.count; i++) {
        const struct px_row *row = &rows->rows.items[i];
        if (!is_taken(row, without))
            continue;
        problem->x[problem->l] = node;
        problem->y[problem->l++] = row->label ? 1 : -1;
        for (size_t k = row->first; k < row->first + row->count; k++) {
            const struct px_row_value *value = &rows->values.items[k];
            if (rows->seen.items[value->feature] >= how->fewest)
                *node++ = (struct feature_node){(int)value->feature + 1, value->value};
        }
        *node++ = (struct feature_node){-1, 0};
    }
    return true;
}

static enum px_status train_on(const struct problem *problem, double cost, double *weights, struct px_error *error)
{
    struct parameter parameter = {.solver_type = L2R_LR, .eps = 0.001, .C = cost};
    const char *wrong = check_parameter(problem, &parameter);
    if (wrong != NULL)
        return px_error_set(error, PX_ERROR_USAGE, "%s", wrong);
    set_print_string_function(say_nothing);
    struct model *model = train(problem, &parameter);
    if (model == NULL)
        return px_no_memory(error);
    double sign = model->label[0] == 1 ? 1 : -1; /* the weights are those of the first label met */
    for (int i = 0; i < problem->n; i++)
        weights[i] = sign * model->w[i];
    free_and_destroy_model(&model);
    return PX_OK;
}

/* Both labels must be among the rows that teach. */
static bool has_both(const struct px_rows *rows, uint32_t without)
{
    size_t labels[2] = {0, 0};
    for (size_t i = 0; i < rows->rows.count; i++)
        if (is_taken(&rows->rows.items[i], without))
            labels[rows->rows.items[i].label]++;
    return labels[0] > 0 && labels[1] > 0;
}

enum px_status px_rows_fit(const struct px_rows *rows, const struct px_rows_how *how, uint32_t without, double *weights,
                           struct px_error *error)
{
    struct px_arena arena = {0};
    struct problem problem = {.n = (int)rows->names.keys.count, .bias = -1};
    if (rows->rows.count > INT_MAX / 2 || rows->names.keys.count > INT_MAX / 2)
        return px_error_set(error, PX_ERROR_LIMIT, "too many words to fit");
    if (!has_both(rows, without))
        return px_error_set(error, PX_ERROR_INPUT, "the gold marks nothing, or everything");
    enum px_status status = fill_problem(rows, how, without, &arena, &problem)
                                ? train_on(&problem, how->cost, weights, error)
                                : px_no_memory(error);
    px_arena_release(&arena);
    return status;
}

double px_rows_score(const struct px_rows *rows, size_t row, const double *weights)
{
    const struct px_row *it = &rows->rows.items[row];
    double sum = 0;
    for (size_t k = it->first; k < it->first + it->count; k++)
        sum += rows->values.items[k].value * weights[rows->values.items[k].feature];
    return sum;
}

static int by_name(const void *left, const void *right)
{
    return px_slice_compare(*(const struct px_slice *)left, *(const struct px_slice *)right);
}

enum px_status px_rows_write(const struct px_rows *rows, const double *weights, double cut, struct px_slice part,
                             struct px_buffer *out, struct px_error *error)
{
    struct px_arena arena = {0};
    size_t count = rows->names.keys.count;
    struct px_slice *names = px_arena_array(&arena, struct px_slice, count + 1);
    struct px_linear linear = {px_arena_array(&arena, struct px_linear_weight, count + 1), 0};
    bool fine = names != NULL && linear.weights != NULL;
    for (uint32_t i = 0; fine && i < count; i++)
        names[i] = px_table_key(&rows->names, i);
    if (fine)
        qsort(names, count, sizeof *names, by_name);
    for (uint32_t i = 0; fine && i < count; i++) {
        double weight = weights[px_table_find(&rows->names, names[i])];
        int32_t steps = (int32_t)lround(weight * PX_LINEAR_STEPS);
        if (fabs(weight) >= cut && steps != 0)
            linear.weights[linear.count++] = (struct px_linear_weight){i, steps};
    }
    if (fine)
        px_linear_write(&linear, part, names, out);
    px_arena_release(&arena);
    return fine && !out->failed ? PX_OK : px_no_memory(error);
}
