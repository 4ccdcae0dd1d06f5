/* The comparison on one screen of a terminal: what leads the findings, and bars for what can be counted. */
#include <math.h>

#include "report/report.h"
#include "report/screen.h"
#include "report/sentence_name.h"
#include "report/topic_name.h"

enum {
    NARROWEST = 40,
    WIDEST = 140,
    NAME_SHARE = 3,
    MOST_ITEMS = 6,
    LINES_OF_FINDING = 3,
    MOST_WORDS = 12,
    LINES_OF_WARNING = 3,
    FEWEST_BARS = 2,
    WORDING_CELL = 14, /* columns that hold a wording, */
    WIDE_CELL = 8,     /* any number, */
    NUMBER_CELL = 6,   /* or one of three digits */
    ROOMY = 36         /* rows for two articles */
};

struct summary {
    struct px_screen screen;
    const struct px_comparison *comparison;
    size_t items;    /* shown of each kind */
    size_t articles; /* that have a line of their own */
    size_t bars;     /* articles whose loaded words have one */
    bool roomy;
};

/* A line's cells: a name, then one cell an article. */
static size_t name_width(const struct summary *summary)
{
    return summary->screen.columns / NAME_SHARE;
}

static size_t cell_width(const struct summary *summary)
{
    return (summary->screen.columns - name_width(summary)) / summary->comparison->article_count;
}

static void own(struct summary *summary, const char *text)
{
    px_screen_text(&summary->screen, px_slice_from(text), SIZE_MAX);
}

static void letter(struct summary *summary, size_t article)
{
    char name[] = {px_comparison_letter(article), ' ', '\0'};
    px_screen_article(&summary->screen, article);
    own(summary, name);
    px_screen_style(&summary->screen, PX_SCREEN_PLAIN);
}

static void heading(struct summary *summary, const char *text, const char *rest)
{
    if (summary->roomy)
        px_screen_line(&summary->screen);
    px_screen_style(&summary->screen, PX_SCREEN_BOLD);
    own(summary, text);
    px_screen_style(&summary->screen, PX_SCREEN_PLAIN);
    px_screen_style(&summary->screen, PX_SCREEN_DIM);
    own(summary, rest);
    px_screen_style(&summary->screen, PX_SCREEN_PLAIN);
    px_screen_line(&summary->screen);
}

/* Writes what was put together, and empties it. */
static void written(struct summary *summary, struct px_buffer *text, size_t limit)
{
    summary->screen.out->failed |= text->failed;
    px_screen_text(&summary->screen, px_buffer_slice(text), limit);
    px_buffer_clear(text);
}

static void write_articles(struct summary *summary)
{
    struct px_buffer text = {0};
    size_t count = summary->comparison->article_count;
    for (size_t i = 0; i < summary->articles; i++) {
        const struct px_article *article = summary->comparison->articles[i];
        letter(summary, i);
        px_buffer_append(&text, article->outlet);
        if (article->published.size >= 10)
            px_buffer_printf(&text, "%s%.10s", text.size > 0 ? ", " : "", article->published.data);
        px_buffer_printf(&text, "%s%u words", text.size > 0 ? ", " : "", article->counts.words);
        if (article->title.size > 0)
            px_buffer_printf(&text, ": %.*s", PX_SLICE_ARG(article->title));
        written(summary, &text, SIZE_MAX);
        px_screen_line(&summary->screen);
    }
    if (summary->articles < count) {
        px_buffer_printf(&text, "and %zu more articles", count - summary->articles);
        written(summary, &text, SIZE_MAX);
        px_screen_line(&summary->screen);
    }
    px_buffer_release(&text);
}

/* What may be wrong with the comparison goes before all that is said of it. */
static void write_warnings(struct summary *summary)
{
    for (size_t i = 0; i < summary->comparison->warnings.count; i++) {
        px_screen_style(&summary->screen, PX_SCREEN_BOLD);
        own(summary, "! ");
        px_screen_wrap(&summary->screen, summary->comparison->warnings.items[i], LINES_OF_WARNING);
        px_screen_style(&summary->screen, PX_SCREEN_PLAIN);
        px_screen_line(&summary->screen);
    }
}

