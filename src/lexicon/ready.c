#include "lexicon/ready.h"

#include <stdlib.h>

#include "base/stream.h"
#include "lexicon/resources_inside.h"

static bool has_bytes(const char *path, const struct px_embedded_file *file)
{
    struct px_arena arena = {0};
    struct px_slice bytes, own = {file->start, (size_t)(file->end - file->start)};
    bool same = px_file_read(path, PX_LEXICON_FILE_LIMIT, &arena, &bytes, NULL) == PX_OK && px_slice_equal(bytes, own);
    px_arena_release(&arena);
    return same;
}

bool px_ready_is_built_in(const char *directory, const char *language, const char *file)
{
    char path[PX_PATH_SIZE];
    if (!px_resources_find_file(directory, language, file, path))
        return true;
    const struct px_embedded_file *own = px_resources_find_embedded(language, file);
    return own != NULL && has_bytes(path, own);
}

bool px_ready_fits(const struct px_resources_options *options)
{
    const struct px_resources *ready = options->ready;
    if (ready == NULL || options->file_count > 0 || options->aliases != NULL || options->topics != NULL ||
        options->for_counting || strcmp(ready->language, options->language) != 0)
        return false;
    for (size_t i = 0; px_resources_file(i) != NULL; i++)
        if (!px_ready_is_built_in(options->directory, options->language, px_resources_file(i)))
            return false;
    return true;
}

/* The matcher, but for its patterns, which are compiled at run time. */
static enum px_status open_matcher(const struct px_matcher *ready, struct px_matcher **matcher, struct px_error *error)
{
    *matcher = malloc(sizeof **matcher);
    if (*matcher == NULL)
        return px_no_memory(error);
    **matcher = *ready;
    (*matcher)->ready = true;
    memset(&(*matcher)->patterns, 0, sizeof ready->patterns);
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < ready->patterns.count; i++) {
        struct px_rule_pattern *pattern = px_vector_push(&(*matcher)->patterns, &(*matcher)->arena);
        if (pattern == NULL)
            return px_no_memory(error);
        *pattern = ready->patterns.items[i];
        status = px_regex_compile(pattern->text, pattern->kind, pattern->exact_case, &pattern->code, error);
    }
    return status;
}

enum px_status px_ready_open(const struct px_resources_options *options, struct px_resources **resources,
                             struct px_error *error)
{
    struct px_resources *made = malloc(sizeof *made);
    *resources = NULL;
    if (made == NULL)
        return px_no_memory(error);
    *made = *options->ready;
    made->ready = true;
    enum px_status status = open_matcher(options->ready->matcher, &made->matcher, error);
    if (status != PX_OK) {
        px_resources_free(made);
        return status;
    }
    if (options->nested_in_categories)
        px_matcher_nest_in_categories(made->matcher);
    *resources = made;
    return PX_OK;
}
