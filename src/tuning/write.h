/* Figures as text, for every writer of the room. Internal to the room. */
#ifndef PX_TUNING_WRITE_H
#define PX_TUNING_WRITE_H

#include "base/buffer.h"
#include "lexicon/lexicon.h"
#include "report/json_writer.h"
#include "statistics/estimate.h"

/* "0.523", or a dash for what is not a number. */
void px_write_number(double value, struct px_buffer *out);

/* "0.523 (0.490 to 0.556)"; without an interval the value alone. */
void px_write_estimate(struct px_estimate estimate, struct px_buffer *out);

/* The text with what Markdown or a table would take for its own escaped, in one line. */
void px_write_cell(struct px_slice text, struct px_buffer *out);

/* What a lexicon is called in a heading or a cell: a file by its path, which tells a tuned one from the one that it was
 * made from, the program's own by its name. */
void px_write_lexicon(const struct px_lexicon *lexicon, struct px_buffer *out);

/* {"value","low","high"} under the key. */
void px_write_json_estimate(struct px_json *json, const char *key, struct px_estimate estimate);

#endif
