/* Facts that two articles give differently: the same thing counted in the same event, the day of one deed, the age or the
 * spelling of one person, with values that cannot both be true.
 *
 * Two figures speak of one fact when what they count, the event and who does it are the same, and their passages tell the
 * same (an edge above the null) or open both articles. Where any figure of one article fits one of the other, or an
 * article has several of its own that do not fit each other, nothing is said: there may be several facts. */
#include "contrast/contrast.h"
#include "naming/referent.h"

#include <math.h>
#include <stdlib.h>

enum {
    MOST_QUANTITIES = 300, /* of one article: what is quadratic in them stays small */
    LEAD_PARAGRAPHS = 3,
    MONTH_SIZE = 7, /* "2017-12" */
    DATE_SIZE = 10,
    DAYS_MOST = 4
};
#define LEAD_WEIGHT 0.5
#define MANY_WEIGHT 0.51
#define APART 10
#define MANY 100  /* from here on things of one noun, counted once in each article, are the same wherever they stand */
#define ALIKE 1.5 /* where one figure is no more than so many times the other */

struct pair {
    struct px_compare_context *context;
    size_t a, b;
};

static const struct px_quantity *quantities_of(const struct px_compare_context *context, size_t a, size_t *count)
{
    size_t all = context->articles[a]->quantities.count;
    *count = all < MOST_QUANTITIES ? all : MOST_QUANTITIES;
    return context->articles[a]->quantities.items;
}

/* The same entity, or one of the two is not known. */
static bool may_be_same(const struct pair *pair, uint32_t x, uint32_t y)
{
    return x == PX_NONE || y == PX_NONE || pair->context->link_of[pair->a][x] == pair->context->link_of[pair->b][y];
}

static bool is_same(const struct pair *pair, uint32_t x, uint32_t y)
{
    return x != PX_NONE && y != PX_NONE && may_be_same(pair, x, y) && pair->context->link_of[pair->a][x] != PX_NONE;
}

/* Things that bear a name of their own, whatever happens to them: two articles on one event that count them once each,
 * in passages that tell the same, count the same. */
static bool same_things(const struct px_quantity *x, const struct px_quantity *y)
{
    return x->kind == PX_QUANTITY_COUNT && y->kind == PX_QUANTITY_COUNT && px_slice_equal(x->what, y->what) &&
           !px_slice_is(x->what, "person");
}

static bool same_event(const struct px_quantity *x, const struct px_quantity *y)
{
    return x->event.size > 0 && x->kind == y->kind && x->acts == y->acts && px_slice_equal(x->event, y->event) &&
           (x->kind == PX_QUANTITY_DAY || (px_slice_equal(x->what, y->what) && px_slice_equal(x->unit, y->unit)));
}

static bool same_words(const struct px_quantity *x, const struct px_quantity *y)
{
    return same_things(x, y) || same_event(x, y);
}

/* Do a figure of article a and one of article b speak of one fact? */
static bool same_fact(const struct pair *pair, const struct px_quantity *x, const struct px_quantity *y)
{
    if (x->kind == PX_QUANTITY_AGE)
        return y->kind == PX_QUANTITY_AGE && is_same(pair, x->entity, y->entity);
    if (!same_words(x, y) || !may_be_same(pair, x->entity, y->entity) || !may_be_same(pair, x->other, y->other))
        return false;
    if (x->kind == PX_QUANTITY_COUNT || x->what.size > 0)
        return true;
    return is_same(pair, x->entity, y->entity) || is_same(pair, x->other, y->other);
}

/* Does a verb of counting stand right before the figure, "the centre counted 40 injured"? Whose count it is is not
 * known, and two who count may both be right. */
static bool is_counted(const struct px_compare_context *context, size_t a, const struct px_quantity *quantity)
{
    const struct px_article *article = context->articles[a];
    uint32_t token = px_compare_token_at(article, quantity->start);
    return token > 0 && context->worker->resources != NULL &&
           px_compare_hit(context, article, token - 1, true, PX_LEXICON_QUANTITIES, "quantity.counted") != NULL;
}

