#include "ingest/page.h"
#include "text/normalise.h"

/* Running text is never longer than that many times the page: bytes that are no UTF-8 become two each. */
enum { RUNNING_FACTOR = 2, SPARE = 8 };

static size_t lesser(size_t a, size_t b)
{
    return a < b ? a : b;
}

void px_page_reserve(struct px_page *page, size_t tags, size_t bytes)
{
    size_t elements = lesser(tags, PX_PAGE_ELEMENTS) + SPARE, units = lesser(2 * tags, PX_PAGE_UNITS) + SPARE;
    page->elements.items = px_arena_grow(&page->arena, NULL, 0, elements * sizeof *page->elements.items);
    page->units.items = px_arena_grow(&page->arena, NULL, 0, units * sizeof *page->units.items);
    page->elements.capacity = page->elements.items == NULL ? 0 : elements;
    page->units.capacity = page->units.items == NULL ? 0 : units;
    px_buffer_reserve(&page->running, RUNNING_FACTOR * bytes + SPARE);
    page->failed = page->failed || page->elements.items == NULL || page->units.items == NULL || page->running.failed;
}

struct px_slice px_page_fold(struct px_page *page, struct px_slice text)
{
    px_buffer_clear(&page->tidy);
    px_patterns_fold(px_patterns_cut(text), &page->tidy);
    struct px_slice words = px_arena_copy(&page->folded, px_buffer_slice(&page->tidy));
    page->failed = page->failed || words.data == NULL || page->tidy.failed;
    return words;
}

/* Visible ASCII with one space between words: what px_text_tidy would leave as it is. */
static bool is_tidy(struct px_slice text)
{
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c < ' ' || c > '~' || (c == ' ' && text.data[i - (i > 0)] == ' '))
            return false;
    }
    return true;
}

/* The text made tidy: where it stands when nothing but its ends changes and `lasts` says that it may, else a copy. */
static struct px_slice tidy(struct px_page *page, struct px_slice text, bool lasts)
{
    struct px_slice trimmed = px_slice_trim(text);
    if (is_tidy(trimmed))
        return lasts ? trimmed : px_arena_copy(&page->arena, trimmed);
    px_buffer_clear(&page->tidy);
    px_text_tidy(text, &page->tidy);
    struct px_slice made = px_buffer_slice(&page->tidy);
    return lasts && px_slice_equal(made, trimmed) ? trimmed : px_arena_copy(&page->arena, made);
}

static void measure(struct px_page *page, struct px_unit *unit, const struct px_measured *known)
{
    if (known == NULL || !px_slice_equal(unit->text, known->text)) {
        px_measure_text(page->rules, unit->text, &unit->measure, page->stop_words);
    } else {
        unit->measure = known->measure;
        for (int i = 0; i < PX_RULE_LANGUAGES; i++)
            page->stop_words[i] += known->stop_words[i];
    }
    page->words += unit->measure.words;
}

struct px_unit *px_page_add(struct px_page *page, struct px_slice text, bool lasts)
{
    return px_page_add_measured(page, text, lasts, NULL);
}

struct px_unit *px_page_add_measured(struct px_page *page, struct px_slice text, bool lasts,
                                     const struct px_measured *known)
{
    page->full = page->full || page->units.count >= PX_PAGE_UNITS;
    struct px_unit *unit = page->full ? NULL : px_vector_push(&page->units, &page->arena);
    page->failed = page->failed || unit == NULL;
    if (unit == NULL)
        return NULL;
    unit->text = tidy(page, text, lasts);
    if (unit->text.data == NULL || page->tidy.failed || unit->text.size == 0) {
        page->units.count--;
        page->failed = page->failed || unit->text.data == NULL || page->tidy.failed;
        return NULL;
    }
    unit->role = PX_ROLE_OTHER;
    measure(page, unit, known);
    unit->words = px_page_fold(page, unit->text);
    unit->rules = px_rules_match(page->rules, unit->text, unit->words);
    return unit;
}

enum px_status px_page_check(const struct px_page *page, struct px_error *error)
{
    if (page->full)
        return px_error_set(error, PX_ERROR_LIMIT, "a page has over %d lines", PX_PAGE_UNITS);
    if (page->crowded)
        return px_error_set(error, PX_ERROR_LIMIT, "a page has over %d elements", PX_PAGE_ELEMENTS);
    return page->failed || page->running.failed ? px_no_memory(error) : PX_OK;
}

void px_page_clue(struct px_page *page, enum px_clue_kind kind, struct px_slice key, struct px_slice value,
                  uint32_t element)
{
    struct px_clue *clue = px_vector_push(&page->found, &page->arena);
    if (clue == NULL) {
        page->failed = true;
        return;
    }
    *clue = (struct px_clue){.kind = (uint8_t)kind, .element = element};
    if (key.size > 0)
        clue->key = px_arena_copy(&page->arena, key);
    if (value.size > 0)
        clue->value = px_arena_copy(&page->arena, value);
}

struct px_slice px_page_element_text(const struct px_page *page, uint32_t element)
{
    if (element == 0 || element >= page->elements.count)
        return (struct px_slice){0};
    const struct px_element *e = &page->elements.items[element];
    return px_slice_trim(px_slice_part(px_buffer_slice(&page->running), e->start, e->end));
}

bool px_unit_is_strong(const struct px_unit *unit)
{
    const struct px_measure *m = &unit->measure;
    return m->characters > 120 && m->ends_sentence && m->stop_words * 4 > m->words &&
           unit->link_bytes * 5 < unit->text.size * 2;
}

void px_page_forget_words(struct px_page *page)
{
    for (size_t i = 0; i < page->units.count; i++)
        page->units.items[i].words = (struct px_slice){0};
    px_arena_release(&page->folded);
}

void px_page_release(struct px_page *page)
{
    px_arena_release(&page->folded);
    px_buffer_release(&page->tidy);
    px_buffer_release(&page->running);
    px_table_release(&page->names);
    px_table_release(&page->signatures);
    px_table_release(&page->spelled);
    px_arena_release(&page->arena);
    *page = (struct px_page){0};
}
