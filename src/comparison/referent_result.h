/* Referents: what the articles name, in which wordings, and what they attach to it. Part of the comparison
 * (comparison.h). */
#ifndef PX_COMPARISON_REFERENT_RESULT_H
#define PX_COMPARISON_REFERENT_RESULT_H

#include "article/article.h"
#include "comparison/value.h"

/* One wording of a referent. */
struct px_variant {
    struct px_slice form;
    struct px_slice other; /* how an article writes it that never has `form`: "UK" beside "U.K."; may be empty */
    double connotation;    /* -1..1; 0 when none or positional */
    bool positional;       /* a proper name of which others exist, each with its users */
    bool role;             /* an office or a noun and no name: "governor" */
    bool doubted;          /* its words stand in an article that has fewer of it by the counts, or it is house style */
    bool common;           /* everybody uses this form, by the lexicon */
    struct px_slice used_by; /* who uses this form, may be empty */
    uint32_t *counts;        /* [articles] */
    uint32_t *own;           /* [articles] of these in the outlet's own voice */
    uint32_t *unsure;        /* [articles] how many of the others may be in its own voice, too */
    uint32_t *disowned;      /* [articles] of these in a statement that the article itself doubts or refutes */
    struct px_evidence *evidence;
};

/* What articles attach to a referent, in one wording. Only with grammar. */
struct px_referent_label {
    struct px_slice text;
    uint8_t kind; /* enum px_epithet_kind */
    bool judges;
    double valence;
    uint32_t *counts; /* [articles] */
    uint32_t *own;    /* [articles] of these in the outlet's own voice */
    uint32_t *within; /* [articles] the statement that all of them stand in; PX_NONE: none of them, or several */
    struct px_evidence *evidence;
};

/* How a referent of one article is known to be one of another, strongest first. */
enum px_link_kind {
    PX_LINK_NONE,    /* one article alone has it */
    PX_LINK_ALIAS,   /* the user's list of aliases says so */
    PX_LINK_NAME,    /* the same name, or names of the same country */
    PX_LINK_PART,    /* a person's full name and a part of it */
    PX_LINK_ROLE,    /* one article's name and another's "the foreign secretary" */
    PX_LINK_LEXICON, /* the naming lexicon has both wordings for one thing */
    PX_LINK_CONTEXT, /* paragraphs that tell the same have the one here, the other there */
};

struct px_referent {
    struct px_slice name;
    uint8_t kind;      /* enum px_entity_kind */
    uint8_t link;      /* enum px_link_kind: the weakest of what holds it together */
    double confidence; /* 0..1 that the articles mean the same by it; NaN where one article alone has it */
    bool lexical;      /* a referent of the naming lexicon, not an entity */
    bool lone;         /* of these: one article alone has any of the lexicon's wordings for a thing of this kind */
    uint32_t *entity;  /* [articles] index of the article's entity, or PX_NONE */
    struct px_spans *mentions; /* [articles] */
    struct px_variant *variants;
    size_t variant_count;
    uint32_t choices;                 /* wordings, undoubted, that are no spellings of one name */
    struct px_referent_label *labels; /* by kind, then by wording */
    size_t label_count;
    double p, q;
    uint8_t verdict;
};

#endif
