/* Tellings: which sentences of an article tell what a clause of another one tells. Private to the rooms that compare.
 *
 * A clause is its signs: its words, known by their root or the kind of event they tell, its numbers, written or spelled, and
 * the referents it names, by whatever name or pronoun. Each sign weighs what it says: a word by how rare it is in a
 * background of news, a referent less the more sentences of the other article speak of it. A sentence tells as much of
 * the clause as the weight of the signs it holds, with what its neighbours of the same paragraph hold at half.
 *
 *     px_clause_read(context, a, spans, 2, event, &clause);
 *     found = px_tellings_find(&context->tellings[b], &clause, 0, sentences, PX_TELLING_ANY);
 *     if (found.share > .5) ...
 */
#ifndef PX_ALIGN_TELLING_H
#define PX_ALIGN_TELLING_H

#include "align/align.h"

enum { PX_CLAUSE_SIGNS = 24, PX_SIGN_KEYS = 4 };

/* A sentence that holds so much of a clause tells it. */
#define PX_TELLING_WHOLE 0.6

/* One thing that a clause tells; any of its keys stands for it. */
struct px_sign {
    uint32_t keys[PX_SIGN_KEYS];
    uint32_t key_count;
    double weight;
    bool verb;   /* the clause's own */
    bool name;   /* a referent */
    bool number; /* of two digits or more, and no year */
};

struct px_clause {
    struct px_sign signs[PX_CLAUSE_SIGNS];
    size_t count;
};

/* A key stands in a sentence, in somebody's reported or quoted words or in the article's own. */
struct px_place {
    uint32_t key;
    uint32_t sentence;
    bool spoken;
};

/* Which keys may stand in some sentences: a bit each, by hash. What has none stands in none of them. */
struct px_sieve {
    uint64_t bits[4];
};

/* Whose words count. */
enum px_telling_voice { PX_TELLING_ANY, PX_TELLING_OWN, PX_TELLING_SPOKEN };

struct px_tellings {
    const struct px_article *article;
    PX_VECTOR(struct px_place) places; /* by key, then sentence */
    struct px_sieve *sieves;           /* by sentence */
    uint32_t *signs; /* by sentence: what the last search found of its clause, a bit a sign; where it looked */
};

/* The sentence that tells most of a clause; shares are 0..1 of the clause's weight. */
struct px_telling {
    uint32_t sentence; /* PX_NONE: none tells anything of it */
    uint32_t held;     /* signs that it holds by itself */
    double share;      /* with half of what only the neighbours hold */
    double told;       /* what that share weighs */
    double alone;      /* of the sentence by itself */
    double beside;     /* the most, of any sentence that tells the verb, beside the verb; -1: none does */
    double weight;     /* the most that one sentence holds by itself, as what it weighs */
    double absent;     /* the share of what no sentence holds */
    uint32_t whole;    /* how many sentences hold PX_TELLING_WHOLE of it or more */
    uint32_t names;    /* the most of the clause's names in one sentence */
    double counted;    /* the same of its numbers; 1 for a number of three digits or more */
};

/* Reads a clause of an article: the tokens within the spans; `event` is what it tells, or NULL where nobody knows. */
void px_clause_read(const struct px_compare_context *context, size_t article, const struct px_span *spans, size_t count,
                    const struct px_event *event, struct px_clause *clause);

/* What its signs weigh by themselves. */
double px_clause_weight(const struct px_clause *clause);

/* A word by itself, known by its root; false where it is no content word. */
bool px_sign_of_word(const struct px_compare_context *context, struct px_slice word, struct px_sign *sign);

/* Does the sentence hold the sign, in whatever voice? */
bool px_tellings_hold(const struct px_tellings *tellings, const struct px_sign *sign, uint32_t sentence);

/* Where the article tells the clause, in sentences [first, end) in the voice. O(signs × sentences) */
struct px_telling px_tellings_find(const struct px_tellings *tellings, const struct px_clause *clause, uint32_t first,
                                   uint32_t end, enum px_telling_voice voice);

#endif
