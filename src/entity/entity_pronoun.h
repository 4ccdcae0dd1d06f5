/* Pronouns: who "she" is, among those mentioned lately. Private to entity*.c.
 *
 * Every mention of the last sentences is a candidate; so is nobody. The probability of a candidate is the softmax of a
 * weighted sum of what tells for it (a mention-ranking model, Denis & Baldridge 2008): how many sentences lie between, what
 * both are in their sentences, whether paragraph or voice change, how often he was named. The likeliest person, by
 * his best mention against the best of all others, is meant where his share is large enough; else it is left open. Weights
 * were fitted to the gold chains of the GUM treebank (train) and to automatic chains of news articles (train).
 */
#ifndef PX_ENTITY_ENTITY_PRONOUN_H
#define PX_ENTITY_ENTITY_PRONOUN_H

#include "entity/entity_cast.h"

enum { PX_TRACES = 16 };

/* A mention of a person lately. */
struct px_trace {
    uint32_t figure;
    uint32_t sentence;
    uint32_t opened; /* of a pronoun: the sentence in which the quotation begins that leads to it, or its own */
    uint32_t token;
    uint32_t head;  /* word on which it hangs, or PX_NONE */
    uint32_t count; /* of the figure's mentions so far, as far as they are remembered */
    bool leading;   /* the first person of the sentence */
    bool quoted;
    bool named;    /* no pronoun */
    bool acts;     /* of a pronoun: a gerund right behind it tells what it does */
    uint8_t place; /* enum px_trace_place */
};

struct px_traces {
    struct px_trace items[PX_TRACES]; /* a ring: the newest is at (count - 1) % PX_TRACES */
    size_t count;                     /* ever added */
};

/* Keeps the mention in mind; constant time. */
void px_traces_add(struct px_traces *traces, const struct px_cast *cast, const struct px_draft *draft, bool quoted);

/* Links the pronoun to a figure, or leaves it open. A figure without a gender that alone fits gets the pronoun's. */
void px_traces_resolve(const struct px_traces *traces, struct px_cast *cast, struct px_draft *pronoun, bool quoted);

/* The one who leads the sentence before the token's in its paragraph, by name, or the token's own before it, where nobody else
 * does; PX_NONE for none. Constant time. */
uint32_t px_traces_leader(const struct px_traces *traces, const struct px_cast *cast, uint32_t token);

#endif
