/* How evenly an article's statements are spread over its speakers, and the shares of kinds of speakers. */
#include <math.h>

#include "contrast/contrast.h"
#include "statistics/diversity.h"

/* How evenly each article's statements are spread over its speakers; who is but described may be one of them. */
static enum px_status measure_diversity(struct px_compare_context *context, struct px_value *values,
                                        struct px_error *error)
{
    const struct px_sourcing *sourcing = &context->comparison->sourcing;
    double *counts = px_arena_array(&context->scratch, double, sourcing->sources.count);
    if (counts == NULL)
        return px_no_memory(error);
    for (size_t a = 0; a < context->count; a++) {
        size_t speakers = 0;
        values[a] = (struct px_value){NAN, NAN, NAN, 0};
        for (size_t i = 0; i < sourcing->sources.count; i++) {
            if (sourcing->sources.items[i].statements[a] == 0 || sourcing->sources.items[i].described)
                continue;
            counts[speakers++] = sourcing->sources.items[i].statements[a];
            values[a].count += sourcing->sources.items[i].statements[a];
        }
        if (speakers == 0)
            continue;
        struct px_estimate estimate = px_diversity_entropy(counts, speakers);
        values[a] = (struct px_value){estimate.value, estimate.low, estimate.high, values[a].count};
    }
    return PX_OK;
}

/* The difference is not tested, so that it may stand as unclear at most. */
static void compare_diversity(struct px_indicator *indicator)
{
    const struct px_value *a = &indicator->values[0];
    const struct px_value *b = &indicator->values[1];
    struct px_estimate difference = px_estimate_difference((struct px_estimate){a->value, a->low, a->high},
                                                           (struct px_estimate){b->value, b->low, b->high});
    indicator->difference = difference.value;
    indicator->low = difference.low;
    indicator->high = difference.high;
    indicator->p = indicator->q = indicator->detectable = NAN;
    indicator->verdict = isnan(indicator->low) || a->count < PX_VERDICT_FEWEST || b->count < PX_VERDICT_FEWEST
                             ? PX_VERDICT_TOO_LITTLE
                             : PX_VERDICT_NO_CLEAR_DIFFERENCE;
}

/* Nothing where an article has a handful of statements: three speakers with one each are spread evenly, and tell
 * nothing. */
static enum px_status add_diversity(struct px_compare_context *context, struct px_error *error)
{
    struct px_comparison *comparison = context->comparison;
    for (size_t a = 0; a < context->count; a++)
        if (comparison->sourcing.diversity[a].count < PX_VERDICT_FEWEST)
            return PX_OK;
    struct px_indicator *indicator = px_vector_push(&comparison->indicators, &comparison->arena);
    if (indicator == NULL)
        return px_no_memory(error);
    *indicator =
        (struct px_indicator){.name = PX_SLICE("sourcing.diversity"),
                              .label = PX_SLICE("how evenly the statements are spread over the speakers, 0 to 1"),
                              .unit = PX_SLICE("index"),
                              .family = PX_SLICE("sourcing"),
                              .topic = PX_NONE,
                              .voice = PX_VOICE_ALL};
    indicator->values = comparison->sourcing.diversity;
    indicator->evidence = px_compare_each(context, struct px_evidence);
    if (indicator->evidence == NULL)
        return px_no_memory(error);
    compare_diversity(indicator);
    return PX_OK;
}

/* The figures of an indicator measured before; NaN where there is none. */
static enum px_status copy_share(struct px_compare_context *context, const char *name, struct px_value **values,
                                 struct px_error *error)
{
    const struct px_comparison *comparison = context->comparison;
    *values = px_compare_each(context, struct px_value);
    if (*values == NULL)
        return px_no_memory(error);
    for (size_t a = 0; a < context->count; a++)
        (*values)[a] = (struct px_value){NAN, NAN, NAN, 0};
    for (size_t i = 0; i < comparison->indicators.count; i++)
        if (px_slice_is(comparison->indicators.items[i].name, name))
            memcpy(*values, comparison->indicators.items[i].values, context->count * sizeof **values);
    return PX_OK;
}

enum px_status px_compare_source_balance(struct px_compare_context *context, struct px_error *error)
{
    struct px_sourcing *sourcing = &context->comparison->sourcing;
    sourcing->diversity = px_compare_each(context, struct px_value);
    if (sourcing->diversity == NULL)
        return px_no_memory(error);
    enum px_status status = measure_diversity(context, sourcing->diversity, error);
    if (status == PX_OK)
        status = add_diversity(context, error);
    if (status == PX_OK)
        status = copy_share(context, "sourcing.anonymous_share", &sourcing->anonymous_share, error);
    if (status == PX_OK)
        status = copy_share(context, "sourcing.state_share", &sourcing->state_share, error);
    return status != PX_OK ? status
                           : copy_share(context, "sourcing.unsourced_share", &sourcing->unsourced_share, error);
}
