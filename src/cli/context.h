/* What every command needs: the lexicons, the reader of inputs, one worker a thread, the output, and messages. */
#ifndef PX_CLI_CONTEXT_H
#define PX_CLI_CONTEXT_H

#include <time.h>

#include "annotate/annotate.h"
#include "annotate/loaded_model.h"
#include "annotate/stance_model.h"
#include "base/buffer.h"
#include "base/crew.h"
#include "base/stream.h"
#include "cli/options.h"
#include "cli/tables.h"
#include "ingest/source.h"
#include "report/provenance.h"
#include "sourcing/sourcing_model.h"
#include "syntax/grammar.h"

enum px_exit { PX_EXIT_DONE = 0, PX_EXIT_SOME_FAILED = 1, PX_EXIT_USAGE = 2, PX_EXIT_COULD_NOT_RUN = 3 };

/* Of errors, and of warnings of a user's list, so many are shown without --verbose. */
enum { PX_CLI_SHOWN = 10 };

struct px_cli {
    const struct px_options *options;
    unsigned needs;
    struct px_resources *resources;
    struct px_ingest *ingest;
    struct px_recurring *recurring;     /* settled counts of lines, or NULL */
    struct px_recurring *counting;      /* during a first pass, else NULL */
    struct px_worker *workers;          /* one a thread */
    struct px_loaded_model *loaded;     /* NULL: the lexicons alone */
    struct px_loaded_reader **readers;  /* one a worker, where there is a model */
    struct px_sourcing_model *sourcing; /* NULL: rules alone */
    struct px_stance_model *stance;     /* NULL: rules alone */
    struct px_stance_reader **judges;   /* one a worker, where there is a model */
    struct px_grammar *grammar;         /* NULL: none */
    struct px_parser **parsers;         /* one a worker, or one a member of the crew, where there is a grammar */
    size_t worker_count;
    struct px_crew *crew; /* whose members share articles, the workers' threads first; NULL: none */
    size_t crew_count;
    struct px_output *output;
    struct px_folder *folder;        /* the output, where it is several files; else NULL */
    struct px_tables *tables;        /* that are being written to it, or NULL */
    struct px_provenance provenance; /* without inputs; without lexicons version and seed alone */
    struct px_arena arena;
    size_t failures;
    struct timespec begun;
    bool progress; /* a line of progress stands on standard error */
};

/* What a command needs beyond the reader and the output. */
enum {
    PX_NEEDS_LEXICONS = 1,
    PX_ONLY_COUNTED_LEXICONS = 2,
    PX_NEEDS_THREADS = 4,
    PX_NEEDS_MODELS = 8,
    PX_NEEDS_GRAMMAR = 16,
    PX_WRITES_FILES = 32,   /* by itself: no output is opened */
    PX_SHARES_ARTICLES = 64 /* threads share the sentences of an article: there are few articles */
};

/* Opens everything; on failure the message is printed and the exit status returned (PX_EXIT_DONE: all is open).
 * Release in every case. */
int px_cli_open(struct px_cli *context, const struct px_options *options, unsigned needs);

/* How right each step is in this language, into the provenance; nothing where it has no validity.tsv. It was measured
 * with models and grammar. Part of px_cli_open. */
enum px_status px_cli_read_validity(struct px_cli *context, struct px_error *error);

/* Reads the counts that --recurring names, and with --two-pass counts the lines of the input, which must be files that
 * can be read again. Part of px_cli_open. */
enum px_status px_cli_know_recurring(struct px_cli *context, struct px_error *error);

/* A first pass over the inputs of the command: their lines are added to context->counting. What cannot be read is
 * passed over, silently unless `report`. */
enum px_status px_cli_count_lines(struct px_cli *context, bool report, struct px_error *error);

/* Ends the tables that are being written, if any are. */
enum px_status px_cli_finish_tables(struct px_cli *context, struct px_error *error);

/* Gives back what only reading articles takes: its memory serves for what comes, and is quicker to have than new one. */
void px_cli_end_reading(struct px_cli *context);

/* Ends a command that came to this status, and gives its exit status: the output and the tables are committed, or the
 * error is told. */
int px_cli_close(struct px_cli *context, enum px_status status, const struct px_error *error);
void px_cli_release(struct px_cli *context);

