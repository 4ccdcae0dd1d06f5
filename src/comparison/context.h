/* What the steps of a comparison pass on. Private to the rooms that compare.
 *
 * Results go to the comparison's arena, everything else to `scratch`, which is released at the end.
 */
#ifndef PX_COMPARISON_CONTEXT_H
#define PX_COMPARISON_CONTEXT_H

#include "comparison/options.h"

/* What all articles call by the same name, or by names that mean the same: entities by their keys. `entities[article]`
 * is the article's entity, PX_NONE where the article does not name it. */
struct px_link {
    struct px_slice key; /* the first in byte order */
    uint8_t how;         /* enum px_link_kind */
    uint32_t *entities;  /* [articles] */
};

/* The content words and numbers of all articles, by stem, in byte order of the stem: ids do not depend on which article
 * comes first. */
struct px_word_index {
    uint32_t count;
    uint32_t *stems;       /* [count] the vocabulary's stem */
    double *idf;           /* [count] in a background of news; rare words weigh most */
    bool *number;          /* [count] holds a digit */
    uint32_t **of;         /* [articles][tokens] word, or PX_NONE */
    uint32_t **first_word; /* [articles][blocks + 1] where a block's words begin in `words` */
    uint32_t **words;      /* [articles] the words of every content block, in order of position */
};

/* Something (a word, a referent) stands `times` times in a paragraph. */
struct px_posting {
    uint32_t key;
    uint32_t paragraph; /* index into px_paragraphs */
    uint32_t times;
};

/* The paragraphs of one article that have words, in order of position, and what stands in them. */
struct px_paragraphs {
    uint32_t count;
    uint32_t *blocks;                       /* [count] index into the article's blocks */
    uint32_t *lengths;                      /* [count] indexed words */
    uint32_t *words;                        /* [count] words as counted */
    double *cohesion;                       /* [count] cosine, by idf, with the paragraph before; 0 for the first */
    uint32_t *user_topic;                   /* [count] index into context.user_topics, or PX_NONE */
    uint32_t *user_hits;                    /* [count] of that topic */
    uint32_t *of;                           /* [blocks] index of the paragraph, or PX_NONE */
    PX_VECTOR(struct px_posting) terms;     /* by word, then paragraph; key: word of the index */
    PX_VECTOR(struct px_posting) referents; /* the same; key: of a link, behind these of a category or shared run */
};

/* One use of a term: a content word outside names, or a name as a whole. */
struct px_use {
    uint32_t term; /* whom or what it means; below index.count: that word; from there on: a link */
    uint32_t said; /* the same as it is counted: a word by its lexeme ("added" is no "ad"), a single word of a name that
                    * several bear by that word; PX_NONE of a number, and where its parts are counted
                    * ("double-dip") */
    uint32_t token;
    uint32_t block;
    uint32_t tokens; /* of a name; 0 of a word */
};

/* What a term is, beside a content word or a name; flags. */
enum {
    PX_WORDING_PIECE = 1,  /* a piece of a name, title or role, or a month */
    PX_WORDING_SPEECH = 2, /* reports speech */
    PX_WORDING_MANNER =
        4, /* judges, hedges, stresses, presupposes, may report speech, or is hardly ever used as a noun */
    PX_WORDING_EMPTY = 8 /* mostly a function word, a common verb or a time, which says nothing by itself */
};

/* Terms as they are counted and shown. */
struct px_wording {
    uint32_t count;         /* words of the index, then links, then lexemes and words that several names share */
    struct px_slice *texts; /* [count] the commonest form of a word, the fullest name; empty where it is no term */
    uint32_t *forms;        /* [count] of a word: that form; PX_NONE of a name or its word */
    uint8_t *kinds;         /* [count] PX_WORDING_ flags */
    struct px_use **uses;   /* [articles] in order of position */
    uint32_t *use_count;    /* [articles] */
    struct px_use **parts; /* [articles] words between hyphens, counted beside the uses: only `said`, token and block */
    uint32_t *part_count;  /* [articles] */
};

/* A piece of one article that is not taken apart when topics are made: a paragraph, or several of a very long text. */
struct px_unit {
    uint32_t article;
    uint32_t first; /* paragraph */
    uint32_t count;
    uint32_t heading; /* of the section under a heading that it begins in, its number from 1; 0 outside of one */
};

/* A judging word, counted for the stance it pulls hardest at. */
struct px_judgement {
    uint32_t stance;                /* index into the article's stances */
    struct px_stance_evidence word; /* with all that it gives toward the stance */
};

struct px_judgements {
    struct px_judgement *items;
    size_t count;
    size_t capacity;
};

