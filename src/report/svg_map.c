/* The alignment map: paragraphs in reading order, bands between the passages that tell the same, or less surely
 * so, topics named below. */
#include <math.h>
#include <stdlib.h>

#include "report/picture.h"
#include "report/sentence_name.h"
#include "report/topic_name.h"

enum {
    TOP = PX_SVG_TOP + 30,
    TALLEST = 520,
    GAP = 2,
    TOPIC_COLOURS = 5,
    MOST_COLUMNS = 6,
    MOST_NAMED = 40,
    MOST_TIP = 80,
    LEAST_LABELLED = 11
};

struct map {
    struct px_svg *svg;
    double column;     /* width of a column of paragraphs */
    double per_word;   /* height of a word */
    uint32_t **topics; /* [articles][blocks] topic of the block that several articles share, or PX_NONE */
    bool **less;       /* [articles][blocks] the block is less surely of its topic, or that is less sure */
    uint32_t *numbers; /* [topics] as they are named below, from 1; 0: not shared */
};

static double column_left(const struct map *map, size_t article)
{
    size_t count = map->svg->comparison->article_count;
    return PX_SVG_MARGIN + (PX_SVG_WIDTH - 2 * PX_SVG_MARGIN - map->column) * (double)article / (double)(count - 1);
}

/* Top and height of every block, headings and titles as thin as their words. */
static struct px_box *lay_out(struct map *map, size_t index)
{
    const struct px_article *article = map->svg->comparison->articles[index];
    struct px_box *boxes = px_arena_array(&map->svg->arena, struct px_box, article->blocks.count);
    double y = TOP;
    for (size_t i = 0; boxes != NULL && i < article->blocks.count; i++) {
        double height = fmax(2, map->per_word * px_article_block_words(article, &article->blocks.items[i]));
        boxes[i] = (struct px_box){column_left(map, index), y, map->column, height};
        y += height + GAP;
    }
    map->svg->height = fmax(map->svg->height, y);
    return boxes;
}

/* Is what begins there less surely of the topic, or that less sure? */
static bool is_less(const struct px_topic *topic, size_t article, uint32_t start)
{
    return !px_topic_is_shared(topic, true) || px_spans_hold(&topic->doubtful[article], start);
}

/* Is the block drawn as one of the topic? Of one that is not sure not what is hardly of it. */
static bool is_drawn(const struct px_topic *topic, size_t article, const struct px_block *block)
{
    bool hardly =
        !px_topic_is_sure(topic) && topic->doubtful != NULL && px_spans_hold(&topic->doubtful[article], block->start);
    return !hardly && px_spans_meet(&topic->spans[article], block->start, block->end);
}

/* Which shared topic each block belongs to, and how surely. False where one doubtful pair is all that is shared: that makes
 * no map. */
static bool find_topics(struct map *map)
{
    const struct px_comparison *comparison = map->svg->comparison;
    size_t shared = 0;
    bool sure = false;
    map->topics = px_arena_array(&map->svg->arena, uint32_t *, comparison->article_count);
    map->numbers = px_arena_array(&map->svg->arena, uint32_t, comparison->topics.count);
    map->less = px_arena_array(&map->svg->arena, bool *, comparison->article_count);
    if (map->topics == NULL || map->numbers == NULL || map->less == NULL)
        return false;
    for (size_t t = 0; t < comparison->topics.count; t++) {
        shared += (map->numbers[t] = px_topic_number(comparison, t)) > 0;
        sure = sure || (map->numbers[t] > 0 && px_topic_is_sure(&comparison->topics.items[t]));
    }
    for (size_t a = 0; a < comparison->article_count; a++) {
        const struct px_article *article = comparison->articles[a];
        uint32_t *topics = map->topics[a] = px_arena_array(&map->svg->arena, uint32_t, article->blocks.count);
        bool *less = map->less[a] = px_arena_array(&map->svg->arena, bool, article->blocks.count);
        if (topics == NULL || less == NULL)
            return false;
        for (size_t i = 0; i < article->blocks.count; i++) {
            topics[i] = PX_NONE;
            for (size_t t = 0; t < comparison->topics.count && topics[i] == PX_NONE; t++)
                if (map->numbers[t] > 0 && is_drawn(&comparison->topics.items[t], a, &article->blocks.items[i]))
                    topics[i] = (uint32_t)t;
            less[i] = topics[i] != PX_NONE &&
                      is_less(&comparison->topics.items[topics[i]], a, article->blocks.items[i].start);
        }
    }
    return sure || shared > 1;
}

/* What is less sure is pale, its edge dashed. */
static const char *topic_class(const struct map *map, uint32_t topic, bool less, bool band)
{
    static const char *const classes[2][2][TOPIC_COLOURS] = {
        {{"t0", "t1", "t2", "t3", "t4"}, {"t0 band", "t1 band", "t2 band", "t3 band", "t4 band"}},
        {{"t0 less", "t1 less", "t2 less", "t3 less", "t4 less"},
         {"t0 less band", "t1 less band", "t2 less band", "t3 less band", "t4 less band"}}};
    return classes[less][band][(map->numbers[topic] - 1) % TOPIC_COLOURS];
}

