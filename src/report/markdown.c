/* The side-by-side report as Markdown: its order, its head, and what was compared. */
#include <string.h>

#include "report/page.h"
#include "report/report.h"

enum { MOST_TEASERS = 10, NAME_LEAST = 4 };

px_page_section *const px_page_sections[] = {
    px_page_head,      px_page_brief,  px_page_nothing, px_page_articles,    px_page_topics,
    px_page_facts,     px_page_loaded, px_page_names,   px_page_sourcing,    px_page_stance,
    px_page_certainty, px_page_terms,  px_page_only,    px_page_shared_text, px_page_evidence,
    px_page_method,    NULL,
};

bool px_page_begin(struct px_page *page, const struct px_comparison *comparison, const struct px_provenance *provenance,
                   struct px_buffer *out)
{
    *page = (struct px_page){.out = out, .comparison = comparison, .provenance = provenance};
    page->cited = px_arena_array(&page->arena, bool *, comparison->article_count);
    page->measured = px_arena_array(&page->arena, bool, provenance->validity_count);
    bool ready = page->cited != NULL && page->measured != NULL;
    for (size_t i = 0; ready && i < comparison->article_count; i++) {
        page->cited[i] = px_arena_array(&page->arena, bool, comparison->articles[i]->sentences.count);
        ready = page->cited[i] != NULL;
    }
    return ready;
}

void px_page_end(struct px_page *page)
{
    px_arena_release(&page->arena);
}

void px_report_markdown(const struct px_comparison *comparison, const struct px_provenance *provenance,
                        const char *pictures, struct px_buffer *out)
{
    struct px_page page;
    if (!px_page_begin(&page, comparison, provenance, out))
        out->failed = true;
    page.pictures = pictures;
    for (size_t i = 0; !out->failed && px_page_sections[i] != NULL; i++)
        px_page_sections[i](&page);
    px_page_end(&page);
}

/* The headline as the text has it: what a page's data call its title may hold the site's name, too. */
static struct px_slice title_of(const struct px_article *article)
{
    const struct px_block *first = article->blocks.count > 0 ? &article->blocks.items[0] : NULL;
    return first != NULL && first->role == PX_ROLE_TITLE ? px_slice_part(article->text, first->start, first->end)
                                                         : article->title;
}

static void headline(struct px_page *page, const struct px_article *article)
{
    if (title_of(article).size == 0) {
        px_buffer_string(page->out, "an article without a headline");
        return;
    }
    px_buffer_string(page->out, "“");
    px_page_text(page, title_of(article));
    px_buffer_string(page->out, "”");
}

/* The day alone: "2017-12-21" of an ISO 8601 date. */
static void day(struct px_page *page, const struct px_article *article)
{
    struct px_slice date = article->published;
    if (date.size > 10)
        date.size = 10;
    px_page_text(page, date);
}

void px_page_head(struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    px_buffer_string(page->out, "# ");
    for (size_t i = 0; i < comparison->article_count; i++) {
        if (i > 0)
            px_buffer_string(page->out, i + 1 == comparison->article_count ? " and " : ", ");
        headline(page, comparison->articles[i]);
    }
    px_buffer_string(page->out, "\n\n");
    for (size_t i = 0; i < comparison->article_count; i++) {
        const struct px_article *article = comparison->articles[i];
        px_buffer_string(page->out, "- **");
        px_page_article_name(page, i);
        px_buffer_string(page->out, "**: ");
        headline(page, article);
        if (article->published.size > 0) {
            px_buffer_string(page->out, ", ");
            day(page, article);
        }
        px_buffer_printf(page->out, ", %u words\n", article->counts.words);
    }
    px_buffer_printf(
        page->out,
        "\nThe figures speak of these %zu articles, not of their outlets. They count what the program found: it "
        "misses some, and where a count is 0 there may be one all the same "
        "([how much](#how-this-was-made)).\n\n",
        comparison->article_count);
}

