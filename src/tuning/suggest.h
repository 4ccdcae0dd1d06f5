/* Suggestions: words and phrases that might become entries, ranked by evidence.
 *
 * The evidence is a focus against the rest. With gold, the focus is what annotators marked; with two corpora, the first
 * one; with a seed category, the sentences in which one of its entries stands. Runs of one to three words inside a
 * sentence are counted, in the outlet's choice of words alone, where no entry of the lexicon covers them yet; neither the
 * first nor the last word is a function word.
 *
 * A candidate holds across texts: it stands in the focus in two texts that are no near-duplicates, on two topics (or
 * events) where texts name them, with no more than half of its hits in one text (gold apart, where annotators vouch for
 * each hit), and fewer than half of its hits have a capital that the start of a sentence does not explain. So names go,
 * and words that one event brings.
 */
#ifndef PX_TUNING_SUGGEST_H
#define PX_TUNING_SUGGEST_H

#include "base/buffer.h"
#include "tuning/passage.h"

enum { PX_SUGGESTION_LINES = 3 };

enum px_suggest_focus { PX_SUGGEST_GOLD, PX_SUGGEST_CORPORA, PX_SUGGEST_CATEGORY };

struct px_suggest_options {
    enum px_suggest_focus focus;
    size_t second;        /* PX_SUGGEST_CORPORA: the passage with which the second corpus begins */
    struct px_slice like; /* PX_SUGGEST_CATEGORY */
    size_t top;
};

struct px_suggestion {
    struct px_slice text;
    struct px_slice category; /* the likely one, or empty */
    uint32_t focus, rest;     /* hits */
    uint32_t texts;           /* with a hit in the focus */
    double z;                 /* log-odds of focus against rest with an informative prior, over its deviation */
    double pmi;               /* with the likely category, in bits, over sentences; NaN without one */
    double gain;              /* F1 of words expected from adding it; NaN without gold */
    struct px_slice lines[PX_SUGGESTION_LINES][3]; /* left, hit, right */
    size_t line_count;
};

struct px_suggestions {
    struct px_arena arena;
    PX_VECTOR(struct px_suggestion) items; /* best first: by gain with gold, else by z */
    enum px_suggest_focus focus;
};

/* `lexicon` says what is covered and which categories there are. Passages are grouped here. PX_ERROR_NOT_FOUND for a
 * category that has no entry. */
PX_API enum px_status px_suggest(const struct px_lexicon *lexicon, const struct px_tuning_tools *tools,
                                 struct px_passages *passages, const struct px_suggest_options *options,
                                 struct px_suggestions *suggestions, struct px_error *error);
PX_API void px_suggestions_release(struct px_suggestions *suggestions);

/* Appends them in the format "csv" or "json", else as Markdown. */
PX_API void px_suggestions_write(const struct px_suggestions *suggestions, const char *format, struct px_buffer *out);

#endif
