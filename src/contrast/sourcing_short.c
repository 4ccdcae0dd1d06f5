/* Quotations of a word or two that both articles have of one speaker. */
#include "contrast/sourcing_run.h"

/* Are the run's words at that place of an article not of whom the statement here is of? A heading may quote them. */
static bool is_of_others(const struct px_compare_context *context, const struct px_also_run *run,
                         const struct px_also_words *words, size_t at)
{
    const struct px_article *article = context->articles[words->article];
    const struct px_token *token = px_also_token(context, words, at);
    for (size_t n = 0; n < run->count; n++)
        if (at + n >= words->count || words->folds[at + n] != run->here->folds[run->at + n])
            return false;
    bool heading = !px_role_is_paragraph(article->blocks.items[article->sentences.items[token->sentence].block].role);
    return !(heading && px_also_is_quoted(token)) &&
           !px_slice_equal(px_also_speaker(context, run->here->article, run->attribution),
                           px_also_speaker(context, words->article, token->attribution));
}

/* Has anybody else the run's words, in either article? */
static bool is_anybodys(const struct px_compare_context *context, const struct px_also_run *run)
{
    const struct px_also_words *const both[] = {run->here, run->there};
    const uint32_t *word = run->here->folds + run->at;
    for (size_t i = 0; i < 2; i++)
        for (uint32_t next = px_run_first(&both[i]->single, word); next != 0; next = both[i]->single.next[next - 1])
            if (is_of_others(context, run, both[i], next - 1))
                return true;
    return false;
}

/* Notes the run wherever the speaker is quoted with it there. */
static void note_places(const struct px_compare_context *context, struct px_also_run run)
{
    const struct px_run_starts *starts = &run.there->single;
    bool of_another = false;
    for (uint32_t next = px_run_first(starts, run.here->folds + run.at); next != 0; next = starts->next[next - 1]) {
        run.other = next - 1;
        if (px_also_is_quoted_at(context, run.here, run.at, run.at + run.count, run.there, run.other) &&
            px_also_is_of_same(context, &run, &of_another))
            px_also_note(context, &run);
    }
}

void px_also_note_short(const struct px_compare_context *context, struct px_also_run run, size_t first, size_t end)
{
    for (run.at = first; run.at < end; run.at += run.count) {
        run.count = 1;
        if (!px_also_is_quoted(px_also_token(context, run.here, run.at)))
            continue;
        while (run.at + run.count < end && px_also_goes_on(context, run.here, run.at + run.count))
            run.count++;
        if (run.count >= PX_ALSO_FEW || !px_also_is_whole(context, run.here, run.at, run.count) ||
            !px_also_is_telling(context, run.here, run.at, run.count) || is_anybodys(context, &run))
            continue;
        note_places(context, run);
    }
}
