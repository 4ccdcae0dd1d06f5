/* What the files of this room share and nobody else sees: the ingest object and the reading of one source. */
#ifndef PX_INGEST_INSIDE_H
#define PX_INGEST_INSIDE_H

#include "ingest/decide.h"
#include "ingest/explain.h"
#include "ingest/ingest.h"

struct px_ingest {
    struct px_rules *rules;
    struct px_weights weights;
    struct px_explainer *explainer; /* NULL until px_ingest_explain */
};

/* Reads bytes into an article whose id, path and whatever a record gives are set already; what is set stays. */
enum px_status px_ingest_source(const struct px_ingest *ingest, struct px_slice bytes, const char *path,
                                const struct px_ingest_options *options, struct px_article *article,
                                struct px_error *error);

/* Reads bytes that are one article: px_ingest_bytes for what is no export. On failure the article may hold anything. */
enum px_status px_ingest_single(const struct px_ingest *ingest, struct px_slice bytes, const char *path,
                                const struct px_ingest_options *options, struct px_article *article,
                                struct px_error *error);

/* Reads a page into units and facts, and marks its head: all that comes before the decision. The page has its rules;
 * facts that are set already stay. Not for PX_INPUT_NDJSON. */
enum px_status px_page_prepare(struct px_slice text, enum px_input input, struct px_page *page, struct px_error *error);

/* Decides a prepared page and makes the article of it. */
enum px_status px_page_finish(const struct px_scorer *scorer, enum px_input input, struct px_page *page,
                              struct px_article *article, struct px_error *error);

/* Takes the text as it is: an empty line ends a paragraph. */
enum px_status px_verbatim_read(const struct px_ingest *ingest, struct px_slice text, bool judge_language,
                                struct px_article *article, struct px_error *error);

/* Does it begin like HTML, or hold its tags? */
bool px_input_is_markup(struct px_slice text);

/* Guesses the format by content first, name second. Never PX_INPUT_AUTO. */
enum px_input px_input_guess(struct px_slice text, const char *path);

#endif
