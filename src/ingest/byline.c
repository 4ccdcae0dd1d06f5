#include "ingest/byline.h"

#include "ingest/clues.h"
#include "ingest/markup.h"
#include "text/utf8.h"

enum { BYLINE_BYTES = 120, BYLINE_WORDS = 8, LINES = 300, CLUES_AT_MOST = 300, NEAR_BYTES = 40, AUTHORS = 8 };

/* ------------------------------------------------------------------------------------------------- one text */

static size_t words_before(struct px_page *page, enum px_byline_word kind, struct px_slice text)
{
    return px_rules_byline_words(page->rules, kind, px_page_fold(page, text));
}

static struct px_slice drop_words(struct px_slice text, size_t count)
{
    size_t at = 0;
    for (; count > 0 && at < text.size; count--) {
        while (at < text.size && strchr(" :-", text.data[at]) == NULL)
            at++;
        while (at < text.size && strchr(" :-", text.data[at]) != NULL)
            at++;
    }
    return px_slice_part(text, at, text.size);
}

/* Does the bracket that opens at `at` close at the very end, or never? */
static bool closes_at_end(struct px_slice text, size_t at)
{
    size_t close = px_slice_find(text, PX_SLICE(")"), at);
    return close == SIZE_MAX || close + 2 >= text.size;
}

/* Where a sign, a digit (dates and times follow names) or a bracket ends the names. */
static size_t find_stop(struct px_slice text, bool *digit)
{
    for (size_t at = 0; at < text.size;) {
        size_t here = at;
        uint32_t c = px_utf8_next(text, &at);
        bool spaced = here > 0 && text.data[here - 1] == ' ';
        bool dash = (c == '-' || c == '/' || c == 0x2013) && spaced && at < text.size && text.data[at] == ' ';
        *digit = c >= '0' && c <= '9' && (here == 0 || spaced);
        if (dash || *digit || c == '|' || c == 0x2022 || c == 0xB7 || c == '@' || c == 0x2014 || c == '[' ||
            (c == '(' && here > 0 && closes_at_end(text, here)))
            return here;
    }
    *digit = false;
    return text.size;
}

static bool is_small(struct px_slice word)
{
    size_t at = 0;
    return word.size > 0 && px_utf8_is_lower(px_utf8_next(word, &at));
}

/* Where words begin that are no name: a button, a date's label, a small word that names do not hold ("in Paris"). */
static size_t find_word(struct px_page *page, struct px_slice text)
{
    bool capital = !is_small(text);
    for (size_t at = 0; at < text.size;) {
        size_t end = at;
        while (end < text.size && text.data[end] != ' ')
            end++;
        struct px_slice rest = px_slice_part(text, at, text.size), word = px_slice_part(text, at, end);
        if (at > 0 && words_before(page, PX_BYLINE_BEHIND, rest) > 0)
            return at;
        if (at > 0 && capital && is_small(word) && words_before(page, PX_BYLINE_PARTICLE, word) == 0)
            return at;
        at = end < text.size ? end + 1 : end;
    }
    return text.size;
}

/* Marks, small words and (before a day's number) months that are left at the end. */
static struct px_slice trim_end(struct px_page *page, struct px_slice text, bool dated)
{
    for (bool more = true; more && text.size > 0;) {
        struct px_slice word = px_slice_last_word(text), folded = px_page_fold(page, word);
        bool all = word.size == text.size;
        bool drop = !all && (is_small(word) || (dated && px_rules_month(page->rules, folded) > 0));
        more = drop || strchr(",;:-/* ", text.data[text.size - 1]) != NULL;
        text.size -= drop ? word.size + 1 : more;
    }
    return text;
}

static bool holds_job(struct px_page *page, struct px_slice piece)
{
    for (size_t at = 0; at < piece.size; at++)
        if ((at == 0 || piece.data[at - 1] == ' ') &&
            words_before(page, PX_BYLINE_JOB, px_slice_part(piece, at, piece.size)) > 0)
            return true;
    return false;
}

/* Without the pieces between commas that are job titles or the outlet's name; the first one always stays. */
static struct px_slice drop_pieces(struct px_page *page, struct px_slice text, struct px_slice outlet)
{
    struct px_buffer kept = {0};
    struct px_slice rest = text, piece;
    while (px_slice_next(&rest, ',', &piece)) {
        piece = px_slice_trim(piece);
        if (piece.size == 0 || (kept.size > 0 && (holds_job(page, piece) || px_clues_same(piece, outlet))))
            continue;
        px_buffer_string(&kept, kept.size == 0 ? "" : ", ");
        px_buffer_append(&kept, piece);
    }
    struct px_slice names = px_arena_copy(&page->arena, px_buffer_slice(&kept));
    page->failed = page->failed || kept.failed || names.data == NULL;
    px_buffer_release(&kept);
    return names;
}

