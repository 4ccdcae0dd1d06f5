/* Themes and topics as clusters: pieces of the articles are joined, the best first, while the edges between two clusters
 * are strong on average. The average keeps one event from becoming one blob, as it would if any edge joined. */
#include "align/topic_plan.h"

#include <math.h>

enum { OPENING = 3 }; /* paragraphs among which an article has its lead */

#define EDGE_MOST 12.0 /* one strong pair of paragraphs does not join two sections by itself */
#define COHESION 15.0  /* times their cosine, what paragraphs side by side bring along, */
#define BESIDE 0.5     /* however unlike they are, */
#define HEADED 5.5     /* and this much more under one heading: the author says that they belong together */
#define SPEECH 3.0     /* and so much where somebody goes on to speak who spoke last, or was just introduced */
#define SECTIONS 2.0   /* what clusters bring along that hold parts of the same sections in two articles */
#define JOIN_LEAST 3.6
#define TOLD 4.0       /* an edge that tells the same with a probability of .5; */
#define TOLD_SLOPE 2.0 /* and so much more for each unit of its logit; */
#define TOLD_LEAST 1.3 /* topics are joined down to here */
/* What two clusters bring along counts so much less that tell something already of both articles each: of what readers
 * were shown that is parted so 26 of 35 told one matter, of what is not 15 of 25. */
#define APART 3.0
#define LOOSE 0.6  /* an edge that rests on one shared word or name weighs so much of one that does not */
#define LEAD 0.3   /* an edge from an article's first paragraph, which sums up all of it, to another's later one */
#define LEADS 8.0  /* what two leads bring along: both articles tell the event first */
#define QUOTED 1.5 /* what paragraphs bring along that quote the same run of words */
#define MUTUAL 1.2 /* an edge that is the best of both its paragraphs, between their articles */

struct clusters {
    size_t count;
    double *strength;   /* [count][count] sum of edges between two clusters */
    uint32_t *sizes;    /* [count][articles] paragraphs */
    uint32_t *best;     /* [count] the partner with the highest linkage, or PX_NONE */
    double *best_link;  /* [count] */
    bool *gone;         /* [count] joined to another */
    uint32_t *headings; /* [count][articles] the section under a heading of which it holds paragraphs, from 1; or 0 */
    size_t articles;
    double apart; /* by what the link of two clusters is divided that are of several articles each */
};

static enum px_status make(struct px_compare_context *context, const struct px_unit *units, struct clusters *clusters,
                           struct px_error *error)
{
    size_t n = clusters->count, articles = clusters->articles = context->count;
    clusters->strength = px_arena_array(&context->scratch, double, n *n);
    clusters->sizes = px_arena_array(&context->scratch, uint32_t, n * articles);
    clusters->best = px_arena_array(&context->scratch, uint32_t, n);
    clusters->best_link = px_arena_array(&context->scratch, double, n);
    clusters->gone = px_arena_array(&context->scratch, bool, n);
    clusters->headings = px_arena_array(&context->scratch, uint32_t, n * articles);
    if (clusters->strength == NULL || clusters->sizes == NULL || clusters->best == NULL ||
        clusters->best_link == NULL || clusters->gone == NULL || clusters->headings == NULL)
        return px_no_memory(error);
    for (size_t u = 0; u < n; u++) {
        clusters->sizes[u * articles + units[u].article] = units[u].count;
        clusters->headings[u * articles + units[u].article] = units[u].heading;
    }
    return PX_OK;
}

static void add_strength(struct clusters *clusters, uint32_t u, uint32_t v, double value)
{
    clusters->strength[u * clusters->count + v] += value;
    clusters->strength[v * clusters->count + u] += value;
}

/* Sets `mutual[edge]` where no better edge leads from either paragraph to the other's article: edges come best
 * first. */
