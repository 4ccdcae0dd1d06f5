/* An image: structs and arrays of a program that runs, written as constants of one that is to be built.
 *
 * Everything is laid out in one piece of 64-bit words, in the order in which it is put. A struct is put as it lies in
 * memory; then each of its pointers is told where what it points to lies: in the image too, or behind a symbol of the
 * program. What comes out is text for the assembler: a constant under a name, used where it lies. The first thing that
 * is put is what the name stands for.
 *
 *     struct px_image image = {0};
 *     size_t at = px_image_put(&image, thing, sizeof *thing);
 *     px_image_put_array(&image, at + offsetof(struct thing, items), thing->items, thing->count * sizeof *thing->items);
 *     px_image_write(&image, "ready_thing", &out, &error);   // extern const struct thing ready_thing;
 */
#ifndef PX_BASE_IMAGE_H
#define PX_BASE_IMAGE_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/table.h"
#include "base/vector.h"

/* The word at byte `at` points to byte `target` behind the symbol, or (NULL) of the image. */
struct px_image_pointer {
    size_t at;
    const char *symbol;
    size_t target;
};

/* All zero is an empty image. */
struct px_image {
    struct px_buffer bytes;
    struct px_arena arena;
    PX_VECTOR(struct px_image_pointer) pointers;
    bool failed; /* no memory; asked for once, by px_image_write */
};

/* Appends the bytes and returns where they lie. */
PX_API size_t px_image_put(struct px_image *image, const void *data, size_t size);

/* The pointer at byte `at` points there. */
PX_API void px_image_point(struct px_image *image, size_t at, const char *symbol, size_t target);

/* Puts an array that the pointer at `at` points to, and returns where it lies; a pointer to nothing stays one. */
PX_API size_t px_image_put_array(struct px_image *image, size_t at, const void *items, size_t size);

/* The same of a vector at `at`, whose first member is the pointer to its items. */
#define PX_IMAGE_PUT_ITEMS(image, at, vector) \
    px_image_put_array((image), (at), (vector)->items, (vector)->count * sizeof *(vector)->items)

/* Puts the text of the slice at `at`. */
PX_API void px_image_put_text(struct px_image *image, size_t at, struct px_slice text);

/* Puts the keys and slots of the table at `at`. */
PX_API void px_image_put_table(struct px_image *image, size_t at, const struct px_table *table);

/* Forgets what was put in these bytes: they are zero. For an arena, say, whose memory is the image's now. */
PX_API void px_image_clear(struct px_image *image, size_t at, size_t size);

/* Writes the image as a constant with that name, and releases it in every case. PX_ERROR_MEMORY alone. */
PX_API enum px_status px_image_write(struct px_image *image, const char *name, struct px_buffer *out,
                                     struct px_error *error);

#endif
