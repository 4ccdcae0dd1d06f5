#include "contrast/draws.h"

#include "statistics/random.h"

enum { REPLICATES = 1000, LEAST_IN_STRATUM = 5, FINER = 10 };

/* Sentences by what makes them comparable: the shared theme they belong to, one stratum a theme; all those outside the
 * shared themes are one more. (Half of two articles' words are; leaving them out of the tests would throw away power.)
 * So are those of a theme that one of the first two articles spends fewer than LEAST_IN_STRATUM sentences on: hardly
 * any of them could change sides. */
static void mark_theme(const struct px_article *article, const struct px_spans *spans, uint32_t *themes, uint32_t theme)
{
    for (size_t i = 0; i < spans->count; i++) {
        uint32_t s = px_article_sentence_at(article, spans->items[i].start);
        for (; s < article->sentences.count && article->sentences.items[s].start < spans->items[i].end; s++)
            if (themes[s] == PX_NONE)
                themes[s] = theme;
    }
}

/* Is the theme shared, and long enough in both of the first two articles to be a stratum? */
static bool is_stratum(const struct px_compare_context *context, const uint32_t *sentences, uint32_t theme)
{
    return theme != PX_NONE && context->comparison->themes.items[theme].only == PX_NONE &&
           sentences[2 * theme] >= LEAST_IN_STRATUM && sentences[2 * theme + 1] >= LEAST_IN_STRATUM;
}

/* The theme's number where it is a stratum; else one number for all the rest. */
static enum px_status number_strata(struct px_compare_context *context, struct px_draws *draws, struct px_error *error)
{
    uint32_t themes = (uint32_t)context->comparison->themes.count;
    uint32_t *sentences = px_arena_array(&context->scratch, uint32_t, 2 * (size_t)themes);
    if (sentences == NULL)
        return px_no_memory(error);
    for (size_t a = 0; a < 2; a++)
        for (size_t s = 0; s < context->articles[a]->sentences.count; s++)
            if (draws->strata[a][s] != PX_NONE)
                sentences[2 * draws->strata[a][s] + a]++;
    for (size_t a = 0; a < 2; a++)
        for (size_t s = 0; s < context->articles[a]->sentences.count; s++) {
            bool own = is_stratum(context, sentences, draws->strata[a][s]);
            draws->strata[a][s] = own ? draws->strata[a][s] : themes;
            draws->any = draws->any || own;
        }
    return PX_OK;
}

static enum px_status find_strata(struct px_compare_context *context, struct px_draws *draws, struct px_error *error)
{
    const struct px_topics *themes = &context->comparison->themes;
    for (size_t a = 0; a < 2; a++) {
        size_t sentences = context->articles[a]->sentences.count;
        draws->strata[a] = px_arena_array(&context->scratch, uint32_t, sentences);
        if (draws->strata[a] == NULL)
            return px_no_memory(error);
        memset(draws->strata[a], 0xff, sentences * sizeof *draws->strata[a]);
        for (uint32_t i = 0; i < themes->count; i++)
            mark_theme(context->articles[a], &themes->items[i].spans[a], draws->strata[a], i);
    }
    return number_strata(context, draws, error);
}

size_t px_draws_replicates(const struct px_compare_context *context)
{
    return context->options->replicates == 0 ? REPLICATES : context->options->replicates;
}

static struct px_resample_side side_of(const struct px_draws *draws, size_t a, size_t finer)
{
    const struct px_compare_context *context = draws->context;
    uint64_t seed = px_random_mix(context->seed, px_slice_hash(context->articles[a]->text));
    return (struct px_resample_side){.units = context->articles[a]->sentences.count,
                                     .strata = draws->any ? draws->strata[a] : NULL,
                                     .seed = finer > 1 ? px_random_mix(seed, finer) : seed};
}

/* The plan of the first two articles: only these are tested against each other. */
static enum px_status make_plan(struct px_draws *draws, size_t finer, struct px_resample_plan **plan,
                                struct px_error *error)
{
    struct px_resample_side first = side_of(draws, 0, finer), second = side_of(draws, 1, finer);
    return px_resample_plan(&first, &second, finer * px_draws_replicates(draws->context), &draws->arena, plan, error);
}

/* On a thread of its own the finer plan is drawn whether it is wanted or not: nobody waits for it. */
static void draw(void *argument)
{
    struct px_draws *draws = argument;
    draws->status = make_plan(draws, 1, &draws->plan, &draws->error);
    if (draws->status == PX_OK && draws->context->options->threads > 1)
        draws->status = make_plan(draws, FINER, &draws->finer, &draws->error);
}

enum px_status px_compare_draw(struct px_compare_context *context, struct px_error *error)
{
    struct px_draws *draws = px_arena_new(&context->scratch, struct px_draws);
    if (draws == NULL)
        return px_no_memory(error);
    draws->context = context;
    enum px_status status = find_strata(context, draws, error);
    if (status != PX_OK)
        return status;
    context->draws = draws;
    px_task_begin(&draws->task, context->options->threads, draw, draws);
    return PX_OK;
}

enum px_status px_draws_end(struct px_draws *draws, struct px_error *error)
{
    px_task_end(&draws->task);
    if (draws->status != PX_OK && error != NULL)
        *error = draws->error;
    return draws->status;
}

enum px_status px_draws_finer(struct px_draws *draws, struct px_resample_plan **finer, struct px_error *error)
{
    enum px_status status = draws->finer == NULL ? make_plan(draws, FINER, &draws->finer, error) : PX_OK;
    *finer = draws->finer;
    return status;
}

void px_draws_release(struct px_draws *draws)
{
    if (draws == NULL)
        return;
    px_task_end(&draws->task);
    px_arena_release(&draws->arena);
}
