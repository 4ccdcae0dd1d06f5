/* The weights of the content model: lexicons/any/cleaning.model, with trees and a linear part for each kind of page.
 *
 * How it was fitted stands in the file and in lexicons/any/cleaning.card.md; `parallax-train clean` makes it again.
 */
#ifndef PX_INGEST_WEIGHTS_H
#define PX_INGEST_WEIGHTS_H

#include "ingest/features.h"
#include "model/model.h"

enum px_page_kind { PX_PAGE_HTML, PX_PAGE_TEXT, PX_PAGE_KINDS };

/* What scores the units of one kind of page. Both NULL: no model, rules alone. */
struct px_scorer {
    const struct px_trees *trees;
    const struct px_linear *linear;
};

struct px_weights {
    struct px_model model;
    struct px_scorer scorers[PX_PAGE_KINDS];
};

/* "html" or "text": how the model file names its parts. */
const char *px_page_kind_name(enum px_page_kind kind);

/* The names of all features by column, in storage of the arena; NULL when memory is out. */
struct px_slice *px_feature_names(struct px_arena *arena);

/* Reads the model by the search of px_resources_bytes; without a file the scorers stay empty. PX_ERROR_SYNTAX or
 * PX_ERROR_NOT_FOUND name what is wrong with it, and where. */
enum px_status px_weights_read(const char *directory, struct px_weights *weights, struct px_error *error);
void px_weights_release(struct px_weights *weights);

#endif
