/* Words given to each speaker, by kind; terms that set two articles apart. */
#include <math.h>

#include "report/picture.h"
#include "report/term_rank.h"

enum { MOST_SOURCES = 20, LABEL = 220, ROW = 20, BAR = 8 };

static uint32_t source_total(const struct px_comparison *comparison, const struct px_source *source)
{
    uint32_t total = 0;
    for (size_t i = 0; i < comparison->article_count; i++)
        total += source->words[i];
    return total;
}

static uint32_t most_words(const struct px_comparison *comparison)
{
    uint32_t most = 0;
    for (size_t i = 0; i < comparison->sourcing.sources.count; i++)
        for (size_t k = 0; k < comparison->article_count; k++)
            if (comparison->sourcing.sources.items[i].words[k] > most)
                most = comparison->sourcing.sources.items[i].words[k];
    return most;
}

/* One speaker: a bar an article, its words behind it. */
static double source_row(struct px_svg *svg, const struct px_source *source, double scale, double y)
{
    size_t count = svg->comparison->article_count;
    double height = fmax(ROW, (double)count * (BAR + 1) + 4);
    px_svg_text(svg, "ink",
                (struct px_place){LABEL - 10, y + height / 2 + 4, LABEL - 10 - PX_SVG_MARGIN, PX_ANCHOR_END, 0},
                source->shown);
    for (size_t i = 0; i < count; i++) {
        if (source->words[i] == 0)
            continue;
        uint32_t sentence = source->evidence[i].count > 0 ? source->evidence[i].sentences[0] : PX_NONE;
        double top = y + 1 + (double)i * (BAR + 1), width = fmax(1, scale * source->words[i]);
        struct px_buffer tip = {0}, words = {0};
        px_buffer_append(&tip, source->shown);
        px_buffer_printf(&tip, ", %c: %u words", px_comparison_letter(i), source->words[i]);
        px_buffer_unsigned(&words, source->words[i]);
        px_svg_mark(svg, i, sentence, px_buffer_slice(&tip));
        px_svg_rect(svg, px_svg_series('f', i), (struct px_box){LABEL, top, width, BAR});
        px_svg_text(svg, "faint", (struct px_place){.x = LABEL + width + 4, .y = top + BAR, .size = 9},
                    px_buffer_slice(&words));
        px_svg_mark_end(svg, sentence);
        px_buffer_release(&tip);
        px_buffer_release(&words);
    }
    return y + height;
}

/* Of a single speaker a picture says no more than the table. */
static bool has_several(const struct px_comparison *comparison)
{
    size_t count = 0;
    for (size_t i = 0; i < comparison->sourcing.sources.count && i < MOST_SOURCES; i++)
        count += source_total(comparison, &comparison->sourcing.sources.items[i]) > 0;
    return count > 1;
}

void px_svg_sources(struct px_svg *svg)
{
    const struct px_sourcing *sourcing = &svg->comparison->sourcing;
    double most = most_words(svg->comparison);
    if (most == 0 || !has_several(svg->comparison))
        return;
    double scale = (PX_SVG_WIDTH - LABEL - 40) / most;
    double y = px_svg_legend(svg);
    for (uint8_t kind = 0; kind <= PX_SPEAKER_MEDIA; kind++) {
        bool headed = false;
        for (size_t i = 0; i < sourcing->sources.count && i < MOST_SOURCES; i++) {
            const struct px_source *source = &sourcing->sources.items[i];
            if (source->kind != kind || source_total(svg->comparison, source) == 0)
                continue;
            if (!headed) {
                px_svg_text(svg, "ink strong", (struct px_place){.x = PX_SVG_MARGIN, .y = y + 14},
                            px_slice_from(kind == PX_SPEAKER_DOCUMENT ? "document, study or data"
                                                                      : px_speaker_kind_name(kind)));
                y += 22;
            }
            headed = true;
            y = source_row(svg, source, scale, y);
        }
        y += headed ? 6 : 0;
    }
    svg->height = y;
}

struct term_scale {
    double middle, width, most;
};

/* One term: its bar on the side of the article that has it, its name on the other. */
static void term_row(struct px_svg *svg, const struct px_term *term, const struct term_scale *scale, double y)
{
    size_t article = term->log_odds_z > 0 ? 0 : 1;
    double length = fabs(term->log_odds_z) / scale->most * scale->width;
    double side = article == 0 ? -1 : 1;
    bool cited = term->evidence[article].count > 0;
    uint32_t sentence = cited ? term->evidence[article].sentences[0] : PX_NONE;
    struct px_buffer tip = {0}, figure = {0};
    px_buffer_append(&tip, px_term_forms(term));
    px_buffer_printf(&tip, ": %u in A, %u in B, z %.2f", term->counts[0], term->counts[1], term->log_odds_z);
    px_buffer_printf(&figure, "%.1f", fabs(term->log_odds_z));
    px_svg_mark(svg, article, sentence, px_buffer_slice(&tip));
    px_svg_rect(svg, px_svg_series('f', article),
                (struct px_box){side < 0 ? scale->middle - length : scale->middle, y + 3, length, ROW - 8});
    px_svg_text(svg, "faint",
                (struct px_place){scale->middle + side * (length + 4), y + ROW - 7, 0,
                                  side < 0 ? PX_ANCHOR_END : PX_ANCHOR_START, 10},
                px_buffer_slice(&figure));
    px_svg_text(svg, "ink",
                (struct px_place){scale->middle - side * 8, y + ROW - 6, scale->middle - 16,
                                  side < 0 ? PX_ANCHOR_START : PX_ANCHOR_END, 0},
                px_term_forms(term));
    px_svg_mark_end(svg, sentence);
    px_buffer_release(&tip);
    px_buffer_release(&figure);
}

static double draw_rank(struct px_svg *svg, const struct term_scale *scale, enum px_term_rank rank, double sign,
                        double y)
{
    const struct px_term *term;
    for (size_t at = 0, shown = 0; (term = px_term_next(svg->comparison, rank, sign, &at, &shown)) != NULL; y += ROW)
        term_row(svg, term, scale, y);
    return y;
}

void px_svg_terms(struct px_svg *svg)
{
    const struct px_comparison *comparison = svg->comparison;
    struct term_scale scale = {.middle = PX_SVG_WIDTH / 2.0, .width = PX_SVG_WIDTH / 2.0 - 45};
    size_t bars = 0;
    bool clear = false;
    for (size_t i = 0; i < comparison->terms.count; i++) {
        enum px_term_rank rank = px_term_rank(comparison, i);
        if (rank == PX_TERM_FAINT)
            continue;
        scale.most = fmax(scale.most, fabs(comparison->terms.items[i].log_odds_z));
        clear = clear || rank == PX_TERM_CLEAR;
        bars++;
    }
    if (!clear || bars < 2) /* what may be chance sets nothing apart, and a bar alone is longer than none */
        return;
    double top = px_svg_legend(svg), y = top;
    for (double sign = 1; sign >= -1; sign -= 2) {
        y = draw_rank(svg, &scale, PX_TERM_CLEAR, sign, y);
        y = draw_rank(svg, &scale, PX_TERM_NEAR, sign, y);
    }
    px_svg_line(svg, "axis", scale.middle, top, scale.middle, y);
    px_svg_text(svg, "faint", (struct px_place){.x = PX_SVG_MARGIN, .y = y + 18, .size = 11},
                PX_SLICE("Bars and figures are log-odds z: the larger, the less likely it is chance."));
    svg->height = y + 18 + PX_SVG_MARGIN;
}
