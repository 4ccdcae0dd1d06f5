/* Models that are read from a file of their language, or were made ready of it when the program was built. Private to
 * the room.
 *
 *     struct px_some_model { struct px_weights_head head; ... };
 *     static const struct px_weights_kind kind = {"some.model", sizeof(struct px_some_model), read_file, release};
 *     px_weights_new(&kind, directory, "en", ready, &model, &error);
 */
#ifndef PX_ANNOTATE_WEIGHTS_H
#define PX_ANNOTATE_WEIGHTS_H

#include "base/digest.h"
#include "lexicon/resources.h"

/* What every such model begins with. */
struct px_weights_head {
    char digest[PX_DIGEST_SIZE]; /* SHA-256 of the file, in hexadecimal */
    bool ready;                  /* what the model holds are constants */
};

struct px_weights_kind {
    const char *file; /* in the language's folder */
    size_t size;      /* of the model */
    enum px_status (*read)(void *model, struct px_slice bytes, const char *path, struct px_error *error);
    void (*release)(void *model); /* gives back what `read` took, also where it failed half-way */
};

/* Finds the file by the search of lexicons (px_resources_bytes); *model is NULL, and all is well, where there is none.
 * `ready` (or NULL) is what the built-in file comes to: it is copied where the file found is the same, and must outlive
 * the model. Errors are those of px_resources_bytes and of `read`, and PX_ERROR_MEMORY. */
enum px_status px_weights_new(const struct px_weights_kind *kind, const char *directory, const char *language,
                              const void *ready, void **model, struct px_error *error);

/* NULL is nothing. */
void px_weights_free(const struct px_weights_kind *kind, void *model);

#endif
