#include "cli/train.h"
#include "syntax/features.h"

enum px_status px_train_features(const struct px_train_options *options, struct px_buffer *model,
                                 struct px_buffer *scores, struct px_error *error)
{
    if (options->file_count == 0)
        return px_error_set(error, PX_ERROR_USAGE, "no treebank to learn from");
    return px_features_train(options->files, options->file_count, model, scores, error);
}
