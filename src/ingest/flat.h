/* Flat records: JSON objects of strings, small whole numbers, null, true and false, read without a tree.
 *
 * Most lines of a corpus are of this kind, and most of their bytes are one string. This reader takes what it understands
 * beyond doubt and leaves everything else, and every fault, to json-c: what it takes, json-c would take to mean the same.
 *
 *     struct px_flat flat = {0};
 *     if (px_flat_read(json, &arena, &flat)) for (i < flat.count) flat.members[i].key, flat.members[i].text
 */
#ifndef PX_INGEST_FLAT_H
#define PX_INGEST_FLAT_H

#include "base/arena.h"

enum { PX_FLAT_MEMBERS = 32 };

enum px_flat_kind { PX_FLAT_NULL, PX_FLAT_STRING, PX_FLAT_LITERAL /* a number, true or false: as it is written */ };

struct px_flat_member {
    struct px_slice key;
    struct px_slice text; /* without quotes and escapes */
    enum px_flat_kind kind;
};

struct px_flat {
    struct px_flat_member members[PX_FLAT_MEMBERS]; /* no two with one key */
    size_t count;
};

/* Reads the object. Slices point into `json` or, where there were escapes, into the arena. False when the object is not
 * flat, or not well-formed, or when memory is out: json-c shall judge then. Linear. */
bool px_flat_read(struct px_slice json, struct px_arena *arena, struct px_flat *flat);

#endif
