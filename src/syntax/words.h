/* Words as the treebanks have them, from an article's tokens: parted at hyphens ("eye - witness", but "pre-war"), at
 * clitics that tokens keep ("do n't"), at units and signs of money and share ("$ 5 m", "5 %"), and where one spelling is
 * several words ("can not"). Every word is a span of the text, inside one token; words of a token follow each other
 * without a gap. What is parted is the language's data (splitting.tsv).
 *
 *     struct px_word_splitter splitter;
 *     px_word_splitter_init(NULL, "en", &splitter, &error);
 *     px_words_split(&splitter, article->text, &article->tokens, part, &arena, &words);   // part: token indices
 *     px_word_splitter_release(&splitter);
 */
#ifndef PX_SYNTAX_WORDS_H
#define PX_SYNTAX_WORDS_H

#include "lexicon/lexicon.h"
#include "text/words.h"

/* Bytes [start, end) of the text, of the token with that index. */
struct px_syntax_word {
    uint32_t start;
    uint32_t end;
    uint32_t token;
};

struct px_syntax_words {
    struct px_syntax_word *items;
    size_t count;
    size_t capacity;
};

/* Read-only once it is there, and shared by threads. */
struct px_word_splitter {
    struct px_lexicon lexicon;
    struct px_table prefixes, endings, units, wholes; /* folded */
    struct px_slice *parts;                           /* by id in `wholes`: its pieces with spaces between */
    size_t longest_ending;
};

/* Reads the language's splitting.tsv by the search of px_resources_read; a language without one gets a splitter that
 * parts at hyphens and signs alone. PX_ERROR_SYNTAX, PX_ERROR_MEMORY. */
PX_API enum px_status px_word_splitter_init(const char *directory, const char *language,
                                            struct px_word_splitter *splitter, struct px_error *error);
PX_API void px_word_splitter_release(struct px_word_splitter *splitter);

/* Appends the words of the tokens [part.start, part.end) in the arena's memory; false when memory is out. Linear. */
PX_API bool px_words_split(const struct px_word_splitter *splitter, struct px_slice text,
                           const struct px_tokens *tokens, struct px_span part, struct px_arena *arena,
                           struct px_syntax_words *words);

#endif
