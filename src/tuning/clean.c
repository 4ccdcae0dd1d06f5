#include "tuning/clean.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/stream.h"
#include "ingest/charset.h"
#include "ingest/inside.h"
#include "tuning/dump.h"
#include "tuning/label.h"
#include "tuning/score.h"

enum { PAGE_LIMIT = 64 << 20 };

/* Rows that the fits learn from, for one kind of page. */
struct rows {
    float *values;
    uint8_t *labels;
    double *weights;
    double *used; /* the weights with a fold's rows at 0 */
    uint32_t *pages;
    size_t count;
    size_t capacity;
};

struct run {
    const struct px_gold_pages *gold;
    const struct px_clean_options *options;
    struct px_ingest *ingest;
    struct px_arena arena;
    struct px_slice *texts[PX_PAGE_KINDS]; /* by page */
    uint32_t *folds;                       /* by page */
    struct rows rows;
    struct px_slice *names;
};

static const enum px_input inputs[PX_PAGE_KINDS] = {[PX_PAGE_HTML] = PX_INPUT_HTML, [PX_PAGE_TEXT] = PX_INPUT_TEXT};

struct px_clean_options px_clean_defaults(void)
{
    return (struct px_clean_options){
        .folds = 5,
        .trees = {.trees = 160, .leaves = 8, .least_rows = 25, .rate = .07, .penalty = .02},
        .linear = {.penalty = .1, .passes = 300, .free_column = PX_FEATURE_bias},
    };
}

/* ----------------------------------------------------------------------------------------------------- the pages */

static enum px_status read_texts(struct run *run, size_t index, const char *path, struct px_error *error)
{
    struct px_slice bytes;
    struct px_buffer dump = {0};
    struct px_charset_notes notes = {0};
    struct px_slice *html = &run->texts[PX_PAGE_HTML][index], *text = &run->texts[PX_PAGE_TEXT][index];
    enum px_status status = px_file_read(path, PAGE_LIMIT, &run->arena, &bytes, error);
    if (status == PX_OK)
        status = px_charset_decode(bytes, NULL, &run->arena, html, &notes, error);
    if (status == PX_OK)
        status = px_charset_repair_twice(&run->arena, html, &notes.repaired, error);
    if (status == PX_OK)
        status = px_dump_write(run->ingest->rules, *html, &dump, error);
    if (status == PX_OK)
        *text = px_arena_copy(&run->arena, px_buffer_slice(&dump));
    px_buffer_release(&dump);
    return status == PX_OK && text->data == NULL ? px_no_memory(error) : status;
}

static enum px_status read_pages(struct run *run, struct px_error *error)
{
    size_t count = run->gold->items.count;
    for (int kind = 0; kind < PX_PAGE_KINDS; kind++)
        run->texts[kind] = px_arena_array(&run->arena, struct px_slice, count + 1);
    run->folds = px_arena_array(&run->arena, uint32_t, count + 1);
    run->names = px_feature_names(&run->arena);
    if (run->texts[0] == NULL || run->texts[1] == NULL || run->folds == NULL || run->names == NULL)
        return px_no_memory(error);
    enum px_status status = PX_OK;
    for (size_t i = 0; i < count && status == PX_OK; i++) {
        char path[4096];
        const struct px_gold_page *page = &run->gold->items.items[i];
        snprintf(path, sizeof path, "%s/%.*s", run->options->folder, PX_SLICE_ARG(page->path));
        status = read_texts(run, i, path, error);
        if (run->options->folds > 1)
            run->folds[i] = (uint32_t)(px_slice_hash(page->site) % run->options->folds);
        if (status != PX_OK)
            px_error_place(error, path, 0, 0);
    }
    return status;
}

/* ------------------------------------------------------------------------------------------------------- the rows */

static void release_rows(struct rows *rows)
{
    free(rows->values);
    free(rows->labels);
    free(rows->weights);
    free(rows->used);
    free(rows->pages);
    *rows = (struct rows){0};
}

static bool grow_array(void **array, size_t size)
{
    void *grown = realloc(*array, size);
    if (grown != NULL)
        *array = grown;
    return grown != NULL;
}

static bool grow_rows(struct rows *rows)
{
    if (rows->count < rows->capacity)
        return true;
    size_t larger = rows->capacity == 0 ? 4096 : rows->capacity * 2;
    bool fine = grow_array((void **)&rows->values, larger * PX_FEATURE_COUNT * sizeof *rows->values) &&
                grow_array((void **)&rows->labels, larger * sizeof *rows->labels) &&
                grow_array((void **)&rows->weights, larger * sizeof *rows->weights) &&
                grow_array((void **)&rows->used, larger * sizeof *rows->used) &&
                grow_array((void **)&rows->pages, larger * sizeof *rows->pages);
    rows->capacity = fine ? larger : rows->capacity;
    return fine;
}

static enum px_status add_rows(struct run *run, size_t index, struct px_page *page, struct px_error *error)
{
    struct px_context context;
    struct rows *rows = &run->rows;
    struct px_unit_label *labels = px_labels_find(&run->gold->items.items[index], page, &page->arena);
    if (labels == NULL)
        return px_no_memory(error);
    enum px_status status = px_context_init(&context, page, page->heading, page->facts.description, error);
    if (status != PX_OK)
        return status;
    for (size_t i = 0; i < page->units.count && status == PX_OK; i++) {
        if (labels[i].weight <= 0)
            continue;
        if (!grow_rows(rows)) {
            status = px_no_memory(error);
            break;
        }
        px_features_compute(&context, i, rows->values + rows->count * PX_FEATURE_COUNT);
        rows->labels[rows->count] = labels[i].wanted;
        rows->weights[rows->count] = labels[i].weight;
        rows->pages[rows->count++] = (uint32_t)index;
    }
    px_context_release(&context);
    return status;
}

