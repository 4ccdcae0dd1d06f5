/* What several articles tell. A topic's paragraphs are joined by the edges that tell the same alone (told.c). A theme's are
 * joined by the edges between the articles and by what holds them together in their own (cluster.c); an article that
 * mentions a theme in passing, or whose passage is like no other's, leaves it. */
#include "align/topic_plan.h"
#include "align/likeness.h"

#include <math.h>

enum {
    MOST_UNITS = 240, /* paragraphs are taken in groups when there are more */
    PARTED_WORDS = 40 /* a passage of so many words that is like no other's is a topic of its own */
};
#define MENTION_SHARE 0.15
#define PASSING 0.185 /* cosine; readers of 148 shared topics found 10 of the 11 below it wrong, or half so */
/* How likely two paragraphs of a topic tell the same, at least, and how alike sentences of theirs are (likeness.h) where
 * that is not sure: of 36 topics that are less sure two readings of 40 pairs of articles found one matter told in 23, a
 * matter in common in 32; of 16 more below either bar in five. */
#define TOLD_LEAST 0.56
#define FAINT 0.12

/* `group` paragraphs of one section a unit; where sections are so many that this makes too many units, `flat`: `group`
 * paragraphs whatever stands above them. */
static void add_units(struct px_compare_context *context, size_t a, uint32_t group, bool flat,
                      struct px_topic_plan *plan)
{
    const struct px_paragraphs *paragraphs = &context->paragraphs[a];
    for (uint32_t p = 0; p < paragraphs->count;) {
        bool headed = !flat && px_topic_is_headed(context, a, p);
        uint32_t end = p + 1;
        while (end < paragraphs->count && end - p < group &&
               (flat || px_topic_section(context, a, end) == px_topic_section(context, a, p)))
            end++;
        plan->units[plan->unit_count++] =
            (struct px_unit){(uint32_t)a, p, end - p, headed ? px_topic_section(context, a, p) + 1 : 0};
        p = end;
    }
}

static enum px_status make_units(struct px_compare_context *context, struct px_topic_plan *plan, struct px_error *error)
{
    size_t total = 0;
    plan->topics = px_arena_array(&context->scratch, uint32_t *, context->count);
    for (size_t a = 0; plan->topics != NULL && a < context->count; a++) {
        total += context->paragraphs[a].count;
        plan->topics[a] = px_arena_array(&context->scratch, uint32_t, context->paragraphs[a].count);
        if (plan->topics[a] == NULL)
            return px_no_memory(error);
    }
    plan->units = px_arena_array(&context->scratch, struct px_unit, total);
    if (plan->topics == NULL || plan->units == NULL)
        return px_no_memory(error);
    uint32_t group = (uint32_t)(total / MOST_UNITS + 1);
    for (size_t i = 0; i < context->count; i++)
        add_units(context, context->order[i], group, false, plan);
    if (plan->unit_count <= 2 * MOST_UNITS)
        return PX_OK;
    plan->unit_count = 0;
    for (size_t i = 0; i < context->count; i++)
        add_units(context, context->order[i], group, true, plan);
    return PX_OK;
}

/* Clusters of several articles become topics; all other paragraphs stay unassigned for now. */
static enum px_status assign_shared(struct px_compare_context *context, struct px_topic_plan *plan,
                                    struct px_error *error)
{
    uint32_t *clusters = px_arena_array(&context->scratch, uint32_t, plan->unit_count);
    uint32_t *number = px_arena_array(&context->scratch, uint32_t, plan->unit_count);
    if (clusters == NULL || number == NULL)
        return px_no_memory(error);
    enum px_status status = (plan->told ? px_compare_cluster_told
                                        : px_compare_cluster)(context, plan->units, plan->unit_count, clusters, error);
    if (status != PX_OK)
        return status;
    for (size_t u = 0; u < plan->unit_count; u++)
        number[u] = PX_UNASSIGNED;
    for (size_t u = 0; u < plan->unit_count; u++)
        if (number[clusters[u]] == PX_UNASSIGNED && plan->units[u].article != plan->units[clusters[u]].article)
            number[clusters[u]] = plan->count++;
    for (size_t u = 0; u < plan->unit_count; u++)
        for (uint32_t p = plan->units[u].first; p < plan->units[u].first + plan->units[u].count; p++)
            plan->topics[plan->units[u].article][p] = number[clusters[u]];
    plan->shared = plan->count;
    return PX_OK;
}

