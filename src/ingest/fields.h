/* Fields: by which names formats call an article's title, byline, date and so on, and how lines of exports look.
 *
 * Read from lexicons/any/fields.tsv (the keys of front matter and header blocks) and lexicons/any/exports.tsv (the
 * labels of Nexis and Factiva, the lines that part their documents, the marks by which such files are suspected).
 * Compiled once, shared read-only by threads.
 *
 *     const struct px_field_name *label = px_fields_find(fields, PX_LAYOUT_NEXIS, PX_SLICE("Load-Date"));
 */
#ifndef PX_INGEST_FIELDS_H
#define PX_INGEST_FIELDS_H

#include "ingest/patterns.h"

/* Who uses the names: front matter and header blocks, Nexis, Factiva. */
enum px_layout { PX_LAYOUT_KEY, PX_LAYOUT_NEXIS, PX_LAYOUT_FACTIVA, PX_LAYOUT_COUNT };

/* What a name stands for. */
enum px_field {
    PX_FIELD_TITLE,
    PX_FIELD_BYLINE,
    PX_FIELD_OUTLET,
    PX_FIELD_PUBLISHED,
    PX_FIELD_TIME,
    PX_FIELD_MODIFIED,
    PX_FIELD_URL,
    PX_FIELD_LANGUAGE,
    PX_FIELD_STANDFIRST,
    PX_FIELD_SECTION,
    PX_FIELD_TAGS,
    PX_FIELD_NUMBER, /* by which the archive knows the document */
    PX_FIELD_LENGTH,
    PX_FIELD_PLACE,
    PX_FIELD_BODY, /* what follows is the text */
    PX_FIELD_TAIL, /* what follows is no longer the text */
    PX_FIELD_CAPTION,
    PX_FIELD_CREDIT,
    PX_FIELD_NOTICE,
    PX_FIELD_OTHER,
    PX_FIELD_COUNT
};

/* One name. `order` is its place in the file: names of an export stand in this order in each document. */
struct px_field_name {
    uint8_t field; /* enum px_field */
    bool alone;    /* stands on a line of its own, without a colon */
    uint32_t order;
};

/* Lines of exports that are told by their shape; 0 is any other line. */
enum px_line_kind {
    PX_LINE_PLAIN,
    PX_LINE_BEGIN,    /* "3 of 250 DOCUMENTS" */
    PX_LINE_END,      /* "End of Document" */
    PX_LINE_DOCUMENT, /* "Document HARGAZ0020140303ea330000a" */
    PX_LINE_LENGTH,   /* "512 words" */
    PX_LINE_RIGHTS,   /* "Copyright 2014 …" */
    PX_LINE_COUNT
};

struct px_fields;
struct px_image;

enum px_status px_fields_new(struct px_fields **fields, struct px_error *error);
void px_fields_free(struct px_fields *fields);

/* Adds the entries of one file; a category that means nothing is PX_ERROR_SYNTAX with its line. */
enum px_status px_fields_add(struct px_fields *fields, const struct px_lexicon *lexicon, struct px_error *error);

/* Compiles what was added; afterwards only the questions below may be asked. */
enum px_status px_fields_compile(struct px_fields *fields, struct px_error *error);

/* Puts what was compiled into an image, behind the pointer at byte `at`. */
void px_fields_put(struct px_image *image, size_t at, const struct px_fields *fields);

/* Fields over those of an image, which they use where they lie; freed as any. NULL when memory is out. */
struct px_fields *px_fields_open(const struct px_fields *ready);

/* The name's meaning, whatever its case and punctuation; NULL when the layout does not know it. */
const struct px_field_name *px_fields_find(const struct px_fields *fields, enum px_layout layout, struct px_slice name);

/* enum px_line_kind of a trimmed line. */
int px_fields_line(const struct px_fields *fields, struct px_slice line);

/* May this be an export, by the marks that stand in its first part? Markup is searched less far than plain text. */
bool px_fields_suspect(const struct px_fields *fields, struct px_slice text, bool markup);

/* Does this tag (what stands between < and >) open an article of an export? */
bool px_fields_is_boundary(const struct px_fields *fields, struct px_slice tag);

/* The role that a printed field has among the furniture (the standfirst's is content). */
uint8_t px_field_role(uint8_t field);

#endif
