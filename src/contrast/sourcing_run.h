/* Runs of a statement's words that another article has, too: where they stand, and whose they are. Private to the steps
 * that fill sourcing.also. */
#ifndef PX_CONTRAST_SOURCING_RUN_H
#define PX_CONTRAST_SOURCING_RUN_H

#include "align/align.h"
#include "align/run_starts.h"
#include "contrast/contrast.h"

enum { PX_ALSO_FEW = 3 }; /* words of the shortest run that is looked at, but for those of a short quotation */

/* The words of an article, and where single ones and runs of PX_ALSO_FEW begin, by hash. */
struct px_also_words {
    size_t article;
    size_t count;
    uint32_t *folds;
    uint32_t *tokens;
    struct px_run_starts single, few; /* px_also_starts */
};

/* A run of a statement's words that another article has. */
struct px_also_run {
    const struct px_also_words *here, *there;
    size_t at, other; /* positions of its first word */
    size_t count;
    uint32_t attribution;
};

/* Reads the article's words, into the scratch arena; false when memory is out. */
bool px_also_read(struct px_compare_context *context, size_t article, struct px_also_words *words);

static inline const struct px_token *px_also_token(const struct px_compare_context *context,
                                                   const struct px_also_words *words, size_t at)
{
    return &context->articles[words->article]->tokens.items[words->tokens[at]];
}

static inline bool px_also_is_quoted(const struct px_token *token)
{
    return token->voice == PX_VOICE_DIRECT || token->voice == PX_VOICE_SCARE;
}

/* In which of the starts runs of so many words are looked up. */
static inline const struct px_run_starts *px_also_starts(const struct px_also_words *words, size_t count)
{
    return count < PX_ALSO_FEW ? &words->single : &words->few;
}

/* How many of the run's words stand between marks, on one side. */
size_t px_also_count_quoted(const struct px_compare_context *context, const struct px_also_words *words, size_t at,
                            size_t count);

/* Does the word at `at` go on with the quotation of the one before it? A paragraph begins another. */
bool px_also_goes_on(const struct px_compare_context *context, const struct px_also_words *words, size_t at);

/* Is the run all that stands between marks there? */
bool px_also_is_whole(const struct px_compare_context *context, const struct px_also_words *words, size_t at,
                      size_t count);

/* Is one of the words rare in the news? */
bool px_also_is_telling(const struct px_compare_context *context, const struct px_also_words *words, size_t at,
                        size_t count);

/* Do the words [first, end) stand between marks at that word there? */
bool px_also_is_quoted_at(const struct px_compare_context *context, const struct px_also_words *here, size_t first,
                          size_t end, const struct px_also_words *there, size_t at);

/* Who is known to make the statement; empty for nobody. */
struct px_slice px_also_speaker(const struct px_compare_context *context, size_t article, uint32_t attribution);

/* Whose the run's words are there, beside whose they are here: one speaker's, or another's for sure. */
bool px_also_is_of_same(const struct px_compare_context *context, const struct px_also_run *run, bool *of_another);

/* The statements of an article that another one has, too: enum px_also. */
uint8_t *px_also_in(const struct px_compare_context *context, const struct px_also_words *here, uint32_t attribution,
                    const struct px_also_words *there);

/* The run is said in both articles: here, and in the statements that have its words there. */
void px_also_note(const struct px_compare_context *context, const struct px_also_run *run);

/* Notes less than PX_ALSO_FEW words of [first, end) that stand alone between marks, and are quoted of the same speaker
 * and of nobody else. Linear in the words, times the places where their first one stands in the two articles. */
void px_also_note_short(const struct px_compare_context *context, struct px_also_run run, size_t first, size_t end);

#endif
