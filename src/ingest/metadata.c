#include "ingest/metadata.h"

#include <strings.h>

#include "ingest/dates.h"
#include "text/normalise.h"
#include "text/utf8.h"

enum {
    BYLINE_BYTES = 120,
    BYLINE_WORDS = 8,
    HEADLINE_BYTES = 300,
    PIECE_WORDS = 30,
    PIECES = 12,
    OUTLET_WORDS = 5,
    FACT_BYTES = 2000
};

bool px_metadata_same(struct px_slice a, struct px_slice b)
{
    struct px_buffer x = {0}, y = {0};
    px_patterns_fold(a, &x);
    px_patterns_fold(b, &y);
    bool same = x.size > 0 && px_slice_equal(px_buffer_slice(&x), px_buffer_slice(&y));
    px_buffer_release(&x);
    px_buffer_release(&y);
    return same;
}

/* Tidy text of the arena; of what no headline or name is as long as, the beginning. */
static struct px_slice tidy(struct px_page *page, struct px_slice text)
{
    if (text.size > FACT_BYTES) {
        text.size = FACT_BYTES;
        while (text.size > 0 && ((unsigned char)text.data[text.size] & 0xC0) == 0x80)
            text.size--;
    }
    px_buffer_clear(&page->tidy);
    px_text_tidy(text, &page->tidy);
    return px_arena_copy(&page->arena, px_buffer_slice(&page->tidy));
}

/* "&amp;" and its like, left over where a page escaped twice. */
static struct px_slice unescape(struct px_page *page, struct px_slice text)
{
    static const char *const entities[][2] = {{"&amp;", "&"},
                                              {"&quot;", "\""},
                                              {"&#39;", "'"},
                                              {"&#039;", "'"},
                                              {"&nbsp;", " "},
                                              {"&lt;", "<"},
                                              {"&gt;", ">"},
                                              {"&#8217;", "\xE2\x80\x99"},
                                              {"&#8216;", "\xE2\x80\x98"},
                                              {"&#8220;", "\xE2\x80\x9C"},
                                              {"&#8221;", "\xE2\x80\x9D"},
                                              {"&#8211;", "\xE2\x80\x93"},
                                              {"&rsquo;", "\xE2\x80\x99"},
                                              {"&apos;", "'"}};
    if (text.size == 0 || memchr(text.data, '&', text.size) == NULL)
        return text;
    struct px_buffer out = {0};
    for (size_t at = 0; at < text.size;) {
        size_t i = 0, count = sizeof entities / sizeof *entities;
        while (i < count && !px_slice_starts(px_slice_part(text, at, text.size), px_slice_from(entities[i][0])))
            i++;
        if (i < count)
            px_buffer_string(&out, entities[i][1]);
        else
            px_buffer_byte(&out, text.data[at]);
        at += i < count ? strlen(entities[i][0]) : 1;
    }
    struct px_slice made = out.failed ? text : px_arena_copy(&page->arena, px_buffer_slice(&out));
    px_buffer_release(&out);
    return made;
}

/* Signs that part a headline from the site's name, and signs that may as well stand inside a headline. */
static bool is_bar(uint32_t c)
{
    return c == '|' || c == '-' || c == 0xBB || c == '/' || c == '>' || c == 0x203A || c == 0xAB || c == '\\';
}

static bool is_separator(uint32_t c)
{
    return is_bar(c) || c == 0x2013 || c == 0x2014 || c == 0xB7 || c == 0x2022 || c == 0x2039 || c == '~';
}

/* The next separator between spaces from `from`; its bytes with the spaces in [*start, *end). */
static bool find_separator(struct px_slice title, size_t from, size_t *start, size_t *end)
{
    for (size_t at = from; at < title.size;) {
        size_t here = at;
        uint32_t c = px_utf8_next(title, &at);
        bool spaced = here > 0 && title.data[here - 1] == ' ';
        if (is_separator(c) && spaced && at < title.size && title.data[at] == ' ') {
            *start = here - 1;
            *end = at + 1;
            return true;
        }
    }
    return false;
}

static size_t count_words(struct px_slice text)
{
    size_t count = text.size > 0;
    for (size_t i = 0; i < text.size; i++)
        count += text.data[i] == ' ';
    return count;
}