static enum px_status find_mutual(struct px_compare_context *context, bool *mutual, struct px_error *error)
{
    size_t articles = context->count, pairs = articles * articles;
    bool **met = px_arena_array(&context->scratch, bool *, pairs); /* [from][to][paragraph of from] */
    for (size_t i = 0; met != NULL && i < pairs; i++)
        if ((met[i] = px_arena_array(&context->scratch, bool, context->paragraphs[i / articles].count)) == NULL)
            return px_no_memory(error);
    if (met == NULL)
        return px_no_memory(error);
    for (size_t e = 0; e < context->comparison->edges.count; e++) {
        const struct px_edge *edge = &context->comparison->edges.items[e];
        bool *x = &met[edge->article[0] * articles + edge->article[1]][px_edge_paragraph(context, edge, 0)];
        bool *y = &met[edge->article[1] * articles + edge->article[0]][px_edge_paragraph(context, edge, 1)];
        mutual[e] = !*x && !*y;
        *x = *y = true;
    }
    return PX_OK;
}

/* Sets `leads[edge]` where the edge joins what both articles begin with: their first paragraphs; and the one's first
 * with what is most like it in the other's opening, as many a page has a line above the lead. */
static enum px_status find_leads(struct px_compare_context *context, bool *leads, struct px_error *error)
{
    bool *met = px_arena_array(&context->scratch, bool, context->count * context->count);
    if (met == NULL)
        return px_no_memory(error);
    for (size_t e = 0; e < context->comparison->edges.count; e++) {
        const struct px_edge *edge = &context->comparison->edges.items[e];
        uint32_t p = px_edge_paragraph(context, edge, 0), q = px_edge_paragraph(context, edge, 1);
        bool *best = &met[edge->article[0] * context->count + edge->article[1]];
        bool opening = (p == 0 && q < OPENING) || (q == 0 && p < OPENING);
        leads[e] = px_edge_z(edge) > 0 && ((opening && !*best) || (p == 0 && q == 0));
        *best |= opening;
    }
    return PX_OK;
}

/* An edge weighs its z; a loose one and one from a lead to what is none less, a mutual one more. Two leads that are
 * more alike than most paragraphs need not clear the null: topic.c drops what is unlike as a whole. */
static enum px_status add_edges(struct px_compare_context *context, uint32_t *const *unit_of, struct clusters *clusters,
                                struct px_error *error)
{
    size_t count = context->comparison->edges.count;
    bool *mutual = px_arena_array(&context->scratch, bool, count);
    bool *leads = px_arena_array(&context->scratch, bool, count);
    enum px_status status = mutual == NULL || leads == NULL ? px_no_memory(error) : find_mutual(context, mutual, error);
    if (status == PX_OK)
        status = find_leads(context, leads, error);
    for (size_t e = 0; status == PX_OK && e < count; e++) {
        const struct px_edge *edge = &context->comparison->edges.items[e];
        uint32_t p = px_edge_paragraph(context, edge, 0), q = px_edge_paragraph(context, edge, 1);
        if (!edge->above_null && !leads[e])
            continue;
        double z = fmin(EDGE_MOST, px_edge_z(edge)) * (context->firm.items[e] ? 1 : LOOSE) * (mutual[e] ? MUTUAL : 1);
        z = leads[e] ? z + LEADS : (p == 0) != (q == 0) ? z * LEAD : z;
        add_strength(clusters, unit_of[edge->article[0]][p], unit_of[edge->article[1]][q], z);
    }
    return status;
}

/* The paragraph that quotes the words of the span, or PX_NONE. */
static uint32_t quoting(const struct px_compare_context *context, size_t a, const struct px_span *span)
{
    const struct px_article *article = context->articles[a];
    for (size_t q = 0; q < article->quotations.count; q++) {
        const struct px_quotation *quotation = &article->quotations.items[q];
        if (quotation->kind != PX_QUOTATION_SPEECH || quotation->span.end < span->end)
            continue;
        uint32_t block = quotation->span.start <= span->start ? px_compare_block_at(article, span->start) : PX_NONE;
        return block == PX_NONE ? PX_NONE : context->paragraphs[a].of[block];
    }
    return PX_NONE;
}

