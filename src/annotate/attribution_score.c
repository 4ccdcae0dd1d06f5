#include "annotate/attribution_scene.h"

#include <math.h>

static double squash(double x)
{
    return 1 / (1 + exp(-x));
}

void px_scene_score(const struct px_scene *scene, struct px_cue *cue)
{
    double weight = cue->entry->weight;
    (void)scene;
    weight = weight < 0.02 ? 0.02 : weight > 0.98 ? 0.98 : weight;
    double sum = log(weight / (1 - weight));
    if (cue->next == PX_NEXT_THAT || cue->next == PX_NEXT_QUOTATION)
        sum += 1;
    cue->score = squash(sum);
}
