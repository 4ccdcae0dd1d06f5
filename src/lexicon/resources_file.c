/* Where a language's files are, and their bytes: in a folder, or in the program. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/digest.h"
#include "base/stream.h"
#include "lexicon/resources_inside.h"

bool px_resources_is_language(const char *language)
{
    size_t size = language == NULL ? 0 : strlen(language);
    for (size_t i = 0; i < size; i++)
        if (!(language[i] >= 'a' && language[i] <= 'z') && language[i] != '-')
            return false;
    return size >= 2 && size < sizeof((struct px_resources *)0)->language;
}

bool px_resources_find_file(const char *directory, const char *language, const char *file, char path[PX_PATH_SIZE])
{
    const char *folders[] = {directory, getenv("PARALLAX_LEXICONS"), PX_LEXICON_FOLDER};
    struct stat status;
    bool none = directory != NULL && directory[0] == '\0';
    for (size_t i = 0; !none && i < sizeof folders / sizeof *folders; i++) {
        int size = folders[i] == NULL || folders[i][0] == '\0'
                       ? -1
                       : snprintf(path, PX_PATH_SIZE, "%s/%s/%s", folders[i], language, file);
        if (size >= 0 && size < PX_PATH_SIZE && stat(path, &status) == 0)
            return true;
    }
    return false;
}

const struct px_embedded_file *px_resources_find_embedded(const char *language, const char *file)
{
    char path[PX_PATH_SIZE];
    int size = snprintf(path, sizeof path, "%s/%s", language, file);
    for (size_t i = 0; size >= 0 && size < PX_PATH_SIZE && i < px_embedded_count; i++)
        if (strcmp(px_embedded_files[i].path, path) == 0)
            return &px_embedded_files[i];
    return NULL;
}

enum px_status px_resources_read_file(const char *path, struct px_lexicon *lexicon, struct px_error *error)
{
    struct px_arena arena = {0};
    struct px_slice bytes;
    enum px_status status = px_file_read(path, PX_LEXICON_FILE_LIMIT, &arena, &bytes, error);
    if (status == PX_OK)
        status = px_lexicon_read(bytes, path, lexicon, error);
    px_arena_release(&arena);
    return status;
}

enum px_status px_resources_search(const char *directory, const char *language, const char *file,
                                   struct px_lexicon *lexicon, struct px_error *error)
{
    char path[PX_PATH_SIZE];
    *lexicon = (struct px_lexicon){0};
    if (px_resources_find_file(directory, language, file, path))
        return px_resources_read_file(path, lexicon, error);
    const struct px_embedded_file *embedded = px_resources_find_embedded(language, file);
    return embedded == NULL ? PX_ERROR_NOT_FOUND : px_lexicon_read_embedded(embedded, lexicon, error);
}

static enum px_status read_bytes(const char *path, struct px_arena *arena, struct px_data_file *data,
                                 struct px_error *error)
{
    char *digest = px_arena_array(arena, char, PX_DIGEST_SIZE);
    data->path = px_arena_copy(arena, px_slice_from(path)).data;
    if (digest == NULL || data->path == NULL)
        return px_no_memory(error);
    enum px_status status = px_file_read(path, PX_LEXICON_FILE_LIMIT, arena, &data->bytes, error);
    if (status == PX_OK)
        px_digest_write(data->bytes, digest);
    data->sha256 = digest;
    return status;
}

enum px_status px_resources_bytes(const char *directory, const char *language, const char *file, struct px_arena *arena,
                                  struct px_data_file *data, struct px_error *error)
{
    char path[PX_PATH_SIZE];
    *data = (struct px_data_file){0};
    if (!px_resources_is_language(language) || strchr(file, '/') != NULL)
        return px_error_set(error, PX_ERROR_NOT_FOUND, "no data for language '%s'", language == NULL ? "" : language);
    if (px_resources_find_file(directory, language, file, path))
        return read_bytes(path, arena, data, error);
    const struct px_embedded_file *embedded = px_resources_find_embedded(language, file);
    if (embedded == NULL)
        return px_error_set(error, PX_ERROR_NOT_FOUND, "no file '%s' for language '%s'", file, language);
    *data = (struct px_data_file){
        embedded->path, {embedded->start, (size_t)(embedded->end - embedded->start)}, embedded->sha256};
    return PX_OK;
}

enum px_status px_resources_read(const char *directory, const char *language, const char *file,
                                 struct px_lexicon *lexicon, struct px_error *error)
{
    *lexicon = (struct px_lexicon){0};
    if (!px_resources_is_language(language) || strchr(file, '/') != NULL)
        return px_error_set(error, PX_ERROR_NOT_FOUND, "no lexicons for language '%s'",
                            language == NULL ? "" : language);
    enum px_status status = px_resources_search(directory, language, file, lexicon, error);
    if (status == PX_ERROR_NOT_FOUND)
        px_error_set(error, status, "no file '%s' for language '%s'", file, language);
    return status;
}
