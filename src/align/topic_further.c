/* Further pairs of sentences that show a topic: one of each two paragraphs that surely tell the same, the most alike first, none
 * of a paragraph that is shown already. */
#include "align/likeness.h"
#include "align/topic_plan.h"

/* How alike they must be: of 63 pairs in 120 reports on 40 events that are as alike as a sure topic needs, 51 tell one thing by one
 * reading, the others a detail; of 37 above the bar, which was chosen on them, 36. */
#define FURTHER_ALIKE 0.265

struct further {
    struct px_compare_context *context;
    uint32_t **topic; /* [articles][paragraphs] the sure topic that the paragraph surely is of, or PX_NONE */
    bool **shown;     /* [articles][paragraphs] */
};

/* Marks the paragraph that the sentence of the article stands in. */
static void mark(struct further *further, size_t a, uint32_t sentence)
{
    const struct px_article *article = further->context->articles[a];
    uint32_t block = sentence < article->sentences.count ? article->sentences.items[sentence].block : PX_NONE;
    uint32_t paragraph = block == PX_NONE ? PX_NONE : further->context->paragraphs[a].of[block];
    if (paragraph != PX_NONE)
        further->shown[a][paragraph] = true;
}

static bool has_pairs(const struct px_topic *topic)
{
    return topic->only == PX_NONE && px_topic_is_sure(topic);
}

/* Which paragraphs are of which topic, and which are shown. */
static enum px_status lay(struct further *further, size_t a, struct px_error *error)
{
    struct px_compare_context *context = further->context;
    const struct px_paragraphs *paragraphs = &context->paragraphs[a];
    const struct px_topics *topics = &context->comparison->topics;
    further->topic[a] = px_arena_array(&context->scratch, uint32_t, paragraphs->count);
    further->shown[a] = px_arena_array(&context->scratch, bool, paragraphs->count);
    if (further->topic[a] == NULL || further->shown[a] == NULL)
        return px_no_memory(error);
    for (uint32_t p = 0; p < paragraphs->count; p++) {
        uint32_t start = context->articles[a]->blocks.items[paragraphs->blocks[p]].start;
        further->topic[a][p] = PX_NONE;
        for (uint32_t t = 0; further->topic[a][p] == PX_NONE && t < topics->count; t++)
            if (has_pairs(&topics->items[t]) && px_spans_hold(&topics->items[t].surely[a], start))
                further->topic[a][p] = t;
    }
    for (size_t t = 0; t < topics->count; t++)
        if (has_pairs(&topics->items[t]))
            mark(further, a, topics->items[t].alike[a]);
    return PX_OK;
}

/* May the sentence not be shown: one that only tells who says what, or that begins with "That"? */
static bool is_unfit(const struct px_compare_context *context, size_t a, uint32_t sentence)
{
    const struct px_article *article = context->articles[a];
    uint32_t first = article->sentences.items[sentence].first_token;
    return px_topic_is_tag(article, sentence) ||
           px_compare_is_class(context, article, first, "grammar.demonstrative") ||
           px_compare_hit(context, article, first, false, PX_LEXICON_PRONOUNS, "pronoun") != NULL;
}

/* The most alike sentences of the edge's paragraphs, and how alike they are. */
static double find_alike(const struct px_compare_context *context, const struct px_edge *edge, struct px_alike *pair)
{
    const struct px_article *one = context->articles[edge->article[0]], *two = context->articles[edge->article[1]];
    const struct px_block *x = &one->blocks.items[edge->block[0]], *y = &two->blocks.items[edge->block[1]];
    double most = 0;
    *pair = (struct px_alike){{edge->article[0], edge->article[1]}, {x->first_sentence, y->first_sentence}};
    for (uint32_t s = 0; s < x->sentence_count && s < PX_LIKENESS_MOST; s++)
        for (uint32_t r = 0; r < y->sentence_count && r < PX_LIKENESS_MOST; r++) {
            uint32_t i = x->first_sentence + s, j = y->first_sentence + r;
            double likeness = is_unfit(context, edge->article[0], i) || is_unfit(context, edge->article[1], j)
                                  ? 0
                                  : px_likeness_of(context->likeness, edge->article[0], i, edge->article[1], j);
            if (likeness > most) {
                most = likeness;
                pair->sentence[0] = i;
                pair->sentence[1] = j;
            }
        }
    return most;
}

/* Adds the pair to the topic's, by where it stands in the first of its articles. */
static void add(struct px_topic *topic, const struct px_alike *pair)
{
    size_t at = topic->further_count++;
    for (; at > 0 && topic->further[at - 1].sentence[0] > pair->sentence[0]; at--)
        topic->further[at] = topic->further[at - 1];
    topic->further[at] = *pair;
}

/* Shows the topic by the edge's paragraphs, too, where both surely tell the same and neither is shown. */
static void show(struct further *further, const struct px_edge *edge)
{
    struct px_compare_context *context = further->context;
    uint32_t x = px_edge_paragraph(context, edge, 0), y = px_edge_paragraph(context, edge, 1);
    uint32_t t = further->topic[edge->article[0]][x];
    struct px_topic *topic = t == PX_NONE ? NULL : &context->comparison->topics.items[t];
    struct px_alike pair;
    if (topic == NULL || further->topic[edge->article[1]][y] != t || edge->told < PX_TOPIC_TOLD ||
        topic->further_count == PX_TOPIC_PAIRS || further->shown[edge->article[0]][x] ||
        further->shown[edge->article[1]][y] || find_alike(context, edge, &pair) < FURTHER_ALIKE)
        return;
    further->shown[edge->article[0]][x] = further->shown[edge->article[1]][y] = true;
    add(topic, &pair);
}

enum px_status px_compare_further(struct px_compare_context *context, struct px_error *error)
{
    struct further further = {context, px_arena_array(&context->scratch, uint32_t *, context->count),
                              px_arena_array(&context->scratch, bool *, context->count)};
    enum px_status status = further.topic == NULL || further.shown == NULL ? px_no_memory(error) : PX_OK;
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status = lay(&further, a, error);
    for (size_t e = 0; status == PX_OK && e < context->comparison->edges.count; e++)
        show(&further, &context->comparison->edges.items[e]);
    return status;
}
