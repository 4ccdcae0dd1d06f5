#include "ingest/source.h"

#include <stdlib.h>

#include "base/digest.h"
#include "base/stream.h"
#include "base/table.h"
#include "ingest/assemble.h"
#include "ingest/charset.h"
#include "ingest/export.h"
#include "ingest/inside.h"

enum { WIDE_BYTES = 256 };

struct record_line {
    struct px_slice json;
    size_t number;
};

struct px_source {
    const struct px_ingest *ingest;
    struct px_arena arena;
    const char *path;
    struct px_slice bytes;
    struct px_charset_notes notes;
    char sha256[PX_DIGEST_SIZE];
    struct px_export export; /* no documents: the file is none */
    struct px_slice *ids;    /* of its documents */
    PX_VECTOR(struct record_line) records;
};

static const struct px_ingest_options none;

/* -------------------------------------------------------------------------------------------------------- exports */

/* "path#number"; where the archive gives no number, or gives it twice, the document's place in the file. */
static struct px_slice make_id(struct px_source *source, size_t index, struct px_table *seen)
{
    const struct px_export_document *document = &source->export.documents.items[index];
    struct px_buffer id = {0};
    bool added = false;
    px_buffer_printf(&id, "%s#%.*s", source->path, PX_SLICE_ARG(document->number));
    if (document->number.size > 0 && !id.failed)
        px_table_add(seen, px_buffer_slice(&id), &added);
    for (size_t place = index + 1; !added && !id.failed; place += source->export.documents.count) {
        px_buffer_clear(&id);
        px_buffer_printf(&id, "%s#%zu", source->path, place);
        if (px_table_add(seen, px_buffer_slice(&id), &added) == PX_NONE)
            break;
    }
    struct px_slice copy =
        added && !id.failed ? px_arena_copy(&source->arena, px_buffer_slice(&id)) : (struct px_slice){0};
    px_buffer_release(&id);
    return copy;
}

static enum px_status make_ids(struct px_source *source, struct px_error *error)
{
    struct px_table seen = {0};
    size_t count = source->export.documents.count;
    bool fine = true;
    source->ids = px_arena_array(&source->arena, struct px_slice, count);
    for (size_t i = 0; i < count && source->ids != NULL && fine; i++) {
        source->ids[i] = make_id(source, i, &seen);
        fine = source->ids[i].data != NULL;
    }
    px_table_release(&seen);
    return fine && source->ids != NULL ? PX_OK : px_no_memory(error);
}

/* Looks closer only at what bears a mark of an export, since most files are none. */
static enum px_status look_for_export(struct px_source *source, enum px_input input, struct px_error *error)
{
    const struct px_rules *rules = source->ingest->rules;
    bool forced = input == PX_INPUT_EXPORT, markup = px_input_is_markup(source->bytes);
    size_t start = source->bytes.size < WIDE_BYTES ? source->bytes.size : WIDE_BYTES;
    bool wide = start > 0 && memchr(source->bytes.data, 0, start) != NULL; /* UTF-16 or UTF-32 */
    if (!forced && !wide && !px_fields_suspect(px_rules_fields(rules), source->bytes, markup))
        return PX_OK;
    struct px_slice text;
    enum px_status status = px_charset_decode(source->bytes, NULL, &source->arena, &text, &source->notes, error);
    if (status == PX_OK)
        status = px_charset_repair_twice(&source->arena, &text, &source->notes.repaired, error);
    if (status != PX_OK)
        return forced ? status : PX_OK; /* the reading tells it better */
    markup = px_input_is_markup(text);
    if (forced || px_fields_suspect(px_rules_fields(rules), text, markup))
        status = px_export_read(rules, text, markup, &source->arena, &source->export, error);
    if (status == PX_OK && forced && source->export.documents.count == 0)
        status = px_error_set(error, PX_ERROR_INPUT, "input is no export of Nexis or Factiva");
    if (status != PX_OK || source->export.documents.count == 0)
        return status;
    px_digest_write(source->bytes, source->sha256);
    return make_ids(source, error);
}

static enum px_status read_document(const struct px_source *source, size_t index,
                                    const struct px_ingest_options *options, struct px_article *article,
                                    struct px_error *error)
{
    const struct px_export_document *document = &source->export.documents.items[index];
    struct px_page page = {.rules = source->ingest->rules};
    article->id = px_arena_copy(&article->arena, source->ids[index]);
    article->path = px_arena_copy(&article->arena, px_slice_from(source->path));
    article->sha256 = px_arena_copy(&article->arena, px_slice_from(source->sha256));
    if (options->outlet != NULL)
        article->outlet = px_arena_copy(&article->arena, px_slice_from(options->outlet));
    if (article->id.data == NULL || article->path.data == NULL || article->sha256.data == NULL)
        return px_no_memory(error);
    page.facts.outlet = article->outlet;
    enum px_status status = px_export_page(&source->export, index, &page, error);
    if (status == PX_OK)
        status = px_assemble_article(&page, true, article, error);
    px_page_release(&page);
    if (status == PX_OK && document->fault != NULL)
        px_article_warn(article, "document %zu, lines %u to %u: %s", index + 1,
                        (unsigned)source->export.lines.items[document->first].number,
                        (unsigned)source->export.lines.items[document->end - 1].number, document->fault);
    if (status == PX_OK && index == 0)
        px_charset_warn(&source->notes, article);
    return status;
}

