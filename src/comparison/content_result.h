/* What one article alone has, what articles share word for word, and what they give differently. Part of the comparison
 * (comparison.h). */
#ifndef PX_COMPARISON_CONTENT_RESULT_H
#define PX_COMPARISON_CONTENT_RESULT_H

#include "article/article.h"
#include "base/vector.h"
#include "comparison/value.h"

enum px_only_kind {
    PX_ONLY_TOPIC,
    PX_ONLY_ENTITY,
    PX_ONLY_NUMBER,
    PX_ONLY_QUOTATION,
    PX_ONLY_SOURCE,
    PX_ONLY_EVENT,
    PX_ONLY_KINDS
};

/* Something one article has and no other does. */
struct px_only {
    uint8_t kind;
    uint32_t article;
    struct px_slice text;
    double weight;       /* how central it is where it stands; highest first within a kind */
    struct px_span span; /* of a quotation: where in the article's text the words stand; of a number: it alone;
                          * of an event of the article's own: its sentence, where that stands by itself; else empty */
    uint32_t sentences;  /* of a name: how many have it, the headline's among them */
    bool held;           /* of a number: another article has much of its sentence, without it */
    bool leans;          /* of a number: its sentence points at what stands before, "It would cost 3 crowns" */
    bool place;          /* of a name: of a place */
    struct px_slice
        role; /* of a person's name: as the article introduces him; empty where it does not, or where he has it no more */
    /* of a name: of a place, a house of government, a party, a law or a book, which may go by another, of what nobody
     * knows, or a given name alone */
    bool broad;
    bool slight;             /* of a name: broad, or of who has no part in anything */
    bool later;              /* told of a day after every other article appeared: they could not have known */
    bool central;            /* of an event: one of the few that matter most where it is told */
    struct px_slice speaker; /* of an event: who tells it; empty: the outlet itself. Of a quotation: whose words they
                              * surely are; empty: of nobody, or of several */
    struct px_evidence evidence;
};

/* A run of words that articles share. */
struct px_shared {
    struct px_spans *spans; /* [articles] */
    uint32_t words;
    bool phrase; /* a few words that no article quotes: whoever writes of an event uses the like */
};

/* Words that one article has where another has others; a span may be empty. */
struct px_edit {
    struct px_span spans[2];
    bool who_says; /* before or behind a quotation: no change of its words */
};

/* A sentence that two articles share but for small edits. */
struct px_reuse {
    uint32_t article[2]; /* the first is the lower number */
    uint32_t sentence[2];
    uint32_t words; /* that are equal */
    PX_VECTOR(struct px_edit) edits;
    bool edited; /* they differ in more than who says the same quotation, and where that stands */
};

enum px_disagreement_kind { PX_DISAGREEMENT_NUMBER, PX_DISAGREEMENT_DATE, PX_DISAGREEMENT_NAME };

/* What one article says of a fact. */
struct px_claim {
    struct px_span span; /* the words; empty where the article says nothing of it */
    double value;        /* NaN where there is none */
    double low;
    double high; /* may be infinite */
    uint32_t sentence;
    uint32_t attribution; /* whose claim it is; PX_NONE: the outlet's own */
};

/* A fact that two articles give differently: the same thing counted, the same deed, the same person, and values that
 * cannot both be true. */
struct px_disagreement {
    uint8_t kind;            /* enum px_disagreement_kind */
    struct px_slice what;    /* "people, deaths" */
    struct px_claim *claims; /* [articles] */
    double weight;           /* how near the two passages are; highest first */
};

#endif