/* What is rounded begins with its interval's low end and ends before the high one; what is at most so much holds it. */
static bool holds(const struct px_quantity *quantity, double value)
{
    return value >= quantity->low && (value < quantity->high || (value == quantity->high && value == quantity->value));
}

/* May both be true? Intervals that meet at their edges do not do: "some 640,000" and "about 900,000" differ. */
static bool fits(const struct px_quantity *x, const struct px_quantity *y)
{
    if (isnan(x->value) || isnan(y->value))
        return x->low <= y->high && y->low <= x->high;
    return holds(x, y->value) || holds(y, x->value);
}

/* Things of one noun of which one figure is ten times the other are not the same things. */
static bool are_worlds_apart(const struct px_quantity *x, const struct px_quantity *y)
{
    return same_things(x, y) && !same_event(x, y) && (x->high * APART < y->low || y->high * APART < x->low);
}

/* Do all figures of one article on a fact fit each other? `entities` are one article's own. */
static bool is_clear(const struct px_quantity *items, size_t count, const struct px_quantity *x)
{
    for (size_t i = 0; i < count; i++) {
        const struct px_quantity *y = &items[i];
        bool same = x->kind == PX_QUANTITY_AGE ? y->kind == x->kind && y->entity == x->entity : same_words(x, y);
        if (same && x->kind == PX_QUANTITY_DAY)
            same = x->entity == y->entity && x->other == y->other;
        if (same && !fits(x, y) && !are_worlds_apart(x, y))
            return false;
    }
    return true;
}

bool px_compare_figures_meet(const struct px_quantity *x, const struct px_quantity *y)
{
    return x->kind == PX_QUANTITY_COUNT && same_event(x, y) &&
           (x->entity == y->entity || x->entity == PX_NONE || y->entity == PX_NONE) &&
           (x->other == y->other || x->other == PX_NONE || y->other == PX_NONE);
}

bool px_compare_figures_clash(const struct px_quantity *x, const struct px_quantity *y)
{
    return px_compare_figures_meet(x, y) && !fits(x, y);
}

static uint32_t block_of(const struct px_article *article, const struct px_quantity *quantity)
{
    return article->sentences.items[quantity->sentence].block;
}

/* Headline, standfirst and the first paragraphs. */
static bool is_lead(const struct px_article *article, uint32_t block)
{
    return article->blocks.items[block].number <= LEAD_PARAGRAPHS &&
           article->blocks.items[block].role != PX_ROLE_HEADING;
}

/* How near two passages are: the score of their edge, if it is above the null; less in the lead of both; else 0. */
static double nearness(const struct pair *pair, uint32_t block_a, uint32_t block_b)
{
    const struct px_comparison *comparison = pair->context->comparison;
    bool turned = pair->a > pair->b;
    for (size_t e = 0; e < comparison->edges.count; e++) {
        const struct px_edge *edge = &comparison->edges.items[e];
        if (edge->above_null && edge->article[turned] == pair->a && edge->article[!turned] == pair->b &&
            edge->block[turned] == block_a && edge->block[!turned] == block_b)
            return edge->score;
    }
    return is_lead(pair->context->articles[pair->a], block_a) && is_lead(pair->context->articles[pair->b], block_b)
               ? LEAD_WEIGHT
               : 0;
}

/* Articles of dates further apart may mean the days of two weeks; where a date is not known, they are taken for
 * near. */
static bool same_week(const struct px_article *a, const struct px_article *b)
{
    double x, y;
    if (a->published.size < DATE_SIZE || b->published.size < DATE_SIZE)
        return true;
    return memcmp(a->published.data, b->published.data, MONTH_SIZE) == 0 &&
           px_slice_number(px_slice_part(a->published, MONTH_SIZE + 1, DATE_SIZE), &x) &&
           px_slice_number(px_slice_part(b->published, MONTH_SIZE + 1, DATE_SIZE), &y) && fabs(x - y) <= DAYS_MOST;
}

