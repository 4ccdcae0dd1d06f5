/* Ready resources: what the built-in lexicons of a language come to, made when the program is built.
 *
 * Reading and compiling them takes longer than reading an article. So a step of the build does it once, by
 * px_resources_new as anybody would, and px_ready_write writes what came out as text for the assembler: constants that
 * a program links, points px_resources_options.ready to, and uses where they lie. They serve as long as nothing but
 * built-in lexicons is asked for; a lexicon of the user's, or another file in a folder, and all is made anew.
 */
#ifndef PX_LEXICON_READY_H
#define PX_LEXICON_READY_H

#include "base/buffer.h"
#include "lexicon/resources.h"

/* Is the file that px_resources_read would read the built-in one, or the same byte by byte? Also of none at all. */
bool px_ready_is_built_in(const char *directory, const char *language, const char *file);

/* Are the options' resources those that are ready? Files that a folder has in place of built-in ones must be the same
 * byte by byte. */
bool px_ready_fits(const struct px_resources_options *options);

/* Resources over those that are ready, which must fit. */
enum px_status px_ready_open(const struct px_resources_options *options, struct px_resources **resources,
                             struct px_error *error);

/* Writes the resources, of built-in files alone, as a constant with that name. */
PX_API enum px_status px_ready_write(const struct px_resources *resources, const char *name, struct px_buffer *out,
                                     struct px_error *error);

#endif
