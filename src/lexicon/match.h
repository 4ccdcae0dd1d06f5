/* Matching: every entry of every lexicon, found in one pass over an article's tokens.
 *
 * A matcher is compiled once from a list of lexicons, never changes and is shared by threads. What a word form can
 * match (whole-form entries, wildcards, one-word patterns, the first words of phrases) is worked out once a form and
 * kept in a cache that belongs to the worker whose vocabulary gave the form its id. Phrases run on fold ids; patterns
 * that hold a space run on sentences. Case, apostrophes, and hyphen or space do not matter, unless the entry's case is
 * exact. Inside a lexicon the longest match wins and matches do not overlap; the same tokens may match several entries
 * that differ in category alone. `unless` entries cancel what they cover, before the longest is chosen. Hits never
 * depend on other documents.
 *
 * A match begins and ends at a token, within one sentence. Marks between its words break a phrase, unless the entry
 * has them too; clitics ("'s") count as written, and no wildcard stands for a mark or a clitic. "regime*" also matches
 * "regime" and "regime-backed"; in "ill-*" the hyphen is meant, or the entry would match "ill" and whatever follows. A
 * /pattern/ on one word matches the whole word, one that holds a space covers the tokens that it touches.
 *
 *     px_matcher_new(lexicons, count, &matcher, &error);
 *     px_match_cache_new(matcher, vocabulary, &cache, &error);
 *     px_matcher_find(cache, text, &tokens, &sentences, &arena, &hits, &error);
 */
#ifndef PX_LEXICON_MATCH_H
#define PX_LEXICON_MATCH_H

#include "lexicon/lexicon.h"
#include "text/hit.h"
#include "text/sentences.h"
#include "text/vocabulary.h"
#include "text/words.h"

struct px_matcher;
struct px_match_cache;

/* Compiles the lexicons (borrowed: they must outlive the matcher); NULL in their place leaves an index empty.
 * `segmenter` splits entries into words as it splits text. A pattern that PCRE2 refuses fails with the lexicon's path,
 * the entry's line and the column of the fault. */
PX_API enum px_status px_matcher_new(const struct px_lexicon *const *lexicons, size_t count,
                                     const struct px_segmenter *segmenter, struct px_matcher **matcher,
                                     struct px_error *error);

/* From now on the longest match wins inside a category and not inside a whole lexicon: "new york" counts as a city
 * inside "new york times", which counts as a paper. (quanteda: nested_scope "key"; without this call, "dictionary".)
 * Before the first cache is made. */
PX_API void px_matcher_nest_in_categories(struct px_matcher *matcher);
PX_API void px_matcher_free(struct px_matcher *matcher);

/* A cache for one worker; `matcher` and `vocabulary` are borrowed. */
PX_API enum px_status px_match_cache_new(const struct px_matcher *matcher, struct px_vocabulary *vocabulary,
                                         struct px_match_cache **cache, struct px_error *error);
PX_API void px_match_cache_free(struct px_match_cache *cache);

/* Appends all hits in order of position, then lexicon, then entry. Linear in the tokens, but for sentence patterns. */
PX_API enum px_status px_matcher_find(struct px_match_cache *cache, struct px_slice text,
                                      const struct px_tokens *tokens, const struct px_sentences *sentences,
                                      struct px_arena *arena, struct px_hits *hits, struct px_error *error);

/* The words that a hit can have or depend on; no other needs a form of its own (px_words_find_wanted). NULL: all do. */
PX_API const struct px_filter *px_matcher_filter(const struct px_matcher *matcher);

/* Do hits depend on where sentences end, whatever the text? So they do with patterns that hold a space. */
PX_API bool px_matcher_needs_sentences(const struct px_matcher *matcher);

/* Of other matchers: might the last px_matcher_find have found something else if the tokens had been parted into more
 * sentences? While this is false, nobody needs to know where they end. */
PX_API bool px_match_cache_crosses(const struct px_match_cache *cache);

/* Entries of lexicon `lexicon` whose whole text is this one form: for lookups of single words outside a running text.
 * Calls nothing when there is none; `*entries` belongs to the cache. */
PX_API size_t px_match_form(struct px_match_cache *cache, uint32_t form, uint16_t lexicon, const uint32_t **entries);

#endif
