/* Topics: what both articles tell of, and what only one does. Every paragraph stands in exactly one topic.
 *
 * Paragraphs are joined by the edges between the articles and by what holds them together in their own: likeness, and a
 * heading above them (cluster.c). What no edge reached becomes a one-sided topic where it is a whole section, long
 * enough, or lets somebody speak, and goes with its neighbours where it does neither. */
#include "compare/internal.h"

#include <math.h>
#include <stdlib.h>

enum {
    MOST_UNITS = 240,    /* paragraphs are taken in groups when there are more */
    ONLY_WORDS = 80,     /* a one-sided passage is all of a section under a heading, or has so many words ... */
    ONLY_FEW_WORDS = 40, /* ... or so many and a person who speaks nowhere else in the article, or a quotation ... */
    QUOTATION_WORDS = 8, /* ... of so many words */
    UNASSIGNED = UINT32_MAX
};
#define MENTION_SHARE 0.15

struct topic_plan {
    struct px_unit *units;
    size_t unit_count;
    uint32_t **topics; /* [articles][paragraphs] */
    uint32_t count;
    uint32_t shared; /* topics below this number were made of several articles */
};

static bool is_headed(const struct px_article *article, uint32_t sentence)
{
    uint32_t section = article->sentences.items[sentence].section;
    return section < article->sections.count && article->sections.items[section].heading.size > 0;
}

static uint32_t first_sentence(const struct px_compare_context *context, size_t a, uint32_t paragraph)
{
    return context->articles[a]->blocks.items[context->paragraphs[a].blocks[paragraph]].first_sentence;
}

static uint32_t section_of(const struct px_compare_context *context, size_t a, uint32_t paragraph)
{
    return context->articles[a]->sentences.items[first_sentence(context, a, paragraph)].section;
}

/* `group` paragraphs of one section a unit; where sections are so many that this makes too many units, `flat`: `group`
 * paragraphs whatever stands above them. */
static void add_units(struct px_compare_context *context, size_t a, uint32_t group, bool flat, struct topic_plan *plan)
{
    const struct px_paragraphs *paragraphs = &context->paragraphs[a];
    for (uint32_t p = 0; p < paragraphs->count;) {
        bool headed = !flat && is_headed(context->articles[a], first_sentence(context, a, p));
        uint32_t end = p + 1;
        while (end < paragraphs->count && end - p < group &&
               (flat || section_of(context, a, end) == section_of(context, a, p)))
            end++;
        plan->units[plan->unit_count++] =
            (struct px_unit){(uint32_t)a, p, end - p, headed ? section_of(context, a, p) + 1 : 0};
        p = end;
    }
}