bool px_metadata_contains(struct px_slice whole, struct px_slice part)
{
    struct px_buffer x = {0}, y = {0};
    px_patterns_fold(whole, &x);
    px_patterns_fold(part, &y);
    bool found = y.size > 0 && px_slice_find(px_buffer_slice(&x), px_buffer_slice(&y), 0) != SIZE_MAX;
    px_buffer_release(&x);
    px_buffer_release(&y);
    return found;
}

/* Without the outlet's name and the separator at either end; nothing else is cut. */
static struct px_slice strip_outlet(struct px_slice title, struct px_slice outlet)
{
    size_t start, end, from = 0;
    while (outlet.size > 0 && find_separator(title, from, &start, &end)) {
        if (px_metadata_same(px_slice_part(title, end, title.size), outlet))
            return px_slice_part(title, 0, start);
        if (px_metadata_same(px_slice_part(title, 0, start), outlet))
            return px_slice_part(title, end, title.size);
        from = end - 1;
    }
    return title;
}

struct px_slice px_metadata_title(struct px_slice title, struct px_slice outlet, struct px_slice headline)
{
    size_t start, end, from = 0, first_end = 0, last_start = 0;
    bool parted = false;
    struct px_slice stripped = strip_outlet(title, outlet);
    if (px_metadata_same(title, headline) || stripped.size < title.size)
        return stripped;
    while (find_separator(title, from, &start, &end)) {
        size_t sign = start + 1;
        from = end - 1;
        parted = true;
        if (!is_bar(px_utf8_next(title, &sign)))
            continue;
        first_end = first_end == 0 ? end : first_end;
        last_start = start;
    }
    if (!parted)
        return title;
    if (headline.size > 10 && headline.size < HEADLINE_BYTES && px_metadata_contains(title, headline))
        return headline;
    if (first_end == 0)
        return title;
    if (count_words(px_slice_part(title, 0, last_start)) >= 3)
        return px_slice_trim(px_slice_part(title, 0, last_start));
    if (count_words(px_slice_part(title, first_end, title.size)) >= 3)
        return px_slice_trim(px_slice_part(title, first_end, title.size));
    return title;
}

struct px_slice px_metadata_domain(struct px_slice url)
{
    size_t at = px_slice_find(url, PX_SLICE("://"), 0);
    struct px_slice host = at == SIZE_MAX ? (struct px_slice){NULL, 0} : px_slice_part(url, at + 3, url.size);
    for (size_t i = 0; i < host.size; i++)
        if (host.data[i] == '/' || host.data[i] == ':' || host.data[i] == '?' || host.data[i] == '#')
            host.size = i;
    return px_slice_starts(host, PX_SLICE("www.")) ? px_slice_part(host, 4, host.size) : host;
}

/* Does the bracket that opens at `at` close at the very end, or never? */
static bool closes_at_end(struct px_slice text, size_t at)
{
    size_t close = px_slice_find(text, PX_SLICE(")"), at);
    return close == SIZE_MAX || close + 2 >= text.size;
}

/* Cuts a byline before a bullet, a bar, or the first digit (dates and times follow names). */
static struct px_slice cut_byline(struct px_slice text)
{
    size_t end = text.size;
    for (size_t at = 0; at < end;) {
        size_t here = at;
        uint32_t c = px_utf8_next(text, &at);
        bool digit = c >= '0' && c <= '9' && (here == 0 || text.data[here - 1] == ' ');
        bool stops = c == '|' || c == 0x2022 || c == 0xB7 || digit || c == '@' || c == 0x2014;
        if (stops || (c == '(' && here > 0 && closes_at_end(text, here)))
            end = here;
    }
    text = px_slice_trim(px_slice_part(text, 0, end));
    for (bool more = true; more && text.size > 0;) {
        size_t space = text.size, at;
        while (space > 0 && text.data[space - 1] != ' ')
            space--;
        at = space;
        bool small = space > 0 && px_utf8_is_lower(px_utf8_next(text, &at)); /* no name ends in a small word */
        more = small || strchr(",;:-/ ", text.data[text.size - 1]) != NULL;
        text.size = small ? space - 1 : text.size - more;
    }
    return text;
}

static struct px_slice drop_words(struct px_slice text, size_t count)
{
    size_t at = 0;
    while (count > 0 && at < text.size) {
        while (at < text.size && text.data[at] != ' ' && text.data[at] != ':')
            at++;
        while (at < text.size && (text.data[at] == ' ' || text.data[at] == ':'))
            at++;
        count--;
    }
    return px_slice_part(text, at, text.size);
}

