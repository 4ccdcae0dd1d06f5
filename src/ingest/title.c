#include "ingest/title.h"

#include "ingest/clues.h"
#include "ingest/markup.h"
#include "ingest/metadata.h"
#include "text/utf8.h"

enum {
    HEADLINE_BYTES = 300,
    PIECE_WORDS = 30,
    PIECES = 12,
    OUTLET_WORDS = 5,
    HEADLINE_WORDS = 3,
    REST_WORDS = 3,
    TITLE_BYTES = 4,
    SHORT_WORDS = 4,
    ARTICLE_BYTES = 3
};

/* A title in pieces: runs of them are looked up in it, since a headline may hold separators too. */
struct pieces {
    struct px_slice whole;
    struct {
        size_t start, end;
        bool bar; /* the sign before it is one that headlines do not hold */
    } items[PIECES];
    size_t count;
};

/* Signs that part a headline from the site's name, and signs that may as well stand inside a headline. */
static bool is_bar(uint32_t c)
{
    return c == '|' || c == '-' || c == 0xBB || c == '/' || c == '>' || c == 0x203A || c == 0xAB || c == '\\';
}

static bool is_separator(uint32_t c)
{
    return is_bar(c) || c == 0x2013 || c == 0x2014 || c == 0xB7 || c == 0x2022 || c == 0x2039 || c == '~' || c == ':';
}

/* The next separator between spaces from `from`; its bytes with the spaces in [*start, *end). */
static bool find_separator(struct px_slice title, size_t from, size_t *start, size_t *end, bool *bar)
{
    for (size_t at = from; at < title.size;) {
        size_t here = at;
        uint32_t c = px_utf8_next(title, &at);
        bool spaced = here > 0 && title.data[here - 1] == ' ';
        if (is_separator(c) && spaced && (at == title.size || title.data[at] == ' ')) {
            *start = here - 1;
            *end = at == title.size ? at : at + 1;
            *bar = is_bar(c);
            return true;
        }
    }
    return false;
}

static void split(struct px_slice title, struct pieces *pieces)
{
    size_t from = 0, start = 0, end = 0;
    bool bar = false, next = false;
    *pieces = (struct pieces){.whole = title};
    while (title.size > 0 && pieces->count < PIECES) {
        bool more = pieces->count + 1 < PIECES && find_separator(title, from, &start, &end, &next);
        size_t stop = more ? start : title.size;
        if (stop > from) {
            pieces->items[pieces->count].start = from;
            pieces->items[pieces->count].end = stop;
            pieces->items[pieces->count++].bar = bar;
        }
        if (!more || end >= title.size)
            return;
        bar = next;
        from = end;
    }
}

static struct px_slice run_of(const struct pieces *pieces, size_t first, size_t last)
{
    return px_slice_part(pieces->whole, pieces->items[first].start, pieces->items[last].end);
}

/* Without a first word as short as an article: "New York Times" of "The New York Times". */
static struct px_slice bare_name(struct px_slice name)
{
    size_t space = px_slice_find(name, PX_SLICE(" "), 0);
    return space <= ARTICLE_BYTES ? px_slice_part(name, space + 1, name.size) : name;
}

/* The outlet's name, with or without its article, or its address ("thecourier.com"). */
static bool names_outlet(struct px_slice piece, struct px_slice outlet, struct px_slice domain)
{
    if (outlet.size > 0 && (px_clues_same(piece, outlet) || px_clues_same(bare_name(piece), outlet) ||
                            px_clues_same(piece, bare_name(outlet))))
        return true;
    bool address = px_slice_find(piece, PX_SLICE("."), 0) != SIZE_MAX;
    /* NOLINTNEXTLINE(readability-suspicious-call-argument): the piece may be the address of the outlet */
    return px_outlet_spells(piece, domain) || (address && px_outlet_spells(outlet, piece));
}

/* Without pieces at either end that are the outlet's name; nothing else is cut. */
static struct px_slice strip_outlet(struct px_slice title, struct px_slice outlet, struct px_slice domain)
{
    struct pieces pieces;
    split(title, &pieces);
    if (pieces.count < 2)
        return title;
    for (size_t i = pieces.count - 1; i > 0; i--)
        if (names_outlet(run_of(&pieces, i, pieces.count - 1), outlet, domain))
            return run_of(&pieces, 0, i - 1);
    for (size_t i = 0; i + 1 < pieces.count; i++)
        if (names_outlet(run_of(&pieces, 0, i), outlet, domain))
            return run_of(&pieces, i + 1, pieces.count - 1);
    return title;
}

