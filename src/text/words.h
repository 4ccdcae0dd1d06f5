/* Words: text into tokens, each with its exact bytes.
 *
 * A token is a word, a number, a punctuation mark or another symbol. White space belongs to no token. ASCII takes a
 * fast byte path; elsewhere ICU's word breaks (UAX #29) decide. Words keep inner hyphens and apostrophes and the full
 * stops of abbreviations ("U.S.", "p.m." by the segmenter's list); a clitic of the segmenter's list ("'s", "'ll") is
 * a token of its own, flagged. Email addresses, URLs, hashtags and @names are one token of kind other.
 */
#ifndef PX_TEXT_WORDS_H
#define PX_TEXT_WORDS_H

#include "base/error.h"
#include "base/table.h"
#include "base/vector.h"
#include "text/filter.h"
#include "text/vocabulary.h"

enum px_token_kind { PX_TOKEN_WORD, PX_TOKEN_NUMBER, PX_TOKEN_PUNCTUATION, PX_TOKEN_OTHER };

enum px_voice { PX_VOICE_OWN, PX_VOICE_DIRECT, PX_VOICE_INDIRECT, PX_VOICE_SCARE };

enum {
    PX_TOKEN_CLITIC = 1, /* "'s": not counted as a word */
    PX_TOKEN_SPACE_BEFORE = 2,
    PX_TOKEN_SENTENCE_START = 4,
    PX_TOKEN_QUOTE_OPEN = 8, /* set by the annotation of quotations */
    PX_TOKEN_QUOTE_CLOSE = 16,
    PX_TOKEN_DISTANCED = 32, /* inside scare quotes or under a distancing phrase; set by the annotation of voice */
    PX_TOKEN_PASSED_ON =
        64 /* only passed on, "reportedly scoffed": not the article's own word, be it in a statement or in none */
};

/* One token: bytes [start, end) of the article's text. */
struct px_token {
    uint32_t start;
    uint32_t end;
    uint32_t form;        /* vocabulary id */
    uint32_t sentence;    /* index into the article's sentences */
    uint32_t attribution; /* the innermost attribution whose content holds the token, or PX_NONE */
    uint8_t kind;         /* enum px_token_kind */
    uint8_t flags;
    uint8_t voice; /* enum px_voice */
};

/* Is it a word or a number, and no mark? */
static inline bool px_token_is_word(const struct px_token *token)
{
    return token->kind == PX_TOKEN_WORD || token->kind == PX_TOKEN_NUMBER;
}

/* Is it one of the words that are counted? "Ann's" is one, with its clitic. */
static inline bool px_token_counts(const struct px_token *token)
{
    return px_token_is_word(token) && (token->flags & PX_TOKEN_CLITIC) == 0;
}

/* Is it a word in the narrow sense: no mark, no number, no clitic? */
static inline bool px_token_is_full_word(const struct px_token *token)
{
    return token->kind == PX_TOKEN_WORD && (token->flags & PX_TOKEN_CLITIC) == 0;
}

/* Whose words they are, where what is only passed on counts as somebody's. */
static inline uint8_t px_token_voice(const struct px_token *token)
{
    bool passed_on = token->voice == PX_VOICE_OWN && (token->flags & PX_TOKEN_PASSED_ON) != 0;
    return passed_on ? PX_VOICE_INDIRECT : token->voice;
}

/* Does the outlet say it itself, in scare quotes or not? */
static inline bool px_token_is_own(const struct px_token *token)
{
    return token->attribution == UINT32_MAX && (token->voice == PX_VOICE_OWN || token->voice == PX_VOICE_SCARE);
}

struct px_tokens {
    struct px_token *items;
    size_t count;
    size_t capacity;
};

/* What the full stop of an abbreviation says: it may end a sentence; a title never does before a capital; that of a
 * place behind a comma ("in Dover, Del. Brown left") always does, since another comma follows where the sentence goes
 * on. */
enum px_abbreviation { PX_ABBREVIATION_COMMON, PX_ABBREVIATION_TITLE, PX_ABBREVIATION_PLACE };

/* What a language knows of the ends and insides of words: read-only, shared by threads. A folded key stands for every
 * case; a key with capitals only for itself ("No.", "Mass.", "Mar." are abbreviations, "no.", "mass.", "mar." are
 * not). */
struct px_segmenter {
    struct px_table abbreviations; /* with their full stop: "mr.", "p.m." */
    uint8_t *abbreviation_kinds;   /* [abbreviations] enum px_abbreviation */
    struct px_table clitics;       /* "'s", "'ll" */
    struct px_table beginnings;    /* function words whose capital shows a beginning where no mark does: "the" */
    struct px_table firm;          /* those of them that do so behind a capitalised word too */
    struct px_table headings;      /* what stands above a text, as it is spelled: "Early life" */
    struct px_table numbered;      /* what a number names a part of a text with: "figure" */
    struct px_table days;          /* of the week */
};

/* Gives back all memory; without entries it is a segmenter that knows nothing. */
PX_API void px_segmenter_release(struct px_segmenter *segmenter);

/* Appends the tokens of text[start, end) to `tokens` (memory of `arena`), interning their forms. `segmenter` may be
 * NULL: no abbreviations, no clitics. Linear. */
PX_API enum px_status px_words_find(struct px_slice text, struct px_span part, const struct px_segmenter *segmenter,
                                    struct px_vocabulary *vocabulary, struct px_arena *arena, struct px_tokens *tokens,
                                    struct px_error *error);

/* The same, but every word that the filter (may be NULL) does not want has the form of the empty word: it costs no look
 * into the vocabulary. */
PX_API enum px_status px_words_find_wanted(struct px_slice text, struct px_span part,
                                           const struct px_segmenter *segmenter, const struct px_filter *filter,
                                           struct px_vocabulary *vocabulary, struct px_arena *arena,
                                           struct px_tokens *tokens, struct px_error *error);

/* Index of the first token that ends behind `byte`, or the count when none does. O(log tokens) */
PX_API uint32_t px_tokens_reaching(const struct px_tokens *tokens, uint32_t byte);

/* The ending that makes a name an owner, as it is written in results. */
#define PX_GENITIVE "’s"

/* The bytes of that ending, with either apostrophe and with the space behind it, where it stands at byte `at`; else 0. */
PX_API size_t px_words_genitive(struct px_slice text, size_t at);

#endif
