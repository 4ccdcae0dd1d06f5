/* lexicon evaluate: a lexicon against gold. */
#include <string.h>

#include "cli/commands.h"
#include "cli/tuning.h"
#include "tuning/evaluate.h"

static enum px_evaluation_format format_of(const char *name)
{
    return strcmp(name, "csv") == 0    ? PX_EVALUATION_CSV
           : strcmp(name, "json") == 0 ? PX_EVALUATION_JSON
                                       : PX_EVALUATION_MARKDOWN;
}

int px_command_lexicon_evaluate(const struct px_options *options)
{
    struct px_cli_tuning tuning;
    struct px_evaluation evaluation = {0};
    enum px_status status = PX_OK;
    if (options->argument_count != 1 || options->gold_count == 0) {
        px_message("lexicon evaluate needs one lexicon and --gold FILE");
        return PX_EXIT_USAGE;
    }
    int exit_status = px_cli_tuning_open(&tuning, options);
    if (exit_status != PX_EXIT_DONE)
        return exit_status;
    const struct px_lexicon *lexicon = px_cli_tuning_lexicon(&tuning, options->arguments[0]);
    status = lexicon == NULL ? tuning.error.code
                             : px_evaluate(lexicon, &tuning.tools, &tuning.passages, &evaluation, &tuning.error);
    if (status == PX_OK)
        px_evaluation_write(&evaluation, format_of(options->format), &tuning.out);
    px_evaluation_release(&evaluation);
    return px_cli_tuning_close(&tuning, status);
}
