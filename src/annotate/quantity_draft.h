/* Quantities in the making. Private to quantity*.c. */
#ifndef PX_ANNOTATE_QUANTITY_DRAFT_H
#define PX_ANNOTATE_QUANTITY_DRAFT_H

#include "reading/annotation.h"

/* What quantities.tsv says of a token; bits. */
enum {
    PX_MARK_LEAST = 1,
    PX_MARK_MOST = 2,
    PX_MARK_NEAR = 4,
    PX_MARK_ABOUT = 8,
    PX_MARK_UPWARDS = 16, /* stands behind the number: "or more" */
    PX_MARK_VAGUE = 32,
    PX_MARK_SCALE = 64,
    PX_MARK_SHARE = 128,
    PX_MARK_MONEY = 256,
    PX_MARK_AGE = 512,
    PX_MARK_PERSON = 1024,
    PX_MARK_EVENT = 2048,
    PX_MARK_PART = 4096,
    PX_MARK_BLANK = 8192,
    PX_MARK_DURATION = 16384,
    PX_MARK_DAY = 32768,
    PX_MARK_ELSEWHEN = 65536,
    PX_MARK_NUMBER = 131072, /* a number in words (numbers.tsv) */
    PX_MARK_SPEECH = 262144, /* reports speech (cues.tsv) */
    PX_MARK_MONTH = 524288,
    PX_MARK_POWER = 1048576, /* before a length it makes an area or a volume: "cubic" */

    PX_MARK_ROUGH = PX_MARK_LEAST | PX_MARK_MOST | PX_MARK_NEAR | PX_MARK_ABOUT
};

/* An entry that covers tokens [first, end). */
struct px_mark {
    uint32_t kinds;
    uint32_t first;
    uint32_t end;
    const struct px_entry *entry;
};

struct px_marks {
    const struct px_lexicon *lexicon;
    size_t low, high;           /* columns */
    struct px_mark *first;      /* by token: what begins there, the first entry's */
    struct px_mark *last;       /* by token: what ends there */
    const struct px_entry **of; /* by token: the entry of an event or a currency that covers it, or NULL */
    uint32_t *kinds;            /* by token: of all entries that cover it */
};

/* A number as the text writes it: tokens [first, end), with the words that make it inexact [start, stop). */
struct px_number {
    uint32_t first, end, start, stop;
    double value, low, high;
    uint8_t kind;         /* enum px_quantity_kind: count, money, share or age */
    struct px_slice unit; /* of money: the currency's category */
};

/* Fills `marks` in the worker's scratch memory; false when memory is out. Linear. */
bool px_marks_read(const struct px_annotation *annotation, struct px_marks *marks);

/* Reads the number that begins at `token`, up to `end`, where its sentence ends; false when none does. */
bool px_number_read(const struct px_annotation *annotation, const struct px_marks *marks, uint32_t token, uint32_t end,
                    struct px_number *number);

#endif