static enum px_status collect_rows(struct run *run, enum px_page_kind kind, struct px_error *error)
{
    enum px_status status = PX_OK;
    run->rows.count = 0;
    for (size_t i = 0; i < run->gold->items.count && status == PX_OK; i++) {
        struct px_page page = {.rules = run->ingest->rules};
        status = px_page_prepare(run->texts[kind][i], inputs[kind], &page, error);
        if (status == PX_OK)
            status = add_rows(run, i, &page, error);
        px_page_release(&page);
    }
    return status;
}

/* ------------------------------------------------------------------------------------------------ fitting, scoring */

struct fitted {
    struct px_arena arena;
    struct px_trees trees;
    struct px_linear linear;
};

/* Fits on all rows but those of the fold; SIZE_MAX leaves none out. */
static enum px_status fit(struct run *run, size_t fold, struct fitted *fitted, struct px_error *error)
{
    struct rows *rows = &run->rows;
    for (size_t i = 0; i < rows->count; i++)
        rows->used[i] = run->folds[rows->pages[i]] == fold ? 0 : rows->weights[i];
    const struct px_samples samples = {rows->values, rows->labels, rows->used, rows->count, PX_FEATURE_COUNT};
    enum px_status status = px_fit_trees(&samples, &run->options->trees, &fitted->arena, &fitted->trees, error);
    return status == PX_OK ? px_fit_linear(&samples, &run->options->linear, &fitted->arena, &fitted->linear, error)
                           : status;
}

static enum px_status score_page(struct run *run, enum px_page_kind kind, size_t index, const struct fitted *fitted,
                                 struct px_clean_score *score, struct px_error *error)
{
    const struct px_scorer scorer = {&fitted->trees, &fitted->linear};
    struct px_page page = {.rules = run->ingest->rules};
    struct px_article article = {0};
    enum px_status status = px_page_prepare(run->texts[kind][index], inputs[kind], &page, error);
    if (status == PX_OK)
        status = px_page_finish(&scorer, inputs[kind], &page, &article, error);
    if (status == PX_OK && !px_clean_score_add(&run->gold->items.items[index], &article, score))
        status = px_no_memory(error);
    px_article_release(&article);
    px_page_release(&page);
    return status;
}

static enum px_status cross_validate(struct run *run, enum px_page_kind kind, struct px_buffer *scores,
                                     struct px_error *error)
{
    enum px_status status = PX_OK;
    struct px_clean_score all = {0};
    for (size_t fold = 0; fold < run->options->folds && run->options->folds > 1 && status == PX_OK; fold++) {
        struct fitted fitted = {0};
        status = fit(run, fold, &fitted, error);
        for (size_t i = 0; i < run->gold->items.count && status == PX_OK; i++)
            if (run->folds[i] == fold)
                status = score_page(run, kind, i, &fitted, &all, error);
        px_arena_release(&fitted.arena);
    }
    px_clean_score_write(&all, px_page_kind_name(kind), scores);
    return status;
}

static enum px_status fit_kind(struct run *run, enum px_page_kind kind, struct px_buffer *model,
                               struct px_buffer *scores, struct px_error *error)
{
    struct fitted fitted = {0};
    struct px_slice name = px_slice_from(px_page_kind_name(kind));
    enum px_status status = collect_rows(run, kind, error);
    if (status == PX_OK)
        status = cross_validate(run, kind, scores, error);
    if (status == PX_OK)
        status = fit(run, SIZE_MAX, &fitted, error);
    if (status == PX_OK) {
        px_linear_write(&fitted.linear, name, run->names, model);
        px_trees_write(&fitted.trees, name, run->names, model);
    }
    px_arena_release(&fitted.arena);
    return status;
}

static void write_notes(const struct px_gold_pages *gold, struct px_buffer *model)
{
    px_buffer_printf(
        model,
        "# name: cleaning\n"
        "# language: any\n"
        "# licence: CC0-1.0\n"
        "# description: how much each feature of a piece of a page speaks for the article; html: pages, "
        "text: their scraped text\n"
        "# fitted: by parallax-train clean on %zu annotated pages; cleaning.card.md beside this file says more\n",
        gold->items.count);
}

enum px_status px_clean_fit(const struct px_gold_pages *pages, const struct px_clean_options *options,
                            struct px_buffer *model, struct px_buffer *scores, struct px_error *error)
{
    struct run run = {.gold = pages, .options = options};
    enum px_status status = px_ingest_new(options->lexicons, &run.ingest, error);
    if (status == PX_OK)
        status = read_pages(&run, error);
    write_notes(pages, model);
    for (int kind = 0; kind < PX_PAGE_KINDS && status == PX_OK; kind++)
        status = fit_kind(&run, (enum px_page_kind)kind, model, scores, error);
    if (status == PX_OK && (model->failed || scores->failed))
        status = px_no_memory(error);
    release_rows(&run.rows);
    px_arena_release(&run.arena);
    px_ingest_free(run.ingest);
    return status;
}