/* `file:line:column: message` on standard error; nothing when the reader of the output has gone. */
void px_message_error(const struct px_error *error);
void px_message(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* A line on standard error, as px_message writes, but without the program's name before it. */
void px_line(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Makes one line of a part of the text, whatever a file in it is called: what would end it, or steer a terminal, becomes
 * '?'. */
void px_make_line(char *text, size_t from, size_t to);

/* Counts the failure and prints it: the first PX_CLI_SHOWN, unless --verbose; how many more there were is said at the end. */
void px_cli_fail(struct px_cli *context, const struct px_error *error);
void px_cli_count_unshown(const struct px_cli *context);

/* Prints an error, with the option that mends it, where there is one. */
void px_cli_show_error(const struct px_cli *context, const struct px_error *error);

/* With --verbose, a line on standard error: "parallax: 0.123 s: " (since the start) and what is being done; not from a
 * worker's thread. What the run knows is what px_cli_open found: lexicons and where they come from, learned weights. */
void px_cli_begin_saying(struct px_cli *context);
void px_cli_say(const struct px_cli *context, const char *format, ...) __attribute__((format(printf, 2, 3)));
void px_cli_say_what_is_known(const struct px_cli *context);

/* Ingest options for the `index`-th article of the command line (its --outlet). */
struct px_ingest_options px_cli_ingest_options(const struct px_cli *context, size_t index);

/* The `index`-th article of a source, which is the `number`-th of the command line. */
struct px_cli_place {
    const struct px_source *source;
    size_t index;
    size_t number;
};

/* Reads and annotates an article with one of the context's workers. Threads may read different articles at a time, each
 * with its own worker. */
enum px_status px_cli_read(const struct px_cli *context, struct px_worker *worker, const struct px_cli_place *place,
                           struct px_article *article, struct px_error *error);

/* Reads the corpus's record that stands in line `number`. PX_ERROR_USAGE, with which the run must end, when -o would
 * write over the file that the record names. */
enum px_status px_cli_read_record(const struct px_cli *context, struct px_slice line, size_t number,
                                  struct px_article *article, struct px_error *error);

/* Opens the `index`-th file of the command line. */
enum px_status px_cli_source(struct px_cli *context, size_t index, struct px_source **source, struct px_error *error);

/* Annotation options for one of the context's workers. */
struct px_annotate_options px_cli_annotate_options(const struct px_cli *context, const struct px_worker *worker);

/* What is the same in the provenance of every result of the run. Part of px_cli_open. */
enum px_status px_cli_common_provenance(struct px_cli *context, struct px_error *error);

/* The provenance of a result made from these articles; lives in the context's arena. */
enum px_status px_cli_provenance(struct px_cli *context, const struct px_article *const *articles, size_t count,
                                 struct px_provenance *provenance, struct px_error *error);

/* Writes the buffer out, flushes and empties it. */
enum px_status px_cli_write(struct px_cli *context, struct px_buffer *buffer, struct px_error *error);

/* The warnings of an article on standard error, unless --quiet. */
void px_cli_warnings(struct px_cli *context, const struct px_article *article);

/* Colour on standard output? */
bool px_cli_color(const struct px_cli *context);

/* Ends the reading of a corpus; `whole`: to its end. One that holds nothing is warned of. */
void px_cli_end_corpus(const struct px_cli *context, const char *path, struct px_lines *lines, bool whole);

/* Says on standard error how far a long run is ("\r12000 records"), on a terminal and without --quiet alone. */
void px_cli_progress(struct px_cli *context, size_t done, const char *what);

/* Takes the line of progress away, where one stands: another message comes, or the end. */
void px_cli_end_progress(struct px_cli *context);

/* What is done with each article of a corpus or of the files named. `begin` (may be NULL) runs once, before; `work` on
 * the workers' threads. What `work` leaves in `out` is written in the order of the inputs. `gather` (may be NULL) gets
 * each article in that order, on one thread, and may fail it as `work` may; `finish` (may be NULL) runs once, behind
 * all. */
struct px_each {
    enum px_status (*begin)(struct px_cli *context, struct px_error *error);
    enum px_status (*gather)(struct px_cli *context, struct px_article *article, struct px_error *error);
    enum px_status (*finish)(struct px_cli *context, struct px_error *error);
    enum px_status (*work)(struct px_cli *context, struct px_worker *worker, struct px_article *article,
                           struct px_buffer *out, struct px_error *error);
    bool errors_as_records; /* a failed input leaves {"id","error"} in its place */
};

/* Are there inputs, either files or a corpus? Says what is wrong when not. */
bool px_cli_has_input(const struct px_options *options);

/* Opens the context, goes through every input (the corpus' records, else the files), closes, and gives the command's
 * exit status. `end` (may be NULL) is called while the context is still there, whatever happened. */
int px_cli_run(const struct px_options *options, unsigned needs, const struct px_each *each,
               void (*end)(struct px_cli *context));

#endif
