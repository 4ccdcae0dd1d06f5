/* Runs a fuzz target over the files named on the command line, and over no bytes at all. */
#include <stdio.h>

#include "base/stream.h"
#include "target.h"

int main(int argc, char **argv)
{
    struct px_arena arena = {0};
    struct px_error error = {0};
    int status = LLVMFuzzerTestOneInput((const uint8_t *)"", 0);
    for (int i = 1; i < argc; i++) {
        struct px_slice bytes;
        if (px_file_read(argv[i], 64 << 20, &arena, &bytes, &error) != PX_OK) {
            fprintf(stderr, "%s\n", error.message);
            status = 1;
            break;
        }
        /* a copy of its own exact size, so that a sanitizer sees a read past the end */
        uint8_t *copy = malloc(bytes.size == 0 ? 1 : bytes.size);
        if (copy == NULL)
            abort();
        memcpy(copy, bytes.data, bytes.size);
        fprintf(stderr, "%s\n", argv[i]);
        status |= LLVMFuzzerTestOneInput(copy, bytes.size);
        free(copy);
        px_arena_clear(&arena);
    }
    px_arena_release(&arena);
    return status;
}
