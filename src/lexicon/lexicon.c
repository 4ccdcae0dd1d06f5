#include "lexicon/lexicon.h"

#include "lexicon/pattern.h"

size_t px_lexicon_column(const struct px_lexicon *lexicon, const char *name)
{
    for (size_t i = 0; i < lexicon->columns.count; i++)
        if (px_slice_is(lexicon->columns.items[i], name))
            return i;
    return PX_NO_COLUMN;
}

struct px_slice px_lexicon_cell(const struct px_lexicon *lexicon, const struct px_entry *entry, size_t column)
{
    if (column >= lexicon->columns.count || entry->cells == NULL)
        return (struct px_slice){0};
    return entry->cells[column];
}

struct px_slice px_lexicon_metadata(const struct px_lexicon *lexicon, const char *key)
{
    for (size_t i = 0; i < lexicon->metadata.count; i++)
        if (px_slice_is(lexicon->metadata.items[i].key, key))
            return lexicon->metadata.items[i].value;
    return (struct px_slice){0};
}

double px_lexicon_mark(const struct px_lexicon *lexicon)
{
    double mark = 0;
    return px_slice_number(px_lexicon_metadata(lexicon, "mark"), &mark) ? mark : 0;
}

bool px_category_within(struct px_slice category, struct px_slice parent)
{
    if (parent.size == 0)
        return true;
    if (!px_slice_starts(category, parent))
        return false;
    return category.size == parent.size || category.data[parent.size] == '.';
}

bool px_category_listed(struct px_slice category, struct px_slice list)
{
    struct px_slice one;
    while (px_slice_next(&list, ' ', &one))
        if (one.size > 0 && px_category_within(category, one))
            return true;
    return false;
}

size_t px_lexicon_place(const struct px_entry *entry, struct px_slice cell)
{
    return entry->column != 0 ? entry->column : px_lexicon_line_column(cell);
}

void px_lexicon_release(struct px_lexicon *lexicon)
{
    px_arena_release(&lexicon->arena);
    *lexicon = (struct px_lexicon){0};
}