/* The beginning of a block, to be read on pointing at it. */
static void block_tip(const struct px_article *article, const struct px_block *block, struct px_buffer *tip)
{
    const struct px_sentence *sentence = &article->sentences.items[block->first_sentence];
    struct px_slice text = px_slice_part(article->text, sentence->start, sentence->end);
    if (block->number > 0)
        px_buffer_printf(tip, "¶%u: ", block->number);
    size_t end = px_excerpt_end(text, MOST_TIP);
    px_buffer_append(tip, px_slice_part(text, 0, end));
    if (end < text.size)
        px_buffer_string(tip, " …");
}

static void draw_column(struct map *map, size_t index, const struct px_box *boxes)
{
    struct px_svg *svg = map->svg;
    const struct px_article *article = svg->comparison->articles[index];
    struct px_buffer name = {0};
    px_comparison_article_name(svg->comparison, index, &name);
    bool last = index + 1 == svg->comparison->article_count;
    px_svg_text(svg, "ink strong",
                (struct px_place){last ? boxes[0].x + map->column : boxes[0].x, TOP - 22,
                                  (PX_SVG_WIDTH - 16) / (double)svg->comparison->article_count - 8,
                                  last ? PX_ANCHOR_END : PX_ANCHOR_START, 0},
                px_buffer_slice(&name));
    px_svg_rect(svg, px_svg_series('f', index), (struct px_box){boxes[0].x, TOP - 14, map->column, 4});
    px_buffer_release(&name);
    for (size_t i = 0; i < article->blocks.count; i++) {
        const struct px_block *block = &article->blocks.items[i];
        uint32_t topic = map->topics[index][i];
        bool less = map->less[index][i];
        if (block->sentence_count == 0)
            continue;
        struct px_buffer text = {0};
        block_tip(article, block, &text);
        px_svg_mark(svg, index, block->first_sentence, px_buffer_slice(&text));
        px_svg_rect(svg, topic != PX_NONE ? topic_class(map, topic, less, false) : "empty", boxes[i]);
        px_svg_mark_end(svg, block->first_sentence);
        px_buffer_clear(&text);
        px_buffer_printf(&text, "¶%u", block->number);
        if (block->number > 0 && boxes[i].height >= LEAST_LABELLED)
            px_svg_text(
                svg,
                topic == PX_NONE ? "faint"
                : less           ? "ink"
                                 : "label",
                (struct px_place){boxes[i].x + 5, boxes[i].y + boxes[i].height / 2 + 3.5, 0, PX_ANCHOR_START, 10},
                px_buffer_slice(&text));
        px_buffer_release(&text);
    }
}

/* Are both blocks of one topic, as surely? */
static bool is_one(const struct map *map, size_t article, size_t block, size_t other)
{
    return map->topics[article][block] == map->topics[article][other] &&
           map->less[article][block] == map->less[article][other];
}

/* A run of neighbouring blocks of one topic, as surely, by its first block; and the block behind its last. */
static size_t run_start(const struct map *map, size_t article, size_t block)
{
    while (block > 0 && is_one(map, article, block - 1, block))
        block--;
    return block;
}

static size_t run_end(const struct map *map, size_t article, size_t block)
{
    while (block + 1 < map->svg->comparison->articles[article]->blocks.count && is_one(map, article, block, block + 1))
        block++;
    return block + 1;
}

/* Two passages that tell the same, by their first blocks. */
struct band {
    uint32_t from, to;
};

typedef PX_VECTOR(struct band) band_vector;

static int by_place(const void *left, const void *right)
{
    const struct band *a = left, *b = right;
    return a->from != b->from ? (a->from > b->from) - (a->from < b->from) : (a->to > b->to) - (a->to < b->to);
}

/* The bands between two neighbouring columns, in order, each as often as paragraphs join it. O(edges log edges) */
static band_vector find_bands(struct map *map, uint32_t left)
{
    const struct px_comparison *comparison = map->svg->comparison;
    band_vector bands = {0};
    for (size_t i = 0; i < comparison->edges.count; i++) {
        const struct px_edge *edge = &comparison->edges.items[i];
        size_t side = edge->article[0] == left ? 0 : 1;
        if (!edge->tells || edge->article[side] != left || edge->article[1 - side] != left + 1)
            continue;
        uint32_t from = edge->block[side], to = edge->block[1 - side];
        uint32_t topic = map->topics[left][from];
        if (topic == PX_NONE || map->topics[left + 1][to] != topic)
            continue;
        struct band *band = px_vector_push(&bands, &map->svg->arena);
        if (band == NULL) {
            map->svg->body.failed = true;
            break;
        }
        *band = (struct band){(uint32_t)run_start(map, left, from), (uint32_t)run_start(map, left + 1, to)};
    }
    if (bands.count > 0)
        qsort(bands.items, bands.count, sizeof *bands.items, by_place);
    return bands;
}

