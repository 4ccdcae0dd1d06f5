#include "ingest/warn.h"

#include "ingest/markup.h"

enum {
    INDEX_LINKS = 20,    /* headlines that are links, on a page with next to no text */
    INDEX_WORDS = 60,    /* of text, at most */
    ARTICLE_WORDS = 100, /* an article of several has so many */
    TEASER_WORDS = 100,  /* a longer text is no teaser, */
    PAID_WORDS = 300,    /* or this long a one on a page that says that it is not free */
    NOTICE_WITHIN = 6    /* units behind the text where a paywall's notice may stand */
};

static bool is_linked_headline(const struct px_unit *unit)
{
    return unit->measure.words >= 4 && unit->measure.words <= 30 && unit->link_bytes * 10 >= unit->text.size * 8;
}

static bool is_index(const struct px_page *page)
{
    size_t links = 0, words = 0;
    for (size_t i = 0; i < page->units.count; i++) {
        const struct px_unit *unit = &page->units.items[i];
        links += is_linked_headline(unit);
        words += unit->keep && unit->role != PX_ROLE_TITLE && unit->link_bytes * 2 < unit->text.size
                     ? unit->measure.words
                     : 0;
    }
    return links >= INDEX_LINKS && words <= INDEX_WORDS;
}

/* How many <article> elements, outermost ones, hold an article's worth of the text. */
static enum px_status count_articles(struct px_page *page, size_t *count, struct px_error *error)
{
    size_t elements = page->elements.count;
    uint32_t *outermost = px_arena_array(&page->arena, uint32_t, elements + 1);
    uint32_t *words = px_arena_array(&page->arena, uint32_t, elements + 1);
    if (outermost == NULL || words == NULL)
        return px_no_memory(error);
    for (uint32_t i = 1; i < elements; i++) {
        const struct px_element *element = &page->elements.items[i];
        uint32_t above = outermost[element->parent];
        outermost[i] = above != 0 ? above : element->tag == PX_TAG_ARTICLE ? i : 0;
    }
    for (size_t i = 0; i < page->units.count; i++) {
        const struct px_unit *unit = &page->units.items[i];
        if (unit->keep && px_unit_is_prose(unit))
            words[outermost[unit->element]] += unit->measure.words;
    }
    *count = 0;
    for (size_t i = 1; i < elements; i++)
        *count += words[i] >= ARTICLE_WORDS;
    return PX_OK;
}

/* Words of the text, and its last unit. */
static size_t count_words(const struct px_page *page, size_t *last)
{
    size_t words = 0;
    *last = page->units.count;
    for (size_t i = 0; i < page->units.count; i++) {
        const struct px_unit *unit = &page->units.items[i];
        if (!unit->keep || unit->role == PX_ROLE_TITLE)
            continue;
        words += unit->measure.words;
        *last = i;
    }
    return words;
}

/* Does a notice stand right behind the unit? */
static bool ends_at_notice(const struct px_page *page, size_t last)
{
    for (size_t i = last + 1; i < page->units.count && i <= last + NOTICE_WITHIN; i++) {
        const struct px_unit *unit = &page->units.items[i];
        bool notice = unit->rules.where != PX_PATTERN_NOWHERE && unit->rules.value == PX_ROLE_NOTICE;
        if (notice && unit->measure.words >= 3)
            return true;
    }
    return false;
}

static void warn_of_teaser(const struct px_page *page, struct px_article *article)
{
    size_t last, words = count_words(page, &last);
    if (words > 0 && words < TEASER_WORDS && ends_at_notice(page, last))
        px_article_warn(article, "the text ends after %zu words at a notice: the rest may be for subscribers", words);
    else if (words > 0 && words < PAID_WORDS && page->facts.paid)
        px_article_warn(
            article, "the page says that the article is for subscribers: its %zu words may be the first alone", words);
}

enum px_status px_page_warn(struct px_page *page, struct px_article *article, struct px_error *error)
{
    size_t articles = 0;
    enum px_status status = count_articles(page, &articles, error);
    if (status != PX_OK)
        return status;
    if (is_index(page))
        px_article_warn(article, "the page looks like an index of articles, not like one article");
    else if (articles > 1)
        px_article_warn(article, "the page holds the text of %zu articles", articles);
    else
        warn_of_teaser(page, article);
    return PX_OK;
}