/* -------------------------------------------------------------------------------------------------------- records */

/* A file that holds one record is read as such; several are records each. */
static enum px_status look_for_records(struct px_source *source, enum px_input input, struct px_error *error)
{
    struct px_slice rest = source->bytes, line;
    if (input != PX_INPUT_NDJSON && !px_ingest_is_corpus(source->bytes))
        return PX_OK;
    for (size_t number = 1; px_slice_next(&rest, '\n', &line); number++) {
        struct record_line *record =
            px_slice_trim(line).size == 0 ? NULL : px_vector_push(&source->records, &source->arena);
        if (record != NULL)
            *record = (struct record_line){px_slice_trim(line), number};
        else if (px_slice_trim(line).size > 0)
            return px_no_memory(error);
    }
    return PX_OK;
}

/* --------------------------------------------------------------------------------------------------------- opening */

static enum px_status look(struct px_source *source, const struct px_ingest_options *options, struct px_error *error)
{
    enum px_input input = options->input;
    enum px_status status = PX_OK;
    if (input == PX_INPUT_AUTO || input == PX_INPUT_NDJSON)
        status = look_for_records(source, input, error);
    if (status == PX_OK && source->records.count == 0 && !options->verbatim &&
        (input == PX_INPUT_AUTO || input == PX_INPUT_EXPORT))
        status = look_for_export(source, input, error);
    return status;
}

static enum px_status make(const struct px_ingest *ingest, const char *path, struct px_source **source,
                           struct px_error *error)
{
    *source = calloc(1, sizeof **source);
    if (*source == NULL)
        return px_no_memory(error);
    (*source)->ingest = ingest;
    (*source)->path = px_arena_copy(&(*source)->arena, px_slice_from(path == NULL ? "" : path)).data;
    return (*source)->path == NULL ? px_no_memory(error) : PX_OK;
}

static enum px_status fail(enum px_status status, const char *path, struct px_source **source, struct px_error *error)
{
    px_source_close(*source);
    *source = NULL;
    if (error != NULL && error->file[0] == 0)
        px_error_place(error, path, error->line, error->column);
    return status;
}

enum px_status px_source_open_bytes(const struct px_ingest *ingest, struct px_slice bytes, const char *path,
                                    const struct px_ingest_options *options, struct px_source **source,
                                    struct px_error *error)
{
    options = options == NULL ? &none : options;
    size_t limit = options->limit == 0 ? PX_INGEST_LIMIT : options->limit;
    enum px_status status = make(ingest, path, source, error);
    if (status == PX_OK) {
        (*source)->bytes = bytes;
        status = bytes.size > limit ? PX_OK : look(*source, options, error); /* too large: the reading refuses it */
    }
    return status == PX_OK ? PX_OK : fail(status, path, source, error);
}

enum px_status px_source_open(const struct px_ingest *ingest, const char *path, const struct px_ingest_options *options,
                              struct px_source **source, struct px_error *error)
{
    options = options == NULL ? &none : options;
    size_t limit = options->limit == 0 ? PX_INGEST_LIMIT : options->limit;
    enum px_status status = make(ingest, path, source, error);
    if (status == PX_OK)
        status = px_file_read(path, limit, &(*source)->arena, &(*source)->bytes, error);
    if (status == PX_OK)
        status = look(*source, options, error);
    return status == PX_OK ? PX_OK : fail(status, path, source, error);
}

void px_source_close(struct px_source *source)
{
    if (source == NULL)
        return;
    px_arena_release(&source->arena);
    free(source);
}

size_t px_source_count(const struct px_source *source)
{
    size_t count = source->export.documents.count + source->records.count;
    return count == 0 ? 1 : count;
}

size_t px_source_size(const struct px_source *source)
{
    return source->arena.total;
}

enum px_status px_source_read(const struct px_source *source, size_t index, const struct px_ingest_options *options,
                              struct px_article *article, struct px_error *error)
{
    options = options == NULL ? &none : options;
    enum px_status status;
    if (source->export.documents.count > 0)
        status = read_document(source, index, options, article, error);
    else if (source->records.count > 1)
        return px_ingest_record(source->ingest, source->records.items[index].json, source->path,
                                source->records.items[index].number, options, article, error);
    else
        status = px_ingest_single(source->ingest, source->bytes, source->path, options, article, error);
    if (status == PX_OK)
        return PX_OK;
    px_article_release(article);
    article->id =
        px_arena_copy(&article->arena, source->ids == NULL ? px_slice_from(source->path) : source->ids[index]);
    if (error != NULL && error->file[0] == 0)
        px_error_place(error, source->path, error->line, error->column);
    return status;
}
