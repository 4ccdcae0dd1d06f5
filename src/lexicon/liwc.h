/* A LIWC dictionary while it is read; the two files that read it share this. Internal to the room. */
#ifndef PX_LEXICON_LIWC_H
#define PX_LEXICON_LIWC_H

#include "base/table.h"
#include "lexicon/rows.h"

enum { PX_LIWC_LEVELS = 32 };

/* "kind <of>131/125", or "like (02 134)125/464". */
struct px_liwc_condition {
    struct px_slice text;   /* the entry */
    struct px_slice within; /* the numbers in parentheses; without any: before `follower` */
    struct px_slice follower;
    uint32_t then, otherwise; /* categories; PX_NONE: none */
    size_t line, column;
};

struct px_liwc {
    struct px_rows rows;
    struct px_table numbers; /* of the header, without leading zeros; id: the category */
    struct {
        struct px_slice *items;
        size_t count;
        size_t capacity;
    } categories; /* dotted names */
    struct {
        struct px_liwc_condition *items;
        size_t count;
        size_t capacity;
    } conditions;
    bool nested;
    size_t column; /* of the entry being read */
};

/* The category of a number in the line, or the error that there is none. */
enum px_status px_liwc_category(struct px_liwc *liwc, struct px_slice number, uint32_t *category);

/* Adds the entry at the line and column that are being read. */
enum px_status px_liwc_add(struct px_liwc *liwc, struct px_slice text, uint32_t category, struct px_slice unless);

/* May the lines hold conditions? */
bool px_liwc_has_conditions(struct px_slice lines);

/* Cuts the condition that `*rest` begins with off, and keeps it. */
enum px_status px_liwc_read_condition(struct px_liwc *liwc, struct px_slice text, struct px_slice *rest);

/* Once all entries are there: the conditions as patterns. */
enum px_status px_liwc_settle_conditions(struct px_liwc *liwc);

#endif