static struct px_claim claim_of(const struct px_quantity *quantity)
{
    return (struct px_claim){.span = {quantity->start, quantity->end},
                             .value = quantity->value,
                             .low = quantity->low,
                             .high = quantity->high,
                             .sentence = quantity->sentence,
                             .attribution = quantity->attribution};
}

/* "person, death"; "telephone" where the articles have it in two events; "Rita Katz"; "resign". */
static struct px_slice name_fact(struct px_compare_context *context, const struct px_quantity *x,
                                 const struct px_quantity *y)
{
    char text[160];
    size_t size = 0;
    const struct px_slice parts[] = {x->what, x->event};
    bool alone = px_slice_equal(x->what, x->event) || (x->what.size > 0 && !px_slice_equal(x->event, y->event));
    size_t count = x->kind == PX_QUANTITY_AGE || alone ? 1 : 2;
    for (size_t i = 0; i < count; i++) {
        if (parts[i].size == 0 || size + parts[i].size + 2 > sizeof text)
            continue;
        memcpy(text + size, ", ", size > 0 ? 2 : 0);
        size += size > 0 ? 2 : 0;
        memcpy(text + size, parts[i].data, parts[i].size);
        size += parts[i].size;
    }
    return px_arena_copy(&context->comparison->arena, (struct px_slice){text, size});
}

static struct px_disagreement *push(struct px_compare_context *context, enum px_disagreement_kind kind,
                                    struct px_slice what, double weight)
{
    struct px_disagreement *found = px_vector_push(&context->comparison->disagreements, &context->comparison->arena);
    if (found == NULL || what.data == NULL)
        return NULL;
    found->kind = (uint8_t)kind;
    found->what = what;
    found->weight = weight;
    found->claims = px_compare_each(context, struct px_claim);
    for (size_t a = 0; found->claims != NULL && a < context->count; a++)
        found->claims[a] =
            (struct px_claim){.value = NAN, .low = NAN, .high = NAN, .sentence = PX_NONE, .attribution = PX_NONE};
    return found->claims == NULL ? NULL : found;
}

static bool are_many(const struct px_quantity *x, const struct px_quantity *y)
{
    return same_things(x, y) && x->value >= MANY && y->value >= MANY && x->value <= y->value * ALIKE &&
           y->value <= x->value * ALIKE;
}

/* The figures of b on the fact of x: the nearest that contradicts it, or NULL when one fits or none is near. */
static const struct px_quantity *find_contrary(const struct pair *pair, const struct px_quantity *x, double *weight)
{
    size_t count;
    const struct px_quantity *items = quantities_of(pair->context, pair->b, &count), *best = NULL;
    const struct px_article *a = pair->context->articles[pair->a], *b = pair->context->articles[pair->b];
    *weight = 0;
    for (size_t j = 0; j < count; j++) {
        const struct px_quantity *y = &items[j];
        if (!same_fact(pair, x, y) || are_worlds_apart(x, y))
            continue;
        if (fits(x, y) || !is_clear(items, count, y))
            return NULL;
        if (is_counted(pair->context, pair->b, y))
            continue;
        double near = x->kind == PX_QUANTITY_AGE ? 1 : nearness(pair, block_of(a, x), block_of(b, y));
        if (are_many(x, y))
            near = fmax(near, MANY_WEIGHT);
        if (near > *weight && (near > LEAD_WEIGHT || same_event(x, y))) {
            *weight = near;
            best = y;
        }
    }
    return best;
}

/* Was a fact of the same words told of the two articles already? */
static bool is_told(const struct pair *pair, struct px_slice what, size_t from)
{
    const struct px_comparison *comparison = pair->context->comparison;
    for (size_t i = from; i < comparison->disagreements.count; i++)
        if (px_slice_equal(comparison->disagreements.items[i].what, what))
            return true;
    return false;
}

