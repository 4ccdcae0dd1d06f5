/* Exports of article archives: one file, many articles.
 *
 * Nexis in its old layout ("3 of 250 DOCUMENTS", labels in capitals) and its new one (labels, "Body", "End of
 * Document"), Factiva with its codes (HD, BY, WC …) and without them, each as plain text or HTML. The text becomes
 * lines, the lines become documents, a document becomes a page with facts and fixed units. Labels and the shapes of
 * lines are data (lexicons/any/exports.tsv). Lines keep their numbers in the file, for messages.
 *
 *     struct px_export export = {0};
 *     if (px_export_read(rules, text, markup, &arena, &export, &error) == PX_OK && export.documents.count > 0)
 *         px_export_page(&export, 0, &page, &error);
 */
#ifndef PX_INGEST_EXPORT_H
#define PX_INGEST_EXPORT_H

#include "ingest/page.h"

struct px_export_line {
    struct px_slice text;              /* trimmed; empty lines are not kept */
    struct px_slice value;             /* what stands behind the label; all of the text where there is none */
    const struct px_field_name *label; /* that opens the line, or NULL */
    uint32_t number;                   /* in the file, from 1 */
    uint16_t indent;                   /* bytes of blanks before it */
    uint8_t kind;                      /* enum px_line_kind */
    bool opens;                        /* an empty line, or the edge of an element, stands before it */
    bool boundary;                     /* markup says that a document begins here */
};

struct px_export_lines {
    struct px_export_line *items;
    size_t count;
    size_t capacity;
};

enum px_export_layout { PX_EXPORT_NONE, PX_EXPORT_NEXIS_OLD, PX_EXPORT_NEXIS_NEW, PX_EXPORT_CODES, PX_EXPORT_PLAIN };

/* Lines [first, end) of the file; `number` is how the export itself calls the document, empty where it does not. */
struct px_export_document {
    uint32_t first;
    uint32_t end;
    struct px_slice number;
    const char *fault; /* what is missing, for a warning; NULL: nothing */
};

struct px_export {
    const struct px_rules *rules;
    struct px_export_lines lines;
    PX_VECTOR(struct px_export_document) documents;
    uint8_t layout;     /* enum px_export_layout */
    uint32_t announced; /* documents that the file says it holds; 0 where it does not say */
};

/* Takes the text apart. No documents: it is no export. Everything lives in the arena or in `text`. Linear. */
enum px_status px_export_read(const struct px_rules *rules, struct px_slice text, bool markup, struct px_arena *arena,
                              struct px_export *export, struct px_error *error);

/* Reads one document into an empty page. PX_ERROR_INPUT, with the line, when it has no text. */
enum px_status px_export_page(const struct px_export *export, size_t index, struct px_page *page,
                              struct px_error *error);

/* ---------------------------------------------------------------------------------- what the parts of it share */

enum px_status px_export_read_lines(const struct px_rules *rules, struct px_slice text, bool markup,
                                    struct px_arena *arena, struct px_export_lines *lines, struct px_error *error);

/* A document on its way into a page. */
struct px_export_reading {
    const struct px_export *export;
    const struct px_export_document *document;
    struct px_page *page;
    struct px_buffer text; /* of the field or paragraph being read */
    uint32_t body;         /* units of it */
};

/* Adds lines [first, end), which are one field, as a unit as they are printed, and its fact where that is still empty;
 * `field` is PX_FIELD_COUNT for what their label says. */
void px_export_add_lines(struct px_export_reading *reading, uint8_t field, uint32_t first, uint32_t end);

/* Adds lines [first, end) of the body as paragraphs. */
void px_export_add_body(struct px_export_reading *reading, uint32_t first, uint32_t end);

/* The line behind the paragraph that begins at `line`, `end` at most. */
uint32_t px_export_paragraph_end(const struct px_export *export, uint32_t line, uint32_t end);

/* Adds lines [first, end) field by field: a label begins one, other lines go on with it; those before any are
 * others. */
void px_export_add_fields(struct px_export_reading *reading, uint32_t first, uint32_t end);

void px_export_page_nexis(struct px_export_reading *reading);
void px_export_page_codes(struct px_export_reading *reading);
void px_export_page_plain(struct px_export_reading *reading);

#endif
