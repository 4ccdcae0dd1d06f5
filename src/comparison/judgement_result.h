/* How articles judge: stance, evaluations, who acts and who is acted on, motives, blame and credit, and what they take as
 * given. Part of the comparison (comparison.h), whose referents the rows number. */
#ifndef PX_COMPARISON_JUDGEMENT_RESULT_H
#define PX_COMPARISON_JUDGEMENT_RESULT_H

#include "article/article.h"
#include "base/vector.h"
#include "comparison/value.h"

/* The judging words near the mentions of an article, in order of position, each with what it gives in all; `judge` says
 * whose they are. */
struct px_stance_words {
    struct px_stance_evidence *items;
    size_t count;
};

struct px_stance_row {
    struct px_slice name;
    uint32_t referent; /* PX_NONE for a target that no article names */
    bool asked;        /* a target that records or options ask for: stands first, whether anything was found or not */
    const struct px_stance **found; /* [articles] the article's own, or NULL */
    uint32_t *named;                /* [articles] mentions of it, pronouns left out */
    uint32_t *own;                  /* [articles] mentions of it in the outlet's own voice, pronouns too */
    uint32_t *positive;             /* [articles] of these, those clearly judged favourable */
    uint32_t *negative;
    uint32_t *quoted_positive; /* [articles] mentions clearly judged favourable by those it quotes */
    uint32_t *quoted_negative;
    struct px_stance_words *words; /* [articles] */
    struct px_value *score;        /* [articles] own voice, -1..1 */
    uint8_t verdict;
    struct px_evidence *evidence;
};

/* What an article tells of as done. */
struct px_deed {
    struct px_span words; /* in the article's text: a verb up to its object, or a passive */
    uint32_t sentence;
    bool shared; /* every other article has a word of the same root, of whomever */
};

struct px_deeds {
    struct px_deed *items; /* what is done, in the order of the text */
    size_t count;
    size_t capacity;
};

/* How often an article, in its own voice, makes a referent act and has it acted on. Only with grammar. */
struct px_agency_row {
    struct px_slice name;
    uint32_t referent;
    struct px_deeds *acts;     /* [articles] */
    struct px_deeds *acted_on; /* [articles] */
    uint32_t total;            /* of both, in all articles */
    struct px_evidence *evidence;
};

/* How one speaker of an article judges one referent. */
struct px_evaluations {
    uint32_t article;
    struct px_slice speaker; /* empty: the outlet's own voice */
    uint32_t speaker_referent;
    struct px_slice target;
    uint32_t referent;
    uint32_t positive;
    uint32_t negative;
    uint32_t clear; /* of these, for which a mention is clearly judged: what a finding rests on */
    struct px_evidence evidence;
};

/* A motive that an article gives somebody. */
struct px_motive_row {
    uint32_t article;
    uint32_t motive; /* index into the article's motives */
    struct px_slice actor;
    uint32_t referent;       /* the actor's, or PX_NONE */
    struct px_slice speaker; /* empty: the outlet's own voice */
    bool self;               /* the speaker's own */
};

/* Blame or credit in an article. */
struct px_blame_row {
    uint32_t article;
    uint32_t blame; /* index into the article's blames */
    struct px_slice target;
    uint32_t referent;  /* the target's, or PX_NONE */
    struct px_slice by; /* who blames or credits; empty: the outlet's own voice */
};

/* What another article does with the deed that one takes as given. */
enum px_against { PX_AGAINST_ATTRIBUTED, PX_AGAINST_DOUBTED, PX_AGAINST_DENIED };

struct px_counter {
    uint32_t article;
    uint32_t sentence;
    struct px_slice speaker; /* empty: the outlet's own voice */
    uint8_t against;         /* enum px_against */
};

/* A deed that an article takes as given, with what the others make of it. */
struct px_given_row {
    uint32_t article;
    uint32_t given; /* index into the article's givens */
    struct px_slice about;
    uint32_t referent; /* who does the deed, as far as that is told; never who suffers it */
    struct px_slice speaker;
    PX_VECTOR(struct px_counter) counters; /* at most one an article, the strongest */
    bool echoed; /* another article has the deed by a noun that says neither, in speech or not */
};

#endif
