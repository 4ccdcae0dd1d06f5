/* The section on the articles: what was compared, which came first, and what stood around them. */
#include <ctype.h>
#include <string.h>

#include "report/page.h"

enum { MOST_TEASERS = 3, NAME_LEAST = 4 };

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

static void share_row(struct px_page *page, const char *name, size_t field)
{
    px_buffer_printf(page->out, "| %s |", name);
    for (size_t i = 0; i < page->comparison->article_count; i++) {
        const struct px_counts *counts = &page->comparison->articles[i]->counts;
        uint32_t part = *(const uint32_t *)(const void *)((const char *)counts + field);
        px_page_share(page, part, counts->words);
    }
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

/* "13 navigation, 6 caption": lines of an article's page by their role. */
static void furniture_counts(struct px_page *page, const struct px_article *article)
{
    size_t counts[PX_ROLE_COUNT] = {0};
    const char *between = " ";
    for (size_t i = 0; i < article->furniture.count; i++)
        counts[article->furniture.items[i].role]++;
    for (uint8_t role = 0; role < PX_ROLE_COUNT; role++) {
        if (counts[role] == 0)
            continue;
        const char *name = role == PX_ROLE_COMMENTS ? "comments with their forms and rules" : px_role_name(role);
        px_buffer_printf(page->out, "%s%zu %s", between, counts[role], name);
        between = ", ";
    }
}

void px_page_furniture(struct px_page *page)
{
    const struct px_comparison *comparison = page->comparison;
    const char *between = "Lines of page furniture left out: ";
    size_t begun = page->out->size;
    for (size_t i = 0; i < comparison->article_count; i++) {
        if (comparison->articles[i]->furniture.count == 0)
            continue;
        px_buffer_printf(page->out, "%s%c:", between, px_comparison_letter(i));
        furniture_counts(page, comparison->articles[i]);
        between = "; ";
    }
    px_buffer_string(page->out, page->out->size > begun ? ".\n\n" : "");
}

/* Does the line have the word, whole or before "’s"? */
static bool has_word(struct px_slice line, struct px_slice word)
{
    bool has = false;
    for (size_t at = 0; !has && (at = px_slice_find(line, word, at)) != SIZE_MAX; at += word.size)
        has = (at == 0 || !isalnum((unsigned char)line.data[at - 1])) &&
              (at + word.size == line.size || !isalnum((unsigned char)line.data[at + word.size]));
    return has;
}

/* May the word tell of whom a name is: a long one, or initials, "EU"? */
static bool is_telling(struct px_slice word)
{
    bool capitals = word.size > 1;
    for (size_t i = 0; i < word.size; i++)
        capitals = capitals && px_slice_is_capital(word, i);
    return word.size >= NAME_LEAST || capitals;
}

/* Does the word stand in a name, or have one in it? */
static bool is_named(const struct px_article *article, struct px_slice word)
{
    uint32_t start = (uint32_t)(word.data - article->text.data), end = start + (uint32_t)word.size;
    bool named = false;
    for (size_t m = 0; m < article->mentions.count && article->mentions.items[m].start < end; m++)
        named |= article->mentions.items[m].end > start;
    return named;
}

/* The telling words of names in the token, "Halden" and "Varn" of "Halden-Varn", that the line has and the text before them has
 * not. */
static size_t shared_words(const struct px_article *article, const struct px_token *token, struct px_slice line)
{
    struct px_slice words = px_slice_part(article->text, token->start, token->end), word;
    size_t shared = 0;
    while (px_slice_next(&words, '-', &word)) {
        struct px_slice before = px_slice_part(article->text, 0, (size_t)(word.data - article->text.data));
        shared += is_telling(word) && is_named(article, word) && has_word(line, word) && !has_word(before, word);
    }
    return shared;
}

/* Does the line have several words of names of the article's headline? What has not may be there for any article, or sell
 * something. */
static bool shares_names(const struct px_article *article, struct px_slice line)
{
    enum { FEWEST = 2 };
    uint32_t end =
        article->blocks.count > 0 && article->blocks.items[0].role == PX_ROLE_TITLE ? article->blocks.items[0].end : 0;
    size_t shared = 0;
    for (uint32_t t = 0; t < article->tokens.count && article->tokens.items[t].end <= end; t++)
        shared += shared_words(article, &article->tokens.items[t], line);
    return shared >= FEWEST;
}

/* Links of a page's foot, run together: "About UsContact usPrivacy"? */
static bool runs_together(struct px_slice line)
{
    enum { SEAMS = 2 }; /* a name may have one: "McKinley" */
    size_t seams = 0;
    for (size_t i = 0; i + 1 < line.size; i++)
        seams += line.data[i] >= 'a' && line.data[i] <= 'z' && px_slice_is_capital(line, i + 1);
    return seams >= SEAMS;
}

/* Is the furniture a headline that leads to another article on the same people or places, and not what stands over such,
 * or a picture's caption? */
static bool is_teaser(const struct px_article *article, size_t index)
{
    const struct px_furniture *teaser = &article->furniture.items[index];
    if (teaser->role != PX_ROLE_RELATED || teaser->label == teaser->text.size || runs_together(teaser->text))
        return false;
    bool led = teaser->label > 0; /* "READ MORE: …" */
    bool caption = index + 1 < article->furniture.count && teaser[1].role == PX_ROLE_CREDIT;
    return (led || !caption) && shares_names(article, teaser->text);
}

/* Teasers' headlines frame too. */
static void teasers(struct px_page *page, size_t index)
{
    const struct px_article *article = page->comparison->articles[index];
    size_t all = 0, shown = 0;
    for (size_t i = 0; i < article->furniture.count; i++)
        all += is_teaser(article, i);
    size_t listed = px_listed(all, MOST_TEASERS);
    if (listed == 0)
        return;
    px_buffer_string(page->out, "Teasers on the page of ");
    px_page_article_name(page, index);
    px_buffer_string(page->out, " that share two words or more of the names in its headline; they are not counted but "
                                "frame the matter, too:\n\n");
    for (size_t i = 0; shown < listed; i++) {
        const struct px_furniture *teaser = &article->furniture.items[i];
        if (!is_teaser(article, i))
            continue;
        shown++;
        px_buffer_string(page->out, "- ");
        px_page_excerpt(page, px_slice_part(teaser->text, teaser->label, teaser->text.size), 160);
        px_buffer_byte(page->out, '\n');
    }
    if (all > listed)
        px_buffer_printf(page->out, "- and %zu more, in the JSON\n", all - listed);
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
    px_page_day(page, comparison->articles[first]);
    px_buffer_string(page->out, ", ");
    px_page_article_name(page, 1 - first);
    px_buffer_string(page->out, " on ");
    px_page_day(page, comparison->articles[1 - first]);
    px_buffer_printf(page->out, ": %c could not know what happened in between%s.\n\n", px_comparison_letter(first),
                     comparison->redated ? ", unless its page was changed later" : "");
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
    px_buffer_printf(page->out,
                     " is marked as opinion, %c is not: wording, sources and judgements may differ for that alone.\n\n",
                     px_comparison_letter(1 - last));
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
    px_buffer_byte(page->out, '\n');
    px_page_picture(page, PX_PICTURE_STRIPS);
    warn_of_opinion(page);
    order(page);
    for (size_t i = 0; i < page->comparison->article_count; i++)
        teasers(page, i);
    px_page_validity(page, "articles");
}
