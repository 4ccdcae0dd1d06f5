#include <math.h>

#include "model/fit.h"
#include "tuning/sourcing_inside.h"

enum { CUTS = 99 };

static const double alike = .5; /* content of two attributions that is the same: Jaccard index */

/* What was found in the records held out. */
struct found {
    PX_VECTOR(float) values; /* rows of PX_SOURCING_COLUMNS */
    PX_VECTOR(uint8_t) right;
    PX_VECTOR(double) weights;
    size_t gold; /* attributions to find */
    struct px_arena arena;
};

/* Tokens in both of the sets. */
static size_t count_common(const struct px_ranges *ranges, const struct px_token_set *set)
{
    size_t common = 0, r = 0;
    for (size_t i = 0; i < set->count; i++) {
        while (r < ranges->count && ranges->items[r].end <= set->items[i])
            r++;
        common += r < ranges->count && ranges->items[r].first <= set->items[i];
    }
    return common;
}

/* The relation whose content is most alike, where it is alike enough, or PX_NONE. */
static uint32_t match(const struct px_sourcing_record *record, const struct px_sourcing_find *find)
{
    uint32_t best = PX_NONE;
    double most = alike;
    size_t size = 0;
    for (size_t r = 0; r < find->content.count; r++)
        size += find->content.items[r].end - find->content.items[r].first;
    for (uint32_t r = 0; r < record->relations.count; r++) {
        const struct px_token_set *content = &record->relations.items[r].content;
        size_t common = count_common(&find->content, content);
        double jaccard = common == 0 ? 0 : (double)common / (double)(size + content->count - common);
        if (jaccard >= most) {
            most = jaccard;
            best = r;
        }
    }
    return best;
}

/* Every find of the record becomes a row. */
static bool add_rows(struct found *found, const struct px_sourcing_record *record,
                     const struct px_sourcing_finds *finds)
{
    for (size_t i = 0; i < finds->count; i++) {
        float row[PX_SOURCING_COLUMNS];
        px_sourcing_row(&record->view, &finds->items[i], row);
        for (size_t c = 0; c < PX_SOURCING_COLUMNS; c++) {
            float *value = px_vector_push(&found->values, &found->arena);
            if (value == NULL)
                return false;
            *value = row[c];
        }
        uint8_t *right = px_vector_push(&found->right, &found->arena);
        double *weight = px_vector_push(&found->weights, &found->arena);
        if (right == NULL || weight == NULL)
            return false;
        *right = match(record, &finds->items[i]) != PX_NONE;
        *weight = 1;
    }
    return true;
}

/* Counts of attributions that stand, by confidence in steps of 1/100. */
struct tally {
    size_t right[CUTS + 1], wrong[CUTS + 1];
};

static void count_standing(const struct px_sourcing_record *record, const struct px_sourcing_finds *finds,
                           struct tally *tally, struct px_arena *arena)
{
    uint8_t *used = px_arena_array(arena, uint8_t, record->relations.count + 1);
    for (size_t i = 0; used != NULL && i < finds->count; i++) {
        const struct px_sourcing_find *find = &finds->items[i];
        if (!find->stands)
            continue;
        uint32_t relation = match(record, find);
        size_t step = (size_t)(find->confidence * 100);
        bool right = relation != PX_NONE && !used[relation];
        step = step > CUTS ? CUTS : step;
        tally->right[step] += right;
        tally->wrong[step] += !right;
        if (right)
            used[relation] = 1;
    }
}

typedef bool visit(void *to, const struct px_sourcing_record *record, struct px_sourcing_finds *finds);

/* The records held out, and the model that has not seen them. */
struct trial {
    const struct px_sourcing_gold *gold;
    const struct px_sourcing_fit_options *options;
    const struct px_sourcing_model *model;
};

/* Calls `each` for what the model finds in the records held out. */
static enum px_status for_held_out(const struct trial *trial, visit *each, void *to, struct px_error *error)
{
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < trial->gold->records.count; i++) {
        struct px_sourcing_finds finds = {0};
        struct px_arena arena = {0};
        struct px_sourcing_record *record = trial->gold->records.items[i];
        if (!px_sourcing_held_out(trial->options, i))
            continue;
        record->scene.arena = &arena;
        status = px_sourcing_find(trial->model, &record->view, &finds, error);
        if (status == PX_OK && !each(to, record, &finds))
            status = px_no_memory(error);
        record->scene.arena = &record->arena;
        px_arena_release(&arena);
    }
    return status;
}

