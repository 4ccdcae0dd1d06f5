/* Further sentences that show a topic: of paragraphs that surely tell the same, a row for each two of different articles, those
 * with most in common first, then put in the order of the text; of a third article one that is as alike to one of them. No
 * paragraph is shown twice. */
#include "align/likeness.h"
#include "align/topic_plan.h"

/* How alike they must be: of 63 pairs in 120 reports on 40 events that are as alike as a sure topic needs, 51 tell one thing by
 * one reading, the others a detail; of 37 above the bar, which was chosen on them, 36. */
#define FURTHER_ALIKE 0.265

enum { SHOWN = PX_TOPIC_ROWS + 1 }; /* row of a paragraph that the most alike sentence stands in */

struct further {
    struct px_compare_context *context;
    uint32_t **topic; /* [articles][paragraphs] the sure topic that the paragraph surely is of, or PX_NONE */
    uint8_t **row;    /* [articles][paragraphs] by which it is shown, from 1; or SHOWN, or 0 */
};

/* Marks whose paragraphs are whose, and which is shown. */
static void mark_topic(struct further *further, size_t a, uint32_t t)
{
    const struct px_topic *topic = &further->context->comparison->topics.items[t];
    const struct px_article *article = further->context->articles[a];
    for (size_t i = 0; i < topic->surely[a].count; i++) {
        uint32_t paragraph = px_compare_paragraph_at(further->context, a, topic->surely[a].items[i].start);
        if (paragraph != PX_NONE)
            further->topic[a][paragraph] = t;
    }
    uint32_t sentence = topic->alike[a];
    uint32_t shown = sentence < article->sentences.count
                         ? px_compare_paragraph_at(further->context, a, article->sentences.items[sentence].start)
                         : PX_NONE;
    if (shown != PX_NONE)
        further->row[a][shown] = SHOWN;
}

static enum px_status lay(struct further *further, size_t a, struct px_error *error)
{
    struct px_compare_context *context = further->context;
    const struct px_topics *topics = &context->comparison->topics;
    uint32_t count = context->paragraphs[a].count;
    further->topic[a] = px_arena_array(&context->scratch, uint32_t, count);
    further->row[a] = px_arena_array(&context->scratch, uint8_t, count);
    if (further->topic[a] == NULL || further->row[a] == NULL)
        return px_no_memory(error);
    for (uint32_t p = 0; p < count; p++)
        further->topic[a][p] = PX_NONE;
    for (uint32_t t = 0; t < topics->count; t++)
        if (topics->items[t].only == PX_NONE && px_topic_is_sure(&topics->items[t]))
            mark_topic(further, a, t);
    return PX_OK;
}

/* May the sentence not be shown: one that only tells who says what, or that begins with "That", or with "they", but not
 * "we"? */
static bool is_unfit(const struct px_compare_context *context, size_t a, uint32_t sentence)
{
    const struct px_article *article = context->articles[a];
    const struct px_sentence *at = &article->sentences.items[sentence];
    uint32_t first = at->first_token;
    while (first + 1 < at->first_token + at->token_count && !px_token_is_word(&article->tokens.items[first]))
        first++;
    return px_compare_is_class(context, article, first, "grammar.demonstrative") ||
           (px_compare_hit(context, article, first, false, PX_LEXICON_PRONOUNS, "pronoun") != NULL &&
            px_compare_hit(context, article, first, false, PX_LEXICON_PRONOUNS, "pronoun.first") == NULL) ||
           px_topic_is_tag(article, sentence);
}

/* The most alike sentences of an edge's paragraphs, and how alike they are. */
struct pair {
    uint32_t sentence[2];
    double likeness;
};

/* The sentences of one side that may be shown: of a paragraph that is shown, the one that shows it. */
struct side {
    size_t article;
    uint32_t sentences[PX_LIKENESS_MOST];
    size_t count;
};

static void list_side(const struct px_compare_context *context, const struct px_edge *edge, int side, uint32_t shown,
                      struct side *list)
{
    const struct px_block *block = &context->articles[edge->article[side]]->blocks.items[edge->block[side]];
    *list = (struct side){.article = edge->article[side], .sentences = {shown}, .count = shown != PX_NONE};
    for (uint32_t s = 0; shown == PX_NONE && s < block->sentence_count && list->count < PX_LIKENESS_MOST; s++)
        if (!is_unfit(context, list->article, block->first_sentence + s))
            list->sentences[list->count++] = block->first_sentence + s;
}

