/* A source: a file and the articles in it.
 *
 * Most files hold one article. An export of an archive (Nexis, Factiva) holds many, and so does an NDJSON file: each
 * is an article of its own, with the id "path#number", where the number is the archive's or the place in the file. A
 * document of an export that cannot be read costs no other.
 *
 *     struct px_source *source;
 *     px_source_open(ingest, "export.txt", NULL, &source, &error);
 *     for (size_t i = 0; i < px_source_count(source); i++)
 *         px_source_read(source, i, NULL, &article, &error);
 *     px_source_close(source);
 */
#ifndef PX_INGEST_SOURCE_H
#define PX_INGEST_SOURCE_H

#include "ingest/ingest.h"

struct px_source;

/* Reads the file ("-": standard input) and looks for what it holds; `ingest` must outlive the source. `options` may be
 * NULL; a verbatim file is one article whatever it looks like. Errors as px_ingest_file has them; what is wrong with
 * one article alone is told when that is read. */
PX_API enum px_status px_source_open(const struct px_ingest *ingest, const char *path,
                                     const struct px_ingest_options *options, struct px_source **source,
                                     struct px_error *error);

/* The same from memory, which must outlive the source. */
PX_API enum px_status px_source_open_bytes(const struct px_ingest *ingest, struct px_slice bytes, const char *path,
                                           const struct px_ingest_options *options, struct px_source **source,
                                           struct px_error *error);
PX_API void px_source_close(struct px_source *source);

/* How many articles there are; at least 1. */
PX_API size_t px_source_count(const struct px_source *source);

/* Bytes that the source holds in memory. */
PX_API size_t px_source_size(const struct px_source *source);

/* Reads the article at `index`; threads may read different ones at a time. The article must be empty; on failure it
 * is empty but for its id. `options` may be NULL and may name another outlet each time. */
PX_API enum px_status px_source_read(const struct px_source *source, size_t index,
                                     const struct px_ingest_options *options, struct px_article *article,
                                     struct px_error *error);

#endif
