/* Gold: texts that people have annotated, against which a lexicon is measured and from which it learns.
 *
 * Four formats are read, told apart by content: parallax's own NDJSON, brat stand-off (a .txt, an .ann, or a folder of
 * pairs), doccano JSONL and Label Studio JSON. Offsets in the files are code points; here they are bytes, sorted and
 * joined. A text that stands several times under one id has several codings, one an annotator: that is how files of
 * several annotators are put together.
 *
 *     struct px_gold gold = {0};
 *     px_gold_read("anna.ndjson", PX_INGEST_LIMIT, &gold, &error);      // "ben.ndjson" adds a second coding a text
 *     for (size_t i = 0; i < gold.texts.count; i++) ...
 *     px_gold_release(&gold);
 */
#ifndef PX_TUNING_GOLD_H
#define PX_TUNING_GOLD_H

#include "article/article.h"
#include "base/error.h"
#include "base/table.h"

/* What one annotator said of one text. */
struct px_gold_coding {
    struct px_slice annotator; /* as the record names it; else the path of the file */
    bool label;            /* does the text as a whole count as loaded? Where the format does not say: has it spans? */
    struct px_spans spans; /* marked bytes, in order, not touching one another */
};

struct px_gold_text {
    struct px_slice id, text, outlet, topic; /* outlet and topic may be empty */
    PX_VECTOR(struct px_gold_coding) codings;
};

/* All zero is empty gold. */
struct px_gold {
    struct px_arena arena;
    struct px_table ids; /* of texts */
    PX_VECTOR(struct px_gold_text) texts;
};

/* Adds what `path` holds ("-": standard input). PX_ERROR_SYNTAX with file, line and column: malformed JSON, a span
 * outside its text or not over the words it claims, an id that stands for two different texts, an annotator who codes
 * a text twice. PX_ERROR_INPUT where there is no text at all. On failure release what was read before. */
PX_API enum px_status px_gold_read(const char *path, size_t limit, struct px_gold *gold, struct px_error *error);
PX_API void px_gold_release(struct px_gold *gold);

#endif
