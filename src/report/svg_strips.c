/* The strips: each article as one bar in word order, what is quoted shaded by who speaks, loaded words as ticks. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "report/loaded_listed.h"
#include "report/picture.h"
#include "report/sentence_name.h"
#include "report/speech.h"

enum { LEFT = 190, BAR = 26, LANE = 16, MOST_LANES = 16 };

struct strips {
    struct px_svg *svg;
    double per_word;
    uint32_t **before; /* [articles][tokens + 1] counted words before each token, and behind the last */
    PX_VECTOR(struct px_slice) categories; /* of loaded words, in any article */
};

/* Fills `before` and gives the words of the longest article; 0 when memory is out. */
static uint32_t count_words(struct strips *strips)
{
    const struct px_comparison *comparison = strips->svg->comparison;
    uint32_t most = 0;
    strips->before = px_arena_array(&strips->svg->arena, uint32_t *, comparison->article_count);
    for (size_t a = 0; strips->before != NULL && a < comparison->article_count; a++) {
        const struct px_tokens *tokens = &comparison->articles[a]->tokens;
        uint32_t *before = strips->before[a] = px_arena_array(&strips->svg->arena, uint32_t, tokens->count + 1);
        if (before == NULL)
            return 0;
        for (size_t i = 0; i < tokens->count; i++)
            before[i + 1] = before[i] + px_token_counts(&tokens->items[i]);
        most = before[tokens->count] > most ? before[tokens->count] : most;
    }
    return most;
}

static uint32_t lane_of(const struct strips *strips, struct px_slice category)
{
    for (uint32_t i = 0; i < strips->categories.count; i++)
        if (px_slice_equal(strips->categories.items[i], category))
            return i;
    return PX_NONE;
}

static int by_bytes(const void *left, const void *right)
{
    return px_slice_compare(*(const struct px_slice *)left, *(const struct px_slice *)right);
}

/* The categories that any article has, so that all have the same rows, in an order that is nobody's. */
static void find_categories(struct strips *strips)
{
    const struct px_comparison *comparison = strips->svg->comparison;
    for (size_t i = 0; i < comparison->article_count; i++) {
        const struct px_article *article = comparison->articles[i];
        for (size_t k = 0; k < article->matches.count; k++) {
            const struct px_match *match = &article->matches.items[k];
            if (!px_loaded_is_listed(comparison, i, match) || lane_of(strips, match->category) != PX_NONE)
                continue;
            struct px_slice *category = px_vector_push(&strips->categories, &strips->svg->arena);
            if (category != NULL)
                *category = match->category;
            else
                strips->svg->body.failed = true;
        }
    }
    if (strips->categories.count > 0)
        qsort(strips->categories.items, strips->categories.count, sizeof *strips->categories.items, by_bytes);
    if (strips->categories.count > MOST_LANES)
        strips->categories.count = MOST_LANES;
}

/* A run of words of one voice and speaker. */
static void draw_speech(struct strips *strips, size_t index, double y)
{
    const uint32_t *before = strips->before[index];
    const struct px_article *article = strips->svg->comparison->articles[index];
    const struct px_token *tokens = article->tokens.items;
    for (size_t i = 0, end; i < article->tokens.count; i = end) {
        end = i + 1;
        while (end < article->tokens.count && tokens[end].attribution == tokens[i].attribution &&
               (tokens[i].attribution == PX_NONE || tokens[end].voice == tokens[i].voice))
            end++;
        if (tokens[i].attribution == PX_NONE)
            continue;
        struct px_buffer tip = {0};
        px_speech_tip(strips->svg->comparison, index, tokens[i].attribution, tokens[i].voice, &tip);
        double left = LEFT + strips->per_word * before[i];
        double width = fmax(1, strips->per_word * (before[end] - before[i]));
        double height = tokens[i].voice == PX_VOICE_DIRECT ? BAR : BAR / 2.0;
        px_svg_mark(strips->svg, index, tokens[i].sentence, px_buffer_slice(&tip));
        px_svg_rect(strips->svg, px_speech_class(strips->svg->comparison, index, tokens[i].attribution),
                    (struct px_box){left, y + BAR - height, width, height});
        px_svg_mark_end(strips->svg, tokens[i].sentence);
        px_buffer_release(&tip);
    }
}

