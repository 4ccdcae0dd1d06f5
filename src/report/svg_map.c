/* The alignment map: paragraphs in reading order, bands between the passages that tell the same, topics named below. */
#include <math.h>

#include "report/picture.h"
#include "report/sentence_name.h"

enum {
    TOP = 40,
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
    uint32_t *numbers; /* [topics] as they are named below, from 1; 0: not shared */
};

static double column_left(const struct map *map, size_t article)
{
    size_t count = map->svg->comparison->article_count;
    return PX_SVG_MARGIN + (PX_SVG_WIDTH - 2 * PX_SVG_MARGIN - map->column) * (double)article / (double)(count - 1);
}

static uint32_t words_of(const struct px_article *article, const struct px_block *block)
{
    uint32_t words = 0;
    for (uint32_t i = 0; i < block->sentence_count; i++)
        words += article->sentences.items[block->first_sentence + i].words;
    return words;
}

/* Top and height of every block, headings and titles as thin as their words. */
static struct px_box *lay_out(struct map *map, size_t index)
{
    const struct px_article *article = map->svg->comparison->articles[index];
    struct px_box *boxes = px_arena_array(&map->svg->arena, struct px_box, article->blocks.count);
    double y = TOP;
    for (size_t i = 0; boxes != NULL && i < article->blocks.count; i++) {
        double height = fmax(2, map->per_word * words_of(article, &article->blocks.items[i]));
        boxes[i] = (struct px_box){column_left(map, index), y, map->column, height};
        y += height + GAP;
    }
    map->svg->height = fmax(map->svg->height, y);
    return boxes;
}

static bool overlaps(const struct px_spans *spans, const struct px_block *block)
{
    for (size_t i = 0; i < spans->count; i++)
        if (spans->items[i].start < block->end && block->start < spans->items[i].end)
            return true;
    return false;
}

/* Which shared topic each block belongs to. */
static bool find_topics(struct map *map)
{
    const struct px_comparison *comparison = map->svg->comparison;
    uint32_t number = 0;
    map->topics = px_arena_array(&map->svg->arena, uint32_t *, comparison->article_count);
    map->numbers = px_arena_array(&map->svg->arena, uint32_t, comparison->topics.count);
    if (map->topics == NULL || map->numbers == NULL)
        return false;
    for (size_t t = 0; t < comparison->topics.count; t++)
        map->numbers[t] = comparison->topics.items[t].only == PX_NONE ? ++number : 0;
    for (size_t a = 0; a < comparison->article_count; a++) {
        const struct px_article *article = comparison->articles[a];
        uint32_t *topics = map->topics[a] = px_arena_array(&map->svg->arena, uint32_t, article->blocks.count);
        if (topics == NULL)
            return false;
        for (size_t i = 0; i < article->blocks.count; i++) {
            topics[i] = PX_NONE;
            for (size_t t = 0; t < comparison->topics.count && topics[i] == PX_NONE; t++)
                if (map->numbers[t] > 0 && overlaps(&comparison->topics.items[t].spans[a], &article->blocks.items[i]))
                    topics[i] = (uint32_t)t;
        }
    }
    return number > 0;
}

static const char *topic_class(const struct map *map, uint32_t topic, bool band)
{
    static const char *const boxes[TOPIC_COLOURS] = {"t0", "t1", "t2", "t3", "t4"};
    static const char *const bands[TOPIC_COLOURS] = {"t0 band", "t1 band", "t2 band", "t3 band", "t4 band"};
    return (band ? bands : boxes)[(map->numbers[topic] - 1) % TOPIC_COLOURS];
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
    px_article_name(svg->comparison, index, &name);
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
        if (block->sentence_count == 0)
            continue;
        struct px_buffer text = {0};
        block_tip(article, block, &text);
        px_svg_mark(svg, index, block->first_sentence, px_buffer_slice(&text));
        px_svg_rect(svg, topic != PX_NONE ? topic_class(map, topic, false) : "empty", boxes[i]);
        px_svg_mark_end(svg, block->first_sentence);
        px_buffer_clear(&text);
        px_buffer_printf(&text, "¶%u", block->number);
        if (block->number > 0 && boxes[i].height >= LEAST_LABELLED)
            px_svg_text(
                svg, topic != PX_NONE ? "label" : "faint",
                (struct px_place){boxes[i].x + 5, boxes[i].y + boxes[i].height / 2 + 3.5, 0, PX_ANCHOR_START, 10},
                px_buffer_slice(&text));
        px_buffer_release(&text);
    }
}

/* The run of blocks of one topic that begins at `from`: index behind its last. */
static size_t run_end(const uint32_t *topics, size_t count, size_t from)
{
    size_t end = from + 1;
    while (end < count && topics[end] == topics[from])
        end++;
    return end;
}

