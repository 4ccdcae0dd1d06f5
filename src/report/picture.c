#include "report/picture.h"

#include "report/assets.h"
#include "report/markup.h"
#include "report/report.h"

static const struct {
    const char *name;
    const char *title;
    const char *description;
    void (*draw)(struct px_svg *svg);
} pictures[] = {
    [PX_PICTURE_MAP] =
        {
            "map",
            "Which passages of the articles tell the same",
            "A column an article, its paragraphs in reading order, their height by their words. Bands join passages "
            "on one topic; what has no band was not paired.",
            px_svg_map,
        },
    [PX_PICTURE_STRIPS] =
        {
            "strips",
            "Where in each article it happens",
            "A bar an article, its words from left to right, quoted and reported words shaded by kind of speaker; "
            "below it, loaded words as ticks, a row a category.",
            px_svg_strips,
        },
    [PX_PICTURE_INDICATORS] =
        {
            "indicators",
            "Rates and shares, with 95 % intervals",
            "A row a measure with three hits or more, a dot an article, its interval as a line; what differs stands on "
            "top.",
            px_svg_indicators,
        },
    [PX_PICTURE_SOURCES] =
        {
            "sources",
            "Words given to each speaker",
            "A group a kind of speaker, a row a speaker, a bar an article; its length is the words given.",
            px_svg_sources,
        },
    [PX_PICTURE_STANCE] =
        {
            "stance",
            "Evaluations in own voice, with 95 % intervals",
            "A row a name, a dot an article from negative on the left to positive on the right.",
            px_svg_stance,
        },
    [PX_PICTURE_TERMS] =
        {
            "terms",
            "Words and names that one article has more often",
            "Bars to the left for terms of A, to the right for terms of B; the length is the log-odds z.",
            px_svg_terms,
        },
};

const char *px_picture_name(enum px_picture picture)
{
    return pictures[picture].name;
}

const char *px_picture_title(enum px_picture picture)
{
    return pictures[picture].title;
}

enum px_picture px_picture_find(struct px_slice name)
{
    for (enum px_picture i = 0; i < PX_PICTURE_COUNT; i++)
        if (px_slice_is(name, pictures[i].name))
            return i;
    return PX_PICTURE_COUNT;
}

/* The frame before the shapes: size, name and description. A linked picture holds links, which role img would hide. */
static void open_frame(enum px_picture picture, const struct px_svg *svg, struct px_buffer *out)
{
    const char *name = pictures[picture].name;
    px_buffer_printf(out,
                     "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" role=\"%s\" "
                     "aria-labelledby=\"%s-title %s-desc\" width=\"%d\" height=\"%.0f\" viewBox=\"0 0 %d %.0f\">\n",
                     svg->linked ? "group" : "img", name, name, PX_SVG_WIDTH, svg->height, PX_SVG_WIDTH, svg->height);
    px_buffer_printf(out, "<title id=\"%s-title\">", name);
    px_markup_text(out, px_slice_from(pictures[picture].title));
    px_buffer_printf(out, "</title>\n<desc id=\"%s-desc\">", name);
    px_markup_text(out, px_slice_from(pictures[picture].description));
    for (size_t i = 0; i < svg->comparison->article_count; i++) {
        struct px_buffer label = {0};
        px_comparison_article_name(svg->comparison, i, &label);
        px_buffer_byte(out, i == 0 ? ' ' : ',');
        px_buffer_byte(out, i == 0 ? '(' : ' ');
        px_markup_text(out, px_buffer_slice(&label));
        px_buffer_release(&label);
    }
    px_buffer_string(out, ")</desc>\n");
}

static void write_picture(enum px_picture picture, const struct px_comparison *comparison, bool file,
                          struct px_buffer *out)
{
    struct px_svg svg = {.comparison = comparison, .linked = !file}, title = {0};
    pictures[picture].draw(&svg);
    if (svg.body.size > 0 && !svg.body.failed) {
        open_frame(picture, &svg, out);
        if (file) {
            px_buffer_string(out, "<style>\n");
            px_buffer_string(out, px_asset_picture_css);
            px_buffer_string(out, "</style>\n<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n");
        }
        px_svg_text(&title, "ink strong", (struct px_place){.x = PX_SVG_MARGIN, .y = 20, .size = 14},
                    px_slice_from(pictures[picture].title));
        px_buffer_append(out, px_buffer_slice(&title.body));
        px_buffer_append(out, px_buffer_slice(&svg.body));
        px_buffer_string(out, "</svg>\n");
    }
    out->failed |= svg.body.failed || title.body.failed;
    px_buffer_release(&title.body);
    px_buffer_release(&svg.body);
    px_arena_release(&svg.arena);
}

bool px_picture_shows(enum px_picture picture, const struct px_comparison *comparison)
{
    struct px_svg svg = {.comparison = comparison, .sketch = true};
    pictures[picture].draw(&svg);
    bool shows = svg.body.size > 0 && !svg.body.failed;
    px_buffer_release(&svg.body);
    px_arena_release(&svg.arena);
    return shows;
}

void px_picture_write_element(enum px_picture picture, const struct px_comparison *comparison, struct px_buffer *out)
{
    write_picture(picture, comparison, false, out);
}

size_t px_report_picture_count(void)
{
    return PX_PICTURE_COUNT;
}

const char *px_report_picture_name(size_t picture)
{
    return pictures[picture].name;
}

void px_report_picture(size_t picture, const struct px_comparison *comparison, struct px_buffer *out)
{
    write_picture((enum px_picture)picture, comparison, true, out);
}
