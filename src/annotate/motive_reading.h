/* What the readers of motives share: what the lists say of each token, and how a motive is added. */
#ifndef PX_ANNOTATE_MOTIVE_READING_H
#define PX_ANNOTATE_MOTIVE_READING_H

#include "reading/annotation.h"
#include "reading/parse.h"
#include "reading/party.h"

/* What motives.tsv, and of means agency.tsv, say of a token. */
struct px_motive_mark {
    const struct px_hit *hit; /* of a cue, at its first token */
    int8_t aim;               /* the sign of an aim that begins here */
    bool needs_good;          /* the aim counts only where what it harms is good: "undermine the law", not "racism" */
    bool needs_people; /* the aim counts only where it does people good: "protect children", not "protect a plan" */
    bool bad;          /* a word that speaks against what it names */
    int8_t sign;       /* of the cue */
    int8_t noun_sign;  /* of the cue as a noun */
    uint8_t form;      /* of the cue */
    bool noun;         /* the cue may be a noun as well: "attempt to" */
    bool covered;      /* part of a cue */
    bool means;        /* a verb that makes a means of its object */
    bool goal;         /* a noun for a purpose, which is told of whose it is: "her goal is to" */
};

struct px_motive_reading {
    struct px_annotation *annotation;
    struct px_motive_mark *marks; /* by token */
    const struct px_tree *tree;
    uint32_t sentence;
};

/* Adds the motive of tokens [first, end), whose purpose begins behind them, unless nobody is told to have it, or it is
 * only supposed; false when memory is out. */
bool px_motive_add(const struct px_motive_reading *reading, uint32_t first, uint32_t end, struct px_party actor,
                   int8_t sign, bool noun);

/* Reads the bare "to" at the token, with nothing but a verb or a noun to tell that a purpose follows: "used the scare to",
 * "her goal is to". */
bool px_motive_read_infinitive(const struct px_motive_reading *reading, uint32_t token);

#endif
