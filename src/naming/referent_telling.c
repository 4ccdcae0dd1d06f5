/* Which referents of the naming lexicon tell something. */
#include <math.h>

#include "naming/referent.h"

/* Is the wording somebody's? What everybody says (the lexicon's metadata "general") is nobody's. */
static bool is_contested(const struct px_lexicon *naming, const struct px_variant *variant)
{
    struct px_slice general = px_lexicon_metadata(naming, "general");
    return variant->used_by.size > 0 && (general.size == 0 || !px_slice_starts(variant->used_by, general));
}

bool px_variant_is_common(const struct px_lexicon *naming, const struct px_variant *variant)
{
    return variant->used_by.size > 0 && !is_contested(naming, variant);
}

bool px_referent_takes_sides(const struct px_lexicon *naming, const struct px_referent *referent)
{
    const struct px_variant *first = referent->variants;
    for (size_t i = 0; i < referent->variant_count; i++) {
        const struct px_variant *variant = &referent->variants[i];
        if (fabs(variant->connotation) >= PX_TAKES_SIDES && is_contested(naming, variant))
            return true;
        if (i > 0 && variant->positional && first->positional)
            return true;
        if (i > 0 && fabs(variant->connotation - first->connotation) >= PX_TAKES_SIDES / 2 &&
            (is_contested(naming, variant) || is_contested(naming, first)))
            return true;
    }
    return false;
}

uint32_t px_referent_weigh(const struct px_compare_context *context, const struct px_referent *referent)
{
    uint32_t articles = 0;
    uint32_t sides = 0;
    for (size_t a = 0; a < context->count; a++) {
        articles += referent->mentions[a].count > 0;
        for (size_t i = 0; i < referent->variant_count; i++)
            if (fabs(referent->variants[i].connotation) >= PX_TAKES_SIDES)
                sides += referent->variants[i].own[a];
    }
    return sides + (articles > 1 && referent->variant_count > 1 ? UINT32_MAX / 2 : 0);
}
