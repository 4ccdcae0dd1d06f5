/* Tables of deeds by whom they concern, or lists where nothing stands side by side. */
#include "report/deed_table.h"

#include <stdlib.h>

void px_deed_cite(struct px_page *page, uint32_t article, uint32_t sentence)
{
    struct px_evidence evidence = {(uint32_t[]){sentence}, 1};
    px_buffer_byte(page->out, ' ');
    px_page_cite(page, article, &evidence, 1);
}

/* Known people before those known by words alone; nobody by article. */
static int by_whom(const struct px_deed_found *a, const struct px_deed_found *b)
{
    if (a->referent != b->referent)
        return a->referent < b->referent ? -1 : 1;
    int names = a->referent == PX_NONE ? px_slice_compare(a->name, b->name) : 0;
    if (names != 0 || !a->nobody || a->article == b->article)
        return names;
    return a->article < b->article ? -1 : 1;
}

static int by_place(const void *left, const void *right)
{
    const struct px_deed_found *a = left;
    const struct px_deed_found *b = right;
    int whom = by_whom(a, b);
    if (whom != 0)
        return whom;
    if (a->article != b->article)
        return a->article < b->article ? -1 : 1;
    return (a->index > b->index) - (a->index < b->index);
}

/* Entries of one row. */
struct group {
    const struct px_deed_found *first;
    size_t count;
};

static int by_count(const void *left, const void *right)
{
    const struct group *a = left;
    const struct group *b = right;
    if (a->count != b->count)
        return a->count < b->count ? 1 : -1;
    return by_whom(a->first, b->first);
}

void px_deed_add(struct px_page *page, struct px_deeds_found *entries, struct px_deed_found entry)
{
    struct px_deed_found *added = px_vector_push(entries, &page->arena);
    if (added != NULL)
        *added = entry;
    else
        page->out->failed = true;
}

/* How many entries of the row are the article's: those that are hidden, or that are shown. */
static size_t count_entries(const struct group *group, uint32_t article, bool hidden)
{
    size_t count = 0;
    for (size_t i = 0; i < group->count; i++)
        count += group->first[i].article == article && group->first[i].hidden == hidden;
    return count;
}

/* " “fees” [A¶1.1]; “fines” [A¶2.1]": what the article has in the row; returns how many there are. */
static size_t write_entries(struct px_page *page, const struct group *group, uint32_t article, px_deed_write *write)
{
    size_t shown = 0, most = px_listed(count_entries(group, article, false), PX_DEED_ITEMS);
    for (size_t i = 0; i < group->count; i++) {
        if (group->first[i].article != article || group->first[i].hidden || ++shown > most)
            continue;
        px_buffer_string(page->out, shown == 1 ? " " : "; ");
        write(page, group->first[i].index);
    }
    if (shown > most)
        px_buffer_printf(page->out, "; and %zu more", shown - most);
    return shown;
}

static void write_cell(struct px_page *page, const struct group *group, uint32_t article, px_deed_write *write)
{
    if (write_entries(page, group, article, write) == 0)
        px_buffer_string(page->out, count_entries(group, article, true) > 0 ? " less sure, in the JSON" : " –");
    px_buffer_string(page->out, " |");
}

/* Has one article alone something in each row? Cells side by side would look like a difference, where all that is told is
 * what was found. */
static bool is_one_sided(const struct px_page *page, const struct group *groups, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t filled = 0;
        for (uint32_t a = 0; a < page->comparison->article_count; a++)
            filled += count_entries(&groups[i], a, false) + count_entries(&groups[i], a, true) > 0;
        if (filled > 1)
            return false;
    }
    return true;
}

/* "- Ora Lind, in A (The Star): “to win votes” [A¶2.1]" */
static void write_line(struct px_page *page, const struct group *group, px_deed_write *write)
{
    uint32_t a = group->first->article;
    px_buffer_string(page->out, "- ");
    if (!group->first->nobody)
        px_page_excerpt(page, group->first->name, 60);
    px_buffer_string(page->out, group->first->nobody ? "In " : ", in ");
    px_page_article_name(page, a);
    px_buffer_byte(page->out, ':');
    write_entries(page, group, a, write);
    px_buffer_byte(page->out, '\n');
}

static void write_groups(struct px_page *page, struct group *groups, size_t count, const char *whose,
                         px_deed_write *write)
{
    if (count > 1)
        qsort(groups, count, sizeof *groups, by_count);
    bool lines = is_one_sided(page, groups, count);
    if (!lines)
        px_page_table(page, (const char *const[]){whose, NULL}, (const char *const[]){NULL});
    for (size_t i = 0; i < count && i < PX_DEED_ROWS; i++) {
        if (lines) {
            write_line(page, &groups[i], write);
            continue;
        }
        px_buffer_string(page->out, "| ");
        px_page_excerpt(page, groups[i].first->name, 60);
        px_buffer_string(page->out, " |");
        for (uint32_t a = 0; a < page->comparison->article_count; a++)
            write_cell(page, &groups[i], a, write);
        px_buffer_byte(page->out, '\n');
    }
    px_buffer_byte(page->out, '\n');
    if (count > PX_DEED_ROWS)
        px_buffer_printf(page->out, "And %zu more, in the JSON.\n\n", count - PX_DEED_ROWS);
}

void px_deed_table(struct px_page *page, struct px_deeds_found *entries, const char *heading, const char *whose,
                   px_deed_write *write)
{
    struct group *groups = px_arena_array(&page->arena, struct group, entries->count);
    size_t count = 0;
    if (groups == NULL) {
        page->out->failed = true;
        return;
    }
    if (entries->count == 0)
        return;
    qsort(entries->items, entries->count, sizeof *entries->items, by_place);
    for (size_t i = 0, end; i < entries->count; i = end) {
        for (end = i; end < entries->count && by_whom(&entries->items[end], &entries->items[i]) == 0; end++)
            ;
        bool shown = false;
        for (size_t j = i; j < end; j++)
            shown = shown || !entries->items[j].hidden;
        if (shown)
            groups[count++] = (struct group){entries->items + i, end - i};
    }
    if (count == 0)
        return;
    px_buffer_string(page->out, heading);
    write_groups(page, groups, count, whose, write);
}
