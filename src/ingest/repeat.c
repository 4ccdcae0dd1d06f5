#include "ingest/repeat.h"

#include <stdio.h>
#include <stdlib.h>

#include "ingest/metadata.h"
#include "ingest/recurring.h"

enum { RUNNING_WORDS = 6, WHY_BYTES = 80 };

static struct px_slice outlet_of(const struct px_page *page)
{
    return page->facts.outlet.size > 0 ? page->facts.outlet : px_metadata_domain(page->facts.url);
}

enum px_status px_repeat_count(const struct px_page *page, struct px_error *error)
{
    struct px_slice *lines = malloc((page->units.count + 1) * sizeof *lines);
    if (lines == NULL)
        return px_no_memory(error);
    for (size_t i = 0; i < page->units.count; i++)
        lines[i] = page->units.items[i].words;
    enum px_status status = px_recurring_add(page->counting, outlet_of(page), lines, page->units.count, error);
    free(lines);
    return status;
}

/* What an article may say again in another: sentences and quotations. */
static bool is_running(const struct px_unit *unit)
{
    return unit->measure.quotes > 0 || (unit->measure.ends_sentence && unit->measure.words >= RUNNING_WORDS);
}

static uint64_t find(const struct px_page *page, const struct px_unit *unit, uint64_t *articles)
{
    return px_recurring_find(page->recurring, outlet_of(page), unit->words, is_running(unit), articles);
}

bool px_repeat_is_fixture(const struct px_page *page, const struct px_unit *unit)
{
    uint64_t articles;
    return page->recurring != NULL &&
           px_recurring_find(page->recurring, outlet_of(page), unit->words, true, &articles) > 0;
}

static uint8_t role_of(const struct px_unit *unit)
{
    bool known = unit->rules.where != PX_PATTERN_NOWHERE && !px_role_is_content(unit->rules.value);
    return known ? unit->rules.value : is_running(unit) ? PX_ROLE_NOTICE : PX_ROLE_OTHER;
}

/* Does a third or more of the running text stand in other articles too? */
static bool is_copy(const struct px_page *page)
{
    uint64_t articles, all = 0, recurring = 0;
    for (size_t i = 0; i < page->units.count; i++) {
        const struct px_unit *unit = &page->units.items[i];
        if (unit->fixed || !is_running(unit))
            continue;
        all += unit->text.size;
        recurring += find(page, unit, &articles) > 0 ? unit->text.size : 0;
    }
    return recurring * 3 >= all;
}

static void mark(struct px_page *page, struct px_unit *unit)
{
    uint64_t articles, count = find(page, unit, &articles);
    char *why = count == 0 ? NULL : px_arena_take(&page->arena, WHY_BYTES);
    if (why == NULL)
        return;
    snprintf(why, WHY_BYTES, "stands in %llu of the outlet's %llu articles", (unsigned long long)count,
             (unsigned long long)articles);
    px_unit_fix_why(unit, role_of(unit), why);
}

void px_repeat_mark(struct px_page *page)
{
    if (page->recurring == NULL)
        return;
    bool copy = is_copy(page);
    for (size_t i = 0; i < page->units.count; i++) {
        struct px_unit *unit = &page->units.items[i];
        if (!unit->fixed && !(copy && is_running(unit)))
            mark(page, unit);
    }
}
