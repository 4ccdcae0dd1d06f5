/* Options and commands: one table each, from which parsing, help, man page and completion all come. */
#ifndef PX_CLI_OPTIONS_H
#define PX_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

enum px_option_id {
    PX_OPTION_END,
    PX_OPTION_OUTPUT,
    PX_OPTION_FORMAT,
    PX_OPTION_INPUT,
    PX_OPTION_CORPUS,
    PX_OPTION_BY,
    PX_OPTION_DONE,
    PX_OPTION_VERBATIM,
    PX_OPTION_OUTLET,
    PX_OPTION_LANGUAGE,
    PX_OPTION_LEXICONS,
    PX_OPTION_LEXICON,
    PX_OPTION_REFERENCE,
    PX_OPTION_SIDES,
    PX_OPTION_ALIASES,
    PX_OPTION_TARGET,
    PX_OPTION_TOPICS,
    PX_OPTION_NULL,
    PX_OPTION_AGGREGATE,
    PX_OPTION_STRICT,
    PX_OPTION_SEED,
    PX_OPTION_THREADS,
    PX_OPTION_NO_MODEL,
    PX_OPTION_NO_SYNTAX,
    PX_OPTION_WINDOW,
    PX_OPTION_EXPLAIN,
    PX_OPTION_COUNT_LINES,
    PX_OPTION_RECURRING,
    PX_OPTION_TWO_PASS,
    PX_OPTION_TO,
    PX_OPTION_NESTED,
    PX_OPTION_LEVELS,
    PX_OPTION_WEIGHTED,
    PX_OPTION_GOLD,
    PX_OPTION_AGAINST,
    PX_OPTION_LIKE,
    PX_OPTION_TOP,
    PX_OPTION_FOLDS,
    PX_OPTION_LEAST,
    PX_OPTION_DAYS,
    PX_OPTION_SCORE,
    PX_OPTION_MOST,
    PX_OPTION_NO_DATES,
    PX_OPTION_SAME_OUTLET,
    PX_OPTION_FROM,
    PX_OPTION_UNTIL,
    PX_OPTION_GROUPS,
    PX_OPTION_ANNOTATE,
    PX_OPTION_MAX_INPUT,
    PX_OPTION_COLOR,
    PX_OPTION_QUIET,
    PX_OPTION_VERBOSE,
    PX_OPTION_HELP,
    PX_OPTION_VERSION,
    PX_OPTION_MAN,
    PX_OPTION_COMPLETION,
    PX_OPTION_COUNT
};

enum { PX_MOST_VALUES = 64 };

/* What the command line says. Strings belong to argv. */
struct px_options {
    const char *output;
    const char *format; /* the command's first, where none was given */
    bool given[PX_OPTION_COUNT];
    const char *input;
    const char *corpus;
    const char *by;
    const char *outlets[PX_MOST_VALUES];
    size_t outlet_count;
    const char *language;
    const char *lexicons;
    const char *lexicon_files[PX_MOST_VALUES];
    size_t lexicon_count;
    const char *recurring[PX_MOST_VALUES];
    size_t recurring_count;
    const char *reference;
    const char *sides;
    const char *aliases;
    const char *targets[PX_MOST_VALUES];
    size_t target_count;
    const char *topics;
    const char *null;
    const char *aggregates[PX_MOST_VALUES];
    size_t aggregate_count;
    const char *done[PX_MOST_VALUES];
    size_t done_count;
    const char *to;     /* a lexicon format, or NULL */
    const char *nested; /* "lexicon" or "category" */
    uint32_t levels; /* bit n - 1: level n of the categories makes the name of a column; 0: a column for every level */
    const char *gold[PX_MOST_VALUES];
    size_t gold_count;
    const char *against;
    const char *like;
    size_t top;
    size_t folds;
    size_t least;
    size_t days;
    double score;
    size_t most; /* 0: no limit */
    const char *from;
    const char *until;
    uint64_t seed;
    size_t threads;
    size_t window;
    size_t limit; /* bytes */
    const char *color;
    const char *completion;
    bool no_dates, same_outlet, groups, annotate;
    bool explain, count_lines, two_pass, verbatim, weighted, no_model, no_syntax, strict, quiet, verbose, help, version,
        man;
    char **arguments; /* what is no option, in order */
    size_t argument_count;
};

struct px_command {
    const char *name;
    const char *arguments;   /* "A B [C ...]" */
    const char *summary;     /* one line, lower case */
    const char *description; /* paragraphs, an empty line between them */
    const char *formats;     /* "markdown|json", the first is the default; NULL: no --format */
    const char *examples;    /* a command a line, without the program's name */
    const uint8_t *options;  /* enum px_option_id, ended by PX_OPTION_END */
    int (*run)(const struct px_options *options);
};

struct px_option {
    uint8_t id;
    char letter;          /* 0: none */
    const char *name;     /* without the dashes */
    const char *argument; /* NULL: a switch */
    const char *help;     /* one line, lower case */
};

extern const struct px_option px_option_table[];
extern const struct px_command px_command_table[]; /* ended by a NULL name */

const struct px_option *px_option_by_id(uint8_t id);
const struct px_command *px_command_find(const char *name);
bool px_command_takes(const struct px_command *command, uint8_t option);

/* Parses argv[1 …) behind the command's name. `arguments` has room for argc strings. PX_ERROR_USAGE says what is wrong,
 * with the nearest name for a misspelt option. `command` may be NULL: the global options alone. */
enum px_status px_options_parse(const struct px_command *command, int argc, char **argv, char **arguments,
                                struct px_options *options, struct px_error *error);

/* Help on standard output's buffer: the program, one command, the man page (roff), a completion script. */
struct px_buffer;
void px_help_program(struct px_buffer *out);
void px_help_command(const struct px_command *command, struct px_buffer *out);
void px_help_man(struct px_buffer *out);
bool px_help_completion(const char *shell, struct px_buffer *out);

/* Writes `text` inside single quotes of a POSIX-like shell. */
void px_shell_quote(const char *text, struct px_buffer *out);

/* The name among the commands (or NULL) that `word` was probably meant to be. */
const char *px_command_nearest(const char *word);

#endif