/* A word of an article and its place. */
struct px_stand {
    uint32_t root;
    uint32_t token;
};

/* All words of an article, by root, then by place. */
struct px_standing {
    struct px_stand *items;
    uint32_t count;
};

/* A long word of an article: its first letter and size as a number, its form, its place. */
struct px_spelling {
    uint32_t key;
    uint32_t form;
    uint32_t token;
};

/* All long words of an article, by key, then by form, then by place. */
struct px_spellings {
    struct px_spelling *items;
    uint32_t count;
};

struct px_tellings;

/* What is known of an article's blocks when they are looked for in the others. */
struct px_beside {
    bool *shares; /* [blocks][articles] more than one thing with a paragraph there, or somebody who speaks in both */
    bool *names;  /* [blocks][articles] somebody or something that is a matter there, too */
    double *told; /* [blocks][articles] the probability of the likeliest edge to a paragraph there */
    bool *paired; /* [blocks][articles] a topic sets it beside a paragraph there that tells the same */
    uint32_t *first_quotation; /* [blocks] that begins in it, or PX_NONE */
    uint32_t *next_quotation;  /* [quotations] of the same block, or PX_NONE */
    struct px_clause *quoted;  /* [quotations] what each says (telling.h) */
};

/* The words that stand for a speaker without a name: tokens [first, end) of an article, which need not be the speaker's
 * own, and the noun among them. Empty for none. */
struct px_phrase {
    uint32_t article;
    uint32_t first;
    uint32_t end;
    uint32_t noun;
    bool document;
};

struct px_compare_context {
    const struct px_compare_options *options;
    const struct px_worker *worker;
    struct px_comparison *comparison;
    const struct px_article *const *articles;
    size_t count;
    uint64_t seed; /* options.seed and the articles' texts, whatever their order: mix in a purpose's number */
    size_t *order; /* [articles] in an order that does not depend on how they were given: sum up in this one */
    struct px_arena scratch;
    PX_VECTOR(struct px_link) links; /* by key */
    uint32_t **link_of;              /* [articles][entity] index into links */
    struct px_standing *standing;    /* [articles] */
    struct px_spellings *spellings;  /* [articles] from px_compare_only on */
    struct px_word_index index;
    struct px_wording wording;
    struct px_paragraphs *paragraphs;       /* [articles] */
    double *similarities;                   /* [articles · articles] of two of them */
    struct px_likeness *likeness;           /* of sentences (likeness.h), from px_compare_told on */
    PX_VECTOR(struct px_slice) user_topics; /* the categories of --topics */
    PX_VECTOR(bool) firm;             /* by edge: above the null without its strongest shared word and referent, too */
    struct px_tellings *tellings;     /* [articles] what every sentence tells (telling.h) */
    struct px_beside *beside;         /* [articles] */
    uint32_t **referent_of;           /* [articles][entity] index into comparison->referents, or PX_NONE */
    uint8_t **stated;                 /* [articles][tokens] in whose statement it stands (naming/referent_wording.c) */
    bool **in_runs;                   /* [articles][tokens] in five words or more that another article has in a row */
    bool **echoed;                    /* [articles][attribution] another article quotes words of it, whosever */
    struct px_phrase **phrases;       /* [articles][attribution] */
    const struct px_speaker *settled; /* [referents] what each is as a speaker */
    struct px_judgements *judgements; /* [articles] stance by stance, by place */
    struct px_draws *draws;           /* (draws.h) in the making from px_compare_draw on */
    struct px_row_tests *tests; /* (indicator.h) in the making from px_compare_indicators to px_compare_verdicts */
};

/* A number of its own for the paragraph that the sentence of one of the first two articles stands in; it does not
 * depend on which of them comes first. */
uint32_t px_compare_passage(const struct px_compare_context *context, size_t article, uint32_t sentence);

/* Makes the context, in which options and worker are set and all else is zero, and the empty comparison; both are to be
 * released whatever it returns. */
enum px_status px_compare_open(struct px_compare_context *context, const struct px_article *const *articles,
                               size_t count, struct px_comparison *comparison, struct px_error *error);

/* The order of two numbers, as qsort asks for it. */
static inline int px_compare_order(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

/* One zeroed item an article, of the comparison's arena; NULL when memory is out. */
#define px_compare_each(context, type) px_arena_array(&(context)->comparison->arena, type, (context)->count)

/* q of a lesser family, names or stance, in place of its p: by Benjamini and Hochberg, and times two, since the two
 * share what one family of a report may err (Bonferroni over families). NaN stays. O(n log n) */
enum px_status px_compare_lesser_q(double *p, size_t count, struct px_error *error);

#endif