struct px_slice px_metadata_byline(struct px_page *page, struct px_slice text)
{
    text = tidy(page, unescape(page, text));
    if (text.size == 0 || text.size > 4 * BYLINE_BYTES)
        return (struct px_slice){0};
    text = drop_words(text, px_rules_byline_words(page->rules, px_page_fold(page, text)));
    text = cut_byline(text);
    if (px_slice_find(text, PX_SLICE("://"), 0) != SIZE_MAX)
        return (struct px_slice){0};
    struct px_measure measure;
    uint32_t unused[PX_RULE_LANGUAGES] = {0};
    px_measure_text(page->rules, text, &measure, unused);
    return measure.words == 0 || measure.words > 3 * BYLINE_WORDS ? (struct px_slice){NULL, 0} : text;
}

static struct px_slice find_meta(const struct px_page *page, const char *const *keys)
{
    for (; *keys != NULL; keys++)
        for (size_t i = 0; i < page->found.count; i++) {
            const struct px_clue *clue = &page->found.items[i];
            if (clue->kind == PX_CLUE_META && clue->key.size == strlen(*keys) && clue->value.size > 0 &&
                strncasecmp(clue->key.data, *keys, clue->key.size) == 0)
                return clue->value;
        }
    return (struct px_slice){0};
}

#define META(...) find_meta(page, (const char *const[]){__VA_ARGS__, NULL})

static struct px_slice first_of(struct px_slice a, struct px_slice b)
{
    return a.size > 0 ? a : b;
}

static const struct px_clue *find_clue(const struct px_page *page, enum px_clue_kind kind)
{
    for (size_t i = 0; i < page->found.count; i++)
        if (page->found.items[i].kind == kind)
            return &page->found.items[i];
    return NULL;
}

static struct px_slice clue_text(const struct px_page *page, const struct px_clue *clue)
{
    if (clue == NULL)
        return (struct px_slice){0};
    return clue->value.size > 0 ? clue->value : px_page_element_text(page, clue->element);
}

/* Cuts the next piece up to a separator off the front. */
static bool next_piece(struct px_slice *rest, struct px_slice *piece)
{
    size_t start, end;
    if (rest->size == 0)
        return false;
    if (find_separator(*rest, 0, &start, &end)) {
        *piece = px_slice_part(*rest, 0, start);
        *rest = px_slice_part(*rest, end, rest->size);
    } else {
        *piece = *rest;
        rest->size = 0;
    }
    return true;
}

/* The outlet's name out of the <title>: the longest other piece of up to five words that stands elsewhere too (in the
 * masthead, in the copyright line); the last of several. */
static struct px_slice outlet_piece(struct px_page *page, struct px_slice tag, struct px_slice title)
{
    struct px_slice rest = tag, text, best = {0};
    size_t most = 0;
    for (size_t pieces = 0; pieces < PIECES && next_piece(&rest, &text); pieces++) {
        size_t words = count_words(text);
        if (words < most || words > OUTLET_WORDS || px_metadata_contains(title, text))
            continue;
        struct px_slice folded = px_page_fold(page, text);
        for (size_t i = 0; i < page->units.count && folded.size > 0; i++) {
            const struct px_unit *unit = &page->units.items[i];
            if (unit->measure.words <= PIECE_WORDS && px_slice_find(unit->words, folded, 0) != SIZE_MAX) {
                best = text;
                most = words;
                break;
            }
        }
    }
    return best;
}

/* The piece with the most words: the headline, most likely. `*count` is how many pieces there are. */
static struct px_slice longest_piece(struct px_slice tag, size_t *count)
{
    struct px_slice rest = tag, text, best = {0};
    for (*count = 0; *count < PIECES && next_piece(&rest, &text); ++*count)
        if (count_words(text) > count_words(best))
            best = text;
    return best;
}

/* The piece of a <title> that the page prints as a line of its own, the longest one; else what the usual cut gives. */
static struct px_slice find_piece(struct px_page *page, struct px_slice tag, struct px_slice *name)
{
    size_t count;
    struct px_slice longest = longest_piece(tag, &count);
    if (name->size == 0)
        *name = outlet_piece(page, tag, longest);
    struct px_slice best = {0};
    struct px_slice rest = tag, text;
    for (size_t pieces = 0; pieces < PIECES && next_piece(&rest, &text); pieces++) {
        struct px_slice folded = px_page_fold(page, text);
        for (size_t i = 0; i < page->units.count && text.size > best.size && count_words(text) > 2; i++)
            if (px_slice_equal(page->units.items[i].words, folded))
                best = text;
    }
    if (best.size > 0)
        return best;
    return count > 2 && name->size > 0 ? longest : px_metadata_title(tag, *name, page->heading);
}

