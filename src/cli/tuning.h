/* What the commands that tune lexicons share: the lexicon by name or file, the gold, the passages made of it. */
#ifndef PX_CLI_TUNING_H
#define PX_CLI_TUNING_H

#include "cli/context.h"
#include "tuning/passage.h"

struct px_cli_tuning {
    struct px_cli cli;
    struct px_tuning_tools tools;
    struct px_gold gold;
    struct px_passages passages;
    struct px_lexicon lexicons[2]; /* those read from files; the program's own stay in the resources */
    size_t lexicon_count;
    struct px_buffer out;
    struct px_error error;
};

/* Opens the context and reads every --gold; on failure the message is printed and the exit status returned
 * (PX_EXIT_DONE: all is open). Release in every case. */
int px_cli_tuning_open(struct px_cli_tuning *tuning, const struct px_options *options);

/* The lexicon at `name`: a file, or one of the language's by its name. NULL with the error set. */
const struct px_lexicon *px_cli_tuning_lexicon(struct px_cli_tuning *tuning, const char *name);

/* Writes `out` (or the error), releases everything, and gives the exit status. */
int px_cli_tuning_close(struct px_cli_tuning *tuning, enum px_status status);

#endif