static void write_findings(struct summary *summary)
{
    const struct px_comparison *comparison = summary->comparison;
    heading(summary, "In brief", "");
    for (size_t i = 0; i < comparison->findings.count && i + 1 < summary->items; i++) {
        own(summary, "• ");
        px_screen_wrap(&summary->screen, comparison->findings.items[i].text,
                       summary->roomy ? LINES_OF_FINDING : LINES_OF_FINDING - 1);
        px_screen_line(&summary->screen);
    }
}

static const struct px_indicator *find_indicator(const struct px_comparison *comparison, const char *name)
{
    for (size_t i = 0; i < comparison->indicators.count; i++) {
        const struct px_indicator *indicator = &comparison->indicators.items[i];
        if (indicator->topic == PX_NONE && px_slice_is(indicator->name, name))
            return indicator;
    }
    return NULL;
}

/* The words themselves, each once, in the order of the article. */
static void loaded_words(const struct px_article *article, struct px_buffer *text)
{
    struct px_slice shown[MOST_WORDS];
    size_t count = 0;
    for (size_t i = 0; i < article->matches.count && count < MOST_WORDS; i++) {
        const struct px_match *match = &article->matches.items[i];
        struct px_slice word = px_slice_part(article->text, match->start, match->end);
        bool seen = !px_match_is_own_loaded(match);
        for (size_t k = 0; k < count && !seen; k++)
            seen = px_slice_equal(shown[k], word);
        if (seen)
            continue;
        px_buffer_printf(text, "%s%.*s", count == 0 ? "" : ", ", PX_SLICE_ARG(word));
        shown[count++] = word;
    }
}

/* Does the article's figure have a bar: is it one of the highest? */
static bool has_bar(const struct summary *summary, const struct px_indicator *indicator, size_t article)
{
    size_t above = 0;
    double own = indicator->values[article].value;
    for (size_t i = 0; i < summary->comparison->article_count; i++)
        above += indicator->values[i].value > own || (i < article && indicator->values[i].value == own);
    return above < summary->bars;
}

static void write_loaded(struct summary *summary)
{
    const struct px_comparison *comparison = summary->comparison;
    const struct px_indicator *indicator = find_indicator(comparison, "loaded.own");
    struct px_buffer text = {0};
    double most = 0;
    size_t width = name_width(summary) - 12;
    if (indicator == NULL)
        return;
    px_buffer_string(&text, " in own voice, per 1,000 words");
    if (comparison->article_count == 2) /* the verdict is on the first two */
        px_buffer_printf(&text, ": %s", px_verdict_name(indicator->verdict));
    if (summary->bars < comparison->article_count)
        px_buffer_printf(&text, ": the highest %zu", summary->bars);
    heading(summary, "Loaded words", text.failed ? "" : text.data);
    px_buffer_clear(&text);
    for (size_t i = 0; i < comparison->article_count; i++)
        most = fmax(most, indicator->values[i].value);
    for (size_t i = 0; i < comparison->article_count; i++) {
        const struct px_value *value = &indicator->values[i];
        if (!has_bar(summary, indicator, i))
            continue;
        letter(summary, i);
        px_screen_article(&summary->screen, i);
        px_screen_bar(&summary->screen, value->value / most, width);
        px_screen_style(&summary->screen, PX_SCREEN_PLAIN);
        px_screen_to(&summary->screen, width + 3);
        px_buffer_printf(&text, "%.1f", value->value);
        written(summary, &text, 8);
        loaded_words(comparison->articles[i], &text);
        if (text.size > 0)
            px_screen_to(&summary->screen, name_width(summary));
        written(summary, &text, SIZE_MAX);
        px_screen_line(&summary->screen);
    }
    px_buffer_release(&text);
}

/* A line with the number of each article that has one, as many as fit, where cells would be too narrow for all. */
static void numbers_alone(struct summary *summary, struct px_slice name, const uint32_t *numbers)
{
    struct px_buffer number = {0};
    size_t at = name_width(summary);
    px_screen_text(&summary->screen, name, at - 2);
    for (size_t i = 0; i < summary->comparison->article_count; i++) {
        if (numbers[i] == 0 || at + WIDE_CELL > summary->screen.columns)
            continue;
        px_screen_to(&summary->screen, at);
        letter(summary, i);
        px_buffer_printf(&number, "%u", numbers[i]);
        written(summary, &number, SIZE_MAX);
        at += WIDE_CELL;
    }
    px_screen_line(&summary->screen);
    px_buffer_release(&number);
}

