#include "report/picture.h"

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
            "Which passages of the articles go together",
            "A column an article, its paragraphs in reading order, their height by their words. Bands join passages "
            "on one topic, pale and dashed where they are perhaps on it; what is grey is on none that is shown.",
            px_svg_map,
        },
    [PX_PICTURE_STRIPS] =
        {
            "strips",
            "Where others speak in each article",
            "A bar an article, its words from left to right, quoted and reported words shaded by kind of speaker.",
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
            "Words given to each speaker, as far as sure",
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

/* "… (A (Courier), B (Review))" */
static void describe(enum px_picture picture, const struct px_comparison *comparison, struct px_buffer *out)
{
    px_buffer_string(out, pictures[picture].description);
    for (size_t i = 0; i < comparison->article_count; i++) {
        px_buffer_string(out, i == 0 ? " (" : ", ");
        px_comparison_article_name(comparison, i, out);
    }
    px_buffer_byte(out, ')');
}

static void write_picture(enum px_picture picture, const struct px_comparison *comparison, bool file,
                          struct px_buffer *out)
{
    struct px_svg svg = {.comparison = comparison, .linked = !file};
    struct px_buffer description = {0};
    pictures[picture].draw(&svg);
    describe(picture, comparison, &description);
    struct px_frame frame = {pictures[picture].name, px_slice_from(pictures[picture].title),
                             px_buffer_slice(&description), file};
    out->failed |= svg.body.failed || description.failed;
    if (svg.body.size > 0 && !out->failed)
        px_svg_write(&svg, &frame, out);
    px_buffer_release(&description);
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
