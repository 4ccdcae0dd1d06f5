/* What resources are made of, for those who make them. Internal to the room. */
#ifndef PX_LEXICON_RESOURCES_INSIDE_H
#define PX_LEXICON_RESOURCES_INSIDE_H

#include "lexicon/embedded.h"
#include "lexicon/matcher.h"
#include "lexicon/resources.h"

enum { PX_PATH_SIZE = 4096, PX_LEXICON_FILE_LIMIT = 64 << 20 };

struct px_resources {
    char language[16];
    struct px_lexicon *lexicons; /* the standard ones, then the user's, then the topics */
    size_t count;
    size_t topics; /* index of the user's topics, or PX_NO_TOPICS */
    struct px_segmenter segmenter;
    struct px_matcher *matcher;
    bool ready; /* lexicons and segmenter belong to ready resources (lexicon/ready.h) */
};

/* The files of a language that resources are made of, by number; NULL behind the last. */
const char *px_resources_file(size_t number);

/* The first folder that has language/file, as a path in `path`; false when none has. */
bool px_resources_find_file(const char *directory, const char *language, const char *file, char path[PX_PATH_SIZE]);

/* The copy in the program, or NULL. */
const struct px_embedded_file *px_resources_find_embedded(const char *language, const char *file);

/* Is it a language's name: lower-case letters, and "-"? Never a path. NULL is none. */
bool px_resources_is_language(const char *language);

/* Reads an existing file as a lexicon. */
enum px_status px_resources_read_file(const char *path, struct px_lexicon *lexicon, struct px_error *error);

/* Reads the file from the first place that has it; PX_ERROR_NOT_FOUND, without a message, when none has. */
enum px_status px_resources_search(const char *directory, const char *language, const char *file,
                                   struct px_lexicon *lexicon, struct px_error *error);

#endif
