/* Motives, blame and credit, by referent and speaker: the articles' own finds, with names that hold over all
 * articles. */
#include <stdlib.h>

#include "contrast/contrast.h"

/* The name of a party over all articles, or its words; empty where it is not told. */
static struct px_slice party_name(const struct px_compare_context *context, size_t article,
                                  const struct px_party *party)
{
    uint32_t referent = px_compare_referent(context, article, party->entity);
    return referent != PX_NONE ? context->comparison->referents.items[referent].name
                               : px_compare_running(context, article, party->words);
}

/* Where the words begin that name who makes a statement, of whom the table of speakers has a row or name. */
struct namer {
    uint32_t start;
    uint32_t attribution;
};

/* Those of one article, in order. */
struct namers {
    struct namer *items;
    size_t count;
    size_t capacity;
};

static int by_start(const void *left, const void *right)
{
    const struct namer *a = left, *b = right;
    return a->start != b->start ? px_compare_order(a->start, b->start)
                                : px_compare_order(a->attribution, b->attribution);
}

static bool read_namers(struct px_compare_context *context, size_t article, struct namers *namers)
{
    const struct px_article *a = context->articles[article];
    for (uint32_t i = 0; i < a->attributions.count; i++) {
        if (a->attributions.items[i].speaker.count == 0 || context->comparison->speakers[article][i].shown.size == 0)
            continue;
        struct namer *namer = px_vector_push(namers, &context->scratch);
        if (namer == NULL)
            return false;
        *namer = (struct namer){px_attribution_namer(&a->attributions.items[i]).start, i};
    }
    if (namers->count > 1)
        qsort(namers->items, namers->count, sizeof *namers->items, by_start);
    return true;
}

/* Who blames, as the table of speakers shows him where he has a row; else by his name or words. */
static struct px_slice blamer(const struct px_compare_context *context, size_t article, const struct namers *namers,
                              const struct px_party *party)
{
    size_t i = px_vector_from(namers, start, party->words.start);
    if (party->entity == PX_NONE && party->words.start < party->words.end && i < namers->count &&
        namers->items[i].start == party->words.start)
        return context->comparison->speakers[article][namers->items[i].attribution].shown;
    return party_name(context, article, party);
}

static bool add_motive(struct px_compare_context *context, uint32_t article, uint32_t index)
{
    const struct px_article *a = context->articles[article];
    const struct px_motive *motive = &a->motives.items[index];
    struct px_motive_row *row = px_vector_push(&context->comparison->motives, &context->comparison->arena);
    if (row == NULL)
        return false;
    uint32_t speaker = motive->attribution == PX_NONE ? PX_NONE : a->attributions.items[motive->attribution].entity;
    bool sure = motive->attribution != PX_NONE && px_attribution_counts(&a->attributions.items[motive->attribution]);
    struct px_slice by = sure ? px_compare_speaker(context, article, motive->attribution) : (struct px_slice){NULL, 0};
    *row = (struct px_motive_row){article,
                                  index,
                                  party_name(context, article, &motive->actor),
                                  px_compare_referent(context, article, motive->actor.entity),
                                  by,
                                  speaker != PX_NONE && speaker == motive->actor.entity};
    return true;
}

enum px_status px_compare_motives(struct px_compare_context *context, struct px_error *error)
{
    bool done = true;
    for (uint32_t a = 0; a < context->count; a++)
        for (uint32_t i = 0; done && i < context->articles[a]->motives.count; i++)
            done = add_motive(context, a, i);
    return done ? PX_OK : px_no_memory(error);
}

/* Who blames, whose phrase has no capital that it owes to its place in the sentence; the referent is whoever it names, or
 * PX_NONE. Empty when memory is out. */
static struct px_slice by_of(struct px_compare_context *context, uint32_t article, const struct namers *namers,
                             const struct px_blame *blame)
{
    struct px_slice by = blame->others ? blamer(context, article, namers, &blame->by)
                                       : px_compare_speaker(context, article, blame->attribution);
    uint32_t referent = blame->others ? px_compare_referent(context, article, blame->by.entity)
                        : blame->attribution == PX_NONE
                            ? PX_NONE
                            : context->comparison->speakers[article][blame->attribution].referent;
    if (by.size == 0)
        return blame->others ? PX_SLICE("(not named)") : PX_SLICE("");
    return referent != PX_NONE ? by : px_compare_small_name(context, by, &context->comparison->arena);
}

static bool add_blame(struct px_compare_context *context, uint32_t article, const struct namers *namers, uint32_t index)
{
    const struct px_blame *blame = &context->articles[article]->blames.items[index];
    struct px_blame_row *row = px_vector_push(&context->comparison->blame, &context->comparison->arena);
    if (row == NULL)
        return false;
    *row = (struct px_blame_row){article, index, party_name(context, article, &blame->target),
                                 px_compare_referent(context, article, blame->target.entity),
                                 by_of(context, article, namers, blame)};
    return row->by.data != NULL;
}

enum px_status px_compare_blame(struct px_compare_context *context, struct px_error *error)
{
    bool done = true;
    for (uint32_t a = 0; done && a < context->count; a++) {
        struct namers namers = {0};
        done = read_namers(context, a, &namers);
        for (uint32_t i = 0; done && i < context->articles[a]->blames.count; i++)
            done = add_blame(context, a, &namers, i);
    }
    return done ? PX_OK : px_no_memory(error);
}
