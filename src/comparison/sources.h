/* Who speaks: the speakers of all articles, and what each article gives them. Part of the comparison (comparison.h). */
#ifndef PX_COMPARISON_SOURCES_H
#define PX_COMPARISON_SOURCES_H

#include "article/article.h"
#include "comparison/value.h"

/* Who speaks in an attribution, settled over all articles. */
struct px_speaker {
    uint32_t referent;    /* or PX_NONE */
    uint8_t kind;         /* enum px_speaker_kind */
    uint8_t actor;        /* enum px_actor; who left an office of a state acts for none */
    bool described;       /* a person by a description alone, who may be anybody whom the articles name */
    bool unclear;         /* by a pronoun that nobody is known by, or a body that nobody tells whose it is */
    struct px_slice role; /* of a referent, as an article introduces it; may be empty */
    /* as the table of speakers shows the one who makes the statement; empty where it does not count */
    struct px_slice shown;
};

/* One speaker over all articles. */
struct px_source {
    struct px_slice name;
    struct px_slice shown; /* the name as readers see it, a description with its article: "a second official" */
    struct px_slice role;
    uint32_t referent; /* or PX_NONE: known by the words of a phrase */
    uint32_t noun;     /* of such a phrase: its stem; else PX_NONE */
    uint8_t kind;      /* enum px_speaker_kind */
    uint8_t actor;     /* enum px_actor */
    bool anonymous;
    bool described; /* as a speaker is: it is no further person for sure, and no claim of absence is made of it */
    /* [articles] nothing there may be its statement, however little sure: the one ground on which it is claimed that a
     * source speaks in another article alone */
    bool *absent;
    bool *outlet;           /* [articles] a medium that has the article itself; NULL of who is none */
    uint32_t *traces;       /* [articles] statements that are not sure enough to count, */
    uint32_t *deeds;        /* and what it does or has in mind there, by words that report elsewhere: "knows that" */
    uint32_t *statements;   /* [articles] */
    uint32_t *words;        /* [articles] words of content */
    uint32_t *rank;         /* [articles] 1 for who is given most words there; 0 when none */
    uint32_t *direct_words; /* [articles] */
    double *first;          /* [articles] relative position of the first statement, 0..1; NaN when none */
    struct px_slice *cues;  /* [articles] cue lemmas with counts, "said 3, warned 1" */
    uint32_t (*tones)[5];   /* [articles] statements by enum px_tone */
    uint32_t (*uptakes)[4]; /* [articles] statements by enum px_uptake */
    struct px_evidence *evidence;
};

/* Another article gives the same quoted words to somebody else, at least as surely; or it surely gives them to the same. */
enum px_witness { PX_WITNESS_NONE, PX_WITNESS_FOR, PX_WITNESS_AGAINST };

/* Of what stands between marks another article has some, two thirds or more, or all, no sentence in pieces. */
enum px_also { PX_ALSO_NONE, PX_ALSO_PART, PX_ALSO_MOSTLY, PX_ALSO_WHOLE };

struct px_sourcing {
    PX_VECTOR(struct px_source) sources; /* most words first */
    struct px_value *diversity;          /* [articles] normalised entropy of statements by speaker */
    struct px_value *anonymous_share;    /* [articles] of attributed words */
    struct px_value *state_share;        /* [articles] of attributed words */
    struct px_value *unsourced_share;    /* [articles] statements without any source */
    /* [articles][attribution] enum px_witness: what others that have its quoted words tell of who says them */
    uint8_t **witness;
    /* [articles][attribution · articles + other] enum px_also: the other has some of its quoted words, or says the same
     * as its speaker's, word for word. The statements there that have those words are marked for this article, too */
    uint8_t **also;
    /* [articles][attribution] is it a denial that counts, and quotes none of its speaker's words? NULL where nobody asked
     * who speaks */
    bool **denials;
    struct px_source unclear; /* the statements of whom no article tells who it is; in none of the sources */
};

/* Does the attribution count in tables and figures: surely somebody's, by itself or by what another article tells, and no
 * other article gives it to somebody else? */
static inline bool px_sourcing_counts(const struct px_sourcing *sourcing, const struct px_article *const *articles,
                                      size_t article, size_t attribution)
{
    uint8_t witness = sourcing->witness[article][attribution];
    return witness == PX_WITNESS_FOR || (witness != PX_WITNESS_AGAINST &&
                                         px_attribution_counts(&articles[article]->attributions.items[attribution]));
}

/* The role of the block that the statement stands in. */
static inline uint8_t px_sourcing_block_role(const struct px_article *article, const struct px_attribution *attribution)
{
    return attribution->sentence < article->sentences.count
               ? article->blocks.items[article->sentences.items[attribution->sentence].block].role
               : PX_ROLE_PARAGRAPH;
}

/* Is it a headline that makes the statement? */
static inline bool px_sourcing_is_in_title(const struct px_article *article, const struct px_attribution *attribution)
{
    return px_sourcing_block_role(article, attribution) == PX_ROLE_TITLE;
}

/* Is it a headline, or the standfirst below it? */
static inline bool px_sourcing_is_above_text(const struct px_article *article, const struct px_attribution *attribution)
{
    return px_sourcing_is_in_title(article, attribution) ||
           px_sourcing_block_role(article, attribution) == PX_ROLE_STANDFIRST;
}

/* Does a headline or a standfirst give the words of somebody whom the text below has surely say something, too, or of "gay Republicans", whom
 * the text may name? It gives that short, and is no further statement. Linear in the statements of the article. */
PX_API bool px_sourcing_repeats(const struct px_sourcing *sourcing, const struct px_article *const *articles,
                                size_t article, size_t attribution);

/* Does a pronoun stand for the speaker, "he", or the noun before a "who"? */
static inline bool px_sourcing_is_by_pronoun(const struct px_article *article, const struct px_attribution *attribution)
{
    uint32_t start = attribution->speaker.items[0].start;
    size_t m = px_vector_from(&article->mentions, start, start);
    return attribution->named.end > 0 || (m < article->mentions.count && article->mentions.items[m].start == start &&
                                          article->mentions.items[m].form == PX_MENTION_PRONOUN);
}

/* Has the attribution a speaker who is less sure, though not hardly surer than not: nine of ten are statements of
 * theirs? Four of five of those whom but a pronoun gives are not. */
static inline bool px_sourcing_is_less_sure(const struct px_sourcing *sourcing,
                                            const struct px_article *const *articles, size_t article,
                                            size_t attribution)
{
    const struct px_attribution *it = &articles[article]->attributions.items[attribution];
    return it->speech && it->speaker.count == 1 && it->confidence >= .75 &&
           !px_sourcing_is_by_pronoun(articles[article], it) &&
           !px_sourcing_counts(sourcing, articles, article, attribution);
}

/* Does the source's name say of whom it is: not "a second official", or "critics"? */
static inline bool px_source_is_told_by_name(const struct px_source *source)
{
    bool named = false, alone = !source->anonymous && source->kind != PX_SPEAKER_GROUP;
    for (size_t i = alone ? 0 : 1; !named && i < source->shown.size; i++) /* a capital in front begins a group, too */
        named = px_slice_is_capital(source->shown, i);
    return named;
}

#endif
