/* Headlines and standfirsts, each against the body below it. Part of the comparison (comparison.h). */
#ifndef PX_COMPARISON_HEADLINE_RESULT_H
#define PX_COMPARISON_HEADLINE_RESULT_H

#include "article/article.h"

/* What headline and standfirst say otherwise than the body below them. */
enum px_headline_point_kind {
    PX_HEADLINE_ALONE,  /* a loaded word that the body does not have */
    PX_HEADLINE_SPOKEN, /* a loaded word that the body has in the words of speakers alone */
    PX_HEADLINE_CLAIM,  /* asserted there, and in the body told by a speaker alone */
    PX_HEADLINE_NUMBER, /* a figure that the body gives otherwise, or nowhere, nor a period */
};

struct px_headline_point {
    uint8_t kind;        /* enum px_headline_point_kind */
    struct px_span span; /* the words of the headline */
    uint32_t sentence;
    struct px_span body;     /* the body's words; empty where it has none */
    uint32_t body_sentence;  /* or PX_NONE */
    struct px_slice speaker; /* in the body; empty: the outlet itself, or nobody */
};

struct px_headline_name {
    uint32_t referent;
    struct px_span span; /* the first words there that name it: "White House" for a country */
    uint32_t *bodies;    /* [articles] how often each body names it, roles and pronouns left out */
    uint32_t *written;   /* [articles] how often each body has the words of the span, of a person the last of them */
    bool *heads; /* [articles] whether a word of its names or offices, or of the names' family, stands above the body */
    bool broad;  /* a house of government or a party, which any headline may leave out */
};

/* Headline and standfirst of an article against its body. Sentences before `end` are theirs; 0: it has neither, and
 * nothing is said. Topics are the comparison's, shares of the words of the body. */
struct px_headline {
    uint32_t end;
    uint32_t topic; /* whose passages hold most of what they say, or PX_NONE where none stands out */
    double topic_share;
    uint32_t largest; /* the article's largest topic, where a heading names it, or PX_NONE */
    double largest_share;
    bool largest_named;                       /* they speak of it */
    PX_VECTOR(struct px_headline_name) names; /* in order of position: the first is what they lead with */
    uint32_t unnamed;                         /* the referent that the body names most, where they do not; or PX_NONE */
    uint32_t unnamed_times;                   /* it has the last word of a person's name, or all of another's */
    PX_VECTOR(struct px_slice) speakers;      /* whose words they give */
    PX_VECTOR(struct px_headline_point) points;
};

#endif