static enum px_status make_units(struct px_compare_context *context, struct topic_plan *plan, struct px_error *error)
{
    size_t total = 0;
    plan->topics = px_arena_array(&context->scratch, uint32_t *, context->count);
    for (size_t a = 0; plan->topics != NULL && a < context->count; a++) {
        total += context->paragraphs[a].count;
        plan->topics[a] = px_arena_array(&context->scratch, uint32_t, context->paragraphs[a].count);
        if (plan->topics[a] == NULL)
            return px_compare_no_memory(error);
    }
    plan->units = px_arena_array(&context->scratch, struct px_unit, total);
    if (plan->topics == NULL || plan->units == NULL)
        return px_compare_no_memory(error);
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
static enum px_status assign_shared(struct px_compare_context *context, struct topic_plan *plan, struct px_error *error)
{
    uint32_t *clusters = px_arena_array(&context->scratch, uint32_t, plan->unit_count);
    uint32_t *number = px_arena_array(&context->scratch, uint32_t, plan->unit_count);
    if (clusters == NULL || number == NULL)
        return px_compare_no_memory(error);
    enum px_status status = px_compare_cluster(context, plan->units, plan->unit_count, clusters, error);
    if (status != PX_OK)
        return status;
    for (size_t u = 0; u < plan->unit_count; u++)
        number[u] = UNASSIGNED;
    for (size_t u = 0; u < plan->unit_count; u++)
        if (number[clusters[u]] == UNASSIGNED && plan->units[u].article != plan->units[clusters[u]].article)
            number[clusters[u]] = plan->count++;
    for (size_t u = 0; u < plan->unit_count; u++)
        for (uint32_t p = plan->units[u].first; p < plan->units[u].first + plan->units[u].count; p++)
            plan->topics[plan->units[u].article][p] = number[clusters[u]];
    plan->shared = plan->count;
    return PX_OK;
}

/* The article of the topic that spends most words on it. */
static uint32_t main_article(const struct px_compare_context *context, const struct topic_plan *plan, uint32_t number)
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
static bool is_firm(const struct px_compare_context *context, const struct topic_plan *plan, uint32_t number,
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

static void leave(const struct px_compare_context *context, struct topic_plan *plan, uint32_t number, size_t a)
{
    for (uint32_t p = 0; p < context->paragraphs[a].count; p++)
        if (plan->topics[a][p] == number)
            plan->topics[a][p] = UNASSIGNED;
}

/* To mention a thing in passing is not to cover it: an article whose part in a topic rests on one shared word or name,
 * and that hardly uses what the topic is about, leaves it. */
static enum px_status drop_mentions(struct px_compare_context *context, struct topic_plan *plan, uint32_t number,
                                    struct px_error *error)
{
    uint32_t main = main_article(context, plan, number), terms[PX_LABEL_MOST];
    size_t count = 0;
    enum px_status status = px_compare_label(context, plan->topics, number, main, terms, &count, error);
    double least = MENTION_SHARE * uses_of(context, main, terms, count);
    for (uint32_t a = 0; status == PX_OK && a < context->count; a++) {
        if (a == main || uses_of(context, a, terms, count) > least || is_firm(context, plan, number, a))
            continue;
        leave(context, plan, number, a);
    }
    return status;
}

/* The words of a topic's paragraphs in one article, weighed by idf. */
static void weigh(const struct px_compare_context *context, const struct topic_plan *plan, uint32_t number, size_t a,
                  double *weights)
{
    const struct px_paragraphs *paragraphs = &context->paragraphs[a];
    memset(weights, 0, context->index.count * sizeof *weights);
    for (size_t t = 0; t < paragraphs->terms.count; t++) {
        const struct px_posting *posting = &paragraphs->terms.items[t];
        if (plan->topics[a][posting->paragraph] == number)
            weights[posting->key] += posting->times * context->index.idf[posting->key];
    }
}

/* Passages that one name or phrase joined but that are no more alike than unrelated articles are: an article whose
 * passage is like no other's leaves the topic. `weights` is room for two texts. */
static void drop_unlike(struct px_compare_context *context, struct topic_plan *plan, uint32_t number, double *weights)
{
    double *other = weights + context->index.count;
    for (size_t i = 0; i < context->count; i++) {
        double most = 0;
        weigh(context, plan, number, context->order[i], weights);
        for (size_t j = 0; j < context->count; j++) {
            if (j == i)
                continue;
            weigh(context, plan, number, context->order[j], other);
            most = fmax(most, px_compare_cosine(weights, other, context->index.count));
        }
        if (most < px_compare_null_of(context).unlike)
            leave(context, plan, number, context->order[i]);
    }
}

/* Where the unassigned paragraphs from `p` on end: at a topic, or at another section. */
static uint32_t run_end(const struct px_compare_context *context, const struct topic_plan *plan, size_t a, uint32_t p)
{
    uint32_t end = p + 1;
    while (end < context->paragraphs[a].count && plan->topics[a][end] == UNASSIGNED &&
           section_of(context, a, end) == section_of(context, a, p))
        end++;
    return end;
}

static uint32_t words_of(const struct px_paragraphs *paragraphs, uint32_t from, uint32_t end)
{
    uint32_t words = 0;
    for (uint32_t p = from; p < end; p++)
        words += paragraphs->words[p];
    return words;
}

/* A paragraph between two parts of one topic belongs to it. */
static bool is_inside(const struct topic_plan *plan, size_t a, uint32_t p, uint32_t end, uint32_t count)
{
    return end - p == 1 && p > 0 && end < count && plan->topics[a][p - 1] != UNASSIGNED &&
           plan->topics[a][p - 1] == plan->topics[a][end];
}

static bool lies_in(const struct px_compare_context *context, size_t a, uint32_t sentence, uint32_t p, uint32_t end)
{
    uint32_t paragraph = context->paragraphs[a].of[context->articles[a]->sentences.items[sentence].block];
    return paragraph != PX_NONE && paragraph >= p && paragraph < end;
}

/* Does a person speak in the paragraphs who is heard nowhere else in the article? */
static bool has_speaker(const struct px_compare_context *context, size_t a, uint32_t p, uint32_t end)
{
    const struct px_article *article = context->articles[a];
    for (size_t i = 0; i < article->attributions.count; i++) {
        uint32_t entity = article->attributions.items[i].entity;
        bool own = entity != PX_NONE && article->entities.items[entity].kind == PX_ENTITY_PERSON &&
                   lies_in(context, a, article->attributions.items[i].sentence, p, end);
        for (size_t j = 0; own && j < article->attributions.count; j++)
            own = article->attributions.items[j].entity != entity ||
                  lies_in(context, a, article->attributions.items[j].sentence, p, end);
        if (own)
            return true;
    }
    return false;
}

static bool has_quotation(const struct px_compare_context *context, size_t a, uint32_t p, uint32_t end)
{
    const struct px_article *article = context->articles[a];
    for (size_t i = 0; i < article->quotations.count; i++) {
        const struct px_quotation *quotation = &article->quotations.items[i];
        uint32_t words = 0;
        if (quotation->kind != PX_QUOTATION_SPEECH || quotation->token_count == 0 ||
            !lies_in(context, a, article->tokens.items[quotation->first_token].sentence, p, end))
            continue;
        for (uint32_t t = quotation->first_token; t < quotation->first_token + quotation->token_count; t++)
            words += px_compare_is_word(&article->tokens.items[t]);
        if (words >= QUOTATION_WORDS)
            return true;
    }
    return false;
}

/* All paragraphs of their section? */
static bool is_whole(const struct px_compare_context *context, size_t a, uint32_t p, uint32_t end)
{
    uint32_t section = section_of(context, a, p);
    return (p == 0 || section_of(context, a, p - 1) != section) &&
           (end == context->paragraphs[a].count || section_of(context, a, end) != section);
}

/* A section, long enough, or told by a voice of its own. */
static bool stands_alone(const struct px_compare_context *context, size_t a, uint32_t p, uint32_t end)
{
    uint32_t words = words_of(&context->paragraphs[a], p, end);
    bool section = is_headed(context->articles[a], first_sentence(context, a, p)) && is_whole(context, a, p, end);
    return words >= ONLY_WORDS || section ||
           (words >= ONLY_FEW_WORDS && (has_speaker(context, a, p, end) || has_quotation(context, a, p, end)));
}

static void assign_only(struct px_compare_context *context, struct topic_plan *plan, size_t a)
{
    const struct px_paragraphs *paragraphs = &context->paragraphs[a];
    for (uint32_t p = 0, end; p < paragraphs->count; p = end) {
        end = p + 1;
        if (plan->topics[a][p] != UNASSIGNED)
            continue;
        end = run_end(context, plan, a, p);
        if (!stands_alone(context, a, p, end) || is_inside(plan, a, p, end, paragraphs->count))
            continue;
        for (uint32_t q = p; q < end; q++)
            plan->topics[a][q] = plan->count;
        plan->count++;
    }
}

/* The neighbour that a paragraph too short to stand by itself goes with: of its own section, the one that is more
 * like it, else the one before; PX_NONE where neither has a topic. */
static uint32_t neighbour(const struct px_compare_context *context, const struct topic_plan *plan, size_t a, uint32_t p)
{
    uint32_t count = context->paragraphs[a].count;
    const uint32_t *topics = plan->topics[a];
    bool before = p > 0 && topics[p - 1] != UNASSIGNED, behind = p + 1 < count && topics[p + 1] != UNASSIGNED;
    if (before && behind) {
        bool inside_before = section_of(context, a, p - 1) == section_of(context, a, p);
        bool inside_behind = section_of(context, a, p + 1) == section_of(context, a, p);
        if (inside_before != inside_behind)
            return inside_before ? p - 1 : p + 1;
        const double *cohesion = context->paragraphs[a].cohesion;
        return cohesion[p + 1] > cohesion[p] ? p + 1 : p - 1;
    }
    return before ? p - 1 : behind ? p + 1 : PX_NONE;
}

/* Gives every paragraph that is left the topic of a neighbour; an article of such paragraphs alone is one topic. */
static void assign_rest(struct px_compare_context *context, struct topic_plan *plan, size_t a)
{
    uint32_t count = context->paragraphs[a].count, *topics = plan->topics[a], left = 0;
    for (uint32_t p = 0; p < count; p++) {
        uint32_t with = topics[p] == UNASSIGNED ? neighbour(context, plan, a, p) : p;
        if (with != PX_NONE)
            topics[p] = topics[with];
        left += topics[p] == UNASSIGNED;
    }
    for (uint32_t p = count; left < count && p-- > 0;)
        if (topics[p] == UNASSIGNED)
            topics[p] = topics[p + 1];
    for (uint32_t p = 0; left == count && p < count; p++)
        topics[p] = plan->count;
    plan->count += left == count && count > 0;
}

static enum px_status fill_article(struct px_compare_context *context, const struct topic_plan *plan, uint32_t number,
                                   struct px_topic *topic, size_t a, struct px_error *error)
{
    const struct px_article *article = context->articles[a];
    const struct px_paragraphs *paragraphs = &context->paragraphs[a];
    double position = 0;
    uint32_t members = 0, last = PX_NONE;
    topic->first_sentence[a] = PX_NONE;
    for (uint32_t p = 0; p < paragraphs->count; p++) {
        if (plan->topics[a][p] != number)
            continue;
        const struct px_block *block = &article->blocks.items[paragraphs->blocks[p]];
        struct px_spans *spans = &topic->spans[a];
        struct px_span *span = last != PX_NONE && last + 1 == p ? &spans->items[spans->count - 1]
                                                                : px_vector_push(spans, &context->comparison->arena);
        if (span == NULL)
            return px_compare_no_memory(error);
        if (last == PX_NONE || last + 1 != p)
            span->start = block->start;
        span->end = block->end;
        topic->first_sentence[a] = members == 0 ? block->first_sentence : topic->first_sentence[a];
        topic->words[a] += paragraphs->words[p];
        position += (p + 0.5) / paragraphs->count;
        members++;
        last = p;
    }
    topic->position += members > 0 ? position / members : 0;
    return PX_OK;
}

/* Cosine of the passages, the mean over pairs of articles. `weights` is room for two texts. */
static double similarity(const struct px_compare_context *context, const struct topic_plan *plan, uint32_t number,
                         const struct px_topic *topic, double *weights)
{
    double sum = 0, pairs = 0, *other = weights + context->index.count;
    for (size_t i = 0; i < context->count; i++)
        for (size_t j = i + 1; j < context->count; j++) {
            size_t a = context->order[i], b = context->order[j];
            if (topic->spans[a].count == 0 || topic->spans[b].count == 0)
                continue;
            weigh(context, plan, number, a, weights);
            weigh(context, plan, number, b, other);
            sum += px_compare_cosine(weights, other, context->index.count);
            pairs++;
        }
    return pairs > 0 ? sum / pairs : 0;
}

/* A phrase, if one comes back, and terms that are no part of it. */
static enum px_status list_words(struct px_compare_context *context, uint32_t *const *topics, uint32_t number,
                                 struct px_slice *words, size_t *count, struct px_error *error)
{
    uint32_t terms[PX_LABEL_MOST];
    size_t term_count = 0;
    enum px_status status = px_compare_label(context, topics, number, PX_NONE, terms, &term_count, error);
    if (status == PX_OK)
        status = px_compare_label_phrase(context, topics, number, &words[0], error);
    *count = words[0].size > 0;
    for (size_t i = 0; status == PX_OK && i < term_count && *count < PX_LABEL_MOST; i++) {
        struct px_slice text = context->wording.texts[terms[i]];
        if (words[0].size == 0 || px_slice_find(words[0], text, 0) == SIZE_MAX)
            words[(*count)++] = text;
    }
    return status;
}

/* The user's topic; or the heading above a passage of one article, or words: one article's heading says nothing for the
 * other, and may take sides. */
enum px_status px_compare_label_topic(struct px_compare_context *context, uint32_t *const *topics, uint32_t number,
                                      struct px_topic *topic, struct px_error *error)
{
    struct px_slice heading = px_compare_user_topic(context, topics, number);
    if (heading.size == 0 && topic->only != PX_NONE)
        heading = px_compare_heading(context, topic);
    struct px_slice words[PX_LABEL_MOST] = {heading};
    size_t count = heading.size > 0;
    topic->titled = count > 0;
    enum px_status status = count > 0 ? PX_OK : list_words(context, topics, number, words, &count, error);
    topic->label = px_arena_array(&context->comparison->arena, struct px_slice, count);
    if (status != PX_OK || topic->label == NULL)
        return status != PX_OK ? status : px_compare_no_memory(error);
    for (topic->label_count = 0; topic->label_count < count; topic->label_count++) {
        topic->label[topic->label_count] = px_arena_copy(&context->comparison->arena, words[topic->label_count]);
        if (topic->label[topic->label_count].data == NULL)
            return px_compare_no_memory(error);
    }
    return PX_OK;
}

static enum px_status fill(struct px_compare_context *context, const struct topic_plan *plan, uint32_t number,
                           double *weights, struct px_error *error)
{
    struct px_topic *topic = px_vector_push(&context->comparison->topics, &context->comparison->arena);
    double covering = 0;
    if (topic == NULL)
        return px_compare_no_memory(error);
    enum px_status status = PX_OK;
    topic->spans = px_compare_each(context, struct px_spans);
    topic->words = px_compare_each(context, uint32_t);
    topic->first_sentence = px_compare_each(context, uint32_t);
    if (topic->spans == NULL || topic->words == NULL || topic->first_sentence == NULL)
        return px_compare_no_memory(error);
    topic->only = PX_NONE;
    for (size_t i = 0; status == PX_OK && i < context->count; i++) {
        size_t a = context->order[i];
        status = fill_article(context, plan, number, topic, a, error);
        if (topic->spans[a].count > 0) {
            topic->only = covering == 0 ? (uint32_t)a : PX_NONE;
            covering++;
        }
    }
    topic->position /= covering;
    topic->similarity = similarity(context, plan, number, topic, weights);
    return status == PX_OK ? px_compare_label_topic(context, plan->topics, number, topic, error) : status;
}

/* Every article has left it. */
static bool is_empty(const struct px_compare_context *context, const struct topic_plan *plan, uint32_t number)
{
    for (size_t a = 0; a < context->count; a++)
        for (uint32_t p = 0; p < context->paragraphs[a].count; p++)
            if (plan->topics[a][p] == number)
                return false;
    return true;
}

/* Shared topics by their mean position, then what only the first article covers, the second ... by position. */
static int by_place(const void *a, const void *b)
{
    const struct px_topic *x = a, *y = b;
    uint32_t group_x = x->only + 1, group_y = y->only + 1; /* PX_NONE + 1 is 0 */
    if (group_x != group_y)
        return group_x < group_y ? -1 : 1;
    if (x->position != y->position)
        return x->position < y->position ? -1 : 1;
    return px_slice_compare(x->label_count > 0 ? x->label[0] : (struct px_slice){0},
                            y->label_count > 0 ? y->label[0] : (struct px_slice){0});
}

enum px_status px_compare_topics(struct px_compare_context *context, struct px_error *error)
{
    struct topic_plan plan = {0};
    double *weights = px_arena_array(&context->scratch, double, 2 * (size_t)context->index.count);
    enum px_status status = weights == NULL ? px_compare_no_memory(error) : make_units(context, &plan, error);
    if (status == PX_OK)
        status = assign_shared(context, &plan, error);
    for (uint32_t number = 0; status == PX_OK && number < plan.shared; number++)
        status = drop_mentions(context, &plan, number, error);
    for (uint32_t number = 0; status == PX_OK && number < plan.shared; number++)
        drop_unlike(context, &plan, number, weights);
    for (size_t i = 0; status == PX_OK && i < context->count; i++) {
        assign_only(context, &plan, context->order[i]);
        assign_rest(context, &plan, context->order[i]);
    }
    for (uint32_t number = 0; status == PX_OK && number < plan.count; number++)
        status = is_empty(context, &plan, number) ? PX_OK : fill(context, &plan, number, weights, error);
    struct px_topic *topics = context->comparison->topics.items;
    if (status == PX_OK && context->comparison->topics.count > 1)
        qsort(topics, context->comparison->topics.count, sizeof *topics, by_place);
    return status;
}