/* Without a few words behind a last "|", which no headline holds: a name of the outlet's that nothing else spells. */
static struct px_slice strip_bar(struct px_slice title)
{
    struct pieces pieces;
    split(title, &pieces);
    if (pieces.count < 2)
        return title;
    struct px_slice front = run_of(&pieces, 0, pieces.count - 2);
    struct px_slice last = run_of(&pieces, pieces.count - 1, pieces.count - 1);
    bool barred = title.data[front.size + 1] == '|';
    return barred && px_clues_count_words(last) <= OUTLET_WORDS && px_clues_count_words(front) >= HEADLINE_WORDS
               ? front
               : title;
}

struct px_slice px_title_strip(struct px_slice title, struct px_slice outlet, struct px_slice url)
{
    struct px_slice bare = strip_outlet(title, outlet, px_metadata_domain(url));
    return bare.size < title.size ? bare : strip_bar(title);
}

void px_title_settle(struct px_page *page)
{
    struct px_slice whole = page->facts.title;
    struct px_slice title = px_title_strip(whole, page->facts.outlet, page->facts.url);
    page->heading = title;
    if (title.size == whole.size || page->elements.count > 0)
        return;
    for (size_t i = 0; i < page->units.count; i++)
        if (px_slice_equal(page->units.items[i].text, whole)) {
            page->units.items[i].text = title;
            page->units.items[i].words = px_page_fold(page, title);
        }
    page->facts.title = title;
}

struct px_slice px_title_cut(struct px_slice title)
{
    struct pieces pieces;
    size_t first = SIZE_MAX, last = 0;
    split(title, &pieces);
    for (size_t i = 1; i < pieces.count; i++)
        if (pieces.items[i].bar) {
            first = first == SIZE_MAX ? i : first;
            last = i;
        }
    if (first == SIZE_MAX)
        return title;
    struct px_slice front = run_of(&pieces, 0, last - 1), back = run_of(&pieces, first, pieces.count - 1);
    size_t at = 0;
    bool goes_on = px_utf8_is_lower(px_utf8_next(back, &at)) && px_clues_count_words(back) >= REST_WORDS;
    return goes_on                                         ? title /* "Council keeps trees - and pays a price" */
           : px_clues_count_words(front) >= HEADLINE_WORDS ? front
           : px_clues_count_words(back) >= HEADLINE_WORDS  ? back
                                                           : title;
}

struct px_slice px_title_site(struct px_slice site, struct px_slice url)
{
    struct pieces pieces;
    struct px_slice domain = px_metadata_domain(url);
    split(site, &pieces);
    for (size_t i = 0; i < pieces.count; i++)
        if (px_outlet_spells(run_of(&pieces, i, i), domain))
            return run_of(&pieces, i, i);
    return pieces.count > 1 ? run_of(&pieces, 0, 0) : site;
}

struct px_slice px_title_rest(struct px_slice site, struct px_slice headline)
{
    struct px_slice rest = strip_outlet(site, headline, (struct px_slice){0});
    return rest.size < site.size ? rest : (struct px_slice){0};
}

static bool is_heading(const struct px_page *page, const struct px_unit *unit, bool first)
{
    return first ? page->elements.items[unit->element].tag == PX_TAG_H1 : unit->shape == PX_UNIT_HEADING;
}

/* The run of pieces that a heading of the page prints (an <h1> before others, long runs before short ones); the whole
 * title where none does. */
static struct px_slice printed_run(struct px_page *page, struct px_slice title, struct px_slice outlet,
                                   struct px_slice domain)
{
    struct pieces pieces;
    split(title, &pieces);
    for (int rank = 0; rank < 2; rank++)
        for (size_t size = pieces.count; size > 0; size--)
            for (size_t first = 0; first + size <= pieces.count; first++) {
                struct px_slice run = run_of(&pieces, first, first + size - 1);
                struct px_slice words = px_page_fold(page, run);
                if (words.size == 0 || (size < pieces.count && names_outlet(run, outlet, domain)))
                    continue;
                for (size_t i = 0; i < page->units.count; i++)
                    if (is_heading(page, &page->units.items[i], rank == 0) &&
                        px_slice_equal(page->units.items[i].words, words))
                        return run;
            }
    return title;
}

/* Does a short line of the page hold the words: the masthead, the line of copyright? */
static bool stands_elsewhere(const struct px_page *page, struct px_slice words)
{
    for (size_t i = 0; i < page->units.count && words.size > 0; i++)
        if (page->units.items[i].measure.words <= PIECE_WORDS &&
            px_slice_find(page->units.items[i].words, words, 0) != SIZE_MAX)
            return true;
    return false;
}

