#include "ingest/metadata.h"

#include "ingest/byline.h"
#include "ingest/clues.h"
#include "ingest/dates.h"
#include "ingest/title.h"

enum {
    DATE_BYTES = 120,
    STRONG_UNITS = 3,
    STRONG_CHARACTERS = 200,
    TAGS_AT_MOST = 40,
    TAG_BYTES = 80,
    SECTION_WORDS = 6
};

/* ------------------------------------------------------------------------------------------------- addresses */

static struct px_slice host_of(struct px_slice url)
{
    size_t at = px_slice_find(url, PX_SLICE("://"), 0);
    struct px_slice host = at == SIZE_MAX ? (struct px_slice){NULL, 0} : px_slice_part(url, at + 3, url.size);
    for (size_t i = 0; i < host.size; i++)
        if (host.data[i] == '/' || host.data[i] == ':' || host.data[i] == '?' || host.data[i] == '#')
            host.size = i;
    return px_slice_starts(host, PX_SLICE("www.")) ? px_slice_part(host, 4, host.size) : host;
}

struct px_slice px_metadata_domain(struct px_slice url)
{
    struct px_slice host = host_of(url);
    if (!px_slice_is(host, "web.archive.org"))
        return host;
    size_t at = px_slice_find(url, PX_SLICE("://"), 0);
    size_t inner = px_slice_find(url, PX_SLICE("://"), at + 3);
    return inner == SIZE_MAX ? host : host_of(px_slice_part(url, inner, url.size));
}

static struct px_slice find_url(struct px_page *page, struct px_slice data)
{
    const struct px_slice all[] = {px_clues_text(page, px_clues_find(page, PX_CLUE_CANONICAL)),
                                   PX_CLUES_META(page, "og:url", "twitter:url"), data};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (host_of(all[i]).size > 0)
            return px_clues_tidy(page, all[i]);
    return (struct px_slice){0};
}

/* A line that is nothing but an address, near the beginning or the end. */
static struct px_slice printed_url(const struct px_page *page)
{
    for (size_t i = 0; i < page->units.count; i++) {
        struct px_slice text = page->units.items[i].text;
        if (i > 10 && i + 10 < page->units.count)
            continue;
        if (px_slice_starts(text, PX_SLICE("<")) && px_slice_ends(text, PX_SLICE(">")))
            text = px_slice_part(text, 1, text.size - 1);
        bool address = px_slice_starts(text, PX_SLICE("http://")) || px_slice_starts(text, PX_SLICE("https://"));
        if (address && memchr(text.data, ' ', text.size) == NULL)
            return text;
    }
    return (struct px_slice){0};
}

/* ------------------------------------------------------------------------------------------------- dates */

static struct px_slice iso_date(struct px_page *page, struct px_slice text)
{
    struct px_date date;
    if (!px_date_find(page->rules, text, &date))
        return (struct px_slice){0};
    struct px_slice iso = px_arena_copy(&page->arena, px_slice_from(date.iso));
    if (date.ambiguous)
        page->facts.doubtful = iso;
    return iso;
}

/* A <time>, or an element with itemprop, that is marked so ("datePublished"). */
static struct px_slice marked_time(struct px_page *page, struct px_slice mark)
{
    struct px_slice date = {0};
    for (size_t i = 0; i < page->found.count && date.size == 0; i++) {
        const struct px_clue *clue = &page->found.items[i];
        if (clue->kind == PX_CLUE_TIME && px_slice_find(clue->key, mark, 0) != SIZE_MAX &&
            px_clues_place(page, clue) == PX_PLACE_OPEN)
            date = iso_date(page, px_clues_text(page, clue));
    }
    return date;
}

/* The first <time> from the headline on that stands in no box; else the first of all. */
static struct px_slice first_time(struct px_page *page)
{
    const struct px_clue *headline = px_clues_find(page, PX_CLUE_HEADLINE);
    uint32_t from = headline == NULL ? 0 : headline->element;
    struct px_slice first = {0};
    for (size_t i = 0; i < page->found.count; i++) {
        const struct px_clue *clue = &page->found.items[i];
        bool modified = clue->kind == PX_CLUE_TIME && px_slice_find(clue->key, PX_SLICE("Modified"), 0) != SIZE_MAX;
        bool later = clue->kind == PX_CLUE_TIME && clue->element >= from && px_clues_place(page, clue) == PX_PLACE_OPEN;
        if (clue->kind != PX_CLUE_TIME || modified || (first.size > 0 && !later))
            continue;
        struct px_slice date = iso_date(page, px_clues_text(page, clue));
        if (date.size > 0 && later)
            return date;
        first = px_clues_first(first, date);
    }
    return first;
}