static enum px_status compare_figures(const struct pair *pair, struct px_error *error)
{
    struct px_compare_context *context = pair->context;
    size_t count, from = context->comparison->disagreements.count;
    const struct px_quantity *items = quantities_of(context, pair->a, &count);
    const struct px_article *a = context->articles[pair->a], *b = context->articles[pair->b];
    for (size_t i = 0; i < count; i++) {
        const struct px_quantity *x = &items[i];
        double weight;
        if ((x->kind == PX_QUANTITY_DAY && !same_week(a, b)) || is_counted(context, pair->a, x))
            continue;
        const struct px_quantity *y = is_clear(items, count, x) ? find_contrary(pair, x, &weight) : NULL;
        if (y == NULL)
            continue;
        struct px_slice what = name_fact(context, x, y);
        if (what.data != NULL && is_told(pair, what, from))
            continue;
        enum px_disagreement_kind kind = x->kind == PX_QUANTITY_DAY ? PX_DISAGREEMENT_DATE : PX_DISAGREEMENT_NUMBER;
        struct px_disagreement *found = push(context, kind, what, weight);
        if (found == NULL)
            return px_no_memory(error);
        found->claims[pair->a] = claim_of(x);
        found->claims[pair->b] = claim_of(y);
    }
    return PX_OK;
}

/* The first mention of the entity by name. */
static const struct px_mention *first_name(const struct px_article *article, uint32_t entity)
{
    for (size_t m = 0; m < article->mentions.count; m++)
        if (article->mentions.items[m].entity == entity && article->mentions.items[m].form == PX_MENTION_NAME)
            return &article->mentions.items[m];
    return NULL;
}

static enum px_status compare_spelling(const struct pair *pair, uint32_t x, uint32_t y, struct px_error *error)
{
    struct px_compare_context *context = pair->context;
    const struct px_article *a = context->articles[pair->a], *b = context->articles[pair->b];
    const struct px_mention *first = first_name(a, x), *second = first_name(b, y);
    if (first == NULL || second == NULL)
        return PX_OK;
    struct px_disagreement *found =
        push(context, PX_DISAGREEMENT_NAME, px_arena_copy(&context->comparison->arena, a->entities.items[x].name), 1);
    if (found == NULL)
        return px_no_memory(error);
    const struct px_mention *mentions[] = {first, second};
    const size_t articles[] = {pair->a, pair->b};
    for (size_t i = 0; i < 2; i++) {
        struct px_claim *claim = &found->claims[articles[i]];
        claim->span = (struct px_span){mentions[i]->start, mentions[i]->end};
        claim->sentence = px_article_sentence_at(context->articles[articles[i]], mentions[i]->start);
    }
    return PX_OK;
}

/* People whom each article spells in its own way. */
static enum px_status compare_names(const struct pair *pair, struct px_error *error)
{
    const struct px_compare_context *context = pair->context;
    const struct px_article *a = context->articles[pair->a], *b = context->articles[pair->b];
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < context->links.count; i++) {
        uint32_t x = context->links.items[i].entities[pair->a], y = context->links.items[i].entities[pair->b];
        if (x != PX_NONE && y != PX_NONE && a->entities.items[x].kind == PX_ENTITY_PERSON &&
            px_link_is_respelling(a->entities.items[x].name, b->entities.items[y].name))
            status = compare_spelling(pair, x, y, error);
    }
    return status;
}

static int by_weight(const void *a, const void *b)
{
    const struct px_disagreement *x = a, *y = b;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return px_slice_compare(x->what, y->what);
}

enum px_status px_compare_disagreements(struct px_compare_context *context, struct px_error *error)
{
    enum px_status status = PX_OK;
    for (size_t i = 0; i < context->count; i++)
        for (size_t j = i + 1; status == PX_OK && j < context->count; j++) {
            struct pair pair = {context, context->order[i], context->order[j]};
            status = compare_figures(&pair, error);
            if (status == PX_OK)
                status = compare_names(&pair, error);
        }
    struct px_disagreement *items = context->comparison->disagreements.items;
    if (status == PX_OK && context->comparison->disagreements.count > 1)
        qsort(items, context->comparison->disagreements.count, sizeof *items, by_weight);
    return status;
}