/* Headings as lines through the bar. */
static void draw_headings(struct strips *strips, size_t index, double y)
{
    const struct px_article *article = strips->svg->comparison->articles[index];
    const uint32_t *before = strips->before[index];
    for (size_t i = 0; i < article->blocks.count; i++) {
        const struct px_block *block = &article->blocks.items[i];
        if (block->role != PX_ROLE_HEADING || block->sentence_count == 0)
            continue;
        double x = LEFT + strips->per_word * before[article->sentences.items[block->first_sentence].first_token];
        px_svg_mark(strips->svg, 0, PX_NONE, px_slice_part(article->text, block->start, block->end));
        px_svg_line(strips->svg, "axis", x, y - 5, x, y + BAR);
        px_svg_dot(strips->svg, "faint", x, y - 5, 2.5);
        px_svg_mark_end(strips->svg, PX_NONE);
    }
}

/* Ticks of loaded words: long in the article's own voice, short in what others say. */
static void draw_ticks(struct strips *strips, size_t index, double y)
{
    const uint32_t *before = strips->before[index];
    const struct px_article *article = strips->svg->comparison->articles[index];
    for (size_t i = 0; i < article->matches.count; i++) {
        const struct px_match *match = &article->matches.items[i];
        bool listed = px_loaded_is_listed(strips->svg->comparison, index, match);
        uint32_t lane = listed ? lane_of(strips, match->category) : PX_NONE;
        if (lane == PX_NONE)
            continue;
        bool own = px_match_voice(match) == PX_VOICE_OWN;
        double x = LEFT + strips->per_word * (before[match->first_token] + .5), top = y + LANE * (double)lane;
        struct px_buffer tip = {0};
        px_buffer_printf(&tip, "“%.*s”, ", (int)(match->end - match->start), article->text.data + match->start);
        px_buffer_printf(&tip, "%s", own ? "own voice" : px_voice_name(px_match_voice(match)));
        px_svg_mark(strips->svg, index, match->sentence, px_buffer_slice(&tip));
        px_svg_line(strips->svg, own ? px_svg_series('k', index) : "axis", x, top + (own ? 2 : 6), x, top + LANE - 2);
        px_svg_mark_end(strips->svg, match->sentence);
        px_buffer_release(&tip);
    }
}

/* What the report calls the category: as its figure is called, whose voice that counts aside. */
static struct px_slice label_of(const struct px_comparison *comparison, struct px_slice category)
{
    for (size_t i = 0; i < comparison->indicators.count; i++)
        if (px_slice_equal(comparison->indicators.items[i].name, category))
            return px_indicator_subject(&comparison->indicators.items[i]);
    return category;
}

static void draw_lanes(struct strips *strips, double right, double y)
{
    for (uint32_t i = 0; i < strips->categories.count; i++) {
        double base = y + LANE * (double)(i + 1);
        px_svg_line(strips->svg, "rule", LEFT, base - 2, right, base - 2);
        px_svg_text(strips->svg, "faint", (struct px_place){LEFT - 8, base - 3, LEFT - 16, PX_ANCHOR_END, 11},
                    label_of(strips->svg->comparison, strips->categories.items[i]));
    }
}

static double draw_article(struct strips *strips, size_t index, double y)
{
    uint32_t words = strips->before[index][strips->svg->comparison->articles[index]->tokens.count];
    struct px_buffer text = {0};
    px_comparison_article_name(strips->svg->comparison, index, &text);
    px_buffer_printf(&text, ", %u words", words);
    px_svg_rect(strips->svg, px_svg_series('f', index), (struct px_box){PX_SVG_MARGIN, y + 2, 10, 10});
    px_svg_text(strips->svg, "ink strong",
                (struct px_place){.x = PX_SVG_MARGIN + 16, .y = y + 12, .room = PX_SVG_WIDTH - 40},
                px_buffer_slice(&text));
    px_buffer_release(&text);
    y += 28;
    double width = strips->per_word * words;
    draw_speech(strips, index, y);
    px_svg_rect(strips->svg, "bar", (struct px_box){LEFT, y, width, BAR});
    px_svg_text(strips->svg, "faint", (struct px_place){LEFT - 8, y + BAR / 2.0 + 4, LEFT - 16, PX_ANCHOR_END, 11},
                PX_SLICE("who speaks"));
    draw_headings(strips, index, y);
    y += BAR + 4;
    draw_lanes(strips, LEFT + width, y);
    draw_ticks(strips, index, y);
    return y + LANE * (double)strips->categories.count + 14;
}