struct passage {
    size_t article, first, end; /* blocks */
};

static bool holds(const struct passage *passage, uint32_t article, uint32_t block)
{
    return passage->article == article && block >= passage->first && block < passage->end;
}

/* Does a pair of paragraphs that tell the same join the passages? */
static bool joined(const struct px_comparison *comparison, const struct passage *left, const struct passage *right)
{
    for (size_t i = 0; i < comparison->edges.count; i++) {
        const struct px_edge *edge = &comparison->edges.items[i];
        if (edge->above_null &&
            ((holds(left, edge->article[0], edge->block[0]) && holds(right, edge->article[1], edge->block[1])) ||
             (holds(left, edge->article[1], edge->block[1]) && holds(right, edge->article[0], edge->block[0]))))
            return true;
    }
    return false;
}

static void draw_band(struct map *map, const struct passage *left, const struct passage *right,
                      struct px_box *const *boxes)
{
    const struct px_box *first[2] = {&boxes[left->article][left->first], &boxes[right->article][right->first]};
    const struct px_box *last[2] = {&boxes[left->article][left->end - 1], &boxes[right->article][right->end - 1]};
    struct px_ribbon ribbon = {
        first[0]->x + map->column,   first[0]->y, last[0]->y + last[0]->height, first[1]->x, first[1]->y,
        last[1]->y + last[1]->height};
    px_svg_ribbon(map->svg, topic_class(map, map->topics[left->article][left->first], true), &ribbon);
}

/* The topic's number beside a passage from which bands go, where there is room. */
static void draw_number(struct map *map, const struct passage *passage, const struct px_box *boxes)
{
    const struct px_box *first = &boxes[passage->first], *last = &boxes[passage->end - 1];
    double height = last->y + last->height - first->y;
    if (height < LEAST_LABELLED)
        return;
    struct px_buffer number = {0};
    px_buffer_printf(&number, "%u", map->numbers[map->topics[passage->article][passage->first]]);
    px_svg_text(map->svg, "ink",
                (struct px_place){first->x + map->column + 8, first->y + height / 2 + 4, 0, PX_ANCHOR_START, 11},
                px_buffer_slice(&number));
    px_buffer_release(&number);
}

/* The bands between two neighbouring columns. */
static void draw_bands(struct map *map, size_t left, struct px_box *const *boxes)
{
    const struct px_comparison *comparison = map->svg->comparison;
    const uint32_t *topics[2] = {map->topics[left], map->topics[left + 1]};
    size_t counts[2] = {comparison->articles[left]->blocks.count, comparison->articles[left + 1]->blocks.count};
    for (size_t i = 0; i < counts[0]; i = run_end(topics[0], counts[0], i)) {
        if (topics[0][i] == PX_NONE)
            continue;
        struct passage from = {left, i, run_end(topics[0], counts[0], i)};
        bool any = false;
        for (size_t k = 0; k < counts[1]; k = run_end(topics[1], counts[1], k)) {
            struct passage to = {left + 1, k, run_end(topics[1], counts[1], k)};
            if (topics[1][k] != topics[0][i] || !joined(comparison, &from, &to))
                continue;
            draw_band(map, &from, &to, boxes);
            any = true;
        }
        if (any)
            draw_number(map, &from, boxes[left]);
    }
}

/* "1 Adela Moraine, Transitional Council": what the numbers on the bands stand for. */
static void draw_names(struct map *map)
{
    struct px_svg *svg = map->svg;
    double y = svg->height + 18;
    for (uint32_t t = 0; t < svg->comparison->topics.count && map->numbers[t] <= MOST_NAMED; t++) {
        const struct px_topic *topic = &svg->comparison->topics.items[t];
        if (map->numbers[t] == 0)
            continue;
        struct px_buffer name = {0};
        px_buffer_printf(&name, "%u  ", map->numbers[t]);
        for (size_t i = 0; i < topic->label_count; i++) {
            px_buffer_string(&name, i == 0 ? "" : ", ");
            px_buffer_append(&name, topic->label[i]);
        }
        if (topic->label_count == 0)
            px_buffer_string(&name, "the rest");
        px_svg_rect(svg, topic_class(map, t, false), (struct px_box){PX_SVG_MARGIN, y - 10, 10, 10});
        px_svg_text(svg, "ink", (struct px_place){.x = PX_SVG_MARGIN + 16, .y = y, .room = PX_SVG_WIDTH - 40},
                    px_buffer_slice(&name));
        px_buffer_release(&name);
        y += 18;
    }
    px_svg_rect(svg, "empty", (struct px_box){PX_SVG_MARGIN, y - 10, 10, 10});
    px_svg_text(svg, "ink", (struct px_place){.x = PX_SVG_MARGIN + 16, .y = y},
                PX_SLICE("no matching passage in the other article"));
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