struct px_slice px_byline_tidy(struct px_page *page, struct px_slice text, struct px_slice outlet)
{
    const struct px_slice none = {0};
    bool dated;
    text = px_clues_tidy(page, text);
    if (text.size == 0 || text.size > 4 * BYLINE_BYTES)
        return none;
    for (size_t count = 1, i = 0; count > 0 && i < 3; i++) {
        while (text.size > 0 && strchr("/-|:,*", text.data[0]) != NULL)
            text = px_slice_trim(px_slice_part(text, 1, text.size));
        count = words_before(page, PX_BYLINE_BEFORE, text);
        struct px_slice rest = drop_words(text, count);
        text = rest.size == 0 && count > 0 ? none : rest;
    }
    text = px_slice_part(text, 0, find_stop(text, &dated));
    text = trim_end(page, px_slice_part(text, 0, find_word(page, text)), dated);
    text = drop_pieces(page, text, outlet);
    size_t words = px_clues_count_words(text);
    if (words == 0 || words > 3 * BYLINE_WORDS || px_slice_find(text, PX_SLICE("://"), 0) != SIZE_MAX ||
        px_slice_find(text, PX_SLICE("<"), 0) != SIZE_MAX || /* a tag's beginning */
        words_before(page, PX_BYLINE_NOBODY, text) >= words || words_before(page, PX_BYLINE_BEHIND, text) >= words)
        return none;
    return text;
}

/* ------------------------------------------------------------------------------------------------- the page */

static bool fits(struct px_slice name, size_t least)
{
    size_t words = px_clues_count_words(name);
    return !is_small(name) && words >= least && words <= BYLINE_WORDS;
}

/* All different values of the first key that has any. */
static struct px_slice meta_byline(struct px_page *page, struct px_slice outlet)
{
    static const char *const keys[] = {"dc:creator",         "dcterm:creator",  "dc.creator",     "author",
                                       "parsely-author",     "sailthru.author", "article:author", "byl",
                                       "article:author_name"};
    struct px_buffer names = {0};
    for (size_t k = 0; k < sizeof keys / sizeof *keys && names.size == 0; k++)
        for (size_t i = 0, count = 0; i < page->found.count && count < AUTHORS; i++) {
            if (!px_clues_is_meta(&page->found.items[i], keys[k]))
                continue;
            struct px_slice name = px_byline_tidy(page, page->found.items[i].value, outlet);
            count++;
            if (name.size == 0 || px_slice_find(px_buffer_slice(&names), name, 0) != SIZE_MAX)
                continue;
            px_buffer_string(&names, names.size == 0 ? "" : ", ");
            px_buffer_append(&names, name);
        }
    struct px_slice made = px_arena_copy(&page->arena, px_buffer_slice(&names));
    page->failed = page->failed || names.failed || made.data == NULL;
    px_buffer_release(&names);
    return made;
}

static const struct px_element *element_of(const struct px_page *page, const struct px_clue *clue)
{
    return &page->elements.items[clue->element];
}

/* The one name inside an element that holds more than a name: itemprop "name", or the one link of its kind. */
static struct px_slice inner_name(const struct px_page *page, size_t outer)
{
    const struct px_element *whole = element_of(page, &page->found.items[outer]);
    struct px_slice name = {0};
    size_t links = 0;
    for (size_t i = outer + 1; i < page->found.count && i < outer + 2 * AUTHORS; i++) {
        const struct px_clue *clue = &page->found.items[i];
        const struct px_element *inner = element_of(page, clue);
        bool kind = clue->kind == PX_CLUE_NAME || clue->kind == PX_CLUE_AUTHOR || clue->kind == PX_CLUE_BYLINE;
        if (!kind || inner->start < whole->start || inner->end > whole->end || inner->start >= inner->end)
            continue;
        if (clue->kind == PX_CLUE_NAME)
            return px_clues_text(page, clue);
        if (inner->tag == PX_TAG_A || clue->kind == PX_CLUE_AUTHOR) {
            links++;
            name = px_clues_text(page, clue);
        }
    }
    return links == 1 ? name : (struct px_slice){0};
}

static struct px_slice name_of(struct px_page *page, size_t at, struct px_slice outlet)
{
    struct px_slice name = px_byline_tidy(page, inner_name(page, at), outlet);
    if (name.size > 0)
        return name;
    struct px_slice text = px_clues_text(page, &page->found.items[at]);
    return text.size > BYLINE_BYTES ? (struct px_slice){NULL, 0} : px_byline_tidy(page, text, outlet);
}

