#include "statistics/resample_plan.h"

#include <stdlib.h>
#include <string.h>

#include "statistics/percentile.h"
#include "statistics/random.h"

enum { MOST_UNITS = 0x7fffffff };

/* A unit of either article on its way to a stratum of the permutation. */
struct unit {
    uint32_t stratum;
    uint32_t place; /* among the first article's units and then the second's */
    uint32_t group; /* the first place of the stratum: an order that does not depend on how strata are numbered */
    bool second;
    bool *fixed;
    uint8_t *stays;
};

static bool take_draws(const struct px_resample_plan *plan, struct px_resample_drawn *side, struct px_arena *arena)
{
    size_t cells = plan->row * side->units;
    if (side->units > 0 && cells / side->units != plan->row)
        return false;
    side->stays = px_arena_take(arena, cells);
    side->fixed = px_arena_array(arena, bool, side->units);
    return side->stays != NULL && side->fixed != NULL;
}

static bool take_work_space(struct px_resample_plan *plan, struct px_arena *arena)
{
    plan->above = px_arena_array(arena, double, plan->row);
    plan->below = px_arena_array(arena, double, plan->row);
    plan->difference = px_arena_array(arena, double, plan->row);
    plan->first.denominator = px_arena_array(arena, double, plan->first.units);
    plan->second.denominator = px_arena_array(arena, double, plan->second.units);
    plan->known = false;
    return plan->above != NULL && plan->below != NULL && plan->difference != NULL && plan->first.denominator != NULL &&
           plan->second.denominator != NULL;
}

static int by_stratum(const void *left, const void *right)
{
    const struct unit *a = left;
    const struct unit *b = right;
    if (a->stratum != b->stratum)
        return a->stratum < b->stratum ? -1 : 1;
    return a->place < b->place ? -1 : a->place > b->place;
}

static int by_group(const void *left, const void *right)
{
    const struct unit *a = left;
    const struct unit *b = right;
    if (a->group != b->group)
        return a->group < b->group ? -1 : 1;
    return a->place < b->place ? -1 : a->place > b->place;
}

static uint32_t list_side(const struct px_resample_plan *plan, const struct px_resample_drawn *side,
                          const uint32_t *strata, uint32_t place, struct unit *units)
{
    for (uint32_t i = 0; i < side->units; i++)
        units[place + i] = (struct unit){
            .stratum = strata == NULL ? 0 : strata[i],
            .place = place + i,
            .second = side == &plan->second,
            .fixed = &side->fixed[i],
            .stays = side->stays + i * plan->row,
        };
    return place + side->units;
}

/* Drops the units of strata that only one article has, settling them there; returns how many are left, sorted. */
static uint32_t settle_units(const struct px_resample_plan *plan, struct unit *units, uint32_t count)
{
    uint32_t left = 0;
    uint32_t end;
    qsort(units, count, sizeof *units, by_stratum);
    for (uint32_t start = 0; start < count; start = end) {
        uint32_t seconds = 0;
        for (end = start; end < count && units[end].stratum == units[start].stratum; end++)
            seconds += units[end].second;
        bool one_sided = seconds == 0 || seconds == end - start;
        for (uint32_t i = start; i < end && one_sided; i++) {
            *units[i].fixed = true;
            memset(units[i].stays, seconds == 0, plan->row);
        }
        uint32_t group = units[start].place;
        for (uint32_t i = start; i < end && !one_sided; i++) {
            units[left] = units[i];
            units[left++].group = group;
        }
    }
    qsort(units, left, sizeof *units, by_group);
    return left;
}

/* Draws which units of one stratum each replicate gives to the article that has fewer of them; the rest are the
 * other's. */
static void deal_stratum(const struct px_resample_plan *plan, const struct unit *units, uint32_t count, uint32_t firsts,
                         uint32_t *order, struct px_random *random)
{
    bool first = firsts <= count - firsts;
    uint32_t fewer = first ? firsts : count - firsts;
    for (uint32_t i = 0; i < count; i++) {
        order[i] = i;
        memset(units[i].stays, !first, plan->replicates);
    }
    for (size_t replicate = 0; replicate < plan->replicates; replicate++) {
        px_random_draw(random, order, count, fewer);
        for (uint32_t i = 0; i < fewer; i++)
            units[order[i]].stays[replicate] = first;
    }
}

static uint32_t end_of_group(const struct unit *units, uint32_t start, uint32_t count)
{
    uint32_t end = start;
    while (end < count && units[end].group == units[start].group)
        end++;
    return end;
}

static uint32_t count_firsts(const struct unit *units, uint32_t start, uint32_t end)
{
    uint32_t firsts = 0;
    for (uint32_t i = start; i < end; i++)
        firsts += !units[i].second;
    return firsts;
}

static enum px_status deal_units(struct px_resample_plan *plan, const uint32_t *strata[2], uint64_t seed,
                                 struct px_arena *arena, struct px_error *error)
{
    struct px_random *random;
    size_t all = (size_t)plan->first.units + plan->second.units;
    struct unit *units = px_arena_array(arena, struct unit, all);
    uint32_t *order = px_arena_array(arena, uint32_t, all);
    if (units == NULL || order == NULL)
        return px_no_memory(error);
    enum px_status status = px_random_new(seed, &random, error);
    if (status != PX_OK)
        return status;
    uint32_t count = list_side(plan, &plan->first, strata[0], 0, units);
    count = list_side(plan, &plan->second, strata[1], count, units);
    count = settle_units(plan, units, count);
    plan->movable = count > 0;
    uint32_t end;
    for (uint32_t start = 0; start < count; start = end) {
        end = end_of_group(units, start, count);
        uint32_t firsts = count_firsts(units, start, end);
        deal_stratum(plan, units + start, end - start, firsts, order, random);
    }
    px_random_free(random);
    return PX_OK;
}

enum px_status px_resample_plan(const struct px_resample_side *a, const struct px_resample_side *b, size_t replicates,
                                struct px_arena *arena, struct px_resample_plan **result, struct px_error *error)
{
    *result = NULL;
    bool exchanged = b->seed < a->seed;
    const struct px_resample_side *first = exchanged ? b : a;
    const struct px_resample_side *second = exchanged ? a : b;
    if (first->units > MOST_UNITS || second->units > MOST_UNITS)
        return px_error_set(error, PX_ERROR_LIMIT, "too many units to resample");
    struct px_resample_plan *plan = px_arena_new(arena, struct px_resample_plan);
    if (plan == NULL)
        return px_no_memory(error);
    if (replicates == 0)
        replicates = PX_RESAMPLE_REPLICATES;
    plan->exchanged = exchanged;
    plan->first.units = (uint32_t)first->units;
    plan->second.units = (uint32_t)second->units;
    plan->replicates = px_percentile_replicates(replicates, first->units + second->units);
    plan->row = (plan->replicates + PX_RESAMPLE_LANES - 1) / PX_RESAMPLE_LANES * PX_RESAMPLE_LANES;
    if (!take_work_space(plan, arena) || !take_draws(plan, &plan->first, arena) ||
        !take_draws(plan, &plan->second, arena))
        return px_no_memory(error);
    const uint32_t *strata[2] = {first->strata, second->strata};
    enum px_status status = deal_units(plan, strata, px_random_mix(first->seed, second->seed), arena, error);
    if (status == PX_OK)
        *result = plan;
    return status;
}