/* The first date, or the second where that is of the same day and gives the time too. */
static struct px_slice closer_date(struct px_slice first, struct px_slice second)
{
    return first.size == 0 || (second.size > first.size && px_slice_starts(second, first)) ? second : first;
}

/* The first printed date that stands on a short line, before the text has gone on for long. */
static struct px_slice printed_date(struct px_page *page)
{
    size_t strong = 0;
    for (size_t i = 0; i < page->units.count && strong < STRONG_UNITS; i++) {
        const struct px_unit *unit = &page->units.items[i];
        strong += unit->measure.characters > STRONG_CHARACTERS && unit->measure.ends_sentence;
        struct px_slice date =
            unit->measure.has_date && unit->text.size < DATE_BYTES ? iso_date(page, unit->text) : (struct px_slice){0};
        if (date.size > 0)
            return date;
    }
    return (struct px_slice){0};
}

/* The date in the address, with the year first, tells which is the day in "03/04/2017"; else that stays doubtful. */
static void settle_date(struct px_page *page, struct px_facts *facts)
{
    struct px_slice url = iso_date(page, facts->url);
    bool doubtful = facts->published.size > 0 && px_slice_equal(facts->published, facts->doubtful);
    if (doubtful && px_dates_may_be_one(facts->published, url)) {
        facts->published = url;
        doubtful = false;
    }
    facts->doubtful = doubtful ? facts->published : (struct px_slice){0};
    if (facts->published.size == 0)
        facts->published = url;
}

static void judge_dates(struct px_page *page, struct px_facts *facts)
{
    struct px_slice published =
        PX_CLUES_META(page, "article:published_time", "og:article:published_time", "parsely-pub-date", "datepublished",
                      "dc.date.issued", "dcterms.created", "dc.date", "date", "pubdate", "sailthru.date",
                      "article.published", "publish-date", "cxenseparse:recs:publishtime", "dc:date", "dcterms.date",
                      "publication_date", "article:published", "citation_publication_date", "og:published_time");
    struct px_slice modified =
        PX_CLUES_META(page, "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified",
                      "dcterms.modified", "dc.date.modified", "last-modified", "article:modified", "lastmod");
    facts->published = iso_date(page, facts->published);
    if (facts->published.size == 0)
        facts->published = iso_date(page, published);
    if (facts->published.size == 0)
        facts->published = closer_date(marked_time(page, PX_SLICE("ublish")), first_time(page));
    if (facts->published.size == 0)
        facts->published = printed_date(page);
    settle_date(page, facts);
    struct px_slice doubtful = facts->doubtful; /* of the day of publication alone */
    facts->modified = iso_date(page, px_clues_first(facts->modified, modified));
    if (facts->modified.size == 0)
        facts->modified = marked_time(page, PX_SLICE("odified"));
    facts->doubtful = doubtful;
}

/* ------------------------------------------------------------------------------------------------- the rest */

static void judge_language(struct px_page *page, struct px_facts *facts)
{
    struct px_slice language = px_clues_first(
        px_clues_text(page, px_clues_find(page, PX_CLUE_LANGUAGE)),
        px_clues_first(PX_CLUES_META(page, "og:locale", "content-language", "dc.language"), facts->language));
    facts->language = (struct px_slice){0};
    if (language.size < 2 || (language.size > 2 && language.data[2] != '-' && language.data[2] != '_'))
        return;
    char code[2] = {(char)(language.data[0] | 32), (char)(language.data[1] | 32)};
    facts->language = px_arena_copy(&page->arena, (struct px_slice){code, 2});
}

void px_metadata_add_tags(struct px_page *page, struct px_slice text, struct px_facts *facts)
{
    struct px_slice rest = px_clues_tidy(page, text), tag;
    while (px_slice_next(&rest, ',', &tag) && facts->tags.count < TAGS_AT_MOST) {
        tag = px_slice_trim(tag);
        bool known = tag.size == 0 || tag.size > TAG_BYTES || tag.data[0] == '[' || tag.data[0] == ':';
        for (size_t i = 0; i < facts->tags.count && !known; i++)
            known = px_slice_equal(facts->tags.items[i], tag);
        struct px_slice *slot = known ? NULL : px_vector_push(&facts->tags, &page->arena);
        page->failed = page->failed || (!known && slot == NULL);
        if (slot != NULL)
            *slot = tag;
    }
}