/* A line with a bar an article, the number behind it. For nothing stands a dash, or that it is less sure where the
 * article has any of `traces` (or NULL). */
static void bars(struct summary *summary, struct px_slice name, const uint32_t *numbers, const uint32_t *traces,
                 uint32_t most)
{
    size_t cell = cell_width(summary);
    size_t width = cell > 14 ? cell - 8 : 0; /* narrow cells have the number alone */
    struct px_buffer number = {0};
    if (cell < NUMBER_CELL) {
        numbers_alone(summary, name, numbers);
        return;
    }
    px_screen_text(&summary->screen, name, name_width(summary) - 2);
    for (size_t i = 0; i < summary->comparison->article_count; i++) {
        px_screen_to(&summary->screen, name_width(summary) + i * cell);
        letter(summary, i);
        px_screen_article(&summary->screen, i);
        px_screen_bar(&summary->screen, (double)numbers[i] / most, width);
        px_screen_style(&summary->screen, PX_SCREEN_PLAIN);
        if (numbers[i] > 0)
            px_buffer_printf(&number, width > 0 ? " %u" : "%u", numbers[i]);
        else
            px_buffer_string(&number, traces != NULL && traces[i] > 0 ? "less sure" : "–");
        written(summary, &number, cell - 3);
    }
    px_screen_line(&summary->screen);
    px_buffer_release(&number);
}

static uint32_t greatest(const struct summary *summary, uint32_t most, const uint32_t *numbers)
{
    for (size_t i = 0; i < summary->comparison->article_count; i++)
        most = numbers[i] > most ? numbers[i] : most;
    return most;
}

static void write_sources(struct summary *summary)
{
    const struct px_sourcing *sourcing = &summary->comparison->sourcing;
    size_t count = sourcing->sources.count < summary->items ? sourcing->sources.count : summary->items;
    uint32_t most = 1;
    for (size_t i = 0; i < count; i++)
        most = greatest(summary, most, sourcing->sources.items[i].words);
    if (count > 0)
        heading(summary, "Sources", ": words surely given to each speaker");
    for (size_t i = 0; i < count; i++)
        bars(summary, sourcing->sources.items[i].shown, sourcing->sources.items[i].words,
             sourcing->sources.items[i].traces, most);
}

/* "occupiers 2, protesters 1": the wordings of one article. */
static void wordings(const struct px_referent *referent, size_t article, struct px_buffer *text)
{
    for (size_t i = 0; i < referent->variant_count; i++) {
        const struct px_variant *variant = &referent->variants[i];
        if (variant->counts[article] > 0 && !variant->doubted)
            px_buffer_printf(text, "%s%.*s %u", text->size > 0 ? ", " : "", PX_SLICE_ARG(variant->form),
                             variant->counts[article]);
    }
    px_buffer_string(text, text->size == 0 ? "–" : "");
}

static void write_names(struct summary *summary)
{
    const struct px_comparison *comparison = summary->comparison;
    struct px_buffer text = {0};
    size_t shown = 0;
    if (cell_width(summary) < WORDING_CELL)
        return;
    for (size_t i = 0; i < comparison->referents.count && shown + 1 < summary->items; i++) {
        const struct px_referent *referent = &comparison->referents.items[i];
        if (!px_referent_is_telling(comparison, referent))
            continue;
        if (shown++ == 0)
            heading(summary, "Names", " for the same thing");
        px_screen_text(&summary->screen, referent->name, name_width(summary) - 2);
        for (size_t k = 0; k < comparison->article_count; k++) {
            px_screen_to(&summary->screen, name_width(summary) + k * cell_width(summary));
            letter(summary, k);
            wordings(referent, k, &text);
            written(summary, &text, cell_width(summary) - 3);
        }
        px_screen_line(&summary->screen);
    }
    px_buffer_release(&text);
}

