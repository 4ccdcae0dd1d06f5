/* From lines to documents: which layout it is, which lines are labels, where documents begin and end. */
#include "ingest/export.h"

#include <stdlib.h>

enum { LABEL_BYTES = 32, CODE_BYTES = 4, NUMBER_DIGITS = 9 };

/* -------------------------------------------------------------------------------------------------------- labels */

static bool has_small_letter(struct px_slice text)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] >= 'a' && text.data[i] <= 'z')
            return true;
    return false;
}

/* "Load-Date: March 4, 2014" or a label that stands alone; in the old layout, labels are in capitals. */
static const struct px_field_name *nexis_label(const struct px_export *export, struct px_slice text,
                                               struct px_slice *value)
{
    const struct px_fields *fields = px_rules_fields(export->rules);
    struct px_slice start = px_slice_part(text, 0, text.size < LABEL_BYTES ? text.size : LABEL_BYTES);
    size_t colon = px_slice_find(start, PX_SLICE(":"), 0);
    const struct px_field_name *label = NULL;
    struct px_slice name = px_slice_part(text, 0, colon == SIZE_MAX ? text.size : colon);
    if (export->layout == PX_EXPORT_NEXIS_OLD && has_small_letter(name))
        return NULL;
    if (colon != SIZE_MAX && (name.size == 0 || name.data[0] < 'a' || name.data[0] > 'z'))
        label = px_fields_find(fields, PX_LAYOUT_NEXIS, name);
    else if (text.size < LABEL_BYTES)
        label = px_fields_find(fields, PX_LAYOUT_NEXIS, text);
    if (label == NULL || (colon == SIZE_MAX && !label->alone))
        return NULL;
    *value = colon == SIZE_MAX ? (struct px_slice){NULL, 0} : px_slice_trim(px_slice_part(text, colon + 1, text.size));
    return label;
}

/* A single blank behind a code might be any text's: then the code must come in its turn, and behind the text its value
 * must look like codes do ("gpol : Domestic Politics"). */
static bool is_turn(const struct px_field_name *label, struct px_slice value, uint32_t last, bool body)
{
    bool coded = px_slice_find(value, PX_SLICE(" : "), 0) != SIZE_MAX;
    if (label->field == PX_FIELD_TITLE || label->field == PX_FIELD_NUMBER)
        return true;
    return label->order >= last && (!body || label->field != PX_FIELD_TAGS || coded);
}

/* "HD  Headline", "HD" alone; `last` is the order of the code before. */
static const struct px_field_name *code_label(const struct px_export *export, const struct px_export_line *line,
                                              const struct px_field_name *last, struct px_slice *value)
{
    struct px_slice text = line->text;
    size_t size = 0, behind;
    while (size < text.size && size < CODE_BYTES && text.data[size] >= 'A' && text.data[size] <= 'Z')
        size++;
    behind = size;
    while (behind < text.size && (text.data[behind] == ' ' || text.data[behind] == '\t'))
        behind++;
    if (size < 2 || size == CODE_BYTES || (behind == size && size < text.size))
        return NULL;
    const struct px_field_name *label =
        px_fields_find(px_rules_fields(export->rules), PX_LAYOUT_FACTIVA, px_slice_part(text, 0, size));
    struct px_slice rest = px_slice_part(text, behind, text.size);
    bool sure = behind - size > 1 || rest.size == 0 || text.data[size] == '\t';
    bool body = last != NULL && last->field == PX_FIELD_BODY;
    if (label == NULL || (!sure && !is_turn(label, rest, last == NULL ? 0 : last->order, body)))
        return NULL;
    *value = rest;
    return label;
}

/* Finds the labels of all lines, once the layout is known. */
static void label_lines(struct px_export *export)
{
    const struct px_field_name *last = NULL;
    for (size_t i = 0; i < export->lines.count; i++) {
        struct px_export_line *line = &export->lines.items[i];
        line->value = line->text;
        if (export->layout == PX_EXPORT_CODES)
            line->label = code_label(export, line, last, &line->value);
        else
            line->label = export->layout == PX_EXPORT_PLAIN ? NULL : nexis_label(export, line->text, &line->value);
        if (line->label != NULL)
            last = line->label->field == PX_FIELD_NUMBER ? NULL : line->label;
    }
}

