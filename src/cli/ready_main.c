/* parallax-ready LANGUAGE NAME: prints the resources that are made of the built-in lexicons of the language, as a
 * constant of that name for the assembler (lexicon/ready.h). A step of the build; not installed. */
#include <stdio.h>

#include "lexicon/ready.h"

int main(int argc, char **argv)
{
    struct px_resources *resources = NULL;
    struct px_buffer out = {0};
    struct px_error error = {0};
    if (argc != 3) {
        fputs("usage: parallax-ready LANGUAGE NAME\n", stderr);
        return 2;
    }
    struct px_resources_options options = {.language = argv[1], .directory = ""};
    enum px_status status = px_resources_new(&options, &resources, &error);
    if (status == PX_OK)
        status = px_ready_write(resources, argv[2], &out, &error);
    if (status == PX_OK && (fwrite(out.data, 1, out.size, stdout) != out.size || fflush(stdout) != 0))
        status = px_error_set(&error, PX_ERROR_IO, "cannot write");
    if (status != PX_OK)
        fprintf(stderr, "parallax-ready: %s\n", error.message);
    px_buffer_release(&out);
    px_resources_free(resources);
    return status == PX_OK ? 0 : 1;
}