/* The names of elements of the same kind that follow close by. */
static struct px_slice add_near(struct px_page *page, size_t at, struct px_slice first, struct px_slice outlet)
{
    struct px_slice all = first;
    uint32_t end = element_of(page, &page->found.items[at])->end;
    for (size_t i = at + 1, count = 1; i < page->found.count && count < AUTHORS; i++) {
        const struct px_clue *clue = &page->found.items[i];
        const struct px_element *element = element_of(page, clue);
        if (clue->kind != page->found.items[at].kind || element->start < end)
            continue;
        if (element->start > end + NEAR_BYTES)
            break;
        struct px_slice name = name_of(page, i, outlet);
        end = element->end;
        count++;
        if (!fits(name, 1) || px_clues_contain(all, name))
            continue;
        struct px_buffer joined = {0};
        px_buffer_printf(&joined, "%.*s, %.*s", PX_SLICE_ARG(all), PX_SLICE_ARG(name));
        all = px_arena_copy(&page->arena, px_buffer_slice(&joined));
        page->failed = page->failed || joined.failed || all.data == NULL;
        px_buffer_release(&joined);
    }
    return all;
}

/* The first element of the kind that holds a name, from the headline on; else the first before it, or in a box. */
static struct px_slice printed_byline(struct px_page *page, enum px_clue_kind kind, struct px_slice outlet)
{
    const struct px_clue *headline = px_clues_find(page, PX_CLUE_HEADLINE);
    uint32_t from = headline == NULL ? 0 : element_of(page, headline)->start;
    struct px_slice other = {0};
    for (size_t i = 0, seen = 0; i < page->found.count && seen < CLUES_AT_MOST; i++) {
        const struct px_clue *clue = &page->found.items[i];
        if (clue->kind != kind)
            continue;
        seen++;
        enum px_clue_place place = px_clues_place(page, clue);
        bool aside = element_of(page, clue)->start < from || place == PX_PLACE_BOXED;
        if ((aside && other.size > 0) || place == PX_PLACE_FOREIGN)
            continue;
        struct px_slice name = name_of(page, i, outlet);
        if (!fits(name, kind == PX_CLUE_AUTHOR ? 1 : 2))
            continue;
        name = kind == PX_CLUE_AUTHOR ? add_near(page, i, name, outlet) : name;
        if (!aside)
            return name;
        other = name;
    }
    return other;
}

/* A line that begins like a byline and goes on with a name, from the headline to where the text is under way. */
static struct px_slice line_byline(struct px_page *page, struct px_slice outlet)
{
    struct px_slice heading = px_page_fold(page, page->heading);
    size_t first = 0, strong = 0;
    for (size_t i = 0; i < page->units.count && i < LINES && first == 0; i++)
        first = heading.size > 0 && px_slice_equal(page->units.items[i].words, heading) ? i : 0;
    for (size_t i = first; i < page->units.count && i < first + LINES && strong < 3; i++) {
        const struct px_unit *unit = &page->units.items[i];
        strong += px_unit_is_strong(unit);
        size_t words =
            unit->text.size > BYLINE_BYTES ? 0 : px_rules_byline_words(page->rules, PX_BYLINE_BEFORE, unit->words);
        struct px_slice name = words == 0 ? (struct px_slice){NULL, 0} : drop_words(unit->text, words);
        size_t at = 0;
        if (name.size == 0 || !px_utf8_is_upper(px_utf8_next(name, &at)) || unit->measure.ends_sentence)
            continue;
        name = px_byline_tidy(page, unit->text, outlet);
        if (fits(name, 2))
            return name;
    }
    return (struct px_slice){0};
}

void px_byline_judge_text(struct px_page *page, struct px_facts *facts)
{
    facts->byline =
        facts->byline.size > 0 ? px_byline_tidy(page, facts->byline, facts->outlet) : line_byline(page, facts->outlet);
}

void px_byline_judge(struct px_page *page, struct px_facts *facts)
{
    struct px_slice name = px_byline_tidy(page, facts->byline, facts->outlet);
    if (name.size == 0)
        name = meta_byline(page, facts->outlet);
    struct px_slice house = px_clues_same(name, facts->outlet) ? name : (struct px_slice){0};
    if (name.size == 0 || house.size > 0)
        name = printed_byline(page, PX_CLUE_AUTHOR, facts->outlet);
    if (name.size == 0 && house.size == 0)
        name = printed_byline(page, PX_CLUE_BYLINE, facts->outlet);
    if (name.size == 0)
        name = line_byline(page, facts->outlet);
    facts->byline = px_clues_first(name, house);
}
