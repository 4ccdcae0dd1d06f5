#include "cli/train.h"
#include "tuning/clean.h"

enum px_status px_train_clean(const struct px_train_options *options, struct px_buffer *model, struct px_buffer *scores,
                              struct px_error *error)
{
    struct px_gold_pages pages = {0};
    struct px_clean_options how = px_clean_defaults();
    how.folder = options->folder;
    how.lexicons = options->lexicons;
    how.folds = options->folds == SIZE_MAX ? how.folds : options->folds;
    enum px_status status = PX_OK;
    for (size_t i = 0; i < options->file_count && status == PX_OK; i++)
        status = px_gold_pages_read(options->files[i], options->part, &pages, error);
    if (status == PX_OK && pages.items.count == 0)
        status = px_error_set(error, PX_ERROR_INPUT, "no page to learn from");
    if (status == PX_OK)
        status = px_clean_fit(&pages, &how, model, scores, error);
    px_gold_pages_release(&pages);
    return status;
}
