#include "annotate/stance.h"

#include <math.h>

#include "annotate/stance_scene.h"

/* A sum of contributions x becomes a score in -1..1 as x / sqrt(x^2 + 15) (VADER's normalisation). */
static const double normal = 15;
static const double negative_below = -0.115;
static const double positive_above = 0.07;

static double squash(double sum)
{
    return sum / sqrt(sum * sum + normal);
}

static int8_t label_of(double score)
{
    return score < negative_below ? PX_LABEL_NEGATIVE : score > positive_above ? PX_LABEL_POSITIVE : PX_LABEL_NEUTRAL;
}

/* The first token that ends behind the byte. */
static uint32_t token_at(const struct px_tokens *tokens, uint32_t byte)
{
    size_t low = 0;
    size_t high = tokens->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (tokens->items[middle].end <= byte)
            low = middle + 1;
        else
            high = middle;
    }
    return (uint32_t)low;
}

static bool judge_span(const struct px_stance_scene *scene, struct px_target *target)
{
    const struct px_tokens *tokens = &scene->annotation->article->tokens;
    uint32_t first = token_at(tokens, target->span.start);
    uint32_t end = first;
    while (end < tokens->count && tokens->items[end].start < target->span.end)
        end++;
    if (end == first)
        return true;
    struct px_evidence_list evidence = {0};
    double sum;
    if (!px_stance_weigh_mention(scene, first, end, &evidence, &sum))
        return false;
    target->evidence = evidence.items;
    target->evidence_count = evidence.count;
    target->score = squash(sum);
    target->label = label_of(target->score);
    return true;
}

static bool judge_name(const struct px_stance_scene *scene, struct px_target *target)
{
    (void)scene;
    (void)target;
    return true;
}

enum px_status px_annotate_stance(struct px_annotation *annotation, struct px_error *error)
{
    struct px_article *article = annotation->article;
    struct px_stance_scene scene;
    article->stances.count = 0;
    enum px_status status = px_stance_read_scene(&scene, annotation, error);
    if (status != PX_OK)
        return status;
    for (size_t i = 0; i < article->targets.count; i++) {
        struct px_target *target = &article->targets.items[i];
        if (!(target->name.size > 0 ? judge_name(&scene, target) : judge_span(&scene, target)))
            return px_error_set(error, PX_ERROR_MEMORY, "out of memory");
    }
    return PX_OK;
}