/* Is a run of words drawn in the shade? */
static bool is_drawn(const struct px_comparison *comparison, const char *shade)
{
    for (size_t a = 0; a < comparison->article_count; a++) {
        const struct px_tokens *tokens = &comparison->articles[a]->tokens;
        for (size_t i = 0; i < tokens->count; i++)
            if (tokens->items[i].attribution != PX_NONE &&
                strcmp(px_speech_class(comparison, a, tokens->items[i].attribution), shade) == 0)
                return true;
    }
    return false;
}

static bool has_heading(const struct px_comparison *comparison)
{
    for (size_t a = 0; a < comparison->article_count; a++) {
        const struct px_article *article = comparison->articles[a];
        for (size_t i = 0; i < article->blocks.count; i++)
            if (article->blocks.items[i].role == PX_ROLE_HEADING && article->blocks.items[i].sentence_count > 0)
                return true;
    }
    return false;
}

/* What the shades and heights stand for, of those that are drawn. */
static double draw_key(struct strips *strips, double y)
{
    const struct px_comparison *comparison = strips->svg->comparison;
    double x = PX_SVG_MARGIN;
    for (size_t i = 0; i <= PX_SPEAKER_MEDIA + 1; i++) {
        struct px_slice name =
            px_slice_from(i <= PX_SPEAKER_MEDIA ? px_speaker_kind_name((uint8_t)i) : "speaker not sure");
        if (!is_drawn(comparison, px_speech_kind_class(i)))
            continue;
        px_svg_rect(strips->svg, px_speech_kind_class(i), (struct px_box){x, y, 12, 12});
        px_svg_text(strips->svg, "ink", (struct px_place){.x = x + 17, .y = y + 10, .size = 11}, name);
        x += px_svg_text_width(name, 11) + 30;
    }
    const char *lines[] = {
        x > PX_SVG_MARGIN ? "Full height: quoted; half height: reported." : NULL,
        has_heading(comparison) ? "Dots above the bar: headings." : NULL,
        strips->categories.count > 0
            ? "Ticks: loaded words; long and coloured in the article's own voice, short and grey in what others say."
            : NULL,
    };
    y += x > PX_SVG_MARGIN ? 30 : 10;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        if (lines[i] == NULL)
            continue;
        px_svg_text(strips->svg, "faint", (struct px_place){.x = PX_SVG_MARGIN, .y = y, .size = 11},
                    px_slice_from(lines[i]));
        y += 16;
    }
    return y;
}

/* Without speech, headings or loaded words there are only bars. */
static bool has_marks(const struct strips *strips)
{
    const struct px_comparison *comparison = strips->svg->comparison;
    bool any = strips->categories.count > 0 || has_heading(comparison);
    for (size_t i = 0; !any && i < comparison->article_count; i++)
        any = comparison->articles[i]->attributions.count > 0;
    return any;
}

void px_svg_strips(struct px_svg *svg)
{
    const struct px_comparison *comparison = svg->comparison;
    struct strips strips = {.svg = svg};
    uint32_t most = count_words(&strips);
    find_categories(&strips);
    if (most > 0 && has_marks(&strips)) {
        strips.per_word = (PX_SVG_WIDTH - LEFT - PX_SVG_MARGIN) / (double)most;
        double y = PX_SVG_TOP;
        for (size_t i = 0; i < comparison->article_count; i++)
            y = draw_article(&strips, i, y);
        svg->height = draw_key(&strips, y);
    }
}
