/* parallax-train null: the empirical null of a corpus, from pairs of its articles on different events. */
#include "annotate/annotate.h"
#include "cli/null.h"
#include "cli/train.h"
#include "ingest/source.h"

enum { MOST_ARTICLES = 600, PARTNERS = 3 };

struct sampling {
    struct px_ingest *ingest;
    struct px_resources *resources;
    struct px_worker worker;
    struct px_article *articles; /* [MOST_ARTICLES] */
    size_t count;
    struct px_null_sample sample;
};

static enum px_status open_tools(const char *lexicons, struct sampling *sampling, struct px_error *error)
{
    const struct px_resources_options wanted = {.language = "en", .directory = lexicons};
    enum px_status status = px_ingest_new(lexicons, &sampling->ingest, error);
    if (status == PX_OK)
        status = px_resources_new(&wanted, &sampling->resources, error);
    return status == PX_OK ? px_worker_init(&sampling->worker, sampling->resources, error) : status;
}

/* An article that cannot be read is passed over. */
static enum px_status read_file(struct sampling *sampling, const char *path, struct px_error *error)
{
    struct px_source *source = NULL;
    enum px_status status = px_source_open(sampling->ingest, path, NULL, &source, error);
    for (size_t i = 0; status == PX_OK && i < px_source_count(source) && sampling->count < MOST_ARTICLES; i++) {
        struct px_article *article = &sampling->articles[sampling->count];
        if (px_source_read(source, i, NULL, article, error) != PX_OK) {
            px_article_release(article);
            *article = (struct px_article){0};
            continue;
        }
        status = px_annotate(&sampling->worker, NULL, article, error);
        sampling->count++;
    }
    px_source_close(source);
    return status;
}

/* Each article with the ones that come some way behind it, where the two are not known to tell of one event. */
static enum px_status add_pairs(struct sampling *sampling, struct px_error *error)
{
    enum px_status status = PX_OK;
    size_t step = sampling->count / (PARTNERS + 1) + 1;
    for (size_t i = 0; i < sampling->count; i++)
        for (size_t k = 1; status == PX_OK && k <= PARTNERS && i + k * step < sampling->count; k++) {
            const struct px_article *pair[2] = {&sampling->articles[i], &sampling->articles[i + k * step]};
            if (pair[0]->event.size == 0 || !px_slice_equal(pair[0]->event, pair[1]->event))
                status = px_null_add(&sampling->sample, pair, &sampling->worker, error);
        }
    return status;
}

static void close_tools(struct sampling *sampling)
{
    for (size_t i = 0; i < sampling->count; i++)
        px_article_release(&sampling->articles[i]);
    px_null_sample_release(&sampling->sample);
    if (sampling->worker.resources != NULL)
        px_worker_release(&sampling->worker);
    px_resources_free(sampling->resources);
    px_ingest_free(sampling->ingest);
}

enum px_status px_train_null(const struct px_train_options *options, struct px_buffer *model, struct px_buffer *scores,
                             struct px_error *error)
{
    struct px_arena arena = {0};
    struct sampling sampling = {0};
    struct px_compare_null null;
    sampling.articles = px_arena_array(&arena, struct px_article, MOST_ARTICLES);
    enum px_status status =
        sampling.articles == NULL ? px_no_memory(error) : open_tools(options->lexicons, &sampling, error);
    for (size_t i = 0; status == PX_OK && i < options->file_count; i++)
        status = read_file(&sampling, options->files[i], error);
    if (status == PX_OK)
        status = add_pairs(&sampling, error);
    if (status == PX_OK)
        status = px_null_measure(&sampling.sample, &null, error);
    if (status == PX_OK) {
        px_null_write(&null, sampling.sample.pairs, model);
        px_buffer_printf(scores, "%zu articles, %zu pairs of articles, %zu pairs of paragraphs\n", sampling.count,
                         sampling.sample.pairs, sampling.sample.evidence.count);
    }
    close_tools(&sampling);
    px_arena_release(&arena);
    return status;
}