static void judge_tags(struct px_page *page, struct px_facts *facts)
{
    static const char *const keys[] = {"article:tag", "og:article:tag", "parsely-tags", "news_keywords", "keywords"};
    struct px_facts found = {0};
    for (size_t k = 0; k < sizeof keys / sizeof *keys && found.tags.count == 0; k++)
        for (size_t i = 0; i < page->found.count; i++)
            if (px_clues_is_meta(&page->found.items[i], keys[k]))
                px_metadata_add_tags(page, page->found.items[i].value, &found);
    if (found.tags.count > 0)
        facts->tags = found.tags;
    for (size_t i = 0; i < page->found.count && found.tags.count == 0; i++)
        if (page->found.items[i].kind == PX_CLUE_TAG)
            px_metadata_add_tags(page, px_clues_text(page, &page->found.items[i]), facts);
}

static void judge_section(struct px_page *page, struct px_facts *facts)
{
    struct px_slice meta = PX_CLUES_META(page, "article:section", "og:article:section", "parsely-section", "og:section",
                                         "section", "dc.subject.section", "cxenseparse:recs:category");
    struct px_slice section = px_clues_tidy(page, px_clues_first(meta, facts->section));
    for (size_t i = 1; i + 1 < section.size; i++)
        if (section.data[i] == ',' && section.data[i + 1] != ' ') /* a list of sections */
            section.size = i;
    bool fits = px_clues_count_words(section) <= SECTION_WORDS && px_slice_find(section, PX_SLICE("/"), 0) != 0 &&
                !px_clues_same(section, facts->title);
    facts->section = fits ? section : (struct px_slice){0};
}

static void read_data(struct px_page *page, struct px_facts *facts)
{
    for (size_t i = 0; i < page->found.count; i++)
        if (page->found.items[i].kind == PX_CLUE_DATA)
            px_metadata_read_data(page, page->found.items[i].value, facts);
}

static struct px_slice name_domain(struct px_page *page, struct px_slice domain)
{
    return domain.size == 0 ? domain : px_outlet_name_domain(page, domain);
}

enum px_status px_metadata_judge_text(struct px_page *page, struct px_error *error)
{
    struct px_facts *facts = &page->facts;
    if (facts->url.size == 0)
        facts->url = printed_url(page);
    struct px_slice domain = facts->url.size > 0 ? px_metadata_domain(facts->url) : px_outlet_find_domain(page);
    if (facts->outlet.size == 0)
        facts->outlet = name_domain(page, domain);
    if (facts->outlet.size == 0)
        facts->outlet = px_outlet_find_owner(page);
    px_byline_judge_text(page, facts);
    facts->published = facts->published.size > 0 ? iso_date(page, facts->published) : printed_date(page);
    settle_date(page, facts);
    facts->modified = iso_date(page, facts->modified);
    return page->failed || page->tidy.failed ? px_no_memory(error) : PX_OK;
}

enum px_status px_metadata_judge(struct px_page *page, struct px_error *error)
{
    struct px_facts *facts = &page->facts;
    const struct px_facts given = *facts; /* by a record: it goes before what the page says */
    read_data(page, facts);
    struct px_slice site = PX_CLUES_META(page, "og:site_name", "application-name", "dc.publisher", "cre", "publisher");
    facts->url = px_clues_first(given.url, find_url(page, facts->url));
    site = px_clues_tidy(page, px_clues_first(site, facts->outlet));
    facts->outlet = px_clues_first(given.outlet, px_title_site(site, facts->url));
    px_title_judge(page, facts);
    if (given.title.size > 0)
        facts->title = page->heading = given.title;
    if (given.outlet.size == 0 && px_clues_same(facts->outlet, facts->title)) /* "Headline | The Site" for a site */
        facts->outlet = px_title_rest(site, facts->title);
    if (facts->outlet.size == 0)
        facts->outlet = name_domain(page, px_metadata_domain(facts->url));
    px_byline_judge(page, facts);
    judge_dates(page, facts);
    judge_language(page, facts);
    facts->description =
        px_clues_tidy(page, px_clues_first(PX_CLUES_META(page, "og:description", "description", "twitter:description"),
                                           facts->description));
    facts->paid = facts->paid || px_slice_is(PX_CLUES_META(page, "article:content_tier"), "locked");
    judge_section(page, facts);
    judge_tags(page, facts);
    return page->failed || page->tidy.failed ? px_no_memory(error) : PX_OK;
}
