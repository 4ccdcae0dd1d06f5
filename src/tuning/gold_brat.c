/* brat stand-off: a text file, and beside it an .ann file with lines "T1<tab>Label 0 5;9 12<tab>words". */

#include <dirent.h>
#include <stdlib.h>

#include "base/stream.h"
#include "tuning/gold_inside.h"

enum { PATH_BYTES = 4096 };

/* Reads the whole of `digits` as a whole number. */
static bool whole_number(struct px_slice digits, int64_t *number)
{
    *number = 0;
    for (size_t i = 0; i < digits.size; i++) {
        if (digits.data[i] < '0' || digits.data[i] > '9' || *number > INT32_MAX)
            return false;
        *number = *number * 10 + (digits.data[i] - '0');
    }
    return digits.size > 0;
}

/* "0 5;9 12", each piece a span; the words are checked where the span is one piece. */
static enum px_status read_pieces(struct px_gold_reader *reader, const struct px_gold_text *text,
                                  struct px_gold_coding *coding, struct px_slice pieces, struct px_slice words)
{
    struct px_slice piece;
    bool several = memchr(pieces.data, ';', pieces.size) != NULL;
    enum px_status status = PX_OK;
    while (status == PX_OK && px_slice_next(&pieces, ';', &piece)) {
        struct px_slice start = {0};
        int64_t span[2];
        px_slice_next(&piece, ' ', &start);
        if (!whole_number(start, &span[0]) || !whole_number(px_slice_trim(piece), &span[1]))
            return px_gold_fail(reader, "span has no two offsets");
        status = px_gold_add_span(reader, text, coding, span, several ? PX_SLICE("") : words);
    }
    return status;
}

static enum px_status read_annotations(struct px_gold_reader *reader, const struct px_gold_text *text,
                                       struct px_gold_coding *coding, struct px_slice rest)
{
    struct px_slice line;
    enum px_status status = PX_OK;
    while (status == PX_OK && px_slice_next(&rest, '\n', &line)) {
        struct px_slice name = {0}, place = {0}, label = {0};
        reader->line++;
        if (line.size > 0 && line.data[line.size - 1] == '\r')
            line.size--;
        if (line.size == 0 || line.data[0] != 'T') /* relations, attributes, notes */
            continue;
        px_slice_next(&line, '\t', &name);
        px_slice_next(&line, '\t', &place);
        px_slice_next(&place, ' ', &label);
        if (label.size == 0 || place.size == 0)
            return px_gold_fail(reader, "annotation is not 'T1, tab, label, offsets, tab, words'");
        status = read_pieces(reader, text, coding, place, line);
    }
    coding->label = coding->spans.count > 0;
    px_gold_close_coding(coding);
    return status;
}

/* The last part of the path, without its ending. */
static struct px_slice base_name(struct px_slice path)
{
    size_t start = path.size;
    while (start > 0 && path.data[start - 1] != '/')
        start--;
    return px_slice_part(path, start, path.size - 4);
}

/* Replaces the path's last four bytes. */
static bool with_ending(const char *path, const char *ending, char changed[PATH_BYTES])
{
    size_t size = strlen(path);
    if (size < 4 || size >= PATH_BYTES)
        return false;
    memcpy(changed, path, size - 4);
    memcpy(changed + size - 4, ending, 5);
    return true;
}

/* The pair of `path`; the coding is `annotator`'s. */
static enum px_status read_pair(struct px_gold_reader *reader, const char *path, struct px_slice annotator)
{
    char text_path[PATH_BYTES], ann_path[PATH_BYTES];
    struct px_arena arena = {0};
    struct px_slice bytes, annotations;
    struct px_gold_text *text = NULL;
    struct px_gold_coding *coding = NULL;
    if (!with_ending(path, ".txt", text_path) || !with_ending(path, ".ann", ann_path))
        return px_gold_fail(reader, "path is too long");
    reader->path = ann_path;
    reader->line = 0;
    enum px_status status = px_file_read(text_path, reader->limit, &arena, &bytes, reader->error);
    if (status == PX_OK)
        status = px_file_read(ann_path, reader->limit, &arena, &annotations, reader->error);
    if (status == PX_OK)
        status = px_gold_add_text(reader, base_name(px_slice_from(text_path)), bytes, &text);
    if (status == PX_OK)
        status = px_gold_add_coding(reader, text, annotator, &coding);
    if (status == PX_OK)
        status = read_annotations(reader, text, coding, annotations);
    px_arena_release(&arena);
    return status;
}

enum px_status px_gold_read_brat(struct px_gold_reader *reader)
{
    const char *path = reader->path;
    enum px_status status = read_pair(reader, path, px_slice_from(path));
    reader->path = path;
    return status;
}

static int is_annotation(const struct dirent *file)
{
    return px_slice_ends(px_slice_from(file->d_name), PX_SLICE(".ann"));
}

static int by_name(const struct dirent **left, const struct dirent **right)
{
    return strcmp((*left)->d_name, (*right)->d_name);
}

enum px_status px_gold_read_brat_folder(struct px_gold_reader *reader)
{
    struct dirent **files = NULL;
    const char *folder = reader->path;
    struct px_buffer path = {0};
    enum px_status status = PX_OK;
    int count = scandir(folder, &files, is_annotation, by_name);
    if (count < 0)
        return px_error_set(reader->error, PX_ERROR_IO, "cannot read the folder '%s'", folder);
    for (int i = 0; i < count; i++) {
        px_buffer_clear(&path);
        px_buffer_printf(&path, "%s/%s", folder, files[i]->d_name);
        if (path.failed)
            status = px_no_memory(reader->error);
        if (status == PX_OK)
            status = read_pair(reader, path.data, px_slice_from(folder));
        free(files[i]);
    }
    free(files);
    px_buffer_release(&path);
    reader->path = folder;
    return status;
}