/* -------------------------------------------------------------------------------------------------------- layout */

struct census {
    size_t kinds[PX_LINE_COUNT];
    size_t fields[PX_FIELD_COUNT]; /* of the labels */
};

static struct census count_lines(struct px_export *export, uint8_t layout)
{
    struct census census = {{0}, {0}};
    export->layout = layout;
    label_lines(export);
    for (size_t i = 0; i < export->lines.count; i++) {
        const struct px_export_line *line = &export->lines.items[i];
        census.kinds[line->kind]++;
        if (line->label != NULL)
            census.fields[line->label->field]++;
    }
    return census;
}

/* Labels are looked for in the layout that the lines speak for; a file that merely mentions such lines is none. */
static void choose_layout(struct px_export *export)
{
    struct census census = count_lines(export, PX_EXPORT_CODES);
    if (census.fields[PX_FIELD_TITLE] > 0 && census.fields[PX_FIELD_LENGTH] > 0 && census.fields[PX_FIELD_BODY] > 0)
        return;
    if (census.kinds[PX_LINE_BEGIN] > 0) {
        census = count_lines(export, PX_EXPORT_NEXIS_OLD);
        if (census.fields[PX_FIELD_LENGTH] > 0 || census.fields[PX_FIELD_TAIL] > 0)
            return;
    }
    census = count_lines(export, PX_EXPORT_NEXIS_NEW);
    bool told = census.fields[PX_FIELD_LENGTH] > 0 || census.fields[PX_FIELD_SECTION] > 0;
    if (census.fields[PX_FIELD_BODY] > 0 && (told || census.kinds[PX_LINE_END] > 0))
        return;
    if (census.kinds[PX_LINE_DOCUMENT] > 0 && census.kinds[PX_LINE_LENGTH] > 0) {
        count_lines(export, PX_EXPORT_PLAIN);
        return;
    }
    export->layout = PX_EXPORT_NONE;
}

/* ----------------------------------------------------------------------------------------------------- documents */

struct splitter {
    struct px_export *export;
    struct px_arena *arena;
    uint32_t first;         /* line of the document being read */
    uint32_t lengths;       /* lines in it that tell its length, or labels that open its text */
    struct px_slice number; /* found in it */
    bool failed;
};

static void end_document(struct splitter *splitter, uint32_t end, const char *fault)
{
    struct px_export_document *document =
        end == splitter->first ? NULL : px_vector_push(&splitter->export->documents, splitter->arena);
    if (document != NULL)
        *document = (struct px_export_document){splitter->first, end, splitter->number, fault};
    splitter->failed = splitter->failed || (document == NULL && end > splitter->first);
    splitter->first = end;
    splitter->lengths = 0;
    splitter->number = (struct px_slice){0};
}

/* What stands behind the last end: a document that was cut, or nothing of interest, which goes to the last one. */
static void end_file(struct splitter *splitter)
{
    struct px_export *export = splitter->export;
    uint32_t end = (uint32_t) export->lines.count;
    if (splitter->lengths > 0 || export->documents.count == 0)
        end_document(splitter, end, "the file ends before the document does");
    else
        export->documents.items[export->documents.count - 1].end = end;
}

/* The run of digits at or behind `*at`. */
static struct px_slice next_number(struct px_slice text, size_t *at)
{
    while (*at < text.size && (text.data[*at] < '0' || text.data[*at] > '9'))
        ++*at;
    size_t start = *at;
    while (*at < text.size && *at - start < NUMBER_DIGITS && text.data[*at] >= '0' && text.data[*at] <= '9')
        ++*at;
    return px_slice_part(text, start, *at);
}

