/* Files and streams: reading whole files with a limit, reading corpora line by line, writing all or nothing.
 *
 *     struct px_slice bytes;
 *     px_file_read("page.html", 64 << 20, &arena, &bytes, &error);
 *
 *     struct px_lines *lines;
 *     px_lines_open("corpus.ndjson.gz", 64 << 20, &lines, &error);       // gzip, bzip2, xz, zstd or plain; "-" is stdin
 *     while (px_lines_next(lines, &line, &error) > 0) ...
 *     px_lines_close(lines);
 *
 *     struct px_output *out;
 *     px_output_open("report.md", &out, &error);                         // NULL or "-" is standard output
 *     px_output_write(out, bytes, &error);
 *     px_output_commit(out, &error);                                     // only now does report.md appear
 */
#ifndef PX_BASE_STREAM_H
#define PX_BASE_STREAM_H

#include "base/arena.h"
#include "base/error.h"
#include "base/slice.h"

/* Reads all of `path` ("-": standard input) into the arena, NUL-terminated behind the end. PX_ERROR_IO when it cannot
 * be read or is a directory, PX_ERROR_LIMIT beyond `limit` bytes. */
PX_API enum px_status px_file_read(const char *path, size_t limit, struct px_arena *arena, struct px_slice *bytes,
                                   struct px_error *error);

struct px_lines;

/* Opens a text file, compressed or not, for reading line by line; a line may have up to `limit` bytes. */
PX_API enum px_status px_lines_open(const char *path, size_t limit, struct px_lines **lines, struct px_error *error);

/* The next line without its end ("\n" or "\r\n"); valid until the next call. 1: a line, 0: the end, < 0: a px_status.
 * A line over the limit fails with PX_ERROR_LIMIT and is skipped: the next call goes on behind it. */
PX_API int px_lines_next(struct px_lines *lines, struct px_slice *line, struct px_error *error);

/* Number of the line last given, counted from 1. */
PX_API size_t px_lines_number(const struct px_lines *lines);

/* NULL is nothing. */
PX_API void px_lines_close(struct px_lines *lines);

struct px_output;

/* Opens an output. A named file is written beside its place and renamed there by commit; a device or pipe is written
 * directly. */
PX_API enum px_status px_output_open(const char *path, struct px_output **output, struct px_error *error);

/* Makes a file that must not be there yet and writes it where it stands, without commit in part: for the files of a folder
 * that comes into its place itself, and names them as leftovers (base/folder.h). */
PX_API enum px_status px_output_create(const char *path, struct px_output **output, struct px_error *error);

/* PX_ERROR_IO names the output; PX_ERROR_CLOSED: nobody reads it any more. */
PX_API enum px_status px_output_write(struct px_output *output, struct px_slice bytes, struct px_error *error);

/* Hands everything written so far to the reader behind a stream; for a named file, nothing. */
PX_API enum px_status px_output_flush(struct px_output *output, struct px_error *error);

/* Ends the output and makes it visible; frees it in every case. Without commit, close throws a named file away. */
PX_API enum px_status px_output_commit(struct px_output *output, struct px_error *error);
PX_API void px_output_close(struct px_output *output);

#endif