static void judge_title(struct px_page *page, struct px_facts *facts, struct px_slice name)
{
    struct px_slice printed = tidy(page, clue_text(page, find_clue(page, PX_CLUE_HEADLINE)));
    struct px_slice tag = tidy(page, clue_text(page, find_clue(page, PX_CLUE_TITLE)));
    struct px_slice meta =
        META("dc:title", "dcterm:title", "dc.title", "dcterms.title", "og:title", "twitter:title", "parsely-title");
    meta = tidy(page, unescape(page, meta));
    page->heading = printed.size < HEADLINE_BYTES ? printed : (struct px_slice){0};
    if (facts->name.size > 0 && px_metadata_contains(tag, facts->name) && !px_metadata_contains(tag, facts->title))
        facts->title = facts->name;
    if (facts->title.size > 0)
        facts->title = strip_outlet(tidy(page, unescape(page, facts->title)), name);
    else if (meta.size > 0)
        facts->title = strip_outlet(meta, name);
    else if (tag.size > 0)
        facts->title = find_piece(page, tag, &facts->outlet);
    else
        facts->title = page->heading;
    if (facts->title.size < 4 && page->heading.size > 0)
        facts->title = page->heading;
    page->heading = first_of(facts->title, page->heading);
    if (facts->outlet.size == 0 && tag.size > 0)
        facts->outlet = outlet_piece(page, tag, facts->title);
}

static struct px_slice printed_byline(struct px_page *page, enum px_clue_kind kind)
{
    for (size_t i = 0; i < page->found.count; i++) {
        if (page->found.items[i].kind != kind)
            continue;
        struct px_slice text = clue_text(page, &page->found.items[i]);
        struct px_slice name = text.size > BYLINE_BYTES ? (struct px_slice){NULL, 0} : px_metadata_byline(page, text);
        size_t words = name.size == 0 ? 0 : count_words(name), at = 0;
        bool capital = name.size > 0 && !px_utf8_is_lower(px_utf8_next(name, &at));
        if (capital && words <= BYLINE_WORDS && (words > 1 || kind == PX_CLUE_AUTHOR))
            return name;
    }
    return (struct px_slice){0};
}

/* A line before the text that begins like a byline and goes on with a name. */
static struct px_slice line_byline(struct px_page *page)
{
    for (size_t i = 0; i < page->units.count && i < 300; i++) {
        const struct px_unit *unit = &page->units.items[i];
        size_t words = unit->text.size > BYLINE_BYTES ? 0 : px_rules_byline_words(page->rules, unit->words);
        struct px_slice name = words == 0 ? (struct px_slice){NULL, 0} : drop_words(unit->text, words);
        size_t at = 0;
        if (name.size == 0 || !px_utf8_is_upper(px_utf8_next(name, &at)) || unit->measure.ends_sentence)
            continue;
        name = px_metadata_byline(page, unit->text);
        size_t count = count_words(name);
        if (count >= 2 && count <= BYLINE_WORDS)
            return name;
    }
    return (struct px_slice){0};
}

static void judge_byline(struct px_page *page, struct px_facts *facts)
{
    struct px_slice meta = META("dc:creator", "dcterm:creator", "dc.creator", "author", "parsely-author",
                                "sailthru.author", "article:author", "byl", "article:author_name");
    facts->byline = px_metadata_byline(page, facts->byline);
    if (facts->byline.size == 0)
        facts->byline = px_metadata_byline(page, meta);
    if (facts->byline.size == 0)
        facts->byline = printed_byline(page, PX_CLUE_AUTHOR);
    if (facts->byline.size == 0)
        facts->byline = printed_byline(page, PX_CLUE_BYLINE);
    if (facts->byline.size == 0)
        facts->byline = line_byline(page);
}

static struct px_slice iso_date(struct px_page *page, struct px_slice text)
{
    struct px_date date;
    return px_date_find(page->rules, text, &date) ? px_arena_copy(&page->arena, px_slice_from(date.iso))
                                                  : (struct px_slice){0};
}

