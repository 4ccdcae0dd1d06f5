/* Pairing: which articles of a dump tell of the same event.
 *
 * A story is a vector of its words (title twice, first 1,500 bytes), each weighed by how often it stands there and how
 * rare it is; two stories are as alike as the cosine of their vectors. Stories are compared with those of at most
 * `window` days before and after; a story without a date is compared with all. Two rules keep out what is alike by
 * topic alone. They judge a pair by what else there is: of each other outlet only one story can be the partner of this
 * one, and it must be so both ways; and the similarity counts only as far as it stands out from the crowd: from the
 * mean similarity of the three stories that come next, among those whose outlet has a better one.
 *
 *     similarity = cos(a, b)
 *     score      = similarity - 3/4 · (crowd(a) + crowd(b)) / 2
 *
 * The partner is the one with the best score, among the two of its outlet that are most similar.
 *
 * A word weighs (1 + ln tf) · ln((N + B + 1) / (n + b + 1/2))^(2/3): n of the N stories of the window around the story
 * hold it, and b of the B articles of a background (frequencies.tsv), so that it is rare or common in the news of those
 * days. (tf · idf after Salton and Buckley, "Term-weighting approaches in automatic text retrieval", 1988.)
 *
 * What always holds:
 * - The pairs are a function of the set of stories, not of their order, their number of threads or which comes first:
 *   sums are of whole numbers, and what is equal is told apart by day and id.
 * - A pair depends on the stories of four windows before and behind its own days alone. So a corpus may be cut by date:
 *   give each shard the records of its days and of 4 · window days on both sides, and ask it (`from`, `until`) for the
 *   pairs whose earlier story is of its days. Joined in the order of the days, the outputs are the whole corpus'
 *   output, byte for byte. Stories without a date are compared with all, and cannot be cut so.
 * - Memory: some 2 kB a story and up to 3 kB for whom it met, the vocabulary, and 8 bytes a word of the stories of one
 *   window. Time: linear in the corpus where the stories of a window are bounded in number; within a window, words that
 *   more than PX_PAIR_COMMON of its stories share bring nobody together, so that for each of its words a story meets a
 *   bounded number of others.
 *
 *     struct px_pairing *pairing;
 *     px_pairing_new(resources, &(struct px_pair_options){.window = 3, .least = .12}, &pairing, &error);
 *     while (...) px_pairing_add(pairing, &article, &error);
 *     px_pairing_find(pairing, &error);
 *     for (size_t i = 0; i < px_pairing_count(pairing); i++) px_pairing_write(pairing, i, &out);
 *     px_pairing_free(pairing);
 */
#ifndef PX_CORPUS_PAIR_H
#define PX_CORPUS_PAIR_H

#include "article/article.h"
#include "base/buffer.h"
#include "base/error.h"
#include "lexicon/resources.h"

#define PX_PAIR_LEAST .12 /* score that a pair must reach, unless told otherwise */
#define PX_PAIR_COPY .5   /* share of the shorter story's runs of five words that makes a copy */
enum {
    PX_PAIR_WINDOW = 3,    /* days, unless told otherwise */
    PX_PAIR_COMMON = 1000, /* stories of a window that may share a word which brings them together */
    PX_PAIR_OUTLETS = 64,  /* outlets with a candidate that a story keeps, the best ones */
    PX_PAIR_REASONS = 5    /* shared words and names that are shown */
};

/* How to pair. Borrowed by the pairing. */
struct px_pair_options {
    size_t window;    /* days between two stories at most */
    double least;     /* score, 0..1 */
    size_t top;       /* a pair is among the `top` best of both its stories; 0: no limit */
    bool same_outlet; /* stories of one outlet may be a pair too */
    bool no_dates;    /* compare all with all */
    size_t threads;   /* 0 or 1: the caller's alone; never changes a result */
    int32_t from,
        until; /* days (day.h): only pairs whose earlier story is from `from` on and before `until`; both 0: all */
    void (*progress)(void *context, size_t done); /* told of stories compared, now and then; NULL: nobody */
    void *context;
};

/* A pair, the earlier story first, or of one day the one with the smaller id. Stories are numbered by day and id. */
struct px_pair {
    uint32_t a, b;
    double score;      /* 0..1 */
    double similarity; /* cosine, 0..1 */
    double shared;     /* share of the shorter text's runs of five words that the other has */
};

/* A group of stories, ascending. Its name is the id of the first one. */
struct px_pair_group {
    uint32_t *stories;
    size_t count;
    double score; /* mean of the pairs inside */
};

struct px_pairing;

/* `resources` are borrowed. */
PX_API enum px_status px_pairing_new(const struct px_resources *resources, const struct px_pair_options *options,
                                     struct px_pairing **pairing, struct px_error *error);
PX_API void px_pairing_free(struct px_pairing *pairing);

/* Adds an article, of which nothing is borrowed. Its day is that of `published`, where that begins with an ISO date.
 * The same article may come again and counts once; PX_ERROR_INPUT when another one has its id: then the one stays that
 * is earlier or, on one day, has the smaller digest, so that the order of the two does not matter. */
PX_API enum px_status px_pairing_add(struct px_pairing *pairing, const struct px_article *article,
                                     struct px_error *error);

/* Finds the pairs, once, when all articles are added; they are ordered by their stories' numbers. PX_ERROR_MEMORY. */
PX_API enum px_status px_pairing_find(struct px_pairing *pairing, struct px_error *error);

/* The pairs that were found, and the id of a story in one of them; as long as the pairing lives. */
PX_API size_t px_pairing_count(const struct px_pairing *pairing);
PX_API const struct px_pair *px_pairing_pair(const struct px_pairing *pairing, size_t index);
PX_API struct px_slice px_pairing_id(const struct px_pairing *pairing, uint32_t story);

/* Up to PX_PAIR_REASONS words and names that the two share and that weigh most, as one of them writes it: the best
 * first. Gives their number. The slices are the pairing's. */
PX_API size_t px_pairing_reasons(const struct px_pairing *pairing, const struct px_pair *pair,
                                 struct px_slice reasons[PX_PAIR_REASONS]);

/* One object, without a line break: {"a","b","score","similarity","days","shared","copy","reasons"}. */
PX_API void px_pairing_write(const struct px_pairing *pairing, size_t index, struct px_buffer *out);

/* Joins pairs to groups, the best pairs first, once pairs are found. Two groups are joined where at least half of the
 * pairs between their stories are pairs that were found: a chain of stories that each resemble the next alone stays in
 * pieces. Every story stands in one group at most. Groups are ordered by their first story. PX_ERROR_MEMORY.
 * O(pairs · log + pairs · stories of a group) */
PX_API enum px_status px_pairing_group(struct px_pairing *pairing, struct px_error *error);
PX_API size_t px_pairing_group_count(const struct px_pairing *pairing);
PX_API const struct px_pair_group *px_pairing_group_at(const struct px_pairing *pairing, size_t index);

/* One object, without a line break: {"group","articles","score"}. */
PX_API void px_pairing_write_group(const struct px_pairing *pairing, size_t index, struct px_buffer *out);

/* The group that the article of this id stands in, or an empty slice. */
PX_API struct px_slice px_pairing_group_of(const struct px_pairing *pairing, struct px_slice id);

#endif