/* What may be wrong with the comparison and with the reading of its articles goes before all that is said of them. */
static void warnings(struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    for (size_t i = 0; i < comparison->warnings.count; i++) {
        px_buffer_string(page->out, "> ");
        px_page_text(page, comparison->warnings.items[i]);
        px_buffer_string(page->out, "\n\n");
    }
    for (size_t i = 0; i < comparison->article_count; i++) {
        const struct px_article *article = comparison->articles[i];
        for (size_t k = 0; k < article->warnings.count; k++) {
            px_buffer_string(page->out, "> ");
            px_page_article_name(page, i);
            px_buffer_string(page->out, ": ");
            px_page_text(page, article->warnings.items[k]);
            px_buffer_string(page->out, "\n\n");
        }
    }
}

void px_page_brief(struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    px_buffer_string(page->out, "## In brief\n\n");
    warnings(page);
    for (size_t i = 0; i < comparison->findings.count; i++) {
        const struct px_finding *finding = &comparison->findings.items[i];
        px_buffer_string(page->out, "- ");
        px_page_text(page, finding->text);
        px_buffer_string(page->out, " (");
        px_page_cite_all(page, finding->evidence, 4);
        px_buffer_string(page->out, ")\n");
    }
    px_buffer_byte(page->out, '\n');
}

/* Has the section nothing to say? It is written for a try. */
static bool is_empty(struct px_page *page, px_page_section *section)
{
    struct px_buffer tried = {0}, *out = page->out;
    page->out = &tried;
    section(page);
    page->out = out;
    bool empty = tried.size == 0;
    out->failed = out->failed || tried.failed;
    px_buffer_release(&tried);
    return empty;
}

void px_page_nothing(struct px_page *page)
{
    static const struct {
        px_page_section *section;
        const char *name;
    } CASES[] = {{px_page_loaded, "loaded wording"},
                 {px_page_names, "names for the same thing"},
                 {px_page_sourcing, "statements"},
                 {px_page_stance, "stance"},
                 {px_page_certainty, "certainty and frames"},
                 {px_page_terms, "distinctive terms"},
                 {px_page_only, "what only one has"}};
    size_t count = 0;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        if (is_empty(page, CASES[i].section))
            px_buffer_printf(page->out, "%s%s",
                             count++ == 0 ? "Nothing sure was found, which is no proof that there is nothing, of: "
                                          : ", ",
                             CASES[i].name);
    px_buffer_string(page->out, count > 0 ? ".\n\n" : "");
    px_page_picture(page, PX_PICTURE_INDICATORS);
}

/* "| name | A's | B's |" of one text field. */
static void text_row(struct px_page *page, const char *name, size_t field)
{
    bool any = false;
    for (size_t i = 0; i < page->comparison->article_count; i++)
        any = any ||
              ((const struct px_slice *)(const void *)((const char *)page->comparison->articles[i] + field))->size > 0;
    if (!any)
        return;
    px_buffer_printf(page->out, "| %s |", name);
    for (size_t i = 0; i < page->comparison->article_count; i++) {
        const char *article = (const char *)page->comparison->articles[i];
        const struct px_slice *text = (const struct px_slice *)(const void *)(article + field);
        px_buffer_byte(page->out, ' ');
        px_page_excerpt(page, text->size > 0 ? *text : PX_SLICE("–"), 200);
        px_buffer_string(page->out, " |");
    }
    px_buffer_byte(page->out, '\n');
}

static void count_row(struct px_page *page, const char *name, size_t field)
{
    px_buffer_printf(page->out, "| %s |", name);
    for (size_t i = 0; i < page->comparison->article_count; i++) {
        const char *counts = (const char *)&page->comparison->articles[i]->counts;
        px_buffer_printf(page->out, " %u |", *(const uint32_t *)(const void *)(counts + field));
    }
    px_buffer_byte(page->out, '\n');
}

static void share_cell(struct px_page *page, uint32_t part, uint32_t words)
{
    px_buffer_printf(page->out, " %u (%.0f %%) |", part, words == 0 ? 0.0 : 100.0 * part / words);
}

