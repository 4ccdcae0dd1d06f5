#include "cli/forms.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/pool.h"
#include "cli/paths.h"
#include "report/report.h"

/* What all forms are written from. */
struct source {
    const struct px_comparison *comparison;
    const struct px_provenance *provenance;
    const char *pictures; /* see px_report_markdown */
    struct px_report_screen screen;
};

static void write_markdown(const struct source *source, struct px_buffer *out)
{
    px_report_markdown(source->comparison, source->provenance, source->pictures, out);
}

static void write_html(const struct source *source, struct px_buffer *out)
{
    px_report_html(source->comparison, source->provenance, out);
}

static void write_json(const struct source *source, struct px_buffer *out)
{
    px_report_json_comparison(source->comparison, source->provenance, out);
    px_buffer_byte(out, '\n');
}

static void write_summary(const struct source *source, struct px_buffer *out)
{
    px_report_summary(source->comparison, &source->screen, out);
}

#define REPORT "report.md" /* what the pictures beside it are named after */

/* Every form of one file: its name for --format, its file in a folder (NULL: none there), who writes it. What takes
 * longest to make stands first. */
static const struct form {
    const char *name;
    const char *file;
    void (*write)(const struct source *source, struct px_buffer *out);
    bool pictures; /* links files of pictures */
} forms[] = {
    {"html", "report.html", write_html, false},
    {"markdown", REPORT, write_markdown, true},
    {"json", "report.json", write_json, false},
    {"summary", NULL, write_summary, false},
};
enum { FORMS = sizeof forms / sizeof *forms };

static bool is_format(const struct px_options *options, const char *name)
{
    return strcmp(options->format, name) == 0;
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

/* "out/pair.md" gives "out/pair-". */
static void pictures_before(const char *path, struct px_buffer *before)
{
    const char *name = base_name(path), *dot = strrchr(name, '.');
    size_t size = dot == NULL || dot == name ? strlen(path) : (size_t)(dot - path);
    px_buffer_append(before, (struct px_slice){path, size});
    px_buffer_byte(before, '-');
}

/* Is there a place beside the output where pictures can stand? Beside a device or a pipe there is none. */
static bool goes_to_file(const char *output)
{
    struct stat info;
    return output != NULL && strcmp(output, "-") != 0 && (stat(output, &info) != 0 || S_ISREG(info.st_mode));
}

/* The pictures as files: what stands before their names is the report's path without its ending, and a hyphen. */
static enum px_status picture_path(const char *before, size_t picture, struct px_buffer *path, struct px_error *error)
{
    px_buffer_clear(path);
    px_buffer_printf(path, "%s%s.svg", before, px_report_picture_name(picture));
    return path->failed ? px_no_memory(error) : PX_OK;
}

/* Is it a report in a file, with its pictures beside it? */
static bool stands_with_pictures(const struct px_options *options)
{
    return is_format(options, "markdown") && goes_to_file(options->output);
}

static enum px_status check_pictures(const struct px_options *options, const char *report, struct px_error *error)
{
    struct px_buffer before = {0}, path = {0};
    pictures_before(report, &before);
    enum px_status status = before.failed ? px_no_memory(error) : PX_OK;
    for (size_t i = 0; status == PX_OK && i < px_report_picture_count(); i++) {
        status = picture_path(before.data, i, &path, error);
        if (status == PX_OK)
            status = px_cli_check_written(options, path.data, error);
    }
    px_buffer_release(&before);
    px_buffer_release(&path);
    return status;
}

/* The forms in the folder that -o names; `path` is room for their paths, and holds that of the tables in the end. */
static enum px_status check_folder(const struct px_options *options, struct px_buffer *path, struct px_error *error)
{
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < FORMS; i++) {
        if (forms[i].file == NULL)
            continue;
        px_buffer_clear(path);
        px_buffer_printf(path, "%s/%s", options->output, forms[i].file);
        status = path->failed ? px_no_memory(error) : px_cli_check_written(options, path->data, error);
        if (status == PX_OK && forms[i].pictures)
            status = check_pictures(options, path->data, error);
    }
    px_buffer_clear(path);
    px_buffer_printf(path, "%s/tables", options->output);
    return status == PX_OK && path->failed ? px_no_memory(error) : status;
}

/* No file that a report consists of may be one that is read. */
static enum px_status check_files(const struct px_options *options, struct px_error *error)
{
    struct px_buffer path = {0};
    enum px_status status = PX_OK;
    if (is_format(options, "all"))
        status = check_folder(options, &path, error);
    else if (stands_with_pictures(options))
        status = check_pictures(options, options->output, error);
    if (status == PX_OK && (is_format(options, "all") || is_format(options, "csv")))
        status = px_tables_check(is_format(options, "all") ? path.data : options->output, options, error);
    px_buffer_release(&path);
    return status;
}

