#include "cli/tuning.h"

#include "cli/lexicons.h"

static enum px_status read_gold(struct px_cli_tuning *tuning)
{
    const struct px_options *options = tuning->cli.options;
    enum px_status status = PX_OK;
    for (size_t i = 0; status == PX_OK && i < options->gold_count; i++)
        status = px_gold_read(options->gold[i], options->limit, &tuning->gold, &tuning->error);
    if (status == PX_OK)
        px_cli_say(&tuning->cli, "gold read: %zu file%s", options->gold_count, options->gold_count == 1 ? "" : "s");
    if (status == PX_OK)
        status = px_passages_add_gold(&tuning->passages, &tuning->tools, &tuning->gold, &tuning->error);
    return status;
}

int px_cli_tuning_open(struct px_cli_tuning *tuning, const struct px_options *options)
{
    *tuning = (struct px_cli_tuning){0};
    int exit_status = px_cli_open(&tuning->cli, options, PX_NEEDS_LEXICONS);
    if (exit_status != PX_EXIT_DONE) {
        px_cli_release(&tuning->cli);
        return exit_status;
    }
    tuning->tools =
        (struct px_tuning_tools){tuning->cli.ingest, tuning->cli.resources, tuning->cli.workers, options->seed};
    enum px_status status = read_gold(tuning);
    return status == PX_OK ? PX_EXIT_DONE : px_cli_tuning_close(tuning, status);
}

const struct px_lexicon *px_cli_tuning_lexicon(struct px_cli_tuning *tuning, const char *name)
{
    const struct px_lexicon *known = px_cli_find_lexicon(&tuning->cli, name);
    if (known != NULL)
        return known;
    struct px_lexicon *lexicon = &tuning->lexicons[tuning->lexicon_count];
    if (px_cli_read_named(&tuning->cli, name, lexicon, &tuning->error) != PX_OK)
        return NULL;
    tuning->lexicon_count++;
    return lexicon;
}

int px_cli_tuning_close(struct px_cli_tuning *tuning, enum px_status status)
{
    if (status == PX_OK && tuning->out.failed)
        status = px_no_memory(&tuning->error);
    if (status == PX_OK)
        status = px_cli_write(&tuning->cli, &tuning->out, &tuning->error);
    int exit_status = px_cli_close(&tuning->cli, status, &tuning->error);
    for (size_t i = 0; i < tuning->lexicon_count; i++)
        px_lexicon_release(&tuning->lexicons[i]);
    px_passages_release(&tuning->passages);
    px_gold_release(&tuning->gold);
    px_buffer_release(&tuning->out);
    px_cli_release(&tuning->cli);
    return exit_status;
}
