/* parallax-ready LANGUAGE: prints what is made of the built-in lexicons and models of the language, as constants for the
 * assembler (cli/ready.h). A step of the build; not installed. */
#include <stdio.h>

#include "annotate/loaded_model.h"
#include "annotate/stance_model.h"
#include "ingest/rules.h"
#include "lexicon/ready.h"

#define BUILT_IN "" /* no folder */

static enum px_status add_resources(const char *language, struct px_buffer *out, struct px_error *error)
{
    struct px_resources *resources = NULL;
    struct px_resources_options options = {.language = language, .directory = BUILT_IN};
    enum px_status status = px_resources_new(&options, &resources, error);
    if (status == PX_OK)
        status = px_ready_write(resources, "px_ready_resources", out, error);
    px_resources_free(resources);
    return status;
}

static enum px_status add_loaded(const char *language, struct px_buffer *out, struct px_error *error)
{
    struct px_loaded_model *model = NULL;
    enum px_status status = px_loaded_model_new(BUILT_IN, language, NULL, &model, error);
    if (status == PX_OK && model == NULL)
        status = px_error_set(error, PX_ERROR_NOT_FOUND, "no loaded.model");
    if (status == PX_OK)
        status = px_loaded_model_write(model, "px_ready_loaded", out, error);
    px_loaded_model_free(model);
    return status;
}

static enum px_status add_stance(const char *language, struct px_buffer *out, struct px_error *error)
{
    struct px_stance_model *model = NULL;
    enum px_status status = px_stance_model_new(BUILT_IN, language, NULL, &model, error);
    if (status == PX_OK && model == NULL)
        status = px_error_set(error, PX_ERROR_NOT_FOUND, "no stance.model");
    if (status == PX_OK)
        status = px_stance_model_write(model, "px_ready_stance", out, error);
    px_stance_model_free(model);
    return status;
}

static enum px_status add_rules(struct px_buffer *out, struct px_error *error)
{
    struct px_rules *rules = NULL;
    enum px_status status = px_rules_new(BUILT_IN, NULL, &rules, error);
    if (status == PX_OK)
        status = px_rules_write(rules, "px_ready_rules", out, error);
    px_rules_free(rules);
    return status;
}

int main(int argc, char **argv)
{
    struct px_buffer out = {0};
    struct px_error error = {0};
    if (argc != 2) {
        fputs("usage: parallax-ready LANGUAGE\n", stderr);
        return 2;
    }
    enum px_status status = add_resources(argv[1], &out, &error);
    if (status == PX_OK)
        status = add_loaded(argv[1], &out, &error);
    if (status == PX_OK)
        status = add_stance(argv[1], &out, &error);
    if (status == PX_OK)
        status = add_rules(&out, &error);
    if (status == PX_OK && (fwrite(out.data, 1, out.size, stdout) != out.size || fflush(stdout) != 0))
        status = px_error_set(&error, PX_ERROR_IO, "cannot write");
    if (status != PX_OK)
        fprintf(stderr, "parallax-ready: %s\n", error.message);
    px_buffer_release(&out);
    return status == PX_OK ? 0 : 1;
}