/* The first printed date that stands on a short line, before the text has gone on for long. */
static struct px_slice printed_date(struct px_page *page)
{
    size_t strong = 0;
    for (size_t i = 0; i < page->units.count && strong < 3; i++) {
        const struct px_unit *unit = &page->units.items[i];
        strong += unit->measure.characters > 200 && unit->measure.ends_sentence;
        struct px_slice date =
            unit->measure.has_date && unit->text.size < 120 ? iso_date(page, unit->text) : (struct px_slice){0};
        if (date.size > 0)
            return date;
    }
    return (struct px_slice){0};
}

static void judge_dates(struct px_page *page, struct px_facts *facts)
{
    struct px_slice meta =
        META("article:published_time", "og:article:published_time", "parsely-pub-date", "datepublished",
             "dc.date.issued", "dcterms.created", "dc.date", "date", "pubdate", "sailthru.date", "article.published",
             "publish-date", "cxenseparse:recs:publishtime", "dc:date");
    facts->published = iso_date(page, first_of(facts->published, meta));
    for (size_t i = 0; i < page->found.count && facts->published.size == 0; i++)
        if (page->found.items[i].kind == PX_CLUE_TIME)
            facts->published = iso_date(page, page->found.items[i].value);
    if (facts->published.size == 0)
        facts->published = printed_date(page);
    if (facts->published.size == 0)
        facts->published = iso_date(page, facts->url);
    facts->modified =
        iso_date(page, first_of(facts->modified, META("article:modified_time", "og:updated_time", "datemodified")));
}

static void judge_language(struct px_page *page, struct px_facts *facts)
{
    struct px_slice language =
        first_of(clue_text(page, find_clue(page, PX_CLUE_LANGUAGE)),
                 first_of(META("og:locale", "content-language", "dc.language"), facts->language));
    facts->language = (struct px_slice){0};
    if (language.size < 2 || (language.size > 2 && language.data[2] != '-' && language.data[2] != '_'))
        return;
    char code[2] = {(char)(language.data[0] | 32), (char)(language.data[1] | 32)};
    facts->language = px_arena_copy(&page->arena, (struct px_slice){code, 2});
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

enum px_status px_metadata_judge_text(struct px_page *page, struct px_error *error)
{
    struct px_facts *facts = &page->facts;
    if (facts->url.size == 0)
        facts->url = printed_url(page);
    struct px_slice domain = facts->url.size > 0 ? px_metadata_domain(facts->url) : px_outlet_find_domain(page);
    if (facts->outlet.size == 0)
        facts->outlet = px_outlet_name_domain(page, domain);
    facts->byline = facts->byline.size > 0 ? px_metadata_byline(page, facts->byline) : line_byline(page);
    facts->published = facts->published.size > 0 ? iso_date(page, facts->published) : printed_date(page);
    if (facts->published.size == 0)
        facts->published = iso_date(page, facts->url);
    return page->failed || page->tidy.failed ? px_error_set(error, PX_ERROR_MEMORY, "out of memory") : PX_OK;
}

enum px_status px_metadata_judge(struct px_page *page, struct px_error *error)
{
    struct px_facts *facts = &page->facts;
    struct px_slice given = facts->title; /* by a record: it goes before what the page says */
    for (size_t i = 0; i < page->found.count; i++)
        if (page->found.items[i].kind == PX_CLUE_DATA)
            px_metadata_read_data(page, page->found.items[i].value, facts);
    struct px_slice site =
        tidy(page, unescape(page, META("og:site_name", "application-name", "dc.publisher", "cre", "publisher")));
    struct px_slice address =
        first_of(clue_text(page, find_clue(page, PX_CLUE_CANONICAL)), META("og:url", "twitter:url"));
    facts->url = tidy(page, first_of(address, facts->url));
    if (px_slice_find(facts->url, PX_SLICE("://"), 0) == SIZE_MAX)
        facts->url = (struct px_slice){0};
    facts->outlet = first_of(site, facts->outlet);
    judge_title(page, facts, facts->outlet);
    if (given.size > 0)
        facts->title = page->heading = given;
    if (facts->outlet.size == 0)
        facts->outlet = px_outlet_name_domain(page, px_metadata_domain(facts->url));
    judge_byline(page, facts);
    judge_dates(page, facts);
    judge_language(page, facts);
    facts->description = tidy(
        page,
        unescape(page, first_of(META("og:description", "description", "twitter:description"), facts->description)));
    facts->section = tidy(page, first_of(META("article:section", "parsely-section", "og:section"), facts->section));
    return page->failed || page->tidy.failed ? px_error_set(error, PX_ERROR_MEMORY, "out of memory") : PX_OK;
}
