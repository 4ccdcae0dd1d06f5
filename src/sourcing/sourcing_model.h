/* Sourcing by learned sequences: where cues are, what is whose source and content, and which attributions stand.
 *
 * Three linear chains (model/chain.h) over hashed features (model/hashed.h; sourcing/sourcing_view.h says what they look
 * at): `cue` and `document` mark the cues of an article, their mean is what counts; `argument` marks, for each cue, its
 * source and content. Overlaps go to the surer attribution, and a logistic regression says how sure one is. The rules
 * (attribution_cue.c and others) stand in where there is no grammar or no model. How good all is stands in
 * lexicons/<language>/sourcing.card.md.
 *
 * The file is used where it lies, never changes and is shared by threads:
 *
 *     8 bytes   PXSOURCE
 *     4         version, little-endian as all numbers
 *     4         number of parts
 *     16 each   kind, offset, size, 0
 *     ...       the parts, each at a multiple of 64: two tables of lines, three lists of steps (16 bits, in 1/32), and
 *               a text as model/model.h reads it with notes (limits) and the regression
 *
 *     struct px_sourcing_model *model;
 *     px_sourcing_model_new(NULL, "en", &model, &error);      // NULL, and all is well, where there is no file
 *     px_annotate(&worker, &(struct px_annotate_options){.sourcing = model, ...}, &article, &error);
 *     px_sourcing_model_free(model);
 */
#ifndef PX_SOURCING_SOURCING_MODEL_H
#define PX_SOURCING_SOURCING_MODEL_H

#include "base/error.h"
#include "base/slice.h"

#define PX_SOURCING_MAGIC "PXSOURCE"

enum { PX_SOURCING_VERSION = 1, PX_SOURCING_HEAD = 16, PX_SOURCING_ENTRY = 16, PX_SOURCING_ALIGNMENT = 64 };

enum px_sourcing_part {
    PX_SOURCING_WORDS,     /* lines: weights of the labels of `cue`, then of `document` */
    PX_SOURCING_ARGUMENTS, /* lines: weights of the labels of `argument` */
    PX_SOURCING_CUE_STEPS,
    PX_SOURCING_DOCUMENT_STEPS,
    PX_SOURCING_ARGUMENT_STEPS,
    PX_SOURCING_NOTES,
    PX_SOURCING_PARTS
};

/* The labels of the chains. */
enum { PX_CUE_OUTSIDE, PX_CUE_BEGINS, PX_CUE_GOES_ON, PX_CUE_LABELS };
enum { PX_DOCUMENT_OTHER, PX_DOCUMENT_CUE, PX_DOCUMENT_SOURCE, PX_DOCUMENT_CONTENT, PX_DOCUMENT_LABELS };
enum { PX_ARGUMENT_OTHER, PX_ARGUMENT_SOURCE, PX_ARGUMENT_CONTENT, PX_ARGUMENT_CUE, PX_ARGUMENT_LABELS };

struct px_sourcing_model;

/* Finds sourcing.model by the search of lexicons (px_resources_bytes). PX_ERROR_INPUT with the file when it is no model
 * of this version, PX_ERROR_SYNTAX in its text, PX_ERROR_IO, PX_ERROR_MEMORY. */
PX_API enum px_status px_sourcing_model_new(const char *directory, const char *language,
                                            struct px_sourcing_model **model, struct px_error *error);

/* The same from bytes, which stay the caller's and outlive the model. `path` names them in errors. */
PX_API enum px_status px_sourcing_model_open(struct px_slice bytes, const char *path, struct px_sourcing_model **model,
                                             struct px_error *error);
PX_API void px_sourcing_model_free(struct px_sourcing_model *model);

/* SHA-256 of the file, in hexadecimal, for provenance; empty for a model that was opened from bytes. */
PX_API const char *px_sourcing_model_digest(const struct px_sourcing_model *model);

#endif
