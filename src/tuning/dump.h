/* Dumps: the text of an HTML page, a block a line, as a naive scraper or a copy from the browser leaves it. */
#ifndef PX_TUNING_DUMP_H
#define PX_TUNING_DUMP_H

#include "base/buffer.h"
#include "base/error.h"
#include "ingest/rules.h"

/* Appends the dump of a page to `out`: the title, then every visible line, furniture and all. */
enum px_status px_dump_write(const struct px_rules *rules, struct px_slice html, struct px_buffer *out,
                             struct px_error *error);

#endif
