/* What stands where in the articles: words, sentences, blocks, mentions, entries of the lexicons; and who says it.
 *
 * Private to the rooms that compare. A function that can fail returns PX_OK or PX_ERROR_MEMORY.
 */
#ifndef PX_COMPARISON_PLACE_H
#define PX_COMPARISON_PLACE_H

#include "comparison/context.h"

/* Where words stand in an article, whatever they are taken for there. */
enum px_status px_compare_standing(struct px_compare_context *context, struct px_error *error);
/* The content words and numbers of all articles, numbered by stem. */
enum px_status px_compare_index(struct px_compare_context *context, struct px_error *error);

/* comparison->said_alike, once shared runs and speakers are known. Linear in the words of the runs and in the matches, times
 * the logarithm of the matches. */
enum px_status px_compare_said_alike(struct px_compare_context *context, struct px_error *error);

/* comparison->uneven. Linear in tokens and matches. */
enum px_status px_compare_uneven(struct px_compare_context *context, struct px_error *error);

/* How rare words of the stem are in a background of news, as the index weighs them. Logarithmic in the background. */
double px_compare_idf(const struct px_compare_context *context, uint32_t stem);

/* The referent of the article's entity, which may be PX_NONE. */
static inline uint32_t px_compare_referent(const struct px_compare_context *context, size_t article, uint32_t entity)
{
    return entity == PX_NONE ? PX_NONE : context->referent_of[article][entity];
}

/* The token's form. */
static inline const struct px_form *px_compare_form(const struct px_compare_context *context,
                                                    const struct px_token *token)
{
    return px_vocabulary_form(context->worker->vocabulary, token->form);
}

/* A word that carries content: no stop word, no number, no clitic, no punctuation. */
static inline bool px_compare_is_content(const struct px_compare_context *context, const struct px_token *token)
{
    const struct px_form *form = px_compare_form(context, token);
    return px_token_is_full_word(token) && !form->stop && !form->digits;
}

/* Where words of the root stand in the article, in order, and how many they are. O(log n + places) */
const struct px_stand *px_compare_standing_of(const struct px_compare_context *context, size_t article, uint32_t root,
                                              size_t *count);

/* How often the forms stand in a row in the article, whatever they are taken for there, case aside; for `alike` with
 * other endings, too ("Midwestern" for "Midwest"). O(log n + places of the rarest) */
uint32_t px_compare_stands(const struct px_compare_context *context, size_t article, const uint32_t *forms,
                           uint32_t count, bool alike);

/* Does the form, or another ending of it, stand in one of the sentences [first, last]? */
bool px_compare_stands_in(const struct px_compare_context *context, size_t article, uint32_t form, uint32_t first,
                          uint32_t last);

/* Does the form stand there in small letters? */
bool px_compare_stands_small(const struct px_compare_context *context, size_t article, uint32_t form);

/* How often does the form stand there, but as a title before a name ("President Lind")? */
uint32_t px_compare_stands_alone(const struct px_compare_context *context, size_t article, uint32_t form);

/* As px_compare_stands, without other endings, for words with spaces between; of more than twelve, 0. False when memory
 * is out. */
bool px_compare_words_stand(const struct px_compare_context *context, size_t article, struct px_slice text,
                            uint32_t *times);

/* Are the letters of both the same, whatever spaces, hyphens, dots and capitals they have: "Wal-Mart" and "Walmart"? */
bool px_compare_same_letters(struct px_slice a, struct px_slice b);

/* Sentence indices into evidence: sorted, each once, copied to the comparison's arena. `sentences` is reordered. */
enum px_status px_compare_evidence(struct px_compare_context *context, uint32_t *sentences, size_t count,
                                   struct px_evidence *evidence, struct px_error *error);

/* The first token that begins at or behind `byte`; the count of tokens when none does. O(log n) */
uint32_t px_compare_token_at(const struct px_article *article, uint32_t byte);

/* A hit of the list that begins or ends at the token, of a category within this one; or NULL. */
const struct px_hit *px_compare_hit(const struct px_compare_context *context, const struct px_article *article,
                                    uint32_t token, bool ends, size_t lexicon, const char *category);

/* Who says the word, in a statement that counts, as a referent; or PX_NONE. */
uint32_t px_compare_speaker_of(const struct px_comparison *comparison, size_t article, const struct px_token *token);

/* Is the token of the grammar's class, "grammar.determiner"? */
bool px_compare_is_class(const struct px_compare_context *context, const struct px_article *article, uint32_t token,
                         const char *category);

/* Is one of the tokens a word of the article's own that adds to what was said before: "also"? */
bool px_compare_adds(const struct px_compare_context *context, const struct px_article *article, uint32_t first,
                     uint32_t end);

/* How many of the article's sentences, or else paragraphs, hold a mention; mentions stand in order of position. Linear
 * in these. */
uint32_t px_compare_count_named(const struct px_article *article, const struct px_spans *mentions, bool sentences);

/* The first mention that begins at or behind the token. O(log n) */
size_t px_compare_mention_at(const struct px_article *article, uint32_t token);

/* The last block that begins at or before `byte`, or the first one; PX_NONE when the article has none. O(log n) */
uint32_t px_compare_block_at(const struct px_article *article, uint32_t byte);

/* Does the first of the mentions stand in the headline? O(log n) */
bool px_compare_in_title(const struct px_article *article, const struct px_spans *mentions);

/* Is it the name of the outlet, with or without its article, or are the outlet's letters the first ones of its words,
 * "nkd" of "Norhaven Kestrel Daily"? */
bool px_compare_is_outlet(struct px_slice outlet, struct px_slice name);

/* The number of sentences of headline and standfirst, which stand before all others. */
uint32_t px_compare_head_end(const struct px_article *article);

/* Who says it: the speaker's name, or the words that stand for him; "(not named)" where there are none; empty for the
 * outlet's own voice (attribution PX_NONE). */
struct px_slice px_compare_speaker(const struct px_compare_context *context, size_t article, uint32_t attribution);

/* The token behind the conjunction that ties the sentence to the one before, if a name can begin it instead, "But Ada Brell
 * …"; else its first. */
uint32_t px_compare_behind_tie(const struct px_compare_context *context, const struct px_article *article,
                               const struct px_sentence *sentence);

/* All of the sentence of that index, but for such a conjunction, or a "For instance," before it. */
struct px_span px_compare_untied(const struct px_compare_context *context, size_t article, uint32_t index);

/* The words of a phrase, without the capital with which a sentence made it begin: "a new poll". */
struct px_slice px_compare_running(const struct px_compare_context *context, size_t article, struct px_span span);

/* Is it a house of government, "the Senate"; and may it be named by the way: a house, a place, a party, what nothing tells
 * the kind of, or somebody of whom no more than a given name is known? */
bool px_compare_is_house(const struct px_compare_context *context, const struct px_article *article,
                         const struct px_mention *mention);
bool px_compare_is_broad(const struct px_compare_context *context, const struct px_article *article,
                         const struct px_mention *mention);

#endif
