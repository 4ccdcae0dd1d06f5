/* The room's own header: what the steps of a comparison pass on (context.h), the steps (steps.h), and what these ask.
 *
 * A function that can fail returns PX_OK or PX_ERROR_MEMORY (or what a lower room says).
 */
#ifndef PX_COMPARE_INTERNAL_H
#define PX_COMPARE_INTERNAL_H

#include <math.h>

#include "compare/context.h"
#include "compare/steps.h"

/* A number of its own for the paragraph that the sentence of one of the first two articles stands in; it does not
 * depend on which of them comes first. */
uint32_t px_compare_passage(const struct px_compare_context *context, size_t article, uint32_t sentence);

/* Makes the context, in which options and worker are set and all else is zero, and the empty comparison; both are to be
 * released whatever it returns. */
enum px_status px_compare_open(struct px_compare_context *context, const struct px_article *const *articles,
                               size_t count, struct px_comparison *comparison, struct px_error *error);

/* The numbers of the options, or the built-in ones. */
struct px_compare_null px_compare_null_of(const struct px_compare_context *context);

/* Adds the evidence of all pairs of paragraphs of the two articles to the sample. */
enum px_status px_compare_sample(struct px_compare_context *context, struct px_null_sample *sample,
                                 struct px_error *error);

/* The order of two numbers, as qsort asks for it. */
static inline int px_compare_order(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

/* Of the numbers [first, count) the one with most votes, the smallest on a tie: what most statements take a speaker
 * for. */
uint8_t px_compare_most_voted(const uint32_t *votes, size_t first, size_t count);

/* Of two texts as `count` weights each, 0..1; 0 where one is empty. */
double px_compare_cosine(const double *a, const double *b, uint32_t count);

/* How rare words of the stem are in a background of news, as the index weighs them. Logarithmic in the background. */
double px_compare_idf(const struct px_compare_context *context, uint32_t stem);

/* A run's words; those that are no part of a name there; and of these the content words. */
struct px_plain {
    uint32_t all, words, content;
};

enum { PX_PLAIN_ALL = 2, PX_PLAIN_ONE = 3 }; /* so many content words in each article, or in one, say something */

/* Counts the token. O(1) */
void px_plain_add(const struct px_compare_context *context, const struct px_token *token, struct px_plain *plain);

/* The content words; PX_PLAIN_ONE of a long run with fewer, but any: no stock phrase is so long. */
uint32_t px_plain_weight(const struct px_plain *plain);

/* The paragraph on a side of the edge. */
static inline uint32_t px_edge_paragraph(const struct px_compare_context *context, const struct px_edge *edge, int side)
{
    return context->paragraphs[edge->article[side]].of[edge->block[side]];
}

/* How far the edge's score stands out, which is a logistic of z / 4. */
static inline double px_edge_z(const struct px_edge *edge)
{
    return -4 * log(1 / edge->score - 1);
}

/* Does a sentence of another article come near this one? */
bool px_compare_is_near(const struct px_compare_context *context, size_t article, uint32_t sentence);

/* The name of a source as it stands in the text, or with a small letter where its noun, "Backers" or "Officials", is
 * large only because a sentence begins with it; in the arena. A pronoun in it gives way to the name of whom it stands
 * for, "her office" to "Ora Lind’s office". */
struct px_slice px_compare_small_name(const struct px_compare_context *context, struct px_slice name,
                                      struct px_arena *arena);

/* Which attributions of the article tell what their speaker denies or dismisses; a statement that another denies is no
 * denial. NULL when memory is out. Linear. */
bool *px_compare_denials(struct px_arena *arena, const struct px_article *article);

/* Adds something that an article alone has; NULL when memory is out. */
struct px_only *px_compare_only_push(struct px_compare_context *context, enum px_only_kind kind, size_t article,
                                     struct px_slice text);

/* How central a place is: 1 for the first byte of the article, towards ½ for the last; doubled in the headline. */
double px_compare_early(const struct px_article *article, uint32_t byte);

/* The number of sentences of headline and standfirst, which stand before all others. */
uint32_t px_compare_head_end(const struct px_article *article);

/* Of two figures of one article: do they count the same in one event, and cannot both be so? */
bool px_compare_figures_clash(const struct px_quantity *x, const struct px_quantity *y);

/* Do they count the same in one event, whatever they say of it? */
bool px_compare_figures_meet(const struct px_quantity *x, const struct px_quantity *y);

/* Joins units to themes: their edges (of the comparison, above the null) and what holds them together in their own article
 * are strong on average. `clusters[unit]` is the cluster's number, that of its first unit. O(units²). */
enum px_status px_compare_cluster(struct px_compare_context *context, const struct px_unit *units, size_t count,
                                  uint32_t *clusters, struct px_error *error);
/* Joins them to topics: by the edges alone that tell the same. */
enum px_status px_compare_cluster_told(struct px_compare_context *context, const struct px_unit *units, size_t count,
                                       uint32_t *clusters, struct px_error *error);

/* Who says it: the speaker's name, or the words that stand for him; "(not named)" where there are none; empty for the
 * outlet's own voice (attribution PX_NONE). */
struct px_slice px_compare_speaker(const struct px_compare_context *context, size_t article, uint32_t attribution);

/* The word "a", "an" or "the" right before the description, a part of the article's text; empty where there is none, and
 * for a name. */
struct px_slice px_compare_article_before(const struct px_compare_context *context, size_t article,
                                          struct px_slice wording);

/* Fills source->shown from its name and the articles that stand before it in its `count` statements. */
enum px_status px_source_show(struct px_compare_context *context, const struct px_slice *before, size_t count,
                              struct px_source *source, struct px_error *error);

/* The referent of the article's entity, which may be PX_NONE. */
static inline uint32_t px_compare_referent(const struct px_compare_context *context, size_t article, uint32_t entity)
{
    return entity == PX_NONE ? PX_NONE : context->referent_of[article][entity];
}

enum { PX_LABEL_MOST = 3 };

/* Up to PX_LABEL_MOST terms that tell the article's paragraphs on a topic from all others, best first; their number in
 * `*count`: names, and nouns of two sentences; where there are none, the name used most there; where there is no name,
 * words used once. `topics[article][paragraph]` is the topic. */
enum px_status px_compare_label(struct px_compare_context *context, uint32_t *const *topics, uint32_t topic,
                                uint32_t article, uint32_t *terms, size_t *count, struct px_error *error);

/* Calls the topic, whose paragraphs are `topics[article][paragraph]` == `number`, as the user does, or as the heading
 * above it, if there is one. */
enum px_status px_compare_title_topic(struct px_compare_context *context, uint32_t *const *topics, uint32_t number,
                                      struct px_topic *topic, struct px_error *error);

/* The user's topic of most of the topic's paragraphs, by words, if they are a quarter or more; empty when there is
 * none. */
struct px_slice px_compare_user_topic(const struct px_compare_context *context, uint32_t *const *topics,
                                      uint32_t topic);

/* The heading of a section of which the topic covers all, and which is most of what the article has of the topic; of
 * several the one covered at most length. A heading may be of what went to another topic. Empty when there is none.
 * O(paragraphs) */
struct px_slice px_compare_heading(const struct px_compare_context *context, const struct px_topic *topic);

/* The sentence by which the passage of the article, one or more, is shown: one that points to nothing before it, no quotation
 * if there is another; of several the first, as news tells what matters first. Linear in the passage. */
uint32_t px_compare_shown(const struct px_compare_context *context, size_t article, const struct px_span *span);

/* What is shown of it: all, but for the conjunction that ties it to the one before. */
struct px_span px_compare_shown_words(const struct px_compare_context *context, size_t article, uint32_t sentence);

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

/* Is the name of tokens [first, end) a capital or another seat of a government, which stands for its state:
 * "Havana"? */
bool px_compare_is_seat(const struct px_compare_context *context, const struct px_article *article, uint32_t first,
                        uint32_t end);

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

/* One zeroed item an article, of the comparison's arena; NULL when memory is out. */
#define px_compare_each(context, type) px_arena_array(&(context)->comparison->arena, type, (context)->count)

/* Sentence indices into evidence: sorted, each once, copied to the comparison's arena. `sentences` is reordered. */
enum px_status px_compare_evidence(struct px_compare_context *context, uint32_t *sentences, size_t count,
                                   struct px_evidence *evidence, struct px_error *error);

/* The first token at or behind `byte`, and the sentence that holds `byte` (PX_NONE when the article has none). O(log
 * n) */
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
uint32_t px_compare_sentence_at(const struct px_article *article, uint32_t byte);
/* How many of the article's sentences, or else paragraphs, hold a mention; mentions stand in order of position. Linear
 * in these. */
uint32_t px_compare_count_named(const struct px_article *article, const struct px_spans *mentions, bool sentences);

/* The first mention that begins at or behind the token. O(log n) */
size_t px_compare_mention_at(const struct px_article *article, uint32_t token);

/* The block that holds token or byte. O(log n) */
uint32_t px_compare_block_at(const struct px_article *article, uint32_t byte);
/* Does the first of the mentions stand in the headline? O(log n) */
bool px_compare_in_title(const struct px_article *article, const struct px_spans *mentions);

/* q of a lesser family, names or stance, in place of its p: by Benjamini and Hochberg, and times two, since the two
 * share what one family of a report may err (Bonferroni over families). NaN stays. O(n log n) */
enum px_status px_compare_lesser_q(double *p, size_t count, struct px_error *error);

/* Four digits that read as a year: "2017". */
bool px_compare_is_year(struct px_slice number);

#endif