static bool visit_rows(void *to, const struct px_sourcing_record *record, struct px_sourcing_finds *finds)
{
    struct found *found = to;
    for (size_t r = 0; r < record->relations.count; r++)
        found->gold += record->relations.items[r].content.count > 0;
    return add_rows(found, record, finds);
}

struct judge {
    struct px_sourcing_model model; /* with the limits that are tried */
    double standing;
    struct tally tally;
};

static bool visit_standing(void *to, const struct px_sourcing_record *record, struct px_sourcing_finds *finds)
{
    struct judge *judge = to;
    if (px_sourcing_choose(&judge->model, &record->view, finds, NULL) != PX_OK ||
        px_sourcing_refine(&judge->model, &record->view, finds, NULL) != PX_OK)
        return false;
    count_standing(record, finds, &judge->tally, record->scene.arena);
    return true;
}

/* The lowest confidence from which what stands has the precision. */
static double find_high(const struct tally *tally, double precision)
{
    size_t right = 0, wrong = 0, best = CUTS;
    for (size_t i = CUTS + 1; i-- > 0;) {
        right += tally->right[i];
        wrong += tally->wrong[i];
        if (right + wrong > 0 && (double)right >= precision * (double)(right + wrong))
            best = i;
    }
    return (double)best / 100;
}

static double f1_of(const struct tally *tally, size_t gold, size_t *right, size_t *wrong)
{
    *right = *wrong = 0;
    for (size_t i = 0; i <= CUTS; i++) {
        *right += tally->right[i];
        *wrong += tally->wrong[i];
    }
    return 2 * (double)*right / (double)(*right + *wrong + gold);
}

/* Tries where attributions begin to stand, by the F1 of whole attributions; there are `wanted`. */
static enum px_status find_limits(const struct trial *trial, size_t wanted, struct px_sourcing_notes *notes,
                                  struct px_buffer *scores, struct px_error *error)
{
    static const double standings[] = {.25, .3, .35, .4, .45, .5, .55};
    struct judge judge = {.model = *trial->model};
    double best = -1;
    enum px_status status = PX_OK;
    judge.model.accept = &notes->accept;
    for (size_t i = 0; status == PX_OK && i < sizeof standings / sizeof *standings; i++) {
        size_t right, wrong;
        judge.model.standing = standings[i];
        judge.tally = (struct tally){{0}, {0}};
        status = for_held_out(trial, visit_standing, &judge, error);
        double f1 = f1_of(&judge.tally, wanted, &right, &wrong);
        px_buffer_printf(scores, "held out, standing from %.2f: %zu right, %zu wrong of %zu: F1 %.3f\n", standings[i],
                         right, wrong, wanted, f1);
        if (f1 <= best)
            continue;
        best = f1;
        notes->standing = standings[i];
        notes->high = find_high(&judge.tally, trial->options->precision);
    }
    px_buffer_printf(scores, "high tier from %.2f\n", notes->high);
    return status;
}

enum px_status px_sourcing_learn_notes(const struct px_sourcing_gold *gold,
                                       const struct px_sourcing_fit_options *options, struct px_slice model,
                                       struct px_sourcing_notes *notes, struct px_buffer *scores,
                                       struct px_error *error)
{
    struct found found = {0};
    struct px_sourcing_model *opened = NULL;
    const struct px_linear_options how = {.penalty = 1, .passes = 300, .free_column = 0};
    enum px_status status = px_sourcing_model_open(model, "sourcing.model", &opened, error);
    const struct trial trial = {gold, options, opened};
    if (status == PX_OK)
        status = for_held_out(&trial, visit_rows, &found, error);
    const struct px_samples samples = {found.values.items, found.right.items, found.weights.items, found.right.count,
                                       PX_SOURCING_COLUMNS};
    if (status == PX_OK)
        status = px_fit_linear(&samples, &how, &notes->arena, &notes->accept, error);
    if (status == PX_ERROR_USAGE)
        status = px_error_set(error, PX_ERROR_INPUT, "too few attributions to learn from");
    if (status == PX_OK)
        status = find_limits(&trial, found.gold, notes, scores, error);
    px_arena_release(&found.arena);
    px_sourcing_model_free(opened);
    return status;
}
