#include "cli/forms.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "report/report.h"

/* What all forms are written from. */
struct source {
    const struct px_comparison *comparison;
    const struct px_provenance *provenance;
    const char *pictures; /* see px_report_markdown */
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

/* Every form: its name for --format, its file in a folder, who writes it. A form of many files would be written as the
 * pictures are. */
static const struct form {
    const char *name;
    const char *file;
    void (*write)(const struct source *source, struct px_buffer *out);
    bool pictures; /* links files of pictures */
} forms[] = {
    {"markdown", "report.md", write_markdown, true},
    {"html", "report.html", write_html, false},
    {"json", "report.json", write_json, false},
};
enum { FORMS = sizeof forms / sizeof *forms };

bool px_forms_need_folder(const struct px_options *options)
{
    return strcmp(options->format, "all") == 0;
}

enum px_status px_forms_make_folder(const struct px_options *options, struct px_error *error)
{
    struct stat info;
    if (options->output == NULL || strcmp(options->output, "-") == 0)
        return px_error_set(error, PX_ERROR_USAGE, "'--format %s' writes to a folder: name it with -o",
                            options->format);
    if (mkdir(options->output, 0777) == 0 ||
        (errno == EEXIST && stat(options->output, &info) == 0 && S_ISDIR(info.st_mode)))
        return PX_OK;
    return px_error_set(error, PX_ERROR_IO, "cannot make folder '%s': %s", options->output, strerror(errno));
}

/* Writes a file whole or not at all, and empties the buffer. */
static enum px_status write_file(const char *path, struct px_buffer *bytes, struct px_error *error)
{
    struct px_output *output = NULL;
    enum px_status status =
        bytes->failed ? px_error_set(error, PX_ERROR_MEMORY, "out of memory") : px_output_open(path, &output, error);
    if (status == PX_OK)
        status = px_output_write(output, px_buffer_slice(bytes), error);
    if (status == PX_OK)
        status = px_output_commit(output, error);
    else
        px_output_close(output);
    px_buffer_clear(bytes);
    return status;
}

/* The pictures as files: what stands before their names is the report's path without its ending, and a hyphen. */
static enum px_status write_pictures(const char *before, const struct px_comparison *comparison, struct px_error *error)
{
    struct px_buffer path = {0}, bytes = {0};
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < px_report_picture_count(); i++) {
        px_report_picture(i, comparison, &bytes);
        if (bytes.size == 0 && !bytes.failed)
            continue;
        px_buffer_clear(&path);
        px_buffer_printf(&path, "%s%s.svg", before, px_report_picture_name(i));
        bytes.failed |= path.failed;
        status = write_file(path.data, &bytes, error);
    }
    px_buffer_release(&path);
    px_buffer_release(&bytes);
    return status;
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

static enum px_status write_all(const struct px_options *options, struct source *source, struct px_error *error)
{
    struct px_buffer path = {0}, before = {0}, bytes = {0};
    px_buffer_printf(&path, "%s/%s", options->output, forms[0].file);
    pictures_before(path.failed ? "" : path.data, &before);
    enum px_status status = before.failed ? px_error_set(error, PX_ERROR_MEMORY, "out of memory") : PX_OK;
    if (status == PX_OK)
        status = write_pictures(before.data, source->comparison, error);
    for (size_t i = 0; status == PX_OK && i < FORMS; i++) {
        source->pictures = forms[i].pictures ? base_name(before.data) : NULL;
        forms[i].write(source, &bytes);
        px_buffer_clear(&path);
        px_buffer_printf(&path, "%s/%s", options->output, forms[i].file);
        bytes.failed |= path.failed;
        status = write_file(path.data, &bytes, error);
    }
    px_buffer_release(&path);
    px_buffer_release(&before);
    px_buffer_release(&bytes);
    return status;
}

/* Is there a place beside the output where pictures can stand? Beside a device or a pipe there is none. */
static bool goes_to_file(const char *output)
{
    struct stat info;
    return output != NULL && strcmp(output, "-") != 0 && (stat(output, &info) != 0 || S_ISREG(info.st_mode));
}

static enum px_status write_one(struct px_cli *context, const struct form *form, struct source *source,
                                struct px_error *error)
{
    struct px_buffer before = {0}, bytes = {0};
    enum px_status status = PX_OK;
    if (form->pictures && goes_to_file(context->options->output)) {
        pictures_before(context->options->output, &before);
        status = before.failed ? px_error_set(error, PX_ERROR_MEMORY, "out of memory")
                               : write_pictures(before.data, source->comparison, error);
        source->pictures = before.data == NULL ? NULL : base_name(before.data);
    }
    if (status == PX_OK) {
        form->write(source, &bytes);
        status = px_cli_write(context, &bytes, error);
    }
    px_buffer_release(&before);
    px_buffer_release(&bytes);
    return status;
}

enum px_status px_forms_write(struct px_cli *context, const struct px_comparison *comparison,
                              const struct px_provenance *provenance, struct px_error *error)
{
    struct source source = {comparison, provenance, NULL};
    if (px_forms_need_folder(context->options))
        return write_all(context->options, &source, error);
    for (size_t i = 0; i < FORMS; i++)
        if (strcmp(context->options->format, forms[i].name) == 0)
            return write_one(context, &forms[i], &source, error);
    return px_error_set(error, PX_ERROR_USAGE, "no such form: %s", context->options->format);
}
