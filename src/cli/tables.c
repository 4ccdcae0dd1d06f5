#include "cli/tables.h"

#include <stdlib.h>

#include "base/folder.h"
#include "base/stream.h"
#include "cli/paths.h"
#include "report/report.h"

struct px_tables {
    struct px_folder *folder; /* of the run */
    const char *before;       /* the files' names there */
    struct px_output **files; /* one a table; NULL before they are begun */
    bool grouped;             /* the tables are of several comparisons */
};

struct px_buffer *px_table_buffers_new(void)
{
    return calloc(px_report_table_count(), sizeof(struct px_buffer));
}

void px_table_buffers_free(struct px_buffer *buffers)
{
    for (size_t i = 0; buffers != NULL && i < px_report_table_count(); i++)
        px_buffer_release(&buffers[i]);
    free(buffers);
}

/* The files beside the tables, which say how these are read. */
static const char dictionary[] = "dictionary.csv", package[] = "datapackage.json";

/* The name of the folder's file with this number, tables first; false behind the last. */
static bool name_file(size_t number, struct px_buffer *name)
{
    size_t tables = px_report_table_count();
    if (number < tables)
        px_buffer_printf(name, "%s.csv", px_report_table_name(number));
    else if (number < tables + 2)
        px_buffer_string(name, number == tables ? dictionary : package);
    return number < tables + 2;
}

/* The path of that file in the folder; false behind the last. */
static bool name_path(const char *folder, size_t number, struct px_buffer *path)
{
    px_buffer_clear(path);
    px_buffer_printf(path, "%s/", folder);
    return name_file(number, path);
}

bool px_tables_hold(const char *folder, const char *file)
{
    struct px_buffer path = {0};
    bool held = false;
    for (size_t i = 0; !held && name_path(folder, i, &path); i++)
        held = path.failed || px_cli_is_same_file(path.data, file);
    px_buffer_release(&path);
    return held;
}

enum px_status px_tables_check(const char *path, const struct px_options *options, struct px_error *error)
{
    struct px_buffer file = {0};
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && name_path(path, i, &file); i++)
        status = file.failed ? px_no_memory(error) : px_cli_check_written(options, file.data, error);
    px_buffer_release(&file);
    return status;
}

static enum px_status write(struct px_output *file, struct px_buffer *bytes, struct px_error *error)
{
    enum px_status status = bytes->failed ? px_no_memory(error) : px_output_write(file, px_buffer_slice(bytes), error);
    px_buffer_clear(bytes);
    return status;
}

enum px_status px_tables_new(struct px_folder *folder, const char *before, bool grouped, struct px_tables **result,
                             struct px_error *error)
{
    struct px_tables *tables = *result = calloc(1, sizeof *tables);
    if (tables == NULL)
        return px_no_memory(error);
    *tables = (struct px_tables){.folder = folder, .before = before, .grouped = grouped};
    return PX_OK;
}

/* Opens the table's file, with its head. */
static enum px_status begin_table(struct px_tables *tables, size_t table, struct px_error *error)
{
    struct px_buffer text = {0};
    px_buffer_string(&text, tables->before);
    name_file(table, &text);
    enum px_status status =
        text.failed ? px_no_memory(error) : px_folder_create(tables->folder, text.data, &tables->files[table], error);
    px_buffer_clear(&text);
    px_report_table_head(table, &text);
    if (status == PX_OK)
        status = write(tables->files[table], &text, error);
    px_buffer_release(&text);
    return status;
}

/* Writes the bytes, which are emptied, as a file of the folder. */
static enum px_status write_whole(struct px_tables *tables, const char *name, struct px_buffer *bytes,
                                  struct px_error *error)
{
    struct px_buffer path = {0};
    px_buffer_printf(&path, "%s%s", tables->before, name);
    enum px_status status = path.failed || bytes->failed
                                ? px_no_memory(error)
                                : px_folder_write(tables->folder, path.data, px_buffer_slice(bytes), error);
    px_buffer_release(&path);
    px_buffer_clear(bytes);
    return status;
}

static enum px_status write_descriptions(struct px_tables *tables, struct px_error *error)
{
    struct px_buffer bytes = {0};
    px_report_table_dictionary(&bytes);
    enum px_status status = write_whole(tables, dictionary, &bytes, error);
    px_report_table_package(tables->grouped, &bytes);
    if (status == PX_OK)
        status = write_whole(tables, package, &bytes, error);
    px_buffer_release(&bytes);
    return status;
}

enum px_status px_tables_begin(struct px_tables *tables, struct px_error *error)
{
    if (tables->files != NULL)
        return PX_OK;
    tables->files = calloc(px_report_table_count(), sizeof *tables->files);
    enum px_status status = tables->files == NULL ? px_no_memory(error) : PX_OK;
    for (size_t i = 0; status == PX_OK && i < px_report_table_count(); i++)
        status = begin_table(tables, i, error);
    return status == PX_OK ? write_descriptions(tables, error) : status;
}

enum px_status px_tables_add(struct px_tables *tables, struct px_buffer *rows, struct px_error *error)
{
    enum px_status status = px_tables_begin(tables, error);
    for (size_t i = 0; status == PX_OK && i < px_report_table_count(); i++)
        status = write(tables->files[i], &rows[i], error);
    return status;
}

static enum px_status add_rows_of_run(struct px_tables *tables, const struct px_provenance *provenance,
                                      struct px_error *error)
{
    struct px_buffer *rows = px_table_buffers_new();
    if (rows == NULL)
        return px_no_memory(error);
    px_report_table_rows(NULL, provenance, rows);
    enum px_status status = px_tables_add(tables, rows, error);
    px_table_buffers_free(rows);
    return status;
}

enum px_status px_tables_finish(struct px_tables *tables, const struct px_provenance *provenance,
                                struct px_error *error)
{
    enum px_status status = add_rows_of_run(tables, provenance, error);
    for (size_t i = 0; status == PX_OK && i < px_report_table_count(); i++) {
        status = px_output_commit(tables->files[i], error);
        tables->files[i] = NULL;
    }
    px_tables_free(tables);
    return status;
}

void px_tables_free(struct px_tables *tables)
{
    if (tables == NULL)
        return;
    for (size_t i = 0; tables->files != NULL && i < px_report_table_count(); i++)
        px_output_close(tables->files[i]);
    free(tables->files);
    free(tables);
}