static void share_row(struct px_page *page, const char *name, size_t field)
{
    px_buffer_printf(page->out, "| %s |", name);
    for (size_t i = 0; i < page->comparison->article_count; i++) {
        const struct px_counts *counts = &page->comparison->articles[i]->counts;
        uint32_t part = *(const uint32_t *)(const void *)((const char *)counts + field);
        share_cell(page, part, counts->words);
    }
    px_buffer_byte(page->out, '\n');
}

/* Words of text that the articles share, where they share more than phrases. */
static void shared_row(struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    if (!px_page_shares_text(page))
        return;
    px_buffer_string(page->out, "| words in runs that another has word for word, names aside, under “Shared text” |");
    for (size_t i = 0; i < comparison->article_count; i++)
        share_cell(page, comparison->shared_words[i], comparison->articles[i]->counts.words);
    px_buffer_byte(page->out, '\n');
}

/* What the page says that it is. That a dated page which says nothing is news is a guess. */
static void genre_row(struct px_page *page)
{
    bool any = false;
    for (size_t i = 0; i < page->comparison->article_count; i++)
        any = any || page->comparison->articles[i]->genre > PX_GENRE_NEWS;
    if (!any)
        return;
    px_buffer_string(page->out, "| marked as |");
    for (size_t i = 0; i < page->comparison->article_count; i++) {
        uint8_t genre = page->comparison->articles[i]->genre;
        px_buffer_printf(page->out, " %s |", genre > PX_GENRE_NEWS ? px_genre_name(genre) : "–");
    }
    px_buffer_byte(page->out, '\n');
}

/* The role as a reader finds its lines: under the heading of comments most pages have forms and rules alone. */
static const char *furniture_name(uint8_t role)
{
    return role == PX_ROLE_COMMENTS ? "comments with their forms and rules" : px_role_name(role);
}

/* Page furniture as counts by role. */
static void furniture_row(struct px_page *page)
{
    size_t lines = 0;
    for (size_t i = 0; i < page->comparison->article_count; i++)
        for (size_t j = 0; j < page->comparison->articles[i]->furniture.count; j++)
            lines += page->comparison->articles[i]->furniture.items[j].role != PX_ROLE_OTHER;
    if (lines == 0)
        return;
    px_buffer_string(page->out, "| page furniture left out, in lines |");
    for (size_t i = 0; i < page->comparison->article_count; i++) {
        const struct px_article *article = page->comparison->articles[i];
        size_t counts[PX_ROLE_COUNT] = {0};
        bool any = false;
        for (size_t j = 0; j < article->furniture.count; j++)
            counts[article->furniture.items[j].role]++;
        for (uint8_t role = 0; role < PX_ROLE_COUNT; role++) {
            if (counts[role] == 0 || role == PX_ROLE_OTHER) /* of which nobody would learn anything */
                continue;
            px_buffer_printf(page->out, "%s %s %zu", any ? "," : "", furniture_name(role), counts[role]);
            any = true;
        }
        px_buffer_string(page->out, any ? " |" : " – |");
    }
    px_buffer_byte(page->out, '\n');
}

/* Does the line name somebody or something that the article names, by a word of the name, as far as names are known?
 * What does not may be there for any article, or sell something. */
static bool shares_name(const struct px_article *article, struct px_slice line)
{
    for (size_t i = 0; i < article->entities.count; i++) {
        struct px_slice name = article->entities.items[i].name, word;
        while (px_slice_next(&name, ' ', &word))
            if (word.size >= NAME_LEAST && word.data[0] >= 'A' && word.data[0] <= 'Z' &&
                px_slice_find(line, word, 0) != SIZE_MAX)
                return true;
    }
    return article->entities.count == 0;
}

/* Links of a page's foot, run together: "About UsContact usPrivacy"? */
static bool runs_together(struct px_slice line)
{
    enum { SEAMS = 2 }; /* a name may have one: "McKinley" */
    size_t seams = 0;
    for (size_t i = 0; i + 1 < line.size; i++)
        seams += line.data[i] >= 'a' && line.data[i] <= 'z' && line.data[i + 1] >= 'A' && line.data[i + 1] <= 'Z';
    return seams >= SEAMS;
}

