#include "base/image.h"

#include <stdlib.h>

enum { WORD = sizeof(uint64_t), WORDS_A_LINE = 8 };

size_t px_image_put(struct px_image *image, const void *data, size_t size)
{
    while (image->bytes.size % WORD != 0)
        px_buffer_byte(&image->bytes, 0);
    size_t place = image->bytes.size;
    px_buffer_append(&image->bytes, (struct px_slice){data, size});
    return place;
}

void px_image_point(struct px_image *image, size_t at, const char *symbol, size_t target)
{
    struct px_image_pointer *pointer = px_vector_push(&image->pointers, &image->arena);
    image->failed |= pointer == NULL;
    if (pointer != NULL)
        *pointer = (struct px_image_pointer){at, symbol, target};
}

size_t px_image_put_array(struct px_image *image, size_t at, const void *items, size_t size)
{
    size_t place = px_image_put(image, items, size);
    if (items != NULL)
        px_image_point(image, at, NULL, place);
    return place;
}

void px_image_put_text(struct px_image *image, size_t at, struct px_slice text)
{
    if (text.data == NULL)
        return;
    px_image_put_array(image, at + offsetof(struct px_slice, data), text.data, text.size);
    px_buffer_byte(&image->bytes, 0);
}

void px_image_put_table(struct px_image *image, size_t at, const struct px_table *table)
{
    size_t keys = PX_IMAGE_PUT_ITEMS(image, at + offsetof(struct px_table, keys), &table->keys);
    for (size_t i = 0; i < table->keys.count; i++)
        px_image_put_text(image, keys + i * sizeof(struct px_table_key) + offsetof(struct px_table_key, bytes),
                          table->keys.items[i].bytes);
    px_image_put_array(image, at + offsetof(struct px_table, slots), table->slots,
                       table->slot_count * sizeof *table->slots);
    px_image_clear(image, at + offsetof(struct px_table, arena), sizeof table->arena);
}

void px_image_clear(struct px_image *image, size_t at, size_t size)
{
    if (!image->bytes.failed)
        memset(image->bytes.data + at, 0, size);
}

static int compare_pointers(const void *a, const void *b)
{
    const struct px_image_pointer *x = a, *y = b;
    return (x->at > y->at) - (x->at < y->at);
}

static void write_words(const struct px_image *image, const char *name, struct px_buffer *out)
{
    size_t next = 0;
    px_buffer_printf(out, "    .section .rodata\n    .balign 64\n    .global %s\n    .hidden %s\n%s:", name, name,
                     name);
    for (size_t at = 0; at < image->bytes.size; at += WORD) {
        uint64_t word;
        memcpy(&word, image->bytes.data + at, WORD);
        px_buffer_string(out, at % ((size_t)WORDS_A_LINE * WORD) == 0 ? "\n    .quad " : ",");
        if (next < image->pointers.count && image->pointers.items[next].at == at) {
            const struct px_image_pointer *pointer = &image->pointers.items[next++];
            px_buffer_string(out, pointer->symbol == NULL ? name : pointer->symbol);
            px_buffer_byte(out, '+');
            word = pointer->target;
        }
        px_buffer_unsigned(out, word);
    }
    px_buffer_string(out, "\n    .section .note.GNU-stack,\"\",%progbits\n");
}

enum px_status px_image_write(struct px_image *image, const char *name, struct px_buffer *out, struct px_error *error)
{
    px_image_put(image, NULL, 0); /* whole words */
    bool failed = image->failed || image->bytes.failed;
    if (!failed) {
        if (image->pointers.count > 0)
            qsort(image->pointers.items, image->pointers.count, sizeof *image->pointers.items, compare_pointers);
        write_words(image, name, out);
    }
    px_buffer_release(&image->bytes);
    px_arena_release(&image->arena);
    *image = (struct px_image){0};
    return failed || out->failed ? px_no_memory(error) : PX_OK;
}
