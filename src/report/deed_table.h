/* Blame, motives and what is taken as given, by whom they concern: a row for everybody, a cell an article; lines where one
 * article alone has something in each row. Private to the room. */
#ifndef PX_REPORT_DEED_TABLE_H
#define PX_REPORT_DEED_TABLE_H

#include "report/page.h"

/* Of a table, and of a cell in it; of more it tells how many they are. */
enum { PX_DEED_ROWS = 12, PX_DEED_ITEMS = 4 };

/* Bytes of what a cell shows at most: the words, who holds it of others, and what for. */
enum { PX_DEED_LONGEST = 90, PX_DEED_MOST_HOLDER = 100, PX_DEED_MOST_REASON = 160 };

/* A find that concerns somebody; `index` is the writer's. */
struct px_deed_found {
    struct px_slice name;
    uint32_t referent; /* or PX_NONE: known by the name alone */
    uint32_t article;
    size_t index;
    bool hidden; /* found, but too unsure to be shown: the cell is not empty */
    bool nobody; /* concerns nobody who is told: another article's in such a row would be something else */
};

struct px_deeds_found {
    struct px_deed_found *items;
    size_t count;
    size_t capacity;
};

/* Writes the find of that number to the page, with its citation. */
typedef void px_deed_write(struct px_page *page, size_t index);

/* A blank, and the sentence's label. */
void px_deed_cite(struct px_page *page, uint32_t article, uint32_t sentence);

/* Adds the find, to the page's arena; where memory is out the page's output fails. */
void px_deed_add(struct px_page *page, struct px_deeds_found *entries, struct px_deed_found entry);

/* A table with a row for everybody that an entry concerns, under `whose`, those with most entries first; nothing without
 * entries. Sorts them. O(n log n) */
void px_deed_table(struct px_page *page, struct px_deeds_found *entries, const char *heading, const char *whose,
                   px_deed_write *write);

#endif
