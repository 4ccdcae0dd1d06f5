/* lexicon diff and lexicon agree: two lexicons, or several annotators, side by side. */
#include "cli/commands.h"
#include "cli/paths.h"
#include "cli/tuning.h"
#include "tuning/agree.h"
#include "tuning/diff.h"

int px_command_lexicon_diff(const struct px_options *options)
{
    struct px_cli_tuning tuning;
    struct px_lexicon_diff diff = {0};
    enum px_status status = PX_OK;
    if (options->argument_count != 2 || options->gold_count == 0) {
        px_message("lexicon diff needs two lexicons and --gold FILE");
        return PX_EXIT_USAGE;
    }
    int exit_status = px_cli_tuning_open(&tuning, options);
    if (exit_status != PX_EXIT_DONE)
        return exit_status;
    const struct px_lexicon *lexicons[2] = {NULL, NULL};
    for (size_t i = 0; status == PX_OK && i < 2; i++) {
        lexicons[i] = px_cli_tuning_lexicon(&tuning, options->arguments[i]);
        status = lexicons[i] == NULL ? tuning.error.code : PX_OK;
    }
    if (status == PX_OK)
        status = px_lexicon_diff(lexicons[0], lexicons[1], &tuning.tools, &tuning.passages, &diff, &tuning.error);
    if (status == PX_OK)
        px_lexicon_diff_write(&diff, options->format, options->top, &tuning.out);
    px_lexicon_diff_release(&diff);
    return px_cli_tuning_close(&tuning, status);
}

int px_command_lexicon_agree(const struct px_options *options)
{
    struct px_cli_tuning tuning;
    struct px_agreement agreement = {0};
    if (options->argument_count == 0) {
        px_message("lexicon agree needs files of annotated texts");
        return PX_EXIT_USAGE;
    }
    int exit_status = px_cli_tuning_open(&tuning, options);
    if (exit_status != PX_EXIT_DONE)
        return exit_status;
    enum px_status status =
        px_cli_check_gold(options, (const char *const *)options->arguments, options->argument_count, &tuning.error);
    for (size_t i = 0; status == PX_OK && i < options->argument_count; i++)
        status = px_gold_read(options->arguments[i], options->limit, &tuning.gold, &tuning.error);
    if (status == PX_OK)
        status = px_agree(&tuning.gold, options->seed, &agreement, &tuning.error);
    if (status == PX_OK)
        px_agreement_write(&agreement, options->format, &tuning.out);
    px_agreement_release(&agreement);
    return px_cli_tuning_close(&tuning, status);
}
