/* The readers and writers of the formats, and what writers share. Internal to the room. */
#ifndef PX_LEXICON_FORMATS_H
#define PX_LEXICON_FORMATS_H

#include "base/table.h"
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

/* Words as an entry: with one space between them, and as a /pattern/ where "*", "?" or "/" mean themselves (`literal`)
 * or a "/" begins them. `.data` is NULL when memory is out. */
struct px_slice px_format_entry_of(struct px_slice words, bool literal, struct px_arena *arena);

/* px_writer_take of every entry, in their order; `.data` is NULL for those left out. */
enum px_status px_writer_take_all(struct px_writer *writer, struct px_slice **texts);

/* `key: value` with a key of one word; false for any other comment. */
bool px_metadata_split(struct px_slice comment, struct px_metadata *metadata);

/* The path of categories in categories, dotted, as it grows and shrinks. All zero is the outermost level. */
struct px_category_path {
    struct px_buffer dotted;
    struct px_slice kept; /* the same in an arena; empty when it has to be copied anew */
    bool is_kept;
};

/* Goes into the category: its name is tidied; an empty one stays where it is. Gives the size to come back to. */
size_t px_category_path_enter(struct px_category_path *path, struct px_slice name);
void px_category_path_leave(struct px_category_path *path, size_t size);

/* The dotted category, in the arena; `.data` is NULL when memory is out. */
struct px_slice px_category_path_get(struct px_category_path *path, struct px_arena *arena);

/* The categories of a lexicon as a tree, each with its entries, all in order of first appearance. */
struct px_category_node {
    struct px_slice name;
    size_t first_child, last_child, next; /* nodes, or PX_NO_COLUMN */
    size_t first_entry, last_entry;       /* entries, or PX_NO_COLUMN */
};

struct px_category_tree {
    struct px_category_node *nodes; /* the first is the root, without a name */
    size_t count;
    size_t *next_entry; /* by entry: the next of the same node, or PX_NO_COLUMN */
};

/* Made in the writer's arena, of the entries whose text is not NULL. At most 32 levels: the rest is one name. */
enum px_status px_category_tree_make(struct px_writer *writer, const struct px_slice *texts,
                                     struct px_category_tree *tree);

/* Entries of the same words together: rows of a table whose columns are the categories. */
struct px_entry_groups {
    struct px_table texts;      /* id: the group */
    struct px_table categories; /* id: the column */
    size_t *first_entry;        /* by group */
    size_t *next_entry;         /* by entry: the next of the same group, or PX_NO_COLUMN */
    uint32_t *category;         /* by entry */
};

enum px_status px_entry_groups_make(struct px_writer *writer, const struct px_slice *texts,
                                    struct px_entry_groups *groups);
void px_entry_groups_release(struct px_entry_groups *groups);

/* Appends a field of a CSV file, in quotation marks where it needs them. */
void px_writer_csv_field(struct px_slice field, struct px_buffer *out);

/* Is it a name that tables give to the column of their entries ("entry", "DicTerm", "word" …)? */
bool px_format_csv_names_entries(struct px_slice name);

#endif