/* Teasers' headlines frame too. */
static void teasers(struct px_page *page, size_t index)
{
    const struct px_article *article = page->comparison->articles[index];
    size_t shown = 0, all = 0;
    for (size_t i = 0; i < article->furniture.count; i++) {
        const struct px_furniture *teaser = &article->furniture.items[i];
        if (teaser->role != PX_ROLE_RELATED || teaser->label == teaser->text.size || runs_together(teaser->text))
            continue;
        bool captions = i + 1 < article->furniture.count && teaser[1].role == PX_ROLE_CREDIT; /* as a picture's would */
        bool led = teaser->label > 0;                                                         /* "READ MORE: …" */
        if (!led && (captions || !shares_name(article, teaser->text)))
            continue;
        all++;
        if (shown == MOST_TEASERS)
            continue;
        if (++shown == 1) {
            px_buffer_string(page->out, "Teasers on the page of ");
            px_page_article_name(page, index);
            px_buffer_string(page->out, ", which frame but are not counted:\n\n");
        }
        px_buffer_string(page->out, "- ");
        px_page_excerpt(page, px_slice_part(teaser->text, teaser->label, teaser->text.size), 160);
        px_buffer_byte(page->out, '\n');
    }
    if (shown > 0 && all > shown)
        px_buffer_printf(page->out, "- and %zu more, in the JSON\n", all - shown);
    if (shown > 0)
        px_buffer_byte(page->out, '\n');
}

enum { APART = 2 }; /* days: a page's date may be the day of its first edition, of its last, or of another time zone */

/* Which was published first, where both dates are known and differ by more than such a day. */
static void order(struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    if (comparison->article_count != 2 || comparison->days_apart < APART)
        return;
    struct px_slice a = comparison->articles[0]->published;
    struct px_slice b = comparison->articles[1]->published;
    size_t first = memcmp(a.data, b.data, 10) < 0 ? 0 : 1;
    px_page_article_name(page, first);
    px_buffer_string(page->out, " appeared first, on ");
    day(page, comparison->articles[first]);
    px_buffer_string(page->out, ", ");
    px_page_article_name(page, 1 - first);
    px_buffer_string(page->out, " on ");
    day(page, comparison->articles[1 - first]);
    px_buffer_printf(
        page->out, ": what happened in between %c could not know%s.\n\n", px_comparison_letter(first),
        comparison->redated ? ", unless it was changed since; a later day that it names it may look ahead to" : "");
}

/* An opinion piece beside another: its wording is its kind's before it is its own. */
static void warn_of_opinion(struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    size_t opinions = 0, last = 0;
    for (size_t a = 0; a < comparison->article_count; a++)
        if (comparison->articles[a]->genre == PX_GENRE_OPINION) {
            opinions++;
            last = a;
        }
    if (opinions != 1 || comparison->article_count != 2)
        return;
    px_page_article_name(page, last);
    px_buffer_string(page->out,
                     " is marked as opinion, the other is not: that alone makes for other wording, sources and "
                     "judgements.\n\n");
}

void px_page_articles(struct px_page *page)
{
    px_buffer_string(page->out, "## The articles\n\n");
    px_page_table(page, (const char *const[]){"", NULL}, (const char *const[]){NULL});
    text_row(page, "standfirst", offsetof(struct px_article, standfirst));
    text_row(page, "byline", offsetof(struct px_article, byline));
    text_row(page, "published", offsetof(struct px_article, published));
    genre_row(page);
    text_row(page, "author's note", offsetof(struct px_article, author_note));
    count_row(page, "sentences, headings included", offsetof(struct px_counts, sentences));
    count_row(page, "paragraphs", offsetof(struct px_counts, paragraphs));
    share_row(page, "words in direct speech", offsetof(struct px_counts, words_direct));
    share_row(page, "words in reported speech or thought", offsetof(struct px_counts, words_indirect));
    shared_row(page);
    furniture_row(page);
    px_buffer_byte(page->out, '\n');
    px_page_picture(page, PX_PICTURE_STRIPS);
    warn_of_opinion(page);
    order(page);
    for (size_t i = 0; i < page->comparison->article_count; i++)
        teasers(page, i);
    px_page_validity(page, "articles");
}