/* The folder in which the file is to stand, which must be there. */
static enum px_status open_parent(struct px_cli *context, const char *file, struct px_error *error)
{
    struct stat info;
    struct px_buffer parent = {0};
    px_buffer_append(&parent, (struct px_slice){file, (size_t)(base_name(file) - file)});
    px_buffer_string(&parent, parent.size == 0 ? "." : "");
    enum px_status status = parent.failed ? px_no_memory(error) : PX_OK;
    if (status == PX_OK && stat(parent.data, &info) != 0) {
        px_error_set(error, PX_ERROR_IO, "cannot create: %s", strerror(errno));
        status = px_error_place(error, file, 0, 0);
    }
    if (status == PX_OK)
        status = px_folder_open(parent.data, &context->folder, error);
    px_buffer_release(&parent);
    return status;
}

/* Where several files are written: the folder that -o names, with the tables in one below it when all forms stand there,
 * or that of the report and its pictures. None of them is in its place before all are written. */
static enum px_status open_folder(struct px_cli *context, const struct px_options *options, struct px_error *error)
{
    bool all = is_format(options, "all");
    if (is_format(options, "markdown"))
        return open_parent(context, options->output, error);
    enum px_status status = px_folder_open(options->output, &context->folder, error);
    if (status == PX_OK && all)
        status = px_folder_make(context->folder, "tables", error);
    if (status == PX_OK)
        status = px_tables_new(context->folder, all ? "tables/" : "", options->by != NULL, &context->tables, error);
    return status;
}

/* Would a file be written where a folder is? */
static bool names_folder(const struct px_options *options)
{
    struct stat info;
    return options->output != NULL && stat(options->output, &info) == 0 && S_ISDIR(info.st_mode);
}

/* What the form asks of -o; false, with a message, where that is not so. */
static bool check_output(const struct px_options *options)
{
    struct px_error error = {0};
    bool folder = is_format(options, "all") || is_format(options, "csv");
    if (!folder && names_folder(options)) {
        px_message("'%s' is a folder, '--format %s' writes to a file: choose all or csv, or name a file",
                   options->output, options->format);
        return false;
    }
    if (folder && (options->output == NULL || strcmp(options->output, "-") == 0)) {
        px_message("'--format %s' writes to a folder: name it with -o", options->format);
        return false;
    }
    if (check_files(options, &error) == PX_OK)
        return true;
    px_message_error(&error);
    return false;
}

int px_forms_open(struct px_cli *context, const struct px_options *options, unsigned needs)
{
    struct px_error error = {0};
    *context = (struct px_cli){.options = options};
    if (!check_output(options))
        return PX_EXIT_USAGE;
    bool folder = is_format(options, "all") || is_format(options, "csv") || stands_with_pictures(options);
    int exit_status = px_cli_open(context, options, folder ? needs | PX_WRITES_FILES : needs);
    if (exit_status != PX_EXIT_DONE || !folder || open_folder(context, options, &error) == PX_OK)
        return exit_status;
    px_message_error(&error);
    return PX_EXIT_COULD_NOT_RUN;
}

/* Writes a file of the folder, and empties the buffer. */
static enum px_status write_file(struct px_folder *folder, const char *name, struct px_buffer *bytes,
                                 struct px_error *error)
{
    enum px_status status =
        bytes->failed ? px_no_memory(error) : px_folder_write(folder, name, px_buffer_slice(bytes), error);
    px_buffer_clear(bytes);
    return status;
}

static enum px_status write_pictures(struct px_folder *folder, const struct source *source, struct px_error *error)
{
    struct px_buffer path = {0}, bytes = {0};
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < px_report_picture_count(); i++) {
        px_report_picture(i, source->comparison, &bytes);
        if (bytes.size == 0 && !bytes.failed)
            continue;
        status = picture_path(source->pictures, i, &path, error);
        if (status == PX_OK)
            status = write_file(folder, path.data, &bytes, error);
    }
    px_buffer_release(&path);
    px_buffer_release(&bytes);
    return status;
}

static enum px_status write_form(const struct form *form, const struct source *source, struct px_folder *folder,
                                 const char *name, struct px_error *error)
{
    struct px_buffer bytes = {0};
    form->write(source, &bytes);
    enum px_status status = write_file(folder, name, &bytes, error);
    px_buffer_release(&bytes);
    return status;
}