/* `shown`: the sentences that stand in the row, or PX_NONE. */
static struct pair find_alike(const struct px_compare_context *context, const struct px_edge *edge,
                              const uint32_t shown[2])
{
    struct side sides[2];
    for (int side = 0; side < 2; side++)
        list_side(context, edge, side, shown[side], &sides[side]);
    struct pair best = {{PX_NONE, PX_NONE}, 0};
    for (size_t s = 0; s < sides[0].count; s++)
        for (size_t r = 0; r < sides[1].count; r++) {
            double likeness = px_likeness_of(context->likeness, sides[0].article, sides[0].sentences[s],
                                             sides[1].article, sides[1].sentences[r]);
            if (likeness > best.likeness)
                best = (struct pair){{sides[0].sentences[s], sides[1].sentences[r]}, likeness};
        }
    return best;
}

/* The row that the edge's paragraphs are shown in, from 1: that of the one that is shown, if the other's article has nothing
 * there; a new one for two that are not; or 0. */
static uint8_t row_of(const struct further *further, const struct px_topic *topic, const struct px_edge *edge,
                      const uint32_t paragraph[2])
{
    uint8_t rows[2];
    for (int side = 0; side < 2; side++)
        rows[side] = further->row[edge->article[side]][paragraph[side]];
    if (rows[0] == 0 && rows[1] == 0)
        return topic->further_count < PX_TOPIC_ROWS ? (uint8_t)(topic->further_count + 1) : 0;
    uint8_t row = rows[0] > rows[1] ? rows[0] : rows[1];
    bool open = (rows[0] == 0) != (rows[1] == 0) && row != SHOWN &&
                topic->further[row - 1][edge->article[rows[0] == 0 ? 0 : 1]] == PX_NONE;
    return open ? row : 0;
}

/* A row without sentences; false when memory is out. */
static bool add_row(struct px_compare_context *context, struct px_topic *topic)
{
    uint32_t *row = px_compare_each(context, uint32_t);
    for (size_t a = 0; row != NULL && a < context->count; a++)
        row[a] = PX_NONE;
    if (row != NULL)
        topic->further[topic->further_count++] = row;
    return row != NULL;
}

/* Shows the topic by the edge's paragraphs, too, where both surely tell the same. */
static enum px_status show(struct further *further, const struct px_edge *edge, struct px_error *error)
{
    struct px_compare_context *context = further->context;
    uint32_t paragraph[] = {px_edge_paragraph(context, edge, 0), px_edge_paragraph(context, edge, 1)};
    uint32_t t = further->topic[edge->article[0]][paragraph[0]];
    if (t == PX_NONE || further->topic[edge->article[1]][paragraph[1]] != t || edge->told < PX_TOPIC_TOLD)
        return PX_OK;
    struct px_topic *topic = &context->comparison->topics.items[t];
    uint8_t row = row_of(further, topic, edge, paragraph);
    if (row == 0)
        return PX_OK;
    uint32_t shown[] = {PX_NONE, PX_NONE};
    for (int side = 0; row <= topic->further_count && side < 2; side++)
        shown[side] = topic->further[row - 1][edge->article[side]];
    struct pair pair = find_alike(context, edge, shown);
    if (pair.likeness < FURTHER_ALIKE)
        return PX_OK;
    if (row > topic->further_count && !add_row(context, topic))
        return px_no_memory(error);
    for (int side = 0; side < 2; side++) {
        topic->further[row - 1][edge->article[side]] = pair.sentence[side];
        further->row[edge->article[side]][paragraph[side]] = row;
    }
    return PX_OK;
}

/* Does the row stand before the other: by the first article, in the order that no turn of them changes, that either has? */
static bool stands_before(const struct px_compare_context *context, const uint32_t *row, const uint32_t *other)
{
    for (size_t i = 0; i < context->count; i++) {
        size_t a = context->order[i];
        if (row[a] != other[a])
            return row[a] < other[a]; /* PX_NONE comes last */
    }
    return false;
}

static void sort_rows(const struct px_compare_context *context, struct px_topic *topic)
{
    for (size_t r = 1; r < topic->further_count; r++)
        for (size_t at = r; at > 0 && stands_before(context, topic->further[at], topic->further[at - 1]); at--) {
            uint32_t *before = topic->further[at - 1];
            topic->further[at - 1] = topic->further[at];
            topic->further[at] = before;
        }
}

enum px_status px_compare_further(struct px_compare_context *context, struct px_error *error)
{
    struct further further = {context, px_arena_array(&context->scratch, uint32_t *, context->count),
                              px_arena_array(&context->scratch, uint8_t *, context->count)};
    enum px_status status = further.topic == NULL || further.row == NULL ? px_no_memory(error) : PX_OK;
    for (size_t a = 0; status == PX_OK && a < context->count; a++)
        status = lay(&further, a, error);
    for (size_t e = 0; status == PX_OK && e < context->comparison->edges.count; e++)
        status = show(&further, &context->comparison->edges.items[e], error);
    for (size_t t = 0; status == PX_OK && t < context->comparison->topics.count; t++)
        sort_rows(context, &context->comparison->topics.items[t]);
    return status;
}