/* In few columns: what its passages have in common, "Halden, kitchen scale", or a sentence that shows them. */
static void topic_label(const struct px_comparison *comparison, const struct px_topic *topic, struct px_buffer *label)
{
    for (size_t i = 0; i < topic->label_count; i++)
        px_buffer_printf(label, topic->quoted ? "%s“%.*s”" : "%s%.*s", i > 0 ? ", " : "",
                         PX_SLICE_ARG(topic->label[i]));
    for (size_t i = 0; i < comparison->article_count && label->size == 0; i++) {
        const struct px_article *article = comparison->articles[i];
        if (topic->alike[i] != PX_NONE)
            px_buffer_printf(label, "%.*s",
                             PX_SLICE_ARG(px_slice_part(article->text, article->sentences.items[topic->alike[i]].start,
                                                        article->sentences.items[topic->alike[i]].end)));
    }
}

/* What may tell different things has no line. */
static bool has_line(const struct px_topic *topic)
{
    return topic->only != PX_NONE || px_topic_is_sure(topic);
}

static void write_topics(struct summary *summary)
{
    const struct px_comparison *comparison = summary->comparison;
    struct px_buffer label = {0};
    size_t shown = 0, last = 0;
    uint32_t most = 1;
    for (size_t i = 0; i < comparison->topics.count && shown < summary->items; i++) {
        if (!has_line(&comparison->topics.items[i]))
            continue;
        most = greatest(summary, most, comparison->topics.items[i].words);
        shown++;
        last = i + 1;
    }
    if (shown > 0)
        heading(summary, "Topics", ": words spent on each");
    for (size_t i = 0; i < last; i++) {
        const struct px_topic *topic = &comparison->topics.items[i];
        if (!has_line(topic))
            continue;
        topic_label(comparison, topic, &label);
        bars(summary, px_buffer_slice(&label), topic->words, NULL, most);
        px_buffer_clear(&label);
    }
    px_buffer_release(&label);
}

static void write_hint(struct summary *summary, const char *hint)
{
    if (summary->roomy)
        px_screen_line(&summary->screen);
    px_screen_style(&summary->screen, PX_SCREEN_DIM);
    px_screen_wrap(&summary->screen, px_slice_from(hint), SIZE_MAX);
    px_screen_style(&summary->screen, PX_SCREEN_PLAIN);
    px_screen_line(&summary->screen);
}

/* How much of each kind fits. Lines: articles and warnings; bars of loaded words; headings, the last line and the prompt; of
 * each kind so many items, findings with their further lines, one name less. */
static void fit(struct summary *summary, size_t rows)
{
    enum { LEAST = 12, FEWEST_ARTICLES = 4 }; /* lines with two items of each kind and neither article nor bar */
    size_t count = summary->comparison->article_count;
    size_t warnings = LINES_OF_WARNING * summary->comparison->warnings.count;
    size_t room = rows > warnings + LEAST ? rows - warnings - LEAST : 0; /* of articles and bars */
    size_t lines = room > FEWEST_BARS + FEWEST_ARTICLES ? room - FEWEST_BARS : FEWEST_ARTICLES;
    summary->articles = count <= lines ? count : lines - 1; /* how many more there are takes a line, too */
    size_t above = count <= lines ? count : lines;
    size_t bars = room > above + FEWEST_BARS ? room - above : FEWEST_BARS;
    summary->bars = bars < count ? bars : count;
    summary->roomy = rows >= ROOMY + 2 * count - 4;
    size_t fixed = above + summary->bars + warnings + (summary->roomy ? 10 : 4);
    size_t items = rows > fixed ? (rows - fixed) / (summary->roomy ? 6 : 5) : 0;
    summary->items = items < 2 ? 2 : items > MOST_ITEMS ? MOST_ITEMS : items;
}

void px_report_summary(const struct px_comparison *comparison, const struct px_report_screen *screen,
                       struct px_buffer *out)
{
    size_t columns = screen->columns < NARROWEST ? NARROWEST : screen->columns;
    struct summary summary = {
        .screen = {.out = out, .columns = columns > WIDEST ? WIDEST : columns, .color = screen->color},
        .comparison = comparison};
    fit(&summary, screen->rows);
    write_articles(&summary);
    write_warnings(&summary);
    write_findings(&summary);
    write_loaded(&summary);
    write_sources(&summary);
    write_names(&summary);
    write_topics(&summary);
    if (screen->hint != NULL)
        write_hint(&summary, screen->hint);
}