/* The article of the topic that spends most words on it. */
static uint32_t main_article(const struct px_compare_context *context, const struct px_topic_plan *plan,
                             uint32_t number)
{
    uint32_t main = 0;
    double most = 0;
    for (size_t i = 0; i < context->count; i++) {
        uint32_t a = (uint32_t)context->order[i];
        double words = 0;
        for (uint32_t p = 0; p < context->paragraphs[a].count; p++)
            words += plan->topics[a][p] == number ? context->paragraphs[a].words[p] : 0;
        if (words > most) {
            most = words;
            main = a;
        }
    }
    return main;
}

/* Does an edge that rests on more than one shared thing lead from the topic's paragraphs in article `a` to others of
 * the topic? */
static bool is_firm(const struct px_compare_context *context, const struct px_topic_plan *plan, uint32_t number,
                    uint32_t a)
{
    for (size_t e = 0; e < context->comparison->edges.count; e++) {
        const struct px_edge *edge = &context->comparison->edges.items[e];
        uint32_t x = edge->article[0], y = edge->article[1];
        if (context->firm.items[e] && (x == a || y == a) &&
            plan->topics[x][context->paragraphs[x].of[edge->block[0]]] == number &&
            plan->topics[y][context->paragraphs[y].of[edge->block[1]]] == number)
            return true;
    }
    return false;
}

/* Uses of the terms in all of an article. */
static double uses_of(const struct px_compare_context *context, uint32_t a, const uint32_t *terms, size_t count)
{
    double uses = 0;
    for (uint32_t u = 0; u < context->wording.use_count[a]; u++)
        for (size_t t = 0; t < count; t++)
            uses += context->wording.uses[a][u].term == terms[t];
    return uses;
}

static void move(const struct px_compare_context *context, struct px_topic_plan *plan, uint32_t number, size_t a,
                 uint32_t to)
{
    for (uint32_t p = 0; p < context->paragraphs[a].count; p++)
        if (plan->topics[a][p] == number)
            plan->topics[a][p] = to;
}

/* To mention a thing in passing is not to cover it: an article whose part in a topic rests on one shared word or name,
 * and that hardly uses what the topic is about, leaves it. */
static enum px_status drop_mentions(struct px_compare_context *context, struct px_topic_plan *plan, uint32_t number,
                                    struct px_error *error)
{
    uint32_t main = main_article(context, plan, number), terms[PX_LABEL_MOST];
    size_t count = 0;
    enum px_status status = px_compare_label(context, plan->topics, number, main, terms, &count, error);
    double least = MENTION_SHARE * uses_of(context, main, terms, count);
    for (uint32_t a = 0; status == PX_OK && a < context->count; a++) {
        if (a == main || uses_of(context, a, terms, count) > least || is_firm(context, plan, number, a))
            continue;
        move(context, plan, number, a, PX_UNASSIGNED);
    }
    return status;
}

/* The words of a topic's paragraphs in one article, weighed by idf. */
void px_topic_plan_weigh(const struct px_compare_context *context, const struct px_topic_plan *plan, uint32_t number,
                         size_t a, double *weights)
{
    const struct px_paragraphs *paragraphs = &context->paragraphs[a];
    memset(weights, 0, context->index.count * sizeof *weights);
    for (size_t t = 0; t < paragraphs->terms.count; t++) {
        const struct px_posting *posting = &paragraphs->terms.items[t];
        if (plan->topics[a][posting->paragraph] == number)
            weights[posting->key] += posting->times * context->index.idf[posting->key];
    }
}