static enum px_status write_tables(struct px_cli *context, const struct source *source, struct px_error *error)
{
    struct px_buffer *rows = px_table_buffers_new();
    if (rows == NULL)
        return px_no_memory(error);
    px_report_table_rows(source->comparison, source->provenance, rows);
    enum px_status status = px_tables_add(context->tables, rows, error);
    px_table_buffers_free(rows);
    return status;
}

/* What stands in the folder: all tables, the forms, all pictures. Nothing of it reads another, so that threads write
 * it; what takes longest comes first. */
enum { WRITE_TABLES, WRITE_FORMS, WRITE_PICTURES = WRITE_FORMS + FORMS, WRITINGS };

struct writing {
    struct px_cli *context;
    const struct source *source;
    enum px_status status[WRITINGS];
    struct px_error errors[WRITINGS];
};

static void write_part(void *argument, size_t thread, size_t part)
{
    struct writing *writing = argument;
    struct px_cli *context = writing->context;
    struct px_error *error = &writing->errors[part];
    const struct source *source = writing->source;
    enum px_status status = PX_OK;
    (void)thread;
    if (part == WRITE_PICTURES) {
        status = write_pictures(context->folder, source, error);
    } else if (part == WRITE_TABLES) {
        status = write_tables(context, source, error);
        if (status == PX_OK)
            status = px_cli_finish_tables(context, error);
    } else if (forms[part - WRITE_FORMS].file != NULL) {
        const struct form *form = &forms[part - WRITE_FORMS];
        status = write_form(form, source, context->folder, form->file, error);
    }
    writing->status[part] = status;
}

static enum px_status write_all(struct px_cli *context, struct source *source, struct px_error *error)
{
    struct px_buffer before = {0};
    pictures_before(REPORT, &before);
    enum px_status status = before.failed ? px_no_memory(error) : PX_OK;
    struct writing writing = {.context = context, .source = source};
    source->pictures = before.data;
    if (status == PX_OK)
        px_pool_each(context->worker_count, WRITINGS, write_part, &writing);
    for (size_t part = 0; status == PX_OK && part < WRITINGS; part++) {
        status = writing.status[part];
        if (status != PX_OK && error != NULL)
            *error = writing.errors[part];
    }
    px_buffer_release(&before);
    return status;
}

static enum px_status write_with_pictures(struct px_cli *context, const struct form *form, struct source *source,
                                          struct px_error *error)
{
    struct px_buffer before = {0};
    const char *name = base_name(context->options->output);
    pictures_before(name, &before);
    source->pictures = before.data;
    enum px_status status = before.failed ? px_no_memory(error) : write_pictures(context->folder, source, error);
    if (status == PX_OK)
        status = write_form(form, source, context->folder, name, error);
    px_buffer_release(&before);
    return status;
}

static enum px_status write_one(struct px_cli *context, const struct form *form, struct source *source,
                                struct px_error *error)
{
    struct px_buffer bytes = {0};
    if (context->folder != NULL)
        return write_with_pictures(context, form, source, error);
    form->write(source, &bytes);
    enum px_status status = px_cli_write(context, &bytes, error);
    px_buffer_release(&bytes);
    return status;
}

bool px_forms_on_terminal(const struct px_options *options)
{
    return !options->given[PX_OPTION_FORMAT] && options->output == NULL && isatty(STDOUT_FILENO);
}

/* The terminal's size; elsewhere 80 columns, and rows enough for all. */
static struct px_report_screen find_screen(const struct px_cli *context)
{
    struct px_report_screen screen = {
        .columns = 80,
        .rows = 50,
        .color = px_cli_color(context),
        .hint = "Full report: add --format html -o report.html (or markdown, json, csv, all)",
    };
    struct winsize size;
    if (context->options->output == NULL && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        screen.columns = size.ws_col;
        screen.rows = size.ws_row > 0 ? size.ws_row : 24;
    }
    return screen;
}

enum px_status px_forms_write(struct px_cli *context, const struct px_comparison *comparison,
                              const struct px_provenance *provenance, struct px_error *error)
{
    struct source source = {comparison, provenance, NULL, find_screen(context)};
    if (is_format(context->options, "all"))
        return write_all(context, &source, error);
    if (context->tables != NULL)
        return write_tables(context, &source, error);
    for (size_t i = 0; i < FORMS; i++)
        if (is_format(context->options, forms[i].name))
            return write_one(context, &forms[i], &source, error);
    return PX_OK;
}
