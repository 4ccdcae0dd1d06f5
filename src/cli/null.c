#include "cli/null.h"

#include <stddef.h>

#include "base/stream.h"
#include "lexicon/lexicon.h"

enum { FILE_LIMIT = 1 << 20, NUMBERS = 4 };

static const struct {
    const char *name;
    size_t place;
} numbers[NUMBERS] = {
    {"evidence", offsetof(struct px_compare_null, evidence)},
    {"rest", offsetof(struct px_compare_null, rest)},
    {"z", offsetof(struct px_compare_null, z)},
    {"unlike", offsetof(struct px_compare_null, unlike)},
};

void px_null_write(const struct px_compare_null *null, size_t pairs, struct px_buffer *out)
{
    px_buffer_printf(out,
                     "# name: null\n# version: 1\n# pairs: %zu\n"
                     "# description: what passages of articles on different events have in common\n"
                     "entry\tcategory\tweight\n",
                     pairs);
    for (size_t i = 0; i < NUMBERS; i++)
        px_buffer_printf(out, "%s\tnull\t%.4f\n", numbers[i].name,
                         *(const double *)(const void *)((const char *)null + numbers[i].place));
}

static enum px_status take(const struct px_lexicon *lexicon, struct px_compare_null *null, struct px_error *error)
{
    for (size_t i = 0; i < NUMBERS; i++) {
        const struct px_entry *found = NULL;
        for (size_t k = 0; k < lexicon->entries.count; k++)
            if (px_slice_is(lexicon->entries.items[k].text, numbers[i].name))
                found = &lexicon->entries.items[k];
        if (found == NULL)
            return px_error_set(error, PX_ERROR_SYNTAX, "no number for '%s': make the file with parallax-train null",
                                numbers[i].name);
        if (!(found->weight >= 0))
            return px_error_set(error, PX_ERROR_SYNTAX, "'%s' is below 0", numbers[i].name);
        *(double *)(void *)((char *)null + numbers[i].place) = found->weight;
    }
    return PX_OK;
}

enum px_status px_null_read(const char *path, struct px_compare_null *null, struct px_error *error)
{
    struct px_arena arena = {0};
    struct px_lexicon lexicon = {0};
    struct px_slice bytes;
    *null = px_null_built_in();
    if (path == NULL)
        return PX_OK;
    enum px_status status = px_file_read(path, FILE_LIMIT, &arena, &bytes, error);
    if (status == PX_OK)
        status = px_lexicon_read(bytes, path, &lexicon, error);
    if (status == PX_OK) {
        status = take(&lexicon, null, error);
        if (status != PX_OK)
            px_error_place(error, path, 0, 0);
    }
    px_lexicon_release(&lexicon);
    px_arena_release(&arena);
    return status;
}