/* Both articles have the words from one who spoke them. */
static void add_quoted(const struct px_compare_context *context, uint32_t *const *unit_of, struct clusters *clusters)
{
    for (size_t s = 0; s < context->comparison->shared.count; s++) {
        const struct px_shared *shared = &context->comparison->shared.items[s];
        uint32_t first = PX_NONE, first_article = 0;
        for (size_t i = 0; i < context->count; i++) {
            uint32_t a = (uint32_t)context->order[i];
            uint32_t p = shared->spans[a].count > 0 ? quoting(context, a, &shared->spans[a].items[0]) : PX_NONE;
            if (p == PX_NONE)
                continue;
            if (first != PX_NONE)
                add_strength(clusters, unit_of[first_article][first], unit_of[a][p], QUOTED);
            else
                first = p, first_article = a;
        }
    }
}

/* A heading holds its paragraphs together, and less than a strong pair of paragraphs does: under one heading an article
 * may tell two things of which the other tells in two places. */
static void add_neighbours(const struct px_compare_context *context, const struct px_unit *units,
                           struct clusters *clusters)
{
    for (uint32_t u = 1; u < clusters->count; u++) {
        const struct px_unit *before = &units[u - 1], *unit = &units[u];
        if (before->article != unit->article || before->heading != unit->heading)
            continue;
        const struct px_article *article = context->articles[unit->article];
        const uint32_t *blocks = context->paragraphs[unit->article].blocks;
        uint32_t a = article->blocks.items[blocks[before->first + before->count - 1]].first_sentence;
        uint32_t b = article->blocks.items[blocks[unit->first]].first_sentence;
        if (article->sentences.items[a].section == article->sentences.items[b].section)
            add_strength(clusters, u - 1, u,
                         COHESION * context->paragraphs[unit->article].cohesion[unit->first] + BESIDE +
                             (unit->heading > 0 ? HEADED : 0) +
                             (px_topic_runs_on(context, unit->article, unit->first) ? SPEECH : 0));
    }
}

/* Is it of several articles? */
static bool is_shared(const struct clusters *clusters, uint32_t c)
{
    size_t articles = 0;
    for (size_t a = 0; a < clusters->articles; a++)
        articles += clusters->sizes[c * clusters->articles + a] > 0;
    return articles > 1;
}

/* Σ edges / pairs^¾ over the pairs of paragraphs that could have edges: between the sum, by which large clusters win,
 * and the mean, by which they never grow. Two sections of one article that bear headings of their own stay apart. */
static double linkage(const struct clusters *clusters, uint32_t c, uint32_t d)
{
    double strength = clusters->strength[c * clusters->count + d];
    double all_c = 0, all_d = 0, same = 0;
    uint32_t common = 0;
    if (strength <= 0)
        return 0;
    for (size_t a = 0; a < clusters->articles; a++) {
        double x = clusters->sizes[c * clusters->articles + a], y = clusters->sizes[d * clusters->articles + a];
        uint32_t heading_c = clusters->headings[c * clusters->articles + a];
        uint32_t heading_d = clusters->headings[d * clusters->articles + a];
        all_c += x;
        all_d += y;
        same += x * y;
        if (heading_c > 0 && heading_d > 0 && heading_c != heading_d)
            return 0;
        common += heading_c > 0 && heading_c == heading_d;
    }
    double pairs = fmax(1, all_c * all_d - same);
    double apart = is_shared(clusters, c) && is_shared(clusters, d) ? clusters->apart : 1;
    return (strength / sqrt(pairs * sqrt(pairs)) + (common > 1 ? SECTIONS : 0)) / apart;
}

static void find_best(struct clusters *clusters, uint32_t c)
{
    clusters->best[c] = PX_NONE;
    clusters->best_link[c] = 0;
    for (uint32_t d = 0; d < clusters->count; d++) {
        double link = c == d || clusters->gone[d] ? 0 : linkage(clusters, c, d);
        if (link > clusters->best_link[c]) {
            clusters->best_link[c] = link;
            clusters->best[c] = d;
        }
    }
}

