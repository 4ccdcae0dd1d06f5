/* The readers and writers of the formats, and what writers share. Internal to the room. */
#ifndef PX_LEXICON_FORMATS_H
#define PX_LEXICON_FORMATS_H

#include "lexicon/format.h"

/* Readers. `lexicon` comes uninitialised; on failure it holds nothing. The digest is set by who calls. */
typedef enum px_status px_format_reader(struct px_slice bytes, const char *path, struct px_lexicon *lexicon,
                                        struct px_error *error);
px_format_reader px_format_read_tsv, px_format_read_yaml, px_format_read_dic, px_format_read_csv, px_format_read_cat,
    px_format_read_xml, px_format_read_lc3, px_format_read_scores;

struct px_writer {
    const struct px_lexicon *lexicon;
    struct px_buffer *out; /* checked at the end */
    struct px_arena *arena;
    struct px_lexicon_warnings *warnings;
    struct px_error *error;
    enum px_lexicon_format format;
};

typedef enum px_status px_format_writer(struct px_writer *writer);
px_format_writer px_format_write_tsv, px_format_write_yaml, px_format_write_dic, px_format_write_dicx,
    px_format_write_csv, px_format_write_cat, px_format_write_xml, px_format_write_lc3, px_format_write_scores;

/* Writes the metadata as "# key: value" lines. */
void px_writer_metadata(struct px_writer *writer);

/* Adds "'entry' MESSAGE" at the entry's place. */
enum px_status px_writer_warn(struct px_writer *writer, const struct px_entry *entry, const char *message);

/* Warns of everything about the entry that a format which holds words, categories and (`weights`) weights loses. The
 * words come in `*text`; `.data` is NULL when the entry has to be left out (a pattern, or wildcards where there are
 * none). Metadata that is lost is said once, with the first entry. */
enum px_status px_writer_take(struct px_writer *writer, const struct px_entry *entry, struct px_slice *text);

/* "0.5": the shortest decimal that reads back as the number. */
void px_writer_number(double number, struct px_buffer *out);

/* Words as an entry: with one space between them, and as a /pattern/ where "*", "?" or "/" mean themselves (`literal`) or
 * a "/" begins them. `.data` is NULL when memory is out. */
struct px_slice px_format_entry_of(struct px_slice words, bool literal, struct px_arena *arena);

#endif