static void draw_band(struct map *map, size_t left, const struct band *band, struct px_box *const *boxes)
{
    const struct px_box *from = boxes[left], *to = boxes[left + 1];
    const struct px_box *last_from = &from[run_end(map, left, band->from) - 1];
    const struct px_box *last_to = &to[run_end(map, left + 1, band->to) - 1];
    struct px_ribbon ribbon = {from[band->from].x + map->column,
                               from[band->from].y,
                               last_from->y + last_from->height,
                               to[band->to].x,
                               to[band->to].y,
                               last_to->y + last_to->height};
    bool less = map->less[left][band->from] || map->less[left + 1][band->to];
    px_svg_ribbon(map->svg, topic_class(map, map->topics[left][band->from], less, true), &ribbon);
}

/* The topic's number beside a passage from which bands go, where there is room. */
static void draw_number(struct map *map, size_t left, uint32_t first, const struct px_box *boxes)
{
    const struct px_box *top = &boxes[first], *last = &boxes[run_end(map, left, first) - 1];
    double height = last->y + last->height - top->y;
    if (height < LEAST_LABELLED)
        return;
    struct px_buffer number = {0};
    px_buffer_printf(&number, "%u", map->numbers[map->topics[left][first]]);
    px_svg_text(map->svg, "ink",
                (struct px_place){top->x + map->column + 8, top->y + height / 2 + 4, 0, PX_ANCHOR_START, 11},
                px_buffer_slice(&number));
    px_buffer_release(&number);
}

static void draw_bands(struct map *map, size_t left, struct px_box *const *boxes)
{
    band_vector bands = find_bands(map, (uint32_t)left);
    for (size_t i = 0; i < bands.count; i++)
        if (i == 0 || by_place(&bands.items[i - 1], &bands.items[i]) != 0)
            draw_band(map, left, &bands.items[i], boxes);
    for (size_t i = 0; i < bands.count; i++)
        if (i == 0 || bands.items[i - 1].from != bands.items[i].from)
            draw_number(map, left, bands.items[i].from, boxes[left]);
}

/* "1 Adela Moraine, Transitional Council": what a number on the bands stands for. */
static void draw_name(struct map *map, uint32_t topic, double y)
{
    struct px_buffer name = {0};
    px_buffer_printf(&name, "%u  ", map->numbers[topic]);
    px_topic_name(map->svg->comparison, &map->svg->comparison->topics.items[topic], &name);
    px_svg_rect(map->svg,
                topic_class(map, topic, !px_topic_is_shared(&map->svg->comparison->topics.items[topic], true), false),
                (struct px_box){PX_SVG_MARGIN, y - 10, 10, 10});
    px_svg_text(map->svg, "ink", (struct px_place){.x = PX_SVG_MARGIN + 16, .y = y, .room = PX_SVG_WIDTH - 40},
                px_buffer_slice(&name));
    px_buffer_release(&name);
}

/* The names of the first topics, by number. */
static void draw_names(struct map *map)
{
    struct px_svg *svg = map->svg;
    double first = svg->height + 18;
    uint32_t most = 0;
    for (uint32_t t = 0; t < svg->comparison->topics.count; t++) {
        uint32_t number = map->numbers[t];
        if (number == 0 || number > MOST_NAMED)
            continue;
        draw_name(map, t, first + 18 * (number - 1));
        most = number > most ? number : most;
    }
    double y = first + 18 * most;
    px_svg_rect(svg, "empty", (struct px_box){PX_SVG_MARGIN, y - 10, 10, 10});
    px_svg_text(svg, "ink", (struct px_place){.x = PX_SVG_MARGIN + 16, .y = y}, PX_SLICE("on no topic that is shown"));
    svg->height = y + 12;
}

void px_svg_map(struct px_svg *svg)
{
    const struct px_comparison *comparison = svg->comparison;
    size_t count = comparison->article_count;
    struct map map = {.svg = svg};
    uint32_t most_words = 1;
    for (size_t i = 0; i < count; i++) {
        if (comparison->articles[i]->counts.words > most_words)
            most_words = comparison->articles[i]->counts.words;
    }
    if (count < 2 || count > MOST_COLUMNS || !find_topics(&map))
        return;
    map.column = count == 2 ? 150 : PX_SVG_WIDTH / (2.0 * (double)count);
    map.per_word = TALLEST / (double)most_words;
    struct px_box **boxes = px_arena_array(&svg->arena, struct px_box *, count);
    for (size_t i = 0; boxes != NULL && i < count; i++) {
        boxes[i] = lay_out(&map, i);
        if (boxes[i] == NULL)
            boxes = NULL;
    }
    if (boxes == NULL) {
        svg->body.failed = true;
        return;
    }
    for (size_t i = 0; i + 1 < count; i++)
        draw_bands(&map, i, boxes);
    for (size_t i = 0; i < count; i++)
        draw_column(&map, i, boxes[i]);
    draw_names(&map);
}
