/* lexicon suggest: candidates for a lexicon. */
#include "cli/commands.h"
#include "cli/tuning.h"
#include "tuning/suggest.h"

/* Every record of the corpus, cleaned unless --verbatim. */
static enum px_status read_corpus(struct px_cli_tuning *tuning, const char *path)
{
    const struct px_ingest_options how = {.verbatim = tuning->cli.options->verbatim,
                                          .limit = tuning->cli.options->limit};
    struct px_lines *lines = NULL;
    struct px_slice line;
    int more = 0;
    enum px_status status = px_lines_open(path, tuning->cli.options->limit, &lines, &tuning->error);
    while (status == PX_OK && (more = px_lines_next(lines, &line, &tuning->error)) > 0) {
        struct px_article article = {0};
        if (px_slice_trim(line).size == 0)
            continue;
        status =
            px_ingest_record(tuning->cli.ingest, line, path, px_lines_number(lines), &how, &article, &tuning->error);
        if (status == PX_OK)
            status = px_passages_add_article(&tuning->passages, &tuning->tools, &article, &tuning->error);
        px_article_release(&article);
    }
    px_cli_end_corpus(&tuning->cli, path, lines, status == PX_OK && more == 0);
    return status == PX_OK && more < 0 ? (enum px_status)more : status;
}

static int check_usage(const struct px_options *options)
{
    bool gold = options->gold_count > 0;
    bool corpora = options->corpus != NULL && options->against != NULL;
    bool like = options->corpus != NULL && options->like != NULL;
    if (options->argument_count > 1 || gold + corpora + like != 1 || (gold && options->corpus != NULL)) {
        px_message(
            "lexicon suggest needs at most one lexicon, and --gold FILE, or --corpus A --against B, or --corpus A "
            "--like CATEGORY");
        return PX_EXIT_USAGE;
    }
    return PX_EXIT_DONE;
}

int px_command_lexicon_suggest(const struct px_options *options)
{
    struct px_cli_tuning tuning;
    struct px_suggestions suggestions = {0};
    struct px_suggest_options how = {.focus = options->gold_count > 0    ? PX_SUGGEST_GOLD
                                              : options->against != NULL ? PX_SUGGEST_CORPORA
                                                                         : PX_SUGGEST_CATEGORY,
                                     .like = px_slice_from(options->like),
                                     .top = options->top};
    enum px_status status = PX_OK;
    int exit_status = check_usage(options);
    if (exit_status == PX_EXIT_DONE)
        exit_status = px_cli_tuning_open(&tuning, options);
    if (exit_status != PX_EXIT_DONE)
        return exit_status;
    const char *name = options->argument_count == 1 ? options->arguments[0] : "loaded";
    const struct px_lexicon *lexicon = px_cli_tuning_lexicon(&tuning, name);
    if (lexicon == NULL)
        status = tuning.error.code;
    if (status == PX_OK && options->corpus != NULL)
        status = read_corpus(&tuning, options->corpus);
    how.second = tuning.passages.items.count;
    if (status == PX_OK && options->against != NULL)
        status = read_corpus(&tuning, options->against);
    if (status == PX_OK)
        status = px_suggest(lexicon, &tuning.tools, &tuning.passages, &how, &suggestions, &tuning.error);
    if (status == PX_OK)
        px_suggestions_write(&suggestions, options->format, &tuning.out);
    px_suggestions_release(&suggestions);
    return px_cli_tuning_close(&tuning, status);
}