bool px_topic_plan_is_lead(const struct px_compare_context *context, const struct px_topic_plan *plan, uint32_t number)
{
    size_t articles = 0;
    for (size_t a = 0; a < context->count; a++)
        articles += context->paragraphs[a].count > 0 && plan->topics[a][0] == number;
    return articles > 1;
}

/* The article's passage leaves the topic: it is a topic of its own where it is long enough; under a heading, and where it
 * is short, it goes with what stands beside it. */
static void part(const struct px_compare_context *context, struct px_topic_plan *plan, uint32_t number, size_t a)
{
    uint32_t words = 0;
    bool headed = false;
    for (uint32_t p = 0; p < context->paragraphs[a].count; p++) {
        words += plan->topics[a][p] == number ? context->paragraphs[a].words[p] : 0;
        headed |= plan->topics[a][p] == number && px_topic_is_headed(context, a, p);
    }
    move(context, plan, number, a, words >= PARTED_WORDS && !headed ? plan->count++ : PX_UNASSIGNED);
}

/* Passages that one name or phrase joined but that are no more alike than those of unrelated articles, or than what two
 * articles on one event tell of different things: an article whose passage is like no other's leaves the topic.
 * `weights` is room for two texts. */
static void drop_unlike(struct px_compare_context *context, struct px_topic_plan *plan, uint32_t number,
                        double *weights)
{
    double *other = weights + context->index.count;
    double least = px_compare_null_of(context).unlike;
    least = px_topic_plan_is_lead(context, plan, number) ? least : fmax(PASSING, least);
    for (size_t i = 0; i < context->count; i++) {
        double most = 0;
        px_topic_plan_weigh(context, plan, number, context->order[i], weights);
        for (size_t j = 0; j < context->count; j++) {
            if (j == i)
                continue;
            px_topic_plan_weigh(context, plan, number, context->order[j], other);
            most = fmax(most, px_compare_cosine(weights, other, context->index.count));
        }
        if (most < least)
            part(context, plan, number, context->order[i]);
    }
}

/* May the two paragraphs tell the same: surely, or likely where sentences of theirs are alike? */
static bool is_likely(const struct px_compare_context *context, const struct px_edge *edge, uint32_t p, uint32_t q)
{
    return edge->tells && edge->told >= TOLD_LEAST &&
           (edge->told >= PX_TOPIC_TOLD ||
            px_likeness_of_paragraphs(context, edge->article[0], p, edge->article[1], q) >= FAINT);
}

/* Is there no pair of paragraphs in the topic that may tell the same? */
static bool is_faint(const struct px_compare_context *context, const struct px_topic_plan *plan, uint32_t number)
{
    for (size_t e = 0; e < context->comparison->edges.count; e++) {
        const struct px_edge *edge = &context->comparison->edges.items[e];
        uint32_t p = px_edge_paragraph(context, edge, 0), q = px_edge_paragraph(context, edge, 1);
        if (plan->topics[edge->article[0]][p] == number && plan->topics[edge->article[1]][q] == number &&
            is_likely(context, edge, p, q))
            return false;
    }
    return true;
}

/* A topic whose passages have so little in common is none. */
static void drop_faint(const struct px_compare_context *context, struct px_topic_plan *plan)
{
    for (uint32_t number = 0; number < plan->shared; number++) {
        bool faint = is_faint(context, plan, number);
        for (size_t a = 0; faint && a < context->count; a++)
            move(context, plan, number, a, PX_UNASSIGNED);
    }
}

enum px_status px_topic_plan_share(struct px_compare_context *context, struct px_topic_plan *plan, double *weights,
                                   struct px_error *error)
{
    enum px_status status = make_units(context, plan, error);
    if (status == PX_OK)
        status = assign_shared(context, plan, error);
    if (status == PX_OK && plan->told)
        drop_faint(context, plan);
    if (plan->told)
        return status;
    for (uint32_t number = 0; status == PX_OK && number < plan->shared; number++)
        status = drop_mentions(context, plan, number, error);
    for (uint32_t number = 0; status == PX_OK && number < plan->shared; number++)
        drop_unlike(context, plan, number, weights);
    return status;
}
