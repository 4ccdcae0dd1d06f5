/* Tidy tables being written to a folder: one of a comparison, or one of all the comparisons of a batch. */
#ifndef PX_CLI_TABLES_H
#define PX_CLI_TABLES_H

#include "base/buffer.h"
#include "base/folder.h"
#include "cli/options.h"
#include "comparison/comparison.h"
#include "report/provenance.h"

struct px_tables;

/* PX_ERROR_USAGE when a file of the folder is one that the options have read. */
enum px_status px_tables_check(const char *path, const struct px_options *options, struct px_error *error);

/* Is the file, by whatever name, one of those that such a folder holds? Also where memory is out. */
bool px_tables_hold(const char *folder, const char *file);

/* Tables in the folder, whose files get `before`, which is borrowed, before their names; end them by finish or free.
 * `grouped`: the tables are of several comparisons, so that the group is in every key. */
enum px_status px_tables_new(struct px_folder *folder, const char *before, bool grouped, struct px_tables **result,
                             struct px_error *error);

/* Makes the files, each table with its head; the first rows do, where nobody did. */
enum px_status px_tables_begin(struct px_tables *tables, struct px_error *error);

/* Adds the rows in `rows`, a buffer for each table (px_report_table_rows), and empties the buffers. */
enum px_status px_tables_add(struct px_tables *tables, struct px_buffer *rows, struct px_error *error);

/* Adds the rows of the run and ends the files; frees the tables in every case. */
enum px_status px_tables_finish(struct px_tables *tables, const struct px_provenance *provenance,
                                struct px_error *error);

/* NULL is nothing. */
void px_tables_free(struct px_tables *tables);

/* A buffer for each table, on the heap; NULL when memory is out. */
struct px_buffer *px_table_buffers_new(void);
void px_table_buffers_free(struct px_buffer *buffers);

#endif