/* "3 of 250 DOCUMENTS" opens each. */
static void split_old(struct splitter *splitter)
{
    struct px_export *export = splitter->export;
    bool begun = false;
    for (uint32_t i = 0; i < export->lines.count; i++) {
        if (export->lines.items[i].kind != PX_LINE_BEGIN)
            continue;
        if (begun)
            end_document(splitter, i, NULL);
        begun = true;
        size_t at = 0;
        double announced = 0;
        splitter->number = next_number(export->lines.items[i].text, &at);
        if (px_slice_number(next_number(export->lines.items[i].text, &at), &announced))
            export->announced = (uint32_t)announced;
    }
    const char *fault = export->documents.count + 1 < export->announced
                            ? "the file ends here, before the last of the documents that it announces"
                            : NULL;
    end_document(splitter, (uint32_t) export->lines.count, fault);
}

/* "End of Document" closes each. */
static void split_new(struct splitter *splitter)
{
    struct px_export *export = splitter->export;
    for (uint32_t i = 0; i < export->lines.count; i++) {
        const struct px_export_line *line = &export->lines.items[i];
        bool body = line->label != NULL && line->label->field == PX_FIELD_BODY && line->label->alone;
        splitter->lengths += body;
        if (line->kind == PX_LINE_END)
            end_document(splitter, i + 1, splitter->lengths > 1 ? "it holds two texts: an end is missing" : NULL);
    }
    end_file(splitter);
}

/* The codes' order tells where the next one begins; the archive's number closes one. */
static void split_codes(struct splitter *splitter)
{
    struct px_export *export = splitter->export;
    uint32_t order = 0;
    for (uint32_t i = 0; i < export->lines.count; i++) {
        const struct px_export_line *line = &export->lines.items[i];
        const struct px_field_name *label = line->label;
        bool heads = label != NULL && (label->field == PX_FIELD_TITLE || label->field == PX_FIELD_SECTION);
        if (line->kind == PX_LINE_DOCUMENT || (label != NULL && label->field == PX_FIELD_NUMBER)) {
            size_t space = px_slice_find(line->value, PX_SLICE(" "), 0);
            splitter->number = px_slice_part(line->value, space == SIZE_MAX ? 0 : space + 1, line->value.size);
            if (line->value.size > 0) {
                end_document(splitter, i + 1, NULL);
                order = 0;
                continue;
            }
        }
        if ((heads && label->order <= order) || (line->boundary && splitter->lengths > 0)) {
            end_document(splitter, i, "it ends without the archive's number");
            order = 0;
        }
        splitter->lengths += label != NULL && label->field == PX_FIELD_BODY;
        order = label != NULL && label->order > order ? label->order : order;
    }
    end_file(splitter);
}

/* "Document HARGAZ0020140303ea330000a" closes each. */
static void split_plain(struct splitter *splitter)
{
    struct px_export *export = splitter->export;
    for (uint32_t i = 0; i < export->lines.count; i++) {
        const struct px_export_line *line = &export->lines.items[i];
        if (line->boundary && splitter->lengths > 0)
            end_document(splitter, i, "it ends without the archive's number");
        splitter->lengths += line->kind == PX_LINE_LENGTH;
        if (line->kind == PX_LINE_DOCUMENT) {
            size_t space = px_slice_find(line->text, PX_SLICE(" "), 0);
            splitter->number = px_slice_part(line->text, space + 1, line->text.size);
            end_document(splitter, i + 1, NULL);
        }
    }
    end_file(splitter);
}

enum px_status px_export_read(const struct px_rules *rules, struct px_slice text, bool markup, struct px_arena *arena,
                              struct px_export *export, struct px_error *error)
{
    *export = (struct px_export){.rules = rules};
    enum px_status status = px_export_read_lines(rules, text, markup, arena, &export->lines, error);
    if (status != PX_OK)
        return status;
    struct splitter splitter = {.export = export, .arena = arena};
    choose_layout(export);
    switch (export->layout) {
    case PX_EXPORT_NEXIS_OLD: split_old(&splitter); break;
    case PX_EXPORT_NEXIS_NEW: split_new(&splitter); break;
    case PX_EXPORT_CODES: split_codes(&splitter); break;
    case PX_EXPORT_PLAIN: split_plain(&splitter); break;
    default: break;
    }
    return splitter.failed ? px_no_memory(error) : PX_OK;
}
