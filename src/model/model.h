/* Learned weights: one small text file that a person can read, in parts that a program can score with.
 *
 *     # name: cleaning
 *     # licence: CC0-1.0
 *     [linear html]
 *     bias	-32
 *     link_share	-57
 *     [trees html]
 *     0	link_share	0.35	1	=-70
 *     1	sentences	1.5	=12	=96
 *
 * Cells are parted by tabs. Lines of `# key: value` before the first part tell of the file, other lines with # are
 * comments. A part is named by what it is for and may be one of two kinds:
 *
 * - linear: a feature's name and its weight in steps of 1/64 a row; the score is the sum of weight times value.
 * - trees: a node a row: its number in its tree (a 0 begins the next tree), the feature it asks for, the limit, and
 *   where to go when the value is at most the limit, and when it is above: a later node of the tree, or `=` and the
 *   leaf's value in steps of 1/1024. The score is the sum over all trees.
 *
 * Scores are log-odds. Every feature stands under its name; px_model_bind turns names into columns of the rows that
 * the caller scores. A bound model never changes and is shared by threads. Reading is linear in the file.
 *
 *     struct px_model model;
 *     if (px_model_read(bytes, "cleaning.model", &model, &error) == PX_OK &&
 *         px_model_bind(&model, names, count, &error) == PX_OK)
 *         score = px_linear_score(&px_model_find(&model, PX_MODEL_LINEAR, PX_SLICE("html"))->linear, row);
 *     px_model_release(&model);
 */
#ifndef PX_MODEL_MODEL_H
#define PX_MODEL_MODEL_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/table.h"
#include "model/linear.h"
#include "model/trees.h"

enum px_model_kind { PX_MODEL_LINEAR, PX_MODEL_TREES };

struct px_model_part {
    struct px_slice name;
    enum px_model_kind kind;
    struct px_linear linear; /* of the two, that of the kind is filled */
    struct px_trees trees;
};

/* A `# key: value` line. */
struct px_model_note {
    struct px_slice key;
    struct px_slice value;
};

/* All zero is an empty model. Features in parts are ids of the table until the model is bound, columns afterwards. */
struct px_model {
    struct px_arena arena;
    struct px_slice path;
    struct px_table features;
    PX_VECTOR(uint32_t) lines; /* by feature: where the file names it first */
    PX_VECTOR(struct px_model_note) notes;
    PX_VECTOR(struct px_model_part) parts;
    bool bound;
};

/* Reads a file's bytes, which need not live on. `path` names them in errors (may be NULL). PX_ERROR_SYNTAX with line
 * and column, PX_ERROR_MEMORY; the model is empty then. */
PX_API enum px_status px_model_read(struct px_slice bytes, const char *path, struct px_model *model,
                                    struct px_error *error);
PX_API void px_model_release(struct px_model *model);

/* Who takes linear rows: told the part by its place in model->parts, the feature's name (good until the call returns)
 * and the weight's steps. False refuses the feature's name. */
struct px_model_sink {
    bool (*take)(void *to, size_t part, struct px_slice feature, int32_t steps);
    void *to;
};

/* The same, but the rows of linear parts are given to the sink in the file's order and not kept: for a caller that
 * finds weights in a way of its own. PX_ERROR_SYNTAX at a name that the sink refuses, too. */
PX_API enum px_status px_model_read_rows(struct px_slice bytes, const char *path, const struct px_model_sink *sink,
                                         struct px_model *model, struct px_error *error);

/* Turns the names of features into columns: names[0] is column 0. PX_ERROR_NOT_FOUND names a feature that is not
 * among them, with its line. Once only. */
PX_API enum px_status px_model_bind(struct px_model *model, const struct px_slice *names, size_t count,
                                    struct px_error *error);

/* The part of that kind and name, or NULL. */
PX_API const struct px_model_part *px_model_find(const struct px_model *model, enum px_model_kind kind,
                                                 struct px_slice name);

/* The value of a note, or an empty slice. */
PX_API struct px_slice px_model_note(const struct px_model *model, const char *key);

/* Appends the rows of a part, headed by its name, in the form that px_model_read takes; features are named by
 * names[column]. The same weights give the same bytes. */
PX_API void px_linear_write(const struct px_linear *linear, struct px_slice name, const struct px_slice *names,
                            struct px_buffer *out);
PX_API void px_trees_write(const struct px_trees *trees, struct px_slice name, const struct px_slice *names,
                           struct px_buffer *out);

#endif
