/* lexicon tune: a new lexicon from gold. */
#include "cli/commands.h"
#include "cli/tuning.h"
#include "cli/version.h"
#include "tuning/tune.h"

/* The scores go to standard output, the lexicon to -o. */
static enum px_status print_scores(const struct px_tuning *tuned, struct px_error *error)
{
    struct px_buffer text = {0};
    struct px_output *output = NULL;
    px_tuning_write_scores(tuned, &text);
    enum px_status status = text.failed ? px_no_memory(error) : px_output_open(NULL, &output, error);
    if (status == PX_OK)
        status = px_output_write(output, px_buffer_slice(&text), error);
    if (status == PX_OK)
        status = px_output_commit(output, error);
    else if (output != NULL)
        px_output_close(output);
    px_buffer_release(&text);
    return status;
}

static int check_usage(const struct px_options *options)
{
    if (options->argument_count > 1 || options->gold_count == 0 || options->output == NULL) {
        px_message("lexicon tune needs at most one lexicon, --gold FILE and -o NEW");
        return PX_EXIT_USAGE;
    }
    return PX_EXIT_DONE;
}

int px_command_lexicon_tune(const struct px_options *options)
{
    struct px_cli_tuning tuning;
    struct px_tuning tuned = {0};
    const struct px_lexicon *old = NULL;
    const struct px_tune_options how = {(uint32_t)options->folds, (uint32_t)options->least};
    enum px_status status = PX_OK;
    int exit_status = check_usage(options);
    if (exit_status == PX_EXIT_DONE)
        exit_status = px_cli_tuning_open(&tuning, options);
    if (exit_status != PX_EXIT_DONE)
        return exit_status;
    if (options->argument_count == 1) {
        old = px_cli_tuning_lexicon(&tuning, options->arguments[0]);
        status = old == NULL ? tuning.error.code : PX_OK;
    }
    if (status == PX_OK)
        status = px_tune(old, &tuning.tools, &tuning.passages, &how, &tuned, &tuning.error);
    if (status == PX_OK) {
        px_tuning_write_lexicon(&tuned, "parallax " PX_VERSION, &tuning.out);
        status = print_scores(&tuned, &tuning.error);
    }
    px_tuning_release(&tuned);
    return px_cli_tuning_close(&tuning, status);
}