/* Joins d to c (c < d). */
static void join(struct clusters *clusters, uint32_t c, uint32_t d)
{
    size_t n = clusters->count;
    clusters->gone[d] = true;
    for (uint32_t e = 0; e < n; e++) {
        clusters->strength[c * n + e] += clusters->strength[d * n + e];
        clusters->strength[e * n + c] = clusters->strength[c * n + e];
    }
    for (size_t a = 0; a < clusters->articles; a++) {
        clusters->sizes[c * clusters->articles + a] += clusters->sizes[d * clusters->articles + a];
        if (clusters->headings[c * clusters->articles + a] == 0)
            clusters->headings[c * clusters->articles + a] = clusters->headings[d * clusters->articles + a];
    }
    for (uint32_t e = 0; e < n; e++) {
        if (clusters->gone[e])
            continue;
        double link = e == c ? 0 : linkage(clusters, e, c);
        if (e == c || clusters->best[e] == c || clusters->best[e] == d) {
            find_best(clusters, e);
        } else if (link > clusters->best_link[e]) {
            clusters->best_link[e] = link;
            clusters->best[e] = c;
        }
    }
}

static void join_all(struct clusters *clusters, double least, uint32_t *numbers)
{
    for (uint32_t c = 0; c < clusters->count; c++)
        find_best(clusters, c);
    for (;;) {
        uint32_t c = PX_NONE;
        double link = least;
        for (uint32_t e = 0; e < clusters->count; e++)
            if (!clusters->gone[e] && clusters->best_link[e] > link) {
                link = clusters->best_link[e];
                c = e;
            }
        if (c == PX_NONE)
            return;
        uint32_t d = clusters->best[c];
        uint32_t kept = c < d ? c : d, left = c < d ? d : c;
        join(clusters, kept, left);
        for (uint32_t u = 0; u < clusters->count; u++)
            if (numbers[u] == left)
                numbers[u] = kept;
    }
}

/* Each unit a cluster of its own; the unit of each paragraph. NULL when memory is out. */
static uint32_t **start(struct px_compare_context *context, const struct px_unit *units, size_t count,
                        uint32_t *clusters)
{
    uint32_t **unit_of = px_arena_array(&context->scratch, uint32_t *, context->count);
    for (size_t a = 0; unit_of != NULL && a < context->count; a++)
        if ((unit_of[a] = px_arena_array(&context->scratch, uint32_t, context->paragraphs[a].count)) == NULL)
            return NULL;
    for (uint32_t u = 0; unit_of != NULL && u < count; u++) {
        clusters[u] = u;
        for (uint32_t p = units[u].first; p < units[u].first + units[u].count; p++)
            unit_of[units[u].article][p] = u;
    }
    return unit_of;
}

enum px_status px_compare_cluster(struct px_compare_context *context, const struct px_unit *units, size_t count,
                                  uint32_t *clusters, struct px_error *error)
{
    struct clusters all = {.count = count, .apart = 1};
    uint32_t **unit_of = start(context, units, count, clusters);
    enum px_status status = unit_of == NULL ? px_no_memory(error) : make(context, units, &all, error);
    if (status == PX_OK)
        status = add_edges(context, unit_of, &all, error);
    if (status != PX_OK)
        return status;
    add_quoted(context, unit_of, &all);
    add_neighbours(context, units, &all);
    join_all(&all, JOIN_LEAST, clusters);
    return PX_OK;
}

enum px_status px_compare_cluster_told(struct px_compare_context *context, const struct px_unit *units, size_t count,
                                       uint32_t *clusters, struct px_error *error)
{
    struct clusters all = {.count = count, .apart = APART};
    uint32_t **unit_of = start(context, units, count, clusters);
    enum px_status status = unit_of == NULL ? px_no_memory(error) : make(context, units, &all, error);
    for (size_t e = 0; status == PX_OK && e < context->comparison->edges.count; e++) {
        const struct px_edge *edge = &context->comparison->edges.items[e];
        if (!edge->tells)
            continue;
        uint32_t p = px_edge_paragraph(context, edge, 0), q = px_edge_paragraph(context, edge, 1);
        double value = TOLD + TOLD_SLOPE * log(edge->told / (1 - edge->told)) + (p == 0 && q == 0 ? LEADS : 0);
        add_strength(&all, unit_of[edge->article[0]][p], unit_of[edge->article[1]][q], fmin(EDGE_MOST, value));
    }
    if (status == PX_OK)
        join_all(&all, TOLD_LEAST, clusters);
    return status;
}
