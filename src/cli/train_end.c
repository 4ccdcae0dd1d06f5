#include <stdio.h>

#include "base/stream.h"
#include "cli/train.h"

enum { EXIT_DONE = 0, EXIT_COULD_NOT_RUN = 3 };

static enum px_status write_model(const char *path, const struct px_buffer *model, struct px_error *error)
{
    struct px_output *output = NULL;
    enum px_status status = px_output_open(path, &output, error);
    if (status == PX_OK)
        status = px_output_write(output, px_buffer_slice(model), error);
    if (status == PX_OK)
        return px_output_commit(output, error);
    px_output_close(output);
    return status;
}

int px_train_end(enum px_status status, const char *path, struct px_buffer *model, struct px_buffer *scores,
                 struct px_error *error)
{
    char line[1024];
    if (status == PX_OK)
        status = write_model(path, model, error);
    if (status == PX_OK)
        fprintf(stderr, "%.*s", PX_SLICE_ARG(px_buffer_slice(scores)));
    else
        fprintf(stderr, "parallax-train: %s\n", px_error_format(error, line, sizeof line));
    px_buffer_release(model);
    px_buffer_release(scores);
    return status == PX_OK ? EXIT_DONE : EXIT_COULD_NOT_RUN;
}