/* Is the piece a name of up to five words beside the headline, that stands elsewhere on the page too? */
static bool is_name(struct px_page *page, struct px_slice piece, struct px_slice title)
{
    return px_clues_count_words(piece) <= OUTLET_WORDS && !px_clues_contain(title, piece) &&
           !px_clues_contain(piece, title) && stands_elsewhere(page, px_page_fold(page, piece));
}

/* The outlet's name out of the <title>: a piece that spells the domain, else a name; from the end that is farther from
 * the headline, since sections stand between. */
static struct px_slice outlet_piece(struct px_page *page, struct px_slice tag, struct px_slice title,
                                    struct px_slice domain)
{
    struct pieces pieces;
    split(tag, &pieces);
    for (size_t i = pieces.count; i-- > 0;)
        if (px_outlet_spells(run_of(&pieces, i, i), domain))
            return run_of(&pieces, i, i);
    bool last = pieces.count > 1 && px_clues_contain(title, run_of(&pieces, pieces.count - 1, pieces.count - 1));
    for (size_t k = 0; k < pieces.count && title.size > 0; k++) {
        size_t i = last ? k : pieces.count - 1 - k;
        if (is_name(page, run_of(&pieces, i, i), title))
            return run_of(&pieces, i, i);
    }
    return (struct px_slice){0};
}

/* Of three pieces or more the one with the most words, when it has enough of them. */
static struct px_slice longest_piece(struct px_slice title)
{
    struct pieces pieces;
    struct px_slice best = {0};
    split(title, &pieces);
    for (size_t i = 0; i < pieces.count && pieces.count > 2; i++)
        if (px_clues_count_words(run_of(&pieces, i, i)) > px_clues_count_words(best))
            best = run_of(&pieces, i, i);
    return px_clues_count_words(best) > SHORT_WORDS ? best : (struct px_slice){0};
}

/* The run of pieces that is most likely the headline. A short run is no proof: it may be a section's name, or half of a
 * headline that holds a dash; then what is not known to be the outlet's name stays. */
static struct px_slice cut_title(struct px_page *page, struct px_slice title, struct px_slice outlet,
                                 struct px_slice domain)
{
    struct px_slice stripped = strip_outlet(title, outlet, domain);
    struct px_slice run = printed_run(page, stripped, outlet, domain);
    if (run.size < stripped.size)
        return px_clues_count_words(run) > SHORT_WORDS ? run : stripped;
    if (stripped.size < title.size || px_clues_same(title, page->heading))
        return stripped;
    struct px_slice longest = longest_piece(title);
    /* NOLINTNEXTLINE(readability-suspicious-call-argument): the title is the tag here, its longest piece the title */
    if (longest.size > 0 && outlet_piece(page, title, longest, domain).size > 0)
        return longest;
    struct px_slice cut = px_title_cut(title);
    return px_clues_count_words(cut) > SHORT_WORDS ? cut : title;
}

/* JSON-LD's name goes before its headline where the <title> holds it, and not the headline. */
static struct px_slice data_title(const struct px_facts *facts, struct px_slice tag)
{
    bool name = facts->name.size > 0 && px_clues_contain(tag, facts->name) && !px_clues_contain(tag, facts->title) &&
                !px_clues_same(facts->name, facts->outlet);
    return name ? facts->name : facts->title;
}

void px_title_judge(struct px_page *page, struct px_facts *facts)
{
    struct px_slice domain = px_metadata_domain(facts->url);
    struct px_slice printed = px_clues_tidy(page, px_clues_text(page, px_clues_find(page, PX_CLUE_HEADLINE)));
    struct px_slice tag = px_clues_tidy(page, px_clues_text(page, px_clues_find(page, PX_CLUE_TITLE)));
    struct px_slice data = px_clues_tidy(page, data_title(facts, tag));
    struct px_slice meta =
        px_clues_tidy(page, PX_CLUES_META(page, "dc:title", "dcterm:title", "dc.title", "dcterms.title", "og:title",
                                          "twitter:title", "title", "parsely-title"));
    page->heading = printed.size < HEADLINE_BYTES ? printed : (struct px_slice){0};
    if (data.size > 0 || meta.size > 0)
        facts->title = px_clues_first(data, meta); /* the publisher's own, and taken at its word */
    else if (tag.size > 0)
        facts->title = cut_title(page, tag, facts->outlet, domain);
    else
        facts->title = page->heading;
    if (facts->title.size < TITLE_BYTES && page->heading.size > 0)
        facts->title = page->heading;
    page->heading = px_clues_first(facts->title, page->heading);
    if (facts->outlet.size == 0)
        facts->outlet = outlet_piece(
            page, tag, printed.size > 0 && px_clues_contain(tag, printed) ? printed : facts->title, domain);
}
